/** Progress of a shootout on stderr: a bar on a terminal, a line a cell elsewhere. Results go to stdout and are not touched. */
import type { CellSpec, CellSummary } from '../cell/cell.ts';

export interface Progress {
  started(cell: CellSpec): void;
  ended(cell: CellSpec, result: CellSummary): void;
  stop(): void;
}

/** No progress at all. */
export const silent: Progress = { started() {}, ended() {}, stop() {} };

/** Progress over `total` cells. */
export async function showProgress(total: number): Promise<Progress> {
  if (!process.stderr.isTTY) return lines(total);
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: '{bar} {value}/{total} · {running}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    fps: 8,
  });
  const running = new Set<string>();
  bar.start(total, 0, { running: '' });
  const show = () => bar.update({ running: [...running].join(', ') });
  return {
    started(cell) {
      running.add(cell.runId);
      show();
    },
    ended(cell) {
      running.delete(cell.runId);
      bar.increment(1, { running: [...running].join(', ') });
    },
    stop: () => bar.stop(),
  };
}

function lines(total: number): Progress {
  let ended = 0;
  return {
    started() {},
    ended(cell, result) {
      ended++;
      process.stderr.write(`[${ended}/${total}] ${cell.runId}: ${result.status}\n`);
    },
    stop() {},
  };
}
