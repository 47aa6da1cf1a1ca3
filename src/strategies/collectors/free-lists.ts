/**
 * Free lists of dead objects' blocks, as CPython keeps them for floats, tuples, lists and dicts: the next object of the type
 * takes the block that died last, without asking the allocator. All blocks of one list have one size.
 *
 * The link to the next block lies in the FLAGS word of the dead object; its count stays 0 (or poison).
 */
import { LabBug } from '../../base/errors.ts';
import { FLAGS, POISON, TYPE } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';

// Constants of this module: the engine folds their addresses into the code (heap/memory.ts).
const W = WORDS;

export class FreeLists {
  /** Object that died last, by list; 0 for none. Entry 0 is unused. */
  readonly heads: Int32Array;
  private readonly counts: Int32Array;
  private readonly limits: Int32Array;
  private readonly bytes: Int32Array;
  private readonly prefixWords: Int32Array;
  private readonly poisons: boolean;

  /** `limits`: see ObjectModel.freeListLimits. With `use` false nothing is ever kept. */
  constructor(limits: readonly number[], use: boolean, poisons: boolean) {
    const lists = limits.length;
    this.heads = new Int32Array(lists);
    this.counts = new Int32Array(lists);
    this.limits = new Int32Array(lists);
    if (use) this.limits.set(limits);
    this.bytes = new Int32Array(lists);
    this.prefixWords = new Int32Array(lists);
    this.poisons = poisons;
  }

  /** Keeps a dead object's block unless the list is full. */
  put(list: number, object: Address, bytes: number, prefixWords: number): boolean {
    if (this.counts[list] >= this.limits[list]) return false;
    W[object + FLAGS] = this.heads[list];
    this.heads[list] = object;
    this.counts[list]++;
    this.bytes[list] = bytes;
    this.prefixWords[list] = prefixWords;
    return true;
  }

  isFull(list: number): boolean {
    return this.counts[list]! >= this.limits[list]!;
  }

  /** The block that died last; the list is not empty. */
  take(list: number, bytes: number): Address {
    const object = this.heads[list];
    if (this.bytes[list] !== bytes)
      throw new LabBug(`free list ${list} keeps blocks of ${this.bytes[list]} bytes, asked for ${bytes}`);
    if (this.poisons && W[object + TYPE] !== POISON) {
      throw new LabBug(`free list ${list}: the dead block at word 0x${object.toString(16)} was written to`);
    }
    this.heads[list] = W[object + FLAGS];
    this.counts[list]--;
    return object;
  }

  /** Blocks kept, by list. */
  kept(): readonly number[] {
    return [...this.counts];
  }

  /** Hands every kept block, header included, to `free`. */
  empty(free: (block: Address, bytes: number) => void): void {
    for (let list = 1; list < this.heads.length; list++) {
      const prefixWords = this.prefixWords[list];
      for (let object = this.heads[list]; object !== 0; ) {
        const next = W[object + FLAGS];
        free(object - prefixWords, this.bytes[list] + (prefixWords << 2));
        object = next;
      }
      this.heads[list] = 0;
      this.counts[list] = 0;
    }
  }

  keptBytes(): number {
    let sum = 0;
    for (let list = 1; list < this.heads.length; list++) sum += this.counts[list] * this.bytes[list];
    return sum;
  }

  keptPrefixBytes(): number {
    let sum = 0;
    for (let list = 1; list < this.heads.length; list++) sum += this.counts[list] * (this.prefixWords[list] << 2);
    return sum;
  }

  /** First word of every kept block. */
  blocks(visit: (block: Address) => void): void {
    for (let list = 1; list < this.heads.length; list++) {
      for (let object = this.heads[list]; object !== 0; object = W[object + FLAGS]) visit(object - this.prefixWords[list]);
    }
  }

  verify(): void {
    for (let list = 1; list < this.heads.length; list++) {
      let length = 0;
      for (let object = this.heads[list]; object !== 0; object = W[object + FLAGS]) {
        const count = W[object];
        if (count !== 0 && count !== POISON) {
          throw new LabBug(`free list ${list}: the block at word 0x${object.toString(16)} has count ${count}`);
        }
        if (++length > this.counts[list]) break;
      }
      if (length !== this.counts[list])
        throw new LabBug(`free list ${list} counts ${this.counts[list]} blocks, links ${length}`);
    }
  }
}
