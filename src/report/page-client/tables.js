/** Tables sort by the column whose head is pressed. A cell without a figure stays last in both directions. */
import { say } from './state.js';

function keyOf(row, column) {
  const { value } = row.cells[column].dataset;
  if (value === undefined) return row.cells[column].textContent.trim();
  return value === '' ? null : Number(value);
}

function sortBy(table, column) {
  const heads = [...table.tHead.rows[0].cells];
  const head = heads[column];
  const rising = head.getAttribute('aria-sort') !== 'ascending';
  for (const other of heads) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', rising ? 'ascending' : 'descending');
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, key: keyOf(row, column) }));
  rows.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    const order = a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    return rising ? order : -order;
  });
  table.tBodies[0].append(...rows.map(({ row }) => row));
  say(`Sorted by ${head.querySelector('button').textContent}, ${rising ? 'ascending' : 'descending'}.`);
}

export function setUpTables() {
  for (const table of document.querySelectorAll('table.sortable')) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      head.querySelector('button').addEventListener('click', () => sortBy(table, column));
    });
  }
}
