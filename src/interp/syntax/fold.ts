import type { Constant } from '../bytecode/code-unit.ts';
import { isTrue } from '../bytecode/compile-tables.ts';
import type { Arguments, Comprehension, Expr, Expression, Module, Pattern, Stmt, TypeParam } from './ast.ts';
import { formatAsJoined } from './fold-format.ts';
import { foldBinary, foldSubscript, foldUnary } from './fold-operators.ts';

/**
 * Replaces expressions whose value is known by constants, in place, as CPython does before it compiles (Python/ast_opt.c):
 * operators and subscripts on constants, tuples of constants, `__debug__`, `not x in y`, and displays that are only iterated
 * over or searched.
 */
export function foldConstants(tree: Module | Expression, futureAnnotations: boolean): void {
  const folder = new Folder(futureAnnotations);
  if (tree.kind === 'Expression') (tree as { body: Expr }).body = folder.expr(tree.body);
  else folder.stmts(tree.body);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const INVERTED = { is: 'is not', 'is not': 'is', in: 'not in', 'not in': 'in' } as const;

class Folder {
  /** Annotations that become strings keep their text. */
  private readonly futureAnnotations: boolean;

  constructor(futureAnnotations: boolean) {
    this.futureAnnotations = futureAnnotations;
  }

  // ---- statements

  stmts(body: readonly Stmt[]): void {
    for (const node of body) this.stmt(node as Mutable<Stmt>);
  }

  private stmt(node: Mutable<Stmt>): void {
    switch (node.kind) {
      case 'FunctionDef':
        this.list(node.decorators);
        this.typeParams(node.typeParams);
        this.args(node.args);
        if (!this.futureAnnotations) node.returns = this.optional(node.returns);
        return this.stmts(node.body);
      case 'ClassDef':
        this.list(node.decorators);
        this.typeParams(node.typeParams);
        this.list(node.bases);
        for (const keyword of node.keywords) (keyword as Mutable<typeof keyword>).value = this.expr(keyword.value);
        return this.stmts(node.body);
      case 'TypeAlias':
        this.typeParams(node.typeParams);
        node.value = this.expr(node.value);
        return;
      case 'Return':
      case 'Expr':
        if (node.value !== null) node.value = this.expr(node.value);
        return;
      case 'Delete':
        return this.targets(node.targets);
      case 'Assign':
        this.targets(node.targets);
        node.value = this.expr(node.value);
        return;
      case 'AugAssign':
        this.target(node.target);
        node.value = this.expr(node.value);
        return;
      case 'AnnAssign':
        this.target(node.target);
        if (!this.futureAnnotations) node.annotation = this.expr(node.annotation);
        node.value = this.optional(node.value);
        return;
      case 'For':
        this.target(node.target);
        node.iter = node.isAsync ? this.expr(node.iter) : this.iterable(node.iter);
        this.stmts(node.body);
        return this.stmts(node.orelse);
      case 'While':
        node.test = this.expr(node.test);
        this.stmts(node.body);
        return this.stmts(node.orelse);
      case 'If': {
        let at = node;
        for (;;) {
          at.test = this.expr(at.test);
          this.stmts(at.body);
          const next = at.orelse.length === 1 ? at.orelse[0]! : null;
          if (next?.kind !== 'If') break;
          at = next as Mutable<typeof next>;
        }
        return this.stmts(at.orelse);
      }
      case 'With':
        for (const item of node.items as Mutable<(typeof node.items)[number]>[]) {
          item.contextExpr = this.expr(item.contextExpr);
          if (item.target !== null) this.target(item.target);
        }
        return this.stmts(node.body);
      case 'Match':
        node.subject = this.expr(node.subject);
        for (const item of node.cases as Mutable<(typeof node.cases)[number]>[]) {
          this.pattern(item.pattern);
          item.guard = this.optional(item.guard);
          this.stmts(item.body);
        }
        return;
      case 'Raise':
        node.exc = this.optional(node.exc);
        node.cause = this.optional(node.cause);
        return;
      case 'Try':
        this.stmts(node.body);
        for (const handler of node.handlers as Mutable<(typeof node.handlers)[number]>[]) {
          handler.type = this.optional(handler.type);
          this.stmts(handler.body);
        }
        this.stmts(node.orelse);
        return this.stmts(node.finalbody);
      case 'Assert':
        node.test = this.expr(node.test);
        node.msg = this.optional(node.msg);
        return;
      case 'Import':
      case 'ImportFrom':
      case 'Global':
      case 'Nonlocal':
      case 'Pass':
      case 'Break':
      case 'Continue':
    }
  }

  private typeParams(params: readonly TypeParam[]): void {
    for (const param of params as Mutable<TypeParam>[]) {
      if (param.kind === 'TypeVar') param.bound = this.optional(param.bound);
      param.defaultValue = this.optional(param.defaultValue);
    }
  }

  private args(args: Arguments): void {
    this.list(args.defaults);
    args.kwDefaults.forEach((value, index) => {
      if (value !== null) args.kwDefaults[index] = this.expr(value);
    });
    if (this.futureAnnotations) return;
    const all = [...args.posOnly, ...args.args, ...args.kwOnly, args.vararg, args.kwarg];
    for (const arg of all) if (arg !== null) (arg as Mutable<typeof arg>).annotation = this.optional(arg.annotation);
  }

  private pattern(node: Pattern): void {
    switch (node.kind) {
      case 'MatchValue':
        (node as Mutable<typeof node>).value = this.expr(node.value);
        return;
      case 'MatchMapping':
        this.list(node.keys);
        node.patterns.forEach((item) => {
          this.pattern(item);
        });
        return;
      case 'MatchClass':
        (node as Mutable<typeof node>).cls = this.expr(node.cls);
        node.patterns.forEach((item) => {
          this.pattern(item);
        });
        node.kwdPatterns.forEach((item) => {
          this.pattern(item);
        });
        return;
      case 'MatchSequence':
      case 'MatchOr':
        node.patterns.forEach((item) => {
          this.pattern(item);
        });
        return;
      case 'MatchAs':
        if (node.pattern !== null) this.pattern(node.pattern);
        return;
      case 'MatchSingleton':
      case 'MatchStar':
    }
  }

  // ---- expressions

  private optional(node: Expr | null): Expr | null {
    return node === null ? null : this.expr(node);
  }

  private list(nodes: Expr[]): void {
    for (let index = 0; index < nodes.length; index++) nodes[index] = this.expr(nodes[index]!);
  }

  private targets(nodes: readonly Expr[]): void {
    for (const node of nodes) this.target(node);
  }

  /** Targets keep their shape; what is evaluated inside them is folded. */
  private target(node: Expr): void {
    switch (node.kind) {
      case 'Tuple':
      case 'List':
        return this.targets(node.elts);
      case 'Starred':
        return this.target(node.value);
      case 'Attribute':
        (node as Mutable<typeof node>).value = this.expr(node.value);
        return;
      case 'Subscript': {
        const at = node as Mutable<typeof node>;
        at.value = this.expr(node.value);
        at.slice = this.expr(node.slice);
      }
    }
  }

  /** A display that is only iterated over: a list becomes a tuple, a set a frozenset. */
  private iterable(node: Expr): Expr {
    const folded = this.expr(node);
    if (folded.kind === 'List') {
      if (folded.elts.some((item) => item.kind === 'Starred')) return folded;
      const items = constantsOf(folded.elts);
      if (items === null) return { ...folded, kind: 'Tuple' };
      return constant(folded, { kind: 'tuple', items });
    }
    if (folded.kind === 'Set') {
      const items = constantsOf(folded.elts);
      return items === null ? folded : constant(folded, { kind: 'frozenset', items });
    }
    return folded;
  }

  expr(original: Expr): Expr {
    const node = original as Mutable<Expr>;
    switch (node.kind) {
      case 'Constant':
        return original;
      case 'Name':
        return node.id === '__debug__' ? constant(original, { kind: 'bool', value: true }) : original;
      case 'BinOp':
        return this.binary(original as Extract<Expr, { kind: 'BinOp' }>);
      case 'UnaryOp':
        node.operand = this.expr(node.operand);
        return foldedUnary(original as Extract<Expr, { kind: 'UnaryOp' }>);
      case 'BoolOp':
      case 'JoinedStr':
        this.list(node.values);
        return original;
      case 'NamedExpr':
      case 'Attribute':
      case 'Starred':
      case 'Await':
      case 'YieldFrom':
        node.value = this.expr(node.value);
        return original;
      case 'Yield':
        node.value = this.optional(node.value);
        return original;
      case 'FormattedValue':
        node.value = this.expr(node.value);
        if (node.formatSpec !== null) this.list(node.formatSpec.values);
        return original;
      case 'Lambda':
        this.args(node.args);
        node.body = this.expr(node.body);
        return original;
      case 'IfExp':
        node.test = this.expr(node.test);
        node.body = this.expr(node.body);
        node.orelse = this.expr(node.orelse);
        return original;
      case 'Dict':
        node.keys.forEach((key, index) => {
          if (key !== null) node.keys[index] = this.expr(key);
        });
        this.list(node.values);
        return original;
      case 'Set':
      case 'List':
        this.list(node.elts);
        return original;
      case 'Tuple': {
        this.list(node.elts);
        const items = constantsOf(node.elts);
        return items === null ? original : constant(original, { kind: 'tuple', items });
      }
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        node.elt = this.expr(node.elt);
        this.comprehension(node.generators);
        return original;
      case 'DictComp':
        node.key = this.expr(node.key);
        node.value = this.expr(node.value);
        this.comprehension(node.generators);
        return original;
      case 'Compare': {
        node.left = this.expr(node.left);
        this.list(node.comparators);
        const last = node.ops.length - 1;
        const op = node.ops[last]!;
        if (op === 'in' || op === 'not in') node.comparators[last] = this.iterable(node.comparators[last]!);
        return original;
      }
      case 'Call':
        node.func = this.expr(node.func);
        this.list(node.args);
        for (const keyword of node.keywords) (keyword as Mutable<typeof keyword>).value = this.expr(keyword.value);
        return original;
      case 'Subscript': {
        node.value = this.expr(node.value);
        node.slice = this.expr(node.slice);
        if (node.value.kind !== 'Constant' || node.slice.kind !== 'Constant') return original;
        const folded = foldSubscript(node.value.value, node.slice.value);
        return folded === null ? original : constant(original, folded);
      }
      case 'Slice':
        node.lower = this.optional(node.lower);
        node.upper = this.optional(node.upper);
        node.step = this.optional(node.step);
        return original;
    }
  }

  private comprehension(generators: readonly Comprehension[]): void {
    for (const clause of generators as Mutable<Comprehension>[]) {
      this.target(clause.target);
      clause.iter = this.iterable(clause.iter);
      this.list(clause.ifs);
    }
  }

  /** A chain of operators leans left and may be long: folded from its far end in a loop. */
  private binary(node: Extract<Expr, { kind: 'BinOp' }>): Expr {
    const chain: Mutable<typeof node>[] = [];
    let at: Expr = node;
    while (at.kind === 'BinOp') {
      chain.push(at);
      at = at.left;
    }
    let left = this.expr(at);
    for (let index = chain.length - 1; index >= 0; index--) {
      const binary = chain[index]!;
      binary.left = left;
      binary.right = this.expr(binary.right);
      const { right } = binary;
      left = foldedBinary(binary, left, right);
    }
    return left;
  }
}

function foldedBinary(node: Extract<Expr, { kind: 'BinOp' }>, left: Expr, right: Expr): Expr {
  if (left.kind !== 'Constant') return node;
  if (right.kind === 'Constant') {
    const folded = foldBinary(node.op, left.value, right.value);
    return folded === null ? node : constant(node, folded);
  }
  if (node.op !== '%' || left.value.kind !== 'str' || right.kind !== 'Tuple') return node;
  return formatAsJoined(node, left.value.value, right.elts) ?? node;
}

function foldedUnary(node: Extract<Expr, { kind: 'UnaryOp' }>): Expr {
  const { operand, op } = node;
  if (operand.kind === 'Constant') {
    if (op === 'not') return constant(node, { kind: 'bool', value: !isTrue(operand.value) });
    const folded = foldUnary(op, operand.value);
    return folded === null ? node : constant(node, folded);
  }
  if (op !== 'not' || operand.kind !== 'Compare' || operand.ops.length !== 1) return node;
  const only = operand.ops[0]!;
  if (only !== 'is' && only !== 'is not' && only !== 'in' && only !== 'not in') return node;
  return { ...operand, ops: [INVERTED[only]] };
}

function constantsOf(nodes: readonly Expr[]): Constant[] | null {
  const items: Constant[] = [];
  for (const node of nodes) {
    if (node.kind !== 'Constant') return null;
    items.push(node.value);
  }
  return items;
}

function constant(at: Expr, value: Constant): Expr {
  return { kind: 'Constant', value, line: at.line, col: at.col, endLine: at.endLine, endCol: at.endCol };
}
