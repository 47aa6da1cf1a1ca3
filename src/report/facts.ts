/**
 * What the charts need of a run folder, read in one pass and made small enough for a page: samples are thinned, equal pauses are
 * counted, counters are summed by scope. The tables keep the names and columns of the CSV files, so that a chart binds to them as it
 * would to the files themselves.
 */

import { type Comparable, comparablePrograms, groupRuns, type RunTable } from '../results/comparison.ts';
import {
  type CellPart,
  type CollectionRow,
  type CounterRow,
  cellTables,
  type DelayRow,
  type LifetimeRow,
  type OccupancyRow,
  type OverheadRow,
  type RunRow,
  type SampleRow,
  type SurvivalRow,
  type UtilizationRow,
} from '../results/rows.ts';
import type { RunManifest } from '../results/run-folder.ts';
import { openRunFolder, type RowVisitors } from '../results/run-folder-reader.ts';
import { joinBins, PauseTally, thinSamples, type WeightedPause } from './thinning.ts';

export interface Facts {
  readonly directory: string;
  readonly manifest: RunManifest;
  /** All runs, in file order; of a sweep over multiples of the min heap those with the most heap. */
  readonly runs: readonly RunRow[];
  /** With the smaller heaps of a sweep. */
  readonly sweep: readonly RunRow[];
  /** One run a workload and strategy: the first seed, at the largest heap limit. */
  readonly shown: readonly RunRow[];
  /** Of the shown runs only. */
  readonly samples: ReadonlyMap<string, readonly SampleRow[]>;
  readonly pauses: ReadonlyMap<string, readonly WeightedPause[]>;
  /** Cycles by run and event, of `runs`. */
  readonly costs: readonly EventCost[];
  /** All runs, for comparing. */
  readonly table: RunTable;
  readonly comparable: Comparable;
  /** Of the shown runs. */
  readonly collections: readonly CollectionRow[];
  readonly utilization: readonly UtilizationRow[];
  readonly delays: readonly DelayRow[];
  /** Neighbouring bins that look alike are one. */
  readonly occupancy: readonly OccupancyRow[];
  /** By workload the run that tells of its objects: lives are those of the program, and nearly the same under every strategy. */
  readonly followed: ReadonlyMap<string, RunRow>;
  /** Of the followed runs; lifetimes are summed over sites and classes. */
  readonly survival: readonly SurvivalRow[];
  readonly lifetimes: readonly LifeSum[];
  /** Of all runs of the sweep. */
  readonly overheads: readonly OverheadRow[];
}

export type EventCost = Pick<CounterRow, 'run_id' | 'scope' | 'event' | 'cycles'>;
export type LifeSum = Omit<LifetimeRow, 'site' | 'type'>;

/**
 * Reads and checks `directory`; throws `UserError` as `openRunFolder` does. With `wanted`, only these files are taken apart, beside those that all charts
 * need, and what other files would give is empty.
 */
export async function readFacts(directory: string, wanted?: ReadonlySet<string>): Promise<Facts> {
  let shown: RunRow[] = [];
  const samples = new Map<string, SampleRow[]>();
  const tallies = new Map<string, PauseTally>();
  const costs: EventCost[] = [];
  const events = new Map<string, Map<string, number>>();
  const counts = new Map<string, Map<string, number>>();
  const collections: CollectionRow[] = [];
  const utilization: UtilizationRow[] = [];
  const delays: DelayRow[] = [];
  const occupancy: OccupancyRow[] = [];
  const lives = new Map<string, Map<string, { -readonly [K in keyof LifeSum]: LifeSum[K] }>>();
  const survived = new Map<string, SurvivalRow[]>();
  const overheads: OverheadRow[] = [];

  const folder = await openRunFolder(directory, (runs) => {
    shown = shownRuns(runs);
    for (const { run_id } of runs) {
      events.set(run_id, new Map());
      counts.set(run_id, new Map());
    }
    for (const { run_id } of shown) {
      samples.set(run_id, []);
      tallies.set(run_id, new PauseTally());
      lives.set(run_id, new Map());
      survived.set(run_id, []);
    }
    const visitors: RowVisitors = {
      samples: (row) => samples.get(row.run_id)?.push(row),
      pauses: (row) => {
        if (row.cycles > 0) tallies.get(row.run_id)?.add(row.cycles);
      },
      collections: (row) => {
        if (samples.has(row.run_id)) collections.push(row);
      },
      utilization: (row) => void (samples.has(row.run_id) && utilization.push(row)),
      occupancy: (row) => void (samples.has(row.run_id) && occupancy.push(row)),
      survival: (row) => void survived.get(row.run_id)?.push(row),
      lifetimes: ({ run_id, log2_life, log2_size, objects, bytes, censored }) => {
        const sums = lives.get(run_id);
        if (sums === undefined) return;
        const key = `${log2_life} ${log2_size}`;
        const sum = sums.get(key);
        if (sum === undefined) sums.set(key, { run_id, log2_life, log2_size, objects, bytes, censored });
        else {
          sum.objects += objects;
          sum.bytes += bytes;
          sum.censored += censored;
        }
      },
      delays: (row) => void (samples.has(row.run_id) && delays.push(row)),
      overheads: (row) => void overheads.push(row),
      counters: ({ run_id, scope, event, count, cycles }) => {
        events.get(run_id)?.set(event, cycles);
        counts.get(run_id)?.set(event, count);
        costs.push({ run_id, scope, event, cycles });
      },
    };
    if (wanted === undefined) return visitors;
    const isWanted = (part: CellPart): boolean => part === 'counters' || wanted.has(cellTables[part].file);
    return Object.fromEntries(Object.entries(visitors).filter(([part]) => isWanted(part as CellPart)));
  });
  const runs = withMostHeap(folder.runs);
  const table = groupRuns(
    runs.map((run) => ({
      run: { ...run, heap_factor: null },
      cyclesOf: events.get(run.run_id) ?? new Map(),
      countOf: counts.get(run.run_id) ?? new Map(),
    })),
  );
  const compared = new Set(runs.map((run) => run.run_id));
  const followed = new Map<string, RunRow>();
  for (const run of shown) {
    const best = followed.get(run.workload);
    const better = best === undefined || (best.status !== 'ok' && run.status === 'ok');
    if ((lives.get(run.run_id)?.size ?? 0) > 0 && better) followed.set(run.workload, run);
  }
  const followedIds = [...followed.values()].map((run) => run.run_id);
  return {
    directory,
    table,
    comparable: comparablePrograms(table, [...table.keys()], distinct(runs, 'strategy')),
    manifest: folder.manifest,
    runs,
    sweep: folder.runs,
    shown,
    samples: new Map([...samples].map(([id, rows]) => [id, thinSamples(rows)])),
    pauses: new Map([...tallies].map(([id, tally]) => [id, tally.pauses()])),
    costs: costs.filter((cost) => compared.has(cost.run_id)),
    collections,
    utilization,
    delays,
    occupancy: joinBins(occupancy),
    followed,
    survival: followedIds.flatMap((id) => survived.get(id) ?? []),
    lifetimes: followedIds.flatMap((id) => [...(lives.get(id)?.values() ?? [])]),
    overheads,
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

/** Multiples of the min heap that were run, rising; empty when limits were given in bytes. */
export function factorsOf(facts: Facts): number[] {
  const factors = new Set(facts.sweep.flatMap((run) => (run.heap_factor === null ? [] : [run.heap_factor])));
  return [...factors].sort((a, b) => a - b);
}
