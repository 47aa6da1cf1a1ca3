import type { Arg, Arguments, Expr } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { identifier, starredBitwise } from './parse-names.ts';

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
          if (p.hunting && (p.at(',') || p.at(close)))
            throw p.errorAt('parameter without a default follows parameter with a default', param);
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
  if (use === 'def' && p.accept(':'))
    annotation = starred ? (p.at('*') ? starredBitwise(p) : p.rules.expression(p)) : p.rules.expression(p);
  return { ...p.span(start), arg, annotation };
}

function parameterDefault(p: Cursor, close: string): Expr | null {
  const equals = p.accept('=');
  if (equals === null) return null;
  if (p.hunting && (p.at(close) || p.at(','))) throw p.errorAt('expected default value expression', equals);
  return p.rules.expression(p);
}
