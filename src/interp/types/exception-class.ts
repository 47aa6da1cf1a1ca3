/** What the built-in exception classes are made of: their arguments, and fields of their own behind those of BaseException. */

import { type Address, WORDS } from '../../heap/memory.ts';
import { newInstanceOf, trackInstance } from '../objects/allocate.ts';
import { EXC_ARGS, EXC_FIELDS } from '../objects/exception.ts';
import { newTupleBlock, TUPLE_ITEMS, tupleItem, tupleLength } from '../objects/sequence.ts';
import { newStr } from '../objects/str.ts';
import { positionalCount } from '../runtime/calls.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import { reprText, strOf } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { GetSetSpec, TypeSpec } from '../runtime/types.ts';

const M = WORDS;

/** How a class is described before there is a runtime to define it in. */
export interface ExceptionClass {
  readonly name: string;
  readonly spec: (rt: Runtime) => TypeSpec;
}

export function argsTuple(rt: Runtime, args: Address, count: number): Address {
  const tuple = newTupleBlock(rt, count);
  for (let index = 0; index < count; index++) M[tuple + TUPLE_ITEMS + 2 * index] = rt.retain(M[args + 2 * index]);
  if (count > 0) rt.heap.track(tuple);
  return tuple;
}

/** `__new__` of every exception: the arguments in a tuple. */
export function baseNew(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  const info = rt.infoOfType(type);
  // CPython has the arguments in a tuple before it calls the class.
  const slot = rt.push(argsTuple(rt, args, positionalCount(rt, count, kwnames)));
  const self = newInstanceOf(rt, info, info.basicBytes);
  M[self + EXC_ARGS] = M[slot];
  M[slot] = self;
  trackInstance(rt, info, self);
  rt.sp = slot;
  return self;
}

/** str(exception): nothing, the one argument, or the tuple of them. */
export function baseStr(rt: Runtime, self: Address): Address {
  const args = M[self + EXC_ARGS];
  const count = tupleLength(rt, args);
  if (count === 0) return rt.emptyStr;
  if (count === 1) return newStr(rt, strOf(rt, tupleItem(rt, args, 0)));
  return newStr(rt, reprText(rt, args));
}

/** `__init__` gets the tuple that `__new__` got, when a class is called. */
export function setArgs(rt: Runtime, self: Address, args: Address, count: number): void {
  const held = M[self + EXC_ARGS];
  let same = held !== 0 && tupleLength(rt, held) === count;
  for (let index = 0; same && index < count; index++) same = tupleItem(rt, held, index) === M[args + 2 * index];
  if (same) return;
  rt.replace(self, self + EXC_ARGS, argsTuple(rt, args, count));
}

export function baseInit(rt: Runtime, self: Address, args: Address, count: number, kwnames: Address): void {
  if (kwnames !== 0) raiseTypeError(rt, `${rt.typeOf(self).name}() takes no keyword arguments`);
  setArgs(rt, self, args, count);
}

function plain(name: string, slot: number): GetSetSpec {
  return {
    name,
    get: (rt, self) => (M[self + slot] === 0 ? rt.none : rt.retain(M[self + slot])),
    set: (rt, self, value) => rt.replace(self, self + slot, value === 0 ? 0 : rt.retain(value)),
  };
}

export const DOCS: Readonly<Record<string, string>> = {
  Exception: 'Common base class for all non-exit exceptions.',
  ValueError: 'Inappropriate argument value (of correct type).',
  TypeError: 'Inappropriate argument type.',
  KeyError: 'Mapping key not found.',
  IndexError: 'Sequence index out of range.',
  LookupError: 'Base class for lookup errors.',
  RuntimeError: 'Unspecified run-time error.',
  ArithmeticError: 'Base class for arithmetic errors.',
  ZeroDivisionError: 'Second argument to a division or modulo operation was zero.',
};

/** One exception class with further fields (words from EXC_FIELDS on), readable under their names, and `plainBytes` that hold no references. */
export function withFields(
  name: string,
  base: string,
  fields: readonly string[],
  own: Partial<TypeSpec> = {},
  plainBytes = 0,
): ExceptionClass {
  return {
    name,
    spec: (rt) => {
      const parent = rt.types[base]!;
      return {
        ...own,
        name,
        base: parent,
        fields: parent.fields + fields.length,
        basicBytes: parent.basicBytes + 8 * fields.length + plainBytes,
        restated: ['__init__', ...(name.startsWith('Unicode') ? (['__new__'] as const) : [])],
        doc: DOCS[name] ?? null,
        getset: [
          ...fields.map((field, index) => ({ ...plain(field, EXC_FIELDS + 2 * (parent.fields + index)), member: true })),
          ...(own.getset ?? []),
        ],
      };
    },
  };
}

export function setField(rt: Runtime, self: Address, index: number, value: Address): void {
  rt.replace(self, self + EXC_FIELDS + 2 * index, value);
}
