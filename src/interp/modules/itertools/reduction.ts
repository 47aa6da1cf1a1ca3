/**
 * What copying and pickling the iterators of itertools goes by: `__reduce__` and `__setstate__`, which CPython 3.13 still has and warns of
 * (Modules/itertoolsmodule.c). The words of the records are those of sequences.ts, combinatorics.ts and groups.ts.
 */
import { REP } from '../../../heap/layout.ts';
import { type Address, DOUBLES, WORDS } from '../../../heap/memory.ts';
import { isInt, newInt } from '../../objects/int.ts';
import { KIND } from '../../objects/kinds.ts';
import { isTuple, newList, newTuple, tupleItem, tupleLength } from '../../objects/sequence.ts';
import { callMethod } from '../../runtime/attributes.ts';
import { argumentTypeName, raiseTypeError } from '../../runtime/exceptions.ts';
import type { NativeSpec } from '../../runtime/native.ts';
import { asSize, getIter, isTrue } from '../../runtime/operators.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { reducedTo } from '../../types/reduction.ts';

const M = WORDS;
const F64 = DOUBLES;

const WARNING = 'Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.';

const FIRST = 4;
const SECOND = 6;
const THIRD = 8;
const FOURTH = 10;

type Maker = (rt: Runtime, self: Address) => Address;

/** An int in a state. */
export function stateNumber(rt: Runtime, object: Address): number {
  if (!isInt(rt, object)) raiseTypeError(rt, 'an integer is required');
  return asSize(rt, object);
}

function method(name: string, arity: 'none' | 'one', work: (rt: Runtime, args: Address) => Address): NativeSpec {
  return {
    name,
    arity,
    fn: (rt, args) => {
      rt.warn(rt, 'DeprecationWarning', WARNING);
      return work(rt, args);
    },
  };
}

export function reduce(make: Maker): NativeSpec {
  return method('__reduce__', 'none', (rt, args) => make(rt, M[args]));
}

export function setState(set: (rt: Runtime, self: Address, state: Address) => void): NativeSpec {
  return method('__setstate__', 'one', (rt, args) => {
    set(rt, M[args], M[args + 2]);
    return rt.none;
  });
}

/** What has no way to be copied; the older protocols name the type without its module. */
function cannotPickle(name: string): readonly NativeSpec[] {
  return [
    { name: '__reduce__', arity: 'none', fn: (rt) => raiseTypeError(rt, `cannot pickle '${name}' object`) },
    {
      name: '__reduce_ex__',
      arity: 'one',
      fn: (rt, args) => {
        const protocol = asSize(rt, M[args + 2]);
        return raiseTypeError(rt, `cannot pickle '${protocol < 2 ? '' : 'itertools.'}${name}' object`);
      },
    },
  ];
}

/** (type of self, arguments), or with a state behind it; takes over what it is given. */
export function made(rt: Runtime, self: Address, args: readonly Address[], state: Address = 0): Address {
  return reducedTo(rt, rt.retain(rt.typeOf(self).address), args, state);
}

/** The reference in `word` of `self`, None where there is none. Owned. */
function field(rt: Runtime, self: Address, word: number): Address {
  return M[self + word] === 0 ? rt.none : rt.retain(M[self + word]);
}

function put(rt: Runtime, self: Address, word: number, value: Address): void {
  rt.replace(self, self + word, rt.retain(value));
}

function number(rt: Runtime, self: Address, word: number): Address {
  return newInt(rt, F64[(self + word) >> 1]);
}

export function requireTuple(rt: Runtime, state: Address): void {
  if (!isTuple(rt, state)) raiseTypeError(rt, 'state is not a tuple');
}

const isList = (object: Address): boolean => (M[object + REP] & 0xff) === KIND.list;

/** An iterator over `object`, which is released. */
function iteratorOf(rt: Runtime, object: Address): Address {
  const slot = rt.push(object);
  const iterator = getIter(rt, M[slot]);
  rt.unwind(slot);
  return iterator;
}

function itertool(rt: Runtime, name: string): Address {
  return rt.types[name]!.address;
}

/** Flag in word 8 that says whether the predicate has decided. */
const decided: readonly NativeSpec[] = [
  reduce((rt, self) => made(rt, self, [field(rt, self, FIRST), field(rt, self, SECOND)], newInt(rt, M[self + THIRD]))),
  setState((rt, self, state) => {
    M[self + THIRD] = isTrue(rt, state) ? 1 : 0;
  }),
];

const pair: readonly NativeSpec[] = [reduce((rt, self) => made(rt, self, [field(rt, self, FIRST), field(rt, self, SECOND)]))];

const chain: readonly NativeSpec[] = [
  reduce((rt, self) => {
    if (M[self + FIRST] === 0) return made(rt, self, []);
    const state = [field(rt, self, FIRST)];
    if (M[self + SECOND] !== 0) state.push(field(rt, self, SECOND));
    return made(rt, self, [], newTuple(rt, state));
  }),
  setState((rt, self, state) => {
    requireTuple(rt, state);
    const count = tupleLength(rt, state);
    if (count !== 1 && count !== 2)
      raiseTypeError(rt, `function takes ${count < 1 ? 'at least 1' : 'at most 2'} arguments (${count} given)`);
    for (let index = 0; index < count; index++) {
      if (rt.typeOf(tupleItem(rt, state, index)).next === null) raiseTypeError(rt, 'Arguments must be iterators.');
    }
    put(rt, self, FIRST, tupleItem(rt, state, 0));
    if (count === 2) put(rt, self, SECOND, tupleItem(rt, state, 1));
  }),
];

/** Word of cycle that says that its list is whole already. */
export const CYCLE_COMPLETE = FOURTH;

const cycle: readonly NativeSpec[] = [
  reduce((rt, self) => {
    const saved = M[self + SECOND];
    const state = (whole: boolean) => newTuple(rt, [rt.retain(saved), whole ? rt.true : rt.false]);
    if (M[self + FIRST] !== 0) return made(rt, self, [field(rt, self, FIRST)], state(M[self + CYCLE_COMPLETE] !== 0));
    const iterator = rt.push(getIter(rt, saved));
    if (M[self + THIRD] !== 0) {
      const place = rt.push(newInt(rt, M[self + THIRD]));
      rt.release(callMethod(rt, M[iterator], '__setstate__', M[place]));
      rt.unwind(place);
    }
    rt.sp = iterator;
    return made(rt, self, [M[iterator]], state(true));
  }),
  setState((rt, self, state) => {
    requireTuple(rt, state);
    const count = tupleLength(rt, state);
    if (count !== 2) raiseTypeError(rt, `function takes exactly 2 arguments (${count} given)`);
    const saved = tupleItem(rt, state, 0);
    if (!isList(saved)) raiseTypeError(rt, `argument 1 must be list, not ${argumentTypeName(rt, saved)}`);
    M[self + CYCLE_COMPLETE] = isTrue(rt, tupleItem(rt, state, 1)) ? 1 : 0;
    put(rt, self, SECOND, saved);
    M[self + THIRD] = 0;
  }),
];

const count: readonly NativeSpec[] = [
  reduce((rt, self) =>
    M[self + FIRST] === 0
      ? made(rt, self, [number(rt, self, THIRD)])
      : made(rt, self, [field(rt, self, FIRST), field(rt, self, SECOND)]),
  ),
];

const repeat: readonly NativeSpec[] = [
  reduce((rt, self) =>
    F64[(self + SECOND) >> 1] < 0
      ? made(rt, self, [field(rt, self, FIRST)])
      : made(rt, self, [field(rt, self, FIRST), number(rt, self, SECOND)]),
  ),
];

const ISLICE_TAKEN = 12;

const islice: readonly NativeSpec[] = [
  reduce((rt, self) => {
    if (M[self + FIRST] === 0) return made(rt, self, [iteratorOf(rt, newList(rt)), newInt(rt, 0)], newInt(rt, 0));
    const stop = Number.isFinite(F64[(self + THIRD) >> 1]) ? number(rt, self, THIRD) : rt.none;
    const args = [field(rt, self, FIRST), number(rt, self, SECOND), stop, number(rt, self, FOURTH)];
    return made(rt, self, args, number(rt, self, ISLICE_TAKEN));
  }),
  setState((rt, self, state) => {
    F64[(self + ISLICE_TAKEN) >> 1] = stateNumber(rt, state);
  }),
];

const zipLongest: readonly NativeSpec[] = [
  reduce((rt, self) => {
    const iterators = M[self + FIRST];
    const args: Address[] = [];
    for (let index = 0; index < tupleLength(rt, iterators); index++) {
      const iterator = tupleItem(rt, iterators, index);
      args.push(iterator === rt.none ? rt.emptyTuple : rt.retain(iterator));
    }
    return made(rt, self, args, field(rt, self, THIRD));
  }),
  setState((rt, self, state) => put(rt, self, THIRD, state)),
];

/** chain((value,), iterator); both borrowed. Owned. */
function chained(rt: Runtime, value: Address, iterator: Address): Address {
  const maker = rt.push(rt.retain(itertool(rt, 'chain')));
  rt.push(newTuple(rt, [rt.retain(value)]));
  rt.push(rt.retain(iterator));
  return rt.call(maker, 2, 0);
}

const accumulate: readonly NativeSpec[] = [
  reduce((rt, self) => {
    const initial = M[self + FOURTH];
    const func = (): Address => field(rt, self, FIRST);
    if (initial !== 0) return made(rt, self, [chained(rt, initial, M[self + THIRD]), func()], rt.none);
    if (M[self + SECOND] !== rt.none) {
      return made(rt, self, [field(rt, self, THIRD), func()], field(rt, self, SECOND));
    }
    // A total of None would be taken for none at all: it goes through the iterator once more and is skipped.
    const maker = rt.push(rt.retain(rt.typeOf(self).address));
    rt.push(chained(rt, rt.none, M[self + THIRD]));
    rt.push(func());
    const again = rt.call(maker, 2, 0);
    return newTuple(rt, [rt.retain(itertool(rt, 'islice')), newTuple(rt, [again, newInt(rt, 1), rt.none])]);
  }),
  setState((rt, self, state) => put(rt, self, SECOND, state)),
];

const GROUP_FUNCTION = 6;
const GROUP_TARGET = 8;
const GROUP_KEY = 10;
const GROUP_VALUE = 12;

const groupby: readonly NativeSpec[] = [
  reduce((rt, self) => {
    const args = [field(rt, self, FIRST), field(rt, self, GROUP_FUNCTION)];
    if (M[self + GROUP_KEY] === 0 || M[self + GROUP_VALUE] === 0 || M[self + GROUP_TARGET] === 0) return made(rt, self, args);
    const state = [GROUP_KEY, GROUP_VALUE, GROUP_TARGET].map((word) => field(rt, self, word));
    return made(rt, self, args, newTuple(rt, state));
  }),
  setState((rt, self, state) => {
    requireTuple(rt, state);
    const given = tupleLength(rt, state);
    if (given !== 3) raiseTypeError(rt, `function takes exactly 3 arguments (${given} given)`);
    for (const [index, word] of [GROUP_KEY, GROUP_VALUE, GROUP_TARGET].entries())
      put(rt, self, word, tupleItem(rt, state, index));
  }),
];

export const REDUCTIONS: Readonly<Record<string, readonly NativeSpec[]>> = {
  accumulate,
  batched: cannotPickle('batched'),
  chain,
  compress: pair,
  count,
  cycle,
  dropwhile: decided,
  filterfalse: pair,
  groupby,
  islice,
  pairwise: cannotPickle('pairwise'),
  repeat,
  starmap: pair,
  takewhile: decided,
  zip_longest: zipLongest,
};
