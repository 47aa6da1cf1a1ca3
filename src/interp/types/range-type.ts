/** The type range (CPython: Objects/rangeobject.c). Its iterators are in range-iterators.ts. */

import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { intIsZero, intToBigInt, intToSafeNumber, isInt, newBigInt, newInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import {
  bigRangeLength,
  newBigRangeIterator,
  newRange,
  newRangeIterator,
  newRangeObject,
  RANGE_BYTES,
  RANGE_LENGTH,
  RANGE_START,
  RANGE_STEP,
  RANGE_STOP,
} from '../objects/range.ts';
import { newTuple } from '../objects/sequence.ts';
import { isSlice } from '../objects/slice.ts';
import { newStr } from '../objects/str.ts';
import { raise, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asBigInt, asSize, equals, getIter, indexOf, iterNext, reprText } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { LaneHash } from '../runtime/tuple-hash.ts';
import { EQ, NE } from '../runtime/type-info.ts';
import { defineType } from '../runtime/types.ts';
import { checkPositional } from './sequence-methods.ts';
import { sliceIndices } from './slice-type.ts';

const M = WORDS;

function construct(rt: Runtime, _type: Address, args: Address, count: number, kwnames: Address): Address {
  checkPositional(rt, 'range', count, kwnames, 1, 3);
  const mark = rt.sp;
  for (let index = 0; index < count; index++) rt.push(plainInt(rt, indexOf(rt, M[args + 2 * index])));
  const one = newInt(rt, 1);
  const step = count === 3 ? M[mark + 4] : one;
  if (count === 3 && intIsZero(rt, step)) raiseValueError(rt, 'range() arg 3 must not be zero');
  rt.sp = mark;
  return count === 1 ? newRange(rt, newInt(rt, 0), M[mark], one) : newRange(rt, M[mark], M[mark + 2], step);
}

/** An exact int equal to an int, bool or instance of a subclass, which it takes over. */
function plainInt(rt: Runtime, value: Address): Address {
  const rep = M[value + REP];
  const kind = rep & 0xff;
  if (rep >>> 16 === rt.intInfo.typeIndex && kind !== KIND.bool) return value;
  const exact = newBigInt(rt, intToBigInt(rt, value));
  rt.release(value);
  return exact;
}

function big(rt: Runtime, range: Address, field: number): bigint {
  return intToBigInt(rt, M[range + field]);
}

/** range[index] for an index that is inside. */
function itemAt(rt: Runtime, range: Address, index: number): Address {
  const value = intToSafeNumber(rt, M[range + RANGE_START]) + index * intToSafeNumber(rt, M[range + RANGE_STEP]);
  if (Number.isSafeInteger(value)) return newInt(rt, value);
  return newBigInt(rt, big(rt, range, RANGE_START) + BigInt(index) * big(rt, range, RANGE_STEP));
}

function getItem(rt: Runtime, range: Address, key: Address): Address {
  rt.pinned++;
  let result: Address;
  if (isSlice(rt, key)) result = sliceOf(rt, range, key);
  else {
    if (!isInt(rt, key) && rt.typeOf(key).index === null) {
      raiseTypeError(rt, `range indices must be integers or slices, not ${rt.typeOf(key).name}`);
    }
    const length = intToSafeNumber(rt, M[range + RANGE_LENGTH]);
    const given = isInt(rt, key) ? intToSafeNumber(rt, key) : Number.NaN;
    if (!Number.isNaN(length) && !Number.isNaN(given)) {
      const index = given < 0 ? given + length : given;
      if (index < 0 || index >= length) raise(rt, 'IndexError', 'range object index out of range');
      result = itemAt(rt, range, index);
    } else {
      const count = big(rt, range, RANGE_LENGTH);
      let index = asBigInt(rt, key);
      if (index < 0n) index += count;
      if (index < 0n || index >= count) raise(rt, 'IndexError', 'range object index out of range');
      result = newBigInt(rt, big(rt, range, RANGE_START) + index * big(rt, range, RANGE_STEP));
    }
  }
  rt.pinned--;
  return result;
}

function sliceOf(rt: Runtime, range: Address, slice: Address): Address {
  const [from, to, by] = sliceIndices(rt, slice, big(rt, range, RANGE_LENGTH));
  const step = big(rt, range, RANGE_STEP);
  const start = big(rt, range, RANGE_START);
  const values = [start + from * step, start + to * step, step * by] as const;
  const length = newBigInt(rt, bigRangeLength(values[0], values[1], values[2]));
  return newRangeObject(rt, newBigInt(rt, values[0]), newBigInt(rt, values[1]), newBigInt(rt, values[2]), length);
}

/** Place of an int in the range, or -1. */
function placeOf(rt: Runtime, range: Address, value: Address): bigint {
  const start = intToSafeNumber(rt, M[range + RANGE_START]);
  const stop = intToSafeNumber(rt, M[range + RANGE_STOP]);
  const step = intToSafeNumber(rt, M[range + RANGE_STEP]);
  const wanted = intToSafeNumber(rt, value);
  const offset = wanted - start;
  if (Number.isSafeInteger(offset) && !Number.isNaN(stop) && !Number.isNaN(step)) {
    const inside = step > 0 ? start <= wanted && wanted < stop : stop < wanted && wanted <= start;
    return inside && offset % step === 0 ? BigInt(offset / step) : -1n;
  }
  const first = big(rt, range, RANGE_START);
  const end = big(rt, range, RANGE_STOP);
  const by = big(rt, range, RANGE_STEP);
  const sought = intToBigInt(rt, value);
  const inside = by > 0n ? first <= sought && sought < end : end < sought && sought <= first;
  return inside && (sought - first) % by === 0n ? (sought - first) / by : -1n;
}

/** Is the place of such an object found by arithmetic (an exact int or a bool)? */
function isPlainInt(rt: Runtime, value: Address): boolean {
  return isInt(rt, value) && !rt.typeOf(value).heap;
}

/** Calls `each` with the number of every item that equals `value`, until it returns false. Runs Python. */
function search(rt: Runtime, range: Address, value: Address, each: (index: number) => boolean): void {
  const iterator = rt.push(getIter(rt, range));
  for (let index = 0; ; index++) {
    const item = iterNext(rt, M[iterator]);
    if (item === 0) break;
    const root = rt.push(item);
    const equal = equals(rt, item, value);
    rt.unwind(root);
    if (equal && !each(index)) break;
  }
  rt.unwind(iterator);
}

function countOf(rt: Runtime, range: Address, value: Address, most: number): number {
  if (isPlainInt(rt, value)) return placeOf(rt, range, value) < 0n ? 0 : 1;
  let count = 0;
  rt.pinned++;
  search(rt, range, value, () => ++count < most);
  rt.pinned--;
  return count;
}

function index(rt: Runtime, range: Address, value: Address): Address {
  if (isPlainInt(rt, value)) {
    const place = placeOf(rt, range, value);
    if (place < 0n) raiseValueError(rt, `${reprText(rt, value)} is not in range`);
    return newBigInt(rt, place);
  }
  let found = -1;
  search(rt, range, value, (place) => {
    found = place;
    return false;
  });
  if (found < 0) raiseValueError(rt, 'sequence.index(x): x not in sequence');
  return newInt(rt, found);
}

/** Ranges are equal when they give the same ints. */
function rangeCompare(rt: Runtime, left: Address, right: Address, op: number): Address {
  if ((op !== EQ && op !== NE) || M[right + REP] !== rt.rangeInfo.rep) return rt.notImplemented;
  const same = (field: number): boolean => big(rt, left, field) === big(rt, right, field);
  const length = big(rt, left, RANGE_LENGTH);
  const equal =
    left === right || (same(RANGE_LENGTH) && (length === 0n || (same(RANGE_START) && (length === 1n || same(RANGE_STEP)))));
  return rt.bool(equal === (op === EQ));
}

function rangeHash(rt: Runtime, range: Address): void {
  const length = big(rt, range, RANGE_LENGTH);
  const hash = new LaneHash();
  for (const part of [
    M[range + RANGE_LENGTH],
    length === 0n ? rt.none : M[range + RANGE_START],
    length <= 1n ? rt.none : M[range + RANGE_STEP],
  ]) {
    rt.hashOf(rt, part);
    hash.add(rt.hashLow, rt.hashHigh);
  }
  hash.addLength(3);
  hash.finish();
  rt.hashLow = hash.low;
  rt.hashHigh = hash.high;
}

function rangeRepr(rt: Runtime, range: Address): Address {
  const text = (field: number): string => String(big(rt, range, field));
  const step = text(RANGE_STEP);
  return newStr(rt, `range(${text(RANGE_START)}, ${text(RANGE_STOP)}${step === '1' ? '' : `, ${step}`})`);
}

/** len(): beyond 2^53 the nearest double. */
function rangeSize(rt: Runtime, range: Address): number {
  const length = M[range + RANGE_LENGTH];
  const size = intToSafeNumber(rt, length);
  return Number.isNaN(size) && asSize(rt, length) > 0 ? Number(intToBigInt(rt, length)) : size;
}

/** Bounds within which start, every item and the value after the last are safe integers. */
const SAFE = 0x8000000000000;

function iterate(rt: Runtime, range: Address, backwards: boolean): Address {
  const start = intToSafeNumber(rt, M[range + RANGE_START]);
  const step = intToSafeNumber(rt, M[range + RANGE_STEP]);
  const count = intToSafeNumber(rt, M[range + RANGE_LENGTH]);
  const last = start + (count - 1) * step;
  if (Math.abs(start) < SAFE && Math.abs(last) < SAFE && Math.abs(step) < SAFE && !Number.isNaN(count)) {
    return backwards ? newRangeIterator(rt, last, -step, count) : newRangeIterator(rt, start, step, count);
  }
  const first = big(rt, range, RANGE_START);
  const by = big(rt, range, RANGE_STEP);
  const length = big(rt, range, RANGE_LENGTH);
  if (!backwards) return newBigRangeIterator(rt, first, by, length);
  return newBigRangeIterator(rt, first + (length - 1n) * by, -by, length);
}

const METHODS: readonly NativeSpec[] = [
  {
    name: '__reversed__',
    arity: 'none',
    fn: (rt, args) => iterate(rt, M[args], true),
    doc: 'Return a reverse iterator.',
  },
  {
    name: '__reduce__',
    arity: 'none',
    fn: (rt, args) => {
      const range = M[args];
      const parts = [RANGE_START, RANGE_STOP, RANGE_STEP].map((field) => rt.retain(M[range + field]));
      const inner = newTuple(rt, parts);
      return newTuple(rt, [rt.retain(rt.rangeInfo.address), inner]);
    },
  },
  {
    name: 'count',
    arity: 'one',
    fn: (rt, args) => newInt(rt, countOf(rt, M[args], M[args + 2], Number.MAX_SAFE_INTEGER)),
    doc: 'rangeobject.count(value) -> integer -- return number of occurrences of value',
  },
  {
    name: 'index',
    arity: 'one',
    fn: (rt, args) => index(rt, M[args], M[args + 2]),
    doc: 'rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present.',
  },
];

export function defineRangeType(rt: Runtime): void {
  const part = (name: string, field: number) => ({
    name,
    get: (runtime: Runtime, self: Address): Address => runtime.retain(M[self + field]),
    member: true,
  });
  rt.rangeInfo = defineType(rt, {
    name: 'range',
    kind: 'range',
    basicBytes: RANGE_BYTES,
    collectable: false,
    baseType: false,
    matchFlag: 1,
    doc: 'range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).',
    new: construct,
    repr: rangeRepr,
    hash: rangeHash,
    compare: rangeCompare,
    iter: (runtime, range) => iterate(runtime, range, false),
    bool: (runtime, range) => !intIsZero(runtime, M[range + RANGE_LENGTH]),
    length: rangeSize,
    getitem: getItem,
    contains: (runtime, range, value) => countOf(runtime, range, value, 1) > 0,
    methods: METHODS,
    getset: [part('start', RANGE_START), part('stop', RANGE_STOP), part('step', RANGE_STEP)],
  });
}
