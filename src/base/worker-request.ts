/** Asking a worker: one message there, one back. */
import type { EventEmitter } from 'node:events';
import { describeFault } from './errors.ts';

/** A worker thread, or a process that stands for one. */
export interface Asked extends EventEmitter {
  postMessage(request: unknown): void;
}

export interface RequestOptions<Answer> {
  /** The answer in place of one that does not come: the worker crashed, ended, or took too long. `why` is a clause for a message. */
  readonly failed: (why: string) => Answer;
  /** The answer when the signal fires. */
  readonly aborted?: { readonly signal: AbortSignal | undefined; readonly answer: Answer };
  readonly patienceSeconds?: number;
}

/** Sends `request` and waits for the next message; always resolves. One request at a time. The worker is left as it is. */
export function askWorker<Answer>(worker: Asked, request: unknown, options: RequestOptions<Answer>): Promise<Answer> {
  const { failed, aborted, patienceSeconds } = options;
  return new Promise((resolve) => {
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      worker.off('message', settle);
      worker.off('error', onError);
      worker.off('exit', onExit);
      aborted?.signal?.removeEventListener('abort', onAbort);
      resolve(answer);
    };
    const onError = (error: unknown): void => settle(failed(`the worker crashed: ${describeFault(error)}`));
    const onExit = (how: number | string): void =>
      settle(failed(typeof how === 'number' ? `the worker ended with code ${how}` : `the worker was ended by ${how}`));
    const onAbort = (): void => {
      if (aborted !== undefined) settle(aborted.answer);
    };
    const timer =
      patienceSeconds === undefined
        ? undefined
        : setTimeout(() => settle(failed(`no answer within ${patienceSeconds} seconds`)), patienceSeconds * 1000);
    worker.on('message', settle);
    worker.on('error', onError);
    worker.on('exit', onExit);
    aborted?.signal?.addEventListener('abort', onAbort);
    if (aborted?.signal?.aborted) settle(aborted.answer);
    else worker.postMessage(request);
  });
}
