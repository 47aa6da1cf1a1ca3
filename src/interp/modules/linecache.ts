/** The module linecache: lines of the program's own sources, which tracebacks and warnings show. */

import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictGetStr, dictPut, isDict, newDict } from '../objects/dict.ts';
import { intToSafeNumber, isInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { isTuple, LIST_LENGTH, listItem, listOfEach, tupleItem, tupleLength } from '../objects/sequence.ts';
import { intern, isStr, newStr, strText } from '../objects/str.ts';
import type { NativeSpec } from '../runtime/native.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { ModuleSpec } from './module-spec.ts';

const M = WORDS;

/** Lines that a program put into the module's `cache` under the name, as (size, time, lines, full name); null where it did not. */
export function cachedLines(rt: Runtime, filename: string): readonly string[] | null {
  // Library frames have no lines; nothing is interned for their sake.
  if (filename.startsWith('<frozen ')) return null;
  const module = rt.loadedModule('linecache');
  const cache = module === 0 ? 0 : dictGetStr(rt, M[module + 4], intern(rt, 'cache'));
  if (cache === 0 || !isDict(rt, cache)) return null;
  const key = rt.push(newStr(rt, filename));
  const entry = dictGetStr(rt, cache, M[key]);
  rt.unwind(key);
  if (entry === 0 || !isTuple(rt, entry) || tupleLength(rt, entry) !== 4) return null;
  const lines = tupleItem(rt, entry, 2);
  if ((M[lines + REP] & 0xff) !== KIND.list) return null;
  return Array.from({ length: M[lines + LIST_LENGTH] }, (_, index) =>
    strText(rt, listItem(rt, lines, index)).replace(/\n$/, ''),
  );
}

function linesOf(rt: Runtime, filename: Address): readonly string[] {
  return isStr(rt, filename) ? (rt.sourceLines(strText(rt, filename)) ?? []) : [];
}

const getline: NativeSpec = {
  name: 'getline',
  arity: { params: 'filename, lineno, module_globals=' },
  fn: (rt, args) => {
    const lineno = M[args + 2];
    const line = isInt(rt, lineno) ? linesOf(rt, M[args])[intToSafeNumber(rt, lineno) - 1] : undefined;
    return line === undefined ? rt.emptyStr : newStr(rt, `${line.replace(/\n$/, '')}\n`);
  },
};

const getlines: NativeSpec = {
  name: 'getlines',
  arity: { params: 'filename, module_globals=' },
  fn: (rt, args) => {
    return listOfEach(rt, linesOf(rt, M[args]), (line) => newStr(rt, `${line.replace(/\n$/, '')}\n`));
  },
};

const nothing = (name: string, params: string): NativeSpec => ({ name, arity: { params }, fn: (rt) => rt.none });

export const linecacheModule: ModuleSpec = {
  name: 'linecache',
  doc: 'Cache lines from Python source files.',
  functions: [
    getline,
    getlines,
    {
      name: 'updatecache',
      arity: { params: 'filename, module_globals=' },
      fn: getlines.fn,
    },
    nothing('checkcache', 'filename='),
    nothing('clearcache', ''),
    nothing('lazycache', 'filename, module_globals'),
  ],
  setup: (rt, dict) => {
    dictPut(rt, dict, 'cache', newDict(rt));
  },
};
