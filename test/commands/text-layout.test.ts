import { expect, test } from 'vitest';
import { columns, paragraph, sparkline } from '../../src/commands/text-layout.ts';

test('columns align to the left, or to the right where they are told to', () => {
  const rows = [
    ['a', '1'],
    ['long', '22'],
  ];
  expect(columns(rows)).toBe('a     1\nlong  22');
  expect(columns(rows, [1])).toBe('a      1\nlong  22');
});

test('a paragraph wraps between words', () => {
  expect(paragraph('one two three four', 9)).toBe('one two\nthree\nfour');
  expect(paragraph('unbreakable', 3)).toBe('unbreakable');
});

test('a sparkline goes from nothing to the largest value', () => {
  expect(sparkline([])).toBe('');
  expect(sparkline([0, 0])).toBe('▁▁');
  expect(sparkline([0, 4, 8])).toBe('▁▅█');
  expect(sparkline([1, 9, 2, 3], 2)).toBe('█▃');
});
