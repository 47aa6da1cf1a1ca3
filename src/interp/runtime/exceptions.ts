/**
 * Raising and catching Python exceptions from TypeScript. A raised exception waits in the root slot `rt.pending`; the thrown value is always
 * RAISED.
 */
import { type Address, WORDS } from '../../heap/memory.ts';
import { PyValueProblem } from '../numeric/problem.ts';
import { EXC_CAUSE, EXC_CONTEXT, EXC_FIELDS, EXC_SUPPRESS, newException, newExceptionOf } from '../objects/exception.ts';
import { newInt } from '../objects/int.ts';
import { tupleFrom } from '../objects/sequence.ts';
import { newStr } from '../objects/str.ts';
import { HostStackShort, RAISED, type Runtime } from './runtime.ts';
import type { TypeInfo } from './type-info.ts';

const M = WORDS;

/** Sets an exception (owned) as pending and throws. */
export function raiseException(rt: Runtime, exception: Address): never {
  setPending(rt, exception);
  throw RAISED;
}

/** Sets an exception (owned) as pending; whoever calls this sees to it that the handler is looked for. */
export function setPending(rt: Runtime, exception: Address): void {
  linkContext(rt, exception);
  rt.setRoot(rt.pending, exception);
}

/** What a resumed generator handles becomes the context of the exception thrown into it (_PyErr_ChainStackItem). */
export function linkThrown(rt: Runtime): void {
  if (M[rt.handled] !== 0) linkContext(rt, M[rt.pending]);
}

/** The exception being handled becomes the context of a new one (_PyErr_SetObject); a chain that would close is cut. */
function linkContext(rt: Runtime, exception: Address): void {
  const handled = rt.currentHandled();
  if (handled === 0 || handled === exception) return;
  if (M[exception + EXC_CONTEXT] === handled) return;
  let slow = handled;
  for (let link = handled, odd = false; ; odd = !odd) {
    const next = M[link + EXC_CONTEXT];
    if (next === 0) break;
    if (next === exception) {
      M[link + EXC_CONTEXT] = 0;
      rt.release(exception);
      break;
    }
    link = next;
    // A chain that the program closed elsewhere has no end: the second walk, at half the speed, is met in it.
    if (link === slow) break;
    if (odd) slow = M[slow + EXC_CONTEXT];
  }
  rt.replace(exception, exception + EXC_CONTEXT, rt.retain(handled));
}

/** __cause__ = cause (owned, 0 = None); the context is no longer shown. */
export function setCause(rt: Runtime, exception: Address, cause: Address): void {
  M[exception + EXC_SUPPRESS] = 1;
  rt.replace(exception, exception + EXC_CAUSE, cause);
}

/** A built-in exception with a message that was raised from `cause` while that was handled (_PyErr_FormatFromCause). Owned. */
export function errorFrom(rt: Runtime, type: string, message: string, cause: Address): Address {
  try {
    raise(rt, type, message);
  } catch (thrown) {
    if (!isPending(rt, thrown, rt.types[type]!)) throw thrown;
  }
  const error = takePending(rt);
  setCause(rt, error, rt.retain(cause));
  rt.replace(error, error + EXC_CONTEXT, rt.retain(cause));
  return error;
}

/** Raises a built-in exception with a message. */
export function raise(rt: Runtime, type: string, message: string): never {
  raiseException(rt, newExceptionOf(rt, rt.types[type]!, newStr(rt, message)));
}

/** The type of an argument as CPython's argument parsing names it: None has no other name there (Python/getargs.c _PyArg_BadArgument). */
export function argumentTypeName(rt: Runtime, value: Address): string {
  return value === rt.none ? 'None' : rt.typeOf(value).name;
}

export function raiseTypeError(rt: Runtime, message: string): never {
  raise(rt, 'TypeError', message);
}

export function raiseValueError(rt: Runtime, message: string): never {
  raise(rt, 'ValueError', message);
}

/** Raises an exception whose only argument is `value` (retained), such as KeyError(key). */
export function raiseWith(rt: Runtime, type: string, value: Address): never {
  rt.retain(value);
  raiseException(rt, newExceptionOf(rt, rt.types[type]!, value));
}

/** As raiseWith, but a tuple gives the arguments, None gives none, and an exception of that type is raised itself (PyErr_SetObject). */
export function raiseFrom(rt: Runtime, type: string, value: Address): never {
  const info = rt.types[type]!;
  const given = rt.typeOf(value);
  if (given.mro.includes(info)) raiseException(rt, rt.retain(value));
  if (value === rt.none) raiseBare(rt, type);
  if (given.mro.includes(rt.tupleInfo)) raiseException(rt, newException(rt, info, rt.retain(value)));
  raiseWith(rt, type, value);
}

/** Raises an exception without arguments. */
export function raiseBare(rt: Runtime, type: string): never {
  raiseException(rt, newException(rt, rt.types[type]!, rt.emptyTuple));
}

/** Raises StopIteration(value): how generators and awaitables hand a result to Python code. Takes over `value`; None gives no arguments. */
export function raiseStopIteration(rt: Runtime, value: Address): never {
  if (value === rt.none || value === 0) {
    const bare = newException(rt, rt.types['StopIteration']!, rt.emptyTuple);
    M[bare + EXC_FIELDS] = rt.none;
    raiseException(rt, bare);
  }
  const held = rt.push(value);
  const exception = newExceptionOf(rt, rt.types['StopIteration']!, rt.retain(value));
  M[exception + EXC_FIELDS] = value;
  rt.sp = held;
  raiseException(rt, exception);
}

/** AttributeError with its name and obj fields, which give the hint "Did you mean". */
export function raiseAttributeError(rt: Runtime, message: string, object: Address, name: Address): never {
  const exception = newExceptionOf(rt, rt.types['AttributeError']!, newStr(rt, message));
  M[exception + EXC_FIELDS] = rt.retain(name);
  M[exception + EXC_FIELDS + 2] = rt.retain(object);
  raiseException(rt, exception);
}

/** Tells a pending plain AttributeError that knows nothing of it which attribute of which object was asked for (_PyObject_SetAttributeErrorContext). */
export function noteAttribute(rt: Runtime, thrown: unknown, object: Address, name: Address): void {
  if (thrown !== RAISED) return;
  const exception = M[rt.pending];
  if (rt.typeOf(exception) !== rt.types['AttributeError']) return;
  const nameSlot = exception + EXC_FIELDS;
  if (M[nameSlot] !== 0 || M[nameSlot + 2] !== 0) return;
  rt.replace(exception, nameSlot, rt.retain(name));
  rt.replace(exception, nameSlot + 2, rt.retain(object));
}

/** NameError with its name field. */
export function raiseNameError(rt: Runtime, message: string, name: Address): never {
  const exception = newExceptionOf(rt, rt.types['NameError']!, newStr(rt, message));
  M[exception + EXC_FIELDS] = rt.retain(name);
  raiseException(rt, exception);
}

/** Is the thrown value a pending Python exception of (a subclass of) `type`? */
export function isPending(rt: Runtime, thrown: unknown, type: TypeInfo): boolean {
  if (thrown !== RAISED) return false;
  return rt.typeOf(M[rt.pending]).mro.includes(type);
}

/**
 * For `catch` blocks of natives: if `thrown` is a pending exception of the named built-in type, releases everything pushed above `mark`, forgets the
 * exception and returns true; else throws it on.
 */
export function caught(rt: Runtime, thrown: unknown, mark: Address, type: string): true {
  if (!isPending(rt, thrown, rt.types[type]!)) throw thrown;
  rt.unwind(mark);
  rt.setRoot(rt.pending, 0);
  return true;
}

/** As `caught`, for StopIteration; returns its value, owned, or 0 when it has none. */
export function caughtStop(rt: Runtime, thrown: unknown, mark: Address): Address {
  if (!isPending(rt, thrown, rt.types['StopIteration']!)) throw thrown;
  rt.unwind(mark);
  const value = M[M[rt.pending] + EXC_FIELDS];
  const stopped = value === 0 || value === rt.none ? 0 : rt.retain(value);
  rt.setRoot(rt.pending, 0);
  return stopped;
}

/** There is no stack, or no level, for one more native: RecursionError, with the place that entered last. */
export function nativeTooDeep(rt: Runtime, where = ''): never {
  if (rt.limits.rerunsDeeper === true) throw new HostStackShort('the recursion needs a deeper stack than this thread has');
  tooDeep(rt, where);
}

/** RecursionError. */
export function tooDeep(rt: Runtime, where = ''): never {
  raise(rt, 'RecursionError', `maximum recursion depth exceeded${where}`);
}

/** Takes the pending exception; the caller owns it. */
export function takePending(rt: Runtime): Address {
  const exception = M[rt.pending];
  M[rt.pending] = 0;
  return exception;
}

/** Runs a pure function of numeric/ or text/ and raises its PyValueProblem as the Python exception it names. */
export function pure<T>(rt: Runtime, work: () => T): T {
  try {
    return work();
  } catch (problem) {
    if (problem instanceof PyValueProblem) {
      if (problem.kind === 'MemoryError') raiseBare(rt, problem.kind);
      if (problem.errno === undefined) raise(rt, problem.kind, problem.message);
      const { errno, message } = problem;
      const args = tupleFrom(rt, [() => newInt(rt, errno), () => newStr(rt, message)]);
      raiseException(rt, newException(rt, rt.types[problem.kind]!, args));
    }
    if (problem instanceof RangeError) raiseBare(rt, 'MemoryError');
    throw problem;
  }
}
