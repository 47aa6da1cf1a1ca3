import {
  binaryExponent,
  copySign,
  decompose,
  doubleBits,
  doubleOfBits,
  roundedDouble,
  scaleByPowerOfTwo,
  signBit,
} from './double-bits.ts';
import { PyValueProblem } from './problem.ts';

/** The functions of the math module that take floats apart, step between neighbours, or compute exactly and round once. */

function domainProblem(): PyValueProblem {
  return new PyValueProblem('ValueError', 'math domain error');
}

/** math.frexp(x): a mantissa in [0.5, 1) and an exponent. */
export function frexp(x: number): readonly [mantissa: number, exponent: number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  const exponent = binaryExponent(x) + 1;
  return [scaleByPowerOfTwo(x, -exponent), exponent];
}

/** math.ldexp(x, exponent). OverflowError out of range. */
export function ldexp(x: number, exponent: bigint | number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const steps = Math.max(-5000, Math.min(5000, Number(exponent)));
  const result = scaleByPowerOfTwo(x, steps);
  if (!Number.isFinite(result)) throw new PyValueProblem('OverflowError', 'math range error');
  return result;
}

/** math.modf(x): fraction and whole part, both with the sign of x. */
export function modf(x: number): readonly [fraction: number, whole: number] {
  if (!Number.isFinite(x)) return [Number.isNaN(x) ? x : copySign(0, x), x];
  const whole = Math.trunc(x);
  return [copySign(x - whole, x), whole];
}

/** math.fmod(x, y): the remainder with the sign of x. */
export function fmod(x: number, y: number): number {
  const result = x % y;
  if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) throw domainProblem();
  return result;
}

/** math.remainder(x, y): the distance from the nearest multiple of y, ties to even. */
export function ieeeRemainder(x: number, y: number): number {
  if (Number.isNaN(x)) return x;
  if (Number.isNaN(y)) return y;
  if (!Number.isFinite(x) || y === 0) throw domainProblem();
  if (!Number.isFinite(y)) return x;
  const size = Math.abs(x);
  const unit = Math.abs(y);
  const rest = size % unit;
  const other = unit - rest;
  // On a tie the even multiple is the one that twice the unit also has.
  const nearest = rest < other ? rest : rest > other ? -other : rest - 2 * ((0.5 * (size - rest)) % unit);
  return signBit(x) ? -nearest : nearest;
}

const POSITIVE_INFINITY_BITS = 0x7ff0000000000000n;
const SIGN = 1n << 63n;

/** Doubles in order as integers: 0 for both zeros, neighbours one apart. */
function orderOf(x: number): bigint {
  const bits = doubleBits(x);
  return bits >= SIGN ? SIGN - bits : bits;
}

function doubleOfOrder(order: bigint): number {
  return order < 0n ? doubleOfBits(SIGN - order) : doubleOfBits(order);
}

/** math.nextafter(x, y, steps): the float `steps` away from x towards y, and y at the latest; without steps the neighbour. */
export function nextAfter(x: number, y: number, steps?: bigint): number {
  if (steps !== undefined && steps < 0n) throw new PyValueProblem('ValueError', 'steps must be a non-negative integer');
  if (steps === 0n) return x;
  if (Number.isNaN(x)) return x;
  if (Number.isNaN(y)) return y;
  const from = orderOf(x);
  const to = orderOf(y);
  if (from === to) return y;
  const distance = to > from ? to - from : from - to;
  if (steps !== undefined && steps >= distance) return y;
  const order = to > from ? from + (steps ?? 1n) : from - (steps ?? 1n);
  // A zero that is reached from below is negative.
  return order === 0n && from < 0n ? -0 : doubleOfOrder(order);
}

/** math.ulp(x): the value of the least significant bit. */
export function unitInLastPlace(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size === Infinity) return Infinity;
  const bits = doubleBits(size);
  if (bits + 1n === POSITIVE_INFINITY_BITS) return size - doubleOfBits(bits - 1n);
  return doubleOfBits(bits + 1n) - size;
}

/** math.fma(x, y, z): x * y + z, rounded once. ValueError for invalid operations, OverflowError out of range. */
export function fusedMultiplyAdd(x: number, y: number, z: number): number {
  // The product of finite factors is finite here, also where it would overflow alone.
  if (Number.isFinite(x) && Number.isFinite(y) && !Number.isFinite(z)) return z;
  const plain = x * y + z;
  if (![x, y, z].every(Number.isFinite)) {
    const invalid = Number.isNaN(plain) && ![x, y, z].some(Number.isNaN);
    if (invalid) throw new PyValueProblem('ValueError', 'invalid operation in fma');
    return plain;
  }
  if (x === 0 || y === 0) return plain;
  const left = decompose(x);
  const right = decompose(y);
  const added = decompose(z);
  const unit = left.exponent + right.exponent;
  const least = z === 0 ? unit : Math.min(unit, added.exponent);
  const product = (left.mantissa * right.mantissa) << BigInt(unit - least);
  const sum = z === 0 ? product : product + (added.mantissa << BigInt(added.exponent - least));
  if (sum === 0n) return 0;
  const result = roundedDouble(sum < 0n ? -sum : sum, least);
  if (result === Infinity) throw new PyValueProblem('OverflowError', 'overflow in fma');
  return sum < 0n ? -result : result;
}

/** math.isclose(a, b, rel_tol=..., abs_tol=...) */
export function isClose(a: number, b: number, relative = 1e-9, absolute = 0): boolean {
  if (relative < 0 || absolute < 0) throw new PyValueProblem('ValueError', 'tolerances must be non-negative');
  if (a === b) return true;
  if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) return false;
  const difference = Math.abs(b - a);
  return difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute;
}
