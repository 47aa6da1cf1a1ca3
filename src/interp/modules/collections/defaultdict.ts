/** collections.defaultdict: a dict with its factory in word 12 (CPython: defdictobject in Modules/_collectionsmodule.c, 56 bytes). */
import { type Address, WORDS } from '../../../heap/memory.ts';
import { isDict } from '../../objects/dict.ts';
import { newTuple } from '../../objects/sequence.ts';
import { newStr, strText } from '../../objects/str.ts';
import { callMethod } from '../../runtime/attributes.ts';
import { call0, isCallable } from '../../runtime/calls.ts';
import { raiseTypeError } from '../../runtime/exceptions.ts';
import { dictUpdateAt } from '../../runtime/mappings.ts';
import type { NativeSpec } from '../../runtime/native.ts';
import { getIter, raiseKeyError, reprText, setItem } from '../../runtime/operators.ts';
import { guardRepr } from '../../runtime/repr-guard.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { BINARY_NAMES, type TypeInfo } from '../../runtime/type-info.ts';
import { defineType } from '../../runtime/types.ts';
import { classGetItem, setField, take } from '../records.ts';

const M = WORDS;

const FACTORY = 12;
const OR = BINARY_NAMES.indexOf('or');

function factoryOf(rt: Runtime, self: Address): Address {
  const factory = M[self + FACTORY];
  return factory === 0 ? rt.none : factory;
}

/** type(self)(factory, source): a copy, or the left side of `|`. `self` is rooted by the caller; the result is owned. */
function copyWith(rt: Runtime, self: Address, source: Address): Address {
  const base = rt.push(rt.retain(rt.typeOf(self).address));
  rt.push(rt.retain(factoryOf(rt, self)));
  rt.push(rt.retain(source));
  return rt.call(base, 2, 0);
}

const copy: NativeSpec = {
  name: 'copy',
  arity: 'none',
  doc: 'D.copy() -> a shallow copy of D.',
  fn: (rt, args) => copyWith(rt, M[args], M[args]),
};

export function defineDefaultdict(rt: Runtime): TypeInfo {
  const dictInit = rt.dictInfo.init!;
  const dictRepr = rt.dictInfo.repr!;
  const binary = new Array(BINARY_NAMES.length).fill(null);
  binary[OR] = (runtime: Runtime, left: Address, right: Address): Address => {
    if (!isDict(runtime, left) || !isDict(runtime, right)) return runtime.notImplemented;
    const mark = runtime.push(runtime.retain(left));
    runtime.push(runtime.retain(right));
    runtime.pinned++;
    const owner = runtime.typeOf(left).mro.includes(runtime.types['defaultdict']!) ? left : right;
    const result = runtime.push(copyWith(runtime, owner, left));
    if (isDict(runtime, M[result])) dictUpdateAt(runtime, result, right);
    runtime.pinned--;
    const made = M[result];
    M[result] = 0;
    runtime.unwind(mark);
    return made;
  };
  return defineType(rt, {
    name: 'defaultdict',
    module: 'collections',
    base: rt.dictInfo,
    basicBytes: 56,
    fields: 1,
    matchFlag: 2,
    unhashable: true,
    doc: 'defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.\n',
    init: (runtime, self, args, count, kwnames) => {
      const root = runtime.push(runtime.retain(self));
      const keywords = kwnames === 0 ? 0 : M[kwnames + 4];
      const given = count > keywords ? M[args] : 0;
      if (given !== 0 && given !== runtime.none && !isCallable(runtime, given)) {
        raiseTypeError(runtime, 'first argument must be callable or None');
      }
      setField(runtime, self, FACTORY, given === 0 || given === runtime.none ? 0 : runtime.retain(given));
      const skipped = given === 0 ? 0 : 1;
      dictInit(runtime, M[root], args + 2 * skipped, count - skipped, kwnames);
      runtime.unwind(root);
    },
    binary,
    repr: (runtime, self) => {
      const root = runtime.push(runtime.retain(self));
      runtime.pinned++;
      const inner = runtime.push(dictRepr(runtime, self));
      const factory = factoryOf(runtime, self);
      // A factory may be a bound method of this very dict.
      const factoryText = runtime.push(guardRepr(runtime, factory, '...', () => newStr(runtime, reprText(runtime, factory))));
      const name = runtime.typeOf(self).heap ? runtime.typeOf(self).name : 'defaultdict';
      const text = `${name}(${strText(runtime, M[factoryText])}, ${strText(runtime, M[inner])})`;
      runtime.pinned--;
      runtime.unwind(root);
      return newStr(runtime, text);
    },
    methods: [
      {
        name: '__missing__',
        arity: 'one',
        safe: true,
        doc: '__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n  if self.default_factory is None: raise KeyError((key,))\n  self[key] = value = self.default_factory()\n  return value\n',
        fn: (runtime, args) => {
          const factory = M[M[args] + FACTORY];
          if (factory === 0 || factory === runtime.none) raiseKeyError(runtime, M[args + 2]);
          const value = runtime.push(call0(runtime, factory));
          setItem(runtime, M[args], M[args + 2], M[value]);
          return take(runtime, value);
        },
      },
      copy,
      { ...copy, name: '__copy__' },
      {
        name: '__reduce__',
        arity: 'none',
        doc: 'Return state information for pickling.',
        fn: (runtime, args) => {
          const self = M[args];
          const factory = M[self + FACTORY];
          const given = factory === 0 ? runtime.emptyTuple : newTuple(runtime, [runtime.retain(factory)]);
          const slot = runtime.push(given);
          const items = runtime.push(callMethod(runtime, self, 'items'));
          const iterator = runtime.push(getIter(runtime, M[items]));
          const result = newTuple(runtime, [
            runtime.retain(runtime.typeOf(self).address),
            runtime.retain(M[slot]),
            runtime.none,
            runtime.none,
            runtime.retain(M[iterator]),
          ]);
          runtime.unwind(slot);
          return result;
        },
      },
    ],
    classMethods: [classGetItem],
    getset: [
      {
        name: 'default_factory',
        doc: 'Factory for default value called by __missing__().',
        get: (runtime, self) => runtime.retain(factoryOf(runtime, self)),
        set: (runtime, self, value) => setField(runtime, self, FACTORY, value === 0 ? 0 : runtime.retain(value)),
      },
    ],
  });
}
