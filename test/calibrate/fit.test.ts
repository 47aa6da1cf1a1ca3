import { describe, expect, test } from 'vitest';
import { fitCosts } from '../../src/calibrate/fit.ts';

/** A small generator of whole numbers below `most`, the same every time. */
function numbers(most: number): () => number {
  let state = 12345;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) % most;
}

describe('fitted costs', () => {
  const next = numbers(1000);
  const truth = [6, 0, 25, 3.5];
  const prior = [5, 1, 10, 5];
  const samples = Array.from({ length: 30 }, () => {
    const counts = truth.map(() => 1 + next());
    return { counts, cycles: counts.reduce((sum, count, event) => sum + count * truth[event]!, 0) };
  });

  test('are those that made the samples, where nothing pulls', () => {
    const costs = fitCosts(samples, prior, 1e-9);
    for (const [event, cost] of truth.entries()) expect(costs[event]).toBeCloseTo(cost, 3);
  });

  test('are never negative', () => {
    // More of the second event makes a run shorter: the best cost would be below zero.
    const odd = samples.map(({ counts, cycles }) => ({ counts, cycles: Math.max(1, cycles - 2 * counts[1]!) }));
    const costs = fitCosts(odd, prior, 1e-9);
    expect(Math.min(...costs)).toBeGreaterThanOrEqual(0);
    expect(costs[1]).toBe(0);
  });

  test('of events that always come together keep the ratio of the prior', () => {
    const joined = samples.map(({ counts }) => {
      const [a, , c] = counts as [number, number, number, number];
      return { counts: [a, a, c, 0], cycles: 12 * a + 7 * c };
    });
    const [first, second, third, unseen] = fitCosts(joined, [4, 2, 10, 9], 0.001) as [number, number, number, number];
    expect(first + second).toBeCloseTo(12, 1);
    expect(first / second).toBeGreaterThan(1.5);
    expect(third).toBeCloseTo(7, 1);
    expect(unseen).toBeCloseTo(9, 5);
  });
});
