/**
 * Who did well: a table over strategies and one sentence.
 *
 * How strategies are compared is said in results/comparison.ts; here it becomes a table. "A beats B" is said only where it holds in 95 %
 * of cost models: below that the answer depends on the model.
 */
import { mean } from 'simple-statistics';
import type { CellSummary } from '../cell/cell.ts';
import { type ProfileOrders, profileOrders, profileSentence } from '../cell/profile-orders.ts';
import type { Interval } from '../results/bootstrap.ts';
import {
  type ComparedRun,
  comparablePrograms,
  confidenceNeeded,
  contenders,
  costConfidence,
  type Flip,
  groupRuns,
  nearestFlip,
  programKey,
  ratioInterval,
  timesBest,
  timesBestInterval,
} from '../results/comparison.ts';
import { overheadRows } from '../results/overhead.ts';
import type { RunRow } from '../results/rows.ts';

/** What the ranking needs of a cell; the rows themselves go to the run folder. */
export interface RunSummary extends ComparedRun {
  /** Unreachable but not freed at the end; null when liveness was not traced. */
  readonly leakedBytes: number | null;
}

export interface RankingRow {
  readonly rank: number;
  /** Name, and the allocator where it was swapped: rows are keyed by it. */
  readonly strategy: string;
  readonly allocator: string;
  /** Geometric means relative to the best; null when no program can be compared. */
  readonly timesBestCycles: number | null;
  /** 95 % bootstrap interval over seeds and heap limits; null without replicates. */
  readonly timesBestCyclesInterval: Interval | null;
  /** Geometric mean of the lower-bound overhead over the compared runs. */
  readonly overhead: number | null;
  readonly timesBestFootprint: number | null;
  /** The longest pause in any compared run. */
  readonly maxPauseCycles: number;
  /** Share of cycles in collector phases and refcount cascades, over the compared runs. */
  readonly gcShare: number;
  readonly leakedBytes: number | null;
  readonly finished: number;
  readonly runs: number;
}

export interface Ranking {
  readonly rows: readonly RankingRow[];
  /** Programs in the means, in plan order. */
  readonly compared: readonly string[];
  /** Programs left out, with the strategies that could not finish them. */
  readonly dropped: readonly { readonly program: string; readonly strategies: readonly string[] }[];
  /** Share of draws in which the first is cheaper than the second; null with fewer than two to compare. */
  readonly confidence: number | null;
  /** Interval of the first's cycles over the second's; null without replicates. */
  readonly leadInterval: Interval | null;
  /** The one cost that would turn the first two round. */
  readonly flip: Flip | null;
  readonly verdict: string;
  /** Orders under the cost profiles that come with heaplab; null where nothing is compared. */
  readonly profiles: ProfileOrders | null;
  /** What `profiles` come to; empty without them. */
  readonly profileNote: string;
}

/** The summary of one cell. `run` is its row as written. */
export function summarize(run: RunRow, { counters, leakedBytes }: CellSummary): RunSummary {
  return {
    run,
    cyclesOf: new Map(counters.map(({ event, cycles }) => [event, cycles])),
    countOf: new Map(counters.map(({ event, count }) => [event, count])),
    leakedBytes,
  };
}

/** Ranks strategies over the runs. `expected` are all strategy keys and programs of the plan, in its order. */
export function rankStrategies(
  runs: readonly RunSummary[],
  expected: { strategies: readonly string[]; programs: readonly string[] },
): Ranking {
  const table = groupRuns(runs);
  const { compared, dropped } = comparablePrograms(table, expected.programs, expected.strategies);
  const cycles = timesBest(table, compared, expected.strategies, cyclesTotal);
  const footprint = timesBest(table, compared, expected.strategies, (summary) => summary.run.peak_footprint_b);
  const overheads = new Map(overheadRows(runs.map(({ run }) => run)).map(({ run_id, lbo }) => [run_id, lbo]));
  const unranked = expected.strategies.map((strategy) => {
    const own = runs.filter(({ run }) => run.strategy === strategy);
    const counted = own.filter(({ run }) => compared.includes(programKey(run)));
    const leaks = own.map(({ leakedBytes }) => leakedBytes).filter((bytes) => bytes !== null);
    return {
      strategy,
      allocator: own[0]?.run.allocator ?? '',
      timesBestCycles: cycles.get(strategy) ?? null,
      timesBestCyclesInterval: cycles.has(strategy)
        ? timesBestInterval(table, compared, expected.strategies, strategy, cyclesTotal)
        : null,
      overhead: cycles.has(strategy) ? meanOverhead(counted, overheads) : null,
      timesBestFootprint: footprint.get(strategy) ?? null,
      maxPauseCycles: counted.reduce((most, { run }) => Math.max(most, run.longest_pause), 0),
      gcShare:
        sum(counted, ({ run }) => run.cycles_gc) /
        Math.max(
          1,
          sum(counted, ({ run }) => run.cycles_total),
        ),
      leakedBytes: leaks.length === 0 ? null : Math.max(...leaks),
      finished: own.filter(({ run }) => run.status === 'ok').length,
      runs: own.length,
    };
  });
  const order = (row: (typeof unranked)[number]): number => row.timesBestCycles ?? Number.POSITIVE_INFINITY;
  const rows = unranked
    .map((row, place) => ({ row, place }))
    .sort((a, b) => compare(order(a.row), order(b.row)) || b.row.finished - a.row.finished || a.place - b.place)
    .map(({ row }, index) => ({ rank: index + 1, ...row }));
  const rivals = contenders(rows.map(({ strategy }) => strategy));
  const confidence =
    compared.length === 0 || rivals.length < 2 ? null : costConfidence(table, compared, rivals[0]!, rivals[1]!);
  const [first, second] = rivals;
  const leadInterval =
    confidence === null ? null : ratioInterval(table, compared, first!, second!, (summary) => summary.run.cycles_total);
  const flip = confidence === null ? null : nearestFlip(table, compared, first!, second!);
  const profiles = profileOrders(table, compared, expected.strategies, runs[0]?.run.cost_profile ?? '');
  return {
    rows,
    compared,
    dropped,
    confidence,
    leadInterval,
    flip,
    profiles,
    profileNote: profiles === null ? '' : profileSentence(profiles),
    verdict: verdictOf(
      rows.filter(({ strategy }) => rivals.includes(strategy)),
      compared,
      dropped,
      { confidence, leadInterval, flip },
    ),
  };
}

function verdictOf(
  rows: readonly RankingRow[],
  compared: readonly string[],
  dropped: Ranking['dropped'],
  { confidence, leadInterval, flip }: Pick<Ranking, 'confidence' | 'leadInterval' | 'flip'>,
): string {
  const first = rows[0];
  if (first === undefined || compared.length === 0) return 'No verdict: no program was finished by every strategy.';
  const scope = `over ${compared.length} ${compared.length === 1 ? 'program' : 'programs'}`;
  const gap = dropped.length === 0 ? '' : ` (${dropped.length} left out: not every strategy finished)`;
  const second = rows[1];
  if (second === undefined || confidence === null)
    return `Only ${first.strategy} was run, so there is nothing to compare ${scope}${gap}.`;
  const smallest = rows.reduce((best, row) => (row.timesBestFootprint! < best.timesBestFootprint! ? row : best));
  const memory =
    smallest === first
      ? 'and the smallest footprint'
      : `while ${smallest.strategy} has the smallest footprint (${first.strategy} holds ${ratio(first.timesBestFootprint! / smallest.timesBestFootprint!)} of it)`;
  const lead = ratio(second.timesBestCycles! / first.timesBestCycles!);
  const percent = Math.round(confidence * 100);
  const spread = leadInterval !== null && leadInterval.high >= 1;
  if (confidence < confidenceNeeded || spread) {
    const models = `${first.strategy} leads in ${percent} % of cost models`;
    const turn = flip === null ? '' : `, and the cost of ${flip.event} × ${flip.factor.toFixed(2)} turns it round`;
    const over = spread
      ? `, and over the replicates its cycles are ${leadInterval.low.toFixed(3)} to ${leadInterval.high.toFixed(3)} times the other's`
      : '';
    return `${first.strategy} and ${second.strategy} are not distinguishable in cycles ${scope}${gap}: ${models}${turn}${over}; ${smallest.strategy} has the smallest footprint.`;
  }
  return `${first.strategy} needs the fewest cycles ${scope}${gap}, ahead of ${second.strategy} (${lead} as many) in ${percent} % of cost models, ${memory}.`;
}

/** A ratio as it stands in tables and sentences: `1.24×`. */
export function ratio(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(1)}×`;
}

const cyclesTotal = (summary: RunSummary): number => summary.run.cycles_total;

function meanOverhead(runs: readonly RunSummary[], overheads: ReadonlyMap<string, number>): number | null {
  const logs = runs.flatMap(({ run }) => {
    const overhead = overheads.get(run.run_id);
    return overhead === undefined ? [] : [Math.log(overhead)];
  });
  return logs.length === 0 ? null : Math.exp(mean(logs));
}

function sum(items: readonly RunSummary[], figure: (summary: RunSummary) => number): number {
  let total = 0;
  for (const item of items) total += figure(item);
  return total;
}

function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
