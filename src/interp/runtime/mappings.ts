/**
 * Dicts filled from mappings, pairs and keywords (CPython: dict_update_arg, PyDict_MergeFromSeq2 and dict_merge in Objects/dictobject.c). The dict that
 * changes is named by its stack slot, because its sources run Python and a collector may move it.
 */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import {
  dictEntryKey,
  dictGet,
  dictLength,
  dictMerge,
  dictNext,
  dictSetHashed,
  dictSetStr,
  isDict,
  newDict,
} from '../objects/dict.ts';
import { KIND } from '../objects/kinds.ts';
import { newTuple, tupleItem, tupleLength } from '../objects/sequence.ts';
import { isStr } from '../objects/str.ts';
import { callMethod, findAttrNamed } from './attributes.ts';
import { isCallable } from './calls.ts';
import { isPending, raise, raiseTypeError } from './exceptions.ts';
import { fastItems, fastLength, fastSequence, listFromIterable } from './iterables.ts';
import { getItem, getIter, strOf } from './operators.ts';
import type { Runtime } from './runtime.ts';
import { hashKey } from './sets.ts';

const M = WORDS;

/** Can its entries be read straight from its table? Dicts and subclasses that iterate as dict does. */
export function iteratesAsDict(rt: Runtime, object: Address): boolean {
  return isDict(rt, object) && rt.typeOf(object).iter === rt.dictInfo.iter;
}

/** dict[key] = value in the dict in stack slot `slot`; key and value lie in stack slots. */
function setAt(rt: Runtime, slot: Address, key: Address, value: Address): void {
  hashKey(rt, M[key]);
  dictSetHashed(rt, M[slot], M[key], M[value], rt.hashLow, rt.hashHigh);
}

/** dict.update(source): a dict, an object with keys(), or an iterable of pairs; rooted by the caller. */
export function dictUpdateAt(rt: Runtime, slot: Address, source: Address): void {
  if (iteratesAsDict(rt, source)) {
    dictMerge(rt, M[slot], source);
    return;
  }
  const root = rt.push(rt.retain(source));
  const keys = findAttrNamed(rt, source, 'keys');
  if (keys === 0) mergePairs(rt, slot, root);
  else {
    rt.release(keys);
    mergeMapping(rt, slot, root);
  }
  rt.unwind(root);
}

/** A list of what `keys()` of a mapping gives; owned (PyMapping_Keys). */
export function mappingKeys(rt: Runtime, mapping: Address): Address {
  const keys = rt.push(iterableKeys(rt, mapping));
  const list = listFromIterable(rt, M[keys]);
  rt.unwind(keys);
  return list;
}

/** What `keys()` of a mapping gives, which must be iterable; owned. */
function iterableKeys(rt: Runtime, mapping: Address): Address {
  const { name } = rt.typeOf(mapping);
  const keys = callMethod(rt, mapping, 'keys');
  const info = rt.typeOf(keys);
  if (info.iter === null && info.getitem === null) {
    rt.push(keys);
    raiseTypeError(rt, `${name}.keys() returned a non-iterable (type ${info.name})`);
  }
  return keys;
}

/** Adds source[key] for every key of source.keys(); the source lies in a stack slot. */
function mergeMapping(rt: Runtime, slot: Address, source: Address): void {
  const keys = rt.push(iterableKeys(rt, M[source]));
  const iterator = rt.push(getIter(rt, M[keys]));
  const next = rt.typeOf(M[iterator]).next!;
  for (;;) {
    const key = next(rt, M[iterator]);
    if (key === 0) break;
    const keySlot = rt.push(key);
    const value = rt.push(getItem(rt, M[source], key));
    setAt(rt, slot, keySlot, value);
    rt.unwind(keySlot);
  }
  rt.dropStop();
  rt.unwind(keys);
}

/** Adds the pairs that the iterable in a stack slot gives (PyDict_MergeFromSeq2). */
function mergePairs(rt: Runtime, slot: Address, source: Address): void {
  const iterator = rt.push(getIter(rt, M[source]));
  const next = rt.typeOf(M[iterator]).next!;
  for (let number = 0; ; number++) {
    const item = next(rt, M[iterator]);
    if (item === 0) break;
    const root = rt.push(item);
    const fast = rt.push(pairOf(rt, M[root], number));
    const length = fastLength(rt, M[fast]);
    if (length !== 2) {
      raise(rt, 'ValueError', `dictionary update sequence element #${number} has length ${length}; 2 is required`);
    }
    const items = fastItems(rt, M[fast]);
    const key = rt.push(rt.retain(M[items]));
    const value = rt.push(rt.retain(M[items + 2]));
    setAt(rt, slot, key, value);
    rt.unwind(root);
  }
  rt.dropStop();
  rt.unwind(iterator);
}

function pairOf(rt: Runtime, item: Address, number: number): Address {
  const mark = rt.sp;
  try {
    return fastSequence(rt, item, '');
  } catch (thrown) {
    if (!isPending(rt, thrown, rt.types['TypeError']!)) throw thrown;
    rt.unwind(mark);
    raiseTypeError(rt, `cannot convert dictionary update sequence element #${number} to a sequence`);
  }
}

/**
 * Adds a mapping of keyword arguments, as `f(**mapping)` does; both are rooted by a pinned caller. Raises TypeError, naming `what` ('f()'), for what is no
 * mapping and for a key that comes twice.
 */
export function dictMergeUnique(rt: Runtime, dict: Address, mapping: Address, what: () => string): void {
  if (iteratesAsDict(rt, mapping) && dictLength(rt, dict) === 0) {
    dictMerge(rt, dict, mapping);
    return;
  }
  const method = iteratesAsDict(rt, mapping) ? rt.none : findAttrNamed(rt, mapping, 'keys');
  if (method === 0) {
    raiseTypeError(rt, `${what()} argument after ** must be a mapping, not ${rt.typeOf(mapping).name}`);
  }
  rt.release(method);
  const slot = rt.push(rt.retain(dict));
  const keys = rt.push(method === rt.none ? rt.retain(mapping) : callMethod(rt, mapping, 'keys'));
  const iterator = rt.push(getIter(rt, M[keys]));
  const next = rt.typeOf(M[iterator]).next!;
  for (;;) {
    const key = next(rt, M[iterator]);
    if (key === 0) break;
    const root = rt.push(key);
    if (dictGet(rt, dict, key) !== 0) {
      raiseTypeError(rt, `${what()} got multiple values for keyword argument '${strOf(rt, key)}'`);
    }
    const value = rt.push(getItem(rt, mapping, key));
    setAt(rt, slot, root, value);
    rt.unwind(root);
  }
  rt.unwind(slot);
}

/** As dictUpdateAt for a dict and a source that are rooted elsewhere by a pinned caller. */
export function dictUpdate(rt: Runtime, dict: Address, source: Address): void {
  const slot = rt.push(rt.retain(dict));
  dictUpdateAt(rt, slot, source);
  rt.unwind(slot);
}

/** Adds keyword arguments: names of the tuple `kwnames`, values in the stack slots from `values` on. No Python runs but finalizers. */
export function dictAddKeywords(rt: Runtime, slot: Address, kwnames: Address, values: Address): void {
  for (let index = 0; index < tupleLength(rt, kwnames); index++) {
    const name = tupleItem(rt, kwnames, index);
    dictSetStr(rt, M[slot], name, M[values + 2 * index]);
  }
}

/** Keys of the `**mapping` on top of the stack as a tuple; a mapping that is no dict is replaced by one there first. The callable lies in stack slot `callee`. */
export function keywordNames(rt: Runtime, mapping: Address, callee: Address, what: () => string): Address {
  const slot = rt.sp - 2;
  if ((M[mapping + REP] & 0xff) !== KIND.dict) {
    const dict = rt.push(newDict(rt));
    rt.pinned++;
    dictMergeUnique(rt, M[dict], mapping, what);
    rt.pinned--;
    M[slot] = M[dict];
    rt.sp = slot + 2;
    rt.release(mapping);
  }
  const dict = M[slot];
  const names: Address[] = [];
  for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1)) {
    const key = dictEntryKey(rt, dict, index);
    if (!isStr(rt, key)) {
      const callable = M[callee];
      if (!isCallable(rt, callable)) raiseTypeError(rt, `'${rt.typeOf(callable).name}' object is not callable`);
      raiseTypeError(rt, 'keywords must be strings');
    }
    names.push(key);
  }
  return names.length === 0
    ? 0
    : newTuple(
        rt,
        names.map((name) => rt.retain(name)),
      );
}
