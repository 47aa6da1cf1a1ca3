import { expect, test } from 'vitest';
import { type Chart, chartNames, loadChart } from '../../src/report/chart.ts';
import { sourcesOf } from '../../src/report/page-figure.ts';

function columnsOf(chart: Chart): Record<string, readonly string[]> {
  return Object.fromEntries(sourcesOf(chart).map(({ table, columns }) => [table.file, columns]));
}

test('a chart is made from the columns it computes with, not from words of its title or keys of its file', async () => {
  const timeline = columnsOf(await loadChart('memory-timeline'));
  expect(timeline['samples.csv']).toEqual(['a', 'live_b', 'used_b', 'footprint_b', 'metadata_b', 'gc_n']);
  expect(timeline['runs.csv']).toContain('peak_footprint_b');
  expect(timeline['runs.csv']).not.toContain('params');
  const chart: Chart = {
    name: 'mine',
    finding: undefined,
    file: 'mine.vl.json',
    spec: {
      title: 'cycles of the status',
      data: { url: 'pauses.csv', format: { parse: { c_start: 'number' } } },
      transform: [{ calculate: 'datum.cycles / 2', as: 'half' }],
    },
  };
  expect(columnsOf(chart)).toEqual({ 'pauses.csv': ['cycles'] });
});

test('every chart of a run names what it is made from', async () => {
  for (const name of (await chartNames()).filter((one) => one !== 'fuzz-campaign')) {
    const sources = Object.values(columnsOf(await loadChart(name)));
    expect(sources.flat().length, name).toBeGreaterThan(2);
  }
});
