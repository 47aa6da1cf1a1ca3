/** What `__reduce__` of built-in types gives: who makes the object again, and from what. */
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictGetStr } from '../objects/dict.ts';
import { newTuple, newTupleFromTop } from '../objects/sequence.ts';
import { intern } from '../objects/str.ts';
import { callSpecial, getAttrNamed } from '../runtime/attributes.ts';
import type { NativeSpec } from '../runtime/native.ts';
import type { Runtime } from '../runtime/runtime.ts';

const M = WORDS;

/** The tuple (maker, arguments), or with the state behind it. Takes over what it is given; a maker that is a name is one of the builtins. */
export function reducedTo(rt: Runtime, by: string | Address, values: readonly Address[], state: Address = 0): Address {
  const mark = rt.push(typeof by === 'string' ? rt.retain(dictGetStr(rt, M[rt.builtinsDict], intern(rt, by))) : by);
  const inner = rt.push(0);
  if (state !== 0) rt.push(state);
  M[inner] = newTuple(rt, values);
  return newTupleFromTop(rt, (rt.sp - mark) >> 1);
}

/** The state of an instance beyond what its built-in base holds: what `__getstate__` gives, None for an exact one. Owned. */
export function stateOf(rt: Runtime, object: Address): Address {
  return rt.typeOf(object).heap ? callSpecial(rt, object, '__getstate__') : rt.none;
}

/** `__reduce__` of what is an attribute of `owner`: getattr(owner, name); the name alone where there is no owner (0). */
export function reducedAttribute(ownerOf: (rt: Runtime, self: Address) => Address): NativeSpec {
  return {
    name: '__reduce__',
    arity: 'none',
    fn: (rt, args) => {
      const owner = ownerOf(rt, M[args]);
      if (owner === 0) return getAttrNamed(rt, M[args], '__qualname__');
      const name = getAttrNamed(rt, M[args], '__name__');
      return reducedTo(rt, 'getattr', [rt.retain(owner), name]);
    },
  };
}
