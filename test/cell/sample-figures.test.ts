/** Figures of samples and collections on programs that can be worked out on paper, and what holds between the columns. */
import { describe, expect, test } from 'vitest';
import type { CellResult } from '../../src/cell/cell.ts';
import { runCell } from '../../src/cell/run-cell.ts';
import { PAGE_BYTES } from '../../src/heap/page-map.ts';
import { strategies } from '../../src/strategies/catalogue.ts';
import { cellSpec } from '../support/cell-spec.ts';

const all = strategies.map(({ name, allocator }) => [name, allocator] as const);

function run(source: string, strategy: string, allocator: string): CellResult {
  const result = runCell(cellSpec({ source, strategy, allocator, samples: true }));
  expect(result.stderr).toBe('');
  return result;
}

/** The loop reaches safepoints, where samples are taken; a bytearray of n has a buffer of n + 1. */
const holding = (bytes: number): string => `x = bytearray(${bytes})\nfor turn in range(20000): pass\n`;

describe('on paper: a buffer of 3 MB instead of one of 2 MB', () => {
  test.each(all)('%s', (strategy, allocator) => {
    const [less, more] = [2_000_000, 3_000_000].map((bytes) => run(holding(bytes), strategy, allocator).run!);
    expect(more!.alloc_b - less!.alloc_b).toBe(1_000_000);
    expect(more!.peak_live_b! - less!.peak_live_b!).toBe(1_000_000);
    expect(more!.alloc_n).toBe(less!.alloc_n);
    expect(more!.bytecodes).toBe(less!.bytecodes);
  });

  test('malloc maps it by itself, in whole pages, with 16 bytes of its own', () => {
    const pages = (bytes: number): number => Math.ceil((bytes + 1 + 16) / PAGE_BYTES);
    expect([pages(2_000_000), pages(3_000_000)]).toEqual([489, 733]);
    const [less, more] = [2_000_000, 3_000_000].map((bytes) => run(holding(bytes), 'refcount', 'malloc'));
    expect(more!.run!.peak_footprint_b - less!.run!.peak_footprint_b).toBe((733 - 489) * PAGE_BYTES);
    // Of the cells that is all the difference, too: internal fragmentation is what lies between.
    const most = ({ samples }: CellResult): number => Math.max(...samples.map(({ cell_b }) => cell_b));
    expect(most(more!) - most(less!)).toBe((733 - 489) * PAGE_BYTES);
  });

  test('a peak between two samples is not missed, nor one without samples', () => {
    const peak = (bytes: number, samples: boolean): number =>
      runCell(cellSpec({ source: `x = bytearray(${bytes})\nx = None\n`, strategy: 'refcount', allocator: 'malloc', samples }))
        .run!.peak_footprint_b;
    expect(peak(3_000_000, false) - peak(2_000_000, false)).toBe((733 - 489) * PAGE_BYTES);
    expect(peak(3_000_000, true)).toBe(peak(3_000_000, false));
  });

  test('dropped and not freed it floats; freed it does not', () => {
    const source = (bytes: number): string =>
      `${holding(bytes)}x = None\ny = bytearray(600000)\nfor turn in range(20000): pass\n`;
    const floats = (bytes: number, strategy: string, allocator: string): number =>
      Math.max(...run(source(bytes), strategy, allocator).samples.map(({ floating_b }) => floating_b!));
    expect(floats(2_000_000, 'refcount', 'malloc')).toBeLessThan(10_000);
    expect(floats(3_000_000, 'refcount', 'malloc')).toBe(floats(2_000_000, 'refcount', 'malloc'));
    expect(floats(3_000_000, 'no-gc', 'bump') - floats(2_000_000, 'no-gc', 'bump')).toBe(1_000_000);
    expect(floats(2_000_000, 'no-gc', 'bump')).toBeGreaterThan(2_600_000);
  });
});

const churn = `
class Node:
    def __init__(self, next):
        self.next = next
        self.own = self
        self.text = 'x' * 700 + str(next is None)
for turn in range(60):
    chain = None
    for index in range(120):
        chain = Node(chain)
`;

describe('the columns of a sample belong together', () => {
  test.each(all)('%s', (strategy, allocator) => {
    const { run: summary, samples, leakedBytes } = run(churn, strategy, allocator);
    expect(samples.length).toBeGreaterThan(10);
    expect(leakedBytes).toBe(samples.at(-1)!.floating_b);
    for (const sample of samples) {
      expect(sample.floating_b).toBe(sample.used_b - sample.live_b!);
      expect(sample.internal_frag).toBeCloseTo(1 - sample.used_b / sample.cell_b, 5);
      if (sample.free_b === 0) expect([sample.external_frag, sample.unusable]).toEqual([null, null]);
      else {
        expect(sample.external_frag).toBeCloseTo(1 - sample.largest_free_b / sample.free_b, 5);
        expect(sample.unusable).toBeGreaterThanOrEqual(0);
        expect(sample.unusable).toBeLessThanOrEqual(1);
        // A hole below 512 bytes that is the largest leaves no room that is of use.
        if (sample.largest_free_b < 512) expect(sample.unusable).toBe(1);
        // What is not in small holes holds at least the largest.
        else expect(sample.unusable! * sample.free_b).toBeLessThanOrEqual(sample.free_b - sample.largest_free_b + 1);
      }
      expect(sample.footprint_b).toBeLessThanOrEqual(summary!.peak_footprint_b);
    }
    // There are fewer samples than are thinned, so none is missing.
    expect(summary!.peak_live_b).toBe(Math.max(...samples.map(({ live_b }) => live_b!)));
    expect(samples.at(-1)).toMatchObject({ a: summary!.alloc_b, c: summary!.cycles_total });
  });

  test('what a strategy keeps beside the heap is in its footprint', () => {
    const peak = (strategy: string, allocator: string): number => {
      const { samples } = run(churn, strategy, allocator);
      return Math.max(...samples.map(({ footprint_b, metadata_b }) => footprint_b - metadata_b));
    };
    for (const [strategy, allocator] of all) expect(peak(strategy, allocator)).toBeGreaterThan(0);
    // Half of a semispace is held back for copying: more metadata than any other strategy has.
    const copying = run(churn, 'semispace', 'bump').samples.at(-2)!;
    expect(copying.metadata_b).toBeGreaterThan(copying.used_b);
    expect(copying.footprint_b).toBeGreaterThan(copying.metadata_b);
  });
});

describe('the columns of a collection belong together', () => {
  const collecting = `import gc\n${churn}    if turn % 10 == 0: gc.collect()\n`;

  test.each(all.filter(([name]) => name !== 'no-gc' && name !== 'refcount'))('%s', (strategy, allocator) => {
    const { run: summary, collections, pauses, samples } = run(collecting, strategy, allocator);
    expect(collections.length).toBeGreaterThan(5);
    expect(samples.at(-1)!.gc_n).toBe(collections.length);
    const stops = pauses.filter(({ kind }) => kind === 'stop-the-world');
    expect(stops.map(({ c_start, cycles }) => [c_start, cycles])).toEqual(
      collections.map(({ c_start, c_pause }) => [c_start, c_pause]),
    );
    expect(summary!.longest_pause).toBe(Math.max(...pauses.map(({ cycles }) => cycles)));
    for (const [index, { gc_no, used_before_b, used_after_b, reclaimed_b, a_start }] of collections.entries()) {
      expect(gc_no).toBe(index + 1);
      expect(used_before_b - used_after_b).toBe(reclaimed_b);
      expect(a_start).toBeGreaterThanOrEqual(collections[index - 1]?.a_start ?? 0);
    }
    const worked = collections.reduce((sum, { traced_b, copied_b }) => sum + traced_b + copied_b, 0);
    expect(summary!.mark_cons).toBe(Math.round((worked / summary!.alloc_b) * 1e6) / 1e6);
    if (strategy === 'semispace') expect(collections.some(({ copied_b }) => copied_b > 0)).toBe(true);
  });
});
