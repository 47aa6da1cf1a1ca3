/**
 * The callable that lru_cache makes (CPython: lru_cache_object in Modules/_functoolsmodule.c). The order of use is the order of the cache dict: a hit
 * takes its entry out and puts it in again.
 *
 * ```
 *  word 4 function; 6 cache dict; 8 mark between positional and keyword arguments in keys; 10 class of cache_info(); 12 __dict__;
 *  words 14 maxsize (double; below 0: no bound); 16 hits; 18 misses (doubles); 20 typed; 36 weak list             152 bytes
 * ```
 */
import { REP } from '../../heap/layout.ts';
import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import {
  dictClear,
  dictEntryHash,
  dictEntryKey,
  dictFirst,
  dictGetHashed,
  dictLength,
  dictSetHashed,
  dictTakeHashed,
  newDict,
} from '../objects/dict.ts';
import { newMethod } from '../objects/function.ts';
import { newInstance } from '../objects/instance.ts';
import { isInt, newInt } from '../objects/int.ts';
import { newTupleBlock, TUPLE_ITEMS, tupleItem, tupleLength } from '../objects/sequence.ts';
import { getAttrNamed } from '../runtime/attributes.ts';
import { callForward, isCallable } from '../runtime/calls.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import { asSize, hashOf, isTrue } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { CallSlot, TypeInfo } from '../runtime/type-info.ts';
import { defineType } from '../runtime/types.ts';
import { constructorSlot, dictMember, newRecordOf } from './records.ts';

const M = WORDS;
const F64 = DOUBLES;

const FUNCTION = 4;
const CACHE = 6;
const MARK = 8;
const INFO_TYPE = 10;
const DICT = 12;
const MAXSIZE = 14;
const HITS = 16;
const MISSES = 18;
const TYPED = 20;
const WEAKLIST = 36;

function number(_rt: Runtime, self: Address, word: number): number {
  return F64[(self + word) >> 1];
}

function addOne(_rt: Runtime, self: Address, word: number): void {
  F64[(self + word) >> 1]!++;
}

/** Key of a call (lru_cache_make_key); owned. */
function makeKey(rt: Runtime, self: Address, args: Address, count: number, kwnames: Address): Address {
  const keywords = kwnames === 0 ? 0 : tupleLength(rt, kwnames);
  const positional = count - keywords;
  const typed = M[self + TYPED] !== 0;
  if (!typed && keywords === 0 && positional === 1) {
    const rep = M[M[args] + REP];
    if (rep === rt.strInfo.rep || rt.typeOf(M[args]) === rt.intInfo) return rt.retain(M[args]);
  }
  const size = positional + (keywords === 0 ? 0 : 1 + 2 * keywords) + (typed ? count : 0);
  if (size === 0) return rt.emptyTuple;
  const key = newTupleBlock(rt, size);
  let at = key + TUPLE_ITEMS;
  const put = (value: Address): void => {
    M[at] = rt.retain(value);
    at += 2;
  };
  for (let index = 0; index < positional; index++) put(M[args + 2 * index]);
  if (keywords > 0) {
    put(M[self + MARK]);
    for (let index = 0; index < keywords; index++) {
      put(tupleItem(rt, kwnames, index));
      put(M[args + 2 * (positional + index)]);
    }
  }
  if (typed) for (let index = 0; index < count; index++) put(rt.typeOf(M[args + 2 * index]).address);
  rt.heap.track(key);
  return key;
}

/** Drops the entry that was used longest ago. */
function evict(rt: Runtime, self: Address): void {
  const cache = M[self + CACHE];
  const oldest = dictFirst(rt, cache);
  dictEntryHash(rt, cache, oldest);
  const key = rt.push(rt.retain(dictEntryKey(rt, cache, oldest)));
  rt.push(dictTakeHashed(rt, cache, M[key], rt.hashLow, rt.hashHigh));
  rt.unwind(key);
}

const callCached: CallSlot = (rt, base, count, kwnames) => {
  const maxsize = number(rt, M[base], MAXSIZE);
  if (maxsize === 0) {
    addOne(rt, M[base], MISSES);
    return callForward(rt, M[M[base] + FUNCTION], [], base + 2, count, kwnames);
  }
  const key = rt.push(makeKey(rt, M[base], base + 2, count, kwnames));
  rt.pinned++;
  hashOf(rt, M[key]);
  const low = rt.hashLow;
  const high = rt.hashHigh;
  const found = dictGetHashed(rt, M[M[base] + CACHE], M[key], low, high);
  if (found !== 0) {
    addOne(rt, M[base], HITS);
    const held = rt.push(rt.retain(found));
    if (maxsize > 0) {
      // Taking it out and putting it back makes it the newest.
      const value = dictTakeHashed(rt, M[M[base] + CACHE], M[key], low, high);
      if (value !== 0) {
        rt.push(value);
        dictSetHashed(rt, M[M[base] + CACHE], M[key], value, low, high);
      }
    }
    rt.pinned--;
    const result = M[held];
    M[held] = 0;
    rt.unwind(key);
    return result;
  }
  rt.pinned--;
  addOne(rt, M[base], MISSES);
  const result = rt.push(callForward(rt, M[M[base] + FUNCTION], [], base + 2, count, kwnames));
  rt.pinned++;
  const cache = M[M[base] + CACHE];
  // The function may have filled the same entry meanwhile.
  if (dictGetHashed(rt, cache, M[key], low, high) === 0 || maxsize < 0) {
    if (maxsize > 0 && dictLength(rt, cache) >= maxsize) evict(rt, M[base]);
    dictSetHashed(rt, M[M[base] + CACHE], M[key], M[result], low, high);
  }
  rt.pinned--;
  const value = M[result];
  M[result] = 0;
  rt.unwind(key);
  return value;
};

export function defineCacheWrapper(rt: Runtime): TypeInfo {
  return defineType(rt, {
    name: '_lru_cache_wrapper',
    module: 'functools',
    kind: 'record',
    collectable: true,
    basicBytes: 152,
    fields: 5,
    dictOffset: DICT,
    weakOffset: WEAKLIST,
    new: constructorSlot('lru_cache', { params: 'user_function, maxsize, typed, cache_info_type' }, (runtime, type, args) => {
      if (!isCallable(runtime, M[args])) raiseTypeError(runtime, 'the first argument must be callable');
      let maxsize = -1;
      if (M[args + 2] !== runtime.none) {
        if (!isInt(runtime, M[args + 2]) && runtime.typeOf(M[args + 2]).index === null) {
          raiseTypeError(runtime, 'maxsize should be integer or None');
        }
        maxsize = Math.max(0, asSize(runtime, M[args + 2]));
      }
      const typed = isTrue(runtime, M[args + 4]);
      const dict = runtime.push(newDict(runtime));
      const mark = runtime.push(newInstance(runtime, runtime.objectInfo));
      const wrapper = newRecordOf(runtime, type);
      M[wrapper + FUNCTION] = runtime.retain(M[args]);
      M[wrapper + CACHE] = runtime.retain(M[dict]);
      M[wrapper + MARK] = runtime.retain(M[mark]);
      M[wrapper + INFO_TYPE] = runtime.retain(M[args + 6]);
      M[wrapper + TYPED] = typed ? 1 : 0;
      F64[(wrapper + MAXSIZE) >> 1] = maxsize;
      runtime.heap.track(wrapper);
      return wrapper;
    }),
    call: callCached,
    descrGet: (runtime, self, object) =>
      object === 0 || object === runtime.none ? runtime.retain(self) : newMethod(runtime, self, object),
    getset: [dictMember(DICT)],
    methods: [
      {
        name: 'cache_info',
        arity: 'none',
        fn: (runtime, args) => {
          const self = M[args];
          const maxsize = number(runtime, self, MAXSIZE);
          const callee = runtime.push(runtime.retain(M[self + INFO_TYPE]));
          runtime.push(newInt(runtime, number(runtime, self, HITS)));
          runtime.push(newInt(runtime, number(runtime, self, MISSES)));
          runtime.push(maxsize < 0 ? runtime.none : newInt(runtime, maxsize));
          runtime.push(newInt(runtime, dictLength(runtime, M[self + CACHE])));
          return runtime.call(callee, 4, 0);
        },
      },
      {
        name: 'cache_clear',
        arity: 'none',
        fn: (runtime, args) => {
          F64[(M[args] + HITS) >> 1] = 0;
          F64[(M[args] + MISSES) >> 1] = 0;
          dictClear(runtime, M[M[args] + CACHE]);
          return runtime.none;
        },
      },
      { name: '__reduce__', arity: 'none', fn: (runtime, args) => getAttrNamed(runtime, M[args], '__qualname__') },
      { name: '__copy__', arity: 'none', fn: (runtime, args) => runtime.retain(M[args]) },
      { name: '__deepcopy__', arity: 'one', fn: (runtime, args) => runtime.retain(M[args]) },
    ],
  });
}
