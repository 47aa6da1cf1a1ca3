/** The figures of a report's summary table: one line a strategy, over the cells that every strategy finished. */
import { baseline, completeCells, type Facts, strategiesOf } from './facts.ts';
import { geometricMeans, meanOverheads } from './findings.ts';

export interface StrategySummary {
  readonly strategy: string;
  /** Runs that ended well, of all its runs. */
  readonly finished: number;
  readonly runs: number;
  /** Geometric means of the multiples of the best strategy; null where no cell was finished by all. */
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
  const { complete, dropped } = completeCells(facts);
  const rivals = summarise(facts).filter((line) => line.strategy !== baseline);
  if (complete.size === 0 || rivals.length === 0) return 'No workload was finished by every strategy, so nothing is compared.';
  const by = (key: 'costRatio' | 'memoryRatio'): StrategySummary =>
    [...rivals].sort((a, b) => (a[key] ?? 0) - (b[key] ?? 0))[0]!;
  const cheapest = by('costRatio');
  const smallest = by('memoryRatio');
  const left = dropped.length === 0 ? '' : ` Left out, because not every strategy finished: ${dropped.join(', ')}.`;
  if (cheapest === smallest) return `${cheapest.strategy} costs least and needs least memory.${left}`;
  return (
    `${cheapest.strategy} costs least (${cheapest.costRatio!.toFixed(2)} × the best per workload, ${cheapest.memoryRatio!.toFixed(2)} × in memory); ` +
    `${smallest.strategy} needs least memory (${smallest.memoryRatio!.toFixed(2)} ×, ${smallest.costRatio!.toFixed(2)} × in cost).${left}`
  );
}
