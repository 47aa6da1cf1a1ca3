/** `__reduce__` and `__setstate__` of the iterators over built-in containers: how copy and pickle see them. */
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInt } from '../objects/int.ts';
import { ITER_INDEX, ITER_SEQUENCE, newRecord } from '../objects/iterator.ts';
import { newList } from '../objects/sequence.ts';
import { isStr, strLength } from '../objects/str.ts';
import { listFromIterable } from '../runtime/iterables.ts';
import type { NativeFunction, NativeSpec } from '../runtime/native.ts';
import { asIndex, length } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { reducedTo } from './reduction.ts';

const M = WORDS;

/** `__reduce__` of an iterator with an index, which `name` makes again; once exhausted it is one over `empty`. */
function reduce(name: string, empty: (rt: Runtime) => Address): NativeFunction {
  return (rt, args) => {
    const self = M[args];
    const sequence = M[self + ITER_SEQUENCE];
    if (sequence === 0) return reducedTo(rt, 'iter', [empty(rt)]);
    return reducedTo(rt, name, [rt.retain(sequence)], newInt(rt, M[self + ITER_INDEX]));
  };
}

/** `__setstate__`: the index, held within [first, length + first]. */
function setState(first: 0 | -1): NativeFunction {
  return (rt, args) => {
    const index = asIndex(rt, M[args + 2]);
    const sequence = M[M[args] + ITER_SEQUENCE];
    if (sequence !== 0) {
      const size =
        rt.typeOf(M[args]) === rt.types['iterator']
          ? Infinity
          : isStr(rt, sequence)
            ? strLength(rt, sequence)
            : length(rt, sequence);
      M[M[args] + ITER_INDEX] = Math.max(first, Math.min(index, size + first));
    }
    return rt.none;
  };
}

function methods(name: string, empty: (rt: Runtime) => Address, first: 0 | -1): readonly NativeSpec[] {
  return [
    { name: '__reduce__', arity: 'none', fn: reduce(name, empty) },
    { name: '__setstate__', arity: 'one', fn: setState(first) },
  ];
}

const noItems = (rt: Runtime): Address => rt.emptyTuple;

export const ITERATOR_STATE_METHODS = methods('iter', noItems, 0);
export const STR_ITERATOR_STATE_METHODS = methods('iter', (rt) => rt.emptyStr, 0);
export const LIST_ITERATOR_STATE_METHODS = methods('iter', newList, 0);
export const LIST_REVERSE_STATE_METHODS = methods('reversed', newList, -1);

/** `__setstate__` of reversed, whose `__reduce__` names its class. */
export const REVERSED_SET_STATE: NativeSpec = { name: '__setstate__', arity: 'one', fn: setState(-1) };

/** `__reduce__` of an iterator over a dict or a set: a list of what is left, which a copy of the iterator gives. */
export const REMAINING_REDUCE: NativeSpec = {
  name: '__reduce__',
  arity: 'none',
  fn: (rt, args) => {
    const self = M[args];
    const info = rt.typeOf(self);
    const copy = newRecord(rt, info);
    for (let word = 4; word < info.basicBytes >> 2; word++) M[copy + word] = M[self + word];
    for (let field = 0; field < info.fields; field++) if (M[copy + 4 + 2 * field] !== 0) rt.retain(M[copy + 4 + 2 * field]);
    rt.heap.track(copy);
    const slot = rt.push(copy);
    const left = listFromIterable(rt, copy);
    rt.unwind(slot);
    return reducedTo(rt, 'iter', [left]);
  },
};
