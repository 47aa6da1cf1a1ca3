/**
 * The B oracle: the books of a run balance. What a strategy says that it did (cost events, records of collections, pauses) is held against what can be counted
 * without it: calls that were made, objects and blocks that are there at the end, counts in their headers. So an event that is lost, counted twice or counted
 * elsewhere shows, although no program sees it.
 *
 * Between the start of a program and its end, for every strategy:
 * - each request for memory is answered once: `alloc_fast + alloc_slow + alloc_freelist = objects + buffers + resizes`;
 * - `page_map - page_unmap` is by how many pages the mapped memory grew; `mark_push = mark_pop`; `finalizer_call` is how often the program was called;
 * - `copy_bytes` is what collections copied, and the buffers that moved when they were resized;
 * - collections, visits, edges, swept cells and root slots are the sums over the records; records and pauses do not run backwards, nor into each other.
 *
 * With an allocator that reuses memory: `free` is how many blocks were handed out and are gone.
 * With counts: `refcount_inc - refcount_dec` is by how much the counts of all objects exceed one for each object made; `refcount_zero` is how many died,
 * and how many a finalizer brought back. Without counts, nothing of the kind is counted.
 */
import { EVENT, EVENTS, type EventName } from '../heap/clock.ts';
import { type Address, WORDS } from '../heap/memory.ts';
import { PAGE_BYTES } from '../heap/page-map.ts';
import type { CollectionRecord, PauseRecord, Strategy } from '../heap/strategy.ts';
import type { Machine } from '../interp/machine.ts';
import { OracleFault } from './signature.ts';

const W = WORDS;

/** Records and the event that each of their counts is the sum of. */
const SUMS: readonly (readonly [EventName, (record: CollectionRecord) => number])[] = [
  ['collection', () => 1],
  ['object_visit', (record) => record.visited],
  ['edge', (record) => record.edges],
  ['cell_sweep', (record) => record.sweptCells],
  ['root_slot', (record) => record.roots],
];

/** Events of strategies that count references. */
const COUNTING: readonly EventName[] = ['refcount_inc', 'refcount_dec', 'refcount_zero', 'immortal_check', 'child_release'];

/** What is there to be counted. */
interface Stock {
  readonly events: Float64Array;
  readonly born: number;
  readonly mappedBytes: number;
  readonly blocks: number;
  readonly objects: number;
  readonly immortals: number;
  /** Sum of the counts of all objects that are not immortal. */
  readonly counts: number;
}

export class Books {
  private readonly machine: Machine;
  private readonly start: Stock;
  /** Records that the machine made before it was listened to. */
  private readonly recordsBefore: { readonly collections: number; readonly pauses: number };
  private buffers = 0;
  private resizes = 0;
  private resizesInPlace = 0;
  /** Bytes of the buffers that moved when they were resized. */
  private movedBytes = 0;
  private movedBuffers = 0;
  private programCalls = 0;
  private resurrections = 0;
  /** Blocks and bytes that came while nothing was charged. */
  private stockedBlocks = 0;
  private stockedBytes = 0;
  /** A request found no room: what it counted has nothing beside it. */
  private refused = false;

  /** Listens to the machine, which has booted and has run nothing, from now on. */
  constructor(machine: Machine) {
    this.machine = machine;
    this.listen(machine.strategy);
    this.start = stockOf(machine);
    const { collections, pauses } = machine.strategy;
    this.recordsBefore = { collections: collections.length, pauses: pauses.length };
  }

  /** The machine is as it was when this was made. */
  open(): void {
    this.buffers = 0;
    this.resizes = 0;
    this.resizesInPlace = 0;
    this.movedBytes = 0;
    this.movedBuffers = 0;
    this.programCalls = 0;
    this.resurrections = 0;
    this.stockedBlocks = 0;
    this.stockedBytes = 0;
    this.refused = false;
  }

  /** The records of a collection that has just ended say what is there. */
  checkCollection(): void {
    const { strategy } = this.machine;
    const record = strategy.collections.at(-1);
    if (record !== undefined) this.expect('bytes in use after a collection', record.usedAfter, strategy.footprint().usedBytes);
  }

  /** Throws an OracleFault at the first entry that does not balance. */
  check(): void {
    const { machine, start } = this;
    const { strategy } = machine;
    const end = stockOf(machine);
    const count = (name: EventName): number => end.events[EVENT[name]] - start.events[EVENT[name]];
    const collections = strategy.collections.slice(this.recordsBefore.collections);
    for (const [name, of] of SUMS) this.expect(name, count(name), sum(collections, of));
    this.expect('finalizer_call', count('finalizer_call'), this.programCalls);
    this.expect('mark_pop', count('mark_pop'), count('mark_push'));
    this.expect(
      'page_map',
      count('page_map'),
      count('page_unmap') + (end.mappedBytes - start.mappedBytes - this.stockedBytes) / PAGE_BYTES,
    );
    // Whole words are moved: up to three bytes more of each buffer.
    const moved = count('copy_bytes') - sum(collections, (record) => record.copiedBytes);
    const least = this.movedBytes;
    this.expect('copy_bytes', moved, Math.max(least, Math.min(moved, least + 3 * this.movedBuffers)));
    this.checkOrder('collection', collections);
    this.checkOrder('pause', strategy.pauses.slice(this.recordsBefore.pauses));
    const born = end.born - start.born;
    if (!this.refused) this.checkRequests(count, born, end.blocks - start.blocks - this.stockedBlocks);
    if (strategy.capabilities.refcount !== 'eager') {
      for (const name of COUNTING) this.expect(name, count(name), 0);
      return;
    }
    // An object that became immortal takes what was counted for it out of the sum.
    if (end.immortals !== start.immortals) return;
    this.expect('refcount_inc', count('refcount_inc'), count('refcount_dec') + end.counts - start.counts - born);
    this.expect('refcount_zero', count('refcount_zero'), born - (end.objects - start.objects) + this.resurrections);
  }

  private checkRequests(count: (name: EventName) => number, born: number, blocks: number): void {
    const answered = count('alloc_fast') + count('alloc_slow');
    const reused = count('alloc_freelist');
    this.expect('alloc', answered + reused, born + this.buffers + this.resizes);
    // A space that is only given up as a whole counts no frees.
    if (count('free') === 0) return;
    this.expect('free', count('free'), answered - this.resizesInPlace - blocks);
  }

  private checkOrder(what: string, records: readonly (CollectionRecord | PauseRecord)[]): void {
    let before: CollectionRecord | PauseRecord | null = null;
    for (const record of records) {
      const from = before?.eventsEnd ?? this.start.events;
      for (let event = 0; event < EVENTS.length; event++) {
        const { eventsStart, eventsEnd } = record;
        if (eventsStart[event] < from[event] || eventsEnd[event] < eventsStart[event])
          throw new OracleFault('B', '-', `the ${EVENTS[event].name} of a ${what} run backwards`);
      }
      before = record;
    }
  }

  private expect(what: string, counted: number, expected: number): void {
    if (counted !== expected)
      throw new OracleFault('B', '-', `the books of ${what} do not balance: ${counted}, not ${expected}`);
  }

  private listen(strategy: Strategy): void {
    const { model } = this.machine;
    const { allocateBuffer, resizeBuffer } = strategy;
    strategy.allocateBuffer = (bytes, freeList) => {
      const buffer = allocateBuffer.call(strategy, bytes, freeList);
      this.buffers++;
      if (buffer === 0) this.refused = true;
      return buffer;
    };
    strategy.resizeBuffer = (address, oldBytes, newBytes) => {
      const buffer = resizeBuffer.call(strategy, address, oldBytes, newBytes);
      this.resizes++;
      if (buffer === address) this.resizesInPlace++;
      else if (buffer === 0) this.refused = true;
      else {
        this.movedBuffers++;
        this.movedBytes += Math.min(oldBytes, newBytes);
      }
      return buffer;
    };
    const { stock } = strategy;
    if (stock !== undefined) {
      strategy.stock = (kept) => {
        const blocks = usedBlocks(strategy);
        const { mappedBytes } = strategy.footprint();
        stock.call(strategy, kept);
        this.stockedBlocks += usedBlocks(strategy) - blocks;
        this.stockedBytes += strategy.footprint().mappedBytes - mappedBytes;
      };
    }
    const finalize = model.finalize.bind(model);
    const runCallback = model.runCallback.bind(model);
    model.finalize = (object: Address) => {
      this.programCalls++;
      const dying = W[object] === 1;
      finalize(object);
      if (dying && W[object] > 1) this.resurrections++;
    };
    model.runCallback = (weakref: Address) => {
      this.programCalls++;
      runCallback(weakref);
    };
  }
}

function stockOf({ strategy, clock }: Machine): Stock {
  let objects = 0;
  let immortals = 0;
  let counts = 0;
  strategy.objects((object) => {
    objects++;
    if (W[object] < 0) immortals++;
    else counts += W[object];
  });
  clock.fold();
  return {
    events: clock.total.slice(),
    born: strategy.allocatedObjects,
    mappedBytes: strategy.footprint().mappedBytes,
    blocks: usedBlocks(strategy),
    objects,
    immortals,
    counts,
  };
}

function usedBlocks(strategy: Strategy): number {
  let blocks = 0;
  strategy.blocks((block) => {
    if (!block.free) blocks++;
  });
  return blocks;
}

function sum(records: readonly CollectionRecord[], of: (record: CollectionRecord) => number): number {
  return records.reduce((total, record) => total + of(record), 0);
}
