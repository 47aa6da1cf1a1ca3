/**
 * What every strategy keeps: the meter of allocated bytes, the requests that a safepoint serves, the records of what happened.
 *
 * The meter is a countdown: one subtraction and one branch an allocation serve clock A, the folding of the clock, samples and the
 * growth trigger of tracing collectors together.
 */
import { LabBug } from '../../base/errors.ts';
import { type Clock, Snapshots } from '../../heap/clock.ts';
import { dumpAround } from '../../heap/dump.ts';
import { POISON } from '../../heap/layout.ts';
import { type Address, fixedWords, ID_BASE, type Memory, WORDS } from '../../heap/memory.ts';
import type { ObjectModel } from '../../heap/object-model.ts';
import { PageMap } from '../../heap/page-map.ts';
import type { Roots } from '../../heap/roots.ts';
import {
  CONTROL,
  type CollectionRecord,
  type PauseRecord,
  PENDING,
  type Strategy,
  type StrategyContext,
  type StrategyObserver,
  type StrategyOptions,
  type Trigger,
} from '../../heap/strategy.ts';

/** Words of `meter`. */
export const BUDGET = 0;
export const OBJECTS = 1;
export const HEADER_BYTES = 2;
/** [bytes left of the budget, objects allocated, bytes of GC headers and pre-headers in use], modulo 2^32, of the thread's strategy. */
export const METER: Int32Array = fixedWords(4);

// Constants of this module: the engine folds their addresses into the code (heap/memory.ts).
const W = WORDS;
const meter = METER;

/** Bytes that may pass before the meter is read: what an Int32 holds, with room for one block of any size. */
const BUDGET_MOST = 1 << 30;

/** Finalizer pauses kept; later ones are left out, so that a program with millions of finalizers does not fill the host. */
const FINALIZER_PAUSES_MOST = 20_000;

export abstract class BaseStrategy {
  readonly name: string;
  readonly control: Int32Array = CONTROL.fill(0);
  readonly clock: Clock;
  readonly collections: CollectionRecord[] = [];
  readonly pauses: PauseRecord[] = [];
  protected readonly memory: Memory;
  protected readonly model: ObjectModel;
  protected readonly roots: Roots;
  protected readonly options: StrategyOptions;
  protected readonly pages: PageMap;
  protected readonly heapStart: Address;
  /** Allocated bytes (clock A) at which `budgetSpent` asks for a growth collection. */
  protected growthMark: number = Number.POSITIVE_INFINITY;
  /**
   * Under poison and stress every resize moves, which finds stale pointers to buffers. Not under poison alone: --verify must not change what is counted.
   */
  protected readonly movesBuffers: boolean;
  /** A collection runs: none starts inside it. */
  protected collecting = false;
  /** Static objects that were stored into, in that order. */
  private readonly staticWritten = new Set<Address>();
  private budgetStart = 0;
  private budgetBase = 0;
  private objectsBase = 0;
  private sampleMark: number;
  private sampleDue = false;
  private growthDue = false;
  private stressTick = 0;
  private finalizerPauses = 0;
  private readonly snapshots = new Snapshots();

  /** `share`: the part of the heap limit that blocks may take (the rest is copy reserve). */
  constructor(name: string, context: StrategyContext, share = 1) {
    this.name = name;
    this.memory = context.memory;
    this.clock = context.clock;
    this.model = context.model;
    this.roots = context.roots;
    this.options = context.options;
    this.movesBuffers = context.options.poison && context.options.stress > 0;
    this.pages = new PageMap(context.memory, context.clock, this.control, share);
    this.heapStart = context.memory.heapStart;
    this.sampleMark = context.options.sampleStrideBytes ?? Number.POSITIVE_INFINITY;
    if (context.options.stress > 0) this.control[PENDING] = 1;
    // Word 0 is null: an immortal count there makes retain(0) and release(0) harmless without a test.
    W[0] = -1;
    meter.fill(0);
    this.newBudget();
  }

  get allocatedBytes(): number {
    return this.budgetBase + (this.budgetStart - meter[BUDGET]);
  }
  get allocatedObjects(): number {
    return this.objectsBase + (meter[OBJECTS] >>> 0);
  }
  /** The highest that mapped bytes have been. */
  get peakMappedBytes(): number {
    return this.pages.peakMappedBytes;
  }

  store(owner: Address, slot: Address, value: Address): void {
    W[slot] = value;
    if (owner < this.heapStart) this.staticWritten.add(owner);
  }

  staticOwners(visit: (object: Address) => void): void {
    for (const object of this.staticWritten) visit(object);
  }

  identity(object: Address): number {
    return ID_BASE + object * 4;
  }

  safepoint(): boolean {
    if (this.collecting) {
      // Served when the collection that runs is over; under stress the flag stays up.
      this.control[PENDING] = this.options.stress > 0 ? 1 : 0;
      return true;
    }
    this.control[PENDING] = 0;
    if (this.sampleDue) {
      this.sampleDue = false;
      this.clock.fold();
      this.options.onSample?.();
    }
    const fits = this.serveCollections();
    this.renewPending();
    return fits;
  }

  /**
   * Sets PENDING for whatever is still asked for. Not for the strategy's own trigger: what the program allocated during a collection asks for the next one
   * with the next allocation, as in CPython.
   */
  protected renewPending(): void {
    const { sampleDue, growthDue, pages } = this;
    if (this.options.stress > 0 || sampleDue || growthDue || pages.overLimit || pages.overSoft) this.control[PENDING] = 1;
  }

  /** Does the strategy's own trigger ask for a collection? */
  protected abstract wantsCollection(): boolean;
  /** Collects for the strategy's own trigger. */
  protected abstract collectWanted(): void;
  abstract collect(generation: number, trigger: Trigger): number;
  /** Requested bytes in use, headers not included. */
  protected abstract usedBytes(): number;
  /** May a collection run now? False while a native holds references in no slot and the strategy traces from the roots. */
  protected mayCollect(): boolean {
    return true;
  }

  private serveCollections(): boolean {
    if (!this.mayCollect()) return true;
    if (this.options.stress > 0 && ++this.stressTick >= this.options.stress) {
      this.stressTick = 0;
      this.collect(2, 'stress');
    }
    if (this.wantsCollection()) this.collectWanted();
    if (this.growthDue) {
      this.growthDue = false;
      this.collect(2, 'threshold');
    }
    if (this.pages.overSoft) {
      this.pages.overSoft = false;
      this.collect(2, 'heap-full');
    }
    if (!this.pages.overLimit) return true;
    this.pages.overLimit = false;
    if (!this.pages.isFull()) return true;
    this.collect(2, 'heap-full');
    return !this.pages.isFull();
  }

  /** Called when the budget is spent: moves the counts on and finds out what is due. */
  protected budgetSpent(): void {
    this.newBudget();
    this.clock.fold();
  }

  /** Sets the mark at which the growth collection comes, `bytes` of allocation from now. */
  protected setGrowth(bytes: number): void {
    this.growthMark = this.allocatedBytes + bytes;
    this.growthDue = false;
    this.newBudget();
  }

  private newBudget(): void {
    const allocated = this.allocatedBytes;
    this.objectsBase += meter[OBJECTS] >>> 0;
    meter[OBJECTS] = 0;
    if (allocated >= this.sampleMark) {
      this.sampleMark += Math.max(1, Math.ceil((allocated - this.sampleMark + 1) / this.stride)) * this.stride;
      this.sampleDue = true;
    }
    if (allocated >= this.growthMark) {
      this.growthMark = Number.POSITIVE_INFINITY;
      this.growthDue = true;
    }
    if (this.sampleDue || this.growthDue) this.control[PENDING] = 1;
    this.budgetBase = allocated;
    // The budget is spent when it falls below zero, so one byte less makes a mark due as soon as it is reached.
    this.budgetStart = Math.min(BUDGET_MOST, this.sampleMark - allocated - 1, this.growthMark - allocated - 1);
    meter[BUDGET] = this.budgetStart;
  }

  private get stride(): number {
    return this.options.sampleStrideBytes ?? Number.POSITIVE_INFINITY;
  }

  /** Counts `bytes` of a buffer towards clock A. */
  protected countBytes(bytes: number): void {
    if (bytes > BUDGET_MOST) {
      this.budgetBase += bytes - BUDGET_MOST;
      this.countBytes(BUDGET_MOST);
      return;
    }
    if ((meter[BUDGET] -= bytes) < 0) this.budgetSpent();
  }

  /** Totals of every event now. */
  protected snapshot(): Float64Array {
    this.clock.fold();
    return this.snapshots.copy(this.clock.total);
  }

  /** See Strategy.observe. The methods that tell are this object's own: they stand before those of the class. */
  observe(observer: StrategyObserver): void {
    const { openRecord, closeRecord } = this;
    const { allocate, allocateGc } = this as unknown as Pick<Strategy, 'allocate' | 'allocateGc'>;
    const told = (object: Address, bytes: number): Address => {
      if (object !== 0) observer.allocated(object, bytes);
      return object;
    };
    Object.assign(this, {
      allocate: (bytes: number, freeList: number) => told(allocate.call(this, bytes, freeList), bytes),
      allocateGc: (bytes: number, preBytes: number, freeList: number) =>
        told(allocateGc.call(this, bytes, preBytes, freeList), bytes),
      openRecord: (kind: string, generation: number, trigger: Trigger) => {
        observer.collectionBegins(kind, generation, trigger);
        return openRecord.call(this, kind, generation, trigger);
      },
      closeRecord: (record: CollectionRecord) => {
        closeRecord.call(this, record);
        observer.collectionEnds(record);
      },
    });
  }

  protected openRecord(kind: string, generation: number, trigger: Trigger): CollectionRecord {
    const eventsStart = this.snapshot();
    const record: CollectionRecord = {
      kind,
      generation,
      trigger,
      aStart: this.allocatedBytes,
      eventsStart,
      eventsEnd: eventsStart,
      candidates: 0,
      visited: 0,
      edges: 0,
      reclaimedBytes: 0,
      tracedBytes: 0,
      copiedBytes: 0,
      promotedBytes: 0,
      sweptCells: 0,
      roots: 0,
      usedBefore: this.usedBytes(),
      usedAfter: 0,
      finalizers: 0,
      weakrefsCleared: 0,
      resurrected: 0,
    };
    this.options.onCollection?.('begin', record);
    return record;
  }

  protected closeRecord(record: CollectionRecord): void {
    record.usedAfter = this.usedBytes();
    record.reclaimedBytes = Math.max(0, record.usedBefore + (this.allocatedBytes - record.aStart) - record.usedAfter);
    record.eventsEnd = this.snapshot();
    this.collections.push(record);
    this.options.onCollection?.('end', record);
  }

  /** `eventsStart` is copied. */
  protected recordPause(kind: PauseRecord['kind'], aStart: number, eventsStart: Float64Array): void {
    if (kind === 'finalizer' && ++this.finalizerPauses > FINALIZER_PAUSES_MOST) return;
    this.pauses.push({ kind, aStart, eventsStart: this.snapshots.copy(eventsStart), eventsEnd: this.snapshot() });
  }

  /** Fills freed memory with the pattern that marks it. */
  protected poison(address: Address, bytes: number): void {
    W.fill(POISON, address, address + ((bytes + 3) >> 2));
  }

  /** A freed, poisoned or impossible object was touched. */
  protected deadTouched(object: Address, what: string): never {
    throw new LabBug(
      `${this.name}: ${what} at word 0x${object.toString(16)} (id ${ID_BASE + object * 4}), which has been freed`,
      dumpAround(this.memory, object),
    );
  }
}
