/**
 * array.array (CPython: Modules/arraymodule.c). It has the layout of a bytearray (objects/buffer.ts) with the typecode as format character; places here are
 * counted in items unless they are called bytes.
 */

import { type Address, BYTES, WORDS } from '../../../heap/memory.ts';
import { ARRAY_FORMAT, byteAddress, byteCount, bytesLike, isBytesLike } from '../../objects/buffer.ts';
import { newEmptyByteArray, spliceByteArray } from '../../objects/bytearray.ts';
import { isBytes, newBytes } from '../../objects/bytes.ts';
import { newInt } from '../../objects/int.ts';
import { newRecord } from '../../objects/iterator.ts';
import {
  isList,
  isTuple,
  listAppend,
  listItem,
  listLength,
  newList,
  newTuple,
  newTupleFromTop,
  tupleFrom,
  tupleLength,
} from '../../objects/sequence.ts';
import { isSlice } from '../../objects/slice.ts';
import { isStr, newStr, newStrOfPoints, strAt, strLength } from '../../objects/str.ts';
import { callMethod } from '../../runtime/attributes.ts';
import { countWithoutKeywords } from '../../runtime/calls.ts';
import { argumentTypeName, raise, raiseTypeError, raiseValueError } from '../../runtime/exceptions.ts';
import type { NativeSpec } from '../../runtime/native.ts';
import { asIndex, compare as compareObjects, equals, forEach, reprText } from '../../runtime/operators.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { adjustSlice, repeatCount, type SliceRange, sequenceIndex, unpackSlice } from '../../runtime/slices.ts';
import { EQ, GE, GT, LE, LT, NE, type TypeInfo } from '../../runtime/type-info.ts';
import { defineType } from '../../runtime/types.ts';
import { checkExports } from '../../types/bytearray-type.ts';
import { ITERATOR_STATE_METHODS } from '../../types/iterator-state.ts';
import { classGetItem } from '../records.ts';
import { isTextCode, itemAt, itemBytes, sizeOfItem, TYPECODES } from './items.ts';

const M = WORDS;
const U8 = BYTES;

/** CPython's arrayobject. */
const ARRAY_BYTES = 64;
/** Behind the fields of a bytearray: the list of weak references, and in its high half the items CPython would have room for. */
const ARRAY_WEAKLIST = 14;
const ARRAY_ROOM = 15;

const codeOf = (_rt: Runtime, array: Address): string => String.fromCharCode(M[array + ARRAY_FORMAT]);
const lengthOf = (rt: Runtime, array: Address): number => byteCount(rt, array) / sizeOfItem(codeOf(rt, array));
const isArray = (rt: Runtime, object: Address): boolean => rt.typeOf(object).mro.includes(rt.types['array']!);

/** The item at a place, owned. */
function item(rt: Runtime, array: Address, index: number): Address {
  const code = codeOf(rt, array);
  return itemAt(rt, code, byteAddress(rt, array) + index * sizeOfItem(code));
}

/** A new exact array of some typecode with a copy of `data`; owned. */
function newArray(rt: Runtime, code: string, data: Uint8Array, info: TypeInfo = rt.types['array']!): Address {
  const copy = data.slice();
  const array = newEmptyByteArray(rt, info);
  M[array + ARRAY_FORMAT] = code.charCodeAt(0);
  if (copy.length > 0) {
    const held = rt.push(array);
    spliceByteArray(rt, array, 0, 0, copy);
    rt.sp = held;
    M[array + ARRAY_ROOM] = lengthOf(rt, array);
  }
  return array;
}

/** Replaces items start..stop by the bytes of others. */
function splice(rt: Runtime, array: Address, start: number, stop: number, data: Uint8Array): void {
  const size = sizeOfItem(codeOf(rt, array));
  const before = lengthOf(rt, array);
  if (data.length !== (stop - start) * size) {
    if (M[array + 12] > 0) raise(rt, 'BufferError', 'cannot resize an array that is exporting buffers');
    checkExports(rt, array);
  }
  spliceByteArray(rt, array, start * size, stop * size, data);
  growRoom(rt, array, before);
}

/** array_resize: room for more than was asked for, kept while the array shrinks by less than 16 items. */
function growRoom(rt: Runtime, array: Address, before: number): void {
  const length = lengthOf(rt, array);
  const room = M[array + ARRAY_ROOM];
  if (length === before || (room >= length && before < length + 16)) return;
  M[array + ARRAY_ROOM] = length === 0 ? 0 : (length >> 4) + (before < 8 ? 3 : 7) + length;
}

function append(rt: Runtime, array: Address, value: Address): void {
  const data = itemBytes(rt, codeOf(rt, array), value).slice();
  const length = lengthOf(rt, array);
  splice(rt, array, length, length, data);
}

function extendBytes(rt: Runtime, array: Address, data: Uint8Array): void {
  const size = sizeOfItem(codeOf(rt, array));
  if (data.length % size !== 0) raiseValueError(rt, 'bytes length not a multiple of item size');
  const length = lengthOf(rt, array);
  splice(rt, array, length, length, data.slice());
}

function extendText(rt: Runtime, array: Address, text: Address): void {
  const data = new Uint8Array(4 * strLength(rt, text));
  const view = new DataView(data.buffer);
  for (let index = 0; index < strLength(rt, text); index++) view.setUint32(4 * index, strAt(rt, text, index), true);
  extendBytes(rt, array, data);
}

function extend(rt: Runtime, array: Address, source: Address): void {
  if (isArray(rt, source)) {
    if (codeOf(rt, source) !== codeOf(rt, array)) raiseTypeError(rt, 'can only extend with array of same kind');
    extendBytes(rt, array, bytesLike(rt, source));
    return;
  }
  forEach(rt, source, (slot) => append(rt, array, M[slot]));
}

function newOf(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  const info = rt.infoOfType(type);
  const positional = countWithoutKeywords(rt, 'array.array', info, count, kwnames);
  if (positional < 1) raiseTypeError(rt, 'array() takes at least 1 argument (0 given)');
  if (positional > 2) raiseTypeError(rt, `array() takes at most 2 arguments (${positional} given)`);
  const given = M[args];
  if (!isStr(rt, given) || strLength(rt, given) !== 1) {
    raiseTypeError(rt, `array() argument 1 must be a unicode character, not ${argumentTypeName(rt, given)}`);
  }
  const code = String.fromCodePoint(strAt(rt, given, 0));
  const source = positional > 1 ? M[args + 2] : 0;
  if (source !== 0 && isStr(rt, source) && !isTextCode(code)) {
    raiseTypeError(rt, `cannot use a str to initialize an array with typecode '${code}'`);
  }
  if (source !== 0 && isArray(rt, source) && isTextCode(codeOf(rt, source)) && !isTextCode(code)) {
    raiseTypeError(rt, `cannot use a unicode array to initialize an array with typecode '${code}'`);
  }
  if (!TYPECODES.includes(code)) raiseValueError(rt, 'bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)');
  if (code === 'u') rt.warn(rt, 'DeprecationWarning', "The 'u' type code is deprecated and will be removed in Python 3.16");
  rt.pinned++;
  const array = rt.push(newArray(rt, code, new Uint8Array(0), info));
  // The places for a list, a tuple or another array are made at once.
  if (source !== 0 && (isList(rt, source) || isTuple(rt, source) || isArray(rt, source))) {
    M[M[array] + ARRAY_ROOM] = isArray(rt, source)
      ? lengthOf(rt, source)
      : isList(rt, source)
        ? listLength(rt, source)
        : tupleLength(rt, source);
  }
  if (source !== 0) {
    const isData =
      isBytesLike(rt, source) &&
      !isArray(rt, source) &&
      (isBytes(rt, source) || rt.typeOf(source).mro.includes(rt.bytearrayInfo));
    if (isStr(rt, source)) extendText(rt, M[array], source);
    else if (isData) extendBytes(rt, M[array], bytesLike(rt, source));
    else if (isArray(rt, source) && codeOf(rt, source) === code) extendBytes(rt, M[array], bytesLike(rt, source));
    else if (isArray(rt, source)) {
      for (let index = 0; index < lengthOf(rt, source); index++) {
        const value = rt.push(item(rt, source, index));
        append(rt, M[array], M[value]);
        rt.unwind(value);
      }
    } else extend(rt, M[array], source);
  }
  rt.pinned--;
  rt.sp = array;
  return M[array];
}

/** Place of an index, which may be negative; IndexError with `message` outside. */
function place(rt: Runtime, self: Address, index: number, message: string): number {
  const length = lengthOf(rt, self);
  const at = index < 0 ? index + length : index;
  if (at < 0 || at >= length) raise(rt, 'IndexError', message);
  return at;
}

function subscript(rt: Runtime, key: Address): number {
  if (rt.typeOf(key).index === null) raiseTypeError(rt, 'array indices must be integers');
  return sequenceIndex(rt, key, 'array');
}

/** The bytes of a slice, copied. */
function sliceBytes(rt: Runtime, self: Address, range: SliceRange): Uint8Array {
  const size = sizeOfItem(codeOf(rt, self));
  const all = bytesLike(rt, self);
  if (range.step === 1) return all.slice(range.start * size, (range.start + range.count) * size);
  const data = new Uint8Array(range.count * size);
  for (let index = 0; index < range.count; index++) {
    const from = (range.start + index * range.step) * size;
    data.set(all.subarray(from, from + size), index * size);
  }
  return data;
}

function getItem(rt: Runtime, self: Address, key: Address): Address {
  if (isSlice(rt, key)) {
    const range = adjustSlice(unpackSlice(rt, key), lengthOf(rt, self));
    return newArray(rt, codeOf(rt, self), sliceBytes(rt, self, range));
  }
  return item(rt, self, place(rt, self, subscript(rt, key), 'array index out of range'));
}

function setItem(rt: Runtime, self: Address, key: Address, value: Address): void {
  if (isSlice(rt, key)) {
    setSlice(rt, self, adjustSlice(unpackSlice(rt, key), lengthOf(rt, self)), value);
    return;
  }
  const at = place(rt, self, subscript(rt, key), 'array assignment index out of range');
  if (value === 0) {
    splice(rt, self, at, at + 1, new Uint8Array(0));
    return;
  }
  rt.pinned++;
  const data = itemBytes(rt, codeOf(rt, self), value);
  if (at >= lengthOf(rt, self)) raise(rt, 'IndexError', 'array assignment index out of range');
  U8.set(data, byteAddress(rt, self) + at * data.length);
  rt.pinned--;
}

function setSlice(rt: Runtime, self: Address, range: SliceRange, value: Address): void {
  const code = codeOf(rt, self);
  const size = sizeOfItem(code);
  let data = new Uint8Array(0);
  if (value !== 0) {
    if (!isArray(rt, value)) raiseTypeError(rt, `can only assign array (not "${rt.typeOf(value).name}") to array slice`);
    if (codeOf(rt, value) !== code) raiseTypeError(rt, 'bad argument type for built-in operation');
    data = bytesLike(rt, value).slice();
  }
  if (range.step === 1) {
    splice(rt, self, range.start, range.start + range.count, data);
    return;
  }
  if (value !== 0) {
    if (data.length !== range.count * size) {
      raiseValueError(rt, `attempt to assign array of size ${data.length / size} to extended slice of size ${range.count}`);
    }
    const first = byteAddress(rt, self);
    for (let index = 0; index < range.count; index++) {
      U8.set(data.subarray(index * size, (index + 1) * size), first + (range.start + index * range.step) * size);
    }
    return;
  }
  const gone = new Set<number>();
  for (let index = 0; index < range.count; index++) gone.add(range.start + index * range.step);
  const kept = bytesLike(rt, self).filter((_byte, index) => !gone.has(Math.floor(index / size)));
  splice(rt, self, 0, lengthOf(rt, self), kept);
}

function compare(rt: Runtime, left: Address, right: Address, op: number): Address {
  if (!isArray(rt, left) || !isArray(rt, right)) return rt.notImplemented;
  const a = lengthOf(rt, left);
  const b = lengthOf(rt, right);
  if ((op === EQ || op === NE) && a !== b) return rt.bool(op === NE);
  rt.pinned++;
  for (let index = 0; index < Math.min(a, b); index++) {
    const mark = rt.push(item(rt, left, index));
    rt.push(item(rt, right, index));
    const same = equals(rt, M[mark], M[mark + 2]);
    if (!same) {
      const result = op === EQ ? rt.false : op === NE ? rt.true : compareObjects(rt, M[mark], M[mark + 2], op);
      rt.unwind(mark);
      rt.pinned--;
      return result;
    }
    rt.unwind(mark);
  }
  rt.pinned--;
  return rt.bool(
    op === LT
      ? a < b
      : op === LE
        ? a <= b
        : op === EQ
          ? a === b
          : op === NE
            ? a !== b
            : op === GT
              ? a > b
              : op === GE && a >= b,
  );
}

function concat(rt: Runtime, left: Address, right: Address): Address {
  if (!isArray(rt, right)) raiseTypeError(rt, `can only append array (not "${rt.typeOf(right).name}") to array`);
  if (codeOf(rt, left) !== codeOf(rt, right)) raiseTypeError(rt, 'bad argument type for built-in operation');
  const first = bytesLike(rt, left);
  const second = bytesLike(rt, right);
  const data = new Uint8Array(first.length + second.length);
  data.set(first);
  data.set(second, first.length);
  return newArray(rt, codeOf(rt, left), data);
}

function repeated(rt: Runtime, self: Address, count: Address): Uint8Array {
  const times = repeatCount(rt, count);
  const one = bytesLike(rt, self).slice();
  if (one.length * times > 0x7fffffff) rt.outOfMemory(one.length * times);
  const data = new Uint8Array(one.length * times);
  for (let index = 0; index < times; index++) data.set(one, index * one.length);
  return data;
}

/** Place of the first item equal to `value` from `start` to `stop`, or -1. */
function find(rt: Runtime, self: Address, value: Address, start = 0, stop = Number.MAX_SAFE_INTEGER): number {
  for (let index = start; index < Math.min(stop, lengthOf(rt, self)); index++) {
    const held = rt.push(item(rt, self, index));
    const same = equals(rt, M[held], value);
    rt.unwind(held);
    if (same) return index;
  }
  return -1;
}

function toList(rt: Runtime, self: Address): Address {
  const list = rt.push(newList(rt));
  for (let index = 0; index < lengthOf(rt, self); index++) listAppend(rt, M[list], item(rt, self, index));
  rt.sp = list;
  return M[list];
}

function toText(rt: Runtime, self: Address): Address {
  const points: number[] = [];
  const data = bytesLike(rt, self);
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  for (let at = 0; at < data.length; at += 4) points.push(view.getUint32(at, true));
  return newStrOfPoints(rt, points);
}

function repr(rt: Runtime, self: Address): Address {
  const code = codeOf(rt, self);
  const name = rt.typeOf(self).name.replace(/^.*\./, '');
  if (lengthOf(rt, self) === 0) return newStr(rt, `${name}('${code}')`);
  const shown = rt.push(isTextCode(code) ? toText(rt, self) : toList(rt, self));
  const text = reprText(rt, M[shown]);
  rt.unwind(shown);
  return newStr(rt, `${name}('${code}', ${text})`);
}

type Work = (rt: Runtime, self: Address, args: Address, count: number) => Address | undefined;

/** A method that gets the array and its arguments; no result is None. */
function method(name: string, arity: NativeSpec['arity'], work: Work): NativeSpec {
  return { name, arity, fn: (rt, args, count) => work(rt, M[args], args + 2, count - 1) ?? rt.none };
}

const textOnly = (rt: Runtime, self: Address, name: string): void => {
  if (!isTextCode(codeOf(rt, self))) raiseValueError(rt, `${name}() may only be called on unicode type arrays ('u' or 'w')`);
};

const copy: Work = (rt, self) => newArray(rt, codeOf(rt, self), bytesLike(rt, self));

/** How much tofile() writes at once. */
const FILE_BLOCK_BYTES = 65536;

const methods: readonly NativeSpec[] = [
  method('append', 'one', (rt, self, args) => {
    append(rt, self, M[args]);
    return undefined;
  }),
  method('extend', 'one', (rt, self, args) => {
    extend(rt, self, M[args]);
    return undefined;
  }),
  method('insert', { min: 2, max: 2 }, (rt, self, args) => {
    const index = asIndex(rt, M[args]);
    const data = itemBytes(rt, codeOf(rt, self), M[args + 2]).slice();
    const length = lengthOf(rt, self);
    const at = index < 0 ? Math.max(0, index + length) : Math.min(index, length);
    splice(rt, self, at, at, data);
    return undefined;
  }),
  method('pop', { min: 0, max: 1 }, (rt, self, args, count) => {
    const index = count > 0 ? asIndex(rt, M[args]) : -1;
    if (lengthOf(rt, self) === 0) raise(rt, 'IndexError', 'pop from empty array');
    const at = place(rt, self, index, 'pop index out of range');
    const value = rt.push(item(rt, self, at));
    splice(rt, self, at, at + 1, new Uint8Array(0));
    rt.sp = value;
    return M[value];
  }),
  method('remove', 'one', (rt, self, args) => {
    const at = find(rt, self, M[args]);
    if (at < 0) raiseValueError(rt, 'array.remove(x): x not in array');
    splice(rt, self, at, at + 1, new Uint8Array(0));
    return undefined;
  }),
  method('clear', 'none', (rt, self) => {
    splice(rt, self, 0, lengthOf(rt, self), new Uint8Array(0));
    return undefined;
  }),
  method('index', { min: 1, max: 3 }, (rt, self, args, count) => {
    const length = lengthOf(rt, self);
    const bound = (slot: number, otherwise: number): number => {
      if (count <= slot) return otherwise;
      const value = asIndex(rt, M[args + 2 * slot]);
      return value < 0 ? Math.max(0, value + length) : value;
    };
    const at = find(rt, self, M[args], bound(1, 0), bound(2, length));
    if (at < 0) raiseValueError(rt, 'array.index(x): x not in array');
    return newInt(rt, at);
  }),
  method('count', 'one', (rt, self, args) => {
    let count = 0;
    for (let at = find(rt, self, M[args]); at >= 0; at = find(rt, self, M[args], at + 1)) count++;
    return newInt(rt, count);
  }),
  method('reverse', 'none', (rt, self) => {
    const length = lengthOf(rt, self);
    const data = sliceBytes(rt, self, { start: length - 1, stop: -1, step: -1, count: length });
    U8.set(data, byteAddress(rt, self));
    return undefined;
  }),
  method('tolist', 'none', toList),
  method('fromlist', 'one', (rt, self, args) => {
    if (!isList(rt, M[args])) raiseTypeError(rt, 'arg must be list');
    // All or nothing: a value that does not fit leaves the array as it was.
    const before = lengthOf(rt, self);
    const code = codeOf(rt, self);
    const data: number[] = [];
    for (let index = 0; index < listLength(rt, M[args]); index++)
      data.push(...itemBytes(rt, code, listItem(rt, M[args], index)));
    splice(rt, self, before, before, Uint8Array.from(data));
    return undefined;
  }),
  method('tobytes', 'none', (rt, self) => newBytes(rt, bytesLike(rt, self).slice())),
  method('frombytes', 'one', (rt, self, args) => {
    if (!isBytesLike(rt, M[args])) raiseTypeError(rt, `a bytes-like object is required, not '${rt.typeOf(M[args]).name}'`);
    extendBytes(rt, self, bytesLike(rt, M[args]));
    return undefined;
  }),
  method('tofile', 'one', (rt, self, args) => {
    const total = bytesLike(rt, self).length;
    for (let at = 0; at < total; at += FILE_BLOCK_BYTES) {
      const block = rt.push(newBytes(rt, bytesLike(rt, self).slice(at, at + FILE_BLOCK_BYTES)));
      rt.release(callMethod(rt, M[args], 'write', M[block]));
      rt.unwind(block);
    }
    return undefined;
  }),
  method('fromfile', { min: 2, max: 2 }, (rt, self, args) => {
    const count = asIndex(rt, M[args + 2]);
    if (count < 0) raiseValueError(rt, 'negative count');
    const wanted = count * sizeOfItem(codeOf(rt, self));
    const bytes = rt.push(newInt(rt, wanted));
    const data = rt.push(callMethod(rt, M[args], 'read', M[bytes]));
    if (!isBytes(rt, M[data])) raiseTypeError(rt, "read() didn't return bytes");
    const short = bytesLike(rt, M[data]).length !== wanted;
    extendBytes(rt, self, bytesLike(rt, M[data]));
    rt.unwind(bytes);
    if (short) raise(rt, 'EOFError', "read() didn't return enough bytes");
    return undefined;
  }),
  method('tounicode', 'none', (rt, self) => {
    textOnly(rt, self, 'tounicode');
    return toText(rt, self);
  }),
  method('fromunicode', 'one', (rt, self, args) => {
    if (!isStr(rt, M[args])) raiseTypeError(rt, `fromunicode() argument must be str, not ${argumentTypeName(rt, M[args])}`);
    textOnly(rt, self, 'fromunicode');
    extendText(rt, self, M[args]);
    return undefined;
  }),
  method('byteswap', 'none', (rt, self) => {
    const size = sizeOfItem(codeOf(rt, self));
    const data = bytesLike(rt, self);
    for (let at = 0; at < data.length; at += size) data.subarray(at, at + size).reverse();
    return undefined;
  }),
  method('buffer_info', 'none', (rt, self) => {
    rt.push(newInt(rt, byteAddress(rt, self)));
    rt.push(newInt(rt, lengthOf(rt, self)));
    return newTupleFromTop(rt, 2);
  }),
  method('__copy__', 'none', copy),
  method('__deepcopy__', 'one', copy),
  method('__reduce_ex__', 'one', (rt, self) => {
    const list = rt.push(toList(rt, self));
    const dict = rt.ensureDict(rt, self);
    const parts = rt.push(tupleFrom(rt, [() => newStr(rt, codeOf(rt, self)), () => rt.retain(M[list])]));
    const state = dict === 0 ? rt.none : rt.retain(dict);
    const reduced = newTuple(rt, [rt.retain(rt.typeOf(self).address), rt.retain(M[parts]), state]);
    rt.unwind(list);
    return reduced;
  }),
];

/** arrayiterator: word 4 array, 0 when exhausted; 6 index. */
function defineIterator(rt: Runtime): void {
  defineType(rt, {
    name: 'arrayiterator',
    module: 'array',
    kind: 'record',
    collectable: true,
    basicBytes: 40,
    fields: 1,
    baseType: false,
    abstract: true,
    iter: (runtime, self) => runtime.retain(self),
    methods: ITERATOR_STATE_METHODS,
    next: (runtime, self) => {
      const array = M[self + 4];
      if (array === 0) return 0;
      const index = M[self + 6];
      if (index >= lengthOf(runtime, array)) {
        M[self + 4] = 0;
        runtime.release(array);
        return 0;
      }
      M[self + 6] = index + 1;
      return item(runtime, array, index);
    },
  });
}

export function defineArray(rt: Runtime): TypeInfo {
  defineIterator(rt);
  const repeat = (runtime: Runtime, self: Address, count: Address): Address =>
    newArray(runtime, codeOf(runtime, self), repeated(runtime, self, count));
  return defineType(rt, {
    name: 'array',
    module: 'array',
    kind: 'bytearray',
    basicBytes: ARRAY_BYTES,
    collectable: true,
    weakOffset: ARRAY_WEAKLIST,
    matchFlag: 1,
    doc: 'array(typecode [, initializer]) -> array\n\nReturn a new array whose items are restricted by typecode, and\ninitialized from the optional initializer value.',
    unhashable: true,
    new: newOf,
    repr,
    length: lengthOf,
    getitem: getItem,
    setitem: setItem,
    compare,
    concat,
    repeat,
    inplaceConcat: (runtime, self, other) => {
      if (!isArray(runtime, other))
        raiseTypeError(runtime, `can only extend array with array (not "${runtime.typeOf(other).name}")`);
      extend(runtime, self, other);
      return runtime.retain(self);
    },
    inplaceRepeat: (runtime, self, count) => {
      splice(runtime, self, 0, lengthOf(runtime, self), repeated(runtime, self, count));
      return runtime.retain(self);
    },
    contains: (runtime, self, value) => {
      runtime.pinned++;
      const found = find(runtime, self, value) >= 0;
      runtime.pinned--;
      return found;
    },
    iter: (runtime, self) => {
      const iterator = newRecord(runtime, runtime.types['arrayiterator']!);
      M[iterator + 4] = runtime.retain(self);
      runtime.heap.track(iterator);
      return iterator;
    },
    getset: [
      { name: 'typecode', get: (runtime, self) => newStr(runtime, codeOf(runtime, self)) },
      { name: 'itemsize', get: (runtime, self) => newInt(runtime, sizeOfItem(codeOf(runtime, self))) },
    ],
    methods: [
      ...methods,
      {
        name: '__sizeof__',
        arity: 'none',
        fn: (runtime, args) => {
          const self = M[args];
          return newInt(runtime, runtime.typeOf(self).basicBytes + M[self + ARRAY_ROOM] * sizeOfItem(codeOf(runtime, self)));
        },
        doc: 'Size of the array in memory, in bytes.',
      },
    ],
    classMethods: [classGetItem],
  });
}
