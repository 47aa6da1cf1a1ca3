/**
 * The parameters of a random mutator, each with the distribution it sets and where that comes from.
 *
 * A mutator makes *clusters*: small graphs of nodes that are reachable from one root reference each. A cluster dies when its root
 * reference is dropped, so lifetimes are what they were drawn to be, while the nodes inside may point at each other in any way.
 * The idea of a synthetic program whose lifetimes and sizes are drawn from measured distributions is that of Zorn and Grunwald,
 * Evaluating models of memory allocation (1994).
 */
import type { WorkloadParam } from '../workload.ts';

export interface MutatorParams {
  /** Clusters made; the length of the program. */
  readonly operations: number;
  /**
   * Mean life of a cluster, counted in clusters made after it; geometric from 1 (no memory: an old cluster is as likely to
   * die as a young one). Clinger and Hansen, Generational garbage collection and the radioactive decay model (1997).
   */
  readonly lifetime: number;
  /**
   * Share of clusters whose life is drawn from the tail instead: a power law with exponent 1 from `lifetime` to 100 times
   * `lifetime`, so that few live very long. Most die young, what survives goes on surviving: Ungar, Generation scavenging (1984); Baker,
   * Infant mortality and generational garbage collection (1993).
   */
  readonly tail_percent: number;
  /**
   * Median bytes of a node's payload; log-normal with sigma 1, from 1 to 64 times the median. Few sizes are large, and they
   * hold much of the memory: Wilson, Johnstone, Neely and Boles, Dynamic storage allocation: a survey and critical review (1995).
   */
  readonly size: number;
  /**
   * Mean references from an inner node to nodes below it; geometric from 1, at most 4 times the mean. Out-degrees fall off fast in
   * programs of any language: Potanin, Noble, Frean and Biddle, Scale-free geometry in OO programs (2005).
   */
  readonly connectivity: number;
  /**
   * Share of clusters in which the deepest inner node on the first path points back at the root, so that they die as cyclic
   * garbage; each cluster independently. Bacon and Rajan, Concurrent cycle collection in reference counted systems (2001).
   */
  readonly cycle_percent: number;
  /**
   * Mean stores into live clusters for every 100 clusters made; a geometric number after each one. A store picks a live cluster, all alike,
   * walks down and puts a new leaf, or a leaf of another live cluster, where something was. Blackburn and Hosking, Barriers: friend or
   * foe? (2004).
   */
  readonly mutation_percent: number;
  /**
   * Longest path from a cluster's root; uniform from 1 to this. Deep and narrow heaps are what a parallel or recursive marker fears:
   * Barabash and Petrank, Tracing garbage collection on highly parallel platforms (2010).
   */
  readonly depth: number;
}

/** No cluster has more nodes: with high connectivity and depth the lower nodes stay without children. */
export const nodeLimit = 200;

/** The parameters as they stand in the catalogue, with the default values of the preset `mutator`. */
export const mutatorParams: readonly (WorkloadParam & { readonly name: keyof MutatorParams })[] = [
  { name: 'operations', default: 14_000, small: 40, min: 1, max: 10_000_000, meaning: 'clusters made' },
  {
    name: 'lifetime',
    default: 100,
    small: 5,
    min: 1,
    max: 1_000_000,
    meaning: 'mean life of a cluster, in clusters made after it',
  },
  {
    name: 'tail_percent',
    default: 10,
    small: 10,
    min: 0,
    max: 100,
    meaning: 'share of clusters whose life has a heavy tail, in percent',
  },
  { name: 'size', default: 48, small: 48, min: 1, max: 65_536, meaning: 'median bytes of payload in a node' },
  { name: 'connectivity', default: 2, small: 2, min: 1, max: 12, meaning: 'mean references from an inner node' },
  {
    name: 'cycle_percent',
    default: 20,
    small: 20,
    min: 0,
    max: 100,
    meaning: 'share of clusters that die as cycles, in percent',
  },
  {
    name: 'mutation_percent',
    default: 100,
    small: 100,
    min: 0,
    max: 10_000,
    meaning: 'stores into live clusters for every 100 clusters',
  },
  { name: 'depth', default: 3, small: 2, min: 1, max: 200, meaning: 'longest path from the root of a cluster' },
];
