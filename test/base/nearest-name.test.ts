import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, nearestName } from '../../src/base/nearest-name.ts';

describe('editDistance', () => {
  test.each([
    ['', '', 0],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['refcuont', 'refcount', 1],
  ])('%s to %s is %i', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
  });

  test('is symmetric, zero only for equals, and no longer than the longer word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (left, right) => {
        const distance = editDistance(left, right);
        expect(distance).toBe(editDistance(right, left));
        expect(distance === 0).toBe(left === right);
        expect(distance).toBeLessThanOrEqual(Math.max(left.length, right.length));
      }),
    );
  });
});

describe('nearestName', () => {
  const names = ['refcount', 'refcount-cycle', 'mark-sweep', 'semispace', 'no-gc'];

  test.each([
    ['marksweep', 'mark-sweep'],
    ['Mark_Swep', 'mark-sweep'],
    ['refcuont', 'refcount'],
    ['semi', 'semispace'],
    ['nogc', 'no-gc'],
  ])('%s means %s', (typed, meant) => {
    expect(nearestName(typed, names)).toBe(meant);
  });

  test('nothing is near to a word of its own, or among no names', () => {
    expect(nearestName('banana', names)).toBeNull();
    expect(nearestName('refcount', [])).toBeNull();
  });
});
