/** Makes modules and runs their bodies: those of the library, and the files beside the program. */
import { type Address, WORDS } from '../heap/memory.ts';
import { findModuleFile } from './module-files.ts';
import { hidable } from './modules/catalogue.ts';
import type { ModuleSpec } from './modules/module-spec.ts';
import { dictPut, dictSetStr } from './objects/dict.ts';
import { newModuleFunction } from './objects/function.ts';
import { newListOf } from './objects/sequence.ts';
import { intern, newStr } from './objects/str.ts';
import { takePending } from './runtime/exceptions.ts';
import { registerModule, unregisterModule } from './runtime/imports.ts';
import { libraryFile } from './runtime/library-files.ts';
import { RAISED } from './runtime/runtime.ts';
import { MODULE_DICT, newModule } from './types/core-types.ts';
import { runCode } from './vm/execution.ts';
import { compileToCode, libraryCode } from './vm/source-compilation.ts';
import type { Vm } from './vm/vm.ts';

const M = WORDS;

export class ModuleLoader {
  /** Modules of the library by name. */
  readonly specs = new Map<string, ModuleSpec>();
  /** Modules whose bodies are running. */
  readonly loading = new Set<string>();
  private readonly vm: Vm;

  constructor(vm: Vm) {
    this.vm = vm;
  }

  /** Makes and runs a module; 0 when there is none of that name. Owned. */
  load(name: string): Address {
    const { rt } = this.vm;
    const spec = this.specs.get(name);
    // As the program's folder comes first on CPython's path, its files hide modules of the library that are files themselves.
    const file = spec !== undefined && !hidable.has(name) ? null : findModuleFile(rt, name);
    // A folder without __init__.py comes after everything that has a text.
    if (spec !== undefined && (file === null || file.text === null)) return this.loadBuiltin(spec);
    if (file === null || (file.text === null && rt.refusedModule(name) !== null)) return 0;
    const module = rt.push(newModule(rt, name));
    const dict = M[M[module] + MODULE_DICT];
    const { text } = file;
    dictPut(rt, dict, '__file__', text === null ? rt.none : newStr(rt, file.path));
    dictPut(rt, dict, '__package__', newStr(rt, file.isPackage ? name : name.split('.').slice(0, -1).join('.')));
    if (file.isPackage) {
      const path = text === null ? file.path : file.path.slice(0, -'/__init__.py'.length);
      dictPut(rt, dict, '__path__', newListOf(rt, [newStr(rt, path)]));
    }
    if (text === null) registerModule(rt, name, M[module]);
    else {
      rt.rememberSource(file.path, text);
      this.runModule(module, name, () => compileToCode(rt, text, file.path, 'exec', false));
    }
    rt.sp = module;
    return M[module];
  }

  private loadBuiltin(spec: ModuleSpec): Address {
    const { rt } = this.vm;
    const module = rt.push(newModule(rt, spec.name));
    const dict = M[M[module] + MODULE_DICT];
    registerModule(rt, spec.name, M[module]);
    for (const fn of spec.functions ?? []) {
      const builtin = rt.push(newModuleFunction(rt, fn, spec.accelerator ?? spec.name));
      dictSetStr(rt, dict, intern(rt, fn.name), M[builtin]);
      rt.unwind(builtin);
    }
    if (spec.doc !== undefined) dictPut(rt, dict, '__doc__', newStr(rt, spec.doc));
    dictPut(rt, dict, '__package__', newStr(rt, spec.name.split('.').slice(0, -1).join('.')));
    rt.pinned++;
    spec.setup?.(rt, M[M[module] + MODULE_DICT]);
    rt.pinned--;
    const python = spec.python;
    if (python !== undefined) {
      const filename = libraryFile(spec.name);
      this.runModule(module, spec.name, () => libraryCode(rt, python, filename));
    }
    rt.sp = module;
    return M[module];
  }

  /** Runs code in the namespace of the module in stack slot `slot`; `load` gives the code, owned. */
  private runModule(slot: Address, name: string, load: () => Address): void {
    const { rt } = this.vm;
    registerModule(rt, name, M[slot]);
    this.loading.add(name);
    try {
      const code = rt.push(load());
      const dict = M[M[slot] + MODULE_DICT];
      const builtins = rt.loadedModule('builtins');
      dictSetStr(rt, dict, intern(rt, '__builtins__'), M[builtins + MODULE_DICT]);
      rt.release(runCode(this.vm, M[code], dict, dict, 0));
      rt.unwind(code);
      this.loading.delete(name);
    } catch (thrown) {
      this.loading.delete(name);
      if (thrown === RAISED) {
        const exception = takePending(rt);
        unregisterModule(rt, name);
        rt.setRoot(rt.pending, exception);
      }
      throw thrown;
    }
  }
}
