/** Where a SyntaxError lies, as the attributes of the exception say it. Unknown numbers are 0. */
export interface ErrorPlace {
  readonly filename: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string | null;
}

/** The lines a traceback shows of it, as CPython 3.13 does: file and line, the line of source, carets below what is wrong. */
export function errorPlaceLines({ filename, line, column, endLine, endColumn, text }: ErrorPlace): string {
  const out = `  File "${filename}", line ${line}\n`;
  if (text === null) return out;
  const raw = [...text.replace(/\n+$/, '')];
  // A tab in front stays: it is a blank that the line of carets repeats.
  let indent = 0;
  while (indent < raw.length && ' \n\f'.includes(raw[indent]!)) indent++;
  const shown = raw.slice(indent);
  const whole = [...text].length;
  let end = raw.length + 1;
  if (line === endLine) end = endColumn === 0 ? column : endColumn;
  const start = whole > 0 && column > whole ? raw.length + 1 : column;
  if (whole > 0 && end > whole) end = raw.length + 1;
  if (start >= end || end < 0) end = start + 1;
  const from = start - 1 - indent;
  const source = `${out}    ${shown.join('')}\n`;
  if (from < 0) return source;
  const blanks = shown.slice(0, from).map((char) => (/\s/u.test(char) ? char : ' '));
  return `${source}    ${blanks.join('')}${'^'.repeat(end - start)}\n`;
}
