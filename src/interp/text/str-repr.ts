import { codePointsOf } from './code-points.ts';
import { isPrintable } from './unicode.ts';

/** repr(str), on code points: single quotes unless only they occur; escapes for what is not printable. */
export function stringRepr(text: ArrayLike<number>): string {
  return quoted(text, isPrintable);
}

/** ascii(str): as repr, with escapes for all that is not ASCII. */
export function stringAscii(text: ArrayLike<number>): string {
  return quoted(text, isPrintableAscii);
}

/** repr(str) of a JavaScript string, for error messages. */
export function stringReprOfText(text: string): string {
  return stringRepr(codePointsOf(text));
}

/** repr(bytes), with the `b` in front. */
export function bytesRepr(bytes: Uint8Array): string {
  return `b${quoted(bytes, isPrintableAscii)}`;
}

/** ascii() of any object: its repr with escapes for what is not ASCII. */
export function asciiEscaped(text: string): string {
  let out = '';
  for (const codePoint of codePointsOf(text)) out += codePoint < 128 ? String.fromCharCode(codePoint) : escaped(codePoint);
  return out;
}

function isPrintableAscii(codePoint: number): boolean {
  return codePoint >= 32 && codePoint < 127;
}

const APOSTROPHE = 39;
const QUOTE = 34;
const BACKSLASH = 92;

function quoted(text: ArrayLike<number>, isShown: (codePoint: number) => boolean): string {
  const quote = contains(text, APOSTROPHE) && !contains(text, QUOTE) ? QUOTE : APOSTROPHE;
  const mark = String.fromCharCode(quote);
  let out = mark;
  for (let index = 0; index < text.length; index++) {
    const codePoint = text[index];
    if (codePoint === quote || codePoint === BACKSLASH) out += `\\${String.fromCharCode(codePoint)}`;
    else if (isShown(codePoint)) out += codePoint < 0x10000 ? String.fromCharCode(codePoint) : String.fromCodePoint(codePoint);
    else out += escaped(codePoint);
  }
  return out + mark;
}

function contains(text: ArrayLike<number>, codePoint: number): boolean {
  for (let index = 0; index < text.length; index++) if (text[index] === codePoint) return true;
  return false;
}

/** How a character stands in repr() that is not shown as it is: `\\t`, `\\x00`, `\\u0100`, `\\U00010000`. */
export function escaped(codePoint: number): string {
  if (codePoint === 9) return '\\t';
  if (codePoint === 10) return '\\n';
  if (codePoint === 13) return '\\r';
  return hexEscape(codePoint);
}

/** A character by its number: `\\x09`, `\\u0100`, `\\U00010000`. */
export function hexEscape(codePoint: number): string {
  const hex = codePoint.toString(16);
  if (codePoint < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return codePoint < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
