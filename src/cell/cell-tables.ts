/** The rows of a cell that ended, as a run folder takes them. */
import type { CellTables } from '../results/kept-tables.ts';
import type { CellResult } from './cell.ts';

/** Tables of `result`, but for its own row of runs.csv. */
export function tablesOf(result: CellResult): CellTables {
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
