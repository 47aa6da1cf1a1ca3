/**
 * `mark-sweep`: traces from precise roots, sets a bit for each object it reaches, then frees every object without one. Nothing moves
 * and the program touches no counts.
 *
 * ```
 *  starts   1 0 1 1 0 1 ...   one bit for each 16 bytes: an object begins here
 *  marks    1 0 0 1 0 1 ...   reached by this collection; all 0 outside of one
 *  dead     0 0 1 0 0 0 ...   starts & ~marks, a word of 32 at a time: live objects are not touched by the sweep
 * ```
 * A collection comes after as many bytes of allocation as were live after the last one (at least 1 MiB), and before the heap limit is
 * reached: freed cells do not lower the mapped bytes, so it must not wait for the limit itself.
 *
 * Choose it for programs with many cycles and few limits on memory; an object dies late, and finalizers with it.
 *
 * Source: J. McCarthy, "Recursive functions of symbolic expressions" (1960); the bitmaps as in R. Jones et al., "The Garbage
 * Collection Handbook" (2012), 2.4.
 */
import { EVENT, HOT } from '../heap/clock.ts';
import { FLAG_COLLECTABLE, FLAG_PREHEADER, FLAGS, POISON, TYPE } from '../heap/layout.ts';
import { type Address, WORDS } from '../heap/memory.ts';
import { ObjectMap } from '../heap/object-map.ts';
import { PAGE_WORDS } from '../heap/page-map.ts';
import type { Capabilities, CollectionRecord, Strategy, StrategyContext, StrategyObserver } from '../heap/strategy.ts';
import { type AllocatorName, makeAllocator } from './allocators/catalogue.ts';
import type { ReclaimingAllocator } from './allocators/reclaiming-allocator.ts';
import { HEADER_BYTES, METER } from './collectors/base-strategy.ts';
import { TracingStrategy } from './collectors/tracing.ts';

// Constants of this module: the engine folds their addresses into the code (heap/memory.ts).
const W = WORDS;
const hot = HOT;
const meter = METER;

export const markSweepCapabilities: Capabilities = Object.freeze({
  refcount: 'none',
  moves: 'never',
  barrier: 'none',
  gcHeaderBytes: 0,
  copyReserve: 0,
  prompt: false,
  reclaimsCycles: true,
});

/** Share of the limit at which a collection comes whatever the growth. */
const SOFT_SHARE = 15 / 16;
/** After a collection that did not get below it, the next comes when this share of the limit more is mapped. */
const SOFT_STEP = 1 / 32;

class MarkSweep extends TracingStrategy<ReclaimingAllocator> {
  protected readonly collectionKind = 'mark-sweep';
  private readonly marks: ObjectMap;
  private stack = new Int32Array(1024);
  private top = 0;
  private stackPeak = 0;

  constructor(context: StrategyContext, allocator: AllocatorName) {
    super('mark-sweep', context, markSweepCapabilities, (pages) => makeAllocator(allocator, pages));
    this.marks = new ObjectMap(context.memory);
    this.pages.softBytes = this.pages.limitBytes * SOFT_SHARE;
  }

  protected trace(record: CollectionRecord): void {
    const { marks, heapStart } = this;
    const resolve = (object: Address): Address => (object < heapStart || marks.has(object) ? object : 0);
    const keep = (object: Address): Address => {
      this.mark(object);
      return object;
    };
    this.forEachRoot(record, keep);
    this.drain(record);
    this.clearWeakrefs(record, resolve);
    const dead = this.findFinalizableAndDrain(record, resolve, keep);
    // The registered dead are told of their end last, when nothing needs their side tables any more.
    for (const object of dead) this.marks.add(object);
    this.sweep(record);
    for (const object of dead) this.model.forget(object);
    for (const object of dead) this.freeObject(object);
    // What is left is what was marked.
    record.tracedBytes = this.usedBytes();
    this.pages.softBytes = Math.max(
      this.pages.limitBytes * SOFT_SHARE,
      this.pages.mappedBytes + this.pages.limitBytes * SOFT_STEP,
    );
  }

  override observe(observer: StrategyObserver): void {
    super.observe(observer);
    const { freeObject } = this;
    Object.assign(this, {
      freeObject: (object: Address) => {
        observer.freed(object);
        freeObject.call(this, object);
      },
    });
  }

  protected sideBytes(): number {
    return 2 * (this.pages.mappedBytes >>> 7) + this.stackPeak * 4;
  }

  private findFinalizableAndDrain(
    record: CollectionRecord,
    resolve: (object: Address) => Address,
    keep: (object: Address) => Address,
  ): Address[] {
    return this.findFinalizable(record, resolve, (object) => {
      keep(object);
      this.drain(record);
      return object;
    });
  }

  /** Marks an object and puts it on the mark stack. */
  private mark(object: Address): void {
    if (this.marks.has(object)) return;
    this.marks.add(object);
    if (this.top === this.stack.length) this.growStack(this.top + 1);
    this.stack[this.top++] = object;
  }

  /** Traces until the mark stack is empty. */
  private drain(record: CollectionRecord): void {
    const { model, heapStart, poisons } = this;
    const bits = this.marks.words;
    let stack = this.stack;
    let top = this.top;
    let visits = 0;
    let edges = 0;
    let pushes = top;
    let peak = top;
    while (top > 0) {
      const object = stack[--top];
      if (poisons && W[object + TYPE] === POISON) this.deadTouched(object, 'the trace came to the object');
      const slots = model.slots(object);
      const scratch = model.slotScratch;
      visits++;
      edges += slots;
      if (top + slots > stack.length) {
        this.growStack(top + slots);
        stack = this.stack;
      }
      for (let index = 0; index < slots; index++) {
        const child = W[scratch[index]];
        if (child < heapStart) continue;
        const bit = (child - heapStart) >> 2;
        const word = bits[bit >> 5];
        const mask = 1 << (bit & 31);
        if ((word & mask) !== 0) continue;
        bits[bit >> 5] = word | mask;
        stack[top++] = child;
        pushes++;
      }
      if (top > peak) peak = top;
    }
    this.top = 0;
    if (peak > this.stackPeak) this.stackPeak = peak;
    record.visited += visits;
    record.edges += edges;
    hot[EVENT.object_visit] += visits;
    hot[EVENT.edge] += edges;
    hot[EVENT.mark_push] += pushes;
    hot[EVENT.mark_pop] += visits;
  }

  private growStack(entries: number): void {
    const larger = new Int32Array(Math.max(entries, this.stack.length * 2));
    larger.set(this.stack);
    this.stack = larger;
  }

  /** Frees every object without a mark and clears the marks. */
  private sweep(record: CollectionRecord): void {
    const starts = this.starts.words;
    const marks = this.marks.words;
    const first = this.heapStart;
    const runs: { from: Address; to: Address }[] = [];
    this.pages.forEachTaken((from, to) => runs.push({ from, to }));
    let cells = 0;
    for (const { from, to } of runs) {
      this.options.onAccess?.(from, to - from, 'starts');
      this.options.onAccess?.(from, to - from, 'marks');
      const end = (to - first) >> 7;
      for (let index = (from - first) >> 7; index < end; index++) {
        const live = marks[index];
        const all = starts[index];
        if (all === 0) continue;
        marks[index] = 0;
        cells += populationCount(all);
        for (let dead = all & ~live; dead !== 0; dead &= dead - 1) {
          this.freeObject(first + (((index << 5) + (31 - Math.clz32(dead & -dead))) << 2));
        }
      }
      hot[EVENT.block_sweep] += (to - from) / PAGE_WORDS;
    }
    record.sweptCells += cells;
    hot[EVENT.cell_sweep] += cells;
  }

  private freeObject(object: Address): void {
    const { model } = this;
    const buffers = model.buffers(object);
    const { slotScratch, byteScratch } = model;
    for (let index = 0; index < buffers; index++) {
      const buffer = W[slotScratch[index]];
      if (buffer !== 0) this.freeBuffer(buffer, byteScratch[index]);
    }
    const flags = W[object + FLAGS];
    const preBytes = (flags & FLAG_PREHEADER) !== 0 ? 16 : 0;
    const bytes = model.size(object) + preBytes;
    this.starts.delete(object);
    if ((flags & FLAG_COLLECTABLE) !== 0) this.collectables--;
    meter[HEADER_BYTES] -= preBytes;
    const block = object - (preBytes >> 2);
    if (this.poisons) this.poison(block, bytes);
    this.allocator.free(block, bytes);
  }
}

function populationCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

export function createMarkSweep(context: StrategyContext, allocator: AllocatorName): Strategy {
  return new MarkSweep(context, allocator);
}
