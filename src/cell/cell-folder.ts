/** The folder in which a worker keeps a cell that has ended: its tables, and a summary that is written last. Whole or not there. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepTables } from '../results/kept-tables.ts';
import { systemError } from '../results/system-error.ts';
import { type CellResult, type KeptCell, keptCell } from './cell.ts';
import { tablesOf } from './cell-tables.ts';

const SUMMARY = 'cell.json';

/** Writes the rows of `result` into the new folder `folder`. Throws a UserError when the system does not let it, and leaves nothing behind. */
export function keepCell(result: CellResult, folder: string): KeptCell {
  const draft = `${folder}.${process.pid}`;
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    const rows = keepTables(draft, result.runId, tablesOf(result));
    const cell = keptCell(result, { folder, rows });
    writeFileSync(join(draft, SUMMARY), JSON.stringify(cell));
    renameSync(draft, folder);
    return cell;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw systemError(error, 'keep the rows of a cell in', folder);
  }
}

/** The cell that is kept in `folder`, wherever that was moved meanwhile; null when there is none. */
export function readKeptCell(folder: string): KeptCell | null {
  try {
    const cell = JSON.parse(readFileSync(join(folder, SUMMARY), 'utf8')) as KeptCell;
    return cell.kept === null ? null : { ...cell, kept: { ...cell.kept, folder } };
  } catch {
    return null;
  }
}
