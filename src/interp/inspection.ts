/**
 * Reading objects from outside, for pictures and exports: what a reference is called and what a value looks like. Nothing here allocates on the heap,
 * counts an event or runs Python, so looking changes no result.
 */
import { REP } from '../heap/layout.ts';
import { type Address, WORDS } from '../heap/memory.ts';
import { complexRepr } from './numeric/complex-text.ts';
import { floatRepr } from './numeric/float-repr.ts';
import {
  DICT_KEYS,
  dictEntryCount,
  dictEntryKey,
  dictEntryValue,
  dictLength,
  dictNext,
  dictValueSlot,
} from './objects/dict.ts';
import { EXC_ARGS, EXC_CAUSE, EXC_CONTEXT, EXC_FIELDS, EXC_TRACEBACK, FRAME_FAST } from './objects/exception.ts';
import { complexImag, complexReal, floatValue } from './objects/float.ts';
import {
  CELL_CONTENTS,
  FUNC_CLOSURE,
  FUNC_CODE_INDEX,
  FUNC_DEFAULTS,
  FUNC_DICT,
  FUNC_KWDEFAULTS,
  FUNC_QUALNAME,
  METHOD_FUNCTION,
  METHOD_SELF,
  NATIVE_INDEX,
} from './objects/function.ts';
import { GEN_FUNCTION, GEN_QUALNAME, GEN_SLOTS, GEN_STATE, GEN_SUSPENDED } from './objects/generator.ts';
import { INLINE_VALUES, inlineCapacity } from './objects/instance.ts';
import { intToBigInt } from './objects/int.ts';
import { KIND, KIND_NAMES, REP_FLAG_DICT, REP_FLAG_HEAP_TYPE, REP_FLAG_INLINE } from './objects/kinds.ts';
import { LIST_ITEMS, LIST_LENGTH, listLength, TUPLE_ITEMS, tupleItem, tupleLength } from './objects/sequence.ts';
import { SET_MASK, setLength, setTable } from './objects/set.ts';
import { SLICE_START, SLICE_STEP, SLICE_STOP } from './objects/slice.ts';
import { strLength, strPoints, strText } from './objects/str.ts';
import type { Runtime } from './runtime/runtime.ts';
import { TYPE_DICT, TYPE_NAME, type TypeInfo } from './runtime/type-info.ts';
import { stringRepr } from './text/str-repr.ts';

const M = WORDS;

/** Digits of an int that are shown; beyond them its size is told. */
const MOST_DIGITS = 24;
/** Characters of a string that are shown. */
const MOST_CHARACTERS = 32;

/** What the references of one object are called. */
export interface SlotNames {
  /** By address of the slot: `[0]`, `'key'`, `.attribute`, ... What a reader of the program knows it by. */
  readonly shown: ReadonlyMap<Address, string>;
  /** Name for all other slots of the object, which are its own affair: `key of a dict`, `part of a function`. */
  readonly others: string;
}

/** Names of the reference slots of `object`; slots that hold nothing may be among them. */
export function slotNames(rt: Runtime, object: Address): SlotNames {
  const shown = new Map<Address, string>();
  const rep = M[object + REP];
  const kind = rep & 0xff;
  const info = rt.typeInfos[rep >>> 16];
  if (info === undefined) return { shown, others: 'part of an unknown object' };
  if ((rep & REP_FLAG_INLINE) !== 0) {
    const capacity = Math.min(inlineCapacity(rt, object), info.shape.names.length);
    for (let index = 0; index < capacity; index++) {
      shown.set(object + INLINE_VALUES + 2 * index, `.${strText(rt, info.shape.names[index]!)}`);
    }
  }
  if ((rep & REP_FLAG_HEAP_TYPE) !== 0) nameDeclaredSlots(rt, object, shown);
  if ((rep & REP_FLAG_DICT) !== 0) shown.set(object - rt.preDict, '.__dict__');
  switch (kind) {
    case KIND.list:
      for (let index = 0; index < M[object + LIST_LENGTH]; index++) shown.set(M[object + LIST_ITEMS] + 2 * index, `[${index}]`);
      break;
    case KIND.tuple:
      for (let index = 0; index < tupleLength(rt, object); index++) shown.set(object + TUPLE_ITEMS + 2 * index, `[${index}]`);
      break;
    case KIND.deque:
      for (let index = 0; index < M[object + 4]; index++)
        shown.set(M[object + 6] + 2 * ((M[object + 10] + index) % M[object + 8]), `[${index}]`);
      break;
    case KIND.dict:
      nameValues(rt, object, shown);
      break;
    case KIND.set:
    case KIND.frozenset:
      for (let index = 0; index <= M[object + SET_MASK]; index++) shown.set(setTable(rt, object) + 4 * index, 'member');
      break;
    case KIND.cell:
      shown.set(object + CELL_CONTENTS, 'contents');
      break;
    case KIND.function:
      shown.set(object + FUNC_CLOSURE, '__closure__');
      shown.set(object + FUNC_DEFAULTS, '__defaults__');
      shown.set(object + FUNC_KWDEFAULTS, '__kwdefaults__');
      shown.set(object + FUNC_DICT, '__dict__');
      break;
    case KIND.method:
      shown.set(object + METHOD_SELF, '__self__');
      shown.set(object + METHOD_FUNCTION, '__func__');
      break;
    case KIND.exception:
      shown.set(object + EXC_ARGS, '.args');
      shown.set(object + EXC_TRACEBACK, '.__traceback__');
      shown.set(object + EXC_CONTEXT, '.__context__');
      shown.set(object + EXC_CAUSE, '.__cause__');
      for (let index = 0; index < info.fields; index++) shown.set(object + EXC_FIELDS + 2 * index, `field ${index}`);
      break;
    case KIND.traceback:
      shown.set(object + 4, 'tb_next');
      shown.set(object + 6, 'tb_frame');
      break;
    case KIND.frame:
      nameLocals(rt, M[object + 6], object + FRAME_FAST, shown);
      break;
    case KIND.generator:
      if (M[object + GEN_STATE] <= GEN_SUSPENDED) nameLocals(rt, M[object + GEN_FUNCTION], object + GEN_SLOTS, shown);
      break;
    case KIND.slice:
      shown.set(object + SLICE_START, 'start');
      shown.set(object + SLICE_STOP, 'stop');
      shown.set(object + SLICE_STEP, 'step');
      break;
    case KIND.range:
      for (const [index, name] of ['start', 'stop', 'step'].entries()) shown.set(object + 4 + 2 * index, name);
      break;
    case KIND.property:
      for (const [index, name] of ['fget', 'fset', 'fdel'].entries()) shown.set(object + 4 + 2 * index, name);
      break;
    case KIND.staticmethod:
    case KIND.classmethod:
      shown.set(object + 4, '__func__');
      break;
    case KIND.mappingproxy:
    case KIND.memoryview:
      shown.set(object + 4, 'views');
      break;
    case KIND.record:
    case KIND.iterator:
      for (let index = 0; index < info.fields; index++)
        shown.set(object + 4 + 2 * index, index === 0 ? 'holds' : `holds ${index + 1}`);
      break;
  }
  return {
    shown,
    others: `part of ${article(KIND_NAMES[kind] === 'instance' || kind === KIND.record ? info.name : (KIND_NAMES[kind] ?? info.name))}`,
  };
}

function article(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** `__slots__` of the object's class and its bases. */
function nameDeclaredSlots(rt: Runtime, object: Address, shown: Map<Address, string>): void {
  for (let info: TypeInfo | null = rt.typeInfos[M[object + REP] >>> 16] ?? null; info?.heap; info = info.base) {
    if (info.slotCount === 0) continue;
    const dict = M[info.address + TYPE_DICT];
    for (let at = dictNext(rt, dict, 0); at >= 0; at = dictNext(rt, dict, at + 1)) {
      const value = dictEntryValue(rt, dict, at);
      if ((M[value + REP] & 0xff) !== KIND.member || M[value + NATIVE_INDEX] <= 0) continue;
      shown.set(object + M[value + NATIVE_INDEX], `.${strText(rt, M[value + 6])}`);
    }
  }
}

function nameValues(rt: Runtime, dict: Address, shown: Map<Address, string>): void {
  if (M[dict + DICT_KEYS] === 0 || dictEntryCount(rt, dict) === 0) return;
  for (let at = dictNext(rt, dict, 0); at >= 0; at = dictNext(rt, dict, at + 1)) {
    shown.set(dictValueSlot(rt, dict, at), `[${valueText(rt, dictEntryKey(rt, dict, at))}]`);
  }
}

/** Names the fast slots of a frame or generator of `callable`, which lie from `first` on. */
function nameLocals(rt: Runtime, callable: Address, first: Address, shown: Map<Address, string>): void {
  if (callable === 0 || (M[callable + REP] & 0xff) !== KIND.function) return;
  const unit = rt.codes[M[callable + FUNC_CODE_INDEX]]?.unit;
  for (const [index, name] of (unit?.localsPlus ?? []).entries()) shown.set(first + 2 * index, name);
}

/** A short text for the value: `repr` where that is short, else what it is and how large. Never longer than about 60 characters. */
export function valueText(rt: Runtime, object: Address): string {
  const rep = M[object + REP];
  const info = rt.typeInfos[rep >>> 16];
  if (info === undefined) return 'no object';
  const own = (rep & REP_FLAG_HEAP_TYPE) !== 0;
  switch (rep & 0xff) {
    case KIND.none:
      return 'None';
    case KIND.ellipsis:
      return 'Ellipsis';
    case KIND.notimplemented:
      return 'NotImplemented';
    case KIND.bool:
      return object === rt.true ? 'True' : 'False';
    case KIND.int:
    case KIND.long:
      return intText(intToBigInt(rt, object));
    case KIND.float:
      return floatRepr(floatValue(rt, object));
    case KIND.complex:
      return complexRepr(complexReal(rt, object), complexImag(rt, object));
    case KIND.str:
      return textOf(rt, object);
    case KIND.tuple:
      return !own && tupleLength(rt, object) === 0 ? '()' : counted(info.name, tupleLength(rt, object), 'item');
    case KIND.list:
      return counted(info.name, listLength(rt, object), 'item');
    case KIND.dict:
      return counted(info.name, M[object + DICT_KEYS] === 0 ? 0 : dictLength(rt, object), 'key');
    case KIND.set:
    case KIND.frozenset:
      return counted(info.name, setLength(rt, object), 'item');
    case KIND.deque:
      return counted(info.name, M[object + 4], 'item');
    case KIND.function:
      return `${strText(rt, M[object + FUNC_QUALNAME])}()`;
    case KIND.method:
      return `${valueText(rt, M[object + METHOD_FUNCTION])} bound`;
    case KIND.type:
      return M[object + TYPE_NAME] === 0 ? 'class' : `class ${strText(rt, M[object + TYPE_NAME])}`;
    case KIND.generator:
      return `${info.name} ${strText(rt, M[object + GEN_QUALNAME])}`;
    case KIND.exception: {
      const args = M[object + EXC_ARGS];
      return args === 0
        ? info.name
        : `${info.name}${tupleLength(rt, args) === 0 ? '()' : `(${valueText(rt, tupleItem(rt, args, 0))})`}`;
    }
    default:
      return info.name;
  }
}

function counted(name: string, count: number, noun: string): string {
  return `${name}, ${count} ${noun}${count === 1 ? '' : 's'}`;
}

function intText(value: bigint): string {
  // Turning a huge int into digits takes long.
  const bits = value.toString(16).replace('-', '').length * 4;
  if (bits > 4 * MOST_DIGITS) return `int of about ${Math.round(bits * 0.30103)} digits`;
  return String(value);
}

function textOf(rt: Runtime, object: Address): string {
  const length = strLength(rt, object);
  const points = strPoints(rt, object);
  const text = stringRepr(Array.from({ length: Math.min(length, MOST_CHARACTERS) }, (_, index) => points[index]!));
  return length > MOST_CHARACTERS ? `${text.slice(0, -1)}…${text.at(-1)}` : text;
}
