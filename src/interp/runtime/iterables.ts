/**
 * Whole iterables at once: into lists and tuples, with CPython's guesses of the length, so that buffers have CPython's sizes
 * (Objects/listobject.c list_extend, Objects/abstract.c PySequence_Tuple).
 *
 * Functions that end in `At` take the stack slot of the container they fill: iteration runs Python, and a collector may move the container.
 */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictEntryKey, dictEntryValue, dictLength, dictNext } from '../objects/dict.ts';
import { intToSafeNumber, isInt } from '../objects/int.ts';
import { VIEW_DICT } from '../objects/iterator.ts';
import { KIND } from '../objects/kinds.ts';
import {
  isTuple,
  LIST_CAPACITY,
  LIST_ITEMS,
  LIST_LENGTH,
  listAppend,
  listLength,
  listResize,
  newList,
  newTuple,
  newTupleBlock,
  TUPLE_ITEMS,
  TUPLE_LENGTH,
} from '../objects/sequence.ts';
import { setEntryKey, setLength, setNext } from '../objects/set.ts';
import { callBoundSpecial } from './attributes.ts';
import { caught, raiseTypeError, raiseValueError } from './exceptions.ts';
import { getIter, iterNext } from './operators.ts';
import type { Runtime } from './runtime.ts';

const M = WORDS;

/** Most items a list or tuple can have room for here (8 bytes each within 32-bit byte addresses). */
const MOST_ITEMS = 0x0ffffff0;

/** Raises MemoryError for a count of items that no buffer can hold. */
export function checkItemCount(rt: Runtime, count: number): void {
  if (count > MOST_ITEMS) rt.outOfMemory(8 * MOST_ITEMS);
}

/** operator.length_hint(object, otherwise), Infinity when a double cannot hold it. May run Python. `object` is borrowed and rooted by the caller's iterator or arguments. */
export function lengthHint(rt: Runtime, object: Address, otherwise: number): number {
  const info = rt.typeOf(object);
  const root = rt.pushMovable(object);
  if (info.length !== null) {
    if (!info.heap && info.kind !== KIND.weakref) {
      const length = info.length(rt, object);
      rt.unwind(root);
      return length;
    }
    const mark = rt.sp;
    const { pinned } = rt;
    try {
      const length = info.length(rt, object);
      rt.unwind(root);
      return length;
    } catch (thrown) {
      caught(rt, thrown, mark, 'TypeError');
      rt.pinned = pinned;
    }
  }
  const called = rt.sp;
  let result = rt.notImplemented;
  try {
    result = callBoundSpecial(rt, rt.movable(root, object), '__length_hint__') || rt.notImplemented;
  } catch (thrown) {
    caught(rt, thrown, called, 'TypeError');
  }
  rt.sp = called;
  let hint = otherwise;
  if (result !== rt.notImplemented) {
    rt.push(result);
    if (!isInt(rt, result)) {
      raiseTypeError(rt, `__length_hint__ must be an integer, not ${rt.typeOf(result).name}`);
    }
    hint = intToSafeNumber(rt, result);
    if (hint < 0) raiseValueError(rt, '__length_hint__() should return >= 0');
  }
  rt.unwind(root);
  return Number.isNaN(hint) ? Infinity : hint;
}

/** First buffer of an empty list, rounded up to an even number of items (list_preallocate_exact). */
function preallocate(rt: Runtime, list: Address, count: number): void {
  checkItemCount(rt, count);
  const capacity = (count + 1) & ~1;
  M[list + LIST_ITEMS] = rt.newBuffer(8 * capacity);
  M[list + LIST_CAPACITY] = capacity;
}

/** Makes room for `count` more items and sets the length; returns the first new slot. */
function openSlots(rt: Runtime, list: Address, count: number, exact: boolean): Address {
  const length = M[list + LIST_LENGTH];
  if (exact && M[list + LIST_ITEMS] === 0) {
    preallocate(rt, list, count);
    M[list + LIST_LENGTH] = count;
  } else {
    checkItemCount(rt, length + count);
    listResize(rt, list, length + count);
  }
  return M[list + LIST_ITEMS] + 2 * length;
}

/** Appends `count` items that lie in consecutive slots of `source` (a list or tuple). */
function extendFromSequence(rt: Runtime, list: Address, source: Address): void {
  const tuple = isTuple(rt, source);
  const count = M[source + (tuple ? TUPLE_LENGTH : LIST_LENGTH)];
  if (count === 0) return;
  const heap = rt.heap;
  const to = openSlots(rt, list, count, true);
  // Read after the buffer grew: the source may be the list itself.
  const from = tuple ? source + TUPLE_ITEMS : M[source + LIST_ITEMS];
  for (let offset = 0; offset < 2 * count; offset += 2) {
    const value = M[from + offset];
    heap.retain(value);
    M[to + offset + 1] = 0;
    heap.store(list, to + offset, value);
  }
}

function extendFromSet(rt: Runtime, list: Address, set: Address): void {
  const count = setLength(rt, set);
  if (count === 0) return;
  let slot = openSlots(rt, list, count, false);
  for (let index = setNext(rt, set, 0); index >= 0; index = setNext(rt, set, index + 1)) {
    M[slot + 1] = 0;
    rt.heap.store(list, slot, rt.retain(setEntryKey(rt, set, index)));
    slot += 2;
  }
}

type Part = 'keys' | 'values' | 'items';

function extendFromDict(rt: Runtime, list: Address, dict: Address, part: Part): void {
  const count = dictLength(rt, dict);
  if (count === 0) return;
  const start = M[list + LIST_LENGTH];
  openSlots(rt, list, count, false);
  // Pairs are allocated while the list is filled, so it must stay whole.
  M[list + LIST_LENGTH] = start;
  for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1)) {
    let value: Address;
    if (part === 'keys') value = rt.retain(dictEntryKey(rt, dict, index));
    else if (part === 'values') value = rt.retain(dictEntryValue(rt, dict, index));
    else value = newTuple(rt, [rt.retain(dictEntryKey(rt, dict, index)), rt.retain(dictEntryValue(rt, dict, index))]);
    listAppend(rt, list, value);
  }
}

/** list.extend: appends everything `iterable` (rooted by the caller) gives to the list in stack slot `slot`. May run Python. */
export function listExtendAt(rt: Runtime, slot: Address, iterable: Address): void {
  const list = M[slot];
  const rep = M[iterable + REP];
  if (rep === rt.listInfo.rep || rep === rt.tupleInfo.rep || iterable === list) extendFromSequence(rt, list, iterable);
  else if (rep === rt.setInfo.rep || rep === rt.frozensetInfo.rep) extendFromSet(rt, list, iterable);
  else if (rep === rt.dictInfo.rep) extendFromDict(rt, list, iterable, 'keys');
  else if (rep === rt.dictKeysInfo.rep) extendFromDict(rt, list, M[iterable + VIEW_DICT], 'keys');
  else if (rep === rt.dictValuesInfo.rep) extendFromDict(rt, list, M[iterable + VIEW_DICT], 'values');
  else if (rep === rt.dictItemsInfo.rep) extendFromDict(rt, list, M[iterable + VIEW_DICT], 'items');
  else extendFromIterator(rt, slot, iterable);
}

function extendFromIterator(rt: Runtime, slot: Address, iterable: Address): void {
  const root = rt.pushMovable(iterable);
  const iterator = rt.push(getIter(rt, iterable));
  const hint = lengthHint(rt, rt.movable(root, iterable), 8);
  let list = M[slot];
  if (M[list + LIST_ITEMS] === 0) {
    if (hint > 0) preallocate(rt, list, hint);
  } else if (hint !== Infinity) {
    // A hint that a list could not even count up to is no use and is passed over.
    const length = M[list + LIST_LENGTH];
    // A hint that cannot be true counts for nothing.
    if (hint < MOST_ITEMS) {
      checkItemCount(rt, length + hint);
      listResize(rt, list, length + hint);
      M[list + LIST_LENGTH] = length;
    }
  }
  const next = rt.typeOf(M[iterator]).next!;
  for (;;) {
    const value = next(rt, M[iterator]);
    if (value === 0) break;
    listAppend(rt, M[slot], value);
  }
  rt.dropStop();
  list = M[slot];
  if (M[list + LIST_LENGTH] < M[list + LIST_CAPACITY]) listResize(rt, list, M[list + LIST_LENGTH]);
  rt.unwind(root);
}

/** list.extend for natives that are pinned: `list` and `iterable` are rooted by the caller. */
export function listExtend(rt: Runtime, list: Address, iterable: Address): void {
  const slot = rt.push(rt.retain(list));
  listExtendAt(rt, slot, iterable);
  rt.unwind(slot);
}

/** list(iterable): an owned exact list. */
export function listFromIterable(rt: Runtime, iterable: Address): Address {
  const slot = rt.push(newList(rt));
  listExtendAt(rt, slot, iterable);
  rt.sp = slot;
  return M[slot];
}

/** tuple(list): an owned exact tuple of the items of a list. */
export function tupleFromList(rt: Runtime, list: Address): Address {
  const count = listLength(rt, list);
  if (count === 0) return rt.emptyTuple;
  const tuple = newTupleBlock(rt, count);
  const items = M[list + LIST_ITEMS];
  for (let offset = 0; offset < 2 * count; offset += 2) M[tuple + TUPLE_ITEMS + offset] = rt.retain(M[items + offset]);
  rt.heap.track(tuple);
  return tuple;
}

/** An exact tuple of `count` items moved out of the tuple in stack slot `slot`, which it replaces. */
function resizeTuple(rt: Runtime, slot: Address, filled: number, count: number): void {
  checkItemCount(rt, count);
  const old = M[slot];
  const tuple = newTupleBlock(rt, count);
  for (let offset = 0; offset < 2 * filled; offset += 2) {
    M[tuple + TUPLE_ITEMS + offset] = M[old + TUPLE_ITEMS + offset];
    M[old + TUPLE_ITEMS + offset] = 0;
  }
  M[slot] = tuple;
  rt.release(old);
}

/** tuple(iterable): an owned exact tuple. The iterable is rooted by the caller. May run Python. */
export function tupleFromIterable(rt: Runtime, iterable: Address): Address {
  if (M[iterable + REP] === rt.tupleInfo.rep) return rt.retain(iterable);
  if (M[iterable + REP] === rt.listInfo.rep) return tupleFromList(rt, iterable);
  const root = rt.pushMovable(iterable);
  const iterator = rt.push(getIter(rt, iterable));
  let size = lengthHint(rt, rt.movable(root, iterable), 10);
  checkItemCount(rt, size);
  const tuple = rt.push(newTupleBlock(rt, size));
  let filled = 0;
  for (;;) {
    const value = iterNext(rt, M[iterator]);
    if (value === 0) break;
    if (filled >= size) {
      const pushed = rt.push(value);
      size = filled + 10 + ((filled + 10) >> 2);
      resizeTuple(rt, tuple, filled, size);
      rt.sp = pushed;
    }
    rt.heap.store(M[tuple], M[tuple] + TUPLE_ITEMS + 2 * filled, value);
    filled++;
  }
  if (filled < size) resizeTuple(rt, tuple, filled, filled);
  if (filled > 0) rt.heap.track(M[tuple]);
  const result = M[tuple];
  M[tuple] = 0;
  rt.unwind(root);
  return result;
}

/** The iterable itself when it is a list or tuple, else a new list of what it gives (PySequence_Fast). Owned. `message` is the TypeError of a non-iterable. */
export function fastSequence(rt: Runtime, iterable: Address, message: string): Address {
  const rep = M[iterable + REP];
  if (rep === rt.listInfo.rep || rep === rt.tupleInfo.rep) return rt.retain(iterable);
  const info = rt.typeOf(iterable);
  if (info.iter === null && info.getitem === null) raiseTypeError(rt, message);
  return listFromIterable(rt, iterable);
}

/** Items in a list or tuple. */
export function fastLength(rt: Runtime, sequence: Address): number {
  return M[sequence + (isTuple(rt, sequence) ? TUPLE_LENGTH : LIST_LENGTH)];
}

/** Word address of the first item slot of a list or tuple; slots are 2 words apart. Good until the list changes. */
export function fastItems(rt: Runtime, sequence: Address): Address {
  return isTuple(rt, sequence) ? sequence + TUPLE_ITEMS : M[sequence + LIST_ITEMS];
}
