/** Python floats (CPython: PyFloatObject, 24 bytes): word 4-5 the double. */
import { REP } from '../../heap/layout.ts';
import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { KIND } from './kinds.ts';

const M = WORDS;
const F64 = DOUBLES;

export const FLOAT_BYTES = 24;
/** Number of the float free list in ObjectModel.freeListLimits. */
export const FLOAT_FREE_LIST = 21;

export function newFloat(rt: Runtime, value: number): Address {
  const info = rt.floatInfo;
  const object = rt.newPlain(info, info.rep, FLOAT_BYTES, FLOAT_FREE_LIST);
  F64[(object + 4) >> 1] = value;
  return object;
}

export function floatValue(_rt: Runtime, object: Address): number {
  return F64[(object + 4) >> 1];
}

export function isFloat(_rt: Runtime, object: Address): boolean {
  return (M[object + REP] & 0xff) === KIND.float;
}

/** Python complex (CPython: PyComplexObject, 32 bytes): two doubles. */
export function newComplex(rt: Runtime, real: number, imag: number): Address {
  const info = rt.complexInfo;
  const object = rt.newPlain(info, info.rep, 32);
  F64[(object + 4) >> 1] = real;
  F64[(object + 6) >> 1] = imag;
  return object;
}

export function complexReal(_rt: Runtime, object: Address): number {
  return F64[(object + 4) >> 1];
}

export function complexImag(_rt: Runtime, object: Address): number {
  return F64[(object + 6) >> 1];
}
