/** Rows of collections.csv and pauses.csv as slices of a trace. */
import type { CollectionRow, PauseRow } from '../results/rows.ts';
import type { Slice } from './trace-events.ts';

export function collectionSlices(rows: readonly CollectionRow[]): Slice[] {
  return rows.map((row) => ({
    name: `${row.kind} ${row.generation}, ${row.trigger}`,
    category: 'collection',
    start: row.c_start,
    cycles: row.c_pause,
    facts: {
      collection: row.gc_no,
      candidates: row.candidates,
      visited: row.visited,
      reclaimed_b: row.reclaimed_b,
      copied_b: row.copied_b,
      used_before_b: row.used_before_b,
      used_after_b: row.used_after_b,
      finalizers: row.finalizers,
    },
  }));
}

export function pauseSlices(rows: readonly PauseRow[]): Slice[] {
  return rows.map((row) => ({ name: row.kind, category: 'pause', start: row.c_start, cycles: row.cycles }));
}
