import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PackedTable, packTable, patchesOf, withColumns } from '../../src/report/page-data.ts';

/** As the script of the page reads it. */
function unpack({ columns, length }: PackedTable): unknown[][] {
  return Array.from({ length }, (_, row) =>
    columns.map(({ values, words }) => (words === undefined ? values[row] : (words[Number(values[row])] ?? null))),
  );
}

test('a packed table holds each text once, and every value comes back', () => {
  const rows = [
    ['run.1', 5, null],
    ['run.2', null, 'ok'],
    ['run.1', 0, ''],
  ];
  const packed = packTable({ columns: ['run_id', 'a', 'status'], rows });
  expect(packed.columns[0]).toEqual({ name: 'run_id', words: ['run.1', 'run.2'], values: [0, 1, 0] });
  expect(unpack(JSON.parse(JSON.stringify(packed)) as PackedTable)).toEqual(rows);
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
