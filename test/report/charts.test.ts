import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import * as vega from 'vega';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawingBox } from '../../src/picture/frame.ts';
import { loadTheme, themeNames } from '../../src/picture/theme.ts';
import { bindChart, chartNames, inlineTables, linkTables, loadChart } from '../../src/report/chart.ts';
import { chartTables } from '../../src/report/chart-tables.ts';
import { compileChart, drawToFit } from '../../src/report/drawing.ts';
import { type Facts, readFacts } from '../../src/report/facts.ts';
import { findings, gapOf, tellingWorkload } from '../../src/report/findings.ts';
import { geometricMeans, leadersOf, meanOverheads } from '../../src/report/leaders.ts';
import { presentIn } from '../../src/report/present.ts';
import { renderReport } from '../../src/report/report.ts';
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
let dropped: Facts;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'heaplab-charts-'));
  await writeSyntheticRun(join(root, 'run'), {
    samples: 60,
    seeds: [1, 2],
    oom: ['cycles/refcount'],
    followed: true,
    factors: [1, 4],
  });
  // A program that one strategy cannot finish however much memory it has.
  await writeSyntheticRun(join(root, 'dropped'), { samples: 60, seeds: [1, 2], oom: ['cycles/refcount', 'lru_cache/no-gc'] });
  facts = await readFacts(join(root, 'run'));
  dropped = await readFacts(join(root, 'dropped'));
}, 60_000);
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

test('the charts and the three themes are there, in the order of a report', () => {
  expect(names).toEqual([
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
  ]);
  expect(themes).toEqual(['dark', 'paper', 'slide']);
});

test.each(names)('%s is valid Vega-Lite as it stands in reports/charts', async (name) => {
  const chart = await loadChart(name);
  expect(isVegaLite(chart.spec), JSON.stringify(isVegaLite.errors)).toBe(true);
  expect([...Object.keys(findings), 'fuzz-campaign']).toContain(chart.finding);
  compileChart(chart.spec);
});

async function bound(name: string, themeName: string, from: Facts = facts) {
  const chart = await loadChart(name);
  const theme = await loadTheme(themeName);
  const { byWorkload, make } = findings[chart.finding!]!;
  const one = byWorkload ? tellingWorkload(from, chart.finding) : undefined;
  const present = presentIn(from, theme, one);
  const finding = make(from, one ?? '', present.strategies);
  return { chart, one, finding, spec: bindChart(chart, finding, theme, present) };
}

const runCharts = names.filter((name) => name !== 'fuzz-campaign');

test.each(runCharts.flatMap((name) => themes.map((theme) => [name, theme] as const)))(
  '%s in theme %s, with its data inside or linked, is valid Vega-Lite and compiles without a warning',
  async (name, theme) => {
    const { one, spec, finding } = await bound(name, theme);
    const inlined = inlineTables(spec, chartTables(facts, one));
    for (const made of [inlined, linkTables(spec, '../')]) {
      expect(isVegaLite(made), JSON.stringify(isVegaLite.errors)).toBe(true);
      compileChart(made);
    }
    expect(JSON.stringify(inlined)).not.toContain('.csv');
    expect(JSON.stringify(linkTables(spec, '../'))).toContain('"../runs.csv"');
    for (const text of [finding.title, finding.subtitle, finding.description]) {
      expect(text).toMatch(/\w/);
      expect(text).not.toMatch(/NaN|undefined|Infinity|null/);
    }
  },
);

test.each([
  ['slide', 'inline'],
  ['paper', 'linked'],
] as const)(
  'what a report writes in theme %s, data %s, is valid Vega-Lite',
  async (theme, data) => {
    const { files } = await renderReport(join(root, 'run'), { formats: ['vl.json'], theme, data, force: true });
    expect(files).toHaveLength(runCharts.length);
    for (const file of files) {
      expect([file, isVegaLite(JSON.parse(readFileSync(file, 'utf8'))), isVegaLite.errors]).toEqual([file, true, null]);
    }
  },
  60_000,
);

test.each(runCharts)('%s fills the slide, title and axes included', async (name) => {
  const { one, spec } = await bound(name, 'slide');
  const box = drawingBox(await loadTheme('slide'));
  const { svg, width, height } = await drawToFit(spec, chartTables(facts, one), box);
  expect(width).toBeGreaterThan(box.width - 8);
  expect(width).toBeLessThanOrEqual(box.width + 1);
  expect(height).toBeGreaterThan(box.height - 8);
  expect(height).toBeLessThanOrEqual(box.height + 1);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  // Letters that a lecturer's last row can read.
  const sizes = [...svg.matchAll(/font-size="(\d+)/g)].map((match) => Number(match[1]));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(15);
});

type Rows = Record<string, unknown>[];

/** All rows of a compiled chart's data sources, after its own transforms; files are read from the run folder. */
async function allRows(spec: object): Promise<Rows> {
  const compiled = compileChart(spec as never);
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', loader: vega.loader({ mode: 'file' }) });
  await view.runAsync();
  const rows = (compiled.data ?? []).flatMap((source) => view.data(source.name) as Rows);
  view.finalize();
  return rows;
}

test('Vega-Lite ignores what a lookup says of types, so no chart says it', async () => {
  for (const name of names)
    expect([name, JSON.stringify((await loadChart(name)).spec)]).toEqual([
      name,
      expect.not.stringMatching(/"lookup":"run_id","from":\{"data":\{[^}]*\{[^}]*"parse"/),
    ]);
});

test.each(runCharts)('%s reads the same from the CSV files themselves', async (name) => {
  const { one, spec } = await bound(name, 'slide');
  const marks = async (made: object): Promise<string[]> => {
    const compiled = compileChart(made as never);
    const view = new vega.View(vega.parse(compiled), { renderer: 'none', loader: vega.loader({ mode: 'file' }) });
    const svg = await view.runAsync().then(() => view.toSVG());
    view.finalize();
    return [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map((match) => match[1]!);
  };
  const linked = await marks(linkTables(spec, `${join(root, 'run')}/`));
  expect(linked.length).toBeGreaterThan(5);
  expect(linked).toEqual(await marks(inlineTables(spec, chartTables(facts, one))));
});

/** The rows that a chart's marks draw. */
async function rowsOf(name: string, wanted: (row: Record<string, unknown>) => boolean, from = facts): Promise<Rows> {
  const { one, spec } = await bound(name, 'slide', from);
  return (await allRows(inlineTables(spec, chartTables(from, one)))).filter(wanted);
}

test('the ranking chart computes the same means as its title', async () => {
  for (const [metric, panel] of [
    ['cycles_total', 'total cost (cycles)'],
    ['peak_footprint_b', 'peak footprint (bytes)'],
  ] as const) {
    for (const [from, strategies] of [
      [facts, 6],
      [dropped, 5],
    ] as const) {
      const drawn = await rowsOf('ranking', (row) => row['is_mean'] === 1 && row['panel'] === panel, from);
      const means = geometricMeans(from, metric);
      expect(means.size).toBe(strategies);
      for (const row of drawn) expect(row['ratio']).toBeCloseTo(means.get(String(row['strategy']))!, 9);
      expect(new Set(drawn.map((row) => row['strategy']))).toEqual(new Set(means.keys()));
    }
  }
});

test('the cost breakdown computes the same totals as its title, without the workload that one could not finish', async () => {
  const drawn = await rowsOf('cost-breakdown', (row) => typeof row['total'] === 'number', dropped);
  const overheads = meanOverheads(dropped);
  expect(overheads.size).toBe(5);
  expect(new Set(drawn.map((row) => row['strategy']))).toEqual(new Set(overheads.keys()));
  for (const row of drawn) expect(row['total']).toBeCloseTo(overheads.get(String(row['strategy']))!, 9);
  expect(findings['cost-breakdown']!.make(dropped, '', []).subtitle).toContain('mean of 2 workloads, without cycles');
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
  const { one } = await bound('pause-distribution', 'slide');
  const run = facts.shown.find((shown) => shown.workload === one && shown.strategy === 'refcount')!;
  const pauses = facts.pauses.get(run.run_id)!;
  const total = pauses.reduce((sum, pause) => sum + pause.weight, 0);
  const longest = drawn.reduce((a, b) => (Number(a['cycles']) > Number(b['cycles']) ? a : b));
  expect(longest['cycles']).toBe(pauses.at(-1)!.cycles);
  expect(longest['share']).toBeCloseTo(pauses.at(-1)!.weight / total, 12);
  expect(Math.max(...drawn.map((row) => Number(row['share'])))).toBeCloseTo(1, 12);
});

test('pareto has the means of the ranking, and fills the marks that nothing beats', async () => {
  const drawn = await rowsOf('pareto', (row) => typeof row['memory'] === 'number');
  const [cost, memory] = [geometricMeans(facts, 'cycles_total'), geometricMeans(facts, 'peak_footprint_b')];
  expect(new Set(drawn.map((row) => row['strategy']))).toEqual(new Set(cost.keys()));
  for (const row of drawn) {
    const strategy = String(row['strategy']);
    expect(row['cost']).toBeCloseTo(cost.get(strategy)!, 9);
    expect(row['memory']).toBeCloseTo(memory.get(strategy)!, 9);
    const rivals = [...cost.keys()].filter((other) => other !== 'no-gc' && other !== strategy);
    const beaten = rivals.some(
      (other) => cost.get(other)! <= cost.get(strategy)! && memory.get(other)! <= memory.get(strategy)!,
    );
    if (strategy !== 'no-gc') expect(row['chosen']).toBe(!beaten);
  }
});

test('the tornado begins at the ratio of the two cheapest, and each bar is the whole sum anew with one cost changed', async () => {
  const drawn = await rowsOf('sensitivity', (row) => typeof row['doubled'] === 'number');
  const [first, second] = leadersOf(facts)!.cheapest as [string, string];
  const means = geometricMeans(facts, 'cycles_total');
  for (const row of drawn) expect(row['base']).toBeCloseTo(means.get(first)! / means.get(second)!, 9);
  const event = String(drawn[0]!['event']);
  const logs = facts.comparable.compared.map((workload) => {
    const runs = facts.runs.filter((run) => run.workload === workload);
    const totals = [...new Set(runs.map((run) => run.seed))].map((seed) => {
      const total = (strategy: string): number => {
        const run = runs.find((one) => one.seed === seed && one.strategy === strategy)!;
        const own = facts.costs.filter((row) => row.run_id === run.run_id && row.event === event);
        return run.cycles_total + own.reduce((sum, { cycles }) => sum + cycles, 0);
      };
      return Math.log(total(first) / total(second));
    });
    return totals.reduce((sum, log) => sum + log, 0) / totals.length;
  });
  expect(drawn[0]!['doubled']).toBeCloseTo(Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length), 9);
});

test('the heat map and the time-space chart have the overheads of overheads.csv', async () => {
  const lbo = (workload: string, strategy: string, factor: number): number => {
    const own = facts.sweep.filter(
      (run) => run.workload === workload && run.strategy === strategy && run.heap_factor === factor,
    );
    const rows = facts.overheads.filter((row) => own.some((run) => run.run_id === row.run_id));
    return rows.reduce((sum, row) => sum + row.lbo, 0) / rows.length;
  };
  const heat = await rowsOf('overhead-map', (row) => typeof row['value'] === 'number');
  // Both layers have the rows.
  expect(heat.length).toBe(2 * (2 * 3 * 6 - 1));
  for (const row of heat)
    expect(row['value']).toBeCloseTo(lbo(String(row['workload']), String(row['strategy']), Number(row['factor'])), 5);
  const failed = await rowsOf('overhead-map', (row) => row['ok'] === 0 && row['row'] !== undefined);
  expect(new Set(failed.map((row) => row['row']))).toEqual(new Set(['cycles 1×']));
  const lines = await rowsOf('time-space', (row) => row['panel'] === 'gcbench' && typeof row['overhead'] === 'number');
  for (const row of lines)
    expect(row['overhead']).toBeCloseTo(lbo('gcbench', String(row['strategy']), Number(row['heap_factor'])), 5);
  const crosses = await rowsOf(
    'time-space',
    (row) => row['too_small'] !== undefined && row['heap_factor'] === row['too_small'],
  );
  expect(new Set(crosses.map((row) => `${row['workload']} ${row['strategy']} ${row['heap_factor']}`))).toEqual(
    new Set(['cycles refcount 1']),
  );
});

test('what is freed at once, and at all, is that of delays.csv', async () => {
  const { one } = await bound('reclaim-delay', 'slide');
  const drawn = await rowsOf('reclaim-delay', (row) => typeof row['share'] === 'number');
  const run = facts.shown.find((shown) => shown.workload === one && shown.strategy === 'refcount')!;
  const rows = facts.delays.filter((row) => row.run_id === run.run_id && row.what !== 'drag');
  const all = rows.reduce((sum, row) => sum + row.bytes, 0);
  const own = drawn.filter((row) => row['strategy'] === 'refcount');
  expect(Math.max(...own.map((row) => Number(row['share'])))).toBeCloseTo(90_000 / all, 12);
  expect(findings['reclaim-delay']!.make(facts, one!, []).description).toMatch(
    /refcount: 88 % at once, half at once, 12 % never/,
  );
});

test('a film of the heap is drawn as it was cut: bins that were joined look the same', async () => {
  const { one } = await bound('heap-map', 'slide');
  const drawn = await rowsOf('heap-map', (row) => typeof row['look'] === 'string');
  const looks = new Set(drawn.map((row) => row['look']));
  expect(looks.size).toBeGreaterThan(1);
  const { canvas: _canvas, paint } = await loadTheme('slide');
  for (const look of looks) expect(Object.keys(paint.look)).toContain(look);
  // The panels make their own copies; the source is there once.
  const ids = facts.shown.filter((run) => run.workload === one).map((run) => run.run_id);
  const bytes = facts.occupancy.filter((row) => ids.includes(row.run_id)).reduce((sum, row) => sum + row.mapped_b, 0);
  const source = drawn.filter((row, index) => drawn.indexOf(row) === index && ids.includes(String(row['run_id'])));
  const seen = new Map(source.map((row) => [`${row['run_id']} ${row['a']} ${row['place_b']}`, Number(row['mapped_b'])]));
  expect([...seen.values()].reduce((sum, mapped) => sum + mapped, 0)).toBe(bytes);
});

test('half of the bytes are dead where the survival curve crosses its middle', async () => {
  const drawn = await rowsOf('survival', (row) => typeof row['age_shown'] === 'number');
  expect(new Set(drawn.map((row) => row['workload']))).toEqual(new Set(['gcbench', 'cycles', 'lru_cache']));
  const halves = drawn.filter((row) => row['workload'] === 'gcbench' && typeof row['half'] === 'number');
  const median = Math.min(...halves.map((row) => Number(row['half'])));
  expect(findings['survival']!.make(facts, '', []).description).toContain(`gcbench: half are dead at an age of ${median} B`);
});

test('the shares of the lifetime map add up to one', async () => {
  const drawn = await rowsOf('lifetime-map', (row) => typeof row['life_from'] === 'number');
  const cells = new Map(drawn.map((row) => [`${row['log2_life']} ${row['log2_size']}`, Number(row['share'])]));
  expect(cells.size).toBe(80);
  expect([...cells.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
});

test('the utilization in the title is that of the curve', async () => {
  const { finding, one } = await bound('utilization', 'slide');
  const [, best, share] = /, (\S+) leaves the program (\d+) %/.exec(finding.title)!;
  const run = facts.shown.find((shown) => shown.workload === one && shown.strategy === best)!;
  const curve = facts.utilization.filter((row) => row.run_id === run.run_id);
  expect(curve.map((row) => Math.round(100 * row.bmu))).toContain(Number(share));
});

test('what the run folder lacks is said with the flag that gives it', () => {
  expect(gapOf(dropped, 'time-space')).toMatch(/--heap 1x,1\.5x,2x,4x/);
  for (const name of ['survival', 'lifetime-map', 'reclaim-delay']) expect(gapOf(dropped, name)).toMatch(/--oracle/);
  for (const name of runCharts) expect(gapOf(facts, name)).toBeNull();
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
  for (const name of runCharts) collect((await bound(name, 'slide')).spec);
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

test('figures on a heat map have a contrast of 4.5 to 1 with their cell', async () => {
  for (const name of themes) {
    const { paint } = await loadTheme(name);
    for (const { color, ink } of paint.heat) expect([name, color, contrast(color, ink) > 4.5]).toEqual([name, color, true]);
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
