/**
 * The heap region, handed out in pages of 4 KiB.
 *
 * ```
 *  heapStart        break ->               middle                              heapEnd
 *  | brk zone: one contiguous, growing run | runs: first fit by address ...    |
 * ```
 *
 * A C library's `brk` heap grows from the low end (`extend`, `shrink`); page runs (`reserve`: arenas, blocks of a segregated heap, large
 * objects) take the first fit from the middle on, and below it when nothing is left there. The region is physically twice as large
 * as the limit and its overdraft, so both zones can hold the whole heap.
 *
 * Address space and memory are told apart, as by an operating system: `reserve` takes addresses, `charge` takes memory. Mapped bytes are the
 * charged ones, so an arena costs what was touched of it, not its 1 MiB at once.
 *
 * The limit: charging past it sets `overLimit` and asks for a safepoint; charging past limit + overdraft is refused.
 */
import { assert } from '../base/assert.ts';
import { LabBug } from '../base/errors.ts';
import { type Clock, EVENT } from './clock.ts';
import { type Address, type Memory, overdraftBytes } from './memory.ts';
import { PENDING } from './strategy.ts';

export const PAGE_BYTES = 4096;
export const PAGE_WORDS = PAGE_BYTES / 4;

export class PageMap {
  readonly start: Address;
  /** Pages of the region. */
  readonly pageCount: number;
  readonly limitBytes: number;
  /** Set when a charge passed the limit, until somebody has dealt with it. */
  overLimit = false;
  /** A charge past this asks for a safepoint as well: collectors that free cells, not pages, must run before the limit is reached. */
  softBytes: number = Number.POSITIVE_INFINITY;
  /** Set when a charge passed `softBytes`. */
  overSoft = false;
  private readonly hardBytes: number;
  private readonly middle: number;
  private readonly clock: Clock;
  private readonly touched: Memory['touched'];
  private readonly control: Int32Array;
  private chargedPages = 0;
  private peakPages = 0;
  /** First page after the brk zone. */
  private breakPage = 0;
  /** Free runs of pages in address order, never adjacent to each other: first page and length. */
  private readonly runStarts: number[] = [0];
  private readonly runLengths: number[];

  /** `share` of the limit is for the strategy's blocks; the rest is its copy reserve. */
  constructor(memory: Memory, clock: Clock, control: Int32Array, share = 1) {
    this.start = memory.heapStart;
    this.pageCount = (memory.heapEnd - memory.heapStart) >>> 10;
    this.limitBytes = Math.floor(memory.limits.heapBytes * share);
    this.hardBytes = this.limitBytes + overdraftBytes(memory.limits.heapBytes) * share;
    this.middle = ((this.pageCount >>> 1) + 255) & ~255;
    this.clock = clock;
    this.touched = memory.touched;
    this.control = control;
    this.runLengths = [this.pageCount];
  }

  get mappedBytes(): number {
    return this.chargedPages * PAGE_BYTES;
  }
  get peakMappedBytes(): number {
    return this.peakPages * PAGE_BYTES;
  }
  /** Pages of the brk zone. */
  get breakPages(): number {
    return this.breakPage;
  }

  /** Takes memory for `pages` pages. False when not even the overdraft has it; past the limit, asks for a safepoint. */
  charge(pages: number): boolean {
    const after = (this.chargedPages + pages) * PAGE_BYTES;
    if (after > this.softBytes) {
      this.overSoft = true;
      this.control[PENDING] = 1;
    }
    if (after > this.limitBytes) {
      this.overLimit = true;
      this.control[PENDING] = 1;
      if (after > this.hardBytes) return false;
    }
    this.chargedPages += pages;
    if (this.chargedPages > this.peakPages) this.peakPages = this.chargedPages;
    this.clock.hot[EVENT.page_map] += pages;
    return true;
  }

  /** Takes memory that is set aside already: a copying collector's reserve. */
  chargeReserve(pages: number): void {
    this.chargedPages += pages;
    this.clock.hot[EVENT.page_map] += pages;
  }

  uncharge(pages: number): void {
    this.chargedPages -= pages;
    assert(this.chargedPages >= 0, 'more pages given back than were mapped');
    this.clock.hot[EVENT.page_unmap] += pages;
  }

  /** Is the heap over its limit now? */
  isFull(): boolean {
    return this.chargedPages * PAGE_BYTES > this.limitBytes;
  }

  /** Addresses for a run of `pages`, its start a multiple of `alignPages` pages; 0 when no run is long enough. Charges nothing. */
  reserve(pages: number, alignPages: number): Address {
    const page = this.find(this.middle, this.pageCount, pages, alignPages);
    const found = page >= 0 ? page : this.find(this.breakPage, this.middle, pages, alignPages);
    if (found < 0) return 0;
    this.take(found, pages);
    const address = this.start + found * PAGE_WORDS;
    this.touch(address, address + pages * PAGE_WORDS);
    return address;
  }

  /** Says that words of the region may be written from now on; the next machine of the thread finds them cleared. */
  touch(from: Address, to: Address): void {
    const { touched } = this;
    const middle = this.start + this.middle * PAGE_WORDS;
    if (from < middle) touched.breakEnd = Math.max(touched.breakEnd, Math.min(to, middle));
    if (to > middle) {
      touched.runsStart = Math.min(touched.runsStart, Math.max(from, middle));
      touched.runsEnd = Math.max(touched.runsEnd, to);
    }
  }

  /** Takes the addresses of a run at a given place, all of them free; `touch` is left to the caller. */
  reserveAt(address: Address, pages: number): void {
    this.take((address - this.start) / PAGE_WORDS, pages);
  }

  /** `reserve` and `charge` in one. */
  map(pages: number, alignPages: number): Address {
    if (!this.charge(pages)) return 0;
    const address = this.reserve(pages, alignPages);
    if (address === 0) this.uncharge(pages);
    return address;
  }

  /** Gives the addresses of a run back. */
  release(address: Address, pages: number): void {
    this.give((address - this.start) / PAGE_WORDS, pages);
  }

  unmap(address: Address, pages: number): void {
    this.release(address, pages);
    this.uncharge(pages);
  }

  /** Lengthens a mapped run in place by `more` pages. */
  extendRun(address: Address, pages: number, more: number): boolean {
    const page = (address - this.start) / PAGE_WORDS + pages;
    const index = this.runAt(page);
    if (index < 0 || this.runStarts[index]! + this.runLengths[index]! < page + more || !this.charge(more)) return false;
    this.take(page, more);
    this.touch(address, this.start + (page + more) * PAGE_WORDS);
    return true;
  }

  /** Grows the brk zone by `pages`; returns the address of the first new page or 0. */
  extend(pages: number): Address {
    const page = this.breakPage;
    const index = this.runAt(page);
    if (index < 0 || this.runLengths[index]! - (page - this.runStarts[index]!) < pages || !this.charge(pages)) return 0;
    this.take(page, pages);
    this.breakPage = page + pages;
    this.touch(this.start + page * PAGE_WORDS, this.start + this.breakPage * PAGE_WORDS);
    return this.start + page * PAGE_WORDS;
  }

  /** Takes `pages` pages off the end of the brk zone. */
  shrink(pages: number): void {
    this.breakPage -= pages;
    this.give(this.breakPage, pages);
    this.uncharge(pages);
  }

  /** Throws LabBug when the free runs are out of order, overlap or touch. */
  verify(): void {
    let end = -1;
    for (let index = 0; index < this.runStarts.length; index++) {
      const start = this.runStarts[index]!;
      if (start <= end) throw new LabBug(`page map: free run at page ${start} is not apart from the one that ends at ${end}`);
      if (this.runLengths[index]! <= 0) throw new LabBug(`page map: free run at page ${start} is empty`);
      end = start + this.runLengths[index]!;
    }
    if (end > this.pageCount) throw new LabBug(`page map: free run ends at page ${end} of ${this.pageCount}`);
  }

  /** Visits the taken runs of pages in address order, as addresses of their first word and of the first word after them. */
  forEachTaken(visit: (from: Address, to: Address) => void): void {
    let page = 0;
    for (let index = 0; index <= this.runStarts.length; index++) {
      const end = index < this.runStarts.length ? this.runStarts[index]! : this.pageCount;
      if (end > page) visit(this.start + page * PAGE_WORDS, this.start + end * PAGE_WORDS);
      if (index < this.runStarts.length) page = end + this.runLengths[index]!;
    }
  }

  /** Is every page of the run taken? */
  isTaken(address: Address, pages: number): boolean {
    const page = (address - this.start) / PAGE_WORDS;
    for (let index = 0; index < this.runStarts.length; index++) {
      const start = this.runStarts[index]!;
      if (start < page + pages && start + this.runLengths[index]! > page) return false;
    }
    return true;
  }

  private find(from: number, to: number, pages: number, alignPages: number): number {
    const { runStarts, runLengths } = this;
    for (let index = 0; index < runStarts.length; index++) {
      const start = runStarts[index]!;
      const end = Math.min(start + runLengths[index]!, to);
      const first = Math.ceil(Math.max(start, from) / alignPages) * alignPages;
      if (first + pages <= end) return first;
    }
    return -1;
  }

  /** Index of the free run that holds `page`, or -1. */
  private runAt(page: number): number {
    let low = 0;
    let high = this.runStarts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.runStarts[middle]! <= page) low = middle + 1;
      else high = middle;
    }
    const index = low - 1;
    return index >= 0 && page < this.runStarts[index]! + this.runLengths[index]! ? index : -1;
  }

  private take(page: number, pages: number): void {
    const { runStarts, runLengths } = this;
    const index = this.runAt(page);
    assert(index >= 0, 'page taken twice');
    const start = runStarts[index]!;
    const end = start + runLengths[index]!;
    const tail = end - (page + pages);
    assert(tail >= 0, 'page run reaches into taken pages');
    if (page > start) {
      runLengths[index] = page - start;
      if (tail > 0) {
        runStarts.splice(index + 1, 0, page + pages);
        runLengths.splice(index + 1, 0, tail);
      }
    } else if (tail > 0) {
      runStarts[index] = page + pages;
      runLengths[index] = tail;
    } else {
      runStarts.splice(index, 1);
      runLengths.splice(index, 1);
    }
  }

  private give(page: number, pages: number): void {
    const { runStarts, runLengths } = this;
    assert(this.runAt(page) < 0, 'page given back twice');
    let index = 0;
    let high = runStarts.length;
    while (index < high) {
      const middle = (index + high) >> 1;
      if (runStarts[middle]! < page) index = middle + 1;
      else high = middle;
    }
    assert(index === runStarts.length || page + pages <= runStarts[index]!, 'page run given back overlaps a free one');
    const joinsLeft = index > 0 && runStarts[index - 1]! + runLengths[index - 1]! === page;
    const joinsRight = index < runStarts.length && runStarts[index]! === page + pages;
    if (joinsLeft) {
      runLengths[index - 1]! += pages + (joinsRight ? runLengths[index]! : 0);
      if (joinsRight) {
        runStarts.splice(index, 1);
        runLengths.splice(index, 1);
      }
    } else if (joinsRight) {
      runStarts[index] = page;
      runLengths[index]! += pages;
    } else {
      runStarts.splice(index, 0, page);
      runLengths.splice(index, 0, pages);
    }
  }
}
