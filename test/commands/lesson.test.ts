import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heaplab } from '../support/cli.ts';

describe('heaplab lesson', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'heaplab-lesson-'));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  test('lists the course', async () => {
    const { code, stdout } = await heaplab(['lesson', '--json']);
    expect(code).toBe(0);
    const { lessons } = JSON.parse(stdout) as { lessons: { number: number; name: string; goal: string }[] };
    expect(lessons).toHaveLength(11);
    expect(lessons[6]).toMatchObject({ number: 7, name: 'cycle-counting-misses' });
  }, 30_000);

  test('builds one into the folder that was named, and says which slides there are', async () => {
    const { code, stdout } = await heaplab(['lesson', '4', '--out', 'tuesday'], { cwd: root });
    expect(code).toBe(0);
    expect(stdout).toContain('1-frames-1: total is called: a second frame, with its own names');
    expect(stdout).toContain('open tuesday/index.html');
    expect(await readdir(join(root, 'tuesday'))).toEqual(expect.arrayContaining(['index.html', 'step.html', '1-frames-1.png']));
  }, 60_000);

  test('does not know every name', async () => {
    const { code, stderr } = await heaplab(['lesson', 'four-colectors'], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain("there is no lesson 'four-colectors'");
    expect(stderr).toContain("did you mean 'four-collectors'?");
  }, 30_000);
});
