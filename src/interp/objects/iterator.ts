/**
 * Iterators over the built-in containers, all of kind record: references first, plain numbers behind them, CPython's sizes.
 *
 * ```
 *  list_iterator, list_reverseiterator, tuple_iterator, iterator   word 4 sequence, 0 when exhausted; 6 index       32 bytes
 *  dict_{key,value,item}iterator and their reverse kinds           word 4 dict or 0; 6 result tuple or 0; 8 position; 10 size expected;
 *                                                                 12 left                                          56 bytes
 *  set_iterator                                                    word 4 set or 0; 6 size expected; 8 position; 10 left    48 bytes
 *  dict_keys, dict_values, dict_items                              word 4 dict                                      24 bytes
 * ```
 */
import { type Address, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { DICT_USED, dictEntryCount } from './dict.ts';
import { newTuple } from './sequence.ts';
import { SET_USED } from './set.ts';

const M = WORDS;

export const ITER_SEQUENCE = 4;
export const ITER_INDEX = 6;
export const ITER_BYTES = 32;

export const VIEW_DICT = 4;
export const VIEW_BYTES = 24;

export const DICT_ITER_DICT = 4;
/** Items only: the pair CPython makes with the iterator, to use it again and again. It is kept for its place on the heap. */
export const DICT_ITER_RESULT = 6;
export const DICT_ITER_POSITION = 8;
export const DICT_ITER_SIZE = 10;
export const DICT_ITER_LEFT = 12;
export const DICT_ITER_BYTES = 56;

export const SET_ITER_SET = 4;
export const SET_ITER_SIZE = 6;
export const SET_ITER_POSITION = 8;
export const SET_ITER_LEFT = 10;
export const SET_ITER_BYTES = 48;

/** A block of a record type, all fields zero, not yet tracked. */
export function newRecord(rt: Runtime, info: TypeInfo): Address {
  const bytes = info.basicBytes;
  const record = rt.newCollectable(info, info.rep, bytes);
  for (let word = record + 4, end = record + (bytes >> 2); word < end; word++) M[word] = 0;
  return record;
}

/** An index iterator (list_iterator, tuple_iterator, ...) over `sequence` (retained) from `index` on. */
export function newIndexIterator(rt: Runtime, info: TypeInfo, sequence: Address, index = 0): Address {
  const iterator = newRecord(rt, info);
  M[iterator + ITER_SEQUENCE] = rt.retain(sequence);
  M[iterator + ITER_INDEX] = index;
  rt.heap.track(iterator);
  return iterator;
}

/** A view (dict_keys, ...) of a dict (retained). */
export function newDictView(rt: Runtime, info: TypeInfo, dict: Address): Address {
  const view = newRecord(rt, info);
  M[view + VIEW_DICT] = rt.retain(dict);
  rt.heap.track(view);
  return view;
}

/** An iterator over a dict (retained); `backwards` starts it at the last entry. */
export function newDictIterator(rt: Runtime, info: TypeInfo, dict: Address, backwards = false): Address {
  const iterator = newRecord(rt, info);
  const items = info === rt.dictItemIteratorInfo || info === rt.types['dict_reverseitemiterator'];
  if (items) {
    // Without memory for the tuple the iterator dies with its stack slot.
    const slot = rt.push(iterator);
    M[iterator + DICT_ITER_RESULT] = newTuple(rt, [rt.none, rt.none]);
    rt.sp = slot;
  }
  M[iterator + DICT_ITER_DICT] = rt.retain(dict);
  M[iterator + DICT_ITER_SIZE] = M[dict + DICT_USED];
  M[iterator + DICT_ITER_POSITION] = backwards ? dictEntryCount(rt, dict) - 1 : 0;
  M[iterator + DICT_ITER_LEFT] = M[dict + DICT_USED];
  rt.heap.track(iterator);
  return iterator;
}

/** An iterator over a set or frozenset (retained). */
export function newSetIterator(rt: Runtime, set: Address): Address {
  const iterator = newRecord(rt, rt.setIteratorInfo);
  M[iterator + SET_ITER_SET] = rt.retain(set);
  M[iterator + SET_ITER_SIZE] = M[set + SET_USED];
  M[iterator + SET_ITER_LEFT] = M[set + SET_USED];
  rt.heap.track(iterator);
  return iterator;
}

/** Marks an iterator exhausted: it drops the container in word 4. */
export function exhaust(rt: Runtime, iterator: Address): 0 {
  const container = M[iterator + ITER_SEQUENCE];
  M[iterator + ITER_SEQUENCE] = 0;
  rt.heap.release(container);
  return 0;
}
