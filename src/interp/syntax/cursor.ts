import type { Expr, Located } from './ast.ts';
import type { SourceText } from './source-text.ts';
import type { PySyntaxError, SyntaxErrorKind } from './syntax-error.ts';
import type { Token, TokenStream, TokenType } from './tokenize.ts';

/** Thrown where no rule matches; the parser's entry turns it into a SyntaxError. One object: a failure costs no stack trace. */
export const NO_MATCH = { noMatch: true } as const;

/** Rules for expressions, which the rules for their parts call: set once, so that files need not import each other in a circle. */
export interface ExpressionRules {
  expression(p: Cursor): Expr;
  namedExpression(p: Cursor): Expr;
  starNamedExpression(p: Cursor): Expr;
  yieldExpression(p: Cursor): Expr;
  yieldOrStarExpressions(p: Cursor): Expr;
  starExpressions(p: Cursor): Expr;
  assignmentExpression(p: Cursor): Expr;
  disjunction(p: Cursor): Expr;
  bitwiseOr(p: Cursor): Expr;
  primary(p: Cursor): Expr;
}

/**
 * A position in the token stream, and the state of one parse.
 *
 * A text is parsed once without any thought of errors. When that fails it is parsed again with `diagnosing` set, and the
 * rules then look for the mistakes that CPython has words for (the `invalid_` rules of its grammar).
 */
export class Cursor {
  readonly source: SourceText;
  readonly stream: TokenStream;
  readonly rules: ExpressionRules;
  private readonly tokens: Token[];
  index = 0;
  token: Token;
  /** The token consumed last. */
  last: Token;
  /** The furthest token looked at: where a generic error is reported. */
  furthest = 0;
  diagnosing = false;
  /** While set, the rules for mistakes stay silent (CPython's `_without_invalid`). */
  silent = false;
  /** Results by token index while diagnosing: without it nested brackets would cost exponential time. */
  readonly memo = new Map<number, { readonly node: Expr | null; readonly end: number }>();

  constructor(source: SourceText, stream: TokenStream, rules: ExpressionRules) {
    this.source = source;
    this.rules = rules;
    this.stream = stream;
    this.tokens = stream.tokens;
    this.token = this.tokens[0]!;
    this.last = this.token;
    this.check();
  }

  get hunting(): boolean {
    return this.diagnosing && !this.silent;
  }

  at(type: TokenType): boolean {
    return this.token.type === type;
  }

  /** The soft keyword or name `word`. */
  atWord(word: string): boolean {
    return this.token.type === 'NAME' && this.textOf(this.token) === word;
  }

  peek(ahead: number): Token {
    const index = Math.min(this.index + ahead, this.tokens.length - 1);
    if (index > this.furthest) this.furthest = index;
    return this.tokens[index]!;
  }

  tokenAt(index: number): Token {
    return this.tokens[index]!;
  }

  next(): Token {
    const token = this.token;
    this.last = token;
    this.index++;
    this.token = this.tokens[this.index] ?? token;
    if (this.index > this.furthest) this.furthest = this.index;
    this.check();
    return token;
  }

  accept(type: TokenType): Token | null {
    return this.token.type === type ? this.next() : null;
  }

  expect(type: TokenType): Token {
    if (this.token.type !== type) throw NO_MATCH;
    return this.next();
  }

  /** CPython's `&&`: a token whose absence is reported at once, but only while hunting. */
  expectForced(type: TokenType, what = `'${type}'`): Token {
    if (this.token.type === type) return this.next();
    if (this.diagnosing) throw this.errorAt(`expected ${what}`, this.token);
    throw NO_MATCH;
  }

  fail(): never {
    throw NO_MATCH;
  }

  seek(index: number): void {
    this.index = index;
    this.token = this.tokens[index]!;
    this.last = index > 0 ? this.tokens[index - 1]! : this.token;
  }

  /** Runs a rule; where it does not match, goes back and gives null. */
  attempt<T>(rule: (p: Cursor) => T): T | null {
    const { index } = this;
    try {
      return rule(this);
    } catch (thrown) {
      if (thrown !== NO_MATCH) throw thrown;
      this.seek(index);
      return null;
    }
  }

  /** `attempt` that always goes back. */
  lookahead<T>(rule: (p: Cursor) => T): T | null {
    const { index } = this;
    const result = this.attempt(rule);
    this.seek(index);
    return result;
  }

  /** Runs a rule with the hunt for mistakes off. */
  silently<T>(rule: (p: Cursor) => T): T {
    const before = this.silent;
    this.silent = true;
    try {
      return rule(this);
    } finally {
      this.silent = before;
    }
  }

  textOf(token: Token): string {
    return this.source.text.slice(token.start, token.end);
  }

  /** From `start` to the end of the last token consumed. */
  span(start: { readonly line: number; readonly col: number }): Located {
    const { last } = this;
    return { line: start.line, col: start.col, endLine: last.endLine, endCol: last.endCol };
  }

  errorAt(message: string, at: Located): PySyntaxError {
    return this.source.error(message, at.line, at.col, at.endLine, at.endCol);
  }

  errorBetween(message: string, from: Located, to: Located): PySyntaxError {
    return this.source.error(message, from.line, from.col, to.endLine, to.endCol);
  }

  /** From a token to the end of the last token fetched (RAISE_SYNTAX_ERROR_STARTING_FROM). */
  errorFrom(message: string, from: Located): PySyntaxError {
    // CPython leaves the end 0-based here.
    const end = this.tokens[Math.min(this.furthest, this.tokens.length - 1)]!;
    return this.source.error(message, from.line, from.col, end.endLine, end.endCol - 1);
  }

  /** At the last character of a node, with an unknown end. */
  errorAfter(message: string, node: Located): PySyntaxError {
    return this.source.error(message, node.line, node.endCol - 1, node.endLine, -1);
  }

  /** At the last token fetched, which is where the block should begin. */
  indentationError(message: string): PySyntaxError {
    return this.furthestError(message, 'IndentationError');
  }

  /** CPython's RAISE_SYNTAX_ERROR: at the last token fetched. */
  errorAtFurthest(message: string): PySyntaxError {
    return this.furthestError(message, 'SyntaxError');
  }

  private furthestError(message: string, kind: SyntaxErrorKind): PySyntaxError {
    const { type, start, line, col, endLine, endCol } = this.tokens[Math.min(this.furthest, this.tokens.length - 1)]!;
    // Tokens without text know their line and how far it had been read.
    if (type === 'EOF' || type === 'INDENT' || type === 'DEDENT') {
      // Behind the last line of a file nothing has been read.
      const isBehind = this.source.origin === 'file' && type !== 'INDENT' && start >= this.source.text.length;
      if (isBehind) return this.source.error(message, line, -1, line, -2, kind);
      return this.source.error(message, line, col - 1, line, -2, kind);
    }
    return this.source.error(message, line, col, endLine, endCol, kind);
  }

  unclosedError(): PySyntaxError {
    const open = this.stream.unclosed!;
    return this.source.error(`'${open.char}' was never closed`, open.line, open.col, open.line, -1);
  }

  private check(): void {
    if (this.token.type === 'ERROR') throw this.stream.error!;
    if (this.token.type === 'EOF' && this.stream.unclosed !== null) throw this.unclosedError();
  }
}
