/** Arguments of methods that must be a str. */
import type { Address } from '../../heap/memory.ts';
import { isStr, strText } from '../objects/str.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** A str argument of a method as host text; TypeError in the words of argument clinic. */
export function textArgument(rt: Runtime, value: Address, method: string, argument = ''): string {
  if (!isStr(rt, value)) {
    const type = value === rt.none ? 'None' : rt.typeOf(value).name;
    raiseTypeError(rt, `${method}() argument${argument === '' ? '' : ` ${argument}`} must be str, not ${type}`);
  }
  return strText(rt, value);
}
