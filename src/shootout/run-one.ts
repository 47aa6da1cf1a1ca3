/** Runs one program in this thread and, when asked, writes its run folder. */

import { assert } from '../base/assert.ts';
import { UserError } from '../base/errors.ts';
import type { CellResult, CellSpec } from '../cell/cell.ts';
import type { TraceOptions } from '../cell/event-trace.ts';
import type { CellWatch } from '../cell/run-cell.ts';
import { overheadRows } from '../results/overhead.ts';
import { createRunFolder, type RunDescription } from '../results/run-folder.ts';
import { cellRows } from './cell-rows.ts';
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
  /** The events of the run go here; null is no trace. */
  readonly trace?: TraceOptions | null;
  /** Print the allocator's books on stderr before the program's end is torn down. */
  readonly mallocStats?: boolean;
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
  // The interpreter is loaded only now: what is refused above is refused at once.
  const { runCell } = await import('../cell/run-cell.ts');
  const result = runCell(spec, await watcher(request));
  if (request.out === null || result.run === null || result.run.bytecodes === 0) return { result, directory: null };

  const folder = await createRunFolder(request.out, description, { force: request.force });
  try {
    const run = { ...result.run, strategy: contestantKey(request.strategy) };
    await folder.addCell(cellRows(result, run));
    await folder.addOverheads(overheadRows([run]));
  } catch (error) {
    await folder.abandon();
    throw error;
  }
  await folder.finish('complete');
  return { result, directory: request.out };
}

/** What looks on while the program runs: a trace of its events, the allocator's books at its end. */
async function watcher({ trace, mallocStats }: OneRun): Promise<CellWatch> {
  const { EventTrace } = await import('../cell/event-trace.ts');
  const { mallocStats: booksOf } = await import('../interp/modules/malloc-stats.ts');
  let events: { finish(): void } | null = null;
  return {
    begin(machine) {
      if (trace) events = new EventTrace(machine, trace);
      const { onProgramEnd } = machine;
      if (mallocStats !== true) return;
      machine.onProgramEnd = () => {
        onProgramEnd?.();
        machine.rt.stderr.write(booksOf(machine.rt));
      };
    },
    end: () => events?.finish(),
  };
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
