/** The folder that an export writes: files for other tools and `export.json`, which says what each is. Whole or not there. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import { makeDraft } from '../results/draft.ts';
import { systemError } from '../results/system-error.ts';

const INDEX = 'export.json';

export interface ExportFile {
  readonly name: string;
  readonly format: string;
  /** What it shows, and where it opens. */
  readonly shows: string;
  readonly text: string;
}

/** Throws `UserError` when `directory` holds something that an export may not replace. */
export async function checkExportFolder(directory: string, force: boolean): Promise<void> {
  let names: string[];
  try {
    names = await readdir(resolve(directory));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw systemError(error, 'write the export', directory);
  }
  if (names.length === 0) return;
  if (!names.includes(INDEX)) {
    throw new UserError(`${directory} exists and is not an export: it has no ${INDEX}`, {
      hint: 'give another folder with --out; heaplab replaces only its own',
    });
  }
  if (!force) {
    throw new UserError(`${directory} holds an export already`, {
      hint: 'give --force to replace it, or another folder with --out',
    });
  }
}

/** Writes the files. `facts` go into export.json beside the list of files. Returns their paths. */
export async function writeExportFolder(
  directory: string,
  files: readonly ExportFile[],
  facts: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const target = resolve(directory);
  const list = files.map(({ name, format, shows }) => ({ name, format, shows }));
  let draft: string | undefined;
  try {
    await mkdir(dirname(target), { recursive: true });
    draft = await makeDraft(target);
    for (const { name, text } of files) await writeFile(join(draft, name), text);
    await writeFile(join(draft, INDEX), `${JSON.stringify({ schemaVersion: 1, ...facts, files: list }, null, 2)}\n`);
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
  } catch (error) {
    if (draft !== undefined) await rm(draft, { recursive: true, force: true });
    throw systemError(error, 'write the export', directory);
  }
  return [...files.map(({ name }) => name), INDEX].map((name) => join(directory, name));
}
