/**
 * Reference counting, alone or with the cycle collector, on any allocator that frees.
 *
 * A count that falls to zero starts a cascade: depth first, each child destroyed completely before its next sibling, with
 * an explicit stack, so that a chain of a million objects needs no host recursion. For each dying object, in CPython's order:
 * finalizer (once; it may resurrect), weak references cleared and their callbacks called newest first, children released in
 * `teardown` order, buffers freed, block freed or kept in its type's free list.
 *
 * ```
 *  work stack   ... | -object: free its block | last child | ... | first child |  <- top
 * ```
 * A finalizer may drop further references: that release runs its own cascade to the end on top of the same stack before the outer
 * one goes on, as nested deallocators do in CPython.
 *
 * Pauses: a cascade that freed at least CASCADE_LEAST objects is recorded, and one that ran a finalizer or a callback, from
 * before the first of them; nested ones are part of the outermost.
 *
 * Source: CPython Objects/typeobject.c (subtype_dealloc), Objects/object.c (trashcan), Objects/weakrefobject.c.
 */
import { LabBug } from '../../base/errors.ts';
import { EVENT, EVENTS, HOT } from '../../heap/clock.ts';
import {
  FLAG_COLLECTABLE,
  FLAG_DYING,
  FLAG_FINALIZED,
  FLAG_MARK,
  FLAG_PREHEADER,
  FLAGS,
  POISON,
  TYPE,
  WEAK_CALLBACK,
} from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { ObjectMap } from '../../heap/object-map.ts';
import { PLAIN } from '../../heap/object-model.ts';
import {
  type Audit,
  type BlockInfo,
  type Capabilities,
  type Footprint,
  type GcInterface,
  type KeptBlocks,
  PENDING,
  type Strategy,
  type StrategyContext,
  type StrategyObserver,
  type StrategyOptions,
  type Trigger,
} from '../../heap/strategy.ts';
import { ArenaPools } from '../allocators/arena-pools.ts';
import { type AllocatorName, makeAllocator } from '../allocators/catalogue.ts';
import { poolStatisticsText } from '../allocators/pool-statistics-text.ts';
import type { ReclaimingAllocator } from '../allocators/reclaiming-allocator.ts';
import { BaseStrategy, BUDGET, HEADER_BYTES, METER, OBJECTS } from './base-strategy.ts';
import { CycleCollector, TRIGGER } from './cycle-collector.ts';
import { FreeLists } from './free-lists.ts';
import { IdleGc } from './idle-gc.ts';
import { clearChain } from './weak-chain.ts';

// Constants of this module: the engine folds their addresses into the code (heap/memory.ts).
const W = WORDS;
const hot = HOT;
const meter = METER;

/** Cascades that free fewer objects are not recorded as pauses, unless they ran the program's code. */
export const CASCADE_LEAST = 16;

const PLAIN_FIRST = PLAIN.first;
const PLAIN_REVERSED = PLAIN.reversed;
const PLAIN_TYPE = PLAIN.type;
const PLAIN_FREE_LIST = PLAIN.freeList;
const PLAIN_BYTES = PLAIN.bytes;

const INC = EVENT.refcount_inc;
const DEC = EVENT.refcount_dec;
const ZERO = EVENT.refcount_zero;
const IMMORTAL_CHECK = EVENT.immortal_check;
const CHILD = EVENT.child_release;
const FROM_LIST = EVENT.alloc_freelist;
const ZEROED = EVENT.zero_bytes;

/** Events that a cascade counts before code of the program runs in it, in the order of `cascadeStart`. */
const CASCADE_EVENTS = [INC, DEC, ZERO, IMMORTAL_CHECK, CHILD, EVENT.free, EVENT.page_unmap, EVENT.weakref_entry] as const;

export interface CountingParts {
  readonly name: string;
  readonly capabilities: Capabilities;
  readonly allocator: AllocatorName;
  /** With the generational cycle collector? */
  readonly cycles: boolean;
  /** With CPython's free lists of dead objects? */
  readonly freeLists: boolean;
}

export class CountingStrategy extends BaseStrategy implements Strategy, Audit {
  readonly audit: Audit = this;
  readonly capabilities: Capabilities;
  readonly gc: GcInterface;
  readonly allocator: ReclaimingAllocator;
  private readonly cycles: CycleCollector | null;
  private readonly counters: Int32Array;
  private readonly lists: FreeLists;
  private readonly listHeads: Int32Array;
  /** Words of GC header in front of a collectable object: 0 or 4. */
  private readonly gcWords: number;
  private readonly hasLeaf: boolean;
  private readonly hasPlain: boolean;
  private readonly poisons: boolean;
  /** Object starts, when asked for. */
  private readonly starts: ObjectMap | null;
  private stack = new Int32Array(1024);
  private top = 0;
  /** References that the cascades themselves own while the program's code runs. */
  private readonly held: Address[] = [];
  /** Cascades under way. */
  private depth = 0;
  private freedObjects = 0;
  /** What the outermost cascade's record starts from, taken before the first finalizer; null until then. */
  private pauseStart: Float64Array | null = null;
  private readonly cascadeStart = new Int32Array(CASCADE_EVENTS.length);
  /** What `startOfCascade` returns: most cascades are no pauses, and nothing is allocated for them. */
  private readonly startTotals = new Float64Array(EVENTS.length);

  constructor(context: StrategyContext, parts: CountingParts) {
    super(parts.name, context);
    this.capabilities = parts.capabilities;
    this.allocator = makeAllocator(parts.allocator, this.pages);
    this.gcWords = parts.capabilities.gcHeaderBytes >> 2;
    this.hasLeaf = context.model.leaf !== undefined;
    this.hasPlain = context.model.plain !== undefined;
    this.poisons = context.options.poison;
    this.starts = context.options.trackObjects ? new ObjectMap(context.memory) : null;
    this.cycles = parts.cycles ? new CycleCollector(context.memory, context.model, this, context.options) : null;
    this.gc = this.cycles ?? new IdleGc(() => []);
    this.counters = this.cycles?.counters ?? new Int32Array(4).fill(0x7fffffff, TRIGGER);
    this.lists = new FreeLists(context.model.freeListLimits, parts.freeLists, this.poisons);
    this.listHeads = this.lists.heads;
  }

  allocate(bytes: number, freeList: number): Address {
    if ((meter[BUDGET] -= bytes) < 0) this.budgetSpent();
    meter[OBJECTS]++;
    let object: Address;
    if (freeList !== 0 && this.listHeads[freeList] !== 0) {
      object = this.lists.take(freeList, bytes);
      hot[FROM_LIST]++;
    } else {
      object = this.allocator.allocate(bytes);
      if (object === 0) return 0;
    }
    if (this.starts !== null) this.starts.add(object);
    return object;
  }

  allocateGc(bytes: number, preBytes: number, freeList: number): Address {
    const { gcWords } = this;
    if ((meter[BUDGET] -= bytes) < 0) this.budgetSpent();
    meter[OBJECTS]++;
    const prefixWords = gcWords + (preBytes >> 2);
    let block: Address;
    if (freeList !== 0 && this.listHeads[freeList] !== 0) {
      block = this.lists.take(freeList, bytes) - prefixWords;
      hot[FROM_LIST]++;
    } else {
      block = this.allocator.allocate(bytes + (prefixWords << 2));
      if (block === 0) return 0;
      const counters = this.counters;
      if (++counters[0] > counters[TRIGGER]) this.control[PENDING] = 1;
    }
    meter[HEADER_BYTES] += prefixWords << 2;
    const object = block + prefixWords;
    for (let word = block; word < object; word++) W[word] = 0;
    hot[ZEROED] += prefixWords << 2;
    W[object + FLAGS] = preBytes === 0 ? FLAG_COLLECTABLE : FLAG_COLLECTABLE | FLAG_PREHEADER;
    if (this.starts !== null) this.starts.add(object);
    return object;
  }

  allocateBuffer(bytes: number, freeList = 0): Address {
    this.countBytes(bytes);
    if (freeList !== 0 && this.listHeads[freeList] !== 0) {
      hot[FROM_LIST]++;
      return this.lists.take(freeList, bytes);
    }
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

  resizeObject(object: Address, oldBytes: number, newBytes: number): Address {
    const moved = this.resizeBuffer(object, oldBytes, newBytes);
    if (this.starts !== null && moved !== 0 && moved !== object) {
      this.starts.delete(object);
      this.starts.add(moved);
    }
    return moved;
  }

  freeBuffer(address: Address, bytes: number, freeList = 0): void {
    if (address < this.heapStart) return;
    if (this.poisons) this.poison(address, bytes);
    else if (freeList !== 0) W[address] = 0;
    if (freeList !== 0 && this.lists.put(freeList, address, bytes, 0)) return;
    this.allocator.free(address, bytes);
  }

  track(object: Address): void {
    if (this.cycles !== null) this.cycles.track(object);
  }
  untrack(object: Address): void {
    if (this.cycles !== null) this.cycles.untrack(object);
  }
  registerFinalizable(_object: Address): void {}

  retain(object: Address): void {
    const count = W[object];
    if (count > 0) {
      W[object] = count + 1;
      hot[INC]++;
    } else this.retainSlow(object, count);
  }

  touch(object: Address): void {
    if (W[object] > 0) {
      hot[INC]++;
      hot[DEC]++;
    } else hot[IMMORTAL_CHECK] += 2;
  }

  release(object: Address): void {
    const count = W[object];
    if (count > 1) {
      W[object] = count - 1;
      hot[DEC]++;
    } else this.releaseLast(object, count);
  }

  collect(generation: number, trigger: Trigger): number {
    const { cycles } = this;
    if (cycles === null || this.collecting) return 0;
    this.collecting = true;
    const record = this.openRecord('cycle', generation, trigger);
    hot[EVENT.collection]++;
    const collected = cycles.collect(generation, record);
    this.closeRecord(record);
    this.collecting = false;
    this.options.verify?.();
    this.renewPending();
    return collected;
  }

  finish(): void {
    this.collect(2, 'exit');
  }

  objects(visit: (object: Address) => void): void {
    const { starts } = this;
    if (starts === null) throw new LabBug(`${this.name}: objects() needs the option trackObjects`);
    this.pages.forEachTaken((from, to) => starts.forEach(from, to, visit));
  }

  blocks(visit: (block: BlockInfo) => void): void {
    this.allocator.blocks(visit);
  }

  verify(): void {
    this.pages.verify();
    this.allocator.verify();
    this.lists.verify();
    if (this.top !== 0 && this.depth === 0) throw new LabBug(`${this.name}: work stack is not empty between cascades`);
  }

  footprint(): Footprint {
    const print = this.allocator.footprint();
    const headers = meter[HEADER_BYTES] >>> 0;
    const kept = this.lists.keptBytes();
    const prefix = this.lists.keptPrefixBytes();
    print.usedBytes -= headers + kept + prefix;
    print.cellBytes -= kept + prefix;
    print.freeBytes += kept + prefix;
    // Blocks in free lists are all smaller than that.
    print.smallHoleBytes += kept + prefix;
    print.metadataBytes += headers;
    return print;
  }

  poolStatistics(): string | null {
    return this.allocator instanceof ArenaPools ? poolStatisticsText(this.allocator.statistics()) : null;
  }
  stock(kept: readonly KeptBlocks[]): void {
    const charged = hot.slice();
    for (const { list, count, bytes, collectable } of kept) {
      const prefixWords = collectable ? this.gcWords : 0;
      for (let made = 0; made < count; made++) {
        const block = this.lists.isFull(list) ? 0 : this.allocator.allocate(bytes + (prefixWords << 2));
        if (block === 0) break;
        const object = block + prefixWords;
        W[object] = 0;
        if (this.poisons) this.poison(block, bytes + (prefixWords << 2));
        this.lists.put(list, object, bytes, prefixWords);
      }
    }
    hot.set(charged);
  }
  keptObjects(): readonly number[] {
    return this.lists.kept();
  }

  override observe(observer: StrategyObserver): void {
    super.observe(observer);
    const { reclaim, reclaimPlain, freeLeaf, resizeObject } = this;
    Object.assign(this, {
      resizeObject: (object: Address, oldBytes: number, newBytes: number) => {
        observer.freed(object);
        const moved = resizeObject.call(this, object, oldBytes, newBytes);
        if (moved === 0) observer.allocated(object, oldBytes);
        else observer.allocated(moved, newBytes);
        return moved;
      },
      reclaimPlain: (object: Address, plain: number) => {
        observer.freed(object);
        reclaimPlain.call(this, object, plain);
      },
      reclaim: (object: Address) => {
        observer.freed(object);
        reclaim.call(this, object);
      },
      freeLeaf: (object: Address, bytes: number, freeList: number) => {
        observer.freed(object);
        freeLeaf.call(this, object, bytes, freeList);
      },
    });
  }

  // --- audit
  pendingReferences(visit: (object: Address) => void): void {
    for (let index = 0; index < this.top; index++) {
      const entry = this.stack[index];
      if (entry > 0) visit(entry);
    }
    for (const object of this.held) visit(object);
  }

  gcListHeads(): Address[] {
    return this.cycles?.listHeads() ?? [];
  }

  keptBlocks(visit: (block: Address) => void): void {
    this.lists.blocks(visit);
  }

  protected wantsCollection(): boolean {
    return this.counters[0] > this.counters[TRIGGER];
  }
  protected collectWanted(): void {
    const generation = this.cycles!.chooseGeneration();
    if (generation >= 0) this.collect(generation, 'threshold');
  }
  protected usedBytes(): number {
    return this.allocator.usedBytes - (meter[HEADER_BYTES] >>> 0) - this.lists.keptBytes() - this.lists.keptPrefixBytes();
  }

  // --- what the cycle collector asks for
  get onGarbage(): StrategyOptions['onGarbage'] {
    return this.options.onGarbage;
  }
  runFinalizer(object: Address): void {
    hot[EVENT.finalizer_call]++;
    this.model.finalize(object);
  }
  runCallback(weakref: Address): void {
    hot[EVENT.finalizer_call]++;
    this.model.runCallback(weakref);
  }
  emptyFreeLists(): void {
    this.lists.empty((block, bytes) => this.allocator.free(block, bytes));
  }

  private retainSlow(object: Address, count: number): void {
    if (count === 0 || count === POISON) this.deadTouched(object, 'reference taken to the object');
    hot[IMMORTAL_CHECK]++;
  }

  private releaseLast(object: Address, count: number): void {
    if (count < 0) {
      if (count === POISON) this.deadTouched(object, 'reference dropped to the object');
      hot[IMMORTAL_CHECK]++;
      return;
    }
    if (count === 0) this.deadTouched(object, 'reference dropped to the object');
    hot[DEC]++;
    hot[ZERO]++;
    W[object] = 0;
    if (this.hasLeaf) {
      const leaf = this.model.leaf!(object);
      if (leaf !== 0) {
        this.freeLeaf(object, leaf & 0xffff, leaf >>> 16);
        return;
      }
    }
    if (this.hasPlain && this.depth === 0 && !this.collecting) {
      const plain = this.model.plain!(object);
      if (plain !== 0) {
        this.openCascade();
        if (this.releasePlain(object, plain)) return;
        this.cascade(0);
        return;
      }
    }
    this.cascade(object);
  }

  private freeLeaf(object: Address, bytes: number, freeList: number): void {
    if (this.poisons) this.poison(object, bytes);
    if (this.starts !== null) this.starts.delete(object);
    if (freeList !== 0 && this.lists.put(freeList, object, bytes, 0)) return;
    this.allocator.free(object, bytes);
  }

  /**
   * Destroys a plain object (ObjectModel.plain) whose count is 0, with those of its references that are not the last one to a container. False when it met
   * such a one: that and all that is left to do lies on the work stack.
   */
  private releasePlain(object: Address, plain: number): boolean {
    const { model, hasLeaf } = this;
    if (this.cycles !== null && (W[object + FLAGS] & FLAG_COLLECTABLE) !== 0) this.cycles.untrack(object);
    const count = plain & 15;
    const first = object + ((plain >>> PLAIN_FIRST) & 63);
    const step = (plain & PLAIN_REVERSED) === 0 ? 2 : -2;
    let slot = step > 0 ? first : first + 2 * count - 2;
    const slots = (plain & PLAIN_TYPE) === 0 ? count : count + 1;
    for (let index = 0; index < slots; index++) {
      const child = W[index === count ? object + TYPE : slot];
      slot += step;
      if (child === 0) continue;
      const references = W[child];
      if (references > 1) {
        hot[CHILD]++;
        W[child] = references - 1;
        hot[DEC]++;
        continue;
      }
      const leaf = references === 1 && hasLeaf ? model.leaf!(child) : 0;
      if (leaf !== 0) {
        hot[CHILD]++;
        hot[DEC]++;
        hot[ZERO]++;
        W[child] = 0;
        this.freeLeaf(child, leaf & 0xffff, leaf >>> 16);
        this.freedObjects++;
        continue;
      }
      if (references < 0 && references !== POISON) {
        hot[CHILD]++;
        hot[IMMORTAL_CHECK]++;
        continue;
      }
      this.postpone(object, plain, index, slot - step, step);
      return false;
    }
    this.reclaimPlain(object, plain);
    return true;
  }

  /** Puts what is left of a plain object onto the work stack: its references from the one at `slot`, number `from`, and its block. */
  private postpone(object: Address, plain: number, from: number, slot: Address, step: number): void {
    const count = plain & 15;
    let top = this.top;
    if (top + count + 2 > this.stack.length) this.growStack(top + count + 2);
    const { stack } = this;
    stack[top++] = -object;
    W[object + FLAGS] |= FLAG_DYING | FLAG_MARK;
    if ((plain & PLAIN_TYPE) !== 0) stack[top++] = W[object + TYPE];
    for (let index = count - 1, at = slot + (count - 1 - from) * step; index >= from; index--, at -= step) {
      if (W[at] !== 0) stack[top++] = W[at];
    }
    this.top = top;
  }

  /** As `reclaim`, for a plain object. */
  private reclaimPlain(object: Address, plain: number): void {
    this.giveBack(object, plain >>> PLAIN_BYTES, (plain >>> PLAIN_FREE_LIST) & 31);
  }

  /** Destroys an object whose count is 0, and all that dies with it; 0: what lies on the work stack, in a cascade that is open already. */
  private cascade(object: Address): void {
    const outermost = this.depth === 0 && !this.collecting;
    const aStart = outermost ? this.allocatedBytes : 0;
    if (outermost && object !== 0) this.openCascade();
    this.depth++;
    const bottom = object === 0 ? 0 : this.top;
    const { model } = this;
    if (object !== 0) this.destroy(object);
    while (this.top > bottom) {
      const entry = this.stack[--this.top];
      if (entry < 0) {
        this.reclaim(-entry);
        continue;
      }
      hot[CHILD]++;
      const count = W[entry];
      if (count > 1) {
        W[entry] = count - 1;
        hot[DEC]++;
        continue;
      }
      if (count < 1) {
        this.releaseLast(entry, count);
        continue;
      }
      hot[DEC]++;
      hot[ZERO]++;
      W[entry] = 0;
      const leaf = this.hasLeaf ? model.leaf!(entry) : 0;
      if (leaf !== 0) {
        this.freeLeaf(entry, leaf & 0xffff, leaf >>> 16);
        this.freedObjects++;
        continue;
      }
      const plain = this.hasPlain ? model.plain!(entry) : 0;
      if (plain === 0) this.destroy(entry);
      else this.releasePlain(entry, plain);
    }
    this.depth--;
    if (outermost) this.closeCascade(aStart);
  }

  /** Finalizer and weak references of a dying object, then its children onto the work stack. */
  private destroy(object: Address): void {
    const { model, cycles } = this;
    const collectable = (W[object + FLAGS] & FLAG_COLLECTABLE) !== 0;
    if (cycles !== null && collectable) cycles.untrack(object);
    if ((W[object + FLAGS] & FLAG_FINALIZED) === 0 && model.hasFinalizer(object)) {
      // Tracked again while its finalizer runs, as in CPython: if it is resurrected it is the youngest object.
      if (cycles !== null && collectable) cycles.track(object);
      if (this.finalizeDying(object)) return;
      if (cycles !== null && collectable) cycles.untrack(object);
    }
    W[object + FLAGS] |= FLAG_DYING;
    const weakSlot = model.weakListSlot(object);
    if (weakSlot !== 0 && W[weakSlot] !== 0) this.clearWeakrefs(weakSlot);
    if (model.isWeakref(object)) {
      hot[EVENT.weakref_entry]++;
      model.detachWeakref(object);
    }
    const children = model.teardown(object);
    const scratch = model.slotScratch;
    let top = this.top;
    if (top + children + 1 > this.stack.length) this.growStack(top + children + 1);
    const stack = this.stack;
    stack[top++] = -object;
    W[object + FLAGS] |= FLAG_MARK;
    for (let index = children - 1; index >= 0; index--) {
      const child = W[scratch[index]];
      if (child !== 0) stack[top++] = child;
    }
    this.top = top;
  }

  /** Runs the finalizer of an object whose count is 0. True when it was resurrected. */
  private finalizeDying(object: Address): boolean {
    this.programRuns();
    // It is referenced while its finalizer runs.
    W[object] = 1;
    hot[INC]++;
    this.held.push(object);
    this.runFinalizer(object);
    this.held.pop();
    W[object + FLAGS] |= FLAG_FINALIZED;
    const count = W[object] - 1;
    hot[DEC]++;
    if (count < 0) this.deadTouched(object, 'one reference too many dropped by the finalizer of the object');
    W[object] = count;
    return count > 0;
  }

  private clearWeakrefs(slot: Address): void {
    const withCallback: Address[] = [];
    const cleared = clearChain(W, slot, withCallback);
    hot[EVENT.weakref_entry] += cleared;
    if (withCallback.length === 0) return;
    // All of them are held before the first callback runs: it may drop the others. One that is dying itself has no say any more.
    const held = withCallback.filter((weakref) => W[weakref] > 0);
    for (let index = held.length - 1; index >= 0; index--) {
      this.retain(held[index]!);
      this.held.push(held[index]!);
    }
    this.programRuns();
    for (const weakref of held) {
      this.runCallback(weakref);
      const callback = W[weakref + WEAK_CALLBACK];
      W[weakref + WEAK_CALLBACK] = 0;
      this.release(callback);
      this.held.pop();
      this.release(weakref);
    }
  }

  /** Gives back the buffers and the block of an object whose children are gone. */
  private reclaim(object: Address): void {
    const { model } = this;
    const buffers = model.buffers(object);
    const { slotScratch, byteScratch, bufferFreeList } = model;
    for (let index = 0; index < buffers; index++) {
      const slot = slotScratch[index];
      const buffer = W[slot];
      if (buffer !== 0) this.freeBuffer(buffer, byteScratch[index], bufferFreeList);
    }
    const bytes = model.size(object);
    const freeList = model.freeList(object);
    model.forget(object);
    this.giveBack(object, bytes, freeList);
  }

  /** Gives back a block, or keeps it in a free list. */
  private giveBack(object: Address, bytes: number, freeList: number): void {
    const flags = W[object + FLAGS];
    let prefixWords = 0;
    if ((flags & FLAG_COLLECTABLE) !== 0) {
      prefixWords = this.gcWords + ((flags & FLAG_PREHEADER) !== 0 ? 4 : 0);
      meter[HEADER_BYTES] -= prefixWords << 2;
    }
    this.freedObjects++;
    if (this.starts !== null) this.starts.delete(object);
    if (this.poisons) this.poison(object - prefixWords, bytes + (prefixWords << 2));
    if (freeList !== 0 && this.lists.put(freeList, object, bytes, prefixWords)) return;
    if ((flags & FLAG_COLLECTABLE) !== 0 && this.counters[0] > 0) this.counters[0]--;
    this.allocator.free(object - prefixWords, bytes + (prefixWords << 2));
  }

  private growStack(entries: number): void {
    const larger = new Int32Array(Math.max(entries, this.stack.length * 2));
    larger.set(this.stack);
    this.stack = larger;
  }

  // --- pauses
  private openCascade(): void {
    this.freedObjects = 0;
    this.pauseStart = null;
    const { cascadeStart } = this;
    cascadeStart[0] = hot[INC];
    cascadeStart[1] = hot[DEC];
    cascadeStart[2] = hot[ZERO];
    cascadeStart[3] = hot[IMMORTAL_CHECK];
    cascadeStart[4] = hot[CHILD];
    cascadeStart[5] = hot[EVENT.free];
    cascadeStart[6] = hot[EVENT.page_unmap];
    cascadeStart[7] = hot[EVENT.weakref_entry];
  }

  /** The program's code is about to run inside a cascade. */
  private programRuns(): void {
    if (this.pauseStart === null && this.depth > 0 && !this.collecting) this.pauseStart = this.startOfCascade();
  }

  /**
   * The totals as they were when the cascade began. Until code of the program runs, they differ from now in the cascade's own events
   * only, and nothing folds the clock. Valid until the next cascade.
   */
  private startOfCascade(): Float64Array {
    const { cascadeStart, startTotals, clock } = this;
    for (let index = 0; index < CASCADE_EVENTS.length; index++)
      cascadeStart[index] = hot[CASCADE_EVENTS[index]!] - cascadeStart[index];
    clock.fold();
    startTotals.set(clock.total);
    for (let index = 0; index < CASCADE_EVENTS.length; index++) startTotals[CASCADE_EVENTS[index]!] -= cascadeStart[index];
    return startTotals;
  }

  private closeCascade(aStart: number): void {
    if (this.freedObjects >= CASCADE_LEAST) this.recordPause('cascade', aStart, this.pauseStart ?? this.startOfCascade());
    else if (this.pauseStart !== null) this.recordPause('finalizer', aStart, this.pauseStart);
    this.pauseStart = null;
  }
}
