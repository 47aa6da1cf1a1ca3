/**
 * Strategies compared over programs, for tables, verdicts and charts alike.
 *
 * Every figure is relative to the best strategy on the same program and seed (1 = best); means are geometric, first over seeds, then
 * over programs. `no-gc` is a baseline: it is shown, but nothing is measured against it. A program that one strategy cannot finish is
 * left out for all of them, so that every mean is over the same programs.
 */
import { mean } from 'simple-statistics';
import { stream } from '../base/random-streams.ts';
import { bootstrapInterval, type Interval } from './bootstrap.ts';
import type { RunRow } from './rows.ts';

export interface ComparedRun {
  readonly run: RunRow;
  /** Cycles by event. */
  readonly cyclesOf: ReadonlyMap<string, number>;
  /** Counts by event, without those that are 0. */
  readonly countOf: ReadonlyMap<string, number>;
}

/** What is compared as one program: the workload, and the multiple of its min heap where there is one. */
export function programKey({ workload, heap_factor: factor }: RunRow): string {
  return factor === null ? workload : `${workload} @ ${factor}x`;
}

/** program -> strategy -> its runs, one a seed and heap limit. */
export type RunTable<R extends ComparedRun = ComparedRun> = ReadonlyMap<string, ReadonlyMap<string, readonly R[]>>;

export function groupRuns<R extends ComparedRun>(runs: readonly R[]): RunTable<R> {
  const table = new Map<string, Map<string, R[]>>();
  for (const entry of runs) {
    const { strategy } = entry.run;
    const program = programKey(entry.run);
    const byStrategy = table.get(program) ?? new Map<string, R[]>();
    table.set(program, byStrategy);
    byStrategy.set(strategy, [...(byStrategy.get(strategy) ?? []), entry]);
  }
  return table;
}

export interface Comparable {
  /** Programs that every strategy finished with every seed, in the order given. */
  readonly compared: readonly string[];
  /** The others, with the strategies that could not finish them. */
  readonly dropped: readonly { readonly program: string; readonly strategies: readonly string[] }[];
}

export function comparablePrograms(table: RunTable, programs: readonly string[], strategies: readonly string[]): Comparable {
  const dropped: { program: string; strategies: string[] }[] = [];
  const compared: string[] = [];
  for (const program of programs) {
    // The baseline may run out of memory where the others do not: that takes no program away from them.
    const unfinished = contenders(strategies).filter((strategy) => !finishedAll(table, program, strategy));
    if (unfinished.length === 0) compared.push(program);
    else dropped.push({ program, strategies: unfinished });
  }
  return { compared, dropped };
}

/** Did the strategy end every run of the program, as many as the strategy with the most? */
function finishedAll(table: RunTable, program: string, strategy: string): boolean {
  const byStrategy = table.get(program);
  const own = byStrategy?.get(strategy) ?? [];
  const seeds = Math.max(0, ...[...(byStrategy?.values() ?? [])].map((list) => list.length));
  return own.length > 0 && own.length === seeds && own.every(({ run }) => run.status === 'ok');
}

/** The strategy that nothing is measured against, unless it is alone. */
export const baseline = 'no-gc';

export function contenders(strategies: readonly string[]): readonly string[] {
  const rivals = strategies.filter((strategy) => strategy !== baseline);
  return rivals.length > 0 ? rivals : strategies;
}

/** Geometric mean, over seeds and then over `programs`, of each strategy's figure relative to the best contender's on that run. */
export function timesBest<R extends ComparedRun>(
  table: RunTable<R>,
  programs: readonly string[],
  strategies: readonly string[],
  figure: (entry: R) => number,
): Map<string, number> {
  /** By strategy, the logarithms of its shares: a list for each program, one entry a seed. */
  const logs = new Map<string, number[][]>();
  const rivals = contenders(strategies);
  for (const [place, program] of programs.entries()) {
    const byStrategy = table.get(program);
    const seeds = byStrategy?.get(rivals[0] ?? '')?.length ?? 0;
    const figureOf = (strategy: string, seed: number): number => {
      const entry = byStrategy?.get(strategy)?.[seed];
      return entry === undefined ? 1 : Math.max(1, figure(entry));
    };
    for (let seed = 0; seed < seeds; seed++) {
      const best = Math.min(...rivals.map((strategy) => figureOf(strategy, seed)));
      for (const strategy of strategies) {
        const own = logs.get(strategy) ?? programs.map(() => []);
        logs.set(strategy, own);
        own[place]!.push(Math.log(figureOf(strategy, seed) / best));
      }
    }
  }
  for (const strategy of logs.keys()) {
    if (!rivals.includes(strategy) && programs.some((program) => !finishedAll(table, program, strategy))) logs.delete(strategy);
  }
  return new Map(
    [...logs].map(([strategy, lists]) => [
      strategy,
      Math.exp(mean(lists.filter((list) => list.length > 0).map((list) => mean(list)))),
    ]),
  );
}

/** Interval of the mean that `timesBest` gives for a strategy; null where there is one run of each program. */
export function timesBestInterval<R extends ComparedRun>(
  table: RunTable<R>,
  programs: readonly string[],
  strategies: readonly string[],
  strategy: string,
  figure: (entry: R) => number,
): Interval | null {
  const rivals = contenders(strategies);
  const logs = programs.map((program) => {
    const byStrategy = table.get(program);
    return (byStrategy?.get(strategy) ?? []).map((entry, replicate) => {
      const others = rivals.map((rival) => byStrategy?.get(rival)?.[replicate]).filter((other) => other !== undefined);
      return Math.log(Math.max(1, figure(entry)) / Math.min(...others.map((other) => Math.max(1, figure(other)))));
    });
  });
  return exponential(bootstrapInterval(logs, `times best of ${strategy}`));
}

/** Interval of the geometric mean of `first` over `second`, run by run on the same seed and limit. */
export function ratioInterval<R extends ComparedRun>(
  table: RunTable<R>,
  programs: readonly string[],
  first: string,
  second: string,
  figure: (entry: R) => number,
): Interval | null {
  const logs = programs.map((program) => {
    const others = table.get(program)?.get(second) ?? [];
    return (table.get(program)?.get(first) ?? []).flatMap((entry, replicate) => {
      const other = others[replicate];
      return other === undefined ? [] : [Math.log(Math.max(1, figure(entry)) / Math.max(1, figure(other)))];
    });
  });
  return exponential(bootstrapInterval(logs, `${first} over ${second}`));
}

function exponential(interval: Interval | null): Interval | null {
  return interval === null ? null : { low: Math.exp(interval.low), high: Math.exp(interval.high) };
}

const costModelDraws = 200;
/** "A beats B" is said only where it holds in this share of cost models. */
export const confidenceNeeded = 0.95;

/**
 * Share of 200 cost models, the cost of each event multiplied by a number from 1/2 to 2, in which `first` has the smaller geometric
 * mean of cycles.
 */
export function costConfidence(table: RunTable, programs: readonly string[], first: string, second: string): number {
  const names = eventsOf(table, programs, [first, second]);
  let wins = 0;
  for (let draw = 0; draw < costModelDraws; draw++) {
    const factors = new Map(names.map((event) => [event, 2 ** (2 * stream(['cost-sensitivity', draw, event]).real() - 1)]));
    if (leads(table, programs, first, second, factors)) wins++;
  }
  return wins / costModelDraws;
}

/** Does `first` have the smaller geometric mean when the costs of events are multiplied by `factors`? */
function leads(
  table: RunTable,
  programs: readonly string[],
  first: string,
  second: string,
  factors: ReadonlyMap<string, number>,
): boolean {
  const recost = (entry: ComparedRun): number => {
    let cycles = 0;
    for (const [event, cost] of entry.cyclesOf) cycles += cost * (factors.get(event) ?? 1);
    return cycles;
  };
  const means = timesBest(table, programs, [first, second], recost);
  return (means.get(first) ?? 1) < (means.get(second) ?? 1);
}

function eventsOf(table: RunTable, programs: readonly string[], strategies: readonly string[]): string[] {
  const events = new Set<string>();
  for (const program of programs) {
    for (const strategy of strategies) {
      for (const { cyclesOf } of table.get(program)?.get(strategy) ?? [])
        for (const event of cyclesOf.keys()) events.add(event);
    }
  }
  return [...events].sort();
}

/** The one cost that turns a lead round, and the factor at which it does. */
export interface Flip {
  readonly event: string;
  readonly factor: number;
}

/** The event whose cost alone, multiplied by the factor nearest to 1 within 1/2..2, takes the lead from `first`; null when none does. */
export function nearestFlip(table: RunTable, programs: readonly string[], first: string, second: string): Flip | null {
  let nearest: Flip | null = null;
  for (const event of eventsOf(table, programs, [first, second])) {
    for (const end of [-1, 1]) {
      const holds = (power: number): boolean => leads(table, programs, first, second, new Map([[event, 2 ** power]]));
      if (holds(end)) continue;
      let inside = 0;
      let outside = end;
      for (let step = 0; step < 12; step++) {
        const middle = (inside + outside) / 2;
        if (holds(middle)) inside = middle;
        else outside = middle;
      }
      if (nearest === null || Math.abs(outside) < Math.abs(Math.log2(nearest.factor)))
        nearest = { event, factor: 2 ** outside };
    }
  }
  return nearest;
}
