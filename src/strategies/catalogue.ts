/** Every strategy by name: what it is, on which allocators it stands, when to choose it, how to make one. */
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import type { Capabilities, Strategy, StrategyContext } from '../heap/strategy.ts';
import { type AllocatorName, RECLAIMING } from './allocators/catalogue.ts';
import { arenaPoolsCapabilities, createArenaPools } from './arena-pools.ts';
import { createMarkSweep, markSweepCapabilities } from './mark-sweep.ts';
import { createNoGc, noGcCapabilities } from './no-gc.ts';
import { createRefcount, refcountCapabilities } from './refcount.ts';
import { createRefcountCycle, refcountCycleCapabilities } from './refcount-cycle.ts';
import { createSemispace, semispaceCapabilities } from './semispace.ts';

export interface StrategyEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  /** One sentence. */
  readonly summary: string;
  /** The allocator it stands on unless told otherwise. */
  readonly allocator: string;
  /** Allocators that `--allocator` may choose for it. */
  readonly allocators: readonly string[];
  readonly capabilities: Capabilities;
  readonly whenToChoose: string;
  /** Makes the strategy on a fresh machine. `allocator` defaults to the entry's own; throws UserError when it is not among `allocators`. */
  readonly create: (context: StrategyContext, allocator?: string) => Strategy;
}

interface Description extends Omit<StrategyEntry, 'create'> {
  readonly make: (context: StrategyContext, allocator: AllocatorName) => Strategy;
}

function entry(description: Description): StrategyEntry {
  const { make, ...facts } = description;
  const create = (context: StrategyContext, allocator: string = facts.allocator): Strategy => {
    if (!facts.allocators.includes(allocator)) {
      throw new UserError(
        `strategy ${facts.name} cannot stand on allocator '${allocator}': it takes ${facts.allocators.join(', ')}`,
        {
          hint:
            facts.allocators.length > 1 ? `give --allocator one of ${facts.allocators.join(', ')}` : 'leave --allocator out',
        },
      );
    }
    return make(context, allocator as AllocatorName);
  };
  return Object.freeze({ ...facts, create });
}

/** In the order in which tables and charts show them. */
export const strategies: readonly StrategyEntry[] = [
  entry({
    name: 'arena-pools',
    aliases: ['cpython'],
    summary: "CPython 3.13's own: reference counts, cycle collector, arenas of pools of blocks, free lists.",
    allocator: 'arena-pools',
    allocators: RECLAIMING,
    capabilities: arenaPoolsCapabilities,
    whenToChoose: 'To see what real Python does, to the byte and to the order.',
    make: createArenaPools,
  }),
  entry({
    name: 'refcount-cycle',
    aliases: ['refcount-gc'],
    summary: 'Reference counts plus the generational cycle collector, on malloc.',
    allocator: 'malloc',
    allocators: RECLAIMING,
    capabilities: refcountCycleCapabilities,
    whenToChoose: "To tell CPython's collector apart from CPython's allocator.",
    make: createRefcountCycle,
  }),
  entry({
    name: 'refcount',
    aliases: ['rc'],
    summary: 'Pure reference counts: prompt and simple; cycles leak.',
    allocator: 'malloc',
    allocators: RECLAIMING,
    capabilities: refcountCapabilities,
    whenToChoose: 'To see what cycles cost, or for programs that make none.',
    make: createRefcount,
  }),
  entry({
    name: 'mark-sweep',
    aliases: ['marksweep'],
    summary: 'Traces from the roots and frees what it did not reach; nothing moves, no counts.',
    allocator: 'segregated',
    allocators: RECLAIMING,
    capabilities: markSweepCapabilities,
    whenToChoose: 'For programs with many cycles, when objects may die late.',
    make: createMarkSweep,
  }),
  entry({
    name: 'semispace',
    aliases: ['copying', 'cheney'],
    summary: "Cheney's copying collector: live objects move, the rest goes at once; half the heap is reserve.",
    allocator: 'bump',
    allocators: ['bump'],
    capabilities: semispaceCapabilities,
    whenToChoose: 'When few objects survive a collection and memory is plenty.',
    make: createSemispace,
  }),
  entry({
    name: 'no-gc',
    aliases: ['none', 'epsilon'],
    summary: 'Never frees anything: the baseline.',
    allocator: 'bump',
    allocators: ['bump'],
    capabilities: noGcCapabilities,
    whenToChoose: 'As the baseline that every other strategy is measured against.',
    make: createNoGc,
  }),
];

/** The entry of that name or alias; throws UserError with the nearest name. */
export function findStrategy(name: string): StrategyEntry {
  const found = strategies.find((each) => each.name === name || each.aliases.includes(name));
  if (found !== undefined) return found;
  const names = strategies.flatMap((each) => [each.name, ...each.aliases]);
  const near = nearestName(name, names);
  throw new UserError(`unknown strategy '${name}'${near === null ? '' : `: did you mean '${near}'?`}`, {
    hint: `the strategies are ${strategies.map((each) => each.name).join(', ')}`,
  });
}
