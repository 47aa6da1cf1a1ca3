import type { Constant } from '../bytecode/code-unit.ts';
import type { Expr, MatchAs, MatchStar, Pattern } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { numberConstant } from './literals.ts';
import { primary } from './parse-expressions.ts';
import { identifier, name } from './parse-names.ts';

/** Patterns of `case` (PEP 634). */

/** `patterns`: one pattern, or an open sequence. */
export function patterns(p: Cursor): Pattern {
  const start = p.token;
  const first = maybeStar(p);
  if (!p.at(',')) {
    if (first.kind === 'MatchStar') p.fail();
    return first;
  }
  const items = [first];
  while (p.accept(',')) {
    if (p.at(':') || p.at('if')) break;
    items.push(maybeStar(p));
  }
  return { ...p.span(start), kind: 'MatchSequence', patterns: items };
}

function maybeStar(p: Cursor): Pattern {
  return p.at('*') ? starPattern(p) : asPattern(p);
}

function starPattern(p: Cursor): MatchStar {
  const start = p.expect('*');
  const target = identifier(p);
  return { ...p.span(start), kind: 'MatchStar', name: target === '_' ? null : target };
}

function asPattern(p: Cursor): Pattern {
  const start = p.token;
  const pattern = orPattern(p);
  if (!p.accept('as')) return pattern;
  const target = p.token;
  if (p.hunting) {
    if (p.atWord('_')) throw p.errorAt("cannot use '_' as a target", target);
    if (!p.at('NAME')) {
      const node = p.attempt(primary);
      if (node !== null) throw p.errorAt('invalid pattern target', node);
      p.fail();
    }
  }
  if (p.atWord('_')) p.fail();
  const bound = identifier(p);
  return { ...p.span(start), kind: 'MatchAs', pattern, name: bound };
}

function orPattern(p: Cursor): Pattern {
  const start = p.token;
  const first = closedPattern(p);
  if (!p.at('|')) return first;
  const alternatives = [first];
  while (p.accept('|')) alternatives.push(closedPattern(p));
  return { ...p.span(start), kind: 'MatchOr', patterns: alternatives };
}

function closedPattern(p: Cursor): Pattern {
  const start = p.token;
  switch (start.type) {
    case 'None':
    case 'True':
    case 'False': {
      p.next();
      const value: Constant = start.type === 'None' ? { kind: 'none' } : { kind: 'bool', value: start.type === 'True' };
      return { ...p.span(start), kind: 'MatchSingleton', value };
    }
    case 'NUMBER':
    case '-': {
      const value = signedNumber(p);
      return { ...p.span(start), kind: 'MatchValue', value };
    }
    case 'STRING':
    case 'FSTRING_START': {
      const value = primary(p);
      if (value.kind !== 'Constant' && value.kind !== 'JoinedStr') p.fail();
      return { ...p.span(start), kind: 'MatchValue', value };
    }
    case '(':
      return groupOrSequence(p);
    case '[': {
      p.next();
      const items = sequenceItems(p, ']');
      p.expect(']');
      return { ...p.span(start), kind: 'MatchSequence', patterns: items };
    }
    case '{':
      return mappingPattern(p);
    case 'NAME':
      return nameOrClass(p);
    default:
      return p.fail();
  }
}

/** `-1`, `1 + 2j`: a literal number, real part first. */
function signedNumber(p: Cursor): Expr {
  const start = p.token;
  const left = realNumber(p);
  if (!p.at('+') && !p.at('-')) return left;
  if (left.kind === 'Constant' && left.value.kind === 'complex') {
    throw p.errorAt('real number required in complex literal', left);
  }
  const op = p.next().type as '+' | '-';
  const token = p.expect('NUMBER');
  const right: Expr = { ...p.span(token), kind: 'Constant', value: numberConstant(p.source, token) };
  if (right.kind === 'Constant' && right.value.kind !== 'complex') {
    throw p.errorAt('imaginary number required in complex literal', right);
  }
  return { ...p.span(start), kind: 'BinOp', left, op, right };
}

function realNumber(p: Cursor): Expr {
  const start = p.token;
  const minus = p.accept('-');
  const token = p.expect('NUMBER');
  const operand: Expr = { ...p.span(token), kind: 'Constant', value: numberConstant(p.source, token) };
  return minus === null ? operand : { ...p.span(start), kind: 'UnaryOp', op: '-', operand };
}

function sequenceItems(p: Cursor, close: string): Pattern[] {
  const items: Pattern[] = [];
  while (!p.at(close)) {
    items.push(maybeStar(p));
    if (!p.accept(',')) break;
  }
  return items;
}

function groupOrSequence(p: Cursor): Pattern {
  const start = p.expect('(');
  const items: Pattern[] = [];
  let comma = false;
  while (!p.at(')')) {
    items.push(maybeStar(p));
    if (!p.accept(',')) {
      comma = false;
      break;
    }
    comma = true;
  }
  p.expect(')');
  const only = items.length === 1 && !comma ? items[0]! : null;
  if (only !== null && only.kind !== 'MatchStar') return only;
  if (only !== null) p.fail();
  return { ...p.span(start), kind: 'MatchSequence', patterns: items };
}

function mappingPattern(p: Cursor): Pattern {
  const start = p.expect('{');
  const keys: Expr[] = [];
  const values: Pattern[] = [];
  let rest: string | null = null;
  while (!p.at('}')) {
    if (rest !== null) p.fail();
    if (p.accept('**')) {
      if (p.atWord('_')) p.fail();
      rest = identifier(p);
    } else {
      keys.push(mappingKey(p));
      p.expect(':');
      values.push(asPattern(p));
    }
    if (!p.accept(',')) break;
  }
  p.expect('}');
  return { ...p.span(start), kind: 'MatchMapping', keys, patterns: values, rest };
}

function mappingKey(p: Cursor): Expr {
  const token = p.token;
  switch (token.type) {
    case 'NUMBER':
    case '-':
      return signedNumber(p);
    case 'STRING':
    case 'FSTRING_START':
    case 'None':
    case 'True':
    case 'False':
      return primary(p);
    case 'NAME': {
      const path = dottedName(p);
      if (path.kind !== 'Attribute') p.fail();
      return path;
    }
    default:
      return p.fail();
  }
}

function dottedName(p: Cursor): Expr {
  const start = p.token;
  let node: Expr = name(p);
  while (p.accept('.')) {
    const attr = identifier(p);
    node = { ...p.span(start), kind: 'Attribute', value: node, attr };
  }
  return node;
}

function nameOrClass(p: Cursor): Pattern {
  const start = p.token;
  const path = dottedName(p);
  if (p.at('(')) return classPattern(p, path);
  if (path.kind === 'Attribute') return { ...p.span(start), kind: 'MatchValue', value: path };
  if (path.kind !== 'Name') return p.fail();
  if (p.at('=')) p.fail();
  const capture: MatchAs = { ...p.span(start), kind: 'MatchAs', pattern: null, name: path.id === '_' ? null : path.id };
  return capture;
}

function classPattern(p: Cursor, cls: Expr): Pattern {
  p.expect('(');
  const positional: Pattern[] = [];
  const kwdAttrs: string[] = [];
  const kwdPatterns: Pattern[] = [];
  while (!p.at(')')) {
    if (p.at('NAME') && p.peek(1).type === '=') {
      kwdAttrs.push(identifier(p));
      p.next();
      kwdPatterns.push(asPattern(p));
    } else {
      const pattern = asPattern(p);
      if (kwdAttrs.length > 0) {
        if (p.hunting) throw p.errorAt('positional patterns follow keyword patterns', pattern);
        p.fail();
      }
      positional.push(pattern);
    }
    if (!p.accept(',')) break;
  }
  p.expect(')');
  return { ...p.span(cls), kind: 'MatchClass', cls, patterns: positional, kwdAttrs, kwdPatterns };
}
