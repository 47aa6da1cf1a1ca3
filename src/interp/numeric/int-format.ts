import { DEFAULT_MAX_STR_DIGITS } from './int-parse.ts';
import { PyValueProblem } from './problem.ts';

/** str(int) and repr(int). ValueError past `maxStrDigits` digits (sys.set_int_max_str_digits; 0 is no limit). */
export function decimalText(value: bigint, maxStrDigits = DEFAULT_MAX_STR_DIGITS): string {
  const text = value.toString();
  if (maxStrDigits > 0 && text.length > maxStrDigits && text.length - (value < 0n ? 1 : 0) > maxStrDigits) {
    throw new PyValueProblem(
      'ValueError',
      `Exceeds the limit (${maxStrDigits} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  return text;
}

/** hex(int): `0x` in front, minus before it. */
export function hexText(value: bigint): string {
  return prefixed(value, '0x', 16);
}

/** oct(int). */
export function octText(value: bigint): string {
  return prefixed(value, '0o', 8);
}

/** bin(int). */
export function binText(value: bigint): string {
  return prefixed(value, '0b', 2);
}

function prefixed(value: bigint, prefix: string, base: number): string {
  return value < 0n ? `-${prefix}${(-value).toString(base)}` : prefix + value.toString(base);
}
