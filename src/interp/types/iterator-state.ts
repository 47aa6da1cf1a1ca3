/** `__reduce__` and `__setstate__` of iterators that are a sequence and an index: how copy and pickle see them. */
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictGetStr } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { ITER_INDEX, ITER_SEQUENCE } from '../objects/iterator.ts';
import { newTuple } from '../objects/sequence.ts';
import { intern, isStr, strLength } from '../objects/str.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asIndex, length } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';

const M = WORDS;

function reduce(rt: Runtime, args: Address): Address {
  const self = M[args];
  const iter = rt.retain(dictGetStr(rt, M[rt.builtinsDict], intern(rt, 'iter')));
  const sequence = M[self + ITER_SEQUENCE];
  const slot = rt.push(iter);
  const inner = rt.push(newTuple(rt, [sequence === 0 ? rt.emptyTuple : rt.retain(sequence)]));
  const items = sequence === 0 ? [iter, M[inner]] : [iter, M[inner], newInt(rt, M[self + ITER_INDEX])];
  const result = newTuple(rt, items);
  rt.sp = slot;
  return result;
}

function setState(rt: Runtime, args: Address): Address {
  const index = asIndex(rt, M[args + 2]);
  const self = M[args];
  const sequence = M[self + ITER_SEQUENCE];
  if (sequence !== 0) {
    const size = isStr(rt, sequence) ? strLength(rt, sequence) : length(rt, sequence);
    M[self + ITER_INDEX] = Math.max(0, Math.min(index, size));
  }
  return rt.none;
}

export const ITERATOR_STATE_METHODS: readonly NativeSpec[] = [
  { name: '__reduce__', arity: 'none', fn: reduce },
  { name: '__setstate__', arity: 'one', fn: setState },
];
