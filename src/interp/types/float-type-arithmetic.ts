/** The operators of float (CPython: Objects/floatobject.c); an int operand is converted first, comparisons with ints are exact. */
import { REP } from '../../heap/layout.ts';
import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import { complexPower } from '../numeric/complex-arithmetic.ts';
import { floatDivmod, floatFloorDivide, floatModulo } from '../numeric/float-divmod.ts';
import { compareIntToFloat } from '../numeric/number-conversion.ts';
import { floatPower } from '../numeric/pow-float.ts';
import { newComplex, newFloat } from '../objects/float.ts';
import { intToBigInt, intToSafeNumber, isInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { newTupleFromTop } from '../objects/sequence.ts';
import { pure, raise } from '../runtime/exceptions.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { BINARY_NAMES, type BinarySlot } from '../runtime/type-info.ts';
import { doubleOfInt, ordered, refuseModulus } from './int-type-arithmetic.ts';

const M = WORDS;
const F64 = DOUBLES;

const K_FLOAT = KIND.float;

/** The operands of the operation at work: [left, right]. */
const operands = new Float64Array(2);

/** Reads both operands as doubles into `operands`; false when one is neither float nor int. */
function loadOperands(rt: Runtime, left: Address, right: Address): boolean {
  if ((M[left + REP] & 0xff) === K_FLOAT) operands[0] = F64[(left + 4) >> 1]!;
  else if (isInt(rt, left)) operands[0] = doubleOfInt(rt, left);
  else return false;
  if ((M[right + REP] & 0xff) === K_FLOAT) operands[1] = F64[(right + 4) >> 1]!;
  else if (isInt(rt, right)) operands[1] = doubleOfInt(rt, right);
  else return false;
  return true;
}

const add: BinarySlot = (rt, left, right) =>
  loadOperands(rt, left, right) ? newFloat(rt, operands[0]! + operands[1]!) : rt.notImplemented;

const subtract: BinarySlot = (rt, left, right) =>
  loadOperands(rt, left, right) ? newFloat(rt, operands[0]! - operands[1]!) : rt.notImplemented;

const multiply: BinarySlot = (rt, left, right) =>
  loadOperands(rt, left, right) ? newFloat(rt, operands[0]! * operands[1]!) : rt.notImplemented;

const trueDivide: BinarySlot = (rt, left, right) => {
  if (!loadOperands(rt, left, right)) return rt.notImplemented;
  if (operands[1] === 0) raise(rt, 'ZeroDivisionError', 'float division by zero');
  return newFloat(rt, operands[0]! / operands[1]!);
};

const floorDivide: BinarySlot = (rt, left, right) => {
  if (!loadOperands(rt, left, right)) return rt.notImplemented;
  if (operands[1] === 0) raise(rt, 'ZeroDivisionError', 'float floor division by zero');
  return newFloat(rt, floatFloorDivide(operands[0]!, operands[1]!));
};

const modulo: BinarySlot = (rt, left, right) => {
  if (!loadOperands(rt, left, right)) return rt.notImplemented;
  if (operands[1] === 0) raise(rt, 'ZeroDivisionError', 'float modulo by zero');
  return newFloat(rt, floatModulo(operands[0]!, operands[1]!));
};

const divmod: BinarySlot = (rt, left, right) => {
  if (!loadOperands(rt, left, right)) return rt.notImplemented;
  if (operands[1] === 0) raise(rt, 'ZeroDivisionError', 'float divmod()');
  const [quotient, remainder] = floatDivmod(operands[0]!, operands[1]!);
  rt.push(newFloat(rt, quotient));
  rt.push(newFloat(rt, remainder));
  return newTupleFromTop(rt, 2);
};

const power: BinarySlot = (rt, left, right) => {
  if (!loadOperands(rt, left, right)) return rt.notImplemented;
  const base = operands[0]!;
  const exponent = operands[1]!;
  if (exponent === 2 && Math.abs(base) < 1e154) return newFloat(rt, base * base);
  const result = pure(rt, () => floatPower(base, exponent));
  if (result !== undefined) return newFloat(rt, result);
  const [real, imaginary] = pure(rt, () => complexPower([base, 0], [exponent, 0]));
  return newComplex(rt, real, imaginary);
};

/** pow(base, exponent, modulus) with a float among them. */
export function floatPower3(rt: Runtime, base: Address, exponent: Address, modulus: Address): Address {
  for (const operand of [base, exponent, modulus]) {
    if (!isInt(rt, operand) && (M[operand + REP] & 0xff) !== K_FLOAT) return rt.notImplemented;
  }
  refuseModulus(rt);
}

/** Order of two operands for `ordered`: NaN when they have none. */
function orderOf(rt: Runtime, float: number, other: Address): number {
  const value = intToSafeNumber(rt, other);
  if (!Number.isNaN(value)) return float - value;
  return -compareIntToFloat(intToBigInt(rt, other), float);
}

export function compareFloat(rt: Runtime, left: Address, right: Address, op: number): Address {
  const a = F64[(left + 4) >> 1]!;
  if ((M[right + REP] & 0xff) === K_FLOAT) {
    const b = F64[(right + 4) >> 1]!;
    return ordered(rt, a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN, op);
  }
  if (!isInt(rt, right)) return rt.notImplemented;
  return ordered(rt, orderOf(rt, a, right), op);
}

/** The binary slots by the numbers of BINARY_NAMES. */
export const FLOAT_BINARY: (BinarySlot | null)[] = BINARY_NAMES.map((name) => {
  const slots: Partial<Record<string, BinarySlot>> = {
    add,
    sub: subtract,
    mul: multiply,
    truediv: trueDivide,
    floordiv: floorDivide,
    mod: modulo,
    divmod,
    pow: power,
  };
  return slots[name] ?? null;
});
