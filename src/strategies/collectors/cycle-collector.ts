/**
 * The generational cycle collector of CPython 3.13: finds objects whose every reference comes from inside the set under
 * examination.
 *
 * Three lists of tracked objects, the youngest first, and a permanent one (`freeze`). A collection of generation g merges the younger
 * lists into it, then:
 *  1. copies each count into the spare word of the GC header (immortal objects leave the lists);
 *  2. subtracts one for every reference from inside: what keeps a count above 0 is referenced from outside;
 *  3. walks the list: an object with a count is reachable, and so is what it refers to; the others move to `unreachable`, first in
 *     first out; one that is reached later goes back to the end of the list;
 *  4. untracks tuples, in a full collection dicts too; survivors join the next generation;
 *  5. clears all weak references to the trash, then calls the callbacks of those weak references that are not trash themselves;
 *  6. runs finalizers, each once, in list order; then repeats 1-3 on the trash: what was resurrected joins the old generation;
 *  7. clears the slots of each remaining object, so that counts fall to zero; what is still alive joins the old generation.
 * A full collection empties the free lists at the end.
 *
 * The steps need no roots: references from frames, from C and from objects of other generations are what the subtraction leaves over.
 *
 * Source: CPython Python/gc.c, InternalDocs/garbage_collector.md; PEP 442 for step 6.
 */
import { EVENT, HOT } from '../../heap/clock.ts';
import { FLAG_COLLECTING, FLAG_FINALIZED, FLAG_MARK, FLAG_TRACKED, FLAGS, GC_NEXT, WEAK_CALLBACK } from '../../heap/layout.ts';
import { type Address, type Memory, WORDS } from '../../heap/memory.ts';
import type { ObjectModel } from '../../heap/object-model.ts';
import type { CollectionRecord, GcInterface, ProgramStart, StrategyOptions } from '../../heap/strategy.ts';
import { GC_REFS, GcLists } from './gc-list.ts';
import { clearChain, clearWeakref } from './weak-chain.ts';

// Constants of this module: the engine folds their addresses into the code (heap/memory.ts).
const W = WORDS;
const hot = HOT;

/** gc.DEBUG_STATS: numbers of each collection. */
const DEBUG_STATS = 1;
/** gc.DEBUG_COLLECTABLE: each object found. */
const DEBUG_COLLECTABLE = 2;
/** gc.DEBUG_SAVEALL: trash goes to gc.garbage and is not freed. */
export const DEBUG_SAVEALL = 32;

export const DEFAULT_THRESHOLDS: readonly [number, number, number] = [2000, 10, 10];

/** Words of `counters`: the count of each generation, then the count above which a collection of the youngest is asked for. */
export const TRIGGER = 3;
const NEVER = 0x7fffffff;

/** Words of the GC header; as many again hold count, type and flags. */
const HEADER_WORDS = 4;

/** What the collector asks of the strategy it is part of. */
export interface CycleHost {
  retain(object: Address): void;
  release(object: Address): void;
  runFinalizer(object: Address): void;
  runCallback(weakref: Address): void;
  emptyFreeLists(): void;
  /** StrategyOptions.onGarbage; absent when nobody listens. */
  readonly onGarbage?: ((objects: readonly Address[]) => void) | undefined;
}

export class CycleCollector implements GcInterface {
  readonly counters = new Int32Array(4);
  debug = 0;
  onGarbage: ((object: Address) => void) | null = null;
  onPhase: GcInterface['onPhase'] = null;
  reporter: GcInterface['reporter'] = null;
  /** Head of the youngest generation's list. */
  readonly young: Address;
  private readonly model: ObjectModel;
  private readonly host: CycleHost;
  private readonly onAccess: StrategyOptions['onAccess'];
  private readonly lists: GcLists;
  private readonly heads: readonly [Address, Address, Address];
  private readonly permanent: Address;
  private readonly unreachable: Address;
  private readonly stillUnreachable: Address;
  private readonly callbacks: Address;
  private readonly seen: Address;
  private readonly statistics: [number, number, number][] = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  private limits: [number, number, number];
  private isEnabled = true;
  /** Survivors of the last full collection, and objects that reached the oldest generation since. */
  private longLivedTotal = 0;
  /** Tracked objects that an interpreter has when a program begins and this machine has not: they count where a full collection is put off. */
  private objectsElsewhere = 0;
  private longLivedPending = 0;
  private record: CollectionRecord | null = null;

  constructor(
    memory: Memory,
    model: ObjectModel,
    host: CycleHost,
    { thresholds = DEFAULT_THRESHOLDS, onAccess }: Pick<StrategyOptions, 'thresholds' | 'onAccess'> = {},
  ) {
    this.model = model;
    this.host = host;
    this.onAccess = onAccess;
    this.lists = new GcLists();
    this.heads = [GcLists.newHead(memory), GcLists.newHead(memory), GcLists.newHead(memory)];
    this.young = this.heads[0];
    this.permanent = GcLists.newHead(memory);
    this.unreachable = GcLists.newHead(memory);
    this.stillUnreachable = GcLists.newHead(memory);
    this.callbacks = GcLists.newHead(memory);
    this.seen = GcLists.newHead(memory);
    this.limits = [...thresholds];
    this.renewTrigger(false);
  }

  get enabled(): boolean {
    return this.isEnabled;
  }
  set enabled(value: boolean) {
    this.isEnabled = value;
    this.renewTrigger(this.record !== null);
  }
  get thresholds(): [number, number, number] {
    return [...this.limits];
  }
  set thresholds(value: [number, number, number]) {
    this.limits = [...value];
    this.renewTrigger(this.record !== null);
  }

  counts(): [number, number, number] {
    return [this.counters[0], this.counters[1], this.counters[2]];
  }
  stats(): [number, number, number][] {
    return this.statistics.map((row) => [...row]);
  }
  /** What the start of the interpreter made is in the middle generation already; `start` says which collections brought it there, and what was allocated since. */
  beginProgram(start: ProgramStart): void {
    this.lists.merge(this.young, this.heads[1]);
    this.counters[0] = start.youngCount;
    this.counters[1] = start.collections;
    this.statistics[0] = [start.collections, start.collected, 0];
    this.objectsElsewhere = Math.max(0, start.objects - this.lists.size(this.heads[1]));
  }
  isTracked(object: Address): boolean {
    return (W[object + FLAGS] & FLAG_TRACKED) !== 0;
  }
  freeze(): void {
    for (let generation = 0; generation < 3; generation++) {
      this.lists.merge(this.heads[generation]!, this.permanent);
      this.counters[generation] = 0;
    }
  }
  unfreeze(): void {
    this.lists.merge(this.permanent, this.heads[2]);
  }
  freezeCount(): number {
    return this.lists.size(this.permanent);
  }
  objects(generation: number): Address[] {
    if (generation >= 0) return this.lists.members(this.heads[generation]!);
    return this.heads.flatMap((head) => this.lists.members(head));
  }
  /** Heads of every list that tracked objects are in, for the verifier. */
  listHeads(): Address[] {
    return [...this.heads, this.permanent, this.unreachable, this.stillUnreachable, this.callbacks, this.seen];
  }

  /** Enters an object at the end of the youngest generation. */
  track(object: Address): void {
    W[object + FLAGS] |= FLAG_TRACKED;
    this.lists.append(this.young, object);
  }

  untrack(object: Address): void {
    const flags = W[object + FLAGS];
    if ((flags & FLAG_TRACKED) === 0) return;
    W[object + FLAGS] = flags & ~(FLAG_TRACKED | FLAG_COLLECTING | FLAG_MARK);
    this.lists.remove(object);
  }

  /** Is the youngest generation above its threshold? */
  isDue(): boolean {
    return this.counters[0] > this.counters[TRIGGER];
  }

  /** The oldest generation that is above its threshold, or -1. The oldest of all waits until a quarter of its objects are new. */
  chooseGeneration(): number {
    for (let generation = 2; generation >= 0; generation--) {
      if (this.counters[generation] <= this.limits[generation]!) continue;
      if (generation === 2 && this.longLivedPending < this.longLivedTotal / 4) continue;
      return generation;
    }
    return -1;
  }

  /** Collects one generation; returns collected + uncollectable. `record` receives the counts. The caller sees to it that no collection is under way. */
  collect(generation: number, record: CollectionRecord): number {
    this.record = record;
    this.renewTrigger(true);
    this.onPhase?.('start', generation, 0, 0);
    const { lists, unreachable } = this;
    if ((this.debug & DEBUG_STATS) !== 0) {
      const sizes = this.heads.map((head) => lists.size(head));
      this.reporter?.collecting(generation, sizes, lists.size(this.permanent));
    }
    if (generation < 2) this.counters[generation + 1]++;
    for (let younger = 0; younger <= generation; younger++) {
      this.counters[younger] = 0;
      if (younger < generation) lists.merge(this.heads[younger]!, this.heads[generation]!);
    }
    const list = this.heads[generation]!;
    const old = generation < 2 ? this.heads[generation + 1]! : list;
    record.candidates = this.findUnreachable(list, unreachable);
    this.untrackWhere(list, generation === 2);
    if (list === old) {
      this.longLivedPending = 0;
      this.longLivedTotal = lists.size(list) + this.objectsElsewhere;
    } else {
      if (generation === 1) this.longLivedPending += lists.size(list);
      lists.merge(list, old);
    }
    if ((this.debug & DEBUG_COLLECTABLE) !== 0)
      for (const object of lists.members(unreachable)) this.reporter?.collectable(object);
    let collected = this.clearWeakrefs(old);
    this.finalizeAll();
    const trash = lists.size(unreachable);
    this.clearCollecting(unreachable);
    this.findUnreachable(unreachable, this.stillUnreachable);
    lists.merge(unreachable, old);
    const dead = lists.size(this.stillUnreachable);
    record.resurrected = trash - dead;
    collected += dead;
    const heard = (this.debug & DEBUG_SAVEALL) === 0 ? this.host.onGarbage : undefined;
    heard?.(lists.members(this.stillUnreachable));
    this.breakCycles(old);
    heard?.([]);
    if ((this.debug & DEBUG_STATS) !== 0) this.reporter?.done(collected);
    if (generation === 2) this.host.emptyFreeLists();
    const row = this.statistics[generation]!;
    row[0]++;
    row[1] += collected;
    this.record = null;
    this.renewTrigger(false);
    this.onPhase?.('stop', generation, collected, 0);
    return collected;
  }

  /** The trigger is out of reach while the collector is off or at work. */
  private renewTrigger(busy: boolean): void {
    this.counters[TRIGGER] = this.isEnabled && !busy && this.limits[0] > 0 ? this.limits[0] : NEVER;
  }

  /** Steps 1-3: moves to `into` what is referenced only from inside `list`. Returns how many objects were examined. The ones moved keep FLAG_COLLECTING. */
  private findUnreachable(list: Address, into: Address): number {
    const examined = this.copyCounts(list);
    this.subtractInside(list);
    this.moveUnreachable(list, into);
    return examined;
  }

  private copyCounts(list: Address): number {
    const { lists } = this;
    let examined = 0;
    for (let object = W[list - GC_NEXT]; object !== list; ) {
      const next = W[object - GC_NEXT];
      const count = W[object];
      this.onAccess?.(object - HEADER_WORDS, 2 * HEADER_WORDS, 'heap');
      if (count < 0) {
        W[object + FLAGS] &= ~FLAG_TRACKED;
        lists.remove(object);
      } else {
        this.record!.tracedBytes += this.model.size(object);
        W[object - GC_REFS] = count;
        W[object + FLAGS] |= FLAG_COLLECTING;
        examined++;
      }
      object = next;
    }
    this.countPass(examined);
    return examined;
  }

  private subtractInside(list: Address): void {
    const { model } = this;
    let visits = 0;
    let edges = 0;
    for (let object = W[list - GC_NEXT]; object !== list; object = W[object - GC_NEXT]) {
      const slots = model.traversed(object);
      visits++;
      edges += slots;
      this.subtractChildren(slots);
    }
    this.countWork(visits, edges);
  }

  // The loops over children are functions of their own: V8 would otherwise optimise the inner loop alone and drop it at every exit.
  private subtractChildren(slots: number): void {
    const scratch = this.model.slotScratch;
    for (let index = 0; index < slots; index++) {
      const child = W[scratch[index]];
      if ((W[child + FLAGS] & FLAG_COLLECTING) !== 0) W[child - GC_REFS]--;
    }
  }

  /** Children of a reachable object are reachable: one that was taken for unreachable goes back to `list`, behind everything that waits. */
  private reachChildren(slots: number, list: Address): void {
    const scratch = this.model.slotScratch;
    for (let index = 0; index < slots; index++) {
      const child = W[scratch[index]];
      const flags = W[child + FLAGS];
      if ((flags & FLAG_COLLECTING) === 0) continue;
      if ((flags & FLAG_MARK) !== 0) {
        W[child + FLAGS] = flags & ~FLAG_MARK;
        this.lists.move(child, list);
        W[child - GC_REFS] = 1;
      } else if (W[child - GC_REFS] <= 0) W[child - GC_REFS] = 1;
    }
  }

  private moveUnreachable(list: Address, into: Address): void {
    const { model, lists } = this;
    let visits = 0;
    let edges = 0;
    let passed = 0;
    for (let object = W[list - GC_NEXT]; object !== list; ) {
      if (W[object - GC_REFS] > 0) {
        const slots = model.traversed(object);
        visits++;
        edges += slots;
        this.reachChildren(slots, list);
        W[object + FLAGS] &= ~FLAG_COLLECTING;
        object = W[object - GC_NEXT];
      } else {
        const next = W[object - GC_NEXT];
        this.onAccess?.(object - HEADER_WORDS, 2 * HEADER_WORDS, 'heap');
        W[object + FLAGS] |= FLAG_MARK;
        lists.move(object, into);
        passed++;
        object = next;
      }
    }
    for (let object = W[into - GC_NEXT]; object !== into; object = W[object - GC_NEXT]) {
      this.onAccess?.(object - HEADER_WORDS, 2 * HEADER_WORDS, 'heap');
      W[object + FLAGS] &= ~FLAG_MARK;
      passed++;
    }
    this.countPass(passed);
    this.countWork(visits, edges);
  }

  private countWork(visits: number, edges: number): void {
    hot[EVENT.object_visit] += visits;
    hot[EVENT.edge] += edges;
    const record = this.record!;
    record.visited += visits;
    record.edges += edges;
  }

  /** Counts headers that a pass over a list looked at without following what the objects refer to. */
  private countPass(headers: number): void {
    hot[EVENT.cell_sweep] += headers;
    this.record!.sweptCells += headers;
  }

  private untrackWhere(list: Address, full: boolean): void {
    const { model } = this;
    let passed = 0;
    for (let object = W[list - GC_NEXT]; object !== list; ) {
      const next = W[object - GC_NEXT];
      this.onAccess?.(object - HEADER_WORDS, 2 * HEADER_WORDS, 'heap');
      if (model.canUntrack(object, full)) this.untrack(object);
      passed++;
      object = next;
    }
    this.countPass(passed);
  }

  /** Step 5. Returns how many weak references died after their callback was called. */
  private clearWeakrefs(old: Address): number {
    const { model, lists, unreachable, callbacks, host } = this;
    const record = this.record!;
    const withCallback: Address[] = [];
    let passed = 0;
    for (let object = W[unreachable - GC_NEXT]; object !== unreachable; object = W[object - GC_NEXT]) {
      this.onAccess?.(object - HEADER_WORDS, 2 * HEADER_WORDS, 'heap');
      passed++;
      // A weak reference that is trash is cleared first: nobody may look through it at objects that are half torn down.
      if (model.isWeakref(object)) {
        hot[EVENT.weakref_entry]++;
        clearWeakref(W, model, object);
      }
      const slot = model.weakListSlot(object);
      if (slot === 0 || W[slot] === 0) continue;
      withCallback.length = 0;
      const cleared = clearChain(W, slot, withCallback);
      record.weakrefsCleared += cleared;
      hot[EVENT.weakref_entry] += cleared;
      for (const weakref of withCallback) {
        if ((W[weakref + FLAGS] & FLAG_COLLECTING) !== 0) continue;
        host.retain(weakref);
        lists.move(weakref, callbacks);
      }
    }
    this.countPass(passed);
    let died = 0;
    while (!lists.isEmpty(callbacks)) {
      const weakref = W[callbacks - GC_NEXT];
      if (W[weakref + WEAK_CALLBACK] !== 0) host.runCallback(weakref);
      host.release(weakref);
      if (W[callbacks - GC_NEXT] === weakref) lists.move(weakref, old);
      else died++;
    }
    return died;
  }

  /** Step 6, first half. */
  private finalizeAll(): void {
    const { model, lists, unreachable, seen, host } = this;
    const record = this.record!;
    while (!lists.isEmpty(unreachable)) {
      const object = W[unreachable - GC_NEXT];
      lists.move(object, seen);
      this.onAccess?.(object - HEADER_WORDS, 2 * HEADER_WORDS, 'heap');
      this.countPass(1);
      if ((W[object + FLAGS] & FLAG_FINALIZED) !== 0 || !model.hasFinalizer(object)) continue;
      W[object + FLAGS] |= FLAG_FINALIZED;
      record.finalizers++;
      host.retain(object);
      host.runFinalizer(object);
      host.release(object);
    }
    lists.merge(seen, unreachable);
  }

  private clearCollecting(list: Address): void {
    let passed = 0;
    for (let object = W[list - GC_NEXT]; object !== list; object = W[object - GC_NEXT]) {
      this.onAccess?.(object - HEADER_WORDS, 2 * HEADER_WORDS, 'heap');
      W[object + FLAGS] &= ~FLAG_COLLECTING;
      passed++;
    }
    this.countPass(passed);
  }

  /** Step 7. */
  private breakCycles(old: Address): void {
    const { lists, stillUnreachable, host } = this;
    while (!lists.isEmpty(stillUnreachable)) {
      const object = W[stillUnreachable - GC_NEXT];
      this.onAccess?.(object - HEADER_WORDS, 2 * HEADER_WORDS, 'heap');
      this.countPass(1);
      if ((this.debug & DEBUG_SAVEALL) !== 0) this.onGarbage?.(object);
      else {
        host.retain(object);
        this.clearSlots(object);
        host.release(object);
      }
      if (W[stillUnreachable - GC_NEXT] === object) {
        W[object + FLAGS] &= ~FLAG_COLLECTING;
        lists.move(object, old);
      }
    }
  }

  private clearSlots(object: Address): void {
    const { model, host } = this;
    const slots = model.clearable(object);
    const scratch = model.slotScratch;
    const children: Address[] = [];
    for (let index = 0; index < slots; index++) {
      const slot = scratch[index];
      if (W[slot] !== 0) children.push(W[slot]);
      W[slot] = 0;
    }
    model.cleared(object);
    hot[EVENT.child_release] += children.length;
    for (const child of children) host.release(child);
  }
}
