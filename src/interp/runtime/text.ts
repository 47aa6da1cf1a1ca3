/** ascii(object). */
import type { Address } from '../../heap/memory.ts';
import { newStr, strMaxChar } from '../objects/str.ts';
import { asciiEscaped } from '../text/str-repr.ts';
import { repr, takeText } from './operators.ts';
import type { Runtime } from './runtime.ts';

/** repr(object) with everything beyond ASCII escaped; owned. */
export function ascii(rt: Runtime, object: Address): Address {
  const text = repr(rt, object);
  if (strMaxChar(rt, text) < 128) return text;
  return newStr(rt, asciiEscaped(takeText(rt, text)));
}
