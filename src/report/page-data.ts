/** What a page's script reads, made small: tables by column with each text once, and the dark version of a chart as its differences. */
import type { ChartTable } from './chart-tables.ts';

type Scalar = string | number | null;

/** One of two forms, which `page-client/table.js` reads. With `words`, the numbers are indices of texts, and -1 is a missing text. */
type PackedColumn = { readonly name: string; readonly words?: readonly string[] } & (
  | { readonly values: readonly Scalar[] }
  /**
   * Whole numbers: the step from the one before as a multiple of `unit`, the first from 0. A step is twice its size, less one where it goes down, in
   * digits of five bits, lowest first, in the alphabet of base64, 32 added where another digit follows. `!` is a missing number.
   */
  | { readonly steps: string; readonly unit: number }
);

export interface PackedTable {
  readonly length: number;
  readonly columns: readonly PackedColumn[];
}

/** `table` without the columns that are not `kept`. */
export function withColumns({ columns, rows }: ChartTable, kept: ReadonlySet<string>): ChartTable {
  const places = columns.flatMap((name, place) => (kept.has(name) ? [place] : []));
  return {
    columns: places.map((place) => columns[place]!),
    rows: rows.map((row) => places.map((place) => row[place] ?? null)),
  };
}

export function packTable({ columns, rows }: ChartTable): PackedTable {
  return {
    length: rows.length,
    columns: columns.map((name, index) => {
      const values = rows.map((row) => row[index] ?? null);
      if (values.every((value) => value === null || Number.isSafeInteger(value)))
        return { name, ...packNumbers(values as (number | null)[]) };
      if (values.some((value) => typeof value === 'number')) return { name, values };
      const words = [...new Set(values.filter((value) => typeof value === 'string'))];
      const places = new Map(words.map((word, place) => [word, place]));
      const own = values.map((value) => (value === null ? -1 : places.get(String(value))!));
      return { name, words, ...packNumbers(own) };
    }),
  };
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const missing = '!';

function packNumbers(values: readonly (number | null)[]): { steps: string; unit: number } {
  let last = 0;
  const steps = values.map((value) => {
    if (value === null) return null;
    const step = value - last;
    last = value;
    return step;
  });
  const unit = steps.reduce<number>((common, step) => commonDivisor(common, Math.abs(step ?? 0)), 0) || 1;
  return { steps: steps.map((step) => (step === null ? missing : digitsOf(step / unit))).join(''), unit };
}

function commonDivisor(one: number, other: number): number {
  let [a, b] = [one, other];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

function digitsOf(step: number): string {
  let left = step < 0 ? -2 * step - 1 : 2 * step;
  let text = '';
  for (; left >= 32; left = Math.floor(left / 32)) text += digits[32 + (left % 32)];
  return text + digits[left];
}

/** Where a value differs, by keys from the outside in, and the value there. */
export type Patch = readonly [path: readonly (string | number)[], value: unknown];

/** What turns `from` into `to`. Both are JSON; a part that has other keys or another length is replaced whole. */
export function patchesOf(from: unknown, to: unknown, path: readonly (string | number)[] = []): Patch[] {
  if (from === to) return [];
  const keys = commonKeys(from, to);
  if (keys === null) return [[path, to]];
  const inside = (node: unknown, key: string | number): unknown => (node as Record<string | number, unknown>)[key];
  return keys.flatMap((key) => patchesOf(inside(from, key), inside(to, key), [...path, key]));
}

/** The keys of two containers of one shape; null for two of different shapes and for what is no container. */
function commonKeys(one: unknown, other: unknown): (string | number)[] | null {
  if (Array.isArray(one) || Array.isArray(other)) {
    return Array.isArray(one) && Array.isArray(other) && one.length === other.length ? [...one.keys()] : null;
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return null;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => key in other) ? keys : null;
}
