/**
 * Reads and writes of a whole descriptor that block. A pipe may be non-blocking, because of this process or of the one at its other end: then it is empty
 * or full for a moment, and the call has to be made again.
 */
import { readSync, writeSync } from 'node:fs';

const PIECE_BYTES = 64 * 1024;
const PAUSE_MS = 5;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** All bytes up to the end. Throws the system's error. */
export function readAll(file: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (;;) {
    const piece = new Uint8Array(PIECE_BYTES);
    const bytes = patiently(() => readSync(file, piece));
    if (bytes === 0) return Buffer.concat(pieces);
    pieces.push(piece.subarray(0, bytes));
  }
}

/** Writes all of `text`, as UTF-8. Throws the system's error. */
export function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; ) at += patiently(() => writeSync(file, bytes, at));
}

function patiently(call: () => number): number {
  for (;;) {
    try {
      return call();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(sleeper, 0, 0, PAUSE_MS);
    }
  }
}
