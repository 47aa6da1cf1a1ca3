/**
 * Ranges and their iterators. None is collectable: they hold only ints, and CPython does not track them.
 *
 * ```
 *  range                word 4 start; 6 stop; 8 step; 10 length: int objects of any size                   48 bytes
 *  range_iterator       rep = info.rep:          word 4 next value; 6 step; 8 values left: int32           40 bytes
 *                       rep = wideRangeRep(rt):  the same three as doubles, exact to 2^53
 *  longrange_iterator   word 4 next value; 6 step; 8 values left: int objects                              40 bytes
 * ```
 * In the int32 form the value after the last one fits an int32 too, so the hot loop may add without a check.
 */
import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { intToBigInt, intToSafeNumber, newBigInt, newInt } from './int.ts';
import { KIND } from './kinds.ts';

const M = WORDS;
const F64 = DOUBLES;

export const RANGE_START = 4;
export const RANGE_STOP = 6;
export const RANGE_STEP = 8;
export const RANGE_LENGTH = 10;
export const RANGE_BYTES = 48;

export const RANGE_ITER_NEXT = 4;
export const RANGE_ITER_STEP = 6;
export const RANGE_ITER_LEFT = 8;
export const RANGE_ITER_BYTES = 40;

/** Representation word of a range_iterator that counts in doubles. */
export function wideRangeRep(rt: Runtime): number {
  return (rt.rangeIteratorInfo.rep & ~0xff) | KIND.opaque;
}

/** A range that takes over its four ints; `length` must be right for the others. */
export function newRangeObject(rt: Runtime, start: Address, stop: Address, step: Address, length: Address): Address {
  const info = rt.rangeInfo;
  let range: Address;
  try {
    range = rt.newPlain(info, info.rep, RANGE_BYTES);
  } catch (thrown) {
    rt.releaseAll([start, stop, step, length]);
    throw thrown;
  }
  M[range + RANGE_START] = start;
  M[range + RANGE_START + 1] = 0;
  M[range + RANGE_STOP] = stop;
  M[range + RANGE_STOP + 1] = 0;
  M[range + RANGE_STEP] = step;
  M[range + RANGE_STEP + 1] = 0;
  M[range + RANGE_LENGTH] = length;
  M[range + RANGE_LENGTH + 1] = 0;
  return range;
}

/** len(range(start, stop, step)) for safe integers, step not 0. */
export function rangeLength(start: number, stop: number, step: number): number {
  if (step > 0) return start < stop ? Math.floor((stop - start - 1) / step) + 1 : 0;
  return start > stop ? Math.floor((start - stop - 1) / -step) + 1 : 0;
}

export function bigRangeLength(start: bigint, stop: bigint, step: bigint): bigint {
  if (step > 0n) return start < stop ? (stop - start - 1n) / step + 1n : 0n;
  return start > stop ? (start - stop - 1n) / -step + 1n : 0n;
}

/** A range from three ints it takes over; step is not 0. */
export function newRange(rt: Runtime, start: Address, stop: Address, step: Address): Address {
  const a = intToSafeNumber(rt, start);
  const b = intToSafeNumber(rt, stop);
  const c = intToSafeNumber(rt, step);
  const first = rt.push(start);
  rt.push(stop);
  rt.push(step);
  const length =
    Math.abs(a) < 0x8000000000000 && Math.abs(b) < 0x8000000000000 && !Number.isNaN(c)
      ? newInt(rt, rangeLength(a, b, c))
      : newBigInt(rt, bigRangeLength(intToBigInt(rt, start), intToBigInt(rt, stop), intToBigInt(rt, step)));
  rt.sp = first;
  return newRangeObject(rt, start, stop, step, length);
}

/** An iterator over `count` values from `start` by `step`, all safe integers and so is the value after the last. */
export function newRangeIterator(rt: Runtime, start: number, step: number, count: number): Address {
  const info = rt.rangeIteratorInfo;
  const end = start + step * count;
  const narrow = (start | 0) === start && (end | 0) === end && (step | 0) === step && (count | 0) === count;
  const iterator = rt.newPlain(info, narrow ? info.rep : wideRangeRep(rt), RANGE_ITER_BYTES);
  if (narrow) {
    M[iterator + RANGE_ITER_NEXT] = start;
    M[iterator + RANGE_ITER_NEXT + 1] = 0;
    M[iterator + RANGE_ITER_STEP] = step;
    M[iterator + RANGE_ITER_STEP + 1] = 0;
    M[iterator + RANGE_ITER_LEFT] = count;
    M[iterator + RANGE_ITER_LEFT + 1] = 0;
  } else {
    F64[(iterator + RANGE_ITER_NEXT) >> 1] = start;
    F64[(iterator + RANGE_ITER_STEP) >> 1] = step;
    F64[(iterator + RANGE_ITER_LEFT) >> 1] = count;
  }
  return iterator;
}

/** As newRangeIterator for values of any size. */
export function newBigRangeIterator(rt: Runtime, start: bigint, step: bigint, count: bigint): Address {
  const info = rt.longRangeIteratorInfo;
  const first = rt.push(newBigInt(rt, start));
  rt.push(newBigInt(rt, step));
  rt.push(newBigInt(rt, count));
  const iterator = rt.newPlain(info, info.rep, RANGE_ITER_BYTES);
  for (const [index, word] of [RANGE_ITER_NEXT, RANGE_ITER_STEP, RANGE_ITER_LEFT].entries()) {
    M[iterator + word] = M[first + 2 * index];
    M[iterator + word + 1] = 0;
  }
  rt.sp = first;
  return iterator;
}
