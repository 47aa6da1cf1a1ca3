/** What the colours of a chart must stand for, as far as there is something to see. */

import { inPaletteOrder, type Theme } from '../picture/theme.ts';
import type { Present } from './chart.ts';
import { type Facts, shownOf, strategiesOf, workloadsOf } from './facts.ts';

/** A part of the cost below this share of every run is thinner than a line: it needs no entry in a legend. */
const leastVisibleShare = 0.002;

/** For a chart of one workload, or of all. */
export function presentIn(facts: Facts, theme: Theme, workload?: string): Present {
  const strategies = workload === undefined ? strategiesOf(facts) : shownOf(facts, workload).map((run) => run.strategy);
  const totals = new Map(facts.runs.map((run) => [run.run_id, run.cycles_total]));
  const sums = new Map<string, { run_id: string; scope: string; cycles: number }>();
  for (const { run_id, scope, cycles } of facts.costs) {
    const key = `${run_id} ${scope}`;
    sums.set(key, { run_id, scope, cycles: cycles + (sums.get(key)?.cycles ?? 0) });
  }
  const visible = [...sums.values()].filter(({ run_id, cycles }) => cycles > leastVisibleShare * (totals.get(run_id) ?? 0));
  return {
    strategies: inPaletteOrder(theme, strategies),
    scopes: new Set(visible.map((sum) => sum.scope)),
    workloads: workload === undefined ? workloadsOf(facts) : [workload],
  };
}
