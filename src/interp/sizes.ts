/**
 * What sys.getsizeof and `__sizeof__` answer: the bytes of CPython 3.13 (Objects/*.c, the `sizeof` methods). For nearly all types those are the bytes of the block and of
 * its buffers; where an object of ours is laid out otherwise it says here what CPython's takes.
 */
import { FLAG_COLLECTABLE, FLAGS, REP } from '../heap/layout.ts';
import { type Address, WORDS } from '../heap/memory.ts';
import type { PythonModel } from './model.ts';
import { KIND, REP_FLAG_PREHEADER } from './objects/kinds.ts';
import { STR_LENGTH, strWidth } from './objects/str.ts';
import type { Runtime } from './runtime/runtime.ts';
import { TYPE_BYTES, type TypeInfo } from './runtime/type-info.ts';

const M = WORDS;

/** A bool is an int of one digit to sys.getsizeof. */
const BOOL_BYTES = 28;
const MANAGED_HEADER_BYTES = 16;
/** Size of a string of one ASCII character. */
const ASCII_CHARACTER_BYTES = 42;

/** Modules whose types CPython makes when they are imported, on its heap. */
const HEAP_TYPE_MODULES = new Set([
  '_io',
  '_random',
  '_sre',
  'array',
  'collections',
  'functools',
  'itertools',
  'operator',
  're',
]);
/** Those of them that are static nevertheless. */
const STATIC_TYPES = new Set(['collections.OrderedDict', 'odict_iterator', 'odict_keys', 'odict_values', 'odict_items']);

/** Bytes by the type's `__sizeof__`: without the collector's header and what stands before an instance. */
export function sizeOf(rt: Runtime, model: PythonModel, object: Address): number {
  const info = rt.typeOf(object);
  let size = model.size(object);
  if (info.kind === KIND.bool) return BOOL_BYTES;
  if (info.kind === KIND.type) return isHeapType(rt.infoOfType(object)) ? Math.max(size, TYPE_BYTES) : size;
  // A subclass keeps the text in a block of its own.
  if (info.kind === KIND.str && info.heap) return info.basicBytes + (M[object + STR_LENGTH] + 1) * strWidth(rt, object);
  if (info.kind === KIND.instance && info.heap && (M[object + REP] & 0x200) !== 0) size = info.basicBytes;
  if (info.kind === KIND.dict && M[object + 8] === 0) return size;
  // The one built-in exception that is made like a class statement's: it has a header for weak references.
  if (info === rt.types['ExceptionGroup']) return size + MANAGED_HEADER_BYTES;
  // The shared one-character strings beyond ASCII keep their two bytes of UTF-8 and a zero.
  if (info.kind === KIND.str && object < rt.memory.heapStart && M[object + STR_LENGTH] === 1 && size > ASCII_CHARACTER_BYTES)
    size += 3;
  const buffers = model.buffers(object);
  for (let index = 0; index < buffers; index++) size += model.byteScratch[index]!;
  return size;
}

/** Bytes that sys.getsizeof adds: the collector's header, and the places of dict and weak references before an instance. */
export function gcOverhead(rt: Runtime, object: Address): number {
  // Static types have no such header, though they are traversed like others.
  if (rt.typeOf(object).kind === KIND.type && !isHeapType(rt.infoOfType(object))) return 0;
  return ((M[object + FLAGS] & FLAG_COLLECTABLE) !== 0 ? 16 : 0) + ((M[object + REP] & REP_FLAG_PREHEADER) !== 0 ? 16 : 0);
}

/** Does CPython allocate this type? Static types have no collector's header, and no container is tracked for them. */
export function isHeapType(info: TypeInfo): boolean {
  return info.heap || info.name === 'ExceptionGroup' || (HEAP_TYPE_MODULES.has(info.module) && !STATIC_TYPES.has(info.name));
}
