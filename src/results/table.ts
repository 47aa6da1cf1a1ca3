/**
 * What a CSV file of a run folder looks like: its columns in file order, with units. Row types, the writer, the strict reader and
 * docs/results.md are all derived from such a table, so that a column is described once.
 */

/**
 * How far a figure can be trusted to repeat.
 * - `D`: a deterministic fact of the run: the same on any machine and any engine.
 * - `M`: deterministic given the cost profile named in runs.csv.
 * - `W`: wall clock: differs between runs, never the basis of a comparison.
 */
export type Kind = 'D' | 'M' | 'W';

export interface Column {
  /** Name in the header; the unit comes last (`_b` bytes, `_n` a count, `cycles`, `_ms`). */
  readonly name: string;
  /** `integer` is exact (|value| < 2^53); `number` may have a fraction. */
  readonly type: 'text' | 'integer' | 'number';
  /** Unit as a reader would say it: `B`, `cycles`, `objects`; `-` for none. */
  readonly unit: string;
  readonly kind: Kind;
  readonly meaning: string;
  /** The cell may be empty: the figure does not exist for this row, which is not zero. */
  readonly optional?: true;
  /** The closed set of a text column. */
  readonly values?: readonly string[];
}

export interface Table {
  /** File name in the run folder. */
  readonly file: string;
  readonly meaning: string;
  readonly columns: readonly Column[];
}

type Scalar<C extends Column> = C['type'] extends 'text'
  ? C extends { readonly values: readonly (infer V)[] }
    ? V
    : string
  : number;

/** The object a row is read into and written from: keys are the column names; an empty cell is `null`. */
export type RowOf<T extends Table> = {
  [C in T['columns'][number] as C['name']]: C extends { readonly optional: true } ? Scalar<C> | null : Scalar<C>;
};

/** A row whose table is not known statically. */
export type AnyRow = Record<string, string | number | null>;
