/** types.GenericAlias: what `list[int]` makes (PEP 585; CPython: Objects/genericaliasobject.c). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInstanceOf } from '../objects/allocate.ts';
import { KIND } from '../objects/kinds.ts';
import { isTuple, newTuple, newTupleFromStack, tupleItem, tupleLength } from '../objects/sequence.ts';
import { newStr, strText } from '../objects/str.ts';
import { findAttrNamed, genericGetAttr, getAttr, setAttrNamed } from '../runtime/attributes.ts';
import { callForward } from '../runtime/calls.ts';
import { caught, isPending, raiseTypeError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { getItem, getIter, reprText } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { BINARY_NAMES, EQ, NE } from '../runtime/type-info.ts';
import { defineType } from '../runtime/types.ts';
import { itemsEqual } from './sequence-methods.ts';
import { argumentText, isAlias, parametersOf } from './type-arguments.ts';
import { unionOf } from './union-type.ts';

const M = WORDS;

/** word 4 origin; 6 tuple of arguments; 8 tuple of parameters; 10 weak list (PyGenericAlias, 64 bytes with its two plain fields). */
const ORIGIN = 4;
const ARGS = 6;
const PARAMETERS = 8;
const WEAKLIST = 10;
/** Plain: 1 for what `*alias` gives. */
const STARRED = 12;
const BYTES = 64;

/** Attributes an alias answers for itself; all others are its origin's. */
const OWN = new Set([
  '__class__',
  '__origin__',
  '__args__',
  '__unpacked__',
  '__parameters__',
  '__typing_unpacked_tuple_args__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
  '__copy__',
  '__deepcopy__',
  '__bases__',
]);

/** origin[args]: `args` is one argument or a tuple of them; both borrowed. `info`: GenericAlias or a class derived from it. */
function newAlias(rt: Runtime, origin: Address, args: Address, info = rt.types['GenericAlias']!): Address {
  const tuple = rt.push(isTuple(rt, args) ? rt.retain(args) : newTuple(rt, [rt.retain(args)]));
  const parameters = rt.push(parametersOf(rt, M[tuple]));
  const alias = newInstanceOf(rt, info, info.basicBytes);
  M[alias + ORIGIN] = rt.retain(origin);
  M[alias + ARGS] = M[tuple];
  M[alias + PARAMETERS] = M[parameters];
  rt.sp = tuple;
  rt.heap.track(alias);
  return alias;
}

/** `*alias` among type arguments: the alias itself, marked. */
function aliasIter(rt: Runtime, alias: Address): Address {
  const starred = newAlias(rt, M[alias + ORIGIN], M[alias + ARGS]);
  M[starred + STARRED] = 1;
  const tuple = rt.push(newTuple(rt, [starred]));
  const iterator = getIter(rt, M[tuple]);
  rt.unwind(tuple);
  return iterator;
}

function aliasRepr(rt: Runtime, alias: Address): Address {
  rt.pinned++;
  const args = M[alias + ARGS];
  const texts: string[] = [];
  for (let index = 0; index < tupleLength(rt, args); index++) texts.push(argumentText(rt, tupleItem(rt, args, index)));
  const star = M[alias + STARRED] === 1 ? '*' : '';
  const text = `${star}${argumentText(rt, M[alias + ORIGIN])}[${texts.length === 0 ? '()' : texts.join(', ')}]`;
  rt.pinned--;
  return newStr(rt, text);
}

function aliasHash(rt: Runtime, alias: Address): void {
  rt.pinned++;
  rt.hashOf(rt, M[alias + ORIGIN]);
  const low = rt.hashLow;
  const high = rt.hashHigh;
  rt.hashOf(rt, M[alias + ARGS]);
  rt.pinned--;
  rt.hashLow ^= low;
  rt.hashHigh ^= high;
}

function aliasCompare(rt: Runtime, left: Address, right: Address, op: number): Address {
  if ((op !== EQ && op !== NE) || !isAlias(rt, right)) return rt.notImplemented;
  rt.pinned++;
  const equal = itemsEqual(rt, M[left + ORIGIN], M[right + ORIGIN]) && itemsEqual(rt, M[left + ARGS], M[right + ARGS]);
  rt.pinned--;
  return rt.bool(equal === (op === EQ));
}

/** Calls the origin; the new object learns its alias when it can hold an attribute. */
function aliasCall(rt: Runtime, base: Address, count: number, kwnames: Address): Address {
  const result = rt.push(callForward(rt, M[M[base] + ORIGIN], [], base + 2, count, kwnames));
  const mark = rt.sp;
  try {
    setAttrNamed(rt, M[result], '__orig_class__', M[base]);
  } catch (thrown) {
    if (isPending(rt, thrown, rt.types['TypeError']!)) caught(rt, thrown, mark, 'TypeError');
    else caught(rt, thrown, mark, 'AttributeError');
  }
  return rt.pop();
}

/** alias[items]: its type variables replaced. */
function substitute(rt: Runtime, alias: Address, items: Address): Address {
  rt.pinned++;
  const parameters = M[alias + PARAMETERS];
  const wanted = tupleLength(rt, parameters);
  if (wanted === 0) raiseTypeError(rt, `${reprText(rt, alias)} is not a generic class`);
  const given = isTuple(rt, items) ? tupleLength(rt, items) : 1;
  if (given !== wanted) {
    const few = given < wanted ? 'few' : 'many';
    raiseTypeError(rt, `Too ${few} arguments for ${reprText(rt, alias)}; actual ${given}, expected ${wanted}`);
  }
  const replacement = (parameter: Address): Address => {
    for (let index = 0; index < wanted; index++) {
      if (tupleItem(rt, parameters, index) === parameter) return isTuple(rt, items) ? tupleItem(rt, items, index) : items;
    }
    return 0;
  };
  const args = M[alias + ARGS];
  const mark = rt.sp;
  for (let index = 0; index < tupleLength(rt, args); index++) {
    const arg = tupleItem(rt, args, index);
    const direct = replacement(arg);
    const inner = direct !== 0 || (M[arg + REP] & 0xff) === KIND.type ? 0 : findAttrNamed(rt, arg, '__parameters__');
    if (inner === 0 || !isTuple(rt, inner) || tupleLength(rt, inner) === 0) {
      rt.release(inner);
      rt.push(rt.retain(direct === 0 ? arg : direct));
      continue;
    }
    const slot = rt.push(inner);
    const start = rt.sp;
    for (let place = 0; place < tupleLength(rt, inner); place++) {
      const parameter = tupleItem(rt, inner, place);
      const value = replacement(parameter);
      rt.push(rt.retain(value === 0 ? parameter : value));
    }
    const nested = newTupleFromStack(rt, start, (rt.sp - start) >> 1);
    rt.sp = start;
    rt.push(nested);
    const replaced = getItem(rt, arg, nested);
    rt.push(replaced);
    rt.retain(replaced);
    rt.unwind(slot);
    rt.push(replaced);
  }
  const tuple = newTupleFromStack(rt, mark, (rt.sp - mark) >> 1);
  rt.sp = mark;
  rt.push(tuple);
  const result = newAlias(rt, M[alias + ORIGIN], tuple);
  rt.unwind(mark);
  rt.pinned--;
  return result;
}

const METHODS: readonly NativeSpec[] = [
  {
    name: '__mro_entries__',
    arity: 'one',
    fn: (rt, args) => newTuple(rt, [rt.retain(M[M[args] + ORIGIN])]),
  },
  {
    name: '__instancecheck__',
    arity: 'one',
    fn: (rt) => raiseTypeError(rt, 'isinstance() argument 2 cannot be a parameterized generic'),
  },
  {
    name: '__subclasscheck__',
    arity: 'one',
    fn: (rt) => raiseTypeError(rt, 'issubclass() argument 2 cannot be a parameterized generic'),
  },
  {
    name: '__reduce__',
    arity: 'none',
    fn: (rt, args) => {
      const alias = M[args];
      const parts = newTuple(rt, [rt.retain(M[alias + ORIGIN]), rt.retain(M[alias + ARGS])]);
      return newTuple(rt, [rt.retain(rt.types['GenericAlias']!.address), parts]);
    },
  },
];

export function defineGenericAliasType(rt: Runtime): void {
  const field = (name: string, offset: number) => ({
    name,
    get: (runtime: Runtime, self: Address): Address => runtime.retain(M[self + offset]),
  });
  const binary = new Array(BINARY_NAMES.length).fill(null);
  binary[BINARY_NAMES.indexOf('or')] = unionOf;
  defineType(rt, {
    name: 'GenericAlias',
    module: 'types',
    kind: 'record',
    basicBytes: BYTES,
    fields: 3,
    weakOffset: WEAKLIST,
    collectable: true,
    doc: 'Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).',
    new: (runtime, type, args, count, kwnames) => {
      if (kwnames !== 0) raiseTypeError(runtime, 'GenericAlias() takes no keyword arguments');
      if (count !== 2) raiseTypeError(runtime, `GenericAlias expected 2 arguments, got ${count}`);
      return newAlias(runtime, M[args], M[args + 2], runtime.infoOfType(type));
    },
    repr: aliasRepr,
    hash: aliasHash,
    compare: aliasCompare,
    call: aliasCall,
    getitem: substitute,
    iter: aliasIter,
    binary,
    getattro: (runtime, alias, name) => {
      const text = strText(runtime, name);
      return OWN.has(text) ? genericGetAttr(runtime, alias, name) : getAttr(runtime, M[alias + ORIGIN], name);
    },
    getset: [
      field('__origin__', ORIGIN),
      field('__args__', ARGS),
      field('__parameters__', PARAMETERS),
      { name: '__unpacked__', get: (runtime, self) => runtime.bool(M[self + STARRED] === 1) },
    ],
    methods: METHODS,
  });
  rt.newGenericAlias = newAlias;
}
