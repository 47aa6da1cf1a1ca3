import { copySign } from './double-bits.ts';
import { exp } from './exponential.ts';
import { log } from './logarithm.ts';

/**
 * Hyperbolic functions and their inverses, composed as C libraries compose them (the classic algorithms of FreeBSD's msun) from exp,
 * log, and the host's expm1, log1p, tanh and atanh, which follow the same source; within one unit of the last place.
 */

const OVERFLOW_OF_EXP = 709.782712893384;
const OVERFLOW = 710.4758600739439;

/** e**x - 1 without cancellation near zero. */
export const expm1: (x: number) => number = Math.expm1;

/** log(1 + x) without cancellation near zero. */
export const log1p: (x: number) => number = Math.log1p;

/** tanh(x) */
export const tanh: (x: number) => number = Math.tanh;

/** atanh(x); infinite at the ends of [-1, 1], nan outside. */
export const atanh: (x: number) => number = Math.atanh;

/** sinh(x); infinite out of range. */
export function sinh(x: number): number {
  const size = Math.abs(x);
  const half = x < 0 ? -0.5 : 0.5;
  if (size < 22) {
    if (size < 2 ** -28) return x;
    const grown = expm1(size);
    return size < 1 ? half * (2 * grown - (grown * grown) / (grown + 1)) : half * (grown + grown / (grown + 1));
  }
  return half * 2 * halfExp(size);
}

/** cosh(x); infinite out of range. */
export function cosh(x: number): number {
  const size = Math.abs(x);
  if (size < 0.5 * Math.LN2) {
    if (size < 2 ** -55) return 1;
    const grown = expm1(size);
    const sum = 1 + grown;
    return 1 + (grown * grown) / (sum + sum);
  }
  if (size < 22) {
    const power = exp(size);
    return 0.5 * power + 0.5 / power;
  }
  return halfExp(size);
}

/** e**x / 2, also where e**x itself is out of range. */
function halfExp(size: number): number {
  if (!(size > OVERFLOW_OF_EXP)) return 0.5 * exp(size);
  if (size > OVERFLOW) return Infinity;
  const root = exp(0.5 * size);
  return 0.5 * root * root;
}

/** asinh(x) */
export function asinh(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(x) || size < 2 ** -28) return x;
  const square = x * x;
  let result: number;
  if (size > 2 ** 28) result = log(size) + Math.LN2;
  else if (size > 2) result = log(2 * size + 1 / (Math.sqrt(square + 1) + size));
  else result = log1p(size + square / (1 + Math.sqrt(1 + square)));
  return copySign(result, x);
}

/** acosh(x); nan below 1. */
export function acosh(x: number): number {
  if (!(x >= 1)) return NaN;
  if (x === 1) return 0;
  if (x > 2 ** 28) return log(x) + Math.LN2;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const above = x - 1;
  return log1p(above + Math.sqrt(2 * above + above * above));
}
