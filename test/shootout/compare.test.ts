import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunRow } from '../../src/results/rows.ts';
import { createRunFolder } from '../../src/results/run-folder.ts';
import { compareFolders, parseBound } from '../../src/shootout/compare.ts';
import { heaplab } from '../support/cli.ts';
import { runRow } from '../support/run-row.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'heaplab-compare-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** A folder of runs as `program strategy seed footprint [status]`, one a line. */
async function folder(name: string, table: string, own: Partial<RunRow> = {}, sha256 = '0'): Promise<string> {
  const directory = join(root, name);
  const writer = await createRunFolder(directory, {
    argv: ['shootout'],
    versions: {},
    programs: [{ name: 'p', sha256 }],
    parameters: {},
  });
  for (const line of table.trim().split('\n')) {
    const [workload = '', strategy = '', seed = '', footprint = '', status = 'ok'] = line.trim().split(/\s+/);
    const run_id = `${workload}.${strategy}.s${seed}`;
    const figures = { peak_footprint_b: Number(footprint), status: status as 'ok' };
    await writer.addCell({ run: runRow({ run_id, workload, strategy, seed: Number(seed), ...figures, ...own }) });
  }
  await writer.finish('complete');
  return directory;
}

describe('on paper', () => {
  test('ratios are geometric over programs, and runs pair by their id', async () => {
    const a = await folder('a', 'p x 1 100\nq x 1 100\nr x 1 100\np y 1 50');
    const b = await folder('b', 'p x 1 200\nq x 1 800\nr x 1 900 oom\np y 1 50\ns x 1 1');
    const { differences, unpaired, failures } = await compareFolders(a, b, [parseBound('peak_footprint_b>+5%')]);
    const footprint = differences.filter(({ figure }) => figure === 'peak_footprint_b');
    // x: 2 and 8, so 4; y: as before.
    expect(
      footprint.map(({ strategy, ratio, runs }) => [strategy, ratio === null ? null : Math.round(ratio * 1e9) / 1e9, runs]),
    ).toEqual([
      ['x', 4, 2],
      ['y', 1, 1],
    ]);
    expect(unpaired).toEqual(['r.x.s1', 's.x.s1']);
    expect(failures.map(({ strategy }) => strategy)).toEqual(['x']);
  });

  test('with replicates the interval decides: a wobble about no change is no failure', async () => {
    const a = await folder('a', 'p x 1 100\np x 2 100\np x 3 100\np x 4 100');
    const wobble = await folder('b', 'p x 1 180\np x 2 70\np x 3 160\np x 4 60');
    const growth = await folder('c', 'p x 1 108\np x 2 110\np x 3 109\np x 4 111');
    const bound = [parseBound('peak_footprint_b>+1%')];
    expect((await compareFolders(a, wobble, bound)).failures).toEqual([]);
    const { failures, differences } = await compareFolders(a, growth, bound);
    expect(failures).toHaveLength(1);
    const found = differences.find(({ figure }) => figure === 'peak_footprint_b');
    expect(found?.interval?.low).toBeGreaterThan(1.07);
    expect(found?.interval?.high).toBeLessThan(1.12);
  });

  test('a folder with itself differs in nothing; other programs and profiles are told', async () => {
    const a = await folder('a', 'p x 1 100');
    expect((await compareFolders(a, a, [parseBound('cycles_total>+0%')])).failures).toEqual([]);
    const b = await folder('b', 'p x 1 100', { cost_profile: 'other' }, '1');
    const { caveats } = await compareFolders(a, b, []);
    expect(caveats.join()).toContain('not the same program');
    expect(caveats.join()).toContain('cost profiles differ');
  });

  test('nothing in common is an error', async () => {
    const a = await folder('a', 'p x 1 100');
    const b = await folder('b', 'q x 1 100');
    await expect(compareFolders(a, b, [])).rejects.toThrow('no run in common');
  });
});

describe('bounds', () => {
  test('are read', () => {
    expect(parseBound('peak_footprint_b>+5%')).toMatchObject({ figure: 'peak_footprint_b', share: 0.05, above: true });
    expect(parseBound(' cycles_gc < -10.5 % ')).toMatchObject({ figure: 'cycles_gc', share: -0.105, above: false });
  });
  test.each(['peak>5%', 'cycles_total>5', 'cycles_total=5%', '', 'cycles_total>%'])("'%s' is refused", (text) => {
    expect(() => parseBound(text)).toThrow('--fail-if');
  });
});

test('the command: 0 within the bound, 99 beyond it', async () => {
  await folder('a', 'p x 1 100');
  await folder('b', 'p x 1 110');
  const [within, beyond] = await Promise.all([
    heaplab(['compare', 'a', 'b', '--fail-if', 'peak_footprint_b>+10%'], { cwd: root }),
    heaplab(['compare', 'a', 'b', '--fail-if', 'peak_footprint_b>+5%', '--json'], { cwd: root }),
  ]);
  expect(within.code).toBe(0);
  expect(within.stdout).toContain('+10.0 %');
  expect(beyond.code).toBe(99);
  expect(JSON.parse(beyond.stdout).failures).toHaveLength(1);
});
