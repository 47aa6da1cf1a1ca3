import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LabBug, UserError } from '../../src/base/errors.ts';
import { type KeptTables, keepTables } from '../../src/results/kept-tables.ts';
import { tables } from '../../src/results/rows.ts';
import { createRunFolder } from '../../src/results/run-folder.ts';
import { openRunFolder } from '../../src/results/run-folder-reader.ts';
import { syntheticCell, writeSyntheticRun } from '../support/synthetic-run.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'heaplab-results-'));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const description = { argv: ['shootout'], versions: { heaplab: '0.0.0' }, programs: [], parameters: {} };

async function contents(directory: string): Promise<Record<string, string>> {
  const names = (await readdir(directory)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name), 'utf8')])),
  );
}

test('a folder comes back as it was written', async () => {
  const directory = join(root, 'out');
  await writeSyntheticRun(directory, { samples: 30 });
  const folder = await openRunFolder(directory);
  expect(folder.manifest.status).toBe('complete');
  expect(folder.runs.map((run) => run.run_id)).toHaveLength(18);
  expect(folder.runs[4]).toEqual(syntheticCell('gcbench', 'semispace', 1, { samples: 30 }).run);
  expect(await readdir(directory)).toHaveLength(tables.length + 1);
});

test('the same cells give the same bytes, and the draft leaves nothing beside the folder', async () => {
  await writeSyntheticRun(join(root, 'a'), { samples: 20 });
  await writeSyntheticRun(join(root, 'b'), { samples: 20 });
  expect(await contents(join(root, 'a'))).toEqual(await contents(join(root, 'b')));
  expect((await readdir(root)).sort()).toEqual(['a', 'b']);
});

test('text with commas, quotes and line feeds survives, and its line numbers stay right', async () => {
  const directory = join(root, 'out');
  const writer = await createRunFolder(directory, description);
  const odd = syntheticCell('odd', 'refcount', 1, { samples: 2 });
  const workload = 'a "b",\nc; =1+1 \u{1F40D}';
  await writer.addCell({ ...odd, run: { ...odd.run, workload } });
  await writer.finish('complete');
  expect((await openRunFolder(directory)).runs[0]?.workload).toBe(workload);
});

test('an unfinished folder is not there, and abandoning removes made parents', async () => {
  const writer = await createRunFolder(join(root, 'deep', 'er', 'out'), description);
  await writer.addCell(syntheticCell('w', 'refcount', 1, { samples: 2 }));
  expect(await readdir(join(root, 'deep', 'er'))).not.toContain('out');
  await writer.abandon();
  expect(await readdir(root)).toEqual([]);
});

test('what is already there is refused, and --force replaces only run folders', async () => {
  const directory = join(root, 'out');
  await writeSyntheticRun(directory, { samples: 2, workloads: ['old'] });
  await expect(createRunFolder(directory, description)).rejects.toThrow(/holds a run folder already/);
  const writer = await createRunFolder(directory, description, { force: true });
  await writer.addCell(syntheticCell('new', 'refcount', 1, { samples: 2 }));
  expect((await openRunFolder(directory)).runs[0]?.workload).toBe('old');
  await writer.finish('interrupted');
  const folder = await openRunFolder(directory);
  expect(folder.runs.map((run) => run.workload)).toEqual(['new']);
  expect(folder.manifest.status).toBe('interrupted');
  expect(await readdir(root)).toEqual(['out']);

  const foreign = join(root, 'photos');
  await mkdir(foreign);
  await writeFile(join(foreign, 'cat.png'), 'x');
  await expect(createRunFolder(foreign, description, { force: true })).rejects.toThrow(/is not a run folder/);
  expect(await readdir(foreign)).toEqual(['cat.png']);
});

test("a place that cannot be written is the user's error", async () => {
  await writeFile(join(root, 'file'), 'x');
  await expect(createRunFolder(join(root, 'file'), description)).rejects.toThrow(UserError);
  await expect(createRunFolder(join(root, 'file', 'out'), description)).rejects.toThrow(/is a file, not a folder/);
  await expect(createRunFolder('/proc/heaplab/out', description)).rejects.toThrow(UserError);
});

test('a row of another cell, a missing figure and a fraction of a byte are ours', async () => {
  const writer = await createRunFolder(join(root, 'out'), description);
  const cell = syntheticCell('w', 'refcount', 1, { samples: 2 });
  const other = syntheticCell('v', 'refcount', 1, { samples: 2 });
  await expect(writer.addCell({ ...cell, samples: other.samples })).rejects.toThrow(LabBug);
  await expect(writer.addCell({ ...cell, run: { ...cell.run, alloc_b: 1.5 } })).rejects.toThrow(LabBug);
  await expect(writer.addCell({ ...cell, run: { ...cell.run, cycles_total: Number.NaN } })).rejects.toThrow(LabBug);
  await writer.abandon();
});

test('a missing or foreign folder says so', async () => {
  await expect(openRunFolder(join(root, 'nowhere'))).rejects.toThrow(/no such file or folder/);
  await expect(openRunFolder(root)).rejects.toThrow(/not a run folder: it has no run.json/);
  await writeFile(join(root, 'run.json'), '{\n  "name": "other"\n}\n');
  await expect(openRunFolder(root)).rejects.toThrow(/run.json, line 1: not the run.json of a heaplab run/);
  await writeFile(join(root, 'run.json'), '{\n  "name": "other",\n  oops\n}\n');
  await expect(openRunFolder(root)).rejects.toThrow(/run.json, line 3: not valid JSON/);
});

const damages: [name: string, damage: (directory: string) => Promise<void>, message: RegExp][] = [
  [
    'a truncated line',
    async (d) => truncateBy(join(d, 'samples.csv'), 1),
    /samples\.csv, line 41: the file ends in the middle/,
  ],
  [
    'a lost line',
    async (d) => editLines(join(d, 'samples.csv'), (lines) => lines.slice(0, -1)),
    /samples\.csv, line 40: the file ends after 39 rows; run\.json counts 40/,
  ],
  [
    'a changed figure',
    async (d) =>
      editLines(join(d, 'samples.csv'), (lines) => lines.map((line, i) => (i === 5 ? line.replace(/\d$/, '7') : line))),
    /samples\.csv was changed/,
  ],
  [
    'a word for a number',
    async (d) =>
      editLines(join(d, 'samples.csv'), (lines) => lines.map((line, i) => (i === 2 ? line.replace(/\d+$/, 'many') : line))),
    /samples\.csv, line 3: gc_n is "many"/,
  ],
  [
    'an unknown status',
    async (d) => editLines(join(d, 'runs.csv'), (lines) => lines.map((line) => line.replace(',ok,', ',fine,'))),
    /runs\.csv, line 2: status is "fine"; it must be one of ok, oom/,
  ],
  [
    'a value too many',
    async (d) => editLines(join(d, 'counters.csv'), (lines) => lines.map((line, i) => (i === 1 ? `${line},1` : line))),
    /counters\.csv, line 2: 7 values where 6/,
  ],
  ['an open quote', async (d) => appendFile(join(d, 'counters.csv'), '"x\n'), /counters\.csv, line \d+: not CSV/],
  [
    'another header',
    async (d) => editLines(join(d, 'pauses.csv'), (lines) => lines.map((line) => line.replace('kind', 'sort'))),
    /pauses\.csv, line 1: the header has the column "sort" where "kind"/,
  ],
  [
    'an orphan',
    async (d) => editLines(join(d, 'timing.csv'), (lines) => lines.map((line, i) => (i === 2 ? `x${line}` : line))),
    /timing\.csv, line 3: run_id xw\.no-gc\.s1 is not in runs\.csv/,
  ],
  [
    'a double',
    async (d) => editLines(join(d, 'runs.csv'), (lines) => [...lines, lines[1]!]),
    /runs\.csv, line 4: run_id w\.refcount\.s1 is there twice/,
  ],
  ['an empty file', async (d) => writeFile(join(d, 'collections.csv'), ''), /collections\.csv, line 1: the file is empty/],
  ['a missing file', async (d) => rm(join(d, 'collections.csv')), /cannot read .*collections\.csv: no such file/],
];

async function truncateBy(path: string, bytes: number): Promise<void> {
  await truncate(path, (await readFile(path)).length - bytes);
}

async function editLines(path: string, edit: (lines: string[]) => string[]): Promise<void> {
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  await writeFile(path, `${edit(lines).join('\n')}\n`);
}

test.each(damages)('%s is found, with file and line', async (_name, damage, message) => {
  const directory = join(root, 'out');
  await writeSyntheticRun(directory, { workloads: ['w'], strategies: ['refcount', 'no-gc'], samples: 20 });
  await damage(directory);
  const failure = await openRunFolder(directory).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  expect((failure as UserError).message).toMatch(message);
});

test('a cell that its worker has kept gives the bytes of its rows', async () => {
  const kept = new Map<string, KeptTables>();
  const cells = ['a', 'b'].map((strategy) => syntheticCell('w, "quoted"', strategy, 1, { samples: 700 }));
  const [rows, files] = [join(root, 'rows'), join(root, 'files')];
  const byRows = await createRunFolder(rows, description);
  const byFiles = await createRunFolder(files, description);
  for (const cell of cells) {
    const { run, ...tables } = cell;
    await byRows.addCell(cell);
    const folder = join(root, run.strategy);
    await mkdir(folder);
    kept.set(run.strategy, { folder, rows: keepTables(folder, run.run_id, tables) });
    await byFiles.addKept(run, kept.get(run.strategy)!);
  }
  await byRows.finish('complete');
  await byFiles.finish('complete');
  const written = await contents(rows);
  expect(await contents(files)).toEqual(written);
  expect(kept.get('a')!.rows.samples).toBe(700);
  expect(written['samples.csv']!.split('\n')).toHaveLength(1 + 2 * 700 + 1);
  expect((await openRunFolder(files)).runs).toHaveLength(2);
});

test('rows of another cell are not kept, and a kept table that is lost is named', async () => {
  const { run, ...tables } = syntheticCell('w', 'a', 1, { samples: 2 });
  const folder = join(root, 'cell');
  await mkdir(folder);
  expect(() => keepTables(folder, 'other', tables)).toThrow(LabBug);
  const writer = await createRunFolder(join(root, 'out'), description);
  const lost = writer.addKept(run, { folder, rows: { samples: 2 } });
  await expect(lost).rejects.toThrow(/cannot read .*samples\.csv: no such file or folder/);
  await writer.abandon();
});
