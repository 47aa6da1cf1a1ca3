/** A shootout that is broken off and gone on with gives the bytes of one that is not. */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KeptTables } from '../../src/results/kept-tables.ts';
import type { RunRow } from '../../src/results/rows.ts';
import { Journal } from '../../src/shootout/journal.ts';
import { type PlannedProgram, planShootout } from '../../src/shootout/plan.ts';
import { runShootout } from '../../src/shootout/run-shootout.ts';
import { cellSpec } from '../support/cell-spec.ts';
import { heaplab } from '../support/cli.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'heaplab-resume-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const workerModule = new URL('../cell/fixtures/scripted-worker.ts', import.meta.url);

describe('the journal', () => {
  const names = ['p', 'q', 'r', 's'];
  const groups = names.flatMap((name) => {
    const program: PlannedProgram = { name, path: name, source: 'ok', params: {}, seed: 1, comparable: false };
    const strategies = ['a', 'b'].map((strategy) => ({ name: strategy, allocator: 'malloc', swapped: false }));
    return planShootout([program], strategies, cellSpec({}));
  });

  async function shoot(stopAfter: number, options: { resume: boolean }) {
    const controller = new AbortController();
    const written: { run: RunRow; rows: KeptTables['rows'] }[] = [];
    const started: string[] = [];
    let ended = 0;
    const journal = Journal.open(join(root, 'out'), { ...options, force: false });
    const outcome = await runShootout(groups, {
      jobs: 1,
      workerModule,
      journal,
      sink: { addKept: async (run, { rows }) => void written.push({ run, rows }) },
      signal: controller.signal,
      onStart: ({ runId }) => started.push(runId),
      onEnd: () => {
        if (++ended === stopAfter) controller.abort();
      },
    });
    return { outcome, ids: written.map(({ run }) => run.run_id), started, written };
  }

  test('what has ended is not run again, and the rows are those of one piece, in plan order', async () => {
    const whole = await shoot(99, { resume: false });
    Journal.open(join(root, 'out'), { resume: false, force: true }).remove();
    const first = await shoot(3, { resume: false });
    expect(first.outcome.missing).toBe(5);
    const second = await shoot(99, { resume: true });
    expect(second.outcome.missing).toBe(0);
    expect(second.started).toHaveLength(5);
    expect(second.written).toEqual(whole.written);
  });

  test('one that is there is neither taken nor dropped unasked', async () => {
    await shoot(3, { resume: false });
    expect(() => Journal.open(join(root, 'out'), { resume: false, force: false })).toThrow('was broken off');
    expect(() => Journal.open(join(root, 'out'), { resume: false, force: true })).not.toThrow();
    expect(readdirSync(root)).toEqual([]);
  });

  test('a cell that is torn or half written counts as none', async () => {
    await shoot(3, { resume: false });
    const folder = join(root, '.out.cells');
    const [first = '', second = ''] = readdirSync(folder);
    writeFileSync(join(folder, first, 'cell.json'), '{"run');
    renameSync(join(folder, second), join(folder, `${second}.77`));
    expect(() => Journal.open(join(root, 'out'), { resume: false, force: false })).toThrow('2 cells of it are kept');
    expect((await shoot(99, { resume: true })).started).toHaveLength(7);
  });
});

function contents(directory: string): Record<string, string> {
  const files = readdirSync(directory).filter((name) => name.endsWith('.csv') || name === 'run.json');
  return Object.fromEntries(
    files.filter((name) => name !== 'timing.csv').map((name) => [name, readFileSync(join(directory, name), 'utf8')]),
  );
}

test('kill -9, then --resume: the bytes of an uninterrupted run, with one worker or two, --verify or not', async () => {
  for (const name of ['p', 'q', 'r']) {
    writeFileSync(
      join(root, `${name}.py`),
      `class N: pass\nfor index in range(2000):\n    n = N()\n    n.self = n\n    n.load = ['${name}', index, str(index)]\nprint(index)\n`,
    );
  }
  writeFileSync(
    join(root, 'plan.yaml'),
    'programs: [p.py, q.py, r.py]\nstrategies: [refcount, mark-sweep]\ncharts: false\noracle: true\n',
  );
  const command = ['shootout', '--plan', 'plan.yaml', '--out'];
  const killed = await heaplab([...command, 'a', '--jobs', '1'], {
    cwd: root,
    onStderr: (text, kill) => {
      if (text.includes('[3/6]')) kill('SIGKILL');
    },
  });
  expect(killed.code).toBeNull();
  expect(readdirSync(root)).not.toContain('a');
  const refused = await heaplab([...command, 'a'], { cwd: root });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('--resume');
  const resumed = await heaplab([...command, 'a', '--jobs', '2', '--resume'], { cwd: root });
  expect(resumed.code).toBe(0);
  expect(resumed.stderr.match(/^\[\d\/\d\]/gm)?.length).toBeLessThanOrEqual(4);
  const whole = await heaplab([...command, 'b', '--jobs', '2'], { cwd: root });
  expect(whole.code).toBe(0);
  expect(contents(join(root, 'a'))).toEqual(contents(join(root, 'b')));
  expect(readdirSync(root).sort()).toEqual(['a', 'b', 'p.py', 'plan.yaml', 'q.py', 'r.py']);
  const again = await heaplab([...command, 'a', '--resume'], { cwd: root });
  expect(again.stderr).toContain('nothing to go on with');
  const verified = await heaplab([...command, 'c', '--verify'], { cwd: root });
  expect(verified.code).toBe(0);
  const { 'run.json': _b, ...plain } = contents(join(root, 'b'));
  const { 'run.json': _c, ...checked } = contents(join(root, 'c'));
  expect(checked).toEqual(plain);
}, 120_000);
