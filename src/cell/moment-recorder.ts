/** Follows a program line by line and keeps what its memory looks like at the moments that somebody wants to see. */
import { type Address, ID_BASE, WORDS } from '../heap/memory.ts';
import type { CollectionRecord, Trigger } from '../heap/strategy.ts';
import { OP } from '../interp/bytecode/opcodes.ts';
import type { Machine } from '../interp/machine.ts';
import { CODE } from '../interp/runtime/code-space.ts';
import { StepLimit } from '../interp/runtime/runtime.ts';
import { FRAMES, GENERATOR, R_CODE, R_FLAGS, R_FP, R_PC, RECORD } from '../interp/vm/frame-record.ts';
import { Census, type CensusEntry, type CensusListener } from './census.ts';
import { heapMap } from './heap-map.ts';
import { MemoryViewer } from './memory-view.ts';
import type { HeapEvent, Moment, MomentEvent, ObjectView } from './moment.ts';
import type { CellWatch } from './run-cell.ts';

const M = WORDS;
const frames = FRAMES;
const IMPORT_NAME = OP['IMPORT_NAME']!;
const RESUME = OP['RESUME']!;
const RETURN_VALUE = OP['RETURN_VALUE']!;
const CALLS = new Set(Object.keys(OP).flatMap((name) => (name.startsWith('CALL') ? [OP[name]!] : [])));

/** Heap events kept between two moments. */
const MOST_EVENTS = 400;

/** A point of the run at which a moment can be taken. */
export interface ProgramPoint {
  /** Counts the points from 1, collections apart: those have the number of the point before them, so that equal numbers are the same point under every strategy. */
  readonly step: number;
  readonly event: MomentEvent;
  readonly file: string;
  readonly line: number;
  /** How often this event has come at this line, from 1. */
  readonly hit: number;
}

export interface RecorderOptions {
  /** Is the memory at this point wanted? Asked once for each point, in order. */
  readonly wants: (point: ProgramPoint) => boolean;
  /** Length of the program's output so far. */
  readonly printed?: () => number;
  /** Objects of one moment at most; default 400. */
  readonly mostObjects?: number;
  /** Add a map of the heap to each moment. */
  readonly withMap?: boolean;
  /** Asked after each point in the program, but not within a collection: true ends the run at once, as the limit of bytecodes does. */
  readonly enough?: () => boolean;
}

export class MomentRecorder implements CellWatch, CensusListener {
  /** What was wanted, in order. */
  readonly moments: Moment[] = [];
  /** Number of the last point passed. */
  points = 0;
  readonly trackObjects = true;
  private readonly options: RecorderOptions;
  private machine: Machine | null = null;
  private census: Census | null = null;
  private viewer: MemoryViewer | null = null;
  private readonly hits = new Map<string, number>();
  // By depth of the stack.
  private readonly lines: number[] = [];
  private readonly places: number[] = [];
  private readonly bases: number[] = [];
  private readonly numbers: number[] = [];
  private activations = 0;
  /** Numbers of the frames of generators, by the generator's key. */
  private readonly generatorFrames = new Map<string, number>();
  private depth = 0;
  /** Number of the instruction under way. */
  private opcode = 0;
  private events: HeapEvent[] = [];
  private leftOut = 0;
  /** Allocated last; nothing is written in it yet. */
  private fresh: Address = 0;
  private freshInCall = false;
  /** Type names of the live objects, by number. */
  private readonly types = new Map<number, string>();
  /** Numbers of the objects that code of the program has made. */
  private readonly own = new Set<number>();
  private freshFrom = 0;
  private freedKeys = new Set<string>();
  private before: ReadonlyMap<string, ObjectView> = new Map();
  private ended = false;

  constructor(options: RecorderOptions) {
    this.options = options;
  }

  begin(machine: Machine): void {
    this.machine = machine;
    this.census = new Census(machine.strategy, this);
    this.viewer = new MemoryViewer(machine, this.census);
    machine.vm.exactPlaces = true;
    machine.vm.onInstruction = () => this.instruction();
    const { onProgramEnd } = machine;
    machine.onProgramEnd = () => {
      onProgramEnd?.();
      machine.vm.onInstruction = null;
      this.point('end', this.lastFile, this.lastLine, false);
      this.ended = true;
    };
  }

  private lastFile = '';
  private lastLine = 0;

  // --- the program's doings

  private instruction(): void {
    const { rt, vm } = this.machine!;
    const { depth } = rt;
    const record = depth * RECORD;
    const entry = vm.codes[frames[record + R_CODE]!]!;
    const { unit } = entry;
    const at = frames[record + R_PC]! - 1;
    const opcode = CODE[entry.start + at]! & 255;
    this.opcode = opcode;
    const base = frames[record + R_FP]!;
    const enters = opcode === RESUME;
    if (depth > this.depth || enters || this.bases[depth] !== base) {
      if (enters || depth > this.depth) {
        this.lines[depth] = 0;
        this.numbers[depth] = this.frameNumber(depth, base, entry.slotCount, enters && at === 0);
        this.bases[depth] = base;
      }
    }
    this.depth = depth;
    const line = unit.positions[4 * at]!;
    if (line <= 0 || !isProgramFile(unit.filename)) return;
    const isModule = unit.qualname === '<module>';
    if (enters) {
      // A generator that goes on begins in the middle of a line.
      if (!isModule && CODE[entry.start + at]! >> 8 === 0 && (frames[record + R_FLAGS]! & GENERATOR) === 0) {
        this.point('call', unit.filename, line, false);
      }
      return;
    }
    if (opcode === RETURN_VALUE && !isModule) {
      if (this.lines[depth] !== line) this.noteLine(unit.filename, line, depth, at);
      this.point('return', unit.filename, line, true);
      return;
    }
    const backwards = at < (this.places[depth] ?? 0) && unit.positions[4 * (at - 1)] !== line;
    if (this.lines[depth] !== line || backwards) this.noteLine(unit.filename, line, depth, at);
    this.places[depth] = at;
  }

  private noteLine(file: string, line: number, depth: number, at: number): void {
    this.lines[depth] = line;
    this.places[depth] = at;
    this.lastFile = file;
    this.lastLine = line;
    this.point('line', file, line, false);
  }

  /** The number of the frame at `depth`: one activation keeps its own, a generator for all its life. */
  private frameNumber(depth: number, base: Address, slotCount: number, isNew: boolean): number {
    if ((frames[depth * RECORD + R_FLAGS]! & GENERATOR) !== 0) {
      const key = this.viewer!.keyOf(M[base + 2 * slotCount + 2]);
      let number = this.generatorFrames.get(key);
      if (number === undefined) this.generatorFrames.set(key, (number = ++this.activations));
      return number;
    }
    return isNew || this.bases[depth] !== base ? ++this.activations : (this.numbers[depth] ?? ++this.activations);
  }

  private point(event: MomentEvent, file: string, line: number, returning: boolean): void {
    if (this.ended) return;
    const place = `${event} ${file}:${line}`;
    const hit = (this.hits.get(place) ?? 0) + 1;
    this.hits.set(place, hit);
    const inCollection = event === 'collection' || event === 'collected';
    const point: ProgramPoint = { step: inCollection ? this.points : ++this.points, event, file, line, hit };
    if (this.options.wants(point)) this.take(point, returning);
    if (!inCollection && event !== 'end' && this.options.enough?.() === true) {
      this.ended = true;
      throw new StepLimit('stopped: all that was wanted has been seen');
    }
  }

  private take(point: ProgramPoint, returning: boolean): void {
    const machine = this.machine!;
    const { strategy, rt } = machine;
    this.describeFresh();
    const keep = new Set<number>();
    for (const key of this.before.keys()) if (key.startsWith('#')) keep.add(Number(key.slice(1)));
    const view = this.viewer!.view({
      isProgram: isProgramFile,
      frameNumbers: this.numbers.slice(1, rt.depth + 1),
      returning,
      freshFrom: this.freshFrom,
      isOwn: (number) => this.own.has(number),
      keep,
      ...(this.options.mostObjects === undefined ? {} : { mostObjects: this.options.mostObjects }),
    });
    const footprint = strategy.footprint();
    this.moments.push({
      ...point,
      ...view,
      freed: [...this.before.values()].filter(({ key }) => this.freedKeys.has(key)),
      events: this.events,
      eventsLeftOut: this.leftOut,
      map: this.options.withMap === true ? heapMap(machine, this.viewer!.reached, this.census!, this.freshFrom) : null,
      printed: this.options.printed?.() ?? 0,
      allocatedBytes: strategy.allocatedBytes,
      usedBytes: footprint.usedBytes,
      footprintBytes: footprint.mappedBytes + footprint.sideBytes,
      collections: strategy.collections.length,
    });
    this.before = new Map(view.objects.map((object) => [object.key, object]));
    this.freshFrom = this.census!.last;
    this.events = [];
    this.leftOut = 0;
    this.freedKeys = new Set();
  }

  // --- the strategy's doings

  allocated(object: Address, { number }: CensusEntry): void {
    this.describeFresh();
    this.fresh = object;
    this.freshInCall = CALLS.has(this.opcode);
    const { rt, vm } = this.machine!;
    const unit = rt.depth === 0 ? undefined : vm.codes[frames[rt.depth * RECORD + R_CODE]!]?.unit;
    // An import compiles and loads on behalf of the library.
    if (unit !== undefined && isProgramFile(unit.filename) && this.opcode !== IMPORT_NAME) this.own.add(number);
  }

  freed(_object: Address, entry: CensusEntry | undefined): void {
    this.describeFresh();
    if (entry === undefined) return;
    const { number, bytes } = entry;
    this.freedKeys.add(`#${number}`);
    this.event({ kind: 'free', what: `#${number}`, type: this.types.get(number) ?? '', bytes });
    this.types.delete(number);
    this.own.delete(number);
  }

  collectionBegins(kind: string, generation: number, trigger: Trigger): void {
    this.describeFresh();
    const { rt } = this.machine!;
    if (rt.depth > 0) this.point('collection', this.lastFile, this.lastLine, false);
    this.event({ kind: 'gc-begin', what: `${kind} ${generation}, ${trigger}`, type: '', bytes: 0 });
  }

  collectionEnds(record: CollectionRecord): void {
    this.event({ kind: 'gc-end', what: `${record.kind} ${record.generation}`, type: '', bytes: record.reclaimedBytes });
    if (this.machine!.rt.depth > 0) this.point('collected', this.lastFile, this.lastLine, false);
  }

  moved(from: Address, to: Address, { number, bytes }: CensusEntry): void {
    this.event({
      kind: 'move',
      what: `#${number}`,
      type: `${(ID_BASE + 4 * from).toString(16)} ${(ID_BASE + 4 * to).toString(16)}`,
      bytes,
    });
  }

  private event(event: HeapEvent): void {
    if (this.events.length < MOST_EVENTS) this.events.push(event);
    else this.leftOut++;
  }

  private describeFresh(): void {
    const object = this.fresh;
    if (object === 0) return;
    this.fresh = 0;
    const entry = this.census!.live.get(object);
    if (entry === undefined) return;
    const type = this.machine!.rt.typeOf(object).name;
    // What a call makes on its way, such as the text that print writes, says nothing when it is garbage.
    if (type === 'builtin_function_or_method' || type === 'method' || (type === 'str' && this.freshInCall))
      this.own.delete(entry.number);
    this.types.set(entry.number, type);
    this.event({ kind: 'alloc', what: `#${entry.number}`, type, bytes: entry.bytes });
  }
}

/** Files of the program, not of the library; those go by names such as `<json>`. */
function isProgramFile(file: string): boolean {
  return !file.startsWith('<');
}
