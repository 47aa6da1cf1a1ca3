/**
 * collections.OrderedDict (CPython: Objects/odictobject.c, 112 bytes). Dicts keep their order anyway, so it is a dict that can move a key to either end,
 * takes from the front, compares by order and notices every change during iteration.
 *
 * ```
 *  OrderedDict     the dict's fields; word 12 __dict__; 26 weak list                           112 bytes
 *  odict_iterator  word 4 dict; 6 the next key; 8 tuple it gave last; 10 table version when it was made; 11 what it gives; 12 position;
 *                  13 backwards                                                                 56 bytes
 * ```
 */
import { type Address, WORDS } from '../../../heap/memory.ts';
import {
  DICT_KEYS,
  dictClear,
  dictCopy,
  dictEntryHash,
  dictEntryKey,
  dictEntryValue,
  dictFindHashed,
  dictFirst,
  dictGetHashed,
  dictLength,
  dictMerge,
  dictNext,
  dictPrevious,
  dictSetHashed,
  dictTakeHashed,
  isDict,
  KEYS_VERSION,
  keysBytesOf,
  keysPlaces,
} from '../../objects/dict.ts';
import { newInt } from '../../objects/int.ts';
import { newDictView, newRecord, VIEW_DICT } from '../../objects/iterator.ts';
import { pairFromStack } from '../../objects/result-tuple.ts';
import { newTuple, newTupleFromStack, tupleItem, tupleLength } from '../../objects/sequence.ts';
import { newStr, strText } from '../../objects/str.ts';
import { callMethod, findAttrNamed } from '../../runtime/attributes.ts';
import { call0, call1 } from '../../runtime/calls.ts';
import { raise, raiseFrom, raiseTypeError, raiseValueError } from '../../runtime/exceptions.ts';
import { fastItems, fastLength, fastSequence } from '../../runtime/iterables.ts';
import type { NativeSpec } from '../../runtime/native.ts';
import { equals, forEach, getItem, getIter, isInstanceOf, isTrue, setItem } from '../../runtime/operators.ts';
import { guardRepr } from '../../runtime/repr-guard.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { BINARY_NAMES, EQ, NE, type TypeInfo } from '../../runtime/type-info.ts';
import { defineType } from '../../runtime/types.ts';
import { fromKeys } from '../../types/dict-type.ts';
import { unrooted } from '../../types/sequence-iterators.ts';
import { dictMember, iterSelf, take } from '../records.ts';

const M = WORDS;

const DICT = 12;
const WEAKLIST = 26;
const OR = BINARY_NAMES.indexOf('or');

const ITER_DICT = 4;
const ITER_CURRENT = 6;
const ITER_RESULT = 8;
const ITER_VERSION = 10;
const ITER_PART = 11;
const ITER_POSITION = 12;
const ITER_BACKWARDS = 13;

/** Up to so many keys of an OrderedDict that is cleared wait on the stack. */
const MOST_KEYS_HELD = 1000;

const KEYS = 0;
const VALUES = 1;
const ITEMS = 2;

function tableVersion(_rt: Runtime, dict: Address): number {
  const keys = M[dict + DICT_KEYS];
  return keys === 0 ? 0 : M[keys + KEYS_VERSION];
}

function newIterator(rt: Runtime, dict: Address, part: number, backwards: boolean): Address {
  // Without memory for the tuple it dies with its stack slot.
  const root = rt.push(newRecord(rt, rt.types['odict_iterator']!));
  if (part === ITEMS) {
    const result = newTuple(rt, [rt.none, rt.none]);
    M[M[root] + ITER_RESULT] = result;
  }
  const iterator = M[root];
  M[iterator + ITER_DICT] = rt.retain(dict);
  M[iterator + ITER_VERSION] = tableVersion(rt, dict);
  M[iterator + ITER_PART] = part;
  M[iterator + ITER_BACKWARDS] = backwards ? 1 : 0;
  goTo(rt, iterator, backwards ? dictPrevious(rt, dict, 0x7fffffff) : dictFirst(rt, dict));
  rt.heap.track(iterator);
  return take(rt, root);
}

/** What comes next lies at `position`; negative: nothing. The key there is held. */
function goTo(rt: Runtime, iterator: Address, position: number): void {
  M[iterator + ITER_POSITION] = position;
  const key = position < 0 ? 0 : rt.retain(dictEntryKey(rt, M[iterator + ITER_DICT], position));
  rt.heap.store(iterator, iterator + ITER_CURRENT, key);
}

function iteratorNext(rt: Runtime, iterator: Address): Address {
  const dict = M[iterator + ITER_DICT];
  const position = M[iterator + ITER_POSITION];
  if (dict === 0) return 0;
  const key = M[iterator + ITER_CURRENT];
  const changed = tableVersion(rt, dict) !== M[iterator + ITER_VERSION];
  if (key === 0 || changed) {
    const root = rt.push(rt.retain(iterator));
    rt.replace(iterator, iterator + ITER_DICT, 0);
    rt.unwind(root);
    if (key === 0) return 0;
    raise(rt, 'RuntimeError', 'OrderedDict mutated during iteration');
  }
  const value = dictEntryValue(rt, dict, position);
  // The field's reference to the key goes to the caller.
  goTo(
    rt,
    iterator,
    M[iterator + ITER_BACKWARDS] === 0
      ? dictNext(rt, dict, position + 1)
      : position === 0
        ? -1
        : dictPrevious(rt, dict, position - 1),
  );
  const part = M[iterator + ITER_PART];
  if (part === KEYS) return key;
  if (part === VALUES) {
    rt.retain(value);
    rt.release(key);
    return value;
  }
  const root = rt.push(rt.retain(iterator));
  rt.push(key);
  rt.push(rt.retain(value));
  return unrooted(rt, root, pairFromStack(rt, M[M[root] + ITER_RESULT]));
}

function defineViews(rt: Runtime): void {
  defineType(rt, {
    name: 'odict_iterator',
    kind: 'record',
    collectable: true,
    basicBytes: 56,
    fields: 3,
    baseType: false,
    abstract: true,
    iter: iterSelf,
    next: iteratorNext,
  });
  const define = (name: string, base: TypeInfo, part: number): void => {
    defineType(rt, {
      name,
      base,
      baseType: false,
      abstract: true,
      iter: (runtime, view) => newIterator(runtime, M[view + VIEW_DICT], part, false),
      methods: [
        {
          name: '__reversed__',
          arity: 'none',
          fn: (runtime, args) => newIterator(runtime, M[M[args] + VIEW_DICT], part, true),
        },
      ],
    });
  };
  define('odict_keys', rt.dictKeysInfo, KEYS);
  define('odict_values', rt.dictValuesInfo, VALUES);
  define('odict_items', rt.dictItemsInfo, ITEMS);
}

/**
 * self.update(source, **keywords) through `self[key] = value`, so that subclasses see it (CPython: mutablemapping_update). `self` is the stack slot of the
 * dict; everything else is rooted by the caller.
 */
function updateThroughItems(rt: Runtime, self: Address, args: Address, count: number, kwnames: Address): void {
  const keywords = kwnames === 0 ? 0 : tupleLength(rt, kwnames);
  const names = rt.push(kwnames === 0 ? 0 : rt.retain(kwnames));
  if (count > keywords) updateFrom(rt, self, args);
  for (let index = 0; index < keywords; index++) {
    setItem(rt, M[self], tupleItem(rt, M[names], index), M[args + 2 * (count - keywords + index)]);
  }
  rt.unwind(names);
}

function updateFrom(rt: Runtime, self: Address, source: Address): void {
  const mark = rt.sp;
  if (isDict(rt, M[source]) && !rt.typeOf(M[source]).heap) {
    const items = rt.push(callMethod(rt, M[source], 'items'));
    updateFromPairs(rt, self, items);
  } else {
    const keys = rt.push(findAttrNamed(rt, M[source], 'keys'));
    if (M[keys] !== 0) {
      const names = rt.push(call0(rt, M[keys]));
      forEach(rt, M[names], (key) => {
        const value = rt.push(getItem(rt, M[source], M[key]));
        setItem(rt, M[self], M[key], M[value]);
      });
    } else {
      const items = rt.push(findAttrNamed(rt, M[source], 'items'));
      if (M[items] === 0) updateFromPairs(rt, self, source);
      else updateFromPairs(rt, self, rt.push(call0(rt, M[items])));
    }
  }
  rt.unwind(mark);
}

function updateFromPairs(rt: Runtime, self: Address, pairs: Address): void {
  forEach(rt, M[pairs], (pair) => {
    const items = rt.push(fastSequence(rt, M[pair], `'${rt.typeOf(M[pair]).name}' object is not iterable`));
    const length = fastLength(rt, M[items]);
    if (length < 2) raiseValueError(rt, `need more than ${length} value${length === 1 ? '' : 's'} to unpack`);
    if (length > 2) raiseValueError(rt, 'too many values to unpack (expected 2)');
    const first = fastItems(rt, M[items]);
    const key = rt.push(rt.retain(M[first]));
    const value = rt.push(rt.retain(M[first + 2]));
    setItem(rt, M[self], M[key], M[value]);
  });
}

function takePosition(rt: Runtime, dict: Address, position: number): void {
  dictEntryHash(rt, dict, position);
  const low = rt.hashLow;
  const high = rt.hashHigh;
  const key = rt.push(rt.retain(dictEntryKey(rt, dict, position)));
  rt.push(dictTakeHashed(rt, dict, M[key], low, high));
}

const methods: readonly NativeSpec[] = [
  {
    name: '__sizeof__',
    arity: 'none',
    doc: '',
    // CPython has, beside the dict, a node of 32 bytes for each entry and a pointer to a node for each place of the table.
    fn: (rt, args) => {
      const keys = M[M[args] + DICT_KEYS];
      const nodes = 32 * dictLength(rt, M[args]);
      return newInt(
        rt,
        rt.typeOf(M[args]).basicBytes + (keys === 0 ? 0 : keysBytesOf(rt, keys) + 8 * keysPlaces(rt, keys)) + nodes,
      );
    },
  },
  {
    name: 'clear',
    arity: 'none',
    doc: 'Remove all items from ordered dict.',
    fn: (rt, args) => {
      // CPython's nodes hold the keys until the dict under them has been emptied.
      const keys = rt.sp;
      if (dictLength(rt, M[args]) <= MOST_KEYS_HELD) {
        for (let at = dictFirst(rt, M[args]); at >= 0; at = dictNext(rt, M[args], at + 1)) {
          rt.push(rt.retain(dictEntryKey(rt, M[args], at)));
        }
      }
      dictClear(rt, M[args]);
      rt.drop((rt.sp - keys) / 2);
      return rt.none;
    },
  },
  {
    name: 'popitem',
    arity: { params: 'last=' },
    doc: 'Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if false.',
    fn: (rt, args) => {
      const dict = M[args];
      const last = M[args + 2] === 0 || isTrue(rt, M[args + 2]);
      const position = last ? dictPrevious(rt, dict, 0x7fffffff) : dictFirst(rt, dict);
      if (position < 0) raise(rt, 'KeyError', 'dictionary is empty');
      const mark = rt.sp;
      takePosition(rt, dict, position);
      const pair = newTupleFromStack(rt, mark, 2);
      rt.sp = mark;
      return pair;
    },
  },
  {
    name: 'move_to_end',
    arity: { params: 'key, last=' },
    doc: 'Move an existing element to the end (or beginning if last is false).\n\nRaise KeyError if the element does not exist.',
    fn: (rt, args) => {
      const dict = M[args];
      const last = M[args + 4] === 0 || isTrue(rt, M[args + 4]);
      rt.hashOf(rt, M[args + 2]);
      const low = rt.hashLow;
      const high = rt.hashHigh;
      const found = dictFindHashed(rt, dict, M[args + 2], low, high);
      if (found < 0) raiseFrom(rt, 'KeyError', M[args + 2]);
      if (found === (last ? dictPrevious(rt, dict, 0x7fffffff) : dictFirst(rt, dict))) return rt.none;
      // The key that is there stays, and nobody is asked again whether it is the same.
      const key = rt.push(rt.retain(dictEntryKey(rt, dict, found)));
      const value = rt.push(dictTakeHashed(rt, dict, M[key], low, high));
      if (last) dictSetHashed(rt, dict, M[key], M[value], low, high);
      else {
        const rest = rt.push(dictCopy(rt, dict));
        dictClear(rt, dict);
        dictSetHashed(rt, dict, M[key], M[value], low, high);
        dictMerge(rt, dict, M[rest]);
      }
      rt.unwind(key);
      return rt.none;
    },
  },
  {
    name: 'update',
    arity: 'raw',
    inTuple: true,
    safe: true,
    fn: (rt, args, count, kwnames) => {
      if (count < 1) raiseTypeError(rt, 'unbound method OrderedDict.update() needs an argument');
      const given = count - 1 - (kwnames === 0 ? 0 : tupleLength(rt, kwnames));
      if (given > 1) raiseTypeError(rt, `update() takes at most 1 positional argument (${given} given)`);
      updateThroughItems(rt, args, args + 2, count - 1, kwnames);
      return rt.none;
    },
  },
  {
    name: 'setdefault',
    arity: { params: 'key, default=' },
    safe: true,
    doc: 'Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.',
    fn: (rt, args) => {
      rt.pinned++;
      rt.hashOf(rt, M[args + 2]);
      const found = dictGetHashed(rt, M[args], M[args + 2], rt.hashLow, rt.hashHigh);
      rt.pinned--;
      if (found !== 0) return rt.retain(found);
      const value = M[args + 4] === 0 ? rt.none : M[args + 4];
      setItem(rt, M[args], M[args + 2], value);
      return M[args + 4] === 0 ? rt.none : rt.retain(M[args + 4]);
    },
  },
  {
    name: 'pop',
    arity: { params: 'key, default=' },
    doc: 'od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.',
    fn: (rt, args) => {
      rt.hashOf(rt, M[args + 2]);
      const value = dictTakeHashed(rt, M[args], M[args + 2], rt.hashLow, rt.hashHigh);
      if (value !== 0) return value;
      if (M[args + 4] !== 0) return rt.retain(M[args + 4]);
      raiseFrom(rt, 'KeyError', M[args + 2]);
    },
  },
  {
    name: 'copy',
    arity: 'none',
    safe: true,
    doc: 'od.copy() -> a shallow copy of od',
    fn: (rt, args) => {
      const made = rt.push(call0(rt, rt.typeOf(M[args]).address));
      if (isDict(rt, M[made]) && !rt.typeOf(M[made]).heap) {
        rt.pinned++;
        dictMerge(rt, M[made], M[args]);
        rt.pinned--;
      } else updateFrom(rt, made, args);
      return take(rt, made);
    },
  },
  {
    name: '__reversed__',
    arity: 'none',
    doc: 'od.__reversed__() <==> reversed(od)',
    fn: (rt, args) => newIterator(rt, M[args], KEYS, true),
  },
  {
    name: '__reduce__',
    arity: 'none',
    doc: 'Return state information for pickling',
    fn: (rt, args) => {
      const self = M[args];
      const items = rt.push(callMethod(rt, self, 'items'));
      const iterator = rt.push(getIter(rt, M[items]));
      const state = rt.push(callMethod(rt, M[args], '__getstate__'));
      const result = newTuple(rt, [
        rt.retain(rt.typeOf(M[args]).address),
        rt.emptyTuple,
        rt.retain(M[state]),
        rt.none,
        rt.retain(M[iterator]),
      ]);
      rt.unwind(items);
      return result;
    },
  },
  ...(['keys', 'values', 'items'] as const).map(
    (name): NativeSpec => ({ name, arity: 'none', fn: (rt, args) => newDictView(rt, rt.types[`odict_${name}`]!, M[args]) }),
  ),
];

/** Do two dicts of equal length have equal keys in the same order? */
function sameOrder(rt: Runtime, left: Address, right: Address): boolean {
  let at = dictNext(rt, left, 0);
  let other = dictNext(rt, right, 0);
  while (at >= 0 && other >= 0) {
    const a = rt.push(rt.retain(dictEntryKey(rt, left, at)));
    const b = rt.push(rt.retain(dictEntryKey(rt, right, other)));
    const equal = equals(rt, M[a], M[b]);
    rt.unwind(a);
    if (!equal) return false;
    at = dictNext(rt, left, at + 1);
    other = dictNext(rt, right, other + 1);
  }
  return at < 0 && other < 0;
}

export function defineOrderedDict(rt: Runtime): TypeInfo {
  defineViews(rt);
  const dictCompare = rt.dictInfo.compare!;
  const dictRepr = rt.dictInfo.repr!;
  const binary = new Array(BINARY_NAMES.length).fill(null);
  const inplace = new Array(BINARY_NAMES.length).fill(null);
  binary[OR] = (runtime: Runtime, left: Address, right: Address): Address => {
    if (!isDict(runtime, left) || !isDict(runtime, right)) return runtime.notImplemented;
    const result = runtime.push(0);
    const first = runtime.push(runtime.retain(left));
    const second = runtime.push(runtime.retain(right));
    const ordered = isInstanceOf(runtime, left, runtime.types['OrderedDict']!) ? left : right;
    M[result] = call1(runtime, runtime.typeOf(ordered).address, M[first]);
    updateFrom(runtime, result, second);
    runtime.unwind(first);
    return take(runtime, result);
  };
  inplace[OR] = (runtime: Runtime, left: Address, right: Address): Address => {
    const self = runtime.push(runtime.retain(left));
    const other = runtime.push(runtime.retain(right));
    updateFrom(runtime, self, other);
    runtime.unwind(other);
    return take(runtime, self);
  };
  return defineType(rt, {
    name: 'OrderedDict',
    module: 'collections',
    base: rt.dictInfo,
    basicBytes: 112,
    fields: 1,
    dictOffset: DICT,
    weakOffset: WEAKLIST,
    matchFlag: 2,
    unhashable: true,
    doc: 'Dictionary that remembers insertion order',
    init: (runtime, self, args, count, kwnames) => {
      const given = count - (kwnames === 0 ? 0 : tupleLength(runtime, kwnames));
      if (given > 1) raiseTypeError(runtime, `expected at most 1 arguments, got ${given}`);
      const root = runtime.push(runtime.retain(self));
      updateThroughItems(runtime, root, args, count, kwnames);
      runtime.unwind(root);
    },
    iter: (runtime, self) => newIterator(runtime, self, KEYS, false),
    compare: (runtime, left, right, op) => {
      if (op !== EQ && op !== NE) return runtime.notImplemented;
      const mark = runtime.push(runtime.retain(left));
      runtime.push(runtime.retain(right));
      runtime.pinned++;
      let result = dictCompare(runtime, left, right, op);
      if (
        result === runtime.bool(op === EQ) &&
        isInstanceOf(runtime, right, runtime.types['OrderedDict']!) &&
        !sameOrder(runtime, left, right)
      ) {
        result = runtime.bool(op === NE);
      }
      runtime.pinned--;
      runtime.unwind(mark);
      return result;
    },
    repr: (runtime, self) => {
      const root = runtime.push(runtime.retain(self));
      const text = guardRepr(runtime, self, '...', () => {
        const info = runtime.typeOf(self);
        const name = info.heap ? info.name : 'OrderedDict';
        if (dictLength(runtime, self) === 0) return newStr(runtime, `${name}()`);
        const copy = runtime.push(dictCopy(runtime, self));
        const inner = runtime.push(dictRepr(runtime, M[copy]));
        const shown = `${name}(${strText(runtime, M[inner])})`;
        runtime.unwind(copy);
        return newStr(runtime, shown);
      });
      runtime.unwind(root);
      return text;
    },
    binary,
    inplace,
    methods,
    classMethods: [
      {
        name: 'fromkeys',
        arity: { params: 'iterable, value=' },
        safe: true,
        doc: 'Create a new ordered dictionary with keys from iterable and values set to value.',
        fn: (runtime, args) => fromKeys(runtime, args, M[args + 4] === 0 ? 2 : 3),
      },
    ],
    getset: [dictMember(DICT)],
  });
}
