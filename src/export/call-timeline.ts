/** Follows a run on the clock of cycles: function calls, collections, pauses, and memory in use. Nothing of it is charged. */
import type { CellResult, CellSpec } from '../cell/cell.ts';
import { Costing } from '../cell/costing.ts';
import { pauseList } from '../cell/pause-list.ts';
import type { CellWatch } from '../cell/run-cell.ts';
import { Tracer } from '../heap/trace.ts';
import { OP } from '../interp/bytecode/opcodes.ts';
import type { Machine } from '../interp/machine.ts';
import { CODE } from '../interp/runtime/code-space.ts';
import { FRAMES, R_CODE, R_FP, R_PC, RECORD } from '../interp/vm/frame-record.ts';
import { collectionSlices, pauseSlices } from './pause-slices.ts';
import type { CounterSample, Slice, TraceProcess } from './trace-events.ts';

const RESUME = OP['RESUME']!;

/** Calls that are kept: past them, the deepest level is given up. */
const MOST_CALLS = 100_000;
/** Samples that are kept: past them, every second one is given up. */
const MOST_SAMPLES = 1_000;
/** Bytes of allocation between two samples, at first. */
const FIRST_STRIDE = 2_048;
/** Tracing costs time in proportion to what is live: the stride is at least this part of it. */
const LIVE_SHARE = 16;

interface OpenCall {
  readonly name: string;
  readonly fp: number;
  readonly code: number;
  readonly start: number;
  readonly order: number;
  /** Its first RESUME is over: another one is another call, or a generator that goes on. */
  resumed: boolean;
}

interface ClosedCall {
  readonly depth: number;
  /** Order of the begins: callers come before what they call. */
  readonly order: number;
  readonly slice: Slice;
}

export class CallTimeline implements CellWatch {
  /** Calls deeper than this are not among those kept; null when all are. */
  deepest: number | null = null;
  private readonly costing: Costing;
  private readonly programPath: string;
  private machine: Machine | null = null;
  private tracer: Tracer | null = null;
  private bytecodes = 0;
  private ended = false;
  private readonly open: OpenCall[] = [];
  private closed: ClosedCall[] = [];
  private order = 0;
  private samples: CounterSample[] = [];
  private nextSample = 0;
  private stride = FIRST_STRIDE;

  constructor(spec: CellSpec) {
    this.costing = new Costing(spec.runId, spec.profile);
    this.programPath = spec.path;
  }

  begin(machine: Machine): void {
    this.machine = machine;
    this.tracer = new Tracer(machine.context);
    const { vm, clock } = machine;
    vm.exactPlaces = true;
    const { onProgramEnd } = machine;
    machine.onProgramEnd = () => {
      onProgramEnd?.();
      this.closeDownTo(0);
      this.ended = true;
    };
    this.bytecodes = machine.rt.steps;
    // The machine tells its count at its polls only; every slice needs it at its own begin.
    clock.bytecodes = () => this.bytecodes;
    vm.onInstruction = () => {
      this.bytecodes++;
      // Finalizers that run while the program is torn down are not its calls.
      if (!this.ended) this.instruction();
    };
  }

  end(): void {
    this.sample();
  }

  /** What happened, once the cell has ended. */
  process(name: string, { collections }: CellResult): TraceProcess {
    const { strategy } = this.machine!;
    const pauses = this.costing.rows(this.machine!.clock.total, pauseList(strategy.collections, strategy.pauses)).pauses;
    return {
      name,
      calls: this.closed.sort((a, b) => a.order - b.order).map(({ slice }) => slice),
      collections: collectionSlices(collections),
      pauses: pauseSlices(pauses),
      memory: this.samples,
    };
  }

  private now(): number {
    const { clock } = this.machine!;
    clock.fold();
    return this.costing.cycles(clock.total);
  }

  private instruction(): void {
    const { rt, vm, strategy } = this.machine!;
    const { depth } = rt;
    const record = depth * RECORD;
    const code = FRAMES[record + R_CODE]!;
    const fp = FRAMES[record + R_FP]!;
    const top = this.open[depth - 1];
    const entry = vm.codes[code]!;
    const enters = (CODE[entry.start + FRAMES[record + R_PC]! - 1]! & 255) === RESUME;
    const same = top !== undefined && top.fp === fp && top.code === code && !(enters && top.resumed);
    this.closeDownTo(same ? depth : depth - 1);
    if (!same) {
      const { qualname, filename, firstLine } = entry.unit;
      const place = filename === this.programPath ? `${firstLine}` : `${filename}:${firstLine}`;
      const name = qualname === '<module>' ? `<module> ${filename}` : `${qualname} (${place})`;
      this.open[depth - 1] = { name, fp, code, start: this.now(), order: this.order++, resumed: false };
    }
    if (enters) this.open[depth - 1]!.resumed = true;
    if (strategy.allocatedBytes >= this.nextSample) this.sample();
  }

  private closeDownTo(depth: number): void {
    if (this.open.length <= depth) return;
    const now = this.now();
    while (this.open.length > depth) {
      const call = this.open.pop();
      if (call === undefined) continue;
      const at = this.open.length + 1;
      if (this.deepest !== null && at > this.deepest) continue;
      const slice: Slice = { name: call.name, category: 'call', start: call.start, cycles: now - call.start };
      this.closed.push({ depth: at, order: call.order, slice });
      if (this.closed.length > MOST_CALLS) this.giveUpDeepest();
    }
  }

  private giveUpDeepest(): void {
    const deepest = this.closed.reduce((most, { depth }) => Math.max(most, depth), 0);
    this.deepest = deepest - 1;
    this.closed = this.closed.filter(({ depth }) => depth < deepest);
  }

  private sample(): void {
    const { strategy } = this.machine!;
    const { usedBytes, mappedBytes, sideBytes } = strategy.footprint();
    const live = this.tracer!.trace(strategy).bytes;
    this.samples.push({ at: this.now(), values: { live, used: usedBytes, footprint: mappedBytes + sideBytes } });
    this.nextSample = strategy.allocatedBytes + Math.max(this.stride, live / LIVE_SHARE);
    if (this.samples.length < MOST_SAMPLES) return;
    this.samples = this.samples.filter((_, index) => index % 2 === 0);
    this.stride *= 2;
  }
}
