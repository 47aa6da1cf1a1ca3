import type { Arguments, Expr } from './ast.ts';

/** Calls `visit` for the direct subexpressions of `node`, in the order of the source. */
export function forEachChild(node: Expr, visit: (child: Expr) => void): void {
  switch (node.kind) {
    case 'BoolOp':
    case 'JoinedStr':
      node.values.forEach(visit);
      return;
    case 'NamedExpr':
      visit(node.target);
      visit(node.value);
      return;
    case 'BinOp':
      visit(node.left);
      visit(node.right);
      return;
    case 'UnaryOp':
      visit(node.operand);
      return;
    case 'Lambda':
      forEachDefault(node.args, visit);
      visit(node.body);
      return;
    case 'IfExp':
      visit(node.test);
      visit(node.body);
      visit(node.orelse);
      return;
    case 'Dict':
      node.values.forEach((value, index) => {
        const key = node.keys[index];
        if (key) visit(key);
        visit(value);
      });
      return;
    case 'Set':
    case 'List':
    case 'Tuple':
      node.elts.forEach(visit);
      return;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
    case 'DictComp':
      for (const clause of node.generators) {
        visit(clause.iter);
        visit(clause.target);
        clause.ifs.forEach(visit);
      }
      if (node.kind === 'DictComp') {
        visit(node.key);
        visit(node.value);
      } else visit(node.elt);
      return;
    case 'Await':
    case 'YieldFrom':
    case 'Starred':
    case 'Attribute':
      visit(node.value);
      return;
    case 'Yield':
      if (node.value !== null) visit(node.value);
      return;
    case 'Compare':
      visit(node.left);
      node.comparators.forEach(visit);
      return;
    case 'Call':
      visit(node.func);
      node.args.forEach(visit);
      for (const keyword of node.keywords) visit(keyword.value);
      return;
    case 'FormattedValue':
      visit(node.value);
      if (node.formatSpec !== null) visit(node.formatSpec);
      return;
    case 'Subscript':
      visit(node.value);
      visit(node.slice);
      return;
    case 'Slice':
      for (const part of [node.lower, node.upper, node.step]) if (part !== null) visit(part);
      return;
    case 'Constant':
    case 'Name':
  }
}

export function forEachDefault(args: Arguments, visit: (child: Expr) => void): void {
  args.defaults.forEach(visit);
  for (const value of args.kwDefaults) if (value !== null) visit(value);
}
