/**
 * References that frames hold in CPython and not here, or the other way round, so that sys.getrefcount of functions and code objects shows CPython's number.
 *
 * A frame of CPython holds its function and its code object, once; a frame object and a generator share them with the frame. Here the code object is held by the function alone, a
 * frame object and a generator hold the function themselves, and the frame of a running generator holds it too.
 */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { FRAME_FUNCTION, FRAME_LIVE } from '../objects/exception.ts';
import { FUNC_CODE } from '../objects/function.ts';
import { GEN_FRAME, GEN_FUNCTION, holdsFunction, isInFrame } from '../objects/generator.ts';
import { KIND } from '../objects/kinds.ts';
import { FRAMES, GENERATOR, R_CODE, R_FLAGS, R_FP, RECORD } from './frame-record.ts';
import type { Vm } from './vm.ts';

const M = WORDS;

/** What CPython's count of a function or a code object has more than ours. */
export function frameReferences(vm: Vm, object: Address): number {
  const { rt } = vm;
  const isCode = (M[object + REP] & 0xff) === KIND.code;
  const holds = (callable: Address): boolean => (isCode ? M[callable + FUNC_CODE] : callable) === object;
  let more = 0;
  for (let depth = 1; depth <= rt.depth; depth++) {
    const record = depth * RECORD;
    const fp = FRAMES[record + R_FP]!;
    if (!holds(M[fp - 2])) continue;
    if (isCode) more++;
    else {
      if ((FRAMES[record + R_FLAGS]! & GENERATOR) !== 0) more--;
      const frame = M[fp + 2 * rt.codes[FRAMES[record + R_CODE]!]!.slotCount];
      if (frame !== 0 && M[frame + FRAME_FUNCTION] === object) more--;
    }
  }
  const objects = rt.heap.gc.objects(-1);
  const shared = new Set<Address>();
  for (const generator of objects) {
    if ((M[generator + REP] & 0xff) !== KIND.generator || isInFrame(generator) || !holdsFunction(generator)) continue;
    const frame = M[generator + GEN_FRAME];
    shared.add(frame);
    if (!holds(M[generator + GEN_FUNCTION])) continue;
    if (isCode) more++;
    else if (frame !== 0) more--;
  }
  if (!isCode) return more;
  for (const frame of objects) {
    if ((M[frame + REP] & 0xff) !== KIND.frame || M[frame + FRAME_LIVE] !== 0 || shared.has(frame)) continue;
    if (M[frame + FRAME_FUNCTION] !== 0 && holds(M[frame + FRAME_FUNCTION])) more++;
  }
  return more;
}
