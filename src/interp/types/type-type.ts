/** type: the class of classes. */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictDelete, dictGetStr, dictMerge, dictSetStr, newDict } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { isTuple, listOfEach, newListOf, tupleItem, tupleLength } from '../objects/sequence.ts';
import { intern, internedTwin, isStr, newStr, strText } from '../objects/str.ts';
import { noTypeAttribute } from '../runtime/attributes.ts';
import { holdArguments, unwindKeeping } from '../runtime/calls.ts';

import { setBases } from '../runtime/class-bases.ts';
import { plainIsInstance, plainIsSubclass } from '../runtime/class-checks.ts';
import { classChanged, newClass, winnerMetaclass } from '../runtime/classes.ts';
import { argumentTypeName, raise, raiseAttributeError, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { bindFound, isSubtype, typeLookup } from '../runtime/lookup.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { genericInit, genericNew } from '../runtime/slots.ts';
import { livingSubclasses } from '../runtime/subclasses.ts';
import {
  BINARY_NAMES,
  TYPE_BASE,
  TYPE_BASES,
  TYPE_BYTES,
  TYPE_DICT,
  TYPE_MRO,
  TYPE_NAME,
  TYPE_QUALNAME,
  type TypeInfo,
} from '../runtime/type-info.ts';
import type { TypeSpec } from '../runtime/types.ts';
import { fullName } from './object-type.ts';
import { numbersOf } from './type-numbers.ts';
import { unionOf } from './union-type.ts';

const M = WORDS;

/** type.__call__. */
export function typeCall(rt: Runtime, base: Address, count: number, kwnames: Address): Address {
  const info = rt.infoOfType(M[base]);
  if (info === rt.typeInfo && count === 1 && kwnames === 0) return rt.retain(rt.typeOf(M[base + 2]).address);
  if (info.vectorcall || count === 0) return construct(rt, M[base], base + 2, count, kwnames, kwnames !== 0);
  const mark = rt.sp;
  holdArguments(rt, base + 2, count, kwnames);
  return unwindKeeping(rt, mark, construct(rt, M[base], base + 2, count, kwnames, kwnames !== 0));
}

/** Makes an instance of `type` with `__new__` and `__init__`. `copied`: methods written in Python see the arguments held once more. */
export function construct(
  rt: Runtime,
  type: Address,
  args: Address,
  count: number,
  kwnames: Address,
  copied: boolean,
): Address {
  const info = rt.infoOfType(type);
  if (info.new === null) raiseTypeError(rt, `cannot create '${info.name}' instances`);
  // `__new__` may run Python, which may move the names and the class.
  const mark = rt.pushMovable(type);
  const names = kwnames === 0 ? 0 : rt.push(rt.retain(kwnames));
  const made =
    info.new === genericNew ? genericNew(rt, type, args, count, kwnames, copied) : info.new(rt, type, args, count, kwnames);
  rt.push(made);
  const madeInfo = rt.typeOf(made);
  if (madeInfo.init !== null && isSubtype(madeInfo, info)) {
    const keywords = names === 0 ? 0 : M[names];
    if (madeInfo.init === genericInit) genericInit(rt, made, args, count, keywords, copied);
    else madeInfo.init(rt, made, args, count, keywords);
  }
  return unwindKeeping(rt, mark, rt.pop());
}

/** type.__new__(metatype, name, bases, namespace, **kwargs). */
function typeNew(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  const keywords = kwnames === 0 ? 0 : tupleLength(rt, kwnames);
  const positional = count - keywords;
  if (positional !== 3) {
    raiseTypeError(
      rt,
      type === rt.typeInfo.address
        ? 'type() takes 1 or 3 arguments'
        : `type.__new__() takes exactly 3 arguments (${positional} given)`,
    );
  }
  if (!isStr(rt, M[args])) raiseTypeError(rt, `type.__new__() argument 1 must be str, not ${argumentTypeName(rt, M[args])}`);
  if (!isTuple(rt, M[args + 2]))
    raiseTypeError(rt, `type.__new__() argument 2 must be tuple, not ${argumentTypeName(rt, M[args + 2])}`);
  if ((M[M[args + 4] + REP] & 0xff) !== KIND.dict) {
    raiseTypeError(rt, `type.__new__() argument 3 must be dict, not ${argumentTypeName(rt, M[args + 4])}`);
  }
  const bases: Address[] = [];
  for (let index = 0; index < tupleLength(rt, M[args + 2]); index++) bases.push(tupleItem(rt, M[args + 2], index));
  const given = rt.infoOfType(type);
  const winner = winnerMetaclass(rt, given, bases);
  if (winner !== given && winner.new !== typeNew) return winner.new!(rt, winner.address, args, count, kwnames);
  rt.pinned++;
  const made = newClass(rt, winner, M[args], M[args + 2], M[args + 4], args + 6, keywords, kwnames);
  rt.pinned--;
  return made;
}

function typeInit(rt: Runtime, _self: Address, _args: Address, count: number, kwnames: Address): void {
  const positional = count - (kwnames === 0 ? 0 : tupleLength(rt, kwnames));
  if (positional !== 1 && positional !== 3) raiseTypeError(rt, 'type.__init__() takes 1 or 3 arguments');
}

function typeRepr(rt: Runtime, self: Address): Address {
  return newStr(rt, `<class '${fullName(rt.infoOfType(self))}'>`);
}

/** type.__getattribute__. */
function typeGetAttr(rt: Runtime, self: Address, name: Address): Address {
  const metatype = rt.typeOf(self);
  const info = rt.infoOfType(self);
  const twin = internedTwin(rt, name);
  if (twin === 0) noTypeAttribute(rt, info, self, name);
  const meta = typeLookup(rt, metatype, twin);
  const metaInfo = meta === 0 ? null : rt.typeOf(meta);
  if (metaInfo !== null && metaInfo.descrGet !== null && metaInfo.descrSet !== null) {
    return metaInfo.descrGet(rt, meta, self, metatype.address);
  }
  const own = typeLookup(rt, info, twin);
  if (own !== 0) return bindFound(rt, own, 0, self);
  if (metaInfo !== null) return bindFound(rt, meta, self, metatype.address);
  noTypeAttribute(rt, info, self, name);
}

const TYPE_DOC = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type";

/** type.__setattr__ and __delattr__. */
function typeSetAttr(rt: Runtime, self: Address, name: Address, value: Address): void {
  const info = rt.infoOfType(self);
  const text = strText(rt, name);
  if (!info.heap) {
    raiseTypeError(rt, `cannot set '${text}' attribute of immutable type '${info.name}'`);
  }
  const metatype = rt.typeOf(self);
  const meta = typeLookup(rt, metatype, name);
  if (meta !== 0) {
    const set = rt.typeOf(meta).descrSet;
    if (set !== null) {
      set(rt, meta, self, value);
      return;
    }
  }
  const dict = M[self + TYPE_DICT];
  if (value === 0) {
    if (!dictDelete(rt, dict, name))
      raiseAttributeError(rt, `type object '${info.name}' has no attribute '${text}'`, self, name);
  } else dictSetStr(rt, dict, name, value);
  // A metaclass has a `__module__` of its own in front of the descriptor.
  if (text === '__module__') noteModule(rt, info, value);
  if (text.startsWith('__') && text.endsWith('__')) classChanged(rt, info);
  else bumpAll(rt, info);
}

/** What repr shows before the name: the `__module__` of the class's dict, nothing where that is no str or is gone (0). */
function noteModule(rt: Runtime, info: TypeInfo, value: Address): void {
  info.module = value !== 0 && isStr(rt, value) ? strText(rt, value) : '';
}

function bumpAll(rt: Runtime, info: TypeInfo): void {
  rt.bumpTypeVersion(info);
  for (const subclass of info.subclasses) bumpAll(rt, subclass);
}

function subclassesOf(rt: Runtime, self: Address): Address {
  const info = rt.infoOfType(self);
  // Built-in subclasses first: they were there first.
  const builtIn = [...info.subclasses].filter((subclass) => !subclass.heap).map((subclass) => subclass.address);
  return listOfEach(rt, [...builtIn, ...livingSubclasses(rt, info)], (subclass) => rt.retain(subclass));
}

function ownDict(rt: Runtime, self: Address, name: string): Address {
  return dictGetStr(rt, M[self + TYPE_DICT], intern(rt, name));
}

function setName(rt: Runtime, self: Address, value: Address, slot: number, attribute: string): void {
  const info = rt.infoOfType(self);
  if (!info.heap) raiseTypeError(rt, `cannot set '${attribute}' attribute of immutable type '${info.name}'`);
  if (value === 0) raiseTypeError(rt, `cannot delete '${attribute}' attribute of immutable type '${info.name}'`);
  if (!isStr(rt, value)) {
    raiseTypeError(rt, `can only assign string to ${info.name}.${attribute}, not '${rt.typeOf(value).name}'`);
  }
  const text = strText(rt, value);
  if (slot === TYPE_NAME) {
    if (text.includes('\0')) raiseValueError(rt, 'type name must not contain null characters');
    info.name = text;
  } else info.qualname = text;
  rt.replace(self, self + slot, rt.retain(value));
}

export const typeTypeSpec: TypeSpec = {
  name: 'type',
  kind: 'type',
  basicBytes: TYPE_BYTES,
  collectable: true,
  weakOffset: 14,
  call: typeCall,
  new: typeNew,
  init: typeInit,
  repr: typeRepr,
  getattro: typeGetAttr,
  setattro: typeSetAttr,
  // `int | str` is a union.
  binary: BINARY_NAMES.map((name) => (name === 'or' ? unionOf : null)),
  doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
  getset: [
    {
      name: '__name__',
      get: (rt, self) => rt.retain(M[self + TYPE_NAME]),
      set: (rt, self, value) => setName(rt, self, value, TYPE_NAME, '__name__'),
    },
    {
      name: '__qualname__',
      get: (rt, self) => rt.retain(M[self + TYPE_QUALNAME]),
      set: (rt, self, value) => setName(rt, self, value, TYPE_QUALNAME, '__qualname__'),
    },
    {
      name: '__module__',
      get: (rt, self) => {
        const own = ownDict(rt, self, '__module__');
        // The type of types has this very descriptor in its dict.
        return own !== 0 && rt.infoOfType(self).heap ? rt.retain(own) : newStr(rt, rt.infoOfType(self).module);
      },
      set: (rt, self, value) => {
        const info = rt.infoOfType(self);
        if (!info.heap || value === 0) {
          const verb = info.heap ? 'delete' : 'set';
          raiseTypeError(rt, `cannot ${verb} '__module__' attribute of immutable type '${info.name}'`);
        }
        dictSetStr(rt, M[self + TYPE_DICT], intern(rt, '__module__'), value);
        noteModule(rt, info, value);
        bumpAll(rt, info);
      },
    },
    {
      name: '__bases__',
      get: (rt, self) => rt.retain(M[self + TYPE_BASES]),
      set: (rt, self, value) => {
        rt.pinned++;
        setBases(rt, self, value);
        rt.pinned--;
      },
    },
    { name: '__base__', get: (rt, self) => (M[self + TYPE_BASE] === 0 ? rt.none : rt.retain(M[self + TYPE_BASE])) },
    { name: '__mro__', get: (rt, self) => rt.retain(M[self + TYPE_MRO]) },
    { name: '__dict__', get: (rt, self) => rt.newMappingProxy(rt, M[self + TYPE_DICT]) },
    {
      name: '__doc__',
      get: (rt, self) => {
        const own = ownDict(rt, self, '__doc__');
        if (own === 0) return rt.none;
        if (self === rt.typeOf(self).address) return newStr(rt, TYPE_DOC);
        return bindFound(rt, own, 0, self);
      },
      set: (rt, self, value) => {
        const info = rt.infoOfType(self);
        if (!info.heap) raiseTypeError(rt, `cannot set '__doc__' attribute of immutable type '${info.name}'`);
        dictSetStr(rt, M[self + TYPE_DICT], intern(rt, '__doc__'), value);
        bumpAll(rt, info);
      },
    },
    { name: '__basicsize__', get: (rt, self) => newInt(rt, numbersOf(rt, self).basic) },
    { name: '__itemsize__', get: (rt, self) => newInt(rt, numbersOf(rt, self).item) },
    { name: '__dictoffset__', get: (rt, self) => newInt(rt, numbersOf(rt, self).dict) },
    { name: '__weakrefoffset__', get: (rt, self) => newInt(rt, numbersOf(rt, self).weak) },
    { name: '__flags__', get: (rt, self) => newInt(rt, numbersOf(rt, self).flags) },
    { name: '__text_signature__', get: (rt) => rt.none },
    {
      name: '__type_params__',
      get: (rt, self) => {
        const own = ownDict(rt, self, '__type_params__');
        // The type of types has this very descriptor in its dict.
        return own === 0 || !isTuple(rt, own) ? rt.emptyTuple : rt.retain(own);
      },
      set: (rt, self, value) => dictSetStr(rt, M[self + TYPE_DICT], intern(rt, '__type_params__'), value),
    },
    {
      name: '__annotations__',
      get: (rt, self) => {
        const info = rt.infoOfType(self);
        if (!info.heap)
          raiseAttributeError(
            rt,
            `type object '${info.name}' has no attribute '__annotations__'`,
            self,
            intern(rt, '__annotations__'),
          );
        const own = ownDict(rt, self, '__annotations__');
        if (own !== 0) return rt.retain(own);
        const dict = rt.push(newDict(rt));
        dictSetStr(rt, M[self + TYPE_DICT], intern(rt, '__annotations__'), M[dict]);
        return rt.pop();
      },
      set: (rt, self, value) => {
        if (value === 0) dictDelete(rt, M[self + TYPE_DICT], intern(rt, '__annotations__'));
        else dictSetStr(rt, M[self + TYPE_DICT], intern(rt, '__annotations__'), value);
      },
    },
    {
      name: '__abstractmethods__',
      get: (rt, self) => {
        const own = ownDict(rt, self, '__abstractmethods__');
        if (own === 0 || rt.infoOfType(self) === rt.typeInfo) {
          raise(rt, 'AttributeError', '__abstractmethods__');
        }
        return rt.retain(own);
      },
      set: (rt, self, value) => {
        if (value === 0) {
          if (!dictDelete(rt, M[self + TYPE_DICT], intern(rt, '__abstractmethods__'))) {
            raise(rt, 'AttributeError', '__abstractmethods__');
          }
        } else dictSetStr(rt, M[self + TYPE_DICT], intern(rt, '__abstractmethods__'), value);
        bumpAll(rt, rt.infoOfType(self));
      },
    },
  ],
  methods: [
    {
      name: 'mro',
      arity: 'none',
      fn: (rt, args) =>
        newListOf(
          rt,
          rt.infoOfType(M[args]).mro.map((entry) => rt.retain(entry.address)),
        ),
    },
    { name: '__subclasses__', arity: 'none', fn: (rt, args) => subclassesOf(rt, M[args]) },
    { name: '__instancecheck__', arity: 'one', fn: (rt, args) => rt.bool(plainIsInstance(rt, M[args + 2], M[args])) },
    { name: '__subclasscheck__', arity: 'one', fn: (rt, args) => rt.bool(plainIsSubclass(rt, M[args + 2], M[args])) },
    {
      name: '__dir__',
      arity: 'none',
      fn: (rt, args) => {
        const names = rt.push(newDict(rt));
        for (const info of [...rt.infoOfType(M[args]).mro].reverse()) dictMerge(rt, M[names], M[info.address + TYPE_DICT]);
        const list = rt.listFromIterable(rt, M[names]);
        rt.push(list);
        rt.sp -= 2;
        rt.unwind(names);
        return list;
      },
    },
    { name: '__sizeof__', arity: 'none', fn: (rt, args) => rt.newIntObject(rt, rt.sizeOf(M[args])) },
  ],
  classMethods: [
    {
      name: '__prepare__',
      arity: 'raw',
      fn: (rt) => newDict(rt),
    },
  ],
};
