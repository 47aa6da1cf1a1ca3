/** Makes the report of a run folder: charts as .vl.json, SVG and PNG, and one offline page, all in its folder `report`. */
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../base/errors.ts';
import { drawingBox, frame } from '../picture/frame.ts';
import { toPdf } from '../picture/pdf.ts';
import { toPng } from '../picture/png.ts';
import { inPaletteOrder, loadTheme, type Theme } from '../picture/theme.ts';
import { shellLine } from '../results/argv.ts';
import { makeDraft } from '../results/draft.ts';
import { systemError } from '../results/system-error.ts';
import { bindChart, type Chart, chartNames, inlineTables, loadChart, ownText, readChart, tablesOf } from './chart.ts';
import { type ChartTables, chartTables } from './chart-tables.ts';
import { drawToFit } from './drawing.ts';
import { type Facts, readFacts, shownOf, workloadsOf } from './facts.ts';
import { type Finding, findings, tellingWorkload } from './findings.ts';
import { renderPage } from './page.ts';
import type { PageChart } from './page-figure.ts';
import { presentIn } from './present.ts';

export const formats = ['vl.json', 'svg', 'png', 'html', 'pdf'] as const;
const usualFormats: readonly Format[] = ['vl.json', 'svg', 'png', 'html'];
export type Format = (typeof formats)[number];

export interface ReportOptions {
  /** Name of a theme for the pictures; the page has its own light and dark. Default `slide`. */
  readonly theme?: string;
  /** Names of charts; default all. */
  readonly only?: readonly string[];
  /** Paths of chart files that the user made; drawn after the others, and instead of one with the same name. */
  readonly charts?: readonly string[];
  /** Default all but PDF. */
  readonly formats?: readonly Format[];
  /** Workload of the charts that show one; by default each chart takes the one that shows most. */
  readonly workload?: string;
  /** Replace a report that is already there. */
  readonly force?: boolean;
}

export interface Report {
  /** `DIR/report`. */
  readonly directory: string;
  /** Paths of the files written, `directory` included, in the order they are to be read. */
  readonly files: readonly string[];
  readonly charts: readonly { readonly name: string; readonly title: string; readonly description: string }[];
}

/**
 * Draws the run folder `directory`. The same folder and options give the same bytes. Throws `UserError` for a damaged folder
 * (naming file and line), an unknown chart, theme or workload, and a report that is there already.
 */
export async function renderReport(directory: string, options: ReportOptions = {}): Promise<Report> {
  const theme = await loadTheme(options.theme ?? 'slide');
  const own = await Promise.all((options.charts ?? []).map(readChart));
  const ours = await Promise.all((options.only ?? (await chartNames())).map(loadChart));
  const charts = [...ours.filter((chart) => !own.some((other) => other.name === chart.name)), ...own];
  const wanted = new Set(options.formats ?? usualFormats);
  const target = join(directory, 'report');
  const facts = await readFacts(directory);
  if (facts.runs.length === 0) {
    throw new UserError(`${directory} has no finished run to draw`, {
      hint: 'run its command again and let at least one cell end',
    });
  }
  checkWorkload(facts, options.workload);
  if (options.force !== true) await refuseExisting(target);

  const files: [name: string, content: string | Uint8Array][] = [];
  const pageCharts: PageChart[] = [];
  const titles: { name: string; title: string; description: string }[] = [];
  for (const chart of charts) {
    const byWorkload = findings[chart.finding ?? '']?.byWorkload === true;
    const workload = options.workload ?? tellingWorkload(facts, chart.finding);
    const make = (one: string): Finding => makeFinding(facts, chart, one, theme);
    const finding = make(workload);
    titles.push({ name: chart.name, title: finding.title, description: finding.description });
    const scope = byWorkload ? workload : undefined;
    const tables = chartTables(facts, scope);
    const present = presentIn(facts, theme, scope);
    const spec = bindChart(chart, finding, theme, present);
    const drawing = await drawToFit(spec, tables, drawingBox(theme), present.strategies.length).catch((error: unknown) => {
      throw chartError(chart, tables, error);
    });
    const svg = frame(drawing.svg, theme, { ...finding, footer: footerOf(facts, chart) });
    if (wanted.has('svg')) files.push([`${chart.name}.svg`, svg]);
    if (wanted.has('png')) files.push([`${chart.name}.png`, toPng(svg, theme)]);
    if (wanted.has('pdf')) files.push([`${chart.name}.pdf`, await toPdf(svg)]);
    if (wanted.has('vl.json')) {
      files.push([`${chart.name}.vl.json`, `${JSON.stringify(inlineTables(drawing.spec, tables), null, 1)}\n`]);
    }
    if (wanted.has('html')) {
      const choices = byWorkload ? workloadsOf(facts) : [workload];
      pageCharts.push({ chart, shown: workload, findings: new Map(choices.map((one) => [one, make(one)])) });
    }
  }
  if (wanted.has('html')) files.unshift(['index.html', await renderPage(facts, pageCharts)]);
  await writeFolder(target, files);
  return { directory: target, files: files.map(([name]) => join(target, name)), charts: titles };
}

function checkWorkload(facts: Facts, wanted: string | undefined): void {
  const workloads = workloadsOf(facts);
  if (wanted === undefined || workloads.includes(wanted)) return;
  throw new UserError(`the run has no workload '${wanted}'`, { hint: `its workloads are ${workloads.join(', ')}` });
}

/** The finding of a chart for one workload; a chart without one keeps its own title. */
function makeFinding(facts: Facts, chart: Chart, workload: string, theme: Theme): Finding {
  const maker = findings[chart.finding ?? ''];
  const strategies = inPaletteOrder(
    theme,
    shownOf(facts, workload).map((run) => run.strategy),
  );
  if (maker !== undefined) return maker.make(facts, workload, strategies);
  return { ...ownText(chart), params: { workload, seed: shownOf(facts, workload)[0]?.seed ?? 0, strategies } };
}

/** What goes wrong in a chart of ours is ours; in the user's own chart it is a message about his file. */
function chartError(chart: Chart, tables: ChartTables, error: unknown): unknown {
  if (chart.file === undefined || !(error instanceof Error)) return error;
  const unknown = tablesOf(chart.spec).find((name) => tables[name] === undefined);
  if (unknown !== undefined) {
    return new UserError(`${chart.file} reads ${unknown}, which is not a table of charts`, {
      hint: `tables are ${Object.keys(tables).join(', ')}`,
    });
  }
  return new UserError(`cannot draw ${chart.file}: ${error.message}`, {
    hint: 'check it against the Vega-Lite 6 schema; the files in reports/charts are working examples',
  });
}

function footerOf(facts: Facts, chart: Chart): string {
  const { manifest } = facts;
  const command = `heaplab ${shellLine(manifest.argv)}`;
  const state = manifest.status === 'interrupted' ? ' · interrupted: only the cells that had ended' : '';
  const profiles = [...new Set(facts.runs.map((run) => `${run.cost_profile.split('@', 1)[0]}, ${run.calibration}`))];
  const costs = profiles.length === 1 ? ` · cycles of profile ${profiles[0]}` : '';
  return `${command} · heaplab report ${chart.file === undefined ? `--only ${chart.name}` : `--chart ${chart.name}.vl.json`} · heaplab ${manifest.versions['heaplab'] ?? ''}${costs}${state}`;
}

async function refuseExisting(target: string): Promise<void> {
  const there = await readdir(target).catch(() => null);
  if (there === null || there.length === 0) return;
  throw new UserError(`${target} is there already`, { hint: 'give --force to draw it again' });
}

/** Writes all files into a folder beside `target` and puts it in place: a report is whole or not there. */
async function writeFolder(
  target: string,
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
): Promise<void> {
  let draft: string | undefined;
  try {
    draft = await makeDraft(target);
    for (const [name, content] of files) await writeFile(join(draft, name), content);
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
  } catch (error) {
    if (draft !== undefined) await rm(draft, { recursive: true, force: true });
    throw systemError(error, 'write the report', target);
  }
}
