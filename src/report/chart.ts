/**
 * A chart is a Vega-Lite file that binds to the CSV files of a run folder by name. Binding it means: parameters from the data,
 * a title that states the finding, the theme's config, and the palette on every encoding of `strategy`, `band` or `scope`.
 */

import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { TopLevelSpec } from 'vega-lite';
import { assert } from '../base/assert.ts';
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import { packageFile } from '../base/package-files.ts';
import { balanceText, textWidth, wrapText } from '../picture/font.ts';
import { lookOf, type Theme } from '../picture/theme.ts';
import { systemError } from '../results/system-error.ts';
import { type ChartTable, type ChartTables, csvOf } from './chart-tables.ts';
import type { Finding } from './finding.ts';
import { panelColumns } from './panels.ts';

type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export interface Chart {
  readonly name: string;
  /** Key into `findings`; undefined for a chart that brings its own title. */
  readonly finding: string | undefined;
  /** Path of a chart that the user made; undefined for ours. */
  readonly file: string | undefined;
  readonly spec: JsonObject;
}

const folder = packageFile('reports/charts/');
const suffix = '.vl.json';
/** Reading order of a report; a chart that is not named here comes after, by name. */
const readingOrder = [
  'ranking',
  'pareto',
  'cost-breakdown',
  'overhead-map',
  'time-space',
  'sensitivity',
  'memory-timeline',
  'heap-map',
  'pause-distribution',
  'utilization',
  'collections',
  'survival',
  'lifetime-map',
  'reclaim-delay',
  'fuzz-campaign',
];

export async function chartNames(): Promise<string[]> {
  const files = await readdir(folder);
  const place = (name: string): number => (readingOrder.includes(name) ? readingOrder.indexOf(name) : readingOrder.length);
  return files
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

export async function loadChart(name: string): Promise<Chart> {
  const names = await chartNames();
  if (!names.includes(name)) {
    const nearest = nearestName(name, names);
    throw new UserError(`there is no chart '${name}'`, {
      hint: `${nearest === null ? '' : `did you mean ${nearest}? `}charts are ${names.join(', ')}`,
    });
  }
  const text = await readFile(new URL(`${name}${suffix}`, folder), 'utf8');
  return chartOf(name, undefined, JSON.parse(text) as JsonObject);
}

/** Reads a chart that the user made: a Vega-Lite file that binds to files of the run folder by name, as those in reports/charts do. */
export async function readChart(file: string): Promise<Chart> {
  let spec: unknown;
  try {
    spec = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UserError(`${file} is not JSON: ${error.message}`);
    throw systemError(error, 'read the chart', file);
  }
  const name = basename(file).replace(/(\.vl)?\.json$/, '');
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) {
    throw new UserError(`${file} is not a Vega-Lite chart`, { hint: 'start from a copy of a file in reports/charts' });
  }
  if (!/^\w[\w.-]*$/.test(name))
    throw new UserError(`'${name}' cannot name a chart`, { hint: 'use letters, digits, -, _ and .' });
  return chartOf(name, file, spec as JsonObject);
}

function chartOf(name: string, file: string | undefined, spec: JsonObject): Chart {
  const meta = objectAt(objectAt(spec, 'usermeta'), 'heaplab');
  return { name, file, finding: typeof meta['finding'] === 'string' ? meta['finding'] : undefined, spec };
}

/** Title and description as the chart file itself has them, for a chart that states no finding. */
export function ownText(chart: Chart): { title: string; subtitle: string; description: string } {
  const { title, description } = chart.spec;
  const own = typeof title === 'string' ? title : lines(objectAt(chart.spec, 'title')['text']);
  const said = typeof description === 'string' ? description : '';
  const head = own === '' ? chart.name : own;
  return { title: head, subtitle: lines(objectAt(chart.spec, 'title')['subtitle']), description: said === '' ? head : said };
}

function lines(text: Json | undefined): string {
  return Array.isArray(text) ? text.join(' ') : typeof text === 'string' ? text : '';
}

/** The values that colours stand for, as far as the data have them. */
export interface Present {
  /** In the order of legends and panels: see `inPaletteOrder`. */
  readonly strategies: readonly string[];
  readonly scopes: ReadonlySet<string>;
  /** In the order they were run. */
  readonly workloads: readonly string[];
}

/** The chart with its finding, theme and palette; data are still bound by name. `spec` of the chart is not touched. */
export function bindChart(chart: Chart, finding: Finding, theme: Theme, present: Present): JsonObject {
  const spec = structuredClone(chart.spec);
  spec['description'] = finding.description;
  spec['title'] = titleOf(finding, theme);
  for (const param of listAt(spec, 'params')) {
    const value = finding.params[String(param['name'])];
    if (value !== undefined) param['value'] = value as Json;
  }
  visit(spec, (node) => paint(node, theme, present));
  if (typeof spec['columns'] === 'number') {
    const panels = finding.panels ?? present.strategies.length;
    spec['columns'] = panelColumns(panels);
    const meta = objectAt(spec, 'usermeta');
    spec['usermeta'] = { ...meta, heaplab: { ...objectAt(meta, 'heaplab'), panels } };
  }
  spec['config'] = theme.config as JsonObject;
  return spec;
}

function titleOf(finding: Finding, theme: Theme): JsonObject {
  const { canvas, config } = theme;
  const style = config['title'] as { fontSize: number; fontWeight: number; subtitleFontSize: number };
  const room = canvas.width - 2 * canvas.margin;
  return {
    text: balanceText(finding.title, room, style.fontSize, style.fontWeight),
    subtitle: wrapParts(finding.subtitle, room, style.subtitleFontSize),
  };
}

/** Lines that end between the parts of a subtitle, or between words where one part is wider than a line. */
function wrapParts(text: string, widthPx: number, sizePx: number): string[] {
  const lines: string[] = [];
  for (const part of text.split(' · ')) {
    const longer = lines.length === 0 ? part : `${lines.at(-1)} · ${part}`;
    if (textWidth(longer, sizePx, 400) <= widthPx) lines.splice(Math.max(0, lines.length - 1), 1, longer);
    else lines.push(...wrapText(part, widthPx, sizePx, 400));
  }
  return lines;
}

/** Panels of a small multiple: as many as the data have where they wrap, else as many in a row as the chart file says. */
export function panelCount(spec: JsonObject): number {
  return Number(objectAt(objectAt(spec, 'usermeta'), 'heaplab')['panels'] ?? 1);
}

const channels = ['color', 'shape', 'strokeDash'] as const;

/** Gives the encodings of a view the colours, shapes and dashes that the theme has for the values they show. */
function paint(node: JsonObject, theme: Theme, { strategies, scopes, workloads }: Present): void {
  const encoding = objectAt(node, 'encoding');
  for (const channel of channels) {
    const definition = objectAt(encoding, channel);
    const field = definition['field'];
    if (field === 'workload') {
      const looks = Object.values(theme.paint.strategy);
      const range = workloads.map((_, index) => {
        const look = looks[index % looks.length]!;
        return channel === 'color'
          ? theme.paint.workload[index % theme.paint.workload.length]!
          : channel === 'shape'
            ? look.shape
            : [...look.dash];
      });
      definition['scale'] = { ...objectAt(definition, 'scale'), domain: [...workloads], range };
    } else if (field === 'heat' || field === 'heat_ink') {
      const range = theme.paint.heat.map((step) => (field === 'heat' ? step.color : step.ink));
      definition['scale'] = { ...objectAt(definition, 'scale'), domain: range.map((_, index) => index), range };
    } else if (field === 'strategy') {
      const looks = strategies.map((strategy) => lookOf(theme, strategy, strategies));
      const range = looks.map((look) => (channel === 'color' ? look.color : channel === 'shape' ? look.shape : [...look.dash]));
      definition['scale'] = { ...objectAt(definition, 'scale'), domain: [...strategies], range };
      const hasLegend = definition['legend'] !== null && definition['legend'] !== undefined;
      if (hasLegend && legendWidth(strategies, theme) > theme.canvas.width * 0.78) {
        definition['legend'] = { ...objectAt(definition, 'legend'), columns: Math.ceil(strategies.length / 2) };
      }
    } else if (isPainted(field) && channel === 'color') {
      const colors = Object.entries(theme.paint[field]).filter(([value]) => field !== 'scope' || scopes.has(value));
      definition['scale'] = {
        ...objectAt(definition, 'scale'),
        domain: colors.map(([value]) => value),
        range: colors.map(([, color]) => color),
      };
    }
  }
}

const painted = ['band', 'scope', 'look', 'outcome', 'change'] as const;

function isPainted(field: Json | undefined): field is (typeof painted)[number] {
  return painted.some((known) => known === field);
}

/** Width of a legend in one row, in pixels; symbols and gaps as wide as a generous label of two letters. */
function legendWidth(labels: readonly string[], theme: Theme): number {
  const { labelFontSize } = theme.config['legend'] as { labelFontSize: number };
  return labels.reduce((sum, label) => sum + textWidth(label, labelFontSize, 400) + 3 * labelFontSize, 0);
}

/** Calls `see` with every object of the spec, outermost first. */
function visit(node: Json, see: (node: JsonObject) => void): void {
  if (Array.isArray(node)) for (const item of node) visit(item, see);
  else if (typeof node === 'object' && node !== null) {
    see(node);
    for (const value of Object.values(node)) visit(value, see);
  }
}

/** Names of the CSV files the chart reads. */
export function tablesOf(spec: JsonObject): string[] {
  const names = new Set<string>();
  visit(spec, (node) => {
    const url = objectAt(node, 'data')['url'];
    if (typeof url === 'string') names.add(url);
  });
  return [...names].sort();
}

/** The spec with its tables inside, so that it opens anywhere: each `url` becomes a named dataset. */
export function inlineTables(spec: JsonObject, tables: ChartTables): JsonObject {
  const inlined = structuredClone(spec);
  visit(inlined, (node) => {
    const data = objectAt(node, 'data');
    const { url, ...rest } = data;
    if (typeof url === 'string') node['data'] = { name: url.replace(/\.csv$/, ''), ...rest };
  });
  inlined['datasets'] = Object.fromEntries(
    tablesOf(spec).map((name) => [name.replace(/\.csv$/, ''), csvOf(tableNamed(tables, name))]),
  );
  return inlined;
}

/** The spec with `prefix` before the names of its tables: it reads the files of the run folder themselves. */
export function linkTables(spec: JsonObject, prefix: string): JsonObject {
  const linked = structuredClone(spec);
  visit(linked, (node) => {
    const data = objectAt(node, 'data');
    if (typeof data['url'] === 'string') data['url'] = `${prefix}${data['url']}`;
  });
  return linked;
}

/** Throws for a chart file that asks for something else than the files of a run folder. */
function tableNamed(tables: ChartTables, name: string): ChartTable {
  const table = tables[name];
  assert(table, 'a chart asks for a file that is not a table of the run folder');
  return table;
}

/** For Vega-Lite's compiler, which checks what it is given itself. */
export function asSpec(spec: JsonObject): TopLevelSpec {
  return spec as unknown as TopLevelSpec;
}

function objectAt(node: JsonObject, key: string): JsonObject {
  const value = node[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function listAt(node: JsonObject, key: string): JsonObject[] {
  const value = node[key];
  return Array.isArray(value) ? (value as JsonObject[]) : [];
}
