/**
 * The source lines under a frame and the ^^^^ markers below them, placed as CPython 3.13's traceback module places them.
 *
 * The text between the recorded positions is parsed again: of a binary operation the operator is marked with ^ and the
 * operands with ~, of a subscript or a call the brackets. Columns are counted in characters; a wide one takes two.
 */
import type { Expr } from '../syntax/ast.ts';
import { parseModule } from '../syntax/parse.ts';
import { PySyntaxError } from '../syntax/syntax-error.ts';
import { isWide } from '../text/wide-characters.ts';

/** A line as its code points. */
type Line = readonly string[];

/** The part marked with ^: from the left place up to the right one. Lines count from 0 within the segment, columns in characters. */
interface Anchors {
  readonly leftLine: number;
  readonly leftColumn: number;
  readonly rightLine: number;
  readonly rightColumn: number;
}

/** Code points before a UTF-8 byte column of a line. */
function charOffset(line: Line, byteColumn: number): number {
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

/** Columns of a terminal that the first `count` characters take. */
function displayWidth(line: Line, count = line.length): number {
  let wide = 0;
  for (let index = 0; index < Math.min(count, line.length); index++) if (isWide(line[index]!.codePointAt(0)!)) wide++;
  return (line.every((char) => char < '\x80') ? count : Math.min(count, line.length)) + wide;
}

/** The tree of a text that may not parse by itself. */
function parsed(text: string): ReturnType<typeof parseModule>['tree'] | null {
  try {
    return parseModule(text, '<segment>').tree;
  } catch (thrown) {
    if (thrown instanceof PySyntaxError) return null;
    throw thrown;
  }
}

/** Walks over the characters of a segment; `null` when it runs past the end. */
class Place {
  constructor(lines: readonly Line[], line: number, column: number) {
    this.lines = lines;
    this.line = line;
    this.column = column;
  }
  readonly lines: readonly Line[];
  line: number;
  column: number;

  /** Goes on to a place that has a character; false at the end of the segment. */
  settle(): boolean {
    while (this.line < this.lines.length && this.column >= this.lines[this.line]!.length) {
      this.column = 0;
      this.line++;
    }
    return this.line < this.lines.length;
  }

  /** Goes on to a character that `stop` accepts, over comments and continued lines; false when there is none. */
  seek(stop: (char: string) => boolean): boolean {
    if (!this.settle()) return false;
    for (;;) {
      const char = this.lines[this.line]![this.column]!;
      if (char === '\\' || char === '#') {
        this.column = 0;
        this.line++;
      } else if (stop(char)) return true;
      else this.column++;
      if (!this.settle()) return false;
    }
  }
}

/** The anchors of a segment that is one binary operation, subscript or call; null for others. */
function anchorsOf(lines: readonly Line[]): Anchors | null {
  // Brackets make an expression over several lines, and nothing but an expression, parse.
  const tree = parsed(`(\n${lines.map((line) => line.join('')).join('\n')}\n)`);
  if (tree === null || tree.body.length !== 1) return null;
  const [statement] = tree.body;
  if (statement?.kind !== 'Expr') return null;
  const expr = statement.value;
  // The opening bracket stands on a line of its own.
  const endOf = (of: Expr): Place => new Place(lines, of.endLine - 2, charOffset(lines[of.endLine - 2] ?? [], of.endCol));
  if (expr.kind === 'BinOp') {
    const at = endOf(expr.left);
    if (!at.seek((char) => !/\s/u.test(char) && char !== ')')) return null;
    const line = lines[at.line]!;
    let right = at.column + 1;
    const rightLine = expr.right.line - 2;
    const next = line[right];
    const apart = rightLine > at.line || right < charOffset(lines[rightLine]!, expr.right.col);
    if (next !== undefined && apart && !/[\s\\#]/u.test(next)) right++;
    return { leftLine: at.line, leftColumn: at.column, rightLine: at.line, rightColumn: right };
  }
  if (expr.kind !== 'Subscript' && expr.kind !== 'Call') return null;
  const left = endOf(expr.kind === 'Call' ? expr.func : expr.value);
  const open = expr.kind === 'Call' ? '(' : '[';
  if (!left.seek((char) => char === open)) return null;
  const right = endOf(expr);
  return { leftLine: left.line, leftColumn: left.column, rightLine: right.line, rightColumn: right.column };
}

/** Whether markers say more than the lines themselves do. */
function worthShowing(lines: readonly Line[], start: number, end: number, anchors: Anchors | null): boolean {
  const tree = parsed(lines.map((line) => line.join('')).join('\n'));
  if (tree !== null) {
    const statement = tree.body[0];
    if (statement === undefined) return false;
    let call: Expr | null = null;
    if (statement.kind === 'Return' && statement.value?.kind === 'Call' && statement.value.func.kind === 'Name') {
      call = statement.value;
    } else if (statement.kind === 'Assign' && statement.value.kind === 'Call') {
      if (statement.targets.length === 1 && statement.targets[0]!.kind === 'Name') call = statement.value;
    }
    // A call that is all there is after `return` or `name =` needs none.
    if (call !== null && call.line === 1 && call.endLine === lines.length && call.col === start && call.endCol === end) {
      return false;
    }
  }
  if (anchors !== null) return true;
  const before = lines[0]!.slice(0, start).join('').trimStart();
  return before !== '' || lines.at(-1)!.slice(end).join('').trimEnd() !== '';
}

/** Takes the white space that all lines begin with away from each. */
function dedented(lines: readonly string[]): string[] {
  let margin: string | null = null;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const own = /^[ \t]*/.exec(line)![0];
    let shared = 0;
    const limit: number = margin === null ? own.length : Math.min(margin.length, own.length);
    while (shared < limit && (margin === null || margin[shared] === own[shared])) shared++;
    margin = own.slice(0, shared);
  }
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(margin?.length ?? 0)));
}

/** Lines below a "File ..." line: the source, indented by four, and its markers where they say something. Positions as in co_positions. */
export function caretLine(source: readonly string[], line: number, endLine: number, column: number, endColumn: number): string {
  if (column < 0 || endColumn < 0 || endLine < line) return `    ${(source[line - 1] ?? '').trim()}\n`;
  const originals: string[] = [];
  for (let number = line; number <= endLine; number++) originals.push((source[number - 1] ?? '').trimEnd());
  const lines: Line[] = dedented(originals).map((text) => [...text]);
  const removed = [...originals[0]!].length - lines[0]!.length;
  const last = lines.length - 1;
  const start = Math.max(0, charOffset([...originals[0]!], column) - removed);
  const end = Math.max(0, charOffset([...originals[last]!], endColumn) - removed);
  const segment = lines.map((text, index) => text.slice(index === 0 ? start : 0, index === last ? end : undefined));
  const anchors = anchorsOf(segment);
  const shows = worthShowing(lines, start, end, anchors);
  const marks = markers(lines, start, end, anchors);
  const out: string[] = [];
  const show = (index: number): void => {
    out.push(lines[index]!.join(''));
    if (shows) out.push(marks(index));
  };
  let previous = -1;
  for (const index of significantLines(last, anchors)) {
    if (previous >= 0 && index - previous === 2) show(index - 1);
    else if (previous >= 0 && index - previous > 2) out.push(`...<${index - previous - 1} lines>...`);
    show(index);
    previous = index;
  }
  return dedented(out)
    .map((text) => `    ${text}\n`)
    .join('');
}

/** The lines that are shown: the first, the last, and those around the anchors. */
function significantLines(last: number, anchors: Anchors | null): number[] {
  const shown = new Set([0, last]);
  if (anchors !== null) {
    for (const middle of [anchors.leftLine, anchors.rightLine]) {
      for (let index = middle - 1; index <= middle + 1; index++) if (index >= 0 && index <= last) shown.add(index);
    }
  }
  return [...shown].sort((left, right) => left - right);
}

/** What draws the markers below a line. */
function markers(lines: readonly Line[], start: number, end: number, anchors: Anchors | null): (index: number) => string {
  const last = lines.length - 1;
  const from = displayWidth(lines[0]!, start);
  const to = displayWidth(lines[last]!, end);
  const column = (line: number, within: number): number => displayWidth(lines[line]!, within + (line === 0 ? start : 0));
  const left = anchors === null ? 0 : column(anchors.leftLine, anchors.leftColumn);
  const right = anchors === null ? 0 : column(anchors.rightLine, anchors.rightColumn);
  return (index) => {
    const text = lines[index]!.join('');
    const blank = [...text].length - [...text.trimStart()].length;
    const width = index === last ? to : displayWidth(lines[index]!);
    let out = '';
    for (let at = 0; at < width; at++) {
      if (at < blank || (index === 0 && at < from)) out += ' ';
      else if (anchors === null) out += '^';
      else {
        const after = index > anchors.leftLine || (index === anchors.leftLine && at >= left);
        const before = index < anchors.rightLine || (index === anchors.rightLine && at < right);
        out += after && before ? '^' : '~';
      }
    }
    return out;
  };
}
