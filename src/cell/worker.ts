/**
 * The thread that runs cells, one message each. It holds no logic of its own: the pool decides what runs where.
 */
import { parentPort } from 'node:worker_threads';
import { assert } from '../base/assert.ts';
import { bugResult, type CellSpec, describeFault } from './cell.ts';
import { runCell } from './run-cell.ts';

const port = parentPort;
assert(port !== null, 'the cell worker runs in a worker thread');

port.on('message', (spec: CellSpec) => {
  try {
    port.postMessage(runCell(spec));
  } catch (error) {
    port.postMessage(bugResult(spec.runId, describeFault(error)));
  }
});
