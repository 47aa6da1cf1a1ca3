/**
 * The process that `WorkerProcess` starts: one worker thread, and messages both ways. The thread is needed for its stack, which the main thread of a process cannot choose.
 */
import { Worker } from 'node:worker_threads';
import { describeFault } from './errors.ts';
import type { FromProcess, ProcessSetup } from './worker-process.ts';

const { module, resourceLimits } = JSON.parse(process.argv[2]!) as ProcessSetup;

const send = (message: FromProcess, then: () => void = () => {}): void => {
  process.send?.(message, undefined, {}, then);
};

// Ctrl-C reaches every process of the terminal; what is to end then, and when, the parent decides. Without it nothing is left to do.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit());

const worker = new Worker(new URL(module), { resourceLimits });
worker.on('message', (value: unknown) => send(['message', value]));
worker.on('error', (error: unknown) => send(['error', describeFault(error)]));
worker.on('exit', (code) => send(['exit', code], () => process.exit(code)));
process.on('message', (request) => worker.postMessage(request));
