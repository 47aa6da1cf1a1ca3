/** The end of a program: its outcome, the functions it registered for it, and the teardown of what it leaves behind. */
import { REP, WEAK_REFERENT } from '../heap/layout.ts';
import { type Address, WORDS } from '../heap/memory.ts';
import { dictDelete, dictEntryKey, dictEntryValue, dictGetStr, dictNext, dictSetStr } from './objects/dict.ts';
import { EXC_TRACEBACK } from './objects/exception.ts';
import { KIND } from './objects/kinds.ts';
import { intern, isStr, strText } from './objects/str.ts';
import { takePending } from './runtime/exceptions.ts';
import { RAISED, type Runtime, StepLimit } from './runtime/runtime.ts';
import { MODULE_DICT } from './types/core-types.ts';
import { customHook, printException } from './uncaught-errors.ts';

const M = WORDS;

/** How a program ended. */
export interface Outcome {
  readonly kind: 'ok' | 'exit' | 'error' | 'oom' | 'limit';
  readonly exitCode: number;
}

export function endWith(rt: Runtime, thrown: unknown): Outcome {
  if (thrown instanceof StepLimit) {
    rt.stderr.write(`heaplab: ${thrown.message}\n`);
    return { kind: 'limit', exitCode: 1 };
  }
  if (thrown !== RAISED) throw thrown;
  rt.unwind(rt.stackStart);
  rt.depth = 0;
  rt.shims = 0;
  rt.pinned = 0;
  rt.nativeDepth = 0;
  const exception = takePending(rt);
  rt.push(exception);
  const info = rt.typeOf(exception);
  let outcome: Outcome;
  if (info.mro.includes(rt.types['SystemExit']!)) outcome = exitStatus(rt, exception);
  else {
    const hook = customHook(rt, 'excepthook');
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
        printException(rt, exception);
      }
      rt.unwind(slot);
    } else printException(rt, exception);
    // CPython ends itself with the signal; a shell calls that 130.
    const interrupted = info.mro.includes(rt.types['KeyboardInterrupt']!);
    outcome = { kind: info.mro.includes(rt.types['MemoryError']!) ? 'oom' : 'error', exitCode: interrupted ? 130 : 1 };
  }
  rt.unwind(rt.stackStart);
  return outcome;
}

function exitStatus(rt: Runtime, exception: Address): Outcome {
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

export function exitFunctions(rt: Runtime): Outcome | null {
  const module = rt.loadedModule('atexit');
  if (module === 0) return null;
  const run = dictGetStr(rt, M[module + MODULE_DICT], intern(rt, '_run_exitfuncs'));
  if (run === 0) return null;
  const base = rt.push(rt.retain(run));
  try {
    rt.release(rt.call(base, 0, 0));
  } catch (thrown) {
    return endWith(rt, thrown);
  }
  return null;
}

/**
 * Ends the program as CPython's finalize_modules does: sys.modules lets go of every module, a collection takes what that left in cycles, and modules that
 * something still holds are emptied, last imported first. `builtinCount`: names in the module builtins when the program began.
 */
export function tearDown(rt: Runtime, builtinCount: number): void {
  rt.unwind(rt.stackStart);
  rt.depth = 0;
  rt.finalizing = true;
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
  restoreBuiltins(rt, builtinCount);
  for (const slot of weak.reverse()) {
    const module = M[M[slot] + WEAK_REFERENT];
    if (module === 0) continue;
    const held = rt.push(rt.retain(module));
    clearNamespace(rt, M[M[held] + MODULE_DICT]);
    rt.unwind(held);
  }
  rt.unwind(rt.stackStart);
  rt.heap.finish();
}

/** What the program has put into the module builtins goes before the modules are emptied (CPython: finalize_restore_builtins_dict). */
function restoreBuiltins(rt: Runtime, builtinCount: number): void {
  const dict = M[rt.builtinsDict];
  const added = rt.sp;
  let place = 0;
  for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1)) {
    if (place++ >= builtinCount) rt.push(rt.retain(dictEntryKey(rt, dict, index)));
  }
  for (let slot = added; slot < rt.sp; slot += 2) dictDelete(rt, dict, M[slot]);
  rt.unwind(added);
}

/** _PyModule_ClearDict: names with one underscore first, then the others, set to None. */
function clearNamespace(rt: Runtime, dict: Address): void {
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
