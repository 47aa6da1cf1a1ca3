import { chmod, mkdtemp } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Makes an empty folder beside `target` in which what is to stand there is put together. It is hidden, has a name of its own, and the
 * permissions that a folder made by hand would have.
 */
export async function makeDraft(target: string): Promise<string> {
  const draft = await mkdtemp(join(dirname(target), `.${basename(target)}.partial-`));
  await chmod(draft, 0o777 & ~process.umask());
  return draft;
}
