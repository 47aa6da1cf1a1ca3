/**
 * The thread that runs cells, one message each. It holds no logic of its own: the pool decides what runs where.
 */

import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { assert } from '../base/assert.ts';
import { describeFault, UserError } from '../base/errors.ts';
import type { Machine } from '../interp/machine.ts';
import type { CellResult, CellSpec, KeptCell } from './cell.ts';
import type { WatchRequest } from './watch-request.ts';

export interface CellRequest {
  readonly spec: CellSpec;
  readonly watch: WatchRequest | null;
  /** Folder to write the rows into, of which there is none; null: they come with the answer. */
  readonly keep: string | null;
}

// A thread does not inherit the cache, and without it the interpreter is compiled anew for each worker.
enableCompileCache();
const { bugResult, keptCell } = await import('./cell.ts');
const { keepCell } = await import('./cell-folder.ts');
const { collectHostGarbage } = await import('../base/host-garbage.ts');
const { runCell } = await import('./run-cell.ts');
const { watchOf } = await import('./watch-request.ts');
flushCompileCache();

const port = parentPort;
assert(port !== null, 'the cell worker runs in a worker thread');

/**
 * The machine of the last cell. While one lives, a collection leaves V8 what it knows of the classes of a machine, and the code that it has made for them:
 * without it the next cell runs a quarter slower.
 */
const held: Machine[] = [];

/** Answers with JSON: one text is quicker to hand from process to process than objects. */
port.on('message', (request: CellRequest) => {
  port.postMessage(JSON.stringify(answerTo(request)));
  // V8 would let what a cell has left lie until there is several times as much.
  if (request.keep !== null) void collectHostGarbage();
});

function answerTo({ spec, watch, keep }: CellRequest): CellResult | KeptCell {
  try {
    const result = runCell(spec, watch === null ? { end: (machine) => void held.splice(0, 1, machine) } : watchOf(watch));
    return keep === null ? result : keepCell(result, keep);
  } catch (error) {
    const fault = bugResult(spec.runId, error instanceof UserError ? error.message : describeFault(error));
    return keep === null ? fault : keptCell(fault, null);
  }
}
