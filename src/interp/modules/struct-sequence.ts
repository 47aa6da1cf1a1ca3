/**
 * Tuples whose items have names, such as sys.version_info (CPython: Objects/structseq.c). Their types are subclasses of tuple, and only this machine makes
 * their instances.
 */
import { type Address, WORDS } from '../../heap/memory.ts';
import { newDict } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { newTuple, TUPLE_ITEMS, TUPLE_LENGTH, tupleFrom, tupleItem, tupleLength } from '../objects/sequence.ts';
import { intern, newStr } from '../objects/str.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import { reprText } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { defineType } from '../runtime/types.ts';

const M = WORDS;

/** What a tuple has before its items. */
const HEAD_BYTES = 24;

function plainCopy(rt: Runtime, self: Address): Address {
  const items: Address[] = [];
  for (let index = 0; index < tupleLength(rt, self); index++) items.push(rt.retain(tupleItem(rt, self, index)));
  return newTuple(rt, items);
}

/** Makes a type `name` of `module` and its one instance, with `values` (owned references) by field. Owned. */
export function newStructSequence(
  rt: Runtime,
  module: string,
  name: string,
  values: Readonly<Record<string, Address>>,
  doc: string | null = null,
): Address {
  const fields = Object.keys(values);
  const count = (): Address => newInt(rt, fields.length);
  const info = defineType(rt, {
    name,
    module,
    base: rt.tupleInfo,
    baseType: false,
    abstract: true,
    doc,
    getset: fields.map((field, index) => ({
      name: field,
      get: (runtime: Runtime, self: Address) => runtime.retain(tupleItem(runtime, self, index)),
      member: true,
    })),
    constants: {
      n_sequence_fields: count(),
      n_fields: count(),
      n_unnamed_fields: newInt(rt, 0),
      __match_args__: () =>
        newTuple(
          rt,
          fields.map((field) => intern(rt, field)),
        ),
    },
    repr: (runtime, self) => {
      const parts = fields.map((field, index) => `${field}=${reprText(runtime, tupleItem(runtime, self, index))}`);
      return newStr(runtime, `${module}.${name}(${parts.join(', ')})`);
    },
    methods: [
      {
        name: '__reduce__',
        arity: 'none',
        fn: (runtime, args) =>
          tupleFrom(runtime, [
            () => runtime.retain(runtime.typeOf(M[args]).address),
            () => tupleFrom(runtime, [() => plainCopy(runtime, M[args]), () => newDict(runtime)]),
          ]),
      },
      {
        name: '__replace__',
        arity: 'raw',
        fn: (runtime) => raiseTypeError(runtime, `cannot create '${module}.${name}' instances`),
      },
    ],
  });
  const object = rt.newCollectable(info, info.rep, HEAD_BYTES + 8 * fields.length);
  M[object + TUPLE_LENGTH] = fields.length;
  M[object + TUPLE_LENGTH + 1] = 0;
  fields.forEach((field, index) => {
    M[object + TUPLE_ITEMS + 2 * index] = values[field]!;
    M[object + TUPLE_ITEMS + 2 * index + 1] = 0;
  });
  rt.heap.track(object);
  return object;
}
