import { expect, test } from 'vitest';
import * as cmath from '../../../src/interp/numeric/cmath-functions.ts';
import type { Complex } from '../../../src/interp/numeric/complex-arithmetic.ts';
import { differences, floatOf, outcome, readGolden, unitsApart } from './golden.ts';

const functions: Record<string, (z: Complex) => unknown> = {
  exp: cmath.complexExp,
  log: cmath.complexLog,
  log10: cmath.complexLog10,
  sqrt: cmath.complexSqrt,
  phase: cmath.complexPhase,
  polar: cmath.complexPolar,
  rect: (z) => cmath.complexRect(z[0], z[1]),
  sin: cmath.complexSin,
  cos: cmath.complexCos,
  tan: cmath.complexTan,
  sinh: cmath.complexSinh,
  cosh: cmath.complexCosh,
  tanh: cmath.complexTanh,
};

test('functions of the cmath module: values, special values and errors', () => {
  const cases = readGolden('numeric/golden/cmath.json');
  let near = 0;
  const pairs = cases.map(([name, parts, theirs]) => {
    const z = parts.map(floatOf) as unknown as Complex;
    const ours = outcome(() => functions[name]?.(z));
    const units =
      Array.isArray(ours) && Array.isArray(theirs)
        ? Math.max(...[0, 1].map((part) => unitsApart(ours[part], theirs[part])))
        : unitsApart(ours, theirs);
    // Two elementary functions in one product: each may be a unit from the C library's.
    const isNear = units > 0 && units <= 4;
    if (isNear) near++;
    return [[name, z.map(String)], isNear ? theirs : ours, theirs] as const;
  });
  expect(differences(pairs)).toEqual([]);
  expect(near).toBeLessThan(cases.length / 50);
});
