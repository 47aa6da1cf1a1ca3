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

class Level {
  private readonly tags: Int32Array;
  private readonly sets: number;
  private readonly ways: number;

  constructor(bytes: number, ways: number) {
    this.ways = ways;
    this.sets = bytes / 64 / ways;
    this.tags = new Int32Array(this.sets * ways);
  }

  /** Is the line here? It is afterwards, and the most recently used of its set. */
  touch(line: number): boolean {
    const { tags, ways } = this;
    const first = (line & (this.sets - 1)) * ways;
    const tag = line + 1;
    if (tags[first] === tag) return true;
    let way = 1;
    while (way < ways && tags[first + way] !== tag) way++;
    const hit = way < ways;
    for (let place = hit ? way : ways - 1; place > 0; place--) tags[first + place] = tags[first + place - 1]!;
    tags[first] = tag;
    return hit;
  }
}

export class CacheSimulation {
  private readonly near = new Level(32 * 1024, 8);
  private readonly far = new Level(1024 * 1024, 16);

  /** One access to the line that holds the word. Hits in L1 are what the costs of the other events contain. */
  touch(address: Address): void {
    this.touchLine(address >> LINE_SHIFT);
  }

  private touchLine(line: number): void {
    if (this.near.touch(line)) return;
    if (this.far.touch(line)) HOT[EVENT.collector_l2_hit]!++;
    else HOT[EVENT.collector_miss]!++;
  }

  /** What a strategy tells of its own accesses: `StrategyOptions.onAccess`. */
  accesses(heapStart: Address): NonNullable<StrategyOptions['onAccess']> {
    return (address, words, where) => {
      const shift = where === 'heap' ? LINE_SHIFT : BITMAP_SHIFT;
      const base = where === 'heap' ? 0 : (where === 'marks' ? MARK_LINES : START_LINES) - (heapStart >> BITMAP_SHIFT);
      const last = (address + words - 1) >> shift;
      for (let line = address >> shift; line <= last; line++) this.touchLine(base + line);
    };
  }

  /** The model for a strategy: as `model`, with what it is asked about going through the cache. Others keep the model itself and are not seen. */
  seenThrough(model: ObjectModel, heapStart: Address, marksInObjects: boolean): ObjectModel {
    const touch = (object: Address): void => this.touch(object);
    const seen = Object.create(model) as ObjectModel;
    const followed = (object: Address, slots: number, inObjects: boolean): number => {
      touch(object);
      for (let index = 0; index < slots; index++) {
        const slot = model.slotScratch[index];
        touch(slot);
        const referent = WORDS[slot];
        if (referent < heapStart) continue;
        if (inObjects) touch(referent);
        else this.touchLine(MARK_LINES + (referent >> BITMAP_SHIFT) - (heapStart >> BITMAP_SHIFT));
      }
      return slots;
    };
    // Without the short cuts: what they look at would not be seen.
    seen.plain = () => 0;
    seen.slots = (object) => followed(object, model.slots(object), marksInObjects);
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
