import type { ExceptHandler, Expr, Keyword, Located, MatchCase, Stmt, WithItem } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { expressionName, invalidTarget } from './invalid.ts';
import { callArguments } from './parse-calls.ts';
import { forTarget } from './parse-displays.ts';
import { expression, namedExpression, starExpressions, starNamedExpression } from './parse-expressions.ts';
import { identifier, starredBitwise, tupleOf } from './parse-names.ts';
import { parameters } from './parse-parameters.ts';
import { patterns } from './parse-patterns.ts';
import { simpleStatement } from './parse-simple-statements.ts';
import { typeParameters } from './parse-type-parameters.ts';
import type { Token } from './tokenize.ts';

/** Statements of the grammar. Each rule leaves the cursor behind what it read; NO_MATCH where the text is something else. */

/** The statements of a file, up to its end. */
export function fileBody(p: Cursor): Stmt[] {
  const body: Stmt[] = [];
  while (!p.at('EOF')) statement(p, body);
  return body;
}

/** One interactive statement: what `compile(…, 'single')` takes. */
export function interactiveBody(p: Cursor): Stmt[] {
  const body: Stmt[] = [];
  if (p.accept('NEWLINE')) return [{ ...p.span(p.last), kind: 'Pass' }];
  const compound = isCompound(p);
  statement(p, body);
  if (compound) p.accept('NEWLINE');
  return body;
}

function statement(p: Cursor, out: Stmt[]): void {
  const compound = compoundStatement(p);
  if (compound !== null) out.push(compound);
  else simpleStatements(p, out);
}

function simpleStatements(p: Cursor, out: Stmt[]): void {
  out.push(simpleStatement(p));
  while (p.accept(';')) {
    if (p.at('NEWLINE')) break;
    out.push(simpleStatement(p));
  }
  p.expect('NEWLINE');
}

/** A suite: an indented block, or simple statements on the same line. `what` names the header for the error. */
function block(p: Cursor, what: string, header: Token): Stmt[] {
  const body: Stmt[] = [];
  if (!p.accept('NEWLINE')) {
    simpleStatements(p, body);
    return body;
  }
  if (!p.at('INDENT')) {
    if (p.diagnosing) {
      throw p.indentationError(`expected an indented block after ${what} on line ${header.line}`);
    }
    p.fail();
  }
  p.next();
  while (!p.at('DEDENT') && !p.at('EOF')) statement(p, body);
  p.accept('DEDENT');
  return body;
}

// ---- compound statements

const COMPOUND = new Set(['if', 'while', 'for', 'try', 'with', 'def', 'class', '@', 'async']);

function isCompound(p: Cursor): boolean {
  return COMPOUND.has(p.token.type) || p.atWord('match');
}

function compoundStatement(p: Cursor): Stmt | null {
  const start = p.token;
  switch (start.type) {
    case 'if':
      return ifStatement(p);
    case 'while':
      return whileStatement(p);
    case 'for':
      return forStatement(p, start, false);
    case 'try':
      return tryStatement(p);
    case 'with':
      return withStatement(p, start, false);
    case 'def':
      return functionDef(p, start, [], false);
    case 'class':
      return classDef(p, []);
    case '@':
      return decorated(p);
    case 'async':
      return asyncStatement(p, []);
    case 'NAME':
      return p.atWord('match') ? matchStatement(p) : null;
    default:
      return null;
  }
}

function asyncStatement(p: Cursor, decorators: Expr[]): Stmt {
  const start = p.expect('async');
  if (p.at('def')) return functionDef(p, start, decorators, true);
  if (decorators.length > 0) p.fail();
  if (p.at('for')) return forStatement(p, start, true);
  if (p.at('with')) return withStatement(p, start, true);
  return p.fail();
}

function decorated(p: Cursor): Stmt {
  const decorators: Expr[] = [];
  while (p.accept('@')) {
    decorators.push(namedExpression(p));
    p.expect('NEWLINE');
  }
  if (p.at('class')) return classDef(p, decorators);
  if (p.at('async')) return asyncStatement(p, decorators);
  return functionDef(p, p.token, decorators, false);
}

function colon(p: Cursor): void {
  p.expectForced(':');
}

/** `':'` of a header whose rule says `expected ':'` only when the line ends there. */
function headerColon(p: Cursor): void {
  if (p.diagnosing && p.at('NEWLINE')) throw p.errorAtFurthest("expected ':'");
  p.expect(':');
}

function ifStatement(p: Cursor): Stmt {
  const start = p.expect('if');
  const test = namedExpression(p);
  headerColon(p);
  const body = block(p, "'if' statement", start);
  const first = { ...p.span(start), kind: 'If' as const, test, body, orelse: [] as Stmt[] };
  // elif is a loop: a chain of a thousand costs no host stack. The ends are set when the last block is known.
  const chain: { endLine: number; endCol: number; orelse: Stmt[] }[] = [first];
  let tail: { orelse: Stmt[] } = first;
  while (p.at('elif')) {
    const at = p.next();
    const elifTest = namedExpression(p);
    headerColon(p);
    const elifBody = block(p, "'elif' statement", at);
    const node = { ...p.span(at), kind: 'If' as const, test: elifTest, body: elifBody, orelse: [] as Stmt[] };
    tail.orelse = [node];
    tail = node;
    chain.push(node);
  }
  const otherwise = elseBlock(p);
  if (otherwise.length > 0) tail.orelse = otherwise;
  const end = endOf(otherwise.at(-1) ?? (chain.at(-1) as unknown as { body: Stmt[] }).body.at(-1)!);
  for (const node of chain) {
    node.endLine = end.endLine;
    node.endCol = end.endCol;
  }
  return first;
}

function endOf(node: Located): { endLine: number; endCol: number } {
  return { endLine: node.endLine, endCol: node.endCol };
}

/** A compound statement ends where its last statement ends, not at the DEDENT. */
function spanTo(start: Located, ...bodies: readonly (readonly Located[])[]): Located {
  let end = start;
  for (const body of bodies) end = body.at(-1) ?? end;
  return { line: start.line, col: start.col, endLine: end.endLine, endCol: end.endCol };
}

function elseBlock(p: Cursor): Stmt[] {
  const start = p.accept('else');
  if (start === null) return [];
  colon(p);
  const body = block(p, "'else' statement", start);
  return body;
}

function whileStatement(p: Cursor): Stmt {
  const start = p.expect('while');
  const test = namedExpression(p);
  headerColon(p);
  const body = block(p, "'while' statement", start);
  const orelse = elseBlock(p);
  return { ...spanTo(start, body, orelse), kind: 'While', test, body, orelse };
}

function forStatement(p: Cursor, start: Token, isAsync: boolean): Stmt {
  const keyword = p.expect('for');
  const target = forTarget(p);
  p.expect('in');
  const iter = starExpressions(p);
  headerColon(p);
  const body = block(p, "'for' statement", keyword);
  const orelse = elseBlock(p);
  return { ...spanTo(start, body, orelse), kind: 'For', target, iter, body, orelse, isAsync };
}

function withStatement(p: Cursor, start: Token, isAsync: boolean): Stmt {
  const keyword = p.expect('with');
  const items = p.attempt(parenthesizedItems) ?? withItems(p);
  if (p.hunting && p.at('NEWLINE')) throw p.errorAtFurthest("expected ':'");
  p.expect(':');
  const body = block(p, "'with' statement", keyword);
  return { ...spanTo(start, body), kind: 'With', items, body, isAsync };
}

function parenthesizedItems(p: Cursor): WithItem[] {
  p.expect('(');
  const items: WithItem[] = [];
  while (!p.at(')')) {
    items.push(withItem(p, ')'));
    if (!p.accept(',')) break;
  }
  p.expect(')');
  if (items.length === 0 || !(p.at(':') || (p.hunting && p.at('NEWLINE')))) p.fail();
  return items;
}

function withItems(p: Cursor): WithItem[] {
  const items = [withItem(p, ':')];
  while (p.accept(',')) items.push(withItem(p, ':'));
  return items;
}

function withItem(p: Cursor, close: string): WithItem {
  const contextExpr = expression(p);
  if (!p.at('as')) return { contextExpr, target: null };
  p.next();
  const start = p.index;
  const target = p.attempt((cursor) => {
    const node = cursor.at('*') ? starredBitwise(cursor) : bitwiseTarget(cursor);
    if (invalidTarget(node, 'assign') !== null) cursor.fail();
    const ends = cursor.at(',') || cursor.at(close) || cursor.at(':') || cursor.at(')');
    if (!ends && !(cursor.hunting && cursor.at('NEWLINE'))) cursor.fail();
    return node;
  });
  if (target !== null) return { contextExpr, target };
  if (p.hunting) {
    p.seek(start);
    const node = p.attempt(expression);
    if (node !== null && (p.at(',') || p.at(')') || p.at(':'))) {
      const bad = invalidTarget(node, 'assign');
      if (bad !== null) throw p.errorAt(`cannot assign to ${expressionName(bad)}`, bad);
    }
  }
  return p.fail();
}

function bitwiseTarget(p: Cursor): Expr {
  return expression(p);
}

function tryStatement(p: Cursor): Stmt {
  const start = p.expect('try');
  colon(p);
  const body = block(p, "'try' statement", start);
  const handlers: ExceptHandler[] = [];
  let isStar: boolean | null = null;
  while (p.at('except')) {
    const at = p.next();
    const star = p.accept('*') !== null;
    const mixed = isStar !== null && star !== isStar && !(star && p.at(':'));
    if (mixed && !p.diagnosing) p.fail();
    if (mixed && p.hunting) refuseMixture(p, at);
    handlers.push(exceptHandler(p, at, star));
    if (mixed) p.fail();
    isStar = star;
  }
  let orelse: Stmt[] = [];
  if (handlers.length > 0) orelse = elseBlock(p);
  let finalbody: Stmt[] = [];
  const final = p.accept('finally');
  if (final !== null) {
    colon(p);
    finalbody = block(p, "'finally' statement", final);
  }
  if (handlers.length === 0 && final === null) {
    if (p.diagnosing) throw p.errorAtFurthest("expected 'except' or 'finally' block");
    p.fail();
  }
  const span = spanTo(start, body, handlers, orelse, finalbody);
  return { ...span, kind: 'Try', body, handlers, orelse, finalbody, isStar: isStar ?? false };
}

/** `except` and `except*` in one statement, if the head of this one is complete. */
function refuseMixture(p: Cursor, at: Token): void {
  const { index, last } = p;
  const isWhole = p.attempt((cursor) => {
    if (!cursor.at(':')) {
      expression(cursor);
      if (cursor.accept('as')) identifier(cursor);
    }
    return cursor.at(':') ? true : cursor.fail();
  });
  if (isWhole !== null) throw p.errorBetween("cannot have both 'except' and 'except*' on the same 'try'", at, last);
  p.seek(index);
}

function exceptHandler(p: Cursor, start: Token, star: boolean): ExceptHandler {
  const what = star ? "'except*' statement" : "'except' statement";
  let type: Expr | null = null;
  let bound: string | null = null;
  if (!p.at(':')) {
    if (p.diagnosing && p.at('NEWLINE')) {
      throw p.errorAtFurthest(star ? 'expected one or more exception types' : "expected ':'");
    }
    type = expression(p);
    if (p.hunting && p.at(',')) {
      p.next();
      const more = p.attempt((cursor) => {
        tupleOf(cursor, expression);
        if (cursor.accept('as')) identifier(cursor);
        return cursor.at(':') ? true : cursor.fail();
      });
      if (more !== null) {
        throw p.errorFrom('multiple exception types must be parenthesized', type);
      }
      p.fail();
    }
    if (p.accept('as')) bound = identifier(p);
  } else if (star) {
    if (p.diagnosing) throw p.errorAtFurthest('expected one or more exception types');
    p.fail();
  }
  if (p.diagnosing && p.at('NEWLINE')) throw p.errorAtFurthest("expected ':'");
  p.expect(':');
  const body = block(p, what, start);
  return { ...spanTo(start, body), type, name: bound, body };
}

function matchStatement(p: Cursor): Stmt | null {
  const { index } = p;
  const start = p.next();
  const subject = p.attempt(matchSubject);
  if (subject === null || !p.at(':') || p.peek(1).type !== 'NEWLINE') {
    if (subject !== null && p.hunting && p.at('NEWLINE')) throw p.errorAtFurthest("expected ':'");
    p.seek(index);
    return null;
  }
  p.next();
  p.next();
  if (!p.at('INDENT')) {
    if (p.diagnosing) {
      throw p.indentationError(`expected an indented block after 'match' statement on line ${start.line}`);
    }
    p.seek(index);
    return null;
  }
  if (!(p.peek(1).type === 'NAME' && p.textOf(p.peek(1)) === 'case')) {
    p.seek(index);
    return null;
  }
  p.next();
  const cases: MatchCase[] = [];
  while (p.atWord('case')) cases.push(caseBlock(p));
  p.expect('DEDENT');
  return { ...spanTo(start, cases.at(-1)!.body), kind: 'Match', subject, cases };
}

function matchSubject(p: Cursor): Expr {
  const start = p.token;
  const first = starNamedExpression(p);
  if (!p.at(',')) {
    if (first.kind === 'Starred') p.fail();
    return first;
  }
  const elts = [first];
  while (p.accept(',')) {
    if (p.at(':')) break;
    elts.push(starNamedExpression(p));
  }
  return { ...p.span(start), kind: 'Tuple', elts };
}

function caseBlock(p: Cursor): MatchCase {
  const start = p.next();
  const pattern = patterns(p);
  const guard = p.accept('if') ? namedExpression(p) : null;
  if (p.hunting && p.at('NEWLINE')) throw p.errorAtFurthest("expected ':'");
  p.expect(':');
  const body = block(p, "'case' statement", start);
  return { pattern, guard, body };
}

function functionDef(p: Cursor, start: Token, decorators: Expr[], isAsync: boolean): Stmt {
  const keyword = p.expect('def');
  const functionName = identifier(p);
  const typeParams = p.attempt(typeParameters) ?? [];
  p.expectForced('(', "'('");
  const args = parameters(p, 'def');
  p.expect(')');
  const returns = p.attempt(returnAnnotation);
  colon(p);
  const body = block(p, 'function definition', keyword);
  return {
    ...spanTo(start, body),
    kind: 'FunctionDef',
    name: functionName,
    args,
    body,
    decorators,
    returns,
    typeParams,
    isAsync,
  };
}

function returnAnnotation(p: Cursor): Expr {
  p.expect('->');
  return expression(p);
}

function classDef(p: Cursor, decorators: Expr[]): Stmt {
  const start = p.expect('class');
  const className = identifier(p);
  const typeParams = p.at('[') ? typeParameters(p) : [];
  let bases: Expr[] = [];
  let keywords: Keyword[] = [];
  if (p.at('(')) {
    const open = p.next();
    const found = callArguments(p, open, false);
    p.expect(')');
    bases = found.args;
    keywords = found.keywords;
  }
  if (p.hunting && p.at('NEWLINE')) throw p.errorAtFurthest("expected ':'");
  p.expect(':');
  const body = block(p, 'class definition', start);
  return { ...spanTo(start, body), kind: 'ClassDef', name: className, bases, keywords, body, decorators, typeParams };
}
