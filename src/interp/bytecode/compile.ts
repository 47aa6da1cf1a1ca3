import type { Expression, Module } from '../syntax/ast.ts';
import { checkTree } from '../syntax/check.ts';
import { foldConstants } from '../syntax/fold.ts';
import { findFutures } from '../syntax/futures.ts';
import { type Parsed, parseExpression, parseModule, parseSingle } from '../syntax/parse.ts';
import { buildScopes } from '../syntax/scope-builder.ts';
import { PySyntaxError, type SyntaxWarningNote } from '../syntax/syntax-error.ts';
import type { CodeUnit } from './code-unit.ts';
import { compileBody } from './compile-definitions.ts';
import { compileExpr } from './compile-expressions.ts';
import { compileStmts } from './compile-statements.ts';
import { Compiler, type Visitors } from './compiler.ts';

/** Source text to code: parse, fold constants, resolve names, check, generate. All throw PySyntaxError. */

export interface CompileOptions {
  /** `from __future__ import annotations` is in force already, as for exec inside such a module. */
  readonly futureAnnotations?: boolean;
  /** The program's own file rather than a text. */
  readonly isFile?: boolean;
}

export interface Compiled {
  readonly code: CodeUnit;
  readonly warnings: SyntaxWarningNote[];
}

const visitors: Visitors = { expr: compileExpr, stmts: compileStmts };

/** A file, or the text of `exec`. */
export function compileModule(source: string | Uint8Array, filename: string, options: CompileOptions = {}): Compiled {
  return generate(parseModule(source, filename, options.isFile ? 'file' : 'text'), options);
}

/** One interactive statement, whose value is displayed. */
export function compileSingle(source: string | Uint8Array, filename: string, options: CompileOptions = {}): Compiled {
  return generate(parseSingle(source, filename), options);
}

/** The text of `eval`. */
export function compileExpression(source: string | Uint8Array, filename: string, options: CompileOptions = {}): Compiled {
  return generate(parseExpression(source, filename), options);
}

function generate(parsed: Parsed<Module | Expression>, options: CompileOptions): Compiled {
  const { tree, source, warnings } = parsed;
  try {
    const futures = findFutures(tree, source);
    const futureAnnotations = futures.annotations || (options.futureAnnotations ?? false);
    foldConstants(tree, futureAnnotations);
    const scopes = buildScopes(tree, source, futureAnnotations);
    checkTree(tree, scopes, source, futureAnnotations);
    const c = new Compiler(source, scopes, { futureAnnotations, interactive: tree.kind === 'Interactive' }, visitors);
    c.enter('module', '<module>', null, 1);
    if (tree.kind === 'Expression') {
      c.expr(tree.body);
      c.op('RETURN_VALUE', tree.body);
      return { code: c.leave(false), warnings };
    }
    compileBody(c, tree.body, { line: 1, col: 0, endLine: 1, endCol: 0 });
    return { code: c.leave(true), warnings };
  } catch (thrown) {
    if (thrown instanceof PySyntaxError) thrown.warnings = warnings;
    if (!(thrown instanceof RangeError)) throw thrown;
    throw new PySyntaxError('RecursionError', 'maximum recursion depth exceeded during compilation', {
      filename: source.filename,
      line: 0,
      column: 0,
      endLine: 0,
      endColumn: 0,
      text: null,
    });
  }
}
