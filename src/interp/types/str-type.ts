/** The types str and str_iterator (CPython: Objects/unicodeobject.c). */
import { REP } from '../../heap/layout.ts';
import { type Address, BYTES, WORDS } from '../../heap/memory.ts';
import { newInstanceOf, trackInstance } from '../objects/allocate.ts';
import { isBytesLike } from '../objects/buffer.ts';
import { INT_VALUE, newInt } from '../objects/int.ts';
import { exhaust, ITER_BYTES, ITER_INDEX, ITER_SEQUENCE, newIndexIterator } from '../objects/iterator.ts';
import { KIND } from '../objects/kinds.ts';
import { newTuple } from '../objects/sequence.ts';
import { isSlice } from '../objects/slice.ts';
import {
  hashStr,
  isStr,
  newChar,
  newStr,
  newStrBlock,
  newStrOfPoints,
  STATE_ASCII,
  STATE_INTERNED,
  STR_LENGTH,
  STR_STATE,
  strAt,
  strBytes,
  strCompare,
  strConcat,
  strEquals,
  strFind,
  strLength,
  strPoints,
  strPut,
  strRepeat,
  strSlice,
  strText,
  strWidth,
} from '../objects/str.ts';
import { bindArguments, checkRange } from '../runtime/calls.ts';
import { raise, raiseTypeError } from '../runtime/exceptions.ts';
import { formatStrObject } from '../runtime/format.ts';
import { parseSignature } from '../runtime/native.ts';
import { asSize, str } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { adjustSlice, repeatCount, unpackSlice } from '../runtime/slices.ts';
import { BINARY_NAMES, type BinarySlot, EQ, NE, type TypeInfo } from '../runtime/type-info.ts';
import { defineType, type TypeSpec } from '../runtime/types.ts';
import { stringRepr } from '../text/str-repr.ts';
import { decodeObject } from './decode-object.ts';
import { ordered } from './int-type-arithmetic.ts';
import { STR_ITERATOR_STATE_METHODS } from './iterator-state.ts';
import { STR_CASE_METHODS, STR_STATIC_METHODS } from './str-type-case.ts';
import { STR_FORMAT_METHODS } from './str-type-format.ts';
import { percentFormat } from './str-type-percent.ts';
import { exactStr, STR_SEARCH_METHODS } from './str-type-search.ts';
import { STR_SPLIT_METHODS } from './str-type-split.ts';
import { textArgument } from './text-argument.ts';

const M = WORDS;
const U8 = BYTES;

/** An instance of the str subclass `info` with the text of `text` (owned; taken over). */
export function newStrOf(rt: Runtime, info: TypeInfo, text: Address): Address {
  const slot = rt.push(text);
  const bytes = strBytes(rt, text);
  const object = newInstanceOf(rt, info, bytes);
  for (let word = STR_LENGTH, end = (bytes + 3) >> 2; word < end; word++) M[object + word] = M[text + word];
  M[object + STR_STATE] &= ~STATE_INTERNED;
  trackInstance(rt, info, object);
  rt.unwind(slot);
  return object;
}

const signature = parseSignature('object=, encoding=, errors=');

/** Unlike argument parsing str() names the type of None (Objects/unicodeobject.c arg_as_utf8). */
function strTextOf(rt: Runtime, value: Address, name: string): string {
  if (!isStr(rt, value)) raiseTypeError(rt, `str() argument '${name}' must be str, not ${rt.typeOf(value).name}`);
  return strText(rt, value);
}

function construct(rt: Runtime, object: Address, encoding: Address, errors: Address): Address {
  if (object === 0) return rt.emptyStr;
  if (encoding === 0 && errors === 0) {
    const text = str(rt, object);
    if (M[text + REP] === rt.strInfo.rep) return text;
    rt.push(text);
    const exact = exactStr(rt, text);
    rt.unwind(rt.sp - 2);
    return exact;
  }
  const encodingText = encoding === 0 ? 'utf-8' : strTextOf(rt, encoding, 'encoding');
  const errorsText = errors === 0 ? 'strict' : strTextOf(rt, errors, 'errors');
  if (isStr(rt, object)) raiseTypeError(rt, 'decoding str is not supported');
  if (!isBytesLike(rt, object))
    raiseTypeError(rt, `decoding to str: need a bytes-like object, ${rt.typeOf(object).name} found`);
  return decodeObject(rt, object, encodingText, errorsText);
}

function strNew(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  const info = rt.infoOfType(type);
  if (info === rt.strInfo && kwnames === 0 && count === 1) {
    if (M[M[args] + REP] === rt.intInfo.rep) return newStr(rt, String(M[M[args] + INT_VALUE]));
    const text = str(rt, M[args]);
    // str() of a str subclass may give the subclass: then that very object.
    return text;
  }
  if (count > 3) checkRange(rt, 'str', count, 0, 3);
  const mark = bindArguments(rt, 'str', signature, args, count, kwnames);
  const text = rt.push(construct(rt, M[mark], M[mark + 2], M[mark + 4]));
  const result = M[text];
  M[text] = 0;
  rt.unwind(mark);
  return info === rt.strInfo ? result : newStrOf(rt, info, result);
}

function compareStr(rt: Runtime, left: Address, right: Address, op: number): Address {
  if (!isStr(rt, right) || !isStr(rt, left)) return rt.notImplemented;
  if (op === EQ) return strEquals(rt, left, right) ? rt.true : rt.false;
  if (op === NE) return strEquals(rt, left, right) ? rt.false : rt.true;
  return ordered(rt, strCompare(rt, left, right), op);
}

function getItem(rt: Runtime, self: Address, key: Address): Address {
  const length = M[self + STR_LENGTH];
  if ((M[key + REP] & 0xff) === KIND.int) {
    const index = M[key + INT_VALUE];
    const at = index < 0 ? index + length : index;
    if (at < 0 || at >= length) raise(rt, 'IndexError', 'string index out of range');
    return newChar(rt, strAt(rt, self, at));
  }
  if (isSlice(rt, key)) {
    const range = adjustSlice(unpackSlice(rt, key), length);
    if (range.step === 1) {
      return range.count === length ? exactStr(rt, self) : strSlice(rt, self, range.start, range.count);
    }
    const points: number[] = new Array(range.count);
    for (let index = 0, at = range.start; index < range.count; index++, at += range.step) points[index] = strAt(rt, self, at);
    return newStrOfPoints(rt, points);
  }
  if ((M[key + REP] & 0xff) !== KIND.bool && (M[key + REP] & 0xff) !== KIND.long && rt.typeOf(key).index === null) {
    raiseTypeError(rt, `string indices must be integers, not '${rt.typeOf(key).name}'`);
  }
  rt.pinned++;
  const index = asSize(rt, key, 'IndexError');
  rt.pinned--;
  const at = index < 0 ? index + length : index;
  if (at < 0 || at >= length) raise(rt, 'IndexError', 'string index out of range');
  return newChar(rt, strAt(rt, self, at));
}

function contains(rt: Runtime, self: Address, item: Address): boolean {
  if (!isStr(rt, item)) raiseTypeError(rt, `'in <string>' requires string as left operand, not ${rt.typeOf(item).name}`);
  return strFind(rt, self, item, 0, strLength(rt, self)) >= 0;
}

function concat(rt: Runtime, left: Address, right: Address): Address {
  if (!isStr(rt, right)) raiseTypeError(rt, `can only concatenate str (not "${rt.typeOf(right).name}") to str`);
  return strConcat(rt, left, right);
}

function repeat(rt: Runtime, self: Address, count: Address): Address {
  const times = repeatCount(rt, count);
  if (times === 1) return exactStr(rt, self);
  rt.checkBytes(times * strLength(rt, self) * strWidth(rt, self));
  if (times > 1 && strLength(rt, self) === 1) {
    // One character many times: filled at once.
    const point = strAt(rt, self, 0);
    const result = newStrBlock(rt, times, point);
    if (point < 256) U8.fill(point, stringStart(rt, result), stringStart(rt, result) + times);
    else for (let index = 0; index < times; index++) strPut(rt, result, index, point);
    return result;
  }
  return strRepeat(rt, self, times);
}

function stringStart(_rt: Runtime, text: Address): number {
  return text * 4 + ((M[text + STR_STATE] & STATE_ASCII) !== 0 ? 40 : 56);
}

const modulo: BinarySlot = (rt, left, right) => (isStr(rt, left) ? percentFormat(rt, left, right) : rt.notImplemented);

const STR_DOC = `str(object='') -> str
str(bytes_or_buffer[, encoding[, errors]]) -> str

The text of an object, or the text that bytes stand for in an encoding (by default utf-8, strictly).`;

export const strTypeSpec = (_rt: Runtime): TypeSpec => ({
  name: 'str',
  kind: 'str',
  basicBytes: 64,
  collectable: false,
  matchSelf: true,
  doc: STR_DOC,
  new: strNew,
  repr: (rt, self) => newStrOfText(rt, stringRepr(strPoints(rt, self))),
  str: exactStr,
  hash: hashStr,
  compare: compareStr,
  iter: (rt, self) => newIndexIterator(rt, iteratorInfo(rt, self), self),
  length: (_rt, self) => M[self + STR_LENGTH],
  getitem: getItem,
  contains,
  concat,
  repeat,
  binary: BINARY_NAMES.map((name) => (name === 'mod' ? modulo : null)),
  methods: [
    ...STR_SPLIT_METHODS,
    ...STR_SEARCH_METHODS,
    ...STR_CASE_METHODS,
    ...STR_FORMAT_METHODS,
    {
      name: '__format__',
      arity: 'one',
      fn: (rt, args) => formatStrObject(rt, M[args], textArgument(rt, M[args + 2], '__format__')),
    },
    { name: '__getnewargs__', arity: 'none', fn: (rt, args) => newTuple(rt, [exactStr(rt, M[args])]), safe: true },
  ],
  staticMethods: STR_STATIC_METHODS,
});

function newStrOfText(rt: Runtime, text: string): Address {
  const points: number[] = [];
  for (const character of text) points.push(character.codePointAt(0)!);
  return newStrOfPoints(rt, points);
}

/** Iterators over ASCII text are of a type of their own, as in CPython. */
function iteratorInfo(rt: Runtime, text: Address): TypeInfo {
  return rt.types[(M[text + STR_STATE] & STATE_ASCII) !== 0 ? 'str_ascii_iterator' : 'str_iterator']!;
}

/** The next character of a string iterator, owned, or 0. */
export function nextCharacter(rt: Runtime, self: Address): Address {
  const text = M[self + ITER_SEQUENCE];
  if (text === 0) return 0;
  const index = M[self + ITER_INDEX];
  if (index >= M[text + STR_LENGTH]) return exhaust(rt, self);
  M[self + ITER_INDEX] = index + 1;
  return newChar(rt, strAt(rt, text, index));
}

function lengthHint(rt: Runtime, args: Address): Address {
  const text = M[M[args] + ITER_SEQUENCE];
  return newInt(rt, text === 0 ? 0 : Math.max(0, strLength(rt, text) - M[M[args] + ITER_INDEX]));
}

export const strIteratorTypeSpec = (name: string): TypeSpec => ({
  name,
  kind: 'record',
  basicBytes: ITER_BYTES,
  fields: 1,
  collectable: true,
  baseType: false,
  abstract: true,
  iter: (rt, self) => rt.retain(self),
  next: nextCharacter,
  methods: [{ name: '__length_hint__', arity: 'none', fn: lengthHint, safe: true }, ...STR_ITERATOR_STATE_METHODS],
});

export function defineStrType(rt: Runtime): TypeInfo {
  rt.strInfo = defineType(rt, strTypeSpec(rt));
  return rt.strInfo;
}

export function defineStrIteratorTypes(rt: Runtime): void {
  for (const name of ['str_iterator', 'str_ascii_iterator']) defineType(rt, strIteratorTypeSpec(name));
}
