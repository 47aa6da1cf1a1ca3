/** Asking a worker thread: one message there, one back. */
import type { Worker } from 'node:worker_threads';

export interface RequestOptions<Answer> {
  /** The answer in place of one that does not come: the worker crashed, ended, or took too long. `why` is a clause for a message. */
  readonly failed: (why: string) => Answer;
  /** The answer when the signal fires. */
  readonly aborted?: { readonly signal: AbortSignal | undefined; readonly answer: Answer };
  readonly patienceSeconds?: number;
  /** Text of what was thrown in the worker. */
  readonly describe: (error: unknown) => string;
}

/** Sends `request` and waits for the next message; always resolves. One request at a time. The worker is left as it is. */
export function askWorker<Answer>(worker: Worker, request: unknown, options: RequestOptions<Answer>): Promise<Answer> {
  const { failed, aborted, patienceSeconds, describe } = options;
  return new Promise((resolve) => {
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      worker.off('message', settle);
      worker.off('error', onError);
      worker.off('exit', onExit);
      aborted?.signal?.removeEventListener('abort', onAbort);
      resolve(answer);
    };
    const onError = (error: unknown): void => settle(failed(`the worker crashed: ${describe(error)}`));
    const onExit = (code: number): void => settle(failed(`the worker ended with code ${code}`));
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
