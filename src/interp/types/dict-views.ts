/** dict_keys, dict_values and dict_items (CPython: dictview_* in Objects/dictobject.c). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import {
  dictCopy,
  dictDelete,
  dictEntryKey,
  dictEntryValue,
  dictGet,
  dictGetHashed,
  dictLength,
  dictNext,
} from '../objects/dict.ts';
import { newDictIterator, VIEW_BYTES, VIEW_DICT } from '../objects/iterator.ts';
import { isTuple, newTuple, tupleItem, tupleLength } from '../objects/sequence.ts';
import { isSet, newSet, setAdd, setLength } from '../objects/set.ts';
import { newStr } from '../objects/str.ts';
import { listFromIterable } from '../runtime/iterables.ts';
import { contains, getIter, iterNext, reprText } from '../runtime/operators.ts';
import { guardRepr } from '../runtime/repr-guard.ts';
import type { Runtime } from '../runtime/runtime.ts';
import {
  hashKey,
  setDifferenceUpdate,
  setFromIterable,
  setIntersection,
  setSymmetricUpdate,
  setUpdateAt,
} from '../runtime/sets.ts';
import { type BinarySlot, EQ, GE, GT, LE, LT, NE, type TypeInfo, type UnarySlot } from '../runtime/type-info.ts';
import { defineType, type TypeSpec } from '../runtime/types.ts';
import { newMappingProxy } from './core-types.ts';
import { itemsEqual } from './sequence-methods.ts';
import { operatorTable } from './set-type.ts';

const M = WORDS;

/** Is it a dict_keys, or one of an OrderedDict (PyDictKeys_Check)? */
function isKeysView(rt: Runtime, object: Address): boolean {
  return M[object + REP] === rt.dictKeysInfo.rep || rt.typeOf(object).mro.includes(rt.dictKeysInfo);
}

/** Is it a dict_items, or one of an OrderedDict (PyDictItems_Check)? */
function isItemsView(rt: Runtime, object: Address): boolean {
  return M[object + REP] === rt.dictItemsInfo.rep || rt.typeOf(object).mro.includes(rt.dictItemsInfo);
}

/** Is it either of them (PyDictViewSet_Check)? */
function isSetView(rt: Runtime, object: Address): boolean {
  return isKeysView(rt, object) || isItemsView(rt, object);
}

function viewLength(rt: Runtime, view: Address): number {
  return dictLength(rt, M[view + VIEW_DICT]);
}

function viewRepr(rt: Runtime, view: Address): Address {
  return guardRepr(rt, view, '...', () => {
    const items = rt.push(listFromIterable(rt, view));
    const text = reprText(rt, M[items]);
    rt.unwind(items);
    return newStr(rt, `${rt.typeOf(view).name}(${text})`);
  });
}

function keysContain(rt: Runtime, view: Address, key: Address): boolean {
  return dictGet(rt, M[view + VIEW_DICT], key) !== 0;
}

function itemsContain(rt: Runtime, view: Address, item: Address): boolean {
  if (!isTuple(rt, item) || tupleLength(rt, item) !== 2) return false;
  const found = dictGet(rt, M[view + VIEW_DICT], tupleItem(rt, item, 0));
  return found !== 0 && itemsEqual(rt, found, tupleItem(rt, item, 1));
}

/** Is everything that `inner` gives in `outer`? */
function allContained(rt: Runtime, inner: Address, outer: Address): boolean {
  const iterator = rt.push(getIter(rt, inner));
  let all = true;
  while (all) {
    const item = iterNext(rt, M[iterator]);
    if (item === 0) break;
    const root = rt.push(item);
    all = contains(rt, outer, item);
    rt.unwind(root);
  }
  rt.unwind(iterator);
  return all;
}

function viewCompare(rt: Runtime, left: Address, right: Address, op: number): Address {
  if (!isSet(rt, right) && !isSetView(rt, right)) return rt.notImplemented;
  const first = viewLength(rt, left);
  const second = isSet(rt, right) ? setLength(rt, right) : viewLength(rt, right);
  rt.pinned++;
  let holds = false;
  switch (op) {
    case EQ:
    case NE:
      holds = (first === second && allContained(rt, left, right)) === (op === EQ);
      break;
    case LT:
      holds = first < second && allContained(rt, left, right);
      break;
    case LE:
      holds = first <= second && allContained(rt, left, right);
      break;
    case GT:
      holds = first > second && allContained(rt, right, left);
      break;
    case GE:
      holds = first >= second && allContained(rt, right, left);
      break;
  }
  rt.pinned--;
  return rt.bool(holds);
}

/** The left operand, whatever it is, as a new set (dictviews_to_set). */
function toSet(rt: Runtime, left: Address): Address {
  const isOfDict = isKeysView(rt, left) && M[M[left + VIEW_DICT] + REP] === rt.dictInfo.rep;
  return setFromIterable(rt, isOfDict ? M[left + VIEW_DICT] : left);
}

/** An operator that makes a set of its left operand and changes that by the right one. */
function viewOperator(work: (rt: Runtime, slot: Address, right: Address) => void): BinarySlot {
  return (rt, left, right) => {
    rt.pinned++;
    const slot = rt.push(toSet(rt, left));
    work(rt, slot, right);
    rt.sp = slot;
    rt.pinned--;
    return M[slot];
  };
}

function intersect(rt: Runtime, left: Address, right: Address): Address {
  let view = left;
  let other = right;
  if (!isSetView(rt, view)) [view, other] = [right, left];
  rt.pinned++;
  let result: Address;
  if (M[other + REP] === rt.setInfo.rep && viewLength(rt, view) <= setLength(rt, other)) {
    result = setIntersection(rt, other, view);
  } else {
    if (isSetView(rt, other) && viewLength(rt, other) > viewLength(rt, view)) [view, other] = [other, view];
    const holds = isKeysView(rt, view) ? keysContain : itemsContain;
    const slot = rt.push(newSet(rt));
    const iterator = rt.push(getIter(rt, other));
    for (;;) {
      const item = iterNext(rt, M[iterator]);
      if (item === 0) break;
      const root = rt.push(item);
      if (holds(rt, view, item)) setAdd(rt, M[slot], item);
      rt.unwind(root);
    }
    rt.unwind(iterator);
    result = rt.pop();
  }
  rt.pinned--;
  return result;
}

function symmetricDifference(rt: Runtime, left: Address, right: Address): Address {
  if (isItemsView(rt, left) && isItemsView(rt, right)) return itemsXor(rt, left, right);
  return viewOperator((runtime, slot, other) => setSymmetricUpdate(runtime, M[slot], other))(rt, left, right);
}

/** Items in exactly one of two dicts; hashes keys, not values of equal pairs (dictitems_xor). */
function itemsXor(rt: Runtime, left: Address, right: Address): Address {
  let small = M[left + VIEW_DICT];
  let large = M[right + VIEW_DICT];
  if (dictLength(rt, small) > dictLength(rt, large)) [small, large] = [large, small];
  rt.pinned++;
  const rest = rt.push(dictCopy(rt, small));
  const result = rt.push(newSet(rt));
  for (let index = dictNext(rt, large, 0); index >= 0; index = dictNext(rt, large, index + 1)) {
    const key = rt.push(rt.retain(dictEntryKey(rt, large, index)));
    const value = rt.push(rt.retain(dictEntryValue(rt, large, index)));
    hashKey(rt, M[key]);
    const other = dictGetHashed(rt, M[rest], M[key], rt.hashLow, rt.hashHigh);
    if (other !== 0 && itemsEqual(rt, other, M[value])) dictDelete(rt, M[rest], M[key]);
    else {
      const pair = rt.push(newTuple(rt, [rt.retain(M[key]), rt.retain(M[value])]));
      setAdd(rt, M[result], M[pair]);
    }
    rt.unwind(key);
  }
  for (let index = dictNext(rt, M[rest], 0); index >= 0; index = dictNext(rt, M[rest], index + 1)) {
    const [key, value] = [dictEntryKey(rt, M[rest], index), dictEntryValue(rt, M[rest], index)];
    const pair = rt.push(newTuple(rt, [rt.retain(key), rt.retain(value)]));
    setAdd(rt, M[result], M[pair]);
    rt.unwind(pair);
  }
  const found = rt.pop();
  rt.unwind(rest);
  rt.pinned--;
  return found;
}

function isDisjoint(rt: Runtime, view: Address, other: Address): boolean {
  if (view === other) return viewLength(rt, view) === 0;
  let holder = view;
  let from = other;
  const sized = M[other + REP] === rt.setInfo.rep || isSetView(rt, other);
  if (sized) {
    const count = isSet(rt, other) ? setLength(rt, other) : viewLength(rt, other);
    if (count > viewLength(rt, view)) [holder, from] = [other, view];
  }
  const iterator = rt.push(getIter(rt, from));
  let none = true;
  while (none) {
    const item = iterNext(rt, M[iterator]);
    if (item === 0) break;
    const root = rt.push(item);
    none = !contains(rt, holder, item);
    rt.unwind(root);
  }
  rt.unwind(iterator);
  return none;
}

const SET_OPERATORS = operatorTable({
  sub: viewOperator((rt, slot, right) => setDifferenceUpdate(rt, M[slot], right)),
  and: intersect,
  xor: symmetricDifference,
  or: viewOperator(setUpdateAt),
});

export function defineDictViews(rt: Runtime): void {
  const define = (name: string, iter: UnarySlot, reverse: string, more: Partial<TypeSpec>): TypeInfo =>
    defineType(rt, {
      name,
      kind: 'record',
      basicBytes: VIEW_BYTES,
      fields: 1,
      collectable: true,
      baseType: false,
      abstract: true,
      repr: viewRepr,
      length: viewLength,
      iter,
      ...more,
      getset: [
        {
          name: 'mapping',
          get: (runtime, view) => newMappingProxy(runtime, M[view + VIEW_DICT]),
          doc: 'dictionary that this view refers to',
        },
      ],
      methods: [
        {
          name: '__reversed__',
          arity: 'none',
          fn: (runtime, args) => newDictIterator(runtime, runtime.types[reverse]!, M[M[args] + VIEW_DICT], true),
          doc: `Return a reverse iterator over the ${name.replace('_', ' ')}.`,
        },
        ...(more.methods ?? []),
      ],
    });
  const setLike = {
    compare: viewCompare,
    binary: SET_OPERATORS,
    unhashable: true,
    methods: [
      {
        name: 'isdisjoint',
        arity: 'one' as const,
        fn: (runtime: Runtime, args: Address): Address => runtime.bool(isDisjoint(runtime, M[args], M[args + 2])),
        doc: 'Return True if the view and the given iterable have a null intersection.',
      },
    ],
  };
  rt.dictKeysInfo = define(
    'dict_keys',
    (runtime, view) => newDictIterator(runtime, runtime.dictKeyIteratorInfo, M[view + VIEW_DICT]),
    'dict_reversekeyiterator',
    { ...setLike, contains: keysContain },
  );
  rt.dictValuesInfo = define(
    'dict_values',
    (runtime, view) => newDictIterator(runtime, runtime.dictValueIteratorInfo, M[view + VIEW_DICT]),
    'dict_reversevalueiterator',
    {},
  );
  rt.dictItemsInfo = define(
    'dict_items',
    (runtime, view) => newDictIterator(runtime, runtime.dictItemIteratorInfo, M[view + VIEW_DICT]),
    'dict_reverseitemiterator',
    { ...setLike, contains: itemsContain },
  );
}
