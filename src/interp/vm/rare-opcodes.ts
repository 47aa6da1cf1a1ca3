/**
 * The rarer instructions, out of the run loop so that V8 can optimise it. Operands are on rt's stack; each case leaves rt.sp right. Returns
 * the next pc.
 */

import { assert } from '../../base/assert.ts';
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictDelete, dictGetStr, dictSet, dictSetHeld, dictSetStr, newDict, newDictFor } from '../objects/dict.ts';
import { EXC_FIELDS, EXC_TRACEBACK, isException } from '../objects/exception.ts';
import { CELL_CONTENTS, FUNC_BUILTINS, FUNC_CLOSURE, FUNC_GLOBALS, newCell } from '../objects/function.ts';
import { INT_VALUE, newInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { newListOf, TUPLE_ITEMS, tupleItem, tupleLength } from '../objects/sequence.ts';
import { newSet, setAdd } from '../objects/set.ts';
import { newSlice } from '../objects/slice.ts';
import { intern, strJoin, strText } from '../objects/str.ts';
import { deleteAttr, findAttrNamed, getAttr, pushSpecial } from '../runtime/attributes.ts';
import { call2, call3, unwindKeeping } from '../runtime/calls.ts';
import type { CodeEntry } from '../runtime/code-table.ts';
import { checkMatchType, groupSplit, prepReraiseStar } from '../runtime/exception-groups.ts';
import {
  caught,
  errorFrom,
  raise,
  raiseException,
  raiseNameError,
  raiseTypeError,
  setCause,
  setPending,
} from '../runtime/exceptions.ts';
import { formatValue } from '../runtime/format.ts';
import { importFrom, importName, importStar } from '../runtime/imports.ts';
import { listExtend } from '../runtime/iterables.ts';
import { newFunction } from '../runtime/make-function.ts';
import { getItem, getIter, iterNext, length, repr, reprText, setItem, str } from '../runtime/operators.ts';
import { matchClass, matchKeys } from '../runtime/patterns.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { setUpdateAt } from '../runtime/sets.ts';
import { ascii } from '../runtime/text.ts';
import { asyncIterator, asyncNext, awaitable, wrapAsyncValue } from '../types/generator-type.ts';
import { superLookup } from '../types/super-type.ts';
import { R_FP, RECORD } from './frame-record.ts';
import type { Vm } from './vm.ts';

const M = WORDS;

/** Slot of the frame's mapping of locals. */
function localsSlot(vm: Vm, code: CodeEntry): Address {
  return vm.frames[vm.rt.depth * RECORD + R_FP]! + 2 * code.slotCount + 2;
}

function undefinedName(rt: Runtime, name: Address): never {
  raiseNameError(rt, `name '${strText(rt, name)}' is not defined`, name);
}

/** Value of a name in a mapping, owned, or 0. */
function fromMapping(rt: Runtime, mapping: Address, name: Address): Address {
  if (M[mapping + REP] === rt.dictInfo.rep) {
    const value = dictGetStr(rt, mapping, name);
    return value === 0 ? 0 : rt.retain(value);
  }
  const mark = rt.sp;
  try {
    return getItem(rt, mapping, name);
  } catch (thrown) {
    caught(rt, thrown, mark, 'KeyError');
    return 0;
  }
}

function globalName(rt: Runtime, callable: Address, name: Address): Address {
  const own = dictGetStr(rt, M[callable + FUNC_GLOBALS], name);
  if (own !== 0) return rt.retain(own);
  const builtin = dictGetStr(rt, M[callable + FUNC_BUILTINS], name);
  if (builtin === 0) undefinedName(rt, name);
  return rt.retain(builtin);
}

/** A slice takes the place of start and stop, the two topmost operands. Returns its slot. */
function sliceOfTwo(rt: Runtime): Address {
  const start = rt.sp - 4;
  const slice = newSlice(rt, M[start], M[start + 2], rt.none);
  M[start] = 0;
  M[start + 2] = 0;
  return rt.push(slice);
}

/** Pops the top `count` operands and pushes an owned value in their place. */
function replace(rt: Runtime, count: number, value: Address): void {
  rt.push(rt.dropKeeping(rt.sp - 2 * count, value));
}

/** Result of an instruction that raised on purpose: the exception is pending, and nothing is thrown, which costs microseconds. */
const RAISES = -1;

/** Runs an instruction on the topmost frame; returns the index of the next one, or -1 when it set an exception pending. */
export function rareOpcode(vm: Vm, op: number, arg: number, pc: number, fp: Address, code: CodeEntry, consts: Address): number {
  const rt = vm.rt;
  const sp = rt.sp;
  switch (op) {
    case 12: // STORE_GLOBAL
      dictSetStr(rt, M[M[fp - 2] + FUNC_GLOBALS], code.names[arg]!, M[sp - 2]);
      rt.drop(1);
      return pc;
    case 13: // DELETE_GLOBAL
      if (!dictDelete(rt, M[M[fp - 2] + FUNC_GLOBALS], code.names[arg]!)) undefinedName(rt, code.names[arg]!);
      return pc;
    case 14: {
      // LOAD_NAME
      const name = code.names[arg]!;
      const mapping = M[localsSlot(vm, code)];
      const value = mapping === 0 ? 0 : fromMapping(rt, mapping, name);
      rt.push(value === 0 ? globalName(rt, M[fp - 2], name) : value);
      return pc;
    }
    case 15: {
      // STORE_NAME
      const mapping = M[localsSlot(vm, code)];
      if (M[mapping + REP] === rt.dictInfo.rep) dictSetStr(rt, mapping, code.names[arg]!, M[sp - 2]);
      else setItem(rt, mapping, code.names[arg]!, M[sp - 2]);
      rt.drop(1);
      return pc;
    }
    case 16: {
      // DELETE_NAME
      const mapping = M[localsSlot(vm, code)];
      const name = code.names[arg]!;
      if (M[mapping + REP] === rt.dictInfo.rep) {
        if (!dictDelete(rt, mapping, name)) undefinedName(rt, name);
        return pc;
      }
      const mark = rt.sp;
      try {
        setItem(rt, mapping, name, 0);
      } catch (thrown) {
        caught(rt, thrown, mark, 'KeyError');
        undefinedName(rt, name);
      }
      return pc;
    }
    case 25: // LOAD_LOCALS
      rt.push(rt.retain(M[localsSlot(vm, code)]));
      return pc;
    case 24: {
      // LOAD_FROM_DICT_OR_GLOBALS
      const name = code.names[arg]!;
      const value = fromMapping(rt, M[sp - 2], name);
      replace(rt, 1, value === 0 ? globalName(rt, M[fp - 2], name) : value);
      return pc;
    }
    case 23: {
      // LOAD_FROM_DICT_OR_DEREF
      const name = code.localNames[arg]!;
      let value = fromMapping(rt, M[sp - 2], name);
      if (value === 0) {
        const cell = M[fp + 2 * arg];
        if (M[cell + CELL_CONTENTS] === 0) vm.unboundCell(arg);
        value = rt.retain(M[cell + CELL_CONTENTS]);
      }
      replace(rt, 1, value);
      return pc;
    }
    case 17: {
      // MAKE_CELL
      const slot = fp + 2 * arg;
      const cell = newCell(rt, M[slot]);
      M[slot] = cell;
      return pc;
    }
    case 18: {
      // COPY_FREE_VARS
      const closure = M[M[fp - 2] + FUNC_CLOSURE];
      const first = fp + 2 * (code.slotCount - arg);
      for (let index = 0; index < arg; index++) M[first + 2 * index] = rt.retain(tupleItem(rt, closure, index));
      return pc;
    }
    case 19: // LOAD_CLOSURE
      rt.push(rt.retain(M[fp + 2 * arg]));
      return pc;
    case 22: {
      // DELETE_DEREF
      const cell = M[fp + 2 * arg];
      const old = M[cell + CELL_CONTENTS];
      if (old === 0) vm.unboundCell(arg);
      rt.heap.store(cell, cell + CELL_CONTENTS, 0);
      rt.release(old);
      return pc;
    }
    case 53: // DELETE_SUBSCR
      setItem(rt, M[sp - 4], M[sp - 2], 0);
      rt.drop(2);
      return pc;
    case 54: {
      // BINARY_SLICE
      const slice = sliceOfTwo(rt);
      const value = getItem(rt, M[slice - 6], M[slice]);
      // The slice goes first, and the container after it.
      rt.push(unwindKeeping(rt, slice - 6, value));
      return pc;
    }
    case 55: {
      // STORE_SLICE
      const slice = sliceOfTwo(rt);
      setItem(rt, M[slice - 6], M[slice], M[slice - 8]);
      rt.drop(1);
      rt.drop(4);
      return pc;
    }
    case 56: {
      // BUILD_SLICE
      const slice = arg === 3 ? newSlice(rt, M[sp - 6], M[sp - 4], M[sp - 2]) : newSlice(rt, M[sp - 4], M[sp - 2], rt.none);
      rt.sp = sp - 2 * arg;
      rt.push(slice);
      return pc;
    }
    case 60: // DELETE_ATTR
      deleteAttr(rt, M[sp - 2], code.names[arg]!);
      rt.drop(1);
      return pc;
    case 61: // LOAD_SUPER_ATTR
    case 62: {
      // LOAD_SUPER_METHOD
      let value: Address;
      if (M[sp - 6] === rt.types['super']!.address) value = superLookup(rt, M[sp - 4], M[sp - 2], code.names[arg]!);
      else {
        const object = rt.push(call2(rt, M[sp - 6], M[sp - 4], M[sp - 2]));
        value = getAttr(rt, M[object], code.names[arg]!);
        rt.push(value);
        const replaced = M[object];
        M[object] = value;
        rt.release(replaced);
        rt.sp = object;
      }
      replace(rt, 3, value);
      if (op === 62 /* LOAD_SUPER_METHOD */) {
        const attribute = M[rt.sp - 2];
        M[rt.sp - 2] = 0;
        rt.push(attribute);
      }
      return pc;
    }
    case 65: {
      // BUILD_SET
      const set = rt.push(newSet(rt));
      for (let index = 0; index < arg; index++) setAdd(rt, M[set], M[sp - 2 * arg + 2 * index]);
      rt.sp = set;
      replace(rt, arg, M[set]);
      return pc;
    }
    case 66: {
      // BUILD_MAP
      let allStr = arg > 0;
      for (let index = 0; index < arg && allStr; index++) allStr = M[M[sp - 4 * arg + 4 * index] + REP] === rt.strInfo.rep;
      const dict = rt.push(newDictFor(rt, arg, allStr));
      for (let index = 0; index < arg; index++) {
        const pair = sp - 4 * arg + 4 * index;
        dictSetHeld(rt, M[dict], M[pair], M[pair + 2]);
      }
      rt.sp = dict;
      replace(rt, 2 * arg, M[dict]);
      return pc;
    }
    case 67: {
      // BUILD_STRING
      const parts: Address[] = [];
      for (let index = 0; index < arg; index++) parts.push(M[sp - 2 * arg + 2 * index]);
      replace(rt, arg, strJoin(rt, parts, rt.emptyStr));
      return pc;
    }
    case 69: // SET_ADD
      setAdd(rt, M[sp - 2 - 2 * arg], M[sp - 2]);
      rt.drop(1);
      return pc;
    case 70: // MAP_ADD
      dictSet(rt, M[sp - 4 - 2 * arg], M[sp - 4], M[sp - 2]);
      rt.drop(2);
      return pc;
    case 71: {
      // LIST_EXTEND
      const iterable = M[sp - 2];
      const info = rt.typeOf(iterable);
      if (info.iter === null && info.getitem === null) {
        raiseTypeError(rt, `Value after * must be an iterable, not ${info.name}`);
      }
      rt.pinned++;
      listExtend(rt, M[sp - 2 - 2 * arg], iterable);
      rt.pinned--;
      rt.drop(1);
      return pc;
    }
    case 72: // SET_UPDATE
      setUpdateAt(rt, sp - 2 - 2 * arg, M[sp - 2]);
      rt.drop(1);
      return pc;
    case 73: {
      // DICT_UPDATE
      const mapping = M[sp - 2];
      if ((M[mapping + REP] & 0xff) !== KIND.dict && findAttrMissing(rt, mapping, 'keys')) {
        raiseTypeError(rt, `'${rt.typeOf(mapping).name}' object is not a mapping`);
      }
      rt.pinned++;
      rt.dictUpdate(rt, M[sp - 2 - 2 * arg], mapping);
      rt.pinned--;
      rt.drop(1);
      return pc;
    }
    case 74: {
      // DICT_MERGE
      // Below the dict lie the positional arguments and the callable.
      const callable = M[sp - 2 - 2 * arg - 4];
      rt.pinned++;
      rt.dictMergeUnique(rt, M[sp - 2 - 2 * arg], M[sp - 2], () => vm.callableText(callable));
      rt.pinned--;
      rt.drop(1);
      return pc;
    }
    case 75: {
      // LIST_TO_TUPLE
      const tuple = rt.tupleFromIterable(rt, M[sp - 2]);
      replace(rt, 1, tuple);
      return pc;
    }
    case 76: {
      // FORMAT_SIMPLE
      const value = M[sp - 2];
      if (M[value + REP] === rt.strInfo.rep) return pc;
      replace(rt, 1, formatValue(rt, value, rt.emptyStr));
      return pc;
    }
    case 77: // FORMAT_WITH_SPEC
      replace(rt, 2, formatValue(rt, M[sp - 4], M[sp - 2]));
      return pc;
    case 78: {
      // CONVERT_VALUE
      const value = M[sp - 2];
      replace(rt, 1, arg === 1 ? str(rt, value) : arg === 2 ? repr(rt, value) : ascii(rt, value));
      return pc;
    }
    case 80: // UNPACK_EX
      unpackEx(rt, arg & 0xff, arg >> 8);
      return pc;
    case 90: {
      // GET_YIELD_FROM_ITER
      const value = M[sp - 2];
      if ((M[value + REP] & 0xff) === KIND.generator) {
        if (rt.typeOf(value) === rt.types['coroutine'] && (code.flags & 0x180) === 0) {
          raiseTypeError(rt, "cannot 'yield from' a coroutine object in a non-coroutine generator");
        }
        if (rt.typeOf(value) !== rt.types['async_generator']) return pc;
      }
      replace(rt, 1, getIter(rt, value));
      return pc;
    }
    case 93: {
      // END_SEND
      const value = M[sp - 2];
      const receiver = M[sp - 4];
      M[sp - 4] = value;
      rt.sp = sp - 2;
      rt.release(receiver);
      return pc;
    }
    case 97: {
      // CLEANUP_THROW
      const exception = M[sp - 2];
      if (!rt.typeOf(exception).mro.includes(rt.types['StopIteration']!)) {
        rt.sp = sp - 2;
        vm.reraised = true;
        raiseException(rt, exception);
      }
      const value = M[exception + EXC_FIELDS];
      rt.push(rt.none);
      replace(rt, 1, rt.none);
      const result = value === 0 ? rt.none : rt.retain(value);
      replace(rt, 4, rt.none);
      rt.push(result);
      return pc;
    }
    case 98: {
      // GET_AWAITABLE
      const value = awaitable(vm, M[sp - 2], arg);
      replace(rt, 1, value);
      return pc;
    }
    case 99: // GET_AITER
      replace(rt, 1, asyncIterator(rt, M[sp - 2]));
      return pc;
    case 100: // GET_ANEXT
      rt.push(asyncNext(vm, M[sp - 2]));
      return pc;
    case 101: {
      // END_ASYNC_FOR
      const exception = M[sp - 2];
      if (!rt.typeOf(exception).mro.includes(rt.types['StopAsyncIteration']!)) {
        rt.sp = sp - 2;
        vm.reraised = true;
        raiseException(rt, exception);
      }
      rt.drop(2);
      return pc;
    }
    case 107: // MAKE_FUNCTION
      rt.push(newFunction(rt, M[fp - 2], arg));
      return pc;
    case 108: {
      // LOAD_BUILD_CLASS
      const build = dictGetStr(rt, M[M[fp - 2] + FUNC_BUILTINS], intern(rt, '__build_class__'));
      if (build === 0) raise(rt, 'NameError', '__build_class__ not found');
      rt.push(rt.retain(build));
      return pc;
    }
    case 109: // RAISE_VARARGS
      return raiseVarargs(vm, arg);
    case 110: {
      // RERAISE
      const exception = M[sp - 2];
      M[sp - 2] = 0;
      rt.sp = sp - 2;
      vm.reraised = true;
      if (arg > 0) vm.reraisedFrom = M[M[sp - 2 - 2 * arg] + INT_VALUE];
      rt.setRoot(rt.pending, exception);
      return RAISES;
    }
    case 111: {
      // PUSH_EXC_INFO
      const exception = M[sp - 2];
      const previous = M[rt.handled];
      M[sp - 2] = previous === 0 ? rt.none : previous;
      M[rt.handled] = rt.retain(exception);
      rt.push(exception);
      return pc;
    }
    case 112: {
      // POP_EXCEPT
      const previous = M[sp - 2];
      const old = M[rt.handled];
      M[rt.handled] = previous === rt.none ? 0 : previous;
      rt.sp = sp - 2;
      rt.release(old);
      return pc;
    }
    case 113: {
      // CHECK_EXC_MATCH
      const matches = exceptionMatches(rt, M[sp - 4], M[sp - 2]);
      replace(rt, 1, rt.bool(matches));
      return pc;
    }
    case 114: {
      // CHECK_EG_MATCH
      checkMatchType(rt, M[sp - 2]);
      groupSplit(rt, sp - 4);
      // What the clause handles is the part it takes.
      if (M[sp - 2] !== rt.none) rt.setRoot(rt.handled, rt.retain(M[sp - 2]));
      return pc;
    }
    case 115: // PREP_RERAISE_STAR
      replace(rt, 2, prepReraiseStar(rt, M[sp - 4], M[sp - 2]));
      return pc;
    case 116: // LOAD_ASSERTION_ERROR
      rt.push(rt.retain(rt.types['AssertionError']!.address));
      return pc;
    case 117: // BEFORE_WITH
      beforeWith(rt, '__enter__', '__exit__', 'context manager');
      return pc;
    case 118: // BEFORE_ASYNC_WITH
      beforeWith(rt, '__aenter__', '__aexit__', 'asynchronous context manager');
      return pc;
    case 119: {
      // WITH_EXCEPT_START
      const exception = M[sp - 2];
      const exit = M[sp - 8];
      const traceback = M[exception + EXC_TRACEBACK];
      rt.push(call3(rt, exit, rt.typeOf(exception).address, exception, traceback === 0 ? rt.none : traceback));
      return pc;
    }
    case 120: // GET_LEN
      rt.push(newInt(rt, length(rt, M[sp - 2])));
      return pc;
    case 121: // MATCH_MAPPING
      rt.push(rt.bool(rt.typeOf(M[sp - 2]).matchFlag === 2));
      return pc;
    case 122: // MATCH_SEQUENCE
      rt.push(rt.bool(rt.typeOf(M[sp - 2]).matchFlag === 1));
      return pc;
    case 123: // MATCH_KEYS
      rt.push(matchKeys(rt, M[sp - 4], M[sp - 2]));
      return pc;
    case 124: // MATCH_CLASS
      replace(rt, 3, matchClass(rt, M[sp - 6], M[sp - 4], arg, M[sp - 2]));
      return pc;
    case 125: {
      // IMPORT_NAME
      const module = importName(rt, M[fp - 2], code.names[arg]!, M[sp - 4], M[sp - 2]);
      replace(rt, 2, module);
      return pc;
    }
    case 126: // IMPORT_FROM
      rt.push(importFrom(rt, M[sp - 2], code.names[arg]!));
      return pc;
    case 127: // IMPORT_STAR
      importStar(rt, M[sp - 2], M[localsSlot(vm, code)]);
      rt.drop(1);
      return pc;
    case 128: {
      // SETUP_ANNOTATIONS
      const mapping = M[localsSlot(vm, code)];
      const name = intern(rt, '__annotations__');
      const known = fromMapping(rt, mapping, name);
      if (known !== 0) {
        rt.release(known);
        return pc;
      }
      const dict = rt.push(newDict(rt));
      setItem(rt, mapping, name, M[dict]);
      rt.drop(1);
      return pc;
    }
    case 129: {
      // STOPITERATION_ERROR
      const exception = M[sp - 2];
      const info = rt.typeOf(exception);
      const async = (code.flags & 0x200) !== 0;
      const coroutine = (code.flags & 0x80) !== 0;
      const what = async ? 'async generator' : coroutine ? 'coroutine' : 'generator';
      let message = '';
      if (info.mro.includes(rt.types['StopIteration']!)) message = `${what} raised StopIteration`;
      else if (async && info.mro.includes(rt.types['StopAsyncIteration']!))
        message = 'async generator raised StopAsyncIteration';
      if (message === '') return pc;
      replace(rt, 1, errorFrom(rt, 'RuntimeError', message, exception));
      return pc;
    }
    case 130: // ASYNC_GEN_WRAP
      replace(rt, 1, wrapAsyncValue(rt, M[sp - 2]));
      return pc;
    case 131: // MAKE_TYPEVAR
      replace(rt, 1, typing(rt, '_make_typevar', M[sp - 2]));
      return pc;
    case 132: // MAKE_TYPEVAR_BOUND
      replace(rt, 2, typing(rt, '_make_typevar_bound', M[sp - 4], M[sp - 2]));
      return pc;
    case 133: // MAKE_TYPEVAR_CONSTRAINTS
      replace(rt, 2, typing(rt, '_make_typevar_constraints', M[sp - 4], M[sp - 2]));
      return pc;
    case 134: // MAKE_PARAMSPEC
      replace(rt, 1, typing(rt, '_make_paramspec', M[sp - 2]));
      return pc;
    case 135: // MAKE_TYPEVARTUPLE
      replace(rt, 1, typing(rt, '_make_typevartuple', M[sp - 2]));
      return pc;
    case 136: // SET_TYPEPARAM_DEFAULT
      replace(rt, 2, typing(rt, '_set_default', M[sp - 4], M[sp - 2]));
      return pc;
    case 137: // SUBSCRIPT_GENERIC
      replace(rt, 1, typing(rt, '_subscript_generic', M[sp - 2]));
      return pc;
    case 138: // MAKE_TYPEALIAS
      replace(rt, 1, typing(rt, '_make_typealias', M[sp - 2]));
      return pc;
    case 139: {
      // SET_FUNCTION_TYPE_PARAMS
      const callable = M[sp - 4];
      const params = M[sp - 2];
      rt.replace(callable, callable + 30, params);
      rt.sp = sp - 2;
      return pc;
    }
    case 140: {
      // PRINT_EXPR
      const sys = rt.push(rt.importModule('sys'));
      const hook = rt.push(getAttr(rt, M[sys], intern(rt, 'displayhook')));
      rt.push(rt.retain(M[sp - 2]));
      rt.release(rt.call(hook, 1, 0));
      rt.unwind(sys);
      rt.drop(1);
      return pc;
    }
    case 141: {
      // CALL_EXIT
      replace(rt, 4, call3(rt, M[sp - 8], rt.none, rt.none, rt.none));
      return pc;
    }
    default:
      assert(consts < 0, 'every opcode has a case in the run loop or among the rare ones');
      return pc;
  }
}

function findAttrMissing(rt: Runtime, object: Address, name: string): boolean {
  const value = findAttrNamed(rt, object, name);
  if (value === 0) return true;
  rt.release(value);
  return false;
}

/** Calls a helper of the typing module with borrowed arguments. */
function typing(rt: Runtime, name: string, ...args: Address[]): Address {
  const first = rt.sp;
  for (const value of args) rt.push(rt.retain(value));
  const module = rt.push(rt.importModule('typing'));
  const helper = rt.push(getAttr(rt, M[module], intern(rt, name)));
  for (let slot = first; slot < module; slot += 2) rt.push(rt.retain(M[slot]));
  return rt.dropKeeping(first, rt.call(helper, args.length, 0));
}

/** *a, b = iterable: leaves the values with the first on top. */
function unpackEx(rt: Runtime, before: number, after: number): void {
  const at = rt.sp - 2;
  const info = rt.typeOf(M[at]);
  if (info.iter === null && info.getitem === null) raiseTypeError(rt, `cannot unpack non-iterable ${info.name} object`);
  const iterator = rt.push(getIter(rt, M[at]));
  for (let index = 0; index < before; index++) {
    const value = iterNext(rt, M[iterator]);
    if (value === 0) {
      raise(rt, 'ValueError', `not enough values to unpack (expected at least ${before + after}, got ${index})`);
    }
    rt.push(value);
  }
  const list = rt.push(newListOf(rt, []));
  listExtend(rt, M[list], M[iterator]);
  const length_ = M[M[list] + 4];
  if (length_ < after) {
    raise(rt, 'ValueError', `not enough values to unpack (expected at least ${before + after}, got ${before + length_})`);
  }
  // Values in order: before..., middle list, after...
  const values: Address[] = [];
  for (let index = 0; index < before; index++) values.push(M[iterator + 2 + 2 * index]);
  const middle = M[list];
  values.push(middle);
  const items = M[middle + 6];
  for (let index = length_ - after; index < length_; index++) values.push(M[items + 2 * index]);
  M[middle + 4] = length_ - after;
  const held = M[iterator];
  const source = M[at];
  for (let index = 0; index < values.length; index++) M[at + 2 * index] = values[values.length - 1 - index]!;
  rt.sp = at + 2 * values.length;
  rt.release(held);
  rt.release(source);
}

function beforeWith(rt: Runtime, enter: string, exit: string, what: string): void {
  const at = rt.sp - 2;
  const info = rt.typeOf(M[at]);
  const enterMark = rt.sp;
  if (!pushSpecial(rt, M[at], enter)) {
    raiseTypeError(rt, `'${info.name}' object does not support the ${what} protocol`);
  }
  const exitMark = rt.sp;
  // What gave the method may have run Python: the manager is where it is now.
  if (!pushSpecial(rt, M[at], exit)) {
    raiseTypeError(rt, `'${info.name}' object does not support the ${what} protocol (missed ${exit} method)`);
  }
  // Bind the exit method: it is called much later.
  const exitFunction = M[exitMark];
  const exitSelf = M[exitMark + 2];
  const bound = exitFunction === 0 ? exitSelf : rt.bindMethod(rt, exitFunction, exitSelf);
  if (exitFunction !== 0) {
    rt.release(exitFunction);
    rt.release(exitSelf);
  }
  // Stack: manager, enter pair -> exit, result of enter.
  const manager = M[at];
  const first = M[enterMark];
  const second = M[enterMark + 2];
  M[at] = bound;
  rt.sp = at + 2;
  rt.push(manager);
  rt.push(first);
  rt.push(second);
  const result = first === 0 ? rt.call(rt.sp - 2, 0, 0) : rt.call(rt.sp - 4, 1, 0);
  const held = M[at + 2];
  M[at + 2] = result;
  rt.sp = at + 4;
  rt.release(held);
}

/** Does an exception match `except type`? */
function exceptionMatches(rt: Runtime, exception: Address, type: Address): boolean {
  checkExceptType(rt, type);
  const info = rt.typeOf(exception);
  if ((M[type + REP] & 0xff) === KIND.tuple) {
    for (let index = 0; index < tupleLength(rt, type); index++) {
      if (info.mro.includes(rt.infoOfType(M[type + TUPLE_ITEMS + 2 * index]))) return true;
    }
    return false;
  }
  return info.mro.includes(rt.infoOfType(type));
}

function checkExceptType(rt: Runtime, type: Address): void {
  const bad = (candidate: Address): boolean =>
    (M[candidate + REP] & 0xff) !== KIND.type || !rt.infoOfType(candidate).mro.includes(rt.types['BaseException']!);
  const message = 'catching classes that do not inherit from BaseException is not allowed';
  if ((M[type + REP] & 0xff) === KIND.tuple) {
    for (let index = 0; index < tupleLength(rt, type); index++)
      if (bad(tupleItem(rt, type, index))) raiseTypeError(rt, message);
  } else if (bad(type)) raiseTypeError(rt, message);
}

/** raise, raise exc, raise exc from cause. */
function raiseVarargs(vm: Vm, count: number): number {
  const rt = vm.rt;
  const sp = rt.sp;
  if (count === 0) {
    const handled = vm.currentHandled();
    if (handled === 0) raise(rt, 'RuntimeError', 'No active exception to reraise');
    vm.reraised = true;
    rt.setRoot(rt.pending, rt.retain(handled));
    return RAISES;
  }
  const given = M[sp - 2 * count];
  let exception = given;
  if ((M[given + REP] & 0xff) === KIND.type && rt.infoOfType(given).mro.includes(rt.types['BaseException']!)) {
    exception = exceptionOfClass(rt, sp - 2 * count);
    rt.release(M[sp - 2 * count]);
    M[sp - 2 * count] = exception;
  } else if (!isException(rt, given)) raiseTypeError(rt, 'exceptions must derive from BaseException');
  if (count === 2) {
    let cause = M[sp - 2];
    if ((M[cause + REP] & 0xff) === KIND.type && rt.infoOfType(cause).mro.includes(rt.types['BaseException']!)) {
      cause = exceptionOfClass(rt, sp - 2);
      rt.release(M[sp - 2]);
      M[sp - 2] = cause;
    }
    if (cause !== rt.none && !isException(rt, cause)) raiseTypeError(rt, 'exception causes must derive from BaseException');
    exception = M[sp - 4];
    rt.sp = sp - 2;
    setCause(rt, exception, cause === rt.none ? 0 : cause);
  }
  exception = M[sp - 2 * count];
  rt.sp = sp - 2 * count;
  setPending(rt, exception);
  return RAISES;
}

/** An instance of the exception class in a stack slot, owned. TypeError when its call gives anything else. */
function exceptionOfClass(rt: Runtime, cls: Address): Address {
  const slot = rt.push(rt.retain(M[cls]));
  const made = rt.call(slot, 0, 0);
  if (isException(rt, made)) return made;
  const held = rt.push(made);
  const shown = reprText(rt, M[cls]);
  raiseTypeError(
    rt,
    `calling ${shown} should have returned an instance of BaseException, not ${reprText(rt, rt.typeOf(M[held]).address)}`,
  );
}
