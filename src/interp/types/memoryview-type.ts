/** The types memoryview and memory_iterator (CPython: Objects/memoryobject.c). */
import { type Address, BYTES, WORDS } from '../../heap/memory.ts';
import {
  ARRAY_EXPORTS,
  ARRAY_FORMAT,
  byteCount,
  bytesLike,
  isByteArray,
  isBytesLike,
  MOST_DIMENSIONS,
  releaseView,
  VIEW_DIMENSIONS,
  VIEW_FORMAT,
  VIEW_HASH,
  VIEW_ITEM_BYTES,
  VIEW_LENGTH,
  VIEW_NATIVE,
  VIEW_OBJECT,
  VIEW_OFFSET,
  VIEW_READONLY,
  VIEW_SHAPE,
  VIEW_STRIDE,
  VIEW_WEAKLIST,
  viewBytes,
  viewStart,
} from '../objects/buffer.ts';
import { isBytes, newBytes } from '../objects/bytes.ts';
import { newInt, newInt32 } from '../objects/int.ts';
import { exhaust, ITER_BYTES, ITER_INDEX, ITER_SEQUENCE, newIndexIterator, newRecord } from '../objects/iterator.ts';
import { KIND } from '../objects/kinds.ts';
import { isList, isTuple, listAppend, newList, newTuple, tupleItem, tupleLength } from '../objects/sequence.ts';
import { isSlice } from '../objects/slice.ts';
import { isStr, newStr, strText } from '../objects/str.ts';
import { bindArguments } from '../runtime/calls.ts';
import { argumentTypeName, raise, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { fastItems, fastLength } from '../runtime/iterables.ts';
import { type NativeSpec, parseSignature } from '../runtime/native.ts';
import { asIndex, asSize } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { adjustSlice, unpackSlice } from '../runtime/slices.ts';
import { EQ, NE, type TypeInfo } from '../runtime/type-info.ts';
import { defineType, type GetSetSpec, type TypeSpec } from '../runtime/types.ts';
import { sipHash13 } from '../text/hash.ts';
import { hexOf } from './bytes-type-methods.ts';
import { hostItem, ITEM_BYTES, readItem, writeItem } from './memoryview-type-items.ts';
import { hexId } from './object-type.ts';
import { textArgument } from './text-argument.ts';

const M = WORDS;
const U8 = BYTES;

export function isMemoryView(_rt: Runtime, object: Address): boolean {
  return (M[object + 3] & 0xff) === KIND.memoryview;
}

function format(_rt: Runtime, view: Address): string {
  return String.fromCharCode(M[view + VIEW_FORMAT]);
}

/** Raises ValueError when the view has been released. */
function live(rt: Runtime, view: Address): void {
  if (M[view + VIEW_OBJECT] === 0) raiseValueError(rt, 'operation forbidden on released memoryview object');
}

/** A view with the fields of `from`, or an empty one on `exporter` (borrowed). Owned. */
function newView(rt: Runtime, exporter: Address, from: Address): Address {
  const view = newRecord(rt, rt.types['memoryview']!);
  if (from !== 0) for (let word = VIEW_OFFSET; word < 36; word++) M[view + word] = M[from + word];
  M[view + VIEW_HASH] = 0;
  M[view + VIEW_HASH + 1] = 0;
  M[view + VIEW_OBJECT] = rt.retain(exporter);
  if (isByteArray(rt, exporter)) M[exporter + ARRAY_EXPORTS]++;
  rt.heap.registerFinalizable(view);
  rt.heap.track(view);
  return view;
}

/** memoryview(object), owned. */
export function memoryViewOf(rt: Runtime, object: Address): Address {
  if (isMemoryView(rt, object)) {
    live(rt, object);
    return newView(rt, M[object + VIEW_OBJECT], object);
  }
  if (!isBytesLike(rt, object))
    raiseTypeError(rt, `memoryview: a bytes-like object is required, not '${rt.typeOf(object).name}'`);
  const view = newView(rt, object, 0);
  const code = isByteArray(rt, object) ? M[object + ARRAY_FORMAT] : 0;
  const itemBytes = code === 0 ? 1 : (ITEM_BYTES[String.fromCharCode(code)] ?? 1);
  M[view + VIEW_ITEM_BYTES] = itemBytes;
  M[view + VIEW_LENGTH] = byteCount(rt, object) / itemBytes;
  M[view + VIEW_STRIDE] = itemBytes;
  M[view + VIEW_FORMAT] = code === 0 ? 66 : code;
  M[view + VIEW_READONLY] = isBytes(rt, object) ? 1 : 0;
  M[view + VIEW_DIMENSIONS] = 1;
  M[view + VIEW_SHAPE] = M[view + VIEW_LENGTH];
  return view;
}

const signature = parseSignature('object');

function memoryViewNew(rt: Runtime, _type: Address, args: Address, count: number, kwnames: Address): Address {
  const mark = bindArguments(rt, 'memoryview', signature, args, count, kwnames);
  const view = memoryViewOf(rt, M[mark]);
  rt.unwind(mark);
  return view;
}

function outOfBounds(rt: Runtime, dimension: number): never {
  raise(rt, 'IndexError', `index out of bounds on dimension ${dimension}`);
}

/** Byte address of the item that an index or a tuple of indices names. */
function itemAddress(rt: Runtime, view: Address, key: Address): number {
  const dimensions = M[view + VIEW_DIMENSIONS];
  const place = (index: number, dimension: number): number => {
    const size = M[view + VIEW_SHAPE + dimension];
    const at = index < 0 ? index + size : index;
    if (at < 0 || at >= size) outOfBounds(rt, dimension + 1);
    return at;
  };
  let at = 0;
  if (isTuple(rt, key)) {
    if (tupleLength(rt, key) !== dimensions) {
      if (tupleLength(rt, key) > dimensions) {
        raiseTypeError(rt, `cannot index ${dimensions}-dimension view with ${tupleLength(rt, key)}-element tuple`);
      }
      raise(rt, 'NotImplementedError', 'sub-views are not implemented');
    }
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const index = asSize(rt, tupleItem(rt, key, dimension), 'IndexError');
      at = at * M[view + VIEW_SHAPE + dimension] + place(index, dimension);
    }
  } else {
    const index = asSize(rt, key, 'IndexError');
    if (dimensions > 1) raise(rt, 'NotImplementedError', 'multi-dimensional sub-views are not implemented');
    at = place(index, 0);
  }
  live(rt, view);
  const address = viewStart(rt, view) + at * M[view + VIEW_STRIDE];
  // The exporter may have shrunk under a strategy that cannot tell when a view has died.
  if (M[view + VIEW_OFFSET] + at * M[view + VIEW_STRIDE] >= byteCount(rt, M[view + VIEW_OBJECT])) outOfBounds(rt, 1);
  return address;
}

function isIndexTuple(rt: Runtime, key: Address): boolean {
  if (!isTuple(rt, key)) return false;
  for (let index = 0; index < tupleLength(rt, key); index++) {
    if (rt.typeOf(tupleItem(rt, key, index)).index === null) return false;
  }
  return true;
}

/** view[start:stop:step], owned. */
function subView(rt: Runtime, view: Address, slice: Address): Address {
  const range = adjustSlice(unpackSlice(rt, slice), M[view + VIEW_LENGTH]);
  if (M[view + VIEW_DIMENSIONS] !== 1) raise(rt, 'NotImplementedError', 'multi-dimensional slicing is not implemented');
  const part = newView(rt, M[view + VIEW_OBJECT], view);
  M[part + VIEW_OFFSET] += range.start * M[view + VIEW_STRIDE];
  M[part + VIEW_LENGTH] = range.count;
  M[part + VIEW_SHAPE] = range.count;
  M[part + VIEW_STRIDE] *= range.step;
  return part;
}

/** TypeError for a key that is neither an index nor a tuple of them; a tuple of slices is what NotImplementedError says. */
function checkKey(rt: Runtime, key: Address, notImplemented: string): void {
  if (rt.typeOf(key).index !== null || isIndexTuple(rt, key)) return;
  const parts = isTuple(rt, key) ? tupleLength(rt, key) : 0;
  let slices = 0;
  while (slices < parts && isSlice(rt, tupleItem(rt, key, slices))) slices++;
  if (parts > 0 && slices === parts) raise(rt, 'NotImplementedError', notImplemented);
  raiseTypeError(rt, 'memoryview: invalid slice key');
}

function getItem(rt: Runtime, view: Address, key: Address): Address {
  live(rt, view);
  if (isSlice(rt, key)) return subView(rt, view, key);
  checkKey(rt, key, 'multi-dimensional slicing is not implemented');
  rt.pinned++;
  const at = itemAddress(rt, view, key);
  rt.pinned--;
  return readItem(rt, format(rt, view), at);
}

function setItem(rt: Runtime, view: Address, key: Address, value: Address): void {
  live(rt, view);
  if (M[view + VIEW_READONLY] === 1) raiseTypeError(rt, 'cannot modify read-only memory');
  if (value === 0) raiseTypeError(rt, 'cannot delete memory');
  rt.pinned++;
  if (isSlice(rt, key)) setSlice(rt, view, key, value);
  else {
    checkKey(rt, key, 'memoryview slice assignments are currently restricted to ndim = 1');
    const at = itemAddress(rt, view, key);
    writeItem(rt, format(rt, view), value, () => {
      // Asking for the value may have released the view.
      live(rt, view);
      return at;
    });
  }
  rt.pinned--;
}

function setSlice(rt: Runtime, view: Address, key: Address, value: Address): void {
  if (!isBytesLike(rt, value)) raiseTypeError(rt, `a bytes-like object is required, not '${rt.typeOf(value).name}'`);
  const part = rt.push(subView(rt, view, key));
  const source = rt.push(memoryViewOf(rt, value));
  const to = M[part];
  const from = M[source];
  if (M[to + VIEW_LENGTH] !== M[from + VIEW_LENGTH] || M[to + VIEW_FORMAT] !== M[from + VIEW_FORMAT]) {
    raiseValueError(rt, 'memoryview assignment: lvalue and rvalue have different structures');
  }
  const data = bytesLike(rt, from).slice();
  const itemBytes = M[to + VIEW_ITEM_BYTES];
  const start = viewStart(rt, to);
  for (let index = 0; index < M[to + VIEW_LENGTH]; index++) {
    U8.set(data.subarray(index * itemBytes, (index + 1) * itemBytes), start + index * M[to + VIEW_STRIDE]);
  }
  rt.unwind(part);
}

/** Are two views (or a view and any bytes-like object) equal item by item? */
function viewsEqual(rt: Runtime, left: Address, right: Address): boolean {
  if (M[left + VIEW_OBJECT] === 0 || (isMemoryView(rt, right) && M[right + VIEW_OBJECT] === 0)) return left === right;
  const other = rt.push(memoryViewOf(rt, right));
  const view = M[other];
  let equal = M[left + VIEW_DIMENSIONS] === M[view + VIEW_DIMENSIONS];
  for (let dimension = 0; equal && dimension < M[left + VIEW_DIMENSIONS]; dimension++) {
    equal = M[left + VIEW_SHAPE + dimension] === M[view + VIEW_SHAPE + dimension];
  }
  const a = viewStart(rt, left);
  const b = viewStart(rt, view);
  for (let index = 0; equal && index < M[left + VIEW_LENGTH]; index++) {
    const x = hostItem(rt, format(rt, left), a + index * M[left + VIEW_STRIDE]);
    const y = hostItem(rt, format(rt, view), b + index * M[view + VIEW_STRIDE]);
    // A bigint equals a number of the same value only under ==.
    equal = typeof x === typeof y ? x === y : Number(x) === Number(y);
  }
  rt.unwind(other);
  return equal;
}

function compare(rt: Runtime, left: Address, right: Address, op: number): Address {
  if ((op !== EQ && op !== NE) || !isBytesLike(rt, right)) return rt.notImplemented;
  return rt.bool(viewsEqual(rt, left, right) === (op === EQ));
}

const hashOut = new Int32Array(2);

/** The hash is kept: a view that is released later still has it. */
function hashView(rt: Runtime, view: Address): void {
  rt.hashLow = M[view + VIEW_HASH];
  rt.hashHigh = M[view + VIEW_HASH + 1];
  if (rt.hashLow !== 0 || rt.hashHigh !== 0) return;
  live(rt, view);
  if (M[view + VIEW_READONLY] === 0) raiseValueError(rt, 'cannot hash writable memoryview object');
  if (!'Bbc'.includes(format(rt, view))) raiseValueError(rt, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  const data = bytesLike(rt, view);
  sipHash13(data, 0, data.length, hashOut);
  rt.hashLow = M[view + VIEW_HASH] = hashOut[0]!;
  rt.hashHigh = M[view + VIEW_HASH + 1] = hashOut[1]!;
}

function isContiguous(_rt: Runtime, view: Address): boolean {
  return M[view + VIEW_STRIDE] === M[view + VIEW_ITEM_BYTES] || M[view + VIEW_LENGTH] < 2;
}

/** The list of the items of dimension `dimension` from item `first` on, owned. */
function listOfItems(rt: Runtime, view: Address, dimension: number, first: number): Address {
  const list = rt.push(newList(rt));
  let items = 1;
  for (let inner = dimension + 1; inner < M[view + VIEW_DIMENSIONS]; inner++) items *= M[view + VIEW_SHAPE + inner];
  for (let index = 0; index < M[view + VIEW_SHAPE + dimension]; index++) {
    const at = first + index * items;
    const value =
      dimension + 1 === M[view + VIEW_DIMENSIONS]
        ? readItem(rt, format(rt, view), viewStart(rt, view) + at * M[view + VIEW_STRIDE])
        : listOfItems(rt, view, dimension + 1, at);
    listAppend(rt, M[list], value);
  }
  return rt.pop();
}

function cast(rt: Runtime, args: Address): Address {
  const view = M[args];
  live(rt, view);
  const text = textArgument(rt, M[args + 2], 'cast', "'format'");
  const shape = M[args + 4];
  const code = text.startsWith('@') ? text.slice(1) : text;
  const itemBytes = code.length === 1 ? ITEM_BYTES[code] : undefined;
  if (itemBytes === undefined) {
    raiseValueError(
      rt,
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  if (!isContiguous(rt, view)) raiseTypeError(rt, 'memoryview: casts are restricted to C-contiguous views');
  const old = format(rt, view);
  if (!'Bbc'.includes(old) && !'Bbc'.includes(code)) raiseTypeError(rt, 'memoryview: cannot cast between two non-byte formats');
  const total = viewBytes(rt, view);
  if (total % itemBytes !== 0) raiseTypeError(rt, 'memoryview: length is not a multiple of itemsize');
  if (shape !== 0 && !isList(rt, shape) && !isTuple(rt, shape)) raiseTypeError(rt, 'shape must be a list or a tuple');
  const sizes: number[] = [];
  if (shape !== 0) {
    const count = fastLength(rt, shape);
    if (count > MOST_DIMENSIONS) raiseValueError(rt, `memoryview: number of dimensions must not exceed ${MOST_DIMENSIONS}`);
    if (M[view + VIEW_DIMENSIONS] !== 1 && count !== 1) raiseTypeError(rt, 'memoryview: cast must be 1D -> ND or ND -> 1D');
    for (let index = 0; index < count; index++) {
      const size = asIndex(rt, M[fastItems(rt, shape) + 2 * index]);
      if (size <= 0) raiseValueError(rt, 'memoryview.cast(): elements of shape must be integers > 0');
      sizes.push(size);
    }
    if (sizes.reduce((product, size) => product * size, itemBytes) !== total) {
      raiseTypeError(rt, 'memoryview: product(shape) * itemsize != buffer size');
    }
  } else sizes.push(total / itemBytes);
  const made = newView(rt, M[view + VIEW_OBJECT], view);
  M[made + VIEW_FORMAT] = code.charCodeAt(0);
  M[made + VIEW_NATIVE] = text.startsWith('@') ? 1 : 0;
  M[made + VIEW_ITEM_BYTES] = itemBytes;
  M[made + VIEW_STRIDE] = itemBytes;
  M[made + VIEW_LENGTH] = total / itemBytes;
  M[made + VIEW_DIMENSIONS] = sizes.length;
  for (let index = 0; index < MOST_DIMENSIONS; index++) M[made + VIEW_SHAPE + index] = sizes[index] ?? 0;
  return made;
}

function numbers(rt: Runtime, values: readonly number[]): Address {
  return newTuple(
    rt,
    values.map((value) => newInt(rt, value)),
  );
}

function shapeOf(_rt: Runtime, view: Address): number[] {
  return Array.from({ length: M[view + VIEW_DIMENSIONS] }, (_, index) => M[view + VIEW_SHAPE + index]);
}

function stridesOf(rt: Runtime, view: Address): number[] {
  const shape = shapeOf(rt, view);
  const strides = new Array<number>(shape.length);
  let stride = M[view + VIEW_STRIDE];
  for (let index = shape.length - 1; index >= 0; index--) {
    strides[index] = stride;
    stride *= shape[index]!;
  }
  return strides;
}

/** A computed attribute that a released view does not have. */
function attribute(name: string, get: GetSetSpec['get']): GetSetSpec {
  return {
    name,
    get: (rt, view) => {
      live(rt, view);
      return get(rt, view);
    },
  };
}

const ATTRIBUTES: readonly GetSetSpec[] = [
  attribute('obj', (rt, view) => rt.retain(M[view + VIEW_OBJECT])),
  attribute('nbytes', (rt, view) => newInt(rt, viewBytes(rt, view))),
  attribute('readonly', (rt, view) => rt.bool(M[view + VIEW_READONLY] === 1)),
  attribute('itemsize', (rt, view) => newInt32(rt, M[view + VIEW_ITEM_BYTES])),
  attribute('format', (rt, view) => newStr(rt, (M[view + VIEW_NATIVE] === 1 ? '@' : '') + format(rt, view))),
  attribute('ndim', (rt, view) => newInt32(rt, M[view + VIEW_DIMENSIONS])),
  attribute('shape', (rt, view) => numbers(rt, shapeOf(rt, view))),
  attribute('strides', (rt, view) => numbers(rt, stridesOf(rt, view))),
  attribute('suboffsets', (rt) => rt.emptyTuple),
  attribute('c_contiguous', (rt, view) => rt.bool(isContiguous(rt, view))),
  attribute('f_contiguous', (rt, view) => rt.bool(M[view + VIEW_DIMENSIONS] === 1 && isContiguous(rt, view))),
  attribute('contiguous', (rt, view) => rt.bool(isContiguous(rt, view))),
];

/** A method that a released view does not have. */
function method(name: string, arity: NativeSpec['arity'], fn: NativeSpec['fn']): NativeSpec {
  return {
    name,
    arity,
    fn: (rt, args, count, kwnames) => {
      live(rt, M[args]);
      return fn(rt, args, count, kwnames);
    },
  };
}

function release(rt: Runtime, args: Address): Address {
  releaseView(rt, M[args]);
  return rt.none;
}

const METHODS: readonly NativeSpec[] = [
  method('tobytes', { params: 'order=' }, (rt, args) => {
    const order = M[args + 2];
    if (order !== 0 && order !== rt.none) {
      if (!isStr(rt, order))
        raiseTypeError(rt, `tobytes() argument 'order' must be str or None, not ${argumentTypeName(rt, order)}`);
      if (!['C', 'F', 'A'].includes(strText(rt, order))) raiseValueError(rt, "order must be 'C', 'F' or 'A'");
    }
    return newBytes(rt, bytesLike(rt, M[args]));
  }),
  method('tolist', 'none', (rt, args) => listOfItems(rt, M[args], 0, 0)),
  method('toreadonly', 'none', (rt, args) => {
    const view = newView(rt, M[M[args] + VIEW_OBJECT], M[args]);
    M[view + VIEW_READONLY] = 1;
    return view;
  }),
  method('hex', { params: 'sep=, bytes_per_sep=' }, (rt, args) => hexOf(rt, M[args], M[args + 2], M[args + 4])),
  method('__enter__', 'none', (rt, args) => rt.retain(M[args])),
  { name: 'cast', arity: { params: 'format, shape=' }, fn: cast },
  { name: 'release', arity: 'none', fn: release },
  { name: '__exit__', arity: { min: 0, max: 3 }, fn: release },
];

export const memoryviewTypeSpec = (_rt: Runtime): TypeSpec => ({
  name: 'memoryview',
  kind: 'memoryview',
  basicBytes: 168,
  itemBytes: 8,
  weakOffset: VIEW_WEAKLIST,
  collectable: true,
  baseType: false,
  matchFlag: 1,
  doc: `memoryview(object)

A look at the memory of a bytes-like object without copying it.`,
  new: memoryViewNew,
  repr: (rt, view) => newStr(rt, `<${M[view + VIEW_OBJECT] === 0 ? 'released ' : ''}memory at ${hexId(rt, view)}>`),
  hash: hashView,
  compare,
  length: (rt, view) => {
    live(rt, view);
    return M[view + VIEW_SHAPE];
  },
  getitem: getItem,
  setitem: setItem,
  iter: (rt, view) => {
    live(rt, view);
    return newIndexIterator(rt, rt.types['memory_iterator']!, view);
  },
  methods: METHODS,
  getset: ATTRIBUTES,
});

function nextItem(rt: Runtime, iterator: Address): Address {
  const view = M[iterator + ITER_SEQUENCE];
  if (view === 0) return 0;
  live(rt, view);
  const index = M[iterator + ITER_INDEX];
  if (index >= M[view + VIEW_LENGTH]) return exhaust(rt, iterator);
  M[iterator + ITER_INDEX] = index + 1;
  return readItem(rt, format(rt, view), viewStart(rt, view) + index * M[view + VIEW_STRIDE]);
}

export function defineMemoryviewTypes(rt: Runtime): TypeInfo {
  defineType(rt, {
    name: 'memory_iterator',
    kind: 'record',
    basicBytes: ITER_BYTES,
    fields: 1,
    collectable: true,
    baseType: false,
    abstract: true,
    iter: (runtime, self) => runtime.retain(self),
    next: nextItem,
  });
  return defineType(rt, memoryviewTypeSpec(rt));
}
