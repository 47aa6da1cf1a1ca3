/**
 * Iterators of itertools that pass the items of others on: chain, cycle, repeat, count, islice, compress, filterfalse, takewhile, dropwhile, starmap,
 * pairwise, batched, zip_longest, accumulate (CPython: Modules/itertoolsmodule.c; sizes and order of fields are its own).
 */
import { REP } from '../../../heap/layout.ts';
import { type Address, DOUBLES, WORDS } from '../../../heap/memory.ts';
import { INT_VALUE, isInt, newInt } from '../../objects/int.ts';
import { KIND } from '../../objects/kinds.ts';
import { isResultFree, pairFromStack, replaceItem, trackAgain } from '../../objects/result-tuple.ts';
import {
  LIST_LENGTH,
  listAppend,
  listItem,
  newList,
  newTuple,
  newTupleBlock,
  newTupleFromStack,
  TUPLE_ITEMS,
  tupleItem,
  tupleLength,
} from '../../objects/sequence.ts';
import { newStr, strText } from '../../objects/str.ts';
import { call1, call2 } from '../../runtime/calls.ts';
import { raiseTypeError, raiseValueError } from '../../runtime/exceptions.ts';
import { tupleFromIterable } from '../../runtime/iterables.ts';
import { asIndex, asSize, binary, fitsSize, getIter, isTrue, iterNext, iterNextOf, reprText } from '../../runtime/operators.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { BINARY_NAMES, type TypeInfo } from '../../runtime/type-info.ts';
import type { TypeSpec } from '../../runtime/types.ts';
import { constructorSlot, iterSelf, newRecordOf, rooted, setField, take } from '../records.ts';
import { CYCLE_COMPLETE, REDUCTIONS } from './reduction.ts';

const M = WORDS;
const F64 = DOUBLES;

const ADD = BINARY_NAMES.indexOf('add');
const FIRST = 4;
const SECOND = 6;
const THIRD = 8;
const FOURTH = 10;

type Spec = Omit<TypeSpec, 'module' | 'kind'>;

/** Common part of all types here. */
function iteratorSpec(spec: Spec): TypeSpec {
  const methods = [...(spec.methods ?? []), ...REDUCTIONS[spec.name]!];
  return { iter: iterSelf, ...spec, methods, module: 'itertools', kind: 'record', collectable: true };
}

function double(_rt: Runtime, object: Address, word: number): number {
  return F64[(object + word) >> 1];
}

function setDouble(_rt: Runtime, object: Address, word: number, value: number): void {
  F64[(object + word) >> 1] = value;
}

/** Truth of the value in the top slot `slot`, which is dropped. */
function dropTruth(rt: Runtime, slot: Address): boolean {
  const truth = isTrue(rt, M[slot]);
  rt.unwind(slot);
  return truth;
}

/** A record with `values` fields taken from the stack slots given (retained), tracked. */
function recordWith(rt: Runtime, type: Address, slots: readonly Address[]): Address {
  const record = newRecordOf(rt, type);
  slots.forEach((slot, index) => {
    const value = M[slot];
    M[record + FIRST + 2 * index] = value === 0 ? 0 : rt.retain(value);
  });
  rt.heap.track(record);
  return record;
}

/** chain: word 4 iterator over the iterables (0 when done), 6 the one being read. */
export function chainSpec(): TypeSpec {
  return iteratorSpec({
    name: 'chain',
    basicBytes: 32,
    fields: 2,
    new: constructorSlot('chain', 'raw', (rt, type, args, count) => {
      const tuple = newTupleBlock(rt, count);
      for (let index = 0; index < count; index++) M[tuple + TUPLE_ITEMS + 2 * index] = rt.retain(M[args + 2 * index]);
      if (count > 0) rt.heap.track(tuple);
      const slot = rt.push(tuple);
      const source = rt.push(getIter(rt, M[slot]));
      return recordWith(rt, type, [source]);
    }),
    classMethods: [
      {
        name: 'from_iterable',
        arity: 'one',
        safe: true,
        fn: (rt, args) => {
          const source = rt.push(getIter(rt, M[args + 2]));
          const made = recordWith(rt, args, [source]);
          rt.unwind(source);
          return made;
        },
      },
    ],
    next: rooted((rt, root) => {
      for (;;) {
        if (M[M[root] + FIRST] === 0) return 0;
        if (M[M[root] + SECOND] === 0) {
          const iterable = iterNext(rt, M[M[root] + FIRST]);
          if (iterable === 0) {
            setField(rt, M[root], FIRST, 0);
            return 0;
          }
          const slot = rt.push(iterable);
          let iterator: Address;
          try {
            iterator = getIter(rt, M[slot]);
          } catch (thrown) {
            setField(rt, M[root], FIRST, 0);
            throw thrown;
          }
          setField(rt, M[root], SECOND, iterator);
          rt.unwind(slot);
        }
        const value = iterNext(rt, M[M[root] + SECOND]);
        if (value !== 0) return value;
        setField(rt, M[root], SECOND, 0);
      }
    }),
  });
}

/** cycle: word 4 iterator (0 after the first round), 6 list of what came, 8 place in it, 10 set when the list is whole although the iterator is not at its end. */
export function cycleSpec(): TypeSpec {
  return iteratorSpec({
    name: 'cycle',
    basicBytes: 48,
    fields: 2,
    new: constructorSlot('cycle', { min: 1, max: 1 }, (rt, type, args) => {
      const source = rt.push(getIter(rt, M[args]));
      const saved = rt.push(newList(rt));
      return recordWith(rt, type, [source, saved]);
    }),
    next: rooted((rt, root) => {
      if (M[M[root] + FIRST] !== 0) {
        const value = iterNext(rt, M[M[root] + FIRST]);
        if (value !== 0) {
          if (M[M[root] + CYCLE_COMPLETE] === 0) listAppend(rt, M[M[root] + SECOND], rt.retain(value));
          return value;
        }
        setField(rt, M[root], FIRST, 0);
      }
      const self = M[root];
      const saved = M[self + SECOND];
      if (M[saved + LIST_LENGTH] === 0) return 0;
      const index = M[self + THIRD];
      M[self + THIRD] = index + 1 >= M[saved + LIST_LENGTH] ? 0 : index + 1;
      return rt.retain(listItem(rt, saved, index));
    }),
  });
}

/** repeat: word 4 the object; words 6,7 how many are left (a double; below 0: for ever). */
export function repeatSpec(): TypeSpec {
  return iteratorSpec({
    name: 'repeat',
    basicBytes: 32,
    fields: 1,
    new: constructorSlot('repeat', { params: 'object, times=' }, (rt, type, args) => {
      const given = M[args + 2];
      const times = given === 0 ? -1 : Math.max(0, asSize(rt, given));
      const record = recordWith(rt, type, [args]);
      setDouble(rt, record, SECOND, times);
      return record;
    }),
    repr: (rt, self) => {
      const left = double(rt, self, SECOND);
      const root = rt.push(rt.retain(self));
      const element = reprText(rt, M[self + FIRST]);
      rt.unwind(root);
      return newStr(rt, left < 0 ? `repeat(${element})` : `repeat(${element}, ${left})`);
    },
    next: (rt, self) => {
      const left = double(rt, self, SECOND);
      if (left === 0) return 0;
      if (left > 0) setDouble(rt, self, SECOND, left - 1);
      return rt.retain(M[self + FIRST]);
    },
    methods: [
      {
        name: '__length_hint__',
        arity: 'none',
        fn: (rt, args) => {
          const left = double(rt, M[args], SECOND);
          if (left < 0) raiseTypeError(rt, 'len() of unsized object');
          return newInt(rt, left);
        },
      },
    ],
  });
}

function isNumber(info: TypeInfo, kind: number): boolean {
  return info.index !== null || info.int !== null || info.float !== null || kind === KIND.complex;
}

/** The value of an int that may step in doubles without loss, else NaN. */
function plainInt(_rt: Runtime, object: Address): number {
  return (M[object + REP] & 0xff) === KIND.int ? M[object + INT_VALUE] : Number.NaN;
}

/**
 * count: words 8,9 the next value as a double while it steps by 1 through small ints; else word 4 the next value and word 6 the step, any numbers.
 */
export function countSpec(): TypeSpec {
  return iteratorSpec({
    name: 'count',
    basicBytes: 40,
    fields: 2,
    new: constructorSlot('count', { params: 'start=, step=' }, (rt, type, args) => {
      for (let slot = args; slot <= args + 2; slot += 2) {
        const given = M[slot];
        if (given === 0) M[slot] = newInt(rt, slot === args ? 0 : 1);
        else if (!isNumber(rt.typeOf(given), M[given + REP] & 0xff)) raiseTypeError(rt, 'a number is required');
      }
      const start = plainInt(rt, M[args]);
      if (!Number.isNaN(start) && isInt(rt, M[args + 2]) && plainIntOrBool(rt, M[args + 2]) === 1) {
        const record = recordWith(rt, type, []);
        setDouble(rt, record, THIRD, start);
        return record;
      }
      return recordWith(rt, type, [args, args + 2]);
    }),
    repr: (rt, self) => {
      if (M[self + FIRST] === 0) return newStr(rt, `count(${double(rt, self, THIRD)})`);
      const root = rt.push(rt.retain(self));
      rt.pinned++;
      const value = reprText(rt, M[self + FIRST]);
      const step = M[self + SECOND];
      const text = plainIntOrBool(rt, step) === 1 ? `count(${value})` : `count(${value}, ${reprText(rt, step)})`;
      rt.pinned--;
      rt.unwind(root);
      return newStr(rt, text);
    },
    next: (rt, self) => {
      if (M[self + FIRST] === 0) {
        const value = double(rt, self, THIRD);
        setDouble(rt, self, THIRD, value + 1);
        if (value < Number.MAX_SAFE_INTEGER) return newInt(rt, value);
        // From here on the values are int objects of any size.
        rt.heap.store(self, self + FIRST, newInt(rt, value));
        rt.heap.store(self, self + SECOND, newInt(rt, 1));
      }
      return slowCount(rt, self);
    },
  });
}

function plainIntOrBool(_rt: Runtime, object: Address): number {
  const kind = M[object + REP] & 0xff;
  return kind === KIND.int || kind === KIND.bool ? M[object + INT_VALUE] : Number.NaN;
}

const slowCount = rooted((rt, root) => {
  const self = M[root];
  const current = rt.push(rt.retain(M[self + FIRST]));
  const sum = binary(rt, M[current], M[self + SECOND], ADD, false);
  setField(rt, M[root], FIRST, sum);
  return take(rt, current);
});

const HUGE = Number.POSITIVE_INFINITY;

/** The next item of the iterator in FIRST; at its end, and when it raises, the `fields` are let go (CPython: Py_CLEAR where the item is NULL). */
function nextOrDrop(rt: Runtime, root: Address, fields: readonly number[]): Address {
  let value = 0;
  try {
    if (M[M[root] + FIRST] !== 0) value = iterNextOf(rt, M[M[root] + FIRST]);
    return value;
  } finally {
    if (value === 0) for (const field of fields) setField(rt, M[root], field, 0);
  }
}

/** A bound of islice: None is `otherwise`; raises ValueError for what is no index. */
function sliceBound(rt: Runtime, object: Address, otherwise: number, least: number, message: string): number {
  if (object === 0 || object === rt.none) return otherwise;
  if (rt.typeOf(object).index === null && !isInt(rt, object)) raiseValueError(rt, message);
  const value = asIndex(rt, object);
  if (value < least || !fitsSize(rt, object, value)) raiseValueError(rt, message);
  return value;
}

const STOP_MESSAGE = 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
const INDEX_MESSAGE = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
const STEP_MESSAGE = 'Step for islice() must be a positive integer or None.';

/** islice: word 4 iterator; doubles: 6 next index wanted, 8 stop, 10 step, 12 items taken so far. */
export function isliceSpec(): TypeSpec {
  return iteratorSpec({
    name: 'islice',
    basicBytes: 56,
    fields: 1,
    new: constructorSlot('islice', { min: 2, max: 4 }, (rt, type, args, count) => {
      let start = 0;
      let stop: number;
      if (count === 2) stop = sliceBound(rt, M[args + 2], HUGE, 0, STOP_MESSAGE);
      else {
        // CPython looks at the stop's type first, then at both values.
        const end = M[args + 4];
        if (end !== rt.none && rt.typeOf(end).index === null && !isInt(rt, end)) raiseValueError(rt, STOP_MESSAGE);
        start = sliceBound(rt, M[args + 2], 0, Number.NEGATIVE_INFINITY, INDEX_MESSAGE);
        stop = sliceBound(rt, end, HUGE, Number.NEGATIVE_INFINITY, STOP_MESSAGE);
        if (start < 0) raiseValueError(rt, INDEX_MESSAGE);
        if (stop < 0) raiseValueError(rt, stop === -1 ? STOP_MESSAGE : INDEX_MESSAGE);
      }
      const step = count > 3 ? sliceBound(rt, M[args + 6], 1, 1, STEP_MESSAGE) : 1;
      const source = rt.push(getIter(rt, M[args]));
      const record = recordWith(rt, type, [source]);
      setDouble(rt, record, SECOND, start);
      setDouble(rt, record, THIRD, stop);
      setDouble(rt, record, FOURTH, step);
      return record;
    }),
    next: rooted((rt, root) => {
      if (M[M[root] + FIRST] === 0) return 0;
      const wanted = double(rt, M[root], SECOND);
      const stop = double(rt, M[root], THIRD);
      while (double(rt, M[root], 12) < wanted) {
        if (M[M[root] + FIRST] === 0) return 0;
        const skipped = nextOrDrop(rt, root, [FIRST]);
        if (skipped === 0) return 0;
        const slot = rt.push(skipped);
        rt.unwind(slot);
        setDouble(rt, M[root], 12, double(rt, M[root], 12) + 1);
      }
      if (double(rt, M[root], 12) >= stop || M[M[root] + FIRST] === 0) {
        setField(rt, M[root], FIRST, 0);
        return 0;
      }
      const value = nextOrDrop(rt, root, [FIRST]);
      if (value === 0) return 0;
      const self = M[root];
      setDouble(rt, self, 12, double(rt, self, 12) + 1);
      setDouble(rt, self, SECOND, Math.min(wanted + double(rt, self, FOURTH), stop));
      return value;
    }),
  });
}

/** compress: word 4 data, 6 selectors. */
export function compressSpec(): TypeSpec {
  return iteratorSpec({
    name: 'compress',
    basicBytes: 32,
    fields: 2,
    new: constructorSlot('compress', { params: 'data, selectors' }, (rt, type, args) => {
      const data = rt.push(getIter(rt, M[args]));
      const selectors = rt.push(getIter(rt, M[args + 2]));
      return recordWith(rt, type, [data, selectors]);
    }),
    next: rooted((rt, root) => {
      for (;;) {
        const value = iterNextOf(rt, M[M[root] + FIRST]);
        if (value === 0) return 0;
        const held = rt.push(value);
        const selector = iterNextOf(rt, M[M[root] + SECOND]);
        if (selector === 0) return 0;
        if (dropTruth(rt, rt.push(selector))) return take(rt, held);
        rt.unwind(held);
      }
    }),
  });
}

/** Constructor of (function, iterable): word 4 function, 6 iterator. */
function functionAndIterable(name: string): NonNullable<TypeSpec['new']> {
  return constructorSlot(name, { min: 2, max: 2 }, (rt, type, args) => {
    const source = rt.push(getIter(rt, M[args + 2]));
    return recordWith(rt, type, [args, source]);
  });
}

/** Truth of function(value) with the value in stack slot `held`. */
function testHeld(rt: Runtime, root: Address, held: Address): boolean {
  const slot = rt.push(call1(rt, M[M[root] + FIRST], M[held]));
  return dropTruth(rt, slot);
}

/** filterfalse: word 4 predicate or None, 6 iterator. */
export function filterfalseSpec(): TypeSpec {
  return iteratorSpec({
    name: 'filterfalse',
    basicBytes: 32,
    fields: 2,
    visits: [1, 0],
    new: functionAndIterable('filterfalse'),
    next: rooted((rt, root) => {
      for (;;) {
        const value = iterNextOf(rt, M[M[root] + SECOND]);
        if (value === 0) return 0;
        const held = rt.push(value);
        const predicate = M[M[root] + FIRST];
        const plain = predicate === rt.none || predicate === rt.boolInfo.address;
        if (!(plain ? isTrue(rt, value) : testHeld(rt, root, held))) return take(rt, held);
        rt.unwind(held);
      }
    }),
  });
}

/** takewhile: word 4 predicate, 6 iterator, 8 set once it has stopped. */
export function takewhileSpec(): TypeSpec {
  return iteratorSpec({
    name: 'takewhile',
    basicBytes: 40,
    fields: 2,
    visits: [1, 0],
    new: functionAndIterable('takewhile'),
    next: rooted((rt, root) => {
      if (M[M[root] + THIRD] !== 0) return 0;
      const value = iterNextOf(rt, M[M[root] + SECOND]);
      if (value === 0) return 0;
      const held = rt.push(value);
      if (testHeld(rt, root, held)) return take(rt, held);
      M[M[root] + THIRD] = 1;
      return 0;
    }),
  });
}

/** dropwhile: word 4 predicate, 6 iterator, 8 set once it passes everything. */
export function dropwhileSpec(): TypeSpec {
  return iteratorSpec({
    name: 'dropwhile',
    basicBytes: 40,
    fields: 2,
    visits: [1, 0],
    new: functionAndIterable('dropwhile'),
    next: rooted((rt, root) => {
      for (;;) {
        const value = iterNextOf(rt, M[M[root] + SECOND]);
        if (value === 0 || M[M[root] + THIRD] !== 0) return value;
        const held = rt.push(value);
        if (!testHeld(rt, root, held)) {
          M[M[root] + THIRD] = 1;
          return take(rt, held);
        }
        rt.unwind(held);
      }
    }),
  });
}

/** starmap: word 4 function, 6 iterator. */
export function starmapSpec(): TypeSpec {
  return iteratorSpec({
    name: 'starmap',
    basicBytes: 32,
    fields: 2,
    visits: [1, 0],
    new: functionAndIterable('starmap'),
    next: rooted((rt, root) => {
      const value = iterNextOf(rt, M[M[root] + SECOND]);
      if (value === 0) return 0;
      const held = rt.push(value);
      const tuple = rt.push(tupleFromIterable(rt, M[held]));
      const base = rt.push(rt.retain(M[M[root] + FIRST]));
      const count = tupleLength(rt, M[tuple]);
      for (let index = 0; index < count; index++) rt.push(rt.retain(tupleItem(rt, M[tuple], index)));
      return rt.call(base, count, 0);
    }),
  });
}

/** pairwise: word 4 iterator, 6 the last item, 8 the last result. */
export function pairwiseSpec(): TypeSpec {
  return iteratorSpec({
    name: 'pairwise',
    basicBytes: 40,
    fields: 3,
    new: constructorSlot('pairwise', { min: 1, max: 1 }, (rt, type, args) => {
      const source = rt.push(getIter(rt, M[args]));
      const last = rt.push(0);
      const result = rt.push(newTuple(rt, [rt.none, rt.none]));
      return recordWith(rt, type, [source, last, result]);
    }),
    next: rooted((rt, root) => {
      if (M[M[root] + FIRST] === 0) return 0;
      if (M[M[root] + SECOND] === 0) {
        const first = nextOrDrop(rt, root, [FIRST]);
        if (first === 0) return 0;
        if (M[M[root] + FIRST] === 0) {
          rt.push(first);
          return 0;
        }
        setField(rt, M[root], SECOND, first);
      }
      rt.push(rt.retain(M[M[root] + SECOND]));
      const value = nextOrDrop(rt, root, [FIRST, SECOND]);
      if (value === 0) return 0;
      rt.push(rt.retain(value));
      const held = rt.push(value);
      setField(rt, M[root], SECOND, take(rt, held));
      return pairFromStack(rt, M[M[root] + THIRD]);
    }),
  });
}

/** batched: word 4 iterator; 6 batch size (a double); 8 strict. */
export function batchedSpec(): TypeSpec {
  return iteratorSpec({
    name: 'batched',
    basicBytes: 40,
    fields: 1,
    new: constructorSlot('batched', { params: 'iterable, n, *, strict=' }, (rt, type, args) => {
      const size = asSize(rt, M[args + 2]);
      const strict = M[args + 4] !== 0 && isTrue(rt, M[args + 4]);
      if (size < 1) raiseValueError(rt, 'n must be at least one');
      const source = rt.push(getIter(rt, M[args]));
      const record = recordWith(rt, type, [source]);
      setDouble(rt, record, SECOND, size);
      M[record + THIRD] = strict ? 1 : 0;
      return record;
    }),
    next: rooted((rt, root) => {
      const size = double(rt, M[root], SECOND);
      if (M[M[root] + FIRST] === 0) return 0;
      const first = rt.sp;
      let count = 0;
      // An iterator that ends in the middle of a batch is asked again for the next one.
      let drop = true;
      try {
        while (count < size && M[M[root] + FIRST] !== 0) {
          const value = iterNext(rt, M[M[root] + FIRST]);
          if (value === 0) break;
          rt.push(value);
          count++;
        }
        drop = count === 0 || (count < size && M[M[root] + THIRD] !== 0);
      } finally {
        if (drop) setField(rt, M[root], FIRST, 0);
      }
      if (count === 0) return 0;
      if (drop) raiseValueError(rt, 'batched(): incomplete batch');
      const batch = newTupleFromStack(rt, first, count);
      rt.sp = first;
      return batch;
    }),
  });
}

/** zip_longest: word 4 tuple of iterators (None where one has ended), 6 the last result, 8 fill value, 10 iterators still active. */
const STILL_ACTIVE = 10;

export function zipLongestSpec(): TypeSpec {
  return iteratorSpec({
    name: 'zip_longest',
    basicBytes: 56,
    fields: 3,
    new: (rt, type, args, count, kwnames) => {
      let given = count;
      const result = rt.push(0);
      const typeSlot = rt.push(rt.retain(type));
      const fill = rt.push(rt.none);
      if (kwnames !== 0) {
        given = count - tupleLength(rt, kwnames);
        for (let index = 0; given + index < count; index++) {
          if (strText(rt, tupleItem(rt, kwnames, index)) !== 'fillvalue' || index > 0) {
            raiseTypeError(rt, 'zip_longest() got an unexpected keyword argument');
          }
          M[fill] = rt.retain(M[args + 2 * (given + index)]);
        }
      }
      const first = rt.sp;
      for (let index = 0; index < given; index++) rt.push(getIter(rt, M[args + 2 * index]));
      const iterators = newTupleFromStack(rt, first, given);
      rt.sp = first;
      const slot = rt.push(iterators);
      const last = rt.push(newTuple(rt, new Array<Address>(given).fill(rt.none)));
      const record = recordWith(rt, typeSlot, [slot, last, fill]);
      M[record + STILL_ACTIVE] = given;
      M[result] = record;
      rt.unwind(typeSlot);
      return take(rt, result);
    },
    next: rooted((rt, root) => {
      const count = tupleLength(rt, M[M[root] + FIRST]);
      if (count === 0 || M[M[root] + STILL_ACTIVE] === 0) return 0;
      const first = rt.sp;
      const last = M[M[root] + SECOND];
      const again = isResultFree(rt, last);
      if (again) rt.push(rt.retain(last));
      for (let index = 0; index < count; index++) {
        const iterator = tupleItem(rt, M[M[root] + FIRST], index);
        let value = 0;
        if (iterator !== rt.none) {
          try {
            value = iterNext(rt, iterator);
          } catch (thrown) {
            M[M[root] + STILL_ACTIVE] = 0;
            throw thrown;
          }
          if (value === 0) {
            if (--M[M[root] + STILL_ACTIVE] === 0) return 0;
            setField(rt, M[M[root] + FIRST], TUPLE_ITEMS + 2 * index, rt.none);
          }
        }
        if (value === 0) value = rt.retain(M[M[root] + THIRD]);
        if (again) replaceItem(rt, last, index, value);
        else rt.push(value);
      }
      if (again) {
        trackAgain(rt, last);
        rt.sp = first;
        return last;
      }
      const tuple = newTupleFromStack(rt, first, count);
      rt.sp = first;
      return tuple;
    }),
  });
}

/** accumulate: word 4 function or 0, 6 total, 8 iterator, 10 initial value or 0. */
export function accumulateSpec(): TypeSpec {
  return iteratorSpec({
    name: 'accumulate',
    basicBytes: 56,
    fields: 4,
    visits: [0, 2, 1],
    new: constructorSlot('accumulate', { params: 'iterable, func=, *, initial=' }, (rt, type, args) => {
      const empty = rt.push(0);
      const source = rt.push(getIter(rt, M[args]));
      const func = M[args + 2] === 0 || M[args + 2] === rt.none ? empty : args + 2;
      const initial = M[args + 4] === 0 || M[args + 4] === rt.none ? empty : args + 4;
      return recordWith(rt, type, [func, empty, source, initial]);
    }),
    next: rooted((rt, root) => {
      if (M[M[root] + FOURTH] !== 0) {
        const initial = M[M[root] + FOURTH];
        M[M[root] + FOURTH] = 0;
        setField(rt, M[root], SECOND, initial);
        return rt.retain(initial);
      }
      const value = iterNextOf(rt, M[M[root] + THIRD]);
      if (value === 0) return 0;
      if (M[M[root] + SECOND] === 0) {
        const held = rt.push(value);
        setField(rt, M[root], SECOND, rt.retain(M[held]));
        return take(rt, held);
      }
      const held = rt.push(value);
      const self = M[root];
      const func = M[self + FIRST];
      const total = rt.push(rt.retain(M[self + SECOND]));
      const sum = func === 0 ? binary(rt, M[total], M[held], ADD, false) : call2(rt, func, M[total], M[held]);
      const result = rt.push(sum);
      // The item dies before the old total.
      const item = M[held];
      M[held] = 0;
      rt.release(item);
      setField(rt, M[root], SECOND, rt.retain(M[result]));
      // The caller of this function releases what lies between; the result takes a reference of its own.
      return rt.retain(M[result]);
    }),
  });
}
