/**
 * `semispace`: Cheney's copying collector. Half of the heap is in use; a collection copies what is reachable into the other half and
 * gives the first one up as a whole. Allocation is a bump, fragmentation is none, dead objects cost nothing; the price is the reserve
 * and the copying of everything that lives.
 *
 * ```
 *  from-space   | a | buffer of a | b | c | ...      to-space   | a' | b' | buffer of a' | c' | <- scan ... top
 *  word 0 of a copied object in from-space: -(its address in to-space)
 * ```
 * An object is copied when a root or a scanned slot first leads to it; its buffers are copied when it is scanned. Scanning goes through
 * the start bits of to-space in address order, so the order of copying is breadth first. From-space stays readable but for word 0
 * until the end: sizes, weak chains and side tables are read there.
 *
 * `id()` stays what it was: an object whose identity was asked for keeps a number that no address ever has. Objects of the static
 * region do not move.
 *
 * Choose it when few objects survive and memory is plenty.
 *
 * Source: C. J. Cheney, "A nonrecursive list compacting algorithm" (CACM 13, 1970).
 */
import { assert } from '../base/assert.ts';
import { EVENT, HOT } from '../heap/clock.ts';
import { FLAG_COLLECTABLE, FLAG_IDENTITY, FLAG_PREHEADER, FLAGS, POISON, REFCOUNT, TYPE } from '../heap/layout.ts';
import { type Address, ID_BASE, WORDS } from '../heap/memory.ts';
import type { Capabilities, CollectionRecord, Strategy, StrategyContext, StrategyObserver } from '../heap/strategy.ts';
import { Bump } from './allocators/bump.ts';
import { HEADER_BYTES, METER } from './collectors/base-strategy.ts';
import { TracingStrategy } from './collectors/tracing.ts';

// Constants of this module: the engine folds their addresses into the code (heap/memory.ts).
const W = WORDS;
const hot = HOT;
const meter = METER;

export const semispaceCapabilities: Capabilities = Object.freeze({
  refcount: 'none',
  moves: 'stop-the-world',
  barrier: 'none',
  gcHeaderBytes: 0,
  copyReserve: 0.5,
  prompt: false,
  reclaimsCycles: true,
});

/** From words of heap to bytes of the bitmap of starts: a bit for 4 words. */
const START_BITS_SHIFT = 5;
/** Bytes of one entry of the identity table. */
const IDENTITY_BYTES = 16;

class Semispace extends TracingStrategy<Bump> {
  protected readonly collectionKind = 'copy';
  /** Identities by address, in the order in which they were asked for. */
  private identities = new Map<Address, number>();
  private nextIdentity: number;

  constructor(context: StrategyContext) {
    const { memory, options } = context;
    super(
      'semispace',
      context,
      semispaceCapabilities,
      (pages) => new Bump(memory, pages, 2, options.trackObjects),
      1 - semispaceCapabilities.copyReserve,
    );
    this.nextIdentity = ID_BASE + memory.heapEnd * 4;
  }

  override identity(object: Address): number {
    if (object < this.heapStart) return super.identity(object);
    const known = this.identities.get(object);
    if (known !== undefined) return known;
    const identity = this.nextIdentity;
    this.nextIdentity += 16;
    this.identities.set(object, identity);
    W[object + FLAGS] |= FLAG_IDENTITY;
    return identity;
  }

  protected trace(record: CollectionRecord): void {
    const { heapStart, allocator, model } = this;
    const resolve = (object: Address): Address => {
      if (object < heapStart) return object;
      // In to-space already: what a relinked weak chain holds.
      if (object >= allocator.spaceStart && object < allocator.spaceTop) return object;
      return W[object + REFCOUNT] < -1 ? -W[object + REFCOUNT] : 0;
    };
    allocator.beginCopy();
    meter[HEADER_BYTES] = 0;
    this.collectables = 0;
    const keep = (object: Address): Address => this.copy(object);
    // The slots of a static object may lie in a buffer on the heap: that moves before they are visited.
    this.staticOwners((owner) => this.copyBuffers(owner));
    this.forEachRoot(record, keep);
    let scanned = this.scan(allocator.spaceStart, record);
    this.clearWeakrefs(record, resolve);
    const dead = this.findFinalizable(record, resolve, (object) => {
      const kept = this.copy(object);
      scanned = this.scan(scanned, record);
      return kept;
    });
    hot[EVENT.forwarding_lookup] += this.identities.size;
    const identities = new Map<Address, number>();
    for (const [object, identity] of this.identities) {
      const now = resolve(object);
      if (now !== 0) identities.set(now, identity);
    }
    this.identities = identities;
    for (const object of dead) model.forget(object);
    const { from, to } = allocator.endCopy();
    this.starts.clear(from, to);
    hot[EVENT.zero_bytes] += (to - from) >>> START_BITS_SHIFT;
    this.options.onAccess?.(from, to - from, 'starts');
    if (this.poisons) W.fill(POISON, from, to);
    record.copiedBytes = allocator.usedBytes;
    hot[EVENT.copy_bytes] += allocator.usedBytes;
    model.moved();
  }

  override observe(observer: StrategyObserver): void {
    super.observe(observer);
    const { copy } = this;
    Object.assign(this, {
      copy: (object: Address) => {
        const stays = object < this.heapStart || W[object + REFCOUNT] < -1;
        const now = copy.call(this, object);
        if (!stays) observer.moved(object, now);
        return now;
      },
    });
  }

  protected sideBytes(): number {
    return this.pages.mappedBytes + (this.pages.mappedBytes >>> 7) + this.identities.size * IDENTITY_BYTES;
  }

  /** The object's address in to-space; copies it there the first time. */
  private copy(object: Address): Address {
    if (object < this.heapStart) return object;
    const forward = W[object + REFCOUNT];
    if (forward < -1) {
      if (forward === POISON) this.deadTouched(object, 'the copying came to the object');
      hot[EVENT.forwarding_lookup]++;
      return -forward;
    }
    if (this.poisons && W[object + TYPE] === POISON) this.deadTouched(object, 'the copying came to the object');
    const flags = W[object + FLAGS];
    const preWords = (flags & FLAG_PREHEADER) !== 0 ? 4 : 0;
    const bytes = this.model.size(object);
    const block = this.allocator.allocateCopy(bytes + (preWords << 2));
    this.copyWords(object - preWords, block, preWords + ((bytes + 3) >> 2));
    const copied = block + preWords;
    W[object + REFCOUNT] = -copied;
    this.options.onMove?.(object, copied);
    this.starts.add(copied);
    meter[HEADER_BYTES] += preWords << 2;
    if ((flags & FLAG_COLLECTABLE) !== 0) this.collectables++;
    return copied;
  }

  /** Scans every object of to-space from `from` on, copying what it leads to; returns where the next scan goes on. */
  private scan(from: Address, record: CollectionRecord): Address {
    const { model, allocator, starts, heapStart } = this;
    let visits = 0;
    let edges = 0;
    let at = from;
    for (let object = starts.next(at, allocator.spaceTop); object !== 0; object = starts.next(at, allocator.spaceTop)) {
      this.copyBuffers(object);
      const slots = model.slots(object);
      const scratch = model.slotScratch;
      visits++;
      edges += slots;
      for (let index = 0; index < slots; index++) {
        const child = W[scratch[index]];
        if (child >= heapStart) W[scratch[index]] = this.copy(child);
      }
      at = object + 4;
    }
    this.options.onAccess?.(from, Math.max(0, at - from), 'starts');
    record.visited += visits;
    record.edges += edges;
    hot[EVENT.object_visit] += visits;
    hot[EVENT.edge] += edges;
    return at;
  }

  /** Copies the heap buffers that an object owns; those of static objects may be static. */
  private copyBuffers(owner: Address): void {
    const { model, allocator, heapStart } = this;
    const buffers = model.buffers(owner);
    for (let index = 0; index < buffers; index++) {
      const slot = model.slotScratch[index];
      const bytes = model.byteScratch[index];
      const buffer = W[slot];
      if (buffer < heapStart) continue;
      assert(buffer < allocator.spaceStart || buffer >= allocator.spaceTop, 'a buffer has two owners');
      const moved = allocator.allocateCopy(bytes);
      this.copyWords(buffer, moved, (bytes + 3) >> 2);
      W[slot] = moved;
    }
  }

  private copyWords(from: Address, to: Address, words: number): void {
    this.options.onAccess?.(from, words, 'heap');
    this.options.onAccess?.(to, words, 'heap');
    if (words > 64) W.copyWithin(to, from, from + words);
    else for (let word = 0; word < words; word++) W[to + word] = W[from + word];
  }
}

export function createSemispace(context: StrategyContext): Strategy {
  return new Semispace(context);
}
