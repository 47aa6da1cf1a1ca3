/**
 * The thread that runs cells, one message each. It holds no logic of its own: the pool decides what runs where.
 */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { assert } from '../base/assert.ts';
import type { CellSpec } from './cell.ts';
import type { WatchRequest } from './watch-request.ts';

export interface CellRequest {
  readonly spec: CellSpec;
  readonly watch: WatchRequest | null;
}

// A thread does not inherit the cache, and without it the interpreter is compiled anew for each worker.
enableCompileCache();
const { bugResult, describeFault } = await import('./cell.ts');
const { runCell } = await import('./run-cell.ts');
const { watchOf } = await import('./watch-request.ts');
flushCompileCache();

const port = parentPort;
assert(port !== null, 'the cell worker runs in a worker thread');

port.on('message', ({ spec, watch }: CellRequest) => {
  try {
    port.postMessage(runCell(spec, watch === null ? {} : watchOf(watch)));
  } catch (error) {
    port.postMessage(bugResult(spec.runId, describeFault(error)));
  }
});
