import type {
  Arg,
  Arguments,
  BinaryOperator,
  CompareOperator,
  Comprehension,
  Expr,
  Keyword,
  Lambda,
  Name,
  Starred,
  UnaryOperator,
} from './ast.ts';
import type { Cursor } from './cursor.ts';
import { expressionName, invalidTarget } from './invalid.ts';
import { numberConstant } from './literals.ts';
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

export function starredBitwise(p: Cursor): Starred {
  const start = p.expect('*');
  const value = bitwiseOr(p);
  return { ...p.span(start), kind: 'Starred', value };
}

/** `star_named_expression`: an element of a display. */
export function starNamedExpression(p: Cursor): Expr {
  if (p.at('*')) return starredBitwise(p);
  return namedExpression(p);
}

/** `item (',' item)* [',']`, a tuple when there is a comma. */
export function tupleOf(p: Cursor, item: (p: Cursor) => Expr): Expr {
  const start = p.token;
  const first = item(p);
  if (!p.at(',')) return first;
  const elts = [first];
  while (p.accept(',')) {
    if (!startsExpression(p)) break;
    elts.push(item(p));
  }
  return { ...p.span(start), kind: 'Tuple', elts };
}

const EXPRESSION_STARTS = new Set(
  'NAME NUMBER STRING FSTRING_START ( [ { - + ~ not lambda await None True False ... * yield'.split(' '),
);

/** Whether the token can begin an expression: decides what follows a trailing comma. */
export function startsExpression(p: Cursor): boolean {
  return EXPRESSION_STARTS.has(p.token.type) && p.token.type !== 'yield';
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
  if (left !== null && p.at('=')) {
    p.next();
    const right = p.attempt(bitwiseOr);
    if (right !== null && !p.at('=') && !p.at(':=')) {
      const isName = left.kind === 'Name' && p.tokenAt(index).type === 'NAME';
      if (isName) {
        throw p.errorBetween("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", left, right);
      }
      const isDisplay =
        left.kind === 'List' ||
        left.kind === 'Tuple' ||
        left.kind === 'GeneratorExp' ||
        (left.kind === 'Constant' && (left.value.kind === 'none' || left.value.kind === 'bool'));
      if (!isDisplay) {
        throw p.errorAt(`cannot assign to ${expressionName(left)} here. Maybe you meant '==' instead of '='?`, left);
      }
    }
  }
  p.seek(index);
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

/** A NAME token's text; identifiers beyond ASCII in their NFKC form. */
export function identifier(p: Cursor): string {
  const text = p.textOf(p.expect('NAME'));
  return normalized(text);
}

function normalized(text: string): string {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return text.normalize('NFKC');
  return text;
}

export function name(p: Cursor): Name {
  const token = p.token;
  const id = identifier(p);
  return { kind: 'Name', id, line: token.line, col: token.col, endLine: token.endLine, endCol: token.endCol };
}

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
      return parseStrings(p, { yieldOrStarExpressions, lambda });
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

/** Group, tuple or generator expression. */
function parenthesized(p: Cursor): Expr {
  const start = p.expect('(');
  if (p.accept(')')) return { ...p.span(start), kind: 'Tuple', elts: [] };
  if (p.at('yield')) {
    const value = yieldExpression(p);
    p.expect(')');
    return value;
  }
  if (p.hunting) invalidGroup(p);
  const first = starNamedExpression(p);
  if (startsComprehension(p)) {
    if (p.hunting && first.kind === 'Starred') {
      throw p.errorAt('iterable unpacking cannot be used in comprehension', first);
    }
    if (first.kind === 'Starred') p.fail();
    const generators = comprehensionClauses(p);
    p.expect(')');
    return { ...p.span(start), kind: 'GeneratorExp', elt: first, generators };
  }
  if (p.at(',')) {
    const elts = [first];
    while (p.accept(',')) {
      if (p.at(')')) break;
      elts.push(starNamedExpression(p));
    }
    p.expect(')');
    return { ...p.span(start), kind: 'Tuple', elts };
  }
  if (first.kind === 'Starred') {
    if (p.hunting && p.at(')')) throw p.errorAt('cannot use starred expression here', first);
    p.fail();
  }
  p.expect(')');
  return first;
}

function invalidGroup(p: Cursor): void {
  if (!p.at('**')) return;
  const star = p.next();
  if (p.attempt(expression) !== null && p.at(')')) throw p.errorAt('cannot use double starred expression here', star);
  p.seek(p.index);
  p.fail();
}

function listDisplay(p: Cursor): Expr {
  const start = p.expect('[');
  if (p.accept(']')) return { ...p.span(start), kind: 'List', elts: [] };
  const first = starNamedExpression(p);
  if (startsComprehension(p)) {
    refuseStarredElement(p, first);
    const generators = comprehensionClauses(p);
    p.expect(']');
    return { ...p.span(start), kind: 'ListComp', elt: first, generators };
  }
  const elts = displayRest(p, first, ']');
  p.expect(']');
  return { ...p.span(start), kind: 'List', elts };
}

function refuseStarredElement(p: Cursor, element: Expr): void {
  if (element.kind !== 'Starred') return;
  if (p.hunting) throw p.errorAt('iterable unpacking cannot be used in comprehension', element);
  p.fail();
}

function displayRest(p: Cursor, first: Expr, close: string): Expr[] {
  const elts = [first];
  while (p.at(',')) {
    const comma = p.next();
    if (p.hunting && elts.length === 1 && startsComprehension(p) && p.attempt(comprehensionClauses) !== null) {
      throw p.errorBetween('did you forget parentheses around the comprehension target?', first, comma);
    }
    if (p.at(close)) break;
    elts.push(starNamedExpression(p));
  }
  if (p.hunting && elts.length > 1 && startsComprehension(p) && p.attempt(comprehensionClauses) !== null) {
    throw p.errorBetween('did you forget parentheses around the comprehension target?', first, elts.at(-1)!);
  }
  return elts;
}

/** Set, dict, or a comprehension of either. */
function braces(p: Cursor): Expr {
  const start = p.expect('{');
  if (p.accept('}')) return { ...p.span(start), kind: 'Dict', keys: [], values: [] };
  if (p.at('**')) return dictDisplay(p, start);
  if (p.hunting) {
    const { index } = p;
    const key = p.lookahead((cursor) => {
      expression(cursor);
      return cursor.at(':') ? true : cursor.fail();
    });
    p.seek(index);
    if (key === true) return dictDisplay(p, start);
  }
  const bare = p.at('NAME') && p.peek(1).type === ':=';
  const first = starNamedExpression(p);
  if (p.at(':') && first.kind !== 'Starred' && !bare) return dictDisplay(p, start, first);
  if (startsComprehension(p)) {
    refuseStarredElement(p, first);
    const generators = comprehensionClauses(p);
    p.expect('}');
    return { ...p.span(start), kind: 'SetComp', elt: first, generators };
  }
  const elts = displayRest(p, first, '}');
  p.expect('}');
  return { ...p.span(start), kind: 'Set', elts };
}

function dictDisplay(p: Cursor, start: Token, firstKey?: Expr): Expr {
  const keys: (Expr | null)[] = [];
  const values: Expr[] = [];
  let key = firstKey;
  for (;;) {
    if (key === undefined && p.at('**')) {
      const star = p.next();
      keys.push(null);
      values.push(bitwiseOr(p));
      if (p.hunting && keys.length === 1 && startsComprehension(p)) {
        throw p.errorAt('dict unpacking cannot be used in dict comprehension', star);
      }
    } else {
      if (key === undefined && keys.length > 0 && p.hunting) invalidKey(p);
      const keyNode = key ?? expression(p);
      const colon = dictColon(p, keyNode);
      keys.push(keyNode);
      values.push(dictValue(p, colon));
      if (keys.length === 1 && startsComprehension(p)) {
        const generators = comprehensionClauses(p);
        p.expect('}');
        return { ...p.span(start), kind: 'DictComp', key: keyNode, value: values[0]!, generators };
      }
    }
    key = undefined;
    if (!p.accept(',') || p.at('}')) break;
  }
  p.expect('}');
  return { ...p.span(start), kind: 'Dict', keys, values };
}

/** The key of a later item without its colon is reported as that, whatever follows it. */
function invalidKey(p: Cursor): void {
  const { index } = p;
  const key = p.silently(() => p.attempt(expression));
  if (key !== null && !p.at(':')) throw p.errorAfter("':' expected after dictionary key", key);
  p.seek(index);
}

function dictColon(p: Cursor, key: Expr): Token {
  if (p.hunting && !p.at(':')) throw p.errorAfter("':' expected after dictionary key", key);
  return p.expect(':');
}

function dictValue(p: Cursor, colon: Token): Expr {
  if (p.hunting) {
    if (p.at('}') || p.at(',')) throw p.errorAt("expression expected after dictionary key and ':'", colon);
    if (p.at('*')) {
      const star = p.token;
      p.next();
      if (p.attempt(bitwiseOr) !== null) {
        throw p.errorFrom('cannot use a starred expression in a dictionary value', star);
      }
      p.fail();
    }
  }
  return expression(p);
}

// ---- comprehensions

export function startsComprehension(p: Cursor): boolean {
  return p.at('for') || (p.at('async') && p.peek(1).type === 'for');
}

export function comprehensionClauses(p: Cursor): Comprehension[] {
  const clauses: Comprehension[] = [];
  while (startsComprehension(p)) {
    const isAsync = p.accept('async') !== null;
    p.next();
    if (p.hunting) invalidForClause(p);
    const target = forTarget(p);
    p.expect('in');
    const iter = disjunction(p);
    const ifs: Expr[] = [];
    while (p.accept('if')) ifs.push(disjunction(p));
    clauses.push({ target, iter, ifs, isAsync });
  }
  if (clauses.length === 0) p.fail();
  return clauses;
}

function invalidForClause(p: Cursor): void {
  const { index } = p;
  const found = p.attempt((cursor) => tupleOf(cursor, bitwiseOr));
  if (found !== null && !p.at('in')) throw p.errorAt("'in' expected after for-loop variables", p.token);
  p.seek(index);
}

/** `star_targets` before `in`: what lies below comparisons, checked to be assignable. */
export function forTarget(p: Cursor): Expr {
  const start = p.index;
  const target = tupleOf(p, (cursor) => (cursor.at('*') ? starredBitwise(cursor) : bitwiseOr(cursor)));
  const bad = invalidTarget(target, 'for');
  const loneStar = target.kind === 'Starred';
  if (bad === null && !loneStar) return target;
  if (p.hunting && bad !== null) {
    p.seek(start);
    const whole = p.attempt(starExpressions);
    const worst = whole === null ? bad : invalidTarget(whole, 'for');
    if (worst !== null) throw p.errorAt(`cannot assign to ${expressionName(worst)}`, worst);
  }
  if (loneStar && bad === null) return target;
  return p.fail();
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

/** What follows a star where nothing else can. */
function starValue(p: Cursor, rule: (p: Cursor) => Expr): Expr {
  if (!p.hunting) return rule(p);
  const value = p.attempt(rule);
  if (value === null) throw p.errorAtFurthest('Invalid star expression');
  return value;
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

// ---- calls

export interface CallArguments {
  readonly args: Expr[];
  readonly keywords: Keyword[];
}

function call(p: Cursor, start: Token, func: Expr): Expr {
  const open = p.expect('(');
  const { args, keywords } = callArguments(p, open);
  p.expect(')');
  const genexp = args.length === 1 && keywords.length === 0 ? args[0]! : null;
  if (genexp?.kind === 'GeneratorExp' && genexp.line === open.line && genexp.col === open.col) {
    // A sole generator expression shares the call's parentheses.
    args[0] = { ...p.span(open), kind: 'GeneratorExp', elt: genexp.elt, generators: genexp.generators };
  }
  return { ...p.span(start), kind: 'Call', func, args, keywords };
}

/** Arguments up to the closing bracket (not consumed). */
export function callArguments(p: Cursor, open: Token, soleGenerator = true): CallArguments {
  const args: Expr[] = [];
  const keywords: Keyword[] = [];
  let unpackedMapping: Token | null = null;
  let lastKeyword: Token | null = null;
  while (!p.at(')')) {
    const start = p.token;
    if (p.at('**')) {
      p.next();
      const value = expression(p);
      if (p.hunting && p.at('=')) {
        p.next();
        const assigned = p.attempt(expression);
        if (assigned !== null) throw p.errorBetween('cannot assign to keyword argument unpacking', start, assigned);
        p.fail();
      }
      keywords.push({ ...p.span(start), arg: null, value });
      unpackedMapping = start;
    } else if (p.at('*')) {
      if (unpackedMapping !== null) {
        if (p.hunting) {
          const comma = p.last;
          p.next();
          if (p.attempt(expression) === null) throw p.errorAtFurthest('Invalid star expression');
          throw p.errorFrom('iterable argument unpacking follows keyword argument unpacking', comma);
        }
        p.fail();
      }
      p.next();
      const value = starValue(p, expression);
      const starred: Starred = { ...p.span(start), kind: 'Starred', value };
      if (p.hunting && p.at('=')) {
        p.next();
        const assigned = p.attempt(expression);
        if (assigned !== null) throw p.errorBetween('cannot assign to iterable argument unpacking', start, assigned);
        p.fail();
      }
      args.push(starred);
    } else if (p.at('NAME') && p.peek(1).type === '=') {
      keywords.push(keywordArgument(p, start));
      lastKeyword = start;
    } else {
      if (p.hunting) invalidKeyword(p);
      const value = positionalArgument(p);
      if (startsComprehension(p)) {
        if (!soleGenerator && args.length === 0 && keywords.length === 0) p.fail();
        const generators = comprehensionClauses(p);
        const genexp: Expr = { ...p.span(start), kind: 'GeneratorExp', elt: value, generators };
        const alone = args.length === 0 && keywords.length === 0 && p.at(')');
        if (!alone) {
          if (p.hunting) invalidGenerator(p, start, generators);
          p.fail();
        }
        args.push({ ...genexp, line: open.line, col: open.col });
        break;
      }
      if (lastKeyword !== null || unpackedMapping !== null) {
        if (p.hunting) positionalAfterKeyword(p, open);
        p.fail();
      }
      args.push(value);
    }
    if (!p.accept(',')) break;
  }
  return { args, keywords };
}

function positionalArgument(p: Cursor): Expr {
  if (p.at('NAME') && p.peek(1).type === ':=') return assignmentExpression(p);
  const value = expression(p);
  if (p.at(':=') || p.at('=')) p.fail();
  return value;
}

function keywordArgument(p: Cursor, start: Token): Keyword {
  const arg = identifier(p);
  const equals = p.expect('=');
  if (p.hunting && (p.at(',') || p.at(')'))) throw p.errorBetween('expected argument value expression', start, equals);
  const value = expression(p);
  if (p.hunting && startsComprehension(p) && p.attempt(comprehensionClauses) !== null) {
    throw p.errorBetween("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", start, equals);
  }
  return { ...p.span(start), arg, value };
}

function invalidKeyword(p: Cursor): void {
  const { index } = p;
  const start = p.token;
  if ((p.at('True') || p.at('False') || p.at('None')) && p.peek(1).type === '=') {
    throw p.errorBetween(`cannot assign to ${start.type}`, start, p.peek(1));
  }
  const value = p.attempt(expression);
  if (value !== null && p.at('=')) {
    throw p.errorBetween('expression cannot contain assignment, perhaps you meant "=="?', value, p.token);
  }
  p.seek(index);
}

function invalidGenerator(p: Cursor, start: Token, generators: Comprehension[]): void {
  const lastClause = generators.at(-1)!;
  const end = lastClause.ifs.at(-1) ?? lastClause.iter;
  throw p.errorBetween('Generator expression must be parenthesized', start, end);
}

function positionalAfterKeyword(p: Cursor, open: Token): void {
  // The whole argument list is read once more, to tell `f(**a, b)` from `f(a=1, b)`, as CPython does at the end of them.
  let unpacking = false;
  p.attempt((cursor) => {
    while (cursor.accept(',')) {
      if (cursor.at(')')) break;
      if (cursor.accept('**')) expression(cursor);
      else if (cursor.accept('*')) expression(cursor);
      else if (cursor.at('NAME') && cursor.peek(1).type === '=') {
        cursor.next();
        cursor.next();
        expression(cursor);
      } else positionalArgument(cursor);
    }
    return true;
  });
  const end = p.token;
  for (let back = p.index - 1; back >= 0; back--) {
    const token = p.tokenAt(back);
    if (token.start === open.start) break;
    if (token.type === '**' && token.level === open.level + 1) {
      const before = p.tokenAt(back - 1).type;
      if (before === ',' || before === '(') unpacking = true;
    }
  }
  const message = unpacking
    ? 'positional argument follows keyword argument unpacking'
    : 'positional argument follows keyword argument';
  throw p.errorAt(message, end);
}

// ---- parameters

function lambda(p: Cursor): Lambda {
  const start = p.expect('lambda');
  const args = parameters(p, 'lambda');
  p.expect(':');
  const body = expression(p);
  return { ...p.span(start), kind: 'Lambda', args, body };
}

/** The parameters of a `def` (up to its `)`) or a lambda (up to its `:`). */
export function parameters(p: Cursor, use: 'def' | 'lambda'): Arguments {
  const close = use === 'def' ? ')' : ':';
  const posOnly: Arg[] = [];
  let args: Arg[] = [];
  const defaults: Expr[] = [];
  const kwOnly: Arg[] = [];
  const kwDefaults: (Expr | null)[] = [];
  let vararg: Arg | null = null;
  let kwarg: Arg | null = null;
  let sawSlash = false;
  let sawStar = false;
  while (!p.at(close)) {
    const start = p.token;
    if (kwarg !== null) {
      if (p.hunting && (p.at('NAME') || p.at('*') || p.at('**') || p.at('/'))) {
        throw p.errorAt('arguments cannot follow var-keyword argument', start);
      }
      p.fail();
    }
    if (p.at('/')) {
      if (p.hunting) {
        if (sawSlash) throw p.errorAt('/ may appear only once', start);
        if (sawStar) throw p.errorAt('/ must be ahead of *', start);
        if (args.length === 0 && p.peek(1).type === ',') throw p.errorAt('at least one argument must precede /', start);
      }
      if (sawSlash || sawStar || args.length === 0) p.fail();
      p.next();
      if (p.hunting && p.at('*')) throw p.errorAt('expected comma between / and *', p.token);
      sawSlash = true;
      posOnly.push(...args);
      args = [];
    } else if (p.at('**')) {
      p.next();
      kwarg = parameter(p, use);
      if (p.hunting && p.at('=')) throw p.errorAt('var-keyword argument cannot have default value', p.token);
    } else if (p.at('*')) {
      if (sawStar) {
        if (p.hunting) throw p.errorAt('* argument may appear only once', start);
        p.fail();
      }
      sawStar = true;
      p.next();
      if (p.at('NAME')) {
        vararg = parameter(p, use, true);
        const plain = vararg.annotation?.kind !== 'Starred';
        if (p.hunting && plain && p.at('=')) throw p.errorAt('var-positional argument cannot have default value', p.token);
      } else if (p.at(close) || (p.at(',') && (p.peek(1).type === close || p.peek(1).type === '**'))) {
        if (p.hunting) {
          if (use === 'def') throw p.errorAt('named arguments must follow bare *', start);
          throw p.errorAt('named arguments must follow bare *', p.at(',') ? p.peek(1) : p.token);
        }
        p.fail();
      }
    } else {
      if (p.hunting && p.at('(') && !sawStar && defaults.length === 0) invalidParenthesizedParameters(p, use);
      const param = parameter(p, use);
      const value = parameterDefault(p, close);
      if (sawStar) {
        kwOnly.push(param);
        kwDefaults.push(value);
      } else {
        args.push(param);
        if (value !== null) defaults.push(value);
        else if (defaults.length > 0) {
          if (p.hunting) throw p.errorAt('parameter without a default follows parameter with a default', param);
          p.fail();
        }
      }
    }
    if (!p.accept(',')) break;
  }
  return { posOnly, args, vararg, kwOnly, kwDefaults, kwarg, defaults };
}

function invalidParenthesizedParameters(p: Cursor, use: 'def' | 'lambda'): void {
  const { index } = p;
  const open = p.next();
  let count = 0;
  while (p.at('NAME')) {
    p.next();
    count++;
    if (!p.accept(',')) break;
  }
  if (count > 0 && p.at(')')) {
    const what = use === 'def' ? 'Function parameters' : 'Lambda expression parameters';
    throw p.errorBetween(`${what} cannot be parenthesized`, open, p.token);
  }
  p.seek(index);
}

function parameter(p: Cursor, use: 'def' | 'lambda', starred = false): Arg {
  const start = p.token;
  const arg = identifier(p);
  let annotation: Expr | null = null;
  if (use === 'def' && p.accept(':')) annotation = starred ? starExpression(p) : expression(p);
  return { ...p.span(start), arg, annotation };
}

function parameterDefault(p: Cursor, close: string): Expr | null {
  const equals = p.accept('=');
  if (equals === null) return null;
  if (p.hunting && (p.at(close) || p.at(','))) throw p.errorAt('expected default value expression', equals);
  return expression(p);
}
