import { PyValueProblem } from './problem.ts';

const SSIZE_MAX = (1n << 63n) - 1n;

/** Factorials of more are refused as MemoryError: their digits are more than any heap here holds. */
const LARGEST_FACTORIAL = 5_000_000n;

/** The product of the integers first, first + step, ... (count of them), by halves so that factors are of like size. */
function productOfRun(first: bigint, count: number, step: bigint): bigint {
  if (count <= 8) {
    let product = 1n;
    for (let index = 0; index < count; index++) product *= first + BigInt(index) * step;
    return product;
  }
  const half = count >> 1;
  return productOfRun(first, half, step) * productOfRun(first + BigInt(half) * step, count - half, step);
}

/** math.factorial(n) */
export function factorial(n: bigint): bigint {
  if (n > SSIZE_MAX) throw new PyValueProblem('OverflowError', `factorial() argument should not exceed ${SSIZE_MAX}`);
  if (n < 0n) throw new PyValueProblem('ValueError', 'factorial() not defined for negative values');
  if (n > LARGEST_FACTORIAL) throw new PyValueProblem('MemoryError', '');
  return productOfRun(1n, Number(n), 1n);
}

function checkNatural(value: bigint, name: string): void {
  if (value < 0n) throw new PyValueProblem('ValueError', `${name} must be a non-negative integer`);
}

/** math.perm(n, k); without k it is n!. */
export function permutations(n: bigint, k?: bigint): bigint {
  if (k === undefined) return factorial(n);
  checkNatural(n, 'n');
  checkNatural(k, 'k');
  if (n < k) return 0n;
  if (k > SSIZE_MAX) throw new PyValueProblem('OverflowError', `k must not exceed ${SSIZE_MAX}`);
  if (k > LARGEST_FACTORIAL) throw new PyValueProblem('MemoryError', '');
  return productOfRun(n, Number(k), -1n);
}

/** math.comb(n, k) */
export function combinations(n: bigint, k: bigint): bigint {
  checkNatural(n, 'n');
  checkNatural(k, 'k');
  if (n < k) return 0n;
  const fewer = n - k < k ? n - k : k;
  if (fewer > SSIZE_MAX) throw new PyValueProblem('OverflowError', `min(n - k, k) must not exceed ${SSIZE_MAX}`);
  if (fewer > LARGEST_FACTORIAL) throw new PyValueProblem('MemoryError', '');
  return productOfRun(n, Number(fewer), -1n) / factorial(fewer);
}

/** math.gcd of two ints: never negative. */
export function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let a = left < 0n ? -left : left;
  let b = right < 0n ? -right : right;
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** math.lcm of two ints: never negative, zero when one of them is. */
export function leastCommonMultiple(left: bigint, right: bigint): bigint {
  if (left === 0n || right === 0n) return 0n;
  const multiple = (left / greatestCommonDivisor(left, right)) * right;
  return multiple < 0n ? -multiple : multiple;
}
