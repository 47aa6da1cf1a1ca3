/** What CPython's SyntaxError carries, thrown by tokenizer, parser, checks and compiler alike. */

export type SyntaxErrorKind = 'SyntaxError' | 'IndentationError' | 'TabError' | 'MemoryError' | 'RecursionError' | 'ValueError';

/**
 * Who found it: tokenizer and parser know the text; what the compiler finds later CPython shows with a line only if it can
 * read the file again (so not for `exec` of a string). What it finds while it sorts out names stands in the attributes
 * of the exception, not in its `args`.
 */
export type SyntaxErrorStage = 'token' | 'parse' | 'names' | 'compile';

export interface SyntaxErrorPlace {
  readonly filename: string;
  /** 1-based; 0 = unknown. */
  readonly line: number;
  /** `offset` of CPython: 1-based, in code points. */
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The source line, with its line end if it has one; null when there is none to show. */
  readonly text: string | null;
  readonly stage?: SyntaxErrorStage;
}

/**
 * A program that is not Python. `message` is CPython 3.13's wording. Two kinds besides the SyntaxError family mirror what
 * CPython raises there: MemoryError when the parser's stack overflows, ValueError for null bytes.
 */
export class PySyntaxError extends Error {
  readonly kind: SyntaxErrorKind;
  readonly filename: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string | null;
  readonly stage: SyntaxErrorStage;
  /** What the compiler had warned of before it found the error. */
  warnings: readonly SyntaxWarningNote[] = [];

  constructor(kind: SyntaxErrorKind, message: string, place: SyntaxErrorPlace) {
    super(message);
    this.name = 'PySyntaxError';
    this.kind = kind;
    this.filename = place.filename;
    this.line = place.line;
    this.column = place.column;
    this.endLine = place.endLine;
    this.endColumn = place.endColumn;
    this.text = place.text;
    this.stage = place.stage ?? 'parse';
  }

  withoutLineEnd(): PySyntaxError {
    return new PySyntaxError(this.kind, this.message, { ...this, text: this.text?.replace(/\n$/, '') ?? null });
  }
}

/** A SyntaxWarning or DeprecationWarning the compiler gives; the caller decides what to do with it. */
export interface SyntaxWarningNote {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning';
  readonly message: string;
  readonly filename: string;
  readonly line: number;
  /** What CPython raises in its place where a filter makes an error of it. */
  readonly asError: () => PySyntaxError;
}
