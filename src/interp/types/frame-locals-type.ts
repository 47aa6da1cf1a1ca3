/**
 * FrameLocalsProxy: what `frame.f_locals` of a function's frame is since 3.13, a view of its variables that writes through (PEP 667; CPython:
 * Objects/frameobject.c). Names that are no variables of the function go into a dict that the frame keeps.
 *
 * ```
 *  word 4 the frame                                                                                           24 bytes
 * ```
 */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import {
  dictCopy,
  dictEntryKey,
  dictEntryValue,
  dictGet,
  dictMerge,
  dictNext,
  dictSet,
  dictSetStr,
  isDict,
  newDict,
} from '../objects/dict.ts';
import { FRAME_EXTRAS, FRAME_FAST, FRAME_FUNCTION, FRAME_LIVE, FRAME_LOCALS } from '../objects/exception.ts';
import { CELL_CONTENTS, FUNC_CODE_INDEX } from '../objects/function.ts';
import { KIND } from '../objects/kinds.ts';
import { strEquals } from '../objects/str.ts';
import { callMethod } from '../runtime/attributes.ts';
import type { CodeEntry } from '../runtime/code-table.ts';
import { raise, raiseTypeError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { binary, compare, equals, getIter, hashOf, reprText } from '../runtime/operators.ts';
import { guardRepr } from '../runtime/repr-guard.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { BINARY_NAMES, type BinarySlot, EQ, NE } from '../runtime/type-info.ts';
import type { TypeSpec } from '../runtime/types.ts';

const M = WORDS;

const FRAME = 4;
const OR = BINARY_NAMES.indexOf('or');

function codeOf(rt: Runtime, frame: Address): CodeEntry {
  return rt.codes[M[M[frame + FRAME_FUNCTION] + FUNC_CODE_INDEX]]!;
}

/** Slot that holds variable `index` of a frame: in its own slots or in a cell, with the object that owns it (0: the stack). */
function place(rt: Runtime, frame: Address, index: number): { owner: Address; slot: Address } {
  const { unit } = codeOf(rt, frame);
  const live = M[frame + FRAME_LIVE];
  const slot = (live === 0 ? frame + FRAME_FAST : live) + 2 * index;
  const value = M[slot];
  const inCell = index >= unit.varNames.length || unit.cellNames.includes(unit.localsPlus[index]!);
  if (inCell && value !== 0 && (M[value + REP] & 0xff) === KIND.cell) return { owner: value, slot: value + CELL_CONTENTS };
  return { owner: live === 0 ? frame : 0, slot };
}

/** Index of the variable that a key names, or -1. */
function indexOf(rt: Runtime, frame: Address, key: Address): number {
  const code = codeOf(rt, frame);
  if (rt.typeOf(key) === rt.strInfo) {
    for (let index = 0; index < code.slotCount; index++) if (strEquals(rt, code.localNames[index]!, key)) return index;
    return -1;
  }
  // Whatever hashes as a name and equals it names it too.
  rt.pinned++;
  hashOf(rt, key);
  const low = rt.hashLow;
  const high = rt.hashHigh;
  let found = -1;
  for (let index = 0; index < code.slotCount && found < 0; index++) {
    const name = code.localNames[index]!;
    hashOf(rt, name);
    if (rt.hashLow === low && rt.hashHigh === high && equals(rt, name, key)) found = index;
  }
  rt.pinned--;
  return found;
}

/** Value under a key, borrowed, or 0. */
function find(rt: Runtime, frame: Address, key: Address): Address {
  const index = indexOf(rt, frame, key);
  if (index >= 0) {
    const value = M[place(rt, frame, index).slot];
    if (value !== 0) return value;
  }
  const extras = M[frame + FRAME_EXTRAS];
  return extras === 0 ? 0 : dictGet(rt, extras, key);
}

function put(rt: Runtime, frame: Address, key: Address, value: Address): void {
  const index = indexOf(rt, frame, key);
  if (index < 0) {
    if (M[frame + FRAME_EXTRAS] === 0) rt.heap.store(frame, frame + FRAME_EXTRAS, newDict(rt));
    dictSet(rt, M[frame + FRAME_EXTRAS], key, value);
    return;
  }
  const { owner, slot } = place(rt, frame, index);
  if (owner !== 0) rt.replace(owner, slot, rt.retain(value));
  else {
    const old = M[slot];
    M[slot] = rt.retain(value);
    if (old !== 0) rt.release(old);
  }
}

/** All variables that have a value as a new dict. Owned. */
function snapshot(rt: Runtime, frame: Address): Address {
  const code = codeOf(rt, frame);
  const dict = rt.push(newDict(rt));
  for (let index = 0; index < code.slotCount; index++) {
    const value = M[place(rt, frame, index).slot];
    if (value !== 0) dictSetStr(rt, M[dict], code.localNames[index]!, value);
  }
  if (M[frame + FRAME_EXTRAS] !== 0) dictMerge(rt, M[dict], M[frame + FRAME_EXTRAS]);
  rt.sp = dict;
  return M[dict];
}

/** `work` on a snapshot in a stack slot; its result is owned. */
function onSnapshot(rt: Runtime, self: Address, work: (dict: Address) => Address): Address {
  const dict = rt.push(snapshot(rt, M[self + FRAME]));
  const result = work(M[dict]);
  rt.unwind(dict);
  return result;
}

function isProxy(rt: Runtime, object: Address): boolean {
  return rt.typeOf(object) === rt.types['FrameLocalsProxy'];
}

function missing(rt: Runtime, key: Address): never {
  raise(rt, 'KeyError', `local variable '${reprText(rt, key)}' is not defined`);
}

/** dict | mapping with proxies taken for the dicts they show. */
const union: BinarySlot = (rt, left, right) => {
  for (const side of [left, right]) if (!isProxy(rt, side) && !isDict(rt, side)) return rt.notImplemented;
  const dicts = [left, right].map((side) => rt.push(isProxy(rt, side) ? snapshot(rt, M[side + FRAME]) : rt.retain(side)));
  const result = binary(rt, M[dicts[0]!], M[dicts[1]!], OR, false);
  rt.unwind(dicts[0]!);
  return result;
};

function update(rt: Runtime, self: Address, other: Address): void {
  if (!isProxy(rt, other) && !isDict(rt, other)) {
    raiseTypeError(rt, 'update() argument must be dict or another FrameLocalsProxy');
  }
  const source = rt.push(isProxy(rt, other) ? snapshot(rt, M[other + FRAME]) : dictCopy(rt, other));
  for (let index = dictNext(rt, M[source], 0); index >= 0; index = dictNext(rt, M[source], index + 1)) {
    put(rt, M[self + FRAME], dictEntryKey(rt, M[source], index), dictEntryValue(rt, M[source], index));
  }
  rt.unwind(source);
}

/** A list of the snapshot's keys, values or items, as CPython gives. */
function listing(name: 'keys' | 'values' | 'items'): NativeSpec {
  return {
    name,
    arity: 'none',
    fn: (rt, args) =>
      onSnapshot(rt, M[args], (dict) => {
        const view = rt.push(callMethod(rt, dict, name));
        const list = rt.listFromIterable(rt, M[view]);
        rt.unwind(view);
        return list;
      }),
  };
}

/** A proxy of a frame. Owned. */
function newProxy(rt: Runtime, frame: Address): Address {
  const info = rt.types['FrameLocalsProxy']!;
  const proxy = rt.newCollectable(info, info.rep, info.basicBytes);
  M[proxy + FRAME] = rt.retain(frame);
  M[proxy + FRAME + 1] = 0;
  rt.heap.track(proxy);
  return proxy;
}

/** f_locals: the mapping of a module, class body or resting generator, else a proxy. Owned. */
export function frameLocalsView(rt: Runtime, frame: Address): Address {
  if (M[frame + FRAME_LOCALS] !== 0) return rt.retain(M[frame + FRAME_LOCALS]);
  const live = M[frame + FRAME_LIVE];
  if (live !== 0) {
    const mapping = M[live + 2 * codeOf(rt, frame).slotCount + 2];
    if (mapping !== 0 && (M[mapping + REP] & 0xff) !== KIND.generator) return rt.retain(mapping);
  }
  return newProxy(rt, frame);
}

export const frameLocalsProxySpec: TypeSpec = {
  name: 'FrameLocalsProxy',
  kind: 'record',
  basicBytes: 24,
  fields: 1,
  collectable: true,
  baseType: false,
  matchFlag: 2,
  unhashable: true,
  new: (rt, _type, args, count, kwnames) => {
    if (kwnames !== 0) raiseTypeError(rt, 'FrameLocalsProxy takes no keyword arguments');
    if (count !== 1) raiseTypeError(rt, `FrameLocalsProxy expected 1 argument, got ${count}`);
    if ((M[M[args] + REP] & 0xff) !== KIND.frame) raiseTypeError(rt, `expect frame, not ${rt.typeOf(M[args]).name}`);
    return newProxy(rt, M[args]);
  },
  repr: (rt, self) => guardRepr(rt, self, '{...}', () => onSnapshot(rt, self, (dict) => rt.typeOf(dict).repr!(rt, dict))),
  length: (rt, self) => {
    const dict = rt.push(snapshot(rt, M[self + FRAME]));
    const count = rt.typeOf(M[dict]).length!(rt, M[dict]);
    rt.unwind(dict);
    return count;
  },
  getitem: (rt, self, key) => {
    const value = find(rt, M[self + FRAME], key);
    if (value === 0) missing(rt, key);
    return rt.retain(value);
  },
  setitem: (rt, self, key, value) => {
    if (value === 0) raiseTypeError(rt, 'cannot remove variables from FrameLocalsProxy');
    put(rt, M[self + FRAME], key, value);
  },
  contains: (rt, self, key) => find(rt, M[self + FRAME], key) !== 0,
  iter: (rt, self) =>
    onSnapshot(rt, self, (dict) => {
      const list = rt.push(rt.listFromIterable(rt, dict));
      const iterator = getIter(rt, M[list]);
      rt.unwind(list);
      return iterator;
    }),
  compare: (rt, left, right, op) => {
    if (op !== EQ && op !== NE) return rt.notImplemented;
    if (isProxy(rt, right)) return rt.bool((M[left + FRAME] === M[right + FRAME]) === (op === EQ));
    if (!isDict(rt, right)) return rt.notImplemented;
    return onSnapshot(rt, left, (dict) => compare(rt, dict, right, op));
  },
  binary: BINARY_NAMES.map((name) => (name === 'or' ? union : null)),
  inplace: BINARY_NAMES.map((name) =>
    name === 'or'
      ? (rt: Runtime, left: Address, right: Address): Address => {
          if (!isProxy(rt, right) && !isDict(rt, right)) return rt.notImplemented;
          update(rt, left, right);
          return rt.retain(left);
        }
      : null,
  ),
  methods: [
    listing('keys'),
    listing('values'),
    listing('items'),
    { name: 'copy', arity: 'none', fn: (rt, args) => snapshot(rt, M[M[args] + FRAME]) },
    {
      name: 'get',
      arity: { min: 1, max: 2 },
      fn: (rt, args, count) => {
        const value = find(rt, M[M[args] + FRAME], M[args + 2]);
        return rt.retain(value !== 0 ? value : count > 2 ? M[args + 4] : rt.none);
      },
    },
    {
      name: 'setdefault',
      arity: { min: 1, max: 2 },
      fn: (rt, args, count) => {
        const frame = M[M[args] + FRAME];
        const value = find(rt, frame, M[args + 2]);
        if (value !== 0) return rt.retain(value);
        const given = count > 2 ? M[args + 4] : rt.none;
        put(rt, frame, M[args + 2], given);
        return rt.retain(given);
      },
    },
    {
      name: 'update',
      arity: 'one',
      fn: (rt, args) => {
        update(rt, M[args], M[args + 2]);
        return rt.none;
      },
    },
    {
      name: '__reversed__',
      arity: 'none',
      fn: (rt, args) =>
        onSnapshot(rt, M[args], (dict) => {
          const reversed = rt.push(callMethod(rt, dict, '__reversed__'));
          const list = rt.listFromIterable(rt, M[reversed]);
          rt.unwind(reversed);
          return list;
        }),
    },
  ],
};
