/** The type bytearray (CPython: Objects/bytearrayobject.c). */
import { type Address, BYTES, WORDS } from '../../heap/memory.ts';
import {
  ARRAY_ALLOCATED,
  ARRAY_EXPORTS,
  byteAddress,
  byteCount,
  bytesLike,
  isByteArray,
  isBytesLike,
} from '../objects/buffer.ts';
import { newByteArray, newEmptyByteArray, resizeByteArray, spliceByteArray } from '../objects/bytearray.ts';
import { newInt, newInt32 } from '../objects/int.ts';
import { newIndexIterator } from '../objects/iterator.ts';
import { tupleFrom } from '../objects/sequence.ts';
import { isSlice } from '../objects/slice.ts';
import { isStr, newStr } from '../objects/str.ts';
import { bindArguments, lend } from '../runtime/calls.ts';
import { raise, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { type NativeSpec, parseSignature } from '../runtime/native.ts';
import { asSize } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { adjustSlice, repeatCount, type SliceRange, sequenceIndex, unpackSlice } from '../runtime/slices.ts';
import { BINARY_NAMES, type BinarySlot, EQ, NE, type TypeInfo } from '../runtime/type-info.ts';
import { defineType, type TypeSpec } from '../runtime/types.ts';
import { bytesRepr } from '../text/str-repr.ts';
import { compareBytes, containsBytes, repeatBytes } from './bytes-type.ts';
import { byteOf, bytesOfItems, constructedBytes } from './bytes-type-construct.ts';
import { BYTES_CLASS_METHODS, BYTES_METHODS, BYTES_STATIC_METHODS } from './bytes-type-methods.ts';
import { percentBytes } from './bytes-type-percent.ts';
import { BYTES_SEARCH_METHODS } from './bytes-type-search.ts';
import { ordered } from './int-type-arithmetic.ts';
import { stateOf } from './reduction.ts';

const M = WORDS;
const U8 = BYTES;

/** Raises BufferError while memoryviews look at the array: it must not move. */
export function checkExports(rt: Runtime, array: Address): void {
  if (M[array + ARRAY_EXPORTS] === 0) return;
  if (!rt.heap.capabilities.prompt) M[array + ARRAY_EXPORTS] = rt.liveViews(array);
  if (M[array + ARRAY_EXPORTS] > 0) {
    raise(rt, 'BufferError', 'Existing exports of data: object cannot be re-sized');
  }
}

function replaceRange(rt: Runtime, array: Address, start: number, stop: number, data: Uint8Array): void {
  if (data.length !== stop - start) checkExports(rt, array);
  spliceByteArray(rt, array, start, stop, data);
}

const signature = parseSignature('source=, encoding=, errors=');

function initialize(rt: Runtime, self: Address, args: Address, count: number, kwnames: Address): void {
  const mark = bindArguments(rt, 'bytearray', signature, args, count, kwnames);
  lend(rt, args, count, kwnames, mark, () => {
    // Iterating the source may run Python, and `self` must not move meanwhile.
    rt.pinned++;
    const data = constructedBytes(rt, 'bytearray', M[mark], M[mark + 2], M[mark + 4]);
    rt.pinned--;
    // The source may be the array itself.
    replaceRange(rt, self, 0, byteCount(rt, self), data.slice());
  });
  rt.unwind(mark);
}

function getItem(rt: Runtime, self: Address, key: Address): Address {
  if (isSlice(rt, key)) {
    const unpacked = unpackSlice(rt, key);
    const range = adjustSlice(unpacked, byteCount(rt, self));
    const data = bytesLike(rt, self);
    if (range.step === 1) return newByteArray(rt, data.subarray(range.start, range.start + range.count));
    const out = new Uint8Array(range.count);
    for (let index = 0, at = range.start; index < range.count; index++, at += range.step) out[index] = data[at]!;
    return newByteArray(rt, out);
  }
  const at = position(rt, self, key);
  return newInt32(rt, U8[byteAddress(rt, self) + at]!);
}

/** The place of an index within the array; IndexError outside. */
function position(rt: Runtime, self: Address, key: Address): number {
  const index = sequenceIndex(rt, key, 'bytearray');
  const at = index < 0 ? index + byteCount(rt, self) : index;
  if (at < 0 || at >= byteCount(rt, self)) raise(rt, 'IndexError', 'bytearray index out of range');
  return at;
}

function setItem(rt: Runtime, self: Address, key: Address, value: Address): void {
  if (isSlice(rt, key)) {
    setSlice(rt, self, unpackSlice(rt, key), value);
    return;
  }
  if (value === 0) {
    const at = position(rt, self, key);
    replaceRange(rt, self, at, at + 1, new Uint8Array(0));
    return;
  }
  rt.pinned++;
  const byte = byteOf(rt, value);
  rt.pinned--;
  const at = position(rt, self, key);
  U8[byteAddress(rt, self) + at] = byte;
}

/** What is assigned to a slice, as bytes of the host's own. */
function assigned(rt: Runtime, value: Address): Uint8Array {
  if (value === 0) return new Uint8Array(0);
  if (isBytesLike(rt, value)) return bytesLike(rt, value).slice();
  const info = rt.typeOf(value);
  if (isStr(rt, value) || (info.iter === null && info.getitem === null)) {
    raiseTypeError(rt, 'can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  }
  rt.pinned++;
  const data = bytesOfItems(rt, value, 'byte');
  rt.pinned--;
  return data;
}

function setSlice(rt: Runtime, self: Address, slice: SliceRange, value: Address): void {
  const data = assigned(rt, value);
  const range = adjustSlice(slice, byteCount(rt, self));
  if (range.step === 1) {
    replaceRange(rt, self, range.start, Math.max(range.start, range.stop), data);
    return;
  }
  if (value !== 0) {
    if (data.length !== range.count) {
      raiseValueError(rt, `attempt to assign bytes of size ${data.length} to extended slice of size ${range.count}`);
    }
    const first = byteAddress(rt, self) + range.start;
    for (let index = 0; index < range.count; index++) U8[first + index * range.step] = data[index]!;
    return;
  }
  if (range.count === 0) return;
  checkExports(rt, self);
  const gone = new Set<number>();
  for (let index = 0; index < range.count; index++) gone.add(range.start + index * range.step);
  const kept = bytesLike(rt, self).filter((_byte, index) => !gone.has(index));
  U8.set(kept, byteAddress(rt, self));
  resizeByteArray(rt, self, kept.length);
}

function compare(rt: Runtime, left: Address, right: Address, op: number): Address {
  if (!isBytesLike(rt, right)) return rt.notImplemented;
  const a = bytesLike(rt, left);
  const b = bytesLike(rt, right);
  if (a.length !== b.length && (op === EQ || op === NE)) return rt.bool(op === NE);
  return ordered(rt, compareBytes(a, b), op);
}

function concat(rt: Runtime, left: Address, right: Address): Address {
  if (!isBytesLike(rt, right)) raiseTypeError(rt, `can't concat ${rt.typeOf(right).name} to bytearray`);
  const a = bytesLike(rt, left);
  const b = bytesLike(rt, right);
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return newByteArray(rt, out);
}

function append(rt: Runtime, self: Address, data: Uint8Array): void {
  const length = byteCount(rt, self);
  if (data.length === 0) return;
  checkExports(rt, self);
  resizeByteArray(rt, self, length + data.length);
  U8.set(data, byteAddress(rt, self) + length);
}

function inplaceConcat(rt: Runtime, left: Address, right: Address): Address {
  if (!isBytesLike(rt, right)) raiseTypeError(rt, `can't concat ${rt.typeOf(right).name} to bytearray`);
  // CPython looks at its own bytes through a view while it would grow.
  if (right === left && byteCount(rt, left) > 0) {
    raise(rt, 'BufferError', 'Existing exports of data: object cannot be re-sized');
  }
  append(rt, left, bytesLike(rt, right).slice());
  return rt.retain(left);
}

function repeat(rt: Runtime, self: Address, count: Address): Address {
  const times = repeatCount(rt, count);
  return newByteArray(rt, repeatBytes(rt, bytesLike(rt, self), times));
}

function inplaceRepeat(rt: Runtime, self: Address, count: Address): Address {
  const times = repeatCount(rt, count);
  replaceRange(rt, self, 0, byteCount(rt, self), repeatBytes(rt, bytesLike(rt, self), times));
  return rt.retain(self);
}

function extend(rt: Runtime, args: Address): Address {
  const self = M[args];
  const source = M[args + 2];
  if (isBytesLike(rt, source)) append(rt, self, bytesLike(rt, source).slice());
  else {
    const info = rt.typeOf(source);
    if (info.iter === null && info.getitem === null) raiseTypeError(rt, `can't extend bytearray with ${info.name}`);
    if (isStr(rt, source)) raiseTypeError(rt, `expected iterable of integers; got: '${info.name}'`);
    append(rt, self, bytesOfItems(rt, source, 'byte'));
  }
  return rt.none;
}

function insert(rt: Runtime, args: Address): Address {
  const self = M[args];
  let index = asSize(rt, M[args + 2]);
  const byte = byteOf(rt, M[args + 4]);
  const length = byteCount(rt, self);
  if (index < 0) index = Math.max(0, index + length);
  index = Math.min(index, length);
  replaceRange(rt, self, index, index, Uint8Array.of(byte));
  return rt.none;
}

function pop(rt: Runtime, args: Address, count: number): Address {
  const self = M[args];
  const length = byteCount(rt, self);
  let index = count > 1 ? asSize(rt, M[args + 2], 'IndexError') : -1;
  if (length === 0) raise(rt, 'IndexError', 'pop from empty bytearray');
  if (index < 0) index += length;
  if (index < 0 || index >= length) raise(rt, 'IndexError', 'pop index out of range');
  const byte = U8[byteAddress(rt, self) + index]!;
  checkExports(rt, self);
  U8.copyWithin(byteAddress(rt, self) + index, byteAddress(rt, self) + index + 1, byteAddress(rt, self) + length);
  resizeByteArray(rt, self, length - 1);
  return newInt32(rt, byte);
}

function remove(rt: Runtime, args: Address): Address {
  const self = M[args];
  const byte = byteOf(rt, M[args + 2]);
  const index = bytesLike(rt, self).indexOf(byte);
  if (index < 0) raiseValueError(rt, 'value not found in bytearray');
  replaceRange(rt, self, index, index + 1, new Uint8Array(0));
  return rt.none;
}

function reduce(rt: Runtime, args: Address): Address {
  const self = M[args];
  const text = Buffer.from(bytesLike(rt, self)).toString('latin1');
  return tupleFrom(rt, [
    () => rt.retain(rt.typeOf(self).address),
    () => tupleFrom(rt, [() => newStr(rt, text), () => newStr(rt, 'latin-1')]),
    () => stateOf(rt, self),
  ]);
}

const BYTEARRAY_METHODS: readonly NativeSpec[] = [
  {
    name: 'append',
    arity: 'one',
    fn: (rt, args) => {
      const self = M[args];
      const byte = byteOf(rt, M[args + 2]);
      const length = byteCount(rt, self);
      checkExports(rt, self);
      resizeByteArray(rt, self, length + 1);
      U8[byteAddress(rt, self) + length] = byte;
      return rt.none;
    },
  },
  { name: 'extend', arity: 'one', fn: extend },
  { name: 'insert', arity: { min: 2, max: 2 }, fn: insert },
  { name: 'pop', arity: { min: 0, max: 1 }, fn: pop },
  { name: 'remove', arity: 'one', fn: remove },
  {
    name: 'clear',
    arity: 'none',
    fn: (rt, args) => {
      if (byteCount(rt, M[args]) > 0) checkExports(rt, M[args]);
      resizeByteArray(rt, M[args], 0);
      return rt.none;
    },
  },
  {
    name: 'reverse',
    arity: 'none',
    fn: (rt, args) => {
      bytesLike(rt, M[args]).reverse();
      return rt.none;
    },
  },
  { name: 'copy', arity: 'none', fn: (rt, args) => newByteArray(rt, bytesLike(rt, M[args])) },
  { name: '__alloc__', arity: 'none', fn: (rt, args) => newInt(rt, M[M[args] + ARRAY_ALLOCATED]), safe: true },
  {
    name: '__sizeof__',
    arity: 'none',
    fn: (rt, args) => newInt(rt, rt.typeOf(M[args]).basicBytes + M[M[args] + ARRAY_ALLOCATED]),
    safe: true,
  },
  { name: '__reduce__', arity: 'none', fn: reduce },
];

/** As the repr of bytes, but an apostrophe is escaped between quotation marks too. */
function quotedBytes(data: Uint8Array): string {
  const text = bytesRepr(data);
  return text.startsWith('b"') ? text.replaceAll("'", "\\'") : text;
}

const modulo: BinarySlot = (rt, left, right) => (isByteArray(rt, left) ? percentBytes(rt, left, right) : rt.notImplemented);

const BYTEARRAY_DOC = `bytearray(iterable_of_ints) -> bytearray
bytearray(string, encoding[, errors]) -> bytearray
bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer
bytearray(int) -> bytearray of that many zero bytes
bytearray() -> empty bytearray`;

export const bytearrayTypeSpec = (_rt: Runtime): TypeSpec => ({
  name: 'bytearray',
  kind: 'bytearray',
  basicBytes: 56,
  collectable: false,
  matchSelf: true,
  unhashable: true,
  doc: BYTEARRAY_DOC,
  new: (rt, type) => newEmptyByteArray(rt, rt.infoOfType(type)),
  init: initialize,
  repr: (rt, self) => newStr(rt, `${rt.typeOf(self).name}(${quotedBytes(bytesLike(rt, self))})`),
  compare,
  iter: (rt, self) => newIndexIterator(rt, rt.types['bytearray_iterator']!, self),
  length: byteCount,
  getitem: getItem,
  setitem: setItem,
  contains: containsBytes,
  concat,
  repeat,
  inplaceConcat,
  inplaceRepeat,
  binary: BINARY_NAMES.map((name) => (name === 'mod' ? modulo : null)),
  methods: [...BYTES_SEARCH_METHODS, ...BYTES_METHODS, ...BYTEARRAY_METHODS],
  classMethods: BYTES_CLASS_METHODS,
  staticMethods: BYTES_STATIC_METHODS,
});

export function defineBytearrayType(rt: Runtime): TypeInfo {
  rt.bytearrayInfo = defineType(rt, bytearrayTypeSpec(rt));
  return rt.bytearrayInfo;
}
