import { stringReprOfText } from '../text/str-repr.ts';
import { asciiNumberText } from './number-text.ts';
import { PyValueProblem } from './problem.ts';

const finite =
  /^[+-]?(?:[0-9]+(?:_[0-9]+)*\.?|(?=\.[0-9])\.|[0-9]+(?:_[0-9]+)*\.(?=[0-9]))(?:[0-9]+(?:_[0-9]+)*)?(?:[eE][+-]?[0-9]+(?:_[0-9]+)*)?$/;
const special = /^([+-]?)(?:(inf|infinity)|nan)$/i;

/**
 * float(text): surrounding whitespace, underscores between digits, any Unicode decimal digits, inf, infinity, nan.
 * ValueError names the text as given; `shown` is its repr when the source was not a str (bytes).
 */
export function parseFloatText(text: string, shown?: string): number {
  const plain = asciiNumberText(text);
  if (finite.test(plain)) return Number(plain.includes('_') ? plain.replaceAll('_', '') : plain);
  const match = special.exec(plain);
  if (match === null) {
    throw new PyValueProblem('ValueError', `could not convert string to float: ${shown ?? stringReprOfText(text)}`);
  }
  if (match[2] === undefined) return NaN;
  return match[1] === '-' ? -Infinity : Infinity;
}
