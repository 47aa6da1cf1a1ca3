/**
 * ObjectModel for Python objects: which slots an object of each kind has, what it owns, how it dies. The layouts are those of objects/*.ts.
 */
import {
  FLAG_COLLECTABLE,
  FLAG_FINALIZED,
  FLAGS,
  REP,
  TYPE,
  WEAK_CALLBACK,
  WEAK_NEXT,
  WEAK_PREV,
  WEAK_REFERENT,
} from '../heap/layout.ts';
import { type Address, WORDS } from '../heap/memory.ts';
import { type ObjectModel, PLAIN } from '../heap/object-model.ts';
import { releaseView, VIEW_OBJECT } from './objects/buffer.ts';
import {
  DICT_KEYS,
  DICT_SPLIT,
  DICT_USED,
  detachSplit,
  dictCheck,
  freeKeys,
  GENERAL_ENTRY_WORDS,
  KEYS_ENTRIES,
  keysAreStr,
  keysBytesOf,
  keysEntries,
  keysFreeList,
  SPLIT_ATTACHED,
  STR_ENTRY_WORDS,
} from './objects/dict.ts';
import {
  EXC_CAUSE,
  EXC_CONTEXT,
  EXC_DICT,
  EXC_FIELDS,
  FRAME_BACK,
  FRAME_EXTRAS,
  FRAME_FAST,
  FRAME_FUNCTION,
  FRAME_SLOTS,
} from './objects/exception.ts';
import { GEN_FLAGS, GEN_HOLDS, GEN_SLOT_COUNT, GEN_SLOTS, GEN_STATE, GEN_SUSPENDED } from './objects/generator.ts';
import { INLINE_HEADER, INLINE_VALUES, inlineCapacity } from './objects/instance.ts';
import { intBytes } from './objects/int.ts';
import {
  KIND,
  KIND_NAMES,
  REP_FLAG_DEL,
  REP_FLAG_DICT,
  REP_FLAG_HEAP_TYPE,
  REP_FLAG_INLINE,
  REP_FLAG_PREHEADER,
} from './objects/kinds.ts';
import { LIST_CAPACITY, LIST_ITEMS, LIST_LENGTH, TUPLE_ITEMS, TUPLE_LENGTH } from './objects/sequence.ts';
import { SET_FILL, SET_MASK, SET_TABLE, SET_USED, setTable } from './objects/set.ts';
import { strBytes, strText } from './objects/str.ts';
import { CODE_CONSTS, CODE_FILENAME, CODE_NAME, CODE_QUALNAME } from './runtime/code-table.ts';
import type { Runtime } from './runtime/runtime.ts';
import {
  TYPE_BASE,
  TYPE_BASES,
  TYPE_BLOCK_BYTES,
  TYPE_DICT,
  TYPE_MRO,
  TYPE_NAME,
  TYPE_QUALNAME,
  TYPE_SUBCLASSES,
} from './runtime/type-info.ts';
import { mayBeTracked } from './tracking.ts';

const M = WORDS;

/** What the VM adds: finalizers and callbacks run Python. */
export interface ModelHooks {
  finalize(object: Address): void;
  runCallback(weakref: Address): void;
  /** Extra work when an object's block goes (type indices, code indices). */
  forget(object: Address): void;
  moved(): void;
}

/** Fixed reference slots by kind, as word offsets, in tp_traverse order; `teardown` where tp_dealloc differs. */
const FIXED: Partial<Record<string, { slots: readonly number[]; teardown?: readonly number[] }>> = {
  slice: { slots: [6, 8, 4], teardown: [4, 6, 8] },
  range: { slots: [4, 6, 8, 10] },
  function: {
    slots: [12, 4, 6, 26, 14, 16, 20, 8, 22, 18, 28, 30, 10],
    teardown: [4, 6, 26, 14, 16, 20, 22, 18, 28, 30, 12, 8, 10],
  },
  builtin: { slots: [6, 8] },
  method: { slots: [4, 6] },
  code: { slots: [CODE_CONSTS, CODE_NAME, CODE_QUALNAME, CODE_FILENAME, 12] },
  cell: { slots: [4] },
  type: { slots: [TYPE_DICT, TYPE_MRO, TYPE_BASES, TYPE_BASE, TYPE_SUBCLASSES, TYPE_NAME, TYPE_QUALNAME] },
  module: { slots: [4] },
  traceback: { slots: [4, 6] },
  property: { slots: [4, 6, 8, 10, 12] },
  staticmethod: { slots: [4, 6] },
  classmethod: { slots: [4, 6] },
  member: { slots: [4, 6] },
  getset: { slots: [4, 6] },
  wrapper: { slots: [4, 6, 8] },
  methodDescriptor: { slots: [4, 6, 8] },
  super: { slots: [6, 4, 8] },
  mappingproxy: { slots: [4] },
  weakref: { slots: [WEAK_CALLBACK] },
  memoryview: { slots: [4] },
};

const SCRATCH_START = 1024;

const KIND_INT = KIND.int;
const KIND_LONG = KIND.long;
const KIND_FLOAT = KIND.float;
const KIND_STR = KIND.str;
const KIND_BYTES = KIND.bytes;
const KIND_INSTANCE = KIND.instance;
const PLAIN_MOST = PLAIN.most;
const PLAIN_FIRST = PLAIN.first;
const PLAIN_REVERSED = PLAIN.reversed;
const PLAIN_TYPE = PLAIN.type;
const PLAIN_FREE_LIST = PLAIN.freeList;
const PLAIN_BYTES = PLAIN.bytes;

/** Is this the `__dict__` of a live instance that visits its values? */
function isAttached(rt: Runtime, dict: Address): boolean {
  return M[dict + REP] === rt.dictInfo.rep && (M[dict + DICT_SPLIT] & SPLIT_ATTACHED) !== 0;
}

export class PythonModel implements ObjectModel {
  slotScratch = new Int32Array(SCRATCH_START);
  byteScratch = new Int32Array(64);
  bufferFreeList = 0;
  /** 1..20 tuples by length, float, list, dict, slice, smallest table of a dict with str keys (CPython 3.13's limits). */
  readonly freeListLimits: readonly number[] = [0, ...new Array<number>(20).fill(2000), 100, 80, 80, 1, 80];
  private readonly rt: Runtime;
  private readonly hooks: ModelHooks;
  private readonly fixedSlots: (Int32Array | null)[] = [];
  private readonly fixedTeardown: (Int32Array | null)[] = [];
  /** By index of a built-in type: see plainType. */
  private readonly plainTypes: number[] = [];
  private count = 0;

  constructor(rt: Runtime, hooks: ModelHooks) {
    this.rt = rt;
    this.hooks = hooks;
    for (const name of KIND_NAMES) {
      const fixed = FIXED[name];
      this.fixedSlots.push(fixed === undefined ? null : Int32Array.from(fixed.slots));
      this.fixedTeardown.push(fixed === undefined ? null : Int32Array.from(fixed.teardown ?? fixed.slots));
    }
  }

  private add(slot: Address): void {
    if (this.count >= this.slotScratch.length) {
      const grown = new Int32Array(this.slotScratch.length * 2);
      grown.set(this.slotScratch);
      this.slotScratch = grown;
    }
    this.slotScratch[this.count++] = slot;
  }

  /** The scratch, with room for `count` slots more. */
  private roomFor(count: number): Int32Array {
    if (this.count + count > this.slotScratch.length) {
      const grown = new Int32Array(Math.max(this.slotScratch.length * 2, this.count + count));
      grown.set(this.slotScratch);
      this.slotScratch = grown;
    }
    return this.slotScratch;
  }

  private addRange(first: Address, count: number): void {
    const scratch = this.roomFor(count);
    let at = this.count;
    for (let index = 0; index < count; index++) scratch[at++] = first + 2 * index;
    this.count = at;
  }

  /** As addRange, but the first in the order given. */
  private addFields(first: Address, count: number, order: readonly number[] | null): void {
    this.addRange(first, count);
    if (order !== null)
      for (let index = 0; index < order.length; index++)
        this.slotScratch[this.count - count + index] = first + 2 * order[index]!;
  }

  slots(object: Address): number {
    return this.collect(object, false);
  }

  traversed(object: Address): number {
    const count = this.slots(object);
    if ((M[object + REP] & 0xff) !== KIND.type) return count;
    const scratch = this.slotScratch;
    let kept = 0;
    for (let index = 0; index < count; index++) {
      const word = scratch[index]! - object;
      if (word !== TYPE_SUBCLASSES && word !== TYPE_NAME && word !== TYPE_QUALNAME) scratch[kept++] = scratch[index]!;
    }
    return kept;
  }

  teardown(object: Address): number {
    return this.collect(object, true);
  }

  /** The order is that of subtype_traverse and subtype_dealloc: `__slots__`, attributes, then what the built-in base holds; the class before that or last. */
  private collect(object: Address, teardown: boolean): number {
    const rt = this.rt;
    this.count = 0;
    const rep = M[object + REP];
    const heapType = (rep & REP_FLAG_HEAP_TYPE) !== 0;
    const countsType = heapType && M[object + TYPE] >= rt.memory.heapStart;
    if (heapType) {
      const info = rt.typeInfos[rep >>> 16]!;
      // __slots__ of every class on the way to the built-in base, the most derived first.
      if (info.slotCount > 0 || info.basicBytes > 16) {
        for (let current: typeof info | null = info; current?.heap; current = current.base) {
          if (current.slotCount > 0) this.addRange(object + current.slotStart, current.slotCount);
        }
      }
      if ((rep & REP_FLAG_INLINE) !== 0) this.addRange(object + INLINE_VALUES, inlineCapacity(rt, object));
    }
    // The dict slot of exceptions is among their fixed fields.
    if ((rep & REP_FLAG_DICT) !== 0) {
      const dict = M[object - rt.preDict];
      if (dict !== 0 && isAttached(rt, dict)) {
        // While the dict stands for the instance, the instance visits its values; a dict that outlives the instance is on its own.
        if (!teardown) this.addDict(dict);
        else if (M[dict] > 1) detachSplit(rt, dict);
      }
      this.add(object - rt.preDict);
    }
    if (countsType && !teardown) this.add(object + TYPE);
    this.collectOwn(object, rep, teardown);
    if (countsType && teardown) this.add(object + TYPE);
    return this.count;
  }

  /** What an object holds by its kind. */
  private collectOwn(object: Address, rep: number, teardown: boolean): void {
    const rt = this.rt;
    const kind = rep & 0xff;
    switch (kind) {
      case KIND.tuple:
        // CPython traverses and releases items from the last to the first.
        this.addReversed(object + TUPLE_ITEMS, M[object + TUPLE_LENGTH]);
        break;
      case KIND.list:
        this.addReversed(M[object + LIST_ITEMS], M[object + LIST_LENGTH]);
        break;
      case KIND.dict:
        // What built-in subclasses (defaultdict, OrderedDict) hold beside their keys.
        if (rep !== rt.dictInfo.rep) this.addRange(object + 12, rt.typeInfos[rep >>> 16]!.fields);
        if (teardown || !isAttached(rt, object)) this.addDict(object);
        break;
      case KIND.set:
      case KIND.frozenset: {
        const table = setTable(rt, object);
        for (let index = 0; index <= M[object + SET_MASK]; index++) if (M[table + 4 * index] !== 0) this.add(table + 4 * index);
        break;
      }
      case KIND.exception: {
        const info = rt.typeInfos[rep >>> 16]!;
        // What a type adds comes before what every exception has, and its cause before its context.
        this.addFields(object + EXC_FIELDS, info.fields, info.visits);
        this.addRange(object + EXC_DICT, 4);
        this.add(object + EXC_CAUSE);
        this.add(object + EXC_CONTEXT);
        break;
      }
      case KIND.frame:
        if (teardown) {
          // frame_dealloc: what the frame held itself comes before what it was called from.
          this.addRange(object + FRAME_FUNCTION, 2);
          this.addRange(object + FRAME_FAST, M[object + FRAME_SLOTS]);
          this.add(object + FRAME_BACK);
          this.add(object + FRAME_EXTRAS);
        } else {
          this.addRange(object + 4, 4);
          this.addRange(object + FRAME_FAST, M[object + FRAME_SLOTS]);
        }
        break;
      case KIND.generator:
        this.addRange(object + 4, 3);
        this.addRange(object + 12, 2);
        if (M[object + GEN_STATE] <= GEN_SUSPENDED || (M[object + GEN_FLAGS] & GEN_HOLDS) !== 0)
          this.addRange(object + GEN_SLOTS, M[object + GEN_SLOT_COUNT]);
        break;
      case KIND.record:
      case KIND.iterator: {
        const info = rt.typeInfos[rep >>> 16]!;
        this.addFields(object + 4, info.fields, teardown ? null : info.visits);
        break;
      }
      case KIND.deque:
        this.addDeque(object);
        break;
      default: {
        const fixed = teardown ? this.fixedTeardown[kind] : this.fixedSlots[kind];
        if (fixed !== null && fixed !== undefined)
          for (let index = 0; index < fixed.length; index++) this.add(object + fixed[index]!);
      }
    }
  }

  private addReversed(first: Address, count: number): void {
    if (count <= 0) return;
    const scratch = this.roomFor(count);
    let at = this.count;
    for (let index = count - 1; index >= 0; index--) scratch[at++] = first + 2 * index;
    this.count = at;
  }

  private addDict(dict: Address): void {
    const rt = this.rt;
    const keys = M[dict + DICT_KEYS];
    if (keys === 0) return;
    const isStr = keysAreStr(rt, keys);
    const entryWords = isStr ? STR_ENTRY_WORDS : GENERAL_ENTRY_WORDS;
    const count = M[keys + KEYS_ENTRIES];
    const scratch = this.roomFor(2 * count);
    let at = this.count;
    let key = keysEntries(rt, keys) + (isStr ? 0 : 2);
    for (let left = count; left > 0; left--) {
      if (M[key] !== 0) {
        scratch[at++] = key;
        scratch[at++] = key + 2;
      }
      key += entryWords;
    }
    this.count = at;
  }

  /** deque: word 4 length; 6 ring buffer; 8 capacity; 10 head; 12 maxlen; the items lie in the ring. */
  private addDeque(deque: Address): void {
    const length = M[deque + 4];
    const ring = M[deque + 6];
    const capacity = M[deque + 8];
    const head = M[deque + 10];
    for (let index = 0; index < length; index++) this.add(ring + 2 * ((head + index) % capacity));
  }

  clearable(object: Address): number {
    const kind = M[object + REP] & 0xff;
    // What CPython's tp_clear leaves alone: tuples have none, weak references and types keep their type.
    if (kind === KIND.tuple && (M[object + REP] & REP_FLAG_HEAP_TYPE) === 0) return 0;
    const count = this.collect(object, true);
    // The reference to the type is dropped when the object dies, not when it is cleared.
    const slots = this.slotScratch;
    let kept = 0;
    for (let index = 0; index < count; index++) {
      const slot = slots[index]!;
      if (slot === object + TYPE) continue;
      if (kind === KIND.tuple && slot >= object + TUPLE_ITEMS && slot < object + TUPLE_ITEMS + 2 * M[object + TUPLE_LENGTH])
        continue;
      if (kind === KIND.type && (slot === object + TYPE_NAME || slot === object + TYPE_QUALNAME || slot === object + TYPE_BASE))
        continue;
      if (kind === KIND.function && (slot === object + 12 || slot === object + 8 || slot === object + 10)) continue;
      slots[kept++] = slot;
    }
    return kept;
  }

  cleared(object: Address): void {
    switch (M[object + REP] & 0xff) {
      case KIND.list:
        M[object + LIST_LENGTH] = 0;
        break;
      case KIND.dict: {
        // Every value is gone: the table counts no keys any more and its index is emptied.
        const keys = M[object + DICT_KEYS];
        if (keys !== 0) {
          freeKeys(this.rt, keys);
          M[object + DICT_KEYS] = 0;
        }
        M[object + DICT_USED] = 0;
        break;
      }
      case KIND.set:
      case KIND.frozenset: {
        const table = setTable(this.rt, object);
        const mask = M[object + SET_MASK];
        for (let word = table; word < table + 4 * (mask + 1); word++) M[word] = 0;
        M[object + SET_USED] = 0;
        M[object + SET_FILL] = 0;
        break;
      }
      case KIND.deque:
        M[object + 4] = 0;
        break;
      case KIND.generator:
        M[object + GEN_STATE] = 3;
        M[object + GEN_FLAGS] &= ~GEN_HOLDS;
        break;
    }
    if ((M[object + REP] & REP_FLAG_INLINE) !== 0) M[object + 4] &= ~0xff00;
  }

  private bufferCount = 0;
  private addBuffer(slot: Address, bytes: number): void {
    this.slotScratch[this.bufferCount] = slot;
    this.byteScratch[this.bufferCount++] = bytes;
  }

  buffers(object: Address): number {
    const rt = this.rt;
    this.bufferCount = 0;
    this.bufferFreeList = 0;
    switch (M[object + REP] & 0xff) {
      case KIND.list:
        if (M[object + LIST_ITEMS] !== 0) this.addBuffer(object + LIST_ITEMS, 8 * M[object + LIST_CAPACITY]);
        break;
      case KIND.dict:
        if (M[object + DICT_KEYS] !== 0) {
          this.addBuffer(object + DICT_KEYS, keysBytesOf(rt, M[object + DICT_KEYS]));
          this.bufferFreeList = keysFreeList(M[object + DICT_KEYS]);
        }
        break;
      case KIND.set:
      case KIND.frozenset:
        if (M[object + SET_TABLE] !== 0) this.addBuffer(object + SET_TABLE, 16 * (M[object + SET_MASK] + 1));
        break;
      case KIND.deque:
        if (M[object + 6] !== 0) this.addBuffer(object + 6, 8 * M[object + 8]);
        break;
      case KIND.bytearray:
        // word 4 length; 6 buffer; 8 bytes allocated
        if (M[object + 6] !== 0) this.addBuffer(object + 6, M[object + 8]);
        break;
    }
    return this.bufferCount;
  }

  size(object: Address): number {
    const rt = this.rt;
    const rep = M[object + REP];
    const info = rt.typeInfos[rep >>> 16]!;
    // What __slots__ add to a built-in layout.
    const extra = (rep & REP_FLAG_HEAP_TYPE) !== 0 ? info.basicBytes : 0;
    switch (rep & 0xff) {
      case KIND.int:
      case KIND.long:
        return intBytes(rt, object);
      case KIND.str:
        return strBytes(rt, object);
      case KIND.bytes:
        return 33 + M[object + 4];
      case KIND.tuple:
        return (extra === 0 ? 24 : Math.max(24, extra)) + 8 * M[object + TUPLE_LENGTH];
      case KIND.instance:
        if ((rep & REP_FLAG_INLINE) !== 0) {
          const capacity = inlineCapacity(rt, object);
          return info.basicBytes + ((capacity + 7) & ~7) + (capacity + 1) * 8;
        }
        return info.basicBytes;
      case KIND.frame:
        return 64 + 8 * M[object + FRAME_SLOTS];
      case KIND.generator:
        return GEN_SLOTS * 4 + 8 * M[object + GEN_SLOT_COUNT];
      case KIND.record:
        // Records with items keep their number in the last 8 bytes of the fixed part.
        return info.itemBytes === 0
          ? info.basicBytes
          : info.basicBytes + info.itemBytes * M[object + (info.basicBytes >> 2) - 2];
      case KIND.code:
        return M[object + 14];
      case KIND.type:
        return info.heap || info.metatype !== null ? M[object + TYPE_BLOCK_BYTES] : info.basicBytes;
      default:
        return info.basicBytes;
    }
  }

  preBytes(object: Address): number {
    return (M[object + REP] & REP_FLAG_PREHEADER) !== 0 ? 16 : 0;
  }

  isCollectable(object: Address): boolean {
    return (M[object + FLAGS] & FLAG_COLLECTABLE) !== 0;
  }

  canUntrack(object: Address, full: boolean): boolean {
    const rt = this.rt;
    const rep = M[object + REP];
    if (rep === rt.tupleInfo.rep) {
      const count = M[object + TUPLE_LENGTH];
      for (let index = 0; index < count; index++) if (mayBeTracked(rt, M[object + TUPLE_ITEMS + 2 * index])) return false;
      return true;
    }
    if (!full || rep !== rt.dictInfo.rep) return false;
    const count = this.slots(object);
    for (let index = 0; index < count; index++) if (mayBeTracked(rt, M[this.slotScratch[index]!])) return false;
    return true;
  }

  freeList(object: Address): number {
    const rt = this.rt;
    const rep = M[object + REP];
    if (rep === rt.floatInfo.rep) return 21;
    if (rep === rt.tupleInfo.rep) return M[object + TUPLE_LENGTH] <= 20 ? M[object + TUPLE_LENGTH] : 0;
    if (rep === rt.listInfo.rep) return 22;
    if (rep === rt.dictInfo.rep) return 23;
    if (rep === rt.sliceInfo.rep) return 24;
    return 0;
  }

  /** Ints, floats, strings and bytes: see ObjectModel.leaf. */
  leaf(object: Address): number {
    const rt = this.rt;
    let bytes = 0;
    switch (M[object + REP] & (REP_FLAG_HEAP_TYPE | 0xff)) {
      case KIND_INT: {
        const value = M[object + 6];
        return value < 1073741824 && value > -1073741824 ? 28 : 32;
      }
      case KIND_FLOAT:
        return 24 | (21 << 16);
      case KIND_STR:
        bytes = strBytes(rt, object);
        break;
      case KIND_LONG:
        bytes = intBytes(rt, object);
        break;
      case KIND_BYTES:
        bytes = 33 + M[object + 4];
        break;
    }
    return bytes > 0xffff ? 0 : bytes;
  }

  /** Tuples, slices, cells, methods, iterators and instances that nothing special was done to: see ObjectModel.plain. */
  plain(object: Address): number {
    const rt = this.rt;
    const rep = M[object + REP];
    if (rep === rt.tupleInfo.rep) {
      const count = M[object + TUPLE_LENGTH];
      if (count > PLAIN_MOST) return 0;
      return (
        count | (TUPLE_ITEMS << PLAIN_FIRST) | PLAIN_REVERSED | (count << PLAIN_FREE_LIST) | ((24 + 8 * count) << PLAIN_BYTES)
      );
    }
    if ((rep & REP_FLAG_HEAP_TYPE) !== 0) return this.plainInstance(object, rep);
    const index = rep >>> 16;
    const known = this.plainTypes[index];
    if (known === undefined) {
      this.plainTypes[index] = this.plainType(rep);
      return this.plain(object);
    }
    if (known < 0) {
      // Of a type with weak references.
      return M[object + rt.typeInfos[index]!.weakOffset] === 0 ? -known : 0;
    }
    return known;
  }

  private plainInstance(object: Address, rep: number): number {
    if ((rep & 0xff) !== KIND_INSTANCE) return 0;
    const rt = this.rt;
    const info = rt.typeInfos[rep >>> 16]!;
    if (info.hasDel || info.weakOffset !== 0) return 0;
    if ((rep & REP_FLAG_PREHEADER) !== 0 && (M[object - rt.preDict] !== 0 || M[object - rt.preDict - 2] !== 0)) return 0;
    const type = M[object + TYPE] >= rt.memory.heapStart ? PLAIN_TYPE : 0;
    if ((rep & REP_FLAG_INLINE) !== 0) {
      const capacity = M[object + INLINE_HEADER] & 0xff;
      if (capacity > PLAIN_MOST || info.basicBytes !== 16) return 0;
      const bytes = 16 + ((capacity + 7) & ~7) + (capacity + 1) * 8;
      return capacity | (INLINE_VALUES << PLAIN_FIRST) | type | (bytes << PLAIN_BYTES);
    }
    // The slots of one class alone: those of several are released class by class.
    const slots = info.slotCount;
    if (slots > PLAIN_MOST || info.basicBytes !== 16 + 8 * slots) return 0;
    return slots | (4 << PLAIN_FIRST) | type | (info.basicBytes << PLAIN_BYTES);
  }

  /** What `plain` says of all objects of a built-in type; negative when they can have weak references. */
  private plainType(rep: number): number {
    const kind = rep & 0xff;
    const info = this.rt.typeInfos[rep >>> 16]!;
    if ((rep & (REP_FLAG_PREHEADER | REP_FLAG_DEL)) !== 0 || info.rep !== rep) return 0;
    let count = 0;
    let freeList = 0;
    if (kind === KIND.slice) {
      count = 3;
      freeList = 24;
    } else if (kind === KIND.method) count = 2;
    else if (kind === KIND.cell) count = 1;
    else if (kind === KIND.iterator || (kind === KIND.record && info.itemBytes === 0)) count = info.fields;
    else return 0;
    if (count > PLAIN_MOST || info.basicBytes >= 4096) return 0;
    const plain = count | (4 << PLAIN_FIRST) | (freeList << PLAIN_FREE_LIST) | (info.basicBytes << PLAIN_BYTES);
    return info.weakOffset === 0 ? plain : -plain;
  }

  hasFinalizer(object: Address): boolean {
    if ((M[object + FLAGS] & FLAG_FINALIZED) !== 0) return false;
    const rep = M[object + REP];
    if ((rep & 0xff) === KIND.generator) {
      return (
        M[object + GEN_STATE] === GEN_SUSPENDED ||
        (M[object + GEN_STATE] === 0 && this.rt.typeInfos[rep >>> 16] === this.rt.types['coroutine'])
      );
    }
    if ((rep & 0xff) === KIND.memoryview) return M[object + VIEW_OBJECT] !== 0;
    return (rep & REP_FLAG_HEAP_TYPE) !== 0 && this.rt.typeInfos[rep >>> 16]!.hasDel;
  }

  finalize(object: Address): void {
    if ((M[object + REP] & 0xff) === KIND.memoryview) releaseView(this.rt, object);
    else this.hooks.finalize(object);
  }

  weakListSlot(object: Address): Address {
    const rep = M[object + REP];
    if ((rep & REP_FLAG_PREHEADER) !== 0) return object - this.rt.preDict - 2;
    const offset = this.rt.typeInfos[rep >>> 16]?.weakOffset ?? 0;
    return offset === 0 ? 0 : object + offset;
  }

  isWeakref(object: Address): boolean {
    return (M[object + REP] & 0xff) === KIND.weakref;
  }

  detachWeakref(weakref: Address): void {
    const referent = M[weakref + WEAK_REFERENT];
    if (referent === 0) return;
    const next = M[weakref + WEAK_NEXT];
    const previous = M[weakref + WEAK_PREV];
    if (previous !== 0) M[previous + WEAK_NEXT] = next;
    else M[this.weakListSlot(referent)] = next;
    if (next !== 0) M[next + WEAK_PREV] = previous;
    M[weakref + WEAK_REFERENT] = 0;
    M[weakref + WEAK_NEXT] = 0;
    M[weakref + WEAK_PREV] = 0;
  }

  runCallback(weakref: Address): void {
    this.hooks.runCallback(weakref);
  }

  forget(object: Address): void {
    const kind = M[object + REP] & 0xff;
    if (kind === KIND.type || kind === KIND.code) this.hooks.forget(object);
  }

  moved(): void {
    this.hooks.moved();
  }

  describe(object: Address): string {
    const rt = this.rt;
    const rep = M[object + REP];
    const info = rt.typeInfos[rep >>> 16];
    const kind = KIND_NAMES[rep & 0xff];
    if (info === undefined || kind === undefined) return `no object (representation ${(rep >>> 0).toString(16)})`;
    if (kind === 'str') return `str ${JSON.stringify(strText(rt, object).slice(0, 40))}`;
    if (kind === 'int') return `int ${M[object + 6]}`;
    if (kind === 'type') {
      const name = M[object + TYPE_NAME];
      return `type ${name === 0 ? '?' : strText(rt, name)}`;
    }
    if (kind === 'function') return `function ${strText(rt, M[object + 10])}`;
    return `${info.name} object`;
  }

  check(object: Address): string | null {
    const rt = this.rt;
    const rep = M[object + REP];
    const info = rt.typeInfos[rep >>> 16];
    if (info === undefined) return `type index ${rep >>> 16} is not in use`;
    if (info.address !== M[object + TYPE] && (rep & 0xff) !== KIND.free)
      return `type word does not match type index (${info.name})`;
    switch (rep & 0xff) {
      case KIND.list:
        // The capacity is -1 while the list is being sorted.
        if (M[object + LIST_LENGTH] > Math.max(0, M[object + LIST_CAPACITY]) || M[object + LIST_LENGTH] < 0)
          return 'list is longer than its buffer';
        return null;
      case KIND.dict:
        return dictCheck(rt, object);
      case KIND.set:
      case KIND.frozenset: {
        const table = setTable(rt, object);
        let used = 0;
        for (let index = 0; index <= M[object + SET_MASK]; index++) if (M[table + 4 * index] !== 0) used++;
        return used === M[object + SET_USED] ? null : `set counts ${M[object + SET_USED]} keys, its table holds ${used}`;
      }
    }
    return null;
  }
}
