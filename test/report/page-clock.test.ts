import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/report/chart.ts';
import { followClock } from '../../src/report/page-clock.ts';

const tables = {
  'samples.csv': { columns: ['run_id', 'a', 'used_b'], rows: [] },
  'collections.csv': { columns: ['run_id', 'a_start', 'visited'], rows: [] },
  'runs.csv': { columns: ['run_id', 'workload'], rows: [] },
};

/** A compiled chart with one x scale over `field` and one mark in a panel. */
function chart(field: string, mark: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    signals: [{ name: 'a_unit_b', value: 1024 }],
    scales: [{ name: 'x', type: 'linear', domain: { fields: [{ data: 'd', field }] }, range: [0, 100] }],
    marks: [{ type: 'group', marks: [mark] }],
    ...more,
  };
}
const line = (field: string): JsonObject => ({ type: 'line', encode: { update: { x: { scale: 'x', field } } } });
const markOf = (spec: JsonObject): JsonObject => (spec['marks'] as { marks: JsonObject[] }[])[0]!.marks[0]!;

test.each([
  ['a', null, '[a_window[0], a_window[1]]'],
  ['a_start', null, '[a_window[0], a_window[1]]'],
  ['allocated', 'a_unit_b', '[a_window[0] / a_unit_b, a_window[1] / a_unit_b]'],
])('an axis over %s follows the window, and lines on it end at its edge', (field, unit, ends) => {
  const spec = chart(field, line(field));
  expect(followClock(spec, ['samples.csv'], tables)).toEqual({ kind: 'axis', scale: 'x', unit });
  expect((spec['scales'] as JsonObject[])[0]!['domainRaw']).toEqual({ signal: `a_window && ${ends}` });
  expect(spec['signals']).toContainEqual({ name: 'a_window', value: null });
  expect(markOf(spec)['clip']).toBe(true);
});

test('a mark of one moment outside the window is neither seen nor in the way; what it had stays inside', () => {
  const opacity = [{ test: 'datum.b', value: 0.2 }, { value: 0.7 }];
  const rule: JsonObject = {
    type: 'rule',
    encode: { update: { opacity, x: { scale: 'x', field: 'allocated' }, x2: { scale: 'x', field: 'allocated' } } },
  };
  const spec = chart('allocated', rule);
  followClock(spec, [], tables);
  const test = 'a_window && (datum["allocated"] * a_unit_b < a_window[0] || datum["allocated"] * a_unit_b > a_window[1])';
  const { update } = markOf(spec)['encode'] as { update: JsonObject };
  expect(update['opacity']).toEqual([{ test, value: 0 }, ...opacity]);
  for (const channel of ['x', 'x2'])
    expect(update[channel]).toEqual([
      { test, value: 0 },
      { scale: 'x', field: 'allocated' },
    ]);
  expect(markOf(spec)['clip']).toBeUndefined();
});

test('a mark with a begin and an end is cut where the window ends', () => {
  const rect: JsonObject = {
    type: 'rect',
    encode: { update: { x: { scale: 'x', field: 'from' }, x2: { scale: 'x', field: 'to' } } },
  };
  const spec = chart('from', rect);
  expect(followClock(spec, ['occupancy.csv'], tables)).toEqual({ kind: 'axis', scale: 'x', unit: 'a_unit_b' });
  expect(markOf(spec)).toEqual({ ...rect, clip: true });
});

test('other axes are left alone: another field, a log scale, two fields, a divided one without its unit', () => {
  const others = [
    chart('cycles', line('cycles')),
    chart('a', line('a'), { scales: [{ name: 'x', type: 'log', domain: { data: 'd', field: 'a' } }] }),
    chart('a', line('a'), { scales: [{ name: 'x', type: 'linear', domain: { data: 'd', fields: ['a', 'b'] } }] }),
    chart('allocated', line('allocated'), { signals: [] }),
  ];
  for (const spec of others) {
    const before = structuredClone(spec);
    expect(followClock(spec, ['samples.csv', 'runs.csv'], tables)).toBeNull();
    expect(spec).toEqual(before);
  }
});

test('a chart with moments in its rows and on no axis shows the rows of the window', () => {
  const spec = chart('visited', line('visited'));
  expect(followClock(spec, ['collections.csv', 'runs.csv'], tables)).toEqual({
    kind: 'rows',
    columns: { 'collections.csv': 'a_start' },
  });
});
