/**
 * A worker thread in a process of its own: what it took from the system goes back when it ends. The memory of an ended thread stays with the process, where
 * the C library keeps it in pieces for the next: five workers one after another held twice what one does.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { ResourceLimits } from 'node:worker_threads';
import { workerModule } from './package-files.ts';

/** What the process is told on its command line. */
export interface ProcessSetup {
  /** URL of the thread's module. */
  readonly module: string;
  readonly resourceLimits: ResourceLimits;
}

/** An event of the thread, and what it carries. */
export type FromProcess = readonly ['message' | 'error' | 'exit', unknown];

/** Emits the events of its thread: `message`, `error`, `exit` with a code or the name of the signal that ended the process. */
export class WorkerProcess extends EventEmitter {
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;

  constructor(module: URL, resourceLimits: ResourceLimits) {
    super();
    const setup: ProcessSetup = { module: module.href, resourceLimits };
    this.child = fork(workerModule('base/thread-process'), [JSON.stringify(setup)], {
      execArgv: [],
      // One arena for all of its threads: the C library gives each its own, and none gets what another has freed.
      env: { MALLOC_ARENA_MAX: '1', ...process.env },
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    // An event that nobody waits for any more is no fault.
    this.on('error', () => {});
    this.child.on('error', (error) => this.emit('error', error));
    this.child.on('message', (message) => {
      const [event, value] = message as FromProcess;
      this.emit(event, value);
    });
    this.ended = new Promise((resolve) => {
      this.child.on('exit', (code, signal) => {
        this.emit('exit', code ?? signal);
        resolve();
      });
      // A process that could not be started has no exit.
      this.child.on('error', () => resolve());
    });
  }

  postMessage(request: unknown): void {
    this.child.send(request as object);
  }

  /** Ends it, whatever it does. */
  async terminate(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
