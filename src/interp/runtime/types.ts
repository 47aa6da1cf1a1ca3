/**
 * Making type objects: the built-in ones from TypeScript specifications, the program's classes from a name, bases and a namespace (CPython: type_ready and
 * type_new in Objects/typeobject.c).
 */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictGetStr, dictPut, newDict } from '../objects/dict.ts';
import { DESCR_NAME, DESCR_TYPE, NATIVE_INDEX, newBuiltin, registerNative } from '../objects/function.ts';
import { SHARED_KEYS_MAX } from '../objects/instance.ts';
import {
  KIND,
  type KindName,
  REP_FLAG_DEL,
  REP_FLAG_DICT,
  REP_FLAG_GC,
  REP_FLAG_HEAP_TYPE,
  REP_FLAG_INLINE,
  REP_FLAG_PREHEADER,
} from '../objects/kinds.ts';
import { newTuple } from '../objects/sequence.ts';
import { intern, newStr } from '../objects/str.ts';
import { genericGetAttr, genericSetAttr } from './attributes.ts';
import { checkRange } from './calls.ts';
import { raiseTypeError } from './exceptions.ts';
import { isSubtype } from './lookup.ts';
import type { NativeSpec } from './native.ts';
import { asSize } from './operators.ts';
import type { Runtime } from './runtime.ts';
import { genericNew, SLOT_DEFS } from './slots.ts';
import {
  CACHED_KEYS_BYTES,
  emptySlots,
  TYPE_BASE,
  TYPE_BASES,
  TYPE_BLOCK_BYTES,
  TYPE_BYTES,
  TYPE_DICT,
  TYPE_INDEX,
  TYPE_MRO,
  TYPE_NAME,
  TYPE_QUALNAME,
  TYPE_STATIC_BYTES,
  type TypeInfo,
  type TypeSlots,
} from './type-info.ts';

const M = WORDS;

/** A computed attribute of a built-in type. `get` returns an owned reference; `set` gets value 0 for deletion. */
export interface GetSetSpec {
  readonly name: string;
  readonly get: (rt: Runtime, self: Address) => Address;
  readonly set?: (rt: Runtime, self: Address, value: Address) => void;
  /** A field of CPython's struct: shown as a member descriptor, "readonly attribute" where it cannot be set. */
  readonly member?: boolean;
  readonly doc?: string;
}

export interface TypeSpec extends Partial<TypeSlots> {
  readonly name: string;
  readonly module?: string;
  readonly base?: TypeInfo;
  readonly kind?: KindName;
  /** Bytes of an instance (without items); default: the base's. */
  readonly basicBytes?: number;
  readonly itemBytes?: number;
  /** Instances may be in reference cycles: they are made by allocateGc. Default: the base's. */
  readonly collectable?: boolean;
  readonly baseType?: boolean;
  readonly matchFlag?: 0 | 1 | 2;
  readonly sequenceOnly?: boolean;
  readonly matchSelf?: boolean;
  readonly dictOffset?: number;
  readonly weakOffset?: number;
  /** Reference fields of kind record (from word 4) or further fields of an exception. */
  readonly fields?: number;
  /** Numbers of the first fields in the order in which CPython visits them, where they are let go in another (an exception lets go as it visits). */
  readonly visits?: readonly number[];
  readonly methods?: readonly NativeSpec[];
  readonly classMethods?: readonly NativeSpec[];
  readonly staticMethods?: readonly NativeSpec[];
  readonly getset?: readonly GetSetSpec[];
  /** Further entries of the type's dict: owned references, or what makes them when the type's dict is made, in the static region as the type. */
  readonly constants?: Readonly<Record<string, Address | (() => Address)>>;
  readonly doc?: string | null;
  /** Not callable as `T()`: "cannot create 'T' instances". */
  readonly abstract?: boolean;
  /** Slots that stand in the type's dict although they are the base's: CPython's type names them again. */
  readonly restated?: readonly ('__init__' | '__new__')[];
  /** `__hash__ = None`. */
  readonly unhashable?: boolean;
  /** The type object's own class; default type. */
  readonly metatype?: TypeInfo;
}

function newInfo(rt: Runtime, fields: Partial<TypeInfo> & Pick<TypeInfo, 'name' | 'kind' | 'heap'>): TypeInfo {
  // Oldest first, and never the last few: see Machine.forget.
  const typeIndex = rt.freeTypeIndices.length > 64 ? rt.freeTypeIndices.shift()! : rt.typeInfos.length;
  if (typeIndex > 65535) raiseTypeError(rt, 'more than 65535 classes alive at once');
  const info = {
    ...emptySlots(),
    getattro: genericGetAttr,
    setattro: genericSetAttr,
    module: 'builtins',
    typeIndex,
    serial: rt.typesMade++,
    gone: false,
    address: 0,
    rep: 0,
    basicBytes: 16,
    itemBytes: 0,
    base: null,
    mro: [],
    baseType: true,
    immutable: !fields.heap,
    matchFlag: 0,
    sequenceOnly: false,
    matchSelf: false,
    version: 0,
    hasDel: false,
    hasDict: false,
    hasWeaklist: false,
    dictOffset: 0,
    weakOffset: 0,
    fields: 0,
    visits: null,
    slotCount: 0,
    slotStart: 0,
    metatype: null,
    abstract: false,
    vectorcall: !fields.heap && VECTORCALL.has(fields.name),
    directBases: [],
    subclasses: new Set(),
    shape: { names: [], usable: SHARED_KEYS_MAX },
    ...fields,
  } as TypeInfo;
  rt.typeInfos[typeIndex] = info;
  rt.bumpTypeVersion(info);
  return info;
}

/** Built-in types that take their arguments from the stack (tp_vectorcall). */
const VECTORCALL = new Set([
  'type',
  'object',
  'list',
  'tuple',
  'set',
  'frozenset',
  'dict',
  'int',
  'float',
  'bool',
  'str',
  'range',
  'enumerate',
  'reversed',
  'map',
  'filter',
  'super',
]);

const SLOT_KEYS = Object.keys(emptySlots()) as (keyof TypeSlots)[];

/** Copies every slot from `base` that `info` leaves empty. A class that defines comparison but no hash is left without one. */
function inheritSlots(info: TypeInfo, base: TypeInfo, own: Partial<TypeSlots>): void {
  const target = info as unknown as Record<string, unknown>;
  for (const key of [...SLOT_KEYS, 'getattro', 'setattro'] as (keyof TypeSlots)[]) {
    if (key === 'binary' || key === 'inplace') {
      const mine = own[key] ?? [];
      info[key] = base[key].map((slot, op) => mine[op] ?? slot);
    } else if (key === 'hash') target[key] = own.hash ?? (own.compare === undefined ? base.hash : null);
    else target[key] = own[key] ?? base[key];
  }
}

/** Built-in types that Runtime keeps in fields of their own. */
const HOT_INFOS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'object',
      'type',
      'int',
      'bool',
      'float',
      'complex',
      'str',
      'bytes',
      'bytearray',
      'tuple',
      'list',
      'dict',
      'set',
      'frozenset',
      'function',
      'method',
      'generator',
      'cell',
      'code',
      'slice',
      'range',
      'module',
    ].map((name) => [name, `${name}Info`]),
  ),
  builtin_function_or_method: 'builtinInfo',
  BaseException: 'exceptionInfo',
};

/** Makes a built-in type. It lies in the static region and is immortal. */
export function defineType(rt: Runtime, spec: TypeSpec): TypeInfo {
  const base = spec.base ?? rt.types['object'] ?? null;
  const kind = spec.kind === undefined ? (base?.kind ?? KIND.instance) : KIND[spec.kind];
  const info = newInfo(rt, { name: spec.name, kind, heap: false });
  info.module = spec.module ?? 'builtins';
  // tp_name of a type outside builtins is dotted: messages show it whole, repr and __name__ do not repeat the module.
  info.qualname = spec.name;
  if (info.module !== 'builtins') info.name = `${info.module}.${spec.name}`;
  info.base = base;
  info.mro = base === null ? [info] : [info, ...base.mro];
  if (base !== null) {
    inheritSlots(info, base, spec);
    base.subclasses.add(info);
    info.dictOffset = base.dictOffset;
    info.weakOffset = base.weakOffset;
    info.hasDict = base.hasDict;
    info.hasWeaklist = base.hasWeaklist;
    info.fields = base.fields;
    info.visits = base.visits;
    info.basicBytes = base.basicBytes;
    info.itemBytes = base.itemBytes;
    info.matchSelf = base.matchSelf;
    info.matchFlag = base.matchFlag;
    info.sequenceOnly = base.sequenceOnly;
  } else
    Object.assign(info, Object.fromEntries(SLOT_KEYS.filter((key) => spec[key] !== undefined).map((key) => [key, spec[key]])));
  if (spec.unhashable) info.hash = null;
  if (spec.basicBytes !== undefined) info.basicBytes = spec.basicBytes;
  if (spec.itemBytes !== undefined) info.itemBytes = spec.itemBytes;
  if (spec.fields !== undefined) info.fields = spec.fields;
  info.visits = spec.visits ?? info.visits;
  if (spec.dictOffset !== undefined) info.dictOffset = spec.dictOffset;
  if (spec.weakOffset !== undefined) info.weakOffset = spec.weakOffset;
  info.hasDict = info.dictOffset !== 0;
  info.hasWeaklist = info.weakOffset !== 0;
  info.baseType = spec.baseType ?? true;
  info.matchFlag = spec.matchFlag ?? info.matchFlag;
  info.sequenceOnly = spec.sequenceOnly ?? info.sequenceOnly;
  info.matchSelf = spec.matchSelf ?? info.matchSelf;
  info.abstract = spec.abstract ?? false;
  if (info.abstract) info.new = null;
  info.metatype = spec.metatype ?? rt.types['type'] ?? null;
  const collectable = spec.collectable ?? (base !== null && (base.rep & REP_FLAG_GC) !== 0);
  info.rep = (info.typeIndex << 16) | kind | (collectable ? REP_FLAG_GC : 0);
  info.slotStart = info.basicBytes >> 2;
  rt.types[spec.name] ??= info;

  // Also a type made later, by a module the program imports, is static: it never moves, and its instances need not count it.
  const running = rt.heap;
  const booting = running === rt.staticHeap;
  rt.heap = rt.staticHeap;
  const metatype = info.metatype;
  const type = rt.heap.allocateGc(TYPE_STATIC_BYTES, 0, 0);
  if (type === 0) rt.outOfMemory(TYPE_STATIC_BYTES);
  for (let word = type + 4; word < type + TYPE_STATIC_BYTES / 4; word++) M[word] = 0;
  info.address = type;
  M[type] = -1;
  M[type + 2] = metatype === null ? type : metatype.address;
  M[type + REP] = metatype === null ? 0 : metatype.rep;
  M[type + TYPE_INDEX] = info.typeIndex;
  M[type + TYPE_BLOCK_BYTES] = TYPE_STATIC_BYTES;
  const field = HOT_INFOS[spec.name];
  if (booting && field !== undefined) (rt as unknown as Record<string, TypeInfo>)[field] = info;
  if (rt.deferredTypes !== null) rt.deferredTypes.push(() => fillTypeObject(rt, info, spec));
  else fillTypeObject(rt, info, spec);
  if (!booting) rt.staticHeap.seal();
  rt.heap = running;
  return info;
}

/** Writes name, bases, MRO and dict of a static type; for the first few types this waits until dict, tuple and str exist. */
export function fillTypeObject(rt: Runtime, info: TypeInfo, spec: TypeSpec): void {
  const type = info.address;
  const metatype = info.metatype ?? rt.types['type']!;
  info.metatype = metatype;
  M[type + 2] = metatype.address;
  M[type + REP] = metatype.rep;
  M[type + TYPE_NAME] = intern(rt, spec.name);
  M[type + TYPE_QUALNAME] = intern(rt, spec.name);
  M[type + TYPE_BASE] = info.base?.address ?? 0;
  M[type + TYPE_BASES] = info.base === null ? rt.emptyTuple : newTuple(rt, [rt.retain(info.base.address)]);
  M[type + TYPE_MRO] = newTuple(
    rt,
    info.mro.map((entry) => rt.retain(entry.address)),
  );
  const dict = newDict(rt);
  M[type + TYPE_DICT] = dict;
  const put = (name: string, value: Address): void => dictPut(rt, dict, name, value);
  for (const method of spec.methods ?? []) put(method.name, newMethodDescriptor(rt, info, method));
  for (const def of SLOT_DEFS) {
    const slot = def.get(info);
    const inherited = info.base === null ? null : def.get(info.base);
    const restated = spec.restated?.includes(def.name as '__init__') === true;
    if (slot === null || (slot === inherited && !restated) || dictGetStr(rt, dict, intern(rt, def.name)) !== 0) continue;
    if (info.base === null && (def.name === '__getattr__' || slot === undefined)) continue;
    if (def.name === '__getattr__') continue;
    put(def.name, newWrapper(rt, info, def.name));
  }
  if (info.hash === null && (spec.unhashable === true || info.compare !== info.base?.compare)) put('__hash__', rt.none);
  const ownNew = info.new !== info.base?.new || spec.restated?.includes('__new__') === true;
  if (info.new !== null && ownNew) put('__new__', newConstructor(rt, info));
  for (const spec_ of spec.getset ?? []) put(spec_.name, newGetSet(rt, info, spec_));
  for (const method of spec.classMethods ?? []) put(method.name, newClassMethodDescriptor(rt, info, method));
  for (const method of spec.staticMethods ?? []) {
    const entry = registerNative(rt, method, `${spec.name}.${method.name}`, 0, info.module);
    put(method.name, rt.newStaticMethod(rt, newBuiltin(rt, entry, 0)));
  }
  for (const [name, value] of Object.entries(spec.constants ?? {})) put(name, typeof value === 'function' ? value() : value);
  const ownDoc = spec.getset?.some((each) => each.name === '__doc__') === true;
  if (!ownDoc) put('__doc__', spec.doc === undefined || spec.doc === null ? rt.none : newStr(rt, spec.doc));
  if (info.module !== 'builtins') put('__module__', newStr(rt, info.module));
  rt.bumpTypeVersion(info);
}

function newDescriptor(rt: Runtime, typeName: string, owner: TypeInfo, name: string, index: number): Address {
  const info = rt.types[typeName]!;
  const descriptor = rt.newCollectable(info, info.rep, info.basicBytes);
  for (let word = descriptor + 4; word < descriptor + (info.basicBytes >> 2); word++) M[word] = 0;
  M[descriptor + DESCR_TYPE] = rt.retain(owner.address);
  M[descriptor + NATIVE_INDEX] = index;
  M[descriptor + DESCR_NAME] = intern(rt, name);
  rt.heap.track(descriptor);
  return descriptor;
}

function newMethodDescriptor(rt: Runtime, owner: TypeInfo, spec: NativeSpec): Address {
  const entry = registerNative(rt, spec, `${owner.qualname ?? owner.name}.${spec.name}`, 1, owner.module);
  return newDescriptor(rt, 'method_descriptor', owner, spec.name, entry.index);
}

function newClassMethodDescriptor(rt: Runtime, owner: TypeInfo, spec: NativeSpec): Address {
  const entry = registerNative(rt, spec, `${owner.qualname ?? owner.name}.${spec.name}`, 1, owner.module);
  return newDescriptor(rt, 'classmethod_descriptor', owner, spec.name, entry.index);
}

/** Special methods that CPython defines beside their slots (METH_COEXIST), with what it says of them: they are methods and no wrappers. */
const COEXISTING: Readonly<Record<string, string>> = {
  'list.__getitem__': 'Return self[index].',
  'dict.__getitem__': 'Return self[key].',
  'dict.__contains__': 'True if the dictionary has the specified key, else False.',
  'set.__contains__': 'x.__contains__(y) <==> y in x.',
  'frozenset.__contains__': 'x.__contains__(y) <==> y in x.',
};

/** The method that shows slot `name` of a built-in type to programs. */
function newWrapper(rt: Runtime, owner: TypeInfo, name: string): Address {
  const def = SLOT_DEFS.find((candidate) => candidate.name === name && candidate.get(owner) !== null)!;
  const slot = def.get(owner);
  const fn = def.wrap(slot as never);
  const doc = COEXISTING[`${owner.name}.${name}`];
  if (doc !== undefined) {
    const method = registerNative(rt, { name, arity: 'one', safe: true, fn, doc }, `${owner.name}.${name}`, 1, owner.module);
    method.slot = slot;
    method.slotKey = def.key;
    return newDescriptor(rt, 'method_descriptor', owner, name, method.index);
  }
  const takesIndex = owner.sequenceOnly && (name === '__getitem__' || name === '__setitem__' || name === '__delitem__');
  const takesFactor = /^__[ri]?mul__$/.test(name) && !['int', 'float', 'complex'].includes(owner.name);
  const checked: NativeSpec['fn'] = (runtime, args, count, kwnames) => {
    if (count === 0) raiseTypeError(runtime, `descriptor '${name}' of '${owner.name}' object needs an argument`);
    const self = M[args];
    if (!isSubtype(runtime.typeOf(self), owner)) {
      raiseTypeError(
        runtime,
        `descriptor '${name}' requires a '${owner.name}' object but received a '${runtime.typeOf(self).name}'`,
      );
    }
    if (def.max >= 0) {
      if (kwnames !== 0) raiseTypeError(runtime, `wrapper ${name}() takes no keyword arguments`);
      const given = count - 1;
      // CPython's wrappers unpack two arguments, and a factor, under an empty name.
      if (def.max > 1 || takesFactor) checkRange(runtime, '', given, def.min, def.max);
      else if (given !== def.min) {
        raiseTypeError(runtime, `expected ${def.min} argument${def.min === 1 ? '' : 's'}, got ${given}`);
      }
    }
    if (takesIndex) asSize(runtime, M[args + 2], 'OverflowError', true);
    return fn(runtime, args, count, kwnames);
  };
  const entry = registerNative(
    rt,
    { name, arity: 'raw', fn: checked, safe: true },
    `${owner.qualname ?? owner.name}.${name}`,
    1,
    owner.module,
  );
  entry.slot = slot;
  entry.slotKey = def.key;
  entry.tuples = 2;
  return newDescriptor(rt, 'wrapper_descriptor', owner, name, entry.index);
}

/** `T.__new__`: a built-in function whose self is the type; it checks that the class asked for fits. */
function newConstructor(rt: Runtime, info: TypeInfo): Address {
  const fn: NativeSpec['fn'] = (runtime, args, count, kwnames) => {
    // args[0] is the type that owns this __new__ (the built-in function's self).
    const given = count < 2 ? 0 : M[args + 2];
    if (given === 0) raiseTypeError(runtime, `${info.name}.__new__(): not enough arguments`);
    if ((M[given + REP] & 0xff) !== KIND.type) {
      raiseTypeError(runtime, `${info.name}.__new__(X): X is not a type object (${runtime.typeOf(given).name})`);
    }
    const wanted = runtime.infoOfType(given);
    if (!isSubtype(wanted, info)) {
      raiseTypeError(runtime, `${info.name}.__new__(${wanted.name}): ${wanted.name} is not a subtype of ${info.name}`);
    }
    // The nearest class that is not made by a __new__ in Python (CPython: Objects/typeobject.c tp_new_wrapper).
    let staticBase = wanted;
    while (staticBase.new === genericNew && staticBase.base !== null) staticBase = staticBase.base;
    if (staticBase.new !== info.new) {
      raiseTypeError(runtime, `${info.name}.__new__(${wanted.name}) is not safe, use ${staticBase.name}.__new__()`);
    }
    return info.new!(runtime, given, args + 4, count - 2, kwnames);
  };
  const entry = registerNative(rt, { name: '__new__', arity: 'raw', fn, safe: true }, `${info.name}.__new__`, 1, info.module);
  entry.tuples = 2;
  return newBuiltin(rt, entry, info.address);
}

function newGetSet(rt: Runtime, owner: TypeInfo, spec: GetSetSpec): Address {
  const index = rt.getsets.length;
  rt.getsets.push(spec);
  if (spec.member === true) return newDescriptor(rt, 'member_descriptor', owner, spec.name, ~index);
  return newDescriptor(rt, 'getset_descriptor', owner, spec.name, index);
}

/** What a class statement decides about its instances, worked out by classes.ts. */
export interface HeapTypePlan {
  readonly name: string;
  readonly bases: readonly TypeInfo[];
  /** Base that fixes the layout (best_base). */
  readonly base: TypeInfo;
  readonly metatype: TypeInfo;
  readonly mro: readonly TypeInfo[];
  readonly addDict: boolean;
  readonly addWeak: boolean;
  /** Names of `__slots__` that get a place in the instance. */
  readonly slots: readonly string[];
}

/** Makes the type object and TypeInfo of a heap class; dict, bases and names are filled in by the caller. Owned. */
export function newHeapType(rt: Runtime, plan: HeapTypePlan): TypeInfo {
  const { base, metatype } = plan;
  const info = newInfo(rt, { name: plan.name, kind: base.kind, heap: true });
  info.base = base;
  info.metatype = metatype;
  info.slotStart = ((base.basicBytes + 7) >> 3) << 1;
  info.slotCount = plan.slots.length;
  info.basicBytes = ((base.basicBytes + 7) & ~7) + 8 * plan.slots.length;
  info.itemBytes = base.itemBytes;
  info.fields = base.fields;
  info.visits = base.visits;
  info.dictOffset = base.dictOffset;
  info.weakOffset = base.weakOffset;
  info.hasDict = base.hasDict || plan.addDict;
  info.hasWeaklist = base.hasWeaklist || plan.addWeak;
  info.matchSelf = base.matchSelf;
  info.matchFlag = plan.mro.map((entry) => entry.matchFlag).find((flag) => flag !== 0) ?? 0;
  const managedDict = info.hasDict && info.dictOffset === 0;
  const managedWeak = info.hasWeaklist && info.weakOffset === 0;
  let flags = REP_FLAG_HEAP_TYPE | REP_FLAG_GC;
  if (managedDict || managedWeak) flags |= REP_FLAG_PREHEADER;
  if (managedDict) flags |= REP_FLAG_DICT;
  if (managedDict && info.kind === KIND.instance && info.basicBytes === 16) flags |= REP_FLAG_INLINE;
  info.rep = (info.typeIndex << 16) | flags | base.kind;
  const bytes = Math.max(TYPE_BYTES, metatype.basicBytes) + (managedDict ? CACHED_KEYS_BYTES : 0);
  const type = rt.newCollectable(metatype, metatype.rep, bytes, (metatype.rep & REP_FLAG_PREHEADER) !== 0 ? 16 : 0);
  for (let word = type + 4; word < type + (bytes >> 2); word++) M[word] = 0;
  info.address = type;
  M[type + TYPE_INDEX] = info.typeIndex;
  M[type + TYPE_BLOCK_BYTES] = bytes;
  rt.heap.track(type);
  rt.heap.registerFinalizable(type);
  return info;
}

/** Marks instances made from now on as having a finalizer, or not. */
export function noteFinalizer(info: TypeInfo): void {
  info.rep = info.hasDel ? info.rep | REP_FLAG_DEL : info.rep & ~REP_FLAG_DEL;
}

/** Descriptor of one `__slots__` name: reads and writes the instance's word `offset`. Owned. */
export function newSlotDescriptor(rt: Runtime, owner: TypeInfo, name: string, offset: number): Address {
  return newDescriptor(rt, 'member_descriptor', owner, name, offset);
}

/** Getset descriptor for an attribute every instance of a heap class has. Owned. */
export function newGetSetDescriptor(rt: Runtime, owner: TypeInfo, spec: GetSetSpec): Address {
  return newGetSet(rt, owner, spec);
}
