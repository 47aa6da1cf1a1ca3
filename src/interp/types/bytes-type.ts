/** The types bytes and bytes_iterator (CPython: Objects/bytesobject.c). */
import { REP } from '../../heap/layout.ts';
import { type Address, BYTES, WORDS } from '../../heap/memory.ts';
import { newInstanceOf, trackInstance } from '../objects/allocate.ts';
import { byteAddress, byteCount, bytesLike, isBytesLike } from '../objects/buffer.ts';
import {
  BYTES_HASH,
  BYTES_LENGTH,
  bytesData,
  bytesLength,
  bytesView,
  hashBytes,
  isBytes,
  newBytes,
  newBytesBlock,
} from '../objects/bytes.ts';
import { isInt, newInt, newInt32 } from '../objects/int.ts';
import { exhaust, ITER_BYTES, ITER_INDEX, ITER_SEQUENCE, newIndexIterator } from '../objects/iterator.ts';
import { newTuple } from '../objects/sequence.ts';
import { isSlice } from '../objects/slice.ts';
import { newStr } from '../objects/str.ts';
import { bindArguments, lend } from '../runtime/calls.ts';
import { raise, raiseTypeError } from '../runtime/exceptions.ts';
import { parseSignature } from '../runtime/native.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { adjustSlice, repeatCount, sequenceIndex, unpackSlice } from '../runtime/slices.ts';
import { BINARY_NAMES, type BinarySlot, type TypeInfo } from '../runtime/type-info.ts';
import { defineType, type TypeSpec } from '../runtime/types.ts';
import { bytesRepr } from '../text/str-repr.ts';
import { byteOf, constructedBytes } from './bytes-type-construct.ts';
import { BYTES_CLASS_METHODS, BYTES_METHODS, BYTES_STATIC_METHODS } from './bytes-type-methods.ts';
import { percentBytes } from './bytes-type-percent.ts';
import { BYTES_SEARCH_METHODS, bufferArgument, findIn, sameBytes } from './bytes-type-search.ts';
import { ordered } from './int-type-arithmetic.ts';
import { ITERATOR_STATE_METHODS } from './iterator-state.ts';

const M = WORDS;
const U8 = BYTES;

const signature = parseSignature('source=, encoding=, errors=');

function bytesNew(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  const info = rt.infoOfType(type);
  const mark = bindArguments(rt, 'bytes', signature, args, count, kwnames);
  const result = lend(rt, args, count, kwnames, mark, () => {
    const source = M[mark];
    const plain = M[mark + 2] === 0 && M[mark + 4] === 0;
    if (info === rt.bytesInfo && plain && source !== 0 && M[source + REP] === info.rep) return rt.retain(source);
    const data = constructedBytes(rt, 'bytes', source, M[mark + 2], M[mark + 4]);
    if (info === rt.bytesInfo) return newBytes(rt, data);
    const made = newInstanceOf(rt, info, 33 + data.length);
    M[made + BYTES_LENGTH] = data.length;
    M[made + BYTES_HASH] = -1;
    M[made + BYTES_HASH + 1] = -1;
    U8.set(data, bytesData(made));
    trackInstance(rt, info, made);
    return made;
  });
  rt.unwind(mark);
  return result;
}

/** Order of the bytes of two bytes-like objects, for `ordered`. */
export function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index++) {
    const difference = left[index]! - right[index]!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compare(rt: Runtime, left: Address, right: Address, op: number): Address {
  if (!isBytes(rt, left) || !isBytes(rt, right)) return rt.notImplemented;
  return ordered(rt, compareBytes(bytesView(rt, left), bytesView(rt, right)), op);
}

function getItem(rt: Runtime, self: Address, key: Address): Address {
  const length = bytesLength(rt, self);
  if (isSlice(rt, key)) {
    const range = adjustSlice(unpackSlice(rt, key), length);
    const data = bytesView(rt, self);
    if (range.step === 1) {
      return range.count === length ? sameBytes(rt, self) : newBytes(rt, data.subarray(range.start, range.start + range.count));
    }
    const out = new Uint8Array(range.count);
    for (let index = 0, at = range.start; index < range.count; index++, at += range.step) out[index] = data[at]!;
    return newBytes(rt, out);
  }
  const index = sequenceIndex(rt, key, 'byte');
  const at = index < 0 ? index + length : index;
  if (at < 0 || at >= length) raise(rt, 'IndexError', 'index out of range');
  return newInt32(rt, U8[bytesData(self) + at]!);
}

/** item in data, where item is a byte or a bytes-like object. */
export function containsBytes(rt: Runtime, self: Address, item: Address): boolean {
  if (isInt(rt, item) || (rt.typeOf(item).index !== null && !isBytesLike(rt, item))) {
    rt.pinned++;
    const byte = byteOf(rt, item);
    rt.pinned--;
    return bytesLike(rt, self).includes(byte);
  }
  const needle = bufferArgument(rt, item);
  const data = bytesLike(rt, self);
  return findIn(data, needle, 0, data.length) >= 0;
}

function concat(rt: Runtime, left: Address, right: Address): Address {
  if (!isBytesLike(rt, right)) raiseTypeError(rt, `can't concat ${rt.typeOf(right).name} to bytes`);
  const a = bytesLike(rt, left);
  const b = bytesLike(rt, right);
  if (a.length === 0 && M[right + REP] === rt.bytesInfo.rep) return rt.retain(right);
  if (b.length === 0 && M[left + REP] === rt.bytesInfo.rep) return rt.retain(left);
  if (a.length + b.length === 0) return rt.emptyBytes;
  if (a.length + b.length === 1) return rt.byteChars[(a.length === 1 ? a : b)[0]!]!;
  const object = newBytesBlock(rt, a.length + b.length);
  U8.set(a, bytesData(object));
  U8.set(b, bytesData(object) + a.length);
  return object;
}

/** `data` repeated `times` times. */
export function repeatBytes(rt: Runtime, data: Uint8Array, times: number): Uint8Array {
  const total = data.length * times;
  rt.checkBytes(total);
  const out = new Uint8Array(total);
  if (total === 0) return out;
  out.set(data);
  for (let filled = data.length; filled < total; filled *= 2) out.copyWithin(filled, 0, Math.min(filled, total - filled));
  return out;
}

function repeat(rt: Runtime, self: Address, count: Address): Address {
  const times = repeatCount(rt, count);
  return times === 1 ? sameBytes(rt, self) : newBytes(rt, repeatBytes(rt, bytesView(rt, self), times));
}

const modulo: BinarySlot = (rt, left, right) => (isBytes(rt, left) ? percentBytes(rt, left, right) : rt.notImplemented);

const BYTES_DOC = `bytes(iterable_of_ints) -> bytes
bytes(string, encoding[, errors]) -> bytes
bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer
bytes(int) -> bytes object of that many zero bytes
bytes() -> empty bytes object`;

export const bytesTypeSpec = (_rt: Runtime): TypeSpec => ({
  name: 'bytes',
  kind: 'bytes',
  basicBytes: 33,
  itemBytes: 1,
  collectable: false,
  matchSelf: true,
  doc: BYTES_DOC,
  new: bytesNew,
  repr: (rt, self) => newStr(rt, bytesRepr(bytesView(rt, self))),
  hash: hashBytes,
  compare,
  iter: (rt, self) => newIndexIterator(rt, rt.types['bytes_iterator']!, self),
  length: bytesLength,
  getitem: getItem,
  contains: containsBytes,
  concat,
  repeat,
  binary: BINARY_NAMES.map((name) => (name === 'mod' ? modulo : null)),
  methods: [
    ...BYTES_SEARCH_METHODS,
    ...BYTES_METHODS,
    { name: '__bytes__', arity: 'none', fn: (rt, args) => sameBytes(rt, M[args]), safe: true },
    {
      name: '__getnewargs__',
      arity: 'none',
      fn: (rt, args) => newTuple(rt, [newBytes(rt, bytesView(rt, M[args]))]),
      safe: true,
    },
  ],
  classMethods: BYTES_CLASS_METHODS,
  staticMethods: BYTES_STATIC_METHODS,
});

/** The next byte of a bytes_iterator or bytearray_iterator, or 0. */
export function nextByte(rt: Runtime, self: Address): Address {
  const data = M[self + ITER_SEQUENCE];
  if (data === 0) return 0;
  const index = M[self + ITER_INDEX];
  if (index >= byteCount(rt, data)) return exhaust(rt, self);
  M[self + ITER_INDEX] = index + 1;
  return newInt32(rt, U8[byteAddress(rt, data) + index]!);
}

export const byteIteratorTypeSpec = (name: string): TypeSpec => ({
  name,
  kind: 'record',
  basicBytes: ITER_BYTES,
  fields: 1,
  collectable: true,
  baseType: false,
  abstract: true,
  iter: (rt, self) => rt.retain(self),
  next: nextByte,
  methods: [
    {
      name: '__length_hint__',
      arity: 'none',
      safe: true,
      fn: (rt, args) => {
        const data = M[M[args] + ITER_SEQUENCE];
        return newInt(rt, data === 0 ? 0 : Math.max(0, byteCount(rt, data) - M[M[args] + ITER_INDEX]));
      },
    },
    ...ITERATOR_STATE_METHODS,
  ],
});

export function defineBytesType(rt: Runtime): TypeInfo {
  rt.bytesInfo = defineType(rt, bytesTypeSpec(rt));
  return rt.bytesInfo;
}

export function defineByteIteratorTypes(rt: Runtime): void {
  for (const name of ['bytes_iterator', 'bytearray_iterator']) defineType(rt, byteIteratorTypeSpec(name));
}
