/** Runs one program and, when asked, writes its run folder. */

import { assert } from '../base/assert.ts';
import { LabBug, UserError } from '../base/errors.ts';
import type { CellResult, CellSpec } from '../cell/cell.ts';
import { tablesOf } from '../cell/cell-tables.ts';
import type { WatchRequest } from '../cell/watch-request.ts';
import { overheadRows } from '../results/overhead.ts';
import { createRunFolder, type RunDescription } from '../results/run-folder.ts';
import { describePlan } from './describe.ts';
import { contestantKey, type PlanLimits, type PlannedStrategy, runIdOf } from './plan.ts';
import { findProgram, type GivenParams, placeProgram, readStandardInput, readTextFile } from './programs.ts';

export interface OneRun {
  /** The command line, for run.json. */
  readonly command: readonly string[];
  /** What the user named: a workload, a file, or `-`. */
  readonly program: string;
  /** The program's own arguments. */
  readonly argv: readonly string[];
  readonly params: GivenParams;
  readonly seed: number;
  readonly strategy: PlannedStrategy;
  readonly limits: PlanLimits;
  /** A file with what the program reads, `-` for this process's standard input, null for an empty one. */
  readonly stdin: string | null;
  /** Run folder to write; null writes none. */
  readonly out: string | null;
  readonly force: boolean;
  readonly watch: WatchRequest;
}

export interface OneOutcome {
  readonly result: CellResult;
  /** The run folder that was written, or null. */
  readonly directory: string | null;
}

/**
 * Runs it. Everything that can be refused is refused before the program starts. A program that does not compile leaves no run folder: nothing
 * was measured.
 */
export async function runOne(request: OneRun): Promise<OneOutcome> {
  const named = findProgram(request.program);
  const program = placeProgram(named, request.params, [request.seed])[0];
  assert(program !== undefined, 'a program with one seed is placed once');
  const stdin = readProgramInput(request);
  const description = describePlan(request.command, [program], [request.strategy], request.limits);
  if (request.out !== null) await checkWritable(request.out, description, request.force);

  const spec: CellSpec = {
    ...request.limits,
    runId: runIdOf(program, request.strategy),
    programName: program.name,
    source: program.source,
    path: program.path,
    argv: request.argv,
    params: program.params,
    seed: program.seed,
    strategy: request.strategy.name,
    allocator: request.strategy.allocator,
    heapFactor: null,
    stdin,
    wantStdout: true,
  };
  const result = await runAlone(spec, request.watch);
  if (request.out === null || result.run === null || result.run.bytecodes === 0) return { result, directory: null };

  const folder = await createRunFolder(request.out, description, { force: request.force });
  try {
    const run = { ...result.run, strategy: contestantKey(request.strategy) };
    await folder.addCell({ run, ...tablesOf(result) });
    await folder.addOverheads(overheadRows([run]));
  } catch (error) {
    await folder.abandon();
    throw error;
  }
  await folder.finish('complete');
  return { result, directory: request.out };
}

/**
 * Runs the cell: in this thread, which is quicker, until it turns out to need a deeper stack; then anew in a worker, which has one. A trace is written at once and
 * not twice. A LabBug is thrown.
 */
async function runAlone(spec: CellSpec, watch: WatchRequest): Promise<CellResult> {
  if (watch.trace === null) {
    const { runCell } = await import('../cell/run-cell.ts');
    const { watchOf } = await import('../cell/watch-request.ts');
    const { HostStackShort } = await import('../interp/runtime/runtime.ts');
    try {
      return runCell(spec, watchOf(watch), true);
    } catch (error) {
      if (!(error instanceof HostStackShort)) throw error;
    }
  }
  const { runInThread } = await import('../cell/worker-pool.ts');
  const result = await runInThread(spec, watch);
  if (result.status !== 'bug') return result;
  const [what = '', ...where] = result.stderr.split('\n');
  throw new LabBug(what.replace(/^\w+: /, ''), where.join('\n'));
}

function readProgramInput({ program, stdin }: OneRun): string | null {
  if (stdin === null) return null;
  if (stdin !== '-') return readTextFile(stdin, 'standard input');
  if (program === '-') {
    throw new UserError('standard input holds the program, so it cannot be the input of the program too', {
      hint: 'put one of them in a file',
    });
  }
  return readStandardInput();
}

/**
 * Finds out before a long run that its folder cannot be written. The folder itself is opened after the run, so that a run that is broken
 * off leaves nothing behind.
 */
async function checkWritable(out: string, description: RunDescription, force: boolean): Promise<void> {
  const probe = await createRunFolder(out, description, { force });
  await probe.abandon();
}
