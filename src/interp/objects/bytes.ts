/** Python bytes (CPython: PyBytesObject, 33 + n bytes): word 4 length; words 6,7 hash (-1, -1 unknown); bytes from byte 32, one zero behind. */
import { REP } from '../../heap/layout.ts';
import type { Address } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { sipHash13 } from '../text/hash.ts';
import { KIND } from './kinds.ts';

export const BYTES_LENGTH = 4;
export const BYTES_HASH = 6;
const BYTES_DATA = 32;

/** A bytes block of `length` bytes for the caller to fill. */
export function newBytesBlock(rt: Runtime, length: number): Address {
  const info = rt.bytesInfo;
  const object = rt.newPlain(info, info.rep, 33 + length);
  const M = rt.M;
  M[object + BYTES_LENGTH] = length;
  M[object + BYTES_LENGTH + 1] = 0;
  M[object + BYTES_HASH] = -1;
  M[object + BYTES_HASH + 1] = -1;
  rt.U8[object * 4 + BYTES_DATA + length] = 0;
  return object;
}

/** bytes from host bytes; the empty one and single bytes are the immortal ones. */
export function newBytes(rt: Runtime, data: Uint8Array): Address {
  if (data.length === 0) return rt.emptyBytes;
  if (data.length === 1) return rt.byteChars[data[0]!]!;
  const object = newBytesBlock(rt, data.length);
  rt.U8.set(data, object * 4 + BYTES_DATA);
  return object;
}

/** Byte address of the first byte. */
export function bytesData(object: Address): number {
  return object * 4 + BYTES_DATA;
}

export function bytesLength(rt: Runtime, object: Address): number {
  return rt.M[object + BYTES_LENGTH];
}

/** A view of the contents; good until the next allocation of the same place, so copy what must last. */
export function bytesView(rt: Runtime, object: Address): Uint8Array {
  return rt.U8.subarray(object * 4 + BYTES_DATA, object * 4 + BYTES_DATA + rt.M[object + BYTES_LENGTH]);
}

export function isBytes(rt: Runtime, object: Address): boolean {
  return (rt.M[object + REP] & 0xff) === KIND.bytes;
}

const hashOut = new Int32Array(2);

/** Hash of a bytes object into rt.hashLow/hashHigh; cached in the object. */
export function hashBytes(rt: Runtime, object: Address): void {
  const M = rt.M;
  if (M[object + BYTES_HASH] === -1 && M[object + BYTES_HASH + 1] === -1) {
    sipHash13(rt.U8, bytesData(object), M[object + BYTES_LENGTH], hashOut);
    M[object + BYTES_HASH] = hashOut[0]!;
    M[object + BYTES_HASH + 1] = hashOut[1]!;
  }
  rt.hashLow = M[object + BYTES_HASH];
  rt.hashHigh = M[object + BYTES_HASH + 1];
}
