import type { SourceText } from './source-text.ts';
import { PySyntaxError, type SyntaxErrorKind } from './syntax-error.ts';

/**
 * Python 3.13's lexical analysis (Parser/lexer), whole file at once. F-strings are split as PEP 701 says: FSTRING_START,
 * then FSTRING_MIDDLE texts and the tokens of replacement fields, then FSTRING_END. A lexical error ends the stream with an
 * ERROR token: the parser raises it when it gets there, as CPython's lazy tokenizer would.
 */

/** Operators and keywords are their own type, so that `token.type === 'if'` reads well. */
export type TokenType = string;

export interface Token {
  readonly type: TokenType;
  /** Indices into the source text. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
  /** Open brackets around the token. */
  readonly level: number;
}

export interface Bracket {
  readonly char: string;
  readonly line: number;
  readonly col: number;
  /** The brace of an f-string's replacement field. */
  readonly isField: boolean;
}

export interface TokenStream {
  readonly tokens: Token[];
  /** What the final ERROR token stands for. */
  readonly error: PySyntaxError | null;
  /** Innermost bracket still open at the end of the text. */
  readonly unclosed: Bracket | null;
}

const KEYWORDS = new Map(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if import ' +
    'in is lambda nonlocal not or pass raise return try while with yield'
  )
    .split(' ')
    .map((word) => [word, word]),
);

const OPERATORS3 = new Map(['**=', '//=', '>>=', '<<=', '...'].map((text) => [text, text]));
const OPERATORS2 = new Map(
  '!= %= &= ** *= += -= -> // /= := << <= <> == >= >> @= ^= |='.split(' ').map((text) => [text, text]),
);
const OPERATORS1 = new Map([...'%&()*+,-./:;<=>@[]^{|}~!'].map((text) => [text, text]));

const MAX_NESTING = 200;
const MAX_INDENT = 100;
const MAX_FSTRING_NESTING = 150;
const MAX_FIELD_NESTING = 3;

interface FStringMode {
  readonly quote: string;
  readonly triple: boolean;
  readonly raw: boolean;
  readonly start: number;
  readonly line: number;
  /** Brackets open inside the replacement field, and the depth at which the current field began (-1: none). */
  depth: number;
  fieldDepth: number;
  inSpec: boolean;
  /** Reading literal text rather than an expression. */
  literal: boolean;
}

export function tokenize(source: SourceText): TokenStream {
  return new Tokenizer(source).run();
}

const TAB_SIZE = 8;

class Tokenizer {
  private readonly source: SourceText;
  private readonly text: string;
  private at = 0;
  private line = 1;
  private lineStart = 0;
  private readonly tokens: Token[] = [];
  private readonly brackets: Bracket[] = [];
  private readonly indents = [0];
  private readonly altIndents = [0];
  private readonly fstrings: FStringMode[] = [];
  private atLineStart = true;
  /** A NEWLINE is due only when the line has had a token. */
  private lineHasToken = false;

  constructor(source: SourceText) {
    this.source = source;
    this.text = source.text;
  }

  run(): TokenStream {
    let error: PySyntaxError | null = null;
    try {
      while (this.step());
    } catch (caught) {
      if (!(caught instanceof PySyntaxError)) throw caught;
      error = caught;
      this.push('ERROR', this.at, this.at, this.line, this.line);
    }
    return { tokens: this.tokens, error, unclosed: this.brackets.at(-1) ?? null };
  }

  private push(type: TokenType, start: number, end: number, line: number, endLine: number): void {
    const source = this.source;
    this.tokens.push({
      type,
      start,
      end,
      line,
      col: source.columnAt(line, start),
      endLine,
      endCol: source.columnAt(endLine, end),
      level: this.brackets.length,
    });
  }

  /** Error at the last character read, as tokenizer errors of CPython are placed. */
  private fail(message: string, end = this.at, kind: SyntaxErrorKind = 'SyntaxError'): never {
    const col = Math.max(this.source.columnAt(this.line, end) - 1, -1);
    throw this.error(message, this.line, col, col, kind);
  }

  private error(
    message: string,
    line: number,
    col: number,
    endCol = col,
    kind: SyntaxErrorKind = 'SyntaxError',
  ): PySyntaxError {
    return this.source.error(message, line, col, line, endCol, kind, 'token');
  }

  private newLine(): void {
    this.line++;
    this.lineStart = this.at;
  }

  /** Reads one token, or the indentation of a line; false at the end. */
  private step(): boolean {
    const mode = this.fstrings.at(-1);
    if (mode?.literal) return this.fstringText(mode);
    if (this.atLineStart) {
      this.atLineStart = false;
      this.indentation();
    }
    const text = this.text;
    for (;;) {
      const char = text.charCodeAt(this.at);
      if (char === 32 || char === 9 || char === 12) this.at++;
      else if (char === 35) {
        const end = text.indexOf('\n', this.at);
        this.at = end < 0 ? text.length : end;
      } else if (char === 92) this.continuation();
      else break;
    }
    if (this.at >= text.length) return this.endOfText();
    const start = this.at;
    const code = text.charCodeAt(start);
    if (code === 10) {
      this.at++;
      if (this.brackets.length > 0 || !this.lineHasToken) {
        this.newLine();
        if (this.brackets.length === 0) this.atLineStart = true;
        return true;
      }
      if (mode !== undefined && mode.fieldDepth >= 0 && this.brackets.length === 0) this.fail("f-string: expecting '}'");
      this.push('NEWLINE', start, this.at, this.line, this.line);
      this.newLine();
      this.atLineStart = true;
      this.lineHasToken = false;
      return true;
    }
    this.lineHasToken = true;
    if (isNameStart(code)) this.name(start);
    else if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(start + 1)))) this.number(start);
    else if (code === 34 || code === 39) this.string(start);
    else this.operator(start, mode);
    return true;
  }

  private endOfText(): boolean {
    const { at } = this;
    if (this.brackets.length > 0) {
      this.pushEnd('EOF');
      return false;
    }
    if (this.lineHasToken) this.push('NEWLINE', at, at, this.line, this.line);
    for (let depth = this.indents.length; depth > 1; depth--) this.pushEnd('DEDENT');
    this.pushEnd('EOF');
    return false;
  }

  /** The end of the text belongs to its last line, behind its line end. */
  private pushEnd(type: TokenType): void {
    const { at, source } = this;
    const line = this.lastLine();
    const whole = source.lineText(line) ?? '';
    const col = source.columnAt(line, at) + (whole.endsWith('\n') ? 0 : 1);
    this.tokens.push({ type, start: at, end: at, line, col, endLine: line, endCol: col, level: 0 });
  }

  private continuation(): void {
    this.at++;
    if (this.text.charCodeAt(this.at) !== 10) {
      if (this.at >= this.text.length) this.unexpectedEnd(this.at);
      const col = this.source.columnAt(this.line, this.at);
      throw this.source.error('unexpected character after line continuation character', this.line, col, this.line, -1);
    }
    if (this.at + 1 >= this.text.length) {
      if (this.source.origin === 'line' && this.source.endsInLine) {
        const col = this.source.columnAt(this.line, this.at);
        throw this.source.error('unexpected character after line continuation character', this.line, col - 1, this.line, -1);
      }
      this.unexpectedEnd(this.at + 1);
    }
    this.at++;
    this.newLine();
  }

  private unexpectedEnd(at: number): never {
    const col = this.source.columnAt(this.line, at) - 1;
    throw this.source.error('unexpected EOF while parsing', this.line, col, this.line, -2);
  }

  private indentation(): void {
    const text = this.text;
    let column = 0;
    let altColumn = 0;
    let continued = -1;
    for (;;) {
      const char = text.charCodeAt(this.at);
      if (char === 32) {
        column++;
        altColumn++;
      } else if (char === 9) {
        column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE;
        altColumn += 1;
      } else if (char === 12) {
        column = 0;
        altColumn = 0;
      } else if (char === 92 && text.charCodeAt(this.at + 1) === 10) {
        // A backslash in the indentation: the indent of the first line counts.
        if (continued < 0) continued = column;
        if (this.at + 2 >= text.length) this.unexpectedEnd(this.at + 2);
        this.at += 2;
        this.newLine();
        continue;
      } else break;
      this.at++;
    }
    const char = text.charCodeAt(this.at);
    if (char === 35 || char === 10 || this.at >= text.length) return;
    if (continued >= 0) {
      column = continued;
      altColumn = continued;
    }
    const top = this.indents.at(-1)!;
    if (column === top) {
      if (altColumn !== this.altIndents.at(-1)) this.tabError();
    } else if (column > top) {
      if (this.indents.length >= MAX_INDENT) this.tooDeep();
      if (altColumn <= this.altIndents.at(-1)!) this.tabError();
      this.indents.push(column);
      this.altIndents.push(altColumn);
      this.push('INDENT', this.at, this.at, this.line, this.line);
    } else {
      while (this.indents.length > 1 && column < this.indents.at(-1)!) {
        this.indents.pop();
        this.altIndents.pop();
        this.push('DEDENT', this.at, this.at, this.line, this.line);
      }
      if (column !== this.indents.at(-1)) {
        while (this.tokens.at(-1)?.type === 'DEDENT') this.tokens.pop();
        const end = this.lineStart + this.source.lineText(this.line)!.replace(/\n$/, '').length;
        const col = this.source.columnAt(this.line, end);
        const message = 'unindent does not match any outer indentation level';
        throw this.source.error(message, this.line, col, this.line, -2, 'IndentationError');
      }
      if (altColumn !== this.altIndents.at(-1)) this.tabError();
    }
  }

  private tooDeep(): never {
    const col = this.source.columnAt(this.line, this.at) - 1;
    throw this.source.error('too many levels of indentation', this.line, col, this.line, col, 'IndentationError');
  }

  private tabError(): never {
    const message = 'inconsistent use of tabs and spaces in indentation';
    throw this.source.error(message, this.line, 0, this.line, -1, 'TabError');
  }

  private name(start: number): void {
    const text = this.text;
    let at = start + 1;
    let code = text.charCodeAt(start);
    let ascii = code < 128;
    for (;;) {
      code = text.charCodeAt(at);
      if (code >= 128) ascii = false;
      else if (!isNamePart(code)) break;
      at++;
    }
    const next = text.charCodeAt(at);
    if ((next === 34 || next === 39) && at - start <= 2) {
      const prefix = text.slice(start, at).toLowerCase();
      if (prefix === 'f' || prefix === 'fr' || prefix === 'rf') {
        this.at = at;
        this.fstringStart(start, prefix.length === 2);
        return;
      }
      if (prefix === 'r' || prefix === 'b' || prefix === 'u' || prefix === 'br' || prefix === 'rb') {
        this.at = at;
        this.string(start);
        return;
      }
    }
    this.at = at;
    const word = text.slice(start, at);
    if (!ascii) this.verifyIdentifier(word, start);
    this.push(KEYWORDS.get(word) ?? 'NAME', start, at, this.line, this.line);
  }

  private verifyIdentifier(word: string, start: number): void {
    let index = 0;
    for (const char of word) {
      const valid = index === 0 ? /^[\p{XID_Start}_]$/u.test(char) : /^\p{XID_Continue}$/u.test(char);
      if (!valid) {
        this.at = start + index + char.length;
        const code = char.codePointAt(0)!;
        const hex = code.toString(16).toUpperCase().padStart(4, '0');
        const printable = !/^[\p{C}\p{Z}]$/u.test(char);
        const column = this.source.columnAt(this.line, start + index);
        const message = printable ? `invalid character '${char}' (U+${hex})` : `invalid non-printable character U+${hex}`;
        throw this.error(message, this.line, column);
      }
      index += char.length;
    }
  }

  // ---- numbers

  private digits(isValid: (code: number) => boolean, what: string): void {
    const text = this.text;
    for (;;) {
      while (isValid(text.charCodeAt(this.at))) this.at++;
      if (text.charCodeAt(this.at) !== 95) return;
      this.at++;
      const next = text.charCodeAt(this.at);
      if (isValid(next)) continue;
      if (isDigit(next)) this.badDigit(next, what);
      this.badNumberEnd(what);
    }
  }

  /** After `_` without a digit: CPython points at the character that is not one. */
  private badNumberEnd(what: string): never {
    this.fail(`invalid ${what} literal`);
  }

  private number(start: number): void {
    const text = this.text;
    const second = text.charCodeAt(start + 1) | 32;
    if (text.charCodeAt(start) === 48 && (second === 120 || second === 111 || second === 98)) {
      this.at = start + 2;
      if (second === 120) this.radix(isHexDigit, 'hexadecimal');
      else if (second === 111) this.radix(isOctalDigit, 'octal');
      else this.radix(isBinaryDigit, 'binary');
    } else this.decimal(start);
    this.push('NUMBER', start, this.at, this.line, this.line);
  }

  private radix(isValid: (code: number) => boolean, what: string): void {
    const text = this.text;
    if (text.charCodeAt(this.at) === 95) this.at++;
    const first = text.charCodeAt(this.at);
    if (!isValid(first)) {
      if (isDigit(first)) this.badDigit(first, what);
      this.badNumberEnd(what);
    }
    this.digits(isValid, what);
    const next = text.charCodeAt(this.at);
    if (isDigit(next)) this.badDigit(next, what);
    this.verifyNumberEnd(what);
  }

  private badDigit(code: number, what: string): never {
    this.at++;
    this.fail(`invalid digit '${String.fromCharCode(code)}' in ${what} literal`);
  }

  private decimal(start: number): void {
    const text = this.text;
    this.digits(isDigit, 'decimal');
    const integerEnd = this.at;
    let isFloat = false;
    if (text.charCodeAt(this.at) === 46) {
      isFloat = true;
      this.at++;
      if (isDigit(text.charCodeAt(this.at))) this.digits(isDigit, 'decimal');
    }
    if ((text.charCodeAt(this.at) | 32) === 101) {
      const sign = text.charCodeAt(this.at + 1);
      const digit = sign === 43 || sign === 45 ? text.charCodeAt(this.at + 2) : sign;
      if (isDigit(digit)) {
        isFloat = true;
        this.at += sign === digit ? 1 : 2;
        this.digits(isDigit, 'decimal');
      } else if (sign === 43 || sign === 45) {
        this.at += 2;
        this.fail('invalid decimal literal');
      } else {
        this.verifyNumberEnd('decimal');
        return;
      }
    }
    if ((text.charCodeAt(this.at) | 32) === 106) {
      this.at++;
      this.verifyNumberEnd('imaginary');
      return;
    }
    if (!isFloat && text.charCodeAt(start) === 48 && /[1-9]/.test(text.slice(start, integerEnd))) {
      const message = 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';
      let zeros = start;
      while (text.charCodeAt(zeros) === 48 || text.charCodeAt(zeros) === 95) zeros++;
      const from = this.source.columnAt(this.line, start);
      throw this.error(message, this.line, from, this.source.columnAt(this.line, zeros));
    }
    this.verifyNumberEnd('decimal');
  }

  private verifyNumberEnd(what: string): void {
    const rest = this.text.slice(this.at, this.at + 4);
    const code = this.text.charCodeAt(this.at);
    if (!isNameStart(code)) return;
    if (/^(and|else|for|if|in|is|not|or)/.test(rest)) {
      const message = `invalid ${what} literal`;
      const [line, col] = [this.line, this.source.columnAt(this.line, this.at) - 1];
      const asError = () => this.source.error(message, line, col, line, col, 'SyntaxError', 'token');
      this.source.warn('SyntaxWarning', message, line, asError);
      return;
    }
    if (code < 128) {
      this.at++;
      // CPython backs up over the offending character before it reports.
      this.fail(`invalid ${what} literal`, this.at - 1);
    }
  }

  // ---- strings

  private string(start: number): void {
    const text = this.text;
    const quote = text[this.at]!;
    const line = this.line;
    const triple = text[this.at + 1] === quote && text[this.at + 2] === quote;
    let at = this.at + (triple ? 3 : 1);
    const quoteCode = quote.charCodeAt(0);
    let escapedQuote = false;
    for (;;) {
      const code = text.charCodeAt(at);
      if (at >= text.length || (code === 10 && !triple)) {
        const detected = at >= text.length ? Math.min(this.line, this.lastLine()) : this.line;
        this.unterminated(start, quote, line, detected, triple, escapedQuote);
      }
      if (code === quoteCode) {
        if (!triple) {
          at++;
          break;
        }
        if (text[at + 1] === quote && text[at + 2] === quote) {
          at += 3;
          break;
        }
      } else if (code === 92) {
        at++;
        if (text.charCodeAt(at) === quoteCode) escapedQuote = true;
        if (text.charCodeAt(at) === 10) {
          this.at = at + 1;
          this.newLine();
        }
      } else if (code === 10) {
        this.at = at + 1;
        this.newLine();
      }
      at++;
    }
    this.at = at;
    this.push('STRING', start, at, line, this.line);
  }

  private lastLine(): number {
    const lines = this.source.lineStarts.length;
    return this.text.endsWith('\n') ? lines - 1 : lines;
  }

  private unterminated(
    start: number,
    quote: string,
    line: number,
    detected: number,
    triple: boolean,
    escapedQuote: boolean,
  ): never {
    const what = triple ? 'unterminated triple-quoted string literal' : 'unterminated string literal';
    const hint = escapedQuote && !triple ? '; perhaps you escaped the end quote?' : '';
    const col = this.source.columnAt(line, start);
    const mode = this.fstrings.at(-1);
    // Quotes like those of the f-string around it: its field was not closed.
    if (mode !== undefined && mode.quote === quote && mode.triple === triple) {
      throw this.error("f-string: expecting '}'", line, col);
    }
    throw this.error(`${what} (detected at line ${detected})${hint}`, line, col);
  }

  // ---- f-strings

  private fstringStart(start: number, raw: boolean): void {
    const text = this.text;
    const quote = text[this.at]!;
    const triple = text[this.at + 1] === quote && text[this.at + 2] === quote;
    this.at += triple ? 3 : 1;
    if (this.fstrings.length >= MAX_FSTRING_NESTING) this.fail('too many nested f-strings');
    this.push('FSTRING_START', start, this.at, this.line, this.line);
    this.fstrings.push({ quote, triple, raw, start, line: this.line, depth: 0, fieldDepth: -1, inSpec: false, literal: true });
  }

  /** Literal text up to a field, the end of a format spec, or the closing quotes. */
  private fstringText(mode: FStringMode): boolean {
    const text = this.text;
    const start = this.at;
    const line = this.line;
    const inSpec = mode.inSpec;
    for (;;) {
      if (this.at >= text.length) this.fstringUnterminated(mode);
      const char = text[this.at]!;
      if (char === '\n') {
        if (!mode.triple) {
          if (!inSpec) this.fstringUnterminated(mode);
          mode.literal = false;
          break;
        }
        this.at++;
        this.newLine();
      } else if (char === mode.quote && (!mode.triple || text.startsWith(mode.quote.repeat(3), this.at))) {
        if (this.at > start) this.push('FSTRING_MIDDLE', start, this.at, line, this.line);
        const quotes = this.at;
        this.at += mode.triple ? 3 : 1;
        this.push('FSTRING_END', quotes, this.at, this.line, this.line);
        this.fstrings.pop();
        return true;
      } else if (char === '{') {
        if (text[this.at + 1] === '{' && !inSpec) this.at += 2;
        else {
          mode.literal = false;
          mode.fieldDepth++;
          if (mode.fieldDepth >= MAX_FIELD_NESTING) this.fail('f-string: expressions nested too deeply');
          break;
        }
      } else if (char === '}') {
        if (text[this.at + 1] === '}' && !inSpec && mode.depth === 0) this.at += 2;
        else {
          mode.literal = false;
          break;
        }
      } else if (char === '\\') {
        this.at++;
        const next = text[this.at];
        if (next === '\n') {
          this.at++;
          this.newLine();
        } else if (next === '{' || next === '}') {
          // Not an escape: the brace is read again as itself.
        } else if (next === 'N' && !mode.raw && text[this.at + 1] === '{') {
          const close = text.indexOf('}', this.at);
          const end = text.indexOf('\n', this.at);
          if (close >= 0 && (end < 0 || close < end)) this.at = close + 1;
          else this.at += 2;
        } else this.at++;
      } else this.at++;
    }
    if (this.at > start) this.push('FSTRING_MIDDLE', start, this.at, line, this.line);
    return true;
  }

  private fstringUnterminated(mode: FStringMode): never {
    const what = mode.triple ? 'unterminated triple-quoted f-string literal' : 'unterminated f-string literal';
    const detected = mode.triple ? this.lastLine() : this.line;
    const col = this.source.columnAt(mode.line, mode.start);
    throw this.error(`${what} (detected at line ${detected})`, mode.line, col);
  }

  // ---- operators

  private operator(start: number, mode: FStringMode | undefined): void {
    const text = this.text;
    const char = text[start]!;
    const inField = mode !== undefined && mode.fieldDepth >= 0;
    if (inField && char === ':' && mode.depth - 1 === mode.fieldDepth) {
      this.at++;
      mode.literal = true;
      mode.inSpec = true;
      this.push(':', start, this.at, this.line, this.line);
      return;
    }
    const type = operatorAt(text, start, char);
    if (type === undefined) {
      this.strangeCharacter(start);
      return;
    }
    if (char === '(' || char === '[' || char === '{') {
      if (this.brackets.length >= MAX_NESTING) {
        this.at++;
        this.fail('too many nested parentheses');
      }
      this.push(char, start, start + 1, this.line, this.line);
      const isField = char === '{' && mode !== undefined && mode.depth === mode.fieldDepth;
      this.brackets.push({ char, line: this.line, col: this.source.columnAt(this.line, start), isField });
      if (mode !== undefined) mode.depth++;
      this.at++;
      return;
    }
    if (char === ')' || char === ']' || char === '}') {
      this.at++;
      this.close(char, mode);
      this.push(char, start, this.at, this.line, this.line);
      return;
    }
    this.at += type.length;
    this.push(type, start, this.at, this.line, this.line);
  }

  private close(char: string, mode: FStringMode | undefined): void {
    if (mode !== undefined && mode.depth === 0 && char === '}') this.fail("f-string: single '}' is not allowed");
    const open = this.brackets.pop();
    if (open === undefined) this.fail(`unmatched '${char}'`);
    if (open.char + char !== '()' && open.char + char !== '[]' && open.char + char !== '{}') {
      if (mode !== undefined && open.char === '{' && mode.depth - 1 === mode.fieldDepth) {
        this.fail(`f-string: unmatched '${char}'`);
      }
      const where = open.line === this.line ? '' : ` on line ${open.line}`;
      this.fail(`closing parenthesis '${char}' does not match opening parenthesis '${open.char}'${where}`);
    }
    if (mode === undefined) return;
    mode.depth--;
    if (mode.depth < 0) this.fail(`f-string: unmatched '${char}'`);
    if (char === '}' && mode.depth === mode.fieldDepth) {
      mode.fieldDepth--;
      mode.literal = true;
      // A nested field inside a format spec returns to that spec.
      mode.inSpec = mode.fieldDepth >= 0;
    }
  }

  private strangeCharacter(start: number): void {
    const code = this.text.codePointAt(start)!;
    const char = String.fromCodePoint(code);
    this.at += char.length;
    if (code < 32 || code === 127) {
      const hex = code.toString(16).toUpperCase().padStart(4, '0');
      this.fail(`invalid non-printable character U+${hex}`);
    }
    // `$`, `?` and `` ` ``: tokens that no rule takes.
    this.push(`stray ${char}`, start, this.at, this.line, this.line);
  }
}

/** The longest operator that starts here. */
function operatorAt(text: string, start: number, char: string): string | undefined {
  // Longer ones continue with one of `= > < * / .`.
  const next = text.charCodeAt(start + 1);
  if (next !== 61 && next !== 62 && next !== 60 && next !== 42 && next !== 47 && next !== 46) return OPERATORS1.get(char);
  return OPERATORS3.get(text.slice(start, start + 3)) ?? OPERATORS2.get(text.slice(start, start + 2)) ?? OPERATORS1.get(char);
}

function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128;
}

function isNamePart(code: number): boolean {
  return isNameStart(code) || isDigit(code);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isHexDigit(code: number): boolean {
  return isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 102);
}

function isOctalDigit(code: number): boolean {
  return code >= 48 && code <= 55;
}

function isBinaryDigit(code: number): boolean {
  return code === 48 || code === 49;
}
