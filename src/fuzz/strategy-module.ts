/**
 * A user's own strategy from a module: `export default { name, capabilities, create(context, lab) }`, see docs/fuzzing.md. `lab` hands it the parts
 * that heaplab's own strategies are made of, so that the module needs no path into the package.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../base/errors.ts';
import { EVENT, HOT } from '../heap/clock.ts';
import * as layout from '../heap/layout.ts';
import { WORDS } from '../heap/memory.ts';
import { ObjectMap } from '../heap/object-map.ts';
import type { Capabilities, Strategy, StrategyContext } from '../heap/strategy.ts';
import { makeAllocator } from '../strategies/allocators/catalogue.ts';
import { HEADER_BYTES, METER } from '../strategies/collectors/base-strategy.ts';
import { CountingStrategy } from '../strategies/collectors/counting.ts';
import { TracingStrategy } from '../strategies/collectors/tracing.ts';
import type { Contestant } from './contestant.ts';

/** Parts that a strategy module gets as the second argument of `create`. */
export const lab = {
  ...layout,
  WORDS,
  HOT,
  EVENT,
  METER,
  HEADER_BYTES,
  ObjectMap,
  TracingStrategy,
  CountingStrategy,
  makeAllocator,
} as const;

/** What a strategy module exports as its default. */
export interface StrategyModule {
  readonly name: string;
  readonly capabilities: Capabilities;
  readonly create: (context: StrategyContext, parts: typeof lab) => Strategy;
}

/** Loads a module; throws UserError saying what is missing in it. */
export async function loadStrategyModule(path: string): Promise<Contestant> {
  let loaded: { readonly default?: Partial<StrategyModule> };
  try {
    loaded = (await import(pathToFileURL(resolve(path)).href)) as typeof loaded;
  } catch (error) {
    throw new UserError(`cannot load the strategy module ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { name, capabilities, create } = loaded.default ?? {};
  if (typeof name !== 'string' || typeof capabilities !== 'object' || typeof create !== 'function') {
    throw new UserError(`${path} does not export a strategy`, {
      hint: 'its default export must be { name, capabilities, create(context, lab) }; docs/fuzzing.md shows one',
    });
  }
  return { name, variant: '', capabilities, create: (context) => create(context, lab), restorable: false, booksBalance: false };
}
