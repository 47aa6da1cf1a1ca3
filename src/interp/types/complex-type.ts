/** The type complex (CPython: Objects/complexobject.c). */
import { REP } from '../../heap/layout.ts';
import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import { type Complex, complexAbsolute, complexDivide, complexMultiply, complexPower } from '../numeric/complex-arithmetic.ts';
import { complexRepr, parseComplexText } from '../numeric/complex-text.ts';
import { compareIntToFloat } from '../numeric/number-conversion.ts';
import { hashOfComplex, hashOfDouble } from '../numeric/number-hash.ts';
import { newInstanceOf, trackInstance } from '../objects/allocate.ts';
import { complexImag, complexReal, floatValue, isFloat, newComplex, newFloat } from '../objects/float.ts';
import { intToBigInt, isInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { newTupleFromTop } from '../objects/sequence.ts';
import { intern, isStr, newStr, strText } from '../objects/str.ts';
import { callBoundSpecial } from '../runtime/attributes.ts';
import { bindArguments, lend } from '../runtime/calls.ts';
import { pure, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { formatComplexObject } from '../runtime/format.ts';
import { identityHash } from '../runtime/identity.ts';
import { typeLookup } from '../runtime/lookup.ts';
import { parseSignature } from '../runtime/native.ts';
import { asDouble } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { BINARY_NAMES, type BinarySlot, EQ, NE, type TypeInfo } from '../runtime/type-info.ts';
import { defineType, type TypeSpec } from '../runtime/types.ts';
import { doubleOfInt } from './int-type-arithmetic.ts';
import { textArgument } from './text-argument.ts';

const M = WORDS;
const F64 = DOUBLES;

export function isComplex(_rt: Runtime, object: Address): boolean {
  return (M[object + REP] & 0xff) === KIND.complex;
}

/** Both parts of a complex object. */
export function complexValue(rt: Runtime, object: Address): Complex {
  return [complexReal(rt, object), complexImag(rt, object)];
}

function make(rt: Runtime, parts: Complex): Address {
  return newComplex(rt, parts[0], parts[1]);
}

/** An operand of complex arithmetic, or null for an object that is no number. */
function operand(rt: Runtime, object: Address): Complex | null {
  if (isComplex(rt, object)) return complexValue(rt, object);
  if (isFloat(rt, object)) return [floatValue(rt, object), 0];
  if (isInt(rt, object)) return [doubleOfInt(rt, object), 0];
  return null;
}

function binarySlot(work: (a: Complex, b: Complex) => Complex): BinarySlot {
  return (rt, left, right) => {
    const a = operand(rt, left);
    if (a === null) return rt.notImplemented;
    const b = operand(rt, right);
    if (b === null) return rt.notImplemented;
    return make(
      rt,
      pure(rt, () => work(a, b)),
    );
  };
}

const SLOTS: Partial<Record<string, BinarySlot>> = {
  add: binarySlot((a, b) => [a[0] + b[0], a[1] + b[1]]),
  sub: binarySlot((a, b) => [a[0] - b[0], a[1] - b[1]]),
  mul: binarySlot(complexMultiply),
  truediv: binarySlot(complexDivide),
  pow: binarySlot(complexPower),
};

function complexPower3(rt: Runtime, base: Address, exponent: Address, modulus: Address): Address {
  for (const object of [base, exponent, modulus]) if (operand(rt, object) === null) return rt.notImplemented;
  raiseValueError(rt, 'complex modulo');
}

function compareComplex(rt: Runtime, left: Address, right: Address, op: number): Address {
  if (op !== EQ && op !== NE) return rt.notImplemented;
  const real = complexReal(rt, left);
  const imaginary = complexImag(rt, left);
  let equal: boolean;
  if (isInt(rt, right)) equal = imaginary === 0 && compareIntToFloat(intToBigInt(rt, right), real) === 0;
  else if (isFloat(rt, right)) equal = imaginary === 0 && real === floatValue(rt, right);
  else if (isComplex(rt, right)) equal = real === complexReal(rt, right) && imaginary === complexImag(rt, right);
  else return rt.notImplemented;
  return rt.bool(equal === (op === EQ));
}

function hashComplex(rt: Runtime, self: Address): void {
  const partHash = (part: number): bigint => {
    if (!Number.isNaN(part)) return hashOfDouble(part);
    identityHash(rt, self);
    return (BigInt(rt.hashHigh) << 32n) | BigInt(rt.hashLow >>> 0);
  };
  const hash = hashOfComplex(partHash(complexReal(rt, self)), partHash(complexImag(rt, self)));
  rt.hashLow = Number(BigInt.asIntN(32, hash));
  rt.hashHigh = Number(BigInt.asIntN(32, hash >> 32n));
}

/** The value of `object.__complex__()`, or null where the class has none. */
export function viaComplex(rt: Runtime, object: Address): Complex | null {
  const info = rt.typeOf(object);
  if (isComplex(rt, object) && !info.heap) return complexValue(rt, object);
  if (typeLookup(rt, info, intern(rt, '__complex__')) === 0) return null;
  const result = callBoundSpecial(rt, object, '__complex__');
  const slot = rt.push(result);
  if (!isComplex(rt, result)) raiseTypeError(rt, `__complex__ returned non-complex (type ${rt.typeOf(result).name})`);
  if (rt.typeOf(result).heap) {
    const message = `__complex__ returned non-complex (type ${rt.typeOf(result).name}).  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python.`;
    rt.warn(rt, 'DeprecationWarning', message);
  }
  const parts = complexValue(rt, M[slot]);
  rt.unwind(slot);
  return parts;
}

const signature = parseSignature('real=, imag=');

/** The parts that complex(real, imag) stands for; 0 for an argument not given. */
function construct(rt: Runtime, first: Address, second: Address): Complex {
  if (first !== 0 && isStr(rt, first)) {
    if (second !== 0) raiseTypeError(rt, "complex() can't take second arg if first is a string");
    return pure(rt, () => parseComplexText(strText(rt, first)));
  }
  if (second !== 0 && isStr(rt, second)) raiseTypeError(rt, "complex() second arg can't be a string");
  let real: Complex = [0, 0];
  let realIsComplex = false;
  if (first !== 0) {
    const special = viaComplex(rt, first);
    if (special !== null) {
      real = special;
      realIsComplex = true;
    } else {
      const info = rt.typeOf(first);
      if (info.float === null && info.index === null) {
        raiseTypeError(rt, `complex() first argument must be a string or a number, not '${info.name}'`);
      }
      real = [asDouble(rt, first), 0];
    }
  }
  if (second === 0) return real;
  let imaginary: Complex;
  const imaginaryIsComplex = isComplex(rt, second);
  if (imaginaryIsComplex) imaginary = complexValue(rt, second);
  else {
    const info = rt.typeOf(second);
    if (info.float === null && info.index === null) {
      raiseTypeError(rt, `complex() second argument must be a number, not '${info.name}'`);
    }
    imaginary = [asDouble(rt, second), 0];
  }
  return [imaginaryIsComplex ? real[0] - imaginary[1] : real[0], realIsComplex ? imaginary[0] + real[1] : imaginary[0]];
}

function complexNew(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  const info = rt.infoOfType(type);
  const mark = bindArguments(rt, 'complex', signature, args, count, kwnames);
  if (info === rt.complexInfo && M[mark + 2] === 0 && M[mark] !== 0 && M[M[mark] + REP] === info.rep) {
    const given = rt.retain(M[mark]);
    rt.unwind(mark);
    return given;
  }
  const parts = lend(rt, args, count, kwnames, mark, () => construct(rt, M[mark], M[mark + 2]));
  rt.unwind(mark);
  if (info === rt.complexInfo) return make(rt, parts);
  const object = newInstanceOf(rt, info, info.basicBytes);
  F64[(object + 4) >> 1] = parts[0];
  F64[(object + 6) >> 1] = parts[1];
  trackInstance(rt, info, object);
  return object;
}

const COMPLEX_DOC = `complex(real=0, imag=0)

A complex number from text or from a real and an imaginary part.`;

export const complexTypeSpec = (_rt: Runtime): TypeSpec => ({
  name: 'complex',
  kind: 'complex',
  basicBytes: 32,
  collectable: false,
  doc: COMPLEX_DOC,
  new: complexNew,
  repr: (rt, self) => newStr(rt, complexRepr(complexReal(rt, self), complexImag(rt, self))),
  hash: hashComplex,
  compare: compareComplex,
  binary: BINARY_NAMES.map((name) => SLOTS[name] ?? null),
  pow3: complexPower3,
  negative: (rt, self) => newComplex(rt, -complexReal(rt, self), -complexImag(rt, self)),
  positive: (rt, self) => (rt.typeOf(self).heap ? make(rt, complexValue(rt, self)) : rt.retain(self)),
  absolute: (rt, self) =>
    newFloat(
      rt,
      pure(rt, () => complexAbsolute(complexValue(rt, self))),
    ),
  bool: (rt, self) => complexReal(rt, self) !== 0 || complexImag(rt, self) !== 0,
  methods: [
    {
      name: 'conjugate',
      arity: 'none',
      fn: (rt, args) => newComplex(rt, complexReal(rt, M[args]), -complexImag(rt, M[args])),
      safe: true,
    },
    {
      name: '__complex__',
      arity: 'none',
      fn: (rt, args) => (rt.typeOf(M[args]).heap ? make(rt, complexValue(rt, M[args])) : rt.retain(M[args])),
      safe: true,
    },
    {
      name: '__getnewargs__',
      arity: 'none',
      fn: (rt, args) => {
        rt.push(newFloat(rt, complexReal(rt, M[args])));
        rt.push(newFloat(rt, complexImag(rt, M[args])));
        return newTupleFromTop(rt, 2);
      },
      safe: true,
    },
    {
      name: '__format__',
      arity: 'one',
      fn: (rt, args) => formatComplexObject(rt, M[args], textArgument(rt, M[args + 2], '__format__')),
    },
  ],
  getset: [
    { name: 'real', get: (rt, self) => newFloat(rt, complexReal(rt, self)), member: true },
    { name: 'imag', get: (rt, self) => newFloat(rt, complexImag(rt, self)), member: true },
  ],
});

export function defineComplexType(rt: Runtime): TypeInfo {
  rt.complexInfo = defineType(rt, complexTypeSpec(rt));
  return rt.complexInfo;
}
