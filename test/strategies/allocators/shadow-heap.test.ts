/** Every allocator against a shadow heap: no overlap, alignment, contents kept, bytes balanced, everything given back. */
import { describe, expect, it } from 'vitest';
import { type Stream, stream } from '../../../src/base/random-streams.ts';
import { Clock, EVENT } from '../../../src/heap/clock.ts';
import { Memory } from '../../../src/heap/memory.ts';
import { PageMap } from '../../../src/heap/page-map.ts';
import { ArenaPools } from '../../../src/strategies/allocators/arena-pools.ts';
import { Bump } from '../../../src/strategies/allocators/bump.ts';
import { Malloc } from '../../../src/strategies/allocators/malloc.ts';
import type { ReclaimingAllocator } from '../../../src/strategies/allocators/reclaiming-allocator.ts';
import { Segregated } from '../../../src/strategies/allocators/segregated.ts';

type Make = (memory: Memory, pages: PageMap) => ReclaimingAllocator;

const allocators: [string, Make][] = [
  ['malloc', (_memory, pages) => new Malloc(pages)],
  ['arena-pools', (_memory, pages) => new ArenaPools(pages)],
  ['segregated', (_memory, pages) => new Segregated(pages)],
  ['bump', (memory, pages) => new Bump(memory, pages, 1, true)],
];

const sizes: Record<string, (random: Stream) => number> = {
  small: (random) => random.int(1, 520),
  mixed: (random) => Math.floor(random.powerLaw(1, 40000, 0.7)),
  large: (random) => random.int(60_000, 400_000),
  'one size': () => 48,
};

interface Block {
  address: number;
  bytes: number;
  stamp: number;
}

function stampOf(block: Block, word: number): number {
  return (block.stamp * 0x9e3779b1 + word * 0x85ebca6b) | 0;
}

describe.each(allocators)('%s', (name, make) => {
  it.each(Object.keys(sizes))('keeps blocks of %s sizes apart', (kind) => {
    const memory = new Memory({ heapBytes: 96 * 1024 * 1024, stackBytes: 65536 });
    const clock = new Clock();
    const pages = new PageMap(memory, clock, new Int32Array(8));
    const allocator = make(memory, pages);
    const random = stream(['shadow-heap', name, kind]);
    const W = memory.words;
    const blocks: Block[] = [];
    /** Which stamp owns each 16 bytes. */
    const owners = new Map<number, number>();
    let stamp = 0;
    let used = 0;
    let inPlace = 0;
    const own = (block: Block): void => {
      expect(block.address % 4, 'alignment').toBe(0);
      expect(block.address).toBeGreaterThanOrEqual(memory.heapStart);
      const words = Math.ceil(block.bytes / 4);
      for (let word = 0; word < words; word += 4) {
        const unit = (block.address + word) >> 2;
        if (owners.has(unit)) throw new Error(`block of ${block.bytes} overlaps another at word ${unit * 4}`);
        owners.set(unit, block.stamp);
      }
      for (let word = 0; word < Math.floor(block.bytes / 4); word++) W[block.address + word] = stampOf(block, word);
    };
    const disown = (block: Block): void => {
      for (let word = 0; word < Math.ceil(block.bytes / 4); word += 4) owners.delete((block.address + word) >> 2);
    };
    const check = (block: Block, bytes = block.bytes): void => {
      for (let word = 0; word < Math.floor(bytes / 4); word++) {
        if (W[block.address + word] !== stampOf(block, word))
          throw new Error(`word ${word} of a block of ${block.bytes} bytes changed`);
      }
    };
    const steps = kind === 'large' ? 400 : 4000;
    for (let step = 0; step < steps; step++) {
      const growing = random.chance((step / (steps / 4)) % 2 < 1 ? 0.7 : 0.35);
      if (blocks.length === 0 || growing) {
        const block = { address: 0, bytes: sizes[kind]!(random), stamp: ++stamp };
        block.address = allocator.allocate(block.bytes);
        expect(block.address).not.toBe(0);
        own(block);
        blocks.push(block);
        used += block.bytes;
        expect(allocator.cellBytes(block.address)).toBeGreaterThanOrEqual(block.bytes);
      } else if (random.chance(0.3)) {
        const block = random.pick(blocks);
        const bytes = random.chance(0.5) ? sizes[kind]!(random) : Math.max(1, block.bytes + random.int(-40, 40));
        disown(block);
        const before = block.bytes;
        used += bytes - before;
        const place = block.address;
        block.address = allocator.resize(place, before, bytes);
        if (block.address === place) inPlace++;
        check(block, Math.min(before, bytes));
        block.bytes = bytes;
        block.stamp = ++stamp;
        own(block);
      } else {
        const [block] = blocks.splice(random.int(0, blocks.length - 1), 1);
        check(block!);
        disown(block!);
        used -= block!.bytes;
        allocator.free(block!.address, block!.bytes);
      }
      if (step % 199 === 0) {
        allocator.verify();
        pages.verify();
        expect(allocator.usedBytes).toBe(used);
      }
    }
    for (const block of blocks) check(block);
    const print = allocator.footprint();
    expect(print.usedBytes).toBe(used);
    expect(print.cellBytes).toBeGreaterThanOrEqual(used);
    expect(print.mappedBytes).toBe(pages.mappedBytes);
    expect(print.cellBytes + print.freeBytes).toBeLessThanOrEqual(print.mappedBytes);
    expect(print.largestFreeBytes).toBeLessThanOrEqual(print.freeBytes);
    const listed: number[] = [];
    let cellBytes = 0;
    let freeBytes = 0;
    let end = 0;
    allocator.blocks((block) => {
      expect(block.address).toBeGreaterThanOrEqual(end);
      end = block.address + block.bytes / 4;
      if (block.free) freeBytes += block.bytes;
      else {
        listed.push(block.payload);
        cellBytes += block.bytes;
        if (block.requestedBytes >= 0)
          expect(block.requestedBytes).toBe(blocks.find((each) => each.address === block.payload)!.bytes);
      }
    });
    expect(listed).toEqual(blocks.map((block) => block.address).sort((left, right) => left - right));
    if (name !== 'bump') {
      expect(cellBytes).toBe(print.cellBytes);
      expect(Math.abs(freeBytes - print.freeBytes)).toBeLessThan(64 * 1024);
    }
    for (const block of blocks) allocator.free(block.address, block.bytes);
    allocator.verify();
    expect(allocator.usedBytes).toBe(0);
    expect(allocator.footprint().cellBytes).toBe(0);
    if (name !== 'bump') {
      // What may stay: a trimmed top chunk, quick lists, one arena, one block for each size class.
      expect(pages.mappedBytes).toBeLessThan(2 * 1024 * 1024);
      expect(clock.count(EVENT.page_map) - clock.count(EVENT.page_unmap)).toBe(pages.mappedBytes / 4096);
      // Every block was given back through `free`; some more when a resize moved one. A resize in place is a request too.
      expect(clock.count(EVENT.alloc_fast) + clock.count(EVENT.alloc_slow)).toBe(clock.count(EVENT.free) + inPlace);
    }
  });

  it('answers 0 when the overdraft is used up, and lives on', () => {
    const memory = new Memory({ heapBytes: 1024 * 1024, stackBytes: 65536 });
    const clock = new Clock();
    const control = new Int32Array(8);
    const pages = new PageMap(memory, clock, control);
    const allocator = make(memory, pages);
    const blocks: number[] = [];
    for (let block = allocator.allocate(500); block !== 0; block = allocator.allocate(500)) {
      blocks.push(block);
      if (blocks.length * 500 < 900 * 1024) expect(control[0]).toBe(0);
    }
    expect(control[0]).toBe(1);
    expect(pages.overLimit).toBe(true);
    expect(blocks.length * 500).toBeGreaterThan(2.5 * 1024 * 1024);
    expect(pages.mappedBytes).toBeLessThanOrEqual(3 * 1024 * 1024);
    expect(allocator.allocate(500_000)).toBe(0);
    expect(allocator.resize(blocks[0]!, 500, 3_000_000)).toBe(0);
    allocator.verify();
    if (name === 'bump') return;
    for (const block of blocks) allocator.free(block, 500);
    expect(allocator.allocate(500)).not.toBe(0);
    allocator.verify();
  });
});

describe.each(allocators.slice(0, 3))('%s', (_name, make) => {
  it('hands the block that was freed last out again', () => {
    const memory = new Memory({ heapBytes: 8 * 1024 * 1024, stackBytes: 65536 });
    const clock = new Clock();
    const allocator = make(memory, new PageMap(memory, clock, new Int32Array(8)));
    for (const bytes of [16, 28, 32, 56, 200, 500, 700, 1000]) {
      const blocks = [0, 1, 2, 3].map(() => allocator.allocate(bytes));
      for (const index of [2, 0, 3]) {
        allocator.free(blocks[index]!, bytes);
        expect(allocator.allocate(bytes)).toBe(blocks[index]);
      }
      allocator.free(blocks[1]!, bytes);
      allocator.free(blocks[2]!, bytes);
      expect(allocator.allocate(bytes)).toBe(blocks[2]);
      expect(allocator.allocate(bytes)).toBe(blocks[1]);
    }
  });

  it('leaves the first word of a freed block alone', () => {
    const memory = new Memory({ heapBytes: 8 * 1024 * 1024, stackBytes: 65536 });
    const clock = new Clock();
    const allocator = make(memory, new PageMap(memory, clock, new Int32Array(8)));
    const blocks = Array.from({ length: 20 }, () => allocator.allocate(40));
    for (const block of blocks) memory.words[block] = 7777;
    for (const block of blocks) allocator.free(block, 40);
    for (const block of blocks) expect(memory.words[block]).toBe(7777);
  });
});
