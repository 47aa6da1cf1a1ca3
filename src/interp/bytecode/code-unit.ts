/**
 * What the compiler makes of one scope: plain host data, no Python value. The interpreter turns it into a code object when
 * it is first needed, putting the constants and names on the simulated heap.
 */

/** A constant as the compiler knows it. `int` beyond 2^53 stay exact in a bigint; `str` may hold lone surrogates. */
export type Constant =
  | { readonly kind: 'none' }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'complex'; readonly real: number; readonly imag: number }
  /** `points`: the code points, where the host's text cannot say them because the halves of a surrogate pair stand apart. */
  | { readonly kind: 'str'; readonly value: string; readonly points?: readonly number[] }
  | { readonly kind: 'bytes'; readonly value: Uint8Array }
  | { readonly kind: 'tuple'; readonly items: readonly Constant[] }
  | { readonly kind: 'frozenset'; readonly items: readonly Constant[] }
  | { readonly kind: 'code'; readonly code: CodeUnit };

/** co_flags bits, CPython's values. */
export const CO_OPTIMIZED = 0x1;
export const CO_NEWLOCALS = 0x2;
export const CO_VARARGS = 0x4;
export const CO_VARKEYWORDS = 0x8;
export const CO_NESTED = 0x10;
export const CO_GENERATOR = 0x20;
export const CO_COROUTINE = 0x80;
/** A generator that may be awaited: types.coroutine. */
export const CO_ITERABLE_COROUTINE = 0x100;
export const CO_ASYNC_GENERATOR = 0x200;
export const CO_FUTURE_ANNOTATIONS = 0x1000000;

export interface CodeUnit {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly firstLine: number;
  readonly flags: number;
  /** Positional parameters (positional-only included), without *args. */
  readonly argCount: number;
  readonly posOnlyCount: number;
  readonly kwOnlyCount: number;
  /** co_varnames: positional, keyword-only, *args, **kwargs, then the other fast locals. */
  readonly varNames: readonly string[];
  /** co_cellvars; one that is also a parameter shares its index in varNames. */
  readonly cellNames: readonly string[];
  readonly freeNames: readonly string[];
  /** Names of all fast slots: varNames, then cellNames that are not in varNames, then freeNames. Index = arg of local/cell opcodes. */
  readonly localsPlus: readonly string[];
  readonly names: readonly string[];
  readonly constants: readonly Constant[];
  readonly code: Int32Array;
  /** Four Int32 an instruction: line, end line, column, end column (columns 0-based UTF-8 bytes as co_positions; -1 = unknown). */
  readonly positions: Int32Array;
  /** Five Int32 an entry, sorted, non-overlapping: start, end (exclusive), target, stack depth, 1 if lasti is pushed. */
  readonly exceptionTable: Int32Array;
  /** Deepest operand stack in slots. */
  readonly stackSize: number;
  /** The function's docstring, or null (CPython: first constant). */
  readonly docstring: string | null;
}

/** Are the parts of two units, instructions or names, the same one by one? */
export function sameItems<T>(one: ArrayLike<T>, other: ArrayLike<T>): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}
