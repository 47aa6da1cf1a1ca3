/** object: what every class starts from. */

import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInstanceOf } from '../objects/allocate.ts';
import { dictMerge, newDict } from '../objects/dict.ts';
import { newInstance } from '../objects/instance.ts';
import { newInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { intern, isStr, newStr, strText } from '../objects/str.ts';
import { callSpecial, findAttrNamed, genericGetAttr, genericSetAttr } from '../runtime/attributes.ts';
import { call1, call2 } from '../runtime/calls.ts';
import { argumentTypeName, raiseTypeError } from '../runtime/exceptions.ts';
import { identityHash } from '../runtime/identity.ts';
import { typeLookup } from '../runtime/lookup.ts';
import { isTrue, str } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { genericNew } from '../runtime/slots.ts';
import { EQ, type TypeInfo } from '../runtime/type-info.ts';
import type { TypeSpec } from '../runtime/types.ts';
import { setClass } from './class-assignment.ts';

const M = WORDS;

/** Name with module, as default reprs show it. */
export function fullName(info: TypeInfo): string {
  return info.module === 'builtins' || info.module === '' ? info.name : `${info.module}.${info.qualname ?? info.name}`;
}

/** id() as repr shows it. */
export function hexId(rt: Runtime, object: Address): string {
  return `0x${rt.heap.identity(object).toString(16)}`;
}

function excessArguments(info: TypeInfo, count: number, kwnames: Address): boolean {
  void info;
  return count > 0 || kwnames !== 0;
}

/** How pickle makes the object anew: copyreg says. */
function reduced(rt: Runtime, object: Address, protocol: Address): Address {
  const module = rt.push(rt.importModule('copyreg'));
  const reduce = rt.push(findAttrNamed(rt, M[module], '_reduce_object'));
  const result = call2(rt, M[reduce], object, protocol);
  rt.unwind(module);
  return result;
}

/** object.__new__. */
export function objectNew(rt: Runtime, type: Address, _args: Address, count: number, kwnames: Address): Address {
  const info = rt.infoOfType(type);
  if (excessArguments(info, count, kwnames)) {
    if (info.new === genericNew) raiseTypeError(rt, 'object.__new__() takes exactly one argument (the type to instantiate)');
    if (info.init === objectInit) raiseTypeError(rt, `${info.name}() takes no arguments`);
  }
  if (rt.isAbstract(rt, type)) abstractError(rt, type, info);
  if (info.heap && info.kind === KIND.instance) return newInstance(rt, info);
  const object = newInstanceOf(rt, info, info.basicBytes);
  if (info.heap) rt.heap.track(object);
  return object;
}

function abstractError(rt: Runtime, type: Address, info: TypeInfo): never {
  const names = rt.push(findAttrNamed(rt, type, '__abstractmethods__'));
  const texts: string[] = [];
  const iterator = rt.push(rt.typeOf(M[names]).iter!(rt, M[names]));
  for (
    let name = rt.typeOf(M[iterator]).next!(rt, M[iterator]);
    name !== 0;
    name = rt.typeOf(M[iterator]).next!(rt, M[iterator])
  ) {
    texts.push(strText(rt, name));
    rt.release(name);
  }
  texts.sort();
  raiseTypeError(
    rt,
    `Can't instantiate abstract class ${info.name} without an implementation for abstract method${texts.length === 1 ? '' : 's'} ${texts.map((text) => `'${text}'`).join(', ')}`,
  );
}

/** object.__init__. */
export function objectInit(rt: Runtime, self: Address, _args: Address, count: number, kwnames: Address): void {
  const info = rt.typeOf(self);
  if (!excessArguments(info, count, kwnames)) return;
  if (info.init !== objectInit) raiseTypeError(rt, 'object.__init__() takes exactly one argument (the instance to initialize)');
  if (info.new === objectNew) {
    raiseTypeError(rt, `${info.name}.__init__() takes exactly one argument (the instance to initialize)`);
  }
}

function objectRepr(rt: Runtime, self: Address): Address {
  return newStr(rt, `<${fullName(rt.typeOf(self))} object at ${hexId(rt, self)}>`);
}

function objectCompare(rt: Runtime, left: Address, right: Address, op: number): Address {
  if (op === EQ) return left === right ? rt.true : rt.notImplemented;
  if (op !== 3) return rt.notImplemented;
  // != is the opposite of what == says.
  const compare = rt.typeOf(left).compare!;
  const result = compare(rt, left, right, EQ);
  if (result === rt.notImplemented) return result;
  const truth = isTrue(rt, result);
  rt.release(result);
  return rt.bool(!truth);
}

function classGetter(rt: Runtime, self: Address): Address {
  return rt.retain(rt.typeOf(self).address);
}

/** Names of an object: its own, its class's, their bases'. An owned dict with the names as keys. */
export function namesOf(rt: Runtime, object: Address): Address {
  const names = rt.push(newDict(rt));
  const dict = findAttrNamed(rt, object, '__dict__');
  if (dict !== 0) {
    const slot = rt.push(dict);
    if ((M[dict + REP] & 0xff) === KIND.dict) dictMerge(rt, M[names], dict);
    rt.unwind(slot);
  }
  for (const info of [...rt.typeOf(object).mro].reverse()) dictMerge(rt, M[names], M[info.address + 10]);
  rt.sp = names;
  return M[names];
}

/** object.__str__: what the class's repr gives, whatever it is. */
function objectStr(rt: Runtime, self: Address): Address {
  return rt.typeOf(self).repr!(rt, self);
}

export const objectTypeSpec: TypeSpec = {
  name: 'object',
  kind: 'instance',
  basicBytes: 16,
  repr: objectRepr,
  str: objectStr,
  hash: identityHash,
  compare: objectCompare,
  getattro: genericGetAttr,
  setattro: genericSetAttr,
  new: objectNew,
  init: objectInit,
  doc: 'The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n',
  getset: [{ name: '__class__', get: classGetter, set: setClass }],
  methods: [
    {
      name: '__format__',
      arity: 'one',
      fn: (rt, args) => {
        if (!isStr(rt, M[args + 2]))
          raiseTypeError(rt, `__format__() argument must be str, not ${argumentTypeName(rt, M[args + 2])}`);
        if (strText(rt, M[args + 2]) !== '') {
          raiseTypeError(rt, `unsupported format string passed to ${rt.typeOf(M[args]).name}.__format__`);
        }
        return str(rt, M[args]);
      },
    },
    {
      name: '__sizeof__',
      arity: 'none',
      fn: (rt, args) => newInt(rt, rt.sizeOf(M[args])),
    },
    {
      name: '__dir__',
      arity: 'none',
      fn: (rt, args) => {
        const names = rt.push(namesOf(rt, M[args]));
        const list = rt.listFromIterable(rt, M[names]);
        rt.push(list);
        rt.sp -= 2;
        rt.unwind(names);
        return list;
      },
    },
    {
      name: '__reduce_ex__',
      arity: 'one',
      fn: (rt, args) => {
        const name = intern(rt, '__reduce__');
        const own = typeLookup(rt, rt.typeOf(M[args]), name);
        if (own !== typeLookup(rt, rt.objectInfo, name)) return callSpecial(rt, M[args], '__reduce__');
        return reduced(rt, M[args], M[args + 2]);
      },
    },
    {
      name: '__reduce__',
      arity: 'none',
      fn: (rt, args) => {
        const oldest = newInt(rt, 0);
        const result = reduced(rt, M[args], oldest);
        rt.release(oldest);
        return result;
      },
    },
    {
      name: '__getstate__',
      arity: 'none',
      fn: (rt, args) => {
        const info = rt.typeOf(M[args]);
        if (!info.heap && !info.hasDict) return rt.none;
        const module = rt.push(rt.importModule('copyreg'));
        const state = rt.push(findAttrNamed(rt, M[module], '_object_state'));
        const result = call1(rt, M[state], M[args]);
        rt.unwind(module);
        return result;
      },
    },
  ],
  classMethods: [
    {
      name: '__init_subclass__',
      arity: 'raw',
      fn: (rt, args, count, kwnames) => {
        if (count > 1 || kwnames !== 0) {
          const info = rt.infoOfType(M[args]);
          raiseTypeError(rt, `${info.name}.__init_subclass__() takes no ${kwnames !== 0 ? 'keyword ' : ''}arguments`);
        }
        return rt.none;
      },
    },
    { name: '__subclasshook__', arity: 'raw', fn: (rt) => rt.notImplemented },
  ],
};
