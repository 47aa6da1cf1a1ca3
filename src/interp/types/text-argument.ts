/** Arguments of methods that must be a str. */
import type { Address } from '../../heap/memory.ts';
import { isStr, strText } from '../objects/str.ts';
import { argumentTypeName, raiseTypeError } from '../runtime/exceptions.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** A str argument of a method as host text; TypeError in the words of argument clinic. */
export function textArgument(rt: Runtime, value: Address, method: string, argument = ''): string {
  if (!isStr(rt, value)) {
    raiseTypeError(
      rt,
      `${method}() argument${argument === '' ? '' : ` ${argument}`} must be str, not ${argumentTypeName(rt, value)}`,
    );
  }
  return strText(rt, value);
}
