/**
 * Set algebra on sets and any iterables (CPython: Objects/setobject.c). Functions that end in `At` take the stack slot of the set they change, because
 * iteration runs Python and a collector may move the set; the other ones are for pinned callers, whose operands are rooted.
 */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictEntryHash, dictEntryKey, dictGetHashed, dictLength, dictNext } from '../objects/dict.ts';
import {
  isSet,
  newSet,
  SET_FILL,
  SET_HASH,
  SET_MASK,
  SET_USED,
  setAddHashed,
  setClear,
  setDiscardHashed,
  setEntryKey,
  setHasHashed,
  setLength,
  setMerge,
  setNext,
  setResize,
} from '../objects/set.ts';
import { isPending } from './exceptions.ts';
import { isSubtype } from './lookup.ts';
import { getIter } from './operators.ts';
import type { Runtime } from './runtime.ts';
import type { TypeInfo } from './type-info.ts';

const M = WORDS;

/** Hash of a key into rt.hashLow/hashHigh; collectors wait while its `__hash__` runs. */
export function hashKey(rt: Runtime, key: Address): void {
  rt.pinned++;
  rt.hashOf(rt, key);
  rt.pinned--;
}

/** set or frozenset, whichever an instance's class derives from: the class of results. */
export function setBase(rt: Runtime, set: Address): TypeInfo {
  return isSubtype(rt.typeOf(set), rt.frozensetInfo) ? rt.frozensetInfo : rt.setInfo;
}

/** Adds every key of `iterable` (rooted by the caller) to the set in stack slot `slot`. May run Python. */
export function setUpdateAt(rt: Runtime, slot: Address, iterable: Address): void {
  if (isSet(rt, iterable)) setMerge(rt, M[slot], iterable);
  else if (M[iterable + REP] === rt.dictInfo.rep) addDictKeys(rt, M[slot], iterable);
  else {
    const iterator = rt.push(getIter(rt, iterable));
    const next = rt.typeOf(M[iterator]).next!;
    for (;;) {
      const key = next(rt, M[iterator]);
      if (key === 0) break;
      const root = rt.push(key);
      hashKey(rt, key);
      setAddHashed(rt, M[slot], M[root], rt.hashLow, rt.hashHigh);
      rt.unwind(root);
    }
    rt.unwind(iterator);
  }
}

function addDictKeys(rt: Runtime, set: Address, dict: Address): void {
  const count = dictLength(rt, dict);
  // One resize at the start; few keys are expected to be in both.
  if ((M[set + SET_FILL] + count) * 5 >= M[set + SET_MASK] * 3) setResize(rt, set, (M[set + SET_USED] + count) * 2);
  for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1)) {
    dictEntryHash(rt, dict, index);
    const key = rt.push(rt.retain(dictEntryKey(rt, dict, index)));
    setAddHashed(rt, set, M[key], rt.hashLow, rt.hashHigh);
    rt.unwind(key);
  }
}

/** A new exact set or frozenset with what `iterable` gives (0 = nothing). Owned. May run Python. */
export function setFromIterable(rt: Runtime, iterable: Address, info: TypeInfo = rt.setInfo): Address {
  const slot = rt.push(newSet(rt, info));
  if (iterable !== 0) setUpdateAt(rt, slot, iterable);
  rt.sp = slot;
  return M[slot];
}

/** A copy, of class set or frozenset. */
export function setCopy(rt: Runtime, set: Address): Address {
  return setFromIterable(rt, set, setBase(rt, set));
}

/** Calls `each` with every key of a set or iterable, rooted, its hash in rt.hashLow/hashHigh; stops when it returns false. Pinned callers only. */
function forEachKey(rt: Runtime, iterable: Address, each: (key: Address, low: number, high: number) => boolean): void {
  if (isSet(rt, iterable)) {
    for (let index = setNext(rt, iterable, 0); index >= 0; index = setNext(rt, iterable, index + 1)) {
      const root = rt.push(rt.retain(setEntryKey(rt, iterable, index)));
      const go = each(M[root], rt.hashLow, rt.hashHigh);
      rt.unwind(root);
      if (!go) return;
    }
    return;
  }
  const iterator = rt.push(getIter(rt, iterable));
  const next = rt.typeOf(M[iterator]).next!;
  for (;;) {
    const key = next(rt, M[iterator]);
    if (key === 0) break;
    const root = rt.push(key);
    rt.hashOf(rt, key);
    const go = each(M[root], rt.hashLow, rt.hashHigh);
    rt.unwind(root);
    if (!go) break;
  }
  rt.unwind(iterator);
}

/** Keys of `set` that are not in `other`, as a new set of the base class. Owned. */
export function setDifference(rt: Runtime, set: Address, other: Address): Address {
  const isDict = M[other + REP] === rt.dictInfo.rep;
  const small = isSet(rt, other) ? setLength(rt, other) : isDict ? dictLength(rt, other) : -1;
  if (small < 0 || setLength(rt, set) >> 2 > small) {
    const slot = rt.push(setCopy(rt, set));
    setDifferenceUpdate(rt, M[slot], other);
    rt.sp = slot;
    return M[slot];
  }
  const result = rt.push(newSet(rt, setBase(rt, set)));
  forEachKey(rt, set, (key, low, high) => {
    const found = isDict ? dictGetHashed(rt, other, key, low, high) !== 0 : setHasHashed(rt, other, key, low, high);
    if (!found) setAddHashed(rt, M[result], key, low, high);
    return true;
  });
  rt.sp = result;
  return M[result];
}

/** Removes every key of `other` from `set`. */
export function setDifferenceUpdate(rt: Runtime, set: Address, other: Address): void {
  if (set === other) {
    setClear(rt, set);
    return;
  }
  let from = other;
  const mark = rt.sp;
  // Against a far larger set, only what both have needs a look.
  if (isSet(rt, other) && setLength(rt, other) >> 3 > setLength(rt, set)) {
    from = setIntersection(rt, set, other);
    rt.push(from);
  }
  forEachKey(rt, from, (key, low, high) => {
    setDiscardHashed(rt, set, key, low, high);
    return true;
  });
  rt.unwind(mark);
  const used = M[set + SET_USED];
  // More than a quarter of the table are dummies: rebuild it.
  if (M[set + SET_FILL] - used > M[set + SET_MASK] / 4) setResize(rt, set, used > 50000 ? used * 2 : used * 4);
}

/** Keys that are in both, as a new set of the base class of `set`. Owned. */
export function setIntersection(rt: Runtime, set: Address, other: Address): Address {
  if (set === other) return setCopy(rt, set);
  const result = rt.push(newSet(rt, setBase(rt, set)));
  let holder = set;
  let from = other;
  if (isSet(rt, other) && setLength(rt, other) > setLength(rt, set)) {
    holder = other;
    from = set;
  }
  forEachKey(rt, from, (key, low, high) => {
    if (setHasHashed(rt, holder, key, low, high)) setAddHashed(rt, M[result], key, low, high);
    return true;
  });
  rt.sp = result;
  return M[result];
}

/** Keeps in `set` what is in exactly one of `set` and `other`. */
export function setSymmetricUpdate(rt: Runtime, set: Address, other: Address): void {
  if (set === other) {
    setClear(rt, set);
    return;
  }
  const toggle = (key: Address, low: number, high: number): boolean => {
    if (!setDiscardHashed(rt, set, key, low, high)) setAddHashed(rt, set, key, low, high);
    return true;
  };
  if (M[other + REP] === rt.dictInfo.rep) {
    for (let index = dictNext(rt, other, 0); index >= 0; index = dictNext(rt, other, index + 1)) {
      dictEntryHash(rt, other, index);
      const root = rt.push(rt.retain(dictEntryKey(rt, other, index)));
      toggle(M[root], rt.hashLow, rt.hashHigh);
      rt.unwind(root);
    }
  } else if (isSet(rt, other)) forEachKey(rt, other, toggle);
  else {
    // Duplicates must count once.
    const copy = rt.push(setFromIterable(rt, other, setBase(rt, set)));
    forEachKey(rt, M[copy], toggle);
    rt.unwind(copy);
  }
}

/** Keys in exactly one of the two, as a new set of the base class of `set`. Owned. */
export function setSymmetricDifference(rt: Runtime, set: Address, other: Address): Address {
  const slot = rt.push(setFromIterable(rt, other, setBase(rt, set)));
  setSymmetricUpdate(rt, M[slot], set);
  rt.sp = slot;
  return M[slot];
}

/** Is every key of `set` in the set `other`? */
export function setInSet(rt: Runtime, set: Address, other: Address): boolean {
  if (setLength(rt, set) > setLength(rt, other)) return false;
  let all = true;
  forEachKey(rt, set, (key, low, high) => {
    all = setHasHashed(rt, other, key, low, high);
    return all;
  });
  return all;
}

/** Is every key of `set` among what the iterable gives? */
export function setIsSubset(rt: Runtime, set: Address, other: Address): boolean {
  if (isSet(rt, other)) return setInSet(rt, set, other);
  const both = rt.push(setIntersection(rt, set, other));
  const all = setLength(rt, M[both]) === setLength(rt, set);
  rt.unwind(both);
  return all;
}

/** Is everything the iterable gives in `set`? */
export function setIsSuperset(rt: Runtime, set: Address, other: Address): boolean {
  if (isSet(rt, other)) return setInSet(rt, other, set);
  let all = true;
  forEachKey(rt, other, (key, low, high) => {
    all = setHasHashed(rt, set, key, low, high);
    return all;
  });
  return all;
}

/** Has nothing that the iterable gives a place in `set`? */
export function setIsDisjoint(rt: Runtime, set: Address, other: Address): boolean {
  if (set === other) return setLength(rt, set) === 0;
  let holder = set;
  let from = other;
  if (isSet(rt, other) && setLength(rt, other) > setLength(rt, set)) {
    holder = other;
    from = set;
  }
  let none = true;
  forEachKey(rt, from, (key, low, high) => {
    none = !setHasHashed(rt, holder, key, low, high);
    return none;
  });
  return none;
}

/**
 * Hash of a key that is looked for in a set: an unhashable set stands for the frozenset of the same keys. Returns the key to look for: the given one, or the
 * frozenset, which is pushed; the hash is in rt.hashLow/hashHigh. Pinned callers only, who unwind.
 */
export function searchKey(rt: Runtime, key: Address): Address {
  const mark = rt.sp;
  const { pinned } = rt;
  try {
    rt.hashOf(rt, key);
  } catch (thrown) {
    if (!isSubtype(rt.typeOf(key), rt.setInfo) || !isPending(rt, thrown, rt.types['TypeError']!)) throw thrown;
    rt.pinned = pinned;
    rt.unwind(mark);
    rt.setRoot(rt.pending, 0);
    const frozen = setFromIterable(rt, key, rt.frozensetInfo);
    rt.push(frozen);
    rt.hashOf(rt, frozen);
    return frozen;
  }
  return key;
}

/** Hash of a frozenset into rt.hashLow/hashHigh, kept in the object (frozenset_hash). No Python runs. */
export function frozensetHash(rt: Runtime, set: Address): void {
  if (M[set + SET_HASH] === -1 && M[set + SET_HASH + 1] === -1) {
    let hash = 0n;
    for (let index = setNext(rt, set, 0); index >= 0; index = setNext(rt, set, index + 1)) {
      setEntryKey(rt, set, index);
      const key = (BigInt(rt.hashHigh) << 32n) | BigInt(rt.hashLow >>> 0);
      hash ^= BigInt.asUintN(64, (BigInt.asUintN(64, key) ^ 89869747n ^ (key << 16n)) * 3644798167n);
    }
    hash ^= BigInt.asUintN(64, BigInt(setLength(rt, set) + 1) * 1927868237n);
    hash ^= (hash >> 11n) ^ (hash >> 25n);
    hash = BigInt.asUintN(64, hash * 69069n + 907133923n);
    if (hash === 0xffffffffffffffffn) hash = 590923713n;
    M[set + SET_HASH] = Number(BigInt.asIntN(32, hash));
    M[set + SET_HASH + 1] = Number(BigInt.asIntN(32, hash >> 32n));
  }
  rt.hashLow = M[set + SET_HASH];
  rt.hashHigh = M[set + SET_HASH + 1];
}
