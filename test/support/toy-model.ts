/**
 * A tiny language on the machine, so that strategies are tested without Python: nodes with slots, an optional buffer of further
 * slots, leaves without references, weak references.
 *
 * ```
 *  node     +4 weak list (low)  +5 tag     +6 buffer (low)  +7 slots in the buffer   +8 ... slots
 *           with a pre-header: one more strong slot (managed dict) and the weak list lie in front, and +4 is unused; reversed: torn down from the last inline slot on
 *  leaf     +4 tag, then bytes nobody reads
 *  weakref  as in heap/layout.ts; +9 tag
 *  rep      slots or bytes << 16 | NODE_* << 8 | kind
 * ```
 */
import { Clock } from '../../src/heap/clock.ts';
import {
  FLAG_FINALIZED,
  FLAGS,
  REFCOUNT,
  REP,
  TYPE,
  WEAK_CALLBACK,
  WEAK_NEXT,
  WEAK_PREV,
  WEAK_REFERENT,
} from '../../src/heap/layout.ts';
import { type Address, Memory } from '../../src/heap/memory.ts';
import { type ObjectModel, PLAIN } from '../../src/heap/object-model.ts';
import type { Roots } from '../../src/heap/roots.ts';
import {
  PENDING,
  type Strategy,
  type StrategyContext,
  type StrategyFactory,
  type StrategyOptions,
} from '../../src/heap/strategy.ts';
import { verifyHeap } from '../../src/heap/verify.ts';
import { findStrategy } from '../../src/strategies/catalogue.ts';

export const NODE = 1;
export const LEAF = 2;
export const WEAKREF = 3;

const HAS_FINALIZER = 1;
const HAS_PREHEADER = 2;
/** Untracked by a collection, as tuples are (1) and as dicts are (2). */
const UNTRACK_ALWAYS = 4;
const UNTRACK_FULL = 8;
const HEAP_TYPE = 16;
const REVERSED = 32;

const NODE_SLOTS = 8;
const WEAKREF_BYTES = 56;
/** Number of the free list of 24-byte leaves, and of nodes with one slot. */
export const LEAF_LIST = 1;
export const NODE_LIST = 2;

export interface NodeOptions {
  readonly finalizer?: boolean;
  readonly preheader?: boolean;
  readonly untrack?: 'always' | 'full';
  /** A heap object to be the node's type; it is kept alive by the node. */
  readonly type?: Address;
  readonly reversed?: boolean;
  readonly freeList?: number;
  readonly tracked?: boolean;
}

export interface ToyOptions extends Partial<StrategyOptions> {
  readonly heapBytes?: number;
  readonly stackBytes?: number;
  readonly allocator?: string;
  /** Run the whole-heap verifier after each collection. */
  readonly verified?: boolean;
  readonly freeListLimits?: readonly number[];
  readonly leaf?: boolean;
  /** Offer ObjectModel.plain? Off unless asked for. */
  readonly plain?: boolean;
  /** Makes the strategy instead of the catalogue. */
  readonly factory?: StrategyFactory;
}

export class ToyModel implements ObjectModel {
  bufferFreeList = 0;
  slotScratch = new Int32Array(16);
  byteScratch = new Int32Array(16);
  readonly freeListLimits: readonly number[];
  readonly leaf?: (object: Address) => number;
  readonly plain?: (object: Address) => number;
  private readonly W: Int32Array;
  private readonly machine: ToyMachine;
  /** Words from an object down to its managed dict slot. */
  preDict = 2;

  constructor(machine: ToyMachine, options: ToyOptions) {
    this.machine = machine;
    this.W = machine.memory.words;
    this.freeListLimits = options.freeListLimits ?? [0, 5, 3];
    if (options.leaf !== false) this.leaf = (object) => this.leafOf(object);
    if (options.plain === true) this.plain = (object) => this.plainOf(object);
  }

  kind(object: Address): number {
    return this.W[object + REP] & 0xff;
  }
  private flags(object: Address): number {
    return (this.W[object + REP] >> 8) & 0xff;
  }
  private count(object: Address): number {
    return this.W[object + REP] >>> 16;
  }
  private leafOf(object: Address): number {
    if (this.kind(object) !== LEAF) return 0;
    const bytes = this.count(object);
    return bytes === 24 ? (LEAF_LIST << 16) | bytes : bytes;
  }

  /** Nodes without finalizer, buffer, dict and weak references. */
  private plainOf(object: Address): number {
    const flags = this.flags(object);
    const count = this.count(object);
    if (this.kind(object) !== NODE || (flags & HAS_FINALIZER) !== 0 || count > PLAIN.most) return 0;
    if (this.W[object + 6] !== 0 || this.W[this.weakListSlot(object)] !== 0) return 0;
    if ((flags & HAS_PREHEADER) !== 0 && this.W[object - this.preDict] !== 0) return 0;
    const order = ((flags & REVERSED) !== 0 ? PLAIN.reversed : 0) | ((flags & HEAP_TYPE) !== 0 ? PLAIN.type : 0);
    return (
      count |
      (NODE_SLOTS << PLAIN.first) |
      order |
      (this.freeList(object) << PLAIN.freeList) |
      (this.size(object) << PLAIN.bytes)
    );
  }

  traversed(object: Address): number {
    return this.slots(object);
  }
  slots(object: Address): number {
    const W = this.W;
    let found = 0;
    if (this.kind(object) === WEAKREF) {
      this.slotScratch[found++] = object + WEAK_CALLBACK;
      return found;
    }
    if (this.kind(object) !== NODE) return 0;
    const inline = this.count(object);
    const buffer = W[object + 6];
    const buffered = buffer === 0 ? 0 : W[object + 7];
    if (this.slotScratch.length < inline + buffered + 2) this.slotScratch = new Int32Array(2 * (inline + buffered + 2));
    const scratch = this.slotScratch;
    if ((this.flags(object) & HAS_PREHEADER) !== 0) scratch[found++] = object - this.preDict;
    for (let index = 0; index < inline; index++) scratch[found++] = object + NODE_SLOTS + 2 * index;
    for (let index = 0; index < buffered; index++) scratch[found++] = buffer + 2 * index;
    if ((this.flags(object) & HEAP_TYPE) !== 0) scratch[found++] = object + TYPE;
    return found;
  }
  teardown(object: Address): number {
    const found = this.slots(object);
    if (this.kind(object) === NODE && (this.flags(object) & REVERSED) !== 0) {
      const first = (this.flags(object) & HAS_PREHEADER) !== 0 ? 1 : 0;
      this.slotScratch.subarray(first, first + this.count(object)).reverse();
    }
    return found;
  }
  clearable(object: Address): number {
    const found = this.slots(object);
    return (this.flags(object) & HEAP_TYPE) !== 0 ? found - 1 : found;
  }
  cleared(_object: Address): void {}
  buffers(object: Address): number {
    if (this.kind(object) !== NODE || this.W[object + 6] === 0) return 0;
    this.slotScratch[0] = object + 6;
    this.byteScratch[0] = this.W[object + 7] * 8;
    return 1;
  }
  size(object: Address): number {
    const kind = this.kind(object);
    if (kind === NODE) return NODE_SLOTS * 4 + 8 * this.count(object);
    return kind === LEAF ? this.count(object) : WEAKREF_BYTES;
  }
  preBytes(object: Address): number {
    return this.kind(object) === NODE && (this.flags(object) & HAS_PREHEADER) !== 0 ? 16 : 0;
  }
  isCollectable(object: Address): boolean {
    return this.kind(object) === NODE || this.kind(object) === WEAKREF;
  }
  canUntrack(object: Address, full: boolean): boolean {
    const flags = this.flags(object);
    if (this.kind(object) !== NODE) return false;
    if ((flags & UNTRACK_ALWAYS) === 0 && !(full && (flags & UNTRACK_FULL) !== 0)) return false;
    const found = this.slots(object);
    for (let index = 0; index < found; index++) {
      const child = this.W[this.slotScratch[index]];
      if (child !== 0 && this.machine.strategy.gc.isTracked(child)) return false;
    }
    return true;
  }
  freeList(object: Address): number {
    if (this.kind(object) === LEAF) return this.count(object) === 24 ? LEAF_LIST : 0;
    if (this.kind(object) === NODE && this.count(object) === 1 && this.flags(object) === 0) return NODE_LIST;
    return 0;
  }
  hasFinalizer(object: Address): boolean {
    return this.kind(object) === NODE && (this.flags(object) & HAS_FINALIZER) !== 0;
  }
  finalize(object: Address): void {
    this.machine.log.push(`del ${this.tag(object)}`);
    this.machine.hold(object, () => this.machine.onFinalize(object));
  }
  weakListSlot(object: Address): Address {
    if (this.kind(object) !== NODE) return 0;
    return (this.flags(object) & HAS_PREHEADER) !== 0 ? object - this.preDict - 2 : object + 4;
  }
  isWeakref(object: Address): boolean {
    return this.kind(object) === WEAKREF;
  }
  detachWeakref(weakref: Address): void {
    const W = this.W;
    const referent = W[weakref + WEAK_REFERENT];
    if (referent === 0) return;
    const next = W[weakref + WEAK_NEXT];
    const previous = W[weakref + WEAK_PREV];
    if (next !== 0) W[next + WEAK_PREV] = previous;
    if (previous !== 0) W[previous + WEAK_NEXT] = next;
    else W[this.weakListSlot(referent)] = next;
    W[weakref + WEAK_REFERENT] = 0;
  }
  runCallback(weakref: Address): void {
    this.machine.log.push(`callback ${this.tag(weakref)}`);
    this.machine.hold(weakref, () => this.machine.onCallback(weakref));
  }
  forget(object: Address): void {
    if (this.kind(object) === NODE && (this.flags(object) & HAS_FINALIZER) !== 0) this.machine.forgotten.push(this.tag(object));
  }
  moved(): void {
    this.machine.moves++;
  }
  tag(object: Address): number {
    const kind = this.kind(object);
    return this.W[object + (kind === NODE ? 5 : kind === WEAKREF ? 9 : 4)];
  }
  describe(object: Address): string {
    const name = ['nothing', 'node', 'leaf', 'weakref'][this.kind(object)] ?? `kind ${this.kind(object)}`;
    return `${name} #${this.tag(object)}`;
  }
  check(object: Address): string | null {
    const kind = this.kind(object);
    return kind === NODE || kind === LEAF || kind === WEAKREF ? null : `kind ${kind} does not exist`;
  }
}

/** A machine with a strategy and the toy language's mutator. */
export class ToyMachine implements Roots {
  readonly memory: Memory;
  readonly clock = new Clock();
  readonly model: ToyModel;
  readonly context: StrategyContext;
  readonly strategy: Strategy;
  readonly counts: boolean;
  readonly log: string[] = [];
  readonly forgotten: number[] = [];
  moves = 0;
  verifications = 0;
  pinned = 0;
  onFinalize: (object: Address) => void = () => {};
  onCallback: (weakref: Address) => void = () => {};
  readonly tableStart: Address;
  readonly stackStart: Address;
  private sp: Address;
  private nextTag = 1;
  readonly staticType: Address;

  constructor(strategyName: string, options: ToyOptions = {}) {
    this.memory = new Memory({
      heapBytes: options.heapBytes ?? 64 * 1024 * 1024,
      stackBytes: options.stackBytes ?? 1024 * 1024,
    });
    this.tableStart = this.memory.stackStart;
    this.stackStart = this.tableStart + 128;
    this.sp = this.stackStart;
    this.staticType = this.memory.allocateStatic(64);
    this.memory.words[this.staticType] = -1;
    this.model = new ToyModel(this, options);
    const verified = options.verified === true;
    this.context = {
      memory: this.memory,
      clock: this.clock,
      model: this.model,
      roots: this,
      options: {
        stress: options.stress ?? 0,
        poison: options.poison ?? false,
        trackObjects: options.trackObjects ?? verified,
        verify: verified ? () => this.verify() : (options.verify ?? null),
        ...(options.thresholds === undefined ? {} : { thresholds: options.thresholds }),
        ...(options.sampleStrideBytes === undefined ? {} : { sampleStrideBytes: options.sampleStrideBytes }),
        ...(options.onSample === undefined ? {} : { onSample: options.onSample }),
        ...(options.onAccess === undefined ? {} : { onAccess: options.onAccess }),
      },
    };
    this.strategy = options.factory?.(this.context) ?? findStrategy(strategyName).create(this.context, options.allocator);
    this.counts = this.strategy.capabilities.refcount === 'eager';
    this.model.preDict = 2 + this.strategy.capabilities.gcHeaderBytes / 4;
  }

  get W(): Int32Array {
    return this.memory.words;
  }

  // --- roots
  tableEnd(): Address {
    return this.tableStart + 128;
  }
  stackEnd(): Address {
    return this.sp;
  }
  /** Puts an owned reference on the stack; returns its slot. */
  push(object: Address): Address {
    const slot = this.sp;
    this.W[slot] = object;
    this.W[slot + 1] = 0;
    this.sp += 2;
    return slot;
  }
  at(slot: Address): Address {
    return this.W[slot];
  }
  /** Takes the top off the stack and drops it. */
  drop(): void {
    this.sp -= 2;
    const object = this.W[this.sp];
    this.W[this.sp] = 0;
    this.strategy.release(object);
  }
  /** Drops the reference in a root slot; the slot stays. */
  dropSlot(slot: Address): void {
    const object = this.W[slot];
    this.W[slot] = 0;
    this.strategy.release(object);
  }
  dropAll(): void {
    while (this.sp > this.stackStart) this.drop();
    for (let slot = this.tableStart; slot < this.tableEnd(); slot += 2) this.dropSlot(slot);
  }
  /** Runs `body` with `object` held on the stack. */
  hold(object: Address, body: () => void): void {
    this.strategy.retain(object);
    this.push(object);
    body();
    this.drop();
  }

  // --- objects; each returns an owned reference, to be pushed or stored before the next safepoint
  node(slots: number, options: NodeOptions = {}): Address {
    const { W } = this;
    const flags =
      (options.finalizer ? HAS_FINALIZER : 0) |
      (options.preheader ? HAS_PREHEADER : 0) |
      (options.untrack === 'always' ? UNTRACK_ALWAYS : 0) |
      (options.untrack === 'full' ? UNTRACK_FULL : 0) |
      (options.type === undefined ? 0 : HEAP_TYPE) |
      (options.reversed ? REVERSED : 0);
    const bytes = NODE_SLOTS * 4 + 8 * slots;
    const list = options.freeList ?? (slots === 1 && flags === 0 ? NODE_LIST : 0);
    const object = this.strategy.allocateGc(bytes, options.preheader ? 16 : 0, list);
    if (object === 0) return 0;
    W[object + REFCOUNT] = 1;
    W[object + TYPE] = options.type ?? this.staticType;
    if (options.type !== undefined) this.strategy.retain(options.type);
    W[object + REP] = (slots << 16) | (flags << 8) | NODE;
    W.fill(0, object + 4, object + bytes / 4);
    W[object + 5] = this.nextTag++;
    if (options.tracked !== false) this.strategy.track(object);
    if (options.finalizer) this.strategy.registerFinalizable(object);
    return object;
  }
  leafObject(bytes: number): Address {
    const { W } = this;
    const object = this.strategy.allocate(bytes, bytes === 24 ? LEAF_LIST : 0);
    if (object === 0) return 0;
    W[object + REFCOUNT] = 1;
    W[object + FLAGS] = 0;
    W[object + TYPE] = this.staticType;
    W[object + REP] = (bytes << 16) | LEAF;
    W[object + 4] = this.nextTag++;
    return object;
  }
  weakref(target: Address, callback: Address = 0): Address {
    const { W } = this;
    const object = this.strategy.allocateGc(WEAKREF_BYTES, 0, 0);
    W[object + REFCOUNT] = 1;
    W[object + TYPE] = this.staticType;
    W[object + REP] = WEAKREF;
    W.fill(0, object + 4, object + WEAKREF_BYTES / 4);
    W[object + 9] = this.nextTag++;
    const slot = this.model.weakListSlot(target);
    const first = W[slot];
    W[object + WEAK_REFERENT] = target;
    W[object + WEAK_NEXT] = first;
    if (first !== 0) W[first + WEAK_PREV] = object;
    W[slot] = object;
    this.strategy.retain(callback);
    W[object + WEAK_CALLBACK] = callback;
    this.strategy.track(object);
    return object;
  }
  referent(weakref: Address): Address {
    return this.W[weakref + WEAK_REFERENT];
  }

  // --- slots
  slot(node: Address, index: number): Address {
    const inline = this.W[node + REP] >>> 16;
    return index < inline ? node + NODE_SLOTS + 2 * index : this.W[node + 6] + 2 * (index - inline);
  }
  slotCount(node: Address): number {
    return (this.W[node + REP] >>> 16) + (this.W[node + 6] === 0 ? 0 : this.W[node + 7]);
  }
  get(node: Address, index: number): Address {
    return this.W[this.slot(node, index)];
  }
  /** Stores a reference that the caller goes on owning. */
  set(node: Address, index: number, value: Address): void {
    this.strategy.retain(value);
    this.give(node, index, value);
  }
  /** Stores an owned reference. */
  give(node: Address, index: number, value: Address): void {
    const slot = this.slot(node, index);
    const old = this.W[slot];
    this.strategy.store(node, slot, value);
    this.strategy.release(old);
  }
  /** Gives the node a buffer of `slots` more slots, or grows or shrinks the one it has; slots that go are released first. */
  setBuffer(node: Address, slots: number): void {
    const { W } = this;
    const old = W[node + 6] === 0 ? 0 : W[node + 7];
    for (let index = slots; index < old; index++) {
      const slot = W[node + 6] + 2 * index;
      const value = W[slot];
      W[slot] = 0;
      this.strategy.release(value);
    }
    if (slots === 0) {
      const buffer = W[node + 6];
      W[node + 6] = 0;
      W[node + 7] = 0;
      if (buffer !== 0) this.strategy.freeBuffer(buffer, old * 8);
      return;
    }
    const buffer =
      old === 0 ? this.strategy.allocateBuffer(slots * 8) : this.strategy.resizeBuffer(W[node + 6], old * 8, slots * 8);
    if (buffer === 0) throw new RangeError('toy heap is full');
    W.fill(0, buffer + 2 * Math.min(old, slots), buffer + 2 * slots);
    W[node + 6] = buffer;
    W[node + 7] = slots;
  }
  tag(object: Address): number {
    return this.model.tag(object);
  }
  isFinalized(object: Address): boolean {
    return (this.W[object + FLAGS] & FLAG_FINALIZED) !== 0;
  }

  /** Polls as the interpreter does. */
  poll(): boolean {
    return this.strategy.control[PENDING] === 0 || this.strategy.safepoint();
  }
  collect(generation = 2): number {
    return this.strategy.collect(generation, 'explicit');
  }
  /** Collects until nothing more is found and no finalizer ran. */
  quiesce(): void {
    for (let round = 0; round < 20; round++) {
      const before = this.log.length;
      if (this.collect() === 0 && this.log.length === before) return;
    }
    throw new Error('the heap does not come to rest');
  }
  verify(): void {
    this.verifications++;
    verifyHeap(this.context, this.strategy);
  }
}

/** A ring of two that nothing holds, and a node with one slot that the stack holds. */
export function makeRing(machine: ToyMachine): void {
  machine.push(machine.node(1));
  const [a, b] = [machine.node(1), machine.node(1)];
  machine.set(a, 0, b);
  machine.set(b, 0, a);
  machine.strategy.release(a);
  machine.strategy.release(b);
}
