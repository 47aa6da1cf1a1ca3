/**
 * Functions, cells, bound methods, built-in functions, code objects and modules.
 *
 * ```
 *  function  word 4 globals; 6 builtins; 8 name; 10 qualname; 12 code; 14 defaults; 16 kwdefaults; 18 closure; 20 doc; 22 dict; 24 weak list;
 *            26 module; 28 annotations; 30 type params; (to word 36: vectorcall and version)                    144 bytes
 *  cell      word 4 contents or 0                                                                               24 bytes
 *  method    word 4 function; 6 self; 8 weak list; 10 vectorcall                                                48 bytes
 *  builtin   word 4 (high half 5: index into Runtime.natives); 6 self or 0; 8 module name; 10 weak list; 12 vectorcall   56 bytes
 *  methodDescriptor  word 4 type; 5: native index; 6 name; 8 qualname; 10 doc                                    72 bytes
 * ```
 */
import { type Address, WORDS } from '../../heap/memory.ts';
import type { NativeEntry, NativeSpec } from '../runtime/native.ts';
import { parseSignature } from '../runtime/native.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { newStr } from './str.ts';

const M = WORDS;

export const FUNC_GLOBALS = 4;
export const FUNC_BUILTINS = 6;
export const FUNC_NAME = 8;
export const FUNC_QUALNAME = 10;
export const FUNC_CODE = 12;
export const FUNC_DEFAULTS = 14;
export const FUNC_KWDEFAULTS = 16;
export const FUNC_CLOSURE = 18;
export const FUNC_DOC = 20;
export const FUNC_DICT = 22;
export const FUNC_WEAKLIST = 24;
export const FUNC_MODULE = 26;
export const FUNC_ANNOTATIONS = 28;
export const FUNC_TYPEPARAMS = 30;
export const FUNC_BYTES = 144;
/** High half of the code field: the code's index in Runtime.codes, so that a call need not go through the code object. */
export const FUNC_CODE_INDEX = 13;

export const CELL_CONTENTS = 4;
export const METHOD_FUNCTION = 4;
export const METHOD_SELF = 6;
export const METHOD_WEAKLIST = 8;
export const NATIVE_INDEX = 5;
export const BUILTIN_SELF = 6;
export const BUILTIN_MODULE = 8;
export const BUILTIN_WEAKLIST = 10;
export const DESCR_TYPE = 4;
export const DESCR_NAME = 6;

/** A cell holding `contents` (owned; 0 = empty). */
export function newCell(rt: Runtime, contents: Address): Address {
  const info = rt.cellInfo;
  const cell = rt.newCollectable(info, info.rep, 24);
  M[cell + CELL_CONTENTS] = contents;
  M[cell + CELL_CONTENTS + 1] = 0;
  rt.heap.track(cell);
  return cell;
}

/** A bound method; retains both. */
export function newMethod(rt: Runtime, callable: Address, self: Address): Address {
  const info = rt.methodInfo;
  const method = rt.newCollectable(info, info.rep, 48);
  for (let word = method + 4; word < method + 12; word++) M[word] = 0;
  M[method + METHOD_FUNCTION] = rt.retain(callable);
  M[method + METHOD_SELF] = rt.retain(self);
  rt.heap.track(method);
  return method;
}

/** Numbers of positional arguments, self included, that need no look at the arity. */
function plainCounts(arity: NativeSpec['arity'], self: 0 | 1): { least: number; most: number } {
  if (arity === 'raw') return { least: 0, most: Number.MAX_SAFE_INTEGER };
  if (arity === 'none') return { least: self, most: self };
  if (arity === 'one') return { least: self + 1, most: self + 1 };
  return 'min' in arity ? { least: self + arity.min, most: self + arity.max } : { least: 0, most: -1 };
}

/** Registers the host side of a native; returns its index. */
export function registerNative(rt: Runtime, spec: NativeSpec, qualname: string, self: 0 | 1, module: string): NativeEntry {
  const signature = typeof spec.arity === 'object' && 'params' in spec.arity ? parseSignature(spec.arity.params) : null;
  const { name, arity, fn, doc, repr, safe, inTuple } = spec;
  // Always the same properties in the same order: calls read them at one place, for every native there is.
  const entry: NativeEntry = {
    name,
    arity,
    fn,
    doc,
    repr,
    safe: safe === true,
    ...plainCounts(arity, self),
    index: rt.natives.length,
    self,
    qualname,
    signature,
    module,
    slot: undefined,
    slotKey: undefined,
    tuples: inTuple === true ? 1 : 0,
  };
  rt.natives.push(entry);
  return entry;
}

/** A built-in function object; `self` is retained (0 for none: then the native's first argument is the first given). */
export function newBuiltin(rt: Runtime, entry: NativeEntry, self: Address): Address {
  const info = rt.builtinInfo;
  const builtin = rt.newCollectable(info, info.rep, 56);
  for (let word = builtin + 4; word < builtin + 14; word++) M[word] = 0;
  M[builtin + NATIVE_INDEX] = entry.index;
  M[builtin + BUILTIN_SELF] = self === 0 ? 0 : rt.retain(self);
  rt.heap.track(builtin);
  return builtin;
}

/** A function of a module, such as len or math.sqrt. */
export function newModuleFunction(rt: Runtime, spec: NativeSpec, module: string): Address {
  const slot = rt.push(newBuiltin(rt, registerNative(rt, spec, spec.name, 0, module), 0));
  const name = newStr(rt, module);
  M[M[slot] + BUILTIN_MODULE] = name;
  rt.sp = slot;
  return M[slot];
}
