import { fixedExp, fixedOf, fixedPi, fixedSquareRoot, roundedResult } from './big-elementary.ts';

/**
 * The error function and its complement, correctly rounded, by the series with positive terms only:
 * erf(x) = 2/sqrt(pi) × e**(-x²) × sum of 2**n x**(2n+1) / (1·3·5···(2n+1)). (Abramowitz and Stegun 7.1.6)
 */
function fixedErf(x: number, bits: number): bigint {
  const wide = bits + 16;
  const unit = BigInt(wide);
  const argument = fixedOf(x, wide);
  const square = (argument * argument) >> unit;
  let term = argument;
  let sum = term;
  for (let odd = 3n; term !== 0n; odd += 2n) {
    term = ((term * square) >> (unit - 1n)) / odd;
    sum += term;
  }
  const { mantissa, exponent } = fixedExp(-square, wide);
  const root = fixedSquareRoot(fixedPi(wide), wide);
  // The sum may be as large as the exponential is small: its power of two comes last.
  return ((2n * sum * mantissa) / root) >> (16n - BigInt(exponent));
}

/** From here on erf(x) is 1 as a double. */
const ERF_IS_ONE = 6;

/** From here on erfc(x) is 0 as a double. */
const ERFC_IS_ZERO = 27.3;

const TWO_BY_ROOT_PI = 1.1283791670955126;

/** math.erf(x) */
export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size < 2 ** -30) return x * TWO_BY_ROOT_PI;
  const value = size >= ERF_IS_ONE ? 1 : roundedResult((bits) => fixedErf(size, bits));
  return x < 0 ? -value : value;
}

/** math.erfc(x): 1 - erf(x) without cancellation. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x >= ERFC_IS_ZERO) return 0;
  if (x <= -ERF_IS_ONE) return 2;
  if (Math.abs(x) < 2 ** -54) return 1;
  // The result has about 1.45 x² zeros after the point.
  const first = 160 + Math.ceil(1.45 * Math.max(0, x) ** 2);
  return roundedResult((bits) => {
    const value = fixedErf(Math.abs(x), bits);
    return (1n << BigInt(bits)) - (x < 0 ? -value : value);
  }, first);
}
