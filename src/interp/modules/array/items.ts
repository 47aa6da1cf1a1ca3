/** Items of array.array by typecode: how they lie in bytes, and what does not fit (CPython: the getitem and setitem functions of Modules/arraymodule.c). */
import { type Address, BYTES } from '../../../heap/memory.ts';
import { isStr, newChar, strAt, strLength } from '../../objects/str.ts';
import { raise, raiseTypeError } from '../../runtime/exceptions.ts';
import { asBigInt, asDouble } from '../../runtime/operators.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { readItem } from '../../types/memoryview-type-items.ts';

const U8 = BYTES;

export const TYPECODES = 'bBuwhHiIlLqQfd';

const SIZES: Readonly<Record<string, number>> = {
  b: 1,
  B: 1,
  u: 4,
  w: 4,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 8,
  L: 8,
  q: 8,
  Q: 8,
  f: 4,
  d: 8,
};

export function sizeOfItem(code: string): number {
  return SIZES[code]!;
}

export const isTextCode = (code: string): boolean => code === 'u' || code === 'w';

/** The item at a byte address; owned. */
export function itemAt(rt: Runtime, code: string, at: number): Address {
  if (!isTextCode(code)) return readItem(rt, code, at);
  const point = (U8[at]! | (U8[at + 1]! << 8) | (U8[at + 2]! << 16) | (U8[at + 3]! << 24)) >>> 0;
  if (point > 0x10ffff) raise(rt, 'ValueError', `character U+${point.toString(16)} is not in range [U+0000; U+10ffff]`);
  return newChar(rt, point);
}

const scratch = new DataView(new ArrayBuffer(8));
const scratchBytes = new Uint8Array(scratch.buffer);

function overflow(rt: Runtime, message: string): never {
  raise(rt, 'OverflowError', message);
}

const LONG_MIN = -(1n << 63n);
const LONG_MAX = (1n << 63n) - 1n;
const ULONG_MAX = (1n << 64n) - 1n;

/** Checks an int by its typecode; each complains in the words of the C conversion it goes through. */
function checkInt(rt: Runtime, code: string, value: bigint): void {
  if (code === 'I' || code === 'L') {
    if (value < 0n) overflow(rt, "can't convert negative value to unsigned int");
    if (value > ULONG_MAX) overflow(rt, 'Python int too large to convert to C unsigned long');
    if (code === 'I' && value > 0xffffffffn) overflow(rt, 'unsigned int is greater than maximum');
    return;
  }
  if (code === 'q') {
    if (value < LONG_MIN || value > LONG_MAX) overflow(rt, 'int too big to convert');
    return;
  }
  if (code === 'Q') {
    if (value < 0n) overflow(rt, "can't convert negative int to unsigned");
    if (value > ULONG_MAX) overflow(rt, 'int too big to convert');
    return;
  }
  if (value < LONG_MIN || value > LONG_MAX) overflow(rt, 'Python int too large to convert to C long');
  if (code === 'l') return;
  const within = (low: bigint, high: bigint, what: string): void => {
    if (value < low) overflow(rt, `${what} is less than minimum`);
    if (value > high) overflow(rt, `${what} is greater than maximum`);
  };
  if (code === 'B') within(0n, 255n, 'unsigned byte integer');
  else if (code === 'i' || code === 'H') {
    within(-0x80000000n, 0x7fffffffn, 'signed integer');
    if (code === 'H') within(0n, 65535n, 'unsigned short');
  } else {
    within(-32768n, 32767n, 'signed short integer');
    if (code === 'b') within(-128n, 127n, 'signed char');
  }
}

/** The bytes of a value as an item: a scratch array that the next call overwrites. May run Python. */
export function itemBytes(rt: Runtime, code: string, value: Address): Uint8Array {
  const size = SIZES[code]!;
  if (isTextCode(code)) {
    if (!isStr(rt, value) || strLength(rt, value) !== 1) raiseTypeError(rt, 'array item must be unicode character');
    scratch.setUint32(0, strAt(rt, value, 0), true);
  } else if (code === 'f') scratch.setFloat32(0, asDouble(rt, value), true);
  else if (code === 'd') scratch.setFloat64(0, asDouble(rt, value), true);
  else {
    const number = asBigInt(rt, value);
    checkInt(rt, code, number);
    scratch.setBigInt64(0, BigInt.asIntN(64, number), true);
  }
  return scratchBytes.subarray(0, size);
}
