import { PyValueProblem } from '../numeric/problem.ts';
import { codePointLength, codePointsOf } from './code-points.ts';
import { decimalDigitOf } from './unicode.ts';

/**
 * The format specification mini-language of format(), str.format() and f-strings:
 *
 *   [[fill]align][sign][z][#][0][width][grouping][.precision][type]
 */
export interface FormatSpec {
  /** One character. */
  readonly fill: string;
  /** True when the spec names the alignment itself. */
  readonly alignGiven: boolean;
  readonly align: '<' | '>' | '=' | '^';
  readonly sign: '' | '+' | '-' | ' ';
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  /** Fewest characters of the result, or -1. */
  readonly width: number;
  readonly grouping: '' | ',' | '_';
  /** Digits of the precision, or -1. */
  readonly precision: number;
  /** One character, or empty for the default of the value's class. */
  readonly type: string;
}

const MAX_WIDTH = 2 ** 63 - 1;
const groupedTypes = new Set(['d', 'e', 'f', 'g', 'E', 'G', '%', 'F', '']);

/**
 * Parses `spec` for a value of the class `typeName`. The default alignment is left for texts (`defaultType` 's') and right for numbers.
 * Throws CPython's ValueError for what no class accepts; what a class does not accept, its formatter says.
 */
export function parseFormatSpec(spec: string, typeName: string, defaultType: '' | 's' = ''): FormatSpec {
  const known = defaultType === 's' ? textSpecs : numberSpecs;
  let format = known.get(spec);
  if (format === undefined) {
    format = parse(spec, typeName, defaultType);
    if (known.size >= REMEMBERED) known.clear();
    known.set(spec, format);
  }
  return format;
}

/** Specs that have been parsed: a program has few, and formats in loops. */
const REMEMBERED = 256;
const textSpecs = new Map<string, FormatSpec>();
const numberSpecs = new Map<string, FormatSpec>();

function parse(spec: string, typeName: string, defaultType: '' | 's'): FormatSpec {
  const characters = [...spec];
  let at = 0;
  const peek = (offset = 0) => characters[at + offset] ?? '';
  const accept = (choices: string) => {
    const next = peek();
    if (next === '' || !choices.includes(next)) return '';
    at++;
    return next;
  };
  let fill = ' ';
  let align = '';
  let fillGiven = false;
  if (peek(1) !== '' && '<>=^'.includes(peek(1))) {
    fill = peek();
    align = peek(1);
    fillGiven = true;
    at += 2;
  } else {
    align = accept('<>=^');
  }
  const alignGiven = align !== '';
  if (!alignGiven) align = defaultType === 's' ? '<' : '>';
  const sign = accept('+- ');
  const noNegativeZero = accept('z') !== '';
  const alternate = accept('#') !== '';
  if (!fillGiven && peek() === '0') {
    fill = '0';
    if (!alignGiven && align === '>') align = '=';
    at++;
  }
  const readInteger = () => {
    let value = -1;
    for (let digit = decimalAt(peek()); digit >= 0; digit = decimalAt(peek())) {
      value = Math.max(value, 0) * 10 + digit;
      if (value >= MAX_WIDTH) throw new PyValueProblem('ValueError', 'Too many decimal digits in format string');
      at++;
    }
    return value;
  };
  const width = readInteger();
  let grouping = accept(',');
  const underscore = accept('_');
  if (underscore !== '') {
    if (grouping !== '') throw bothSeparators();
    grouping = underscore;
  }
  if (peek() === ',' && grouping === '_') throw bothSeparators();
  let precision = -1;
  if (accept('.') !== '') {
    precision = readInteger();
    if (precision < 0) throw new PyValueProblem('ValueError', 'Format specifier missing precision');
  }
  if (characters.length - at > 1) {
    throw new PyValueProblem('ValueError', `Invalid format specifier '${spec}' for object of type '${typeName}'`);
  }
  const given = peek();
  const type = given === '' ? defaultType : given;
  if (grouping !== '' && !groupedTypes.has(type) && !(grouping === '_' && 'boxX'.includes(type))) {
    throw new PyValueProblem('ValueError', `Cannot specify '${grouping}' with '${shownType(type)}'.`);
  }
  return {
    fill,
    alignGiven,
    align: align as FormatSpec['align'],
    sign: sign as FormatSpec['sign'],
    noNegativeZero,
    alternate,
    width,
    grouping: grouping as FormatSpec['grouping'],
    precision,
    type,
  };
}

/** The error for a type that the class `typeName` does not know. */
export function unknownType(type: string, typeName: string): PyValueProblem {
  return new PyValueProblem('ValueError', `Unknown format code '${shownType(type)}' for object of type '${typeName}'`);
}

/** Precisions must fit a C int. */
export function checkPrecision(precision: number): void {
  if (precision > 2147483647) throw new PyValueProblem('ValueError', 'precision too big');
}

function shownType(type: string): string {
  const code = type.codePointAt(0) ?? 0;
  return code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
}

function bothSeparators(): PyValueProblem {
  return new PyValueProblem('ValueError', "Cannot specify both ',' and '_'.");
}

function decimalAt(character: string): number {
  return character === '' ? -1 : decimalDigitOf(codePointsOf(character)[0] ?? 0);
}

/** `text` filled up to the width of `spec`; '=' alignment counts as '>' here. */
export function padded(text: string, spec: FormatSpec): string {
  const missing = spec.width - codePointLength(text);
  if (missing <= 0) return text;
  const left = spec.align === '<' ? 0 : spec.align === '^' ? missing >> 1 : missing;
  return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
}

/** The parts of a number, from left to right; only `digits` are grouped. */
export interface NumberParts {
  readonly sign: string;
  readonly prefix: string;
  readonly digits: string;
  /** What follows the whole digits: point, fraction, exponent, percent sign. */
  readonly rest: string;
}

/** Lays out a number: sign, prefix, grouped digits with zeros between for a zero fill, and padding where the alignment puts it. */
export function layoutNumber(parts: NumberParts, spec: FormatSpec, groupSize: number): string {
  const fixed = parts.sign.length + parts.prefix.length + codePointLength(parts.rest);
  const zeroFilled = spec.fill === '0' && spec.align === '=';
  const digits =
    spec.grouping === '' || parts.digits === ''
      ? parts.digits
      : grouped(parts.digits, spec.grouping, groupSize, zeroFilled ? spec.width - fixed : 0);
  const missing = Math.max(0, spec.width - fixed - digits.length);
  const padding = spec.fill.repeat(missing);
  const head = parts.sign + parts.prefix;
  const body = digits + parts.rest;
  if (spec.align === '<') return head + body + padding;
  if (spec.align === '=') return head + padding + body;
  if (spec.align === '>') return padding + head + body;
  return spec.fill.repeat(missing >> 1) + head + body + spec.fill.repeat(missing - (missing >> 1));
}

/** `digits` in groups from the right, with leading zeros until the text has `minWidth` characters; it never starts with a separator. */
function grouped(digits: string, separator: string, size: number, minWidth: number): string {
  let remaining = digits.length;
  let room = minWidth;
  const groups: string[] = [];
  for (;;) {
    const length = Math.min(size, Math.max(remaining, room, 1));
    const taken = Math.min(remaining, length);
    groups.push(digits.slice(remaining - taken, remaining).padStart(length, '0'));
    remaining -= taken;
    room -= length;
    if (remaining <= 0 && room <= 0) break;
    room -= separator.length;
  }
  return groups.reverse().join(separator);
}
