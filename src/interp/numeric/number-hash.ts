import { highWord, lowWord, powerOfTwo, twosInDouble } from './double-bits.ts';

/**
 * hash() of numbers: their value modulo the Mersenne prime P = 2**61 - 1, with the sign of the number, and -2 for -1;
 * equal numbers of different types hash alike. (Python documentation, "Hashing of numeric types".)
 *
 * Hashes are 64-bit signed integers. Where speed counts they are written as two int32 words: out[0] the low, out[1] the high.
 */
const P = (1n << 61n) - 1n;
const HASH_INFINITY = 314159;
const IMAGINARY_FACTOR = 1000003n;

/** hash(int). */
export function hashOfInt(value: bigint): bigint {
  const magnitude = value < 0n ? -value : value;
  const reduced = magnitude < P ? magnitude : magnitude % P;
  const signed = value < 0n ? -reduced : reduced;
  return signed === -1n ? -2n : signed;
}

/** Writes hash(float) to out[0] (low) and out[1] (high). A nan hashes by its address, so the caller handles it. */
export function writeHashOfDouble(value: number, out: Int32Array): void {
  if (value === (value | 0)) {
    const small = value | 0;
    out[0] = small === -1 ? -2 : small;
    out[1] = small >> 31;
    return;
  }
  const magnitude = Math.abs(value);
  if (magnitude === Infinity) {
    out[0] = value < 0 ? -HASH_INFINITY : HASH_INFINITY;
    out[1] = value < 0 ? -1 : 0;
    return;
  }
  // value = odd mantissa × 2**twos. Multiplying by 2**k modulo P rotates 61 bits left by k.
  const twos = twosInDouble(magnitude);
  const mantissa = oddMantissa(magnitude, twos);
  let high = Math.floor(mantissa / 0x1_0000_0000);
  let low = mantissa >>> 0;
  let rotate = ((twos % 61) + 61) % 61;
  while (rotate >= 29) {
    const top = high;
    high = low >>> 3;
    low = ((low << 29) | top) >>> 0;
    rotate -= 29;
  }
  if (rotate > 0) {
    const carried = high >>> (29 - rotate);
    high = ((high << rotate) | (low >>> (32 - rotate))) & 0x1fffffff;
    low = ((low << rotate) | carried) >>> 0;
  }
  writeSigned(high, low, value < 0, out);
}

/** `magnitude / 2**twos`, an odd integer below 2**53. */
function oddMantissa(magnitude: number, twos: number): number {
  const high = highWord(magnitude);
  const biased = high >>> 20;
  const top = biased === 0 ? high : (high & 0xfffff) | 0x100000;
  const whole = top * 0x1_0000_0000 + lowWord(magnitude);
  return whole * powerOfTwo((biased === 0 ? 1 : biased) - 1075 - twos);
}

function writeSigned(high: number, low: number, negative: boolean, out: Int32Array): void {
  if (!negative) {
    out[0] = low | 0;
    out[1] = high;
    return;
  }
  if (high === 0 && low === 1) low = 2;
  out[0] = -low | 0;
  out[1] = low === 0 ? -high | 0 : ~high;
}

const scratch = new Int32Array(2);

/** hash(float) for a value that is no nan. */
export function hashOfDouble(value: number): bigint {
  writeHashOfDouble(value, scratch);
  return (BigInt(scratch[1]) << 32n) | BigInt(scratch[0] >>> 0);
}

/** hash(complex), from the hashes of its parts (0 for a nan part is the caller's choice). */
export function hashOfComplex(realHash: bigint, imaginaryHash: bigint): bigint {
  const combined = BigInt.asIntN(64, BigInt.asUintN(64, realHash) + IMAGINARY_FACTOR * BigInt.asUintN(64, imaginaryHash));
  return combined === -1n ? -2n : combined;
}
