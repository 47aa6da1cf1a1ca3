/**
 * product, permutations, combinations, combinations_with_replacement (CPython: Modules/itertoolsmodule.c). Each holds its pools as a tuple and the
 * current choice as int32 indices in a bytes object. Where references are counted it holds its last result too, which is used again if nobody else holds it.
 *
 * ```
 *  product                         word 4 tuple of pools; 6 indices; 8 result; 11 state              48 bytes
 *  permutations                    word 4 pool; 6 indices and cycles; 8 result; 10 r; 11 state       64 bytes
 *  combinations(_with_replacement) word 4 pool; 6 indices; 8 result; 10 r; 11 state                  56 bytes
 *  state: 0 before the first result, 1 going on, 2 exhausted
 * ```
 */
import { type Address, WORDS } from '../../../heap/memory.ts';
import { newBytesBlock } from '../../objects/bytes.ts';
import { isInt, newInt } from '../../objects/int.ts';
import { isResultFree, replaceItem, trackAgain } from '../../objects/result-tuple.ts';
import {
  isTuple,
  newTuple,
  newTupleBlock,
  newTupleFromStack,
  TUPLE_ITEMS,
  tupleItem,
  tupleLength,
} from '../../objects/sequence.ts';
import { strText } from '../../objects/str.ts';
import { unexpectedKeyword } from '../../runtime/calls.ts';
import { argumentTypeName, raiseTypeError, raiseValueError } from '../../runtime/exceptions.ts';
import { tupleFromIterable } from '../../runtime/iterables.ts';
import type { NativeSpec } from '../../runtime/native.ts';
import { asSize } from '../../runtime/operators.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { TypeSpec } from '../../runtime/types.ts';
import { constructorSlot, iterSelf, newRecordOf, take } from '../records.ts';
import { made, reduce, requireTuple, setState, stateNumber } from './reduction.ts';

const M = WORDS;

const POOL = 4;
const INDICES = 6;
const RESULT = 8;
const CHOICE = 10;
const STATE = 11;

const FRESH = 0;
const RUNNING = 1;
const DONE = 2;

/** Word address of the first index of a bytes object made by newIndices. */
const INDEX_DATA = 8;

/** A bytes object with room for `count` int32. Its bytes start word-aligned. */
function newIndices(rt: Runtime, count: number): Address {
  const indices = newBytesBlock(rt, 4 * count);
  for (let word = 0; word < count; word++) M[indices + INDEX_DATA + word] = 0;
  return indices;
}

/** The next result of `self`, owned: tuple(item(at) for at in range(count)), borrowed items. */
function resultOf(rt: Runtime, self: Address, count: number, item: (at: number) => Address): Address {
  if (count === 0) return rt.emptyTuple;
  const last = M[self + RESULT];
  if (last !== 0 && isResultFree(rt, last)) {
    const root = rt.push(rt.retain(last));
    for (let at = 0; at < count; at++) {
      const value = item(at);
      if (tupleItem(rt, last, at) !== value) replaceItem(rt, last, at, rt.retain(value));
    }
    trackAgain(rt, last);
    rt.sp = root;
    return last;
  }
  const tuple = newTupleBlock(rt, count);
  for (let at = 0; at < count; at++) M[tuple + TUPLE_ITEMS + 2 * at] = rt.retain(item(at));
  rt.heap.track(tuple);
  if (rt.heap.capabilities.refcount !== 'eager') return tuple;
  const root = rt.push(tuple);
  rt.heap.store(self, self + RESULT, rt.retain(tuple));
  rt.heap.release(last);
  rt.sp = root;
  return tuple;
}

/** tuple(pool[i] for i in indices[:count]) as the next result of `self`. */
function chosen(rt: Runtime, self: Address, pool: Address, indices: Address, count: number): Address {
  return resultOf(rt, self, count, (at) => tupleItem(rt, pool, M[indices + INDEX_DATA + at]));
}

/** CPython keeps the indices, of eight bytes each, beside the object. */
function sizeMethod(indices: (rt: Runtime, self: Address) => number): NativeSpec {
  return {
    name: '__sizeof__',
    arity: 'none',
    doc: 'Returns size in memory, in bytes.',
    fn: (rt, args) => newInt(rt, rt.typeOf(M[args]).basicBytes + 8 * indices(rt, M[args])),
  };
}

/** A record over the pool in stack slot `pool` with `indexCount` indices, tracked. */
function choiceRecord(rt: Runtime, type: Address, pool: Address, indexCount: number, r: number, size: number): Address {
  const indices = rt.push(newIndices(rt, indexCount));
  const record = newRecordOf(rt, type);
  M[record + POOL] = rt.retain(M[pool]);
  M[record + INDICES] = take(rt, indices);
  M[record + CHOICE] = r;
  M[record + STATE] = r > size ? DONE : FRESH;
  rt.heap.track(record);
  return record;
}

const MOST_INDICES = 100_000_000;

function checkCount(rt: Runtime, count: number): number {
  if (count > MOST_INDICES) rt.outOfMemory(4 * count);
  return count;
}

/** The int32 `from` ... `from + count - 1` behind the indices of `self` as a tuple. Owned. */
function indexTuple(rt: Runtime, self: Address, from: number, count: number): Address {
  const data = M[self + INDICES] + INDEX_DATA + from;
  return newTuple(
    rt,
    Array.from({ length: count }, (_, at) => newInt(rt, M[data + at])),
  );
}

/** Reads `state` (a tuple of as many ints as `highest` has places) into the indices from `from` on, each kept in its range. */
function readIndices(
  rt: Runtime,
  self: Address,
  state: Address,
  from: number,
  count: number,
  least: number,
  highest: (at: number) => number,
): void {
  for (let at = 0; at < count; at++) {
    const value = stateNumber(rt, tupleItem(rt, state, at));
    M[M[self + INDICES] + INDEX_DATA + from + at] = Math.max(least, Math.min(value, highest(at)));
  }
}

function requireCount(rt: Runtime, state: Address, count: number): void {
  if (!isTuple(rt, state) || tupleLength(rt, state) !== count) raiseValueError(rt, 'invalid arguments');
}

/** (pool, r), with the pool gone once all choices were made; a state while they are being made. */
function reduceChoice(rt: Runtime, self: Address, none: boolean, state: () => Address): Address {
  const r = newInt(rt, M[self + CHOICE]);
  if (none || M[self + STATE] === FRESH) return made(rt, self, [rt.retain(M[self + POOL]), r]);
  if (M[self + STATE] === DONE) return made(rt, self, [rt.emptyTuple, r]);
  return made(rt, self, [rt.retain(M[self + POOL]), r], state());
}

const PRODUCT_STATE: readonly NativeSpec[] = [
  reduce((rt, self) => {
    if (M[self + STATE] === DONE) return made(rt, self, [rt.emptyTuple]);
    const pools = M[self + POOL];
    const count = tupleLength(rt, pools);
    const args = Array.from({ length: count }, (_, at) => rt.retain(tupleItem(rt, pools, at)));
    return M[self + STATE] === FRESH ? made(rt, self, args) : made(rt, self, args, indexTuple(rt, self, 0, count));
  }),
  setState((rt, self, state) => {
    const pools = M[self + POOL];
    const count = tupleLength(rt, pools);
    requireCount(rt, state, count);
    const sizes = Array.from({ length: count }, (_, at) => tupleLength(rt, tupleItem(rt, pools, at)));
    if (sizes.includes(0)) {
      M[self + STATE] = DONE;
      return;
    }
    readIndices(rt, self, state, 0, count, 0, (at) => sizes[at]! - 1);
    M[self + STATE] = RUNNING;
  }),
];

const PERMUTATIONS_STATE: readonly NativeSpec[] = [
  reduce((rt, self) => {
    const size = tupleLength(rt, M[self + POOL]);
    const r = M[self + CHOICE];
    return reduceChoice(rt, self, r > size, () => newTuple(rt, [indexTuple(rt, self, 0, size), indexTuple(rt, self, size, r)]));
  }),
  setState((rt, self, state) => {
    const size = tupleLength(rt, M[self + POOL]);
    const r = M[self + CHOICE];
    requireTuple(rt, state);
    if (tupleLength(rt, state) !== 2) {
      raiseTypeError(rt, `function takes exactly 2 arguments (${tupleLength(rt, state)} given)`);
    }
    for (let part = 0; part < 2; part++) {
      const given = tupleItem(rt, state, part);
      if (!isTuple(rt, given)) raiseTypeError(rt, `argument ${part + 1} must be tuple, not ${argumentTypeName(rt, given)}`);
    }
    requireCount(rt, tupleItem(rt, state, 0), size);
    requireCount(rt, tupleItem(rt, state, 1), r);
    readIndices(rt, self, tupleItem(rt, state, 0), 0, size, 0, () => size - 1);
    readIndices(rt, self, tupleItem(rt, state, 1), size, r, 1, (at) => size - at);
    M[self + STATE] = RUNNING;
  }),
];

function combinationsState(replacement: boolean): readonly NativeSpec[] {
  return [
    reduce((rt, self) => {
      const size = tupleLength(rt, M[self + POOL]);
      const r = M[self + CHOICE];
      const none = replacement ? size === 0 && r > 0 : r > size;
      return reduceChoice(rt, self, none, () => indexTuple(rt, self, 0, r));
    }),
    setState((rt, self, state) => {
      const size = tupleLength(rt, M[self + POOL]);
      const r = M[self + CHOICE];
      requireCount(rt, state, r);
      readIndices(rt, self, state, 0, r, 0, (at) => (replacement ? size - 1 : at + size - r));
      M[self + STATE] = RUNNING;
    }),
  ];
}

export function productSpec(): TypeSpec {
  return {
    name: 'product',
    module: 'itertools',
    kind: 'record',
    collectable: true,
    basicBytes: 48,
    fields: 3,
    iter: iterSelf,
    methods: [sizeMethod((rt, self) => tupleLength(rt, M[self + POOL])), ...PRODUCT_STATE],
    new: (rt, type, args, count, kwnames) => {
      const result = rt.push(0);
      const typeSlot = rt.push(rt.retain(type));
      let given = count;
      let times = 1;
      if (kwnames !== 0) {
        const keywords = tupleLength(rt, kwnames);
        given = count - keywords;
        if (keywords > 1) raiseTypeError(rt, `product() takes at most 1 keyword argument (${keywords} given)`);
        const name = strText(rt, tupleItem(rt, kwnames, 0));
        if (name !== 'repeat') unexpectedKeyword(rt, 'product', name, ['repeat']);
        times = asSize(rt, M[args + 2 * given]);
        if (times < 0) raiseValueError(rt, 'repeat argument cannot be negative');
      }
      checkCount(rt, given * times);
      const first = rt.sp;
      const own = times === 0 ? 0 : given;
      for (let index = 0; index < own; index++) rt.push(tupleFromIterable(rt, M[args + 2 * index]));
      for (let index = own; index < own * times; index++) rt.push(rt.retain(M[first + 2 * (index % own)]));
      const pools = newTupleFromStack(rt, first, own * times);
      rt.sp = first;
      const slot = rt.push(pools);
      M[result] = choiceRecord(rt, typeSlot, slot, own * times, 0, 0);
      rt.unwind(typeSlot);
      return take(rt, result);
    },
    next: (rt, self) => {
      if (M[self + STATE] === DONE) return 0;
      const pools = M[self + POOL];
      const data = M[self + INDICES] + INDEX_DATA;
      const count = tupleLength(rt, pools);
      if (M[self + STATE] === FRESH) {
        for (let at = 0; at < count; at++) {
          if (tupleLength(rt, tupleItem(rt, pools, at)) === 0) {
            M[self + STATE] = DONE;
            return 0;
          }
        }
        M[self + STATE] = RUNNING;
      } else {
        let at = count - 1;
        for (; at >= 0; at--) {
          if (++M[data + at] < tupleLength(rt, tupleItem(rt, pools, at))) break;
          M[data + at] = 0;
        }
        if (at < 0) {
          M[self + STATE] = DONE;
          // The last result has come round to the first choice by now, and keeps that until the iterator dies.
          if (M[self + RESULT] !== 0) {
            rt.release(resultOf(rt, self, count, (place) => tupleItem(rt, tupleItem(rt, pools, place), 0)));
          }
          return 0;
        }
      }
      return resultOf(rt, self, count, (at) => tupleItem(rt, tupleItem(rt, pools, at), M[data + at]));
    },
  };
}

export function permutationsSpec(): TypeSpec {
  return {
    name: 'permutations',
    module: 'itertools',
    kind: 'record',
    collectable: true,
    basicBytes: 64,
    fields: 3,
    iter: iterSelf,
    methods: [sizeMethod((rt, self) => tupleLength(rt, M[self + POOL]) + M[self + CHOICE]), ...PERMUTATIONS_STATE],
    new: constructorSlot('permutations', { params: 'iterable, r=' }, (rt, type, args) => {
      const pool = rt.push(tupleFromIterable(rt, M[args]));
      const size = tupleLength(rt, M[pool]);
      const given = M[args + 2];
      let r = size;
      if (given !== 0 && given !== rt.none) {
        if (!isInt(rt, given)) raiseTypeError(rt, 'Expected int as r');
        r = asSize(rt, given);
        if (r < 0) raiseValueError(rt, 'r must be non-negative');
      }
      checkCount(rt, size + r);
      const record = choiceRecord(rt, type, pool, size + r, r, size);
      const data = M[record + INDICES] + INDEX_DATA;
      for (let at = 0; at < size; at++) M[data + at] = at;
      for (let at = 0; at < r; at++) M[data + size + at] = size - at;
      return record;
    }),
    next: (rt, self) => {
      if (M[self + STATE] === DONE) return 0;
      const pool = M[self + POOL];
      const size = tupleLength(rt, pool);
      const r = M[self + CHOICE];
      const indices = M[self + INDICES];
      const data = indices + INDEX_DATA;
      if (M[self + STATE] === FRESH) M[self + STATE] = RUNNING;
      else if (!nextPermutation(M, data, size, r)) {
        M[self + STATE] = DONE;
        return 0;
      }
      return chosen(rt, self, pool, indices, r);
    },
  };
}

/** Moves on to the next choice of r out of size; the cycle counters lie behind the indices. false after the last. */
function nextPermutation(M: Runtime['M'], data: Address, size: number, r: number): boolean {
  for (let at = r - 1; at >= 0; at--) {
    const cycle = data + size + at;
    if (--M[cycle] === 0) {
      const index = M[data + at];
      for (let place = at; place < size - 1; place++) M[data + place] = M[data + place + 1];
      M[data + size - 1] = index;
      M[cycle] = size - at;
      continue;
    }
    const other = data + size - M[cycle];
    const index = M[data + at];
    M[data + at] = M[other];
    M[other] = index;
    return true;
  }
  return false;
}

function combinationsOf(name: string, replacement: boolean): TypeSpec {
  return {
    name,
    module: 'itertools',
    kind: 'record',
    collectable: true,
    basicBytes: 56,
    fields: 3,
    iter: iterSelf,
    methods: [sizeMethod((_rt, self) => M[self + CHOICE]), ...combinationsState(replacement)],
    new: constructorSlot(name, { params: 'iterable, r' }, (rt, type, args) => {
      const r = asSize(rt, M[args + 2]);
      const pool = rt.push(tupleFromIterable(rt, M[args]));
      const size = tupleLength(rt, M[pool]);
      if (r < 0) raiseValueError(rt, 'r must be non-negative');
      checkCount(rt, r);
      const exhausted = replacement ? size === 0 && r > 0 : r > size;
      const record = choiceRecord(rt, type, pool, r, r, exhausted ? -1 : r);
      const data = M[record + INDICES] + INDEX_DATA;
      if (!replacement) for (let at = 0; at < r; at++) M[data + at] = at;
      return record;
    }),
    next: (rt, self) => {
      if (M[self + STATE] === DONE) return 0;
      const pool = M[self + POOL];
      const size = tupleLength(rt, pool);
      const r = M[self + CHOICE];
      const indices = M[self + INDICES];
      const data = indices + INDEX_DATA;
      if (M[self + STATE] === FRESH) M[self + STATE] = RUNNING;
      else {
        let at = r - 1;
        while (at >= 0 && M[data + at] === (replacement ? size - 1 : at + size - r)) at--;
        if (at < 0) {
          M[self + STATE] = DONE;
          return 0;
        }
        const index = ++M[data + at];
        for (let place = at + 1; place < r; place++) M[data + place] = replacement ? index : M[data + place - 1] + 1;
      }
      return chosen(rt, self, pool, indices, r);
    },
  };
}

export function combinationsSpec(): TypeSpec {
  return combinationsOf('combinations', false);
}

export function combinationsWithReplacementSpec(): TypeSpec {
  return combinationsOf('combinations_with_replacement', true);
}
