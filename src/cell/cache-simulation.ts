/**
 * The cache of the `cache` profiles: two levels, set-associative, least recently used, in front of what a strategy looks at in objects.
 *
 * ```
 *  L1   32 KiB, 8 ways, 64 sets      L2   1 MiB, 16 ways, 1024 sets      lines of 64 bytes
 *  ways of a set lie next to each other, the most recently used first; a tag is the line number plus 1
 * ```
 * Every access of a collector to the heap goes through it: the header of each object that a strategy asks the model about, the slots it reads, where it keeps the mark or the count
 * of each referent (in the object, or in a bitmap beside the heap of one bit for 16 bytes), root slots, passes over the lists of a cycle collector, the bitmaps that a sweep reads, and
 * both ends of a copy. Not seen are the collector's work stack and what an allocator writes into its own headers: they are few lines, and warm. What the program itself touches
 * between two collections does not disturb this cache. There is no prefetcher, so a copy misses once for each line at either end.
 */
import { EVENT, HOT } from '../heap/clock.ts';
import { type Address, WORDS } from '../heap/memory.ts';
import type { ObjectModel } from '../heap/object-model.ts';
import type { StrategyOptions } from '../heap/strategy.ts';

/** Words of a line, as a shift. */
const LINE_SHIFT = 4;
/** Words of heap that one line of a bitmap describes, as a shift: 512 bits of 4 words. */
const BITMAP_SHIFT = 11;
/** Line numbers of the bitmaps begin behind those of the largest heap. */
const MARK_LINES = 1 << 27;
const START_LINES = MARK_LINES + (1 << 20);

const NEAR_WAYS = 8;
const NEAR_SETS = (32 * 1024) / 64 / NEAR_WAYS;
const FAR_WAYS = 16;
const FAR_SETS = (1024 * 1024) / 64 / FAR_WAYS;

// Constants of this module, as the memory is (heap/memory.ts): a thread runs one machine at a time.
const near = new Int32Array(NEAR_SETS * NEAR_WAYS);
const far = new Int32Array(FAR_SETS * FAR_WAYS);
/** [the line touched last] */
const last = new Int32Array(1);

const L2_HIT = EVENT.collector_l2_hit;
const MISS = EVENT.collector_miss;

function touchLine(line: number): void {
  // It is the first of its set already.
  if (line === last[0]) return;
  last[0] = line;
  const tag = line + 1;
  const first = (line & (NEAR_SETS - 1)) * NEAR_WAYS;
  const newest = near[first];
  if (newest === tag) return;
  const second = near[first + 1];
  near[first] = tag;
  near[first + 1] = newest!;
  if (second === tag) return;
  let carried = second;
  for (let way = first + 2; way < first + NEAR_WAYS; way++) {
    const old = near[way];
    near[way] = carried!;
    if (old === tag) return;
    carried = old;
  }
  touchFar(line, tag);
}

function touchFar(line: number, tag: number): void {
  const first = (line & (FAR_SETS - 1)) * FAR_WAYS;
  let carried = far[first];
  far[first] = tag;
  if (carried === tag) {
    HOT[L2_HIT]!++;
    return;
  }
  for (let way = first + 1; way < first + FAR_WAYS; way++) {
    const old = far[way];
    far[way] = carried!;
    if (old === tag) {
      HOT[L2_HIT]!++;
      return;
    }
    carried = old;
  }
  HOT[MISS]!++;
}

/** The cache of the thread's machine; making one empties it. Hits in L1 are what the costs of the other events contain. */
export class CacheSimulation {
  constructor() {
    near.fill(0);
    far.fill(0);
    last[0] = -1;
  }

  /** One access to the line that holds the word. */
  touch(address: Address): void {
    touchLine(address >> LINE_SHIFT);
  }

  /** What a strategy tells of its own accesses: `StrategyOptions.onAccess`. */
  accesses(heapStart: Address): NonNullable<StrategyOptions['onAccess']> {
    return (address, words, where) => {
      const shift = where === 'heap' ? LINE_SHIFT : BITMAP_SHIFT;
      const base = where === 'heap' ? 0 : (where === 'marks' ? MARK_LINES : START_LINES) - (heapStart >> BITMAP_SHIFT);
      const last = (address + words - 1) >> shift;
      for (let line = address >> shift; line <= last; line++) touchLine(base + line);
    };
  }

  /** The model for a strategy: as `model`, with what it is asked about going through the cache. Others keep the model itself and are not seen. */
  seenThrough(model: ObjectModel, heapStart: Address, marksInObjects: boolean): ObjectModel {
    const touch = (object: Address): void => touchLine(object >> LINE_SHIFT);
    const seen = Object.create(model) as ObjectModel;
    const followed = (object: Address, slots: number, inObjects: boolean): number => {
      touch(object);
      for (let index = 0; index < slots; index++) {
        const slot = model.slotScratch[index];
        touch(slot);
        const referent = WORDS[slot];
        if (referent < heapStart) continue;
        if (inObjects) touch(referent);
        else touchLine(MARK_LINES + (referent >> BITMAP_SHIFT) - (heapStart >> BITMAP_SHIFT));
      }
      return slots;
    };
    // Without the short cuts: what they look at would not be seen.
    seen.plain = () => 0;
    seen.slots = (object) => followed(object, model.slots(object), marksInObjects);
    seen.traversed = (object) => followed(object, model.traversed(object), marksInObjects);
    // Of what these name, the counts are changed.
    seen.teardown = (object) => followed(object, model.teardown(object), true);
    seen.clearable = (object) => followed(object, model.clearable(object), true);
    seen.buffers = (object) => {
      touch(object);
      return model.buffers(object);
    };
    seen.size = (object) => {
      touch(object);
      return model.size(object);
    };
    return seen;
  }
}
