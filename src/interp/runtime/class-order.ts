/**
 * The order in which a class and its bases are asked for attributes, and which base fixes the layout (CPython: mro_implementation, mro_invoke, best_base).
 */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { KIND } from '../objects/kinds.ts';
import { listItem, listLength, newTupleBlock, TUPLE_ITEMS } from '../objects/sequence.ts';
import { intern } from '../objects/str.ts';
import { raiseTypeError } from './exceptions.ts';
import { isSubtype, typeLookup } from './lookup.ts';
import type { Runtime } from './runtime.ts';
import { TYPE_MRO, type TypeInfo } from './type-info.ts';

const M = WORDS;

/** C3 linearisation of a class with these bases, itself not included. Raises TypeError when there is none. */
export function mergeMro(rt: Runtime, bases: readonly TypeInfo[]): TypeInfo[] {
  const lists = [...bases.map((base) => [...base.mro]), [...bases]];
  const result: TypeInfo[] = [];
  for (;;) {
    const open = lists.filter((list) => list.length > 0);
    if (open.length === 0) return result;
    const next = open.map((list) => list[0]!).find((candidate) => !open.some((list) => list.indexOf(candidate) > 0));
    if (next === undefined) {
      const names = [...new Set(open.map((list) => list[0]!.name))];
      raiseTypeError(rt, `Cannot create a consistent method resolution order (MRO) for bases ${names.join(', ')}`);
    }
    result.push(next);
    for (const list of lists) if (list[0] === next) list.shift();
  }
}

/** The base whose layout all others extend or share (best_base). */
export function bestBase(rt: Runtime, bases: readonly TypeInfo[]): TypeInfo {
  let winner: TypeInfo | null = null;
  let winnerSolid: TypeInfo | null = null;
  for (const base of bases) {
    if (!base.baseType)
      raiseTypeError(rt, `type '${base.module === 'builtins' ? base.name : base.name}' is not an acceptable base type`);
    const solid = solidBase(base);
    if (winner === null || winnerSolid === null) {
      winner = base;
      winnerSolid = solid;
    } else if (isSubtype(winnerSolid, solid)) continue;
    else if (isSubtype(solid, winnerSolid)) {
      winner = base;
      winnerSolid = solid;
    } else raiseTypeError(rt, 'multiple bases have instance lay-out conflict');
  }
  return winner!;
}

/** The nearest base that adds to the layout. */
function solidBase(info: TypeInfo): TypeInfo {
  const base = info.base;
  if (base === null) return info;
  const solid = solidBase(base);
  if (info.kind !== solid.kind || info.basicBytes > solid.basicBytes || info.fields !== solid.fields) return info;
  return solid;
}

/** Writes `__mro__` from info.mro. */
export function setMroTuple(rt: Runtime, info: TypeInfo): void {
  const mro = newTupleBlock(rt, info.mro.length);
  info.mro.forEach((entry, index) => {
    M[mro + TUPLE_ITEMS + 2 * index] = rt.retain(entry.address);
  });
  rt.heap.track(mro);
  rt.replace(info.address, info.address + TYPE_MRO, mro);
}

/** Asks the metaclass for the order where it defines `mro()`. The class in stack slot `slot` has its plain order by then. Pinned callers only. */
export function askForOrder(rt: Runtime, slot: Address): void {
  const type = M[slot];
  const metatype = rt.typeOf(type);
  if (!overridesMro(rt, metatype)) return;
  const method = rt.push(rt.typeOf(type).getattro(rt, type, intern(rt, 'mro')));
  const given = rt.push(rt.call(method, 0, 0));
  const list = rt.push(rt.listFromIterable(rt, M[given]));
  const info = rt.infoOfType(type);
  const order: TypeInfo[] = [];
  for (let index = 0; index < listLength(rt, M[list]); index++) {
    const entry = listItem(rt, M[list], index);
    if ((M[entry + REP] & 0xff) !== KIND.type) raiseTypeError(rt, `mro() returned a non-class ('${rt.typeOf(entry).name}')`);
    const entryInfo = rt.infoOfType(entry);
    if (entryInfo.kind !== KIND.instance && !isSubtype(info, entryInfo)) {
      raiseTypeError(rt, `mro() returned base with unsuitable layout ('${entryInfo.name}')`);
    }
    order.push(entryInfo);
  }
  rt.unwind(slot + 2);
  info.mro = order;
  setMroTuple(rt, info);
}

function overridesMro(rt: Runtime, metatype: TypeInfo): boolean {
  if (metatype === rt.typeInfo) return false;
  const name = intern(rt, 'mro');
  return typeLookup(rt, metatype, name) !== typeLookup(rt, rt.typeInfo, name);
}
