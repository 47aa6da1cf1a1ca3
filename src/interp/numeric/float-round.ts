import { fixedText, scaledInteger } from './float-digits.ts';
import { floatToInt } from './number-conversion.ts';
import { PyValueProblem } from './problem.ts';

/** round(float): the nearest integer, ties to even. OverflowError for infinities, ValueError for nan. */
export function roundToInt(value: number): bigint {
  return floatToInt(roundHalfEven(value));
}

/** The nearest whole double, ties to even; keeps the sign of zero. */
export function roundHalfEven(value: number): number {
  if (!(Math.abs(value) < 4503599627370496)) return value;
  const floor = Math.floor(value);
  const distance = value - floor;
  if (distance < 0.5 || (distance === 0.5 && floor % 2 === 0)) return floor === 0 && value < 0 ? -0 : floor;
  return floor + 1 === 0 ? -0 : floor + 1;
}

/**
 * round(value, decimals) for a float: rounds the exact binary value half to even in decimal. `decimals` may be negative.
 * OverflowError when the rounded value is out of range.
 */
export function roundToDecimals(value: number, decimals: number): number {
  if (!Number.isFinite(value) || value === 0 || decimals > 323) return value;
  if (decimals < -308) return value < 0 ? -0 : 0;
  const size = Math.abs(value);
  const rounded = Number(decimals >= 0 ? fixedText(size, decimals) : `${scaledInteger(size, decimals)}e${-decimals}`);
  if (rounded === Infinity) throw new PyValueProblem('OverflowError', 'rounded value too large to represent');
  return value < 0 ? -rounded : rounded;
}

/** round(int, decimals) for negative `decimals`: the nearest multiple of 10**-decimals, ties to even. */
export function roundIntToDecimals(value: bigint, decimals: number): bigint {
  if (decimals >= 0) return value;
  const unit = 10n ** BigInt(-decimals);
  let rest = value % unit;
  if (rest < 0n) rest += unit;
  const floor = value - rest;
  const twice = 2n * rest;
  const up = twice > unit || (twice === unit && (floor / unit) % 2n !== 0n);
  return up ? floor + unit : floor;
}
