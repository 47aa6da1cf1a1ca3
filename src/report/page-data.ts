/** What a page's script reads, made small: tables by column with each text once, and the dark version of a chart as its differences. */
import type { ChartTable } from './chart-tables.ts';

type Scalar = string | number | null;

export interface PackedTable {
  readonly length: number;
  /** `values` are indices into `words` where there are words; an index past the end is a missing text. */
  readonly columns: readonly {
    readonly name: string;
    readonly values: readonly Scalar[];
    readonly words?: readonly string[];
  }[];
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
      const words = [...new Set(values.filter((value) => typeof value === 'string'))];
      if (words.length === 0 || values.some((value) => typeof value === 'number')) return { name, values };
      const places = new Map(words.map((word, place) => [word, place]));
      return { name, words, values: values.map((value) => places.get(String(value)) ?? -1) };
    }),
  };
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
