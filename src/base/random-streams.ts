/**
 * Keyed random streams: the only source of chance in heaplab.
 *
 * A stream is named by a path such as `['mutator', 1, 'cyclic', 7, 'lifetimes']`. The same path gives the same draws on every
 * machine, and two paths give streams that have nothing to do with each other. So case i of a campaign does not depend on
 * case i-1, and a new feature that draws at a place of its own leaves every other draw as it was.
 *
 * The generator is alea (Baagøe 2010) from seedrandom, seeded with the SHA-256 of the path. Hashing first cures what raw seeds
 * suffer from: 'ab' and 'abab' seed alike, the number 1 and the string '1' too, and neighbouring seeds correlate. A path is hashed as
 * JSON, so `[1]`, `['1']` and `['1', '']` differ.
 */
import { hash } from 'node:crypto';
import seedrandom from 'seedrandom';
import { assert } from './assert.ts';

export type PathPart = string | number;

/** One choice of a lottery: `tickets` is a whole number, 0 means never; `key` names the choice and is unique in its lottery. */
export interface Ticketed {
  readonly key: string;
  readonly tickets: number;
}

/** A sequence of draws. Every method advances the stream by a number of draws that does not depend on its arguments, but `shuffle`. */
export interface Stream {
  readonly path: readonly PathPart[];
  /** A stream of its own for a place below this one; this stream is not advanced. */
  at(...place: readonly PathPart[]): Stream;
  /** Uniform in [0, 1), 53 bits. */
  real(): number;
  /** Uniform whole number, both bounds included; the range holds at most 2^32 numbers. */
  int(lowest: number, highest: number): number;
  /** True with the given probability in 0..1. */
  chance(probability: number): boolean;
  /** One of the items, which must not be empty. */
  pick<T>(items: readonly T[]): T;
  /** A shuffled copy (Fisher and Yates). */
  shuffle<T>(items: readonly T[]): T[];
  /**
   * One of the choices, each with probability tickets / all tickets. Every ticket is hashed with one draw of the stream and the
   * highest wins. So a choice that is added, removed or re-weighted changes only the decisions that it wins or no longer
   * wins; cumulative weights would shift nearly all of them. At least one choice must have a ticket.
   */
  lottery<T extends Ticketed>(choices: readonly T[]): T;
  /** Geometric from 0 with the given mean (> 0 or 0): failures before a success of probability 1 / (1 + mean). */
  geometric(mean: number): number;
  /** Exponential with the given mean. */
  exponential(mean: number): number;
  /** Log-normal: exp of a normal draw with mean ln(median) and standard deviation sigma. */
  logNormal(median: number, sigma: number): number;
  /**
   * Power law with density ~ x^-(alpha + 1) between two bounds (bounded Pareto), 0 < lowest <= highest, alpha > 0. Alpha near 1 has
   * a heavy tail: the draws in the top tenth of the logarithmic range weigh as much as those in any other.
   */
  powerLaw(lowest: number, highest: number, alpha: number): number;
}

/** The stream at a path. Streams at the same path are equal and independent: each starts at its first draw. */
export function stream(path: readonly PathPart[]): Stream {
  return new KeyedStream(path);
}

class KeyedStream implements Stream {
  readonly path: readonly PathPart[];
  /** Made at the first draw: many streams only lead to others. */
  #generator: seedrandom.PRNG | null = null;

  constructor(path: readonly PathPart[]) {
    assert(path.length > 0, 'A random stream has a path that is not empty');
    for (const part of path)
      assert(typeof part === 'string' || Number.isSafeInteger(part), 'Parts of a path are strings or whole numbers');
    this.path = [...path];
  }

  get #draw(): seedrandom.PRNG {
    return (this.#generator ??= seedrandom.alea('', { state: aleaState(hash('sha256', JSON.stringify(this.path))) }));
  }

  at(...place: readonly PathPart[]): Stream {
    return new KeyedStream([...this.path, ...place]);
  }

  real(): number {
    return this.#draw.double();
  }

  int(lowest: number, highest: number): number {
    assert(Number.isSafeInteger(lowest) && Number.isSafeInteger(highest), 'Bounds of a random integer are whole numbers');
    assert(lowest <= highest && highest - lowest < 2 ** 32, 'The range of a random integer is not empty and at most 2^32 wide');
    return lowest + Math.floor(this.real() * (highest - lowest + 1));
  }

  chance(probability: number): boolean {
    return this.real() < probability;
  }

  pick<T>(items: readonly T[]): T {
    assert(items.length > 0, 'There is something to pick from');
    return items[this.int(0, items.length - 1)] as T;
  }

  shuffle<T>(items: readonly T[]): T[] {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.int(0, last);
      const moved = shuffled[last] as T;
      shuffled[last] = shuffled[other] as T;
      shuffled[other] = moved;
    }
    return shuffled;
  }

  lottery<T extends Ticketed>(choices: readonly T[]): T {
    const salt = this.#draw.int32();
    let winner: T | undefined;
    let highest = -1;
    for (const choice of choices) {
      assert(Number.isSafeInteger(choice.tickets) && choice.tickets >= 0, 'The number of tickets is a whole number');
      const name = hashOfText(choice.key, salt);
      for (let ticket = 0; ticket < choice.tickets; ticket++) {
        const drawn = mixed(name + Math.imul(ticket, 0x9e3779b9));
        if (drawn > highest) {
          highest = drawn;
          winner = choice;
        }
      }
    }
    assert(winner !== undefined, 'At least one choice of a lottery has a ticket');
    return winner;
  }

  geometric(mean: number): number {
    assert(mean >= 0, 'The mean of a geometric distribution is not negative');
    const uniform = this.real();
    return mean === 0 ? 0 : Math.floor(Math.log1p(-uniform) / Math.log(mean / (1 + mean)));
  }

  exponential(mean: number): number {
    assert(mean > 0, 'The mean of an exponential distribution is positive');
    return -mean * Math.log1p(-this.real());
  }

  logNormal(median: number, sigma: number): number {
    assert(median > 0 && sigma >= 0, 'A log-normal distribution has a positive median and a spread that is not negative');
    // Box and Muller; the second normal number is thrown away so that every call takes two draws.
    const radius = Math.sqrt(-2 * Math.log1p(-this.real()));
    const normal = radius * Math.cos(2 * Math.PI * this.real());
    return median * Math.exp(sigma * normal);
  }

  powerLaw(lowest: number, highest: number, alpha: number): number {
    assert(lowest > 0 && lowest <= highest && alpha > 0, 'A power law has bounds above 0, in order, and a positive exponent');
    const tail = Math.exp(-alpha * Math.log(highest / lowest));
    const drawn = lowest * Math.exp(-Math.log1p(-this.real() * (1 - tail)) / alpha);
    // Rounding may step over a bound by one unit in the last place.
    return Math.min(highest, Math.max(lowest, drawn));
  }
}

/**
 * The state that alea begins with for a seed: the library's own seeding, which a test compares it with. There it takes half the time of drawing a program, since each
 * step goes through a variable of a closure.
 */
function aleaState(seed: string): seedrandom.State.Alea {
  const { length } = seed;
  let n = 0xefc8249d;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  // One mash after another, each going on with the `n` of the one before: three of a blank, then three of the seed.
  for (let part = 0; part < 6; part++) {
    for (let at = 0; at < (part < 3 ? 1 : length); at++) {
      n += part < 3 ? 32 : seed.charCodeAt(at);
      let h = 0.02519603282416938 * n;
      n = h >>> 0;
      h -= n;
      h *= n;
      n = h >>> 0;
      h -= n;
      n += h * 0x100000000;
    }
    const value = (n >>> 0) * 2.3283064365386963e-10;
    if (part % 3 === 0) s0 = part < 3 ? value : below(s0 - value);
    else if (part % 3 === 1) s1 = part < 3 ? value : below(s1 - value);
    else s2 = part < 3 ? value : below(s2 - value);
  }
  return { c: 1, s0, s1, s2 };
}

function below(value: number): number {
  return value < 0 ? value + 1 : value;
}

/** FNV-1a over the UTF-16 units of a text, started from the salt. */
function hashOfText(text: string, salt: number): number {
  let hash = salt ^ 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** The finisher of MurmurHash3: every bit of the argument moves half the bits of the answer, which is unsigned. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
