/** From what a user typed to a plan: every name and parameter is checked before anything runs. */
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import type { RunDescription } from '../results/run-folder.ts';
import { defaultShootout } from '../workloads/catalogue.ts';
import { defaultStrategies, parseContestants } from './contestants.ts';
import { describePlan, nextFreeFolder } from './describe.ts';
import { contestantKey, type PlanGroup, type PlanLimits, planShootout } from './plan.ts';
import { findProgram, type GivenParams, type NamedProgram, ownParams, placeProgram, programName } from './programs.ts';

export interface ShootoutRequest {
  /** The command line, for run.json. */
  readonly command: readonly string[];
  /** Workloads and files; none means the default set. */
  readonly programs: readonly string[];
  readonly params: GivenParams;
  readonly seeds: readonly number[];
  /** Comma-separated names; null means the default set. */
  readonly strategies: string | null;
  readonly allocator: string | undefined;
  readonly limits: PlanLimits;
  /** Null means the next free folder below runs/. */
  readonly out: string | null;
}

export interface PreparedShootout {
  readonly groups: readonly PlanGroup[];
  readonly description: RunDescription;
  readonly out: string;
  /** Keys and names in plan order, as the ranking wants them. */
  readonly expected: { readonly strategies: readonly string[]; readonly programs: readonly string[] };
}

/** Plans a shootout. Throws a UserError for every name, parameter or combination that cannot be served. */
export function prepareShootout(request: ShootoutRequest): PreparedShootout {
  const strategies = parseContestants(request.strategies ?? defaultStrategies.join(','), request.allocator);
  const chosen = choosePrograms(request.programs);
  checkParamsUsed(chosen, request.params);
  const programs = chosen.flatMap(({ program, params }) =>
    placeProgram(program, { ...params, ...ownParams(program, request.params) }, request.seeds),
  );
  return {
    groups: planShootout(programs, strategies, request.limits),
    description: describePlan(request.command, programs, strategies, request.limits),
    out: request.out ?? nextFreeFolder('runs', 'shootout'),
    expected: { strategies: strategies.map(contestantKey), programs: chosen.map(({ program }) => programName(program)) },
  };
}

interface ChosenProgram {
  readonly program: NamedProgram;
  /** Parameters that the default set changes. */
  readonly params: GivenParams;
}

/** Each program once, in the order given. */
function choosePrograms(names: readonly string[]): ChosenProgram[] {
  if (names.length === 0) {
    return defaultShootout.map(({ name, params }) => ({
      program: findProgram(name),
      params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)])),
    }));
  }
  const chosen = new Map<string, ChosenProgram>();
  for (const name of names) {
    const program = findProgram(name);
    chosen.set(programName(program), { program, params: {} });
  }
  return [...chosen.values()];
}

/** A parameter that no chosen program has is a mistake, not something to be ignored. */
function checkParamsUsed(chosen: readonly ChosenProgram[], params: GivenParams): void {
  for (const name of Object.keys(params)) {
    if (chosen.some(({ program }) => name in ownParams(program, params))) continue;
    const names = chosen.flatMap(({ program }) =>
      program.kind === 'workload' ? program.workload.params.map((param) => param.name) : [],
    );
    const nearest = nearestName(name, names);
    throw new UserError(`none of the chosen programs has a parameter '${name}'`, {
      hint: nearest === null ? 'heaplab workloads NAME lists the parameters of one' : `did you mean '${nearest}'?`,
    });
  }
}
