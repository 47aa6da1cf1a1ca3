/**
 * Runs the cells of a plan and writes them to a run folder, in plan order however many workers there are.
 */
import type { CellSpec, KeptCell } from '../cell/cell.ts';
import { runCells } from '../cell/worker-pool.ts';
import type { KeptTables } from '../results/kept-tables.ts';
import type { RunRow } from '../results/rows.ts';
import type { Journal } from './journal.ts';
import type { PlanGroup } from './plan.ts';
import { type RunSummary, summarize } from './ranking.ts';

/** Where the rows go: a `RunFolderWriter`, or nothing but memory. */
export interface RowSink {
  addKept(run: RunRow, tables: KeptTables): Promise<void>;
}

export interface ShootoutOptions {
  readonly jobs: number;
  readonly sink: RowSink;
  /** Where the workers keep the rows of each cell until the sink takes them. Cells that are in it are not run. */
  readonly journal: Journal;
  /** Ends the shootout early; what has ended by then is kept. */
  readonly signal?: AbortSignal;
  readonly onStart?: (cell: CellSpec) => void;
  readonly onEnd?: (cell: CellSpec, result: KeptCell) => void;
  /** The worker's module; see `PoolOptions`. */
  readonly workerModule?: URL;
}

/** A cell that heaplab could not finish. It has no rows. */
export interface FailedCell {
  readonly runId: string;
  readonly fault: string;
}

export interface ShootoutOutcome {
  /** Cells with rows, in plan order. */
  readonly runs: readonly RunSummary[];
  readonly failed: readonly FailedCell[];
  /** Run ids whose output differs from that of the other strategies for the same program. */
  readonly diverged: readonly string[];
  /** Cells that were not run or not finished, because the signal fired. */
  readonly missing: number;
}

/** Runs a plan. Rows reach the sink group by group, in plan order; a rejected write ends the workers and is rethrown. */
export async function runShootout(groups: readonly PlanGroup[], options: ShootoutOptions): Promise<ShootoutOutcome> {
  const cells = groups.flatMap((group) => group.cells);
  const results = new Array<KeptCell | undefined>(cells.length).fill(undefined);
  const runs: RunSummary[] = [];
  const failed: FailedCell[] = [];
  const diverged: string[] = [];
  const stop = new AbortController();
  const forward = (): void => stop.abort();
  options.signal?.addEventListener('abort', forward);
  if (options.signal?.aborted) stop.abort();

  let nextGroup = 0;
  let nextCell = 0;
  let ended = 0;
  let writing: Promise<void> = Promise.resolve();
  let writeError: unknown = null;

  /** Hands a group to the sink and lets go of its rows. */
  const writeGroup = async (group: PlanGroup, members: readonly (KeptCell | undefined)[]): Promise<void> => {
    const odd = group.program.comparable ? oddOnesOut(members) : new Set<string>();
    for (const [index, member] of members.entries()) {
      if (member === undefined) continue;
      const { runId, run: ran, kept, stderr } = member;
      if (ran === null || kept === null) {
        failed.push({ runId, fault: stderr });
        continue;
      }
      const run = { ...ran, strategy: group.cells[index]!.contestant };
      if (odd.has(runId)) {
        run.status = 'diverged';
        diverged.push(runId);
      }
      await options.sink.addKept(run, kept);
      runs.push(summarize(run, member));
    }
  };

  /** Queues every group that is complete and next in plan order; at the very end also those that are not complete. */
  const flush = (all: boolean): void => {
    for (; nextGroup < groups.length; nextGroup++) {
      const group = groups[nextGroup]!;
      const members = results.slice(nextCell, nextCell + group.cells.length);
      if (!all && members.includes(undefined)) return;
      results.fill(undefined, nextCell, nextCell + group.cells.length);
      nextCell += group.cells.length;
      writing = writing
        .then(() => (writeError === null ? writeGroup(group, members) : undefined))
        .catch((error: unknown) => {
          writeError ??= error;
          stop.abort();
        });
    }
  };

  const waiting: number[] = [];
  for (const [index, cell] of cells.entries()) {
    const found = options.journal.get(cell);
    if (found !== null) {
      results[index] = found;
      ended++;
    } else waiting.push(index);
  }
  try {
    flush(false);
    await runCells(
      waiting.map((index) => cells[index]!),
      {
        jobs: options.jobs,
        signal: stop.signal,
        ...(options.workerModule === undefined ? {} : { workerModule: options.workerModule }),
        onStart: (_index, cell) => options.onStart?.(cell),
        keep: (cell) => options.journal.placeOf(cell),
        onResult: (place, result) => {
          const index = waiting[place]!;
          results[index] = result;
          ended++;
          options.onEnd?.(cells[index]!, result);
          flush(false);
        },
      },
    );
    flush(true);
    await writing;
  } finally {
    options.signal?.removeEventListener('abort', forward);
  }
  if (writeError !== null) throw writeError;
  return { runs, failed, diverged, missing: cells.length - ended };
}

/**
 * Run ids of those that printed something else than most did; on a tie, than the first did. Only runs that ended by themselves
 * are compared: one that ran out of memory has printed a part.
 */
function oddOnesOut(members: readonly (KeptCell | undefined)[]): Set<string> {
  const votes = new Map<string, string[]>();
  for (const member of members) {
    if (member === undefined || member.run === null || (member.status !== 'ok' && member.status !== 'error')) continue;
    const verdict = `${member.status} ${member.run.output_sha256}`;
    const voters = votes.get(verdict);
    if (voters) voters.push(member.runId);
    else votes.set(verdict, [member.runId]);
  }
  let majority: string[] = [];
  for (const voters of votes.values()) if (voters.length > majority.length) majority = voters;
  return new Set([...votes.values()].filter((voters) => voters !== majority).flat());
}
