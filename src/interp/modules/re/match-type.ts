/**
 * re.Match.
 *
 * ```
 *  word 4 subject; 6 pattern; 8 pos; 9 endpos; 10 number of the group that ended last, 0 = none; 20 words behind: 2 for each group;
 *  word 22 + 4g start of group g, -1 where it took no part; 24 + 4g its end                                   88 + 16 a group
 * ```
 */
import { type Address, WORDS } from '../../../heap/memory.ts';
import { dictSetStr, newDict } from '../../objects/dict.ts';
import { intToSafeNumber, isInt, newInt } from '../../objects/int.ts';
import { newTupleBlock, newTupleFromTop, TUPLE_ITEMS } from '../../objects/sequence.ts';
import { intern, isStr, newStr, strText } from '../../objects/str.ts';
import { raise } from '../../runtime/exceptions.ts';
import type { NativeSpec } from '../../runtime/native.ts';
import { indexOf, reprText } from '../../runtime/operators.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { defineType } from '../../runtime/types.ts';
import { classGetItem, memberOf } from '../records.ts';
import type { Program } from './compile.ts';
import { expandPieces, programOf, raiseProblem, templateOf } from './patterns.ts';
import { matcher, sliceOf } from './subject.ts';

const M = WORDS;

export const MATCH_SUBJECT = 4;
export const MATCH_PATTERN = 6;
const POS = 8;
const ENDPOS = 9;
const LAST = 10;
const ITEM_COUNT = 20;
const MARKS = 22;

/** A match object of what the matcher has just found; owned. */
export function newMatch(rt: Runtime, pattern: Address, subject: Address, pos: number, endpos: number): Address {
  const program = programOf(rt, pattern);
  const info = rt.types['Match']!;
  const match = rt.newCollectable(info, info.rep, info.basicBytes + 16 * program.groups);
  for (let word = match + 4; word < match + MARKS; word++) M[word] = 0;
  M[match + MATCH_SUBJECT] = rt.retain(subject);
  M[match + MATCH_PATTERN] = rt.retain(pattern);
  M[match + POS] = pos;
  M[match + ENDPOS] = endpos;
  M[match + LAST] = matcher.lastIndex;
  M[match + ITEM_COUNT] = 2 * program.groups;
  for (let group = 0; group < program.groups; group++) {
    let start = group === 0 ? matcher.start : matcher.mark(2 * group - 2);
    let end = group === 0 ? matcher.end : matcher.mark(2 * group - 1);
    if (start < 0 || end < start) start = end = -1;
    const at = match + MARKS + 4 * group;
    M[at] = start;
    M[at + 1] = 0;
    M[at + 2] = end;
    M[at + 3] = 0;
  }
  rt.heap.track(match);
  return match;
}

const startOf = (_rt: Runtime, match: Address, group: number): number => M[match + MARKS + 4 * group];
const endOf = (_rt: Runtime, match: Address, group: number): number => M[match + MARKS + 4 * group + 2];
const programAt = (rt: Runtime, match: Address): Program => programOf(rt, M[match + MATCH_PATTERN]);

/** Text of a group, or `otherwise` (borrowed) where it took no part; owned. */
export function groupText(rt: Runtime, match: Address, group: number, otherwise: Address): Address {
  const start = startOf(rt, match, group);
  return start < 0 ? rt.retain(otherwise) : sliceOf(rt, M[match + MATCH_SUBJECT], start, endOf(rt, match, group));
}

/** Group number of an argument: a number or a name. */
function groupNumber(rt: Runtime, match: Address, key: Address): number {
  const program = programAt(rt, match);
  let group = -1;
  if (isStr(rt, key)) group = program.names.get(strText(rt, key)) ?? -1;
  else if (isInt(rt, key) || rt.typeOf(key).index !== null) {
    const index = rt.push(indexOf(rt, key));
    const value = intToSafeNumber(rt, M[index]);
    rt.unwind(index);
    if (value >= 0 && value < program.groups) group = value;
  }
  if (group < 0) raise(rt, 'IndexError', 'no such group');
  return group;
}

function spanTuple(rt: Runtime, match: Address, group: number): Address {
  rt.push(newInt(rt, startOf(rt, match, group)));
  rt.push(newInt(rt, endOf(rt, match, group)));
  return newTupleFromTop(rt, 2);
}

/** A method of one optional group argument. */
function ofGroup(name: string, get: (rt: Runtime, match: Address, group: number) => Address): NativeSpec {
  return {
    name,
    arity: { min: 0, max: 1 },
    fn: (rt, args, count) => get(rt, M[args], count < 2 ? 0 : groupNumber(rt, M[args], M[args + 2])),
  };
}

const methods: readonly NativeSpec[] = [
  {
    name: 'group',
    arity: 'raw',
    fn: (rt, args, count) => {
      const match = M[args];
      if (count < 2) return groupText(rt, match, 0, rt.none);
      if (count === 2) return groupText(rt, match, groupNumber(rt, match, M[args + 2]), rt.none);
      const tuple = rt.push(newTupleBlock(rt, count - 1));
      for (let index = 1; index < count; index++) {
        const text = groupText(rt, match, groupNumber(rt, match, M[args + 2 * index]), rt.none);
        M[M[tuple] + TUPLE_ITEMS + 2 * (index - 1)] = text;
      }
      rt.heap.track(M[tuple]);
      rt.sp = tuple;
      return M[tuple];
    },
  },
  {
    name: 'groups',
    arity: { params: 'default=' },
    fn: (rt, args) => {
      const match = M[args];
      const otherwise = M[args + 2] === 0 ? rt.none : M[args + 2];
      const count = programAt(rt, match).groups - 1;
      const root = rt.push(newTupleBlock(rt, count));
      for (let group = 1; group <= count; group++) {
        const text = groupText(rt, match, group, otherwise);
        M[M[root] + TUPLE_ITEMS + 2 * (group - 1)] = text;
      }
      if (count > 0) rt.heap.track(M[root]);
      return rt.pop();
    },
  },
  {
    name: 'groupdict',
    arity: { params: 'default=' },
    fn: (rt, args) => {
      const match = M[args];
      const otherwise = M[args + 2] === 0 ? rt.none : M[args + 2];
      const dict = rt.push(newDict(rt));
      for (const [name, group] of programAt(rt, match).names) {
        const text = rt.push(groupText(rt, match, group, otherwise));
        dictSetStr(rt, M[dict], intern(rt, name), M[text]);
        rt.unwind(text);
      }
      rt.sp = dict;
      return M[dict];
    },
  },
  ofGroup('start', (rt, match, group) => newInt(rt, startOf(rt, match, group))),
  ofGroup('end', (rt, match, group) => newInt(rt, endOf(rt, match, group))),
  ofGroup('span', spanTuple),
  {
    name: 'expand',
    arity: { params: 'template' },
    fn: (rt, args) => {
      const match = M[args];
      const pattern = M[match + MATCH_PATTERN];
      try {
        return expandPieces(rt, pattern, M[match + MATCH_SUBJECT], templateOf(rt, pattern, M[args + 2]), (group) => [
          startOf(rt, match, group),
          endOf(rt, match, group),
        ]);
      } catch (problem) {
        raiseProblem(rt, problem, M[args + 2]);
      }
    },
  },
  { name: '__copy__', arity: 'none', fn: (rt, args) => rt.retain(M[args]) },
  { name: '__deepcopy__', arity: 'one', fn: (rt, args) => rt.retain(M[args]) },
];

export function defineMatch(rt: Runtime): void {
  defineType(rt, {
    name: 'Match',
    module: 're',
    kind: 'record',
    collectable: true,
    basicBytes: 4 * MARKS,
    itemBytes: 8,
    fields: 2,
    baseType: false,
    abstract: true,
    doc: 'The result of re.match() and re.search().\nMatch objects always have a boolean value of True.',
    getitem: (runtime, self, key) => groupText(runtime, self, groupNumber(runtime, self, key), runtime.none),
    repr: (runtime, self) => {
      const text = runtime.push(groupText(runtime, self, 0, runtime.none));
      const shown = reprText(runtime, M[text]);
      runtime.unwind(text);
      return newStr(
        runtime,
        `<re.Match object; span=(${startOf(runtime, self, 0)}, ${endOf(runtime, self, 0)}), match=${[...shown].slice(0, 50).join('')}>`,
      );
    },
    classMethods: [classGetItem],
    getset: [
      memberOf('string', MATCH_SUBJECT),
      memberOf('re', MATCH_PATTERN),
      { name: 'pos', get: (runtime, self) => newInt(runtime, M[self + POS]) },
      { name: 'endpos', get: (runtime, self) => newInt(runtime, M[self + ENDPOS]) },
      {
        name: 'lastindex',
        get: (runtime, self) => (M[self + LAST] > 0 ? newInt(runtime, M[self + LAST]) : runtime.none),
      },
      {
        name: 'lastgroup',
        get: (runtime, self) => {
          for (const [name, group] of programAt(runtime, self).names)
            if (group === M[self + LAST]) return newStr(runtime, name);
          return runtime.none;
        },
      },
      {
        name: 'regs',
        get: (runtime, self) => {
          const { groups } = programAt(runtime, self);
          for (let group = 0; group < groups; group++) runtime.push(spanTuple(runtime, self, group));
          return newTupleFromTop(runtime, groups);
        },
      },
    ],
    methods,
  });
}
