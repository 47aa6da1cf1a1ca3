/** A corrupt, truncated or foreign folder: the file and line are named, and nothing is written. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { chartNames, loadChart, tablesOf } from '../../src/report/chart.ts';
import { renderReport } from '../../src/report/report.ts';
import { fuzzTable } from '../../src/results/fuzz-table.ts';
import { tables } from '../../src/results/rows.ts';
import { writeFuzzFolder } from '../support/synthetic-fuzz.ts';
import { writeSyntheticRun } from '../support/synthetic-run.ts';

let root: string;
let whole: string;
let damaged: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'heaplab-damage-'));
  whole = join(root, 'whole');
  damaged = join(root, 'damaged');
  await writeSyntheticRun(whole, { samples: 80, workloads: ['w'], strategies: ['refcount', 'mark-sweep'], followed: true });
});
beforeEach(async () => {
  await rm(damaged, { recursive: true, force: true });
  await cp(whole, damaged, { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** The message of the error that a report of the damaged folder ends with. */
async function complaint(folder = damaged): Promise<string> {
  const failure = await renderReport(folder, { formats: ['svg'], only: ['ranking'] }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  expect(await readdir(folder).catch(() => [])).not.toContain('report');
  return (failure as UserError).message;
}

async function edit(file: string, change: (lines: string[]) => string | readonly string[]): Promise<void> {
  const path = join(damaged, file);
  const text = change((await readFile(path, 'utf8')).split('\n'));
  await writeFile(path, typeof text === 'string' ? text : text.join('\n'));
}

const read = new Set<string>();
for (const name of await chartNames()) for (const file of tablesOf((await loadChart(name)).spec)) read.add(file);
const files = [...read].filter((file) => file !== fuzzTable.file).sort();

test('the charts read only tables of a run folder', () => {
  expect(files.length).toBeGreaterThan(8);
  expect(tables.map((table) => table.file)).toEqual(expect.arrayContaining(files));
});

describe.each(files)('%s', (file) => {
  const numeric = tables.find((table) => table.file === file)!.columns.findIndex((column) => column.type !== 'text');

  test('a figure that is none', async () => {
    await edit(file, (lines) => lines.with(2, lines[2]!.split(',').with(numeric, '1o').join(',')));
    expect(await complaint()).toMatch(new RegExp(`${file.replace('.', '\\.')}, line 3: \\w+ is "1o", not a`));
  });

  test('a line with a value too few', async () => {
    await edit(file, (lines) => lines.with(2, lines[2]!.slice(0, lines[2]!.lastIndexOf(','))));
    expect(await complaint()).toMatch(/, line 3: \d+ values where \d+ were expected/);
  });

  test('broken off in the middle of a line', async () => {
    await edit(file, (lines) => lines.slice(0, 3).join('\n').slice(0, -3));
    expect(await complaint()).toMatch(new RegExp(`${file.replace('.', '\\.')}, line 3: `));
  });

  test('broken off at the end of a line', async () => {
    await edit(file, (lines) => `${lines.slice(0, 2).join('\n')}\n`);
    expect(await complaint()).toMatch(/line 2: the file ends after 1 rows; run\.json counts \d+/);
  });

  test('a column of another name', async () => {
    await edit(file, (lines) => lines.with(0, lines[0]!.replace('run_id', 'cell_id')));
    expect(await complaint()).toMatch(/, line 1: the header has the column "cell_id" where "run_id" was expected/);
  });

  test('empty, and missing', async () => {
    await edit(file, () => '');
    expect(await complaint()).toMatch(/, line 1: the file is empty/);
    await rm(join(damaged, file));
    expect(await complaint()).toMatch(new RegExp(`cannot read .*${file.replace('.', '\\.')}: no such file`));
  });

  test('a row of a run that is not there, or is there twice', async () => {
    await edit(file, (lines) =>
      lines.with(2, lines[file === 'runs.csv' ? 1 : 2]!.replace(/^w\./, file === 'runs.csv' ? 'w.' : 'x.')),
    );
    expect(await complaint()).toMatch(
      file === 'runs.csv' ? /, line 3: run_id .* is there twice/ : /, line 3: run_id x\..* is not in/,
    );
  });

  test('a figure that was changed', async () => {
    await edit(file, (lines) => {
      const values = lines[2]!.split(',');
      return lines.with(2, values.with(numeric, `${Number(values[numeric]) + 1}`).join(','));
    });
    expect(await complaint()).toContain(`${file} was changed after it was written`);
  });

  test('bytes that are no text', async () => {
    await writeFile(join(damaged, file), Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x22, 0x0a, 0x00]));
    expect(await complaint()).toMatch(new RegExp(`${file.replace('.', '\\.')}, line \\d+: `));
  });
});

test('a folder of something else, of another version, or with a broken run.json', async () => {
  await rm(join(damaged, 'run.json'));
  expect(await complaint()).toMatch(/is not a run folder: it has no run\.json/);
  await writeFile(join(damaged, 'run.json'), '{\n "schemaVersion": 3,\n "status": comp');
  expect(await complaint()).toMatch(/run\.json, line 3: not valid JSON/);
  await writeFile(join(damaged, 'run.json'), '{"name": "package"}');
  expect(await complaint()).toMatch(/run\.json, line 1: not the run\.json of a heaplab run/);
  const manifest = JSON.parse(await readFile(join(whole, 'run.json'), 'utf8')) as object;
  await writeFile(join(damaged, 'run.json'), JSON.stringify({ ...manifest, schemaVersion: 2 }));
  expect(await complaint()).toMatch(/has schemaVersion 2; this heaplab reads 3/);
  expect(await complaint(join(root, 'nowhere'))).toMatch(/cannot open the run folder .*nowhere: no such file or folder/);
});

describe('the folder of a fuzz campaign', () => {
  beforeEach(async () => {
    await rm(damaged, { recursive: true, force: true });
    await writeFuzzFolder(damaged, { cases: 12, finding: 3 });
  });

  test('is drawn, with its findings in the title and the description', async () => {
    const { charts, files: written, omitted } = await renderReport(damaged, { formats: ['svg', 'vl.json'] });
    expect(charts.map(({ name, title }) => [name, title])).toEqual([
      ['fuzz-campaign', '1 finding in 12 programs, on mark-sweep'],
    ]);
    expect(charts[0]!.description).toMatch(/mark-sweep: 9 ended, 1 raised, 1 hit a limit, 1 with a finding\./);
    expect(written).toHaveLength(2);
    expect(omitted.length).toBeGreaterThan(10);
    expect(await readFile(written[0]!, 'utf8')).toContain('>finding in 1 program<');
    await expect(renderReport(damaged, { only: ['ranking'], force: true })).rejects.toThrow(/is of a fuzz campaign/);
    await renderReport(damaged, { formats: ['html'], force: true });
    const page = await readFile(join(damaged, 'report/index.html'), 'utf8');
    expect(page).toContain('<h1>Fuzz campaign: 12 programs under 3 strategies</h1>');
    expect(page).toMatch(/<th scope="row">mark-sweep<\/th><td class="number">12<\/td><td class="number">9<\/td>/);
    expect(page).toContain('<td>heaplab fuzz show g1:mixed:1:3</td>');
    expect(page.match(/<svg [^>]*role="img"/g)).toHaveLength(2);
    await expect(renderReport(damaged, { workload: 'w', force: true })).rejects.toThrow(/has no workloads/);
  });

  test.each([
    [
      'a status that is none',
      (lines: string[]) => lines.with(2, lines[2]!.replace(',ok,', ',fine,')),
      /fuzz\.csv, line 3: status is "fine"/,
    ],
    ['a case twice', (lines: string[]) => lines.with(2, lines[1]!), /fuzz\.csv, line 3: case .* is there twice/],
    [
      'a case that goes on later',
      (lines: string[]) => lines.with(5, lines[2]!).with(2, lines[5]!),
      /fuzz\.csv, line \d+: case .* goes on after/,
    ],
    ['broken off', (lines: string[]) => lines.join('\n').slice(0, -5), /fuzz\.csv, line \d+: /],
    ['only a header', (lines: string[]) => `${lines[0]}\n`, /fuzz\.csv has no case to draw/],
    ['empty', () => '', /fuzz\.csv, line 1: the file is empty/],
  ])('%s', async (_, change, message) => {
    await edit('fuzz.csv', change);
    const failure = await renderReport(damaged).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).message).toMatch(message);
    expect(await readdir(damaged)).not.toContain('report');
  });
});
