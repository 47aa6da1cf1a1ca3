import type { Compare, CompareOperator, Expr, Located } from '../syntax/ast.ts';
import { isTrue } from './compile-tables.ts';
import type { Compiler } from './compiler.ts';
import { Block, NOWHERE } from './flow-graph.ts';

/** Conditions as control flow, and comparisons. */

const COMPARE_OPS: Readonly<Record<CompareOperator, readonly [string, number]>> = {
  '<': ['COMPARE_LT', 0],
  '<=': ['COMPARE_LE', 0],
  '==': ['COMPARE_EQ', 0],
  '!=': ['COMPARE_NE', 0],
  '>': ['COMPARE_GT', 0],
  '>=': ['COMPARE_GE', 0],
  is: ['IS_OP', 0],
  'is not': ['IS_OP', 1],
  in: ['CONTAINS_OP', 0],
  'not in': ['CONTAINS_OP', 1],
};

export function compareOp(c: Compiler, op: CompareOperator, place: Located): void {
  const [name, arg] = COMPARE_OPS[op];
  c.op(name, place, arg);
}

/** Jumps to `next` when the truth of `node` is `condition`, goes on otherwise. */
export function jumpIf(c: Compiler, node: Expr, next: Block, condition: boolean): void {
  switch (node.kind) {
    case 'UnaryOp':
      if (node.op === 'not') return jumpIf(c, node.operand, next, !condition);
      break;
    case 'BoolOp': {
      const isOr = node.op === 'or';
      const shortcut = isOr === condition ? next : new Block();
      const last = node.values.length - 1;
      for (let index = 0; index < last; index++) jumpIf(c, node.values[index]!, shortcut, isOr);
      jumpIf(c, node.values[last]!, next, condition);
      if (shortcut !== next) c.use(shortcut);
      return;
    }
    case 'IfExp': {
      const otherwise = new Block();
      const end = new Block();
      jumpIf(c, node.test, otherwise, false);
      jumpIf(c, node.body, next, condition);
      c.jump('JUMP', end, NOWHERE);
      c.use(otherwise);
      jumpIf(c, node.orelse, next, condition);
      c.use(end);
      return;
    }
    case 'Compare':
      if (node.ops.length > 1) return jumpIfChain(c, node, next, condition);
      if (jumpIfNone(c, node, next, condition)) return;
      break;
    case 'Constant':
      c.unit.constant(node.value);
      if (isTrue(node.value) === condition) c.jump('JUMP', next, node);
      return;
  }
  c.expr(node);
  c.jump(condition ? 'POP_JUMP_IF_TRUE' : 'POP_JUMP_IF_FALSE', next, node);
}

/** `x is None` and `x is not None` have jumps of their own. */
function jumpIfNone(c: Compiler, node: Compare, next: Block, condition: boolean): boolean {
  const op = node.ops[0]!;
  const right = node.comparators[0]!;
  if ((op !== 'is' && op !== 'is not') || right.kind !== 'Constant' || right.value.kind !== 'none') return false;
  c.expr(node.left);
  c.jump((op === 'is') === condition ? 'POP_JUMP_IF_NONE' : 'POP_JUMP_IF_NOT_NONE', next, node);
  return true;
}

function jumpIfChain(c: Compiler, node: Compare, next: Block, condition: boolean): void {
  const cleanup = new Block();
  const end = new Block();
  const last = node.ops.length - 1;
  c.expr(node.left);
  for (let index = 0; index < last; index++) {
    c.expr(node.comparators[index]!);
    c.op('SWAP', node, 2);
    c.op('COPY', node, 2);
    compareOp(c, node.ops[index]!, node);
    c.jump('POP_JUMP_IF_FALSE', cleanup, node);
  }
  c.expr(node.comparators[last]!);
  compareOp(c, node.ops[last]!, node);
  c.jump(condition ? 'POP_JUMP_IF_TRUE' : 'POP_JUMP_IF_FALSE', next, node);
  c.jump('JUMP', end, NOWHERE);
  c.use(cleanup);
  c.op('POP_TOP', node);
  if (!condition) c.jump('JUMP', next, NOWHERE);
  c.use(end);
}

/** A comparison as a value. */
export function compareValue(c: Compiler, node: Compare, place: Located = node): void {
  c.expr(node.left);
  const last = node.ops.length - 1;
  if (last === 0) {
    c.expr(node.comparators[0]!);
    compareOp(c, node.ops[0]!, place);
    return;
  }
  const cleanup = new Block();
  const end = new Block();
  for (let index = 0; index < last; index++) {
    c.expr(node.comparators[index]!);
    c.op('SWAP', node, 2);
    c.op('COPY', node, 2);
    compareOp(c, node.ops[index]!, node);
    c.jump('JUMP_IF_FALSE_OR_POP', cleanup, node);
  }
  c.expr(node.comparators[last]!);
  compareOp(c, node.ops[last]!, node);
  c.jump('JUMP', end, NOWHERE);
  c.use(cleanup);
  c.op('SWAP', node, 2);
  c.op('POP_TOP', node);
  c.use(end);
}
