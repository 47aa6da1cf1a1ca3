/** The module cmath: numeric/cmath-functions.ts and cmath-inverse.ts on Python numbers (CPython: Modules/cmathmodule.c). */

import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import {
  complexCos,
  complexCosh,
  complexExp,
  complexLog,
  complexLog10,
  complexPhase,
  complexPolar,
  complexRect,
  complexSin,
  complexSinh,
  complexSqrt,
  complexTan,
  complexTanh,
} from '../numeric/cmath-functions.ts';
import { complexAcos, complexAcosh, complexAsin, complexAsinh, complexAtan, complexAtanh } from '../numeric/cmath-inverse.ts';
import { type Complex, complexAbsolute, complexDivide } from '../numeric/complex-arithmetic.ts';
import { dictPut } from '../objects/dict.ts';
import { complexImag, complexReal, newComplex, newFloat } from '../objects/float.ts';
import { KIND } from '../objects/kinds.ts';
import { tupleFrom } from '../objects/sequence.ts';
import { pure, raiseValueError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asDouble } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { viaComplex } from '../types/complex-type.ts';
import type { ModuleSpec } from './module-spec.ts';

const M = WORDS;

/** A complex from an object with `__complex__`, `__float__` or `__index__`. */
function asComplex(rt: Runtime, object: Address): Complex {
  if ((M[object + REP] & 0xff) === KIND.complex) return [complexReal(rt, object), complexImag(rt, object)];
  return viaComplex(rt, object) ?? [asDouble(rt, object), 0];
}

function unary(name: string, compute: (z: Complex) => Complex): NativeSpec {
  return {
    name,
    arity: 'one',
    fn: (rt, args) => {
      const z = asComplex(rt, M[args]);
      const result = pure(rt, () => compute(z));
      return newComplex(rt, result[0], result[1]);
    },
  };
}

function predicate(name: string, test: (z: Complex) => boolean): NativeSpec {
  return { name, arity: 'one', fn: (rt, args) => rt.bool(test(asComplex(rt, M[args]))) };
}

function isInfinite(x: number): boolean {
  return x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY;
}

const functions: readonly NativeSpec[] = [
  unary('acos', complexAcos),
  unary('acosh', complexAcosh),
  unary('asin', complexAsin),
  unary('asinh', complexAsinh),
  unary('atan', complexAtan),
  unary('atanh', complexAtanh),
  unary('cos', complexCos),
  unary('cosh', complexCosh),
  unary('exp', complexExp),
  unary('log10', complexLog10),
  unary('sin', complexSin),
  unary('sinh', complexSinh),
  unary('sqrt', complexSqrt),
  unary('tan', complexTan),
  unary('tanh', complexTanh),
  predicate('isfinite', ([x, y]) => Number.isFinite(x) && Number.isFinite(y)),
  predicate('isnan', ([x, y]) => Number.isNaN(x) || Number.isNaN(y)),
  predicate('isinf', ([x, y]) => isInfinite(x) || isInfinite(y)),
  {
    name: 'log',
    arity: { min: 1, max: 2 },
    fn: (rt, args, count) => {
      const z = asComplex(rt, M[args]);
      const base = count > 1 ? asComplex(rt, M[args + 2]) : null;
      const result = pure(rt, () => (base === null ? complexLog(z) : complexDivide(complexLog(z), complexLog(base))));
      return newComplex(rt, result[0], result[1]);
    },
  },
  {
    name: 'phase',
    arity: 'one',
    fn: (rt, args) => {
      const z = asComplex(rt, M[args]);
      return newFloat(
        rt,
        pure(rt, () => complexPhase(z)),
      );
    },
  },
  {
    name: 'polar',
    arity: 'one',
    fn: (rt, args) => {
      const z = asComplex(rt, M[args]);
      const [length, angle] = pure(rt, () => complexPolar(z));
      return tupleFrom(rt, [() => newFloat(rt, length), () => newFloat(rt, angle)]);
    },
  },
  {
    name: 'rect',
    arity: { min: 2, max: 2 },
    fn: (rt, args) => {
      const length = asDouble(rt, M[args]);
      const angle = asDouble(rt, M[args + 2]);
      const result = pure(rt, () => complexRect(length, angle));
      return newComplex(rt, result[0], result[1]);
    },
  },
  {
    name: 'isclose',
    arity: { params: 'a, b, *, rel_tol=, abs_tol=' },
    fn: (rt, args) => {
      const a = asComplex(rt, M[args]);
      const b = asComplex(rt, M[args + 2]);
      const relative = M[args + 4] === 0 ? 1e-9 : asDouble(rt, M[args + 4]);
      const absolute = M[args + 6] === 0 ? 0 : asDouble(rt, M[args + 6]);
      if (relative < 0 || absolute < 0) raiseValueError(rt, 'tolerances must be non-negative');
      if (a[0] === b[0] && a[1] === b[1]) return rt.true;
      if ([...a, ...b].some(isInfinite)) return rt.false;
      return rt.bool(
        pure(rt, () => {
          const difference = complexAbsolute([a[0] - b[0], a[1] - b[1]]);
          return (
            difference <= relative * complexAbsolute(b) || difference <= relative * complexAbsolute(a) || difference <= absolute
          );
        }),
      );
    },
  },
];

export const cmathModule: ModuleSpec = {
  name: 'cmath',
  doc: 'This module provides access to mathematical functions for complex\nnumbers.',
  functions,
  setup: (rt, dict) => {
    dictPut(rt, dict, 'pi', newFloat(rt, Math.PI));
    dictPut(rt, dict, 'e', newFloat(rt, Math.E));
    dictPut(rt, dict, 'tau', newFloat(rt, 2 * Math.PI));
    dictPut(rt, dict, 'inf', newFloat(rt, Number.POSITIVE_INFINITY));
    dictPut(rt, dict, 'nan', newFloat(rt, Number.NaN));
    dictPut(rt, dict, 'infj', newComplex(rt, 0, Number.POSITIVE_INFINITY));
    dictPut(rt, dict, 'nanj', newComplex(rt, 0, Number.NaN));
  },
};
