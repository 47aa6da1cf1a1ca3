import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { heapBytesOf, JITTER_SHARE, parseHeaps, parseJitter } from '../../src/shootout/heap-choices.ts';
import { GRANULE_BYTES, minHeaps, NEIGHBOURS, searchMinHeap } from '../../src/shootout/min-heap.ts';
import { cellSpec } from '../support/cell-spec.ts';

const G = GRANULE_BYTES;
const most = 256 * 1024 * 1024;

/** A program that completes with the granules of which `fits` says so; counts what it was asked. */
function program(fits: (granule: number) => boolean) {
  const asked: number[] = [];
  const probe = async (limits: readonly number[]): Promise<boolean[]> => {
    asked.push(...limits);
    return limits.map((limit) => fits(limit / G));
  };
  return { asked, probe };
}

describe('the search', () => {
  test.each([16, 17, 100, 4711, most / G])('finds the least of %i granules, from any hint', async (least) => {
    for (const hint of [0, least * G, least * G * 3, most]) {
      const { probe, asked } = program((granule) => granule >= least);
      expect(await searchMinHeap(probe, most, hint)).toMatchObject({ bytes: least * G, failingAbove: [], runs: asked.length });
      expect(new Set(asked).size, 'nothing is run twice').toBe(asked.length);
    }
  });

  test('nothing when it never completes', async () => {
    expect(await searchMinHeap(program(() => false).probe, most, 0)).toBeNull();
  });

  test('an island below and a hole above are found and told', async () => {
    // 100 and more complete, but for 104; so does 95.
    const fits = (granule: number): boolean => granule === 95 || (granule >= 100 && granule !== 104);
    const found = await searchMinHeap(program(fits).probe, most, 100 * G);
    expect(found).toMatchObject({ bytes: 95 * G, failingAbove: [96, 97, 98, 99, 104].map((granule) => granule * G) });
    const { probe } = program((granule) => granule >= 100 && granule !== 104);
    expect(await searchMinHeap(probe, most, 100 * G)).toMatchObject({ bytes: 100 * G, failingAbove: [104 * G] });
  });

  test('looks at the neighbours on both sides', async () => {
    const { probe, asked } = program((granule) => granule >= 100);
    await searchMinHeap(probe, most, 100 * G);
    for (let granule = 100 - NEIGHBOURS; granule <= 100 + NEIGHBOURS; granule++) expect(asked).toContain(granule * G);
  });
});

describe('of a real program', () => {
  test('the answer completes, one granule less does not, and it is remembered', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'heaplab-min-'));
    try {
      const source = 'keep = [bytes(50000) for index in range(40)]';
      const spec = cellSpec({ source, strategy: 'refcount', allocator: 'malloc', stackBytes: 1 << 20 });
      const options = { jobs: 1, mostBytes: 32 << 20, cache };
      const [found] = await minHeaps([spec], options);
      expect(found?.bytes).toBeGreaterThan(40 * 50000);
      expect(found?.bytes).toBeLessThan(40 * 50000 + (1 << 20));
      expect(readdirSync(cache)).toHaveLength(1);
      const [again] = await minHeaps([spec], options);
      expect(again).toEqual({ ...found, remembered: true, runs: 0 });
    } finally {
      rmSync(cache, { recursive: true });
    }
  });
});

describe('heap limits as written', () => {
  test('bytes and multiples', () => {
    expect(parseHeaps('64m').map(({ bytes }) => bytes)).toEqual([64 << 20]);
    expect(parseHeaps('1x, 1.25X,2.0x,2x').map(({ label, factor }) => [label, factor])).toEqual([
      ['1x', 1],
      ['1.25x', 1.25],
      ['2x', 2],
    ]);
    for (const wrong of ['0.5x', '101x', 'x', '', '1x,', 'big']) expect(() => parseHeaps(wrong)).toThrow('--heap');
  });

  test('replicates lie near the limit, the first on it', () => {
    const [choice] = parseHeaps('2x');
    const replicates = parseJitter('6');
    const bytes = replicates.map((replicate) => heapBytesOf(choice!, replicate, 10_000_000));
    expect(bytes[0]).toBe(Math.ceil(20_000_000 / 4096) * 4096);
    expect(new Set(bytes).size).toBe(6);
    for (const each of bytes) expect(Math.abs(each / 20_000_000 - 1)).toBeLessThan(JITTER_SHARE + 0.001);
    expect(parseJitter('6')).toEqual(replicates);
    for (const wrong of ['0', '101', 'x', '']) expect(() => parseJitter(wrong)).toThrow('--jitter');
  });
});
