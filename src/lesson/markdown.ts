/**
 * The part of Markdown that lessons are written in, as HTML: headings, paragraphs, lists of one level, tables, fenced code, block quotes; in a line code, bold,
 * emphasis and links. Everything else stands as it is written.
 */
import { escapeXml } from '../picture/xml.ts';

/** `levelOffset` lowers the headings: with 1 a `#` becomes an h2. */
export function markdownHtml(text: string, levelOffset = 0): string {
  const lines = text.trim().split('\n');
  const html: string[] = [];
  let at = 0;
  const take = (fits: (line: string) => boolean): string[] => {
    const taken: string[] = [];
    while (at < lines.length && fits(lines[at]!)) taken.push(lines[at++]!);
    return taken;
  };
  while (at < lines.length) {
    const line = lines[at]!;
    const heading = /^(#{1,4}) (.+)$/.exec(line);
    if (line.trim() === '') at++;
    else if (heading !== null) {
      at++;
      const level = heading[1]!.length + levelOffset;
      html.push(`<h${level}>${inline(heading[2]!)}</h${level}>`);
    } else if (line.startsWith('```')) {
      at++;
      const code = take((other) => !other.startsWith('```'));
      at++;
      html.push(codeHtml(code.join('\n')));
    } else if (line.startsWith('|')) html.push(table(take((other) => other.startsWith('|'))));
    else if (line.startsWith('> ')) {
      const quoted = take((other) => other.startsWith('> ')).map((other) => other.slice(2));
      html.push(`<blockquote>${inline(quoted.join(' '))}</blockquote>`);
    } else if (/^(- |\d+\. )/.test(line)) {
      const items: string[] = [];
      for (const part of take((other) => /^(- |\d+\. | {2,}\S)/.test(other))) {
        if (/^(- |\d+\. )/.test(part)) items.push(part.replace(/^(- |\d+\. )/, ''));
        else items[items.length - 1] += ` ${part.trim()}`;
      }
      const kind = line.startsWith('- ') ? 'ul' : 'ol';
      html.push(`<${kind}>${items.map((item) => `<li>${inline(item)}</li>`).join('')}</${kind}>`);
    } else {
      const paragraph = take((other) => other.trim() !== '' && !/^(#{1,4} |```|\||> |- |\d+\. )/.test(other));
      html.push(`<p>${inline(paragraph.join(' '))}</p>`);
    }
  }
  return html.join('\n');
}

/** A block of code; its lines and indents stay. */
export function codeHtml(text: string): string {
  return `<pre tabindex="0"><code>${text.trimEnd().split('\n').map(escapeXml).join('\n')}</code></pre>`;
}

function table(rows: readonly string[]): string {
  const cells = rows
    .filter((row) => !/^\|[\s:|-]+\|$/.test(row))
    .map((row) =>
      row
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => inline(cell.trim())),
    );
  const [head = [], ...body] = cells;
  const line = (row: readonly string[], tag: string): string =>
    `<tr>${row.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${line(head, 'th')}</thead><tbody>${body.map((row) => line(row, 'td')).join('')}</tbody></table>`;
}

/** What stands in backquotes is code and nothing else. */
function inline(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => {
      if (part.length > 2 && part.startsWith('`') && part.endsWith('`')) return `<code>${escapeXml(part.slice(1, -1))}</code>`;
      return escapeXml(part)
        .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
        .replace(/\*(.+?)\*/g, '<em>$1</em>')
        .replace(/\[([^\]]+)\]\(([\w./#-]+)\)/g, '<a href="$2">$1</a>');
    })
    .join('');
}
