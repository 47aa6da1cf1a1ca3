import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { defaultStrategies, parseContestant, parseContestants } from '../../src/shootout/contestants.ts';
import { contestantKey } from '../../src/shootout/plan.ts';

describe('parseContestant', () => {
  test('knows names, aliases and other allocators', () => {
    expect(parseContestant('refcount')).toEqual({ name: 'refcount', allocator: 'malloc', swapped: false });
    expect(parseContestant('CPython').name).toBe('arena-pools');
    expect(parseContestant('refcount+arena-pools')).toEqual({ name: 'refcount', allocator: 'arena-pools', swapped: true });
    expect(parseContestant('refcount', 'arena-pools').swapped).toBe(true);
  });

  test("its own allocator is not a swap, and + wins over the command's", () => {
    expect(parseContestant('refcount', 'malloc').swapped).toBe(false);
    expect(parseContestant('refcount+malloc', 'arena-pools')).toEqual({
      name: 'refcount',
      allocator: 'malloc',
      swapped: false,
    });
  });

  test.each([['refcuont'], ['refcount+bumb'], ['refcount+'], ['']])("'%s' is refused", (text) => {
    expect(() => parseContestant(text)).toThrow(UserError);
  });
});

describe('parseContestants', () => {
  test('keeps the order and drops what is there twice', () => {
    const keys = parseContestants('refcount-cycle,cpython,arena-pools,refcount+arena-pools,refcount').map(contestantKey);
    expect(keys).toEqual(['refcount-cycle', 'arena-pools', 'refcount+arena-pools', 'refcount']);
  });

  test('no name is refused', () => {
    expect(() => parseContestants(' , ')).toThrow('names no strategy');
  });

  test('the default set names strategies that are there, each once, without the baseline', () => {
    expect(parseContestants(defaultStrategies.join(',')).length).toBe(defaultStrategies.length);
    expect(defaultStrategies).not.toContain('no-gc');
  });
});
