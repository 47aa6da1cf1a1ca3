import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CellSpec, KeptCell } from '../../src/cell/cell.ts';
import { CELLS_PER_WORKER, type PoolOptions, runCells } from '../../src/cell/worker-pool.ts';
import { cellSpec } from '../support/cell-spec.ts';

const workerModule = new URL('./fixtures/scripted-worker.ts', import.meta.url);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'heaplab-pool-'));
});
afterEach(() => rmSync(root, { recursive: true }));
const keep = ({ runId }: CellSpec): string => join(root, 'cells', runId);

/** Runs cells written `strategy:action`, and returns what came back, by index. */
async function run(notation: string, options: Partial<PoolOptions> = {}) {
  const cells: CellSpec[] = notation.split(' ').map((word, index) => {
    const [strategy = '', source = ''] = word.split(':');
    return cellSpec({ runId: `cell-${index}`, strategy, source });
  });
  const results: (KeptCell | undefined)[] = cells.map(() => undefined);
  const order: number[] = [];
  rmSync(join(root, 'cells'), { recursive: true, force: true });
  await runCells(cells, {
    jobs: 2,
    workerModule,
    keep,
    onResult: (index, result) => {
      results[index] = result;
      order.push(index);
    },
    ...options,
  });
  return { results, order, statuses: results.map((result) => result?.status ?? 'missing').join(' ') };
}

describe('runCells', () => {
  test('runs every cell once, whatever the number of workers', async () => {
    for (const jobs of [1, 2, 9]) {
      const { order, statuses } = await run('a:ok b:ok a:ok c:ok b:ok', { jobs });
      expect([...order].sort()).toEqual([0, 1, 2, 3, 4]);
      expect(statuses).toBe('ok ok ok ok ok');
    }
  });

  test('does nothing without cells', async () => {
    await expect(runCells([], { jobs: 4, workerModule, keep, onResult: () => expect.unreachable() })).resolves.toBeUndefined();
  });

  test('a worker that cannot keep its rows says why', async () => {
    const { results } = await run('a:ok', { keep: () => '/dev/null/cells/a' });
    expect(results[0]).toMatchObject({ status: 'bug', kept: null });
    expect(results[0]?.stderr).toContain('cannot keep the rows of a cell in /dev/null/cells/a: a part of the path is a file');
  });

  test('gives a worker one strategy only', async () => {
    const { results } = await run('a:ok b:ok a:ok b:ok a:ok c:ok', { jobs: 2 });
    const strategyOf = new Map<string, string>();
    for (const result of results) {
      const [thread = '', strategy = ''] = (result?.stdout ?? '').split(' ');
      expect(strategyOf.get(thread) ?? strategy).toBe(strategy);
      strategyOf.set(thread, strategy);
    }
  });

  test('keeps a worker for the cells of its strategy, in plan order', async () => {
    const { results, order } = await run('a:ok b:ok a:ok b:ok a:ok', { jobs: 1 });
    expect(order).toEqual([0, 2, 4, 1, 3]);
    expect(results.map((result) => result?.stdout.split(' ')[2])).toEqual(['1', '1', '2', '2', '3']);
  });

  test('ends a worker after its share of cells, so that memory does not grow with their number', async () => {
    const { results, order } = await run(Array.from({ length: 2 * CELLS_PER_WORKER + 1 }, () => 'a:ok').join(' '), { jobs: 1 });
    expect(order).toEqual(results.map((_, index) => index));
    const threads = results.map((result) => result?.stdout.split(' ')[0]);
    expect(new Set(threads).size).toBe(3);
    expect(threads.filter((thread) => thread === threads[0])).toHaveLength(CELLS_PER_WORKER);
    expect(threads.at(-2)).not.toBe(threads.at(-1));
  });

  test('shares one strategy between workers when it is the only one', async () => {
    const { results } = await run('a:slow a:slow a:slow a:slow', { jobs: 2 });
    expect(new Set(results.map((result) => result?.stdout.split(' ')[0])).size).toBe(2);
  });

  test.each([
    ['throws', 'throw', 'thrown on purpose'],
    ['ends', 'exit', 'the worker ended with code 7'],
    ['runs out of host memory', 'memory', 'memory'],
  ])('a worker that %s costs its cell and no other', async (_what, action, fault) => {
    const { results, statuses } = await run(`a:ok a:${action} a:ok b:ok`, { jobs: 1, hostMemoryMib: 32 });
    expect(statuses).toBe('ok bug ok ok');
    expect(results[1]?.stderr).toContain(fault);
    expect(results[1]?.run).toBeNull();
    expect(readdirSync(join(root, 'cells'))).toEqual(['cell-0', 'cell-2', 'cell-3']);
  });

  test('a cell that ends in a fault of ours leaves its worker, too', async () => {
    const { results } = await run('a:bug a:ok', { jobs: 1 });
    expect(results[1]?.stdout.split(' ')[2]).toBe('1');
  });

  test('ends running workers and drops waiting cells when it is aborted', async () => {
    const controller = new AbortController();
    const { statuses } = await run('a:ok a:hang a:ok b:ok', {
      jobs: 1,
      signal: controller.signal,
      onStart: (index) => {
        if (index === 1) setTimeout(() => controller.abort(), 100);
      },
    });
    expect(statuses).toBe('ok missing missing missing');
  });

  test('starts nothing when it was aborted before', async () => {
    const { order } = await run('a:ok', { signal: AbortSignal.abort() });
    expect(order).toEqual([]);
  });
});
