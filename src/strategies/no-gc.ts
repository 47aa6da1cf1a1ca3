/**
 * `no-gc`: a bump pointer and nothing else. Nothing is ever given back, not even a buffer that the interpreter has done with.
 *
 * Choose it as the baseline: what remains of a program's cost when memory management does nothing, and the size it needs when
 * nothing is reclaimed. No object is ever found dead, so no finalizer and no weak reference callback runs.
 *
 * Source: JEP 318, "Epsilon: a no-op garbage collector" (2018).
 */
import type { Capabilities, CollectionRecord, Strategy, StrategyContext, Trigger } from '../heap/strategy.ts';
import { Bump } from './allocators/bump.ts';
import { TracingStrategy } from './collectors/tracing.ts';

export const noGcCapabilities: Capabilities = Object.freeze({
  refcount: 'none',
  moves: 'never',
  barrier: 'none',
  gcHeaderBytes: 0,
  copyReserve: 0,
  prompt: false,
  reclaimsCycles: false,
});

class NoGc extends TracingStrategy<Bump> {
  protected readonly collectionKind = 'none';

  override collect(_generation: number, _trigger: Trigger): number {
    return 0;
  }
  override finish(): void {}
  override track(): void {}
  override registerFinalizable(): void {}
  protected trace(_record: CollectionRecord): void {}
  protected sideBytes(): number {
    return 0;
  }
}

export function createNoGc(context: StrategyContext): Strategy {
  const { memory, options } = context;
  return new NoGc('no-gc', context, noGcCapabilities, (pages) => new Bump(memory, pages, 1, options.trackObjects));
}
