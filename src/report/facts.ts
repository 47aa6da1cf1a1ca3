/**
 * What the charts need of a run folder, read in one pass and made small enough for a page: samples are thinned, equal pauses are
 * counted, counters are summed by scope. The tables keep the names and columns of the CSV files, so that a chart binds to them as it
 * would to the files themselves.
 */

import { type Comparable, comparablePrograms, groupRuns, type RunTable } from '../results/comparison.ts';
import type {
  CollectionRow,
  CounterRow,
  DelayRow,
  OverheadRow,
  RunRow,
  SampleRow,
  SurvivalRow,
  UtilizationRow,
} from '../results/rows.ts';
import type { RunManifest } from '../results/run-folder.ts';
import { openRunFolder } from '../results/run-folder-reader.ts';
import { PauseTally, thinSamples, type WeightedPause } from './thinning.ts';

export interface Facts {
  readonly directory: string;
  readonly manifest: RunManifest;
  /** All runs, in file order; of a sweep over multiples of the min heap those with the most heap. */
  readonly runs: readonly RunRow[];
  /** One run a workload and strategy: the first seed, at the largest heap limit. */
  readonly shown: readonly RunRow[];
  /** Of the shown runs only. */
  readonly samples: ReadonlyMap<string, readonly SampleRow[]>;
  readonly pauses: ReadonlyMap<string, readonly WeightedPause[]>;
  /** Cycles by run and scope, of all runs. */
  readonly costs: readonly ScopeCost[];
  /** All runs, for comparing. */
  readonly table: RunTable;
  readonly comparable: Comparable;
  readonly collections: readonly CollectionRow[];
  /** Of the shown runs: what no chart of a report reads, for charts that a user makes. */
  readonly utilization: readonly UtilizationRow[];
  readonly survival: readonly SurvivalRow[];
  readonly delays: readonly DelayRow[];
  /** Of all runs, with what they were. */
  readonly overheads: readonly (OverheadRow & Pick<RunRow, 'workload' | 'strategy' | 'heap_factor'>)[];
}

export interface ScopeCost {
  readonly run_id: string;
  readonly scope: CounterRow['scope'];
  readonly cycles: number;
}

/** Reads and checks `directory`; throws `UserError` as `openRunFolder` does. */
export async function readFacts(directory: string): Promise<Facts> {
  let shown: RunRow[] = [];
  const samples = new Map<string, SampleRow[]>();
  const tallies = new Map<string, PauseTally>();
  const costs = new Map<string, { run_id: string; scope: CounterRow['scope']; cycles: number }>();
  const events = new Map<string, Map<string, number>>();
  const collections: CollectionRow[] = [];
  const utilization: UtilizationRow[] = [];
  const survival: SurvivalRow[] = [];
  const delays: DelayRow[] = [];
  const overheads: OverheadRow[] = [];

  const folder = await openRunFolder(directory, (runs) => {
    shown = shownRuns(runs);
    for (const { run_id } of runs) events.set(run_id, new Map());
    for (const { run_id } of shown) {
      samples.set(run_id, []);
      tallies.set(run_id, new PauseTally());
    }
    return {
      samples: (row) => samples.get(row.run_id)?.push(row),
      pauses: (row) => {
        if (row.cycles > 0) tallies.get(row.run_id)?.add(row.cycles);
      },
      collections: (row) => {
        if (samples.has(row.run_id)) collections.push(row);
      },
      utilization: (row) => void (samples.has(row.run_id) && utilization.push(row)),
      survival: (row) => void (samples.has(row.run_id) && survival.push(row)),
      delays: (row) => void (samples.has(row.run_id) && delays.push(row)),
      overheads: (row) => void overheads.push(row),
      counters: ({ run_id, scope, event, cycles }) => {
        events.get(run_id)?.set(event, cycles);
        const key = `${run_id} ${scope}`;
        const sum = costs.get(key);
        if (sum === undefined) costs.set(key, { run_id, scope, cycles });
        else sum.cycles += cycles;
      },
    };
  });
  const runs = withMostHeap(folder.runs);
  const table = groupRuns(
    runs.map((run) => ({ run: { ...run, heap_factor: null }, cyclesOf: events.get(run.run_id) ?? new Map() })),
  );
  return {
    directory,
    table,
    comparable: comparablePrograms(table, [...table.keys()], distinct(runs, 'strategy')),
    manifest: folder.manifest,
    runs,
    shown,
    samples: new Map([...samples].map(([id, rows]) => [id, thinSamples(rows)])),
    pauses: new Map([...tallies].map(([id, tally]) => [id, tally.pauses()])),
    costs: [...costs.values()],
    collections,
    utilization,
    survival,
    delays,
    overheads: overheads.map((row) => {
      const { workload, strategy, heap_factor } = folder.runs.find((run) => run.run_id === row.run_id)!;
      return { ...row, workload, strategy, heap_factor };
    }),
  };
}

/** Without the smaller multiples of a sweep: strategies are compared with the same heap. */
function withMostHeap(runs: readonly RunRow[]): RunRow[] {
  const most = new Map<string, number>();
  for (const { workload, heap_factor } of runs) most.set(workload, Math.max(heap_factor ?? 0, most.get(workload) ?? 0));
  return runs.filter(({ workload, heap_factor }) => (heap_factor ?? 0) === most.get(workload));
}

/** The first seed at the largest heap limit of each workload and strategy, in file order. */
function shownRuns(runs: readonly RunRow[]): RunRow[] {
  const chosen = new Map<string, RunRow>();
  for (const run of runs) {
    const key = `${run.workload} ${run.strategy}`;
    const other = chosen.get(key);
    const better = other === undefined || (run.seed === other.seed && run.heap_limit_b > other.heap_limit_b);
    if (better) chosen.set(key, run);
  }
  return [...chosen.values()];
}

function distinct(runs: readonly RunRow[], key: 'workload' | 'strategy'): string[] {
  return [...new Set(runs.map((run) => run[key]))];
}

/** Workloads in the order they were run. */
export function workloadsOf(facts: Facts): string[] {
  return distinct(facts.runs, 'workload');
}

export function strategiesOf(facts: Facts): string[] {
  return distinct(facts.runs, 'strategy');
}

/** The shown runs of one workload. */
export function shownOf(facts: Facts, workload: string): RunRow[] {
  return facts.shown.filter((run) => run.workload === workload);
}
