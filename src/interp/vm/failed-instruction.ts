/** What becomes of the operands of an instruction that raises. */
import { OP } from '../bytecode/opcodes.ts';
import { operandDepths } from '../bytecode/operand-depths.ts';
import { stackEffect } from '../bytecode/stack-effect.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { FRAMES, R_CODE, R_FP, RECORD } from './frame-record.ts';

/** These leave their operands on the stack when they fail; all others take them off first. */
const KEEPS_OPERANDS = new Set([OP['SEND'], OP['CLEANUP_THROW'], OP['END_ASYNC_FOR'], OP['BUILD_MAP']]);
/** What this one has made so far dies after its operands. */
const BUILD_SET = OP['BUILD_SET'];
const CALL_KW = OP['CALL_KW'];
const CALL_METHOD_KW = OP['CALL_METHOD_KW'];

/**
 * Instruction `at` of the topmost frame has failed: what it had pushed dies, then its operands, from the first to the last (CPython: DECREF_INPUTS). Operands
 * that a callee took with it are left to the callee.
 */
export function releaseOperands(rt: Runtime, at: number): void {
  if (at < 0) return;
  const record = rt.depth * RECORD;
  const code = rt.codes[FRAMES[record + R_CODE]!]!;
  const instruction = code.unit.code[at]!;
  const op = instruction & 255;
  // The names of keywords are gone by then.
  const names = op === CALL_KW || op === CALL_METHOD_KW ? 1 : 0;
  const pops = stackEffect(op, instruction >> 8, false).pops - names;
  if (pops < 2 || KEEPS_OPERANDS.has(op)) return;
  code.depths ??= operandDepths(code.unit);
  const end = FRAMES[record + R_FP]! + code.stackOffset + 2 * (code.depths[at]! - names);
  if (rt.sp < end) return;
  const first = end - 2 * pops;
  if (op === BUILD_SET) rt.releaseSlots(first, end);
  rt.unwind(end);
  rt.drop(pops);
}
