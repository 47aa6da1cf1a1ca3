import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import * as vega from 'vega';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadTheme, themeNames } from '../../src/picture/theme.ts';
import { bindChart, chartNames, inlineTables, loadChart } from '../../src/report/chart.ts';
import { chartTables } from '../../src/report/chart-tables.ts';
import { compileChart } from '../../src/report/drawing.ts';
import { type Facts, readFacts } from '../../src/report/facts.ts';
import { findings, geometricMeans, meanOverheads } from '../../src/report/findings.ts';
import { presentIn } from '../../src/report/present.ts';
import { writeSyntheticRun } from '../support/synthetic-run.ts';

const schema: object = JSON.parse(
  readFileSync(new URL('../../node_modules/vega-lite/build/vega-lite-schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv({ strict: false, allErrors: false });
ajv.addFormat('color-hex', /^#[0-9a-fA-F]{3,8}$/);
ajv.addFormat('uri', true);
ajv.addFormat('uri-reference', true);
const isVegaLite = ajv.compile(schema);

const names = await chartNames();
const themes = await themeNames();
let root: string;
let facts: Facts;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'heaplab-charts-'));
  await writeSyntheticRun(join(root, 'run'), { samples: 60, seeds: [1, 2], oom: ['cycles/refcount'] });
  facts = await readFacts(join(root, 'run'));
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

test('the four charts and the three themes are there', () => {
  expect(names).toEqual(['ranking', 'cost-breakdown', 'memory-timeline', 'pause-distribution']);
  expect(themes).toEqual(['dark', 'paper', 'slide']);
});

test.each(names)('%s is valid Vega-Lite as it stands in reports/charts', async (name) => {
  const chart = await loadChart(name);
  expect(isVegaLite(chart.spec), JSON.stringify(isVegaLite.errors)).toBe(true);
  expect(Object.keys(findings)).toContain(chart.finding);
});

async function bound(name: string, themeName: string, workload = 'gcbench') {
  const chart = await loadChart(name);
  const theme = await loadTheme(themeName);
  const one = findings[chart.finding!]!.byWorkload ? workload : undefined;
  const present = presentIn(facts, theme, one);
  return {
    chart,
    one,
    spec: bindChart(chart, findings[chart.finding!]!.make(facts, workload, present.strategies), theme, present),
  };
}

test.each(names.flatMap((name) => themes.map((theme) => [name, theme] as const)))(
  '%s in theme %s, data inside, is valid Vega-Lite and compiles without a warning',
  async (name, theme) => {
    const { one, spec } = await bound(name, theme);
    const inlined = inlineTables(spec, chartTables(facts, one));
    expect(isVegaLite(inlined), JSON.stringify(isVegaLite.errors)).toBe(true);
    expect(JSON.stringify(inlined)).not.toContain('.csv');
    compileChart(inlined);
  },
);

/** Runs a chart's own transforms on the data and gives back the rows that its marks draw. */
async function rowsOf(name: string, wanted: (row: Record<string, unknown>) => boolean): Promise<Record<string, unknown>[]> {
  const { one, spec } = await bound(name, 'slide');
  const compiled = compileChart(inlineTables(spec, chartTables(facts, one)));
  const view = await new vega.View(vega.parse(compiled), { renderer: 'none' }).runAsync();
  const rows = (compiled.data ?? []).flatMap((source) => view.data(source.name) as Record<string, unknown>[]);
  view.finalize();
  return rows.filter(wanted);
}

test('the ranking chart computes the same means as its title', async () => {
  for (const [metric, panel] of [
    ['cycles_total', 'total cost (cycles)'],
    ['peak_footprint_b', 'peak footprint (bytes)'],
  ] as const) {
    const drawn = await rowsOf('ranking', (row) => row['is_mean'] === 1 && row['panel'] === panel);
    const means = geometricMeans(facts, metric);
    expect(means.size).toBe(6);
    for (const row of drawn) expect(row['ratio']).toBeCloseTo(means.get(String(row['strategy']))!, 9);
    expect(new Set(drawn.map((row) => row['strategy']))).toEqual(new Set(means.keys()));
  }
});

test('the cost breakdown computes the same totals as its title, without the workload that one could not finish', async () => {
  const drawn = await rowsOf('cost-breakdown', (row) => typeof row['total'] === 'number');
  const overheads = meanOverheads(facts);
  expect(new Set(drawn.map((row) => row['strategy']))).toEqual(new Set(overheads.keys()));
  for (const row of drawn) expect(row['total']).toBeCloseTo(overheads.get(String(row['strategy']))!, 9);
  expect(findings['cost-breakdown']!.make(facts, '', []).subtitle).toContain('mean of 2 workloads, without cycles');
});

test('the timeline stacks to the footprint, and no band is negative', async () => {
  const bands = await rowsOf('memory-timeline', (row) => typeof row['band'] === 'string');
  const sums = new Map<string, number>();
  for (const row of bands) {
    expect(row['amount']).toBeGreaterThanOrEqual(0);
    const key = `${row['run_id']} ${row['a']}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(row['amount']));
  }
  // The bands are made inside each panel; Vega gives back those of the last.
  expect(sums.size).toBe(60);
  for (const row of bands) expect(sums.get(`${row['run_id']} ${row['a']}`)).toBeCloseTo(Number(row['footprint']), 6);
});

test('the pause curve of a strategy ends at its longest pause, with the share of one pause', async () => {
  const drawn = await rowsOf('pause-distribution', (row) => row['strategy'] === 'refcount' && typeof row['share'] === 'number');
  const run = facts.shown.find((one) => one.workload === 'gcbench' && one.strategy === 'refcount')!;
  const pauses = facts.pauses.get(run.run_id)!;
  const total = pauses.reduce((sum, pause) => sum + pause.weight, 0);
  const longest = drawn.reduce((a, b) => (Number(a['cycles']) > Number(b['cycles']) ? a : b));
  expect(longest['cycles']).toBe(pauses.at(-1)!.cycles);
  expect(longest['share']).toBeCloseTo(pauses.at(-1)!.weight / total, 12);
  expect(Math.max(...drawn.map((row) => Number(row['share'])))).toBeCloseTo(1, 12);
});

test('a strategy has one look in every chart, and one of its own', async () => {
  const theme = await loadTheme('slide');
  const looks = Object.values(theme.paint.strategy).map((look) => look.color);
  expect(new Set(looks).size).toBe(looks.length);
  expect(new Set(Object.values(theme.paint.strategy).map((look) => look.shape)).size).toBe(looks.length);
  const colors: unknown[] = [];
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { field, scale } = node as { field?: unknown; scale?: { domain?: string[]; range?: unknown[] } };
    if (field === 'strategy' && scale?.domain?.includes('mark-sweep')) {
      const value = scale.range![scale.domain.indexOf('mark-sweep')];
      if (typeof value === 'string' && value.startsWith('#')) colors.push(value);
    }
    for (const child of Object.values(node)) collect(child);
  };
  for (const name of names) collect((await bound(name, 'slide')).spec);
  expect(colors.length).toBeGreaterThan(3);
  expect(new Set(colors)).toEqual(new Set([theme.paint.strategy['mark-sweep']!.color]));
});

test('an unknown chart or theme is named, with the nearest one', async () => {
  await expect(loadChart('rankings')).rejects.toMatchObject({ hint: expect.stringContaining('did you mean ranking?') });
  await expect(loadTheme('papers')).rejects.toMatchObject({ hint: expect.stringContaining('did you mean paper?') });
});

test('text of every theme has a contrast of 4.5 to 1 with its background', async () => {
  for (const name of themes) {
    const { canvas } = await loadTheme(name);
    expect(contrast(canvas.ink, canvas.background)).toBeGreaterThan(7);
    expect(contrast(canvas.muted, canvas.background)).toBeGreaterThan(4.5);
  }
});

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
