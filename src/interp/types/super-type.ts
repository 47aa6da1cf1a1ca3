/** super: words 4 class, 6 object, 8 type of the object (CPython: superobject). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInstanceOf, trackInstance } from '../objects/allocate.ts';
import { dictGetStr } from '../objects/dict.ts';
import { KIND } from '../objects/kinds.ts';
import { internedTwin, newStr, strText } from '../objects/str.ts';
import { findAttrNamed, genericGetAttr } from '../runtime/attributes.ts';
import { raise, raiseAttributeError, raiseTypeError } from '../runtime/exceptions.ts';
import { bindFound, isSubtype } from '../runtime/lookup.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { TYPE_DICT, type TypeInfo } from '../runtime/type-info.ts';
import type { TypeSpec } from '../runtime/types.ts';

const M = WORDS;

/** The class whose MRO super() walks: the object itself when it is a class deriving from `type`, else the object's class. */
function startType(rt: Runtime, type: TypeInfo, object: Address): TypeInfo {
  if ((M[object + REP] & 0xff) === KIND.type && isSubtype(rt.infoOfType(object), type)) return rt.infoOfType(object);
  const own = rt.typeOf(object);
  if (isSubtype(own, type)) return own;
  // A proxy says of itself that it is of another class.
  rt.pinned++;
  const said = findAttrNamed(rt, object, '__class__');
  rt.pinned--;
  if (said !== 0) {
    rt.release(said);
    if ((M[said + REP] & 0xff) === KIND.type && said !== own.address && isSubtype(rt.infoOfType(said), type)) {
      return rt.infoOfType(said);
    }
  }
  raiseTypeError(
    rt,
    `super(type, obj): obj (${(M[object + REP] & 0xff) === KIND.type ? `type ${rt.infoOfType(object).name}` : `instance of ${rt.typeOf(object).name}`}) is not an instance or subtype of type (${type.name}).`,
  );
}

function find(rt: Runtime, type: TypeInfo, start: TypeInfo, object: Address, name: Address): Address {
  const twin = internedTwin(rt, name);
  if (twin === 0) return 0;
  const from = start.mro.indexOf(type) + 1;
  for (let index = from; index < start.mro.length; index++) {
    const found = dictGetStr(rt, M[start.mro[index]!.address + TYPE_DICT], twin);
    if (found !== 0) return bindFound(rt, found, object === start.address ? 0 : object, start.address);
  }
  return 0;
}

/** The class of super(class, object) is none: an argument, or what the function itself put into its `__class__`. */
function refuseClass(rt: Runtime, cls: Address): never {
  const name = rt.typeOf(cls).name;
  if (rt.classOfMethod(rt) === cls) raise(rt, 'RuntimeError', `super(): __class__ is not a type (${name})`);
  raiseTypeError(rt, `super() argument 1 must be a type, not ${name}`);
}

/** super(class, object).name without making the super object; owned. */
export function superLookup(rt: Runtime, cls: Address, object: Address, name: Address): Address {
  if ((M[cls + REP] & 0xff) !== KIND.type) refuseClass(rt, cls);
  const type = rt.infoOfType(cls);
  const start = startType(rt, type, object);
  if (strText(rt, name) === '__class__') return rt.retain(rt.types['super']!.address);
  const found = find(rt, type, start, object, name);
  if (found !== 0) return found;
  raiseAttributeError(rt, `'super' object has no attribute '${strText(rt, name)}'`, rt.none, name);
}

export const superSpec: TypeSpec = {
  name: 'super',
  kind: 'super',
  basicBytes: 40,
  collectable: true,
  new: (rt, type) => {
    const info = rt.infoOfType(type);
    const self = newInstanceOf(rt, info, info.basicBytes);
    trackInstance(rt, info, self);
    return self;
  },
  init: (rt, self, args, count, kwnames) => {
    if (kwnames !== 0) raiseTypeError(rt, 'super() takes no keyword arguments');
    if (count > 2) {
      if (rt.typeOf(self).heap) raiseTypeError(rt, `super() takes at most 2 arguments (${count} given)`);
      raiseTypeError(rt, `super() expected at most 2 arguments, got ${count}`);
    }
    let cls: Address;
    let object: Address;
    if (count === 0) {
      [cls, object] = rt.superArguments(rt);
    } else {
      cls = M[args];
      if ((M[cls + REP] & 0xff) !== KIND.type) refuseClass(rt, cls);
      object = count === 2 && M[args + 2] !== rt.none ? M[args + 2] : 0;
    }
    M[self + 4] = rt.retain(cls);
    if (object !== 0) {
      const start = startType(rt, rt.infoOfType(cls), object);
      M[self + 6] = rt.retain(object);
      M[self + 8] = rt.retain(start.address);
    }
  },
  getattro: (rt, self, name) => {
    if (M[self + 8] !== 0 && strText(rt, name) !== '__class__') {
      const found = find(rt, rt.infoOfType(M[self + 4]), rt.infoOfType(M[self + 8]), M[self + 6], name);
      if (found !== 0) return found;
    }
    return genericGetAttr(rt, self, name);
  },
  descrGet: (rt, self, object) => {
    if (object === 0 || M[self + 6] !== 0) return rt.retain(self);
    const base = rt.push(rt.retain(rt.typeOf(self).address));
    rt.push(rt.retain(M[self + 4]));
    rt.push(rt.retain(object));
    return rt.call(base, 2, 0);
  },
  repr: (rt, self) => {
    const cls = rt.infoOfType(M[self + 4]).name;
    return newStr(
      rt,
      M[self + 8] === 0
        ? `<super: <class '${cls}'>, NULL>`
        : `<super: <class '${cls}'>, <${rt.infoOfType(M[self + 8]).name} object>>`,
    );
  },
  getset: [
    { name: '__thisclass__', get: (rt, self) => rt.retain(M[self + 4]) },
    { name: '__self__', get: (rt, self) => (M[self + 6] === 0 ? rt.none : rt.retain(M[self + 6])) },
    { name: '__self_class__', get: (rt, self) => (M[self + 8] === 0 ? rt.none : rt.retain(M[self + 8])) },
  ],
};
