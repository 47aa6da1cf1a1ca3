/** Reading a run folder back: all of it is checked, and only the tables that someone visits are taken apart. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../base/errors.ts';
import { badLine, type CsvSummary, hashFile, readCsv } from './csv.ts';
import { type CellPart, cellParts, cellTables, type RunRow, runsTable } from './rows.ts';
import { type RunManifest, schemaVersion } from './run-folder.ts';
import { systemError } from './system-error.ts';
import type { AnyRow, RowOf, Table } from './table.ts';

/** Called with each row of a file while it is checked, so that a large file is read once. */
export type RowVisitors = { readonly [P in CellPart]?: (row: RowOf<(typeof cellTables)[P]>) => void };

/** A validated run folder. */
export interface RunFolder {
  readonly directory: string;
  readonly manifest: RunManifest;
  readonly runs: readonly RunRow[];
}

/**
 * Opens `directory` and checks all of it: run.json, the header, every line and value of every CSV file, their row counts and hashes,
 * and that each row belongs to a run; a file without a visitor that has the hash of run.json is believed. Throws `UserError` naming
 * file and line. `visitorsOf` is called once runs.csv is read.
 */
export async function openRunFolder(
  directory: string,
  visitorsOf: (runs: readonly RunRow[]) => RowVisitors = () => ({}),
): Promise<RunFolder> {
  const manifest = await readManifest(directory);
  const runs: RunRow[] = [];
  const ids = new Set<string>();

  async function check<T extends Table>(table: T, onRow: (row: RowOf<T>, line: number) => void): Promise<void> {
    const path = join(directory, table.file);
    const summary = await readCsv(path, table, onRow);
    checkSummary(path, manifest, table.file, summary);
  }
  async function checkRowsOf<T extends Table>(table: T, visit: ((row: RowOf<T>) => void) | undefined): Promise<void> {
    await check(table, (row, line) => {
      const id = (row as AnyRow)['run_id'] as string;
      if (!ids.has(id)) throw badLine(join(directory, table.file), line, `run_id ${id} is not in ${runsTable.file}`);
      visit?.(row);
    });
  }

  await check(runsTable, (row, line) => {
    if (ids.has(row.run_id)) throw badLine(join(directory, runsTable.file), line, `run_id ${row.run_id} is there twice`);
    ids.add(row.run_id);
    runs.push(row);
  });
  const visitors = visitorsOf(runs);
  for (const part of cellParts) {
    const table: Table = cellTables[part];
    // A file with the hash that the writer noted is the file that was written. Only one that nobody reads is spared its lines.
    const noted = visitors[part] === undefined ? manifest.files[table.file]?.sha256 : undefined;
    if (noted !== undefined && noted === (await hashFile(join(directory, table.file)))) continue;
    await checkRowsOf(table, visitors[part] as ((row: AnyRow) => void) | undefined);
  }
  return { directory, manifest, runs };
}

function checkSummary(path: string, manifest: RunManifest, file: string, summary: CsvSummary): void {
  const expected = manifest.files[file];
  if (expected === undefined) throw new UserError(`${join(dirname(path), 'run.json')} does not list ${file}`);
  if (summary.rows !== expected.rows) {
    throw badLine(path, summary.rows + 1, `the file ends after ${summary.rows} rows; run.json counts ${expected.rows}`);
  }
  if (expected.sha256 !== undefined && summary.sha256 !== expected.sha256) {
    throw new UserError(`${path} was changed after it was written: its SHA-256 is not the one in run.json`, {
      hint: 'Run the command in run.json again; work on a copy of a single file in any other tool.',
    });
  }
}

async function readManifest(directory: string): Promise<RunManifest> {
  const path = join(directory, 'run.json');
  const kind = await stat(directory).catch((error: unknown) => {
    throw systemError(error, 'open the run folder', directory);
  });
  if (!kind.isDirectory()) throw new UserError(`${directory} is a file; a run folder was expected`);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new UserError(`${directory} is not a run folder: it has no run.json`, {
        hint: 'Give the folder that a shootout or run wrote (--out).',
      });
    }
    throw systemError(error, 'read', path);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw badLine(path, jsonErrorLine(text, error), 'not valid JSON');
  }
  if (!isManifest(value)) throw badLine(path, 1, 'not the run.json of a heaplab run');
  if (value.schemaVersion !== schemaVersion) {
    throw new UserError(`${path} has schemaVersion ${value.schemaVersion}; this heaplab reads ${schemaVersion}`, {
      hint: `Use heaplab ${value.versions['heaplab'] ?? 'of the version that wrote it'}, or run its command again.`,
    });
  }
  return value;
}

/** V8 tells the position of a JSON error in its message; without one the text broke off at its end. */
function jsonErrorLine(text: string, error: unknown): number {
  const position = /position (\d+)/.exec(String(error))?.[1];
  const before = position === undefined ? text.trimEnd() : text.slice(0, Number(position));
  return before.split('\n').length;
}

function isManifest(value: unknown): value is RunManifest {
  if (typeof value !== 'object' || value === null) return false;
  const { schemaVersion: version, status, argv, versions, programs, parameters, files } = value as Record<string, unknown>;
  return (
    typeof version === 'number' &&
    (status === 'complete' || status === 'interrupted') &&
    Array.isArray(argv) &&
    argv.every((word) => typeof word === 'string') &&
    isRecord(versions) &&
    Array.isArray(programs) &&
    programs.every((program) => isRecord(program) && typeof program['name'] === 'string') &&
    isRecord(parameters) &&
    isRecord(files) &&
    Object.values(files).every((file) => isRecord(file) && typeof file['rows'] === 'number')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
