import { fixedOf } from './big-elementary.ts';
import { roundedDouble } from './double-bits.ts';

/** Bits with which the tables of the fast paths are computed. */
export const TABLE_BITS = 176;

/** Splits a fixed-point value of TABLE_BITS bits into a double-double: out[index] the high part, out[index + 1] the low one. */
export function storePair(value: bigint, out: Float64Array, index: number): void {
  const magnitude = value < 0n ? -value : value;
  const high = roundedDouble(magnitude, -TABLE_BITS);
  const rest = magnitude - fixedOf(high, TABLE_BITS);
  const low = rest < 0n ? -roundedDouble(-rest, -TABLE_BITS) : roundedDouble(rest, -TABLE_BITS);
  out[index] = value < 0n ? -high : high;
  out[index + 1] = value < 0n ? -low : low;
}

/** The leading `width` bits of a positive fixed-point value of TABLE_BITS bits as a double, and the value without them. */
export function splitLeading(value: bigint, width: number): readonly [leading: number, rest: bigint] {
  const drop = BigInt(value.toString(2).length - width);
  const kept = (value >> drop) << drop;
  return [roundedDouble(kept, -TABLE_BITS), value - kept];
}

/** `high + low`, a result with a relative error below `error`, as a double; undefined when the error could change its rounding. */
export function roundedPair(high: number, low: number, error: number): number | undefined {
  const margin = Math.abs(high) * error;
  const above = high + (low + margin);
  return above === high + (low - margin) ? above : undefined;
}
