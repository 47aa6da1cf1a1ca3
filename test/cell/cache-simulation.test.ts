import { beforeEach, describe, expect, test } from 'vitest';
import { CacheSimulation } from '../../src/cell/cache-simulation.ts';
import { loadProfile } from '../../src/cell/cost-profile.ts';
import { runCell } from '../../src/cell/run-cell.ts';
import { EVENT, HOT } from '../../src/heap/clock.ts';
import { WORDS } from '../../src/heap/memory.ts';
import type { ObjectModel } from '../../src/heap/object-model.ts';
import { strategies } from '../../src/strategies/catalogue.ts';
import { cellSpec } from '../support/cell-spec.ts';

/** Words of a line of 64 bytes. */
const LINE = 16;
let cache: CacheSimulation;
beforeEach(() => {
  HOT.fill(0);
  cache = new CacheSimulation();
});

/** [L2 hits, misses] of touching these lines. */
function touching(lines: readonly number[]): number[] {
  HOT.fill(0);
  for (const line of lines) cache.touch(line * LINE);
  return [HOT[EVENT.collector_l2_hit]!, HOT[EVENT.collector_miss]!];
}

describe('on paper', () => {
  test('a line misses once', () => {
    expect(touching([5, 5, 5])).toEqual([0, 1]);
    cache.touch(5 * LINE + 15);
    expect(HOT[EVENT.collector_miss]).toBe(1);
  });

  test('nine lines of one set of L1 in turn: L1 never hits, L2 always', () => {
    // 64 sets: lines 64 apart share one; L2 has 1024 sets, so these lie in different ones.
    const round = Array.from({ length: 9 }, (_, way) => way * 64);
    expect(touching(round)).toEqual([0, 9]);
    expect(touching(round)).toEqual([9, 0]);
    // Eight of them stay: only the first round after the ninth line moves one in from L2.
    expect(touching(round.slice(1))).toEqual([0, 0]);
  });

  test('seventeen lines of one set of L2 in turn always miss', () => {
    const round = Array.from({ length: 17 }, (_, way) => way * 1024);
    expect(touching(round)).toEqual([0, 17]);
    expect(touching(round)).toEqual([0, 17]);
  });
});

describe('the model as a strategy sees it', () => {
  const heapStart = 100 * LINE;
  const object = 200 * LINE;
  // Two slots on a line of their own, each to an object on another.
  const slots = [object + LINE, object + LINE + 2];
  const referents = [300 * LINE, 400 * LINE];
  const names = ['slots', 'traversed', 'teardown', 'clearable'] as const;

  test.each(names)('%s touches the object, its slots and what they refer to', (name) => {
    const answer = (): number => slots.length;
    const model = { slotScratch: Int32Array.from(slots), ...Object.fromEntries(names.map((each) => [each, answer])) };
    for (const [index, slot] of slots.entries()) WORDS[slot] = referents[index]!;
    const seen = cache.seenThrough(model as unknown as ObjectModel, heapStart, true);
    expect(seen[name](object)).toBe(2);
    expect(HOT[EVENT.collector_miss]).toBe(4);
    for (const slot of slots) WORDS[slot] = 0;
  });

  test('and what a collector tells of itself: words of the heap, and the bits for them', () => {
    const tell = cache.accesses(heapStart);
    // 40 words from the middle of a line lie on three.
    tell(object + 8, 2 * LINE + 8, 'heap');
    expect(HOT[EVENT.collector_miss]).toBe(3);
    // A line of a bitmap describes 2048 words; that of the marks is another than that of the starts.
    tell(heapStart, 2 * 2048, 'marks');
    expect(HOT[EVENT.collector_miss]).toBe(3 + 3);
    tell(heapStart, 1, 'starts');
    expect(HOT[EVENT.collector_miss]).toBe(3 + 3 + 1);
  });
});

describe('a run with the profile cache', () => {
  const source = 'keep = [[index] for index in range(3000)]\nimport gc\nfor n in range(3): gc.collect()\n';
  const own = { source, samples: true };

  test.each(strategies.map(({ name, allocator }) => [name, allocator]))(
    '%s: only the cache events differ from a flat run',
    (strategy, allocator) => {
      const flat = runCell(cellSpec({ ...own, strategy, allocator }));
      const cached = runCell(cellSpec({ ...own, strategy, allocator, profile: loadProfile('cache-2') }));
      const counts = (result: typeof flat) =>
        result.counters.filter(({ event }) => !event.startsWith('collector_')).map(({ event, count }) => [event, count]);
      expect(counts(cached)).toEqual(counts(flat));
      expect(flat.counters.some(({ event }) => event.startsWith('collector_'))).toBe(false);
      const misses = cached.counters.find(({ event }) => event === 'collector_miss')?.count ?? 0;
      if (strategy === 'no-gc') expect(misses).toBe(0);
      else expect(misses).toBeGreaterThan(0);
      const withOracle = runCell(cellSpec({ ...own, strategy, allocator, profile: loadProfile('cache-2'), oracle: true }));
      expect(withOracle.counters).toEqual(cached.counters);
    },
  );
});
