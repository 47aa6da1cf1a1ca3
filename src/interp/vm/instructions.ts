/**
 * What instructions do in both engines, on operands in their stack slots: the run loop comes here for all but the shortest, translated code for what its fast
 * paths leave over.
 */

import { REP } from '../../heap/layout.ts';
import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import { CONTROL } from '../../heap/strategy.ts';
import { OP } from '../bytecode/opcodes.ts';
import { dictSet } from '../objects/dict.ts';
import { newExceptionOf } from '../objects/exception.ts';
import { FUNC_CODE } from '../objects/function.ts';
import { INT_VALUE } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { LIST_ITEMS, LIST_LENGTH, listAppendOperand, newTupleFromStack, TUPLE_ITEMS } from '../objects/sequence.ts';
import { newStr, STR_LENGTH, strAppend } from '../objects/str.ts';
import { BLOCKS, CACHE, CODE, NESTED, STEPS } from '../runtime/code-space.ts';
import { CODE_CONSTS } from '../runtime/code-table.ts';
import { setPending } from '../runtime/exceptions.ts';
import { getIter, invert, isTrue, isTrueCopy, iterNext, negative, positive, setItem } from '../runtime/operators.ts';
import { RAISED } from '../runtime/runtime.ts';
import { loadAttr, loadGlobal, loadMethod, storeAttr } from './attribute-access.ts';
import { SEEN_FLOAT, SEEN_OTHER, SEEN_STR } from './attribute-cache.ts';
import { ENTRY, FOR_LOOP, FRAMES, R_BASE, R_CODE, R_FLAGS, R_FP, R_PC, RECORD } from './frame-record.ts';
import { forIterGenerator, makeGenerator, send, yieldValue } from './generator-frames.ts';
import { AGAIN } from './translator.ts';
import type { Vm } from './vm.ts';

const M = WORDS;
const F64 = DOUBLES;
const blocks = BLOCKS;
const cache = CACHE;
const control = CONTROL;
const frames = FRAMES;
const nested = NESTED;
const steps = STEPS;

const code = CODE;

const STORE_FAST = OP['STORE_FAST']!;
const KIND_BUILTIN = KIND.builtin;
const KIND_GENERATOR = KIND.generator;
const KIND_METHOD_DESCRIPTOR = KIND.methodDescriptor;

/** Translated functions that may call one another on the host's stack; what goes deeper starts from the driver again. */
const MOST_NESTED = 100;

/** The instructions of one machine. `sp` is rt.sp, behind the topmost operand; the place of the frame is up to date. */
export function instructionsOf(vm: Vm) {
  const rt = vm.rt;
  const heap = rt.heap;
  const intRep = rt.intInfo.rep;
  const floatRep = rt.floatInfo.rep;
  const listRep = rt.listInfo.rep;
  const tupleRep = rt.tupleInfo.rep;
  const dictRep = rt.dictInfo.rep;
  const strRep = rt.strInfo.rep;
  const flushSteps = (): void => {
    rt.steps += steps[0]!;
    steps[0] = 0;
  };
  /** Leaves `exception`, owned, to the driver, which looks for its handler. */
  const raised = (exception: Address): false => {
    setPending(rt, exception);
    vm.thrown = RAISED;
    vm.thrownAt = frames[rt.depth * RECORD + R_PC]!;
    return false;
  };
  const safepoint = (): void => {
    flushSteps();
    vm.safepoint();
  };
  /**
   * Runs the frame just entered, here on the host's stack, when it is translated. 0: it has ended and the caller, whose record is `rec`, goes on at
   * instruction `next`; else what the driver has to do, as translated functions return it.
   */
  const enter = (rec: number, next: number): number => {
    const top = rt.depth * RECORD;
    const { run, start } = vm.codes[frames[top + R_CODE]!]!;
    if (run === null || nested[0]! >= MOST_NESTED) return AGAIN;
    const block = blocks[start + frames[top + R_PC]!]!;
    if (block === 0) return AGAIN;
    nested[0]!++;
    const outcome = run(frames[top + R_FP]!, top, block);
    nested[0]!--;
    return outcome === AGAIN && rt.depth * RECORD === rec && frames[rec + R_PC] === next ? 0 : outcome;
  };
  /**
   * An addition of strings whose result goes to the local that `left` came from, which holds the only other reference: appends in place (CPython:
   * BINARY_OP_INPLACE_ADD_UNICODE) and leaves the string on the stack, the local empty. False when a new string has to be made.
   */
  const appendToLocal = (sp: Address, left: Address, right: Address, ci: number): boolean => {
    const store = code[(ci >> 2) + 1]!;
    if ((store & 255) !== STORE_FAST || M[left] !== 2 || M[right + STR_LENGTH] === 0) return false;
    const local = frames[rt.depth * RECORD + R_FP]! + 2 * (store >> 8);
    if (M[local] !== left) return false;
    const grown = strAppend(rt, left, right);
    if (grown === 0) return false;
    M[local] = 0;
    M[sp - 4] = grown;
    heap.release(grown);
    M[sp - 2] = 0;
    rt.sp = sp - 2;
    heap.release(right);
    return true;
  };
  return {
    enter,
    poll(): void {
      const taken = steps[0]!;
      steps[0] = 0;
      vm.poll(taken);
    },
    constant: (fp: Address, index: number): Address => M[M[M[M[fp - 2] + FUNC_CODE] + CODE_CONSTS] + TUPLE_ITEMS + 2 * index],
    isTrueCopy: (value: Address): boolean => isTrueCopy(rt, value),
    truth(sp: Address): boolean {
      const value = M[sp - 2];
      // The constants are not released, as in the run loop.
      if (value === rt.true || value === rt.false || value === rt.none) {
        rt.sp = sp - 2;
        return value === rt.true;
      }
      const truth = M[value + REP] === intRep ? M[value + INT_VALUE] !== 0 : isTrue(rt, value);
      rt.sp = sp - 2;
      heap.release(M[sp - 2]);
      return truth;
    },
    not(sp: Address): void {
      const value = M[sp - 2];
      if (value === rt.true || value === rt.false) M[sp - 2] = value === rt.true ? rt.false : rt.true;
      else vm.replaceTop(sp, isTrue(rt, value) ? rt.false : rt.true);
    },
    negative: (sp: Address): void => vm.replaceTop(sp, negative(rt, M[sp - 2])),
    positive: (sp: Address): void => vm.replaceTop(sp, positive(rt, M[sp - 2])),
    invert: (sp: Address): void => vm.replaceTop(sp, invert(rt, M[sp - 2])),
    iterate: (sp: Address): void => vm.replaceTop(sp, getIter(rt, M[sp - 2])),
    next: (iterator: Address): Address => iterNext(rt, iterator),
    enterGenerator: (iterator: Address): boolean =>
      (M[iterator + REP] & 0xff) === KIND_GENERATOR && forIterGenerator(vm, iterator),
    /** Two operands become one. What they were is noted in the cache at `ci`. */
    binary(sp: Address, op: number, inplace: boolean, ci: number): void {
      const right = M[sp - 2];
      const left = M[sp - 4];
      if (M[left + REP] === intRep && M[right + REP] === intRep) {
        const x = M[left + INT_VALUE];
        const y = M[right + INT_VALUE];
        let value = 0.5;
        switch (op) {
          case 0:
            value = x + y;
            break;
          case 1:
            value = x - y;
            break;
          case 2:
            value = x * y;
            break;
          case 4:
            if (y > 0) value = Math.floor(x / y);
            break;
          case 5:
            if (y > 0) {
              value = x % y;
              if (value < 0) value += y;
            }
            break;
          case 9:
            if (y >= 0) value = x >> (y > 31 ? 31 : y);
            break;
          case 10:
            value = x & y;
            break;
          case 11:
            value = x | y;
            break;
          case 12:
            value = x ^ y;
            break;
        }
        if (value === (value | 0)) {
          rt.sp = vm.intResult(sp, value);
          return;
        }
      } else if (op < 4 && M[left + REP] === floatRep && M[right + REP] === floatRep) {
        const x = F64[(left + 4) >> 1]!;
        const y = F64[(right + 4) >> 1]!;
        if (op !== 3 || y !== 0) {
          // CPython specialises the instruction when it runs for the second time; only then is an operand used again.
          const warm = (cache[ci]! & SEEN_FLOAT) !== 0;
          cache[ci]! |= SEEN_FLOAT;
          rt.sp = vm.floatResult(sp, left, right, warm, op === 0 ? x + y : op === 1 ? x - y : op === 2 ? x * y : x / y);
          return;
        }
      }
      if (op === 0 && M[left + REP] === strRep && M[right + REP] === strRep) {
        // As for floats: CPython specialises the instruction when it runs for the second time.
        const warm = (cache[ci]! & SEEN_STR) !== 0;
        cache[ci]! |= SEEN_STR;
        if (warm && appendToLocal(sp, left, right, ci)) return;
      }
      cache[ci]! |= SEEN_OTHER;
      vm.binary(sp, op, inplace);
    },
    tuple(sp: Address, count: number): void {
      const first = sp - 2 * count;
      M[first] = newTupleFromStack(rt, first, count);
    },
    list(sp: Address, count: number): void {
      const first = sp - 2 * count;
      M[first] = vm.listFromStack(first, count);
    },
    append(sp: Address, below: number): void {
      listAppendOperand(rt, M[sp - 2 - 2 * below], sp - 2);
    },
    /** As `binary`; SEEN_FLOAT is a tuple. False when it raised, as `rare` does: what a dict or a list does not have is asked for so often that a throw is too dear. */
    subscript(sp: Address, ci: number): boolean {
      const key = M[sp - 2];
      const container = M[sp - 4];
      const rep = M[container + REP];
      let value = 0;
      if (rep === dictRep) value = vm.dictSubscript(container, key);
      else if (M[key + REP] === intRep && (rep === listRep || rep === tupleRep)) {
        let index = M[key + INT_VALUE];
        if (index < 0) index += M[container + LIST_LENGTH];
        if (index >= 0 && index < M[container + LIST_LENGTH]) {
          value = M[(rep === listRep ? M[container + LIST_ITEMS] : container + TUPLE_ITEMS) + 2 * index];
          heap.retain(value);
        }
      }
      if (rep !== listRep || value === 0) cache[ci]! |= rep === tupleRep && value !== 0 ? SEEN_FLOAT : SEEN_OTHER;
      if (value === 0) {
        if (rep === dictRep) return raised(newExceptionOf(rt, rt.types['KeyError']!, rt.retain(key)));
        if (M[key + REP] === intRep && (rep === listRep || rep === tupleRep)) {
          const message = rep === listRep ? 'list index out of range' : 'tuple index out of range';
          return raised(newExceptionOf(rt, rt.types['IndexError']!, newStr(rt, message)));
        }
        vm.subscript(sp);
        return true;
      }
      M[sp - 4] = value;
      heap.release(container);
      M[sp - 2] = 0;
      heap.release(key);
      return true;
    },
    /** Value, container and key go. */
    storeSubscript(sp: Address, ci: number): void {
      const key = M[sp - 2];
      const container = M[sp - 4];
      if (M[key + REP] === intRep && M[container + REP] === listRep) {
        let index = M[key + INT_VALUE];
        if (index < 0) index += M[container + LIST_LENGTH];
        if (index >= 0 && index < M[container + LIST_LENGTH]) {
          const slot = M[container + LIST_ITEMS] + 2 * index;
          const old = M[slot];
          heap.store(container, slot, M[sp - 6]);
          heap.release(key);
          M[sp - 2] = 0;
          M[sp - 6] = 0;
          rt.sp = sp - 2;
          heap.release(old);
          M[sp - 4] = 0;
          rt.sp = sp - 6;
          heap.release(container);
          return;
        }
      }
      // CPython specialises the instruction when it runs for the second time: a dict takes over the key from the stack.
      if (M[container + REP] === dictRep && (cache[ci]! & SEEN_OTHER) !== 0) {
        rt.pinned++;
        dictSet(rt, container, key, M[sp - 6]);
        rt.pinned--;
      } else {
        cache[ci]! |= SEEN_OTHER;
        setItem(rt, container, key, M[sp - 6]);
      }
      vm.drop(sp, 3);
    },
    /** CALL and CALL_METHOD: true when a frame was entered; else the result lies in its slot and rt.sp is behind it. */
    call(sp: Address, arg: number, method: boolean): boolean {
      let base = sp - 2 * arg - 2;
      let count = arg;
      let result = base;
      if (method) {
        if (M[base - 2] !== 0) {
          base -= 2;
          count++;
        }
        result = sp - 2 * arg - 4;
      }
      const callable = M[base];
      const kind = M[callable + REP] & 0xff;
      if (kind === KIND_METHOD_DESCRIPTOR || kind === KIND_BUILTIN) {
        vm.callBuiltin(callable, kind, base, result, count, 0);
        return false;
      }
      return vm.startCall(base, result, count, 0);
    },
    /** Behind a call that entered no frame. */
    afterCall(): void {
      if (control[0] !== 0) safepoint();
    },
    /** RETURN_VALUE: the value lies at rt.sp. */
    leave(fp: Address, rec: number, end: Address): number {
      const flags = frames[rec + R_FLAGS]!;
      const top = rt.sp;
      const value = M[top];
      if (flags === 0 && M[end] === 0) {
        const base = frames[rec + R_BASE]!;
        // The value keeps its slot until the locals are gone, for their finalizers may collect.
        rt.sp = top + 2;
        for (let slot = fp; slot < end; slot += 2) {
          const local = M[slot];
          if (local !== 0) {
            M[slot] = 0;
            heap.release(local);
          }
        }
        const callable = M[fp - 2];
        M[fp - 2] = 0;
        heap.release(callable);
        M[top] = 0;
        M[base] = value;
        rt.sp = base + 2;
        rt.depth--;
        if (control[0] !== 0) safepoint();
        return AGAIN;
      }
      M[top] = 0;
      const outcome = vm.leave(value, flags);
      if ((flags & ENTRY) === 0) return AGAIN;
      vm.yielded = false;
      return outcome;
    },
    yield(rec: number): number {
      const flags = frames[rec + R_FLAGS]!;
      const value = yieldValue(vm);
      if ((flags & ENTRY) !== 0) {
        vm.yielded = true;
        return value;
      }
      const sp = rt.sp;
      if ((flags & FOR_LOOP) !== 0) {
        M[sp] = value;
        rt.sp = sp + 2;
      } else M[sp - 2] = value;
      return AGAIN;
    },
    /** SEND: see generator-frames.ts. */
    send: (sp: Address): number => send(vm, sp),
    loadGlobal: (callable: Address, name: Address, ci: number): Address => loadGlobal(rt, callable, name, ci),
    loadAttr: (sp: Address, name: Address, ci: number): void => loadAttr(vm, sp, name, ci),
    loadMethod: (sp: Address, name: Address, ci: number): Address => loadMethod(vm, sp, name, ci),
    storeAttr: (sp: Address, name: Address, ci: number): void => storeAttr(vm, sp, name, ci),
    makeGenerator(rec: number): number {
      const flags = frames[rec + R_FLAGS]!;
      const generator = makeGenerator(vm);
      if ((flags & ENTRY) !== 0) return generator;
      M[rt.sp] = generator;
      rt.sp += 2;
      return AGAIN;
    },
    rare(op: number, arg: number, next: number, fp: Address): number {
      const unit = vm.codes[frames[rt.depth * RECORD + R_CODE]!]!;
      const at = vm.rare(op, arg, next, fp, unit, M[M[M[fp - 2] + FUNC_CODE] + CODE_CONSTS] + TUPLE_ITEMS);
      if (at < 0) {
        vm.thrown = RAISED;
        vm.thrownAt = next;
      }
      return at;
    },
  };
}

export type Instructions = ReturnType<typeof instructionsOf>;
