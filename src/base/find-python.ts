/** Finds a real CPython to compare with. */
import { execFileSync } from 'node:child_process';
import { UserError } from './errors.ts';

/** The path of a CPython 3.13: the one named, or `python3.13` when the system has it; null without one. Throws UserError when the named one will not do. */
export function findPython(named: string | undefined): string | null {
  const candidate = named ?? 'python3.13';
  let version: string;
  try {
    version = execFileSync(candidate, ['-c', 'import sys; print(sys.implementation.name, "%d.%d" % sys.version_info[:2])'], {
      encoding: 'utf8',
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    if (named === undefined) return null;
    throw new UserError(`cannot run --python ${named}`, { hint: 'give the path of a CPython 3.13, or leave --python out' });
  }
  if (version === 'cpython 3.13') return candidate;
  if (named === undefined) return null;
  throw new UserError(`--python ${named} is ${version}, not cpython 3.13`, { hint: 'what heaplab simulates is CPython 3.13' });
}
