/**
 * types.SimpleNamespace, the type of sys.implementation too (CPython: Objects/namespaceobject.c).
 *
 * ```
 *  word 4 __dict__                                                             24 bytes
 * ```
 */
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInstanceOf, trackInstance } from '../objects/allocate.ts';
import { dictEntryKey, dictEntryValue, dictMerge, dictNext, dictSet, isDict, newDict } from '../objects/dict.ts';
import { newTuple, tupleItem, tupleLength } from '../objects/sequence.ts';
import { isStr, newStr, strText } from '../objects/str.ts';
import { call1 } from '../runtime/calls.ts';
import { raise, raiseTypeError } from '../runtime/exceptions.ts';
import { isSubtype } from '../runtime/lookup.ts';
import { compare, reprText } from '../runtime/operators.ts';
import { guardRepr } from '../runtime/repr-guard.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { defineType } from '../runtime/types.ts';

const M = WORDS;

const DICT = 4;
const BYTES = 24;

function isNamespace(rt: Runtime, object: Address): boolean {
  return isSubtype(rt.typeOf(object), rt.types['SimpleNamespace']!);
}

function requireStrKeys(rt: Runtime, dict: Address): void {
  for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1)) {
    if (!isStr(rt, dictEntryKey(rt, dict, index))) raiseTypeError(rt, 'keywords must be strings');
  }
}

/** Keyword arguments lie behind the `positional` ones at `args`. */
function setKeywords(rt: Runtime, dict: Address, args: Address, positional: number, kwnames: Address): void {
  const keywords = kwnames === 0 ? 0 : tupleLength(rt, kwnames);
  for (let index = 0; index < keywords; index++) {
    dictSet(rt, dict, tupleItem(rt, kwnames, index), M[args + 2 * (positional + index)]);
  }
}

function repr(rt: Runtime, self: Address): Address {
  const info = rt.typeOf(self);
  const name = info.heap ? info.name : 'namespace';
  return guardRepr(rt, self, `${name}(...)`, () => {
    const dict = M[self + DICT];
    const parts: string[] = [];
    for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1)) {
      const key = dictEntryKey(rt, dict, index);
      if (!isStr(rt, key) || strText(rt, key) === '') continue;
      // The text of a value may run Python, which may replace it.
      const value = rt.push(rt.retain(dictEntryValue(rt, dict, index)));
      parts.push(`${strText(rt, key)}=${reprText(rt, M[value])}`);
      rt.unwind(value);
    }
    return newStr(rt, `${name}(${parts.join(', ')})`);
  });
}

export function defineNamespaceType(rt: Runtime): void {
  defineType(rt, {
    name: 'SimpleNamespace',
    module: 'types',
    kind: 'record',
    fields: 1,
    dictOffset: DICT,
    basicBytes: BYTES,
    collectable: true,
    doc: 'A simple attribute-based namespace.',
    new: (runtime, type) => {
      const info = runtime.infoOfType(type);
      const self = newInstanceOf(runtime, info, info.basicBytes);
      const slot = runtime.push(self);
      trackInstance(runtime, info, self);
      runtime.heap.store(self, self + DICT, newDict(runtime));
      runtime.sp = slot;
      return M[slot];
    },
    init: (runtime, self, args, count, kwnames) => {
      const keywords = kwnames === 0 ? 0 : tupleLength(runtime, kwnames);
      const positional = count - keywords;
      if (positional > 1) {
        raiseTypeError(runtime, `${runtime.typeOf(self).qualname} expected at most 1 argument, got ${positional}`);
      }
      const root = runtime.push(runtime.retain(self));
      if (positional === 1) {
        const given = runtime.push(
          isDict(runtime, M[args]) ? runtime.retain(M[args]) : call1(runtime, runtime.dictInfo.address, M[args]),
        );
        requireStrKeys(runtime, M[given]);
        dictMerge(runtime, M[M[root] + DICT], M[given]);
        runtime.unwind(given);
      }
      setKeywords(runtime, M[M[root] + DICT], args, positional, kwnames);
      runtime.unwind(root);
    },
    repr,
    compare: (runtime, left, right, op) => {
      if (!isNamespace(runtime, left) || !isNamespace(runtime, right)) return runtime.retain(runtime.notImplemented);
      return compare(runtime, M[left + DICT], M[right + DICT], op);
    },
    getset: [
      {
        name: '__dict__',
        get: (runtime, self) => runtime.retain(M[self + DICT]),
        set: (runtime) => raise(runtime, 'AttributeError', 'readonly attribute'),
      },
    ],
    methods: [
      {
        name: '__reduce__',
        arity: 'none',
        fn: (runtime, args) =>
          newTuple(runtime, [
            runtime.retain(runtime.typeOf(M[args]).address),
            runtime.emptyTuple,
            runtime.retain(M[M[args] + DICT]),
          ]),
      },
      {
        name: '__replace__',
        arity: 'raw',
        fn: (runtime, args, count, kwnames) => {
          const keywords = kwnames === 0 ? 0 : tupleLength(runtime, kwnames);
          if (count - keywords > 1) raiseTypeError(runtime, '__replace__() takes no positional arguments');
          const base = runtime.push(runtime.retain(runtime.typeOf(M[args]).address));
          const made = runtime.push(runtime.call(base, 0, 0));
          if (!isNamespace(runtime, M[made])) {
            raise(
              runtime,
              'TypeError',
              `expect types.SimpleNamespace type, but ${runtime.typeOf(M[args]).name}() returned '${runtime.typeOf(M[made]).name}' object`,
            );
          }
          dictMerge(runtime, M[M[made] + DICT], M[M[args] + DICT]);
          setKeywords(runtime, M[M[made] + DICT], args, count - keywords, kwnames);
          const result = M[made];
          runtime.sp = made;
          return result;
        },
      },
    ],
  });
}

/** A namespace of `values`, which it takes over. Owned. */
export function newNamespace(rt: Runtime, values: readonly (readonly [Address, Address])[]): Address {
  const info = rt.types['SimpleNamespace']!;
  const self = info.new!(rt, info.address, 0, 0, 0);
  const slot = rt.push(self);
  for (const [key, value] of values) {
    dictSet(rt, M[M[slot] + DICT], key, value);
    rt.release(value);
  }
  rt.sp = slot;
  return M[slot];
}
