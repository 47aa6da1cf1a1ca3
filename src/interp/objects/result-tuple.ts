/**
 * The tuple that an iterator gave last, filled again when nobody else holds it any more, as CPython does: so a loop over enumerate(), zip() or a dict's items makes one tuple in all,
 * and the items of a round live until the next one (Objects/enumobject.c enum_next, Python/bltinmodule.c zip_next, Objects/dictobject.c dictiter_iternextitem).
 * Only where counts say who holds it.
 */
import { FLAG_TRACKED, FLAGS } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { newTupleFromStack, TUPLE_ITEMS } from './sequence.ts';

const M = WORDS;

/** Is the iterator's own reference the only one to its last result? */
export function isResultFree(rt: Runtime, result: Address): boolean {
  return M[result] === 1 && rt.heap.capabilities.refcount === 'eager';
}

/** Puts `value`, owned, in place of item `index` of a result that is used again. The old item dies while `value` lies in the tuple. */
export function replaceItem(rt: Runtime, result: Address, index: number, value: Address): void {
  const slot = result + TUPLE_ITEMS + 2 * index;
  const old = M[slot];
  rt.heap.store(result, slot, value);
  rt.heap.release(old);
}

/** A collection may have untracked the tuple for what was in it then. */
export function trackAgain(rt: Runtime, result: Address): void {
  if ((M[result + FLAGS] & FLAG_TRACKED) === 0) rt.heap.track(result);
}

/** The pair of the two references on top of the stack, which it takes over: `result` again, if it is free, or a new one. Owned. */
export function pairFromStack(rt: Runtime, result: Address): Address {
  const first = rt.sp - 4;
  if (!isResultFree(rt, result)) {
    const pair = newTupleFromStack(rt, first, 2);
    rt.sp = first;
    return pair;
  }
  const left = M[result + TUPLE_ITEMS];
  const right = M[result + TUPLE_ITEMS + 2];
  rt.heap.store(result, result + TUPLE_ITEMS, M[first]);
  rt.heap.store(result, result + TUPLE_ITEMS + 2, M[first + 2]);
  // What was in it dies from the stack, the left one first; the pair keeps a slot of its own meanwhile.
  M[first] = rt.retain(result);
  M[first + 2] = left;
  rt.push(right);
  rt.drop(2);
  trackAgain(rt, result);
  rt.sp = first;
  return result;
}
