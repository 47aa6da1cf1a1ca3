import { roundedDouble } from './double-bits.ts';
import { bitLength } from './int-bits.ts';
import { PyValueProblem } from './problem.ts';

/** `left // right` on ints: rounded towards minus infinity. */
export function intFloorDivide(left: bigint, right: bigint): bigint {
  if (right === 0n) throw new PyValueProblem('ZeroDivisionError', 'integer division or modulo by zero');
  const quotient = left / right;
  return left < 0n !== right < 0n && quotient * right !== left ? quotient - 1n : quotient;
}

/** `left % right` on ints: zero or the sign of the divisor. */
export function intModulo(left: bigint, right: bigint): bigint {
  if (right === 0n) throw new PyValueProblem('ZeroDivisionError', 'integer modulo by zero');
  const remainder = left % right;
  return remainder !== 0n && left < 0n !== right < 0n ? remainder + right : remainder;
}

/** divmod(left, right) on ints. */
export function intDivmod(left: bigint, right: bigint): readonly [quotient: bigint, remainder: bigint] {
  if (right === 0n) throw new PyValueProblem('ZeroDivisionError', 'integer division or modulo by zero');
  const quotient = left / right;
  const remainder = left - quotient * right;
  return remainder !== 0n && left < 0n !== right < 0n ? [quotient - 1n, remainder + right] : [quotient, remainder];
}

const exactLimit = 1n << 53n;

/** `left / right` on ints of any size: the nearest double to the exact quotient, ties to even. */
export function intTrueDivide(left: bigint, right: bigint): number {
  if (right === 0n) throw new PyValueProblem('ZeroDivisionError', 'division by zero');
  const negative = left < 0n !== right < 0n;
  const above = left < 0n ? -left : left;
  const below = right < 0n ? -right : right;
  if (above <= exactLimit && below <= exactLimit) return Number(left) / Number(right);
  if (above === 0n) return negative ? -0 : 0;
  const magnitude = dividedMagnitudes(above, below);
  if (magnitude === Infinity) throw new PyValueProblem('OverflowError', 'integer division result too large for a float');
  return negative ? -magnitude : magnitude;
}

function dividedMagnitudes(above: bigint, below: bigint): number {
  const distance = bitLength(above) - bitLength(below);
  if (distance > 1024) return Infinity;
  if (distance < -1076) return 0;
  // The quotient lies in (2**(distance-1), 2**(distance+1)): scale it to 55 or 56 bits, or fewer where it is subnormal.
  const shift = Math.max(distance, -1021) - 55;
  const scaledAbove = shift < 0 ? above << BigInt(-shift) : above;
  const scaledBelow = shift > 0 ? below << BigInt(shift) : below;
  const quotient = scaledAbove / scaledBelow;
  // A sticky bit for the rest keeps the one rounding correct.
  const sticky = quotient * scaledBelow === scaledAbove ? 0n : 1n;
  return roundedDouble(quotient | sticky, shift);
}
