/** The module math: numeric/math-functions.ts and its neighbours on Python numbers (CPython: Modules/mathmodule.c). */

import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { combinations, factorial, greatestCommonDivisor, leastCommonMultiple, permutations } from '../numeric/combinatorics.ts';
import { copySign } from '../numeric/double-bits.ts';
import {
  fmod,
  frexp,
  fusedMultiplyAdd,
  ieeeRemainder,
  isClose,
  ldexp,
  modf,
  nextAfter,
  unitInLastPlace,
} from '../numeric/float-parts.ts';
import { exactSum, exactSumOfProducts } from '../numeric/float-sum.ts';
import { integerSquareRoot } from '../numeric/int-power.ts';
import { mathCeil, mathFloor, mathLog, mathLog2, mathLog10, mathPow, unaryMathFunctions } from '../numeric/math-functions.ts';
import { euclideanDistance, euclideanNorm } from '../numeric/roots-and-norms.ts';
import { atan2 } from '../numeric/trigonometry.ts';
import { dictPut } from '../objects/dict.ts';
import { isFloat, newFloat } from '../objects/float.ts';
import { INT_VALUE, intToBigInt, isInt, newBigInt, newInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { tupleFrom } from '../objects/sequence.ts';
import { callBoundSpecial } from '../runtime/attributes.ts';
import { pure, raise, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { fastItems, fastLength, tupleFromIterable } from '../runtime/iterables.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asBigInt, asDouble, binary, forEach, getIter, iterNext } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { BINARY_NAMES } from '../runtime/type-info.ts';
import type { ModuleSpec } from './module-spec.ts';
import { take } from './records.ts';

const M = WORDS;

const ADD = BINARY_NAMES.indexOf('add');
const MUL = BINARY_NAMES.indexOf('mul');
const MAX_SSIZE = 0x7fffffffffffffffn;

function unary(name: string, compute: (x: number) => number): NativeSpec {
  return {
    name,
    arity: 'one',
    fn: (rt, args) => {
      const x = asDouble(rt, M[args]);
      return newFloat(
        rt,
        pure(rt, () => compute(x)),
      );
    },
  };
}

function two(name: string, compute: (x: number, y: number) => number): NativeSpec {
  return {
    name,
    arity: { min: 2, max: 2 },
    fn: (rt, args) => {
      const x = asDouble(rt, M[args]);
      const y = asDouble(rt, M[args + 2]);
      return newFloat(
        rt,
        pure(rt, () => compute(x, y)),
      );
    },
  };
}

function predicate(name: string, test: (x: number) => boolean): NativeSpec {
  return { name, arity: 'one', fn: (rt, args) => rt.bool(test(asDouble(rt, M[args]))) };
}

/** An argument of a logarithm: ints of any size as they are. */
function logArgument(rt: Runtime, object: Address): number | bigint {
  return isInt(rt, object) ? intToBigInt(rt, object) : asDouble(rt, object);
}

function logarithm(name: string, compute: (x: number | bigint) => number): NativeSpec {
  return {
    name,
    arity: 'one',
    fn: (rt, args) => {
      const x = logArgument(rt, M[args]);
      return newFloat(
        rt,
        pure(rt, () => compute(x)),
      );
    },
  };
}

/** floor and ceil: the object's own method first, else of its float. */
function rounding(name: string, special: string, compute: (x: number) => bigint): NativeSpec {
  return {
    name,
    arity: 'one',
    fn: (rt, args) => {
      const object = M[args];
      if (!isFloat(rt, object) || rt.typeOf(object) !== rt.floatInfo) {
        const result = callBoundSpecial(rt, object, special);
        if (result !== 0) return result;
      }
      const x = asDouble(rt, object);
      return newBigInt(
        rt,
        pure(rt, () => compute(x)),
      );
    },
  };
}

function folding(name: string, start: bigint, combine: (a: bigint, b: bigint) => bigint): NativeSpec {
  return {
    name,
    arity: 'raw',
    fn: (rt, args, count, kwnames) => {
      if (kwnames !== 0) raiseTypeError(rt, `math.${name}() takes no keyword arguments`);
      let result = start;
      for (let index = 0; index < count; index++) {
        const value = asBigInt(rt, M[args + 2 * index]);
        result = index === 0 ? (value < 0n ? -value : value) : combine(result, value);
      }
      return newBigInt(rt, result < 0n ? -result : result);
    },
  };
}

function doublesOf(rt: Runtime, sequence: Address): Float64Array {
  const count = fastLength(rt, sequence);
  const values = new Float64Array(count);
  for (let index = 0; index < count; index++) values[index] = asDouble(rt, M[fastItems(rt, sequence) + 2 * index]);
  return values;
}

const fsum: NativeSpec = {
  name: 'fsum',
  arity: 'one',
  safe: true,
  fn: (rt, args) => {
    const values: number[] = [];
    forEach(rt, M[args], (slot) => {
      values.push(asDouble(rt, M[slot]));
    });
    return newFloat(
      rt,
      pure(rt, () => exactSum(values)),
    );
  },
};

const hypot: NativeSpec = {
  name: 'hypot',
  arity: 'raw',
  fn: (rt, args, count, kwnames) => {
    if (kwnames !== 0) raiseTypeError(rt, 'math.hypot() takes no keyword arguments');
    const values = new Float64Array(count);
    for (let index = 0; index < count; index++) values[index] = asDouble(rt, M[args + 2 * index]);
    return newFloat(rt, euclideanNorm(values));
  },
};

const dist: NativeSpec = {
  name: 'dist',
  arity: { min: 2, max: 2 },
  fn: (rt, args) => {
    const p = rt.push(tupleFromIterable(rt, M[args]));
    const q = rt.push(tupleFromIterable(rt, M[args + 2]));
    if (fastLength(rt, M[p]) !== fastLength(rt, M[q]))
      raiseValueError(rt, 'both points must have the same number of dimensions');
    const result = euclideanDistance(doublesOf(rt, M[p]), doublesOf(rt, M[q]));
    rt.unwind(p);
    return newFloat(rt, result);
  },
};

const prod: NativeSpec = {
  name: 'prod',
  arity: { params: 'iterable, /, *, start=' },
  safe: true,
  fn: (rt, args) => {
    const total = rt.push(M[args + 2] === 0 ? newInt(rt, 1) : rt.retain(M[args + 2]));
    const iterator = rt.push(getIter(rt, M[args]));
    for (;;) {
      const value = iterNext(rt, M[iterator]);
      if (value === 0) break;
      const item = rt.push(value);
      const product = rt.push(0);
      M[product] = binary(rt, M[total], M[item], MUL, false);
      const old = M[total];
      M[total] = M[product];
      M[product] = old;
      rt.unwind(item);
    }
    rt.unwind(iterator);
    return take(rt, total);
  },
};

/** Is it an exact int, bool or float: may sumprod count with the host's numbers? */
function isPlainNumber(rt: Runtime, object: Address): boolean {
  const info = rt.typeOf(object);
  return info === rt.intInfo || info === rt.floatInfo || info === rt.boolInfo;
}

const sumprod: NativeSpec = {
  name: 'sumprod',
  arity: { min: 2, max: 2 },
  fn: (rt, args) => {
    const p = rt.push(tupleFromIterable(rt, M[args]));
    const q = rt.push(tupleFromIterable(rt, M[args + 2]));
    const count = fastLength(rt, M[p]);
    if (count !== fastLength(rt, M[q])) raiseValueError(rt, 'Inputs are not the same length');
    let plain = true;
    let floats = false;
    for (let index = 0; index < count && plain; index++) {
      const a = M[fastItems(rt, M[p]) + 2 * index];
      const b = M[fastItems(rt, M[q]) + 2 * index];
      plain = isPlainNumber(rt, a) && isPlainNumber(rt, b);
      floats ||= isFloat(rt, a) || isFloat(rt, b);
    }
    if (plain && floats) {
      const result = exactSumOfProducts(doublesOf(rt, M[p]), doublesOf(rt, M[q]));
      if (Number.isFinite(result)) {
        rt.unwind(p);
        return newFloat(rt, result);
      }
    }
    const total = rt.push(newInt(rt, 0));
    for (let index = 0; index < count; index++) {
      const product = rt.push(0);
      M[product] = binary(rt, M[fastItems(rt, M[p]) + 2 * index], M[fastItems(rt, M[q]) + 2 * index], MUL, false);
      const sum = rt.push(0);
      M[sum] = binary(rt, M[total], M[product], ADD, false);
      const old = M[total];
      M[total] = M[sum];
      M[sum] = old;
      rt.unwind(product);
    }
    const result = M[total];
    M[total] = 0;
    rt.unwind(p);
    return result;
  },
};

const functions: NativeSpec[] = [
  ...Object.entries(unaryMathFunctions).map(([name, compute]) => unary(name, compute as (x: number) => number)),
  two('atan2', atan2),
  two('copysign', copySign),
  two('fmod', fmod),
  two('remainder', ieeeRemainder),
  two('pow', mathPow),
  unary('ulp', unitInLastPlace),
  predicate('isnan', Number.isNaN),
  predicate('isinf', (x) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY),
  predicate('isfinite', Number.isFinite),
  {
    name: 'log',
    arity: { min: 1, max: 2 },
    fn: (rt, args, count) => {
      const x = logArgument(rt, M[args]);
      const base = count > 1 ? logArgument(rt, M[args + 2]) : undefined;
      return newFloat(
        rt,
        pure(rt, () => mathLog(x, base)),
      );
    },
  },
  logarithm('log2', mathLog2),
  logarithm('log10', mathLog10),
  rounding('floor', '__floor__', mathFloor),
  rounding('ceil', '__ceil__', mathCeil),
  {
    name: 'trunc',
    arity: 'one',
    fn: (rt, args) => {
      const result = callBoundSpecial(rt, M[args], '__trunc__');
      if (result === 0) raiseTypeError(rt, `type ${rt.typeOf(M[args]).name} doesn't define __trunc__ method`);
      return result;
    },
  },
  {
    name: 'frexp',
    arity: 'one',
    fn: (rt, args) => {
      const [mantissa, exponent] = frexp(asDouble(rt, M[args]));
      return tupleFrom(rt, [() => newFloat(rt, mantissa), () => newInt(rt, exponent)]);
    },
  },
  {
    name: 'ldexp',
    arity: { min: 2, max: 2 },
    fn: (rt, args) => {
      const x = asDouble(rt, M[args]);
      const exponent = M[args + 2];
      if (!isInt(rt, exponent)) raiseTypeError(rt, 'Expected an int as second argument to ldexp.');
      return newFloat(
        rt,
        pure(rt, () => ldexp(x, intToBigInt(rt, exponent))),
      );
    },
  },
  {
    name: 'modf',
    arity: 'one',
    fn: (rt, args) => {
      const [fraction, whole] = modf(asDouble(rt, M[args]));
      return tupleFrom(rt, [() => newFloat(rt, fraction), () => newFloat(rt, whole)]);
    },
  },
  {
    name: 'nextafter',
    arity: { params: 'x, y, /, *, steps=' },
    fn: (rt, args) => {
      const x = asDouble(rt, M[args]);
      const y = asDouble(rt, M[args + 2]);
      const given = M[args + 4];
      if (given === 0 || given === rt.none) return newFloat(rt, nextAfter(x, y));
      const steps = asBigInt(rt, given);
      return newFloat(
        rt,
        pure(rt, () => nextAfter(x, y, steps)),
      );
    },
  },
  {
    name: 'fma',
    arity: { min: 3, max: 3 },
    fn: (rt, args) => {
      const x = asDouble(rt, M[args]);
      const y = asDouble(rt, M[args + 2]);
      const z = asDouble(rt, M[args + 4]);
      return newFloat(
        rt,
        pure(rt, () => fusedMultiplyAdd(x, y, z)),
      );
    },
  },
  {
    name: 'isclose',
    arity: { params: 'a, b, *, rel_tol=, abs_tol=' },
    fn: (rt, args) => {
      const a = asDouble(rt, M[args]);
      const b = asDouble(rt, M[args + 2]);
      const relative = M[args + 4] === 0 ? undefined : asDouble(rt, M[args + 4]);
      const absolute = M[args + 6] === 0 ? undefined : asDouble(rt, M[args + 6]);
      return rt.bool(pure(rt, () => isClose(a, b, relative, absolute)));
    },
  },
  folding('gcd', 0n, greatestCommonDivisor),
  folding('lcm', 1n, leastCommonMultiple),
  {
    name: 'factorial',
    arity: 'one',
    fn: (rt, args) => {
      const n = asBigInt(rt, M[args]);
      if (n > MAX_SSIZE) raise(rt, 'OverflowError', 'factorial() argument should not exceed 9223372036854775807');
      return newBigInt(
        rt,
        pure(rt, () => factorial(n)),
      );
    },
  },
  {
    name: 'comb',
    arity: { min: 2, max: 2 },
    fn: (rt, args) => {
      const n = asBigInt(rt, M[args]);
      const k = asBigInt(rt, M[args + 2]);
      return newBigInt(
        rt,
        pure(rt, () => combinations(n, k)),
      );
    },
  },
  {
    name: 'perm',
    arity: { min: 1, max: 2 },
    fn: (rt, args, count) => {
      const n = asBigInt(rt, M[args]);
      const k = count > 1 && M[args + 2] !== rt.none ? asBigInt(rt, M[args + 2]) : undefined;
      return newBigInt(
        rt,
        pure(rt, () => permutations(n, k)),
      );
    },
  },
  {
    name: 'isqrt',
    arity: 'one',
    fn: (rt, args) => {
      const object = M[args];
      if ((M[object + REP] & 0xff) === KIND.int && M[object + INT_VALUE] >= 0) {
        return newInt(rt, Math.floor(Math.sqrt(M[object + INT_VALUE])));
      }
      const n = asBigInt(rt, object);
      return newBigInt(
        rt,
        pure(rt, () => integerSquareRoot(n)),
      );
    },
  },
  fsum,
  hypot,
  dist,
  prod,
  sumprod,
];

export const mathModule: ModuleSpec = {
  name: 'math',
  doc: 'This module provides access to the mathematical functions\ndefined by the C standard.',
  functions,
  setup: (rt, dict) => {
    const constants = { pi: Math.PI, e: Math.E, tau: 2 * Math.PI, inf: Number.POSITIVE_INFINITY, nan: Number.NaN };
    for (const [name, value] of Object.entries(constants)) dictPut(rt, dict, name, newFloat(rt, value));
  },
};
