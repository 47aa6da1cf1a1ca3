import type { Constant } from '../bytecode/code-unit.ts';
import { codePointsOf } from '../text/code-points.ts';
import { SIMPLE_ESCAPES } from '../text/unicode-escapes.ts';
import type { SourceText } from './source-text.ts';
import type { Token } from './tokenize.ts';
import { characterByName } from './unicode-names.ts';

/** Literal tokens to constants: numbers with their exact value, strings and bytes with every escape of the language. */

const MAX_INT_DIGITS = 4300;

export function numberConstant(source: SourceText, token: Token): Constant {
  const raw = source.text.slice(token.start, token.end);
  const text = raw.includes('_') ? raw.replaceAll('_', '') : raw;
  const last = text.charCodeAt(text.length - 1) | 32;
  const radix = text.charCodeAt(1) | 32;
  const prefixed = text.length > 1 && text.charCodeAt(0) === 48 && (radix === 120 || radix === 111 || radix === 98);
  if (prefixed) return { kind: 'int', value: BigInt(text) };
  if (last === 106) return { kind: 'complex', real: 0, imag: Number(text.slice(0, -1)) };
  if (/[.eE]/.test(text)) return { kind: 'float', value: Number(text) };
  if (text.length > MAX_INT_DIGITS) {
    const limit = `Exceeds the limit (${MAX_INT_DIGITS} digits) for integer string conversion: value has ${text.length} digits`;
    const remedy = 'use sys.set_int_max_str_digits() to increase the limit';
    const hint = 'Consider hexadecimal for huge integer literals to avoid decimal conversion limits.';
    throw source.error(`${limit}; ${remedy} - ${hint}`, token.line, token.col, token.endLine, token.endCol);
  }
  return { kind: 'int', value: BigInt(text) };
}

/** Between the escapes of a high and of a low surrogate, which are two characters in Python and would be one of the host's. */
const SPLIT_PAIR = /(?<=(?:^|[^\\])(?:\\\\)*\\u[dD][89abAB][0-9a-fA-F]{2})(?=\\u[dD][c-fC-F])/;

/** A STRING token: prefix, quotes and escapes resolved. */
export function stringConstant(source: SourceText, token: Token): Constant {
  const text = source.text;
  let at = token.start;
  let raw = false;
  let bytes = false;
  for (; ; at++) {
    const code = text.charCodeAt(at) | 32;
    if (code === 114) raw = true;
    else if (code === 98) bytes = true;
    else if (code !== 117) break;
  }
  const quote = text[at]!;
  const size = text[at + 1] === quote && text[at + 2] === quote && token.end - at >= 6 ? 3 : 1;
  const body = text.slice(at + size, token.end - size);
  if (bytes) return { kind: 'bytes', value: decodeBytes(source, token, body, raw) };
  if (raw || !body.includes('\\')) return { kind: 'str', value: body };
  const value = decodeEscapes(source, token, body, false);
  if (!SPLIT_PAIR.test(body)) return { kind: 'str', value };
  const points = body.split(SPLIT_PAIR).flatMap((piece) => codePointsOf(decodeEscapes(source, token, piece, false)));
  return { kind: 'str', value, points };
}

/** Literal text of an f-string. `doubled`: `{{` and `}}` stand for one brace (not so in a format spec). */
export function fstringText(source: SourceText, token: Token, raw: boolean, doubled: boolean): string {
  const body = source.text.slice(token.start, token.end);
  if (raw || !body.includes('\\')) return doubled ? body.replace(/\{\{|\}\}/g, (pair) => pair[0]!) : body;
  return decodeEscapes(source, token, body, doubled);
}

function decodeBytes(source: SourceText, token: Token, body: string, raw: boolean): Uint8Array {
  const out: number[] = [];
  const warn = escapeWarner(source, token);
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at);
    if (code > 127) {
      const message = 'bytes can only contain ASCII literal characters';
      throw source.error(message, token.line, token.col, token.endLine, token.endCol);
    }
    if (code !== 92 || raw) {
      out.push(code);
      continue;
    }
    at++;
    const char = body[at]!;
    const simple = SIMPLE_ESCAPES.get(char);
    if (simple !== undefined) {
      if (simple >= 0) out.push(simple);
    } else if (char === 'x') {
      const digits = /^[0-9a-fA-F]{2}/.exec(body.slice(at + 1, at + 3));
      if (digits === null) {
        const message = `(value error) invalid \\x escape at position ${at - 1}`;
        throw source.error(message, token.line, token.col, token.endLine, token.endCol);
      }
      out.push(Number.parseInt(digits[0], 16));
      at += 2;
    } else if (char >= '0' && char <= '7') {
      const digits = /^[0-7]{1,3}/.exec(body.slice(at, at + 3))![0];
      const value = Number.parseInt(digits, 8);
      if (value > 0o377) warn(`invalid octal escape sequence '\\${digits}'`);
      out.push(value & 0xff);
      at += digits.length - 1;
    } else {
      warn(`invalid escape sequence '\\${String.fromCodePoint(body.codePointAt(at)!)}'`);
      out.push(92);
      at--;
    }
  }
  return Uint8Array.from(out);
}

const HEX_ESCAPES: Readonly<Record<string, readonly [number, string]>> = {
  x: [2, 'truncated \\xXX escape'],
  u: [4, 'truncated \\uXXXX escape'],
  U: [8, 'truncated \\UXXXXXXXX escape'],
};

function decodeEscapes(source: SourceText, token: Token, body: string, doubled: boolean): string {
  const warn = escapeWarner(source, token);
  let out = '';
  let at = 0;
  let from = 0;
  while (at < body.length) {
    const code = body.charCodeAt(at);
    if (doubled && (code === 123 || code === 125) && body.charCodeAt(at + 1) === code) {
      out += body.slice(from, at + 1);
      at += 2;
      from = at;
      continue;
    }
    if (code !== 92) {
      at++;
      continue;
    }
    out += body.slice(from, at);
    const char = body[at + 1]!;
    const simple = SIMPLE_ESCAPES.get(char);
    const hex = HEX_ESCAPES[char];
    if (simple !== undefined) {
      if (simple >= 0) out += String.fromCharCode(simple);
      at += 2;
    } else if (hex !== undefined) {
      const digits = /^[0-9a-fA-F]*/.exec(body.slice(at + 2, at + 2 + hex[0]))![0];
      if (digits.length < hex[0]) throw unicodeError(source, token, body, at, at + 1 + digits.length, hex[1]);
      const value = Number.parseInt(digits, 16);
      if (value > 0x10ffff) throw unicodeError(source, token, body, at, at + 9, 'illegal Unicode character');
      out += String.fromCodePoint(value);
      at += 2 + hex[0];
    } else if (char === 'N') {
      const name = /^\{([^}]*)\}/.exec(body.slice(at + 2));
      if (name === null || name[1] === '') {
        const end = name === null ? (body[at + 2] === '{' ? body.length - 1 : at + 1) : at + 3;
        throw unicodeError(source, token, body, at, end, 'malformed \\N character escape');
      }
      const value = characterByName(name[1]!);
      const end = at + 1 + name[0].length;
      if (value === null) throw unicodeError(source, token, body, at, end, 'unknown Unicode character name');
      out += value;
      at = end + 1;
    } else if (char >= '0' && char <= '7') {
      const digits = /^[0-7]{1,3}/.exec(body.slice(at + 1, at + 4))![0];
      const value = Number.parseInt(digits, 8);
      if (value > 0o377) warn(`invalid octal escape sequence '\\${digits}'`);
      out += String.fromCharCode(value);
      at += 1 + digits.length;
    } else {
      if (at + 1 < body.length) {
        const shown = String.fromCodePoint(body.codePointAt(at + 1)!);
        warn(`invalid escape sequence '\\${shown}'`);
      }
      out += '\\';
      at++;
    }
    from = at;
  }
  return out + body.slice(from);
}

/** Only the first bad escape of a literal is reported, at the literal's first line. */
function escapeWarner(source: SourceText, token: Token): (message: string) => void {
  let warned = false;
  return (message) => {
    if (!warned) source.warnOf(token, message);
    warned = true;
  };
}

/** CPython counts positions in the body's own escaped UTF-8 form, where a character beyond ASCII takes ten bytes. */
function unicodeError(source: SourceText, token: Token, body: string, from: number, to: number, reason: string) {
  let shift = 0;
  for (const char of body.slice(0, from)) if (char > '\x7f') shift += 10 - char.length;
  let width = 0;
  for (const char of body.slice(from, to + 1)) if (char > '\x7f') width += 10 - char.length;
  const message = `(unicode error) 'unicodeescape' codec can't decode bytes in position ${from + shift}-${to + shift + width}: ${reason}`;
  return source.error(message, token.line, token.col, token.endLine, token.endCol);
}
