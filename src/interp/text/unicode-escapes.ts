/** The codecs unicode_escape and raw_unicode_escape: text as the source of a literal. */
import { characterByName } from '../syntax/unicode-names.ts';
import type { Decoder } from './decode.ts';
import { escaped } from './str-repr.ts';

const BACKSLASH = 92;

/** Escapes of one letter, in literals too; -1: a line continuation, which leaves nothing. */
export const SIMPLE_ESCAPES = new Map<string, number>([
  ['\n', -1],
  ['\\', 92],
  ["'", 39],
  ['"', 34],
  ['a', 7],
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
]);
const DIGITS = { x: 2, u: 4, U: 8 } as const;

/** Printable ASCII stands for itself, a backslash for two. */
export function encodeEscapes(text: ArrayLike<number>): string {
  let out = '';
  for (let index = 0; index < text.length; index++) {
    const codePoint = text[index];
    if (codePoint === BACKSLASH) out += '\\\\';
    else if (codePoint >= 32 && codePoint < 127) out += String.fromCharCode(codePoint);
    else out += escaped(codePoint);
  }
  return out;
}

/** Latin-1 stands for itself, backslashes included. */
export function encodeRawEscapes(text: ArrayLike<number>): string {
  let out = '';
  for (let index = 0; index < text.length; index++) {
    const codePoint = text[index];
    out += codePoint < 256 ? String.fromCharCode(codePoint) : escaped(codePoint);
  }
  return out;
}

/** Reads one character or escape; a backslash before a letter without meaning stays, and is noted as an invalid escape. */
export function escapeStep(decoder: Decoder): void {
  const { bytes, at, out } = decoder;
  if (bytes[at] !== BACKSLASH) {
    out.push(bytes[at]);
    decoder.at++;
    return;
  }
  if (at + 1 === bytes.length) {
    decoder.fail(at + 1, '\\ at end of string');
    return;
  }
  const letter = String.fromCharCode(bytes[at + 1]);
  const simple = SIMPLE_ESCAPES.get(letter);
  if (simple !== undefined) {
    if (simple >= 0) out.push(simple);
    decoder.at = at + 2;
  } else if (letter === 'x' || letter === 'u' || letter === 'U') hexEscape(decoder, letter);
  else if (letter === 'N') nameEscape(decoder);
  else if (letter >= '0' && letter <= '7') octalEscape(decoder);
  else {
    decoder.invalidEscape ??= letter;
    out.push(BACKSLASH);
    decoder.at++;
  }
}

/** Only \u and \U mean anything, and only behind an odd number of backslashes. */
export function rawEscapeStep(decoder: Decoder): void {
  const { bytes, at, out } = decoder;
  const letter = String.fromCharCode(bytes[at + 1] ?? 0);
  if (bytes[at] === BACKSLASH && (letter === 'u' || letter === 'U')) {
    hexEscape(decoder, letter);
    return;
  }
  const count = bytes[at] === BACKSLASH && bytes[at + 1] === BACKSLASH ? 2 : 1;
  for (let index = 0; index < count; index++) out.push(bytes[at + index]);
  decoder.at += count;
}

function hexEscape(decoder: Decoder, letter: keyof typeof DIGITS): void {
  const { bytes, at } = decoder;
  const size = DIGITS[letter];
  let end = at + 2;
  let value = 0;
  while (end < bytes.length && end < at + 2 + size) {
    const digit = Number.parseInt(String.fromCharCode(bytes[end]), 16);
    if (Number.isNaN(digit)) break;
    value = value * 16 + digit;
    end++;
  }
  if (end < at + 2 + size) decoder.fail(end, `truncated \\${letter}${'X'.repeat(size)} escape`);
  else if (value > 0x10ffff) {
    const raw = decoder.name === 'rawunicodeescape';
    decoder.fail(end, raw ? '\\Uxxxxxxxx out of range' : 'illegal Unicode character');
  } else {
    decoder.out.push(value);
    decoder.at = end;
  }
}

function octalEscape(decoder: Decoder): void {
  const { bytes, at } = decoder;
  let end = at + 1;
  let value = 0;
  while (end < at + 4 && bytes[end] >= 48 && bytes[end] <= 55) value = value * 8 + bytes[end++] - 48;
  if (value > 0o377) decoder.invalidEscape ??= value.toString(8);
  decoder.out.push(value);
  decoder.at = end;
}

function nameEscape(decoder: Decoder): void {
  const { bytes, at } = decoder;
  const close = bytes.indexOf(125, at + 2);
  if (bytes[at + 2] !== 123 || close <= at + 3) {
    const end = bytes[at + 2] !== 123 ? at + 2 : close < 0 ? bytes.length : close + 1;
    decoder.fail(end, 'malformed \\N character escape');
    return;
  }
  const character = characterByName(String.fromCharCode(...bytes.subarray(at + 3, close)));
  if (character === null) {
    decoder.fail(close + 1, 'unknown Unicode character name');
    return;
  }
  for (const each of character) decoder.out.push(each.codePointAt(0)!);
  decoder.at = close + 1;
}
