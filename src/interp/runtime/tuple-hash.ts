/**
 * The hash of tuples and slices: CPython's simplified xxHash64 (Objects/tupleobject.c), on pairs of int32.
 */

const PRIME1_LOW = 0x85ebca87;
const PRIME1_HIGH = 0x9e3779b1;
const PRIME2_LOW = 0x27d4eb4f;
const PRIME2_HIGH = 0xc2b2ae3d;
const PRIME5_LOW = 0x165667c5;
const PRIME5_HIGH = 0x27d4eb2f;

/** A running hash: `start`, `add` for each item's hash, then read low and high. */
export class LaneHash {
  low = PRIME5_LOW | 0;
  high = PRIME5_HIGH | 0;

  private multiply(low: number, high: number): void {
    const a0 = this.low & 0xffff;
    const a1 = this.low >>> 16;
    const b0 = low & 0xffff;
    const b1 = low >>> 16;
    const cross1 = a1 * b0;
    const cross2 = a0 * b1;
    const base = a0 * b0;
    // Each term stays below 2^53.
    const middle = (base >>> 16) + (cross1 & 0xffff) + (cross2 & 0xffff);
    const carry = a1 * b1 + Math.floor(cross1 / 65536) + Math.floor(cross2 / 65536) + (middle >>> 16);
    this.high = (carry + Math.imul(this.low, high) + Math.imul(this.high, low)) | 0;
    this.low = ((middle & 0xffff) << 16) | (base & 0xffff);
  }

  /** Mixes in the hash of the next item. */
  add(laneLow: number, laneHigh: number): void {
    const low = this.low;
    const high = this.high;
    this.low = laneLow;
    this.high = laneHigh;
    this.multiply(PRIME2_LOW | 0, PRIME2_HIGH | 0);
    const sum = (this.low + low) | 0;
    this.high = (this.high + high + (sum >>> 0 < low >>> 0 ? 1 : 0)) | 0;
    // rotl 31
    this.low = (sum << 31) | (this.high >>> 1);
    this.high = (this.high << 31) | (sum >>> 1);
    this.multiply(PRIME1_LOW | 0, PRIME1_HIGH | 0);
  }

  /** Mixes in the number of items, as tuples (not slices) do. */
  addLength(count: number): void {
    // PRIME5 ^ 3527539
    const low = (count ^ (PRIME5_LOW ^ 3527539)) | 0;
    const sum = (this.low + low) | 0;
    this.high = (this.high + PRIME5_HIGH + (sum >>> 0 < low >>> 0 ? 1 : 0)) | 0;
    this.low = sum;
  }

  /** -1 is no hash. */
  finish(): void {
    if (this.low !== -1 || this.high !== -1) return;
    this.low = 1546275796;
    this.high = 0;
  }
}
