import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heaplab } from '../support/cli.ts';

describe('heaplab export', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'heaplab-export-'));
    await writeFile(join(root, 'program.py'), 'x = [1000, 2000]\nprint(len(x))\nraise ValueError(x)\n');
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  test('writes every format, tells what each file shows, and ends as the program does', async () => {
    const out = join(root, 'out');
    const { code, stdout, stderr } = await heaplab(
      ['export', 'program.py', '--at', '2', '--strategies', 'refcount,mark-sweep', '--out', out, '--json'],
      { cwd: root },
    );
    expect(code).toBe(3);
    expect(stderr).toContain('ValueError: [1000, 2000]');
    const names = (await readdir(out)).sort();
    expect(names).toEqual(
      [
        'allocations.speedscope.json',
        'export.json',
        'mark-sweep.allocations.folded',
        'mark-sweep.end.heapsnapshot',
        'mark-sweep.line-2.heapsnapshot',
        'refcount.allocations.folded',
        'refcount.end.heapsnapshot',
        'refcount.line-2.heapsnapshot',
        'trace.json',
      ].sort(),
    );
    const index = JSON.parse(await readFile(join(out, 'export.json'), 'utf8')) as { files: { name: string }[]; runs: unknown };
    expect(index.files.map(({ name }) => name).sort()).toEqual(names.filter((name) => name !== 'export.json'));
    expect(index.runs).toEqual(['refcount', 'mark-sweep'].map((strategy) => ({ strategy, status: 'error', exitCode: 1 })));
    expect((JSON.parse(stdout) as { files: string[] }).files).toHaveLength(names.length);

    const again = await heaplab(['export', 'program.py', '--out', out], { cwd: root });
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('holds an export already') });
  }, 60_000);

  test.each([
    [['program.py', '--format', 'heapsnapshots'], "there is no export format 'heapsnapshots'", "did you mean 'heapsnapshot'?"],
    [['program.py', '--at', 'two'], "--at 'two' is not LINE or LINE:HIT", 'for example --at 12'],
    [['program.py', '--at', '9'], 'line 9 of program.py never ran', 'lines that ran: 1-3. The program ended early: error.'],
    [['.', '--format', 'chrome-trace'], 'is not a run folder: it has no run.json', '--out'],
    [['program.py', '--out', '.'], 'exists and is not an export', 'another folder'],
  ])('%j is refused and leaves nothing', async (args, message, hint) => {
    const before = await readdir(root);
    const { code, stderr } = await heaplab(['export', ...args], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(await readdir(root)).toEqual(before);
  });
});
