import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { WorkerProcess } from '../../src/base/worker-process.ts';
import { askWorker } from '../../src/base/worker-request.ts';

const module = new URL('fixtures/echo-worker.ts', import.meta.url);
const workers: WorkerProcess[] = [];

function start(limits: ConstructorParameters<typeof WorkerProcess>[1] = {}): WorkerProcess {
  const worker = new WorkerProcess(module, limits);
  workers.push(worker);
  return worker;
}

interface Said {
  readonly request: string;
  readonly pid: number;
}

const ask = (worker: WorkerProcess, request: string): Promise<Said | string> =>
  askWorker<Said | string>(worker, request, { failed: (why) => why });

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
});

test('runs its module in another process, one request after another', async () => {
  const worker = start();
  const first = (await ask(worker, 'a')) as Said;
  expect(first.request).toBe('a');
  expect(first.pid).not.toBe(process.pid);
  expect(await ask(worker, 'b')).toEqual({ request: 'b', pid: first.pid });
});

test('says what its thread threw', async () => {
  expect(await ask(start(), 'throw')).toMatch(/the worker crashed: .*thrown on purpose/);
});

test('is gone once it has been ended, whatever it did', async () => {
  const worker = start();
  const { pid } = (await ask(worker, 'a')) as Said;
  worker.postMessage('hang');
  await worker.terminate();
  expect(isThere(pid)).toBe(false);
});

test('that the system ends says by which signal', async () => {
  const worker = start();
  const { pid } = (await ask(worker, 'a')) as Said;
  const answer = ask(worker, 'hang');
  process.kill(pid, 'SIGKILL');
  expect(await answer).toBe('the worker was ended by SIGKILL');
});

test('leaves Ctrl-C to its parent', async () => {
  const worker = start();
  const { pid } = (await ask(worker, 'a')) as Said;
  process.kill(pid, 'SIGINT');
  expect(await ask(worker, 'b')).toEqual({ request: 'b', pid });
});

test('ends with its parent, however that ends', async () => {
  const parent = spawn(process.execPath, [fileURLToPath(new URL('fixtures/parent-of-worker.ts', import.meta.url))]);
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString());
  expect(isThere(pid)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(isThere(pid)).toBe(false), 10_000);
});
