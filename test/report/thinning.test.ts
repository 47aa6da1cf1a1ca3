import { expect, test } from 'vitest';
import { PauseTally, thinSamples } from '../../src/report/thinning.ts';
import { syntheticCell } from '../support/synthetic-run.ts';

test('a short run is kept as it is', () => {
  const { samples } = syntheticCell('w', 'mark-sweep', 1, { samples: 200 });
  expect(thinSamples(samples)).toEqual(samples);
  expect(thinSamples([])).toEqual([]);
});

test('a long run keeps its ends, its extremes and its order', () => {
  const { samples } = syntheticCell('w', 'mark-sweep', 1, { samples: 5000 });
  const thin = thinSamples(samples);
  expect(thin.length).toBeLessThanOrEqual(3 * 72 + 2);
  expect(thin[0]).toBe(samples[0]);
  expect(thin.at(-1)).toBe(samples.at(-1));
  for (const key of ['used_b', 'footprint_b'] as const) {
    expect(Math.max(...thin.map((row) => row[key]))).toBe(Math.max(...samples.map((row) => row[key])));
  }
  expect(thin.map((row) => row.a)).toEqual(thin.map((row) => row.a).sort((a, b) => a - b));
});

test('few lengths of pauses are counted exactly', () => {
  const tally = new PauseTally();
  for (const cycles of [5, 3, 5, 8]) tally.add(cycles);
  expect(tally.pauses()).toEqual([
    { cycles: 3, weight: 1 },
    { cycles: 5, weight: 2 },
    { cycles: 8, weight: 1 },
  ]);
});

test('many lengths are merged: no pause is lost, none shortened, none lengthened by more than 1.1 %', () => {
  const tally = new PauseTally();
  const all: number[] = [];
  for (let n = 0; n < 20_000; n++) {
    const cycles = 100 + ((n * 7919) % 1_000_003);
    all.push(cycles);
    tally.add(cycles);
  }
  const pauses = tally.pauses();
  expect(pauses.length).toBeLessThan(1000);
  expect(pauses.reduce((sum, pause) => sum + pause.weight, 0)).toBe(all.length);
  expect(pauses[0]!.cycles).toBe(Math.min(...all));
  expect(pauses.at(-1)!.cycles).toBe(Math.max(...all));
  const sorted = all.sort((a, b) => a - b);
  let index = 0;
  for (const { cycles, weight } of pauses) {
    expect(sorted[index + weight - 1]).toBe(cycles);
    expect(cycles / sorted[index]!).toBeLessThan(1.011);
    index += weight;
  }
});
