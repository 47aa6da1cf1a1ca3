import type { BinaryOperator, CompareOperator, Expr, Lambda, UnaryOperator } from './ast.ts';
import type { Cursor, ExpressionRules } from './cursor.ts';
import { expressionName } from './invalid.ts';
import { numberConstant } from './literals.ts';
import { call, starValue } from './parse-calls.ts';
import { braces, listDisplay, parenthesized } from './parse-displays.ts';
import { identifier, name, starredBitwise, startsExpression, tupleOf } from './parse-names.ts';
import { parameters } from './parse-parameters.ts';
import { parseStrings } from './parse-strings.ts';
import type { Token } from './tokenize.ts';

/**
 * Expressions of the grammar (docs.python.org/3.13/reference/grammar.html), by precedence climbing: chains of operators,
 * attributes and calls are loops, so that their length costs no host stack.
 */

// ---- lists of expressions

/** `star_expressions`: one expression, or a tuple without parentheses. */
export function starExpressions(p: Cursor): Expr {
  return tupleOf(p, starExpression);
}

function starExpression(p: Cursor): Expr {
  if (p.at('*')) return starredBitwise(p);
  return expression(p);
}

/** `star_named_expression`: an element of a display. */
export function starNamedExpression(p: Cursor): Expr {
  if (p.at('*')) return starredBitwise(p);
  return namedExpression(p);
}

export function yieldExpression(p: Cursor): Expr {
  const start = p.expect('yield');
  if (p.accept('from')) {
    const value = expression(p);
    return { ...p.span(start), kind: 'YieldFrom', value };
  }
  const value = startsExpression(p) ? starExpressions(p) : null;
  return { ...p.span(start), kind: 'Yield', value };
}

export function yieldOrStarExpressions(p: Cursor): Expr {
  return p.at('yield') ? yieldExpression(p) : starExpressions(p);
}

// ---- named expressions

/** `named_expression`: `NAME := expression`, or an expression not followed by `:=`. */
export function namedExpression(p: Cursor): Expr {
  if (p.at('NAME') && p.peek(1).type === ':=') return assignmentExpression(p);
  if (p.hunting) invalidNamedExpression(p);
  const value = expression(p);
  if (p.at(':=')) p.fail();
  return value;
}

function assignmentExpression(p: Cursor): Expr {
  const target = name(p);
  p.expect(':=');
  // Past the name and `:=` there is no other reading.
  const value = p.diagnosing && !startsExpression(p) ? p.fail() : expression(p);
  return { ...p.span(target), kind: 'NamedExpr', target, value };
}

function invalidNamedExpression(p: Cursor): void {
  const { index } = p;
  const first = p.attempt(expression);
  if (first !== null && p.at(':=')) {
    p.next();
    if (p.attempt(expression) !== null) {
      throw p.errorAt(`cannot use assignment expressions with ${expressionName(first)}`, first);
    }
  }
  p.seek(index);
  const left = p.attempt(bitwiseOr);
  const isName = left?.kind === 'Name' && p.tokenAt(index).type === 'NAME';
  if (left !== null && p.at('=') && (isName || !startsDisplay(p, index))) {
    p.next();
    const right = p.attempt(bitwiseOr);
    if (right !== null && !p.at('=') && !p.at(':=')) {
      if (isName) {
        throw p.errorBetween("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", left, right);
      }
      throw p.errorAt(`cannot assign to ${expressionName(left)} here. Maybe you meant '==' instead of '='?`, left);
    }
  }
  p.seek(index);
}

/** Whether the text from a token on begins with a list, a tuple, a generator expression or a constant with a name. */
function startsDisplay(p: Cursor, index: number): boolean {
  const { type } = p.tokenAt(index);
  if (type === 'True' || type === 'False' || type === 'None') return true;
  if (type !== '(' && type !== '[') return false;
  const display = p.lookahead((from) => {
    from.seek(index);
    return atom(from);
  });
  return display?.kind === 'List' || display?.kind === 'Tuple' || display?.kind === 'GeneratorExp';
}

// ---- the ladder

const memoKinds = 2;

/** `expression`: conditional, lambda or disjunction. */
export function expression(p: Cursor): Expr {
  if (!p.hunting) return plainExpression(p);
  const key = p.index * memoKinds;
  const known = p.memo.get(key);
  if (known !== undefined) {
    if (known.node === null) p.fail();
    p.seek(known.end);
    return known.node;
  }
  const { index } = p;
  invalidExpression(p);
  p.seek(index);
  invalidLegacyExpression(p);
  p.seek(index);
  const node = p.attempt(plainExpression);
  p.memo.set(key, { node, end: p.index });
  if (node === null) p.fail();
  return node;
}

function plainExpression(p: Cursor): Expr {
  if (p.at('lambda')) return lambda(p);
  const start = p.token;
  const body = disjunction(p);
  if (!p.at('if')) return body;
  const before = p.index;
  p.next();
  const test = p.attempt(disjunction);
  if (test === null || !p.at('else')) {
    // Also `x if y` of a comprehension's filter, which belongs to the caller.
    p.seek(before);
    return body;
  }
  p.next();
  const orelse = operand(p, expression);
  if (orelse === null) {
    p.seek(before);
    return body;
  }
  return { ...p.span(start), kind: 'IfExp', test, body, orelse };
}

const SOFT_KEYWORDS = ['_', 'case', 'match', 'type'];

/** CPython 3.13 compares with the length of the name at hand: the beginning of a soft keyword counts as one, too. */
function looksSoft(name: string): boolean {
  return SOFT_KEYWORDS.some((word) => word.startsWith(name));
}

function invalidExpression(p: Cursor): void {
  const { index } = p;
  const start = p.token;
  const isName = start.type === 'NAME';
  const skipComma = isName && (p.peek(1).type === 'STRING' || p.peek(1).type === 'FSTRING_START' || looksSoft(p.textOf(start)));
  const first = p.attempt(disjunction);
  if (first !== null) {
    const end = p.index;
    if (!skipComma) {
      const second = p.silently(() => p.attempt(plainExpression));
      if (second !== null && !isLegacyName(first) && p.last.level > 0) {
        throw p.errorBetween('invalid syntax. Perhaps you forgot a comma?', first, second);
      }
      p.seek(end);
    }
    if (p.at('if')) {
      p.next();
      const test = p.attempt(disjunction);
      if (test !== null && !p.at('else') && !p.at(':')) {
        throw p.errorBetween("expected 'else' after 'if' expression", first, test);
      }
    }
  }
  p.seek(index);
  if (p.at('lambda')) {
    const keyword = p.next();
    const params = p.attempt((cursor) => parameters(cursor, 'lambda'));
    if (params !== null && p.at(':') && (p.peek(1).type === 'FSTRING_MIDDLE' || p.peek(1).type === '}')) {
      throw p.errorBetween('f-string: lambda expressions are not allowed without parentheses', keyword, p.token);
    }
    p.seek(index);
  }
}

function isLegacyName(node: Expr): boolean {
  return node.kind === 'Name' && (node.id === 'print' || node.id === 'exec');
}

/** `print x`. What follows any name is looked at before the name is, so that mistakes further on are found as CPython finds them. */
function invalidLegacyExpression(p: Cursor): void {
  if (!p.at('NAME') || p.peek(1).type === '(') return;
  const start = p.next();
  if (p.attempt(starExpressions) === null) return;
  const word = p.textOf(start);
  if (word !== 'print' && word !== 'exec') return;
  throw p.errorBetween(`Missing parentheses in call to '${word}'. Did you mean ${word}(...)?`, start, p.last);
}

/** A right operand. While hunting for mistakes one that does not parse leaves what stands before it, as in CPython's grammar. */
function operand<T>(p: Cursor, rule: (p: Cursor) => T): T | null {
  return p.diagnosing ? p.attempt(rule) : rule(p);
}

/** `disjunction`: `or`. */
export function disjunction(p: Cursor): Expr {
  if (!p.hunting) return plainDisjunction(p);
  const key = p.index * memoKinds + 1;
  const known = p.memo.get(key);
  if (known !== undefined) {
    if (known.node === null) p.fail();
    p.seek(known.end);
    return known.node;
  }
  const node = p.attempt(plainDisjunction);
  p.memo.set(key, { node, end: p.index });
  if (node === null) p.fail();
  return node;
}

function plainDisjunction(p: Cursor): Expr {
  const start = p.token;
  const first = conjunction(p);
  if (!p.at('or')) return first;
  const values = [first];
  while (p.at('or')) {
    const before = p.index;
    p.next();
    const value = operand(p, conjunction);
    if (value === null) {
      p.seek(before);
      break;
    }
    values.push(value);
  }
  if (values.length === 1) return first;
  return { ...p.span(start), kind: 'BoolOp', op: 'or', values };
}

function conjunction(p: Cursor): Expr {
  const start = p.token;
  const first = inversion(p);
  if (!p.at('and')) return first;
  const values = [first];
  while (p.at('and')) {
    const before = p.index;
    p.next();
    const value = operand(p, inversion);
    if (value === null) {
      p.seek(before);
      break;
    }
    values.push(value);
  }
  if (values.length === 1) return first;
  return { ...p.span(start), kind: 'BoolOp', op: 'and', values };
}

function inversion(p: Cursor): Expr {
  if (!p.at('not')) return comparison(p);
  const start = p.next();
  const value = inversion(p);
  return { ...p.span(start), kind: 'UnaryOp', op: 'not', operand: value };
}

function comparison(p: Cursor): Expr {
  const start = p.token;
  const left = bitwiseOr(p);
  let before = p.index;
  let op = compareOperator(p);
  if (op === null) return left;
  const ops: CompareOperator[] = [];
  const comparators: Expr[] = [];
  while (op !== null) {
    const right = operand(p, bitwiseOr);
    if (right === null) {
      p.seek(before);
      break;
    }
    ops.push(op);
    comparators.push(right);
    before = p.index;
    op = compareOperator(p);
  }
  if (ops.length === 0) return left;
  return { ...p.span(start), kind: 'Compare', left, ops, comparators };
}

/** Consumes a comparison operator, if one is here. */
function compareOperator(p: Cursor): CompareOperator | null {
  const { type } = p.token;
  switch (type) {
    case '<':
    case '<=':
    case '==':
    case '!=':
    case '>':
    case '>=':
    case 'in':
      p.next();
      return type;
    case 'is':
      p.next();
      return p.accept('not') ? 'is not' : 'is';
    case 'not':
      if (p.peek(1).type !== 'in') return null;
      p.next();
      p.next();
      return 'not in';
    default:
      return null;
  }
}

const PRECEDENCE: ReadonlyMap<string, number> = new Map([
  ['|', 1],
  ['^', 2],
  ['&', 3],
  ['<<', 4],
  ['>>', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['//', 6],
  ['%', 6],
  ['@', 6],
]);

export function bitwiseOr(p: Cursor): Expr {
  return binary(p, 1);
}

function binary(p: Cursor, minimum: number): Expr {
  const start = p.token;
  let left = factor(p);
  for (;;) {
    const op = p.token.type;
    const precedence = PRECEDENCE.get(op);
    if (precedence === undefined || precedence < minimum) return left;
    const before = p.index;
    p.next();
    if (p.hunting && p.at('not') && precedence >= 5) refuseNot(p, inversion);
    const right = operand(p, (cursor) => binary(cursor, precedence + 1));
    if (right === null) {
      p.seek(before);
      return left;
    }
    left = { ...p.span(start), kind: 'BinOp', left, op: op as BinaryOperator, right };
  }
}

function factor(p: Cursor): Expr {
  const { type } = p.token;
  if (type === '-' || type === '+' || type === '~') {
    const start = p.next();
    if (p.hunting && p.at('not')) refuseNot(p, factor);
    const value = factor(p);
    return { ...p.span(start), kind: 'UnaryOp', op: type as UnaryOperator, operand: value };
  }
  return power(p);
}

/** `1 + not x`: what follows `not` binds less than the operator. */
function refuseNot(p: Cursor, rule: (p: Cursor) => Expr): void {
  const { index } = p;
  const keyword = p.token;
  if (rule === factor) p.next();
  const value = p.attempt(rule);
  if (value !== null) throw p.errorBetween("'not' after an operator must be parenthesized", keyword, value);
  p.seek(index);
}

function power(p: Cursor): Expr {
  const start = p.token;
  let left: Expr;
  if (p.at('await')) {
    p.next();
    const value = primary(p);
    left = { ...p.span(start), kind: 'Await', value };
  } else left = primary(p);
  if (!p.at('**')) return left;
  const before = p.index;
  p.next();
  const right = operand(p, factor);
  if (right === null) {
    p.seek(before);
    return left;
  }
  return { ...p.span(start), kind: 'BinOp', left, op: '**', right };
}

export function primary(p: Cursor): Expr {
  const start = p.token;
  let value = atom(p);
  for (;;) {
    const { type } = p.token;
    if (type !== '.' && type !== '(' && type !== '[') return value;
    if (!p.diagnosing) value = trailer(p, start, value);
    else {
      const before: Expr = value;
      const longer = p.attempt((cursor) => trailer(cursor, start, before));
      if (longer === null) return value;
      value = longer;
    }
  }
}

/** `.name`, `(arguments)` or `[slices]` behind a value. */
function trailer(p: Cursor, start: Token, value: Expr): Expr {
  if (p.at('(')) return call(p, start, value);
  if (p.accept('.')) {
    const attr = identifier(p);
    return { ...p.span(start), kind: 'Attribute', value, attr };
  }
  p.expect('[');
  const slice = slices(p);
  p.expect(']');
  return { ...p.span(start), kind: 'Subscript', value, slice };
}

// ---- atoms

// ---- atoms

export function atom(p: Cursor): Expr {
  const token = p.token;
  switch (token.type) {
    case 'NAME':
      return name(p);
    case 'NUMBER':
      p.next();
      return { ...p.span(token), kind: 'Constant', value: numberConstant(p.source, token) };
    case 'STRING':
    case 'FSTRING_START':
      return parseStrings(p);
    case 'None':
      p.next();
      return { ...p.span(token), kind: 'Constant', value: { kind: 'none' } };
    case 'True':
    case 'False':
      p.next();
      return { ...p.span(token), kind: 'Constant', value: { kind: 'bool', value: token.type === 'True' } };
    case '...':
      p.next();
      return { ...p.span(token), kind: 'Constant', value: { kind: 'ellipsis' } };
    case '(':
      return parenthesized(p);
    case '[':
      return listDisplay(p);
    case '{':
      return braces(p);
    default:
      return p.fail();
  }
}

function lambda(p: Cursor): Lambda {
  const start = p.expect('lambda');
  const args = parameters(p, 'lambda');
  p.expect(':');
  const body = expression(p);
  return { ...p.span(start), kind: 'Lambda', args, body };
}

// ---- slices

function slices(p: Cursor): Expr {
  const start = p.token;
  const first = sliceItem(p);
  if (!p.at(',')) {
    // `x[*a]` is a subscript by a tuple of one.
    return first.kind === 'Starred' ? { ...p.span(start), kind: 'Tuple', elts: [first] } : first;
  }
  const elts = [first];
  while (p.accept(',')) {
    if (p.at(']')) break;
    elts.push(sliceItem(p));
  }
  return { ...p.span(start), kind: 'Tuple', elts };
}

function sliceItem(p: Cursor): Expr {
  if (!p.at('*')) return slice(p);
  const start = p.next();
  const value = starValue(p, bitwiseOr);
  return { ...p.span(start), kind: 'Starred', value };
}

function slice(p: Cursor): Expr {
  const start = p.token;
  const bare = p.at('NAME') && p.peek(1).type === ':=';
  const lower = p.at(':') ? null : namedExpression(p);
  if (lower !== null && (bare || !p.at(':'))) return lower;
  p.expect(':');
  const upper = startsExpression(p) ? expression(p) : null;
  let step: Expr | null = null;
  if (p.accept(':') && startsExpression(p)) step = expression(p);
  return { ...p.span(start), kind: 'Slice', lower, upper, step };
}

/** The rules by which parts of expressions refer back to expressions. */
export const expressionRules: ExpressionRules = {
  expression,
  namedExpression,
  starNamedExpression,
  yieldExpression,
  yieldOrStarExpressions,
  starExpressions,
  assignmentExpression,
  disjunction,
  bitwiseOr,
  primary,
};
