/** re.Pattern and the scanner behind finditer() (CPython: Modules/_sre/sre.c). */
import { type Address, WORDS } from '../../../heap/memory.ts';
import { isBytesLike } from '../../objects/buffer.ts';
import { dictSetStr, newDict } from '../../objects/dict.ts';
import { newInt } from '../../objects/int.ts';
import { newRecord } from '../../objects/iterator.ts';
import { listAppend, newList, newTuple, newTupleFromTop, tupleFrom } from '../../objects/sequence.ts';
import { hashStr, intern, isStr, newStr } from '../../objects/str.ts';
import { getAttrNamed } from '../../runtime/attributes.ts';
import { call1, isCallable } from '../../runtime/calls.ts';
import { raiseTypeError } from '../../runtime/exceptions.ts';
import type { NativeFunction, NativeSpec } from '../../runtime/native.ts';
import { asIndex, equals, hashOf, reprText } from '../../runtime/operators.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { EQ, NE } from '../../runtime/type-info.ts';
import { defineType } from '../../runtime/types.ts';
import { classGetItem, memberOf } from '../records.ts';
import type { Mode } from './match.ts';
import { newMatch } from './match-type.ts';
import {
  expandPieces,
  PATTERN_FLAGS,
  PATTERN_INDEX,
  PATTERN_IS_TEXT,
  PATTERN_PROGRAM,
  PATTERN_SOURCE,
  PATTERN_WEAKLIST,
  programNumber,
  programOf,
  raiseProblem,
  templateOf,
} from './patterns.ts';
import { checkSubject, fromHostText, joinPieces, matcher, pointsOf, sliceOf, subjectLength } from './subject.ts';
import {
  FLAG_ASCII,
  FLAG_DEBUG,
  FLAG_DOTALL,
  FLAG_IGNORECASE,
  FLAG_LOCALE,
  FLAG_MULTILINE,
  FLAG_UNICODE,
  FLAG_VERBOSE,
} from './syntax.ts';

const M = WORDS;

/** re._compile_program(pattern, flags): a new Pattern. */
export const compileFunction: NativeSpec = {
  name: '_compile_program',
  arity: { min: 2, max: 2 },
  fn: (rt, args) => {
    const source = M[args];
    const isText = isStr(rt, source);
    if (!isText && !isBytesLike(rt, source)) raiseTypeError(rt, 'first argument must be string or compiled pattern');
    let number: number;
    try {
      number = programNumber(rt, source, isText, asIndex(rt, M[args + 2]));
    } catch (problem) {
      raiseProblem(rt, problem, source);
    }
    const dict = rt.push(newDict(rt));
    const pattern = newRecord(rt, rt.types['Pattern']!);
    M[pattern + PATTERN_SOURCE] = rt.retain(source);
    M[pattern + PATTERN_PROGRAM] = number;
    M[pattern + PATTERN_IS_TEXT] = isText ? 1 : 0;
    rt.heap.track(pattern);
    const held = rt.push(pattern);
    const program = programOf(rt, pattern);
    M[pattern + PATTERN_FLAGS] = program.flags;
    for (const [name, group] of program.names) dictSetStr(rt, M[dict], intern(rt, name), newInt(rt, group));
    // Without names it is a plain dict, as CPython gives one.
    const index = program.names.size === 0 ? rt.retain(M[dict]) : rt.newMappingProxy(rt, M[dict]);
    rt.heap.store(M[held], M[held] + PATTERN_INDEX, index);
    const made = M[held];
    M[held] = 0;
    rt.unwind(dict);
    return made;
  },
};

/** re._warnings_of(pattern): texts of the FutureWarnings it deserves, as a tuple. */
export const warningsFunction: NativeSpec = {
  name: '_warnings_of',
  arity: 'one',
  fn: (rt, args) =>
    newTuple(
      rt,
      programOf(rt, M[args]).warnings.map((text) => newStr(rt, text)),
    ),
};

/** Runs a pattern; host errors become Python's. The text is in place, so nothing may be allocated meanwhile. */
function run(
  rt: Runtime,
  pattern: Address,
  subject: Address,
  from: number,
  limit: number,
  mode: Mode,
  mustAdvance: boolean,
): boolean {
  try {
    return matcher.run(programOf(rt, pattern), pointsOf(rt, subject), from, limit, mode, mustAdvance, rt.limits.stepLimit);
  } catch (problem) {
    raiseProblem(rt, problem, M[pattern + PATTERN_SOURCE]);
  }
}

/** Bounds of pos and endpos (slots, 0 = not given) within the subject. */
function bounds(rt: Runtime, subject: Address, pos: Address, endpos: Address): [from: number, limit: number] {
  const length = subjectLength(rt, subject);
  const clamp = (slot: Address, otherwise: number): number =>
    slot === 0 ? otherwise : Math.max(0, Math.min(length, asIndex(rt, slot)));
  const limit = clamp(endpos, length);
  return [Math.min(clamp(pos, 0), length), limit];
}

function finder(mode: Mode): NativeFunction {
  return (rt, args) => {
    const pattern = M[args];
    const subject = M[args + 2];
    checkSubject(rt, M[pattern + PATTERN_IS_TEXT] === 1, subject);
    const [from, limit] = bounds(rt, subject, M[args + 4], M[args + 6]);
    if (from > limit || !run(rt, pattern, subject, from, limit, mode, false)) return rt.none;
    return newMatch(rt, pattern, subject, from, limit);
  };
}

/** What findall gives for a match: the whole, the one group, or a tuple of the groups. */
function foundItem(rt: Runtime, pattern: Address, subject: Address): Address {
  const { groups } = programOf(rt, pattern);
  const isText = M[pattern + PATTERN_IS_TEXT] === 1;
  if (groups === 1) return sliceOf(rt, subject, matcher.start, matcher.end);
  const text = (group: number): Address => {
    const start = matcher.mark(2 * group - 2);
    const end = matcher.mark(2 * group - 1);
    if (start < 0 || end < start) return isText ? rt.emptyStr : rt.emptyBytes;
    return sliceOf(rt, subject, start, end);
  };
  if (groups === 2) return text(1);
  for (let group = 1; group < groups; group++) rt.push(text(group));
  return newTupleFromTop(rt, groups - 1);
}

const findall: NativeFunction = (rt, args) => {
  const pattern = M[args];
  const subject = M[args + 2];
  checkSubject(rt, M[pattern + PATTERN_IS_TEXT] === 1, subject);
  const [from, limit] = bounds(rt, subject, M[args + 4], M[args + 6]);
  const list = rt.push(newList(rt));
  let at = from;
  let mustAdvance = false;
  while (at <= limit && run(rt, pattern, subject, at, limit, 'search', mustAdvance)) {
    mustAdvance = matcher.end === matcher.start;
    at = matcher.end;
    listAppend(rt, M[list], foundItem(rt, pattern, subject));
  }
  rt.sp = list;
  return M[list];
};

const split: NativeFunction = (rt, args) => {
  const pattern = M[args];
  const subject = M[args + 2];
  checkSubject(rt, M[pattern + PATTERN_IS_TEXT] === 1, subject);
  const most = M[args + 4] === 0 ? 0 : asIndex(rt, M[args + 4]);
  const limit = subjectLength(rt, subject);
  const { groups } = programOf(rt, pattern);
  const list = rt.push(newList(rt));
  let at = 0;
  let last = 0;
  let mustAdvance = false;
  for (let splits = 0; most === 0 || splits < most; splits++) {
    if (!run(rt, pattern, subject, at, limit, 'search', mustAdvance)) break;
    const { start, end } = matcher;
    const marks: number[] = [];
    for (let mark = 0; mark < 2 * (groups - 1); mark++) marks.push(matcher.mark(mark));
    listAppend(rt, M[list], sliceOf(rt, subject, last, start));
    for (let mark = 0; mark < marks.length; mark += 2) {
      const from = marks[mark]!;
      listAppend(rt, M[list], from < 0 || marks[mark + 1]! < from ? rt.none : sliceOf(rt, subject, from, marks[mark + 1]!));
    }
    mustAdvance = end === start;
    last = at = end;
  }
  listAppend(rt, M[list], sliceOf(rt, subject, last, limit));
  rt.sp = list;
  return M[list];
};

/** sub and subn: arguments pattern, repl, string, count. Re-reads everything after each call of a replacement function. */
function substitute(withCount: boolean): NativeFunction {
  return (rt, args) => {
    const isText = M[M[args] + PATTERN_IS_TEXT] === 1;
    checkSubject(rt, isText, M[args + 4]);
    const most = M[args + 6] === 0 ? 0 : asIndex(rt, M[args + 6]);
    let pieces: readonly (string | number)[] | null = null;
    if (!isCallable(rt, M[args + 2])) {
      try {
        pieces = templateOf(rt, M[args], M[args + 2]);
      } catch (problem) {
        raiseProblem(rt, problem, M[args + 2]);
      }
      const wrong = isStr(rt, M[args + 2]) !== isText;
      if (wrong && pieces.length > 0) {
        raiseTypeError(
          rt,
          isText
            ? `sequence item 0: expected str instance, ${rt.typeOf(M[args + 2]).name} found`
            : 'sequence item 0: expected a bytes-like object, str found',
        );
      }
    }
    const limit = subjectLength(rt, M[args + 4]);
    const list = rt.push(newList(rt));
    let at = 0;
    let last = 0;
    let mustAdvance = false;
    let count = 0;
    while ((most === 0 || count < most) && run(rt, M[args], M[args + 4], at, limit, 'search', mustAdvance)) {
      const { start, end } = matcher;
      const marks: number[] = [];
      if (pieces === null) {
        // The match object is made before the text in front of it is cut: both read the matcher or the subject as they are now.
        const match = rt.push(newMatch(rt, M[args], M[args + 4], 0, limit));
        if (last < start) listAppend(rt, M[list], sliceOf(rt, M[args + 4], last, start));
        const item = call1(rt, M[args + 2], M[match]);
        const old = M[match];
        M[match] = item;
        rt.release(old);
        rt.sp = match;
        if (M[match] !== rt.none) listAppend(rt, M[list], M[match]);
      } else {
        for (let mark = 0; mark < 2 * (programOf(rt, M[args]).groups - 1); mark++) marks.push(matcher.mark(mark));
        if (last < start) listAppend(rt, M[list], sliceOf(rt, M[args + 4], last, start));
        if (pieces.length === 1 && typeof pieces[0] === 'string') listAppend(rt, M[list], fromHostText(rt, pieces[0], isText));
        else if (pieces.length > 0) {
          const text = expandPieces(rt, M[args], M[args + 4], pieces, (group) =>
            group === 0
              ? [start, end]
              : marks[2 * group - 1]! < marks[2 * group - 2]!
                ? [-1, -1]
                : [marks[2 * group - 2]!, marks[2 * group - 1]!],
          );
          listAppend(rt, M[list], text);
        }
      }
      mustAdvance = end === start;
      last = at = end;
      count++;
    }
    if (last < limit) listAppend(rt, M[list], sliceOf(rt, M[args + 4], last, limit));
    const joined = joinPieces(rt, M[list], isText);
    rt.push(joined);
    rt.sp -= 2;
    M[rt.sp] = 0;
    rt.unwind(list);
    if (!withCount) return joined;
    return tupleFrom(rt, [() => joined, () => newInt(rt, count)]);
  };
}

/** Scanner: word 4 pattern; 6 subject; 8 next place; 9 limit; 10 1 = must advance; 11 first place. 56 bytes. */
const SCAN_AT = 8;
const SCAN_LIMIT = 9;
const SCAN_ADVANCE = 10;
const SCAN_FROM = 11;

function newScanner(rt: Runtime, args: Address): Address {
  checkSubject(rt, M[M[args] + PATTERN_IS_TEXT] === 1, M[args + 2]);
  const [from, limit] = bounds(rt, M[args + 2], M[args + 4], M[args + 6]);
  const scanner = newRecord(rt, rt.types['SRE_Scanner']!);
  M[scanner + 4] = rt.retain(M[args]);
  M[scanner + 6] = rt.retain(M[args + 2]);
  M[scanner + SCAN_AT] = from;
  M[scanner + SCAN_LIMIT] = limit;
  M[scanner + SCAN_FROM] = from;
  rt.heap.track(scanner);
  return scanner;
}

/** The scanner's next match, or None; a place beyond the limit is its end. Owned. */
function scan(mode: Mode): NativeFunction {
  return (rt, args) => {
    const scanner = M[args];
    const limit = M[scanner + SCAN_LIMIT];
    const at = M[scanner + SCAN_AT];
    if (at > limit || !run(rt, M[scanner + 4], M[scanner + 6], at, limit, mode, M[scanner + SCAN_ADVANCE] === 1)) {
      M[scanner + SCAN_AT] = limit + 1;
      return rt.none;
    }
    M[scanner + SCAN_ADVANCE] = matcher.end === matcher.start ? 1 : 0;
    M[scanner + SCAN_AT] = matcher.end;
    return newMatch(rt, M[scanner + 4], M[scanner + 6], M[scanner + SCAN_FROM], limit);
  };
}

const finditer: NativeFunction = (rt, args) => {
  const scanner = rt.push(newScanner(rt, args));
  const info = rt.types['callable_iterator']!;
  const search = rt.push(getAttrNamed(rt, M[scanner], 'search'));
  const iterator = newRecord(rt, info);
  M[iterator + 4] = M[search];
  M[iterator + 6] = rt.none;
  rt.heap.track(iterator);
  M[search] = iterator;
  rt.sp = search;
  const replaced = M[scanner];
  M[scanner] = M[search];
  rt.release(replaced);
  rt.sp = scanner;
  return M[scanner];
};

const FLAG_NAMES: readonly (readonly [number, string])[] = [
  [FLAG_IGNORECASE, 're.IGNORECASE'],
  [FLAG_LOCALE, 're.LOCALE'],
  [FLAG_MULTILINE, 're.MULTILINE'],
  [FLAG_DOTALL, 're.DOTALL'],
  [FLAG_VERBOSE, 're.VERBOSE'],
  [FLAG_DEBUG, 're.DEBUG'],
  [FLAG_ASCII, 're.ASCII'],
];

function patternRepr(rt: Runtime, self: Address): Address {
  const isText = M[self + PATTERN_IS_TEXT] === 1;
  let rest = M[self + PATTERN_FLAGS];
  const unicodeOnly = isText && (rest & (FLAG_LOCALE | FLAG_UNICODE | FLAG_ASCII)) === FLAG_UNICODE;
  if (unicodeOnly) rest &= ~FLAG_UNICODE;
  const names: string[] = [];
  for (const [flag, name] of FLAG_NAMES) {
    if ((rest & flag) === 0) continue;
    names.push(name);
    rest &= ~flag;
  }
  if (rest !== 0) names.push(`0x${rest.toString(16)}`);
  const shown = [...reprText(rt, M[self + PATTERN_SOURCE])].slice(0, 200).join('');
  return newStr(rt, `re.compile(${shown}${names.length === 0 ? '' : `, ${names.join('|')}`})`);
}

/** Defines re.Pattern and its scanner. */
export function definePattern(rt: Runtime): void {
  defineType(rt, {
    name: 'SRE_Scanner',
    module: '_sre',
    kind: 'record',
    collectable: true,
    basicBytes: 56,
    fields: 2,
    baseType: false,
    abstract: true,
    getset: [memberOf('pattern', 4)],
    methods: [
      { name: 'match', arity: 'none', fn: scan('match') },
      { name: 'search', arity: 'none', fn: scan('search') },
    ],
  });
  const searching = 'string, pos=, endpos=';
  defineType(rt, {
    name: 'Pattern',
    module: 're',
    kind: 'record',
    collectable: true,
    basicBytes: 96,
    fields: 2,
    weakOffset: PATTERN_WEAKLIST,
    baseType: false,
    abstract: true,
    doc: 'Compiled regular expression object.',
    repr: patternRepr,
    compare: (runtime, left, right, op) => {
      if (op !== EQ && op !== NE) return runtime.notImplemented;
      if (runtime.typeOf(right) !== runtime.types['Pattern']) return runtime.notImplemented;
      const same =
        M[left + PATTERN_FLAGS] === M[right + PATTERN_FLAGS] &&
        M[left + PATTERN_IS_TEXT] === M[right + PATTERN_IS_TEXT] &&
        equals(runtime, M[left + PATTERN_SOURCE], M[right + PATTERN_SOURCE]);
      return runtime.bool(same === (op === EQ));
    },
    hash: (runtime, self) => {
      if (M[self + PATTERN_IS_TEXT] === 1) hashStr(runtime, M[self + PATTERN_SOURCE]);
      else hashOf(runtime, M[self + PATTERN_SOURCE]);
      runtime.hashLow ^= M[self + PATTERN_FLAGS];
    },
    classMethods: [classGetItem],
    getset: [
      memberOf('pattern', PATTERN_SOURCE),
      memberOf('groupindex', PATTERN_INDEX),
      { name: 'flags', get: (runtime, self) => newInt(runtime, M[self + PATTERN_FLAGS]) },
      { name: 'groups', get: (runtime, self) => newInt(runtime, programOf(runtime, self).groups - 1) },
    ],
    methods: [
      { name: 'match', arity: { params: searching }, fn: finder('match') },
      { name: 'fullmatch', arity: { params: searching }, fn: finder('fullmatch') },
      { name: 'search', arity: { params: searching }, fn: finder('search') },
      { name: 'findall', arity: { params: searching }, fn: findall },
      { name: 'finditer', arity: { params: searching }, fn: finditer },
      { name: 'scanner', arity: { params: searching }, fn: (runtime, args) => newScanner(runtime, args) },
      { name: 'split', arity: { params: 'string, maxsplit=' }, fn: split },
      { name: 'sub', arity: { params: 'repl, string, count=' }, safe: true, fn: substitute(false) },
      { name: 'subn', arity: { params: 'repl, string, count=' }, safe: true, fn: substitute(true) },
      { name: '__copy__', arity: 'none', fn: (runtime, args) => runtime.retain(M[args]) },
      { name: '__deepcopy__', arity: 'one', fn: (runtime, args) => runtime.retain(M[args]) },
    ],
  });
}
