/** The source line under a frame and the ^^^^ markers below it, placed as CPython 3.13's traceback module places them. */

/** Code points from a UTF-8 byte column of a line. */
function charOffset(line: string, byteColumn: number): number {
  let bytes = 0;
  let chars = 0;
  for (const char of line) {
    if (bytes >= byteColumn) break;
    const point = char.codePointAt(0)!;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    chars++;
  }
  return chars;
}

/** The anchors of a binary operation or subscript within its segment: offsets in code points of the part marked with ^, or null. */
function anchors(segment: string): { left: number; right: number } | null {
  // Only an expression has anchors; the segment of a whole statement has none.
  if (/^(raise|return|assert|del|import|from|with|for|while|if|async|await|yield|lambda|not)\b/.test(segment)) return null;
  if (/^[\w.[\], *()]+\s*([-+*/%@&|^]|<<|>>|\*\*|\/\/)?=(?!=)/.test(segment)) return null;
  const binary = findBinary(segment);
  if (binary !== null) return binary;
  const subscript = findBracket(segment, '[', ']');
  if (subscript !== null) return subscript;
  return findBracket(segment, '(', ')');
}

/** Position of the closing bracket's partner when the segment is one expression ending in brackets. */
function findBracket(segment: string, open: string, close: string): { left: number; right: number } | null {
  if (!segment.endsWith(close)) return null;
  let depth = 0;
  for (let index = segment.length - 1; index >= 0; index--) {
    const char = segment[index]!;
    if (')]}'.includes(char)) depth++;
    else if ('([{'.includes(char)) {
      depth--;
      if (depth === 0) {
        if (char !== open || index === 0) return null;
        if (!/[\w)\]}'"]\s*$/.test(segment.slice(0, index))) return null;
        return { left: index, right: segment.length };
      }
    }
  }
  return null;
}

const OPERATORS = ['**', '//', '<<', '>>', '+', '-', '*', '/', '%', '@', '&', '|', '^'];
const PRECEDENCE: Readonly<Record<string, number>> = {
  '|': 1,
  '^': 2,
  '&': 3,
  '<<': 4,
  '>>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '//': 6,
  '%': 6,
  '@': 6,
  '**': 7,
};

/** The lowest-binding binary operator outside brackets and strings (the last one for left-associative operators). */
function findBinary(segment: string): { left: number; right: number } | null {
  let depth = 0;
  let quote = '';
  let best: { left: number; right: number; level: number } | null = null;
  for (let index = 0; index < segment.length; index++) {
    const char = segment[index]!;
    if (quote !== '') {
      if (char === '\\') index++;
      else if (char === quote) quote = '';
      continue;
    }
    if (char === '"' || char === "'") quote = char;
    else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    else if (depth === 0) {
      const operator = OPERATORS.find((candidate) => segment.startsWith(candidate, index));
      if (operator === undefined) {
        if (/[<>=!,:]/.test(char) && !/^(<<|>>)/.test(segment.slice(index))) return null;
        const word = /^(and|or|not|in|is|if|else|lambda|await|yield)\b/.exec(segment.slice(index));
        if (word !== null && (index === 0 || !/\w/.test(segment[index - 1]!))) return null;
        continue;
      }
      const before = segment.slice(0, index).trimEnd();
      const isBinary = before !== '' && /[\w)\]}'".]$/.test(before);
      const level = PRECEDENCE[operator]!;
      if (isBinary && (best === null || level < best.level || (level === best.level && operator !== '**'))) {
        best = { left: index, right: index + operator.length, level };
      }
      index += operator.length - 1;
    }
  }
  return best;
}

/** Lines below a "File ..." line: the source, indented by four, and its markers where they say something. Positions as in co_positions. */
export function caretLine(lines: readonly string[], line: number, endLine: number, column: number, endColumn: number): string {
  const source = lines[line - 1] ?? '';
  const stripped = source.trim();
  let out = `    ${stripped}\n`;
  if (column < 0 || endColumn < 0 || endLine < line) return out;
  if (endLine !== line) return multiLine(lines, line, endLine, column, endColumn);
  const indent = source.length - source.trimStart().length;
  const start = charOffset(source, column);
  const end = charOffset(source, endColumn);
  const chars = [...source];
  const segment = chars.slice(start, end).join('');
  if (end <= start) return out;
  const anchor = anchors(segment);
  const whole = start <= indent && end >= chars.join('').trimEnd().length;
  if (whole && anchor === null) return out;
  let marks = '';
  for (let index = 0; index < end - start; index++) {
    marks += anchor !== null && (index < anchor.left || index >= anchor.right) ? '~' : '^';
  }
  out += `    ${' '.repeat(start - indent)}${marks}\n`;
  return out;
}

/** A statement over several lines: each shown with its own markers, the first and the last where it began and ended. */
function multiLine(lines: readonly string[], line: number, endLine: number, column: number, endColumn: number): string {
  const shown = lines.slice(line - 1, endLine);
  const dedent = Math.min(...shown.filter((text) => text.trim() !== '').map((text) => text.length - text.trimStart().length));
  let out = '';
  shown.forEach((text, index) => {
    const chars = [...text.trimEnd()];
    const own = text.length - text.trimStart().length;
    const start = index === 0 ? charOffset(text, column) : own;
    const end = index === shown.length - 1 ? charOffset(text, endColumn) : chars.length;
    if (shown.length > 4 && index > 1 && index < shown.length - 2) {
      if (index === 2) out += `    ...<${shown.length - 4} lines>...\n`;
      return;
    }
    out += `    ${text.trimEnd().slice(dedent)}\n`;
    if (end > start) out += `    ${' '.repeat(Math.max(0, start - dedent))}${'^'.repeat(end - start)}\n`;
  });
  return out;
}
