import { tail, twoProduct, twoSum } from './double-double.ts';
import { PyValueProblem } from './problem.ts';

/**
 * math.fsum: the sum rounded once, ties to even. Partial sums that do not overlap hold it exactly (Shewchuk, "Adaptive precision
 * floating-point arithmetic", 1997). Infinities and nans give what addition gives.
 * ValueError for infinities of both signs, OverflowError when a partial sum overflows.
 */
export function exactSum(values: Iterable<number>): number {
  const partials: number[] = [];
  let special = 0;
  let infinities = 0;
  for (const value of values) {
    let x = value;
    let kept = 0;
    for (const partial of partials) {
      const high = Math.abs(x) < Math.abs(partial) ? twoSum(partial, x) : twoSum(x, partial);
      if (tail[0] !== 0) partials[kept++] = tail[0];
      x = high;
    }
    partials.length = kept;
    if (x === 0) continue;
    if (Number.isFinite(x)) {
      partials.push(x);
      continue;
    }
    if (Number.isFinite(value)) throw new PyValueProblem('OverflowError', 'intermediate overflow in fsum');
    if (!Number.isNaN(value)) infinities += value;
    special += value;
    partials.length = 0;
  }
  if (special !== 0) {
    if (Number.isNaN(infinities)) throw new PyValueProblem('ValueError', '-inf + inf in fsum');
    return special;
  }
  return roundedPartials(partials);
}

/** The sum of partials that do not overlap, smallest first. */
function roundedPartials(partials: readonly number[]): number {
  let at = partials.length;
  if (at === 0) return 0;
  let high = partials[--at] as number;
  let low = 0;
  while (at > 0) {
    high = twoSum(high, partials[--at] as number);
    low = tail[0];
    if (low !== 0) break;
  }
  // Half a unit that more partials follow is no tie: round away when they have its sign.
  const next = at > 0 ? (partials[at - 1] as number) : 0;
  if ((low < 0 && next < 0) || (low > 0 && next > 0)) {
    const doubled = low * 2;
    const rounded = high + doubled;
    if (doubled === rounded - high) return rounded;
  }
  return high;
}

/** math.sumprod of floats: the sum of the products, rounded once; where something is not finite, plain arithmetic. */
export function exactSumOfProducts(left: ArrayLike<number>, right: ArrayLike<number>): number {
  const parts: number[] = [];
  let plain = 0;
  let safe = true;
  for (let index = 0; index < left.length; index++) {
    const product = twoProduct(left[index], right[index]);
    plain += product;
    // The split of a product that is very large overflows, the low part of a very small one is cut.
    const size = Math.abs(product);
    if (!(size < 2 ** 900) || (size < 2 ** -900 && left[index] !== 0 && right[index] !== 0)) safe = false;
    parts.push(product, tail[0]);
  }
  return safe && Number.isFinite(plain) ? exactSum(parts) : plain;
}

/**
 * One step of the builtin sum() over floats: a sum with a compensation that takes what each addition loses (Neumaier, 1974).
 * state[0] is the sum, state[1] the compensation.
 */
export function addCompensated(state: Float64Array, value: number): void {
  const sum = state[0];
  const total = sum + value;
  state[1] += Math.abs(sum) >= Math.abs(value) ? sum - total + value : value - total + sum;
  state[0] = total;
}

/** The sum so far; a compensation that is not finite is dropped. */
export function compensatedTotal(state: Float64Array): number {
  return state[1] !== 0 && Number.isFinite(state[1]) ? state[0] + state[1] : state[0];
}
