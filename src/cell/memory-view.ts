/**
 * Looks at the memory of a machine between two instructions: frames, the objects the program knows, and every reference to them, counted one by one over the
 * whole heap and the stack. It charges nothing and changes nothing.
 */
import { FLAG_IDENTITY, FLAGS, IMMORTAL, REFCOUNT, REP, TYPE } from '../heap/layout.ts';
import { type Address, ID_BASE, WORDS } from '../heap/memory.ts';
import type { ObjectMap } from '../heap/object-map.ts';
import { Tracer } from '../heap/trace.ts';
import type { CodeUnit } from '../interp/bytecode/code-unit.ts';
import { slotNames, valueText } from '../interp/inspection.ts';
import type { Machine } from '../interp/machine.ts';
import { dictEntryKey, dictEntryValue, dictNext, dictValueSlot } from '../interp/objects/dict.ts';
import { KIND, KIND_NAMES } from '../interp/objects/kinds.ts';
import { isStr, strText } from '../interp/objects/str.ts';
import { CODE_CONSTS, CODE_QUALNAME } from '../interp/runtime/code-table.ts';
import { TYPE_DICT } from '../interp/runtime/type-info.ts';
import { MODULE_DICT } from '../interp/types/core-types.ts';
import { FRAMES, GENERATOR, R_CODE, R_FLAGS, R_FP, R_PC, RECORD } from '../interp/vm/frame-record.ts';
import type { Census } from './census.ts';
import type { FrameView, HiddenReferences, ObjectView, Reference, Variable } from './moment.ts';

const M = WORDS;
const frames = FRAMES;

/** Unreachable objects that are shown; of more, the rest is counted. */
const MOST_GARBAGE = 60;

/** Objects that are shown unless the caller says otherwise. */
const MOST_OBJECTS = 400;

/** Kinds whose references are their own affair: a figure that followed them would show the whole library. */
const CLOSED: ReadonlySet<number> = new Set([
  KIND.type,
  KIND.module,
  KIND.builtin,
  KIND.code,
  KIND.member,
  KIND.getset,
  KIND.wrapper,
  KIND.methodDescriptor,
]);

/** A frame on the stack, innermost last. */
interface LiveFrame {
  readonly unit: CodeUnit;
  readonly fp: Address;
  readonly slotCount: number;
  /** Address of the first operand, and behind the last. */
  readonly operands: Address;
  end: Address;
  readonly line: number;
  readonly generator: boolean;
}

export interface MemoryView {
  readonly frames: readonly FrameView[];
  readonly objects: readonly ObjectView[];
  /** Unreachable objects beyond those shown. */
  readonly garbageLeftOut: { readonly objects: number; readonly bytes: number };
  /** There are too many objects to show them all. */
  readonly isCut: boolean;
}

export interface ViewOptions {
  /** Is this a file of the program, and not of the library? */
  readonly isProgram: (file: string) => boolean;
  /** Number of each frame on the stack, outermost first; see FrameView. */
  readonly frameNumbers: readonly number[];
  /** The innermost frame is about to return what is on top of its operands. */
  readonly returning: boolean;
  /** Objects with a higher number are new. */
  readonly freshFrom: number;
  /** Was the object with this number made by the program itself, and not by the library? Only such are shown as garbage. */
  readonly isOwn: (number: number) => boolean;
  /** Objects to show at most; default 400. */
  readonly mostObjects?: number;
  /** Numbers of objects to show as long as they are on the heap. */
  readonly keep: ReadonlySet<number>;
}

export class MemoryViewer {
  private readonly machine: Machine;
  private readonly census: Census;
  private readonly tracer: Tracer;
  private readonly staticKeys = new Map<Address, string>();
  private readonly staticTexts = new Map<string, number>();

  constructor(machine: Machine, census: Census) {
    this.machine = machine;
    this.census = census;
    this.tracer = new Tracer(machine.context);
  }

  /** What a root led to when memory was last looked at. */
  get reached(): ObjectMap {
    return this.tracer.reached;
  }

  /** Key of an object, as in moment.ts. */
  keyOf(object: Address): string {
    const entry = this.census.live.get(object);
    if (entry !== undefined) return `#${entry.number}`;
    const known = this.staticKeys.get(object);
    if (known !== undefined) return known;
    const { rt } = this.machine;
    const text = `=${rt.typeOf(object).name} ${valueText(rt, object)}`;
    const times = (this.staticTexts.get(text) ?? 0) + 1;
    this.staticTexts.set(text, times);
    const key = times === 1 ? text : `${text} (${times})`;
    // What is on the heap may die and leave its address to another.
    if (object < this.machine.context.memory.heapStart) this.staticKeys.set(object, key);
    return key;
  }

  /** Memory as it is now. */
  view(options: ViewOptions): MemoryView {
    const { rt, strategy, context } = this.machine;
    const stack = this.stack();
    const slots = new Map<Address, string>();
    const views = stack.map((frame, index) => this.frameView(frame, index, stack, slots, options));
    const globals = this.globals(slots);
    if (views[0]?.name === '<module>') {
      // A comprehension's variable is a local of the module's frame.
      views[0] = { ...views[0], variables: [...globals, ...views[0].variables] };
    } else views.unshift({ number: 0, name: '<module>', file: '', line: 0, variables: globals, returns: null });

    this.tracer.trace(strategy);
    const { reached } = this.tracer;
    const shown = new Map<Address, ReadonlyMap<Address, string>>();
    const others = new Map<Address, string>();
    const work: Address[] = [];
    const counts = strategy.capabilities.refcount === 'eager';
    let isCut = false;
    const mostObjects = options.mostObjects ?? MOST_OBJECTS;
    const show = (object: Address): void => {
      if (shown.size >= mostObjects) {
        isCut ||= object !== 0 && !shown.has(object);
        return;
      }
      // What has count 0 is being torn down.
      if (object === 0 || shown.has(object) || (counts && M[object + REFCOUNT] === 0)) return;
      const kind = M[object + REP] & 0xff;
      if (CLOSED.has(kind)) shown.set(object, new Map());
      else {
        const names = slotNames(rt, object);
        shown.set(object, names.shown);
        others.set(object, names.others);
        work.push(object);
      }
    };
    const follow = (): void => {
      // The nearest first: they are the ones that stay when there are too many.
      for (const object of work) for (const slot of shown.get(object)!.keys()) show(M[slot]);
      work.length = 0;
    };
    for (const slot of [...slots.keys()].reverse()) show(M[slot]);
    follow();
    let leftOut = 0;
    let leftOutBytes = 0;
    const garbage: { readonly object: Address; readonly number: number; readonly bytes: number }[] = [];
    const areLiveCut = isCut;
    for (const [object, { number, bytes }] of this.census.live) {
      if (shown.has(object) || (M[object + REP] & 0xff) === 0) continue;
      if (!reached.has(object) && options.isOwn(number)) garbage.push({ object, number, bytes });
      else if (options.keep.has(number)) show(object);
    }
    // The newest first: that is what a reader has just seen become garbage.
    garbage.sort((a, b) => b.number - a.number);
    for (const { object } of garbage.slice(0, MOST_GARBAGE)) show(object);
    follow();
    for (const { object, bytes } of garbage) {
      if (shown.has(object)) continue;
      leftOut++;
      leftOutBytes += bytes;
    }

    const arrows = new Map<Address, number>();
    const hidden = new Map<Address, Map<string, number>>();
    const count = (slot: Address, what: string | null): void => {
      const target = M[slot];
      if (target === 0 || !shown.has(target)) return;
      if (what === null) {
        arrows.set(target, (arrows.get(target) ?? 0) + 1);
        return;
      }
      let byWhat = hidden.get(target);
      if (byWhat === undefined) hidden.set(target, (byWhat = new Map()));
      byWhat.set(what, (byWhat.get(what) ?? 0) + 1);
    };
    this.countStack(stack, slots, count);
    this.countObjects(shown, others, slots, count);
    strategy.audit?.pendingReferences((object) => {
      if (!shown.has(object)) return;
      let byWhat = hidden.get(object);
      if (byWhat === undefined) hidden.set(object, (byWhat = new Map()));
      byWhat.set('waits to be freed', (byWhat.get('waits to be freed') ?? 0) + 1);
    });

    const heapStart = context.memory.heapStart;
    const objects: ObjectView[] = [];
    for (const object of [...shown.keys()].sort((a, b) => Number(a < heapStart) - Number(b < heapStart) || a - b)) {
      const references: Reference[] = [];
      for (const [slot, label] of shown.get(object)!) if (M[slot] !== 0) references.push({ label, to: this.keyOf(M[slot]) });
      objects.push(
        this.objectView(
          object,
          references,
          arrows.get(object) ?? 0,
          hidden.get(object),
          object < heapStart || reached.has(object),
          options,
        ),
      );
    }
    return { frames: views, objects, garbageLeftOut: { objects: leftOut, bytes: leftOutBytes }, isCut: areLiveCut };
  }

  private objectView(
    object: Address,
    references: readonly Reference[],
    arrows: number,
    hidden: ReadonlyMap<string, number> | undefined,
    reached: boolean,
    { freshFrom }: ViewOptions,
  ): ObjectView {
    const { rt, strategy, context } = this.machine;
    const { model, memory } = context;
    const immortal = M[object + REFCOUNT] === IMMORTAL;
    let bytes = model.size(object) + rt.gcOverhead(object);
    const buffers = model.buffers(object);
    for (let index = 0; index < buffers; index++) bytes += model.byteScratch[index]!;
    // Nobody counts those to an immortal object, and there are hundreds to None.
    const named: HiddenReferences[] = [...(immortal ? [] : (hidden ?? []))]
      .map(([what, count]) => ({ what, count }))
      .sort((a, b) => (a.what < b.what ? -1 : 1));
    const refcount = strategy.capabilities.refcount === 'eager' && !immortal ? M[object + REFCOUNT] : null;
    const missing = refcount === null ? 0 : refcount - arrows - named.reduce((sum, { count }) => sum + count, 0);
    if (missing > 0) named.push({ what: 'in no slot: held by what runs now', count: missing });
    const interned = object < memory.heapStart;
    const fixed = interned || strategy.capabilities.moves === 'never' || (M[object + FLAGS] & FLAG_IDENTITY) !== 0;
    return {
      key: this.keyOf(object),
      id: fixed ? strategy.identity(object) : null,
      address: ID_BASE + 4 * object,
      type: rt.typeOf(object).name,
      text: valueText(rt, object),
      kind: KIND_NAMES[M[object + REP] & 0xff] ?? 'opaque',
      bytes,
      refcount,
      immortal,
      interned,
      state: reached ? 'live' : 'unreachable',
      fresh: (this.census.live.get(object)?.number ?? 0) > freshFrom,
      references,
      arrows,
      hidden: named,
    };
  }

  private stack(): LiveFrame[] {
    const { rt, vm } = this.machine;
    const stack: LiveFrame[] = [];
    for (let depth = 1; depth <= rt.depth; depth++) {
      const record = depth * RECORD;
      const entry = vm.codes[frames[record + R_CODE]!];
      if (entry === undefined) continue;
      const fp = frames[record + R_FP]!;
      const below = stack.at(-1);
      if (below !== undefined) below.end = fp - 2;
      const { unit } = entry;
      const line = unit.positions[4 * Math.max(0, frames[record + R_PC]! - 1)]!;
      const generator = (frames[record + R_FLAGS]! & GENERATOR) !== 0;
      stack.push({ unit, fp, slotCount: entry.slotCount, operands: fp + entry.stackOffset, end: rt.sp, line, generator });
    }
    return stack;
  }

  /** The frame as a reader knows it. Slots that are its variables join `slots`. */
  private frameView(
    { unit, fp, line, operands, end }: LiveFrame,
    index: number,
    stack: readonly LiveFrame[],
    slots: Map<Address, string>,
    { isProgram, frameNumbers, returning }: ViewOptions,
  ): FrameView {
    const variables: Variable[] = [];
    if (isProgram(unit.filename)) {
      for (const [place, name] of unit.localsPlus.entries()) {
        const slot = fp + 2 * place;
        // Names with a dot are the compiler's own.
        if (M[slot] === 0 || name.startsWith('.')) continue;
        variables.push({ name, to: this.keyOf(M[slot]) });
        slots.set(slot, name);
      }
    }
    let returns: string | null = null;
    if (returning && index === stack.length - 1 && end > operands) {
      const slot = end - 2;
      returns = this.keyOf(M[slot]);
      slots.set(slot, 'return value');
    }
    return { number: frameNumbers[index] ?? 0, name: unit.qualname, file: unit.filename, line, variables, returns };
  }

  /** The names of the program's own module: not the modules it imported, nor what the machine put there. */
  private globals(slots: Map<Address, string>): Variable[] {
    const { rt } = this.machine;
    const main = rt.loadedModule('__main__');
    if (main === 0) return [];
    const dict = M[main + MODULE_DICT];
    const variables: Variable[] = [];
    for (let at = dictNext(rt, dict, 0); at >= 0; at = dictNext(rt, dict, at + 1)) {
      const key = dictEntryKey(rt, dict, at);
      const value = dictEntryValue(rt, dict, at);
      const kind = M[value + REP] & 0xff;
      if (!isStr(rt, key) || kind === KIND.module || kind === KIND.builtin) continue;
      const name = strText(rt, key);
      if (name.startsWith('__') || (kind === KIND.type && value < this.machine.context.memory.heapStart)) continue;
      variables.push({ name, to: this.keyOf(value) });
      slots.set(dictValueSlot(rt, dict, at), name);
    }
    return variables;
  }

  /** Every slot of the root table and the stack; `null` is an arrow. */
  private countStack(
    stack: readonly LiveFrame[],
    slots: ReadonlyMap<Address, string>,
    count: (slot: Address, what: string | null) => void,
  ): void {
    const { roots } = this.machine.context;
    for (let slot = roots.tableStart; slot < roots.tableEnd(); slot += 2) count(slot, 'held by the interpreter');
    const first = stack[0]?.fp ?? roots.stackEnd() + 2;
    for (let slot = roots.stackStart; slot < first - 2; slot += 2) count(slot, 'held by the interpreter');
    for (const { unit, fp, slotCount, operands, end } of stack) {
      count(fp - 2, `runs as ${unit.qualname}`);
      for (let place = 0; place < slotCount; place++) {
        const slot = fp + 2 * place;
        count(slot, slots.has(slot) ? null : `local of ${unit.qualname}`);
      }
      for (let slot = fp + 2 * slotCount; slot < operands; slot += 2) count(slot, `frame of ${unit.qualname}`);
      for (let slot = operands; slot < end; slot += 2) count(slot, slots.has(slot) ? null : `operand of ${unit.qualname}`);
    }
    roots.extraSlots?.((slot) => count(slot, 'held by the interpreter'));
  }

  /** Every slot of every object. */
  private countObjects(
    shown: ReadonlyMap<Address, ReadonlyMap<Address, string>>,
    others: ReadonlyMap<Address, string>,
    slots: ReadonlyMap<Address, string>,
    count: (slot: Address, what: string | null) => void,
  ): void {
    const { rt, strategy, context } = this.machine;
    const { model } = context;
    const owners = this.owners();
    const counts = strategy.capabilities.refcount === 'eager';
    const visit = (owner: Address): void => {
      // What it still refers to is among the strategy's pending references.
      if (counts && M[owner + REFCOUNT] === 0) return;
      const names = shown.get(owner);
      const found = model.slots(owner);
      let what: string | undefined;
      for (let index = 0; index < found; index++) {
        const slot = model.slotScratch[index]!;
        if (M[slot] === 0 || !shown.has(M[slot])) continue;
        if (names?.has(slot) || slots.has(slot)) count(slot, null);
        else {
          what ??= owners.get(owner) ?? others.get(owner) ?? slotNames(rt, owner).others;
          count(slot, slot === owner + TYPE ? `class of ${valueText(rt, owner)}` : what);
        }
      }
    };
    strategy.objects(visit);
    const seen = new Set<Address>();
    strategy.audit?.staticOwners((owner) => {
      if (!seen.has(owner)) visit(owner);
      seen.add(owner);
    });
  }

  /** Objects that belong to another and go by its name: the constants of a function, the dict of a module. */
  private owners(): Map<Address, string> {
    const { rt, strategy, context } = this.machine;
    const owners = new Map<Address, string>();
    const visit = (object: Address): void => {
      switch (M[object + REP] & 0xff) {
        case KIND.code:
          owners.set(M[object + CODE_CONSTS], `constant of ${strText(rt, M[object + CODE_QUALNAME])}`);
          break;
        case KIND.module:
          owners.set(M[object + MODULE_DICT], 'global of a module');
          break;
        case KIND.type:
          owners.set(M[object + TYPE_DICT], `attribute of ${valueText(rt, object)}`);
          break;
      }
    };
    strategy.objects(visit);
    strategy.audit?.staticOwners(visit);
    // What the compiler made of the program's text lies in a list below the first frame, see newArena.
    const { roots } = context;
    for (let slot = roots.stackStart; slot < (this.stack()[0]?.fp ?? roots.stackEnd() + 2) - 2; slot += 2) {
      if (M[slot] !== 0 && (M[M[slot] + REP] & 0xff) === KIND.list) owners.set(M[slot], 'held by the compiler');
    }
    return owners;
  }
}
