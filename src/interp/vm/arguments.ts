/**
 * Binding the arguments of a call to the parameters of a Python function, in place on the stack (CPython: initialize_locals in Python/ceval.c).
 */
import { type Address, WORDS } from '../../heap/memory.ts';
import { CO_VARARGS, CO_VARKEYWORDS } from '../bytecode/code-unit.ts';
import { dictGetStr, dictSetStr, newDict } from '../objects/dict.ts';
import { FUNC_DEFAULTS, FUNC_KWDEFAULTS, FUNC_QUALNAME } from '../objects/function.ts';
import { newTupleBlock, TUPLE_ITEMS, tupleItem, tupleLength } from '../objects/sequence.ts';
import { isStr, strEquals, strText } from '../objects/str.ts';
import type { CodeEntry } from '../runtime/code-table.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { closest } from '../runtime/suggestions.ts';

const M = WORDS;

/**
 * Stack on entry: callable at `base`, `count` arguments above it (the top of the stack), keyword names in `kwnames`. On return the fast slots from base + 2 on hold all
 * parameters; rt.sp is behind the last of them. Arguments that do not fit are a TypeError, and die here in CPython's order: those that found no place, then
 * the parameters, then the callable. `instance` is the slot of an object that the call of `__init__` is to make, else 0: it goes first, and the arguments, which
 * the caller has kept, as they were given.
 */
export function bindParameters(
  rt: Runtime,
  code: CodeEntry,
  base: Address,
  count: number,
  kwnames: Address,
  instance: Address,
): void {
  const unit = code.unit;
  const callable = M[base];
  const first = base + 2;
  if (kwnames === 0 && count <= unit.argCount && unit.kwOnlyCount === 0 && (unit.flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0) {
    // Only defaults are to be filled in, if there are enough.
    const defaults = M[callable + FUNC_DEFAULTS];
    const given = defaults === 0 || defaults === rt.none ? 0 : tupleLength(rt, defaults);
    if (count + given >= unit.argCount) {
      for (let index = count - unit.argCount + given; index < given; index++)
        rt.push(rt.retain(tupleItem(rt, defaults, index)));
      return;
    }
  }
  const keywords = kwnames === 0 ? 0 : tupleLength(rt, kwnames);
  const positional = count - keywords;
  const argCount = unit.argCount;
  const named = argCount + unit.kwOnlyCount;
  const hasVarargs = (unit.flags & CO_VARARGS) !== 0;
  const hasVarkw = (unit.flags & CO_VARKEYWORDS) !== 0;
  const varargsIndex = named;
  const varkwIndex = named + (hasVarargs ? 1 : 0);
  const total = varkwIndex + (hasVarkw ? 1 : 0);

  // Surplus positionals and keyword values leave the stack for a moment; no Python runs until they are placed.
  const kept = Math.min(positional, argCount);
  const surplus: Address[] = [];
  for (let index = kept; index < positional; index++) surplus.push(M[first + 2 * index]);
  const values: Address[] = [];
  for (let index = 0; index < keywords; index++) values.push(M[first + 2 * (positional + index)]);
  rt.sp = first + 2 * kept;
  for (let index = kept; index < total; index++) rt.push(0);
  // Back on the stack, where unwinding finds them.
  const putBack = (): void => {
    for (const value of surplus) rt.push(value);
    for (const value of values) if (value !== 0) rt.push(value);
  };
  const fail = (message: string): never => {
    putBack();
    const top = rt.sp;
    try {
      raiseTypeError(rt, `${strText(rt, M[callable + FUNC_QUALNAME])}() ${message}`);
    } catch (thrown) {
      rt.unwind(top);
      if (instance !== 0) {
        rt.releaseSlots(first, first + 2);
        rt.releaseSlots(instance, instance + 2);
      } else rt.releaseSlots(first + 2 * total, top);
      rt.releaseSlots(first, top);
      rt.releaseSlots(base, first);
      rt.sp = base;
      throw thrown;
    }
  };

  let tuple = 0;
  try {
    if (hasVarkw) M[first + 2 * varkwIndex] = newDict(rt);
    if (hasVarargs) tuple = newTupleBlock(rt, surplus.length);
  } catch (thrown) {
    putBack();
    throw thrown;
  }
  if (hasVarargs) {
    for (let index = 0; index < surplus.length; index++) M[tuple + TUPLE_ITEMS + 2 * index] = surplus[index]!;
    if (surplus.length > 0) rt.heap.track(tuple);
    surplus.length = 0;
    M[first + 2 * varargsIndex] = tuple;
  }

  for (let keyword = 0; keyword < keywords; keyword++) {
    const name = tupleItem(rt, kwnames, keyword);
    if (!isStr(rt, name)) fail('keywords must be strings');
    const index = findParameter(rt, code, name, unit.posOnlyCount, named);
    if (index >= 0) {
      if (M[first + 2 * index] !== 0) fail(`got multiple values for argument '${strText(rt, name)}'`);
      M[first + 2 * index] = values[keyword]!;
      values[keyword] = 0;
    } else if (hasVarkw) {
      const dict = M[first + 2 * varkwIndex];
      try {
        dictSetStr(rt, dict, name, values[keyword]!);
      } catch (thrown) {
        putBack();
        throw thrown;
      }
      rt.release(values[keyword]!);
      values[keyword] = 0;
    } else {
      if (unit.posOnlyCount > 0) {
        const wrong: string[] = [];
        for (let other = 0; other < keywords; other++) {
          const otherName = tupleItem(rt, kwnames, other);
          const at = findParameter(rt, code, otherName, 0, unit.posOnlyCount);
          if (at >= 0) wrong.push(strText(rt, otherName));
        }
        if (wrong.length > 0) {
          fail(`got some positional-only arguments passed as keyword arguments: '${wrong.join(', ')}'`);
        }
      }
      const hint = closest(unit.varNames.slice(unit.posOnlyCount, named), strText(rt, name));
      fail(`got an unexpected keyword argument '${strText(rt, name)}'${hint === null ? '' : `. Did you mean '${hint}'?`}`);
    }
  }

  if (surplus.length > 0) {
    fail(tooMany(rt, code, callable, first, positional));
  }

  // Defaults.
  const defaults = M[callable + FUNC_DEFAULTS];
  const defaultCount = defaults === 0 || defaults === rt.none ? 0 : tupleLength(rt, defaults);
  const firstDefault = argCount - defaultCount;
  const missing: string[] = [];
  for (let index = kept; index < argCount; index++) {
    const slot = first + 2 * index;
    if (M[slot] !== 0) continue;
    if (index >= firstDefault) M[slot] = rt.retain(tupleItem(rt, defaults, index - firstDefault));
    else missing.push(unit.varNames[index]!);
  }
  if (missing.length > 0) {
    fail(`missing ${missing.length} required positional argument${missing.length === 1 ? '' : 's'}: ${listNames(missing)}`);
  }
  if (unit.kwOnlyCount > 0) {
    const kwdefaults = M[callable + FUNC_KWDEFAULTS];
    for (let index = argCount; index < named; index++) {
      const slot = first + 2 * index;
      if (M[slot] !== 0) continue;
      const value = kwdefaults === 0 || kwdefaults === rt.none ? 0 : dictGetStr(rt, kwdefaults, code.localNames[index]!);
      if (value === 0) missing.push(unit.varNames[index]!);
      else M[slot] = rt.retain(value);
    }
    if (missing.length > 0) {
      fail(`missing ${missing.length} required keyword-only argument${missing.length === 1 ? '' : 's'}: ${listNames(missing)}`);
    }
  }
}

function findParameter(rt: Runtime, code: CodeEntry, name: Address, from: number, to: number): number {
  for (let index = from; index < to; index++) if (code.localNames[index] === name) return index;
  for (let index = from; index < to; index++) if (strEquals(rt, code.localNames[index]!, name)) return index;
  return -1;
}

/** 'a', 'b', and 'c' as CPython's format_missing lists names. */
function listNames(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  if (quoted.length === 1) return quoted[0]!;
  if (quoted.length === 2) return `${quoted[0]} and ${quoted[1]}`;
  return `${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1)}`;
}

function tooMany(rt: Runtime, code: CodeEntry, callable: Address, first: Address, given: number): string {
  const unit = code.unit;
  const defaults = M[callable + FUNC_DEFAULTS];
  const defaultCount = defaults === 0 || defaults === rt.none ? 0 : tupleLength(rt, defaults);
  let keywordOnly = 0;
  for (let index = unit.argCount; index < unit.argCount + unit.kwOnlyCount; index++) {
    if (M[first + 2 * index] !== 0) keywordOnly++;
  }
  const takes = defaultCount > 0 ? `from ${unit.argCount - defaultCount} to ${unit.argCount}` : `${unit.argCount}`;
  const plural = defaultCount > 0 || unit.argCount !== 1 ? 's' : '';
  const extra =
    keywordOnly > 0
      ? ` positional argument${given === 1 ? '' : 's'} (and ${keywordOnly} keyword-only argument${keywordOnly === 1 ? '' : 's'})`
      : '';
  return `takes ${takes} positional argument${plural} but ${given}${extra} ${given === 1 && extra === '' ? 'was' : 'were'} given`;
}
