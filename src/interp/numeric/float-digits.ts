import { decompose, twosInDouble } from './double-bits.ts';

/**
 * Correctly rounded decimal digits of doubles, ties to even, for any number of digits: what CPython gets from
 * David Gay's dtoa in modes 2 and 3. The host's toFixed and toExponential also round the exact value, but ties go up
 * and 100 digits are the end; so they serve where no tie is possible, and exact bigint arithmetic elsewhere.
 */

/** `digits` is d1d2d3..., the value is d1.d2d3... × 10**exponent. Zero has only zeros and exponent 0. */
export interface DecimalDigits {
  readonly digits: string;
  readonly exponent: number;
}

/** The `count` >= 1 leading digits of a finite `magnitude` >= 0. */
export function significantDigits(magnitude: number, count: number): DecimalDigits {
  if (magnitude === 0) return { digits: '0'.repeat(count), exponent: 0 };
  const text = magnitude.toExponential(Math.min(count - 1, 100));
  const mark = text.indexOf('e');
  const exponent = Number(text.slice(mark + 1));
  const twos = twosInDouble(magnitude);
  // A tie has a half of the last digit's unit 10**q as its last part, so 2 divides it q - 1 times. Rounding may
  // have carried into a new digit: then q is one less.
  const last = exponent - count + 1;
  if (count <= 101 && twos !== last - 1 && twos !== last - 2) {
    return { digits: text.slice(0, 1) + text.slice(2, mark), exponent };
  }
  return exactSignificantDigits(magnitude, count, exponent);
}

function exactSignificantDigits(magnitude: number, count: number, exponentGuess: number): DecimalDigits {
  let exponent = exponentGuess;
  let digits = scaledInteger(magnitude, count - 1 - exponent).toString();
  if (digits.length < count) {
    exponent -= 1;
    digits = scaledInteger(magnitude, count - 1 - exponent).toString();
  }
  if (digits.length > count) {
    exponent += 1;
    digits = digits.slice(0, count);
  }
  return { digits, exponent };
}

/** A finite `magnitude` >= 0 with `decimals` >= 0 digits after the point, as C's `%.nf` writes it. */
export function fixedText(magnitude: number, decimals: number): string {
  const canTie = magnitude !== 0 && twosInDouble(magnitude) === -decimals - 1;
  if (decimals <= 100 && magnitude < 1e21 && !canTie) return magnitude.toFixed(decimals);
  const digits = scaledInteger(magnitude, decimals)
    .toString()
    .padStart(decimals + 1, '0');
  if (decimals === 0) return digits;
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** `magnitude * 10**decimals` rounded half to even. */
export function scaledInteger(magnitude: number, decimals: number): bigint {
  const { mantissa, exponent } = decompose(magnitude);
  let numerator = mantissa;
  let denominator = 1n;
  if (decimals >= 0) numerator *= 10n ** BigInt(decimals);
  else denominator = 10n ** BigInt(-decimals);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  if (twice > denominator || (twice === denominator && (quotient & 1n) === 1n)) return quotient + 1n;
  return quotient;
}

/** The shortest digits that read back as the finite `magnitude` >= 0, and of those the nearest. */
export function shortestDigits(magnitude: number): DecimalDigits {
  const text = magnitude.toExponential();
  const mark = text.indexOf('e');
  const digits = mark === 1 ? text.slice(0, 1) : text.slice(0, 1) + text.slice(2, mark);
  return { digits, exponent: Number(text.slice(mark + 1)) };
}
