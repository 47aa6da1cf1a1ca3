/** The rows of a cell that ended, as a run folder takes them. */
import type { CellResult } from '../cell/cell.ts';
import { cellParts, type RunRow, type TimingRow } from '../results/rows.ts';
import type { CellRows } from '../results/run-folder.ts';

/** `run` is the row of `result` as it shall be written. */
export function cellRows(result: CellResult, run: RunRow): CellRows {
  const parts = Object.fromEntries(cellParts.map((part) => [part, part === 'timing' ? timingOf(result) : result[part]]));
  return { ...parts, run };
}

function timingOf({ timing }: CellResult): readonly TimingRow[] {
  return timing === null ? [] : [timing];
}
