/** A chart on the page: picture, text, controls, and what the script needs to draw it again. */
import type { Box } from '../picture/frame.ts';
import { loadTheme } from '../picture/theme.ts';
import { escapeXml } from '../picture/xml.ts';
import { tables as resultTables } from '../results/rows.ts';
import type { Table } from '../results/table.ts';
import { bindChart, type Chart, type JsonObject, tablesOf } from './chart.ts';
import { chartTables } from './chart-tables.ts';
import { compileChart, copySizes, drawToFit } from './drawing.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { findings } from './findings.ts';
import { type ClockUse, followClock } from './page-clock.ts';
import { type Patch, patchesOf } from './page-data.ts';
import { presentIn } from './present.ts';

export interface PageChart {
  readonly chart: Chart;
  /** Workload drawn first. */
  readonly shown: string;
  /** By workload; a chart of all workloads has one entry. */
  readonly findings: ReadonlyMap<string, Finding>;
}

/** What the script reads of a chart. */
export interface ChartData {
  /** Vega, for light. */
  readonly spec: unknown;
  readonly dark: readonly Patch[];
  readonly shown: string;
  readonly texts: Readonly<Record<string, Finding>>;
  readonly clock: ClockUse | null;
  /** Does it show strategies apart? Rows that merely know their strategy are no marks of it. */
  readonly strategies: boolean;
}

/** Size of a chart in the page, without its title, which the page sets as text. */
const figureBox: Box = { width: 1160, height: 540 };
const themeOf = { light: 'slide', dark: 'dark' } as const;

export async function renderFigure(facts: Facts, { chart, shown, findings: byWorkload }: PageChart) {
  const finding = byWorkload.get(shown)!;
  const one = findings[chart.finding ?? '']?.byWorkload === true ? shown : undefined;
  const tables = chartTables(facts, one);
  const bound = async (scheme: keyof typeof themeOf): Promise<JsonObject> => {
    const theme = await loadTheme(themeOf[scheme]);
    return withoutTitle(bindChart(chart, finding, theme, presentIn(facts, theme, one)));
  };
  const { svg, spec } = await drawToFit(await bound('light'), tables, figureBox);
  const read = tablesOf(chart.spec);
  const light = compileChart(spec) as unknown as JsonObject;
  const dark = compileChart(copySizes(spec, await bound('dark'))) as unknown as JsonObject;
  const clock = followClock(light, read, tables);
  followClock(dark, read, tables);
  const data: ChartData = {
    spec: light,
    dark: patchesOf(light, dark),
    shown,
    texts: Object.fromEntries(byWorkload),
    clock: one === undefined && !hasWorkload(chart) ? null : clock,
    strategies: JSON.stringify(chart.spec).includes('"field":"strategy"'),
  };

  const name = escapeXml(chart.name);
  const options = [...byWorkload.keys()]
    .map((workload) => `<option${workload === shown ? ' selected' : ''}>${escapeXml(workload)}</option>`)
    .join('');
  const choice =
    byWorkload.size > 1
      ? `<label class="choice scripted" hidden>program <select data-chart="${name}">${options}</select></label>`
      : '';
  const markup = `<section class="figure" id="${name}" aria-labelledby="${name}-title">
<div class="heading"><h3 id="${name}-title">${escapeXml(finding.title)}</h3>${choice}</div>
<p class="subtitle" id="${name}-subtitle">${escapeXml(finding.subtitle)}</p>
<figure>
<div class="chart" id="${name}-chart" role="img" aria-labelledby="${name}-title" aria-describedby="${name}-description">${svg.replace('<svg ', '<svg aria-hidden="true" ')}</div>
<p class="keys" id="${name}-keys">Arrow keys walk through the marks: left and right along a series, up and down between them.</p>
${data.clock === null ? '' : windowControl(name, data.clock)}
<figcaption>${inWords(`<span id="${name}-description">${escapeXml(finding.description)}</span>`, finding)}
<span class="source">${sourceLine(facts, chart, finding)}</span></figcaption>
</figure>
</section>`;
  return { markup, data };
}

/** Letters past which the figures of a chart in words stand folded below it, open on paper. */
const longestInWords = 360;

function inWords(description: string, { description: text }: Finding): string {
  if (text.length <= longestInWords) return description;
  return `<details class="words"><summary>The figures in words</summary>${description}</details>`;
}

/** A chart that the user made shows one workload when it has a parameter for it. */
function hasWorkload({ spec }: Chart): boolean {
  const { params } = spec;
  return Array.isArray(params) && params.some((param) => (param as JsonObject)['name'] === 'workload');
}

function windowControl(name: string, { kind }: ClockUse): string {
  const slider = (end: string, value: number): string =>
    `<label>${end} <input type="range" min="0" max="200" value="${value}"></label>`;
  return `<div class="window scripted" id="${name}-window" role="group" aria-label="Bytes allocated that ${name} shows" hidden>
<span>Bytes allocated${kind === 'axis' ? ' (drag across a plot)' : ''}</span> ${slider('from', 0)} ${slider('to', 200)} <span class="readout"></span> <button type="button" disabled>Whole run</button></div>`;
}

/** Tables and columns that a chart reads, which are those of the run folder that its file names. */
export function sourcesOf(chart: Chart): { readonly table: Table; readonly columns: readonly string[] }[] {
  const words = new Set(wordsOf(chart.spec));
  return tablesOf(chart.spec).flatMap((file) => {
    const table = resultTables.find((other) => other.file === file);
    if (table === undefined) return [];
    return [{ table, columns: table.columns.map(({ name }) => name).filter((name) => name !== 'run_id' && words.has(name)) }];
  });
}

/** Words of what a chart computes and encodes; what it says of itself names no columns. */
function wordsOf(node: unknown): string[] {
  if (typeof node === 'string') return node.match(/\w+/g) ?? [];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (silent.has(key) ? [] : wordsOf(value)));
}

const silent: ReadonlySet<string> = new Set(['title', 'description', 'usermeta', 'parse']);

export function columnId(file: string, column: string): string {
  return `col-${file.replace('.csv', '')}-${column}`;
}

function sourceLine(facts: Facts, chart: Chart, finding: Finding): string {
  const sources = sourcesOf(chart);
  const files = sources.map(({ table, columns }) => {
    const links = columns.map((name) => `<a href="#${columnId(table.file, name)}">${name}</a>`);
    return `${table.file}${links.length === 0 ? '' : `: ${links.join(', ')}`}`;
  });
  const modelled = sources.some(({ table, columns }) =>
    table.columns.some(({ name, kind }) => kind === 'M' && columns.includes(name)),
  );
  const seeds = [...new Set(facts.runs.map((run) => run.seed))];
  const seed = finding.params['seed'];
  return [
    `Made from ${files.join('; ')}`,
    ...(modelled ? [`<a href="#how-cycles">cycles of profile ${escapeXml(profilesOf(facts))}</a>`] : []),
    `<a href="#how-seeds">${typeof seed === 'number' ? `seed ${seed}` : seeds.length === 1 ? `seed ${seeds[0]}` : `${seeds.length} seeds`}</a>`,
  ].join(' · ');
}

/** `flat-1, uncalibrated`. */
export function profilesOf(facts: Facts): string {
  const names = facts.runs.map(({ cost_profile, calibration }) => `${cost_profile.split('@', 1)[0]}, ${calibration}`);
  return [...new Set(names)].join('; ');
}

function withoutTitle(spec: JsonObject): JsonObject {
  const { title: _title, ...rest } = spec;
  return rest;
}
