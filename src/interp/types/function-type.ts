/** function, method, builtin_function_or_method, cell. */

import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictSetStr, newDict } from '../objects/dict.ts';
import {
  BUILTIN_MODULE,
  BUILTIN_SELF,
  CELL_CONTENTS,
  FUNC_ANNOTATIONS,
  FUNC_BUILTINS,
  FUNC_CLOSURE,
  FUNC_CODE,
  FUNC_CODE_INDEX,
  FUNC_DEFAULTS,
  FUNC_DICT,
  FUNC_DOC,
  FUNC_GLOBALS,
  FUNC_KWDEFAULTS,
  FUNC_MODULE,
  FUNC_NAME,
  FUNC_QUALNAME,
  FUNC_TYPEPARAMS,
  METHOD_FUNCTION,
  METHOD_SELF,
  NATIVE_INDEX,
  newCell,
  newMethod,
} from '../objects/function.ts';
import { KIND } from '../objects/kinds.ts';
import { isTuple, tupleItem, tupleLength } from '../objects/sequence.ts';
import { isStr, newStr, strText } from '../objects/str.ts';
import { findAttrNamed, genericGetAttr, getAttr } from '../runtime/attributes.ts';
import { bindArguments, isCallable } from '../runtime/calls.ts';
import { CODE_INDEX, CODE_NAME } from '../runtime/code-table.ts';
import { argumentTypeName, raise, raiseAttributeError, raiseTypeError } from '../runtime/exceptions.ts';
import { identityHash } from '../runtime/identity.ts';
import { functionOf } from '../runtime/make-function.ts';
import { parseSignature } from '../runtime/native.ts';
import { compare, compareTrue, hashOf } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { EQ } from '../runtime/type-info.ts';
import type { GetSetSpec, TypeSpec } from '../runtime/types.ts';
import { CALL_METHOD } from './call-method.ts';
import { ordered } from './int-type-arithmetic.ts';
import { hexId } from './object-type.ts';
import { reducedAttribute } from './reduction.ts';

const M = WORDS;

function field(name: string, slot: number, check: (rt: Runtime, value: Address) => void): GetSetSpec {
  return {
    name,
    get: (rt, self) => (M[self + slot] === 0 ? rt.none : rt.retain(M[self + slot])),
    set: (rt, self, value) => {
      if (value !== 0) check(rt, value);
      rt.replace(self, self + slot, value === 0 || value === rt.none ? 0 : rt.retain(value));
    },
  };
}

function text(name: string, slot: number): GetSetSpec {
  return {
    name,
    get: (rt, self) => rt.retain(M[self + slot]),
    set: (rt, self, value) => {
      if (value === 0 || !isStr(rt, value)) raiseTypeError(rt, `${name} must be set to a string object`);
      rt.replace(self, self + slot, rt.retain(value));
    },
  };
}

/** Annotations are made by the compiler as a tuple name, value, ...; the dict is built when it is first asked for. */
function annotations(rt: Runtime, self: Address): Address {
  const held = M[self + FUNC_ANNOTATIONS];
  if (held !== 0 && !isTuple(rt, held)) return rt.retain(held);
  const dict = rt.push(newDict(rt));
  if (held !== 0) {
    for (let index = 0; index + 1 < tupleLength(rt, held); index += 2) {
      dictSetStr(rt, M[dict], tupleItem(rt, held, index), tupleItem(rt, held, index + 1));
    }
  }
  rt.replace(self, self + FUNC_ANNOTATIONS, rt.retain(M[dict]));
  return rt.pop();
}

const functionSignature = parseSignature('code, globals, name=, argdefs=, closure=, kwdefaults=');

/** types.FunctionType(code, globals, name, argdefs, closure, kwdefaults). */
function newFunction(rt: Runtime, _type: Address, args: Address, count: number, kwnames: Address): Address {
  const mark = bindArguments(rt, 'function', functionSignature, args, count, kwnames);
  const given = (index: number): Address => (M[mark + 2 * index] === rt.none ? 0 : M[mark + 2 * index]);
  const kindOf = (value: Address): number => M[value + REP] & 0xff;
  const [code, globals] = [M[mark], M[mark + 2]];
  if (kindOf(code) !== KIND.code)
    raiseTypeError(rt, `function() argument 'code' must be code, not ${argumentTypeName(rt, code)}`);
  if (kindOf(globals) !== KIND.dict) {
    raiseTypeError(rt, `function() argument 'globals' must be dict, not ${argumentTypeName(rt, globals)}`);
  }
  const [name, defaults, closure, kwdefaults] = [given(2), given(3), given(4), given(5)];
  if (name !== 0 && !isStr(rt, name)) raiseTypeError(rt, 'arg 3 (name) must be None or string');
  if (defaults !== 0 && !isTuple(rt, defaults)) raiseTypeError(rt, 'arg 4 (defaults) must be None or tuple');
  const free = rt.codes[M[code + CODE_INDEX]]!.unit.freeNames.length;
  if (closure === 0 ? free > 0 : !isTuple(rt, closure)) {
    raiseTypeError(rt, free > 0 ? 'arg 5 (closure) must be tuple' : 'arg 5 (closure) must be None or tuple');
  }
  const cells = closure === 0 ? 0 : tupleLength(rt, closure);
  if (cells !== free) {
    raise(rt, 'ValueError', `${strText(rt, M[code + CODE_NAME])} requires closure of length ${free}, not ${cells}`);
  }
  for (let index = 0; index < cells; index++) {
    const cell = tupleItem(rt, closure, index);
    if (kindOf(cell) !== KIND.cell) raiseTypeError(rt, `arg 5 (closure) expected cell, found ${rt.typeOf(cell).name}`);
  }
  if (kwdefaults !== 0 && kindOf(kwdefaults) !== KIND.dict) raiseTypeError(rt, 'arg 6 (kwdefaults) must be None or dict');
  const made = functionOf(rt, rt.retain(code), globals, M[rt.builtinsDict]);
  if (name !== 0) rt.replace(made, made + FUNC_NAME, rt.retain(name));
  if (defaults !== 0) rt.replace(made, made + FUNC_DEFAULTS, rt.retain(defaults));
  if (closure !== 0) rt.replace(made, made + FUNC_CLOSURE, rt.retain(closure));
  if (kwdefaults !== 0) rt.replace(made, made + FUNC_KWDEFAULTS, rt.retain(kwdefaults));
  rt.unwind(mark);
  return made;
}

export const functionSpec: TypeSpec = {
  name: 'function',
  kind: 'function',
  basicBytes: 144,
  collectable: true,
  baseType: false,
  dictOffset: FUNC_DICT,
  weakOffset: 24,
  hash: identityHash,
  descrGet: (rt, self, object) => (object === 0 ? rt.retain(self) : newMethod(rt, self, object)),
  repr: (rt, self) => newStr(rt, `<function ${strText(rt, M[self + FUNC_QUALNAME])} at ${hexId(rt, self)}>`),
  new: newFunction,
  getset: [
    text('__name__', FUNC_NAME),
    text('__qualname__', FUNC_QUALNAME),
    {
      name: '__code__',
      get: (rt, self) => rt.retain(M[self + FUNC_CODE]),
      set: (rt, self, value) => {
        if (value === 0 || (M[value + REP] & 0xff) !== KIND.code) raiseTypeError(rt, '__code__ must be set to a code object');
        const free = rt.codes[M[value + CODE_INDEX]]!.unit.freeNames.length;
        const have = M[self + FUNC_CLOSURE] === 0 ? 0 : tupleLength(rt, M[self + FUNC_CLOSURE]);
        if (free !== have) {
          raise(
            rt,
            'ValueError',
            `${strText(rt, M[self + FUNC_NAME])}() requires a code object with ${have} free vars, not ${free}`,
          );
        }
        M[self + FUNC_CODE_INDEX] = M[value + CODE_INDEX];
        rt.replace(self, self + FUNC_CODE, rt.retain(value));
      },
    },
    field('__defaults__', FUNC_DEFAULTS, (rt, value) => {
      if (value !== rt.none && !isTuple(rt, value)) raiseTypeError(rt, '__defaults__ must be set to a tuple object');
    }),
    field('__kwdefaults__', FUNC_KWDEFAULTS, (rt, value) => {
      if (value !== rt.none && (M[value + REP] & 0xff) !== KIND.dict)
        raiseTypeError(rt, '__kwdefaults__ must be set to a dict object');
    }),
    { name: '__globals__', get: (rt, self) => rt.retain(M[self + FUNC_GLOBALS]) },
    { name: '__builtins__', get: (rt, self) => rt.retain(M[self + FUNC_BUILTINS]) },
    {
      name: '__closure__',
      get: (rt, self) => (M[self + FUNC_CLOSURE] === 0 ? rt.none : rt.retain(M[self + FUNC_CLOSURE])),
    },
    field('__doc__', FUNC_DOC, () => undefined),
    field('__module__', FUNC_MODULE, () => undefined),
    {
      name: '__dict__',
      get: (rt, self) => rt.retain(rt.ensureDict(rt, self)),
      set: (rt, self, value) => rt.replaceDict(rt, self, value),
    },
    {
      name: '__annotations__',
      get: annotations,
      set: (rt, self, value) =>
        rt.replace(self, self + FUNC_ANNOTATIONS, value === 0 || value === rt.none ? 0 : rt.retain(value)),
    },
    {
      name: '__type_params__',
      get: (rt, self) => (M[self + FUNC_TYPEPARAMS] === 0 ? rt.emptyTuple : rt.retain(M[self + FUNC_TYPEPARAMS])),
      set: (rt, self, value) => {
        if (value === 0 || !isTuple(rt, value)) raiseTypeError(rt, '__type_params__ must be set to a tuple');
        rt.replace(self, self + FUNC_TYPEPARAMS, rt.retain(value));
      },
    },
  ],
  methods: [CALL_METHOD],
};

export const methodSpec: TypeSpec = {
  name: 'method',
  kind: 'method',
  basicBytes: 48,
  collectable: true,
  baseType: false,
  weakOffset: 8,
  new: (rt, _type, args, count) => {
    if (count !== 2) raiseTypeError(rt, `method expected 2 arguments, got ${count}`);
    if (!isCallable(rt, M[args])) raiseTypeError(rt, 'first argument must be callable');
    if (M[args + 2] === rt.none) raiseTypeError(rt, 'instance must not be None');
    return newMethod(rt, M[args], M[args + 2]);
  },
  hash: (rt, self) => {
    identityHash(rt, M[self + METHOD_SELF]);
    const low = rt.hashLow;
    const high = rt.hashHigh;
    hashOf(rt, M[self + METHOD_FUNCTION]);
    rt.hashLow ^= low;
    rt.hashHigh ^= high;
  },
  compare: (rt, left, right, op) => {
    if ((op !== 2 && op !== 3) || M[left + REP] !== M[right + REP]) return rt.notImplemented;
    const same =
      compareTrue(rt, M[left + METHOD_FUNCTION], M[right + METHOD_FUNCTION], EQ) &&
      M[left + METHOD_SELF] === M[right + METHOD_SELF];
    return rt.bool(same === (op === 2));
  },
  repr: (rt, self) => {
    const callable = M[self + METHOD_FUNCTION];
    const mark = rt.sp;
    let name = '?';
    const qualname = genericName(rt, callable);
    if (qualname !== 0) {
      rt.push(qualname);
      name = strText(rt, qualname);
    }
    rt.unwind(mark);
    const inner = rt.push(rt.typeOf(M[self + METHOD_SELF]).repr!(rt, M[self + METHOD_SELF]));
    const innerText = strText(rt, M[inner]);
    rt.unwind(inner);
    return newStr(rt, `<bound method ${name} of ${innerText}>`);
  },
  getattro: (rt, self, name) => {
    const own = rt.typeOf(self);
    const wanted = strText(rt, name);
    if (own === rt.methodInfo && !METHOD_NAMES.has(wanted)) return getAttr(rt, M[self + METHOD_FUNCTION], name);
    return genericGetAttr(rt, self, name);
  },
  setattro: (rt, self, name) =>
    raiseAttributeError(
      rt,
      `'method' object has no attribute '${strText(rt, name)}' and no __dict__ for setting new attributes`,
      self,
      name,
    ),
  getset: [
    { name: '__func__', get: (rt, self) => rt.retain(M[self + METHOD_FUNCTION]) },
    { name: '__self__', get: (rt, self) => rt.retain(M[self + METHOD_SELF]) },
  ],
  descrGet: (rt, self) => rt.retain(self),
  methods: [CALL_METHOD, reducedAttribute((_rt, self) => M[self + METHOD_SELF])],
};

const METHOD_NAMES = new Set([
  '__func__',
  '__self__',
  '__class__',
  '__call__',
  '__repr__',
  '__hash__',
  '__eq__',
  '__ne__',
  '__get__',
  '__getattribute__',
  '__init__',
  '__new__',
  '__dir__',
  '__str__',
  '__reduce__',
  '__reduce_ex__',
  '__setattr__',
  '__delattr__',
  '__sizeof__',
  '__lt__',
  '__le__',
  '__gt__',
  '__ge__',
  '__format__',
  '__init_subclass__',
  '__subclasshook__',
  '__getstate__',
]);

function genericName(rt: Runtime, callable: Address): Address {
  const kind = M[callable + REP] & 0xff;
  if (kind === KIND.function) return rt.retain(M[callable + FUNC_QUALNAME]);
  if (kind === KIND.builtin) return newStr(rt, rt.natives[M[callable + NATIVE_INDEX]]!.qualname);
  const slot = rt.sp;
  for (const attribute of ['__qualname__', '__name__']) {
    const name = findAttrNamed(rt, callable, attribute);
    if (name !== 0 && isStr(rt, name)) return name;
    if (name !== 0) rt.release(name);
    rt.unwind(slot);
  }
  return 0;
}

/** `__self__`: the object it is bound to, or the module it is a function of. */
function ownerOfBuiltin(rt: Runtime, self: Address): Address {
  const bound = M[self + BUILTIN_SELF];
  const owner = bound === 0 ? rt.loadedModule(rt.natives[M[self + NATIVE_INDEX]]!.module) : bound;
  return owner === 0 ? rt.none : rt.retain(owner);
}

export const builtinSpec: TypeSpec = {
  name: 'builtin_function_or_method',
  kind: 'builtin',
  basicBytes: 56,
  collectable: true,
  baseType: false,
  abstract: true,
  weakOffset: 10,
  hash: identityHash,
  compare: (rt, left, right, op) => {
    if ((op !== 2 && op !== 3) || M[left + REP] !== M[right + REP]) return rt.notImplemented;
    const same = M[left + NATIVE_INDEX] === M[right + NATIVE_INDEX] && M[left + BUILTIN_SELF] === M[right + BUILTIN_SELF];
    return rt.bool(same === (op === 2));
  },
  repr: (rt, self) => {
    const entry = rt.natives[M[self + NATIVE_INDEX]]!;
    if (entry.repr !== undefined) return newStr(rt, entry.repr);
    const owner = M[self + BUILTIN_SELF];
    if (owner === 0 || (M[owner + REP] & 0xff) === KIND.module) return newStr(rt, `<built-in function ${entry.name}>`);
    return newStr(rt, `<built-in method ${entry.name} of ${rt.typeOf(owner).name} object at ${hexId(rt, owner)}>`);
  },
  getset: [
    { name: '__name__', get: (rt, self) => newStr(rt, rt.natives[M[self + NATIVE_INDEX]]!.name) },
    { name: '__qualname__', get: (rt, self) => newStr(rt, rt.natives[M[self + NATIVE_INDEX]]!.qualname) },
    { name: '__self__', get: ownerOfBuiltin },
    {
      name: '__module__',
      get: (rt, self) => (M[self + BUILTIN_MODULE] === 0 ? rt.none : rt.retain(M[self + BUILTIN_MODULE])),
    },
    { name: '__text_signature__', get: (rt) => rt.none },
    {
      name: '__doc__',
      get: (rt, self) => {
        const doc = rt.natives[M[self + NATIVE_INDEX]]!.doc;
        return doc === undefined ? rt.none : newStr(rt, doc);
      },
    },
  ],
  methods: [
    CALL_METHOD,
    reducedAttribute((_rt, self) => {
      const owner = M[self + BUILTIN_SELF];
      return owner !== 0 && (M[owner + REP] & 0xff) === KIND.module ? 0 : owner;
    }),
  ],
};

export const cellSpec: TypeSpec = {
  name: 'cell',
  kind: 'cell',
  basicBytes: 24,
  collectable: true,
  baseType: false,
  hash: null,
  compare: (rt, left, right, op) => {
    if ((M[right + REP] & 0xff) !== KIND.cell) return rt.notImplemented;
    const mine = M[left + CELL_CONTENTS];
    const other = M[right + CELL_CONTENTS];
    if (mine !== 0 && other !== 0) return compare(rt, mine, other, op);
    // An empty one is less than any that is filled.
    return ordered(rt, (mine === 0 ? 0 : 1) - (other === 0 ? 0 : 1), op);
  },
  new: (rt, _type, args, count) => newCell(rt, count > 0 ? rt.retain(M[args]) : 0),
  repr: (rt, self) => {
    const contents = M[self + CELL_CONTENTS];
    const what = contents === 0 ? 'empty' : `${rt.typeOf(contents).name} object at ${hexId(rt, contents)}`;
    return newStr(rt, `<cell at ${hexId(rt, self)}: ${what}>`);
  },
  getset: [
    {
      name: 'cell_contents',
      get: (rt, self) => {
        if (M[self + CELL_CONTENTS] === 0) raise(rt, 'ValueError', 'Cell is empty');
        return rt.retain(M[self + CELL_CONTENTS]);
      },
      set: (rt, self, value) => rt.replace(self, self + CELL_CONTENTS, value === 0 ? 0 : rt.retain(value)),
    },
  ],
};
