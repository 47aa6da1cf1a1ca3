/**
 * Exceptions, tracebacks and frame objects.
 *
 * ```
 *  exception  word 4 dict; 6 args; 8 notes; 10 traceback; 12 context; 14 cause; 16 suppress_context (a plain 0/1);
 *             from word 18: further fields, info.fields of them (StopIteration.value, NameError.name, ...)       72 bytes + 8 a field
 *  traceback  word 4 next; 6 frame; 8 instruction index; 9 line                                                    40 bytes
 *  frame      word 4 back; 6 function; 8 mapping of locals or 0; 10 trace function; 12 pc; 13 live frame pointer or 0;
 *             word 14 slots; 15 line; from word 16 the fast slots, filled when the frame has ended                  64 + 8 a slot
 * ```
 */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { KIND, REP_FLAG_PREHEADER } from './kinds.ts';
import { newTuple } from './sequence.ts';

const M = WORDS;

export const EXC_DICT = 4;
export const EXC_ARGS = 6;

export const EXC_TRACEBACK = 10;
export const EXC_CONTEXT = 12;
export const EXC_CAUSE = 14;
export const EXC_SUPPRESS = 16;
export const EXC_FIELDS = 18;
export const EXC_BYTES = 72;

export const TB_NEXT = 4;
export const TB_FRAME = 6;
export const TB_LASTI = 8;
export const TB_LINE = 9;

export const FRAME_BACK = 4;
export const FRAME_FUNCTION = 6;
export const FRAME_LOCALS = 8;
/** Dict of what a program put under names that are no variables of the function, or 0. */
export const FRAME_EXTRAS = 10;

export const FRAME_PC = 12;
export const FRAME_LIVE = 13;
export const FRAME_SLOTS = 14;
export const FRAME_LINE = 15;
export const FRAME_FAST = 16;

/** A new exception instance of class `info` with `args` (an owned tuple). */
export function newException(rt: Runtime, info: TypeInfo, args: Address): Address {
  let exception: Address;
  try {
    exception = rt.newCollectable(info, info.rep, info.basicBytes, (info.rep & REP_FLAG_PREHEADER) !== 0 ? 16 : 0);
  } catch (thrown) {
    rt.heap.release(args);
    throw thrown;
  }
  for (let word = exception + 4, end = exception + (info.basicBytes >> 2); word < end; word++) M[word] = 0;
  M[exception + EXC_ARGS] = args;
  rt.heap.track(exception);
  if (info.hasDel) rt.heap.registerFinalizable(exception);
  return exception;
}

export function isException(_rt: Runtime, object: Address): boolean {
  return (M[object + REP] & 0xff) === KIND.exception;
}

/** An exception with one argument (owned). */
export function newExceptionOf(rt: Runtime, info: TypeInfo, argument: Address): Address {
  return newException(rt, info, newTuple(rt, [argument]));
}
