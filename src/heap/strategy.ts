/**
 * The seam between interpreter and memory manager. A strategy is a collector on an allocator; the interpreter talks to
 * nothing else when it wants bytes, keeps or drops a reference, or reaches a safepoint.
 *
 * Rules both sides rely on:
 * - **Safepoints only.** `allocate*` never collects, never moves and never runs Python; it may set `control[PENDING]`. The interpreter
 *   calls `safepoint()` when it sees PENDING at a function entry, a loop back-edge or on return from a call. Between safepoints
 *   raw addresses stay valid, except that `release` may run finalizers (which reach safepoints of their own).
 * - **Heap full.** When mapped bytes pass the limit, allocation goes on into the overdraft and PENDING is set; the safepoint collects and
 *   reports failure when the heap is still over the limit. `allocate*` returns 0 only when even the overdraft cannot hold the block:
 *   the interpreter raises MemoryError at once.
 * - **Initialising stores** into a block that no safepoint has seen may be plain writes; every later store of a reference into an object goes
 *   through `store`, which does not touch counts: the caller owns the new reference and releases the old one afterwards.
 * - Reference counts: with `capabilities.refcount === 'eager'` the interpreter calls `retain`/`release` for every reference it makes or
 *   drops; with `'none'` both are no-ops and the count word stays 1.
 * - A fresh block is not zeroed, except GC header and pre-header of a collectable one. `allocateGc` has written the FLAGS word; the
 *   interpreter writes all other words of the object (count 1, type, representation, fields) before the next safepoint, and FLAGS = 0 itself
 *   for blocks from `allocate`.
 */
import type { Clock } from './clock.ts';
import { type Address, fixedWords, type Memory } from './memory.ts';
import type { ObjectModel } from './object-model.ts';
import type { Roots } from './roots.ts';

export interface Capabilities {
  readonly refcount: 'none' | 'eager' | 'deferred';
  readonly moves: 'never' | 'stop-the-world';
  readonly barrier: 'none' | 'refcount' | 'card' | 'log';
  /** Bytes in front of a collectable object for the collector's links: 0 or 16. */
  readonly gcHeaderBytes: 0 | 16;
  /** Share of the heap held back for copying, 0..1. */
  readonly copyReserve: number;
  /** Does an acyclic object die at its last release? */
  readonly prompt: boolean;
  /** Are cycles ever reclaimed? */
  readonly reclaimsCycles: boolean;
}

/** Words of `Strategy.control`, read by the interpreter's hot loop. */
export const PENDING = 0;
/** `Strategy.control` of whichever strategy the thread runs; making a strategy clears it. */
export const CONTROL: Int32Array = fixedWords(8);

/** Why a collection ran. */
export type Trigger = 'threshold' | 'heap-full' | 'explicit' | 'stress' | 'exit';

/** What one collection did; a row of collections.csv. Bytes and counts exact, `aStart` in bytes allocated so far. */
export interface CollectionRecord {
  kind: string;
  generation: number;
  trigger: Trigger;
  aStart: number;
  /** Snapshots of the clock's totals when the collection began and ended (Float64Array of EVENTS.length). */
  eventsStart: Float64Array;
  eventsEnd: Float64Array;
  candidates: number;
  visited: number;
  edges: number;
  reclaimedBytes: number;
  /** Bytes of the objects whose references were followed; a collector that copies them counts them there. */
  tracedBytes: number;
  copiedBytes: number;
  promotedBytes: number;
  sweptCells: number;
  roots: number;
  usedBefore: number;
  usedAfter: number;
  finalizers: number;
  weakrefsCleared: number;
  resurrected: number;
}

/** Pauses other than collections: a run of deallocations that one release set off, or a finalizer. */
export interface PauseRecord {
  kind: 'cascade' | 'finalizer';
  aStart: number;
  eventsStart: Float64Array;
  eventsEnd: Float64Array;
}

/** What the machine keeps of memory now, in bytes. Everything the strategy needs is charged: headers, side tables, reserve. */
export interface Footprint {
  /** Bytes that blocks in use were asked for (headers not included). */
  usedBytes: number;
  /** Bytes of the cells those blocks occupy. */
  cellBytes: number;
  /** Bytes mapped from the heap region. */
  mappedBytes: number;
  /** Side tables, pool headers, mark stacks, copy reserve. */
  metadataBytes: number;
  /** The part of the metadata that lies outside mapped bytes: mark bits, stacks, registries, copy reserve. Footprint F = mapped + side. */
  sideBytes: number;
  freeBytes: number;
  largestFreeBytes: number;
  /** Of the free bytes, those in holes below SMALL_HOLE_BYTES. */
  smallHoleBytes: number;
}

/** A hole below this is of no use to larger requests. */
export const SMALL_HOLE_BYTES = 512;

/** One block of the heap as an allocator knows it; `bytes` is the cell, header and tag included. */
export interface BlockInfo {
  address: Address;
  bytes: number;
  free: boolean;
  /** What `allocate` returned for it: the cell's first word after the allocator's own header. */
  payload: Address;
  /** Bytes asked for, where the allocator keeps them; else -1. */
  requestedBytes: number;
}

export interface Allocator {
  readonly name: string;
  /** A block of at least `bytes` bytes, 16-byte aligned, or 0. */
  allocate(bytes: number): Address;
  /** Gives a block back. `bytes` is what was last asked for it (by `allocate` or `resize`). */
  free(address: Address, bytes: number): void;
  /** Grows or shrinks a block, moving it if it must; 0 when there is no room (the old block stays valid). */
  resize(address: Address, oldBytes: number, newBytes: number): Address;
  /** Bytes of the cell that holds `address`. */
  cellBytes(address: Address): number;
  footprint(): Footprint;
  /** Visits every block, used and free, in address order. The visitor gets the same object each time. */
  blocks(visit: (block: BlockInfo) => void): void;
  /** As `blocks`, where an allocator knows single blocks only when they are tracked: what it knows always, in larger pieces. */
  stretches?(visit: (block: BlockInfo) => void): void;
  /** Checks free lists, size classes and the balance of bytes; throws LabBug naming the first wrong address. */
  verify(): void;
}

/** What only the strategy knows and the whole-heap verifier needs. */
export interface Audit {
  /** References that the strategy itself owns: work stacks of cascades, objects waiting for their finalizer. */
  pendingReferences(visit: (object: Address) => void): void;
  /** Heads of the lists that tracked objects are in (see FLAG_TRACKED); empty without GC headers. */
  gcListHeads(): readonly Address[];
  /** Payload addresses of blocks in use that hold no object: dead ones in free lists. */
  keptBlocks(visit: (payload: Address) => void): void;
  /** Static objects that references have been stored into since the program began (`Strategy.store`): they are roots, and may own buffers on the heap. */
  staticOwners(visit: (object: Address) => void): void;
}

/** Who is told of all that a strategy does: see `Strategy.observe`. */
export interface StrategyObserver {
  /** A block for an object was handed out; nothing is written in it yet. */
  allocated(object: Address, bytes: number): void;
  /** The object is about to be freed and can still be read. */
  freed(object: Address): void;
  /** A collector that copies has given the object a new place. What is not told of during a collection that moves is gone after it. */
  moved(from: Address, to: Address): void;
  collectionBegins(kind: string, generation: number, trigger: Trigger): void;
  collectionEnds(record: CollectionRecord): void;
}

/** Blocks for one free list. */
export interface KeptBlocks {
  readonly list: number;
  readonly count: number;
  /** Bytes of one, without headers. */
  readonly bytes: number;
  /** Of objects with references: with the strategy's header in front. */
  readonly collectable: boolean;
}

export interface Strategy {
  /** The allocator's books as `sys._debugmallocstats` prints them; absent without pools. */
  poolStatistics?(): string | null;
  /** Dead objects kept for reuse, by free list (ObjectModel.freeList). */
  keptObjects?(): readonly number[];
  /** Puts blocks into the free lists as if objects had died before the program began; nothing is charged. Absent: it keeps none. */
  stock?(kept: readonly KeptBlocks[]): void;
  /** Tells `observer` of everything from now on. The strategy replaces its own methods by ones that tell, so that one nobody observes pays nothing. */
  observe?(observer: StrategyObserver): void;
  /** Absent: nothing of the kind exists. */
  readonly audit?: Audit;
  readonly name: string;
  readonly capabilities: Capabilities;
  /** Words polled by the interpreter: control[PENDING] !== 0 asks for `safepoint()`. */
  readonly control: Int32Array;
  readonly clock: Clock;
  /** Bytes requested so far (clock A): objects and buffers, without headers, the same under every strategy. */
  allocatedBytes: number;
  allocatedObjects: number;

  /** A block for an object that holds no references (int, float, str, ...). */
  allocate(bytes: number, freeList: number): Address;
  /** A block for an object the collector may have to traverse, with the strategy's GC header and `preBytes` in front (zeroed). Its FLAGS word is set; it is not tracked yet. */
  allocateGc(bytes: number, preBytes: number, freeList: number): Address;
  /** A raw buffer that one slot of one object owns. `freeList`: where strategies that keep dead blocks look first; all of one list have one size. */
  allocateBuffer(bytes: number, freeList?: number): Address;
  /** As `Allocator.resize`. A buffer of the static region, made while the machine booted, is copied to the heap. */
  resizeBuffer(address: Address, oldBytes: number, newBytes: number): Address;
  /**
   * As `resizeBuffer`, for an object on the heap without references to which the caller has the only one; whoever observes sees it die and another be born.
   * Absent without counts, where nobody can know that there is but one.
   */
  resizeObject?(object: Address, oldBytes: number, newBytes: number): Address;
  /** Buffers of the static region stay where they are. `freeList`: the list the block may be kept in. */
  freeBuffer(address: Address, bytes: number, freeList?: number): void;
  /** Enters a finished object into the collector's books (CPython: PyObject_GC_Track). */
  track(object: Address): void;
  untrack(object: Address): void;
  /**
   * The object will need `finalize` or `forget` when it dies: called when it is made, before anything else may happen to it. Strategies that
   * trace tell the model of no other deaths; what has a finalizer already when it is tracked they register themselves.
   */
  registerFinalizable(object: Address): void;

  retain(object: Address): void;
  /** Accounts for a reference made and dropped at once, without touching the count: the same events as `retain` and `release` of an object that others hold. */
  touch(object: Address): void;
  /** Drops one reference; 0 and immortals are allowed. May free, and may run Python through finalizers and weakref callbacks. */
  release(object: Address): void;
  /** A store of reference `value` into `slot` of object `owner` (write barrier included, counts not). A static owner becomes a root. */
  store(owner: Address, slot: Address, value: Address): void;

  /** Does what is pending: collections, stress, finalizers. Returns false when the heap is still over its limit: raise MemoryError. May run Python, may move everything. */
  safepoint(): boolean;
  /** Collects now (gc.collect). Returns objects found unreachable (collected + uncollectable), as gc.collect does. */
  collect(generation: number, trigger: Trigger): number;
  /** Stable identity of an object, in bytes: what id() shows. */
  identity(object: Address): number;

  /** Every object on the heap, live or not yet freed, in the strategy's own deterministic order. */
  objects(visit: (object: Address) => void): void;
  /** Free of every structure the allocator and collector keep; throws LabBug. Called by the verifier. */
  verify(): void;
  blocks(visit: (block: BlockInfo) => void): void;
  /** As `Allocator.stretches`; absent where `blocks` always answers. */
  stretches?(visit: (block: BlockInfo) => void): void;
  footprint(): Footprint;
  /** The highest that mapped bytes have been, exactly. */
  readonly peakMappedBytes?: number;

  /** gc module. Strategies without generations answer as CPython does with the collector disabled. */
  readonly gc: GcInterface;
  /** Records of what happened, drained by the cell. */
  readonly collections: CollectionRecord[];
  readonly pauses: PauseRecord[];
  /** Last words at program end, after the interpreter has dropped its roots: final collections so that finalizers run. */
  finish(): void;
}

/** gc.DEBUG_STATS and gc.DEBUG_COLLECTABLE. */
export interface GcReporter {
  /** Objects in each generation and in the permanent one, before the collection. */
  collecting(generation: number, sizes: readonly number[], permanent: number): void;
  /** The object was found unreachable. */
  collectable(object: Address): void;
  done(unreachable: number): void;
}

/** The books of a CPython's collector when a program begins. */
export interface ProgramStart {
  /** Collections of the youngest generation so far, and what they found. */
  readonly collections: number;
  readonly collected: number;
  /** The youngest generation's count. */
  readonly youngCount: number;
  /** Objects that it tracks. */
  readonly objects: number;
}

/** What the gc module of the program can ask; see Modules/gcmodule.c. */
export interface GcInterface {
  enabled: boolean;
  counts(): [number, number, number];
  thresholds: [number, number, number];
  /** [collections, collected, uncollectable] for each generation. */
  stats(): [number, number, number][];
  /** The machine is ready and the program begins: from here on the collector's books are those of a CPython that has just started. */
  beginProgram?(start: ProgramStart): void;
  isTracked(object: Address): boolean;
  freeze(): void;
  unfreeze(): void;
  freezeCount(): number;
  /** Tracked objects of one generation, or of all (-1). */
  objects(generation: number): Address[];
  debug: number;
  /** Called by a collection with each uncollectable or saved object; the gc module appends to gc.garbage. */
  onGarbage: ((object: Address) => void) | null;
  /** Who is told what gc.set_debug asks for. */
  reporter: GcReporter | null;
  /** Called before and after a collection (gc.callbacks). */
  onPhase: ((phase: 'start' | 'stop', generation: number, collected: number, uncollectable: number) => void) | null;
}

/** Options of a run that reach the strategy. */
export interface StrategyOptions {
  /** Collect at every n-th safepoint; 0 = off. */
  stress: number;
  /** Fill freed memory with POISON and check objects on retain/release/visit. */
  poison: boolean;
  /** Keep the table of object starts that `objects()` and the verifier need, even where the strategy itself does not. */
  trackObjects: boolean;
  /** Run the whole-heap verifier after every collection. */
  verify: (() => void) | null;
  /** Thresholds of the generational cycle collector; default 2000, 10, 10. */
  thresholds?: readonly [number, number, number];
  /** A collector that moves tells of each move, before it goes on. */
  onMove?: (from: Address, to: Address) => void;
  /** The cycle collector is about to break up these objects, which nothing reaches; told again, with an empty list, when they are gone. */
  onGarbage?: (objects: readonly Address[]) => void;
  /** A collection is about to begin, or has ended and its program code is still to run. The heap can be traced; nothing may be changed. */
  onCollection?: (when: 'begin' | 'end', record: CollectionRecord) => void;
  /** Told of the words that a collector reads or writes itself, past the object model: `words` from `address` on, or the bits for them in a table beside the heap. */
  onAccess?: (address: Address, words: number, where: 'heap' | 'marks' | 'starts') => void;
  /** Samples: `onSample` is called at the first safepoint after each further `sampleStrideBytes` bytes of allocation. */
  sampleStrideBytes?: number;
  onSample?: () => void;
}

export interface StrategyContext {
  readonly memory: Memory;
  readonly clock: Clock;
  readonly model: ObjectModel;
  readonly roots: Roots;
  readonly options: StrategyOptions;
}

/** Makes a strategy on a fresh machine. */
export type StrategyFactory = (context: StrategyContext) => Strategy;
