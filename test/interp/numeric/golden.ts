import { readFileSync } from 'node:fs';
import { doubleBits, doubleOfBits } from '../../../src/interp/numeric/double-bits.ts';
import { PyValueProblem } from '../../../src/interp/numeric/problem.ts';

/** Reads the cases that scripts/record-numeric-goldens.py recorded; `path` is relative to test/interp. */
// biome-ignore lint/suspicious/noExplicitAny: a case is a row of its own shape, which its test knows.
export function readGolden(path: string): readonly any[] {
  const file = JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
  if (!file.python.startsWith('3.13.') || file.cases.length === 0) throw new Error(`${path} is no golden of Python 3.13`);
  return file.cases;
}

/** A float from its bits as goldens write them. */
export function floatOf(bits: string): number {
  return bits === 'nan' ? NaN : doubleOfBits(BigInt(`0x${bits}`));
}

/** An int as goldens write it. */
export function intOf(text: string): bigint {
  return text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text);
}

/** A result in the form goldens keep it; the counterpart of the recorder's `plain`. */
export function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isNaN(value) ? 'nan' : doubleBits(value).toString(16).padStart(16, '0');
  if (typeof value === 'bigint') {
    const size = value < 0n ? -value : value;
    if (size < 1n << 10000n) return value.toString();
    return `${value < 0n ? '-' : ''}0x${size.toString(16)}`;
  }
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return value.map(plain);
  return value;
}

/** What `compute` gives or the Python error it throws, in the form goldens keep it. */
export function outcome(compute: () => unknown): unknown {
  try {
    return plain(compute());
  } catch (error) {
    if (error instanceof PyValueProblem) return { error: error.kind, message: error.message };
    throw error;
  }
}

/** Compares many cases and reports the first few that differ, with their inputs. */
export function differences(pairs: Iterable<readonly [input: unknown, ours: unknown, theirs: unknown]>): string[] {
  const found: string[] = [];
  for (const [input, ours, theirs] of pairs) {
    const left = JSON.stringify(ours);
    const right = JSON.stringify(theirs);
    if (left !== right) found.push(`${JSON.stringify(input)}: ${left}, CPython ${right}`.slice(0, 600));
  }
  return found.length > 12 ? [...found.slice(0, 12), `and ${found.length - 12} more`] : found;
}
