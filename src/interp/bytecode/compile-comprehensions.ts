import type { Comprehension, ComprehensionExpr, Expr, Located } from '../syntax/ast.ts';
import { DEF_LOCAL, DEF_NONLOCAL, isFunctionLike, type NameSymbol, type Scope } from '../syntax/scopes.ts';
import { jumpIf } from './compile-jumps.ts';
import { NONE } from './compile-tables.ts';
import { store } from './compile-targets.ts';
import { awaitValue, type Compiler, yieldFrom } from './compiler.ts';
import { Block, NOWHERE, POP_BLOCK, SETUP_CLEANUP, SETUP_FINALLY } from './flow-graph.ts';

/**
 * Comprehensions and generator expressions. Comprehensions run in the frame around them (PEP 709): names they bind are saved
 * on the operand stack, used as fast locals and put back, also when an exception passes.
 */

const NAMES = { ListComp: '<listcomp>', SetComp: '<setcomp>', DictComp: '<dictcomp>', GeneratorExp: '<genexpr>' } as const;
const BUILDS = { ListComp: 'BUILD_LIST', SetComp: 'BUILD_SET', DictComp: 'BUILD_MAP' } as const;

export function compileComprehension(c: Compiler, node: ComprehensionExpr): void {
  const scope = c.scopes.of(node);
  const first = node.generators[0]!;
  if (scope.inlined) {
    loadIterable(c, first, node);
    const saved = pushInlined(c, scope, node);
    c.op(BUILDS[node.kind as keyof typeof BUILDS], node, 0);
    c.op('SWAP', node, 2);
    clauses(c, node, 0, 0, true);
    popInlined(c, saved, node);
    return;
  }
  const isGenerator = node.kind === 'GeneratorExp';
  const isAsync = scope.coroutine;
  const unit = c.enter('comprehension', NAMES[node.kind], node, node.line);
  unit.argCount = 1;
  if (isGenerator) c.pushFrame({ kind: 'stopIteration' }, node);
  else c.op(BUILDS[node.kind], node, 0);
  clauses(c, node, 0, 0, false);
  if (isGenerator) {
    endGenerator(c);
    c.popFrame();
  } else c.op('RETURN_VALUE', node.kind === 'DictComp' ? node.key : node.elt);
  const code = c.leave(!isGenerator);
  c.makeFunction(code, 0, node);
  loadIterable(c, first, node);
  c.op('CALL', node, 1);
  if (isAsync && !isGenerator) awaitValue(c, 0, node);
}

/** A generator's StopIteration is an error of its own (PEP 479): the handler around its whole body, and the final return. */
export function endGenerator(c: Compiler): void {
  const handler = new Block();
  c.unit.prepend(SETUP_CLEANUP, handler);
  c.constant(NONE, NOWHERE);
  c.op('RETURN_VALUE', NOWHERE);
  c.use(handler);
  c.op('STOPITERATION_ERROR', NOWHERE);
  c.op('RERAISE', NOWHERE, 1);
}

function loadIterable(c: Compiler, clause: Comprehension, place: Located): void {
  void place;
  c.expr(clause.iter);
  c.op(clause.isAsync ? 'GET_AITER' : 'GET_ITER', clause.iter);
}

function clauses(c: Compiler, node: ComprehensionExpr, index: number, depth: number, onStack: boolean): void {
  const clause = node.generators[index]!;
  if (clause.isAsync) asyncClause(c, node, index, depth, onStack);
  else syncClause(c, node, index, depth, onStack);
}

/** `for y in [f(x)]`: a single value needs no loop. */
function onlyItem(node: Expr): Expr | null {
  if ((node.kind !== 'List' && node.kind !== 'Tuple') || node.elts.length !== 1) return null;
  const item = node.elts[0]!;
  return item.kind === 'Starred' ? null : item;
}

function syncClause(c: Compiler, node: ComprehensionExpr, index: number, depth: number, onStack: boolean): void {
  const clause = node.generators[index]!;
  const start = new Block();
  const skip = new Block();
  const end = new Block();
  const only = index === 0 ? null : onlyItem(clause.iter);
  if (index === 0) {
    if (!onStack) c.op('LOAD_FAST', node, 0);
  } else if (only !== null) c.expr(only);
  else loadIterable(c, clause, node);
  const inner = only === null ? depth + 1 : depth;
  if (only === null) {
    c.use(start);
    c.jump('FOR_ITER', end, clause.iter);
  }
  store(c, clause.target);
  for (const condition of clause.ifs) jumpIf(c, condition, skip, false);
  const place = element(c, node, index, inner);
  c.use(skip);
  if (only === null) {
    c.jump('JUMP', start, place);
    c.use(end);
  }
}

function asyncClause(c: Compiler, node: ComprehensionExpr, index: number, depth: number, onStack: boolean): void {
  const clause = node.generators[index]!;
  const start = new Block();
  const skip = new Block();
  const except = new Block();
  if (index > 0) loadIterable(c, clause, node);
  else if (!onStack) c.op('LOAD_FAST', node, 0);
  c.use(start);
  c.pushFrame({ kind: 'asyncComprehension' }, node);
  c.pseudo(SETUP_FINALLY, node, except);
  c.op('GET_ANEXT', node);
  c.constant(NONE, node);
  yieldFrom(c, node, true);
  c.pseudo(POP_BLOCK, node);
  store(c, clause.target);
  for (const condition of clause.ifs) jumpIf(c, condition, skip, false);
  const place = element(c, node, index, depth + 1);
  c.use(skip);
  c.jump('JUMP', start, place);
  c.popFrame();
  c.use(except);
  c.op('END_ASYNC_FOR', node);
}

/** What one round adds: the next clause, or the element. */
function element(c: Compiler, node: ComprehensionExpr, index: number, depth: number): Located {
  const place = elementPlace(node);
  if (index + 1 < node.generators.length) {
    clauses(c, node, index + 1, depth, false);
    return place;
  }
  switch (node.kind) {
    case 'GeneratorExp':
      c.expr(node.elt);
      yieldValue(c, place);
      c.op('POP_TOP', place);
      break;
    case 'ListComp':
      c.expr(node.elt);
      c.op('LIST_APPEND', place, depth + 1);
      break;
    case 'SetComp':
      c.expr(node.elt);
      c.op('SET_ADD', place, depth + 1);
      break;
    case 'DictComp':
      c.expr(node.key);
      c.expr(node.value);
      c.op('MAP_ADD', place, depth + 1);
  }
  return place;
}

function elementPlace(node: ComprehensionExpr): Located {
  if (node.kind !== 'DictComp') return node.elt;
  const { key, value } = node;
  return { line: key.line, col: key.col, endLine: value.endLine, endCol: value.endCol };
}

/** Yields the value on top of the stack. */
export function yieldValue(c: Compiler, place: Located): void {
  const { scope } = c.unit;
  if (scope.generator && scope.coroutine) c.op('ASYNC_GEN_WRAP', place);
  c.op('YIELD_VALUE', place, 0);
  c.op('RESUME', place, 1);
}

// ---- inlining

interface Inlined {
  /** Names whose outer values lie on the stack, in order. */
  readonly pushed: string[];
  /** Symbols of the outer scope to put back; undefined: the scope did not have the name. */
  readonly symbols: Map<string, NameSymbol | undefined>;
  readonly hidden: string[];
  readonly cleanup: Block;
  readonly end: Block;
}

function pushInlined(c: Compiler, scope: Scope, place: Located): Inlined {
  const { unit } = c;
  const inClass = unit.scope.type === 'class' && unit.inlinedComprehensions === 0;
  unit.inlinedComprehensions++;
  const state: Inlined = { pushed: [], symbols: new Map(), hidden: [], cleanup: new Block(), end: new Block() };
  const outerFast = isFunctionLike(unit.scope);
  for (const [name, symbol] of scope.symbols) {
    const binds = (symbol.flags & DEF_LOCAL) !== 0 && (symbol.flags & DEF_NONLOCAL) === 0;
    const outer = unit.scope.symbols.get(name);
    const inside = symbol.resolution;
    const outside = outer?.resolution ?? null;
    // A global here may be what another comprehension of the function made a local of it.
    const isGlobal = outerFast && (inside === 'implicit' || inside === 'global') && outside !== null && outside !== inside;
    if (!binds && !inClass && !isGlobal) continue;
    const differs = inside !== outside && inside !== 'free' && !(inside === 'cell' && outside === 'free');
    if (differs || inClass) {
      state.symbols.set(name, outer);
      unit.scope.symbols.set(name, symbol);
    }
    if (!binds) continue;
    if (!outerFast && !unit.hidden.has(name)) {
      unit.hidden.add(name);
      state.hidden.push(name);
    }
    c.withLocal('LOAD_FAST_AND_CLEAR', name, place);
    if (inside === 'cell') c.op('MAKE_CELL', place, unit.cellOperand(name, outside === 'free'));
    state.pushed.push(name);
  }
  if (state.pushed.length > 0) {
    c.op('SWAP', place, state.pushed.length + 1);
    c.pseudo(SETUP_FINALLY, place, state.cleanup);
  }
  return state;
}

function popInlined(c: Compiler, state: Inlined, place: Located): void {
  const { unit } = c;
  unit.inlinedComprehensions--;
  if (state.pushed.length > 0) {
    c.pseudo(POP_BLOCK, NOWHERE);
    c.quietJump(state.end, NOWHERE);
    c.use(state.cleanup);
    // The unfinished result lies below the exception.
    c.op('SWAP', NOWHERE, 2);
    c.op('POP_TOP', NOWHERE);
    restoreLocals(c, state, place);
    c.op('RERAISE', NOWHERE, 0);
    c.use(state.end);
    restoreLocals(c, state, place);
  }
  for (const [name, symbol] of state.symbols) {
    if (symbol === undefined) unit.scope.symbols.delete(name);
    else unit.scope.symbols.set(name, symbol);
  }
  for (const name of state.hidden) unit.hidden.delete(name);
}

function restoreLocals(c: Compiler, state: Inlined, place: Located): void {
  c.op('SWAP', place, state.pushed.length + 1);
  for (let index = state.pushed.length - 1; index >= 0; index--) c.withLocal('STORE_FAST', state.pushed[index]!, place);
}
