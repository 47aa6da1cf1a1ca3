/**
 * The exact oracle: when each object became unreachable, not when a collector noticed.
 *
 * It stands between the interpreter and the strategy and keeps a count of references of its own for every object, whatever the strategy does. A count that
 * falls to zero is a death, at that very byte of clock A, and the object's references end with it. What a count cannot see, garbage on cycles, is found
 * where it matters (the objects that a cycle collector is about to break up; before each collection of a strategy that traces, and at the end, a trace from the roots)
 * and dated afterwards as Merlin does: each object carries the time at which it last lost a reference, and died at the latest such time among
 * all dead objects that lead to it. So every death is exact in clock A; there is no sampling error.
 *
 * The last use is the last time a reference to the object was taken: every load onto the operand stack takes one. A use that takes none (the engine's own look at
 * the operands of an addition) is not seen.
 *
 * Nothing of this is charged: it counts no event and writes nothing into the machine's memory.
 *
 * Source: Hertz, Blackburn, Moss, McKinley, Stefanović, "Generating object lifetime traces with Merlin" (TOPLAS 2006); Röjemo and Runciman, "Lag, drag, void and use" (ICFP 1996).
 */
import { assert } from '../base/assert.ts';
import type { Address } from '../heap/memory.ts';
import type { Strategy, StrategyContext, StrategyOptions, Trigger } from '../heap/strategy.ts';
import { Tracer } from '../heap/trace.ts';
import type { LeakRow } from '../results/rows.ts';
import { LifeTable, type OracleRows } from './life-table.ts';
import { type Graph, onCycles } from './strong-components.ts';

/** What the oracle asks of the interpreter. */
export interface OracleHost {
  /** Number of the site of an allocation now, see `LifeTable.site`: `file:line` of the innermost Python frame. */
  site(): number;
  /** Name of the object's class. */
  typeName(object: Address): string;
}

const ALIVE = -1;

/** What else is known of a record, as bits of one byte: sets of numbers would take several times the room of all columns. */
const FLOATING = 1;
const OUTLIVED = 2;
const CONDEMNED = 4;
const MEMBER = 8;
const KEPT = 16;

/** Address space is reserved for one record in so many bytes of heap: few programs have objects as small as that. */
const RECORD_STRIDE = 32;
const FIRST_RECORDS = 1024;
/** A column becomes longer by this part of itself. */
const GROWTH = 4;

type Column = Float64Array | Int32Array | Uint8Array;

/** A column of the table. It grows where it lies: a copy to a longer one would hold both at the moment when memory is short. */
class Numbers<A extends Column> {
  list: A;
  private readonly make: (buffer: ArrayBuffer) => A;
  private readonly itemBytes: number;
  private buffer: ArrayBuffer;

  constructor(make: (buffer: ArrayBuffer) => A, itemBytes: number, most: number) {
    this.make = make;
    this.itemBytes = itemBytes;
    this.buffer = new ArrayBuffer(FIRST_RECORDS * itemBytes, { maxByteLength: Math.max(FIRST_RECORDS, most) * itemBytes });
    this.list = make(this.buffer);
  }
  reach(index: number): void {
    const { list, itemBytes } = this;
    if (index < list.length) return;
    const wanted = Math.max(index + 1, list.length + Math.ceil(list.length / GROWTH)) * itemBytes;
    const { maxByteLength } = this.buffer;
    if ((index + 1) * itemBytes > maxByteLength) {
      this.buffer = new ArrayBuffer(wanted, { maxByteLength: maxByteLength * 2 });
      this.list = this.make(this.buffer);
      this.list.set(list as never);
    } else this.buffer.resize(Math.min(maxByteLength, wanted));
  }
}

const ints = (most: number): Numbers<Int32Array> => new Numbers((buffer) => new Int32Array(buffer), 4, most);
const doubles = (most: number): Numbers<Float64Array> => new Numbers((buffer) => new Float64Array(buffer), 8, most);
const bytes = (most: number): Numbers<Uint8Array> => new Numbers((buffer) => new Uint8Array(buffer), 1, most);

export class Oracle {
  readonly lives = new LifeTable();
  private host: OracleHost | null = null;
  private strategy: Strategy | null = null;
  private context: StrategyContext | null = null;
  private tracer: Tracer | null = null;
  private heapStart = 0;
  /** Record of the object that starts at each 16 bytes of the heap; 0 for none. */
  private recordAt: Int32Array = new Int32Array(0);
  // Records, by number from 1.
  private readonly objects: Numbers<Int32Array>;
  private readonly counts: Numbers<Int32Array>;
  private readonly sizes: Numbers<Int32Array>;
  private readonly sites: Numbers<Int32Array>;
  private readonly types: Numbers<Int32Array>;
  private readonly births: Numbers<Float64Array>;
  private readonly uses: Numbers<Float64Array>;
  /** Clock A when the object last lost a reference. */
  private readonly losses: Numbers<Float64Array>;
  /** Clock A of its death; ALIVE. */
  private readonly deaths: Numbers<Float64Array>;
  /** References held when it died. */
  private readonly references: Numbers<Int32Array>;
  /** FLOATING: dead, and its bytes are not free yet. OUTLIVED: it died after the program had ended. CONDEMNED: the cycle collector is freeing it. */
  private readonly marks: Numbers<Uint8Array>;
  private readonly unused: number[] = [];
  private records = 0;
  /** How many are FLOATING. */
  private floating = 0;
  /** The cycle collector tears garbage down: what it takes and drops is none of the program's doing. */
  private muted = false;
  /** Releases that went on when it began to: what happens inside further ones is somebody's doing all the same. */
  private mutedDepth = 0;
  private readonly work: number[] = [];
  /** Those that died in the outermost release that goes on. */
  private readonly died: number[] = [];
  /** Releases that go on, one inside another. */
  private depth = 0;
  /** What the cycle collector is freeing. */
  private readonly condemned: number[] = [];
  /** Clock A when the program ended. */
  private ended = Number.POSITIVE_INFINITY;

  /** `heapBytes`: of the machine whose objects it will follow. */
  constructor(heapBytes: number) {
    const most = Math.ceil(heapBytes / RECORD_STRIDE);
    this.objects = ints(most);
    this.counts = ints(most);
    this.sizes = ints(most);
    this.sites = ints(most);
    this.types = ints(most);
    this.births = doubles(most);
    this.uses = doubles(most);
    this.losses = doubles(most);
    this.deaths = doubles(most);
    this.references = ints(most);
    this.marks = bytes(most);
  }

  /** Puts the oracle in front of a strategy that was just made; nothing has been allocated on it. */
  attach(strategy: Strategy, context: StrategyContext): void {
    this.strategy = strategy;
    this.context = context;
    this.tracer = new Tracer(context);
    this.heapStart = context.memory.heapStart;
    this.recordAt = new Int32Array(((context.memory.heapEnd - this.heapStart) >> 2) + 1);
    const counts = strategy.capabilities.refcount !== 'none';
    const { allocate, allocateGc, resizeObject, retain, release, store, collect } = strategy;
    strategy.store = (owner, slot, value) => {
      this.stored(owner, value);
      store.call(strategy, owner, slot, value);
    };
    strategy.allocate = (bytes, freeList) => this.born(allocate.call(strategy, bytes, freeList), bytes);
    strategy.allocateGc = (bytes, preBytes, freeList) => this.born(allocateGc.call(strategy, bytes, preBytes, freeList), bytes);
    if (resizeObject !== undefined) {
      strategy.resizeObject = (object, oldBytes, newBytes) => {
        const moved = resizeObject.call(strategy, object, oldBytes, newBytes);
        if (moved !== 0) this.resized(object, moved, newBytes);
        return moved;
      };
    }
    strategy.retain = (object) => {
      this.taken(object);
      retain.call(strategy, object);
    };
    strategy.release = (object) => {
      this.dropped(object);
      this.depth++;
      release.call(strategy, object);
      if (--this.depth === 0 && this.died.length > 0) this.settle(counts);
    };
    if (counts) return;
    strategy.collect = (generation: number, trigger: Trigger) => {
      const before = strategy.collections.length;
      this.findGarbage();
      const found = collect.call(strategy, generation, trigger);
      if (strategy.collections.length > before) this.sweep();
      return found;
    };
  }

  /** What the oracle must hear of the strategy's own doings. */
  get options(): Pick<StrategyOptions, 'onMove' | 'onGarbage'> {
    return {
      onMove: (from, to) => this.moved(from, to),
      onGarbage: (objects) => this.garbage(objects),
    };
  }

  /** The interpreter is there: objects from now on have a site. */
  join(host: OracleHost): void {
    this.host = host;
  }

  /** The program has ended: what is alive now is censored. */
  programEnded(): void {
    this.findGarbage();
    this.ended = this.now();
  }

  /** Rows of the run, once all is over. */
  finish(runId: string): OracleRows {
    this.findGarbage();
    const never = this.leaked();
    const end = this.now();
    for (let record = 1; record <= this.records; record++) {
      if (this.objects.list[record] === 0) continue;
      const leak = never(record);
      const death = this.deaths.list[record]!;
      if (death === ALIVE) this.countReferences(record);
      this.note(record, death === ALIVE ? end : death, death === ALIVE);
      if (death !== ALIVE && this.sites.list[record]! >= 0) this.lives.noteUnreclaimed(this.sizes.list[record]!, end - death);
      if (leak !== null && this.sites.list[record]! >= 0)
        this.lives.noteLeak(leak, this.sites.list[record]!, this.typeOf(record), this.sizes.list[record]!);
    }
    return this.lives.rows(runId, this.now());
  }

  /** Compares with a trace from the roots: throws when a reachable object is thought dead. For tests. */
  check(): void {
    const { reached } = this.trace();
    for (let record = 1; record <= this.records; record++) {
      const object = this.objects.list[record]!;
      if (object === 0 || !reached.has(object)) continue;
      assert(this.deaths.list[record] === ALIVE, 'the oracle holds a reachable object for dead');
    }
  }

  // --- the program's doings

  private now(): number {
    return this.strategy!.allocatedBytes;
  }

  private recordOf(object: Address): number {
    return object < this.heapStart ? 0 : this.recordAt[(object - this.heapStart) >> 2]!;
  }

  private born(object: Address, bytes: number): Address {
    if (object === 0) return 0;
    const place = (object - this.heapStart) >> 2;
    const old = this.recordAt[place]!;
    // Its bytes were free without our hearing of it.
    if (old !== 0) this.freed(old, this.now());
    const record = this.unused.pop() ?? ++this.records;
    if (record >= this.objects.list.length) this.grow(record);
    const now = this.now();
    this.recordAt[place] = record;
    this.objects.list[record] = object;
    this.counts.list[record] = 1;
    this.sizes.list[record] = bytes;
    this.sites.list[record] = this.host === null ? -1 : this.host.site();
    this.types.list[record] = -1;
    this.references.list[record] = 0;
    this.births.list[record] = now;
    this.uses.list[record] = now;
    this.losses.list[record] = now;
    this.deaths.list[record] = ALIVE;
    this.marks.list[record] = 0;
    return object;
  }

  private grow(record: number): void {
    for (const column of [this.objects, this.counts, this.sizes, this.sites, this.types, this.references]) column.reach(record);
    for (const column of [this.births, this.uses, this.losses, this.deaths]) column.reach(record);
    this.marks.reach(record);
  }

  /** A string was grown where it lay or elsewhere: its life goes on, with as many bytes as it has in the end. */
  private resized(from: Address, to: Address, bytes: number): void {
    const record = this.recordOf(from);
    if (record === 0) return;
    if (to !== from) this.moved(from, to);
    this.sizes.list[record] = bytes;
  }

  private taken(object: Address): void {
    if (object < this.heapStart || (this.muted && this.depth <= this.mutedDepth)) return;
    const record = this.recordAt[(object - this.heapStart) >> 2]!;
    if (record === 0) return;
    this.counts.list[record]!++;
    this.uses.list[record] = this.now();
    if (this.deaths.list[record] !== ALIVE) this.revive(record);
  }

  private dropped(object: Address): void {
    if (object < this.heapStart || (this.muted && this.depth <= this.mutedDepth)) return;
    const record = this.recordAt[(object - this.heapStart) >> 2]!;
    if (record === 0) return;
    const now = this.now();
    this.losses.list[record] = now;
    if (--this.counts.list[record]! === 0 && this.deaths.list[record] === ALIVE) this.die(record, now);
  }

  private stored(owner: Address, value: Address): void {
    if (this.muted || this.ended !== Number.POSITIVE_INFINITY) return;
    const into = this.recordOf(owner);
    const to = this.recordOf(value);
    if (into === 0 || to === 0 || this.sites.list[into]! < 0) return;
    this.lives.noteStore(this.births.list[into]! < this.births.list[to]!);
  }

  /** A count has fallen to zero: the object's own references end now. */
  private die(first: number, now: number): void {
    const { work } = this;
    work.push(first);
    for (let record = work.pop(); record !== undefined; record = work.pop()) {
      if (this.deaths.list[record] !== ALIVE) continue;
      this.bury(record, now);
      this.eachChild(record, (child) => {
        this.losses.list[child] = Math.max(this.losses.list[child]!, now);
        if (--this.counts.list[child]! === 0) work.push(child);
      });
    }
  }

  /** Notes a death and the class, while the object can still be looked at. */
  private bury(record: number, time: number): void {
    this.deaths.list[record] = time;
    const marks = this.marks.list;
    if (this.ended !== Number.POSITIVE_INFINITY) marks[record]! |= OUTLIVED;
    if ((marks[record]! & FLOATING) === 0) this.floating++;
    marks[record]! |= FLOATING;
    this.died.push(record);
    this.describe(record);
    this.countReferences(record);
  }

  /** Of an object that can still be looked at. */
  private countReferences(record: number): void {
    if (this.sites.list[record]! < 0) return;
    let references = 0;
    this.eachChild(record, () => references++);
    this.references.list[record] = references;
  }

  /** A finalizer, or a weak reference to what is not collected yet, has brought it back; its references with it. */
  private revive(first: number): void {
    const waiting = [first];
    for (let record = waiting.pop(); record !== undefined; record = waiting.pop()) {
      if (this.deaths.list[record] === ALIVE) continue;
      this.deaths.list[record] = ALIVE;
      this.unfloat(record);
      this.eachChild(record, (child) => {
        this.counts.list[child]!++;
        if (this.deaths.list[child] !== ALIVE) waiting.push(child);
      });
    }
  }

  private eachChild(record: number, visit: (child: number) => void): void {
    const { model, memory } = this.context!;
    const count = model.teardown(this.objects.list[record]!);
    const children: number[] = [];
    for (let index = 0; index < count; index++) {
      const child = this.recordOf(memory.words[model.slotScratch[index]]);
      if (child !== 0) children.push(child);
    }
    for (const child of children) visit(child);
  }

  /** The release is over: a counting strategy has freed what died, unless something brought it back. */
  private settle(counts: boolean): void {
    const { died } = this;
    if (counts) {
      const now = this.now();
      for (const record of died) if (this.floats(record)) this.freed(record, now);
    }
    died.length = 0;
  }

  // --- garbage on cycles

  /** Everything that is reachable from the roots; what only the strategy holds, for a finalizer to come, is not. */
  private trace(): { reached: Tracer['reached'] } {
    const tracer = this.tracer!;
    const { audit } = this.strategy!;
    tracer.trace({
      audit: {
        pendingReferences: () => {},
        staticOwners: (visit) => audit?.staticOwners(visit),
      },
    });
    return tracer;
  }

  /** Dates the death of everything that the roots do not reach, unless natives hold references that no trace finds. */
  private findGarbage(): void {
    if ((this.context!.roots.pinned ?? 0) > 0) return;
    const { reached } = this.trace();
    const found: number[] = [];
    for (let record = 1; record <= this.records; record++) {
      const object = this.objects.list[record]!;
      if (object !== 0 && this.deaths.list[record] === ALIVE && !reached.has(object)) found.push(record);
    }
    this.date(found);
  }

  /** The cycle collector breaks up `objects`; an empty list: it has done so. */
  private garbage(objects: readonly Address[]): void {
    const { condemned } = this;
    const marks = this.marks.list;
    if (objects.length > 0) {
      const records = objects.map((object) => this.recordOf(object)).filter((record) => record !== 0);
      this.date(records);
      // With them goes what is dead and hangs from them.
      const waiting = records;
      for (let record = waiting.pop(); record !== undefined; record = waiting.pop()) {
        if ((marks[record]! & CONDEMNED) !== 0) continue;
        marks[record]! |= CONDEMNED;
        condemned.push(record);
        this.eachChild(record, (child) => {
          if (this.deaths.list[child] !== ALIVE) waiting.push(child);
        });
      }
      this.muted = true;
      this.mutedDepth = this.depth;
      return;
    }
    this.muted = false;
    const now = this.now();
    for (const record of condemned) {
      marks[record]! &= ~CONDEMNED;
      if (this.floats(record)) this.freed(record, now);
    }
    condemned.length = 0;
  }

  /**
   * Merlin: of these records, all of them dead, each died at the latest loss of a reference among those that lead to it. Latest first, so that each is visited once.
   * What hangs from them and is not among them dies when its count, less theirs, is zero.
   */
  private date(records: readonly number[]): void {
    const { died } = this;
    const before = died.length;
    const marks = this.marks.list;
    for (const record of records) marks[record]! |= MEMBER;
    const isMember = (record: number): boolean => (marks[record]! & MEMBER) !== 0;
    const order = [...records].sort((a, b) => this.losses.list[b]! - this.losses.list[a]! || a - b);
    const dated: number[] = [];
    for (const first of order) {
      if (this.deaths.list[first] !== ALIVE) continue;
      const time = this.losses.list[first]!;
      const waiting = [first];
      for (let record = waiting.pop(); record !== undefined; record = waiting.pop()) {
        if (this.deaths.list[record] !== ALIVE) continue;
        this.bury(record, time);
        dated.push(record);
        this.eachChild(record, (child) => {
          if (isMember(child)) waiting.push(child);
        });
      }
    }
    for (let index = dated.length - 1; index >= 0; index--) {
      const time = this.deaths.list[dated[index]!]!;
      this.eachChild(dated[index]!, (child) => {
        this.counts.list[child]!--;
        if (isMember(child)) return;
        this.losses.list[child] = Math.max(this.losses.list[child]!, time);
        if (this.counts.list[child] === 0 && this.deaths.list[child] === ALIVE) this.die(child, this.losses.list[child]!);
      });
    }
    for (const record of records) marks[record]! &= ~MEMBER;
    // A release that goes on does not free these.
    died.length = before;
  }

  /** Why objects that are dead were never freed: tells of a record, null where it was or where it lives. */
  private leaked(): (record: number) => LeakRow['cause'] | null {
    const { refcount, reclaimsCycles } = this.strategy!.capabilities;
    const other = refcount === 'none' ? 'not-collected' : 'stuck-count';
    if (refcount === 'none' && !reclaimsCycles) return (record) => (this.floats(record) ? other : null);
    const { nodeOf, graph } = this.floatingGraph();
    const rings = onCycles(graph);
    const held = new Uint8Array(graph.nodes);
    const waiting: number[] = [];
    const hold = (node: number): void => {
      for (let index = graph.starts[node]!; index < graph.starts[node + 1]!; index++) {
        const child = graph.edges[index]!;
        if (rings[child] === 1 || held[child] === 1) continue;
        held[child] = 1;
        waiting.push(child);
      }
    };
    for (let node = 0; node < graph.nodes; node++) if (rings[node] === 1) hold(node);
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) hold(node);
    return (record) => {
      if (!this.floats(record)) return null;
      const node = nodeOf[record]!;
      return rings[node] === 1 ? 'cycle' : held[node] === 1 ? 'held-by-cycle' : other;
    };
  }

  /** The floating objects and the references among them. */
  private floatingGraph(): { nodeOf: Int32Array; graph: Graph } {
    const nodeOf = new Int32Array(this.records + 1);
    const starts = new Int32Array(this.floating + 1);
    let nodes = 0;
    let edge = 0;
    this.eachFloating((record) => {
      nodeOf[record] = nodes++;
      this.eachChild(record, (child) => {
        if (this.floats(child)) edge++;
      });
      starts[nodes] = edge;
    });
    const edges = new Int32Array(edge);
    edge = 0;
    this.eachFloating((record) => {
      this.eachChild(record, (child) => {
        if (this.floats(child)) edges[edge++] = nodeOf[child]!;
      });
    });
    return { nodeOf, graph: { nodes, starts, edges } };
  }

  // --- the strategy's doings

  private moved(from: Address, to: Address): void {
    const record = this.recordOf(from);
    if (record === 0) return;
    const other = this.recordOf(to);
    if (other !== 0) this.freed(other, this.now());
    this.recordAt[(from - this.heapStart) >> 2] = 0;
    this.recordAt[(to - this.heapStart) >> 2] = record;
    this.objects.list[record] = to;
  }

  /** After a collection that traced: the dead that are not on the heap any more have been freed. */
  private sweep(): void {
    if (this.floating === 0) return;
    const marks = this.marks.list;
    this.strategy!.objects((object) => {
      const record = this.recordOf(object);
      if (record !== 0 && this.deaths.list[record] !== ALIVE) marks[record]! |= KEPT;
    });
    const now = this.now();
    this.eachFloating((record) => {
      if ((marks[record]! & KEPT) === 0) this.freed(record, now);
      marks[record]! &= ~KEPT;
    });
  }

  private floats(record: number): boolean {
    return (this.marks.list[record]! & FLOATING) !== 0;
  }

  private unfloat(record: number): void {
    if (!this.floats(record)) return;
    this.marks.list[record]! &= ~FLOATING;
    this.floating--;
  }

  private eachFloating(visit: (record: number) => void): void {
    for (let record = 1; record <= this.records; record++) if (this.floats(record)) visit(record);
  }

  private freed(record: number, now: number): void {
    this.note(record, this.deaths.list[record] === ALIVE ? now : this.deaths.list[record]!, false);
    if (this.deaths.list[record] !== ALIVE && this.sites.list[record]! >= 0)
      this.lives.noteReclaim(this.sizes.list[record]!, now - this.deaths.list[record]!);
    this.unfloat(record);
    this.marks.list[record]! &= ~OUTLIVED;
    const place = (this.objects.list[record]! - this.heapStart) >> 2;
    if (this.recordAt[place] === record) this.recordAt[place] = 0;
    this.objects.list[record] = 0;
    this.unused.push(record);
  }

  /** Enters a life in the tables. */
  private note(record: number, death: number, alive: boolean): void {
    const site = this.sites.list[record]!;
    if (site < 0) return;
    const birth = this.births.list[record]!;
    const censored = alive || (this.marks.list[record]! & OUTLIVED) !== 0;
    const end = Math.min(death, this.ended);
    const size = this.sizes.list[record]!;
    this.lives.noteReferences(this.references.list[record]!);
    this.lives.noteLife(site, this.typeOf(record), end - birth, size, censored);
    if (!censored) this.lives.noteDrag(size, death - Math.min(death, this.uses.list[record]!));
  }

  private typeOf(record: number): number {
    this.describe(record);
    return this.types.list[record]!;
  }

  /** Notes the class while the object can still be looked at. */
  private describe(record: number): void {
    if (this.types.list[record]! >= 0 || this.sites.list[record]! < 0 || this.objects.list[record] === 0) return;
    this.types.list[record] = this.lives.type(this.host!.typeName(this.objects.list[record]!));
  }
}
