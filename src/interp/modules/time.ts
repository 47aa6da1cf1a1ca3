/**
 * The module time, on a virtual clock: sleep() moves it on at once, every bytecode and every look at a clock by a little. The same program reads the same
 * times in every run. The calendar is in py/time.py.
 */
import { WORDS } from '../../heap/memory.ts';
import { isFloat, newFloat } from '../objects/float.ts';
import { newBigInt } from '../objects/int.ts';
import { raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asDouble } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { ModuleSpec } from './module-spec.ts';
import { pythonSource } from './python-sources.ts';

const M = WORDS;

/** Moment at which every program starts: 1 January 2024, 00:00 UTC. */
export const EPOCH_SECONDS = 1_704_067_200;

const SECONDS_A_BYTECODE = 20e-9;
const SECONDS_A_LOOK = 100e-9;

/** Seconds since the program's start by the virtual clock, which moves on a little. */
export function virtualClock(rt: Runtime): number {
  rt.virtualSeconds += SECONDS_A_LOOK;
  return rt.virtualSeconds + rt.steps * SECONDS_A_BYTECODE;
}

function clock(name: string, offset: number): NativeSpec[] {
  return [
    { name, arity: 'none', fn: (rt) => newFloat(rt, offset + virtualClock(rt)) },
    {
      name: `${name}_ns`,
      arity: 'none',
      fn: (rt) => newBigInt(rt, BigInt(offset) * 1_000_000_000n + BigInt(Math.floor(virtualClock(rt) * 1e9))),
    },
  ];
}

const sleep: NativeSpec = {
  name: 'sleep',
  arity: 'one',
  fn: (rt, args) => {
    const given = M[args];
    const info = rt.typeOf(given);
    if (!isFloat(rt, given) && info.index === null)
      raiseTypeError(rt, `'${info.name}' object cannot be interpreted as an integer`);
    const seconds = asDouble(rt, given);
    if (Number.isNaN(seconds)) raiseValueError(rt, 'Invalid value NaN (not a number)');
    if (seconds < 0) raiseValueError(rt, 'sleep length must be non-negative');
    rt.virtualSeconds += seconds;
    return rt.none;
  },
};

export const timeModule: ModuleSpec = {
  name: 'time',
  doc: 'This module provides various functions to manipulate time values.',
  functions: [
    sleep,
    ...clock('time', EPOCH_SECONDS),
    ...clock('monotonic', 1000),
    ...clock('perf_counter', 1000),
    ...clock('process_time', 0),
    ...clock('thread_time', 0),
  ],
  get python() {
    return pythonSource('time');
  },
};
