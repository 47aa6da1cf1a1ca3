/** int(...): every way to an int (CPython: long_new, PyNumber_Long), and instances of subclasses. */
import { REP } from '../../heap/layout.ts';
import { type Address, BYTES, WORDS } from '../../heap/memory.ts';
import { parseIntText } from '../numeric/int-parse.ts';
import { newInstanceOf, trackInstance } from '../objects/allocate.ts';
import { bytesLike, isBytesLike, isBytesOrByteArray } from '../objects/buffer.ts';
import { INT_VALUE, intBytes, isInt, LONG_TAG, newBigInt, newInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { intern, isStr, STATE_ASCII, STR_LENGTH, STR_STATE, strData, strText } from '../objects/str.ts';
import { callSpecial } from '../runtime/attributes.ts';
import { bindArguments, checkRange } from '../runtime/calls.ts';
import { pure, raiseTypeError } from '../runtime/exceptions.ts';
import { typeLookup } from '../runtime/lookup.ts';
import { parseSignature } from '../runtime/native.ts';
import { asIndex, indexOf, warnIntSubclass } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { bytesRepr } from '../text/str-repr.ts';
import { exactInt } from './int-type-arithmetic.ts';

const M = WORDS;
const U8 = BYTES;

/** Bytes as the text of a number: one character for each byte. */
export function numberText(data: Uint8Array): string {
  let text = '';
  for (const byte of data) text += String.fromCharCode(byte < 128 ? byte : 0xfffd);
  return text;
}

/** Digits that a double holds for certain. */
const SHORT_DIGITS = 15;

/** The value of a str of a few plain decimal digits, with a sign or not; NaN for any other text. */
function shortDecimal(rt: Runtime, text: Address): number {
  const length = M[text + STR_LENGTH];
  if (length > SHORT_DIGITS || (M[text + STR_STATE] & STATE_ASCII) === 0) return Number.NaN;
  let at = strData(rt, text);
  const end = at + length;
  const negative = U8[at] === 45;
  if (negative || U8[at] === 43) at++;
  if (at === end) return Number.NaN;
  let value = 0;
  for (; at < end; at++) {
    const digit = U8[at]! - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return negative ? -value : value;
}

function parseNumber(rt: Runtime, object: Address, base: number): Address {
  const limit = rt.maxStrDigits;
  if (base === 10 && isStr(rt, object)) {
    const value = shortDecimal(rt, object);
    if (!Number.isNaN(value)) return newInt(rt, value + 0);
  }
  if (isStr(rt, object))
    return newBigInt(
      rt,
      pure(rt, () => parseIntText(strText(rt, object), base, { maxStrDigits: limit })),
    );
  const data = bytesLike(rt, object).slice();
  return newBigInt(
    rt,
    pure(rt, () => parseIntText(numberText(data), base, { maxStrDigits: limit, shown: bytesRepr(data) })),
  );
}

/** An int that a special method returned, as an exact int; TypeError for anything else. Takes over `result`. */
function checkedInt(rt: Runtime, result: Address, method: string): Address {
  if (M[result + 2] === rt.intInfo.address) return result;
  rt.push(result);
  const { name } = rt.typeOf(result);
  if (!isInt(rt, result)) raiseTypeError(rt, `${method} returned non-int (type ${name})`);
  if (method !== '__trunc__') warnIntSubclass(rt, result, method);
  const value = exactInt(rt, result);
  rt.unwind(rt.sp - 2);
  return value;
}

/** int(object): an owned exact int. */
export function intOf(rt: Runtime, object: Address): Address {
  if (M[object + 2] === rt.intInfo.address) return rt.retain(object);
  const info = rt.typeOf(object);
  if (info.int !== null) return checkedInt(rt, info.int(rt, object), '__int__');
  if (info.index !== null) return checkedInt(rt, info.index(rt, object), '__index__');
  if (typeLookup(rt, info, intern(rt, '__trunc__')) !== 0) {
    rt.warn(rt, 'DeprecationWarning', 'The delegation of int() to __trunc__ is deprecated.');
    const truncated = callSpecial(rt, object, '__trunc__');
    if (isInt(rt, truncated)) return checkedInt(rt, truncated, '__trunc__');
    const slot = rt.push(truncated);
    if (rt.typeOf(truncated).index === null)
      raiseTypeError(rt, `__trunc__ returned non-Integral (type ${rt.typeOf(truncated).name})`);
    const index = rt.push(indexOf(rt, truncated));
    const value = exactInt(rt, M[index]);
    rt.unwind(slot);
    return value;
  }
  if (isStr(rt, object) || isBytesLike(rt, object)) return parseNumber(rt, object, 10);
  raiseTypeError(rt, `int() argument must be a string, a bytes-like object or a real number, not '${info.name}'`);
}

const signature = parseSignature('x=, /, base=');

function construct(rt: Runtime, x: Address, base: Address): Address {
  if (x === 0) {
    if (base !== 0) raiseTypeError(rt, 'int() missing string argument');
    return exactInt(rt, rt.false);
  }
  if (base === 0) return intOf(rt, x);
  const number = asIndex(rt, base);
  if (!isStr(rt, x) && !isBytesOrByteArray(rt, x)) {
    raiseTypeError(rt, "int() can't convert non-string with explicit base");
  }
  return parseNumber(rt, x, number);
}

/** An instance of the int subclass `info` with the value of `value` (owned; taken over). */
export function newIntOf(rt: Runtime, info: TypeInfo, value: Address): Address {
  const slot = rt.push(value);
  const kind = M[value + REP] & 0xff;
  const bytes = intBytes(rt, value);
  const object = newInstanceOf(rt, info, bytes, (info.rep & ~0xff) | kind);
  if (kind === KIND.long) {
    for (let word = LONG_TAG; word < bytes >> 2; word++) M[object + word] = M[value + word];
  } else M[object + INT_VALUE] = M[value + INT_VALUE];
  trackInstance(rt, info, object);
  rt.unwind(slot);
  return object;
}

/** tp_new of int. */
export function intNew(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  // Before `__int__` runs, which may move the type.
  const info = rt.infoOfType(type);
  let value: Address;
  if (kwnames === 0) {
    if (count > 2) checkRange(rt, 'int', count, 0, 2);
    value = construct(rt, count > 0 ? M[args] : 0, count > 1 ? M[args + 2] : 0);
  } else {
    const first = bindArguments(rt, 'int', signature, args, count, kwnames);
    value = construct(rt, M[first], M[first + 2]);
    rt.unwind(first);
  }
  return info === rt.intInfo ? value : newIntOf(rt, info, value);
}
