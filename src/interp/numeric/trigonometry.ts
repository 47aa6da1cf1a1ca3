import {
  fixedAngle,
  fixedOf,
  fixedPi,
  fixedReducedAngle,
  fixedSineCosine,
  fixedSquareRoot,
  roundedResult,
} from './big-elementary.ts';
import { binaryExponent, copySign, roundedDouble, scaleByPowerOfTwo, signBit } from './double-bits.ts';
import { addPairs, dividePairs, multiplyPairs, quickTwoSum, rootOfPair, tail, twoProduct, twoSum } from './double-double.ts';
import { roundedPair, splitLeading, storePair, TABLE_BITS } from './pair-table.ts';

/**
 * Sine, cosine, tangent and their inverses, correctly rounded. Angles are reduced to a quarter turn and then to the distance
 * from a table's angle j/64, where a short series does; all in double-double. Results too near to a tie, and angles of
 * many turns, are computed with bigints.
 */

interface Tables {
  /** For each j: the sine and cosine of j/64 as pairs. */
  readonly sines: Float64Array;
  /** For each j: the angle whose tangent is j/64, as a pair. */
  readonly angles: Float64Array;
  /** A quarter turn, pi/2, in four parts; the first three have exact products with a number of quarter turns. */
  readonly quarter: Float64Array;
}

let built: Tables | undefined;

function build(): Tables {
  const sines = new Float64Array(4 * 53);
  const angles = new Float64Array(2 * 65);
  for (let index = 0; index <= 64; index++) {
    const tangent = BigInt(index) << BigInt(TABLE_BITS - 6);
    storePair(index === 0 ? 0n : fixedAngle(tangent, 1n << BigInt(TABLE_BITS), TABLE_BITS), angles, 2 * index);
    if (index > 52) continue;
    const { sine, cosine } = fixedSineCosine(tangent, TABLE_BITS);
    storePair(sine, sines, 4 * index);
    storePair(cosine, sines, 4 * index + 2);
  }
  const [first, rest] = splitLeading(fixedPi(TABLE_BITS) >> 1n, 33);
  const [second, small] = splitLeading(rest, 33);
  const [third, last] = splitLeading(small, 33);
  return { sines, angles, quarter: Float64Array.of(first, second, third, roundedDouble(last, -TABLE_BITS)) };
}

/** Angles up to this size are reduced with doubles. */
const REDUCIBLE = 2 ** 20;

const HALF_PI_LOW = 6.123233995736766e-17;

/** The reduced angle and its quadrant: [high, low, quadrant]. */
const reduced = new Float64Array(3);

function reduce(x: number): void {
  if (Math.abs(x) <= 0.7853981633974483) {
    reduced[0] = x;
    reduced[1] = 0;
    reduced[2] = 0;
    return;
  }
  built ??= build();
  const { quarter } = built;
  const turns = Math.round(x * 0.6366197723675814);
  const first = twoSum(x - turns * quarter[0], -turns * quarter[1]);
  const firstLow = tail[0];
  const second = twoSum(first, -turns * quarter[2]);
  const middle = twoSum(tail[0], firstLow);
  const low = tail[0] - turns * quarter[3];
  reduced[0] = quickTwoSum(second, middle + low);
  reduced[1] = tail[0];
  reduced[2] = turns & 3;
}

/** Sine of the reduced angle, or its cosine, as the result + tail[0]; relative error below 2**-67. */
function reducedPair(cosine: boolean): number {
  built ??= build();
  const { sines } = built;
  const negative = reduced[0] < 0;
  const size = negative ? -reduced[0] : reduced[0];
  const nearest = Math.round(size * 64);
  const t = quickTwoSum(size - nearest / 64, negative ? -reduced[1] : reduced[1]);
  const tLow = tail[0];
  const square = twoProduct(t, t);
  const squareLow = tail[0] + 2 * t * tLow;
  // sin(t) = t + sineRest, cos(t) = 1 + (rest + restLow)
  const sineRest = t * square * (-1 / 6 + square * (1 / 120 - square * (1 / 5040 - square / 362880)));
  const sine = quickTwoSum(t, tLow + sineRest);
  const sineLow = tail[0];
  const rest = -square / 2;
  const restLow = -squareLow / 2 + square * square * (1 / 24 - square * (1 / 720 - square / 40320));
  const at = 4 * nearest + (cosine ? 2 : 0);
  const own = sines[at];
  const ownLow = sines[at + 1];
  const other = 4 * nearest + (cosine ? 0 : 2);
  const turned = multiplyPairs(sines[other], sines[other + 1], sine, sineLow);
  const turnedLow = tail[0];
  const shrunk = multiplyPairs(own, ownLow, rest, restLow);
  const change = cosine ? addPairs(-turned, -turnedLow, shrunk, tail[0]) : addPairs(turned, turnedLow, shrunk, tail[0]);
  const high = addPairs(own, ownLow, change, tail[0]);
  if (!negative || cosine) return high;
  tail[0] = -tail[0];
  return -high;
}

function sineOrCosine(x: number, shift: number): number {
  if (Math.abs(x) < REDUCIBLE) {
    reduce(x);
    const quadrant = (reduced[2] + shift) & 3;
    const high = reducedPair((quadrant & 1) === 1);
    const rounded = roundedPair(high, tail[0], 2 ** -66);
    if (rounded !== undefined) return quadrant >= 2 ? -rounded : rounded;
  }
  return roundedResult((bits) => {
    const { quadrant, sine, cosine } = fixedReducedAngle(x, bits);
    const turned = (quadrant + shift) & 3;
    const value = (turned & 1) === 1 ? cosine : sine;
    return turned >= 2 ? -value : value;
  }, 280);
}

/** sin(x), x in radians; nan for infinities. */
export function sin(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  if (Math.abs(x) < 2 ** -26) return x === 0 ? x : x - (x * x * x) / 6;
  return sineOrCosine(x, 0);
}

/** cos(x), x in radians; nan for infinities. */
export function cos(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  if (Math.abs(x) < 2 ** -27) return 1 - (x * x) / 2;
  return sineOrCosine(x, 1);
}

/** tan(x), x in radians; nan for infinities. */
export function tan(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  if (Math.abs(x) < 2 ** -26) return x + (x * x * x) / 3;
  if (Math.abs(x) < REDUCIBLE) {
    reduce(x);
    const sine = reducedPair(false);
    const sineLow = tail[0];
    const cosine = reducedPair(true);
    const cosineLow = tail[0];
    const odd = (reduced[2] & 1) === 1;
    const high = odd ? dividePairs(-cosine, -cosineLow, sine, sineLow) : dividePairs(sine, sineLow, cosine, cosineLow);
    const rounded = roundedPair(high, tail[0], 2 ** -65);
    if (rounded !== undefined) return rounded;
  }
  return roundedResult((bits) => {
    const { quadrant, sine, cosine } = fixedReducedAngle(x, bits);
    return (quadrant & 1) === 1 ? -(cosine << BigInt(bits)) / sine : (sine << BigInt(bits)) / cosine;
  }, 280);
}

/** The angle in [0, pi/2] of the point (x, y) with x, y >= 0 given as pairs of size about 1, as the result + tail[0]. */
function anglePair(y: number, yLow: number, x: number, xLow: number): number {
  built ??= build();
  const { angles } = built;
  const steep = y > x;
  const [long, longLow, short, shortLow] = steep ? [y, yLow, x, xLow] : [x, xLow, y, yLow];
  const nearest = Math.round((short / long) * 64);
  const slope = nearest / 64;
  // tan(a - b) = (tan a - tan b) / (1 + tan a tan b)
  const down = twoProduct(slope, long);
  const above = addPairs(short, shortLow, -down, -tail[0] - slope * longLow);
  const aboveLow = tail[0];
  const up = twoProduct(slope, short);
  const below = addPairs(long, longLow, up, tail[0] + slope * shortLow);
  const t = dividePairs(above, aboveLow, below, tail[0]);
  const square = t * t;
  const tLow = tail[0] - t * square * (1 / 3 - square * (1 / 5 - square * (1 / 7 - square * (1 / 9 - square / 11))));
  const angle = addPairs(angles[2 * nearest], angles[2 * nearest + 1], t, tLow);
  return steep ? addPairs(Math.PI / 2, HALF_PI_LOW, -angle, -tail[0]) : angle;
}

const ANGLE_ERROR = 2 ** -67;

/** `angle`, or pi - angle, for the result + tail[0] of anglePair; undefined when it cannot be rounded. */
function roundedAngle(angle: number, back: boolean): number | undefined {
  if (!back) return roundedPair(angle, tail[0], ANGLE_ERROR);
  const high = addPairs(Math.PI, 2 * HALF_PI_LOW, -angle, -tail[0]);
  return roundedPair(high, tail[0], ANGLE_ERROR);
}

function exactAngle(y: number, x: number, back: boolean): number {
  return roundedResult((bits) => {
    const angle = fixedAngle(fixedOf(y, bits), fixedOf(x, bits), bits);
    return back ? fixedPi(bits) - angle : angle;
  }, 320);
}

/** atan2(y, x): the angle of the point (x, y), in [-pi, pi]; zeros and infinities as in C. */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const back = signBit(x);
  if (y === 0) return back ? copySign(Math.PI, y) : y;
  if (!Number.isFinite(x)) {
    if (Number.isFinite(y)) return copySign(back ? Math.PI : 0, y);
    return copySign(back ? (3 * Math.PI) / 4 : Math.PI / 4, y);
  }
  if (!Number.isFinite(y) || x === 0) return copySign(Math.PI / 2, y);
  const scale = Math.max(binaryExponent(x), binaryExponent(y));
  const gap = binaryExponent(y) - binaryExponent(x);
  if (gap > 64) return copySign(Math.PI / 2, y);
  if (gap < -64) return back ? copySign(Math.PI, y) : y / Math.abs(x);
  const height = Math.abs(scaleByPowerOfTwo(y, -scale));
  const width = Math.abs(scaleByPowerOfTwo(x, -scale));
  const size = roundedAngle(anglePair(height, 0, width, 0), back) ?? exactAngle(height, width, back);
  return copySign(size, y);
}

/** atan(x), in [-pi/2, pi/2]. */
export function atan(x: number): number {
  if (Math.abs(x) < 2 ** -26) return x === 0 ? x : x - (x * x * x) / 3;
  return atan2(x, 1);
}

/** asin(x), in [-pi/2, pi/2]; nan outside [-1, 1]. */
export function asin(x: number): number {
  if (!(Math.abs(x) <= 1)) return NaN;
  if (Math.abs(x) < 2 ** -26) return x + (x * x * x) / 6;
  const size = Math.abs(x);
  const other = legPair(size);
  const angle = roundedAngle(anglePair(size, 0, other, tail[0]), false);
  return copySign(angle ?? roundedResult((bits) => fixedAngle(fixedOf(size, bits), fixedLeg(size, bits), bits), 320), x);
}

/** acos(x), in [0, pi]; nan outside [-1, 1]. */
export function acos(x: number): number {
  if (!(Math.abs(x) <= 1)) return NaN;
  if (x === 1) return 0;
  const size = Math.abs(x);
  const back = x < 0;
  const other = legPair(size);
  const rounded = roundedAngle(anglePair(other, tail[0], size, 0), back);
  if (rounded !== undefined) return rounded;
  return roundedResult((bits) => {
    const angle = fixedAngle(fixedLeg(size, bits), fixedOf(size, bits), bits);
    return back ? fixedPi(bits) - angle : angle;
  }, 320);
}

/** sqrt(1 - x²) as the result + tail[0]. */
function legPair(x: number): number {
  const square = twoProduct(x, x);
  const squareLow = tail[0];
  const rest = twoSum(1, -square);
  return rootOfPair(rest, tail[0] - squareLow);
}

function fixedLeg(x: number, bits: number): bigint {
  const square = (fixedOf(x, bits) * fixedOf(x, bits)) >> BigInt(bits);
  return fixedSquareRoot((1n << BigInt(bits)) - square, bits);
}
