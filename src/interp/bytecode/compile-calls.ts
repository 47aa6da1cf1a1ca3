import type { Attribute, Call, Expr, Keyword, Located } from '../syntax/ast.ts';
import { DEF_IMPORT } from '../syntax/scopes.ts';
import type { Constant } from './code-unit.ts';
import { strConstant, tupleConstant } from './compile-tables.ts';
import { attributePlace } from './compile-targets.ts';
import { type Compiler, STACK_GUIDELINE } from './compiler.ts';

/** Calls, `super()` lookups, and displays with stars. */

export function compileCall(c: Compiler, node: Call): void {
  if (methodCall(c, node)) return;
  c.expr(node.func);
  callWith(c, 0, node.args, node.keywords, node);
}

/** `obj.name(…)` without making a bound method. */
function methodCall(c: Compiler, node: Call): boolean {
  const { func, args, keywords } = node;
  if (func.kind !== 'Attribute' || isImportedModule(c, func.value)) return false;
  if (args.length + keywords.length + (keywords.length > 0 ? 1 : 0) >= STACK_GUIDELINE) return false;
  if (args.some((arg) => arg.kind === 'Starred') || keywords.some((keyword) => keyword.arg === null)) return false;
  const place = attributePlace(func, func);
  if (isSuperLookup(c, func)) {
    loadSuper(c, func);
    c.withName('LOAD_SUPER_METHOD', c.unit.mangled(func.attr), place);
  } else {
    c.expr(func.value);
    c.withName('LOAD_METHOD', c.unit.mangled(func.attr), place);
  }
  c.exprs(args);
  const callPlace = attributePlace(node, func);
  if (keywords.length === 0) c.op('CALL_METHOD', callPlace, args.length);
  else {
    keywordValues(c, keywords, callPlace);
    c.op('CALL_METHOD_KW', callPlace, args.length + keywords.length);
  }
  return true;
}

/** Functions of an imported module are looked up as attributes: a method load would gain nothing. */
function isImportedModule(c: Compiler, node: Expr): boolean {
  if (node.kind !== 'Name') return false;
  return (c.scopes.module.flagsOf(node.id) & DEF_IMPORT) !== 0 && c.unit.scope.type !== 'class'
    ? c.unit.symbol(node.id)?.resolution === 'implicit' || c.unit.kind === 'module'
    : false;
}

/** Arguments, then the call; `pushed` operands that count as arguments are on the stack above the callable. */
export function callWith(
  c: Compiler,
  pushed: number,
  args: readonly Expr[],
  keywords: readonly Keyword[],
  place: Located,
): void {
  const unpacking =
    args.some((arg) => arg.kind === 'Starred') ||
    keywords.some((keyword) => keyword.arg === null) ||
    args.length + pushed + keywords.length * 2 > STACK_GUIDELINE;
  if (!unpacking) {
    c.exprs(args);
    if (keywords.length === 0) {
      c.op('CALL', place, pushed + args.length);
      return;
    }
    keywordValues(c, keywords, place);
    c.op('CALL_KW', place, pushed + args.length + keywords.length);
    return;
  }
  const only = args.length === 1 ? args[0]! : null;
  if (pushed === 0 && only?.kind === 'Starred') c.expr(only.value);
  else display(c, args, pushed, 'tuple', place);
  if (keywords.length > 0) keywordMapping(c, keywords, place);
  c.op('CALL_EX', place, keywords.length > 0 ? 1 : 0);
}

function keywordValues(c: Compiler, keywords: readonly Keyword[], place: Located): void {
  for (const keyword of keywords) c.expr(keyword.value);
  c.constant(tupleConstant(keywords.map((keyword) => strConstant(keyword.arg!))), place);
}

function keywordMapping(c: Compiler, keywords: readonly Keyword[], place: Located): void {
  let merged = false;
  let from = 0;
  const flush = (to: number): void => {
    if (to === from) return;
    namedValues(c, keywords.slice(from, to), place);
    if (merged) c.op('DICT_MERGE', place, 1);
    merged = true;
  };
  for (let index = 0; index < keywords.length; index++) {
    const keyword = keywords[index]!;
    if (keyword.arg !== null) continue;
    flush(index);
    if (!merged) {
      c.op('BUILD_MAP', place, 0);
      merged = true;
    }
    c.expr(keyword.value);
    c.op('DICT_MERGE', place, 1);
    from = index + 1;
  }
  flush(keywords.length);
}

function namedValues(c: Compiler, keywords: readonly Keyword[], place: Located): void {
  const big = keywords.length * 2 > STACK_GUIDELINE;
  if (big) c.op('BUILD_MAP', place, 0);
  for (const keyword of keywords) {
    c.constant(strConstant(keyword.arg!), keyword);
    c.expr(keyword.value);
    if (big) c.op('MAP_ADD', keyword.value, 1);
  }
  if (!big) c.op('BUILD_MAP', place, keywords.length);
}

// ---- super

/** `super().x` or `super(A, b).x` where `super` can only be the builtin. */
export function isSuperLookup(c: Compiler, node: Attribute): boolean {
  const { value } = node;
  if (value.kind !== 'Call' || value.func.kind !== 'Name' || value.func.id !== 'super') return false;
  if (value.keywords.length > 0 || c.unit.symbol('super')?.resolution !== 'implicit') return false;
  // A module that names `super` in its own text might rebind it.
  if (c.scopes.module.resolutionOf('super') !== null) return false;
  if (value.args.length === 2) return value.args.every((arg) => arg.kind !== 'Starred');
  if (value.args.length !== 0) return false;
  const { unit } = c;
  if (unit.argCount + unit.posOnlyCount === 0) return false;
  return unit.symbol('__class__')?.resolution === 'free';
}

/** Pushes `super`, the class and the instance. */
export function loadSuper(c: Compiler, node: Attribute): void {
  const call = node.value as Call;
  const place = call.func;
  c.loadName('super', place);
  if (call.args.length === 2) {
    c.exprs(call.args);
    return;
  }
  c.op('LOAD_DEREF', call, c.unit.cellOperand('__class__', true));
  const first = c.unit.varNames.keys().next().value!;
  // Parameter names in the table are mangled already; only plain lookup is left.
  loadParameter(c, first, call);
}

function loadParameter(c: Compiler, name: string, place: Located): void {
  const resolution = c.unit.symbol(name)?.resolution;
  if (resolution === 'cell') c.op('LOAD_DEREF', place, c.unit.cellOperand(name, false));
  else c.withLocal('LOAD_FAST', name, place);
}

// ---- displays

type DisplayKind = 'list' | 'tuple' | 'set';

const BUILD = { list: 'BUILD_LIST', tuple: 'BUILD_LIST', set: 'BUILD_SET' } as const;
const APPEND = { list: 'LIST_APPEND', tuple: 'LIST_APPEND', set: 'SET_ADD' } as const;
const EXTEND = { list: 'LIST_EXTEND', tuple: 'LIST_EXTEND', set: 'SET_UPDATE' } as const;

/** A list, tuple or set display; `pushed` first elements are on the stack already. */
export function display(c: Compiler, elts: readonly Expr[], pushed: number, kind: DisplayKind, place: Located): void {
  if (elts.length > 2 && constantDisplay(c, elts, pushed, kind, place)) return;
  if (kind === 'tuple' && pushed === 0 && constantTuple(c, elts, place)) return;
  const starred = elts.some((item) => item.kind === 'Starred');
  const big = elts.length + pushed > STACK_GUIDELINE;
  if (!starred && !big) {
    c.exprs(elts);
    c.op(kind === 'tuple' ? 'BUILD_TUPLE' : BUILD[kind], place, elts.length + pushed);
    return;
  }
  let built = big;
  if (big) c.op(BUILD[kind], place, pushed);
  for (let index = 0; index < elts.length; index++) {
    const item = elts[index]!;
    if (item.kind === 'Starred') {
      if (!built) c.op(BUILD[kind], place, index + pushed);
      built = true;
      c.expr(item.value);
      c.op(EXTEND[kind], place, 1);
    } else {
      c.expr(item);
      if (built) c.op(APPEND[kind], place, 1);
    }
  }
  if (kind === 'tuple') c.op('LIST_TO_TUPLE', place);
}

function constantDisplay(c: Compiler, elts: readonly Expr[], pushed: number, kind: DisplayKind, place: Located): boolean {
  const items: Constant[] = [];
  for (const item of elts) {
    if (item.kind !== 'Constant') return false;
    items.push(item.value);
  }
  const folded: Constant = kind === 'set' ? { kind: 'frozenset', items } : tupleConstant(items);
  if (kind === 'tuple' && pushed === 0) {
    c.constant(folded, place);
    return true;
  }
  c.op(BUILD[kind], place, pushed);
  c.constant(folded, place);
  c.op(EXTEND[kind], place, 1);
  if (kind === 'tuple') c.op('LIST_TO_TUPLE', place);
  return true;
}

/** A short tuple of constants, as the arguments of a call may be. */
function constantTuple(c: Compiler, elts: readonly Expr[], place: Located): boolean {
  const items: Constant[] = [];
  for (const item of elts) {
    if (item.kind !== 'Constant') return false;
    items.push(item.value);
  }
  for (const item of items) c.unit.constant(item);
  c.lateConstant(tupleConstant(items), place);
  return true;
}

/** A dict display. */
export function dictDisplay(c: Compiler, keys: readonly (Expr | null)[], values: readonly Expr[], place: Located): void {
  let merged = false;
  let from = 0;
  const flush = (to: number): void => {
    if (to === from) return;
    const big = (to - from) * 2 > STACK_GUIDELINE;
    if (big) c.op('BUILD_MAP', place, 0);
    for (let index = from; index < to; index++) {
      c.expr(keys[index]!);
      c.expr(values[index]!);
      if (big) c.op('MAP_ADD', place, 1);
    }
    if (!big) c.op('BUILD_MAP', place, to - from);
    if (merged) c.op('DICT_UPDATE', place, 1);
    merged = true;
    from = to;
  };
  for (let index = 0; index < keys.length; index++) {
    if (keys[index] !== null) {
      if ((index - from) * 2 > STACK_GUIDELINE) flush(index + 1);
      continue;
    }
    flush(index);
    if (!merged) c.op('BUILD_MAP', place, 0);
    merged = true;
    c.expr(values[index]!);
    c.op('DICT_UPDATE', place, 1);
    from = index + 1;
  }
  flush(keys.length);
  if (!merged) c.op('BUILD_MAP', place, 0);
}
