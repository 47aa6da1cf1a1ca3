/** Python bytes (CPython: PyBytesObject, 33 + n bytes): word 4 length; words 6,7 hash (-1, -1 unknown); bytes from byte 32, one zero behind. */
import { REP } from '../../heap/layout.ts';
import { type Address, BYTES, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { sipHash13 } from '../text/hash.ts';
import { KIND } from './kinds.ts';

const M = WORDS;
const U8 = BYTES;

export const BYTES_LENGTH = 4;
export const BYTES_HASH = 6;
const BYTES_DATA = 32;

/** A bytes block of `length` bytes for the caller to fill. */
export function newBytesBlock(rt: Runtime, length: number): Address {
  const info = rt.bytesInfo;
  const object = rt.newPlain(info, info.rep, 33 + length);
  M[object + BYTES_LENGTH] = length;
  M[object + BYTES_LENGTH + 1] = 0;
  M[object + BYTES_HASH] = -1;
  M[object + BYTES_HASH + 1] = -1;
  U8[object * 4 + BYTES_DATA + length] = 0;
  return object;
}

/** bytes from host bytes; the empty one and single bytes are the immortal ones. */
export function newBytes(rt: Runtime, data: Uint8Array): Address {
  if (data.length === 0) return rt.emptyBytes;
  if (data.length === 1) return rt.byteChars[data[0]!]!;
  const object = newBytesBlock(rt, data.length);
  U8.set(data, object * 4 + BYTES_DATA);
  return object;
}

/** Byte address of the first byte. */
export function bytesData(object: Address): number {
  return object * 4 + BYTES_DATA;
}

export function bytesLength(_rt: Runtime, object: Address): number {
  return M[object + BYTES_LENGTH];
}

/** A view of the contents; good until the next allocation of the same place, so copy what must last. */
export function bytesView(_rt: Runtime, object: Address): Uint8Array {
  return U8.subarray(object * 4 + BYTES_DATA, object * 4 + BYTES_DATA + M[object + BYTES_LENGTH]);
}

export function isBytes(_rt: Runtime, object: Address): boolean {
  return (M[object + REP] & 0xff) === KIND.bytes;
}

const hashOut = new Int32Array(2);

/** Hash of a bytes object into rt.hashLow/hashHigh; cached in the object. */
export function hashBytes(rt: Runtime, object: Address): void {
  if (M[object + BYTES_HASH] === -1 && M[object + BYTES_HASH + 1] === -1) {
    sipHash13(U8, bytesData(object), M[object + BYTES_LENGTH], hashOut);
    M[object + BYTES_HASH] = hashOut[0]!;
    M[object + BYTES_HASH + 1] = hashOut[1]!;
  }
  rt.hashLow = M[object + BYTES_HASH];
  rt.hashHigh = M[object + BYTES_HASH + 1];
}
