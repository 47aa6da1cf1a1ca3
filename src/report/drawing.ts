/** Draws a bound chart: Vega-Lite to Vega, Vega to SVG, at the exact size of the theme's canvas, the same bytes every time. */
import * as vega from 'vega';
import { compile } from 'vega-lite';
import { assert } from '../base/assert.ts';
import { LabBug } from '../base/errors.ts';
import { textWidth } from '../picture/font.ts';
import type { Box } from '../picture/frame.ts';
import { asSpec, type JsonObject, panelCount } from './chart.ts';
import { type ChartTables, rowObjects } from './chart-tables.ts';
import { panelColumns } from './panels.ts';

export interface Drawing extends Box {
  /** One `<svg>` element. */
  readonly svg: string;
  /** The chart with the sizes that fill the box. */
  readonly spec: JsonObject;
}

/** What the typings of vega leave out. */
const untyped = vega as unknown as {
  readonly textMetrics: { width(item: TextItem, text: unknown): number };
  setRandom(source: unknown): void;
  randomLCG(seed: number): unknown;
};

/** Vega measures text with a canvas where there is one and guesses where there is none; here it uses the font of the charts. */
function measureWithFont(): void {
  untyped.textMetrics.width = (item, text) => {
    const line = text === null || text === undefined ? '' : String(text);
    const weight = item.fontWeight === 'bold' ? 700 : Number(item.fontWeight ?? 400);
    return line === '' ? 0 : textWidth(line, item.fontSize ?? 11, Number.isNaN(weight) ? 400 : weight);
  };
}

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

/** Vega-Lite to Vega. A warning of the compiler is our fault: a chart file or a theme says something it cannot mean. */
export function compileChart(spec: JsonObject): vega.Spec {
  const warn = (...parts: readonly unknown[]): never => {
    throw new LabBug(`Vega-Lite warns of a chart: ${parts.join(' ')}`);
  };
  const logger = { level: () => logger, error: warn, warn, info: () => logger, debug: () => logger };
  return compile(asSpec(spec), { logger: logger as never }).spec;
}

/**
 * The spec with rows in place of the `url`s that name tables. Loading would be the same picture at three times the cost: every table
 * that comes in sends all others through their transforms again.
 */
function withValues(spec: vega.Spec, tables: ChartTables): vega.Spec {
  // Vega copies rows column by column wherever one becomes several. A column that nothing in the chart names is no part of the picture.
  const text = JSON.stringify(spec);
  const data = (spec.data ?? []).map((source) => {
    if (!('url' in source)) return source;
    const { url, ...rest } = source;
    const table = tables[String(url)];
    assert(table, 'a chart asks for a file that is not a table of the run folder');
    return { ...rest, values: rowObjects(table, (column) => text.includes(column)), format: { ...rest.format, type: 'json' } };
  });
  return { ...spec, data: data as NonNullable<vega.Spec['data']> };
}

/** A file shows no tooltips, and making their texts takes as long as the marks do. */
function withoutTooltips(spec: vega.Spec): vega.Spec {
  return JSON.parse(JSON.stringify(spec), (key, value: unknown) => {
    if (key === 'encode') for (const set of Object.values(value as object)) delete (set as { tooltip?: unknown }).tooltip;
    return value;
  }) as vega.Spec;
}

/** A view whose plots can be resized without compiling and reading its data again. */
class Sketch {
  readonly #view: vega.View;
  /** Signal of each plot's width and height. */
  readonly #sizes: readonly (readonly [width: string, height: string])[];

  constructor(spec: JsonObject, tables: ChartTables, plots: number) {
    const compiled = withValues(withoutTooltips(compileChart(spec)), tables);
    const names = new Set((compiled.signals ?? []).map((signal) => signal.name));
    if (typeof compiled.width === 'number') names.add('width');
    if (typeof compiled.height === 'number') names.add('height');
    this.#sizes = Array.from({ length: plots }, (_, plot) => [
      sizeSignal(names, plot, 'width'),
      sizeSignal(names, plot, 'height'),
    ]);
    // The title is as wide as the box. While the plots are fitted, it must take its height and not its width.
    const title = compiled.title as Record<'text' | 'subtitle', unknown> | undefined;
    const signals = [...(compiled.signals ?? [])];
    if (title !== undefined) {
      for (const part of ['text', 'subtitle'] as const) {
        const text = title[part];
        if (typeof text !== 'string' && !Array.isArray(text)) continue;
        signals.push({ name: `fit_${part}`, value: Array.isArray(text) ? text.map(() => 'x') : 'x' });
        this.#titles.push([`fit_${part}`, text]);
        title[part] = { signal: `fit_${part}` };
      }
    }
    measureWithFont();
    untyped.setRandom(untyped.randomLCG(1));
    this.#view = new vega.View(vega.parse({ ...compiled, signals }), { renderer: 'none' });
    this.#view.logLevel(vega.Error);
  }

  readonly #titles: [signal: string, text: unknown][] = [];

  /** Lays out and tells the size of the whole. */
  async measure(): Promise<Box> {
    await this.#view.resize().runAsync();
    const { _viewWidth: width, _viewHeight: height } = this.#view as unknown as { _viewWidth: unknown; _viewHeight: unknown };
    if (typeof width !== 'number' || typeof height !== 'number') throw new LabBug('a view of Vega no longer tells its size');
    return { width, height };
  }

  resize(plot: number, { width, height }: Box): void {
    const [widthSignal, heightSignal] = this.#sizes[plot]!;
    this.#view.signal(widthSignal, width).signal(heightSignal, height);
  }

  /** Draws with the title; the view is of no use afterwards. */
  async finish(): Promise<{ svg: string } & Box> {
    for (const [signal, text] of this.#titles) this.#view.signal(signal, text);
    await this.#view.resize().runAsync();
    // State of the whole module: without it the second drawing of a process would differ from the first.
    vega.resetSVGDefIds();
    const svg = shortNumbers(await this.#view.toSVG());
    this.#view.finalize();
    const size = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg);
    if (size === null) throw new LabBug('Vega wrote an SVG without a size');
    return { svg, width: Number(size[1]), height: Number(size[2]) };
  }
}

/** What Vega-Lite calls the size of a plot: alone, repeated in a facet, or one of several in a row, which may share it. */
function sizeSignal(names: ReadonlySet<string>, plot: number, side: 'width' | 'height'): string {
  const name = [`concat_${plot}_${side}`, `child_${side}`, side].find((known) => names.has(known));
  if (name === undefined) throw new LabBug(`Vega-Lite gave plot ${plot} no signal for its ${side}`);
  return name;
}

/** Coordinates to a hundredth of a pixel: a third of the bytes of a dense chart, and nothing to see. */
function shortNumbers(svg: string): string {
  return svg.replace(/ (d|transform)="[^"]*"/g, (attribute) =>
    attribute.replace(/-?\d+\.\d{3,}(e-\d+)?/g, (number) => String(Number(Number(number).toFixed(2)))),
  );
}

/** Draws so that the whole, title and axes included, fills `box`: the plots take what their surroundings leave. */
export async function drawToFit(spec: JsonObject, tables: ChartTables, box: Box): Promise<Drawing> {
  const fitted = structuredClone(spec);
  const { plots, across, down } = plotsOf(fitted);
  for (const { node } of plots) {
    node['width'] = Number(node['width'] ?? 300);
    node['height'] = Number(node['height'] ?? 200);
  }
  const sketch = new Sketch(fitted, tables, plots.length);
  for (let round = 0; round < 4; round++) {
    const { width, height } = await sketch.measure();
    const wider = (box.width - width) / across;
    const higher = (box.height - height) / down;
    if (Math.abs(wider) < 1 && Math.abs(higher) < 1) break;
    plots.forEach(({ node, stretches }, plot) => {
      if (stretches) node['width'] = Math.max(80, Math.floor(Number(node['width']) + wider));
      node['height'] = Math.max(60, Math.floor(Number(node['height']) + higher));
      sketch.resize(plot, { width: Number(node['width']), height: Number(node['height']) });
    });
  }
  return { ...(await sketch.finish()), spec: fitted };
}

/** Gives the views of `to` the sizes that were found for `from`, the same chart in other colours. */
export function copySizes(from: JsonObject, to: JsonObject): JsonObject {
  const sized = structuredClone(to);
  const { plots } = plotsOf(sized);
  plotsOf(from).plots.forEach(({ node }, index) => {
    const other = plots[index]?.node;
    for (const key of ['width', 'height']) if (other !== undefined && node[key] !== undefined) other[key] = node[key];
  });
  return sized;
}

interface Plots {
  readonly plots: readonly { readonly node: JsonObject; readonly stretches: boolean }[];
  /** Plots side by side that share the width to gain. */
  readonly across: number;
  readonly down: number;
}

/** The views with a size of their own, and how many of them share each direction. In a row of views, the first one stretches. */
function plotsOf(spec: JsonObject): Plots {
  if (Array.isArray(spec['hconcat'])) {
    const nodes = spec['hconcat'] as JsonObject[];
    return { plots: nodes.map((node, index) => ({ node, stretches: index === 0 })), across: 1, down: 1 };
  }
  if (typeof spec['facet'] === 'object' && spec['facet'] !== null) {
    const node = spec['spec'] as JsonObject;
    const wrapped = typeof spec['columns'] === 'number';
    const panels = panelCount(spec);
    const across = wrapped ? panelColumns(panels) : panels;
    return { plots: [{ node, stretches: true }], across, down: wrapped ? Math.ceil(panels / across) : 1 };
  }
  return { plots: [{ node: spec, stretches: true }], across: 1, down: 1 };
}
