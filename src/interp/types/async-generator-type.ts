/**
 * Async generators and the awaitables that drive them (PEP 525; CPython: Objects/genobject.c).
 *
 * ```
 *  async_generator_asend    word 4 generator; 6 value to send or None; 8 state                          40 bytes
 *  async_generator_athrow   word 4 generator; 6 exception to throw, 0 for aclose(); 8 state             40 bytes
 *  anext_awaitable          word 4 awaitable of __anext__; 6 default                                    32 bytes
 * ```
 * What the generator yields comes out of its frame wrapped (async_generator_wrapped_value), so that it is told apart from what an await inside lets through.
 * In GEN_FLAGS of a generator: 1 = some awaitable of it is under way, 2 = aclose() has ended it, 4 = it has been driven
 * and its event loop, if one runs, knows of it.
 */
import { type Address, WORDS } from '../../heap/memory.ts';
import { EXC_FIELDS } from '../objects/exception.ts';
import {
  codeOfGenerator,
  GEN_CLOSED,
  GEN_CREATED,
  GEN_FLAGS,
  GEN_NAME,
  GEN_QUALNAME,
  GEN_RUNNING,
  GEN_STATE,
  GEN_WEAKLIST,
} from '../objects/generator.ts';
import { newRecord } from '../objects/iterator.ts';
import { isStr, newStr, strText } from '../objects/str.ts';
import { callMethod, getAttrNamed } from '../runtime/attributes.ts';
import { call1 } from '../runtime/calls.ts';
import { isPending, raise, raiseBare, raiseException, raiseStopIteration, raiseTypeError } from '../runtime/exceptions.ts';
import { RAISED, type Runtime } from '../runtime/runtime.ts';
import { defineType, type GetSetSpec, type TypeSpec } from '../runtime/types.ts';
import { awaitable, exceptionFrom, type GeneratorMachine, generatorSend, throwPending, warnOfThrow } from './generator-type.ts';
import { CLASS_GETITEM } from './list-type.ts';
import { hexId } from './object-type.ts';

const M = WORDS;

const BUSY = 1;
const ENDED = 2;
export const AGEN_DRIVEN = 4;

const AW_GENERATOR = 4;
const AW_VALUE = 6;
const AW_STATE = 8;

const INIT = 0;
const ITERATING = 1;
const DONE = 2;

/** The event loop hears of a generator that is driven for the first time: it closes it when it is given up. */
function announce(rt: Runtime, generator: Address): void {
  if ((M[generator + GEN_FLAGS] & AGEN_DRIVEN) !== 0) return;
  M[generator + GEN_FLAGS] |= AGEN_DRIVEN;
  const module = rt.loadedModule('_asyncio_events');
  if (module === 0) return;
  rt.pinned++;
  const hook = rt.push(getAttrNamed(rt, module, '_first_iteration'));
  rt.release(call1(rt, M[hook], generator));
  rt.unwind(hook);
  rt.pinned--;
}

function newAwaitable(rt: Runtime, type: string, generator: Address, value: Address): Address {
  announce(rt, generator);
  const awaitable = newRecord(rt, rt.types[type]!);
  M[awaitable + AW_GENERATOR] = rt.retain(generator);
  M[awaitable + AW_VALUE] = value === 0 ? 0 : rt.retain(value);
  rt.heap.track(awaitable);
  return awaitable;
}

/** A step of the generator gave `result` (owned): a wrapped value ends the awaitable with StopIteration(value), anything else is passed on. */
function unwrap(rt: Runtime, self: Address, result: Address): Address {
  if (rt.typeOf(result) !== rt.types['async_generator_wrapped_value']) return result;
  M[M[self + AW_GENERATOR] + GEN_FLAGS] &= ~BUSY;
  M[self + AW_STATE] = DONE;
  const value = rt.retain(M[result + 4]);
  rt.release(result);
  raiseStopIteration(rt, value);
}

/** The step raised: an async generator that returned raises StopAsyncIteration, and the awaitable is done. */
function failed(_rt: Runtime, self: Address, thrown: unknown): never {
  M[M[self + AW_GENERATOR] + GEN_FLAGS] &= ~BUSY;
  M[self + AW_STATE] = DONE;
  throw thrown;
}

/** Sends `value` (owned) into the generator; a return becomes StopAsyncIteration. */
function step(vm: GeneratorMachine, generator: Address, value: Address): Address {
  const rt = vm.rt;
  const result = generatorSend(vm, generator, value);
  if (result !== 0) return result;
  rt.setRoot(rt.stop, 0);
  raiseBare(rt, 'StopAsyncIteration');
}

/** Throws the pending exception into the generator; a return becomes StopAsyncIteration. */
function stepThrowing(vm: GeneratorMachine, generator: Address): Address {
  const rt = vm.rt;
  const mark = rt.sp;
  // One that was not started runs none of its code: what is thrown leaves it as it is.
  if (M[generator + GEN_STATE] === GEN_CREATED) return throwPending(vm, generator);
  try {
    return throwPending(vm, generator);
  } catch (thrown) {
    if (!isPending(rt, thrown, rt.types['StopIteration']!)) throw thrown;
    rt.unwind(mark);
    rt.setRoot(rt.pending, 0);
    raiseBare(rt, 'StopAsyncIteration');
  }
}

function sendAsend(vm: GeneratorMachine, self: Address, given: Address): Address {
  const rt = vm.rt;
  const held = rt.push(rt.retain(self));
  const generator = M[self + AW_GENERATOR];
  if (M[self + AW_STATE] === DONE) raise(rt, 'RuntimeError', 'cannot reuse already awaited __anext__()/asend()');
  let value = given;
  if (M[self + AW_STATE] === INIT) {
    if ((M[generator + GEN_FLAGS] & BUSY) !== 0) {
      M[self + AW_STATE] = DONE;
      raise(rt, 'RuntimeError', 'anext(): asynchronous generator is already running');
    }
    if (value === rt.none) value = M[self + AW_VALUE];
    M[self + AW_STATE] = ITERATING;
    M[generator + GEN_FLAGS] |= BUSY;
  }
  let result: Address;
  try {
    result = step(vm, generator, rt.retain(value));
    result = unwrap(rt, M[held], result);
  } catch (thrown) {
    failed(rt, M[held], thrown);
  }
  return keep(rt, held, result);
}

/** Drops the stack from `slot` on and hands `result` out. */
function keep(rt: Runtime, slot: Address, result: Address): Address {
  rt.push(result);
  rt.sp -= 2;
  M[rt.sp] = 0;
  rt.unwind(slot);
  return result;
}

/** Sets the exception that throw(...) names as pending. */
function setPending(rt: Runtime, args: Address, count: number): void {
  rt.setRoot(rt.pending, exceptionFrom(rt, args, count));
}

function throwAsend(vm: GeneratorMachine, args: Address, count: number): Address {
  const rt = vm.rt;
  const self = M[args];
  const generator = M[self + AW_GENERATOR];
  if (M[self + AW_STATE] === DONE) raise(rt, 'RuntimeError', 'cannot reuse already awaited __anext__()/asend()');
  if (M[self + AW_STATE] === INIT) {
    if ((M[generator + GEN_FLAGS] & BUSY) !== 0) {
      M[self + AW_STATE] = DONE;
      raise(rt, 'RuntimeError', 'anext(): asynchronous generator is already running');
    }
    M[self + AW_STATE] = ITERATING;
    M[generator + GEN_FLAGS] |= BUSY;
  }
  setPending(rt, args, count);
  try {
    return unwrap(rt, M[args], stepThrowing(vm, M[M[args] + AW_GENERATOR]));
  } catch (thrown) {
    failed(rt, M[args], thrown);
  }
}

function ignoredExit(rt: Runtime): never {
  raise(rt, 'RuntimeError', 'async generator ignored GeneratorExit');
}

function sendAthrow(vm: GeneratorMachine, self: Address, given: Address): Address {
  const rt = vm.rt;
  const held = rt.push(rt.retain(self));
  const generator = M[self + AW_GENERATOR];
  const closing = M[self + AW_VALUE] === 0;
  if (M[self + AW_STATE] === DONE) raise(rt, 'RuntimeError', 'cannot reuse already awaited aclose()/athrow()');
  const first = M[self + AW_STATE] === INIT;
  if (first) {
    if ((M[generator + GEN_FLAGS] & BUSY) !== 0) {
      M[self + AW_STATE] = DONE;
      raise(rt, 'RuntimeError', `${closing ? 'aclose' : 'athrow'}(): asynchronous generator is already running`);
    }
    if (M[generator + GEN_STATE] === GEN_CLOSED) {
      M[self + AW_STATE] = DONE;
      raiseStopIteration(rt, rt.none);
    }
    if ((M[generator + GEN_FLAGS] & ENDED) !== 0) {
      M[self + AW_STATE] = DONE;
      raiseBare(rt, 'StopAsyncIteration');
    }
    if (given !== rt.none) raise(rt, 'RuntimeError', "can't send non-None value to a just-started coroutine");
    M[self + AW_STATE] = ITERATING;
    M[generator + GEN_FLAGS] |= BUSY;
  }
  let result: Address;
  const mark = rt.sp;
  try {
    if (!first) result = step(vm, generator, rt.retain(given));
    else {
      try {
        if (closing) {
          M[generator + GEN_FLAGS] |= ENDED;
          raiseBare(rt, 'GeneratorExit');
        } else raiseException(rt, rt.retain(M[self + AW_VALUE]));
      } catch (thrown) {
        if (thrown !== RAISED) throw thrown;
      }
      result = stepThrowing(vm, generator);
    }
  } catch (thrown) {
    return athrowFailed(rt, held, mark, thrown);
  }
  if (closing && rt.typeOf(result) === rt.types['async_generator_wrapped_value']) {
    rt.push(result);
    M[M[M[held] + AW_GENERATOR] + GEN_FLAGS] &= ~BUSY;
    M[M[held] + AW_STATE] = DONE;
    ignoredExit(rt);
  }
  return keep(rt, held, unwrap(rt, M[held], result));
}

/** aclose() is content when the generator ended; athrow() hands the exception on. */
function athrowFailed(rt: Runtime, held: Address, mark: Address, thrown: unknown): never {
  const self = M[held];
  const closing = M[self + AW_VALUE] === 0;
  M[M[self + AW_GENERATOR] + GEN_FLAGS] &= ~BUSY;
  M[self + AW_STATE] = DONE;
  const ended = isPending(rt, thrown, rt.types['StopAsyncIteration']!) || isPending(rt, thrown, rt.types['GeneratorExit']!);
  if (!closing || !ended) throw thrown;
  rt.unwind(mark);
  rt.setRoot(rt.pending, 0);
  raiseStopIteration(rt, rt.none);
}

function throwAthrow(vm: GeneratorMachine, args: Address, count: number): Address {
  const rt = vm.rt;
  const self = M[args];
  const generator = M[self + AW_GENERATOR];
  const closing = M[self + AW_VALUE] === 0;
  if (M[self + AW_STATE] === DONE) raise(rt, 'RuntimeError', 'cannot reuse already awaited aclose()/athrow()');
  if (M[self + AW_STATE] === INIT) {
    if ((M[generator + GEN_FLAGS] & BUSY) !== 0) {
      M[self + AW_STATE] = DONE;
      raise(rt, 'RuntimeError', `${closing ? 'aclose' : 'athrow'}(): asynchronous generator is already running`);
    }
    M[self + AW_STATE] = ITERATING;
    M[generator + GEN_FLAGS] |= BUSY;
  }
  setPending(rt, args, count);
  const mark = rt.sp;
  let result: Address;
  try {
    result = stepThrowing(vm, M[M[args] + AW_GENERATOR]);
  } catch (thrown) {
    return athrowFailed(rt, args, mark, thrown);
  }
  if (closing && rt.typeOf(result) === rt.types['async_generator_wrapped_value']) {
    rt.push(result);
    M[M[M[args] + AW_GENERATOR] + GEN_FLAGS] &= ~BUSY;
    M[M[args] + AW_STATE] = DONE;
    ignoredExit(rt);
  }
  return unwrap(rt, M[args], result);
}

/** close() of an awaitable: ends it; one that was under way gets GeneratorExit. */
function closeAwaitable(rt: Runtime, args: Address, throwing: (args: Address, count: number) => Address): Address {
  const self = M[args];
  if (M[self + AW_STATE] !== ITERATING) {
    M[self + AW_STATE] = DONE;
    return rt.none;
  }
  const first = rt.push(rt.retain(self));
  rt.push(rt.retain(rt.types['GeneratorExit']!.address));
  let result: Address;
  try {
    result = throwing(first, 2);
  } catch (thrown) {
    const fine = ['StopIteration', 'StopAsyncIteration', 'GeneratorExit'].some((name) =>
      isPending(rt, thrown, rt.types[name]!),
    );
    if (!fine) throw thrown;
    rt.unwind(first);
    rt.setRoot(rt.pending, 0);
    return rt.none;
  }
  rt.push(result);
  raise(rt, 'RuntimeError', 'coroutine ignored GeneratorExit');
}

function awaitableSpec(
  name: string,
  send: (self: Address, value: Address) => Address,
  throwing: (args: Address, count: number) => Address,
): TypeSpec {
  return {
    name,
    kind: 'record',
    basicBytes: 40,
    fields: 2,
    collectable: true,
    baseType: false,
    abstract: true,
    await: (rt, self) => rt.retain(self),
    iter: (rt, self) => rt.retain(self),
    next: (rt, self) => {
      const held = rt.push(rt.retain(self));
      return endsWithValue(rt, held, () => send(M[held], rt.none));
    },
    methods: [
      { name: 'send', arity: 'one', safe: true, fn: (_rt, args) => send(M[args], M[args + 2]) },
      { name: 'throw', arity: { min: 1, max: 3 }, safe: true, fn: (_rt, args, count) => throwing(args, count) },
      { name: 'close', arity: 'none', safe: true, fn: (rt, args) => closeAwaitable(rt, args, throwing) },
    ],
  };
}

function textOf(name: string, slot: number): GetSetSpec {
  return {
    name,
    get: (rt, self) => rt.retain(M[self + slot]),
    set: (rt, self, value) => {
      if (value === 0 || !isStr(rt, value)) raiseTypeError(rt, `${name} must be set to a string object`);
      rt.replace(self, self + slot, rt.retain(value));
    },
  };
}

const ANEXT_ITERATOR = 4;
const ANEXT_DEFAULT = 6;

/** What anext(iterator, default) gives: word 4 the awaitable of `__anext__`, word 6 the default. */
function anextSpec(vm: GeneratorMachine): TypeSpec {
  // A step of the inner awaitable: its end by StopAsyncIteration is an end with the default.
  const run = (rt: Runtime, args: Address, method: string, given: readonly Address[]): Address => {
    const mark = rt.sp;
    try {
      const iterator = rt.push(awaitable(vm, M[M[args] + ANEXT_ITERATOR], 0));
      const info = rt.typeOf(M[iterator]);
      let result: Address;
      if (method === 'send' && given[0] === rt.none && info.next !== null) {
        result = info.next(rt, M[iterator]);
        if (result === 0) {
          raiseStopIteration(rt, rt.takeStop() || rt.none);
        }
      } else result = callMethod(rt, M[iterator], method, ...given);
      return keep(rt, iterator, result);
    } catch (thrown) {
      if (!isPending(rt, thrown, rt.types['StopAsyncIteration']!)) throw thrown;
      rt.unwind(mark);
      rt.setRoot(rt.pending, 0);
      raiseStopIteration(rt, rt.retain(M[M[args] + ANEXT_DEFAULT]));
    }
  };
  return {
    name: 'anext_awaitable',
    kind: 'record',
    basicBytes: 32,
    fields: 2,
    collectable: true,
    baseType: false,
    abstract: true,
    await: (rt, self) => rt.retain(self),
    iter: (rt, self) => rt.retain(self),
    next: (rt, self) => {
      const held = rt.push(rt.retain(self));
      return endsWithValue(rt, held, () => run(rt, held, 'send', [rt.none]));
    },
    methods: [
      { name: 'send', arity: 'one', fn: (rt, args) => run(rt, args, 'send', [M[args + 2]]) },
      {
        name: 'throw',
        arity: { min: 1, max: 3 },
        fn: (rt, args, count) =>
          run(
            rt,
            args,
            'throw',
            Array.from({ length: count - 1 }, (_, index) => M[args + 2 + 2 * index]),
          ),
      },
      { name: 'close', arity: 'none', fn: (rt, args) => run(rt, args, 'close', []) },
    ],
  };
}

/** Runs a step for a `next` slot: StopIteration becomes 0 with the value in rt.stopValue. Drops the stack from `slot` on. */
function endsWithValue(rt: Runtime, slot: Address, work: () => Address): Address {
  try {
    return keep(rt, slot, work());
  } catch (thrown) {
    if (!isPending(rt, thrown, rt.types['StopIteration']!)) throw thrown;
    rt.unwind(slot);
    const value = M[M[rt.pending] + EXC_FIELDS];
    rt.setRoot(rt.stop, value === 0 ? rt.none : rt.retain(value));
    rt.setRoot(rt.pending, 0);
    return 0;
  }
}

/** Defines async_generator and its awaitables. */
export function defineAsyncGenerators(rt: Runtime, vm: GeneratorMachine): void {
  defineType(
    rt,
    awaitableSpec(
      'async_generator_asend',
      (self, value) => sendAsend(vm, self, value),
      (args, count) => throwAsend(vm, args, count),
    ),
  );
  defineType(
    rt,
    awaitableSpec(
      'async_generator_athrow',
      (self, value) => sendAthrow(vm, self, value),
      (args, count) => throwAthrow(vm, args, count),
    ),
  );
  defineType(rt, anextSpec(vm));
  const asend = (runtime: Runtime, generator: Address, value: Address): Address =>
    newAwaitable(runtime, 'async_generator_asend', generator, value);
  defineType(rt, {
    name: 'async_generator',
    kind: 'generator',
    basicBytes: 72,
    collectable: true,
    baseType: false,
    abstract: true,
    weakOffset: GEN_WEAKLIST,
    repr: (runtime, self) =>
      newStr(runtime, `<async_generator object ${strText(runtime, M[self + GEN_QUALNAME])} at ${hexId(runtime, self)}>`),
    aiter: (runtime, self) => runtime.retain(self),
    anext: (runtime, self) => asend(runtime, self, runtime.none),
    getset: [
      textOf('__name__', GEN_NAME),
      textOf('__qualname__', GEN_QUALNAME),
      {
        name: 'ag_running',
        get: (runtime, self) => runtime.bool((M[self + GEN_FLAGS] & BUSY) !== 0 || M[self + GEN_STATE] === GEN_RUNNING),
      },
      { name: 'ag_suspended', get: (runtime, self) => runtime.bool(M[self + GEN_STATE] === 1) },
      { name: 'ag_code', get: (runtime, self) => runtime.retain(codeOfGenerator(self)) },
      { name: 'ag_frame', get: (runtime, self) => runtime.generatorFrame(runtime, self) },
      {
        name: 'ag_await',
        get: (runtime, self) => {
          const delegate = vm.delegate(self);
          return delegate === 0 ? runtime.none : runtime.retain(delegate);
        },
      },
    ],
    classMethods: [CLASS_GETITEM],
    methods: [
      { name: 'asend', arity: 'one', fn: (runtime, args) => asend(runtime, M[args], M[args + 2]) },
      {
        name: 'athrow',
        arity: { min: 1, max: 3 },
        fn: (runtime, args, count) => {
          warnOfThrow(runtime, 'athrow', count);
          const exception = runtime.push(exceptionFrom(runtime, args, count));
          const made = newAwaitable(runtime, 'async_generator_athrow', M[args], M[exception]);
          return keep(runtime, exception, made);
        },
      },
      {
        name: 'aclose',
        arity: 'none',
        fn: (runtime, args) => newAwaitable(runtime, 'async_generator_athrow', M[args], 0),
      },
    ],
  });
}
