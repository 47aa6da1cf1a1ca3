/** Memory and processor time of a process and its workers: what Linux says below /proc. */
import { readFileSync } from 'node:fs';

/** Of /proc: 100 a second on every processor that Node runs on. */
const TICK_MS = 10;

/** This process and its workers, as they were when a cell ended: a worker is still there then. */
export class Processes {
  /** Most that all of them held at once, in MB, pages that they share counted once. */
  peakMb = 0;
  private readonly ticks = new Map<string, number>();

  /** What they hold now, in MB. */
  look(): number {
    const workers = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    let kib = 0;
    for (const id of ['self', ...workers])
      kib += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1]);
    for (const id of workers) {
      // The name of the program, which may hold spaces, ends with the last parenthesis.
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      this.ticks.set(id, Number(fields[11]) + Number(fields[12]));
    }
    this.peakMb = Math.max(this.peakMb, kib / 1024);
    return kib / 1024;
  }

  /** Processor time of the workers. */
  cpuMs(): number {
    return [...this.ticks.values()].reduce((sum, ticks) => sum + ticks * TICK_MS, 0);
  }
}
