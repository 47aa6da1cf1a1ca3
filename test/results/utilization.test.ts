import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Interval, Utilization, windowWidths } from '../../src/results/utilization.ts';

/** `10+10 30+10` is a pause of 10 cycles at 10 and one of 10 at 30. */
function pauses(notation: string): Interval[] {
  return notation.split(' ').map((word) => {
    const [start = 0, length = 0] = word.split('+').map(Number);
    return { start, length };
  });
}

describe('on paper', () => {
  const curve = new Utilization(pauses('10+10 30+10 90+5'), 100);

  test.each([
    [5, 0],
    [10, 0],
    // [10, 30) holds one pause of 10.
    [20, 1 / 2],
    // [10, 35) holds 15 cycles of pause.
    [25, 1 - 15 / 25],
    // [10, 40) holds both.
    [30, 1 - 20 / 30],
    [40, 1 - 20 / 40],
    [100, 3 / 4],
  ])('mmu of windows of %i cycles', (width, mmu) => {
    expect(curve.mmu(width)).toBeCloseTo(mmu, 12);
  });

  test('bmu looks at wider windows too', () => {
    expect(curve.bmu(20)).toBeCloseTo(1 / 3, 12);
    expect(curve.bmu(30)).toBeCloseTo(1 / 3, 12);
    // Only [10, 40) is as dense as that; windows of at least 40 leave half.
    expect(curve.bmu(40)).toBeCloseTo(1 / 2, 12);
    expect(curve.bmu(100)).toBeCloseTo(3 / 4, 12);
  });

  test('a run without pauses is all its own', () => {
    const free = new Utilization([], 50);
    expect([free.mmu(1), free.mmu(50), free.bmu(7)]).toEqual([1, 1, 1]);
  });
});

test('the widths are powers of two and the run itself', () => {
  expect(windowWidths(0)).toEqual([]);
  expect(windowWidths(1000)).toEqual([1000]);
  expect(windowWidths(4096)).toEqual([1024, 2048, 4096]);
  expect(windowWidths(5000)).toEqual([1024, 2048, 4096, 5000]);
});

test('agrees with every window at every whole cycle, and bmu never falls', () => {
  const list = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 })), { maxLength: 6 });
  fc.assert(
    fc.property(list, fc.integer({ min: 0, max: 9 }), (gaps, tail) => {
      const run: boolean[] = [];
      const found: Interval[] = [];
      for (const [gap, length] of gaps) {
        for (let cycle = 0; cycle < gap; cycle++) run.push(false);
        found.push({ start: run.length, length });
        for (let cycle = 0; cycle < length; cycle++) run.push(true);
      }
      for (let cycle = 0; cycle < tail + 1; cycle++) run.push(false);
      const total = run.length;
      const curve = new Utilization(found, total);
      const mmu = (width: number): number => {
        let most = 0;
        for (let from = 0; from + width <= total; from++) {
          most = Math.max(most, run.slice(from, from + width).filter(Boolean).length);
        }
        return 1 - most / width;
      };
      let bounded = 1;
      for (let width = total; width >= 1; width--) {
        bounded = Math.min(bounded, mmu(width));
        expect(curve.mmu(width)).toBeCloseTo(mmu(width), 9);
        expect(curve.bmu(width)).toBeCloseTo(bounded, 9);
      }
    }),
    { numRuns: 200 },
  );
});
