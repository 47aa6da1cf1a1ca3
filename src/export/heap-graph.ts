/**
 * The simulated heap as a graph for DevTools. Objects are named by their Python type, strings, numbers and functions also by what they are. A node's size
 * is what the program asked for: the object's block and the buffers it owns, without headers of the strategy; so the sizes of the whole heap add up to the
 * strategy's used bytes. What is not on the heap (None, small ints, built-in types) has size 0.
 *
 * ```
 *  root ─ "__main__" ─────► the program's module        (retaining paths begin here)
 *       ├ "frame f, …" ───► frames on the stack ─► locals, operands
 *       └ (GC roots) ─┬───► (interpreter): the root table, what lies below the first frame
 *                     └───► (built-in): static objects
 * ```
 */
import { REP, TYPE, WEAK_REFERENT } from '../heap/layout.ts';
import { type Address, WORDS } from '../heap/memory.ts';
import { Tracer } from '../heap/trace.ts';
import { slotNames, valueText } from '../interp/inspection.ts';
import type { Machine } from '../interp/machine.ts';
import {
  FUNC_ANNOTATIONS,
  FUNC_BUILTINS,
  FUNC_CODE,
  FUNC_DOC,
  FUNC_GLOBALS,
  FUNC_MODULE,
  FUNC_NAME,
  FUNC_QUALNAME,
  FUNC_TYPEPARAMS,
} from '../interp/objects/function.ts';
import { KIND } from '../interp/objects/kinds.ts';
import { strLength, strPoints } from '../interp/objects/str.ts';
import { CODE_CONSTS, CODE_FILENAME, CODE_NAME, CODE_QUALNAME } from '../interp/runtime/code-table.ts';
import { TYPE_BASE, TYPE_BASES, TYPE_DICT, TYPE_MRO, TYPE_NAME, TYPE_QUALNAME } from '../interp/runtime/type-info.ts';
import { MODULE_DICT } from '../interp/types/core-types.ts';
import { FRAMES, R_CODE, R_FP, R_PC, RECORD } from '../interp/vm/frame-record.ts';
import { type EdgeType, type NodeType, SnapshotGraph } from './heap-snapshot.ts';
import type { ObjectNumbers } from './object-numbers.ts';

const M = WORDS;

/** Characters of a string that are shown. */
const MOST_CHARACTERS = 200;
/** Even ids: the synthetic ones from 2, static objects by address, then boot objects and frames. */
const FIRST_BOOT_ID = 2 ** 27;
const FIRST_FRAME_ID = 2 ** 28;

/** Names of the slots that a figure leaves unnamed, by kind. */
const FIXED_NAMES: ReadonlyMap<number, ReadonlyMap<number, string>> = new Map([
  [
    KIND.function,
    new Map([
      [FUNC_GLOBALS, '__globals__'],
      [FUNC_BUILTINS, '__builtins__'],
      [FUNC_NAME, '__name__'],
      [FUNC_QUALNAME, '__qualname__'],
      [FUNC_CODE, '__code__'],
      [FUNC_DOC, '__doc__'],
      [FUNC_MODULE, '__module__'],
      [FUNC_ANNOTATIONS, '__annotations__'],
      [FUNC_TYPEPARAMS, '__type_params__'],
    ]),
  ],
  [KIND.module, new Map([[MODULE_DICT, '__dict__']])],
  [
    KIND.type,
    new Map([
      [TYPE_NAME, '__name__'],
      [TYPE_BASES, '__bases__'],
      [TYPE_MRO, '__mro__'],
      [TYPE_DICT, '__dict__'],
      [TYPE_BASE, '__base__'],
      [TYPE_QUALNAME, '__qualname__'],
    ]),
  ],
  [
    KIND.code,
    new Map([
      [CODE_CONSTS, 'co_consts'],
      [CODE_NAME, 'co_name'],
      [CODE_QUALNAME, 'co_qualname'],
      [CODE_FILENAME, 'co_filename'],
    ]),
  ],
]);

export interface HeapGraph {
  readonly graph: SnapshotGraph;
  /** Objects on the heap that are nodes of their own. */
  readonly objects: number;
  /** Sum of their sizes and of what static objects own on the heap. */
  readonly bytes: number;
  readonly unreachable: { readonly objects: number; readonly bytes: number };
}

/** The heap as it is now. `programOnly` leaves out what the library made; references from there come from one node, `(library)`. */
export function heapGraph(machine: Machine, numbers: ObjectNumbers, programOnly: boolean): HeapGraph {
  return new GraphBuilder(machine, numbers, programOnly).build();
}

class GraphBuilder {
  private readonly machine: Machine;
  private readonly numbers: ObjectNumbers;
  private readonly programOnly: boolean;
  private readonly graph = new SnapshotGraph();
  /** Node of each object. */
  private readonly nodes = new Map<Address, number>();
  private readonly statics: Address[] = [];
  private readonly heapObjects: Address[] = [];
  private bytes = 0;
  private readonly unreachable = { objects: 0, bytes: 0 };
  /** With `programOnly`: the node that stands for the library. */
  private library = -1;
  private readonly libraryTargets = new Map<Address, number>();

  constructor(machine: Machine, numbers: ObjectNumbers, programOnly: boolean) {
    this.machine = machine;
    this.numbers = numbers;
    this.programOnly = programOnly;
  }

  build(): HeapGraph {
    const { graph, machine } = this;
    const { rt, strategy, context } = machine;
    const tracer = new Tracer(context);
    tracer.trace(strategy);

    const root = graph.addNode('synthetic', '', 1, 0);
    const gcRoots = graph.addNode('synthetic', '(GC roots)', 2, 0);
    const interpreter = graph.addNode('synthetic', '(interpreter)', 4, 0);
    const builtIn = graph.addNode('synthetic', '(built-in)', 6, 0);
    if (this.programOnly) this.library = graph.addNode('synthetic', '(library)', 8, 0);

    const main = rt.loadedModule('__main__');
    // The machine makes the program's module and its namespace.
    const program = new Set(main === 0 ? [] : [main, M[main + MODULE_DICT]!]);
    const staticOwners = new Set<Address>();
    strategy.audit?.staticOwners((owner) => staticOwners.add(owner));
    const left: Address[] = [];
    strategy.objects((object) => {
      // Allocated this instant: nothing is written in it yet.
      if ((M[object + REP] & 0xff) === 0) return;
      if (this.programOnly && !program.has(object) && this.numbers.of(object)?.own !== true) {
        left.push(object);
        return;
      }
      this.addObject(object, tracer.reached.has(object));
    });
    for (const owner of staticOwners) this.addStatic(owner);

    graph.addEdge(root, 'element', 1, gcRoots);
    if (main !== 0) graph.addEdge(root, 'property', '__main__', this.nodes.get(main)!);
    const firstFrame = this.addFrames(root);
    graph.addEdge(gcRoots, 'element', 1, interpreter);
    graph.addEdge(gcRoots, 'element', 2, builtIn);
    if (this.library >= 0) graph.addEdge(gcRoots, 'element', 3, this.library);

    this.addInterpreterSlots(interpreter, firstFrame);
    for (const object of this.heapObjects) this.addReferences(object, this.nodes.get(object)!);
    for (const owner of staticOwners) this.addReferences(owner, this.nodes.get(owner)!);
    for (const object of left) if (tracer.reached.has(object)) this.addLibraryReferences(object);
    for (const [index, object] of this.statics.entries()) graph.addEdge(builtIn, 'element', index + 1, this.nodes.get(object)!);
    return { graph, objects: this.heapObjects.length, bytes: this.bytes, unreachable: this.unreachable };
  }

  private addObject(object: Address, reached: boolean): void {
    const entry = this.numbers.of(object);
    const id = entry === null || entry.boot ? FIRST_BOOT_ID + 2 * (entry?.number ?? 0) : 2 * entry.number + 1;
    const bytes = this.bytesOf(object);
    this.addNode(object, id, bytes);
    this.heapObjects.push(object);
    this.bytes += bytes;
    if (reached) return;
    this.unreachable.objects++;
    this.unreachable.bytes += bytes;
  }

  /** An object that is not on the heap; what it owns there is its size. */
  private addStatic(object: Address): number {
    const known = this.nodes.get(object);
    if (known !== undefined) return known;
    const { model, memory } = this.machine.context;
    let bytes = 0;
    const buffers = model.buffers(object);
    for (let index = 0; index < buffers; index++) {
      if (M[model.slotScratch[index]!]! >= memory.heapStart) bytes += model.byteScratch[index]!;
    }
    if (this.programOnly) bytes = 0;
    this.bytes += bytes;
    this.statics.push(object);
    return this.addNode(object, 8 + 2 * object, bytes);
  }

  private addNode(object: Address, id: number, bytes: number): number {
    const { type, name } = this.nameOf(object);
    const node = this.graph.addNode(type, name, id, bytes);
    this.nodes.set(object, node);
    return node;
  }

  private nameOf(object: Address): { type: NodeType; name: string } {
    const { rt } = this.machine;
    switch (M[object + REP] & 0xff) {
      case KIND.str:
        return { type: 'string', name: this.stringOf(object) };
      case KIND.int:
      case KIND.long:
      case KIND.float:
        return { type: 'number', name: valueText(rt, object) };
      case KIND.function:
        return { type: 'closure', name: valueText(rt, object).replace(/\(\)$/, '') };
      case KIND.code:
        return { type: 'code', name: `code ${this.stringOf(M[object + CODE_QUALNAME])}` };
      case KIND.type:
        return { type: 'object', name: valueText(rt, object) };
      case KIND.none:
      case KIND.bool:
        return { type: 'object', name: valueText(rt, object) };
      default:
        return { type: 'object', name: rt.typeOf(object).name };
    }
  }

  private stringOf(text: Address): string {
    const { rt } = this.machine;
    const length = strLength(rt, text);
    const points = strPoints(rt, text);
    let shown = '';
    // A lone surrogate is not text in a file.
    for (let index = 0; index < Math.min(length, MOST_CHARACTERS); index++) {
      const point = points[index]!;
      shown += point >= 0xd800 && point <= 0xdfff ? '\ufffd' : String.fromCodePoint(point);
    }
    return length > MOST_CHARACTERS ? `${shown}…` : shown;
  }

  private bytesOf(object: Address): number {
    const { model } = this.machine.context;
    let bytes = model.size(object);
    const buffers = model.buffers(object);
    for (let index = 0; index < buffers; index++) {
      if (M[model.slotScratch[index]!]! >= this.machine.context.memory.heapStart) bytes += model.byteScratch[index]!;
    }
    return bytes;
  }

  /** The node that a reference to `target` leads to, or -1: left out. */
  private nodeOf(target: Address): number {
    const node = this.nodes.get(target);
    if (node !== undefined) return node;
    return target < this.machine.context.memory.heapStart ? this.addStatic(target) : -1;
  }

  private refer(from: number, type: EdgeType, name: string | number, slot: Address): void {
    const target = M[slot]!;
    if (target === 0) return;
    const to = this.nodeOf(target);
    if (to >= 0) this.graph.addEdge(from, type, name, to);
  }

  /** The frames of the program with their slots. Returns the address of the first one's function slot. */
  private addFrames(root: number): Address {
    const { rt, vm, context } = this.machine;
    let first = 0;
    const frames: { node: number; fp: Address; slotCount: number; stackOffset: number; names: readonly string[] }[] = [];
    for (let depth = 1; depth <= rt.depth; depth++) {
      const record = depth * RECORD;
      const entry = vm.codes[FRAMES[record + R_CODE]!];
      if (entry === undefined) continue;
      const fp = FRAMES[record + R_FP]!;
      if (first === 0) first = fp - 2;
      const { unit, slotCount, stackOffset } = entry;
      const line = unit.positions[4 * Math.max(0, FRAMES[record + R_PC]! - 1)]!;
      const name = `frame ${unit.qualname}, ${unit.filename}:${line}`;
      const node = this.graph.addNode('object', name, FIRST_FRAME_ID + 2 * depth, 0);
      this.graph.addEdge(root, 'property', name, node);
      frames.push({ node, fp, slotCount, stackOffset, names: unit.localsPlus });
    }
    for (const [index, { node, fp, slotCount, stackOffset, names }] of frames.entries()) {
      const end = index + 1 < frames.length ? frames[index + 1]!.fp - 2 : context.roots.stackEnd();
      this.refer(node, 'internal', 'function', fp - 2);
      for (let place = 0; place < slotCount; place++)
        this.refer(node, 'context', names[place] ?? `slot ${place}`, fp + 2 * place);
      this.refer(node, 'internal', 'frame object', fp + 2 * slotCount);
      this.refer(node, 'internal', 'locals or generator', fp + 2 * slotCount + 2);
      for (let slot = fp + stackOffset, index = 0; slot < end; slot += 2, index++) {
        this.refer(node, 'internal', `operand ${index}`, slot);
      }
    }
    return first === 0 ? context.roots.stackEnd() : first;
  }

  /** The root table, the stack below the first frame, static slots and what the strategy itself holds. */
  private addInterpreterSlots(node: number, firstFrame: Address): void {
    const { roots } = this.machine.context;
    let index = 0;
    const tell = (slot: Address): void => this.refer(node, 'internal', `root ${++index}`, slot);
    for (let slot = roots.tableStart; slot < roots.tableEnd(); slot += 2) tell(slot);
    for (let slot = roots.stackStart; slot < firstFrame; slot += 2) tell(slot);
    roots.extraSlots?.(tell);
    this.machine.strategy.audit?.pendingReferences((object) => {
      const to = this.nodeOf(object);
      if (to >= 0) this.graph.addEdge(node, 'internal', 'waits to be freed', to);
    });
  }

  private addReferences(object: Address, node: number): void {
    const { rt, context } = this.machine;
    const { model } = context;
    const kind = M[object + REP] & 0xff;
    const { shown } = slotNames(rt, object);
    const fixed = FIXED_NAMES.get(kind);
    const slots = [...model.slotScratch.subarray(0, model.slots(object))];
    let others = 0;
    for (const slot of slots.sort((a, b) => a - b)) {
      const label = shown.get(slot);
      if (label === undefined) {
        const name = slot === object + TYPE ? '__class__' : (fixed?.get(slot - object) ?? otherName(kind, ++others));
        this.refer(node, 'internal', name, slot);
        continue;
      }
      const index = /^\[(\d+)\]$/.exec(label)?.[1];
      if (index !== undefined) this.refer(node, 'element', Number(index), slot);
      else if (kind === KIND.generator || kind === KIND.frame || kind === KIND.cell) this.refer(node, 'context', label, slot);
      else this.refer(node, 'property', label.startsWith('.') ? label.slice(1) : label, slot);
    }
    if (kind === KIND.weakref && M[object + WEAK_REFERENT] !== 0) this.refer(node, 'weak', 'referent', object + WEAK_REFERENT);
  }

  /** References from a library object that is left out. */
  private addLibraryReferences(object: Address): void {
    const { model } = this.machine.context;
    const count = model.slots(object);
    for (let index = 0; index < count; index++) {
      const target = M[model.slotScratch[index]!]!;
      const to = this.nodes.get(target);
      if (to === undefined || target < this.machine.context.memory.heapStart) continue;
      const times = (this.libraryTargets.get(target) ?? 0) + 1;
      this.libraryTargets.set(target, times);
      if (times === 1) this.graph.addEdge(this.library, 'internal', `holds ${this.libraryTargets.size}`, to);
    }
  }
}

function otherName(kind: number, index: number): string {
  return kind === KIND.dict ? `key ${index}` : `slot ${index}`;
}
