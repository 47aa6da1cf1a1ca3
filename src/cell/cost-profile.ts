/**
 * Cost profiles: what each event of the clock costs in cycles. `flat` charges every access alike. Costs of the refcount family were chosen to be plausible for a
 * desktop processor; no profile claims milliseconds.
 */
import { EVENTS, type EventName, type EventScope } from '../heap/clock.ts';

export interface CostProfile {
  readonly name: string;
  readonly cycles: Readonly<Record<EventName, number>>;
}

export const flatProfile: CostProfile = {
  name: 'flat-1',
  cycles: {
    bytecode: 6,
    native_call: 20,
    alloc_fast: 10,
    alloc_slow: 60,
    alloc_refill: 300,
    alloc_freelist: 5,
    free: 8,
    zero_bytes: 0.0625,
    page_map: 1500,
    page_unmap: 1200,
    refcount_inc: 1,
    refcount_dec: 1,
    refcount_zero: 4,
    immortal_check: 0.5,
    child_release: 2,
    barrier_fast: 1,
    barrier_slow: 8,
    remembered_insert: 6,
    remembered_drain: 4,
    root_slot: 2,
    object_visit: 12,
    edge: 4,
    mark_push: 2,
    mark_pop: 2,
    cell_sweep: 4,
    block_sweep: 20,
    copy_bytes: 0.25,
    forwarding_lookup: 3,
    weakref_entry: 15,
    finalizer_call: 80,
    safepoint_poll: 0.5,
    collection: 400,
  },
};

/** Scopes whose cycles are memory management rather than the program's own work or its allocations. */
const GC_SCOPES: ReadonlySet<EventScope> = new Set(['mark', 'sweep', 'copy', 'weak']);
/** Events of refcount cascades: work that frees what one release killed. */
const CASCADE: ReadonlySet<EventName> = new Set(['refcount_zero', 'child_release']);

/** Cycles of a vector of event counts. */
export function cyclesOf(profile: CostProfile, counts: ArrayLike<number>): number {
  let total = 0;
  EVENTS.forEach((event, index) => {
    total += counts[index]! * profile.cycles[event.name];
  });
  return total;
}

/** Cycles between two snapshots of the clock. */
export function cyclesBetween(profile: CostProfile, start: ArrayLike<number>, end: ArrayLike<number>): number {
  let total = 0;
  EVENTS.forEach((event, index) => {
    total += (end[index]! - start[index]!) * profile.cycles[event.name];
  });
  return total;
}

/** The share of cycles that a collector's phases and refcount cascades took. */
export function gcCycles(profile: CostProfile, counts: ArrayLike<number>): number {
  let total = 0;
  EVENTS.forEach((event, index) => {
    if (GC_SCOPES.has(event.scope) || CASCADE.has(event.name)) total += counts[index]! * profile.cycles[event.name];
  });
  return total;
}
