import { expect, test } from 'vitest';
import {
  type Complex,
  complexAbsolute,
  complexDivide,
  complexMultiply,
  complexPower,
} from '../../../src/interp/numeric/complex-arithmetic.ts';
import { differences, floatOf, outcome, readGolden, unitsApart } from './golden.ts';

const cases = readGolden('numeric/golden/complex-arithmetic.json').map(([given, ...results]) => {
  const [left, right] = given.map((parts: string[]) => parts.map(floatOf)) as [Complex, Complex];
  return { left, right, results };
});

test('multiplication and division', () => {
  const pairs = cases.flatMap(({ left, right, results }) => [
    [[left, '*', right], outcome(() => complexMultiply(left, right)), results[0]] as const,
    [[left, '/', right], outcome(() => complexDivide(left, right)), results[1]] as const,
  ]);
  expect(differences(pairs)).toEqual([]);
});

test('size, within the unit that the C library allows itself', () => {
  const pairs = cases.map(({ left, results }) => {
    const ours = outcome(() => complexAbsolute(left));
    return [left, unitsApart(ours, results[3]) <= 1 ? results[3] : ours, results[3]] as const;
  });
  expect(differences(pairs)).toEqual([]);
});

test('powers', () => {
  let near = 0;
  const pairs = cases.map(({ left, right, results }) => {
    const ours = outcome(() => complexPower(left, right));
    const theirs = results[2];
    // The elementary functions behind a power may differ by a unit, which the power multiplies.
    const units =
      Array.isArray(ours) && Array.isArray(theirs)
        ? Math.max(...[0, 1].map((part) => unitsApart(ours[part], theirs[part])))
        : 0;
    const isNear = units > 0 && units < 2 ** 12;
    if (isNear) near++;
    return [[left, '**', right], isNear ? theirs : ours, theirs] as const;
  });
  expect(differences(pairs)).toEqual([]);
  expect(near).toBeLessThan(cases.length / 50);
});
