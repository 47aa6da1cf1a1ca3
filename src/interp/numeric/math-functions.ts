import { roundedDouble } from './double-bits.ts';
import { erf, erfc } from './error-function.ts';
import { exp, exp2 } from './exponential.ts';
import { gamma, logGamma } from './gamma-function.ts';
import { acosh, asinh, atanh, cosh, expm1, log1p, sinh, tanh } from './hyperbolic.ts';
import { bitLength } from './int-bits.ts';
import { log, log2, log10 } from './logarithm.ts';
import { floatToInt } from './number-conversion.ts';
import { floatPower } from './pow-float.ts';
import { PyValueProblem } from './problem.ts';
import { cubeRoot } from './roots-and-norms.ts';
import { acos, asin, atan, cos, sin, tan } from './trigonometry.ts';

/** Python's math module: functions with its domain and range errors. Exact ones lie in float-parts.ts, float-sum.ts and combinatorics.ts. */

function domainProblem(): PyValueProblem {
  return new PyValueProblem('ValueError', 'math domain error');
}

function rangeProblem(): PyValueProblem {
  return new PyValueProblem('OverflowError', 'math range error');
}

/** ValueError where the function has no value; with `grows`, an infinite value of a finite number is OverflowError. */
function checked(compute: (x: number) => number, grows: boolean): (x: number) => number {
  return (x) => {
    const result = compute(x);
    if (Number.isFinite(result)) return result;
    if (Number.isNaN(result)) {
      if (!Number.isNaN(x)) throw domainProblem();
    } else if (Number.isFinite(x)) throw grows ? rangeProblem() : domainProblem();
    return result;
  };
}

/** The functions of one float, by their names in the math module. */
export const unaryMathFunctions = {
  acos: checked(acos, false),
  acosh: checked(acosh, false),
  asin: checked(asin, false),
  asinh: checked(asinh, false),
  atan: checked(atan, false),
  atanh: checked(atanh, false),
  cbrt: checked(cubeRoot, false),
  cos: checked(cos, false),
  cosh: checked(cosh, true),
  degrees: (x: number) => x * (180 / Math.PI),
  erf,
  erfc,
  exp: checked(exp, true),
  exp2: checked(exp2, true),
  expm1: checked(expm1, true),
  fabs: Math.abs,
  gamma,
  lgamma: logGamma,
  log1p: checked(log1p, false),
  radians: (x: number) => x * (Math.PI / 180),
  sin: checked(sin, false),
  sinh: checked(sinh, true),
  sqrt: checked(Math.sqrt, false),
  tan: checked(tan, false),
  tanh: checked(tanh, false),
} as const;

type Logarithm = (x: number) => number;

/** A logarithm of a float or of an int of any size. ValueError for what is not positive. */
function checkedLog(compute: Logarithm, x: number | bigint): number {
  if (typeof x === 'number') {
    if (x <= 0) throw domainProblem();
    return compute(x);
  }
  if (x <= 0n) throw domainProblem();
  const float = Number(x);
  if (float !== Infinity) return compute(float);
  const exponent = bitLength(x);
  return compute(roundedDouble(x, -exponent)) + compute(2) * exponent;
}

/** math.log(x, base): with a base the quotient of two natural logarithms. */
export function mathLog(x: number | bigint, base?: number | bigint): number {
  const above = checkedLog(log, x);
  if (base === undefined) return above;
  const below = checkedLog(log, base);
  if (below === 0) throw new PyValueProblem('ZeroDivisionError', 'float division by zero');
  return above / below;
}

/** math.log2(x) */
export function mathLog2(x: number | bigint): number {
  return checkedLog(log2, x);
}

/** math.log10(x) */
export function mathLog10(x: number | bigint): number {
  return checkedLog(log10, x);
}

/** math.pow(x, y): ValueError where `**` would divide by zero or leave the reals. */
export function mathPow(x: number, y: number): number {
  if (x === 0 && y < 0) {
    if (y === -Infinity) return Infinity;
    throw domainProblem();
  }
  let result: number | undefined;
  try {
    result = floatPower(x, y);
  } catch (error) {
    throw error instanceof PyValueProblem && error.kind === 'OverflowError' ? rangeProblem() : error;
  }
  if (result === undefined) throw domainProblem();
  return result;
}

/** math.floor of a float, an int. */
export function mathFloor(x: number): bigint {
  return floatToInt(Math.floor(x));
}

/** math.ceil of a float, an int. */
export function mathCeil(x: number): bigint {
  return floatToInt(Math.ceil(x));
}
