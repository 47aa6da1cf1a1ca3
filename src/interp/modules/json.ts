/** What json needs to be quick: strings scanned and written natively; the rest is py/json.py. */
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInt } from '../objects/int.ts';
import { newTupleFromTop } from '../objects/sequence.ts';
import { isStr, newStr, newStrOfPoints, strAt, strLength, strText } from '../objects/str.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asIndex, isTrue } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { ModuleSpec } from './module-spec.ts';
import { pythonSource } from './python-sources.ts';

const M = WORDS;

const SHORT: Readonly<Record<number, string>> = { 34: '\\"', 92: '\\\\', 10: '\\n', 13: '\\r', 9: '\\t', 12: '\\f', 8: '\\b' };
const ESCAPED: Readonly<Record<number, number>> = { 34: 34, 92: 92, 47: 47, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9 };

const unicodeEscape = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

/** The text as a JSON string. */
function quote(text: string, ascii: boolean): string {
  let out = '"';
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 32 && unit !== 34 && unit !== 92 && (unit < 127 || !ascii)) continue;
    out += text.slice(from, index) + (SHORT[unit] ?? unicodeEscape(unit));
    from = index + 1;
  }
  return `${out}${text.slice(from)}"`;
}

function quoting(name: string, ascii: boolean): NativeSpec {
  return {
    name,
    arity: 'one',
    fn: (rt, args) => {
      if (!isStr(rt, M[args])) raiseTypeError(rt, `first argument must be a string, not ${rt.typeOf(M[args]).name}`);
      return newStr(rt, quote(strText(rt, M[args]), ascii));
    },
  };
}

/** Four hexadecimal digits at `at`, or -1. */
function unitAt(rt: Runtime, text: Address, at: number): number {
  if (at + 4 > strLength(rt, text)) return -1;
  let value = 0;
  for (let index = at; index < at + 4; index++) {
    const digit = Number.parseInt(String.fromCodePoint(strAt(rt, text, index)), 16);
    if (Number.isNaN(digit)) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/**
 * _scan(text, start, strict): (string, index behind its closing quote); `start` lies behind the opening one. What is wrong comes as (message, index) with
 * the index negative by one more: (message, -1 - index).
 */
const scan: NativeSpec = {
  name: '_scan',
  arity: { min: 3, max: 3 },
  fn: (rt, args) => {
    const text = M[args];
    const start = asIndex(rt, M[args + 2]);
    const strict = isTrue(rt, M[args + 4]);
    const length = strLength(rt, text);
    const points: number[] = [];
    const answer = (value: Address, index: number): Address => {
      rt.push(value);
      rt.push(newInt(rt, index));
      return newTupleFromTop(rt, 2);
    };
    const wrong = (message: string, index: number): Address => answer(newStr(rt, message), -1 - index);
    for (let at = start; ; at++) {
      if (at >= length) return wrong('Unterminated string starting at', start - 1);
      const point = strAt(rt, text, at);
      if (point === 34) return answer(newStrOfPoints(rt, points), at + 1);
      if (point < 32 && strict) return wrong('Invalid control character at', at);
      if (point !== 92) {
        points.push(point);
        continue;
      }
      at++;
      if (at >= length) return wrong('Unterminated string starting at', start - 1);
      const letter = strAt(rt, text, at);
      if (letter !== 117) {
        const plain = ESCAPED[letter];
        if (plain === undefined) return wrong('Invalid \\escape', at - 1);
        points.push(plain);
        continue;
      }
      let unit = unitAt(rt, text, at + 1);
      if (unit < 0) return wrong('Invalid \\uXXXX escape', at);
      at += 4;
      if (
        unit >= 0xd800 &&
        unit < 0xdc00 &&
        at + 2 < length &&
        strAt(rt, text, at + 1) === 92 &&
        strAt(rt, text, at + 2) === 117
      ) {
        const low = unitAt(rt, text, at + 3);
        if (low >= 0xdc00 && low < 0xe000) {
          unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
          at += 6;
        }
      }
      points.push(unit);
    }
  },
};

export const jsonModule: ModuleSpec = {
  name: 'json',
  doc: 'JSON (JavaScript Object Notation) <https://json.org> is a subset of JavaScript\nsyntax (ECMA-262 3rd edition) used as a lightweight data interchange format.',
  functions: [quoting('_quote', false), quoting('_quote_ascii', true), scan],
  get python() {
    return pythonSource('json');
  },
};
