/**
 * Python bytearrays (CPython: PyByteArrayObject, 56 bytes and a buffer of its own; the fields are in buffer.ts). The buffer grows by CPython's rule and
 * has one byte more than the contents; bytes deleted at the front leave a gap (ARRAY_START).
 */
import { type Address, BYTES, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { newInstanceOf, trackInstance } from './allocate.ts';
import { ARRAY_ALLOCATED, ARRAY_BUFFER, ARRAY_LENGTH, ARRAY_START, byteAddress } from './buffer.ts';

const M = WORDS;
const U8 = BYTES;

/** An empty bytearray (or instance of a subclass). */
export function newEmptyByteArray(rt: Runtime, info: TypeInfo = rt.bytearrayInfo): Address {
  const array = newInstanceOf(rt, info, info.basicBytes);
  trackInstance(rt, info, array);
  return array;
}

/** A bytearray with a copy of `data`, which may be a view of the heap. */
export function newByteArray(rt: Runtime, data: Uint8Array): Address {
  const array = newEmptyByteArray(rt);
  const length = data.length;
  if (length > 0) {
    rt.push(array);
    const buffer = rt.newBuffer(length + 1);
    rt.sp -= 2;
    M[array + ARRAY_BUFFER] = buffer;
    M[array + ARRAY_ALLOCATED] = length + 1;
    M[array + ARRAY_LENGTH] = length;
    U8.set(data, buffer * 4);
    U8[buffer * 4 + length] = 0;
  }
  return array;
}

/** Sets the length (PyByteArray_Resize). New bytes hold garbage: the caller fills them. The caller has checked for exports. */
export function resizeByteArray(rt: Runtime, array: Address, size: number): void {
  if (size === M[array + ARRAY_LENGTH]) return;
  const allocated = M[array + ARRAY_ALLOCATED];
  const gap = M[array + ARRAY_START];
  let wanted: number;
  if (size + gap + 1 <= allocated) {
    if (size >= allocated >> 1) {
      M[array + ARRAY_LENGTH] = size;
      U8[byteAddress(rt, array) + size] = 0;
      return;
    }
    wanted = size + 1;
  } else wanted = size <= allocated * 1.125 ? size + (size >> 3) + (size < 9 ? 3 : 6) : size + 1;
  const buffer = M[array + ARRAY_BUFFER];
  let moved: Address;
  if (buffer === 0) moved = rt.newBuffer(wanted);
  else if (gap > 0) {
    moved = rt.newBuffer(wanted);
    const from = buffer * 4 + gap;
    U8.copyWithin(moved * 4, from, from + Math.min(size, M[array + ARRAY_LENGTH]));
    rt.heap.freeBuffer(buffer, allocated);
  } else moved = rt.resizeBuffer(buffer, allocated, wanted);
  M[array + ARRAY_BUFFER] = moved;
  M[array + ARRAY_ALLOCATED] = wanted;
  M[array + ARRAY_START] = 0;
  M[array + ARRAY_LENGTH] = size;
  U8[moved * 4 + size] = 0;
}

/** Replaces bytes start..stop by `data`, which is no view of this array. The caller has checked for exports when the length changes. */
export function spliceByteArray(rt: Runtime, array: Address, start: number, stop: number, data: Uint8Array): void {
  const length = M[array + ARRAY_LENGTH];
  const growth = data.length - (stop - start);
  const old = byteAddress(rt, array);
  if (growth < 0) {
    if (start === 0) M[array + ARRAY_START] -= growth;
    else U8.copyWithin(old + start + data.length, old + stop, old + length);
    if (start === 0) M[array + ARRAY_LENGTH] = length + growth;
    resizeByteArray(rt, array, length + growth);
    if (start === 0) shrinkFront(rt, array);
  } else if (growth > 0) {
    resizeByteArray(rt, array, length + growth);
    const grown = byteAddress(rt, array);
    U8.copyWithin(grown + stop + growth, grown + stop, grown + length);
  }
  U8.set(data, byteAddress(rt, array) + start);
}

/** After bytes went from the front: gives memory back when half of the buffer or more is unused, as a shrinking resize does. */
function shrinkFront(rt: Runtime, array: Address): void {
  const size = M[array + ARRAY_LENGTH];
  const allocated = M[array + ARRAY_ALLOCATED];
  if (size >= allocated >> 1) return;
  const buffer = M[array + ARRAY_BUFFER];
  const moved = rt.newBuffer(size + 1);
  const from = buffer * 4 + M[array + ARRAY_START];
  U8.copyWithin(moved * 4, from, from + size);
  rt.heap.freeBuffer(buffer, allocated);
  M[array + ARRAY_BUFFER] = moved;
  M[array + ARRAY_ALLOCATED] = size + 1;
  M[array + ARRAY_START] = 0;
  U8[moved * 4 + size] = 0;
}
