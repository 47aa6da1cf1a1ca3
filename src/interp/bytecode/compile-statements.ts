import type {
  AnnAssign,
  Assert,
  Assign,
  AugAssign,
  Expr,
  For,
  If,
  Import,
  ImportFrom,
  Located,
  Return,
  Stmt,
  While,
} from '../syntax/ast.ts';
import { sourceOfExpr } from '../syntax/unparse.ts';
import { compileClass, compileFunction, compileTypeAlias } from './compile-definitions.ts';
import { binaryOpcode } from './compile-expressions.ts';
import { jumpIf } from './compile-jumps.ts';
import { compileMatch } from './compile-match.ts';
import { intConstant, NONE, strConstant, tupleConstant } from './compile-tables.ts';
import { attributePlace, isSimpleSlice, remove, sliceBounds, store } from './compile-targets.ts';
import { compileTry, compileWith, unwind, unwindAll } from './compile-try.ts';
import { type Compiler, yieldFrom } from './compiler.ts';
import { Block, NOWHERE, POP_BLOCK, SETUP_FINALLY } from './flow-graph.ts';

/** Statements. Each leaves the stack as it found it. */

export function compileStmts(c: Compiler, body: readonly Stmt[]): void {
  for (const node of body) compileStmt(c, node);
}

function compileStmt(c: Compiler, node: Stmt): void {
  switch (node.kind) {
    case 'FunctionDef':
      return compileFunction(c, node);
    case 'ClassDef':
      return compileClass(c, node);
    case 'TypeAlias':
      return compileTypeAlias(c, node);
    case 'Return':
      return compileReturn(c, node);
    case 'Delete':
      for (const target of node.targets) remove(c, target);
      return;
    case 'Assign': {
      if (assignInParallel(c, node)) return;
      c.expr(node.value);
      const last = node.targets.length - 1;
      node.targets.forEach((target, index) => {
        if (index < last) c.op('COPY', node, 1);
        store(c, target);
      });
      return;
    }
    case 'AugAssign':
      return augAssign(c, node);
    case 'AnnAssign':
      return annAssign(c, node);
    case 'For':
      return node.isAsync ? asyncFor(c, node) : forLoop(c, node);
    case 'While':
      return whileLoop(c, node);
    case 'If':
      return ifStatement(c, node);
    case 'Match':
      return compileMatch(c, node);
    case 'With':
      return compileWith(c, node);
    case 'Try':
      return compileTry(c, node);
    case 'Raise':
      if (node.exc !== null) c.expr(node.exc);
      if (node.cause !== null) c.expr(node.cause);
      c.op('RAISE_VARARGS', node, (node.exc === null ? 0 : 1) + (node.cause === null ? 0 : 1));
      return;
    case 'Assert':
      return assertStatement(c, node);
    case 'Import':
      return importStatement(c, node);
    case 'ImportFrom':
      return importFrom(c, node);
    case 'Global':
    case 'Nonlocal':
      return;
    case 'Pass':
      // Dropped in the end, but lends its line to what follows without one.
      c.op('NOP', node);
      return;
    case 'Expr':
      if (c.interactive && c.unit.parent === null) {
        c.expr(node.value);
        c.op('PRINT_EXPR', node);
      } else if (node.value.kind === 'Constant') c.op('NOP', node);
      else {
        c.expr(node.value);
        c.op('POP_TOP', NOWHERE);
      }
      return;
    case 'Break':
    case 'Continue':
      return leaveLoop(c, node, node.kind === 'Continue');
  }
}

function compileReturn(c: Compiler, node: Return): void {
  const { value } = node;
  const keepTop = value !== null && value.kind !== 'Constant';
  let place: Located = node;
  if (keepTop) c.expr(value);
  else if (value !== null) {
    place = value;
    c.op('NOP', place);
  }
  if (value === null || value.line !== node.line) {
    place = node;
    c.op('NOP', place);
  }
  place = unwindAll(c, place, keepTop, false).place;
  if (value === null) c.constant(NONE, place);
  else if (value.kind === 'Constant') c.constant(value.value, place);
  c.op('RETURN_VALUE', place);
}

function leaveLoop(c: Compiler, node: Located, goesOn: boolean): void {
  c.op('NOP', node);
  const { loop, place } = unwindAll(c, node, false, true);
  if (loop === null) {
    const message = goesOn ? "'continue' not properly in loop" : "'break' outside loop";
    throw c.source.error(message, node.line, node.col, node.endLine, node.endCol);
  }
  if (goesOn) {
    c.jump('JUMP', loop.start!, place);
    return;
  }
  c.jump('JUMP', loop.exit!, unwind(c, loop, place, false));
}

function forLoop(c: Compiler, node: For): void {
  const start = new Block();
  const cleanup = new Block();
  const end = new Block();
  c.pushFrame({ kind: 'for', start, exit: end }, node);
  c.expr(node.iter);
  c.op('GET_ITER', node.iter);
  c.use(start);
  c.jump('FOR_ITER', cleanup, node.iter);
  store(c, node.target);
  c.stmts(node.body);
  c.jump('JUMP', start, NOWHERE);
  c.use(cleanup);
  c.popFrame();
  c.stmts(node.orelse);
  c.use(end);
}

function asyncFor(c: Compiler, node: For): void {
  const start = new Block();
  const except = new Block();
  const end = new Block();
  c.expr(node.iter);
  c.op('GET_AITER', node.iter);
  c.use(start);
  c.pushFrame({ kind: 'asyncFor', start, exit: end }, node);
  c.pseudo(SETUP_FINALLY, node, except);
  c.op('GET_ANEXT', node);
  c.constant(NONE, node);
  yieldFrom(c, node, true);
  c.pseudo(POP_BLOCK, node);
  store(c, node.target);
  c.stmts(node.body);
  c.jump('JUMP', start, NOWHERE);
  c.popFrame();
  c.use(except);
  c.op('END_ASYNC_FOR', node.iter);
  c.stmts(node.orelse);
  c.use(end);
}

function whileLoop(c: Compiler, node: While): void {
  const loop = new Block();
  const body = new Block();
  const anchor = new Block();
  const end = new Block();
  c.use(loop);
  c.pushFrame({ kind: 'while', start: loop, exit: end }, node);
  jumpIf(c, node.test, anchor, false);
  c.use(body);
  c.stmts(node.body);
  // The test again: a round costs one jump.
  jumpIf(c, node.test, body, true);
  c.popFrame();
  c.use(anchor);
  c.stmts(node.orelse);
  c.use(end);
}

function ifStatement(c: Compiler, first: If): void {
  // The branches of an elif chain are written in a loop; all of them end at the same place.
  const end = new Block();
  let node = first;
  for (;;) {
    const next = node.orelse.length > 0 ? new Block() : end;
    jumpIf(c, node.test, next, false);
    c.stmts(node.body);
    if (node.orelse.length === 0) break;
    c.jump('JUMP', end, NOWHERE);
    c.use(next);
    const elif = node.orelse.length === 1 ? node.orelse[0]! : null;
    if (elif?.kind !== 'If') {
      c.stmts(node.orelse);
      break;
    }
    node = elif;
  }
  c.use(end);
}

function assertStatement(c: Compiler, node: Assert): void {
  const end = new Block();
  jumpIf(c, node.test, end, true);
  c.op('LOAD_ASSERTION_ERROR', node);
  if (node.msg !== null) {
    c.expr(node.msg);
    c.op('CALL', node, 1);
  }
  c.op('RAISE_VARARGS', node.test, 1);
  c.use(end);
}

// ---- assignments

/** `a, b = x, y` makes no tuple: the values are stored from the stack. Gives false where that does not apply. */
function assignInParallel(c: Compiler, node: Assign): boolean {
  const { value } = node;
  const target = node.targets[0]!;
  if (node.targets.length > 1 || value.kind !== 'Tuple' || (target.kind !== 'Tuple' && target.kind !== 'List')) return false;
  const size = value.elts.length;
  if (size === 0 || size > 3 || target.elts.length !== size) return false;
  if ([...value.elts, ...target.elts].some((item) => item.kind === 'Starred')) return false;
  if (size === 3 && value.elts.every((item) => item.kind === 'Constant')) return false;
  c.exprs(value.elts);
  if (size > 1) c.op('SWAP', target, size);
  for (const item of target.elts) store(c, item);
  return true;
}

function augAssign(c: Compiler, node: AugAssign): void {
  const { target } = node;
  const opcode = binaryOpcode(node.op);
  switch (target.kind) {
    case 'Name':
      c.loadName(target.id, target);
      c.expr(node.value);
      c.op(opcode, node, 1);
      c.storeName(target.id, target);
      return;
    case 'Attribute': {
      const place = attributePlace(target, target);
      const attr = c.unit.mangled(target.attr);
      c.expr(target.value);
      c.op('COPY', target, 1);
      c.withName('LOAD_ATTR', attr, place);
      c.expr(node.value);
      c.op(opcode, node, 1);
      c.op('SWAP', place, 2);
      c.withName('STORE_ATTR', attr, place);
      return;
    }
    case 'Subscript': {
      const { slice } = target;
      c.expr(target.value);
      if (isSimpleSlice(slice)) {
        sliceBounds(c, slice);
        c.op('COPY', target, 3);
        c.op('COPY', target, 3);
        c.op('COPY', target, 3);
        c.op('BINARY_SLICE', target);
      } else {
        c.expr(slice);
        c.op('COPY', target, 2);
        c.op('COPY', target, 2);
        c.op('BINARY_SUBSCR', target);
      }
      c.expr(node.value);
      c.op(opcode, node, 1);
      if (isSimpleSlice(slice)) {
        c.op('SWAP', target, 4);
        c.op('SWAP', target, 3);
        c.op('SWAP', target, 2);
        c.op('STORE_SLICE', target);
      } else {
        c.op('SWAP', target, 3);
        c.op('SWAP', target, 2);
        c.op('STORE_SUBSCR', target);
      }
      return;
    }
    default:
      throw c.source.error('invalid target for augmented assignment', target.line, target.col, target.endLine, target.endCol);
  }
}

function annAssign(c: Compiler, node: AnnAssign): void {
  const { target } = node;
  const evaluates = c.unit.kind === 'module' || c.unit.kind === 'class';
  if (node.value !== null) {
    c.expr(node.value);
    store(c, target);
  }
  switch (target.kind) {
    case 'Name':
      if (node.simple && evaluates) {
        if (c.futureAnnotations) c.constant(strConstant(sourceOfExpr(node.annotation)), node);
        else c.expr(node.annotation);
        c.withName('LOAD_NAME', '__annotations__', node);
        c.constant(strConstant(c.unit.mangled(target.id)), node);
        c.op('STORE_SUBSCR', node);
      }
      break;
    case 'Attribute':
      if (node.value === null) evaluateAndDrop(c, target.value);
      break;
    case 'Subscript':
      if (node.value === null) {
        evaluateAndDrop(c, target.value);
        dropSubscript(c, target.slice);
      }
      break;
  }
  if (!node.simple && evaluates && !c.futureAnnotations) evaluateAndDrop(c, node.annotation);
}

function evaluateAndDrop(c: Compiler, node: Expr): void {
  if (node.kind === 'Constant') return;
  c.expr(node);
  c.op('POP_TOP', node);
}

function dropSubscript(c: Compiler, node: Expr): void {
  if (node.kind === 'Slice') {
    for (const part of [node.lower, node.upper, node.step]) if (part !== null) evaluateAndDrop(c, part);
  } else if (node.kind === 'Tuple') for (const item of node.elts) dropSubscript(c, item);
  else evaluateAndDrop(c, node);
}

// ---- imports

function importStatement(c: Compiler, node: Import): void {
  for (const alias of node.names) {
    c.constant(intConstant(0), node);
    c.constant(NONE, node);
    c.withName('IMPORT_NAME', alias.name, node);
    if (alias.asName === null) {
      c.storeName(alias.name.split('.')[0]!, node);
      continue;
    }
    const [, ...rest] = alias.name.split('.');
    rest.forEach((part, index) => {
      c.withName('IMPORT_FROM', part, node);
      if (index < rest.length - 1) {
        c.op('SWAP', node, 2);
        c.op('POP_TOP', node);
      }
    });
    c.storeName(alias.asName, node);
    if (rest.length > 0) c.op('POP_TOP', node);
  }
}

function importFrom(c: Compiler, node: ImportFrom): void {
  c.constant(intConstant(node.level), node);
  c.constant(tupleConstant(node.names.map((alias) => strConstant(alias.name))), node);
  c.withName('IMPORT_NAME', node.module ?? '', node);
  if (node.names[0]?.name === '*') {
    c.op('IMPORT_STAR', node);
    return;
  }
  for (const alias of node.names) {
    c.withName('IMPORT_FROM', alias.name, node);
    c.storeName(alias.asName ?? alias.name, node);
  }
  c.op('POP_TOP', node);
}
