/**
 * The arenas of pymalloc: which have free pools, fewest free pools first, so that nearly empty ones drain and can be given
 * back.
 *
 * Arenas are numbered from 1; 0 is none. `lastWith[n]` is the last arena of the list with n free pools: with it an arena whose count
 * rises by one finds its new place in one step.
 *
 * Source: CPython Objects/obmalloc.c (usable_arenas, nfp2lasta).
 */
import { LabBug } from '../../base/errors.ts';
import { type Address, ofThread, WORDS } from '../../heap/memory.ts';
import { PAGE_BYTES, type PageMap } from '../../heap/page-map.ts';

// Constants of this module: the engine folds their addresses into the code (heap/memory.ts).
const W = WORDS;

const ARENA_PAGES = (1024 * 1024) / PAGE_BYTES;
const POOL_PAGES = (16 * 1024) / PAGE_BYTES;
const POOL_WORDS = 4096;
const POOLS = 64;
const MIB_SHIFT = 18;

/** By MiB of the thread's memory: is it an arena? */
export const IS_ARENA: Uint8Array = ofThread(new Uint8Array((WORDS.length >>> MIB_SHIFT) + 2));

export class ArenaList {
  /** First usable arena: the one with the fewest free pools; 0 when none has any. */
  first = 0;
  /** Arenas now. */
  count = 0;
  peak = 0;
  allocatedTotal = 0;
  private readonly pages: PageMap;
  private readonly bases: Int32Array;
  private readonly carvedEnds: Int32Array;
  private readonly freePools: Int32Array;
  private readonly freeCounts: Int32Array;
  private readonly nexts: Int32Array;
  private readonly previouses: Int32Array;
  private readonly lastWith = new Int32Array(POOLS + 1);
  /** Numbers whose arena was given back, reused last first; then `fresh` and up. */
  private readonly unused: number[] = [];
  private fresh = 1;

  constructor(pages: PageMap) {
    this.pages = pages;
    const most = (W.length >>> MIB_SHIFT) + 2;
    IS_ARENA.fill(0);
    this.bases = new Int32Array(most);
    this.carvedEnds = new Int32Array(most);
    this.freePools = new Int32Array(most);
    this.freeCounts = new Int32Array(most);
    this.nexts = new Int32Array(most);
    this.previouses = new Int32Array(most);
  }

  base(arena: number): Address {
    return this.bases[arena];
  }
  /** First word behind the pools carved so far. */
  carvedEnd(arena: number): Address {
    return this.carvedEnds[arena];
  }
  /** The pool of this arena that became free last; 0 for none. */
  freePool(arena: number): Address {
    return this.freePools[arena];
  }

  /** Numbers of the arenas, by address. */
  sorted(): number[] {
    const arenas: number[] = [];
    for (let arena = 1; arena < this.fresh; arena++) if (this.bases[arena] !== 0) arenas.push(arena);
    return arenas.sort((left, right) => this.bases[left] - this.bases[right]);
  }

  /** A new arena, at the front of the list; 0 when there are no addresses for one. */
  open(): number {
    const base = this.pages.reserve(ARENA_PAGES, ARENA_PAGES);
    if (base === 0) return 0;
    const arena = this.unused.pop() ?? this.fresh++;
    this.bases[arena] = base;
    this.carvedEnds[arena] = base;
    this.freePools[arena] = 0;
    this.freeCounts[arena] = POOLS;
    this.nexts[arena] = 0;
    this.previouses[arena] = 0;
    IS_ARENA[base >>> MIB_SHIFT] = 1;
    this.first = arena;
    this.lastWith[POOLS] = arena;
    this.count++;
    this.allocatedTotal++;
    if (this.count > this.peak) this.peak = this.count;
    return arena;
  }

  /** Takes the arena's first free pool; `rest` is the one behind it. */
  takeFree(arena: number, rest: Address): void {
    this.freePools[arena] = rest;
    this.countDown(arena);
  }

  /** Takes the next pool that was never used. */
  carve(arena: number): Address {
    const pool = this.carvedEnds[arena];
    this.carvedEnds[arena] = pool + POOL_WORDS;
    this.countDown(arena);
    return pool;
  }

  /** Enters a pool that became empty, and keeps the list in order; gives the arena back when nothing in it is used. */
  putFree(arena: number, pool: Address): void {
    const { nexts, previouses, freeCounts, lastWith } = this;
    this.freePools[arena] = pool;
    const before = freeCounts[arena];
    const after = before + 1;
    const lastBefore = lastWith[before];
    if (lastBefore === arena) {
      const previous = previouses[arena];
      lastWith[before] = previous !== 0 && freeCounts[previous] === before ? previous : 0;
    }
    freeCounts[arena] = after;
    if (after === POOLS && nexts[arena] !== 0) {
      this.unlink(arena);
      this.close(arena);
      return;
    }
    if (after === 1) {
      nexts[arena] = this.first;
      previouses[arena] = 0;
      if (this.first !== 0) previouses[this.first] = arena;
      this.first = arena;
      if (lastWith[1] === 0) lastWith[1] = arena;
      return;
    }
    if (lastWith[after] === 0) lastWith[after] = arena;
    if (lastBefore === arena) return;
    // Others with the old count stand behind it: it goes behind the last of them.
    this.unlink(arena);
    previouses[arena] = lastBefore;
    const next = nexts[lastBefore];
    nexts[arena] = next;
    if (next !== 0) previouses[next] = arena;
    nexts[lastBefore] = arena;
  }

  verify(): void {
    let previous = 0;
    let listed = 0;
    for (let arena = this.first; arena !== 0; arena = this.nexts[arena]) {
      const free = this.freeCounts[arena];
      if (this.bases[arena] === 0) throw new LabBug(`arena-pools: arena ${arena} is listed but was given back`);
      if (this.previouses[arena] !== previous) throw new LabBug(`arena-pools: back link of arena ${arena} is wrong`);
      if (previous !== 0 && this.freeCounts[previous] > free) {
        throw new LabBug(
          `arena-pools: arena ${arena} with ${free} free pools stands behind one with ${this.freeCounts[previous]}`,
        );
      }
      if (free === 0) throw new LabBug(`arena-pools: arena ${arena} without free pools is listed`);
      const next = this.nexts[arena];
      if ((next === 0 || this.freeCounts[next] !== free) && this.lastWith[free] !== arena) {
        throw new LabBug(`arena-pools: arena ${arena} is the last with ${free} free pools, noted is ${this.lastWith[free]}`);
      }
      previous = arena;
      if (++listed > this.count) throw new LabBug('arena-pools: the arena list runs in a circle');
    }
    let usable = 0;
    for (const arena of this.sorted()) {
      if (this.freeCounts[arena] > 0) usable++;
      const carved = (this.carvedEnds[arena] - this.bases[arena]) / POOL_WORDS;
      let free = POOLS - carved;
      for (let pool = this.freePools[arena]; pool !== 0; pool = W[pool + 4]) {
        if (W[pool] !== 0)
          throw new LabBug(`arena-pools: pool with blocks in use among the free ones (word 0x${pool.toString(16)})`);
        if (++free > POOLS) throw new LabBug(`arena-pools: free pools of arena ${arena} run in a circle`);
      }
      if (free !== this.freeCounts[arena])
        throw new LabBug(`arena-pools: arena ${arena} counts ${this.freeCounts[arena]} free pools, has ${free}`);
    }
    if (usable !== listed) throw new LabBug(`arena-pools: ${usable} arenas have free pools, ${listed} are listed`);
  }

  private countDown(arena: number): void {
    const free = this.freeCounts[arena];
    if (this.lastWith[free] === arena) this.lastWith[free] = 0;
    if (free > 1) this.lastWith[free - 1] = arena;
    this.freeCounts[arena] = free - 1;
    if (free === 1) {
      this.first = this.nexts[arena];
      if (this.first !== 0) this.previouses[this.first] = 0;
    }
  }

  private unlink(arena: number): void {
    const next = this.nexts[arena];
    const previous = this.previouses[arena];
    if (next !== 0) this.previouses[next] = previous;
    if (previous !== 0) this.nexts[previous] = next;
    else this.first = next;
  }

  private close(arena: number): void {
    const base = this.bases[arena];
    this.pages.release(base, ARENA_PAGES);
    this.pages.uncharge(((this.carvedEnds[arena] - base) / POOL_WORDS) * POOL_PAGES);
    IS_ARENA[base >>> MIB_SHIFT] = 0;
    this.bases[arena] = 0;
    this.unused.push(arena);
    this.count--;
  }
}
