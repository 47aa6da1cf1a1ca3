/** code: what a function runs, as an object. */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { type CodeUnit, sameItems } from '../bytecode/code-unit.ts';
import { intToSafeNumber, newInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import {
  isTuple,
  listAppend,
  newListOf,
  newTuple,
  newTupleFromTop,
  tupleFrom,
  tupleItem,
  tupleLength,
} from '../objects/sequence.ts';
import { intern, isStr, newStr, strText } from '../objects/str.ts';
import { CODE_CONSTS, CODE_FILENAME, CODE_INDEX, CODE_NAME, CODE_QUALNAME } from '../runtime/code-table.ts';
import { argumentTypeName, raiseTypeError } from '../runtime/exceptions.ts';
import { compareTrue, getIter, reprText } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { EQ, NE } from '../runtime/type-info.ts';
import type { GetSetSpec, TypeSpec } from '../runtime/types.ts';
import { hexId } from './object-type.ts';

const M = WORDS;

function mixed(hash: number, part: number): number {
  return Math.imul(hash ^ part, 16_777_619);
}

function hashText(text: string): number {
  let hash = text.length;
  for (let index = 0; index < text.length; index++) hash = mixed(hash, text.charCodeAt(index));
  return hash;
}

function unitOf(rt: Runtime, self: Address) {
  return rt.codes[M[self + CODE_INDEX]]!.unit;
}

function names(rt: Runtime, list: readonly string[]): Address {
  return newTuple(
    rt,
    list.map((name) => intern(rt, name)),
  );
}

/** code.replace(): the same instructions under another name or place, with other constants or flags. */
function replaced(rt: Runtime, args: Address): Address {
  const given = (index: number): Address => M[args + 2 + 2 * index];
  const unit = unitOf(rt, M[args]);
  const text = (index: number, name: string, otherwise: string): string => {
    if (given(index) === 0) return otherwise;
    if (!isStr(rt, given(index))) {
      raiseTypeError(rt, `replace() argument '${name}' must be str, not ${argumentTypeName(rt, given(index))}`);
    }
    return strText(rt, given(index));
  };
  const code = rt.newCode(rt, {
    ...unit,
    name: text(0, 'co_name', unit.name),
    qualname: text(1, 'co_qualname', unit.qualname),
    filename: text(2, 'co_filename', unit.filename),
    firstLine: given(3) === 0 ? unit.firstLine : intToSafeNumber(rt, given(3)),
    flags: given(5) === 0 ? unit.flags : intToSafeNumber(rt, given(5)),
  });
  const constants = given(4);
  if (constants === 0) return code;
  const slot = rt.push(code);
  if (!isTuple(rt, constants)) {
    raiseTypeError(rt, `replace() argument 'co_consts' must be tuple, not ${argumentTypeName(rt, constants)}`);
  }
  rt.replace(code, code + CODE_CONSTS, rt.retain(constants));
  rt.sp = slot;
  return code;
}

/** A constant of a code object: the same value of the same type, down to the sign of a zero. */
function isSameConstant(rt: Runtime, one: Address, other: Address): boolean {
  if (one === other) return true;
  if (M[one + REP] !== M[other + REP]) return false;
  switch (M[one + REP] & 0xff) {
    case KIND.code:
      return isSameCode(rt, one, other);
    case KIND.float:
    case KIND.complex:
      return reprText(rt, one) === reprText(rt, other);
    case KIND.tuple: {
      const length = tupleLength(rt, one);
      if (tupleLength(rt, other) !== length) return false;
      for (let index = 0; index < length; index++) {
        if (!isSameConstant(rt, tupleItem(rt, one, index), tupleItem(rt, other, index))) return false;
      }
      return true;
    }
    default:
      return compareTrue(rt, one, other, EQ);
  }
}

/** Equal code does the same at the same places of a file; whose file it is does not matter. Source: CPython's Objects/codeobject.c, code_richcompare. */
function isSameCode(rt: Runtime, one: Address, other: Address): boolean {
  const a = unitOf(rt, one);
  const b = unitOf(rt, other);
  return (
    strText(rt, M[one + CODE_NAME]) === strText(rt, M[other + CODE_NAME]) &&
    sameItems(facts(a), facts(b)) &&
    sameItems(a.names, b.names) &&
    sameItems(a.localsPlus, b.localsPlus) &&
    sameItems(a.code, b.code) &&
    sameItems(a.positions, b.positions) &&
    sameItems(a.exceptionTable, b.exceptionTable) &&
    isSameConstant(rt, M[one + CODE_CONSTS], M[other + CODE_CONSTS])
  );
}

function facts({ argCount, posOnlyCount, kwOnlyCount, flags, firstLine }: CodeUnit): number[] {
  return [argCount, posOnlyCount, kwOnlyCount, flags, firstLine];
}

/** (line, end line, column, end column) from index `at` on; None for what an instruction has not. */
export function positionTuple(rt: Runtime, positions: ArrayLike<number>, at: number): Address {
  for (let index = at; index < at + 4; index++) {
    const place = positions[index] ?? 0;
    rt.push(place < 0 ? rt.none : newInt(rt, place));
  }
  return newTupleFromTop(rt, 4);
}

/** co_lines(): (first byte, byte after the last, line) of each run of instructions that stand on one line; an instruction takes two bytes. */
function lines(rt: Runtime, self: Address): Address {
  const { positions } = unitOf(rt, self);
  const count = positions.length / 4;
  const list = rt.push(newListOf(rt, []));
  for (let begin = 0, end = 0; begin < count; begin = end) {
    const line = positions[4 * begin]!;
    while (end < count && positions[4 * end] === line) end++;
    const [from, to] = [2 * begin, 2 * end];
    const range = tupleFrom(rt, [() => newInt(rt, from), () => newInt(rt, to), () => (line < 0 ? rt.none : newInt(rt, line))]);
    listAppend(rt, M[list], range);
  }
  const iterator = getIter(rt, M[list]);
  rt.unwind(list);
  return iterator;
}

const REPLACE = {
  arity: { params: '*, co_name=, co_qualname=, co_filename=, co_firstlineno=, co_consts=, co_flags=' },
  fn: replaced,
};

/** A field of CPython's struct. */
const codeField = (name: string, get: GetSetSpec['get']): GetSetSpec => ({ name, get, member: true });

export const codeSpec: TypeSpec = {
  name: 'code',
  kind: 'code',
  basicBytes: 208,
  baseType: false,
  abstract: true,
  hash: (rt, self) => {
    const { code, names: used } = unitOf(rt, self);
    let hash = hashText(strText(rt, M[self + CODE_NAME]));
    for (const part of [...facts(unitOf(rt, self)), code.length, ...code, ...used.map(hashText)]) hash = mixed(hash, part);
    rt.hashLow = hash;
    rt.hashHigh = 0;
  },
  compare: (rt, left, right, op) => {
    if ((op !== EQ && op !== NE) || M[left + REP] !== M[right + REP]) return rt.notImplemented;
    return rt.bool(isSameCode(rt, left, right) === (op === EQ));
  },
  repr: (rt, self) =>
    newStr(
      rt,
      `<code object ${strText(rt, M[self + CODE_NAME])} at ${hexId(rt, self)}, file "${strText(rt, M[self + CODE_FILENAME])}", line ${unitOf(rt, self).firstLine}>`,
    ),
  getset: [
    codeField('co_name', (rt, self) => rt.retain(M[self + CODE_NAME])),
    codeField('co_qualname', (rt, self) => rt.retain(M[self + CODE_QUALNAME])),
    codeField('co_filename', (rt, self) => rt.retain(M[self + CODE_FILENAME])),
    codeField('co_consts', (rt, self) => rt.retain(M[self + 4])),
    codeField('co_firstlineno', (rt, self) => newInt(rt, unitOf(rt, self).firstLine)),
    codeField('co_argcount', (rt, self) => newInt(rt, unitOf(rt, self).argCount)),
    codeField('co_posonlyargcount', (rt, self) => newInt(rt, unitOf(rt, self).posOnlyCount)),
    codeField('co_kwonlyargcount', (rt, self) => newInt(rt, unitOf(rt, self).kwOnlyCount)),
    codeField('co_nlocals', (rt, self) => newInt(rt, unitOf(rt, self).varNames.length)),
    codeField('co_stacksize', (rt, self) => newInt(rt, unitOf(rt, self).stackSize)),
    codeField('co_flags', (rt, self) => newInt(rt, unitOf(rt, self).flags)),
    codeField('co_names', (rt, self) => names(rt, unitOf(rt, self).names)),
    { name: 'co_varnames', get: (rt, self) => names(rt, unitOf(rt, self).varNames) },
    { name: 'co_cellvars', get: (rt, self) => names(rt, unitOf(rt, self).cellNames) },
    { name: 'co_freevars', get: (rt, self) => names(rt, unitOf(rt, self).freeNames) },
  ],
  methods: [
    { name: 'replace', ...REPLACE },
    { name: '__replace__', ...REPLACE },
    { name: 'co_lines', arity: 'none', fn: (rt, args) => lines(rt, M[args]) },
    {
      name: 'co_positions',
      arity: 'none',
      fn: (rt, args) => {
        const { positions } = unitOf(rt, M[args]);
        const list = rt.push(newListOf(rt, []));
        for (let at = 0; at < positions.length; at += 4) {
          listAppend(rt, M[list], positionTuple(rt, positions, at));
        }
        const iterator = getIter(rt, M[list]);
        rt.unwind(list);
        return iterator;
      },
    },
  ],
};
