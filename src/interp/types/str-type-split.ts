/** str.split and its kin, and join (CPython: Objects/stringlib/split.h, unicodeobject.c). */
import { type Address, WORDS } from '../../heap/memory.ts';
import { listAppend, newList } from '../objects/sequence.ts';
import { isExactStr, isStr, strAt, strFind, strJoin, strLength, strPoints, strSlice } from '../objects/str.ts';
import { raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { fastItems, fastLength, fastSequence } from '../runtime/iterables.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asSize, isTrue } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { lineSpans } from '../text/line-breaks.ts';
import { isSpaceCodePoint } from '../text/unicode.ts';
import { exactStr } from './str-type-search.ts';

const M = WORDS;

/** Appends str[start:end] to the list in a stack slot. */
function add(rt: Runtime, list: Address, str: Address, start: number, end: number): void {
  const whole = start === 0 && end === strLength(rt, str);
  listAppend(rt, M[list], whole ? exactStr(rt, str) : strSlice(rt, str, start, end - start));
}

function isSpace(point: number): boolean {
  return point < 128 ? point === 32 || (point >= 9 && point <= 13) || (point >= 28 && point <= 31) : isSpaceCodePoint(point);
}

function splitSpaces(rt: Runtime, list: Address, str: Address, most: number): void {
  const length = strLength(rt, str);
  let at = 0;
  for (let done = 0; ; done++) {
    while (at < length && isSpace(strAt(rt, str, at))) at++;
    if (at === length) return;
    const start = at;
    if (done >= most) {
      add(rt, list, str, start, length);
      return;
    }
    while (at < length && !isSpace(strAt(rt, str, at))) at++;
    add(rt, list, str, start, at);
  }
}

function splitSpacesBackwards(rt: Runtime, list: Address, str: Address, most: number): void {
  let at = strLength(rt, str);
  for (let done = 0; ; done++) {
    while (at > 0 && isSpace(strAt(rt, str, at - 1))) at--;
    if (at === 0) break;
    const end = at;
    if (done >= most) {
      add(rt, list, str, 0, end);
      break;
    }
    while (at > 0 && !isSpace(strAt(rt, str, at - 1))) at--;
    add(rt, list, str, at, end);
  }
  reverse(rt, M[list]);
}

function reverse(rt: Runtime, list: Address): void {
  const items = fastItems(rt, list);
  for (let low = 0, high = fastLength(rt, list) - 1; low < high; low++, high--) {
    const value = M[items + 2 * low];
    M[items + 2 * low] = M[items + 2 * high];
    M[items + 2 * high] = value;
  }
}

function splitBy(rt: Runtime, list: Address, str: Address, separator: Address, most: number): void {
  const length = strLength(rt, str);
  const size = strLength(rt, separator);
  let at = 0;
  for (let done = 0; done < most; done++) {
    const found = strFind(rt, str, separator, at, length);
    if (found < 0) break;
    add(rt, list, str, at, found);
    at = found + size;
  }
  add(rt, list, str, at, length);
}

function splitByBackwards(rt: Runtime, list: Address, str: Address, separator: Address, most: number): void {
  const size = strLength(rt, separator);
  let end = strLength(rt, str);
  for (let done = 0; done < most; done++) {
    const found = strFind(rt, str, separator, 0, end, true);
    if (found < 0) break;
    add(rt, list, str, found + size, end);
    end = found;
  }
  add(rt, list, str, 0, end);
  reverse(rt, M[list]);
}

/** Room that split makes beforehand: for the most items there can be, up to 12. */
function expectedItems(rt: Runtime, str: Address, separator: Address, limit: number): number {
  if (limit >= 0) return Math.min(limit + 1, 12);
  const length = strLength(rt, str);
  if (separator === 0 || separator === rt.none) return Math.min(Math.trunc((length - 1) / 2) + 2, 12);
  if (!isStr(rt, separator) || strLength(rt, separator) === 0) return 0;
  if (length < strLength(rt, separator)) return 1;
  return Math.min(Math.floor(length / strLength(rt, separator)) + 2, 12);
}

function splitter(method: string, backwards: boolean): NativeSpec {
  return {
    name: method,
    arity: { params: 'sep=, maxsplit=' },
    fn: (rt, args) => {
      const str = M[args];
      const separator = M[args + 2];
      const limit = M[args + 4] === 0 ? -1 : asSize(rt, M[args + 4]);
      const most = limit < 0 ? Infinity : limit;
      const list = rt.push(newList(rt, expectedItems(rt, str, separator, limit)));
      if (separator === 0 || separator === rt.none) {
        if (backwards) splitSpacesBackwards(rt, list, str, most);
        else splitSpaces(rt, list, str, most);
      } else {
        if (!isStr(rt, separator)) raiseTypeError(rt, `must be str or None, not ${rt.typeOf(separator).name}`);
        if (strLength(rt, separator) === 0) raiseValueError(rt, 'empty separator');
        if (backwards) splitByBackwards(rt, list, str, separator, most);
        else splitBy(rt, list, str, separator, most);
      }
      return rt.pop();
    },
  };
}

function splitLines(rt: Runtime, args: Address): Address {
  const str = M[args];
  const keepEnds = M[args + 2] !== 0 && isTrue(rt, M[args + 2]);
  const spans = lineSpans(strPoints(rt, str), keepEnds);
  const list = rt.push(newList(rt));
  for (let index = 0; index < spans.length; index += 2) add(rt, list, str, spans[index]!, spans[index + 1]!);
  return rt.pop();
}

/** separator.join(iterable). */
export function joinStr(rt: Runtime, separator: Address, iterable: Address): Address {
  const mark = rt.sp;
  const sequence = rt.push(fastSequence(rt, iterable, 'can only join an iterable'));
  const items = fastItems(rt, M[sequence]);
  const count = fastLength(rt, M[sequence]);
  const parts: Address[] = new Array(count);
  for (let index = 0; index < count; index++) {
    const item = M[items + 2 * index];
    if (!isStr(rt, item)) raiseTypeError(rt, `sequence item ${index}: expected str instance, ${rt.typeOf(item).name} found`);
    parts[index] = item;
  }
  const only = parts[0];
  const result = count === 1 && isExactStr(rt, only!) ? rt.retain(only!) : strJoin(rt, parts, separator);
  rt.unwind(mark);
  return result;
}

export const STR_SPLIT_METHODS: readonly NativeSpec[] = [
  splitter('split', false),
  splitter('rsplit', true),
  { name: 'splitlines', arity: { params: 'keepends=' }, fn: splitLines },
  { name: 'join', arity: 'one', fn: (rt, args) => joinStr(rt, M[args], M[args + 2]) },
];
