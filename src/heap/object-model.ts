/**
 * What a collector must know of Python, and all it may know. The interpreter implements it; `heap/` and `strategies/` see
 * objects only through it.
 *
 * `slots`, `teardown` and `buffers` fill scratch arrays that the next call overwrites: read them out (or push the children
 * on a mark stack) before calling again. None of these methods allocates, frees, or runs Python, except `finalize` and
 * `runCallback`.
 */
import type { Address } from './memory.ts';

/**
 * Fields of what `ObjectModel.plain` answers.
 *
 * ```
 *  bits 0..3    reference slots, at most PLAIN.most
 *  bits 4..9    word of the first one; the others follow, 2 words each
 *  bit  10      tp_dealloc releases the last one first
 *  bit  11      behind them it releases the type, which is on the heap
 *  bits 12..16  free list, 0 for none
 *  bits 17..    bytes of the block
 * ```
 */
export const PLAIN = { most: 14, first: 4, reversed: 1 << 10, type: 1 << 11, freeList: 12, bytes: 17 } as const;

export interface ObjectModel {
  /** Scratch filled by `slots`, `teardown` (addresses of slots) and `buffers` (addresses of slots that hold a buffer). */
  slotScratch: Int32Array;
  /** Scratch filled by `buffers`: bytes of each buffer. */
  byteScratch: Int32Array;

  /** Writes the addresses of every strong reference slot of `object` into `slotScratch`, its type included when the type is on the heap; returns how many. Slots may hold 0. Order: CPython's tp_traverse. */
  slots(object: Address): number;
  /** As `slots`, without those that no cycle goes through: what a collector of cycles visits (CPython's tp_traverse of a class leaves out its subclasses). */
  traversed(object: Address): number;
  /** As `slots`, in the order in which CPython's tp_dealloc releases them. The weak slots of a weak reference are not among them: see `detachWeakref`. */
  teardown(object: Address): number;
  /** As `teardown`, the slots that CPython's tp_clear would clear, to break a cycle; the caller zeroes each slot before it releases what was in it. */
  clearable(object: Address): number;
  /** After `clear` zeroed the slots: lets a container record that it is empty (list length, dict size). */
  cleared(object: Address): void;
  /** Writes the slots that point to raw buffers this object owns (list items, dict keys, set table, ...) into `slotScratch`, bytes into `byteScratch`; returns how many. */
  buffers(object: Address): number;
  /** Free list of the buffers that the last call of `buffers` wrote; 0 for none. */
  bufferFreeList: number;
  /** Bytes of the object's own block as requested, without GC header and pre-header. */
  size(object: Address): number;
  /** Bytes of pre-header in front of the GC header: 0 or 16. */
  preBytes(object: Address): number;
  /** Was the block made by `allocateGc`? */
  isCollectable(object: Address): boolean;
  /** May this object never be part of a cycle from now on (untracking rule of CPython for tuples; `full`: for dicts too)? */
  canUntrack(object: Address, full: boolean): boolean;
  /**
   * Fast path of the reference-count family, asked first when a count reaches zero. A leaf has no slots (no heap type either), no buffers, no
   * finalizer, no weak list and needs no `forget`: then `freeList << 16 | size`, with size < 65536. Else 0, which is always
   * a right answer.
   */
  leaf?(object: Address): number;
  /**
   * As `leaf`, for small objects whose references lie side by side. A plain object has no finalizer, no weak references, no buffer
   * and needs no `forget`: then a word of `PLAIN` fields, else 0, which is always a right answer.
   */
  plain?(object: Address): number;
  /** Number of the free list that this object's block goes to (index into `freeListLimits`), 0 for none. */
  freeList(object: Address): number;
  /** Objects each free list may keep; entry 0 is unused. */
  readonly freeListLimits: readonly number[];

  /** Has it a finalizer that has not run (`__del__`, a suspended generator with a `finally`)? */
  hasFinalizer(object: Address): boolean;
  /** Runs the finalizer. The caller has set FLAG_FINALIZED and holds the object alive; errors go to sys.unraisablehook, never to the caller. Runs Python. */
  finalize(object: Address): void;
  /** Address of the slot that heads the object's chain of weak references, or 0 if its type has none. */
  weakListSlot(object: Address): Address;
  /** Is it a weak reference object? */
  isWeakref(object: Address): boolean;
  /** Takes a dying weak reference out of its referent's chain. */
  detachWeakref(weakref: Address): void;
  /** Calls the callback of a weak reference whose referent has been cleared; the caller holds the weak reference alive. Errors go to sys.unraisablehook. Runs Python. */
  runCallback(weakref: Address): void;
  /** Told just before the block of `object` is given back, so that side tables (type indices, code units) can forget it. */
  forget(object: Address): void;
  /** Told after a moving collection: caches that hold addresses must be dropped. */
  moved(): void;

  /** One line for dumps: type name and a short value, safe on damaged objects. */
  describe(object: Address): string;
  /** Checks what only the interpreter knows about one object (sizes, ranges, table invariants); returns what is wrong or null. */
  check(object: Address): string | null;
}
