/** except* (CPython: exception_group_match in Python/ceval.c, _PyExc_PrepReraiseStar in Objects/exceptions.c). */
import { REP } from '../../heap/layout.ts';
import type { Address } from '../../heap/memory.ts';
import { EXC_CONTEXT, EXC_TRACEBACK } from '../objects/exception.ts';
import { KIND } from '../objects/kinds.ts';
import { isList, isTuple, listItem, listLength, newListOf, newTuple, tupleItem, tupleLength } from '../objects/sequence.ts';
import { callMethod } from './attributes.ts';
import { call2 } from './calls.ts';
import { raiseTypeError } from './exceptions.ts';
import { isInstance } from './operators.ts';
import type { Runtime } from './runtime.ts';

/** except* takes exception classes that are no groups. */
export function checkMatchType(rt: Runtime, type: Address): void {
  const check = (candidate: Address): void => {
    const base = rt.types['BaseException']!;
    if ((rt.M[candidate + REP] & 0xff) !== KIND.type || !rt.infoOfType(candidate).mro.includes(base)) {
      raiseTypeError(rt, 'catching classes that do not inherit from BaseException is not allowed');
    }
    if (rt.infoOfType(candidate).mro.includes(rt.types['BaseExceptionGroup']!)) {
      raiseTypeError(rt, 'catching ExceptionGroup with except* is not allowed. Use except instead.');
    }
  };
  if (isTuple(rt, type)) for (let index = 0; index < tupleLength(rt, type); index++) check(tupleItem(rt, type, index));
  else check(type);
}

/** CHECK_EG_MATCH: slots at `at` hold exception, type; leaves rest, match (None where empty). */
export function groupSplit(rt: Runtime, at: Address): void {
  const M = rt.M;
  rt.pinned++;
  const exception = M[at];
  const type = M[at + 2];
  let rest = rt.none;
  let match = rt.none;
  if (exception !== rt.none) {
    const isGroup = rt.typeOf(exception).mro.includes(rt.types['BaseExceptionGroup']!);
    if (isInstance(rt, exception, type)) {
      if (isGroup) match = rt.retain(exception);
      else {
        const list = newListOf(rt, [rt.retain(exception)]);
        const slot = rt.push(list);
        match = call2(rt, rt.types['ExceptionGroup']!.address, rt.emptyStr, list);
        rt.push(match);
        const traceback = M[exception + EXC_TRACEBACK];
        if (traceback !== 0) rt.replace(match, match + EXC_TRACEBACK, rt.retain(traceback));
        rt.sp -= 2;
        rt.unwind(slot);
      }
    } else if (isGroup) {
      const pair = rt.push(callMethod(rt, exception, 'split', type));
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

/** What is to be raised after the except* clauses ran: the exceptions they raised and what none of them took; None when nothing is left. */
export function prepReraiseStar(rt: Runtime, original: Address, results: Address): Address {
  const count = isList(rt, results) ? listLength(rt, results) : 0;
  if (count === 0) return rt.none;
  rt.pinned++;
  const isGroup = rt.typeOf(original).mro.includes(rt.types['BaseExceptionGroup']!);
  const raised: Address[] = [];
  const reraised: Address[] = [];
  for (let index = 0; index < count; index++) {
    const item = listItem(rt, results, index);
    if (item === rt.none) continue;
    const sameOrigin = rt.M[item + EXC_TRACEBACK] === rt.M[original + EXC_TRACEBACK] && rt.M[item + EXC_CONTEXT] === rt.M[original + EXC_CONTEXT];
    (isGroup ? sameOrigin : item === original) ? reraised.push(item) : raised.push(item);
  }
  let result = rt.none;
  if (raised.length === 0 && reraised.length === 0) result = rt.none;
  else if (!isGroup) {
    const all = [...raised, ...reraised];
    result = all.length === 1 && raised.length <= 1 ? rt.retain(all[0]!) : group(rt, all);
  } else {
    let rest = 0;
    if (reraised.length === 1) rest = rt.retain(reraised[0]!);
    else if (reraised.length > 1) {
      // Keep of the original what the reraised parts hold: their leaves.
      const leaves = rt.push(newTuple(rt, reraised.map((item) => rt.retain(item))));
      rest = callMethod(rt, original, '_keep', rt.M[leaves]);
      rt.push(rest);
      rt.M[leaves] = (rt.release(rt.M[leaves]), rest);
      rt.sp = leaves;
    }
    if (raised.length === 0) result = rest === 0 ? rt.none : rest;
    else {
      const all = rest === 0 ? raised : [...raised, rest];
      result = raised.length === 1 && rest === 0 ? rt.retain(raised[0]!) : group(rt, all);
      if (rest !== 0) rt.release(rest);
    }
  }
  rt.pinned--;
  return result;
}

function group(rt: Runtime, exceptions: readonly Address[]): Address {
  const list = rt.push(newListOf(rt, exceptions.map((item) => rt.retain(item))));
  const made = call2(rt, rt.types['ExceptionGroup']!.address, rt.emptyStr, rt.M[list]);
  rt.push(made);
  rt.sp -= 2;
  rt.unwind(list);
  return made;
}
