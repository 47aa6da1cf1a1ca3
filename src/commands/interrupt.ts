/** Ctrl-C: the first asks the work to end, the second ends the process. */
import { exitCodes } from '../base/errors.ts';

export interface Interrupt {
  readonly signal: AbortSignal;
  /** Goes back to the host's own handling. */
  stop(): void;
}

/** `cleanUp` removes what is half written before a second Ctrl-C ends the process. */
export function listenForInterrupt(cleanUp: () => Promise<void>): Interrupt {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (!controller.signal.aborted) {
      controller.abort();
      process.stderr.write('heaplab: interrupted; keeping what has ended (again to drop it)\n');
      return;
    }
    cleanUp().finally(() => process.exit(exitCodes.interrupted));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    stop() {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
