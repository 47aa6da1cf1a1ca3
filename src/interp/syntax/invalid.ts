import type { Expr } from './ast.ts';

/** How CPython's messages call an expression (`_PyPegen_get_expr_name`). */
export function expressionName(node: Expr): string {
  switch (node.kind) {
    case 'Attribute':
      return 'attribute';
    case 'Subscript':
      return 'subscript';
    case 'Starred':
      return 'starred';
    case 'Name':
      return 'name';
    case 'List':
      return 'list';
    case 'Tuple':
      return 'tuple';
    case 'Lambda':
      return 'lambda';
    case 'Call':
      return 'function call';
    case 'BoolOp':
    case 'BinOp':
    case 'UnaryOp':
      return 'expression';
    case 'GeneratorExp':
      return 'generator expression';
    case 'Yield':
    case 'YieldFrom':
      return 'yield expression';
    case 'Await':
      return 'await expression';
    case 'ListComp':
      return 'list comprehension';
    case 'SetComp':
      return 'set comprehension';
    case 'DictComp':
      return 'dict comprehension';
    case 'Dict':
      return 'dict literal';
    case 'Set':
      return 'set display';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'f-string expression';
    case 'Constant':
      switch (node.value.kind) {
        case 'none':
          return 'None';
        case 'bool':
          return node.value.value ? 'True' : 'False';
        case 'ellipsis':
          return 'ellipsis';
        default:
          return 'literal';
      }
    case 'Compare':
      return 'comparison';
    case 'IfExp':
      return 'conditional expression';
    case 'NamedExpr':
      return 'named expression';
    case 'Slice':
      return 'slice';
  }
}

/** The innermost part of a would-be target that cannot be one, or null (`_PyPegen_get_invalid_target`). */
export function invalidTarget(node: Expr, use: 'assign' | 'delete' | 'for'): Expr | null {
  switch (node.kind) {
    case 'List':
    case 'Tuple':
      for (const item of node.elts) {
        const bad = invalidTarget(item, use);
        if (bad !== null) return bad;
      }
      return null;
    case 'Starred':
      return use === 'delete' ? node : invalidTarget(node.value, use);
    case 'Compare':
      if (use !== 'for') return node;
      return node.ops[0] === 'in' ? invalidTarget(node.left, use) : null;
    case 'Name':
    case 'Subscript':
    case 'Attribute':
      return null;
    default:
      return node;
  }
}
