/** Methods that bytes and bytearray share: search, affixes, replace, strip, split, join (CPython: Objects/bytes_methods.c, stringlib). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { bytesLike, isByteArray, isBytesLike } from '../objects/buffer.ts';
import { newByteArray } from '../objects/bytearray.ts';
import { newBytes } from '../objects/bytes.ts';
import { isInt, newInt } from '../objects/int.ts';
import { isTuple, listAppend, newList, newTupleFromTop, tupleItem, tupleLength } from '../objects/sequence.ts';
import { raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { fastItems, fastLength, fastSequence } from '../runtime/iterables.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asSize, isTrue } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { isByteLineBreak, lineSpans } from '../text/line-breaks.ts';
import { byteOf } from './bytes-type-construct.ts';
import { readSpan, span } from './str-type-search.ts';

const M = WORDS;

/** An object of self's kind (bytes or bytearray, never a subclass) with these bytes; owned. */
export function likeSelf(rt: Runtime, self: Address, data: Uint8Array): Address {
  return isByteArray(rt, self) ? newByteArray(rt, data) : newBytes(rt, data);
}

/** The same bytes: an exact bytes object itself, everything else as a copy. Owned. */
export function sameBytes(rt: Runtime, self: Address): Address {
  return M[self + 3] === rt.bytesInfo.rep ? rt.retain(self) : likeSelf(rt, self, bytesLike(rt, self));
}

/** The bytes of a bytes-like argument; TypeError for anything else. */
export function bufferArgument(rt: Runtime, value: Address): Uint8Array {
  if (!isBytesLike(rt, value)) raiseTypeError(rt, `a bytes-like object is required, not '${rt.typeOf(value).name}'`);
  return bytesLike(rt, value);
}

/** What find() and count() look for: a bytes-like object, or an int for one byte. */
function needleArgument(rt: Runtime, value: Address): Uint8Array {
  if (isBytesLike(rt, value)) return bytesLike(rt, value);
  if (!isInt(rt, value) && rt.typeOf(value).index === null) {
    raiseTypeError(rt, `argument should be integer or bytes-like object, not '${rt.typeOf(value).name}'`);
  }
  return Uint8Array.of(byteOf(rt, value));
}

/** First (last) index of needle in data[start:end], or -1. */
export function findIn(data: Uint8Array, needle: Uint8Array, start: number, end: number, backwards = false): number {
  const last = end - needle.length;
  if (last < start) return -1;
  if (needle.length === 0) return backwards ? end : start;
  if (!backwards) {
    const found = Buffer.from(data.buffer, data.byteOffset + start, end - start).indexOf(needle);
    return found < 0 ? -1 : found + start;
  }
  const found = Buffer.from(data.buffer, data.byteOffset + start, end - start).lastIndexOf(needle);
  return found < 0 ? -1 : found + start;
}

function search(method: string, backwards: boolean, mustFind: boolean): NativeSpec {
  return {
    name: method,
    arity: { min: 1, max: 3 },
    fn: (rt, args, count) => {
      readSpan(rt, args + 4, count - 2, bytesLike(rt, M[args]).length);
      const { start, end } = span;
      const needle = needleArgument(rt, M[args + 2]);
      const at = start > end ? -1 : findIn(bytesLike(rt, M[args]), needle, start, end, backwards);
      if (at < 0 && mustFind) raiseValueError(rt, 'subsection not found');
      return newInt(rt, at);
    },
  };
}

function countIn(data: Uint8Array, needle: Uint8Array, start: number, end: number, most = Infinity): number {
  if (start > end) return 0;
  if (needle.length === 0) return Math.min(most, end - start + 1);
  let count = 0;
  for (let at = start; count < most; count++) {
    const found = findIn(data, needle, at, end);
    if (found < 0) break;
    at = found + needle.length;
  }
  return count;
}

function count(rt: Runtime, args: Address, given: number): Address {
  readSpan(rt, args + 4, given - 2, bytesLike(rt, M[args]).length);
  const { start, end } = span;
  const needle = needleArgument(rt, M[args + 2]);
  return newInt(rt, countIn(bytesLike(rt, M[args]), needle, start, end));
}

function matches(data: Uint8Array, part: Uint8Array, start: number, end: number, atEnd: boolean): boolean {
  if (start > end || part.length > end - start) return false;
  const at = atEnd ? end - part.length : start;
  for (let index = 0; index < part.length; index++) if (data[at + index] !== part[index]) return false;
  return true;
}

function affix(method: string, atEnd: boolean): NativeSpec {
  return {
    name: method,
    arity: { min: 1, max: 3 },
    fn: (rt, args, given) => {
      const wanted = M[args + 2];
      readSpan(rt, args + 4, given - 2, bytesLike(rt, M[args]).length);
      const data = bytesLike(rt, M[args]);
      const { start, end } = span;
      if (isTuple(rt, wanted)) {
        for (let index = 0; index < tupleLength(rt, wanted); index++) {
          if (matches(data, bufferArgument(rt, tupleItem(rt, wanted, index)), start, end, atEnd)) return rt.true;
        }
        return rt.false;
      }
      if (!isBytesLike(rt, wanted)) {
        raiseTypeError(rt, `${method} first arg must be bytes or a tuple of bytes, not ${rt.typeOf(wanted).name}`);
      }
      return rt.bool(matches(data, bytesLike(rt, wanted), start, end, atEnd));
    },
  };
}

function replace(rt: Runtime, args: Address, given: number): Address {
  const self = M[args];
  const old = bufferArgument(rt, M[args + 2]);
  const by = bufferArgument(rt, M[args + 4]);
  let most = given > 3 ? asSize(rt, M[args + 6]) : -1;
  if (most < 0) most = Infinity;
  const data = bytesLike(rt, self);
  const found = countIn(data, old, 0, data.length, most);
  if (found === 0) return sameBytes(rt, self);
  const out = new Uint8Array(data.length + found * (by.length - old.length));
  let read = 0;
  let written = 0;
  for (let index = 0; index < found; index++) {
    const next = old.length === 0 ? index : findIn(data, old, read, data.length);
    out.set(data.subarray(read, next), written);
    written += next - read;
    out.set(by, written);
    written += by.length;
    read = next + old.length;
  }
  out.set(data.subarray(read), written);
  return likeSelf(rt, self, out);
}

export function isSpaceByte(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}

function stripper(method: string, left: boolean, right: boolean): NativeSpec {
  return {
    name: method,
    arity: { min: 0, max: 1 },
    fn: (rt, args, given) => {
      const self = M[args];
      const chars = given > 1 && M[args + 2] !== rt.none ? bufferArgument(rt, M[args + 2]) : null;
      const data = bytesLike(rt, self);
      const taken = (byte: number): boolean => (chars === null ? isSpaceByte(byte) : chars.includes(byte));
      let start = 0;
      let end = data.length;
      if (left) while (start < end && taken(data[start]!)) start++;
      if (right) while (end > start && taken(data[end - 1]!)) end--;
      if (start === 0 && end === data.length) return sameBytes(rt, self);
      return likeSelf(rt, self, data.subarray(start, end));
    },
  };
}

function removeAffix(method: string, atEnd: boolean): NativeSpec {
  return {
    name: method,
    arity: 'one',
    fn: (rt, args) => {
      const self = M[args];
      const part = bufferArgument(rt, M[args + 2]);
      const data = bytesLike(rt, self);
      if (part.length === 0 || !matches(data, part, 0, data.length, atEnd)) return sameBytes(rt, self);
      return likeSelf(rt, self, atEnd ? data.subarray(0, data.length - part.length) : data.subarray(part.length));
    },
  };
}

function partition(method: string, backwards: boolean): NativeSpec {
  return {
    name: method,
    arity: 'one',
    fn: (rt, args) => {
      const self = M[args];
      const separator = bufferArgument(rt, M[args + 2]);
      if (separator.length === 0) raiseValueError(rt, 'empty separator');
      const data = bytesLike(rt, self);
      const at = findIn(data, separator, 0, data.length, backwards);
      const empty = data.subarray(0, 0);
      let parts = backwards ? [empty, empty, data] : [data, empty, empty];
      if (at >= 0) parts = [data.subarray(0, at), separator, data.subarray(at + separator.length)];
      for (const part of parts) rt.push(part === data ? sameBytes(rt, self) : likeSelf(rt, self, part));
      return newTupleFromTop(rt, 3);
    },
  };
}

/** Start and end of each piece of data between white space. */
function spacesApart(data: Uint8Array, most: number, backwards: boolean): [number, number][] {
  const pieces: [number, number][] = [];
  if (!backwards) {
    let at = 0;
    for (let done = 0; ; done++) {
      while (at < data.length && isSpaceByte(data[at]!)) at++;
      if (at === data.length) return pieces;
      const start = at;
      if (done >= most) {
        pieces.push([start, data.length]);
        return pieces;
      }
      while (at < data.length && !isSpaceByte(data[at]!)) at++;
      pieces.push([start, at]);
    }
  }
  let at = data.length;
  for (let done = 0; ; done++) {
    while (at > 0 && isSpaceByte(data[at - 1]!)) at--;
    if (at === 0) break;
    const end = at;
    if (done >= most) {
      pieces.push([0, end]);
      break;
    }
    while (at > 0 && !isSpaceByte(data[at - 1]!)) at--;
    pieces.push([at, end]);
  }
  return pieces.reverse();
}

function separatorApart(data: Uint8Array, separator: Uint8Array, most: number, backwards: boolean): [number, number][] {
  const pieces: [number, number][] = [];
  if (!backwards) {
    let at = 0;
    for (let done = 0; done < most; done++) {
      const found = findIn(data, separator, at, data.length);
      if (found < 0) break;
      pieces.push([at, found]);
      at = found + separator.length;
    }
    pieces.push([at, data.length]);
    return pieces;
  }
  let end = data.length;
  for (let done = 0; done < most; done++) {
    const found = findIn(data, separator, 0, end, true);
    if (found < 0) break;
    pieces.push([found + separator.length, end]);
    end = found;
  }
  pieces.push([0, end]);
  return pieces.reverse();
}

/** A list of pieces of self, which is rooted by the caller. */
function listOfPieces(rt: Runtime, self: Address, pieces: readonly (readonly [number, number])[]): Address {
  const list = rt.push(newList(rt));
  const data = bytesLike(rt, self);
  for (const [start, end] of pieces) {
    const whole = start === 0 && end === data.length;
    listAppend(rt, M[list], whole ? sameBytes(rt, self) : likeSelf(rt, self, data.subarray(start, end)));
  }
  return rt.pop();
}

function splitter(method: string, backwards: boolean): NativeSpec {
  return {
    name: method,
    arity: { params: 'sep=, maxsplit=' },
    fn: (rt, args) => {
      const self = M[args];
      const limit = M[args + 4] === 0 ? -1 : asSize(rt, M[args + 4]);
      const most = limit < 0 ? Infinity : limit;
      if (M[args + 2] === 0 || M[args + 2] === rt.none) {
        return listOfPieces(rt, self, spacesApart(bytesLike(rt, self), most, backwards));
      }
      const separator = bufferArgument(rt, M[args + 2]);
      if (separator.length === 0) raiseValueError(rt, 'empty separator');
      return listOfPieces(rt, self, separatorApart(bytesLike(rt, self), separator, most, backwards));
    },
  };
}

function splitLines(rt: Runtime, args: Address): Address {
  const self = M[args];
  const spans = lineSpans(bytesLike(rt, self), M[args + 2] !== 0 && isTrue(rt, M[args + 2]), isByteLineBreak);
  const pieces: [number, number][] = [];
  for (let index = 0; index < spans.length; index += 2) pieces.push([spans[index]!, spans[index + 1]!]);
  return listOfPieces(rt, self, pieces);
}

function join(rt: Runtime, args: Address): Address {
  const self = M[args];
  const sequence = rt.push(fastSequence(rt, M[args + 2], 'can only join an iterable'));
  const items = fastItems(rt, M[sequence]);
  const count = fastLength(rt, M[sequence]);
  if (count === 1 && M[self + REP] === rt.bytesInfo.rep && M[M[items] + REP] === rt.bytesInfo.rep) {
    const only = rt.retain(M[items]);
    rt.unwind(sequence);
    return only;
  }
  const separator = bytesLike(rt, self);
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let index = 0; index < count; index++) {
    const item = M[items + 2 * index];
    if (!isBytesLike(rt, item)) {
      raiseTypeError(rt, `sequence item ${index}: expected a bytes-like object, ${rt.typeOf(item).name} found`);
    }
    const part = bytesLike(rt, item);
    length += part.length + (index > 0 ? separator.length : 0);
    parts.push(part);
  }
  const out = new Uint8Array(length);
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (index > 0) {
      out.set(separator, at);
      at += separator.length;
    }
    out.set(parts[index]!, at);
    at += parts[index]!.length;
  }
  rt.unwind(sequence);
  return likeSelf(rt, self, out);
}

export const BYTES_SEARCH_METHODS: readonly NativeSpec[] = [
  search('find', false, false),
  search('rfind', true, false),
  search('index', false, true),
  search('rindex', true, true),
  { name: 'count', arity: { min: 1, max: 3 }, fn: count },
  affix('startswith', false),
  affix('endswith', true),
  { name: 'replace', arity: { min: 2, max: 3 }, fn: replace },
  stripper('strip', true, true),
  stripper('lstrip', true, false),
  stripper('rstrip', false, true),
  removeAffix('removeprefix', false),
  removeAffix('removesuffix', true),
  partition('partition', false),
  partition('rpartition', true),
  splitter('split', false),
  splitter('rsplit', true),
  { name: 'splitlines', arity: { params: 'keepends=' }, fn: splitLines },
  { name: 'join', arity: 'one', fn: join },
];
