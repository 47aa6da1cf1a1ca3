/**
 * itemgetter, attrgetter and methodcaller.
 *
 * ```
 *  itemgetter    word 4 item, or the tuple of items; 6 how many                       48 bytes
 *  attrgetter    word 4 tuple of tuples of name parts                                 40 bytes
 *  methodcaller  word 4 name; 6 positional arguments; 8 dict of keywords or 0         64 bytes
 * ```
 */
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictEntryKey, dictEntryValue, dictNext, dictSet, newDict } from '../objects/dict.ts';
import { newTuple, newTupleBlock, newTupleFromStack, TUPLE_ITEMS, tupleItem, tupleLength } from '../objects/sequence.ts';
import { intern, isStr, newStr, strText } from '../objects/str.ts';
import { findAttrNamed, getAttr } from '../runtime/attributes.ts';
import { checkRange } from '../runtime/calls.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import { getItem, reprText } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { CallSlot, TypeInfo } from '../runtime/type-info.ts';
import { defineType } from '../runtime/types.ts';
import { constructorSlot, newRecordOf, rooted, take } from './records.ts';

const M = WORDS;

const FIRST = 4;
const SECOND = 6;
const THIRD = 8;

/** The tuple of `count` argument slots. */
function tupleOfSlots(rt: Runtime, args: Address, count: number): Address {
  if (count === 0) return rt.emptyTuple;
  const tuple = newTupleBlock(rt, count);
  for (let index = 0; index < count; index++) M[tuple + TUPLE_ITEMS + 2 * index] = rt.retain(M[args + 2 * index]);
  rt.heap.track(tuple);
  return tuple;
}

/** Calls `each` for every getter and returns its value, or the tuple of all values when there are several. */
function gather(rt: Runtime, count: number, each: (index: number) => Address): Address {
  if (count === 1) return each(0);
  const first = rt.sp;
  for (let index = 0; index < count; index++) rt.push(each(index));
  const tuple = newTupleFromStack(rt, first, count);
  rt.sp = first;
  return tuple;
}

function checkCall(rt: Runtime, name: string, count: number, kwnames: Address): void {
  if (kwnames !== 0) raiseTypeError(rt, `${name}() takes no keyword arguments`);
  checkRange(rt, name, count, 1, 1);
}

const callItemgetter: CallSlot = (rt, base, count, kwnames) => {
  checkCall(rt, 'itemgetter', count, kwnames);
  const items = M[M[base] + SECOND];
  if (items === 1) return getItem(rt, M[base + 2], M[M[base] + FIRST]);
  return gather(rt, items, (index) => getItem(rt, M[base + 2], tupleItem(rt, M[M[base] + FIRST], index)));
};

const callAttrgetter: CallSlot = (rt, base, count, kwnames) => {
  checkCall(rt, 'attrgetter', count, kwnames);
  const names = tupleLength(rt, M[M[base] + FIRST]);
  return gather(rt, names, (index) => {
    const parts = tupleLength(rt, tupleItem(rt, M[M[base] + FIRST], index));
    const slot = rt.push(getAttr(rt, M[base + 2], tupleItem(rt, tupleItem(rt, M[M[base] + FIRST], index), 0)));
    for (let part = 1; part < parts; part++) {
      const name = tupleItem(rt, tupleItem(rt, M[M[base] + FIRST], index), part);
      const value = getAttr(rt, M[slot], name);
      const old = M[slot];
      M[slot] = value;
      rt.release(old);
    }
    return take(rt, slot);
  });
};

const callMethodcaller: CallSlot = (rt, base, count, kwnames) => {
  checkCall(rt, 'methodcaller', count, kwnames);
  const callee = rt.push(getAttr(rt, M[base + 2], M[M[base] + FIRST]));
  const self = M[base];
  const positional = tupleLength(rt, M[self + SECOND]);
  for (let index = 0; index < positional; index++) rt.push(rt.retain(tupleItem(rt, M[self + SECOND], index)));
  const dict = M[self + THIRD];
  if (dict === 0) return rt.call(callee, positional, 0);
  const names: Address[] = [];
  for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1)) {
    names.push(rt.retain(dictEntryKey(rt, dict, index)));
    rt.push(rt.retain(dictEntryValue(rt, dict, index)));
  }
  return callWithNames(rt, callee, positional + names.length, newTuple(rt, names));
};

/** rt.call for a tuple of keyword names that the call owns: it is kept below the callee meanwhile. */
export function callWithNames(rt: Runtime, callee: Address, count: number, names: Address): Address {
  // Shift everything up by one slot, so that the names lie under the callee.
  rt.push(0);
  for (let slot = callee + 2 * count; slot >= callee; slot -= 2) M[slot + 2] = M[slot];
  M[callee] = names;
  const result = rt.call(callee + 2, count, names);
  // The names may have moved.
  const held = M[callee];
  rt.sp = callee;
  rt.release(held);
  return result;
}

/** The dotted names of an attrgetter. */
function attributePaths(rt: Runtime, self: Address): string[] {
  const names = M[self + FIRST];
  const paths: string[] = [];
  for (let index = 0; index < tupleLength(rt, names); index++) {
    const parts = tupleItem(rt, names, index);
    const words: string[] = [];
    for (let part = 0; part < tupleLength(rt, parts); part++) words.push(strText(rt, tupleItem(rt, parts, part)));
    paths.push(words.join('.'));
  }
  return paths;
}

/** What __reduce__ gives: the type and its arguments (owned). */
function reducedTo(rt: Runtime, self: Address, args: Address): Address {
  return newTuple(rt, [rt.retain(rt.typeOf(self).address), args]);
}

/** As reducedTo; with keywords a call of copyreg's maker of objects. */
function reduceMethodcaller(rt: Runtime, args: Address): Address {
  const first = rt.push(rt.retain(M[M[args] + FIRST]));
  const rest = M[M[args] + SECOND];
  for (let index = 0; index < tupleLength(rt, rest); index++) rt.push(rt.retain(tupleItem(rt, rest, index)));
  const given = newTupleFromStack(rt, first, 1 + tupleLength(rt, rest));
  rt.sp = first;
  if (M[M[args] + THIRD] === 0) return reducedTo(rt, M[args], given);
  const held = rt.push(given);
  const module = rt.push(rt.importModule('copyreg'));
  const maker = findAttrNamed(rt, M[module], '__newobj_ex__');
  const type = rt.typeOf(M[args]).address;
  const inner = newTuple(rt, [rt.retain(type), rt.retain(M[held]), rt.retain(M[M[args] + THIRD])]);
  const result = newTuple(rt, [maker, inner]);
  rt.unwind(held);
  return result;
}

/** Defines the three types. */
export function defineGetters(rt: Runtime): readonly TypeInfo[] {
  const itemgetter = defineType(rt, {
    name: 'itemgetter',
    module: 'operator',
    kind: 'record',
    baseType: false,
    collectable: true,
    basicBytes: 48,
    fields: 1,
    new: constructorSlot('itemgetter', 'raw', (runtime, type, args, count) => {
      if (count < 1) checkRange(runtime, 'itemgetter', count, 1, 1);
      const item = runtime.push(count === 1 ? runtime.retain(M[args]) : tupleOfSlots(runtime, args, count));
      const record = newRecordOf(runtime, type);
      M[record + FIRST] = runtime.retain(M[item]);
      M[record + SECOND] = count;
      runtime.heap.track(record);
      return record;
    }),
    call: callItemgetter,
    methods: [
      {
        name: '__reduce__',
        arity: 'none',
        fn: (runtime, args) => {
          const items = runtime.retain(M[M[args] + FIRST]);
          return reducedTo(runtime, M[args], M[M[args] + SECOND] === 1 ? newTuple(runtime, [items]) : items);
        },
      },
    ],
    repr: rooted((runtime, root) => {
      const self = M[root];
      const count = M[self + SECOND];
      const text = reprText(runtime, M[self + FIRST]);
      return newStr(runtime, `operator.itemgetter${count === 1 ? `(${text})` : text}`);
    }),
  });
  const attrgetter = defineType(rt, {
    name: 'attrgetter',
    module: 'operator',
    kind: 'record',
    baseType: false,
    collectable: true,
    basicBytes: 40,
    fields: 1,
    new: constructorSlot('attrgetter', 'raw', (runtime, type, args, count) => {
      if (count < 1) checkRange(runtime, 'attrgetter', count, 1, 1);
      const first = runtime.sp;
      for (let index = 0; index < count; index++) {
        const name = M[args + 2 * index];
        if (!isStr(runtime, name)) raiseTypeError(runtime, 'attribute name must be a string');
        const parts = strText(runtime, name).split('.');
        runtime.push(
          newTuple(
            runtime,
            parts.map((part) => intern(runtime, part)),
          ),
        );
      }
      const names = newTupleFromStack(runtime, first, count);
      runtime.sp = first;
      runtime.push(names);
      const record = newRecordOf(runtime, type);
      M[record + FIRST] = runtime.retain(names);
      runtime.heap.track(record);
      return record;
    }),
    call: callAttrgetter,
    methods: [
      {
        name: '__reduce__',
        arity: 'none',
        fn: (runtime, args) => {
          const first = runtime.sp;
          const names = attributePaths(runtime, M[args]);
          for (const name of names) runtime.push(newStr(runtime, name));
          const tuple = newTupleFromStack(runtime, first, names.length);
          runtime.sp = first;
          return reducedTo(runtime, M[args], tuple);
        },
      },
    ],
    repr: (runtime, self) => {
      const texts: string[] = [];
      for (const path of attributePaths(runtime, self)) {
        const name = runtime.push(newStr(runtime, path));
        texts.push(reprText(runtime, M[name]));
        runtime.unwind(name);
      }
      return newStr(runtime, `operator.attrgetter(${texts.join(', ')})`);
    },
  });
  const methodcaller = defineType(rt, {
    name: 'methodcaller',
    module: 'operator',
    kind: 'record',
    baseType: false,
    collectable: true,
    basicBytes: 64,
    fields: 3,
    new: (runtime, type, args, count, kwnames) => {
      const keywords = kwnames === 0 ? 0 : tupleLength(runtime, kwnames);
      const positional = count - keywords;
      if (positional < 1) raiseTypeError(runtime, 'methodcaller needs at least one argument, the method name');
      if (!isStr(runtime, M[args])) raiseTypeError(runtime, 'method name must be a string');
      runtime.pinned++;
      const result = runtime.push(0);
      const typeSlot = runtime.push(runtime.retain(type));
      const rest = runtime.push(tupleOfSlots(runtime, args + 2, positional - 1));
      const dict = runtime.push(keywords === 0 ? 0 : newDict(runtime));
      for (let index = 0; index < keywords; index++) {
        dictSet(runtime, M[dict], tupleItem(runtime, kwnames, index), M[args + 2 * (positional + index)]);
      }
      const record = newRecordOf(runtime, typeSlot);
      M[record + FIRST] = intern(runtime, strText(runtime, M[args]));
      M[record + SECOND] = runtime.retain(M[rest]);
      M[record + THIRD] = M[dict] === 0 ? 0 : runtime.retain(M[dict]);
      runtime.heap.track(record);
      M[result] = record;
      runtime.unwind(typeSlot);
      runtime.pinned--;
      return take(runtime, result);
    },
    call: callMethodcaller,
    methods: [{ name: '__reduce__', arity: 'none', fn: (runtime, args) => reduceMethodcaller(runtime, args) }],
    repr: rooted((runtime, root) => {
      runtime.pinned++;
      const self = M[root];
      const texts = [reprText(runtime, M[self + FIRST])];
      for (let index = 0; index < tupleLength(runtime, M[self + SECOND]); index++) {
        texts.push(reprText(runtime, tupleItem(runtime, M[self + SECOND], index)));
      }
      const dict = M[self + THIRD];
      if (dict !== 0) {
        for (let index = dictNext(runtime, dict, 0); index >= 0; index = dictNext(runtime, dict, index + 1)) {
          texts.push(
            `${strText(runtime, dictEntryKey(runtime, dict, index))}=${reprText(runtime, dictEntryValue(runtime, dict, index))}`,
          );
        }
      }
      runtime.pinned--;
      return newStr(runtime, `operator.methodcaller(${texts.join(', ')})`);
    }),
  });
  return [itemgetter, attrgetter, methodcaller];
}
