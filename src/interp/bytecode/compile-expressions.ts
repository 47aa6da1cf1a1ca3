import type { BinaryOperator, Compare, Expr, JoinedStr } from '../syntax/ast.ts';
import { compileCall, dictDisplay, display, isSuperLookup, loadSuper } from './compile-calls.ts';
import { compileComprehension, yieldValue } from './compile-comprehensions.ts';
import { compileLambda } from './compile-definitions.ts';
import { compareValue, jumpIf } from './compile-jumps.ts';
import { isTrue, NONE } from './compile-tables.ts';
import { attributePlace, isSimpleSlice, sliceBounds } from './compile-targets.ts';
import { awaitValue, type Compiler, yieldFrom } from './compiler.ts';
import { Block, NOWHERE } from './flow-graph.ts';

/** Expressions as values: each leaves one value on the stack. */

const BINARY: Readonly<Record<BinaryOperator, string>> = {
  '+': 'BINARY_ADD',
  '-': 'BINARY_SUB',
  '*': 'BINARY_MUL',
  '/': 'BINARY_TRUEDIV',
  '//': 'BINARY_FLOORDIV',
  '%': 'BINARY_MOD',
  '**': 'BINARY_POW',
  '@': 'BINARY_MATMUL',
  '<<': 'BINARY_LSHIFT',
  '>>': 'BINARY_RSHIFT',
  '&': 'BINARY_AND',
  '|': 'BINARY_OR',
  '^': 'BINARY_XOR',
};

export function binaryOpcode(op: BinaryOperator): string {
  return BINARY[op];
}

const CONVERSIONS = { s: 1, r: 2, a: 3 } as const;

export function compileExpr(c: Compiler, node: Expr): void {
  switch (node.kind) {
    case 'Constant':
      return c.constant(node.value, node);
    case 'Name':
      return c.loadName(node.id, node);
    case 'Attribute':
      if (isSuperLookup(c, node)) {
        loadSuper(c, node);
        c.withName('LOAD_SUPER_ATTR', c.unit.mangled(node.attr), attributePlace(node, node));
        return;
      }
      c.expr(node.value);
      c.withName('LOAD_ATTR', c.unit.mangled(node.attr), attributePlace(node, node));
      return;
    case 'Call':
      return compileCall(c, node);
    case 'BinOp': {
      // A long chain of operators leans left: down first, then back up.
      const chain = [node];
      let { left } = node;
      while (left.kind === 'BinOp') {
        chain.push(left);
        left = left.left;
      }
      c.expr(left);
      for (let index = chain.length - 1; index >= 0; index--) {
        const at = chain[index]!;
        c.expr(at.right);
        c.op(BINARY[at.op], at, 0);
      }
      return;
    }
    case 'UnaryOp':
      // A negated comparison is one step, reported as a whole.
      if (node.op === 'not' && isSingleComparison(node.operand)) {
        compareValue(c, node.operand, node);
      } else c.expr(node.operand);
      c.op(
        node.op === '-'
          ? 'UNARY_NEGATIVE'
          : node.op === '+'
            ? 'UNARY_POSITIVE'
            : node.op === '~'
              ? 'UNARY_INVERT'
              : 'UNARY_NOT',
        node,
      );
      return;
    case 'BoolOp': {
      const end = new Block();
      const jump = node.op === 'and' ? 'JUMP_IF_FALSE_OR_POP' : 'JUMP_IF_TRUE_OR_POP';
      const last = node.values.length - 1;
      for (let index = 0; index <= last; index++) {
        const value = node.values[index]!;
        // A constant decides here and now: it is passed over, or nothing after it is ever evaluated.
        const decided = value.kind === 'Constant' && index < last;
        const decides = decided && isTrue(value.value) === (node.op === 'or');
        if (decided && !decides) {
          c.unit.constant(value.value);
          continue;
        }
        c.expr(value);
        if (decides) break;
        if (index < last) c.jump(jump, end, node);
      }
      c.use(end);
      return;
    }
    case 'Compare':
      return compareValue(c, node);
    case 'Subscript':
      c.expr(node.value);
      if (isSimpleSlice(node.slice)) {
        sliceBounds(c, node.slice);
        c.op('BINARY_SLICE', node);
      } else {
        c.expr(node.slice);
        c.op('BINARY_SUBSCR', node);
      }
      return;
    case 'Slice':
      sliceBounds(c, node);
      if (node.step !== null) c.expr(node.step);
      c.op('BUILD_SLICE', node, node.step === null ? 2 : 3);
      return;
    case 'Tuple':
      return display(c, node.elts, 0, 'tuple', node);
    case 'List':
      return display(c, node.elts, 0, 'list', node);
    case 'Set':
      return display(c, node.elts, 0, 'set', node);
    case 'Dict':
      return dictDisplay(c, node.keys, node.values, node);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return compileComprehension(c, node);
    case 'Lambda':
      return compileLambda(c, node);
    case 'IfExp': {
      const otherwise = new Block();
      const end = new Block();
      jumpIf(c, node.test, otherwise, false);
      c.expr(node.body);
      c.jump('JUMP', end, NOWHERE);
      c.use(otherwise);
      c.expr(node.orelse);
      c.use(end);
      return;
    }
    case 'NamedExpr':
      c.expr(node.value);
      c.op('COPY', node, 1);
      c.storeName(node.target.id, node.target);
      return;
    case 'Yield':
      if (node.value === null) c.constant(NONE, node);
      else c.expr(node.value);
      return yieldValue(c, node);
    case 'YieldFrom':
      c.expr(node.value);
      c.op('GET_YIELD_FROM_ITER', node);
      c.constant(NONE, node);
      return yieldFrom(c, node, false);
    case 'Await':
      c.expr(node.value);
      return awaitValue(c, 0, node);
    case 'JoinedStr':
      return joinedStr(c, node);
    case 'FormattedValue':
      c.expr(node.value);
      if (node.conversion !== null) c.op('CONVERT_VALUE', node, CONVERSIONS[node.conversion]);
      if (node.formatSpec === null) c.op('FORMAT_SIMPLE', node);
      else {
        c.expr(node.formatSpec);
        c.op('FORMAT_WITH_SPEC', node);
      }
      return;
    case 'Starred':
      throw c.source.error("can't use starred expression here", node.line, node.col, node.endLine, node.endCol);
  }
}

function isSingleComparison(node: Expr): node is Compare {
  return node.kind === 'Compare' && node.ops.length === 1 && node.ops[0] !== 'in' && node.ops[0] !== 'not in';
}

function joinedStr(c: Compiler, node: JoinedStr): void {
  c.exprs(node.values);
  if (node.values.length !== 1) c.op('BUILD_STRING', node, node.values.length);
}
