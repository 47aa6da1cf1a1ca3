/**
 * A cell: one program × strategy × heap limit × seed, and what came of running it. Both halves are plain data: they cross the
 * border of a worker thread.
 */

import type { Engine } from '../interp/engine.ts';
import type { PythonVersion } from '../interp/python-version.ts';
import type { KeptTables } from '../results/kept-tables.ts';
import type {
  CollectionRow,
  CounterRow,
  DelayRow,
  DemographicsRow,
  LeakRow,
  LifetimeRow,
  MarkRow,
  OccupancyRow,
  PauseRow,
  RunRow,
  SampleRow,
  SurvivalRow,
  TimingRow,
  UtilizationRow,
} from '../results/rows.ts';
import type { CostProfile } from './cost-profile.ts';

/** Parameters by name, as the workload states them; already written into the source. */
export type CellParams = Readonly<Record<string, number | string>>;

export interface CellSpec {
  /** Key of the cell in every CSV file; unique in its plan. */
  readonly runId: string;
  /** Name in the results: that of the workload, or the program file as given. */
  readonly programName: string;
  /** The Python program, parameters and seed already in place. */
  readonly source: string;
  /** What tracebacks and sys.argv[0] show. */
  readonly path: string;
  /** The program's own arguments: sys.argv[1:]. */
  readonly argv: readonly string[];
  readonly params: CellParams;
  readonly seed: number;
  /** Name in the strategy catalogue, never an alias. */
  readonly strategy: string;
  /** Allocator under it: one that the catalogue permits for this strategy. */
  readonly allocator: string;
  /** Bytes that the strategy may keep mapped. */
  readonly heapBytes: number;
  /** Bytecodes after which the run ends with status `limit`. */
  readonly stepLimit: number;
  /** Default `auto`. */
  readonly engine?: Engine;
  /** Bytes of the stack region. */
  readonly stackBytes: number;
  /** The Python that the machine is; 3.13 unless stated. */
  readonly python?: PythonVersion;
  /** Run the whole-heap verifier after every collection and at the end. */
  readonly verify: boolean;
  /** Collect at every n-th safepoint; 0 is off. */
  readonly stress: number;
  /** What the events of the clock cost. */
  readonly profile: CostProfile;
  /** The heap limit as a multiple of the program's reference min heap; null when it was given in bytes. */
  readonly heapFactor: number | null;
  /** Sample memory over the bytes allocated (samples.csv). */
  readonly samples: boolean;
  /** Leave the rows of occupancy.csv, utilization.csv and marks.csv out, which no summary of a run shows. */
  readonly summaryOnly?: boolean;
  /** Follow every object and write lifetimes.csv, survival.csv, delays.csv, leaks.csv and demographics.csv; nothing of it is charged. */
  readonly oracle: boolean;
  /** What the program reads from standard input; null is an input that is at its end. */
  readonly stdin: string | null;
  /** Return what the program printed. Its hash is computed either way. */
  readonly wantStdout: boolean;
}

/**
 * How a cell ended.
 * - `ok`: the program ran to its end.
 * - `oom`: it ran out of simulated memory (an uncaught MemoryError).
 * - `error`: it ended with another uncaught exception, could not be compiled, or asked for a non-zero exit status.
 * - `limit`: the step limit ended it.
 * - `bug`: heaplab failed; `stderr` says how. Such a cell has no rows.
 */
export type CellStatus = 'ok' | 'oom' | 'error' | 'limit' | 'bug';

/** What came of a cell, without the rows that only a run folder wants. */
export interface CellSummary {
  readonly runId: string;
  readonly status: CellStatus;
  /** The exit status CPython would have ended with: 0, 1 after a traceback, or the program's own. */
  readonly exitCode: number;
  /** Empty when the spec did not want it. */
  readonly stdout: string;
  /** What the program wrote to stderr: its traceback comes last. For `bug`, the fault. */
  readonly stderr: string;
  /** Null exactly when the status is `bug`. */
  readonly run: RunRow | null;
  readonly counters: readonly CounterRow[];
  /** Bytes unreachable but not freed at the end; null when liveness was not traced. */
  readonly leakedBytes: number | null;
}

/** A cell whose rows the worker has written to files. */
export interface KeptCell extends CellSummary {
  /** Null exactly when the status is `bug`. */
  readonly kept: KeptTables | null;
}

export interface CellResult extends CellSummary {
  readonly collections: readonly CollectionRow[];
  readonly pauses: readonly PauseRow[];
  readonly samples: readonly SampleRow[];
  readonly occupancy: readonly OccupancyRow[];
  readonly utilization: readonly UtilizationRow[];
  readonly marks: readonly MarkRow[];
  readonly lifetimes: readonly LifetimeRow[];
  readonly survival: readonly SurvivalRow[];
  readonly delays: readonly DelayRow[];
  readonly leaks: readonly LeakRow[];
  readonly demographics: readonly DemographicsRow[];
  readonly timing: TimingRow | null;
}

/** The result of a cell that heaplab itself could not finish. */
export function bugResult(runId: string, fault: string): CellResult {
  return {
    runId,
    status: 'bug',
    exitCode: 1,
    stdout: '',
    stderr: fault,
    run: null,
    leakedBytes: null,
    collections: [],
    pauses: [],
    samples: [],
    occupancy: [],
    counters: [],
    utilization: [],
    marks: [],
    lifetimes: [],
    survival: [],
    delays: [],
    leaks: [],
    demographics: [],
    timing: null,
  };
}

/** The summary of `result`, whose rows are in `kept`. */
export function keptCell(result: CellResult, kept: KeptTables | null): KeptCell {
  const { runId, status, exitCode, stdout, stderr, run, counters, leakedBytes } = result;
  return { runId, status, exitCode, stdout, stderr, run, counters, leakedBytes, kept };
}
