/**
 * What has ended of a shootout that still goes on: one file a cell in a hidden folder beside the run folder to be, written under another name and renamed, so that a kill at
 * any moment loses the cells in flight and nothing else. A file is found again by a hash of everything that the cell's result depends on.
 *
 * It also keeps the shootout's memory flat: a result goes to its file as soon as it is there, and comes back when it is its turn in the run folder.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import { heaplabVersion } from '../base/version.ts';
import type { CellResult, CellSpec } from '../cell/cell.ts';

export class Journal {
  private readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * The journal of the run folder `out`. One that is there from a run that did not end is gone on with when `resume` is set, dropped when `force` is, and else
   * refused with a UserError.
   */
  static open(out: string, { resume, force }: { resume: boolean; force: boolean }): Journal {
    const target = resolve(out);
    const folder = join(dirname(target), `.${basename(target)}.cells`);
    const isThere = existsSync(folder) && readdirSync(folder).length > 0;
    if (resume) {
      refuseComplete(out, target);
      removeDrafts(target);
    } else if (isThere) {
      if (!force) {
        throw new UserError(`a shootout of ${out} was broken off: ${readdirSync(folder).length} cells of it are kept`, {
          hint: 'Go on with it by --resume, or give --force to begin anew.',
        });
      }
      rmSync(folder, { recursive: true });
    }
    return new Journal(folder);
  }

  /** Result of a cell that has ended, or null. A file that cannot be read counts as none: the cell runs again. */
  get(spec: CellSpec): CellResult | null {
    try {
      return JSON.parse(readFileSync(this.file(spec), 'utf8')) as CellResult;
    } catch {
      return null;
    }
  }

  /** `result` is its JSON. */
  put(spec: CellSpec, result: string): void {
    mkdirSync(this.folder, { recursive: true });
    const file = this.file(spec);
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, result);
    renameSync(draft, file);
  }

  /** The run folder holds everything now. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private file(spec: CellSpec): string {
    const key = createHash('sha256')
      .update(JSON.stringify([heaplabVersion, spec]))
      .digest('hex');
    return join(this.folder, `${key}.json`);
  }
}

function refuseComplete(out: string, target: string): void {
  let status: unknown;
  try {
    status = (JSON.parse(readFileSync(join(target, 'run.json'), 'utf8')) as { status?: unknown }).status;
  } catch {
    return;
  }
  if (status === 'complete') {
    throw new UserError(`${out} holds a complete run: there is nothing to go on with`, {
      hint: 'Leave --resume out, and give another --out or --force.',
    });
  }
}

/** A killed process leaves the draft of its run folder behind. */
function removeDrafts(target: string): void {
  const parent = dirname(target);
  if (!existsSync(parent) || !statSync(parent).isDirectory()) return;
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`.${basename(target)}.partial-`)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}
