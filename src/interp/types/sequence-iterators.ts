/**
 * Iterators over sequences: list_iterator, list_reverseiterator, tuple_iterator, the iterator of anything with `__getitem__`, callable_iterator and
 * reversed (CPython: Objects/listobject.c, tupleobject.c, iterobject.c, enumobject.c).
 */
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInstanceOf } from '../objects/allocate.ts';
import { newInt } from '../objects/int.ts';
import { exhaust, ITER_BYTES, ITER_INDEX, ITER_SEQUENCE, newIndexIterator, newRecord } from '../objects/iterator.ts';
import { KIND } from '../objects/kinds.ts';
import { LIST_ITEMS, LIST_LENGTH, TUPLE_ITEMS, TUPLE_LENGTH } from '../objects/sequence.ts';
import { intern } from '../objects/str.ts';
import { callBoundSpecial } from '../runtime/attributes.ts';
import { call0, checkRange, countWithoutKeywords } from '../runtime/calls.ts';
import { isPending, raiseTypeError } from '../runtime/exceptions.ts';
import { typeLookup } from '../runtime/lookup.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { equals, length } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { defineType } from '../runtime/types.ts';
import {
  ITERATOR_STATE_METHODS,
  LIST_ITERATOR_STATE_METHODS,
  LIST_REVERSE_STATE_METHODS,
  REVERSED_SET_STATE,
} from './iterator-state.ts';
import { reducedTo } from './reduction.ts';

const M = WORDS;

export function iterateSelf(rt: Runtime, self: Address): Address {
  return rt.retain(self);
}

export function listIteratorNext(rt: Runtime, iterator: Address): Address {
  const list = M[iterator + ITER_SEQUENCE];
  if (list === 0) return 0;
  const index = M[iterator + ITER_INDEX];
  if (index >= M[list + LIST_LENGTH]) return exhaust(rt, iterator);
  M[iterator + ITER_INDEX] = index + 1;
  return rt.retain(M[M[list + LIST_ITEMS] + 2 * index]);
}

function listReverseNext(rt: Runtime, iterator: Address): Address {
  const list = M[iterator + ITER_SEQUENCE];
  if (list === 0) return 0;
  const index = M[iterator + ITER_INDEX];
  if (index >= 0 && index < M[list + LIST_LENGTH]) {
    M[iterator + ITER_INDEX] = index - 1;
    return rt.retain(M[M[list + LIST_ITEMS] + 2 * index]);
  }
  // Unlike the iterator forwards, CPython's keeps its list when it has come to the end.
  M[iterator + ITER_INDEX] = -1;
  return 0;
}

export function tupleIteratorNext(rt: Runtime, iterator: Address): Address {
  const tuple = M[iterator + ITER_SEQUENCE];
  if (tuple === 0) return 0;
  const index = M[iterator + ITER_INDEX];
  if (index >= M[tuple + TUPLE_LENGTH]) return exhaust(rt, iterator);
  M[iterator + ITER_INDEX] = index + 1;
  return rt.retain(M[tuple + TUPLE_ITEMS + 2 * index]);
}

/** sequence[index], or 0 where that raises IndexError or StopIteration. The sequence is rooted by the caller. */
function itemOrEnd(rt: Runtime, sequence: Address, index: number): Address {
  const mark = rt.sp;
  const key = rt.push(newInt(rt, index));
  const { pinned } = rt;
  try {
    const value = rt.typeOf(sequence).getitem!(rt, sequence, M[key]);
    rt.unwind(mark);
    return value;
  } catch (thrown) {
    if (!isPending(rt, thrown, rt.types['IndexError']!) && !isPending(rt, thrown, rt.types['StopIteration']!)) throw thrown;
    rt.pinned = pinned;
    rt.unwind(mark);
    rt.setRoot(rt.pending, 0);
    return 0;
  }
}

/** Next item of an iterator that asks its sequence by index, `step` 1 or -1. Runs Python; the iterator may move meanwhile. */
function askNext(rt: Runtime, iterator: Address, step: number): Address {
  const sequence = M[iterator + ITER_SEQUENCE];
  if (sequence === 0) return 0;
  const index = M[iterator + ITER_INDEX];
  if (index < 0) return exhaust(rt, iterator);
  const self = rt.push(rt.retain(iterator));
  const root = rt.push(rt.retain(sequence));
  const value = itemOrEnd(rt, M[root], index);
  if (value === 0) {
    if (M[M[self] + ITER_SEQUENCE] !== 0) exhaust(rt, M[self]);
  } else M[M[self] + ITER_INDEX] = index + step;
  return unrooted(rt, self, value);
}

/** Releases everything from stack slot `mark` on while the owned `value` (or 0) stays rooted; returns it. */
export function unrooted(rt: Runtime, mark: Address, value: Address): Address {
  const bottom = M[mark];
  M[mark] = value;
  rt.unwind(mark + 2);
  if (bottom !== 0) {
    rt.push(bottom);
    rt.drop(1);
  }
  rt.sp = mark;
  return M[mark];
}

/** Iterators keep callable and sentinel in words 4 and 6. */
const CALL_CALLABLE = 4;
const CALL_SENTINEL = 6;

function callableNext(rt: Runtime, iterator: Address): Address {
  if (M[iterator + CALL_CALLABLE] === 0) return 0;
  const self = rt.push(rt.retain(iterator));
  const mark = rt.sp;
  const { pinned } = rt;
  try {
    const value = rt.push(call0(rt, M[iterator + CALL_CALLABLE]));
    const sentinel = M[M[self] + CALL_SENTINEL];
    if (sentinel !== 0 && !equals(rt, sentinel, M[value])) {
      return unrooted(rt, self, rt.pop());
    }
  } catch (thrown) {
    if (!isPending(rt, thrown, rt.types['StopIteration']!)) throw thrown;
    rt.pinned = pinned;
    rt.setRoot(rt.pending, 0);
  }
  rt.unwind(mark);
  for (const field of [CALL_CALLABLE, CALL_SENTINEL]) {
    const old = M[M[self] + field];
    M[M[self] + field] = 0;
    rt.release(old);
  }
  rt.unwind(self);
  return 0;
}

/** iter(callable, sentinel); both borrowed. */
export function newCallableIterator(rt: Runtime, callable: Address, sentinel: Address): Address {
  const iterator = newRecord(rt, rt.types['callable_iterator']!);
  M[iterator + CALL_CALLABLE] = rt.retain(callable);
  M[iterator + CALL_SENTINEL] = rt.retain(sentinel);
  rt.heap.track(iterator);
  return iterator;
}

function reduceCallable(rt: Runtime, args: Address): Address {
  const callable = M[M[args] + CALL_CALLABLE];
  if (callable === 0) return reducedTo(rt, 'iter', [rt.emptyTuple]);
  return reducedTo(rt, 'iter', [rt.retain(callable), rt.retain(M[M[args] + CALL_SENTINEL])]);
}

/** Can its items be asked for by number (PySequence_Check)? */
export function isSequence(rt: Runtime, info: TypeInfo): boolean {
  return info.getitem !== null && info.kind !== KIND.dict && info !== rt.types['mappingproxy'];
}

/** reversed(object): what its `__reversed__` gives, or a `reversed` of class `type`. Owned. */
export function reversedOf(rt: Runtime, type: Address, object: Address): Address {
  const info = rt.typeOf(object);
  const found = typeLookup(rt, info, intern(rt, '__reversed__'));
  if (found === rt.none) raiseTypeError(rt, `'${info.name}' object is not reversible`);
  if (found !== 0) return callBoundSpecial(rt, object, '__reversed__');
  if (!isSequence(rt, info)) raiseTypeError(rt, `'${info.name}' object is not reversible`);
  const reversedInfo = rt.infoOfType(type);
  const root = rt.push(rt.retain(object));
  const count = length(rt, object);
  const iterator = newInstanceOf(rt, reversedInfo, reversedInfo.basicBytes);
  M[iterator + ITER_SEQUENCE] = M[root];
  M[iterator + ITER_INDEX] = count - 1;
  rt.sp = root;
  rt.heap.track(iterator);
  return iterator;
}

/** `__length_hint__` of an iterator with index: items still to come, or none when the sequence has no length. */
function hint(count: (rt: Runtime, sequence: Address, index: number) => number): NativeSpec {
  return {
    name: '__length_hint__',
    arity: 'none',
    fn: (rt, args) => {
      const sequence = M[M[args] + ITER_SEQUENCE];
      if (sequence === 0) return newInt(rt, 0);
      const left = count(rt, sequence, M[M[args] + ITER_INDEX]);
      return Number.isNaN(left) ? rt.notImplemented : newInt(rt, Math.max(0, left));
    },
    doc: 'Private method returning an estimate of len(list(it)).',
  };
}

export function defineSequenceIterators(rt: Runtime): void {
  const define = (name: string, next: TypeInfo['next'], methods: readonly NativeSpec[], fields = 1): TypeInfo =>
    defineType(rt, {
      name,
      kind: 'record',
      basicBytes: ITER_BYTES,
      fields,
      collectable: true,
      baseType: false,
      abstract: true,
      iter: iterateSelf,
      next,
      methods,
    });
  rt.listIteratorInfo = define('list_iterator', listIteratorNext, [
    hint((_runtime, list, index) => M[list + LIST_LENGTH] - index),
    ...LIST_ITERATOR_STATE_METHODS,
  ]);
  define('list_reverseiterator', listReverseNext, [
    hint((_runtime, list, index) => (M[list + LIST_LENGTH] < index + 1 ? 0 : index + 1)),
    ...LIST_REVERSE_STATE_METHODS,
  ]);
  rt.tupleIteratorInfo = define('tuple_iterator', tupleIteratorNext, [
    hint((_runtime, tuple, index) => M[tuple + TUPLE_LENGTH] - index),
    ...ITERATOR_STATE_METHODS,
  ]);
  define('iterator', (runtime, iterator) => askNext(runtime, iterator, 1), [
    hint((runtime, sequence, index) =>
      runtime.typeOf(sequence).length === null ? Number.NaN : length(runtime, sequence) - index,
    ),
    ...ITERATOR_STATE_METHODS,
  ]);
  define('callable_iterator', callableNext, [{ name: '__reduce__', arity: 'none', fn: reduceCallable }], 2);
  rt.newSequenceIterator = (runtime, sequence) => newIndexIterator(runtime, runtime.types['iterator']!, sequence);
  defineType(rt, {
    name: 'reversed',
    kind: 'record',
    basicBytes: ITER_BYTES,
    fields: 1,
    collectable: true,
    doc: 'Return a reverse iterator over the values of the given sequence.',
    new: (runtime, type, args, count, kwnames) => {
      checkRange(
        runtime,
        'reversed',
        countWithoutKeywords(runtime, 'reversed', runtime.infoOfType(type), count, kwnames),
        1,
        1,
      );
      return reversedOf(runtime, type, M[args]);
    },
    iter: iterateSelf,
    next: (runtime, iterator) => askNext(runtime, iterator, -1),
    methods: [
      hint((runtime, sequence, index) => {
        const count = length(runtime, sequence);
        return count === -1 || count < index + 1 ? 0 : index + 1;
      }),
      {
        name: '__reduce__',
        arity: 'none',
        fn: (runtime, args) => {
          const sequence = M[M[args] + ITER_SEQUENCE];
          const type = runtime.retain(runtime.typeOf(M[args]).address);
          if (sequence === 0) return reducedTo(runtime, type, [runtime.emptyTuple]);
          return reducedTo(runtime, type, [runtime.retain(sequence)], newInt(runtime, M[M[args] + ITER_INDEX]));
        },
      },
      REVERSED_SET_STATE,
    ],
  });
}
