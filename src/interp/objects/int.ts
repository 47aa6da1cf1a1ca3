/**
 * Python ints (CPython: PyLongObject, 28 bytes up to 30 bits, then 4 bytes for each further 30-bit digit; blocks of 32 up).
 *
 * ```
 *  kind int   word 6: the value as int32         (a value of 30 bits or more has two digits and 32 bytes by CPython's count)
 *  kind long  word 4: lv_tag = digits << 3 | sign (0 positive, 2 negative); words 6..: 30-bit digits, least first
 * ```
 * Every int that fits 32 bits is of kind int, every other one of kind long: the representation is canonical, so kinds decide
 * equality quickly. -5..256 are the immortal cache.
 */

import { FLAGS, REFCOUNT, REP, TYPE } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { KIND } from './kinds.ts';

const M = WORDS;

export const INT_VALUE = 6;
export const LONG_TAG = 4;
export const LONG_DIGITS = 6;
const DIGIT_BITS = 30n;
const DIGIT_MASK = (1n << DIGIT_BITS) - 1n;

export const SMALL_MIN = -5;
export const SMALL_MAX = 256;
/** Words between two cached small ints. */
const SMALL_STRIDE = 8;

const K_INT = KIND.int;
const K_LONG = KIND.long;
const K_BOOL = KIND.bool;

/** int from an int32. */
export function newInt32(rt: Runtime, value: number): Address {
  if (value >= SMALL_MIN && value <= SMALL_MAX) return rt.smallInts + (value - SMALL_MIN) * SMALL_STRIDE;
  const object = rt.heap.allocate(value < 1073741824 && value > -1073741824 ? 28 : 32, 0);
  if (object === 0) rt.outOfMemory(32);
  const info = rt.intInfo;
  M[object + REFCOUNT] = 1;
  M[object + FLAGS] = 0;
  M[object + TYPE] = info.address;
  M[object + REP] = info.rep;
  M[object + INT_VALUE] = value;
  return object;
}

/** int from an integral double of any size (exact). */
export function newInt(rt: Runtime, value: number): Address {
  if ((value | 0) === value) return newInt32(rt, value);
  if (Number.isSafeInteger(value)) {
    const magnitude = Math.abs(value);
    const high = Math.floor(magnitude / 1073741824);
    const low = magnitude - high * 1073741824;
    const object = newLong(rt, 2, value < 0);
    M[object + LONG_DIGITS] = low;
    M[object + LONG_DIGITS + 1] = high;
    return object;
  }
  return newBigInt(rt, BigInt(value));
}

function newLong(rt: Runtime, digits: number, negative: boolean): Address {
  const info = rt.intInfo;
  const object = rt.newPlain(info, (info.rep & ~0xff) | K_LONG, 24 + 4 * digits);
  M[object + LONG_TAG] = (digits << 3) | (negative ? 2 : 0);
  M[object + LONG_TAG + 1] = 0;
  return object;
}

/** int from a bigint. */
export function newBigInt(rt: Runtime, value: bigint): Address {
  if (value >= -2147483648n && value <= 2147483647n) return newInt32(rt, Number(value));
  const negative = value < 0n;
  let rest = negative ? -value : value;
  if (rest <= 0xfffffffffffffffn) {
    const object = newLong(rt, 2, negative);
    M[object + LONG_DIGITS] = Number(rest & DIGIT_MASK);
    M[object + LONG_DIGITS + 1] = Number(rest >> DIGIT_BITS);
    return object;
  }
  const hex = rest.toString(16);
  const bits = (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex[0]!, 16)));
  const digits = Math.ceil(bits / 30);
  const object = newLong(rt, digits, negative);
  if (digits < 16) {
    for (let index = 0; index < digits; index++) {
      M[object + LONG_DIGITS + index] = Number(rest & DIGIT_MASK);
      rest >>= DIGIT_BITS;
    }
    return object;
  }
  // Long values go through 32-bit words, which the host turns from and into text at once: linear instead of quadratic.
  const words = Math.ceil(hex.length / 8);
  const bytes = wordBytes(words);
  bytes.write(hex.padStart(words * 8, '0'), 0, 'hex');
  for (let digit = 0; digit < digits; digit++) {
    const index = (digit * 30) >>> 5;
    const shift = (digit * 30) & 31;
    const low = bytes.readInt32BE((words - 1 - index) * 4) >>> shift;
    const above = shift > 2 && index + 1 < words ? bytes.readInt32BE((words - 2 - index) * 4) << (32 - shift) : 0;
    M[object + LONG_DIGITS + digit] = (low | above) & 0x3fffffff;
  }
  return object;
}

/** Room for 32-bit words on the way between digits and bigints, the highest word first. */
let wordScratch = Buffer.alloc(1024);

function wordBytes(words: number): Buffer {
  if (wordScratch.length < words * 4) wordScratch = Buffer.alloc(words * 8);
  return wordScratch;
}

/** The bigint of `count` digits from the word `start` on. */
function digitsToBigInt(start: number, count: number): bigint {
  const words = Math.ceil((count * 30) / 32);
  const bytes = wordBytes(words);
  for (let word = 0; word < words; word++) {
    const index = Math.floor((word * 32) / 30);
    const shift = word * 32 - index * 30;
    let bits = M[start + index] >>> shift;
    if (index + 1 < count) bits |= M[start + index + 1] << (30 - shift);
    // A word that begins high in its digit reaches into a third one.
    if (shift > 28 && index + 2 < count) bits |= M[start + index + 2] << (60 - shift);
    bytes.writeInt32BE(bits | 0, (words - 1 - word) * 4);
  }
  return BigInt(`0x${bytes.toString('hex', 0, words * 4)}`);
}

/** The value of any int or bool (subclasses too) as a bigint. */
export function intToBigInt(_rt: Runtime, object: Address): bigint {
  if ((M[object + REP] & 0xff) !== K_LONG) return BigInt(M[object + INT_VALUE]);
  const tag = M[object + LONG_TAG];
  const digits = tag >>> 3;
  let value: bigint;
  if (digits <= 2) {
    value = (BigInt(M[object + LONG_DIGITS + 1]) << DIGIT_BITS) | BigInt(M[object + LONG_DIGITS]);
  } else if (digits < 16) {
    value = 0n;
    for (let index = digits - 1; index >= 0; index--) value = (value << DIGIT_BITS) | BigInt(M[object + LONG_DIGITS + index]);
  } else {
    value = digitsToBigInt(object + LONG_DIGITS, digits);
  }
  return (tag & 3) === 2 ? -value : value;
}

/** The value as a double: exact up to 2^53, else NaN (ask intToBigInt). */
export function intToSafeNumber(_rt: Runtime, object: Address): number {
  if ((M[object + REP] & 0xff) !== K_LONG) return M[object + INT_VALUE];
  const tag = M[object + LONG_TAG];
  if (tag >>> 3 !== 2) return Number.NaN;
  const magnitude = M[object + LONG_DIGITS + 1] * 1073741824 + M[object + LONG_DIGITS];
  if (magnitude > 9007199254740991) return Number.NaN;
  return (tag & 3) === 2 ? -magnitude : magnitude;
}

/** Is it an int, bool or an instance of a subclass? */
export function isInt(_rt: Runtime, object: Address): boolean {
  const kind = M[object + REP] & 0xff;
  return kind === K_INT || kind === K_LONG || kind === K_BOOL;
}

export function intIsZero(_rt: Runtime, object: Address): boolean {
  return (M[object + REP] & 0xff) !== K_LONG && M[object + INT_VALUE] === 0;
}

export function intIsNegative(_rt: Runtime, object: Address): boolean {
  if ((M[object + REP] & 0xff) === K_LONG) return (M[object + LONG_TAG] & 3) === 2;
  return M[object + INT_VALUE] < 0;
}

/** Bytes by CPython's count (sys.getsizeof): 28 for zero and one digit, 4 more for each further digit. */
export function intBytes(_rt: Runtime, object: Address): number {
  if ((M[object + REP] & 0xff) === K_LONG) return 24 + 4 * (M[object + LONG_TAG] >>> 3);
  const value = M[object + INT_VALUE];
  return value < 1073741824 && value > -1073741824 ? 28 : 32;
}
