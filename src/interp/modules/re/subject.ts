/** What patterns are matched against: str and bytes-like objects, and the pieces cut from them. */
import { type Address, BYTES, WORDS } from '../../../heap/memory.ts';
import { bytesLike, isBytesLike } from '../../objects/buffer.ts';
import { isBytes, newBytes } from '../../objects/bytes.ts';
import { listItem, listLength } from '../../objects/sequence.ts';
import { isStr, newStr, STR_LENGTH, strData, strJoin, strLength, strSlice, strText, strWidth } from '../../objects/str.ts';
import { raiseTypeError } from '../../runtime/exceptions.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { Matcher, type Points } from './match.ts';

const M = WORDS;
const U8 = BYTES;

/** One matcher for all: nothing of it lives longer than one call of `run`. */
export const matcher = new Matcher();

/** Code points or bytes of `subject`, in place: good until anything is allocated. */
export function pointsOf(rt: Runtime, subject: Address): Points {
  if (!isStr(rt, subject)) return bytesLike(rt, subject);
  const data = strData(rt, subject);
  const length = strLength(rt, subject);
  const width = strWidth(rt, subject);
  if (width === 1) return U8.subarray(data, data + length);
  if (width === 2) return new Uint16Array(U8.buffer, data, length);
  return M.subarray(data >> 2, (data >> 2) + length) as unknown as Int32Array;
}

export function subjectLength(rt: Runtime, subject: Address): number {
  return isStr(rt, subject) ? M[subject + STR_LENGTH] : bytesLike(rt, subject).length;
}

/** Raises TypeError unless a pattern of this sort can be matched against `subject`. */
export function checkSubject(rt: Runtime, isText: boolean, subject: Address): void {
  if (isStr(rt, subject)) {
    if (!isText) raiseTypeError(rt, 'cannot use a bytes pattern on a string-like object');
  } else if (!isBytesLike(rt, subject)) {
    raiseTypeError(rt, `expected string or bytes-like object, got '${rt.typeOf(subject).name}'`);
  } else if (isText) raiseTypeError(rt, 'cannot use a string pattern on a bytes-like object');
}

/** subject[start:end] as str or bytes; owned. */
export function sliceOf(rt: Runtime, subject: Address, start: number, end: number): Address {
  if (isStr(rt, subject)) {
    if (start >= end) return rt.emptyStr;
    if (start === 0 && end === strLength(rt, subject) && M[subject + 3] === rt.strInfo.rep) return rt.retain(subject);
    return strSlice(rt, subject, start, end - start);
  }
  if (start >= end) return rt.emptyBytes;
  const data = bytesLike(rt, subject);
  if (start === 0 && end === data.length && M[subject + 3] === rt.bytesInfo.rep) return rt.retain(subject);
  return newBytes(rt, data.slice(start, end));
}

/** Host text of a str, or of bytes as Latin-1. */
export function hostText(rt: Runtime, value: Address): string {
  if (isStr(rt, value)) return strText(rt, value);
  let text = '';
  for (const byte of bytesLike(rt, value)) text += String.fromCharCode(byte);
  return text;
}

/** A str, or bytes of Latin-1 text; owned. */
export function fromHostText(rt: Runtime, text: string, isText: boolean): Address {
  return isText
    ? newStr(rt, text)
    : newBytes(
        rt,
        Uint8Array.from(text, (char) => char.charCodeAt(0)),
      );
}

/** All items of a list of str or of bytes, joined; owned. */
export function joinPieces(rt: Runtime, list: Address, isText: boolean): Address {
  const count = listLength(rt, list);
  if (count === 0) return isText ? rt.emptyStr : rt.emptyBytes;
  if (count === 1 && (isText ? M[listItem(rt, list, 0) + 3] === rt.strInfo.rep : isBytes(rt, listItem(rt, list, 0)))) {
    return rt.retain(listItem(rt, list, 0));
  }
  const items: Address[] = [];
  for (let index = 0; index < count; index++) {
    const item = listItem(rt, list, index);
    const fits = isText ? isStr(rt, item) : isBytesLike(rt, item);
    if (!fits) {
      const wanted = isText ? 'str instance' : 'a bytes-like object';
      raiseTypeError(rt, `sequence item ${index}: expected ${wanted}, ${rt.typeOf(item).name} found`);
    }
    items.push(item);
  }
  if (isText) return strJoin(rt, items, rt.emptyStr);
  const parts = items.map((item) => bytesLike(rt, item));
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return newBytes(rt, joined);
}
