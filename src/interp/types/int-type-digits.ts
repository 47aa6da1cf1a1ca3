/**
 * Arithmetic on ints past the double-safe range, digit by digit (30 bits each, least first), straight between simulated objects: what costs time linear
 * in the digits never goes through a bigint. Products of two long numbers and divisions by long ones do.
 */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { INT_VALUE, LONG_DIGITS, LONG_TAG, newInt32 } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import type { Runtime } from '../runtime/runtime.ts';

const M = WORDS;

const K_LONG = KIND.long;
const BASE = 1073741824;
const MASK = 0x3fffffff;
const INVERSE_BASE = 1 / BASE;
const HALF = 32768;
const INVERSE_HALF = 1 / HALF;

/** A number taken apart: `count` digits (0 for zero) and a sign. */
class Digits {
  digits = new Int32Array(64);
  count = 0;
  negative = false;

  reserve(count: number): void {
    if (this.digits.length < count) this.digits = new Int32Array(count * 2);
  }

  /** Takes an int object apart. */
  load(_rt: Runtime, object: Address): void {
    if ((M[object + REP] & 0xff) === K_LONG) {
      const tag = M[object + LONG_TAG];
      const count = tag >>> 3;
      this.reserve(count);
      const digits = this.digits;
      for (let index = 0; index < count; index++) digits[index] = M[object + LONG_DIGITS + index];
      this.count = count;
      this.negative = (tag & 3) === 2;
      return;
    }
    const value = M[object + INT_VALUE];
    const magnitude = Math.abs(value);
    this.negative = value < 0;
    this.digits[0] = magnitude & MASK;
    this.digits[1] = Math.floor(magnitude * INVERSE_BASE);
    this.count = magnitude === 0 ? 0 : magnitude < BASE ? 1 : 2;
  }

  trim(count: number): void {
    let top = count;
    while (top > 0 && this.digits[top - 1] === 0) top--;
    this.count = top;
  }

  /** The int object of this number. */
  store(rt: Runtime): Address {
    const { count, digits } = this;
    if (count === 0) return newInt32(rt, 0);
    if (count === 1) return newInt32(rt, this.negative ? -digits[0]! : digits[0]!);
    if (count === 2 && digits[1]! < 2) return newInt32(rt, (this.negative ? -1 : 1) * (digits[0]! + BASE));
    if (count === 2 && digits[1] === 2 && digits[0] === 0 && this.negative) return newInt32(rt, -2147483648);
    const info = rt.intInfo;
    const object = rt.newPlain(info, (info.rep & ~0xff) | K_LONG, 24 + 4 * count);
    M[object + LONG_TAG] = (count << 3) | (this.negative ? 2 : 0);
    M[object + LONG_TAG + 1] = 0;
    const start = object + LONG_DIGITS;
    for (let index = 0; index < count; index++) M[start + index] = digits[index]!;
    return object;
  }
}

const A = new Digits();
const B = new Digits();
const R = new Digits();

/** Digits where they lie: in an object (then `source` is the machine's memory) or, for an int32, in a few words of its own. */
class Operand {
  source: Int32Array;
  start = 0;
  count = 0;
  negative = false;
  private readonly own = new Int32Array(2);

  constructor() {
    this.source = this.own;
  }

  point(_rt: Runtime, object: Address): void {
    if ((M[object + REP] & 0xff) === K_LONG) {
      const tag = M[object + LONG_TAG];
      this.source = M;
      this.start = object + LONG_DIGITS;
      this.count = tag >>> 3;
      this.negative = (tag & 3) === 2;
      return;
    }
    const value = M[object + INT_VALUE];
    const magnitude = Math.abs(value);
    this.source = this.own;
    this.start = 0;
    this.own[0] = magnitude & MASK;
    this.own[1] = Math.floor(magnitude * INVERSE_BASE);
    this.count = magnitude === 0 ? 0 : magnitude < BASE ? 1 : 2;
    this.negative = value < 0;
  }
}

const X = new Operand();
const Y = new Operand();

function compareMagnitudes(): number {
  if (X.count !== Y.count) return X.count - Y.count;
  const a = X.source;
  const b = Y.source;
  for (let index = X.count - 1; index >= 0; index--) {
    const difference = a[X.start + index]! - b[Y.start + index]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** R = long + short, where long has no fewer digits. */
function addMagnitudes(long: Operand, short: Operand): void {
  const count = long.count;
  const shared = short.count;
  R.reserve(count + 1);
  const out = R.digits;
  const a = long.source;
  const b = short.source;
  let at = long.start;
  let bt = short.start;
  let carry = 0;
  let index = 0;
  for (; index < shared; index++) {
    carry += a[at++]! + b[bt++]!;
    out[index] = carry & MASK;
    carry >>>= 30;
  }
  for (; index < count; index++) {
    carry += a[at++]!;
    out[index] = carry & MASK;
    carry >>>= 30;
  }
  out[index] = carry;
  R.trim(index + 1);
}

/** R = x - y for |x| >= |y|. */
function subtractMagnitudes(x: Operand, y: Operand): void {
  const count = x.count;
  const shared = y.count;
  R.reserve(count);
  const out = R.digits;
  const a = x.source;
  const b = y.source;
  let at = x.start;
  let bt = y.start;
  let borrow = 0;
  let index = 0;
  for (; index < shared; index++) {
    borrow = a[at++]! - b[bt++]! - borrow;
    out[index] = borrow & MASK;
    borrow = (borrow >>> 31) & 1;
  }
  for (; index < count; index++) {
    borrow = a[at++]! - borrow;
    out[index] = borrow & MASK;
    borrow = (borrow >>> 31) & 1;
  }
  R.trim(index);
}

/** left + right, or left - right when `minus`. */
export function addLong(rt: Runtime, left: Address, right: Address, minus: boolean): Address {
  X.point(rt, left);
  Y.point(rt, right);
  const rightNegative = Y.negative !== minus;
  if (X.negative === rightNegative) {
    if (X.count >= Y.count) addMagnitudes(X, Y);
    else addMagnitudes(Y, X);
    R.negative = X.negative;
  } else if (compareMagnitudes() >= 0) {
    subtractMagnitudes(X, Y);
    R.negative = X.negative;
  } else {
    subtractMagnitudes(Y, X);
    R.negative = rightNegative;
  }
  return R.store(rt);
}

/** The product of two int32 numbers of any size, as an int object. */
export function multiplyWords(rt: Runtime, left: number, right: number): Address {
  const x = Math.abs(left);
  const y = Math.abs(right);
  const upper = x * (y >>> 15);
  const upperTop = Math.floor(upper * INVERSE_HALF);
  const rest = (upper - upperTop * HALF) * HALF + x * (y & 0x7fff);
  const carry = Math.floor(rest * INVERSE_BASE);
  const top = upperTop + carry;
  const third = Math.floor(top * INVERSE_BASE);
  const out = R.digits;
  out[0] = rest - carry * BASE;
  out[1] = top - third * BASE;
  out[2] = third;
  R.negative = left < 0 !== right < 0;
  R.trim(3);
  return R.store(rt);
}

/** left * right by the school method; 0 when both are so long that a bigint is quicker. */
export function multiplyLong(rt: Runtime, left: Address, right: Address): Address {
  X.point(rt, left);
  Y.point(rt, right);
  const x = X.count >= Y.count ? X : Y;
  const y = x === X ? Y : X;
  if (y.count > 16) return 0;
  const length = x.count;
  const count = length + y.count;
  R.reserve(count);
  const out = R.digits;
  for (let index = 0; index < count; index++) out[index] = 0;
  const a = x.source;
  const start = x.start;
  for (let j = 0; j < y.count; j++) {
    const digit = y.source[y.start + j]!;
    const low = digit & 0x7fff;
    const high = digit >>> 15;
    let carry = 0;
    for (let i = 0; i < length; i++) {
      const value = a[start + i]!;
      // value * digit = value * high * 2^15 + value * low, kept below 2^53.
      const upper = value * high;
      const upperTop = Math.floor(upper * INVERSE_HALF);
      const rest = (upper - upperTop * HALF) * HALF + value * low + out[i + j]! + carry;
      const top = Math.floor(rest * INVERSE_BASE);
      out[i + j] = rest - top * BASE;
      carry = upperTop + top;
    }
    out[length + j] = carry;
  }
  R.negative = X.negative !== Y.negative;
  R.trim(count);
  return R.store(rt);
}

/** Divides A by a single digit into R; returns the remainder. */
function divideByDigit(divisor: number): number {
  R.reserve(A.count + 1);
  const out = R.digits;
  const a = A.digits;
  let rest = 0;
  for (let index = A.count - 1; index >= 0; index--) {
    const digit = a[index]!;
    let part = rest * HALF + (digit >>> 15);
    const high = Math.floor(part / divisor);
    part = (part - high * divisor) * HALF + (digit & 0x7fff);
    const low = Math.floor(part / divisor);
    rest = part - low * divisor;
    out[index] = high * HALF + low;
  }
  R.trim(A.count);
  return rest;
}

/** Quotient and remainder of the last floorDivideLong that said true. */
export const divided = { quotient: 0, remainder: 0 };

/**
 * left // right and left % right where the divisor is one digit or a power of two: into `divided` (owned; 0 for the one not wanted). False: use
 * a bigint. The divisor is not zero.
 */
export function floorDivideLong(
  rt: Runtime,
  left: Address,
  right: Address,
  wantQuotient: boolean,
  wantRemainder: boolean,
): boolean {
  B.load(rt, right);
  if (B.count === 1) {
    A.load(rt, left);
    const divisor = B.digits[0]!;
    const negative = A.negative !== B.negative;
    let rest = divideByDigit(divisor);
    if (negative && rest !== 0) {
      rest = divisor - rest;
      if (wantQuotient) {
        // Towards minus infinity: the magnitude grows by one.
        let index = 0;
        while (index < R.count && R.digits[index] === MASK) R.digits[index++] = 0;
        if (index === R.count) {
          R.digits[index] = 1;
          R.count = index + 1;
        } else R.digits[index]!++;
      }
    }
    R.negative = negative;
    divided.quotient = wantQuotient ? R.store(rt) : 0;
    divided.remainder = wantRemainder ? newInt32(rt, B.negative ? -rest : rest) : 0;
    return true;
  }
  if (B.negative) return false;
  const top = B.digits[B.count - 1]!;
  if ((top & (top - 1)) !== 0) return false;
  for (let index = B.count - 2; index >= 0; index--) if (B.digits[index] !== 0) return false;
  if (wantQuotient) return false;
  A.load(rt, left);
  if (A.negative) return false;
  const keep = Math.min(A.count, B.count);
  R.reserve(keep);
  for (let index = 0; index < keep; index++) R.digits[index] = A.digits[index]!;
  if (keep === B.count) R.digits[keep - 1]! &= top - 1;
  R.negative = false;
  R.trim(keep);
  divided.quotient = 0;
  divided.remainder = R.store(rt);
  return true;
}

/** Negative, 0 or positive as left < = > right, for any two ints. */
export function compareInts(_rt: Runtime, left: Address, right: Address): number {
  const leftLong = (M[left + REP] & 0xff) === K_LONG;
  const rightLong = (M[right + REP] & 0xff) === K_LONG;
  if (!leftLong && !rightLong) return M[left + INT_VALUE] - M[right + INT_VALUE];
  const leftTag = leftLong ? M[left + LONG_TAG] : 0;
  const rightTag = rightLong ? M[right + LONG_TAG] : 0;
  const leftSign = (leftTag & 3) === 2 ? -1 : 1;
  const rightSign = (rightTag & 3) === 2 ? -1 : 1;
  if (!rightLong) return leftSign;
  if (!leftLong) return -rightSign;
  if (leftSign !== rightSign) return leftSign;
  const count = leftTag >>> 3;
  if (count !== rightTag >>> 3) return (count - (rightTag >>> 3)) * leftSign;
  for (let index = count - 1; index >= 0; index--) {
    const difference = M[left + LONG_DIGITS + index] - M[right + LONG_DIGITS + index];
    if (difference !== 0) return difference * leftSign;
  }
  return 0;
}

/** left & right (0), | (1) or ^ (2) of two numbers that are not negative; 0 when one is. */
export function bitwiseLong(rt: Runtime, left: Address, right: Address, op: 0 | 1 | 2): Address {
  A.load(rt, left);
  B.load(rt, right);
  if (A.negative || B.negative) return 0;
  const long = A.count >= B.count ? A : B;
  const short = long === A ? B : A;
  R.reserve(long.count);
  const out = R.digits;
  const a = long.digits;
  const b = short.digits;
  const shared = short.count;
  for (let index = 0; index < shared; index++) {
    const x = a[index]!;
    const y = b[index]!;
    out[index] = op === 0 ? x & y : op === 1 ? x | y : x ^ y;
  }
  if (op !== 0) for (let index = shared; index < long.count; index++) out[index] = a[index]!;
  R.negative = false;
  R.trim(op === 0 ? shared : long.count);
  return R.store(rt);
}

/** value << bits. */
export function shiftLeftLong(rt: Runtime, value: Address, bits: number): Address {
  A.load(rt, value);
  const whole = Math.floor(bits / 30);
  const part = bits - whole * 30;
  R.reserve(A.count + whole + 1);
  const out = R.digits;
  for (let index = 0; index < whole; index++) out[index] = 0;
  let carry = 0;
  for (let index = 0; index < A.count; index++) {
    const digit = A.digits[index]!;
    out[whole + index] = ((digit << part) & MASK) | carry;
    carry = part === 0 ? 0 : digit >>> (30 - part);
  }
  out[whole + A.count] = carry;
  R.negative = A.negative;
  R.trim(A.count === 0 ? 0 : whole + A.count + 1);
  return R.store(rt);
}

/** value >> bits for a value that is not negative; 0 when it is. */
export function shiftRightLong(rt: Runtime, value: Address, bits: number): Address {
  A.load(rt, value);
  if (A.negative) return 0;
  const whole = Math.floor(bits / 30);
  const part = bits - whole * 30;
  const count = A.count - whole;
  if (count <= 0) return newInt32(rt, 0);
  R.reserve(count);
  const a = A.digits;
  for (let index = 0; index < count; index++) {
    const above = index + 1 < count ? a[whole + index + 1]! : 0;
    R.digits[index] = ((a[whole + index]! >>> part) | (part === 0 ? 0 : above << (30 - part))) & MASK;
  }
  R.negative = false;
  R.trim(count);
  return R.store(rt);
}

/** The number of bits of the magnitude. */
export function bitLengthOf(_rt: Runtime, value: Address): number {
  if ((M[value + REP] & 0xff) !== K_LONG) {
    const magnitude = Math.abs(M[value + INT_VALUE]);
    return magnitude === 2147483648 ? 32 : 32 - Math.clz32(magnitude);
  }
  const count = M[value + LONG_TAG] >>> 3;
  return 30 * (count - 1) + 32 - Math.clz32(M[value + LONG_DIGITS + count - 1]);
}

/** A copy of value with the other sign. */
export function negateLong(rt: Runtime, value: Address): Address {
  A.load(rt, value);
  R.reserve(A.count);
  for (let index = 0; index < A.count; index++) R.digits[index] = A.digits[index]!;
  R.negative = !A.negative;
  R.count = A.count;
  return R.store(rt);
}
