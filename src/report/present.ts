/** What the colours of a chart must stand for, as far as the data have it. */
import type { Present } from './chart.ts';
import { type Facts, shownOf, strategiesOf } from './facts.ts';
import { inPaletteOrder, type Theme } from './theme.ts';

/** For a chart of one workload, or of all. */
export function presentIn(facts: Facts, theme: Theme, workload?: string): Present {
  const strategies = workload === undefined ? strategiesOf(facts) : shownOf(facts, workload).map((run) => run.strategy);
  return {
    strategies: inPaletteOrder(theme, strategies),
    scopes: new Set(facts.costs.filter((cost) => cost.cycles > 0).map((cost) => cost.scope)),
  };
}
