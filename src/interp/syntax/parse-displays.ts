import type { Comprehension, Expr } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { expressionName, invalidTarget } from './invalid.ts';
import { starredBitwise, tupleOf } from './parse-names.ts';
import type { Token } from './tokenize.ts';

/** What stands in brackets: groups, tuples, lists, sets, dicts, and comprehensions with their clauses. */

/** Group, tuple or generator expression. */
export function parenthesized(p: Cursor): Expr {
  const start = p.expect('(');
  if (p.accept(')')) return { ...p.span(start), kind: 'Tuple', elts: [] };
  if (p.at('yield')) {
    const value = p.rules.yieldExpression(p);
    p.expect(')');
    return value;
  }
  if (p.hunting) {
    invalidGroup(p);
    invalidStar(p);
  }
  const first = p.rules.starNamedExpression(p);
  if (startsComprehension(p)) {
    refuseStarredElement(p, first);
    const generators = comprehensionClauses(p);
    p.expect(')');
    return { ...p.span(start), kind: 'GeneratorExp', elt: first, generators };
  }
  if (p.at(',')) {
    const elts = [first];
    while (p.accept(',')) {
      if (p.at(')')) break;
      elts.push(p.rules.starNamedExpression(p));
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

/** A star with nothing behind it that could be unpacked (`invalid_starred_expression`). */
function invalidStar(p: Cursor): void {
  if (!p.at('*')) return;
  const { index } = p;
  p.next();
  if (p.attempt(p.rules.expression) === null) throw p.errorAtFurthest('Invalid star expression');
  p.seek(index);
}

function invalidGroup(p: Cursor): void {
  if (!p.at('**')) return;
  const star = p.next();
  if (p.attempt(p.rules.expression) !== null && p.at(')')) throw p.errorAt('cannot use double starred expression here', star);
  p.seek(p.index);
  p.fail();
}

export function listDisplay(p: Cursor): Expr {
  const start = p.expect('[');
  if (p.accept(']')) return { ...p.span(start), kind: 'List', elts: [] };
  if (p.hunting) invalidStar(p);
  const first = p.rules.starNamedExpression(p);
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

export function refuseStarredElement(p: Cursor, element: Expr): void {
  if (element.kind !== 'Starred') return;
  if (p.hunting) {
    comprehensionClauses(p);
    throw p.errorAt('iterable unpacking cannot be used in comprehension', element);
  }
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
    elts.push(p.rules.starNamedExpression(p));
  }
  if (p.hunting && elts.length > 1 && startsComprehension(p) && p.attempt(comprehensionClauses) !== null) {
    throw p.errorBetween('did you forget parentheses around the comprehension target?', first, elts.at(-1)!);
  }
  return elts;
}

/** Set, dict, or a comprehension of either. */
export function braces(p: Cursor): Expr {
  const start = p.expect('{');
  if (p.accept('}')) return { ...p.span(start), kind: 'Dict', keys: [], values: [] };
  if (p.at('**')) return dictDisplay(p, start);
  if (p.hunting) {
    const { index } = p;
    const key = p.lookahead((cursor) => {
      cursor.rules.expression(cursor);
      return cursor.at(':') ? true : cursor.fail();
    });
    p.seek(index);
    if (key === true) return dictDisplay(p, start);
  }
  const bare = p.at('NAME') && p.peek(1).type === ':=';
  if (p.hunting) invalidStar(p);
  const first = p.rules.starNamedExpression(p);
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
      values.push(p.rules.bitwiseOr(p));
      if (p.hunting && keys.length === 1 && startsComprehension(p)) {
        comprehensionClauses(p);
        p.expect('}');
        throw p.errorAt('dict unpacking cannot be used in dict comprehension', star);
      }
    } else {
      if (key === undefined && keys.length > 0 && p.hunting) invalidKey(p);
      const keyNode = key ?? p.rules.expression(p);
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
  const key = p.silently(() => p.attempt(p.rules.expression));
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
      if (p.attempt(p.rules.bitwiseOr) !== null) {
        throw p.errorFrom('cannot use a starred expression in a dictionary value', star);
      }
      p.fail();
    }
  }
  return p.rules.expression(p);
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
    const iter = p.rules.disjunction(p);
    const ifs: Expr[] = [];
    while (p.accept('if')) ifs.push(p.rules.disjunction(p));
    clauses.push({ target, iter, ifs, isAsync });
  }
  if (clauses.length === 0) p.fail();
  return clauses;
}

function invalidForClause(p: Cursor): void {
  const { index } = p;
  const found = p.attempt((cursor) => tupleOf(cursor, p.rules.bitwiseOr));
  if (found !== null && !p.at('in')) throw p.errorAtFurthest("'in' expected after for-loop variables");
  p.seek(index);
}

/** `star_targets` before `in`: what lies below comparisons, checked to be assignable. */
export function forTarget(p: Cursor): Expr {
  const start = p.index;
  // The first pass knows only what can be assigned to, so it stops where that ends; the second looks at what was written instead.
  const target = tupleOf(p, (cursor) => {
    if (cursor.at('*')) return starredBitwise(cursor);
    return cursor.diagnosing ? cursor.rules.bitwiseOr(cursor) : cursor.rules.primary(cursor);
  });
  const bad = invalidTarget(target, 'for');
  const loneStar = target.kind === 'Starred';
  if (bad === null && !loneStar && (!p.hunting || p.at('in'))) return target;
  if (p.hunting && !loneStar) {
    p.seek(start);
    const whole = p.attempt(p.rules.starExpressions);
    const worst = whole === null ? bad : invalidTarget(whole, 'for');
    if (worst !== null) throw p.errorAt(`cannot assign to ${expressionName(worst)}`, worst);
    return p.fail();
  }
  if (loneStar && bad === null) return target;
  return p.fail();
}
