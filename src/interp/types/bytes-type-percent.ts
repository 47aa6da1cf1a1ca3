/** `data % values` for bytes and bytearray (CPython: _PyBytes_FormatEx). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { bytesLike, isByteArray, isBytesLike } from '../objects/buffer.ts';
import { bytesView, isBytes, newBytes } from '../objects/bytes.ts';
import { floatValue, isFloat } from '../objects/float.ts';
import { INT_VALUE, intToSafeNumber, isInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { isTuple, tupleItem, tupleLength } from '../objects/sequence.ts';
import { intern, isStr } from '../objects/str.ts';
import { callSpecial } from '../runtime/attributes.ts';
import { caught, pure, raise, raiseTypeError } from '../runtime/exceptions.ts';
import { typeLookup } from '../runtime/lookup.ts';
import { asDouble, getItem, indexOf, isMapping, takeText } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { ascii } from '../runtime/text.ts';
import {
  type PercentDirective,
  parsePercentFormat,
  percentCharacter,
  percentFloat,
  percentInt,
  percentSizes,
  percentText,
  unsupportedConversion,
} from '../text/percent-format.ts';
import { likeSelf } from './bytes-type-search.ts';
import { bigIntOf } from './str-type-percent.ts';

const M = WORDS;

interface Values {
  all: Address;
  readonly mapping: Address;
  count: number;
  isTuple: boolean;
  next: number;
}

function latin1(data: Uint8Array): string {
  return Buffer.from(data).toString('latin1');
}

function take(rt: Runtime, values: Values): Address {
  if (values.next >= values.count) raiseTypeError(rt, 'not enough arguments for format string');
  values.next++;
  return values.isTuple ? tupleItem(rt, values.all, values.next - 1) : values.all;
}

function takeStar(rt: Runtime, values: Values, type: 'ssize_t' | 'int'): number {
  const value = take(rt, values);
  if (!isInt(rt, value)) raiseTypeError(rt, '* wants int');
  const number = intToSafeNumber(rt, value);
  return Number.isNaN(number) ? raise(rt, 'OverflowError', `Python int too large to convert to C ${type}`) : number;
}

/** The bytes that %b writes, one character each. */
function bytesText(rt: Runtime, value: Address): string {
  const info = rt.typeOf(value);
  if (isBytesLike(rt, value) && !(isBytes(rt, value) && info.heap)) return latin1(bytesLike(rt, value));
  if (typeLookup(rt, info, intern(rt, '__bytes__')) !== 0) {
    const result = rt.push(callSpecial(rt, value, '__bytes__'));
    if (!isBytes(rt, M[result])) raiseTypeError(rt, `__bytes__ returned non-bytes (type ${rt.typeOf(M[result]).name})`);
    const text = latin1(bytesView(rt, M[result]));
    rt.unwind(result);
    return text;
  }
  raiseTypeError(rt, `%b requires a bytes-like object, or an object that implements __bytes__, not '${info.name}'`);
}

function characterText(rt: Runtime, value: Address): string {
  if ((isBytes(rt, value) || isByteArray(rt, value)) && bytesLike(rt, value).length === 1) return latin1(bytesLike(rt, value));
  if (isBytesLike(rt, value) || isStr(rt, value) || (!isInt(rt, value) && rt.typeOf(value).index === null)) {
    raiseTypeError(rt, '%c requires an integer in range(256) or a single byte');
  }
  const index = rt.push(indexOf(rt, value));
  const object = M[index];
  const byte = (M[object + REP] & 0xff) === KIND.long ? -1 : M[object + INT_VALUE];
  rt.unwind(index);
  if (byte < 0 || byte > 255) raise(rt, 'OverflowError', '%c arg not in range(256)');
  return String.fromCharCode(byte);
}

/** asDouble for a value with `__float__` or `__index__`; whatever goes wrong is a TypeError. */
function requiredFloat(rt: Runtime, value: Address): number {
  const mark = rt.sp;
  const { pinned } = rt;
  try {
    return asDouble(rt, value);
  } catch (thrown) {
    caught(rt, thrown, mark, 'Exception');
    rt.pinned = pinned;
    raiseTypeError(rt, `float argument required, not ${rt.typeOf(value).name}`);
  }
}

function convert(rt: Runtime, directive: PercentDirective, values: Values): string {
  const mark = rt.sp;
  if (directive.key !== undefined) {
    if (values.mapping === 0) raiseTypeError(rt, 'format requires a mapping');
    const key = rt.push(newBytes(rt, Buffer.from(directive.key, 'latin1')));
    values.all = M[rt.push(getItem(rt, values.mapping, M[key]))];
    values.count = 1;
    values.isTuple = false;
    values.next = 0;
  }
  const width = directive.width === '*' ? takeStar(rt, values, 'ssize_t') : 0;
  const precision = directive.precision === '*' ? takeStar(rt, values, 'int') : 0;
  const sizes = percentSizes(directive, width, precision);
  if (sizes.width > 0x3fffffff || sizes.precision > 0x3fffffff) rt.outOfMemory(sizes.width);
  const value = take(rt, values);
  let text: string;
  switch (directive.conversion) {
    case 'b':
    case 's':
      text = percentText(bytesText(rt, value), sizes);
      break;
    case 'a':
    case 'r':
      text = percentText(takeText(rt, ascii(rt, value)), sizes);
      break;
    case 'c':
      text = percentCharacter(characterText(rt, value), sizes);
      break;
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': {
      const number = bigIntOf(rt, value, directive.conversion === 'i' ? 'd' : directive.conversion);
      text = pure(rt, () => percentInt(number, directive, sizes, rt.maxStrDigits));
      break;
    }
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': {
      if (rt.typeOf(value).float === null && rt.typeOf(value).index === null) {
        raiseTypeError(rt, `float argument required, not ${rt.typeOf(value).name}`);
      }
      const number = isFloat(rt, value) ? floatValue(rt, value) : requiredFloat(rt, value);
      text = pure(rt, () => percentFloat(number, directive, sizes));
      break;
    }
    default:
      return pure(rt, () => {
        throw unsupportedConversion(directive);
      });
  }
  rt.unwind(mark);
  return text;
}

/** self % right: an owned object of self's kind. Both are rooted by the caller. Runs Python. */
export function percentBytes(rt: Runtime, self: Address, right: Address): Address {
  const pieces = parsePercentFormat(latin1(bytesLike(rt, self)));
  const tuple = isTuple(rt, right);
  const values: Values = {
    all: right,
    mapping: isMapping(rt, right) && !tuple && !isBytes(rt, right) && !isByteArray(rt, right) && !isStr(rt, right) ? right : 0,
    count: tuple ? tupleLength(rt, right) : 1,
    isTuple: tuple,
    next: 0,
  };
  rt.pinned++;
  let text = '';
  for (const piece of pieces) {
    if (piece.kind === 'literal') text += piece.text;
    else if (piece.kind === 'problem') {
      return pure(rt, () => {
        throw piece.problem;
      });
    } else text += convert(rt, piece.directive, values);
  }
  rt.pinned--;
  if (values.next < values.count && values.mapping === 0)
    raiseTypeError(rt, 'not all arguments converted during bytes formatting');
  return likeSelf(rt, self, Buffer.from(text, 'latin1'));
}
