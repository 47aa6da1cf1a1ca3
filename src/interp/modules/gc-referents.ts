/**
 * What gc.get_referents shows of an object: what CPython's tp_traverse of its type visits, in that order. The collector here follows more (names of descriptors and the keys of an
 * instance's dict, which are strings) or less (types that CPython allocates and that are static here), and nothing of that may show.
 */
import { FLAG_COLLECTABLE, FLAGS, REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import {
  DICT_KEYS,
  DICT_SPLIT,
  dictEntryKey,
  dictEntryValue,
  dictNext,
  keysAreStr,
  keysBytesOf,
  SPLIT_ATTACHED,
} from '../objects/dict.ts';
import { EXC_FIELDS, FRAME_BACK, FRAME_FAST, FRAME_FUNCTION, FRAME_LIVE, FRAME_SLOTS } from '../objects/exception.ts';
import { FUNC_CODE } from '../objects/function.ts';
import {
  GEN_FRAME,
  GEN_FUNCTION,
  GEN_NAME,
  GEN_QUALNAME,
  GEN_SLOT_COUNT,
  GEN_SLOTS,
  generatorOfFrame,
  holdsFunction,
} from '../objects/generator.ts';
import { KIND, REP_FLAG_DICT } from '../objects/kinds.ts';
import { isStr, strText } from '../objects/str.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { isHeapType } from '../sizes.ts';

const M = WORDS;

/** These visit their type last. */
const TYPE_LAST = new Set(['attrgetter', 'methodcaller']);
/** Descriptors of what types are made of. */
export const DESCRIPTORS: ReadonlySet<number> = new Set([KIND.member, KIND.getset, KIND.wrapper, KIND.methodDescriptor]);

/** Borrowed addresses, with repetitions. */
export function referentsOf(rt: Runtime, object: Address): Address[] {
  const kind = M[object + REP] & 0xff;
  if ((M[object + FLAGS] & FLAG_COLLECTABLE) === 0 && kind !== KIND.tuple) return [];
  const info = rt.typeOf(object);
  switch (kind) {
    case KIND.type:
      return isHeapType(rt.infoOfType(object)) ? visited(rt, object) : [];
    case KIND.dict:
      return ofDict(rt, object, info);
    case KIND.generator:
      return ofGenerator(object);
    case KIND.frame:
      return ofFrame(rt, object);
    case KIND.exception:
      return ofException(rt, object, info);
    case KIND.builtin:
      return ofBuiltin(rt, object);
  }
  if (DESCRIPTORS.has(kind)) return [M[object + 4]];
  return withType(info, withoutHidden(rt, info, visited(rt, object)));
}

/** What the model visits, but of a dict that stands for its instance the values alone. */
function visited(rt: Runtime, object: Address): Address[] {
  const dict = (M[object + REP] & REP_FLAG_DICT) === 0 ? 0 : M[object - rt.preDict];
  const attached = dict !== 0 && M[dict + REP] === rt.dictInfo.rep && (M[dict + DICT_SPLIT] & SPLIT_ATTACHED) !== 0;
  const found: Address[] = [];
  for (const slot of slotsOutside(rt, object, attached ? M[dict + DICT_KEYS] : 0)) {
    if (attached && slot === object - rt.preDict) {
      for (let entry = dictNext(rt, dict, 0); entry >= 0; entry = dictNext(rt, dict, entry + 1))
        found.push(dictEntryValue(rt, dict, entry));
    } else found.push(M[slot]);
  }
  return found;
}

/** The filled slots that the model visits, but for those of a table of keys (0: none), which are visited by its entries. */
function slotsOutside(rt: Runtime, object: Address, keys: Address): Address[] {
  const end = keys === 0 ? 0 : keys + (keysBytesOf(rt, keys) >> 2);
  const count = rt.model.traversed(object);
  return Array.from(rt.model.slotScratch.subarray(0, count)).filter((slot) => M[slot] !== 0 && !(slot >= keys && slot < end));
}

/** The name without the module that some carry in it. */
function plainName(info: TypeInfo): string {
  return info.name.slice(info.name.lastIndexOf('.') + 1);
}

/** A type that CPython allocates is visited by its instances. */
function withType(info: TypeInfo, found: Address[]): Address[] {
  if (info.heap || !isHeapType(info)) return found;
  return TYPE_LAST.has(plainName(info)) ? [...found, info.address] : [info.address, ...found];
}

/** Without what iterators and others keep in objects where CPython has plain memory. */
function withoutHidden(rt: Runtime, info: TypeInfo, found: Address[]): Address[] {
  if (info.module === 'itertools') return found.filter((each) => (M[each + REP] & 0xff) !== KIND.bytes);
  if (info.module === 'types') return found.filter((each) => each !== rt.emptyTuple);
  if (info.module === 're') return found.filter((each) => (M[each + REP] & 0xff) !== KIND.dict || M[each + DICT_KEYS] !== 0);
  return found;
}

function ofDict(rt: Runtime, dict: Address, info: TypeInfo): Address[] {
  if (info === rt.dictInfo && (M[dict + DICT_SPLIT] & SPLIT_ATTACHED) !== 0) return [];
  const keys = M[dict + DICT_KEYS];
  const found = slotsOutside(rt, dict, keys).map((slot) => M[slot]);
  let base: TypeInfo = info;
  while (base.heap && base.base !== null) base = base.base;
  if (plainName(base) === 'OrderedDict')
    for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1))
      found.push(dictEntryKey(rt, dict, index));
  const isStrKeyed = keys !== 0 && keysAreStr(rt, keys);
  // A table whose keys are all strings is visited by its values alone.
  for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1)) {
    found.push(dictEntryValue(rt, dict, index));
    if (!isStrKeyed) found.push(dictEntryKey(rt, dict, index));
  }
  return withType(info, found);
}

function slotsFrom(first: Address, count: number): Address[] {
  const found: Address[] = [];
  for (let index = 0; index < count; index++) if (M[first + 2 * index] !== 0) found.push(M[first + 2 * index]);
  return found;
}

function ofGenerator(generator: Address): Address[] {
  const names = [M[generator + GEN_NAME], M[generator + GEN_QUALNAME]];
  if (!holdsFunction(generator)) return names;
  const callable = M[generator + GEN_FUNCTION];
  const slots = slotsFrom(generator + GEN_SLOTS, M[generator + GEN_SLOT_COUNT]);
  const frame = M[generator + GEN_FRAME];
  return [...names, ...(frame === 0 ? [] : [frame]), callable, M[callable + FUNC_CODE], ...slots];
}

/** The frame of what runs or rests visits nothing: a stack or a generator does. */
function ofFrame(rt: Runtime, frame: Address): Address[] {
  if (M[frame + FRAME_LIVE] !== 0 || generatorOfFrame(rt, frame) !== 0) return [];
  const callable = M[frame + FRAME_FUNCTION];
  const found = [M[frame + FRAME_BACK], callable, callable === 0 ? 0 : M[callable + FUNC_CODE]];
  return [...found.filter((each) => each !== 0), ...slotsFrom(frame + FRAME_FAST, M[frame + FRAME_SLOTS])];
}

/** Fields of the type, then those of BaseException. */
function ofException(rt: Runtime, exception: Address, info: TypeInfo): Address[] {
  const before: Address[] = [];
  const own: Address[] = [];
  const after: Address[] = [];
  const slots = rt.model.traversed(exception);
  for (let index = 0; index < slots; index++) {
    const slot = rt.model.slotScratch[index]!;
    if (M[slot] === 0) continue;
    const word = slot - exception;
    if (word >= EXC_FIELDS && word < EXC_FIELDS + 2 * info.fields) own.push(M[slot]);
    else if (word >= 4 && word < EXC_FIELDS) after.push(M[slot]);
    else before.push(M[slot]);
  }
  return withType(info, [...before, ...own, ...after]);
}

/** A function of a module visits the module as its self. */
function ofBuiltin(rt: Runtime, builtin: Address): Address[] {
  const found = visited(rt, builtin);
  const name = M[builtin + 8];
  if (M[builtin + 6] !== 0 || name === 0 || !isStr(rt, name)) return found;
  const module = rt.loadedModule(strText(rt, name));
  return module === 0 ? found : [module, ...found];
}
