import type { Alias, BinaryOperator, Expr, Stmt } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { expressionName, invalidTarget } from './invalid.ts';
import {
  expression,
  primary,
  starExpressions,
  starNamedExpression,
  yieldExpression,
  yieldOrStarExpressions,
} from './parse-expressions.ts';
import { identifier, name, startsExpression } from './parse-names.ts';
import { typeParameters } from './parse-type-parameters.ts';
import type { Token } from './tokenize.ts';

/** Statements that fit a line: assignments, imports, and those that are a keyword and its operands. */

export function simpleStatement(p: Cursor): Stmt {
  const start = p.token;
  switch (start.type) {
    case 'pass':
      p.next();
      return { ...p.span(start), kind: 'Pass' };
    case 'break':
      p.next();
      return { ...p.span(start), kind: 'Break' };
    case 'continue':
      p.next();
      return { ...p.span(start), kind: 'Continue' };
    case 'return': {
      p.next();
      const value = startsExpression(p) ? starExpressions(p) : null;
      return { ...p.span(start), kind: 'Return', value };
    }
    case 'raise':
      return raiseStatement(p);
    case 'global':
    case 'nonlocal': {
      p.next();
      const names = [identifier(p)];
      while (p.accept(',')) names.push(identifier(p));
      return { ...p.span(start), kind: start.type === 'global' ? 'Global' : 'Nonlocal', names };
    }
    case 'del':
      return deleteStatement(p);
    case 'assert': {
      p.next();
      const test = expression(p);
      const msg = p.accept(',') ? expression(p) : null;
      return { ...p.span(start), kind: 'Assert', test, msg };
    }
    case 'import':
      return importStatement(p);
    case 'from':
      return importFrom(p);
    case 'NAME':
      if (p.peek(1).type === 'NAME' && p.atWord('type')) return typeAlias(p);
      return expressionStatement(p);
    default:
      return expressionStatement(p);
  }
}

function raiseStatement(p: Cursor): Stmt {
  const start = p.expect('raise');
  if (!startsExpression(p)) return { ...p.span(start), kind: 'Raise', exc: null, cause: null };
  const exc = expression(p);
  const cause = p.accept('from') ? expression(p) : null;
  return { ...p.span(start), kind: 'Raise', exc, cause };
}

function deleteStatement(p: Cursor): Stmt {
  const start = p.expect('del');
  const { index } = p;
  const targets = p.attempt((cursor) => {
    const found = [deleteTarget(cursor)];
    while (cursor.accept(',')) {
      if (cursor.at(';') || cursor.at('NEWLINE')) break;
      found.push(deleteTarget(cursor));
    }
    if (!cursor.at(';') && !cursor.at('NEWLINE')) cursor.fail();
    return found;
  });
  if (targets !== null) return { ...p.span(start), kind: 'Delete', targets };
  if (p.hunting) {
    p.seek(index);
    const node = p.attempt(starExpressions);
    const bad = node === null ? null : invalidTarget(node, 'delete');
    if (bad !== null) throw p.errorAt(`cannot delete ${expressionName(bad)}`, bad);
  }
  return p.fail();
}

function deleteTarget(p: Cursor): Expr {
  const node = primary(p);
  if (invalidTarget(node, 'delete') !== null) p.fail();
  return node;
}

function typeAlias(p: Cursor): Stmt {
  const start = p.next();
  const target = name(p);
  const typeParams = p.at('[') ? typeParameters(p) : [];
  p.expect('=');
  const value = expression(p);
  return { ...p.span(start), kind: 'TypeAlias', name: target, typeParams, value };
}

function dottedText(p: Cursor): string {
  let text = identifier(p);
  while (p.accept('.')) text += `.${identifier(p)}`;
  return text;
}

function importStatement(p: Cursor): Stmt {
  const start = p.expect('import');
  const names: Alias[] = [];
  do {
    const at = p.token;
    if (p.hunting && names.length === 0 && p.at('NEWLINE')) {
      throw p.errorFrom("Expected one or more names after 'import'", at);
    }
    const module = dottedText(p);
    const asName = p.accept('as') ? identifier(p) : null;
    names.push({ ...p.span(at), name: module, asName });
  } while (p.accept(','));
  if (p.hunting && p.at('from')) {
    p.next();
    if (p.attempt(dottedText) !== null) throw p.errorFrom("Did you mean to use 'from ... import ...' instead?", start);
  }
  return { ...p.span(start), kind: 'Import', names };
}

function importFrom(p: Cursor): Stmt {
  const start = p.expect('from');
  let level = 0;
  while (p.at('.') || p.at('...')) level += p.next().type.length;
  const module = p.at('NAME') ? dottedText(p) : null;
  if (module === null && level === 0) p.fail();
  p.expect('import');
  const names = importedNames(p);
  return { ...p.span(start), kind: 'ImportFrom', module, names, level };
}

function importedNames(p: Cursor): Alias[] {
  const star = p.accept('*');
  if (star !== null) return [{ ...p.span(star), name: '*', asName: null }];
  if (p.hunting && p.at('NEWLINE')) throw p.errorFrom("Expected one or more names after 'import'", p.token);
  const open = p.accept('(');
  const names: Alias[] = [];
  for (;;) {
    if (open !== null && names.length > 0 && p.at(')')) break;
    const at = p.token;
    const imported = identifier(p);
    const asName = p.accept('as') ? identifier(p) : null;
    names.push({ ...p.span(at), name: imported, asName });
    if (!p.at(',')) break;
    p.next();
    if (open === null && p.at('NEWLINE')) {
      if (p.hunting) {
        throw p.errorAtFurthest('trailing comma not allowed without surrounding parentheses');
      }
      p.fail();
    }
  }
  if (open !== null) p.expect(')');
  else if (!p.at('NEWLINE') && !p.at(';')) p.fail();
  return names;
}

// ---- expression statements and assignments

const AUGMENTED: ReadonlyMap<string, BinaryOperator> = new Map([
  ['+=', '+'],
  ['-=', '-'],
  ['*=', '*'],
  ['/=', '/'],
  ['//=', '//'],
  ['%=', '%'],
  ['**=', '**'],
  ['@=', '@'],
  ['<<=', '<<'],
  ['>>=', '>>'],
  ['&=', '&'],
  ['|=', '|'],
  ['^=', '^'],
]);

function expressionStatement(p: Cursor): Stmt {
  if (!p.hunting) return plainExpressionStatement(p);
  const { index } = p;
  const assignment = p.attempt((cursor) => {
    const node = plainExpressionStatement(cursor);
    return node.kind === 'Expr' ? cursor.fail() : node;
  });
  if (assignment !== null) return assignment;
  p.seek(index);
  invalidAssignment(p);
  p.seek(index);
  return plainExpressionStatement(p);
}

function plainExpressionStatement(p: Cursor): Stmt {
  const start = p.token;
  const first = yieldOrStarExpressions(p);
  if (p.at('=')) return assignment(p, start, first);
  if (p.at(':')) return annotatedAssignment(p, start, first);
  const op = AUGMENTED.get(p.token.type);
  if (op === undefined) {
    // A lone starred expression parses; the check refuses it.
    return { ...p.span(start), kind: 'Expr', value: first };
  }
  if (first.kind !== 'Name' && first.kind !== 'Attribute' && first.kind !== 'Subscript') p.fail();
  p.next();
  const value = yieldOrStarExpressions(p);
  return { ...p.span(start), kind: 'AugAssign', target: first, op, value };
}

function assignment(p: Cursor, start: Token, first: Expr): Stmt {
  const targets: Expr[] = [];
  let value = first;
  while (p.at('=')) {
    if (value.kind === 'Yield' || value.kind === 'YieldFrom' || invalidTarget(value, 'assign') !== null) p.fail();
    targets.push(value);
    p.next();
    value = yieldOrStarExpressions(p);
  }
  return { ...p.span(start), kind: 'Assign', targets, value };
}

function annotatedAssignment(p: Cursor, start: Token, target: Expr): Stmt {
  if (target.kind !== 'Name' && target.kind !== 'Attribute' && target.kind !== 'Subscript') p.fail();
  const simple = target.kind === 'Name' && start.type === 'NAME';
  p.next();
  const annotation = expression(p);
  const value = p.at('=') ? p.attempt(annotatedValue) : null;
  return { ...p.span(start), kind: 'AnnAssign', target, annotation, value, simple };
}

function annotatedValue(p: Cursor): Expr {
  p.expect('=');
  return yieldOrStarExpressions(p);
}

/** `star_named_expressions`. */
function namedRow(p: Cursor): true {
  starNamedExpression(p);
  while (p.accept(',')) if (p.attempt(starNamedExpression) === null) break;
  return true;
}

/** CPython's `invalid_assignment`, alternative by alternative. */
function invalidAssignment(p: Cursor): void {
  const { index } = p;
  const single = p.attempt(starNamedExpression);
  if (single !== null && (single.kind === 'List' || single.kind === 'Tuple') && annotationFollows(p)) {
    throw p.errorAt(`only single target (not ${expressionName(single)}) can be annotated`, single);
  }
  if (single !== null && p.at(',')) {
    const more = p.attempt((cursor) => {
      cursor.next();
      // One row of expressions after another, as the rule has it: a mistake in a later one is found here.
      while (cursor.attempt(namedRow) !== null);
      return annotationFollows(cursor) ? true : cursor.fail();
    });
    if (more !== null) throw p.errorAt('only single target (not tuple) can be annotated', single);
  }
  p.seek(index);
  const target = p.attempt(expression);
  if (target !== null && annotationFollows(p)) throw p.errorAt('illegal target for annotation', target);
  p.seek(index);
  for (;;) {
    if (p.at('yield')) {
      const value = p.attempt(yieldExpression);
      if (value !== null && p.at('=')) throw p.errorAt('assignment to yield expression not possible', value);
      break;
    }
    const value = p.attempt(starExpressions);
    if (value === null || !p.at('=')) break;
    const bad = invalidTarget(value, 'assign');
    if (bad !== null) throw p.errorAt(`cannot assign to ${expressionName(bad)}`, bad);
    p.next();
  }
  p.seek(index);
  const left = p.attempt(starExpressions);
  if (left !== null && AUGMENTED.has(p.token.type)) {
    p.next();
    if (p.attempt(yieldOrStarExpressions) !== null) {
      throw p.errorAt(`'${expressionName(left)}' is an illegal expression for augmented assignment`, left);
    }
  }
}

function annotationFollows(p: Cursor): boolean {
  if (!p.at(':')) return false;
  const { index } = p;
  p.next();
  const found = p.attempt(expression) !== null;
  p.seek(index);
  return found;
}
