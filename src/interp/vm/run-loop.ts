/**
 * The reference engine: one loop over bytecode. Python calls, generators and exceptions stay inside it; only natives that call back into Python
 * enter it again.
 *
 * Discipline of every case: operands stay on the stack until the result exists, so that an exception finds and releases them; `rt.sp` is
 * brought up to date before anything that may allocate with consequences, run Python or raise; a counted reference is released only when rt.sp is up to date,
 * because the last release may run a finalizer.
 *
 * Case labels are literal opcode numbers, which V8 turns into one jump table; test/interp/vm/opcode-labels.test.ts holds them against the table.
 */

import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import { CONTROL } from '../../heap/strategy.ts';
import { newTupleFromStack } from '../objects/sequence.ts';
import { BLOCKS, CACHE, CODE, MOVES, NESTED, POLL_EVERY, STEPS } from '../runtime/code-space.ts';
import { POLL_HEAT } from '../runtime/code-table.ts';
import { getIter, invert, isTrue, isTrueCopy, iterNext, negative, positive } from '../runtime/operators.ts';
import { RAISED } from '../runtime/runtime.ts';
import { loadAttr, loadGlobal, loadMethod, storeAttr } from './attribute-access.ts';
import { FRAMES } from './frame-record.ts';
import { forIterGenerator, send } from './generator-frames.ts';
import { AGAIN, BAIL, THROWN } from './translator.ts';
import type { Vm } from './vm.ts';

// An import is read through its cell every time; constants of this module are folded into the code.
const MY_WORDS = WORDS;
const MY_DOUBLES = DOUBLES;
const MY_CONTROL = CONTROL;
const MY_FRAMES = FRAMES;
const MY_MOVES = MOVES;
const MY_CODE = CODE;
const MY_CACHE = CACHE;
const MY_STEPS = STEPS;
const MY_BLOCKS = BLOCKS;
const MY_NESTED = NESTED;

// Offsets and kinds as literals: V8 folds a constant of this module into the code, but reads one that is imported every time. The test opcode-labels
// holds each against its definition.
const PENDING = 0;
const REP = 3;
const DICT_KEYS = 8;
const KEYS_VERSION = 3;
const CELL_CONTENTS = 4;
const FUNC_BUILTINS = 6;
const FUNC_CODE = 12;
const FUNC_GLOBALS = 4;
const ITER_INDEX = 6;
const ITER_SEQUENCE = 4;
const LIST_ITEMS = 6;
const LIST_LENGTH = 4;
const RANGE_ITER_LEFT = 8;
const RANGE_ITER_NEXT = 4;
const RANGE_ITER_STEP = 6;
const TUPLE_ITEMS = 6;
const TUPLE_LENGTH = 4;
const CODE_CONSTS = 4;
const R_CODE = 2;
const R_FP = 0;
const R_PC = 1;
const RECORD = 8;
const K_GENERATOR = 24;

const OP_BINARY_ADD = 26;
const OP_COMPARE_LT = 43;
const OP_YIELD_VALUE = 94;
const OP_RETURN_VALUE = 96;
const OP_POP_JUMP_IF_FALSE = 83;
const OP_POP_JUMP_IF_TRUE = 84;
const OP_CALL_METHOD = 103;
const OP_CALL_METHOD_KW = 105;

/**
 * Runs the topmost frame until the frame at record `entry` ends; returns its result, owned. `vm.yielded` tells whether that frame was a generator that yielded.
 * With `raising`, the pending exception is thrown into the topmost frame first.
 */
export function runLoop(vm: Vm, entry: number, raising: boolean): Address {
  const rt = vm.rt;
  const pinned = rt.pinned;
  const nativeDepth = rt.nativeDepth;
  // Each loop counts its own bytecodes up to a poll.
  const outer = MY_STEPS[0]!;
  MY_STEPS[0] = 0;
  const nested = MY_NESTED[0]!;
  if (raising && vm.handleRaise(entry, vm.frames[rt.depth * RECORD + R_PC]!, rt.sp) < 0) {
    MY_STEPS[0] = outer;
    throw RAISED;
  }
  let bailed = false;
  for (;;) {
    const rec = rt.depth * RECORD;
    const unit = vm.codes[MY_FRAMES[rec + R_CODE]!]!;
    if (unit.heat <= 0) vm.translate(unit);
    MY_NESTED[0] = nested;
    let result: Address;
    if (bailed || unit.run === null) result = execute(vm, bailed);
    else {
      const block = MY_BLOCKS[unit.start + MY_FRAMES[rec + R_PC]!]!;
      if (block === 0) {
        bailed = true;
        continue;
      }
      try {
        result = unit.run(MY_FRAMES[rec + R_FP]!, rec, block);
      } catch (thrown) {
        vm.thrown = thrown;
        vm.thrownAt = MY_FRAMES[rt.depth * RECORD + R_PC]!;
        result = THROWN;
      }
    }
    if (result >= 0) {
      rt.steps += MY_STEPS[0]!;
      MY_STEPS[0] = outer;
      return result;
    }
    if (result === AGAIN) {
      bailed = false;
      continue;
    }
    bailed = result === BAIL;
    if (bailed) {
      // It need not be the function that was called here: those may call one another.
      const record = rt.depth * RECORD;
      vm.bailed(vm.codes[MY_FRAMES[record + R_CODE]!]!, MY_FRAMES[record + R_PC]!);
      continue;
    }
    rt.steps += MY_STEPS[0]!;
    MY_STEPS[0] = 0;
    rt.pinned = pinned;
    rt.nativeDepth = nativeDepth;
    const problem = vm.translateProblem(vm.thrown);
    if (problem !== RAISED || vm.handleRaise(entry, vm.thrownAt, rt.sp) < 0) {
      MY_STEPS[0] = outer;
      throw problem;
    }
  }
}

const SEEN_FLOAT = 1;
const SEEN_OTHER = 2;

/**
 * Runs frames by interpreting until an ENTRY frame ends. AGAIN: at a poll, or at a block of code that is translated; what is entered often is optimised as a whole, and its
 * variables stay machine integers. `bailed`: a translation could not go on with the topmost frame's instruction.
 */
function execute(vm: Vm, bailed: boolean): Address {
  // The engine folds the addresses of these arrays into the code (heap/memory.ts); loaded here, before the loop, it is sure to see that they are constants.
  const M = MY_WORDS;
  const F64 = MY_DOUBLES;
  const control = MY_CONTROL;
  const frames = MY_FRAMES;
  const moves = MY_MOVES;
  const code = MY_CODE;
  const cache = MY_CACHE;
  const rt = vm.rt;
  const heap = rt.heap;
  const does = vm.instructions;
  const exact = vm.exactPlaces;
  const none = rt.none;
  const True = rt.true;
  const False = rt.false;
  const small = rt.smallInts + 40; // address of int 0
  const REP_INT = rt.intInfo.rep;
  const INT_TYPE = rt.intInfo.address;
  const REP_FLOAT = rt.floatInfo.rep;
  const REP_LIST_ITERATOR = rt.listIteratorInfo.rep;
  const REP_RANGE_ITERATOR = rt.rangeIteratorInfo.rep;
  const REP_TUPLE = rt.tupleInfo.rep;

  let steps = MY_STEPS[0]!;
  let first = bailed;
  let record = rt.depth * RECORD;
  let fp = 0;
  let sp = 0;
  // Index into CODE. Word 0 there loads the registers of the topmost frame: one instruction, so that this function is one single loop; V8 gives
  // up its optimised code whenever a nested loop is left.
  let pc = 0;
  let start = 0;
  let unit = vm.codes[0]!;
  let consts = 0;
  // The tuple of constants may have moved while an instruction ran Python.
  let movesSeen = moves[0]!;
  const pollAt = POLL_EVERY;

  try {
    for (;;) {
      const word = code[pc++]!;
      const arg = word >> 8;
      steps++;
      // Not at word 0, whose instruction reads it.
      if (exact && pc !== 1) {
        frames[record + R_PC] = pc - start;
        if (vm.onInstruction !== null) {
          rt.sp = sp;
          vm.onInstruction();
        }
      }
      switch (word & 255) {
        case 0: // NOP
          break;
        case 1: // RESUME
          if (control[PENDING] !== 0 || steps >= pollAt) {
            rt.sp = sp;
            frames[record + R_PC] = pc - start;
            const taken = steps;
            steps = 0;
            MY_STEPS[0] = 0;
            unit.heat -= POLL_HEAT;
            vm.poll(taken);
            return AGAIN;
          }
          break;
        case 2: {
          // POP_TOP
          sp -= 2;
          rt.sp = sp;
          heap.release(M[sp]);
          break;
        }
        case 3: // PUSH_NULL
          M[sp] = 0;
          sp += 2;
          break;
        case 4: {
          // COPY
          const value = M[sp - 2 * arg];
          heap.retain(value);
          M[sp] = value;
          sp += 2;
          break;
        }
        case 5: {
          // SWAP
          const other = sp - 2 * arg;
          const value = M[sp - 2];
          M[sp - 2] = M[other];
          M[other] = value;
          break;
        }
        case 6: {
          // LOAD_CONST
          if (moves[0] !== movesSeen) {
            movesSeen = moves[0]!;
            consts = M[M[M[fp - 2] + FUNC_CODE] + CODE_CONSTS] + TUPLE_ITEMS;
          }
          const value = M[consts + 2 * arg];
          heap.retain(value);
          M[sp] = value;
          sp += 2;
          break;
        }
        case 7: {
          // LOAD_FAST
          const value = M[fp + 2 * arg];
          if (value === 0) {
            rt.sp = sp;
            vm.unboundLocal(arg);
          }
          heap.retain(value);
          M[sp] = value;
          sp += 2;
          break;
        }
        case 8: // LOAD_FAST_AND_CLEAR
          M[sp] = M[fp + 2 * arg];
          M[fp + 2 * arg] = 0;
          sp += 2;
          break;
        case 9: {
          // STORE_FAST
          sp -= 2;
          const slot = fp + 2 * arg;
          const old = M[slot];
          M[slot] = M[sp];
          rt.sp = sp;
          heap.release(old);
          break;
        }
        case 10: {
          // DELETE_FAST
          const slot = fp + 2 * arg;
          const old = M[slot];
          rt.sp = sp;
          if (old === 0) vm.unboundLocal(arg);
          M[slot] = 0;
          heap.release(old);
          break;
        }
        case 11: {
          // LOAD_GLOBAL
          const ci = (pc - 1) << 2;
          const callable = M[fp - 2];
          const keys = M[M[callable + FUNC_GLOBALS] + DICT_KEYS];
          let value = 0;
          if (cache[ci] === M[keys + KEYS_VERSION] && cache[ci] !== 0) {
            const builtins = cache[ci + 1]!;
            if (builtins === 0) value = M[keys + cache[ci + 2]!];
            else {
              const builtinKeys = M[M[callable + FUNC_BUILTINS] + DICT_KEYS];
              if (builtins === M[builtinKeys + KEYS_VERSION]) value = M[builtinKeys + cache[ci + 2]!];
            }
          }
          if (value === 0) {
            rt.sp = sp;
            value = loadGlobal(rt, callable, unit.names[arg]!, ci);
          }
          heap.retain(value);
          M[sp] = value;
          sp += 2;
          break;
        }
        case 20: {
          // LOAD_DEREF
          const value = M[M[fp + 2 * arg] + CELL_CONTENTS];
          if (value === 0) {
            rt.sp = sp;
            vm.unboundCell(arg);
          }
          heap.retain(value);
          M[sp] = value;
          sp += 2;
          break;
        }
        case 21: {
          // STORE_DEREF
          sp -= 2;
          const cell = M[fp + 2 * arg];
          const old = M[cell + CELL_CONTENTS];
          heap.store(cell, cell + CELL_CONTENTS, M[sp]);
          rt.sp = sp;
          heap.release(old);
          break;
        }
        case 26: // BINARY_ADD
        case 27: // BINARY_SUB
        case 28: // BINARY_MUL
        case 29: // BINARY_TRUEDIV
        case 30: // BINARY_FLOORDIV
        case 31: // BINARY_MOD
        case 32: // BINARY_POW
        case 33: // BINARY_MATMUL
        case 34: // BINARY_LSHIFT
        case 35: // BINARY_RSHIFT
        case 36: // BINARY_AND
        case 37: // BINARY_OR
        case 38: // BINARY_XOR
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          does.binary(sp, (code[pc - 1]! & 255) - OP_BINARY_ADD, arg !== 0, (pc - 1) << 2);
          sp -= 2;
          break;
        case 39: // UNARY_NEGATIVE
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          vm.replaceTop(sp, negative(rt, M[sp - 2]));
          break;
        case 40: // UNARY_POSITIVE
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          vm.replaceTop(sp, positive(rt, M[sp - 2]));
          break;
        case 41: // UNARY_INVERT
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          vm.replaceTop(sp, invert(rt, M[sp - 2]));
          break;
        case 42: {
          // UNARY_NOT
          const value = M[sp - 2];
          if (value === True || value === False) {
            M[sp - 2] = value === True ? False : True;
            break;
          }
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          const result = isTrue(rt, value) ? False : True;
          vm.replaceTop(sp, result);
          break;
        }
        case 43: // COMPARE_LT
        case 44: // COMPARE_LE
        case 45: // COMPARE_EQ
        case 46: // COMPARE_NE
        case 47: // COMPARE_GT
        case 48: {
          // COMPARE_GE
          // Read again: what is computed from `word` here the engine would compute before the switch, for every instruction.
          const op = (code[pc - 1]! & 255) - OP_COMPARE_LT;
          const right = M[sp - 2];
          const left = M[sp - 4];
          let truth: boolean;
          if (M[left + REP] === REP_INT && M[right + REP] === REP_INT) truth = compareNumbers(M[left + 6], M[right + 6], op);
          else if (M[left + REP] === REP_FLOAT && M[right + REP] === REP_FLOAT) {
            cache[(pc - 1) << 2]! |= SEEN_FLOAT;
            truth = compareNumbers(F64[(left + 4) >> 1]!, F64[(right + 4) >> 1]!, op);
          } else {
            rt.sp = sp;
            frames[record + R_PC] = pc - start;
            cache[(pc - 1) << 2]! |= SEEN_OTHER;
            sp = vm.compare(sp, op) | 0;
            break;
          }
          rt.sp = sp;
          heap.release(right);
          heap.release(left);
          sp -= 4;
          // A jump that follows takes the truth at once.
          const next = code[pc]!;
          const follow = next & 255;
          if (follow === OP_POP_JUMP_IF_FALSE) {
            steps++;
            pc = truth ? pc + 1 : start + (next >> 8);
          } else if (follow === OP_POP_JUMP_IF_TRUE) {
            steps++;
            pc = truth ? start + (next >> 8) : pc + 1;
          } else {
            M[sp] = truth ? True : False;
            sp += 2;
          }
          break;
        }
        case 49: {
          // IS_OP
          const right = M[sp - 2];
          const left = M[sp - 4];
          // Neither lies in a slot any more when it dies: its finalizer may collect.
          M[sp - 4] = 0;
          rt.sp = sp;
          heap.release(left);
          sp -= 2;
          M[sp] = 0;
          rt.sp = sp;
          heap.release(right);
          M[sp - 2] = (left === right) === (arg === 0) ? True : False;
          break;
        }
        case 50: // CONTAINS_OP
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          sp = vm.contains(sp, arg !== 0) | 0;
          break;
        case 51: // BINARY_SUBSCR
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          if (!does.subscript(sp, (pc - 1) << 2)) {
            MY_STEPS[0] = steps;
            return THROWN;
          }
          sp -= 2;
          break;
        case 52: // STORE_SUBSCR
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          does.storeSubscript(sp, (pc - 1) << 2);
          sp -= 6;
          break;
        case 57: // LOAD_ATTR
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          loadAttr(vm, sp, unit.names[arg]!, (pc - 1) << 2);
          break;
        case 58: // LOAD_METHOD
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          sp = loadMethod(vm, sp, unit.names[arg]!, (pc - 1) << 2) | 0;
          break;
        case 59: // STORE_ATTR
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          storeAttr(vm, sp, unit.names[arg]!, (pc - 1) << 2);
          sp -= 4;
          break;
        case 63: {
          // BUILD_TUPLE
          rt.sp = sp;
          const first = sp - 2 * arg;
          const tuple = newTupleFromStack(rt, first, arg);
          M[first] = tuple;
          sp = first + 2;
          break;
        }
        case 64: {
          // BUILD_LIST
          rt.sp = sp;
          const first = sp - 2 * arg;
          const list = vm.listFromStack(first, arg);
          M[first] = list;
          sp = first + 2;
          break;
        }
        case 68: // LIST_APPEND
          rt.sp = sp;
          does.append(sp, arg);
          sp -= 2;
          break;
        case 79: {
          // UNPACK_SEQUENCE
          const sequence = M[sp - 2];
          if (M[sequence + REP] === REP_TUPLE && M[sequence + TUPLE_LENGTH] === arg) {
            let slot = sp - 2 + 2 * arg - 2;
            for (let index = 0; index < arg; index++) {
              const value = M[sequence + TUPLE_ITEMS + 2 * index];
              heap.retain(value);
              M[slot] = value;
              slot -= 2;
            }
            sp += 2 * arg - 2;
            rt.sp = sp;
            heap.release(sequence);
            break;
          }
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          sp = vm.unpackSequence(sp, arg) | 0;
          break;
        }
        case 81: // JUMP
          pc = start + arg;
          break;
        case 82: // JUMP_BACKWARD
          pc = start + arg;
          if (unit.run !== null) {
            // Back to the translation, which polls.
            frames[record + R_PC] = arg;
            rt.sp = sp;
            if (control[PENDING] === 0 && steps < pollAt) {
              MY_STEPS[0] = steps;
              return AGAIN;
            }
          }
          if (control[PENDING] !== 0 || steps >= pollAt) {
            rt.sp = sp;
            frames[record + R_PC] = pc - start;
            const taken = steps;
            steps = 0;
            MY_STEPS[0] = 0;
            unit.heat -= POLL_HEAT;
            vm.poll(taken);
            return AGAIN;
          }
          break;
        case 83: {
          // POP_JUMP_IF_FALSE
          const value = M[sp - 2];
          if (value === True) {
            sp -= 2;
            break;
          }
          if (value === False || value === none) {
            sp -= 2;
            pc = start + arg;
            break;
          }
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          if (!isTrue(rt, value)) pc = start + arg;
          sp -= 2;
          rt.sp = sp;
          heap.release(M[sp]);
          break;
        }
        case 84: {
          // POP_JUMP_IF_TRUE
          const value = M[sp - 2];
          if (value === False || value === none) {
            sp -= 2;
            break;
          }
          if (value === True) {
            sp -= 2;
            pc = start + arg;
            break;
          }
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          if (isTrue(rt, value)) pc = start + arg;
          sp -= 2;
          rt.sp = sp;
          heap.release(M[sp]);
          break;
        }
        case 85: {
          // POP_JUMP_IF_NONE
          sp -= 2;
          const value = M[sp];
          if (value === none) pc = start + arg;
          else {
            rt.sp = sp;
            heap.release(value);
          }
          break;
        }
        case 86: {
          // POP_JUMP_IF_NOT_NONE
          sp -= 2;
          const value = M[sp];
          if (value !== none) {
            pc = start + arg;
            rt.sp = sp;
            heap.release(value);
          }
          break;
        }
        case 87: {
          // JUMP_IF_FALSE_OR_POP
          const value = M[sp - 2];
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          if (isTrueCopy(rt, value)) {
            sp -= 2;
            rt.sp = sp;
            heap.release(M[sp]);
          } else pc = start + arg;
          break;
        }
        case 88: {
          // JUMP_IF_TRUE_OR_POP
          const value = M[sp - 2];
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          if (isTrueCopy(rt, value)) pc = start + arg;
          else {
            sp -= 2;
            rt.sp = sp;
            heap.release(M[sp]);
          }
          break;
        }
        case 89: // GET_ITER
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          vm.replaceTop(sp, getIter(rt, M[sp - 2]));
          break;
        case 91: {
          // FOR_ITER
          const iterator = M[sp - 2];
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          const iteratorRep = M[iterator + REP];
          if (iteratorRep === REP_LIST_ITERATOR) {
            const list = M[iterator + ITER_SEQUENCE];
            const index = M[iterator + ITER_INDEX];
            if (list !== 0 && index < M[list + LIST_LENGTH]) {
              M[iterator + ITER_INDEX] = index + 1;
              const value = M[M[list + LIST_ITEMS] + 2 * index];
              heap.retain(value);
              M[sp] = value;
              sp += 2;
              break;
            }
          } else if (iteratorRep === REP_RANGE_ITERATOR) {
            const left = M[iterator + RANGE_ITER_LEFT];
            if (left > 0) {
              const value = M[iterator + RANGE_ITER_NEXT];
              M[iterator + RANGE_ITER_LEFT] = left - 1;
              M[iterator + RANGE_ITER_NEXT] = value + M[iterator + RANGE_ITER_STEP];
              let result = small + 8 * value;
              if (value < -5 || value > 256) {
                result = heap.allocate(value < 1073741824 && value > -1073741824 ? 28 : 32, 0);
                if (result === 0) rt.outOfMemory(32);
                M[result] = 1;
                M[result + 1] = 0;
                M[result + 2] = INT_TYPE;
                M[result + REP] = REP_INT;
                M[result + 6] = value;
              }
              M[sp] = result;
              sp += 2;
              break;
            }
          }
          if ((M[iterator + REP] & 0xff) === K_GENERATOR && forIterGenerator(vm, iterator)) {
            pc = 0;
            continue;
          }
          const next = iterNext(rt, iterator);
          if (next !== 0) {
            M[sp] = next;
            sp += 2;
            break;
          }
          sp -= 2;
          rt.sp = sp;
          heap.release(M[sp]);
          pc = start + arg;
          break;
        }
        case 92: {
          // SEND
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          const outcome = send(vm, sp);
          if (outcome === 2) {
            pc = 0;
            continue;
          }
          if (outcome === 1) pc = start + arg;
          break;
        }
        case 94: // YIELD_VALUE
        case 95: // RETURN_GENERATOR
        case 96: {
          // RETURN_VALUE
          const op = code[pc - 1]! & 255;
          frames[record + R_PC] = pc - start;
          MY_STEPS[0] = steps;
          rt.sp = op === OP_RETURN_VALUE ? sp - 2 : sp;
          const result =
            op === OP_RETURN_VALUE
              ? does.leave(fp, record, fp + unit.stackOffset - 4)
              : op === OP_YIELD_VALUE
                ? does.yield(record)
                : does.makeGenerator(record);
          if (result >= 0) return result;
          steps = MY_STEPS[0]!;
          pc = 0;
          continue;
        }
        case 102: // CALL
        case 103: // CALL_METHOD
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          if (does.call(sp, arg, (code[pc - 1]! & 255) === OP_CALL_METHOD)) {
            pc = 0;
            continue;
          }
          sp = rt.sp | 0;
          if (control[PENDING] !== 0) {
            rt.sp = sp;
            rt.steps += steps;
            steps = 0;
            vm.safepoint();
            pc = 0;
            continue;
          }
          break;
        case 104: // CALL_KW
        case 105: // CALL_METHOD_KW
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          if (vm.callKeywords(arg, (code[pc - 1]! & 255) === OP_CALL_METHOD_KW)) {
            pc = 0;
            continue;
          }
          sp = rt.sp | 0;
          if (control[PENDING] !== 0) {
            rt.steps += steps;
            steps = 0;
            vm.safepoint();
            pc = 0;
            continue;
          }
          break;
        case 106: // CALL_EX
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          if (vm.callEx(arg)) {
            pc = 0;
            continue;
          }
          sp = rt.sp | 0;
          if (control[PENDING] !== 0) {
            rt.steps += steps;
            steps = 0;
            vm.safepoint();
            pc = 0;
            continue;
          }
          break;
        case 255: // load the registers of the topmost frame
          steps--;
          record = rt.depth * RECORD;
          fp = frames[record + R_FP]!;
          sp = rt.sp | 0;
          unit = vm.codes[frames[record + R_CODE]!]!;
          if (first) first = false;
          else if (unit.run !== null || unit.heat <= 0) {
            MY_STEPS[0] = steps;
            return AGAIN;
          }
          start = unit.start;
          pc = start + frames[record + R_PC]!;
          consts = M[M[M[fp - 2] + FUNC_CODE] + CODE_CONSTS] + TUPLE_ITEMS;
          movesSeen = moves[0]!;
          break;
        default:
          // The rarer instructions live in rare-opcodes.ts: this function must stay small enough for V8 to optimise.
          rt.sp = sp;
          frames[record + R_PC] = pc - start;
          if (moves[0] !== movesSeen) {
            movesSeen = moves[0]!;
            consts = M[M[M[fp - 2] + FUNC_CODE] + CODE_CONSTS] + TUPLE_ITEMS;
          }
          pc = (start + vm.rare(word & 255, arg, pc - start, fp, unit, consts)) | 0;
          if (pc < start) {
            MY_STEPS[0] = steps;
            vm.thrown = RAISED;
            vm.thrownAt = frames[record + R_PC]!;
            return THROWN;
          }
          sp = rt.sp | 0;
      }
    }
  } catch (thrown) {
    MY_STEPS[0] = steps;
    vm.thrown = thrown;
    // A frame that has ended may raise in its caller: `__init__` that returned something, a collection at the return.
    const caller = rt.depth * RECORD;
    vm.thrownAt = caller < record ? frames[caller + R_PC]! : pc - start;
    return THROWN;
  }
}

function compareNumbers(left: number, right: number, op: number): boolean {
  switch (op) {
    case 0:
      return left < right;
    case 1:
      return left <= right;
    case 2:
      return left === right;
    case 3:
      return left !== right;
    case 4:
      return left > right;
    default:
      return left >= right;
  }
}
