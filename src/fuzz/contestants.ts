/** Strategies by name, as the fuzzer runs them: those of the catalogue, faulty ones, and a module of a user's own. */
import { findStrategy, strategies } from '../strategies/catalogue.ts';
import type { Contestant } from './contestant.ts';
import { withFault } from './faults.ts';
import { loadStrategyModule } from './strategy-module.ts';

/** The contestant of a strategy's name, with a planted fault if one is named. Throws UserError for unknown names. */
export function contestantOf(name: string, fault: string | null): Contestant {
  const entry = findStrategy(name);
  const contestant: Contestant = {
    name: entry.name,
    variant: '',
    capabilities: entry.capabilities,
    create: (context) => entry.create(context),
    restorable: true,
    booksBalance: true,
  };
  return fault === null ? contestant : withFault(contestant, fault);
}

/** Names of every strategy, or of those in a list such as `refcount,semispace`. */
export function strategyNames(list: string | undefined): string[] {
  if (list === undefined) return strategies.map(({ name }) => name);
  return list.split(',').map((name) => findStrategy(name.trim()).name);
}

/** What a worker is told to run: names, and paths of strategy modules. */
export interface Lineup {
  readonly strategies: readonly string[];
  readonly fault: string | null;
  /** Paths of modules that each export a strategy. */
  readonly modules: readonly string[];
}

/** Modules come first: they are what the campaign is about. */
export async function lineUp({ strategies: names, fault, modules }: Lineup): Promise<Contestant[]> {
  const own = await Promise.all(modules.map((path) => loadStrategyModule(path)));
  return [...own, ...names.map((name) => contestantOf(name, fault))];
}
