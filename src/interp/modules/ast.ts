/** The module ast: the parser's tree as Python objects, of which py/ast.py makes nodes. */
import type { ModuleSpec } from './module-spec.ts';
import { pythonSource } from './python-sources.ts';

export const astModule: ModuleSpec = {
  name: 'ast',
  functions: [{ name: '_tree', arity: { min: 3, max: 3 }, fn: (rt, args) => rt.syntaxTree(rt, args) }],
  get python() {
    return pythonSource('ast');
  },
};
