/**
 * groupby with its inner iterators, and tee with its shared chain of blocks (CPython: Modules/itertoolsmodule.c).
 *
 * ```
 *  groupby           word 4 iterator; 6 key function or None; 8 key of the group wanted; 10 key of the current value; 12 current value;
 *                    14 serial number of the newest inner iterator                                    72 bytes
 *  _grouper          word 4 groupby; 5 its serial number; 6 key                                       32 bytes
 *  _tee_dataobject   word 4 iterator; 5 values read; 6 next block; 7 set while it reads; 8... 57 values   496 bytes
 *  _tee              word 4 block; 6 weak list; 8 place in the block                                  48 bytes
 * ```
 */
import { REP } from '../../../heap/layout.ts';
import { type Address, WORDS } from '../../../heap/memory.ts';
import { newInstanceOf } from '../../objects/allocate.ts';
import { newInt } from '../../objects/int.ts';
import { newRecord } from '../../objects/iterator.ts';
import { KIND } from '../../objects/kinds.ts';
import {
  LIST_LENGTH,
  listItem,
  newListOf,
  newTuple,
  newTupleFromStack,
  tupleItem,
  tupleLength,
} from '../../objects/sequence.ts';
import { findAttrNamed } from '../../runtime/attributes.ts';
import { call0, call1 } from '../../runtime/calls.ts';
import { argumentTypeName, raise, raiseTypeError, raiseValueError } from '../../runtime/exceptions.ts';
import type { NativeSpec } from '../../runtime/native.ts';
import { asSize, equals, getIter, isInstanceOf, iterNext } from '../../runtime/operators.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { TypeInfo } from '../../runtime/type-info.ts';
import { defineType, type TypeSpec } from '../../runtime/types.ts';
import { constructorSlot, iterSelf, newRecordOf, rooted, setField, take } from '../records.ts';
import { made, REDUCTIONS, reduce, requireTuple, setState } from './reduction.ts';

const M = WORDS;

const SOURCE = 4;
const KEY_FUNCTION = 6;
const TARGET_KEY = 8;
const CURRENT_KEY = 10;
const CURRENT_VALUE = 12;
const SERIAL = 14;

const GROUPER_SERIAL = 5;
const GROUPER_KEY = 6;

/** Reads the next value and its key into the groupby in stack slot `root`; false at the end. */
function step(rt: Runtime, root: Address): boolean {
  const value = iterNext(rt, M[M[root] + SOURCE]);
  if (value === 0) return false;
  const held = rt.push(value);
  const func = M[M[root] + KEY_FUNCTION];
  const key = func === rt.none ? rt.retain(M[held]) : call1(rt, func, M[held]);
  const keySlot = rt.push(key);
  setField(rt, M[root], CURRENT_VALUE, rt.retain(M[held]));
  setField(rt, M[root], CURRENT_KEY, rt.retain(M[keySlot]));
  rt.unwind(held);
  return true;
}

function groupbySpec(): TypeSpec {
  return {
    name: 'groupby',
    module: 'itertools',
    kind: 'record',
    collectable: true,
    basicBytes: 72,
    fields: 5,
    methods: REDUCTIONS['groupby']!,
    iter: iterSelf,
    new: constructorSlot('groupby', { params: 'iterable, key=' }, (rt, type, args) => {
      const source = rt.push(getIter(rt, M[args]));
      const record = newRecordOf(rt, type);
      M[record + SOURCE] = rt.retain(M[source]);
      M[record + KEY_FUNCTION] = M[args + 2] === 0 ? rt.none : rt.retain(M[args + 2]);
      rt.heap.track(record);
      return record;
    }),
    next: rooted((rt, root) => {
      M[M[root] + SERIAL]++;
      for (;;) {
        const self = M[root];
        const current = M[self + CURRENT_KEY];
        const target = M[self + TARGET_KEY];
        if (current !== 0 && (target === 0 || !equals(rt, target, current))) break;
        if (!step(rt, root)) return 0;
      }
      const self = M[root];
      setField(rt, self, TARGET_KEY, rt.retain(M[self + CURRENT_KEY]));
      const info = rt.types['_grouper']!;
      const key = rt.push(rt.retain(M[M[root] + CURRENT_KEY]));
      const grouper = newRecord(rt, info);
      const parent = M[root];
      M[grouper + SOURCE] = rt.retain(parent);
      M[grouper + GROUPER_SERIAL] = M[parent + SERIAL];
      M[grouper + GROUPER_KEY] = rt.retain(M[parent + TARGET_KEY]);
      rt.heap.track(grouper);
      rt.push(grouper);
      const pair = newTupleFromStack(rt, key, 2);
      rt.sp = key;
      return pair;
    }),
  };
}

function grouperSpec(): TypeSpec {
  return {
    name: '_grouper',
    module: 'itertools',
    kind: 'record',
    collectable: true,
    basicBytes: 32,
    fields: 2,
    baseType: false,
    iter: iterSelf,
    next: rooted((rt, root) => {
      const parent = rt.push(rt.retain(M[M[root] + SOURCE]));
      if (M[M[parent] + SERIAL] !== M[M[root] + GROUPER_SERIAL]) return 0;
      if (M[M[parent] + CURRENT_VALUE] === 0 && !step(rt, parent)) return 0;
      if (!equals(rt, M[M[root] + GROUPER_KEY], M[M[parent] + CURRENT_KEY])) return 0;
      const value = M[M[parent] + CURRENT_VALUE];
      M[M[parent] + CURRENT_VALUE] = 0;
      setField(rt, M[parent], CURRENT_KEY, 0);
      return value;
    }),
  };
}

const TEE_VALUES = 57;
const VALUES_READ = 5;
const NEXT_BLOCK = 6;
const READING = 7;
const FIRST_VALUE = 8;
const TEE_BLOCK = 4;
const TEE_PLACE = 8;
const TEE_WEAKLIST = 6;

function newBlock(rt: Runtime, iterator: Address): Address {
  const block = newRecord(rt, rt.types['_tee_dataobject']!);
  M[block + SOURCE] = rt.retain(iterator);
  rt.heap.track(block);
  return block;
}

function newTee(rt: Runtime, info: TypeInfo, block: Address, place: number): Address {
  const tee = newInstanceOf(rt, info, info.basicBytes);
  M[tee + TEE_BLOCK] = rt.retain(block);
  M[tee + TEE_PLACE] = place;
  rt.heap.track(tee);
  return tee;
}

/** The tee's block, exchanged for the next one when it is used up. */
function currentBlock(rt: Runtime, root: Address): Address {
  const tee = M[root];
  if (M[tee + TEE_PLACE] < TEE_VALUES) return M[tee + TEE_BLOCK];
  const block = M[tee + TEE_BLOCK];
  if (M[block + NEXT_BLOCK] === 0) {
    const fresh = newBlock(rt, M[block + SOURCE]);
    rt.heap.store(block, block + NEXT_BLOCK, fresh);
  }
  M[tee + TEE_PLACE] = 0;
  setField(rt, tee, TEE_BLOCK, rt.retain(M[block + NEXT_BLOCK]));
  return M[M[root] + TEE_BLOCK];
}

function teeSpec(): TypeSpec {
  const copy: NativeSpec = {
    name: '__copy__',
    arity: 'none',
    fn: (rt, args) => {
      const tee = M[args];
      return newTee(rt, rt.types['_tee']!, M[tee + TEE_BLOCK], M[tee + TEE_PLACE]);
    },
  };
  return {
    name: '_tee',
    module: 'itertools',
    kind: 'record',
    collectable: true,
    basicBytes: 48,
    fields: 1,
    weakOffset: TEE_WEAKLIST,
    baseType: false,
    iter: iterSelf,
    new: constructorSlot('_tee', { min: 1, max: 1 }, (rt, _type, args) => {
      const source = rt.push(getIter(rt, M[args]));
      return fromIterator(rt, source);
    }),
    methods: [
      copy,
      reduce((rt, self) => {
        const state = newTuple(rt, [rt.retain(M[self + TEE_BLOCK]), newInt(rt, M[self + TEE_PLACE])]);
        return made(rt, self, [rt.emptyTuple], state);
      }),
      setState((rt, self, state) => {
        requireTuple(rt, state);
        const count = tupleLength(rt, state);
        if (count !== 2) raiseTypeError(rt, `function takes exactly 2 arguments (${count} given)`);
        const block = tupleItem(rt, state, 0);
        if (!isInstanceOf(rt, block, rt.types['_tee_dataobject']!)) {
          raiseTypeError(rt, `argument 1 must be itertools._tee_dataobject, not ${argumentTypeName(rt, block)}`);
        }
        const place = asSize(rt, tupleItem(rt, state, 1));
        if (place < 0 || place > TEE_VALUES) raiseValueError(rt, 'Index out of range');
        rt.replace(self, self + TEE_BLOCK, rt.retain(block));
        M[self + TEE_PLACE] = place;
      }),
    ],
    next: rooted((rt, root) => {
      const block = currentBlock(rt, root);
      const place = M[M[root] + TEE_PLACE];
      if (place < M[block + VALUES_READ]) {
        M[M[root] + TEE_PLACE] = place + 1;
        return rt.retain(M[block + FIRST_VALUE + 2 * place]);
      }
      if (M[block + READING] !== 0) raise(rt, 'RuntimeError', 'cannot re-enter the tee iterator');
      const held = rt.push(rt.retain(block));
      M[block + READING] = 1;
      let value: Address;
      try {
        value = iterNext(rt, M[block + SOURCE]);
      } catch (thrown) {
        M[M[held] + READING] = 0;
        throw thrown;
      }
      M[M[held] + READING] = 0;
      if (value === 0) return 0;
      const filled = M[held];
      rt.heap.store(filled, filled + FIRST_VALUE + 2 * place, value);
      M[filled + VALUES_READ] = place + 1;
      M[M[root] + TEE_PLACE] = place + 1;
      return rt.retain(value);
    }),
  };
}

/** A tee over the iterator in stack slot `source`; a copy when it is a tee already. */
function fromIterator(rt: Runtime, source: Address): Address {
  const info = rt.types['_tee']!;
  const iterator = M[source];
  if (isInstanceOf(rt, iterator, info)) return newTee(rt, info, M[iterator + TEE_BLOCK], M[iterator + TEE_PLACE]);
  const block = rt.push(newBlock(rt, iterator));
  const tee = newTee(rt, info, M[block], 0);
  rt.unwind(block);
  return tee;
}

/** itertools.tee(iterable, n=2, /). */
export const tee: NativeSpec = {
  name: 'tee',
  arity: { min: 1, max: 2 },
  safe: true,
  fn: (rt, args, count) => {
    const copies = count > 1 ? asSize(rt, M[args + 2]) : 2;
    if (copies < 0) raiseValueError(rt, 'n must be >= 0');
    if (copies === 0) return rt.emptyTuple;
    const result = rt.push(0);
    const source = rt.push(getIter(rt, M[args]));
    const method = rt.push(findAttrNamed(rt, M[source], '__copy__'));
    const first = rt.push(M[method] === 0 ? fromIterator(rt, source) : rt.retain(M[source]));
    if (M[method] === 0) M[method] = findAttrNamed(rt, M[first], '__copy__');
    for (let index = 1; index < copies; index++) rt.push(call0(rt, M[method]));
    M[result] = newTupleFromStack(rt, first, copies);
    rt.sp = first;
    rt.unwind(source);
    return take(rt, result);
  },
};

/** A block of values that were read already, as pickling makes it anew: _tee_dataobject(iterator, values, next block). */
const newReadBlock = constructorSlot('_tee_dataobject', { min: 3, max: 3 }, (rt, _type, args) => {
  const values = M[args + 2];
  const next = M[args + 4];
  if ((M[values + REP] & 0xff) !== KIND.list) {
    raiseTypeError(rt, `_tee_dataobject() argument 2 must be list, not ${argumentTypeName(rt, values)}`);
  }
  const count = M[values + LIST_LENGTH];
  if (count > TEE_VALUES) raiseValueError(rt, 'Invalid arguments');
  const isBlock = next !== rt.none && isInstanceOf(rt, next, rt.types['_tee_dataobject']!);
  if (next !== rt.none && (!isBlock || count < TEE_VALUES)) raiseValueError(rt, 'Invalid arguments');
  const block = newBlock(rt, M[args]);
  for (let index = 0; index < count; index++) {
    rt.heap.store(block, block + FIRST_VALUE + 2 * index, rt.retain(listItem(rt, values, index)));
  }
  M[block + VALUES_READ] = count;
  if (isBlock) rt.heap.store(block, block + NEXT_BLOCK, rt.retain(next));
  return block;
});

const reduceBlock = reduce((rt, self) => {
  const values: Address[] = [];
  for (let index = 0; index < M[self + VALUES_READ]; index++) values.push(rt.retain(M[self + FIRST_VALUE + 2 * index]));
  const next = M[self + NEXT_BLOCK];
  return made(rt, self, [rt.retain(M[self + SOURCE]), newListOf(rt, values), next === 0 ? rt.none : rt.retain(next)]);
});

/** Defines the types; returns those that the module shows. */
export function defineGroupTypes(rt: Runtime): readonly TypeInfo[] {
  const block = defineType(rt, {
    name: '_tee_dataobject',
    module: 'itertools',
    kind: 'record',
    collectable: true,
    basicBytes: 496,
    fields: 2 + TEE_VALUES,
    baseType: false,
    new: newReadBlock,
    methods: [reduceBlock],
  });
  return [defineType(rt, groupbySpec()), defineType(rt, grouperSpec()), defineType(rt, teeSpec()), block];
}
