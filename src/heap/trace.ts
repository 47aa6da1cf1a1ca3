/**
 * An independent trace from the roots: what is reachable, and how many bytes that is. It shares nothing with any collector, charges
 * nothing to the clock, and is the oracle for live bytes.
 */
import type { Address } from './memory.ts';
import { ObjectMap } from './object-map.ts';
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

  constructor(context: StrategyContext) {
    this.context = context;
    this.reached = new ObjectMap(context.memory);
    this.parts = new Uint8Array(((context.memory.heapEnd - context.memory.heapStart) >>> PART_LOG2) + 1);
  }

  /** Traces from the roots and from what the strategy itself holds. */
  trace(strategy: Holder, see: SeePiece | null = null): TraceResult {
    const { model, roots, memory } = this.context;
    const { words: W, heapStart } = memory;
    this.forget();
    this.objects = 0;
    this.bytes = 0;
    this.see = see;
    forEachRootSlot(roots, (slot) => this.reach(W[slot]));
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
      this.add(object, model.size(object));
      const slots = model.slots(object);
      const { slotScratch } = model;
      for (let index = 0; index < slots; index++) this.reach(W[slotScratch[index]]);
      const buffers = model.buffers(object);
      for (let index = 0; index < buffers; index++) this.add(W[model.slotScratch[index]], model.byteScratch[index]);
    }
    this.see = null;
    return { objects: this.objects, bytes: this.bytes };
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
    if (object < reached.start || reached.has(object)) return;
    reached.add(object);
    this.objects++;
    this.parts[(object - reached.start) >>> PART_LOG2] = 1;
    // What has no references need not wait.
    const leaf = this.context.model.leaf?.(object) ?? 0;
    if (leaf !== 0) {
      this.add(object, leaf & 0xffff);
      return;
    }
    if (this.waiting === this.work.length) {
      const larger = new Int32Array(2 * this.waiting);
      larger.set(this.work);
      this.work = larger;
    }
    this.work[this.waiting++] = object;
  }
}
