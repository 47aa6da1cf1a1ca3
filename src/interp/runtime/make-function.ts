/** MAKE_FUNCTION: a function object from a code constant and what was pushed in front of it. */
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictGetStr } from '../objects/dict.ts';
import {
  FUNC_ANNOTATIONS,
  FUNC_BUILTINS,
  FUNC_BYTES,
  FUNC_CLOSURE,
  FUNC_CODE,
  FUNC_CODE_INDEX,
  FUNC_DEFAULTS,
  FUNC_DOC,
  FUNC_GLOBALS,
  FUNC_KWDEFAULTS,
  FUNC_MODULE,
  FUNC_NAME,
  FUNC_QUALNAME,
} from '../objects/function.ts';
import { intern, newStr } from '../objects/str.ts';
import { CODE_INDEX, CODE_NAME, CODE_QUALNAME } from './code-table.ts';
import type { Runtime } from './runtime.ts';

const M = WORDS;

/** A function running `code` (owned) in `globals` and `builtins` (borrowed); no defaults, no closure. Tracked. */
export function functionOf(rt: Runtime, code: Address, globals: Address, builtins: Address): Address {
  const info = rt.functionInfo;
  // In a slot while there is no function that holds it.
  const slot = rt.push(code);
  const callable = rt.newCollectable(info, info.rep, FUNC_BYTES);
  for (let word = callable + 4; word < callable + FUNC_BYTES / 4; word++) M[word] = 0;
  const index = M[code + CODE_INDEX];
  M[callable + FUNC_GLOBALS] = rt.retain(globals);
  M[callable + FUNC_BUILTINS] = rt.retain(builtins);
  M[callable + FUNC_NAME] = rt.retain(M[code + CODE_NAME]);
  M[callable + FUNC_QUALNAME] = rt.retain(M[code + CODE_QUALNAME]);
  M[callable + FUNC_CODE] = code;
  M[callable + FUNC_CODE_INDEX] = index;
  M[slot] = callable;
  const doc = rt.codes[index]!.unit.docstring;
  M[callable + FUNC_DOC] = doc === null ? rt.none : newStr(rt, doc);
  const module = dictGetStr(rt, globals, intern(rt, '__name__'));
  M[callable + FUNC_MODULE] = module === 0 ? 0 : rt.retain(module);
  rt.heap.track(callable);
  rt.sp = slot;
  return callable;
}

/** Takes its operands off the stack; `running` is the function whose globals the new one shares. Owned. */
export function newFunction(rt: Runtime, running: Address, flags: number): Address {
  const code = rt.pop();
  const callable = functionOf(rt, code, M[running + FUNC_GLOBALS], M[running + FUNC_BUILTINS]);
  if ((flags & 8) !== 0) M[callable + FUNC_CLOSURE] = rt.pop();
  if ((flags & 4) !== 0) M[callable + FUNC_ANNOTATIONS] = rt.pop();
  if ((flags & 2) !== 0) M[callable + FUNC_KWDEFAULTS] = rt.pop();
  if ((flags & 1) !== 0) M[callable + FUNC_DEFAULTS] = rt.pop();
  return callable;
}
