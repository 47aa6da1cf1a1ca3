/**
 * The class statement: bases, metaclass, MRO, layout, `__slots__`, the new type object (CPython: builtin___build_class__, type_new, mro_implementation, best_base).
 */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictCopy, dictDelete, dictEntryKey, dictEntryValue, dictGetStr, dictNext, dictSetStr } from '../objects/dict.ts';
import { CELL_CONTENTS } from '../objects/function.ts';
import { KIND, REP_FLAG_HEAP_TYPE } from '../objects/kinds.ts';
import { isTuple, LIST_ITEMS, newTuple, tupleItem, tupleLength } from '../objects/sequence.ts';
import { intern, isStr, strText } from '../objects/str.ts';
import { callBoundSpecial, findAttrNamed } from './attributes.ts';
import { call1, callForward } from './calls.ts';
import { askForOrder, bestBase, mergeMro, setMroTuple } from './class-order.ts';
import { raise, raiseTypeError } from './exceptions.ts';
import { bindFound, isSubtype, typeLookup, typeModified } from './lookup.ts';
import type { Runtime } from './runtime.ts';
import { fillSlots } from './slots.ts';
import { noteSubclass } from './subclasses.ts';
import { TYPE_BASE, TYPE_BASES, TYPE_DICT, TYPE_NAME, TYPE_QUALNAME, type TypeInfo } from './type-info.ts';
import { newHeapType, newSlotDescriptor, noteFinalizer } from './types.ts';

const M = WORDS;

/** Metaclass that derives from all the bases' metaclasses. */
export function winnerMetaclass(rt: Runtime, start: TypeInfo, bases: readonly Address[]): TypeInfo {
  let winner = start;
  for (const base of bases) {
    const metatype = rt.typeOf(base);
    if (isSubtype(winner, metatype)) continue;
    if (isSubtype(metatype, winner)) winner = metatype;
    else {
      raiseTypeError(
        rt,
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      );
    }
  }
  return winner;
}

function mangle(className: string, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

function slotName(rt: Runtime, name: Address): string {
  const text = strText(rt, name);
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(text)) raiseTypeError(rt, '__slots__ must be identifiers');
  return text;
}

/** Names in a class namespace's `__slots__` (a str or an iterable of str), or null. Order as given. */
function readSlots(rt: Runtime, namespace: Address): string[] | null {
  const slots = dictGetStr(rt, namespace, intern(rt, '__slots__'));
  if (slots === 0) return null;
  if (isStr(rt, slots)) return [slotName(rt, slots)];
  const list = rt.push(rt.listFromIterable(rt, slots));
  const names: string[] = [];
  for (let index = 0; index < M[M[list] + 4]; index++) {
    const item = M[M[M[list] + LIST_ITEMS] + 2 * index];
    if (!isStr(rt, item)) raiseTypeError(rt, `__slots__ items must be strings, not '${rt.typeOf(item).name}'`);
    names.push(slotName(rt, item));
  }
  rt.unwind(list);
  return names;
}

/** type.__new__(metatype, name, bases, namespace, **kwargs): the finished class, owned. `args` are its keyword arguments, passed to `__init_subclass__`. */
export function newClass(
  rt: Runtime,
  metatype: TypeInfo,
  name: Address,
  basesTuple: Address,
  namespace: Address,
  kwargs: Address,
  kwcount: number,
  kwnames: Address,
): Address {
  const mark = rt.sp;
  const className = strText(rt, name);
  if (className.includes('\0')) raise(rt, 'ValueError', 'type name must not contain null characters');
  const bases: TypeInfo[] = [];
  const given = tupleLength(rt, basesTuple);
  for (let index = 0; index < given; index++) {
    const base = tupleItem(rt, basesTuple, index);
    if ((M[base + REP] & 0xff) !== KIND.type) {
      const hook = findAttrNamed(rt, base, '__mro_entries__');
      if (hook !== 0) {
        rt.release(hook);
        raiseTypeError(rt, "type() doesn't support MRO entry resolution; use types.new_class()");
      }
      raiseTypeError(rt, 'bases must be types');
    }
    const info = rt.infoOfType(base);
    if (bases.includes(info)) raiseTypeError(rt, `duplicate base class ${info.name}`);
    bases.push(info);
  }
  if (bases.length === 0) bases.push(rt.objectInfo);
  const base = bestBase(rt, bases);
  const slots = readSlots(rt, namespace);
  // Types and modules keep their dict in a field of their own.
  const mayDict = !base.hasDict && base.kind !== KIND.type && base.kind !== KIND.module;
  const mayWeak = !base.hasWeaklist && base.itemBytes === 0;
  let addDict = slots === null && mayDict;
  let addWeak = slots === null && mayWeak;
  let hiddenDict = false;
  const placed: string[] = [];
  if (slots !== null) {
    if (slots.length > 0 && (base.itemBytes !== 0 || base.kind === KIND.type)) {
      raiseTypeError(rt, `nonempty __slots__ not supported for subtype of '${base.name}'`);
    }
    for (const slot of slots) {
      if (slot === '__dict__') {
        if (!mayDict || addDict) raiseTypeError(rt, '__dict__ slot disallowed: we already got one');
        addDict = true;
      } else if (slot === '__weakref__') {
        if (!mayWeak || addWeak) raiseTypeError(rt, '__weakref__ slot disallowed: we already got one');
        addWeak = true;
      } else {
        const mangled = mangle(className, slot);
        if (
          dictGetStr(rt, namespace, intern(rt, mangled)) !== 0 &&
          !['__qualname__', '__classcell__', '__classdictcell__'].includes(mangled)
        ) {
          raise(rt, 'ValueError', `'${slot}' in __slots__ conflicts with class variable`);
        }
        placed.push(mangled);
      }
    }
    placed.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    // The text of a str lies in its block, so there is no fixed place behind it: its slots are kept in a dict that does not show.
    if (base.kind === KIND.str && placed.length > 0) {
      if (mayDict) hiddenDict = !addDict;
      placed.length = 0;
    }
    // A further base may bring a dict or weak list of its own.
    for (const other of bases) {
      if (other === base) continue;
      if (mayDict && other.hasDict) addDict = true;
      if (mayWeak && other.hasWeaklist) addWeak = true;
    }
  }
  const basesSlot = rt.push(given === 0 ? newTuple(rt, [rt.retain(rt.objectInfo.address)]) : rt.retain(basesTuple));
  const mergedMro = bases.length === 1 ? [...bases[0]!.mro] : mergeMro(rt, bases);
  // Before the type, as in CPython: a collection meets the two in the order in which they are tracked, and that decides in which order finalizers run.
  const dictSlot = rt.push(dictCopy(rt, namespace));
  const info = newHeapType(rt, {
    name: className,
    bases,
    base,
    metatype,
    mro: mergedMro,
    addDict: addDict || hiddenDict,
    addWeak,
    slots: placed,
  });
  const type = info.address;
  const self = rt.push(type);
  M[type + TYPE_NAME] = rt.retain(name);
  M[type + TYPE_BASE] = rt.retain(base.address);
  M[type + TYPE_BASES] = M[basesSlot];
  M[basesSlot] = 0;
  const dict = M[dictSlot];
  M[type + TYPE_DICT] = dict;
  M[dictSlot] = 0;
  info.mro = [info, ...mergedMro];
  info.directBases = bases;
  setMroTuple(rt, info);
  const qualname = dictGetStr(rt, dict, intern(rt, '__qualname__'));
  if (qualname !== 0) {
    if (!isStr(rt, qualname)) raiseTypeError(rt, `type __qualname__ must be a str, not ${rt.typeOf(qualname).name}`);
    M[type + TYPE_QUALNAME] = rt.retain(qualname);
    dictDelete(rt, dict, intern(rt, '__qualname__'));
  } else M[type + TYPE_QUALNAME] = rt.retain(name);
  info.qualname = strText(rt, M[type + TYPE_QUALNAME]);
  const module = dictGetStr(rt, dict, intern(rt, '__module__'));
  if (module !== 0) info.module = isStr(rt, module) ? strText(rt, module) : '';
  else {
    const current = rt.callerGlobal(rt, '__name__');
    if (current !== 0) {
      dictSetStr(rt, dict, intern(rt, '__module__'), current);
      info.module = isStr(rt, current) ? strText(rt, current) : '';
    }
  }
  // Functions that CPython wraps by name.
  wrapSpecial(rt, dict, '__new__', 'staticmethod');
  wrapSpecial(rt, dict, '__init_subclass__', 'classmethod');
  wrapSpecial(rt, dict, '__class_getitem__', 'classmethod');
  if (dictGetStr(rt, dict, intern(rt, '__eq__')) !== 0 && dictGetStr(rt, dict, intern(rt, '__hash__')) === 0) {
    dictSetStr(rt, dict, intern(rt, '__hash__'), rt.none);
  }
  placed.forEach((slot, index) => {
    const descriptor = rt.push(newSlotDescriptor(rt, info, slot, info.slotStart + 2 * index));
    dictSetStr(rt, dict, intern(rt, slot), M[descriptor]);
    rt.unwind(descriptor);
  });
  if (addDict) putGetter(rt, info, '__dict__');
  if (addWeak) putGetter(rt, info, '__weakref__');
  if (dictGetStr(rt, dict, intern(rt, '__doc__')) === 0) dictSetStr(rt, dict, intern(rt, '__doc__'), rt.none);
  const cell = dictGetStr(rt, dict, intern(rt, '__classcell__'));
  if (cell !== 0) {
    if ((M[cell + REP] & 0xff) !== KIND.cell)
      raiseTypeError(rt, `__classcell__ must be a nonlocal cell, not <class '${rt.typeOf(cell).name}'>`);
    rt.replace(cell, cell + CELL_CONTENTS, rt.retain(type));
    dictDelete(rt, dict, intern(rt, '__classcell__'));
  }
  const classDictCell = dictGetStr(rt, dict, intern(rt, '__classdictcell__'));
  if (classDictCell !== 0) {
    rt.replace(classDictCell, classDictCell + CELL_CONTENTS, rt.retain(dict));
    dictDelete(rt, dict, intern(rt, '__classdictcell__'));
  }
  askForOrder(rt, self);
  for (const entry of bases) noteSubclass(rt, entry, info);
  rt.bumpTypeVersion(info);
  fillSlots(rt, info);
  noteFinalizer(info);
  setNames(rt, M[self]);
  initSubclass(rt, M[self], kwargs, kwcount, kwnames);
  rt.sp = mark;
  return M[self];
}

function wrapSpecial(rt: Runtime, dict: Address, name: string, wrapper: string): void {
  const value = dictGetStr(rt, dict, intern(rt, name));
  if (value === 0 || (M[value + REP] & 0xff) !== KIND.function) return;
  const wrapped = rt.push(call1(rt, rt.types[wrapper]!.address, value));
  dictSetStr(rt, dict, intern(rt, name), M[wrapped]);
  rt.unwind(wrapped);
}

function putGetter(rt: Runtime, info: TypeInfo, name: string): void {
  const dict = M[info.address + TYPE_DICT];
  if (dictGetStr(rt, dict, intern(rt, name)) !== 0) return;
  const descriptor = rt.push(rt.newInstanceGetter(rt, info, name));
  dictSetStr(rt, dict, intern(rt, name), M[descriptor]);
  rt.unwind(descriptor);
}

/** Calls `__set_name__` of everything in the namespace that has it. */
function setNames(rt: Runtime, type: Address): void {
  const holder = rt.push(rt.retain(type));
  const copy = rt.push(dictCopy(rt, M[type + TYPE_DICT]));
  for (let index = dictNext(rt, M[copy], 0); index >= 0; index = dictNext(rt, M[copy], index + 1)) {
    const value = dictEntryValue(rt, M[copy], index);
    const info = rt.typeOf(value);
    if (typeLookup(rt, info, intern(rt, '__set_name__')) === 0) continue;
    const key = dictEntryKey(rt, M[copy], index);
    const mark = rt.sp;
    try {
      rt.release(callBoundSpecial(rt, value, '__set_name__', M[holder], key));
    } catch (thrown) {
      rt.addNote(
        rt,
        thrown,
        `Error calling __set_name__ on '${info.name}' instance '${strText(rt, key)}' in '${rt.infoOfType(M[holder]).name}'`,
      );
      throw thrown;
    }
    rt.unwind(mark);
  }
  rt.unwind(holder);
}

/** super(cls, cls).__init_subclass__(**kwargs). */
function initSubclass(rt: Runtime, type: Address, kwargs: Address, kwcount: number, kwnames: Address): void {
  const info = rt.infoOfType(type);
  const name = intern(rt, '__init_subclass__');
  for (const base of info.mro.slice(1)) {
    const found = dictGetStr(rt, M[base.address + TYPE_DICT], name);
    if (found === 0) continue;
    const method = rt.push(bindFound(rt, found, 0, type));
    const result = callForward(rt, M[method], [], kwargs, kwcount, kwnames);
    rt.release(result);
    rt.unwind(method);
    return;
  }
}

/** Something in a class's dict or bases changed: versions, slots and the finalizer flag of it and its subclasses. */
export function classChanged(rt: Runtime, info: TypeInfo): void {
  typeModified(rt, info);
  const gained = new Set<TypeInfo>();
  const refill = (current: TypeInfo): void => {
    if (current.heap) {
      const had = current.hasDel;
      fillSlots(rt, current);
      noteFinalizer(current);
      if (current.hasDel && !had) gained.add(current);
    }
    for (const subclass of current.subclasses) refill(subclass);
  };
  refill(info);
  // Who counts, or never frees, needs no register.
  const { refcount, reclaimsCycles } = rt.heap.capabilities;
  if (gained.size > 0 && refcount !== 'eager' && reclaimsCycles) registerInstances(rt, gained);
}

/** These classes have got a `__del__`: the instances that they have already are finalized too. */
function registerInstances(rt: Runtime, classes: ReadonlySet<TypeInfo>): void {
  const instances: Address[] = [];
  rt.heap.objects((object) => {
    if ((M[object + REP] & REP_FLAG_HEAP_TYPE) !== 0 && classes.has(rt.typeOf(object))) instances.push(object);
  });
  for (const object of instances) rt.heap.registerFinalizable(object);
}

/**
 * `__build_class__(function, name, *bases, metaclass=..., **kwargs)`: `args` are stack slots; `runBody(function, namespace)` runs the class body and returns
 * its `__class__` cell or None, owned.
 */
export function buildClass(
  rt: Runtime,
  args: Address,
  count: number,
  kwnames: Address,
  runBody: (body: Address, namespace: Address) => Address,
): Address {
  const keywords = kwnames === 0 ? 0 : tupleLength(rt, kwnames);
  const positional = count - keywords;
  if (positional < 2) raiseTypeError(rt, '__build_class__: not enough arguments');
  const body = M[args];
  const name = M[args + 2];
  if ((M[body + REP] & 0xff) !== KIND.function) raiseTypeError(rt, '__build_class__: func must be a function');
  if (!isStr(rt, name)) raiseTypeError(rt, '__build_class__: name is not a string');
  const mark = rt.sp;
  // Bases, with __mro_entries__ resolved.
  const originals = rt.push(
    newTuple(
      rt,
      Array.from({ length: positional - 2 }, (_, index) => rt.retain(M[args + 4 + 2 * index])),
    ),
  );
  const resolved: number[] = [];
  let changed = false;
  const resolvedStart = rt.sp;
  for (let index = 0; index < positional - 2; index++) {
    const base = M[args + 4 + 2 * index];
    if ((M[base + REP] & 0xff) !== KIND.type) {
      const hook = findAttrNamed(rt, base, '__mro_entries__');
      if (hook !== 0) {
        const slot = rt.push(hook);
        // The bases found so far are raw addresses.
        rt.pinned++;
        const entries = call1(rt, hook, M[originals]);
        rt.pinned--;
        rt.push(entries);
        if (!isTuple(rt, entries)) raiseTypeError(rt, '__mro_entries__ must return a tuple');
        changed = true;
        const replaced = M[slot];
        M[slot] = entries;
        rt.release(replaced);
        rt.sp = slot + 2;
        for (let entry = 0; entry < tupleLength(rt, entries); entry++) resolved.push(tupleItem(rt, entries, entry));
        continue;
      }
    }
    resolved.push(base);
  }
  const bases = newTuple(
    rt,
    resolved.map((base) => rt.retain(base)),
  );
  rt.push(bases);
  void resolvedStart;
  const basesSlot = rt.sp - 2;
  // Metaclass.
  let metaIndex = -1;
  for (let index = 0; index < keywords; index++) {
    if (strText(rt, tupleItem(rt, kwnames, index)) === 'metaclass') metaIndex = index;
  }
  const kwSlots: Address[] = [];
  const kwTexts: Address[] = [];
  for (let index = 0; index < keywords; index++) {
    if (index === metaIndex) continue;
    kwSlots.push(args + 2 * (positional + index));
    kwTexts.push(tupleItem(rt, kwnames, index));
  }
  let meta: Address;
  let isClass: boolean;
  if (metaIndex >= 0) {
    meta = M[args + 2 * (positional + metaIndex)];
    isClass = (M[meta + REP] & 0xff) === KIND.type;
  } else {
    meta = resolved.length === 0 ? rt.typeInfo.address : rt.typeOf(resolved[0]!).address;
    isClass = true;
  }
  if (isClass) meta = winnerMetaclass(rt, rt.infoOfType(meta), resolved).address;
  const metaSlot = rt.push(rt.retain(meta));
  const names = rt.push(
    kwTexts.length === 0
      ? 0
      : newTuple(
          rt,
          kwTexts.map((text) => rt.retain(text)),
        ),
  );
  // Namespace.
  const prepare = findAttrNamed(rt, M[metaSlot], '__prepare__');
  let namespace: Address;
  if (prepare === 0) namespace = rt.newDictObject(rt);
  else {
    const slot = rt.push(prepare);
    const base = rt.push(rt.retain(prepare));
    rt.push(rt.retain(M[args + 2]));
    rt.push(rt.retain(M[basesSlot]));
    for (const kwSlot of kwSlots) rt.push(rt.retain(M[kwSlot]));
    namespace = rt.call(base, 2 + kwSlots.length, M[names]);
    rt.push(namespace);
    const spaceInfo = rt.typeOf(namespace);
    if (spaceInfo.getitem === null && (M[namespace + REP] & 0xff) !== KIND.dict) {
      raiseTypeError(
        rt,
        `${isClass ? rt.infoOfType(M[metaSlot]).name : '<metaclass>'}.__prepare__() must return a mapping, not ${spaceInfo.name}`,
      );
    }
    const replaced = M[slot];
    M[slot] = namespace;
    rt.release(replaced);
    rt.sp = slot;
  }
  const space = rt.push(namespace);
  const cell = rt.push(runBody(M[args], M[space]));
  if (changed) {
    const key = intern(rt, '__orig_bases__');
    rt.typeOf(M[space]).setitem!(rt, M[space], key, M[originals]);
  }
  const base = rt.push(rt.retain(M[metaSlot]));
  rt.push(rt.retain(M[args + 2]));
  rt.push(rt.retain(M[basesSlot]));
  rt.push(rt.retain(M[space]));
  for (const kwSlot of kwSlots) rt.push(rt.retain(M[kwSlot]));
  const made = rt.push(rt.call(base, 3 + kwSlots.length, M[names]));
  if ((M[M[made] + REP] & 0xff) === KIND.type && (M[M[cell] + REP] & 0xff) === KIND.cell) {
    const contents = M[M[cell] + CELL_CONTENTS];
    if (contents === 0) {
      raise(
        rt,
        'RuntimeError',
        `__class__ not set defining '${strText(rt, M[args + 2])}' as <class '${rt.infoOfType(M[made]).module}.${rt.infoOfType(M[made]).qualname}'>. Was __classcell__ propagated to type.__new__?`,
      );
    }
    if (contents !== M[made])
      raiseTypeError(
        rt,
        `__class__ set to ${strText(rt, M[args + 2])} defining '${strText(rt, M[args + 2])}' as another class`,
      );
  }
  const result = M[made];
  M[made] = 0;
  rt.unwind(mark);
  return result;
}

/** Has the class abstract methods that nothing overrides? */
export function isAbstract(rt: Runtime, type: Address): boolean {
  if (!rt.infoOfType(type).heap) return false;
  const names = dictGetStr(rt, M[type + 10], intern(rt, '__abstractmethods__'));
  if (names === 0) return false;
  const length = rt.typeOf(names).length;
  return length !== null && length(rt, names) > 0;
}
