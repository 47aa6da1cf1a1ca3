import { PySyntaxError, type SyntaxErrorKind, type SyntaxErrorStage, type SyntaxWarningNote } from './syntax-error.ts';

/**
 * Where the text comes from. CPython places some errors at the end of the text by it: a `file` is read line by line, a
 * `text` is that of exec, a `line` that of eval or an interactive statement, which is given no line end.
 */
export type SourceOrigin = 'file' | 'text' | 'line';

/**
 * A program's text as the tokenizer reads it: decoded, without byte-order mark, line ends normalised to `\n`. Knows its
 * lines, translates string indices to UTF-8 columns and back, and collects warnings.
 */
export class SourceText {
  readonly text: string;
  readonly filename: string;
  /** Index of the first character of each line; line n starts at lineStarts[n - 1]. */
  readonly lineStarts: number[];
  readonly warnings: SyntaxWarningNote[] = [];
  private readonly ascii: boolean;
  /** Set once the text is a tree: errors from then on are the compiler's. */
  parsed = false;
  readonly origin: SourceOrigin;
  /** The last line had no line end of its own. */
  readonly endsInLine: boolean;

  constructor(source: string | Uint8Array, filename: string, origin: SourceOrigin = 'text') {
    this.filename = filename;
    this.origin = origin;
    let text = typeof source === 'string' ? source : decodeSource(source, filename);
    if (text.charCodeAt(0) === 0xfeff && (origin === 'file' || typeof source !== 'string')) text = text.slice(1);
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
    // The tokenizer of CPython ends the last line if the text does not.
    this.endsInLine = text !== '' && !text.endsWith('\n');
    if (this.endsInLine) text += '\n';
    this.text = text;
    this.lineStarts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.lineStarts.push(at + 1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is the whole of ASCII
    this.ascii = /^[\x00-\x7f]*$/.test(text);
    const nul = text.indexOf('\0');
    if (nul >= 0) {
      throw new PySyntaxError('SyntaxError', 'source code string cannot contain null bytes', {
        filename,
        line: 0,
        column: 0,
        endLine: 0,
        endColumn: 0,
        text: null,
        stage: 'token',
      });
    }
  }

  /** Line number (1-based) that holds the character at `index`. */
  lineAt(index: number): number {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStarts[middle]! <= index) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** UTF-8 bytes between the start of `line` and the character at `index`. */
  columnAt(line: number, index: number): number {
    const start = this.lineStarts[line - 1]!;
    return this.ascii ? index - start : utf8Length(this.text, start, index);
  }

  /** The line with its line end; null beyond the text. */
  lineText(line: number): string | null {
    const start = this.lineStarts[line - 1];
    if (start === undefined) return null;
    const end = this.lineStarts[line];
    return this.text.slice(start, end);
  }

  /** Index of the character at a UTF-8 column of a line. */
  indexAt(line: number, col: number): number {
    const start = this.lineStarts[line - 1] ?? this.text.length;
    if (this.ascii) return start + col;
    let bytes = 0;
    let index = start;
    while (bytes < col && index < this.text.length) {
      const code = this.text.codePointAt(index)!;
      bytes += utf8Size(code);
      index += code > 0xffff ? 2 : 1;
    }
    return index;
  }

  /** Builds an error for a range in lines and UTF-8 columns. An end line of 0 repeats the start. */
  error(
    message: string,
    line: number,
    col: number,
    endLine = 0,
    endCol = 0,
    kind: SyntaxErrorKind = 'SyntaxError',
    stage: SyntaxErrorStage = this.parsed ? 'compile' : 'parse',
  ): PySyntaxError {
    const whole = this.lineText(line);
    const text = stage === 'token' && whole !== null ? whole.replace(/\n$/, '') : whole;
    const column = this.codePointColumn(line, col);
    const endColumn = endLine > 0 ? this.codePointColumn(endLine, endCol) : column;
    return new PySyntaxError(kind, message, {
      filename: this.filename,
      line,
      column,
      endLine: endLine > 0 ? endLine : line,
      endColumn,
      text,
      stage,
    });
  }

  /** Set while a second pass looks for mistakes, which must not warn again. */
  isMuted: () => boolean = () => false;

  /** `asError` is asked only where a filter makes an error of the warning; it says the place with a column. */
  warn(category: SyntaxWarningNote['category'], message: string, line: number, asError: () => PySyntaxError): void {
    if (this.isMuted()) return;
    this.warnings.push({ category, message, filename: this.filename, line, asError });
  }

  /** Warns of a node of the tree, or of a token. */
  warnOf(node: Readonly<Record<'line' | 'col' | 'endLine' | 'endCol', number>>, message: string): void {
    const { line, col, endLine, endCol } = node;
    const stage = this.parsed ? 'compile' : 'parse';
    this.warn('SyntaxWarning', message, line, () => this.error(message, line, col, endLine, endCol, 'SyntaxError', stage));
  }

  private codePointColumn(line: number, col: number): number {
    if (this.ascii || col < 0) return col + 1;
    const start = this.lineStarts[line - 1] ?? this.text.length;
    const end = this.indexAt(line, col);
    let count = 0;
    for (let index = start; index < end; index++) {
      const unit = this.text.charCodeAt(index);
      if (unit >= 0xd800 && unit < 0xdc00) index++;
      count++;
    }
    return count + 1;
  }
}

function utf8Size(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** UTF-8 bytes of text[start, end); a lone surrogate counts three, as CPython's surrogatepass does. */
export function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && index + 1 < end) {
      const next = text.charCodeAt(index + 1);
      if (next >= 0xdc00 && next < 0xe000) {
        bytes += 4;
        index++;
      } else bytes += 3;
    } else bytes += 3;
  }
  return bytes;
}

const CODING = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;

/** PEP 263: a byte-order mark or a cookie in the first two lines; UTF-8 otherwise. */
function decodeSource(bytes: Uint8Array, filename: string): string {
  const place = { filename, line: 0, column: -1, endLine: 0, endColumn: -1, text: null };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).split(/\r\n?|\n/, 2);
  let name = CODING.exec(head[0] ?? '')?.[1];
  if (name === undefined && /^[ \t\f]*(#.*)?$/.test(head[0] ?? '')) name = CODING.exec(head[1] ?? '')?.[1];
  const label = (name ?? 'utf-8').toLowerCase().replaceAll('_', '-');
  const isUtf8 = label === 'utf-8' || label === 'utf8' || label.startsWith('utf-8-');
  if (bom && !isUtf8) throw new PySyntaxError('SyntaxError', `encoding problem: ${name} with BOM`, place);
  if (isUtf8) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return refuseBadUtf8(bytes, filename, name !== undefined);
    }
  }
  if (/^(latin-?1|iso-?8859-?1|l1|iso-latin-1(-.*)?)$/.test(label)) {
    let text = '';
    for (let from = 0; from < bytes.length; from += 8192) text += String.fromCharCode(...bytes.subarray(from, from + 8192));
    return text;
  }
  if (label === 'ascii' || label === 'us-ascii') {
    const bad = bytes.findIndex((byte) => byte > 0x7f);
    if (bad < 0) return new TextDecoder().decode(bytes);
    const message = `'ascii' codec can't decode byte 0x${bytes[bad]!.toString(16)} in position ${bad}: ordinal not in range(128)`;
    throw new PySyntaxError('SyntaxError', `(unicode error) ${message}`, place);
  }
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new PySyntaxError('SyntaxError', `unknown encoding: ${name}`, place);
  }
}

function refuseBadUtf8(bytes: Uint8Array, filename: string, declared: boolean): never {
  // The first byte that no decoding of a prefix explains: halve until the prefix before it decodes.
  let good = 0;
  let line = 1;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let index = 0; index < bytes.length; index++) {
    if (bytes[index] !== 0x0a) continue;
    try {
      decoder.decode(bytes.subarray(good, index));
    } catch {
      break;
    }
    good = index + 1;
    line++;
  }
  let bad = good;
  while (bad < bytes.length && bytes[bad]! < 0x80) bad++;
  const code = bytes[bad]!.toString(16);
  const message = declared
    ? `(unicode error) 'utf-8' codec can't decode byte 0x${code} in position ${bad - good}: invalid start byte`
    : `Non-UTF-8 code starting with '\\x${code}' on line ${line}, but no encoding declared; see https://peps.python.org/pep-0263/ for details`;
  const place = { filename, line, column: 0, endLine: line, endColumn: 0, text: null };
  throw new PySyntaxError('SyntaxError', message, place);
}
