/** Reads what a campaign is asked for; every error names the bound. */
import { availableParallelism } from 'node:os';
import { UserError } from '../base/errors.ts';
import { findPython } from '../base/find-python.ts';
import { generatorVersion, profiles } from '../workloads/programs/case-id.ts';
import type { CampaignPlan } from './campaign.ts';
import { strategyNames } from './contestants.ts';
import { findFault } from './faults.ts';
import { loadStrategyModule } from './strategy-module.ts';

export interface CampaignRequest {
  readonly seed: string;
  readonly cases: string;
  readonly time: string | undefined;
  readonly jobs: string | undefined;
  readonly shard: string;
  readonly profile: string;
  readonly strategies: string | undefined;
  readonly strategy: string | undefined;
  readonly stress: string | undefined;
  readonly python: string | undefined;
  readonly fault: string | undefined;
  readonly failAllocations: boolean;
  readonly shrinkRuns: string;
}

export interface ReadPlan extends CampaignPlan {
  /** Names of the strategies that modules export. */
  readonly moduleNames: readonly string[];
}

/** A whole number of a flag; throws UserError naming flag and bounds. */
export function wholeNumber(flag: string, text: string, lowest: number, highest: number): number {
  const number = /^\d[\d_]*$/.test(text) ? Number(text.replaceAll('_', '')) : Number.NaN;
  if (!(number >= lowest && number <= highest)) {
    throw new UserError(`--${flag} ${text}: a whole number from ${lowest} to ${highest} is wanted`);
  }
  return number;
}

export async function planOf(request: CampaignRequest): Promise<ReadPlan> {
  const profile = profiles.find((each) => each === request.profile);
  if (profile === undefined)
    throw new UserError(`unknown profile '${request.profile}': the profiles are ${profiles.join(', ')}`);
  const shard = /^(\d+)\/(\d+)$/.exec(request.shard);
  const [part, of] = shard === null ? [0, 0] : [Number(shard[1]), Number(shard[2])];
  if (part < 1 || part > of) throw new UserError(`--shard ${request.shard}: I/N with I from 1 to N is wanted, such as 1/4`);
  if (request.fault !== undefined) findFault(request.fault);
  const modules = request.strategy === undefined ? [] : [request.strategy];
  const own = await Promise.all(modules.map((path) => loadStrategyModule(path)));
  const names = strategyNames(request.strategies ?? (modules.length > 0 ? 'arena-pools' : undefined));
  const taken = own.find(({ name }) => names.includes(name));
  if (taken !== undefined)
    throw new UserError(`the strategy module calls itself '${taken.name}', which is a strategy of heaplab`, {
      hint: 'give it another name',
    });
  return {
    seed: wholeNumber('seed', request.seed, 0, Number.MAX_SAFE_INTEGER),
    profile,
    cases: wholeNumber('cases', request.cases, 1, 10_000_000),
    shard: [part, of],
    seconds: request.time === undefined ? null : wholeNumber('time', request.time, 1, 1_000_000),
    jobs: request.jobs === undefined ? availableParallelism() : wholeNumber('jobs', request.jobs, 1, 256),
    setup: { lineup: { strategies: names, fault: request.fault ?? null, modules }, python: findPython(request.python) },
    options: {
      stress: request.stress === undefined ? null : wholeNumber('stress', request.stress, 0, 1_000_000),
      replays: true,
      failures: request.failAllocations,
    },
    reductionRuns: wholeNumber('shrink-runs', request.shrinkRuns, 0, 100_000),
    moduleNames: own.map(({ name }) => name),
  };
}

/** What makes two campaigns the same one, so that the second may resume the first. */
export function campaignKey(plan: ReadPlan): string {
  const { seed, profile, shard, setup, options } = plan;
  return JSON.stringify([generatorVersion, seed, profile, shard, setup.lineup, setup.python !== null, options]);
}
