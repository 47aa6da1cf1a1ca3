import { fixedOf } from './big-elementary.ts';
import { decompose, roundedDouble, scaleByPowerOfTwo } from './double-bits.ts';
import { tail, twoProduct } from './double-double.ts';
import { roundedExpPair, slowExp } from './exponential.ts';
import { fixedLogOf, logPair } from './logarithm.ts';

/**
 * base**exponent for a finite base > 0 and a finite exponent, correctly rounded: e**(exponent × log(base)) in double-double, about one
 * result in 2000 again with bigints. Infinity and 0 out of range; signs, zeros and infinities are for pow-float.ts.
 */
export function positivePower(base: number, exponent: number): number {
  if (base === 1 || exponent === 0) return 1;
  if (exponent === 1) return base;
  if (exponent === 2) return base * base;
  if (exponent === 0.5) return Math.sqrt(base);
  if (exponent === -1) return 1 / base;
  const log = logPair(base);
  const logLow = tail[0];
  const size = exponent * log;
  if (size > 710) return Infinity;
  if (size < -746) return 0;
  if (Math.abs(size) < 2 ** -60) return 1 + size;
  const product = twoProduct(exponent, log);
  const productLow = tail[0] + exponent * logLow;
  return roundedExpPair(product, productLow, 2 ** -64) ?? exactPower(base, exponent) ?? slowPower(base, exponent);
}

/** A power that is an integer's power, which may be exactly a tie: computed in full. */
function exactPower(base: number, exponent: number): number | undefined {
  if (!Number.isInteger(exponent)) return undefined;
  const parts = decompose(base);
  let { mantissa } = parts;
  let twos = parts.exponent;
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    twos += 1;
  }
  if (mantissa === 1n) return scaleByPowerOfTwo(1, twos * exponent);
  if (exponent < 0 || exponent > 64) return undefined;
  return roundedDouble(mantissa ** BigInt(exponent), twos * exponent);
}

function slowPower(base: number, exponent: number): number {
  return slowExp((bits) => {
    const wide = bits + 40;
    // The exponent's bits below the fixed point matter: its own unit is far below one.
    const factor = fixedOf(exponent, wide + 1100);
    return (fixedLogOf(base, wide) * factor) >> BigInt(wide + 1140);
  });
}
