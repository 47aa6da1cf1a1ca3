import { recordTable, runTable, specialCaseTable } from './unicode-tables.ts';

/**
 * Character properties and case mappings of Unicode 15.1, by code point, as Python 3.13's str methods see them. The tables are
 * our own, since the host's Unicode version changes with the host.
 *
 * Tables: `recordIndex` holds for each code point the number of its record; the parallel arrays hold the records.
 * They are unpacked at the first question about a code point that is not ASCII, or the first at all (about 2 ms).
 */

// Bits of a record's flags, in the order of scripts/record-unicode-tables.py.
const ALPHA = 1 << 0;
const DECIMAL = 1 << 1;
const DIGIT = 1 << 2;
const NUMERIC = 1 << 3;
const SPACE = 1 << 4;
const PRINTABLE = 1 << 5;
const UPPER = 1 << 6;
const LOWER = 1 << 7;
const TITLE = 1 << 8;
const CASED = 1 << 9;
const IGNORABLE = 1 << 10;
const START = 1 << 11;
const CONTINUE = 1 << 12;

/** Which case mapping: a column of the tables. */
export type CaseMapping = 'upper' | 'lower' | 'title' | 'fold';

interface Tables {
  readonly recordIndex: Uint8Array;
  readonly flags: Uint16Array;
  readonly decimals: Uint8Array;
  readonly distances: Readonly<Record<CaseMapping, Int32Array>>;
  readonly specials: ReadonlyMap<number, Readonly<Record<CaseMapping, readonly number[]>>>;
}

let unpacked: Tables | undefined;

function tables(): Tables {
  unpacked ??= unpack();
  return unpacked;
}

function unpack(): Tables {
  const records = recordTable
    .trim()
    .split(/\s/)
    .map((word) => word.split(','));
  const column = (index: number) => Int32Array.from(records, (record) => Number(record[index]));
  // Record 0 has no property at all; its runs stay the zeros that the array starts with.
  const recordIndex = new Uint8Array(0x110000);
  let codePoint = 0;
  for (const word of runTable.trim().split(/\s/)) {
    const [record, length] = word.split(':');
    const index = Number.parseInt(record, 36);
    const end = codePoint + (length === undefined ? 1 : Number.parseInt(length, 36));
    if (index !== 0) recordIndex.fill(index, codePoint, end);
    codePoint = end;
  }
  return {
    recordIndex,
    flags: Uint16Array.from(records, (record) => Number.parseInt(record[0], 36)),
    decimals: Uint8Array.from(column(1)),
    distances: { upper: column(2), lower: column(3), title: column(4), fold: column(5) },
    specials: unpackSpecials(),
  };
}

function unpackSpecials(): Tables['specials'] {
  const specials = new Map<number, Readonly<Record<CaseMapping, readonly number[]>>>();
  for (const word of specialCaseTable.trim().split(/\s/)) {
    const [own = '', ...mapped] = word.split(',');
    const [upper = [], lower = [], title = [], fold = []] = mapped.map((list) =>
      list.split('+').map((part) => Number.parseInt(part, 16)),
    );
    specials.set(Number.parseInt(own, 16), { upper, lower, title, fold });
  }
  return specials;
}

function flagsOf(codePoint: number): number {
  const { recordIndex, flags } = unpacked ?? tables();
  return flags[recordIndex[codePoint]];
}

/** A letter (general category L*). */
export function isAlpha(codePoint: number): boolean {
  return (flagsOf(codePoint) & ALPHA) !== 0;
}

/** A letter or any kind of number. */
export function isAlnum(codePoint: number): boolean {
  return (flagsOf(codePoint) & (ALPHA | DECIMAL | DIGIT | NUMERIC)) !== 0;
}

/** A digit of a decimal number (category Nd). */
export function isDecimal(codePoint: number): boolean {
  return (flagsOf(codePoint) & DECIMAL) !== 0;
}

/** A decimal digit or one in another form, such as a superscript. */
export function isDigit(codePoint: number): boolean {
  return (flagsOf(codePoint) & DIGIT) !== 0;
}

/** Whatever has a numeric value, fractions and number ideographs included. */
export function isNumeric(codePoint: number): boolean {
  return (flagsOf(codePoint) & NUMERIC) !== 0;
}

/** Whitespace as str.strip(), str.split() and str.isspace() take it. */
export function isSpaceCodePoint(codePoint: number): boolean {
  if (codePoint < 128) return codePoint === 32 || (codePoint >= 9 && codePoint <= 13) || (codePoint >= 28 && codePoint <= 31);
  return (flagsOf(codePoint) & SPACE) !== 0;
}

/** Shown as itself in repr(). */
export function isPrintable(codePoint: number): boolean {
  if (codePoint < 127) return codePoint >= 32;
  return (flagsOf(codePoint) & PRINTABLE) !== 0;
}

export function isUpper(codePoint: number): boolean {
  return (flagsOf(codePoint) & UPPER) !== 0;
}

export function isLower(codePoint: number): boolean {
  return (flagsOf(codePoint) & LOWER) !== 0;
}

/** A titlecase letter (category Lt), such as the digraph Dž. */
export function isTitle(codePoint: number): boolean {
  return (flagsOf(codePoint) & TITLE) !== 0;
}

/** Upper, lower or titlecase. */
export function isCased(codePoint: number): boolean {
  return (flagsOf(codePoint) & CASED) !== 0;
}

/** Skipped when the lower case of a capital sigma looks for the letter before and after it. */
export function isCaseIgnorable(codePoint: number): boolean {
  return (flagsOf(codePoint) & IGNORABLE) !== 0;
}

/** May start an identifier (the underscore included). */
export function isIdentifierStart(codePoint: number): boolean {
  return (flagsOf(codePoint) & START) !== 0;
}

/** May continue an identifier. */
export function isIdentifierContinue(codePoint: number): boolean {
  return (flagsOf(codePoint) & CONTINUE) !== 0;
}

/** The value 0..9 of a decimal digit, or -1. */
export function decimalDigitOf(codePoint: number): number {
  if (codePoint < 128) return codePoint >= 48 && codePoint <= 57 ? codePoint - 48 : -1;
  const { recordIndex, flags, decimals } = unpacked ?? tables();
  const record = recordIndex[codePoint];
  return (flags[record] & DECIMAL) === 0 ? -1 : decimals[record];
}

/** Appends the mapped character, which may be up to three code points, to `out`. Without context: see casing.ts for sigma. */
export function appendMapped(codePoint: number, mapping: CaseMapping, out: number[]): void {
  const { recordIndex, distances, specials } = unpacked ?? tables();
  if (codePoint >= 0xdf) {
    const special = specials.get(codePoint);
    if (special !== undefined) {
      out.push(...special[mapping]);
      return;
    }
  }
  out.push(codePoint + distances[mapping][recordIndex[codePoint]]);
}
