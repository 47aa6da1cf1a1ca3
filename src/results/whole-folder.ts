/**
 * A folder that a command writes as a whole: put together under a temporary name beside its place and moved there at the end, so that
 * it is either whole or not there. What is in its place is replaced only when that is asked for, and only when heaplab wrote all of it.
 */
import { chmod, mkdir, mkdtemp, readdir, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../base/errors.ts';
import { systemError } from './system-error.ts';

/** What a folder is, and how one is told from anything else that may be in its place. */
export interface FolderKind {
  /** With its article: `a run folder`. */
  readonly noun: string;
  /** Name that every folder of the kind holds, as `run.json`; null when there is none. */
  readonly mark: string | null;
  /** Tells of each name in `directory` whether heaplab wrote it. */
  owned(directory: string): Promise<(name: string) => boolean>;
}

/** What file managers leave in every folder that somebody looks at. */
const litter: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Throws a UserError when there is something at `directory` that may not be replaced, with `force` or without. */
export async function refuseOccupied(directory: string, kind: FolderKind, force: boolean): Promise<void> {
  let names: string[];
  try {
    // An empty name is the working folder, which the system does not know by it.
    names = await readdir(resolve(directory));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') return;
    if (code === 'ENOTDIR') {
      throw new UserError(`${directory} or one of its parents is a file, not a folder`, {
        hint: 'give another folder with --out',
      });
    }
    throw systemError(error, `write ${kind.noun} into`, directory);
  }
  if (names.length === 0) return;
  if (kind.mark !== null && !names.includes(kind.mark)) {
    throw new UserError(`${directory} exists and is not ${kind.noun}: it has no ${kind.mark}`, {
      hint: 'give another folder with --out; heaplab replaces only its own',
    });
  }
  const owned = await kind.owned(resolve(directory));
  const foreign = names.toSorted().find((name) => !owned(name) && !litter.has(name));
  if (foreign !== undefined) {
    throw new UserError(`${directory} holds ${foreign}, which is no part of ${kind.noun}`, {
      hint: 'move it away, or give another folder with --out; heaplab replaces only what it wrote',
    });
  }
  if (!force) {
    throw new UserError(`${directory} holds ${kind.noun} already`, {
      hint: 'give --force to replace it, or another folder with --out',
    });
  }
}

/**
 * Writes the folder `directory` by `write`, which is given the folder to write into. On failure what was there stays, nothing is left
 * behind, and what the system said is thrown as a UserError.
 */
export async function writeWholeFolder(
  directory: string,
  kind: FolderKind,
  write: (draft: string) => Promise<void>,
): Promise<void> {
  let draft: FolderDraft | undefined;
  try {
    draft = await FolderDraft.open(directory);
    await write(draft.path);
    await draft.place();
  } catch (error) {
    await draft?.discard();
    throw systemError(error, `write ${kind.noun} into`, directory);
  }
}

/** A folder that is being put together. `place` or `discard` is called once. */
export class FolderDraft {
  /** Where to write. Hidden, beside the target, with the permissions of a folder made by hand. */
  readonly path: string;
  readonly #target: string;
  /** Topmost of the parents that were made for it. */
  readonly #madeParent: string | null;

  private constructor(path: string, target: string, madeParent: string | null) {
    this.path = path;
    this.#target = target;
    this.#madeParent = madeParent;
  }

  /** Makes the parents that `directory` lacks. Throws what the system says, with nothing left behind. */
  static async open(directory: string): Promise<FolderDraft> {
    const named = resolve(directory);
    const target = await realpath(named).catch(() => named);
    const parent = dirname(target);
    let madeParent: string | null = null;
    try {
      madeParent = await makeParents(parent);
      return new FolderDraft(await makeDraft(target), target, madeParent);
    } catch (error) {
      if (madeParent !== null) await removeEmpty(parent, madeParent);
      throw error;
    }
  }

  /** Puts the draft in its place; on failure what was there is there again, and the draft still is. */
  async place(): Promise<void> {
    const old = await readdir(this.#target).catch(() => null);
    if (old !== null && isWithin(process.cwd(), this.#target)) return this.#placeContents(old);
    // rename() replaces an empty folder; one that is given up steps aside until the new one is in place.
    if (old === null || old.length === 0) return rename(this.path, this.#target);
    const aside = `${this.path}.old`;
    await rename(this.#target, aside);
    try {
      await rename(this.path, this.#target);
    } catch (error) {
      await rename(aside, this.#target);
      throw error;
    }
    await rm(aside, { recursive: true, force: true });
  }

  /** Whoever stands in the target, as a shell does, would see nothing of a folder that takes its place. */
  async #placeContents(old: readonly string[]): Promise<void> {
    const aside = `${this.path}.old`;
    await mkdir(aside);
    const moved: [from: string, to: string][] = [];
    const move = async (name: string, from: string, to: string): Promise<void> => {
      await rename(join(from, name), join(to, name));
      moved.push([join(from, name), join(to, name)]);
    };
    try {
      for (const name of old) await move(name, this.#target, aside);
      for (const name of await readdir(this.path)) await move(name, this.path, this.#target);
    } catch (error) {
      for (const [from, to] of moved.toReversed()) await rename(to, from);
      await rmdir(aside);
      throw error;
    }
    await rm(aside, { recursive: true, force: true });
    await rmdir(this.path);
  }

  /** Removes what was written, and the parents that were made for it. */
  async discard(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
    if (this.#madeParent !== null) await removeEmpty(dirname(this.#target), this.#madeParent);
  }
}

/** Makes an empty folder beside `target` in which what is to stand there is put together. */
export async function makeDraft(target: string): Promise<string> {
  const draft = await mkdtemp(join(dirname(target), `.${basename(target)}.partial-`));
  await chmod(draft, 0o777 & ~process.umask());
  return draft;
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`);
}

/**
 * Makes `folder` and what is missing above it; returns the topmost folder made, or null. Not `mkdir` with `recursive`: where the system
 * answers ENOENT for a folder whose parent exists, as /proc does, Node tries for ever.
 */
async function makeParents(folder: string): Promise<string | null> {
  const missing: string[] = [];
  for (let current = folder; !(await exists(current)); current = dirname(current)) missing.unshift(current);
  for (const path of missing) await mkdir(path);
  return missing[0] ?? null;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => !(error instanceof Error && 'code' in error && error.code === 'ENOENT'),
  );
}

/** Removes the empty folders from `folder` up to `topmost`. */
async function removeEmpty(folder: string, topmost: string): Promise<void> {
  for (let current = folder; current.length >= topmost.length; current = dirname(current)) {
    const removed = await rmdir(current).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}
