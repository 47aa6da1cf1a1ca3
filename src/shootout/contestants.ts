/** Finds the strategies a user named, each with the allocator it runs on. */

import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import { findStrategy, strategies } from '../strategies/catalogue.ts';
import { contestantKey, type PlannedStrategy } from './plan.ts';

/**
 * The strategies a shootout compares when none is named: all but `no-gc`. That is a baseline on which most programs cannot finish, and
 * a program that one strategy cannot finish is left out for all.
 */
export const defaultStrategies: readonly string[] = strategies.map(({ name }) => name).filter((name) => name !== 'no-gc');

/**
 * A strategy written `name` or `name+allocator`; `allocator` is what --allocator said. Throws a UserError when the strategy does not run on
 * that allocator.
 */
export function parseContestant(text: string, allocator?: string): PlannedStrategy {
  const [name = '', own] = text.split('+', 2);
  const entry = findStrategy(name.trim().toLowerCase());
  const wanted = (own ?? allocator)?.trim().toLowerCase();
  if (wanted === undefined || wanted === entry.allocator)
    return { name: entry.name, allocator: entry.allocator, swapped: false };
  if (!entry.allocators.includes(wanted)) {
    const others = entry.allocators.filter((other) => other !== wanted);
    const nearest = nearestName(wanted, others);
    throw new UserError(`${entry.name} does not run on an allocator '${wanted}'`, {
      hint: `${nearest === null ? '' : `did you mean '${nearest}'? `}It runs on: ${entry.allocators.join(', ')}`,
    });
  }
  return { name: entry.name, allocator: wanted, swapped: true };
}

/** Strategies separated by commas; each once, in the order given. */
export function parseContestants(text: string, allocator?: string): PlannedStrategy[] {
  const names = text.split(',').filter((name) => name.trim() !== '');
  if (names.length === 0) throw new UserError('--strategies names no strategy', { hint: `there are: ${strategyNames()}` });
  const chosen = new Map<string, PlannedStrategy>();
  for (const name of names) {
    const contestant = parseContestant(name, allocator);
    chosen.set(contestantKey(contestant), contestant);
  }
  return [...chosen.values()];
}

function strategyNames(): string {
  return strategies.map(({ name }) => name).join(', ');
}
