import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFacts } from '../../src/report/facts.ts';
import { forPage } from '../../src/report/page-budget.ts';
import { valuesOf } from '../../src/report/page-client/table.js';
import { type PackedTable, packTable, patchesOf, withColumns } from '../../src/report/page-data.ts';
import { writeSyntheticRun } from '../support/synthetic-run.ts';

/** As the script of the page reads it. */
function unpack({ columns, length }: PackedTable): unknown[][] {
  const values = columns.map((column) => valuesOf(column as never));
  return Array.from({ length }, (_, row) => values.map((column) => column[row]));
}

test('a packed table holds each text once, and every value comes back', () => {
  const rows = [
    ['run.1', 5, null],
    ['run.2', null, 'ok'],
    ['run.1', 0, ''],
  ];
  const packed = packTable({ columns: ['run_id', 'a', 'status'], rows });
  expect(packed.columns[0]).toEqual({ name: 'run_id', words: ['run.1', 'run.2'], unit: 1, steps: 'ACB' });
  expect(packed.columns[1]).toEqual({ name: 'a', unit: 5, steps: 'C!B' });
  expect(unpack(JSON.parse(JSON.stringify(packed)) as PackedTable)).toEqual(rows);
});

test('whole numbers take the letters of their steps, whatever their size', () => {
  const number = fc.oneof(
    fc.constant(null),
    fc.nat(2 ** 50),
    fc.integer({ min: -(2 ** 50), max: 0 }),
    fc.constantFrom(0, 4096, -4096),
  );
  fc.assert(
    fc.property(fc.array(number), (values) => {
      expect(unpack(packTable({ columns: ['x'], rows: values.map((value) => [value]) }))).toEqual(
        values.map((value) => [value]),
      );
    }),
  );
  const rising = Array.from({ length: 1000 }, (_, index) => [4096 * (1000 + index)]);
  expect(JSON.stringify(packTable({ columns: ['a'], rows: rising })).length).toBeLessThan(1100);
});

test('any table comes back, a column of texts and numbers too', () => {
  const cell = fc.oneof(fc.constantFrom('', 'a', 'b', '0', '-1'), fc.integer(), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
      expect(unpack(packTable({ columns: ['x', 'y'], rows }))).toEqual(rows);
    }),
  );
});

/** As the script of the page does it. */
function patched(from: unknown, patches: ReturnType<typeof patchesOf>): unknown {
  const copy = { all: structuredClone(from) };
  for (const [path, value] of patches) {
    let node: Record<string | number, unknown> = copy;
    const whole = ['all', ...path];
    for (const key of whole.slice(0, -1)) node = node[key] as Record<string | number, unknown>;
    node[whole.at(-1)!] = value;
  }
  return copy.all;
}

test('patches are as small as the difference', () => {
  const light = { config: { text: { color: '#000', size: 5 } }, marks: [{ fill: 'a' }, { fill: 'b' }], same: [1, 2] };
  const dark = { config: { text: { color: '#fff', size: 5 } }, marks: [{ fill: 'a' }, { fill: 'c' }], same: [1, 2] };
  expect(patchesOf(light, dark)).toEqual([
    [['config', 'text', 'color'], '#fff'],
    [['marks', 1, 'fill'], 'c'],
  ]);
});

test('any two documents: the patches of one make the other', () => {
  const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('__proto__'));
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(patched(one, patchesOf(one, other))).toEqual(other);
    }),
  );
});

test('columns that are not kept go, the others stay in their order', () => {
  const table = { columns: ['a', 'b', 'c'], rows: [[1, 2, 3]] };
  expect(withColumns(table, new Set(['c', 'a', 'z']))).toEqual({ columns: ['a', 'c'], rows: [[1, 3]] });
});

test('a page of many runs has bounded tables, and each run keeps its extremes', async () => {
  const root = await mkdtemp(join(tmpdir(), 'heaplab-budget-'));
  const workloads = Array.from({ length: 60 }, (_, index) => `w${index}`);
  await writeSyntheticRun(join(root, 'run'), { samples: 260, workloads, strategies: ['refcount', 'mark-sweep'] });
  const facts = await readFacts(join(root, 'run'));
  await rm(root, { recursive: true });
  // As many runs again make the share of each half as large.
  const many = { ...facts, shown: [...facts.shown, ...facts.shown, ...facts.shown] };
  const drawn = forPage(many);
  const rows = (table: ReadonlyMap<string, readonly unknown[]>): number =>
    [...table.values()].reduce((sum, own) => sum + own.length, 0);
  expect(rows(facts.samples)).toBeGreaterThan(19_000);
  expect(rows(drawn.samples)).toBeLessThan(9_000);
  expect(rows(drawn.pauses)).toBeLessThan(rows(facts.pauses));
  for (const { run_id } of facts.shown) {
    const peak = (table: typeof facts): number => Math.max(...table.samples.get(run_id)!.map((row) => row.footprint_b));
    expect(peak(drawn)).toBe(peak(facts));
    expect(drawn.samples.get(run_id)!.at(-1)).toEqual(facts.samples.get(run_id)!.at(-1));
    expect(drawn.pauses.get(run_id)!.at(-1)?.cycles).toBe(facts.pauses.get(run_id)!.at(-1)?.cycles);
    const weight = (table: typeof facts): number => table.pauses.get(run_id)!.reduce((sum, pause) => sum + pause.weight, 0);
    expect(weight(drawn)).toBe(weight(facts));
  }
});
