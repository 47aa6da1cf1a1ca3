/**
 * Layout of re.Pattern.
 *
 * ```
 *  word 4 the pattern as given; 5 number of its program; 6 dict of group names; 8 flags; 16 weak list            96 bytes
 * ```
 */
import type { Address } from '../../../heap/memory.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { type CompiledPattern, stateOf } from './subject.ts';

export const PATTERN_SOURCE = 4;
export const PATTERN_NUMBER = 5;
export const PATTERN_NAMES = 6;
export const PATTERN_FLAGS = 8;
export const PATTERN_WEAKLIST = 16;
export const PATTERN_BYTES = 96;

export function compiledOf(rt: Runtime, pattern: Address): CompiledPattern {
  return stateOf(rt).programs[rt.M[pattern + PATTERN_NUMBER]]!;
}
