import { OP } from './opcodes.ts';

/**
 * Fewer SWAPs: a run of them is a permutation, which its cycles give in the least number; and a SWAP before plain stores to
 * locals need not run at all when the stores change places instead (the two passes of CPython's flowgraph.c).
 */

interface Step {
  op: number;
  arg: number;
  readonly place: { readonly line: number };
}

const NOP = OP['NOP']!;
const SWAP = OP['SWAP']!;
const STORE_FAST = OP['STORE_FAST']!;
const POP_TOP = OP['POP_TOP']!;

/** Works on the instructions of one block, in place; what is not needed becomes a NOP. */
export function tidySwaps(steps: Step[]): void {
  for (let index = 0; index < steps.length; index++) {
    if (steps[index]!.op !== SWAP) continue;
    let end = index + 1;
    while (end < steps.length && (steps[end]!.op === SWAP || steps[end]!.op === NOP)) end++;
    shortenRun(steps, index, end);
    exchangeStores(steps, end - 1);
    index = end - 1;
  }
}

/** Replaces the SWAPs of steps[start, end) by as few as have the same effect, at the end of the run. */
function shortenRun(steps: Step[], start: number, end: number): void {
  const run = steps.slice(start, end).filter((step) => step.op === SWAP);
  if (run.length < 2) return;
  // order[i]: which of the original values, counted from the top, ends up at depth i.
  const order = Array.from({ length: Math.max(...run.map((step) => step.arg)) }, (_, depth) => depth);
  for (const { arg } of run) {
    const top = order[0]!;
    order[0] = order[arg - 1]!;
    order[arg - 1] = top;
  }
  // Undoing the permutation goes along its cycles, each by way of the top; the swaps of that, backwards, make it.
  const undo: number[] = [];
  const done = new Set<number>();
  for (let depth = 0; depth < order.length; depth++) {
    if (order[depth] === depth || done.has(depth)) continue;
    for (let at = depth; ; at = order[at]!) {
      if (at !== 0) undo.push(at + 1);
      if (done.has(at)) break;
      done.add(at);
    }
  }
  let free = end - 1;
  for (const arg of undo) {
    steps[free]!.op = SWAP;
    steps[free]!.arg = arg;
    free--;
  }
  for (; free >= start; free--) {
    steps[free]!.op = NOP;
    steps[free]!.arg = 0;
  }
}

/** From the last SWAP of a run leftward: as long as the stores behind can change places for it. */
function exchangeStores(steps: Step[], last: number): void {
  for (let index = last; index >= 0; index--) {
    const swap = steps[index]!;
    if (swap.op !== SWAP) {
      if (swap.op === NOP || isStore(swap)) continue;
      return;
    }
    const first = nextStore(steps, index, null);
    if (first < 0) return;
    let second = first;
    for (let count = swap.arg - 1; count > 0 && second >= 0; count--) {
      second = nextStore(steps, second, steps[first]!.place.line);
    }
    if (second < 0 || !mayExchange(steps, first, second)) return;
    swap.op = NOP;
    swap.arg = 0;
    const moved = steps[first]!;
    steps[first] = steps[second]!;
    steps[second] = moved;
  }
}

function isStore(step: Step): boolean {
  return step.op === STORE_FAST || step.op === POP_TOP;
}

/** Index of the next store or pop behind `index`, nothing but NOPs between, on `line` if one is given; -1: there is none. */
function nextStore(steps: readonly Step[], index: number, line: number | null): number {
  for (let at = index + 1; at < steps.length; at++) {
    const step = steps[at]!;
    if (line !== null && line >= 0 && step.place.line !== line) return -1;
    if (step.op === NOP) continue;
    return isStore(step) ? at : -1;
  }
  return -1;
}

/** Two stores may change places unless they, or one between them, store to the same local. */
function mayExchange(steps: readonly Step[], first: number, second: number): boolean {
  const target = (index: number): number => (steps[index]!.op === STORE_FAST ? steps[index]!.arg : -1);
  const one = target(first);
  const other = target(second);
  if (one < 0 && other < 0) return true;
  if (one === other) return false;
  for (let index = first + 1; index < second; index++) {
    const between = target(index);
    if (between >= 0 && (between === one || between === other)) return false;
  }
  return true;
}
