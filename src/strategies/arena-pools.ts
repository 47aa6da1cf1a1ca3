/**
 * `arena-pools`, alias `cpython`: what CPython 3.13 does. Reference counts, the generational cycle collector, pymalloc, and free
 * lists of dead floats, tuples, lists and dicts.
 *
 * Choose it to see real Python's memory, byte for byte and in its order; it is the one strategy that can be checked against a
 * real interpreter. An acyclic object dies at its last release; a cycle at the collection that looks at its generation.
 */
import type { Capabilities, Strategy, StrategyContext } from '../heap/strategy.ts';
import type { AllocatorName } from './allocators/catalogue.ts';
import { CountingStrategy } from './collectors/counting.ts';
import { refcountCycleCapabilities } from './refcount-cycle.ts';

export const arenaPoolsCapabilities: Capabilities = refcountCycleCapabilities;

export function createArenaPools(context: StrategyContext, allocator: AllocatorName): Strategy {
  return new CountingStrategy(context, {
    name: 'arena-pools',
    capabilities: arenaPoolsCapabilities,
    allocator,
    cycles: true,
    freeLists: true,
  });
}
