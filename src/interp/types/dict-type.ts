/** The type dict (CPython: Objects/dictobject.c). Views and iterators are in dict-views.ts and dict-iterators.ts. */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInstanceOf } from '../objects/allocate.ts';
import {
  DICT_BYTES,
  DICT_KEYS,
  DICT_SPLIT,
  dictClear,
  dictCopy,
  dictDelete,
  dictEntryHash,
  dictEntryKey,
  dictEntryValue,
  dictGet,
  dictGetHashed,
  dictLength,
  dictNext,
  dictPresize,
  dictPushLast,
  dictSetAbsent,
  dictSetHashed,
  dictSetHeld,
  dictTakeHashed,
  isDict,
  keysAreStr,
  keysBytesOf,
  newDict,
  SPLIT_NAMES,
} from '../objects/dict.ts';
import { HOLD_NONE } from '../objects/held-operands.ts';
import { newInt } from '../objects/int.ts';
import { newDictIterator, newDictView } from '../objects/iterator.ts';
import { newTupleFromStack, tupleLength } from '../objects/sequence.ts';
import { isSet, setEntryKey, setLength, setNext } from '../objects/set.ts';
import { newStr } from '../objects/str.ts';
import { callBoundSpecial } from '../runtime/attributes.ts';
import { call0, checkRange } from '../runtime/calls.ts';
import { raise, raiseTypeError } from '../runtime/exceptions.ts';
import { dictAddKeywords, dictMergeUnique, dictUpdate, dictUpdateAt } from '../runtime/mappings.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { enterRecursion, getIter, raiseKeyError, repr, setItem, takeText } from '../runtime/operators.ts';
import { guardRepr } from '../runtime/repr-guard.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { BINARY_NAMES, EQ, NE, type TypeInfo } from '../runtime/type-info.ts';
import { defineType } from '../runtime/types.ts';
import { CLASS_GETITEM } from './list-type.ts';
import { itemsEqual } from './sequence-methods.ts';

const M = WORDS;

const OR = BINARY_NAMES.indexOf('or');

function construct(rt: Runtime, type: Address): Address {
  const info = rt.infoOfType(type);
  // As for list(): the free list serves displays and what C code makes.
  if (info === rt.dictInfo) return newDict(rt, 0);
  const dict = newInstanceOf(rt, info, info.basicBytes);
  rt.heap.track(dict);
  return dict;
}

/** dict.__init__ and dict.update: at most one source, then keywords. The dict lies in stack slot `slot`. */
function updateFrom(rt: Runtime, slot: Address, args: Address, count: number, kwnames: Address, name: string): void {
  const keywords = kwnames === 0 ? 0 : tupleLength(rt, kwnames);
  checkRange(rt, name, count - keywords, 0, 1);
  const names = rt.push(kwnames === 0 ? 0 : rt.retain(kwnames));
  if (count > keywords) dictUpdateAt(rt, slot, M[args]);
  if (keywords > 0) dictAddKeywords(rt, slot, M[names], args + 2 * (count - keywords));
  rt.unwind(names);
}

function initialize(rt: Runtime, self: Address, args: Address, count: number, kwnames: Address): void {
  const slot = rt.push(rt.retain(self));
  updateFrom(rt, slot, args, count, kwnames, 'dict');
  rt.unwind(slot);
}

/** dict[key], with `__missing__` of subclasses. */
export function dictGetItem(rt: Runtime, dict: Address, key: Address): Address {
  const value = dictGet(rt, dict, key);
  if (value !== 0) return rt.retain(value);
  if (M[dict + REP] !== rt.dictInfo.rep) {
    const result = callBoundSpecial(rt, dict, '__missing__', key);
    if (result !== 0) return result;
  }
  raiseKeyError(rt, key);
}

/** dict[key] = value; value 0 deletes. */
export function dictSetItem(rt: Runtime, dict: Address, key: Address, value: Address): void {
  rt.pinned++;
  let found = true;
  if (value !== 0) dictSetHeld(rt, dict, key, value);
  else found = dictDelete(rt, dict, key);
  rt.pinned--;
  if (!found) raiseKeyError(rt, key);
}

function dictRepr(rt: Runtime, dict: Address): Address {
  if (dictLength(rt, dict) === 0) return newStr(rt, '{}');
  return guardRepr(rt, dict, '{...}', () => {
    const texts: string[] = [];
    for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1)) {
      const key = rt.push(rt.retain(dictEntryKey(rt, dict, index)));
      const value = rt.push(rt.retain(dictEntryValue(rt, dict, index)));
      const keyText = takeText(rt, repr(rt, M[key]));
      texts.push(`${keyText}: ${takeText(rt, repr(rt, M[value]))}`);
      rt.unwind(key);
    }
    return newStr(rt, `{${texts.join(', ')}}`);
  });
}

function dictCompare(rt: Runtime, left: Address, right: Address, op: number): Address {
  if ((op !== EQ && op !== NE) || !isDict(rt, right)) return rt.notImplemented;
  return rt.bool(dictsEqual(rt, left, right) === (op === EQ));
}

function dictsEqual(rt: Runtime, left: Address, right: Address): boolean {
  if (dictLength(rt, left) !== dictLength(rt, right)) return false;
  enterRecursion(rt, ' in comparison');
  rt.pinned++;
  let equal = true;
  for (let index = dictNext(rt, left, 0); equal && index >= 0; index = dictNext(rt, left, index + 1)) {
    dictEntryHash(rt, left, index);
    const low = rt.hashLow;
    const high = rt.hashHigh;
    const key = rt.push(rt.retain(dictEntryKey(rt, left, index)));
    const value = rt.push(rt.retain(dictEntryValue(rt, left, index)));
    const other = dictGetHashed(rt, right, M[key], low, high);
    equal = other !== 0 && itemsEqual(rt, M[value], M[rt.push(rt.retain(other))], HOLD_NONE);
    rt.unwind(key);
  }
  rt.pinned--;
  rt.nativeDepth--;
  return equal;
}

/** left | right of two dicts: a new exact dict. */
function merged(rt: Runtime, left: Address, right: Address): Address {
  if (!isDict(rt, left) || !isDict(rt, right)) return rt.notImplemented;
  const root = rt.push(rt.retain(right));
  const slot = rt.push(dictCopy(rt, left));
  dictUpdateAt(rt, slot, M[root]);
  const result = rt.pop();
  rt.unwind(root);
  return result;
}

function updateInPlace(rt: Runtime, left: Address, right: Address): Address {
  const slot = rt.push(rt.retain(left));
  dictUpdateAt(rt, slot, right);
  return rt.pop();
}

function update(rt: Runtime, args: Address, count: number, kwnames: Address): Address {
  if (count === 0) raiseTypeError(rt, 'unbound method dict.update() needs an argument');
  updateFrom(rt, args, args + 2, count - 1, kwnames, 'update');
  return rt.none;
}

/** dict[key] = value for a key of another dict or set, whose hash is in rt.hashLow/hashHigh. A comparison may take the key out there. */
function addKnown(rt: Runtime, dict: Address, key: Address, value: Address): void {
  rt.pinned++;
  const root = rt.push(rt.retain(key));
  dictSetHashed(rt, dict, key, value, rt.hashLow, rt.hashHigh);
  rt.unwind(root);
  rt.pinned--;
}

/** dict.fromkeys(): slots of the class, the keys and, when `count` is 3, the value. */
export function fromKeys(rt: Runtime, args: Address, count: number): Address {
  const value = count > 2 ? M[args + 4] : rt.none;
  const slot = rt.push(call0(rt, M[args]));
  const source = M[args + 2];
  const plain = M[M[slot] + REP] === rt.dictInfo.rep && dictLength(rt, M[slot]) === 0;
  if (plain && M[source + REP] === rt.dictInfo.rep && dictLength(rt, source) > 0) {
    dictPresize(rt, M[slot], dictLength(rt, source), keysAreStr(rt, M[source + DICT_KEYS]));
  } else if (plain && isSet(rt, source) && !rt.typeOf(source).heap && setLength(rt, source) > 0) {
    dictPresize(rt, M[slot], setLength(rt, source), false);
  }
  if (plain && M[source + REP] === rt.dictInfo.rep) {
    for (let index = dictNext(rt, source, 0); index >= 0; index = dictNext(rt, source, index + 1)) {
      dictEntryHash(rt, source, index);
      addKnown(rt, M[slot], dictEntryKey(rt, source, index), value);
    }
    return rt.pop();
  }
  if (plain && isSet(rt, source) && !rt.typeOf(source).heap) {
    for (let index = setNext(rt, source, 0); index >= 0; index = setNext(rt, source, index + 1))
      addKnown(rt, M[slot], setEntryKey(rt, source, index), value);
    return rt.pop();
  }
  const iterator = rt.push(getIter(rt, source));
  const next = rt.typeOf(M[iterator]).next!;
  for (;;) {
    const key = next(rt, M[iterator]);
    if (key === 0) break;
    const root = rt.push(key);
    if (plain) dictSetItem(rt, M[slot], M[root], count > 2 ? M[args + 4] : value);
    else setItem(rt, M[slot], M[root], count > 2 ? M[args + 4] : value);
    rt.unwind(root);
  }
  rt.dropStop();
  rt.unwind(iterator);
  return rt.pop();
}

function setDefault(rt: Runtime, args: Address, count: number): Address {
  rt.hashOf(rt, M[args + 2]);
  const low = rt.hashLow;
  const high = rt.hashHigh;
  const found = dictGetHashed(rt, M[args], M[args + 2], low, high);
  if (found !== 0) return rt.retain(found);
  const value = count > 2 ? M[args + 4] : rt.none;
  dictSetAbsent(rt, M[args], M[args + 2], value, low, high);
  return rt.retain(value);
}

function pop(rt: Runtime, args: Address, count: number): Address {
  if (dictLength(rt, M[args]) > 0) {
    rt.hashOf(rt, M[args + 2]);
    const value = dictTakeHashed(rt, M[args], M[args + 2], rt.hashLow, rt.hashHigh);
    if (value !== 0) return value;
  }
  if (count > 2) return rt.retain(M[args + 4]);
  raiseKeyError(rt, M[args + 2]);
}

function popItem(rt: Runtime, args: Address): Address {
  const mark = rt.sp;
  if (!dictPushLast(rt, M[args])) raise(rt, 'KeyError', 'popitem(): dictionary is empty');
  const pair = newTupleFromStack(rt, mark, 2);
  rt.sp = mark;
  return pair;
}

/** A method without arguments that makes a view of the dict. */
function view(name: string, info: (rt: Runtime) => TypeInfo): NativeSpec {
  return {
    name,
    arity: 'none',
    fn: (rt, args) => newDictView(rt, info(rt), M[args]),
    doc: `D.${name}() -> a set-like object providing a view on D's ${name}`,
  };
}

const METHODS: readonly NativeSpec[] = [
  {
    name: '__sizeof__',
    arity: 'none',
    fn: (rt, args) => {
      const keys = M[M[args] + DICT_KEYS];
      const basic = rt.typeOf(M[args]).basicBytes;
      const split = M[M[args] + DICT_SPLIT] & SPLIT_NAMES;
      if (split !== 0) return newInt(rt, basic + 8 * split);
      return newInt(rt, basic + (keys === 0 ? 0 : keysBytesOf(rt, keys)));
    },
    doc: 'Return the size of the dict in memory.',
  },
  {
    name: 'get',
    arity: { min: 1, max: 2 },
    fn: (rt, args, count) => {
      const value = dictGet(rt, M[args], M[args + 2]);
      return value !== 0 ? rt.retain(value) : count > 2 ? rt.retain(M[args + 4]) : rt.none;
    },
    doc: 'Return the value for key if key is in the dictionary, else default.',
  },
  {
    name: 'setdefault',
    arity: { min: 1, max: 2 },
    fn: setDefault,
    doc: 'Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.',
  },
  {
    name: 'pop',
    arity: { min: 1, max: 2 },
    fn: pop,
    doc: 'D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.',
  },
  {
    name: 'popitem',
    arity: 'none',
    fn: popItem,
    doc: 'Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty.',
  },
  view('keys', (rt) => rt.dictKeysInfo),
  view('items', (rt) => rt.dictItemsInfo),
  view('values', (rt) => rt.dictValuesInfo),
  {
    name: 'update',
    arity: 'raw',
    inTuple: true,
    fn: update,
    safe: true,
    doc: 'D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.',
  },
  {
    name: 'clear',
    arity: 'none',
    fn: (rt, args) => {
      dictClear(rt, M[args]);
      return rt.none;
    },
    doc: 'Remove all items from the dict.',
  },
  {
    name: 'copy',
    arity: 'none',
    fn: (rt, args) => dictCopy(rt, M[args]),
    doc: 'Return a shallow copy of the dict.',
  },
  {
    name: '__reversed__',
    arity: 'none',
    fn: (rt, args) => newDictIterator(rt, rt.types['dict_reversekeyiterator']!, M[args], true),
    doc: 'Return a reverse iterator over the dict keys.',
  },
];

export function defineDictType(rt: Runtime): void {
  const binary = new Array(BINARY_NAMES.length).fill(null);
  const inplace = new Array(BINARY_NAMES.length).fill(null);
  binary[OR] = merged;
  inplace[OR] = updateInPlace;
  rt.dictInfo = defineType(rt, {
    name: 'dict',
    kind: 'dict',
    basicBytes: DICT_BYTES,
    collectable: true,
    matchFlag: 2,
    matchSelf: true,
    unhashable: true,
    doc: "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
    new: construct,
    init: initialize,
    repr: dictRepr,
    compare: dictCompare,
    iter: (runtime, dict) => newDictIterator(runtime, runtime.dictKeyIteratorInfo, dict),
    length: dictLength,
    getitem: dictGetItem,
    setitem: dictSetItem,
    contains: (runtime, dict, key) => dictGet(runtime, dict, key) !== 0,
    binary,
    inplace,
    methods: METHODS,
    classMethods: [
      {
        name: 'fromkeys',
        arity: { min: 1, max: 2 },
        fn: fromKeys,
        safe: true,
        doc: 'Create a new dictionary with keys from iterable and values set to value.',
      },
      CLASS_GETITEM,
    ],
  });
  rt.dictUpdate = dictUpdate;
  rt.dictMergeUnique = dictMergeUnique;
  rt.dictChanged = () => raise(rt, 'RuntimeError', 'dict mutated during update');
}
