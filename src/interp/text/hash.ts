/**
 * SipHash-1-3 with an all-zero key: hash() of str and bytes in CPython 3.13 under PYTHONHASHSEED=0. A str is hashed as its
 * bytes of 1, 2 or 4 a character, little-endian. (Aumasson and Bernstein, "SipHash: a fast short-input PRF".)
 *
 * The four 64-bit words of the state are pairs of int32: a sum of low words carries when it is, unsigned, below an addend.
 */

/**
 * Writes the hash of `length` bytes from `start` to out[0] (low word) and out[1] (high word). As hash() never gives -1, that
 * becomes -2; no bytes at all hash to 0.
 */
export function sipHash13(bytes: Uint8Array, start: number, length: number, out: Int32Array): void {
  if (length === 0) {
    out[0] = 0;
    out[1] = 0;
    return;
  }
  // "somepseudorandomlygeneratedbytes", xored with the key.
  let a1 = 0x736f6d65;
  let a0 = 0x70736575;
  let b1 = 0x646f7261;
  let b0 = 0x6e646f6d;
  let c1 = 0x6c796765;
  let c0 = 0x6e657261;
  let d1 = 0x74656462;
  let d0 = 0x79746573;
  const blocks = length >>> 3;
  let at = start;
  // One round for each block of eight bytes, one for the last, three to finish.
  for (let round = 0; round < blocks + 4; round++) {
    let m0 = 0;
    let m1 = 0;
    if (round < blocks) {
      m0 = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
      m1 = bytes[at + 4] | (bytes[at + 5] << 8) | (bytes[at + 6] << 16) | (bytes[at + 7] << 24);
      at += 8;
    } else if (round === blocks) {
      const rest = length & 7;
      for (let index = 0; index < rest; index++) {
        const byte = bytes[at + index];
        if (index < 4) m0 |= byte << (8 * index);
        else m1 |= byte << (8 * (index - 4));
      }
      m1 |= length << 24;
    } else if (round === blocks + 1) {
      c0 ^= 0xff;
    }
    d0 ^= m0;
    d1 ^= m1;

    // a += b; c += d
    let low = (a0 + b0) | 0;
    a1 = (a1 + b1 + (low >>> 0 < a0 >>> 0 ? 1 : 0)) | 0;
    a0 = low;
    low = (c0 + d0) | 0;
    c1 = (c1 + d1 + (low >>> 0 < c0 >>> 0 ? 1 : 0)) | 0;
    c0 = low;
    // b = rotl(b, 13) ^ a; d = rotl(d, 16) ^ c; a = rotl(a, 32)
    let high = ((b1 << 13) | (b0 >>> 19)) ^ a1;
    b0 = ((b0 << 13) | (b1 >>> 19)) ^ a0;
    b1 = high;
    high = ((d1 << 16) | (d0 >>> 16)) ^ c1;
    d0 = ((d0 << 16) | (d1 >>> 16)) ^ c0;
    d1 = high;
    low = a1;
    a1 = a0;
    a0 = low;
    // c += b; a += d
    low = (c0 + b0) | 0;
    c1 = (c1 + b1 + (low >>> 0 < c0 >>> 0 ? 1 : 0)) | 0;
    c0 = low;
    low = (a0 + d0) | 0;
    a1 = (a1 + d1 + (low >>> 0 < a0 >>> 0 ? 1 : 0)) | 0;
    a0 = low;
    // b = rotl(b, 17) ^ c; d = rotl(d, 21) ^ a; c = rotl(c, 32)
    high = ((b1 << 17) | (b0 >>> 15)) ^ c1;
    b0 = ((b0 << 17) | (b1 >>> 15)) ^ c0;
    b1 = high;
    high = ((d1 << 21) | (d0 >>> 11)) ^ a1;
    d0 = ((d0 << 21) | (d1 >>> 11)) ^ a0;
    d1 = high;
    low = c1;
    c1 = c0;
    c0 = low;

    a0 ^= m0;
    a1 ^= m1;
  }
  const low = a0 ^ b0 ^ c0 ^ d0;
  const high = a1 ^ b1 ^ c1 ^ d1;
  out[0] = low === -1 && high === -1 ? -2 : low;
  out[1] = high;
}
