/** format(value, spec): the `__format__` protocol, and how the exact number and text types answer it (CPython: PyObject_Format). */
import { REP } from '../../heap/layout.ts';
import { type Address, BYTES, WORDS } from '../../heap/memory.ts';
import { floatRepr } from '../numeric/float-repr.ts';
import { floatText } from '../numeric/float-text.ts';
import { decimalText } from '../numeric/int-format.ts';
import { complexImag, complexReal, floatValue } from '../objects/float.ts';
import { INT_VALUE, intToBigInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { isStr, newStr, STATE_ASCII, STR_LENGTH, STR_STATE, strData, strText } from '../objects/str.ts';
import { formatComplex } from '../text/format-complex.ts';
import { formatFloat, formatInt, formatStr } from '../text/format-value.ts';
import { callBoundSpecial } from './attributes.ts';
import { pure, raise, raiseTypeError } from './exceptions.ts';
import { str } from './operators.ts';
import type { Runtime } from './runtime.ts';

const M = WORDS;
const U8 = BYTES;

/** The specs that most programs use, taken apart once: `[align][0][width][.decimals][type]`. */
interface PlainSpec {
  readonly align: string;
  readonly zero: boolean;
  readonly width: number;
  /** -1 for none. */
  readonly decimals: number;
  readonly type: string;
}

/** By the characters of the spec packed into one number: asking a map for a fresh host string costs more than formatting. */
const plainSpecs = new Map<number, PlainSpec | null>();

/** Most characters of a plain spec: six bytes fit a double's integers. */
const PLAIN_LENGTH = 6;

/** The parts of a plain spec; null for one that needs the full grammar. */
function plainSpec(rt: Runtime, spec: Address): PlainSpec | null {
  const length = M[spec + STR_LENGTH];
  if (length > PLAIN_LENGTH || (M[spec + STR_STATE] & STATE_ASCII) === 0) return null;
  const data = strData(rt, spec);
  let key = 1;
  for (let index = 0; index < length; index++) key = key * 128 + U8[data + index]!;
  let plain = plainSpecs.get(key);
  if (plain === undefined) {
    plain = parsePlain(strText(rt, spec));
    if (plainSpecs.size > 256) plainSpecs.clear();
    plainSpecs.set(key, plain);
  }
  return plain;
}

function parsePlain(spec: string): PlainSpec | null {
  const match = /^([<>^]?)(0?)([0-9]{0,6})(?:\.([0-9]{1,2}))?([dfs]?)$/.exec(spec);
  const [, align = '', zero = '', width = '', decimals = '', type = ''] = match ?? [];
  if (match === null || (align !== '' && zero !== '')) return null;
  return { align, zero: zero !== '', width: Number(width), decimals: decimals === '' ? -1 : Number(decimals), type };
}

/** format() of an exact int32, float or str by a plain spec; 0 when the spec does not suit the value. */
function formatPlain(rt: Runtime, value: Address, kind: number, spec: PlainSpec): Address {
  const { type, decimals } = spec;
  if (kind === KIND.int) {
    return decimals < 0 && (type === 'd' || type === '') ? newStr(rt, filled(String(M[value + INT_VALUE]), spec)) : 0;
  }
  if (kind === KIND.float) {
    const double = floatValue(rt, value);
    const suits = type === 'f' && decimals >= 0 && Number.isFinite(double);
    return suits ? newStr(rt, filled(floatText(double, 'f', decimals), spec)) : 0;
  }
  if (kind === KIND.str) return !spec.zero && decimals < 0 && (type === 's' || type === '') ? padStr(rt, value, spec) : 0;
  return 0;
}

/** A number's text filled up to the width: on the left unless the spec says otherwise, with zeros behind the sign if it says so. */
function filled(text: string, spec: PlainSpec): string {
  const missing = spec.width - text.length;
  if (missing <= 0) return text;
  if (spec.zero) {
    const sign = text.startsWith('-') ? 1 : 0;
    return text.slice(0, sign) + '0'.repeat(missing) + text.slice(sign);
  }
  if (spec.align === '<') return text + ' '.repeat(missing);
  if (spec.align === '^') return ' '.repeat(missing >> 1) + text + ' '.repeat(missing - (missing >> 1));
  return ' '.repeat(missing) + text;
}

/** str(int): the decimal text of any int or bool object. Raises ValueError past the digit limit. */
export function intText(rt: Runtime, value: Address): string {
  if ((M[value + REP] & 0xff) !== KIND.long) return String(M[value + INT_VALUE]);
  return pure(rt, () => decimalText(intToBigInt(rt, value), rt.maxStrDigits));
}

/** int.__format__, on host text. */
export function formatIntObject(rt: Runtime, value: Address, spec: string): Address {
  if (spec === '') return rt.typeOf(value) === rt.intInfo ? newStr(rt, intText(rt, value)) : str(rt, value);
  const long = (M[value + REP] & 0xff) === KIND.long;
  return newStr(
    rt,
    pure(rt, () =>
      formatInt(long ? intToBigInt(rt, value) : M[value + INT_VALUE], spec, rt.typeOf(value).name, rt.maxStrDigits),
    ),
  );
}

/** float.__format__. */
export function formatFloatObject(rt: Runtime, value: Address, spec: string): Address {
  const double = floatValue(rt, value);
  if (spec === '') return rt.typeOf(value) === rt.floatInfo ? newStr(rt, floatRepr(double)) : str(rt, value);
  return newStr(
    rt,
    pure(rt, () => formatFloat(double, spec, rt.typeOf(value).name)),
  );
}

/** complex.__format__. */
export function formatComplexObject(rt: Runtime, value: Address, spec: string): Address {
  if (spec === '') return str(rt, value);
  const real = complexReal(rt, value);
  const imaginary = complexImag(rt, value);
  return newStr(
    rt,
    pure(rt, () => formatComplex(real, imaginary, spec, rt.typeOf(value).name)),
  );
}

/** The text of a str filled up to the width: on the right unless the spec says otherwise. */
function padStr(rt: Runtime, value: Address, spec: PlainSpec): Address {
  const missing = spec.width - M[value + STR_LENGTH];
  const text = strText(rt, value);
  if (missing <= 0) return newStr(rt, text);
  const before = spec.align === '>' ? missing : spec.align === '^' ? missing >> 1 : 0;
  return newStr(rt, ' '.repeat(before) + text + ' '.repeat(missing - before));
}

/** str.__format__. */
export function formatStrObject(rt: Runtime, value: Address, spec: string): Address {
  if (spec === '') return str(rt, value);
  return newStr(
    rt,
    pure(rt, () => formatStr(strText(rt, value), spec, rt.typeOf(value).name)),
  );
}

/**
 * format(value, spec): an owned str. `spec` is a str object; both are borrowed and rooted by the caller. Runs Python for classes that define
 * `__format__`.
 */
export function formatValue(rt: Runtime, value: Address, spec: Address): Address {
  const rep = M[value + REP];
  const empty = M[spec + STR_LENGTH] === 0;
  const info = rt.typeOf(value);
  if (!info.heap) {
    if (!empty) {
      const plain = plainSpec(rt, spec);
      const result = plain === null ? 0 : formatPlain(rt, value, rep & 0xff, plain);
      if (result !== 0) return result;
    }
    switch (rep & 0xff) {
      case KIND.str:
        return formatStrObject(rt, value, empty ? '' : strText(rt, spec));
      case KIND.int:
      case KIND.long:
        return formatIntObject(rt, value, empty ? '' : strText(rt, spec));
      case KIND.float:
        return formatFloatObject(rt, value, empty ? '' : strText(rt, spec));
      case KIND.bool:
        return empty ? str(rt, value) : formatIntObject(rt, value, strText(rt, spec));
    }
  }
  rt.pinned++;
  const result = callBoundSpecial(rt, value, '__format__', spec);
  rt.pinned--;
  if (result === 0) raiseTypeError(rt, `Type ${info.name} doesn't define __format__`);
  if (!isStr(rt, result)) {
    rt.push(result);
    raise(rt, 'TypeError', `__format__ must return a str, not ${rt.typeOf(result).name}`);
  }
  return result;
}
