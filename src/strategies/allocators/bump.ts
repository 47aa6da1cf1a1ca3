/**
 * A bump allocator: the next block begins where the last one ended. Two spaces of which one is in use, so that a copying collector
 * can flip; a strategy that never frees uses the first alone.
 *
 * ```
 *  | block | block | ... | top ->        charged |            |  other space            |
 * ```
 * Blocks are multiples of 16 bytes without any header. What is freed is not reused before the space is given up as a whole; the last
 * block may grow in place. Memory is charged in steps of 32 KiB as the top moves.
 */
import { assert } from '../../base/assert.ts';
import { LabBug } from '../../base/errors.ts';
import { EVENT, HOT } from '../../heap/clock.ts';
import { type Address, type Memory, WORDS } from '../../heap/memory.ts';
import { ObjectMap } from '../../heap/object-map.ts';
import { PAGE_WORDS, type PageMap } from '../../heap/page-map.ts';
import { type BlockInfo, type Footprint, SMALL_HOLE_BYTES } from '../../heap/strategy.ts';
import type { ReclaimingAllocator } from './reclaiming-allocator.ts';

// Constants of this module: the engine folds their addresses into the code (heap/memory.ts).
const W = WORDS;
const hot = HOT;

const STEP_PAGES = 8;

const USED = 0;
const CELLS = 1;

export class Bump implements ReclaimingAllocator {
  readonly name = 'bump';
  private readonly pages: PageMap;
  /** Requested bytes and cell bytes in use, modulo 2^32. */
  private readonly tally = new Int32Array(2);
  private readonly spaceStarts: readonly [Address, Address];
  private readonly spaceEnds: readonly [Address, Address];
  /** Block starts and freed blocks, kept when blocks must be listed. */
  private readonly starts: ObjectMap | null;
  private readonly freed: ObjectMap | null;
  private space = 0;
  private start: Address;
  private top: Address;
  /** First word after the charged pages. */
  private charged: Address;
  private copying = false;
  private oldTop: Address = 0;
  private oldCharged: Address = 0;

  /** `spaces`: 1 = the whole heap region, 2 = its halves. `trackBlocks` keeps what `blocks` needs. */
  constructor(memory: Memory, pages: PageMap, spaces: 1 | 2, trackBlocks: boolean) {
    this.pages = pages;
    const end = pages.start + pages.pageCount * PAGE_WORDS;
    const middle = spaces === 2 ? pages.start + (pages.pageCount >>> 1) * PAGE_WORDS : end;
    this.spaceStarts = [pages.start, middle];
    this.spaceEnds = [middle, end];
    pages.reserveAt(pages.start, pages.pageCount);
    this.starts = trackBlocks ? new ObjectMap(memory) : null;
    this.freed = trackBlocks ? new ObjectMap(memory) : null;
    this.start = pages.start;
    this.top = this.start;
    this.charged = this.start;
  }

  get usedBytes(): number {
    return this.tally[USED] >>> 0;
  }
  /** First word of the space in use, and the first word after its last block. */
  get spaceStart(): Address {
    return this.start;
  }
  get spaceTop(): Address {
    return this.top;
  }

  allocate(bytes: number): Address {
    const address = this.top;
    const cell = (bytes + 15) & ~15;
    const top = address + (cell >> 2);
    if (top > this.charged && !this.refill(top)) return 0;
    this.top = top;
    this.tally[USED] += bytes;
    this.tally[CELLS] += cell;
    hot[EVENT.alloc_fast]++;
    if (this.starts !== null) this.starts.add(address);
    return address;
  }

  /** As `allocate`, for a collector that copies: nothing is counted as the program's, and room is certain. */
  allocateCopy(bytes: number): Address {
    const address = this.top;
    const cell = (bytes + 15) & ~15;
    const top = address + (cell >> 2);
    if (top > this.charged) this.refill(top);
    this.top = top;
    this.tally[USED] += bytes;
    this.tally[CELLS] += cell;
    if (this.starts !== null) this.starts.add(address);
    return address;
  }

  /** Keeps the books; nothing is done that would cost anything. */
  free(address: Address, bytes: number): void {
    this.tally[USED] -= bytes;
    this.tally[CELLS] -= (bytes + 15) & ~15;
    if (this.freed !== null) {
      if (!this.starts!.has(address) || this.freed.has(address))
        throw new LabBug(`bump: no block in use at word 0x${address.toString(16)}`);
      this.freed.add(address);
    }
  }

  resize(address: Address, oldBytes: number, newBytes: number): Address {
    const oldCell = (oldBytes + 15) & ~15;
    const newCell = (newBytes + 15) & ~15;
    const isLast = address + (oldCell >> 2) === this.top;
    if (newCell <= oldCell || (isLast && (address + (newCell >> 2) <= this.charged || this.refill(address + (newCell >> 2))))) {
      // A shrunk block keeps its place: nothing here is handed out twice.
      if (isLast && newCell > oldCell) this.top = address + (newCell >> 2);
      hot[EVENT.alloc_fast]++;
      this.tally[USED] += newBytes - oldBytes;
      this.tally[CELLS] += newCell - oldCell;
      return address;
    }
    const moved = this.allocate(newBytes);
    if (moved === 0) return 0;
    W.copyWithin(moved, address, address + ((oldBytes + 3) >> 2));
    hot[EVENT.copy_bytes] += oldBytes;
    this.free(address, oldBytes);
    return moved;
  }

  /** Bytes up to the next block; needs `trackBlocks`. */
  cellBytes(address: Address): number {
    assert(this.starts !== null, 'cells of a bump space are known only when blocks are tracked');
    const next = this.starts.next(address + 4, this.top);
    return ((next === 0 ? this.top : next) - address) << 2;
  }

  footprint(): Footprint {
    const chargedBytes = (this.charged - this.start) << 2;
    const spareBytes = (this.charged - this.top) << 2;
    return {
      usedBytes: this.usedBytes,
      cellBytes: this.tally[CELLS] >>> 0,
      mappedBytes: this.pages.mappedBytes,
      metadataBytes: 0,
      sideBytes: 0,
      // Freed blocks are not free: nothing can be put there before the space is given up.
      freeBytes: Math.min(spareBytes, chargedBytes),
      largestFreeBytes: spareBytes,
      smallHoleBytes: spareBytes < SMALL_HOLE_BYTES ? spareBytes : 0,
    };
  }

  blocks(visit: (block: BlockInfo) => void): void {
    assert(this.starts !== null && this.freed !== null, 'blocks of a bump space are known only when they are tracked');
    const block: BlockInfo = { address: 0, bytes: 0, free: false, payload: 0, requestedBytes: -1 };
    for (let address = this.start; address < this.top && address !== 0; ) {
      const next = this.starts.next(address + 4, this.top);
      block.address = address;
      block.payload = address;
      block.bytes = ((next === 0 ? this.top : next) - address) << 2;
      block.free = this.freed.has(address);
      visit(block);
      address = next;
    }
    if (this.charged > this.top) {
      block.address = this.top;
      block.payload = this.top;
      block.bytes = (this.charged - this.top) << 2;
      block.free = true;
      visit(block);
    }
  }

  /** What lies below the top, as one block in use whatever was freed of it, and what is charged above it. */
  stretches(visit: (block: BlockInfo) => void): void {
    const { start, top, charged } = this;
    if (top > start) visit({ address: start, bytes: (top - start) << 2, free: false, payload: start, requestedBytes: -1 });
    if (charged > top) visit({ address: top, bytes: (charged - top) << 2, free: true, payload: top, requestedBytes: -1 });
  }

  verify(): void {
    if (this.top > this.charged || this.charged > this.spaceEnds[this.space]!) {
      throw new LabBug(`bump: top 0x${this.top.toString(16)} lies behind the charged pages 0x${this.charged.toString(16)}`);
    }
    if ((this.charged - this.start) << 2 !== this.pages.mappedBytes) {
      throw new LabBug(`bump: ${(this.charged - this.start) << 2} bytes charged, the page map has ${this.pages.mappedBytes}`);
    }
    if (this.starts === null) return;
    let cells = 0;
    this.blocks((block) => {
      if (!block.free) cells += block.bytes;
    });
    // A block shrunk in place leaves a gap behind it, so blocks may hold more than the cells counted.
    if (cells < this.tally[CELLS] >>> 0)
      throw new LabBug(`bump: ${this.tally[CELLS] >>> 0} cell bytes counted, blocks have ${cells}`);
  }

  /** Starts copying into the other space, which is empty. */
  beginCopy(): void {
    assert(!this.copying, 'the spaces are being flipped already');
    this.copying = true;
    this.oldTop = this.top;
    this.oldCharged = this.charged;
    this.space = 1 - this.space;
    this.start = this.spaceStarts[this.space]!;
    this.top = this.start;
    this.charged = this.start;
    this.tally.fill(0);
  }

  /** Gives up the old space. Returns its first word and the first word after its last block. */
  endCopy(): { from: Address; to: Address } {
    const from = this.spaceStarts[1 - this.space]!;
    this.starts?.clear(from, this.oldTop);
    this.freed?.clear(from, this.oldTop);
    this.pages.uncharge((this.oldCharged - from) / PAGE_WORDS);
    this.copying = false;
    return { from, to: this.oldTop };
  }

  private refill(top: Address): boolean {
    const needed = Math.ceil((top - this.charged) / PAGE_WORDS);
    const room = (this.spaceEnds[this.space]! - this.charged) / PAGE_WORDS;
    if (needed > room) return false;
    if (this.copying) this.pages.chargeReserve(needed);
    else {
      hot[EVENT.alloc_refill]++;
      // A space has addresses for all that the limit allows and more.
      const roomy = this.pages.mappedBytes + Math.max(needed, STEP_PAGES) * PAGE_WORDS * 4 <= this.pages.limitBytes;
      const step = roomy ? Math.max(needed, STEP_PAGES) : needed;
      if (!this.pages.charge(step)) return false;
      this.charged += step * PAGE_WORDS;
      this.pages.touch(this.start, this.charged);
      return true;
    }
    this.charged += needed * PAGE_WORDS;
    this.pages.touch(this.start, this.charged);
    return true;
  }
}
