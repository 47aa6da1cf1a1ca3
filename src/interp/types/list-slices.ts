/** Reading, replacing and deleting slices of lists (CPython: list_subscript, list_ass_subscript, list_ass_slice). */
import { type Address, WORDS } from '../../heap/memory.ts';
import { LIST_ITEMS, LIST_LENGTH, listLength, listResize, listSplice, newList } from '../objects/sequence.ts';
import { isSlice } from '../objects/slice.ts';
import { raise, raiseValueError } from '../runtime/exceptions.ts';
import { fastItems, fastLength, fastSequence, listFromIterable } from '../runtime/iterables.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { adjustSlice, type SliceRange, sequenceIndex, unpackSlice } from '../runtime/slices.ts';

const M = WORDS;

/** A new list of `count` items from `start`, `step` apart. */
export function listSliceOf(rt: Runtime, list: Address, start: number, step: number, count: number): Address {
  const result = newList(rt, count);
  const to = M[result + LIST_ITEMS];
  const from = M[list + LIST_ITEMS] + 2 * start;
  for (let index = 0; index < count; index++) {
    M[to + 2 * index] = rt.retain(M[from + 2 * index * step]);
    M[to + 2 * index + 1] = 0;
  }
  M[result + LIST_LENGTH] = count;
  return result;
}

/** list[key]. */
export function listGetItem(rt: Runtime, list: Address, key: Address): Address {
  if (isSlice(rt, key)) {
    const parts = unpackSlice(rt, key);
    const { start, step, count } = adjustSlice(parts, listLength(rt, list));
    return listSliceOf(rt, list, start, step, count);
  }
  let index = sequenceIndex(rt, key, 'list');
  const length = M[list + LIST_LENGTH];
  if (index < 0) index += length;
  if (index < 0 || index >= length) raise(rt, 'IndexError', 'list index out of range');
  return rt.retain(M[M[list + LIST_ITEMS] + 2 * index]);
}

/** list[key] = value; value 0 deletes. */
export function listSetItem(rt: Runtime, list: Address, key: Address, value: Address): void {
  if (isSlice(rt, key)) {
    rt.pinned++;
    setSlice(rt, list, unpackSlice(rt, key), value);
    rt.pinned--;
    return;
  }
  let index = sequenceIndex(rt, key, 'list');
  const length = M[list + LIST_LENGTH];
  if (index < 0) index += length;
  if (index < 0 || index >= length) raise(rt, 'IndexError', 'list assignment index out of range');
  if (value === 0) listSplice(rt, list, index, index + 1, []);
  else rt.replace(list, M[list + LIST_ITEMS] + 2 * index, rt.retain(value));
}

function setSlice(rt: Runtime, list: Address, parts: SliceRange, value: Address): void {
  const { start, stop, step, count } = adjustSlice(parts, listLength(rt, list));
  if (step === 1) {
    // s[5:2] = ... inserts before 5, not before 2.
    listReplace(rt, list, start, Math.max(start, stop), value);
  } else if (value === 0) deleteExtended(rt, list, start, step, count);
  else assignExtended(rt, list, start, step, count, value);
}

/** list[start:stop] = value (any iterable, rooted by the caller; 0 deletes). Bounds are clipped. */
export function listReplace(rt: Runtime, list: Address, start: number, stop: number, value: Address): void {
  if (value === 0) {
    listSplice(rt, list, start, stop, []);
    return;
  }
  const source = rt.push(
    value === list ? listFromIterable(rt, value) : fastSequence(rt, value, 'must assign iterable to extended slice'),
  );
  const count = fastLength(rt, M[source]);
  const items = fastItems(rt, M[source]);
  const values: Address[] = new Array(count);
  for (let index = 0; index < count; index++) values[index] = rt.retain(M[items + 2 * index]);
  const length = listLength(rt, list);
  const low = Math.min(Math.max(start, 0), length);
  listSplice(rt, list, low, Math.min(Math.max(stop, low), length), values);
  rt.unwind(source);
}

function assignExtended(rt: Runtime, list: Address, start: number, step: number, count: number, value: Address): void {
  const source = rt.push(
    value === list ? listFromIterable(rt, value) : fastSequence(rt, value, 'must assign iterable to extended slice'),
  );
  const given = fastLength(rt, M[source]);
  if (given !== count) {
    raiseValueError(rt, `attempt to assign sequence of size ${given} to extended slice of size ${count}`);
  }
  const removed: Address[] = [];
  const from = fastItems(rt, M[source]);
  for (let index = 0; index < count; index++) {
    const place = start + index * step;
    // The list may have shrunk while the values were made.
    if (place >= listLength(rt, list)) break;
    const slot = M[list + LIST_ITEMS] + 2 * place;
    removed.push(M[slot]);
    rt.heap.store(list, slot, rt.retain(M[from + 2 * index]));
  }
  releaseAll(rt, removed);
  rt.unwind(source);
}

function deleteExtended(rt: Runtime, list: Address, start: number, step: number, count: number): void {
  if (count <= 0) return;
  const by = Math.abs(step);
  const first = step < 0 ? start + step * (count - 1) : start;
  const items = M[list + LIST_ITEMS];
  const length = listLength(rt, list);
  const removed: Address[] = [];
  let to = items + 2 * first;
  let next = first;
  for (let index = first; index < length; index++) {
    const item = M[items + 2 * index];
    if (index === next && removed.length < count) {
      removed.push(item);
      next += by;
    } else {
      rt.heap.store(list, to, item);
      to += 2;
    }
  }
  listResize(rt, list, length - removed.length);
  releaseAll(rt, removed);
}

/** Releases references in order, first to last; they stay visible to collectors until their turn. */
export function releaseAll(rt: Runtime, references: readonly Address[]): void {
  if (references.length === 1) {
    rt.heap.release(references[0]);
    return;
  }
  // A list is torn down last to first.
  const list = rt.push(newList(rt, references.length));
  const items = M[M[list] + LIST_ITEMS];
  for (let index = 0; index < references.length; index++) {
    M[items + 2 * index] = references[references.length - 1 - index];
    M[items + 2 * index + 1] = 0;
  }
  M[M[list] + LIST_LENGTH] = references.length;
  rt.unwind(list);
}
