/**
 * A Python interpreter on a simulated machine: boot, running a program, ending it. The strategy is made by a factory that the caller gives: the interpreter
 * knows nothing of which there are.
 */
import { Clock } from '../heap/clock.ts';
import { FLAGS, REP, WEAK_CALLBACK, WEAK_REFERENT } from '../heap/layout.ts';
import { type Address, Memory, type MemoryLimits, WORDS } from '../heap/memory.ts';
import type { Strategy, StrategyContext, StrategyOptions } from '../heap/strategy.ts';
import type { Compiled } from './bytecode/compile.ts';
import { callsBeforeTranslation, type Engine } from './engine.ts';
import { countLiveViews } from './live-views.ts';
import { PythonModel } from './model.ts';
import { findModuleFile } from './module-files.ts';
import { inBuiltinOrder } from './modules/builtin-order.ts';
import { builtinFunctions } from './modules/builtins.ts';
import { hidable, moduleSpecs, refusedModules } from './modules/catalogue.ts';
import { gcModule } from './modules/gc.ts';
import { cachedLines } from './modules/linecache.ts';
import type { ModuleSpec } from './modules/module-spec.ts';
import { sysModule } from './modules/sys.ts';
import { weakrefModule } from './modules/weakref.ts';
import {
  DICT_SPLIT,
  detachSplit,
  dictDelete,
  dictEntryKey,
  dictEntryValue,
  dictGet,
  dictGetStr,
  dictLength,
  dictNext,
  dictSet,
  dictSetStr,
  isDict,
  newDict,
  SPLIT_ATTACHED,
  SPLIT_TRACKED,
} from './objects/dict.ts';
import { EXC_TRACEBACK } from './objects/exception.ts';
import { newFloat } from './objects/float.ts';
import { newBuiltin, newMethod, newModuleFunction } from './objects/function.ts';
import { GEN_FLAGS, GEN_FRAME, GEN_STATE, GEN_SUSPENDED } from './objects/generator.ts';
import { dictSlot, dropInline, hasInlineValues, materializeDict } from './objects/instance.ts';
import { newInt } from './objects/int.ts';
import { KIND } from './objects/kinds.ts';
import { listAppend, newListOf, newTuple } from './objects/sequence.ts';
import { intern, isStr, newStr, strText } from './objects/str.ts';
import { DEFAULT_PYTHON, type PythonVersion, versionFacts } from './python-version.ts';
import { callBoundSpecial, callMethod, callSpecial, findAttrNamed } from './runtime/attributes.ts';
import { call2 } from './runtime/calls.ts';
import { buildClass } from './runtime/classes.ts';
import { removeCode, resetCodeSpace } from './runtime/code-space.ts';
import { isPending, raise, raiseBare, takePending } from './runtime/exceptions.ts';
import { importDotted, registerModule, unregisterModule } from './runtime/imports.ts';
import { listFromIterable, tupleFromIterable } from './runtime/iterables.ts';
import { libraryFile } from './runtime/library-files.ts';
import { dictMergeUnique, dictUpdate } from './runtime/mappings.ts';
import { equals, hashOf } from './runtime/operators.ts';
import { type Output, RAISED, Runtime, type RuntimeLimits, StepLimit } from './runtime/runtime.ts';
import { forgetSubclass } from './runtime/subclasses.ts';
import { tracebackText, unraisableText } from './runtime/traceback-text.ts';
import { newGetSetDescriptor } from './runtime/types.ts';
import { gcOverhead, sizeOf } from './sizes.ts';
import { startStateOf } from './start-state.ts';
import { StaticHeap } from './static-heap.ts';
import { mayBeTracked } from './tracking.ts';
import { AGEN_DRIVEN } from './types/async-generator-type.ts';
import { defineBuiltinTypes, makeConstants } from './types/bootstrap.ts';
import { frameLocals, frameSpec, MODULE_DICT, newMappingProxy, newModule } from './types/core-types.ts';
import { instanceGetterSpec, newStaticMethod } from './types/descriptor-types.ts';
import { closesSilently, generatorClose } from './types/generator-type.ts';
import { weakrefOf } from './types/weakref-type.ts';
import { newArena, newCode } from './vm/code-loader.ts';
import {
  compileSource,
  compileToCode,
  currentGlobals,
  currentLocals,
  execute,
  libraryCode,
  loadCompiled,
  runClassBody,
  runCode,
  superArguments,
} from './vm/execution.ts';
import { R_CODE, R_PC, RECORD } from './vm/frame-record.ts';
import { frameReferences } from './vm/frame-references.ts';
import { instructionsOf } from './vm/instructions.ts';
import { syntaxTree } from './vm/syntax-tree.ts';
import { frameLine, frameObject, generatorFrame, installFrames, liveDepth } from './vm/tracebacks.ts';
import { Vm } from './vm/vm.ts';

const M = WORDS;

export interface MachineOptions {
  readonly memory: MemoryLimits;
  readonly limits: RuntimeLimits;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: string | null;
  readonly argv: readonly string[];
  /**
   * Reads a file beside the program for an import; null when there is none. `path` is relative to the program's folder; one that ends in a slash asks whether
   * there is such a folder, and gives an empty text.
   */
  readonly readNeighbour: (path: string) => string | null;
  readonly strategy: (context: StrategyContext) => Strategy;
  readonly strategyOptions: StrategyOptions;
  /** Default: 3.13. */
  readonly python?: PythonVersion;
}

/** How a program ended. */
export interface Outcome {
  readonly kind: 'ok' | 'exit' | 'error' | 'oom' | 'limit';
  readonly exitCode: number;
}

export class Machine {
  readonly memory: Memory;
  readonly clock = new Clock();
  readonly rt: Runtime;
  readonly vm: Vm;
  readonly model: PythonModel;
  readonly strategy: Strategy;
  readonly context: StrategyContext;
  /** Called when the program has ended, before what it left behind is torn down. */
  onProgramEnd: (() => void) | null = null;
  private readonly options: MachineOptions;
  private readonly sources = new Map<string, readonly string[]>();
  /** Modules whose bodies are running. */
  private readonly loading = new Set<string>();
  private readonly specs = new Map<string, ModuleSpec>();
  private readonly namesOfBuiltins: [string, Address][] = [];

  constructor(options: MachineOptions) {
    this.options = options;
    this.memory = new Memory(options.memory);
    this.memory.words[0] = -1;
    this.rt = new Runtime(this.memory, this.clock, options.limits, options.stdout, options.stderr);
    resetCodeSpace();
    const rt = this.rt;
    rt.stdin = options.stdin;
    rt.argv = options.argv;
    rt.version = versionFacts(options.python ?? DEFAULT_PYTHON);
    this.vm = new Vm(rt);
    this.model = new PythonModel(rt, {
      finalize: (object) => this.finalize(object),
      runCallback: (weakref) => this.runCallback(weakref),
      forget: (object) => this.forget(object),
      moved: () => this.moved(),
    });
    rt.model = this.model;
    this.join();
    const staticHeap = new StaticHeap(this.memory, this.clock);
    rt.staticHeap = staticHeap;
    rt.heap = staticHeap;
    const frames = frameSpec(
      (frame) => frameLine(this.vm, frame),
      (frame) => this.frameBack(frame),
    );
    defineBuiltinTypes(rt, this.vm, frames);
    makeConstants(rt);
    for (const fill of rt.deferredTypes ?? []) fill();
    rt.deferredTypes = null;
    for (const spec of builtinFunctions) {
      const made = newModuleFunction(rt, spec, 'builtins');
      if (spec.name === '__import__') rt.importFunction = made;
      this.namesOfBuiltins.push([spec.name, made]);
    }
    this.vm.initName = intern(rt, '__init__');
    this.vm.nextName = intern(rt, '__next__');
    staticHeap.seal();
    for (const spec of [
      gcModule,
      weakrefModule,
      sysModule({ frameAt: (depth) => frameObject(this.vm, depth), exceptHook: (exception) => this.printException(exception) }),
      ...moduleSpecs,
    ]) {
      this.specs.set(spec.name, spec);
    }
    this.context = {
      memory: this.memory,
      clock: this.clock,
      model: this.model,
      roots: rt,
      options: { thresholds: rt.version.thresholds, ...options.strategyOptions },
    };
    this.strategy = options.strategy(this.context);
    rt.heap = this.strategy;
    rt.preDict = 2 + this.strategy.capabilities.gcHeaderBytes / 4;
    this.vm.eager = this.strategy.capabilities.refcount === 'eager';
    this.vm.instructions = instructionsOf(this.vm);
    this.vm.codes[0] ??= this.emptyCode();
    this.makeBuiltins();
  }

  private emptyCode() {
    const rt = this.rt;
    const code = compileToCode(rt, '', '<boot>', 'exec', false);
    rt.newRoot(code);
    return this.vm.codes[0]!;
  }

  // --- boot

  private makeBuiltins(): void {
    const rt = this.rt;
    M[rt.modules] = newDict(rt);
    const module = newModule(rt, 'builtins');
    const dict = M[module + MODULE_DICT];
    M[rt.builtinsDict] = rt.retain(dict);
    registerModule(rt, 'builtins', module);
    rt.release(module);
    const entries: [string, Address][] = [...this.namesOfBuiltins];
    const constants: Record<string, Address> = {
      None: rt.none,
      True: rt.true,
      False: rt.false,
      Ellipsis: rt.ellipsis,
      NotImplemented: rt.notImplemented,
      __debug__: rt.true,
    };
    entries.push(...Object.entries(constants));
    for (const info of rt.typeInfos) {
      if (info !== undefined && info.module === 'builtins' && PUBLIC_TYPES.has(info.name))
        entries.push([info.name, info.address]);
    }
    for (const info of rt.typeInfos) {
      if (info !== undefined && info.kind === KIND.exception && !info.heap) entries.push([info.name, info.address]);
    }
    for (const alias of ['IOError', 'EnvironmentError']) entries.push([alias, rt.types['OSError']!.address]);
    for (const [name, value] of inBuiltinOrder(entries)) dictSetStr(rt, dict, intern(rt, name), value);
    const name = newStr(rt, 'builtins');
    dictSetStr(rt, dict, intern(rt, '__name__'), name);
    rt.release(name);
    // sys is always loaded, though not named in any namespace.
    rt.release(importDotted(rt, 'sys'));
  }

  /** Gives the runtime the functions that lower files call upwards. */
  private join(): void {
    const rt = this.rt;
    const vm = this.vm;
    rt.call = (base, count, kwnames) => vm.call(base, count, kwnames);
    rt.hashOf = hashOf;
    rt.keysEqual = equals;
    rt.trackContainer = (container, key, value) => {
      if ((M[container + FLAGS] & 2) !== 0) return;
      if (!mayBeTracked(rt, value) && (key === 0 || !mayBeTracked(rt, key))) return;
      if (M[container + REP] === rt.dictInfo.rep && (M[container + DICT_SPLIT] & SPLIT_ATTACHED) !== 0) {
        M[container + DICT_SPLIT] |= SPLIT_TRACKED;
      } else rt.heap.track(container);
    };
    rt.dictChanged = () => raise(rt, 'RuntimeError', 'dict mutated during update');
    rt.outOfMemory = () => raiseBare(rt, 'MemoryError');
    rt.stackOverflow = () => raise(rt, 'RecursionError', 'maximum recursion depth exceeded');
    rt.currentHandled = () => vm.currentHandled();
    rt.tupleFromIterable = tupleFromIterable;
    rt.listFromIterable = listFromIterable;
    rt.dictUpdate = dictUpdate;
    rt.dictMergeUnique = dictMergeUnique;
    rt.keywordNames = (_rt, mapping, what) => keywordNames(rt, mapping, what);
    rt.listAppendOwned = listAppend;
    rt.newDictObject = newDict;
    rt.newIntObject = newInt;
    rt.newFloatObject = newFloat;
    rt.newMappingProxy = newMappingProxy;
    rt.newStaticMethod = newStaticMethod;
    rt.newWeakref = (_rt, object, callback) => weakrefOf(rt, rt.types['ReferenceType']!, object, callback);
    rt.newInstanceGetter = (_rt, owner, name) => newGetSetDescriptor(rt, owner, instanceGetterSpec(name));
    rt.bindMethod = (_rt, callable, self) =>
      (M[callable + REP] & 0xff) === KIND.methodDescriptor
        ? newBuiltin(rt, rt.natives[M[callable + 5]]!, self)
        : newMethod(rt, callable, self);
    rt.isAbstract = (_rt, type) => rt.infoOfType(type).heap && hasAbstract(rt, type);
    rt.ensureDict = (_rt, object) => {
      const info = rt.typeOf(object);
      const slot = dictSlot(rt, info, object);
      if (slot === 0) return 0;
      return M[slot] !== 0 ? M[slot] : materializeDict(rt, info, object);
    };
    rt.replaceDict = (_rt, object, dict) => {
      const info = rt.typeOf(object);
      if (dict === 0 || (M[dict + REP] & 0xff) !== KIND.dict) raise(rt, 'TypeError', '__dict__ must be set to a dictionary');
      if (hasInlineValues(rt, object)) dropInline(rt, object);
      const old = M[dictSlot(rt, info, object)];
      if (old !== 0) detachSplit(rt, old);
      rt.retain(dict);
      rt.replace(object, dictSlot(rt, info, object), dict);
    };
    rt.weakListSlot = (object) => this.model.weakListSlot(object);
    rt.sizeOf = (object) => sizeOf(rt, this.model, object);
    rt.liveViews = (exporter) => countLiveViews(this.context, this.strategy, exporter);
    rt.gcOverhead = (object) => gcOverhead(rt, object);
    rt.allocatedBlocks = () => {
      // Where space is handed out by moving a pointer nobody knows single blocks: what was handed out so far stands for them.
      if (rt.heap.stretches !== undefined) return rt.heap.allocatedObjects;
      let count = 0;
      rt.heap.blocks((block) => {
        if (!block.free) count++;
      });
      return count;
    };
    rt.callerGlobal = (_rt, name) => dictGetStr(rt, currentGlobals(vm), intern(rt, name));
    rt.currentLocals = () => currentLocals(vm);
    rt.currentGlobals = () => currentGlobals(vm);
    rt.superArguments = () => superArguments(vm);
    rt.frameReferences = (object) => frameReferences(vm, object);
    rt.frameLocals = frameLocals;
    rt.generatorFrame = (_rt, generator) => generatorFrame(vm, generator);
    rt.buildClass = (_rt, args, count, kwnames) =>
      buildClass(rt, args, count, kwnames, (body, namespace) => {
        const result = runClassBody(vm, body, namespace);
        if (!rt.version.classNotes && M[namespace + REP] === rt.dictInfo.rep) {
          for (const note of CLASS_NOTES) dictDelete(rt, namespace, intern(rt, note));
        }
        return result;
      });
    rt.execute = (_rt, args, mode) => execute(vm, args, mode);
    rt.compileSource = (_rt, args) => compileSource(rt, args);
    rt.syntaxTree = syntaxTree;
    rt.newCode = newCode;
    rt.importModule = (name) => importDotted(rt, name);
    rt.loadModule = (_rt, name) => this.loadModule(name);
    rt.isLoading = (name) => this.loading.has(name);
    rt.hasBuiltinModule = (name) => name === 'builtins' || this.specs.has(name);
    rt.builtinModuleNames = () => [...this.specs.keys(), 'builtins'].sort();
    rt.canLoadModule = (name) => this.specs.has(name) || findModuleFile(rt, name) !== null;
    rt.readNeighbour = this.options.readNeighbour;
    rt.refusedModule = (name) => {
      const why = refusedModules[name] ?? refusedModules[name.split('.')[0]!];
      return why === undefined ? null : `No module named '${name}': ${why}`;
    };
    rt.loadedModule = (name) => dictGetStr(rt, M[rt.modules], intern(rt, name));
    rt.dirOf = (_rt, object) => {
      const names = rt.push(callBoundSpecial(rt, object, '__dir__'));
      const list = rt.push(listFromIterable(rt, M[names]));
      const texts: { text: string; value: Address }[] = [];
      for (let index = 0; index < M[M[list] + 4]; index++) {
        const value = M[M[M[list] + 6] + 2 * index];
        texts.push({ text: isStr(rt, value) ? strText(rt, value) : '', value });
      }
      texts.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
      const sorted = newListOf(
        rt,
        texts.map((entry) => rt.retain(entry.value)),
      );
      rt.push(sorted);
      rt.sp -= 2;
      rt.unwind(names);
      return sorted;
    };
    rt.sourceLines = (filename) => this.sources.get(filename) ?? cachedLines(rt, filename);
    rt.rememberSource = (filename, text) => {
      this.sources.set(filename, text.split(/\r\n|\r|\n/));
    };
    rt.pendingIs = (_rt, thrown, type) => isPending(rt, thrown, rt.types[type]!);
    rt.raiseNamed = raise;
    rt.addNote = (_rt, thrown, text) => {
      if (thrown !== RAISED) return;
      const exception = rt.push(takePending(rt));
      const note = rt.push(newStr(rt, text));
      rt.release(callSpecial(rt, M[exception], 'add_note', M[note]));
      rt.unwind(note);
      rt.setRoot(rt.pending, M[exception]);
      rt.sp = exception;
    };
    rt.warn = (_rt, category, message) => this.warn(category, message);
    rt.compileWarning = (_rt, warning) => this.warnAt(warning.category, warning.message, warning.filename, warning.line);
    rt.report = (text) => this.report(text);
    rt.callUnraisable = (_rt, callable, a, b) => this.protect(() => rt.release(call2(rt, callable, a, b)), callable, null);
    rt.defaultUnraisable = (_rt, argument) => this.printUnraisable(argument);
    rt.getClassItem = (_rt, cls, key) => {
      if (cls === rt.typeInfo.address) return rt.newGenericAlias(rt, cls, key);
      const method = findAttrNamed(rt, cls, '__class_getitem__');
      if (method === 0) return 0;
      const base = rt.push(method);
      rt.push(rt.retain(key));
      return rt.call(base, 1, 0);
    };
    installFrames(vm);
  }

  private frameBack(frame: Address): Address {
    const rt = this.rt;
    const live = M[frame + 13];
    if (live !== 0) {
      const depth = liveDepth(this.vm, live);
      if (depth > 1) return rt.retain(frameObject(this.vm, depth - 1));
      return rt.none;
    }
    return M[frame + 4] === 0 ? rt.none : rt.retain(M[frame + 4]);
  }

  // --- modules

  /** Makes and runs a module; 0 when there is none of that name. Owned. */
  private loadModule(name: string): Address {
    const rt = this.rt;
    const spec = this.specs.get(name);
    // As the program's folder comes first on CPython's path, its files hide modules of the library that are files themselves.
    const file = spec !== undefined && !hidable.has(name) ? null : findModuleFile(rt, name);
    // A folder without __init__.py comes after everything that has a text.
    if (spec !== undefined && (file === null || file.text === null)) return this.loadBuiltin(spec);
    if (file === null || (file.text === null && rt.refusedModule(name) !== null)) return 0;
    const module = rt.push(newModule(rt, name));
    const dict = M[M[module] + MODULE_DICT];
    const { text } = file;
    const path = text === null ? rt.none : newStr(rt, file.path);
    dictSetStr(rt, dict, intern(rt, '__file__'), path);
    rt.release(path);
    const packageName = newStr(rt, file.isPackage ? name : name.split('.').slice(0, -1).join('.'));
    dictSetStr(rt, dict, intern(rt, '__package__'), packageName);
    rt.release(packageName);
    if (file.isPackage) {
      const paths = newListOf(rt, [newStr(rt, text === null ? file.path : file.path.slice(0, -'/__init__.py'.length))]);
      dictSetStr(rt, dict, intern(rt, '__path__'), paths);
      rt.release(paths);
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
    const rt = this.rt;
    const module = rt.push(newModule(rt, spec.name));
    const dict = M[M[module] + MODULE_DICT];
    registerModule(rt, spec.name, M[module]);
    for (const fn of spec.functions ?? []) {
      const builtin = rt.push(newModuleFunction(rt, fn, spec.accelerator ?? spec.name));
      dictSetStr(rt, dict, intern(rt, fn.name), M[builtin]);
      rt.unwind(builtin);
    }
    if (spec.doc !== undefined) {
      const doc = newStr(rt, spec.doc);
      dictSetStr(rt, dict, intern(rt, '__doc__'), doc);
      rt.release(doc);
    }
    const packageName = newStr(rt, spec.name.split('.').slice(0, -1).join('.'));
    dictSetStr(rt, dict, intern(rt, '__package__'), packageName);
    rt.release(packageName);
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
    const rt = this.rt;
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

  // --- running

  /** Runs all code with this engine from now on, whatever the options said. */
  useEngine(engine: Engine): void {
    const { rt } = this;
    rt.limits = { ...rt.limits, engine };
    for (const code of rt.codes) if (code !== undefined) code.heat = callsBeforeTranslation(engine);
  }

  /** Names in the module builtins when the program begins. */
  private builtinCount = 0;

  /** Runs a program to its end, finalizers and exit included. `compiled` is what `compileModule` made of the source as a file, if the caller has it. */
  run(source: string, path: string, compiled: Compiled | null = null): Outcome {
    const rt = this.rt;
    rt.rememberSource(path, source);
    let outcome: Outcome;
    try {
      const main = newModule(rt, '__main__');
      registerModule(rt, '__main__', main);
      rt.release(main);
      const dict = M[main + MODULE_DICT];
      const builtins = rt.loadedModule('builtins');
      this.builtinCount = dictLength(rt, M[rt.builtinsDict]);
      dictSetStr(rt, dict, intern(rt, '__builtins__'), builtins);
      const file = newStr(rt, path);
      dictSetStr(rt, dict, intern(rt, '__file__'), file);
      rt.release(file);
      const code = rt.push(
        compiled === null ? compileToCode(rt, source, path, 'exec', false, true) : loadCompiled(rt, compiled),
      );
      rt.push(newArena(rt, M[code]));
      const { start, compilerTraces } = rt.version;
      const left = compilerTraces ? startStateOf(rt.codes[M[M[code] + 5]!]!.unit) : null;
      if (left !== null && rt.heap.stock !== undefined) {
        rt.heap.stock(left.kept);
        rt.heap.gc.beginProgram?.({ ...start, youngCount: start.youngCount + left.allocations });
      } else rt.heap.gc.beginProgram?.(start);
      rt.release(runCode(this.vm, M[code], dict, dict, 0));
      rt.unwind(code);
      outcome = { kind: 'ok', exitCode: 0 };
    } catch (thrown) {
      outcome = this.endWith(thrown);
    }
    this.onProgramEnd?.();
    if (outcome.kind === 'limit') return outcome;
    try {
      const atexit = this.exitFunctions();
      if (atexit !== null) outcome = atexit;
      this.tearDown();
    } catch (thrown) {
      if (thrown instanceof StepLimit) return { kind: 'limit', exitCode: 1 };
      throw thrown;
    }
    return outcome;
  }

  private endWith(thrown: unknown): Outcome {
    const rt = this.rt;
    if (thrown instanceof StepLimit) {
      rt.stderr.write(`heaplab: ${thrown.message}\n`);
      return { kind: 'limit', exitCode: 1 };
    }
    if (thrown !== RAISED) throw thrown;
    rt.unwind(rt.stackStart);
    rt.depth = 0;
    rt.pinned = 0;
    rt.nativeDepth = 0;
    const exception = takePending(rt);
    rt.push(exception);
    const info = rt.typeOf(exception);
    let outcome: Outcome;
    if (info.mro.includes(rt.types['SystemExit']!)) outcome = this.exitStatus(exception);
    else {
      const hook = this.customHook('excepthook');
      if (hook !== 0) {
        const slot = rt.push(hook);
        const traceback = M[exception + EXC_TRACEBACK];
        const base = rt.push(rt.retain(M[slot]));
        rt.push(rt.retain(info.address));
        rt.push(rt.retain(exception));
        rt.push(traceback === 0 ? rt.none : rt.retain(traceback));
        try {
          rt.release(rt.call(base, 3, 0));
        } catch (again) {
          if (again !== RAISED) throw again;
          rt.setRoot(rt.pending, 0);
          this.printException(exception);
        }
        rt.unwind(slot);
      } else this.printException(exception);
      // CPython ends itself with the signal; a shell calls that 130.
      const interrupted = info.mro.includes(rt.types['KeyboardInterrupt']!);
      outcome = { kind: info.mro.includes(rt.types['MemoryError']!) ? 'oom' : 'error', exitCode: interrupted ? 130 : 1 };
    }
    rt.unwind(rt.stackStart);
    return outcome;
  }

  private exitStatus(exception: Address): Outcome {
    const rt = this.rt;
    const code = M[exception + 18];
    if (code === 0 || code === rt.none) return { kind: 'exit', exitCode: 0 };
    if ((M[code + REP] & 0xff) === KIND.int || (M[code + REP] & 0xff) === KIND.bool) {
      return { kind: 'exit', exitCode: M[code + 6] & 0xff };
    }
    const text = rt.typeOf(code).str?.(rt, code) ?? rt.typeOf(code).repr!(rt, code);
    rt.stderr.write(`${strText(rt, text)}\n`);
    rt.release(text);
    return { kind: 'exit', exitCode: 1 };
  }

  /** A hook of sys that the program has replaced, owned, or 0. */
  private customHook(name: string): Address {
    const rt = this.rt;
    const sys = rt.loadedModule('sys');
    if (sys === 0) return 0;
    const hook = dictGetStr(rt, M[sys + MODULE_DICT], intern(rt, name));
    if (hook === 0 || hook === rt.none) return 0;
    if ((M[hook + REP] & 0xff) === KIND.builtin && rt.natives[M[hook + 5]]!.module === 'sys') return 0;
    return rt.retain(hook);
  }

  printException(exception: Address): void {
    this.report(tracebackText(this.rt, exception));
  }

  /** Writes to sys.stderr: the program's own object where it has put one there. */
  private report(text: string): void {
    const rt = this.rt;
    const sys = rt.loadedModule('sys');
    const stream = sys === 0 ? 0 : dictGetStr(rt, M[sys + MODULE_DICT], intern(rt, 'stderr'));
    if (stream === rt.none) return;
    if (stream === 0 || stream === dictGetStr(rt, M[sys + MODULE_DICT], intern(rt, '__stderr__'))) {
      rt.stderr.write(text);
      return;
    }
    const mark = rt.push(rt.retain(stream));
    const line = rt.push(newStr(rt, text));
    const { pinned } = rt;
    try {
      rt.release(callMethod(rt, M[mark], 'write', M[line]));
    } catch (thrown) {
      if (thrown !== RAISED) throw thrown;
      rt.pinned = pinned;
      rt.release(takePending(rt));
    }
    rt.unwind(mark);
  }

  private exitFunctions(): Outcome | null {
    const rt = this.rt;
    const module = rt.loadedModule('atexit');
    if (module === 0) return null;
    const run = dictGetStr(rt, M[module + MODULE_DICT], intern(rt, '_run_exitfuncs'));
    if (run === 0) return null;
    const base = rt.push(rt.retain(run));
    try {
      rt.release(rt.call(base, 0, 0));
    } catch (thrown) {
      return this.endWith(thrown);
    }
    return null;
  }

  /**
   * Ends the program as CPython's finalize_modules does: sys.modules lets go of every module, a collection takes what that left in cycles, and modules that
   * something still holds are emptied, last imported first.
   */
  private tearDown(): void {
    const rt = this.rt;
    rt.unwind(rt.stackStart);
    rt.depth = 0;
    rt.setRoot(rt.handled, 0);
    // CPython collects once while the modules are still there: nothing much dies, but the lists come into the order in which objects are reached.
    if (rt.heap.gc.enabled) rt.heap.finish();
    // The collections that follow are told to nobody.
    rt.heap.gc.onPhase = null;
    const modules = M[rt.modules];
    const weak: Address[] = [];
    for (let index = dictNext(rt, modules, 0); index >= 0; index = dictNext(rt, modules, index + 1)) {
      const module = dictEntryValue(rt, modules, index);
      const name = strText(rt, dictEntryKey(rt, modules, index));
      if ((M[module + REP] & 0xff) !== KIND.module || name === 'sys' || name === 'builtins') continue;
      try {
        weak.push(rt.push(rt.newWeakref(rt, module, 0)));
      } catch (thrown) {
        // No memory to watch the module with: as in CPython it is let go all the same.
        if (thrown !== RAISED) throw thrown;
        rt.setRoot(rt.pending, 0);
      }
      dictSetStr(rt, modules, dictEntryKey(rt, modules, index), rt.none);
    }
    rt.heap.finish();
    this.restoreBuiltins();
    for (const slot of weak.reverse()) {
      const module = M[M[slot] + WEAK_REFERENT];
      if (module === 0) continue;
      const held = rt.push(rt.retain(module));
      this.clearNamespace(M[M[held] + MODULE_DICT]);
      rt.unwind(held);
    }
    rt.unwind(rt.stackStart);
    rt.heap.finish();
  }

  /** What the program has put into the module builtins goes before the modules are emptied (CPython: finalize_restore_builtins_dict). */
  private restoreBuiltins(): void {
    const rt = this.rt;
    const dict = M[rt.builtinsDict];
    const added = rt.sp;
    let place = 0;
    for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1)) {
      if (place++ >= this.builtinCount) rt.push(rt.retain(dictEntryKey(rt, dict, index)));
    }
    for (let slot = added; slot < rt.sp; slot += 2) dictDelete(rt, dict, M[slot]);
    rt.unwind(added);
  }

  /** _PyModule_ClearDict: names with one underscore first, then the others, set to None. */
  private clearNamespace(dict: Address): void {
    const rt = this.rt;
    for (const wantUnderscore of [true, false]) {
      for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1)) {
        const key = dictEntryKey(rt, dict, index);
        if (!isStr(rt, key)) continue;
        const text = strText(rt, key);
        const underscore = text.startsWith('_') && !text.startsWith('__');
        if (underscore !== wantUnderscore && !(text.startsWith('__') && !wantUnderscore)) continue;
        if (text === '__builtins__' || dictEntryValue(rt, dict, index) === rt.none) continue;
        dictSetStr(rt, dict, key, rt.none);
      }
    }
  }

  // --- what collectors ask for

  /** Runs something whose errors go to sys.unraisablehook. */
  private protect(work: () => void, object: Address, prefix: string | null): void {
    const rt = this.rt;
    const mark = rt.sp;
    const depth = rt.depth;
    const pinned = rt.pinned;
    const saved = rt.push(M[rt.pending]);
    M[rt.pending] = 0;
    const holder = rt.push(rt.retain(object));
    try {
      work();
    } catch (thrown) {
      if (thrown !== RAISED) throw thrown;
      rt.depth = depth;
      rt.pinned = pinned;
      rt.unwind(holder + 2);
      this.unraisable(M[holder], prefix);
    }
    rt.unwind(holder);
    M[rt.pending] = M[saved];
    rt.sp = mark;
  }

  private finalize(object: Address): void {
    const rt = this.rt;
    if ((M[object + REP] & 0xff) === KIND.generator) {
      // One that dies by its count lets go of its locals as any object does: a chain of them needs no recursion.
      const dying = rt.heap.capabilities.refcount === 'eager' && M[object] === 1 && M[object + GEN_FRAME] === 0;
      if (dying && closesSilently(this.vm, object)) return;
      this.protect(
        () => {
          if (rt.typeOf(object) === rt.types['coroutine'] && M[object + GEN_STATE] === 0) {
            this.warn('RuntimeWarning', `coroutine '${strText(rt, M[object + 8])}' was never awaited`, object);
            return;
          }
          if ((M[object + GEN_FLAGS] & AGEN_DRIVEN) !== 0 && M[object + GEN_STATE] === GEN_SUSPENDED && this.loopCloses(object))
            return;
          rt.release(generatorClose(this.vm, object));
        },
        object,
        null,
      );
      return;
    }
    this.protect(() => rt.release(callSpecial(rt, object, '__del__')), object, '__del__');
  }

  /** Does the event loop that drove an async generator take it over to close it? */
  private loopCloses(generator: Address): boolean {
    const rt = this.rt;
    const module = rt.loadedModule('_asyncio_events');
    if (module === 0 || rt.typeOf(generator) !== rt.types['async_generator']) return false;
    const hook = findAttrNamed(rt, module, '_dropped');
    if (hook === 0 || hook === rt.none) return false;
    const base = rt.push(hook);
    rt.push(rt.retain(generator));
    return rt.call(base, 1, 0) === rt.true;
  }

  private runCallback(weakref: Address): void {
    const rt = this.rt;
    const callback = M[weakref + WEAK_CALLBACK];
    if (callback === 0) return;
    this.protect(
      () => {
        const base = rt.push(rt.retain(callback));
        rt.push(rt.retain(weakref));
        rt.release(rt.call(base, 1, 0));
      },
      callback,
      null,
    );
  }

  /** Hands the pending exception to sys.unraisablehook. */
  private unraisable(object: Address, prefix: string | null): void {
    const rt = this.rt;
    const exception = rt.push(takePending(rt));
    const info = rt.types['UnraisableHookArgs']!;
    const argument = rt.newCollectable(info, info.rep, info.basicBytes);
    const traceback = M[M[exception] + EXC_TRACEBACK];
    let target = object;
    if (prefix !== null) {
      const method = findAttrNamed(rt, rt.typeOf(object).address, prefix);
      if (method !== 0) {
        rt.push(method);
        target = method;
      }
    }
    const values = [rt.typeOf(M[exception]).address, M[exception], traceback === 0 ? rt.none : traceback, rt.none, target];
    values.forEach((value, index) => {
      M[argument + 4 + 2 * index] = rt.retain(value);
      M[argument + 5 + 2 * index] = 0;
    });
    rt.heap.track(argument);
    const slot = rt.push(argument);
    const hook = this.customHook('unraisablehook');
    if (hook === 0) this.printUnraisable(M[slot]);
    else {
      const base = rt.push(hook);
      rt.push(rt.retain(M[slot]));
      try {
        rt.release(rt.call(base, 1, 0));
      } catch (thrown) {
        if (thrown !== RAISED) throw thrown;
        rt.setRoot(rt.pending, 0);
      }
    }
    rt.unwind(exception);
  }

  private printUnraisable(argument: Address): void {
    const rt = this.rt;
    const object = M[argument + 12];
    let text = '';
    try {
      const shown = rt.push(rt.typeOf(object).repr!(rt, object));
      text = strText(rt, M[shown]);
      rt.unwind(shown);
    } catch (thrown) {
      if (thrown !== RAISED) throw thrown;
      rt.setRoot(rt.pending, 0);
      text = '<object repr() failed>';
    }
    this.report(`Exception ignored in: ${text}\n${unraisableText(rt, M[argument + 6])}`);
  }

  private forget(object: Address): void {
    const rt = this.rt;
    const kind = M[object + REP] & 0xff;
    if (kind === KIND.type) {
      const index = M[object + 5];
      const info = rt.typeInfos[index];
      if (info === undefined || info.address !== object) return;
      info.gone = true;
      for (const base of info.directBases) {
        // Only where a death is told at once: a sweep is no time to change tables.
        if (rt.heap.capabilities.refcount === 'eager' && !base.gone) forgetSubclass(rt, base, info);
        else base.subclasses.delete(info);
      }
      // The info stays until its index is used again: instances that die in the same cascade are still to be measured.
      rt.freeTypeIndices.push(index);
    } else if (kind === KIND.code) {
      const index = M[object + 5];
      const entry = rt.codes[index];
      if (entry !== undefined) removeCode(entry.start, entry.unit.code.length);
      delete rt.codes[index];
      rt.freeCodeIndices.push(index);
    }
  }

  private moved(): void {
    const rt = this.rt;
    this.vm.dropCaches();
    // Heap classes have moved: their infos follow.
    rt.heap.objects((object) => {
      if ((M[object + REP] & 0xff) !== KIND.type) return;
      const info = rt.typeInfos[M[object + 5]];
      if (info !== undefined) info.address = object;
    });
  }

  // --- warnings

  /** `file:line function` of the innermost Python frame; `<start>` before the program and after it. */
  place(): string {
    const { vm, rt } = this;
    if (rt.depth === 0) return '<start>';
    const record = rt.depth * RECORD;
    const unit = vm.codes[vm.frames[record + R_CODE]!]?.unit;
    if (unit === undefined) return '<start>';
    const line = unit.positions[Math.max(0, vm.frames[record + R_PC]! - 1) * 4]!;
    return `${unit.filename}:${line} ${unit.qualname}`;
  }

  /** `source` is the object the warning is about, or 0. */
  private warn(category: string, message: string, source = 0): void {
    const { rt, vm } = this;
    const record = rt.depth * RECORD;
    const unit = vm.codes[vm.frames[record + R_CODE]!]?.unit;
    const line = unit === undefined ? 0 : unit.positions[Math.max(0, vm.frames[record + R_PC]! - 1) * 4]!;
    const module = rt.callerGlobal(rt, '__name__');
    const isMain = module !== 0 && isStr(rt, module) && strText(rt, module) === '__main__';
    this.warnAt(category, message, unit?.filename ?? '<sys>', line, source, isMain, this.warningRegistry());
  }

  /** `__warningregistry__` of the module that runs: what was warned of already, by text, category and line. Made when it is first asked for. */
  private warningRegistry(): Address {
    const { rt } = this;
    const globals = currentGlobals(this.vm);
    const name = intern(rt, '__warningregistry__');
    const known = dictGetStr(rt, globals, name);
    if (known !== 0 && isDict(rt, known)) return known;
    const registry = newDict(rt);
    dictSetStr(rt, registry, intern(rt, 'version'), newInt(rt, 0));
    dictSetStr(rt, globals, name, registry);
    rt.release(registry);
    return registry;
  }

  /** Notes a warning in `registry`; true when it stood there. */
  private warnedBefore(registry: Address, category: string, message: string, line: number): boolean {
    const { rt } = this;
    const key = rt.push(newTuple(rt, [newStr(rt, message), rt.retain(rt.types[category]!.address), newInt(rt, line)]));
    const found = dictGet(rt, registry, M[key]) !== 0;
    if (!found) dictSet(rt, registry, M[key], rt.true);
    rt.unwind(key);
    return found;
  }

  private warnAt(
    category: string,
    message: string,
    filename: string,
    line: number,
    object = 0,
    isMain = filename === this.mainFile(),
    registry = 0,
  ): void {
    const rt = this.rt;
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
    if (registry !== 0 && this.warnedBefore(registry, category, message, line)) return;
    const source = this.sources.get(filename)?.[line - 1]?.trim();
    const hint = object === 0 ? '' : `${category}: ${NO_ALLOCATION_TRACE}\n`;
    this.report(`${filename}:${line}: ${category}: ${message}\n${source === undefined ? '' : `  ${source}\n`}${hint}`);
  }

  private mainFile(): string {
    const rt = this.rt;
    const main = rt.loadedModule('__main__');
    const file = main === 0 ? 0 : dictGetStr(rt, M[main + MODULE_DICT], intern(rt, '__file__'));
    return file === 0 ? '' : strText(rt, file);
  }
}

/** Keys of the `**mapping` on top of the stack as a tuple; a mapping that is no dict is replaced by one there first. */
function keywordNames(rt: Runtime, mapping: Address, what: string): Address {
  const slot = rt.sp - 2;
  if ((M[mapping + REP] & 0xff) !== KIND.dict) {
    const dict = rt.push(newDict(rt));
    rt.pinned++;
    dictMergeUnique(rt, M[dict], mapping, what);
    rt.pinned--;
    M[slot] = M[dict];
    rt.sp = slot + 2;
    rt.release(mapping);
  }
  const dict = M[slot];
  const names: Address[] = [];
  for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1)) {
    const key = dictEntryKey(rt, dict, index);
    if (!isStr(rt, key)) raise(rt, 'TypeError', 'keywords must be strings');
    names.push(key);
  }
  return names.length === 0
    ? 0
    : newTuple(
        rt,
        names.map((name) => rt.retain(name)),
      );
}

function hasAbstract(rt: Runtime, type: Address): boolean {
  const names = dictGetStr(rt, M[type + 10], intern(rt, '__abstractmethods__'));
  if (names === 0) return false;
  const length = rt.typeOf(names).length;
  return length !== null && length(rt, names) > 0;
}

/** What the compiler notes in the body of a class from 3.13 on. */
const CLASS_NOTES = ['__static_attributes__', '__firstlineno__'];

/** What follows a warning about an object. */
const NO_ALLOCATION_TRACE = 'Enable tracemalloc to get the object allocation traceback';

/** Types that the builtins module shows. */
const PUBLIC_TYPES = new Set([
  'object',
  'type',
  'int',
  'bool',
  'float',
  'complex',
  'str',
  'bytes',
  'bytearray',
  'memoryview',
  'tuple',
  'list',
  'dict',
  'set',
  'frozenset',
  'range',
  'slice',
  'property',
  'staticmethod',
  'classmethod',
  'super',
  'enumerate',
  'zip',
  'map',
  'filter',
  'reversed',
]);
