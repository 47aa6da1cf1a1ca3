import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { chartNames } from '../../src/report/chart.ts';
import { renderReport } from '../../src/report/report.ts';
import { createRunFolder } from '../../src/results/run-folder.ts';
import { syntheticCell, writeSyntheticRun } from '../support/synthetic-run.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'heaplab-report-'));
  await writeSyntheticRun(join(root, 'run'), { samples: 60, workloads: ['gcbench', 'lru_cache'] });
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function bytesOf(directory: string): Promise<Record<string, string>> {
  const names = (await readdir(directory)).sort();
  const hash = async (name: string): Promise<string> =>
    createHash('sha256')
      .update(await readFile(join(directory, name)))
      .digest('hex');
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await hash(name)])));
}

test('a report has every chart in every format, and the same folder gives the same bytes', async () => {
  const directory = join(root, 'run');
  const report = await renderReport(directory);
  const first = await bytesOf(join(directory, 'report'));
  const charts = report.charts.map(({ name }) => name);
  expect([...charts, ...report.omitted.map(({ name }) => name)].sort()).toEqual([...(await chartNames())].sort());
  expect(report.omitted.map(({ name }) => name)).toEqual([
    'time-space',
    'survival',
    'lifetime-map',
    'reclaim-delay',
    'fuzz-campaign',
  ]);
  expect(Object.keys(first)).toEqual(
    [...charts.flatMap((name) => [`${name}.png`, `${name}.svg`, `${name}.vl.json`]), 'index.html'].sort(),
  );
  expect(report.files).toHaveLength(3 * charts.length + 1);
  await renderReport(directory, { force: true });
  expect(await bytesOf(join(directory, 'report'))).toEqual(first);
}, 60_000);

test('a chart drawn alone, of the files it needs only, is the chart of the whole report', async () => {
  const directory = join(root, 'alone');
  await writeSyntheticRun(directory, { samples: 40, workloads: ['v', 'w'], followed: true });
  const whole = await renderReport(directory, { formats: ['svg', 'vl.json'] });
  const expected = await bytesOf(join(directory, 'report'));
  expect(whole.charts.length).toBeGreaterThan(11);
  for (const { name } of whole.charts) {
    await renderReport(directory, { formats: ['svg', 'vl.json'], only: [name], force: true });
    const { [`${name}.svg`]: svg, [`${name}.vl.json`]: spec } = expected;
    expect(await bytesOf(join(directory, 'report'))).toEqual({ [`${name}.svg`]: svg, [`${name}.vl.json`]: spec });
  }
}, 60_000);

test('PDF comes when it is asked for, and is the same bytes too', async () => {
  const directory = join(root, 'pdf');
  await writeSyntheticRun(directory, { samples: 20, workloads: ['w'], strategies: ['refcount', 'mark-sweep'] });
  const options = { formats: ['pdf'], only: ['ranking', 'heap-map'], theme: 'paper', force: true } as const;
  const { files } = await renderReport(directory, options);
  expect(files).toEqual([join(directory, 'report/ranking.pdf'), join(directory, 'report/heap-map.pdf')]);
  const first = await bytesOf(join(directory, 'report'));
  await renderReport(directory, options);
  expect(await bytesOf(join(directory, 'report'))).toEqual(first);
});

test('linked charts name the CSV files beside the report, and a chart without figures is refused with the flag it needs', async () => {
  const directory = join(root, 'linked');
  await writeSyntheticRun(directory, { samples: 20, workloads: ['w'], strategies: ['refcount', 'mark-sweep'] });
  await renderReport(directory, { formats: ['vl.json'], only: ['ranking'], data: 'linked' });
  const spec = JSON.parse(await readFile(join(directory, 'report/ranking.vl.json'), 'utf8')) as { data: { url: string } };
  expect(spec.data.url).toBe('../runs.csv');
  expect(spec).not.toHaveProperty('datasets');
  expect(await readdir(join(directory, 'report', '..'))).toContain('runs.csv');
  const failure = await renderReport(directory, { only: ['time-space'], force: true }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  expect((failure as UserError).message).toMatch(/no figures for the chart time-space: .*--heap 1x,1\.5x,2x,4x/);
  await expect(renderReport(directory, { only: ['survival'], force: true })).rejects.toThrow(/--oracle/);
  await expect(renderReport(directory, { only: ['fuzz-campaign'], force: true })).rejects.toThrow(/heaplab fuzz --out/);
});

test('pictures have the size of the slide, a title for screen readers, and the command that makes them', async () => {
  const svg = await readFile(join(root, 'run/report/memory-timeline.svg'), 'utf8');
  expect(svg).toMatch(/^<svg [^>]*width="1280" height="720"/);
  expect(svg).toMatch(/<title id="title">On \w+, \S+ holds [\d.]+× the memory of \S+<\/title>/);
  expect(svg).toMatch(/<desc id="desc">Memory held over bytes allocated for workload \w+, seed 1/);
  expect(svg).toContain('heaplab shootout gcbench lru_cache · heaplab report --only memory-timeline');
  const inner = /<svg overflow="visible"[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
  expect(Number(inner[1])).toBeGreaterThan(1200);
  expect(Number(inner[1])).toBeLessThanOrEqual(1225);
  expect(Number(inner[2])).toBeLessThanOrEqual(649);
  const png = await readFile(join(root, 'run/report/memory-timeline.png'));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);
});

test('the page asks for nothing from outside, and its policy names exactly its own scripts and style', async () => {
  const html = await readFile(join(root, 'run/report/index.html'), 'utf8');
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
  expect(policy).toMatch(/^default-src 'none'; script-src /);
  expect(policy).not.toMatch(/unsafe/);
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const scripts = [...html.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)].map((match) => match[1]!);
  expect(scripts).toHaveLength(2);
  for (const script of scripts) expect(policy).toContain(hash(script));
  expect(policy).toContain(`style-src ${hash(/<style>([\s\S]*?)<\/style>/.exec(html)![1]!)}`);
  const markup = html.replace(/<script[\s\S]*?<\/script>/g, '');
  expect(markup).not.toMatch(/(?:src|href)="(?!#)/);
  expect(markup).not.toMatch(/ style="| on\w+="/);
});

test('names from the run cannot break out of the page', async () => {
  const directory = join(root, 'hostile');
  const name = `</script><img src=x>&"'`;
  const writer = await createRunFolder(directory, {
    argv: ['shootout', name],
    versions: { heaplab: name },
    programs: [{ name, sha256: name }],
    parameters: { name },
  });
  for (const strategy of ['refcount', name]) {
    const cell = syntheticCell(name, strategy, 1, { samples: 20 });
    await writer.addCell(cell);
  }
  await writer.finish('interrupted');
  await renderReport(directory);
  const html = await readFile(join(directory, 'report/index.html'), 'utf8');
  expect(html).not.toContain('<img');
  expect(html.match(/<\/script>/g)).toHaveLength(3);
  expect(html).toContain('This run was interrupted');
  for (const file of await readdir(join(directory, 'report'))) {
    if (file.endsWith('.svg')) expect(await readFile(join(directory, 'report', file), 'utf8')).not.toContain('<img');
  }
});

test('runs that are odd still have a report', async () => {
  const odd: [string, Parameters<typeof writeSyntheticRun>[1]][] = [
    ['one-cell', { workloads: ['w'], strategies: ['mark-sweep'], samples: 40 }],
    ['only-baseline', { workloads: ['w'], strategies: ['no-gc'], samples: 40 }],
    [
      'nobody-finished',
      { workloads: ['w'], strategies: ['refcount', 'mark-sweep'], samples: 40, oom: ['w/refcount', 'w/mark-sweep'] },
    ],
    ['unknown-strategies', { workloads: ['w'], strategies: ['alpha', 'beta', 'gamma', 'mark-sweep'], samples: 40 }],
    ['untraced', { workloads: ['w'], strategies: ['refcount', 'mark-sweep'], samples: 40, traced: false }],
    ['one-sample', { workloads: ['w'], strategies: ['refcount', 'mark-sweep'], samples: 1 }],
    ['eight', { workloads: ['w'], strategies: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], samples: 20 }],
  ];
  // What is said of them has to be true: one strategy is not all of them, and nothing is compared with nothing.
  const said: Record<string, Record<string, RegExp>> = {
    'one-cell': {
      'memory-timeline': /^On w, mark-sweep holds up to [\d.]+ \w+$/,
      utilization: /^On w, mark-sweep leaves the program \d+ % of its time$/,
    },
    'only-baseline': {
      'memory-timeline': /^On w, no-gc holds up to/,
      'pause-distribution': /^On w, no-gc never stops the program$/,
    },
    'nobody-finished': {
      'memory-timeline': /^No strategy finishes w$/,
      ranking: /^No workload was finished by every strategy$/,
    },
    untraced: { 'overhead-map': /^Memory management costs / },
  };
  for (const [name, options] of odd) {
    await writeSyntheticRun(join(root, name), options);
    const report = await renderReport(join(root, name), { formats: ['svg'] });
    for (const [chart, title] of Object.entries(said[name] ?? {}))
      expect(report.charts.find((one) => one.name === chart)?.title).toMatch(title);
    expect(report.files.length).toBeGreaterThan(6);
    for (const file of report.files) {
      const wrong = /.{60}(NaN|undefined|Infinity).{20}/.exec(await readFile(file, 'utf8'));
      expect([name, file, wrong?.[0]]).toEqual([name, file, undefined]);
    }
  }
});

test('only, format, theme and workload choose', async () => {
  const directory = join(root, 'chosen');
  await writeSyntheticRun(directory, { samples: 20, workloads: ['gcbench', 'lru_cache'] });
  const report = await renderReport(directory, {
    only: ['memory-timeline'],
    formats: ['svg'],
    theme: 'paper',
    workload: 'lru_cache',
  });
  expect(report.files).toEqual([join(directory, 'report', 'memory-timeline.svg')]);
  expect(await readFile(report.files[0]!, 'utf8')).toMatch(/width="180mm" height="101.25mm"[\s\S]*workload lru_cache/);
  await expect(renderReport(directory, { workload: 'nope', force: true })).rejects.toThrow(/no workload 'nope'/);
  await expect(renderReport(directory)).rejects.toThrow(/holds a report already/);
});

test('a chart of your own is drawn like ours, and its faults are named with its file', async () => {
  const directory = join(root, 'own');
  await writeSyntheticRun(directory, { samples: 20, workloads: ['w'] });
  const file = join(root, 'bytecodes.vl.json');
  const spec = {
    title: { text: 'Bytecodes', subtitle: 'by strategy' },
    data: { url: 'runs.csv' },
    width: 400,
    height: 300,
    mark: 'bar',
    encoding: { x: { field: 'bytecodes', type: 'quantitative' }, color: { field: 'strategy', type: 'nominal' } },
  };
  await writeFile(file, JSON.stringify(spec));
  const report = await renderReport(directory, { only: [], charts: [file] });
  expect(report.charts).toEqual([{ name: 'bytecodes', title: 'Bytecodes', description: 'Bytecodes' }]);
  const svg = await readFile(join(directory, 'report/bytecodes.svg'), 'utf8');
  for (const part of ['>Bytecodes<', '>by strategy<', '#0072B2']) expect(svg).toContain(part);

  const faults: [object | string, RegExp][] = [
    ['{', /bytecodes\.vl\.json is not JSON/],
    ['[]', /is not a Vega-Lite chart/],
    [{ ...spec, data: { url: 'trees.csv' } }, /reads trees\.csv, which is not a table/],
    [{ ...spec, mark: 'pars' }, /bytecodes\.vl\.json has the mark 'pars', which Vega-Lite does not know/],
    [{ ...spec, mark: undefined }, /cannot draw .*: Invalid specification\. Make sure/],
    [{ ...spec, transform: [{ calculate: 'datum.', as: 'x' }] }, /: the expression 'datum\.' is not one of Vega's/],
    [{ ...spec, encoding: { x: { field: 'bytecode' } } }, /shows the field 'bytecode', which is no column of runs\.csv/],
  ];
  for (const [content, message] of faults) {
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    for (const format of ['svg', 'html'] as const) {
      const failure = await renderReport(directory, { only: [], charts: [file], formats: [format], force: true }).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(UserError);
      expect((failure as UserError).message).toMatch(message);
    }
  }
  const made = { ...spec, transform: [{ fold: ['bytecodes', 'alloc_n'] }, { calculate: '2 * datum.value', as: 'twice' }] };
  await writeFile(
    file,
    JSON.stringify({ ...made, encoding: { x: { field: 'twice', type: 'quantitative' }, y: { field: 'key' } } }),
  );
  await renderReport(directory, { only: [], charts: [file], force: true });
});

test('a run without a single finished cell says what to do', async () => {
  const directory = join(root, 'empty');
  const writer = await createRunFolder(directory, { argv: [], versions: {}, programs: [], parameters: {} });
  await writer.finish('interrupted');
  await expect(renderReport(directory)).rejects.toThrow(/has no finished run to draw/);
});
