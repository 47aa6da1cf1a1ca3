import { binaryExponent, copySign, roundedDouble, scaleByPowerOfTwo } from './double-bits.ts';
import { addPairs, rootOfPair, tail, twoProduct } from './double-double.ts';
import { PyValueProblem } from './problem.ts';

/** math.cbrt(x), correctly rounded. */
export function cubeRoot(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  // An integer of at least 177 bits whose power of two is a multiple of three: its integer root has 59 bits or more.
  const exponent = 3 * Math.floor((binaryExponent(x) - 177) / 3);
  const scaled = BigInt(scaleByPowerOfTwo(Math.abs(x), -exponent - 120)) << 120n;
  let root = BigInt(Math.round(Math.cbrt(Number(scaled)))) + 64n;
  for (;;) {
    const next = (2n * root + scaled / (root * root)) / 3n;
    if (next >= root) break;
    root = next;
  }
  const sticky = root * root * root === scaled ? 0n : 1n;
  return copySign(roundedDouble((root << 1n) | sticky, exponent / 3 - 1), x);
}

/**
 * The Euclidean norm: math.hypot of any number of coordinates. Squares are summed in double-double, after scaling by a power of two
 * so that none overflows; the result is the nearest double in all but about one case of 2**40.
 */
export function euclideanNorm(coordinates: ArrayLike<number>): number {
  let largest = 0;
  let hasNan = false;
  for (let index = 0; index < coordinates.length; index++) {
    const size = Math.abs(coordinates[index]);
    if (size > largest) largest = size;
    if (Number.isNaN(size)) hasNan = true;
  }
  if (largest === Infinity) return Infinity;
  if (hasNan) return NaN;
  if (largest === 0) return 0;
  const scale = -binaryExponent(largest);
  let sum = 0;
  let sumLow = 0;
  for (let index = 0; index < coordinates.length; index++) {
    const value = scaleByPowerOfTwo(coordinates[index], scale);
    const square = twoProduct(value, value);
    sum = addPairs(sum, sumLow, square, tail[0]);
    sumLow = tail[0];
  }
  return scaleByPowerOfTwo(rootOfPair(sum, sumLow), -scale);
}

/** math.dist(p, q). ValueError when the points have different numbers of coordinates. */
export function euclideanDistance(p: ArrayLike<number>, q: ArrayLike<number>): number {
  if (p.length !== q.length) {
    throw new PyValueProblem('ValueError', 'both points must have the same number of dimensions');
  }
  return euclideanNorm(Float64Array.from(p, (value, index) => value - q[index]));
}
