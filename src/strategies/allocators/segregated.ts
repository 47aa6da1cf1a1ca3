/**
 * Size-class blocks for a collector that sweeps: 16 KiB blocks of equal cells, each block with its own free list and one bit a cell that
 * says whether it is in use. Above 4 KiB malloc.
 *
 * ```
 *  block, 16 KiB aligned: header 192 B | cell | cell | ...
 *   +0 cells in use   +1 cells   +2 first free cell   +4 next block   +6 previous block (blocks of the class with a free cell)
 *   +8 class          +9 byte offset of the next cell never used
 *   +16 ... +47 bits of the cells in use
 *  free cell: word +1 links to the next free cell
 * ```
 * Classes: 16 bytes apart up to 512, then four for each doubling. Against pymalloc: no arenas, so an empty block goes back to the page
 * map at once (the last one of a class stays), and blocks up to 4 KiB stay out of malloc.
 *
 * The mark bits lie beside, in the collector's ObjectMap of the same geometry for every allocator, so that marking touches no block header.
 */
import { LabBug } from '../../base/errors.ts';
import { EVENT, HOT } from '../../heap/clock.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { PAGE_BYTES, type PageMap } from '../../heap/page-map.ts';
import { type BlockInfo, type Footprint, SMALL_HOLE_BYTES } from '../../heap/strategy.ts';
import { Malloc } from './malloc.ts';
import type { ReclaimingAllocator } from './reclaiming-allocator.ts';

// Constants of this module: the engine folds their addresses into the code (heap/memory.ts).
const W = WORDS;
const hot = HOT;

const BLOCK_BYTES = 16 * 1024;
const BLOCK_WORDS = BLOCK_BYTES / 4;
const BLOCK_MASK = ~(BLOCK_WORDS - 1);
const BLOCK_SHIFT = 12;
const BLOCK_PAGES = BLOCK_BYTES / PAGE_BYTES;
const HEADER_BYTES = 192;
const HEADER_WORDS = HEADER_BYTES / 4;
const FINE_MOST = 512;
export const CELL_MOST = 4096;

const COUNT = 0;
const CAPACITY = 1;
const FREE = 2;
const NEXT = 4;
const PREV = 6;
const CLASS = 8;
const FRESH = 9;
const BITS = 16;

/** Cell bytes of each class. */
export const CELL_SIZES: readonly number[] = [
  ...Array.from({ length: 32 }, (_, index) => (index + 1) * 16),
  640,
  768,
  896,
  1024,
  1280,
  1536,
  1792,
  2048,
  2560,
  3072,
  3584,
  4096,
];

/** Class of a request up to CELL_MOST bytes. */
export function cellClass(bytes: number): number {
  if (bytes <= FINE_MOST) return bytes === 0 ? 0 : (bytes - 1) >> 4;
  const log = 31 - Math.clz32(bytes - 1);
  return 32 + ((log - 9) << 2) + (((bytes - 1) >> (log - 2)) & 3);
}

export class Segregated implements ReclaimingAllocator {
  readonly name = 'segregated';
  private readonly pages: PageMap;
  private readonly large: Malloc;
  /** Requested bytes in use in cells, modulo 2^32. */
  private readonly tally = new Int32Array(1);
  /** First block with a free cell, by class. */
  private readonly heads = new Int32Array(CELL_SIZES.length);
  private readonly sizes = Int32Array.from(CELL_SIZES);
  /** By 16 KiB of the machine's memory: is it a block of cells? */
  private readonly isBlock: Uint8Array;
  private blockCount = 0;

  constructor(pages: PageMap) {
    this.pages = pages;
    this.large = new Malloc(pages);
    this.isBlock = new Uint8Array((W.length >>> BLOCK_SHIFT) + 1);
  }

  get usedBytes(): number {
    return (this.tally[0] + this.large.usedBytes) >>> 0;
  }

  allocate(bytes: number): Address {
    if (bytes > CELL_MOST) return this.large.allocate(bytes);
    const sizeClass = bytes <= FINE_MOST && bytes > 0 ? (bytes - 1) >> 4 : cellClass(bytes);
    let block = this.heads[sizeClass];
    if (block === 0) {
      block = this.openBlock(sizeClass);
      if (block === 0) return 0;
    } else hot[EVENT.alloc_fast]++;
    let cell = W[block + FREE];
    if (cell !== 0) W[block + FREE] = W[cell + 1];
    else {
      cell = block + (W[block + FRESH] >> 2);
      W[block + FRESH] += this.sizes[sizeClass];
    }
    const index = this.indexOf(block, cell, sizeClass);
    W[block + BITS + (index >> 5)] |= 1 << (index & 31);
    this.tally[0] += bytes;
    if (++W[block + COUNT] === W[block + CAPACITY]) this.unlink(block, sizeClass);
    return cell;
  }

  free(address: Address, bytes: number): void {
    if (this.isBlock[address >>> BLOCK_SHIFT] === 0) {
      this.large.free(address, bytes);
      return;
    }
    const block = address & BLOCK_MASK;
    const sizeClass = W[block + CLASS];
    const index = this.indexOf(block, address, sizeClass);
    const bit = 1 << (index & 31);
    if ((W[block + BITS + (index >> 5)] & bit) === 0)
      throw new LabBug(`segregated: cell at word 0x${address.toString(16)} is free already`);
    W[block + BITS + (index >> 5)] &= ~bit;
    W[address + 1] = W[block + FREE];
    W[block + FREE] = address;
    this.tally[0] -= bytes;
    hot[EVENT.free]++;
    const count = --W[block + COUNT];
    if (count === W[block + CAPACITY] - 1) this.link(block, sizeClass);
    if (count === 0 && (W[block + NEXT] !== 0 || W[block + PREV] !== 0)) this.closeBlock(block, sizeClass);
  }

  resize(address: Address, oldBytes: number, newBytes: number): Address {
    const inCell = this.isBlock[address >>> BLOCK_SHIFT] !== 0;
    if (!inCell && newBytes > CELL_MOST) return this.large.resize(address, oldBytes, newBytes);
    if (inCell && newBytes <= CELL_MOST && cellClass(newBytes) === W[(address & BLOCK_MASK) + CLASS]) {
      this.tally[0] += newBytes - oldBytes;
      hot[EVENT.alloc_fast]++;
      return address;
    }
    const moved = this.allocate(newBytes);
    if (moved === 0) return 0;
    const words = (Math.min(oldBytes, newBytes) + 3) >> 2;
    W.copyWithin(moved, address, address + words);
    hot[EVENT.copy_bytes] += words << 2;
    this.free(address, oldBytes);
    return moved;
  }

  cellBytes(address: Address): number {
    if (this.isBlock[address >>> BLOCK_SHIFT] === 0) return this.large.cellBytes(address);
    return this.sizes[W[(address & BLOCK_MASK) + CLASS]];
  }

  footprint(): Footprint {
    const print = this.large.footprint();
    print.usedBytes = this.usedBytes;
    this.forEachBlock((block) => {
      const cell = this.sizes[W[block + CLASS]];
      const used = W[block + COUNT];
      const free = W[block + CAPACITY] - used;
      print.cellBytes += used * cell;
      print.freeBytes += free * cell;
      print.metadataBytes += HEADER_BYTES;
      if (cell < SMALL_HOLE_BYTES) print.smallHoleBytes += free * cell;
      if (free > 0 && cell > print.largestFreeBytes) print.largestFreeBytes = cell;
    });
    return print;
  }

  blocks(visit: (block: BlockInfo) => void): void {
    const info: BlockInfo = { address: 0, bytes: 0, free: false, payload: 0, requestedBytes: -1 };
    this.large.chunks(info, visit);
    const runs = this.large.mappedPayloads;
    let run = 0;
    this.forEachBlock((block) => {
      while (run < runs.length && runs[run]! < block) this.large.mappedBlock(info, runs[run++]!, visit);
      const sizeClass = W[block + CLASS];
      const words = this.sizes[sizeClass] >> 2;
      for (let index = 0; index < W[block + CAPACITY]; index++) {
        info.address = block + HEADER_WORDS + index * words;
        info.payload = info.address;
        info.bytes = words << 2;
        info.free = !this.isUsed(block, index);
        info.requestedBytes = -1;
        visit(info);
      }
    });
    while (run < runs.length) this.large.mappedBlock(info, runs[run++]!, visit);
  }

  verify(): void {
    this.large.verify();
    let blocks = 0;
    let withFree = 0;
    this.forEachBlock((block) => {
      blocks++;
      this.verifyBlock(block);
      if (W[block + COUNT] < W[block + CAPACITY]) withFree++;
    });
    if (blocks !== this.blockCount) throw new LabBug(`segregated: ${this.blockCount} blocks counted, ${blocks} found`);
    for (let sizeClass = 0; sizeClass < CELL_SIZES.length; sizeClass++) {
      let previous = 0;
      for (let block = this.heads[sizeClass]; block !== 0; block = W[block + NEXT]) {
        if (this.isBlock[block >>> BLOCK_SHIFT] === 0) this.bad(block, 'a list of blocks leads to what is none');
        if (W[block + CLASS] !== sizeClass) this.bad(block, 'block is in the list of another class');
        if (W[block + PREV] !== previous) this.bad(block, 'back link of a block is wrong');
        if (W[block + COUNT] >= W[block + CAPACITY]) this.bad(block, 'full block is listed as having a free cell');
        previous = block;
        withFree--;
      }
    }
    if (withFree !== 0) throw new LabBug(`segregated: ${withFree} blocks with a free cell are not listed`);
  }

  private verifyBlock(block: Address): void {
    const sizeClass = W[block + CLASS];
    if (sizeClass < 0 || sizeClass >= CELL_SIZES.length) this.bad(block, `block has class ${sizeClass}`);
    const size = this.sizes[sizeClass];
    const capacity = Math.floor((BLOCK_BYTES - HEADER_BYTES) / size);
    if (W[block + CAPACITY] !== capacity) this.bad(block, 'block has a wrong number of cells');
    const carved = (W[block + FRESH] - HEADER_BYTES) / size;
    if (!Number.isInteger(carved) || carved < 0 || carved > capacity)
      this.bad(block, 'block has a wrong offset of the next fresh cell');
    let used = 0;
    for (let index = 0; index < 32 * 32; index++) {
      if (!this.isUsed(block, index)) continue;
      if (index >= carved) this.bad(block, `cell ${index} is in use but was never handed out`);
      used++;
    }
    if (used !== W[block + COUNT]) this.bad(block, `block counts ${W[block + COUNT]} cells in use, its bits say ${used}`);
    let free = 0;
    for (let cell = W[block + FREE]; cell !== 0; cell = W[cell + 1]) {
      if ((cell & BLOCK_MASK) !== block) this.bad(cell, 'free list leaves its block');
      const index = ((cell - block) * 4 - HEADER_BYTES) / size;
      if (!Number.isInteger(index) || index < 0 || index >= carved) this.bad(cell, 'free list leads to what is no cell');
      if (this.isUsed(block, index)) this.bad(cell, 'cell in use is in the free list');
      if (++free > capacity) this.bad(block, 'free list runs in a circle');
    }
    if (free + used !== carved) this.bad(block, `${used} cells in use and ${free} free of ${carved} handed out`);
  }

  private openBlock(sizeClass: number): Address {
    hot[EVENT.alloc_slow]++;
    const block = this.pages.map(BLOCK_PAGES, BLOCK_PAGES);
    if (block === 0) return 0;
    hot[EVENT.alloc_refill]++;
    this.isBlock[block >>> BLOCK_SHIFT] = 1;
    this.blockCount++;
    W.fill(0, block, block + HEADER_WORDS);
    hot[EVENT.zero_bytes] += HEADER_BYTES;
    W[block + CAPACITY] = Math.floor((BLOCK_BYTES - HEADER_BYTES) / this.sizes[sizeClass]);
    W[block + CLASS] = sizeClass;
    W[block + FRESH] = HEADER_BYTES;
    this.link(block, sizeClass);
    return block;
  }

  private closeBlock(block: Address, sizeClass: number): void {
    this.unlink(block, sizeClass);
    this.isBlock[block >>> BLOCK_SHIFT] = 0;
    this.blockCount--;
    this.pages.unmap(block, BLOCK_PAGES);
  }

  private link(block: Address, sizeClass: number): void {
    const first = this.heads[sizeClass];
    W[block + NEXT] = first;
    W[block + PREV] = 0;
    if (first !== 0) W[first + PREV] = block;
    this.heads[sizeClass] = block;
  }

  private unlink(block: Address, sizeClass: number): void {
    const next = W[block + NEXT];
    const previous = W[block + PREV];
    if (next !== 0) W[next + PREV] = previous;
    if (previous !== 0) W[previous + NEXT] = next;
    else this.heads[sizeClass] = next;
  }

  private indexOf(block: Address, cell: Address, sizeClass: number): number {
    return (((cell - block - HEADER_WORDS) << 2) / this.sizes[sizeClass]) | 0;
  }

  private isUsed(block: Address, index: number): boolean {
    return (W[block + BITS + (index >> 5)] & (1 << (index & 31))) !== 0;
  }

  private forEachBlock(visit: (block: Address) => void): void {
    this.pages.forEachTaken((from, to) => {
      for (let unit = from >>> BLOCK_SHIFT; unit << BLOCK_SHIFT < to; unit++)
        if (this.isBlock[unit] !== 0) visit(unit << BLOCK_SHIFT);
    });
  }

  private bad(address: Address, sentence: string): never {
    throw new LabBug(`segregated: ${sentence} (word 0x${address.toString(16)})`);
  }
}
