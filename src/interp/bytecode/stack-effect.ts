import { assert } from '../../base/assert.ts';
import { OP, OPCODES } from './opcodes.ts';

/**
 * How instructions change the depth of the operand stack. For opcodes whose table entry leaves `pops` or `pushes` open the
 * argument decides.
 */

export interface StackEffect {
  readonly pops: number;
  readonly pushes: number;
}

const variable: Record<string, (arg: number, jumps: boolean) => StackEffect> = {
  BUILD_SLICE: (arg) => ({ pops: arg, pushes: 1 }),
  BUILD_TUPLE: (arg) => ({ pops: arg, pushes: 1 }),
  BUILD_LIST: (arg) => ({ pops: arg, pushes: 1 }),
  BUILD_SET: (arg) => ({ pops: arg, pushes: 1 }),
  BUILD_MAP: (arg) => ({ pops: 2 * arg, pushes: 1 }),
  BUILD_STRING: (arg) => ({ pops: arg, pushes: 1 }),
  UNPACK_SEQUENCE: (arg) => ({ pops: 1, pushes: arg }),
  UNPACK_EX: (arg) => ({ pops: 1, pushes: (arg & 0xff) + 1 + (arg >> 8) }),
  JUMP_IF_FALSE_OR_POP: (_arg, jumps) => ({ pops: 1, pushes: jumps ? 1 : 0 }),
  JUMP_IF_TRUE_OR_POP: (_arg, jumps) => ({ pops: 1, pushes: jumps ? 1 : 0 }),
  FOR_ITER: (_arg, jumps) => ({ pops: 1, pushes: jumps ? 0 : 2 }),
  CALL: (arg) => ({ pops: 1 + arg, pushes: 1 }),
  CALL_METHOD: (arg) => ({ pops: 2 + arg, pushes: 1 }),
  CALL_KW: (arg) => ({ pops: 2 + arg, pushes: 1 }),
  CALL_METHOD_KW: (arg) => ({ pops: 3 + arg, pushes: 1 }),
  CALL_EX: (arg) => ({ pops: 2 + (arg & 1), pushes: 1 }),
  MAKE_FUNCTION: (arg) => ({ pops: 1 + (arg & 1) + ((arg >> 1) & 1) + ((arg >> 2) & 1) + ((arg >> 3) & 1), pushes: 1 }),
  RAISE_VARARGS: (arg) => ({ pops: arg, pushes: 0 }),
};

const effectOf: ((arg: number, jumps: boolean) => StackEffect)[] = OPCODES.map((info) => {
  const special = variable[info.name];
  if (special !== undefined) return special;
  const { pops, pushes } = info;
  assert(pops !== null && pushes !== null, 'an opcode of open stack effect has a rule in stack-effect.ts');
  const fixed = { pops, pushes };
  return () => fixed;
});

/** What one instruction takes and leaves; `jumps`: along its jump rather than to the next instruction. */
export function stackEffect(opcode: number, arg: number, jumps: boolean): StackEffect {
  return effectOf[opcode]!(arg, jumps);
}

const ENDS = new Set([OP['RETURN_VALUE'], OP['RAISE_VARARGS'], OP['RERAISE'], OP['JUMP'], OP['JUMP_BACKWARD']]);

/** Control never reaches the instruction behind this one. */
export function endsBlock(opcode: number): boolean {
  return ENDS.has(opcode);
}
