/** What a Python class of ours needs to show in messages as CPython's class in C does: its name with its module. */

import { REP } from '../../heap/layout.ts';
import { WORDS } from '../../heap/memory.ts';
import { KIND } from '../objects/kinds.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import type { ModuleSpec } from './module-spec.ts';

const M = WORDS;

export const typeNamesModule: ModuleSpec = {
  name: '_typenames',
  functions: [
    {
      name: 'dotted',
      arity: 'one',
      doc: 'Error messages call the class by module and name from now on; __name__ stays.',
      fn: (rt, args) => {
        if ((M[M[args] + REP] & 0xff) !== KIND.type) raiseTypeError(rt, 'dotted() argument must be a class');
        const info = rt.infoOfType(M[args]);
        info.name = `${info.module}.${info.qualname ?? info.name}`;
        return rt.none;
      },
    },
  ],
};
