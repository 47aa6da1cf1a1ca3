import { expect, test } from 'vitest';
import { floatPower } from '../../../src/interp/numeric/pow-float.ts';
import { differences, floatOf, outcome, readGolden, unitsApart } from './golden.ts';

test('power of floats: values, errors, and where the result is complex', () => {
  const cases = readGolden('numeric/golden/float-power.json').map(([a, b, result]) => {
    const [left, right] = [floatOf(a), floatOf(b)];
    return [[left, right], outcome(() => floatPower(left, right) ?? null), result] as const;
  });
  // C libraries miss the nearest float now and then, by one unit of the last place.
  const near = cases.filter(([, ours, theirs]) => unitsApart(ours, theirs) === 1);
  expect(near.length).toBeLessThan(cases.length / 150);
  expect(differences(cases.filter((row) => !near.includes(row)))).toEqual([]);
});

test('exact powers and ties round to even', () => {
  expect(floatPower(17, 13)).toBe(9904578032905936);
  expect(floatPower(134217729, 2)).toBe(18014398777917440);
  expect(floatPower(0.5, 1074)).toBe(5e-324);
  expect(floatPower(0.5, 1075)).toBe(0);
  expect(floatPower(2, 1023)).toBe(2 ** 1023);
  expect(floatPower(10, 22)).toBe(1e22);
  expect(floatPower(3, -5)).toBe(1 / 243);
});
