/**
 * The tables of draws that stand in an emitted program. The program goes through each of them round and round; every table has a
 * prime length of its own, so that together they do not repeat within any run. So all chance is spent when the program is
 * emitted: the program itself is plain, and its draws can be read in it.
 */
import { type Stream, stream } from '../../base/random-streams.ts';
import type { MutatorParams } from './mutator-params.ts';

/** Part of every path of draws: raised when the same parameters and seed give another program. */
export const mutatorVersion = 1;

export interface MutatorDraws {
  /** Life of a cluster, in clusters made after it, from 1. */
  readonly lifetimes: readonly number[];
  /** Bytes of a payload, from 1. */
  readonly sizes: readonly number[];
  /** References from an inner node, from 1. */
  readonly fanouts: readonly number[];
  /** Longest path of a cluster, from 1. */
  readonly depths: readonly number[];
  /** 1 for a cluster with a back edge. */
  readonly cyclic: readonly number[];
  /** Stores after a cluster was made. */
  readonly stores: readonly number[];
  /** Whatever is picked is picked by one of these, modulo the number of choices. */
  readonly picks: readonly number[];
}

/** The stream for one place of one mutator. Presets share it: what they draw differs by their parameters alone. */
export function mutatorStream(seed: string, place: string): Stream {
  return stream(['mutator', mutatorVersion, seed, place]);
}

export function drawTables(params: MutatorParams, seed: string): MutatorDraws {
  const table = (place: keyof MutatorDraws, length: number, draw: (draws: Stream) => number) => {
    const draws = mutatorStream(seed, place);
    return Array.from({ length }, () => draw(draws));
  };
  return {
    lifetimes: table('lifetimes', 997, (draws) => drawLifetime(draws, params)),
    sizes: table('sizes', 991, (draws) => between(1, Math.round(draws.logNormal(params.size, 1)), 64 * params.size)),
    fanouts: table('fanouts', 499, (draws) => Math.min(1 + draws.geometric(params.connectivity - 1), 4 * params.connectivity)),
    depths: table('depths', 251, (draws) => draws.int(1, params.depth)),
    cyclic: table('cyclic', 503, (draws) => (draws.chance(params.cycle_percent / 100) ? 1 : 0)),
    stores: table('stores', 257, (draws) => draws.geometric(params.mutation_percent / 100)),
    picks: table('picks', 1009, (draws) => draws.int(0, 99_999)),
  };
}

function drawLifetime(draws: Stream, params: MutatorParams): number {
  // Both are drawn each time: a change of the share then changes only the lives that move from one part to the other.
  const inTail = draws.chance(params.tail_percent / 100);
  const short = 1 + draws.geometric(params.lifetime - 1);
  const long = Math.round(draws.powerLaw(params.lifetime, 100 * params.lifetime, 1));
  return inTail ? long : short;
}

function between(lowest: number, value: number, highest: number): number {
  return Math.max(lowest, Math.min(value, highest));
}
