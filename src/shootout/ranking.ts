/**
 * Who did well: a table over strategies and one sentence.
 *
 * Every figure is relative to the best strategy on the same program and seed (1.00× = best); means are geometric, first over seeds,
 * then over programs. `no-gc` is a baseline: it is shown, but nothing is measured against it. A program that one strategy cannot
 * finish is left out for all of them, so that every mean is over the same programs, and the gap is reported. "A beats B" is said only where it holds in 95 % of 200 draws in which the cost of each event is
 * multiplied by a number from 1/2 to 2: below that the answer depends on the cost model.
 */
import { stream } from '../base/random-streams.ts';
import type { CellResult } from '../cell/cell.ts';
import type { RunRow } from '../results/rows.ts';

/** What the ranking needs of a cell; the rows themselves go to the run folder. */
export interface RunSummary {
  readonly run: RunRow;
  readonly maxPauseCycles: number;
  /** Cycles by event. */
  readonly cyclesOf: ReadonlyMap<string, number>;
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
  readonly verdict: string;
}

const DRAWS = 200;
const CONFIDENCE_NEEDED = 0.95;

/** The summary of one cell. `run` is its row as written. */
export function summarize(run: RunRow, result: CellResult): RunSummary {
  let maxPauseCycles = 0;
  for (const { cycles } of result.pauses) if (cycles > maxPauseCycles) maxPauseCycles = cycles;
  return {
    run,
    maxPauseCycles,
    cyclesOf: new Map(result.counters.map(({ event, cycles }) => [event, cycles])),
    leakedBytes: result.samples.at(-1)?.floating_b ?? null,
  };
}

/** Ranks strategies over the runs. `expected` are all strategy keys and programs of the plan, in its order. */
export function rankStrategies(
  runs: readonly RunSummary[],
  expected: { strategies: readonly string[]; programs: readonly string[] },
): Ranking {
  const table = groupRuns(runs);
  const dropped: { program: string; strategies: string[] }[] = [];
  const compared: string[] = [];
  for (const program of expected.programs) {
    const unfinished = expected.strategies.filter((strategy) => !finishedAll(table, program, strategy));
    if (unfinished.length === 0) compared.push(program);
    else dropped.push({ program, strategies: unfinished });
  }
  const cycles = timesBest(table, compared, expected.strategies, (summary) => summary.run.cycles_total);
  const footprint = timesBest(table, compared, expected.strategies, (summary) => summary.run.peak_footprint_b);
  const unranked = expected.strategies.map((strategy) => {
    const own = runs.filter(({ run }) => run.strategy === strategy);
    const counted = own.filter(({ run }) => compared.includes(run.workload));
    const leaks = own.map(({ leakedBytes }) => leakedBytes).filter((bytes) => bytes !== null);
    return {
      strategy,
      allocator: own[0]?.run.allocator ?? '',
      timesBestCycles: cycles.get(strategy) ?? null,
      timesBestFootprint: footprint.get(strategy) ?? null,
      maxPauseCycles: counted.reduce((most, { maxPauseCycles }) => Math.max(most, maxPauseCycles), 0),
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
  const confidence = compared.length === 0 || rivals.length < 2 ? null : confidenceOf(table, compared, rivals[0]!, rivals[1]!);
  return {
    rows,
    compared,
    dropped,
    confidence,
    verdict: verdictOf(
      rows.filter(({ strategy }) => rivals.includes(strategy)),
      compared,
      dropped,
      confidence,
    ),
  };
}

type RunTable = ReadonlyMap<string, ReadonlyMap<string, readonly RunSummary[]>>;

/** program -> strategy -> its runs, one a seed. */
function groupRuns(runs: readonly RunSummary[]): RunTable {
  const table = new Map<string, Map<string, RunSummary[]>>();
  for (const summary of runs) {
    const byStrategy = table.get(summary.run.workload) ?? new Map<string, RunSummary[]>();
    table.set(summary.run.workload, byStrategy);
    const { strategy } = summary.run;
    byStrategy.set(strategy, [...(byStrategy.get(strategy) ?? []), summary]);
  }
  return table;
}

/** Did the strategy end every run of the program, as many as the strategy with the most? */
function finishedAll(table: RunTable, program: string, strategy: string): boolean {
  const byStrategy = table.get(program);
  const own = byStrategy?.get(strategy) ?? [];
  const seeds = Math.max(0, ...[...(byStrategy?.values() ?? [])].map((list) => list.length));
  return own.length > 0 && own.length === seeds && own.every(({ run }) => run.status === 'ok');
}

/** The strategy that nothing is measured against, unless it is alone. */
const baseline = 'no-gc';

function contenders(strategies: readonly string[]): readonly string[] {
  const rivals = strategies.filter((strategy) => strategy !== baseline);
  return rivals.length > 0 ? rivals : strategies;
}

/** Geometric mean, over seeds and then over `programs`, of each strategy's figure relative to the best contender's on that run. */
function timesBest(
  table: RunTable,
  programs: readonly string[],
  strategies: readonly string[],
  figure: (summary: RunSummary) => number,
): Map<string, number> {
  const logs = new Map<string, number>();
  const rivals = contenders(strategies);
  for (const program of programs) {
    const byStrategy = table.get(program);
    const seeds = byStrategy?.get(rivals[0] ?? '')?.length ?? 0;
    const figureOf = (strategy: string, seed: number): number => {
      const summary = byStrategy?.get(strategy)?.[seed];
      return summary === undefined ? 1 : Math.max(1, figure(summary));
    };
    for (let seed = 0; seed < seeds; seed++) {
      const best = Math.min(...rivals.map((strategy) => figureOf(strategy, seed)));
      for (const strategy of strategies) {
        const share = Math.log(figureOf(strategy, seed) / best) / seeds / programs.length;
        logs.set(strategy, (logs.get(strategy) ?? 0) + share);
      }
    }
  }
  return new Map([...logs].map(([strategy, log]) => [strategy, Math.exp(log)]));
}

/** Share of draws of the cost model in which `first` has the smaller geometric mean of cycles. */
function confidenceOf(table: RunTable, programs: readonly string[], first: string, second: string): number {
  const events = new Set<string>();
  for (const program of programs) {
    for (const strategy of [first, second]) {
      for (const { cyclesOf } of table.get(program)?.get(strategy) ?? [])
        for (const event of cyclesOf.keys()) events.add(event);
    }
  }
  const names = [...events].sort();
  let wins = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const factors = new Map(names.map((event) => [event, 2 ** (2 * stream(['cost-sensitivity', draw, event]).real() - 1)]));
    const recost = (summary: RunSummary): number => {
      let cycles = 0;
      for (const [event, cost] of summary.cyclesOf) cycles += cost * (factors.get(event) ?? 1);
      return cycles;
    };
    const means = timesBest(table, programs, [first, second], recost);
    if ((means.get(first) ?? 1) < (means.get(second) ?? 1)) wins++;
  }
  return wins / DRAWS;
}

function verdictOf(
  rows: readonly RankingRow[],
  compared: readonly string[],
  dropped: Ranking['dropped'],
  confidence: number | null,
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
  if (confidence < CONFIDENCE_NEEDED) {
    return `${first.strategy} and ${second.strategy} are not distinguishable in cycles ${scope}${gap}: ${first.strategy} leads in ${percent} % of cost models; ${smallest.strategy} has the smallest footprint.`;
  }
  return `${first.strategy} needs the fewest cycles ${scope}${gap}, ahead of ${second.strategy} (${lead} as many) in ${percent} % of cost models, ${memory}.`;
}

/** A ratio as it stands in tables and sentences: `1.24×`. */
export function ratio(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(1)}×`;
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
