/** ascii(object). */
import type { Address } from '../../heap/memory.ts';
import { newStr, strMaxChar } from '../objects/str.ts';
import { repr, takeText } from './operators.ts';
import type { Runtime } from './runtime.ts';

/** repr(object) with everything beyond ASCII escaped; owned. */
export function ascii(rt: Runtime, object: Address): Address {
  const text = repr(rt, object);
  if (strMaxChar(rt, text) < 128) return text;
  let out = '';
  for (const char of takeText(rt, text)) {
    const point = char.codePointAt(0)!;
    if (point < 128) out += char;
    else if (point < 256) out += `\\x${point.toString(16).padStart(2, '0')}`;
    else if (point < 65536) out += `\\u${point.toString(16).padStart(4, '0')}`;
    else out += `\\U${point.toString(16).padStart(8, '0')}`;
  }
  return newStr(rt, out);
}
