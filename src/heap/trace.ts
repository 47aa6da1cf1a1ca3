/**
 * An independent trace from the roots: what is reachable, and how many bytes that is. It shares nothing with any collector, charges
 * nothing to the clock, and is the oracle for live bytes.
 */
import { TYPE } from './layout.ts';
import { type Address, WORDS } from './memory.ts';
import { ObjectMap } from './object-map.ts';
import { PLAIN } from './object-model.ts';
import type { Roots } from './roots.ts';
import type { Audit, StrategyContext } from './strategy.ts';

export interface TraceResult {
  readonly objects: number;
  /** Bytes of the objects and their buffers as requested, headers not included. */
  readonly bytes: number;
}

/** Visits every root slot: the table, the stack, slots of static objects. */
export function forEachRootSlot(roots: Roots, visit: (slot: Address) => void): void {
  for (let slot = roots.tableStart; slot < roots.tableEnd(); slot += 2) visit(slot);
  for (let slot = roots.stackStart; slot < roots.stackEnd(); slot += 2) visit(slot);
  roots.extraSlots?.(visit);
}

/** What a trace asks of a strategy. */
export interface Holder {
  readonly audit?: Pick<Audit, 'pendingReferences' | 'staticOwners'>;
}

/** Binary logarithm of the words of a part. */
const PART_LOG2 = 14;

/** Told of each piece of memory that a trace reaches, in no particular order: objects and their buffers, without headers. */
export type SeePiece = (address: Address, bytes: number) => void;

// A constant of this module: the engine folds its address into the code (heap/memory.ts).
const W = WORDS;

const PLAIN_MASK = (1 << PLAIN.first) - 1;
const PLAIN_WORD = 63 << PLAIN.first;
const PLAIN_FIRST = PLAIN.first;
const PLAIN_TYPE = PLAIN.type;
const PLAIN_BYTES = PLAIN.bytes;

export class Tracer {
  /** The heap objects that the last trace reached. */
  readonly reached: ObjectMap;
  private readonly context: StrategyContext;
  /** Objects that were reached and not looked into yet. */
  private work = new Int32Array(1024);
  private waiting = 0;
  private objects = 0;
  private bytes = 0;
  /** Which parts of the region the last trace reached objects in: the rest of `reached` is empty. */
  private readonly parts: Uint8Array;
  private see: SeePiece | null = null;
  private readonly reachSlot = (slot: Address): void => this.reach(W[slot]);

  constructor(context: StrategyContext) {
    this.context = context;
    this.reached = new ObjectMap(context.memory);
    this.parts = new Uint8Array(((context.memory.heapEnd - context.memory.heapStart) >>> PART_LOG2) + 1);
  }

  /** Traces from the roots and from what the strategy itself holds. */
  trace(strategy: Holder, see: SeePiece | null = null): TraceResult {
    const { model, roots, memory } = this.context;
    const { heapStart } = memory;
    this.forget();
    // The last trace may have thrown on the way: what it had not looked into is no reference of now.
    this.waiting = 0;
    this.objects = 0;
    this.bytes = 0;
    this.see = see;
    forEachRootSlot(roots, this.reachSlot);
    strategy.audit?.pendingReferences((object) => this.reach(object));
    strategy.audit?.staticOwners((owner) => {
      const slots = model.slots(owner);
      const { slotScratch } = model;
      for (let index = 0; index < slots; index++) this.reach(W[slotScratch[index]]);
      const buffers = model.buffers(owner);
      for (let index = 0; index < buffers; index++) {
        if (W[model.slotScratch[index]] >= heapStart) this.add(W[model.slotScratch[index]], model.byteScratch[index]);
      }
    });
    while (this.waiting > 0) {
      const object = this.work[--this.waiting]!;
      const leaf = model.leaf?.(object) ?? 0;
      if (leaf !== 0) {
        this.add(object, leaf & 0xffff);
        continue;
      }
      const plain = model.plain?.(object) ?? 0;
      if (plain === 0) {
        this.lookInto(object);
        continue;
      }
      this.add(object, plain >>> PLAIN_BYTES);
      let slot = object + ((plain & PLAIN_WORD) >> PLAIN_FIRST);
      for (let left = plain & PLAIN_MASK; left > 0; left--) {
        this.reach(W[slot]);
        slot += 2;
      }
      if ((plain & PLAIN_TYPE) !== 0) this.reach(W[object + TYPE]);
    }
    this.see = null;
    return { objects: this.objects, bytes: this.bytes };
  }

  /** An object of any kind. */
  private lookInto(object: Address): void {
    const { model } = this.context;
    this.add(object, model.size(object));
    const slots = model.slots(object);
    const { slotScratch } = model;
    for (let index = 0; index < slots; index++) this.reach(W[slotScratch[index]]);
    const buffers = model.buffers(object);
    for (let index = 0; index < buffers; index++) this.add(W[model.slotScratch[index]], model.byteScratch[index]);
  }

  private forget(): void {
    const { parts, reached } = this;
    for (let part = 0; part < parts.length; part++) {
      if (parts[part] === 0) continue;
      parts[part] = 0;
      reached.clear(reached.start + part * 2 ** PART_LOG2, reached.start + (part + 1) * 2 ** PART_LOG2);
    }
  }

  private add(address: Address, bytes: number): void {
    this.bytes += bytes;
    this.see?.(address, bytes);
  }

  private reach(object: Address): void {
    const { reached } = this;
    if (object < reached.start) return;
    const bit = (object - reached.start) >> 2;
    const mask = 1 << (bit & 31);
    const word = reached.words[bit >> 5];
    if ((word & mask) !== 0) return;
    reached.words[bit >> 5] = word | mask;
    this.objects++;
    this.parts[(object - reached.start) >>> PART_LOG2] = 1;
    if (this.waiting === this.work.length) {
      const larger = new Int32Array(2 * this.waiting);
      larger.set(this.work);
      this.work = larger;
    }
    this.work[this.waiting++] = object;
  }
}
