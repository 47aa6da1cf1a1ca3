/**
 * Python strings (CPython: PyASCIIObject 40 bytes + n + 1; PyCompactUnicodeObject 56 bytes + (n + 1) × width).
 *
 * ```
 *  word 4     length in code points
 *  word 6,7   hash, low and high; HASH_UNKNOWN (-1, -1) until it is asked for
 *  word 8     state: width 1, 2 or 4 in bits 0-2; 8 = ASCII; 16 = interned
 *  bytes      from byte 40 (ASCII) or 56 (others), width bytes a code point, one zero at the end
 * ```
 * The width is the smallest that holds the widest code point, so equal strings have equal bytes.
 */
import { FLAGS, REP } from '../../heap/layout.ts';
import { type Address, BYTES, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { sipHash13 } from '../text/hash.ts';
import { KIND } from './kinds.ts';

const M = WORDS;
const U8 = BYTES;

export const STR_LENGTH = 4;
export const STR_HASH = 6;
export const STR_STATE = 8;
export const STATE_WIDTH = 7;
export const STATE_ASCII = 8;
export const STATE_INTERNED = 16;

const hashOut = new Int32Array(2);

/** Byte address of the first code point. */
export function strData(_rt: Runtime, str: Address): number {
  return str * 4 + ((M[str + STR_STATE] & STATE_ASCII) !== 0 ? 40 : 56);
}

export function strLength(_rt: Runtime, str: Address): number {
  return M[str + STR_LENGTH];
}

export function strWidth(_rt: Runtime, str: Address): number {
  return M[str + STR_STATE] & STATE_WIDTH;
}

export function isStr(_rt: Runtime, object: Address): boolean {
  return (M[object + REP] & 0xff) === KIND.str;
}

/** Bytes by CPython's count. */
export function strBytes(_rt: Runtime, str: Address): number {
  const state = M[str + STR_STATE];
  const length = M[str + STR_LENGTH] + 1;
  return (state & STATE_ASCII) !== 0 ? 40 + length : 56 + length * (state & STATE_WIDTH);
}

/** A string of `length` code points whose characters the caller fills in. `maxChar` decides the width. */
export function newStrBlock(rt: Runtime, length: number, maxChar: number): Address {
  const width = maxChar < 256 ? 1 : maxChar < 65536 ? 2 : 4;
  const ascii = maxChar < 128;
  const bytes = ascii ? 41 + length : 56 + (length + 1) * width;
  const info = rt.strInfo;
  const str = rt.newPlain(info, info.rep, bytes);
  M[str + STR_LENGTH] = length;
  M[str + STR_LENGTH + 1] = 0;
  M[str + STR_HASH] = -1;
  M[str + STR_HASH + 1] = -1;
  M[str + STR_STATE] = ascii ? 1 | STATE_ASCII : width;
  M[str + STR_STATE + 1] = 0;
  terminate(str, bytes, width);
  return str;
}

/** Writes the code point 0 behind the text of a string of `bytes` bytes. */
function terminate(str: Address, bytes: number, width: number): void {
  const end = 4 * str + bytes;
  for (let byte = end - width; byte < end; byte++) U8[byte] = 0;
}

/** str from host text (UTF-16; a lone surrogate becomes a code point of its own). Owned; '' and latin-1 characters are the immortal ones. */
export function newStr(rt: Runtime, text: string): Address {
  const units = text.length;
  if (units === 0) return rt.emptyStr;
  let or = 0;
  let pairs = 0;
  for (let index = 0; index < units; index++) {
    const unit = text.charCodeAt(index);
    or |= unit;
    if (unit >= 0xd800 && unit < 0xdc00 && index + 1 < units) {
      const next = text.charCodeAt(index + 1);
      if (next >= 0xdc00 && next < 0xe000) pairs++;
    }
  }
  if (units === 1 && or < 256) return rt.chars[or]!;
  const length = units - pairs;
  const maxChar = pairs > 0 ? 0x10000 : or < 128 ? 127 : or < 256 ? 255 : 65535;
  const str = newStrBlock(rt, length, maxChar);
  const data = strData(rt, str);
  if (maxChar < 256) {
    for (let index = 0; index < units; index++) U8[data + index] = text.charCodeAt(index);
  } else if (maxChar < 65536) {
    for (let index = 0; index < units; index++) {
      const unit = text.charCodeAt(index);
      U8[data + 2 * index] = unit;
      U8[data + 2 * index + 1] = unit >> 8;
    }
  } else {
    let word = data >> 2;
    for (let index = 0; index < units; index++) {
      const point = text.codePointAt(index)!;
      if (point > 0xffff) index++;
      M[word++] = point;
    }
  }
  return str;
}

/** Code point at `index` (no bounds check). */
export function strAt(_rt: Runtime, str: Address, index: number): number {
  const state = M[str + STR_STATE];
  if ((state & STATE_ASCII) !== 0) return U8[str * 4 + 40 + index]!;
  const width = state & STATE_WIDTH;
  const data = str * 4 + 56;
  if (width === 1) return U8[data + index]!;
  if (width === 2) return U8[data + 2 * index]! | (U8[data + 2 * index + 1]! << 8);
  return M[(data >> 2) + index];
}

/** Writes a code point at `index` of a block made by newStrBlock. */
export function strPut(_rt: Runtime, str: Address, index: number, point: number): void {
  const state = M[str + STR_STATE];
  const width = state & STATE_WIDTH;
  const data = str * 4 + ((state & STATE_ASCII) !== 0 ? 40 : 56);
  if (width === 1) U8[data + index] = point;
  else if (width === 2) {
    U8[data + 2 * index] = point;
    U8[data + 2 * index + 1] = point >> 8;
  } else M[(data >> 2) + index] = point;
}

/** The one-character string of a code point; latin-1 ones are immortal. */
export function newChar(rt: Runtime, point: number): Address {
  if (point < 256) return rt.chars[point]!;
  const str = newStrBlock(rt, 1, point);
  strPut(rt, str, 0, point);
  return str;
}

const pieces: string[] = [];
const decoder = new TextDecoder('latin1');

/** Host text of a string. Latin-1 bytes 0x80-0x9f come out as such, not as windows-1252. */
export function strText(rt: Runtime, str: Address): string {
  const length = M[str + STR_LENGTH];
  const state = M[str + STR_STATE];
  const width = state & STATE_WIDTH;
  const data = strData(rt, str);
  if (width === 1) {
    if (length < 24) {
      let text = '';
      for (let index = 0; index < length; index++) text += String.fromCharCode(U8[data + index]!);
      return text;
    }
    if ((state & STATE_ASCII) !== 0) return decoder.decode(U8.subarray(data, data + length));
  }
  pieces.length = 0;
  for (let start = 0; start < length; start += 4096) {
    const end = Math.min(length, start + 4096);
    const points: number[] = new Array(end - start);
    for (let index = start; index < end; index++) points[index - start] = strAt(rt, str, index);
    pieces.push(width === 4 ? String.fromCodePoint(...points) : String.fromCharCode(...points));
  }
  return pieces.join('');
}

/** Hash of a string into rt.hashLow/hashHigh; cached in the object. */
export function hashStr(rt: Runtime, str: Address): void {
  if (M[str + STR_HASH] === -1 && M[str + STR_HASH + 1] === -1) {
    const width = M[str + STR_STATE] & STATE_WIDTH;
    sipHash13(U8, strData(rt, str), M[str + STR_LENGTH] * width, hashOut);
    M[str + STR_HASH] = hashOut[0]!;
    M[str + STR_HASH + 1] = hashOut[1]!;
  }
  rt.hashLow = M[str + STR_HASH];
  rt.hashHigh = M[str + STR_HASH + 1];
}

/** Are two strings equal (code point by code point)? */
export function strEquals(rt: Runtime, left: Address, right: Address): boolean {
  if (left === right) return true;
  const length = M[left + STR_LENGTH];
  if (length !== M[right + STR_LENGTH]) return false;
  const width = M[left + STR_STATE] & STATE_WIDTH;
  if (width !== (M[right + STR_STATE] & STATE_WIDTH)) return false;
  let a = strData(rt, left);
  let b = strData(rt, right);
  const end = a + length * width;
  while (a < end) if (U8[a++] !== U8[b++]) return false;
  return true;
}

/** -1, 0 or 1 by code points. */
export function strCompare(rt: Runtime, left: Address, right: Address): number {
  const leftLength = M[left + STR_LENGTH];
  const rightLength = M[right + STR_LENGTH];
  const shared = Math.min(leftLength, rightLength);
  if ((M[left + STR_STATE] & M[right + STR_STATE] & 1) !== 0) {
    const a = strData(rt, left);
    const b = strData(rt, right);
    for (let index = 0; index < shared; index++) {
      const difference = U8[a + index]! - U8[b + index]!;
      if (difference !== 0) return difference < 0 ? -1 : 1;
    }
    return leftLength < rightLength ? -1 : leftLength > rightLength ? 1 : 0;
  }
  for (let index = 0; index < shared; index++) {
    const a = strAt(rt, left, index);
    const b = strAt(rt, right, index);
    if (a !== b) return a < b ? -1 : 1;
  }
  return leftLength < rightLength ? -1 : leftLength > rightLength ? 1 : 0;
}

function copyCodePoints(rt: Runtime, target: Address, at: number, source: Address, start: number, count: number): void {
  const targetWidth = strWidth(rt, target);
  const sourceWidth = strWidth(rt, source);
  if (targetWidth === sourceWidth) {
    const from = strData(rt, source) + start * sourceWidth;
    const to = strData(rt, target) + at * targetWidth;
    const bytes = count * sourceWidth;
    if (bytes > 64) U8.copyWithin(to, from, from + bytes);
    else for (let index = 0; index < bytes; index++) U8[to + index] = U8[from + index]!;
    return;
  }
  for (let index = 0; index < count; index++) strPut(rt, target, at + index, strAt(rt, source, start + index));
}

/** A bound on the widest code point, from the representation alone: 127, 255, 65535 or 0x10ffff. */
export function strMaxChar(_rt: Runtime, str: Address): number {
  const state = M[str + STR_STATE];
  if ((state & STATE_ASCII) !== 0) return 127;
  const width = state & STATE_WIDTH;
  return width === 1 ? 255 : width === 2 ? 65535 : 0x10ffff;
}

/** left + right as a new string. */
export function strConcat(rt: Runtime, left: Address, right: Address): Address {
  const leftLength = strLength(rt, left);
  const rightLength = strLength(rt, right);
  if (rightLength === 0 && isExactStr(rt, left)) return rt.retain(left);
  if (leftLength === 0 && isExactStr(rt, right)) return rt.retain(right);
  const str = newStrBlock(rt, leftLength + rightLength, Math.max(strMaxChar(rt, left), strMaxChar(rt, right)));
  copyCodePoints(rt, str, 0, left, 0, leftLength);
  copyCodePoints(rt, str, leftLength, right, 0, rightLength);
  return str;
}

/**
 * Appends `right` to a string to which only the caller has references, where CPython would (unicode_modifiable, Objects/unicodeobject.c): not interned, never
 * hashed, and wide enough. Returns the string, which may have moved, or 0 when a new one has to be made.
 */
export function strAppend(rt: Runtime, str: Address, right: Address): Address {
  const { heap } = rt;
  const state = M[str + STR_STATE];
  const unhashed = M[str + STR_HASH] === -1 && M[str + STR_HASH + 1] === -1;
  if (heap.resizeObject === undefined || !unhashed || (state & STATE_INTERNED) !== 0) return 0;
  if (strMaxChar(rt, right) > strMaxChar(rt, str)) return 0;
  const length = M[str + STR_LENGTH];
  const added = M[right + STR_LENGTH];
  const bytes = strBytes(rt, str);
  const more = added * (state & STATE_WIDTH);
  rt.checkBytes(bytes + more);
  const grown = heap.resizeObject(str, bytes, bytes + more);
  if (grown === 0) rt.outOfMemory(bytes + more);
  M[grown + STR_LENGTH] = length + added;
  copyCodePoints(rt, grown, length, right, 0, added);
  terminate(grown, bytes + more, state & STATE_WIDTH);
  return grown;
}

export function isExactStr(rt: Runtime, object: Address): boolean {
  return M[object + REP] === rt.strInfo.rep;
}

/** Copies strings one behind the other; `parts` yields their addresses. */
export function strJoin(rt: Runtime, parts: readonly Address[], separator: Address): Address {
  let length = 0;
  let maxChar = 127;
  const separatorLength = strLength(rt, separator);
  for (const part of parts) {
    length += strLength(rt, part);
    maxChar = Math.max(maxChar, strMaxChar(rt, part));
  }
  if (parts.length > 1 && separatorLength > 0) {
    length += separatorLength * (parts.length - 1);
    maxChar = Math.max(maxChar, strMaxChar(rt, separator));
  }
  if (length === 0) return rt.emptyStr;
  if (length === 1) {
    for (const part of parts) if (strLength(rt, part) === 1) return newChar(rt, strAt(rt, part, 0));
    return newChar(rt, strAt(rt, separator, 0));
  }
  const str = newStrBlock(rt, length, maxChar);
  let at = 0;
  for (let index = 0; index < parts.length; index++) {
    if (index > 0 && separatorLength > 0) {
      copyCodePoints(rt, str, at, separator, 0, separatorLength);
      at += separatorLength;
    }
    const part = parts[index]!;
    const partLength = strLength(rt, part);
    copyCodePoints(rt, str, at, part, 0, partLength);
    at += partLength;
  }
  return str;
}

/** str[start:start + count], an exact str. */
export function strSlice(rt: Runtime, str: Address, start: number, count: number): Address {
  if (count <= 0) return rt.emptyStr;
  if (count === 1) return newChar(rt, strAt(rt, str, start));
  if (count === strLength(rt, str) && isExactStr(rt, str)) return rt.retain(str);
  let maxChar = strMaxChar(rt, str);
  if (maxChar > 127) {
    maxChar = 0;
    for (let index = 0; index < count; index++) maxChar = Math.max(maxChar, strAt(rt, str, start + index));
  }
  const result = newStrBlock(rt, count, maxChar);
  copyCodePoints(rt, result, 0, str, start, count);
  return result;
}

/** str * times. */
export function strRepeat(rt: Runtime, str: Address, times: number): Address {
  const length = strLength(rt, str);
  if (times <= 0 || length === 0) return rt.emptyStr;
  if (times === 1 && isExactStr(rt, str)) return rt.retain(str);
  const result = newStrBlock(rt, length * times, strMaxChar(rt, str));
  const width = strWidth(rt, result);
  const data = strData(rt, result);
  copyCodePoints(rt, result, 0, str, 0, length);
  const unit = length * width;
  const total = unit * times;
  for (let filled = unit; filled < total; ) {
    const bytes = Math.min(filled, total - filled);
    U8.copyWithin(data + filled, data, data + bytes);
    filled += bytes;
  }
  return result;
}

/** What lies further off than this is searched by the host's own byte search. */
const SHORT_SPAN = 64;

/** First index of `needle` in str[start:end], or -1; last index when `backwards`. */
export function strFind(rt: Runtime, str: Address, needle: Address, start: number, end: number, backwards = false): number {
  const count = strLength(rt, needle);
  if (count > end - start) return -1;
  if (count === 0) return backwards ? end : start;
  const width = strWidth(rt, str);
  if (strWidth(rt, needle) > width) return -1;
  if (width === 1) return findBytes(U8, strData(rt, str), strData(rt, needle), count, start, end, backwards);
  const first = strAt(rt, needle, 0);
  const last = end - count;
  for (let offset = 0; offset <= last - start; offset++) {
    const at = backwards ? last - offset : start + offset;
    if (strAt(rt, str, at) !== first) continue;
    let index = 1;
    while (index < count && strAt(rt, str, at + index) === strAt(rt, needle, index)) index++;
    if (index === count) return at;
  }
  return -1;
}

/**
 * Index from `data` of the first (last) place in data[start:end] where the `count` bytes at `needle` stand, or -1. `data` and `needle` are byte addresses;
 * count is at least 1.
 */
export function findBytes(
  U8: Uint8Array,
  data: number,
  needle: number,
  count: number,
  start: number,
  end: number,
  backwards: boolean,
): number {
  const last = data + end - count;
  const low = data + start;
  if (last < low) return -1;
  const first = U8[needle]!;
  if (!backwards) {
    const near = Math.min(last, low + SHORT_SPAN);
    for (let at = low; at <= near; at++) {
      if (U8[at] !== first) continue;
      let index = 1;
      while (index < count && U8[at + index] === U8[needle + index]) index++;
      if (index === count) return at - data;
    }
    if (near === last) return -1;
    const from = near + 1;
    const found =
      count > 1
        ? Buffer.from(U8.buffer, from, data + end - from).indexOf(U8.subarray(needle, needle + count))
        : U8.subarray(from, last + 1).indexOf(first);
    return found < 0 ? -1 : found + from - data;
  }
  for (let at = last; at >= low; at--) {
    if (U8[at] !== first) continue;
    let index = 1;
    while (index < count && U8[at + index] === U8[needle + index]) index++;
    if (index === count) return at - data;
  }
  return -1;
}

/** The code points of a string in place, as a typed view: good until the next allocation or release. */
export function strPoints(rt: Runtime, str: Address): ArrayLike<number> {
  const length = M[str + STR_LENGTH];
  const data = strData(rt, str);
  switch (M[str + STR_STATE] & STATE_WIDTH) {
    case 1:
      return U8.subarray(data, data + length);
    case 2:
      return new Uint16Array(U8.buffer, data, length);
    default:
      return M.subarray(data >> 2, (data >> 2) + length);
  }
}

/** str from code points; lone surrogates stay as they are. Owned. */
export function newStrOfPoints(rt: Runtime, points: ArrayLike<number>): Address {
  const length = points.length;
  if (length === 0) return rt.emptyStr;
  if (length === 1) return newChar(rt, points[0]!);
  let or = 0;
  let largest = 0;
  for (let index = 0; index < length; index++) {
    const point = points[index]!;
    or |= point;
    if (point > largest) largest = point;
  }
  const str = newStrBlock(rt, length, or < 128 ? 127 : largest);
  if (largest < 256) {
    const data = strData(rt, str);
    for (let index = 0; index < length; index++) U8[data + index] = points[index]!;
  } else for (let index = 0; index < length; index++) strPut(rt, str, index, points[index]!);
  return str;
}

/**
 * The interned string of a host text: one object for each text, in the static region (it never moves and never dies), so that names compare by
 * address.
 */
export function intern(rt: Runtime, text: string): Address {
  const known = rt.interned.get(text);
  if (known !== undefined) return known;
  if (text.length === 1 && text.charCodeAt(0) < 256) {
    const char = rt.chars[text.charCodeAt(0)]!;
    if (char !== 0) {
      M[char + STR_STATE] |= STATE_INTERNED;
      rt.interned.set(text, char);
      return char;
    }
  }
  const heap = rt.heap;
  rt.heap = rt.staticHeap;
  const str = newStr(rt, text);
  rt.heap = heap;
  M[str] = -1;
  M[str + FLAGS] = 0;
  M[str + STR_STATE] |= STATE_INTERNED;
  rt.interned.set(text, str);
  return str;
}

/** The interned twin of `str` if there is one, else 0: a name nobody interned names no attribute of any class. */
export function internedTwin(rt: Runtime, str: Address): Address {
  if ((M[str + STR_STATE] & STATE_INTERNED) !== 0) return str;
  return rt.interned.get(strText(rt, str)) ?? 0;
}

/**
 * sys.intern: the interned string equal to `str`, which becomes that string itself if there is none yet. It stays alive, in a root slot; where objects move, and when
 * the slots set aside are used up, a copy is interned, since names are compared by their addresses.
 */
export function internOwn(rt: Runtime, str: Address): Address {
  const twin = internedTwin(rt, str);
  if (twin !== 0) return twin;
  if (rt.heap.capabilities.moves !== 'never' || !rt.hasFreeRoots()) return internStr(rt, str);
  rt.newRoot(rt.retain(str));
  M[str + STR_STATE] |= STATE_INTERNED;
  rt.interned.set(strText(rt, str), str);
  return str;
}

/** The interned string equal to `str`, made if need be. */
export function internStr(rt: Runtime, str: Address): Address {
  if ((M[str + STR_STATE] & STATE_INTERNED) !== 0) return str;
  return intern(rt, strText(rt, str));
}
