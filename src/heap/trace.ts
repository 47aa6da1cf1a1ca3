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

export class Tracer {
  /** The heap objects that the last trace reached. */
  readonly reached: ObjectMap;
  private readonly context: StrategyContext;
  private readonly visited: Address[] = [];

  constructor(context: StrategyContext) {
    this.context = context;
    this.reached = new ObjectMap(context.memory);
  }

  /** Traces from the roots and from what the strategy itself holds. */
  trace(strategy: Holder): TraceResult {
    const { model, roots, memory } = this.context;
    const W = memory.words;
    const { reached, visited } = this;
    for (const object of visited) reached.delete(object);
    visited.length = 0;
    const reach = (object: Address): void => {
      if (object < memory.heapStart || reached.has(object)) return;
      reached.add(object);
      visited.push(object);
    };
    forEachRootSlot(roots, (slot) => reach(W[slot]));
    strategy.audit?.pendingReferences(reach);
    let bytes = 0;
    strategy.audit?.staticOwners((owner) => {
      const slots = model.slots(owner);
      for (let index = 0; index < slots; index++) reach(W[model.slotScratch[index]]);
      const buffers = model.buffers(owner);
      for (let index = 0; index < buffers; index++)
        if (W[model.slotScratch[index]] >= memory.heapStart) bytes += model.byteScratch[index];
    });
    for (let next = 0; next < visited.length; next++) {
      const object = visited[next]!;
      bytes += model.size(object);
      const slots = model.slots(object);
      for (let index = 0; index < slots; index++) reach(W[model.slotScratch[index]]);
      const buffers = model.buffers(object);
      for (let index = 0; index < buffers; index++) bytes += model.byteScratch[index];
    }
    return { objects: visited.length, bytes };
  }
}
