import { describe, expect, test } from 'vitest';
import { counterparts, fittedPrograms, heldOutPrograms, microbenchmarks } from '../../src/calibrate/samples.ts';
import { runCell } from '../../src/cell/run-cell.ts';
import { cellSpec } from '../support/cell-spec.ts';

describe('microbenchmarks', () => {
  const events = new Map(
    microbenchmarks().map(({ name, source }) => {
      const { status, counters, stderr } = runCell(cellSpec({ source: `${source}\nmain(4000)\n` }));
      expect(status, `${name}: ${stderr}`).toBe('ok');
      return [name, new Map(counters.map(({ event, count }) => [event, count]))];
    }),
  );

  test.each([
    ['ints', 'alloc_fast', 8000],
    ['native-calls', 'native_call', 12_000],
    ['floats', 'alloc_freelist', 4000],
    ['deep-release', 'child_release', 4000],
    ['weak-references', 'weakref_entry', 1000],
    ['finalizers', 'finalizer_call', 1300],
    ['cycles', 'object_visit', 1000],
    ['large-blocks', 'alloc_slow', 1000],
  ])('%s asks for %s', (name, event, least) => {
    expect(events.get(name)?.get(event) ?? 0).toBeGreaterThan(least);
  });

  test('and the programs that check the fit are apart', () => {
    const held = heldOutPrograms();
    expect(held.length).toBeGreaterThanOrEqual(6);
    const seen = new Set([...microbenchmarks(), ...fittedPrograms()].map(({ source }) => source));
    for (const { source } of held) expect(seen.has(source)).toBe(false);
  });

  test('each counterpart is a strategy that counts references', () => {
    expect(counterparts.map(({ strategy }) => strategy)).toEqual(['arena-pools', 'refcount-cycle', 'refcount']);
  });
});
