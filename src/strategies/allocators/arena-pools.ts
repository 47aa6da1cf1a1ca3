/**
 * pymalloc as in CPython 3.13: arenas of 1 MiB, pools of 16 KiB, blocks of 32 size classes; above 512 bytes malloc.
 *
 * ```
 *  arena   | pool 0 | pool 1 | ... | pool 63 |     1 MiB, 1 MiB aligned
 *  pool    | header 48 B | block | block | ...     16 KiB, 16 KiB aligned; blocks of one size, a multiple of 16
 *
 *  pool header, 12 words, in the buffer:
 *   +0 blocks in use    +2 first free block    +4 next pool    +6 previous pool
 *   +8 arena number     +9 size class          +10 byte offset of the next block never used   +11 last such offset
 *  free block: word +1 links to the next free block of the pool; word +0 is left alone, so that the count of a freed
 *  object stays readable (CPython overwrites it)
 * ```
 * Orders, which programs see through id():
 * - a new pool carves two blocks, hands out the first and lists the second; further blocks are carved one at a time when the list is empty;
 * - within a pool the last freed block is handed out first;
 * - the used pools of a class are a list, taken from the front; a full pool leaves it and comes back to the front at its first free;
 * - an empty pool goes to the front of its arena's free pools, and keeps its free list if its next class is the same;
 * - arenas with free pools are listed by number of free pools, fewest first; an arena that becomes all free is given back unless it is
 *   the last of the list.
 *
 * An arena takes 1 MiB of addresses at once, and memory pool by pool as they are first carved.
 *
 * Source: CPython Objects/obmalloc.c, described in its own comments; checked against 3.13.0 in test/strategies.
 */
import { LabBug } from '../../base/errors.ts';
import { EVENT, HOT } from '../../heap/clock.ts';
import { type Address, fixedWords, WORDS } from '../../heap/memory.ts';
import { PAGE_BYTES, type PageMap } from '../../heap/page-map.ts';
import { type Allocator, type BlockInfo, type Footprint, SMALL_HOLE_BYTES } from '../../heap/strategy.ts';
import { ArenaList, IS_ARENA } from './arena-list.ts';
import { Malloc } from './malloc.ts';

export const ARENA_BYTES = 1024 * 1024;
export const POOL_BYTES = 16 * 1024;
const POOL_WORDS = POOL_BYTES / 4;
const POOL_MASK = ~(POOL_WORDS - 1);
const POOL_PAGES = POOL_BYTES / PAGE_BYTES;
export const POOL_HEADER_BYTES = 48;
const CLASSES = 32;
/** Shift from a word address to the number of its MiB. */
const MIB_SHIFT = 18;

const COUNT = 0;
const FREE = 2;
const NEXT = 4;
const PREV = 6;
const ARENA = 8;
const CLASS = 9;
const FRESH = 10;
const LAST_FRESH = 11;

/** Class of a pool that has never held blocks. */
const NO_CLASS = 0xffff;

// Constants of this module: the engine folds their addresses into the code (heap/memory.ts).
const W = WORDS;
const hot = HOT;
const isArena = IS_ARENA;
/** [requested bytes in use, modulo 2^32] */
const tally = fixedWords(1);
/** First pool with a free block, by class; 0 for none. */
const usedPools = fixedWords(CLASSES);

const ALLOC_FAST = EVENT.alloc_fast;
const FREED = EVENT.free;

/** What `sys._debugmallocstats` prints, as numbers. */
export interface PoolStatistics {
  /** By size class: pools, blocks in use, blocks free in those pools. */
  readonly classes: { readonly blockBytes: number; pools: number; usedBlocks: number; freeBlocks: number }[];
  arenasAllocatedTotal: number;
  arenasReclaimed: number;
  arenasPeak: number;
  arenas: number;
  /** Pools of the arenas that no class holds. */
  unusedPools: number;
  usedBlockBytes: number;
  freeBlockBytes: number;
  unusedPoolBytes: number;
  poolHeaderBytes: number;
  /** Ends of pools too short for a block. */
  quantizationBytes: number;
  alignmentBytes: number;
}

export class ArenaPools implements Allocator {
  readonly name = 'arena-pools';
  private readonly pages: PageMap;
  /** Blocks above 512 bytes. */
  readonly large: Malloc;
  private readonly arenas: ArenaList;

  constructor(pages: PageMap) {
    tally.fill(0);
    usedPools.fill(0);
    this.pages = pages;
    this.large = new Malloc(pages);
    this.arenas = new ArenaList(pages);
  }

  get usedBytes(): number {
    return (tally[0] + this.large.usedBytes) >>> 0;
  }

  allocate(bytes: number): Address {
    const sizeClass = (bytes - 1) >> 4;
    if (sizeClass >>> 0 < CLASSES) {
      const pool = usedPools[sizeClass];
      if (pool !== 0) {
        const block = W[pool + FREE];
        const next = W[block + 1];
        W[pool + COUNT]++;
        W[pool + FREE] = next;
        tally[0] += bytes;
        hot[ALLOC_FAST]++;
        if (next === 0) this.carve(pool, sizeClass);
        return block;
      }
      return this.openPool(sizeClass, bytes);
    }
    return this.large.allocate(bytes);
  }

  free(address: Address, bytes: number): void {
    if (isArena[address >>> MIB_SHIFT] === 0) {
      this.large.free(address, bytes);
      return;
    }
    const pool = address & POOL_MASK;
    const first = W[pool + FREE];
    const count = W[pool + COUNT] - 1;
    W[address + 1] = first;
    W[pool + FREE] = address;
    W[pool + COUNT] = count;
    tally[0] -= bytes;
    hot[FREED]++;
    if (first === 0) this.linkUsed(pool);
    else if (count === 0) this.closePool(pool);
  }

  resize(address: Address, oldBytes: number, newBytes: number): Address {
    if (isArena[address >>> MIB_SHIFT] === 0) return this.large.resize(address, oldBytes, newBytes);
    const cell = (W[(address & POOL_MASK) + CLASS] + 1) << 4;
    // Shrinking in place wastes room, moving costs a copy: CPython moves when a quarter is saved.
    if (newBytes <= cell && 4 * newBytes > 3 * cell) {
      tally[0] += newBytes - oldBytes;
      hot[ALLOC_FAST]++;
      return address;
    }
    const moved = this.allocate(newBytes);
    if (moved === 0) return 0;
    const words = (Math.min(oldBytes, newBytes) + 3) >> 2;
    for (let word = 0; word < words; word++) W[moved + word] = W[address + word];
    hot[EVENT.copy_bytes] += words << 2;
    this.free(address, oldBytes);
    return moved;
  }

  cellBytes(address: Address): number {
    if (isArena[address >>> MIB_SHIFT] === 0) return this.large.cellBytes(address);
    return (W[(address & POOL_MASK) + CLASS] + 1) << 4;
  }

  footprint(): Footprint {
    const print = this.large.footprint();
    let cellBytes = 0;
    let headerBytes = 0;
    let freeBytes = 0;
    let smallHoleBytes = print.smallHoleBytes;
    let poolsFree = false;
    let largestFreeBytes = print.largestFreeBytes;
    this.forEachPool((pool) => {
      headerBytes += POOL_HEADER_BYTES;
      const used = W[pool + COUNT];
      const sizeClass = W[pool + CLASS];
      if (used === 0) {
        freeBytes += POOL_BYTES - POOL_HEADER_BYTES;
        poolsFree = true;
        return;
      }
      const cell = (sizeClass + 1) << 4;
      cellBytes += used * cell;
      const free = Math.floor((POOL_BYTES - POOL_HEADER_BYTES) / cell) - used;
      freeBytes += free * cell;
      if (cell < SMALL_HOLE_BYTES) smallHoleBytes += free * cell;
      if (free > 0 && cell > largestFreeBytes) largestFreeBytes = cell;
    });
    if (poolsFree) largestFreeBytes = Math.max(largestFreeBytes, POOL_BYTES - POOL_HEADER_BYTES);
    return {
      usedBytes: this.usedBytes,
      cellBytes: print.cellBytes + cellBytes,
      mappedBytes: this.pages.mappedBytes,
      metadataBytes: print.metadataBytes + headerBytes,
      sideBytes: 0,
      freeBytes: print.freeBytes + freeBytes,
      largestFreeBytes,
      smallHoleBytes,
    };
  }

  blocks(visit: (block: BlockInfo) => void): void {
    const block: BlockInfo = { address: 0, bytes: 0, free: false, payload: 0, requestedBytes: -1 };
    this.large.chunks(block, visit);
    // Arenas and the page runs of large blocks share the zone behind the chunks.
    const runs = this.large.mappedPayloads;
    let run = 0;
    for (const arena of this.arenas.sorted()) {
      const start = this.arenas.base(arena);
      while (run < runs.length && runs[run]! < start) this.large.mappedBlock(block, runs[run++]!, visit);
      const end = this.arenas.carvedEnd(arena);
      for (let pool = start; pool < end; pool += POOL_WORDS) this.poolBlocks(pool, block, visit);
    }
    while (run < runs.length) this.large.mappedBlock(block, runs[run++]!, visit);
  }

  verify(): void {
    this.large.verify();
    this.arenas.verify();
    this.forEachPool((pool) => this.verifyPool(pool));
    this.verifyUsedLists();
  }

  statistics(): PoolStatistics {
    const statistics: PoolStatistics = {
      classes: Array.from({ length: CLASSES }, (_, index) => ({
        blockBytes: (index + 1) << 4,
        pools: 0,
        usedBlocks: 0,
        freeBlocks: 0,
      })),
      arenasAllocatedTotal: this.arenas.allocatedTotal,
      arenasReclaimed: this.arenas.allocatedTotal - this.arenas.count,
      arenasPeak: this.arenas.peak,
      arenas: this.arenas.count,
      unusedPools: 0,
      usedBlockBytes: 0,
      freeBlockBytes: 0,
      unusedPoolBytes: 0,
      poolHeaderBytes: 0,
      quantizationBytes: 0,
      alignmentBytes: 0,
    };
    let usedPools = 0;
    this.forEachPool((pool) => {
      const used = W[pool + COUNT];
      if (used === 0) return;
      const row = statistics.classes[W[pool + CLASS]]!;
      const blocks = Math.floor((POOL_BYTES - POOL_HEADER_BYTES) / row.blockBytes);
      usedPools++;
      row.pools++;
      row.usedBlocks += used;
      row.freeBlocks += blocks - used;
      statistics.usedBlockBytes += used * row.blockBytes;
      statistics.freeBlockBytes += (blocks - used) * row.blockBytes;
      statistics.poolHeaderBytes += POOL_HEADER_BYTES;
      statistics.quantizationBytes += POOL_BYTES - POOL_HEADER_BYTES - blocks * row.blockBytes;
    });
    statistics.unusedPools = (this.arenas.count * ARENA_BYTES) / POOL_BYTES - usedPools;
    statistics.unusedPoolBytes = statistics.unusedPools * POOL_BYTES;
    return statistics;
  }

  /** The pool just gave its last listed block: carve one more, or leave the used pools when there is none. */
  private carve(pool: Address, sizeClass: number): void {
    const fresh = W[pool + FRESH];
    if (fresh <= W[pool + LAST_FRESH]) {
      const block = pool + (fresh >> 2);
      W[pool + FREE] = block;
      W[pool + FRESH] = fresh + ((sizeClass + 1) << 4);
      W[block + 1] = 0;
      return;
    }
    this.unlinkUsed(pool, sizeClass);
  }

  private openPool(sizeClass: number, bytes: number): Address {
    hot[EVENT.alloc_slow]++;
    const pool = this.takePool();
    if (pool === 0) return 0;
    W[pool + COUNT] = 1;
    tally[0] += bytes;
    this.linkUsed(pool, sizeClass);
    if (W[pool + CLASS] === sizeClass) {
      const block = W[pool + FREE];
      W[pool + FREE] = W[block + 1];
      return block;
    }
    hot[EVENT.alloc_refill]++;
    const blockBytes = (sizeClass + 1) << 4;
    W[pool + CLASS] = sizeClass;
    W[pool + FRESH] = POOL_HEADER_BYTES + 2 * blockBytes;
    W[pool + LAST_FRESH] = POOL_BYTES - blockBytes;
    const first = pool + POOL_HEADER_BYTES / 4;
    const second = first + (blockBytes >> 2);
    W[pool + FREE] = second;
    W[second + 1] = 0;
    return first;
  }

  /** A pool out of the arena with the fewest free pools: the one that became free last, else one never carved; 0 when there is no room. */
  private takePool(): Address {
    const { arenas } = this;
    let arena = arenas.first;
    if (arena === 0) {
      arena = arenas.open();
      if (arena === 0) return 0;
    }
    const pool = arenas.freePool(arena);
    if (pool !== 0) {
      arenas.takeFree(arena, W[pool + NEXT]);
      return pool;
    }
    if (!this.pages.charge(POOL_PAGES)) return 0;
    const carved = arenas.carve(arena);
    W[carved + ARENA] = arena;
    W[carved + CLASS] = NO_CLASS;
    return carved;
  }

  private closePool(pool: Address): void {
    this.unlinkUsed(pool, W[pool + CLASS]);
    const arena = W[pool + ARENA];
    W[pool + NEXT] = this.arenas.freePool(arena);
    this.arenas.putFree(arena, pool);
  }

  /** Puts a pool at the front of the used pools of its class. */
  private linkUsed(pool: Address, sizeClass: number = W[pool + CLASS]): void {
    const first = usedPools[sizeClass];
    W[pool + NEXT] = first;
    W[pool + PREV] = 0;
    if (first !== 0) W[first + PREV] = pool;
    usedPools[sizeClass] = pool;
  }

  private unlinkUsed(pool: Address, sizeClass: number): void {
    const next = W[pool + NEXT];
    const previous = W[pool + PREV];
    if (next !== 0) W[next + PREV] = previous;
    if (previous !== 0) W[previous + NEXT] = next;
    else usedPools[sizeClass] = next;
  }

  private forEachPool(visit: (pool: Address) => void): void {
    for (const arena of this.arenas.sorted()) {
      const end = this.arenas.carvedEnd(arena);
      for (let pool = this.arenas.base(arena); pool < end; pool += POOL_WORDS) visit(pool);
    }
  }

  private poolBlocks(pool: Address, block: BlockInfo, visit: (block: BlockInfo) => void): void {
    block.requestedBytes = -1;
    if (W[pool + COUNT] === 0) {
      block.address = pool + POOL_HEADER_BYTES / 4;
      block.payload = block.address;
      block.bytes = POOL_BYTES - POOL_HEADER_BYTES;
      block.free = true;
      visit(block);
      return;
    }
    const words = (W[pool + CLASS] + 1) << 2;
    const free = this.freeBlocks(pool);
    const carved = pool + (W[pool + FRESH] >> 2);
    const end = pool + (W[pool + LAST_FRESH] >> 2);
    for (let address = pool + POOL_HEADER_BYTES / 4; address <= end; address += words) {
      block.address = address;
      block.payload = address;
      block.bytes = words << 2;
      block.free = address >= carved || free.has(address);
      visit(block);
    }
  }

  private freeBlocks(pool: Address): Set<Address> {
    const free = new Set<Address>();
    for (let block = W[pool + FREE]; block !== 0; block = W[block + 1]) {
      if (free.has(block)) this.bad(block, 'free list of a pool runs in a circle');
      if ((block & POOL_MASK) !== pool) this.bad(block, `free list of pool 0x${pool.toString(16)} leaves the pool`);
      free.add(block);
    }
    return free;
  }

  private verifyPool(pool: Address): void {
    const count = W[pool + COUNT];
    const sizeClass = W[pool + CLASS];
    if (sizeClass === NO_CLASS && count === 0) return;
    if (sizeClass < 0 || sizeClass >= CLASSES) this.bad(pool, `pool has size class ${sizeClass}`);
    const blockBytes = (sizeClass + 1) << 4;
    const fresh = W[pool + FRESH];
    const last = W[pool + LAST_FRESH];
    const blocks = Math.floor((POOL_BYTES - POOL_HEADER_BYTES) / blockBytes);
    if (last !== POOL_BYTES - blockBytes) this.bad(pool, 'pool has a wrong last offset for its class');
    if (fresh < POOL_HEADER_BYTES + blockBytes || (fresh - POOL_HEADER_BYTES) % blockBytes !== 0 || fresh > last + blockBytes) {
      this.bad(pool, 'pool has a wrong offset of the next fresh block');
    }
    const free = this.freeBlocks(pool);
    const carved = (fresh - POOL_HEADER_BYTES) / blockBytes;
    for (const block of free) {
      const offset = ((block - pool) << 2) - POOL_HEADER_BYTES;
      if (offset < 0 || offset % blockBytes !== 0 || offset / blockBytes >= carved)
        this.bad(block, 'free block is not a block of its pool');
    }
    if (count + free.size !== carved)
      this.bad(pool, `pool counts ${count} blocks in use and ${free.size} free of ${carved} carved`);
    if (count > 0 && free.size === 0 && count !== blocks) this.bad(pool, 'pool has no listed free block but is not full');
  }

  private verifyUsedLists(): void {
    let listed = 0;
    for (let sizeClass = 0; sizeClass < CLASSES; sizeClass++) {
      let previous = 0;
      for (let pool = usedPools[sizeClass]; pool !== 0; pool = W[pool + NEXT]) {
        if (isArena[pool >>> MIB_SHIFT] === 0) this.bad(pool, 'used pool lies in no arena');
        if (W[pool + CLASS] !== sizeClass) this.bad(pool, 'used pool is in the list of another class');
        if (W[pool + PREV] !== previous) this.bad(pool, 'back link of a used pool is wrong');
        if (W[pool + FREE] === 0) this.bad(pool, 'full pool is among the used pools');
        if (W[pool + COUNT] === 0) this.bad(pool, 'empty pool is among the used pools');
        previous = pool;
        listed++;
      }
    }
    let expected = 0;
    this.forEachPool((pool) => {
      if (W[pool + COUNT] > 0 && W[pool + FREE] !== 0) expected++;
    });
    if (listed !== expected)
      throw new LabBug(`arena-pools: ${expected} pools have used and free blocks, the lists hold ${listed}`);
  }

  private bad(address: Address, sentence: string): never {
    throw new LabBug(`arena-pools: ${sentence} (word 0x${address.toString(16)})`);
  }
}
