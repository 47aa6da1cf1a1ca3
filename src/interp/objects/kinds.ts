/**
 * Kinds of object layout. The kind is the low byte of an object's representation word:
 *
 * ```
 *  words[a + 3] = typeIndex << 16 | flags << 8 | kind
 * ```
 *
 * An exact built-in has a constant representation word, so one compare is a whole type guard (`words[a + 3] === REP_INT`); a subclass
 * instance has the kind of its layout base, another type index and FLAG_HEAP_TYPE.
 */

/** Instance of a class made by the program: holds a counted reference to its type, may have a pre-header. */
export const REP_FLAG_HEAP_TYPE = 1 << 8;
/** The instance has inline values behind its header (CPython: Py_TPFLAGS_INLINE_VALUES). */
export const REP_FLAG_INLINE = 1 << 9;
/** The type (or a base) defines `__del__`. */
export const REP_FLAG_DEL = 1 << 10;
/** The instance has a pre-header with managed dict and weak list. */
export const REP_FLAG_PREHEADER = 1 << 11;
/** The type gives instances a `__dict__` in the pre-header. */
export const REP_FLAG_DICT = 1 << 12;
/** The block was made by allocateGc. */
export const REP_FLAG_GC = 1 << 13;

/** Name and number of each kind; the number is its place in the list. */
export const KIND_NAMES = [
  'free',
  'int',
  'long',
  'bool',
  'none',
  'ellipsis',
  'notimplemented',
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
  'range',
  'slice',
  'function',
  'builtin',
  'method',
  'code',
  'cell',
  'generator',
  'type',
  'module',
  'instance',
  'exception',
  'traceback',
  'frame',
  'weakref',
  'property',
  'staticmethod',
  'classmethod',
  'member',
  'getset',
  'wrapper',
  'methodDescriptor',
  'super',
  'iterator',
  'record',
  'mappingproxy',
  'memoryview',
  'deque',
  'opaque',
] as const;

export type KindName = (typeof KIND_NAMES)[number];

/** Kind numbers by name. */
export const KIND = Object.fromEntries(KIND_NAMES.map((name, index) => [name, index])) as Readonly<Record<KindName, number>>;
