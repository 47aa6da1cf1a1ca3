/**
 * What has ended of a shootout that still goes on: one folder a cell in a hidden folder beside the run folder to be. The worker writes it, whole or not at all, so that a
 * kill at any moment loses the cells in flight and nothing else. It is found again by a hash of everything that the cell's result depends on.
 *
 * It also keeps the shootout's memory flat: rows never reach the process that collects them, which joins their files when it is their turn in the run folder.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../base/errors.ts';
import { heaplabVersion } from '../base/version.ts';
import type { CellSpec, KeptCell } from '../cell/cell.ts';
import { readKeptCell } from '../cell/cell-folder.ts';

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
    const names = existsSync(folder) ? readdirSync(folder) : [];
    if (resume) {
      refuseComplete(out, target);
      removeDrafts(target);
    } else if (names.length > 0) {
      if (!force) {
        throw new UserError(
          `a shootout of ${out} was broken off: ${names.filter((name) => !name.includes('.')).length} cells of it are kept`,
          {
            hint: 'Go on with it by --resume, or give --force to begin anew.',
          },
        );
      }
      rmSync(folder, { recursive: true });
    }
    return new Journal(folder);
  }

  /** A cell that has ended, or null. What cannot be read counts as none: the cell runs again. */
  get(spec: CellSpec): KeptCell | null {
    const place = this.placeOf(spec);
    const cell = readKeptCell(place);
    if (cell === null) rmSync(place, { recursive: true, force: true });
    return cell;
  }

  /** The run folder holds everything now. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Folder in which the cell is kept. */
  placeOf(spec: CellSpec): string {
    const key = createHash('sha256')
      .update(JSON.stringify([heaplabVersion, spec]))
      .digest('hex');
    return join(this.folder, key);
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
