import { fixedLn2, fixedLog, fixedLogOfNext, fixedOf, roundedResult } from './big-elementary.ts';
import { binaryExponent, scaleByPowerOfTwo } from './double-bits.ts';
import { addPairs, multiplyPairs, tail, twoProduct } from './double-double.ts';
import { roundedPair, splitLeading, storePair, TABLE_BITS } from './pair-table.ts';

/**
 * Logarithms, correctly rounded. log(x) = e × ln(2) + log(c) + log(1 + r), where c = j/128 is next to the mantissa: a table for the
 * second part, a short series for the third, in double-double; results too near to a tie are computed again with bigints.
 */

const FIRST = 90;
const LAST = 182;

interface Tables {
  /** log(j/128) as pairs, from j = FIRST. */
  readonly logs: Float64Array;
  /** ln(2): a part whose product with an exponent is exact, and the rest as a pair. */
  readonly ln2High: number;
  readonly ln2Rest: Float64Array;
  /** 1/ln(2) and 1/3 as pairs. */
  readonly factors: Float64Array;
}

let built: Tables | undefined;

function build(): Tables {
  const logs = new Float64Array(2 * (LAST - FIRST + 1));
  let log = 0n;
  for (let index = 128; index < LAST; index++) {
    log += fixedLogOfNext(index, TABLE_BITS);
    storePair(log, logs, 2 * (index + 1 - FIRST));
  }
  log = 0n;
  for (let index = 127; index >= FIRST; index--) {
    log -= fixedLogOfNext(index, TABLE_BITS);
    storePair(log, logs, 2 * (index - FIRST));
  }
  const [ln2High, rest] = splitLeading(fixedLn2(TABLE_BITS), 40);
  const ln2Rest = new Float64Array(2);
  storePair(rest, ln2Rest, 0);
  const one = 1n << BigInt(2 * TABLE_BITS);
  const factors = new Float64Array(4);
  storePair(one / fixedLn2(TABLE_BITS), factors, 0);
  storePair((1n << BigInt(TABLE_BITS)) / 3n, factors, 2);
  return { logs, ln2High, ln2Rest, factors };
}

/** log(x) for a finite x > 0 as the result + tail[0], relative error below 2**-76. */
export function logPair(x: number): number {
  built ??= build();
  const { logs, ln2High, ln2Rest, factors } = built;
  let exponent = binaryExponent(x);
  let mantissa = scaleByPowerOfTwo(x, -exponent);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  const nearest = Math.round(mantissa * 128);
  const center = nearest / 128;
  const distance = mantissa - center;
  const ratio = distance / center;
  const back = twoProduct(ratio, center);
  const ratioLow = (distance - back - tail[0]) / center;
  // log(1 + r) = r - r²/2 + r³/3 - ...: the first three terms as pairs.
  const square = twoProduct(ratio, ratio);
  const squareLow = tail[0] + 2 * ratio * ratioLow;
  const third = multiplyPairs(square, squareLow, ratio, ratioLow);
  const cube = multiplyPairs(third, tail[0], factors[2], factors[3]);
  const cubeLow = tail[0];
  const r = ratio;
  const series =
    square *
    square *
    (-1 / 4 + r * (1 / 5 - r * (1 / 6 - r * (1 / 7 - r * (1 / 8 - r * (1 / 9 - r * (1 / 10 - r * (1 / 11 - r / 12))))))));
  const inner = addPairs(-square / 2, -squareLow / 2, cube, cubeLow + series);
  const near = addPairs(ratio, ratioLow, inner, tail[0]);
  if (exponent === 0 && nearest === 128) return near;
  const nearLow = tail[0];
  const index = 2 * (nearest - FIRST);
  const part = addPairs(logs[index], logs[index + 1], near, nearLow);
  const partLow = tail[0];
  const tiny = twoProduct(exponent, ln2Rest[0]);
  const rest = addPairs(part, partLow, tiny, tail[0] + exponent * ln2Rest[1]);
  const restLow = tail[0];
  return addPairs(exponent * ln2High, 0, rest, restLow);
}

/** log(x) for a finite x > 0 as fixed-point. */
export function fixedLogOf(x: number, bits: number): bigint {
  const exponent = binaryExponent(x);
  return fixedLog(fixedOf(scaleByPowerOfTwo(x, -exponent), bits), bits) + BigInt(exponent) * fixedLn2(bits);
}

function isOrdinary(x: number): boolean {
  return x > 0 && x < Infinity && x !== 1;
}

/** The value of any base's logarithm where there is nothing to compute: -Infinity of zero, nan of a negative number. */
function special(x: number): number {
  if (x === 1) return 0;
  return x === 0 ? -Infinity : x > 0 ? x : NaN;
}

/** The natural logarithm. */
export function log(x: number): number {
  if (!isOrdinary(x)) return special(x);
  const high = logPair(x);
  return roundedPair(high, tail[0], 2 ** -73) ?? roundedResult((bits) => fixedLogOf(x, bits));
}

/** The logarithm to base 2. */
export function log2(x: number): number {
  if (!isOrdinary(x)) return special(x);
  const exponent = binaryExponent(x);
  if (scaleByPowerOfTwo(1, exponent) === x) return exponent;
  const natural = logPair(x);
  const naturalLow = tail[0];
  built ??= build();
  const high = multiplyPairs(natural, naturalLow, built.factors[0], built.factors[1]);
  const rounded = roundedPair(high, tail[0], 2 ** -73);
  if (rounded !== undefined) return rounded;
  return roundedResult((bits) => (fixedLogOf(x, bits) << BigInt(bits)) / fixedLn2(bits));
}

// log10(2) in two parts, the first with an exact product with an exponent; and 1/log(10).
const LOG10_2_HIGH = 0.30102999566361177;
const LOG10_2_LOW = 3.694239077158931e-13;
const LOG10_E = Math.LOG10E;

/** The logarithm to base 10: not correctly rounded, but composed as C libraries do, so that powers of ten come out as there. */
export function log10(x: number): number {
  if (!isOrdinary(x)) return special(x);
  const exponent = binaryExponent(x);
  const whole = exponent < 0 ? exponent + 1 : exponent;
  return whole * LOG10_2_LOW + LOG10_E * log(scaleByPowerOfTwo(x, -whole)) + whole * LOG10_2_HIGH;
}
