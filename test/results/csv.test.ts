import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { CsvWriter, readCsv } from '../../src/results/csv.ts';
import { type PauseRow, pausesTable, timingTable } from '../../src/results/rows.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'heaplab-csv-'));
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

function* pauses(count: number): Generator<PauseRow> {
  for (let n = 1; n <= count; n++) yield { run_id: 'r', pause_no: n, kind: 'cascade', c_start: n * 0.1, cycles: n };
}

test('figures are written exactly', async () => {
  const path = join(root, 'timing.csv');
  const writer = new CsvWriter(path, timingTable);
  await writer.write([{ run_id: 'r', engine: 'vm', host: 'a, b', wall_ms: 1e-7 }]);
  await writer.end();
  expect(await readFile(path, 'utf8')).toBe('run_id,engine,host,wall_ms\nr,vm,"a, b",1e-7\n');
});

test('any text comes back as it was, quoted where it must be', async () => {
  const path = join(root, 'texts.csv');
  const texts = [
    '',
    ',',
    '"',
    '""',
    'a\nb',
    'a\r',
    '\r\n',
    "it's",
    'é €',
    ' x ',
    ...fc.sample(fc.string({ maxLength: 12 }), { numRuns: 300, seed: 1 }),
  ];
  const writer = new CsvWriter(path, timingTable);
  await writer.write(texts.map((host, wall_ms) => ({ run_id: 'r', engine: 'vm', host, wall_ms })));
  const written = await writer.end();
  const back: string[] = [];
  expect(await readCsv(path, timingTable, ({ host }) => void back.push(host))).toEqual(written);
  expect(back).toEqual(texts);
  const lines = (await readFile(path, 'utf8')).split('\n');
  expect(lines.slice(1, 5)).toEqual(['r,vm,,0', 'r,vm,",",1', 'r,vm,"""",2', 'r,vm,"""""",3']);
  expect(lines[8]).toBe('r,vm,"\r');
});

test('a table without rows is a header', async () => {
  const path = join(root, 'empty.csv');
  const writer = new CsvWriter(path, pausesTable);
  expect((await writer.end()).rows).toBe(0);
  expect(await readFile(path, 'utf8')).toBe('run_id,pause_no,kind,c_start,cycles\n');
  expect((await readCsv(path, pausesTable, () => {})).rows).toBe(0);
});

test('many rows stream through and back', async () => {
  const path = join(root, 'many.csv');
  const writer = new CsvWriter(path, pausesTable);
  await writer.write(pauses(50_000));
  const written = await writer.end();
  let cycles = 0;
  const read = await readCsv(path, pausesTable, (row) => {
    cycles += row.cycles;
  });
  expect(read).toEqual(written);
  expect(cycles).toBe((50_000 * 50_001) / 2);
});

test.skipIf(process.platform !== 'linux')('a full device is told, however late it shows', async () => {
  // `wx` refuses the device itself; a writer on it shows what a full disk does in the middle of a file.
  const writer = new CsvWriter('/dev/full', timingTable, 'w');
  const attempt = async (): Promise<void> => {
    for (let n = 0; n < 20_000; n++) await writer.write([{ run_id: 'r', engine: 'vm', host: 'h'.repeat(40), wall_ms: n }]);
    await writer.end();
  };
  const failure = await attempt().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  expect((failure as UserError).message).toBe('cannot write /dev/full: no space left on the device');
});
