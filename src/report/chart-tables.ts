/** The tables of `Facts` as charts read them, under the names of the run folder's files. */
import { stringify } from 'csv-stringify/sync';
import {
  collectionsTable,
  delaysTable,
  occupancyTable,
  overheadsTable,
  runsTable,
  samplesTable,
  survivalTable,
  utilizationTable,
} from '../results/rows.ts';
import type { Table } from '../results/table.ts';
import type { Facts } from './facts.ts';

export interface ChartTable {
  readonly columns: readonly string[];
  /** Values in the order of `columns`. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** File name to table. */
export type ChartTables = Readonly<Record<string, ChartTable>>;

/** Columns of samples.csv that no chart shows; without them a page is a third smaller. */
const unseen: ReadonlySet<string> = new Set([
  'c',
  'floating_b',
  'free_b',
  'largest_free_b',
  'cell_b',
  'internal_frag',
  'external_frag',
]);
const sampleColumns = columnsOf(samplesTable).filter((name) => !unseen.has(name));

/** The rows of one workload, or of all. */
export function chartTables(facts: Facts, workload?: string): ChartTables {
  const runs = facts.sweep.filter((run) => workload === undefined || run.workload === workload);
  const shown = facts.shown.filter((run) => workload === undefined || run.workload === workload);
  const ids = new Set(runs.map((run) => run.run_id));
  return {
    'runs.csv': pick(columnsOf(runsTable), runs),
    'samples.csv': pick(
      sampleColumns,
      shown.flatMap((run) => facts.samples.get(run.run_id) ?? []),
    ),
    'pauses.csv': pick(
      ['run_id', 'cycles', 'weight'],
      shown.flatMap(({ run_id }) => (facts.pauses.get(run_id) ?? []).map((pause) => ({ run_id, ...pause }))),
    ),
    'counters.csv': pick(
      ['run_id', 'scope', 'event', 'cycles'],
      facts.costs.filter((cost) => ids.has(cost.run_id)),
    ),
    'collections.csv': pick(
      columnsOf(collectionsTable),
      facts.collections.filter((row) => ids.has(row.run_id)),
    ),
    'utilization.csv': pick(
      columnsOf(utilizationTable),
      facts.utilization.filter((row) => ids.has(row.run_id)),
    ),
    'survival.csv': pick(
      columnsOf(survivalTable),
      facts.survival.filter((row) => ids.has(row.run_id)),
    ),
    'delays.csv': pick(
      columnsOf(delaysTable),
      facts.delays.filter((row) => ids.has(row.run_id)),
    ),
    'lifetimes.csv': pick(
      ['run_id', 'log2_life', 'log2_size', 'objects', 'bytes', 'censored'],
      facts.lifetimes.filter((row) => ids.has(row.run_id)),
    ),
    'occupancy.csv': pick(
      columnsOf(occupancyTable),
      facts.occupancy.filter((row) => ids.has(row.run_id)),
    ),
    'overheads.csv': pick(
      columnsOf(overheadsTable),
      facts.overheads.filter((row) => ids.has(row.run_id)),
    ),
  };
}

function columnsOf(table: Table): string[] {
  return table.columns.map((column) => column.name);
}

function pick(columns: readonly string[], rows: readonly object[]): ChartTable {
  return {
    columns,
    rows: rows.map((row) => columns.map((name) => (row as Record<string, string | number | null>)[name] ?? null)),
  };
}

/** As the CSV file that a chart bound to the run folder itself would read. */
export function csvOf({ columns, rows }: ChartTable): string {
  return stringify([[...columns], ...rows.map((row) => [...row])], { record_delimiter: 'unix', cast: { number: String } });
}

/** Rows with the columns that `isWanted`, as fresh objects at each call: Vega marks the ones it is given. */
export function rowObjects(
  { columns, rows }: ChartTable,
  isWanted: (column: string) => boolean,
): Record<string, string | number | null>[] {
  const kept = [...columns.entries()].filter(([, name]) => isWanted(name));
  return rows.map((row) => {
    const object: Record<string, string | number | null> = {};
    for (const [index, name] of kept) object[name] = row[index] ?? null;
    return object;
  });
}
