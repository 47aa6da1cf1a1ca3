import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Clock } from '../../../src/heap/clock.ts';
import { Memory } from '../../../src/heap/memory.ts';
import { PageMap } from '../../../src/heap/page-map.ts';
import { ARENA_BYTES, ArenaPools, POOL_BYTES } from '../../../src/strategies/allocators/arena-pools.ts';

const POOL_WORDS = POOL_BYTES / 4;
const ARENA_WORDS = ARENA_BYTES / 4;

function fresh(heapBytes = 64 * 1024 * 1024) {
  const memory = new Memory({ heapBytes, stackBytes: 65536 });
  const clock = new Clock();
  const pages = new PageMap(memory, clock, new Int32Array(8));
  return { pools: new ArenaPools(pages), pages, clock, memory };
}

interface Golden {
  readonly python: string;
  readonly sizes: readonly number[];
  readonly operations: number;
  readonly phase: number;
  readonly chunk: number;
  readonly pools: number;
  readonly crc32: readonly number[];
}

const golden = JSON.parse(readFileSync(new URL('./golden/pymalloc.json', import.meta.url), 'utf8')) as Golden;

describe('the order of blocks', () => {
  it('fills a pool to the last block that fits, in every class', () => {
    for (let bytes = 16; bytes <= 512; bytes += 16) {
      const { pools } = fresh();
      const poolOf = (address: number): number => Math.floor(address / POOL_WORDS);
      const fit = Math.floor((POOL_BYTES - 48) / bytes);
      const first = poolOf(pools.allocate(bytes));
      for (let block = 1; block < fit; block++)
        expect(poolOf(pools.allocate(bytes)), `${bytes} bytes, block ${block}`).toBe(first);
      expect(poolOf(pools.allocate(bytes)), `${bytes} bytes`).not.toBe(first);
      pools.verify();
    }
  });

  it(`is CPython ${golden.python}'s over ${golden.operations} operations in several arenas`, () => {
    const { pools } = fresh();
    let state = 12345;
    const draw = (n: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return (state >> 8) % n;
    };
    const numbers = new Map<number, number>();
    const note = (address: number): number => {
      const pool = address - (address % POOL_WORDS);
      if (!numbers.has(pool)) numbers.set(pool, numbers.size);
      return numbers.get(pool)! * POOL_BYTES + (address - pool) * 4;
    };
    note(pools.allocate(440));
    for (const size of golden.sizes) note(pools.allocate(size));
    const blocks: { address: number; bytes: number }[] = [];
    const chunk = new Int32Array(golden.chunk);
    const found: number[] = [];
    let mostArenas = 0;
    for (let operation = 0; operation < golden.operations; operation++) {
      const growing = draw(100) < [92, 25, 80, 5][Math.floor(operation / golden.phase) % 4]!;
      let place = -1;
      if (blocks.length === 0 || growing) {
        const bytes = golden.sizes[draw(4)]!;
        const address = pools.allocate(bytes);
        blocks.push({ address, bytes });
        place = note(address);
      } else if (draw(8) === 0) {
        const bytes = golden.sizes[draw(4)]!;
        const block = blocks[draw(blocks.length)]!;
        block.address = pools.resize(block.address, block.bytes, bytes);
        block.bytes = bytes;
        place = note(block.address);
      } else {
        const index = draw(blocks.length);
        const block = blocks[index]!;
        const last = blocks.pop()!;
        if (index < blocks.length) blocks[index] = last;
        pools.free(block.address, block.bytes);
      }
      chunk[operation % golden.chunk] = place;
      if ((operation + 1) % golden.chunk === 0) found.push(crc32(chunk));
      if (operation % 1000 === 0) mostArenas = Math.max(mostArenas, pools.statistics().arenas);
    }
    expect(found.findIndex((sum, index) => sum !== golden.crc32[index])).toBe(-1);
    expect(numbers.size).toBe(golden.pools);
    expect(mostArenas).toBeGreaterThan(2);
    pools.verify();
  });
});

describe('pools', () => {
  it('carve two blocks, then one at a time, behind a header of 48 bytes', () => {
    const { pools, memory } = fresh();
    const first = pools.allocate(32);
    const pool = first - (first % POOL_WORDS);
    expect((first - pool) * 4).toBe(48);
    expect(pool % ARENA_WORDS).toBe(0);
    expect(memory.words[pool]).toBe(1);
    expect(memory.words[pool + 2]).toBe(first + 8);
    expect(memory.words[pool + 10]).toBe(48 + 64);
    const second = pools.allocate(17);
    expect(second).toBe(first + 8);
    expect(memory.words[pool + 2]).toBe(first + 16);
    expect(memory.words[pool + 10]).toBe(48 + 96);
  });

  it('hand out the block that was freed last', () => {
    const { pools } = fresh();
    const blocks = [0, 1, 2, 3].map(() => pools.allocate(64));
    pools.free(blocks[1]!, 64);
    pools.free(blocks[2]!, 64);
    expect(pools.allocate(64)).toBe(blocks[2]);
    expect(pools.allocate(64)).toBe(blocks[1]);
  });

  it.each([
    [1, 16],
    [16, 16],
    [17, 32],
    [512, 512],
    [497, 512],
    [496, 496],
  ])('put %i bytes into a cell of %i', (bytes, cell) => {
    const { pools } = fresh();
    expect(pools.cellBytes(pools.allocate(bytes))).toBe(cell);
  });

  it('hold as many blocks as fit, then another pool is opened', () => {
    const { pools } = fresh();
    const blocks = Math.floor((POOL_BYTES - 48) / 512);
    const first = pools.allocate(512);
    for (let index = 1; index < blocks; index++) expect(pools.allocate(500)).toBe(first + index * 128);
    const next = pools.allocate(512);
    expect(next - (next % POOL_WORDS)).toBe(first - (first % POOL_WORDS) + POOL_WORDS);
    expect(pools.statistics().classes[31]).toEqual({
      blockBytes: 512,
      pools: 2,
      usedBlocks: blocks + 1,
      freeBlocks: blocks - 1,
    });
    pools.verify();
  });

  it('that were full come back to the front of their list', () => {
    const { pools } = fresh();
    const perPool = Math.floor((POOL_BYTES - 48) / 256);
    const blocks = Array.from({ length: 3 * perPool }, () => pools.allocate(256));
    const open = pools.allocate(256);
    pools.free(blocks[5]!, 256);
    pools.free(blocks[perPool + 7]!, 256);
    expect(pools.allocate(256)).toBe(blocks[perPool + 7]);
    expect(pools.allocate(256)).toBe(blocks[5]);
    expect(pools.allocate(256)).toBe(open + 64);
    pools.verify();
  });

  it('that became empty serve the next class, the last one first', () => {
    const { pools } = fresh();
    const a = pools.allocate(32);
    const b = pools.allocate(64);
    pools.free(a, 32);
    pools.free(b, 64);
    expect(pools.allocate(128)).toBe(b);
    expect(pools.allocate(256)).toBe(a);
    pools.verify();
  });

  it('keep their free list when their next class is the same', () => {
    const { pools } = fresh();
    const blocks = [pools.allocate(32), pools.allocate(32), pools.allocate(32)];
    for (const block of [blocks[1]!, blocks[2]!, blocks[0]!]) pools.free(block, 32);
    expect(pools.allocate(32)).toBe(blocks[0]);
    expect(pools.allocate(32)).toBe(blocks[2]);
    expect(pools.allocate(32)).toBe(blocks[1]);
    pools.verify();
  });
});

describe('resizing', () => {
  it('stays in place when less than a quarter is saved', () => {
    const { pools } = fresh();
    const block = pools.allocate(400);
    expect(pools.resize(block, 400, 301)).toBe(block);
    expect(pools.usedBytes).toBe(301);
    const moved = pools.resize(block, 301, 300);
    expect(moved).not.toBe(block);
    expect(pools.cellBytes(moved)).toBe(304);
    expect(pools.usedBytes).toBe(300);
    expect(pools.resize(moved, 300, 304)).toBe(moved);
    pools.verify();
  });

  it('moves between pools and malloc with its content', () => {
    const { pools, memory } = fresh();
    let block = pools.allocate(100);
    for (let word = 0; word < 25; word++) memory.words[block + word] = 1000 + word;
    block = pools.resize(block, 100, 2000);
    block = pools.resize(block, 2000, 200000);
    for (let word = 0; word < 25; word++) expect(memory.words[block + word]).toBe(1000 + word);
    block = pools.resize(block, 200000, 40);
    for (let word = 0; word < 10; word++) expect(memory.words[block + word]).toBe(1000 + word);
    expect(pools.usedBytes).toBe(40);
    pools.free(block, 40);
    expect(pools.usedBytes).toBe(0);
    pools.verify();
  });
});

describe('arenas', () => {
  it('are charged by the pools carved, and given back whole unless the last', () => {
    const { pools, pages } = fresh();
    expect(pages.mappedBytes).toBe(0);
    const blocks: number[] = [];
    for (let index = 0; index < 31 * 64 * 2; index++) blocks.push(pools.allocate(512));
    expect(pools.statistics().arenas).toBe(2);
    expect(pages.mappedBytes).toBe(2 * ARENA_BYTES);
    for (const block of blocks) pools.free(block, 512);
    expect(pools.statistics().arenas).toBe(1);
    expect(pools.statistics().arenasReclaimed).toBe(1);
    expect(pages.mappedBytes).toBe(ARENA_BYTES);
    pools.verify();
    expect(pools.allocate(512) - (blocks[0]! - (blocks[0]! % ARENA_WORDS))).toBeGreaterThan(0);
  });

  it('that are given back leave nothing behind to the one that takes their place', () => {
    const { pools } = fresh();
    const perPool = 31;
    const perArena = 64 * perPool;
    const blocks = Array.from({ length: 3 * perArena }, () => pools.allocate(512));
    const free = (from: number, to: number): void => {
      for (const block of blocks.slice(from, to)) pools.free(block, 512);
    };
    // The second stands between the two others when it goes.
    free(2 * perArena, 3 * perArena);
    free(0, perPool);
    free(perArena, 2 * perArena);
    expect(pools.statistics().arenasReclaimed).toBe(1);
    for (let index = 0; index < perPool + perArena; index++) pools.allocate(512);
    pools.verify();
    pools.allocate(512);
    pools.verify();
    expect(pools.statistics().arenas).toBe(3);
  });

  it('with fewer free pools are used first', () => {
    const { pools } = fresh();
    const perPool = 31;
    const blocks = Array.from({ length: perPool * 64 * 3 }, () => pools.allocate(512));
    const empty = (arena: number, count: number): void => {
      for (let pool = 0; pool < count; pool++) {
        for (let index = 0; index < perPool; index++) pools.free(blocks[(arena * 64 + pool) * perPool + index]!, 512);
      }
    };
    empty(0, 5);
    empty(1, 2);
    empty(2, 9);
    const arenaOf = (address: number): number => address - (address % ARENA_WORDS);
    const taken = Array.from({ length: 16 }, (_, index) => arenaOf(pools.allocate(16 * (index + 1))));
    const bases = [0, 1, 2].map((arena) => arenaOf(blocks[arena * 64 * perPool]!));
    expect(taken).toEqual([...Array(2).fill(bases[1]), ...Array(5).fill(bases[0]), ...Array(9).fill(bases[2])]);
    pools.verify();
  });

  it('balance their books as sys._debugmallocstats does', () => {
    const { pools } = fresh();
    for (let index = 0; index < 5000; index++) pools.allocate(1 + ((index * 37) % 512));
    const statistics = pools.statistics();
    const sum =
      statistics.usedBlockBytes +
      statistics.freeBlockBytes +
      statistics.unusedPoolBytes +
      statistics.poolHeaderBytes +
      statistics.quantizationBytes +
      statistics.alignmentBytes;
    expect(sum).toBe(statistics.arenas * ARENA_BYTES);
    expect(statistics.usedBlockBytes).toBeGreaterThan(pools.usedBytes);
    const print = pools.footprint();
    expect(print.usedBytes).toBe(pools.usedBytes);
    expect(print.cellBytes).toBe(statistics.usedBlockBytes);
    expect(print.metadataBytes).toBe(statistics.poolHeaderBytes);
    expect(print.sideBytes).toBe(0);
  });

  it('hold blocks up to 512 bytes', () => {
    const { pools } = fresh();
    pools.allocate(513);
    expect(pools.statistics().arenas).toBe(0);
    pools.allocate(512);
    expect(pools.statistics().arenas).toBe(1);
  });

  it('count what is free in pools, by cell, and an empty pool whole', () => {
    const { pools } = fresh();
    const block = pools.allocate(500);
    expect(pools.footprint()).toMatchObject({
      usedBytes: 500,
      cellBytes: 512,
      freeBytes: 30 * 512,
      largestFreeBytes: 512,
      metadataBytes: 48,
    });
    const filling = Array.from({ length: 30 }, () => pools.allocate(500));
    const small = pools.allocate(16);
    expect(pools.footprint(), 'the pool of the larger cells is full').toMatchObject({ largestFreeBytes: 16 });
    pools.free(small, 16);
    for (const each of filling) pools.free(each, 500);
    const other = pools.allocate(100);
    expect(pools.footprint()).toMatchObject({ cellBytes: 624, freeBytes: 30 * 512 + 144 * 112, metadataBytes: 96 });
    pools.free(block, 500);
    expect(pools.footprint()).toMatchObject({
      cellBytes: 112,
      freeBytes: 16336 + 144 * 112,
      largestFreeBytes: 16336,
      metadataBytes: 96,
    });
    pools.free(other, 100);
    expect(pools.footprint()).toMatchObject({ usedBytes: 0, cellBytes: 0, freeBytes: 2 * 16336, mappedBytes: 2 * POOL_BYTES });
  });

  it('are listed as blocks, free and used, by address', () => {
    const { pools, pages } = fresh();
    const small = pools.allocate(500);
    const large = pools.allocate(600);
    const huge = pools.allocate(200_000);
    const later = pools.allocate(16);
    const empty = pools.allocate(300);
    pools.free(empty, 300);
    const used: number[] = [];
    let freeBytes = 0;
    let end = 0;
    pools.blocks((block) => {
      expect(block.address).toBeGreaterThanOrEqual(end);
      end = block.address + block.bytes / 4;
      if (block.free) freeBytes += block.bytes;
      else used.push(block.payload);
    });
    expect(used).toEqual([large, ...[small, huge, later].sort((left, right) => left - right)]);
    const print = pools.footprint();
    expect(Math.abs(freeBytes - print.freeBytes)).toBeLessThanOrEqual(16);
    expect(print.mappedBytes).toBe(pages.mappedBytes);
  });
});

it('keeps the arenas in order of their free pools, whichever empties', () => {
  const { pools, pages } = fresh(32 * 1024 * 1024);
  let state = 99;
  const draw = (n: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % n;
  };
  // Blocks of 512 bytes in 20 arenas; whole pools are given back here and there, then some are taken again, until arenas go.
  const inPool = Math.floor((POOL_BYTES - 48) / 512);
  const full: number[][] = Array.from({ length: 20 * (ARENA_BYTES / POOL_BYTES) }, () =>
    Array.from({ length: inPool }, () => pools.allocate(512)),
  );
  const most = pages.mappedBytes;
  for (let round = 0; round < 800; round++) {
    if (draw(3) > 0 && full.length > 0) {
      const [blocks] = full.splice(draw(full.length), 1);
      for (const block of blocks!) pools.free(block, 512);
    } else full.push(Array.from({ length: inPool }, () => pools.allocate(512)));
    pools.verify();
  }
  for (const [index, blocks] of full.entries()) {
    for (const block of blocks) pools.free(block, 512);
    if (index % 32 === 0) pools.verify();
  }
  expect(pages.mappedBytes).toBeLessThan(most / 4);
});

it('answers 0 when there are no addresses for a further arena, and goes on when a pool is given back', () => {
  const { pools } = fresh(1024 * 1024);
  const blocks: number[] = [];
  for (let block = pools.allocate(512); block !== 0; block = pools.allocate(512)) blocks.push(block);
  expect(blocks.length * 512).toBeGreaterThan(1024 * 1024);
  expect(pools.usedBytes).toBe(blocks.length * 512);
  expect(pools.allocate(16)).toBe(0);
  expect(pools.resize(blocks[0]!, 512, 100)).toBe(0);
  pools.verify();
  const last = blocks.pop()!;
  pools.free(last, 512);
  expect(pools.allocate(500)).toBe(last);
  pools.verify();
});

describe('verify', () => {
  const BLOCK = 256;
  const IN_POOL = 63;
  /** Words of a pool's header. */
  const [COUNT, FREE, NEXT, PREV, CLASS, FRESH, LAST_FRESH] = [0, 2, 4, 6, 9, 10, 11];
  interface Scene {
    readonly W: Int32Array;
    /** Pools of one class by what is in use: every block; none; all but two; 3 of 4 that were handed out. The last two are listed, in that order. */
    readonly full: number;
    readonly empty: number;
    readonly nearlyFull: number;
    readonly used: number;
    /** A pool of another class. */
    readonly other: number;
    /** The block of `used` that was freed last. */
    readonly freed: number;
    readonly outside: number;
  }
  const poolOf = (block: number): number => block - (block % POOL_WORDS);
  const scene = () => {
    const { pools, memory } = fresh();
    const take = (count: number): number[] => Array.from({ length: count }, () => pools.allocate(BLOCK));
    const full = take(IN_POOL);
    const empty = take(IN_POOL);
    const nearlyFull = take(IN_POOL);
    const used = take(4);
    const other = pools.allocate(100);
    for (const block of empty) pools.free(block, BLOCK);
    for (const block of nearlyFull.slice(0, 2)) pools.free(block, BLOCK);
    const freed = used[1]!;
    pools.free(freed, BLOCK);
    const damaged: Scene = {
      W: memory.words,
      full: poolOf(full[0]!),
      empty: poolOf(empty[0]!),
      nearlyFull: poolOf(nearlyFull[0]!),
      used: poolOf(freed),
      other: poolOf(other),
      freed,
      outside: memory.heapStart,
    };
    return { pools, damaged };
  };

  const damages: { name: string; expected: RegExp; damage: (scene: Scene) => void }[] = [
    {
      name: 'a free list that leads back into itself',
      expected: /runs in a circle/,
      damage: ({ W, freed }) => {
        W[freed + 1] = freed;
      },
    },
    {
      name: 'a free list that leads into another pool',
      expected: /leaves the pool/,
      damage: ({ W, freed }) => {
        W[freed + 1] = freed + POOL_WORDS;
      },
    },
    ...[-1, 32].map((sizeClass) => ({
      name: `class ${sizeClass}`,
      expected: new RegExp(`pool has size class ${sizeClass}`, 'u'),
      damage: ({ W, used }: Scene): void => {
        W[used + CLASS] = sizeClass;
      },
    })),
    {
      name: 'the offset of the last block',
      expected: /wrong last offset/,
      damage: ({ W, used }) => {
        W[used + LAST_FRESH] -= 16;
      },
    },
    ...[48, 48 + 16 + 5 * BLOCK, 48 + 64 * BLOCK].map((offset) => ({
      name: `a next fresh block at ${offset}`,
      expected: /wrong offset of the next fresh block/,
      damage: ({ W, used }: Scene): void => {
        W[used + FRESH] = offset;
      },
    })),
    ...[
      ['in the header', 4],
      ['between two blocks', 12 + 4],
      ['that was never handed out', 12 + (10 * BLOCK) / 4],
    ].map(([where, words]) => ({
      name: `a free block ${where}`,
      expected: /free block is not a block of its pool/,
      damage: ({ W, used, freed }: Scene): void => {
        W[freed + 1] = used + Number(words);
      },
    })),
    {
      name: 'the count',
      expected: /pool counts 4 blocks in use and 2 free of 5 carved/,
      damage: ({ W, used }) => {
        W[used + COUNT]++;
      },
    },
    {
      name: 'a free list cut off',
      expected: /no listed free block but is not full/,
      damage: ({ W, used }) => {
        W[used + FREE] = 0;
        W[used + COUNT] = 5;
      },
    },
    {
      name: 'a list of pools that leads out of the arenas',
      expected: /used pool lies in no arena/,
      damage: ({ W, used, outside }) => {
        W[used + NEXT] = outside;
      },
    },
    {
      name: 'a list of pools that leads to another class',
      expected: /in the list of another class/,
      damage: ({ W, used, other }) => {
        W[used + NEXT] = other;
      },
    },
    {
      name: 'a back link of the list of pools',
      expected: /back link of a used pool/,
      damage: ({ W, used }) => {
        W[used + PREV] = 0;
      },
    },
    {
      name: 'a full pool in the list',
      expected: /full pool is among the used pools/,
      damage: ({ W, used, full }) => {
        W[used + NEXT] = full;
        W[full + PREV] = used;
      },
    },
    {
      name: 'an empty pool in the list',
      expected: /empty pool is among the used pools/,
      damage: ({ W, used, empty }) => {
        W[used + NEXT] = empty;
        W[empty + PREV] = used;
      },
    },
    {
      name: 'a list of pools cut off',
      expected: /3 pools have used and free blocks, the lists hold 2/,
      damage: ({ W, nearlyFull }) => {
        W[nearlyFull + NEXT] = 0;
      },
    },
  ];
  it.each(damages)('notices $name', ({ expected, damage }) => {
    const { pools, damaged } = scene();
    pools.verify();
    damage(damaged);
    expect(() => pools.verify()).toThrow(expected);
  });
});
