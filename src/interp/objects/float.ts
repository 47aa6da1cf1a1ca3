/** Python floats (CPython: PyFloatObject, 24 bytes): word 4-5 the double. */
import { REP } from '../../heap/layout.ts';
import type { Address } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { KIND } from './kinds.ts';

export const FLOAT_BYTES = 24;
/** Number of the float free list in ObjectModel.freeListLimits. */
export const FLOAT_FREE_LIST = 21;

export function newFloat(rt: Runtime, value: number): Address {
  const info = rt.floatInfo;
  const object = rt.newPlain(info, info.rep, FLOAT_BYTES, FLOAT_FREE_LIST);
  rt.F64[(object + 4) >> 1] = value;
  return object;
}

export function floatValue(rt: Runtime, object: Address): number {
  return rt.F64[(object + 4) >> 1];
}

export function isFloat(rt: Runtime, object: Address): boolean {
  return (rt.M[object + REP] & 0xff) === KIND.float;
}

/** Python complex (CPython: PyComplexObject, 32 bytes): two doubles. */
export function newComplex(rt: Runtime, real: number, imag: number): Address {
  const info = rt.complexInfo;
  const object = rt.newPlain(info, info.rep, 32);
  rt.F64[(object + 4) >> 1] = real;
  rt.F64[(object + 6) >> 1] = imag;
  return object;
}

export function complexReal(rt: Runtime, object: Address): number {
  return rt.F64[(object + 4) >> 1];
}

export function complexImag(rt: Runtime, object: Address): number {
  return rt.F64[(object + 6) >> 1];
}
