/** The module collections: deque, defaultdict, OrderedDict and helpers here, the rest in py/collections.py. */

import { REP } from '../../../heap/layout.ts';
import { type Address, WORDS } from '../../../heap/memory.ts';
import { dictGetHashed, dictSetHashed, dictSetStr, isDict } from '../../objects/dict.ts';
import { INT_VALUE, newInt } from '../../objects/int.ts';
import { KIND } from '../../objects/kinds.ts';
import { isTuple, tupleItem, tupleLength } from '../../objects/sequence.ts';
import { intern, newStr } from '../../objects/str.ts';
import { callMethod } from '../../runtime/attributes.ts';
import { raise, raiseTypeError } from '../../runtime/exceptions.ts';
import { typeLookup } from '../../runtime/lookup.ts';
import type { NativeSpec } from '../../runtime/native.ts';
import { asSize, binary, forEach, reprText, setItem } from '../../runtime/operators.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { BINARY_NAMES, type TypeInfo } from '../../runtime/type-info.ts';
import { defineType } from '../../runtime/types.ts';
import { reducedTo } from '../../types/reduction.ts';
import type { ModuleSpec } from '../module-spec.ts';
import { pythonSource } from '../python-sources.ts';
import { constructorSlot, newRecordOf, setField, take } from '../records.ts';
import { defineDefaultdict } from './defaultdict.ts';
import { defineDeque } from './deque-type.ts';
import { defineOrderedDict } from './ordered-dict.ts';

const M = WORDS;

const GETTER_DOC = 4;
const GETTER_INDEX = 6;
const ADD = BINARY_NAMES.indexOf('add');

/** _tuplegetter: the attribute of a namedtuple. Word 4 docstring; 6 index of the item; 32 bytes. */
function defineTupleGetter(rt: Runtime): TypeInfo {
  return defineType(rt, {
    name: '_tuplegetter',
    module: 'collections',
    kind: 'record',
    collectable: true,
    basicBytes: 32,
    fields: 1,
    baseType: false,
    new: constructorSlot('_tuplegetter', { min: 2, max: 2 }, (runtime, type, args) => {
      const index = asSize(runtime, M[args]);
      const getter = newRecordOf(runtime, type);
      M[getter + GETTER_DOC] = runtime.retain(M[args + 2]);
      M[getter + GETTER_INDEX] = index;
      runtime.heap.track(getter);
      return getter;
    }),
    repr: (runtime, self) =>
      newStr(runtime, `_tuplegetter(${M[self + GETTER_INDEX]}, ${reprText(runtime, M[self + GETTER_DOC])})`),
    descrGet: (runtime, self, object) => {
      if (object === 0 || object === runtime.none) return runtime.retain(self);
      const index = M[self + GETTER_INDEX];
      if (!isTuple(runtime, object)) {
        raiseTypeError(
          runtime,
          `descriptor for index '${index}' for tuple subclasses doesn't apply to '${runtime.typeOf(object).name}' object`,
        );
      }
      if (index >= tupleLength(runtime, object)) raise(runtime, 'IndexError', 'tuple index out of range');
      return runtime.retain(tupleItem(runtime, object, index));
    },
    descrSet: (runtime, _self, _object, value) =>
      raise(runtime, 'AttributeError', value === 0 ? "can't delete attribute" : "can't set attribute"),
    methods: [
      {
        name: '__reduce__',
        arity: 'none',
        fn: (runtime, args) => {
          const self = M[args];
          const type = runtime.retain(runtime.typeOf(self).address);
          return reducedTo(runtime, type, [newInt(runtime, M[self + GETTER_INDEX]), runtime.retain(M[self + GETTER_DOC])]);
        },
      },
    ],
    getset: [
      {
        name: '__doc__',
        get: (runtime, self) => runtime.retain(M[self + GETTER_DOC]),
        set: (runtime, self, value) => setField(runtime, self, GETTER_DOC, value === 0 ? runtime.none : runtime.retain(value)),
      },
    ],
  });
}

function plainlyCounted(rt: Runtime, mapping: Address): boolean {
  if (!isDict(rt, mapping)) return false;
  const info = rt.typeOf(mapping);
  for (const name of ['get', '__setitem__']) {
    if (typeLookup(rt, info, intern(rt, name)) !== typeLookup(rt, rt.dictInfo, intern(rt, name))) return false;
  }
  return true;
}

/** _count_elements(mapping, iterable): one more for each element. */
const countElements: NativeSpec = {
  name: '_count_elements',
  arity: { min: 2, max: 2 },
  safe: true,
  fn: (rt, args) => {
    const plain = plainlyCounted(rt, M[args]);
    forEach(rt, M[args + 2], (slot) => {
      rt.pinned++;
      if (plain) {
        rt.hashOf(rt, M[slot]);
        const low = rt.hashLow;
        const high = rt.hashHigh;
        const old = dictGetHashed(rt, M[args], M[slot], low, high);
        const sum = rt.push(addOne(rt, old));
        dictSetHashed(rt, M[args], M[slot], M[sum], low, high);
      } else {
        const old = rt.push(callMethod(rt, M[args], 'get', M[slot], newInt(rt, 0)));
        const sum = rt.push(addOne(rt, M[old]));
        setItem(rt, M[args], M[slot], M[sum]);
      }
      rt.pinned--;
    });
    return rt.none;
  },
};

function addOne(rt: Runtime, count: Address): Address {
  if (count === 0) return newInt(rt, 1);
  if ((M[count + REP] & 0xff) === KIND.int && M[count + REP] === rt.intInfo.rep) return newInt(rt, M[count + INT_VALUE] + 1);
  const sum = rt.push(0);
  const held = rt.push(rt.retain(count));
  M[sum] = binary(rt, count, newInt(rt, 1), ADD, false);
  rt.unwind(held);
  return take(rt, sum);
}

export const collectionsModule: ModuleSpec = {
  name: 'collections',
  doc: "This module implements specialized container datatypes providing\nalternatives to Python's general purpose built-in containers, dict,\nlist, set, and tuple.",
  functions: [countElements],
  setup: (rt, dict) => {
    const types = [
      defineDeque(rt),
      rt.types['_deque_iterator']!,
      defineDefaultdict(rt),
      defineOrderedDict(rt),
      defineTupleGetter(rt),
    ];
    for (const info of types) {
      dictSetStr(rt, dict, intern(rt, info.qualname ?? info.name), info.address);
    }
  },
  get python() {
    return pythonSource('collections');
  },
};
