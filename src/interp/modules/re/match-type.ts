/** The type re.Match. */
import type { Address } from '../../../heap/memory.ts';
import { bytesData, newBytesBlock } from '../../objects/bytes.ts';
import { dictSet, newDict } from '../../objects/dict.ts';
import { isInt, newInt } from '../../objects/int.ts';
import { newRecord } from '../../objects/iterator.ts';
import { newTuple, newTupleFromStack } from '../../objects/sequence.ts';
import { isStr, newStr, strText } from '../../objects/str.ts';
import { raise } from '../../runtime/exceptions.ts';
import type { NativeSpec } from '../../runtime/native.ts';
import { asIndex, reprText } from '../../runtime/operators.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { TypeInfo } from '../../runtime/type-info.ts';
import { defineType } from '../../runtime/types.ts';
import { classGetItem, memberOf, take } from '../records.ts';
import { MATCH_BYTES, MATCH_ENDPOS, MATCH_LAST_INDEX, MATCH_MARKS, MATCH_PATTERN, MATCH_POS, MATCH_STRING } from './match-fields.ts';
import { expandTemplate } from './substitution.ts';
import { compiledOf } from './pattern-fields.ts';
import { cut, stateOf } from './subject.ts';


/** A match of the pattern in stack slot `pattern` on the string in slot `string`, from the matcher's registers. */
export function newMatch(rt: Runtime, pattern: Address, string: Address, pos: number, endpos: number): Address {
  const M = rt.M;
  const { matcher } = stateOf(rt);
  const count = 2 * (compiledOf(rt, M[pattern]).program.groups + 1);
  const marks = rt.push(newBytesBlock(rt, 4 * count));
  const data = bytesData(M[marks]) >> 2;
  for (let index = 0; index < count; index++) M[data + index] = matcher.registers[index]!;
  // A group whose end was never reached has not matched.
  for (let index = 0; index < count; index += 2) {
    if (M[data + index] < 0 || M[data + index + 1] < 0) {
      M[data + index] = -1;
      M[data + index + 1] = -1;
    }
  }
  const match = newRecord(rt, stateOf(rt).match!);
  M[match + MATCH_STRING] = rt.retain(M[string]);
  M[match + MATCH_PATTERN] = rt.retain(M[pattern]);
  M[match + MATCH_MARKS] = take(rt, marks);
  M[match + MATCH_POS] = pos;
  M[match + MATCH_ENDPOS] = endpos;
  M[match + MATCH_LAST_INDEX] = matcher.lastIndex;
  rt.heap.track(match);
  return match;
}

function mark(rt: Runtime, match: Address, index: number): number {
  return rt.M[(bytesData(rt.M[match + MATCH_MARKS]) >> 2) + index];
}

function groupCount(rt: Runtime, match: Address): number {
  return compiledOf(rt, rt.M[match + MATCH_PATTERN]).program.groups;
}

/** Text of a group, owned; `otherwise` (retained) when it has not matched. */
function groupText(rt: Runtime, match: Address, group: number, otherwise: Address): Address {
  const start = mark(rt, match, 2 * group);
  if (start < 0) return rt.retain(otherwise);
  return cut(rt, rt.M[match + MATCH_STRING], start, mark(rt, match, 2 * group + 1));
}

/** Number of the group that an argument names. Raises IndexError. */
function groupNumber(rt: Runtime, match: Address, key: Address): number {
  let group = -1;
  if (isInt(rt, key)) group = asIndex(rt, key);
  else if (isStr(rt, key)) group = compiledOf(rt, rt.M[match + MATCH_PATTERN]).names.get(strText(rt, key)) ?? -1;
  else if (rt.typeOf(key).index !== null) group = asIndex(rt, key);
  if (group < 0 || group > groupCount(rt, match)) raise(rt, 'IndexError', 'no such group');
  return group;
}

function span(rt: Runtime, match: Address, group: number): Address {
  return newTuple(rt, [newInt(rt, mark(rt, match, 2 * group)), newInt(rt, mark(rt, match, 2 * group + 1))]);
}

function placeMethod(name: string, offset: 0 | 1): NativeSpec {
  return {
    name,
    arity: { min: 0, max: 1 },
    fn: (rt, args, count) => {
      const match = rt.M[args];
      const group = count > 1 ? groupNumber(rt, match, rt.M[args + 2]) : 0;
      return newInt(rt, mark(rt, match, 2 * group + offset));
    },
  };
}

const methods: readonly NativeSpec[] = [
  {
    name: 'group',
    arity: 'raw',
    fn: (rt, args, count) => {
      const M = rt.M;
      if (count <= 2) return groupText(rt, M[args], count < 2 ? 0 : groupNumber(rt, M[args], M[args + 2]), rt.none);
      const first = rt.sp;
      for (let index = 1; index < count; index++) rt.push(groupText(rt, M[args], groupNumber(rt, M[args], M[args + 2 * index]), rt.none));
      const tuple = newTupleFromStack(rt, first, count - 1);
      rt.sp = first;
      return tuple;
    },
  },
  {
    name: 'groups',
    arity: { params: 'default=' },
    fn: (rt, args) => {
      const M = rt.M;
      const otherwise = M[args + 2] === 0 ? rt.none : M[args + 2];
      const first = rt.sp;
      const count = groupCount(rt, M[args]);
      for (let group = 1; group <= count; group++) rt.push(groupText(rt, M[args], group, otherwise));
      const tuple = newTupleFromStack(rt, first, count);
      rt.sp = first;
      return tuple;
    },
  },
  {
    name: 'groupdict',
    arity: { params: 'default=' },
    fn: (rt, args) => {
      const M = rt.M;
      const otherwise = M[args + 2] === 0 ? rt.none : M[args + 2];
      const dict = rt.push(newDict(rt));
      for (const [name, group] of compiledOf(rt, M[M[args] + MATCH_PATTERN]).names) {
        const key = rt.push(newStr(rt, name));
        const value = rt.push(groupText(rt, M[args], group, otherwise));
        dictSet(rt, M[dict], M[key], M[value]);
        rt.unwind(key);
      }
      return take(rt, dict);
    },
  },
  placeMethod('start', 0),
  placeMethod('end', 1),
  {
    name: 'span',
    arity: { min: 0, max: 1 },
    fn: (rt, args, count) => span(rt, rt.M[args], count > 1 ? groupNumber(rt, rt.M[args], rt.M[args + 2]) : 0),
  },
  {
    name: 'expand',
    arity: { params: 'template' },
    fn: (rt, args) => expandTemplate(rt, args, args + 2, (group) => groupText(rt, rt.M[args], group, rt.none)),
  },
  { name: '__copy__', arity: 'none', fn: (rt, args) => rt.retain(rt.M[args]) },
  { name: '__deepcopy__', arity: 'one', fn: (rt, args) => rt.retain(rt.M[args]) },
];

export function defineMatch(rt: Runtime): TypeInfo {
  return defineType(rt, {
    name: 'Match',
    module: 're',
    kind: 'record',
    collectable: true,
    basicBytes: MATCH_BYTES,
    fields: 3,
    baseType: false,
    abstract: true,
    methods,
    classMethods: [classGetItem],
    getitem: (runtime, self, key) => groupText(runtime, self, groupNumber(runtime, self, key), runtime.none),
    repr: (runtime, self) => {
      const text = runtime.push(groupText(runtime, self, 0, runtime.none));
      const shown = [...reprText(runtime, runtime.M[text])].slice(0, 50).join('');
      runtime.unwind(text);
      return newStr(runtime, `<re.Match object; span=(${mark(runtime, self, 0)}, ${mark(runtime, self, 1)}), match=${shown}>`);
    },
    getset: [
      memberOf('string', MATCH_STRING),
      memberOf('re', MATCH_PATTERN),
      { name: 'pos', get: (runtime, self) => newInt(runtime, runtime.M[self + MATCH_POS]) },
      { name: 'endpos', get: (runtime, self) => newInt(runtime, runtime.M[self + MATCH_ENDPOS]) },
      {
        name: 'lastindex',
        get: (runtime, self) => (runtime.M[self + MATCH_LAST_INDEX] === 0 ? runtime.none : newInt(runtime, runtime.M[self + MATCH_LAST_INDEX])),
      },
      {
        name: 'lastgroup',
        get: (runtime, self) => {
          const last = runtime.M[self + MATCH_LAST_INDEX];
          for (const [name, group] of compiledOf(runtime, runtime.M[self + MATCH_PATTERN]).names) if (group === last) return newStr(runtime, name);
          return runtime.none;
        },
      },
      {
        name: 'regs',
        get: (runtime, self) => {
          const spans: Address[] = [];
          for (let group = 0; group <= groupCount(runtime, self); group++) spans.push(span(runtime, self, group));
          return newTuple(runtime, spans);
        },
      },
    ],
  });
}
