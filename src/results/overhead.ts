/**
 * Lower-bound overhead: total cycles over what the program costs at least. A run's distilled cost is its total without GC cost; the base of a program and seed is
 * the least distilled cost over all strategies and heap limits that completed, `no-gc` included. The true cost without memory management is no more than that, so an overhead
 * is a lower bound.
 *
 * Source: Cai et al., "Distilling the real cost of production garbage collectors" (ISPASS 2022).
 */
import type { OverheadRow, RunRow } from './rows.ts';

/** One row for each run that completed, in the order given. */
export function overheadRows(runs: readonly RunRow[]): OverheadRow[] {
  const keyOf = ({ workload, params, seed }: RunRow): string => JSON.stringify([workload, params, seed]);
  const bases = new Map<string, RunRow>();
  const complete = runs.filter(({ status }) => status === 'ok');
  for (const run of complete) {
    const best = bases.get(keyOf(run));
    if (best === undefined || distilled(run) < distilled(best)) bases.set(keyOf(run), run);
  }
  return complete.map((run) => {
    const base = bases.get(keyOf(run))!;
    return {
      run_id: run.run_id,
      distilled: distilled(run),
      base: distilled(base),
      base_run: base.run_id,
      lbo: Math.round((run.cycles_total / Math.max(1, distilled(base))) * 1e6) / 1e6,
    };
  });
}

function distilled({ cycles_total, cycles_gc }: RunRow): number {
  return cycles_total - cycles_gc;
}
