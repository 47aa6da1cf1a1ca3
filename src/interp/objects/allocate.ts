/** Blocks for instances of a built-in layout, exact or derived. */
import { type Address, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { REP_FLAG_GC, REP_FLAG_PREHEADER } from './kinds.ts';

const M = WORDS;

/**
 * A block of `bytes` bytes (fixed part, items and `__slots__` included) for an instance of `info`, header written, all words after it zero. Collectable
 * objects are not tracked yet: the caller fills the fields and calls rt.heap.track when `isTracked`.
 */
export function newInstanceOf(rt: Runtime, info: TypeInfo, bytes: number, rep = info.rep): Address {
  const collectable = (rep & REP_FLAG_GC) !== 0;
  const object = collectable
    ? rt.newCollectable(info, rep, bytes, (rep & REP_FLAG_PREHEADER) !== 0 ? 16 : 0)
    : rt.newPlain(info, rep, bytes);
  for (let word = object + 4, end = object + (bytes >> 2); word < end; word++) M[word] = 0;
  if (collectable && info.hasDel) rt.heap.registerFinalizable(object);
  return object;
}

/** Tracks an instance made by newInstanceOf if its class is collectable. */
export function trackInstance(rt: Runtime, info: TypeInfo, object: Address): void {
  if ((info.rep & REP_FLAG_GC) !== 0) rt.heap.track(object);
}
