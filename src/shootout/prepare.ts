/** From what a user typed to a plan: every name and parameter is checked before anything runs. */
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import type { CellSpec } from '../cell/cell.ts';
import { baseline } from '../results/comparison.ts';
import type { RunDescription } from '../results/run-folder.ts';
import { defaultShootout } from '../workloads/catalogue.ts';
import { defaultStrategies, parseContestants } from './contestants.ts';
import { describePlan, nextFreeFolder } from './describe.ts';
import { type HeapChoice, type HeapReplicate, heapBytesOf } from './heap-choices.ts';
import type { MinHeap } from './min-heap.ts';
import {
  cellOf,
  contestantKey,
  type PlanGroup,
  type PlanLimits,
  type PlannedProgram,
  type PlannedStrategy,
  planShootout,
  runIdOf,
} from './plan.ts';
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
  /** Its heap limit is that of the first choice in bytes; the cells get their own. */
  readonly limits: PlanLimits;
  readonly heaps: readonly HeapChoice[];
  readonly jitter: readonly HeapReplicate[];
  /** Null means the next free folder below runs/. */
  readonly out: string | null;
}

/** What was chosen, before the heap limits are known. */
export interface Contest {
  readonly programs: readonly PlannedProgram[];
  readonly strategies: readonly PlannedStrategy[];
  /** Cells whose min heaps are the reference of multiples; none when all limits are in bytes. */
  readonly references: readonly CellSpec[];
  readonly out: string;
  /** Keys and names in plan order, as the ranking wants them. */
  readonly expected: { readonly strategies: readonly string[]; readonly programs: readonly string[] };
}

export interface PreparedShootout {
  readonly groups: readonly PlanGroup[];
  readonly description: RunDescription;
}

/** Finds everything that is named. Throws a UserError for every name, parameter or combination that cannot be served. */
export function chooseContest(request: ShootoutRequest): Contest {
  const strategies = parseContestants(request.strategies ?? defaultStrategies.join(','), request.allocator);
  const chosen = choosePrograms(request.programs);
  checkParamsUsed(chosen, request.params);
  const programs = chosen.flatMap(({ program, params }) =>
    placeProgram(program, { ...params, ...ownParams(program, request.params) }, request.seeds),
  );
  const names = chosen.map(({ program }) => programName(program));
  return {
    programs,
    strategies,
    references: request.heaps.some(({ factor }) => factor !== null) ? referenceCells(programs, strategies, request.limits) : [],
    out: request.out ?? nextFreeFolder('runs', 'shootout'),
    expected: {
      strategies: strategies.map(contestantKey),
      programs: [
        ...new Set(
          names.flatMap((name) => request.heaps.map(({ label, factor }) => (factor === null ? name : `${name} @ ${label}`))),
        ),
      ],
    },
  };
}

/** The least heap of a program under any strategy is its reference; one that never frees cannot have it. */
export function referenceCells(
  programs: readonly PlannedProgram[],
  strategies: readonly PlannedStrategy[],
  limits: PlanLimits,
): CellSpec[] {
  const candidates = strategies.filter(({ name }) => name !== baseline);
  return programs.flatMap((program) =>
    (candidates.length > 0 ? candidates : strategies).map((strategy) => ({
      ...limits,
      ...cellOf(program, strategy),
      runId: runIdOf(program, strategy),
    })),
  );
}

/** The plan. `found` are the min heaps of `contest.references`. Throws a UserError when a program completed under no strategy. */
export function planContest(contest: Contest, request: ShootoutRequest, found: readonly (MinHeap | null)[]): PreparedShootout {
  const { programs, strategies, references } = contest;
  const least = new Map<string, number>();
  for (const [index, { programName: name, seed }] of references.entries()) {
    const bytes = found[index]?.bytes;
    const key = `${name} ${seed}`;
    if (bytes !== undefined) least.set(key, Math.min(least.get(key) ?? Number.POSITIVE_INFINITY, bytes));
  }
  const referenceOf = (program: PlannedProgram): number | null => least.get(`${program.name} ${program.seed}`) ?? null;
  if (references.length > 0) {
    const hopeless = programs.find((program) => referenceOf(program) === null);
    if (hopeless !== undefined) {
      throw new UserError(
        `${hopeless.name} completes under none of the strategies, so it has no min heap to take multiples of`,
        {
          hint: 'give --heap in bytes, or see what stops it with heaplab run',
        },
      );
    }
  }
  const { heaps, jitter, limits } = request;
  const planned = heaps.flatMap((heap) =>
    jitter.map((replicate) => ({
      label: heapLabel(heaps.length > 1 ? heap : null, jitter.length > 1 ? replicate : null),
      factor: heap.factor,
      bytesOf: (program: PlannedProgram) => heapBytesOf(heap, replicate, referenceOf(program)),
    })),
  );
  const description = describePlan(request.command, programs, strategies, limits);
  const sweep =
    heaps.length === 1 && jitter.length === 1 && heaps[0]!.factor === null
      ? {}
      : {
          heaps: heaps.map(({ label }) => label),
          heapReplicates: jitter.map(({ scale }) => scale),
          minHeaps: programs.map((program) => ({ name: program.name, seed: program.seed, bytes: referenceOf(program) })),
        };
  return {
    groups: planShootout(programs, strategies, limits, planned),
    description: { ...description, parameters: { ...description.parameters, ...sweep } },
  };
}

function heapLabel(heap: HeapChoice | null, replicate: HeapReplicate | null): string {
  return [...(heap === null ? [] : [`h${heap.label}`]), ...(replicate === null ? [] : [`j${replicate.no}`])].join('.');
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
