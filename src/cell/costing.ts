/** From counts to cycles: every figure of kind M of one run, from the counts alone, so that a run and its `recost` share the arithmetic. */
import { assert } from '../base/assert.ts';
import { EVENTS } from '../heap/clock.ts';
import type { CounterRow, PauseRow, UtilizationRow } from '../results/rows.ts';
import { Utilization, windowWidths } from '../results/utilization.ts';
import { type CostProfile, costVector, cyclesOf } from './cost-profile.ts';
import type { Pause } from './pause-list.ts';

export interface CostRows {
  readonly cyclesTotal: number;
  readonly cyclesGc: number;
  readonly pauses: readonly PauseRow[];
  readonly counters: readonly CounterRow[];
}

export class Costing {
  private readonly runId: string;
  private readonly costs: Float64Array;

  constructor(runId: string, profile: CostProfile) {
    this.runId = runId;
    this.costs = costVector(profile);
  }

  cycles(counts: ArrayLike<number>): number {
    return cyclesOf(this.costs, counts);
  }

  /** `total` are the counts at the end of the run, `pauses` in order of time and without overlap. */
  rows(total: Float64Array, pauses: readonly Pause[]): CostRows {
    const run_id = this.runId;
    const within = new Float64Array(EVENTS.length);
    const rows = pauses.map(({ kind, start, end }, index): PauseRow => {
      for (let event = 0; event < within.length; event++) within[event] = within[event]! + end[event]! - start[event]!;
      const began = this.cycles(start);
      return { run_id, pause_no: index + 1, kind, c_start: began, cycles: this.cycles(end) - began };
    });
    const cyclesTotal = this.cycles(total);
    const cyclesGc = this.cycles(within);
    assert(cyclesGc === rows.reduce((sum, { cycles }) => sum + cycles, 0), 'the pauses of a run do not add up to its GC cost');
    const counters = EVENTS.flatMap((event, index): CounterRow[] => {
      const count = total[index]!;
      assert(within[index]! <= count, 'more events were counted in pauses than in the whole run');
      if (count === 0) return [];
      const cycles = count * this.costs[index]!;
      return [{ run_id, scope: event.scope, event: event.name, count, pause_count: within[index]!, cycles }];
    });
    return { cyclesTotal, cyclesGc, pauses: rows, counters };
  }

  /** Rows of utilization.csv, from what `rows` returned. */
  utilization({ pauses, cyclesTotal: total }: CostRows): UtilizationRow[] {
    const curve = new Utilization(
      pauses.map(({ c_start: start, cycles: length }) => ({ start, length })),
      total,
    );
    return windowWidths(total).map((window) => ({
      run_id: this.runId,
      window,
      mmu: sixDecimals(curve.mmu(window)),
      bmu: sixDecimals(curve.bmu(window)),
    }));
  }
}

function sixDecimals(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
