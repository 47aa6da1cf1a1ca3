import { decimalDigitOf, isSpaceCodePoint } from '../text/unicode.ts';

/**
 * The text of a number as ASCII, without surrounding whitespace: Unicode decimal digits become 0-9, other spaces a space, and
 * what can occur in no number a question mark. The first step of int(), float() and complex() on str.
 */
export function asciiNumberText(text: string): string {
  let plain = text;
  if (/[^\0-\x7f]/.test(text)) {
    plain = '';
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (codePoint < 128) plain += character;
      else if (isSpaceCodePoint(codePoint)) plain += ' ';
      else {
        const digit = decimalDigitOf(codePoint);
        plain += digit < 0 ? '?' : String(digit);
      }
    }
  }
  return plain.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
}
