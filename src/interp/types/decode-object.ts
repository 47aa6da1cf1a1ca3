/** bytes.decode() and str(bytes, encoding). */
import { type Address, WORDS } from '../../heap/memory.ts';
import { bytesLike } from '../objects/buffer.ts';
import { isBytes, newBytes } from '../objects/bytes.ts';
import { newStrOfPoints } from '../objects/str.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { decodeBytes } from '../text/decode.ts';
import { withUnicodeErrors } from './unicode-errors.ts';

const M = WORDS;

/** The text of bytes-like `source` in an encoding; owned. */
export function decodeObject(rt: Runtime, source: Address, encoding: string, errors: string): Address {
  const data = bytesLike(rt, source);
  const bytes = rt.push(isBytes(rt, source) ? rt.retain(source) : newBytes(rt, data));
  const points = withUnicodeErrors(rt, M[bytes], () => decodeBytes(data, encoding, errors));
  rt.unwind(bytes);
  return newStrOfPoints(rt, points);
}
