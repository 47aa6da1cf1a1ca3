import { signBit } from './double-bits.ts';
import { fixedText, shortestDigits, significantDigits } from './float-digits.ts';

/** 'e', 'f', 'g' as in C's printf; 'r' the shortest digits that read back as the same float. */
export type FloatLayout = 'e' | 'f' | 'g' | 'r';

export interface FloatTextOptions {
  /** Keep the decimal point and, for 'g', the trailing zeros: the `#` flag. */
  readonly alternate?: boolean;
  /** Write `1.0` and not `1` for whole numbers, as repr does. */
  readonly addDotZero?: boolean;
  /** Drop the minus sign of a result that rounds to zero: the `z` flag. */
  readonly noNegativeZero?: boolean;
}

/**
 * A float as text, in lower case, with a sign only when negative (a nan never has one).
 * `precision` counts as in C: digits after the point for 'e' and 'f', significant digits for 'g'; 'r' ignores it.
 */
export function floatText(value: number, layout: FloatLayout, precision: number, options: FloatTextOptions = {}): string {
  if (Number.isNaN(value)) return 'nan';
  const minus = signBit(value) ? '-' : '';
  const magnitude = Math.abs(value);
  if (magnitude === Infinity) return `${minus}inf`;
  const body = layoutDigits(magnitude, layout, precision, options);
  const rounded = body.zero && options.noNegativeZero === true ? '' : minus;
  return rounded + body.text;
}

interface Body {
  readonly text: string;
  readonly zero: boolean;
}

function layoutDigits(magnitude: number, layout: FloatLayout, precision: number, options: FloatTextOptions): Body {
  const alternate = options.alternate === true;
  const dotZero = options.addDotZero === true;
  if (layout === 'f') return fixedBody(magnitude, precision, alternate);
  if (layout === 'e') {
    const { digits, exponent } = significantDigits(magnitude, precision + 1);
    return { text: withExponent(digits, exponent, alternate), zero: magnitude === 0 };
  }
  const count = layout === 'r' ? 17 : Math.max(precision, 1);
  const found = layout === 'r' ? shortestDigits(magnitude) : significantDigits(magnitude, count);
  const digits = layout === 'g' && alternate ? found.digits : found.digits.replace(/(?!^)0+$/, '');
  const exponent = found.exponent;
  const limit = layout === 'r' ? 16 : count - (dotZero ? 1 : 0);
  const zero = magnitude === 0;
  if (exponent < -4 || exponent >= limit) return { text: withExponent(digits, exponent, alternate), zero };
  return { text: positional(digits, exponent, alternate, dotZero), zero };
}

function fixedBody(magnitude: number, precision: number, alternate: boolean): Body {
  const text = fixedText(magnitude, precision);
  return { text: precision === 0 && alternate ? `${text}.` : text, zero: magnitude < 1 && /^[0.]+$/.test(text) };
}

function withExponent(digits: string, exponent: number, alternate: boolean): string {
  const point = digits.length > 1 || alternate ? '.' : '';
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits.slice(0, 1)}${point}${digits.slice(1)}e${exponent < 0 ? '-' : '+'}${size}`;
}

function positional(digits: string, exponent: number, alternate: boolean, dotZero: boolean): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length > exponent + 1) return `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
  const whole = digits.padEnd(exponent + 1, '0');
  return dotZero ? `${whole}.0` : alternate ? `${whole}.` : whole;
}
