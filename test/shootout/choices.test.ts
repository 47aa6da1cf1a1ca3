import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import * as choices from '../../src/shootout/choices.ts';

describe('seeds', () => {
  test.each([
    ['1', [1]],
    ['3', [1, 2, 3]],
    ['4..6', [4, 5, 6]],
    ['0..0', [0]],
    ['7,1,7', [7, 1]],
  ])('%s', (text, seeds) => {
    expect(choices.parseSeeds(text)).toEqual(seeds);
  });

  test.each(['', '0', '-1', 'many', '1.5', '6..4', '1..9999', '1001', '1,,2', '4294967296,1'])("'%s' is refused", (text) => {
    expect(() => choices.parseSeeds(text)).toThrow(UserError);
  });
});

describe('limits', () => {
  test('are read', () => {
    expect(choices.parseHeap('1m')).toBe(1024 * 1024);
    expect(choices.parseStack('1m')).toBe(1024 * 1024);
    expect(choices.parseSteps('1_000_000')).toBe(1_000_000);
    expect(choices.parseJobs('3')).toBe(3);
    expect(choices.parseJobs(undefined)).toBeGreaterThan(0);
    expect(choices.parseStress('0')).toBe(0);
  });

  test.each([
    ['heap', () => choices.parseHeap('big'), "--heap 'big' is not a size"],
    ['stack', () => choices.parseStack('2g'), "--stack '2g' is out of bounds"],
    ['steps', () => choices.parseSteps('0'), "--steps '0' is not a whole number of 1.."],
    ['jobs', () => choices.parseJobs('0'), "--jobs '0' is not a whole number of 1..256"],
    ['stress', () => choices.parseStress('-1'), "--stress '-1' is not a whole number"],
    ['seed', () => choices.parseSeed('x'), "--seed 'x' is not a whole number"],
  ])('%s out of bounds says the bound', (_flag, parse, sentence) => {
    expect(parse).toThrow(sentence);
  });
});

test.each([
  [1024, 'too small: the least is 262144'],
  [2 ** 40, 'too large: the most is'],
])('a heap of %i bytes is refused by the machine itself', (heapBytes, sentence) => {
  expect(() => choices.checkLimits({ heapBytes, stackBytes: 65536 })).toThrow(sentence);
});

describe('parameters', () => {
  test('are names and values', () => {
    expect(choices.parseParams(['depth=12', 'size=a=b'])).toEqual({ depth: '12', size: 'a=b' });
  });

  test.each([[['depth']], [['=1']], [['depth=']], [['a=1', 'a=2']]])('%j is refused', (texts) => {
    expect(() => choices.parseParams(texts)).toThrow(UserError);
  });
});
