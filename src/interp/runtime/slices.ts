/** Indices and slices as sequences understand them (CPython: PySlice_Unpack, PySlice_AdjustIndices, Objects/sliceobject.c). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { INT_VALUE, isInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { SLICE_START, SLICE_STEP, SLICE_STOP } from '../objects/slice.ts';
import { raise, raiseTypeError, raiseValueError } from './exceptions.ts';
import { asBigInt, asIndex, asSize } from './operators.ts';
import type { Runtime } from './runtime.ts';

const M = WORDS;

const K_INT = KIND.int;
const MOST = Number.MAX_SAFE_INTEGER;
const WHAT = 'slice indices must be integers or None or have an __index__ method';

/** A slice clipped to a sequence: `count` items from `start`, `step` apart. `stop` as PySlice_AdjustIndices leaves it. */
export interface SliceRange {
  start: number;
  stop: number;
  step: number;
  count: number;
}

/** The parts of a slice as numbers, not yet clipped. May run Python (`__index__`). */
export function unpackSlice(rt: Runtime, slice: Address): SliceRange {
  return unpackParts(rt, M[slice + SLICE_START], M[slice + SLICE_STOP], M[slice + SLICE_STEP]);
}

/** As unpackSlice for parts that the caller keeps alive. */
export function unpackParts(rt: Runtime, start: Address, stop: Address, step: Address): SliceRange {
  const by = step === rt.none ? 1 : part(rt, step);
  if (by === 0) raiseValueError(rt, 'slice step cannot be zero');
  const from = start === rt.none ? (by < 0 ? MOST : 0) : part(rt, start);
  const to = stop === rt.none ? (by < 0 ? -MOST : MOST) : part(rt, stop);
  return { start: from, stop: to, step: by, count: 0 };
}

function part(rt: Runtime, object: Address): number {
  if ((M[object + REP] & 0xff) === K_INT) return M[object + INT_VALUE];
  rt.pinned++;
  const value = asIndex(rt, object, WHAT);
  rt.pinned--;
  return value;
}

/** Clips an unpacked slice to `size` items, in place, and counts. */
export function adjustSlice(slice: SliceRange, size: number): SliceRange {
  const { step } = slice;
  const low = step < 0 ? -1 : 0;
  const high = step < 0 ? size - 1 : size;
  let { start, stop } = slice;
  if (start < 0) start = Math.max(start + size, low);
  else if (start > high) start = high;
  if (stop < 0) stop = Math.max(stop + size, low);
  else if (stop > high) stop = high;
  slice.start = start;
  slice.stop = stop;
  if (step < 0) slice.count = stop < start ? Math.floor((start - stop - 1) / -step) + 1 : 0;
  else slice.count = start < stop ? Math.floor((stop - start - 1) / step) + 1 : 0;
  return slice;
}

/** A subscript as a number, not clipped. Raises IndexError beyond a C ssize_t. May run Python. */
export function sequenceIndex(rt: Runtime, key: Address, typeName: string): number {
  const kind = M[key + REP] & 0xff;
  if (kind === K_INT) return M[key + INT_VALUE];
  if (!isInt(rt, key) && rt.typeOf(key).index === null) {
    raiseTypeError(rt, `${typeName} indices must be integers or slices, not ${rt.typeOf(key).name}`);
  }
  rt.pinned++;
  const value = asSize(rt, key, 'IndexError');
  rt.pinned--;
  return value;
}

/** How often `sequence * count` repeats it: 0 for negative counts. Raises TypeError and OverflowError with CPython's words. */
export function repeatCount(rt: Runtime, count: Address): number {
  if (!isInt(rt, count) && rt.typeOf(count).index === null) {
    raiseTypeError(rt, `can't multiply sequence by non-int of type '${rt.typeOf(count).name}'`);
  }
  rt.pinned++;
  const times = asIndex(rt, count);
  if (Math.abs(times) >= MOST) {
    const big = asBigInt(rt, count);
    if (big > 0x7fffffffffffffffn || big < -0x8000000000000000n) {
      raise(rt, 'OverflowError', `cannot fit '${rt.typeOf(count).name}' into an index-sized integer`);
    }
  }
  rt.pinned--;
  return times < 0 ? 0 : times;
}

/** An optional start or stop argument of index(): clipped as a slice bound, never None. */
export function searchBound(rt: Runtime, object: Address, size: number): number {
  const value = asIndex(rt, object, 'slice indices must be integers or have an __index__ method');
  return value < 0 ? Math.max(0, value + size) : value;
}
