/** The module linecache: lines of the program's own sources, which tracebacks and warnings show. */

import { type Address, WORDS } from '../../heap/memory.ts';
import { intToSafeNumber, isInt } from '../objects/int.ts';
import { listAppend, newList } from '../objects/sequence.ts';
import { isStr, newStr, strText } from '../objects/str.ts';
import type { NativeSpec } from '../runtime/native.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { ModuleSpec } from './module-spec.ts';

const M = WORDS;

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
    const list = newList(rt);
    for (const line of linesOf(rt, M[args])) listAppend(rt, list, newStr(rt, `${line.replace(/\n$/, '')}\n`));
    return list;
  },
};

const nothing = (name: string, params: string): NativeSpec => ({ name, arity: { params }, fn: (rt) => rt.none });

export const linecacheModule: ModuleSpec = {
  name: 'linecache',
  doc: 'Cache lines from Python source files.',
  functions: [
    getline,
    getlines,
    nothing('checkcache', 'filename='),
    nothing('clearcache', ''),
    nothing('lazycache', 'filename, module_globals'),
  ],
};
