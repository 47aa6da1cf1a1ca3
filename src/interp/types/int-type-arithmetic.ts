/**
 * The operators of int (CPython: Objects/longobject.c). Each has three ways: int32 operands, operands that a double holds exactly, and long ones, digit by
 * digit or through a bigint.
 */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { shiftLeft } from '../numeric/int-bits.ts';
import { intDivmod, intFloorDivide, intModulo, intTrueDivide } from '../numeric/int-division.ts';
import { intPower, intPowerModulo } from '../numeric/int-power.ts';
import { intToFloat } from '../numeric/number-conversion.ts';
import { floatPower } from '../numeric/pow-float.ts';
import { newFloat } from '../objects/float.ts';
import {
  INT_VALUE,
  intIsNegative,
  intIsZero,
  intToBigInt,
  intToSafeNumber,
  isInt,
  newBigInt,
  newInt,
  newInt32,
} from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { newTupleFromTop } from '../objects/sequence.ts';
import { pure, raise, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { BINARY_NAMES, type BinarySlot, EQ, GE, GT, LE, LT } from '../runtime/type-info.ts';
import {
  addLong,
  bitwiseLong,
  compareInts,
  divided,
  floorDivideLong,
  multiplyLong,
  multiplyWords,
  negateLong,
  shiftLeftLong,
  shiftRightLong,
} from './int-type-digits.ts';

const M = WORDS;

const K_INT = KIND.int;
const K_LONG = KIND.long;
const K_BOOL = KIND.bool;
const MOST = Number.MAX_SAFE_INTEGER;

/** Are both operands int32 (int or bool)? */
function areWords(_rt: Runtime, left: Address, right: Address): boolean {
  const leftKind = M[left + REP] & 0xff;
  const rightKind = M[right + REP] & 0xff;
  return (leftKind === K_INT || leftKind === K_BOOL) && (rightKind === K_INT || rightKind === K_BOOL);
}

function areInts(rt: Runtime, left: Address, right: Address): boolean {
  return isInt(rt, left) && isInt(rt, right);
}

function zeroDivision(rt: Runtime, message: string): never {
  raise(rt, 'ZeroDivisionError', message);
}

export const add: BinarySlot = (rt, left, right) => {
  if (areWords(rt, left, right)) return newInt(rt, M[left + INT_VALUE] + M[right + INT_VALUE]);
  if (!areInts(rt, left, right)) return rt.notImplemented;
  const sum = intToSafeNumber(rt, left) + intToSafeNumber(rt, right);
  if (sum <= MOST && sum >= -MOST) return newInt(rt, sum);
  return addLong(rt, left, right, false);
};

export const subtract: BinarySlot = (rt, left, right) => {
  if (areWords(rt, left, right)) return newInt(rt, M[left + INT_VALUE] - M[right + INT_VALUE]);
  if (!areInts(rt, left, right)) return rt.notImplemented;
  const difference = intToSafeNumber(rt, left) - intToSafeNumber(rt, right);
  if (difference <= MOST && difference >= -MOST) return newInt(rt, difference);
  return addLong(rt, left, right, true);
};

export const multiply: BinarySlot = (rt, left, right) => {
  if (areWords(rt, left, right)) {
    const a = M[left + INT_VALUE];
    const b = M[right + INT_VALUE];
    const result = a * b;
    return result <= MOST && result >= -MOST ? newInt(rt, result + 0) : multiplyWords(rt, a, b);
  }
  if (!areInts(rt, left, right)) return rt.notImplemented;
  const product = intToSafeNumber(rt, left) * intToSafeNumber(rt, right);
  if (product <= MOST && product >= -MOST) return newInt(rt, product + 0);
  const result = multiplyLong(rt, left, right);
  if (result !== 0) return result;
  return newBigInt(
    rt,
    pure(rt, () => intToBigInt(rt, left) * intToBigInt(rt, right)),
  );
};

export const trueDivide: BinarySlot = (rt, left, right) => {
  if (!areInts(rt, left, right)) return rt.notImplemented;
  const divisor = intToSafeNumber(rt, right);
  if (divisor === 0) zeroDivision(rt, 'division by zero');
  const quotient = intToSafeNumber(rt, left) / divisor;
  if (!Number.isNaN(quotient)) return newFloat(rt, quotient);
  return newFloat(
    rt,
    pure(rt, () => intTrueDivide(intToBigInt(rt, left), intToBigInt(rt, right))),
  );
};

/** dividend % divisor as a truncating division leaves it, for integral doubles; NaN for an operand that no double holds. */
function remainderOf(dividend: number, divisor: number): number {
  if (!(dividend >= 0 && divisor > 0)) return dividend % divisor;
  // Several times quicker than the host's % on doubles. The quotient may be one off by rounding; all products are exact.
  const rest = dividend - Math.floor(dividend / divisor) * divisor;
  return rest < 0 ? rest + divisor : rest >= divisor ? rest - divisor : rest;
}

export const floorDivide: BinarySlot = (rt, left, right) => {
  if (areWords(rt, left, right)) {
    const divisor = M[right + INT_VALUE];
    if (divisor === 0) zeroDivision(rt, 'integer division or modulo by zero');
    return newInt(rt, Math.floor(M[left + INT_VALUE] / divisor));
  }
  if (!areInts(rt, left, right)) return rt.notImplemented;
  const dividend = intToSafeNumber(rt, left);
  const divisor = intToSafeNumber(rt, right);
  if (divisor === 0) zeroDivision(rt, 'integer division or modulo by zero');
  const rest = remainderOf(dividend, divisor);
  if (!Number.isNaN(rest)) {
    const quotient = (dividend - rest) / divisor;
    return newInt(rt, rest !== 0 && rest < 0 !== divisor < 0 ? quotient - 1 : quotient + 0);
  }
  if (floorDivideLong(rt, left, right, true, false)) return divided.quotient;
  return newBigInt(rt, intFloorDivide(intToBigInt(rt, left), intToBigInt(rt, right)));
};

export const modulo: BinarySlot = (rt, left, right) => {
  if (areWords(rt, left, right)) {
    const divisor = M[right + INT_VALUE];
    if (divisor === 0) zeroDivision(rt, 'integer modulo by zero');
    const rest = M[left + INT_VALUE] % divisor;
    return newInt32(rt, rest !== 0 && (rest ^ divisor) < 0 ? rest + divisor : rest + 0);
  }
  if (!areInts(rt, left, right)) return rt.notImplemented;
  const divisor = intToSafeNumber(rt, right);
  if (divisor === 0) zeroDivision(rt, 'integer modulo by zero');
  const rest = remainderOf(intToSafeNumber(rt, left), divisor);
  if (!Number.isNaN(rest)) return newInt(rt, rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest + 0);
  if (floorDivideLong(rt, left, right, false, true)) return divided.remainder;
  return newBigInt(rt, intModulo(intToBigInt(rt, left), intToBigInt(rt, right)));
};

export const divmod: BinarySlot = (rt, left, right) => {
  if (!areInts(rt, left, right)) return rt.notImplemented;
  if (intIsZero(rt, right)) zeroDivision(rt, 'integer division or modulo by zero');
  let quotient: Address;
  let remainder: Address;
  const dividend = intToSafeNumber(rt, left);
  const divisor = intToSafeNumber(rt, right);
  const rest = remainderOf(dividend, divisor);
  if (!Number.isNaN(rest)) {
    const turned = rest !== 0 && rest < 0 !== divisor < 0;
    quotient = newInt(rt, (dividend - rest) / divisor - (turned ? 1 : 0));
    rt.push(quotient);
    remainder = newInt(rt, turned ? rest + divisor : rest + 0);
  } else if (floorDivideLong(rt, left, right, true, true)) {
    rt.push(divided.quotient);
    quotient = divided.quotient;
    remainder = divided.remainder;
  } else {
    const [q, r] = intDivmod(intToBigInt(rt, left), intToBigInt(rt, right));
    quotient = newBigInt(rt, q);
    rt.push(quotient);
    remainder = newBigInt(rt, r);
  }
  rt.push(remainder);
  return newTupleFromTop(rt, 2);
};

/** Words from the cache of small ints to the int 1. */
const ONE = 48;

/** `base ** exponent` of two floats as ints raise it: a real result, since the exponent is whole. */
function powerOfFloats(rt: Runtime, base: Address, exponent: Address): Address {
  const result = pure(rt, () => floatPower(intToFloat(intToBigInt(rt, base)), intToFloat(intToBigInt(rt, exponent))));
  return newFloat(rt, result ?? Number.NaN);
}

export const power: BinarySlot = (rt, left, right) => {
  if (!areInts(rt, left, right)) return rt.notImplemented;
  if (intIsNegative(rt, right)) return powerOfFloats(rt, left, right);
  let base = intToSafeNumber(rt, left);
  let exponent = intToSafeNumber(rt, right);
  // Repeated squaring for as long as a double holds the result.
  if (!Number.isNaN(base) && exponent < 64) {
    let result = 1;
    for (;;) {
      if ((exponent & 1) === 1) result *= base;
      exponent >>= 1;
      if (exponent === 0) break;
      base *= base;
      if (!(base <= MOST)) {
        result = Number.NaN;
        break;
      }
    }
    if (result <= MOST && result >= -MOST) return newInt(rt, result + 0);
    const start = intToSafeNumber(rt, left);
    const bits = Math.round(Math.log2(start));
    if (start > 0 && 2 ** bits === start) return shiftLeftLong(rt, rt.smallInts + ONE, bits * intToSafeNumber(rt, right));
  }
  return newBigInt(
    rt,
    pure(rt, () => intPower(intToBigInt(rt, left), intToBigInt(rt, right))),
  );
};

/** Above this a product of two residues leaves the exact doubles. */
const RESIDUE_LIMIT = 94906265;

/** pow(base, exponent, modulus). */
export function powerModulo(rt: Runtime, base: Address, exponent: Address, modulus: Address): Address {
  if (!isInt(rt, base) || !isInt(rt, exponent) || !isInt(rt, modulus)) return rt.notImplemented;
  const size = intToSafeNumber(rt, modulus);
  const start = intToSafeNumber(rt, base);
  let rest = intToSafeNumber(rt, exponent);
  if (size > 0 && size <= RESIDUE_LIMIT && rest >= 0 && !Number.isNaN(start)) {
    let result = 1 % size;
    let square = ((start % size) + size) % size;
    while (rest > 0) {
      if (rest % 2 === 1) result = (result * square) % size;
      square = (square * square) % size;
      rest = Math.floor(rest / 2);
    }
    return newInt(rt, result);
  }
  return newBigInt(
    rt,
    pure(rt, () => intPowerModulo(intToBigInt(rt, base), intToBigInt(rt, exponent), intToBigInt(rt, modulus))),
  );
}

/** Powers and shifts past this many bits go no further than the check. */
const MEMORY_BITS = 2 ** 29;

export const leftShift: BinarySlot = (rt, left, right) => {
  if (!areInts(rt, left, right)) return rt.notImplemented;
  if (intIsNegative(rt, right)) raiseValueError(rt, 'negative shift count');
  const bits = intToSafeNumber(rt, right);
  if (bits < 53) {
    const result = intToSafeNumber(rt, left) * 2 ** bits;
    if (result <= MOST && result >= -MOST) return newInt(rt, result + 0);
  }
  if (bits < MEMORY_BITS) return shiftLeftLong(rt, left, bits);
  return newBigInt(
    rt,
    pure(rt, () => shiftLeft(intToBigInt(rt, left), intToBigInt(rt, right))),
  );
};

export const rightShift: BinarySlot = (rt, left, right) => {
  if (!areInts(rt, left, right)) return rt.notImplemented;
  if (intIsNegative(rt, right)) raiseValueError(rt, 'negative shift count');
  const bits = intToSafeNumber(rt, right);
  if ((M[left + REP] & 0xff) !== K_LONG) {
    const value = M[left + INT_VALUE];
    return newInt32(rt, bits < 32 ? value >> bits : value >> 31);
  }
  if (!(bits < MEMORY_BITS)) return newInt32(rt, intIsNegative(rt, left) ? -1 : 0);
  const result = shiftRightLong(rt, left, bits);
  return result !== 0 ? result : newBigInt(rt, intToBigInt(rt, left) >> BigInt(bits));
};

export const bitAnd: BinarySlot = (rt, left, right) => {
  if (areWords(rt, left, right)) return newInt32(rt, M[left + INT_VALUE] & M[right + INT_VALUE]);
  if (!areInts(rt, left, right)) return rt.notImplemented;
  const result = bitwiseLong(rt, left, right, 0);
  return result !== 0 ? result : newBigInt(rt, intToBigInt(rt, left) & intToBigInt(rt, right));
};

export const bitOr: BinarySlot = (rt, left, right) => {
  if (areWords(rt, left, right)) return newInt32(rt, M[left + INT_VALUE] | M[right + INT_VALUE]);
  if (!areInts(rt, left, right)) return rt.notImplemented;
  const result = bitwiseLong(rt, left, right, 1);
  return result !== 0 ? result : newBigInt(rt, intToBigInt(rt, left) | intToBigInt(rt, right));
};

export const bitXor: BinarySlot = (rt, left, right) => {
  if (areWords(rt, left, right)) return newInt32(rt, M[left + INT_VALUE] ^ M[right + INT_VALUE]);
  if (!areInts(rt, left, right)) return rt.notImplemented;
  const result = bitwiseLong(rt, left, right, 2);
  return result !== 0 ? result : newBigInt(rt, intToBigInt(rt, left) ^ intToBigInt(rt, right));
};

/** The same value as an exact int; owned. */
export function exactInt(rt: Runtime, value: Address): Address {
  const rep = M[value + REP];
  if (rep === rt.intInfo.rep) return rt.retain(value);
  if ((rep & 0xff) !== K_LONG) return newInt32(rt, M[value + INT_VALUE]);
  if (M[value + 2] === rt.intInfo.address) return rt.retain(value);
  return newBigInt(rt, intToBigInt(rt, value));
}

export function negate(rt: Runtime, value: Address): Address {
  if ((M[value + REP] & 0xff) !== K_LONG) return newInt(rt, -M[value + INT_VALUE]);
  return negateLong(rt, value);
}

export function absolute(rt: Runtime, value: Address): Address {
  return intIsNegative(rt, value) ? negate(rt, value) : exactInt(rt, value);
}

export function invertInt(rt: Runtime, value: Address): Address {
  if ((M[value + REP] & 0xff) !== K_LONG) return newInt32(rt, ~M[value + INT_VALUE]);
  return newBigInt(rt, -1n - intToBigInt(rt, value));
}

/** The bool of `order op 0`, where order is negative, zero, positive or (a nan operand) NaN. */
export function ordered(rt: Runtime, order: number, op: number): Address {
  switch (op) {
    case LT:
      return order < 0 ? rt.true : rt.false;
    case LE:
      return order <= 0 ? rt.true : rt.false;
    case EQ:
      return order === 0 ? rt.true : rt.false;
    case GT:
      return order > 0 ? rt.true : rt.false;
    case GE:
      return order >= 0 ? rt.true : rt.false;
    default:
      return order === 0 ? rt.false : rt.true;
  }
}

export function compareInt(rt: Runtime, left: Address, right: Address, op: number): Address {
  if (!areInts(rt, left, right)) return rt.notImplemented;
  return ordered(rt, compareInts(rt, left, right), op);
}

/** The value as a double, rounded; OverflowError when too large. */
export function doubleOfInt(rt: Runtime, value: Address): number {
  const exact = intToSafeNumber(rt, value);
  if (!Number.isNaN(exact)) return exact;
  return pure(rt, () => intToFloat(intToBigInt(rt, value)));
}

/** Raises what pow() raises where a third argument meets numbers that are no ints. */
export function refuseModulus(rt: Runtime): never {
  raiseTypeError(rt, 'pow() 3rd argument not allowed unless all arguments are integers');
}

/** The binary slots by the numbers of BINARY_NAMES. */
export const INT_BINARY: (BinarySlot | null)[] = BINARY_NAMES.map((name) => {
  const slots: Partial<Record<string, BinarySlot>> = {
    add,
    sub: subtract,
    mul: multiply,
    truediv: trueDivide,
    floordiv: floorDivide,
    mod: modulo,
    pow: power,
    lshift: leftShift,
    rshift: rightShift,
    and: bitAnd,
    or: bitOr,
    xor: bitXor,
    divmod,
  };
  return slots[name] ?? null;
});
