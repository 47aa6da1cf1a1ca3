/**
 * Special methods and slots: which dunder fills which slot, how a slot calls a method the program wrote, and how a slot of a built-in type
 * shows as a method (CPython: slotdefs in Objects/typeobject.c).
 */

import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { intToBigInt, isInt, newBigInt, newInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { intern, isStr, strText } from '../objects/str.ts';
import { callSpecial, genericGetAttr, genericSetAttr, pushSpecial } from './attributes.ts';
import { callForward, holdArguments, holdCopies, unwindKeeping } from './calls.ts';
import { caughtStop, isPending, noteAttribute, raise, raiseStopIteration, raiseTypeError } from './exceptions.ts';
import { bindFound, isSubtype, typeLookup } from './lookup.ts';
import type { NativeFunction } from './native.ts';
import { asBigInt, asIndex, isTrue } from './operators.ts';
import type { Runtime } from './runtime.ts';
import { BINARY_NAMES, type TypeInfo } from './type-info.ts';

const M = WORDS;

type Slot = unknown;

export interface SlotDef {
  readonly name: string;
  /** Names the slot: two definitions with one key fill the same slot. */
  readonly key: string;
  get(info: TypeInfo): Slot;
  set(info: TypeInfo, slot: Slot): void;
  /** The slot function that calls the program's method; null: this dunder never makes a slot by itself. */
  readonly generic: Slot;
  /** The method by which a program calls the slot of a built-in type. */
  wrap(slot: never): NativeFunction;
  /** Arguments of the wrapper without self: least and most; -1 = any, with keywords. */
  readonly min: number;
  readonly max: number;
}

const SIMPLE = (key: keyof TypeInfo) => ({
  key: key as string,
  get: (info: TypeInfo): Slot => info[key] as Slot,
  set: (info: TypeInfo, slot: Slot): void => {
    (info as unknown as Record<string, Slot>)[key as string] = slot;
  },
});

type Unary = (rt: Runtime, self: Address) => Address;
type Binary = (rt: Runtime, a: Address, b: Address) => Address;

function callOrTypeError(rt: Runtime, self: Address, name: string, ...args: Address[]): Address {
  const result = callSpecial(rt, self, name, ...args);
  if (result === 0) {
    raise(rt, 'AttributeError', `'${rt.typeOf(self).name}' object has no attribute '${name}'`);
  }
  return result;
}

function unary(name: string, key: keyof TypeInfo): SlotDef {
  return {
    name,
    ...SIMPLE(key),
    generic: ((rt, self) => callOrTypeError(rt, self, name)) as Unary,
    wrap: (slot: Unary) => (rt, args) => slot(rt, M[args]),
    min: 0,
    max: 0,
  };
}

const genericBinary: Binary[] = BINARY_NAMES.map((name, op) => {
  const forwardName = `__${name}__`;
  const reverseName = `__r${name}__`;
  const callMaybe = (rt: Runtime, self: Address, method: string, other: Address): Address => {
    const result = callSpecial(rt, self, method, other);
    return result === 0 ? rt.notImplemented : result;
  };
  const generic: Binary = (rt, left, right) => {
    const leftInfo = rt.typeOf(left);
    const rightInfo = rt.typeOf(right);
    let other = leftInfo !== rightInfo && rightInfo.binary[op] === generic;
    const root = rt.rootPair(left, right);
    let result = rt.notImplemented;
    if (leftInfo.binary[op] === generic) {
      if (other && isSubtype(rightInfo, leftInfo)) {
        const reverse = intern(rt, reverseName);
        if (typeLookup(rt, rightInfo, reverse) !== typeLookup(rt, leftInfo, reverse)) {
          result = callMaybe(rt, right, reverseName, left);
          other = false;
        }
      }
      if (result === rt.notImplemented) {
        result = callMaybe(rt, root === 0 ? left : M[root], forwardName, root === 0 ? right : M[root + 2]);
        if (leftInfo === rightInfo) other = false;
      }
    }
    if (other && result === rt.notImplemented) {
      result = callMaybe(rt, root === 0 ? right : M[root + 2], reverseName, root === 0 ? left : M[root]);
    }
    if (root !== 0) rt.unwind(root);
    return result;
  };
  return generic;
});

function binaryDefs(): SlotDef[] {
  const defs: SlotDef[] = [];
  BINARY_NAMES.forEach((name, op) => {
    const access = {
      key: `binary${op}`,
      get: (info: TypeInfo): Slot => info.binary[op],
      set: (info: TypeInfo, slot: Slot): void => {
        info.binary[op] = slot as Binary | null;
      },
      generic: genericBinary[op],
      min: 1,
      max: name === 'pow' ? 2 : 1,
    };
    const power = name === 'pow';
    defs.push({
      name: `__${name}__`,
      ...access,
      wrap: (slot: Binary) => (rt, args, count) =>
        power && count === 3 && M[args + 4] !== rt.none
          ? (rt.typeOf(M[args]).pow3?.(rt, M[args], M[args + 2], M[args + 4]) ?? rt.notImplemented)
          : slot(rt, M[args], M[args + 2]),
    });
    defs.push({
      name: `__r${name}__`,
      ...access,
      wrap: (slot: Binary) => (rt, args, count) =>
        power && count === 3 && M[args + 4] !== rt.none
          ? (rt.typeOf(M[args]).pow3?.(rt, M[args + 2], M[args], M[args + 4]) ?? rt.notImplemented)
          : slot(rt, M[args + 2], M[args]),
    });
    if (name === 'divmod') return;
    defs.push({
      name: `__i${name}__`,
      key: `inplace${op}`,
      get: (info) => info.inplace[op],
      set: (info, slot) => {
        info.inplace[op] = slot as Binary | null;
      },
      generic: ((rt, left, right) => {
        const result = callSpecial(rt, left, `__i${name}__`, right);
        return result === 0 ? rt.notImplemented : result;
      }) as Binary,
      wrap: (slot: Binary) => (rt, args) => slot(rt, M[args], M[args + 2]),
      min: 1,
      max: 1,
    });
  });
  return defs;
}

const COMPARE_NAMES = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'];

function genericCompare(rt: Runtime, left: Address, right: Address, op: number): Address {
  const result = callSpecial(rt, left, COMPARE_NAMES[op]!, right);
  return result === 0 ? rt.notImplemented : result;
}

function lookupUser(rt: Runtime, info: TypeInfo, name: string): Address {
  return typeLookup(rt, info, intern(rt, name));
}

/** tp_getattro of classes that define `__getattribute__` or `__getattr__`. */
export function hookedGetAttr(rt: Runtime, object: Address, name: Address): Address {
  const info = rt.typeOf(object);
  // Both may move while the first look-up runs Python.
  const root = rt.pushMovable(object);
  rt.push(rt.retain(name));
  const mark = rt.sp;
  let value: Address;
  try {
    const getattribute = lookupUser(rt, info, '__getattribute__');
    if (getattribute === 0 || (M[getattribute + REP] & 0xff) === KIND.wrapper) {
      const native = nativeGetattribute(rt, getattribute);
      value = native(rt, object, name);
    } else value = callSpecial(rt, object, '__getattribute__', name);
  } catch (thrown) {
    if (!isPending(rt, thrown, rt.types['AttributeError']!)) throw thrown;
    const self = rt.movable(root, object);
    const hook = lookupUser(rt, rt.typeOf(self), '__getattr__');
    if (hook === 0) {
      noteAttribute(rt, thrown, self, M[root + 2]);
      throw thrown;
    }
    rt.unwind(mark);
    rt.setRoot(rt.pending, 0);
    try {
      value = callSpecial(rt, self, '__getattr__', M[root + 2]);
    } catch (again) {
      noteAttribute(rt, again, rt.movable(root, object), M[root + 2]);
      throw again;
    }
  }
  rt.unwind(root);
  return value;
}

function nativeGetattribute(rt: Runtime, wrapper: Address): Binary {
  if (wrapper === 0) return genericGetAttr;
  return rt.natives[M[wrapper + 5]]!.slot as Binary;
}

/** Text that does not depend on which hash function made a 64-bit hash: an int of any size folded as hash(int). */
function foldHash(rt: Runtime, result: Address): void {
  rt.typeInfos[M[rt.intInfo.address + 5]]!.hash!(rt, result);
}

const setAttrPair: (rt: Runtime, self: Address, key: Address, value: Address) => void = (rt, self, name, value) => {
  const result =
    value === 0 ? callOrTypeError(rt, self, '__delattr__', name) : callOrTypeError(rt, self, '__setattr__', name, value);
  rt.release(result);
};

/** object's `__setattr__` must not be used on a class, around what `type` does (hackcheck). */
function checkNoDetour(rt: Runtime, self: Address, slot: typeof setAttrPair, name: string): void {
  if ((M[self + REP] & 0xff) !== KIND.type || slot === rt.typeInfo.setattro) return;
  raiseTypeError(rt, `can't apply this ${name} to ${rt.typeOf(self).name} object`);
}

function setterDef(name: string, key: keyof TypeInfo, deletes: boolean, generic: Slot): SlotDef {
  return {
    name,
    ...SIMPLE(key),
    generic,
    wrap: (slot: (rt: Runtime, self: Address, k: Address, value: Address) => void) => (rt, args) => {
      slot(rt, M[args], M[args + 2], deletes ? 0 : M[args + 4]);
      return rt.none;
    },
    min: deletes ? 1 : 2,
    max: deletes ? 1 : 2,
  };
}

export const SLOT_DEFS: readonly SlotDef[] = [
  unary('__repr__', 'repr'),
  unary('__str__', 'str'),
  {
    name: '__hash__',
    ...SIMPLE('hash'),
    generic: ((rt, self) => {
      const result = rt.push(callOrTypeError(rt, self, '__hash__'));
      if (!isInt(rt, M[result])) raiseTypeError(rt, '__hash__ method should return an integer');
      foldHashOf(rt, M[result]);
      rt.unwind(result);
    }) as (rt: Runtime, self: Address) => void,
    wrap: (slot: (rt: Runtime, self: Address) => void) => (rt, args) => {
      slot(rt, M[args]);
      return hashToInt(rt);
    },
    min: 0,
    max: 0,
  },
  {
    name: '__call__',
    ...SIMPLE('call'),
    generic: genericCall,
    wrap: (slot: NonNullable<TypeInfo['call']>) => (rt, args, count, kwnames) => slot(rt, args, count - 1, kwnames),
    min: -1,
    max: -1,
  },
  {
    name: '__getattribute__',
    ...SIMPLE('getattro'),
    generic: hookedGetAttr,
    wrap: (slot: Binary) => (rt, args) => slot(rt, M[args], attributeName(rt, M[args + 2])),
    min: 1,
    max: 1,
  },
  {
    name: '__getattr__',
    ...SIMPLE('getattro'),
    generic: hookedGetAttr,
    wrap: (slot: Binary) => (rt, args) => slot(rt, M[args], M[args + 2]),
    min: 1,
    max: 1,
  },
  {
    ...setterDef('__setattr__', 'setattro', false, setAttrPair),
    wrap: (slot: typeof setAttrPair) => (rt, args) => {
      checkNoDetour(rt, M[args], slot, '__setattr__');
      slot(rt, M[args], intern(rt, strText(rt, attributeName(rt, M[args + 2]))), M[args + 4]);
      return rt.none;
    },
  },
  {
    ...setterDef('__delattr__', 'setattro', true, setAttrPair),
    wrap: (slot: typeof setAttrPair) => (rt, args) => {
      checkNoDetour(rt, M[args], slot, '__delattr__');
      slot(rt, M[args], intern(rt, strText(rt, attributeName(rt, M[args + 2]))), 0);
      return rt.none;
    },
  },
  ...COMPARE_NAMES.map(
    (name, op): SlotDef => ({
      name,
      ...SIMPLE('compare'),
      generic: genericCompare,
      wrap: (slot: NonNullable<TypeInfo['compare']>) => (rt, args) => slot(rt, M[args], M[args + 2], op),
      min: 1,
      max: 1,
    }),
  ),
  {
    ...unary('__iter__', 'iter'),
    generic: ((rt, self) => {
      const found = lookupUser(rt, rt.typeOf(self), '__iter__');
      if (found === rt.none) raiseTypeError(rt, `'${rt.typeOf(self).name}' object is not iterable`);
      return callSpecial(rt, self, '__iter__');
    }) as Unary,
  },
  {
    name: '__next__',
    ...SIMPLE('next'),
    generic: ((rt, self) => {
      const mark = rt.sp;
      try {
        return callOrTypeError(rt, self, '__next__');
      } catch (thrown) {
        rt.setRoot(rt.stop, caughtStop(rt, thrown, mark));
        return 0;
      }
    }) as Unary,
    wrap: (slot: Unary) => (rt, args) => {
      const value = slot(rt, M[args]);
      if (value !== 0) return value;
      raiseStopIteration(rt, rt.takeStop());
    },
    min: 0,
    max: 0,
  },
  {
    name: '__get__',
    ...SIMPLE('descrGet'),
    generic: ((rt, descriptor, object, type) => {
      const get = lookupUser(rt, rt.typeOf(descriptor), '__get__');
      if (get === 0) return rt.retain(descriptor);
      // CPython holds what it found in the class while it asks it.
      const held = rt.push(rt.retain(descriptor));
      const value = callSpecial(rt, descriptor, '__get__', object === 0 ? rt.none : object, type === 0 ? rt.none : type);
      rt.release(M[held]);
      rt.sp = held;
      return value;
    }) as TypeInfo['descrGet'],
    wrap: (slot: NonNullable<TypeInfo['descrGet']>) => (rt, args, count) => {
      const object = M[args + 2] === rt.none ? 0 : M[args + 2];
      const type = count > 2 && M[args + 4] !== rt.none ? M[args + 4] : 0;
      if (object === 0 && type === 0) raiseTypeError(rt, '__get__(None, None) is invalid');
      return slot(rt, M[args], object, type);
    },
    min: 1,
    max: 2,
  },
  setterDef('__set__', 'descrSet', false, setDescriptor),
  setterDef('__delete__', 'descrSet', true, setDescriptor),
  {
    name: '__init__',
    ...SIMPLE('init'),
    generic: genericInit,
    wrap: (slot: NonNullable<TypeInfo['init']>) => (rt, args, count, kwnames) => {
      slot(rt, M[args], args + 2, count - 1, kwnames);
      return rt.none;
    },
    min: -1,
    max: -1,
  },
  ...binaryDefs(),
  unary('__neg__', 'negative'),
  unary('__pos__', 'positive'),
  unary('__invert__', 'invert'),
  unary('__abs__', 'absolute'),
  {
    name: '__bool__',
    ...SIMPLE('bool'),
    generic: ((rt, self) => {
      const result = callOrTypeError(rt, self, '__bool__');
      if (result !== rt.true && result !== rt.false) {
        rt.push(result);
        raiseTypeError(rt, `__bool__ should return bool, returned ${rt.typeOf(result).name}`);
      }
      return result === rt.true;
    }) as (rt: Runtime, self: Address) => boolean,
    wrap: (slot: (rt: Runtime, self: Address) => boolean) => (rt, args) => rt.bool(slot(rt, M[args])),
    min: 0,
    max: 0,
  },
  unary('__int__', 'int'),
  unary('__float__', 'float'),
  unary('__index__', 'index'),
  {
    name: '__len__',
    ...SIMPLE('length'),
    generic: ((rt, self) => {
      const result = rt.push(callOrTypeError(rt, self, '__len__'));
      const value = asIndex(rt, M[result]);
      if (value < 0) raise(rt, 'ValueError', '__len__() should return >= 0');
      if (value >= Number.MAX_SAFE_INTEGER && asBigInt(rt, M[result]) > 0x7fffffffffffffffn) {
        raise(rt, 'OverflowError', `cannot fit '${rt.typeOf(M[result]).name}' into an index-sized integer`);
      }
      rt.unwind(result);
      return value;
    }) as (rt: Runtime, self: Address) => number,
    wrap: (slot: (rt: Runtime, self: Address) => number) => (rt, args) => newInt(rt, slot(rt, M[args])),
    min: 0,
    max: 0,
  },
  {
    name: '__getitem__',
    ...SIMPLE('getitem'),
    generic: ((rt, self, key) => callOrTypeError(rt, self, '__getitem__', key)) as Binary,
    wrap: (slot: Binary) => (rt, args) => slot(rt, M[args], M[args + 2]),
    min: 1,
    max: 1,
  },
  setterDef('__setitem__', 'setitem', false, setItemPair),
  setterDef('__delitem__', 'setitem', true, setItemPair),
  {
    name: '__contains__',
    ...SIMPLE('contains'),
    generic: ((rt, self, item) => {
      const found = lookupUser(rt, rt.typeOf(self), '__contains__');
      if (found === rt.none) raiseTypeError(rt, `'${rt.typeOf(self).name}' object is not a container`);
      const result = rt.push(callSpecial(rt, self, '__contains__', item));
      const truth = isTrue(rt, M[result]);
      rt.unwind(result);
      return truth;
    }) as (rt: Runtime, self: Address, item: Address) => boolean,
    wrap: (slot: (rt: Runtime, self: Address, item: Address) => boolean) => (rt, args) =>
      rt.bool(slot(rt, M[args], M[args + 2])),
    min: 1,
    max: 1,
  },
  sequenceDef('__add__', 'concat'),
  sequenceDef('__mul__', 'repeat'),
  { ...sequenceDef('__rmul__', 'repeat') },
  sequenceDef('__iadd__', 'inplaceConcat'),
  sequenceDef('__imul__', 'inplaceRepeat'),
  unary('__await__', 'await'),
  unary('__aiter__', 'aiter'),
  unary('__anext__', 'anext'),
];

function sequenceDef(name: string, key: keyof TypeInfo): SlotDef {
  const repeats = key === 'repeat' || key === 'inplaceRepeat';
  return {
    name,
    ...SIMPLE(key),
    generic: null,
    wrap: (slot: Binary) => (rt, args) => {
      const other = M[args + 2];
      // Called by its name, it wants a number and says so in a number's words (wrap_indexargfunc).
      if (repeats && !isInt(rt, other) && rt.typeOf(other).index === null) {
        raiseTypeError(rt, `'${rt.typeOf(other).name}' object cannot be interpreted as an integer`);
      }
      return slot(rt, M[args], other);
    },
    min: 1,
    max: 1,
  };
}

function setDescriptor(rt: Runtime, descriptor: Address, object: Address, value: Address): void {
  const name = value === 0 ? '__delete__' : '__set__';
  const held = rt.push(rt.retain(descriptor));
  const result = value === 0 ? callSpecial(rt, descriptor, name, object) : callSpecial(rt, descriptor, name, object, value);
  if (result === 0) raise(rt, 'AttributeError', name);
  rt.release(result);
  rt.unwind(held);
}

function setItemPair(rt: Runtime, self: Address, key: Address, value: Address): void {
  const result = value === 0 ? callSpecial(rt, self, '__delitem__', key) : callSpecial(rt, self, '__setitem__', key, value);
  if (result === 0) {
    const info = rt.typeOf(self);
    const other = value === 0 ? '__setitem__' : '__delitem__';
    // The slot serves both; the class has only the other of the two methods.
    if (typeLookup(rt, info, intern(rt, other)) !== 0) raise(rt, 'AttributeError', value === 0 ? '__delitem__' : '__setitem__');
    const what = value === 0 ? "doesn't support item deletion" : 'does not support item assignment';
    raiseTypeError(rt, `'${info.name}' object ${what}`);
  }
  rt.release(result);
}

function attributeName(rt: Runtime, name: Address): Address {
  if (!isStr(rt, name)) raiseTypeError(rt, `attribute name must be string, not '${rt.typeOf(name).name}'`);
  return name;
}

function foldHashOf(rt: Runtime, result: Address): void {
  if ((M[result + REP] & 0xff) === KIND.long) {
    const value = intToBigInt(rt, result);
    if (value >= -0x8000000000000000n && value <= 0x7fffffffffffffffn) {
      const hash = value === -1n ? -2n : value;
      rt.hashLow = Number(BigInt.asIntN(32, hash));
      rt.hashHigh = Number(BigInt.asIntN(32, hash >> 32n));
      return;
    }
  }
  foldHash(rt, result);
}

/** rt.hashLow/hashHigh as an int object. */
export function hashToInt(rt: Runtime): Address {
  const low = rt.hashLow;
  const high = rt.hashHigh;
  if (high === low >> 31) return newInt(rt, low);
  return newBigInt(rt, (BigInt(high) << 32n) | BigInt(low >>> 0));
}

/** tp_call of classes that define `__call__`. */
export function genericCall(rt: Runtime, base: Address, count: number, kwnames: Address): Address {
  const mark = rt.sp;
  holdArguments(rt, base + 2, count, kwnames);
  return unwindKeeping(rt, mark, callInstance(rt, M[base], base + 2, count, kwnames, kwnames !== 0));
}

/** Calls `self.__call__`. `copied`: the arguments are held once more meanwhile. */
export function callInstance(
  rt: Runtime,
  self: Address,
  args: Address,
  count: number,
  kwnames: Address,
  copied: boolean,
): Address {
  const mark = rt.sp;
  if (copied) {
    rt.push(rt.retain(self));
    holdCopies(rt, args, count);
  }
  const base = rt.sp;
  if (!pushSpecial(rt, self, '__call__')) raiseTypeError(rt, `'${rt.typeOf(self).name}' object is not callable`);
  return unwindKeeping(rt, mark, callPushed(rt, base, args, count, kwnames));
}

/** Calls what `pushSpecial` left at `base` with copies of the arguments; consumes it. */
function callPushed(rt: Runtime, base: Address, args: Address, count: number, kwnames: Address): Address {
  const bound = M[base] === 0;
  holdCopies(rt, args, count);
  const result = bound ? rt.call(base + 2, count, kwnames) : rt.call(base, count + 1, kwnames);
  rt.sp = base;
  return result;
}

/** tp_init of classes that define `__init__`. `copied`: as for `callInstance`. */
export function genericInit(
  rt: Runtime,
  self: Address,
  args: Address,
  count: number,
  kwnames: Address,
  copied = kwnames !== 0,
): void {
  const mark = rt.sp;
  if (kwnames !== 0) rt.push(rt.retain(self));
  if (copied) holdCopies(rt, args, count);
  const base = rt.sp;
  if (!pushSpecial(rt, self, '__init__')) return;
  const result = callPushed(rt, base, args, count, kwnames);
  if (result !== rt.none) {
    rt.push(result);
    raiseTypeError(rt, `__init__() should return None, not '${rt.typeOf(result).name}'`);
  }
  rt.unwind(mark);
}

/** tp_new of classes that define `__new__`: calls it with the class in front. `copied`: as for `callInstance`. */
export function genericNew(
  rt: Runtime,
  type: Address,
  args: Address,
  count: number,
  kwnames: Address,
  copied = kwnames !== 0,
): Address {
  const mark = rt.sp;
  if (kwnames !== 0) rt.push(rt.retain(type));
  if (copied) holdCopies(rt, args, count);
  const info = rt.infoOfType(type);
  const found = lookupUser(rt, info, '__new__');
  const callable = rt.push(bindFound(rt, found, 0, type));
  return unwindKeeping(rt, mark, callForward(rt, M[callable], [type], args, count, kwnames));
}

const byKey = new Map<string, SlotDef[]>();
for (const def of SLOT_DEFS) byKey.set(def.key, [...(byKey.get(def.key) ?? []), def]);

/** Fills every slot of a heap class from what its MRO defines (update_one_slot). Slots it does not define are those of its first base that has them. */
export function fillSlots(rt: Runtime, info: TypeInfo): void {
  for (const [, defs] of byKey) {
    if (defs[0]!.generic === null) {
      inheritSlot(info, defs[0]!);
      continue;
    }
    let generic = false;
    let specific: Slot = null;
    let found = 0;
    let mixed = false;
    for (const def of defs) {
      const value = typeLookup(rt, info, intern(rt, def.name));
      if (value === 0) continue;
      found++;
      const kind = M[value + REP] & 0xff;
      const entry = kind === KIND.wrapper || kind === KIND.methodDescriptor ? rt.natives[M[value + 5]]! : null;
      if (entry === null || (kind === KIND.methodDescriptor && entry.slotKey === undefined)) {
        if (value === rt.none && def.name === '__hash__') specific = null;
        else generic = true;
      } else if (entry.slotKey === def.key) {
        if (specific !== null && specific !== entry.slot) mixed = true;
        specific = entry.slot;
      } else generic = true; // The wrapper of another slot, such as int.__repr__ under the name __str__.
    }
    const first = defs[0]!;
    if (generic || mixed) first.set(info, first.generic);
    else if (found > 0 && specific !== null) first.set(info, specific);
    else first.set(info, null);
  }
  const allocator = typeLookup(rt, info, intern(rt, '__new__'));
  // A built-in `__new__`, whichever type's it is, leaves the tp_new that the class has from its base.
  info.new = allocator === 0 || isConstructor(rt, allocator) ? (info.base?.new ?? null) : genericNew;
  info.hasDel = typeLookup(rt, info, intern(rt, '__del__')) !== 0;
  if (info.getattro === null) info.getattro = genericGetAttr;
  if (info.setattro === null) info.setattro = genericSetAttr;
  info.pow3 =
    info.binary[BINARY_NAMES.indexOf('pow')] === genericBinary[BINARY_NAMES.indexOf('pow')]
      ? genericPow3
      : (info.base?.pow3 ?? null);
}

/** Whether this is `T.__new__` of a static type: a built-in function whose self is the type. */
function isConstructor(rt: Runtime, value: Address): boolean {
  if ((M[value + REP] & 0xff) !== KIND.builtin) return false;
  const self = M[value + 6];
  return self !== 0 && (M[self + REP] & 0xff) === KIND.type && rt.natives[M[value + 5]]!.name === '__new__';
}

function genericPow3(rt: Runtime, base: Address, exponent: Address, modulus: Address): Address {
  const result = callSpecial(rt, base, '__pow__', exponent, modulus);
  return result === 0 ? rt.notImplemented : result;
}

function inheritSlot(info: TypeInfo, def: SlotDef): void {
  def.set(info, null);
  for (const base of info.mro.slice(1)) {
    const slot = def.get(base);
    if (slot !== null) {
      def.set(info, slot);
      return;
    }
  }
}
