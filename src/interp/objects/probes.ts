/**
 * Bounds of a search in the hash tables of dicts and sets. A sound table has a free slot, at which every search ends. One whose memory was freed too early, and
 * is used for something else, may have none: the search must then end as a fault of heaplab and not run on for ever.
 */
import { LabBug } from '../../base/errors.ts';

/** Steps after which nothing of a hash is left and the slots come one after another: all of its 64 bits, by fives. */
const HASH_STEPS = 13;

/** Steps after which a search in a table of `mask` + 1 slots has seen each of them. */
export function mostProbes(mask: number): number {
  return mask + 1 + HASH_STEPS;
}

/** A search has seen every slot and found none that is free. */
export function noFreeSlot(): never {
  throw new LabBug('a hash table has no free slot: its memory was freed, and is used for something else');
}
