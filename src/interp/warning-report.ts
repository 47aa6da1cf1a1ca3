/** Warnings that the machine itself gives: through the module warnings when the program has it, else on stderr as CPython's C code prints them. */
import type { Address } from '../heap/memory.ts';
import { WORDS } from '../heap/memory.ts';
import { dictGet, dictGetStr, dictSet, dictSetStr, isDict, newDict } from './objects/dict.ts';
import { newInt } from './objects/int.ts';
import { tupleFrom } from './objects/sequence.ts';
import { intern, isStr, newStr, strText } from './objects/str.ts';
import { findAttrNamed } from './runtime/attributes.ts';
import type { Runtime } from './runtime/runtime.ts';
import { MODULE_DICT } from './types/core-types.ts';
import { report } from './uncaught-errors.ts';
import { currentGlobals } from './vm/execution.ts';
import { R_CODE, R_PC, RECORD } from './vm/frame-record.ts';
import type { Vm } from './vm/vm.ts';

const M = WORDS;

/** What follows a warning about an object. */
const NO_ALLOCATION_TRACE = 'Enable tracemalloc to get the object allocation traceback';

/** `source` is the object the warning is about, or 0. */
export function warn(vm: Vm, category: string, message: string, source = 0): void {
  const { rt } = vm;
  const record = rt.depth * RECORD;
  const unit = vm.codes[vm.frames[record + R_CODE]!]?.unit;
  const line = unit === undefined ? 0 : unit.positions[Math.max(0, vm.frames[record + R_PC]! - 1) * 4]!;
  const module = rt.callerGlobal(rt, '__name__');
  const isMain = module !== 0 && isStr(rt, module) && strText(rt, module) === '__main__';
  warnAt(rt, category, message, unit?.filename ?? '<sys>', line, source, isMain, warningRegistry(vm));
}

/** `__warningregistry__` of the module that runs: what was warned of already, by text, category and line. Made when it is first asked for. */
function warningRegistry(vm: Vm): Address {
  const { rt } = vm;
  const globals = currentGlobals(vm);
  const name = intern(rt, '__warningregistry__');
  const known = dictGetStr(rt, globals, name);
  if (known !== 0 && isDict(rt, known)) return known;
  const registry = newDict(rt);
  const root = rt.push(registry);
  dictSetStr(rt, registry, intern(rt, 'version'), newInt(rt, 0));
  dictSetStr(rt, globals, name, registry);
  rt.unwind(root);
  return registry;
}

/** Notes a warning in `registry`; true when it stood there. */
function warnedBefore(rt: Runtime, registry: Address, category: string, message: string, line: number): boolean {
  const key = rt.push(
    tupleFrom(rt, [() => newStr(rt, message), () => rt.retain(rt.types[category]!.address), () => newInt(rt, line)]),
  );
  const found = dictGet(rt, registry, M[key]) !== 0;
  if (!found) dictSet(rt, registry, M[key], rt.true);
  rt.unwind(key);
  return found;
}

export function warnAt(
  rt: Runtime,
  category: string,
  message: string,
  filename: string,
  line: number,
  object = 0,
  isMain = filename === mainFile(rt),
  registry = 0,
): void {
  const warnings = rt.loadedModule('warnings');
  if (warnings !== 0) {
    const explicit = findAttrNamed(rt, warnings, 'warn_explicit');
    if (explicit !== 0) {
      const base = rt.push(explicit);
      rt.push(newStr(rt, message));
      rt.push(rt.retain(rt.types[category]!.address));
      rt.push(newStr(rt, filename));
      rt.push(newInt(rt, line));
      const module = registry === 0 ? 0 : rt.callerGlobal(rt, '__name__');
      for (const value of [module, registry, 0, object]) rt.push(value === 0 ? rt.none : rt.retain(value));
      rt.release(rt.call(base, 8, 0));
      return;
    }
  }
  if (category === 'DeprecationWarning' && !isMain) return;
  if (registry !== 0 && warnedBefore(rt, registry, category, message, line)) return;
  // While modules are taken apart CPython's C code cannot import what shows the line and the hint.
  const source = rt.finalizing ? undefined : rt.sources.get(filename)?.[line - 1]?.trim();
  const hint = object === 0 || rt.finalizing ? '' : `${category}: ${NO_ALLOCATION_TRACE}\n`;
  report(rt, `${filename}:${line}: ${category}: ${message}\n${source === undefined ? '' : `  ${source}\n`}${hint}`);
}

function mainFile(rt: Runtime): string {
  const main = rt.loadedModule('__main__');
  const file = main === 0 ? 0 : dictGetStr(rt, M[main + MODULE_DICT], intern(rt, '__file__'));
  return file === 0 ? '' : strText(rt, file);
}
