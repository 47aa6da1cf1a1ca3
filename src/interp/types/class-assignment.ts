/** `object.__class__ = C`: which classes may take each other's instances (CPython: Objects/typeobject.c compatible_for_assignment). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictEntryValue, dictNext, endSplit } from '../objects/dict.ts';
import { DESCR_NAME, DESCR_TYPE } from '../objects/function.ts';
import { materializeDict } from '../objects/instance.ts';
import { KIND, REP_FLAG_DEL, REP_FLAG_GC, REP_FLAG_HEAP_TYPE } from '../objects/kinds.ts';
import { strText } from '../objects/str.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { TYPE_DICT, type TypeInfo } from '../runtime/type-info.ts';

const M = WORDS;

/** Have instances of the two the same size, and a `__dict__` and weak references in the same places? */
function sameStorage(one: TypeInfo, other: TypeInfo): boolean {
  return (
    (one.basicBytes + 7) >> 3 === (other.basicBytes + 7) >> 3 &&
    one.itemBytes === other.itemBytes &&
    one.hasDict === other.hasDict &&
    one.dictOffset === other.dictOffset &&
    one.hasWeaklist === other.hasWeaklist &&
    one.weakOffset === other.weakOffset
  );
}

/** The highest class whose instances are made as those of `info`. */
function solidClass(info: TypeInfo): TypeInfo {
  let current = info;
  for (let base = current.base; base !== null; base = current.base) {
    const collects = (current.rep & REP_FLAG_GC) !== 0;
    if (!sameStorage(current, base) || collects !== ((base.rep & REP_FLAG_GC) !== 0) || (collects && !current.heap)) break;
    current = base;
  }
  return current;
}

/** Names of the places that the class itself adds, sorted. */
function slotNames(rt: Runtime, { address }: TypeInfo): string {
  const names: string[] = [];
  const dict = M[address + TYPE_DICT];
  for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1)) {
    const value = dictEntryValue(rt, dict, index);
    if ((M[value + REP] & 0xff) === KIND.member && M[value + DESCR_TYPE] === address)
      names.push(strText(rt, M[value + DESCR_NAME]));
  }
  return names.sort().join(' ');
}

function fits(rt: Runtime, from: TypeInfo, to: TypeInfo): boolean {
  const one = solidClass(from);
  const other = solidClass(to);
  return one === other || (one.base === other.base && sameStorage(one, other) && slotNames(rt, one) === slotNames(rt, other));
}

export function setClass(rt: Runtime, self: Address, value: Address): void {
  if (value === 0) raiseTypeError(rt, "can't delete __class__ attribute");
  if ((M[value + REP] & 0xff) !== KIND.type) {
    raiseTypeError(rt, `__class__ must be set to a class, not '${rt.typeOf(value).name}' object`);
  }
  const from = rt.typeOf(self);
  const to = rt.infoOfType(value);
  const modules = from.kind === KIND.module && to.kind === KIND.module;
  if (!modules && !(from.heap && to.heap)) {
    raiseTypeError(rt, '__class__ assignment only supported for mutable types or ModuleType subclasses');
  }
  // A module and an instance of its subclass differ in nothing but the flag that says so.
  const compatible = modules ? ((from.rep ^ to.rep) & 0xffff & ~REP_FLAG_HEAP_TYPE) === 0 : fits(rt, from, to);
  if (!compatible) raiseTypeError(rt, `__class__ assignment: '${to.name}' object layout differs from '${from.name}'`);
  // Attributes move to a dict first: the new class has names of its own.
  const dict = materializeDict(rt, from, self);
  if (dict !== 0) endSplit(rt, dict);
  const old = from.address;
  rt.retain(value);
  const kept = M[self + REP] & 0xffff & ~REP_FLAG_DEL;
  M[self + REP] = modules ? to.rep : kept | (to.rep & REP_FLAG_DEL) | (to.typeIndex << 16);
  rt.heap.store(self, self + 2, value);
  if (to.hasDel && !from.hasDel) rt.heap.registerFinalizable(self);
  rt.release(old);
}
