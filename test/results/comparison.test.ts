import { expect, test } from 'vitest';
import {
  type ComparedRun,
  comparablePrograms,
  contenders,
  costConfidence,
  groupRuns,
  timesBest,
} from '../../src/results/comparison.ts';
import { syntheticCell } from '../support/synthetic-run.ts';

function run(workload: string, strategy: string, seed: number, cycles: number, status: 'ok' | 'oom' = 'ok'): ComparedRun {
  const { run: row } = syntheticCell(workload, strategy, seed, { samples: 1 });
  return { run: { ...row, cycles_total: cycles, status }, cyclesOf: new Map([['bytecode', cycles]]) };
}

const cyclesOf = ({ run: row }: ComparedRun): number => row.cycles_total;

test('means are geometric: over seeds first, then over programs', () => {
  // p: one seed, b costs 4 times a. q: two seeds, b costs as much and 4 times as much: 2 in the mean. Together: sqrt(4 × 2).
  const table = groupRuns([
    run('p', 'a', 1, 100),
    run('p', 'b', 1, 400),
    run('q', 'a', 1, 100),
    run('q', 'b', 1, 100),
    run('q', 'a', 2, 100),
    run('q', 'b', 2, 400),
  ]);
  const means = timesBest(table, ['p', 'q'], ['a', 'b'], cyclesOf);
  expect(means.get('a')).toBeCloseTo(1, 12);
  expect(means.get('b')).toBeCloseTo(Math.sqrt(8), 12);
});

test('no-gc is no measure of others, unless it is alone', () => {
  const table = groupRuns([run('p', 'a', 1, 200), run('p', 'b', 1, 300), run('p', 'no-gc', 1, 100)]);
  const means = timesBest(table, ['p'], ['a', 'b', 'no-gc'], cyclesOf);
  expect([...means.values()]).toEqual([expect.closeTo(1), expect.closeTo(1.5), expect.closeTo(0.5)]);
  expect(contenders(['no-gc'])).toEqual(['no-gc']);
});

test('a program that one strategy did not finish with every seed is left out for all', () => {
  const table = groupRuns([
    run('p', 'a', 1, 1),
    run('p', 'b', 1, 1),
    run('q', 'a', 1, 1),
    run('q', 'a', 2, 1),
    run('q', 'b', 1, 1),
    run('q', 'b', 2, 1, 'oom'),
    run('r', 'a', 1, 1),
  ]);
  expect(comparablePrograms(table, ['p', 'q', 'r'], ['a', 'b'])).toEqual({
    compared: ['p'],
    dropped: [
      { program: 'q', strategies: ['b'] },
      { program: 'r', strategies: ['b'] },
    ],
  });
});

test('a lead within what the cost model leaves open is no lead, a lead of five times is one', () => {
  const close = groupRuns([
    { ...run('p', 'a', 1, 0), cyclesOf: new Map([['mark', 100]]) },
    { ...run('p', 'b', 1, 0), cyclesOf: new Map([['copy', 101]]) },
  ]);
  expect(costConfidence(close, ['p'], 'a', 'b')).toBeGreaterThan(0.3);
  expect(costConfidence(close, ['p'], 'a', 'b')).toBeLessThan(0.7);
  const far = groupRuns([
    { ...run('p', 'a', 1, 0), cyclesOf: new Map([['mark', 100]]) },
    { ...run('p', 'b', 1, 0), cyclesOf: new Map([['copy', 500]]) },
  ]);
  expect(costConfidence(far, ['p'], 'a', 'b')).toBe(1);
});
