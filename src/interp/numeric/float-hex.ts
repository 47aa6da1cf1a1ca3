import { highWord, lowWord, roundedDouble } from './double-bits.ts';
import { PyValueProblem } from './problem.ts';

/** float.hex(): `0x1.8000000000000p+1`, `inf`, `nan`, `-0x0.0p+0`. */
export function floatHex(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  const high = highWord(value);
  const minus = high < 0 ? '-' : '';
  if (!Number.isFinite(value)) return `${minus}inf`;
  if (value === 0) return `${minus}0x0.0p+0`;
  const biased = (high >>> 20) & 0x7ff;
  const exponent = biased === 0 ? -1022 : biased - 1023;
  const fraction = (high & 0xfffff).toString(16).padStart(5, '0') + lowWord(value).toString(16).padStart(8, '0');
  return `${minus}0x${biased === 0 ? 0 : 1}.${fraction}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

const pattern =
  /^[\t-\r ]*([+-]?)(?:(inf(?:inity)?)|(nan)|(?:0x)?(?:([0-9a-f]+)\.?([0-9a-f]*)|\.([0-9a-f]+))(?:p([+-]?[0-9]+))?)[\t-\r ]*$/i;

/** float.fromhex(text), rounded half to even. ValueError for bad text, OverflowError for a value out of range. */
export function floatFromHex(text: string): number {
  const match = pattern.exec(text);
  if (match === null) throw new PyValueProblem('ValueError', 'invalid hexadecimal floating-point string');
  const sign = match[1] === '-' ? -1 : 1;
  if (match[2] !== undefined) return sign * Infinity;
  if (match[3] !== undefined) return NaN;
  const fraction = match[5] ?? match[6] ?? '';
  const digits = ((match[4] ?? '') + fraction).replace(/^0+/, '');
  if (digits === '') return sign < 0 ? -0 : 0;
  // An exponent that has lost its last digits to rounding is out of range either way.
  const exponent = Number(match[7] ?? 0) - 4 * fraction.length;
  return sign * roundedFromHex(digits, exponent);
}

/** `digits * 2**exponent` for hexadecimal digits without leading zeros. */
function roundedFromHex(digits: string, exponent: number): number {
  const mantissa = BigInt(`0x${digits}`);
  const bits = 4 * (digits.length - 1) + 32 - Math.clz32(Number.parseInt(digits.charAt(0), 16));
  const top = exponent + bits;
  if (top < -1074) return 0;
  if (top > 1024) throw tooLarge();
  const result = roundedDouble(mantissa, exponent);
  if (result === Infinity) throw tooLarge();
  return result;
}

function tooLarge(): PyValueProblem {
  return new PyValueProblem('OverflowError', 'hexadecimal value too large to represent as a float');
}
