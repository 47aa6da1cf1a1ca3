/** The module functools: partial, reduce, cmp_to_key and the wrapper of lru_cache here, the rest in py/functools.py (CPython: Modules/_functoolsmodule.c). */
import { WORDS } from '../../heap/memory.ts';
import { dictSetStr } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { newRecord } from '../objects/iterator.ts';
import { pairFromStack } from '../objects/result-tuple.ts';
import { tupleItem } from '../objects/sequence.ts';
import { intern } from '../objects/str.ts';
import { call2 } from '../runtime/calls.ts';
import { caught, raise, raiseTypeError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { compare, getIter, iterNext } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { defineType } from '../runtime/types.ts';
import { defineCacheWrapper } from './functools-cache.ts';
import { definePartial } from './functools-partial.ts';
import type { ModuleSpec } from './module-spec.ts';
import { pythonSource } from './python-sources.ts';
import { setField, take } from './records.ts';

const M = WORDS;

const reduce: NativeSpec = {
  name: 'reduce',
  arity: { min: 2, max: 3 },
  inTuple: true,
  safe: true,
  fn: (rt, args, count) => {
    const mark = rt.sp;
    const accumulator = rt.push(count > 2 ? rt.retain(M[args + 4]) : 0);
    const iterator = rt.push(0);
    const pair = rt.push(0);
    try {
      M[iterator] = getIter(rt, M[args + 2]);
    } catch (thrown) {
      caught(rt, thrown, mark, 'TypeError');
      raiseTypeError(rt, 'reduce() arg 2 must support iteration');
    }
    for (;;) {
      const value = iterNext(rt, M[iterator]);
      if (value === 0) break;
      if (M[accumulator] === 0) {
        M[accumulator] = value;
        continue;
      }
      // Old value and item lie in an argument tuple, which is filled again for the next call: what was in it dies then, the total before the item.
      rt.push(M[accumulator]);
      M[accumulator] = 0;
      rt.push(value);
      const last = M[pair];
      M[pair] = pairFromStack(rt, last);
      if (last !== 0) rt.release(last);
      const base = rt.push(rt.retain(M[args]));
      rt.push(rt.retain(tupleItem(rt, M[pair], 0)));
      rt.push(rt.retain(tupleItem(rt, M[pair], 1)));
      M[accumulator] = rt.call(base, 2, 0);
    }
    if (M[accumulator] === 0) raiseTypeError(rt, 'reduce() of empty iterable with no initial value');
    rt.unwind(iterator);
    return take(rt, accumulator);
  },
};

const KEY_COMPARE = 4;
const KEY_OBJECT = 6;

/** functools.KeyWrapper: word 4 comparison function, 6 object (0 in the factory); 32 bytes. */
function defineKeyWrapper(rt: Runtime): TypeInfo {
  return defineType(rt, {
    name: 'KeyWrapper',
    module: 'functools',
    kind: 'record',
    collectable: true,
    basicBytes: 32,
    fields: 2,
    baseType: false,
    abstract: true,
    unhashable: true,
    call: (runtime, base, count, kwnames) => {
      if (count !== 1) {
        raiseTypeError(
          runtime,
          count === 0 ? "K() missing required argument 'obj' (pos 1)" : `K() takes exactly 1 argument (${count} given)`,
        );
      }
      if (kwnames !== 0 && M[kwnames + 6] !== intern(runtime, 'obj'))
        raiseTypeError(runtime, "K() missing required argument 'obj' (pos 1)");
      const key = newRecord(runtime, runtime.types['KeyWrapper']!);
      M[key + KEY_COMPARE] = runtime.retain(M[M[base] + KEY_COMPARE]);
      M[key + KEY_OBJECT] = runtime.retain(M[base + 2]);
      runtime.heap.track(key);
      return key;
    },
    compare: (runtime, left, right, op) => {
      const info = runtime.types['KeyWrapper']!;
      if (runtime.typeOf(right) !== info || runtime.typeOf(left) !== info) {
        raiseTypeError(runtime, 'other argument must be K instance');
      }
      if (M[left + KEY_OBJECT] === 0 || M[right + KEY_OBJECT] === 0) raise(runtime, 'AttributeError', 'object');
      const result = runtime.push(0);
      const order = runtime.push(call2(runtime, M[left + KEY_COMPARE], M[left + KEY_OBJECT], M[right + KEY_OBJECT]));
      M[result] = compare(runtime, M[order], newInt(runtime, 0), op);
      runtime.unwind(order);
      return take(runtime, result);
    },
    getset: [
      {
        name: 'obj',
        get: (runtime, self) => (M[self + KEY_OBJECT] === 0 ? runtime.none : runtime.retain(M[self + KEY_OBJECT])),
        set: (runtime, self, value) => setField(runtime, self, KEY_OBJECT, value === 0 ? 0 : runtime.retain(value)),
      },
    ],
  });
}

const cmpToKey: NativeSpec = {
  name: 'cmp_to_key',
  arity: { params: 'mycmp' },
  fn: (rt, args) => {
    const key = newRecord(rt, rt.types['KeyWrapper']!);
    M[key + KEY_COMPARE] = rt.retain(M[args]);
    rt.heap.track(key);
    return key;
  },
};

export const functoolsModule: ModuleSpec = {
  name: 'functools',
  accelerator: '_functools',
  doc: 'functools.py - Tools for working with functions and callable objects',
  functions: [reduce, cmpToKey],
  setup: (rt, dict) => {
    defineKeyWrapper(rt);
    for (const info of [definePartial(rt), defineCacheWrapper(rt)])
      dictSetStr(rt, dict, intern(rt, info.qualname ?? info.name), info.address);
  },
  get python() {
    return pythonSource('functools');
  },
};
