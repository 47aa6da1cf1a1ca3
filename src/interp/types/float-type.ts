/** The type float (CPython: Objects/floatobject.c). */
import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import { floatFromHex, floatHex } from '../numeric/float-hex.ts';
import { parseFloatText } from '../numeric/float-parse.ts';
import { floatRepr } from '../numeric/float-repr.ts';
import { roundHalfEven, roundToDecimals, roundToInt } from '../numeric/float-round.ts';
import { floatToInt, integerRatio } from '../numeric/number-conversion.ts';
import { writeHashOfDouble } from '../numeric/number-hash.ts';
import { newInstanceOf, trackInstance } from '../objects/allocate.ts';
import { bytesLike, isBytesLike } from '../objects/buffer.ts';
import { FLOAT_BYTES, floatValue, isFloat, newFloat } from '../objects/float.ts';
import { isInt, newBigInt, newInt } from '../objects/int.ts';
import { newTuple, newTupleFromTop } from '../objects/sequence.ts';
import { isStr, newStr, strText } from '../objects/str.ts';
import { call1, checkRange, countWithoutKeywords } from '../runtime/calls.ts';
import { pure, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { formatFloatObject } from '../runtime/format.ts';
import { identityHash } from '../runtime/identity.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asDouble, asIndex, warnFloatSubclass } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { defineType, type TypeSpec } from '../runtime/types.ts';
import { bytesRepr } from '../text/str-repr.ts';
import { compareFloat, FLOAT_BINARY, floatPower3 } from './float-type-arithmetic.ts';
import { doubleOfInt } from './int-type-arithmetic.ts';
import { numberText } from './int-type-construct.ts';
import { textArgument } from './text-argument.ts';

const M = WORDS;
const F64 = DOUBLES;

/** The value of float(object). */
export function doubleOf(rt: Runtime, object: Address): number {
  if (isFloat(rt, object)) return floatValue(rt, object);
  if (isInt(rt, object)) return doubleOfInt(rt, object);
  if (isStr(rt, object)) return pure(rt, () => parseFloatText(strText(rt, object)));
  const info = rt.typeOf(object);
  if (info.float === null && info.index === null) {
    if (isBytesLike(rt, object)) {
      const data = bytesLike(rt, object).slice();
      return pure(rt, () => parseFloatText(numberText(data), bytesRepr(data)));
    }
    raiseTypeError(rt, `float() argument must be a string or a real number, not '${info.name}'`);
  }
  return asDouble(rt, object);
}

function floatNew(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  const info = rt.infoOfType(type);
  if (kwnames !== 0) count = countWithoutKeywords(rt, 'float', info, count, kwnames);
  if (count > 1) checkRange(rt, 'float', count, 0, 1);
  const value = M[args];
  if (info === rt.floatInfo) {
    if (count === 1 && M[value + 3] === info.rep) return rt.retain(value);
    // A subclass of float with a `__float__` of its own is asked for it.
    const own = count === 1 ? rt.typeOf(value).float : null;
    if (own !== null && (isFloat(rt, value) ? own !== info.float : isStr(rt, value))) return newFloat(rt, viaFloat(rt, value));
    return newFloat(rt, count === 0 ? 0 : doubleOf(rt, value));
  }
  const double = count === 0 ? 0 : doubleOf(rt, value);
  const object = newInstanceOf(rt, info, Math.max(FLOAT_BYTES, info.basicBytes));
  F64[(object + 4) >> 1] = double;
  trackInstance(rt, info, object);
  return object;
}

function viaFloat(rt: Runtime, value: Address): number {
  const slot = rt.push(rt.typeOf(value).float!(rt, value));
  const result = M[slot];
  if (!isFloat(rt, result))
    raiseTypeError(rt, `${rt.typeOf(value).name}.__float__ returned non-float (type ${rt.typeOf(result).name})`);
  warnFloatSubclass(rt, value, result);
  const double = floatValue(rt, result);
  rt.unwind(slot);
  return double;
}

const hashOut = new Int32Array(2);

/** Hash of a float; a nan hashes by its identity. */
export function hashFloat(rt: Runtime, self: Address): void {
  const value = floatValue(rt, self);
  if (Number.isNaN(value)) {
    identityHash(rt, self);
    return;
  }
  writeHashOfDouble(value, hashOut);
  rt.hashLow = hashOut[0]!;
  rt.hashHigh = hashOut[1]!;
}

/** An exact float of the same value; owned. */
function exactFloat(rt: Runtime, self: Address): Address {
  return M[self + 3] === rt.floatInfo.rep ? rt.retain(self) : newFloat(rt, floatValue(rt, self));
}

function intOfDouble(rt: Runtime, value: number): Address {
  if (Number.isSafeInteger(value)) return newInt(rt, value + 0);
  return newBigInt(
    rt,
    pure(rt, () => floatToInt(value)),
  );
}

function roundFloat(rt: Runtime, self: Address, digits: Address): Address {
  const value = floatValue(rt, self);
  if (digits === 0 || digits === rt.none) {
    const rounded = roundHalfEven(value);
    return Number.isSafeInteger(rounded)
      ? newInt(rt, rounded + 0)
      : newBigInt(
          rt,
          pure(rt, () => roundToInt(value)),
        );
  }
  const places = asIndex(rt, digits);
  return newFloat(
    rt,
    pure(rt, () => roundToDecimals(value, places)),
  );
}

const value = (rt: Runtime, args: Address): number => floatValue(rt, M[args]);

const FLOAT_METHODS: readonly NativeSpec[] = [
  { name: 'conjugate', arity: 'none', fn: (rt, args) => exactFloat(rt, M[args]), safe: true },
  { name: '__trunc__', arity: 'none', fn: (rt, args) => intOfDouble(rt, Math.trunc(value(rt, args))), safe: true },
  { name: '__floor__', arity: 'none', fn: (rt, args) => intOfDouble(rt, Math.floor(value(rt, args))), safe: true },
  { name: '__ceil__', arity: 'none', fn: (rt, args) => intOfDouble(rt, Math.ceil(value(rt, args))), safe: true },
  {
    name: '__round__',
    arity: { min: 0, max: 1 },
    fn: (rt, args, count) => roundFloat(rt, M[args], count > 1 ? M[args + 2] : 0),
  },
  {
    name: 'as_integer_ratio',
    arity: 'none',
    fn: (rt, args) => {
      const [numerator, denominator] = pure(rt, () => integerRatio(value(rt, args)));
      rt.push(newBigInt(rt, numerator));
      rt.push(newBigInt(rt, denominator));
      return newTupleFromTop(rt, 2);
    },
    safe: true,
  },
  { name: 'hex', arity: 'none', fn: (rt, args) => newStr(rt, floatHex(value(rt, args))), safe: true },
  { name: 'is_integer', arity: 'none', fn: (rt, args) => rt.bool(Number.isInteger(value(rt, args))), safe: true },
  { name: '__getnewargs__', arity: 'none', fn: (rt, args) => newTuple(rt, [newFloat(rt, value(rt, args))]), safe: true },
  {
    name: '__format__',
    arity: 'one',
    fn: (rt, args) => formatFloatObject(rt, M[args], textArgument(rt, M[args + 2], '__format__')),
  },
];

function fromHex(rt: Runtime, args: Address): Address {
  const type = M[args];
  const text = M[args + 2];
  if (!isStr(rt, text)) raiseTypeError(rt, 'bad argument type for built-in operation');
  const result = newFloat(
    rt,
    pure(rt, () => floatFromHex(strText(rt, text))),
  );
  if (type === rt.floatInfo.address) return result;
  const slot = rt.push(result);
  const instance = call1(rt, type, result);
  rt.unwind(slot);
  return instance;
}

function getFormat(rt: Runtime, args: Address): Address {
  const text = textArgument(rt, M[args + 2], '__getformat__');
  if (text !== 'double' && text !== 'float') raiseValueError(rt, "__getformat__() argument 1 must be 'double' or 'float'");
  return newStr(rt, 'IEEE, little-endian');
}

const FLOAT_DOC = `float(x=0, /)

A double-precision number from text or from another number.`;

export const floatTypeSpec = (_rt: Runtime): TypeSpec => ({
  name: 'float',
  kind: 'float',
  basicBytes: FLOAT_BYTES,
  collectable: false,
  matchSelf: true,
  doc: FLOAT_DOC,
  new: floatNew,
  repr: (rt, self) => newStr(rt, floatRepr(floatValue(rt, self))),
  hash: hashFloat,
  compare: compareFloat,
  binary: FLOAT_BINARY,
  pow3: floatPower3,
  negative: (rt, self) => newFloat(rt, -floatValue(rt, self)),
  positive: exactFloat,
  absolute: (rt, self) => newFloat(rt, Math.abs(floatValue(rt, self))),
  bool: (rt, self) => floatValue(rt, self) !== 0,
  int: (rt, self) => intOfDouble(rt, Math.trunc(floatValue(rt, self))),
  float: exactFloat,
  methods: FLOAT_METHODS,
  classMethods: [
    { name: 'fromhex', arity: 'one', fn: fromHex },
    { name: '__getformat__', arity: 'one', fn: getFormat },
  ],
  getset: [
    { name: 'real', get: exactFloat },
    { name: 'imag', get: (rt) => newFloat(rt, 0) },
  ],
});

export function defineFloatType(rt: Runtime): TypeInfo {
  rt.floatInfo = defineType(rt, floatTypeSpec(rt));
  return rt.floatInfo;
}
