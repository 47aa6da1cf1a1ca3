import { PyValueProblem } from '../numeric/problem.ts';
import type { ByteEncoding } from './byte-encodings.ts';
import { type CodecName, codecOf } from './encoding-names.ts';
import { escapeStep, rawEscapeStep } from './unicode-escapes.ts';
import { UnicodeProblem } from './unicode-problem.ts';

/**
 * bytes.decode(encoding, errors) to code points. Error handlers: strict, ignore, replace, backslashreplace, surrogateescape,
 * surrogatepass. Throws UnicodeProblem (UnicodeDecodeError) from strict, and PyValueProblem (LookupError) for an unknown encoding,
 * or for an unknown handler when there is something to handle. `onInvalidEscape` hears of the first escape that unicode_escape does not know.
 */
export function decodeBytes(
  bytes: Uint8Array,
  encoding = 'utf-8',
  errors = 'strict',
  onInvalidEscape?: (letters: string) => void,
): number[] {
  const { name: codec, page } = codecOf(encoding);
  switch (codec) {
    case 'charmap':
      return run(new Decoder(bytes, codec, codec, errors), (decoder) => pageStep(decoder, page!));
    case 'raw-unicode-escape':
      return run(new Decoder(bytes, codec, 'rawunicodeescape', errors), rawEscapeStep);
    case 'unicode-escape': {
      const decoder = new Decoder(bytes, codec, 'unicodeescape', errors);
      const points = run(decoder, escapeStep);
      if (decoder.invalidEscape !== null) onInvalidEscape?.(decoder.invalidEscape);
      return points;
    }
    case 'ascii':
    case 'latin-1':
      return run(new Decoder(bytes, codec, codec, errors), codec === 'ascii' ? asciiStep : latinStep);
    case 'utf-8':
    case 'utf-8-sig': {
      const decoder = new Decoder(bytes, codec, 'utf-8', errors);
      if (codec === 'utf-8-sig' && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) decoder.at = 3;
      return run(decoder, utf8Step);
    }
    default:
      return decodeWide(bytes, codec, errors);
  }
}

/** The state that the steps of all codecs share: where the next character starts, and what has been read. */
export class Decoder {
  readonly bytes: Uint8Array;
  readonly codec: CodecName;
  /** The encoding as errors name it. */
  readonly name: string;
  readonly errors: string;
  readonly out: number[] = [];
  at = 0;
  /** The first escape without meaning: its letter, or the digits of an octal one past 0o377. */
  invalidEscape: string | null = null;

  constructor(bytes: Uint8Array, codec: CodecName, name: string, errors: string) {
    this.bytes = bytes;
    this.codec = codec;
    this.name = name;
    this.errors = errors;
  }

  /** Deals with the bad bytes from `at` to `end` and goes on behind those that the handler took. */
  fail(end: number, reason: string): void {
    const start = this.at;
    this.at = end;
    switch (this.errors) {
      case 'ignore':
        return;
      case 'replace':
        this.out.push(0xfffd);
        return;
      case 'backslashreplace':
        for (let index = start; index < end; index++) {
          for (const character of `\\x${this.bytes[index].toString(16).padStart(2, '0')}`)
            this.out.push(character.charCodeAt(0));
        }
        return;
      case 'surrogateescape':
        this.at = start;
        while (this.at < end && this.at < start + 4 && this.bytes[this.at] >= 128)
          this.out.push(0xdc00 + this.bytes[this.at++]);
        if (this.at === start) throw this.problem(start, end, reason);
        return;
      case 'surrogatepass':
        this.at = start;
        if (!this.passSurrogate()) throw this.problem(start, end, reason);
        return;
      case 'strict':
        throw this.problem(start, end, reason);
      case 'xmlcharrefreplace':
        throw new PyValueProblem('TypeError', "don't know how to handle UnicodeDecodeError in error callback");
      default:
        throw new PyValueProblem('LookupError', `unknown error handler name '${this.errors}'`);
    }
  }

  private problem(start: number, end: number, reason: string): UnicodeProblem {
    return new UnicodeProblem('UnicodeDecodeError', this.name, this.bytes, start, end, reason);
  }

  /** Reads the encoded surrogate at `at`, if there is one. */
  private passSurrogate(): boolean {
    const { bytes, at, codec } = this;
    let size = 0;
    let codePoint = 0;
    if (codec.startsWith('utf-8')) {
      size = 3;
      if (bytes[at] !== 0xed || (bytes[at + 1] & 0xc0) !== 0x80 || (bytes[at + 2] & 0xc0) !== 0x80) return false;
      codePoint = 0xd000 | ((bytes[at + 1] & 63) << 6) | (bytes[at + 2] & 63);
    } else if (codec.startsWith('utf-16') || codec.startsWith('utf-32')) {
      size = codec.startsWith('utf-16') ? 2 : 4;
      codePoint = wideUnit(bytes, at, size, this.name.endsWith('be'));
    }
    if (size === 0 || at + size > bytes.length || codePoint < 0xd800 || codePoint > 0xdfff) return false;
    this.out.push(codePoint);
    this.at = at + size;
    return true;
  }
}

/** A step reads one character, or deals with a fault, and moves `at`. */
type Step = (decoder: Decoder) => void;

function run(decoder: Decoder, step: Step): number[] {
  while (decoder.at < decoder.bytes.length) step(decoder);
  return decoder.out;
}

function latinStep(decoder: Decoder): void {
  decoder.out.push(decoder.bytes[decoder.at++]);
}

function pageStep(decoder: Decoder, page: ByteEncoding): void {
  const codePoint = page.codePoints[decoder.bytes[decoder.at]];
  if (codePoint < 0) decoder.fail(decoder.at + 1, 'character maps to <undefined>');
  else {
    decoder.out.push(codePoint);
    decoder.at++;
  }
}

function asciiStep(decoder: Decoder): void {
  if (decoder.bytes[decoder.at] < 128) latinStep(decoder);
  else decoder.fail(decoder.at + 1, 'ordinal not in range(128)');
}

/** Well-formed sequences are those of the Unicode standard, table 3-7: nothing overlong, no surrogates, nothing past U+10FFFF. */
function utf8Step(decoder: Decoder): void {
  const { bytes, at } = decoder;
  const first = bytes[at];
  if (first < 0x80) {
    decoder.out.push(first);
    decoder.at++;
    return;
  }
  const size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (size === 0) {
    decoder.fail(at + 1, 'invalid start byte');
    return;
  }
  let codePoint = first & (0xff >> (size + 1));
  for (let offset = 1; offset < size; offset++) {
    if (at + offset >= bytes.length) {
      decoder.fail(bytes.length, 'unexpected end of data');
      return;
    }
    const byte = bytes[at + offset];
    const low = offset > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const high = offset > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) {
      decoder.fail(at + offset, 'invalid continuation byte');
      return;
    }
    codePoint = (codePoint << 6) | (byte & 63);
  }
  decoder.out.push(codePoint);
  decoder.at = at + size;
}

/** UTF-16 and UTF-32: without a given byte order, that of the byte order mark, or little-endian. */
function decodeWide(bytes: Uint8Array, codec: CodecName, errors: string): number[] {
  const size = codec.startsWith('utf-16') ? 2 : 4;
  let big = codec.endsWith('be');
  let start = 0;
  if (codec === 'utf-16' || codec === 'utf-32') {
    if (bytes.length >= size && wideUnit(bytes, 0, size, false) === 0xfeff) start = size;
    else if (bytes.length >= size && wideUnit(bytes, 0, size, true) === 0xfeff) {
      start = size;
      big = true;
    }
  }
  // Errors name the byte order that was found.
  const name = `utf-${8 * size}-${big ? 'be' : 'le'}`;
  const decoder = new Decoder(bytes, codec, name, errors);
  decoder.at = start;
  return run(decoder, size === 2 ? (state) => utf16Step(state, big) : (state) => utf32Step(state, big));
}

function wideUnit(bytes: Uint8Array, at: number, size: number, big: boolean): number {
  let unit = 0;
  for (let index = 0; index < size; index++) unit = unit * 256 + bytes[at + (big ? index : size - 1 - index)];
  return unit;
}

function utf16Step(decoder: Decoder, big: boolean): void {
  const { bytes, at } = decoder;
  if (at + 2 > bytes.length) {
    decoder.fail(bytes.length, 'truncated data');
    return;
  }
  const unit = wideUnit(bytes, at, 2, big);
  if (unit < 0xd800 || unit > 0xdfff) {
    decoder.out.push(unit);
    decoder.at = at + 2;
  } else if (unit >= 0xdc00) {
    decoder.fail(at + 2, 'illegal encoding');
  } else if (at + 4 > bytes.length) {
    decoder.fail(bytes.length, 'unexpected end of data');
  } else {
    const low = wideUnit(bytes, at + 2, 2, big);
    if (low < 0xdc00 || low > 0xdfff) {
      decoder.fail(at + 2, 'illegal UTF-16 surrogate');
      return;
    }
    decoder.out.push(0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff));
    decoder.at = at + 4;
  }
}

function utf32Step(decoder: Decoder, big: boolean): void {
  const { bytes, at } = decoder;
  if (at + 4 > bytes.length) {
    decoder.fail(bytes.length, 'truncated data');
    return;
  }
  const codePoint = wideUnit(bytes, at, 4, big);
  if (codePoint > 0x10ffff) decoder.fail(at + 4, 'code point not in range(0x110000)');
  else if (codePoint >= 0xd800 && codePoint <= 0xdfff) decoder.fail(at + 4, 'code point in surrogate code point range');
  else {
    decoder.out.push(codePoint);
    decoder.at = at + 4;
  }
}
