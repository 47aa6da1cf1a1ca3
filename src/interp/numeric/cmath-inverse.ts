import { complexSqrt } from './cmath-functions.ts';
import type { Complex } from './complex-arithmetic.ts';
import { copySign, signBit } from './double-bits.ts';
import { asinh, log1p } from './hyperbolic.ts';
import { log } from './logarithm.ts';
import { PyValueProblem } from './problem.ts';
import { euclideanNorm } from './roots-and-norms.ts';
import { atan2 } from './trigonometry.ts';

/** The inverse functions of Python's cmath module (Kahan, "Branch cuts for complex elementary functions", 1987; the operations are those of CPython's C source). */

const LARGE = Number.MAX_VALUE / 4;
const SQRT_LARGE = Math.sqrt(LARGE);
const SQRT_SMALLEST = Math.sqrt(2.2250738585072014e-308);
const TWO_LN2 = 2 * Math.LN2;

function isLarge(z: Complex): boolean {
  return Math.abs(z[0]) > LARGE || Math.abs(z[1]) > LARGE;
}

function logOfLarge(z: Complex): number {
  return log(euclideanNorm([z[0] / 2, z[1] / 2])) + TWO_LN2;
}

/** cmath.acos(z) */
export function complexAcos(z: Complex): Complex {
  if (isLarge(z)) {
    const size = logOfLarge(z);
    return [atan2(Math.abs(z[1]), z[0]), z[0] < 0 ? -copySign(size, z[1]) : copySign(size, -z[1])];
  }
  const s1 = complexSqrt([1 - z[0], -z[1]]);
  const s2 = complexSqrt([1 + z[0], z[1]]);
  return [2 * atan2(s1[0], s2[0]), asinh(s2[0] * s1[1] - s2[1] * s1[0])];
}

/** cmath.acosh(z) */
export function complexAcosh(z: Complex): Complex {
  if (isLarge(z)) return [logOfLarge(z), atan2(z[1], z[0])];
  const s1 = complexSqrt([z[0] - 1, z[1]]);
  const s2 = complexSqrt([z[0] + 1, z[1]]);
  return [asinh(s1[0] * s2[0] + s1[1] * s2[1]), 2 * atan2(s1[1], s2[0])];
}

/** cmath.asinh(z) */
export function complexAsinh(z: Complex): Complex {
  if (isLarge(z)) {
    const size = logOfLarge(z);
    return [signBit(z[1]) ? -copySign(size, -z[0]) : copySign(size, z[0]), atan2(z[1], Math.abs(z[0]))];
  }
  const s1 = complexSqrt([1 + z[1], -z[0]]);
  const s2 = complexSqrt([1 - z[1], z[0]]);
  return [asinh(s1[0] * s2[1] - s2[0] * s1[1]), atan2(z[1], s1[0] * s2[0] - s1[1] * s2[1])];
}

/** cmath.asin(z) */
export function complexAsin(z: Complex): Complex {
  const s = complexAsinh([-z[1], z[0]]);
  return [s[1], -s[0]];
}

/** cmath.atanh(z). ValueError at 1 and -1. */
export function complexAtanh(z: Complex): Complex {
  if (z[0] < 0 || (z[0] === 0 && signBit(z[0]))) {
    const s = complexAtanh([-z[0], -z[1]]);
    return [-s[0], -s[1]];
  }
  const size = Math.abs(z[1]);
  if (z[0] > SQRT_LARGE || size > SQRT_LARGE) {
    const h = euclideanNorm([z[0] / 2, z[1] / 2]);
    return [Number.isFinite(h) ? z[0] / 4 / h / h : 0, -copySign(Math.PI / 2, -z[1])];
  }
  if (z[0] === 1 && size < SQRT_SMALLEST) {
    if (size === 0) throw new PyValueProblem('ValueError', 'math domain error');
    return [-log(Math.sqrt(size) / Math.sqrt(euclideanNorm([size, 2]))), copySign(atan2(2, -size) / 2, z[1])];
  }
  return [
    log1p((4 * z[0]) / ((1 - z[0]) * (1 - z[0]) + size * size)) / 4,
    -atan2(-2 * z[1], (1 - z[0]) * (1 + z[0]) - size * size) / 2,
  ];
}

/** cmath.atan(z). ValueError at 1j and -1j. */
export function complexAtan(z: Complex): Complex {
  const s = complexAtanh([-z[1], z[0]]);
  return [s[1], -s[0]];
}
