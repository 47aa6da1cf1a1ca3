/** The heap functions of heapq, in place on lists (CPython: Modules/_heapqmodule.c: the same comparisons in the same order); merge, nlargest and nsmallest are Python. */
import { type Address, WORDS } from '../../heap/memory.ts';
import { isList, LIST_ITEMS, LIST_LENGTH, listAppend, listResize } from '../objects/sequence.ts';
import { raise, raiseTypeError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { compareTrue } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { LT } from '../runtime/type-info.ts';
import type { ModuleSpec } from './module-spec.ts';
import { pythonSource } from './python-sources.ts';

const M = WORDS;

function itemAddress(_rt: Runtime, heap: Address, index: number): Address {
  return M[heap + LIST_ITEMS] + 2 * index;
}

/** heap[a] < heap[b], or the other way round for a max-heap. Raises RuntimeError when the comparison changed the list's length. */
function less(rt: Runtime, heap: Address, a: number, b: number, max: boolean): boolean {
  const count = M[heap + LIST_LENGTH];
  const left = rt.push(rt.retain(M[itemAddress(rt, heap, max ? b : a)]));
  const right = rt.push(rt.retain(M[itemAddress(rt, heap, max ? a : b)]));
  const result = compareTrue(rt, M[left], M[right], LT);
  rt.unwind(left);
  if (M[heap + LIST_LENGTH] !== count) raise(rt, 'RuntimeError', 'list changed size during iteration');
  return result;
}

function swap(rt: Runtime, heap: Address, a: number, b: number): void {
  const first = itemAddress(rt, heap, a);
  const second = itemAddress(rt, heap, b);
  const item = M[first];
  rt.heap.store(heap, first, M[second]);
  rt.heap.store(heap, second, item);
}

/** Moves the item at `place` towards the root until its parent is not greater. */
function siftDown(rt: Runtime, heap: Address, start: number, place: number, max: boolean): void {
  let at = place;
  if (at >= M[heap + LIST_LENGTH]) raise(rt, 'IndexError', 'index out of range');
  while (at > start) {
    const parent = (at - 1) >> 1;
    if (!less(rt, heap, at, parent, max)) break;
    swap(rt, heap, at, parent);
    at = parent;
  }
}

/** Moves smaller children up until a leaf is hit, then the item down to its place. */
function siftUp(rt: Runtime, heap: Address, place: number, max: boolean): void {
  const end = M[heap + LIST_LENGTH];
  if (place >= end) raise(rt, 'IndexError', 'index out of range');
  const limit = end >> 1;
  let at = place;
  while (at < limit) {
    let child = 2 * at + 1;
    if (child + 1 < end && !less(rt, heap, child, child + 1, max)) child++;
    swap(rt, heap, child, at);
    at = child;
  }
  siftDown(rt, heap, place, at, max);
}

function checkList(rt: Runtime, args: Address, name: string, argument = ' argument 1'): Address {
  const heap = M[args];
  if (!isList(rt, heap)) raiseTypeError(rt, `${name}()${argument} must be list, not ${rt.typeOf(heap).name}`);
  return heap;
}

/** Takes the last item off; owned. */
function takeLast(rt: Runtime, heap: Address): Address {
  const count = M[heap + LIST_LENGTH];
  const item = M[itemAddress(rt, heap, count - 1)];
  listResize(rt, heap, count - 1);
  return item;
}

/** Puts an owned item at the root and returns the old root, owned by the stack slot returned. */
function exchangeRoot(rt: Runtime, heap: Address, item: Address): Address {
  const root = itemAddress(rt, heap, 0);
  const old = rt.push(M[root]);
  rt.heap.store(heap, root, item);
  return old;
}

function popFrom(rt: Runtime, args: Address, max: boolean): Address {
  const heap = checkList(rt, args, max ? '_heappop_max' : 'heappop', ' argument');
  if (M[heap + LIST_LENGTH] === 0) raise(rt, 'IndexError', 'index out of range');
  const last = takeLast(rt, heap);
  if (M[heap + LIST_LENGTH] === 0) return last;
  const old = exchangeRoot(rt, heap, last);
  siftUp(rt, heap, 0, max);
  rt.sp = old;
  return M[old];
}

function heapifyList(rt: Runtime, args: Address, max: boolean): Address {
  const heap = checkList(rt, args, max ? '_heapify_max' : 'heapify', ' argument');
  for (let at = (M[heap + LIST_LENGTH] >> 1) - 1; at >= 0; at--) siftUp(rt, heap, at, max);
  return rt.none;
}

function replaceRoot(rt: Runtime, args: Address, max: boolean): Address {
  const heap = checkList(rt, args, max ? '_heapreplace_max' : 'heapreplace');
  if (M[heap + LIST_LENGTH] === 0) raise(rt, 'IndexError', 'index out of range');
  const old = exchangeRoot(rt, heap, rt.retain(M[args + 2]));
  siftUp(rt, heap, 0, max);
  rt.sp = old;
  return M[old];
}

const functions: readonly NativeSpec[] = [
  {
    name: 'heappush',
    arity: { min: 2, max: 2 },
    doc: 'Push item onto heap, maintaining the heap invariant.',
    fn: (rt, args) => {
      const heap = checkList(rt, args, 'heappush');
      listAppend(rt, heap, rt.retain(M[args + 2]));
      siftDown(rt, heap, 0, M[heap + LIST_LENGTH] - 1, false);
      return rt.none;
    },
  },
  {
    name: 'heappop',
    arity: 'one',
    doc: 'Pop the smallest item off the heap, maintaining the heap invariant.',
    fn: (rt, args) => popFrom(rt, args, false),
  },
  {
    name: 'heapify',
    arity: 'one',
    doc: 'Transform list into a heap, in-place, in O(len(heap)) time.',
    fn: (rt, args) => heapifyList(rt, args, false),
  },
  {
    name: 'heapreplace',
    arity: { min: 2, max: 2 },
    doc: 'Pop and return the current smallest value, and add the new item.',
    fn: (rt, args) => replaceRoot(rt, args, false),
  },
  {
    name: 'heappushpop',
    arity: { min: 2, max: 2 },
    doc: 'Push item on the heap, then pop and return the smallest item from the heap.',
    fn: (rt, args) => {
      const heap = checkList(rt, args, 'heappushpop');
      if (M[heap + LIST_LENGTH] === 0) return rt.retain(M[args + 2]);
      const top = rt.push(rt.retain(M[itemAddress(rt, heap, 0)]));
      const smaller = compareTrue(rt, M[top], M[args + 2], LT);
      rt.unwind(top);
      if (!smaller) return rt.retain(M[args + 2]);
      if (M[heap + LIST_LENGTH] === 0) raise(rt, 'IndexError', 'index out of range');
      return replaceRoot(rt, args, false);
    },
  },
  { name: '_heappop_max', arity: 'one', fn: (rt, args) => popFrom(rt, args, true) },
  { name: '_heapify_max', arity: 'one', fn: (rt, args) => heapifyList(rt, args, true) },
  { name: '_heapreplace_max', arity: { min: 2, max: 2 }, fn: (rt, args) => replaceRoot(rt, args, true) },
];

export const heapqModule: ModuleSpec = {
  name: 'heapq',
  accelerator: '_heapq',
  doc: 'Heap queue algorithm (a.k.a. priority queue).',
  functions,
  get python() {
    return pythonSource('heapq');
  },
};
