import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunRow } from '../../src/results/rows.ts';
import { Journal } from '../../src/shootout/journal.ts';
import { type PlannedProgram, planShootout } from '../../src/shootout/plan.ts';
import { runShootout, type ShootoutOptions } from '../../src/shootout/run-shootout.ts';
import { cellSpec } from '../support/cell-spec.ts';

const workerModule = new URL('../cell/fixtures/scripted-worker.ts', import.meta.url);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'heaplab-shootout-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/**
 * A plan of one group a word, `program:a=what,b=what`, where `what` is an action of the scripted worker; what is no action is what
 * the program prints. A program with a `?` behind its name is not comparable.
 */
function plan(notation: string) {
  return notation.split(' ').map((word) => {
    const [name = '', actions = ''] = word.split(':');
    const program: PlannedProgram = {
      name: name.replace('?', ''),
      path: `${name}.py`,
      source: '',
      params: {},
      seed: 1,
      comparable: !name.endsWith('?'),
    };
    const does = new Map(actions.split(',').map((action) => action.split('=') as [string, string]));
    const strategies = [...does.keys()].map((strategy) => ({
      name: strategy,
      allocator: 'malloc',
      swapped: strategy === 'swapped',
    }));
    const [group] = planShootout([program], strategies, cellSpec({}));
    return { program, cells: (group?.cells ?? []).map((cell) => ({ ...cell, source: does.get(cell.strategy) ?? '' })) };
  });
}

async function shoot(notation: string, options: Partial<ShootoutOptions> = {}) {
  const written: RunRow[] = [];
  const sink = { addKept: async (run: RunRow) => void written.push(run) };
  const journal = Journal.open(join(root, 'out'), { resume: false, force: true });
  const outcome = await runShootout(plan(notation), { jobs: 2, sink, journal, workerModule, ...options });
  return { outcome, written, ids: written.map(({ run_id }) => run_id) };
}

describe('runShootout', () => {
  test('writes rows in plan order, whatever the number of workers', async () => {
    const notation = 'p:a=slow,b=x q:a=x,b=slow r:b=x,a=x';
    const inOrder = ['p.a.s1', 'p.b.s1', 'q.a.s1', 'q.b.s1', 'r.b.s1', 'r.a.s1'];
    for (const jobs of [1, 2, 4]) {
      const { ids, outcome } = await shoot(notation, { jobs });
      expect(ids).toEqual(inOrder);
      expect(outcome.runs.map(({ run }) => run.run_id)).toEqual(inOrder);
      expect(outcome.missing).toBe(0);
    }
  });

  test('marks the one that printed something else, and only where programs must agree', async () => {
    const { outcome, written } = await shoot('p:a=x,b=y,c=x q?:a=x,b=y,c=x');
    expect(outcome.diverged).toEqual(['p.b.s1']);
    expect(written.filter(({ status }) => status === 'diverged').map(({ run_id }) => run_id)).toEqual(['p.b.s1']);
  });

  test('on a tie the first strategy is believed', async () => {
    const { outcome } = await shoot('p:a=x,b=y');
    expect(outcome.diverged).toEqual(['p.b.s1']);
  });

  test('a strategy on another allocator is a contestant of its own', async () => {
    const { ids, written } = await shoot('p:a=x,swapped=x');
    expect(ids).toEqual(['p.a.s1', 'p.swapped+malloc.s1']);
    expect(written.map(({ strategy }) => strategy)).toEqual(['a', 'swapped+malloc']);
  });

  test('a cell with a fault has no rows and is named', async () => {
    const { outcome, ids } = await shoot('p:a=x,b=throw,c=x q:a=bug');
    expect(ids).toEqual(['p.a.s1', 'p.c.s1']);
    expect(outcome.failed.map(({ runId }) => runId)).toEqual(['p.b.s1', 'q.a.s1']);
    expect(outcome.failed[0]?.fault).toContain('thrown on purpose');
    expect(outcome.diverged).toEqual([]);
  });

  test('keeps what has ended when it is interrupted, in plan order', async () => {
    const controller = new AbortController();
    const { outcome, ids } = await shoot('p:a=x,b=hang q:a=x,b=x', {
      jobs: 1,
      signal: controller.signal,
      onStart: ({ source }) => {
        if (source === 'hang') setTimeout(() => controller.abort(), 50);
      },
    });
    expect(ids).toEqual(['p.a.s1', 'q.a.s1']);
    expect(outcome.missing).toBe(2);
  });

  test('a sink that fails ends the shootout with its error', async () => {
    const error = new Error('no space left');
    const addKept = () => Promise.reject(error);
    await expect(shoot('p:a=x q:a=x r:a=hang', { jobs: 1, sink: { addKept } })).rejects.toBe(error);
  });
});
