/**
 * list.sort (CPython: list_sort_impl in Objects/listobject.c).
 *
 * What is permuted is an order array of item numbers, never addresses: items and keys lie still in hidden lists on the stack, so that a comparison
 * may run Python and a collector may move everything.
 */
import { REP } from '../../heap/layout.ts';
import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import { INT_VALUE } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { LIST_CAPACITY, LIST_ITEMS, LIST_LENGTH, listAppend, newList } from '../objects/sequence.ts';
import { strCompare } from '../objects/str.ts';
import { call1 } from './calls.ts';
import { raiseValueError } from './exceptions.ts';
import { compareTrue } from './operators.ts';
import type { Runtime } from './runtime.ts';
import { type Less, timsort } from './timsort.ts';
import { LT } from './type-info.ts';

const M = WORDS;
const F64 = DOUBLES;

/** Capacity of a list while it is being sorted: whatever the program does to the list overwrites it. */
export const SORTING = -1;

/** Up to this many int32 keys, key and number fit a double together. */
const PACKED_ITEMS = 2 ** 21;

/**
 * Sorts the list in stack slot `slot` in place, stably, by what `key` (borrowed; 0 = none) makes of each item. Runs Python unless all items are ints,
 * floats or strs. Raises ValueError if the program changed the list meanwhile.
 */
export function sortListAt(rt: Runtime, slot: Address, key: Address, reverse: boolean): void {
  const list = M[slot];
  const count = M[list + LIST_LENGTH];
  if (key === 0) {
    if (count < 2) return;
    const order = plainOrder(rt, M[list + LIST_ITEMS], count, reverse);
    if (order !== null) {
      permute(rt, list, M[list + LIST_ITEMS], order);
      return;
    }
  }
  const function_ = rt.push(key === 0 ? 0 : rt.retain(key));
  const hidden = rt.push(newList(rt));
  swapItems(rt, M[slot], M[hidden]);
  M[M[slot] + LIST_CAPACITY] = SORTING;
  const order = new Int32Array(count);
  for (let index = 0; index < count; index++) order[index] = index;
  let changed = false;
  try {
    if (key === 0) sortOrder(rt, hidden, order, reverse);
    else sortByKeys(rt, function_, hidden, order, reverse);
    changed = M[M[slot] + LIST_CAPACITY] !== SORTING;
  } finally {
    // Also after an error the list gets its items back, in the order reached so far.
    if (M[M[slot] + LIST_CAPACITY] === SORTING) M[M[slot] + LIST_CAPACITY] = 0;
    permute(rt, M[hidden], M[M[hidden] + LIST_ITEMS], order);
    swapItems(rt, M[slot], M[hidden]);
  }
  rt.unwind(function_);
  if (changed) raiseValueError(rt, 'list modified during sort');
}

/** Orders the numbers of the items in the list in slot `hidden` by what the function in slot `key` makes of them. */
function sortByKeys(rt: Runtime, key: Address, hidden: Address, order: Int32Array, reverse: boolean): void {
  const count = order.length;
  const keys = rt.push(newList(rt, count));
  for (let index = 0; index < count; index++) {
    const value = call1(rt, M[key], M[M[M[hidden] + LIST_ITEMS] + 2 * index]);
    listAppend(rt, M[keys], value);
  }
  const mark = rt.sp;
  try {
    sortOrder(rt, keys, order, reverse);
  } finally {
    // The keys die as they lie by then, the smallest first, before the list has its items again; a list lets go of its last item first.
    rt.unwind(mark);
    permute(rt, M[keys], M[M[keys] + LIST_ITEMS], reverse ? order : Int32Array.from(order).reverse());
    rt.unwind(keys);
  }
}

/** Orders item numbers by the keys in the list in stack slot `keys`. */
function sortOrder(rt: Runtime, keys: Address, order: Int32Array, reverse: boolean): void {
  const quick = plainOrder(rt, M[M[keys] + LIST_ITEMS], order.length, reverse);
  if (quick !== null) {
    order.set(quick);
    return;
  }
  const less: Less = (left, right) => {
    const items = M[M[keys] + LIST_ITEMS];
    rt.pinned++;
    const result = compareTrue(rt, M[items + 2 * left], M[items + 2 * right], LT);
    rt.pinned--;
    return result;
  };
  // Equal items keep their order in a reversed sort too: turned round before and after.
  if (reverse) order.reverse();
  try {
    timsort(order, less);
  } finally {
    if (reverse) order.reverse();
  }
}

/** The sorted order of keys that are all exact ints of 32 bits, all floats or all strs, found without running Python; else null. */
function plainOrder(rt: Runtime, items: Address, count: number, reverse: boolean): Int32Array | null {
  if (count === 0) return null;
  const rep = M[M[items] + REP];
  if (rep !== rt.intInfo.rep && rep !== rt.floatInfo.rep && rep !== rt.strInfo.rep) return null;
  for (let index = 1; index < count; index++) if (M[M[items + 2 * index] + REP] !== rep) return null;
  if (rep === rt.intInfo.rep && (rep & 0xff) === KIND.int && count <= PACKED_ITEMS) {
    return intOrder(rt, items, count, reverse);
  }
  const order = new Int32Array(count);
  for (let index = 0; index < count; index++) order[index] = reverse ? count - 1 - index : index;
  timsort(order, plainLess(rt, items, count, rep));
  if (reverse) order.reverse();
  return order;
}

function intOrder(_rt: Runtime, items: Address, count: number, reverse: boolean): Int32Array {
  const packed = new Float64Array(count);
  const sign = reverse ? -PACKED_ITEMS : PACKED_ITEMS;
  for (let index = 0; index < count; index++) packed[index] = M[M[items + 2 * index] + INT_VALUE] * sign + index;
  packed.sort();
  const order = new Int32Array(count);
  for (let index = 0; index < count; index++) {
    const value = packed[index];
    order[index] = value - Math.floor(value / PACKED_ITEMS) * PACKED_ITEMS;
  }
  return order;
}

function plainLess(rt: Runtime, items: Address, count: number, rep: number): Less {
  if (rep === rt.strInfo.rep) return (left, right) => strCompare(rt, M[items + 2 * left], M[items + 2 * right]) < 0;
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const key = M[items + 2 * index];
    keys[index] = rep === rt.floatInfo.rep ? F64[(key + 4) >> 1] : M[key + INT_VALUE];
  }
  return (left, right) => keys[left] < keys[right];
}

/** Rearranges the items of a list: item `order[i]` comes to place i. */
function permute(rt: Runtime, list: Address, items: Address, order: Int32Array): void {
  const sorted = new Int32Array(order.length);
  for (let index = 0; index < order.length; index++) sorted[index] = M[items + 2 * order[index]];
  for (let index = 0; index < order.length; index++) rt.heap.store(list, items + 2 * index, sorted[index]);
}

/** Exchanges what two lists hold. */
function swapItems(_rt: Runtime, left: Address, right: Address): void {
  for (const field of [LIST_LENGTH, LIST_ITEMS, LIST_CAPACITY]) {
    const saved = M[left + field];
    M[left + field] = M[right + field];
    M[right + field] = saved;
  }
}
