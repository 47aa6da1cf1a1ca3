/** Generators on the machine: their frames go to the stack when they run, and back into the generator when they yield. */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { CO_ASYNC_GENERATOR, CO_COROUTINE } from '../bytecode/code-unit.ts';
import { EXC_FIELDS } from '../objects/exception.ts';
import { FUNC_CODE_INDEX, FUNC_NAME, FUNC_QUALNAME } from '../objects/function.ts';
import {
  dropFunction,
  GEN_CLOSED,
  GEN_CREATED,
  GEN_DEPTH,
  GEN_FRAME,
  GEN_FUNCTION,
  GEN_HANDLED,
  GEN_NAME,
  GEN_PC,
  GEN_QUALNAME,
  GEN_RUNNING,
  GEN_SLOTS,
  GEN_STATE,
  GEN_SUSPENDED,
  newGenerator,
} from '../objects/generator.ts';
import { KIND } from '../objects/kinds.ts';
import { callSpecial, getAttrNamed } from '../runtime/attributes.ts';
import { call1 } from '../runtime/calls.ts';
import { isPending, raise, raiseTypeError, tooDeep } from '../runtime/exceptions.ts';
import { typeLookup } from '../runtime/lookup.ts';
import {
  ENTRY,
  FOR_LOOP,
  FRAMES,
  GENERATOR,
  MAX_FRAMES,
  R_BASE,
  R_CODE,
  R_FLAGS,
  R_FP,
  R_PC,
  RECORD,
  SENDING,
} from './frame-record.ts';
import type { Vm } from './vm.ts';

const M = WORDS;
const frames = FRAMES;

/** RETURN_GENERATOR: moves the running frame into a new generator; returns it. */
export function makeGenerator(vm: Vm): Address {
  const { rt } = vm;
  const record = rt.depth * RECORD;
  const fp = frames[record + R_FP]!;
  const code = vm.codes[frames[record + R_CODE]!]!;
  const flags = code.flags;
  const info =
    (flags & CO_COROUTINE) !== 0
      ? rt.types['coroutine']!
      : (flags & CO_ASYNC_GENERATOR) !== 0
        ? rt.types['async_generator']!
        : rt.generatorInfo;
  const generator = newGenerator(rt, info, code.slotCount + 2 + code.unit.stackSize);
  const callable = M[fp - 2];
  M[generator + GEN_FUNCTION] = callable;
  M[generator + GEN_NAME] = rt.retain(M[callable + FUNC_NAME]);
  M[generator + GEN_QUALNAME] = rt.retain(M[callable + FUNC_QUALNAME]);
  M[generator + GEN_PC] = frames[record + R_PC]!;
  for (let slot = 0; slot < code.slotCount; slot++) {
    M[generator + GEN_SLOTS + 2 * slot] = M[fp + 2 * slot];
    M[fp + 2 * slot] = 0;
  }
  M[generator + GEN_STATE] = GEN_CREATED;
  const frameObject = M[fp + 2 * code.slotCount];
  M[fp + 2 * code.slotCount] = 0;
  if (frameObject !== 0) rt.heap.release(frameObject);
  rt.heap.track(generator);
  if (code.hasHandlers || info !== rt.generatorInfo) rt.heap.registerFinalizable(generator);
  // The generator lands in the caller's result slot; callers look at rt.sp.
  const base = frames[record + R_BASE]!;
  rt.sp = (frames[record + R_FLAGS]! & ENTRY) !== 0 ? fp - 2 : base;
  rt.depth--;
  return generator;
}

/** Puts a generator's frame on the stack with `value` (owned) as what the yield gives. It must not be running or closed. */
export function pushGenerator(vm: Vm, generator: Address, value: Address, flags: number): void {
  const { rt } = vm;
  const callable = M[generator + GEN_FUNCTION];
  const code = vm.codes[M[callable + FUNC_CODE_INDEX]]!;
  code.heat--;
  const base = rt.sp;
  const depth = rt.depth + 1;
  if (depth + rt.shims > rt.recursionLimit || base + code.frameWords > rt.stackLimit || depth >= MAX_FRAMES) {
    rt.push(value);
    tooDeep(rt);
  }
  const fp = base + 2;
  M[base] = rt.retain(callable);
  M[base + 1] = 0;
  const used = code.slotCount + 2 + M[generator + GEN_DEPTH];
  const slots = generator + GEN_SLOTS;
  for (let index = 0; index < used; index++) {
    M[fp + 2 * index] = M[slots + 2 * index];
    M[fp + 2 * index + 1] = 0;
    M[slots + 2 * index] = 0;
  }
  M[fp + 2 * code.slotCount] = M[generator + GEN_FRAME];
  M[generator + GEN_FRAME] = 0;
  M[fp + 2 * code.slotCount + 2] = rt.retain(generator);
  M[generator + GEN_STATE] = GEN_RUNNING;
  // The generator's own handled exception comes into force; the one of its caller waits in its place.
  const handled = M[rt.handled];
  M[rt.handled] = M[generator + GEN_HANDLED];
  rt.heap.store(generator, generator + GEN_HANDLED, handled);
  const record = depth * RECORD;
  frames[record + R_FP] = fp;
  frames[record + R_PC] = M[generator + GEN_PC];
  frames[record + R_CODE] = code.index;
  frames[record + R_FLAGS] = flags | GENERATOR;
  frames[record + R_BASE] = base;
  rt.depth = depth;
  rt.sp = fp + 2 * used;
  rt.push(value);
  vm.runningGenerators++;
  if (M[fp + 2 * code.slotCount] !== 0) rt.attachFrame(rt, M[fp + 2 * code.slotCount], fp);
}

/** YIELD_VALUE: takes the value, moves the frame back into its generator; returns the value. */
export function yieldValue(vm: Vm): Address {
  const { rt } = vm;
  const value = rt.pop();
  const record = rt.depth * RECORD;
  const fp = frames[record + R_FP]!;
  const code = vm.codes[frames[record + R_CODE]!]!;
  const generator = M[fp + 2 * code.slotCount + 2];
  const depth = (rt.sp - fp - code.stackOffset) >> 1;
  const used = code.slotCount + 2 + depth;
  const slots = generator + GEN_SLOTS;
  const frameObject = M[fp + 2 * code.slotCount];
  M[fp + 2 * code.slotCount] = 0;
  M[fp + 2 * code.slotCount + 2] = 0;
  for (let index = 0; index < used; index++) {
    const slot = M[fp + 2 * index];
    if (slot !== 0) rt.heap.store(generator, slots + 2 * index, slot);
    M[fp + 2 * index] = 0;
  }
  M[generator + GEN_DEPTH] = depth;
  M[generator + GEN_PC] = frames[record + R_PC]!;
  M[generator + GEN_STATE] = GEN_SUSPENDED;
  if (frameObject !== 0) {
    rt.heap.store(generator, generator + GEN_FRAME, frameObject);
    rt.suspendFrame(rt, frameObject, generator);
  }
  const handled = M[rt.handled];
  M[rt.handled] = M[generator + GEN_HANDLED];
  rt.heap.store(generator, generator + GEN_HANDLED, handled);
  rt.depth--;
  rt.sp = fp - 2;
  vm.runningGenerators--;
  const callable = M[fp - 2];
  M[fp - 2] = 0;
  M[fp] = value;
  rt.sp = fp + 2;
  rt.heap.release(generator);
  rt.heap.release(callable);
  rt.sp = fp - 2;
  return M[fp];
}

/** The generator of the topmost frame ends: closed, its caller's handled exception back in force. */
export function closeRunning(vm: Vm): void {
  const { rt } = vm;
  const record = rt.depth * RECORD;
  const fp = frames[record + R_FP]!;
  const code = vm.codes[frames[record + R_CODE]!]!;
  const generator = M[fp + code.stackOffset - 2];
  M[generator + GEN_STATE] = GEN_CLOSED;
  const own = M[rt.handled];
  M[rt.handled] = M[generator + GEN_HANDLED];
  M[generator + GEN_HANDLED] = 0;
  vm.runningGenerators--;
  if (own !== 0) rt.heap.release(own);
  dropFunction(rt, generator);
}

/** FOR_ITER over a generator: enters its frame; false when it is exhausted already. */
export function forIterGenerator(vm: Vm, generator: Address): boolean {
  const { rt } = vm;
  if (M[generator + REP] !== rt.generatorInfo.rep) return false;
  const state = M[generator + GEN_STATE];
  if (state === GEN_CLOSED) return false;
  if (state === GEN_RUNNING) raise(rt, 'ValueError', 'generator already executing');
  pushGenerator(vm, generator, rt.none, FOR_LOOP);
  return true;
}

/** SEND: 0 the receiver yielded (value on top), 1 it ended (its result on top), 2 its frame was entered. */
export function send(vm: Vm, sp: Address): number {
  const { rt } = vm;
  const receiver = M[sp - 4];
  const value = M[sp - 2];
  const kind = M[receiver + REP] & 0xff;
  if (
    kind === KIND.generator &&
    M[receiver + GEN_STATE] <= GEN_SUSPENDED &&
    rt.typeOf(receiver) !== rt.types['async_generator']
  ) {
    if (M[receiver + GEN_STATE] === GEN_CREATED && value !== rt.none) {
      raiseTypeError(rt, `can't send non-None value to a just-started ${rt.typeOf(receiver).name}`);
    }
    M[sp - 2] = 0;
    pushGenerator(vm, receiver, value, SENDING);
    return 2;
  }
  const mark = rt.sp;
  let result: Address;
  try {
    const info = rt.typeOf(receiver);
    if (value === rt.none && info.next !== null) {
      if (info.heap && (M[typeLookup(rt, info, vm.nextName) + REP] & 0xff) !== KIND.wrapper) {
        result = callSpecial(rt, receiver, '__next__');
      } else {
        rt.dropStop();
        result = info.next(rt, receiver);
        if (result === 0) {
          result = rt.takeStop() || rt.none;
          vm.replaceTop(sp, result);
          return 1;
        }
      }
    } else result = call1(rt, M[rt.push(getAttrNamed(rt, receiver, 'send'))], M[sp - 2]);
  } catch (thrown) {
    if (!isPending(rt, thrown, rt.types['StopIteration']!)) throw thrown;
    rt.unwind(mark);
    const exception = M[rt.pending];
    const stopped = M[exception + EXC_FIELDS] === 0 ? rt.none : rt.retain(M[exception + EXC_FIELDS]);
    rt.setRoot(rt.pending, 0);
    vm.replaceTop(sp, stopped);
    return 1;
  }
  rt.push(result);
  vm.replaceTop(sp, result);
  rt.sp = sp;
  rt.unwind(sp);
  return 0;
}
