/**
 * What a class remembers of its direct subclasses: a dict of weak references, by a number that stands for the subclass (CPython: tp_subclasses, add_subclass,
 * remove_subclass; the number there is the address).
 */
import { type Address, WORDS } from '../../heap/memory.ts';
import {
  dictDelete,
  dictEntryKey,
  dictEntryValue,
  dictLength,
  dictNext,
  dictPrevious,
  dictSet,
  newDict,
} from '../objects/dict.ts';
import { INT_VALUE, newInt } from '../objects/int.ts';
import type { Runtime } from './runtime.ts';
import { TYPE_SUBCLASSES, type TypeInfo } from './type-info.ts';

const M = WORDS;

/** Numbers of subclasses begin here: as ints they are as large as addresses are. */
const FIRST_NUMBER = 0x40000000;

/** Word 4 of a weak reference. */
const REFERENT = 4;

/** The dict of a class, or 0 while it has none. Static types keep it in a root. */
function tableOf(base: TypeInfo): Address {
  const held = M[base.address + TYPE_SUBCLASSES];
  return held === 0 || base.heap ? held : M[held];
}

function makeTable(rt: Runtime, base: TypeInfo): Address {
  const table = newDict(rt);
  if (base.heap) rt.heap.store(base.address, base.address + TYPE_SUBCLASSES, table);
  else M[base.address + TYPE_SUBCLASSES] = rt.newRoot(table);
  return table;
}

/** A base remembers its new subclass. */
export function noteSubclass(rt: Runtime, base: TypeInfo, info: TypeInfo): void {
  base.subclasses.add(info);
  const number = rt.push(newInt(rt, FIRST_NUMBER + info.serial));
  const weak = rt.push(rt.newWeakref(rt, info.address, 0));
  const known = tableOf(base);
  if (known !== 0 && rt.heap.capabilities.refcount !== 'eager') dropDead(rt, known);
  const table = known === 0 ? makeTable(rt, base) : known;
  dictSet(rt, table, M[number], M[weak]);
  rt.unwind(number);
}

/** Where nobody tells of deaths: looks for them whenever the dict has doubled. */
function dropDead(rt: Runtime, table: Address): void {
  const length = dictLength(rt, table);
  if (length < 16 || (length & (length - 1)) !== 0) return;
  for (let index = dictNext(rt, table, 0); index >= 0; index = dictNext(rt, table, index + 1)) {
    if (M[dictEntryValue(rt, table, index) + REFERENT] === 0) dictDelete(rt, table, dictEntryKey(rt, table, index));
  }
}

/** Takes a class out of what a former base, or one that outlives it, remembers. */
export function forgetSubclass(rt: Runtime, base: TypeInfo, info: TypeInfo): void {
  base.subclasses.delete(info);
  const table = tableOf(base);
  if (table === 0) return;
  const number = FIRST_NUMBER + info.serial;
  for (let index = dictPrevious(rt, table, Number.MAX_SAFE_INTEGER); index >= 0; index = dictPrevious(rt, table, index - 1)) {
    const key = dictEntryKey(rt, table, index);
    if (M[key + INT_VALUE] !== number) continue;
    const held = rt.push(rt.retain(key));
    dictDelete(rt, table, M[held]);
    rt.unwind(held);
    return;
  }
}

/** The direct subclasses made by the program that are alive, borrowed, in the order they were made. */
export function livingSubclasses(rt: Runtime, base: TypeInfo): Address[] {
  const table = tableOf(base);
  const found: Address[] = [];
  if (table === 0) return found;
  for (let index = dictNext(rt, table, 0); index >= 0; index = dictNext(rt, table, index + 1)) {
    const subclass = M[dictEntryValue(rt, table, index) + REFERENT];
    if (subclass !== 0) found.push(subclass);
  }
  return found;
}
