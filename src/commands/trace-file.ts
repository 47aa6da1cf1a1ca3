/** Where the lines of `--trace` go. */
import { closeSync, openSync } from 'node:fs';
import { writeAll } from '../base/pipes.ts';
import { systemError } from '../results/system-error.ts';

export interface TraceFile {
  write(text: string): void;
  close(): void;
}

/** Opens a file for writing, or standard output for `-`. A file that cannot be written is the user's error. */
export function openTrace(path: string): TraceFile {
  if (path === '-') return { write: (text) => writeAll(process.stdout.fd, text), close: () => undefined };
  let file: number;
  try {
    file = openSync(path, 'w');
  } catch (error) {
    throw systemError(error, 'write', path);
  }
  return { write: (text) => writeAll(file, text), close: () => closeSync(file) };
}
