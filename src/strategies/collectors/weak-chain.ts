/**
 * The chain of weak references to one object: from the referent's weak-list slot, newest first, through WEAK_NEXT.
 *
 * Source: CPython Objects/weakrefobject.c.
 */
import { assert } from '../../base/assert.ts';
import { WEAK_CALLBACK, WEAK_NEXT, WEAK_PREV, WEAK_REFERENT } from '../../heap/layout.ts';
import type { Address } from '../../heap/memory.ts';
import type { ObjectModel } from '../../heap/object-model.ts';

/** Takes `weakref` out of its referent's chain and makes it dead. Its callback stays in it. */
export function clearWeakref(W: Int32Array, model: ObjectModel, weakref: Address): void {
  const referent = W[weakref + WEAK_REFERENT];
  if (referent === 0) return;
  const next = W[weakref + WEAK_NEXT];
  const previous = W[weakref + WEAK_PREV];
  if (next !== 0) W[next + WEAK_PREV] = previous;
  if (previous !== 0) W[previous + WEAK_NEXT] = next;
  else W[model.weakListSlot(referent)] = next;
  W[weakref + WEAK_REFERENT] = 0;
  W[weakref + WEAK_NEXT] = 0;
  W[weakref + WEAK_PREV] = 0;
}

/** Makes every weak reference of the chain dead, newest first; pushes those with a callback on `withCallback`. Returns how many there were. */
export function clearChain(W: Int32Array, slot: Address, withCallback: Address[]): number {
  let cleared = 0;
  let weakref = W[slot];
  W[slot] = 0;
  while (weakref !== 0) {
    // What lies outside the memory reads as undefined, and would be followed for ever.
    assert(weakref > 0, 'a chain of weak references stays in the memory');
    const next = W[weakref + WEAK_NEXT];
    W[weakref + WEAK_REFERENT] = 0;
    W[weakref + WEAK_NEXT] = 0;
    W[weakref + WEAK_PREV] = 0;
    if (W[weakref + WEAK_CALLBACK] !== 0) withCallback.push(weakref);
    cleared++;
    weakref = next;
  }
  return cleared;
}
