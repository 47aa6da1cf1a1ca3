/** A campaign: many cases on several workers, findings deduplicated by signature, reduced, and confirmed in fresh workers. */
import type { CaseId, Profile } from '../workloads/programs/case-id.ts';
import { caseName } from '../workloads/programs/case-id.ts';
import { emitProgram } from '../workloads/programs/emit.ts';
import { generateProgram } from '../workloads/programs/generate.ts';
import type { StoredFinding } from './finding-file.ts';
import { drawConfig } from './fuzz-config.ts';
import { type CaseOptions, type CaseOutcome, type FoundFailure, lostRow } from './run-case.ts';
import { lineCount } from './selftest.ts';
import { signatureOf } from './signature.ts';
import { FuzzWorker } from './worker-pool.ts';
import type { ReplayAnswer, WorkerSetup } from './worker-protocol.ts';

export interface CampaignPlan {
  readonly seed: number;
  readonly profile: Profile;
  /** Cases of the whole campaign: indices 0 to cases - 1. */
  readonly cases: number;
  /** This part of how many: 1 of 1 is all of them. */
  readonly shard: readonly [part: number, of: number];
  /** Seconds after which no new case is begun; null: no limit. */
  readonly seconds: number | null;
  readonly jobs: number;
  readonly setup: WorkerSetup;
  readonly options: CaseOptions;
  /** Runs that the reduction of one finding may take; 0: none is reduced. */
  readonly reductionRuns: number;
}

/** One signature: the smallest program that showed it, and what became of it. */
export interface Finding {
  readonly signature: string;
  /** Indices of the cases that showed it, in order. */
  readonly cases: readonly number[];
  /** The one of them with the smallest program, from which it is reduced. */
  readonly from: number;
  readonly original: StoredFinding;
  readonly details: string;
  reduced: StoredFinding | null;
  lines: number | null;
  reductionRuns: number;
  /** Did two fresh workers see the same signature and metrics from the text alone? null: not tried. */
  confirmed: boolean | null;
  journals: ReplayAnswer['journals'];
}

export interface CampaignEvents {
  readonly onCase: (outcome: CaseOutcome, done: number, total: number) => void;
  readonly onFinding: (signature: string) => void;
  readonly onReduction: (finding: Finding, place: number, total: number) => void;
}

export interface CampaignResult {
  /** In the order of their indices. */
  readonly outcomes: readonly CaseOutcome[];
  readonly findings: readonly Finding[];
  /** Cases of this shard that were not run: interrupted, or out of time. */
  readonly missing: number;
}

/** Runs the plan. `earlier` are outcomes of an interrupted campaign, which are not run again. */
export async function runCampaign(
  plan: CampaignPlan,
  earlier: readonly CaseOutcome[],
  events: CampaignEvents,
  signal: AbortSignal,
): Promise<CampaignResult> {
  const outcomes = new Map(earlier.map((outcome) => [outcome.index, outcome]));
  const [shard, of] = plan.shard;
  const waiting: number[] = [];
  for (let index = shard - 1; index < plan.cases; index += of) if (!outcomes.has(index)) waiting.push(index);
  const total = waiting.length + outcomes.size;
  const known = new Set([...outcomes.values()].flatMap(({ found }) => found.map(({ failure }) => signatureOf(failure))));
  const end = plan.seconds === null ? Number.POSITIVE_INFINITY : performance.now() + plan.seconds * 1000;
  const workers = Array.from({ length: Math.max(1, Math.min(plan.jobs, waiting.length)) }, () => new FuzzWorker(plan.setup));
  try {
    await Promise.all(
      workers.map(async (worker) => {
        while (!signal.aborted && performance.now() < end) {
          const index = waiting.shift();
          if (index === undefined) return;
          const id: CaseId = { profile: plan.profile, seed: plan.seed, index };
          const asked = worker.ask({ kind: 'case', id, options: plan.options });
          const answer = await Promise.race([asked, abortOf(signal)]);
          if (answer === null) return;
          const outcome =
            answer.kind === 'case'
              ? answer.outcome
              : crashOutcome(id, answer.kind === 'crash' ? answer.message : 'a wrong answer', plan.options.stress);
          outcomes.set(index, outcome);
          events.onCase(outcome, outcomes.size, total);
          for (const { failure } of outcome.found) {
            const signature = signatureOf(failure);
            if (!known.has(signature)) events.onFinding(signature);
            known.add(signature);
          }
        }
      }),
    );
    const ordered = [...outcomes.values()].sort((a, b) => a.index - b.index);
    const findings = gather(plan, ordered);
    await reduceAll(plan, findings, workers, events, signal);
    return { outcomes: ordered, findings, missing: total - ordered.length };
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

/** Null as soon as the signal fires. */
function abortOf(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}

/** A case whose worker did not come back: itself a finding, and one row for all strategies. */
function crashOutcome(id: CaseId, message: string, stress: number | null): CaseOutcome {
  const program = generateProgram(id);
  const drawn = drawConfig(id, program);
  const config = stress === null ? drawn : { ...drawn, stress };
  const late = message.startsWith('no answer');
  const failure = {
    oracle: late ? ('T' as const) : ('X' as const),
    strategy: 'all',
    phase: 'run' as const,
    object: '-',
    cause: late ? 'worker did not answer' : 'worker crashed',
    details: message,
  };
  return {
    name: caseName(id),
    index: id.index,
    tier: program.tier,
    hazards: program.hazards,
    rows: [lostRow(id, program, config, signatureOf(failure))],
    found: [{ failure, config }],
    cpython: null,
    runs: 0,
    behaviours: [],
  };
}

/** Findings by signature, in the order of the cases that showed them first; each stands for the smallest of its programs, which is the quickest to reduce. */
function gather(plan: CampaignPlan, outcomes: readonly CaseOutcome[]): Finding[] {
  const groups = new Map<string, { readonly outcome: CaseOutcome; readonly found: FoundFailure }[]>();
  for (const outcome of outcomes) {
    for (const found of outcome.found) {
      const signature = signatureOf(found.failure);
      const group = groups.get(signature);
      if (group === undefined) groups.set(signature, [{ outcome, found }]);
      else if (group.at(-1)!.outcome !== outcome) group.push({ outcome, found });
    }
  }
  return [...groups].map(([signature, group]) => {
    const { outcome, found } = group.reduce((least, each) => (blocksOf(each.outcome) < blocksOf(least.outcome) ? each : least));
    return newFinding(
      plan,
      outcome,
      found,
      signature,
      group.map((each) => each.outcome.index),
    );
  });
}

/** Every row of a case tells the size of its program. */
function blocksOf({ rows }: CaseOutcome): number {
  return Number(rows[0]?.blocks ?? 0);
}

function newFinding(
  plan: CampaignPlan,
  outcome: CaseOutcome,
  { failure, config }: FoundFailure,
  signature: string,
  cases: readonly number[],
): Finding {
  const program = generateProgram({ profile: plan.profile, seed: plan.seed, index: outcome.index });
  return {
    signature,
    cases,
    from: outcome.index,
    original: {
      origin: outcome.name,
      tier: outcome.tier,
      strategy: failure.strategy,
      config,
      fault: plan.setup.lineup.fault,
      signature,
      cause: '',
      source: emitProgram(program),
    },
    details: failure.details,
    reduced: null,
    lines: null,
    reductionRuns: 0,
    confirmed: null,
    journals: [],
  };
}

/** Reduces and confirms every finding; a worker that crashed is not asked about its case again. */
async function reduceAll(
  plan: CampaignPlan,
  findings: readonly Finding[],
  workers: readonly FuzzWorker[],
  events: CampaignEvents,
  signal: AbortSignal,
): Promise<void> {
  const waiting = findings.filter(({ signature }) => !/^[TX]\/all\/run\/-\/worker/.test(signature));
  const total = waiting.length;
  let done = 0;
  const spare = workers.length > 0 ? workers : [];
  await Promise.all(
    spare.map(async (worker) => {
      for (let finding = waiting.shift(); finding !== undefined && !signal.aborted; finding = waiting.shift()) {
        await Promise.race([reduceOne(plan, finding, worker), abortOf(signal)]);
        if (signal.aborted) return;
        events.onReduction(finding, ++done, total);
      }
    }),
  );
}

async function reduceOne(plan: CampaignPlan, finding: Finding, worker: FuzzWorker): Promise<void> {
  let smallest = finding.original;
  if (plan.reductionRuns > 0) {
    const program = generateProgram({ profile: plan.profile, seed: plan.seed, index: finding.from });
    const answer = await worker.ask({ kind: 'reduce', finding: finding.original, program, runs: plan.reductionRuns });
    if (answer.kind === 'reduce') {
      smallest = answer.reduced.finding;
      finding.reduced = smallest;
      finding.reductionRuns = answer.reduced.runs;
      finding.lines = lineCount(smallest.source);
    }
  }
  const replays: ReplayAnswer[] = [];
  for (let round = 0; round < 2; round++) {
    const fresh = new FuzzWorker(plan.setup);
    const answer = await fresh.ask({ kind: 'replay', finding: smallest });
    await fresh.stop();
    if (answer.kind === 'replay') replays.push(answer.replay);
  }
  const [first, second] = replays;
  finding.confirmed =
    first !== undefined &&
    second !== undefined &&
    first.signature === smallest.signature &&
    second.signature === smallest.signature &&
    (first.metrics === second.metrics || finding.signature.startsWith('M/'));
  finding.journals = first?.journals ?? [];
}
