/** Methods of str that look at or change each character: case, is...(), padding, translate, encode (CPython: Objects/unicodeobject.c). */
import { REP } from '../../heap/layout.ts';
import { type Address, BYTES, WORDS } from '../../heap/memory.ts';
import { dictEntryKey, dictEntryValue, dictNext, dictSet, newDict } from '../objects/dict.ts';
import { INT_VALUE, isInt, newInt32 } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import {
  isStr,
  newStrBlock,
  newStrOfPoints,
  STATE_ASCII,
  STR_STATE,
  strAt,
  strData,
  strLength,
  strMaxChar,
  strPoints,
  strPut,
} from '../objects/str.ts';
import { caught, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asCInt, asSize, getItem } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { capitalizeText, casefoldText, lowerText, swapcaseText, titleText, upperText } from '../text/casing.ts';
import {
  isAlnumText,
  isAlphaText,
  isAsciiText,
  isDecimalText,
  isDigitText,
  isIdentifierText,
  isLowerText,
  isNumericText,
  isPrintableText,
  isSpaceText,
  isTitleText,
  isUpperText,
} from '../text/predicates.ts';
import { encodeStr } from './encode-object.ts';
import { exactStr, requireStr } from './str-type-search.ts';
import { textArgument } from './text-argument.ts';

const M = WORDS;
const U8 = BYTES;

type Points = ArrayLike<number>;

const single: number[] = [0];

/** The code points of a text, good until the next call: single characters, the usual case in loops, need no view of the heap. */
function pointsOf(rt: Runtime, str: Address): Points {
  if (strLength(rt, str) !== 1) return strPoints(rt, str);
  single[0] = strAt(rt, str, 0);
  return single;
}

function test(name: string, holds: (text: Points) => boolean): NativeSpec {
  return { name, arity: 'none', safe: true, fn: (rt, args) => rt.bool(holds(pointsOf(rt, M[args]))) };
}

function mapping(name: string, map: (text: Points) => number[]): NativeSpec {
  return { name, arity: 'none', safe: true, fn: (rt, args) => newStrOfPoints(rt, map(pointsOf(rt, M[args]))) };
}

/** lower() and upper(): ASCII text byte by byte, other text through the tables. */
function asciiMapping(name: string, first: number, map: (text: Points) => number[]): NativeSpec {
  return {
    name,
    arity: 'none',
    safe: true,
    fn: (rt, args) => {
      const str = M[args];
      if ((M[str + STR_STATE] & STATE_ASCII) === 0) return newStrOfPoints(rt, map(strPoints(rt, str)));
      const length = strLength(rt, str);
      if (length < 2) return newStrOfPoints(rt, map(pointsOf(rt, str)));
      const result = newStrBlock(rt, length, 127);
      const from = strData(rt, str);
      const to = strData(rt, result);
      for (let index = 0; index < length; index++) {
        const byte = U8[from + index]!;
        U8[to + index] = byte >= first && byte < first + 26 ? byte ^ 32 : byte;
      }
      return result;
    },
  };
}

/** `before` fill characters, the text, `after` fill characters. */
function pad(rt: Runtime, str: Address, before: number, after: number, fill: number): Address {
  const left = Math.max(0, before);
  const right = Math.max(0, after);
  if (left === 0 && right === 0) return exactStr(rt, str);
  const length = strLength(rt, str);
  if (left + right + length > 0x3fffffff) rt.outOfMemory(left + right + length);
  const result = newStrBlock(rt, left + length + right, Math.max(strMaxChar(rt, str), fill));
  for (let index = 0; index < left; index++) strPut(rt, result, index, fill);
  for (let index = 0; index < length; index++) strPut(rt, result, left + index, strAt(rt, str, index));
  for (let index = 0; index < right; index++) strPut(rt, result, left + length + index, fill);
  return result;
}

function padder(name: string, share: (missing: number, width: number) => number): NativeSpec {
  return {
    name,
    arity: { min: 1, max: 2 },
    fn: (rt, args, count) => {
      const str = M[args];
      const width = asSize(rt, M[args + 2]);
      let fill = 32;
      if (count > 2) {
        const given = M[args + 4];
        if (!isStr(rt, given))
          raiseTypeError(rt, `The fill character must be a unicode character, not ${rt.typeOf(given).name}`);
        if (strLength(rt, given) !== 1) raiseTypeError(rt, 'The fill character must be exactly one character long');
        fill = strAt(rt, given, 0);
      }
      const missing = Math.max(0, width - strLength(rt, str));
      const left = share(missing, width);
      return pad(rt, str, left, missing - left, fill);
    },
  };
}

function zfill(rt: Runtime, args: Address): Address {
  const str = M[args];
  const length = strLength(rt, str);
  const missing = asSize(rt, M[args + 2]) - length;
  if (missing <= 0) return exactStr(rt, str);
  const result = pad(rt, str, missing, 0, 48);
  const first = length > 0 ? strAt(rt, str, 0) : 0;
  if (first === 43 || first === 45) {
    strPut(rt, result, missing, 48);
    strPut(rt, result, 0, first);
  }
  return result;
}

function expandTabs(rt: Runtime, args: Address): Address {
  const str = M[args];
  const tab = M[args + 2] === 0 ? 8 : asCInt(rt, M[args + 2]);
  const points: number[] = [];
  let column = 0;
  let tabs = 0;
  for (let index = 0; index < strLength(rt, str); index++) {
    const point = strAt(rt, str, index);
    if (point === 9) {
      tabs++;
      const blanks = tab > 0 ? tab - (column % tab) : 0;
      for (let blank = 0; blank < blanks; blank++) points.push(32);
      column += blanks;
    } else {
      points.push(point);
      column = point === 10 || point === 13 ? 0 : column + 1;
    }
  }
  if (tabs === 0 && M[str + REP] === rt.strInfo.rep) return rt.retain(str);
  return newStrOfPoints(rt, points);
}

function encode(rt: Runtime, args: Address): Address {
  const str = M[args];
  const encoding = M[args + 2] === 0 ? 'utf-8' : textArgument(rt, M[args + 2], 'encode', "'encoding'");
  const errors = M[args + 4] === 0 ? 'strict' : textArgument(rt, M[args + 4], 'encode', "'errors'");
  return encodeStr(rt, str, encoding, errors);
}

/** str.translate: each character looked up in a table of ordinals. */
function translate(rt: Runtime, args: Address): Address {
  const str = M[args];
  const table = M[args + 2];
  const points: number[] = [];
  const known = new Map<number, readonly number[]>();
  for (let index = 0; index < strLength(rt, str); index++) {
    const point = strAt(rt, str, index);
    let mapped = known.get(point);
    if (mapped === undefined) {
      mapped = translated(rt, table, point);
      // A dict gives the same answer each time; any other table may not.
      if (M[table + REP] === rt.dictInfo.rep) known.set(point, mapped);
    }
    for (const each of mapped) points.push(each);
  }
  return newStrOfPoints(rt, points);
}

function translated(rt: Runtime, table: Address, point: number): readonly number[] {
  const mark = rt.push(newInt32(rt, point));
  const { pinned } = rt;
  let value: Address;
  try {
    value = getItem(rt, table, M[mark]);
  } catch (thrown) {
    caught(rt, thrown, mark, 'LookupError');
    rt.pinned = pinned;
    return [point];
  }
  rt.push(value);
  let result: readonly number[];
  if (value === rt.none) result = [];
  else if (isInt(rt, value)) {
    const mapped = (M[value + REP] & 0xff) === KIND.long ? -1 : M[value + INT_VALUE];
    if (mapped < 0 || mapped > 0x10ffff) raiseValueError(rt, 'character mapping must be in range(0x110000)');
    result = [mapped];
  } else if (isStr(rt, value)) result = Array.from(strPoints(rt, value));
  else raiseTypeError(rt, 'character mapping must return integer, None or str');
  rt.unwind(mark);
  return result;
}

/** str.maketrans, a static method. */
function makeTranslation(rt: Runtime, args: Address, count: number): Address {
  const x = M[args];
  const table = rt.push(newDict(rt));
  const put = (key: number, value: Address): void => {
    const slot = rt.push(newInt32(rt, key));
    dictSet(rt, M[table], M[slot], value);
    rt.unwind(slot);
  };
  if (count > 1) {
    const y = M[args + 2];
    if (!isStr(rt, x)) raiseTypeError(rt, 'first maketrans argument must be a string if there is a second argument');
    requireStr(rt, y, 'maketrans', '2');
    if (count > 2) requireStr(rt, M[args + 4], 'maketrans', '3');
    if (strLength(rt, x) !== strLength(rt, y)) raiseValueError(rt, 'the first two maketrans arguments must have equal length');
    for (let index = 0; index < strLength(rt, x); index++) {
      const value = rt.push(newInt32(rt, strAt(rt, y, index)));
      put(strAt(rt, x, index), M[value]);
      rt.unwind(value);
    }
    if (count > 2) for (let index = 0; index < strLength(rt, M[args + 4]); index++) put(strAt(rt, M[args + 4], index), rt.none);
    return rt.pop();
  }
  if (M[x + REP] !== rt.dictInfo.rep) raiseTypeError(rt, 'if you give only one argument to maketrans it must be a dict');
  for (let at = dictNext(rt, x, 0); at >= 0; at = dictNext(rt, x, at + 1)) {
    const key = dictEntryKey(rt, x, at);
    const value = dictEntryValue(rt, x, at);
    if (isStr(rt, key)) {
      if (strLength(rt, key) !== 1) raiseValueError(rt, 'string keys in translate table must be of length 1');
      put(strAt(rt, key, 0), value);
    } else if (isInt(rt, key)) dictSet(rt, M[table], key, value);
    else raiseTypeError(rt, 'keys in translate table must be strings or integers');
  }
  return rt.pop();
}

export const STR_CASE_METHODS: readonly NativeSpec[] = [
  asciiMapping('lower', 65, lowerText),
  asciiMapping('upper', 97, upperText),
  mapping('capitalize', capitalizeText),
  mapping('casefold', casefoldText),
  mapping('swapcase', swapcaseText),
  mapping('title', titleText),
  test('isalpha', isAlphaText),
  test('isalnum', isAlnumText),
  test('isascii', isAsciiText),
  test('isdecimal', isDecimalText),
  test('isdigit', isDigitText),
  test('isidentifier', isIdentifierText),
  test('islower', isLowerText),
  test('isnumeric', isNumericText),
  test('isprintable', isPrintableText),
  test('isspace', isSpaceText),
  test('istitle', isTitleText),
  test('isupper', isUpperText),
  padder('center', (missing, width) => (missing >> 1) + (missing & width & 1)),
  padder('ljust', () => 0),
  padder('rjust', (missing) => missing),
  { name: 'zfill', arity: 'one', fn: zfill },
  { name: 'expandtabs', arity: { params: 'tabsize=' }, fn: expandTabs },
  { name: 'encode', arity: { params: 'encoding=, errors=' }, fn: encode },
  { name: 'translate', arity: 'one', fn: translate },
];

export const STR_STATIC_METHODS: readonly NativeSpec[] = [
  { name: 'maketrans', arity: { min: 1, max: 3 }, fn: makeTranslation },
];
