/**
 * Double-double arithmetic: a number as the unevaluated sum of two doubles, about 106 bits. Each function returns the high
 * part and leaves the low one in `tail[0]`, so that nothing is allocated; read it before the next call.
 * Magnitudes must stay below 2**990. (Dekker, "A floating-point technique for extending the available precision", 1971.)
 */
export const tail = new Float64Array(1);

/** a + b, exact. */
export function twoSum(a: number, b: number): number {
  const sum = a + b;
  const back = sum - a;
  tail[0] = a - (sum - back) + (b - back);
  return sum;
}

/** a + b for |a| >= |b|, exact. */
export function quickTwoSum(a: number, b: number): number {
  const sum = a + b;
  tail[0] = b - (sum - a);
  return sum;
}

/** a * b, exact unless the low part underflows. */
export function twoProduct(a: number, b: number): number {
  const product = a * b;
  let wide = 134217729 * a;
  const aHigh = wide - (wide - a);
  const aLow = a - aHigh;
  wide = 134217729 * b;
  const bHigh = wide - (wide - b);
  const bLow = b - bHigh;
  tail[0] = aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
  return product;
}

/** (a + aLow) + (b + bLow) */
export function addPairs(a: number, aLow: number, b: number, bLow: number): number {
  const sum = twoSum(a, b);
  return quickTwoSum(sum, tail[0] + (aLow + bLow));
}

/** (a + aLow) * (b + bLow) */
export function multiplyPairs(a: number, aLow: number, b: number, bLow: number): number {
  const product = twoProduct(a, b);
  return quickTwoSum(product, tail[0] + (a * bLow + aLow * b));
}

/** (a + aLow) / (b + bLow) */
export function dividePairs(a: number, aLow: number, b: number, bLow: number): number {
  const quotient = a / b;
  const product = twoProduct(quotient, b);
  const rest = a - product - tail[0] + aLow - quotient * bLow;
  return quickTwoSum(quotient, rest / b);
}

/** sqrt(a + aLow) */
export function rootOfPair(a: number, aLow: number): number {
  if (a <= 0) {
    tail[0] = 0;
    return 0;
  }
  const root = Math.sqrt(a);
  const square = twoProduct(root, root);
  return quickTwoSum(root, (a - square - tail[0] + aLow) / (2 * root));
}
