/** Methods of set and frozenset (CPython: Objects/setobject.c). */

import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInt } from '../objects/int.ts';
import {
  SET_FINGER,
  SET_MASK,
  SET_TABLE,
  SET_USED,
  setAdd,
  setClear,
  setDiscardHashed,
  setEntry,
  setSwap,
  setTakeEntry,
} from '../objects/set.ts';
import { raise } from '../runtime/exceptions.ts';
import { listFromIterable } from '../runtime/iterables.ts';
import type { NativeFunction, NativeSpec } from '../runtime/native.ts';
import { raiseKeyError } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import {
  searchKey,
  setCopy,
  setDifference,
  setDifferenceUpdate,
  setIntersection,
  setIsDisjoint,
  setIsSubset,
  setIsSuperset,
  setSymmetricDifference,
  setSymmetricUpdate,
  setUpdateAt,
} from '../runtime/sets.ts';
import { reducedTo, stateOf } from './reduction.ts';

const M = WORDS;

/** A method of any number of iterables that folds `work` over them, from a copy of the set when there is none. */
function folding(work: (rt: Runtime, set: Address, other: Address) => Address): NativeFunction {
  return (rt, args, count) => {
    if (count === 1) return setCopy(rt, M[args]);
    const result = rt.push(rt.retain(M[args]));
    for (let index = 1; index < count; index++) {
      const old = M[result];
      M[result] = work(rt, old, M[args + 2 * index]);
      rt.release(old);
    }
    return rt.pop();
  };
}

/** A method that applies `work` to the set and each further argument. */
function updating(work: (rt: Runtime, args: Address, other: Address) => void): NativeFunction {
  return (rt, args, count) => {
    for (let index = 1; index < count; index++) work(rt, args, M[args + 2 * index]);
    return rt.none;
  };
}

/** Methods of both types. */
export const SHARED_METHODS: readonly NativeSpec[] = [
  {
    name: 'copy',
    arity: 'none',
    fn: (rt, args) => (M[M[args] + REP] === rt.frozensetInfo.rep ? rt.retain(M[args]) : setCopy(rt, M[args])),
    doc: 'Return a shallow copy of a set.',
  },
  {
    name: 'difference',
    arity: { min: 0, max: 1e9 },
    inTuple: true,
    fn: folding(setDifference),
    doc: 'Return a new set with elements in the set that are not in the others.',
  },
  {
    name: 'intersection',
    arity: { min: 0, max: 1e9 },
    inTuple: true,
    fn: folding(setIntersection),
    doc: 'Return a new set with elements common to the set and all others.',
  },
  {
    name: 'isdisjoint',
    arity: 'one',
    fn: (rt, args) => rt.bool(setIsDisjoint(rt, M[args], M[args + 2])),
    doc: 'Return True if two sets have a null intersection.',
  },
  {
    name: 'issubset',
    arity: 'one',
    fn: (rt, args) => rt.bool(setIsSubset(rt, M[args], M[args + 2])),
    doc: 'Report whether another set contains this set.',
  },
  {
    name: 'issuperset',
    arity: 'one',
    fn: (rt, args) => rt.bool(setIsSuperset(rt, M[args], M[args + 2])),
    doc: 'Report whether this set contains another set.',
  },
  {
    name: '__reduce__',
    arity: 'none',
    fn: (rt, args) => {
      const keys = rt.push(listFromIterable(rt, M[args]));
      const state = stateOf(rt, M[args]);
      rt.sp = keys;
      return reducedTo(rt, rt.retain(rt.typeOf(M[args]).address), [M[keys]], state);
    },
    doc: 'Return state information for pickling.',
  },
  {
    name: '__sizeof__',
    arity: 'none',
    fn: (rt, args) => {
      const set = M[args];
      const table = M[set + SET_TABLE] === 0 ? 0 : 16 * (M[set + SET_MASK] + 1);
      return newInt(rt, rt.typeOf(set).basicBytes + table);
    },
    doc: 'S.__sizeof__() -> size of S in memory, in bytes.',
  },
  {
    name: 'symmetric_difference',
    arity: 'one',
    fn: (rt, args) => setSymmetricDifference(rt, M[args], M[args + 2]),
    doc: 'Return a new set with elements in either the set or other but not both.',
  },
  {
    name: 'union',
    arity: { min: 0, max: 1e9 },
    inTuple: true,
    fn: (rt, args, count) => {
      const result = rt.push(setCopy(rt, M[args]));
      for (let index = 1; index < count; index++) setUpdateAt(rt, result, M[args + 2 * index]);
      return rt.pop();
    },
    safe: true,
    doc: 'Return a new set with elements from the set and all others.',
  },
];

/** Looks a key up and removes it; an unhashable set stands for a frozenset. */
function discard(rt: Runtime, set: Address, key: Address): boolean {
  const mark = rt.sp;
  const sought = searchKey(rt, key);
  const found = setDiscardHashed(rt, set, sought, rt.hashLow, rt.hashHigh);
  rt.unwind(mark);
  return found;
}

function pop(rt: Runtime, set: Address): Address {
  if (M[set + SET_USED] === 0) {
    raise(rt, 'KeyError', 'pop from an empty set');
  }
  const mask = M[set + SET_MASK];
  let index = M[set + SET_FINGER] & mask;
  while (M[setEntry(rt, set, index)] === 0) index = index === mask ? 0 : index + 1;
  M[set + SET_FINGER] = index + 1;
  return setTakeEntry(rt, set, setEntry(rt, set, index));
}

/** Methods that change a set. */
export const SET_METHODS: readonly NativeSpec[] = [
  {
    name: 'add',
    arity: 'one',
    fn: (rt, args) => {
      setAdd(rt, M[args], M[args + 2]);
      return rt.none;
    },
    doc: 'Add an element to a set.\n\nThis has no effect if the element is already present.',
  },
  {
    name: 'clear',
    arity: 'none',
    fn: (rt, args) => {
      setClear(rt, M[args]);
      return rt.none;
    },
    doc: 'Remove all elements from this set.',
  },
  {
    name: 'discard',
    arity: 'one',
    fn: (rt, args) => {
      discard(rt, M[args], M[args + 2]);
      return rt.none;
    },
    doc: 'Remove an element from a set if it is a member.',
  },
  {
    name: 'remove',
    arity: 'one',
    fn: (rt, args) => {
      if (!discard(rt, M[args], M[args + 2])) raiseKeyError(rt, M[args + 2]);
      return rt.none;
    },
    doc: 'Remove an element from a set; it must be a member.',
  },
  { name: 'pop', arity: 'none', fn: (rt, args) => pop(rt, M[args]), doc: 'Remove and return an arbitrary set element.' },
  {
    name: 'difference_update',
    arity: { min: 0, max: 1e9 },
    inTuple: true,
    fn: updating((rt, args, other) => setDifferenceUpdate(rt, M[args], other)),
    doc: 'Update the set, removing elements found in others.',
  },
  {
    name: 'intersection_update',
    arity: { min: 0, max: 1e9 },
    inTuple: true,
    fn: (rt, args, count, kwnames) => {
      const result = rt.push(folding(setIntersection)(rt, args, count, kwnames));
      setSwap(rt, M[args], M[result]);
      rt.unwind(result);
      return rt.none;
    },
    doc: 'Update the set, keeping only elements found in it and all others.',
  },
  {
    name: 'symmetric_difference_update',
    arity: 'one',
    fn: (rt, args) => {
      setSymmetricUpdate(rt, M[args], M[args + 2]);
      return rt.none;
    },
    doc: 'Update the set, keeping only elements found in either set, but not in both.',
  },
  {
    name: 'update',
    arity: { min: 0, max: 1e9 },
    inTuple: true,
    fn: updating(setUpdateAt),
    safe: true,
    doc: 'Update the set, adding elements from all others.',
  },
];
