/** The type collections.deque and its iterators. */
import { type Address, WORDS } from '../../../heap/memory.ts';
import { isInt, newInt } from '../../objects/int.ts';
import { newRecord } from '../../objects/iterator.ts';
import { newListOf, newTuple } from '../../objects/sequence.ts';
import { newStr } from '../../objects/str.ts';

import { bindArguments, lend } from '../../runtime/calls.ts';
import { argumentTypeName, raise, raiseTypeError, raiseValueError } from '../../runtime/exceptions.ts';
import { type NativeSpec, parseSignature } from '../../runtime/native.ts';
import { asIndex, asSize, compareTrue, equals, reprText } from '../../runtime/operators.ts';
import { guardRepr } from '../../runtime/repr-guard.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { repeatCount, searchBound } from '../../runtime/slices.ts';
import { EQ, NE, type TypeInfo } from '../../runtime/type-info.ts';
import { defineType } from '../../runtime/types.ts';
import { reducedTo, stateOf } from '../../types/reduction.ts';
import { classGetItem, constructorSlot, iterSelf, take } from '../records.ts';
import {
  DEQUE_BYTES,
  dequeAppend,
  dequeAppendLeft,
  dequeBlockBytes,
  dequeClear,
  dequeCopy,
  dequeExtend,
  dequeFind,
  dequePop,
  dequePopLeft,
  dequeRotate,
  dequeTake,
  isDeque,
  itemSlot,
  LENGTH,
  MAXLEN,
  newDeque,
  readMaxlen,
  STATE,
  WEAKLIST,
} from './deque.ts';

const M = WORDS;

const ITER_DEQUE = 4;
const ITER_INDEX = 6;
const ITER_STATE = 7;
const ITER_LEFT = 8;

const initSignature = parseSignature('iterable=, maxlen=');

function changedWhileIterating(rt: Runtime): never {
  raise(rt, 'RuntimeError', 'deque mutated during iteration');
}

function indexOfKey(rt: Runtime, deque: Address, key: Address): number {
  if (!isInt(rt, key) && rt.typeOf(key).index === null) {
    raiseTypeError(rt, `sequence index must be integer, not '${rt.typeOf(key).name}'`);
  }
  rt.pinned++;
  const given = asSize(rt, key, 'IndexError');
  rt.pinned--;
  const index = given < 0 ? given + M[deque + LENGTH] : given;
  if (index < 0 || index >= M[deque + LENGTH]) raise(rt, 'IndexError', 'deque index out of range');
  return index;
}

function compareDeques(rt: Runtime, left: Address, right: Address, op: number): Address {
  if (!isDeque(rt, left) || !isDeque(rt, right)) return rt.notImplemented;
  const leftLength = M[left + LENGTH];
  const rightLength = M[right + LENGTH];
  if (leftLength !== rightLength && (op === EQ || op === NE)) return rt.bool(op === NE);
  const mark = rt.push(rt.retain(left));
  rt.push(rt.retain(right));
  rt.pinned++;
  const leftState = M[left + STATE];
  const rightState = M[right + STATE];
  const shared = Math.min(leftLength, rightLength);
  let result = -1;
  for (let index = 0; index < shared && result < 0; index++) {
    const a = rt.push(rt.retain(M[itemSlot(rt, left, index)]));
    const b = rt.push(rt.retain(M[itemSlot(rt, right, index)]));
    if (!equals(rt, M[a], M[b])) result = op === EQ ? 0 : op === NE ? 1 : compareTrue(rt, M[a], M[b], op) ? 1 : 0;
    rt.unwind(a);
    if (M[left + STATE] !== leftState || M[right + STATE] !== rightState) changedWhileIterating(rt);
  }
  rt.pinned--;
  rt.unwind(mark);
  if (result >= 0) return rt.bool(result === 1);
  const order = leftLength - rightLength;
  return rt.bool([order < 0, order <= 0, order === 0, order !== 0, order > 0, order >= 0][op]!);
}

/** A new deque of the class of `deque` (for concatenation and repetition CPython copies through the class). */
function copyOf(rt: Runtime, root: Address): Address {
  const info = rt.typeOf(M[root]);
  if (!info.heap) return dequeCopy(rt, info, M[root]);
  const maxlen = M[M[root] + MAXLEN];
  const base = rt.push(rt.retain(info.address));
  rt.push(rt.retain(M[root]));
  if (maxlen >= 0) rt.push(newInt(rt, maxlen));
  return rt.call(base, maxlen >= 0 ? 2 : 1, 0);
}

function repeatInPlace(rt: Runtime, root: Address, times: number): void {
  const length = M[M[root] + LENGTH];
  if (times === 0) dequeClear(rt, M[root]);
  if (times <= 1 || length === 0) return;
  if (length * times > 0x1fffffff && M[M[root] + MAXLEN] < 0) rt.outOfMemory(8 * 0x1fffffff);
  const mark = rt.sp;
  for (let index = 0; index < length; index++) rt.push(rt.retain(M[itemSlot(rt, M[root], index)]));
  const maxlen = M[M[root] + MAXLEN];
  // With a bound only the last rounds can be seen.
  const rounds = maxlen < 0 ? times - 1 : Math.min(times - 1, Math.ceil(maxlen / length) + 1);
  for (let round = 0; round < rounds; round++) {
    for (let index = 0; index < length; index++) dequeAppend(rt, M[root], rt.retain(M[mark + 2 * index]));
  }
  rt.unwind(mark);
}

/** The two iterators by what they add to the index of the item they give. */
const ITERATORS = { _deque_iterator: 1, _deque_reverse_iterator: -1 } as const;

/** An iterator that has given `passed` items already. */
function newIterator(rt: Runtime, name: keyof typeof ITERATORS, deque: Address, passed = 0): Address {
  const iterator = newRecord(rt, rt.types[name]!);
  const length = M[deque + LENGTH];
  M[iterator + ITER_DEQUE] = rt.retain(deque);
  M[iterator + ITER_INDEX] = ITERATORS[name] === 1 ? passed : length - 1 - passed;
  M[iterator + ITER_STATE] = M[deque + STATE];
  M[iterator + ITER_LEFT] = length - passed;
  rt.heap.track(iterator);
  return iterator;
}

const methods: readonly NativeSpec[] = [
  {
    name: 'append',
    arity: 'one',
    doc: 'Add an element to the right side of the deque.',
    fn: (rt, args) => {
      dequeAppend(rt, M[args], rt.retain(M[args + 2]));
      return rt.none;
    },
  },
  {
    name: 'appendleft',
    arity: 'one',
    doc: 'Add an element to the left side of the deque.',
    fn: (rt, args) => {
      dequeAppendLeft(rt, M[args], rt.retain(M[args + 2]));
      return rt.none;
    },
  },
  {
    name: 'extend',
    arity: 'one',
    safe: true,
    doc: 'Extend the right side of the deque with elements from the iterable.',
    fn: (rt, args) => {
      dequeExtend(rt, args, M[args + 2], false);
      return rt.none;
    },
  },
  {
    name: 'extendleft',
    arity: 'one',
    safe: true,
    doc: 'Extend the left side of the deque with elements from the iterable.',
    fn: (rt, args) => {
      dequeExtend(rt, args, M[args + 2], true);
      return rt.none;
    },
  },
  {
    name: 'pop',
    arity: 'none',
    doc: 'Remove and return the rightmost element.',
    fn: (rt, args) => {
      if (M[M[args] + LENGTH] === 0) raise(rt, 'IndexError', 'pop from an empty deque');
      return dequePop(rt, M[args]);
    },
  },
  {
    name: 'popleft',
    arity: 'none',
    doc: 'Remove and return the leftmost element.',
    fn: (rt, args) => {
      if (M[M[args] + LENGTH] === 0) raise(rt, 'IndexError', 'pop from an empty deque');
      return dequePopLeft(rt, M[args]);
    },
  },
  {
    name: 'clear',
    arity: 'none',
    doc: 'Remove all elements from the deque.',
    fn: (rt, args) => {
      dequeClear(rt, M[args]);
      return rt.none;
    },
  },
  {
    name: 'rotate',
    arity: { min: 0, max: 1 },
    doc: 'Rotate the deque n steps to the right.  If n is negative, rotates left.',
    fn: (rt, args, count) => {
      dequeRotate(rt, M[args], count > 1 ? asSize(rt, M[args + 2]) : 1);
      return rt.none;
    },
  },
  {
    name: 'reverse',
    arity: 'none',
    doc: 'Reverse *IN PLACE*.',
    fn: (rt, args) => {
      const deque = M[args];
      for (let low = 0, high = M[deque + LENGTH] - 1; low < high; low++, high--) {
        const a = itemSlot(rt, deque, low);
        const b = itemSlot(rt, deque, high);
        const value = M[a];
        M[a] = M[b];
        M[b] = value;
      }
      return rt.none;
    },
  },
  {
    name: 'remove',
    arity: 'one',
    doc: 'Remove first occurrence of value.',
    fn: (rt, args) => {
      const deque = M[args];
      const index = dequeFind(rt, deque, M[args + 2], 0, M[deque + LENGTH], () =>
        raise(rt, 'IndexError', 'deque mutated during remove().'),
      );
      if (index < 0) raiseValueError(rt, `${reprText(rt, M[args + 2])} is not in deque`);
      rt.release(dequeTake(rt, deque, index));
      return rt.none;
    },
  },
  {
    name: 'count',
    arity: 'one',
    doc: 'Return number of occurrences of value.',
    fn: (rt, args) => {
      const deque = M[args];
      const length = M[deque + LENGTH];
      let count = 0;
      for (let at = 0; ; at++) {
        at = dequeFind(rt, deque, M[args + 2], at, length, () => changedWhileIterating(rt));
        if (at < 0) return newInt(rt, count);
        count++;
      }
    },
  },
  {
    name: 'index',
    arity: { min: 1, max: 3 },
    doc: 'Return first index of value.',
    fn: (rt, args, count) => {
      const deque = M[args];
      const length = M[deque + LENGTH];
      const start = count > 2 ? searchBound(rt, M[args + 4], length) : 0;
      const stop = Math.min(length, count > 3 ? searchBound(rt, M[args + 6], length) : length);
      const index = dequeFind(rt, deque, M[args + 2], start, stop, () => changedWhileIterating(rt));
      if (index < 0) raiseValueError(rt, `${reprText(rt, M[args + 2])} is not in deque`);
      return newInt(rt, index);
    },
  },
  {
    name: 'insert',
    arity: { min: 2, max: 2 },
    doc: 'Insert value before index.',
    fn: (rt, args) => {
      const deque = M[args];
      const index = asSize(rt, M[args + 2]);
      const length = M[deque + LENGTH];
      if (length === M[deque + MAXLEN]) raise(rt, 'IndexError', 'deque already at its maximum size');
      const value = rt.retain(M[args + 4]);
      if (index >= length) dequeAppend(rt, deque, value);
      else if (index <= -length || index === 0) dequeAppendLeft(rt, deque, value);
      else {
        dequeRotate(rt, deque, -index);
        if (index < 0) dequeAppend(rt, deque, value);
        else dequeAppendLeft(rt, deque, value);
        dequeRotate(rt, deque, index);
      }
      return rt.none;
    },
  },
  { name: 'copy', arity: 'none', safe: true, doc: 'Return a shallow copy of a deque.', fn: (rt, args) => copyOf(rt, args) },
  { name: '__copy__', arity: 'none', safe: true, doc: 'Return a shallow copy of a deque.', fn: (rt, args) => copyOf(rt, args) },
  {
    name: '__reversed__',
    arity: 'none',
    doc: 'Return a reverse iterator over the deque.',
    fn: (rt, args) => newIterator(rt, '_deque_reverse_iterator', M[args]),
  },
  {
    name: '__reduce__',
    arity: 'none',
    doc: 'Return state information for pickling.',
    fn: (rt, args) => {
      const self = M[args];
      const state = rt.push(stateOf(rt, self));
      const maxlen = M[self + MAXLEN];
      const given = maxlen < 0 ? rt.emptyTuple : newTuple(rt, [rt.emptyTuple, newInt(rt, maxlen)]);
      const items = newIterator(rt, '_deque_iterator', self);
      return newTuple(rt, [rt.retain(rt.typeOf(self).address), given, take(rt, state), items]);
    },
  },
  {
    name: '__sizeof__',
    arity: 'none',
    doc: 'Return the size of the deque in memory, in bytes.',
    fn: (rt, args) => newInt(rt, rt.typeOf(M[args]).basicBytes + dequeBlockBytes(rt, M[args])),
  },
];

function defineIterators(rt: Runtime): void {
  const common = {
    module: 'collections',
    kind: 'record',
    collectable: true,
    basicBytes: 56,
    fields: 1,
    baseType: false,
    iter: iterSelf,
    methods: [
      {
        name: '__length_hint__',
        arity: 'none',
        doc: 'How many items are left.',
        fn: (runtime, args) => newInt(runtime, M[M[args] + ITER_LEFT]),
      },
      {
        name: '__reduce__',
        arity: 'none',
        doc: 'The class, the deque and how many items it has given.',
        fn: (runtime, args) => {
          const deque = M[M[args] + ITER_DEQUE];
          const passed = M[deque + LENGTH] - M[M[args] + ITER_LEFT];
          const type = runtime.retain(runtime.typeOf(M[args]).address);
          return reducedTo(runtime, type, [runtime.retain(deque), newInt(runtime, passed)]);
        },
      },
    ],
  } as const satisfies Partial<Parameters<typeof defineType>[1]>;
  const next =
    (step: number) =>
    (runtime: Runtime, self: Address): Address => {
      const deque = M[self + ITER_DEQUE];
      if (deque === 0) return 0;
      // Forwards a change is complained of again and again, even at the end; backwards once (Modules/_collectionsmodule.c).
      if (step < 0 && M[self + ITER_LEFT] === 0) return 0;
      if (M[deque + STATE] !== M[self + ITER_STATE]) {
        M[self + ITER_LEFT] = 0;
        changedWhileIterating(runtime);
      }
      if (M[self + ITER_LEFT] === 0) return 0;
      const index = M[self + ITER_INDEX];
      M[self + ITER_INDEX] = index + step;
      M[self + ITER_LEFT]--;
      return runtime.retain(M[itemSlot(runtime, deque, index)]);
    };
  for (const name of ['_deque_iterator', '_deque_reverse_iterator'] as const) {
    const construct = constructorSlot(name, 'raw', (runtime, _type, args, count) => {
      if (count < 1) raiseTypeError(runtime, 'function takes at least 1 argument (0 given)');
      if (count > 2) raiseTypeError(runtime, `function takes at most 2 arguments (${count} given)`);
      const deque = M[args];
      if (!isDeque(runtime, deque)) {
        raiseTypeError(runtime, `argument 1 must be collections.deque, not ${argumentTypeName(runtime, deque)}`);
      }
      const passed = count === 2 ? asIndex(runtime, M[args + 2]) : 0;
      return newIterator(runtime, name, deque, Math.max(0, Math.min(passed, M[deque + LENGTH])));
    });
    defineType(rt, { ...common, name, new: construct, next: next(ITERATORS[name]) });
  }
}

export function defineDeque(rt: Runtime): TypeInfo {
  defineIterators(rt);
  return defineType(rt, {
    name: 'deque',
    module: 'collections',
    kind: 'deque',
    collectable: true,
    basicBytes: DEQUE_BYTES,
    weakOffset: WEAKLIST,
    matchFlag: 1,
    sequenceOnly: true,
    unhashable: true,
    doc: 'A list-like sequence optimized for data accesses near its endpoints.',
    new: (runtime, type) => newDeque(runtime, runtime.infoOfType(type)),
    init: (runtime, self, args, count, kwnames) => {
      const mark = runtime.push(runtime.retain(self));
      const first = bindArguments(runtime, 'deque', initSignature, args, count, kwnames);
      lend(runtime, args, count, kwnames, first, () => {
        const maxlen = readMaxlen(runtime, M[first + 2]);
        M[M[mark] + MAXLEN] = maxlen;
        dequeClear(runtime, M[mark]);
        if (M[first] !== 0) dequeExtend(runtime, mark, M[first], false);
      });
      runtime.unwind(mark);
    },
    iter: (runtime, self) => newIterator(runtime, '_deque_iterator', self),
    length: (_runtime, self) => M[self + LENGTH],
    getitem: (runtime, self, key) => runtime.retain(M[itemSlot(runtime, self, indexOfKey(runtime, self, key))]),
    setitem: (runtime, self, key, value) => {
      const index = indexOfKey(runtime, self, key);
      if (value === 0) runtime.release(dequeTake(runtime, self, index));
      else runtime.replace(self, itemSlot(runtime, self, index), runtime.retain(value));
    },
    contains: (runtime, self, item) => {
      runtime.pinned++;
      const index = dequeFind(runtime, self, item, 0, M[self + LENGTH], () => changedWhileIterating(runtime));
      runtime.pinned--;
      return index >= 0;
    },
    compare: compareDeques,
    concat: (runtime, left, right) => {
      if (!isDeque(runtime, right)) {
        raiseTypeError(runtime, `can only concatenate deque (not "${runtime.typeOf(right).name}") to deque`);
      }
      const root = runtime.push(runtime.retain(left));
      const other = runtime.push(runtime.retain(right));
      const result = runtime.push(copyOf(runtime, root));
      dequeExtend(runtime, result, M[other], false);
      const made = M[result];
      M[result] = 0;
      runtime.unwind(root);
      return made;
    },
    inplaceConcat: (runtime, left, right) => {
      const root = runtime.push(runtime.retain(left));
      dequeExtend(runtime, root, right, false);
      return take(runtime, root);
    },
    repeat: (runtime, self, count) => {
      const times = repeatCount(runtime, count);
      const root = runtime.push(runtime.retain(self));
      const result = runtime.push(copyOf(runtime, root));
      repeatInPlace(runtime, result, times);
      const made = M[result];
      M[result] = 0;
      runtime.unwind(root);
      return made;
    },
    inplaceRepeat: (runtime, self, count) => {
      const times = repeatCount(runtime, count);
      const root = runtime.push(runtime.retain(self));
      repeatInPlace(runtime, root, times);
      return take(runtime, root);
    },
    repr: (runtime, self) => {
      const root = runtime.push(runtime.retain(self));
      const text = guardRepr(runtime, self, '[...]', () => {
        const count = M[self + LENGTH];
        const items: Address[] = [];
        for (let index = 0; index < count; index++) items.push(runtime.retain(M[itemSlot(runtime, self, index)]));
        const list = runtime.push(newListOf(runtime, items));
        const inner = reprText(runtime, M[list]);
        runtime.unwind(list);
        const info = runtime.typeOf(self);
        const maxlen = M[self + MAXLEN];
        return newStr(runtime, `${info.heap ? info.name : 'deque'}(${inner}${maxlen < 0 ? '' : `, maxlen=${maxlen}`})`);
      });
      runtime.unwind(root);
      return text;
    },
    methods,
    classMethods: [classGetItem],
    getset: [
      {
        name: 'maxlen',
        get: (runtime, self) => (M[self + MAXLEN] < 0 ? runtime.none : newInt(runtime, M[self + MAXLEN])),
      },
    ],
  });
}
