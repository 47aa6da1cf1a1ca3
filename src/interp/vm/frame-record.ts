/**
 * The control stack: what the interpreter must remember of each frame beside its slots. It holds numbers only, never references.
 *
 * ```
 *  operand and locals stack (in the machine's memory, two words a slot):
 *    fp - 2               the function object being run (owned)
 *    fp ...               fast slots: parameters, locals, cells, free variables
 *    fp + 2n              frame object, if a traceback or sys._getframe made one
 *    fp + 2n + 2          mapping of locals (class bodies, modules) or the generator this frame belongs to
 *    fp + 2n + 4 ...      operands
 * ```
 */

/** Words of a record. */
export const RECORD = 8;
/** Address of the first fast slot. */
export const R_FP = 0;
/** Next instruction, counted from the first of its code; written whenever the frame calls out. */
export const R_PC = 1;
/** Index of the code in Runtime.codes. */
export const R_CODE = 2;
export const R_FLAGS = 3;
/** Stack address at which the result goes. */
export const R_BASE = 4;
/** Operand stack top, valid while another frame or a native runs above. */
export const R_SP = 5;

/** The frame was entered from TypeScript: its end ends the loop. */
export const ENTRY = 1;
/** `__init__` called by a class: its result must be None and the instance stands ready in the result slot. */
export const INIT = 2;
/** The frame belongs to a generator. */
export const GENERATOR = 4;
/** Resumed by FOR_ITER of the frame below. */
export const FOR_LOOP = 8;
/** Resumed by SEND of the frame below. */
export const SENDING = 16;
/** An exception leaves it: its slots are being released. */
export const LEAVING = 32;
/** CPython has a second frame below this one, which returns the instance (_CREATE_INIT_FRAME): it counts for the limit of recursion. */
export const SHIM = 64;

/** Frames the control stack can hold. */
export const MAX_FRAMES = 200_000;

/** The records of the thread's machine, at one address for good (heap/memory.ts says why). */
export const FRAMES: Int32Array = new Int32Array((MAX_FRAMES + 2) * RECORD);

/** Below the frames of a program lies the record of no code at all: what a machine that was damaged wrote there is none of the next one's. */
export function clearBottomRecord(): void {
  FRAMES.fill(0, 0, RECORD);
}
