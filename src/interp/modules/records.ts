/**
 * What the types of modules share: constructors with checked arguments, instances of kind record, and slot functions that stay correct while the program
 * runs inside them and a collector moves things.
 */
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInstanceOf } from '../objects/allocate.ts';
import { isDict, newDict } from '../objects/dict.ts';
import { tupleItem, tupleLength } from '../objects/sequence.ts';
import { strText } from '../objects/str.ts';
import { bindArguments, checkRange, countWithoutKeywords, lend } from '../runtime/calls.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import { type Arity, type NativeSpec, parseSignature } from '../runtime/native.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeSlots, UnarySlot } from '../runtime/type-info.ts';
import type { GetSetSpec } from '../runtime/types.ts';

const M = WORDS;

/** Makes the instance: `type` is the stack slot of the class asked for, `args` the first argument slot (0 in a slot: not given), `count` how many there are. */
export type Builder = (rt: Runtime, type: Address, args: Address, count: number) => Address;

/**
 * A tp_new that checks arguments as `arity` says (without self) and keeps the class on the stack while `build` runs. Everything `build` pushes is released
 * afterwards; its result is owned.
 */
export function constructorSlot(name: string, arity: Arity, build: Builder): NonNullable<TypeSlots['new']> {
  const signature = typeof arity === 'object' && 'params' in arity ? parseSignature(arity.params) : null;
  return (rt, type, args, count, kwnames) => {
    const result = rt.push(0);
    const typeSlot = rt.push(rt.retain(type));
    if (signature !== null) {
      const first = bindArguments(rt, name, signature, args, count, kwnames);
      M[result] = lend(rt, args, count, kwnames, first, () => build(rt, typeSlot, first, signature.names.length));
    } else {
      const given = countWithoutKeywords(rt, name, rt.infoOfType(type), count, kwnames);
      if (typeof arity === 'object' && 'min' in arity) checkRange(rt, name, given, arity.min, arity.max);
      const made = build(rt, typeSlot, args, given);
      M[result] = made;
    }
    rt.unwind(typeSlot);
    rt.sp = result;
    return M[result];
  };
}

/** An instance of the class in stack slot `type`, all fields zero, not yet tracked. */
export function newRecordOf(rt: Runtime, type: Address): Address {
  const info = rt.infoOfType(M[type]);
  return newInstanceOf(rt, info, info.basicBytes);
}

/**
 * A slot function of one operand that may run Python: `work` gets the stack slot that holds the object and reads everything anew after each call out.
 * What `work` pushes is released; its result (0 allowed) is owned.
 */
export function rooted(work: (rt: Runtime, root: Address) => Address): UnarySlot {
  return (rt, self) => {
    const result = rt.push(0);
    const root = rt.push(rt.retain(self));
    const value = work(rt, root);
    M[result] = value;
    rt.unwind(root);
    rt.sp = result;
    return M[result];
  };
}

/** Puts an owned reference (0 allowed) into word `field` of `object` and releases what was there. */
export function setField(rt: Runtime, object: Address, field: number, value: Address): void {
  const slot = object + field;
  const old = M[slot];
  rt.heap.store(object, slot, value);
  if (old !== 0) rt.heap.release(old);
}

/** Moves the value in the top stack slot `slot` out; the slot is gone. */
export function take(rt: Runtime, slot: Address): Address {
  rt.sp = slot;
  return M[slot];
}

/** `__iter__` of an iterator. */
export const iterSelf: UnarySlot = (rt, self) => rt.retain(self);

/** `__class_getitem__` of generic classes: types.GenericAlias(cls, item). */
export const classGetItem: NativeSpec = {
  name: '__class_getitem__',
  arity: 'one',
  safe: true,
  fn: (rt, args) => rt.newGenericAlias(rt, M[args], M[args + 2]),
};

/** A read-only attribute that shows the reference in word `field` (None where it is 0). */
export function memberOf(name: string, field: number): GetSetSpec {
  return {
    name,
    get: (rt, self) => {
      const value = M[self + field];
      return value === 0 ? rt.none : rt.retain(value);
    },
  };
}

/** `__dict__` of a type that keeps its dict in word `field`: made when it is first asked for. */
export function dictMember(field: number): GetSetSpec {
  return {
    name: '__dict__',
    get: (rt, self) => {
      if (M[self + field] === 0) rt.heap.store(self, self + field, newDict(rt));
      return rt.retain(M[self + field]);
    },
    set: (rt, self, value) => {
      if (value === 0) raiseTypeError(rt, 'cannot delete __dict__');
      if (!isDict(rt, value)) raiseTypeError(rt, `__dict__ must be set to a dictionary, not a '${rt.typeOf(value).name}'`);
      setField(rt, self, field, rt.retain(value));
    },
  };
}

function quotedList(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  if (quoted.length < 3) return quoted.join(' and ');
  return `${quoted.slice(0, -1).join(', ')}, and ${quoted[quoted.length - 1]}`;
}

/**
 * A method written here that is Python in CPython: wrong arguments are refused with the words that functions have. The arity of `spec` is a signature without
 * keyword-only parameters.
 */
export function asPythonMethod(owner: string, spec: NativeSpec): NativeSpec {
  if (typeof spec.arity !== 'object' || !('params' in spec.arity)) return spec;
  const { names, required } = parseSignature(spec.arity.params);
  const called = `${owner}.${spec.name}()`;
  const least = required.filter(Boolean).length;
  return {
    ...spec,
    arity: 'raw',
    fn: (rt, args, count, kwnames) => {
      const keywords = kwnames === 0 ? 0 : tupleLength(rt, kwnames);
      const given = count - 1 - keywords;
      if (given > names.length) {
        const range = least === names.length ? `${names.length + 1}` : `from ${least + 1} to ${names.length + 1}`;
        raiseTypeError(
          rt,
          `${called} takes ${range} positional argument${names.length === 0 ? '' : 's'} but ${given + 1} were given`,
        );
      }
      const mark = rt.push(rt.retain(M[args]));
      for (let index = 0; index < names.length; index++) rt.push(index < given ? rt.retain(M[args + 2 + 2 * index]) : 0);
      for (let keyword = 0; keyword < keywords; keyword++) {
        const name = strText(rt, tupleItem(rt, kwnames, keyword));
        const index = names.indexOf(name);
        if (index < 0) raiseTypeError(rt, `${called} got an unexpected keyword argument '${name}'`);
        const slot = mark + 2 + 2 * index;
        if (M[slot] !== 0) raiseTypeError(rt, `${called} got multiple values for argument '${name}'`);
        M[slot] = rt.retain(M[args + 2 + 2 * (given + keyword)]);
      }
      const missing = names.filter((_, index) => required[index] && M[mark + 2 + 2 * index] === 0);
      if (missing.length > 0) {
        raiseTypeError(
          rt,
          `${called} missing ${missing.length} required positional argument${missing.length === 1 ? '' : 's'}: ${quotedList(missing)}`,
        );
      }
      const result = spec.fn(rt, mark, names.length + 1, 0);
      rt.unwind(mark);
      return result;
    },
  };
}
