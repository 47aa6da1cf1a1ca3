/**
 * The rows of a cell on their way to the run folder: a folder with a file a table, without headers. The worker writes it and the run folder takes
 * it over file by file, so that neither the way between processes nor the process that collects them ever holds the rows of a cell.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '../base/assert.ts';
import { csvText } from './csv.ts';
import { type CellPart, cellParts, cellTables } from './rows.ts';
import type { AnyRow, RowOf, Table } from './table.ts';

/** Rows of one cell by table; a table that is left out has none. */
export type CellTables = { readonly [P in CellPart]?: readonly RowOf<(typeof cellTables)[P]>[] };

export interface KeptTables {
  readonly folder: string;
  /** Rows of each table that has any. */
  readonly rows: Readonly<Partial<Record<CellPart, number>>>;
}

/** The file of a table in the folder. */
export function keptFile(folder: string, part: CellPart): string {
  return join(folder, cellTables[part].file);
}

/** Writes the tables into `folder`, which is there. They must carry `runId`. Throws what the system says. */
export function keepTables(folder: string, runId: string, tables: CellTables): KeptTables['rows'] {
  const counts: Partial<Record<CellPart, number>> = {};
  for (const part of cellParts) {
    const rows: readonly AnyRow[] = tables[part] ?? [];
    if (rows.length === 0) continue;
    for (const { run_id: id } of rows) assert(id === runId, 'a row of a cell carries the run_id of another cell');
    const file = openSync(keptFile(folder, part), 'wx');
    try {
      const table: Table = cellTables[part];
      for (const text of csvText(table, rows as readonly RowOf<Table>[])) writeSync(file, text);
    } finally {
      closeSync(file);
    }
    counts[part] = rows.length;
  }
  return counts;
}
