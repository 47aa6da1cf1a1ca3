/** weakref.ref (CPython: Objects/weakrefobject.c). The layout is heap/layout.ts's, because collectors clear it. */
import { REP, WEAK_CALLBACK, WEAK_HASH, WEAK_NEXT, WEAK_PREV, WEAK_REFERENT } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInstanceOf, trackInstance } from '../objects/allocate.ts';
import { dictGetStr } from '../objects/dict.ts';
import { KIND } from '../objects/kinds.ts';
import { tupleLength } from '../objects/sequence.ts';
import { intern, isStr, newStr, strText } from '../objects/str.ts';
import { lookupSpecial } from '../runtime/attributes.ts';
import { checkRange } from '../runtime/calls.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import { compare, hashOf } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { TYPE_DICT, type TypeInfo } from '../runtime/type-info.ts';
import type { TypeSpec } from '../runtime/types.ts';
import { fullName, hexId } from './object-type.ts';

const M = WORDS;

export const WEAKREF_BYTES = 64;

/** A new weak reference of class `info`; callback 0 = none. Plain references without callback are shared. Owned. */
export function weakrefOf(rt: Runtime, info: TypeInfo, referent: Address, callback: Address): Address {
  const head = rt.weakListSlot(referent);
  if (head === 0 || !rt.typeOf(referent).hasWeaklist)
    raiseTypeError(rt, `cannot create weak reference to '${rt.typeOf(referent).name}' object`);
  const shared = callback === 0 && !info.heap;
  // References without callback stand at the front of the chain: ref first, then proxy.
  let after = 0;
  for (let link = M[head]; link !== 0 && M[link + WEAK_CALLBACK] === 0 && !rt.typeOf(link).heap; link = M[link + WEAK_NEXT]) {
    if (shared && rt.typeOf(link) === info) return rt.retain(link);
    if (!shared || info !== rt.types['ReferenceType']) after = link;
  }
  const weakref = newInstanceOf(rt, info, info.basicBytes);
  M[weakref + WEAK_REFERENT] = referent;
  M[weakref + WEAK_CALLBACK] = callback === 0 ? 0 : rt.retain(callback);
  M[weakref + WEAK_HASH] = -1;
  M[weakref + WEAK_HASH + 1] = -1;
  const next = after === 0 ? M[head] : M[after + WEAK_NEXT];
  M[weakref + WEAK_PREV] = after;
  M[weakref + WEAK_NEXT] = next;
  if (after === 0) M[head] = weakref;
  else M[after + WEAK_NEXT] = weakref;
  if (next !== 0) M[next + WEAK_PREV] = weakref;
  trackInstance(rt, info, weakref);
  return weakref;
}

/** The class of an object as reprs of weak references name it: with its module, if that is not the main one. */
export function nameOfClass(rt: Runtime, object: Address): string {
  const info = rt.typeOf(object);
  const module = info.heap ? dictGetStr(rt, M[info.address + TYPE_DICT], intern(rt, '__module__')) : 0;
  if (module === 0 || !isStr(rt, module)) return fullName(info);
  const name = info.qualname ?? info.name;
  const text = strText(rt, module);
  return text === '__main__' || text === 'builtins' ? name : `${text}.${name}`;
}

export const weakrefSpec: TypeSpec = {
  name: 'ReferenceType',
  module: 'weakref',
  kind: 'weakref',
  basicBytes: WEAKREF_BYTES,
  collectable: true,
  new: (rt, type, args, all, kwnames) => {
    const count = kwnames === 0 ? all : all - tupleLength(rt, kwnames);
    if (count < 1 || count > 2) {
      raiseTypeError(
        rt,
        count < 1 ? '__new__ expected at least 1 argument, got 0' : `__new__ expected at most 2 arguments, got ${count}`,
      );
    }
    const callback = count === 2 && M[args + 2] !== rt.none ? M[args + 2] : 0;
    return weakrefOf(rt, rt.infoOfType(type), M[args], callback);
  },
  init: (rt, _self, _args, count, kwnames) => {
    if (kwnames !== 0) raiseTypeError(rt, 'ref() takes no keyword arguments');
    checkRange(rt, '__init__', count, 1, 2);
  },
  call: (rt, base, count, kwnames) => {
    if (kwnames !== 0) raiseTypeError(rt, 'weakref() takes no keyword arguments');
    if (count !== 0) raiseTypeError(rt, `weakref expected 0 arguments, got ${count}`);
    const referent = M[M[base] + WEAK_REFERENT];
    return referent === 0 ? rt.none : rt.retain(referent);
  },
  hash: (rt, self) => {
    if (M[self + WEAK_HASH] === -1 && M[self + WEAK_HASH + 1] === -1) {
      if (M[self + WEAK_REFERENT] === 0) raiseTypeError(rt, 'weak object has gone away');
      hashOf(rt, M[self + WEAK_REFERENT]);
      M[self + WEAK_HASH] = rt.hashLow;
      M[self + WEAK_HASH + 1] = rt.hashHigh;
    }
    rt.hashLow = M[self + WEAK_HASH];
    rt.hashHigh = M[self + WEAK_HASH + 1];
  },
  compare: (rt, left, right, op) => {
    if ((op !== 2 && op !== 3) || (M[right + REP] & 0xff) !== KIND.weakref || (M[left + REP] & 0xff) !== KIND.weakref)
      return rt.notImplemented;
    const a = M[left + WEAK_REFERENT];
    const b = M[right + WEAK_REFERENT];
    if (a === 0 || b === 0) return rt.bool((left === right) === (op === 2));
    const mark = rt.push(rt.retain(a));
    rt.push(rt.retain(b));
    const result = compare(rt, a, b, op);
    rt.push(result);
    rt.sp -= 2;
    rt.unwind(mark);
    return result;
  },
  repr: (rt, self) => {
    const referent = M[self + WEAK_REFERENT];
    if (referent === 0) return newStr(rt, `<weakref at ${hexId(rt, self)}; dead>`);
    const root = rt.push(rt.retain(referent));
    const shown = `to '${nameOfClass(rt, referent)}' at ${hexId(rt, referent)}`;
    rt.pinned++;
    const name = lookupSpecial(rt, referent, '__name__');
    rt.pinned--;
    const named = name === 0 || !isStr(rt, name) ? '' : ` (${strText(rt, name)})`;
    if (name !== 0) rt.release(name);
    rt.unwind(root);
    return newStr(rt, `<weakref at ${hexId(rt, self)}; ${shown}${named}>`);
  },
  getset: [
    {
      name: '__callback__',
      get: (rt, self) => (M[self + WEAK_CALLBACK] === 0 ? rt.none : rt.retain(M[self + WEAK_CALLBACK])),
    },
  ],
};
