/** The type list (CPython: Objects/listobject.c). */

import { type Address, WORDS } from '../../heap/memory.ts';
import { newInstanceOf } from '../objects/allocate.ts';
import { newInt } from '../objects/int.ts';
import { newIndexIterator } from '../objects/iterator.ts';
import {
  isList,
  LIST_BYTES,
  LIST_CAPACITY,
  LIST_ITEMS,
  LIST_LENGTH,
  listAppend,
  listInsert,
  listLength,
  listResize,
  listSplice,
  newList,
} from '../objects/sequence.ts';
import { newStr } from '../objects/str.ts';
import { positionalCount } from '../runtime/calls.ts';
import { raise, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { checkItemCount, listExtendAt, listFromIterable } from '../runtime/iterables.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asSize, isTrue, repr, takeText } from '../runtime/operators.ts';
import { guardRepr } from '../runtime/repr-guard.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { repeatCount, searchBound } from '../runtime/slices.ts';
import { sortListAt } from '../runtime/sort.ts';
import { EQ, NE } from '../runtime/type-info.ts';
import { defineType } from '../runtime/types.ts';
import { listGetItem, listSetItem, listSliceOf } from './list-slices.ts';
import { checkPositional, compareSequences, countItems, findItem, itemReprs } from './sequence-methods.ts';

const M = WORDS;

function construct(rt: Runtime, type: Address): Address {
  const info = rt.infoOfType(type);
  // list() has memory of its own: the free list serves displays and what C code makes.
  if (info === rt.listInfo) return newList(rt, 0, 0);
  const list = newInstanceOf(rt, info, info.basicBytes);
  rt.heap.track(list);
  return list;
}

function initialize(rt: Runtime, self: Address, args: Address, count: number, kwnames: Address): void {
  const info = rt.typeOf(self);
  const given = positionalCount(rt, count, kwnames);
  // A class with a `__new__` of its own may take keywords that list does not see.
  checkPositional(rt, 'list', given, info.new === rt.listInfo.new ? kwnames : 0, 0, 1);
  if (listLength(rt, self) > 0) listSplice(rt, self, 0, listLength(rt, self), []);
  if (given === 0) return;
  const slot = rt.push(rt.retain(self));
  listExtendAt(rt, slot, M[args]);
  rt.unwind(slot);
}

function listRepr(rt: Runtime, list: Address): Address {
  if (listLength(rt, list) === 0) return newStr(rt, '[]');
  return guardRepr(rt, list, '[...]', () => newStr(rt, `[${itemReprs(rt, list).join(', ')}]`));
}

function listCompare(rt: Runtime, left: Address, right: Address, op: number): Address {
  if (!isList(rt, left) || !isList(rt, right)) return rt.notImplemented;
  if (listLength(rt, left) !== listLength(rt, right)) {
    if (op === EQ) return rt.false;
    if (op === NE) return rt.true;
  }
  return compareSequences(rt, left, right, op);
}

function concat(rt: Runtime, left: Address, right: Address): Address {
  if (!isList(rt, right)) raiseTypeError(rt, `can only concatenate list (not "${rt.typeOf(right).name}") to list`);
  const first = listLength(rt, left);
  const second = listLength(rt, right);
  checkItemCount(rt, first + second);
  const result = newList(rt, first + second);
  const to = M[result + LIST_ITEMS];
  copyItems(rt, to, M[left + LIST_ITEMS], first);
  copyItems(rt, to + 2 * first, M[right + LIST_ITEMS], second);
  M[result + LIST_LENGTH] = first + second;
  return result;
}

/** Copies `count` references into fresh slots, retaining them. */
function copyItems(rt: Runtime, to: Address, from: Address, count: number): void {
  const heap = rt.heap;
  for (let offset = 0; offset < 2 * count; offset += 2) {
    const value = M[from + offset];
    heap.retain(value);
    M[to + offset] = value;
    M[to + offset + 1] = 0;
  }
}

function repeat(rt: Runtime, list: Address, times: Address): Address {
  const count = repeatCount(rt, times);
  const length = listLength(rt, list);
  if (length === 0 || count === 0) return newList(rt);
  checkItemCount(rt, length * count);
  const result = newList(rt, length * count);
  for (let round = 0; round < count; round++) {
    copyItems(rt, M[result + LIST_ITEMS] + 2 * length * round, M[list + LIST_ITEMS], length);
  }
  M[result + LIST_LENGTH] = length * count;
  return result;
}

function inplaceConcat(rt: Runtime, list: Address, other: Address): Address {
  const slot = rt.push(rt.retain(list));
  listExtendAt(rt, slot, other);
  return rt.pop();
}

function inplaceRepeat(rt: Runtime, list: Address, times: Address): Address {
  const count = repeatCount(rt, times);
  const length = listLength(rt, list);
  if (count === 0) clear(rt, list);
  else if (length > 0 && count > 1) {
    checkItemCount(rt, length * count);
    listResize(rt, list, length * count);
    const items = M[list + LIST_ITEMS];
    for (let at = length; at < length * count; at++) {
      M[items + 2 * at + 1] = 0;
      rt.heap.store(list, items + 2 * at, rt.retain(M[items + 2 * (at - length)]));
    }
  }
  return rt.retain(list);
}

function clear(rt: Runtime, list: Address): void {
  if (M[list + LIST_ITEMS] !== 0) listSplice(rt, list, 0, listLength(rt, list), []);
}

function pop(rt: Runtime, args: Address, count: number): Address {
  const index = count > 1 ? asSize(rt, M[args + 2]) : -1;
  const list = M[args];
  const length = listLength(rt, list);
  if (length === 0) raise(rt, 'IndexError', 'pop from empty list');
  const place = index < 0 ? index + length : index;
  if (place < 0 || place >= length) raise(rt, 'IndexError', 'pop index out of range');
  const items = M[list + LIST_ITEMS];
  const value = M[items + 2 * place];
  if (place < length - 1) M.copyWithin(items + 2 * place, items + 2 * place + 2, items + 2 * length);
  listResize(rt, list, length - 1);
  return value;
}

function index(rt: Runtime, args: Address, count: number): Address {
  const list = M[args];
  const start = count > 2 ? searchBound(rt, M[args + 4], listLength(rt, list)) : 0;
  const stop = count > 3 ? searchBound(rt, M[args + 6], listLength(rt, list)) : Number.MAX_SAFE_INTEGER;
  const found = findItem(rt, list, M[args + 2], start, stop);
  if (found < 0) raiseValueError(rt, `${takeText(rt, repr(rt, M[args + 2]))} is not in list`);
  return newInt(rt, found);
}

function sort(rt: Runtime, args: Address): Address {
  const reversed = M[args + 4] !== 0 && isTrue(rt, M[args + 4]);
  const key = M[args + 2];
  sortListAt(rt, args, key === rt.none ? 0 : key, reversed);
  return rt.none;
}

function reverse(rt: Runtime, list: Address): void {
  let low = M[list + LIST_ITEMS];
  for (let high = low + 2 * (listLength(rt, list) - 1); low < high; low += 2, high -= 2) {
    const saved = M[low];
    rt.heap.store(list, low, M[high]);
    rt.heap.store(list, high, saved);
  }
}

const METHODS: readonly NativeSpec[] = [
  {
    name: '__reversed__',
    arity: 'none',
    fn: (rt, args) => newIndexIterator(rt, rt.types['list_reverseiterator']!, M[args], listLength(rt, M[args]) - 1),
    doc: 'Return a reverse iterator over the list.',
  },
  {
    name: '__sizeof__',
    arity: 'none',
    fn: (rt, args) => newInt(rt, rt.typeOf(M[args]).basicBytes + 8 * Math.max(0, M[M[args] + LIST_CAPACITY])),
    doc: 'Return the size of the list in memory, in bytes.',
  },
  {
    name: 'clear',
    arity: 'none',
    fn: (rt, args) => {
      clear(rt, M[args]);
      return rt.none;
    },
    doc: 'Remove all items from list.',
  },
  {
    name: 'copy',
    arity: 'none',
    fn: (rt, args) => listSliceOf(rt, M[args], 0, 1, listLength(rt, M[args])),
    doc: 'Return a shallow copy of the list.',
  },
  {
    name: 'append',
    arity: 'one',
    fn: (rt, args) => {
      listAppend(rt, M[args], rt.retain(M[args + 2]));
      return rt.none;
    },
    doc: 'Append object to the end of the list.',
  },
  {
    name: 'insert',
    arity: { min: 2, max: 2 },
    fn: (rt, args) => {
      const at = asSize(rt, M[args + 2]);
      const length = listLength(rt, M[args]);
      const place = at < 0 ? Math.max(0, at + length) : Math.min(at, length);
      listInsert(rt, M[args], place, rt.retain(M[args + 4]));
      return rt.none;
    },
    doc: 'Insert object before index.',
  },
  {
    name: 'extend',
    arity: 'one',
    safe: true,
    fn: (rt, args) => {
      listExtendAt(rt, args, M[args + 2]);
      return rt.none;
    },
    doc: 'Extend list by appending elements from the iterable.',
  },
  { name: 'pop', arity: { min: 0, max: 1 }, fn: pop, doc: 'Remove and return item at index (default last).' },
  {
    name: 'remove',
    arity: 'one',
    fn: (rt, args) => {
      const found = findItem(rt, M[args], M[args + 2], 0, Number.MAX_SAFE_INTEGER);
      if (found < 0) raiseValueError(rt, 'list.remove(x): x not in list');
      const length = listLength(rt, M[args]);
      if (found < length) listSplice(rt, M[args], found, found + 1, []);
      return rt.none;
    },
    doc: 'Remove first occurrence of value.',
  },
  { name: 'index', arity: { min: 1, max: 3 }, fn: index, doc: 'Return first index of value.' },
  {
    name: 'count',
    arity: 'one',
    fn: (rt, args) => newInt(rt, countItems(rt, M[args], M[args + 2])),
    doc: 'Return number of occurrences of value.',
  },
  {
    name: 'reverse',
    arity: 'none',
    fn: (rt, args) => {
      reverse(rt, M[args]);
      return rt.none;
    },
    doc: 'Reverse *IN PLACE*.',
  },
  {
    name: 'sort',
    arity: { params: '*, key=, reverse=' },
    safe: true,
    fn: sort,
    doc: 'Sort the list in ascending order and return None.',
  },
];

/** `T[item]` of a built-in container type. */
export const CLASS_GETITEM: NativeSpec = {
  name: '__class_getitem__',
  arity: 'one',
  fn: (rt, args) => rt.newGenericAlias(rt, M[args], M[args + 2]),
  doc: 'See PEP 585',
};

/** sorted(iterable, key, reverse): an owned list; key 0 = none. Arguments are rooted by the caller. */
export function sortedList(rt: Runtime, iterable: Address, key: Address, reversed: boolean): Address {
  const keySlot = rt.push(key === 0 ? 0 : rt.retain(key));
  const slot = rt.push(listFromIterable(rt, iterable));
  sortListAt(rt, slot, M[keySlot], reversed);
  const result = rt.pop();
  rt.unwind(keySlot);
  return result;
}

export function defineListType(rt: Runtime): void {
  rt.listInfo = defineType(rt, {
    name: 'list',
    kind: 'list',
    basicBytes: LIST_BYTES,
    collectable: true,
    matchFlag: 1,
    matchSelf: true,
    unhashable: true,
    doc: 'Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.',
    new: construct,
    init: initialize,
    repr: listRepr,
    compare: listCompare,
    iter: (runtime, list) => newIndexIterator(runtime, runtime.listIteratorInfo, list),
    length: listLength,
    getitem: listGetItem,
    setitem: listSetItem,
    contains: (runtime, list, item) => findItem(runtime, list, item, 0, Number.MAX_SAFE_INTEGER) >= 0,
    concat,
    repeat,
    inplaceConcat,
    inplaceRepeat,
    methods: METHODS,
    classMethods: [CLASS_GETITEM],
  });
  rt.listFromIterable = listFromIterable;
}
