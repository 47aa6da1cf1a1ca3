/** A file that a command writes as a whole: it is either there, complete, or what was there before is. */
import { access, lstat, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../base/errors.ts';
import { systemError } from './system-error.ts';
import { makeDraft } from './whole-folder.ts';

/** Throws a UserError when the file `target` is there already and may not be replaced, or the folder it is to stand in is not there. */
export async function refuseExisting(target: string, force: boolean): Promise<void> {
  if (!force && (await lstat(target).catch(() => null)) !== null) {
    throw new UserError(`${target} is there already`, { hint: 'give --force to replace it, or another --out' });
  }
  await access(dirname(target)).catch((error: unknown) => {
    throw systemError(error, 'write into', dirname(target));
  });
}

/** Writes it, in place of what is there. Throws a UserError when the system does not let it. */
export async function writeWholeFile(target: string, content: string | Uint8Array): Promise<void> {
  let draft: string | undefined;
  try {
    draft = await makeDraft(target);
    await writeFile(join(draft, basename(target)), content);
    await rename(join(draft, basename(target)), target);
  } catch (error) {
    throw systemError(error, 'write', target);
  } finally {
    if (draft !== undefined) await rm(draft, { recursive: true, force: true });
  }
}
