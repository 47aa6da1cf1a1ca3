import { PyValueProblem } from './problem.ts';

/** int.bit_length(): bits of the magnitude, 0 for 0. */
export function bitLength(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  if (magnitude < 0x1_0000_0000n) return 32 - Math.clz32(Number(magnitude));
  const hex = magnitude.toString(16);
  return 4 * (hex.length - 1) + 32 - Math.clz32(Number.parseInt(hex.charAt(0), 16));
}

/** int.bit_count(): ones in the magnitude. */
export function bitCount(value: bigint): number {
  const hex = (value < 0n ? -value : value).toString(16);
  let count = 0;
  for (let end = hex.length; end > 0; end -= 8) {
    let word = Number.parseInt(hex.slice(Math.max(0, end - 8), end), 16) | 0;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** Shift counts past this many bits cannot be held: the digits of a result, 30 bits in 4 bytes each, must fit a C ssize_t. */
const ssizeLimit = 30n << 61n;

/** Results past this many bits are MemoryError: more than any heap here holds. */
const memoryBits = 1n << 29n;

/** `value << count`. ValueError for a negative count, OverflowError or MemoryError for one that no memory can hold. */
export function shiftLeft(value: bigint, count: bigint): bigint {
  if (count < 0n) throw new PyValueProblem('ValueError', 'negative shift count');
  if (value === 0n) return 0n;
  if (count >= ssizeLimit) throw new PyValueProblem('OverflowError', 'too many digits in integer');
  if (count >= memoryBits) throw new PyValueProblem('MemoryError', '');
  return value << count;
}

/** `value >> count`, rounding towards minus infinity. */
export function shiftRight(value: bigint, count: bigint): bigint {
  if (count < 0n) throw new PyValueProblem('ValueError', 'negative shift count');
  if (count >= memoryBits) return value < 0n ? -1n : 0n;
  return value >> count;
}

/** int.to_bytes(length, byteorder, signed=...). */
export function intToBytes(value: bigint, length: number, byteOrder: string, signed: boolean): Uint8Array {
  const big = isBigEndian(byteOrder);
  if (length < 0) throw new PyValueProblem('ValueError', 'length argument must be non-negative');
  if (value < 0n && !signed) throw new PyValueProblem('OverflowError', "can't convert negative int to unsigned");
  // CPython lets -1 pass as no bytes at all.
  const fits =
    length === 0 && signed
      ? value === 0n || value === -1n
      : value === (signed ? BigInt.asIntN : BigInt.asUintN)(8 * length, value);
  if (!fits) throw new PyValueProblem('OverflowError', 'int too big to convert');
  const bytes = new Uint8Array(length);
  if (length === 0) return bytes;
  const hex = BigInt.asUintN(8 * length, value)
    .toString(16)
    .padStart(2 * length, '0');
  for (let index = 0; index < length; index++) {
    bytes[big ? index : length - 1 - index] = Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16);
  }
  return bytes;
}

/** int.from_bytes(bytes, byteorder, signed=...). */
export function intFromBytes(bytes: Uint8Array, byteOrder: string, signed: boolean): bigint {
  const big = isBigEndian(byteOrder);
  if (bytes.length === 0) return 0n;
  const parts: string[] = [];
  for (const byte of bytes) parts.push(byte.toString(16).padStart(2, '0'));
  if (!big) parts.reverse();
  const value = BigInt(`0x${parts.join('')}`);
  return signed ? BigInt.asIntN(8 * bytes.length, value) : value;
}

function isBigEndian(byteOrder: string): boolean {
  if (byteOrder === 'big') return true;
  if (byteOrder === 'little') return false;
  throw new PyValueProblem('ValueError', "byteorder must be either 'little' or 'big'");
}
