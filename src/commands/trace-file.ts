/** Where the lines of `--trace` go. */
import { closeSync, openSync } from 'node:fs';
import { systemError } from '../results/system-error.ts';

export interface TraceFile {
  /** Its open descriptor. */
  readonly file: number;
  close(): void;
}

/** Opens a file for writing, or standard output for `-`. A file that cannot be written is the user's error. */
export function openTrace(path: string): TraceFile {
  if (path === '-') return { file: process.stdout.fd, close: () => undefined };
  let file: number;
  try {
    file = openSync(path, 'w');
  } catch (error) {
    throw systemError(error, 'write', path);
  }
  return { file, close: () => closeSync(file) };
}
