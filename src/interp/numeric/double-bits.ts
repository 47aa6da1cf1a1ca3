/**
 * The bits of an IEEE 754 binary64 number.
 *
 *   63    62..52     51..0
 *   sign  exponent   fraction          high word = bits 63..32, low word = bits 31..0
 */
const view = new DataView(new ArrayBuffer(8));

/** Bits 63..32 as a signed 32-bit number: negative exactly when the sign bit is set. */
export function highWord(value: number): number {
  view.setFloat64(0, value);
  return view.getInt32(0);
}

/** Bits 31..0 as an unsigned 32-bit number. */
export function lowWord(value: number): number {
  view.setFloat64(0, value);
  return view.getUint32(4);
}

/** The double whose two words are given (any int32 or uint32 values). */
export function doubleOfWords(high: number, low: number): number {
  view.setInt32(0, high);
  view.setInt32(4, low);
  return view.getFloat64(0);
}

/** All 64 bits as an unsigned integer. */
export function doubleBits(value: number): bigint {
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}

/** The double with the given 64 bits. */
export function doubleOfBits(bits: bigint): number {
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

/** True for negative numbers, -0.0 and nans with the sign bit. */
export function signBit(value: number): boolean {
  return highWord(value) < 0;
}

/** `magnitude` with the sign of `sign`, signed zeros included. */
export function copySign(magnitude: number, sign: number): number {
  const absolute = Math.abs(magnitude);
  return signBit(sign) ? -absolute : absolute;
}

/**
 * Exponent e with 2**e <= |value| < 2**(e+1), for a finite value other than zero; subnormals included.
 */
export function binaryExponent(value: number): number {
  const biased = (highWord(value) >>> 20) & 0x7ff;
  if (biased !== 0) return biased - 1023;
  const scaled = value * 2 ** 54;
  return ((highWord(scaled) >>> 20) & 0x7ff) - 1023 - 54;
}

/** How often 2 divides the finite value, which is not zero; negative for a value with a fraction. */
export function twosInDouble(value: number): number {
  let high = highWord(value);
  const low = lowWord(value);
  const biased = (high >>> 20) & 0x7ff;
  high &= 0xfffff;
  if (biased !== 0) high |= 0x100000;
  const unit = (biased === 0 ? 1 : biased) - 1075;
  if (low !== 0) return unit + 31 - Math.clz32(low & -low);
  return unit + 32 + 31 - Math.clz32(high & -high);
}

/** A finite value as `mantissa * 2**exponent`, with the sign in the mantissa and |mantissa| < 2**53. */
export function decompose(value: number): { mantissa: bigint; exponent: number } {
  const high = highWord(value);
  const biased = (high >>> 20) & 0x7ff;
  const top = (high & 0xfffff) | (biased === 0 ? 0 : 0x100000);
  const magnitude = BigInt(top * 0x1_0000_0000 + lowWord(value));
  return { mantissa: high < 0 ? -magnitude : magnitude, exponent: (biased === 0 ? 1 : biased) - 1075 };
}

/** `value * 2**exponent`, rounded once (half to even) where the result is subnormal; Infinity where it overflows. */
export function scaleByPowerOfTwo(value: number, exponent: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const from = binaryExponent(value);
  const target = from + exponent;
  if (target > 1023) return value < 0 ? -Infinity : Infinity;
  if (target < -1080) return value < 0 ? -0 : 0;
  // Normalise to [1, 2) without rounding, so that only the last factor can round.
  const unit = from < -1000 ? value * 2 ** 100 * powerOfTwo(-from - 100) : value * powerOfTwo(-from);
  return target >= -1022 ? unit * powerOfTwo(target) : unit * powerOfTwo(target + 1000) * powerOfTwo(-1000);
}

/** 2**exponent for -1023 <= exponent <= 1023, exact. */
export function powerOfTwo(exponent: number): number {
  return exponent >= -1022 ? doubleOfWords((exponent + 1023) << 20, 0) : 2 ** -1023;
}

/** Bits of a positive integer. */
function widthOf(value: bigint): number {
  const hex = value.toString(16);
  return 4 * (hex.length - 1) + 32 - Math.clz32(Number.parseInt(hex.charAt(0), 16));
}

/** `value * 2**exponent` for an integer >= 0 of any size, rounded once (half to even), subnormal results included. */
export function roundedDouble(value: bigint, exponent: number): number {
  if (value === 0n) return 0;
  const drop = Math.max(widthOf(value) - 53, -1074 - exponent);
  if (drop <= 0) return scaleByPowerOfTwo(Number(value), exponent);
  const kept = value >> BigInt(drop);
  const rest = value - (kept << BigInt(drop));
  const half = 1n << BigInt(drop - 1);
  const up = rest > half || (rest === half && (kept & 1n) === 1n);
  const rounded = up ? kept + 1n : kept;
  return rounded === 0n ? 0 : scaleByPowerOfTwo(Number(rounded), exponent + drop);
}
