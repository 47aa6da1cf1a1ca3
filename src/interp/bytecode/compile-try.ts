import type { ExceptHandler, Located, Try, With } from '../syntax/ast.ts';
import { NONE } from './compile-tables.ts';
import { store } from './compile-targets.ts';
import type { FrameBlock } from './compile-unit.ts';
import { awaitValue, type Compiler } from './compiler.ts';
import { Block, NOWHERE, POP_BLOCK, SETUP_CLEANUP, SETUP_FINALLY, SETUP_WITH } from './flow-graph.ts';

/** try, with, and what leaving them early takes. Finally bodies are written once for every way out, as in CPython. */

// ---- unwinding

/**
 * Writes what `return`, `break` and `continue` must do on their way out of one frame block. Gives the place for the
 * instructions that follow: none once a finally body or an `__exit__` has run in between.
 */
export function unwind(c: Compiler, frame: FrameBlock, place: Located, keepTop: boolean): Located {
  const pop = (at: Located): void => {
    if (keepTop) c.op('SWAP', at, 2);
    c.op('POP_TOP', at);
  };
  switch (frame.kind) {
    case 'while':
    case 'exceptionHandler':
    case 'exceptionGroupHandler':
    case 'asyncComprehension':
    case 'stopIteration':
      return place;
    case 'for':
    case 'asyncFor':
      pop(place);
      return place;
    case 'tryExcept':
      c.pseudo(POP_BLOCK, place);
      return place;
    case 'finallyTry':
      c.pseudo(POP_BLOCK, place);
      if (keepTop) c.pushFrame({ kind: 'popValue' }, place);
      frame.leave!();
      if (keepTop) c.popFrame();
      return NOWHERE;
    case 'finallyEnd':
      pop(place);
      if (keepTop) c.op('SWAP', place, 2);
      c.pseudo(POP_BLOCK, place);
      c.op('POP_EXCEPT', place);
      return place;
    case 'with':
    case 'asyncWith': {
      const at = frame.place!;
      c.pseudo(POP_BLOCK, at);
      if (keepTop) c.op('SWAP', at, 2);
      callExit(c, at);
      if (frame.kind === 'asyncWith') awaitValue(c, 2, at);
      c.op('POP_TOP', at);
      return NOWHERE;
    }
    case 'handlerCleanup':
      if (typeof frame.name === 'string') c.pseudo(POP_BLOCK, place);
      if (keepTop) c.op('SWAP', place, 2);
      c.pseudo(POP_BLOCK, place);
      c.op('POP_EXCEPT', place);
      if (typeof frame.name === 'string') clearName(c, frame.name, place);
      return place;
    case 'popValue':
      pop(place);
      return place;
  }
}

/** Unwinds every frame block up to the innermost loop (`toLoop`) or the whole function. Gives the loop and the next place. */
export function unwindAll(
  c: Compiler,
  place: Located,
  keepTop: boolean,
  toLoop: boolean,
): { loop: FrameBlock | null; place: Located } {
  const { frames } = c.unit;
  const saved = frames.slice();
  let at = place;
  let loop: FrameBlock | null = null;
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const isLoop = frame.kind === 'while' || frame.kind === 'for' || frame.kind === 'asyncFor';
    if (toLoop && isLoop) {
      loop = frame;
      break;
    }
    frames.pop();
    at = unwind(c, frame, at, keepTop);
  }
  frames.length = 0;
  frames.push(...saved);
  return { loop, place: at };
}

function clearName(c: Compiler, name: string, place: Located): void {
  c.constant(NONE, place);
  c.storeName(name, place);
  c.name(name, 'delete', place);
}

function callExit(c: Compiler, place: Located): void {
  c.constant(NONE, place);
  c.constant(NONE, place);
  c.constant(NONE, place);
  c.op('CALL_EXIT', place);
}

function popExceptAndReraise(c: Compiler): void {
  c.op('COPY', NOWHERE, 3);
  c.op('POP_EXCEPT', NOWHERE);
  c.op('RERAISE', NOWHERE, 1);
}

// ---- try

export function compileTry(c: Compiler, node: Try): void {
  if (node.finalbody.length === 0) {
    if (node.isStar) tryStar(c, node);
    else tryExcept(c, node);
    return;
  }
  const end = new Block();
  const exit = new Block();
  const cleanup = new Block();
  c.pseudo(SETUP_FINALLY, node, end);
  c.pushFrame({ kind: 'finallyTry', exit: end, leave: () => c.stmts(node.finalbody) }, node);
  if (node.handlers.length === 0) c.stmts(node.body);
  else if (node.isStar) tryStar(c, node);
  else tryExcept(c, node);
  c.pseudo(POP_BLOCK, NOWHERE);
  c.popFrame();
  c.stmts(node.finalbody);
  c.jump('JUMP', exit, NOWHERE);
  c.use(end);
  c.pushFrame({ kind: 'finallyEnd' }, node);
  c.pseudo(SETUP_CLEANUP, NOWHERE, cleanup);
  c.op('PUSH_EXC_INFO', NOWHERE);
  c.stmts(node.finalbody);
  c.op('RERAISE', NOWHERE, 0);
  c.popFrame();
  c.use(cleanup);
  popExceptAndReraise(c);
  c.use(exit);
}

function tryExcept(c: Compiler, node: Try): void {
  let except = new Block();
  const end = new Block();
  const cleanup = new Block();
  c.pseudo(SETUP_FINALLY, node, except);
  c.pushFrame({ kind: 'tryExcept' }, node);
  c.stmts(node.body);
  c.popFrame();
  c.pseudo(POP_BLOCK, NOWHERE);
  c.stmts(node.orelse);
  c.jump('JUMP', end, NOWHERE);
  c.use(except);
  c.pseudo(SETUP_CLEANUP, NOWHERE, cleanup);
  c.op('PUSH_EXC_INFO', NOWHERE);
  c.pushFrame({ kind: 'exceptionHandler' }, node);
  for (const handler of node.handlers) {
    except = new Block();
    if (handler.type !== null) {
      c.expr(handler.type);
      c.op('CHECK_EXC_MATCH', handler);
      c.jump('POP_JUMP_IF_FALSE', except, handler);
    }
    if (handler.name !== null) namedHandler(c, handler, handler.name, end);
    else {
      c.op('POP_TOP', handler);
      c.pushFrame({ kind: 'handlerCleanup', name: null }, handler);
      c.stmts(handler.body);
      c.popFrame();
      c.pseudo(POP_BLOCK, NOWHERE);
      c.op('POP_EXCEPT', NOWHERE);
      c.jump('JUMP', end, NOWHERE);
    }
    c.use(except);
  }
  c.popFrame();
  c.op('RERAISE', NOWHERE, 0);
  c.use(cleanup);
  popExceptAndReraise(c);
  c.use(end);
}

function namedHandler(c: Compiler, handler: ExceptHandler, name: string, end: Block): void {
  const cleanupEnd = new Block();
  c.storeName(name, handler);
  c.pseudo(SETUP_CLEANUP, handler, cleanupEnd);
  c.pushFrame({ kind: 'handlerCleanup', name }, handler);
  c.stmts(handler.body);
  c.popFrame();
  c.pseudo(POP_BLOCK, NOWHERE);
  c.pseudo(POP_BLOCK, NOWHERE);
  c.op('POP_EXCEPT', NOWHERE);
  clearName(c, name, NOWHERE);
  c.jump('JUMP', end, NOWHERE);
  c.use(cleanupEnd);
  clearName(c, name, NOWHERE);
  c.op('RERAISE', NOWHERE, 1);
}

/** `except*`: each handler takes its part of the group; what is raised or left over is collected and raised at the end. */
function tryStar(c: Compiler, node: Try): void {
  let except = new Block();
  const orelse = new Block();
  const end = new Block();
  const cleanup = new Block();
  const reraiseStar = new Block();
  c.pseudo(SETUP_FINALLY, node, except);
  c.pushFrame({ kind: 'tryExcept' }, node);
  c.stmts(node.body);
  c.popFrame();
  c.pseudo(POP_BLOCK, NOWHERE);
  c.jump('JUMP', orelse, NOWHERE);
  c.use(except);
  c.pseudo(SETUP_CLEANUP, NOWHERE, cleanup);
  c.op('PUSH_EXC_INFO', NOWHERE);
  c.pushFrame({ kind: 'exceptionGroupHandler' }, node);
  const last = node.handlers.length - 1;
  node.handlers.forEach((handler, index) => {
    except = new Block();
    const noMatch = new Block();
    const withError = new Block();
    if (index === 0) {
      c.op('BUILD_LIST', handler, 0);
      c.op('COPY', handler, 2);
    }
    c.expr(handler.type!);
    c.op('CHECK_EG_MATCH', handler);
    c.op('COPY', handler, 1);
    c.jump('POP_JUMP_IF_NONE', noMatch, handler);
    starHandlerBody(c, handler, except, withError);
    c.use(except);
    c.jump('JUMP', withError, NOWHERE);
    c.use(noMatch);
    c.op('POP_TOP', handler);
    c.use(withError);
    if (index === last) {
      c.op('LIST_APPEND', NOWHERE, 1);
      c.jump('JUMP', reraiseStar, NOWHERE);
    }
  });
  c.popFrame();
  const reraise = new Block();
  c.use(reraiseStar);
  c.op('PREP_RERAISE_STAR', NOWHERE);
  c.op('COPY', NOWHERE, 1);
  c.jump('POP_JUMP_IF_NOT_NONE', reraise, NOWHERE);
  c.op('POP_TOP', NOWHERE);
  c.pseudo(POP_BLOCK, NOWHERE);
  c.op('POP_EXCEPT', NOWHERE);
  c.jump('JUMP', end, NOWHERE);
  c.use(reraise);
  c.pseudo(POP_BLOCK, NOWHERE);
  c.op('SWAP', NOWHERE, 2);
  c.op('POP_EXCEPT', NOWHERE);
  c.op('RERAISE', NOWHERE, 0);
  c.use(cleanup);
  popExceptAndReraise(c);
  c.use(orelse);
  c.stmts(node.orelse);
  c.use(end);
}

function starHandlerBody(c: Compiler, handler: ExceptHandler, next: Block, withError: Block): void {
  const cleanupEnd = new Block();
  if (handler.name !== null) c.storeName(handler.name, handler);
  else c.op('POP_TOP', handler);
  c.pseudo(SETUP_CLEANUP, handler, cleanupEnd);
  c.pushFrame({ kind: 'handlerCleanup', name: handler.name }, handler);
  c.stmts(handler.body);
  c.popFrame();
  c.pseudo(POP_BLOCK, NOWHERE);
  if (handler.name !== null) clearName(c, handler.name, NOWHERE);
  c.jump('JUMP', next, NOWHERE);
  c.use(cleanupEnd);
  if (handler.name !== null) clearName(c, handler.name, NOWHERE);
  c.op('LIST_APPEND', NOWHERE, 3);
  c.op('POP_TOP', NOWHERE);
  c.jump('JUMP', withError, NOWHERE);
}

// ---- with

export function compileWith(c: Compiler, node: With, position = 0): void {
  const item = node.items[position]!;
  const place = item.contextExpr;
  const final = new Block();
  const exit = new Block();
  const cleanup = new Block();
  c.expr(item.contextExpr);
  c.op(node.isAsync ? 'BEFORE_ASYNC_WITH' : 'BEFORE_WITH', place);
  if (node.isAsync) awaitValue(c, 1, place);
  c.pseudo(SETUP_WITH, place, final);
  c.pushFrame({ kind: node.isAsync ? 'asyncWith' : 'with', exit: final, place }, node);
  if (item.target === null) c.op('POP_TOP', place);
  else store(c, item.target);
  if (position + 1 === node.items.length) c.stmts(node.body);
  else compileWith(c, node, position + 1);
  c.pseudo(POP_BLOCK, NOWHERE);
  c.popFrame();
  callExit(c, place);
  if (node.isAsync) awaitValue(c, 2, place);
  c.op('POP_TOP', place);
  c.jump('JUMP', exit, place);
  c.use(final);
  c.pseudo(SETUP_CLEANUP, place, cleanup);
  c.op('PUSH_EXC_INFO', place);
  c.op('WITH_EXCEPT_START', place);
  if (node.isAsync) awaitValue(c, 2, place);
  finishWithExcept(c, cleanup);
  c.use(exit);
}

function finishWithExcept(c: Compiler, cleanup: Block): void {
  const suppress = new Block();
  const exit = new Block();
  c.jump('POP_JUMP_IF_TRUE', suppress, NOWHERE);
  c.op('RERAISE', NOWHERE, 2);
  c.use(suppress);
  c.op('POP_TOP', NOWHERE);
  c.pseudo(POP_BLOCK, NOWHERE);
  c.op('POP_EXCEPT', NOWHERE);
  c.op('POP_TOP', NOWHERE);
  c.op('POP_TOP', NOWHERE);
  c.jump('JUMP', exit, NOWHERE);
  c.use(cleanup);
  popExceptAndReraise(c);
  c.use(exit);
}
