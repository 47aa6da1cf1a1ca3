import { describe, expect, test } from 'vitest';
import { readHeader, withParams } from '../../src/workloads/program-header.ts';

const good = `"""A program: with a title.

Purpose: shows a purpose that goes on
over two lines.
Exercises: lists, short lives
Observes: time of death
Source: somebody (1999)
"""

import gc

SIZE = 10  # param: how large; 1..100; small 2
OFFSET = -3  # param: how far; it may be negative; -10..10; small 0
OTHER = 10  # a constant, not a parameter


def main():
    SIZE = 10
`;

describe('a header', () => {
  test('is read whole', () => {
    expect(readHeader(good, 'good')).toEqual({
      title: 'A program: with a title',
      purpose: 'shows a purpose that goes on over two lines.',
      exercises: ['lists', 'short lives'],
      observes: 'time of death',
      source: 'somebody (1999)',
      params: [
        { name: 'size', default: 10, small: 2, min: 1, max: 100, meaning: 'how large' },
        { name: 'offset', default: -3, small: 0, min: -10, max: 10, meaning: 'how far; it may be negative' },
      ],
    });
  });

  test('has its parameters rewritten and nothing else', () => {
    const expected = good.replace('SIZE = 10  # param', 'SIZE = 7  # param').replace('OFFSET = -3 ', 'OFFSET = -10 ');
    expect(withParams(good, { size: 7, offset: -10, other: 5 })).toBe(expected);
    expect(withParams(good, {})).toBe(good);
  });

  test.each([
    ['no docstring', 'import gc\n', 'docstring'],
    ['no purpose', good.replace('Purpose: shows', 'Aim: shows'), 'Purpose'],
    ['an unknown word for what it observes', good.replace('time of death', 'everything'), 'Observes'],
    ['text before the first field', good.replace('Purpose:', 'for'), 'field comes first'],
    ['a parameter line with a slip', good.replace('; small 2', ' small 2'), 'no parameter line'],
    ['a default out of bounds', good.replace('SIZE = 10  # param', 'SIZE = 101  # param'), 'size is out of its own bounds'],
    ['a parameter twice', good.replace('OFFSET', 'SIZE'), 'size is there twice'],
  ])('with %s is a LabBug', (_, text, message) => {
    expect(() => readHeader(text, 'bad')).toThrow(message);
  });
});
