import {
  isAlnum,
  isAlpha,
  isDecimal,
  isDigit,
  isIdentifierContinue,
  isIdentifierStart,
  isLower,
  isNumeric,
  isPrintable,
  isSpaceCodePoint,
  isTitle,
  isUpper,
} from './unicode.ts';

/** The str.is...() methods on code points. As in Python, most are false for the empty text. */

type Text = ArrayLike<number>;

function everyCodePoint(text: Text, holds: (codePoint: number) => boolean): boolean {
  for (let index = 0; index < text.length; index++) if (!holds(text[index])) return false;
  return true;
}

export function isAlphaText(text: Text): boolean {
  return text.length > 0 && everyCodePoint(text, isAlpha);
}

export function isAlnumText(text: Text): boolean {
  return text.length > 0 && everyCodePoint(text, isAlnum);
}

export function isDecimalText(text: Text): boolean {
  return text.length > 0 && everyCodePoint(text, isDecimal);
}

export function isDigitText(text: Text): boolean {
  return text.length > 0 && everyCodePoint(text, isDigit);
}

export function isNumericText(text: Text): boolean {
  return text.length > 0 && everyCodePoint(text, isNumeric);
}

export function isSpaceText(text: Text): boolean {
  return text.length > 0 && everyCodePoint(text, isSpaceCodePoint);
}

/** True for the empty text. */
export function isPrintableText(text: Text): boolean {
  return everyCodePoint(text, isPrintable);
}

/** True for the empty text. */
export function isAsciiText(text: Text): boolean {
  return everyCodePoint(text, (codePoint) => codePoint < 128);
}

/** str.isidentifier(): keywords are identifiers too. */
export function isIdentifierText(text: Text): boolean {
  if (text.length === 0 || !isIdentifierStart(text[0])) return false;
  return everyCodePoint(text, isIdentifierContinue);
}

/** At least one upper case character, none in lower or title case. */
export function isUpperText(text: Text): boolean {
  let found = false;
  for (let index = 0; index < text.length; index++) {
    const codePoint = text[index];
    if (isLower(codePoint) || isTitle(codePoint)) return false;
    found ||= isUpper(codePoint);
  }
  return found;
}

/** At least one lower case character, none in upper or title case. */
export function isLowerText(text: Text): boolean {
  let found = false;
  for (let index = 0; index < text.length; index++) {
    const codePoint = text[index];
    if (isUpper(codePoint) || isTitle(codePoint)) return false;
    found ||= isLower(codePoint);
  }
  return found;
}

/** Upper and title case only after uncased characters, lower case only after cased ones, and at least one of them. */
export function isTitleText(text: Text): boolean {
  let found = false;
  let afterCased = false;
  for (let index = 0; index < text.length; index++) {
    const codePoint = text[index];
    const starts = isUpper(codePoint) || isTitle(codePoint);
    const continues = !starts && isLower(codePoint);
    if ((starts && afterCased) || (continues && !afterCased)) return false;
    afterCased = starts || continues;
    found ||= afterCased;
  }
  return found;
}
