/**
 * The cost clock: named events counted in one Int32Array, folded into doubles at safepoints so that no counter wraps.
 * Cycles are computed afterwards as counts × profile (see cell/cost-profile), never while the program runs.
 */

import { fixedWords } from './memory.ts';

/** Every event of the cost model. `scope` is the bar it belongs to in the cost breakdown. */
export const EVENTS = [
  { name: 'bytecode', scope: 'mutator' },
  { name: 'native_call', scope: 'mutator' },
  { name: 'alloc_fast', scope: 'allocation' },
  { name: 'alloc_slow', scope: 'allocation' },
  { name: 'alloc_refill', scope: 'allocation' },
  { name: 'alloc_freelist', scope: 'allocation' },
  { name: 'free', scope: 'allocation' },
  { name: 'zero_bytes', scope: 'allocation' },
  { name: 'page_map', scope: 'allocation' },
  { name: 'page_unmap', scope: 'allocation' },
  { name: 'refcount_inc', scope: 'refcount' },
  { name: 'refcount_dec', scope: 'refcount' },
  { name: 'refcount_zero', scope: 'refcount' },
  { name: 'immortal_check', scope: 'refcount' },
  { name: 'child_release', scope: 'refcount' },
  { name: 'barrier_fast', scope: 'barrier' },
  { name: 'barrier_slow', scope: 'barrier' },
  { name: 'remembered_insert', scope: 'barrier' },
  { name: 'remembered_drain', scope: 'mark' },
  { name: 'root_slot', scope: 'mark' },
  { name: 'object_visit', scope: 'mark' },
  { name: 'edge', scope: 'mark' },
  { name: 'mark_push', scope: 'mark' },
  { name: 'mark_pop', scope: 'mark' },
  { name: 'cell_sweep', scope: 'sweep' },
  { name: 'block_sweep', scope: 'sweep' },
  { name: 'copy_bytes', scope: 'copy' },
  { name: 'forwarding_lookup', scope: 'copy' },
  { name: 'weakref_entry', scope: 'weak' },
  { name: 'finalizer_call', scope: 'weak' },
  { name: 'safepoint_poll', scope: 'mutator' },
  { name: 'collection', scope: 'mark' },
  // Only where the cost profile simulates a cache.
  { name: 'collector_l2_hit', scope: 'mark' },
  { name: 'collector_miss', scope: 'mark' },
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
