import { expect, test } from 'vitest';
import { bitCount, bitLength, intFromBytes, intToBytes, shiftLeft, shiftRight } from '../../../src/interp/numeric/int-bits.ts';
import { intDivmod, intFloorDivide, intModulo, intTrueDivide } from '../../../src/interp/numeric/int-division.ts';
import { binText, decimalText, hexText, octText } from '../../../src/interp/numeric/int-format.ts';
import { parseIntText } from '../../../src/interp/numeric/int-parse.ts';
import { integerSquareRoot, intPower, intPowerModulo } from '../../../src/interp/numeric/int-power.ts';
import { compareIntToFloat, floatToInt, integerRatio, intToFloat } from '../../../src/interp/numeric/number-conversion.ts';
import { hashOfComplex, hashOfDouble, hashOfInt } from '../../../src/interp/numeric/number-hash.ts';
import { differences, floatOf, intOf, outcome, readGolden } from './golden.ts';

const golden = (name: string) => readGolden(`numeric/golden/${name}.json`);

test('int of text in all bases', () => {
  const pairs = golden('int-parse').map(
    ([text, base, result]) => [[text, base], outcome(() => parseIntText(text, base)), result] as const,
  );
  expect(differences(pairs)).toEqual([]);
});

test('hex, oct and bin', () => {
  const pairs = golden('int-text').map(
    ([text, ...results]) => [text, [hexText, octText, binText].map((write) => write(intOf(text))), results] as const,
  );
  expect(differences(pairs)).toEqual([]);
});

test('decimal text stops at the digit limit', () => {
  expect(decimalText(-(10n ** 4299n))).toHaveLength(4301);
  expect(outcome(() => decimalText(10n ** 4300n))).toEqual({
    error: 'ValueError',
    message:
      'Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
  });
  expect(decimalText(10n ** 4300n, 0)).toHaveLength(4301);
});

test('floor division, modulo, divmod and true division', () => {
  const pairs = golden('int-arithmetic').map(([a, b, ...results]) => {
    const [left, right] = [intOf(a), intOf(b)];
    const operations = [intFloorDivide, intModulo, intDivmod, intTrueDivide];
    return [[a, b], operations.map((compute) => outcome(() => compute(left, right))), results] as const;
  });
  expect(differences(pairs)).toEqual([]);
});

test('powers, with a modulus and without', () => {
  const pairs = golden('int-power').map(([a, b, c, result]) => {
    const [base, exponent] = [intOf(a), intOf(b)];
    const ours = outcome(() => (c === null ? intPower(base, exponent) : intPowerModulo(base, exponent, intOf(c))));
    return [[a, b, c], ours, result] as const;
  });
  expect(differences(pairs)).toEqual([]);
});

test('a power too large for any memory is MemoryError', () => {
  expect(outcome(() => intPower(3n, 10n ** 15n))).toEqual({ error: 'MemoryError', message: '' });
});

test('integer square roots', () => {
  const pairs = golden('int-root').map(
    ([text, result]) => [text, outcome(() => integerSquareRoot(intOf(text))), result] as const,
  );
  expect(differences(pairs)).toEqual([]);
});

test('bit counts, shifts and bytes', () => {
  const pairs = golden('int-bits').map(
    ([text, length, ones, count, left, right, size, order, signed, encoded, bytes, decoded]) => {
      const value = intOf(text);
      const ours = [
        bitLength(value),
        bitCount(value),
        outcome(() => shiftLeft(value, BigInt(count))),
        outcome(() => shiftRight(value, BigInt(count))),
        outcome(() => intToBytes(value, size, order, signed)),
        outcome(() => intFromBytes(Buffer.from(bytes, 'hex'), order, signed)),
      ];
      return [[text, count, size, order, signed], ours, [length, ones, left, right, encoded, decoded]] as const;
    },
  );
  expect(differences(pairs)).toEqual([]);
});

test('shifts and bytes name what is wrong with their arguments', () => {
  expect(outcome(() => shiftLeft(1n, 1n << 70n))).toEqual({ error: 'OverflowError', message: 'too many digits in integer' });
  expect(outcome(() => shiftLeft(1n, 1n << 62n))).toEqual({ error: 'MemoryError', message: '' });
  expect([shiftLeft(0n, 1n << 70n), shiftRight(-5n, 1n << 70n), shiftRight(5n, 1n << 70n)]).toEqual([0n, -1n, 0n]);
  const order = { error: 'ValueError', message: "byteorder must be either 'little' or 'big'" };
  expect(outcome(() => intToBytes(1n, 1, 'bigg', false))).toEqual(order);
  expect(outcome(() => intFromBytes(new Uint8Array(1), 'x', false))).toEqual(order);
  expect(outcome(() => intToBytes(1n, -1, 'big', false))).toEqual({
    error: 'ValueError',
    message: 'length argument must be non-negative',
  });
});

test('hashes of numbers', () => {
  const pairs = golden('number-hash').map(([type, value, result]) => {
    const hash =
      type === 'int'
        ? hashOfInt(intOf(value))
        : type === 'float'
          ? hashOfDouble(floatOf(value))
          : hashOfComplex(hashOfDouble(floatOf(value[0])), hashOfDouble(floatOf(value[1])));
    return [[type, value], hash.toString(), result] as const;
  });
  expect(differences(pairs)).toEqual([]);
});

test('conversions and comparisons between int and float', () => {
  const pairs = golden('number-conversion').map(([kind, value, ...results]) => {
    if (kind === 'float') {
      const float = floatOf(value);
      return [value, [outcome(() => floatToInt(float)), outcome(() => integerRatio(float))], results] as const;
    }
    if (kind === 'int') return [value, [outcome(() => intToFloat(intOf(value)))], results] as const;
    const order = compareIntToFloat(intOf(value), floatOf(results[0]));
    return [[value, results[0]], [results[0], [order < 0, order === 0, order > 0]], results] as const;
  });
  expect(differences(pairs)).toEqual([]);
});
