/** Where the lines of `--trace` go. */
import { closeSync, openSync, writeSync } from 'node:fs';
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

/** A pipe may take less than is offered, or be full for a moment. */
function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}
