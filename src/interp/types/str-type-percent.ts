/** `text % values` (CPython: PyUnicode_Format). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { floatToInt } from '../numeric/number-conversion.ts';
import { floatValue, isFloat } from '../objects/float.ts';
import { INT_VALUE, intToBigInt, intToSafeNumber, isInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { isTuple, tupleItem, tupleLength } from '../objects/sequence.ts';
import { isStr, newStr, strLength, strText } from '../objects/str.ts';
import { pure, raise, raiseTypeError } from '../runtime/exceptions.ts';
import { asDouble, getItem, indexOf, isMapping, repr, str, takeText } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { ascii } from '../runtime/text.ts';
import {
  characterOutOfRange,
  type PercentDirective,
  type PercentPiece,
  type PercentSizes,
  parsePercentFormat,
  percentCharacter,
  percentFloat,
  percentInt,
  percentSizes,
  percentText,
  unsupportedConversion,
} from '../text/percent-format.ts';
import { intOf } from './int-type-construct.ts';
import { type ParsedFormats, parsedFormats } from './parsed-formats.ts';

const M = WORDS;

const percentFormats: ParsedFormats<readonly PercentPiece[]> = parsedFormats(parsePercentFormat);

/** The values of one % operation and how far they have been taken. */
interface Values {
  /** The right side, rooted by the caller; after a %(key) the value it named, for as long as its directive is at work. */
  all: Address;
  /** The mapping for %(key), or 0. */
  readonly mapping: Address;
  count: number;
  isTuple: boolean;
  next: number;
}

/** The next positional value, borrowed. */
function take(rt: Runtime, values: Values): Address {
  if (values.next >= values.count) raiseTypeError(rt, 'not enough arguments for format string');
  const index = values.next++;
  return values.isTuple ? tupleItem(rt, values.all, index) : values.all;
}

function takeStar(rt: Runtime, values: Values, type: 'ssize_t' | 'int'): number {
  const value = take(rt, values);
  if (!isInt(rt, value)) raiseTypeError(rt, '* wants int');
  const number = intToSafeNumber(rt, value);
  const most = type === 'int' ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER;
  if (Number.isNaN(number) || Math.abs(number) > most)
    raise(rt, 'OverflowError', `Python int too large to convert to C ${type}`);
  return number;
}

/** The text of one directive. */
function convert(rt: Runtime, directive: PercentDirective, values: Values): string {
  const mark = rt.sp;
  if (directive.key !== undefined) {
    if (values.mapping === 0) raiseTypeError(rt, 'format requires a mapping');
    const key = rt.push(newStr(rt, directive.key));
    // From here on there are no values but this one.
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
  const text = convertValue(rt, directive, sizes, value);
  rt.unwind(mark);
  return text;
}

function convertValue(rt: Runtime, directive: PercentDirective, sizes: PercentSizes, value: Address): string {
  switch (directive.conversion) {
    case 's':
      return percentText(takeText(rt, str(rt, value)), sizes);
    case 'r':
      return percentText(takeText(rt, repr(rt, value)), sizes);
    case 'a':
      return percentText(takeText(rt, ascii(rt, value)), sizes);
    case 'c':
      return percentCharacter(characterOf(rt, value), sizes);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': {
      if ((M[value + REP] & 0xff) === KIND.int && directive.conversion === 'd') {
        const text = plainDecimal(M[value + INT_VALUE], directive, sizes);
        if (text !== null) return text;
      }
      const number = bigIntOf(rt, value, directive.conversion);
      return pure(rt, () => percentInt(number, directive, sizes, rt.maxStrDigits));
    }
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': {
      const number = asDouble(rt, value);
      return pure(rt, () => percentFloat(number, directive, sizes));
    }
    default:
      return pure(rt, () => {
        throw unsupportedConversion(directive);
      });
  }
}

/** %d of an int32 without sign flags or precision; null when the directive has them. */
function plainDecimal(value: number, directive: PercentDirective, sizes: PercentSizes): string | null {
  if (directive.sign || directive.blank || sizes.precision >= 0) return null;
  const text = String(value);
  if (sizes.width <= text.length) return text;
  if (sizes.leftAdjust) return text.padEnd(sizes.width);
  if (!directive.zero) return text.padStart(sizes.width);
  return value < 0 ? `-${text.slice(1).padStart(sizes.width - 1, '0')}` : text.padStart(sizes.width, '0');
}

/** The value of %d and its kin. */
export function bigIntOf(rt: Runtime, value: Address, conversion: string): bigint {
  if (isInt(rt, value)) return intToBigInt(rt, value);
  const info = rt.typeOf(value);
  const whole = conversion === 'o' || conversion === 'x' || conversion === 'X';
  if (whole) {
    if (info.index === null) raiseTypeError(rt, `%${conversion} format: an integer is required, not ${info.name}`);
    const index = rt.push(indexOf(rt, value));
    const number = intToBigInt(rt, M[index]);
    rt.unwind(index);
    return number;
  }
  if (isFloat(rt, value) && !info.heap) return pure(rt, () => floatToInt(floatValue(rt, value)));
  if (info.int === null && info.index === null) {
    raiseTypeError(rt, `%${conversion} format: a real number is required, not ${info.name}`);
  }
  const converted = rt.push(intOf(rt, value));
  const number = intToBigInt(rt, M[converted]);
  rt.unwind(converted);
  return number;
}

function characterOf(rt: Runtime, value: Address): string {
  if (isStr(rt, value) && strLength(rt, value) === 1) return strText(rt, value);
  if (isStr(rt, value) || (!isInt(rt, value) && rt.typeOf(value).index === null)) raiseTypeError(rt, '%c requires int or char');
  const index = rt.push(indexOf(rt, value));
  const object = M[index];
  const point = (M[object + REP] & 0xff) === KIND.long ? -1 : M[object + INT_VALUE];
  rt.unwind(index);
  if (point < 0 || point > 0x10ffff) {
    return pure(rt, () => {
      throw characterOutOfRange();
    });
  }
  return String.fromCodePoint(point);
}

/** format % right: an owned str. Both are rooted by the caller. Runs Python. */
export function percentFormat(rt: Runtime, format: Address, right: Address): Address {
  // '%s' of a str is that str.
  if (M[right + REP] === rt.strInfo.rep && strText(rt, format) === '%s') return rt.retain(right);
  const pieces = percentFormats(strText(rt, format));
  const tuple = isTuple(rt, right);
  const values: Values = {
    all: right,
    mapping: isMapping(rt, right) && !tuple && !isStr(rt, right) ? right : 0,
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
  // A mapping may hold more than the format asks for.
  if (values.next < values.count && values.mapping === 0)
    raiseTypeError(rt, 'not all arguments converted during string formatting');
  return newStr(rt, text);
}
