/** slice objects (CPython: PySliceObject, 40 bytes): words 4, 6, 8 step, start, stop, the order in which they die. */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { KIND } from './kinds.ts';

const M = WORDS;

export const SLICE_STEP = 4;
export const SLICE_START = 6;
export const SLICE_STOP = 8;
export const SLICE_BYTES = 40;
/** Of the free lists: CPython keeps one dead slice. */
export const SLICE_FREE_LIST = 24;

/** slice(start, stop, step) of owned references. */
export function newSlice(rt: Runtime, start: Address, stop: Address, step: Address): Address {
  const info = rt.sliceInfo;
  const slice = rt.newCollectable(info, info.rep, SLICE_BYTES, 0, SLICE_FREE_LIST);
  M[slice + SLICE_START] = start;
  M[slice + SLICE_START + 1] = 0;
  M[slice + SLICE_STOP] = stop;
  M[slice + SLICE_STOP + 1] = 0;
  M[slice + SLICE_STEP] = step;
  M[slice + SLICE_STEP + 1] = 0;
  rt.heap.track(slice);
  return slice;
}

export function isSlice(_rt: Runtime, object: Address): boolean {
  return (M[object + REP] & 0xff) === KIND.slice;
}
