/** The module abc: py/abc.py, and what it needs to tell match statements which classes are sequences and mappings. */

import { REP } from '../../heap/layout.ts';
import { WORDS } from '../../heap/memory.ts';
import { INT_VALUE, newInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import type { ModuleSpec } from './module-spec.ts';
import { pythonSource } from './python-sources.ts';

const M = WORDS;

/** Gives a class and all that derive from it the flag, as set_collection_flag_recursive in CPython's Modules/_abc.c does. */
function setMatchFlag(info: TypeInfo, flag: 0 | 1 | 2): void {
  if (info.matchFlag === flag || (!info.heap && info.immutable)) return;
  info.matchFlag = flag;
  for (const subclass of info.subclasses) setMatchFlag(subclass, flag);
}

export const abcModule: ModuleSpec = {
  name: 'abc',
  doc: 'Abstract Base Classes (ABCs) according to PEP 3119.',
  functions: [
    {
      name: '_set_match_flag',
      arity: { min: 2, max: 2 },
      fn: (rt, args) => {
        const flag = M[M[args + 2] + INT_VALUE];
        if ((M[M[args] + REP] & 0xff) === KIND.type && (flag === 1 || flag === 2)) setMatchFlag(rt.infoOfType(M[args]), flag);
        return rt.none;
      },
    },
    {
      name: '_match_flag',
      arity: 'one',
      fn: (rt, args) => newInt(rt, (M[M[args] + REP] & 0xff) === KIND.type ? rt.infoOfType(M[args]).matchFlag : 0),
    },
  ],
  get python() {
    return pythonSource('abc');
  },
};
