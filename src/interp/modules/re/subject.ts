/** What regular expressions are matched against: str and bytes-like objects as arrays of characters, and pieces cut from them. */
import { REP } from '../../../heap/layout.ts';
import type { Address } from '../../../heap/memory.ts';
import { bytesData, bytesLength, newBytes } from '../../objects/bytes.ts';
import { KIND } from '../../objects/kinds.ts';
import { isStr, strData, strLength, strSlice, strWidth } from '../../objects/str.ts';
import { raiseTypeError } from '../../runtime/exceptions.ts';
import { type Runtime, StepLimit } from '../../runtime/runtime.ts';
import type { TypeInfo } from '../../runtime/type-info.ts';
import { type CharSource, Matcher } from './matcher.ts';
import type { Program } from './program.ts';

export interface CompiledPattern {
  readonly program: Program;
  readonly names: ReadonlyMap<string, number>;
  readonly isText: boolean;
}

/** The host side of the module in one machine: programs by number and scratch memory; no Python values but one root. */
export interface ReState {
  readonly wide: Uint16Array;
  readonly matcher: Matcher;
  readonly programs: CompiledPattern[];
  readonly numbers: Map<string, number>;
  /** Root slot of the class re.PatternError. */
  errorRoot: Address;
  pattern: TypeInfo | null;
  match: TypeInfo | null;
  iterator: TypeInfo | null;
  scanner: TypeInfo | null;
}

/** Bytecodes that so much backtracking counts for. */
const STEPS_A_BYTECODE = 4;

const states = new WeakMap<Runtime, ReState>();

export function stateOf(rt: Runtime): ReState {
  let state = states.get(rt);
  if (state === undefined) {
    const { buffer } = rt.memory;
    state = {
      wide: new Uint16Array(buffer, 0, buffer.byteLength >> 1),
      matcher: new Matcher({
        take: (steps) => {
          rt.steps += Math.ceil(steps / STEPS_A_BYTECODE);
          if (rt.steps > rt.limits.stepLimit) throw new StepLimit('step limit reached in a regular expression');
        },
      }),
      programs: [],
      numbers: new Map(),
      errorRoot: 0,
      pattern: null,
      match: null,
      iterator: null,
      scanner: null,
    };
    states.set(rt, state);
  }
  return state;
}

/** A text lent to the matcher: good until something is allocated or runs. */
export interface Subject {
  source: CharSource;
  base: number;
  length: number;
}

function isBytesLike(rt: Runtime, object: Address): boolean {
  const kind = rt.M[object + REP] & 0xff;
  return kind === KIND.bytes || kind === KIND.bytearray || kind === KIND.memoryview;
}

/** Raises TypeError for what is neither text nor bytes, or of the other sort than the pattern. */
export function subjectOf(rt: Runtime, object: Address, isText: boolean): Subject {
  if (isStr(rt, object)) {
    if (!isText) raiseTypeError(rt, 'cannot use a bytes pattern on a string-like object');
    const width = strWidth(rt, object);
    const data = strData(rt, object);
    const length = strLength(rt, object);
    if (width === 1) return { source: rt.U8, base: data, length };
    if (width === 2) return { source: stateOf(rt).wide, base: data >> 1, length };
    return { source: rt.M as unknown as Int32Array, base: data >> 2, length };
  }
  if (!isBytesLike(rt, object)) raiseTypeError(rt, `expected string or bytes-like object, got '${rt.typeOf(object).name}'`);
  if (isText) raiseTypeError(rt, 'cannot use a string pattern on a bytes-like object');
  const kind = rt.M[object + REP] & 0xff;
  if (kind === KIND.bytes) return { source: rt.U8, base: bytesData(object), length: bytesLength(rt, object) };
  if (kind === KIND.bytearray) return { source: rt.U8, base: rt.M[object + 6] * 4, length: rt.M[object + 4] };
  raiseTypeError(rt, `expected string or bytes-like object, got '${rt.typeOf(object).name}'`);
}

/** subject[start:end], owned. */
export function cut(rt: Runtime, object: Address, start: number, end: number): Address {
  if (isStr(rt, object)) return strSlice(rt, object, start, end - start);
  const subject = subjectOf(rt, object, false);
  return newBytes(rt, (subject.source as Uint8Array).slice(subject.base + start, subject.base + Math.max(start, end)));
}

export function emptyLike(rt: Runtime, object: Address): Address {
  return isStr(rt, object) ? rt.emptyStr : rt.emptyBytes;
}
