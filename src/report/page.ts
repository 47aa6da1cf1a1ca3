/** The report as one page that needs no network: pictures are in it as SVG, and a script makes them answer to the pointer. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { formatBytes, formatCount } from '../base/byte-size.ts';
import { LabBug } from '../base/errors.ts';
import type { Box } from '../picture/frame.ts';
import { htmlPage } from '../picture/html-page.ts';
import { loadTheme } from '../picture/theme.ts';
import { escapeXml } from '../picture/xml.ts';
import { shellLine } from '../results/argv.ts';
import type { RunRow } from '../results/rows.ts';
import { bindChart, type Chart, type JsonObject, tablesOf } from './chart.ts';
import { chartTables } from './chart-tables.ts';
import { compileChart, copySizes, drawToFit } from './drawing.ts';
import { type Facts, strategiesOf, workloadsOf } from './facts.ts';
import { type Finding, findings } from './findings.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import { presentIn } from './present.ts';
import { type StrategySummary, summarise, verdict } from './summary.ts';

export interface PageChart {
  readonly chart: Chart;
  /** Workload drawn first. */
  readonly shown: string;
  /** By workload; a chart of all workloads has one entry. */
  readonly findings: ReadonlyMap<string, Finding>;
}

/** Size of a chart in the page, without its title, which the page sets as text. */
const figureBox: Box = { width: 1160, height: 540 };
const themeOf = { light: 'slide', dark: 'dark' } as const;

export async function renderPage(facts: Facts, charts: readonly PageChart[]): Promise<string> {
  const specs: Record<string, Record<string, unknown>> = {};
  const figures: string[] = [];
  for (const entry of charts) {
    const { figure, compiled } = await renderFigure(facts, entry);
    figures.push(figure);
    specs[entry.chart.name] = compiled;
  }
  const texts = Object.fromEntries(charts.map((entry) => [entry.chart.name, Object.fromEntries(entry.findings)]));
  const read = new Set(charts.flatMap(({ chart }) => tablesOf(chart.spec)));
  const tables = Object.fromEntries(Object.entries(chartTables(facts)).filter(([name]) => read.has(name)));
  const [runtime, module] = await scripts();
  return htmlPage({
    title: `heaplab: ${facts.manifest.argv.length > 0 ? shellLine(facts.manifest.argv) : 'report'}`,
    style: pageStyle,
    scripts: [
      { text: runtime, kind: 'classic' },
      { text: module, kind: 'module' },
    ],
    data: { data: { specs, texts, tables } },
    body: `<a class="skip" href="#summary">Skip to the summary</a>
<header>
<h1>${escapeXml(headline(facts))}</h1>
<p class="verdict">${escapeXml(verdict(facts))}</p>
<p class="command"><code>heaplab ${escapeXml(shellLine(facts.manifest.argv))}</code></p>
${facts.manifest.status === 'interrupted' ? '<p class="warning">This run was interrupted: only the cells that had ended are here.</p>' : ''}
<nav aria-label="Charts"><a href="#summary">Summary</a>${charts.map(({ chart }) => `<a href="#${escapeXml(chart.name)}">${escapeXml(chart.name.replaceAll('-', ' '))}</a>`).join('')}<a href="#runs">All runs</a><a href="#method">How the numbers are made</a></nav>
</header>
<main>
${summarySection(facts)}
${figures.join('\n')}
${runsSection(facts)}
${methodSection(facts)}
</main>`,
  });
}

async function renderFigure(
  facts: Facts,
  { chart, shown, findings: byWorkload }: PageChart,
): Promise<{ figure: string; compiled: Record<string, unknown> }> {
  const finding = byWorkload.get(shown)!;
  const one = findings[chart.finding ?? '']?.byWorkload === true ? shown : undefined;
  const tables = chartTables(facts, one);
  const bound = async (scheme: keyof typeof themeOf): Promise<JsonObject> => {
    const theme = await loadTheme(themeOf[scheme]);
    return withoutTitle(bindChart(chart, finding, theme, presentIn(facts, theme, one)));
  };
  const strategies = presentIn(facts, await loadTheme(themeOf.light), one).strategies.length;
  const { svg, spec } = await drawToFit(await bound('light'), tables, figureBox, strategies);
  const compiled = {
    light: compileChart(spec),
    dark: compileChart(copySizes(spec, await bound('dark'))),
  };
  const name = escapeXml(chart.name);
  const options = [...byWorkload.keys()]
    .map((workload) => `<option${workload === shown ? ' selected' : ''}>${escapeXml(workload)}</option>`)
    .join('');
  const choice =
    byWorkload.size > 1 ? `<label class="choice">workload <select data-chart="${name}">${options}</select></label>` : '';
  const figure = `<section class="figure" id="${name}" aria-labelledby="${name}-title">
<h2 id="${name}-title">${escapeXml(finding.title)}</h2>
${choice}
<p class="subtitle" id="${name}-subtitle">${escapeXml(finding.subtitle)}</p>
<figure>
<div class="chart" id="${name}-chart" role="img" aria-label="${escapeXml(finding.description)}">${svg}</div>
<figcaption id="${name}-description">${escapeXml(finding.description)}</figcaption>
</figure>
</section>`;
  return { figure, compiled };
}

function withoutTitle(spec: JsonObject): JsonObject {
  const { title: _title, ...rest } = spec;
  return rest;
}

function headline(facts: Facts): string {
  const strategies = strategiesOf(facts).length;
  const workloads = workloadsOf(facts);
  const programs = workloads.length === 1 ? workloads[0]! : `${workloads.length} programs`;
  return `${programs} under ${strategies} memory ${strategies === 1 ? 'strategy' : 'strategies'}`;
}

interface TableColumn<R> {
  readonly head: string;
  readonly text: (row: R) => string;
  /** What to sort by; a column of text sorts by its text. */
  readonly value?: (row: R) => number | null;
}

function table<R>(caption: string, columns: readonly TableColumn<R>[], rows: readonly R[]): string {
  const heads = columns
    .map(
      ({ head, value }) =>
        `<th scope="col"${value ? ' class="number"' : ''}><button type="button">${escapeXml(head)}</button></th>`,
    )
    .join('');
  const lines = rows.map((row) => {
    const cells = columns.map(({ text, value }, index) => {
      if (value === undefined) {
        return index === 0 ? `<th scope="row">${escapeXml(text(row))}</th>` : `<td>${escapeXml(text(row))}</td>`;
      }
      return `<td class="number" data-value="${value(row) ?? ''}">${escapeXml(text(row))}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="scroll"><table class="sortable"><caption>${escapeXml(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>
${lines.join('\n')}
</tbody></table></div>`;
}

function summarySection(facts: Facts): string {
  const ratio = (value: number | null): string => (value === null ? '–' : `${value.toFixed(2)} ×`);
  const columns: TableColumn<StrategySummary>[] = [
    { head: 'strategy', text: (line) => line.strategy },
    { head: 'cost, × best', text: (line) => ratio(line.costRatio), value: (line) => line.costRatio },
    { head: 'memory, × best', text: (line) => ratio(line.memoryRatio), value: (line) => line.memoryRatio },
    { head: 'cost, × bare program', text: (line) => ratio(line.overhead), value: (line) => line.overhead },
    {
      head: 'longest pause, cycles',
      text: (line) => (line.longestPause === null ? 'none' : formatCount(line.longestPause)),
      value: (line) => line.longestPause ?? 0,
    },
    { head: 'finished', text: (line) => `${line.finished} of ${line.runs}`, value: (line) => line.finished / line.runs },
  ];
  const lines = summarise(facts).sort((a, b) => (a.costRatio ?? 0) - (b.costRatio ?? 0));
  return `<section id="summary"><h2>Summary</h2>
${table('Geometric means over the programs that every strategy finished. Lower is better.', columns, lines)}
</section>`;
}

function runsSection(facts: Facts): string {
  const size = (head: string, value: (run: RunRow) => number | null): TableColumn<RunRow> => ({
    head,
    text: (run) => (value(run) === null ? '–' : formatBytes(value(run)!)),
    value,
  });
  const count = (head: string, value: (run: RunRow) => number): TableColumn<RunRow> => ({
    head,
    text: (run) => formatCount(value(run)),
    value,
  });
  const columns: TableColumn<RunRow>[] = [
    { head: 'workload', text: (run) => run.workload },
    { head: 'strategy', text: (run) => run.strategy },
    { head: 'allocator', text: (run) => run.allocator },
    { head: 'seed', text: (run) => String(run.seed), value: (run) => run.seed },
    { head: 'status', text: (run) => run.status },
    size('heap limit', (run) => run.heap_limit_b),
    size('allocated', (run) => run.alloc_b),
    size('peak live', (run) => run.peak_live_b),
    size('peak footprint', (run) => run.peak_footprint_b),
    count('cycles', (run) => run.cycles_total),
    count('of them collector', (run) => run.cycles_gc),
  ];
  return `<section id="runs"><h2>All runs</h2>
<details><summary>${facts.runs.length} runs</summary>
${table('Totals of every run, from runs.csv.', columns, facts.runs)}
</details></section>`;
}

function methodSection(facts: Facts): string {
  const { manifest, runs } = facts;
  const limits = [...new Set(runs.map((run) => formatBytes(run.heap_limit_b)))].join(', ');
  const seeds = [...new Set(runs.map((run) => run.seed))].join(', ');
  const profiles = [...new Set(runs.map((run) => run.cost_profile))].join(', ');
  const programs = manifest.programs.map(
    ({ name, sha256 }) => `<tr><th scope="row">${escapeXml(name)}</th><td><code>${escapeXml(sha256)}</code></td></tr>`,
  );
  return `<section id="method"><h2>How the numbers are made</h2>
<p>Each program ran in full on a simulated heap, byte for byte as CPython 3.13 lays its objects out, once under every strategy. Everything
counted is exact and comes out the same on any machine; no figure here is wall-clock time.</p>
<dl>
<dt>Cycles</dt><dd>Counts of named events (bytecodes, allocations, count updates, objects visited, bytes copied …) times the costs of profile
${escapeXml(profiles)}. A model: it ranks strategies, it does not predict milliseconds. The raw counts are in counters.csv.</dd>
<dt>Peak footprint</dt><dd>Most bytes held at once: mapped memory, headers, side tables, mark stack and the half a copying strategy keeps in reserve.</dd>
<dt>× best</dt><dd>The strategy's figure divided by the smallest of all strategies on the same program and seed. no-gc never frees, so it is shown
but nothing is measured against it. Means over programs are geometric, and only over programs that every strategy finished.</dd>
<dt>× bare program</dt><dd>Total cycles divided by the least that any strategy needs when its collector's work is taken off.</dd>
<dt>Pause</dt><dd>A stretch in which the program stands still: a collection, or a cascade of deallocations that one dropped reference sets off.</dd>
<dt>Garbage, not yet freed</dt><dd>Bytes in use that can no longer be reached from the program's variables, found by an independent trace whose work is not charged.</dd>
<dt>In the pictures</dt><dd>Samples are thinned to the extremes of equal slices of the bytes allocated; past 400 different lengths, pauses within 1.1 % of each
other are drawn as one. The figures in text and tables come from the full data.</dd>
</dl>
<p>Heap limit ${escapeXml(limits)} · seeds ${escapeXml(seeds)} · heaplab ${escapeXml(manifest.versions['heaplab'] ?? '')}.</p>
<details><summary>Programs and parameters</summary>
<div class="scroll"><table><caption>SHA-256 of each program</caption><tbody>
${programs.join('\n')}
</tbody></table></div>
<pre>${escapeXmlKeepLines(JSON.stringify(manifest.parameters, null, 2))}</pre>
</details></section>`;
}

function escapeXmlKeepLines(text: string): string {
  return text.split('\n').map(escapeXml).join('\n');
}

/** The runtime of Vega, and the page's own module on top of Vega's interpreter, which needs no `eval`. */
async function scripts(): Promise<readonly [runtime: string, module: string]> {
  const vega = fileURLToPath(new URL('vega.min.js', import.meta.resolve('vega')));
  const interpreter = await readFile(fileURLToPath(import.meta.resolve('vega-interpreter')), 'utf8');
  const imported = /^import \{([^}]*)\} from 'vega-util';$/m;
  if (!imported.test(interpreter)) throw new LabBug('vega-interpreter no longer imports from vega-util alone');
  const bound = interpreter
    .replace(imported, 'const {$1} = window.vega;')
    .replace(/^export \{.*$/m, '')
    .replace(/^\/\/# sourceMappingURL=.*$/m, '');
  const module = `${bound}\n${pageScript}`;
  const runtime = (await readFile(vega, 'utf8')).replace(/^\/\/# sourceMappingURL=.*$/m, '');
  return [runtime, module];
}
