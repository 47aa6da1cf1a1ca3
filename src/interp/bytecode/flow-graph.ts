import { assert } from '../../base/assert.ts';
import type { Located } from '../syntax/ast.ts';
import { OP, OPCODES } from './opcodes.ts';
import { endsBlock, stackEffect } from './stack-effect.ts';
import { tidySwaps } from './swaps.ts';

/**
 * Basic blocks between code generation and the final array, in the manner of CPython's flowgraph.c: exception handlers are
 * worked out from pseudo instructions, unreachable code goes, jumps are threaded, lines without a source take their
 * predecessor's, handlers move to the end, and the operand stack's depth is followed along every edge.
 */

/** Pseudo instructions, beyond the real opcodes: they open and close exception handlers. */
export const SETUP_FINALLY = 1000;
/** Like SETUP_FINALLY, and the handler also gets the index of the failing instruction (lasti). */
export const SETUP_CLEANUP = 1001;
/** Like SETUP_CLEANUP, with the result of `__enter__` dropped first. */
export const SETUP_WITH = 1002;
export const POP_BLOCK = 1003;

export const NOWHERE: Located = { line: -1, col: -1, endLine: -1, endCol: -1 };

export interface Instruction {
  op: number;
  arg: number;
  target: Block | null;
  place: Located;
  handler: Block | null;
  /** A jump that is no safepoint even when it goes backward. */
  quiet: boolean;
}

export class Block {
  instructions: Instruction[] = [];
  next: Block | null = null;
  predecessors = 0;
  visited = false;
  warm = false;
  cold = false;
  /** Entered by an exception; `keepsLasti`: with lasti below the exception. */
  isHandler = false;
  keepsLasti = false;
  depth = -1;
  index = -1;
  handlers: HandlerStack | null = null;
}

interface HandlerStack {
  readonly handler: Block;
  readonly below: HandlerStack | null;
}

const NOP = OP['NOP']!;
const JUMP = OP['JUMP']!;
const JUMP_BACKWARD = OP['JUMP_BACKWARD']!;
const RETURN_VALUE = OP['RETURN_VALUE']!;
const RAISE_VARARGS = OP['RAISE_VARARGS']!;
const RERAISE = OP['RERAISE']!;
const POP_JUMP_IF_FALSE = OP['POP_JUMP_IF_FALSE']!;
const POP_JUMP_IF_TRUE = OP['POP_JUMP_IF_TRUE']!;
const POP_JUMP_IF_NONE = OP['POP_JUMP_IF_NONE']!;
const POP_JUMP_IF_NOT_NONE = OP['POP_JUMP_IF_NOT_NONE']!;
const JUMP_IF_FALSE_OR_POP = OP['JUMP_IF_FALSE_OR_POP']!;
const JUMP_IF_TRUE_OR_POP = OP['JUMP_IF_TRUE_OR_POP']!;

const CALL = OP['CALL']!;
const LOAD_ASSERTION_ERROR = OP['LOAD_ASSERTION_ERROR']!;

const SMALL_EXIT = 4;

const jumpOpcode: boolean[] = OPCODES.map((info) => info.arg === 'jump');

function isSetup(op: number): boolean {
  return op >= SETUP_FINALLY && op <= SETUP_WITH;
}

function isJump(op: number): boolean {
  return op < SETUP_FINALLY && jumpOpcode[op]!;
}

function exits(op: number): boolean {
  return op === RETURN_VALUE || op === RAISE_VARARGS || op === RERAISE;
}

function lastOf(block: Block): Instruction | undefined {
  return block.instructions[block.instructions.length - 1];
}

function fallsThrough(block: Block): boolean {
  const last = lastOf(block);
  return last === undefined || last.op >= SETUP_FINALLY || !endsBlock(last.op);
}

function exitsScope(block: Block): boolean {
  const last = lastOf(block);
  return last !== undefined && exits(last.op);
}

/** Runs every pass. Gives the blocks in their final order, free of pseudo instructions and NOPs, and the stack's depth. */
export function optimize(entry: Block): { blocks: Block[]; stackSize: number } {
  skipEmptyBlocks(entry);
  labelHandlers(entry);
  countPredecessors(entry);
  inlineSmallExits(entry);
  removeUnreachable(entry);
  threadJumps(entry);
  removeUnreachable(entry);
  resolveLines(entry);
  for (let block: Block | null = entry; block !== null; block = block.next) tidySwaps(block.instructions);
  moveColdBlocks(entry);
  const stackSize = followStack(entry);
  dropPseudo(entry);
  removeRedundantJumps(entry);
  splitBackwardBranches(entry);
  const blocks: Block[] = [];
  for (let block: Block | null = entry; block !== null; block = block.next) {
    if (block.instructions.length > 0) blocks.push(block);
  }
  return { blocks, stackSize };
}

/** Takes empty blocks out: whoever leads to one leads to what follows it. */
function skipEmptyBlocks(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      let { target } = instruction;
      while (target !== null && target.instructions.length === 0 && target.next !== null) target = target.next;
      instruction.target = target;
    }
  }
  for (let block: Block | null = entry; block !== null; block = block.next) {
    while (block.next !== null && block.next.instructions.length === 0) block.next = block.next.next;
  }
}

/** Gives every instruction the handler that is in force at it. */
function labelHandlers(entry: Block): void {
  const work: Block[] = [entry];
  entry.visited = true;
  const visit = (block: Block, handlers: HandlerStack | null): void => {
    if (block.visited) return;
    block.visited = true;
    block.handlers = handlers;
    work.push(block);
  };
  for (let block = work.pop(); block !== undefined; block = work.pop()) {
    let stack: HandlerStack | null = block.handlers;
    for (const instruction of block.instructions) {
      const { op, target } = instruction;
      instruction.handler = stack === null ? null : stack.handler;
      if (isSetup(op)) {
        const handler = target!;
        handler.isHandler = true;
        if (op !== SETUP_FINALLY) handler.keepsLasti = true;
        visit(handler, stack);
        stack = { handler, below: stack };
      } else if (op === POP_BLOCK) {
        assert(stack !== null, 'a POP_BLOCK closes a handler');
        stack = stack.below;
        instruction.op = NOP;
      } else if (target !== null) visit(target, stack);
    }
    if (fallsThrough(block) && block.next !== null) visit(block.next, stack);
  }
}

function countPredecessors(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    block.predecessors = 0;
    block.visited = false;
  }
  entry.predecessors = 1;
  entry.visited = true;
  const work: Block[] = [entry];
  const reach = (block: Block): void => {
    block.predecessors++;
    if (block.visited) return;
    block.visited = true;
    work.push(block);
  };
  for (let block = work.pop(); block !== undefined; block = work.pop()) {
    for (const { target } of block.instructions) if (target !== null) reach(target);
    if (fallsThrough(block) && block.next !== null) reach(block.next);
  }
}

/**
 * A jump to a few instructions that leave the function becomes a copy of them, and so does one to instructions without a
 * line that end in a jump themselves: they then take the line of where they come from.
 */
function inlineSmallExits(entry: Block): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (let block: Block | null = entry; block !== null; block = block.next) {
      const last = lastOf(block);
      if (last === undefined || last.op !== JUMP || !block.visited) continue;
      const target: Block = last.target!;
      if (target === block || lastOf(target)?.target === target) continue;
      const small = exitsScope(target) && sizeOf(target) <= SMALL_EXIT;
      if (!small && !(hasNoLines(target) && !fallsThrough(target))) continue;
      last.op = NOP;
      last.target = null;
      for (const instruction of target.instructions) block.instructions.push({ ...instruction });
      for (const copy of target.instructions) if (copy.target !== null) copy.target.predecessors++;
      target.predecessors--;
      changed = true;
    }
  }
}

/** Instructions as CPython counts them: a plain call's callable takes one more. */
function sizeOf(block: Block): number {
  let size = 0;
  let depth = 0;
  let asserts = false;
  for (const { op, arg } of block.instructions) {
    size++;
    if (op >= SETUP_FINALLY) continue;
    if (op === LOAD_ASSERTION_ERROR) asserts = true;
    // The message of an assertion stands where the self would.
    if (op === CALL && depth > arg && !asserts) size++;
    const { pops, pushes } = stackEffect(op, arg, false);
    depth = Math.max(depth - pops, 0) + pushes;
  }
  return size;
}

function hasNoLines(block: Block): boolean {
  return block.instructions.every((instruction) => instruction.place.line < 0);
}

function removeUnreachable(entry: Block): void {
  countPredecessors(entry);
  let before = entry;
  for (let block = entry.next; block !== null; block = block.next) {
    if (block.visited) {
      before = block;
      continue;
    }
    // Keep the chain for fall-through; an unvisited block is only ever passed over.
    before.next = block.next;
  }
}

const REVERSED_KEEP = new Map([
  [JUMP_IF_FALSE_OR_POP, POP_JUMP_IF_FALSE],
  [JUMP_IF_TRUE_OR_POP, POP_JUMP_IF_TRUE],
]);

function firstReal(block: Block | null): Instruction | undefined {
  for (let at = block; at !== null; at = at.next) {
    for (const instruction of at.instructions) if (instruction.op !== NOP) return instruction;
    if (!fallsThrough(at)) return undefined;
  }
  return undefined;
}

/** Jumps to jumps go where those go; `a and b or c` tests each value once. */
function threadJumps(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = lastOf(block);
    if (last === undefined || !isJump(last.op)) continue;
    for (let hops = 0; hops < 16; hops++) {
      const to = firstReal(last.target);
      if (to === undefined || to.target === null || to === last || to.target === last.target) break;
      if (!canThread(last, to)) break;
    }
  }
}

function canThread(from: Instruction, to: Instruction): boolean {
  if (to.op === JUMP && from.op < SETUP_FINALLY && from.op !== OP['SEND'] && from.op !== OP['FOR_ITER']) {
    from.target = to.target;
    return true;
  }
  const popping = REVERSED_KEEP.get(from.op);
  if (popping === undefined) return false;
  if (to.op === from.op) {
    from.target = to.target;
    return true;
  }
  if (to.op === popping) {
    // The value would be tested again with the same outcome, and popped.
    from.op = popping;
    from.target = to.target;
    return true;
  }
  const opposite = from.op === JUMP_IF_FALSE_OR_POP ? JUMP_IF_TRUE_OR_POP : JUMP_IF_FALSE_OR_POP;
  const oppositePop = from.op === JUMP_IF_FALSE_OR_POP ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE;
  if (to.op === opposite || to.op === oppositePop) {
    // Known to fall through there: jump behind it. Possible only where a block starts behind it.
    const behind = behindOf(from.target!, to);
    if (behind === null) return false;
    from.op = popping;
    from.target = behind;
    return true;
  }
  return false;
}

/** The block that starts right behind the first real instruction of `block`, if there is one. */
function behindOf(block: Block, instruction: Instruction): Block | null {
  for (let at: Block | null = block; at !== null; at = at.next) {
    const position = at.instructions.indexOf(instruction);
    if (position < 0) continue;
    return position === at.instructions.length - 1 ? at.next : null;
  }
  return null;
}

// ---- lines

function resolveLines(entry: Block): void {
  countPredecessors(entry);
  duplicateExitsWithoutLines(entry);
  propagateLines(entry);
}

function duplicateExitsWithoutLines(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = lastOf(block);
    if (last === undefined || !isJump(last.op)) continue;
    const target: Block = nonEmpty(last.target!);
    if (!exitsScope(target) || !hasNoLines(target) || target.predecessors <= 1) continue;
    const copy = new Block();
    copy.instructions = target.instructions.map((instruction) => ({ ...instruction }));
    copy.instructions[0]!.place = last.place;
    copy.handlers = target.handlers;
    copy.visited = true;
    last.target = copy;
    target.predecessors--;
    copy.predecessors = 1;
    copy.next = target.next;
    target.next = copy;
  }
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = lastOf(block);
    if (last === undefined || !fallsThrough(block) || block.next === null) continue;
    if (exitsScope(block.next) && hasNoLines(block.next)) block.next.instructions[0]!.place = last.place;
  }
}

function nonEmpty(block: Block): Block {
  let at = block;
  while (at.instructions.length === 0 && at.next !== null) at = at.next;
  return at;
}

function propagateLines(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = lastOf(block);
    if (last === undefined) continue;
    let place: Located = NOWHERE;
    for (const instruction of block.instructions) {
      if (instruction.place.line < 0) instruction.place = place;
      else place = instruction.place;
    }
    if (fallsThrough(block) && block.next !== null && block.next.predecessors === 1) giveLine(block.next, place);
    if (isJump(last.op) && last.target!.predecessors === 1) giveLine(last.target!, place);
  }
}

function giveLine(block: Block, place: Located): void {
  const first = block.instructions[0];
  if (first !== undefined && first.place.line < 0) first.place = place;
}

// ---- order

/** Blocks reached by exceptions only go behind all others. */
function moveColdBlocks(entry: Block): void {
  markWarm(entry);
  const warm: Block[] = [];
  const cold: Block[] = [];
  for (let block: Block | null = entry; block !== null; block = block.next) {
    block.cold = !block.warm;
    (block.cold ? cold : warm).push(block);
  }
  if (cold.length === 0) return;
  // Handlers return to the main line without a safepoint, wherever they end up.
  for (const block of cold) {
    const last = lastOf(block);
    if (last?.op === JUMP && last.target !== null && last.target.warm) last.quiet = true;
  }
  const bridges = new Map<Block, Block>();
  for (const block of [...warm, ...cold]) {
    const { next } = block;
    if (next === null || next.cold === block.cold || !fallsThrough(block)) continue;
    const bridge = new Block();
    bridge.cold = block.cold;
    bridge.instructions.push({ op: JUMP, arg: 0, target: next, place: NOWHERE, handler: handlerAtEnd(block), quiet: true });
    bridges.set(block, bridge);
  }
  const ordered: Block[] = [];
  for (const block of [...warm, ...cold]) {
    ordered.push(block);
    const bridge = bridges.get(block);
    if (bridge !== undefined) ordered.push(bridge);
  }
  for (let index = 0; index < ordered.length; index++) ordered[index]!.next = ordered[index + 1] ?? null;
}

function handlerAtEnd(block: Block): Block | null {
  return lastOf(block)?.handler ?? null;
}

function markWarm(entry: Block): void {
  const work: Block[] = [entry];
  entry.warm = true;
  const reach = (block: Block): void => {
    if (block.warm) return;
    block.warm = true;
    work.push(block);
  };
  for (let block = work.pop(); block !== undefined; block = work.pop()) {
    for (const { op, target } of block.instructions) if (target !== null && isJump(op)) reach(target);
    if (fallsThrough(block) && block.next !== null) reach(block.next);
  }
}

// ---- stack depth

/** Depth of the operand stack at each block's start; fails where two ways into a block disagree. */
function followStack(entry: Block): number {
  let deepest = 0;
  entry.depth = 0;
  const work: Block[] = [entry];
  const reach = (block: Block, depth: number): void => {
    if (block.depth < 0) {
      block.depth = depth;
      work.push(block);
    } else assert(block.depth === depth, 'every way into a block leaves the operand stack equally deep');
  };
  for (let block = work.pop(); block !== undefined; block = work.pop()) {
    let { depth } = block;
    let ended = false;
    for (const { op, arg, target } of block.instructions) {
      if (op >= SETUP_FINALLY) {
        const pushed = op === SETUP_CLEANUP ? 2 : 1;
        const at = depth + pushed;
        if (at > deepest) deepest = at;
        if (target !== null) reach(target, at);
        continue;
      }
      if (target !== null) {
        const { pops, pushes } = stackEffect(op, arg, true);
        const at = depth - pops + pushes;
        if (at > deepest) deepest = at;
        reach(target, at);
      }
      const { pops, pushes } = stackEffect(op, arg, false);
      assert(depth >= pops, 'an instruction finds its operands on the stack');
      depth += pushes - pops;
      if (depth > deepest) deepest = depth;
      if (endsBlock(op)) {
        ended = true;
        break;
      }
    }
    if (!ended && block.next !== null) reach(block.next, depth);
  }
  return deepest;
}

// ---- tidying

function dropPseudo(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    if (block.instructions.some((instruction) => instruction.op === NOP || instruction.op >= SETUP_FINALLY)) {
      block.instructions = block.instructions.filter(({ op }) => op !== NOP && op < SETUP_FINALLY);
    }
  }
}

const REVERSED = new Map([
  [POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE],
  [POP_JUMP_IF_TRUE, POP_JUMP_IF_FALSE],
  [POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE],
  [POP_JUMP_IF_NOT_NONE, POP_JUMP_IF_NONE],
]);

/** A jump to what follows anyway goes; a conditional jump over a jump is turned round. */
function removeRedundantJumps(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = lastOf(block);
    if (last === undefined || block.next === null) continue;
    const following = nonEmpty(block.next);
    if (last.op === JUMP && nonEmpty(last.target!) === following) block.instructions.pop();
    const reversed = REVERSED.get(last.op);
    if (reversed === undefined || following.instructions.length !== 1 || following.predecessors > 1) continue;
    const jump = following.instructions[0]!;
    if (jump.op !== JUMP || following.next === null || nonEmpty(last.target!) !== nonEmpty(following.next)) continue;
    last.op = reversed;
    last.target = jump.target;
    following.instructions.pop();
  }
}

/** A conditional jump backward becomes one over a plain jump backward: every way round a loop passes a safepoint. */
function splitBackwardBranches(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) block.visited = false;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    block.visited = true;
    const last = lastOf(block);
    if (last === undefined || !isJump(last.op) || last.op === JUMP || !nonEmpty(last.target!).visited) continue;
    const reversed = REVERSED.get(last.op);
    if (reversed === undefined) continue;
    const back = new Block();
    back.instructions.push({ op: JUMP, arg: 0, target: last.target, place: last.place, handler: last.handler, quiet: false });
    back.next = block.next;
    last.op = reversed;
    last.target = block.next!;
    block.next = back;
  }
}

/** Writes the blocks' instructions one after the other, jumps as indices, backward ones as safepoints. */
export function linearize(blocks: readonly Block[]): Instruction[] {
  const all: Instruction[] = [];
  for (const block of blocks) {
    block.index = all.length;
    for (const instruction of block.instructions) all.push(instruction);
  }
  for (let index = 0; index < all.length; index++) {
    const instruction = all[index]!;
    if (instruction.target === null) continue;
    const target = nonEmpty(instruction.target).index;
    assert(target >= 0, 'a jump leads to code that is kept');
    instruction.arg = target;
    if (target > index) continue;
    if (instruction.op === JUMP && !instruction.quiet) instruction.op = JUMP_BACKWARD;
  }
  return all;
}

export { JUMP, JUMP_BACKWARD };
