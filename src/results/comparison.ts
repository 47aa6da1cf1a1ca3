/**
 * Strategies compared over programs, for tables, verdicts and charts alike.
 *
 * Every figure is relative to the best strategy on the same program and seed (1 = best); means are geometric, first over seeds, then
 * over programs. `no-gc` is a baseline: it is shown, but nothing is measured against it. A program that one strategy cannot finish is
 * left out for all of them, so that every mean is over the same programs.
 */
import { stream } from '../base/random-streams.ts';
import type { RunRow } from './rows.ts';

export interface ComparedRun {
  readonly run: RunRow;
  /** Cycles by event. */
  readonly cyclesOf: ReadonlyMap<string, number>;
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
    const unfinished = strategies.filter((strategy) => !finishedAll(table, program, strategy));
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
  const logs = new Map<string, number>();
  const rivals = contenders(strategies);
  for (const program of programs) {
    const byStrategy = table.get(program);
    const seeds = byStrategy?.get(rivals[0] ?? '')?.length ?? 0;
    const figureOf = (strategy: string, seed: number): number => {
      const entry = byStrategy?.get(strategy)?.[seed];
      return entry === undefined ? 1 : Math.max(1, figure(entry));
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

const costModelDraws = 200;
/** "A beats B" is said only where it holds in this share of cost models. */
export const confidenceNeeded = 0.95;

/**
 * Share of 200 cost models, the cost of each event multiplied by a number from 1/2 to 2, in which `first` has the smaller geometric
 * mean of cycles.
 */
export function costConfidence(table: RunTable, programs: readonly string[], first: string, second: string): number {
  const events = new Set<string>();
  for (const program of programs) {
    for (const strategy of [first, second]) {
      for (const { cyclesOf } of table.get(program)?.get(strategy) ?? [])
        for (const event of cyclesOf.keys()) events.add(event);
    }
  }
  const names = [...events].sort();
  let wins = 0;
  for (let draw = 0; draw < costModelDraws; draw++) {
    const factors = new Map(names.map((event) => [event, 2 ** (2 * stream(['cost-sensitivity', draw, event]).real() - 1)]));
    const recost = (entry: ComparedRun): number => {
      let cycles = 0;
      for (const [event, cost] of entry.cyclesOf) cycles += cost * (factors.get(event) ?? 1);
      return cycles;
    };
    const means = timesBest(table, programs, [first, second], recost);
    if ((means.get(first) ?? 1) < (means.get(second) ?? 1)) wins++;
  }
  return wins / costModelDraws;
}
