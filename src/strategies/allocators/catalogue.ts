/** The allocators by name. */
import type { PageMap } from '../../heap/page-map.ts';
import { ArenaPools } from './arena-pools.ts';
import { Malloc } from './malloc.ts';
import type { ReclaimingAllocator } from './reclaiming-allocator.ts';
import { Segregated } from './segregated.ts';

/** Allocators that free single blocks: those that a strategy which does not move objects can stand on. */
export const RECLAIMING = ['malloc', 'arena-pools', 'segregated'] as const;

export type AllocatorName = (typeof RECLAIMING)[number];

/** A fresh allocator on the pages of a machine. */
export function makeAllocator(name: AllocatorName, pages: PageMap): ReclaimingAllocator {
  switch (name) {
    case 'malloc':
      return new Malloc(pages);
    case 'arena-pools':
      return new ArenaPools(pages);
    case 'segregated':
      return new Segregated(pages);
  }
}
