/** Runs one program on every strategy, and on CPython when there is one, and gathers what the oracles say. */
import { hash } from 'node:crypto';
import { stream } from '../base/random-streams.ts';
import { type Compiled, compileModule } from '../interp/bytecode/compile.ts';
import { PySyntaxError } from '../interp/syntax/syntax-error.ts';
import type { FuzzRow } from '../results/fuzz-table.ts';
import type { Program, Tier } from '../workloads/programs/block.ts';
import { countBlocks } from '../workloads/programs/block.ts';
import { type CaseId, caseName, generatorVersion } from '../workloads/programs/case-id.ts';
import { emitProgram } from '../workloads/programs/emit.ts';
import { generateProgram } from '../workloads/programs/generate.ts';
import { compareRuns } from './compare.ts';
import type { Contestant } from './contestant.ts';
import type { CPython } from './cpython.ts';
import { drawConfig, mayBeTranslated, type RunConfig } from './fuzz-config.ts';
import { type ProgramRun, runProgram } from './run-program.ts';
import { type Failure, signatureOf } from './signature.ts';

/** The name that programs have in tracebacks and in sys.argv. */
export const PROGRAM_PATH = 'program.py';

/** One case of so many is run again. */
const REPLAYED = 4;
/** One of so many replays is by the other engine: making JavaScript of a program takes longer than running it ten times. */
const REPLAYED_BY_OTHER = 4;

/** Allocations before it are those of the machine, which makes the module of the program. */
const FIRST_FAILURE = 20;

export interface CaseOptions {
  /** Stress instead of the drawn one; null: as drawn. */
  readonly stress: number | null;
  /** Replay one strategy of each case and compare its metrics. */
  readonly replays: boolean;
  /** Run one strategy of some cases again with an allocation that fails. */
  readonly failures: boolean;
}

export interface FoundFailure {
  readonly failure: Failure;
  readonly config: RunConfig;
}

export interface CaseOutcome {
  readonly name: string;
  readonly index: number;
  readonly tier: Tier;
  readonly hazards: readonly string[];
  readonly rows: readonly FuzzRow[];
  readonly found: readonly FoundFailure[];
  /** How CPython saw it: null without one. */
  readonly cpython: 'ran' | 'raised' | 'late' | null;
  /** Runs of a program under a strategy, replays included. */
  readonly runs: number;
  /** Things that happened in at least one run, for the summary. */
  readonly behaviours: readonly string[];
}

/** The program for all its runs; null when it does not compile, which each run then says for itself. */
function compileOnce(source: string): Compiled | null {
  try {
    return compileModule(source, PROGRAM_PATH, { isFile: true });
  } catch (problem) {
    if (problem instanceof PySyntaxError) return null;
    throw problem;
  }
}

/** Runs a case with every oracle. */
export async function runCase(
  id: CaseId,
  contestants: readonly Contestant[],
  cpython: CPython | null,
  options: CaseOptions,
): Promise<CaseOutcome> {
  const program = generateProgram(id);
  const source = emitProgram(program);
  const drawn = drawConfig(id, program);
  const config = options.stress === null ? drawn : { ...drawn, stress: options.stress };
  const reference = cpython === null ? null : cpython.run(source);
  const compiled = compileOnce(source);
  const runs = contestants.map((contestant) => runProgram(source, PROGRAM_PATH, contestant, config, compiled));
  const answer = await reference;
  const found: FoundFailure[] = runs.flatMap(({ failure }) => (failure === null ? [] : [{ failure, config }]));
  for (const failure of compareRuns(program.tier, config, contestants, runs, answer)) found.push({ failure, config });
  const extra = extraRuns(id, program, source, compiled, contestants, runs, config, options);
  found.push(...extra.found);
  const sha256 = hash('sha256', source);
  const rows = runs.map((run) =>
    rowOf(id, program.tier, program.hazards, countBlocks(program.blocks), sha256, config, run, found),
  );
  return {
    name: caseName(id),
    index: id.index,
    tier: program.tier,
    hazards: program.hazards,
    rows,
    found,
    cpython: answer === null ? null : answer.exitCode === -1 ? 'late' : answer.exitCode === 0 ? 'ran' : 'raised',
    runs: runs.length + extra.runs,
    behaviours: behavioursOf(runs, config),
  };
}

/** The replay of one strategy, and in one case of eight a run in which an allocation fails. */
function extraRuns(
  id: CaseId,
  program: Program,
  source: string,
  compiled: Compiled | null,
  contestants: readonly Contestant[],
  runs: readonly ProgramRun[],
  config: RunConfig,
  options: CaseOptions,
): { readonly found: FoundFailure[]; readonly runs: number } {
  const found: FoundFailure[] = [];
  let count = 0;
  const which = id.index % contestants.length;
  const draw = stream(['fuzz', generatorVersion, id.profile, id.seed, id.index, 'failing allocation']);
  if (options.replays && runs[which].failure === null && isReplayed(id)) {
    count++;
    const failure = replayFailure(runs[which], source, contestants[which], config, replayedBy(id, program), compiled);
    if (failure !== null) found.push({ failure, config });
  }
  if (options.failures && draw.chance(1 / 8)) {
    count++;
    const failing = {
      ...config,
      failAt: draw.int(FIRST_FAILURE, Math.max(2 * FIRST_FAILURE, Math.min(4000, runs[which].allocatedObjects))),
    };
    const { failure } = runProgram(source, PROGRAM_PATH, contestants[which], failing, compiled);
    if (failure !== null) found.push({ failure, config: failing });
  }
  return { found, runs: count };
}

/** Is one strategy run again in this case? */
export function isReplayed({ index }: CaseId): boolean {
  return index % REPLAYED === 0;
}

/** Which engine runs the replay of a case. */
export function replayedBy({ index }: CaseId, program: Program): 'same' | 'other' {
  return Math.floor(index / REPLAYED) % REPLAYED_BY_OTHER === 0 && mayBeTranslated(program) ? 'other' : 'same';
}

/** The M oracle: the program again. Where the other engine gives something else, the same one says whether it is the engine that makes the difference. */
export function replayFailure(
  first: ProgramRun,
  source: string,
  contestant: Contestant,
  config: RunConfig,
  by: 'same' | 'other',
  compiled: Compiled | null,
): Failure | null {
  const again = (engine: RunConfig['engine']): ProgramRun =>
    runProgram(source, PROGRAM_PATH, contestant, { ...config, engine }, compiled);
  const fail = (cause: string, second: ProgramRun): Failure => {
    const details = `first ${first.bytecodes} bytecodes, ${first.allocatedBytes} bytes allocated, ${first.collections} collections; then ${second.bytecodes}, ${second.allocatedBytes}, ${second.collections}`;
    return { oracle: 'M', strategy: first.strategy, phase: 'run', object: '-', cause, details };
  };
  const other = by === 'other' ? again(config.engine === 'loop' ? 'translated' : 'loop') : first;
  if (by === 'other' && first.metrics === other.metrics) return null;
  const same = again(config.engine);
  if (first.metrics !== same.metrics) return fail('metrics differ', same);
  return first.metrics === other.metrics ? null : fail('engines differ', other);
}

/** The row of a case whose worker did not come back. */
export function lostRow(id: CaseId, program: Program, config: RunConfig, signature: string): FuzzRow {
  return {
    case: caseName(id),
    tier: program.tier,
    blocks: countBlocks(program.blocks),
    hazards: program.hazards.join(' '),
    program_sha256: hash('sha256', emitProgram(program)),
    stress: config.stress,
    heap_limit_b: config.heapBytes,
    gc_threshold: config.thresholds[0],
    strategy: 'all',
    status: 'lost',
    bytecodes: 0,
    alloc_b: 0,
    alloc_n: 0,
    gc_n: 0,
    output_sha256: hash('sha256', ''),
    signature,
  };
}

function rowOf(
  id: CaseId,
  tier: Tier,
  hazards: readonly string[],
  blocks: number,
  sha256: string,
  config: RunConfig,
  run: ProgramRun,
  found: readonly FoundFailure[],
): FuzzRow {
  const own = found.filter(({ failure }) => failure.strategy === run.strategy || failure.strategy === 'all');
  return {
    case: caseName(id),
    tier,
    blocks,
    hazards: hazards.join(' '),
    program_sha256: sha256,
    stress: config.stress,
    heap_limit_b: config.heapBytes,
    gc_threshold: config.thresholds[0],
    strategy: run.strategy,
    status: run.status,
    bytecodes: run.bytecodes,
    alloc_b: run.allocatedBytes,
    alloc_n: run.allocatedObjects,
    gc_n: run.collections,
    output_sha256: hash('sha256', run.stdout),
    signature: own.map(({ failure }) => signatureOf(failure)).join(' | '),
  };
}

/** What the campaign's summary counts as behaviour that was reached. */
function behavioursOf(runs: readonly ProgramRun[], config: RunConfig): string[] {
  const seen = new Set<string>();
  for (const run of runs) {
    seen.add(`status ${run.status}`);
    if (run.collections > 0) seen.add(`${run.strategy} collects`);
    for (const line of run.journal) {
      if (line.startsWith('finalizer')) seen.add(`${run.strategy} finalizes`);
      else if (line.startsWith('callback')) seen.add(`${run.strategy} calls back`);
    }
  }
  if (config.stress > 0) seen.add('stress');
  return [...seen].sort();
}
