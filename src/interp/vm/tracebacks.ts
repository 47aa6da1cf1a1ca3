/** Frame objects and traceback entries: what an exception remembers of the frames it passed (CPython: PyTraceBack_Here, take_ownership). */
import { FLAG_TRACKED, FLAGS, REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { OP } from '../bytecode/opcodes.ts';
import { dictSetStr, newDict } from '../objects/dict.ts';
import {
  EXC_TRACEBACK,
  FRAME_BACK,
  FRAME_FAST,
  FRAME_FUNCTION,
  FRAME_LINE,
  FRAME_LIVE,
  FRAME_LOCALS,
  FRAME_PC,
  FRAME_SLOTS,
  TB_FRAME,
  TB_LASTI,
  TB_LINE,
  TB_NEXT,
} from '../objects/exception.ts';
import { FUNC_CODE_INDEX } from '../objects/function.ts';
import {
  GEN_CREATED,
  GEN_FRAME,
  GEN_FUNCTION,
  GEN_PC,
  GEN_RUNNING,
  GEN_SLOTS,
  GEN_STATE,
  isInFrame,
} from '../objects/generator.ts';
import { KIND } from '../objects/kinds.ts';
import { CODE } from '../runtime/code-space.ts';
import type { CodeEntry } from '../runtime/code-table.ts';
import { isHidden } from '../runtime/library-files.ts';
import { RAISED, type Runtime } from '../runtime/runtime.ts';
import { LEAVING, R_CODE, R_FLAGS, R_FP, R_PC, RECORD } from './frame-record.ts';
import type { Vm } from './vm.ts';

const M = WORDS;
const RETURN_VALUE = OP['RETURN_VALUE']!;

/** The frame object of the frame at `depth`, borrowed; made if need be. */
export function frameObject(vm: Vm, depth: number): Address {
  const rt = vm.rt;
  const record = depth * RECORD;
  const fp = vm.frames[record + R_FP]!;
  const code = vm.codes[vm.frames[record + R_CODE]!]!;
  const place = fp + 2 * code.slotCount;
  if (M[place] !== 0) return M[place];
  const info = rt.types['frame']!;
  const frame = rt.newCollectable(info, info.rep, 64 + 8 * code.slotCount);
  for (let word = frame + 4; word < frame + FRAME_FAST + 2 * code.slotCount; word++) M[word] = 0;
  M[frame + FRAME_FUNCTION] = rt.retain(M[fp - 2]);
  M[frame + FRAME_SLOTS] = code.slotCount;
  M[frame + FRAME_LIVE] = fp;
  M[frame + FRAME_PC] = vm.frames[record + R_PC]!;
  M[place] = frame;
  return frame;
}

/** Instruction a live or finished frame object stands at. */
export function frameLine(vm: Vm, frame: Address): number {
  const live = M[frame + FRAME_LIVE];
  let pc = M[frame + FRAME_PC];
  if (live !== 0) {
    const depth = liveDepth(vm, live);
    if (depth > 0) pc = vm.frames[depth * RECORD + R_PC]!;
  } else if (M[frame + FRAME_LINE] !== 0) return M[frame + FRAME_LINE];
  const code = vm.codes[M[M[frame + FRAME_FUNCTION] + 13]]!;
  return code.unit.positions[Math.max(0, pc - 1) * 4]!;
}

/** Depth of the running frame whose slots start at `fp`, or 0. */
export function liveDepth(vm: Vm, fp: Address): number {
  for (let depth = vm.rt.depth; depth > 0; depth--) if (vm.frames[depth * RECORD + R_FP] === fp) return depth;
  return 0;
}

/**
 * Puts the topmost frame, at instruction `at`, in front of the pending exception's traceback. Without memory for that, MemoryError is pending in its place, as in
 * CPython, and goes on from here.
 */
export function addTraceback(vm: Vm, at: number): void {
  const mark = vm.rt.sp;
  try {
    addEntry(vm, at);
  } catch (thrown) {
    if (thrown !== RAISED) throw thrown;
    vm.rt.unwind(mark);
  }
}

function addEntry(vm: Vm, at: number): void {
  const rt = vm.rt;
  const exception = M[rt.pending];
  if (isHidden(vm.codes[vm.frames[rt.depth * RECORD + R_CODE]!]!.unit)) return;
  const frame = rt.retain(frameObject(vm, rt.depth));
  const record = rt.depth * RECORD;
  const code = vm.codes[vm.frames[record + R_CODE]!]!;
  M[frame + FRAME_PC] = at + 1;
  const info = rt.types['traceback']!;
  let traceback: Address;
  try {
    traceback = rt.newCollectable(info, info.rep, info.basicBytes);
  } catch (thrown) {
    rt.release(frame);
    throw thrown;
  }
  for (let word = traceback + 4; word < traceback + 10; word++) M[word] = 0;
  M[traceback + TB_NEXT] = M[exception + EXC_TRACEBACK];
  M[traceback + TB_FRAME] = frame;
  M[traceback + TB_LASTI] = at;
  M[traceback + TB_LINE] = code.unit.positions[at * 4]!;
  rt.heap.track(traceback);
  rt.heap.store(exception, exception + EXC_TRACEBACK, traceback);
  // What the frame was called from, for f_back; only while both run.
  if (M[frame + FRAME_BACK] === 0 && rt.depth > 1) {
    const below = vm.frames[(rt.depth - 1) * RECORD + R_FP]!;
    const belowCode = vm.codes[vm.frames[(rt.depth - 1) * RECORD + R_CODE]!]!;
    const back = M[below + 2 * belowCode.slotCount];
    if (back !== 0) M[frame + FRAME_BACK] = rt.retain(back);
  }
}

/** A frame ends: if somebody holds its frame object, the locals move into it, else the object goes. */
export function detachFrame(vm: Vm, fp: Address, code: CodeEntry): void {
  const rt = vm.rt;
  const place = fp + 2 * code.slotCount;
  const frame = M[place];
  if (frame === 0) return;
  const depth = liveDepth(vm, fp);
  if (depth > 0) M[frame + FRAME_PC] = vm.frames[depth * RECORD + R_PC]!;
  M[frame + FRAME_LINE] = frameLine(vm, frame);
  M[frame + FRAME_LIVE] = 0;
  if (M[frame] === 1 && vm.eager) {
    M[place] = 0;
    rt.heap.release(frame);
    return;
  }
  if (M[frame + FRAME_BACK] === 0) linkBack(vm, frame, callerDepth(vm, depth));
  for (let index = 0; index < code.slotCount; index++) {
    const value = M[fp + 2 * index];
    if (value === 0) continue;
    rt.heap.store(frame, frame + FRAME_FAST + 2 * index, value);
    M[fp + 2 * index] = 0;
  }
  const locals = M[place + 2];
  // In the frame of a generator the place holds the generator itself.
  if (locals !== 0 && M[frame + FRAME_LOCALS] === 0 && locals !== frame && (M[locals + REP] & 0xff) !== KIND.generator) {
    rt.heap.store(frame, frame + FRAME_LOCALS, rt.retain(locals));
  }
  // As in CPython (take_ownership, Python/frame.c): while it runs its locals are roots, and the collector's lists know nothing of it.
  if ((M[frame + FLAGS] & FLAG_TRACKED) === 0) rt.heap.track(frame);
}

/** Depth of the frame that called the one at `depth`, or 0. A frame that is being left, and whose locals' finalizers run, is not there any more. */
function callerDepth(vm: Vm, depth: number): number {
  for (let caller = depth - 1; caller > 0; caller--) {
    const record = caller * RECORD;
    const code = vm.codes[vm.frames[record + R_CODE]!]!;
    const returns = (CODE[code.start + vm.frames[record + R_PC]! - 1]! & 255) === RETURN_VALUE;
    if (!returns && (vm.frames[record + R_FLAGS]! & LEAVING) === 0) return caller;
  }
  return 0;
}

/** A frame object that outlives its frame keeps that of the caller (CPython: take_ownership), and with it the caller's locals. */
function linkBack(vm: Vm, frame: Address, depth: number): void {
  if (depth === 0) return;
  const { rt } = vm;
  // Another exception may be on its way through this frame.
  const pending = M[rt.pending];
  M[rt.pending] = 0;
  try {
    rt.heap.store(frame, frame + FRAME_BACK, rt.retain(frameObject(vm, depth)));
  } catch (thrown) {
    if (thrown !== RAISED) throw thrown;
    // No memory: it is left out, as in CPython.
    rt.setRoot(rt.pending, 0);
  }
  M[rt.pending] = pending;
}

/** gi_frame: the frame object of a generator that has not ended, or None; owned. Of one that rests it shows the locals as they are now. */
export function generatorFrame(vm: Vm, generator: Address): Address {
  const rt = vm.rt;
  const state = M[generator + GEN_STATE];
  if (state > GEN_RUNNING) return rt.none;
  const code = vm.codes[M[M[generator + GEN_FUNCTION] + FUNC_CODE_INDEX]]!;
  if (isInFrame(generator)) {
    for (let depth = rt.depth; depth > 0; depth--) {
      const fp = vm.frames[depth * RECORD + R_FP]!;
      if (vm.frames[depth * RECORD + R_CODE] === code.index && M[fp + 2 * code.slotCount + 2] === generator)
        return rt.retain(frameObject(vm, depth));
    }
    return rt.none;
  }
  if (M[generator + GEN_FRAME] === 0) {
    const info = rt.types['frame']!;
    const made = rt.newCollectable(info, info.rep, 64 + 8 * code.slotCount);
    for (let word = made + 4; word < made + FRAME_FAST + 2 * code.slotCount; word++) M[word] = 0;
    M[made + FRAME_FUNCTION] = rt.retain(M[generator + GEN_FUNCTION]);
    M[made + FRAME_SLOTS] = code.slotCount;
    M[made + FRAME_PC] = M[generator + GEN_PC];
    M[made + FRAME_LINE] =
      state === GEN_CREATED ? code.unit.firstLine : code.unit.positions[Math.max(0, M[generator + GEN_PC] - 1) * 4]!;
    rt.heap.track(made);
    rt.heap.store(generator, generator + GEN_FRAME, made);
  }
  const locals = rt.push(newDict(rt));
  for (let index = 0; index < code.slotCount; index++) {
    let value = M[generator + GEN_SLOTS + 2 * index];
    if (value !== 0 && (M[value + REP] & 0xff) === KIND.cell && index >= code.unit.varNames.length) value = M[value + 4];
    if (value !== 0) dictSetStr(rt, M[locals], code.localNames[index]!, value);
  }
  const frame = M[generator + GEN_FRAME];
  rt.sp = locals;
  rt.replace(frame, frame + FRAME_LOCALS, M[locals]);
  return rt.retain(frame);
}

/** Joins the frame hooks of the runtime to this machine. */
export function installFrames(vm: Vm): void {
  const rt: Runtime = vm.rt;
  rt.attachFrame = (_rt, frame, fp) => {
    M[frame + FRAME_LIVE] = fp;
    // What gi_frame showed of the locals while the generator rested.
    if (M[frame + FRAME_LOCALS] !== 0) rt.replace(frame, frame + FRAME_LOCALS, 0);
  };
  rt.traceHere = () => addTraceback(vm, Math.max(0, vm.frames[rt.depth * RECORD + R_PC]! - 1));
  rt.suspendFrame = (_rt, frame) => {
    M[frame + FRAME_LINE] = frameLine(vm, frame);
    M[frame + FRAME_LIVE] = 0;
    // It refers to the function itself, not the generator for it as in CPython: a collector must see that reference.
    if ((M[frame + FLAGS] & FLAG_TRACKED) === 0) rt.heap.track(frame);
  };
}
