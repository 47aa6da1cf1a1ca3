/** What lists and tuples share: comparison, search, repr (CPython: list_richcompare, tuplerichcompare and neighbours). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { INT_VALUE } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { strEquals } from '../objects/str.ts';
import { checkRange } from '../runtime/calls.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import { fastItems, fastLength } from '../runtime/iterables.ts';
import { compare, enterRecursion, equals, repr, takeText } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { EQ, NE } from '../runtime/type-info.ts';

const M = WORDS;

const K_INT = KIND.int;

/** `left is right or left == right` with short cuts for ints and strs; may run Python, holding collectors off. */
export function itemsEqual(rt: Runtime, left: Address, right: Address): boolean {
  if (left === right) return true;
  const rep = M[left + REP];
  if (rep === M[right + REP]) {
    if (rep === rt.intInfo.rep && (rep & 0xff) === K_INT) return M[left + INT_VALUE] === M[right + INT_VALUE];
    if (rep === rt.strInfo.rep) return strEquals(rt, left, right);
  }
  return equals(rt, left, right);
}

/** left op right for two counts. */
export function compareCounts(rt: Runtime, left: number, right: number, op: number): Address {
  switch (op) {
    case 0:
      return rt.bool(left < right);
    case 1:
      return rt.bool(left <= right);
    case 2:
      return rt.bool(left === right);
    case 3:
      return rt.bool(left !== right);
    case 4:
      return rt.bool(left > right);
    default:
      return rt.bool(left >= right);
  }
}

/** Compares two lists or two tuples item by item; either may change meanwhile. */
export function compareSequences(rt: Runtime, left: Address, right: Address, op: number): Address {
  enterRecursion(rt, ' in comparison');
  rt.pinned++;
  let result = 0;
  let index = 0;
  for (; index < fastLength(rt, left) && index < fastLength(rt, right); index++) {
    if (!itemsEqual(rt, M[fastItems(rt, left) + 2 * index], M[fastItems(rt, right) + 2 * index])) break;
  }
  const leftLength = fastLength(rt, left);
  const rightLength = fastLength(rt, right);
  if (index >= leftLength || index >= rightLength) result = compareCounts(rt, leftLength, rightLength, op);
  else if (op === EQ) result = rt.false;
  else if (op === NE) result = rt.true;
  else {
    const a = rt.push(rt.retain(M[fastItems(rt, left) + 2 * index]));
    const b = rt.push(rt.retain(M[fastItems(rt, right) + 2 * index]));
    result = compare(rt, M[a], M[b], op);
    rt.unwind(a);
  }
  rt.pinned--;
  rt.nativeDepth--;
  return result;
}

/** Index of the first item equal to `value` in [start, stop), or -1. The sequence is read anew after each comparison. */
export function findItem(rt: Runtime, sequence: Address, value: Address, start: number, stop: number): number {
  rt.pinned++;
  let found = -1;
  for (let index = start; index < stop && index < fastLength(rt, sequence); index++) {
    if (!itemsEqual(rt, M[fastItems(rt, sequence) + 2 * index], value)) continue;
    found = index;
    break;
  }
  rt.pinned--;
  return found;
}

export function countItems(rt: Runtime, sequence: Address, value: Address): number {
  let count = 0;
  for (let index = 0; index < fastLength(rt, sequence); index++) {
    if (itemsEqual(rt, M[fastItems(rt, sequence) + 2 * index], value)) count++;
  }
  return count;
}

/** Texts of repr() of all items of a list or tuple. Runs Python. */
export function itemReprs(rt: Runtime, sequence: Address): string[] {
  const texts: string[] = [];
  for (let index = 0; index < fastLength(rt, sequence); index++) {
    texts.push(takeText(rt, repr(rt, M[fastItems(rt, sequence) + 2 * index])));
  }
  return texts;
}

/** Raises TypeError unless a constructor was called with `min` to `max` positional arguments only. */
export function checkPositional(rt: Runtime, name: string, count: number, kwnames: Address, min: number, max: number): void {
  if (kwnames !== 0) raiseTypeError(rt, `${name}() takes no keyword arguments`);
  checkRange(rt, name, count, min, max);
}

/** Most references held on the operand stack for a moment; more go into a list. */
