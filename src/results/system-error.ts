/** Turns what the operating system says about a file into a `UserError` that names the file, the trouble and the next step. */
import { UserError } from '../base/errors.ts';

const troubles: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  EACCES: ['permission denied', 'Choose a folder you may write to, or mend its permissions.'],
  EPERM: ['operation not permitted', 'Choose a folder you may write to, or mend its permissions.'],
  EROFS: ['the file system is read-only', 'Choose a folder on a file system that can be written.'],
  ENOSPC: ['no space left on the device', 'Free some space or choose a folder on another device.'],
  EDQUOT: ['the disk quota is used up', 'Free some space or choose a folder on another device.'],
  EFBIG: ['the file would grow past the limit of the file system', 'Choose a folder on another device.'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'Name a path whose parents are folders.'],
  EISDIR: ['it is a folder where a file is needed', 'Remove or rename that folder.'],
  ENOENT: ['no such file or folder', 'Check the path.'],
  ENAMETOOLONG: ['the name is too long', 'Choose a shorter name.'],
  ELOOP: ['too many symbolic links', 'Check the path.'],
  EMFILE: ['too many open files', 'Raise the limit of open files (ulimit -n).'],
  EIO: ['input/output error', 'Check the device.'],
};

/** `error` as a `UserError` about `path` where it is the system's; anything else is returned unchanged, to be rethrown. */
export function systemError(error: unknown, action: string, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const trouble = troubles[String(error.code)];
  if (trouble === undefined) return error;
  return new UserError(`cannot ${action} ${path}: ${trouble[0]}`, { hint: trouble[1] });
}
