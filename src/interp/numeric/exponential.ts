import { fixedExp, fixedLn2, fixedOf, roundedResult } from './big-elementary.ts';
import { powerOfTwo, roundedDouble, scaleByPowerOfTwo } from './double-bits.ts';
import { multiplyPairs, quickTwoSum, tail, twoProduct, twoSum } from './double-double.ts';
import { roundedPair, splitLeading, storePair, TABLE_BITS } from './pair-table.ts';

/**
 * e**x and 2**x, correctly rounded. e**x = 2**m × 2**(j/64) × e**r with |r| <= ln(2)/128: a table for the second factor, a short series
 * for the third, in double-double; about one result in 10,000 is too near to a tie and computed again with bigints.
 */

interface Tables {
  /** 2**(j/64) as pairs. */
  readonly powers: Float64Array;
  /** ln(2)/64 in three parts, of which the first two give exact products with an exponent. */
  readonly stepHigh: number;
  readonly stepMiddle: number;
  readonly stepLow: number;
}

let built: Tables | undefined;

function build(): Tables {
  const ln2 = fixedLn2(TABLE_BITS);
  const powers = new Float64Array(128);
  for (let index = 0; index < 64; index++) {
    storePair(fixedExp((ln2 * BigInt(index)) >> 6n, TABLE_BITS).mantissa, powers, 2 * index);
  }
  const [stepHigh, rest] = splitLeading(ln2 >> 6n, 32);
  const [stepMiddle, last] = splitLeading(rest, 34);
  return { powers, stepHigh, stepMiddle, stepLow: roundedDouble(last, -TABLE_BITS) };
}

/** The exponent that belongs to the last result of `expPair`. */
const scale = new Int32Array(1);

/**
 * e**(x + xLow) as (result + tail[0]) * 2**scale with the result in [1, 2), relative error below 2**-72. |x| < 800, and xLow is small
 * against x.
 */
function expPair(x: number, xLow: number): number {
  built ??= build();
  const { powers, stepHigh, stepMiddle, stepLow } = built;
  const steps = Math.round(x * 92.33248261893104);
  const first = twoSum(x - steps * stepHigh, -steps * stepMiddle);
  const high = quickTwoSum(first, tail[0] + (xLow - steps * stepLow));
  const low = tail[0];
  const square = twoProduct(high, high);
  const squareLow = tail[0];
  const series =
    high * square * (1 / 6 + high * (1 / 24 + high * (1 / 120 + high * (1 / 720 + high * (1 / 5040 + high * (1 / 40320))))));
  const sum = twoSum(high, square / 2);
  const less = quickTwoSum(sum, tail[0] + (low + (squareLow / 2 + high * low) + series));
  const index = 2 * (steps & 63);
  const factor = powers[index];
  const factorLow = powers[index + 1];
  const product = multiplyPairs(factor, factorLow, less, tail[0]);
  const productLow = tail[0];
  const result = twoSum(factor, product);
  scale[0] = steps >> 6;
  return quickTwoSum(result, tail[0] + (factorLow + productLow));
}

/**
 * e**(x + xLow) rounded, when its relative error below `error` lets that be decided and the result is a normal number or too large;
 * undefined otherwise. |x| < 800.
 */
export function roundedExpPair(x: number, xLow: number, error: number): number | undefined {
  const high = expPair(x, xLow);
  const rounded = roundedPair(high, tail[0], error);
  if (rounded === undefined || scale[0] < -1021) return undefined;
  return scale[0] <= 1023
    ? rounded * powerOfTwo(scale[0])
    : rounded * powerOfTwo(1000) * powerOfTwo(Math.min(scale[0] - 1000, 1000));
}

/** e**x; Infinity and 0 out of range. */
export function exp(x: number): number {
  if (!(Math.abs(x) < 746)) return x > 0 ? Infinity : x < 0 ? 0 : NaN;
  if (Math.abs(x) < 2 ** -54) return 1 + x;
  return roundedExpPair(x, 0, 2 ** -68) ?? slowExp((bits) => fixedOf(x, bits));
}

/** 2**x; Infinity and 0 out of range. */
export function exp2(x: number): number {
  if (!(Math.abs(x) < 1100)) return x > 0 ? Infinity : x < 0 ? 0 : NaN;
  if (Number.isInteger(x)) return scaleByPowerOfTwo(1, x);
  if (Math.abs(x) < 2 ** -54) return 1 + x;
  return slowOrFastExp2(x);
}

function slowOrFastExp2(x: number): number {
  // ln(2) = 0.6931471805599453 + 2.3190468138462996e-17
  const product = twoProduct(x, Math.LN2);
  const low = tail[0] + x * 2.3190468138462996e-17;
  return roundedExpPair(product, low, 2 ** -64) ?? slowExp((bits) => (fixedOf(x, bits) * fixedLn2(bits)) >> BigInt(bits));
}

/** e to an exponent that is known to any number of bits. */
export function slowExp(exponent: (bits: number) => bigint): number {
  // The mantissa carries the precision, so the power of two is put on afterwards; a subnormal result rounds only then.
  const { exponent: power } = fixedExp(exponent(240), 240);
  if (power >= -1021) {
    const mantissa = roundedResult((bits) => {
      const found = fixedExp(exponent(bits), bits);
      return found.mantissa << BigInt(Math.max(0, found.exponent - power));
    });
    return scaleByPowerOfTwo(mantissa, power);
  }
  return roundedResult((bits) => {
    const found = fixedExp(exponent(bits), bits);
    return found.mantissa >> BigInt(-found.exponent);
  }, 1400);
}
