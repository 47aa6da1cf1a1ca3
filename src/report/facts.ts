/**
 * What the charts need of a run folder, read in one pass and made small enough for a page: samples are thinned, equal pauses are
 * counted, counters are summed by scope. The tables keep the names and columns of the CSV files, so that a chart binds to them as it
 * would to the files themselves.
 */

import type { CollectionRow, CounterRow, RunRow, SampleRow } from '../results/rows.ts';
import { openRunFolder, type RunManifest } from '../results/run-folder.ts';
import { PauseTally, thinSamples, type WeightedPause } from './thinning.ts';

/** A strategy that collects nothing: it is shown, but nothing is measured against it. */
export const baseline = 'no-gc';

export interface Facts {
  readonly directory: string;
  readonly manifest: RunManifest;
  /** All runs, in file order. */
  readonly runs: readonly RunRow[];
  /** One run a workload and strategy: the first seed, at the largest heap limit. */
  readonly shown: readonly RunRow[];
  /** Of the shown runs only. */
  readonly samples: ReadonlyMap<string, readonly SampleRow[]>;
  readonly pauses: ReadonlyMap<string, readonly WeightedPause[]>;
  /** Cycles by run and scope, of all runs. */
  readonly costs: readonly ScopeCost[];
  readonly collections: readonly CollectionRow[];
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
  const collections: CollectionRow[] = [];

  const folder = await openRunFolder(directory, (runs) => {
    shown = shownRuns(runs);
    for (const { run_id } of shown) {
      samples.set(run_id, []);
      tallies.set(run_id, new PauseTally());
    }
    return {
      sample: (row) => samples.get(row.run_id)?.push(row),
      pause: (row) => {
        if (row.cycles > 0) tallies.get(row.run_id)?.add(row.cycles);
      },
      collection: (row) => {
        if (samples.has(row.run_id)) collections.push(row);
      },
      counter: ({ run_id, scope, cycles }) => {
        const key = `${run_id} ${scope}`;
        const sum = costs.get(key);
        if (sum === undefined) costs.set(key, { run_id, scope, cycles });
        else sum.cycles += cycles;
      },
    };
  });
  return {
    directory,
    manifest: folder.manifest,
    runs: folder.runs,
    shown,
    samples: new Map([...samples].map(([id, rows]) => [id, thinSamples(rows)])),
    pauses: new Map([...tallies].map(([id, tally]) => [id, tally.pauses()])),
    costs: [...costs.values()],
    collections,
  };
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

/** Workloads in the order they were run. */
export function workloadsOf(facts: Facts): string[] {
  return [...new Set(facts.runs.map((run) => run.workload))];
}

export function strategiesOf(facts: Facts): string[] {
  return [...new Set(facts.runs.map((run) => run.strategy))];
}

/** The shown runs of one workload. */
export function shownOf(facts: Facts, workload: string): RunRow[] {
  return facts.shown.filter((run) => run.workload === workload);
}

/** `workload/seed` of the cells that every strategy finished: what a mean over strategies may be taken over. */
export function completeCells(facts: Facts): { readonly complete: ReadonlySet<string>; readonly dropped: readonly string[] } {
  const strategies = strategiesOf(facts).length;
  const finished = new Map<string, Set<string>>();
  for (const run of facts.runs) {
    const key = cellOf(run);
    const names = finished.get(key) ?? new Set();
    finished.set(key, names);
    if (run.status === 'ok') names.add(run.strategy);
  }
  const complete = new Set([...finished].filter(([, names]) => names.size === strategies).map(([key]) => key));
  const dropped = workloadsOf(facts).filter((workload) =>
    facts.runs.some((run) => run.workload === workload && !complete.has(cellOf(run))),
  );
  return { complete, dropped };
}

export function cellOf(run: RunRow): string {
  return `${run.workload}/${run.seed}`;
}
