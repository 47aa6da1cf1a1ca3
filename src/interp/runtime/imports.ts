/** The import statement: built-in modules by name, the program's neighbours by a loader that the cell provides (CPython: Python/import.c). */

import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictDelete, dictEntryKey, dictEntryValue, dictGetStr, dictNext, dictSetStr } from '../objects/dict.ts';
import { EXC_FIELDS, newExceptionOf } from '../objects/exception.ts';
import { FUNC_BUILTINS, FUNC_GLOBALS } from '../objects/function.ts';
import { KIND } from '../objects/kinds.ts';
import { listItem, listLength, tupleItem, tupleLength } from '../objects/sequence.ts';
import { intern, isStr, newStr, strText } from '../objects/str.ts';
import { callMethod, findAttr, findAttrNamed, setAttrNamed } from './attributes.ts';
import { unwindKeeping } from './calls.ts';
import { raise, raiseException, raiseTypeError } from './exceptions.ts';
import { tupleFromIterable } from './iterables.ts';
import { asIndex, isTrue, setItem } from './operators.ts';
import type { Runtime } from './runtime.ts';

const M = WORDS;

/** Module object from sys.modules, borrowed, or 0. */
function loaded(rt: Runtime, name: string): Address {
  return dictGetStr(rt, M[rt.modules], intern(rt, name));
}

/** An ImportError or a subclass of it with its message and the name of the module. Owned. */
function importError(rt: Runtime, type: string, message: string, name: string): Address {
  const root = rt.push(newExceptionOf(rt, rt.types[type]!, newStr(rt, message)));
  for (const [index, text] of [message, name].entries()) {
    const value = newStr(rt, text);
    M[M[root] + EXC_FIELDS + 2 * index] = value;
  }
  return rt.pop();
}

function notFound(rt: Runtime, name: string, message: string): never {
  raiseException(rt, importError(rt, 'ModuleNotFoundError', message, name));
}

const LIBRARY_PACKAGES = new Set([
  'asyncio',
  'collections',
  'concurrent',
  'html',
  'importlib',
  'json',
  'logging',
  're',
  'unittest',
  'urllib',
]);

/** What the program's own finders in sys.meta_path make of `name`: a module, owned, or 0. Runs Python. */
function askFinders(rt: Runtime, name: string, parent: Address): Address {
  const finders = dictGetStr(rt, M[loaded(rt, 'sys') + 4], intern(rt, 'meta_path'));
  if (finders === 0 || (M[finders + REP] & 0xff) !== KIND.list || listLength(rt, finders) === 0) return 0;
  const path = rt.push(parent === 0 ? rt.none : findAttrNamed(rt, parent, '__path__') || rt.none);
  const text = rt.push(newStr(rt, name));
  const helper = rt.push(importDotted(rt, 'importlib.util'));
  const module = callMethod(rt, M[helper], '_module_from_finders', M[text], M[path]);
  rt.unwind(text);
  const asked = M[path];
  M[path] = module;
  rt.release(asked);
  rt.sp = path;
  return module === rt.none ? 0 : module;
}

/** Imports `name` (dotted) with its parents; returns the innermost module, owned. */
export function importDotted(rt: Runtime, name: string): Address {
  if (name === '') raise(rt, 'ValueError', 'Empty module name');
  const parts = name.split('.');
  let parent = 0;
  for (let count = 1; count <= parts.length; count++) {
    const full = parts.slice(0, count).join('.');
    let module = loaded(rt, full);
    if (module === rt.none) notFound(rt, full, `import of ${full} halted; None in sys.modules`);
    if (module === 0) {
      if (parent !== 0 && findAttrIsMissing(rt, parent, '__path__') && !rt.hasBuiltinModule(full)) {
        const outer = parts.slice(0, count - 1).join('.');
        // Packages of CPython's library whose parts are none here.
        const why = LIBRARY_PACKAGES.has(outer) ? '' : `; '${outer}' is not a package`;
        notFound(rt, full, `No module named '${full}'${why}`);
      }
      const made = rt.loadModule(rt, full) || askFinders(rt, full, parent);
      if (made === 0) notFound(rt, full, rt.refusedModule(full) ?? `No module named '${full}'`);
      rt.push(made);
      module = loaded(rt, full);
      if (module === 0) module = made;
      // The parent may have moved while the module ran.
      if (parent !== 0) parent = loaded(rt, parts.slice(0, count - 1).join('.')) || parent;
      if (parent !== 0) setAttrNamed(rt, parent, parts[count - 1]!, module);
      rt.retain(module);
      rt.drop(1);
      rt.release(module);
    }
    parent = module;
  }
  return rt.retain(parent);
}

function findAttrIsMissing(rt: Runtime, module: Address, name: string): boolean {
  const value = findAttrNamed(rt, module, name);
  if (value === 0) return true;
  rt.release(value);
  return false;
}

/** Absolute name of `name` imported `level` packages up from the module with these globals. */
function resolve(rt: Runtime, globals: Address, name: string, level: number): string {
  if (level === 0) return name;
  const text = (key: string): string | null => {
    const value = dictGetStr(rt, globals, intern(rt, key));
    return value !== 0 && isStr(rt, value) ? strText(rt, value) : null;
  };
  let packageName = text('__package__');
  if (packageName === null) {
    const own = text('__name__') ?? '';
    packageName = dictGetStr(rt, globals, intern(rt, '__path__')) !== 0 ? own : own.split('.').slice(0, -1).join('.');
  }
  if (packageName === '') raise(rt, 'ImportError', 'attempted relative import with no known parent package');
  const parts = packageName.split('.');
  if (level > parts.length) raise(rt, 'ImportError', 'attempted relative import beyond top-level package');
  const base = parts.slice(0, parts.length - level + 1).join('.');
  return name === '' ? base : `${base}.${name}`;
}

/** IMPORT_NAME: what builtins' `__import__` gives, which a program may have replaced. Owned. */
export function importName(rt: Runtime, running: Address, name: Address, level: Address, fromlist: Address): Address {
  const globals = M[running + FUNC_GLOBALS];
  const hook = dictGetStr(rt, M[running + FUNC_BUILTINS], intern(rt, '__import__'));
  if (hook === 0) raise(rt, 'ImportError', '__import__ not found');
  if (hook === rt.importFunction) return importFor(rt, globals, name, asIndex(rt, level), fromlist);
  const callable = rt.push(rt.retain(hook));
  rt.push(rt.retain(name));
  rt.push(rt.retain(globals));
  rt.push(rt.none);
  rt.push(rt.retain(fromlist));
  rt.push(rt.retain(level));
  return rt.call(callable, 5, 0);
}

/** `__import__(name, globals, locals, fromlist, level)`: the module that the statement binds or takes names from, owned. `globals` 0: none given. */
export function importFor(rt: Runtime, globals: Address, name: Address, level: number, fromlist: Address): Address {
  if (!isStr(rt, name)) raiseTypeError(rt, 'module name must be a string');
  if (level < 0) raise(rt, 'ValueError', 'level must be >= 0');
  const text = strText(rt, name);
  if (level > 0 && globals === 0) raiseTypeError(rt, 'globals must be a dict');
  const full = resolve(rt, globals, text, level);
  // Everything may move while the module runs.
  const wanted = rt.push(fromlist === 0 ? rt.none : rt.retain(fromlist));
  const slot = rt.push(importDotted(rt, full));
  if (M[wanted] === rt.none || !isTrue(rt, M[wanted])) {
    const module = M[slot];
    rt.sp = slot;
    rt.unwind(wanted);
    const top = text.split('.')[0]!;
    if (top === text) return module;
    rt.release(module);
    return rt.retain(loaded(rt, full.slice(0, full.length - (text.length - top.length))));
  }
  // from package import submodule
  if (!findAttrIsMissing(rt, M[slot], '__path__')) {
    importParts(rt, slot, full, M[wanted], true);
  }
  const module = M[slot];
  M[slot] = 0;
  return unwindKeeping(rt, wanted, module);
}

/** Sees to it that the package in stack slot `slot` has those of `names` that are modules of it. `star`: '*' stands for the names in its `__all__`. */
function importParts(rt: Runtime, slot: Address, full: string, names: Address, star: boolean): void {
  const list = rt.push(tupleFromIterable(rt, names));
  for (let index = 0; index < tupleLength(rt, M[list]); index++) {
    const item = tupleItem(rt, M[list], index);
    if (!isStr(rt, item)) raiseTypeError(rt, `Item in ${full}.__all__ must be str, not ${rt.typeOf(item).name}`);
    const part = strText(rt, item);
    if (!star || part !== '*') {
      importPart(rt, M[slot], full, part);
      continue;
    }
    const all = findAttrNamed(rt, M[slot], '__all__');
    if (all !== 0) importParts(rt, slot, full, M[rt.push(all)], false);
  }
  rt.unwind(list);
}

/** Sees to it that a package has `part`, if that is a module of it. */
function importPart(rt: Runtime, module: Address, full: string, part: string): void {
  if (!findAttrIsMissing(rt, module, part)) return;
  const sub = `${full}.${part}`;
  if (loaded(rt, sub) === 0 && !rt.canLoadModule(sub)) return;
  rt.release(importDotted(rt, sub));
}

/** IMPORT_FROM; owned. */
export function importFrom(rt: Runtime, module: Address, name: Address): Address {
  const value = findAttr(rt, module, name);
  if (value !== 0) return value;
  const moduleName = findAttrNamed(rt, module, '__name__');
  const text = moduleName !== 0 && isStr(rt, moduleName) ? strText(rt, moduleName) : '<unknown module name>';
  if (moduleName !== 0) {
    const sub = loaded(rt, `${text}.${strText(rt, name)}`);
    rt.release(moduleName);
    if (sub !== 0) return rt.retain(sub);
  }
  const file = findAttrNamed(rt, module, '__file__');
  const place = file !== 0 && isStr(rt, file) ? strText(rt, file) : 'unknown location';
  if (file !== 0) rt.release(file);
  const message = rt.isLoading(text)
    ? `cannot import name '${strText(rt, name)}' from partially initialized module '${text}' (most likely due to a circular import) (${place})`
    : `cannot import name '${strText(rt, name)}' from '${text}' (${place})`;
  const exception = importError(rt, 'ImportError', message, text);
  M[exception + EXC_FIELDS + 6] = rt.retain(name);
  raiseException(rt, exception);
}

/** from module import *: into a mapping of locals. */
export function importStar(rt: Runtime, module: Address, locals: Address): void {
  rt.pinned++;
  const all = findAttrNamed(rt, module, '__all__');
  if (all !== 0) {
    const held = rt.push(all);
    const list = rt.push(rt.listFromIterable(rt, all));
    for (let index = 0; index < listLength(rt, M[list]); index++) {
      const name = listItem(rt, M[list], index);
      if (!isStr(rt, name)) {
        const own = findAttrNamed(rt, module, '__name__');
        if (own !== 0) rt.push(own);
        const where = own !== 0 && isStr(rt, own) ? strText(rt, own) : '';
        raiseTypeError(rt, `Item in ${where}.__all__ must be str, not ${rt.typeOf(name).name}`);
      }
      const value = rt.push(rt.typeOf(module).getattro(rt, module, name));
      setItem(rt, locals, name, M[value]);
      rt.unwind(value);
    }
    rt.unwind(held);
    rt.pinned--;
    return;
  }
  const dict = findAttrNamed(rt, module, '__dict__');
  const slot = rt.push(dict);
  if ((M[dict + REP] & 0xff) === KIND.dict) {
    for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1)) {
      const name = dictEntryKey(rt, dict, index);
      if (!isStr(rt, name) || strText(rt, name).startsWith('_')) continue;
      setItem(rt, locals, name, dictEntryValue(rt, dict, index));
    }
  }
  rt.unwind(slot);
  rt.pinned--;
}

/** Puts a module into sys.modules. */
export function registerModule(rt: Runtime, name: string, module: Address): void {
  dictSetStr(rt, M[rt.modules], intern(rt, name), module);
}

/** Takes a module whose import failed out of sys.modules. */
export function unregisterModule(rt: Runtime, name: string): void {
  dictDelete(rt, M[rt.modules], intern(rt, name));
}
