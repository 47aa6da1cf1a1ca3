/** weakref.proxy: every operation goes through to the referent while it lives (CPython: Objects/weakrefobject.c). */
import { WEAK_REFERENT } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { internStr, newStr } from '../objects/str.ts';
import { callMethod } from '../runtime/attributes.ts';
import { call1, holdCopies } from '../runtime/calls.ts';
import { raise, raiseTypeError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import {
  binary,
  compare,
  contains,
  getItem,
  getIter,
  indexOf,
  invert,
  isTrue,
  iterNextOf,
  length,
  negative,
  positive,
  setItem,
  str,
} from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { BINARY_NAMES } from '../runtime/type-info.ts';
import { defineType, type TypeSpec } from '../runtime/types.ts';
import { hexId } from './object-type.ts';
import { nameOfClass, WEAKREF_BYTES, weakrefOf } from './weakref-type.ts';

const M = WORDS;

function isProxy(rt: Runtime, object: Address): boolean {
  const info = rt.typeOf(object);
  return info === rt.types['ProxyType'] || info === rt.types['CallableProxyType'];
}

/** Pushes the living referent (or the object itself); returns its slot. */
function pushTarget(rt: Runtime, object: Address): Address {
  if (!isProxy(rt, object)) return rt.push(rt.retain(object));
  const referent = M[object + WEAK_REFERENT];
  if (referent === 0) raise(rt, 'ReferenceError', 'weakly-referenced object no longer exists');
  return rt.push(rt.retain(referent));
}

/** Runs `work` on the living referents of up to two operands; the result is owned by the caller. */
function through(rt: Runtime, left: Address, right: Address, work: (a: Address, b: Address) => Address): Address {
  rt.pinned++;
  const first = pushTarget(rt, left);
  const second = right === 0 ? 0 : pushTarget(rt, right);
  const result = work(M[first], second === 0 ? 0 : M[second]);
  rt.push(result);
  rt.sp -= 2;
  rt.unwind(first);
  rt.pinned--;
  return result;
}

function unary(work: (rt: Runtime, a: Address) => Address) {
  return (rt: Runtime, self: Address): Address => through(rt, self, 0, (a) => work(rt, a));
}

function plainValue<T>(rt: Runtime, self: Address, work: (a: Address) => T): T {
  rt.pinned++;
  const slot = pushTarget(rt, self);
  const value = work(M[slot]);
  rt.unwind(slot);
  rt.pinned--;
  return value;
}

/** A special method that has no slot. */
function method(name: string): NativeSpec {
  return { name, arity: 'none', fn: (rt, args) => through(rt, M[args], 0, (a) => callMethod(rt, a, name)) };
}

const shared: Partial<TypeSpec> = {
  module: 'weakref',
  kind: 'weakref',
  basicBytes: WEAKREF_BYTES,
  collectable: true,
  baseType: false,
  abstract: true,
  unhashable: true,
  getattro: (rt, self, name) => through(rt, self, 0, (a) => rt.typeOf(a).getattro(rt, a, name)),
  setattro: (rt, self, name, value) => plainValue(rt, self, (a) => rt.typeOf(a).setattro(rt, a, internStr(rt, name), value)),
  repr: (rt, self) => {
    const referent = M[self + WEAK_REFERENT];
    if (referent === 0) return newStr(rt, `<weakproxy at ${hexId(rt, self)}; dead>`);
    return newStr(rt, `<weakproxy at ${hexId(rt, self)}; to '${nameOfClass(rt, referent)}' at ${hexId(rt, referent)}>`);
  },
  str: unary(str),
  compare: (rt, left, right, op) => through(rt, left, right, (a, b) => compare(rt, a, b, op)),
  binary: BINARY_NAMES.map(
    (_, op) => (rt: Runtime, left: Address, right: Address) => through(rt, left, right, (a, b) => binary(rt, a, b, op, false)),
  ),
  inplace: BINARY_NAMES.map(
    (_, op) => (rt: Runtime, left: Address, right: Address) => through(rt, left, right, (a, b) => binary(rt, a, b, op, true)),
  ),
  negative: unary(negative),
  positive: unary(positive),
  invert: unary(invert),
  bool: (rt, self) => plainValue(rt, self, (a) => isTrue(rt, a)),
  length: (rt, self) => plainValue(rt, self, (a) => length(rt, a)),
  getitem: (rt, self, key) => through(rt, self, 0, (a) => getItem(rt, a, key)),
  setitem: (rt, self, key, value) => plainValue(rt, self, (a) => setItem(rt, a, key, value)),
  contains: (rt, self, item) => plainValue(rt, self, (a) => contains(rt, a, item)),
  iter: unary(getIter),
  next: (rt, self) =>
    plainValue(rt, self, (a) => {
      if (rt.typeOf(a).next === null)
        raiseTypeError(rt, `Weakref proxy referenced a non-iterator '${rt.typeOf(a).name}' object`);
      return iterNextOf(rt, a);
    }),
  absolute: unary((rt, a) => {
    const { absolute, name } = rt.typeOf(a);
    if (absolute === null) raiseTypeError(rt, `bad operand type for abs(): '${name}'`);
    return absolute(rt, a);
  }),
  int: unary((rt, a) => call1(rt, rt.intInfo.address, a)),
  float: unary((rt, a) => call1(rt, rt.floatInfo.address, a)),
  index: unary(indexOf),
  methods: [method('__bytes__'), method('__reversed__')],
};

/** Defines the proxy types when the weakref module is first imported. */
export function defineProxyTypes(rt: Runtime): void {
  defineType(rt, { ...shared, name: 'ProxyType' });
  defineType(rt, {
    ...shared,
    name: 'CallableProxyType',
    call: (rt, base, count, kwnames) => {
      const start = pushTarget(rt, M[base]);
      holdCopies(rt, base + 2, count);
      return rt.call(start, count, kwnames);
    },
  });
}

/** weakref.proxy(object, callback); owned. */
export function proxyOf(rt: Runtime, object: Address, callback: Address): Address {
  const callable = rt.typeOf(object).call !== null || rt.typeOf(object) === rt.functionInfo;
  return weakrefOf(rt, rt.types[callable ? 'CallableProxyType' : 'ProxyType']!, object, callback);
}
