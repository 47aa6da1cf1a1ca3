/** str.encode() and bytes(str, encoding). */
import type { Address } from '../../heap/memory.ts';
import { newBytes } from '../objects/bytes.ts';
import { strPoints } from '../objects/str.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { encodeText } from '../text/encode.ts';
import { convertedByLibrary, withUnicodeErrors } from './unicode-errors.ts';

/** The bytes of a str in an encoding; owned. Runs Python for an encoding or an error handler that the program registered. */
export function encodeStr(rt: Runtime, str: Address, encoding: string, errors: string): Address {
  let bytes: Uint8Array;
  try {
    bytes = withUnicodeErrors(rt, str, () => encodeText(strPoints(rt, str), encoding, errors));
  } catch (thrown) {
    return convertedByLibrary(rt, thrown, '_encode_text', str, encoding, errors);
  }
  return newBytes(rt, bytes);
}
