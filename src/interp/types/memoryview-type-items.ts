/** Items of a memoryview by their format: one character of the struct module in native mode (CPython: unpack_single, pack_single). */
import { type Address, BYTES } from '../../heap/memory.ts';
import { bytesLike } from '../objects/buffer.ts';
import { isBytes, newBytes } from '../objects/bytes.ts';
import { newFloat } from '../objects/float.ts';
import { newBigInt, newInt, newInt32 } from '../objects/int.ts';
import { raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { asBigInt, asDouble, isTrue } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';

const U8 = BYTES;

/** Bytes of an item of each format that a view may have. */
export const ITEM_BYTES: Readonly<Record<string, number>> = {
  c: 1,
  b: 1,
  B: 1,
  '?': 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 8,
  L: 8,
  q: 8,
  Q: 8,
  n: 8,
  N: 8,
  P: 8,
  e: 2,
  f: 4,
  d: 8,
};

function viewOf(_rt: Runtime, at: number): DataView {
  return new DataView(U8.buffer, at, 8);
}

/** The double of a 16-bit float. */
function halfOf(bits: number): number {
  const sign = (bits & 0x8000) !== 0 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** The host value of the item at a byte address: what comparisons of views look at. */
export function hostItem(rt: Runtime, format: string, at: number): number | bigint | boolean {
  const view = viewOf(rt, at);
  switch (format) {
    case 'c':
    case 'B':
      return U8[at]!;
    case 'b':
      return view.getInt8(0);
    case '?':
      return U8[at] !== 0;
    case 'h':
      return view.getInt16(0, true);
    case 'H':
      return view.getUint16(0, true);
    case 'i':
      return view.getInt32(0, true);
    case 'I':
      return view.getUint32(0, true);
    case 'l':
    case 'q':
    case 'n':
      return view.getBigInt64(0, true);
    case 'L':
    case 'Q':
    case 'N':
    case 'P':
      return view.getBigUint64(0, true);
    case 'e':
      return halfOf(view.getUint16(0, true));
    case 'f':
      return view.getFloat32(0, true);
    default:
      return view.getFloat64(0, true);
  }
}

/** The item at a byte address as an object, owned. */
export function readItem(rt: Runtime, format: string, at: number): Address {
  if (format === 'c') return newBytes(rt, U8.subarray(at, at + 1));
  if (format === 'B') return newInt32(rt, U8[at]!);
  const value = hostItem(rt, format, at);
  if (typeof value === 'bigint') return newBigInt(rt, value);
  if (typeof value === 'boolean') return rt.bool(value);
  return format === 'e' || format === 'f' || format === 'd' ? newFloat(rt, value) : newInt(rt, value);
}

/** Least and greatest value of an int format. */
function rangeOf(format: string): readonly [bigint, bigint] {
  const bits = BigInt(8 * (ITEM_BYTES[format] ?? 1));
  const signed = format === format.toLowerCase();
  return signed ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] : [0n, (1n << bits) - 1n];
}

/** Writes an object into the item at a byte address that `place` gives once the value is known (asking it may run Python). */
export function writeItem(rt: Runtime, format: string, value: Address, place: () => number): void {
  const badType = (): never => raiseTypeError(rt, `memoryview: invalid type for format '${format}'`);
  const badValue = (): never => raiseValueError(rt, `memoryview: invalid value for format '${format}'`);
  if (format === 'c') {
    if (!isBytes(rt, value)) badType();
    const data = bytesLike(rt, value);
    if (data.length !== 1) badValue();
    U8[place()] = data[0]!;
    return;
  }
  if (format === '?') {
    const truth = isTrue(rt, value);
    U8[place()] = truth ? 1 : 0;
    return;
  }
  const info = rt.typeOf(value);
  if (format === 'e' || format === 'f' || format === 'd') {
    if (info.float === null && info.index === null) badType();
    const double = asDouble(rt, value);
    const view = viewOf(rt, place());
    if (format === 'd') view.setFloat64(0, double, true);
    else if (format === 'f') {
      if (Number.isFinite(double) && !Number.isFinite(Math.fround(double))) badValue();
      view.setFloat32(0, double, true);
    } else writeHalf(view, double, badValue);
    return;
  }
  if (info.index === null) badType();
  const number = asBigInt(rt, value);
  const [least, most] = rangeOf(format === 'P' || format === 'N' ? 'Q' : format === 'n' ? 'q' : format);
  if (number < least || number > most) badValue();
  const at = place();
  for (let byte = 0; byte < ITEM_BYTES[format]!; byte++) U8[at + byte] = Number((number >> BigInt(8 * byte)) & 255n);
}

function writeHalf(view: DataView, double: number, refuse: () => never): void {
  const size = Math.abs(double);
  const sign = double < 0 || Object.is(double, -0) ? 0x8000 : 0;
  if (Number.isNaN(double)) view.setUint16(0, 0x7e00, true);
  else if (size === Infinity) view.setUint16(0, sign | 0x7c00, true);
  else {
    const exponent = size === 0 ? -14 : Math.max(-14, Math.floor(Math.log2(size)));
    const scaled = size * 2 ** (10 - exponent);
    const floor = Math.floor(scaled);
    const rest = scaled - floor;
    const rounded = rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
    // Carries from the fraction run into the exponent by themselves.
    const bits = exponent === -14 ? rounded : ((exponent + 15) << 10) + rounded - 1024;
    if (bits >= 0x7c00) refuse();
    view.setUint16(0, sign | bits, true);
  }
}
