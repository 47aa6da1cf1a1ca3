/**
 * What the package shows to people who write a strategy of their own, as types alone: `import type { Strategy, StrategyModule } from 'heaplab/strategy'`. The
 * code behind them is handed to `create` when the module is loaded (strategy-module.ts), so that a module imports nothing at run time.
 */
import type { StrategyModule } from './strategy-module.ts';

export type { Clock, EventName } from '../heap/clock.ts';
export type { Address, Memory } from '../heap/memory.ts';
export type { ObjectMap } from '../heap/object-map.ts';
export type { ObjectModel } from '../heap/object-model.ts';
export type { PageMap } from '../heap/page-map.ts';
export type { Roots } from '../heap/roots.ts';
export type {
  Audit,
  BlockInfo,
  Capabilities,
  CollectionRecord,
  Footprint,
  GcInterface,
  Strategy,
  StrategyContext,
  StrategyOptions,
  Trigger,
} from '../heap/strategy.ts';
export type { StrategyModule };

/** The second argument of `create`: layout, counters, and the parts that heaplab's own strategies are made of. */
export type Lab = Parameters<StrategyModule['create']>[1];
