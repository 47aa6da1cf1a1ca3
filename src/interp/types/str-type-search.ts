/** Methods of str that look for a part: find, count, startswith, replace, strip, removeprefix, partition... (CPython: Objects/unicodeobject.c). */
import { type Address, BYTES, WORDS } from '../../heap/memory.ts';
import { newInt } from '../objects/int.ts';
import { isTuple, newTuple, newTupleFromTop, tupleItem, tupleLength } from '../objects/sequence.ts';
import {
  findBytes,
  isExactStr,
  isStr,
  newChar,
  newStrBlock,
  newStrOfPoints,
  strAt,
  strData,
  strFind,
  strJoin,
  strLength,
  strMaxChar,
  strPoints,
  strSlice,
} from '../objects/str.ts';
import { argumentTypeName, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asIndex, asSize } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { isSpaceCodePoint } from '../text/unicode.ts';

const M = WORDS;
const U8 = BYTES;

/** Raises TypeError unless `value` is a str. */
export function requireStr(rt: Runtime, value: Address, method: string, argument: string): void {
  if (!isStr(rt, value)) {
    raiseTypeError(
      rt,
      `${method}() argument ${argument}${argument === '' ? '' : ' '}must be str, not ${argumentTypeName(rt, value)}`,
    );
  }
}

/** The part of a sequence that optional start and stop arguments name, as a slice would. */
export const span = { start: 0, end: 0 };

const BOUND = 'slice indices must be integers or None or have an __index__ method';

/** Reads the start and stop in `args`, of which `count` are given, into `span`. May run Python. */
export function readSpan(rt: Runtime, args: Address, count: number, length: number): void {
  let start = 0;
  let end = length;
  if (count > 0 && M[args] !== rt.none) {
    start = asIndex(rt, M[args], BOUND);
    if (start < 0) start = Math.max(0, start + length);
  }
  if (count > 1 && M[args + 2] !== rt.none) {
    end = asIndex(rt, M[args + 2], BOUND);
    if (end < 0) end = Math.max(0, end + length);
    else if (end > length) end = length;
  }
  span.start = start;
  span.end = end;
}

/** The same text as an exact str; owned. */
export function exactStr(rt: Runtime, self: Address): Address {
  if (isExactStr(rt, self)) return rt.retain(self);
  const length = strLength(rt, self);
  return length === 0 ? rt.emptyStr : strJoin(rt, [self], rt.emptyStr);
}

function search(method: string, backwards: boolean, mustFind: boolean): NativeSpec {
  return {
    name: method,
    arity: { min: 1, max: 3 },
    fn: (rt, args, count) => {
      requireStr(rt, M[args + 2], method, '1');
      readSpan(rt, args + 4, count - 2, strLength(rt, M[args]));
      const { start, end } = span;
      const at = start > end ? -1 : strFind(rt, M[args], M[args + 2], start, end, backwards);
      if (at < 0 && mustFind) raiseValueError(rt, 'substring not found');
      return newInt(rt, at);
    },
  };
}

/** How often `needle` stands in str[start:end] without overlapping, at most `most` times. */
export function countParts(rt: Runtime, str: Address, needle: Address, start: number, end: number, most = Infinity): number {
  const size = strLength(rt, needle);
  if (start > end) return 0;
  if (size === 0) return Math.min(most, end - start + 1);
  let count = 0;
  for (let at = start; count < most; count++) {
    const found = strFind(rt, str, needle, at, end);
    if (found < 0) break;
    at = found + size;
  }
  return count;
}

function count(rt: Runtime, args: Address, given: number): Address {
  requireStr(rt, M[args + 2], 'count', '1');
  readSpan(rt, args + 4, given - 2, strLength(rt, M[args]));
  return newInt(rt, countParts(rt, M[args], M[args + 2], span.start, span.end));
}

/** Does `part` stand in str[start:end] at its start, or at its end? */
function tailMatches(rt: Runtime, str: Address, part: Address, start: number, end: number, atEnd: boolean): boolean {
  const size = strLength(rt, part);
  if (start > end || size > end - start) return false;
  const at = atEnd ? end - size : start;
  for (let index = 0; index < size; index++) if (strAt(rt, str, at + index) !== strAt(rt, part, index)) return false;
  return true;
}

function affix(method: string, atEnd: boolean): NativeSpec {
  return {
    name: method,
    arity: { min: 1, max: 3 },
    fn: (rt, args, given) => {
      const str = M[args];
      const wanted = M[args + 2];
      readSpan(rt, args + 4, given - 2, strLength(rt, str));
      const { start, end } = span;
      if (isTuple(rt, wanted)) {
        for (let index = 0; index < tupleLength(rt, wanted); index++) {
          const part = tupleItem(rt, wanted, index);
          if (!isStr(rt, part)) raiseTypeError(rt, `tuple for ${method} must only contain str, not ${rt.typeOf(part).name}`);
          if (tailMatches(rt, str, part, start, end, atEnd)) return rt.true;
        }
        return rt.false;
      }
      if (!isStr(rt, wanted)) {
        raiseTypeError(rt, `${method} first arg must be str or a tuple of str, not ${rt.typeOf(wanted).name}`);
      }
      return rt.bool(tailMatches(rt, str, wanted, start, end, atEnd));
    },
  };
}

/** str.replace: one block of the right size where the text is one byte a character, else code point by code point. */
function replace(rt: Runtime, args: Address): Address {
  const str = M[args];
  const old = M[args + 2];
  const by = M[args + 4];
  requireStr(rt, old, 'replace', '1');
  requireStr(rt, by, 'replace', '2');
  let most = M[args + 6] === 0 ? -1 : asSize(rt, M[args + 6]);
  if (most < 0) most = Infinity;
  const found = countParts(rt, str, old, 0, strLength(rt, str), most);
  if (found === 0) return exactStr(rt, str);
  if (strMaxChar(rt, str) < 128 && strMaxChar(rt, by) < 128) return replaceBytes(rt, str, old, by, found);
  const length = strLength(rt, str);
  const size = strLength(rt, old);
  const source = strPoints(rt, str);
  const inserted = strPoints(rt, by);
  const points: number[] = [];
  let at = 0;
  for (let index = 0; index < found; index++) {
    const next = size === 0 ? index : strFind(rt, str, old, at, length);
    while (at < next) points.push(source[at++]!);
    for (let each = 0; each < inserted.length; each++) points.push(inserted[each]!);
    at = next + size;
  }
  while (at < length) points.push(source[at++]!);
  return newStrOfPoints(rt, points);
}

/** Replaces the first `found` matches in ASCII text by ASCII text. */
function replaceBytes(rt: Runtime, str: Address, old: Address, by: Address, found: number): Address {
  const length = strLength(rt, str);
  const size = strLength(rt, old);
  const inserted = strLength(rt, by);
  const total = length + found * (inserted - size);
  if (total === 0) return rt.emptyStr;
  rt.checkBytes(total);
  const result = newStrBlock(rt, total, 127);
  const from = strData(rt, str);
  const needle = strData(rt, old);
  const source = strData(rt, by);
  let to = strData(rt, result);
  let at = 0;
  for (let index = 0; index < found; index++) {
    const next = size === 0 ? index : findBytes(U8, from, needle, size, at, length, false);
    while (at < next) U8[to++] = U8[from + at++]!;
    for (let each = 0; each < inserted; each++) U8[to++] = U8[source + each]!;
    at = next + size;
  }
  while (at < length) U8[to++] = U8[from + at++]!;
  // A single character is always the shared one.
  if (total > 1) return result;
  const char = newChar(rt, strAt(rt, result, 0));
  rt.release(result);
  return char;
}

/** Which characters strip() takes: those of a str, or white space. */
function stripper(method: string, left: boolean, right: boolean): NativeSpec {
  return {
    name: method,
    arity: { min: 0, max: 1 },
    safe: true,
    fn: (rt, args, given) => {
      const str = M[args];
      const chars = given > 1 ? M[args + 2] : rt.none;
      if (chars !== rt.none && !isStr(rt, chars)) raiseTypeError(rt, `${method} arg must be None or str`);
      let start = 0;
      let end = strLength(rt, str);
      if (chars === rt.none) {
        if (left) while (start < end && isSpaceCodePoint(strAt(rt, str, start))) start++;
        if (right) while (end > start && isSpaceCodePoint(strAt(rt, str, end - 1))) end--;
      } else {
        const set = new Set<number>();
        for (let index = 0; index < strLength(rt, chars); index++) set.add(strAt(rt, chars, index));
        if (left) while (start < end && set.has(strAt(rt, str, start))) start++;
        if (right) while (end > start && set.has(strAt(rt, str, end - 1))) end--;
      }
      if (start === 0 && end === strLength(rt, str)) return exactStr(rt, str);
      return strSlice(rt, str, start, end - start);
    },
  };
}

function removeAffix(method: string, atEnd: boolean): NativeSpec {
  return {
    name: method,
    arity: 'one',
    safe: true,
    fn: (rt, args) => {
      const str = M[args];
      const part = M[args + 2];
      requireStr(rt, part, method, '');
      const length = strLength(rt, str);
      const size = strLength(rt, part);
      if (size === 0 || !tailMatches(rt, str, part, 0, length, atEnd)) return exactStr(rt, str);
      return atEnd ? strSlice(rt, str, 0, length - size) : strSlice(rt, str, size, length - size);
    },
  };
}

function partition(method: string, backwards: boolean): NativeSpec {
  return {
    name: method,
    arity: 'one',
    safe: true,
    fn: (rt, args) => {
      const str = M[args];
      const separator = M[args + 2];
      if (!isStr(rt, separator)) raiseTypeError(rt, `must be str, not ${rt.typeOf(separator).name}`);
      const size = strLength(rt, separator);
      if (size === 0) raiseValueError(rt, 'empty separator');
      const length = strLength(rt, str);
      const at = strFind(rt, str, separator, 0, length, backwards);
      if (at < 0) {
        const whole = exactStr(rt, str);
        return newTuple(rt, backwards ? [rt.emptyStr, rt.emptyStr, whole] : [whole, rt.emptyStr, rt.emptyStr]);
      }
      rt.push(strSlice(rt, str, 0, at));
      rt.push(rt.retain(separator));
      rt.push(strSlice(rt, str, at + size, length - at - size));
      return newTupleFromTop(rt, 3);
    },
  };
}

export const STR_SEARCH_METHODS: readonly NativeSpec[] = [
  search('find', false, false),
  search('rfind', true, false),
  search('index', false, true),
  search('rindex', true, true),
  { name: 'count', arity: { min: 1, max: 3 }, fn: count },
  affix('startswith', false),
  affix('endswith', true),
  { name: 'replace', arity: { params: 'old, new, /, count=' }, fn: replace },
  stripper('strip', true, true),
  stripper('lstrip', true, false),
  stripper('rstrip', false, true),
  removeAffix('removeprefix', false),
  removeAffix('removesuffix', true),
  partition('partition', false),
  partition('rpartition', true),
];
