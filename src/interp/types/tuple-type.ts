/** The type tuple (CPython: Objects/tupleobject.c). */

import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInstanceOf } from '../objects/allocate.ts';
import { newInt } from '../objects/int.ts';
import { newIndexIterator } from '../objects/iterator.ts';
import { isTuple, newTuple, newTupleBlock, TUPLE_ITEMS, tupleItem, tupleLength } from '../objects/sequence.ts';
import { isSlice } from '../objects/slice.ts';
import { newStr } from '../objects/str.ts';
import { checkRange, countWithoutKeywords } from '../runtime/calls.ts';
import { raise, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { checkItemCount, tupleFromIterable } from '../runtime/iterables.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { guardRepr } from '../runtime/repr-guard.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { adjustSlice, repeatCount, searchBound, sequenceIndex, unpackSlice } from '../runtime/slices.ts';
import { LaneHash } from '../runtime/tuple-hash.ts';
import { defineType } from '../runtime/types.ts';
import { CLASS_GETITEM } from './list-type.ts';
import { compareSequences, countItems, findItem, itemReprs } from './sequence-methods.ts';

const M = WORDS;

function construct(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  const info = rt.infoOfType(type);
  const given = countWithoutKeywords(rt, 'tuple', info, count, kwnames);
  checkRange(rt, 'tuple', given, 0, 1);
  if (info === rt.tupleInfo) return given === 0 ? rt.emptyTuple : tupleFromIterable(rt, M[args]);
  const slot = rt.push(given === 0 ? rt.emptyTuple : tupleFromIterable(rt, M[args]));
  const length = tupleLength(rt, M[slot]);
  const tuple = newInstanceOf(rt, info, Math.max(24, info.basicBytes) + 8 * length);
  M[tuple + 4] = length;
  for (let offset = TUPLE_ITEMS; offset < TUPLE_ITEMS + 2 * length; offset += 2) {
    M[tuple + offset] = rt.retain(M[M[slot] + offset]);
  }
  rt.heap.track(tuple);
  rt.unwind(slot);
  return tuple;
}

function tupleRepr(rt: Runtime, tuple: Address): Address {
  const length = tupleLength(rt, tuple);
  if (length === 0) return newStr(rt, '()');
  return guardRepr(rt, tuple, '(...)', () => {
    const texts = itemReprs(rt, tuple);
    return newStr(rt, length === 1 ? `(${texts[0]},)` : `(${texts.join(', ')})`);
  });
}

function tupleHash(rt: Runtime, tuple: Address): void {
  const hash = new LaneHash();
  const length = tupleLength(rt, tuple);
  rt.pinned++;
  for (let index = 0; index < length; index++) {
    rt.hashOf(rt, tupleItem(rt, tuple, index));
    hash.add(rt.hashLow, rt.hashHigh);
  }
  rt.pinned--;
  hash.addLength(length);
  hash.finish();
  rt.hashLow = hash.low;
  rt.hashHigh = hash.high;
}

/** tuple[start : start + count * step : step]; the whole of an exact tuple is itself. Owned. */
export function tupleSliceOf(rt: Runtime, tuple: Address, start: number, step: number, count: number): Address {
  if (count <= 0) return rt.emptyTuple;
  if (start === 0 && step === 1 && count === tupleLength(rt, tuple) && M[tuple + REP] === rt.tupleInfo.rep) {
    return rt.retain(tuple);
  }
  const result = newTupleBlock(rt, count);
  for (let index = 0; index < count; index++) {
    M[result + TUPLE_ITEMS + 2 * index] = rt.retain(M[tuple + TUPLE_ITEMS + 2 * (start + index * step)]);
  }
  rt.heap.track(result);
  return result;
}

function getItem(rt: Runtime, tuple: Address, key: Address): Address {
  if (isSlice(rt, key)) {
    const { start, step, count } = adjustSlice(unpackSlice(rt, key), tupleLength(rt, tuple));
    return tupleSliceOf(rt, tuple, start, step, count);
  }
  const length = tupleLength(rt, tuple);
  let index = sequenceIndex(rt, key, 'tuple');
  if (index < 0) index += length;
  if (index < 0 || index >= length) raise(rt, 'IndexError', 'tuple index out of range');
  return rt.retain(tupleItem(rt, tuple, index));
}

function concat(rt: Runtime, left: Address, right: Address): Address {
  const exact = rt.tupleInfo.rep;
  const first = tupleLength(rt, left);
  if (first === 0 && M[right + REP] === exact) return rt.retain(right);
  if (!isTuple(rt, right)) raiseTypeError(rt, `can only concatenate tuple (not "${rt.typeOf(right).name}") to tuple`);
  const second = tupleLength(rt, right);
  if (second === 0 && M[left + REP] === exact) return rt.retain(left);
  checkItemCount(rt, first + second);
  const result = newTupleBlock(rt, first + second);
  if (result === rt.emptyTuple) return result;
  let to = result + TUPLE_ITEMS;
  for (let index = 0; index < first; index++, to += 2) M[to] = rt.retain(tupleItem(rt, left, index));
  for (let index = 0; index < second; index++, to += 2) M[to] = rt.retain(tupleItem(rt, right, index));
  rt.heap.track(result);
  return result;
}

function repeat(rt: Runtime, tuple: Address, times: Address): Address {
  const count = repeatCount(rt, times);
  const length = tupleLength(rt, tuple);
  if ((length === 0 || count === 1) && M[tuple + REP] === rt.tupleInfo.rep) return rt.retain(tuple);
  if (length === 0 || count === 0) return rt.emptyTuple;
  checkItemCount(rt, length * count);
  const result = newTupleBlock(rt, length * count);
  for (let index = 0, from = 0; index < length * count; index++, from = from + 1 === length ? 0 : from + 1) {
    M[result + TUPLE_ITEMS + 2 * index] = rt.retain(tupleItem(rt, tuple, from));
  }
  rt.heap.track(result);
  return result;
}

const METHODS: readonly NativeSpec[] = [
  {
    name: '__getnewargs__',
    arity: 'none',
    fn: (rt, args) => {
      const length = tupleLength(rt, M[args]);
      const items: Address[] = [];
      for (let index = 0; index < length; index++) items.push(rt.retain(tupleItem(rt, M[args], index)));
      return newTuple(rt, [newTuple(rt, items)]);
    },
  },
  {
    name: 'index',
    arity: { min: 1, max: 3 },
    fn: (rt, args, count) => {
      const length = tupleLength(rt, M[args]);
      const start = count > 2 ? searchBound(rt, M[args + 4], length) : 0;
      const stop = count > 3 ? searchBound(rt, M[args + 6], length) : length;
      const found = findItem(rt, M[args], M[args + 2], start, stop);
      if (found < 0) raiseValueError(rt, 'tuple.index(x): x not in tuple');
      return newInt(rt, found);
    },
    doc: 'Return first index of value.\n\nRaises ValueError if the value is not present.',
  },
  {
    name: 'count',
    arity: 'one',
    fn: (rt, args) => newInt(rt, countItems(rt, M[args], M[args + 2])),
    doc: 'Return number of occurrences of value.',
  },
];

export function defineTupleType(rt: Runtime): void {
  rt.tupleInfo = defineType(rt, {
    name: 'tuple',
    kind: 'tuple',
    basicBytes: 24,
    itemBytes: 8,
    collectable: true,
    matchFlag: 1,
    matchSelf: true,
    doc: "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
    new: construct,
    repr: tupleRepr,
    hash: tupleHash,
    compare: (runtime, left, right, op) =>
      isTuple(runtime, left) && isTuple(runtime, right) ? compareSequences(runtime, left, right, op) : runtime.notImplemented,
    iter: (runtime, tuple) => newIndexIterator(runtime, runtime.tupleIteratorInfo, tuple),
    length: tupleLength,
    getitem: getItem,
    contains: (runtime, tuple, item) => findItem(runtime, tuple, item, 0, tupleLength(runtime, tuple)) >= 0,
    concat,
    repeat,
    methods: METHODS,
    classMethods: [CLASS_GETITEM],
  });
  rt.tupleFromIterable = tupleFromIterable;
}
