/** Which objects a container is tracked for (CPython: _PyObject_GC_MAY_BE_TRACKED). */
import { FLAG_COLLECTABLE, FLAG_TRACKED, FLAGS, REP } from '../heap/layout.ts';
import { type Address, WORDS } from '../heap/memory.ts';
import { KIND } from './objects/kinds.ts';
import type { Runtime } from './runtime/runtime.ts';
import { isHeapType } from './sizes.ts';

const M = WORDS;

/** Collectable, no tuple that is untracked, and no static type, which has no collector's header in CPython. */
export function mayBeTracked(rt: Runtime, object: Address): boolean {
  if (object === 0) return false;
  const flags = M[object + FLAGS];
  if ((flags & FLAG_COLLECTABLE) === 0) return false;
  const rep = M[object + REP];
  if (rep === rt.tupleInfo.rep) return (flags & FLAG_TRACKED) !== 0;
  return object >= rt.memory.heapStart || (rep & 0xff) !== KIND.type || isHeapType(rt.infoOfType(object));
}
