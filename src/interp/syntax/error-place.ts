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
  let out = `  File "${filename}", line ${line}\n`;
  if (text === null) return out;
  const raw = text.replace(/\n$/, '');
  const stripped = raw.replace(/^[ \t\f]+/, '');
  const indent = raw.length - stripped.length;
  out += `    ${stripped.trimEnd()}\n`;
  if (column < 1) return out;
  let last = endColumn;
  if (endLine !== line || last <= 0 || last === column) last = endLine > line ? raw.length + 1 : column + 1;
  const start = Math.max(0, column - 1 - indent);
  const end = Math.max(start + 1, last - 1 - indent);
  out += `    ${stripped.slice(0, start).replace(/[^\t]/g, ' ').padEnd(start)}${'^'.repeat(end - start)}\n`;
  return out;
}
