/**
 * collections.deque (CPython: Modules/_collectionsmodule.c). The items lie in one ring buffer instead of CPython's chain of blocks; it starts with the room of
 * one block (64 items), doubles when full and halves when three quarters are free.
 *
 * ```
 *  deque   word 4 length; 6 ring buffer; 8 capacity; 10 head; 12 maxlen or -1; 14 weak list; 16 state: counts every change; 17 place
 *           of the first item in its block, if the items lay in CPython's blocks of 64: it decides how many blocks there would be     216 bytes
 *  deque iterators   word 4 deque; 6 index; 7 state when it was made; 8 items left                                     56 bytes
 * ```
 */
import { REP } from '../../../heap/layout.ts';
import { type Address, WORDS } from '../../../heap/memory.ts';
import { newInstanceOf } from '../../objects/allocate.ts';
import { isInt } from '../../objects/int.ts';
import { KIND } from '../../objects/kinds.ts';
import { raise, raiseTypeError } from '../../runtime/exceptions.ts';
import { asSize, equals, getIter, iterNext } from '../../runtime/operators.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { TypeInfo } from '../../runtime/type-info.ts';

const M = WORDS;

export const LENGTH = 4;
export const RING = 6;
export const CAPACITY = 8;
export const HEAD = 10;
export const MAXLEN = 12;
export const WEAKLIST = 14;
export const STATE = 16;
const LEFT = 17;
export const DEQUE_BYTES = 216;
const BLOCK_ITEMS = 64;
/** Where the first item of an empty deque goes: in the middle when it is appended, at an end when a whole iterable follows. */
const LEFT_OF_EMPTY = 32;
const LEFT_OF_EXTENDED = 1;
const LEFT_OF_EXTENDED_LEFT = 63;
const LEAST_CAPACITY = 64;
const MOST_ITEMS = 0x1fffffff;

export function isDeque(_rt: Runtime, object: Address): boolean {
  return (M[object + REP] & 0xff) === KIND.deque;
}

/** An empty deque of class `info`, tracked. */
export function newDeque(rt: Runtime, info: TypeInfo, maxlen = -1): Address {
  const root = rt.push(newInstanceOf(rt, info, info.basicBytes));
  const deque = M[root];
  M[deque + MAXLEN] = maxlen;
  M[deque + LEFT] = LEFT_OF_EMPTY;
  rt.heap.track(deque);
  resizeRing(rt, deque, LEAST_CAPACITY);
  rt.sp = root;
  return deque;
}

/** Slot of item `index`, 0 <= index < length. */
export function itemSlot(_rt: Runtime, deque: Address, index: number): Address {
  let place = M[deque + HEAD] + index;
  if (place >= M[deque + CAPACITY]) place -= M[deque + CAPACITY];
  return M[deque + RING] + 2 * place;
}

/** Moves the items to a ring of `capacity`, the first item to its start. */
function resizeRing(rt: Runtime, deque: Address, capacity: number): void {
  if (capacity > MOST_ITEMS) rt.outOfMemory(8 * MOST_ITEMS);
  const old = M[deque + RING];
  const ring = rt.newBuffer(8 * capacity);
  const length = M[deque + LENGTH];
  for (let index = 0; index < length; index++) {
    M[ring + 2 * index] = M[itemSlot(rt, deque, index)];
    M[ring + 2 * index + 1] = 0;
  }
  const oldBytes = 8 * M[deque + CAPACITY];
  M[deque + RING] = ring;
  M[deque + CAPACITY] = capacity;
  M[deque + HEAD] = 0;
  if (old !== 0) rt.heap.freeBuffer(old, oldBytes);
}

function put(rt: Runtime, deque: Address, slot: Address, value: Address): void {
  M[slot + 1] = 0;
  rt.heap.store(deque, slot, value);
}

/** Appends an owned reference on the right; beyond maxlen the leftmost item goes. */
export function dequeAppend(rt: Runtime, deque: Address, value: Address): void {
  const length = M[deque + LENGTH];
  if (M[deque + RING] === 0 || length === M[deque + CAPACITY]) {
    const held = rt.push(value);
    resizeRing(rt, deque, Math.max(LEAST_CAPACITY, 2 * length));
    rt.sp = held;
  }
  M[deque + LENGTH] = length + 1;
  put(rt, deque, itemSlot(rt, deque, length), value);
  M[deque + STATE]++;
  if (M[deque + MAXLEN] >= 0 && length + 1 > M[deque + MAXLEN]) rt.release(dequePopLeft(rt, deque));
}

/** Appends an owned reference on the left; beyond maxlen the rightmost item goes. */
export function dequeAppendLeft(rt: Runtime, deque: Address, value: Address): void {
  const length = M[deque + LENGTH];
  if (M[deque + RING] === 0 || length === M[deque + CAPACITY]) {
    const held = rt.push(value);
    resizeRing(rt, deque, Math.max(LEAST_CAPACITY, 2 * length));
    rt.sp = held;
  }
  M[deque + HEAD] = M[deque + HEAD] === 0 ? M[deque + CAPACITY] - 1 : M[deque + HEAD] - 1;
  M[deque + LENGTH] = length + 1;
  M[deque + LEFT] = (M[deque + LEFT] + BLOCK_ITEMS - 1) % BLOCK_ITEMS;
  put(rt, deque, itemSlot(rt, deque, 0), value);
  M[deque + STATE]++;
  if (M[deque + MAXLEN] >= 0 && length + 1 > M[deque + MAXLEN]) rt.release(dequePop(rt, deque));
}

function shrink(rt: Runtime, deque: Address): void {
  const capacity = M[deque + CAPACITY];
  if (capacity > LEAST_CAPACITY && M[deque + LENGTH] < capacity >> 2) resizeRing(rt, deque, capacity >> 1);
}

/** Takes the last item of a deque that is not empty; owned. */
export function dequePop(rt: Runtime, deque: Address): Address {
  const length = M[deque + LENGTH];
  const slot = itemSlot(rt, deque, length - 1);
  const value = M[slot];
  M[slot] = 0;
  M[deque + LENGTH] = length - 1;
  if (length === 1) M[deque + LEFT] = LEFT_OF_EMPTY;
  M[deque + STATE]++;
  shrink(rt, deque);
  return value;
}

/** Takes the first item of a deque that is not empty; owned. */
export function dequePopLeft(rt: Runtime, deque: Address): Address {
  const slot = itemSlot(rt, deque, 0);
  const value = M[slot];
  M[slot] = 0;
  M[deque + HEAD] = M[deque + HEAD] + 1 === M[deque + CAPACITY] ? 0 : M[deque + HEAD] + 1;
  M[deque + LENGTH]--;
  M[deque + LEFT] = M[deque + LENGTH] === 0 ? LEFT_OF_EMPTY : (M[deque + LEFT] + 1) % BLOCK_ITEMS;
  M[deque + STATE]++;
  shrink(rt, deque);
  return value;
}

/** Takes item `index` out, moving the later ones down; owned. */
export function dequeTake(rt: Runtime, deque: Address, index: number): Address {
  const length = M[deque + LENGTH];
  const value = M[itemSlot(rt, deque, index)];
  for (let at = index; at < length - 1; at++) M[itemSlot(rt, deque, at)] = M[itemSlot(rt, deque, at + 1)];
  M[itemSlot(rt, deque, length - 1)] = 0;
  M[deque + LENGTH] = length - 1;
  M[deque + STATE]++;
  shrink(rt, deque);
  return value;
}

/** Turns the deque by `steps` to the right. */
export function dequeRotate(rt: Runtime, deque: Address, steps: number): void {
  const length = M[deque + LENGTH];
  if (length <= 1) return;
  M[deque + STATE]++;
  let turns = steps % length;
  if (turns < 0) turns += length;
  if (turns === 0) return;
  const capacity = M[deque + CAPACITY];
  const ring = M[deque + RING];
  if (turns <= length >> 1) {
    M[deque + LEFT] = (M[deque + LEFT] + length * BLOCK_ITEMS - turns) % BLOCK_ITEMS;
    for (; turns > 0; turns--) {
      const last = itemSlot(rt, deque, length - 1);
      const value = M[last];
      M[last] = 0;
      M[deque + HEAD] = M[deque + HEAD] === 0 ? capacity - 1 : M[deque + HEAD] - 1;
      M[ring + 2 * M[deque + HEAD]] = value;
      M[ring + 2 * M[deque + HEAD] + 1] = 0;
    }
    return;
  }
  M[deque + LEFT] = (M[deque + LEFT] + length - turns) % BLOCK_ITEMS;
  for (let back = length - turns; back > 0; back--) {
    const first = ring + 2 * M[deque + HEAD];
    const value = M[first];
    M[first] = 0;
    M[deque + HEAD] = M[deque + HEAD] + 1 === capacity ? 0 : M[deque + HEAD] + 1;
    const slot = itemSlot(rt, deque, length - 1);
    M[slot] = value;
    M[slot + 1] = 0;
  }
}

/** Empties the deque, then releases what it held, first to last. */
export function dequeClear(rt: Runtime, deque: Address): void {
  const mark = rt.sp;
  const length = M[deque + LENGTH];
  if (length === 0) return;
  for (let index = length - 1; index >= 0; index--) {
    const slot = itemSlot(rt, deque, index);
    rt.push(M[slot]);
    M[slot] = 0;
  }
  M[deque + LENGTH] = 0;
  M[deque + HEAD] = 0;
  M[deque + LEFT] = LEFT_OF_EMPTY;
  M[deque + STATE]++;
  shrink(rt, deque);
  rt.unwind(mark);
}

/** Appends what `iterable` gives; both are rooted by the caller, the deque in stack slot `root`. May run Python. */
export function dequeExtend(rt: Runtime, root: Address, iterable: Address, left: boolean): void {
  const own = iterable === M[root];
  const source = own ? rt.push(dequeCopy(rt, rt.types['deque']!, M[root])) : 0;
  const iterator = rt.push(getIter(rt, own ? M[source] : iterable));
  if (M[M[root] + LENGTH] === 0) M[M[root] + LEFT] = left ? LEFT_OF_EXTENDED_LEFT : LEFT_OF_EXTENDED;
  for (;;) {
    const value = iterNext(rt, M[iterator]);
    if (value === 0) break;
    if (left) dequeAppendLeft(rt, M[root], value);
    else dequeAppend(rt, M[root], value);
  }
  rt.unwind(own ? source : iterator);
}

/** An exact copy of class `info`. */
export function dequeCopy(rt: Runtime, info: TypeInfo, deque: Address): Address {
  const copy = rt.push(newDeque(rt, info, M[deque + MAXLEN]));
  const length = M[deque + LENGTH];
  M[M[copy] + LEFT] = LEFT_OF_EXTENDED;
  for (let index = 0; index < length; index++) dequeAppend(rt, M[copy], rt.retain(M[itemSlot(rt, deque, index)]));
  rt.sp = copy;
  return M[copy];
}

/** Bytes of CPython's blocks for what the deque holds: 64 items and two links each. */
export function dequeBlockBytes(_rt: Runtime, deque: Address): number {
  const blocks = Math.max(1, Math.ceil((M[deque + LEFT] + M[deque + LENGTH]) / BLOCK_ITEMS));
  return blocks * (8 * BLOCK_ITEMS + 16);
}

/** The maxlen argument: -1 for None. */
export function readMaxlen(rt: Runtime, object: Address): number {
  if (object === 0 || object === rt.none) return -1;
  if (!isInt(rt, object)) raiseTypeError(rt, 'an integer is required');
  const value = asSize(rt, object);
  if (value < 0) raise(rt, 'ValueError', 'maxlen must be non-negative');
  return value > MOST_ITEMS ? -1 : value;
}

/**
 * First index from `start` to `stop` whose item equals `value`, or -1. `changed` is raised when a comparison changed the deque. The deque and the value are
 * rooted and nothing moves meanwhile.
 */
export function dequeFind(
  rt: Runtime,
  deque: Address,
  value: Address,
  start: number,
  stop: number,
  changed: () => never,
): number {
  const state = M[deque + STATE];
  for (let index = start; index < stop; index++) {
    const item = rt.push(rt.retain(M[itemSlot(rt, deque, index)]));
    const equal = equals(rt, M[item], value);
    rt.unwind(item);
    if (M[deque + STATE] !== state) changed();
    if (equal) return index;
  }
  return -1;
}
