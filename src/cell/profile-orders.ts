/**
 * Does the order of strategies depend on the cost profile? Counts are costed again under every profile that comes with heaplab, and the orders are held against the one of the
 * run's own profile. A profile that charges a cache has a say only where the cache was simulated while the programs ran.
 */
import { type ComparedRun, contenders, type RunTable, timesBest } from '../results/comparison.ts';
import { loadProfile, profileNames } from './cost-profile.ts';

export interface ProfileOrder {
  /** Name and version, as `--cost-profile` takes them. */
  readonly profile: string;
  /** Contenders, cheapest first. */
  readonly strategies: readonly string[];
}

export interface ProfileOrders {
  readonly own: ProfileOrder;
  /** Under the other profiles that can be applied. */
  readonly others: readonly ProfileOrder[];
  /** Were accesses of collectors run through the simulated cache? */
  readonly cacheSimulated: boolean;
}

/** `ownProfile` is the id in runs.csv. Null with fewer than two strategies or without a program to compare. */
export function profileOrders(
  table: RunTable,
  programs: readonly string[],
  strategies: readonly string[],
  ownProfile: string,
): ProfileOrders | null {
  const rivals = contenders(strategies);
  if (programs.length === 0 || rivals.length < 2) return null;
  const order = (profile: string, figure: (entry: ComparedRun) => number): ProfileOrder => {
    const means = timesBest(table, programs, rivals, figure);
    return { profile, strategies: [...rivals].sort((a, b) => means.get(a)! - means.get(b)!) };
  };
  const compared = programs.flatMap((program) => [...(table.get(program)?.values() ?? [])].flat());
  const cacheSimulated = compared.some(({ countOf }) => [...countOf.keys()].some((event) => event.startsWith('collector_')));
  const others = profileNames()
    .map((name) => ({ name, profile: loadProfile(name) }))
    .filter(({ profile }) => profile.id !== ownProfile && (cacheSimulated || !profile.cache))
    .map(({ name, profile }) => {
      const costs = new Map<string, number>(Object.entries(profile.cycles));
      return order(name, ({ countOf }) => {
        let cycles = 0;
        for (const [event, count] of countOf) cycles += count * (costs.get(event) ?? 0);
        return cycles;
      });
    });
  return { own: order(nameOf(ownProfile), ({ run }) => run.cycles_total), others, cacheSimulated };
}

function nameOf(id: string): string {
  return id.split('@', 1)[0]!;
}

function isSame(one: ProfileOrder, other: ProfileOrder): boolean {
  return one.strategies.every((name, place) => name === other.strategies[place]);
}

/** A sentence for each profile that ranks strategies differently; empty when none does. */
export function profileDisagreement({ own, others }: ProfileOrders): string {
  return others
    .filter((other) => !isSame(own, other))
    .map(({ profile, strategies }) => {
      const [first, before] = [strategies[0]!, own.strategies[0]!];
      const who =
        first === before ? `${first} leads under both` : `${before} leads under ${own.profile}, ${first} under ${profile}`;
      return `Cost profiles rank differently: ${who}; ${own.profile} has ${own.strategies.join(' < ')}, ${profile} has ${strategies.join(' < ')}.`;
    })
    .join(' ');
}

/** What a reader of the ranking should know of the profiles, in a sentence or two. */
export function profileSentence(orders: ProfileOrders): string {
  const { own, others, cacheSimulated } = orders;
  const disagreement = profileDisagreement(orders);
  const sentences = disagreement === '' ? [] : [disagreement];
  const agreeing = others.filter((other) => isSame(own, other)).map(({ profile }) => profile);
  if (agreeing.length > 0) sentences.push(`The order is the same under ${agreeing.join(' and ')}.`);
  if (!cacheSimulated)
    sentences.push('The cache was not simulated: --cost-profile cache does that, and says whether the order holds.');
  return sentences.join(' ');
}
