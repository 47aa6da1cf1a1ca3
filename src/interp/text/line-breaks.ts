/** True for the characters at which str.splitlines() breaks a line. */
export function isLineBreak(codePoint: number): boolean {
  if (codePoint < 0x80) return (codePoint >= 10 && codePoint <= 13) || (codePoint >= 28 && codePoint <= 30);
  return codePoint === 0x85 || codePoint === 0x2028 || codePoint === 0x2029;
}

/** True for the bytes at which bytes.splitlines() breaks a line. */
export function isByteLineBreak(byte: number): boolean {
  return byte === 10 || byte === 13;
}

/**
 * splitlines: the lines as pairs of indices, start and end, one after the other. `\r\n` is one break; with `keepEnds` the
 * break belongs to its line.
 */
export function lineSpans(text: ArrayLike<number>, keepEnds: boolean, isBreak = isLineBreak): number[] {
  const spans: number[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const codePoint = text[index];
    if (!isBreak(codePoint)) continue;
    const end = index;
    if (codePoint === 13 && text[index + 1] === 10) index++;
    spans.push(start, keepEnds ? index + 1 : end);
    start = index + 1;
  }
  if (start < text.length) spans.push(start, text.length);
  return spans;
}
