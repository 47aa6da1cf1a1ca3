/** Replacement: templates filled with groups, and the errors of patterns as Python exceptions. */
import type { Address } from '../../../heap/memory.ts';
import { REP } from '../../../heap/layout.ts';
import { bytesView, isBytes, newBytes } from '../../objects/bytes.ts';
import { newInt } from '../../objects/int.ts';
import { KIND } from '../../objects/kinds.ts';
import { isStr, newStr, strJoin, strText } from '../../objects/str.ts';
import { call3 } from '../../runtime/calls.ts';
import { raise, raiseException, raiseTypeError } from '../../runtime/exceptions.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { PatternProblem } from './parse-pattern.ts';
import { compiledOf } from './pattern-fields.ts';
import { stateOf } from './subject.ts';
import { parseTemplate, type Template } from './template.ts';
import { MATCH_PATTERN } from './match-fields.ts';

/** Host text of a str, or of bytes as latin-1. */
export function sourceText(rt: Runtime, object: Address): string {
  if (isStr(rt, object)) return strText(rt, object);
  if (isBytes(rt, object)) return String.fromCharCode(...bytesView(rt, object));
  if ((rt.M[object + REP] & 0xff) === KIND.bytearray) {
    const start = rt.M[object + 6] * 4;
    return String.fromCharCode(...rt.U8.subarray(start, start + rt.M[object + 4]));
  }
  raiseTypeError(rt, `expected string or bytes-like object, got '${rt.typeOf(object).name}'`);
}

/** Raises a mistake in a pattern (borrowed) as re.PatternError, or as the class it names. */
export function raiseProblem(rt: Runtime, problem: unknown, pattern: Address): never {
  if (!(problem instanceof PatternProblem)) throw problem;
  if (problem.type !== null) raise(rt, problem.type, problem.message);
  const message = rt.push(newStr(rt, problem.message));
  const position = rt.push(problem.position === null ? rt.none : newInt(rt, problem.position));
  const error = call3(rt, rt.M[stateOf(rt).errorRoot], rt.M[message], pattern, rt.M[position]);
  rt.push(error);
  raiseException(rt, rt.retain(error));
}

/** Reads the template in stack slot `slot` for a compiled pattern. */
export function readTemplate(rt: Runtime, slot: Address, pattern: Address): Template {
  const compiled = compiledOf(rt, pattern);
  const source = sourceText(rt, rt.M[slot]);
  try {
    return parseTemplate(source, compiled.program.groups, compiled.names, compiled.isText);
  } catch (problem) {
    raiseProblem(rt, problem, rt.M[slot]);
  }
}

/** Pushes the pieces of a template, filled; returns how many. */
export function pushFilled(rt: Runtime, template: Template, isText: boolean, groupText: (group: number) => Address): number {
  let count = 0;
  for (const piece of template) {
    if (typeof piece === 'string') {
      rt.push(isText ? newStr(rt, piece) : newBytes(rt, Uint8Array.from(piece, (char) => char.charCodeAt(0))));
      count++;
      continue;
    }
    const text = groupText(piece);
    if (text !== rt.none) {
      rt.push(text);
      count++;
    }
  }
  return count;
}

/** ''.join of the strings (or bytes) in `count` stack slots from `first` on; they stay. Owned. */
export function joinPieces(rt: Runtime, first: Address, count: number, isText: boolean): Address {
  const pieces: Address[] = [];
  for (let index = 0; index < count; index++) pieces.push(rt.M[first + 2 * index]);
  if (isText) return strJoin(rt, rt.emptyStr, pieces);
  let length = 0;
  for (const piece of pieces) length += rt.M[piece + 4];
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(bytesView(rt, piece), at);
    at += rt.M[piece + 4];
  }
  return newBytes(rt, joined);
}

/** match.expand(template): the match in slot `match`, the template in slot `template`. */
export function expandTemplate(rt: Runtime, match: Address, template: Address, groupText: (group: number) => Address): Address {
  const pattern = rt.M[rt.M[match] + MATCH_PATTERN];
  const pieces = readTemplate(rt, template, pattern);
  const { isText } = compiledOf(rt, pattern);
  const first = rt.sp;
  const count = pushFilled(rt, pieces, isText, groupText);
  const result = joinPieces(rt, first, count, isText);
  rt.unwind(first);
  return result;
}
