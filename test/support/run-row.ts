import type { RunRow } from '../../src/results/rows.ts';

/** A row of runs.csv that ended well, with some figures of its own. */
export function runRow(own: Partial<RunRow>): RunRow {
  return {
    run_id: 'program.strategy.s1',
    workload: 'program',
    params: '',
    seed: 1,
    strategy: 'strategy',
    allocator: 'malloc',
    heap_limit_b: 1_000_000,
    heap_factor: null,
    cost_profile: 'flat',
    calibration: 'uncalibrated',
    status: 'ok',
    version: '0.0.0',
    bytecodes: 100,
    alloc_b: 1000,
    alloc_n: 10,
    peak_live_b: null,
    peak_footprint_b: 1000,
    cycles_total: 1000,
    cycles_gc: 100,
    longest_pause: 40,
    mark_cons: null,
    output_sha256: '00',
    ...own,
  };
}
