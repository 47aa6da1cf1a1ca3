/** Figures of the strategies over all programs that can be compared, and who leads. */
import { confidenceNeeded, contenders, costConfidence, ratioInterval, timesBest } from '../results/comparison.ts';
import type { RunRow } from '../results/rows.ts';
import { type Facts, strategiesOf } from './facts.ts';

export type Metric = 'cycles_total' | 'peak_footprint_b';

/** Geometric mean of each strategy's multiple of the best strategy; empty where nothing can be compared. */
export function geometricMeans(facts: Facts, metric: Metric): Map<string, number> {
  return timesBest(facts.table, facts.comparable.compared, strategiesOf(facts), ({ run }) => run[metric]);
}

/**
 * Total cost of each strategy as a multiple of the base, mean over seeds and then over the programs that can be compared. The base is the least cost without
 * collector work of any run that ended. A strategy that could not finish one of the programs is left out.
 */
export function meanOverheads(facts: Facts): Map<string, number> {
  const { compared } = facts.comparable;
  const sums = new Map<string, number>();
  for (const strategy of strategiesOf(facts)) {
    const shares = compared.map((program) => overheadOn(facts.runs, program, strategy));
    if (shares.every((share) => share !== null)) {
      const sum = shares.reduce((total, share) => total + share, 0);
      if (shares.length > 0) sums.set(strategy, sum / shares.length);
    }
  }
  return sums;
}

/** Mean over the runs of a strategy on a program; null when it could not finish one of them. */
function overheadOn(runs: readonly RunRow[], program: string, strategy: string): number | null {
  const own = runs.filter((run) => run.workload === program && run.strategy === strategy);
  if (own.length === 0 || own.some((run) => run.status !== 'ok')) return null;
  return own.reduce((sum, run) => sum + run.cycles_total / baseOf(runs, run), 0) / own.length;
}

/** The least cost without collector work among the runs of the same program and seed. */
export function baseOf(runs: readonly RunRow[], { workload, seed }: RunRow): number {
  const peers = runs.filter((peer) => peer.workload === workload && peer.seed === seed && peer.status === 'ok');
  return Math.min(...peers.map((peer) => peer.cycles_total - peer.cycles_gc));
}

export interface Leaders {
  /** Of the contenders, by falling merit. */
  readonly cheapest: readonly string[];
  readonly smallest: readonly string[];
  /** Does the first beat the second in cycles in nearly every cost model, and in all of the interval over replicates? Always false for one alone. */
  readonly clear: boolean;
  /** Share of cost models in which it does; null for one alone. */
  readonly confidence: number | null;
}

/** Two hundred cost models are worth keeping. */
const known = new WeakMap<Facts, Leaders | null>();

/** Who leads; null where nothing can be compared. */
export function leadersOf(facts: Facts): Leaders | null {
  const found = known.get(facts);
  if (found !== undefined) return found;
  const leaders = findLeaders(facts);
  known.set(facts, leaders);
  return leaders;
}

function findLeaders(facts: Facts): Leaders | null {
  const cost = geometricMeans(facts, 'cycles_total');
  const memory = geometricMeans(facts, 'peak_footprint_b');
  if (cost.size === 0) return null;
  const rivals = contenders(strategiesOf(facts));
  const by = (means: ReadonlyMap<string, number>): string[] => [...rivals].sort((a, b) => means.get(a)! - means.get(b)!);
  const cheapest = by(cost);
  const [first, second] = cheapest;
  const confidence =
    first === undefined || second === undefined ? null : costConfidence(facts.table, facts.comparable.compared, first, second);
  const spread =
    confidence === null
      ? null
      : ratioInterval(facts.table, facts.comparable.compared, first!, second!, ({ run }) => run.cycles_total);
  const clear = confidence !== null && confidence >= confidenceNeeded && (spread === null || spread.high < 1);
  return { cheapest, smallest: by(memory), confidence, clear };
}
