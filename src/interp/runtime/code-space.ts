/**
 * Where instructions lie, host side: one array for all code objects of the thread's machine, and one of inline caches, four words an instruction.
 * Both have a fixed address, so that the run loop reads them without looking it up (heap/memory.ts says why).
 *
 * ```
 *  word 0: the instruction that loads a frame's registers   |  code of one object  |  free  |  code of another  | never used ...
 * ```
 */
import { LabBug } from '../../base/errors.ts';
import { fixedWords } from '../../heap/memory.ts';

/** Instructions that fit. */
const SPACE_WORDS = 1 << 22;
/** Words of inline cache an instruction has. */
export const CACHE_WORDS = 4;
/** The opcode, found at word 0 alone, that loads the registers of the topmost frame. */
const LOAD_REGISTERS = 255;

/** Instructions: opcode in the low 8 bits, argument above. */
export const CODE: Int32Array = new Int32Array(SPACE_WORDS);
/** Inline caches: CACHE_WORDS words for the instruction with the same index. */
export const CACHE: Int32Array = new Int32Array(SPACE_WORDS * CACHE_WORDS);

/** Of an instruction at which a block of its code's translation begins: the block's number, 1 and up; else 0. */
export const BLOCKS: Int32Array = new Int32Array(SPACE_WORDS);
/** [how often a collection has moved objects in the thread's machine] */
export const MOVES: Int32Array = fixedWords(1);

/** [bytecodes since the last poll of the run loop that is on top] */
export const STEPS: Int32Array = fixedWords(1);

/** [translated functions on the host's stack, each called by the one before] */
export const NESTED: Int32Array = fixedWords(1);

/** Bytecodes between two looks at limits and samples. */
export const POLL_EVERY = 8192;

let top = 1;
/** Starts of free runs by their length. */
const free = new Map<number, number[]>();

/** Empties the space for a fresh machine. */
export function resetCodeSpace(): void {
  CODE[0] = LOAD_REGISTERS;
  CACHE.fill(0, 0, top * CACHE_WORDS);
  BLOCKS.fill(0, 0, top);
  top = 1;
  free.clear();
}

/** Remembers the space as it is; what it returns puts it back. */
export function rememberCodeSpace(): () => void {
  const used = top;
  const code = CODE.slice(0, used);
  const caches = CACHE.slice(0, used * CACHE_WORDS);
  const blocks = BLOCKS.slice(0, used);
  const runs = [...free].map(([length, starts]) => [length, [...starts]] as const);
  return () => {
    CACHE.fill(0, used * CACHE_WORDS, Math.max(top, used) * CACHE_WORDS);
    BLOCKS.fill(0, used, Math.max(top, used));
    CODE.set(code);
    CACHE.set(caches);
    BLOCKS.set(blocks);
    top = used;
    free.clear();
    for (const [length, starts] of runs) free.set(length, [...starts]);
  };
}

/** Puts instructions in; returns the index of the first. Throws a LabBug when the space is full. */
export function installCode(instructions: Int32Array): number {
  const { length } = instructions;
  let start = free.get(length)?.pop();
  if (start === undefined) {
    if (top + length > SPACE_WORDS) throw new LabBug(`more than ${SPACE_WORDS} instructions in live code objects`);
    start = top;
    top += length;
  }
  CODE.set(instructions, start);
  CACHE.fill(0, start * CACHE_WORDS, (start + length) * CACHE_WORDS);
  BLOCKS.fill(0, start, start + length);
  return start;
}

/** Gives the place of a dead code object back. */
export function removeCode(start: number, length: number): void {
  const starts = free.get(length);
  if (starts === undefined) free.set(length, [start]);
  else starts.push(start);
}

/** Forgets every inline cache. */
export function clearCaches(): void {
  CACHE.fill(0, 0, top * CACHE_WORDS);
}
