/**
 * CSV files of a run folder: UTF-8, comma, LF, a header, the columns of a `Table` in their order. The writer streams; the reader is
 * strict and its errors name file and line.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { assert } from '../base/assert.ts';
import { UserError } from '../base/errors.ts';
import { systemError } from './system-error.ts';
import type { AnyRow, Column, RowOf, Table } from './table.ts';

export interface CsvSummary {
  /** Rows without the header. */
  readonly rows: number;
  /** Of the whole file, lower-case hex. */
  readonly sha256: string;
}

/** Rows that are turned into text at a time. */
const BATCH = 512;

/** Rows as they stand in a file, without the header, some at a time. */
export function* csvText<T extends Table>(table: T, rows: Iterable<RowOf<T>>): Generator<string> {
  let batch: AnyRow[] = [];
  for (const row of rows) {
    checkRow(table.columns, row as AnyRow);
    if (batch.push(row as AnyRow) < BATCH) continue;
    yield textOf(table, batch);
    batch = [];
  }
  if (batch.length > 0) yield textOf(table, batch);
}

function textOf(table: Table, rows: readonly AnyRow[], header = false): string {
  return stringify([...rows], {
    header,
    columns: table.columns.map((column) => column.name),
    record_delimiter: 'unix',
    // The reader takes a carriage return for the end of a line.
    quoted_match: '\r',
    cast: { number: String, boolean: String },
  });
}

/** One open CSV file. `write` resolves when the stream can take more, so a caller that awaits it keeps memory flat. */
export class CsvWriter<T extends Table> {
  readonly #table: T;
  readonly #path: string;
  readonly #hash = createHash('sha256');
  readonly #stream: WriteStream;
  readonly #done: Promise<void>;
  #rows = 0;

  /** Creates `path`, which must not exist unless `flags` is `w`, and writes the header. */
  constructor(path: string, table: T, flags: 'wx' | 'w' = 'wx') {
    this.#table = table;
    this.#path = path;
    this.#stream = createWriteStream(path, { flags });
    this.#done = finished(this.#stream);
    // Whoever writes or ends next sees the failure; until then it must not count as unhandled.
    this.#done.catch(() => {});
    this.#put(textOf(table, [], true));
  }

  async write(rows: Iterable<RowOf<T>>): Promise<void> {
    for (const text of csvText(this.#table, this.#counted(rows))) {
      if (!this.#put(text)) await this.#settled(once(this.#stream, 'drain'));
    }
  }

  /** Appends what is in `file`: so many rows as `csvText` gives them. */
  async append(file: string, rows: number): Promise<void> {
    this.#rows += rows;
    try {
      for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes })) {
        if (!this.#put(chunk as Buffer)) await this.#settled(once(this.#stream, 'drain'));
      }
    } catch (error) {
      throw systemError(error, 'read', file);
    }
  }

  async end(): Promise<CsvSummary> {
    this.#stream.end();
    await this.#settled(this.#done);
    return { rows: this.#rows, sha256: this.#hash.digest('hex') };
  }

  /** Stops writing and closes the file; what it holds is of no use. */
  async destroy(): Promise<void> {
    this.#stream.destroy();
    await this.#done.catch(() => {});
  }

  /** False when the stream has enough for now. */
  #put(data: string | Buffer): boolean {
    this.#hash.update(data);
    return this.#stream.write(data);
  }

  *#counted(rows: Iterable<RowOf<T>>): Generator<RowOf<T>> {
    for (const row of rows) {
      this.#rows++;
      yield row;
    }
  }

  /** A stream that failed never drains: so both are waited for. */
  async #settled(step: Promise<unknown>): Promise<void> {
    try {
      await Promise.race([step, this.#done]);
    } catch (error) {
      throw systemError(error, 'write', this.#path);
    }
  }
}

function checkRow(columns: readonly Column[], row: AnyRow): void {
  for (const column of columns) {
    const value = row[column.name];
    if (value === null) assert(column.optional, 'a figure that is not optional was null in a result row');
    else if (column.type === 'text') assert(typeof value === 'string', 'a text column of a result row was not a string');
    else if (column.type === 'integer')
      assert(Number.isSafeInteger(value), 'an integer column of a result row was not a safe integer');
    else assert(Number.isFinite(value), 'a number column of a result row was not finite');
  }
}

/**
 * Reads `path` and calls `onRow(row, line)` for each row; `line` counts from 1, the header being line 1.
 * Throws a `UserError` naming file and line for anything that the writer would not have written.
 */
export async function readCsv<T extends Table>(
  path: string,
  table: T,
  onRow: (row: RowOf<T>, line: number) => void,
): Promise<CsvSummary> {
  const columns = table.columns;
  let rows = -1;
  const sha256 = await readRecords(path, (record, line) => {
    if (rows++ < 0) checkHeader(path, columns, record);
    else onRow(toRow(path, line, columns, record) as RowOf<T>, line);
  });
  if (rows < 0) throw badLine(path, 1, 'the file is empty; a header was expected');
  return { rows, sha256 };
}

/** The SHA-256 of a file in lower-case hex, as `readCsv` gives it. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) hash.update(chunk as Buffer);
  } catch (error) {
    throw systemError(error, 'read', path);
  }
  return hash.digest('hex');
}

const chunkBytes = 2 ** 18;
/** A record that is longer is no table of heaplab's; without a bound, a file without line ends would be gathered in memory. */
const mostCharacters = 2 ** 22;

/** Calls `onRecord` with the values of each record and the line on which it ends; returns the SHA-256 of the file. */
async function readRecords(path: string, onRecord: (record: string[], line: number) => void): Promise<string> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder();
  let line = 0;
  let rest = '';
  const take = (text: string): void => {
    let start = 0;
    let next = 0;
    let quotes = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', next)) {
      quotes += countOf('"', text.slice(next, end));
      next = end + 1;
      line++;
      // An odd number of quotes: a value goes on after this line feed. A quote inside of a value is written twice.
      if (quotes % 2 === 1) continue;
      const record = text.slice(start, end);
      if (record.endsWith('\r')) throw badLine(path, line, 'it ends with CR LF; heaplab writes LF');
      // Nearly no value is quoted, and cutting at commas is ten times as fast as the parser.
      onRecord(quotes === 0 ? record.split(',') : parseQuoted(path, line, record), line);
      start = next;
      quotes = 0;
    }
    rest = text.slice(start);
    // The lines of a value that is still open are read again with what follows them.
    line -= countOf('\n', rest);
    if (rest.length > mostCharacters) throw badLine(path, line + 1, `no end within ${mostCharacters} characters`);
  };
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
      hash.update(chunk as Buffer);
      take(rest + decoder.decode(chunk as Buffer, { stream: true }));
    }
  } catch (error) {
    throw systemError(error, 'read', path);
  }
  rest += decoder.decode();
  // A last line without its line feed may have lost the last digits of its figures.
  if (rest !== '') {
    const isOpen = countOf('"', rest) % 2 === 1;
    throw badLine(path, line + 1, isOpen ? 'not CSV: a quoted value does not end' : 'the file ends in the middle of this line');
  }
  return hash.digest('hex');
}

function countOf(mark: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++;
  return count;
}

function parseQuoted(path: string, line: number, text: string): string[] {
  try {
    const [record] = parse(text, { relax_column_count: true, record_delimiter: '\n' }) as unknown as string[][];
    return record ?? [];
  } catch (error) {
    if (error instanceof CsvError) throw badLine(path, line, `not CSV as heaplab writes it (${error.code})`);
    throw error;
  }
}

function checkHeader(path: string, columns: readonly Column[], header: readonly string[]): void {
  for (let index = 0; index < Math.max(columns.length, header.length); index++) {
    const wanted = columns[index]?.name;
    const found = header[index];
    if (wanted === found) continue;
    const what =
      wanted === undefined
        ? `has a column "${found}" that does not belong there`
        : found === undefined
          ? `lacks the column "${wanted}"`
          : `has the column "${found}" where "${wanted}" was expected`;
    throw badLine(path, 1, `the header ${what}`);
  }
}

function toRow(path: string, line: number, columns: readonly Column[], record: readonly string[]): AnyRow {
  if (record.length !== columns.length)
    throw badLine(path, line, `${record.length} values where ${columns.length} were expected`);
  const row: AnyRow = {};
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index]!;
    row[column.name] = toValue(path, line, column, record[index]!);
  }
  return row;
}

const integerPattern = /^-?\d{1,16}$/;
const numberPattern = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

function toValue(path: string, line: number, column: Column, text: string): string | number | null {
  if (text === '' && column.optional) return null;
  if (column.type === 'text') {
    if (column.values === undefined || column.values.includes(text)) return text;
    throw badLine(path, line, `${column.name} is "${text}"; it must be one of ${column.values.join(', ')}`);
  }
  const value = Number(text);
  if (column.type === 'integer') {
    if (integerPattern.test(text) && Number.isSafeInteger(value)) return value;
    throw badLine(path, line, `${column.name} is "${text}", not a whole number`);
  }
  if (numberPattern.test(text) && Number.isFinite(value)) return value;
  throw badLine(path, line, `${column.name} is "${text}", not a number`);
}

/** The error of the strict reader. */
export function badLine(path: string, line: number, what: string): UserError {
  return new UserError(`${path}, line ${line}: ${what}`, {
    hint: 'The file is damaged or not from heaplab: run the command in its run.json again.',
  });
}
