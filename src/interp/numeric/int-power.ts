import { bitLength } from './int-bits.ts';
import { intModulo } from './int-division.ts';
import { PyValueProblem } from './problem.ts';

/** Powers past this many bits are MemoryError: more than any heap here holds. */
const memoryBits = 1 << 29;

/** `base ** exponent` for exponent >= 0 (for a negative one, Python computes with floats). */
export function intPower(base: bigint, exponent: bigint): bigint {
  if (exponent === 0n) return 1n;
  if (base === 0n || base === 1n) return base;
  if (base === -1n) return (exponent & 1n) === 1n ? -1n : 1n;
  if (BigInt(bitLength(base) - 1) * exponent >= memoryBits) throw new PyValueProblem('MemoryError', '');
  return base ** exponent;
}

/** pow(base, exponent, modulus), for negative exponents by the inverse. The result has the sign of the modulus. */
export function intPowerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus === 0n) throw new PyValueProblem('ValueError', 'pow() 3rd argument cannot be 0');
  const size = modulus < 0n ? -modulus : modulus;
  let power = intModulo(base, size);
  let rest = exponent;
  if (rest < 0n) {
    power = inverseModulo(power, size);
    rest = -rest;
  }
  let result = 1n % size;
  for (const bit of rest.toString(2)) {
    result = (result * result) % size;
    if (bit === '1') result = (result * power) % size;
  }
  return modulus < 0n && result !== 0n ? result + modulus : result;
}

/** The inverse of `value` modulo `size` > 0, by the extended Euclidean algorithm. */
function inverseModulo(value: bigint, size: bigint): bigint {
  let [previous, current] = [size, value];
  let [before, inverse] = [0n, 1n];
  while (current !== 0n) {
    const quotient = previous / current;
    [previous, current] = [current, previous - quotient * current];
    [before, inverse] = [inverse, before - quotient * inverse];
  }
  if (previous !== 1n) throw new PyValueProblem('ValueError', 'base is not invertible for the given modulus');
  return intModulo(before, size);
}

/** math.isqrt(value): the largest integer whose square is not larger. */
export function integerSquareRoot(value: bigint): bigint {
  if (value < 0n) throw new PyValueProblem('ValueError', 'isqrt() argument must be nonnegative');
  if (value < 1n << 52n) return BigInt(Math.floor(Math.sqrt(Number(value))));
  // Newton from above; each step doubles the good bits. Start from the root of the leading bits.
  const shift = BigInt(Math.max(0, (bitLength(value) >> 1) - 25));
  let root = (BigInt(Math.floor(Math.sqrt(Number(value >> (2n * shift))))) + 1n) << shift;
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
