/**
 * Instances of the program's classes and their attributes.
 *
 * ```
 *  pre-header (when the class gives __dict__ or __weakref__):  a - preDict: dict or 0;  a - preDict - 2: weak list
 *  inline values (class without other storage):  word 4: capacity | size << 8 | 1 << 16 (embedded) | valid << 24
 *                                                word 6: capacity values, then capacity bytes of insertion order
 *  __slots__                                     from word info.slotStart, 2 words each
 * ```
 * Inline values follow CPython 3.13 (Include/internal/pycore_dict.h): the class keeps one table of up to 30 attribute names; an instance has
 * a value slot for each, in the order the class first saw them, and a byte array with its own insertion order. Asking for `__dict__` moves the
 * values into a real dict (CPython keeps the dict pointing into the instance; see the split state of dict.ts for what a program sees of that).
 */
import { REP } from '../../heap/layout.ts';
import { type Address, BYTES, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { DICT_SPLIT, dictDelete, dictGetStr, dictSetStr, newDict, SPLIT_ATTACHED, SPLIT_TRACKED } from './dict.ts';
import { REP_FLAG_INLINE, REP_FLAG_PREHEADER } from './kinds.ts';

const M = WORDS;
const U8 = BYTES;

export const INLINE_HEADER = 4;
export const INLINE_VALUES = 6;
export const INLINE_VALID = 1 << 24;
/** Names a class shares among its instances (SHARED_KEYS_MAX_SIZE). */
export const SHARED_KEYS_MAX = 30;

/** Bytes of inline values for `capacity` attributes (_PyInlineValuesSize). */
export function inlineBytes(capacity: number): number {
  return ((capacity + 7) & ~7) + (capacity + 1) * 8;
}

export function inlineCapacity(_rt: Runtime, object: Address): number {
  return M[object + INLINE_HEADER] & 0xff;
}

/** Capacity the next instance of a class gets: names known plus names still free; the free ones shrink with each instance, as in CPython. */
export function nextCapacity(info: TypeInfo): number {
  const shape = info.shape;
  if (shape.usable > 1) shape.usable--;
  return shape.names.length + shape.usable;
}

/** A new instance of class `info` (kind instance): no attributes yet. Tracked. */
export function newInstance(rt: Runtime, info: TypeInfo): Address {
  const rep = info.rep;
  let bytes = info.basicBytes;
  let capacity = 0;
  if ((rep & REP_FLAG_INLINE) !== 0) {
    capacity = nextCapacity(info);
    bytes += inlineBytes(capacity);
  }
  const object = rt.newCollectable(info, rep, bytes, (rep & REP_FLAG_PREHEADER) !== 0 ? 16 : 0);
  if ((rep & REP_FLAG_INLINE) !== 0) {
    M[object + INLINE_HEADER] = capacity | (1 << 16) | INLINE_VALID;
    M[object + INLINE_HEADER + 1] = 0;
    for (let slot = object + INLINE_VALUES, end = slot + 2 * capacity; slot < end; slot += 2) {
      M[slot] = 0;
      M[slot + 1] = 0;
    }
  } else {
    for (let slot = object + 4, end = object + (bytes >> 2); slot < end; slot++) M[slot] = 0;
  }
  rt.heap.track(object);
  if (info.hasDel) rt.heap.registerFinalizable(object);
  return object;
}

/** Slot that holds the object's `__dict__`, or 0 when its class has none. */
export function dictSlot(rt: Runtime, info: TypeInfo, object: Address): Address {
  if (info.dictOffset !== 0) return object + info.dictOffset;
  return info.hasDict ? object - rt.preDict : 0;
}

/** Are the attributes of this object still in inline values? */
export function hasInlineValues(_rt: Runtime, object: Address): boolean {
  return (M[object + REP] & REP_FLAG_INLINE) !== 0 && (M[object + INLINE_HEADER] & INLINE_VALID) !== 0;
}

/** Index of an interned name in the class's shared names, or -1. */
export function sharedIndex(info: TypeInfo, name: Address): number {
  return info.shape.names.indexOf(name);
}

/** Index of a name, added to the shared names if there is room; -1 when the instance must go over to a dict. */
function shareName(rt: Runtime, info: TypeInfo, name: Address): number {
  const shape = info.shape;
  const known = shape.names.indexOf(name);
  if (known >= 0) return known;
  if (shape.usable <= 0 || shape.names.length >= SHARED_KEYS_MAX) return -1;
  shape.usable--;
  shape.names.push(name);
  rt.bumpTypeVersion(info);
  return shape.names.length - 1;
}

/** Byte address of the insertion order array. */
function orderBytes(rt: Runtime, object: Address): number {
  return (object + INLINE_VALUES + 2 * inlineCapacity(rt, object)) * 4;
}

/** Number of attributes held inline. */
export function inlineSize(_rt: Runtime, object: Address): number {
  return (M[object + INLINE_HEADER] >> 8) & 0xff;
}

/** Index of the i-th attribute in insertion order. */
export function inlineOrder(rt: Runtime, object: Address, position: number): number {
  return U8[orderBytes(rt, object) + position]!;
}

/** Value of attribute `name` (interned) from the instance's own storage, borrowed, or 0. */
export function instanceGet(rt: Runtime, info: TypeInfo, object: Address, name: Address): Address {
  if (hasInlineValues(rt, object)) {
    const index = sharedIndex(info, name);
    return index < 0 || index >= inlineCapacity(rt, object) ? 0 : M[object + INLINE_VALUES + 2 * index];
  }
  const slot = dictSlot(rt, info, object);
  if (slot === 0) return 0;
  const dict = M[slot];
  return dict === 0 ? 0 : dictGetStr(rt, dict, name);
}

/** First store into an inline value that is empty: notes the insertion order. `value` is owned by the slot afterwards. */
export function inlineInsert(rt: Runtime, object: Address, index: number, value: Address): void {
  const size = (M[object + INLINE_HEADER] >> 8) & 0xff;
  U8[orderBytes(rt, object) + size] = index;
  M[object + INLINE_HEADER] += 1 << 8;
  rt.heap.store(object, object + INLINE_VALUES + 2 * index, value);
}

/** Sets attribute `name` (interned) in the instance's own storage, retaining the value. false: the class gives no storage. */
export function instanceSet(rt: Runtime, info: TypeInfo, object: Address, name: Address, value: Address): boolean {
  if (hasInlineValues(rt, object)) {
    const index = shareName(rt, info, name);
    if (index >= 0 && index < inlineCapacity(rt, object)) {
      rt.heap.retain(value);
      const slot = object + INLINE_VALUES + 2 * index;
      const old = M[slot];
      if (old === 0) inlineInsert(rt, object, index, value);
      else {
        rt.heap.store(object, slot, value);
        rt.heap.release(old);
      }
      return true;
    }
    materializeDict(rt, info, object);
  }
  const slot = dictSlot(rt, info, object);
  if (slot === 0) return false;
  let dict = M[slot];
  if (dict === 0) {
    dict = newDict(rt);
    rt.heap.store(object, slot, dict);
  }
  // What comes by way of the instance does not make CPython track the dict.
  const state = M[dict + DICT_SPLIT];
  dictSetStr(rt, dict, name, value);
  if (state !== 0 && (M[dict + DICT_SPLIT] & SPLIT_ATTACHED) !== 0) {
    M[dict + DICT_SPLIT] = (M[dict + DICT_SPLIT] & ~SPLIT_TRACKED) | (state & SPLIT_TRACKED);
  }
  return true;
}

/** Deletes attribute `name` from the instance's own storage; false if it is not there. */
export function instanceDelete(rt: Runtime, info: TypeInfo, object: Address, name: Address): boolean {
  if (hasInlineValues(rt, object)) {
    const index = sharedIndex(info, name);
    if (index < 0 || index >= inlineCapacity(rt, object)) return false;
    const slot = object + INLINE_VALUES + 2 * index;
    const old = M[slot];
    if (old === 0) return false;
    M[slot] = 0;
    const order = orderBytes(rt, object);
    const size = inlineSize(rt, object);
    let place = 0;
    while (U8[order + place] !== index) place++;
    for (; place < size - 1; place++) U8[order + place] = U8[order + place + 1]!;
    M[object + INLINE_HEADER] -= 1 << 8;
    rt.heap.release(old);
    return true;
  }
  const slot = dictSlot(rt, info, object);
  if (slot === 0 || M[slot] === 0) return false;
  return dictDelete(rt, M[slot], name);
}

/** The instance's `__dict__`, borrowed, made if need be; 0 when its class gives none. */
export function materializeDict(rt: Runtime, info: TypeInfo, object: Address): Address {
  const slot = dictSlot(rt, info, object);
  if (slot === 0) return 0;
  if (M[slot] !== 0) return M[slot];
  const dict = newDict(rt);
  if (hasInlineValues(rt, object)) {
    // Only where counts say what is garbage: a collector that traces asks every dict for its own values.
    if (rt.heap.capabilities.refcount === 'eager') {
      const { names, usable } = info.shape;
      M[dict + DICT_SPLIT] = Math.min(SHARED_KEYS_MAX, names.length + usable) | SPLIT_ATTACHED | (info.typeIndex << 16);
    }
    try {
      const size = inlineSize(rt, object);
      for (let position = 0; position < size; position++) {
        const index = inlineOrder(rt, object, position);
        dictSetStr(rt, dict, info.shape.names[index]!, M[object + INLINE_VALUES + 2 * index]);
      }
    } catch (thrown) {
      // No memory: the values stay where they are.
      M[dict + DICT_SPLIT] = 0;
      rt.release(dict);
      throw thrown;
    }
    dropInline(rt, object);
  }
  rt.heap.store(object, slot, dict);
  return dict;
}

/** Marks inline values invalid and releases what they hold. */
export function dropInline(rt: Runtime, object: Address): void {
  const capacity = inlineCapacity(rt, object);
  M[object + INLINE_HEADER] = capacity | (1 << 16);
  for (let index = 0; index < capacity; index++) {
    const slot = object + INLINE_VALUES + 2 * index;
    const value = M[slot];
    if (value === 0) continue;
    M[slot] = 0;
    rt.heap.release(value);
  }
}
