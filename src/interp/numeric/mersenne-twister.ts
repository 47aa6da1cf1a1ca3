import { createHash } from 'node:crypto';
import { PyValueProblem } from './problem.ts';

const SIZE = 624;
const MIDDLE = 397;

/**
 * The generator of random.Random: MT19937, giving the same numbers as CPython for the same seed.
 * (Matsumoto and Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudorandom number generator", 1998.)
 */
export class MersenneTwister {
  private readonly state = new Int32Array(SIZE);
  /** Words of the state that have been given out; at SIZE the next draw makes a new state. */
  private index = SIZE;

  /** Starts with the seed 0; see the seed methods. */
  constructor() {
    this.seedInt(0n);
  }

  /** random.seed(int): the sign does not matter. */
  seedInt(seed: bigint): void {
    let rest = seed < 0n ? -seed : seed;
    const key: number[] = [];
    do {
      key.push(Number(rest & 0xffffffffn));
      rest >>= 32n;
    } while (rest !== 0n);
    this.seedArray(Int32Array.from(key));
  }

  /** random.seed(str), given the bytes of its UTF-8, and random.seed(bytes): they and their SHA-512 as one number. */
  seedBytes(bytes: Uint8Array): void {
    const digest = createHash('sha512').update(bytes).digest('hex');
    this.seedInt(BigInt(`0x${Buffer.from(bytes).toString('hex')}${digest}`));
  }

  /** random.seed(float), or of another object, given its hash: taken as unsigned. */
  seedHash(hash: bigint): void {
    this.seedInt(BigInt.asUintN(64, hash));
  }

  private seedArray(key: Int32Array): void {
    const { state } = this;
    state[0] = 19650218;
    for (let i = 1; i < SIZE; i++) {
      const previous = state[i - 1];
      state[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
    }
    let at = 1;
    let next = 0;
    for (let count = Math.max(SIZE, key.length); count > 0; count--) {
      const previous = state[at - 1];
      state[at] = (state[at] ^ Math.imul(previous ^ (previous >>> 30), 1664525)) + key[next] + next;
      at++;
      next++;
      if (at >= SIZE) {
        state[0] = state[SIZE - 1];
        at = 1;
      }
      if (next >= key.length) next = 0;
    }
    for (let count = SIZE - 1; count > 0; count--) {
      const previous = state[at - 1];
      state[at] = (state[at] ^ Math.imul(previous ^ (previous >>> 30), 1566083941)) - at;
      at++;
      if (at >= SIZE) {
        state[0] = state[SIZE - 1];
        at = 1;
      }
    }
    state[0] = 0x80000000 | 0;
    this.index = SIZE;
  }

  private twist(): void {
    const { state } = this;
    for (let i = 0; i < SIZE; i++) {
      const bits = (state[i] & 0x80000000) | (state[i + 1 === SIZE ? 0 : i + 1] & 0x7fffffff);
      const source = i + MIDDLE;
      state[i] = state[source < SIZE ? source : source - SIZE] ^ (bits >>> 1) ^ (-(bits & 1) & 0x9908b0df);
    }
    this.index = 0;
  }

  /** The next 32 bits, as an int32. */
  next32(): number {
    if (this.index >= SIZE) this.twist();
    let word = this.state[this.index++];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return word ^ (word >>> 18);
  }

  /** random(): a multiple of 2**-53 in [0, 1). */
  random(): number {
    const high = this.next32() >>> 5;
    const low = this.next32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** getrandbits(count) for 0 < count <= 32, as an unsigned number. */
  bits(count: number): number {
    return this.next32() >>> (32 - count);
  }

  /** A random index below `count`, 0 < count < 2**53. */
  below(count: number): number {
    if (count > 2 ** 32) {
      const bits = count.toString(2).length;
      for (;;) {
        const drawn = Number(this.getrandbits(bits));
        if (drawn < count) return drawn;
      }
    }
    if (count === 2 ** 32) {
      // 33 bits are asked for, and the top one rejects.
      for (;;) {
        const low = this.bits(32);
        if (this.bits(1) === 0) return low;
      }
    }
    const bits = 32 - Math.clz32(count);
    let drawn = this.bits(bits);
    while (drawn >= count) drawn = this.bits(bits);
    return drawn;
  }

  /** getrandbits(count) of any size. ValueError for a negative count. */
  getrandbits(count: number): bigint {
    if (count < 0) throw new PyValueProblem('ValueError', 'number of bits must be non-negative');
    if (count === 0) return 0n;
    if (count <= 32) return BigInt(this.bits(count));
    // The first word drawn is the lowest.
    let hex = '';
    let rest = count;
    for (; rest > 32; rest -= 32) hex = (this.next32() >>> 0).toString(16).padStart(8, '0') + hex;
    return BigInt(`0x${this.bits(rest).toString(16)}${hex}`);
  }

  /** The middle part of getstate(): 624 unsigned words and the index. */
  getState(): number[] {
    return [...Uint32Array.from(this.state), this.index];
  }

  /** Restores what `getState` gave. ValueError for a wrong shape. */
  setState(words: readonly number[]): void {
    if (words.length !== SIZE + 1) throw new PyValueProblem('ValueError', 'state vector is the wrong size');
    const index = words[SIZE] ?? -1;
    if (!Number.isInteger(index) || index < 0 || index > SIZE) throw new PyValueProblem('ValueError', 'invalid state');
    for (let i = 0; i < SIZE; i++) this.state[i] = words[i] ?? 0;
    this.index = index;
  }
}
