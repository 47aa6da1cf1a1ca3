import type { Expression, Module } from './ast.ts';
import type { SourceText } from './source-text.ts';

/** `from __future__ import …`: which features a module asks for (Python/future.c). */

export interface Futures {
  readonly annotations: boolean;
}

const FEATURES = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'generator_stop',
  'barry_as_FLUFL',
  'annotations',
]);

/** Future imports stand at the head of a module, behind its docstring only. Those that come later are refused by the check. */
export function findFutures(tree: Module | Expression, source: SourceText): Futures {
  let annotations = false;
  if (tree.kind !== 'Module') return { annotations };
  for (const [index, node] of tree.body.entries()) {
    if (index === 0 && node.kind === 'Expr' && node.value.kind === 'Constant' && node.value.value.kind === 'str') continue;
    if (node.kind !== 'ImportFrom' || node.module !== '__future__' || node.level !== 0) break;
    for (const { name } of node.names) {
      // Shown at the start of its line.
      const refuse = (message: string): never => {
        throw source.error(message, node.line, 0, node.line, 0, 'SyntaxError', 'names');
      };
      if (name === 'braces') refuse('not a chance');
      if (!FEATURES.has(name)) refuse(`future feature ${name} is not defined`);
      if (name === 'annotations') annotations = true;
    }
  }
  return { annotations };
}
