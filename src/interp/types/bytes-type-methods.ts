/** Methods that bytes and bytearray share: characters, padding, translate, hex, decode (CPython: Objects/bytes_methods.c, bytesobject.c). */
import { type Address, WORDS } from '../../heap/memory.ts';
import { bytesLike, isByteArray } from '../objects/buffer.ts';
import { newByteArray } from '../objects/bytearray.ts';
import { isBytes, newBytes } from '../objects/bytes.ts';
import { isStr, newStr, strAt, strLength, strMaxChar } from '../objects/str.ts';
import { call1 } from '../runtime/calls.ts';
import { argumentTypeName, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asCInt, asIndex, asSize, length } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { bufferArgument, isSpaceByte, likeSelf, sameBytes } from './bytes-type-search.ts';
import { decodeObject } from './decode-object.ts';
import { textArgument } from './text-argument.ts';

const M = WORDS;

const isUpper = (byte: number): boolean => byte >= 65 && byte <= 90;
const isLower = (byte: number): boolean => byte >= 97 && byte <= 122;
const isAlpha = (byte: number): boolean => isUpper(byte) || isLower(byte);
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

function test(name: string, holds: (data: Uint8Array) => boolean): NativeSpec {
  return { name, arity: 'none', safe: true, fn: (rt, args) => rt.bool(holds(bytesLike(rt, M[args]))) };
}

const all = (holds: (byte: number) => boolean) => (data: Uint8Array) => data.length > 0 && data.every(holds);

function hasCase(data: Uint8Array, wanted: (byte: number) => boolean, other: (byte: number) => boolean): boolean {
  return data.some(wanted) && !data.some(other);
}

function isTitle(data: Uint8Array): boolean {
  let cased = false;
  let inWord = false;
  for (const byte of data) {
    if (isUpper(byte)) {
      if (inWord) return false;
      inWord = true;
      cased = true;
    } else if (isLower(byte)) {
      if (!inWord) return false;
      cased = true;
    } else inWord = false;
  }
  return cased;
}

function mapping(name: string, map: (byte: number, previous: number, index: number) => number): NativeSpec {
  return {
    name,
    arity: 'none',
    safe: true,
    fn: (rt, args) => {
      const data = bytesLike(rt, M[args]);
      const out = new Uint8Array(data.length);
      for (let index = 0; index < data.length; index++) out[index] = map(data[index]!, index > 0 ? data[index - 1]! : 0, index);
      return likeSelf(rt, M[args], out);
    },
  };
}

const upper = (byte: number): number => (isLower(byte) ? byte - 32 : byte);
const lower = (byte: number): number => (isUpper(byte) ? byte + 32 : byte);

function padder(name: string, share: (missing: number, width: number) => number): NativeSpec {
  return {
    name,
    arity: { min: 1, max: 2 },
    fn: (rt, args, count) => {
      const self = M[args];
      const width = asSize(rt, M[args + 2]);
      let fill = 32;
      if (count > 2) {
        const given = M[args + 4];
        const isData = isBytes(rt, given) || isByteArray(rt, given);
        if (!isData || bytesLike(rt, given).length !== 1) {
          raiseTypeError(rt, `${name}() argument 2 must be a byte string of length 1, not ${argumentTypeName(rt, given)}`);
        }
        fill = bytesLike(rt, given)[0]!;
      }
      const data = bytesLike(rt, self);
      const missing = width - data.length;
      if (missing <= 0) return sameBytes(rt, self);
      if (width > 0x7fffffff) rt.outOfMemory(0x7fffffff);
      const out = new Uint8Array(width).fill(fill);
      out.set(data, share(missing, width));
      return likeSelf(rt, self, out);
    },
  };
}

function zfill(rt: Runtime, args: Address): Address {
  const self = M[args];
  const width = asSize(rt, M[args + 2]);
  const data = bytesLike(rt, self);
  if (width <= data.length) return sameBytes(rt, self);
  const out = new Uint8Array(width).fill(48);
  out.set(data, width - data.length);
  const first = data[0];
  if (first === 43 || first === 45) {
    out[width - data.length] = 48;
    out[0] = first;
  }
  return likeSelf(rt, self, out);
}

function expandTabs(rt: Runtime, args: Address): Address {
  const tab = M[args + 2] === 0 ? 8 : asCInt(rt, M[args + 2]);
  const out: number[] = [];
  let column = 0;
  for (const byte of bytesLike(rt, M[args])) {
    if (byte === 9) {
      const blanks = tab > 0 ? tab - (column % tab) : 0;
      for (let blank = 0; blank < blanks; blank++) out.push(32);
      column += blanks;
    } else {
      out.push(byte);
      column = byte === 10 || byte === 13 ? 0 : column + 1;
    }
  }
  return likeSelf(rt, M[args], Uint8Array.from(out));
}

function translate(rt: Runtime, args: Address): Address {
  const self = M[args];
  let table: Uint8Array | null = null;
  if (M[args + 2] !== rt.none) {
    table = bufferArgument(rt, M[args + 2]);
    if (table.length !== 256) raiseValueError(rt, 'translation table must be 256 characters long');
  }
  const removed = M[args + 4] === 0 ? null : bufferArgument(rt, M[args + 4]);
  const out: number[] = [];
  for (const byte of bytesLike(rt, self)) {
    if (removed?.includes(byte)) continue;
    out.push(table === null ? byte : table[byte]!);
  }
  return likeSelf(rt, self, Uint8Array.from(out));
}

function makeTranslation(rt: Runtime, args: Address): Address {
  const from = bufferArgument(rt, M[args]);
  const to = bufferArgument(rt, M[args + 2]);
  if (from.length !== to.length) raiseValueError(rt, 'maketrans arguments must have same length');
  const table = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let index = 0; index < from.length; index++) table[from[index]!] = to[index]!;
  return newBytes(rt, table);
}

/** bytes.hex(sep, bytes_per_sep) of a bytes-like object; the arguments are 0 when they are missing. */
export function hexOf(rt: Runtime, self: Address, separator: Address, group: Address): Address {
  let text = '';
  const by = group === 0 ? 1 : asIndex(rt, group);
  if (separator !== 0) {
    if (length(rt, separator) !== 1) raiseValueError(rt, 'sep must be length 1.');
    if (isStr(rt, separator)) {
      if (strMaxChar(rt, separator) > 127) raiseValueError(rt, 'sep must be ASCII.');
      text = String.fromCharCode(strAt(rt, separator, 0));
    } else if (isBytes(rt, separator)) {
      const byte = bytesLike(rt, separator)[0]!;
      if (byte > 127) raiseValueError(rt, 'sep must be ASCII.');
      text = String.fromCharCode(byte);
    } else raiseTypeError(rt, 'sep must be str or bytes.');
  }
  const data = bytesLike(rt, self);
  const size = Math.abs(by);
  let out = '';
  for (let index = 0; index < data.length; index++) {
    // A positive group size counts from the right, a negative one from the left.
    const edge = by > 0 ? (data.length - index) % size === 0 : index % size === 0;
    if (text !== '' && by !== 0 && index > 0 && edge) out += text;
    out += data[index]!.toString(16).padStart(2, '0');
  }
  return newStr(rt, out);
}

function fromHex(rt: Runtime, args: Address): Address {
  const type = M[args];
  const source = M[args + 2];
  const text = textArgument(rt, source, 'fromhex');
  const out: number[] = [];
  const bad = (position: number): never =>
    raiseValueError(rt, `non-hexadecimal number found in fromhex() arg at position ${position}`);
  for (let at = 0; at < text.length; ) {
    if (isSpaceByte(text.charCodeAt(at))) {
      at++;
      continue;
    }
    if (!/[0-9a-fA-F]/.test(text[at]!)) bad(at);
    if (at + 1 >= strLength(rt, source) || !/[0-9a-fA-F]/.test(text[at + 1]!)) bad(at + 1);
    out.push(Number.parseInt(text.slice(at, at + 2), 16));
    at += 2;
  }
  const data = Uint8Array.from(out);
  if (type === rt.bytesInfo.address) return newBytes(rt, data);
  if (type === rt.bytearrayInfo.address) return newByteArray(rt, data);
  const made = rt.push(newBytes(rt, data));
  const result = call1(rt, type, M[made]);
  rt.unwind(made);
  return result;
}

function decode(rt: Runtime, args: Address): Address {
  const encoding = M[args + 2] === 0 ? 'utf-8' : textArgument(rt, M[args + 2], 'decode', "'encoding'");
  const errors = M[args + 4] === 0 ? 'strict' : textArgument(rt, M[args + 4], 'decode', "'errors'");
  return decodeObject(rt, M[args], encoding, errors);
}

export const BYTES_METHODS: readonly NativeSpec[] = [
  test('isalpha', all(isAlpha)),
  test(
    'isalnum',
    all((byte) => isAlpha(byte) || isDigit(byte)),
  ),
  test('isdigit', all(isDigit)),
  test('isspace', all(isSpaceByte)),
  test('isascii', (data) => data.every((byte) => byte < 128)),
  test('isupper', (data) => hasCase(data, isUpper, isLower)),
  test('islower', (data) => hasCase(data, isLower, isUpper)),
  test('istitle', isTitle),
  mapping('upper', upper),
  mapping('lower', lower),
  mapping('swapcase', (byte) => (isAlpha(byte) ? byte ^ 32 : byte)),
  mapping('capitalize', (byte, _previous, index) => (index === 0 ? upper(byte) : lower(byte))),
  mapping('title', (byte, previous) => (isAlpha(previous) ? lower(byte) : upper(byte))),
  padder('center', (missing, width) => (missing >> 1) + (missing & width & 1)),
  padder('ljust', () => 0),
  padder('rjust', (missing) => missing),
  { name: 'zfill', arity: 'one', fn: zfill },
  { name: 'expandtabs', arity: { params: 'tabsize=' }, fn: expandTabs },
  { name: 'translate', arity: { params: 'table, /, delete=' }, fn: translate },
  {
    name: 'hex',
    arity: { params: 'sep=, bytes_per_sep=' },
    fn: (rt, args) => hexOf(rt, M[args], M[args + 2], M[args + 4]),
  },
  { name: 'decode', arity: { params: 'encoding=, errors=' }, fn: decode },
];

export const BYTES_CLASS_METHODS: readonly NativeSpec[] = [{ name: 'fromhex', arity: 'one', fn: fromHex }];
export const BYTES_STATIC_METHODS: readonly NativeSpec[] = [
  { name: 'maketrans', arity: { min: 2, max: 2 }, fn: makeTranslation },
];
