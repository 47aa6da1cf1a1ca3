import { decompose } from './double-bits.ts';
import { PyValueProblem } from './problem.ts';

/** float(int), rounded half to even. OverflowError past the largest double. */
export function intToFloat(value: bigint): number {
  const result = Number(value);
  if (result === Infinity || result === -Infinity) {
    throw new PyValueProblem('OverflowError', 'int too large to convert to float');
  }
  return result;
}

/** int(float), towards zero. OverflowError for infinities, ValueError for nan. */
export function floatToInt(value: number): bigint {
  if (Number.isFinite(value)) return BigInt(Math.trunc(value));
  throw Number.isNaN(value)
    ? new PyValueProblem('ValueError', 'cannot convert float NaN to integer')
    : new PyValueProblem('OverflowError', 'cannot convert float infinity to integer');
}

/** float.as_integer_ratio(): in lowest terms, the denominator a power of two. */
export function integerRatio(value: number): readonly [numerator: bigint, denominator: bigint] {
  if (Number.isNaN(value)) throw new PyValueProblem('ValueError', 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) throw new PyValueProblem('OverflowError', 'cannot convert Infinity to integer ratio');
  let { mantissa, exponent } = decompose(value);
  if (mantissa === 0n) return [0n, 1n];
  while (exponent < 0 && (mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent += 1;
  }
  return exponent >= 0 ? [mantissa << BigInt(exponent), 1n] : [mantissa, 1n << BigInt(-exponent)];
}

/**
 * Exact comparison of an int with a float: negative, zero or positive; nan when the float is one (so that <, == and > with 0
 * are all false).
 */
export function compareIntToFloat(left: bigint, right: number): number {
  if (Number.isNaN(right)) return NaN;
  // The host compares a bigint with a number by mathematical value.
  return left < right ? -1 : left > right ? 1 : 0;
}
