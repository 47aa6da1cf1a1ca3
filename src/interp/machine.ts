/**
 * A Python interpreter on a simulated machine: boot, running a program, ending it. The strategy is made by a factory that the caller gives: the interpreter
 * knows nothing of which there are.
 */
import { Clock } from '../heap/clock.ts';
import { FLAGS, REP } from '../heap/layout.ts';
import { type Address, Memory, type MemoryLimits, WORDS } from '../heap/memory.ts';
import type { Strategy, StrategyContext, StrategyOptions } from '../heap/strategy.ts';
import type { Compiled } from './bytecode/compile.ts';
import { collectorHooks } from './collector-hooks.ts';
import { callsBeforeTranslation, type Engine } from './engine.ts';
import { countLiveViews } from './live-views.ts';
import { PythonModel } from './model.ts';
import { findModuleFile } from './module-files.ts';
import { ModuleLoader } from './module-loader.ts';
import { inBuiltinOrder } from './modules/builtin-order.ts';
import { builtinFunctions } from './modules/builtins.ts';
import { moduleSpecs, refusedModules } from './modules/catalogue.ts';
import { gcModule } from './modules/gc.ts';
import { cachedLines } from './modules/linecache.ts';
import { sysModule } from './modules/sys.ts';
import { weakrefModule } from './modules/weakref.ts';
import {
  DICT_SPLIT,
  detachSplit,
  dictDelete,
  dictGetStr,
  dictLength,
  dictPut,
  dictSetStr,
  newDict,
  SPLIT_ATTACHED,
  SPLIT_TRACKED,
} from './objects/dict.ts';
import { newFloat } from './objects/float.ts';
import { newBuiltin, newMethod, newModuleFunction } from './objects/function.ts';
import { dictSlot, dropInline, hasInlineValues, materializeDict } from './objects/instance.ts';
import { newInt } from './objects/int.ts';
import { KIND } from './objects/kinds.ts';
import { listAppend, newListOf } from './objects/sequence.ts';
import { intern, isStr, newStr, strText } from './objects/str.ts';
import { endWith, exitFunctions, type Outcome, tearDown } from './program-end.ts';
import { DEFAULT_PYTHON, type PythonVersion, versionFacts } from './python-version.ts';
import { callBoundSpecial, callSpecial, findAttrNamed } from './runtime/attributes.ts';
import { call2 } from './runtime/calls.ts';
import { buildClass, isAbstract } from './runtime/classes.ts';
import { resetCodeSpace } from './runtime/code-space.ts';
import { isPending, raise, raiseBare, takePending, tooDeep } from './runtime/exceptions.ts';
import { importDotted, registerModule } from './runtime/imports.ts';
import { listFromIterable, tupleFromIterable } from './runtime/iterables.ts';
import { dictMergeUnique, dictUpdate, keywordNames } from './runtime/mappings.ts';
import { equals, hashOf } from './runtime/operators.ts';
import { type Output, RAISED, Runtime, type RuntimeLimits, StepLimit } from './runtime/runtime.ts';
import { newGetSetDescriptor } from './runtime/types.ts';
import { gcOverhead, sizeOf } from './sizes.ts';
import { startStateOf } from './start-state.ts';
import { StaticHeap } from './static-heap.ts';
import { mayBeTracked } from './tracking.ts';
import { defineBuiltinTypes, makeConstants } from './types/bootstrap.ts';
import { frameLocals, frameSpec, MODULE_DICT, newMappingProxy, newModule } from './types/core-types.ts';
import { instanceGetterSpec, newStaticMethod } from './types/descriptor-types.ts';
import { weakrefOf } from './types/weakref-type.ts';
import { ignoring, printException, printUnraisable, protect, report } from './uncaught-errors.ts';
import { newArena, newCode } from './vm/code-loader.ts';
import {
  classOfMethod,
  currentGlobals,
  currentLocals,
  execute,
  runClassBody,
  runCode,
  superArguments,
} from './vm/execution.ts';
import { clearBottomRecord, R_CODE, R_PC, RECORD } from './vm/frame-record.ts';
import { frameReferences } from './vm/frame-references.ts';
import { instructionsOf } from './vm/instructions.ts';
import { compileSource, compileToCode, loadCompiled } from './vm/source-compilation.ts';
import { syntaxTree } from './vm/syntax-tree.ts';
import { frameLine, frameObject, generatorFrame, installFrames, liveDepth } from './vm/tracebacks.ts';
import { Vm } from './vm/vm.ts';
import { warn, warnAt } from './warning-report.ts';

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
  readonly loader: ModuleLoader;
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
    this.model = new PythonModel(rt, collectorHooks(this.vm));
    this.loader = new ModuleLoader(this.vm);
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
      sysModule({ frameAt: (depth) => frameObject(this.vm, depth), exceptHook: (exception) => printException(rt, exception) }),
      ...moduleSpecs,
    ]) {
      this.loader.specs.set(spec.name, spec);
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
    clearBottomRecord();
    this.makeBuiltins();
  }

  private emptyCode() {
    const rt = this.rt;
    const code = compileToCode(rt, '', '<sys>', 'exec', false);
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
    dictPut(rt, dict, '__name__', newStr(rt, 'builtins'));
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
    rt.stackOverflow = () => tooDeep(rt);
    rt.currentHandled = () => vm.currentHandled();
    rt.tupleFromIterable = tupleFromIterable;
    rt.listFromIterable = listFromIterable;
    rt.dictUpdate = dictUpdate;
    rt.dictMergeUnique = dictMergeUnique;
    rt.keywordNames = keywordNames;
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
    rt.isAbstract = isAbstract;
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
    rt.classOfMethod = () => classOfMethod(vm);
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
    rt.compileSource = (_rt, args) => compileSource(vm, args);
    rt.syntaxTree = syntaxTree;
    rt.newCode = newCode;
    rt.importModule = (name) => importDotted(rt, name);
    rt.loadModule = (_rt, name) => this.loader.load(name);
    rt.isLoading = (name) => this.loader.loading.has(name);
    rt.hasBuiltinModule = (name) => name === 'builtins' || this.loader.specs.has(name);
    rt.builtinModuleNames = () => [...this.loader.specs.keys(), 'builtins'].sort();
    rt.canLoadModule = (name) => this.loader.specs.has(name) || findModuleFile(rt, name) !== null;
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
    rt.sourceLines = (filename) => rt.sources.get(filename) ?? cachedLines(rt, filename);
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
    rt.warn = (_rt, category, message) => warn(vm, category, message);
    rt.compileWarning = (_rt, warning) => warnAt(rt, warning.category, warning.message, warning.filename, warning.line);
    rt.report = (text) => report(rt, text);
    rt.ignoring = (what, work) => ignoring(rt, what, work);
    rt.callUnraisable = (_rt, callable, a, b) => protect(rt, () => rt.release(call2(rt, callable, a, b)), callable);
    rt.defaultUnraisable = (_rt, argument) => printUnraisable(rt, argument);
    rt.getClassItem = (_rt, cls, key) => {
      if (cls === rt.typeInfo.address) return rt.newGenericAlias(rt, cls, key);
      const method = findAttrNamed(rt, cls, '__class_getitem__');
      if (method === 0 || method === rt.none) return 0;
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

  // --- running

  /** Runs all code with this engine from now on, whatever the options said. */
  useEngine(engine: Engine): void {
    const { rt } = this;
    rt.limits = { ...rt.limits, engine };
    for (const code of rt.codes) if (code !== undefined) code.heat = callsBeforeTranslation(engine);
  }

  /** Runs a program to its end, finalizers and exit included. `compiled` is what `compileModule` made of the source as a file, if the caller has it. */
  run(source: string, path: string, compiled: Compiled | null = null): Outcome {
    const rt = this.rt;
    rt.rememberSource(path, source);
    let outcome: Outcome;
    const builtinCount = dictLength(rt, M[rt.builtinsDict]);
    try {
      const main = newModule(rt, '__main__');
      registerModule(rt, '__main__', main);
      rt.release(main);
      const dict = M[main + MODULE_DICT];
      dictPut(rt, dict, '__annotations__', newDict(rt));
      dictSetStr(rt, dict, intern(rt, '__builtins__'), rt.loadedModule('builtins'));
      dictPut(rt, dict, '__file__', newStr(rt, path));
      dictSetStr(rt, dict, intern(rt, '__cached__'), rt.none);
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
      outcome = endWith(rt, thrown);
    }
    this.onProgramEnd?.();
    if (outcome.kind === 'limit') return outcome;
    try {
      const atexit = exitFunctions(rt);
      if (atexit !== null) outcome = atexit;
      tearDown(rt, builtinCount);
    } catch (thrown) {
      if (thrown instanceof StepLimit) return { kind: 'limit', exitCode: 1 };
      throw thrown;
    }
    return outcome;
  }

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
}

/** What the compiler notes in the body of a class from 3.13 on. */
const CLASS_NOTES = ['__static_attributes__', '__firstlineno__'];

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
