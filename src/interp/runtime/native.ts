/**
 * Functions written in TypeScript that Python programs call.
 *
 * A native receives its arguments as stack slots: `args` is the stack address of the first, the next lies 2 words on. The
 * slots own the arguments; the native returns a reference that the caller owns, never 0. Errors are thrown (see
 * exceptions.ts). Values that must live across anything that can run Python are pushed with `rt.push`; when the native
 * throws, whatever it pushed is released by whoever catches.
 *
 * While a native runs, tracing collections wait (`rt.pinned`), unless it says it is `safe`: that it re-reads every address from
 * the stack after each call into Python.
 */
import type { Address } from '../../heap/memory.ts';
import type { Runtime } from './runtime.ts';

export type NativeFunction = (rt: Runtime, args: Address, count: number, kwnames: Address) => Address;

/**
 * How arguments are checked before the native sees them.
 * - 'none': takes no arguments; 'one': exactly one (CPython METH_NOARGS, METH_O).
 * - {min, max}: positional only.
 * - {params}: a signature such as 'a, b=, /, c=, *, d=': names with '=' are optional and arrive as 0 when omitted; `count` is then the number of parameters.
 * - 'raw': the native checks itself.
 */
export type Arity = 'none' | 'one' | 'raw' | { readonly min: number; readonly max: number } | { readonly params: string };

export interface NativeSpec {
  readonly name: string;
  readonly arity: Arity;
  readonly fn: NativeFunction;
  readonly doc?: string;
  /** What repr shows in place of the usual words. */
  readonly repr?: string;
  /** Re-reads its values from the stack after every call into Python, so that collections need not wait. */
  readonly safe?: boolean;
  /** CPython hands it its arguments in a tuple, which holds them while it runs (METH_VARARGS, or `*args` in its signature). */
  readonly inTuple?: boolean;
}

/** The host side of a built-in function or method: an entry of Runtime.natives. */
export interface NativeEntry extends Omit<NativeSpec, 'doc' | 'repr' | 'safe' | 'inTuple'> {
  readonly doc: string | undefined;
  readonly repr: string | undefined;
  readonly safe: boolean;
  readonly index: number;
  /** A call with so many positional arguments, self included, and no keywords is right as it is; `most` -1: the signature decides. */
  readonly least: number;
  readonly most: number;
  /** Bound at call: the number of leading `self` arguments not counted in messages (0 or 1). */
  readonly self: 0 | 1;
  /** 'list.append' or 'len', for messages. */
  readonly qualname: string;
  readonly signature: Signature | null;
  readonly module: string;
  /** Of a slot wrapper (`int.__add__`): the slot function behind it and the key of its SlotDef. */
  slot: unknown;
  slotKey: string | undefined;
  /**
   * Tuples that CPython has the arguments in: 1 for `inTuple`; 2 for a slot wrapper and `T.__new__`, which take the tuple of all apart, so that all but the first are
   * in a second one.
   */
  tuples: 0 | 1 | 2;
}

export interface Signature {
  readonly names: readonly string[];
  readonly positionalOnly: number;
  readonly positional: number;
  readonly required: readonly boolean[];
}

/** Reads a signature such as 'iterable, /, *, key=, reverse='. */
export function parseSignature(text: string): Signature {
  const names: string[] = [];
  const required: boolean[] = [];
  let positionalOnly = 0;
  let positional = -1;
  for (const part of text
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')) {
    if (part === '/') positionalOnly = names.length;
    else if (part === '*') positional = names.length;
    else {
      const optional = part.endsWith('=');
      names.push(optional ? part.slice(0, -1) : part);
      required.push(!optional);
    }
  }
  return { names, positionalOnly, positional: positional < 0 ? names.length : positional, required };
}
