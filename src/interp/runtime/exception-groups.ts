/**
 * Exception groups: splitting them, and except* (CPython: exceptiongroup_split_recursive and _PyExc_PrepReraiseStar in Objects/exceptions.c,
 * exception_group_match in Python/ceval.c). A group's fields: word 18 message, 20 tuple of exceptions.
 */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { EXC_CAUSE, EXC_CONTEXT, EXC_FIELDS, EXC_TRACEBACK } from '../objects/exception.ts';
import { KIND } from '../objects/kinds.ts';
import { isList, isTuple, listItem, listLength, newListOf, newTuple, tupleItem, tupleLength } from '../objects/sequence.ts';
import { callMethod, findAttrNamed, setAttrNamed } from './attributes.ts';
import { call2 } from './calls.ts';
import { isInstance } from './class-checks.ts';
import { raiseTypeError } from './exceptions.ts';
import { enterRecursion } from './operators.ts';
import type { Runtime } from './runtime.ts';

const M = WORDS;

export const GROUP_MESSAGE = EXC_FIELDS;
export const GROUP_EXCEPTIONS = EXC_FIELDS + 2;

export function isGroup(rt: Runtime, exception: Address): boolean {
  return rt.typeOf(exception).mro.includes(rt.types['BaseExceptionGroup']!);
}

/** except* takes exception classes that are no groups. */
export function checkMatchType(rt: Runtime, type: Address): void {
  const check = (candidate: Address): void => {
    const base = rt.types['BaseException']!;
    if ((M[candidate + REP] & 0xff) !== KIND.type || !rt.infoOfType(candidate).mro.includes(base)) {
      raiseTypeError(rt, 'catching classes that do not inherit from BaseException is not allowed');
    }
    if (rt.infoOfType(candidate).mro.includes(rt.types['BaseExceptionGroup']!)) {
      raiseTypeError(rt, 'catching ExceptionGroup with except* is not allowed. Use except instead.');
    }
  };
  if (isTuple(rt, type)) for (let index = 0; index < tupleLength(rt, type); index++) check(tupleItem(rt, type, index));
  else check(type);
}

/**
 * Splits `exception` (borrowed, rooted) by `matches`: [match, rest], both pushed on the stack in this order, None where empty. `rest` stays None unless it is
 * wanted. Runs Python, pinned.
 */
export function pushSplit(rt: Runtime, exception: Address, matches: (exception: Address) => boolean, wantRest: boolean): void {
  if (matches(exception)) {
    rt.push(rt.retain(exception));
    rt.push(rt.none);
    return;
  }
  if (!isGroup(rt, exception)) {
    rt.push(rt.none);
    rt.push(wantRest ? rt.retain(exception) : rt.none);
    return;
  }
  enterRecursion(rt, ' in exceptiongroup_split_recursive');
  const parts = rt.push(newListOf(rt, []));
  const rests = rt.push(newListOf(rt, []));
  const members = rt.push(rt.retain(M[exception + GROUP_EXCEPTIONS]));
  const count = tupleLength(rt, M[members]);
  for (let index = 0; index < count; index++) {
    const mark = rt.sp;
    pushSplit(rt, tupleItem(rt, M[members], index), matches, wantRest);
    if (M[mark] !== rt.none) rt.listAppendOwned(rt, M[parts], rt.retain(M[mark]));
    if (M[mark + 2] !== rt.none) rt.listAppendOwned(rt, M[rests], rt.retain(M[mark + 2]));
    rt.unwind(mark);
  }
  rt.unwind(members);
  for (const slot of [parts, rests]) {
    const made = subset(rt, exception, M[slot]);
    const list = M[slot];
    M[slot] = made;
    rt.release(list);
  }
  rt.nativeDepth--;
}

/** A group like `original` with the exceptions of a list; None when there are none. Owned. */
function subset(rt: Runtime, original: Address, list: Address): Address {
  if (listLength(rt, list) === 0) return rt.none;
  const made = rt.push(callMethod(rt, original, 'derive', list));
  const group = M[made];
  if (!isGroup(rt, group)) raiseTypeError(rt, 'derive must return an instance of BaseExceptionGroup');
  for (const slot of [EXC_TRACEBACK, EXC_CONTEXT, EXC_CAUSE]) {
    const value = M[original + slot];
    if (value !== 0 && value !== group) rt.replace(group, group + slot, rt.retain(value));
  }
  const notes = findAttrNamed(rt, original, '__notes__');
  if (notes !== 0) {
    const held = rt.push(notes);
    if (isList(rt, notes) || isTuple(rt, notes)) {
      const copy = rt.push(rt.listFromIterable(rt, notes));
      setAttrNamed(rt, group, '__notes__', M[copy]);
    }
    rt.unwind(held);
  }
  rt.sp = made;
  return M[made];
}

/** CHECK_EG_MATCH: slots at `at` hold exception, type; leaves rest, match (None where empty). */
export function groupSplit(rt: Runtime, at: Address): void {
  rt.pinned++;
  const exception = M[at];
  const type = M[at + 2];
  let rest = rt.none;
  let match = rt.none;
  if (exception !== rt.none) {
    const group = isGroup(rt, exception);
    if (isInstance(rt, exception, type)) {
      if (group) match = rt.retain(exception);
      else {
        match = newGroup(rt, newTuple(rt, [rt.retain(exception)]));
        const traceback = M[exception + EXC_TRACEBACK];
        if (traceback !== 0) {
          rt.push(match);
          rt.replace(match, match + EXC_TRACEBACK, rt.retain(traceback));
          rt.sp -= 2;
        }
      }
    } else if (group) {
      const pair = rt.push(callMethod(rt, exception, 'split', type));
      if (!isTuple(rt, M[pair]))
        raiseTypeError(rt, `${rt.typeOf(exception).name}.split must return a tuple, not ${rt.typeOf(M[pair]).name}`);
      if (tupleLength(rt, M[pair]) < 2) {
        raiseTypeError(
          rt,
          `${rt.typeOf(exception).name}.split must return a 2-tuple, got tuple of size ${tupleLength(rt, M[pair])}`,
        );
      }
      match = rt.retain(tupleItem(rt, M[pair], 0));
      rest = rt.retain(tupleItem(rt, M[pair], 1));
      rt.unwind(pair);
    } else rest = rt.retain(exception);
  }
  M[at] = rest;
  M[at + 2] = match;
  rt.release(exception);
  rt.release(type);
  rt.pinned--;
}

/** BaseExceptionGroup('', exceptions); takes over the sequence. */
function newGroup(rt: Runtime, exceptions: Address): Address {
  const held = rt.push(exceptions);
  const made = call2(rt, rt.types['BaseExceptionGroup']!.address, rt.emptyStr, M[held]);
  rt.push(made);
  rt.sp -= 2;
  rt.unwind(held);
  return made;
}

/** Has the part the traceback, cause and context of the whole? Then an except* clause raised it again as it was. */
function sameMetadata(_rt: Runtime, left: Address, right: Address): boolean {
  return [EXC_TRACEBACK, EXC_CAUSE, EXC_CONTEXT].every((slot) => M[left + slot] === M[right + slot]);
}

/** Pushes what `original` keeps when only the leaves of `parts` stay; None when nothing does. */
function pushProjection(rt: Runtime, original: Address, parts: readonly Address[]): void {
  const leaves = new Set<Address>();
  const collect = (exception: Address): void => {
    if (!isGroup(rt, exception)) {
      leaves.add(exception);
      return;
    }
    const members = M[exception + GROUP_EXCEPTIONS];
    for (let index = 0; index < tupleLength(rt, members); index++) collect(tupleItem(rt, members, index));
  };
  for (const part of parts) collect(part);
  pushSplit(rt, original, (exception) => !isGroup(rt, exception) && leaves.has(exception), false);
  rt.drop(1);
}

/** What is to be raised after the except* clauses ran: the exceptions they raised and what none of them took; None when nothing is left. Owned. */
export function prepReraiseStar(rt: Runtime, original: Address, results: Address): Address {
  const count = isList(rt, results) ? listLength(rt, results) : 0;
  if (count === 0) return rt.none;
  // A naked exception was wrapped for the one clause that could run: it is raised again itself, or what the clause raised is.
  if (!isGroup(rt, original)) return rt.retain(listItem(rt, results, 0));
  rt.pinned++;
  const raised: Address[] = [];
  const reraised: Address[] = [];
  for (let index = 0; index < count; index++) {
    const item = listItem(rt, results, index);
    if (item === rt.none) continue;
    (sameMetadata(rt, item, original) ? reraised : raised).push(item);
  }
  let result = rt.none;
  if (raised.length > 0 || reraised.length > 0) {
    const slot = rt.sp;
    if (reraised.length > 0) pushProjection(rt, original, reraised);
    else rt.push(rt.none);
    const rest = M[slot];
    if (raised.length === 0) result = rt.retain(rest);
    else if (raised.length === 1 && rest === rt.none) result = rt.retain(raised[0]!);
    else {
      const all = rest === rt.none ? raised : [...raised, rest];
      result = newGroup(
        rt,
        newListOf(
          rt,
          all.map((item) => rt.retain(item)),
        ),
      );
    }
    rt.push(result);
    rt.sp -= 2;
    rt.unwind(slot);
  }
  rt.pinned--;
  return result;
}
