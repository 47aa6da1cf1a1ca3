import type { Comprehension, Expr, Keyword, Starred } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { comprehensionClauses, refuseStarredElement, startsComprehension } from './parse-displays.ts';
import { identifier } from './parse-names.ts';
import type { Token } from './tokenize.ts';

/** Calls: their arguments, and the mistakes CPython has words for. */

export interface CallArguments {
  readonly args: Expr[];
  readonly keywords: Keyword[];
}

export function call(p: Cursor, start: Token, func: Expr): Expr {
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
      const value = p.rules.expression(p);
      if (p.hunting && p.at('=')) {
        p.next();
        const assigned = p.attempt(p.rules.expression);
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
          if (p.attempt(p.rules.expression) === null) throw p.errorAtFurthest('Invalid star expression');
          throw p.errorFrom('iterable argument unpacking follows keyword argument unpacking', comma);
        }
        p.fail();
      }
      p.next();
      const value = starValue(p, p.rules.expression);
      const starred: Starred = { ...p.span(start), kind: 'Starred', value };
      if (p.hunting && args.length === 0 && keywords.length === 0 && startsComprehension(p)) refuseStarredElement(p, starred);
      if (p.hunting && p.at('=')) {
        p.next();
        const assigned = p.attempt(p.rules.expression);
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
          // Alone it is only wrong before a comma; else it is something behind it that is.
          const first = args.length === 0 && keywords.length === 0;
          if (p.hunting && (!first || p.at(','))) invalidGenerator(p, start, generators);
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
  if (p.at('NAME') && p.peek(1).type === ':=') return p.rules.assignmentExpression(p);
  const value = p.rules.expression(p);
  if (p.at(':=') || p.at('=')) p.fail();
  return value;
}

function keywordArgument(p: Cursor, start: Token): Keyword {
  const arg = identifier(p);
  const equals = p.expect('=');
  if (p.hunting && (p.at(',') || p.at(')'))) throw p.errorBetween('expected argument value expression', start, equals);
  const value = p.rules.expression(p);
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
  const value = p.attempt(p.rules.expression);
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
      if (cursor.accept('**')) cursor.rules.expression(cursor);
      else if (cursor.accept('*')) cursor.rules.expression(cursor);
      else if (cursor.at('NAME') && cursor.peek(1).type === '=') {
        cursor.next();
        cursor.next();
        cursor.rules.expression(cursor);
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

/** What follows a star where nothing else can. */
export function starValue(p: Cursor, rule: (p: Cursor) => Expr): Expr {
  if (!p.hunting) return rule(p);
  const value = p.attempt(rule);
  if (value === null) throw p.errorAtFurthest('Invalid star expression');
  return value;
}
