import type { Expr, Located, Match, MatchClass, MatchMapping, MatchOr, MatchSequence, Pattern } from '../syntax/ast.ts';
import { jumpIf } from './compile-jumps.ts';
import { intConstant, NONE, strConstant, tupleConstant } from './compile-tables.ts';
import type { Compiler } from './compiler.ts';
import { Block, NOWHERE } from './flow-graph.ts';

/**
 * Match statements, as CPython's compile.c lays them out: a pattern works on the subject at the top of the stack, captured
 * values wait below it, and a failing pattern jumps to a ladder of pops that removes just what is on the stack there.
 */

interface PatternState {
  /** Names captured so far; their values lie on the stack in this order. */
  stores: string[];
  /** The ladder: jumping to failPop[n] pops n values. */
  failPop: Block[];
  /** Values on the stack above the captures that a failure must pop. */
  onTop: number;
  /** A pattern that always matches may capture a name here. */
  allowIrrefutable: boolean;
}

export function compileMatch(c: Compiler, node: Match): void {
  const end = new Block();
  const { cases } = node;
  c.expr(node.subject);
  const lastCase = cases.at(-1)!;
  const hasDefault = cases.length > 1 && isWildcard(lastCase.pattern);
  const count = cases.length - (hasDefault ? 1 : 0);
  for (let index = 0; index < count; index++) {
    const { pattern, guard, body } = cases[index]!;
    // The last pattern that looks at the subject may use it up: a trailing `case _` needs none.
    const isLast = index === count - 1;
    if (!isLast) c.op('COPY', pattern, 1);
    const state: PatternState = {
      stores: [],
      failPop: [],
      onTop: 0,
      allowIrrefutable: guard !== null || index === cases.length - 1,
    };
    compilePattern(c, pattern, state);
    for (const name of state.stores) c.storeName(name, pattern);
    if (guard !== null) {
      ensureFailPop(state, 0);
      jumpIf(c, guard, state.failPop[0]!, false);
    }
    if (!isLast) c.op('POP_TOP', pattern);
    c.stmts(body);
    c.jump('JUMP', end, NOWHERE);
    emitFailPop(c, state, pattern);
  }
  if (hasDefault) {
    const { guard, body, pattern } = lastCase;
    c.op('NOP', pattern);
    if (guard !== null) jumpIf(c, guard, end, false);
    c.stmts(body);
  }
  c.use(end);
}

function isWildcard(pattern: Pattern): boolean {
  return pattern.kind === 'MatchAs' && pattern.pattern === null && pattern.name === null;
}

function ensureFailPop(state: PatternState, count: number): void {
  while (state.failPop.length <= count) state.failPop.push(new Block());
}

/** A jump to where everything above the subject's copy is popped. */
function failJump(c: Compiler, state: PatternState, op: string, place: Located): void {
  const pops = state.onTop + state.stores.length;
  ensureFailPop(state, pops);
  c.jump(op, state.failPop[pops]!, place);
}

function emitFailPop(c: Compiler, state: PatternState, place: Located): void {
  if (state.failPop.length === 0) return;
  for (let size = state.failPop.length - 1; size > 0; size--) {
    c.use(state.failPop[size]!);
    c.op('POP_TOP', place);
  }
  c.use(state.failPop[0]!);
  state.failPop = [];
}

/** Puts the top value under `count` others. */
function rotate(c: Compiler, count: number, place: Located): void {
  for (let size = count; size > 1; size--) c.op('SWAP', place, size);
}

function compilePattern(c: Compiler, node: Pattern, state: PatternState): void {
  switch (node.kind) {
    case 'MatchValue':
      c.expr(node.value);
      c.op('COMPARE_EQ', node);
      failJump(c, state, 'POP_JUMP_IF_FALSE', node);
      return;
    case 'MatchSingleton':
      if (node.value.kind === 'none') {
        failJump(c, state, 'POP_JUMP_IF_NOT_NONE', node);
        return;
      }
      c.constant(node.value, node);
      c.op('IS_OP', node, 0);
      failJump(c, state, 'POP_JUMP_IF_FALSE', node);
      return;
    case 'MatchSequence':
      return matchSequence(c, node, state);
    case 'MatchMapping':
      return matchMapping(c, node, state);
    case 'MatchClass':
      return matchClass(c, node, state);
    case 'MatchStar':
      return capture(c, node.name, state, node);
    case 'MatchAs': {
      if (node.pattern === null) return capture(c, node.name, state, node);
      state.onTop++;
      c.op('COPY', node, 1);
      compilePattern(c, node.pattern, state);
      state.onTop--;
      return capture(c, node.name, state, node);
    }
    case 'MatchOr':
      return matchOr(c, node, state);
  }
}

function capture(c: Compiler, name: string | null, state: PatternState, place: Located): void {
  if (name === null) {
    c.op('POP_TOP', place);
    return;
  }
  // The value goes below what is still being matched, above the captures before it.
  rotate(c, state.onTop + state.stores.length + 1, place);
  state.stores.push(name);
}

// ---- sequences

function matchSequence(c: Compiler, node: MatchSequence, state: PatternState): void {
  const { patterns } = node;
  const star = patterns.findIndex((item) => item.kind === 'MatchStar');
  const onlyWildcard = patterns.every((item) => isWildcard(item) || (item.kind === 'MatchStar' && item.name === null));
  const starWildcard = star >= 0 && (patterns[star] as { name: string | null }).name === null;
  state.onTop++;
  c.op('MATCH_SEQUENCE', node);
  failJump(c, state, 'POP_JUMP_IF_FALSE', node);
  if (star < 0) {
    c.op('GET_LEN', node);
    c.constant(intConstant(patterns.length), node);
    c.op('COMPARE_EQ', node);
    failJump(c, state, 'POP_JUMP_IF_FALSE', node);
  } else if (patterns.length > 1) {
    c.op('GET_LEN', node);
    c.constant(intConstant(patterns.length - 1), node);
    c.op('COMPARE_GE', node);
    failJump(c, state, 'POP_JUMP_IF_FALSE', node);
  }
  state.onTop--;
  if (onlyWildcard) c.op('POP_TOP', node);
  else if (starWildcard) subscriptItems(c, node, star, state);
  else unpackItems(c, node, star, state);
}

function unpackItems(c: Compiler, node: MatchSequence, star: number, state: PatternState): void {
  const { patterns } = node;
  const size = patterns.length;
  if (star < 0) c.op('UNPACK_SEQUENCE', node, size);
  else c.op('UNPACK_EX', node, star | ((size - star - 1) << 8));
  state.onTop += size;
  for (const item of patterns) {
    state.onTop--;
    compileSubpattern(c, item, state);
  }
}

/** With `*_` only the items that are asked for are fetched, by index. */
function subscriptItems(c: Compiler, node: MatchSequence, star: number, state: PatternState): void {
  const { patterns } = node;
  const size = patterns.length;
  state.onTop++;
  patterns.forEach((item, index) => {
    if (isWildcard(item) || index === star) return;
    c.op('COPY', node, 1);
    if (index < star) c.constant(intConstant(index), node);
    else {
      c.op('GET_LEN', node);
      c.constant(intConstant(size - index), node);
      c.op('BINARY_SUB', node, 0);
    }
    c.op('BINARY_SUBSCR', node);
    compileSubpattern(c, item, state);
  });
  state.onTop--;
  c.op('POP_TOP', node);
}

function compileSubpattern(c: Compiler, node: Pattern, state: PatternState): void {
  const before = state.allowIrrefutable;
  state.allowIrrefutable = true;
  compilePattern(c, node, state);
  state.allowIrrefutable = before;
}

// ---- mappings

function matchMapping(c: Compiler, node: MatchMapping, state: PatternState): void {
  const { keys, patterns, rest } = node;
  state.onTop++;
  c.op('MATCH_MAPPING', node);
  failJump(c, state, 'POP_JUMP_IF_FALSE', node);
  if (keys.length === 0 && rest === null) {
    state.onTop--;
    c.op('POP_TOP', node);
    return;
  }
  if (keys.length > 0) {
    c.op('GET_LEN', node);
    c.constant(intConstant(keys.length), node);
    c.op('COMPARE_GE', node);
    failJump(c, state, 'POP_JUMP_IF_FALSE', node);
  }
  keyTuple(c, keys, node);
  c.op('MATCH_KEYS', node);
  // Now: subject, keys, values or None.
  state.onTop += 2;
  c.op('COPY', node, 1);
  c.unit.constant(NONE);
  failJump(c, state, 'POP_JUMP_IF_NONE', node);
  c.op('UNPACK_SEQUENCE', node, keys.length);
  state.onTop += keys.length - 1;
  for (const item of patterns) {
    state.onTop--;
    compileSubpattern(c, item, state);
  }
  // Subject and keys are left.
  state.onTop -= 2;
  if (rest === null) {
    c.op('POP_TOP', node);
    c.op('POP_TOP', node);
    return;
  }
  c.op('BUILD_MAP', node, 0);
  c.op('SWAP', node, 3);
  c.op('DICT_UPDATE', node, 2);
  c.op('UNPACK_SEQUENCE', node, keys.length);
  for (let left = keys.length; left > 0; left--) {
    c.op('COPY', node, 1 + left);
    c.op('SWAP', node, 2);
    c.op('DELETE_SUBSCR', node);
  }
  capture(c, rest, state, node);
}

function keyTuple(c: Compiler, keys: readonly Expr[], place: Located): void {
  if (keys.every((key) => key.kind === 'Constant')) {
    const values = keys.map((key) => (key as Extract<Expr, { kind: 'Constant' }>).value);
    for (const value of values) c.unit.constant(value);
    c.lateConstant(tupleConstant(values), place);
    return;
  }
  c.exprs(keys);
  c.op('BUILD_TUPLE', place, keys.length);
}

// ---- classes

function matchClass(c: Compiler, node: MatchClass, state: PatternState): void {
  const { patterns, kwdAttrs, kwdPatterns } = node;
  c.expr(node.cls);
  c.constant(tupleConstant(kwdAttrs.map(strConstant)), node);
  c.op('MATCH_CLASS', node, patterns.length);
  c.op('COPY', node, 1);
  c.unit.constant(NONE);
  state.onTop++;
  failJump(c, state, 'POP_JUMP_IF_NONE', node);
  const all = [...patterns, ...kwdPatterns];
  c.op('UNPACK_SEQUENCE', node, all.length);
  state.onTop += all.length - 1;
  for (const item of all) {
    state.onTop--;
    if (isWildcard(item)) c.op('POP_TOP', node);
    else compileSubpattern(c, item, state);
  }
}

// ---- alternatives

function matchOr(c: Compiler, node: MatchOr, state: PatternState): void {
  const end = new Block();
  const outer = { ...state };
  let control: string[] | null = null;
  for (const alternative of node.patterns) {
    const inner: PatternState = {
      stores: [],
      failPop: [],
      onTop: 0,
      allowIrrefutable: outer.allowIrrefutable && alternative === node.patterns.at(-1),
    };
    c.op('COPY', alternative, 1);
    compilePattern(c, alternative, inner);
    if (control === null) control = inner.stores;
    else reorder(c, control, inner.stores, alternative);
    c.jump('JUMP', end, alternative);
    emitFailPop(c, inner, alternative);
  }
  state.stores = outer.stores;
  state.failPop = outer.failPop;
  state.onTop = outer.onTop;
  // No alternative matched: the subject goes.
  c.op('POP_TOP', node);
  failJump(c, state, 'JUMP', node);
  c.use(end);
  // Matched: the captures lie above the subject; they go below it and what is around.
  const count = control!.length;
  const rotations = count + 1 + state.onTop + state.stores.length;
  for (const name of control!) {
    rotate(c, rotations, node);
    state.stores.push(name);
  }
  c.op('POP_TOP', node);
}

/** Brings the captures of an alternative into the order of the first one. */
function reorder(c: Compiler, control: readonly string[], stores: string[], place: Located): void {
  let count = control.length;
  while (count-- > 0) {
    const name = control[count]!;
    const found = stores.indexOf(name);
    if (found === count) continue;
    // Rotate the stack so that the value wanted at `count` is there.
    const moved = stores.splice(0, found + 1);
    stores.splice(count - found, 0, ...moved);
    for (let times = 0; times <= found; times++) rotate(c, count + 1, place);
  }
}
