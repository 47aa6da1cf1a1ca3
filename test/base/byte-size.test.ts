import { describe, expect, test } from 'vitest';
import { formatBytes, formatCount, parseByteSize } from '../../src/base/byte-size.ts';
import { UserError } from '../../src/base/errors.ts';

describe('parseByteSize', () => {
  test.each([
    ['65536', 65536],
    ['512k', 524288],
    ['64m', 67108864],
    ['64MiB', 67108864],
    ['1.5G', 1610612736],
    [' 1 kb ', 1024],
  ])('%s is %i bytes', (text, bytes) => {
    expect(parseByteSize(text, 'heap')).toBe(bytes);
  });

  test.each(['', 'lots', '-1', '0', '1e9', 'm', '12q', '99999999999g'])("'%s' is refused", (text) => {
    expect(() => parseByteSize(text, 'heap')).toThrow(UserError);
    expect(() => parseByteSize(text, 'heap')).toThrow(`heap '${text}' is not a size`);
  });
});

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.00 KiB'],
  [1536, '1.50 KiB'],
  [1023 * 1024, '1.00 MiB'],
  [64 * 2 ** 20, '64.0 MiB'],
  [3 * 2 ** 30, '3.00 GiB'],
])('%i bytes read as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [999, '999'],
  [0.5, '0.5'],
  [1000, '1.00 k'],
  [1_234_567, '1.23 M'],
  [2_500_000_000, '2.50 G'],
])('%d reads as %s', (count, text) => {
  expect(formatCount(count)).toBe(text);
});
