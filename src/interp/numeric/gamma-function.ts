import { exp } from './exponential.ts';
import { log } from './logarithm.ts';
import { positivePower } from './power-function.ts';
import { PyValueProblem } from './problem.ts';
import { cos, sin } from './trigonometry.ts';

/**
 * math.gamma and math.lgamma by Lanczos's approximation with g = 6.0246..., N = 13, the parameters and the order of operations that
 * CPython's math module uses, so that results agree to the last bit where the elementary functions do.
 * (Lanczos, "A precision approximation of the gamma function", 1964; coefficients of Boost's lanczos13m53.)
 */

const G = 6.02468004077673;
const G_MINUS_HALF = 5.52468004077673;

const numerator = Float64Array.of(
  23531376880.41076,
  42919803642.6491,
  35711959237.35567,
  17921034426.03721,
  6039542586.352028,
  1439720407.3117216,
  248874557.86205417,
  31426415.585400194,
  2876370.6289353725,
  186056.26539522348,
  8071.672002365816,
  210.82427775157936,
  2.5066282746310002,
);

/** The coefficients of x(x+1)...(x+11). */
const denominator = Float64Array.of(
  0,
  39916800,
  120543840,
  150917976,
  105258076,
  45995730,
  13339535,
  2637558,
  357423,
  32670,
  1925,
  66,
  1,
);

function lanczosSum(x: number): number {
  let above = 0;
  let below = 0;
  if (x < 5) {
    for (let index = 12; index >= 0; index--) {
      above = above * x + numerator[index];
      below = below * x + denominator[index];
    }
  } else {
    // Powers of 1/x, so that nothing overflows.
    for (let index = 0; index < 13; index++) {
      above = above / x + numerator[index];
      below = below / x + denominator[index];
    }
  }
  return above / below;
}

/** sin(pi x), exact at whole and half numbers. */
function sinePi(x: number): number {
  const rest = Math.abs(x) % 2;
  const eighth = Math.round(2 * rest);
  let result: number;
  if (eighth === 0) result = sin(Math.PI * rest);
  else if (eighth === 1) result = cos(Math.PI * (rest - 0.5));
  // Not -sin(pi (rest - 1)): that would give -0 for 1.
  else if (eighth === 2) result = sin(Math.PI * (1 - rest));
  else if (eighth === 3) result = -cos(Math.PI * (rest - 1.5));
  else result = sin(Math.PI * (rest - 2));
  return x < 0 ? -result : result;
}

const factorials = Float64Array.from({ length: 23 }, (_, n) => {
  let product = 1;
  for (let factor = 2; factor <= n; factor++) product *= factor;
  return product;
});

/** math.gamma(x). ValueError at the poles and at -inf, OverflowError out of range. */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) {
    if (Number.isNaN(x) || x > 0) return x;
    throw new PyValueProblem('ValueError', 'math domain error');
  }
  if (x === 0 || (x < 0 && Number.isInteger(x))) throw new PyValueProblem('ValueError', 'math domain error');
  if (Number.isInteger(x) && x <= 23) return factorials[x - 1];
  const size = Math.abs(x);
  let result: number;
  if (size < 1e-20) result = 1 / x;
  else if (size > 200) {
    // Between two negative poles the values are too small to be told from zero.
    if (x < 0) return 0 / sinePi(x);
    result = Infinity;
  } else result = ordinaryGamma(x, size);
  if (!Number.isFinite(result)) throw new PyValueProblem('OverflowError', 'math range error');
  return result;
}

function ordinaryGamma(x: number, size: number): number {
  const y = size + G_MINUS_HALF;
  // What y lost to rounding, as a correction of first order.
  const lost = size > G_MINUS_HALF ? y - size - G_MINUS_HALF : y - G_MINUS_HALF - size;
  const correction = (lost * G) / y;
  if (x < 0) {
    let result = ((-Math.PI / sinePi(size) / size) * exp(y)) / lanczosSum(size);
    result -= correction * result;
    if (size < 140) return result / positivePower(y, size - 0.5);
    const root = positivePower(y, size / 2 - 0.25);
    return result / root / root;
  }
  let result = lanczosSum(size) / exp(y);
  result += correction * result;
  if (size < 140) return result * positivePower(y, size - 0.5);
  const root = positivePower(y, size / 2 - 0.25);
  return result * root * root;
}

const LOG_PI = 1.1447298858494002;

/** math.lgamma(x): log(|gamma(x)|). ValueError at the poles, OverflowError out of range. */
export function logGamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (Number.isInteger(x) && x <= 2) {
    if (x <= 0) throw new PyValueProblem('ValueError', 'math domain error');
    return 0;
  }
  const size = Math.abs(x);
  if (size < 1e-20) return -log(size);
  let result = log(lanczosSum(size)) - G;
  result += (size - 0.5) * (log(size + G - 0.5) - 1);
  if (x < 0) result = LOG_PI - log(Math.abs(sinePi(size))) - log(size) - result;
  if (!Number.isFinite(result)) throw new PyValueProblem('OverflowError', 'math range error');
  return result;
}
