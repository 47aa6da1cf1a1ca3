/** `heaplab run` with --trace, --malloc-stats and --python, in a process of its own. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heaplab } from '../support/cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heaplab-watch-'));
  writeFileSync(
    join(folder, 'program.py'),
    'import sys\nrows = [[i] for i in range(3)]\ndel rows\nprint(sys.version_info[:2])\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

test('--trace writes the events to a file; two runs write the same', async () => {
  const run = async (file: string): Promise<string> => {
    const { code, stdout } = await heaplab(['run', 'program.py', '-q', '--trace', file], { cwd: folder });
    expect([code, stdout]).toEqual([0, '(3, 13)\n']);
    return readFileSync(join(folder, file), 'utf8');
  };
  const text = await run('one.txt');
  expect(text.match(/^alloc #\d+ list 40 @[0-9a-f]+ {2}program\.py:2 <module>$/gmu)).toHaveLength(4);
  expect(text.match(/^free #\d+ list 40 @[0-9a-f]+ {2}program\.py:3 <module>$/gmu)).toHaveLength(4);
  expect(await run('two.txt')).toBe(text);
}, 60_000);

test('--trace - writes to standard output, --no-addresses leaves the addresses out', async () => {
  const { code, stdout } = await heaplab(['run', 'program.py', '-q', '--trace', '-', '--no-addresses'], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^free #\d+ list 40 {2}program\.py:3 <module>$/mu);
  expect(stdout).not.toContain('@');
}, 60_000);

test('a trace that cannot be written is refused before the program runs', async () => {
  const { code, stdout, stderr } = await heaplab(['run', 'program.py', '--trace', 'no/such/folder'], { cwd: folder });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('cannot write no/such/folder: no such file or folder');
}, 60_000);

test('--malloc-stats prints the books behind what the program wrote, --python chooses the version', async () => {
  const { code, stdout, stderr } = await heaplab(['run', 'program.py', '-q', '--malloc-stats', '--python', '3.12'], {
    cwd: folder,
  });
  expect([code, stdout]).toEqual([0, '(3, 12)\n']);
  expect(stderr).toMatch(/^Small block threshold = 512, in 32 size classes\.$/mu);
  expect(stderr).toMatch(/^Total +=/mu);
}, 60_000);

test('--python takes no other version', async () => {
  const { code, stderr } = await heaplab(['run', 'program.py', '--python', '3.11'], { cwd: folder });
  expect(code).toBe(2);
  expect(stderr).toContain('3.12, 3.13');
}, 60_000);
