/**
 * What the interpreter knows about a Python type besides its object on the heap: its layout and its slot functions, as
 * CPython's PyTypeObject has them. A TypeInfo holds no Python value; the type's names, bases and dict are heap objects.
 */
import type { Address } from '../../heap/memory.ts';
import type { Runtime } from './runtime.ts';

export type UnarySlot = (rt: Runtime, self: Address) => Address;
export type BinarySlot = (rt: Runtime, left: Address, right: Address) => Address;
export type TernarySlot = (rt: Runtime, a: Address, b: Address, c: Address) => Address;
/** tp_call: `base` is the stack slot of the callable; its arguments lie above it, positional ones first, then one for each name of the tuple `kwnames` (0 = none); `count` counts all. All stay owned by the stack. */
export type CallSlot = (rt: Runtime, base: Address, count: number, kwnames: Address) => Address;
/** Three-way use: value 0 deletes. */
export type SetSlot = (rt: Runtime, self: Address, key: Address, value: Address) => void;

/** Binary operators in the order of the BINARY_* opcodes. */
export const BINARY_NAMES = [
  'add',
  'sub',
  'mul',
  'truediv',
  'floordiv',
  'mod',
  'pow',
  'matmul',
  'lshift',
  'rshift',
  'and',
  'or',
  'xor',
  'divmod',
] as const;
export const BINARY_SYMBOLS = [
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '** or pow()',
  '@',
  '<<',
  '>>',
  '&',
  '|',
  '^',
  'divmod()',
] as const;

/** Comparison numbers, as Py_LT ... Py_GE. */
export const LT = 0;
export const LE = 1;
export const EQ = 2;
export const NE = 3;
export const GT = 4;
export const GE = 5;

export interface TypeSlots {
  repr: UnarySlot | null;
  str: UnarySlot | null;
  /** Leaves the hash in rt.hashLow and rt.hashHigh. null: unhashable. */
  hash: ((rt: Runtime, self: Address) => void) | null;
  call: CallSlot | null;
  getattro: BinarySlot;
  setattro: SetSlot;
  /** May return NotImplemented. */
  compare: ((rt: Runtime, left: Address, right: Address, op: number) => Address) | null;
  iter: UnarySlot | null;
  /** Next value, or 0 when exhausted (no exception set). */
  next: UnarySlot | null;
  descrGet: TernarySlot | null;
  descrSet: SetSlot | null;
  init: ((rt: Runtime, self: Address, args: Address, count: number, kwnames: Address) => void) | null;
  /** tp_new: `type` is the address of the class to make an instance of. */
  new: ((rt: Runtime, type: Address, args: Address, count: number, kwnames: Address) => Address) | null;
  binary: (BinarySlot | null)[];
  inplace: (BinarySlot | null)[];
  pow3: TernarySlot | null;
  negative: UnarySlot | null;
  positive: UnarySlot | null;
  invert: UnarySlot | null;
  absolute: UnarySlot | null;
  bool: ((rt: Runtime, self: Address) => boolean) | null;
  int: UnarySlot | null;
  float: UnarySlot | null;
  index: UnarySlot | null;
  length: ((rt: Runtime, self: Address) => number) | null;
  getitem: BinarySlot | null;
  setitem: SetSlot | null;
  contains: ((rt: Runtime, self: Address, item: Address) => boolean) | null;
  concat: BinarySlot | null;
  repeat: BinarySlot | null;
  inplaceConcat: BinarySlot | null;
  inplaceRepeat: BinarySlot | null;
  await: UnarySlot | null;
  aiter: UnarySlot | null;
  anext: UnarySlot | null;
}

export function emptySlots(): Omit<TypeSlots, 'getattro' | 'setattro'> {
  return {
    repr: null,
    str: null,
    hash: null,
    call: null,
    compare: null,
    iter: null,
    next: null,
    descrGet: null,
    descrSet: null,
    init: null,
    new: null,
    binary: new Array(BINARY_NAMES.length).fill(null),
    inplace: new Array(BINARY_NAMES.length).fill(null),
    pow3: null,
    negative: null,
    positive: null,
    invert: null,
    absolute: null,
    bool: null,
    int: null,
    float: null,
    index: null,
    length: null,
    getitem: null,
    setitem: null,
    contains: null,
    concat: null,
    repeat: null,
    inplaceConcat: null,
    inplaceRepeat: null,
    await: null,
    aiter: null,
    anext: null,
  };
}

/** Type object fields, in words from the object (CPython: PyTypeObject / PyHeapTypeObject; the rest of the block is unused). */
export const TYPE_NAME = 4;
/** High half of the name field: the index into Runtime.typeInfos. */
export const TYPE_INDEX = 5;
export const TYPE_BASES = 6;
export const TYPE_MRO = 8;
export const TYPE_DICT = 10;
export const TYPE_BASE = 12;

/** Heap types: dict of weak references to direct subclasses (runtime/subclasses.ts). Static types: address of a root slot that holds it. */
export const TYPE_SUBCLASSES = 16;
export const TYPE_QUALNAME = 18;
/** Bytes of the block, for whoever measures it. */
export const TYPE_BLOCK_BYTES = 24;

/** Bytes of a type object's block (CPython 3.13: PyHeapTypeObject; PyTypeObject for static types). */
export const TYPE_BYTES = 928;
export const TYPE_STATIC_BYTES = 416;
/** What the attribute names that instances share take, in a class whose instances have a managed dict (_PyDict_NewKeysForClass: room for 42). Ours lie in the class's block. */
export const CACHED_KEYS_BYTES = 768;

export interface TypeInfo extends TypeSlots {
  /** Takes its arguments from the stack; other types are called with a tuple of them, which a constructor written in Python can count. */
  vectorcall: boolean;
  /** tp_name without module. */
  name: string;
  /** __qualname__ of a heap class; static types have none beside the name. */
  qualname?: string;
  /** Module shown by repr: 'builtins' for most. */
  module: string;
  /** Its place in Runtime.typeInfos. */
  readonly typeIndex: number;
  /** Number of the type among all that were ever made. */
  readonly serial: number;
  /** Set when the type object's block has been given back. */
  gone: boolean;
  /** The type object; moving strategies rewrite it. */
  address: Address;
  /** Layout kind of its instances. */
  readonly kind: number;
  /** Representation word of its instances. */
  rep: number;
  /** Bytes of an instance without header, pre-header and inline values. */
  basicBytes: number;
  itemBytes: number;
  base: TypeInfo | null;
  mro: TypeInfo[];
  /** Made by the program or at run time (its type object lies on the heap). */
  readonly heap: boolean;
  /** May the program derive from it? */
  baseType: boolean;
  /** Attributes of the type object cannot be set. */
  immutable: boolean;
  /** Py_TPFLAGS_SEQUENCE / MAPPING, for match. */
  matchFlag: 0 | 1 | 2;
  /** Items go by number alone: it has sq_item and no mp_subscript, so that it is no mapping to `%`, and `T.__getitem__` takes an index. */
  sequenceOnly: boolean;
  /** Match by one positional pattern (int, str, ...). */
  matchSelf: boolean;
  /** Attribute names its instances share (interned, in order of first use) and how many more may come (CPython: ht_cached_keys). */
  readonly shape: { names: Address[]; usable: number };
  /** Global version: changes whenever the type or a base changes. */
  version: number;
  /** Does any class in the MRO define `__del__`? */
  hasDel: boolean;
  hasDict: boolean;
  hasWeaklist: boolean;
  /** Word offset of an in-object dict slot (exceptions, functions, ...) or 0. */
  dictOffset: number;
  /** Word offset of an in-object weak list slot or 0. */
  weakOffset: number;
  /** Slots of kind `record` and exceptions: words after the header that hold references, in words from the object. */
  fields: number;
  /** Numbers of the first fields in the order in which they are visited; null: as they lie. */
  visits: readonly number[] | null;
  /** Number of `__slots__` descriptors of this class and its bases, laid out from `slotStart` (words). */
  slotCount: number;
  slotStart: number;
  /** User-visible `__slots__`: does the class define them without `__dict__`? */
  metatype: TypeInfo | null;
  abstract: boolean;
  /** What a class of a program derives from; empty for built-in types. */
  directBases: readonly TypeInfo[];
  /** Direct subclasses, to push changes down. */
  subclasses: Set<TypeInfo>;
}
