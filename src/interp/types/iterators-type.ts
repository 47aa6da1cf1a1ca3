/** enumerate, zip, map and filter (CPython: Objects/enumobject.c, Python/bltinmodule.c). Iteration runs Python: every address is read anew from stack slots. */
import { REP } from '../../heap/layout.ts';
import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import { newInstanceOf } from '../objects/allocate.ts';
import { intToBigInt, intToSafeNumber, newBigInt, newInt, newInt32 } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { isResultFree, pairFromStack, replaceItem, trackAgain } from '../objects/result-tuple.ts';
import { newTuple, newTupleFromStack, tupleItem, tupleLength } from '../objects/sequence.ts';
import { strText } from '../objects/str.ts';
import { bindArguments, checkRange, countWithoutKeywords, holdCopies, lend } from '../runtime/calls.ts';
import { caughtStop, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { type NativeSpec, parseSignature } from '../runtime/native.ts';
import { getIter, indexOf, isTrue, iterNext, iterNextOf } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { defineType, type TypeSpec } from '../runtime/types.ts';
import { CLASS_GETITEM } from './list-type.ts';
import { reducedTo } from './reduction.ts';
import { iterateSelf, unrooted } from './sequence-iterators.ts';

const M = WORDS;
const F64 = DOUBLES;

/** enumerate: word 4 iterator; 6 last result; 8 next index as an int once a double cannot hold it, else 0; 10 next index, a double (56 bytes). */
const ENUM_ITERATOR = 4;
const ENUM_RESULT = 6;
const ENUM_LONG_INDEX = 8;
const ENUM_INDEX = 10;
const ENUM_SIGNATURE = parseSignature('iterable, start=');

/** zip and map: word 4 tuple of iterators; zip: 6 result, 8 strict, a plain 0 or 1; map: 6 function. filter: word 4 function or None, 6 iterator. */
const SOURCES = 4;
const ZIP_RESULT = 6;
const ZIP_STRICT = 8;
const FUNCTION = 6;
const FILTER_FUNCTION = 4;
const FILTER_ITERATOR = 6;
const ZIP_SIGNATURE = parseSignature('*, strict=');

function fresh(rt: Runtime, info: TypeInfo): Address {
  return newInstanceOf(rt, info, info.basicBytes);
}

/** enumerate words its complaints about keywords in its own way. */
function checkEnumerateKeywords(rt: Runtime, count: number, kwnames: Address): void {
  const names: string[] = [];
  for (let index = 0; index < tupleLength(rt, kwnames); index++) names.push(strText(rt, tupleItem(rt, kwnames, index)));
  const expected = count === names.length ? (count === 1 ? ['iterable'] : ['iterable', 'start']) : ['start'];
  const wrong = names.find((name) => !expected.includes(name));
  if (wrong !== undefined) raiseTypeError(rt, `'${wrong}' is an invalid keyword argument for enumerate()`);
}

function newEnumerate(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  if (count > 2) raiseTypeError(rt, `enumerate() takes at most 2 arguments (${count} given)`);
  if (kwnames !== 0) checkEnumerateKeywords(rt, count, kwnames);
  else if (count === 0) raiseTypeError(rt, "enumerate() missing required argument 'iterable'");
  const info = rt.infoOfType(type);
  const first = bindArguments(rt, 'enumerate', ENUM_SIGNATURE, args, count, kwnames);
  const object = lend(rt, args, count, kwnames, first, () => enumerateOf(rt, info, first));
  return unrooted(rt, first, object);
}

/** An enumerate of the iterable in slot `first`; the next slot has the start, or is empty. */
function enumerateOf(rt: Runtime, info: TypeInfo, first: Address): Address {
  const start = rt.push(M[first + 2] === 0 ? newInt32(rt, 0) : indexOf(rt, M[first + 2]));
  const iterator = rt.push(getIter(rt, M[first]));
  // Without memory for the tuple it dies with its stack slot: until then it holds nothing.
  const object = M[rt.push(fresh(rt, info))];
  M[object + ENUM_RESULT] = newTuple(rt, [rt.none, rt.none]);
  const at = intToSafeNumber(rt, M[start]);
  const isLong = !(at < Number.MAX_SAFE_INTEGER);
  M[object + ENUM_LONG_INDEX] = isLong ? M[start] : 0;
  F64[(object + ENUM_INDEX) >> 1] = isLong ? 0 : at;
  M[object + ENUM_ITERATOR] = M[iterator];
  rt.sp = iterator;
  if (isLong) rt.sp = start;
  else rt.unwind(start);
  rt.heap.track(object);
  return object;
}

function enumerateNext(rt: Runtime, self: Address): Address {
  const root = rt.push(rt.retain(self));
  const value = iterNextOf(rt, M[self + ENUM_ITERATOR]);
  if (value === 0) return unrooted(rt, root, 0);
  const slot = rt.push(0);
  rt.push(value);
  M[slot] = nextIndex(rt, M[root]);
  return unrooted(rt, root, pairFromStack(rt, M[M[root] + ENUM_RESULT]));
}

/** The index of this round, owned; the enumerate has the next one. */
function nextIndex(rt: Runtime, enumerate: Address): Address {
  const long = M[enumerate + ENUM_LONG_INDEX];
  if (long !== 0) {
    // The field's reference to the index goes to the caller.
    const stepped = newBigInt(rt, intToBigInt(rt, long) + 1n);
    rt.heap.store(enumerate, enumerate + ENUM_LONG_INDEX, stepped);
    return long;
  }
  const at = F64[(enumerate + ENUM_INDEX) >> 1]!;
  if (at + 1 < Number.MAX_SAFE_INTEGER) F64[(enumerate + ENUM_INDEX) >> 1] = at + 1;
  else rt.heap.store(enumerate, enumerate + ENUM_LONG_INDEX, newInt(rt, at + 1));
  return newInt(rt, at);
}

/** Pushes an iterator for each of `count` arguments and makes a tuple of them. Owned. */
function iteratorsOf(rt: Runtime, args: Address, count: number): Address {
  const mark = rt.sp;
  for (let index = 0; index < count; index++) rt.push(getIter(rt, M[args + 2 * index]));
  const tuple = newTupleFromStack(rt, mark, count);
  rt.sp = mark;
  return tuple;
}

function newZip(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  const info = rt.infoOfType(type);
  let given = count;
  let strict = false;
  if (kwnames !== 0) {
    const keywords = tupleLength(rt, kwnames);
    if (keywords > 1) raiseTypeError(rt, `zip() takes at most 1 keyword argument (${keywords} given)`);
    given = count - keywords;
    const first = bindArguments(rt, 'zip', ZIP_SIGNATURE, args + 2 * given, keywords, kwnames);
    strict = isTrue(rt, M[first]);
    rt.unwind(first);
  }
  const sources = rt.push(iteratorsOf(rt, args, given));
  // Without memory for the tuple it dies with its stack slot: until then it holds nothing.
  const object = M[rt.push(fresh(rt, info))];
  M[object + ZIP_RESULT] = newTuple(rt, new Array<Address>(given).fill(rt.none));
  M[object + SOURCES] = M[sources];
  M[object + ZIP_STRICT] = strict ? 1 : 0;
  rt.sp = sources;
  rt.heap.track(object);
  return object;
}

function zipNext(rt: Runtime, self: Address): Address {
  const count = tupleLength(rt, M[self + SOURCES]);
  if (count === 0) return 0;
  const root = rt.push(rt.retain(self));
  const first = rt.sp;
  const last = M[self + ZIP_RESULT];
  const again = isResultFree(rt, last);
  if (again) rt.push(rt.retain(last));
  for (let index = 0; index < count; index++) {
    const value = iterNextOf(rt, tupleItem(rt, M[M[root] + SOURCES], index));
    if (value === 0) {
      rt.unwind(first);
      if (M[M[root] + ZIP_STRICT] !== 0) checkStrict(rt, root, index);
      return unrooted(rt, root, 0);
    }
    if (again) replaceItem(rt, last, index, value);
    else rt.push(value);
  }
  if (again) {
    trackAgain(rt, last);
    rt.sp = first;
    return unrooted(rt, root, last);
  }
  const tuple = newTupleFromStack(rt, first, count);
  rt.sp = first;
  return unrooted(rt, root, tuple);
}

/** One of a strict zip's iterators is exhausted: the others must be too. The zip lies in stack slot `root`. */
function checkStrict(rt: Runtime, root: Address, ended: number): void {
  rt.dropStop();
  const plural = (index: number): string => (index === 1 ? ' ' : 's 1-');
  if (ended > 0) {
    raiseValueError(rt, `zip() argument ${ended + 1} is shorter than argument${plural(ended)}${ended}`);
  }
  const count = tupleLength(rt, M[M[root] + SOURCES]);
  for (let index = 1; index < count; index++) {
    const value = iterNext(rt, tupleItem(rt, M[M[root] + SOURCES], index));
    if (value === 0) continue;
    rt.push(value);
    raiseValueError(rt, `zip() argument ${index + 1} is longer than argument${plural(index)}${index}`);
  }
}

function newMap(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  const info = rt.infoOfType(type);
  const given = countWithoutKeywords(rt, 'map', info, count, kwnames);
  if (given < 2) raiseTypeError(rt, 'map() must have at least two arguments.');
  const sources = rt.push(iteratorsOf(rt, args + 2, given - 1));
  const object = fresh(rt, info);
  M[object + SOURCES] = M[sources];
  M[object + FUNCTION] = rt.retain(M[args]);
  rt.sp = sources;
  rt.heap.track(object);
  return object;
}

/** For catch blocks around a function that an iterator calls: StopIteration ends the iteration (0), anything else goes on. */
function stopIsEnd(rt: Runtime, mark: Address, thrown: unknown): 0 {
  rt.setRoot(rt.stop, caughtStop(rt, thrown, mark));
  return 0;
}

function mapNext(rt: Runtime, self: Address): Address {
  const count = tupleLength(rt, M[self + SOURCES]);
  const root = rt.push(rt.retain(self));
  const base = rt.push(rt.retain(M[self + FUNCTION]));
  for (let index = 0; index < count; index++) {
    const value = iterNextOf(rt, tupleItem(rt, M[M[root] + SOURCES], index));
    if (value === 0) {
      rt.unwind(base);
      return unrooted(rt, root, 0);
    }
    rt.push(value);
  }
  let called = base;
  // CPython's map holds the items while the function runs, which a Python function can see.
  if ((M[M[base] + REP] & 0xff) === KIND.function) {
    called = rt.push(rt.retain(M[base]));
    holdCopies(rt, base + 2, count);
  }
  let result: Address;
  try {
    result = rt.call(called, count, 0);
  } catch (thrown) {
    result = stopIsEnd(rt, base, thrown);
    called = base;
  }
  rt.sp = called;
  return unrooted(rt, root, result);
}

function newFilter(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  const info = rt.infoOfType(type);
  checkRange(rt, 'filter', countWithoutKeywords(rt, 'filter', info, count, kwnames), 2, 2);
  const source = rt.push(getIter(rt, M[args + 2]));
  const object = fresh(rt, info);
  M[object + FILTER_ITERATOR] = M[source];
  M[object + FILTER_FUNCTION] = rt.retain(M[args]);
  rt.sp = source;
  rt.heap.track(object);
  return object;
}

function filterNext(rt: Runtime, self: Address): Address {
  const root = rt.push(rt.retain(self));
  for (;;) {
    const value = iterNextOf(rt, M[M[root] + FILTER_ITERATOR]);
    if (value === 0) return unrooted(rt, root, 0);
    const slot = rt.push(value);
    const test = M[M[root] + FILTER_FUNCTION];
    let good: boolean;
    if (test === rt.none || test === rt.boolInfo.address) good = isTrue(rt, value);
    else {
      const base = rt.push(rt.retain(test));
      rt.push(rt.retain(value));
      let answer: Address;
      try {
        answer = rt.call(base, 1, 0);
      } catch (thrown) {
        answer = stopIsEnd(rt, base, thrown);
      }
      rt.sp = base;
      if (answer === 0) {
        rt.unwind(slot);
        return unrooted(rt, root, 0);
      }
      rt.push(answer);
      good = isTrue(rt, answer);
      rt.unwind(base);
    }
    if (good) {
      rt.sp = slot;
      return unrooted(rt, root, M[slot]);
    }
    rt.unwind(slot);
  }
}

/** `__reduce__`: the class and what it takes to make the iterator again. */
function reduceMethod(reduce: (rt: Runtime, self: Address, type: Address) => Address): NativeSpec {
  return {
    name: '__reduce__',
    arity: 'none',
    fn: (rt, args) => reduce(rt, M[args], rt.retain(rt.typeOf(M[args]).address)),
    doc: 'Return state information for pickling.',
  };
}

function reduceEnumerate(rt: Runtime, self: Address, type: Address): Address {
  const long = M[self + ENUM_LONG_INDEX];
  const index = long === 0 ? newInt(rt, F64[(self + ENUM_INDEX) >> 1]!) : rt.retain(long);
  return reducedTo(rt, type, [rt.retain(M[self + ENUM_ITERATOR]), index]);
}

/** The iterators of a zip or map, each retained. */
function sourcesOf(rt: Runtime, self: Address): Address[] {
  const sources = M[self + SOURCES];
  return Array.from({ length: tupleLength(rt, sources) }, (_, index) => rt.retain(tupleItem(rt, sources, index)));
}

function reduceZip(rt: Runtime, self: Address, type: Address): Address {
  return reducedTo(rt, type, sourcesOf(rt, self), M[self + ZIP_STRICT] === 0 ? 0 : rt.true);
}

function reduceMap(rt: Runtime, self: Address, type: Address): Address {
  return reducedTo(rt, type, [rt.retain(M[self + FUNCTION]), ...sourcesOf(rt, self)]);
}

function reduceFilter(rt: Runtime, self: Address, type: Address): Address {
  return reducedTo(rt, type, [rt.retain(M[self + FILTER_FUNCTION]), rt.retain(M[self + FILTER_ITERATOR])]);
}

const ZIP_SET_STATE: NativeSpec = {
  name: '__setstate__',
  arity: 'one',
  fn: (rt, args) => {
    const strict = isTrue(rt, M[args + 2]);
    M[M[args] + ZIP_STRICT] = strict ? 1 : 0;
    return rt.none;
  },
  doc: 'Set state information for unpickling.',
};

export function defineIteratorTypes(rt: Runtime): void {
  const define = (
    name: string,
    bytes: number,
    fields: number,
    doc: string,
    slots: Pick<TypeSpec, 'new' | 'next' | 'classMethods' | 'methods' | 'visits'>,
  ): void => {
    defineType(rt, { ...slots, name, kind: 'record', basicBytes: bytes, fields, collectable: true, iter: iterateSelf, doc });
  };
  define(
    'enumerate',
    56,
    3,
    'Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...',
    { new: newEnumerate, next: enumerateNext, classMethods: [CLASS_GETITEM], methods: [reduceMethod(reduceEnumerate)] },
  );
  define(
    'zip',
    48,
    2,
    "The zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\ncomes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]",
    { new: newZip, next: zipNext, methods: [reduceMethod(reduceZip), ZIP_SET_STATE] },
  );
  define(
    'map',
    32,
    2,
    'Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.',
    { new: newMap, next: mapNext, methods: [reduceMethod(reduceMap)] },
  );
  define(
    'filter',
    32,
    2,
    'Return an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.',
    { new: newFilter, next: filterNext, methods: [reduceMethod(reduceFilter)], visits: [1, 0] },
  );
}
