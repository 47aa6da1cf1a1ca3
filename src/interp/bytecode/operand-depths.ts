/** The depth of the operand stack at every instruction of finished code. */
import type { CodeUnit } from './code-unit.ts';
import { OPCODES } from './opcodes.ts';
import { endsBlock, stackEffect } from './stack-effect.ts';

/** Opcodes whose argument is the instruction they may jump to. */
export const JUMPS: ReadonlySet<number> = new Set(OPCODES.flatMap((info, index) => (info.arg === 'jump' ? [index] : [])));

/** Operands before each instruction, -1 where control never comes. */
export function operandDepths({ code, exceptionTable }: Pick<CodeUnit, 'code' | 'exceptionTable'>): Int32Array {
  const depths = new Int32Array(code.length).fill(-1);
  const work: [at: number, depth: number][] = [[0, 0]];
  for (let entry = 0; entry < exceptionTable.length; entry += 5) {
    work.push([exceptionTable[entry + 2]!, exceptionTable[entry + 3]! + exceptionTable[entry + 4]! + 1]);
  }
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    let [at, depth] = next;
    while (at < code.length && depths[at] === -1) {
      depths[at] = depth;
      const op = code[at]! & 255;
      const arg = code[at]! >> 8;
      if (JUMPS.has(op)) {
        const jump = stackEffect(op, arg, true);
        work.push([arg, depth - jump.pops + jump.pushes]);
      }
      if (endsBlock(op)) break;
      const effect = stackEffect(op, arg, false);
      depth += effect.pushes - effect.pops;
      at++;
    }
  }
  return depths;
}
