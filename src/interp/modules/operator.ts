/** The module operator (CPython: Modules/_operator.c). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictSetStr } from '../objects/dict.ts';
import { intToBigInt, newBigInt, newInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { intern } from '../objects/str.ts';
import { callSpecial } from '../runtime/attributes.ts';
import { callForward } from '../runtime/calls.ts';
import { raise, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { lengthHint } from '../runtime/iterables.ts';
import type { NativeFunction, NativeSpec } from '../runtime/native.ts';
import {
  asSize,
  binary,
  compare,
  contains,
  equals,
  forEach,
  getItem,
  indexOf,
  invert,
  isTrue,
  negative,
  positive,
  setItem,
} from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { BINARY_NAMES, EQ, GE, GT, LE, LT, NE } from '../runtime/type-info.ts';
import type { ModuleSpec } from './module-spec.ts';
import { defineGetters } from './operator-getters.ts';

const M = WORDS;

function one(name: string, fn: NativeFunction): NativeSpec {
  return { name, arity: 'one', fn, safe: true };
}

function two(name: string, fn: NativeFunction): NativeSpec {
  return { name, arity: { min: 2, max: 2 }, fn, safe: true };
}

function operation(name: string, operator: (typeof BINARY_NAMES)[number], inplace: boolean): NativeSpec {
  const op = BINARY_NAMES.indexOf(operator);
  return two(name, (rt, args) => binary(rt, M[args], M[args + 2], op, inplace));
}

function comparison(name: string, op: number): NativeSpec {
  return two(name, (rt, args) => compare(rt, M[args], M[args + 2], op));
}

function concatenation(name: string, inplace: boolean): NativeSpec {
  const op = BINARY_NAMES.indexOf('add');
  return two(name, (rt, args) => {
    const info = rt.typeOf(M[args]);
    const slot = (inplace ? info.inplaceConcat : null) ?? info.concat;
    if (slot !== null) return slot(rt, M[args], M[args + 2]);
    if (info.getitem !== null && rt.typeOf(M[args + 2]).getitem !== null && info.kind !== KIND.dict) {
      return binary(rt, M[args], M[args + 2], op, inplace);
    }
    raiseTypeError(rt, `'${info.name}' object can't be concatenated`);
  });
}

function checkIterable(rt: Runtime, object: Address): void {
  const info = rt.typeOf(object);
  if (info.iter === null && info.getitem === null) raiseTypeError(rt, `argument of type '${info.name}' is not iterable`);
}

const countOf: NativeSpec = two('countOf', (rt, args) => {
  checkIterable(rt, M[args]);
  let count = 0;
  forEach(rt, M[args], (slot) => {
    if (equals(rt, M[slot], M[args + 2])) count++;
  });
  return newInt(rt, count);
});

const indexOfItem: NativeSpec = two('indexOf', (rt, args) => {
  checkIterable(rt, M[args]);
  const mark = rt.sp;
  let index = 0;
  let found = -1;
  const iterable = M[args];
  const STOP = {};
  try {
    forEach(rt, iterable, (slot) => {
      if (equals(rt, M[slot], M[args + 2])) {
        found = index;
        throw STOP;
      }
      index++;
    });
  } catch (thrown) {
    if (thrown !== STOP) throw thrown;
    rt.unwind(mark);
  }
  if (found < 0) raiseValueError(rt, 'sequence.index(x): x not in sequence');
  return newInt(rt, found);
});

const INPLACE: readonly (readonly [name: string, operator: (typeof BINARY_NAMES)[number]])[] = [
  ['iadd', 'add'],
  ['isub', 'sub'],
  ['imul', 'mul'],
  ['itruediv', 'truediv'],
  ['ifloordiv', 'floordiv'],
  ['imod', 'mod'],
  ['ipow', 'pow'],
  ['imatmul', 'matmul'],
  ['ilshift', 'lshift'],
  ['irshift', 'rshift'],
  ['iand', 'and'],
  ['ior', 'or'],
  ['ixor', 'xor'],
];

const PLAIN: readonly (readonly [name: string, operator: (typeof BINARY_NAMES)[number]])[] = [
  ['add', 'add'],
  ['sub', 'sub'],
  ['mul', 'mul'],
  ['truediv', 'truediv'],
  ['floordiv', 'floordiv'],
  ['mod', 'mod'],
  ['pow', 'pow'],
  ['matmul', 'matmul'],
  ['lshift', 'lshift'],
  ['rshift', 'rshift'],
  ['and_', 'and'],
  ['or_', 'or'],
  ['xor', 'xor'],
];

const functions: NativeSpec[] = [
  ...PLAIN.map(([name, operator]) => operation(name, operator, false)),
  ...INPLACE.map(([name, operator]) => operation(name, operator, true)),
  comparison('lt', LT),
  comparison('le', LE),
  comparison('eq', EQ),
  comparison('ne', NE),
  comparison('ge', GE),
  comparison('gt', GT),
  one('neg', (rt, args) => negative(rt, M[args])),
  one('pos', (rt, args) => positive(rt, M[args])),
  one('invert', (rt, args) => invert(rt, M[args])),
  one('inv', (rt, args) => invert(rt, M[args])),
  one('abs', (rt, args) => {
    const info = rt.typeOf(M[args]);
    if (info.absolute === null) raiseTypeError(rt, `bad operand type for abs(): '${info.name}'`);
    return info.absolute(rt, M[args]);
  }),
  one('not_', (rt, args) => rt.bool(!isTrue(rt, M[args]))),
  one('truth', (rt, args) => rt.bool(isTrue(rt, M[args]))),
  one('index', (rt, args) => {
    const index = indexOf(rt, M[args]);
    if (rt.typeOf(index) === rt.intInfo) return index;
    // Of bools and other subclasses the plain int.
    const slot = rt.push(index);
    const plain = newBigInt(rt, intToBigInt(rt, index));
    rt.unwind(slot);
    return plain;
  }),
  two('is_', (rt, args) => rt.bool(M[args] === M[args + 2])),
  two('is_not', (rt, args) => rt.bool(M[args] !== M[args + 2])),
  two('contains', (rt, args) => rt.bool(contains(rt, M[args], M[args + 2]))),
  two('getitem', (rt, args) => getItem(rt, M[args], M[args + 2])),
  two('delitem', (rt, args) => {
    setItem(rt, M[args], M[args + 2], 0);
    return rt.none;
  }),
  {
    name: 'setitem',
    arity: { min: 3, max: 3 },
    safe: true,
    fn: (rt, args) => {
      setItem(rt, M[args], M[args + 2], M[args + 4]);
      return rt.none;
    },
  },
  concatenation('concat', false),
  concatenation('iconcat', true),
  countOf,
  indexOfItem,
  {
    name: 'length_hint',
    arity: { min: 1, max: 2 },
    fn: (rt, args, count) => {
      const given = count > 1 ? M[args + 2] : 0;
      if (given !== 0 && (M[given + REP] & 0xff) !== KIND.int && rt.typeOf(given).index === null) {
        raiseTypeError(rt, `'${rt.typeOf(given).name}' object cannot be interpreted as an integer`);
      }
      const hint = lengthHint(rt, M[args], given === 0 ? 0 : asSize(rt, given));
      return hint === Infinity ? callSpecial(rt, M[args], '__length_hint__') : newInt(rt, hint);
    },
  },
  {
    name: 'call',
    arity: 'raw',
    safe: true,
    fn: (rt, args, count, kwnames) => {
      if (count < 1) raise(rt, 'TypeError', 'call expected at least 1 argument, got 0');
      return callForward(rt, M[args], [], args + 2, count - 1, kwnames);
    },
  },
];

/** Names that have a twin with underscores on both sides, without the trailing one of `and_` and the like. */
const DUNDERS = [
  ...PLAIN.map(([name]) => name),
  ...INPLACE.map(([name]) => name),
  'lt',
  'le',
  'eq',
  'ne',
  'ge',
  'gt',
  'neg',
  'pos',
  'invert',
  'inv',
  'abs',
  'not_',
  'index',
  'contains',
  'getitem',
  'setitem',
  'delitem',
  'concat',
  'iconcat',
  'call',
];

export const operatorModule: ModuleSpec = {
  name: 'operator',
  accelerator: '_operator',
  doc: 'Operator interface.',
  functions,
  setup: (rt, dict) => {
    for (const info of defineGetters(rt)) dictSetStr(rt, dict, intern(rt, info.qualname ?? info.name), info.address);
  },
  python: `${DUNDERS.map((name) => `__${name.replace(/_$/, '')}__ = ${name}`).join('\n')}\n_abs = abs\n__all__ = sorted(name for name in globals() if name[0] != "_")\n`,
};
