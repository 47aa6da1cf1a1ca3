/** The type slice (CPython: Objects/sliceobject.c). */
import { type Address, WORDS } from '../../heap/memory.ts';
import { newBigInt } from '../objects/int.ts';
import { newTuple } from '../objects/sequence.ts';
import { isSlice, newSlice, SLICE_BYTES, SLICE_START, SLICE_STEP, SLICE_STOP } from '../objects/slice.ts';
import { newStr } from '../objects/str.ts';
import { raiseValueError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asBigInt, compare, reprText } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { LaneHash } from '../runtime/tuple-hash.ts';
import { EQ, NE } from '../runtime/type-info.ts';
import { defineType } from '../runtime/types.ts';
import { checkPositional, itemsEqual } from './sequence-methods.ts';

const M = WORDS;

const PARTS = [SLICE_START, SLICE_STOP, SLICE_STEP] as const;
const WHAT = 'slice indices must be integers or None or have an __index__ method';

function construct(rt: Runtime, _type: Address, args: Address, count: number, kwnames: Address): Address {
  checkPositional(rt, 'slice', count, kwnames, 1, 3);
  const first = rt.retain(M[args]);
  if (count === 1) return newSlice(rt, rt.none, first, rt.none);
  return newSlice(rt, first, rt.retain(M[args + 2]), count === 3 ? rt.retain(M[args + 4]) : rt.none);
}

function sliceRepr(rt: Runtime, slice: Address): Address {
  rt.pinned++;
  const texts = PARTS.map((part) => reprText(rt, M[slice + part]));
  rt.pinned--;
  return newStr(rt, `slice(${texts.join(', ')})`);
}

/** Slices compare as the tuples of their parts would. */
function sliceCompare(rt: Runtime, left: Address, right: Address, op: number): Address {
  if (!isSlice(rt, left) || !isSlice(rt, right)) return rt.notImplemented;
  if (left === right) return rt.bool(op === 1 || op === EQ || op === 5);
  rt.pinned++;
  let result = rt.bool(op === 1 || op === EQ || op === 5);
  for (const part of PARTS) {
    if (itemsEqual(rt, M[left + part], M[right + part])) continue;
    result = op === EQ ? rt.false : op === NE ? rt.true : compare(rt, M[left + part], M[right + part], op);
    break;
  }
  rt.pinned--;
  return result;
}

function sliceHash(rt: Runtime, slice: Address): void {
  const hash = new LaneHash();
  rt.pinned++;
  for (const part of PARTS) {
    rt.hashOf(rt, M[slice + part]);
    hash.add(rt.hashLow, rt.hashHigh);
  }
  rt.pinned--;
  hash.finish();
  rt.hashLow = hash.low;
  rt.hashHigh = hash.high;
}

/** slice(start, stop, step).indices(size) in integers of any size (_PySlice_GetLongIndices). */
export function sliceIndices(rt: Runtime, slice: Address, size: bigint): [bigint, bigint, bigint] {
  const by = M[slice + SLICE_STEP] === rt.none ? 1n : asBigInt(rt, M[slice + SLICE_STEP], WHAT);
  if (by === 0n) raiseValueError(rt, 'slice step cannot be zero');
  const low = by < 0n ? -1n : 0n;
  const high = by < 0n ? size - 1n : size;
  const clip = (part: Address, otherwise: bigint): bigint => {
    if (part === rt.none) return otherwise;
    const value = asBigInt(rt, part, WHAT);
    if (value < 0n) return value + size < low ? low : value + size;
    return value > high ? high : value;
  };
  const start = clip(M[slice + SLICE_START], by < 0n ? high : low);
  return [start, clip(M[slice + SLICE_STOP], by < 0n ? low : high), by];
}

const METHODS: readonly NativeSpec[] = [
  {
    name: 'indices',
    arity: 'one',
    fn: (rt, args) => {
      const size = asBigInt(rt, M[args + 2]);
      if (size < 0n) raiseValueError(rt, 'length should not be negative');
      return newTuple(
        rt,
        sliceIndices(rt, M[args], size).map((value) => newBigInt(rt, value)),
      );
    },
    doc: 'S.indices(len) -> (start, stop, stride)\n\nAssuming a sequence of length len, calculate the start and stop\nindices, and the stride length of the extended slice described by\nS. Out of bounds indices are clipped in a manner consistent with the\nhandling of normal slices.',
  },
  {
    name: '__reduce__',
    arity: 'none',
    fn: (rt, args) => {
      const slice = M[args];
      const parts = newTuple(
        rt,
        PARTS.map((part) => rt.retain(M[slice + part])),
      );
      return newTuple(rt, [rt.retain(rt.sliceInfo.address), parts]);
    },
  },
];

export function defineSliceType(rt: Runtime): void {
  const part = (name: string, offset: number) => ({
    name,
    get: (runtime: Runtime, self: Address): Address => runtime.retain(M[self + offset]),
    member: true,
  });
  rt.sliceInfo = defineType(rt, {
    name: 'slice',
    kind: 'slice',
    basicBytes: SLICE_BYTES,
    collectable: true,
    baseType: false,
    doc: 'slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).',
    new: construct,
    repr: sliceRepr,
    compare: sliceCompare,
    hash: sliceHash,
    methods: METHODS,
    getset: [part('start', SLICE_START), part('stop', SLICE_STOP), part('step', SLICE_STEP)],
  });
}
