/**
 * The thread that runs cells, one message each. It holds no logic of its own: the pool decides what runs where.
 */

import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { assert } from '../base/assert.ts';
import { describeFault } from '../base/errors.ts';
import type { CellResult, CellSpec } from './cell.ts';
import type { WatchRequest } from './watch-request.ts';

export interface CellRequest {
  readonly spec: CellSpec;
  readonly watch: WatchRequest | null;
}

// A thread does not inherit the cache, and without it the interpreter is compiled anew for each worker.
enableCompileCache();
const { bugResult } = await import('./cell.ts');
const { runCell } = await import('./run-cell.ts');
const { watchOf } = await import('./watch-request.ts');
flushCompileCache();

const port = parentPort;
assert(port !== null, 'the cell worker runs in a worker thread');

/** The result as JSON: one text is quicker to hand from process to process than the objects of all its rows. */
port.on('message', ({ spec, watch }: CellRequest) => {
  port.postMessage(JSON.stringify(resultOf(spec, watch)));
});

function resultOf(spec: CellSpec, watch: WatchRequest | null): CellResult {
  try {
    return runCell(spec, watch === null ? {} : watchOf(watch));
  } catch (error) {
    return bugResult(spec.runId, describeFault(error));
  }
}
