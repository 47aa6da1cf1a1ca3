/** The folder that an export writes: files for other tools and `export.json`, which says what each is. Whole or not there. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FolderKind, writeWholeFolder } from '../results/whole-folder.ts';

const INDEX = 'export.json';

export interface ExportFile {
  readonly name: string;
  readonly format: string;
  /** What it shows, and where it opens. */
  readonly shows: string;
  readonly text: string;
}

export const exportFolder: FolderKind = {
  noun: 'an export',
  mark: INDEX,
  async owned(directory) {
    const names = new Set([INDEX, ...(await filesOf(join(directory, INDEX)))]);
    return (name) => names.has(name);
  },
};

/** The files that an index tells of; none when it is no index. */
async function filesOf(index: string): Promise<string[]> {
  try {
    const { files } = JSON.parse(await readFile(index, 'utf8')) as { files: { name: string }[] };
    return files.map(({ name }) => name);
  } catch {
    return [];
  }
}

/** Writes the files. `facts` go into export.json beside the list of files. Returns their paths. */
export async function writeExportFolder(
  directory: string,
  files: readonly ExportFile[],
  facts: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const list = files.map(({ name, format, shows }) => ({ name, format, shows }));
  await writeWholeFolder(directory, exportFolder, async (draft) => {
    for (const { name, text } of files) await writeFile(join(draft, name), text);
    await writeFile(join(draft, INDEX), `${JSON.stringify({ schemaVersion: 1, ...facts, files: list }, null, 2)}\n`);
  });
  return [...files.map(({ name }) => name), INDEX].map((name) => join(directory, name));
}
