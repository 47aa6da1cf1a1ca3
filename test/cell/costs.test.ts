/** What holds between the figures of one run, whatever the strategy. */
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { type CostProfile, defaultProfileName, loadProfile, parseProfile, profileNames } from '../../src/cell/cost-profile.ts';
import { runCell } from '../../src/cell/run-cell.ts';
import { strategies } from '../../src/strategies/catalogue.ts';
import { cellSpec } from '../support/cell-spec.ts';

const source = `
import gc
class Node:
    def __init__(self, next=None):
        self.next = next
        self.self = self
class Loud:
    def __del__(self):
        gc.collect()
for round in range(30):
    chain = None
    for index in range(200):
        chain = [chain]
    chain = None
    ring = Node()
    for index in range(100):
        ring = Node(ring)
    ring = None
    loud = Loud()
    text = ' ' * 5000
`;

describe.each(strategies.map(({ name, allocator }) => [name, allocator]))('%s', (strategy, allocator) => {
  const result = runCell(cellSpec({ source, strategy, allocator, samples: true }));
  const { run, pauses, collections, samples, counters, utilization } = result;

  test('the pauses add up to the GC cost, exactly, and none lies in another', () => {
    expect(result.stderr).toBe('');
    expect(pauses.reduce((sum, { cycles }) => sum + cycles, 0)).toBe(run?.cycles_gc);
    expect(Math.max(0, ...pauses.map(({ cycles }) => cycles))).toBe(run?.longest_pause);
    for (const [index, pause] of pauses.entries()) {
      const before = pauses[index - 1];
      expect(pause.c_start).toBeGreaterThanOrEqual(before === undefined ? 0 : before.c_start + before.cycles);
    }
    expect(collections.every(({ c_pause }) => c_pause > 0)).toBe(true);
  });

  test('counters add up to the total, and their share in pauses to the GC cost', () => {
    const { cycles: costs } = loadProfile(defaultProfileName);
    expect(counters.reduce((sum, { cycles }) => sum + cycles, 0)).toBe(run?.cycles_total);
    const inPauses = counters.reduce(
      (sum, { event, pause_count }) => sum + pause_count * costs[event as keyof typeof costs],
      0,
    );
    expect(inPauses).toBe(run?.cycles_gc);
    expect(counters.find(({ event }) => event === 'bytecode')?.count).toBe(run?.bytecodes);
  });

  test('live <= used <= footprint, and clocks only go forwards', () => {
    for (const [index, sample] of samples.entries()) {
      expect(sample.live_b).toBeLessThanOrEqual(sample.used_b);
      expect(sample.used_b).toBeLessThanOrEqual(sample.footprint_b);
      expect(sample.used_b).toBeLessThanOrEqual(sample.cell_b);
      expect(sample.c).toBeGreaterThanOrEqual(samples[index - 1]?.c ?? 0);
    }
  });

  test('live bytes are known around collections, and no collector frees any of them', () => {
    const known = collections.filter(({ live_after_b }) => live_after_b !== null);
    if (strategy === 'refcount' || strategy === 'no-gc') expect(known).toEqual([]);
    else expect(known.length).toBeGreaterThan(2);
    for (const { live_after_b, used_after_b, finalizers, kind } of known) {
      expect(live_after_b).toBeLessThanOrEqual(used_after_b);
      // What a trace leaves is what is live, but for what waits for its finalizer.
      if (kind !== 'cycle' && finalizers === 0) expect(live_after_b).toBe(used_after_b);
    }
    const worked = collections.reduce((sum, { traced_b, copied_b }) => sum + traced_b + copied_b, 0);
    expect(run?.mark_cons).toBeCloseTo(worked / run!.alloc_b, 5);
  });

  test('utilization: bounded never falls and is never above the other', () => {
    expect(utilization.length).toBeGreaterThan(0);
    for (const [index, { mmu, bmu }] of utilization.entries()) {
      expect(bmu).toBeLessThanOrEqual(mmu);
      expect(bmu).toBeGreaterThanOrEqual(utilization[index - 1]?.bmu ?? 0);
    }
  });
});

describe('profiles', () => {
  const flat = (change: Record<string, unknown>, costs: Record<string, unknown> = {}): string =>
    JSON.stringify({
      name: 'mine',
      version: 2,
      calibrated: [],
      costs: { ...loadProfile('flat-1').cycles, ...costs },
      ...change,
    });

  test('those that come with heaplab can be read', () => {
    expect(profileNames()).toContain('flat-1');
    for (const name of profileNames()) expect(loadProfile(name).id.startsWith(`${name}@`)).toBe(true);
    expect(loadProfile('flat').id).toBe(loadProfile('flat-1').id);
  });

  test('the id is that of the costs, not of the text', () => {
    const id = (profile: CostProfile): string => profile.id;
    expect(id(parseProfile(flat({ description: 'x' }), 'a.json'))).toBe(id(parseProfile(flat({}), 'b.json')));
    expect(id(parseProfile(flat({}, { edge: 5 }), 'a.json'))).not.toBe(id(parseProfile(flat({}), 'a.json')));
  });

  test.each([
    ['{', 'not valid JSON'],
    [flat({ extra: 1 }), "field 'extra'"],
    [flat({ version: 0 }), 'version'],
    [flat({}, { edges: 1 }), "did you mean 'edge'"],
    [flat({}, { edge: 0.1 }), 'multiple of 1/16'],
    [flat({}, { edge: -1 }), '0..1000000'],
    [flat({ costs: {} }), 'costs.bytecode is missing'],
  ])('refuses %#', (text, what) => {
    expect(() => parseProfile(text, 'mine.json')).toThrow(UserError);
    expect(() => parseProfile(text, 'mine.json')).toThrow(what);
  });

  test('an unknown name gets the nearest', () => {
    expect(() => loadProfile('flat-l')).toThrow("did you mean 'flat-1'");
  });
});
