/**
 * The host's stack. Recursion of a Python program through built-in code (repr, comparison, functions that built-ins call) takes a piece of it at each level; how large
 * a piece depends on what V8 has compiled by then. So levels are counted, and a thread bears as many as fit in any case: where recursion ends depends on
 * the program and the size of the stack alone.
 */
import { isMainThread, resourceLimits } from 'node:worker_threads';

/** Stack of threads that run programs, in MiB: enough for the 10,000 levels of CPython. */
export const HOST_STACK_MIB = 64;

/** V8's default for a main thread. */
const DEFAULT_KIB = 984;
/** What a level takes at most: sorted() with a key that sorts, not yet compiled, takes 4.7 KiB. */
const LEVEL_KIB = 5;

/** Levels of recursion that this thread's stack bears. */
export function hostStackLevels(): number {
  return Math.floor(stackKib() / LEVEL_KIB);
}

function stackKib(): number {
  if (!isMainThread) return (resourceLimits.stackSizeMb ?? 4) * 1024;
  const given = process.execArgv.findLast((argument) => argument.startsWith('--stack-size='));
  return given === undefined ? DEFAULT_KIB : Number(given.slice('--stack-size='.length));
}
