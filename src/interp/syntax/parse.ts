import type { Expr, Expression, Module } from './ast.ts';
import { Cursor, NO_MATCH } from './cursor.ts';
import { expressionRules, starExpressions } from './parse-expressions.ts';
import { fileBody, interactiveBody } from './parse-statements.ts';
import { type SourceOrigin, SourceText } from './source-text.ts';
import { PySyntaxError, type SyntaxWarningNote } from './syntax-error.ts';
import { type Token, type TokenStream, tokenize } from './tokenize.ts';

/**
 * Source text to syntax tree: the whole grammar of Python 3.13.
 *
 * A recursive-descent parser of our own. Its errors are CPython's: when a text does not parse, it is parsed once more with
 * the rules for known mistakes switched on, and the most specific finding wins, in CPython's order of precedence.
 */

export interface Parsed<T> {
  readonly tree: T;
  readonly source: SourceText;
  /** Warnings the literals gave; checks and compiler add theirs. */
  readonly warnings: SyntaxWarningNote[];
}

/** Parses a file or an exec string. Throws PySyntaxError. */
export function parseModule(source: string | Uint8Array, filename: string, origin: SourceOrigin = 'text'): Parsed<Module> {
  return run(source, filename, origin, (p) => ({ kind: 'Module', body: fileBody(p) }));
}

/** Parses what `eval` takes: one expression. Throws PySyntaxError. */
export function parseExpression(source: string | Uint8Array, filename: string): Parsed<Expression> {
  return run(source, filename, 'line', (p) => ({ kind: 'Expression', body: evalBody(p) }));
}

/** Parses one interactive statement (`compile(…, 'single')`). Throws PySyntaxError. */
export function parseSingle(source: string | Uint8Array, filename: string): Parsed<Module> {
  return run(source, filename, 'line', (p) => {
    const body = interactiveBody(p);
    const end = p.last;
    while (p.accept('NEWLINE'));
    if (!p.at('EOF')) {
      throw p.errorAt('multiple statements found while compiling a single statement', end);
    }
    return { kind: 'Interactive', body };
  });
}

function evalBody(p: Cursor): Expr {
  if (p.at('*')) p.fail();
  const body = starExpressions(p);
  while (p.accept('NEWLINE'));
  p.expect('EOF');
  return body;
}

function run<T>(text: string | Uint8Array, filename: string, origin: SourceOrigin, rule: (p: Cursor) => T): Parsed<T> {
  const source = new SourceText(text, filename, origin);
  try {
    return parsed(source, rule);
  } catch (thrown) {
    if (thrown instanceof PySyntaxError) thrown.warnings = source.warnings;
    throw thrown;
  }
}

function parsed<T>(source: SourceText, rule: (p: Cursor) => T): Parsed<T> {
  const stream = tokenize(source);
  const cursor = new Cursor(source, stream, expressionRules);
  try {
    const tree = rule(cursor);
    source.parsed = true;
    return { tree, source, warnings: source.warnings };
  } catch (thrown) {
    if (thrown instanceof RangeError) throw parserOverflow(source);
    if (thrown instanceof PySyntaxError && thrown !== stream.error) throw prioritized(stream, thrown, cursor);
    if (thrown !== NO_MATCH) throw thrown;
  }
  throw diagnose(source, stream, cursor.furthest, rule);
}

/** Second pass: the error in CPython's words. */
function diagnose<T>(source: SourceText, stream: TokenStream, furthest: number, rule: (p: Cursor) => T): PySyntaxError {
  const last = stream.tokens[Math.min(furthest, stream.tokens.length - 1)]!;
  const { warnings } = source;
  const kept = warnings.length;
  const cursor = new Cursor(source, stream, expressionRules);
  cursor.diagnosing = true;
  // Where the rules for mistakes are off, CPython warns in this pass too.
  source.isMuted = () => cursor.hunting;
  let found: PySyntaxError | null = null;
  try {
    rule(cursor);
  } catch (thrown) {
    if (thrown instanceof RangeError) return parserOverflow(source);
    if (thrown instanceof PySyntaxError) found = thrown;
    else if (thrown !== NO_MATCH) throw thrown;
  }
  source.isMuted = () => false;
  // A literal that the first pass has read is not read again; what it did not reach is new.
  const first = warnings.slice(0, kept);
  const further = warnings
    .slice(kept)
    .filter((note) => !first.some((old) => old.line === note.line && old.message === note.message));
  warnings.splice(kept, Infinity, ...further);
  if (found !== null && found === stream.error) return found;
  if (found === null && (last.type === 'INDENT' || last.type === 'DEDENT')) {
    const message = last.type === 'INDENT' ? 'unexpected indent' : 'unexpected unindent';
    return source.error(message, last.line, last.col - 1, last.line, -2, 'IndentationError');
  }
  if (source.origin === 'line' && source.text === '') return source.error('invalid syntax', 0, -1, 0, -1);
  // The line end that a line lacks has no place.
  const isAdded = source.origin === 'line' && source.endsInLine && last.type === 'NEWLINE' && last.end >= source.text.length;
  const marker = last.type === 'EOF' || isAdded;
  const generic = (): PySyntaxError =>
    source.error('invalid syntax', last.line, marker ? -1 : last.col, last.endLine, marker ? -1 : last.endCol);
  cursor.furthest = Math.max(cursor.furthest, furthest);
  return prioritized(stream, found ?? generic(), cursor, found !== null);
}

/** An error of the parser, or what CPython reports instead: an error of the tokenizer further on, or a bracket left open. */
function prioritized(stream: TokenStream, error: PySyntaxError, cursor: Cursor, isSpecific = false): PySyntaxError {
  const { unclosed } = stream;
  const reached = stream.tokens[Math.min(cursor.furthest, stream.tokens.length - 1)]!;
  // Not so for mistakes inside the field of an f-string.
  const inField = isSpecific && insideField(stream.tokens, reached);
  if (stream.error?.stage === 'token' && !inField) return stream.error;
  const leftOpen = unclosed !== null && !unclosed.isField && reached.line > unclosed.line;
  const chosen = leftOpen ? cursor.unclosedError() : error;
  // A line the tokenizer has left behind is shown without its line end.
  return chosen.line < reached.line && chosen.stage === 'parse' ? chosen.withoutLineEnd() : chosen;
}

/** Whether a token stands between the start and the end of an f-string. */
function insideField(tokens: readonly Token[], token: Token): boolean {
  let depth = 0;
  for (const other of tokens) {
    if (other === token) break;
    if (other.type === 'FSTRING_START') depth++;
    else if (other.type === 'FSTRING_END') depth--;
  }
  return depth > 0 && token.type !== 'FSTRING_END';
}

function parserOverflow(source: SourceText): PySyntaxError {
  return new PySyntaxError('MemoryError', 'Parser stack overflowed - Python source too complex to parse', {
    filename: source.filename,
    line: 0,
    column: 0,
    endLine: 0,
    endColumn: 0,
    text: null,
  });
}
