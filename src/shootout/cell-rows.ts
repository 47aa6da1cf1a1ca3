/** The rows of a cell that ended, as a run folder takes them. */
import type { CellResult } from '../cell/cell.ts';
import type { RunRow } from '../results/rows.ts';
import type { CellRows } from '../results/run-folder.ts';

/** `run` is the row of `result` as it shall be written. */
export function cellRows(result: CellResult, run: RunRow): CellRows {
  const {
    collections,
    pauses,
    samples,
    occupancy,
    counters,
    utilization,
    lifetimes,
    survival,
    delays,
    leaks,
    demographics,
    marks,
  } = result;
  const timing = result.timing === null ? [] : [result.timing];
  return {
    run,
    collections,
    pauses,
    samples,
    occupancy,
    counters,
    utilization,
    lifetimes,
    survival,
    delays,
    leaks,
    demographics,
    marks,
    timing,
  };
}
