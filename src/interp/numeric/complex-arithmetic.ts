import { exp } from './exponential.ts';
import { log } from './logarithm.ts';
import { floatPower } from './pow-float.ts';
import { PyValueProblem } from './problem.ts';
import { atan2, cos, sin } from './trigonometry.ts';

/** Arithmetic of complex numbers as CPython's C functions do it, rounding step by step in the same order. A number is a pair of doubles. */
export type Complex = readonly [real: number, imaginary: number];

export function complexMultiply(a: Complex, b: Complex): Complex {
  return [a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]];
}

/** `a / b` by Smith's method. ZeroDivisionError for zero. */
export function complexDivide(a: Complex, b: Complex): Complex {
  const realSize = Math.abs(b[0]);
  const imaginarySize = Math.abs(b[1]);
  if (realSize >= imaginarySize) {
    if (realSize === 0) throw new PyValueProblem('ZeroDivisionError', 'complex division by zero');
    const ratio = b[1] / b[0];
    const denominator = b[0] + b[1] * ratio;
    return [(a[0] + a[1] * ratio) / denominator, (a[1] - a[0] * ratio) / denominator];
  }
  if (imaginarySize >= realSize) {
    const ratio = b[0] / b[1];
    const denominator = b[0] * ratio + b[1];
    return [(a[0] * ratio + a[1]) / denominator, (a[1] * ratio - a[0]) / denominator];
  }
  return [NaN, NaN];
}

/** Below this share of the larger leg the smaller one is lost in rounding. */
const NEGLIGIBLE = 2 ** -54;

/** Legs beyond these bounds are scaled, lest their squares overflow or vanish. */
const LARGE = 2 ** 511;
const TINY = 2 ** -459;
const SCALE = 2 ** -600;

/**
 * The C library's hypot, which abs(complex) calls: a square root with one correction step (Borges, "An Improved Algorithm for hypot(a,b)"). Not always the
 * nearest double, unlike math.hypot.
 */
export function hypotenuse(x: number, y: number): number {
  const long = Math.max(Math.abs(x), Math.abs(y));
  const short = Math.min(Math.abs(x), Math.abs(y));
  if (short <= long * NEGLIGIBLE) return long + short;
  if (long > LARGE) return corrected(long * SCALE, short * SCALE) / SCALE;
  if (short < TINY) return corrected(long / SCALE, short / SCALE) * SCALE;
  return corrected(long, short);
}

function corrected(long: number, short: number): number {
  const root = Math.sqrt(long * long + short * short);
  if (root <= 2 * short) {
    const delta = root - short;
    return root - (long * (2 * delta - long) + (delta - 2 * (long - short)) * delta) / (2 * root);
  }
  const delta = root - long;
  return root - (2 * delta * (long - 2 * short) + ((4 * delta - short) * short + delta * delta)) / (2 * root);
}

/** abs(z). OverflowError when finite parts give an infinite size. */
export function complexAbsolute(z: Complex): number {
  if (!Number.isFinite(z[0]) || !Number.isFinite(z[1])) {
    return Math.abs(z[0]) === Infinity || Math.abs(z[1]) === Infinity ? Infinity : NaN;
  }
  const size = hypotenuse(z[0], z[1]);
  if (size === Infinity) throw new PyValueProblem('OverflowError', 'absolute value too large');
  return size;
}

/** `base ** exponent`: whole real exponents up to 100 by repeated multiplication, all others through polar coordinates. */
export function complexPower(base: Complex, exponent: Complex): Complex {
  const [real, imaginary] = exponent;
  let result: Complex;
  if (imaginary === 0 && Number.isInteger(real) && Math.abs(real) <= 100) {
    result = real > 0 ? wholePower(base, real) : inverse(base, -real);
  } else result = polarPower(base, exponent);
  if (Math.abs(result[0]) === Infinity || Math.abs(result[1]) === Infinity) {
    throw new PyValueProblem('OverflowError', 'complex exponentiation');
  }
  return result;
}

function inverse(base: Complex, count: number): Complex {
  const power = wholePower(base, count);
  if (power[0] === 0 && power[1] === 0) throw zeroToPower();
  return complexDivide([1, 0], power);
}

function wholePower(base: Complex, count: number): Complex {
  let result: Complex = [1, 0];
  let square = base;
  for (let mask = 1; count >= mask; mask <<= 1) {
    if ((count & mask) !== 0) result = complexMultiply(result, square);
    square = complexMultiply(square, square);
  }
  return result;
}

function zeroToPower(): PyValueProblem {
  return new PyValueProblem('ZeroDivisionError', '0.0 to a negative or complex power');
}

function polarPower(base: Complex, exponent: Complex): Complex {
  if (exponent[0] === 0 && exponent[1] === 0) return [1, 0];
  if (base[0] === 0 && base[1] === 0) {
    if (exponent[1] !== 0 || exponent[0] < 0) throw zeroToPower();
    return [0, 0];
  }
  const size = hypotenuse(base[0], base[1]);
  let length = unboundedPower(size, exponent[0]);
  const angle = atan2(base[1], base[0]);
  let phase = angle * exponent[0];
  if (exponent[1] !== 0) {
    length /= exp(angle * exponent[1]);
    phase += exponent[1] * log(size);
  }
  // The C library's sine of infinity is a domain error, which CPython takes for a division by zero.
  if (Math.abs(phase) === Infinity) throw zeroToPower();
  return [length * cos(phase), length * sin(phase)];
}

/** A power of a size > 0, infinite where it is out of range. */
function unboundedPower(size: number, exponent: number): number {
  try {
    return floatPower(size, exponent) ?? NaN;
  } catch (error) {
    if (error instanceof PyValueProblem && error.kind === 'OverflowError') return Infinity;
    throw error;
  }
}
