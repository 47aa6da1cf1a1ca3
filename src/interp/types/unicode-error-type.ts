/**
 * UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError (CPython: Objects/exceptions.c).
 *
 * ```
 *  fields: encoding, object, reason; then start and end, 8 bytes each that hold no reference
 * ```
 */
import { type Address, BYTES, DOUBLES, WORDS } from '../../heap/memory.ts';
import { bytesLike, isBytesLike } from '../objects/buffer.ts';
import { bytesData, bytesLength, isBytes, newBytes } from '../objects/bytes.ts';
import { EXC_FIELDS } from '../objects/exception.ts';
import { isInt, newInt } from '../objects/int.ts';
import { isStr, newStr, strAt, strLength } from '../objects/str.ts';
import { argumentTypeName, raiseTypeError } from '../runtime/exceptions.ts';
import { asSize, strOf } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { GetSetSpec } from '../runtime/types.ts';
import { hexEscape } from '../text/str-repr.ts';
import { baseInit, type ExceptionClass, setField, withFields } from './exception-class.ts';

const M = WORDS;

const FIELDS = ['encoding', 'object', 'reason'] as const;
const ENCODING = 0;
const OBJECT = 1;
const REASON = 2;
const START = EXC_FIELDS + 2 * FIELDS.length;
const END = START + 2;

const field = (self: Address, index: number): Address => M[self + EXC_FIELDS + 2 * index];

function required(rt: Runtime, value: Address, number: number): void {
  if (isStr(rt, value)) return;
  raiseTypeError(rt, `argument ${number} must be str, not ${argumentTypeName(rt, value)}`);
}

/** start or end: a C ssize_t. As CPython's member does, a failed assignment leaves -1. */
function position(name: string, slot: number): GetSetSpec {
  return {
    name,
    member: true,
    get: (rt, self) => newInt(rt, DOUBLES[(self + slot) >> 1]!),
    set: (rt, self, value) => {
      if (value === 0) raiseTypeError(rt, "can't delete numeric/char attribute");
      DOUBLES[(self + slot) >> 1] = -1;
      if (!isInt(rt, value)) raiseTypeError(rt, 'an integer is required');
      DOUBLES[(self + slot) >> 1] = asSize(rt, value);
    },
  };
}

/** Takes `count` arguments: the encoding (not of a translation), what was converted, from where to where, and why it failed. */
function initialise(rt: Runtime, self: Address, args: Address, count: number, name: string): void {
  const translates = name === 'UnicodeTranslateError';
  const expected = translates ? 4 : 5;
  for (let index = 0; index < FIELDS.length; index++) setField(rt, self, index, 0);
  if (count !== expected) raiseTypeError(rt, `function takes exactly ${expected} arguments (${count} given)`);
  let at = args;
  let number = 1;
  if (!translates) {
    required(rt, M[at], number++);
    at += 2;
  }
  if (name !== 'UnicodeDecodeError') required(rt, M[at], number);
  const start = asSize(rt, M[at + 2]);
  const end = asSize(rt, M[at + 4]);
  required(rt, M[at + 6], number + 3);
  const object = M[at];
  let converted: Address;
  if (isStr(rt, object) === (name === 'UnicodeDecodeError') || !(isStr(rt, object) || isBytes(rt, object))) {
    if (!isBytesLike(rt, object)) raiseTypeError(rt, `a bytes-like object is required, not '${rt.typeOf(object).name}'`);
    converted = newBytes(rt, bytesLike(rt, object).slice());
  } else converted = rt.retain(object);
  DOUBLES[(self + START) >> 1] = start;
  DOUBLES[(self + END) >> 1] = end;
  setField(rt, self, OBJECT, converted);
  if (!translates) setField(rt, self, ENCODING, rt.retain(M[args]));
  setField(rt, self, REASON, rt.retain(M[at + 6]));
}

/** The one character or byte that is meant, as the message shows it, or null: the positions name another number of them, or none that is there. */
function culprit(rt: Runtime, self: Address, decodes: boolean): string | null {
  const object = field(self, OBJECT);
  const start = DOUBLES[(self + START) >> 1]!;
  if (start < 0 || DOUBLES[(self + END) >> 1] !== start + 1 || object === 0) return null;
  if (decodes) {
    if (!isBytes(rt, object) || start >= bytesLength(rt, object)) return null;
    return `byte 0x${BYTES[bytesData(object) + start]!.toString(16).padStart(2, '0')}`;
  }
  if (!isStr(rt, object) || start >= strLength(rt, object)) return null;
  return `character '${hexEscape(strAt(rt, object, start))}'`;
}

function message(rt: Runtime, self: Address, name: string): Address {
  if (field(self, OBJECT) === 0) return rt.emptyStr;
  const text = (index: number): string => (field(self, index) === 0 ? 'None' : strOf(rt, field(self, index)));
  const decodes = name === 'UnicodeDecodeError';
  const verb = decodes ? 'decode' : name === 'UnicodeEncodeError' ? 'encode' : 'translate';
  const who = verb === 'translate' ? '' : `'${text(ENCODING)}' codec `;
  const reason = text(REASON);
  const one = culprit(rt, self, decodes);
  const start = DOUBLES[(self + START) >> 1]!;
  const last = DOUBLES[(self + END) >> 1]! - 1;
  const what =
    one === null ? `${decodes ? 'bytes' : 'characters'} in position ${start}-${last}` : `${one} in position ${start}`;
  return newStr(rt, `${who}can't ${verb} ${what}: ${reason}`);
}

export const UNICODE_ERRORS: readonly ExceptionClass[] = [
  'UnicodeDecodeError',
  'UnicodeEncodeError',
  'UnicodeTranslateError',
].map((name) =>
  withFields(
    name,
    'UnicodeError',
    FIELDS,
    {
      init: (rt, self, args, count, kwnames) => {
        baseInit(rt, self, args, count, kwnames);
        initialise(rt, self, args, count, name);
      },
      str: (rt, self) => message(rt, self, name),
      getset: [position('start', START), position('end', END)],
    },
    16,
  ),
);
