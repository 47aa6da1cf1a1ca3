/** UnicodeEncodeError and UnicodeDecodeError from what the pure codecs throw. */
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInt } from '../objects/int.ts';
import { newTuple } from '../objects/sequence.ts';
import { newStr } from '../objects/str.ts';
import { callForward } from '../runtime/calls.ts';
import { pure, raiseException } from '../runtime/exceptions.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { UnicodeProblem } from '../text/unicode-problem.ts';

const M = WORDS;

/** Runs a codec on `object` (a str or bytes-like object, borrowed); its UnicodeProblem becomes the Python exception with all five arguments. */
export function withUnicodeErrors<T>(rt: Runtime, object: Address, work: () => T): T {
  try {
    return pure(rt, work);
  } catch (thrown) {
    if (!(thrown instanceof UnicodeProblem)) throw thrown;
    const encoding = newStr(rt, thrown.encoding);
    const start = newInt(rt, thrown.start);
    const end = newInt(rt, thrown.end);
    const args = rt.push(newTuple(rt, [encoding, rt.retain(object), start, end, newStr(rt, thrown.reason)]));
    const tuple = M[args];
    const exception = callForward(rt, rt.types[thrown.kind]!.address, [], tuple + 6, 5, 0);
    rt.unwind(args);
    raiseException(rt, exception);
  }
}
