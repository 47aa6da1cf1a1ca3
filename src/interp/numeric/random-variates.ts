import { exp } from './exponential.ts';
import { logGamma } from './gamma-function.ts';
import { bitLength } from './int-bits.ts';
import { intFloorDivide } from './int-division.ts';
import { log, log2 } from './logarithm.ts';
import type { MersenneTwister } from './mersenne-twister.ts';
import { floatPower } from './pow-float.ts';
import { PyValueProblem } from './problem.ts';
import { acos, cos, sin } from './trigonometry.ts';

/**
 * The distributions of random.Random on a MersenneTwister, each drawing the same numbers in the same order as Python 3.13's module and
 * computing with the same operations, so that a stream goes on alike after any of them. Parameters and results are floats unless
 * they are said to be ints. Errors are those of the module; arguments of other classes are the caller's to convert or refuse.
 */

/** Gauss's second value of a pair, kept for the next call: seeding and setstate clear or set it (see getstate()[2]). */
export interface GaussState {
  gaussNext: number | undefined;
}

function valueProblem(message: string): PyValueProblem {
  return new PyValueProblem('ValueError', message);
}

/** A random index below `count`, 0 < count <= 2**32: choice(), shuffle() and sample() draw their positions with it. */
export function randomBelow(twister: MersenneTwister, count: number): number {
  return twister.below(count);
}

/** A random int below `count` > 0 of any size. */
export function randomBelowBig(twister: MersenneTwister, count: bigint): bigint {
  if (count <= 0xffffffffn) return BigInt(randomBelow(twister, Number(count)));
  const bits = bitLength(count);
  let drawn = twister.getrandbits(bits);
  while (drawn >= count) drawn = twister.getrandbits(bits);
  return drawn;
}

/** randrange(start, stop, step) with ints; randrange(stop) is randrange(0, stop, 1). */
export function randrange(twister: MersenneTwister, start: bigint, stop: bigint, step = 1n, stopOnly = false): bigint {
  const width = stop - start;
  if (stopOnly && stop <= 0n) throw valueProblem('empty range for randrange()');
  if (step === 0n) throw valueProblem('zero step for randrange()');
  if (step === 1n) {
    if (width > 0n) return start + randomBelowBig(twister, width);
    throw valueProblem(`empty range in randrange(${start}, ${stop})`);
  }
  const count = intFloorDivide(step > 0n ? width + step - 1n : width + step + 1n, step);
  if (count <= 0n) throw valueProblem(`empty range in randrange(${start}, ${stop}, ${step})`);
  return start + step * randomBelowBig(twister, count);
}

/** randint(first, last): both ends included. */
export function randint(twister: MersenneTwister, first: bigint, last: bigint): bigint {
  return randrange(twister, first, last + 1n);
}

/**
 * shuffle() of `length` items: calls swap(i, j) for each step, in order.
 */
export function shuffle(twister: MersenneTwister, length: number, swap: (i: number, j: number) => void): void {
  for (let i = length - 1; i >= 1; i--) swap(i, randomBelow(twister, i + 1));
}

/** sample(): `count` different indices below `length`, in the order of selection. */
export function sampleIndices(twister: MersenneTwister, length: number, count: number): number[] {
  if (count < 0 || count > length) throw valueProblem('Sample larger than population or is negative');
  const result: number[] = [];
  // A pool is a list of `length`, a set a table that grows by fours: the smaller one decides the method and so the draws.
  let tableSize = 21;
  if (count > 5) tableSize += 4 ** Math.ceil(log(count * 3) / log(4));
  if (length <= tableSize) {
    const pool = Array.from({ length }, (_, index) => index);
    for (let taken = 0; taken < count; taken++) {
      const j = randomBelow(twister, length - taken);
      result.push(pool[j]);
      pool[j] = pool[length - taken - 1];
    }
    return result;
  }
  const selected = new Set<number>();
  for (let taken = 0; taken < count; taken++) {
    let j = randomBelow(twister, length);
    while (selected.has(j)) j = randomBelow(twister, length);
    selected.add(j);
    result.push(j);
  }
  return result;
}

/** choices() without weights: `count` indices below `length` > 0. */
export function choiceIndices(twister: MersenneTwister, length: number, count: number): number[] {
  return Array.from({ length: Math.max(0, count) }, () => Math.floor(twister.random() * length));
}

/** choices() with cumulative weights: `count` indices. The weights are as many as the items, and more than none. */
export function weightedIndices(twister: MersenneTwister, cumulative: readonly number[], count: number): number[] {
  const total = (cumulative[cumulative.length - 1] ?? 0) + 0;
  if (total <= 0) throw valueProblem('Total of weights must be greater than zero');
  if (!Number.isFinite(total)) throw valueProblem('Total of weights must be finite');
  return Array.from({ length: Math.max(0, count) }, () => {
    const point = twister.random() * total;
    // bisect_right among all but the last.
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (point < (cumulative[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

export function uniform(twister: MersenneTwister, a: number, b: number): number {
  return a + (b - a) * twister.random();
}

/** triangular(low, high, mode); without a mode it is the middle. */
export function triangular(twister: MersenneTwister, low = 0, high = 1, mode?: number): number {
  let u = twister.random();
  let c = 0.5;
  if (mode !== undefined) {
    if (high - low === 0) return low;
    c = (mode - low) / (high - low);
  }
  if (u <= c) return low + (high - low) * Math.sqrt(u * c);
  u = 1 - u;
  c = 1 - c;
  return high + (low - high) * Math.sqrt(u * c);
}

const NORMAL_FACTOR = (4 * exp(-0.5)) / Math.sqrt(2);

/** normalvariate(mu, sigma), by Kinderman and Monahan's ratio of uniforms. */
export function normalvariate(twister: MersenneTwister, mu = 0, sigma = 1): number {
  for (;;) {
    const u1 = twister.random();
    const u2 = 1 - twister.random();
    const z = (NORMAL_FACTOR * (u1 - 0.5)) / u2;
    if ((z * z) / 4 <= -log(u2)) return mu + z * sigma;
  }
}

/** gauss(mu, sigma), by Box and Muller: every other call takes what the one before kept. */
export function gauss(twister: MersenneTwister, kept: GaussState, mu = 0, sigma = 1): number {
  let z = kept.gaussNext;
  kept.gaussNext = undefined;
  if (z === undefined) {
    const angle = twister.random() * (2 * Math.PI);
    const radius = Math.sqrt(-2 * log(1 - twister.random()));
    z = cos(angle) * radius;
    kept.gaussNext = sin(angle) * radius;
  }
  return mu + z * sigma;
}

/** lognormvariate(mu, sigma). OverflowError when out of range. */
export function lognormvariate(twister: MersenneTwister, mu = 0, sigma = 1): number {
  return checkedExp(normalvariate(twister, mu, sigma));
}

function checkedExp(x: number): number {
  const result = exp(x);
  if (result === Infinity && x !== Infinity) throw new PyValueProblem('OverflowError', 'math range error');
  return result;
}

/** expovariate(lambd). ZeroDivisionError for 0. */
export function expovariate(twister: MersenneTwister, lambd = 1): number {
  const u = -log(1 - twister.random());
  if (lambd === 0) throw new PyValueProblem('ZeroDivisionError', 'float division by zero');
  return u / lambd;
}

const TWO_PI = 2 * Math.PI;

/** The remainder of Python's %, for a positive divisor. */
function modulo(value: number, divisor: number): number {
  const rest = value % divisor;
  return rest < 0 ? rest + divisor : rest + 0;
}

/** vonmisesvariate(mu, kappa), by Fisher's method. */
export function vonmisesvariate(twister: MersenneTwister, mu: number, kappa: number): number {
  if (kappa <= 1e-6) return TWO_PI * twister.random();
  const s = 0.5 / kappa;
  const r = s + Math.sqrt(1 + s * s);
  let z: number;
  for (;;) {
    const u1 = twister.random();
    z = cos(Math.PI * u1);
    const d = z / (r + z);
    const u2 = twister.random();
    if (u2 < 1 - d * d || u2 <= (1 - d) * exp(d)) break;
  }
  const q = 1 / r;
  const f = (q + z) / (1 + q * z);
  const u3 = twister.random();
  return u3 > 0.5 ? modulo(mu + acos(f), TWO_PI) : modulo(mu - acos(f), TWO_PI);
}

const LOG_4 = log(4);
const SG_MAGIC = 1 + log(4.5);

/** gammavariate(alpha, beta): Cheng's method above 1, Ahrens and Dieter's below. */
export function gammavariate(twister: MersenneTwister, alpha: number, beta: number): number {
  if (alpha <= 0 || beta <= 0) throw valueProblem('gammavariate: alpha and beta must be > 0.0');
  if (alpha > 1) {
    const ainv = Math.sqrt(2 * alpha - 1);
    const bbb = alpha - LOG_4;
    const ccc = alpha + ainv;
    for (;;) {
      const u1 = twister.random();
      if (!(u1 > 1e-7 && u1 < 0.9999999)) continue;
      const u2 = 1 - twister.random();
      const v = log(u1 / (1 - u1)) / ainv;
      const x = alpha * exp(v);
      const z = u1 * u1 * u2;
      const r = bbb + ccc * v - x;
      if (r + SG_MAGIC - 4.5 * z >= 0 || r >= log(z)) return x * beta;
    }
  }
  if (alpha === 1) return -log(1 - twister.random()) * beta;
  for (;;) {
    const u = twister.random();
    const b = (Math.E + alpha) / Math.E;
    const p = b * u;
    const x = p <= 1 ? powerOf(p, 1 / alpha) : -log((b - p) / alpha);
    const u1 = twister.random();
    if (p > 1) {
      if (u1 <= powerOf(x, alpha - 1)) return x * beta;
    } else if (u1 <= exp(-x)) return x * beta;
  }
}

/** betavariate(alpha, beta). */
export function betavariate(twister: MersenneTwister, alpha: number, beta: number): number {
  const y = gammavariate(twister, alpha, 1);
  return y === 0 ? 0 : y / (y + gammavariate(twister, beta, 1));
}

/** paretovariate(alpha). */
export function paretovariate(twister: MersenneTwister, alpha: number): number {
  const u = 1 - twister.random();
  if (alpha === 0) throw new PyValueProblem('ZeroDivisionError', 'float division by zero');
  return powerOf(u, -1 / alpha);
}

/** weibullvariate(alpha, beta). */
export function weibullvariate(twister: MersenneTwister, alpha: number, beta: number): number {
  const u = 1 - twister.random();
  if (beta === 0) throw new PyValueProblem('ZeroDivisionError', 'float division by zero');
  return alpha * powerOf(-log(u), 1 / beta);
}

/** A power of a base >= 0. */
function powerOf(base: number, exponent: number): number {
  return floatPower(base, exponent) ?? NaN;
}

/** binomialvariate(n, p): an int below 2**53. Inversion by waiting times below 10 expected successes, transformed rejection above. */
export function binomialvariate(twister: MersenneTwister, n = 1, p = 0.5): number {
  if (n < 0) throw valueProblem('n must be non-negative');
  if (p <= 0 || p >= 1) {
    if (p === 0) return 0;
    if (p === 1) return n;
    throw valueProblem('p must be in the range 0.0 <= p <= 1.0');
  }
  if (n === 1) return twister.random() < p ? 1 : 0;
  if (p > 0.5) return n - binomialvariate(twister, n, 1 - p);
  return n * p < 10 ? countedSuccesses(twister, n, p) : rejectedSuccesses(twister, n, p);
}

/** Devroye's first waiting time algorithm. */
function countedSuccesses(twister: MersenneTwister, n: number, p: number): number {
  let x = 0;
  let y = 0;
  const c = log2(1 - p);
  if (c === 0) return x;
  for (;;) {
    y += Math.floor(log2(twister.random()) / c) + 1;
    if (y > n) return x;
    x += 1;
  }
}

/** Hörmann's BTRS, transformed rejection with squeeze. */
function rejectedSuccesses(twister: MersenneTwister, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const vr = 0.92 - 4.2 / b;
  let prepared = false;
  let alpha = 0;
  let lpq = 0;
  let m = 0;
  let h = 0;
  for (;;) {
    let u = twister.random();
    u -= 0.5;
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (k < 0 || k > n) continue;
    let v = twister.random();
    if (us >= 0.07 && v <= vr) return k;
    if (!prepared) {
      alpha = (2.83 + 5.1 / b) * spread;
      lpq = log(p / (1 - p));
      m = Math.floor((n + 1) * p);
      h = logGamma(m + 1) + logGamma(n - m + 1);
      prepared = true;
    }
    v *= alpha / (a / (us * us) + b);
    if (log(v) <= h - logGamma(k + 1) - logGamma(n - k + 1) + (k - m) * lpq) return k;
  }
}
