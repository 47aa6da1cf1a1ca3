import type { Constant } from '../bytecode/code-unit.ts';
import { complexRepr } from '../numeric/complex-text.ts';
import { floatRepr } from '../numeric/float-repr.ts';
import { bytesRepr, stringReprOfText } from '../text/str-repr.ts';
import type { Arg, Arguments, BinaryOperator, Comprehension, Expr, JoinedStr } from './ast.ts';

/**
 * An expression's text, as annotations show it under `from __future__ import annotations` (Python/ast_unparse.c): normalised
 * blanks and quotes, brackets only where precedence asks for them.
 */
export function sourceOfExpr(node: Expr): string {
  return show(node, LEVEL.test);
}

const LEVEL = {
  named: 0,
  tuple: 1,
  test: 2,
  or: 3,
  and: 4,
  not: 5,
  compare: 6,
  bitOr: 7,
  bitXor: 8,
  bitAnd: 9,
  shift: 10,
  sum: 11,
  term: 12,
  factor: 13,
  power: 14,
  await: 15,
  atom: 16,
} as const;

const BINARY_LEVEL: Readonly<Record<BinaryOperator, number>> = {
  '|': LEVEL.bitOr,
  '^': LEVEL.bitXor,
  '&': LEVEL.bitAnd,
  '<<': LEVEL.shift,
  '>>': LEVEL.shift,
  '+': LEVEL.sum,
  '-': LEVEL.sum,
  '*': LEVEL.term,
  '/': LEVEL.term,
  '//': LEVEL.term,
  '%': LEVEL.term,
  '@': LEVEL.term,
  '**': LEVEL.power,
};

function bracketed(text: string, isNeeded: boolean): string {
  return isNeeded ? `(${text})` : text;
}

function list(nodes: readonly Expr[], level: number): string {
  return nodes.map((node) => show(node, level)).join(', ');
}

function show(node: Expr, level: number): string {
  switch (node.kind) {
    case 'BoolOp': {
      const own = node.op === 'and' ? LEVEL.and : LEVEL.or;
      return bracketed(node.values.map((value) => show(value, own + 1)).join(` ${node.op} `), level > own);
    }
    case 'BinOp': {
      const own = BINARY_LEVEL[node.op];
      const right = node.op === '**';
      const text = `${show(node.left, own + (right ? 1 : 0))} ${node.op} ${show(node.right, own + (right ? 0 : 1))}`;
      return bracketed(text, level > own);
    }
    case 'UnaryOp': {
      const own = node.op === 'not' ? LEVEL.not : LEVEL.factor;
      return bracketed(`${node.op === 'not' ? 'not ' : node.op}${show(node.operand, own)}`, level > own);
    }
    case 'Lambda': {
      // A blank before positional parameters only, as CPython has it.
      const blank = node.args.posOnly.length + node.args.args.length > 0 ? ' ' : '';
      return bracketed(`lambda${blank}${parameters(node.args)}: ${show(node.body, LEVEL.test)}`, level > LEVEL.test);
    }
    case 'IfExp': {
      const inner = LEVEL.test + 1;
      const text = `${show(node.body, inner)} if ${show(node.test, inner)} else ${show(node.orelse, LEVEL.test)}`;
      return bracketed(text, level > LEVEL.test);
    }
    case 'Dict':
      return `{${node.values.map((value, index) => item(node.keys[index] ?? null, value)).join(', ')}}`;
    case 'Set':
      return `{${list(node.elts, LEVEL.test)}}`;
    case 'GeneratorExp':
      return `(${show(node.elt, LEVEL.test)}${clauses(node.generators)})`;
    case 'ListComp':
      return `[${show(node.elt, LEVEL.test)}${clauses(node.generators)}]`;
    case 'SetComp':
      return `{${show(node.elt, LEVEL.test)}${clauses(node.generators)}}`;
    case 'DictComp':
      return `{${show(node.key, LEVEL.test)}: ${show(node.value, LEVEL.test)}${clauses(node.generators)}}`;
    case 'Yield':
      return node.value === null ? '(yield)' : `(yield ${show(node.value, LEVEL.test)})`;
    case 'YieldFrom':
      return `(yield from ${show(node.value, LEVEL.test)})`;
    case 'Await':
      return bracketed(`await ${show(node.value, LEVEL.atom)}`, level > LEVEL.await);
    case 'Compare': {
      const inner = LEVEL.compare + 1;
      const rest = node.ops.map((op, index) => ` ${op} ${show(node.comparators[index]!, inner)}`).join('');
      return bracketed(show(node.left, inner) + rest, level > LEVEL.compare);
    }
    case 'Call': {
      const func = show(node.func, LEVEL.atom);
      const only = node.args.length === 1 && node.keywords.length === 0 ? node.args[0]! : null;
      if (only?.kind === 'GeneratorExp') return func + show(only, LEVEL.test);
      const args = node.args.map((arg) => show(arg, LEVEL.test));
      for (const keyword of node.keywords) {
        args.push(`${keyword.arg === null ? '**' : `${keyword.arg}=`}${show(keyword.value, LEVEL.test)}`);
      }
      return `${func}(${args.join(', ')})`;
    }
    case 'Constant':
      return showConstant(node.value);
    case 'JoinedStr':
      return `f${stringReprOfText(joined(node))}`;
    case 'FormattedValue':
      return `f${stringReprOfText(field(node))}`;
    case 'Attribute': {
      const isInt = node.value.kind === 'Constant' && node.value.value.kind === 'int';
      return `${show(node.value, LEVEL.atom)}${isInt ? ' .' : '.'}${node.attr}`;
    }
    case 'Starred':
      return `*${show(node.value, LEVEL.bitOr)}`;
    case 'Name':
      return node.id;
    case 'List':
      return `[${list(node.elts, LEVEL.test)}]`;
    case 'Tuple':
      if (node.elts.length === 0) return '()';
      return bracketed(list(node.elts, LEVEL.test) + (node.elts.length === 1 ? ',' : ''), level > LEVEL.tuple);
    case 'Subscript':
      return `${show(node.value, LEVEL.atom)}[${show(node.slice, LEVEL.tuple)}]`;
    case 'Slice': {
      const bound = (part: Expr | null): string => (part === null ? '' : show(part, LEVEL.test));
      return `${bound(node.lower)}:${bound(node.upper)}${node.step === null ? '' : `:${bound(node.step)}`}`;
    }
    case 'NamedExpr':
      return bracketed(`${node.target.id} := ${show(node.value, LEVEL.atom)}`, level > LEVEL.named);
  }
}

function item(key: Expr | null, value: Expr): string {
  return key === null ? `**${show(value, LEVEL.bitOr)}` : `${show(key, LEVEL.test)}: ${show(value, LEVEL.test)}`;
}

function clauses(generators: readonly Comprehension[]): string {
  return generators
    .map(({ target, iter, ifs, isAsync }) => {
      const head = ` ${isAsync ? 'async ' : ''}for ${show(target, LEVEL.tuple)} in ${show(iter, LEVEL.test + 1)}`;
      return head + ifs.map((condition) => ` if ${show(condition, LEVEL.test + 1)}`).join('');
    })
    .join('');
}

function parameters(args: Arguments): string {
  const out: string[] = [];
  const positional = [...args.posOnly, ...args.args];
  const withoutDefault = positional.length - args.defaults.length;
  positional.forEach((arg, index) => {
    out.push(parameter(arg, args.defaults[index - withoutDefault] ?? null));
    if (index === args.posOnly.length - 1) out.push('/');
  });
  if (args.vararg !== null) out.push(`*${parameter(args.vararg, null)}`);
  else if (args.kwOnly.length > 0) out.push('*');
  args.kwOnly.forEach((arg, index) => {
    out.push(parameter(arg, args.kwDefaults[index] ?? null));
  });
  if (args.kwarg !== null) out.push(`**${parameter(args.kwarg, null)}`);
  return out.join(', ');
}

function parameter(arg: Arg, value: Expr | null): string {
  return value === null ? arg.arg : `${arg.arg}=${show(value, LEVEL.test)}`;
}

function joined(node: JoinedStr): string {
  return node.values.map((part) => (part.kind === 'FormattedValue' ? field(part) : literal(part))).join('');
}

function literal(part: Expr): string {
  if (part.kind === 'Constant' && part.value.kind === 'str') return part.value.value.replace(/[{}]/g, '$&$&');
  return part.kind === 'JoinedStr' ? joined(part) : show(part, LEVEL.test);
}

function field(node: Extract<Expr, { kind: 'FormattedValue' }>): string {
  const value = show(node.value, LEVEL.test + 1);
  const conversion = node.conversion === null ? '' : `!${node.conversion}`;
  const spec = node.formatSpec === null ? '' : `:${joined(node.formatSpec)}`;
  // Two braces in a row would be text.
  return `{${value.startsWith('{') ? ' ' : ''}${value}${conversion}${spec}}`;
}

function showConstant(value: Constant): string {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'ellipsis':
      return '...';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return String(value.value);
    case 'float':
      return floatRepr(value.value).replace('inf', '1e309');
    case 'complex':
      return complexRepr(value.real, value.imag).replaceAll('inf', '1e309');
    case 'str':
      return stringReprOfText(value.value);
    case 'bytes':
      return bytesRepr(value.value);
    case 'tuple':
      return `(${value.items.map(showConstant).join(', ')}${value.items.length === 1 ? ',' : ''})`;
    case 'frozenset':
    case 'code':
      return '';
  }
}
