import type {
  Arg,
  Arguments,
  ClassDef,
  Expr,
  FunctionDef,
  Lambda,
  Located,
  Name,
  Stmt,
  TypeAlias,
  TypeParam,
} from '../syntax/ast.ts';
import { sourceOfExpr } from '../syntax/unparse.ts';
import type { CodeUnit, Constant } from './code-unit.ts';
import { callWith } from './compile-calls.ts';
import { endGenerator } from './compile-comprehensions.ts';
import { intConstant, NONE, strConstant, tupleConstant } from './compile-tables.ts';
import type { Unit } from './compile-unit.ts';
import type { Compiler } from './compiler.ts';
import { NOWHERE } from './flow-graph.ts';

/** Functions, classes, type parameters and type aliases (PEP 695, 696). */

const HAS_DEFAULTS = 1;
const HAS_KW_DEFAULTS = 2;
const HAS_ANNOTATIONS = 4;

// ---- functions

export function compileLambda(c: Compiler, node: Lambda): void {
  const flags = defaultArguments(c, node.args, node);
  const unit = c.enter('lambda', '<lambda>', node, node.line);
  // A lambda has no docstring: its first constant is None.
  unit.constant(NONE);
  setArguments(unit, node.args);
  // A lambda that yields has no guard against StopIteration: CPython 3.13 gives it none.
  c.expr(node.body);
  c.op('RETURN_VALUE', node.body);
  const code = c.leave(false);
  c.makeFunction(code, flags, node);
}

function setArguments(unit: Unit, args: Arguments): void {
  unit.argCount = args.posOnly.length + args.args.length;
  unit.posOnlyCount = args.posOnly.length;
  unit.kwOnlyCount = args.kwOnly.length;
  unit.hasVarargs = args.vararg !== null;
  unit.hasVarkeywords = args.kwarg !== null;
}

/** Pushes defaults; gives the flags of MAKE_FUNCTION that say so. */
function defaultArguments(c: Compiler, args: Arguments, place: Located): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    flags |= HAS_DEFAULTS;
    tupleOf(c, args.defaults, place);
  }
  let count = 0;
  args.kwOnly.forEach((arg, index) => {
    const value = args.kwDefaults[index] ?? null;
    if (value === null) return;
    c.constant(strConstant(c.unit.mangled(arg.arg)), place);
    c.expr(value);
    count++;
  });
  if (count > 0) {
    flags |= HAS_KW_DEFAULTS;
    c.op('BUILD_MAP', place, count);
  }
  return flags;
}

function tupleOf(c: Compiler, items: readonly Expr[], place: Located): void {
  if (items.every((item) => item.kind === 'Constant')) {
    const values = items.map((item) => (item as { value: Constant }).value);
    for (const value of values) c.unit.constant(value);
    c.lateConstant(tupleConstant(values), place);
    return;
  }
  c.exprs(items);
  c.op('BUILD_TUPLE', place, items.length);
}

/** Pushes the tuple of names and annotations, if there are any; gives the flag for it. */
function annotations(c: Compiler, args: Arguments, returns: Expr | null, place: Located): number {
  const named: [string, Expr, boolean][] = [];
  const add = (arg: Arg | null, starred = false): void => {
    if (arg !== null && arg.annotation !== null) named.push([c.unit.mangled(arg.arg), arg.annotation, starred]);
  };
  for (const arg of args.args) add(arg);
  for (const arg of args.posOnly) add(arg);
  add(args.vararg, true);
  for (const arg of args.kwOnly) add(arg);
  add(args.kwarg);
  if (returns !== null) named.push(['return', returns, false]);
  if (named.length === 0) return 0;
  if (c.futureAnnotations) {
    const items = named.flatMap(([name, node]) => [strConstant(name), strConstant(sourceOfExpr(node))]);
    c.lateConstant(tupleConstant(items), place);
    return HAS_ANNOTATIONS;
  }
  for (const [name, node, starred] of named) {
    c.constant(strConstant(name), place);
    if (starred && node.kind === 'Starred') {
      c.expr(node.value);
      c.op('UNPACK_SEQUENCE', place, 1);
    } else c.expr(node);
  }
  c.op('BUILD_TUPLE', place, named.length * 2);
  return HAS_ANNOTATIONS;
}

export function compileFunction(c: Compiler, node: FunctionDef): void {
  const firstLine = node.decorators[0]?.line ?? node.line;
  c.exprs(node.decorators);
  const place = {
    line: firstLine === node.line ? node.line : node.line,
    col: node.col,
    endLine: node.endLine,
    endCol: node.endCol,
  };
  const flags = defaultArguments(c, node.args, place);
  if (node.typeParams.length === 0) {
    const all = flags | annotations(c, node.args, node.returns, place);
    const code = functionBody(c, node, firstLine);
    c.makeFunction(code, all, place);
  } else genericFunction(c, node, firstLine, flags, place);
  decorate(c, node.decorators);
  c.storeName(node.name, place);
}

function genericFunction(c: Compiler, node: FunctionDef, firstLine: number, flags: number, place: Located): void {
  const unit = c.enter('typeParams', `<generic parameters of ${node.name}>`, node.typeParams, firstLine);
  let passed = 0;
  typeParameters(c, node.typeParams);
  if ((flags & HAS_DEFAULTS) !== 0) c.op('LOAD_FAST', place, passed++);
  if ((flags & HAS_KW_DEFAULTS) !== 0) c.op('LOAD_FAST', place, passed++);
  const all = flags | annotations(c, node.args, node.returns, place);
  const code = functionBody(c, node, firstLine);
  c.makeFunction(code, all, place);
  c.op('SWAP', place, 2);
  c.op('SET_FUNCTION_TYPE_PARAMS', place);
  c.op('RETURN_VALUE', place);
  unit.argCount = passed;
  const wrapper = c.leave(false);
  c.makeFunction(wrapper, 0, place);
  // Below the wrapper lie the defaults it is called with.
  if (passed === 1) c.op('SWAP', place, 2);
  if (passed === 2) {
    c.op('SWAP', place, 3);
    c.op('SWAP', place, 2);
  }
  c.op('CALL', place, passed);
}

function functionBody(c: Compiler, node: FunctionDef, firstLine: number): CodeUnit {
  const unit = c.enter(node.isAsync ? 'async' : 'function', node.name, node, firstLine);
  const doc = docstringOf(node.body);
  unit.docstring = doc;
  unit.constant(doc === null ? NONE : strConstant(doc));
  setArguments(unit, node.args);
  const isGenerator = unit.scope.generator || unit.scope.coroutine;
  if (isGenerator) c.pushFrame({ kind: 'stopIteration' }, node);
  c.stmts(doc === null ? node.body : node.body.slice(1));
  if (isGenerator) {
    endGenerator(c);
    c.popFrame();
    return c.leave(false);
  }
  return c.leave(true);
}

/** The string a body opens with, cleaned of its indentation as CPython 3.13 does; null when there is none. */
export function docstringOf(body: readonly Stmt[]): string | null {
  const first = body[0];
  if (first?.kind !== 'Expr' || first.value.kind !== 'Constant' || first.value.value.kind !== 'str') return null;
  return cleanDocstring(first.value.value.value);
}

/** inspect.cleandoc's indentation rule, without its stripping of blank lines (Python/compile.c, `_PyCompile_CleanDoc`). */
export function cleanDocstring(text: string): string {
  const doc = text.replace(/\t/g, '\t');
  const lines = expandTabs(doc).split('\n');
  let margin = Number.POSITIVE_INFINITY;
  for (const line of lines.slice(1)) {
    const indent = line.length - line.replace(/^ +/, '').length;
    if (indent < line.length) margin = Math.min(margin, indent);
  }
  if (margin === Number.POSITIVE_INFINITY) margin = 0;
  const first = lines[0]!.replace(/^ +/, '');
  return [first, ...lines.slice(1).map((line) => line.slice(Math.min(margin, leadingBlanks(line))))].join('\n');
}

function leadingBlanks(line: string): number {
  return line.length - line.replace(/^ +/, '').length;
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let out = '';
  let column = 0;
  for (const char of text) {
    if (char === '\t') {
      const width = 8 - (column % 8);
      out += ' '.repeat(width);
      column += width;
    } else {
      out += char;
      column = char === '\n' || char === '\r' ? 0 : column + 1;
    }
  }
  return out;
}

function decorate(c: Compiler, decorators: readonly Expr[]): void {
  for (let index = decorators.length - 1; index >= 0; index--) c.op('CALL', decorators[index]!, 1);
}

// ---- classes

export function compileClass(c: Compiler, node: ClassDef): void {
  const firstLine = node.decorators[0]?.line ?? node.line;
  c.exprs(node.decorators);
  const generic = node.typeParams.length > 0;
  if (generic) {
    const unit = c.enter('typeParams', `<generic parameters of ${node.name}>`, node.typeParams, firstLine);
    unit.className = node.name;
    typeParameters(c, node.typeParams);
    c.storeName('.type_params', node);
  }
  const code = classBody(c, node, firstLine);
  c.op('LOAD_BUILD_CLASS', node);
  c.makeFunction(code, 0, node);
  c.constant(strConstant(node.name), node);
  if (generic) {
    c.loadName('.type_params', node);
    c.op('SUBSCRIPT_GENERIC', node);
    c.storeName('.generic_base', node);
    const base: Name = {
      kind: 'Name',
      id: '.generic_base',
      line: node.line,
      col: node.col,
      endLine: node.endLine,
      endCol: node.endCol,
    };
    callWith(c, 2, [...node.bases, base], node.keywords, node);
    c.op('RETURN_VALUE', node);
    const wrapper = c.leave(false);
    c.makeFunction(wrapper, 0, node);
    c.op('CALL', node, 0);
  } else callWith(c, 2, node.bases, node.keywords, node);
  decorate(c, node.decorators);
  c.storeName(node.name, node);
}

function classBody(c: Compiler, node: ClassDef, firstLine: number): CodeUnit {
  const unit = c.enter('class', node.name, node, firstLine);
  unit.className = node.name;
  const place = { line: firstLine, col: 0, endLine: firstLine, endCol: 0 };
  c.loadName('__name__', place);
  c.storeName('__module__', place);
  c.constant(strConstant(unit.qualname), place);
  c.storeName('__qualname__', place);
  c.constant(intConstant(firstLine), place);
  c.storeName('__firstlineno__', place);
  if (node.typeParams.length > 0) {
    c.loadName('.type_params', place);
    c.storeName('__type_params__', place);
  }
  if (unit.scope.needsClassDict) {
    c.op('LOAD_LOCALS', place);
    c.op('STORE_DEREF', place, unit.cellOperand('__classdict__', false));
  }
  compileBody(c, node.body, place);
  const attributes = [...unit.staticAttributes].sort().map(strConstant);
  c.constant(tupleConstant(attributes), NOWHERE);
  c.storeName('__static_attributes__', NOWHERE);
  if (unit.scope.needsClassDict) {
    c.op('LOAD_CLOSURE', NOWHERE, unit.cellOperand('__classdict__', false));
    c.storeName('__classdictcell__', NOWHERE);
  }
  if (unit.scope.needsClassClosure) {
    c.op('LOAD_CLOSURE', NOWHERE, unit.cellOperand('__class__', false));
    c.op('COPY', NOWHERE, 1);
    c.storeName('__classcell__', NOWHERE);
  } else c.constant(NONE, NOWHERE);
  c.op('RETURN_VALUE', NOWHERE);
  return c.leave(false);
}

/** The statements of a module or class: annotations set up, docstring stored. */
export function compileBody(c: Compiler, body: readonly Stmt[], place: Located): void {
  // In a module they are set up on the line of its first statement.
  if (hasAnnotations(body)) c.op('SETUP_ANNOTATIONS', c.unit.kind === 'module' ? body[0]! : place);
  const doc = c.interactive && c.unit.parent === null ? null : docstringOf(body);
  if (doc === null) {
    c.stmts(body);
    return;
  }
  c.unit.docstring = doc;
  const first = body[0] as Extract<Stmt, { kind: 'Expr' }>;
  c.constant(strConstant(doc), first.value);
  c.storeName('__doc__', NOWHERE);
  c.stmts(body.slice(1));
}

function hasAnnotations(body: readonly Stmt[]): boolean {
  return body.some((node): boolean => {
    switch (node.kind) {
      case 'AnnAssign':
        return true;
      case 'For':
      case 'While':
        return hasAnnotations(node.body) || hasAnnotations(node.orelse);
      case 'If': {
        let at = node;
        for (;;) {
          if (hasAnnotations(at.body)) return true;
          const next = at.orelse.length === 1 ? at.orelse[0]! : null;
          if (next?.kind !== 'If') return hasAnnotations(at.orelse);
          at = next;
        }
      }
      case 'Match':
        return node.cases.some((item) => hasAnnotations(item.body));
      case 'With':
        return hasAnnotations(node.body);
      case 'Try':
        return (
          hasAnnotations(node.body) ||
          hasAnnotations(node.finalbody) ||
          hasAnnotations(node.orelse) ||
          node.handlers.some((handler) => hasAnnotations(handler.body))
        );
      default:
        return false;
    }
  });
}

// ---- type parameters

const CONSTRUCTORS = { TypeVar: 'MAKE_TYPEVAR', ParamSpec: 'MAKE_PARAMSPEC', TypeVarTuple: 'MAKE_TYPEVARTUPLE' } as const;

/** Makes and binds the parameters; leaves their tuple. */
function typeParameters(c: Compiler, params: readonly TypeParam[]): void {
  for (const param of params) {
    c.constant(strConstant(param.name), param);
    if (param.kind === 'TypeVar' && param.bound !== null) {
      lazyExpr(c, param.name, param.bound, false);
      c.op(param.bound.kind === 'Tuple' ? 'MAKE_TYPEVAR_CONSTRAINTS' : 'MAKE_TYPEVAR_BOUND', param);
    } else c.op(CONSTRUCTORS[param.kind], param);
    if (param.defaultValue !== null) {
      lazyExpr(c, param.name, param.defaultValue, param.kind === 'TypeVarTuple');
      c.op('SET_TYPEPARAM_DEFAULT', param);
    }
    c.op('COPY', param, 1);
    c.storeName(param.name, param);
  }
  c.op('BUILD_TUPLE', params[0]!, params.length);
}

/** A function that evaluates a bound or default when it is asked for. */
function lazyExpr(c: Compiler, name: string, node: Expr, starred: boolean): void {
  c.enter('typeParams', name, node, node.line);
  if (starred && node.kind === 'Starred') {
    c.expr(node.value);
    c.op('UNPACK_SEQUENCE', node, 1);
  } else c.expr(node);
  c.op('RETURN_VALUE', node);
  const code = c.leave(true);
  c.makeFunction(code, 0, node);
}

export function compileTypeAlias(c: Compiler, node: TypeAlias): void {
  const generic = node.typeParams.length > 0;
  const { id } = node.name;
  if (generic) {
    c.enter('typeParams', `<generic parameters of ${id}>`, node.typeParams, node.line);
    c.constant(strConstant(id), node);
    typeParameters(c, node.typeParams);
  } else {
    c.constant(strConstant(id), node);
    c.constant(NONE, node);
  }
  const unit = c.enter('function', id, node, node.line);
  unit.constant(NONE);
  c.expr(node.value);
  c.op('RETURN_VALUE', node);
  const code = c.leave(false);
  c.makeFunction(code, 0, node);
  c.op('BUILD_TUPLE', node, 3);
  c.op('MAKE_TYPEALIAS', node);
  if (generic) {
    c.op('RETURN_VALUE', node);
    const wrapper = c.leave(false);
    c.makeFunction(wrapper, 0, node);
    c.op('CALL', node, 0);
  }
  c.storeName(id, node);
}
