/** The figures of a report's summary table: one line a strategy, over the programs that every strategy finished. */
import { type Facts, strategiesOf } from './facts.ts';
import { geometricMeans, leadersOf, meanOverheads } from './findings.ts';

export interface StrategySummary {
  readonly strategy: string;
  /** Runs that ended well, of all its runs. */
  readonly finished: number;
  readonly runs: number;
  /** Geometric means of the multiples of the best strategy; null where nothing is compared. */
  readonly costRatio: number | null;
  readonly memoryRatio: number | null;
  /** Total cost as a multiple of the base, mean. */
  readonly overhead: number | null;
  /** Cycles; null when it never paused in a shown run. */
  readonly longestPause: number | null;
}

export function summarise(facts: Facts): StrategySummary[] {
  const cost = geometricMeans(facts, 'cycles_total');
  const memory = geometricMeans(facts, 'peak_footprint_b');
  const overheads = meanOverheads(facts);
  return strategiesOf(facts).map((strategy) => {
    const runs = facts.runs.filter((run) => run.strategy === strategy);
    const longest = facts.shown
      .filter((run) => run.strategy === strategy)
      .map((run) => facts.pauses.get(run.run_id)?.at(-1)?.cycles ?? 0);
    return {
      strategy,
      finished: runs.filter((run) => run.status === 'ok').length,
      runs: runs.length,
      costRatio: cost.get(strategy) ?? null,
      memoryRatio: memory.get(strategy) ?? null,
      overhead: overheads.get(strategy) ?? null,
      longestPause: Math.max(0, ...longest) || null,
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
  const lines = new Map(summarise(facts).map((line) => [line.strategy, line]));
  const ratios = (strategy: string): string => {
    const line = lines.get(strategy)!;
    return `${line.costRatio!.toFixed(2)} × the best in cost, ${line.memoryRatio!.toFixed(2)} × in memory`;
  };
  const cost = leaders.clear
    ? `${first} costs least (${ratios(first)})`
    : `${first} and ${second} cannot be told apart in cost: which is cheaper depends on the cost model`;
  const memory =
    leaders.clear && first === smallest ? 'and needs least memory' : `${smallest} needs least memory (${ratios(smallest)})`;
  return `${cost}${memory.startsWith('and') ? ' ' : '; '}${memory}.${left}`;
}
