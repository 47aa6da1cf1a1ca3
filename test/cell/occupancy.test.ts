/** What holds between the film of the heap and the other figures of a run, whatever the strategy. */
import { describe, expect, test } from 'vitest';
import { runCell } from '../../src/cell/run-cell.ts';
import type { OccupancyRow } from '../../src/results/rows.ts';
import { strategies } from '../../src/strategies/catalogue.ts';
import { cellSpec } from '../support/cell-spec.ts';

/** Keeps some 300 KiB, and allocates 12 MiB beside them. */
const source = `
keep = [[index, str(index)] for index in range(1500)]
for round in range(120):
    ring = [None]
    ring[0] = ring
    junk = [[round, 'x' * 40] for index in range(600)]
    big = bytearray(9000)
del keep
`;

function framesOf(rows: readonly OccupancyRow[]): Map<number, OccupancyRow[]> {
  const frames = new Map<number, OccupancyRow[]>();
  for (const row of rows) frames.set(row.a, [...(frames.get(row.a) ?? []), row]);
  return frames;
}

const sum = (rows: readonly OccupancyRow[], key: 'mapped_b' | 'used_b' | 'live_b'): number =>
  rows.reduce((total, row) => total + row[key], 0);

describe.each(strategies.map(({ name, allocator }) => [name, allocator]))('%s', (strategy, allocator) => {
  const { stderr, occupancy, samples } = runCell(cellSpec({ source, strategy, allocator, samples: true }));
  const frames = framesOf(occupancy);

  test('frames are few, each at a sample, in order; the last one is of the end', () => {
    expect(stderr).toBe('');
    expect(frames.size).toBeGreaterThan(8);
    expect(frames.size).toBeLessThanOrEqual(24);
    const moments = [...frames.keys()];
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(samples.map(({ a }) => a)).toEqual(expect.arrayContaining(moments));
    expect(moments.at(-1)).toBe(samples.at(-1)!.a);
  });

  test('bins are aligned, alike, few, and hold no more than fits', () => {
    const [{ bin_b }] = occupancy as [OccupancyRow];
    expect(Math.log2(bin_b) % 1).toBe(0);
    expect(new Set(occupancy.map(({ at_b }) => at_b)).size).toBeLessThanOrEqual(128);
    const places = [...new Set(occupancy.map(({ place_b }) => place_b))].sort((a, b) => a - b);
    expect(places).toEqual(places.map((_, index) => index * bin_b));
    for (const row of occupancy) {
      expect(row.bin_b).toBe(bin_b);
      expect(row.at_b % bin_b).toBe(0);
      expect(row.place_b).toBeLessThanOrEqual(row.at_b);
      expect(row.mapped_b).toBeLessThanOrEqual(bin_b);
      expect(row.used_b).toBeLessThanOrEqual(row.mapped_b);
      expect(row.live_b).toBeLessThanOrEqual(row.used_b);
      if (row.cell_b !== null) expect(row.cell_b).toBeLessThanOrEqual(bin_b);
    }
  });

  test('each frame adds up to the sample of its moment', () => {
    for (const [a, rows] of frames) {
      const sample = samples.findLast((one) => one.a === a)!;
      expect(sum(rows, 'live_b')).toBe(sample.live_b);
      expect(sum(rows, 'used_b')).toBeGreaterThanOrEqual(sample.live_b!);
      expect(sum(rows, 'mapped_b')).toBeLessThanOrEqual(sample.footprint_b);
    }
  });
});

test('the pools of arena-pools show their size classes', () => {
  const { occupancy } = runCell(cellSpec({ source, strategy: 'arena-pools', allocator: 'arena-pools', samples: true }));
  const classes = new Set(occupancy.flatMap(({ cell_b }) => (cell_b === null ? [] : [cell_b])));
  expect(classes.size).toBeGreaterThan(3);
  expect([...classes].every((bytes) => bytes % 16 === 0)).toBe(true);
});

test('without samples there is no film, and a film changes no other figure', () => {
  const cell = (samples: boolean) => runCell(cellSpec({ source, strategy: 'semispace', allocator: 'bump', samples }));
  const [filmed, plain] = [cell(true), cell(false)];
  expect(plain.occupancy).toEqual([]);
  expect(filmed.counters).toEqual(plain.counters);
  expect(filmed.run?.peak_footprint_b).toBe(plain.run?.peak_footprint_b);
});

test('a summary has neither films nor utilization nor marks, and every other figure of the full tables', () => {
  const cell = (summaryOnly: boolean) => {
    const { timing: _, ...result } = runCell(
      cellSpec({ source, strategy: 'arena-pools', allocator: 'arena-pools', samples: true, summaryOnly }),
    );
    return result;
  };
  const [full, summary] = [cell(false), cell(true)];
  expect([full.occupancy, full.utilization, full.marks].every((rows) => rows.length > 0)).toBe(true);
  expect(summary).toEqual({ ...full, occupancy: [], utilization: [], marks: [] });
});
