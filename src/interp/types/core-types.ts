/** None, Ellipsis, NotImplemented, module, mappingproxy, frame, traceback. */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInstanceOf, trackInstance } from '../objects/allocate.ts';
import { dictGetStr, dictMerge, dictSetStr, newDict } from '../objects/dict.ts';
import {
  FRAME_EXTRAS,
  FRAME_FAST,
  FRAME_FUNCTION,
  FRAME_LIVE,
  FRAME_LOCALS,
  TB_FRAME,
  TB_LASTI,
  TB_LINE,
  TB_NEXT,
} from '../objects/exception.ts';
import { CELL_CONTENTS, FUNC_BUILTINS, FUNC_CODE, FUNC_CODE_INDEX, FUNC_GLOBALS } from '../objects/function.ts';
import { GEN_STATE, GEN_SUSPENDED, generatorOfFrame } from '../objects/generator.ts';
import { newInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { isList, isTuple } from '../objects/sequence.ts';
import { intern, isStr, newStr, strText } from '../objects/str.ts';
import { callMethod, genericGetAttr, genericSetAttr, getAttrNamed } from '../runtime/attributes.ts';
import { bindArguments, call1, holdCopies } from '../runtime/calls.ts';
import { argumentTypeName, raise, raiseAttributeError, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { identityHash } from '../runtime/identity.ts';
import { parseSignature } from '../runtime/native.ts';
import { binary, compare, contains, getItem, getIter, hashOf, length, reprText, str } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { BINARY_NAMES } from '../runtime/type-info.ts';
import type { TypeSpec } from '../runtime/types.ts';
import { frameLocalsView } from './frame-locals-type.ts';
import { CLASS_GETITEM } from './list-type.ts';
import { hexId } from './object-type.ts';

const M = WORDS;

function constantHash(low: number, high: number) {
  return (rt: Runtime): void => {
    rt.hashLow = low;
    rt.hashHigh = high;
  };
}

function singleton(name: string, kind: TypeSpec['kind'] & string, text: string, value: (rt: Runtime) => Address): TypeSpec {
  return {
    name,
    kind: kind as NonNullable<TypeSpec['kind']>,
    basicBytes: 16,
    baseType: false,
    repr: (rt) => intern(rt, text),
    new: (rt, _type, _args, count, kwnames) => {
      if (count > 0 || kwnames !== 0) raiseTypeError(rt, `${name} takes no arguments`);
      return value(rt);
    },
  };
}

export const noneSpec: TypeSpec = {
  ...singleton('NoneType', 'none', 'None', (rt) => rt.none),
  bool: () => false,
  hash: constantHash(0xfca86420 | 0, 0),
};
export const ellipsisSpec: TypeSpec = {
  ...singleton('ellipsis', 'ellipsis', 'Ellipsis', (rt) => rt.ellipsis),
  methods: [{ name: '__reduce__', arity: 'none', fn: (rt) => intern(rt, 'Ellipsis') }],
};
export const notImplementedSpec: TypeSpec = {
  ...singleton('NotImplementedType', 'notimplemented', 'NotImplemented', (rt) => rt.notImplemented),
  bool: (rt) => {
    rt.warn(rt, 'DeprecationWarning', 'NotImplemented should not be used in a boolean context');
    return true;
  },
};

/** module: word 4 dict; 5 name known; weak list at 8 (CPython: PyModuleObject, 56 bytes). */
export const MODULE_DICT = 4;
const MODULE_SIGNATURE = parseSignature('name, doc=');

export function newModule(rt: Runtime, name: string): Address {
  const info = rt.moduleInfo;
  const module = newInstanceOf(rt, info, info.basicBytes);
  rt.push(module);
  const dict = newDict(rt);
  M[module + MODULE_DICT] = dict;
  rt.heap.track(module);
  for (const key of ['__name__', '__doc__', '__package__', '__loader__', '__spec__'])
    dictSetStr(rt, dict, intern(rt, key), rt.none);
  dictSetStr(rt, dict, intern(rt, '__name__'), intern(rt, name));
  rt.sp -= 2;
  return module;
}

function moduleName(rt: Runtime, module: Address): string {
  const name = dictGetStr(rt, M[module + MODULE_DICT], intern(rt, '__name__'));
  return name !== 0 && isStr(rt, name) ? strText(rt, name) : '?';
}

/** repr of something in a module's dict. */
function moduleAttribute(rt: Runtime, module: Address, name: string, otherwise: string): string {
  const value = dictGetStr(rt, M[module + MODULE_DICT], intern(rt, name));
  return value === 0 ? otherwise : reprText(rt, value);
}

export const moduleSpec: TypeSpec = {
  name: 'module',
  kind: 'module',
  basicBytes: 56,
  collectable: true,
  dictOffset: MODULE_DICT,
  weakOffset: 8,
  new: (rt, type) => {
    const info = rt.infoOfType(type);
    const root = rt.push(newInstanceOf(rt, info, info.basicBytes));
    const module = M[root];
    M[module + MODULE_DICT] = newDict(rt);
    trackInstance(rt, info, module);
    return rt.pop();
  },
  init: (rt, self, args, count, kwnames) => {
    const mark = rt.sp;
    const first = bindArguments(rt, 'module', MODULE_SIGNATURE, args, count, kwnames);
    const name = M[first];
    if (!isStr(rt, name)) raiseTypeError(rt, `module() argument 'name' must be str, not ${argumentTypeName(rt, name)}`);
    const dict = M[self + MODULE_DICT];
    dictSetStr(rt, dict, intern(rt, '__name__'), name);
    dictSetStr(rt, dict, intern(rt, '__doc__'), M[first + 2] === 0 ? rt.none : M[first + 2]);
    for (const key of ['__package__', '__loader__', '__spec__']) dictSetStr(rt, dict, intern(rt, key), rt.none);
    rt.unwind(mark);
  },
  repr: (rt, self) => {
    // importlib's _module_repr.
    const shown = moduleAttribute(rt, self, '__name__', "'?'");
    const file = moduleAttribute(rt, self, '__file__', '');
    if (file !== '') return newStr(rt, `<module ${shown} from ${file}>`);
    const name = moduleName(rt, self);
    if (rt.hasBuiltinModule(name) && rt.loadedModule(name) === self) return newStr(rt, `<module ${shown} (built-in)>`);
    const loader = moduleAttribute(rt, self, '__loader__', 'None');
    return newStr(rt, loader === 'None' ? `<module ${shown}>` : `<module ${shown} (${loader})>`);
  },
  getattro: (rt, self, name) => {
    const mark = rt.sp;
    try {
      return genericGetAttr(rt, self, name);
    } catch (thrown) {
      const text = strText(rt, name);
      const hook = text === '__getattr__' ? 0 : dictGetStr(rt, M[self + MODULE_DICT], intern(rt, '__getattr__'));
      if (!rt.pendingIs(rt, thrown, 'AttributeError')) throw thrown;
      rt.unwind(mark);
      if (hook !== 0) {
        rt.setRoot(rt.pending, 0);
        return call1(rt, hook, name);
      }
      const module = moduleName(rt, self);
      raiseAttributeError(
        rt,
        rt.isLoading(module)
          ? `partially initialized module '${module}' has no attribute '${text}' (most likely due to a circular import)`
          : `module${module === '?' ? '' : ` '${module}'`} has no attribute '${text}'`,
        self,
        name,
      );
    }
  },
  setattro: genericSetAttr,
  getset: [
    {
      name: '__dict__',
      get: (rt, self) => rt.retain(M[self + MODULE_DICT]),
      set: (rt) => raise(rt, 'AttributeError', 'readonly attribute'),
    },
    {
      name: '__annotations__',
      get: (rt, self) => {
        const dict = M[self + MODULE_DICT];
        const held = dictGetStr(rt, dict, intern(rt, '__annotations__'));
        if (held !== 0) return rt.retain(held);
        const made = rt.push(newDict(rt));
        dictSetStr(rt, dict, intern(rt, '__annotations__'), M[made]);
        return rt.pop();
      },
      set: (rt, self, value) => dictSetStr(rt, M[self + MODULE_DICT], intern(rt, '__annotations__'), value),
    },
  ],
  methods: [
    {
      name: '__dir__',
      arity: 'none',
      fn: (rt, args) => {
        const hook = dictGetStr(rt, M[M[args] + MODULE_DICT], intern(rt, '__dir__'));
        if (hook !== 0) {
          const base = rt.push(rt.retain(hook));
          return rt.call(base, 0, 0);
        }
        return rt.listFromIterable(rt, M[M[args] + MODULE_DICT]);
      },
    },
  ],
};

/** types.MappingProxyType(mapping), owned. */
export function newMappingProxy(rt: Runtime, mapping: Address): Address {
  const info = rt.types['mappingproxy']!;
  const proxy = rt.newCollectable(info, info.rep, 24);
  M[proxy + 4] = rt.retain(mapping);
  M[proxy + 5] = 0;
  rt.heap.track(proxy);
  return proxy;
}

/** Place of `|` among the binary operators. */
const OR = BINARY_NAMES.indexOf('or');

/** mapping | mapping: of what the proxies stand for. */
function mergedMappings(rt: Runtime, left: Address, right: Address): Address {
  const unwrap = (value: Address): Address => ((M[value + REP] & 0xff) === KIND.mappingproxy ? M[value + 4] : value);
  return binary(rt, unwrap(left), unwrap(right), OR, false);
}

function refuseMerge(rt: Runtime): never {
  raiseTypeError(rt, "'|=' is not supported by mappingproxy; use '|' instead");
}

const forwarded = ['get', 'keys', 'values', 'items', 'copy', '__reversed__'] as const;

export const mappingProxySpec: TypeSpec = {
  name: 'mappingproxy',
  kind: 'mappingproxy',
  basicBytes: 24,
  collectable: true,
  baseType: false,
  matchFlag: 2,
  new: (rt, _type, args, count) => {
    if (count !== 1) raiseTypeError(rt, `mappingproxy() missing required argument 'mapping' (pos 1)`);
    const info = rt.typeOf(M[args]);
    // Everything that can be subscripted is a mapping, a str among them, but what is or derives from list and tuple.
    if (info.getitem === null || isList(rt, M[args]) || isTuple(rt, M[args])) {
      raiseTypeError(rt, `mappingproxy() argument must be a mapping, not ${info.name}`);
    }
    return newMappingProxy(rt, M[args]);
  },
  length: (rt, self) => length(rt, M[self + 4]),
  getitem: (rt, self, key) => getItem(rt, M[self + 4], key),
  contains: (rt, self, key) => contains(rt, M[self + 4], key),
  iter: (rt, self) => getIter(rt, M[self + 4]),
  hash: (rt, self) => hashOf(rt, M[self + 4]),
  repr: (rt, self) => newStr(rt, `mappingproxy(${reprText(rt, M[self + 4])})`),
  str: (rt, self) => str(rt, M[self + 4]),
  // Another proxy unwraps itself when the mapping does not know it: errors name the comparison the other way round, as CPython's do.
  compare: (rt, left, right, op) => compare(rt, M[left + 4], right, op),
  binary: BINARY_NAMES.map((_, op) => (op === OR ? mergedMappings : null)),
  inplace: BINARY_NAMES.map((_, op) => (op === OR ? refuseMerge : null)),
  classMethods: [CLASS_GETITEM],
  methods: forwarded.map((name) => ({
    name,
    arity: 'raw' as const,
    fn: (rt: Runtime, args: Address, count: number, kwnames: Address): Address => {
      const method = getAttrNamed(rt, M[M[args] + 4], name);
      const base = rt.push(method);
      holdCopies(rt, args + 2, count - 1);
      return rt.call(base, count - 1, kwnames);
    },
  })),
};

export const tracebackSpec: TypeSpec = {
  name: 'traceback',
  kind: 'traceback',
  basicBytes: 40,
  collectable: true,
  baseType: false,
  abstract: true,
  hash: identityHash,
  getset: [
    {
      name: 'tb_next',
      get: (rt, self) => (M[self + TB_NEXT] === 0 ? rt.none : rt.retain(M[self + TB_NEXT])),
      set: (rt, self, value) => {
        for (let at = value; at !== 0 && at !== rt.none; at = M[at + TB_NEXT]) {
          if (at === self) raiseValueError(rt, 'traceback loop detected');
        }
        rt.replace(self, self + TB_NEXT, value === 0 || value === rt.none ? 0 : rt.retain(value));
      },
    },
    { name: 'tb_frame', get: (rt, self) => rt.retain(M[self + TB_FRAME]) },
    { name: 'tb_lasti', get: (rt, self) => newInt(rt, 2 * M[self + TB_LASTI]) },
    { name: 'tb_lineno', get: (rt, self) => newInt(rt, M[self + TB_LINE]) },
  ],
};

/** What locals() gives in a frame: the mapping of a class body or module, else a new dict of the fast locals. Owned. */
export function frameLocals(rt: Runtime, self: Address): Address {
  if (M[self + FRAME_LOCALS] !== 0) return rt.retain(M[self + FRAME_LOCALS]);
  const code = rt.codes[M[M[self + FRAME_FUNCTION] + FUNC_CODE_INDEX]]!;
  const live = M[self + FRAME_LIVE];
  if (
    live !== 0 &&
    M[live + 2 * code.slotCount + 2] !== 0 &&
    (M[M[live + 2 * code.slotCount + 2] + REP] & 0xff) !== KIND.generator
  ) {
    return rt.retain(M[live + 2 * code.slotCount + 2]);
  }
  const dict = rt.push(newDict(rt));
  const first = live !== 0 ? live : self + FRAME_FAST;
  for (let index = 0; index < code.slotCount; index++) {
    let value = M[first + 2 * index];
    if (value === 0) continue;
    if ((M[value + REP] & 0xff) === KIND.cell && index >= code.unit.varNames.length - 0) value = M[value + CELL_CONTENTS];
    else if ((M[value + REP] & 0xff) === KIND.cell && code.unit.cellNames.includes(code.unit.localsPlus[index]!))
      value = M[value + CELL_CONTENTS];
    if (value !== 0) dictSetStr(rt, M[dict], code.localNames[index]!, value);
  }
  if (M[self + FRAME_EXTRAS] !== 0) dictMerge(rt, M[dict], M[self + FRAME_EXTRAS]);
  return rt.pop();
}

export function frameSpec(line: (frame: Address) => number, back: (frame: Address) => Address): TypeSpec {
  return {
    name: 'frame',
    kind: 'frame',
    basicBytes: 64,
    collectable: true,
    baseType: false,
    abstract: true,
    hash: identityHash,
    repr: (rt, self) => {
      const code = rt.codes[M[M[self + FRAME_FUNCTION] + FUNC_CODE_INDEX]]!;
      return newStr(
        rt,
        `<frame at ${hexId(rt, self)}, file '${code.unit.filename}', line ${line(self)}, code ${code.unit.name}>`,
      );
    },
    getset: [
      { name: 'f_code', get: (rt, self) => rt.retain(M[M[self + FRAME_FUNCTION] + FUNC_CODE]) },
      { name: 'f_lineno', get: (rt, self) => newInt(rt, line(self)) },
      { name: 'f_globals', get: (rt, self) => rt.retain(M[M[self + FRAME_FUNCTION] + FUNC_GLOBALS]) },
      { name: 'f_builtins', get: (rt, self) => rt.retain(M[M[self + FRAME_FUNCTION] + FUNC_BUILTINS]) },
      { name: 'f_locals', get: frameLocalsView },
      { name: 'f_back', get: (_rt, self) => back(self) },
      { name: 'f_lasti', get: (rt, self) => newInt(rt, 2 * (M[self + 12] - 1)) },
      { name: 'f_trace', get: (rt) => rt.none, set: () => undefined },
      { name: 'f_trace_lines', get: (rt) => rt.true, set: () => undefined },
      { name: 'f_trace_opcodes', get: (rt) => rt.false, set: () => undefined },
    ],
    methods: [
      {
        name: 'clear',
        arity: 'none',
        fn: (rt, args) => {
          const self = M[args];
          if (M[self + FRAME_LIVE] !== 0) {
            rt.raiseNamed(rt, 'RuntimeError', 'cannot clear an executing frame');
          }
          const generator = generatorOfFrame(rt, self);
          if (generator !== 0) {
            if (M[generator + GEN_STATE] === GEN_SUSPENDED) rt.raiseNamed(rt, 'RuntimeError', 'cannot clear a suspended frame');
            rt.release(callMethod(rt, generator, 'close'));
            return rt.none;
          }
          for (let index = 0; index < M[self + 14]; index++) rt.replace(self, self + FRAME_FAST + 2 * index, 0);
          return rt.none;
        },
      },
    ],
  };
}
