/**
 * The bytes behind an object: what CPython's buffer protocol gives. Three kinds have one: bytes, bytearray (array.array has its layout too) and memoryview.
 *
 * ```
 *  bytearray   word 4 length in bytes; 6 buffer or 0; 8 bytes allocated; 10 start within the buffer; 12 exports (live views);
 *              13 format character code of the items that views see, 0 for 'B' (array.array sets it)                   56 bytes
 *  memoryview  word 4 exporter, 0 when released; 6 byte offset of the first item; 8 items in all; 10 stride in bytes;
 *              12 item size; 14 format character code (and 15: '@' in front); 16 1 = read-only; 18 hash, 19 its high half;
 *              20 exports of this view; 22 dimensions (0 or more); 24.. shape; 36 weak references                        168 bytes: 144 and three words of the shape
 * ```
 */
import { REP } from '../../heap/layout.ts';
import { type Address, BYTES, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { bytesData, bytesLength } from './bytes.ts';
import { KIND } from './kinds.ts';

const M = WORDS;
const U8 = BYTES;

export const ARRAY_LENGTH = 4;
export const ARRAY_BUFFER = 6;
export const ARRAY_ALLOCATED = 8;
export const ARRAY_START = 10;
export const ARRAY_EXPORTS = 12;
export const ARRAY_FORMAT = 13;

export const VIEW_OBJECT = 4;
export const VIEW_OFFSET = 6;
export const VIEW_LENGTH = 8;
export const VIEW_STRIDE = 10;
export const VIEW_ITEM_BYTES = 12;
export const VIEW_FORMAT = 14;
export const VIEW_NATIVE = 15;
export const VIEW_READONLY = 16;
export const VIEW_HASH = 18;

export const VIEW_DIMENSIONS = 22;
export const VIEW_SHAPE = 24;
export const VIEW_WEAKLIST = 36;

/** Most dimensions that a view of this layout can have: what is left of its block, one word each. */
export const MOST_DIMENSIONS = 10;

const K_BYTES = KIND.bytes;
const K_BYTEARRAY = KIND.bytearray;
const K_MEMORYVIEW = KIND.memoryview;

/** Is it bytes, a bytearray (or array) or a memoryview? */
export function isBytesLike(_rt: Runtime, object: Address): boolean {
  const kind = M[object + REP] & 0xff;
  return kind === K_BYTES || kind === K_BYTEARRAY || kind === K_MEMORYVIEW;
}

export function isByteArray(_rt: Runtime, object: Address): boolean {
  return (M[object + REP] & 0xff) === K_BYTEARRAY;
}

/** Is it bytes or a bytearray? An array.array, which is laid out like a bytearray, is neither. */
export function isBytesOrByteArray(_rt: Runtime, object: Address): boolean {
  const kind = M[object + REP] & 0xff;
  return kind === K_BYTES || (kind === K_BYTEARRAY && M[object + ARRAY_FORMAT] === 0);
}

/** Byte address of the first byte of bytes or a bytearray. */
export function byteAddress(_rt: Runtime, object: Address): number {
  if ((M[object + REP] & 0xff) === K_BYTES) return bytesData(object);
  return M[object + ARRAY_BUFFER] * 4 + M[object + ARRAY_START];
}

/** Bytes in bytes or a bytearray. */
export function byteCount(_rt: Runtime, object: Address): number {
  return M[object + ARRAY_LENGTH];
}

/** Items × item size of a memoryview. */
export function viewBytes(_rt: Runtime, view: Address): number {
  return M[view + VIEW_LENGTH] * M[view + VIEW_ITEM_BYTES];
}

/** Byte address of the first item of a memoryview that is not released. */
export function viewStart(rt: Runtime, view: Address): number {
  return byteAddress(rt, M[view + VIEW_OBJECT]) + M[view + VIEW_OFFSET];
}

/** Ends a memoryview: its exporter may change size again and is released. */
export function releaseView(rt: Runtime, view: Address): void {
  const exporter = M[view + VIEW_OBJECT];
  if (exporter === 0) return;
  // Under strategies that learn of deaths late the count only says that there have been views: see live-views.ts.
  if ((M[exporter + REP] & 0xff) === K_BYTEARRAY && rt.heap.capabilities.prompt) M[exporter + ARRAY_EXPORTS]--;
  M[view + VIEW_OBJECT] = 0;
  rt.release(exporter);
}

/**
 * The bytes of a bytes-like object, in place: good until it changes or anything is allocated or freed; a memoryview with gaps is copied. A released view
 * gives none.
 */
export function bytesLike(rt: Runtime, object: Address): Uint8Array {
  const kind = M[object + REP] & 0xff;
  if (kind === K_BYTES) return U8.subarray(bytesData(object), bytesData(object) + bytesLength(rt, object));
  if (kind === K_BYTEARRAY) {
    const start = byteAddress(rt, object);
    return U8.subarray(start, start + M[object + ARRAY_LENGTH]);
  }
  if (M[object + VIEW_OBJECT] === 0) return new Uint8Array(0);
  const itemBytes = M[object + VIEW_ITEM_BYTES];
  const stride = M[object + VIEW_STRIDE];
  const total = viewBytes(rt, object);
  const start = viewStart(rt, object);
  if (stride === itemBytes) return U8.subarray(start, start + total);
  const copy = new Uint8Array(total);
  for (let index = 0; index < M[object + VIEW_LENGTH]; index++) {
    for (let byte = 0; byte < itemBytes; byte++) copy[index * itemBytes + byte] = U8[start + index * stride + byte]!;
  }
  return copy;
}
