import { describe, expect, it } from 'vitest';
import { Clock, EVENT } from '../../../src/heap/clock.ts';
import { Memory } from '../../../src/heap/memory.ts';
import { PAGE_WORDS, PageMap } from '../../../src/heap/page-map.ts';
import type { BlockInfo } from '../../../src/heap/strategy.ts';
import { Bump } from '../../../src/strategies/allocators/bump.ts';

function fresh(spaces: 1 | 2 = 1, heapBytes = 4 * 1024 * 1024) {
  const memory = new Memory({ heapBytes, stackBytes: 65536 });
  const clock = new Clock();
  const pages = new PageMap(memory, clock, new Int32Array(8));
  return { bump: new Bump(memory, pages, spaces, true), memory, clock, pages, W: memory.words };
}

function listed(bump: Bump): BlockInfo[] {
  const blocks: BlockInfo[] = [];
  bump.blocks((block) => blocks.push({ ...block }));
  return blocks;
}

describe('a full space', () => {
  it('answers 0 and leaves everything as it was', () => {
    const { bump, clock } = fresh(1, 1024 * 1024);
    const block = bump.allocate(100_000);
    bump.allocate(16);
    const before = [bump.usedBytes, bump.footprint(), clock.count(EVENT.copy_bytes), listed(bump)];
    expect(bump.allocate(64 * 1024 * 1024)).toBe(0);
    expect(bump.resize(block, 100_000, 64 * 1024 * 1024)).toBe(0);
    expect([bump.usedBytes, bump.footprint(), clock.count(EVENT.copy_bytes), listed(bump)]).toEqual(before);
    bump.verify();
  });

  it('answers 0 where there are addresses, but no memory past the overdraft', () => {
    const { bump, pages } = fresh(1, 1024 * 1024);
    bump.allocate(16);
    const before = bump.footprint();
    expect(bump.allocate(4 * 1024 * 1024)).toBe(0);
    expect(bump.footprint()).toEqual(before);
    expect(pages.overLimit).toBe(true);
    while (bump.allocate(1000) !== 0);
    expect(pages.mappedBytes).toBe(3 * 1024 * 1024);
    bump.verify();
  });
});

describe('one space', () => {
  it('hands out what comes next, in multiples of 16 bytes', () => {
    const { bump, memory } = fresh();
    expect(bump.allocate(1)).toBe(memory.heapStart);
    expect(bump.allocate(17)).toBe(memory.heapStart + 4);
    expect(bump.allocate(32)).toBe(memory.heapStart + 12);
    expect(bump.spaceTop).toBe(memory.heapStart + 20);
    expect(bump.cellBytes(memory.heapStart + 4)).toBe(32);
    expect(bump.cellBytes(memory.heapStart + 12)).toBe(32);
  });

  it('charges 32 KiB at a time, and page by page near the limit', () => {
    const { bump, pages, clock } = fresh();
    bump.allocate(16);
    expect(pages.mappedBytes).toBe(32768);
    for (let index = 0; index < 2047; index++) bump.allocate(16);
    expect(pages.mappedBytes).toBe(32768);
    bump.allocate(16);
    expect(pages.mappedBytes).toBe(65536);
    expect(clock.count(EVENT.alloc_refill)).toBe(2);
    while (!pages.overLimit) bump.allocate(1000);
    expect(pages.mappedBytes - pages.limitBytes).toBe(4096);
    bump.verify();
  });

  it('never hands a freed block out again', () => {
    const { bump } = fresh();
    const a = bump.allocate(100);
    bump.free(a, 100);
    expect(bump.allocate(100)).toBe(a + 28);
    expect(bump.usedBytes).toBe(100);
    expect(listed(bump).map((block) => [block.address, block.bytes, block.free])).toEqual([
      [a, 112, true],
      [a + 28, 112, false],
      [a + 56, 32768 - 224, true],
    ]);
    expect(() => bump.free(a, 100)).toThrow(/no block in use/);
    expect(() => bump.free(a + 4, 100)).toThrow(/no block in use/);
  });

  it('grows the last block in place and copies any other', () => {
    const { bump, W, clock } = fresh();
    const a = bump.allocate(100);
    W[a] = 1;
    W[a + 24] = 2;
    expect(bump.resize(a, 100, 50_000)).toBe(a);
    expect(bump.resize(a, 50_000, 200)).toBe(a);
    // The room behind a shrunk block is not handed out.
    const b = bump.allocate(16);
    expect(b).toBe(a + 12_500);
    expect(bump.resize(a, 200, 208)).toBe(a);
    const copies = clock.count(EVENT.copy_bytes);
    const moved = bump.resize(a, 208, 300);
    expect(moved).toBe(b + 4);
    expect([W[moved], W[moved + 24]]).toEqual([1, 2]);
    expect(clock.count(EVENT.copy_bytes) - copies).toBe(208);
    expect(bump.usedBytes).toBe(316);
    bump.verify();
  });

  it('reports its footprint', () => {
    const { bump } = fresh();
    bump.allocate(100);
    expect(bump.footprint()).toEqual({
      usedBytes: 100,
      cellBytes: 112,
      mappedBytes: 32768,
      metadataBytes: 0,
      sideBytes: 0,
      freeBytes: 32656,
      largestFreeBytes: 32656,
      smallHoleBytes: 0,
    });
  });

  it('is verified', () => {
    const damaged = (damage: (bump: { tally: Int32Array; top: number; charged: number }, pages: PageMap) => void) => {
      const { bump, pages } = fresh();
      bump.allocate(100);
      bump.verify();
      damage(bump as unknown as Parameters<typeof damage>[0], pages);
      return expect(() => bump.verify());
    };
    damaged((_bump, pages) => pages.charge(1)).toThrow(/charged, the page map has/);
    damaged((bump) => {
      bump.top = bump.charged + 4;
    }).toThrow(/lies behind the charged pages/);
    damaged((bump, pages) => {
      bump.charged = pages.start + pages.pageCount * PAGE_WORDS + PAGE_WORDS;
    }).toThrow(/lies behind the charged pages/);
    damaged((bump) => {
      bump.tally[1] += 16;
    }).toThrow(/128 cell bytes counted, blocks have 112/);
  });

  it('lists blocks only when it tracks them', () => {
    const { memory, clock } = fresh();
    const bump = new Bump(memory, new PageMap(memory, clock, new Int32Array(8)), 1, false);
    const block = bump.allocate(100);
    expect(() => bump.cellBytes(block)).toThrow(/only when blocks are tracked/);
    expect(() => listed(bump)).toThrow(/only when they are tracked/);
    bump.free(block, 100);
    bump.verify();
  });
});

describe('two spaces', () => {
  it('flip: copies go to the other half, the old one is given up whole', () => {
    const { bump, pages, memory, clock } = fresh(2);
    const a = bump.allocate(100);
    for (let index = 0; index < 1000; index++) bump.allocate(100);
    const mapped = pages.mappedBytes;
    const fast = clock.count(EVENT.alloc_fast);
    bump.beginCopy();
    expect(bump.usedBytes).toBe(0);
    const copy = bump.allocateCopy(100);
    expect(copy).toBe(memory.heapStart + (pages.pageCount >>> 1) * 1024);
    expect(bump.spaceStart).toBe(copy);
    expect(() => bump.beginCopy()).toThrow();
    expect(pages.mappedBytes).toBe(mapped + 4096);
    expect(bump.endCopy()).toEqual({ from: a, to: a + 1001 * 28 });
    expect(pages.mappedBytes).toBe(4096);
    expect(clock.count(EVENT.alloc_fast)).toBe(fast);
    expect(listed(bump).map((block) => [block.address, block.free])).toEqual([
      [copy, false],
      [copy + 28, true],
    ]);
    bump.verify();
    bump.beginCopy();
    expect(bump.allocateCopy(16)).toBe(a);
    bump.endCopy();
    expect(listed(bump)[0]!.bytes).toBe(16);
    bump.verify();
  });

  it('round copies up as they do blocks', () => {
    const { bump } = fresh(2);
    bump.beginCopy();
    const copies = [1, 16, 17, 31, 32, 33].map((bytes) => bump.allocateCopy(bytes));
    bump.endCopy();
    expect(
      listed(bump)
        .slice(0, -1)
        .map((block) => [block.address, block.bytes]),
    ).toEqual([16, 16, 32, 32, 32, 48].map((cell, index) => [copies[index], cell]));
    expect(bump.footprint()).toMatchObject({ usedBytes: 130, cellBytes: 176 });
    bump.verify();
  });

  it('copy past the limit: the reserve is theirs', () => {
    const { bump, pages } = fresh(2, 1024 * 1024);
    let blocks = 0;
    while (!pages.overLimit) {
      bump.allocate(10_000);
      blocks++;
    }
    pages.overLimit = false;
    bump.beginCopy();
    for (let index = 0; index < blocks; index++) expect(bump.allocateCopy(10_000)).not.toBe(0);
    expect(pages.overLimit).toBe(false);
    bump.endCopy();
    bump.verify();
  });
});
