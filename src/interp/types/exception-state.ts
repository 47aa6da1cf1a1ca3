/** How copy and pickle see exceptions: `__reduce__`, `__getstate__` and `__setstate__` (CPython: Objects/exceptions.c). */
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictCopy, dictEntryKey, dictEntryValue, dictNext, dictSetStr, isDict, newDict } from '../objects/dict.ts';
import { EXC_ARGS, EXC_DICT, EXC_FIELDS } from '../objects/exception.ts';
import { newTuple, tupleItem, tupleLength } from '../objects/sequence.ts';
import { intern, isStr } from '../objects/str.ts';
import { setAttr } from '../runtime/attributes.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import type { Runtime } from '../runtime/runtime.ts';

const M = WORDS;

/** (class, args), with the state behind them unless it is None. Takes over both. */
function reduced(rt: Runtime, self: Address, args: Address, state: Address): Address {
  const type = rt.retain(rt.typeOf(self).address);
  return newTuple(rt, state === rt.none ? [type, args] : [type, args, state]);
}

function ownDict(rt: Runtime, self: Address): Address {
  return M[self + EXC_DICT] === 0 ? rt.none : rt.retain(M[self + EXC_DICT]);
}

/** The instance's dict as it is; where one of the slots holds something, a copy with what they hold under these names. Owned. */
function stateWith(rt: Runtime, self: Address, slots: Readonly<Record<string, Address>>): Address {
  const held = Object.entries(slots).filter(([, slot]) => M[slot] !== 0);
  if (held.length === 0) return ownDict(rt, self);
  const dict = rt.push(M[self + EXC_DICT] === 0 ? newDict(rt) : dictCopy(rt, M[self + EXC_DICT]));
  for (const [name, slot] of held) dictSetStr(rt, M[dict], intern(rt, name), M[slot]);
  return rt.pop();
}

function reduce(state: (rt: Runtime, self: Address) => Address, argsOf = ownArgs): NativeSpec {
  return {
    name: '__reduce__',
    arity: 'none',
    fn: (rt, args) => {
      const self = M[args];
      return reduced(rt, self, argsOf(rt, self), state(rt, self));
    },
  };
}

function ownArgs(rt: Runtime, self: Address): Address {
  return rt.retain(M[self + EXC_ARGS]);
}

/** Args of an OSError with the file names, which it does not keep there. */
function osErrorArgs(rt: Runtime, self: Address): Address {
  const args = M[self + EXC_ARGS];
  const filename = M[self + EXC_FIELDS + 4];
  const second = M[self + EXC_FIELDS + 6];
  if (tupleLength(rt, args) !== 2 || filename === 0) return rt.retain(args);
  const values = [tupleItem(rt, args, 0), tupleItem(rt, args, 1), filename, ...(second === 0 ? [] : [rt.none, second])];
  return newTuple(
    rt,
    values.map((value) => rt.retain(value)),
  );
}

const attributeErrorState = (rt: Runtime, self: Address): Address =>
  stateWith(rt, self, { name: self + EXC_FIELDS, args: self + EXC_ARGS });

const importErrorState = (rt: Runtime, self: Address): Address =>
  stateWith(rt, self, { name: self + EXC_FIELDS + 2, path: self + EXC_FIELDS + 4, name_from: self + EXC_FIELDS + 6 });

export const EXCEPTION_STATE_METHODS: readonly NativeSpec[] = [
  reduce(ownDict),
  {
    name: '__setstate__',
    arity: 'one',
    fn: (rt, args) => {
      const state = M[args + 2];
      if (state === rt.none) return rt.none;
      if (!isDict(rt, state)) raiseTypeError(rt, 'state is not a dictionary');
      for (let index = dictNext(rt, state, 0); index >= 0; index = dictNext(rt, state, index + 1)) {
        const name = rt.push(rt.retain(dictEntryKey(rt, state, index)));
        const value = rt.push(rt.retain(dictEntryValue(rt, state, index)));
        if (!isStr(rt, M[name])) raiseTypeError(rt, `attribute name must be string, not '${rt.typeOf(M[name]).name}'`);
        setAttr(rt, M[args], M[name], M[value]);
        rt.unwind(name);
      }
      return rt.none;
    },
  },
];

export const OS_ERROR_STATE_METHODS: readonly NativeSpec[] = [reduce(ownDict, osErrorArgs)];

export const IMPORT_ERROR_STATE_METHODS: readonly NativeSpec[] = [reduce(importErrorState)];

export const ATTRIBUTE_ERROR_STATE_METHODS: readonly NativeSpec[] = [
  reduce(attributeErrorState),
  { name: '__getstate__', arity: 'none', fn: (rt, args) => attributeErrorState(rt, M[args]) },
];
