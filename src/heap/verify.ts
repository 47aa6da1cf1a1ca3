/**
 * The whole-heap verifier. It believes nobody: it walks every block that the allocator knows, every object, every slot, counts every
 * reference again, traces from the roots by itself, and names the first address at which two of them disagree.
 *
 * Checks, in this order, each with a message of its own:
 *  1. the strategy's own structures (pages, free lists, size classes, byte balance of the allocator);
 *  2. blocks lie in address order and do not overlap;
 *  3. every object is sound (flags, model.check), lies in a block in use of its own, and fits; so does every buffer it owns;
 *  4. every block in use is exactly one object, one buffer, or a dead block in a free list;
 *  5. every slot and every root refers to 0, a static object, or a live object;
 *  6. eager counts equal the references counted again;
 *  7. GC lists link forth and back, and hold exactly the tracked objects, each once;
 *  8. weak references and the chains of their referents agree;
 *  9. bytes in use equal the sum over objects and buffers; what the roots reach is alive, and has as many bytes as its trace says.
 */
import { LabBug } from '../base/errors.ts';
import { dumpAround, dumpObject, flagNames, hexWord } from './dump.ts';
import {
  FLAG_COLLECTABLE,
  FLAG_COLLECTING,
  FLAG_DYING,
  FLAG_MARK,
  FLAG_PREHEADER,
  FLAG_TRACKED,
  FLAGS,
  GC_NEXT,
  GC_PREV,
  IMMORTAL,
  POISON,
  TYPE,
  WEAK_NEXT,
  WEAK_PREV,
  WEAK_REFERENT,
} from './layout.ts';
import { type Address, STATIC_START } from './memory.ts';
import { ObjectMap } from './object-map.ts';
import type { Strategy, StrategyContext } from './strategy.ts';
import { forEachRootSlot, type TraceResult, Tracer } from './trace.ts';

export interface HeapReport {
  readonly objects: number;
  /** Bytes of objects and buffers as requested. */
  readonly bytes: number;
  readonly reachableObjects: number;
  readonly reachableBytes: number;
}

const verifiers = new WeakMap<StrategyContext, HeapVerifier>();

/** Verifies everything; throws LabBug at the first fault. The strategy needs the option trackObjects. */
export function verifyHeap(context: StrategyContext, strategy: Strategy): HeapReport {
  let verifier = verifiers.get(context);
  if (verifier === undefined) {
    verifier = new HeapVerifier(context);
    verifiers.set(context, verifier);
  }
  return verifier.verify(strategy);
}

/** Shift from words to the unit of one counter array: 1 MiB. */
const GRANULE_SHIFT = 18;

/** One number for each 16 bytes of the heap, in arrays of 1 MiB of heap each that exist only where something was noted. */
class AddressNumbers {
  private readonly granules: (Int32Array | undefined)[] = [];

  get(address: Address): number {
    const granule = this.granules[address >>> GRANULE_SHIFT];
    return granule === undefined ? 0 : granule[(address >> 2) & 0xffff];
  }
  set(address: Address, value: number): void {
    const index = address >>> GRANULE_SHIFT;
    let granule = this.granules[index];
    if (granule === undefined) {
      granule = new Int32Array(1 << (GRANULE_SHIFT - 2));
      this.granules[index] = granule;
    }
    granule[(address >> 2) & 0xffff] = value;
  }
  /** Sets back what was noted; the addresses are those of every `set` since the last time. */
  clear(addresses: readonly Address[]): void {
    for (const address of addresses) {
      const granule = this.granules[address >>> GRANULE_SHIFT];
      if (granule !== undefined) granule[(address >> 2) & 0xffff] = 0;
    }
  }
}

class HeapVerifier {
  private readonly context: StrategyContext;
  private readonly W: Int32Array;
  private readonly tracer: Tracer;
  /** Bytes of the cell of each block in use, by payload address. */
  private readonly cells = new AddressNumbers();
  /** Bytes asked for + 1, where known. */
  private readonly requests = new AddressNumbers();
  private readonly references = new AddressNumbers();
  private readonly live: ObjectMap;
  private readonly claimed: ObjectMap;
  private readonly listed: ObjectMap;
  private readonly objects: Address[] = [];
  private readonly used: Address[] = [];
  private strategy!: Strategy;
  private bytes = 0;
  private liveWeakrefs = 0;

  constructor(context: StrategyContext) {
    this.context = context;
    this.W = context.memory.words;
    this.tracer = new Tracer(context);
    this.live = new ObjectMap(context.memory);
    this.claimed = new ObjectMap(context.memory);
    this.listed = new ObjectMap(context.memory);
  }

  verify(strategy: Strategy): HeapReport {
    this.strategy = strategy;
    this.reset();
    strategy.verify();
    this.readBlocks();
    strategy.objects((object) => {
      this.objects.push(object);
      this.live.add(object);
    });
    for (const object of this.objects) this.checkObject(object);
    strategy.audit?.staticOwners((owner) => this.checkBuffers(owner));
    strategy.audit?.keptBlocks((payload) => this.claim(payload, 0, payload, 'dead block of a free list'));
    for (const payload of this.used) {
      if (!this.claimed.has(payload)) this.fail(payload, 'block in use is neither an object nor a buffer of one');
    }
    for (const object of this.objects) this.checkSlots(object);
    strategy.audit?.staticOwners((owner) => this.checkSlots(owner));
    forEachRootSlot(this.context.roots, (slot) => this.checkReference(slot, this.W[slot], 'root slot'));
    strategy.audit?.pendingReferences((object) => {
      if (object < this.context.memory.heapStart) return;
      this.checkReference(0, object, 'reference held by the collector');
    });
    if (strategy.capabilities.refcount === 'eager') this.checkCounts();
    this.checkGcLists();
    this.checkWeakrefs();
    this.checkBytes();
    const reached = this.tracer.trace(strategy);
    this.checkReached(reached);
    return {
      objects: this.objects.length,
      bytes: this.bytes,
      reachableObjects: reached.objects,
      reachableBytes: reached.bytes,
    };
  }

  private reset(): void {
    for (const object of this.objects) {
      this.live.delete(object);
      this.listed.delete(object);
    }
    for (const payload of this.used) this.claimed.delete(payload);
    this.cells.clear(this.used);
    this.requests.clear(this.used);
    this.references.clear(this.objects);
    this.objects.length = 0;
    this.used.length = 0;
    this.bytes = 0;
    this.liveWeakrefs = 0;
  }

  private readBlocks(): void {
    const { memory } = this.context;
    let end = memory.heapStart;
    this.strategy.blocks((block) => {
      if (block.address < end) this.fail(block.address, `block begins before ${hexWord(end)}, where the one in front ends`);
      end = block.address + (block.bytes >> 2);
      if (block.bytes <= 0 || end > memory.heapEnd)
        this.fail(block.address, `block of ${block.bytes} bytes does not fit the heap`);
      if (block.free) return;
      if (block.payload < block.address || block.payload >= end) this.fail(block.payload, 'payload lies outside its block');
      this.used.push(block.payload);
      this.cells.set(block.payload, (end - block.payload) << 2);
      this.requests.set(block.payload, block.requestedBytes + 1);
    });
  }

  /** Notes that one owner has the block; `bytes` as asked for, 0 when not known. */
  private claim(payload: Address, bytes: number, owner: Address, what: string): void {
    const cell = this.cells.get(payload);
    if ((payload & 3) !== 0) this.fail(owner, `${what} at ${hexWord(payload)} is not aligned to 16 bytes`);
    if (cell === 0) this.fail(owner, `${what} at ${hexWord(payload)} is not a block in use`);
    if (this.claimed.has(payload)) this.fail(owner, `${what} at ${hexWord(payload)} lies in a block that something else owns`);
    this.claimed.add(payload);
    // The payload of a chunk may run into the place of the next one's tag: its cell says what the allocator gave it.
    if (bytes > cell + 8)
      this.fail(owner, `${what} of ${bytes} bytes at ${hexWord(payload)} is larger than its cell of ${cell}`);
    const request = this.requests.get(payload) - 1;
    if (request >= 0 && bytes > 0 && request !== bytes) {
      this.fail(owner, `${what} has ${bytes} bytes, its block at ${hexWord(payload)} was asked for ${request}`);
    }
  }

  private checkObject(object: Address): void {
    const { model, memory } = this.context;
    const { W } = this;
    if (object < memory.heapStart || object >= memory.heapEnd) this.fail(object, 'object lies outside the heap');
    if (W[object + TYPE] === POISON) this.fail(object, 'object is poisoned: it was freed, but is still among the objects');
    const flags = W[object + FLAGS];
    const dying = (flags & FLAG_DYING) !== 0;
    if (!dying && (flags & (FLAG_MARK | FLAG_COLLECTING)) !== 0) this.fail(object, `scratch bits are set: ${flagNames(flags)}`);
    const collectable = (flags & FLAG_COLLECTABLE) !== 0;
    if (collectable !== model.isCollectable(object)) this.fail(object, 'FLAG_COLLECTABLE does not match the type');
    const preBytes = model.preBytes(object);
    if (((flags & FLAG_PREHEADER) !== 0) !== preBytes > 0) this.fail(object, 'FLAG_PREHEADER does not match the type');
    const wrong = model.check(object);
    if (wrong !== null) this.fail(object, wrong);
    const prefix = (collectable ? this.strategy.capabilities.gcHeaderBytes : 0) + preBytes;
    const size = model.size(object);
    this.claim(object - (prefix >> 2), size + prefix, object, 'object');
    this.bytes += size;
    this.checkBuffers(object);
  }

  private checkBuffers(owner: Address): void {
    const { model, memory } = this.context;
    const buffers = model.buffers(owner);
    for (let index = 0; index < buffers; index++) {
      const buffer = this.W[model.slotScratch[index]];
      const bytes = model.byteScratch[index];
      if (buffer < memory.staticTop && (buffer === 0 || owner < memory.heapStart)) continue;
      this.claim(buffer, bytes, owner, 'buffer');
      this.bytes += bytes;
    }
  }

  private checkSlots(object: Address): void {
    const { model } = this.context;
    // The references of an object in mid-teardown have moved to the work stack, which is counted below.
    if ((this.W[object + FLAGS] & FLAG_DYING) !== 0 && (this.W[object + FLAGS] & FLAG_MARK) !== 0) return;
    const slots = model.slots(object);
    for (let index = 0; index < slots; index++) {
      const slot = model.slotScratch[index];
      this.checkReference(slot, this.W[slot], 'slot', object);
    }
  }

  private checkReference(slot: Address, target: Address, what: string, owner: Address = slot): void {
    if (target === 0) return;
    const { memory } = this.context;
    if (target >= memory.heapStart) {
      if ((target & 3) !== 0 || target >= memory.heapEnd || !this.live.has(target)) {
        this.failReference(slot, target, what, owner, `refers to ${hexWord(target)}, where no live object is`);
      }
      this.references.set(target, this.references.get(target) + 1);
      return;
    }
    if (target === POISON) this.failReference(slot, 0, what, owner, 'is poisoned');
    if (target < STATIC_START || target >= memory.staticTop) {
      this.failReference(slot, target, what, owner, `refers to ${hexWord(target)}, which is neither heap nor static`);
    }
    if (this.strategy.capabilities.refcount === 'eager' && this.W[target] !== IMMORTAL) {
      this.failReference(slot, target, what, owner, `refers to a static object at ${hexWord(target)} that is not immortal`);
    }
  }

  private failReference(slot: Address, target: Address, what: string, owner: Address, sentence: string): never {
    const where = owner === slot ? what : `${what} ${hexWord(slot)} of object ${hexWord(owner)}`;
    this.fail(owner, `${where} ${sentence}`, target);
  }

  private checkCounts(): void {
    const pinned = (this.context.roots.pinned ?? 0) > 0;
    for (const object of this.objects) {
      const count = this.W[object];
      if (count === IMMORTAL) continue;
      const counted = this.references.get(object);
      if ((this.W[object + FLAGS] & FLAG_DYING) !== 0) {
        if (count !== 0) this.fail(object, `dying object has count ${count}`);
        continue;
      }
      // Natives that hold references in no slot say so; then a count may be higher.
      if (count === counted || (pinned && count > counted)) continue;
      this.fail(object, `count is ${count}, but ${counted} references lead to it`);
    }
  }

  private checkGcLists(): void {
    const { W } = this;
    const heads = this.strategy.audit?.gcListHeads() ?? [];
    for (const head of heads) {
      let previous = head;
      for (let object = W[head - GC_NEXT]; object !== head; object = W[object - GC_NEXT]) {
        if (object < this.context.memory.heapStart || !this.live.has(object)) {
          this.fail(previous, `GC list leads to ${hexWord(object)}, where no live object is`, object);
        }
        if (this.listed.has(object)) this.fail(object, 'object is in the GC lists twice');
        this.listed.add(object);
        if (W[object - GC_PREV] !== previous) {
          this.fail(object, `back link of the GC list is ${hexWord(W[object - GC_PREV])}, not ${hexWord(previous)}`);
        }
        if ((W[object + FLAGS] & FLAG_TRACKED) === 0) this.fail(object, 'object in a GC list has not FLAG_TRACKED');
        previous = object;
      }
      if (W[head - GC_PREV] !== previous) this.fail(previous, 'GC list does not end where its head says');
    }
    for (const object of this.objects) {
      if ((W[object + FLAGS] & FLAG_TRACKED) !== 0 && !this.listed.has(object))
        this.fail(object, 'tracked object is in no GC list');
    }
  }

  private checkWeakrefs(): void {
    const { model } = this.context;
    const { W } = this;
    let chained = 0;
    for (const object of this.objects) {
      if (model.isWeakref(object)) this.checkWeakref(object);
      const slot = model.weakListSlot(object);
      if (slot === 0) continue;
      let previous = 0;
      for (let weakref = W[slot]; weakref !== 0; weakref = W[weakref + WEAK_NEXT]) {
        if (weakref < this.context.memory.heapStart || !this.live.has(weakref) || !model.isWeakref(weakref)) {
          this.fail(object, `weak chain leads to ${hexWord(weakref)}, where no weak reference is`, weakref);
        }
        if (W[weakref + WEAK_REFERENT] !== object) {
          this.fail(
            weakref,
            `weak reference is in the chain of ${hexWord(object)} but refers to ${hexWord(W[weakref + WEAK_REFERENT])}`,
          );
        }
        if (W[weakref + WEAK_PREV] !== previous) this.fail(weakref, 'back link of a weak chain is wrong');
        previous = weakref;
        if (++chained > this.liveWeakrefs + this.objects.length) this.fail(object, 'weak chain runs in a circle');
      }
    }
    if (chained !== this.liveWeakrefs) {
      throw new LabBug(`${this.liveWeakrefs} weak references have a referent on the heap, the chains hold ${chained}`);
    }
  }

  private checkWeakref(weakref: Address): void {
    const { W } = this;
    const { memory } = this.context;
    const referent = W[weakref + WEAK_REFERENT];
    if (referent === 0) {
      if (W[weakref + WEAK_NEXT] !== 0 || W[weakref + WEAK_PREV] !== 0)
        this.fail(weakref, 'dead weak reference is still linked');
      return;
    }
    if (referent < memory.heapStart) return;
    if (!this.live.has(referent))
      this.fail(weakref, `weak reference to ${hexWord(referent)}, where no live object is`, referent);
    this.liveWeakrefs++;
  }

  private checkBytes(): void {
    const print = this.strategy.footprint();
    if (print.usedBytes !== this.bytes) {
      throw new LabBug(`${this.strategy.name} counts ${print.usedBytes} bytes in use, objects and buffers have ${this.bytes}`);
    }
    if (print.cellBytes < print.usedBytes) {
      throw new LabBug(`${this.strategy.name}: cells of ${print.cellBytes} bytes cannot hold ${print.usedBytes}`);
    }
    if (print.mappedBytes < print.cellBytes) {
      throw new LabBug(`${this.strategy.name}: cells of ${print.cellBytes} bytes in ${print.mappedBytes} mapped ones`);
    }
  }

  /** What the trace came to is told again from the objects themselves: it takes sizes of leaves and plain objects off their type. */
  private checkReached(told: TraceResult): void {
    const { model, memory } = this.context;
    let objects = 0;
    let bytes = 0;
    const addBuffers = (owner: Address): void => {
      const buffers = model.buffers(owner);
      for (let index = 0; index < buffers; index++) {
        if (this.W[model.slotScratch[index]] >= memory.heapStart) bytes += model.byteScratch[index];
      }
    };
    for (const object of this.objects) {
      if (!this.tracer.reached.has(object)) continue;
      objects++;
      bytes += model.size(object);
      addBuffers(object);
    }
    this.strategy.audit?.staticOwners(addBuffers);
    if (told.objects !== objects || told.bytes !== bytes) {
      throw new LabBug(
        `the trace from the roots counts ${told.objects} objects of ${told.bytes} bytes, those it reached are ${objects} of ${bytes}`,
      );
    }
  }

  private fail(address: Address, sentence: string, target: Address = 0): never {
    const { memory, model } = this.context;
    const known = address >= memory.heapStart && this.live.has(address);
    const details = [known ? dumpObject(memory, model, address) : dumpAround(memory, address)];
    if (target !== 0) details.push(dumpAround(memory, target));
    throw new LabBug(`heap of ${this.strategy.name} is broken at ${hexWord(address)}: ${sentence}`, details.join('\n'));
  }
}
