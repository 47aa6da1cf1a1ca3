/** The figures of a report's summary table: one line a strategy, over the programs that every strategy finished. */
import { profileDisagreement, profileOrders } from '../cell/profile-orders.ts';
import type { Interval } from '../results/bootstrap.ts';
import { timesBestInterval } from '../results/comparison.ts';
import { type Facts, strategiesOf } from './facts.ts';
import { geometricMeans, leadersOf, meanOverheads } from './leaders.ts';

export interface StrategySummary {
  readonly strategy: string;
  /** Runs that ended well, of all its runs. */
  readonly finished: number;
  readonly runs: number;
  /** Geometric means of the multiples of the best strategy; null where nothing is compared. */
  readonly costRatio: number | null;
  readonly memoryRatio: number | null;
  /** Of `costRatio`; null without replicates. */
  readonly costInterval: Interval | null;
  /** Total cost as a multiple of the base, mean. */
  readonly overhead: number | null;
  /** Cycles; null when it never paused. */
  readonly longestPause: number | null;
  /** Of all cycles of its runs, those within pauses. */
  readonly pauseShare: number | null;
  /** Bytes, the most of its shown runs; null when liveness was not traced. */
  readonly garbageAtEnd: number | null;
}

export function summarise(facts: Facts): StrategySummary[] {
  const cost = geometricMeans(facts, 'cycles_total');
  const memory = geometricMeans(facts, 'peak_footprint_b');
  const overheads = meanOverheads(facts);
  const strategies = strategiesOf(facts);
  const { compared } = facts.comparable;
  return strategies.map((strategy) => {
    const runs = facts.runs.filter((run) => run.strategy === strategy);
    const cycles = runs.reduce((sum, run) => sum + run.cycles_total, 0);
    const garbage = facts.shown
      .filter((run) => run.strategy === strategy)
      .map((run) => facts.samples.get(run.run_id)?.at(-1)?.floating_b ?? null)
      .filter((bytes) => bytes !== null);
    return {
      strategy,
      finished: runs.filter((run) => run.status === 'ok').length,
      runs: runs.length,
      costRatio: cost.get(strategy) ?? null,
      memoryRatio: memory.get(strategy) ?? null,
      costInterval: cost.has(strategy)
        ? timesBestInterval(facts.table, compared, strategies, strategy, ({ run }) => run.cycles_total)
        : null,
      overhead: overheads.get(strategy) ?? null,
      longestPause: Math.max(0, ...runs.map((run) => run.longest_pause)) || null,
      pauseShare: cycles === 0 ? null : runs.reduce((sum, run) => sum + run.cycles_gc, 0) / cycles,
      garbageAtEnd: garbage.length === 0 ? null : Math.max(...garbage),
    };
  });
}

/** One sentence: who costs least, who needs least memory, and what was left out. */
export function verdict(facts: Facts): string {
  const leaders = leadersOf(facts);
  const [first, second] = leaders?.cheapest ?? [];
  const smallest = leaders?.smallest[0];
  if (leaders === null || first === undefined || smallest === undefined) {
    return 'No workload was finished by every strategy, so nothing is compared.';
  }
  const { dropped } = facts.comparable;
  const left =
    dropped.length === 0
      ? ''
      : ` Left out, because not every strategy finished: ${dropped.map(({ program }) => program).join(', ')}.`;
  if (second === undefined) return `Only ${first} was run, so nothing is compared.${left}`;
  const orders = profileOrders(facts.table, facts.comparable.compared, strategiesOf(facts), facts.runs[0]!.cost_profile);
  const disagreement = orders === null ? '' : profileDisagreement(orders);
  const profiles = disagreement === '' ? '' : ` ${disagreement}`;
  const lines = new Map(summarise(facts).map((line) => [line.strategy, line]));
  const cost = (strategy: string): string => `${lines.get(strategy)!.costRatio!.toFixed(2)} × the least`;
  const memory = (strategy: string): string => `${lines.get(strategy)!.memoryRatio!.toFixed(2)} × the least`;
  if (!leaders.clear) {
    return `${first} and ${second} are not distinguishable in cost: which is cheaper depends on the cost model or on the seed; ${smallest} needs least memory and costs ${cost(smallest)}.${left}${profiles}`;
  }
  if (first === smallest) return `${first} costs least and needs least memory.${left}${profiles}`;
  return `${first} costs least and holds ${memory(first)} memory; ${smallest} needs least memory and costs ${cost(smallest)}.${left}${profiles}`;
}
