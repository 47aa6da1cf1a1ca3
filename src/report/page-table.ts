/** Tables of a page: they sort by every column, and each head leads to how its figures are made. */
import { escapeXml } from '../picture/xml.ts';

export interface TableColumn<R> {
  readonly head: string;
  readonly text: (row: R) => string;
  /** What to sort by; null sorts last. A column of text sorts by its text. */
  readonly value?: (row: R) => number | null;
  /** Id of the definition in the section on method. */
  readonly how?: string;
}

export interface PageTable<R> {
  readonly caption: string;
  /** A word or two: names the box in which the table scrolls sideways. */
  readonly label: string;
  readonly columns: readonly TableColumn<R>[];
  readonly rows: readonly R[];
  /** Head of the column that names the strategy of a row. */
  readonly strategyColumn: string;
  readonly strategyOf: (row: R) => string;
  /** Markup of what stands before a strategy's name. */
  readonly swatch: (strategy: string) => string;
  /** Head of the column by which the rows come sorted, ascending. */
  readonly sorted?: string;
}

export function renderTable<R>({
  caption,
  label,
  columns,
  rows,
  strategyColumn,
  strategyOf,
  swatch,
  sorted,
}: PageTable<R>): string {
  const heads = columns.map(({ head, value, how }) => {
    const label = escapeXml(head);
    const sort = sorted === head ? ' aria-sort="ascending"' : '';
    const link = how === undefined ? '' : ` <a class="how" href="#how-${how}" aria-label="how ${label} is made">?</a>`;
    return `<th scope="col"${value ? ' class="number"' : ''}${sort}><button type="button">${label}</button>${link}</th>`;
  });
  const lines = rows.map((row) => {
    const strategy = strategyOf(row);
    const cells = columns.map(({ head, text, value }, index) => {
      const shown = escapeXml(text(row));
      if (head === strategyColumn) {
        const tag = index === 0 ? 'th scope="row"' : 'td';
        return `<${tag} class="strategy">${swatch(strategy)}${shown}</${index === 0 ? 'th' : 'td'}>`;
      }
      if (value === undefined) return index === 0 ? `<th scope="row">${shown}</th>` : `<td>${shown}</td>`;
      return `<td class="number" data-value="${value(row) ?? ''}">${shown}</td>`;
    });
    return `<tr data-strategy="${escapeXml(strategy)}">${cells.join('')}</tr>`;
  });
  return `<div class="scroll" tabindex="0" role="region" aria-label="Table: ${escapeXml(label)}"><table class="sortable"><caption><span>${escapeXml(caption)}</span></caption><thead><tr>${heads.join('')}</tr></thead><tbody>
${lines.join('\n')}
</tbody></table></div>`;
}
