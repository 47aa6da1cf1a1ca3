/**
 * The virtual machine around the run loop: frames, calls, operators, raising. Every method that may run Python expects rt.sp and the
 * frame's saved pc to be up to date.
 */

import { EVENT, HOT } from '../../heap/clock.ts';
import { REP } from '../../heap/layout.ts';
import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import { CONTROL } from '../../heap/strategy.ts';
import { OP } from '../bytecode/opcodes.ts';
import { dictGet } from '../objects/dict.ts';
import { FLOAT_BYTES, FLOAT_FREE_LIST } from '../objects/float.ts';
import { BUILTIN_SELF, FUNC_CODE_INDEX, METHOD_FUNCTION, METHOD_SELF, NATIVE_INDEX } from '../objects/function.ts';
import { GEN_DEPTH, GEN_FUNCTION, GEN_HANDLED, GEN_PC, GEN_SLOTS, GEN_STATE, GEN_SUSPENDED } from '../objects/generator.ts';
import { newInstance } from '../objects/instance.ts';
import { newInt32 } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { isTuple, LIST_ITEMS, LIST_LENGTH, newList, TUPLE_ITEMS, tupleItem, tupleLength } from '../objects/sequence.ts';
import { isStr, strText } from '../objects/str.ts';
import { findAttrNamed } from '../runtime/attributes.ts';
import { callInTuple, callNative, holdArguments, holdCopies } from '../runtime/calls.ts';
import { CACHE, CODE, clearCaches, MOVES } from '../runtime/code-space.ts';
import type { CodeEntry } from '../runtime/code-table.ts';
import { linkThrown, nativeTooDeep, raise, raiseBare, raiseNameError, raiseTypeError, tooDeep } from '../runtime/exceptions.ts';
import { isSubtype, typeLookup } from '../runtime/lookup.ts';
import { binary, compare, contains, getItem, getIter, iterNext, strOf } from '../runtime/operators.ts';
import { RAISED, type Runtime, StepLimit } from '../runtime/runtime.ts';
import { objectNew } from '../types/object-type.ts';
import { typeCall } from '../types/type-type.ts';
import { bindParameters } from './arguments.ts';
import { CALLED_CLASS } from './attribute-cache.ts';
import { releaseOperands } from './failed-instruction.ts';
import {
  ENTRY,
  FOR_LOOP,
  FRAMES,
  GENERATOR,
  INIT,
  LEAVING,
  MAX_FRAMES,
  R_BASE,
  R_CODE,
  R_FLAGS,
  R_FP,
  R_PC,
  RECORD,
  SHIM,
} from './frame-record.ts';
import { closeRunning, pushGenerator } from './generator-frames.ts';
import type { Instructions } from './instructions.ts';
import { rareOpcode } from './rare-opcodes.ts';
import { runLoop } from './run-loop.ts';
import { addTraceback, detachFrame } from './tracebacks.ts';
import { TranslatedCode } from './translated-code.ts';
import { callUnpacked } from './unpacked-calls.ts';

const M = WORDS;
const F64 = DOUBLES;
const frames = FRAMES;
const hot = HOT;
const control = CONTROL;
const NATIVE_CALL = EVENT.native_call;
const SAFEPOINT_POLL = EVENT.safepoint_poll;

const OP_RESUME = OP['RESUME']!;

/** Index in an exception table of the entry that covers instruction `at`, or -1. */
function handlerAt(table: Int32Array, at: number): number {
  let low = 0;
  let high = table.length / 5 - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (table[middle * 5]! <= at) {
      found = middle * 5;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found >= 0 && at < table[found + 1]! ? found : -1;
}

/** What V8 says when its stack is full. */
const STACK_EXHAUSTED = 'Maximum call stack size exceeded';

export class Vm {
  readonly rt: Runtime;
  readonly codes: CodeEntry[];
  readonly frames = FRAMES;
  /** What instructions do in both engines; made when the strategy is there. */
  instructions!: Instructions;
  /** How often a collection has moved objects. */
  readonly moves = MOVES.fill(0);
  /** The frame that ended the loop last was a generator that yielded. */
  yielded = false;
  /** Generators whose frames are on the stack. */
  runningGenerators = 0;
  /** The next raise comes from RERAISE: the frame is in the traceback already. */
  reraised = false;
  /** The instruction that such a RERAISE goes back to: where its frame stands when it is left. -1 for its own. */
  reraisedFrom = -1;
  /** What ended the run loop, and the instruction behind the one that threw. */
  thrown: unknown = null;
  thrownAt = 0;
  /** Keep each frame's place up to date at every bytecode, for whoever asks in the middle of one which line allocates; all code is interpreted then. */
  exactPlaces = false;
  /** With `exactPlaces`: called before each instruction, whose index is the saved pc less one; operands are on the stack. It must not touch the heap. */
  onInstruction: (() => void) | null = null;
  /** Called at polls: sampling. */
  onPoll: (() => void) | null = null;

  constructor(rt: Runtime) {
    this.rt = rt;
    this.codes = rt.codes;
  }

  // --- limits and safepoints

  poll(steps: number): void {
    const rt = this.rt;
    rt.steps += steps;
    if (rt.steps > rt.limits.stepLimit) throw new StepLimit(`stopped after ${rt.limits.stepLimit} bytecodes`);
    this.onPoll?.();
    this.safepoint();
  }

  safepoint(): void {
    const rt = this.rt;
    hot[SAFEPOINT_POLL]!++;
    if (control[0] === 0) return;
    if (rt.pinned > 0 && rt.heap.capabilities.refcount === 'none') return;
    if (!rt.heap.safepoint()) raiseBare(rt, 'MemoryError');
  }

  // --- frames

  /** Enters a Python function whose parameters stand in their slots above `base`; `given` of them are there. */
  enterFrame(code: CodeEntry, base: Address, result: Address, flags: number, given: number): void {
    const rt = this.rt;
    code.heat--;
    const depth = rt.depth + 1;
    const fp = base + 2;
    if (depth + rt.shims > rt.recursionLimit || fp + code.frameWords > rt.stackLimit || depth >= MAX_FRAMES) {
      tooDeep(rt);
    }
    const operands = fp + code.stackOffset;
    for (let slot = fp + 2 * given; slot < operands; slot += 2) {
      M[slot] = 0;
      M[slot + 1] = 0;
    }
    const record = depth * RECORD;
    frames[record + R_FP] = fp;
    frames[record + R_PC] = 0;
    frames[record + R_CODE] = code.index;
    frames[record + R_FLAGS] = flags;
    frames[record + R_BASE] = result;
    rt.depth = depth;
    rt.sp = operands;
  }

  /** Binds arguments and enters the frame of the Python function in slot `base`. */
  pushCall(base: Address, result: Address, count: number, kwnames: Address, flags: number): void {
    const rt = this.rt;
    const code = this.codes[M[M[base] + FUNC_CODE_INDEX]]!;
    if (code.simpleArgs === count && kwnames === 0) {
      this.enterFrame(code, base, result, flags, count);
      return;
    }
    bindParameters(rt, code, base, count, kwnames, (flags & INIT) !== 0 ? result : 0);
    this.enterFrame(code, base, result, flags, (rt.sp - base - 2) >> 1);
  }

  /** Runs the frame on top in a loop of its own. */
  private runNested(): Address {
    const rt = this.rt;
    const nativeDepth = rt.nativeDepth;
    if (nativeDepth >= rt.nativeLimit) {
      this.popFrame();
      nativeTooDeep(rt);
    }
    rt.nativeDepth = nativeDepth + 1;
    try {
      return runLoop(this, rt.depth, false);
    } finally {
      rt.nativeDepth = nativeDepth;
    }
  }
  /** Runs the frame just entered with the ENTRY flag to its end; returns its result, owned. */
  runEntered(): Address {
    return this.runNested();
  }

  /** rt.call: see runtime.ts. */
  call(base: Address, count: number, kwnames: Address): Address {
    const rt = this.rt;
    for (;;) {
      const callable = M[base];
      const kind = M[callable + REP] & 0xff;
      if (kind === KIND.function) {
        this.pushCall(base, base, count, kwnames, ENTRY);
        return this.runNested();
      }
      if (kind === KIND.method) {
        this.unwrapMethod(base, count);
        count++;
        continue;
      }
      let result: Address;
      if (kind === KIND.builtin || kind === KIND.methodDescriptor || kind === KIND.wrapper) {
        result = this.runNative(callable, kind, base, count, kwnames);
      } else {
        const slot = rt.typeOf(callable).call;
        if (slot === null) raiseTypeError(rt, `'${rt.typeOf(callable).name}' object is not callable`);
        result = slot(rt, base, count, kwnames);
      }
      return rt.dropKeeping(base, result);
    }
  }

  /** Runs a built-in function, method descriptor or slot wrapper; not consuming. */
  private runNative(callable: Address, kind: number, base: Address, count: number, kwnames: Address): Address {
    const rt = this.rt;
    const entry = rt.natives[M[callable + NATIVE_INDEX]]!;
    hot[NATIVE_CALL]!++;
    const call = entry.tuples === 0 ? callNative : callInTuple;
    if (kind === KIND.builtin) {
      const self = M[callable + BUILTIN_SELF];
      if (self === 0) return call(rt, entry, base + 2, count, kwnames);
      // The bound self takes the callable's place as first argument.
      rt.heap.retain(self);
      M[base] = self;
      rt.heap.release(callable);
      return call(rt, entry, base, count + 1, kwnames);
    }
    if (count > 0 && kind === KIND.methodDescriptor) {
      const owner = rt.infoOfType(M[callable + 4]);
      const info = rt.typeOf(M[base + 2]);
      if (info !== owner && !isSubtype(info, owner)) {
        raiseTypeError(rt, `descriptor '${entry.name}' for '${owner.name}' objects doesn't apply to a '${info.name}' object`);
      }
    }
    return call(rt, entry, base + 2, count, kwnames);
  }

  /** CALL of a native: result goes to slot `result`; returns the new stack top. */
  callBuiltin(callable: Address, kind: number, base: Address, result: Address, count: number, kwnames: Address): Address {
    const rt = this.rt;
    const value = this.runNative(callable, kind, base, count, kwnames);
    // The value must be safe while arguments are dropped: finalizers may run.
    rt.push(value);
    rt.releaseSlots(base + 2, base + 2 + 2 * count);
    const released = M[base];
    M[base] = 0;
    rt.heap.release(released);
    M[result] = M[rt.sp - 2];
    rt.sp = result + 2;
    return result + 2;
  }

  /** Replaces the bound method in slot `base` by its function, with self pushed in front of the `count` arguments. */
  unwrapMethod(base: Address, count: number): void {
    const rt = this.rt;
    const method = M[base];
    rt.push(0);
    for (let slot = base + 2 * count + 2; slot > base + 2; slot -= 2) M[slot] = M[slot - 2];
    M[base + 2] = rt.retain(M[method + METHOD_SELF]);
    M[base] = rt.retain(M[method + METHOD_FUNCTION]);
    rt.heap.release(method);
  }

  /**
   * Has this call instruction called a class before? CPython specialises it when it runs for the second time; the first goes the general way, in which a tuple holds the
   * arguments too, as `__init__` can see.
   */
  private calledBefore(): boolean {
    const record = this.rt.depth * RECORD;
    const ci = (this.codes[frames[record + R_CODE]!]!.start + frames[record + R_PC]! - 1) << 2;
    if (CACHE[ci] === CALLED_CLASS) return true;
    CACHE[ci] = CALLED_CLASS;
    return false;
  }

  /**
   * Calling a class whose `__new__` is object's and whose `__init__` is a Python function: makes the instance and enters `__init__` here, without
   * another loop. false: the general way must be taken.
   */
  pushConstructor(base: Address, result: Address, count: number, kwnames: Address): boolean {
    const rt = this.rt;
    const type = M[base];
    const metatype = rt.typeOf(type);
    if (metatype.call !== typeCall) return false;
    const info = rt.infoOfType(type);
    if (info.new !== objectNew || info.abstract || !info.heap || info.kind !== KIND.instance) return false;
    const init = typeLookup(rt, info, this.initName);
    if ((M[init + REP] & 0xff) !== KIND.function) return false;
    if (rt.isAbstract(rt, type)) return false;
    const instance = newInstance(rt, info);
    if (kwnames !== 0) {
      this.pushWithKeywords(base, result, count, kwnames, instance, init);
      return true;
    }
    // Shift: [class, args] becomes [instance to return, __init__, self, args].
    rt.push(0);
    rt.push(0);
    for (let slot = base + 2 * count; slot > base; slot -= 2) M[slot + 4] = M[slot];
    rt.heap.retain(instance);
    rt.heap.retain(init);
    M[base] = instance;
    M[base + 2] = init;
    M[base + 4] = instance;
    rt.heap.release(type);
    if (base !== result) {
      // The slot below was empty (attribute that was no method): close the gap.
      M[result] = instance;
      M[base] = 0;
    }
    this.pushCall(base + 2, result, count + 1, kwnames, INIT | SHIM);
    rt.shims++;
    return true;
  }
  /**
   * Enters `__init__` with keywords: CPython goes the general way each time, with arguments in a tuple and a dict and a copy of all. They lie between the
   * instance and the frame, where `leave` and unwinding find them: [instance to return, args, tuple, dict, self, args, __init__, self, args].
   */
  private pushWithKeywords(
    base: Address,
    result: Address,
    count: number,
    kwnames: Address,
    instance: Address,
    init: Address,
  ): void {
    const rt = this.rt;
    const type = M[base];
    M[base] = 0;
    M[result] = instance;
    rt.heap.release(type);
    holdArguments(rt, base + 2, count, kwnames);
    rt.push(rt.retain(instance));
    holdCopies(rt, base + 2, count);
    const call = rt.push(rt.retain(init));
    rt.push(rt.retain(instance));
    holdCopies(rt, base + 2, count);
    this.pushCall(call, result, count + 1, kwnames, INIT);
  }
  initName: Address = 0;

  /** Ends the topmost frame: locals go, the result goes where the flags say. Returns the value for ENTRY frames. */
  leave(value: Address, flags: number): Address {
    const rt = this.rt;
    const record = rt.depth * RECORD;
    const base = frames[record + R_BASE]!;
    rt.push(value);
    if ((flags & GENERATOR) !== 0) {
      closeRunning(this);
      value = M[rt.sp - 2];
      rt.sp -= 2;
      this.popFrameSlots();
      if ((flags & ENTRY) !== 0) return value;
      const caller = rt.depth * RECORD;
      const target = CODE[this.codes[frames[caller + R_CODE]!]!.start + frames[caller + R_PC]! - 1]! >> 8;
      frames[caller + R_PC] = target;
      if ((flags & FOR_LOOP) !== 0) {
        rt.release(value);
        rt.drop(1);
      } else M[rt.sp - 2] = value;
      return 0;
    }
    // The value moves with the slots: it lies on top while they are dropped.
    value = this.popFrameKeeping();
    if ((flags & SHIM) !== 0) rt.shims--;
    if ((flags & INIT) !== 0) {
      if (value !== rt.none) {
        rt.sp = base + 2;
        rt.push(value);
        raiseTypeError(rt, `__init__() should return None, not '${rt.typeOf(value).name}'`);
      }
      // Nothing lies above the instance but what a call with keywords holds.
      rt.unwind(base + 2);
    } else if ((flags & ENTRY) === 0) {
      M[base] = value;
      rt.sp = base + 2;
    }
    if ((flags & ENTRY) === 0 && control[0] !== 0) this.safepoint();
    return value;
  }

  /** Drops the topmost frame while its result lies on the stack top; returns the result. */
  private popFrameKeeping(): Address {
    const rt = this.rt;
    const top = rt.sp - 2;
    const record = rt.depth * RECORD;
    const fp = frames[record + R_FP]!;
    const code = this.codes[frames[record + R_CODE]!]!;
    this.releaseSlots(fp, code);
    const value = M[top];
    M[top] = 0;
    rt.sp = fp - 2;
    rt.depth--;
    return value;
  }

  private releaseSlots(fp: Address, code: CodeEntry): void {
    const rt = this.rt;
    detachFrame(this, fp, code);
    frames[rt.depth * RECORD + R_FLAGS] = frames[rt.depth * RECORD + R_FLAGS]! | LEAVING;
    const end = fp + code.stackOffset;
    for (let slot = fp; slot < end; slot += 2) {
      const value = M[slot];
      if (value !== 0) {
        M[slot] = 0;
        rt.heap.release(value);
      }
    }
    const callable = M[fp - 2];
    M[fp - 2] = 0;
    rt.heap.release(callable);
  }

  /** Drops the topmost frame with whatever operands it has. */
  private popFrame(): void {
    const rt = this.rt;
    const record = rt.depth * RECORD;
    const fp = frames[record + R_FP]!;
    const code = this.codes[frames[record + R_CODE]!]!;
    rt.unwind(fp + code.stackOffset);
    this.popFrameSlots();
  }

  private popFrameSlots(): void {
    const rt = this.rt;
    const record = rt.depth * RECORD;
    const fp = frames[record + R_FP]!;
    const code = this.codes[frames[record + R_CODE]!]!;
    this.releaseSlots(fp, code);
    rt.sp = fp - 2;
    rt.depth--;
  }

  // --- translated code

  translate(unit: CodeEntry): void {
    if (this.exactPlaces) {
      unit.heat = 2 ** 30;
      return;
    }
    this.translated ??= new TranslatedCode(this);
    this.translated.prepare(unit);
  }
  /** A translation left instruction `at` to the run loop. */
  bailed(unit: CodeEntry, at: number): void {
    this.translated!.bailed(unit, at);
  }
  private translated: TranslatedCode | null = null;

  // --- raising

  /** Turns host errors that a program can cause into Python exceptions. */
  translateProblem(thrown: unknown): unknown {
    if (thrown === RAISED) return RAISED;
    // Compared as it is: a regular expression would need stack that is not there.
    if (thrown instanceof RangeError && thrown.message === STACK_EXHAUSTED) {
      try {
        nativeTooDeep(this.rt);
      } catch (again) {
        return again;
      }
    }
    return thrown;
  }

  /**
   * Finds the handler of the pending exception, from the topmost frame down to the frame at record `entry`; drops frames on the way. -1: there is none and the
   * entry frame is gone too.
   */
  handleRaise(entry: number, pc: number, sp: Address): number {
    const rt = this.rt;
    rt.sp = sp;
    frames[rt.depth * RECORD + R_PC] = pc;
    releaseOperands(rt, pc - 1);
    for (;;) {
      const record = rt.depth * RECORD;
      const fp = frames[record + R_FP]!;
      const code = this.codes[frames[record + R_CODE]!]!;
      const at = frames[record + R_PC]! - 1;
      const raisedAt = this.reraisedFrom < 0 ? at : this.reraisedFrom;
      this.reraisedFrom = -1;
      if (this.reraised) this.reraised = false;
      else addTraceback(this, at < 0 ? 0 : at);
      if (code.hasHandlers) {
        const table = code.unit.exceptionTable;
        const found = handlerAt(table, at);
        if (found >= 0) {
          rt.unwind(fp + code.stackOffset + 2 * table[found + 3]!);
          if (table[found + 4] === 1) rt.push(newInt32(rt, raisedAt));
          const exception = M[rt.pending];
          M[rt.pending] = 0;
          rt.push(exception);
          frames[record + R_PC] = table[found + 2]!;
          return 0;
        }
      }
      frames[record + R_PC] = raisedAt + 1;
      const flags = frames[record + R_FLAGS]!;
      const base = frames[record + R_BASE]!;
      rt.unwind(fp + code.stackOffset);
      if ((flags & GENERATOR) !== 0) closeRunning(this);
      this.popFrameSlots();
      if ((flags & SHIM) !== 0) rt.shims--;
      if ((flags & INIT) !== 0) rt.unwind(base);
      if (rt.depth < entry) return -1;
    }
  }

  unboundLocal(index: number): never {
    const rt = this.rt;
    const code = this.codes[frames[rt.depth * RECORD + R_CODE]!]!;
    if (index >= code.unit.varNames.length) this.unboundCell(index);
    const name = code.localNames[index]!;
    this.unassigned(name);
  }

  /** Without the name in a field, so that tracebacks suggest no other. */
  private unassigned(name: Address): never {
    const text = `cannot access local variable '${strText(this.rt, name)}' where it is not associated with a value`;
    raise(this.rt, 'UnboundLocalError', text);
  }

  unboundCell(index: number): never {
    const rt = this.rt;
    const code = this.codes[frames[rt.depth * RECORD + R_CODE]!]!;
    const name = code.localNames[index]!;
    const free = index >= code.slotCount - code.unit.freeNames.length;
    if (free) {
      raiseNameError(
        rt,
        `cannot access free variable '${strText(rt, name)}' where it is not associated with a value in enclosing scope`,
        name,
      );
    }
    this.unassigned(name);
  }

  /** The exception being handled, borrowed, or 0: the innermost one of the running generators and the frames below them. */
  currentHandled(): Address {
    const rt = this.rt;
    let handled = M[rt.handled];
    if (handled !== 0 || this.runningGenerators === 0) return handled;
    for (let depth = rt.depth; depth > 0 && handled === 0; depth--) {
      const record = depth * RECORD;
      if ((frames[record + R_FLAGS]! & GENERATOR) === 0) continue;
      const code = this.codes[frames[record + R_CODE]!]!;
      const generator = M[frames[record + R_FP]! + code.stackOffset - 2];
      handled = M[generator + GEN_HANDLED];
    }
    return handled;
  }

  // --- operators of the loop

  /** Replaces the top of the stack by an owned value. */
  replaceTop(sp: Address, value: Address): void {
    const old = M[sp - 2];
    M[sp - 2] = value;
    this.rt.heap.release(old);
  }

  /** Releases the `count` topmost operands. */
  drop(sp: Address, count: number): void {
    const rt = this.rt;
    rt.sp = sp;
    rt.drop(count);
  }

  private twoToOne(sp: Address, value: Address): Address {
    const rt = this.rt;
    // The value waits above the operands while they are dropped.
    M[sp] = value;
    rt.sp = sp + 2;
    const left = M[sp - 4];
    M[sp - 4] = 0;
    rt.heap.release(left);
    const right = M[sp - 2];
    M[sp - 2] = 0;
    rt.heap.release(right);
    M[sp - 4] = M[sp];
    rt.sp = sp - 2;
    return sp - 2;
  }

  binary(sp: Address, op: number, inplace: boolean): Address {
    const rt = this.rt;
    return this.twoToOne(sp, binary(rt, M[sp - 4], M[sp - 2], op, inplace));
  }

  compare(sp: Address, op: number): Address {
    const rt = this.rt;
    return this.twoToOne(sp, compare(rt, M[sp - 4], M[sp - 2], op));
  }

  contains(sp: Address, negated: boolean): Address {
    const rt = this.rt;
    // item, container
    const found = contains(rt, M[sp - 2], M[sp - 4]);
    return this.twoToOne(sp, rt.bool(found !== negated));
  }

  intResult(sp: Address, value: number): Address {
    const rt = this.rt;
    rt.sp = sp;
    const result = newInt32(rt, value);
    rt.heap.release(M[sp - 2]);
    rt.heap.release(M[sp - 4]);
    M[sp - 4] = result;
    return sp - 2;
  }

  /** Result of float arithmetic; a counting strategy reuses an operand nobody else holds, as CPython does. */
  floatResult(sp: Address, left: Address, right: Address, reuse: boolean, value: number): Address {
    const rt = this.rt;
    const heap = rt.heap;
    if (reuse && this.eager) {
      if (M[left] === 1) {
        F64[(left + 4) >> 1] = value;
        heap.release(right);
        return sp - 2;
      }
      if (M[right] === 1) {
        F64[(right + 4) >> 1] = value;
        M[sp - 4] = right;
        heap.release(left);
        return sp - 2;
      }
    }
    const result = heap.allocate(FLOAT_BYTES, FLOAT_FREE_LIST);
    if (result === 0) {
      rt.sp = sp;
      rt.outOfMemory(FLOAT_BYTES);
    }
    const info = rt.floatInfo;
    M[result] = 1;
    M[result + 1] = 0;
    M[result + 2] = info.address;
    M[result + REP] = info.rep;
    F64[(result + 4) >> 1] = value;
    heap.release(right);
    heap.release(left);
    M[sp - 4] = result;
    return sp - 2;
  }
  eager = false;

  subscript(sp: Address): Address {
    const rt = this.rt;
    return this.twoToOne(sp, getItem(rt, M[sp - 4], M[sp - 2]));
  }

  /** dict[key] for an exact dict; owned, or 0 when the key is absent. */
  dictSubscript(dict: Address, key: Address): Address {
    const rt = this.rt;
    rt.pinned++;
    const value = dictGet(rt, dict, key);
    rt.pinned--;
    if (value !== 0) rt.heap.retain(value);
    return value;
  }

  listFromStack(first: Address, count: number): Address {
    const rt = this.rt;
    const list = newList(rt, count);
    const items = M[list + LIST_ITEMS];
    for (let index = 0; index < count; index++) {
      M[items + 2 * index] = M[first + 2 * index];
      M[items + 2 * index + 1] = 0;
    }
    M[list + LIST_LENGTH] = count;
    return list;
  }

  unpackSequence(sp: Address, count: number): Address {
    const rt = this.rt;
    const sequence = M[sp - 2];
    const info = rt.typeOf(sequence);
    if (M[sequence + REP] === rt.listInfo.rep || (isTuple(rt, sequence) && !info.heap)) {
      const list = M[sequence + REP] === rt.listInfo.rep;
      const length = M[sequence + LIST_LENGTH];
      const items = list ? M[sequence + LIST_ITEMS] : sequence + TUPLE_ITEMS;
      if (length === count) {
        for (let index = 0; index < count; index++) {
          const value = M[items + 2 * index];
          rt.heap.retain(value);
          M[sp - 4 + 2 * (count - index)] = value;
        }
        rt.sp = sp - 2 + 2 * count;
        rt.heap.release(sequence);
        return rt.sp;
      }
      if (length < count) raise(rt, 'ValueError', `not enough values to unpack (expected ${count}, got ${length})`);
      raise(rt, 'ValueError', `too many values to unpack (expected ${count})`);
    }
    if (info.iter === null && info.getitem === null) raiseTypeError(rt, `cannot unpack non-iterable ${info.name} object`);
    const iterator = rt.push(getIter(rt, sequence));
    for (let index = 0; index < count; index++) {
      const value = iterNext(rt, M[iterator]);
      if (value === 0) raise(rt, 'ValueError', `not enough values to unpack (expected ${count}, got ${index})`);
      rt.push(value);
    }
    const extra = iterNext(rt, M[iterator]);
    if (extra !== 0) {
      rt.push(extra);
      raise(rt, 'ValueError', `too many values to unpack (expected ${count})`);
    }
    // Values lie above the iterator in order; they go, reversed, to where the sequence was.
    const values: Address[] = [];
    for (let index = 0; index < count; index++) values.push(M[iterator + 2 + 2 * index]);
    const held = M[iterator];
    const old = M[sp - 2];
    for (let index = 0; index < count; index++) M[sp - 2 + 2 * index] = values[count - 1 - index]!;
    rt.sp = sp - 2 + 2 * count;
    rt.heap.release(held);
    rt.heap.release(old);
    return rt.sp;
  }

  // --- calls with keywords and unpacking

  /** CALL_KW: true when a frame was entered. */
  callKeywords(count: number, method: boolean): boolean {
    const rt = this.rt;
    // The tuple of names is a constant of the running code: it stays alive without this reference.
    const kwnames = rt.pop();
    rt.heap.release(kwnames);
    let base = rt.sp - 2 * count - 2;
    let given = count;
    let result = base;
    if (method) {
      result = base - 2;
      if (M[base - 2] !== 0) {
        base -= 2;
        given++;
      }
    }
    return this.startCall(base, result, given, kwnames);
  }

  /** Starts any call: true when a frame was entered, else the result lies in its slot and rt.sp is behind it. */
  startCall(base: Address, result: Address, count: number, kwnames: Address): boolean {
    const rt = this.rt;
    const callable = M[base];
    const kind = M[callable + REP] & 0xff;
    if (kind === KIND.function) {
      this.pushCall(base, result, count, kwnames, 0);
      return true;
    }
    if (kind === KIND.method && (M[M[callable + METHOD_FUNCTION] + REP] & 0xff) === KIND.function) {
      this.unwrapMethod(base, count);
      this.pushCall(base, result, count + 1, kwnames, 0);
      return true;
    }
    if (kind === KIND.type && (kwnames !== 0 || this.calledBefore()) && this.pushConstructor(base, result, count, kwnames))
      return true;
    const value = this.call(base, count, kwnames);
    M[result] = value;
    rt.sp = result + 2;
    return false;
  }

  /** CALL_EX: callable, iterable[, mapping]. */
  callEx(flags: number): boolean {
    const rt = this.rt;
    const hasMapping = (flags & 1) !== 0;
    const base = rt.sp - (hasMapping ? 6 : 4);
    if (M[M[base + 2] + REP] !== rt.tupleInfo.rep) {
      const info = rt.typeOf(M[base + 2]);
      if (info.iter === null && info.getitem === null) {
        raiseTypeError(rt, `${this.callableText(M[base])} argument after * must be an iterable, not ${info.name}`);
      }
      const tuple = rt.tupleFromIterable(rt, M[base + 2]);
      const iterable = M[base + 2];
      M[base + 2] = tuple;
      rt.heap.release(iterable);
    }
    // Below the call lie what its arguments come from, to keep them alive: tuple and keyword names. The result ends in the lowest slot.
    let kwnames = 0;
    const positional = tupleLength(rt, M[base + 2]);
    const holder = rt.sp;
    if (hasMapping) {
      const mapping = M[base + 4];
      kwnames = rt.keywordNames(rt, mapping, base, () => this.callableText(M[base]));
    }
    rt.push(kwnames);
    rt.push(rt.retain(M[base]));
    for (let index = 0; index < positional; index++) rt.push(rt.retain(tupleItem(rt, M[base + 2], index)));
    let count = positional;
    if (kwnames !== 0) {
      const keywords = tupleLength(rt, kwnames);
      for (let index = 0; index < keywords; index++)
        rt.push(rt.retain(dictGet(rt, M[base + 4], tupleItem(rt, kwnames, index))));
      count += keywords;
    }
    const call = holder + 2;
    let result: Address;
    if ((M[M[base] + REP] & 0xff) === KIND.function) {
      // The arguments are in the frame: CPython lets go of tuple and mapping before it runs.
      this.pushCall(call, call, count, kwnames, ENTRY);
      rt.releaseSlots(base + 2, holder);
      result = this.runNested();
    } else result = callUnpacked(rt, base, call, count, kwnames);
    rt.push(rt.dropKeeping(base, result));
    return false;
  }

  /** 'f()' as messages about calls name a callable (_PyObject_FunctionStr). */
  callableText(callable: Address): string {
    const rt = this.rt;
    const mark = rt.sp;
    const named = findAttrNamed(rt, callable, '__qualname__');
    if (named === 0) return strOf(rt, callable);
    rt.push(named);
    let text = `${strOf(rt, named)}()`;
    const module = findAttrNamed(rt, callable, '__module__');
    if (module !== 0) {
      rt.push(module);
      if (module !== rt.none && !(isStr(rt, module) && strText(rt, module) === 'builtins'))
        text = `${strOf(rt, module)}.${text}`;
    }
    rt.unwind(mark);
    return text;
  }

  /** The name `__next__`. */
  nextName: Address = 0;

  /**
   * Resumes a generator from TypeScript. `value` is owned; with `raising` the pending exception is thrown at its yield. Returns what it yields or, with
   * vm.yielded false, what it returns. Raises what leaves it.
   */
  resume(generator: Address, value: Address, raising: boolean): Address {
    const rt = this.rt;
    pushGenerator(this, generator, value, ENTRY);
    if (!raising) return this.runNested();
    linkThrown(rt);
    // The None sent stays on the stack: handlers of a yield from count on it.
    const nativeDepth = rt.nativeDepth++;
    try {
      return runLoop(this, rt.depth, true);
    } finally {
      rt.nativeDepth = nativeDepth;
    }
  }

  /** The object a suspended generator delegates to (yield from, await), borrowed, or 0. */
  delegate(generator: Address): Address {
    if (M[generator + GEN_STATE] !== GEN_SUSPENDED) return 0;
    const code = this.codes[M[M[generator + GEN_FUNCTION] + FUNC_CODE_INDEX]]!;
    const word = CODE[code.start + M[generator + GEN_PC]]!;
    if ((word & 255) !== OP_RESUME || word >> 8 < 2) return 0;
    const top = code.slotCount + 2 + M[generator + GEN_DEPTH] - 1;
    return M[generator + GEN_SLOTS + 2 * top];
  }

  // --- the rest

  rare(op: number, arg: number, pc: number, fp: Address, code: CodeEntry, consts: Address): number {
    return rareOpcode(this, op, arg, pc, fp, code, consts);
  }

  /** Drops everything that holds addresses: after a moving collection. */
  dropCaches(): void {
    this.moves[0]!++;
    const rt = this.rt;
    clearCaches();
    rt.lookupCache.clear();
  }
}
