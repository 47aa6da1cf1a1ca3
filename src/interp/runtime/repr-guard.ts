/** Keeps repr() of a container that contains itself from running for ever (CPython: Py_ReprEnter, Py_ReprLeave). */
import type { Address } from '../../heap/memory.ts';
import { newStr } from '../objects/str.ts';
import type { Runtime } from './runtime.ts';

/**
 * Runs `work` unless the repr of `object` is already under way: then the result is the text `again` ('[...]'). Nothing moves meanwhile. Owned.
 */
export function guardRepr(rt: Runtime, object: Address, again: string, work: () => Address): Address {
  const stack = rt.reprStack;
  if (stack.includes(object)) return newStr(rt, again);
  stack.push(object);
  rt.pinned++;
  try {
    const result = work();
    rt.pinned--;
    return result;
  } finally {
    stack.pop();
  }
}
