/** The types set and frozenset and their iterator (CPython: Objects/setobject.c). */

import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInstanceOf } from '../objects/allocate.ts';
import { newInt } from '../objects/int.ts';
import {
  exhaust,
  newSetIterator,
  SET_ITER_BYTES,
  SET_ITER_LEFT,
  SET_ITER_POSITION,
  SET_ITER_SET,
  SET_ITER_SIZE,
} from '../objects/iterator.ts';
import {
  initSet,
  isSet,
  SET_BYTES,
  SET_USED,
  SET_WEAKLIST,
  setClear,
  setEntryKey,
  setHasHashed,
  setLength,
  setNext,
  setSwap,
} from '../objects/set.ts';
import { newStr } from '../objects/str.ts';
import { checkRange, countWithoutKeywords } from '../runtime/calls.ts';
import { raise } from '../runtime/exceptions.ts';
import { listFromIterable } from '../runtime/iterables.ts';
import { guardRepr } from '../runtime/repr-guard.ts';
import type { Runtime } from '../runtime/runtime.ts';
import {
  frozensetHash,
  searchKey,
  setCopy,
  setDifference,
  setDifferenceUpdate,
  setInSet,
  setIntersection,
  setSymmetricDifference,
  setSymmetricUpdate,
  setUpdateAt,
} from '../runtime/sets.ts';
import { BINARY_NAMES, type BinarySlot, EQ, GE, GT, LE, LT, NE, type TypeInfo } from '../runtime/type-info.ts';
import { defineType } from '../runtime/types.ts';
import { REMAINING_REDUCE } from './iterator-state.ts';
import { CLASS_GETITEM } from './list-type.ts';
import { iterateSelf } from './sequence-iterators.ts';
import { checkPositional, itemReprs } from './sequence-methods.ts';
import { SET_METHODS, SHARED_METHODS } from './set-methods.ts';

const M = WORDS;

function newSetOf(rt: Runtime, info: TypeInfo): Address {
  const set = newInstanceOf(rt, info, info.basicBytes);
  initSet(rt, set);
  rt.heap.track(set);
  return set;
}

function initialize(rt: Runtime, self: Address, args: Address, count: number, kwnames: Address): void {
  checkPositional(rt, 'set', count, kwnames, 0, 1);
  setClear(rt, self);
  if (count === 0) return;
  const slot = rt.push(rt.retain(self));
  setUpdateAt(rt, slot, M[args]);
  rt.unwind(slot);
}

function constructFrozen(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  const info = rt.infoOfType(type);
  const given = countWithoutKeywords(rt, 'frozenset', info, count, kwnames);
  checkRange(rt, 'frozenset', given, 0, 1);
  if (info === rt.frozensetInfo && given === 1 && M[M[args] + REP] === info.rep) return rt.retain(M[args]);
  const slot = rt.push(newSetOf(rt, info));
  if (given > 0) setUpdateAt(rt, slot, M[args]);
  rt.sp = slot;
  return M[slot];
}

function setRepr(rt: Runtime, set: Address): Address {
  const name = rt.typeOf(set).name;
  if (setLength(rt, set) === 0) return newStr(rt, `${name}()`);
  return guardRepr(rt, set, `${name}(...)`, () => {
    const keys = rt.push(listFromIterable(rt, set));
    const text = `{${itemReprs(rt, M[keys]).join(', ')}}`;
    rt.unwind(keys);
    return newStr(rt, M[set + REP] === rt.setInfo.rep ? text : `${name}(${text})`);
  });
}

function setContains(rt: Runtime, set: Address, key: Address): boolean {
  rt.pinned++;
  const mark = rt.sp;
  const sought = searchKey(rt, key);
  const found = setHasHashed(rt, set, sought, rt.hashLow, rt.hashHigh);
  rt.unwind(mark);
  rt.pinned--;
  return found;
}

function setCompare(rt: Runtime, left: Address, right: Address, op: number): Address {
  if (!isSet(rt, right)) return rt.notImplemented;
  const first = setLength(rt, left);
  const second = setLength(rt, right);
  switch (op) {
    case EQ:
    case NE: {
      let equal = first === second;
      // Two hashes that are both known and differ settle it.
      if (equal && M[left + 12] !== -1 && M[right + 12] !== -1) equal = M[left + 12] === M[right + 12];
      if (equal) equal = setInSet(rt, left, right);
      return rt.bool(equal === (op === EQ));
    }
    case LE:
      return rt.bool(setInSet(rt, left, right));
    case GE:
      return rt.bool(setInSet(rt, right, left));
    case LT:
      return rt.bool(first < second && setInSet(rt, left, right));
    case GT:
      return rt.bool(first > second && setInSet(rt, right, left));
    default:
      return rt.notImplemented;
  }
}

/** A binary operator of two sets; NotImplemented where one side is none. */
function operator(work: BinarySlot): BinarySlot {
  return (rt, left, right) => {
    if (!isSet(rt, left) || !isSet(rt, right)) return rt.notImplemented;
    rt.pinned++;
    const result = work(rt, left, right);
    rt.pinned--;
    return result;
  };
}

/** An in-place operator: changes `left`, gives it back. */
function inplace(work: (rt: Runtime, left: Address, right: Address) => void): BinarySlot {
  return operator((rt, left, right) => {
    work(rt, left, right);
    return rt.retain(left);
  });
}

function union(rt: Runtime, left: Address, right: Address): Address {
  const slot = rt.push(setCopy(rt, left));
  setUpdateAt(rt, slot, right);
  rt.sp = slot;
  return M[slot];
}

/** Replaces what `set` holds by the intersection with `other`. */
function intersectionUpdate(rt: Runtime, set: Address, other: Address): void {
  const both = rt.push(setIntersection(rt, set, other));
  setSwap(rt, set, M[both]);
  rt.unwind(both);
}

const OPERATORS: Record<string, BinarySlot> = {
  sub: operator(setDifference),
  and: operator(setIntersection),
  xor: operator(setSymmetricDifference),
  or: operator(union),
};

const INPLACE: Record<string, BinarySlot> = {
  sub: inplace(setDifferenceUpdate),
  and: inplace(intersectionUpdate),
  xor: inplace(setSymmetricUpdate),
  or: inplace((rt, left, right) => {
    const slot = rt.push(rt.retain(left));
    setUpdateAt(rt, slot, right);
    rt.unwind(slot);
  }),
};

/** Slots in the order of BINARY_NAMES. */
export function operatorTable(operators: Readonly<Record<string, BinarySlot>>): (BinarySlot | null)[] {
  return BINARY_NAMES.map((name) => operators[name] ?? null);
}

function setIteratorNext(rt: Runtime, iterator: Address): Address {
  const set = M[iterator + SET_ITER_SET];
  if (set === 0) return 0;
  if (M[iterator + SET_ITER_SIZE] !== M[set + SET_USED]) {
    // The error stays for good.
    M[iterator + SET_ITER_SIZE] = -1;
    raise(rt, 'RuntimeError', 'Set changed size during iteration');
  }
  const index = setNext(rt, set, M[iterator + SET_ITER_POSITION]);
  if (index < 0) return exhaust(rt, iterator);
  M[iterator + SET_ITER_POSITION] = index + 1;
  M[iterator + SET_ITER_LEFT]--;
  return rt.retain(setEntryKey(rt, set, index));
}

export function defineSetTypes(rt: Runtime): void {
  const shared = {
    basicBytes: SET_BYTES,
    weakOffset: SET_WEAKLIST,
    collectable: true,
    matchSelf: true,
    repr: setRepr,
    compare: setCompare,
    iter: newSetIterator,
    length: setLength,
    contains: setContains,
    binary: operatorTable(OPERATORS),
    classMethods: [CLASS_GETITEM],
  };
  rt.setInfo = defineType(rt, {
    ...shared,
    name: 'set',
    kind: 'set',
    unhashable: true,
    doc: 'Build an unordered collection of unique elements.',
    new: (runtime, type) => newSetOf(runtime, runtime.infoOfType(type)),
    init: initialize,
    inplace: operatorTable(INPLACE),
    methods: [...SHARED_METHODS, ...SET_METHODS],
  });
  rt.frozensetInfo = defineType(rt, {
    ...shared,
    name: 'frozenset',
    kind: 'frozenset',
    doc: 'Build an immutable unordered collection of unique elements.',
    new: constructFrozen,
    hash: frozensetHash,
    methods: SHARED_METHODS,
  });
  rt.setIteratorInfo = defineType(rt, {
    name: 'set_iterator',
    kind: 'record',
    basicBytes: SET_ITER_BYTES,
    fields: 1,
    collectable: true,
    baseType: false,
    abstract: true,
    iter: iterateSelf,
    next: setIteratorNext,
    methods: [
      {
        name: '__length_hint__',
        arity: 'none',
        fn: (runtime, args) => {
          const set = M[M[args] + SET_ITER_SET];
          const same = set !== 0 && M[M[args] + SET_ITER_SIZE] === M[set + SET_USED];
          return newInt(runtime, same ? M[M[args] + SET_ITER_LEFT] : 0);
        },
        doc: 'Private method returning an estimate of len(list(it)).',
      },
      REMAINING_REDUCE,
    ],
  });
}
