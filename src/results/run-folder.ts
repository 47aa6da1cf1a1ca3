/**
 * A run folder: what one command measured. `run.json` says what was run; one CSV file a table holds the figures. Everything but
 * timing.csv is the same, byte for byte, when the same command is run again, so nothing in it tells the time, the machine or the
 * number of workers.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from '../base/assert.ts';
import { type CsvSummary, CsvWriter } from './csv.ts';
import { type CellTables, type KeptTables, keptFile } from './kept-tables.ts';
import { type CellPart, cellParts, cellTables, type OverheadRow, type RunRow, runsTable, timingTable } from './rows.ts';
import { systemError } from './system-error.ts';
import type { AnyRow, RowOf, Table } from './table.ts';
import { FolderDraft, type FolderKind, refuseOccupied } from './whole-folder.ts';

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

/** All rows of one cell. They must carry the run_id of `run`. */
export type CellRows = { readonly run: RunRow } & CellTables;

const MANIFEST = 'run.json';

/** Folder of the charts in a run folder. */
export const REPORT = 'report';

export const runFolder: FolderKind = {
  noun: 'a run folder',
  mark: MANIFEST,
  async owned() {
    const tables = [runsTable, ...cellParts.map((part) => cellTables[part])].map(({ file }) => file);
    const names = new Set([MANIFEST, REPORT, ...tables]);
    return (name) => names.has(name);
  },
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
  await refuseOccupied(directory, runFolder, options.force === true);
  try {
    return new RunFolderWriter(directory, await FolderDraft.open(directory), description);
  } catch (error) {
    throw systemError(error, 'create the run folder', directory);
  }
}

/** Writes one run folder. Cells go in in plan order; `finish` or `abandon` is called exactly once. */
export class RunFolderWriter {
  /** Where the folder will be, as the user named it. */
  readonly directory: string;
  readonly #draft: FolderDraft;
  readonly #description: RunDescription;
  readonly #runs;
  readonly #parts: ReadonlyMap<CellPart, CsvWriter<Table>>;

  /** Use `createRunFolder`. */
  constructor(directory: string, draft: FolderDraft, description: RunDescription) {
    this.directory = directory;
    this.#draft = draft;
    this.#description = description;
    this.#runs = new CsvWriter(join(draft.path, runsTable.file), runsTable);
    this.#parts = new Map(
      cellParts.map((part) => {
        const table: Table = cellTables[part];
        return [part, new CsvWriter(join(draft.path, table.file), table)];
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

  /** Appends a cell whose worker has kept its tables. */
  async addKept(run: RunRow, { folder, rows }: KeptTables): Promise<void> {
    await this.#runs.write([run]);
    for (const [part, writer] of this.#parts) {
      const count = rows[part];
      if (count !== undefined) await writer.append(keptFile(folder, part), count);
    }
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
      await writeFile(join(this.#draft.path, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx' });
      await this.#draft.place();
    } catch (error) {
      await this.abandon();
      throw systemError(error, 'write the run folder', this.directory);
    }
  }

  /** Removes what was written; the target is as it was before. */
  async abandon(): Promise<void> {
    for (const [, writer] of this.#writers) await writer.destroy();
    await this.#draft.discard();
  }
}
