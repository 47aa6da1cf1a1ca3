import { PyValueProblem } from '../numeric/problem.ts';
import { nameOfCharacter } from '../syntax/unicode-names.ts';
import type { ByteEncoding } from './byte-encodings.ts';
import { type CodecName, codecOf } from './encoding-names.ts';
import { escaped } from './str-repr.ts';
import { encodeEscapes, encodeRawEscapes } from './unicode-escapes.ts';
import { UnicodeProblem } from './unicode-problem.ts';

/**
 * str.encode(encoding, errors) on code points. Error handlers: strict, ignore, replace, backslashreplace, namereplace, xmlcharrefreplace,
 * surrogateescape, surrogatepass. Throws UnicodeProblem (UnicodeEncodeError) from strict, and PyValueProblem
 * (LookupError) for an unknown encoding, or for an unknown handler when there is something to handle.
 */
export function encodeText(text: ArrayLike<number>, encoding = 'utf-8', errors = 'strict'): Uint8Array {
  const { name: codec, page } = codecOf(encoding);
  if (codec === 'unicode-escape') return latinBytes(encodeEscapes(text));
  if (codec === 'raw-unicode-escape') return latinBytes(encodeRawEscapes(text));
  const out = new ByteBuilder(text.length + 8);
  if (codec === 'utf-8-sig') out.bytes(0xef, 0xbb, 0xbf);
  if (codec === 'utf-16') out.bytes(0xff, 0xfe);
  if (codec === 'utf-32') out.bytes(0xff, 0xfe, 0, 0);
  const encoder: Encoder = { text, codec, page, name: codec === 'utf-8-sig' ? 'utf-8' : codec, errors, out };
  let index = 0;
  while (index < text.length) {
    const codePoint = text[index];
    if (!cannotEncode(encoder, codePoint)) {
      appendCharacter(encoder, codePoint);
      index++;
      continue;
    }
    // The wide codecs report each character, the others a run.
    let end = index + 1;
    if (!isWide(codec)) while (end < text.length && cannotEncode(encoder, text[end])) end++;
    handle(encoder, index, end);
    index = end;
  }
  return out.finish();
}

interface Encoder {
  readonly text: ArrayLike<number>;
  readonly codec: CodecName;
  readonly page: ByteEncoding | null;
  readonly name: string;
  readonly errors: string;
  readonly out: ByteBuilder;
}

function isWide(codec: CodecName): boolean {
  return codec.startsWith('utf-16') || codec.startsWith('utf-32');
}

function isSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint <= 0xdfff;
}

function latinBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function cannotEncode({ codec, page }: Encoder, codePoint: number): boolean {
  if (page !== null) return !page.bytes.has(codePoint);
  if (codec === 'ascii') return codePoint > 127;
  if (codec === 'latin-1') return codePoint > 255;
  return isSurrogate(codePoint);
}

function appendCharacter({ codec, page, out }: Encoder, codePoint: number): void {
  switch (codec) {
    case 'charmap':
      out.bytes(page!.bytes.get(codePoint) ?? 63);
      return;
    case 'ascii':
    case 'latin-1':
      out.bytes(codePoint);
      return;
    case 'utf-8':
    case 'utf-8-sig':
      appendUtf8(codePoint, out);
      return;
    case 'utf-16':
    case 'utf-16-le':
      appendUnits(codePoint, (unit) => out.bytes(unit & 255, unit >> 8));
      return;
    case 'utf-16-be':
      appendUnits(codePoint, (unit) => out.bytes(unit >> 8, unit & 255));
      return;
    case 'utf-32':
    case 'utf-32-le':
      out.bytes(codePoint & 255, (codePoint >> 8) & 255, codePoint >> 16, 0);
      return;
    case 'utf-32-be':
      out.bytes(0, codePoint >> 16, (codePoint >> 8) & 255, codePoint & 255);
      return;
  }
}

function appendUtf8(codePoint: number, out: ByteBuilder): void {
  if (codePoint < 0x80) out.bytes(codePoint);
  else if (codePoint < 0x800) out.bytes(0xc0 | (codePoint >> 6), 0x80 | (codePoint & 63));
  else if (codePoint < 0x10000) out.bytes(0xe0 | (codePoint >> 12), 0x80 | ((codePoint >> 6) & 63), 0x80 | (codePoint & 63));
  else {
    out.bytes(
      0xf0 | (codePoint >> 18),
      0x80 | ((codePoint >> 12) & 63),
      0x80 | ((codePoint >> 6) & 63),
      0x80 | (codePoint & 63),
    );
  }
}

function appendUnits(codePoint: number, append: (unit: number) => void): void {
  if (codePoint < 0x10000) append(codePoint);
  else {
    append(0xd800 + ((codePoint - 0x10000) >> 10));
    append(0xdc00 + (codePoint & 0x3ff));
  }
}

/** Writes what the error handler puts in place of the characters from `start` to `end`, or throws. */
function handle(encoder: Encoder, start: number, end: number): void {
  const { text, errors } = encoder;
  switch (errors) {
    case 'ignore':
      return;
    case 'replace':
      for (let index = start; index < end; index++) appendCharacter(encoder, 63);
      return;
    case 'backslashreplace':
      for (let index = start; index < end; index++) appendText(encoder, escaped(text[index]));
      return;
    case 'namereplace':
      for (let index = start; index < end; index++) {
        const name = nameOfCharacter(text[index]);
        appendText(encoder, name === null ? escaped(text[index]) : `\\N{${name}}`);
      }
      return;
    case 'xmlcharrefreplace':
      for (let index = start; index < end; index++) appendText(encoder, `&#${text[index]};`);
      return;
    case 'surrogateescape':
      escapeSurrogates(encoder, start, end);
      return;
    case 'surrogatepass':
      passSurrogates(encoder, start, end);
      return;
    case 'strict':
      throw problemAt(encoder, start, end);
    default:
      throw new PyValueProblem('LookupError', `unknown error handler name '${errors}'`);
  }
}

function problemAt(encoder: Encoder, start: number, end: number): UnicodeProblem {
  const limits: Partial<Record<CodecName, number>> = { ascii: 128, 'latin-1': 256 };
  const limit = limits[encoder.codec];
  const unmapped = encoder.page === null ? 'surrogates not allowed' : 'character maps to <undefined>';
  const reason = limit === undefined ? unmapped : `ordinal not in range(${limit})`;
  return new UnicodeProblem('UnicodeEncodeError', encoder.name, encoder.text, start, end, reason);
}

function appendText(encoder: Encoder, text: string): void {
  for (let index = 0; index < text.length; index++) appendCharacter(encoder, text.charCodeAt(index));
}

/** The characters that stand for single bytes become those bytes again; a wide codec has no place for one byte. */
function escapeSurrogates(encoder: Encoder, start: number, end: number): void {
  let index = start;
  while (index < end && encoder.text[index] >= 0xdc80 && encoder.text[index] <= 0xdcff && !isWide(encoder.codec)) {
    encoder.out.bytes(encoder.text[index] & 255);
    index++;
  }
  if (index < end) throw problemAt(encoder, index, end);
}

function passSurrogates(encoder: Encoder, start: number, end: number): void {
  for (let index = start; index < end; index++) {
    const narrow = encoder.codec === 'ascii' || encoder.codec === 'latin-1' || encoder.codec === 'charmap';
    if (narrow || !isSurrogate(encoder.text[index])) throw problemAt(encoder, start, end);
    appendCharacter(encoder, encoder.text[index]);
  }
}

/** A byte buffer that grows by doubling. */
class ByteBuilder {
  private buffer: Uint8Array;
  private length = 0;

  constructor(capacity: number) {
    this.buffer = new Uint8Array(capacity);
  }

  bytes(...values: number[]): void {
    if (this.length + values.length > this.buffer.length) {
      const larger = new Uint8Array(2 * this.buffer.length + values.length);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    for (const value of values) this.buffer[this.length++] = value;
  }

  finish(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }
}
