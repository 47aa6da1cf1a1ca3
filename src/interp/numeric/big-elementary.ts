import { decompose, roundedDouble } from './double-bits.ts';

/**
 * Elementary functions with as many bits as it takes to round them correctly: the slow path of libm.ts and the measure for
 * its fast one. Numbers are fixed-point bigints: `value` stands for value / 2**bits.
 *
 * An argument is a double and so exact. A function is evaluated with an error of a few units of the last bit; when the doubles
 * next to the ends of that interval differ, it is evaluated again with twice the bits (Ziv's strategy).
 */

/** Largest error of the functions below, in units of the last bit. */
const ERROR = 1n << 12n;

/** Rounds what `evaluate` gives: a fixed-point value for the number of bits asked. The sign is kept. */
export function roundedResult(evaluate: (bits: number) => bigint, firstBits = 200): number {
  for (let bits = firstBits; ; bits *= 2) {
    const value = evaluate(bits);
    const magnitude = value < 0n ? -value : value;
    if (bits > 3 * firstBits) {
      // Still undecided with four times the bits: the result is exact, and a tie.
      const rounded = roundedDouble((magnitude + (1n << 39n)) >> 40n, 40 - bits);
      return value < 0n ? -rounded : rounded;
    }
    if (magnitude <= ERROR) continue;
    const below = roundedDouble(magnitude - ERROR, -bits);
    if (below === roundedDouble(magnitude + ERROR, -bits)) return value < 0n ? -below : below;
  }
}

/** A double as fixed-point; bits below the last one are cut off. */
export function fixedOf(value: number, bits: number): bigint {
  const { mantissa, exponent } = decompose(value);
  const shift = exponent + bits;
  return shift >= 0 ? mantissa << BigInt(shift) : mantissa >> BigInt(-shift);
}

const constants = new Map<string, bigint>();

function constant(name: string, bits: number, compute: (bits: number) => bigint): bigint {
  const key = `${name}${bits}`;
  let value = constants.get(key);
  if (value === undefined) {
    value = compute(bits + 32) >> 32n;
    constants.set(key, value);
  }
  return value;
}

/** The inverse tangent or its hyperbolic sister of 1/divisor. */
function inverseSeries(divisor: bigint, bits: number, alternate: boolean): bigint {
  let power = (1n << BigInt(bits)) / divisor;
  const square = divisor * divisor;
  let sum = power;
  for (let odd = 3n, negative = alternate; power !== 0n; odd += 2n, negative = alternate && !negative) {
    power /= square;
    sum += negative ? -(power / odd) : power / odd;
  }
  return sum;
}

/** Pi, by Machin's formula. */
export function fixedPi(bits: number): bigint {
  return constant('pi', bits, (wide) => 16n * inverseSeries(5n, wide, true) - 4n * inverseSeries(239n, wide, true));
}

/** The natural logarithm of 2. */
export function fixedLn2(bits: number): bigint {
  return constant('ln2', bits, (wide) => 2n * inverseSeries(3n, wide, false));
}

/** log((n+1)/n) for a small integer. */
export function fixedLogOfNext(n: number, bits: number): bigint {
  return (2n * inverseSeries(BigInt(2 * n + 1), bits + 32, false)) >> 32n;
}

/** e**value = mantissa * 2**exponent with a fixed-point mantissa in [1, 2). */
export function fixedExp(value: bigint, bits: number): { mantissa: bigint; exponent: number } {
  const extra = 24n;
  const wide = BigInt(bits) + extra;
  const ln2 = fixedLn2(bits + Number(extra));
  const argument = value << extra;
  let exponent = argument / ln2;
  if (exponent * ln2 > argument) exponent -= 1n;
  // Halve the rest eight times, so that the series is short, and square as often afterwards.
  const rest = (argument - exponent * ln2) >> 8n;
  const one = 1n << wide;
  let sum = one;
  let term = one;
  for (let n = 1n; term !== 0n; n++) {
    term = (term * rest) / (n << wide);
    sum += term;
  }
  for (let square = 0; square < 8; square++) sum = (sum * sum) >> wide;
  return { mantissa: sum >> extra, exponent: Number(exponent) };
}

/** log(value) for a fixed-point value in [1/2, 4). */
export function fixedLog(value: bigint, bits: number): bigint {
  const start = Math.log(Number(value >> BigInt(bits - 60)) / 2 ** 60);
  const wide = bits + 16;
  const target = value << 16n;
  let log = fixedOf(start, wide);
  // Each step triples the good bits of the start's 50.
  for (let good = 45; good < wide; good *= 3) {
    const power = fixedExp(log, wide);
    const back = power.exponent >= 0 ? power.mantissa << BigInt(power.exponent) : power.mantissa >> BigInt(-power.exponent);
    log += ((2n * (target - back)) << BigInt(wide)) / (target + back);
  }
  return log >> 16n;
}

/** Sine and cosine of a fixed-point angle with |angle| <= 1. */
export function fixedSineCosine(angle: bigint, bits: number): { sine: bigint; cosine: bigint } {
  const wide = BigInt(bits) + 16n;
  const argument = angle << 16n;
  const square = (argument * argument) >> wide;
  const one = 1n << wide;
  let [sine, cosine] = [argument, one];
  let [sineTerm, cosineTerm] = [argument, one];
  for (let n = 1n; sineTerm !== 0n || cosineTerm !== 0n; n += 2n) {
    cosineTerm = -((cosineTerm * square) >> wide) / (n * (n + 1n));
    sineTerm = -((sineTerm * square) >> wide) / ((n + 1n) * (n + 2n));
    // Shifting rounds down, so that a negative term would never reach zero.
    if (cosineTerm === -1n) cosineTerm = 0n;
    if (sineTerm === -1n) sineTerm = 0n;
    sine += sineTerm;
    cosine += cosineTerm;
  }
  return { sine: sine >> 16n, cosine: cosine >> 16n };
}

/** The quadrant of an angle of any size, and sine and cosine of the rest in [-pi/4, pi/4]. */
export function fixedReducedAngle(value: number, bits: number): { quadrant: number; sine: bigint; cosine: bigint } {
  // Enough bits of pi that the rest keeps its own, even next to a multiple of pi/2.
  const wide = bits + 1200;
  const half = fixedPi(wide) >> 1n;
  const argument = fixedOf(value, wide);
  let quadrant = (2n * argument + half) / (2n * half);
  if (quadrant * 2n * half > 2n * argument + half) quadrant -= 1n;
  const rest = (argument - quadrant * half) >> 1200n;
  return { quadrant: Number(quadrant & 3n), ...fixedSineCosine(rest, bits) };
}

/** The angle of the point (x, y) given as fixed-point numbers of size about 1, x >= 0, y >= 0. */
export function fixedAngle(y: bigint, x: bigint, bits: number): bigint {
  const scale = BigInt(bits - 60);
  const start = Math.atan2(Number(y >> scale), Number(x >> scale));
  const angle = fixedOf(start, bits);
  const { sine, cosine } = fixedSineCosine(angle >> 1n, bits);
  // Sine and cosine of the double angle keep the series' argument below 1.
  const unit = BigInt(bits);
  const doubleSine = (2n * sine * cosine) >> unit;
  const doubleCosine = (cosine * cosine - sine * sine) >> unit;
  // What is missing is the angle of the point turned back by the start: tiny, so a few terms of the inverse tangent do.
  const tangent = ((y * doubleCosine - x * doubleSine) << unit) / (x * doubleCosine + y * doubleSine);
  const square = (tangent * tangent) >> unit;
  let term = tangent;
  let sum = tangent;
  for (let odd = 3n; term !== 0n && term !== -1n; odd += 2n) {
    term = -((term * square) >> unit);
    sum += term / odd;
  }
  return angle + sum;
}

/** The square root of a fixed-point value >= 0. */
export function fixedSquareRoot(value: bigint, bits: number): bigint {
  const scaled = value << BigInt(bits);
  if (scaled < 2n) return scaled;
  let root = 1n << BigInt((scaled.toString(16).length * 4 + 1) >> 1);
  for (;;) {
    const next = (root + scaled / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
