/** Calling: argument checks of natives, and the short ways in which TypeScript calls Python objects. */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictSetStr } from '../objects/dict.ts';
import { KIND } from '../objects/kinds.ts';
import { newTupleFromStack, tupleItem, tupleLength } from '../objects/sequence.ts';
import { strText } from '../objects/str.ts';
import { raiseTypeError } from './exceptions.ts';
import type { NativeEntry, Signature } from './native.ts';
import type { Runtime } from './runtime.ts';
import { closest } from './suggestions.ts';
import type { TypeInfo } from './type-info.ts';

const M = WORDS;

function plural(count: number, noun = 'argument'): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Calls a native with its arguments in the slots from `args` on (self included for methods). Not consuming. */
export function callNative(rt: Runtime, entry: NativeEntry, args: Address, count: number, kwnames: Address): Address {
  const arity = entry.arity;
  const self = entry.self;
  // Natives without keywords are called right nearly always.
  if ((kwnames !== 0 || count < entry.least || count > entry.most) && arity !== 'raw') {
    if (arity === 'none') {
      if (kwnames !== 0) noKeywords(rt, entry);
      if (count !== self) {
        if (count < self) needsSelf(rt, entry);
        raiseTypeError(rt, `${functionText(entry)}() takes no arguments (${count - self} given)`);
      }
    } else if (arity === 'one') {
      if (kwnames !== 0) noKeywords(rt, entry);
      if (count !== self + 1) {
        if (count < self) needsSelf(rt, entry);
        raiseTypeError(rt, `${functionText(entry)}() takes exactly one argument (${count - self} given)`);
      }
    } else if ('min' in arity) {
      if (kwnames !== 0) noKeywords(rt, entry);
      if (count < self) needsSelf(rt, entry);
      checkRange(rt, entry.name, count - self, arity.min, arity.max);
    } else {
      if (count < self) needsSelf(rt, entry);
      return callBound(rt, entry, args, count, kwnames);
    }
  }
  if (entry.safe) return entry.fn(rt, args, count, kwnames);
  rt.pinned++;
  const result = entry.fn(rt, args, count, kwnames);
  rt.pinned--;
  return result;
}

/** What messages call it: functions of modules other than builtins show their module (CPython: _PyObject_FunctionStr). */
function functionText(entry: NativeEntry): string {
  return entry.self === 0 && entry.module !== 'builtins' ? `${entry.module}.${entry.qualname}` : entry.qualname;
}

function needsSelf(rt: Runtime, entry: NativeEntry): never {
  raiseTypeError(rt, `unbound method ${entry.qualname}() needs an argument`);
}

function noKeywords(rt: Runtime, entry: NativeEntry): never {
  raiseTypeError(rt, `${functionText(entry)}() takes no keyword arguments`);
}

/** How many of `count` arguments are positional: those named in `kwnames` come last. */
export function positionalCount(rt: Runtime, count: number, kwnames: Address): number {
  return kwnames === 0 ? count : count - tupleLength(rt, kwnames);
}

/**
 * `positionalCount` for `__new__` of the built-in class `name`, which takes no keywords (CPython: _PyArg_NoKeywords in a tp_new). TypeError for them, unless `info` is a
 * class derived from it whose own `__init__` may take them.
 */
export function countWithoutKeywords(rt: Runtime, name: string, info: TypeInfo, count: number, kwnames: Address): number {
  if (kwnames !== 0 && info.init === info.mro.find((base) => !base.heap)!.init)
    raiseTypeError(rt, `${name}() takes no keyword arguments`);
  return positionalCount(rt, count, kwnames);
}

/** CPython's _PyArg_CheckPositional. */
export function checkRange(rt: Runtime, name: string, given: number, min: number, max: number): void {
  if (given < min) {
    raiseTypeError(rt, `${name} expected ${min === max ? '' : 'at least '}${plural(min)}, got ${given}`);
  }
  if (given > max) {
    raiseTypeError(rt, `${name} expected ${min === max ? '' : 'at most '}${plural(max)}, got ${given}`);
  }
}

/**
 * Runs a native on the parameters that `bindArguments` made: they are to be the arguments themselves, not copies that a program could count. So the slots of the
 * positional arguments are empty meanwhile; they are moved back when the native has ended, also by raising.
 */
export function lend<T>(rt: Runtime, args: Address, count: number, kwnames: Address, parameters: Address, native: () => T): T {
  const lent = count - (kwnames === 0 ? 0 : tupleLength(rt, kwnames));
  for (let slot = args; slot < args + 2 * lent; slot += 2) {
    rt.heap.release(M[slot]);
    M[slot] = 0;
  }
  try {
    return native();
  } finally {
    for (let offset = 0; offset < 2 * lent; offset += 2) {
      M[args + offset] = M[parameters + offset];
      M[parameters + offset] = 0;
    }
  }
}

function callBound(rt: Runtime, entry: NativeEntry, args: Address, count: number, kwnames: Address): Address {
  const signature = entry.signature!;
  const self = entry.self;
  const mark = rt.sp;
  if (self === 1) rt.push(rt.retain(M[args]));
  bindArguments(rt, entry.name, signature, args + 2 * self, count - self, kwnames);
  if (entry.safe !== true) rt.pinned++;
  const result = lend(rt, args, count, kwnames, mark, () => entry.fn(rt, mark, signature.names.length + self, 0));
  if (entry.safe !== true) rt.pinned--;
  // The result may be one of the arguments: it has a reference of its own, so the slots can go.
  rt.unwind(mark);
  return result;
}

/** TypeError: a built-in function has no parameter `given`; of those it has, the one that may be meant is named. */
export function unexpectedKeyword(rt: Runtime, name: string, given: string, names: readonly string[]): never {
  const meant = closest(names, given);
  const hint = meant === null ? '' : `. Did you mean '${meant}'?`;
  raiseTypeError(rt, `${name}() got an unexpected keyword argument '${given}'${hint}`);
}

/**
 * Pushes one slot for each parameter of `signature`, 0 for those not given; returns the address of the first. The caller drops them. Raises TypeError as
 * argument clinic does.
 */
export function bindArguments(
  rt: Runtime,
  name: string,
  signature: Signature,
  args: Address,
  count: number,
  kwnames: Address,
): Address {
  const { names, required, positional, positionalOnly } = signature;
  const keywords = kwnames === 0 ? 0 : tupleLength(rt, kwnames);
  const given = count - keywords;
  if (count > names.length) {
    raiseTypeError(
      rt,
      `${name}() takes at most ${names.length} ${given === 0 ? 'keyword ' : ''}argument${names.length === 1 ? '' : 's'} (${count} given)`,
    );
  }
  if (given > positional) {
    if (positional === 0) raiseTypeError(rt, `${name}() takes no positional arguments`);
    const least = required.slice(0, positional).filter(Boolean).length;
    const bound = least < positional ? 'at most' : 'exactly';
    raiseTypeError(rt, `${name}() takes ${bound} ${plural(positional, 'positional argument')} (${given} given)`);
  }
  if (given < positionalOnly && required[given] === true && positionalOnly < names.length) {
    const least = required.slice(0, positionalOnly).filter(Boolean).length;
    const bound = least < positional ? 'at least' : 'exactly';
    raiseTypeError(rt, `${name}() takes ${bound} ${plural(least, 'positional argument')} (${given} given)`);
  }
  const first = rt.sp;
  for (let index = 0; index < names.length; index++) {
    rt.push(index < given ? rt.retain(M[args + 2 * index]) : 0);
  }
  // What does not fit is told after what is missing.
  let unexpected: string | null = null;
  let twice = -1;
  for (let keyword = 0; keyword < keywords; keyword++) {
    const key = strText(rt, tupleItem(rt, kwnames, keyword));
    const index = names.indexOf(key, positionalOnly);
    const slot = first + 2 * index;
    if (index < 0) unexpected ??= key;
    else if (M[slot] !== 0) twice = twice < 0 ? index : Math.min(twice, index);
    else M[slot] = rt.retain(M[args + 2 * (given + keyword)]);
  }
  for (let index = 0; index < names.length; index++) {
    if (required[index] && M[first + 2 * index] === 0) {
      if (index < positionalOnly) {
        const least = required.filter(Boolean).length;
        raiseTypeError(rt, `${name} expected ${least === names.length ? '' : 'at least '}${plural(least)}, got ${given}`);
      }
      raiseTypeError(rt, `${name}() missing required argument '${names[index]}' (pos ${index + 1})`);
    }
  }
  if (twice >= 0) {
    raiseTypeError(rt, `argument for ${name}() given by name ('${names[twice]}') and position (${twice + 1})`);
  }
  if (unexpected !== null) unexpectedKeyword(rt, name, unexpected, names.slice(positionalOnly));
  return first;
}

/**
 * Puts the arguments into a tuple and a dict beside their slots, as CPython does for what takes them in that form (_PyObject_MakeTpCall): while it runs, they hold
 * the arguments too. Both are pushed; the caller unwinds.
 */
export function holdArguments(rt: Runtime, args: Address, count: number, kwnames: Address): void {
  const keywords = kwnames === 0 ? 0 : tupleLength(rt, kwnames);
  const positional = count - keywords;
  if (positional > 0) holdInTuple(rt, args, positional);
  if (keywords === 0) return;
  const dict = rt.push(rt.newDictObject(rt));
  for (let index = 0; index < keywords; index++)
    dictSetStr(rt, M[dict], tupleItem(rt, kwnames, index), M[args + 2 * (positional + index)]);
}

/** Pushes a tuple of `count` arguments. */
export function holdInTuple(rt: Runtime, args: Address, count: number): void {
  const mark = rt.sp;
  holdCopies(rt, args, count);
  const tuple = newTupleFromStack(rt, mark, count);
  rt.sp = mark;
  rt.push(tuple);
}

/** Pushes the arguments once more: for a call with them, or where CPython turns a dict of keywords into names again (_PyStack_UnpackDict). */
export function holdCopies(rt: Runtime, args: Address, count: number): void {
  for (let index = 0; index < count; index++) rt.push(rt.retain(M[args + 2 * index]));
}

/** Unwinds to `mark`, the topmost slot first, while the result is held; returns it. */
export function unwindKeeping(rt: Runtime, mark: Address, result: Address): Address {
  if (rt.sp === mark) return result;
  const slot = rt.push(result);
  for (let at = slot - 2; at >= mark; at -= 2) {
    const value = M[at];
    M[at] = 0;
    rt.heap.release(value);
  }
  const kept = M[slot];
  M[slot] = 0;
  rt.sp = mark;
  return kept;
}

/** `callNative` of what CPython hands its arguments in one tuple, or in two (NativeEntry.tuples). */
export function callInTuple(rt: Runtime, entry: NativeEntry, args: Address, count: number, kwnames: Address): Address {
  const mark = rt.sp;
  if (entry.tuples === 2) {
    // type.__call__ makes a tuple itself: it stands for the second one.
    const keywords = kwnames === 0 ? 0 : tupleLength(rt, kwnames);
    if (entry.slotKey === 'call') {
      if (count > keywords) holdInTuple(rt, args, count - keywords);
    } else {
      holdArguments(rt, args, count, kwnames);
      if (count - keywords > 1) holdInTuple(rt, args + 2, count - keywords - 1);
    }
  } else if (count > entry.self) holdArguments(rt, args + 2 * entry.self, count - entry.self, kwnames);
  return unwindKeeping(rt, mark, callNative(rt, entry, args, count, kwnames));
}

/** Calls `callable` without arguments; borrowed in, owned out. */
export function call0(rt: Runtime, callable: Address): Address {
  const base = rt.push(rt.retain(callable));
  return rt.call(base, 0, 0);
}

/** Calls `callable(a)`; arguments borrowed, result owned. */
export function call1(rt: Runtime, callable: Address, a: Address): Address {
  const base = rt.push(rt.retain(callable));
  rt.push(rt.retain(a));
  return rt.call(base, 1, 0);
}

export function call2(rt: Runtime, callable: Address, a: Address, b: Address): Address {
  const base = rt.push(rt.retain(callable));
  rt.push(rt.retain(a));
  rt.push(rt.retain(b));
  return rt.call(base, 2, 0);
}

export function call3(rt: Runtime, callable: Address, a: Address, b: Address, c: Address): Address {
  const base = rt.push(rt.retain(callable));
  rt.push(rt.retain(a));
  rt.push(rt.retain(b));
  rt.push(rt.retain(c));
  return rt.call(base, 3, 0);
}

/** Calls `callable` with copies of `count` argument slots (and their keyword names), after `leading` borrowed ones. */
export function callForward(
  rt: Runtime,
  callable: Address,
  leading: readonly Address[],
  args: Address,
  count: number,
  kwnames: Address,
): Address {
  const base = rt.push(rt.retain(callable));
  for (const value of leading) rt.push(rt.retain(value));
  holdCopies(rt, args, count);
  return rt.call(base, leading.length + count, kwnames);
}

/** callable(object). */
export function isCallable(rt: Runtime, object: Address): boolean {
  const kind = M[object + REP] & 0xff;
  return (
    kind === KIND.function ||
    kind === KIND.builtin ||
    kind === KIND.method ||
    kind === KIND.methodDescriptor ||
    kind === KIND.wrapper ||
    rt.typeOf(object).call !== null
  );
}
