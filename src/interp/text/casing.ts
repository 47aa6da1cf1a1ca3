import { appendMapped, type CaseMapping, isCased, isCaseIgnorable, isLower, isUpper } from './unicode.ts';

/** The case conversions of str, on code points. Results may be longer than the text: 'ß'.upper() is 'SS'. */

const CAPITAL_SIGMA = 0x3a3;
const SMALL_SIGMA = 0x3c3;
const FINAL_SIGMA = 0x3c2;

/** str.upper() */
export function upperText(text: ArrayLike<number>): number[] {
  return mapped(text, 'upper');
}

/** str.casefold() */
export function casefoldText(text: ArrayLike<number>): number[] {
  return mapped(text, 'fold');
}

/** str.lower() */
export function lowerText(text: ArrayLike<number>): number[] {
  const out: number[] = [];
  for (let index = 0; index < text.length; index++) appendLower(text, index, out);
  return out;
}

/** str.capitalize(): the first character in title case, the others in lower case. */
export function capitalizeText(text: ArrayLike<number>): number[] {
  const out: number[] = [];
  for (let index = 0; index < text.length; index++) {
    if (index === 0) appendMapped(text[0], 'title', out);
    else appendLower(text, index, out);
  }
  return out;
}

/** str.title(): the first cased character of each run of cased ones in title case. */
export function titleText(text: ArrayLike<number>): number[] {
  const out: number[] = [];
  let inWord = false;
  for (let index = 0; index < text.length; index++) {
    const codePoint = text[index];
    if (inWord) appendLower(text, index, out);
    else appendMapped(codePoint, 'title', out);
    inWord = isCased(codePoint);
  }
  return out;
}

/** str.swapcase() */
export function swapcaseText(text: ArrayLike<number>): number[] {
  const out: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const codePoint = text[index];
    if (isUpper(codePoint)) appendLower(text, index, out);
    else if (isLower(codePoint)) appendMapped(codePoint, 'upper', out);
    else out.push(codePoint);
  }
  return out;
}

function mapped(text: ArrayLike<number>, mapping: CaseMapping): number[] {
  const out: number[] = [];
  for (let index = 0; index < text.length; index++) appendMapped(text[index], mapping, out);
  return out;
}

function appendLower(text: ArrayLike<number>, index: number, out: number[]): void {
  const codePoint = text[index];
  if (codePoint !== CAPITAL_SIGMA) appendMapped(codePoint, 'lower', out);
  else out.push(endsWord(text, index) ? FINAL_SIGMA : SMALL_SIGMA);
}

/** Unicode's Final_Sigma: a cased character before, none after, ignorable ones aside. */
function endsWord(text: ArrayLike<number>, index: number): boolean {
  let before = index - 1;
  while (before >= 0 && isCaseIgnorable(text[before])) before--;
  if (before < 0 || !isCased(text[before])) return false;
  let after = index + 1;
  while (after < text.length && isCaseIgnorable(text[after])) after++;
  return after === text.length || !isCased(text[after]);
}
