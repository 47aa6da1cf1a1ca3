import { stringReprOfText } from '../text/str-repr.ts';
import { signBit } from './double-bits.ts';
import { floatText } from './float-text.ts';
import { asciiNumberText } from './number-text.ts';
import { PyValueProblem } from './problem.ts';

/** repr(complex): `(1+2j)`, and `2j` where the real part is positive zero. */
export function complexRepr(real: number, imaginary: number): string {
  const imaginaryText = `${floatText(imaginary, 'r', 0)}j`;
  if (real === 0 && !signBit(real)) return imaginaryText;
  return `(${floatText(real, 'r', 0)}${imaginaryText.startsWith('-') ? '' : '+'}${imaginaryText})`;
}

const number = '(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:e[+-]?[0-9]+)?|inf(?:inity)?|nan';
const pattern = new RegExp(`^(?:([+-]?(?:${number}))(?![0-9.j])|)(?:([+-]?(?:${number})?)j)?$`, 'i');

/** complex(text): `1+2j`, `j`, `-inf`, with optional parentheses and whitespace around. Returns both parts. */
export function parseComplexText(text: string): readonly [real: number, imaginary: number] {
  let plain = asciiNumberText(text);
  if (/(?<![0-9])_|_(?![0-9])/.test(plain)) {
    throw new PyValueProblem('ValueError', `could not convert string to complex: ${stringReprOfText(text)}`);
  }
  plain = plain.replaceAll('_', '');
  if (plain.startsWith('(') && plain.endsWith(')')) plain = plain.slice(1, -1).replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
  const match = pattern.exec(plain);
  const [, real, imaginary] = match ?? [];
  const joined = real !== undefined && imaginary !== undefined && !/^[+-]/.test(imaginary);
  if (match === null || plain === '' || joined) throw new PyValueProblem('ValueError', 'complex() arg is a malformed string');
  return [real === undefined ? 0 : partOf(real), imaginary === undefined ? 0 : partOf(imaginary)];
}

function partOf(text: string): number {
  if (text === '' || text === '+') return 1;
  if (text === '-') return -1;
  if (/nan$/i.test(text)) return NaN;
  if (/inf/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return Number(text);
}
