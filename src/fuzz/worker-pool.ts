/**
 * Workers of a campaign. One that crashes, or does not answer in time, is ended and replaced: it costs its request, which is answered by
 * `crash`, and never the campaign.
 */

import { Worker } from 'node:worker_threads';
import { HOST_STACK_MIB } from '../base/host-stack.ts';
import { workerModule } from '../base/package-files.ts';
import { askWorker } from '../base/worker-request.ts';
import type { Answer, Request, WorkerSetup } from './worker-protocol.ts';

/** Seconds after which a worker counts as stuck. The step limit of programs is far below. */
const PATIENCE_SECONDS = 600;
const REDUCTION_PATIENCE_SECONDS = 600;
const HOST_MEMORY_MIB = 1024;

/** One worker, started when it is first needed. */
export class FuzzWorker {
  private readonly setup: WorkerSetup;
  private readonly module: URL;
  private readonly patienceSeconds: number | null;
  private worker: Worker | null = null;

  /** `module` and `patienceSeconds` are for tests. */
  constructor(setup: WorkerSetup, module: URL = workerModule('fuzz/worker'), patienceSeconds: number | null = null) {
    this.setup = setup;
    this.module = module;
    this.patienceSeconds = patienceSeconds;
  }

  /** One request at a time. */
  async ask(request: Request): Promise<Answer> {
    const worker = (this.worker ??= this.start());
    const patience = this.patienceSeconds ?? (request.kind === 'reduce' ? REDUCTION_PATIENCE_SECONDS : PATIENCE_SECONDS);
    const answer = await askWorker<Answer>(worker, request, {
      failed: (message) => ({ kind: 'crash', message }),
      patienceSeconds: patience,
    });
    if (answer.kind === 'crash') void this.stop();
    return answer;
  }

  async stop(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.module, {
      workerData: this.setup,
      resourceLimits: { maxOldGenerationSizeMb: HOST_MEMORY_MIB, stackSizeMb: HOST_STACK_MIB },
      // Promises of a server that is being ended must not end the campaign.
      stderr: false,
    });
    worker.on('error', () => {});
    return worker;
  }
}
