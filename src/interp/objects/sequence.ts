/**
 * Tuples and lists.
 *
 * ```
 *  tuple  word 4 length; items from word 6, 2 words each                        (PyTupleObject: 24 + 8n)
 *  list   word 4 length; word 6 items buffer or 0; word 8 capacity              (PyListObject: 40 + buffer 8 × capacity)
 * ```
 */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { KIND } from './kinds.ts';

const M = WORDS;

export const TUPLE_LENGTH = 4;
export const TUPLE_ITEMS = 6;
export const LIST_LENGTH = 4;
export const LIST_ITEMS = 6;
export const LIST_CAPACITY = 8;
export const LIST_BYTES = 40;
/** Free lists 1..20 are tuples by length; then float 21, list 22, dict 23, slice 24. */
export const LIST_FREE_LIST = 22;

/** A tuple of `length` items, all 0; the caller fills it and then tracks it. Length 0 gives the immortal one. */
export function newTupleBlock(rt: Runtime, length: number): Address {
  if (length === 0) return rt.emptyTuple;
  const info = rt.tupleInfo;
  const tuple = rt.newCollectable(info, info.rep, 24 + 8 * length, 0, length <= 20 ? length : 0);
  M[tuple + TUPLE_LENGTH] = length;
  M[tuple + TUPLE_LENGTH + 1] = 0;
  for (let slot = tuple + TUPLE_ITEMS, end = slot + 2 * length; slot < end; slot++) M[slot] = 0;
  return tuple;
}

/** A tuple that takes over the references in `count` stack slots from `first` on (they are left as they are; the caller drops the stack top). */
export function newTupleFromStack(rt: Runtime, first: Address, count: number): Address {
  if (count === 0) return rt.emptyTuple;
  const tuple = newTupleBlock(rt, count);
  for (let index = 0; index < count; index++) M[tuple + TUPLE_ITEMS + 2 * index] = M[first + 2 * index];
  rt.heap.track(tuple);
  return tuple;
}

/** A tuple of the `count` references on top of the stack, which leave it. Items that need memory themselves are pushed one by one: what is there already is let go with the stack. */
export function newTupleFromTop(rt: Runtime, count: number): Address {
  const first = rt.sp - 2 * count;
  const tuple = newTupleFromStack(rt, first, count);
  rt.sp = first;
  return tuple;
}

/** A tuple of what the makers give, owned, one after the other. */
export function tupleFrom(rt: Runtime, makers: readonly (() => Address)[]): Address {
  for (const make of makers) rt.push(make());
  return newTupleFromTop(rt, makers.length);
}

/** A tuple of owned references that lie nowhere else, which are released when there is no memory for it. */
export function newTuple(rt: Runtime, items: readonly Address[]): Address {
  if (items.length === 0) return rt.emptyTuple;
  let tuple: Address;
  try {
    tuple = newTupleBlock(rt, items.length);
  } catch (thrown) {
    rt.releaseAll(items);
    throw thrown;
  }
  for (let index = 0; index < items.length; index++) M[tuple + TUPLE_ITEMS + 2 * index] = items[index]!;
  rt.heap.track(tuple);
  return tuple;
}

export function tupleLength(_rt: Runtime, tuple: Address): number {
  return M[tuple + TUPLE_LENGTH];
}

/** Borrowed. */
export function tupleItem(_rt: Runtime, tuple: Address, index: number): Address {
  return M[tuple + TUPLE_ITEMS + 2 * index];
}

export function isTuple(_rt: Runtime, object: Address): boolean {
  return (M[object + REP] & 0xff) === KIND.tuple;
}

export function isList(_rt: Runtime, object: Address): boolean {
  return (M[object + REP] & 0xff) === KIND.list;
}

/** An empty list with room for exactly `capacity` items. */
export function newList(rt: Runtime, capacity = 0, freeList: number = LIST_FREE_LIST): Address {
  const info = rt.listInfo;
  const list = rt.newCollectable(info, info.rep, LIST_BYTES, 0, freeList);
  M[list + LIST_LENGTH] = 0;
  M[list + LIST_LENGTH + 1] = 0;
  M[list + LIST_ITEMS] = 0;
  M[list + LIST_ITEMS + 1] = 0;
  M[list + LIST_CAPACITY] = 0;
  M[list + LIST_CAPACITY + 1] = 0;
  rt.heap.track(list);
  if (capacity > 0) {
    const items = rt.heap.allocateBuffer(8 * capacity);
    if (items === 0) {
      rt.heap.release(list);
      rt.outOfMemory(8 * capacity);
    }
    M[list + LIST_ITEMS] = items;
    M[list + LIST_CAPACITY] = capacity;
  }
  return list;
}

/** A list of what `make` gives, owned, for each of the things. */
export function listOfEach<T>(rt: Runtime, things: Iterable<T>, make: (thing: T) => Address): Address {
  const list = rt.push(newList(rt));
  for (const thing of things) listAppend(rt, M[list], make(thing));
  return rt.pop();
}

/** A list of owned references, as `[a, b, c]` makes it (capacity = length). They are released when there is no memory for it. */
export function newListOf(rt: Runtime, items: readonly Address[]): Address {
  let list: Address;
  try {
    list = newList(rt, items.length);
  } catch (thrown) {
    rt.releaseAll(items);
    throw thrown;
  }
  const buffer = M[list + LIST_ITEMS];
  for (let index = 0; index < items.length; index++) {
    M[buffer + 2 * index] = items[index]!;
    M[buffer + 2 * index + 1] = 0;
  }
  M[list + LIST_LENGTH] = items.length;
  return list;
}

export function listLength(_rt: Runtime, list: Address): number {
  return M[list + LIST_LENGTH];
}

/** Borrowed. */
export function listItem(_rt: Runtime, list: Address, index: number): Address {
  return M[M[list + LIST_ITEMS] + 2 * index];
}

/** Sets the length, growing or shrinking the buffer by CPython's rule (list_resize). New slots hold garbage: the caller fills them. */
export function listResize(rt: Runtime, list: Address, length: number): void {
  const capacity = M[list + LIST_CAPACITY];
  if (capacity >= length && length >= capacity >> 1) {
    M[list + LIST_LENGTH] = length;
    return;
  }
  let wanted = (length + (length >> 3) + 6) & ~3;
  const old = M[list + LIST_LENGTH];
  if (length - old > wanted - length) wanted = (length + 3) & ~3;
  if (length === 0) wanted = 0;
  const buffer = M[list + LIST_ITEMS];
  if (wanted === 0) {
    if (buffer !== 0) rt.heap.freeBuffer(buffer, 8 * capacity);
    M[list + LIST_ITEMS] = 0;
  } else if (buffer === 0) M[list + LIST_ITEMS] = rt.newBuffer(8 * wanted);
  else M[list + LIST_ITEMS] = rt.resizeBuffer(buffer, 8 * capacity, 8 * wanted);
  M[list + LIST_CAPACITY] = wanted;
  M[list + LIST_LENGTH] = length;
}

/** Makes room for `length` items; `value`, owned, is released when there is none. */
function growFor(rt: Runtime, list: Address, length: number, value: Address): void {
  try {
    listResize(rt, list, length);
  } catch (thrown) {
    rt.heap.release(value);
    throw thrown;
  }
}

/** Appends an owned reference. */
export function listAppend(rt: Runtime, list: Address, value: Address): void {
  const length = M[list + LIST_LENGTH];
  if (length < M[list + LIST_CAPACITY]) M[list + LIST_LENGTH] = length + 1;
  else growFor(rt, list, length + 1, value);
  const slot = M[list + LIST_ITEMS] + 2 * length;
  M[slot + 1] = 0;
  rt.heap.store(list, slot, value);
}

/** Appends the reference that a stack slot owns, and takes it over; without memory for it the slot keeps it. */
export function listAppendOperand(rt: Runtime, list: Address, operand: Address): void {
  const length = M[list + LIST_LENGTH];
  // Within the capacity nothing shrinks either (CPython: _PyList_AppendTakeRef).
  if (length < M[list + LIST_CAPACITY]) M[list + LIST_LENGTH] = length + 1;
  else listResize(rt, list, length + 1);
  const slot = M[list + LIST_ITEMS] + 2 * length;
  M[slot + 1] = 0;
  rt.heap.store(list, slot, M[operand]);
}

/** Inserts an owned reference before `index`. */
export function listInsert(rt: Runtime, list: Address, index: number, value: Address): void {
  const length = M[list + LIST_LENGTH];
  growFor(rt, list, length + 1, value);
  const items = M[list + LIST_ITEMS];
  const at = items + 2 * index;
  M.copyWithin(at + 2, at, items + 2 * length);
  M[at + 1] = 0;
  rt.heap.store(list, at, value);
}

/**
 * Replaces items[start:stop] by `values` (owned references); the old items are released afterwards, last to first as CPython does.
 */
export function listSplice(rt: Runtime, list: Address, start: number, stop: number, values: readonly Address[]): void {
  const length = M[list + LIST_LENGTH];
  const removed: Address[] = new Array(stop - start);
  const items = M[list + LIST_ITEMS];
  for (let index = start; index < stop; index++) removed[index - start] = M[items + 2 * index];
  const grown = values.length - (stop - start);
  if (grown < 0) {
    if (length + grown === 0 && removed.length > RELEASED_FROM_STACK) {
      // The buffer goes to a list that dies at once.
      const holder = newList(rt);
      for (const field of [LIST_ITEMS, LIST_LENGTH, LIST_CAPACITY]) {
        M[holder + field] = M[list + field];
        M[list + field] = 0;
      }
      rt.heap.release(holder);
      return;
    }
    M.copyWithin(items + 2 * (stop + grown), items + 2 * stop, items + 2 * length);
    listResize(rt, list, length + grown);
  } else if (grown > 0) {
    listResize(rt, list, length + grown);
    const moved = M[list + LIST_ITEMS];
    M.copyWithin(moved + 2 * (stop + grown), moved + 2 * stop, moved + 2 * length);
  }
  const target = M[list + LIST_ITEMS];
  for (let index = 0; index < values.length; index++) {
    M[target + 2 * (start + index) + 1] = 0;
    rt.heap.store(list, target + 2 * (start + index), values[index]!);
  }
  // Finalizers may run: what is still to be released must be in slots meanwhile. Items are released last to first.
  if (removed.length > RELEASED_FROM_STACK) {
    rt.heap.release(newListOf(rt, removed));
    return;
  }
  const bottom = rt.sp;
  for (let index = 0; index < removed.length; index++) rt.push(removed[index]!);
  rt.unwind(bottom);
}

/** Up to so many removed items wait on the stack; more wait in a list of their own, which takes a block and a place in the free list that CPython does not. */
const RELEASED_FROM_STACK = 1024;
