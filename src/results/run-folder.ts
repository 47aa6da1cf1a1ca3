/**
 * A run folder: what one command measured. `run.json` says what was run; one CSV file a table holds the figures. Everything but
 * timing.csv is the same, byte for byte, when the same command is run again, so nothing in it tells the time, the machine or the
 * number of workers.
 *
 * A folder is written under a temporary name beside its place and renamed at the end: it is either whole or not there.
 */
import { mkdir, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { assert } from '../base/assert.ts';
import { UserError } from '../base/errors.ts';
import { type CsvSummary, CsvWriter } from './csv.ts';
import { makeDraft } from './draft.ts';
import { type CellPart, cellParts, cellTables, type OverheadRow, type RunRow, runsTable, timingTable } from './rows.ts';
import { systemError } from './system-error.ts';
import type { AnyRow, RowOf, Table } from './table.ts';

/** Raised when a reader of the last version would misread a folder of this one. */
export const schemaVersion = 3;

export type RunStatus = 'complete' | 'interrupted';

/** What was run. Written in this order; values must be the same whenever the same command is run. */
export interface RunDescription {
  /** Command line that repeats the run, without the program name: see `reproducingArgv`. */
  readonly argv: readonly string[];
  /** `heaplab`, and what else the figures depend on. Never the host: timing.csv names that. */
  readonly versions: Readonly<Record<string, string>>;
  /** Every program, with the SHA-256 of its source. */
  readonly programs: readonly { readonly name: string; readonly sha256: string }[];
  /** Every parameter that had a say, defaults included. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface RunManifest extends RunDescription {
  readonly schemaVersion: number;
  readonly status: RunStatus;
  /** Rows of each file, and its SHA-256 but for timing.csv. */
  readonly files: Readonly<Record<string, { readonly rows: number; readonly sha256?: string }>>;
}

/** All rows of one cell; a table that is left out has none. They must carry the run_id of `run`. */
export type CellRows = { readonly run: RunRow } & {
  readonly [P in CellPart]?: readonly RowOf<(typeof cellTables)[P]>[];
};

export interface RunFolderOptions {
  /** Replace a run folder that is already there. Anything else that is there is never touched. */
  readonly force?: boolean;
}

/**
 * Opens a run folder for writing at `directory`; parents are made. Throws `UserError` when something is there already, or when it
 * cannot be written.
 */
export async function createRunFolder(
  directory: string,
  description: RunDescription,
  options: RunFolderOptions = {},
): Promise<RunFolderWriter> {
  const target = resolve(directory);
  await refuseOccupied(directory, options.force === true);
  const parent = dirname(target);
  let madeParent: string | undefined;
  try {
    madeParent = await makeParents(parent);
    const draft = await makeDraft(target);
    return new RunFolderWriter(directory, draft, madeParent, description);
  } catch (error) {
    if (madeParent !== undefined) await removeEmpty(parent, madeParent);
    throw systemError(error, 'create the run folder', directory);
  }
}

/**
 * Makes `folder` and what is missing above it; returns the topmost folder made. Not `mkdir` with `recursive`: where the system
 * answers ENOENT for a folder whose parent exists, as /proc does, Node tries for ever.
 */
async function makeParents(folder: string): Promise<string | undefined> {
  const missing: string[] = [];
  for (let current = folder; !(await exists(current)); current = dirname(current)) missing.unshift(current);
  for (const path of missing) await mkdir(path);
  return missing[0];
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => !(error instanceof Error && 'code' in error && error.code === 'ENOENT'),
  );
}

/** Refuses to write where something other than an empty folder is, or a run folder that `force` allows to replace. */
export async function refuseOccupied(directory: string, force: boolean): Promise<void> {
  let names: string[];
  try {
    // An empty name is the working folder, which the system does not know by it.
    names = await readdir(resolve(directory));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') {
      throw new UserError(`${directory} or one of its parents is a file, not a folder`, {
        hint: 'Give another folder with --out.',
      });
    }
    throw systemError(error, 'create the run folder', directory);
  }
  if (names.length === 0) return;
  if (!names.includes('run.json')) {
    throw new UserError(`${directory} exists and is not a run folder: it has no run.json`, {
      hint: 'Give another folder with --out; heaplab replaces only its own.',
    });
  }
  if (!force) {
    throw new UserError(`${directory} holds the results of another run`, {
      hint: 'Give another folder with --out, or --force to replace it.',
    });
  }
}

/** Writes one run folder. Cells go in in plan order; `finish` or `abandon` is called exactly once. */
export class RunFolderWriter {
  /** Where the folder will be, as the user named it. */
  readonly directory: string;
  readonly #draft: string;
  readonly #madeParent: string | undefined;
  readonly #description: RunDescription;
  readonly #runs;
  readonly #parts: ReadonlyMap<CellPart, CsvWriter<Table>>;

  /** Use `createRunFolder`. */
  constructor(directory: string, draft: string, madeParent: string | undefined, description: RunDescription) {
    this.directory = directory;
    this.#draft = draft;
    this.#madeParent = madeParent;
    this.#description = description;
    this.#runs = new CsvWriter(join(draft, runsTable.file), runsTable);
    this.#parts = new Map(
      cellParts.map((part) => {
        const table: Table = cellTables[part];
        return [part, new CsvWriter(join(draft, table.file), table)];
      }),
    );
  }

  get #writers(): readonly (readonly [string, { end(): Promise<CsvSummary>; destroy(): Promise<void> }])[] {
    return [
      [runsTable.file, this.#runs],
      ...[...this.#parts].map(([part, writer]) => [cellTables[part].file, writer] as const),
    ];
  }

  /** Appends a cell. Resolves when the files can take the next one. */
  async addCell(rows: CellRows): Promise<void> {
    const { run_id: id } = rows.run;
    for (const part of cellParts) {
      for (const row of rows[part] ?? []) assert(row.run_id === id, 'a row of a cell carries the run_id of another cell');
    }
    await this.#runs.write([rows.run]);
    for (const [part, writer] of this.#parts) await writer.write((rows[part] ?? []) as readonly RowOf<Table>[]);
  }

  /** Appends rows that speak of several cells, which have all been added. */
  async addOverheads(rows: readonly OverheadRow[]): Promise<void> {
    const table: CsvWriter<Table> = this.#parts.get('overheads')!;
    for (const row of rows) await table.write([row as AnyRow as RowOf<Table>]);
  }

  /** Writes run.json and puts the folder in its place. On failure nothing is left behind, and an old folder is as it was. */
  async finish(status: RunStatus): Promise<void> {
    try {
      const files: Record<string, { rows: number; sha256?: string }> = {};
      for (const [file, writer] of this.#writers) {
        const { rows, sha256 } = await writer.end();
        files[file] = file === timingTable.file ? { rows } : { rows, sha256 };
      }
      const { argv, versions, programs, parameters } = this.#description;
      const manifest: RunManifest = { schemaVersion, status, argv, versions, programs, parameters, files };
      await writeFile(join(this.#draft, 'run.json'), `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx' });
      await this.#replace();
    } catch (error) {
      await this.abandon();
      throw systemError(error, 'write the run folder', this.directory);
    }
  }

  /** Removes what was written; the target is as it was before. */
  async abandon(): Promise<void> {
    for (const [, writer] of this.#writers) await writer.destroy();
    await rm(this.#draft, { recursive: true, force: true });
    if (this.#madeParent !== undefined) await removeEmpty(dirname(resolve(this.directory)), this.#madeParent);
  }

  async #replace(): Promise<void> {
    const target = resolve(this.directory);
    // rename() replaces an empty folder; a run folder that --force gives up steps aside until the new one is in place.
    const occupied = (await readdir(target).catch(() => [])).length > 0;
    if (!occupied) return rename(this.#draft, target);
    const aside = `${this.#draft}.old`;
    await rename(target, aside);
    try {
      await rename(this.#draft, target);
    } catch (error) {
      await rename(aside, target);
      throw error;
    }
    await rm(aside, { recursive: true, force: true });
  }
}

/** Removes the empty folders from `folder` up to `topmost`, which were made for a run that came to nothing. */
async function removeEmpty(folder: string, topmost: string): Promise<void> {
  for (let current = folder; current.length >= topmost.length; current = dirname(current)) {
    const removed = await rmdir(current).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}
