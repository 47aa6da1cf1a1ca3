import { copySign } from './double-bits.ts';
import { PyValueProblem } from './problem.ts';

/** `left / right` on floats. */
export function floatDivide(left: number, right: number): number {
  if (right === 0) throw new PyValueProblem('ZeroDivisionError', 'float division by zero');
  return left / right;
}

/** `left % right` on floats: the sign of the divisor, zero included. */
export function floatModulo(left: number, right: number): number {
  if (right === 0) throw new PyValueProblem('ZeroDivisionError', 'float modulo by zero');
  const remainder = left % right;
  if (remainder === 0) return copySign(0, right);
  return right < 0 !== remainder < 0 && !Number.isNaN(remainder) ? remainder + right : remainder;
}

/** `left // right` on floats: a whole float rounded towards minus infinity. */
export function floatFloorDivide(left: number, right: number): number {
  if (right === 0) throw new PyValueProblem('ZeroDivisionError', 'float floor division by zero');
  // Not floor(left / right): the quotient may have rounded up to a whole number.
  let remainder = left % right;
  let quotient = (left - remainder) / right;
  if (remainder !== 0 && right < 0 !== remainder < 0) {
    remainder += right;
    quotient -= 1;
  }
  if (quotient === 0) return copySign(0, left / right);
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** divmod(left, right) on floats. */
export function floatDivmod(left: number, right: number): readonly [quotient: number, remainder: number] {
  if (right === 0) throw new PyValueProblem('ZeroDivisionError', 'float divmod()');
  return [floatFloorDivide(left, right), floatModulo(left, right)];
}
