/** What may look on while a worker runs a cell, as a request that can be sent to its thread. */
import { writeAll } from '../base/pipes.ts';
import { mallocStats } from '../interp/modules/malloc-stats.ts';
import { EventTrace } from './event-trace.ts';
import type { CellWatch } from './run-cell.ts';

export interface WatchRequest {
  /** Write the events of the run to this open file descriptor; null is no trace. */
  readonly trace: { readonly file: number; readonly addresses: boolean } | null;
  /** Print the allocator's books on the program's stderr at its end, before it is torn down. */
  readonly mallocStats: boolean;
}

/** Writes for as long as somebody reads: `--trace - | head` ends quietly. */
function writerTo(file: number): (text: string) => void {
  let read = true;
  return (text) => {
    if (!read) return;
    try {
      writeAll(file, text);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
      read = false;
    }
  };
}

export function watchOf(request: WatchRequest): CellWatch {
  let events: EventTrace | null = null;
  return {
    begin(machine) {
      const { trace } = request;
      if (trace !== null) {
        events = new EventTrace(machine, { addresses: trace.addresses, write: writerTo(trace.file) });
      }
      if (!request.mallocStats) return;
      const { onProgramEnd } = machine;
      machine.onProgramEnd = () => {
        onProgramEnd?.();
        machine.rt.stderr.write(mallocStats(machine.rt));
      };
    },
    end: () => events?.finish(),
  };
}
