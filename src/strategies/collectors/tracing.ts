/**
 * What strategies share that find the live objects by tracing from the roots: counts are not touched, weak references and finalizers
 * are dealt with once the trace is done.
 *
 * The protocol after the trace from the roots (`resolve` gives an object's address after it, 0 if it was not reached):
 *  1. every weak reference that was not reached, and every one to an object that was not reached, is cleared; those of the second kind
 *     that were reached and have a callback are queued, newest first for each referent;
 *  2. chains of reached referents are linked anew, without the dead;
 *  3. objects with a finalizer that has not run and that were not reached are queued, all of them before the first is kept alive, and
 *     are traced from: they live until their finalizer has run, and die at a later collection;
 *  4. at the end of the safepoint the callbacks run, then the finalizers, each once, in the order in which the objects were made.
 * The program's code runs with `collecting` set, so no collection starts below it (CPython, too, refuses a nested one).
 *
 * Source: PEP 442; Jones, Hosking, Moss, "The Garbage Collection Handbook" (2012), chapter 12.
 */
import { LabBug } from '../../base/errors.ts';
import { EVENT, HOT } from '../../heap/clock.ts';
import {
  FLAG_COLLECTABLE,
  FLAG_COLLECTOR_SHIFT,
  FLAG_FINALIZED,
  FLAG_PREHEADER,
  FLAGS,
  POISON,
  TYPE,
  WEAK_CALLBACK,
  WEAK_NEXT,
  WEAK_PREV,
  WEAK_REFERENT,
} from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { ObjectMap } from '../../heap/object-map.ts';
import {
  type Audit,
  type BlockInfo,
  type Capabilities,
  type CollectionRecord,
  type Footprint,
  PENDING,
  type Strategy,
  type StrategyContext,
  type Trigger,
} from '../../heap/strategy.ts';
import { forEachRootSlot } from '../../heap/trace.ts';
import type { ReclaimingAllocator } from '../allocators/reclaiming-allocator.ts';
import { BaseStrategy, BUDGET, HEADER_BYTES, METER, OBJECTS } from './base-strategy.ts';
import { IdleGc } from './idle-gc.ts';

// Constants of this module: the engine folds their addresses into the code (heap/memory.ts).
const W = WORDS;
const hot = HOT;
const meter = METER;

const MOST_STATIC_WEAKREFS = 100_000;

/** The object is in one of the registers: weak references, or those to be finalized or forgotten. */
const FLAG_REGISTERED = 1 << FLAG_COLLECTOR_SHIFT;

/** Least bytes of allocation between two collections that growth sets off. */
export const LEAST_GROWTH_BYTES = 1024 * 1024;

/** Rounds of final collections: a finalizer may make objects with finalizers. */
const FINISH_ROUNDS = 10;

export abstract class TracingStrategy<A extends ReclaimingAllocator> extends BaseStrategy implements Strategy, Audit {
  readonly audit: Audit = this;
  readonly capabilities: Capabilities;
  readonly gc: IdleGc;
  readonly allocator: A;
  /** Object starts: what is swept or scanned, and what `objects` visits. */
  protected readonly starts: ObjectMap;
  /** Collectable objects on the heap, dead ones that were not found yet included. */
  protected collectables = 0;
  /** Weak references in the order in which they were made. */
  private weakrefs: Address[] = [];
  /** Objects to finalize or forget, in the order in which they were made. */
  private registered: Address[] = [];
  /** Unreachable objects kept alive for their finalizer. */
  private waiting: Address[] = [];
  private callbacks: Address[] = [];
  /** Finalizers run so far. */
  private finalized = 0;
  protected readonly poisons: boolean;

  constructor(
    name: string,
    context: StrategyContext,
    capabilities: Capabilities,
    allocator: (pages: BaseStrategy['pages']) => A,
    share = 1,
  ) {
    super(name, context, share);
    this.capabilities = capabilities;
    this.poisons = context.options.poison;
    this.starts = new ObjectMap(context.memory);
    this.allocator = allocator(this.pages);
    this.gc = new IdleGc(() => this.listCollectables());
    this.setGrowth(LEAST_GROWTH_BYTES);
  }

  allocate(bytes: number, _freeList: number): Address {
    if ((meter[BUDGET] -= bytes) < 0) this.budgetSpent();
    meter[OBJECTS]++;
    const object = this.allocator.allocate(bytes);
    if (object === 0) return 0;
    this.starts.add(object);
    return object;
  }

  allocateGc(bytes: number, preBytes: number, _freeList: number): Address {
    if ((meter[BUDGET] -= bytes) < 0) this.budgetSpent();
    meter[OBJECTS]++;
    const block = this.allocator.allocate(bytes + preBytes);
    if (block === 0) return 0;
    const object = block + (preBytes >> 2);
    for (let word = block; word < object; word++) W[word] = 0;
    hot[EVENT.zero_bytes] += preBytes;
    meter[HEADER_BYTES] += preBytes;
    W[object + FLAGS] = preBytes === 0 ? FLAG_COLLECTABLE : FLAG_COLLECTABLE | FLAG_PREHEADER;
    this.starts.add(object);
    this.collectables++;
    return object;
  }

  allocateBuffer(bytes: number): Address {
    this.countBytes(bytes);
    return this.allocator.allocate(bytes);
  }

  resizeBuffer(address: Address, oldBytes: number, newBytes: number): Address {
    if (newBytes > oldBytes) this.countBytes(newBytes - oldBytes);
    if (address >= this.heapStart && !this.movesBuffers) return this.allocator.resize(address, oldBytes, newBytes);
    const moved = this.allocator.allocate(newBytes);
    if (moved === 0) return 0;
    const words = (Math.min(oldBytes, newBytes) + 3) >> 2;
    W.copyWithin(moved, address, address + words);
    hot[EVENT.copy_bytes] += words << 2;
    this.freeBuffer(address, oldBytes);
    return moved;
  }

  freeBuffer(address: Address, bytes: number): void {
    if (address < this.heapStart) return;
    if (this.poisons) this.poison(address, bytes);
    this.allocator.free(address, bytes);
  }

  /** Notes weak references: they are cleared without being traced to; and what has a finalizer. */
  track(object: Address): void {
    const { model } = this;
    if (model.isWeakref(object)) this.noteWeakref(object);
    else if (model.hasFinalizer(object)) this.registerFinalizable(object);
  }
  untrack(_object: Address): void {}
  registerFinalizable(object: Address): void {
    if (this.isNew(object)) this.registered.push(object);
  }

  touch(_object: Address): void {}
  retain(object: Address): void {
    if (this.poisons) this.checkAlive(object, 'reference taken to the object');
  }
  release(object: Address): void {
    if (this.poisons) this.checkAlive(object, 'reference dropped to the object');
  }
  collect(_generation: number, trigger: Trigger): number {
    if (this.collecting) return 0;
    if (!this.mayCollect()) {
      this.control[PENDING] = 1;
      return 0;
    }
    this.collecting = true;
    this.gc.onPhase?.('start', 2, 0, 0);
    const record = this.openRecord(this.collectionKind, 2, trigger);
    hot[EVENT.collection]++;
    const before = this.collectables;
    record.candidates = before;
    this.trace(record);
    const found = before - this.collectables + this.waiting.length;
    this.closeRecord(record);
    this.setGrowth(Math.max(LEAST_GROWTH_BYTES, this.usedBytes()));
    this.gc.note(found);
    this.options.verify?.();
    this.runProgram();
    this.gc.onPhase?.('stop', 2, found, 0);
    this.collecting = false;
    this.renewPending();
    return found;
  }

  finish(): void {
    for (let round = 0; round < FINISH_ROUNDS; round++) {
      const before = this.finalized;
      this.collect(2, 'exit');
      if (this.finalized === before) return;
    }
  }

  objects(visit: (object: Address) => void): void {
    // A copying collector takes all pages at once: only those it has come to can hold objects.
    const { breakEnd, runsStart, runsEnd } = this.memory.touched;
    this.pages.forEachTaken((from, to) => {
      this.starts.forEach(from, Math.min(to, breakEnd), visit);
      this.starts.forEach(Math.max(from, runsStart), Math.min(to, runsEnd), visit);
    });
  }
  blocks(visit: (block: BlockInfo) => void): void {
    this.allocator.blocks(visit);
  }

  stretches(visit: (block: BlockInfo) => void): void {
    if (this.allocator.stretches === undefined) this.allocator.blocks(visit);
    else this.allocator.stretches(visit);
  }
  verify(): void {
    this.pages.verify();
    this.allocator.verify();
  }

  footprint(): Footprint {
    const print = this.allocator.footprint();
    const headers = meter[HEADER_BYTES] >>> 0;
    const side = this.sideBytes();
    print.usedBytes -= headers;
    print.metadataBytes += headers + side;
    print.sideBytes += side;
    return print;
  }

  // --- audit
  pendingReferences(visit: (object: Address) => void): void {
    for (const object of this.waiting) visit(object);
    for (const weakref of this.callbacks) visit(weakref);
  }
  gcListHeads(): readonly Address[] {
    return [];
  }
  keptBlocks(_visit: (payload: Address) => void): void {}

  protected abstract readonly collectionKind: string;
  /** One whole collection, up to and without the program's callbacks and finalizers. */
  protected abstract trace(record: CollectionRecord): void;
  /** Bytes of tables beside the heap. */
  protected abstract sideBytes(): number;

  protected override mayCollect(): boolean {
    return (this.roots.pinned ?? 0) === 0;
  }
  protected wantsCollection(): boolean {
    return false;
  }
  protected collectWanted(): void {}
  protected usedBytes(): number {
    return this.allocator.usedBytes - (meter[HEADER_BYTES] >>> 0);
  }

  /** Visits every root: `replace` returns the address that the slot shall have. */
  protected forEachRoot(record: CollectionRecord, replace: (object: Address) => Address): void {
    const { heapStart } = this;
    const { onAccess } = this.options;
    let slots = 0;
    forEachRootSlot(this.roots, (slot) => {
      slots++;
      onAccess?.(slot, 1, 'heap');
      const object = W[slot];
      if (object >= heapStart) W[slot] = replace(object);
    });
    this.staticOwners((owner) => {
      const count = this.model.slots(owner);
      slots += count;
      for (let index = 0; index < count; index++) {
        const slot = this.model.slotScratch[index];
        const object = W[slot];
        if (object >= heapStart) W[slot] = replace(object);
      }
    });
    for (let index = 0; index < this.waiting.length; index++) this.waiting[index] = replace(this.waiting[index]!);
    slots += this.waiting.length;
    record.roots += slots;
    hot[EVENT.root_slot] += slots;
  }

  /** Steps 1 and 2, when everything the roots reach has been traced. */
  protected clearWeakrefs(record: CollectionRecord, resolve: (object: Address) => Address): void {
    const { model, heapStart } = this;
    hot[EVENT.weakref_entry] += this.weakrefs.length;
    for (const weakref of this.weakrefs) {
      const alive = resolve(weakref);
      const referent = W[(alive === 0 ? weakref : alive) + WEAK_REFERENT];
      if (referent >= heapStart && resolve(referent) === 0) this.clearDeadChain(referent, record, resolve);
    }
    for (const weakref of this.weakrefs) {
      const referent = W[weakref + WEAK_REFERENT];
      if (referent === 0) continue;
      const home = referent < heapStart ? referent : resolve(referent);
      // The head of a chain stands for all of it: each chain is linked anew once.
      if (home !== 0 && W[model.weakListSlot(home)] === weakref) this.relinkChain(home, resolve);
    }
    // Only now: a chain runs through its dead members until it has been linked anew.
    for (const weakref of this.weakrefs) if (resolve(weakref) === 0) this.clearEntry(weakref);
  }

  /** Step 3: gathers what waits for its finalizer, then `keep`s it alive, and makes the registers current; returns the registered dead, to be forgotten. */
  protected findFinalizable(
    record: CollectionRecord,
    resolve: (object: Address) => Address,
    keep: (object: Address) => Address,
  ): Address[] {
    const { model } = this;
    const fresh: Address[] = [];
    hot[EVENT.weakref_entry] += this.registered.length;
    for (const object of this.registered) {
      if (resolve(object) !== 0 || (W[object + FLAGS] & FLAG_FINALIZED) !== 0 || !model.hasFinalizer(object)) continue;
      W[object + FLAGS] |= FLAG_FINALIZED;
      fresh.push(object);
    }
    for (const object of fresh) this.waiting.push(keep(object));
    record.finalizers += fresh.length;
    const dead: Address[] = [];
    this.registered = this.survivors(this.registered, resolve, dead);
    this.weakrefs = this.survivors(this.weakrefs, resolve, null);
    return dead;
  }

  private survivors(list: Address[], resolve: (object: Address) => Address, dead: Address[] | null): Address[] {
    const alive: Address[] = [];
    for (const object of list) {
      const now = resolve(object);
      if (now !== 0) alive.push(now);
      else dead?.push(object);
    }
    return alive;
  }

  /** The referent was not reached: its whole chain is cleared, newest first. */
  private clearDeadChain(referent: Address, record: CollectionRecord, resolve: (object: Address) => Address): void {
    const { model } = this;
    const slot = model.weakListSlot(referent);
    let weakref = W[slot];
    let left = this.mostInChain();
    W[slot] = 0;
    while (weakref !== 0) {
      if (left-- === 0) this.chainHasNoEnd();
      const next = W[weakref + WEAK_NEXT];
      const alive = resolve(weakref);
      this.clearEntry(weakref);
      if (alive !== 0) {
        this.clearEntry(alive);
        record.weakrefsCleared++;
        if (W[alive + WEAK_CALLBACK] !== 0) this.callbacks.push(alive);
      }
      weakref = next;
    }
  }

  private clearEntry(weakref: Address): void {
    W[weakref + WEAK_REFERENT] = 0;
    W[weakref + WEAK_NEXT] = 0;
    W[weakref + WEAK_PREV] = 0;
  }

  /** Static weak references are in chains too, and in no list here. */
  private mostInChain(): number {
    return this.weakrefs.length + MOST_STATIC_WEAKREFS;
  }

  /** A broken chain leads back into itself, or out of the memory, where every next one reads as undefined. */
  private chainHasNoEnd(): never {
    throw new LabBug(`${this.name}: the weak references to one object are more than there are`);
  }

  private relinkChain(home: Address, resolve: (object: Address) => Address): void {
    const slot = this.model.weakListSlot(home);
    let weakref = W[slot];
    let previous = 0;
    let left = this.mostInChain();
    W[slot] = 0;
    while (weakref !== 0) {
      if (left-- === 0) this.chainHasNoEnd();
      const next = W[weakref + WEAK_NEXT];
      const alive = resolve(weakref);
      if (alive !== 0) {
        W[alive + WEAK_REFERENT] = home;
        W[alive + WEAK_PREV] = previous;
        W[alive + WEAK_NEXT] = 0;
        if (previous === 0) W[slot] = alive;
        else W[previous + WEAK_NEXT] = alive;
        previous = alive;
      }
      weakref = next;
    }
  }

  /** Step 4. */
  private runProgram(): void {
    const { callbacks, waiting } = this;
    if (callbacks.length === 0 && waiting.length === 0) return;
    const aStart = this.allocatedBytes;
    const eventsStart = this.snapshot();
    for (const weakref of callbacks) {
      hot[EVENT.finalizer_call]++;
      this.model.runCallback(weakref);
    }
    callbacks.length = 0;
    for (const object of waiting) {
      hot[EVENT.finalizer_call]++;
      this.model.finalize(object);
    }
    this.finalized += waiting.length;
    waiting.length = 0;
    this.recordPause('finalizer', aStart, eventsStart);
  }

  private noteWeakref(weakref: Address): void {
    if (this.isNew(weakref)) this.weakrefs.push(weakref);
  }

  /** True the first time it is asked of an object: it may be tracked and registered again and again. */
  private isNew(object: Address): boolean {
    const flags = W[object + FLAGS];
    W[object + FLAGS] = flags | FLAG_REGISTERED;
    return (flags & FLAG_REGISTERED) === 0;
  }

  private checkAlive(object: Address, what: string): void {
    if (object >= this.heapStart && W[object + TYPE] === POISON) this.deadTouched(object, what);
  }

  private listCollectables(): Address[] {
    const found: Address[] = [];
    this.objects((object) => {
      if ((W[object + FLAGS] & FLAG_COLLECTABLE) !== 0) found.push(object);
    });
    return found;
  }
}
