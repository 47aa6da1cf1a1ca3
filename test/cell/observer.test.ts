import { describe, expect, test } from 'vitest';
import type { CellSpec } from '../../src/cell/cell.ts';
import { runCell } from '../../src/cell/run-cell.ts';
import type { Address } from '../../src/heap/memory.ts';
import { cellSpec } from '../support/cell-spec.ts';

/** Floats, strings, tuples, objects with weak references, strings that grow, cycles: whatever dies in a way of its own. */
const source = `
import weakref
class Node:
    pass
pairs, grown = [], ''
for index in range(4000):
    pairs = [index / 7, (index * 0.5, str(index) * 40), Node()]
    pairs[2].seen = weakref.ref(pairs[2])
    if index % 3 == 0:
        pairs.append(pairs)
    grown += 'x' * (index % 5)
`;

const all = [
  ['arena-pools', 'arena-pools'],
  ['refcount-cycle', 'malloc'],
  ['refcount', 'malloc'],
  ['mark-sweep', 'segregated'],
  ['semispace', 'bump'],
  ['no-gc', 'bump'],
] as const;

describe('an observer changes nothing of a run, and hears of every birth and death', () => {
  test.each(all)('%s', (strategy, allocator) => {
    const spec: CellSpec = cellSpec({ source, strategy, allocator, heapBytes: 8 * 1024 * 1024, samples: true });
    const alive = new Set<Address>();
    let unknown = 0;
    let born = 0;
    let ended = 0;
    const { timing: _observed, ...observed } = runCell(spec, {
      begin: ({ strategy: { observe }, strategy: watched }) =>
        observe?.call(watched, {
          allocated: (object) => {
            alive.add(object);
            born++;
          },
          freed: (object) => {
            if (!alive.delete(object)) unknown++;
          },
          moved: (from, to) => {
            alive.delete(from);
            alive.add(to);
          },
          collectionBegins: () => {},
          collectionEnds: () => {
            ended++;
          },
        }),
    });
    const { timing: _plain, ...plain } = runCell(spec);
    expect(observed).toEqual(plain);
    expect(born).toBeGreaterThan(16_000);
    expect(ended).toBe(observed.collections.length);
    if (strategy === 'refcount') {
      // Of what was there before the program little dies while it runs.
      expect(unknown).toBeLessThan(500);
      expect(born - alive.size).toBeGreaterThan(16_000);
    }
  });
});
