import { stringReprOfText } from '../text/str-repr.ts';
import { asciiNumberText } from './number-text.ts';
import { PyValueProblem } from './problem.ts';

/** sys.get_int_max_str_digits() at start: most decimal digits of an int read from or written to text. */
export const DEFAULT_MAX_STR_DIGITS = 4300;

export interface IntParseOptions {
  /** The digit limit for bases that are no power of two; 0 is no limit. Default 4300. */
  readonly maxStrDigits?: number;
  /** The repr of the source for the error message, when it was not a str (bytes). */
  readonly shown?: string;
}

/**
 * int(text, base): base 0 reads the prefix; surrounding whitespace, one sign, a prefix that suits the base, underscores
 * between digits, any Unicode decimal digits.
 */
export function parseIntText(text: string, base = 10, options: IntParseOptions = {}): bigint {
  if (base !== 0 && (base < 2 || base > 36)) {
    throw new PyValueProblem('ValueError', 'int() base must be >= 2 and <= 36, or 0');
  }
  if (base === 10 && isShortDecimal(text)) return BigInt(+text);
  const plain = asciiNumberText(text);
  const match = /^([+-]?)(0[xX]_?|0[oO]_?|0[bB]_?)?([0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*)$/.exec(plain);
  const parts = match === null ? undefined : splitPrefix(match[2], match[3] ?? '', base);
  if (match === null || parts === undefined || !hasOnlyDigits(parts.digits, parts.base)) {
    const shown = options.shown ?? stringReprOfText(text);
    const shortened = [...shown].slice(0, 200).join('');
    throw new PyValueProblem('ValueError', `invalid literal for int() with base ${base}: ${shortened}`);
  }
  const limit = options.maxStrDigits ?? DEFAULT_MAX_STR_DIGITS;
  if (limit > 0 && parts.digits.length > limit && (parts.base & (parts.base - 1)) !== 0) {
    throw new PyValueProblem(
      'ValueError',
      `Exceeds the limit (${limit} digits) for integer string conversion: value has ${parts.digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  const value = parseDigits(parts.digits, parts.base);
  return match[1] === '-' ? -value : value;
}

/** At most 15 digits and nothing else: the usual text, and exact as a double. */
function isShortDecimal(text: string): boolean {
  if (text.length === 0 || text.length > 15) return false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

interface Digits {
  readonly digits: string;
  readonly base: number;
}

const prefixBases: Readonly<Record<string, number>> = { x: 16, o: 8, b: 2 };

/** The digits without underscores and prefix, and their base; undefined where the prefix does not suit. */
function splitPrefix(prefix: string | undefined, digits: string, base: number): Digits | undefined {
  const plain = digits.includes('_') ? digits.replaceAll('_', '') : digits;
  if (prefix === undefined) {
    if (base !== 0) return { digits: plain, base };
    // As in source code, where 010 once was eight.
    return plain.startsWith('0') && !/^0+$/.test(plain) ? undefined : { digits: plain, base: 10 };
  }
  const own = prefixBases[prefix.charAt(1).toLowerCase()] ?? 0;
  if (base === 0 || base === own) return { digits: plain, base: own };
  // "0b1" in base 16 is three digits; the letter is then a digit like any other.
  return prefix.endsWith('_') && digits === '' ? undefined : { digits: prefix.replace('_', '') + plain, base };
}

function hasOnlyDigits(digits: string, base: number): boolean {
  if (base <= 10) {
    for (let index = 0; index < digits.length; index++) if (digits.charCodeAt(index) - 48 >= base) return false;
    return true;
  }
  const lastLower = 87 + base;
  for (let index = 0; index < digits.length; index++) {
    const code = digits.charCodeAt(index);
    if (code > 57 && (code | 32) >= lastLower) return false;
  }
  return true;
}

/** Digits known to be good, as a number. */
function parseDigits(digits: string, base: number): bigint {
  if (digits.length <= 10) return BigInt(Number.parseInt(digits, base));
  if (base === 10) return BigInt(digits);
  if (base === 16) return BigInt(`0x${digits}`);
  if (base === 8) return BigInt(`0o${digits}`);
  if (base === 2) return BigInt(`0b${digits}`);
  const middle = digits.length >> 1;
  const low = digits.length - middle;
  return parseDigits(digits.slice(0, middle), base) * BigInt(base) ** BigInt(low) + parseDigits(digits.slice(middle), base);
}
