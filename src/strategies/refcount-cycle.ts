/**
 * `refcount-cycle`: reference counts plus CPython's generational cycle collector, on a C library's malloc and without free lists of
 * dead objects.
 *
 * Choose it to tell what pymalloc and the free lists contribute to CPython: collector and order of death are the same, only the bytes
 * come from elsewhere.
 */
import type { Capabilities, Strategy, StrategyContext } from '../heap/strategy.ts';
import type { AllocatorName } from './allocators/catalogue.ts';
import { CountingStrategy } from './collectors/counting.ts';

export const refcountCycleCapabilities: Capabilities = Object.freeze({
  refcount: 'eager',
  moves: 'never',
  barrier: 'refcount',
  gcHeaderBytes: 16,
  copyReserve: 0,
  prompt: true,
  reclaimsCycles: true,
});

export function createRefcountCycle(context: StrategyContext, allocator: AllocatorName): Strategy {
  return new CountingStrategy(context, {
    name: 'refcount-cycle',
    capabilities: refcountCycleCapabilities,
    allocator,
    cycles: true,
    freeLists: false,
  });
}
