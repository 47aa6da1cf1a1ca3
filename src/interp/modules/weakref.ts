/** The native part of the weakref module; the collections on top of it are Python. */

import { WEAK_NEXT, WEAK_REFERENT } from '../../heap/layout.ts';
import { WORDS } from '../../heap/memory.ts';
import { dictSetStr } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { newListOf } from '../objects/sequence.ts';
import { intern } from '../objects/str.ts';
import { defineProxyTypes, proxyOf } from '../types/weak-proxy-type.ts';
import type { ModuleSpec } from './module-spec.ts';
import { pythonSource } from './python-sources.ts';

const M = WORDS;

export const weakrefModule: ModuleSpec = {
  name: 'weakref',
  functions: [
    {
      name: 'getweakrefcount',
      arity: 'one',
      fn: (rt, args) => {
        const head = rt.weakListSlot(M[args]);
        let count = 0;
        for (let link = head === 0 ? 0 : M[head]; link !== 0; link = M[link + WEAK_NEXT])
          if (M[link + WEAK_REFERENT] !== 0) count++;
        return newInt(rt, count);
      },
    },
    {
      name: 'getweakrefs',
      arity: 'one',
      fn: (rt, args) => {
        const head = rt.weakListSlot(M[args]);
        const found: number[] = [];
        for (let link = head === 0 ? 0 : M[head]; link !== 0; link = M[link + WEAK_NEXT]) {
          if (M[link + WEAK_REFERENT] !== 0) found.push(rt.retain(link));
        }
        return newListOf(rt, found);
      },
    },
    {
      name: 'proxy',
      arity: { min: 1, max: 2 },
      fn: (rt, args, count) => proxyOf(rt, M[args], count > 1 && M[args + 2] !== rt.none ? M[args + 2] : 0),
    },
  ],
  setup: (rt, dict) => {
    defineProxyTypes(rt);
    for (const name of ['ref', 'ReferenceType']) dictSetStr(rt, dict, intern(rt, name), rt.types['ReferenceType']!.address);
    dictSetStr(rt, dict, intern(rt, 'ProxyType'), rt.types['ProxyType']!.address);
    dictSetStr(rt, dict, intern(rt, 'CallableProxyType'), rt.types['CallableProxyType']!.address);
  },
  get python() {
    return pythonSource('weakref');
  },
};
