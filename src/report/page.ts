/**
 * The report as one page that needs no network: pictures are in it as SVG, and a script makes them answer to the pointer and the keyboard. Without
 * the script it still shows every picture, table and text.
 */
import { formatBytes, formatCount } from '../base/byte-size.ts';
import { htmlPage } from '../picture/html-page.ts';
import { inPaletteOrder, loadTheme, lookOf, type Theme } from '../picture/theme.ts';
import { escapeXml } from '../picture/xml.ts';
import { shellLine } from '../results/argv.ts';
import type { RunRow } from '../results/rows.ts';
import { tablesOf } from './chart.ts';
import { chartTables } from './chart-tables.ts';
import { type Facts, strategiesOf, workloadsOf } from './facts.ts';
import { forPage } from './page-budget.ts';
import { pageScripts, pageStyle } from './page-client.ts';
import { type PackedTable, packTable, patchesOf, withColumns } from './page-data.ts';
import { type PageChart, profilesOf, renderFigure } from './page-figure.ts';
import { methodSection } from './page-method.ts';
import { renderTable, type TableColumn } from './page-table.ts';
import { type StrategySummary, summarise, verdict } from './summary.ts';

/** A chart that could not be drawn from this run folder. */
export interface LeftOut {
  readonly name: string;
  /** A sentence: what is missing, and what would give it. */
  readonly reason: string;
}

/** The whole document. Charts come in groups, in the order given within each; any number of them. */
export async function renderPage(
  facts: Facts,
  charts: readonly PageChart[],
  leftOut: readonly LeftOut[] = [],
): Promise<string> {
  const drawn = forPage(facts);
  const light = await loadTheme('slide');
  const dark = await loadTheme('dark');
  const strategies = inPaletteOrder(light, strategiesOf(facts));
  const figures = new Map<string, string>();
  const chartData: Record<string, unknown> = {};
  for (const entry of charts) {
    const { markup, data } = await renderFigure(drawn, entry);
    figures.set(entry.chart.name, markup);
    chartData[entry.chart.name] = data;
  }
  const wholes = workloadsOf(facts).map((workload) => {
    const runs = facts.runs.filter((run) => run.workload === workload);
    return [workload, Math.max(1, ...runs.map((run) => run.alloc_b))];
  });
  const groups = grouped(charts);
  const swatch = swatches(light, strategies);
  const recoloured = recolouring(light, dark);
  const { manifest } = facts;
  return htmlPage({
    title: `heaplab: ${manifest.argv.length > 0 ? shellLine(manifest.argv) : 'report'}`,
    style: `${await pageStyle()}${recoloured.style}${strategies.map((_name, index) => `.s${index} { color: var(--s${index}) }`).join('\n')}\n`,
    tokens: {
      light: { ...strategyColours(light, strategies), ...recoloured.light },
      dark: { ...strategyColours(dark, strategies), ...recoloured.dark },
    },
    scripts: await pageScripts(),
    data: {
      data: {
        charts: chartData,
        strategies,
        wholes: Object.fromEntries(wholes),
        tables: pageTables(drawn, charts),
      },
    },
    body: `<a class="skip" href="#summary">Skip to the summary</a>
<header>
<h1>${escapeXml(headline(facts))}</h1>
<p class="verdict">${escapeXml(verdict(facts))}</p>
<p class="command"><code>heaplab ${escapeXml(shellLine(manifest.argv))}</code></p>
${manifest.status === 'interrupted' ? '<p class="warning">This run was interrupted: only the cells that had ended are here.</p>' : ''}
${contents(groups, leftOut)}
</header>
${controls(facts, strategies, swatch)}
<main>
${summarySection(facts, swatch)}
${groups
  .map(
    ({
      id,
      title,
      names,
    }) => `<section class="group" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${names.map((name) => figures.get(name)).join('\n')}
</section>`,
  )
  .join('\n')}
${leftOutSection(leftOut)}
${runsSection(facts, swatch)}
${methodSection(facts, charts)}
</main>
<div class="unseen" id="status" role="status"></div>`,
  });
}

/** What the script itself reads, to know of which program a row is and when it was. */
const ownColumns = ['run_id', 'workload', 'a', 'a_start'];

/** The tables that charts read, without columns that none of them names. Charts of users may put a name together, so theirs are whole. */
function pageTables(facts: Facts, charts: readonly PageChart[]): Record<string, PackedTable> {
  const named = new Set([...ownColumns, ...charts.flatMap(({ chart }) => JSON.stringify(chart.spec).match(/\w+/g) ?? [])]);
  const ours = charts.filter(({ chart }) => chart.file === undefined).flatMap(({ chart }) => tablesOf(chart.spec));
  const theirs = charts.filter(({ chart }) => chart.file !== undefined).flatMap(({ chart }) => tablesOf(chart.spec));
  return Object.fromEntries(
    Object.entries(chartTables(facts))
      .filter(([name]) => name === 'runs.csv' || ours.includes(name) || theirs.includes(name))
      .map(([name, table]) => [name, packTable(theirs.includes(name) ? table : withColumns(table, named))]),
  );
}

interface Group {
  readonly id: string;
  readonly title: string;
  readonly names: readonly string[];
}

/** By the most special table that a chart reads, so that a new chart finds its place by itself. */
const groupsByTable: readonly (readonly [id: string, title: string, tables: readonly string[]])[] = [
  ['group-own', 'Your charts', []],
  ['group-fuzz', 'Fuzzing', ['fuzz.csv']],
  ['group-lives', 'Lives of objects', ['lifetimes.csv', 'survival.csv', 'delays.csv', 'leaks.csv']],
  ['group-pauses', 'Pauses', ['pauses.csv', 'utilization.csv', 'collections.csv']],
  ['group-memory', 'Memory over time', ['samples.csv', 'occupancy.csv', 'marks.csv']],
  ['group-cost', 'Cost and memory', []],
];
const readingOrder = ['group-cost', 'group-memory', 'group-pauses', 'group-lives', 'group-fuzz', 'group-own'];

function grouped(charts: readonly PageChart[]): Group[] {
  const groupOf = ({ chart }: PageChart): string => {
    if (chart.file !== undefined) return 'group-own';
    const read = tablesOf(chart.spec);
    return groupsByTable.find(([, , tables]) => tables.some((table) => read.includes(table)))?.[0] ?? 'group-cost';
  };
  return readingOrder.flatMap((id) => {
    const names = charts.filter((entry) => groupOf(entry) === id).map(({ chart }) => chart.name);
    const title = groupsByTable.find(([other]) => other === id)![1];
    return names.length === 0 ? [] : [{ id, title, names }];
  });
}

function contents(groups: readonly Group[], leftOut: readonly LeftOut[]): string {
  const link = (id: string, text: string): string => `<a href="#${escapeXml(id)}">${escapeXml(text)}</a>`;
  const charts = groups.map(
    ({ id, title, names }) =>
      `<li>${link(id, title)}<ul>${names.map((name) => `<li>${link(name, name.replaceAll('-', ' '))}</li>`).join('')}</ul></li>`,
  );
  const missing = leftOut.length === 0 ? '' : `<li>${link('left-out', `Not drawn (${leftOut.length})`)}</li>`;
  return `<nav aria-label="Contents"><ul><li>${link('summary', 'Summary')}</li>${charts.join('')}${missing}<li>${link('runs', 'All runs')}</li><li>${link('method', 'How the numbers are made')}</li></ul></nav>`;
}

function controls(facts: Facts, strategies: readonly string[], swatch: (strategy: string) => string): string {
  const workloads = workloadsOf(facts);
  const chips = strategies.map(
    (name) =>
      `<button type="button" class="chip" aria-pressed="false" data-strategy="${escapeXml(name)}">${swatch(name)}${escapeXml(name)}</button>`,
  );
  const program =
    workloads.length < 2
      ? ''
      : `<select id="workload" aria-label="Program of all charts"><option value="">most telling program</option>${workloads.map((name) => `<option>${escapeXml(name)}</option>`).join('')}</select>`;
  return `<div class="controls scripted" role="region" aria-label="Controls of all charts" hidden>
<div class="chips" role="group" aria-label="Highlight a strategy">${chips.join('')}<button type="button" id="clear" disabled>clear</button></div>
<div class="choices">${program}<select id="scheme" aria-label="Colours"><option value="system">system colours</option><option>light</option><option>dark</option></select></div>
</div>`;
}

function headline(facts: Facts): string {
  const strategies = strategiesOf(facts).length;
  const workloads = workloadsOf(facts);
  const programs = workloads.length === 1 ? workloads[0]! : `${workloads.length} programs`;
  return `${programs} under ${strategies} memory ${strategies === 1 ? 'strategy' : 'strategies'}`;
}

function summarySection(facts: Facts, swatch: (strategy: string) => string): string {
  const ratio = (value: number | null): string => (value === null ? '–' : `${value.toFixed(2)} ×`);
  const lines = summarise(facts).sort((a, b) => (a.costRatio ?? Infinity) - (b.costRatio ?? Infinity));
  const spread = lines.some((line) => line.costInterval !== null);
  const columns: TableColumn<StrategySummary>[] = [
    { head: 'strategy', text: (line) => line.strategy },
    { head: 'cost, ×\u00a0best', text: (line) => ratio(line.costRatio), value: (line) => line.costRatio, how: 'times-best' },
    ...(spread
      ? [
          {
            head: '95 % interval',
            text: ({ costInterval }: StrategySummary) =>
              costInterval === null ? '–' : `${costInterval.low.toFixed(2)} – ${costInterval.high.toFixed(2)}`,
            value: (line: StrategySummary) => line.costInterval?.low ?? null,
            how: 'interval',
          },
        ]
      : []),
    {
      head: 'memory, ×\u00a0best',
      text: (line) => ratio(line.memoryRatio),
      value: (line) => line.memoryRatio,
      how: 'times-best',
    },
    {
      head: 'cost, ×\u00a0bare program',
      text: (line) => ratio(line.overhead),
      value: (line) => line.overhead,
      how: 'overhead',
    },
    {
      head: 'in pauses',
      text: (line) => (line.pauseShare === null ? '–' : `${(100 * line.pauseShare).toFixed(1)} %`),
      value: (line) => line.pauseShare,
      how: 'gc-share',
    },
    {
      head: 'longest pause, cycles',
      text: (line) => (line.longestPause === null ? 'none' : formatCount(line.longestPause)),
      value: (line) => line.longestPause ?? 0,
      how: 'pause',
    },
    {
      head: 'garbage at the end',
      text: (line) => (line.garbageAtEnd === null ? '–' : line.garbageAtEnd === 0 ? 'none' : formatBytes(line.garbageAtEnd)),
      value: (line) => line.garbageAtEnd,
      how: 'garbage',
    },
    {
      head: 'finished',
      text: (line) => `${line.finished} of ${line.runs}`,
      value: (line) => line.finished / line.runs,
      how: 'finished',
    },
  ];
  const { compared, dropped } = facts.comparable;
  const programs = `${compared.length} program${compared.length === 1 ? '' : 's'}`;
  const left = dropped.length === 0 ? '' : ` Without ${dropped.map(({ program }) => program).join(', ')}: not finished by all.`;
  const caption = `Geometric means over ${programs}; lower is better.${left} Cycles of profile ${profilesOf(facts)}.`;
  return `<section id="summary" aria-labelledby="summary-title"><h2 id="summary-title">Summary</h2>
${renderTable({ caption, label: 'summary', columns, rows: lines, sorted: 'cost, ×\u00a0best', strategyColumn: 'strategy', strategyOf: (line) => line.strategy, swatch })}
</section>`;
}

function leftOutSection(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return '';
  const entries = leftOut.map(
    ({ name, reason }) => `<dt>${escapeXml(name.replaceAll('-', ' '))}</dt><dd>${escapeXml(reason)}</dd>`,
  );
  return `<section id="left-out" aria-labelledby="left-out-title"><h2 id="left-out-title">Not drawn</h2>
<p class="text">This run folder does not hold what these charts show.</p>
<dl>${entries.join('\n')}</dl></section>`;
}

function runsSection(facts: Facts, swatch: (strategy: string) => string): string {
  const size = (head: string, value: (run: RunRow) => number | null, how?: string): TableColumn<RunRow> => ({
    head,
    text: (run) => (value(run) === null ? '–' : formatBytes(value(run)!)),
    value,
    ...(how === undefined ? {} : { how }),
  });
  const count = (head: string, value: (run: RunRow) => number, how: string): TableColumn<RunRow> => ({
    head,
    text: (run) => formatCount(value(run)),
    value,
    how,
  });
  const columns: TableColumn<RunRow>[] = [
    { head: 'program', text: (run) => run.workload },
    { head: 'strategy', text: (run) => run.strategy },
    { head: 'allocator', text: (run) => run.allocator },
    { head: 'seed', text: (run) => String(run.seed), value: (run) => run.seed, how: 'seeds' },
    { head: 'status', text: (run) => run.status, how: 'finished' },
    size('heap limit', (run) => run.heap_limit_b, 'heap'),
    size('allocated', (run) => run.alloc_b, 'allocated'),
    size('peak live', (run) => run.peak_live_b),
    size('peak footprint', (run) => run.peak_footprint_b, 'footprint'),
    count('cycles', (run) => run.cycles_total, 'cycles'),
    count('in pauses', (run) => run.cycles_gc, 'gc-share'),
  ];
  return `<section id="runs" aria-labelledby="runs-title"><h2 id="runs-title">All runs</h2>
<details><summary>${facts.runs.length} runs</summary>
${renderTable({ caption: 'Totals of every run, from runs.csv', label: 'all runs', columns, rows: facts.runs, strategyColumn: 'strategy', strategyOf: (run) => run.strategy, swatch })}
</details></section>`;
}

function strategyColours(theme: Theme, strategies: readonly string[]): Record<string, string> {
  return Object.fromEntries(strategies.map((name, index) => [`s${index}`, lookOf(theme, name, strategies).color]));
}

/** Outlines in a box of 14 units, as Vega draws the shapes of the same names. */
const outlines: Readonly<Record<string, string>> = {
  circle: 'M7 1.5a5.5 5.5 0 1 1-.01 0z',
  square: 'M2 2h10v10H2z',
  diamond: 'M7 .5 12.5 7 7 13.5 1.5 7z',
  'triangle-up': 'M7 1.5 13 12.5H1z',
  'triangle-down': 'M7 12.5 13 1.5H1z',
  cross: 'M5 1h4v4h4v4H9v4H5V9H1V5h4z',
};

/** Colour and shape of a strategy, as in the charts. */
function swatches(theme: Theme, strategies: readonly string[]): (strategy: string) => string {
  return (strategy) => {
    const path = outlines[lookOf(theme, strategy, strategies).shape] ?? outlines['circle']!;
    const place = strategies.indexOf(strategy);
    return `<svg class="swatch s${place}" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true"><path fill="currentColor" d="${path}"/></svg>`;
  };
}

/** Style by which pictures that the script has not drawn yet are dark too: each colour of the light theme becomes its counterpart. */
function recolouring(
  light: Theme,
  dark: Theme,
): { style: string; light: Record<string, string>; dark: Record<string, string> } {
  const pairs = new Map<string, string>();
  const sources = [
    [light.canvas, dark.canvas],
    [light.config, dark.config],
    [light.paint, dark.paint],
  ] as const;
  for (const [from, to] of sources) {
    for (const [path, value] of patchesOf(from, to)) {
      const own = path.reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], from);
      if (typeof own !== 'string' || typeof value !== 'string' || !own.startsWith('#') || !value.startsWith('#')) continue;
      if (!pairs.has(own)) pairs.set(own, value);
    }
  }
  const token = (colour: string): string => `c${colour.slice(1).toLowerCase()}`;
  const rules = [...pairs.keys()].flatMap((colour) =>
    ['fill', 'stroke'].map((what) => `.chart:not(.live) [${what}="${colour}" i] { ${what}: var(--${token(colour)}) }`),
  );
  return {
    style: `${rules.join('\n')}\n`,
    light: Object.fromEntries([...pairs.keys()].map((colour) => [token(colour), colour])),
    dark: Object.fromEntries([...pairs].map(([colour, other]) => [token(colour), other])),
  };
}
