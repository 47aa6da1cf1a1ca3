/**
 * Where things lie in an object's block: the part of the layout that collectors and the interpreter share.
 *
 * ```
 *  [weak list 8 | managed dict 8]   pre-header, only instances of heap classes (model.preBytes = 16)
 *  [gc next 8   | gc prev 8     ]   only under a strategy with gcHeaderBytes 16, only collectable objects
 *  word a+0  reference count (low)      -1 (0xFFFFFFFF) = immortal, as in CPython 3.13
 *  word a+1  flag bits (high half)      FLAG_* below
 *  word a+2  type object (low)
 *  word a+3  representation (high half) typeIndex << 16 | flags << 8 | kind, written by the interpreter, never by a collector
 *  word a+4  the fields, as CPython 3.13 lays them out on a 64-bit machine
 * ```
 *
 * The pre-header lies in front of the GC header, so its distance from the object depends on the strategy:
 * `preOffset = gcHeaderWords`; the managed dict slot is `a - preOffset - 2`, the weak list slot `a - preOffset - 4`.
 */
import type { Address } from './memory.ts';

export const REFCOUNT = 0;
export const FLAGS = 1;
export const TYPE = 2;
export const REP = 3;
/** Words of the object header. */
export const HEADER_WORDS = 4;

/** Reference count of an immortal object (CPython 3.13: 0xFFFFFFFF in the low half). */
export const IMMORTAL = -1;

/** `__del__` has run (PEP 442: it runs once). Set by whoever calls `ObjectModel.finalize`. */
export const FLAG_FINALIZED = 1;
/** The object is in the collector's lists (CPython: gc tracked). Kept by strategies with a GC header. */
export const FLAG_TRACKED = 2;
/** The block has room for a GC header in front (it was made by `allocateGc`), whether the strategy uses one or not. */
export const FLAG_COLLECTABLE = 4;
/** Collector scratch: marked / in the set under examination. Zero outside a collection, except that FLAG_MARK on a dying object says: its references have moved to the work stack. */
export const FLAG_MARK = 8;
export const FLAG_COLLECTING = 16;
/** The object's id() has been asked for; moving strategies keep an identity for it. */
export const FLAG_IDENTITY = 32;
/** The object is being torn down (refcount family): its count is 0 and its slots are being released. */
export const FLAG_DYING = 64;
/** The block has a 16-byte pre-header (managed dict and weak list) in front. */
export const FLAG_PREHEADER = 128;
/** Bits from here up belong to collectors (age, generation, scratch). */
export const FLAG_COLLECTOR_SHIFT = 16;

/** GC header: distance in words from the object down to its `next` and `prev` links. */
export const GC_NEXT = 4;
export const GC_PREV = 2;

/**
 * Weak reference object (CPython PyWeakReference): the collector clears `WEAK_REFERENT`; the chain of all weak references to
 * one object starts in the referent's weak-list slot (newest at the front) and runs through `WEAK_NEXT`. Referent, prev and next are weak slots: they
 * are not among `ObjectModel.slots`. `WEAK_CALLBACK` is strong.
 */
export const WEAK_REFERENT = 4;
export const WEAK_CALLBACK = 6;
export const WEAK_HASH = 8;
export const WEAK_PREV = 10;
export const WEAK_NEXT = 12;

/** Low 32-bit pattern that fills freed memory when poisoning is on. */
export const POISON = 0xdbdbdbdb | 0;

/** Root ranges and slots are two words apart: the low word is a reference or 0. */
export const SLOT_WORDS = 2;

export type { Address };
