import type { CodeUnit } from '../../../src/interp/bytecode/code-unit.ts';
import { OPCODES } from '../../../src/interp/bytecode/opcodes.ts';
import { endsBlock, stackEffect } from '../../../src/interp/bytecode/stack-effect.ts';

/**
 * Walks finished code along every jump and into every handler and checks the operand stack: each instruction has one depth,
 * finds its operands, and the deepest point is `stackSize`. Independent of the blocks the compiler works with.
 */
export function verifyDepth(code: CodeUnit): void {
  const fail = (index: number, what: string): never => {
    throw new Error(`${code.qualname} at ${index} (${OPCODES[code.code[index]! & 0xff]!.name}): ${what}`);
  };
  const depths = new Int32Array(code.code.length).fill(-1);
  const work: number[] = [];
  let deepest = 0;
  const reach = (index: number, depth: number, from: number): void => {
    if (index >= code.code.length) fail(from, 'runs off the end');
    deepest = Math.max(deepest, depth);
    if (depths[index] === -1) {
      depths[index] = depth;
      work.push(index);
    } else if (depths[index] !== depth) fail(index, `depth ${depths[index]} and, from ${from}, ${depth}`);
  };
  reach(0, 0, 0);
  for (let index = work.pop(); index !== undefined; index = work.pop()) {
    const depth = depths[index]!;
    const word = code.code[index]!;
    const opcode = word & 0xff;
    for (let at = 0; at < code.exceptionTable.length; at += 5) {
      const [start, end, target, kept, lasti] = code.exceptionTable.subarray(at, at + 5);
      if (start! > index || index >= end!) continue;
      if (kept! > depth) fail(index, `its handler keeps ${kept} of ${depth} values`);
      reach(target!, kept! + lasti! + 1, index);
    }
    const flow = stackEffect(opcode, word >> 8, false);
    if (flow.pops > depth) fail(index, `pops ${flow.pops} of ${depth} values`);
    if (OPCODES[opcode]!.arg === 'jump') {
      const jump = stackEffect(opcode, word >> 8, true);
      reach(word >> 8, depth - jump.pops + jump.pushes, index);
    }
    if (!endsBlock(opcode)) reach(index + 1, depth - flow.pops + flow.pushes, index);
  }
  // Handlers of a try whose body came to nothing stay, as in CPython, and are never reached.
  const all = !depths.includes(-1);
  const generator = OPCODES.findIndex((info) => info.name === 'RETURN_GENERATOR');
  const least = code.code.some((word) => (word & 0xff) === generator) ? 1 : 0;
  const exact = Math.max(deepest, least);
  if (code.stackSize < exact || (all && code.stackSize !== exact))
    fail(0, `stackSize is ${code.stackSize}, the deepest point ${deepest}`);
  for (const value of code.constants) if (value.kind === 'code') verifyDepth(value.code);
}
