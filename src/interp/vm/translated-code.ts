/**
 * The translated functions of a machine: when code becomes hot it is translated (translator.ts) and compiled by the host; a translation that meets what it
 * was not made for hands back to the run loop, and after a few such returns is made anew.
 */
import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import { CONTROL } from '../../heap/strategy.ts';
import { FLOAT_FREE_LIST } from '../objects/float.ts';
import { newTupleFromStack } from '../objects/sequence.ts';
import { BLOCKS, CACHE, NESTED, STEPS } from '../runtime/code-space.ts';
import { CODE_CONSTS, CODE_INDEX, type CodeEntry, type Translated, type TranslatedFunction } from '../runtime/code-table.ts';
import { getIter, invert, isTrue, iterNext, negative, positive, setItem } from '../runtime/operators.ts';
import { RAISED, TYPE_VERSIONS } from '../runtime/runtime.ts';
import { ENTRY, FOR_LOOP, FRAMES, R_BASE, R_CODE, R_FLAGS, R_FP, R_PC, RECORD } from './frame-record.ts';
import { AGAIN, translate } from './translator.ts';
import type { Vm } from './vm.ts';

const M = WORDS;
const F64 = DOUBLES;
const blocks = BLOCKS;
const cache = CACHE;
const control = CONTROL;
const frames = FRAMES;
const nested = NESTED;
const steps = STEPS;
const typeVersions = TYPE_VERSIONS;

const REP = 3;
const FUNC_CODE = 12;
const FUNC_CODE_INDEX = 13;
const TUPLE_ITEMS = 6;
const LIST_LENGTH = 4;
const LIST_ITEMS = 6;
const LIST_CAPACITY = 8;
const INT_VALUE = 6;
const K_FUNCTION = 19;
const K_BUILTIN = 20;
const K_METHOD = 21;
const K_GENERATOR = 24;
const K_TYPE = 25;
const K_METHOD_DESCRIPTOR = 38;
const ATTR_INLINE = 1;
const ATTR_METHOD = 2;
const ATTR_SLOT = 3;
const INLINE_HEADER = 4;
const INLINE_VALUES = 6;
const INLINE_VALID = 16777216;

/** Returns to the run loop after which code is translated anew. */
const BAILS = 8;
/** Translations after which every site takes its general form. */
const TRANSLATIONS = 12;
/** Translated functions that may call one another on the host's stack; what goes deeper starts from the driver again. */
const MOST_NESTED = 100;
/** Instructions above which code stays with the run loop: module bodies made of tables, mostly. */
const LONGEST = 6000;

/** What translated functions call: the longer ways of the run loop, on operands in their slots. `sp` is rt.sp. */
function helpers(vm: Vm) {
  const rt = vm.rt;
  const heap = rt.heap;
  const intRep = rt.intInfo.rep;
  const floatRep = rt.floatInfo.rep;
  const listRep = rt.listInfo.rep;
  const tupleRep = rt.tupleInfo.rep;
  const dictRep = rt.dictInfo.rep;
  const flushSteps = (): void => {
    rt.steps += steps[0]!;
    steps[0] = 0;
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
  return {
    enter,
    poll(): void {
      const taken = steps[0]!;
      steps[0] = 0;
      vm.poll(taken);
    },
    constant: (fp: Address, index: number): Address => M[M[M[M[fp - 2] + FUNC_CODE] + CODE_CONSTS] + TUPLE_ITEMS + 2 * index],
    isTrue: (value: Address): boolean => isTrue(rt, value),
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
    enterGenerator: (iterator: Address): boolean => (M[iterator + REP] & 0xff) === K_GENERATOR && vm.forIterGenerator(iterator),
    binary(sp: Address, op: number, inplace: boolean): void {
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
          rt.sp = vm.floatResult(sp, left, right, op === 0 ? x + y : op === 1 ? x - y : op === 2 ? x * y : x / y);
          return;
        }
      }
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
      const list = M[sp - 2 - 2 * below];
      const length = M[list + LIST_LENGTH];
      if (length < M[list + LIST_CAPACITY]) {
        M[list + LIST_LENGTH] = length + 1;
        const slot = M[list + LIST_ITEMS] + 2 * length;
        M[slot + 1] = 0;
        heap.store(list, slot, M[sp - 2]);
      } else vm.appendSlow(list, M[sp - 2]);
    },
    subscript(sp: Address): void {
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
      if (value === 0) {
        vm.subscript(sp);
        return;
      }
      heap.release(key);
      M[sp - 2] = 0;
      M[sp - 4] = value;
      heap.release(container);
    },
    storeSubscript(sp: Address): void {
      setItem(rt, M[sp - 4], M[sp - 2], M[sp - 6]);
      vm.drop(sp, 3);
    },
    loadAttr(sp: Address, name: Address, ci: number): void {
      const owner = M[sp - 2];
      const rep = M[owner + REP];
      if (cache[ci] === rep && cache[ci + 1] === typeVersions[rep >>> 16]) {
        const offset = cache[ci + 3]!;
        let value = 0;
        if (cache[ci + 2] === ATTR_SLOT) value = M[owner + offset];
        else if (
          cache[ci + 2] === ATTR_INLINE &&
          (M[owner + INLINE_HEADER] & INLINE_VALID) !== 0 &&
          (offset - INLINE_VALUES) >> 1 < (M[owner + INLINE_HEADER] & 0xff)
        )
          value = M[owner + offset];
        if (value !== 0) {
          heap.retain(value);
          M[sp - 2] = value;
          heap.release(owner);
          return;
        }
      }
      vm.loadAttr(sp, name, ci);
    },
    loadMethod(sp: Address, name: Address, ci: number): void {
      const owner = M[sp - 2];
      const rep = M[owner + REP];
      if (
        cache[ci] === rep &&
        cache[ci + 1] === typeVersions[rep >>> 16] &&
        cache[ci + 2] === ATTR_METHOD &&
        vm.methodVisible(owner, rep)
      ) {
        const method = cache[ci + 3]!;
        heap.retain(method);
        M[sp - 2] = method;
        M[sp] = owner;
        return;
      }
      vm.loadMethod(sp, name, ci);
    },
    storeAttr(sp: Address, name: Address, ci: number): void {
      const owner = M[sp - 2];
      const rep = M[owner + REP];
      if (cache[ci] === rep && cache[ci + 1] === typeVersions[rep >>> 16]) {
        const offset = cache[ci + 3]!;
        const inline =
          cache[ci + 2] === ATTR_INLINE &&
          (M[owner + INLINE_HEADER] & INLINE_VALID) !== 0 &&
          (offset - INLINE_VALUES) >> 1 < (M[owner + INLINE_HEADER] & 0xff);
        if (inline || cache[ci + 2] === ATTR_SLOT) {
          const old = M[owner + offset];
          if (inline && old === 0) vm.insertInline(owner, (offset - INLINE_VALUES) >> 1, M[sp - 4]);
          else heap.store(owner, owner + offset, M[sp - 4]);
          M[sp - 4] = old;
          M[sp - 2] = 0;
          rt.sp = sp - 2;
          heap.release(owner);
          rt.sp = sp - 4;
          heap.release(old);
          return;
        }
      }
      vm.storeAttr(sp, name, ci);
    },
    /** True when a frame was entered; else the result lies in its slot. */
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
      if (kind === K_FUNCTION) {
        const callee = vm.codes[M[callable + FUNC_CODE_INDEX]!]!;
        if (callee.simpleArgs === count) vm.enterFrame(callee, base, result, 0, count);
        else vm.pushCall(base, result, count, 0, 0);
        return true;
      }
      if (kind === K_METHOD_DESCRIPTOR || kind === K_BUILTIN) vm.callBuiltin(callable, kind, base, result, count, 0);
      else {
        if (kind === K_METHOD) {
          vm.unwrapMethod(base, count);
          const callee = M[base];
          if ((M[callee + REP] & 0xff) === K_FUNCTION) {
            vm.pushCall(base, result, count + 1, 0, 0);
            return true;
          }
          count++;
        } else if (kind === K_TYPE && vm.pushConstructor(base, result, count, 0)) return true;
        const value = rt.call(base, count, 0);
        M[result] = value;
        rt.sp = result + 2;
      }
      if (control[0] !== 0) safepoint();
      return false;
    },
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
      const value = vm.yieldValue();
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
    makeGenerator(rec: number): number {
      const flags = frames[rec + R_FLAGS]!;
      const generator = vm.makeGenerator();
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

/** Translates and runs the code of one machine. */
export class TranslatedCode {
  private readonly vm: Vm;
  private readonly env: Record<string, unknown>;

  constructor(vm: Vm) {
    this.vm = vm;
    this.env = {
      vm,
      rt: vm.rt,
      heap: vm.rt.heap,
      words: WORDS,
      doubles: DOUBLES,
      control: CONTROL,
      frames: FRAMES,
      cache: CACHE,
      versions: TYPE_VERSIONS,
      steps: STEPS,
      help: helpers(vm),
    };
  }

  /** Translates the code of the topmost frame, which is hot. */
  prepare(unit: CodeEntry): void {
    unit.heat = 2 ** 30;
    if (unit.unit.code.length > LONGEST) return;
    this.make(unit, {
      sites: new Uint8Array(unit.unit.code.length),
      bailed: new Set(),
      bails: 0,
      translations: 0,
    });
  }

  private make(unit: CodeEntry, translated: Translated): void {
    const { rt } = this.vm;
    const code = M[M[frames[rt.depth * RECORD + R_FP]! - 2] + FUNC_CODE];
    // The function may have been given other code while this frame runs.
    if (M[code + CODE_INDEX] !== unit.index) return;
    const tuple = M[code + CODE_CONSTS];
    const fixed = rt.heap.capabilities.moves === 'never';
    const constants = unit.unit.constants.map((_, index) => M[tuple + TUPLE_ITEMS + 2 * index]);
    const { heapStart } = rt.memory;
    const { text, blockOf } = translate(
      {
        instructions: unit.unit.code,
        exceptionTable: unit.unit.exceptionTable,
        stackOffset: unit.stackOffset,
        slotCount: unit.slotCount,
        start: unit.start,
        names: unit.names,
        constants: fixed ? Int32Array.from(constants) : null,
        staticConstants: constants.map((address) => (address < heapStart ? address : 0)),
        sites: translated.sites,
        cacheWord: (at, word) => cache[(unit.start + at) * 4 + word]!,
        counts: rt.heap.capabilities.refcount === 'eager',
        smallInts: rt.smallInts,
        intType: rt.intInfo.address,
        floatType: rt.floatInfo.address,
        reps: {
          int: rt.intInfo.rep,
          float: rt.floatInfo.rep,
          list: rt.listInfo.rep,
          tuple: rt.tupleInfo.rep,
          dict: rt.dictInfo.rep,
          listIterator: rt.listIteratorInfo.rep,
          rangeIterator: rt.rangeIteratorInfo.rep,
        },
        none: rt.none,
        true: rt.true,
        false: rt.false,
        floatFreeList: FLOAT_FREE_LIST,
      },
      unit.unit.name,
    );
    unit.run = new Function('env', text)(this.env) as TranslatedFunction;
    blocks.set(blockOf, unit.start);
    translated.bailed.clear();
    translated.bails = 0;
    translated.translations++;
    unit.translated = translated;
  }

  /** The run loop takes over at instruction `at`. */
  bailed(unit: CodeEntry, at: number): void {
    const { translated } = unit;
    if (translated === null) return;
    translated.bailed.add(at);
    if (++translated.bails < BAILS) return;
    if (translated.translations >= TRANSLATIONS) {
      if (translated.translations > TRANSLATIONS) return;
      translated.sites.fill(2);
    } else for (const site of translated.bailed) translated.sites[site] = Math.min(2, translated.sites[site]! + 1);
    this.make(unit, translated);
  }
}
