import type { Constant } from '../../../src/interp/bytecode/code-unit.ts';
import { complexRepr } from '../../../src/interp/numeric/complex-text.ts';
import { floatRepr } from '../../../src/interp/numeric/float-repr.ts';
import type { Expr, Located, Module } from '../../../src/interp/syntax/ast.ts';
import { asciiEscaped, bytesRepr, stringReprOfText } from '../../../src/interp/text/str-repr.ts';

/** A tree as text, one line a node: what scripts/record-syntax-goldens.py writes of CPython's ast. */
export function treeLines(tree: Module): string[] {
  const out: string[] = [];
  node(tree as unknown as Item, 0, '', out);
  return out;
}

interface Item extends Partial<Located> {
  readonly kind?: string;
  readonly [field: string]: unknown;
}

/** Fields in the order of CPython's ast; kinds without one of their own are told by the field they stand in. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Module: ['body'],
  FunctionDef: ['name', 'args', 'body', 'decorators', 'returns', 'typeParams'],
  ClassDef: ['name', 'bases', 'keywords', 'body', 'decorators', 'typeParams'],
  Return: ['value'],
  Delete: ['targets'],
  Assign: ['targets', 'value'],
  TypeAlias: ['name', 'typeParams', 'value'],
  AugAssign: ['target', 'op', 'value'],
  AnnAssign: ['target', 'annotation', 'value', 'simple'],
  For: ['target', 'iter', 'body', 'orelse'],
  While: ['test', 'body', 'orelse'],
  If: ['test', 'body', 'orelse'],
  With: ['items', 'body'],
  Match: ['subject', 'cases'],
  Raise: ['exc', 'cause'],
  Try: ['body', 'handlers', 'orelse', 'finalbody'],
  Assert: ['test', 'msg'],
  Import: ['names'],
  ImportFrom: ['module', 'names', 'level'],
  Global: ['names'],
  Nonlocal: ['names'],
  Expr: ['value'],
  Pass: [],
  Break: [],
  Continue: [],
  BoolOp: ['op', 'values'],
  NamedExpr: ['target', 'value'],
  BinOp: ['left', 'op', 'right'],
  UnaryOp: ['op', 'operand'],
  Lambda: ['args', 'body'],
  IfExp: ['test', 'body', 'orelse'],
  Dict: ['keys', 'values'],
  Set: ['elts'],
  ListComp: ['elt', 'generators'],
  SetComp: ['elt', 'generators'],
  DictComp: ['key', 'value', 'generators'],
  GeneratorExp: ['elt', 'generators'],
  Await: ['value'],
  Yield: ['value'],
  YieldFrom: ['value'],
  Compare: ['left', 'ops', 'comparators'],
  Call: ['func', 'args', 'keywords'],
  FormattedValue: ['value', 'conversion', 'formatSpec'],
  JoinedStr: ['values'],
  Attribute: ['value', 'attr'],
  Subscript: ['value', 'slice'],
  Starred: ['value'],
  Name: ['id'],
  List: ['elts'],
  Tuple: ['elts'],
  Slice: ['lower', 'upper', 'step'],
  MatchValue: ['value'],
  MatchSequence: ['patterns'],
  MatchMapping: ['keys', 'patterns', 'rest'],
  MatchClass: ['cls', 'patterns', 'kwdAttrs', 'kwdPatterns'],
  MatchStar: ['name'],
  MatchAs: ['pattern', 'name'],
  MatchOr: ['patterns'],
  TypeVar: ['name', 'bound', 'defaultValue'],
  ParamSpec: ['name', 'defaultValue'],
  TypeVarTuple: ['name', 'defaultValue'],
  arguments: ['posOnly', 'args', 'vararg', 'kwOnly', 'kwDefaults', 'kwarg', 'defaults'],
  arg: ['arg', 'annotation'],
  keyword: ['arg', 'value'],
  comprehension: ['target', 'iter', 'ifs', 'isAsync'],
  withitem: ['contextExpr', 'target'],
  match_case: ['pattern', 'guard', 'body'],
  ExceptHandler: ['type', 'name', 'body'],
  alias: ['name', 'asName'],
};

const KIND_BY_FIELD: Readonly<Record<string, string>> = {
  args: 'arguments',
  posOnly: 'arg',
  vararg: 'arg',
  kwOnly: 'arg',
  kwarg: 'arg',
  keywords: 'keyword',
  generators: 'comprehension',
  items: 'withitem',
  cases: 'match_case',
  handlers: 'ExceptHandler',
  names: 'alias',
};

function node(value: unknown, depth: number, field: string, out: string[], owner = ''): void {
  const pad = ' '.repeat(depth);
  if (value === null || value === undefined) out.push(`${pad}-`);
  else if (Array.isArray(value)) {
    out.push(`${pad}[`);
    for (const item of value) node(item, depth + 1, field, out, owner);
  } else if (typeof value === 'boolean') out.push(pad + (value ? 1 : 0));
  else if (typeof value !== 'object') out.push(pad + value);
  else {
    const item = value as Item;
    const kind = item.kind ?? (owner === 'arguments' ? 'arg' : KIND_BY_FIELD[field]!);
    const shown =
      (item['isAsync'] === true && item.kind !== undefined ? 'Async' : '') + kind + (item['isStar'] === true ? 'Star' : '');
    const place = item.line === undefined ? '' : ` ${item.line}:${item.col}-${item.endLine}:${item.endCol}`;
    if (kind === 'Constant' || kind === 'MatchSingleton') {
      out.push(`${pad}${shown}${place} ${constant((item as unknown as Extract<Expr, { kind: 'Constant' }>).value)}`);
      return;
    }
    out.push(`${pad}${shown}${place}`);
    for (const name of FIELDS[kind]!) node(item[name], depth + 1, name, out, kind);
  }
}

function constant(value: Constant): string {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'ellipsis':
      return 'Ellipsis';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return String(value.value);
    case 'float':
      return floatRepr(value.value);
    case 'complex':
      return complexRepr(value.real, value.imag);
    case 'str':
      return asciiEscaped(stringReprOfText(value.value));
    case 'bytes':
      return bytesRepr(value.value);
    default:
      return value.kind;
  }
}
