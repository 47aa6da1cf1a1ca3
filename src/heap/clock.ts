/**
 * The cost clock: named events counted in one Int32Array, folded into doubles at safepoints so that no counter wraps.
 * Cycles are computed afterwards as counts × profile (see cell/cost-profile), never while the program runs.
 */

import { fixedWords } from './memory.ts';

/** Every event of the cost model. `scope` is the bar it belongs to in the cost breakdown, `meaning` what is counted once. docs/cost-model.md is made from it. */
export const EVENTS = [
  {
    name: 'bytecode',
    scope: 'mutator',
    meaning: 'an instruction of the program; its look at the safepoint flag is part of it',
  },
  { name: 'native_call', scope: 'mutator', meaning: 'a call of a built-in' },
  {
    name: 'alloc_fast',
    scope: 'allocation',
    meaning: 'a request answered at once: from a list, a bump, or by a resize that keeps its cell',
  },
  {
    name: 'alloc_slow',
    scope: 'allocation',
    meaning: 'a request that searches bins, splits or joins chunks, opens a pool or maps pages',
  },
  { name: 'alloc_refill', scope: 'allocation', meaning: 'a pool or block laid out anew, or the heap grown' },
  {
    name: 'alloc_freelist',
    scope: 'allocation',
    meaning: 'an object made in the block of a dead one of its type; that it was put there is part of it',
  },
  { name: 'free', scope: 'allocation', meaning: 'a block given back to an allocator that can use it again' },
  { name: 'zero_bytes', scope: 'allocation', meaning: 'a byte of a header or of a table that the strategy sets to zero' },
  { name: 'page_map', scope: 'allocation', meaning: 'a page of 4 KiB taken' },
  { name: 'page_unmap', scope: 'allocation', meaning: 'a page given back' },
  { name: 'refcount_inc', scope: 'refcount', meaning: 'a count raised' },
  { name: 'refcount_dec', scope: 'refcount', meaning: 'a count lowered' },
  { name: 'refcount_zero', scope: 'refcount', meaning: 'a count that came to zero' },
  { name: 'immortal_check', scope: 'refcount', meaning: 'a count left alone because the object is immortal' },
  { name: 'child_release', scope: 'refcount', meaning: 'a reference of a dying or broken-up object let go of' },
  { name: 'barrier_fast', scope: 'barrier', meaning: 'a store seen by a write barrier that has nothing to do' },
  { name: 'barrier_slow', scope: 'barrier', meaning: 'a store that a write barrier acts on' },
  { name: 'remembered_insert', scope: 'barrier', meaning: 'an entry into a remembered set' },
  { name: 'remembered_drain', scope: 'mark', meaning: 'an entry of a remembered set read by a collection' },
  {
    name: 'root_slot',
    scope: 'mark',
    meaning: 'a slot of the stack, the root table, a static object or the finalizer queue read',
  },
  { name: 'object_visit', scope: 'mark', meaning: 'an object whose references a collector follows' },
  { name: 'edge', scope: 'mark', meaning: 'a reference followed' },
  { name: 'mark_push', scope: 'mark', meaning: 'an object put on the mark stack' },
  { name: 'mark_pop', scope: 'mark', meaning: 'an object taken off the mark stack' },
  {
    name: 'cell_sweep',
    scope: 'sweep',
    meaning:
      'a header or a start bit that a pass looks at without following references: a sweep, or a walk over the lists of the cycle collector',
  },
  { name: 'block_sweep', scope: 'sweep', meaning: 'a page of bitmaps swept' },
  { name: 'copy_bytes', scope: 'copy', meaning: 'a byte moved, by a collector or by a resize' },
  { name: 'forwarding_lookup', scope: 'copy', meaning: 'the new address of a moved object looked up' },
  {
    name: 'weakref_entry',
    scope: 'weak',
    meaning: 'a weak reference cleared or unlinked, or an entry of the registers of weak references and finalizers looked at',
  },
  { name: 'finalizer_call', scope: 'weak', meaning: 'a finalizer or a callback of a weak reference called' },
  {
    name: 'safepoint_poll',
    scope: 'mutator',
    meaning: 'a safepoint entered: something was asked for, or the regular look at the limits',
  },
  { name: 'collection', scope: 'mark', meaning: 'a collection begun' },
  // Only where the cost profile simulates a cache.
  {
    name: 'collector_l2_hit',
    scope: 'mark',
    meaning: 'an access of a collector that the first level of the simulated cache misses and the second has',
  },
  { name: 'collector_miss', scope: 'mark', meaning: 'an access of a collector that both levels miss' },
] as const;

export type EventName = (typeof EVENTS)[number]['name'];

/** Index of each event in the counter array; one object, so that hot code can capture its numbers as constants. */
export const EVENT = Object.fromEntries(EVENTS.map((event, index) => [event.name, index])) as Readonly<
  Record<EventName, number>
>;

/**
 * Counts since the last fold, one array for the thread, which runs one machine at a time; hot code adds to it directly, through a constant of its own module
 * (memory.ts says why).
 */
export const HOT: Int32Array = fixedWords(EVENTS.length);

/** The clock of one machine. Making one sets the counts back. */
export class Clock {
  readonly hot: Int32Array = HOT.fill(0);
  /** Folded totals. */
  readonly total: Float64Array = new Float64Array(EVENTS.length);
  /** Bytecodes so far, which the interpreter counts itself; those since its last poll are missing until the next. */
  bytecodes: (() => number) | null = null;

  /** Moves the hot counts into the totals. Call it at least once per 2^31 events: every safepoint that does work does. */
  fold(): void {
    const { hot, total } = this;
    for (let event = 0; event < hot.length; event++) {
      total[event] = total[event]! + hot[event]!;
      hot[event] = 0;
    }
    if (this.bytecodes !== null) total[EVENT.bytecode] = this.bytecodes();
  }

  /** Exact count of one event so far. */
  count(event: number): number {
    return this.total[event]! + this.hot[event]!;
  }
}

/** Snapshots in one buffer. */
const SNAPSHOTS_TOGETHER = 256;

/** Snapshots that share a buffer: a program may pause hundreds of thousands of times, and a small buffer of its own costs the host as much as what it holds. */
export class Snapshots {
  private buffer = new Float64Array(0);
  private used = 0;

  /** A copy of `counts`, one for each event. */
  copy(counts: Float64Array): Float64Array {
    const begin = this.used;
    const end = begin + EVENTS.length;
    if (end > this.buffer.length) {
      this.buffer = new Float64Array(SNAPSHOTS_TOGETHER * EVENTS.length);
      this.used = 0;
      return this.copy(counts);
    }
    this.used = end;
    const copy = this.buffer.subarray(begin, end);
    copy.set(counts);
    return copy;
  }
}
