/**
 * Sources of random numbers for random.Random: one that works on the state in an instance's block, and one that asks the methods of a subclass. Both are
 * MersenneTwisters, so that the distributions of numeric/random-variates.ts draw from them.
 */
import { type Address, WORDS } from '../../heap/memory.ts';
import { MersenneTwister } from '../numeric/mersenne-twister.ts';
import { intToBigInt, intToSafeNumber, isInt, newInt } from '../objects/int.ts';
import { callMethod } from '../runtime/attributes.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import { asDouble } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';

const M = WORDS;

const SIZE = 624;
const MIDDLE = 397;
/** Words of a Random instance: how many of the state have been given out, then the state. */
export const INDEX = 4;
export const STATE = 5;

/** Draws from the state of the instance it was last attached to; keeps nothing of its own between draws. */
export class HeapTwister extends MersenneTwister {
  private readonly M: Runtime['M'];
  private self: Address = 0;

  constructor(_rt: Runtime) {
    super();
    this.M = M;
  }

  attach(self: Address): this {
    this.self = self;
    return this;
  }

  /** Copies the state of a generator into the instance attached. */
  take(source: MersenneTwister): void {
    const words = source.getState();
    for (let word = 0; word < SIZE; word++) this.M[this.self + STATE + word] = words[word]! | 0;
    this.M[this.self + INDEX] = words[SIZE]!;
  }

  override getState(): number[] {
    const words: number[] = [];
    for (let word = 0; word < SIZE; word++) words.push(this.M[this.self + STATE + word] >>> 0);
    words.push(this.M[this.self + INDEX]);
    return words;
  }

  private renew(): void {
    const M = this.M;
    const state = this.self + STATE;
    for (let i = 0; i < SIZE; i++) {
      const bits = (M[state + i] & 0x80000000) | (M[state + (i + 1 === SIZE ? 0 : i + 1)] & 0x7fffffff);
      const source = i + MIDDLE;
      M[state + i] = M[state + (source < SIZE ? source : source - SIZE)] ^ (bits >>> 1) ^ (-(bits & 1) & 0x9908b0df);
    }
    M[this.self + INDEX] = 0;
  }

  override next32(): number {
    const M = this.M;
    if (M[this.self + INDEX] >= SIZE) this.renew();
    const index = M[this.self + INDEX]++;
    let word = M[this.self + STATE + index];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return word ^ (word >>> 18);
  }
}

/** Draws by calling `random()` and `getrandbits()` of an instance whose class overrides them (CPython: Random.__init_subclass__). */
export class MethodTwister extends MersenneTwister {
  private readonly rt: Runtime;
  /** Stack slot of the instance. */
  private readonly slot: Address;
  private readonly givesBits: boolean;

  constructor(rt: Runtime, slot: Address, givesBits: boolean) {
    super();
    this.rt = rt;
    this.slot = slot;
    this.givesBits = givesBits;
  }

  override random(): number {
    const { rt } = this;
    const drawn = rt.push(callMethod(rt, M[this.slot], 'random'));
    const value = asDouble(rt, M[drawn]);
    rt.unwind(drawn);
    return value;
  }

  override bits(count: number): number {
    const { rt } = this;
    const drawn = rt.push(callMethod(rt, M[this.slot], 'getrandbits', newInt(rt, count)));
    if (!isInt(rt, M[drawn])) raiseTypeError(rt, `'${rt.typeOf(M[drawn]).name}' object cannot be interpreted as an integer`);
    const value = intToSafeNumber(rt, M[drawn]);
    rt.unwind(drawn);
    return value;
  }

  override getrandbits(count: number): bigint {
    const { rt } = this;
    const drawn = rt.push(callMethod(rt, M[this.slot], 'getrandbits', newInt(rt, count)));
    const value = intToBigInt(rt, M[drawn]);
    rt.unwind(drawn);
    return value;
  }

  override below(count: number): number {
    if (this.givesBits) return super.below(count);
    const most = 2 ** 53;
    const limit = (most - (most % count)) / most;
    let drawn = this.random();
    while (drawn >= limit) drawn = this.random();
    return Number(BigInt(Math.floor(drawn * most)) % BigInt(count));
  }
}
