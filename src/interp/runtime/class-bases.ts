/** Assignment to the `__bases__` of a class (CPython: type_set_bases). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { KIND } from '../objects/kinds.ts';
import { isTuple, tupleItem, tupleLength } from '../objects/sequence.ts';
import { bestBase, mergeMro, setMroTuple } from './class-order.ts';
import { classChanged } from './classes.ts';
import { raiseTypeError } from './exceptions.ts';
import { isSubtype } from './lookup.ts';
import type { Runtime } from './runtime.ts';
import { forgetSubclass, noteSubclass } from './subclasses.ts';
import { TYPE_BASE, TYPE_BASES, type TypeInfo } from './type-info.ts';

const M = WORDS;

function basesOf(rt: Runtime, type: Address): TypeInfo[] {
  const bases = M[type + TYPE_BASES];
  return Array.from({ length: tupleLength(rt, bases) }, (_, index) => rt.infoOfType(tupleItem(rt, bases, index)));
}

/** Could instances laid out for `from` serve a class that derives from `to`? */
function sameLayout(from: TypeInfo, to: TypeInfo): boolean {
  return (
    from.kind === to.kind &&
    from.basicBytes === to.basicBytes &&
    from.hasDict === to.hasDict &&
    from.hasWeaklist === to.hasWeaklist
  );
}

/** Works the order out anew for a class and everything below it. */
function reorder(rt: Runtime, type: Address): void {
  const info = rt.infoOfType(type);
  info.mro = [info, ...mergeMro(rt, basesOf(rt, type))];
  setMroTuple(rt, info);
  for (const subclass of info.subclasses) reorder(rt, subclass.address);
}

/** `cls.__bases__ = value`; value 0 deletes. Pinned callers only. */
export function setBases(rt: Runtime, type: Address, value: Address): void {
  const info = rt.infoOfType(type);
  const { name } = info;
  if (!info.heap || value === 0) {
    const verb = value === 0 ? 'delete' : 'set';
    raiseTypeError(rt, `cannot ${verb} '__bases__' attribute of immutable type '${info.name}'`);
  }
  if (!isTuple(rt, value)) raiseTypeError(rt, `can only assign tuple to ${name}.__bases__, not ${rt.typeOf(value).name}`);
  const count = tupleLength(rt, value);
  if (count === 0) raiseTypeError(rt, `can only assign non-empty tuple to ${name}.__bases__, not ()`);
  const bases: TypeInfo[] = [];
  for (let index = 0; index < count; index++) {
    const base = tupleItem(rt, value, index);
    if ((M[base + REP] & 0xff) !== KIND.type) {
      raiseTypeError(rt, `${name}.__bases__ must be tuple of classes, not '${rt.typeOf(base).name}'`);
    }
    const baseInfo = rt.infoOfType(base);
    if (isSubtype(baseInfo, info)) raiseTypeError(rt, 'a __bases__ item causes an inheritance cycle');
    if (bases.includes(baseInfo)) raiseTypeError(rt, `duplicate base class ${baseInfo.name}`);
    bases.push(baseInfo);
  }
  const best = bestBase(rt, bases);
  const old = info.base!;
  if (!sameLayout(old, best)) {
    const what = old.heap === best.heap ? 'object layout' : 'deallocator';
    raiseTypeError(rt, `__bases__ assignment: '${best.name}' ${what} differs from '${old.name}'`);
  }
  // Raises before anything is changed when there is no order.
  mergeMro(rt, bases);
  for (const base of basesOf(rt, type)) forgetSubclass(rt, base, info);
  rt.replace(type, type + TYPE_BASES, rt.retain(value));
  rt.replace(type, type + TYPE_BASE, rt.retain(best.address));
  info.base = best;
  info.directBases = bases;
  for (const base of bases) noteSubclass(rt, base, info);
  reorder(rt, type);
  classChanged(rt, info);
}
