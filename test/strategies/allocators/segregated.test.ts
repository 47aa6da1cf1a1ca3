import { describe, expect, it } from 'vitest';
import { Clock, EVENT } from '../../../src/heap/clock.ts';
import { Memory } from '../../../src/heap/memory.ts';
import { PageMap } from '../../../src/heap/page-map.ts';
import { CELL_MOST, CELL_SIZES, cellClass, Segregated } from '../../../src/strategies/allocators/segregated.ts';

function fresh() {
  const memory = new Memory({ heapBytes: 64 * 1024 * 1024, stackBytes: 65536 });
  const clock = new Clock();
  const pages = new PageMap(memory, clock, new Int32Array(8));
  return { cells: new Segregated(pages), memory, clock, pages, W: memory.words };
}

describe('size classes', () => {
  it('hold every request up to 4 KiB in the smallest cell that fits', () => {
    for (let bytes = 1; bytes <= CELL_MOST; bytes++) {
      const chosen = cellClass(bytes);
      expect(CELL_SIZES[chosen]).toBeGreaterThanOrEqual(bytes);
      if (chosen > 0) expect(CELL_SIZES[chosen - 1]).toBeLessThan(bytes);
    }
    expect(cellClass(0)).toBe(0);
    expect(CELL_SIZES.every((size) => size % 16 === 0)).toBe(true);
    expect(cellClass(CELL_MOST)).toBe(CELL_SIZES.length - 1);
  });

  it('leave larger requests to malloc', () => {
    const { cells } = fresh();
    expect(cells.cellBytes(cells.allocate(4096))).toBe(4096);
    expect(cells.cellBytes(cells.allocate(4097))).toBe(4112);
    expect(cells.cellBytes(cells.allocate(513))).toBe(640);
  });
});

describe('blocks of cells', () => {
  it('are 16 KiB, aligned, behind a header of 192 bytes, filled in address order', () => {
    const { cells, pages } = fresh();
    const perBlock = Math.floor((16384 - 192) / 512);
    const first = cells.allocate(512);
    expect((first * 4) % 16384).toBe(192);
    for (let index = 1; index < perBlock; index++) expect(cells.allocate(500)).toBe(first + 128 * index);
    const next = cells.allocate(512);
    expect(next - first).toBe(4096);
    expect(pages.mappedBytes).toBe(32768);
    cells.verify();
  });

  it('with a free cell are used before a new one, the one freed into last first', () => {
    const { cells } = fresh();
    const perBlock = Math.floor((16384 - 192) / 1024);
    const all = Array.from({ length: 3 * perBlock }, () => cells.allocate(1024));
    cells.free(all[2]!, 1024);
    cells.free(all[perBlock + 3]!, 1024);
    expect(cells.allocate(1024)).toBe(all[perBlock + 3]);
    expect(cells.allocate(1024)).toBe(all[2]);
    cells.verify();
  });

  it('that are empty are given back, but the last of a class', () => {
    const { cells, pages, clock } = fresh();
    const all = Array.from({ length: 40 }, () => cells.allocate(1024));
    expect(pages.mappedBytes).toBe(3 * 16384);
    for (const cell of all) cells.free(cell, 1024);
    expect(pages.mappedBytes).toBe(16384);
    expect(clock.count(EVENT.page_unmap)).toBe(8);
    cells.verify();
    expect(clock.count(EVENT.alloc_refill)).toBe(3);
    expect(clock.count(EVENT.alloc_slow)).toBe(3);
    expect(clock.count(EVENT.alloc_fast)).toBe(37);
  });

  it('refuse a second free', () => {
    const { cells } = fresh();
    const cell = cells.allocate(100);
    cells.allocate(100);
    cells.free(cell, 100);
    expect(() => cells.free(cell, 100)).toThrow(`cell at word 0x${cell.toString(16)} is free already`);
  });
});

it('resizes in place within a class, else moves with the content', () => {
  const { cells, W } = fresh();
  let cell = cells.allocate(600);
  expect(cells.resize(cell, 600, 640)).toBe(cell);
  expect(cells.resize(cell, 640, 513)).toBe(cell);
  W[cell] = 5;
  W[cell + 127] = 6;
  const smaller = cells.resize(cell, 513, 512);
  expect(smaller).not.toBe(cell);
  expect([W[smaller], W[smaller + 127]]).toEqual([5, 6]);
  cell = cells.resize(smaller, 512, 9000);
  expect([W[cell], W[cell + 127]]).toEqual([5, 6]);
  expect(cells.resize(cell, 9000, 9100)).toBe(cell);
  cell = cells.resize(cell, 9100, 4096);
  expect(cells.cellBytes(cell)).toBe(4096);
  expect(cells.usedBytes).toBe(4096);
  // The largest class, up to its last byte.
  cell = cells.resize(cell, 4096, 4000);
  expect(cells.resize(cell, 4000, 4096)).toBe(cell);
  cells.verify();
});

it('reports cells, headers and free cells', () => {
  const { cells } = fresh();
  cells.allocate(1000);
  const print = cells.footprint();
  expect(print).toMatchObject({
    usedBytes: 1000,
    cellBytes: 1024,
    mappedBytes: 16384,
    metadataBytes: 192,
    largestFreeBytes: 1024,
  });
  expect(print.freeBytes).toBe(14 * 1024);
});

describe('verify', () => {
  /** Of one class: the block with a free cell, that cell, and a full block; a block of another class. */
  interface Scene {
    readonly W: Int32Array;
    readonly block: number;
    readonly free: number;
    readonly full: number;
    readonly other: number;
  }
  const damages: { name: string; expected: RegExp; damage: (scene: Scene) => void }[] = [
    {
      name: 'the count',
      expected: /counts 4 cells in use, its bits say 3/,
      damage: ({ W, block }) => {
        W[block] = 4;
      },
    },
    {
      name: 'the capacity',
      expected: /wrong number of cells/,
      damage: ({ W, block }) => {
        W[block + 1]++;
      },
    },
    {
      name: 'the class: too large',
      expected: /block has class 99/,
      damage: ({ W, block }) => {
        W[block + 8] = 99;
      },
    },
    {
      name: 'the class: negative',
      expected: /block has class -1/,
      damage: ({ W, block }) => {
        W[block + 8] = -1;
      },
    },
    {
      name: 'the offset of fresh cells',
      expected: /wrong offset/,
      damage: ({ W, block }) => {
        W[block + 9] += 4;
      },
    },
    {
      name: 'the offset of fresh cells: in the header',
      expected: /wrong offset/,
      damage: ({ W, block }) => {
        W[block + 9] = 192 - 256;
      },
    },
    {
      name: 'the offset of fresh cells: behind the block',
      expected: /wrong offset/,
      damage: ({ W, block }) => {
        W[block + 9] = 192 + 64 * 256;
      },
    },
    {
      name: 'a bit',
      expected: /cell 9 is in use but was never handed out/,
      damage: ({ W, block }) => {
        W[block + 16] |= 1 << 9;
      },
    },
    {
      name: 'a bit of a free cell',
      expected: /in the free list/,
      damage: ({ W, block }) => {
        W[block + 16] |= 2;
        W[block]++;
      },
    },
    {
      name: 'the free list: a circle',
      expected: /circle/,
      damage: ({ W, free }) => {
        W[free + 1] = free;
      },
    },
    {
      name: 'the free list: another block',
      expected: /leaves its block/,
      damage: ({ W, free }) => {
        W[free + 1] = free + 8192;
      },
    },
    {
      name: 'the free list: no cell',
      expected: /no cell/,
      damage: ({ W, free }) => {
        W[free + 1] = free + 4;
      },
    },
    {
      name: 'the free list: a cell that was never handed out',
      expected: /no cell/,
      damage: ({ W, free }) => {
        W[free + 1] = free + 4 * 64;
      },
    },
    {
      name: 'the free list: cut',
      expected: /cells in use and 0 free/,
      damage: ({ W, block }) => {
        W[block + 2] = 0;
      },
    },
    {
      name: 'a back link',
      expected: /back link/,
      damage: ({ W, block }) => {
        W[block + 6] = block;
      },
    },
    {
      name: 'the list of blocks: no block',
      expected: /leads to what is none/,
      damage: ({ W, other }) => {
        W[other + 4] = other + 4096;
      },
    },
    {
      name: 'the list of blocks: another class',
      expected: /block is in the list of another class/,
      damage: ({ W, block, other }) => {
        W[block + 4] = other;
      },
    },
    {
      name: 'the list of blocks: a full block',
      expected: /full block is listed/,
      damage: ({ W, block, full }) => {
        W[block + 4] = full;
        W[full + 6] = block;
      },
    },
  ];
  const scene = () => {
    const { cells, W } = fresh();
    const full = cells.allocate(256);
    for (let index = 1; index < 63; index++) cells.allocate(256);
    const all = Array.from({ length: 4 }, () => cells.allocate(256));
    const other = cells.allocate(100);
    cells.free(all[1]!, 256);
    const damaged: Scene = { W, block: all[0]! - 48, free: all[1]!, full: full - 48, other: other - 48 };
    return { cells, damaged };
  };
  it.each(damages)('notices damage to $name', ({ expected, damage }) => {
    const { cells, damaged } = scene();
    cells.verify();
    damage(damaged);
    expect(() => cells.verify()).toThrow(expected);
  });

  it('notices a free list that leads into the header', () => {
    // Of cells that fit into the header a whole number of times.
    const { cells, W } = fresh();
    const cell = cells.allocate(64);
    cells.allocate(64);
    cells.free(cell, 64);
    W[cell + 1] = cell - 16;
    expect(() => cells.verify()).toThrow(`free list leads to what is no cell (word 0x${(cell - 16).toString(16)})`);
  });

  it('notices a list of blocks that was cut off', () => {
    const { cells, damaged } = scene();
    cells.free(damaged.full + 48, 256);
    cells.verify();
    damaged.W[damaged.full + 4] = 0;
    expect(() => cells.verify()).toThrow(/1 blocks with a free cell are not listed/);
  });

  it('notices a block that was not counted', () => {
    const { cells } = scene();
    (cells as unknown as { blockCount: number }).blockCount--;
    expect(() => cells.verify()).toThrow(/2 blocks counted, 3 found/);
  });
});
