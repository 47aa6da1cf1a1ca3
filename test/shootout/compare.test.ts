import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunRow } from '../../src/results/rows.ts';
import { createRunFolder } from '../../src/results/run-folder.ts';
import { compareFolders, parseBound } from '../../src/shootout/compare.ts';
import { heaplab } from '../support/cli.ts';
import { runRow } from '../support/run-row.ts';
import { syntheticCell } from '../support/synthetic-run.ts';

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

  test('from nothing to something is more than any bound, and from nothing to nothing no change', async () => {
    const a = await folder('a', 'p x 1 100\np y 1 100', { cycles_gc: 0 });
    const b = await folder('b', 'p x 1 100\np y 1 100', { cycles_gc: 7 });
    const bounds = [parseBound('cycles_gc>+500%'), parseBound('cycles_gc<-50%')];
    const grown = await compareFolders(a, b, bounds);
    expect(grown.differences.filter(({ figure }) => figure === 'cycles_gc')).toMatchObject([{ ratio: null }, { ratio: null }]);
    expect(grown.failures.map(({ bound, strategy }) => [bound, strategy])).toEqual([
      ['cycles_gc>+500%', 'x'],
      ['cycles_gc>+500%', 'y'],
    ]);
    const none = await compareFolders(a, a, bounds);
    expect(none.differences.filter(({ figure }) => figure === 'cycles_gc')).toMatchObject([{ ratio: 1 }, { ratio: 1 }]);
    expect(none.failures).toEqual([]);
    // Gone altogether it counts as one unit.
    expect((await compareFolders(b, a, bounds)).failures.map(({ bound }) => bound)).toEqual([
      'cycles_gc<-50%',
      'cycles_gc<-50%',
    ]);
  });

  test('figures of other files: the longest pause, the collections, what floats at the end', async () => {
    const side = async (name: string, pauses: readonly number[], floating: readonly number[]): Promise<string> => {
      const directory = join(root, name);
      const writer = await createRunFolder(directory, {
        argv: ['shootout'],
        versions: {},
        programs: [{ name: 'p', sha256: '0' }],
        parameters: {},
      });
      const { run, ...rows } = syntheticCell('p', 'x', 1, { samples: floating.length });
      const { run_id } = run;
      await writer.addCell({
        ...rows,
        run: { ...run, heap_limit_b: pauses.length * 1_000_000 },
        pauses: pauses.map((cycles, index) => ({ run_id, pause_no: index + 1, kind: 'cascade', c_start: 100 * index, cycles })),
        samples: rows.samples!.map((sample, index) => ({ ...sample, floating_b: floating[index]! })),
      });
      await writer.finish('complete');
      return directory;
    };
    const { differences, caveats } = await compareFolders(
      await side('a', [10, 40, 20], [9, 9, 100]),
      await side('b', [60, 5], [9, 9, 300]),
      [],
    );
    const ratioOf = (figure: string): number | null | undefined => differences.find((one) => one.figure === figure)?.ratio;
    expect(ratioOf('max_pause')).toBeCloseTo(1.5, 12);
    expect(ratioOf('leaked_b')).toBeCloseTo(3, 12);
    expect(caveats).toEqual(['heap limits differ']);
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
