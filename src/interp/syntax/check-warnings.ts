import type { Assert, Call, Compare, Expr, Subscript } from './ast.ts';
import type { SourceText } from './source-text.ts';

/** SyntaxWarnings of CPython's compiler: code that is valid and surely not what was meant. */

export function warnCompare(node: Compare, source: SourceText): void {
  let left: Expr = node.left;
  for (let index = 0; index < node.ops.length; index++) {
    const op = node.ops[index]!;
    const right = node.comparators[index]!;
    if (op === 'is' || op === 'is not') {
      const literal = literalType(left) ?? literalType(right);
      if (literal !== null) {
        const shown = op === 'is' ? '"is"' : '"is not"';
        const better = op === 'is' ? '=="' : '!="';
        source.warnOf(node, `${shown} with '${literal}' literal. Did you mean "${better}?`);
        return;
      }
    }
    left = right;
  }
}

/** The type of a literal that identity makes no sense for; None, True, False and ... are singletons. */
function literalType(node: Expr): string | null {
  if (node.kind === 'Constant') {
    const { kind } = node.value;
    return kind === 'none' || kind === 'bool' || kind === 'ellipsis' ? null : kind;
  }
  return node.kind === 'Tuple' && node.elts.every((item) => item.kind === 'Constant') ? 'tuple' : null;
}

export function warnCall(node: Call, source: SourceText): void {
  const type = valueType(node.func);
  if (type === null || type === 'function') return;
  source.warnOf(node.func, `'${type}' object is not callable; perhaps you missed a comma?`);
}

export function warnSubscript(node: Subscript, source: SourceText): void {
  const { value, slice } = node;
  const type = valueType(value);
  if (type === null) return;
  const unsubscriptable =
    type === 'set' ||
    type === 'generator' ||
    type === 'function' ||
    (value.kind === 'Constant' && !['str', 'bytes', 'tuple'].includes(value.value.kind));
  if (unsubscriptable) {
    source.warnOf(value, `'${type}' object is not subscriptable; perhaps you missed a comma?`);
    return;
  }
  const index = valueType(slice);
  if (index === null || index === 'int' || index === 'bool' || !['list', 'tuple', 'str', 'bytes'].includes(type)) return;
  const message = `${type} indices must be integers or slices, not ${index}; perhaps you missed a comma?`;
  source.warnOf(value, message);
}

/** The type of a display or literal; null where only a run can tell. */
function valueType(node: Expr): string | null {
  switch (node.kind) {
    case 'Constant':
      switch (node.value.kind) {
        case 'none':
          return 'NoneType';
        default:
          return node.value.kind;
      }
    case 'Tuple':
      return 'tuple';
    case 'List':
    case 'ListComp':
      return 'list';
    case 'Dict':
    case 'DictComp':
      return 'dict';
    case 'Set':
    case 'SetComp':
      return 'set';
    case 'GeneratorExp':
      return 'generator';
    case 'Lambda':
      return 'function';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str';
    default:
      return null;
  }
}

export function warnAssert(node: Assert, source: SourceText): void {
  const { test } = node;
  const isTuple =
    (test.kind === 'Tuple' && test.elts.length > 0) ||
    (test.kind === 'Constant' && test.value.kind === 'tuple' && test.value.items.length > 0);
  if (isTuple) source.warnOf(node, 'assertion is always true, perhaps remove parentheses?');
}
