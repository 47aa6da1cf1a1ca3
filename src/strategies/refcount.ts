/**
 * `refcount`: reference counts and nothing else. Objects have no GC header; cycles are never reclaimed, and what they reach leaks
 * with them.
 *
 * Choose it to see what cycles cost: the difference to `refcount-cycle` in live bytes is the leak, the difference in cycles is what
 * finding them takes.
 *
 * Source: G. E. Collins, "A method for overlapping and erasure of lists" (1960).
 */
import type { Capabilities, Strategy, StrategyContext } from '../heap/strategy.ts';
import type { AllocatorName } from './allocators/catalogue.ts';
import { CountingStrategy } from './collectors/counting.ts';

export const refcountCapabilities: Capabilities = Object.freeze({
  refcount: 'eager',
  moves: 'never',
  barrier: 'refcount',
  gcHeaderBytes: 0,
  copyReserve: 0,
  prompt: true,
  reclaimsCycles: false,
});

export function createRefcount(context: StrategyContext, allocator: AllocatorName): Strategy {
  return new CountingStrategy(context, {
    name: 'refcount',
    capabilities: refcountCapabilities,
    allocator,
    cycles: false,
    freeLists: false,
  });
}
