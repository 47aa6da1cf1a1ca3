/** Generators and coroutines: send, throw, close and the await protocol (CPython: Objects/genobject.c). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { CO_ITERABLE_COROUTINE } from '../bytecode/code-unit.ts';
import { EXC_FIELDS, EXC_TRACEBACK, FRAME_LOCALS, isException } from '../objects/exception.ts';
import { FUNC_CODE_INDEX } from '../objects/function.ts';
import {
  codeOfGenerator,
  GEN_CLOSED,
  GEN_CREATED,
  GEN_FLAGS,
  GEN_FRAME,
  GEN_FUNCTION,
  GEN_HOLDS,
  GEN_NAME,
  GEN_PC,
  GEN_QUALNAME,
  GEN_RUNNING,
  GEN_SLOT_COUNT,
  GEN_SLOTS,
  GEN_STATE,
  GEN_SUSPENDED,
  GEN_WEAKLIST,
} from '../objects/generator.ts';
import { KIND } from '../objects/kinds.ts';
import { isTuple } from '../objects/sequence.ts';
import { isStr, newStr, strText } from '../objects/str.ts';
import { findAttrNamed } from '../runtime/attributes.ts';
import { call1, callForward, holdCopies } from '../runtime/calls.ts';
import { CODE_INDEX } from '../runtime/code-table.ts';
import {
  errorFrom,
  isPending,
  raise,
  raiseBare,
  raiseException,
  raiseStopIteration,
  raiseTypeError,
  takePending,
} from '../runtime/exceptions.ts';
import { isInstanceOf, reprText } from '../runtime/operators.ts';
import { RAISED, type Runtime } from '../runtime/runtime.ts';
import type { TypeSpec } from '../runtime/types.ts';
import { hexId } from './object-type.ts';

const M = WORDS;

/** What generators need of the machine that runs them. */
export interface GeneratorMachine {
  readonly rt: Runtime;
  yielded: boolean;
  reraised: boolean;
  resume(generator: Address, value: Address, raising: boolean): Address;
  delegate(generator: Address): Address;
}

const noun = (rt: Runtime, generator: Address): string => {
  const info = rt.typeOf(generator);
  return info === rt.types['coroutine'] ? 'coroutine' : info === rt.types['async_generator'] ? 'async generator' : 'generator';
};

/** Does the suspended generator rest inside a try or with statement? */
function isGuarded(rt: Runtime, generator: Address): boolean {
  const { unit } = rt.codes[M[M[generator + GEN_FUNCTION] + FUNC_CODE_INDEX]]!;
  const at = M[generator + GEN_PC] - 1;
  const table = unit.exceptionTable;
  for (let entry = 0; entry < table.length; entry += 5) {
    if (table[entry]! > at || at >= table[entry + 1]!) continue;
    // What the compiler puts around the whole body, to turn StopIteration into RuntimeError, is no handler of the program's.
    return table[entry + 3] !== 0 || table[entry + 4] !== 1;
  }
  return false;
}

/** Drops what a closed generator still holds. */
function clearSlots(rt: Runtime, generator: Address): void {
  M[generator + GEN_STATE] = GEN_CLOSED;
  const count = M[generator + GEN_SLOT_COUNT];
  for (let index = 0; index < count; index++) {
    const slot = generator + GEN_SLOTS + 2 * index;
    const value = M[slot];
    if (value === 0) continue;
    M[slot] = 0;
    rt.release(value);
  }
}

/** Resumes with `value` (owned). Returns what is yielded, or 0 with the value in `rt.stop` when it returns. */
export function generatorSend(vm: GeneratorMachine, generator: Address, value: Address): Address {
  const rt = vm.rt;
  const state = M[generator + GEN_STATE];
  if (state === GEN_CLOSED) {
    rt.release(value);
    if (rt.typeOf(generator) === rt.types['coroutine']) raise(rt, 'RuntimeError', 'cannot reuse already awaited coroutine');
    rt.setRoot(rt.stop, rt.none);
    return 0;
  }
  if (state === GEN_RUNNING) {
    rt.push(value);
    raise(rt, 'ValueError', `${noun(rt, generator)} already executing`);
  }
  if (state === GEN_CREATED && value !== rt.none) {
    rt.push(value);
    raiseTypeError(rt, `can't send non-None value to a just-started ${noun(rt, generator)}`);
  }
  const result = vm.resume(generator, value, false);
  if (vm.yielded) return result;
  rt.setRoot(rt.stop, result);
  return 0;
}

/** As Python code sees it: raises StopIteration(value) at the end. */
function sendOrStop(vm: GeneratorMachine, generator: Address, value: Address): Address {
  const rt = vm.rt;
  const result = generatorSend(vm, generator, value);
  if (result !== 0) return result;
  raiseStopIteration(rt, rt.takeStop());
}

/** Throws the pending exception into the generator; as sendOrStop. */
export function throwPending(vm: GeneratorMachine, generator: Address): Address {
  const rt = vm.rt;
  if (!mayThrow(rt, generator)) throw RAISED;
  const delegate = vm.delegate(generator);
  if (delegate === 0) return resumeRaising(vm, generator);
  // The generator may move while the delegate runs.
  const root = rt.push(rt.retain(generator));
  const exception = rt.push(takePending(rt));
  const inner = rt.push(rt.retain(delegate));
  const isExit = isInstanceOf(rt, M[exception], rt.types['GeneratorExit']!);
  return askDelegate(
    vm,
    root,
    () => {
      if (isExit) {
        closeIterator(vm, M[inner]);
        return 0;
      }
      if ((M[M[inner] + REP] & 0xff) === KIND.generator) {
        rt.setRoot(rt.pending, rt.retain(M[exception]));
        return throwPending(vm, M[inner]);
      }
      const method = findAttrNamed(rt, M[inner], 'throw');
      return method === 0 ? 0 : call1(rt, M[rt.push(method)], M[exception]);
    },
    () => rt.setRoot(rt.pending, rt.retain(M[exception])),
  );
}

/** Can an exception be raised in the generator? Not where it has ended: then it just goes on. */
function mayThrow(rt: Runtime, generator: Address): boolean {
  const state = M[generator + GEN_STATE];
  if (state === GEN_CLOSED) return false;
  if (state === GEN_RUNNING) raise(rt, 'ValueError', `${noun(rt, generator)} already executing`);
  // The frame of one that was not started raises it where its function begins, behind what made the generator.
  if (state === GEN_CREATED) M[generator + GEN_PC]++;
  return true;
}

/**
 * Lets the delegate of the generator in slot `root` have what was thrown. `ask` gives what the delegate yields, or 0 where it wants none of it: then `own` makes the
 * exception pending, which the generator raises itself. Drops the stack from `root` on.
 */
function askDelegate(vm: GeneratorMachine, root: Address, ask: () => Address, own: () => void): Address {
  const rt = vm.rt;
  const mark = rt.sp;
  let result: Address;
  // It counts as running meanwhile, though its slots are its own.
  M[M[root] + GEN_STATE] = GEN_RUNNING;
  M[M[root] + GEN_FLAGS] |= GEN_HOLDS;
  const rests = (): void => {
    M[M[root] + GEN_STATE] = GEN_SUSPENDED;
    M[M[root] + GEN_FLAGS] &= ~GEN_HOLDS;
  };
  try {
    result = ask();
    rests();
  } catch (thrown) {
    rests();
    if (thrown !== RAISED) throw thrown;
    rt.unwind(mark);
    // The sub-iterator ended or raised: its StopIteration is the value of the yield from, anything else goes on outwards.
    if (isPending(rt, thrown, rt.types['StopIteration']!)) {
      const stop = M[rt.pending];
      const value = M[stop + EXC_FIELDS] === 0 ? rt.none : rt.retain(M[stop + EXC_FIELDS]);
      rt.setRoot(rt.pending, 0);
      const current = M[root];
      rt.unwind(root);
      return finishDelegation(vm, current, value);
    }
    const current = M[root];
    rt.unwind(root);
    return resumeRaising(vm, current);
  }
  if (result !== 0) {
    rt.push(result);
    rt.sp -= 2;
    M[rt.sp] = 0;
    rt.unwind(root);
    return result;
  }
  own();
  const current = M[root];
  rt.unwind(root);
  return resumeRaising(vm, current);
}

/** The delegate has ended with `value` (owned): the generator goes on behind its yield from. */
function finishDelegation(vm: GeneratorMachine, generator: Address, value: Address): Address {
  const rt = vm.rt;
  // CLEANUP_THROW takes a StopIteration and makes of it the value of the yield from.
  try {
    raiseStopIteration(rt, value);
  } catch (thrown) {
    if (thrown !== RAISED) throw thrown;
  }
  return resumeRaising(vm, generator);
}

function resumeRaising(vm: GeneratorMachine, generator: Address): Address {
  const rt = vm.rt;
  const result = vm.resume(generator, rt.none, true);
  if (vm.yielded) return result;
  raiseStopIteration(rt, result);
}

function closeIterator(vm: GeneratorMachine, iterator: Address): void {
  const rt = vm.rt;
  if ((M[iterator + REP] & 0xff) === KIND.generator) {
    generatorClose(vm, iterator);
    return;
  }
  const method = findAttrNamed(rt, iterator, 'close');
  if (method === 0) return;
  const base = rt.push(method);
  rt.release(rt.call(base, 0, 0));
}

/** Is it a suspended generator in which nobody would see the GeneratorExit? */
export function closesSilently(vm: GeneratorMachine, generator: Address): boolean {
  const { rt } = vm;
  if (rt.typeOf(generator) !== rt.generatorInfo || M[generator + GEN_STATE] !== GEN_SUSPENDED) return false;
  return !isGuarded(rt, generator) && vm.delegate(generator) === 0;
}

/** generator.close(): returns what the generator returned, owned, or None. */
export function generatorClose(vm: GeneratorMachine, generator: Address): Address {
  const rt = vm.rt;
  const state = M[generator + GEN_STATE];
  if (state === GEN_CLOSED) return rt.none;
  if (state === GEN_CREATED) {
    M[generator + GEN_STATE] = GEN_CLOSED;
    M[generator + GEN_FLAGS] |= GEN_HOLDS;
    return rt.none;
  }
  if (state === GEN_RUNNING) raise(rt, 'ValueError', `${noun(rt, generator)} already executing`);
  if (closesSilently(vm, generator)) {
    // Nobody would see the GeneratorExit: the locals go at once, also those that the frame object shows.
    const frame = M[generator + GEN_FRAME];
    if (frame !== 0) rt.replace(frame, frame + FRAME_LOCALS, 0);
    clearSlots(rt, generator);
    return rt.none;
  }
  const mark = rt.sp;
  const what = noun(rt, generator);
  let result: Address;
  try {
    try {
      raiseBare(rt, 'GeneratorExit');
    } catch (thrown) {
      if (thrown !== RAISED) throw thrown;
    }
    result = throwPending(vm, generator);
  } catch (thrown) {
    if (thrown !== RAISED) throw thrown;
    if (isPending(rt, thrown, rt.types['StopIteration']!)) {
      rt.unwind(mark);
      const stop = M[rt.pending];
      const value = M[stop + EXC_FIELDS] === 0 ? rt.none : rt.retain(M[stop + EXC_FIELDS]);
      rt.setRoot(rt.pending, 0);
      return value;
    }
    if (isPending(rt, thrown, rt.types['GeneratorExit']!)) {
      rt.unwind(mark);
      rt.setRoot(rt.pending, 0);
      return rt.none;
    }
    throw thrown;
  }
  rt.push(result);
  raise(rt, 'RuntimeError', `${what} ignored GeneratorExit`);
}

/** What calling the class gives, owned; when that fails, the exception it failed with is thrown in its place (PyErr_NormalizeException). */
function exceptionMadeBy(rt: Runtime, type: Address, value: Address, args: Address): Address {
  const mark = rt.sp;
  try {
    let made: Address;
    if (value === 0) made = callForward(rt, type, [], args, 0, 0);
    else if (isTuple(rt, value)) made = callForward(rt, type, [], value + 6, M[value + 4], 0);
    else made = call1(rt, type, value);
    if (isException(rt, made)) return made;
    rt.push(made);
    // The class may have moved.
    const wanted = `calling ${reprText(rt, M[args + 2])} should have returned an instance of BaseException`;
    raiseTypeError(rt, `${wanted}, not ${rt.typeOf(M[rt.sp - 2]).name}`);
  } catch (thrown) {
    if (thrown !== RAISED) throw thrown;
    rt.unwind(mark);
    return takePending(rt);
  }
}

/** The exception that throw(type[, value[, traceback]]) or throw(exception) names: arguments from the second slot on, `count` with self. Owned. */
export function exceptionFrom(rt: Runtime, args: Address, count: number): Address {
  const type = M[args + 2];
  const mark = rt.sp;
  if (count > 3 && M[args + 6] !== rt.none && rt.typeOf(M[args + 6]) !== rt.types['traceback']) {
    raiseTypeError(rt, 'throw() third argument must be a traceback object');
  }
  let exception: Address;
  if ((M[type + REP] & 0xff) === KIND.type && rt.infoOfType(type).mro.includes(rt.types['BaseException']!)) {
    const value = count > 2 && M[args + 4] !== rt.none ? M[args + 4] : 0;
    exception =
      value !== 0 && isInstanceOf(rt, value, rt.infoOfType(type)) ? rt.retain(value) : exceptionMadeBy(rt, type, value, args);
  } else if (isException(rt, type)) {
    if (count > 2 && M[args + 4] !== rt.none) raiseTypeError(rt, 'instance exception may not have a separate value');
    exception = rt.retain(type);
  } else {
    const name = rt.typeOf(type).name;
    raiseTypeError(rt, `exceptions must be classes or instances deriving from BaseException, not ${name}`);
  }
  if (count > 3 && M[args + 6] !== rt.none) {
    rt.push(exception);
    rt.replace(exception, exception + EXC_TRACEBACK, rt.retain(M[args + 6]));
    rt.sp -= 2;
  }
  rt.sp = mark;
  return exception;
}

function throwMethod(vm: GeneratorMachine, args: Address, count: number): Address {
  return throwGiven(vm, M[args], args, count);
}

/** throw() of the generator with the arguments from the second slot on. A delegate gets them as they are: what they mean is asked where they are raised (_gen_throw). */
function throwGiven(vm: GeneratorMachine, generator: Address, args: Address, count: number): Address {
  const rt = vm.rt;
  const delegate = vm.delegate(generator);
  if (delegate === 0 || M[generator + GEN_STATE] === GEN_RUNNING || namesExit(rt, M[args + 2])) {
    const root = rt.push(rt.retain(generator));
    const exception = exceptionFrom(rt, args, count);
    const self = M[root];
    rt.setRoot(rt.pending, exception);
    rt.unwind(root);
    if (M[self + GEN_STATE] === GEN_CLOSED && rt.typeOf(self) === rt.types['coroutine']) {
      rt.setRoot(rt.pending, 0);
      raise(rt, 'RuntimeError', 'cannot reuse already awaited coroutine');
    }
    // What is handled outside is no context of it; what the generator handles becomes one when it is resumed.
    return throwPending(vm, self);
  }
  const root = rt.push(rt.retain(generator));
  const inner = rt.push(rt.retain(delegate));
  return askDelegate(
    vm,
    root,
    () => {
      if ((M[M[inner] + REP] & 0xff) === KIND.generator) return throwGiven(vm, M[inner], args, count);
      const method = findAttrNamed(rt, M[inner], 'throw');
      if (method === 0) return 0;
      const base = rt.push(method);
      for (let index = 1; index < count; index++) rt.push(rt.retain(M[args + 2 * index]));
      return rt.call(base, count - 1, 0);
    },
    () => rt.setRoot(rt.pending, exceptionFrom(rt, args, count)),
  );
}

/** GeneratorExit or an instance of it (PyErr_GivenExceptionMatches). */
function namesExit(rt: Runtime, given: Address): boolean {
  const exit = rt.types['GeneratorExit']!;
  const info = (M[given + REP] & 0xff) === KIND.type ? rt.infoOfType(given) : rt.typeOf(given);
  return info.mro.includes(exit);
}

function repr(what: string) {
  return (rt: Runtime, self: Address): Address =>
    newStr(rt, `<${what} object ${strText(rt, M[self + GEN_QUALNAME])} at ${hexId(rt, self)}>`);
}

function names(prefix: string, vm: GeneratorMachine): NonNullable<TypeSpec['getset']> {
  const setText =
    (slot: number, attribute: string) =>
    (rt: Runtime, self: Address, value: Address): void => {
      if (value === 0 || !isStr(rt, value)) raiseTypeError(rt, `${attribute} must be set to a string object`);
      rt.replace(self, self + slot, rt.retain(value));
    };
  const delegateName = prefix === 'gi' ? 'gi_yieldfrom' : `${prefix}_await`;
  return [
    { name: '__name__', get: (rt, self) => rt.retain(M[self + GEN_NAME]), set: setText(GEN_NAME, '__name__') },
    {
      name: '__qualname__',
      get: (rt, self) => rt.retain(M[self + GEN_QUALNAME]),
      set: setText(GEN_QUALNAME, '__qualname__'),
    },
    { name: `${prefix}_running`, get: (rt, self) => rt.bool(M[self + GEN_STATE] === GEN_RUNNING) },
    { name: `${prefix}_suspended`, get: (rt, self) => rt.bool(M[self + GEN_STATE] === 1) },
    { name: `${prefix}_code`, get: (rt, self) => rt.retain(codeOfGenerator(self)) },
    { name: `${prefix}_frame`, get: (rt, self) => rt.generatorFrame(rt, self) },
    {
      name: delegateName,
      get: (rt, self) => {
        const delegate = vm.delegate(self);
        return delegate === 0 ? rt.none : rt.retain(delegate);
      },
    },
  ];
}

function next(vm: GeneratorMachine) {
  return (rt: Runtime, self: Address): Address => {
    const result = generatorSend(vm, self, rt.none);
    // A return value travels in StopIteration, which callers without interest never see.
    if (result === 0 && M[rt.stop] === rt.none) rt.setRoot(rt.stop, 0);
    return result;
  };
}

/** What is thrown is one exception; its type, value and traceback apart are the old way. `count` includes self. */
export function warnOfThrow(rt: Runtime, name: string, count: number): void {
  if (count <= 2) return;
  const message = `the (type, exc, tb) signature of ${name}() is deprecated, use the single-arg signature instead.`;
  rt.warn(rt, 'DeprecationWarning', message);
}

function sharedMethods(vm: GeneratorMachine): NonNullable<TypeSpec['methods']> {
  return [
    { name: 'send', arity: 'one', safe: true, fn: (rt, args) => sendOrStop(vm, M[args], rt.retain(M[args + 2])) },
    {
      name: 'throw',
      arity: { min: 1, max: 3 },
      safe: true,
      fn: (rt, args, count) => {
        warnOfThrow(rt, 'throw', count);
        return throwMethod(vm, args, count);
      },
    },
    { name: 'close', arity: 'none', safe: true, fn: (_rt, args) => generatorClose(vm, M[args]) },
  ];
}

/** The specs of generator, coroutine and coroutine_wrapper for a machine. */
export function generatorSpecs(vm: GeneratorMachine): { generator: TypeSpec; coroutine: TypeSpec; coroutineWrapper: TypeSpec } {
  const plainNext = next(vm);
  return {
    generator: {
      name: 'generator',
      kind: 'generator',
      basicBytes: 72,
      collectable: true,
      baseType: false,
      abstract: true,
      weakOffset: GEN_WEAKLIST,
      repr: repr('generator'),
      iter: (rt, self) => rt.retain(self),
      next: plainNext,
      getset: names('gi', vm),
      methods: sharedMethods(vm),
    },
    coroutine: {
      name: 'coroutine',
      kind: 'generator',
      basicBytes: 72,
      collectable: true,
      baseType: false,
      abstract: true,
      weakOffset: GEN_WEAKLIST,
      repr: repr('coroutine'),
      await: (rt, self) => {
        const info = rt.types['coroutine_wrapper']!;
        const wrapper = rt.newCollectable(info, info.rep, info.basicBytes);
        M[wrapper + 4] = rt.retain(self);
        M[wrapper + 5] = 0;
        rt.heap.track(wrapper);
        return wrapper;
      },
      getset: [...names('cr', vm), { name: 'cr_origin', get: (rt) => rt.none }],
      methods: sharedMethods(vm),
    },
    coroutineWrapper: {
      name: 'coroutine_wrapper',
      kind: 'record',
      basicBytes: 24,
      fields: 1,
      collectable: true,
      baseType: false,
      abstract: true,
      iter: (rt, self) => rt.retain(self),
      next: (rt, self) => plainNext(rt, M[self + 4]),
      methods: [
        {
          name: 'send',
          arity: 'one',
          safe: true,
          fn: (rt, args) => sendOrStop(vm, M[M[args] + 4], rt.retain(M[args + 2])),
        },
        {
          name: 'throw',
          arity: { min: 1, max: 3 },
          safe: true,
          fn: (rt, args, count) => {
            warnOfThrow(rt, 'throw', count);
            const first = rt.push(rt.retain(M[M[args] + 4]));
            holdCopies(rt, args + 2, count - 1);
            const result = throwMethod(vm, first, count);
            rt.push(result);
            rt.sp -= 2;
            M[rt.sp] = 0;
            rt.unwind(first);
            return result;
          },
        },
        { name: 'close', arity: 'none', safe: true, fn: (_rt, args) => generatorClose(vm, M[M[args] + 4]) },
      ],
    },
  };
}

/** GET_AWAITABLE: the iterator that `await value` drives, owned. */
export function awaitable(vm: GeneratorMachine, value: Address, where: number): Address {
  const rt = vm.rt;
  const info = rt.typeOf(value);
  if (info === rt.types['coroutine']) {
    if (vm.delegate(value) !== 0) raise(rt, 'RuntimeError', 'coroutine is being awaited already');
    return rt.retain(value);
  }
  if (info === rt.generatorInfo && (rt.codes[M[codeOfGenerator(value) + CODE_INDEX]]!.flags & CO_ITERABLE_COROUTINE) !== 0)
    return rt.retain(value);
  if (info.await === null) {
    if (where === 1)
      raiseTypeError(rt, `'async with' received an object from __aenter__ that does not implement __await__: ${info.name}`);
    if (where === 2)
      raiseTypeError(rt, `'async with' received an object from __aexit__ that does not implement __await__: ${info.name}`);
    raiseTypeError(rt, `object ${info.name} can't be used in 'await' expression`);
  }
  const iterator = info.await(rt, value);
  const made = rt.typeOf(iterator);
  if (made === rt.types['coroutine']) {
    rt.push(iterator);
    raiseTypeError(rt, '__await__() returned a coroutine');
  }
  if (made.next === null) {
    rt.push(iterator);
    raiseTypeError(rt, `__await__() returned non-iterator of type '${made.name}'`);
  }
  return iterator;
}

/** GET_AITER. */
export function asyncIterator(rt: Runtime, value: Address): Address {
  const info = rt.typeOf(value);
  if (info.aiter === null) raiseTypeError(rt, `'async for' requires an object with __aiter__ method, got ${info.name}`);
  const iterator = info.aiter(rt, value);
  const made = rt.typeOf(iterator);
  if (made.anext === null) {
    rt.push(iterator);
    raiseTypeError(rt, `'async for' received an object from __aiter__ that does not implement __anext__: ${made.name}`);
  }
  return iterator;
}

/** GET_ANEXT. */
export function asyncNext(vm: GeneratorMachine, iterator: Address): Address {
  const rt = vm.rt;
  const info = rt.typeOf(iterator);
  if (info.anext === null) raiseTypeError(rt, `'async for' requires an iterator with __anext__ method, got ${info.name}`);
  const slot = rt.push(info.anext(rt, iterator));
  let value: Address;
  try {
    value = awaitable(vm, M[slot], 0);
  } catch (thrown) {
    if (thrown !== RAISED) throw thrown;
    const cause = rt.push(takePending(rt));
    const message = `'async for' received an invalid object from __anext__: ${rt.typeOf(M[slot]).name}`;
    raiseException(rt, errorFrom(rt, 'TypeError', message, M[cause]));
  }
  rt.push(value);
  const held = M[slot];
  M[slot] = value;
  rt.sp = slot + 2;
  rt.release(held);
  rt.sp = slot;
  return M[slot];
}

/** Marks a value yielded by an async generator, as against one that its awaits let through. Owned. */
export function wrapAsyncValue(rt: Runtime, value: Address): Address {
  const info = rt.types['async_generator_wrapped_value']!;
  const wrapper = rt.newCollectable(info, info.rep, info.basicBytes);
  M[wrapper + 4] = rt.retain(value);
  M[wrapper + 5] = 0;
  rt.heap.track(wrapper);
  return wrapper;
}
