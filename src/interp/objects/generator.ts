/**
 * Generators, coroutines and async generators: a frame in the heap with a resume point.
 *
 * ```
 *  word 4 function, or its code object once the frame is gone; 5 pc; 6 name; 7 operands on the saved stack; 8 qualname; 9 state; 10 weak list; 12 handled exception (its own exc_info);
 *  word 14 frame object or 0; 15 flags of async generators, and GEN_HOLDS; 16 slot count; 17 hidden
 *  word 32.. fast slots (CPython's frame header takes the room before them), the two extra slots of a frame, then the saved operand stack
 * ```
 * While it runs its frame lies on the stack and the slots here are 0.
 */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { FUNC_CODE } from './function.ts';
import { KIND } from './kinds.ts';

const M = WORDS;

export const GEN_FUNCTION = 4;
export const GEN_PC = 5;
export const GEN_NAME = 6;
export const GEN_DEPTH = 7;
export const GEN_QUALNAME = 8;
export const GEN_STATE = 9;
export const GEN_WEAKLIST = 10;
export const GEN_HANDLED = 12;
export const GEN_FRAME = 14;
export const GEN_FLAGS = 15;
export const GEN_SLOT_COUNT = 16;
export const GEN_SLOTS = 32;

export const GEN_CREATED = 0;
export const GEN_SUSPENDED = 1;
export const GEN_RUNNING = 2;
export const GEN_CLOSED = 3;

/** In GEN_FLAGS: its slots hold what they held, though it does not rest: closed before it was started (the arguments stay until it dies), or its delegate is asked. */
export const GEN_HOLDS = 8;

/** The generator whose frame object this is, or 0. Walks the collector's lists. */
export function generatorOfFrame(rt: Runtime, frame: Address): Address {
  for (const object of rt.heap.gc.objects(-1))
    if ((M[object + REP] & 0xff) === KIND.generator && M[object + GEN_FRAME] === frame) return object;
  return 0;
}

/** Has it its frame's function still? One that was closed before its frame ran to an end keeps it until it dies, as CPython's FRAME_COMPLETED does. */
export function holdsFunction(generator: Address): boolean {
  return (M[M[generator + GEN_FUNCTION] + REP] & 0xff) === KIND.function;
}

/** Its code object, borrowed. */
export function codeOfGenerator(generator: Address): Address {
  const held = M[generator + GEN_FUNCTION];
  return holdsFunction(generator) ? M[held + FUNC_CODE] : held;
}

/** Does it run, so that its slots are those of a frame on the stack? One whose delegate is asked runs too, but holds them itself. */
export function isInFrame(generator: Address): boolean {
  return M[generator + GEN_STATE] === GEN_RUNNING && (M[generator + GEN_FLAGS] & GEN_HOLDS) === 0;
}

/** Its frame is gone, and with it the function; the code stays (Objects/genobject.c clear_gen_frame). */
export function dropFunction(rt: Runtime, generator: Address): void {
  rt.replace(generator, generator + GEN_FUNCTION, rt.retain(codeOfGenerator(generator)));
}

/** A generator with all slots 0; the caller fills function, names and slots, then tracks it. */
export function newGenerator(rt: Runtime, info: TypeInfo, slotCount: number): Address {
  const generator = rt.newCollectable(info, info.rep, GEN_SLOTS * 4 + 8 * slotCount);
  for (let word = generator + 4, end = generator + GEN_SLOTS + 2 * slotCount; word < end; word++) M[word] = 0;
  M[generator + GEN_SLOT_COUNT] = slotCount;
  return generator;
}
