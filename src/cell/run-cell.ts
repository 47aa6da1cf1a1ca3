/** Runs one cell: joins the interpreter to a strategy, samples memory, and turns what happened into rows. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { heaplabVersion } from '../base/version.ts';
import { EVENTS } from '../heap/clock.ts';
import type { Strategy } from '../heap/strategy.ts';
import { Tracer } from '../heap/trace.ts';
import { verifyHeap } from '../heap/verify.ts';
import { Machine } from '../interp/machine.ts';
import type { CollectionRow, CounterRow, PauseRow, SampleRow } from '../results/rows.ts';
import { findStrategy } from '../strategies/catalogue.ts';
import type { CellResult, CellSpec, CellStatus } from './cell.ts';
import { type CostProfile, cyclesBetween, cyclesOf, flatProfile, gcCycles } from './cost-profile.ts';
import { raiseInliningBudget } from './engine-flags.ts';

/** Bytes of allocation between two samples: a prime, so that samples do not fall in step with the collector. */
const SAMPLE_STRIDE = 262_147;
/** Samples are thinned to every second one, and the stride doubled, when there are this many. */
const MAX_SAMPLES = 256;

raiseInliningBudget();

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

/** Rounds cycles to a thousandth, so that rows show the same digits on every machine. */
function cycles(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function neighbourReader(path: string): (name: string) => string | null {
  const folder = dirname(path);
  return (name) => {
    const file = join(folder, name);
    try {
      if (!statSync(file).isFile()) return null;
      return readFileSync(file, 'utf8');
    } catch {
      return null;
    }
  };
}

class Sampler {
  readonly rows: SampleRow[] = [];
  peakLive = 0;
  peakFootprint = 0;
  private stride = SAMPLE_STRIDE;
  private next = 0;
  private readonly spec: CellSpec;
  private readonly machine: Machine;
  private readonly profile: CostProfile;
  private readonly tracer: Tracer;

  constructor(spec: CellSpec, machine: Machine, profile: CostProfile) {
    this.spec = spec;
    this.machine = machine;
    this.profile = profile;
    this.tracer = new Tracer(machine.context);
  }

  /** Takes a sample when clock A has passed the next stride. */
  poll(): void {
    const strategy = this.machine.strategy;
    if (strategy.allocatedBytes < this.next) return;
    this.take();
    this.next = strategy.allocatedBytes + this.stride;
  }

  take(): void {
    const { machine, profile } = this;
    const strategy = machine.strategy;
    const footprint = strategy.footprint();
    const held = footprint.mappedBytes + footprint.sideBytes;
    this.peakFootprint = Math.max(this.peakFootprint, held);
    if (!this.spec.samples) return;
    machine.clock.fold();
    const live = this.tracer.trace(strategy).bytes;
    this.peakLive = Math.max(this.peakLive, live);
    this.rows.push({
      run_id: this.spec.runId,
      a: strategy.allocatedBytes,
      c: cycles(cyclesOf(profile, machine.clock.total)),
      live_b: live,
      used_b: footprint.usedBytes,
      footprint_b: held,
      metadata_b: footprint.metadataBytes,
      floating_b: Math.max(0, footprint.usedBytes - live),
      free_b: footprint.freeBytes,
      largest_free_b: footprint.largestFreeBytes,
      gc_n: strategy.collections.length,
    });
    if (this.rows.length >= MAX_SAMPLES) {
      const kept = this.rows.filter((_, index) => index % 2 === 0);
      this.rows.length = 0;
      this.rows.push(...kept);
      this.stride = this.stride * 2 + 1;
    }
  }
}

function collectionRows(spec: CellSpec, strategy: Strategy, profile: CostProfile): CollectionRow[] {
  return strategy.collections.map((record, index) => ({
    run_id: spec.runId,
    gc_no: index + 1,
    kind: record.kind,
    generation: record.generation,
    trigger: record.trigger,
    a_start: record.aStart,
    c_start: cycles(cyclesOf(profile, record.eventsStart)),
    c_pause: cycles(cyclesBetween(profile, record.eventsStart, record.eventsEnd)),
    candidates: record.candidates,
    visited: record.visited,
    edges: record.edges,
    reclaimed_b: record.reclaimedBytes,
    copied_b: record.copiedBytes,
    promoted_b: record.promotedBytes,
    swept_cells: record.sweptCells,
    roots: record.roots,
    used_before_b: record.usedBefore,
    used_after_b: record.usedAfter,
    live_after_b: null,
    finalizers: record.finalizers,
    weakrefs_cleared: record.weakrefsCleared,
    resurrected: record.resurrected,
  }));
}

function pauseRows(spec: CellSpec, strategy: Strategy, profile: CostProfile): PauseRow[] {
  const pauses = [
    ...strategy.collections.map((record) => ({ kind: 'stop-the-world' as const, record })),
    ...strategy.pauses.map((record) => ({ kind: record.kind, record })),
  ].map(({ kind, record }) => ({
    kind,
    start: cyclesOf(profile, record.eventsStart),
    length: cyclesBetween(profile, record.eventsStart, record.eventsEnd),
  }));
  pauses.sort((a, b) => a.start - b.start);
  return pauses.map((pause, index) => ({
    run_id: spec.runId,
    pause_no: index + 1,
    kind: pause.kind,
    c_start: cycles(pause.start),
    cycles: cycles(pause.length),
  }));
}

/** Runs a program on a fresh machine. A LabBug is thrown, not returned. */
export function runCell(spec: CellSpec): CellResult {
  const entry = findStrategy(spec.strategy);
  const stdout = new TextSink(spec.wantStdout);
  const stderr = new TextSink(true);
  const started = performance.now();
  const profile = flatProfile;
  const checked = spec.verify || spec.stress > 0;
  let verify: (() => void) | null = null;
  if (spec.verify) verify = () => verifyHeap(machine.context, machine.strategy);
  const machine: Machine = new Machine({
    memory: { heapBytes: spec.heapBytes, stackBytes: spec.stackBytes },
    limits: { stepLimit: spec.stepLimit },
    stdout,
    stderr,
    stdin: spec.stdin,
    argv: [spec.path, ...spec.argv],
    readNeighbour: neighbourReader(spec.path),
    strategy: (context) => entry.create(context, spec.allocator),
    strategyOptions: { stress: spec.stress, poison: checked, trackObjects: spec.verify, verify },
  });
  const sampler = new Sampler(spec, machine, profile);
  machine.vm.onPoll = () => sampler.poll();
  const outcome = machine.run(spec.source, spec.path);
  machine.clock.fold();
  sampler.take();
  if (spec.verify && outcome.kind !== 'limit') verifyHeap(machine.context, machine.strategy);
  machine.clock.fold();
  const bytecodes = machine.rt.steps;
  machine.clock.total[0] = bytecodes;
  const total = machine.clock.total;
  const printed = stdout.finish();
  const status: CellStatus =
    outcome.kind === 'limit' ? 'limit' : outcome.kind === 'oom' ? 'oom' : outcome.exitCode === 0 ? 'ok' : 'error';
  const counters: CounterRow[] = EVENTS.flatMap((event, index) =>
    total[index] === 0
      ? []
      : [
          {
            run_id: spec.runId,
            scope: event.scope,
            event: event.name,
            count: total[index]!,
            cycles: cycles(total[index]! * profile.cycles[event.name]),
          },
        ],
  );
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
      heap_factor: null,
      cost_profile: profile.name,
      status: status === 'limit' ? 'step-limit' : status,
      version: heaplabVersion,
      bytecodes,
      alloc_b: machine.strategy.allocatedBytes,
      alloc_n: machine.strategy.allocatedObjects,
      peak_live_b: spec.samples ? sampler.peakLive : null,
      peak_footprint_b: sampler.peakFootprint,
      cycles_total: cycles(cyclesOf(profile, total)),
      cycles_gc: cycles(gcCycles(profile, total)),
      output_sha256: printed.sha256,
    },
    collections: collectionRows(spec, machine.strategy, profile),
    pauses: pauseRows(spec, machine.strategy, profile),
    samples: sampler.rows,
    counters,
    timing: {
      run_id: spec.runId,
      engine: 'vm',
      host: `node ${process.versions.node}, ${process.platform}, ${cpus()[0]?.model ?? 'unknown processor'}`,
      wall_ms: Math.round((performance.now() - started) * 1000) / 1000,
    },
  };
}
