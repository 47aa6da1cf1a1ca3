/** Descriptors: methods, slot wrappers, members and computed attributes of built-in types; property, staticmethod, classmethod; super. */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInstanceOf, trackInstance } from '../objects/allocate.ts';
import { dictGetStr, newDict } from '../objects/dict.ts';
import { DESCR_NAME, DESCR_TYPE, NATIVE_INDEX, newBuiltin, newMethod } from '../objects/function.ts';
import { KIND } from '../objects/kinds.ts';
import { intern, newStr, strText } from '../objects/str.ts';
import { findAttrNamed, setAttrNamed } from '../runtime/attributes.ts';
import { bindArguments, call1, call2, callNative, holdArguments, holdCopies, unwindKeeping } from '../runtime/calls.ts';
import { caught, noteAttribute, raise, raiseAttributeError, raiseTypeError } from '../runtime/exceptions.ts';
import { identityHash } from '../runtime/identity.ts';
import { isSubtype } from '../runtime/lookup.ts';
import { parseSignature } from '../runtime/native.ts';
import { isTrue } from '../runtime/operators.ts';

import type { Runtime } from '../runtime/runtime.ts';
import { TYPE_DICT } from '../runtime/type-info.ts';
import type { TypeSpec } from '../runtime/types.ts';
import { CALL_METHOD } from './call-method.ts';
import { fullName } from './object-type.ts';
import { reducedAttribute } from './reduction.ts';

const M = WORDS;

function nameOf(rt: Runtime, descriptor: Address): string {
  return strText(rt, M[descriptor + DESCR_NAME]);
}

function shortName(rt: Runtime, type: Address): string {
  const info = rt.infoOfType(type);
  return info.qualname ?? info.name;
}

function checkOwner(rt: Runtime, descriptor: Address, object: Address): void {
  const owner = rt.infoOfType(M[descriptor + DESCR_TYPE]);
  const info = rt.typeOf(object);
  if (!isSubtype(info, owner)) {
    raiseTypeError(
      rt,
      `descriptor '${nameOf(rt, descriptor)}' for '${owner.name}' objects doesn't apply to a '${info.name}' object`,
    );
  }
}

const common = (what: string) => ({
  repr: (rt: Runtime, self: Address): Address =>
    newStr(rt, `<${what} '${nameOf(rt, self)}' of '${rt.infoOfType(M[self + DESCR_TYPE]).name}' objects>`),
  getset: [
    { name: '__name__', get: (rt: Runtime, self: Address) => rt.retain(M[self + DESCR_NAME]) },
    {
      name: '__qualname__',
      get: (rt: Runtime, self: Address) => newStr(rt, `${shortName(rt, M[self + DESCR_TYPE])}.${nameOf(rt, self)}`),
    },
    { name: '__objclass__', get: (rt: Runtime, self: Address) => rt.retain(M[self + DESCR_TYPE]) },
    { name: '__doc__', get: (rt: Runtime, self: Address) => docOf(rt, self) },
  ],
});

function docOf(rt: Runtime, self: Address): Address {
  const kind = M[self + REP] & 0xff;
  if (kind !== KIND.methodDescriptor && kind !== KIND.wrapper) return rt.none;
  const doc = rt.natives[M[self + NATIVE_INDEX]]!.doc;
  return doc === undefined ? rt.none : newStr(rt, doc);
}

function nativeOf(rt: Runtime, descriptor: Address) {
  return rt.natives[M[descriptor + NATIVE_INDEX]]!;
}

export const methodDescriptorSpec: TypeSpec = {
  name: 'method_descriptor',
  kind: 'methodDescriptor',
  basicBytes: 56,
  collectable: true,
  baseType: false,
  abstract: true,
  ...common('method'),
  methods: [CALL_METHOD, reducedAttribute((_rt, self) => M[self + DESCR_TYPE])],
  descrGet: (rt, descriptor, object) => {
    if (object === 0) return rt.retain(descriptor);
    checkOwner(rt, descriptor, object);
    return newBuiltin(rt, nativeOf(rt, descriptor), object);
  },
};

export const classMethodDescriptorSpec: TypeSpec = {
  name: 'classmethod_descriptor',
  kind: 'getset',
  basicBytes: 56,
  collectable: true,
  baseType: false,
  abstract: true,
  ...common('method'),
  descrGet: (rt, descriptor, object, type) => {
    const bound = type === 0 ? rt.typeOf(object).address : type;
    const owner = rt.infoOfType(M[descriptor + DESCR_TYPE]);
    const name = nameOf(rt, descriptor);
    if ((M[bound + REP] & 0xff) !== KIND.type) {
      raiseTypeError(
        rt,
        `descriptor '${name}' for type '${owner.name}' needs a type, not a '${rt.typeOf(bound).name}' as arg 2`,
      );
    }
    const info = rt.infoOfType(bound);
    if (!isSubtype(info, owner)) {
      raiseTypeError(rt, `descriptor '${name}' requires a subtype of '${owner.name}' but received '${info.name}'`);
    }
    return newBuiltin(rt, nativeOf(rt, descriptor), bound);
  },
  call: (rt, base, count, kwnames) => callNative(rt, nativeOf(rt, M[base]), base + 2, count, kwnames),
};

export const wrapperDescriptorSpec: TypeSpec = {
  name: 'wrapper_descriptor',
  kind: 'wrapper',
  basicBytes: 56,
  collectable: true,
  baseType: false,
  abstract: true,
  ...common('slot wrapper'),
  methods: [CALL_METHOD, reducedAttribute((_rt, self) => M[self + DESCR_TYPE])],
  descrGet: (rt, descriptor, object) => {
    if (object === 0) return rt.retain(descriptor);
    checkOwner(rt, descriptor, object);
    const info = rt.types['method-wrapper']!;
    const bound = rt.newCollectable(info, info.rep, info.basicBytes);
    M[bound + 4] = rt.retain(descriptor);
    M[bound + 5] = 0;
    M[bound + 6] = rt.retain(object);
    M[bound + 7] = 0;
    rt.heap.track(bound);
    return bound;
  },
};

/** A slot wrapper bound to an object: word 4 the wrapper, 6 self. */
export const methodWrapperSpec: TypeSpec = {
  name: 'method-wrapper',
  kind: 'record',
  basicBytes: 32,
  fields: 2,
  collectable: true,
  baseType: false,
  abstract: true,
  repr: (rt, self) =>
    newStr(
      rt,
      `<method-wrapper '${nameOf(rt, M[self + 4])}' of ${rt.typeOf(M[self + 6]).name} object at 0x${rt.heap.identity(M[self + 6]).toString(16)}>`,
    ),
  methods: [reducedAttribute((_rt, self) => M[self + 6])],
  call: (rt, base, count, kwnames) => {
    const bound = M[base];
    const native = nativeOf(rt, M[bound + 4]);
    const mark = rt.sp;
    // type.__call__ makes a tuple itself.
    if (native.slotKey !== 'call') holdArguments(rt, base + 2, count, kwnames);
    const args = rt.push(rt.retain(M[bound + 6]));
    holdCopies(rt, base + 2, count);
    return unwindKeeping(rt, mark, callNative(rt, native, args, count + 1, kwnames));
  },
  compare: (rt, left, right, op) => {
    if (op !== 2 && op !== 3) return rt.notImplemented;
    if (M[left + REP] !== M[right + REP]) return rt.notImplemented;
    const same = M[left + 4] === M[right + 4] && M[left + 6] === M[right + 6];
    return rt.bool(same === (op === 2));
  },
  hash: (rt, self) => {
    identityHash(rt, M[self + 6]);
    const low = rt.hashLow;
    const high = rt.hashHigh;
    identityHash(rt, M[self + 4]);
    rt.hashLow ^= low;
    rt.hashHigh ^= high;
  },
  getset: [
    { name: '__name__', get: (rt, self) => rt.retain(M[M[self + 4] + DESCR_NAME]) },
    {
      name: '__qualname__',
      get: (rt, self) => newStr(rt, `${shortName(rt, M[M[self + 4] + DESCR_TYPE])}.${nameOf(rt, M[self + 4])}`),
    },
    { name: '__self__', get: (rt, self) => rt.retain(M[self + 6]) },
    { name: '__objclass__', get: (rt, self) => rt.retain(M[M[self + 4] + DESCR_TYPE]) },
  ],
};

/** `__slots__` places and fields of built-in types; word 5 is the offset in the instance, or the complement of an index into Runtime.getsets. */
export const memberDescriptorSpec: TypeSpec = {
  name: 'member_descriptor',
  kind: 'member',
  basicBytes: 48,
  collectable: true,
  baseType: false,
  abstract: true,
  ...common('member'),
  descrGet: (rt, descriptor, object) => {
    if (object === 0) return rt.retain(descriptor);
    checkOwner(rt, descriptor, object);
    const index = M[descriptor + NATIVE_INDEX];
    if (index < 0) return rt.getsets[~index]!.get(rt, object);
    const value = M[object + index];
    if (value === 0) {
      const name = M[descriptor + DESCR_NAME];
      const owner = fullName(rt.typeOf(object)).replace(/^__main__\./u, '');
      raiseAttributeError(rt, `'${owner}' object has no attribute '${strText(rt, name)}'`, object, name);
    }
    return rt.retain(value);
  },
  descrSet: (rt, descriptor, object, value) => {
    checkOwner(rt, descriptor, object);
    const index = M[descriptor + NATIVE_INDEX];
    if (index < 0) {
      const { set } = rt.getsets[~index]!;
      if (set === undefined) raise(rt, 'AttributeError', 'readonly attribute');
      set(rt, object, value);
      return;
    }
    const slot = object + index;
    if (value === 0 && M[slot] === 0) {
      raise(rt, 'AttributeError', nameOf(rt, descriptor));
    }
    rt.replace(object, slot, value === 0 ? 0 : rt.retain(value));
  },
};

/** Computed attributes; word 5 is the index into Runtime.getsets. */
export const getSetDescriptorSpec: TypeSpec = {
  name: 'getset_descriptor',
  kind: 'getset',
  basicBytes: 48,
  collectable: true,
  baseType: false,
  abstract: true,
  ...common('attribute'),
  descrGet: (rt, descriptor, object) => {
    if (object === 0) return rt.retain(descriptor);
    checkOwner(rt, descriptor, object);
    return rt.getsets[M[descriptor + NATIVE_INDEX]]!.get(rt, object);
  },
  descrSet: (rt, descriptor, object, value) => {
    checkOwner(rt, descriptor, object);
    const spec = rt.getsets[M[descriptor + NATIVE_INDEX]]!;
    if (spec.set === undefined) {
      raise(
        rt,
        'AttributeError',
        `attribute '${spec.name}' of '${rt.infoOfType(M[descriptor + DESCR_TYPE]).name}' objects is not writable`,
      );
    }
    spec.set(rt, object, value);
  },
};

/** property: words 4 fget, 6 fset, 8 fdel, 10 doc, 12 name. */
const PROPERTY = parseSignature('fget=, fset=, fdel=, doc=');

function propertyError(rt: Runtime, self: Address, object: Address, what: string): never {
  const name = M[self + 12];
  const owner = rt.typeOf(object);
  const quoted = name === 0 ? '' : ` '${strText(rt, name)}'`;
  raise(rt, 'AttributeError', `property${quoted} of '${owner.qualname ?? owner.name}' object has no ${what}`);
}

function copyProperty(rt: Runtime, self: Address, place: number, value: Address): Address {
  const base = rt.push(rt.retain(rt.typeOf(self).address));
  for (let slot = 4; slot <= 8; slot += 2) {
    const part = slot === place ? value : M[self + slot];
    rt.push(part === 0 ? rt.none : rt.retain(part));
  }
  rt.push(M[self + 13] === 1 || M[self + 10] === 0 ? rt.none : rt.retain(M[self + 10]));
  const made = rt.call(base, 4, 0);
  // A subclass may have made something else.
  if (M[self + 12] !== 0 && (M[made + REP] & 0xff) === KIND.property) rt.replace(made, made + 12, rt.retain(M[self + 12]));
  return made;
}

const propertyAccessor = (name: string, slot: number) => ({
  name,
  get: (rt: Runtime, self: Address): Address => (M[self + slot] === 0 ? rt.none : rt.retain(M[self + slot])),
  member: true,
});

/** The doc of an instance of a derived class becomes its attribute: its own field is behind the `__doc__` of that class. */
function docOfInstance(rt: Runtime, self: Address): void {
  const doc = M[self + 10];
  const fromGetter = M[self + 13] === 1;
  M[self + 10] = 0;
  const mark = rt.push(doc === 0 ? rt.none : doc);
  try {
    setAttrNamed(rt, self, '__doc__', M[mark]);
  } catch (thrown) {
    // A class without a place for it loses what was given, as it always did; a getter's doc is not lost silently.
    if (fromGetter) throw thrown;
    caught(rt, thrown, mark, 'AttributeError');
  }
  rt.unwind(mark);
}

export const propertySpec: TypeSpec = {
  name: 'property',
  kind: 'property',
  basicBytes: 64,
  collectable: true,
  new: (rt, type) => {
    const info = rt.infoOfType(type);
    const self = newInstanceOf(rt, info, info.basicBytes);
    trackInstance(rt, info, self);
    return self;
  },
  init: (rt, self, args, count, kwnames) => {
    const mark = rt.sp;
    const first = bindArguments(rt, 'property', PROPERTY, args, count, kwnames);
    for (let index = 0; index < 4; index++) {
      const value = M[first + 2 * index];
      rt.replace(self, self + 4 + 2 * index, value === 0 || value === rt.none ? 0 : rt.retain(value));
    }
    M[self + 13] = 0;
    if (M[self + 10] === 0 && M[self + 4] !== 0) {
      const doc = findAttrNamed(rt, M[self + 4], '__doc__');
      if (doc !== 0 && doc !== rt.none) {
        rt.replace(self, self + 10, doc);
        M[self + 13] = 1;
      } else if (doc !== 0) rt.release(doc);
    }
    if (rt.typeOf(self).heap) docOfInstance(rt, self);
    rt.unwind(mark);
  },
  descrGet: (rt, self, object) => {
    if (object === 0) return rt.retain(self);
    const getter = M[self + 4];
    if (getter === 0) propertyError(rt, self, object, 'getter');
    // The getter may move both, or take the property out of its class.
    const root = rt.pushMovable(object);
    rt.push(M[self + 12] === 0 ? rt.none : rt.retain(M[self + 12]));
    try {
      const value = call1(rt, getter, object);
      rt.unwind(root);
      return value;
    } catch (thrown) {
      if (M[root + 2] !== rt.none) noteAttribute(rt, thrown, rt.movable(root, object), M[root + 2]);
      throw thrown;
    }
  },
  descrSet: (rt, self, object, value) => {
    const callable = M[self + (value === 0 ? 8 : 6)];
    if (callable === 0) propertyError(rt, self, object, value === 0 ? 'deleter' : 'setter');
    rt.release(value === 0 ? call1(rt, callable, object) : call2(rt, callable, object, value));
  },
  getset: [
    propertyAccessor('fget', 4),
    propertyAccessor('fset', 6),
    propertyAccessor('fdel', 8),
    {
      name: '__doc__',
      get: (rt, self) => (M[self + 10] === 0 ? rt.none : rt.retain(M[self + 10])),
      set: (rt, self, value) => rt.replace(self, self + 10, value === 0 ? 0 : rt.retain(value)),
    },
    {
      name: '__name__',
      get: (rt, self) => {
        if (M[self + 12] !== 0) return rt.retain(M[self + 12]);
        const name = M[self + 4] === 0 ? 0 : findAttrNamed(rt, M[self + 4], '__name__');
        if (name !== 0) return name;
        raiseAttributeError(rt, `'${rt.typeOf(self).name}' object has no attribute '__name__'`, self, intern(rt, '__name__'));
      },
      set: (rt, self, value) => rt.replace(self, self + 12, value === 0 ? 0 : rt.retain(value)),
    },
    {
      name: '__isabstractmethod__',
      get: (rt, self) => {
        for (let slot = 4; slot <= 8; slot += 2)
          if (M[self + slot] !== 0 && isAbstractMethod(rt, M[self + slot])) return rt.true;
        return rt.false;
      },
    },
  ],
  methods: [
    { name: 'getter', arity: 'one', fn: (rt, args) => copyProperty(rt, M[args], 4, M[args + 2]) },
    { name: 'setter', arity: 'one', fn: (rt, args) => copyProperty(rt, M[args], 6, M[args + 2]) },
    { name: 'deleter', arity: 'one', fn: (rt, args) => copyProperty(rt, M[args], 8, M[args + 2]) },
    {
      name: '__set_name__',
      arity: 'raw',
      fn: (rt, args, count) => {
        if (count !== 3) raiseTypeError(rt, `__set_name__() takes 2 positional arguments but ${count - 1} were given`);
        rt.replace(M[args], M[args] + 12, rt.retain(M[args + 4]));
        return rt.none;
      },
    },
  ],
};

function isAbstractMethod(rt: Runtime, callable: Address): boolean {
  const flag = findAttrNamed(rt, callable, '__isabstractmethod__');
  if (flag === 0) return false;
  const slot = rt.push(flag);
  const truth = isTrue(rt, flag);
  rt.unwind(slot);
  return truth;
}

const WRAPPED = ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__'];

/** staticmethod and classmethod: word 4 callable, 6 dict. */
function wrapperType(name: 'staticmethod' | 'classmethod', descrGet: NonNullable<TypeSpec['descrGet']>): TypeSpec {
  return {
    name,
    kind: name,
    basicBytes: 32,
    collectable: true,
    dictOffset: 6,
    new: (rt, type) => {
      const info = rt.infoOfType(type);
      const self = newInstanceOf(rt, info, info.basicBytes);
      trackInstance(rt, info, self);
      return self;
    },
    init: (rt, self, args, count, kwnames) => {
      if (kwnames !== 0) raiseTypeError(rt, `${name}() takes no keyword arguments`);
      if (count !== 1) raiseTypeError(rt, `${name} expected 1 argument, got ${count}`);
      rt.replace(self, self + 4, rt.retain(M[args]));
      for (const attribute of WRAPPED) {
        const value = findAttrNamed(rt, M[args], attribute);
        if (value === 0) continue;
        const slot = rt.push(value);
        setAttrNamed(rt, self, attribute, value);
        rt.unwind(slot);
      }
    },
    descrGet,
    repr: (rt, self) => {
      const inner = rt.push(rt.typeOf(M[self + 4]).repr!(rt, M[self + 4]));
      const text = strText(rt, M[inner]);
      rt.unwind(inner);
      return newStr(rt, `<${name}(${text})>`);
    },
    ...(name === 'staticmethod'
      ? {
          call: (rt: Runtime, base: Address, count: number, kwnames: Address): Address => {
            const start = rt.push(rt.retain(M[M[base] + 4]));
            holdCopies(rt, base + 2, count);
            return rt.call(start, count, kwnames);
          },
        }
      : {}),
    getset: [
      { name: '__func__', get: (rt, self) => rt.retain(M[self + 4]) },
      { name: '__wrapped__', get: (rt, self) => rt.retain(M[self + 4]) },
      { name: '__isabstractmethod__', get: (rt, self) => rt.bool(isAbstractMethod(rt, M[self + 4])) },
      {
        name: '__dict__',
        get: (rt, self) => rt.retain(rt.ensureDict(rt, self)),
      },
    ],
  };
}

export const staticMethodSpec = wrapperType('staticmethod', (rt, self) => rt.retain(M[self + 4]));
export const classMethodSpec = wrapperType('classmethod', (rt, self, object, type) =>
  newMethod(rt, M[self + 4], type === 0 ? rt.typeOf(object).address : type),
);

/** staticmethod(callable); takes over the reference. */
export function newStaticMethod(rt: Runtime, callable: Address): Address {
  const info = rt.types['staticmethod']!;
  const self = newInstanceOf(rt, info, info.basicBytes);
  M[self + 4] = callable;
  rt.heap.track(self);
  return self;
}

/** The `__dict__` descriptor of a built-in base that has one (classes, modules, exceptions), borrowed, or 0 (CPython: get_builtin_base_with_dict). */
function builtinDictGetter(rt: Runtime, self: Address): Address {
  const name = intern(rt, '__dict__');
  for (const info of rt.typeOf(self).mro) {
    if (info.heap) continue;
    const found = dictGetStr(rt, M[info.address + TYPE_DICT], name);
    if (found !== 0) return found;
  }
  return 0;
}

/** Getset descriptors that every heap class with `__dict__` or `__weakref__` gets. */
export function instanceGetterSpec(name: string) {
  if (name === '__dict__') {
    return {
      name,
      get: (rt: Runtime, self: Address): Address => {
        const own = builtinDictGetter(rt, self);
        if (own !== 0) return rt.typeOf(own).descrGet!(rt, own, self, rt.typeOf(self).address);
        const dict = rt.ensureDict(rt, self);
        return rt.retain(dict);
      },
      set: (rt: Runtime, self: Address, value: Address): void => {
        const own = builtinDictGetter(rt, self);
        if (own !== 0) {
          rt.typeOf(own).descrSet!(rt, own, self, value);
          return;
        }
        if (value === 0) {
          const empty = rt.push(newDict(rt));
          rt.replaceDict(rt, self, M[empty]);
          rt.unwind(empty);
          return;
        }
        if ((M[value + REP] & 0xff) !== KIND.dict) {
          raiseTypeError(rt, `__dict__ must be set to a dictionary, not a '${rt.typeOf(value).name}'`);
        }
        rt.replaceDict(rt, self, value);
      },
    };
  }
  return {
    name,
    get: (rt: Runtime, self: Address): Address => {
      const slot = rt.weakListSlot(self);
      const head = slot === 0 ? 0 : M[slot];
      return head === 0 ? rt.none : rt.retain(head);
    },
  };
}
