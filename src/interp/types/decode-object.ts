/** bytes.decode() and str(bytes, encoding). */
import { type Address, WORDS } from '../../heap/memory.ts';
import { bytesLike } from '../objects/buffer.ts';
import { isBytes, newBytes } from '../objects/bytes.ts';
import { newStrOfPoints } from '../objects/str.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { decodeBytes } from '../text/decode.ts';
import { convertedByLibrary, withUnicodeErrors } from './unicode-errors.ts';

const M = WORDS;

/** The text of bytes-like `source` in an encoding; owned. */
export function decodeObject(rt: Runtime, source: Address, encoding: string, errors: string): Address {
  const data = bytesLike(rt, source);
  const bytes = rt.push(isBytes(rt, source) ? rt.retain(source) : newBytes(rt, data));
  const warnOfEscape = (letters: string) => {
    const what = letters.length > 1 ? 'octal escape sequence' : 'escape sequence';
    rt.warn(rt, 'DeprecationWarning', `invalid ${what} '\\${letters}'`);
  };
  let points: number[];
  try {
    points = withUnicodeErrors(rt, M[bytes], () => decodeBytes(data, encoding, errors, warnOfEscape));
  } catch (thrown) {
    const text = convertedByLibrary(rt, thrown, '_decode_text', M[bytes], encoding, errors);
    rt.unwind(bytes);
    return text;
  }
  rt.unwind(bytes);
  return newStrOfPoints(rt, points);
}
