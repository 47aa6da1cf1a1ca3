/** The types int and bool (CPython: Objects/longobject.c, Objects/boolobject.c). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { hashOfInt } from '../numeric/number-hash.ts';
import { newFloat } from '../objects/float.ts';
import { INT_VALUE, intIsZero, intToBigInt, LONG_DIGITS, LONG_TAG } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { intern, newStr } from '../objects/str.ts';
import { checkRange } from '../runtime/calls.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import { intText } from '../runtime/format.ts';
import { isTrue } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { BINARY_NAMES, type BinarySlot, type TypeInfo } from '../runtime/type-info.ts';
import { defineType, type TypeSpec } from '../runtime/types.ts';
import {
  absolute,
  bitAnd,
  bitOr,
  bitXor,
  compareInt,
  doubleOfInt,
  exactInt,
  INT_BINARY,
  invertInt,
  negate,
  powerModulo,
} from './int-type-arithmetic.ts';
import { intNew } from './int-type-construct.ts';
import { INT_CLASS_METHODS, INT_GETSET, INT_METHODS } from './int-type-methods.ts';

const M = WORDS;

/** Hash of an int: its value modulo 2^61 - 1 with its sign, -2 for -1. */
export function hashInt(rt: Runtime, self: Address): void {
  if ((M[self + REP] & 0xff) !== KIND.long) {
    const value = M[self + INT_VALUE];
    rt.hashLow = value === -1 ? -2 : value;
    rt.hashHigh = value < 0 ? -1 : 0;
    return;
  }
  const tag = M[self + LONG_TAG];
  if (tag >>> 3 === 2) {
    const low = M[self + LONG_DIGITS] | (M[self + LONG_DIGITS + 1] << 30);
    const high = M[self + LONG_DIGITS + 1] >>> 2;
    if ((tag & 3) === 2) {
      rt.hashLow = -low | 0;
      rt.hashHigh = low === 0 ? -high | 0 : ~high;
    } else {
      rt.hashLow = low;
      rt.hashHigh = high;
    }
    return;
  }
  const hash = hashOfInt(intToBigInt(rt, self));
  rt.hashLow = Number(BigInt.asIntN(32, hash));
  rt.hashHigh = Number(BigInt.asIntN(32, hash >> 32n));
}

export function intRepr(rt: Runtime, self: Address): Address {
  return newStr(rt, intText(rt, self));
}

const INT_DOC = `int([x]) -> integer
int(x, base=10) -> integer

The whole number that x stands for: a number cut towards zero, or text in the given base.`;

export const intTypeSpec = (_rt: Runtime): TypeSpec => ({
  name: 'int',
  kind: 'int',
  basicBytes: 24,
  itemBytes: 4,
  collectable: false,
  matchSelf: true,
  doc: INT_DOC,
  new: intNew,
  repr: intRepr,
  hash: hashInt,
  compare: compareInt,
  binary: INT_BINARY,
  pow3: powerModulo,
  negative: negate,
  positive: exactInt,
  invert: invertInt,
  absolute,
  bool: (rt, self) => !intIsZero(rt, self),
  int: exactInt,
  index: exactInt,
  float: (rt, self) => newFloat(rt, doubleOfInt(rt, self)),
  methods: INT_METHODS,
  classMethods: INT_CLASS_METHODS,
  getset: INT_GETSET,
});

export function defineIntType(rt: Runtime): TypeInfo {
  rt.intInfo = defineType(rt, intTypeSpec(rt));
  return rt.intInfo;
}

function bothBools(rt: Runtime, left: Address, right: Address): boolean {
  return (left === rt.true || left === rt.false) && (right === rt.true || right === rt.false);
}

const boolAnd: BinarySlot = (rt, left, right) => {
  if (!bothBools(rt, left, right)) return bitAnd(rt, left, right);
  return left === rt.true && right === rt.true ? rt.true : rt.false;
};

const boolOr: BinarySlot = (rt, left, right) => {
  if (!bothBools(rt, left, right)) return bitOr(rt, left, right);
  return left === rt.true || right === rt.true ? rt.true : rt.false;
};

const boolXor: BinarySlot = (rt, left, right) => {
  if (!bothBools(rt, left, right)) return bitXor(rt, left, right);
  return left === right ? rt.false : rt.true;
};

function boolNew(rt: Runtime, _type: Address, args: Address, count: number, kwnames: Address): Address {
  if (kwnames !== 0) raiseTypeError(rt, 'bool() takes no keyword arguments');
  if (count > 1) checkRange(rt, 'bool', count, 0, 1);
  return rt.bool(count === 1 && isTrue(rt, M[args]));
}

const INVERT_WARNING =
  "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.";

const BOOL_DOC = `bool(object=False, /)

True where the object counts as true, else False. There are exactly these two instances, and no class can derive from bool.`;

export const boolTypeSpec = (rt: Runtime): TypeSpec => ({
  name: 'bool',
  kind: 'bool',
  base: rt.intInfo,
  baseType: false,
  doc: BOOL_DOC,
  new: boolNew,
  repr: (runtime, self) => intern(runtime, self === runtime.true ? 'True' : 'False'),
  invert: (runtime, self) => {
    runtime.warn(runtime, 'DeprecationWarning', INVERT_WARNING);
    return invertInt(runtime, self);
  },
  binary: BINARY_NAMES.map((name) => (name === 'and' ? boolAnd : name === 'or' ? boolOr : name === 'xor' ? boolXor : null)),
});

export function defineBoolType(rt: Runtime): TypeInfo {
  rt.boolInfo = defineType(rt, boolTypeSpec(rt));
  return rt.boolInfo;
}
