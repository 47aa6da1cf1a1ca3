import { describe, expect, test } from 'vitest';
import { bootstrapInterval } from '../../src/results/bootstrap.ts';
import {
  type ComparedRun,
  comparablePrograms,
  contenders,
  costConfidence,
  groupRuns,
  nearestFlip,
  timesBest,
} from '../../src/results/comparison.ts';
import { overheadRows } from '../../src/results/overhead.ts';
import { runRow } from '../support/run-row.ts';
import { syntheticCell } from '../support/synthetic-run.ts';

function run(workload: string, strategy: string, seed: number, cycles: number, status: 'ok' | 'oom' = 'ok'): ComparedRun {
  const { run: row } = syntheticCell(workload, strategy, seed, { samples: 1 });
  const counts = new Map([['bytecode', cycles]]);
  return { run: { ...row, cycles_total: cycles, status }, cyclesOf: counts, countOf: counts };
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

test('each cost is drawn from half to twice of it, evenly in doublings', () => {
  // a leads unless its factor is more than 1.5 times b's: the difference of two even draws from -1..1 lies below log2(1.5) in 1 - (2 - 0.585)^2 / 8 = 75 % of cases.
  const table = groupRuns([
    { ...run('p', 'a', 1, 0), cyclesOf: new Map([['mark', 1000]]) },
    { ...run('p', 'b', 1, 0), cyclesOf: new Map([['copy', 1500]]) },
  ]);
  expect(costConfidence(table, ['p'], 'a', 'b')).toBeGreaterThan(0.68);
  expect(costConfidence(table, ['p'], 'a', 'b')).toBeLessThan(0.82);
});

test('the cost that turns a lead round, and how far it has to move', () => {
  // a: 100 mark + 60 copy, b: 200 mark; a leads by 40, which a copy cost of 1.667 makes up.
  const table = groupRuns([
    {
      ...run('p', 'a', 1, 0),
      cyclesOf: new Map([
        ['mark', 100],
        ['copy', 60],
      ]),
    },
    { ...run('p', 'b', 1, 0), cyclesOf: new Map([['mark', 200]]) },
  ]);
  const flip = nearestFlip(table, ['p'], 'a', 'b');
  // mark x 0.6 does it too: 60 + 60 = 120. In doublings that is nearer than copy x 1.667 (both 0.737): the nearest is told.
  expect(['mark', 'copy']).toContain(flip?.event);
  expect(Math.abs(Math.log2(flip!.factor))).toBeCloseTo(Math.log2(5 / 3), 2);
  // Doubling one half of a's costs takes no lead away; b's copying at 100 / 190 of its cost does.
  const down = groupRuns([
    {
      ...run('p', 'a', 1, 0),
      cyclesOf: new Map([
        ['mark', 5000],
        ['edge', 5000],
      ]),
    },
    { ...run('p', 'b', 1, 0), cyclesOf: new Map([['copy', 19000]]) },
  ]);
  expect(nearestFlip(down, ['p'], 'a', 'b')).toEqual({ event: 'copy', factor: expect.closeTo(100 / 190, 3) });
  const far = groupRuns([
    { ...run('p', 'a', 1, 0), cyclesOf: new Map([['mark', 100]]) },
    { ...run('p', 'b', 1, 0), cyclesOf: new Map([['copy', 500]]) },
  ]);
  expect(nearestFlip(far, ['p'], 'a', 'b')).toBeNull();
});

test('the baseline that runs out of memory takes no program away, and has no mean', () => {
  const table = groupRuns([
    { ...run('p', 'a', 10, 1), cyclesOf: new Map() },
    {
      ...run('p', 'no-gc', 5, 1),
      run: runRow({ workload: 'p', strategy: 'no-gc', status: 'oom', cycles_total: 5 }),
      cyclesOf: new Map(),
    },
  ]);
  const { compared } = comparablePrograms(table, ['p'], ['a', 'no-gc']);
  expect(compared).toEqual(['p']);
  const means = timesBest(table, compared, ['a', 'no-gc'], (entry) => entry.run.cycles_total);
  expect(means.get('a')).toBeCloseTo(1);
  expect(means.has('no-gc')).toBe(false);
});

test('lower-bound overhead on paper', () => {
  const rows = overheadRows([
    runRow({ run_id: 'p.a', workload: 'p', strategy: 'a', cycles_total: 150, cycles_gc: 30 }),
    runRow({ run_id: 'p.b', workload: 'p', strategy: 'b', cycles_total: 180, cycles_gc: 90 }),
    runRow({ run_id: 'p.no-gc', workload: 'p', strategy: 'no-gc', cycles_total: 100, cycles_gc: 0 }),
    runRow({ run_id: 'p.c', workload: 'p', strategy: 'c', cycles_total: 20, cycles_gc: 0, status: 'oom' }),
    runRow({ run_id: 'q.a', workload: 'q', strategy: 'a', cycles_total: 50, cycles_gc: 10 }),
  ]);
  // Distilled 120, 90, 100: the base of p is b's 90. What did not complete is no base.
  expect(rows.map(({ run_id, distilled, base, base_run, lbo }) => [run_id, distilled, base, base_run, lbo])).toEqual([
    ['p.a', 120, 90, 'p.b', 1.666667],
    ['p.b', 90, 90, 'p.b', 2],
    ['p.no-gc', 100, 90, 'p.b', 1.111111],
    ['q.a', 40, 40, 'q.a', 1.25],
  ]);
});

test('the base of an overhead is of the same seed and parameters, and a program that failed is none', () => {
  const rows = overheadRows([
    runRow({ run_id: 'p.a.1', workload: 'p', seed: 1, cycles_total: 150, cycles_gc: 50 }),
    runRow({ run_id: 'p.a.2', workload: 'p', seed: 2, cycles_total: 80, cycles_gc: 40 }),
    runRow({ run_id: 'p.a.3', workload: 'p', seed: 1, params: 'n=2', cycles_total: 60, cycles_gc: 0 }),
    runRow({ run_id: 'p.b.1', workload: 'p', seed: 1, cycles_total: 10, cycles_gc: 0, status: 'error' }),
    runRow({ run_id: 'p.c.1', workload: 'p', seed: 1, cycles_total: 20, cycles_gc: 0, status: 'diverged' }),
  ]);
  expect(rows.map(({ run_id, base_run, lbo }) => [run_id, base_run, lbo])).toEqual([
    ['p.a.1', 'p.a.1', 1.5],
    ['p.a.2', 'p.a.2', 2],
    ['p.a.3', 'p.a.3', 1],
  ]);
});

describe('bootstrap', () => {
  test('one replicate has no spread; equal ones have none either', () => {
    expect(bootstrapInterval([[1], [2]], 'k')).toBeNull();
    const equal = bootstrapInterval([[3, 3, 3], [5]], 'k');
    expect(equal?.low).toBeCloseTo(4, 12);
    expect(equal?.high).toBeCloseTo(4, 12);
  });

  test('holds the mean, is the same each time, and is as wide as theory says', () => {
    const sample = Array.from({ length: 100 }, (_, index) => index);
    const interval = bootstrapInterval([sample], 'k')!;
    expect(bootstrapInterval([sample], 'k')).toEqual(interval);
    // Standard deviation of 0..99 is 28.87, of the mean of 100 draws 2.887; 1.96 of it either side.
    expect(interval.low).toBeGreaterThan(49.5 - 5.66 - 0.7);
    expect(interval.low).toBeLessThan(49.5 - 5.66 + 0.7);
    expect(interval.high).toBeGreaterThan(49.5 + 5.66 - 0.7);
    expect(interval.high).toBeLessThan(49.5 + 5.66 + 0.7);
  });

  test('of two replicates: a quarter of the resamples is all of one, so the interval reaches from one to the other', () => {
    expect(bootstrapInterval([[2, 6]], 'k')).toEqual({ low: 2, high: 6 });
    // A second program without spread moves the mean and halves the width.
    expect(bootstrapInterval([[2, 6], [10]], 'k')).toEqual({ low: 6, high: 8 });
  });
});
