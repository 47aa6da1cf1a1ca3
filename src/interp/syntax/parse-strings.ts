import type { Constant } from '../bytecode/code-unit.ts';
import { codePointsOf } from '../text/code-points.ts';
import type { Expr, JoinedStr } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { fstringText, stringConstant } from './literals.ts';
import { PySyntaxError } from './syntax-error.ts';
import type { Token } from './tokenize.ts';

/** String literals and f-strings, with implicit concatenation of neighbours. */

/** Bad escapes of f-strings: reported at the end of the literal, as CPython does. */
interface Escapes {
  error: PySyntaxError | null;
  place: Token | null;
}

export function parseStrings(p: Cursor): Expr {
  const start = p.token;
  const parts: Expr[] = [];
  const escapes: Escapes = { error: null, place: null };
  let formatted = false;
  while (p.at('STRING') || p.at('FSTRING_START')) {
    const token = p.token;
    if (token.type === 'STRING') {
      p.next();
      parts.push({ ...p.span(token), kind: 'Constant', value: stringConstant(p.source, token) });
    } else {
      formatted = true;
      fstring(p, parts, escapes);
    }
  }
  let bytes = 0;
  for (const part of parts) if (part.kind === 'Constant' && part.value.kind === 'bytes') bytes++;
  if (escapes.error !== null) throw p.errorAt(escapes.error.message, escapes.place!);
  const whole = p.span(start);
  if (bytes > 0) {
    if (bytes !== parts.length || formatted) throw p.errorAt('cannot mix bytes and nonbytes literals', p.token);
    return { ...whole, kind: 'Constant', value: { kind: 'bytes', value: joinBytes(parts) } };
  }
  if (!formatted) {
    if (parts.length === 1) return parts[0]!;
    return { ...whole, kind: 'Constant', value: joinTexts(parts) };
  }
  return { ...whole, kind: 'JoinedStr', values: mergeTexts(parts) };
}

/** A text that a low surrogate at the start of the next one would make another character of. */
const HIGH_AT_END = /[\ud800-\udbff]$/;

function joinTexts(parts: Expr[]): Constant {
  const value = parts.map(textOf).join('');
  const apart =
    parts.some((part, index) => index + 1 < parts.length && HIGH_AT_END.test(textOf(part))) ||
    parts.some((part) => part.kind === 'Constant' && part.value.kind === 'str' && part.value.points !== undefined);
  if (!apart) return { kind: 'str', value };
  const points = parts.flatMap((part) =>
    part.kind === 'Constant' && part.value.kind === 'str' ? (part.value.points ?? codePointsOf(part.value.value)) : [],
  );
  return { kind: 'str', value, points };
}

function textOf(part: Expr): string {
  return part.kind === 'Constant' && part.value.kind === 'str' ? part.value.value : '';
}

function joinBytes(parts: Expr[]): Uint8Array {
  const out: number[] = [];
  for (const part of parts) if (part.kind === 'Constant' && part.value.kind === 'bytes') out.push(...part.value.value);
  return Uint8Array.from(out);
}

/** Neighbouring texts become one; empty ones go. */
function mergeTexts(parts: Expr[]): Expr[] {
  const merged: Expr[] = [];
  for (const part of parts) {
    const before = merged.at(-1);
    if (part.kind !== 'Constant' || before?.kind !== 'Constant') {
      merged.push(part);
      continue;
    }
    merged[merged.length - 1] = {
      kind: 'Constant',
      value: { kind: 'str', value: textOf(before) + textOf(part) },
      line: before.line,
      col: before.col,
      endLine: part.endLine,
      endCol: part.endCol,
    };
  }
  return merged.filter((part) => part.kind !== 'Constant' || textOf(part) !== '');
}

/** One f-string: appends its texts and fields. */
function fstring(p: Cursor, out: Expr[], escapes: Escapes): void {
  const open = p.expect('FSTRING_START');
  const raw = /^[fF]?[rR]/.test(p.textOf(open));
  while (!p.at('FSTRING_END')) {
    if (p.at('FSTRING_MIDDLE')) out.push(text(p, raw, true, escapes));
    else if (p.at('{')) field(p, raw, out, escapes);
    else p.fail();
  }
  if (escapes.error !== null) escapes.place ??= p.token;
  p.next();
}

function text(p: Cursor, raw: boolean, doubled: boolean, escapes: Escapes): Expr {
  const token = p.expect('FSTRING_MIDDLE');
  let value = '';
  try {
    value = fstringText(p.source, token, raw, doubled);
  } catch (thrown) {
    if (!(thrown instanceof PySyntaxError)) throw thrown;
    escapes.error ??= thrown;
  }
  return { ...p.span(token), kind: 'Constant', value: { kind: 'str', value } };
}

function field(p: Cursor, raw: boolean, out: Expr[], escapes: Escapes): void {
  const open = p.expect('{');
  if (p.diagnosing) refuseEmptyField(p);
  const value = p.diagnosing ? fieldValueOrError(p) : p.rules.yieldOrStarExpressions(p);
  const equals = p.accept('=');
  if (p.diagnosing && equals === null && !p.at('!') && !p.at(':') && !p.at('}')) {
    throw p.errorAt("f-string: expecting '=', or '!', or ':', or '}'", p.token);
  }
  const debugEnd = p.token;
  let conversion: 's' | 'r' | 'a' | null = null;
  if (p.at('!')) conversion = fieldConversion(p);
  else if (p.diagnosing && equals !== null && !p.at(':') && !p.at('}')) {
    throw p.errorAt("f-string: expecting '!', or ':', or '}'", p.token);
  }
  let formatSpec: JoinedStr | null = null;
  if (p.at(':')) formatSpec = spec(p, raw, escapes);
  if (p.diagnosing && !p.at('}')) {
    throw p.errorAt(
      formatSpec === null ? "f-string: expecting ':' or '}'" : "f-string: expecting '}', or format specs",
      p.token,
    );
  }
  p.expect('}');
  if (equals !== null) {
    const shown = withoutComments(p.source.text.slice(open.end, debugEnd.start));
    out.push({
      kind: 'Constant',
      value: { kind: 'str', value: shown },
      line: open.line,
      col: open.col + 1,
      endLine: debugEnd.line,
      endCol: debugEnd.col,
    });
    if (conversion === null && formatSpec === null) conversion = 'r';
  }
  out.push({ ...p.span(open), kind: 'FormattedValue', value, conversion, formatSpec });
}

/** `f'{x # why\n=}'`: a comment is not part of the shown text. */
function withoutComments(shown: string): string {
  return shown.includes('#') && shown.includes('\n') ? shown.replace(/#[^\n'"]*(?=\n)/g, '') : shown;
}

function refuseEmptyField(p: Cursor): void {
  for (const type of ['=', '!', ':', '}']) {
    if (p.at(type)) throw p.errorAt(`f-string: valid expression required before '${type}'`, p.token);
  }
}

function fieldValueOrError(p: Cursor): Expr {
  const value = p.attempt(p.rules.yieldOrStarExpressions);
  if (value === null) throw p.errorAt("f-string: expecting a valid expression after '{'", p.token);
  return value;
}

function fieldConversion(p: Cursor): 's' | 'r' | 'a' {
  const bang = p.expect('!');
  const token: Token = p.token;
  if (p.at('NAME')) {
    const name = p.textOf(token);
    if (token.start !== bang.end) {
      throw p.errorBetween('f-string: conversion type must come right after the exclamanation mark', bang, token);
    }
    if (name === 's' || name === 'r' || name === 'a') {
      p.next();
      return name;
    }
    throw p.errorAt(`f-string: invalid conversion character '${name}': expected 's', 'r', or 'a'`, token);
  }
  if (p.diagnosing) {
    const missing = p.at(':') || p.at('}');
    throw p.errorAt(missing ? 'f-string: missing conversion character' : 'f-string: invalid conversion character', token);
  }
  return p.fail();
}

function spec(p: Cursor, raw: boolean, escapes: Escapes): JoinedStr {
  const start = p.expect(':');
  const parts: Expr[] = [];
  while (p.at('FSTRING_MIDDLE') || p.at('{')) {
    if (p.at('{')) field(p, raw, parts, escapes);
    else parts.push(text(p, raw, false, escapes));
  }
  return { ...p.span(start), kind: 'JoinedStr', values: mergeTexts(parts) };
}
