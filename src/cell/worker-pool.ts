/**
 * Runs cells in workers: threads, each in a process of its own.
 *
 * A worker sees one strategy in its life: a call site that has met several strategies is four to five times slower than one that
 * has met a single one, so a mixed worker would measure the mixture. A slot whose worker's strategy has no cells left ends the
 * worker and starts a fresh one for the strategy with the most cells waiting; two workers may share a strategy.
 *
 * A worker also ends after a number of cells. Each cell compiles code of its own, which V8 lets go of late or not at all, so memory would grow with the cells.
 */

import { type ResourceLimits, Worker } from 'node:worker_threads';
import { assert } from '../base/assert.ts';
import { HOST_STACK_MIB } from '../base/host-stack.ts';
import { workerModule } from '../base/package-files.ts';
import { WorkerProcess } from '../base/worker-process.ts';
import { type Asked, askWorker } from '../base/worker-request.ts';
import { bugResult, type CellResult, type CellSpec, type CellSummary, type KeptCell } from './cell.ts';
import type { WatchRequest } from './watch-request.ts';
import type { CellRequest } from './worker.ts';

export interface PoolOptions {
  /** Workers at the same time, at least 1. */
  readonly jobs: number;
  /** When it fires, running workers are ended, waiting cells are dropped and `runCells` returns. */
  readonly signal?: AbortSignal;
  /** Folder in which a cell is kept; its parents are made, and it is not there yet. */
  readonly keep: (spec: CellSpec) => string;
  /** Called on the caller's thread as cells end, in the order in which they do. `index` is the cell's place in the list. */
  readonly onResult: (index: number, result: KeptCell) => void;
  /** Called when a cell is given to a worker. */
  readonly onStart?: (index: number, spec: CellSpec) => void;
  /** Host memory a worker may take for JavaScript objects, in MiB; the simulated heap is not counted. */
  readonly hostMemoryMib?: number;
  /** The worker's module; tests put one here that crashes. */
  readonly workerModule?: URL;
}

const DEFAULT_HOST_MEMORY_MIB = 2048;
/** Of that, for objects that have just been made: V8's own bound is several times as high, and is filled before anything is collected. */
const YOUNG_MIB = 12;
/** Cells after which a worker gives way to a fresh one. */
export const CELLS_PER_WORKER = 40;

/** Runs every cell once. A worker that crashes costs its cell, which ends with status `bug`; the others go on. */
export async function runCells(cells: readonly CellSpec[], options: PoolOptions): Promise<void> {
  const waiting = new Map<string, number[]>();
  for (const [index, cell] of cells.entries()) {
    const queue = waiting.get(cell.strategy);
    if (queue) queue.push(index);
    else waiting.set(cell.strategy, [index]);
  }
  const slots = Math.max(1, Math.min(options.jobs, cells.length));
  await Promise.all(Array.from({ length: slots }, () => runSlot(cells, waiting, options)));
}

/** One slot: takes a strategy at a time until nothing waits. */
async function runSlot(cells: readonly CellSpec[], waiting: Map<string, number[]>, options: PoolOptions): Promise<void> {
  for (;;) {
    const strategy = longestQueue(waiting);
    if (strategy === null || options.signal?.aborted) return;
    await runStrategy(cells, waiting.get(strategy) ?? [], options);
  }
}

function longestQueue(waiting: ReadonlyMap<string, readonly number[]>): string | null {
  let longest: string | null = null;
  let length = 0;
  for (const [strategy, queue] of waiting) {
    if (queue.length > length) {
      longest = strategy;
      length = queue.length;
    }
  }
  return longest;
}

/** Runs cells of one queue in one worker until the queue is empty, the worker has run its share or crashes, or the signal fires. */
async function runStrategy(cells: readonly CellSpec[], queue: number[], options: PoolOptions): Promise<void> {
  const worker = newWorker(options);
  try {
    for (let ran = 0; ran < CELLS_PER_WORKER; ran++) {
      const index = queue.shift();
      if (index === undefined) return;
      const cell = cells[index]!;
      options.onStart?.(index, cell);
      const result = await runInWorker<KeptCell>(worker, { spec: cell, watch: null, keep: options.keep(cell) }, options.signal);
      if (result === null) return;
      options.onResult(index, result);
      // A fault may have left the worker's own state unsound: the next cell gets a fresh one.
      if (result.status === 'bug') return;
    }
  } finally {
    await worker.terminate();
  }
}

/** One worker for cells of one strategy that are not known beforehand: each depends on what came of those before. */
export class CellWorker {
  private worker: WorkerProcess | null = null;
  private readonly options: Pick<PoolOptions, 'signal' | 'hostMemoryMib' | 'workerModule'>;

  constructor(options: Pick<PoolOptions, 'signal' | 'hostMemoryMib' | 'workerModule'> = {}) {
    this.options = options;
  }

  /** Runs one cell; null when the signal has fired. */
  async run(cell: CellSpec): Promise<CellResult | null> {
    this.worker ??= newWorker(this.options);
    const request = { spec: cell, watch: null, keep: null };
    const result = await runInWorker<CellResult>(this.worker, request, this.options.signal);
    if (result?.status === 'bug') await this.end();
    return result;
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
    this.worker = null;
  }
}

/** Runs one cell in a thread of this process, with the files that it has open; `watch` may write to them. */
export async function runInThread(spec: CellSpec, watch: WatchRequest): Promise<CellResult> {
  const thread = new Worker(workerModule('cell/worker'), { resourceLimits: limits() });
  const result = await runInWorker<CellResult>(thread, { spec, watch, keep: null }, undefined);
  await thread.terminate();
  assert(result !== null, 'a run without a signal is not broken off');
  return result;
}

function newWorker(options: Pick<PoolOptions, 'hostMemoryMib' | 'workerModule'>): WorkerProcess {
  return new WorkerProcess(options.workerModule ?? workerModule('cell/worker'), limits(options.hostMemoryMib));
}

function limits(hostMemoryMib: number = DEFAULT_HOST_MEMORY_MIB): ResourceLimits {
  return { maxOldGenerationSizeMb: hostMemoryMib, maxYoungGenerationSizeMb: YOUNG_MIB, stackSizeMb: HOST_STACK_MIB };
}

/** What the worker answers; null when the signal has fired. */
async function runInWorker<Answer extends CellSummary>(
  worker: Asked,
  request: CellRequest,
  signal: AbortSignal | undefined,
): Promise<Answer | null> {
  const text = await askWorker<string | null>(worker, request, {
    failed: (why) => JSON.stringify({ ...bugResult(request.spec.runId, why), kept: null }),
    aborted: { signal, answer: null },
  });
  return text === null ? null : (JSON.parse(text) as Answer);
}
