import { positivePower } from './power-function.ts';
import { PyValueProblem, rangeProblem } from './problem.ts';

/**
 * `base ** exponent` on floats. Undefined when the result is complex (a negative base and an exponent that is no integer):
 * the interpreter then computes with complex numbers, and math.pow raises.
 * ZeroDivisionError for zero to a negative power, OverflowError out of range.
 */
export function floatPower(base: number, exponent: number): number | undefined {
  if (exponent === 0 || base === 1) return 1;
  if (Number.isNaN(base) || Number.isNaN(exponent)) return NaN;
  if (!Number.isFinite(exponent)) {
    const size = Math.abs(base);
    if (size === 1) return 1;
    return exponent > 0 === size > 1 ? Infinity : 0;
  }
  const odd = Number.isInteger(exponent) && Math.abs(exponent % 2) === 1;
  if (!Number.isFinite(base)) {
    if (exponent > 0) return odd ? base : Infinity;
    return odd ? 1 / base : 0;
  }
  if (base === 0) {
    if (exponent < 0) throw new PyValueProblem('ZeroDivisionError', '0.0 cannot be raised to a negative power');
    return odd ? base : 0;
  }
  if (base < 0 && !Number.isInteger(exponent)) return undefined;
  if (base === -1) return odd ? -1 : 1;
  const magnitude = positivePower(Math.abs(base), exponent);
  if (magnitude === Infinity) throw rangeProblem();
  return odd && base < 0 ? -magnitude : magnitude;
}
