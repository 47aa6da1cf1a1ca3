import { readFileSync } from 'node:fs';
import { doubleBits, doubleOfBits } from '../../../src/interp/numeric/double-bits.ts';
import { PyValueProblem } from '../../../src/interp/numeric/problem.ts';

/** A case: a row of its own shape, which its test knows. */
type Row = ReturnType<typeof JSON.parse>;

/** Reads the cases that scripts/record-numeric-goldens.py recorded; `path` is relative to test/interp. */
export function readGolden(path: string): readonly Row[] {
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

/**
 * Distance of two results in units of the last place; Infinity when they are no floats, or only one of them is finite. Both
 * as goldens keep them.
 */
export function unitsApart(ours: unknown, theirs: unknown): number {
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return 0;
  if (typeof ours !== 'string' || typeof theirs !== 'string' || ours.length !== 16 || theirs.length !== 16) return Infinity;
  const [left, right] = [floatOf(ours), floatOf(theirs)];
  if (!Number.isFinite(left) || !Number.isFinite(right) || left < 0 !== right < 0) return Infinity;
  return Math.abs(Number(BigInt(`0x${ours}`) - BigInt(`0x${theirs}`)));
}
