/** range_iterator and longrange_iterator (CPython: Objects/rangeobject.c). */
import { REP } from '../../heap/layout.ts';
import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import { intIsZero, intToBigInt, newBigInt, newInt, newInt32 } from '../objects/int.ts';
import { newRange, RANGE_ITER_BYTES, RANGE_ITER_LEFT, RANGE_ITER_NEXT, RANGE_ITER_STEP } from '../objects/range.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asBigInt } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { defineType } from '../runtime/types.ts';
import { reducedTo } from './reduction.ts';
import { iterateSelf } from './sequence-iterators.ts';

const M = WORDS;
const F64 = DOUBLES;

export function rangeIteratorNext(rt: Runtime, iterator: Address): Address {
  if (M[iterator + REP] === rt.rangeIteratorInfo.rep) {
    const left = M[iterator + RANGE_ITER_LEFT];
    if (left <= 0) return 0;
    const value = M[iterator + RANGE_ITER_NEXT];
    M[iterator + RANGE_ITER_LEFT] = left - 1;
    M[iterator + RANGE_ITER_NEXT] = value + M[iterator + RANGE_ITER_STEP];
    return newInt32(rt, value);
  }
  const left = F64[(iterator + RANGE_ITER_LEFT) >> 1];
  if (left <= 0) return 0;
  const value = F64[(iterator + RANGE_ITER_NEXT) >> 1];
  F64[(iterator + RANGE_ITER_LEFT) >> 1] = left - 1;
  F64[(iterator + RANGE_ITER_NEXT) >> 1] = value + F64[(iterator + RANGE_ITER_STEP) >> 1];
  return newInt(rt, value);
}

function longRangeNext(rt: Runtime, iterator: Address): Address {
  if (intIsZero(rt, M[iterator + RANGE_ITER_LEFT])) return 0;
  const value = M[iterator + RANGE_ITER_NEXT];
  const next = intToBigInt(rt, value) + intToBigInt(rt, M[iterator + RANGE_ITER_STEP]);
  const left = intToBigInt(rt, M[iterator + RANGE_ITER_LEFT]) - 1n;
  // The slot's reference to the value goes to the caller.
  rt.heap.store(iterator, iterator + RANGE_ITER_NEXT, newBigInt(rt, next));
  rt.replace(iterator, iterator + RANGE_ITER_LEFT, newBigInt(rt, left));
  return value;
}

function hint(left: (rt: Runtime, iterator: Address) => Address): NativeSpec {
  return {
    name: '__length_hint__',
    arity: 'none',
    fn: (rt, args) => left(rt, M[args]),
    doc: 'Private method returning an estimate of len(list(it)).',
  };
}

/** `__reduce__`: the range that is left. */
function reduce(left: (rt: Runtime, iterator: Address) => Address): NativeSpec {
  return {
    name: '__reduce__',
    arity: 'none',
    fn: (rt, args) => reducedTo(rt, 'iter', [left(rt, M[args])], rt.none),
  };
}

function rangeLeft(rt: Runtime, iterator: Address): Address {
  const narrow = M[iterator + REP] === rt.rangeIteratorInfo.rep;
  const [next, step, left] = [RANGE_ITER_NEXT, RANGE_ITER_STEP, RANGE_ITER_LEFT].map((field) =>
    narrow ? M[iterator + field] : F64[(iterator + field) >> 1]!,
  ) as [number, number, number];
  return newRange(rt, newInt(rt, next), newInt(rt, next + step * left), newInt(rt, step));
}

function longRangeLeft(rt: Runtime, iterator: Address): Address {
  const [next, step, left] = [RANGE_ITER_NEXT, RANGE_ITER_STEP, RANGE_ITER_LEFT].map((field) =>
    intToBigInt(rt, M[iterator + field]),
  ) as [bigint, bigint, bigint];
  return newRange(rt, newBigInt(rt, next), newBigInt(rt, next + step * left), newBigInt(rt, step));
}

/** `__setstate__`: goes on by so many steps, at most to the end. */
function setState(skip: (rt: Runtime, iterator: Address, steps: bigint) => void): NativeSpec {
  return {
    name: '__setstate__',
    arity: 'one',
    fn: (rt, args) => {
      const steps = asBigInt(rt, M[args + 2]);
      skip(rt, M[args], steps < 0n ? 0n : steps);
      return rt.none;
    },
    doc: 'Set state information for unpickling.',
  };
}

function skipRange(rt: Runtime, iterator: Address, steps: bigint): void {
  const narrow = M[iterator + REP] === rt.rangeIteratorInfo.rep;
  const words = narrow ? M : F64;
  const at = (field: number): number => (narrow ? iterator + field : (iterator + field) >> 1);
  const left = words[at(RANGE_ITER_LEFT)]!;
  const skipped = Math.min(Number(steps), left);
  words[at(RANGE_ITER_LEFT)] = left - skipped;
  words[at(RANGE_ITER_NEXT)]! += skipped * words[at(RANGE_ITER_STEP)]!;
}

function skipLongRange(rt: Runtime, iterator: Address, steps: bigint): void {
  const [next, step, left] = [RANGE_ITER_NEXT, RANGE_ITER_STEP, RANGE_ITER_LEFT].map((field) =>
    intToBigInt(rt, M[iterator + field]),
  ) as [bigint, bigint, bigint];
  const skipped = steps < left ? steps : left;
  rt.replace(iterator, iterator + RANGE_ITER_NEXT, newBigInt(rt, next + skipped * step));
  rt.replace(iterator, iterator + RANGE_ITER_LEFT, newBigInt(rt, left - skipped));
}

export function defineRangeIterators(rt: Runtime): void {
  const shared = {
    kind: 'record',
    basicBytes: RANGE_ITER_BYTES,
    collectable: false,
    baseType: false,
    abstract: true,
    iter: iterateSelf,
  } as const;
  rt.rangeIteratorInfo = defineType(rt, {
    ...shared,
    name: 'range_iterator',
    fields: 0,
    next: rangeIteratorNext,
    methods: [
      hint((runtime, iterator) =>
        newInt(
          runtime,
          M[iterator + REP] === runtime.rangeIteratorInfo.rep
            ? M[iterator + RANGE_ITER_LEFT]
            : F64[(iterator + RANGE_ITER_LEFT) >> 1],
        ),
      ),
      reduce(rangeLeft),
      setState(skipRange),
    ],
  });
  rt.longRangeIteratorInfo = defineType(rt, {
    ...shared,
    name: 'longrange_iterator',
    fields: 3,
    next: longRangeNext,
    methods: [
      hint((runtime, iterator) => runtime.retain(M[iterator + RANGE_ITER_LEFT])),
      reduce(longRangeLeft),
      setState(skipLongRange),
    ],
  });
}
