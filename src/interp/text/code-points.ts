/**
 * Python text on the host. A Python str is a sequence of code points, lone surrogates included. Functions that must be
 * exact for every str take an `ArrayLike<number>` of code points; those for texts such as format strings and number
 * literals take a JavaScript string, in which a high surrogate before a low one is always the one character of the pair.
 */

/** The code points of a JavaScript string; a surrogate that is not part of a pair stands for itself. */
export function codePointsOf(text: string): number[] {
  const codePoints: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (codePoint > 0xffff) index++;
    codePoints.push(codePoint);
  }
  return codePoints;
}

/** The JavaScript string of code points. Two surrogates that happen to form a pair become one character. */
export function textOf(codePoints: ArrayLike<number>): string {
  let text = '';
  for (let index = 0; index < codePoints.length; index++) text += String.fromCodePoint(codePoints[index]);
  return text;
}

/** len(str): the number of code points. */
export function codePointLength(text: string): number {
  let length = text.length;
  for (let index = 0; index + 1 < text.length; index++) {
    const high = text.charCodeAt(index);
    if (high < 0xd800 || high > 0xdbff) continue;
    const low = text.charCodeAt(index + 1);
    if (low < 0xdc00 || low > 0xdfff) continue;
    length--;
    index++;
  }
  return length;
}
