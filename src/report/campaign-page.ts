/** The page of a fuzz campaign: its charts, how the programs ended, and every finding with the command that shows it. It needs no network and no script. */
import { formatCount } from '../base/byte-size.ts';
import { frame } from '../picture/frame.ts';
import { htmlPage } from '../picture/html-page.ts';
import type { Theme } from '../picture/theme.ts';
import { escapeXml } from '../picture/xml.ts';
import { type FuzzRow, fuzzTable } from '../results/fuzz-table.ts';
import { type Campaign, outcomeOf } from './campaign.ts';
import type { ChartDraft } from './chart-files.ts';

const style = `
main { max-width: 1320px; margin: 0 auto; padding: 24px 20px 60px }
h2 { margin: 36px 0 8px }
figure { margin: 20px 0 }
figure svg { width: 100%; height: auto; border: 1px solid var(--line); border-radius: 8px }
figcaption { color: var(--muted) }
.dark { display: none }
.scroll { overflow-x: auto }
table { border-collapse: collapse }
caption { text-align: left; color: var(--muted); padding: 4px 0 8px }
th, td { text-align: left; vertical-align: top; padding: 5px 22px 5px 0; border-bottom: 1px solid var(--line) }
.number { text-align: right }
.warning { color: var(--warn); font-weight: 600 }
@media screen and (prefers-color-scheme: dark) { .light { display: none } .dark { display: block } }
@media print { figure, tr { break-inside: avoid } }
`;

/** A chart in light and dark. */
export interface CampaignPicture {
  readonly draft: ChartDraft;
  readonly light: string;
  readonly dark: string;
}

/** The picture that `campaignPage` takes: a drawing in the frame of `theme`. */
export function campaignPicture(svg: string, { chart, finding, footer, footerEnd }: ChartDraft, theme: Theme): string {
  const id = `${escapeXml(chart.name)}-${escapeXml(theme.name)}`;
  return frame(svg, theme, { ...finding, footer, footerEnd })
    .replace('aria-labelledby="title desc"', `aria-labelledby="${id}-title ${id}-desc"`)
    .replace('<title id="title">', `<title id="${id}-title">`)
    .replace('<desc id="desc">', `<desc id="${id}-desc">`);
}

/** The whole document. */
export async function campaignPage(
  campaign: Campaign,
  strategies: readonly string[],
  pictures: readonly CampaignPicture[],
): Promise<string> {
  const { rows, unfinished } = campaign;
  const cases = new Set(rows.map((row) => row.case)).size;
  const title = `Fuzz campaign: ${cases} ${cases === 1 ? 'program' : 'programs'} under ${strategies.length} ${strategies.length === 1 ? 'strategy' : 'strategies'}`;
  const figures = pictures.map(
    ({ draft, light, dark }) =>
      `<figure id="${escapeXml(draft.chart.name)}"><div class="light">${light}</div><div class="dark">${dark}</div><figcaption>${escapeXml(draft.finding.description)}</figcaption></figure>`,
  );
  return htmlPage({
    title,
    style,
    scripts: [],
    data: {},
    body: `<main><h1>${escapeXml(title)}</h1>
${unfinished ? '<p class="warning">This campaign is not finished: only the programs that had ended are here. heaplab fuzz --resume goes on.</p>' : ''}
${figures.join('\n')}
${outcomeTable(rows, strategies)}
${findingTable(rows)}
${columnTable()}
</main>`,
  });
}

function outcomeTable(rows: readonly FuzzRow[], strategies: readonly string[]): string {
  const lines = strategies.map((strategy) => {
    const own = rows.filter((row) => row.strategy === strategy);
    const counts = (['ok', 'error', 'limit', 'finding'] as const).map(
      (what) => own.filter((row) => outcomeOf(row) === what).length,
    );
    const collections = own.reduce((sum, row) => sum + row.gc_n, 0);
    const objects = own.reduce((sum, row) => sum + row.alloc_n, 0);
    return [strategy, ...[own.length, ...counts, collections, objects].map(formatCount)];
  });
  return tableOf(
    'How the programs ended',
    'A program that raises does so under every strategy, or the difference is a finding.',
    ['strategy', 'programs', 'ended', 'raised', 'hit a limit', 'with a finding', 'collections', 'objects allocated'],
    lines,
    true,
  );
}

function findingTable(rows: readonly FuzzRow[]): string {
  const bySignature = new Map<string, FuzzRow[]>();
  for (const row of rows) {
    if (outcomeOf(row) !== 'finding') continue;
    const signature = row.signature === '' ? `bug/${row.strategy}` : row.signature;
    bySignature.set(signature, [...(bySignature.get(signature) ?? []), row]);
  }
  if (bySignature.size === 0) return '<h2>Findings</h2><p>None.</p>';
  const lines = [...bySignature].map(([signature, found]) => [
    signature,
    [...new Set(found.map((row) => row.strategy))].join(', '),
    formatCount(new Set(found.map((row) => row.case)).size),
    `heaplab fuzz show ${found[0]!.case}`,
  ]);
  return tableOf(
    'Findings',
    'By signature: oracle, strategy, phase, object and cause.',
    ['signature', 'strategies', 'programs', 'the first of them'],
    lines,
    false,
  );
}

function columnTable(): string {
  const lines = fuzzTable.columns.map(({ name, unit, meaning }) => [name, unit, meaning]);
  return `<details>${tableOf('Columns of fuzz.csv', fuzzTable.meaning, ['column', 'unit', 'meaning'], lines, false).replace(/<h2>(.*?)<\/h2>/, '<summary>$1</summary>')}</details>`;
}

function tableOf(
  title: string,
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: boolean,
): string {
  const kind = (index: number): string => (numbers && index > 0 ? ' class="number"' : '');
  const head = heads.map((text, index) => `<th scope="col"${kind(index)}>${escapeXml(text)}</th>`).join('');
  const lines = rows.map(
    ([first, ...rest]) =>
      `<tr><th scope="row">${escapeXml(first!)}</th>${rest.map((text, index) => `<td${kind(index + 1)}>${escapeXml(text)}</td>`).join('')}</tr>`,
  );
  return `<h2>${escapeXml(title)}</h2><div class="scroll" tabindex="0" role="region" aria-label="${escapeXml(title)}"><table><caption>${escapeXml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>
${lines.join('\n')}
</tbody></table></div>`;
}
