/**
 * One bit for each 16 bytes of the heap region: a set of block addresses. It names the object starts (`Strategy.objects`, sweeping, the verifier)
 * or the marked objects of a tracing collector.
 *
 * ```
 *  bit (address - heapStart) >> 2 of the region  ->  words[bit >> 5] & (1 << (bit & 31))
 * ```
 */
import { REMEMBER } from '../base/object-state.ts';
import type { Address, Memory } from './memory.ts';

export class ObjectMap {
  readonly words: Int32Array;
  readonly start: Address;
  private readonly memory: Memory;

  constructor(memory: Memory) {
    this.memory = memory;
    this.start = memory.heapStart;
    this.words = new Int32Array(((memory.heapEnd - memory.heapStart) >>> 7) + 1);
  }

  /** Keeps the members; what puts them back must be called while the memory still knows what was touched since. */
  [REMEMBER](): () => void {
    let end = this.words.length;
    while (end > 0 && this.words[end - 1] === 0) end--;
    const words = this.words.slice(0, end);
    return () => {
      const { breakEnd, runsStart, runsEnd } = this.memory.touched;
      this.clear(this.start, breakEnd);
      if (runsStart < runsEnd) this.clear(runsStart, runsEnd);
      this.words.set(words);
    };
  }

  has(address: Address): boolean {
    const bit = (address - this.start) >> 2;
    return (this.words[bit >> 5] & (1 << (bit & 31))) !== 0;
  }

  add(address: Address): void {
    const bit = (address - this.start) >> 2;
    this.words[bit >> 5] |= 1 << (bit & 31);
  }

  delete(address: Address): void {
    const bit = (address - this.start) >> 2;
    this.words[bit >> 5] &= ~(1 << (bit & 31));
  }

  /** Bytes of the part that describes the region up to `end`: what a strategy is charged for it. */
  bytesTo(end: Address): number {
    return (end - this.start) >>> 5;
  }

  /** Empties the part that describes `from` up to `to`; both multiples of 128 words, or the whole region. */
  clear(from: Address = this.start, to: Address = this.start + (this.words.length << 7)): void {
    this.words.fill(0, (from - this.start) >> 7, ((to - this.start) >> 7) + (((to - this.start) & 127) === 0 ? 0 : 1));
  }

  /** The first member at `address` or after it and before `end`; 0 when there is none. */
  next(address: Address, end: Address): Address {
    const { words, start } = this;
    const last = (end - start - 1) >> 7;
    let bit = (address - start + 3) >> 2;
    let index = bit >> 5;
    if (index > last) return 0;
    let word = words[index] & (-1 << (bit & 31));
    while (word === 0) {
      index++;
      if (index > last) return 0;
      word = words[index];
    }
    bit = (index << 5) + (31 - Math.clz32(word & -word));
    const found = start + (bit << 2);
    return found < end ? found : 0;
  }

  /** Visits every member from `from` up to `to` in address order. The visitor may delete the member it is given and those before it. */
  forEach(from: Address, to: Address, visit: (address: Address) => void): void {
    const { words, start } = this;
    const first = (from - start) >> 7;
    const end = Math.min(words.length, (to - start + 127) >> 7);
    for (let index = first; index < end; index++) {
      let word = words[index];
      while (word !== 0) {
        const low = word & -word;
        const address = start + (((index << 5) + (31 - Math.clz32(low))) << 2);
        if (address >= from && address < to) visit(address);
        word ^= low;
      }
    }
  }
}
