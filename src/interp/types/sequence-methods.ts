/** What lists and tuples share: comparison, search, repr (CPython: list_richcompare, tuplerichcompare and neighbours). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { HOLD_BOTH, HOLD_LEFT, HOLD_NONE } from '../objects/held-operands.ts';
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

/** `left is right or left == right` with short cuts for ints and strs; may run Python, holding collectors off. `held` as in `equals`. */
export function itemsEqual(rt: Runtime, left: Address, right: Address, held: number = HOLD_BOTH): boolean {
  if (left === right) return true;
  const rep = M[left + REP];
  if (rep === M[right + REP]) {
    if (rep === rt.intInfo.rep && (rep & 0xff) === K_INT) return M[left + INT_VALUE] === M[right + INT_VALUE];
    if (rep === rt.strInfo.rep) return strEquals(rt, left, right);
  }
  return equals(rt, left, right, held);
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
  // The items of a tuple stay where they are, those of a list are held.
  const held = (M[left + REP] & 0xff) === KIND.list ? HOLD_BOTH : HOLD_NONE;
  let result = 0;
  let index = 0;
  for (; index < fastLength(rt, left) && index < fastLength(rt, right); index++) {
    if (!itemsEqual(rt, M[fastItems(rt, left) + 2 * index], M[fastItems(rt, right) + 2 * index], held)) break;
  }
  const leftLength = fastLength(rt, left);
  const rightLength = fastLength(rt, right);
  if (index >= leftLength || index >= rightLength) result = compareCounts(rt, leftLength, rightLength, op);
  else if (op === EQ) result = rt.false;
  else if (op === NE) result = rt.true;
  else {
    const first = M[fastItems(rt, left) + 2 * index];
    const second = M[fastItems(rt, right) + 2 * index];
    const mark = rt.sp;
    if (held === HOLD_BOTH) {
      rt.push(rt.retain(first));
      rt.push(rt.retain(second));
    }
    result = compare(rt, first, second, op);
    rt.unwind(mark);
  }
  rt.pinned--;
  rt.nativeDepth--;
  return result;
}

/** Index of the first item equal to `value` in [start, stop), or -1. The sequence is read anew after each comparison. */
export function findItem(rt: Runtime, sequence: Address, value: Address, start: number, stop: number): number {
  rt.pinned++;
  const held = heldBySearch(sequence);
  let found = -1;
  for (let index = start; index < stop && index < fastLength(rt, sequence); index++) {
    if (!itemsEqual(rt, M[fastItems(rt, sequence) + 2 * index], value, held)) continue;
    found = index;
    break;
  }
  rt.pinned--;
  return found;
}

/** A search holds an item of a list while it is compared; the value is its caller's. */
function heldBySearch(sequence: Address): number {
  return (M[sequence + REP] & 0xff) === KIND.list ? HOLD_LEFT : HOLD_NONE;
}

export function countItems(rt: Runtime, sequence: Address, value: Address): number {
  const held = heldBySearch(sequence);
  let count = 0;
  for (let index = 0; index < fastLength(rt, sequence); index++) {
    if (itemsEqual(rt, M[fastItems(rt, sequence) + 2 * index], value, held)) count++;
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
