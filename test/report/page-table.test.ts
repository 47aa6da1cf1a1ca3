import { expect, test } from 'vitest';
import { renderTable } from '../../src/report/page-table.ts';

interface Row {
  readonly name: string;
  readonly cycles: number | null;
}

const rows: Row[] = [
  { name: 'a<b', cycles: 12 },
  { name: 'c', cycles: null },
];

test('a table has a caption, heads with buttons and scopes, and what its script sorts and highlights by', () => {
  const html = renderTable<Row>({
    caption: 'Cycles & more',
    label: 'a & b',
    columns: [
      { head: 'strategy', text: (row) => row.name },
      { head: 'cycles', text: (row) => String(row.cycles ?? '–'), value: (row) => row.cycles, how: 'cycles' },
    ],
    rows,
    sorted: 'cycles',
    strategyColumn: 'strategy',
    strategyOf: (row) => row.name,
    swatch: (name) => `<i>${name.length}</i>`,
  });
  expect(html).toContain('<caption><span>Cycles &amp; more</span></caption>');
  expect(html).toContain('role="region" aria-label="Table: a &amp; b"');
  expect(html).toContain('<th scope="col"><button type="button">strategy</button></th>');
  expect(html).toContain(
    '<th scope="col" class="number" aria-sort="ascending"><button type="button">cycles</button> <a class="how" href="#how-cycles" aria-label="how cycles is made">?</a></th>',
  );
  expect(html).toContain(
    '<tr data-strategy="a&lt;b"><th scope="row" class="strategy"><i>3</i>a&lt;b</th><td class="number" data-value="12">12</td></tr>',
  );
  // A figure that does not exist has no value to sort by; that is not zero.
  expect(html).toContain('<td class="number" data-value="">–</td>');
});
