/** Plain text for terminals: aligned columns, wrapped paragraphs, sparklines. */

/** Rows with aligned columns, two spaces apart; `right` names the columns that are aligned to the right. */
export function columns(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  return rows
    .map((row) =>
      row
        .map((cell, index) => (right.includes(index) ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Text wrapped at `width` columns. */
export function paragraph(text: string, width = 88): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.join('\n');
}

const bars = '▁▂▃▄▅▆▇█';

/**
 * A line of `width` bars from 0 to the largest value; each bar is the largest of the values that fall on it, which are taken as
 * equally spaced.
 */
export function sparkline(values: readonly number[], width = 48): string {
  if (values.length === 0) return '';
  const cells = Math.min(width, values.length);
  const top = Math.max(...bucketMaxima(values, cells));
  return bucketMaxima(values, cells)
    .map((value) => bars[top <= 0 ? 0 : Math.min(bars.length - 1, Math.floor((value / top) * bars.length))])
    .join('');
}

function bucketMaxima(values: readonly number[], cells: number): number[] {
  const maxima = new Array<number>(cells).fill(0);
  for (const [index, value] of values.entries()) {
    const cell = Math.floor((index * cells) / values.length);
    maxima[cell] = Math.max(maxima[cell]!, value);
  }
  return maxima;
}
