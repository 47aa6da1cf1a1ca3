/** What the collectors ask of an allocator beyond the contract of heap/. */
import type { Allocator } from '../../heap/strategy.ts';

export interface ReclaimingAllocator extends Allocator {
  /** Bytes asked for by blocks in use now. */
  readonly usedBytes: number;
}
