/**
 * The fuzzer's own test: each planted fault in turn, and a control arm with none. A fault is found when an oracle speaks of a case; the
 * score is how many are found within 100 and within 1,000 cases, and how small their programs become.
 */
import { assert } from '../base/assert.ts';
import { countBlocks, type Program } from '../workloads/programs/block.ts';
import type { CaseId } from '../workloads/programs/case-id.ts';
import { emitProgram } from '../workloads/programs/emit.ts';
import { generateProgram } from '../workloads/programs/generate.ts';
import { compareRuns } from './compare.ts';
import type { Contestant } from './contestant.ts';
import { contestantOf } from './contestants.ts';
import { type Fault, faults } from './faults.ts';
import { drawConfig, type RunConfig } from './fuzz-config.ts';
import { reduceFinding } from './reduce-finding.ts';
import { isReplayed, PROGRAM_PATH, replayedBy, replayFailure } from './run-case.ts';
import { type ProgramRun, runProgram } from './run-program.ts';
import { type Failure, signatureOf } from './signature.ts';

/** Cases from which the program to be shrunk is chosen. */
const LOOKED_AT = 40;

export interface Score {
  readonly fault: string;
  readonly strategy: string;
  /** Number of cases until it was found, from 1; null: not within the limit. */
  readonly cases: number | null;
  readonly signature: string | null;
  /** Lines of the reduced program, and the program; null when it was not reduced. */
  readonly lines: number | null;
  readonly program: string | null;
  readonly reductionRuns: number;
}

export interface SelftestOptions {
  readonly seed: number;
  readonly cases: number;
  /** Names of faults; all when empty. */
  readonly only: readonly string[];
  /** Runs that the reduction of one program may take; 0: none is reduced. */
  readonly reductionRuns: number;
  readonly signal: AbortSignal | null;
  readonly onScore: (score: Score) => void;
  readonly onControl: (cases: number, alarms: readonly string[]) => void;
}

export interface SelftestResult {
  readonly scores: readonly Score[];
  readonly controlCases: number;
  /** Signatures seen without any fault: there must be none. */
  readonly alarms: readonly string[];
}

/** A sound strategy that the output of another is compared with. */
export function referenceFor(strategy: string): string {
  return strategy === 'arena-pools' ? 'refcount-cycle' : 'arena-pools';
}

/** Runs the catalogue and the control arm. Reduction makes most of the time. */
export async function runSelftest(options: SelftestOptions): Promise<SelftestResult> {
  const chosen = faults.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  const sound = new Map<string, ProgramRun>();
  const scores: Score[] = [];
  for (const fault of chosen) {
    if (options.signal?.aborted) break;
    const score = await scoreOf(fault, options, sound);
    if (score.cases === null && options.signal?.aborted) break;
    scores.push(score);
    options.onScore(score);
  }
  const alarms: string[] = [];
  let controlCases = 0;
  const strategies = [...new Set(chosen.map(({ strategy }) => strategy))];
  const controls = options.cases;
  for (let index = 0; index < controls && !options.signal?.aborted; index++) {
    controlCases++;
    for (const strategy of strategies) {
      const failure = await failureIn(caseOf(options.seed, index), contestantOf(strategy, null), sound);
      if (failure !== null) alarms.push(signatureOf(failure.failure));
    }
    await breathe();
  }
  options.onControl(controlCases, alarms);
  return { scores, controlCases, alarms };
}

function caseOf(seed: number, index: number): CaseId {
  return { profile: 'mixed', seed, index };
}

async function scoreOf(fault: Fault, options: SelftestOptions, sound: Map<string, ProgramRun>): Promise<Score> {
  const contestant = contestantOf(fault.strategy, fault.name);
  for (let index = 0; index < options.cases && !options.signal?.aborted; index++) {
    const id = caseOf(options.seed, index);
    const found = await failureIn(id, contestant, sound);
    if (found === null) {
      await breathe();
      continue;
    }
    const signature = signatureOf(found.failure);
    const score = { fault: fault.name, strategy: fault.strategy, cases: index + 1, signature };
    if (options.reductionRuns === 0) return { ...score, lines: null, program: null, reductionRuns: 0 };
    const smallest = await smallestShowing(signature, index, contestant, options, sound);
    const program = smallest.program;
    const bench = {
      tier: program.tier,
      contestant,
      reference: contestantOf(referenceFor(fault.strategy), null),
      cpython: null,
    };
    const reduced = await reduceFinding(
      emitProgram(program),
      program,
      smallest.config,
      signature,
      bench,
      options.reductionRuns,
      options.signal,
    );
    return { ...score, lines: lineCount(reduced.source), program: reduced.source, reductionRuns: reduced.runs };
  }
  return {
    fault: fault.name,
    strategy: fault.strategy,
    cases: null,
    signature: null,
    lines: null,
    program: null,
    reductionRuns: 0,
  };
}

/** As a campaign does, the smallest of the programs that show a signature is shrunk: the first that did and the cases after it. */
async function smallestShowing(
  signature: string,
  first: number,
  contestant: Contestant,
  options: SelftestOptions,
  sound: Map<string, ProgramRun>,
): Promise<{ readonly program: Program; readonly config: RunConfig }> {
  let least: { readonly program: Program; readonly config: RunConfig } | null = null;
  let leastBlocks = Number.POSITIVE_INFINITY;
  for (let index = first; index < first + LOOKED_AT && (least === null || !options.signal?.aborted); index++) {
    const id = caseOf(options.seed, index);
    const program = generateProgram(id);
    const blocks = countBlocks(program.blocks);
    if (blocks >= leastBlocks) continue;
    const found = await failureIn(id, contestant, sound);
    await breathe();
    if (found === null || signatureOf(found.failure) !== signature) continue;
    least = { program, config: found.config };
    leastBlocks = blocks;
  }
  assert(least !== null, 'a case that showed a fault shows it again');
  return least;
}

/** Lets signals and timers be served. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What the oracles say of one strategy on one case; runs of sound strategies are kept in `sound`. */
async function failureIn(
  id: CaseId,
  contestant: Contestant,
  sound: Map<string, ProgramRun>,
): Promise<{ readonly failure: Failure; readonly config: RunConfig } | null> {
  const program = generateProgram(id);
  const source = emitProgram(program);
  const config = drawConfig(id, program);
  const run = runProgram(source, PROGRAM_PATH, contestant, config);
  if (run.failure !== null) return { failure: run.failure, config };
  const reference = contestantOf(referenceFor(contestant.name), null);
  const key = `${reference.name} ${id.seed}:${id.index}`;
  const other = sound.get(key) ?? runProgram(source, PROGRAM_PATH, reference, config);
  sound.set(key, other);
  const failure =
    compareRuns(program.tier, config, [reference, contestant], [other, run], null)[0] ??
    (isReplayed(id) ? replayFailure(run, source, contestant, config, replayedBy(id, program), null) : null);
  return failure === null ? null : { failure, config };
}

/** Lines of a program that are neither blank nor comments. */
export function lineCount(source: string): number {
  return source.split('\n').filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#')).length;
}
