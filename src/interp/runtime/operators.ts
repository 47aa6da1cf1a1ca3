/**
 * The operator protocols: how two objects find the slot that serves them (CPython: Objects/abstract.c, object.c). Operands are borrowed and must be
 * rooted by the caller (stack or container); results are owned.
 */

import { REP } from '../../heap/layout.ts';
import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import { HOLD_BOTH, HOLD_LEFT } from '../objects/held-operands.ts';
import { INT_VALUE, intToBigInt, intToSafeNumber, isInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { isStr, newStr, strText } from '../objects/str.ts';
import { nativeTooDeep, raise, raiseTypeError, raiseWith } from './exceptions.ts';
import { isSubtype } from './lookup.ts';
import type { Runtime } from './runtime.ts';
import { BINARY_NAMES, BINARY_SYMBOLS, EQ, type TypeInfo } from './type-info.ts';

const M = WORDS;
const F64 = DOUBLES;

/** Truth of an object. Raises what `__bool__` or `__len__` raise. */
export function isTrue(rt: Runtime, object: Address): boolean {
  if (object === rt.true) return true;
  if (object === rt.false || object === rt.none) return false;
  const info = rt.typeOf(object);
  if (info.bool !== null) return info.bool(rt, object);
  if (info.length !== null) return info.length(rt, object) !== 0;
  return true;
}

/** As `isTrue`, with a reference more while the program's `__bool__` runs: `and` and `or` ask a copy of the value (CPython's COPY 1). */
export function isTrueCopy(rt: Runtime, object: Address): boolean {
  if (!rt.typeOf(object).heap) return isTrue(rt, object);
  const slot = rt.push(rt.retain(object));
  const truth = isTrue(rt, object);
  rt.unwind(slot);
  return truth;
}

/** Tries `left op right`; returns 0 when neither side knows how. Subclass on the right goes first, as in binary_op1. `root`: see Runtime.rootPair. */
function tryBinary(rt: Runtime, first: Address, second: Address, op: number, root: Address): Address {
  let left = first;
  let right = second;
  const leftInfo = rt.typeOf(left);
  const rightInfo = rt.typeOf(right);
  const leftSlot = leftInfo.binary[op]!;
  let rightSlot = rightInfo === leftInfo ? null : rightInfo.binary[op]!;
  if (rightSlot === leftSlot) rightSlot = null;
  if (leftSlot !== null) {
    if (rightSlot !== null && isSubtype(rightInfo, leftInfo)) {
      const result = rightSlot(rt, left, right);
      if (result !== rt.notImplemented) return result;
      rightSlot = null;
      if (root !== 0) {
        left = M[root];
        right = M[root + 2];
      }
    }
    const result = leftSlot(rt, left, right);
    if (result !== rt.notImplemented) return result;
  }
  if (rightSlot !== null) {
    const result = root === 0 ? rightSlot(rt, left, right) : rightSlot(rt, M[root], M[root + 2]);
    if (result !== rt.notImplemented) return result;
  }
  return 0;
}

function tryInplace(rt: Runtime, left: Address, right: Address, op: number, root: Address): Address {
  const slot = rt.typeOf(left).inplace[op]!;
  if (slot === null) return tryBinary(rt, left, right, op, root);
  const result = slot(rt, left, right);
  if (result !== rt.notImplemented) return result;
  return root === 0 ? tryBinary(rt, left, right, op, 0) : tryBinary(rt, M[root], M[root + 2], op, root);
}

const ADD = BINARY_NAMES.indexOf('add');
const MUL = BINARY_NAMES.indexOf('mul');
const RSHIFT = BINARY_NAMES.indexOf('rshift');

/** left op right (or left op= right), op as in BINARY_NAMES. */
export function binary(rt: Runtime, first: Address, second: Address, op: number, inplace: boolean): Address {
  let left = first;
  let right = second;
  const root = rt.rootPair(left, right);
  const result = inplace ? tryInplace(rt, left, right, op, root) : tryBinary(rt, left, right, op, root);
  if (root !== 0) {
    left = M[root];
    right = M[root + 2];
    rt.unwind(root);
  }
  if (result !== 0) return result;
  const leftInfo = rt.typeOf(left);
  const rightInfo = rt.typeOf(right);
  if (op === ADD) {
    const concat = (inplace ? leftInfo.inplaceConcat : null) ?? leftInfo.concat;
    if (concat !== null) return concat(rt, left, right);
  } else if (op === MUL) {
    const repeat = (inplace ? leftInfo.inplaceRepeat : null) ?? leftInfo.repeat;
    if (repeat !== null) return repeat(rt, left, right);
    if (rightInfo.repeat !== null) return rightInfo.repeat(rt, right, left);
  }
  let symbol: string = BINARY_SYMBOLS[op]!;
  if (inplace) symbol = op === BINARY_NAMES.indexOf('pow') ? '**=' : `${symbol}=`;
  if (op === RSHIFT && !inplace && (M[left + REP] & 0xff) === KIND.builtin && rt.natives[M[left + 5]]?.name === 'print') {
    raiseTypeError(
      rt,
      `unsupported operand type(s) for >>: 'builtin_function_or_method' and '${rightInfo.name}'. Did you mean "print(<message>, file=<output_stream>)"?`,
    );
  }
  raiseTypeError(rt, `unsupported operand type(s) for ${symbol}: '${leftInfo.name}' and '${rightInfo.name}'`);
}

/** pow(base, exponent, modulus). */
export function power3(rt: Runtime, base: Address, exponent: Address, modulus: Address): Address {
  for (const operand of [base, exponent, modulus]) {
    const slot = rt.typeOf(operand).pow3;
    if (slot === null) continue;
    const result = slot(rt, base, exponent, modulus);
    if (result !== rt.notImplemented) return result;
  }
  raiseTypeError(
    rt,
    `unsupported operand type(s) for ** or pow(): '${rt.typeOf(base).name}', '${rt.typeOf(exponent).name}', '${rt.typeOf(modulus).name}'`,
  );
}

export function negative(rt: Runtime, object: Address): Address {
  const info = rt.typeOf(object);
  if (info.negative === null) raiseTypeError(rt, `bad operand type for unary -: '${info.name}'`);
  return info.negative(rt, object);
}

export function positive(rt: Runtime, object: Address): Address {
  const info = rt.typeOf(object);
  if (info.positive === null) raiseTypeError(rt, `bad operand type for unary +: '${info.name}'`);
  return info.positive(rt, object);
}

export function invert(rt: Runtime, object: Address): Address {
  const info = rt.typeOf(object);
  if (info.invert === null) raiseTypeError(rt, `bad operand type for unary ~: '${info.name}'`);
  return info.invert(rt, object);
}

const SYMBOLS = ['<', '<=', '==', '!=', '>', '>='];
const SWAPPED = [4, 5, 2, 3, 0, 1];

/** left op right, op as LT...GE; any object. */
export function compare(rt: Runtime, left: Address, right: Address, op: number): Address {
  const root = rt.rootPair(left, right);
  if (root === 0) return compareRooted(rt, left, right, op, 0);
  const result = compareRooted(rt, left, right, op, root);
  rt.unwind(root);
  return result;
}

function compareRooted(rt: Runtime, first: Address, second: Address, op: number, root: Address): Address {
  let left = first;
  let right = second;
  const leftInfo = rt.typeOf(left);
  const rightInfo = rt.typeOf(right);
  let reversedTried = false;
  if (leftInfo !== rightInfo && rightInfo.compare !== null && isSubtype(rightInfo, leftInfo)) {
    reversedTried = true;
    const result = rightInfo.compare(rt, right, left, SWAPPED[op]!);
    if (result !== rt.notImplemented) return result;
    if (root !== 0) {
      left = M[root];
      right = M[root + 2];
    }
  }
  if (leftInfo.compare !== null) {
    const result = leftInfo.compare(rt, left, right, op);
    if (result !== rt.notImplemented) return result;
    if (root !== 0) {
      left = M[root];
      right = M[root + 2];
    }
  }
  if (!reversedTried && rightInfo.compare !== null) {
    const result = rightInfo.compare(rt, right, left, SWAPPED[op]!);
    if (result !== rt.notImplemented) return result;
    if (root !== 0) {
      left = M[root];
      right = M[root + 2];
    }
  }
  if (op === 2) return rt.bool(left === right);
  if (op === 3) return rt.bool(left !== right);
  raiseTypeError(rt, `'${SYMBOLS[op]}' not supported between instances of '${leftInfo.name}' and '${rightInfo.name}'`);
}

/** Truth of `left op right`. */
export function compareTrue(rt: Runtime, left: Address, right: Address, op: number): boolean {
  const result = compare(rt, left, right, op);
  if (result === rt.true) return true;
  if (result === rt.false) return false;
  const slot = rt.push(result);
  const truth = isTrue(rt, result);
  rt.sp = slot;
  rt.release(result);
  return truth;
}

/** `left is right or left == right`, as containers compare their items; `held`: see held-operands.ts. Operands that are borrowed from a container which `__eq__` may change are to be held. */
export function equals(rt: Runtime, left: Address, right: Address, held: number = HOLD_BOTH): boolean {
  if (left === right) return true;
  const mark = rt.sp;
  if ((held & HOLD_LEFT) !== 0) rt.push(rt.retain(left));
  if (held === HOLD_BOTH) rt.push(rt.retain(right));
  rt.pinned++;
  const equal = compareTrue(rt, left, right, EQ);
  rt.pinned--;
  rt.unwind(mark);
  return equal;
}

/** Hash into rt.hashLow/hashHigh. */
export function hashOf(rt: Runtime, object: Address): void {
  const info = rt.typeOf(object);
  if (info.hash === null) raiseTypeError(rt, `unhashable type: '${info.name}'`);
  info.hash(rt, object);
}

/** repr(object), an owned str. */
export function repr(rt: Runtime, object: Address): Address {
  const info = rt.typeOf(object);
  if (info.repr === null) return newStr(rt, `<${info.name} object>`);
  enterRecursion(rt, ' while getting the repr of an object');
  const result = info.repr(rt, object);
  rt.nativeDepth--;
  if (!isStr(rt, result)) {
    raiseTypeError(rt, `__repr__ returned non-string (type ${rt.typeOf(result).name})`);
  }
  return result;
}

/** str(object), an owned str. */
export function str(rt: Runtime, object: Address): Address {
  if (M[object + REP] === rt.strInfo.rep) return rt.retain(object);
  const info = rt.typeOf(object);
  if (info.str === null) return repr(rt, object);
  enterRecursion(rt, ' while getting the str of an object');
  const result = info.str(rt, object);
  rt.nativeDepth--;
  if (!isStr(rt, result)) {
    raiseTypeError(rt, `__str__ returned non-string (type ${rt.typeOf(result).name})`);
  }
  return result;
}

/** Host text of repr(object). */
export function reprText(rt: Runtime, object: Address): string {
  return takeText(rt, repr(rt, object));
}

/** Host text of str(object). */
export function strOf(rt: Runtime, object: Address): string {
  return takeText(rt, str(rt, object));
}

/** Host text of an owned str, which is released. */
export function takeText(rt: Runtime, owned: Address): string {
  const text = strText(rt, owned);
  rt.release(owned);
  return text;
}

/**
 * Counts a nested native that may recurse (CPython: Py_EnterRecursiveCall); `where` ends the message. The VM resets the count when it catches. Call
 * `rt.nativeDepth--` on the way out.
 */
export function enterRecursion(rt: Runtime, where: string): void {
  if (++rt.nativeDepth > rt.nativeLimit) nativeTooDeep(rt, where);
}

/** len(object). */
export function length(rt: Runtime, object: Address): number {
  const info = rt.typeOf(object);
  if (info.length === null) raiseTypeError(rt, `object of type '${info.name}' has no len()`);
  return info.length(rt, object);
}

/** object[key], owned. */
export function getItem(rt: Runtime, object: Address, key: Address): Address {
  const info = rt.typeOf(object);
  if (info.getitem !== null) return info.getitem(rt, object, key);
  if ((M[object + REP] & 0xff) === KIND.type) {
    const getter = rt.getClassItem(rt, object, key);
    if (getter !== 0) return getter;
    raiseTypeError(rt, `type '${rt.infoOfType(object).name}' is not subscriptable`);
  }
  raiseTypeError(rt, `'${info.name}' object is not subscriptable`);
}

/** Kinds with slots of a sequence in CPython, beside those that can be concatenated. */
const SEQUENCE_KINDS: ReadonlySet<number> = new Set([KIND.range, KIND.set, KIND.frozenset, KIND.mappingproxy]);

/** object[key] = value; value 0 deletes. */
export function setItem(rt: Runtime, object: Address, key: Address, value: Address): void {
  const info = rt.typeOf(object);
  if (info.setitem === null) {
    // CPython words it apart for sequences asked by position; every class made by a program counts as one.
    const isSequence = info.concat !== null || info.heap || SEQUENCE_KINDS.has(info.kind);
    const verb = value === 0 && isSequence && isInt(rt, key) ? "doesn't" : 'does not';
    raiseTypeError(rt, `'${info.name}' object ${verb} support item ${value === 0 ? 'deletion' : 'assignment'}`);
  }
  info.setitem(rt, object, key, value);
}

/** item in object. */
export function contains(rt: Runtime, object: Address, item: Address): boolean {
  const info = rt.typeOf(object);
  if (info.contains !== null) return info.contains(rt, object, item);
  if (info.iter === null && info.getitem === null) raiseTypeError(rt, `argument of type '${info.name}' is not iterable`);
  const root = rt.push(rt.retain(item));
  const iterator = rt.push(getIter(rt, object));
  for (;;) {
    const next = iterNext(rt, M[iterator]);
    if (next === 0) break;
    const slot = rt.push(next);
    const equal = equals(rt, next, M[root]);
    rt.unwind(slot);
    if (equal) {
      rt.unwind(root);
      return true;
    }
  }
  rt.unwind(root);
  return false;
}

/** iter(object), owned. */
export function getIter(rt: Runtime, object: Address): Address {
  const info = rt.typeOf(object);
  if (info.iter === null) {
    if (info.getitem !== null && (info.matchFlag !== 2 || info.heap) && info.kind !== KIND.dict)
      return rt.newSequenceIterator(rt, object);
    raiseTypeError(rt, `'${info.name}' object is not iterable`);
  }
  const iterator = info.iter(rt, object);
  const made = rt.typeOf(iterator);
  if (made.next === null) {
    rt.push(iterator);
    raiseTypeError(rt, `iter() returned non-iterator of type '${made.name}'`);
  }
  return iterator;
}

/** Next value of an iterator, owned, or 0 when it is exhausted. */
export function iterNext(rt: Runtime, iterator: Address): Address {
  const value = iterNextOf(rt, iterator);
  if (value === 0) rt.dropStop();
  return value;
}

/** As iterNext, for an iterator over this one: at the end the value of the inner StopIteration stays in `rt.stop`. */
export function iterNextOf(rt: Runtime, iterator: Address): Address {
  const next = rt.typeOf(iterator).next;
  if (next === null) raiseTypeError(rt, `'${rt.typeOf(iterator).name}' object is not an iterator`);
  return next(rt, iterator);
}

/**
 * Runs `each` with every value of an iterable, owned by a stack slot for the time of the call: `slot` is its address. The iterator is rooted.
 */
export function forEach(rt: Runtime, iterable: Address, each: (slot: Address) => void): void {
  const iterator = rt.push(getIter(rt, iterable));
  for (;;) {
    const next = iterNext(rt, M[iterator]);
    if (next === 0) break;
    const slot = rt.push(next);
    each(slot);
    rt.unwind(slot);
  }
  rt.unwind(iterator);
}

/** An int index from an object with `__index__`; clipped to ±2^53. `what` makes the TypeError. */
export function asIndex(rt: Runtime, object: Address, what?: string): number {
  if (isInt(rt, object)) {
    const value = intToSafeNumber(rt, object);
    if (!Number.isNaN(value)) return value;
    return intToBigInt(rt, object) < 0n ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
  }
  const index = indexOf(rt, object, what);
  const slot = rt.push(index);
  const value = asIndex(rt, index);
  rt.unwind(slot);
  return value;
}

/** As asIndex, raising `type` where the value does not fit a C ssize_t. `asItem`: in the words of an item's number. */
export function asSize(rt: Runtime, object: Address, type = 'OverflowError', asItem = type === 'IndexError'): number {
  const value = asIndex(rt, object);
  if (!fitsSize(rt, object, value)) {
    raise(
      rt,
      type,
      asItem
        ? `cannot fit '${rt.typeOf(object).name}' into an index-sized integer`
        : 'Python int too large to convert to C ssize_t',
    );
  }
  return value;
}

/** Does an index, which asIndex gives as `value`, fit a C ssize_t? */
export function fitsSize(rt: Runtime, object: Address, value: number): boolean {
  if (Math.abs(value) < Number.MAX_SAFE_INTEGER) return true;
  const exact = asBigInt(rt, object);
  return BigInt.asIntN(64, exact) === exact;
}

/** As asIndex, raising OverflowError where the value does not fit a C int. */
export function asCInt(rt: Runtime, object: Address): number {
  const value = asIndex(rt, object);
  if (value > 0x7fffffff || value < -0x80000000) raise(rt, 'OverflowError', 'Python int too large to convert to C int');
  return value;
}

/** Has it items by key, so that `%(key)s` can ask for them (CPython: PyMapping_Check)? */
export function isMapping(rt: Runtime, object: Address): boolean {
  const info = rt.typeOf(object);
  if (info.getitem === null) return false;
  let owner = info;
  while (owner.heap && owner.base !== null && owner.base.getitem === info.getitem) owner = owner.base;
  return !owner.sequenceOnly;
}

/** operator.index(object): an owned int. */
export function indexOf(rt: Runtime, object: Address, what?: string): Address {
  if (isInt(rt, object)) return rt.retain(object);
  const info = rt.typeOf(object);
  if (info.index === null) raiseTypeError(rt, what ?? `'${info.name}' object cannot be interpreted as an integer`);
  const result = info.index(rt, object);
  if (!isInt(rt, result)) raiseTypeError(rt, `__index__ returned non-int (type ${rt.typeOf(result).name})`);
  if (rt.typeOf(result) === rt.intInfo) return result;
  const slot = rt.push(result);
  warnIntSubclass(rt, result, '__index__');
  rt.sp = slot;
  return M[slot];
}

/** Warns of what `method`, `__int__` or `__index__`, gave: an int of a derived class, such as a bool. */
export function warnIntSubclass(rt: Runtime, result: Address, method: string): void {
  rt.warn(
    rt,
    'DeprecationWarning',
    `${method} returned non-int (type ${rt.typeOf(result).name}).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.`,
  );
}

/** Exact value of an int-like object. */
export function asBigInt(rt: Runtime, object: Address, what?: string): bigint {
  if (isInt(rt, object)) return intToBigInt(rt, object);
  const index = indexOf(rt, object, what);
  const value = intToBigInt(rt, index);
  rt.release(index);
  return value;
}

/** Warns when what `__float__` of `object` gave is not exactly a float. */
export function warnFloatSubclass(rt: Runtime, object: Address, result: Address): void {
  if (rt.typeOf(result) === rt.floatInfo) return;
  rt.warn(
    rt,
    'DeprecationWarning',
    `${rt.typeOf(object).name}.__float__ returned non-float (type ${rt.typeOf(result).name}).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.`,
  );
}

/** A double from an object with `__float__` or `__index__`. */
export function asDouble(rt: Runtime, object: Address): number {
  const rep = M[object + REP] & 0xff;
  if (rep === KIND.float) return F64[(object + 4) >> 1]!;
  if (rep === KIND.int || rep === KIND.bool) return M[object + INT_VALUE];
  const info = rt.typeOf(object);
  if (info.float !== null) {
    const result = info.float(rt, object);
    if ((M[result + REP] & 0xff) !== KIND.float) {
      raiseTypeError(rt, `${info.name}.__float__ returned non-float (type ${rt.typeOf(result).name})`);
    }
    const value = F64[(result + 4) >> 1]!;
    const slot = rt.push(result);
    warnFloatSubclass(rt, object, result);
    rt.unwind(slot);
    return value;
  }
  if (info.index !== null) {
    const index = info.index(rt, object);
    const slot = rt.push(index);
    const value = asDouble(rt, index);
    rt.unwind(slot);
    return value;
  }
  raiseTypeError(rt, `must be real number, not ${info.name}`);
}

/** isinstance for a class given by its TypeInfo. */
export function isInstanceOf(rt: Runtime, object: Address, info: TypeInfo): boolean {
  return isSubtype(rt.typeOf(object), info);
}

/** Raises KeyError(key). */
export function raiseKeyError(rt: Runtime, key: Address): never {
  raiseWith(rt, 'KeyError', key);
}
