/** The thread that runs cases, one request at a time. It holds no logic of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../base/assert.ts';
import { describeFault } from '../base/errors.ts';
import { Server } from './serve.ts';
import type { Answer, Request, WorkerSetup } from './worker-protocol.ts';

const port = parentPort;
assert(port !== null, 'the fuzz worker runs in a worker thread');
const server = new Server(workerData as WorkerSetup);

port.on('message', (request: Request) => {
  server.answer(request).then(
    (answer) => port.postMessage(answer),
    (error: unknown) => port.postMessage({ kind: 'crash', message: describeFault(error) } satisfies Answer),
  );
});
