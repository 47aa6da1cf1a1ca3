/** types.UnionType: what `int | str` makes (PEP 604; CPython: Objects/unionobject.c). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { newRecord } from '../objects/iterator.ts';
import { KIND } from '../objects/kinds.ts';
import { newTupleFromStack, tupleItem, tupleLength } from '../objects/sequence.ts';
import { newStr } from '../objects/str.ts';
import { isInstance, isSubclass } from '../runtime/class-checks.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { binary, getItem, reprText } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { frozensetHash, setFromIterable, setInSet } from '../runtime/sets.ts';
import { BINARY_NAMES, EQ, NE } from '../runtime/type-info.ts';
import { defineType } from '../runtime/types.ts';
import { itemsEqual } from './sequence-methods.ts';
import { argumentText, isAlias, parametersOf } from './type-arguments.ts';

const M = WORDS;

/** word 4 tuple of alternatives; 6 tuple of their type variables (32 bytes). */
const ARGS = 4;
const PARAMETERS = 6;
const BYTES = 32;
const OR = BINARY_NAMES.indexOf('or');

function isUnion(rt: Runtime, object: Address): boolean {
  return rt.types['UnionType'] !== undefined && rt.typeOf(object) === rt.types['UnionType'];
}

function isAlternative(rt: Runtime, object: Address): boolean {
  if (object === rt.none || (M[object + REP] & 0xff) === KIND.type || isAlias(rt, object)) return true;
  return isUnion(rt, object) || rt.typeOf(object).name === 'TypeAliasType';
}

/** Pushes the alternatives of one operand that are not on the stack from `mark` on. */
function pushAlternatives(rt: Runtime, mark: Address, operand: Address): void {
  if (isUnion(rt, operand)) {
    const args = M[operand + ARGS];
    for (let index = 0; index < tupleLength(rt, args); index++) pushAlternatives(rt, mark, tupleItem(rt, args, index));
    return;
  }
  const alternative = operand === rt.none ? rt.types['NoneType']!.address : operand;
  for (let slot = mark; slot < rt.sp; slot += 2) {
    const same = isAlias(rt, alternative) ? itemsEqual(rt, M[slot], alternative) : M[slot] === alternative;
    if (same) return;
  }
  rt.push(rt.retain(alternative));
}

/** left | right for types, None, aliases and unions; NotImplemented for anything else. A single alternative is itself. */
export function unionOf(rt: Runtime, left: Address, right: Address): Address {
  if (!isAlternative(rt, left) || !isAlternative(rt, right)) return rt.notImplemented;
  rt.pinned++;
  const mark = rt.sp;
  pushAlternatives(rt, mark, left);
  pushAlternatives(rt, mark, right);
  const count = (rt.sp - mark) >> 1;
  let result: Address;
  if (count === 1) result = rt.pop();
  else {
    const args = newTupleFromStack(rt, mark, count);
    rt.sp = mark;
    rt.push(args);
    rt.push(parametersOf(rt, args));
    result = newRecord(rt, rt.types['UnionType']!);
    M[result + ARGS] = M[mark];
    M[result + PARAMETERS] = M[mark + 2];
    rt.sp = mark;
    rt.heap.track(result);
  }
  rt.pinned--;
  return result;
}

function unionRepr(rt: Runtime, union: Address): Address {
  const args = M[union + ARGS];
  const texts: string[] = [];
  rt.pinned++;
  for (let index = 0; index < tupleLength(rt, args); index++) texts.push(argumentText(rt, tupleItem(rt, args, index)));
  rt.pinned--;
  return newStr(rt, texts.join(' | '));
}

/** Unions are equal when they have the same alternatives, in any order. */
function unionCompare(rt: Runtime, left: Address, right: Address, op: number): Address {
  if ((op !== EQ && op !== NE) || !isUnion(rt, right)) return rt.notImplemented;
  rt.pinned++;
  const first = rt.push(setFromIterable(rt, M[left + ARGS]));
  const second = rt.push(setFromIterable(rt, M[right + ARGS]));
  const equal = setInSet(rt, M[first], M[second]) && setInSet(rt, M[second], M[first]);
  rt.unwind(first);
  rt.pinned--;
  return rt.bool(equal === (op === EQ));
}

function unionHash(rt: Runtime, union: Address): void {
  rt.pinned++;
  const slot = rt.push(setFromIterable(rt, M[union + ARGS], rt.frozensetInfo));
  frozensetHash(rt, M[slot]);
  const low = rt.hashLow;
  const high = rt.hashHigh;
  rt.unwind(slot);
  rt.pinned--;
  rt.hashLow = low;
  rt.hashHigh = high;
}

/** isinstance or issubclass against each alternative. */
function check(name: string, holds: (rt: Runtime, object: Address, cls: Address) => boolean): NativeSpec {
  return {
    name: `__${name}check__`,
    arity: 'one',
    fn: (rt, args) => {
      const alternatives = M[M[args] + ARGS];
      const call = name === 'instance' ? 'isinstance' : 'issubclass';
      for (let index = 0; index < tupleLength(rt, alternatives); index++) {
        if (isAlias(rt, tupleItem(rt, alternatives, index))) {
          raiseTypeError(rt, `${call}() argument 2 cannot be a parameterized generic`);
        }
        if (holds(rt, M[args + 2], tupleItem(rt, alternatives, index))) return rt.true;
      }
      return rt.false;
    },
  };
}

/** union[items]: its type variables replaced, then joined anew. */
function substitute(rt: Runtime, union: Address, items: Address): Address {
  rt.pinned++;
  if (tupleLength(rt, M[union + PARAMETERS]) === 0) raiseTypeError(rt, `${reprText(rt, union)} is not a generic class`);
  // The alias of a tuple of the same alternatives knows how to replace them.
  const alias = rt.push(rt.newGenericAlias(rt, rt.tupleInfo.address, M[union + ARGS]));
  const replaced = rt.push(getItem(rt, M[alias], items));
  const args = rt.push(rt.typeOf(M[replaced]).getattro(rt, M[replaced], rt.interned.get('__args__')!));
  const result = rt.push(rt.retain(tupleItem(rt, M[args], 0)));
  for (let index = 1; index < tupleLength(rt, M[args]); index++) {
    const joined = binary(rt, M[result], tupleItem(rt, M[args], index), OR, false);
    rt.release(M[result]);
    M[result] = joined;
  }
  const union_ = rt.pop();
  rt.unwind(alias);
  rt.pinned--;
  return union_;
}

export function defineUnionType(rt: Runtime): void {
  const operators = new Array(BINARY_NAMES.length).fill(null);
  operators[OR] = unionOf;
  const field = (name: string, offset: number) => ({
    name,
    get: (runtime: Runtime, self: Address): Address => runtime.retain(M[self + offset]),
  });
  defineType(rt, {
    name: 'UnionType',
    module: 'types',
    kind: 'record',
    basicBytes: BYTES,
    fields: 2,
    collectable: true,
    baseType: false,
    abstract: true,
    doc: 'Represent a PEP 604 union type\n\nE.g. for int | str',
    repr: unionRepr,
    hash: unionHash,
    compare: unionCompare,
    getitem: substitute,
    binary: operators,
    getset: [field('__args__', ARGS), field('__parameters__', PARAMETERS)],
    methods: [check('instance', isInstance), check('subclass', isSubclass)],
  });
}
