/**
 * Compiled patterns: the record, and the table of programs behind it. A program is a pure function of the pattern's text, sort and flags; the record holds
 * its number.
 *
 * ```
 *  word 4 pattern, str or bytes; 6 groupindex; 8 weak list; 10 number of the program; 11 flags; 12 1 = text            96 bytes
 * ```
 */
import { type Address, WORDS } from '../../../heap/memory.ts';
import { isBytesLike } from '../../objects/buffer.ts';
import { newInt } from '../../objects/int.ts';
import { listAppend, newList } from '../../objects/sequence.ts';
import { isStr, newStr } from '../../objects/str.ts';
import { getAttrNamed } from '../../runtime/attributes.ts';
import { call3 } from '../../runtime/calls.ts';
import { raise, raiseException, raiseTypeError } from '../../runtime/exceptions.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { compilePattern, type Program } from './compile.ts';
import { TooManySteps } from './match.ts';
import { parsePattern } from './parse.ts';
import { fromHostText, hostText, joinPieces, sliceOf } from './subject.ts';
import { PatternProblem } from './syntax.ts';
import { parseReplacement } from './template.ts';

const M = WORDS;

export const PATTERN_SOURCE = 4;
export const PATTERN_INDEX = 6;
export const PATTERN_WEAKLIST = 8;
export const PATTERN_PROGRAM = 10;
export const PATTERN_FLAGS = 11;
export const PATTERN_IS_TEXT = 12;

interface Table {
  readonly programs: Program[];
  readonly numbers: Map<string, number>;
}

function tableOf(rt: Runtime): Table {
  const known = rt.moduleState.get('re');
  if (known !== undefined) return known as Table;
  const table: Table = { programs: [], numbers: new Map() };
  rt.moduleState.set('re', table);
  return table;
}

export function programOf(rt: Runtime, pattern: Address): Program {
  return tableOf(rt).programs[M[pattern + PATTERN_PROGRAM]]!;
}

/** Number of the program of a pattern, compiled at its first use. Throws PatternProblem. */
export function programNumber(rt: Runtime, source: Address, isText: boolean, flags: number): number {
  const table = tableOf(rt);
  const text = hostText(rt, source);
  const key = `${isText ? 't' : 'b'}${flags}:${text}`;
  let number = table.numbers.get(key);
  if (number === undefined) {
    number = table.programs.length;
    table.programs.push(compilePattern(parsePattern(text, isText, flags)));
    table.numbers.set(key, number);
  }
  return number;
}

/** Raises what a PatternProblem of `source` (borrowed) stands for; other errors pass through. */
export function raiseProblem(rt: Runtime, problem: unknown, source: Address): never {
  if (problem instanceof TooManySteps) raise(rt, 'MemoryError', 'regular expression takes more steps than the program may');
  if (problem instanceof RangeError) raise(rt, 'MemoryError', '');
  if (!(problem instanceof PatternProblem)) throw problem;
  if (problem.kind !== 'error') raise(rt, problem.kind, problem.message);
  const module = rt.loadedModule('re');
  const type = rt.push(getAttrNamed(rt, module, 'PatternError'));
  const message = rt.push(newStr(rt, problem.message));
  const position = rt.push(problem.position === null ? rt.none : newInt(rt, problem.position));
  const made = call3(rt, M[type], M[message], source, M[position]);
  rt.push(made);
  rt.sp -= 2;
  M[rt.sp] = 0;
  rt.unwind(type);
  raiseException(rt, made);
}

/** Pieces of a replacement template. Throws PatternProblem. */
export function templateOf(rt: Runtime, pattern: Address, template: Address): readonly (string | number)[] {
  if (!isStr(rt, template) && !isBytesLike(rt, template)) {
    raiseTypeError(rt, `decoding to str: need a bytes-like object, ${rt.typeOf(template).name} found`);
  }
  const program = programOf(rt, pattern);
  const text = hostText(rt, template);
  if (!text.includes('\\')) return text === '' ? [] : [text];
  return parseReplacement(text, isStr(rt, template), program.groups - 1, program.names);
}

/** The template's text with the groups of a match in it; owned. */
export function expandPieces(
  rt: Runtime,
  pattern: Address,
  subject: Address,
  pieces: readonly (string | number)[],
  span: (group: number) => readonly [number, number],
): Address {
  const isText = M[pattern + PATTERN_IS_TEXT] === 1;
  const list = rt.push(newList(rt));
  for (const piece of pieces) {
    if (typeof piece === 'string') listAppend(rt, M[list], fromHostText(rt, piece, isText));
    else {
      const [start, end] = span(piece);
      if (start >= 0) listAppend(rt, M[list], sliceOf(rt, subject, start, end));
    }
  }
  const joined = joinPieces(rt, M[list], isText);
  rt.push(joined);
  rt.sp -= 2;
  M[rt.sp] = 0;
  rt.unwind(list);
  return joined;
}
