/**
 * functools.partial.
 *
 * ```
 *  word 4 function; 6 tuple of arguments; 8 dict of keywords; 10 __dict__; 12 weak list; 14 unused            64 bytes
 * ```
 */

import { type Address, WORDS } from '../../heap/memory.ts';
import {
  dictCopy,
  dictEntryKey,
  dictEntryValue,
  dictLength,
  dictMerge,
  dictNext,
  dictSet,
  isDict,
  newDict,
} from '../objects/dict.ts';
import { dictSlot } from '../objects/instance.ts';
import { isTuple, newTuple, newTupleBlock, TUPLE_ITEMS, tupleItem, tupleLength } from '../objects/sequence.ts';
import { isStr, newStr, strText } from '../objects/str.ts';
import { holdCopies, isCallable } from '../runtime/calls.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import { reprText, strOf } from '../runtime/operators.ts';
import { guardRepr } from '../runtime/repr-guard.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { CallSlot, TypeInfo } from '../runtime/type-info.ts';
import { defineType } from '../runtime/types.ts';
import { reducedTo } from '../types/reduction.ts';
import { callWithNames } from './operator-getters.ts';
import { classGetItem, dictMember, memberOf, newRecordOf, rooted, setField, take } from './records.ts';

const M = WORDS;

const FUNCTION = 4;
const ARGS = 6;
const KEYWORDS = 8;
const DICT = 10;
const WEAKLIST = 12;

const callPartial: CallSlot = (rt, base, count, kwnames) => {
  const self = M[base];
  const stored = M[self + KEYWORDS];
  const keywords = kwnames === 0 ? 0 : tupleLength(rt, kwnames);
  const callee = rt.push(rt.retain(M[self + FUNCTION]));
  const own = tupleLength(rt, M[self + ARGS]);
  for (let index = 0; index < own; index++) rt.push(rt.retain(tupleItem(rt, M[self + ARGS], index)));
  if (dictLength(rt, stored) === 0) {
    holdCopies(rt, base + 2, count);
    return rt.call(callee, own + count, kwnames);
  }
  const positional = count - keywords;
  holdCopies(rt, base + 2, positional);
  // Stored keywords keep their places; a call's keyword of the same name gives the value.
  const given: string[] = [];
  for (let index = 0; index < keywords; index++) given.push(strText(rt, tupleItem(rt, kwnames, index)));
  const names: Address[] = [];
  const used = new Set<number>();
  for (let index = dictNext(rt, stored, 0); index >= 0; index = dictNext(rt, stored, index + 1)) {
    const name = dictEntryKey(rt, stored, index);
    if (!isStr(rt, name)) raiseTypeError(rt, 'keywords must be strings');
    const again = given.indexOf(strText(rt, name));
    names.push(rt.retain(name));
    if (again < 0) rt.push(rt.retain(dictEntryValue(rt, stored, index)));
    else {
      used.add(again);
      rt.push(rt.retain(M[base + 2 + 2 * (positional + again)]));
    }
  }
  for (let index = 0; index < keywords; index++) {
    if (used.has(index)) continue;
    names.push(rt.retain(tupleItem(rt, kwnames, index)));
    rt.push(rt.retain(M[base + 2 + 2 * (positional + index)]));
  }
  return callWithNames(rt, callee, own + positional + names.length, newTuple(rt, names));
};

/** Has nobody asked the partial for a dict of its own? */
function isBare(rt: Runtime, partial: Address): boolean {
  const slot = dictSlot(rt, rt.typeOf(partial), partial);
  return slot === 0 || M[slot] === 0;
}

function newPartial(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  const keywords = kwnames === 0 ? 0 : tupleLength(rt, kwnames);
  const positional = count - keywords;
  if (positional < 1) raiseTypeError(rt, "type 'partial' takes at least one argument");
  if (!isCallable(rt, M[args])) raiseTypeError(rt, 'the first argument must be callable');
  const result = rt.push(0);
  const typeSlot = rt.push(rt.retain(type));
  let inner = M[args];
  // A partial of a partial is one partial, unless the inner one has attributes of its own.
  const flat = rt.typeOf(inner).call === callPartial && isBare(rt, inner);
  const before = flat ? M[inner + ARGS] : rt.emptyTuple;
  const known = tupleLength(rt, before);
  const total = known + positional - 1;
  const tuple = newTupleBlock(rt, total);
  for (let index = 0; index < known; index++) M[tuple + TUPLE_ITEMS + 2 * index] = rt.retain(tupleItem(rt, before, index));
  for (let index = known; index < total; index++)
    M[tuple + TUPLE_ITEMS + 2 * index] = rt.retain(M[args + 2 * (index - known + 1)]);
  if (total > 0) rt.heap.track(tuple);
  const tupleSlot = rt.push(tuple);
  const dict = rt.push(flat ? dictCopy(rt, M[inner + KEYWORDS]) : newDict(rt));
  for (let index = 0; index < keywords; index++) {
    dictSet(rt, M[dict], tupleItem(rt, kwnames, index), M[args + 2 * (positional + index)]);
  }
  inner = M[args];
  const partial = newRecordOf(rt, typeSlot);
  M[partial + FUNCTION] = rt.retain(flat ? M[inner + FUNCTION] : inner);
  M[partial + ARGS] = rt.retain(M[tupleSlot]);
  M[partial + KEYWORDS] = rt.retain(M[dict]);
  rt.heap.track(partial);
  M[result] = partial;
  rt.unwind(typeSlot);
  return take(rt, result);
}

const METHOD_WARNING =
  'functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() if you want to preserve the old behavior';

/** Is it what `__reduce__` gives for a state: function, arguments, keywords or None, attributes or None? */
function isState(rt: Runtime, state: Address): boolean {
  if (!isTuple(rt, state) || tupleLength(rt, state) !== 4) return false;
  const keywords = tupleItem(rt, state, 2);
  return (
    isCallable(rt, tupleItem(rt, state, 0)) &&
    isTuple(rt, tupleItem(rt, state, 1)) &&
    (keywords === rt.none || isDict(rt, keywords))
  );
}

/** The tuple itself, or one with the items of an instance of a derived class. Owned. */
function tupleOf(rt: Runtime, tuple: Address): Address {
  return rt.typeOf(tuple) === rt.tupleInfo ? rt.retain(tuple) : rt.tupleFromIterable(rt, tuple);
}

export function definePartial(rt: Runtime): TypeInfo {
  return defineType(rt, {
    name: 'partial',
    module: 'functools',
    kind: 'record',
    collectable: true,
    basicBytes: 64,
    fields: 4,
    dictOffset: DICT,
    weakOffset: WEAKLIST,
    new: newPartial,
    call: callPartial,
    descrGet: (runtime, self, object) => {
      if (object !== 0 && object !== runtime.none) runtime.warn(runtime, 'FutureWarning', METHOD_WARNING);
      return runtime.retain(self);
    },
    repr: rooted((runtime, root) => {
      return guardRepr(runtime, M[root], '...', () => {
        const self = M[root];
        const info = runtime.typeOf(self);
        const texts = [reprText(runtime, M[self + FUNCTION])];
        for (let index = 0; index < tupleLength(runtime, M[self + ARGS]); index++) {
          texts.push(reprText(runtime, tupleItem(runtime, M[self + ARGS], index)));
        }
        const dict = M[self + KEYWORDS];
        for (let index = dictNext(runtime, dict, 0); index >= 0; index = dictNext(runtime, dict, index + 1)) {
          const key = dictEntryKey(runtime, dict, index);
          // The text of the key may run Python, which may replace the value.
          const value = runtime.push(runtime.retain(dictEntryValue(runtime, dict, index)));
          texts.push(`${strOf(runtime, key)}=${reprText(runtime, M[value])}`);
          runtime.unwind(value);
        }
        const name = info.heap ? `${info.module}.${info.qualname ?? info.name}` : 'functools.partial';
        return newStr(runtime, `${name}(${texts.join(', ')})`);
      });
    }),
    getset: [memberOf('func', FUNCTION), memberOf('args', ARGS), memberOf('keywords', KEYWORDS), dictMember(DICT)],
    methods: [
      {
        name: '__reduce__',
        arity: 'none',
        fn: (runtime, args) => {
          const self = M[args];
          const state = newTuple(runtime, [
            runtime.retain(M[self + FUNCTION]),
            runtime.retain(M[self + ARGS]),
            runtime.retain(M[self + KEYWORDS]),
            M[self + DICT] === 0 ? runtime.none : runtime.retain(M[self + DICT]),
          ]);
          return reducedTo(runtime, runtime.retain(runtime.typeOf(self).address), [runtime.retain(M[self + FUNCTION])], state);
        },
      },
      {
        name: '__setstate__',
        arity: 'one',
        fn: (runtime, args) => {
          const state = M[args + 2];
          if (!isState(runtime, state)) raiseTypeError(runtime, 'invalid partial state');
          const keywords = tupleItem(runtime, state, 2);
          const dict = runtime.push(
            runtime.typeOf(keywords) === runtime.dictInfo ? runtime.retain(keywords) : newDict(runtime),
          );
          if (keywords !== runtime.none && M[dict] !== keywords) dictMerge(runtime, M[dict], keywords);
          const positional = runtime.push(tupleOf(runtime, tupleItem(runtime, state, 1)));
          const self = M[args];
          setField(runtime, self, FUNCTION, runtime.retain(tupleItem(runtime, state, 0)));
          setField(runtime, self, ARGS, take(runtime, positional));
          setField(runtime, self, KEYWORDS, take(runtime, dict));
          const own = tupleItem(runtime, state, 3);
          setField(runtime, self, DICT, own === runtime.none ? 0 : runtime.retain(own));
          return runtime.none;
        },
      },
    ],
    classMethods: [classGetItem],
  });
}
