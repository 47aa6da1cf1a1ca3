/**
 * Rows that look like those of a shootout, from a seed: for the tests of results and report, which must not wait for the simulated
 * machine. The shapes are plausible, the figures mean nothing; nothing of it is shipped.
 */
import seedrandom from 'seedrandom';
import { overheadRows } from '../../src/results/overhead.ts';
import type {
  CollectionRow,
  CounterRow,
  DelayRow,
  LifetimeRow,
  OccupancyRow,
  PauseRow,
  RunRow,
  SampleRow,
  SurvivalRow,
  UtilizationRow,
} from '../../src/results/rows.ts';
import { type CellRows, createRunFolder } from '../../src/results/run-folder.ts';

export interface SyntheticOptions {
  readonly workloads?: readonly string[];
  readonly strategies?: readonly string[];
  readonly seeds?: readonly number[];
  /** Samples a cell. */
  readonly samples?: number;
  /** Cells that ran out of memory, as `workload/strategy`. */
  readonly oom?: readonly string[];
  /** Without the oracle, live and floating bytes are unknown. */
  readonly traced?: boolean;
  /** With the lives of objects, as --oracle writes them. */
  readonly followed?: boolean;
  /** Multiples of the min heap; a cell that ran out of memory does so with all but the largest. */
  readonly factors?: readonly number[];
}

export const allStrategies = ['arena-pools', 'refcount-cycle', 'refcount', 'mark-sweep', 'semispace', 'no-gc'] as const;

interface Traits {
  /** Bytes of garbage at which a collection runs; 0 for never. */
  readonly slack: number;
  readonly leak: number;
  readonly overhead: number;
  readonly reserve: number;
  readonly costs: Readonly<Partial<Record<CounterRow['scope'], number>>>;
  readonly cascades: number;
}

const traits: Readonly<Record<string, Traits>> = {
  'arena-pools': { slack: 0.06, leak: 0, overhead: 0.08, reserve: 0, costs: { refcount: 0.3, mark: 0.03 }, cascades: 60 },
  'refcount-cycle': { slack: 0.07, leak: 0, overhead: 0.16, reserve: 0, costs: { refcount: 0.31, mark: 0.03 }, cascades: 60 },
  refcount: { slack: 0, leak: 0.12, overhead: 0.13, reserve: 0, costs: { refcount: 0.29 }, cascades: 60 },
  'mark-sweep': {
    slack: 0.5,
    leak: 0,
    overhead: 0.1,
    reserve: 0,
    costs: { mark: 0.14, sweep: 0.12, barrier: 0.01 },
    cascades: 0,
  },
  semispace: { slack: 0.5, leak: 0, overhead: 0.02, reserve: 1, costs: { copy: 0.2 }, cascades: 0 },
  'no-gc': { slack: 0, leak: 1, overhead: 0.01, reserve: 0, costs: {}, cascades: 0 },
};

type SyntheticCell = Required<
  Pick<CellRows, 'run' | 'collections' | 'pauses' | 'samples' | 'counters' | 'timing' | 'occupancy' | 'utilization'>
> &
  Pick<CellRows, 'lifetimes' | 'survival' | 'delays'>;

export function syntheticCell(
  workload: string,
  strategy: string,
  seed: number,
  options: SyntheticOptions = {},
  factor: number | null = null,
): SyntheticCell {
  const random = seedrandom.alea(`${workload}/${strategy}/${seed}`);
  const shared = seedrandom.alea(`${workload}/${seed}`);
  const trait = traits[strategy] ?? traits['mark-sweep']!;
  const traced = options.traced ?? true;
  const count = options.samples ?? 200;
  const step = 16_381 + Math.floor(shared() * 20_000);
  const plateau = 150_000 + Math.floor(shared() * 400_000);
  const run_id = `${workload}.${strategy}${factor === null ? '' : `.h${factor}x`}.s${seed}`;
  const isLargest = factor === null || factor === Math.max(...(options.factors ?? []));
  const died = (options.oom?.includes(`${workload}/${strategy}`) ?? false) && (factor === null || !isLargest);

  const base = step * count * 3;
  const counters: CounterRow[] = [
    { run_id, scope: 'mutator', event: 'bytecode', count: Math.floor(base / 12), pause_count: 0, cycles: base },
    {
      run_id,
      scope: 'allocation',
      event: 'alloc_fast',
      count: Math.floor(base / 100),
      pause_count: 0,
      cycles: Math.floor(base * 0.16),
    },
  ];
  for (const [scope, share] of Object.entries(trait.costs)) {
    const cycles = Math.floor((base * share * (0.8 + 0.4 * random())) / (factor === null ? 1 : Math.sqrt(factor)));
    counters.push({
      run_id,
      scope: scope as CounterRow['scope'],
      event: `${scope}_event`,
      count: Math.floor(cycles / 9),
      pause_count: 0,
      cycles,
    });
  }
  const cyclesTotal = counters.reduce((sum, row) => sum + row.cycles, 0);

  const samples: SampleRow[] = [];
  const collections: CollectionRow[] = [];
  const pauses: PauseRow[] = [];
  let used = 0;
  let leaked = 0;
  let peak = 0;
  let peakLive = 0;
  let mapped = 64 * 1024;
  const points = died ? Math.floor(count * 0.6) : count;
  for (let index = 0; index < points; index++) {
    const a = step * (index + 1);
    const live = Math.floor(
      plateau * (0.25 + 0.75 * Math.sin((Math.PI * (index + 1)) / (count + 1))) * (0.95 + 0.1 * shared()),
    );
    leaked += Math.floor(step * trait.leak);
    used = Math.max(used + Math.floor(step * 0.8), live);
    if (trait.slack === 0) used = live + leaked;
    const c = Math.floor((cyclesTotal * (index + 1)) / count);
    if (trait.slack > 0 && used > live + plateau * trait.slack) {
      const before = used;
      used = live;
      const visited =
        strategy === 'arena-pools' || strategy === 'refcount-cycle' ? Math.floor(live / 900) : Math.floor(live / 56);
      const pause = visited * (strategy === 'semispace' ? 60 : 40) + 2000;
      collections.push({
        run_id,
        gc_no: collections.length + 1,
        kind: 'full',
        generation: 0,
        trigger: 'threshold',
        a_start: a,
        c_start: c,
        c_pause: pause,
        candidates: visited,
        visited,
        edges: visited * 2,
        reclaimed_b: before - used,
        traced_b: strategy === 'semispace' ? 0 : live,
        copied_b: strategy === 'semispace' ? live : 0,
        promoted_b: 0,
        swept_cells: strategy === 'mark-sweep' ? Math.floor(before / 56) : 0,
        roots: 120,
        used_before_b: before,
        used_after_b: used,
        live_after_b: traced ? live : null,
        finalizers: 0,
        weakrefs_cleared: 0,
        resurrected: 0,
      });
      pauses.push({ run_id, pause_no: pauses.length + 1, kind: 'stop-the-world', c_start: c, cycles: pause });
    }
    for (let cascade = 0; cascade * count < trait.cascades * 10; cascade++) {
      const cycles = Math.floor(40 / (random() + 0.0005));
      pauses.push({ run_id, pause_no: pauses.length + 1, kind: 'cascade', c_start: c + cascade, cycles });
    }
    while (mapped < used * (1.05 + trait.overhead)) mapped += 64 * 1024;
    const metadata = Math.floor(mapped * trait.overhead) + Math.floor(mapped * trait.reserve);
    const footprint = mapped + metadata;
    peak = Math.max(peak, footprint);
    peakLive = Math.max(peakLive, live);
    samples.push({
      run_id,
      a,
      c,
      live_b: traced ? live : null,
      used_b: used,
      footprint_b: footprint,
      metadata_b: metadata,
      floating_b: traced ? used - live : null,
      free_b: mapped - used,
      largest_free_b: Math.floor((mapped - used) / 2),
      cell_b: used,
      internal_frag: used > 0 ? 0 : null,
      external_frag: mapped > used ? 0.5 : null,
      unusable: mapped > used ? 0.1 : null,
      gc_n: collections.length,
    });
  }
  const run: RunRow = {
    run_id,
    workload,
    params: '',
    seed,
    strategy,
    allocator: strategy === 'semispace' || strategy === 'no-gc' ? 'bump' : strategy === 'mark-sweep' ? 'segregated' : 'malloc',
    heap_limit_b: 64 * 1024 * 1024 * (factor ?? 1),
    heap_factor: factor,
    cost_profile: 'flat',
    calibration: 'uncalibrated',
    status: died ? 'oom' : 'ok',
    version: '0.0.0',
    bytecodes: Math.floor(base / 12),
    alloc_b: step * points,
    alloc_n: Math.floor((step * points) / 56),
    peak_live_b: traced ? peakLive : null,
    peak_footprint_b: peak,
    cycles_total: cyclesTotal,
    cycles_gc: pauses.reduce((sum, row) => sum + row.cycles, 0),
    longest_pause: pauses.reduce((longest, row) => Math.max(longest, row.cycles), 0),
    mark_cons: null,
    output_sha256: '0'.repeat(64),
  };
  const timing = [{ run_id, engine: 'vm', host: 'synthetic', wall_ms: 12.5 }];
  const occupancy = filmOf(run_id, samples);
  const utilization = windowsOf(run_id, run.cycles_total, run.cycles_gc / run.cycles_total);
  const lives = options.followed === true ? livesOf(run_id, trait, shared) : {};
  return { run, collections, pauses, samples, counters, timing, occupancy, utilization, ...lives };
}

/** Some moments of the heap, in bins of 128 KiB, full from below. */
function filmOf(run_id: string, samples: readonly SampleRow[]): OccupancyRow[] {
  const bin_b = 128 * 1024;
  const every = Math.max(1, Math.ceil(samples.length / 5));
  return samples
    .filter((_, index) => index % every === 0)
    .flatMap(({ a, footprint_b, used_b, live_b }) =>
      Array.from({ length: Math.ceil(footprint_b / bin_b) }, (_, bin) => {
        const used = Math.max(0, Math.min(bin_b, used_b - bin * bin_b));
        return {
          run_id,
          a,
          at_b: bin * bin_b,
          place_b: bin * bin_b,
          bin_b,
          cell_b: bin % 3 === 0 ? 64 : null,
          mapped_b: bin_b,
          used_b: used,
          live_b: Math.floor((used * (live_b ?? used_b)) / Math.max(1, used_b)),
        };
      }),
    );
}

function windowsOf(run_id: string, total: number, paused: number): UtilizationRow[] {
  const rows: UtilizationRow[] = [];
  for (let window = 1024; window < 2 * total; window *= 2) {
    const share = Math.round(1e6 * Math.max(0, (1 - paused) * (1 - 30_000 / Math.min(window, total)))) / 1e6;
    rows.push({ run_id, window: Math.min(window, total), mmu: share, bmu: share });
  }
  return rows;
}

function livesOf(
  run_id: string,
  { slack, leak }: Traits,
  shared: () => number,
): { lifetimes: LifetimeRow[]; survival: SurvivalRow[]; delays: DelayRow[] } {
  const lifetimes: LifetimeRow[] = [];
  for (let life = 0; life < 20; life++) {
    for (let size = 5; size < 9; size++) {
      const objects = 1 + Math.floor((4000 * shared()) / (1 + life) / (size - 4));
      const site = `p.py:${size}`;
      const censored = life === 19 ? objects : 0;
      lifetimes.push({
        run_id,
        site,
        type: 'list',
        log2_life: life,
        log2_size: size,
        objects,
        bytes: objects * 2 ** size,
        censored,
      });
    }
  }
  const survival = Array.from({ length: 60 }, (_, step) => ({
    run_id,
    age: step === 0 ? 0 : Math.floor(2 ** (4 + step / 4)),
    at_risk_b: 60_000 - 1000 * step,
    survival: Math.round(1e6 * 0.97 ** (step + 1)) / 1e6,
  }));
  const delay = (what: DelayRow['what'], log2_b: number, bytes: number): DelayRow => ({
    run_id,
    what,
    log2_b,
    objects: Math.ceil(bytes / 64),
    bytes,
    area: bytes * 2 ** log2_b,
  });
  const delays = [
    delay('drag', 6, 5000),
    delay('reclaim', 0, slack > 0.3 ? 100 : 90_000),
    ...(slack > 0 ? [delay('reclaim', 14, 40_000), delay('reclaim', 17, 30_000)] : []),
    ...(leak > 0 ? [delay('unreclaimed', 18, Math.floor(100_000 * leak))] : []),
  ];
  return { lifetimes, survival, delays };
}

/** Writes a whole run folder of synthetic cells to `directory`. */
export async function writeSyntheticRun(directory: string, options: SyntheticOptions = {}): Promise<void> {
  const workloads = options.workloads ?? ['gcbench', 'cycles', 'lru_cache'];
  const strategies = options.strategies ?? allStrategies;
  const seeds = options.seeds ?? [1];
  const writer = await createRunFolder(directory, {
    argv: ['shootout', ...workloads],
    versions: { heaplab: '0.0.0', python: '3.13' },
    programs: workloads.map((name) => ({ name, sha256: 'f'.repeat(64) })),
    parameters: { strategies, seeds, heap: '64M' },
  });
  const runs: RunRow[] = [];
  for (const workload of workloads) {
    for (const strategy of strategies) {
      for (const factor of options.factors ?? [null]) {
        for (const seed of seeds) {
          const cell = syntheticCell(workload, strategy, seed, options, factor);
          runs.push(cell.run);
          await writer.addCell(cell);
        }
      }
    }
  }
  await writer.addOverheads(overheadRows(runs));
  await writer.finish('complete');
}
