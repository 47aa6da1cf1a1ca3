/** What becomes of the operands of an instruction that raises. */
import type { CodeUnit } from '../bytecode/code-unit.ts';
import { OP } from '../bytecode/opcodes.ts';
import { operandDepths } from '../bytecode/operand-depths.ts';
import { stackEffect } from '../bytecode/stack-effect.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { FRAMES, R_CODE, R_FP, RECORD } from './frame-record.ts';

/** These leave their operands on the stack when they fail; all others take them off first. */
const KEEPS_OPERANDS = new Set([OP['SEND'], OP['CLEANUP_THROW'], OP['END_ASYNC_FOR'], OP['BUILD_MAP']]);
/** What this one has made so far dies after its operands. */
const BUILD_SET = OP['BUILD_SET']!;
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
  code.operands ??= operandsTaken(code.unit);
  const pops = code.operands[2 * at]!;
  if (pops < 2) return;
  const end = FRAMES[record + R_FP]! + code.stackOffset + 2 * code.operands[2 * at + 1]!;
  if (rt.sp < end) return;
  if ((code.unit.code[at]! & 255) === BUILD_SET) rt.releaseSlots(end - 2 * pops, end);
  rt.unwind(end);
  rt.drop(pops);
}

/** Of each instruction, how many operands it takes off when it fails, 0 for none, and the depth of the stack above the last of them. */
function operandsTaken(unit: CodeUnit): Int32Array {
  const depths = operandDepths(unit);
  const taken = new Int32Array(2 * depths.length);
  for (let at = 0; at < depths.length; at++) {
    const op = unit.code[at]! & 255;
    if (KEEPS_OPERANDS.has(op)) continue;
    // The names of keywords are gone by then.
    const names = op === CALL_KW || op === CALL_METHOD_KW ? 1 : 0;
    taken[2 * at] = stackEffect(op, unit.code[at]! >> 8, false).pops - names;
    taken[2 * at + 1] = depths[at]! - names;
  }
  return taken;
}
