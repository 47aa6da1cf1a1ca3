/** Getting, setting and deleting attributes (CPython: Objects/object.c, generic getattr and friends). */

import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';

import { dictGetStr, dictHasStrKeys } from '../objects/dict.ts';
import { dictSlot, hasInlineValues, instanceDelete, instanceGet, instanceSet } from '../objects/instance.ts';
import { KIND, REP_FLAG_INLINE } from '../objects/kinds.ts';
import { intern, internedTwin, internStr, strText } from '../objects/str.ts';

import { isPending, raise, raiseAttributeError } from './exceptions.ts';
import { bindFound, typeLookup } from './lookup.ts';
import type { Runtime } from './runtime.ts';
import type { TypeInfo } from './type-info.ts';

const M = WORDS;

/** object.name; owned. Raises AttributeError. */
export function getAttr(rt: Runtime, object: Address, name: Address): Address {
  return rt.typeOf(object).getattro(rt, object, name);
}

/** object.name by host name. */
export function getAttrNamed(rt: Runtime, object: Address, name: string): Address {
  return getAttr(rt, object, intern(rt, name));
}

/** object.name, or 0 where it raises AttributeError. */
export function findAttr(rt: Runtime, object: Address, name: Address): Address {
  const mark = rt.sp;
  const info = rt.typeOf(object);
  // The plain case needs no exception to say no.
  if (info.getattro === genericGetAttr && !comparesInPython(rt, info, object)) return genericFind(rt, info, object, name);
  try {
    return info.getattro(rt, object, name);
  } catch (thrown) {
    if (!isPending(rt, thrown, rt.types['AttributeError']!)) throw thrown;
    rt.unwind(mark);
    rt.setRoot(rt.pending, 0);
    return 0;
  }
}

export function findAttrNamed(rt: Runtime, object: Address, name: string): Address {
  return findAttr(rt, object, intern(rt, name));
}

/** object.name = value. */
export function setAttr(rt: Runtime, object: Address, name: Address, value: Address): void {
  rt.typeOf(object).setattro(rt, object, internStr(rt, name), value);
}

export function setAttrNamed(rt: Runtime, object: Address, name: string, value: Address): void {
  setAttr(rt, object, intern(rt, name), value);
}

/** del object.name. */
export function deleteAttr(rt: Runtime, object: Address, name: Address): void {
  rt.typeOf(object).setattro(rt, object, internStr(rt, name), 0);
}

function genericFind(rt: Runtime, info: TypeInfo, object: Address, name: Address): Address {
  const twin = internedTwin(rt, name);
  let descriptor = 0;
  if (twin !== 0) {
    descriptor = typeLookup(rt, info, twin);
    if (descriptor !== 0) {
      const descriptorInfo = rt.typeOf(descriptor);
      if (descriptorInfo.descrGet !== null && descriptorInfo.descrSet !== null) {
        const mark = rt.sp;
        try {
          return descriptorInfo.descrGet(rt, descriptor, object, info.address);
        } catch (thrown) {
          if (!isPending(rt, thrown, rt.types['AttributeError']!)) throw thrown;
          rt.unwind(mark);
          rt.setRoot(rt.pending, 0);
          return 0;
        }
      }
    }
    const own = instanceGet(rt, info, object, twin);
    if (own !== 0) return rt.retain(own);
  } else {
    const slot = dictSlot(rt, info, object);
    if (slot !== 0 && M[slot] !== 0) {
      const own = dictGetStr(rt, M[slot], name);
      if (own !== 0) return rt.retain(own);
    }
  }
  if (descriptor === 0) return 0;
  const get = rt.typeOf(descriptor).descrGet;
  if (get === null) return rt.retain(descriptor);
  const mark = rt.sp;
  try {
    return get(rt, descriptor, object, info.address);
  } catch (thrown) {
    if (!isPending(rt, thrown, rt.types['AttributeError']!)) throw thrown;
    rt.unwind(mark);
    rt.setRoot(rt.pending, 0);
    return 0;
  }
}

/** Has the instance's dict keys that are no strings, so that a look-up may run their `__eq__`, which may drop what the class holds? */
function comparesInPython(rt: Runtime, info: TypeInfo, object: Address): boolean {
  if (hasInlineValues(rt, object)) return false;
  const slot = dictSlot(rt, info, object);
  return slot !== 0 && M[slot] !== 0 && !dictHasStrKeys(rt, M[slot]);
}

/** PyObject_GenericGetAttr. */
export function genericGetAttr(rt: Runtime, object: Address, name: Address): Address {
  const info = rt.typeOf(object);
  const mark = rt.sp;
  const twin = internedTwin(rt, name);
  let descriptor = 0;
  if (twin !== 0) {
    descriptor = typeLookup(rt, info, twin);
    if (descriptor !== 0) {
      const descriptorInfo = rt.typeOf(descriptor);
      if (descriptorInfo.descrGet !== null && descriptorInfo.descrSet !== null) {
        return descriptorInfo.descrGet(rt, descriptor, object, info.address);
      }
    }
    if (descriptor !== 0 && comparesInPython(rt, info, object)) rt.push(rt.retain(descriptor));
    const own = instanceGet(rt, info, object, twin);
    if (own !== 0) {
      rt.retain(own);
      rt.unwind(mark);
      return own;
    }
  } else {
    const slot = dictSlot(rt, info, object);
    if (slot !== 0 && M[slot] !== 0) {
      const own = dictGetStr(rt, M[slot], name);
      if (own !== 0) return rt.retain(own);
    }
  }
  if (rt.sp !== mark) {
    const result = bindFound(rt, descriptor, object, info.address);
    rt.unwind(mark);
    return result;
  }
  if (descriptor !== 0) return bindFound(rt, descriptor, object, info.address);
  raiseAttributeError(rt, `'${info.name}' object has no attribute '${strText(rt, name)}'`, object, name);
}

/** PyObject_GenericSetAttr; value 0 deletes. `name` is interned. */
export function genericSetAttr(rt: Runtime, object: Address, name: Address, value: Address): void {
  const info = rt.typeOf(object);
  const descriptor = typeLookup(rt, info, name);
  if (descriptor !== 0) {
    const set = rt.typeOf(descriptor).descrSet;
    if (set !== null) {
      set(rt, descriptor, object, value);
      return;
    }
  }
  if (value !== 0) {
    if (instanceSet(rt, info, object, name, value)) return;
  } else {
    if (instanceDelete(rt, info, object, name)) return;
    if (dictSlot(rt, info, object) !== 0) {
      const message = `'${info.name}' object has no attribute '${strText(rt, name)}'`;
      // Of attributes that lie in the instance itself, as of what is read-only, CPython tells the message alone.
      if ((M[object + REP] & REP_FLAG_INLINE) !== 0) raise(rt, 'AttributeError', message);
      raiseAttributeError(rt, message, object, name);
    }
  }
  const text = strText(rt, name);
  if (descriptor !== 0) raise(rt, 'AttributeError', `'${info.name}' object attribute '${text}' is read-only`);
  raiseAttributeError(
    rt,
    `'${info.name}' object has no attribute '${text}' and no __dict__ for setting new attributes`,
    object,
    name,
  );
}

/**
 * A special method looked up on the type, bound to `object`: pushes (function, self) or (0, bound) as LOAD_METHOD does and returns true; false when
 * the type has none (CPython: lookup_maybe_method).
 */
export function pushSpecial(rt: Runtime, object: Address, name: string): boolean {
  const found = typeLookup(rt, rt.typeOf(object), intern(rt, name));
  if (found === 0) return false;
  pushFound(rt, object, found);
  return true;
}

/** As `pushSpecial`, for what the look-up has found. */
function pushFound(rt: Runtime, object: Address, found: Address): void {
  if (isUnboundMethod(found)) {
    rt.push(rt.retain(found));
    rt.push(rt.retain(object));
    return;
  }
  rt.push(0);
  rt.push(bindFound(rt, found, object, rt.typeOf(object).address));
}

/** Special method `name` of object's type, bound; owned, or 0 when the type has none (_PyObject_LookupSpecial). */
export function lookupSpecial(rt: Runtime, object: Address, name: string): Address {
  const info = rt.typeOf(object);
  const found = typeLookup(rt, info, intern(rt, name));
  return found === 0 ? 0 : bindFound(rt, found, object, info.address);
}

/** Calls special method `name` of object's type with further borrowed arguments; 0 when the type has none. */
export function callSpecial(rt: Runtime, object: Address, name: string, ...args: Address[]): Address {
  const found = typeLookup(rt, rt.typeOf(object), intern(rt, name));
  return found === 0 ? 0 : callFound(rt, object, found, args);
}

function callFound(rt: Runtime, object: Address, found: Address, args: readonly Address[]): Address {
  if (isUnboundMethod(found)) {
    const base = rt.push(rt.retain(found));
    rt.push(rt.retain(object));
    for (const value of args) rt.push(rt.retain(value));
    return rt.call(base, args.length + 1, 0);
  }
  // Binding it may run Python, and the arguments move.
  const first = rt.sp;
  for (const value of args) rt.pushMovable(value);
  const base = rt.push(bindFound(rt, found, object, rt.typeOf(object).address));
  for (const [index, value] of args.entries()) rt.push(rt.retain(rt.movable(first + 2 * index, value)));
  const result = rt.call(base, args.length, 0);
  rt.unwind(first);
  return result;
}

/** What is called with its object in front, without being bound to it (Py_TPFLAGS_METHOD_DESCRIPTOR). */
function isUnboundMethod(found: Address): boolean {
  const kind = M[found + REP] & 0xff;
  return kind === KIND.function || kind === KIND.methodDescriptor || kind === KIND.wrapper;
}

/**
 * As `callSpecial`, for methods that CPython binds before it calls them (_PyObject_LookupSpecial): while a Python function runs, the bound method holds `object` too.
 */
export function callBoundSpecial(rt: Runtime, object: Address, name: string, ...args: Address[]): Address {
  const found = typeLookup(rt, rt.typeOf(object), intern(rt, name));
  if (found === 0) return 0;
  if ((M[found + REP] & 0xff) !== KIND.function) return callFound(rt, object, found, args);
  const method = rt.push(rt.bindMethod(rt, found, object));
  const base = rt.push(rt.retain(M[method]));
  for (const value of args) rt.push(rt.retain(value));
  const result = rt.push(rt.call(base, args.length, 0));
  rt.release(M[method]);
  rt.sp = method;
  return M[result];
}

/** object.name(*args) by host name; arguments borrowed, result owned. */
export function callMethod(rt: Runtime, object: Address, name: string, ...args: Address[]): Address {
  const method = rt.push(getAttrNamed(rt, object, name));
  for (const value of args) rt.push(rt.retain(value));
  return rt.call(method, args.length, 0);
}

/** Raises AttributeError for a type object without the attribute. */
export function noTypeAttribute(rt: Runtime, info: TypeInfo, type: Address, name: Address): never {
  raiseAttributeError(rt, `type object '${info.name}' has no attribute '${strText(rt, name)}'`, type, name);
}
