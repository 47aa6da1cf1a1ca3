/** Runs one cell: joins the interpreter to a strategy, samples memory, and turns what happened into rows. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { heaplabVersion } from '../base/version.ts';
import type { CollectionRecord, Footprint, Strategy } from '../heap/strategy.ts';
import { Tracer } from '../heap/trace.ts';
import { verifyHeap } from '../heap/verify.ts';
import { Machine } from '../interp/machine.ts';
import { DEFAULT_PYTHON } from '../interp/python-version.ts';
import { R_CODE, R_PC, RECORD } from '../interp/vm/frame-record.ts';
import type { CollectionRow, OccupancyRow, SampleRow } from '../results/rows.ts';
import { findStrategy } from '../strategies/catalogue.ts';
import { CacheSimulation } from './cache-simulation.ts';
import type { CellResult, CellSpec, CellStatus } from './cell.ts';
import { isCalibrated } from './cost-profile.ts';
import { Costing } from './costing.ts';
import { type Mark, markRows } from './marks.ts';
import { OccupancyFilm } from './occupancy.ts';
import { Oracle, type OracleHost } from './oracle.ts';
import { pauseList } from './pause-list.ts';

/** Bytes of allocation between two samples: a prime, so that samples do not fall in step with the collector. */
const SAMPLE_STRIDE = 262_147;
/** A sample waits until this part of the live bytes has been allocated since the one before: 2 is half of them. */
const LIVE_SHARE = 2;
/** So many samples are taken at collections whatever it takes to trace. */
const SURE_SAMPLES = 16;
/** Samples are thinned to every second one, and the stride doubled, when there are this many. */
const MAX_SAMPLES = 256;

class TextSink {
  private readonly pieces: string[] = [];
  private readonly hash = createHash('sha256');
  private pending = '';
  private readonly keep: boolean;

  constructor(keep: boolean) {
    this.keep = keep;
  }
  write(text: string): void {
    this.pending += text;
    if (this.pending.length > 65536) this.flush();
  }
  private flush(): void {
    this.hash.update(this.pending, 'utf8');
    if (this.keep) this.pieces.push(this.pending);
    this.pending = '';
  }
  finish(): { text: string; sha256: string } {
    this.flush();
    return { text: this.pieces.join(''), sha256: this.hash.digest('hex') };
  }
}

function neighbourReader(path: string): (name: string) => string | null {
  const folder = dirname(path);
  return (name) => {
    const file = join(folder, name);
    try {
      const found = statSync(file);
      if (name.endsWith('/')) return found.isDirectory() ? '' : null;
      if (!found.isFile()) return null;
      return readFileSync(file, 'utf8');
    } catch {
      return null;
    }
  };
}

/** A ratio to six decimals. */
function ratio(part: number, whole: number): number {
  return Math.round((part / whole) * 1e6) / 1e6;
}

class Sampler {
  readonly rows: SampleRow[] = [];
  /** The clock's counts at each row. */
  readonly counts: Float64Array[] = [];
  peakLive = 0;
  peakFootprint = 0;
  private stride = SAMPLE_STRIDE;
  private next = 0;
  private lastLive = 0;
  /** Clock A at the last sample, and samples so far, those that were thinned out among them. */
  private lastA = 0;
  private taken = 0;
  /** Live bytes when the collection that runs began; null when they were not looked for. */
  private liveBefore: number | null = null;
  /** Live bytes at the end of collections, where they were looked for. */
  readonly liveAfter = new Map<CollectionRecord, number>();
  private readonly spec: CellSpec;
  private readonly machine: Machine;
  private readonly costing: Costing;
  private readonly tracer: Tracer;
  /** Null where a summary is all that is asked for. */
  private readonly film: OccupancyFilm | null;

  constructor(spec: CellSpec, machine: Machine, costing: Costing) {
    this.spec = spec;
    this.machine = machine;
    this.costing = costing;
    this.tracer = new Tracer(machine.context);
    this.film = spec.summaryOnly === true ? null : new OccupancyFilm(machine.context.memory, SAMPLE_STRIDE);
  }

  /** Rows of occupancy.csv. */
  occupancy(): OccupancyRow[] {
    return this.film?.rows(this.spec.runId) ?? [];
  }

  /** Takes a sample when clock A has passed the next stride. */
  poll(): void {
    const strategy = this.machine.strategy;
    if (strategy.allocatedBytes < this.next) return;
    this.take();
    // Finding the live bytes takes time in proportion to them, so a large heap is looked at less often.
    this.next = strategy.allocatedBytes + Math.max(this.stride, this.lastLive / LIVE_SHARE);
  }

  /** Samples before and after a collection: the first of a run, and then those that come long enough after the last sample. */
  collection(when: 'begin' | 'end', record: CollectionRecord): void {
    const { allocatedBytes, capabilities } = this.machine.strategy;
    // A strategy that traces holds the most just before.
    if (when === 'begin' && capabilities.refcount === 'none') this.notePeak(this.machine.strategy.footprint());
    if (!this.spec.samples || (this.machine.context.roots.pinned ?? 0) > 0) return;
    if (when === 'begin') {
      const due = allocatedBytes >= this.lastA + Math.max(this.stride / 2, this.lastLive / LIVE_SHARE);
      this.liveBefore = due || this.taken < SURE_SAMPLES ? this.take() : null;
    } else if (this.liveBefore !== null) {
      // Nothing of the program ran: what was live still is.
      const same = allocatedBytes === record.aStart && record.finalizers === 0 && record.weakrefsCleared === 0;
      this.liveAfter.set(record, this.take(false, same ? this.liveBefore : null));
      this.liveBefore = null;
      this.next = allocatedBytes + Math.max(this.stride, this.lastLive / LIVE_SHARE);
    }
  }

  /** Footprint F now. What is mapped has a peak of its own, which is never missed. */
  private notePeak({ mappedBytes, sideBytes }: Footprint): number {
    const held = mappedBytes + sideBytes;
    this.peakFootprint = Math.max(this.peakFootprint, held, this.machine.strategy.peakMappedBytes ?? 0);
    return held;
  }

  /** Takes a sample and returns the live bytes. `last`: the program has ended; `known`: the live bytes, where nothing has to be traced for them. */
  take(last = false, known: number | null = null): number {
    const { machine } = this;
    const strategy = machine.strategy;
    const footprint = strategy.footprint();
    const held = this.notePeak(footprint);
    if (!this.spec.samples) return 0;
    this.taken++;
    this.lastA = strategy.allocatedBytes;
    machine.clock.fold();
    const counts = machine.clock.total.slice();
    // In the middle of a collection blocks are not what they seem.
    const due = last || (this.liveBefore === null && known === null && this.film?.isDue(strategy) === true);
    const film = due ? this.film : null;
    const live = known ?? this.tracer.trace(strategy, film?.begin(strategy) ?? null).bytes;
    film?.finish(strategy);
    this.lastLive = live;
    this.peakLive = Math.max(this.peakLive, live);
    const { usedBytes, cellBytes, freeBytes, largestFreeBytes, smallHoleBytes } = footprint;
    this.counts.push(counts);
    this.rows.push({
      run_id: this.spec.runId,
      a: strategy.allocatedBytes,
      c: this.costing.cycles(counts),
      live_b: live,
      used_b: usedBytes,
      footprint_b: held,
      metadata_b: footprint.metadataBytes,
      floating_b: Math.max(0, usedBytes - live),
      free_b: freeBytes,
      largest_free_b: largestFreeBytes,
      cell_b: cellBytes,
      internal_frag: cellBytes > 0 ? ratio(Math.max(0, cellBytes - usedBytes), cellBytes) : null,
      external_frag: freeBytes > 0 ? ratio(Math.max(0, freeBytes - largestFreeBytes), freeBytes) : null,
      unusable: freeBytes > 0 ? ratio(smallHoleBytes, freeBytes) : null,
      gc_n: strategy.collections.length,
    });
    if (this.rows.length >= MAX_SAMPLES) {
      keepEverySecond(this.rows);
      keepEverySecond(this.counts);
      this.stride = this.stride * 2 + 1;
    }
    return live;
  }
}

function keepEverySecond<T>(list: T[]): void {
  const kept = list.filter((_, index) => index % 2 === 0);
  list.length = 0;
  list.push(...kept);
}

function collectionRows(
  spec: CellSpec,
  strategy: Strategy,
  costing: Costing,
  liveAfter: ReadonlyMap<CollectionRecord, number>,
): CollectionRow[] {
  return strategy.collections.map((record, index) => ({
    run_id: spec.runId,
    gc_no: index + 1,
    kind: record.kind,
    generation: record.generation,
    trigger: record.trigger,
    a_start: record.aStart,
    c_start: costing.cycles(record.eventsStart),
    c_pause: costing.cycles(record.eventsEnd) - costing.cycles(record.eventsStart),
    candidates: record.candidates,
    visited: record.visited,
    edges: record.edges,
    reclaimed_b: record.reclaimedBytes,
    traced_b: record.tracedBytes,
    copied_b: record.copiedBytes,
    promoted_b: record.promotedBytes,
    swept_cells: record.sweptCells,
    roots: record.roots,
    used_before_b: record.usedBefore,
    used_after_b: record.usedAfter,
    live_after_b: liveAfter.get(record) ?? null,
    finalizers: record.finalizers,
    weakrefs_cleared: record.weakrefsCleared,
    resurrected: record.resurrected,
  }));
}

/** What the oracle asks of the interpreter: where the program is, and what an object is. */
function oracleHost({ rt, vm }: Machine, oracle: Oracle): OracleHost {
  const sitesOf = new WeakMap<object, Map<number, number>>();
  const boot = oracle.lives.site('<start-up>');
  return {
    site() {
      if (rt.depth === 0) return boot;
      const record = rt.depth * RECORD;
      const unit = vm.codes[vm.frames[record + R_CODE]!]?.unit;
      if (unit === undefined) return boot;
      const pc = Math.max(0, vm.frames[record + R_PC]! - 1);
      let sites = sitesOf.get(unit);
      if (sites === undefined) sitesOf.set(unit, (sites = new Map()));
      let site = sites.get(pc);
      if (site === undefined) {
        site = oracle.lives.site(`${unit.filename}:${unit.positions[4 * pc] ?? 0}`);
        sites.set(pc, site);
      }
      return site;
    },
    typeName: (object) => rt.typeOf(object).name,
  };
}

/** Looks on while a cell runs in this thread. */
export interface CellWatch {
  /** The watcher walks the whole heap: the strategy keeps the table that this needs. It costs time, and no count changes. */
  readonly trackObjects?: boolean;
  /** The machine is ready; the program has not begun. */
  begin?(machine: Machine): void;
  /** The program has ended, and its teardown too. */
  end?(machine: Machine): void;
}

/**
 * Runs a program on a fresh machine. A LabBug is thrown, not returned; and, with `rerunsDeeper`, HostStackShort when the program recurses deeper than the
 * stack of this thread bears.
 */
export function runCell(spec: CellSpec, watch: CellWatch = {}, rerunsDeeper = false): CellResult {
  const entry = findStrategy(spec.strategy);
  const stdout = new TextSink(spec.wantStdout);
  const stderr = new TextSink(true);
  const started = performance.now();
  const costing = new Costing(spec.runId, spec.profile);
  const checked = spec.verify || spec.stress > 0;
  const oracle = spec.oracle ? new Oracle(spec.heapBytes) : null;
  let verify: (() => void) | null = null;
  let sampler: Sampler | null = null;
  if (spec.verify) {
    verify = () => {
      verifyHeap(machine.context, machine.strategy);
      oracle?.check();
    };
  }
  const machine: Machine = new Machine({
    memory: { heapBytes: spec.heapBytes, stackBytes: spec.stackBytes },
    limits: { stepLimit: spec.stepLimit, engine: spec.engine ?? 'auto', rerunsDeeper },
    stdout,
    stderr,
    stdin: spec.stdin,
    argv: [spec.path, ...spec.argv],
    python: spec.python ?? DEFAULT_PYTHON,
    readNeighbour: neighbourReader(spec.path),
    strategy: (context) => {
      const { moves, gcHeaderBytes } = entry.capabilities;
      const marksInObjects = moves !== 'never' || gcHeaderBytes > 0;
      const { heapStart } = context.memory;
      const cache = spec.profile.cache ? new CacheSimulation() : null;
      const strategy = entry.create(
        cache === null
          ? context
          : {
              ...context,
              model: cache.seenThrough(context.model, heapStart, marksInObjects),
              options: { ...context.options, onAccess: cache.accesses(heapStart) },
            },
        spec.allocator,
      );
      oracle?.attach(strategy, context);
      return strategy;
    },
    strategyOptions: {
      stress: spec.stress,
      poison: checked,
      trackObjects: spec.verify || watch.trackObjects === true,
      verify,
      onCollection: (when, record) => sampler?.collection(when, record),
      ...oracle?.options,
    },
  });
  if (oracle !== null) {
    // It also hears of references through the strategy's own methods, which translated code does not call.
    machine.vm.exactPlaces = true;
    oracle.join(oracleHost(machine, oracle));
    machine.onProgramEnd = () => oracle.programEnded();
  }
  machine.clock.bytecodes = () => machine.rt.steps;
  const samples = new Sampler(spec, machine, costing);
  sampler = samples;
  machine.vm.onPoll = () => samples.poll();
  watch.begin?.(machine);
  const outcome = machine.run(spec.source, spec.path);
  watch.end?.(machine);
  machine.clock.fold();
  samples.take(true);
  if (spec.verify && outcome.kind !== 'limit') verifyHeap(machine.context, machine.strategy);
  machine.clock.fold();
  const bytecodes = machine.rt.steps;
  const { strategy } = machine;
  const pauses = pauseList(strategy.collections, strategy.pauses);
  const costs = costing.rows(machine.clock.total, pauses);
  const moments = (): Mark[] => [
    ...pauses.map(({ start, end }, index) => ({ of: 'pauses' as const, no: index + 1, start, end })),
    ...strategy.collections.map(({ eventsStart: start, eventsEnd: end }, index) => ({
      of: 'collections' as const,
      no: index + 1,
      start,
      end,
    })),
    ...samples.counts.map((counts, index) => ({ of: 'samples' as const, no: index + 1, start: counts, end: counts })),
  ];
  const worked = strategy.collections.reduce((sum, { tracedBytes, copiedBytes }) => sum + tracedBytes + copiedBytes, 0);
  const printed = stdout.finish();
  const status: CellStatus =
    outcome.kind === 'limit' ? 'limit' : outcome.kind === 'oom' ? 'oom' : outcome.exitCode === 0 ? 'ok' : 'error';
  return {
    runId: spec.runId,
    status,
    exitCode: outcome.exitCode,
    stdout: printed.text,
    stderr: stderr.finish().text,
    run: {
      run_id: spec.runId,
      workload: spec.programName,
      params: Object.entries(spec.params)
        .map(([name, value]) => `${name}=${value}`)
        .sort()
        .join(' '),
      seed: spec.seed,
      strategy: spec.strategy,
      allocator: spec.allocator,
      heap_limit_b: spec.heapBytes,
      heap_factor: spec.heapFactor,
      cost_profile: spec.profile.id,
      calibration: isCalibrated(spec.profile, spec.strategy) ? 'calibrated' : 'uncalibrated',
      status: status === 'limit' ? 'step-limit' : status,
      version: heaplabVersion,
      bytecodes,
      alloc_b: machine.strategy.allocatedBytes,
      alloc_n: machine.strategy.allocatedObjects,
      peak_live_b: spec.samples ? samples.peakLive : null,
      peak_footprint_b: samples.peakFootprint,
      cycles_total: costs.cyclesTotal,
      cycles_gc: costs.cyclesGc,
      longest_pause: costs.pauses.reduce((longest, { cycles }) => Math.max(longest, cycles), 0),
      mark_cons: strategy.allocatedBytes > 0 ? ratio(worked, strategy.allocatedBytes) : null,
      output_sha256: printed.sha256,
    },
    collections: collectionRows(spec, strategy, costing, samples.liveAfter),
    pauses: costs.pauses,
    samples: samples.rows,
    occupancy: samples.occupancy(),
    counters: costs.counters,
    leakedBytes: samples.rows.at(-1)?.floating_b ?? null,
    utilization: spec.summaryOnly === true ? [] : costing.utilization(costs),
    marks: spec.summaryOnly === true ? [] : markRows(spec.runId, moments()),
    ...(oracle?.finish(spec.runId) ?? { lifetimes: [], survival: [], delays: [], leaks: [], demographics: [] }),
    timing: {
      run_id: spec.runId,
      engine: 'vm',
      host: `node ${process.versions.node}, ${process.platform}, ${cpus()[0]?.model ?? 'unknown processor'}`,
      wall_ms: Math.round((performance.now() - started) * 1000) / 1000,
    },
  };
}
