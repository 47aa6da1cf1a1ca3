/** Errors that no code of the program catches: what is printed of them, and the hooks of sys that may be there instead. */
import { REP } from '../heap/layout.ts';
import { type Address, WORDS } from '../heap/memory.ts';
import { dictGetStr } from './objects/dict.ts';
import { EXC_TRACEBACK } from './objects/exception.ts';
import { KIND } from './objects/kinds.ts';
import { intern, newStr, strText } from './objects/str.ts';
import { callMethod, findAttrNamed } from './runtime/attributes.ts';
import { takePending } from './runtime/exceptions.ts';
import { RAISED, type Runtime } from './runtime/runtime.ts';
import { tracebackText, unraisableText } from './runtime/traceback-text.ts';
import { MODULE_DICT } from './types/core-types.ts';

const M = WORDS;

/** A hook of sys that the program has replaced, owned, or 0. */
export function customHook(rt: Runtime, name: string): Address {
  const sys = rt.loadedModule('sys');
  if (sys === 0) return 0;
  const hook = dictGetStr(rt, M[sys + MODULE_DICT], intern(rt, name));
  if (hook === 0 || hook === rt.none) return 0;
  if ((M[hook + REP] & 0xff) === KIND.builtin && rt.natives[M[hook + 5]]!.module === 'sys') return 0;
  return rt.retain(hook);
}

export function printException(rt: Runtime, exception: Address): void {
  report(rt, tracebackText(rt, exception));
}

/** Writes to sys.stderr: the program's own object where it has put one there. */
export function report(rt: Runtime, text: string): void {
  const sys = rt.loadedModule('sys');
  const stream = sys === 0 ? 0 : dictGetStr(rt, M[sys + MODULE_DICT], intern(rt, 'stderr'));
  if (stream === rt.none) return;
  if (stream === 0 || stream === dictGetStr(rt, M[sys + MODULE_DICT], intern(rt, '__stderr__'))) {
    rt.stderr.write(text);
    return;
  }
  const mark = rt.push(rt.retain(stream));
  const { pinned } = rt;
  try {
    const line = rt.push(newStr(rt, text));
    rt.release(callMethod(rt, M[mark], 'write', M[line]));
  } catch (thrown) {
    if (thrown !== RAISED) throw thrown;
    rt.pinned = pinned;
    rt.release(takePending(rt));
  }
  rt.unwind(mark);
}

/** Runs something and hands its error, which is pending then, to `failed`. An error that was pending before is pending again. */
function guarded(rt: Runtime, work: () => void, failed: () => void): void {
  const { depth, pinned } = rt;
  const saved = rt.push(M[rt.pending]);
  M[rt.pending] = 0;
  try {
    work();
  } catch (thrown) {
    if (thrown !== RAISED) throw thrown;
    rt.depth = depth;
    rt.pinned = pinned;
    rt.unwind(saved + 2);
    failed();
  }
  rt.unwind(saved + 2);
  M[rt.pending] = M[saved];
  rt.sp = saved;
}

/** Runs something whose errors go to sys.unraisablehook. */
export function protect(rt: Runtime, work: () => void, object: Address): void {
  const holder = rt.push(rt.retain(object));
  guarded(rt, work, () => unraisable(rt, M[holder], null));
  rt.unwind(holder);
}

/** As protect, for an object that is finalized: the strategy holds it, and no count of its finalizer's shows another reference. `method`: what is told of is that method of its class. */
export function protectFinalizer(rt: Runtime, work: () => void, object: Address, method: string | null): void {
  const holder = rt.pushMovable(object);
  guarded(rt, work, () => unraisable(rt, rt.movable(holder, object), method));
  rt.unwind(holder);
}

/** Runs something that no hook hears of; its errors are printed. `what`: "on ..." or "in ...". */
export function ignoring(rt: Runtime, what: string, work: () => void): void {
  guarded(rt, work, () => {
    const exception = rt.push(takePending(rt));
    report(rt, `Exception ignored ${what}:\n${unraisableText(rt, M[exception])}`);
    rt.unwind(exception);
  });
}

/** Hands the pending exception to sys.unraisablehook. */
function unraisable(rt: Runtime, object: Address, prefix: string | null): void {
  // What no frame has raised is told of with the place where the program stands.
  if (M[M[rt.pending] + EXC_TRACEBACK] === 0 && rt.depth > 0) rt.traceHere();
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
  const hook = customHook(rt, 'unraisablehook');
  if (hook === 0) printUnraisable(rt, M[slot]);
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

export function printUnraisable(rt: Runtime, argument: Address): void {
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
  report(rt, `Exception ignored in: ${text}\n${unraisableText(rt, M[argument + 6])}`);
}
