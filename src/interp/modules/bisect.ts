/** The module bisect (CPython: Modules/_bisectmodule.c). */
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInt } from '../objects/int.ts';
import { isList, listInsert } from '../objects/sequence.ts';
import { callMethod } from '../runtime/attributes.ts';
import { call1 } from '../runtime/calls.ts';
import { raiseValueError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asSize, compareTrue, getItem, length } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { LT } from '../runtime/type-info.ts';
import type { ModuleSpec } from './module-spec.ts';

const M = WORDS;

const PARAMS = 'a, x, lo=, hi=, *, key=';

/** Where x goes: before equal items (`left`) or behind them. `x` lies in stack slot `value`. */
function search(rt: Runtime, args: Address, value: Address, left: boolean): number {
  const key = M[args + 8] === rt.none ? 0 : M[args + 8];
  let low = M[args + 4] === 0 ? 0 : asSize(rt, M[args + 4]);
  if (low < 0) raiseValueError(rt, 'lo must be non-negative');
  let high = M[args + 6] === 0 || M[args + 6] === rt.none ? length(rt, M[args]) : asSize(rt, M[args + 6]);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const mark = rt.push(newInt(rt, middle));
    const item = rt.push(getItem(rt, M[args], M[mark]));
    const compared = key === 0 ? item : rt.push(call1(rt, key, M[item]));
    const before = left ? compareTrue(rt, M[compared], M[value], LT) : !compareTrue(rt, M[value], M[compared], LT);
    rt.unwind(mark);
    if (before) low = middle + 1;
    else high = middle;
  }
  return low;
}

function finder(name: string, left: boolean): NativeSpec {
  return { name, arity: { params: PARAMS }, fn: (rt, args) => newInt(rt, search(rt, args, args + 2, left)) };
}

function inserter(name: string, left: boolean): NativeSpec {
  return {
    name,
    arity: { params: PARAMS },
    fn: (rt, args) => {
      const key = M[args + 8] === rt.none ? 0 : M[args + 8];
      const value = rt.push(key === 0 ? rt.retain(M[args + 2]) : call1(rt, key, M[args + 2]));
      const index = search(rt, args, value, left);
      rt.unwind(value);
      if (isList(rt, M[args]) && rt.typeOf(M[args]) === rt.listInfo)
        listInsert(rt, M[args], Math.min(index, length(rt, M[args])), rt.retain(M[args + 2]));
      else rt.release(callMethod(rt, M[args], 'insert', newInt(rt, index), M[args + 2]));
      return rt.none;
    },
  };
}

export const bisectModule: ModuleSpec = {
  name: 'bisect',
  accelerator: '_bisect',
  doc: 'Bisection algorithms.',
  functions: [
    finder('bisect_left', true),
    finder('bisect_right', false),
    inserter('insort_left', true),
    inserter('insort_right', false),
  ],
  python: 'bisect = bisect_right\ninsort = insort_right\n',
};
