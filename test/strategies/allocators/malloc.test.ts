import { describe, expect, it } from 'vitest';
import { LabBug } from '../../../src/base/errors.ts';
import { Clock, EVENT } from '../../../src/heap/clock.ts';
import { Memory } from '../../../src/heap/memory.ts';
import { PageMap } from '../../../src/heap/page-map.ts';
import type { Footprint } from '../../../src/heap/strategy.ts';
import { MAP_THRESHOLD, Malloc } from '../../../src/strategies/allocators/malloc.ts';

const MIB = 1024 * 1024;

function fresh(heapBytes = 64 * MIB) {
  const memory = new Memory({ heapBytes, stackBytes: 65536 });
  const clock = new Clock();
  const pages = new PageMap(memory, clock, new Int32Array(8));
  return { malloc: new Malloc(pages), memory, clock, pages, W: memory.words };
}

/** Fills the quick list of that size, so that the next frees coalesce. */
function fillQuickList(malloc: Malloc, bytes: number): void {
  const blocks = Array.from({ length: 7 }, () => malloc.allocate(bytes));
  malloc.allocate(16);
  for (const block of blocks) malloc.free(block, bytes);
}

describe('chunks', () => {
  it.each([
    [0, 32],
    [1, 32],
    [24, 32],
    [25, 48],
    [40, 48],
    [41, 64],
    [1000, 1008],
    [1001, 1024],
    [131064, 131072],
  ])('for %i bytes have %i', (bytes, chunk) => {
    const { malloc } = fresh();
    expect(malloc.cellBytes(malloc.allocate(bytes))).toBe(chunk);
  });

  it('follow each other from the start of the brk zone', () => {
    const { malloc, memory } = fresh();
    const a = malloc.allocate(100);
    const b = malloc.allocate(24);
    expect(a).toBe(memory.heapStart + 4);
    expect(b).toBe(a + 28);
    expect(memory.words[a - 1]).toBe(100);
  });

  it('keep the size they were asked for; another one at the free is a fault, as is a second free', () => {
    const { malloc } = fresh();
    const block = malloc.allocate(100);
    expect(() => malloc.free(block, 101)).toThrow(`of 101 bytes at word 0x${block.toString(16)}: it was asked for 100`);
    expect(() => malloc.resize(block, 99, 300)).toThrow(LabBug);
    malloc.free(block, 100);
    expect(() => malloc.free(block, 100)).toThrow(/free already/);
    expect(() => malloc.resize(block, 100, 50)).toThrow(LabBug);
  });
});

describe('the top chunk', () => {
  it('is used to its last byte before the zone grows', () => {
    const { malloc, clock } = fresh();
    malloc.allocate(100);
    // 33 pages less the chunk of 112 bytes, and less the tags in front of the first payload and behind the zone.
    const room = 33 * 4096 - 112 - 32;
    const mapped = clock.count(EVENT.page_map);
    malloc.allocate(100_000);
    const rest = room - 100_016;
    malloc.allocate(rest + 8);
    expect(clock.count(EVENT.page_map)).toBe(mapped);
    malloc.verify();
    malloc.allocate(0);
    expect(clock.count(EVENT.page_map)).toBe(mapped + 33);
  });
});

describe('free chunks', () => {
  it('go to quick lists of seven first, then are joined with their neighbours', () => {
    const { malloc } = fresh();
    const blocks = Array.from({ length: 12 }, () => malloc.allocate(56));
    const end = malloc.allocate(16);
    for (const block of blocks) malloc.free(block, 56);
    malloc.verify();
    // Seven are kept as they are; the other five, neighbours, have become one chunk.
    const sizes: number[] = [];
    malloc.blocks((block) => {
      if (block.free && block.payload < end) sizes.push(block.bytes);
    });
    expect(sizes).toEqual([64, 64, 64, 64, 64, 64, 64, 320]);
    for (let index = 6; index >= 0; index--) expect(malloc.allocate(56)).toBe(blocks[index]);
    expect(malloc.allocate(300)).toBe(blocks[7]);
  });

  it('join on both sides', () => {
    const { malloc } = fresh();
    const [a, b, c, d] = [1500, 1500, 1500, 16].map((bytes) => malloc.allocate(bytes));
    malloc.free(a!, 1500);
    malloc.free(c!, 1500);
    malloc.verify();
    malloc.free(b!, 1500);
    malloc.verify();
    const free: [number, number][] = [];
    malloc.blocks((block) => {
      if (block.free && block.payload < d!) free.push([block.payload, block.bytes]);
    });
    expect(free).toEqual([[a, 3 * 1520]]);
    expect(malloc.allocate(4552)).toBe(a);
    malloc.verify();
  });

  it('join with the top, which is handed out again from there', () => {
    const { malloc } = fresh();
    const a = malloc.allocate(2000);
    const b = malloc.allocate(2000);
    malloc.free(b, 2000);
    expect(malloc.allocate(3000)).toBe(b);
    malloc.free(b, 3000);
    malloc.free(a, 2000);
    expect(malloc.allocate(9000)).toBe(a);
  });

  it('are split, the rest staying free unless it is too small for a chunk', () => {
    const { malloc } = fresh();
    const a = malloc.allocate(2000);
    malloc.allocate(16);
    malloc.free(a, 2000);
    expect(malloc.allocate(1200)).toBe(a);
    const rest = malloc.allocate(700);
    expect(rest).toBe(a + 1216 / 4);
    expect(malloc.cellBytes(rest)).toBe(720);
    malloc.verify();
    malloc.free(a, 1200);
    // 1216 - 1200 leaves 16 bytes: not a chunk.
    expect(malloc.allocate(1190)).toBe(a);
    expect(malloc.cellBytes(a)).toBe(1216);
    malloc.verify();
  });

  it('are taken from the smallest bin that fits, the last freed first', () => {
    const { malloc } = fresh();
    fillQuickList(malloc, 600);
    const blocks = [1100, 1300, 5000, 1100].map((bytes) => {
      const block = malloc.allocate(bytes);
      malloc.allocate(16);
      return [block, bytes] as const;
    });
    for (const [block, bytes] of blocks) malloc.free(block, bytes);
    expect(malloc.allocate(1090)).toBe(blocks[3]![0]);
    expect(malloc.allocate(1280)).toBe(blocks[1]![0]);
    expect(malloc.allocate(1090)).toBe(blocks[0]![0]);
    expect(malloc.allocate(1280)).toBe(blocks[2]![0]);
    malloc.verify();
  });

  it('of the right bin that are too small are passed over', () => {
    const { malloc } = fresh();
    // 1040 and 1264 share a bin.
    const small = malloc.allocate(1100);
    malloc.allocate(16);
    const large = malloc.allocate(1250);
    malloc.allocate(16);
    malloc.free(large, 1250);
    malloc.free(small, 1100);
    expect(malloc.allocate(1240)).toBe(large);
    malloc.verify();
  });

  it.each([
    [31, true],
    [32, false],
  ])('behind %i that are too small are found: %s', (tooSmall, found) => {
    const { malloc } = fresh();
    const separate = (bytes: number): number => {
      const block = malloc.allocate(bytes);
      malloc.allocate(16);
      return block;
    };
    const large = separate(1250);
    const small = Array.from({ length: tooSmall }, () => separate(1100));
    malloc.free(large, 1250);
    for (const block of small) malloc.free(block, 1100);
    expect(malloc.allocate(1240) === large).toBe(found);
    malloc.verify();
  });
});

describe('resizing', () => {
  it('shrinks in place and frees the tail', () => {
    const { malloc } = fresh();
    const block = malloc.allocate(4000);
    malloc.allocate(16);
    expect(malloc.resize(block, 4000, 1500)).toBe(block);
    expect(malloc.cellBytes(block)).toBe(1520);
    expect(malloc.usedBytes).toBe(1516);
    expect(malloc.allocate(2400)).toBe(block + 380);
    malloc.verify();
  });

  it('grows in place into the top and into a free neighbour, moves otherwise', () => {
    const { malloc, clock } = fresh();
    const block = malloc.allocate(100);
    expect(malloc.resize(block, 100, 50_000)).toBe(block);
    const neighbour = malloc.allocate(3000);
    const wall = malloc.allocate(16);
    malloc.free(neighbour, 3000);
    expect(malloc.resize(block, 50_000, 52_000)).toBe(block);
    malloc.verify();
    const copies = clock.count(EVENT.copy_bytes);
    const moved = malloc.resize(block, 52_000, 54_000);
    expect(moved).toBeGreaterThan(wall);
    expect(clock.count(EVENT.copy_bytes) - copies).toBe(52_000);
    expect(malloc.usedBytes).toBe(54_016);
    malloc.verify();
  });

  it('takes a neighbour whole when nothing useful would be left of it', () => {
    const { malloc } = fresh();
    const block = malloc.allocate(1000);
    const neighbour = malloc.allocate(1500);
    malloc.allocate(16);
    malloc.free(neighbour, 1500);
    expect(malloc.resize(block, 1000, 1000 + 1520 - 8)).toBe(block);
    expect(malloc.cellBytes(block)).toBe(1008 + 1520);
    malloc.verify();
  });
});

describe('large blocks', () => {
  it('are page runs from 128 KiB on, given back at once', () => {
    const { malloc, pages } = fresh();
    malloc.allocate(16);
    const below = malloc.allocate(MAP_THRESHOLD - 1);
    expect(below).toBeLessThan(pages.start + pages.pageCount * 512);
    const mapped = pages.mappedBytes;
    const block = malloc.allocate(MAP_THRESHOLD);
    expect(pages.mappedBytes - mapped).toBe(33 * 4096);
    expect((block - 4 - pages.start) % 1024).toBe(0);
    expect(malloc.cellBytes(block)).toBe(33 * 4096);
    malloc.verify();
    malloc.free(block, MAP_THRESHOLD);
    expect(pages.mappedBytes).toBe(mapped);
  });

  it('grow and shrink in place where pages are free, page by page', () => {
    const { malloc, pages } = fresh();
    const block = malloc.allocate(200_000);
    const first = pages.mappedBytes;
    expect(malloc.resize(block, 200_000, 300_000)).toBe(block);
    expect(pages.mappedBytes - first).toBe(25 * 4096);
    const wall = malloc.allocate(150_000);
    const moved = malloc.resize(block, 300_000, 400_000);
    expect(moved).toBeGreaterThan(wall);
    expect(malloc.resize(moved, 400_000, 140_000)).toBe(moved);
    expect(malloc.cellBytes(moved)).toBe(35 * 4096);
    malloc.verify();
    const small = malloc.resize(moved, 140_000, 1000);
    expect(malloc.cellBytes(small)).toBe(1008);
    expect(malloc.usedBytes).toBe(151_000);
    malloc.verify();
  });
});

describe('the brk zone', () => {
  it('grows by what is needed and a pad of 128 KiB, and is trimmed from 256 KiB of top on', () => {
    const { malloc, pages } = fresh();
    const blocks = [malloc.allocate(100)];
    expect(pages.mappedBytes).toBe(33 * 4096);
    for (let index = 0; index < 20; index++) blocks.push(malloc.allocate(100_000));
    expect(pages.mappedBytes).toBeGreaterThan(2_000_000);
    for (const block of blocks.splice(1)) malloc.free(block, 100_000);
    expect(pages.mappedBytes).toBeLessThan(256 * 1024);
    expect(pages.mappedBytes).toBeGreaterThanOrEqual(128 * 1024);
    malloc.verify();
  });

  it('grows without a pad when the limit is near', () => {
    const { malloc, pages } = fresh(MIB);
    let blocks = 0;
    while (!pages.overLimit) {
      const { mappedBytes } = pages;
      expect(malloc.allocate(3000)).not.toBe(0);
      if (mappedBytes > MIB - 33 * 4096) expect(pages.mappedBytes - mappedBytes).toBeLessThanOrEqual(4096);
      blocks++;
    }
    expect(blocks * 3008).toBeGreaterThan(MIB - 8192);
    expect(pages.mappedBytes - MIB).toBeLessThanOrEqual(4096);
  });

  it('counts fast and slow allocations, refills and frees', () => {
    const { malloc, clock } = fresh();
    const block = malloc.allocate(100);
    malloc.free(block, 100);
    malloc.allocate(100);
    malloc.allocate(100);
    expect([EVENT.alloc_fast, EVENT.alloc_slow, EVENT.alloc_refill, EVENT.free].map((event) => clock.count(event))).toEqual([
      1, 2, 1, 1,
    ]);
  });

  it('reports what is free, and the largest piece of it', () => {
    const { malloc, pages } = fresh();
    const block = malloc.allocate(5000);
    malloc.allocate(16);
    malloc.free(block, 5000);
    const print = malloc.footprint();
    expect(print.usedBytes).toBe(16);
    expect(print.cellBytes).toBe(32);
    expect(print.metadataBytes).toBe(8);
    expect(print.largestFreeBytes).toBe(pages.mappedBytes - 5008 - 32);
    expect(print.freeBytes).toBe(pages.mappedBytes - 32);
  });
});

it('takes as many pages for a large block as it needs behind a tag of 16 bytes', () => {
  const { malloc } = fresh();
  const page = 4096;
  const run = malloc.allocate(40 * page - 16);
  expect(malloc.cellBytes(run)).toBe(40 * page);
  expect(malloc.cellBytes(malloc.allocate(40 * page - 15))).toBe(41 * page);
  expect(malloc.resize(run, 40 * page - 16, 39 * page - 15)).toBe(run);
  expect(malloc.cellBytes(run)).toBe(40 * page);
  expect(malloc.resize(run, 39 * page - 15, 39 * page - 16)).toBe(run);
  expect(malloc.cellBytes(run)).toBe(39 * page);
  malloc.verify();
});

describe('verify', () => {
  /** What a Malloc keeps beside its chunks; [bytes in use, cell bytes in use, chunks taken, bytes of small chunks in bins] in `tally`. */
  interface Books {
    readonly tally: Int32Array;
    readonly quickHeads: Int32Array;
    readonly quickCounts: Uint8Array;
    readonly binHeads: Int32Array;
    readonly binBits: Int32Array;
    topBytes: number;
    footprint: () => Footprint;
  }
  /** Payloads of chunks side by side: one in a bin, one of 112 bytes in use, one in a quick list, a large one, another quick one, then the top chunk. */
  interface Scene {
    readonly W: Int32Array;
    readonly books: Books;
    readonly pages: PageMap;
    readonly free: number;
    readonly used: number;
    readonly quick: number;
    readonly last: number;
    /** A chunk that is a page run. */
    readonly run: number;
  }
  /** The bin that `free` is in, and the quick lists of 48 and of 32 bytes. */
  const BIN = 64 + 3;
  const [LIST, OTHER_LIST] = [3, 2];

  const damages: { name: string; expected: RegExp; damage: (scene: Scene) => void }[] = [
    {
      name: 'a size',
      expected: /footer of a free chunk differs/,
      damage: ({ W, free }) => {
        W[free - 2] += 16;
      },
    },
    {
      name: 'a size: less than a chunk has',
      expected: /past the top chunk/,
      damage: ({ W, quick }) => {
        W[quick - 2] -= 32;
      },
    },
    {
      name: 'a size: more than there is',
      expected: /past the top chunk/,
      damage: ({ W, quick }) => {
        W[quick - 2] += MIB;
      },
    },
    {
      name: 'the footer',
      expected: /footer/,
      damage: ({ W, free }) => {
        W[free + 2016 / 4 - 4] = 8;
      },
    },
    {
      name: 'a forward link',
      expected: /back link of a bin|bins list more/,
      damage: ({ W, free }) => {
        W[free + 1] = free;
      },
    },
    {
      name: 'a back link',
      expected: /back link/,
      damage: ({ W, free }) => {
        W[free + 3] = 8;
      },
    },
    {
      name: 'the bit of a free chunk in front',
      expected: /counted in use/,
      damage: ({ W, used }) => {
        W[used - 2] |= 1;
      },
    },
    {
      name: 'the bit of a quick chunk in front',
      expected: /PREV_USED does not match/,
      damage: ({ W, quick }) => {
        W[quick + 48 / 4 - 2] &= ~1;
      },
    },
    {
      name: 'the bit of the chunk in front of the top',
      expected: /PREV_USED of the top chunk does not match/,
      damage: ({ W, last }) => {
        W[last + 48 / 4 - 2] &= ~1;
      },
    },
    {
      name: 'bytes asked for',
      expected: /bytes counted in use, chunks hold/,
      damage: ({ W, used }) => {
        W[used - 1] -= 1;
      },
    },
    {
      name: 'bytes asked for: too many',
      expected: /more bytes than it holds/,
      damage: ({ W, used }) => {
        W[used - 1] += 10_000;
      },
    },
    {
      name: 'bytes asked for: less than none',
      expected: /more bytes than it holds/,
      damage: ({ W, used }) => {
        W[used - 1] = -1;
      },
    },
    {
      name: 'the quick mark',
      expected: /bytes counted in use/,
      damage: ({ W, quick }) => {
        W[quick - 2] &= ~4;
      },
    },
    {
      name: 'a chunk that is in a quick list and in use',
      expected: /chunk in a quick list is in use/,
      damage: ({ W, books, quick }) => {
        W[quick - 2] &= ~4;
        books.tally[0] += 40;
        books.tally[1] += 48;
      },
    },
    {
      name: 'a quick link',
      expected: /quick list is too long/,
      damage: ({ W, quick }) => {
        W[quick + 1] = quick;
      },
    },
    {
      name: 'the size of a quick list',
      expected: /quick list of another size/,
      damage: ({ books }) => {
        books.quickHeads[OTHER_LIST] = books.quickHeads[LIST]!;
        books.quickHeads[LIST] = 0;
      },
    },
    {
      name: 'the length of a quick list',
      expected: /quick list of 48 bytes has 2 chunks, counted 3/,
      damage: ({ books }) => {
        books.quickCounts[LIST]!++;
      },
    },
    {
      name: 'a quick list that was lost',
      expected: /2 chunks marked quick, lists hold 0/,
      damage: ({ books }) => {
        books.quickHeads[LIST] = 0;
        books.quickCounts[LIST] = 0;
      },
    },
    {
      name: 'a used chunk as free',
      expected: /two free chunks are neighbours/,
      damage: ({ W, used }) => {
        W[used + 112 / 4 - 2] &= ~1;
      },
    },
    {
      name: 'a chunk that is in a bin and in use',
      expected: /chunk in a bin is in use/,
      damage: ({ W, books, free, used }) => {
        W[used - 2] |= 1;
        W[free - 1] = 0;
        books.tally[1] += 2016;
        books.tally[2]++;
      },
    },
    {
      name: 'the bit of a bin',
      expected: /bit of bin 5 does not match/,
      damage: ({ books }) => {
        books.binBits[0] |= 1 << 5;
      },
    },
    {
      name: 'the size of a bin',
      expected: /bin of another size/,
      damage: ({ books, free }) => {
        books.binHeads[BIN] = 0;
        books.binHeads[BIN + 1] = free;
        books.binBits[BIN >> 5] = 1 << ((BIN + 1) & 31);
      },
    },
    {
      name: 'a bin that was lost',
      expected: /1 free chunks, bins list 0/,
      damage: ({ books }) => {
        books.binHeads[BIN] = 0;
        books.binBits[BIN >> 5] = 0;
      },
    },
    {
      name: 'the count of cell bytes',
      expected: /cell bytes counted in use, chunks have/,
      damage: ({ books }) => {
        books.tally[1] -= 16;
      },
    },
    {
      name: 'the count of taken chunks',
      expected: /chunks counted as taken/,
      damage: ({ books }) => {
        books.tally[2]++;
      },
    },
    {
      name: 'the count of small chunks',
      expected: /bytes counted in small chunks of the bins/,
      damage: ({ books }) => {
        books.tally[3] += 32;
      },
    },
    {
      name: 'the end of the top chunk',
      expected: /top chunk does not end at the break/,
      damage: ({ books }) => {
        books.topBytes -= 4096;
      },
    },
    {
      name: 'a footprint that was not read off the chunks',
      expected: /the footprint comes to .* the chunks to/,
      damage: ({ books }) => {
        const print = books.footprint();
        books.footprint = () => ({ ...print, freeBytes: print.freeBytes - 16 });
      },
    },
    {
      name: 'the pages of a page run',
      expected: /page-run chunk lies in free pages/,
      damage: ({ pages, run }) => {
        pages.release(run - 4, 1);
      },
    },
  ];
  it.each(damages)('notices damage to $name', ({ expected, damage }) => {
    const { malloc, pages, W } = fresh();
    const free = malloc.allocate(2000);
    const used = malloc.allocate(100);
    const quick = malloc.allocate(40);
    malloc.allocate(5000);
    const last = malloc.allocate(40);
    const run = malloc.allocate(MAP_THRESHOLD);
    malloc.free(free, 2000);
    malloc.free(quick, 40);
    malloc.free(last, 40);
    malloc.verify();
    damage({ W, books: malloc as unknown as Books, pages, free, used, quick, last, run });
    expect(() => malloc.verify()).toThrow(expected);
  });
});
