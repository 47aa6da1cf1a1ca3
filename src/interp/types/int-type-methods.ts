/** Methods of int beside its operators (CPython: Objects/longobject.c). */
import { type Address, WORDS } from '../../heap/memory.ts';
import { roundIntToDecimals } from '../numeric/float-round.ts';
import { bitCount, intFromBytes, intToBytes } from '../numeric/int-bits.ts';
import { bytesLike, isBytesLike } from '../objects/buffer.ts';
import { newBytes } from '../objects/bytes.ts';
import { intIsNegative, intToBigInt, newBigInt, newInt32 } from '../objects/int.ts';
import { newTuple } from '../objects/sequence.ts';
import { call1 } from '../runtime/calls.ts';
import { pure } from '../runtime/exceptions.ts';
import { formatIntObject } from '../runtime/format.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asSize, indexOf, isTrue } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { GetSetSpec } from '../runtime/types.ts';
import { bytesBySpecial, bytesOfIterable } from './bytes-type-construct.ts';
import { exactInt } from './int-type-arithmetic.ts';
import { bitLengthOf } from './int-type-digits.ts';
import { textArgument } from './text-argument.ts';

const M = WORDS;

function roundInt(rt: Runtime, self: Address, digits: Address): Address {
  if (digits === 0 || digits === rt.none) return exactInt(rt, self);
  const places = rt.push(indexOf(rt, digits));
  let result: Address;
  if (!intIsNegative(rt, M[places])) result = exactInt(rt, self);
  else {
    const count = intToBigInt(rt, M[places]);
    // Rounding at more places than the number has digits gives zero.
    const least = -Math.ceil(bitLengthOf(rt, self) * 0.302) - 2;
    result =
      count < BigInt(least)
        ? newInt32(rt, 0)
        : newBigInt(
            rt,
            pure(rt, () => roundIntToDecimals(intToBigInt(rt, self), Number(count))),
          );
  }
  rt.unwind(places);
  return result;
}

function toBytes(rt: Runtime, args: Address): Address {
  const length = M[args + 2] === 0 ? 1 : asSize(rt, M[args + 2]);
  const order = M[args + 4] === 0 ? 'big' : textArgument(rt, M[args + 4], 'to_bytes', "'byteorder'");
  const signed = M[args + 6] !== 0 && isTrue(rt, M[args + 6]);
  const value = intToBigInt(rt, M[args]);
  return newBytes(
    rt,
    pure(rt, () => intToBytes(value, length, order, signed)),
  );
}

function fromBytes(rt: Runtime, args: Address): Address {
  const type = M[args];
  const order = M[args + 4] === 0 ? 'big' : textArgument(rt, M[args + 4], 'from_bytes', "'byteorder'");
  const signed = M[args + 6] !== 0 && isTrue(rt, M[args + 6]);
  const source = M[args + 2];
  const data = bytesBySpecial(rt, source) ?? (isBytesLike(rt, source) ? bytesLike(rt, source) : bytesOfIterable(rt, source));
  const value = newBigInt(
    rt,
    pure(rt, () => intFromBytes(data, order, signed)),
  );
  if (type === rt.intInfo.address) return value;
  const slot = rt.push(value);
  const result = call1(rt, type, value);
  rt.unwind(slot);
  return result;
}

const itself: NativeSpec['fn'] = (rt, args) => exactInt(rt, M[args]);

export const INT_METHODS: readonly NativeSpec[] = [
  { name: 'conjugate', arity: 'none', fn: itself, safe: true, doc: 'Returns self, the complex conjugate of any int.' },
  { name: 'bit_length', arity: 'none', fn: (rt, args) => newInt32(rt, bitLengthOf(rt, M[args])), safe: true },
  { name: 'bit_count', arity: 'none', fn: (rt, args) => newInt32(rt, bitCount(intToBigInt(rt, M[args]))), safe: true },
  { name: 'to_bytes', arity: { params: 'length=, byteorder=, *, signed=' }, fn: toBytes },
  {
    name: 'as_integer_ratio',
    arity: 'none',
    fn: (rt, args) => newTuple(rt, [exactInt(rt, M[args]), newInt32(rt, 1)]),
    safe: true,
  },
  { name: '__trunc__', arity: 'none', fn: itself, safe: true },
  { name: '__floor__', arity: 'none', fn: itself, safe: true },
  { name: '__ceil__', arity: 'none', fn: itself, safe: true },
  {
    name: '__round__',
    arity: { min: 0, max: 1 },
    fn: (rt, args, count) => roundInt(rt, M[args], count > 1 ? M[args + 2] : 0),
  },
  { name: '__getnewargs__', arity: 'none', fn: (rt, args) => newTuple(rt, [exactInt(rt, M[args])]), safe: true },
  {
    name: '__format__',
    arity: 'one',
    fn: (rt, args) => formatIntObject(rt, M[args], textArgument(rt, M[args + 2], '__format__')),
  },
  { name: 'is_integer', arity: 'none', fn: (rt) => rt.true, safe: true },
];

export const INT_CLASS_METHODS: readonly NativeSpec[] = [
  { name: 'from_bytes', arity: { params: 'bytes, byteorder=, *, signed=' }, fn: fromBytes },
];

export const INT_GETSET: readonly GetSetSpec[] = [
  { name: 'real', get: exactInt },
  { name: 'imag', get: (rt) => newInt32(rt, 0) },
  { name: 'numerator', get: exactInt },
  { name: 'denominator', get: (rt) => newInt32(rt, 1) },
];
