/** UnicodeEncodeError and UnicodeDecodeError from what the pure codecs throw. */
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInt } from '../objects/int.ts';
import { newTupleFromTop, tupleItem } from '../objects/sequence.ts';
import { newStr, strText } from '../objects/str.ts';
import { findAttrNamed } from '../runtime/attributes.ts';
import { callForward } from '../runtime/calls.ts';
import { isPending, pure, raise, raiseException, takePending } from '../runtime/exceptions.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { UnicodeProblem } from '../text/unicode-problem.ts';

const M = WORDS;

/**
 * What the module codecs makes of a str or bytes where the codecs of this machine know the encoding or the error handler not; owned. It may have been registered
 * by the program. `thrown` is what they threw, and is thrown on when codecs does not know it either.
 */
export function convertedByLibrary(
  rt: Runtime,
  thrown: unknown,
  how: string,
  object: Address,
  encoding: string,
  errors: string,
): Address {
  if (!isPending(rt, thrown, rt.types['LookupError']!)) throw thrown;
  const problem = rt.push(takePending(rt));
  // It may move while the module is imported.
  const held = rt.push(rt.retain(object));
  const module = rt.push(rt.importModule('codecs'));
  const base = rt.push(findAttrNamed(rt, M[module], how));
  rt.push(rt.retain(M[held]));
  rt.push(newStr(rt, encoding));
  rt.push(newStr(rt, errors));
  const result = rt.call(base, 3, 0);
  rt.unwind(module);
  if (result === rt.none) {
    const exception = rt.retain(M[problem]);
    rt.unwind(problem);
    raiseException(rt, exception);
  }
  rt.unwind(problem);
  const slot = rt.push(result);
  const complaint = tupleItem(rt, result, 1);
  if (complaint !== rt.none) raise(rt, 'LookupError', strText(rt, complaint));
  const converted = rt.retain(tupleItem(rt, result, 0));
  rt.unwind(slot);
  return converted;
}

/** Runs a codec on `object` (a str or bytes-like object, borrowed); its UnicodeProblem becomes the Python exception with all five arguments. */
export function withUnicodeErrors<T>(rt: Runtime, object: Address, work: () => T): T {
  try {
    return pure(rt, work);
  } catch (thrown) {
    if (!(thrown instanceof UnicodeProblem)) throw thrown;
    const args = rt.push(newStr(rt, thrown.encoding));
    rt.push(rt.retain(object));
    rt.push(newInt(rt, thrown.start));
    rt.push(newInt(rt, thrown.end));
    rt.push(newStr(rt, thrown.reason));
    rt.push(newTupleFromTop(rt, 5));
    const tuple = M[args];
    const exception = callForward(rt, rt.types[thrown.kind]!.address, [], tuple + 6, 5, 0);
    rt.unwind(args);
    raiseException(rt, exception);
  }
}
