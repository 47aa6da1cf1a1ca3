/** The arguments of generic aliases and unions: their text and their type variables (CPython: Objects/genericaliasobject.c). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { KIND } from '../objects/kinds.ts';
import { isList, isTuple, newTupleFromStack, tupleItem, tupleLength } from '../objects/sequence.ts';
import { isStr, strText } from '../objects/str.ts';
import { findAttrNamed } from '../runtime/attributes.ts';
import { fastItems, fastLength } from '../runtime/iterables.ts';
import { reprText } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';

const M = WORDS;

/** Is it a type variable (it can be replaced), as typing's are? Runs Python. */
function isParameter(rt: Runtime, object: Address): boolean {
  if ((M[object + REP] & 0xff) === KIND.type) return false;
  const found = findAttrNamed(rt, object, '__typing_subst__');
  rt.release(found);
  return found !== 0;
}

/** Pushes each type variable in `args`, once, in order of appearance; returns the stack slot of the first. */
function pushParameters(rt: Runtime, args: Address): Address {
  const mark = rt.sp;
  const add = (parameter: Address): void => {
    for (let slot = mark; slot < rt.sp; slot += 2) if (M[slot] === parameter) return;
    rt.push(rt.retain(parameter));
  };
  for (let index = 0; index < fastLength(rt, args); index++) {
    const arg = M[fastItems(rt, args) + 2 * index];
    if ((M[arg + REP] & 0xff) === KIND.type) continue;
    if (isParameter(rt, arg)) {
      add(arg);
      continue;
    }
    const inner = findAttrNamed(rt, arg, '__parameters__');
    if (inner !== 0 && isTuple(rt, inner)) {
      for (let place = 0; place < tupleLength(rt, inner); place++) add(tupleItem(rt, inner, place));
    }
    rt.release(inner);
  }
  return mark;
}

/** The type variables in a tuple of arguments, as an owned tuple. */
export function parametersOf(rt: Runtime, args: Address): Address {
  const mark = pushParameters(rt, args);
  const tuple = newTupleFromStack(rt, mark, (rt.sp - mark) >> 1);
  rt.sp = mark;
  return tuple;
}

export function isAlias(rt: Runtime, object: Address): boolean {
  const alias = rt.types['GenericAlias'];
  return alias !== undefined && rt.typeOf(object).mro.includes(alias);
}

/** An argument as annotations show it: classes by name, Ellipsis as three dots. Runs Python. */
export function argumentText(rt: Runtime, object: Address): string {
  if (object === rt.ellipsis) return '...';
  if (object === rt.types['NoneType']?.address) return 'None';
  if (isAlias(rt, object)) return reprText(rt, object);
  if (isList(rt, object)) {
    const texts: string[] = [];
    for (let index = 0; index < fastLength(rt, object); index++) {
      texts.push(argumentText(rt, M[fastItems(rt, object) + 2 * index]));
    }
    return `[${texts.join(', ')}]`;
  }
  if ((M[object + REP] & 0xff) === KIND.type) {
    const name = textOf(rt, object, '__qualname__');
    const module = textOf(rt, object, '__module__');
    if (name !== null && module !== null) return module === 'builtins' ? name : `${module}.${name}`;
  }
  return reprText(rt, object);
}

function textOf(rt: Runtime, object: Address, name: string): string | null {
  const value = findAttrNamed(rt, object, name);
  const text = value !== 0 && isStr(rt, value) ? strText(rt, value) : null;
  rt.release(value);
  return text;
}
