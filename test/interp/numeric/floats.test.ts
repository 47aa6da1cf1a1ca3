import { expect, test } from 'vitest';
import { floatDivide, floatDivmod, floatFloorDivide, floatModulo } from '../../../src/interp/numeric/float-divmod.ts';
import { floatFromHex, floatHex } from '../../../src/interp/numeric/float-hex.ts';
import { parseFloatText } from '../../../src/interp/numeric/float-parse.ts';
import { floatRepr } from '../../../src/interp/numeric/float-repr.ts';
import { roundIntToDecimals, roundToDecimals, roundToInt } from '../../../src/interp/numeric/float-round.ts';
import { differences, floatOf, intOf, outcome, plain, readGolden } from './golden.ts';

const golden = (name: string) => readGolden(`numeric/golden/${name}.json`);

test('repr of floats', () => {
  expect(differences(golden('float-text').map(([bits, text]) => [bits, floatRepr(floatOf(bits)), text]))).toEqual([]);
});

test('hex of floats', () => {
  expect(differences(golden('float-hex').map(([bits, text]) => [bits, floatHex(floatOf(bits)), text]))).toEqual([]);
});

test('fromhex', () => {
  expect(
    differences(golden('float-from-hex').map(([text, result]) => [text, outcome(() => floatFromHex(text)), result])),
  ).toEqual([]);
});

test('float of text', () => {
  expect(
    differences(golden('float-parse').map(([text, result]) => [text, outcome(() => parseFloatText(text)), result])),
  ).toEqual([]);
});

test('round of floats', () => {
  const pairs = golden('float-round').map(([bits, decimals, result]) => {
    const value = floatOf(bits);
    const ours = outcome(() => (decimals === null ? roundToInt(value) : roundToDecimals(value, decimals)));
    return [[bits, value, decimals], ours, result] as const;
  });
  expect(differences(pairs)).toEqual([]);
});

test('round of ints', () => {
  const pairs = golden('int-round').map(
    ([value, decimals, result]) =>
      [[value, decimals], outcome(() => roundIntToDecimals(intOf(value), decimals)), result] as const,
  );
  expect(differences(pairs)).toEqual([]);
});

test('division, floor division, modulo and divmod of floats', () => {
  const pairs = golden('float-arithmetic').map(([a, b, ...results]) => {
    const [left, right] = [floatOf(a), floatOf(b)];
    const ours = [floatDivide, floatFloorDivide, floatModulo, floatDivmod].map((compute) =>
      outcome(() => compute(left, right)),
    );
    return [[left, right], ours, results] as const;
  });
  expect(differences(pairs)).toEqual([]);
});

test('plain writes floats as the recorder does', () => {
  expect([plain(1), plain(-0), plain(NaN)]).toEqual(['3ff0000000000000', '8000000000000000', 'nan']);
});
