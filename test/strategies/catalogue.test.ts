import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { findStrategy, strategies } from '../../src/strategies/catalogue.ts';
import { ToyMachine } from '../support/toy-model.ts';

describe('the catalogue', () => {
  it('has names and aliases that are all different', () => {
    const names = strategies.flatMap((entry) => [entry.name, ...entry.aliases]);
    expect(new Set(names).size).toBe(names.length);
    expect(strategies.map((entry) => entry.name)).toEqual([
      'arena-pools',
      'refcount-cycle',
      'refcount',
      'mark-sweep',
      'semispace',
      'no-gc',
    ]);
  });

  it.each(strategies.map((entry) => [entry.name, entry] as const))('describes %s truly', (name, entry) => {
    expect(entry.allocators).toContain(entry.allocator);
    expect(entry.summary).toMatch(/\.$/);
    expect(entry.whenToChoose).toMatch(/\.$/);
    expect(Object.isFrozen(entry.capabilities)).toBe(true);
    for (const allocator of entry.allocators) {
      const { strategy } = new ToyMachine(name, { allocator });
      expect(strategy.name).toBe(name);
      expect(strategy.capabilities).toBe(entry.capabilities);
      expect((strategy as unknown as { allocator: { name: string } }).allocator.name).toBe(allocator);
    }
  });

  it('finds by name and alias', () => {
    expect(findStrategy('mark-sweep').name).toBe('mark-sweep');
    expect(findStrategy('cpython').name).toBe('arena-pools');
  });

  it('answers an unknown name with the nearest one and the list', () => {
    let caught: unknown = null;
    try {
      findStrategy('marksweeep');
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(UserError);
    expect((caught as UserError).message).toBe("unknown strategy 'marksweeep': did you mean 'mark-sweep'?");
    expect((caught as UserError).hint).toContain('arena-pools, refcount-cycle, refcount, mark-sweep, semispace, no-gc');
    expect(() => findStrategy('zzzzzzzz')).toThrow(/^unknown strategy 'zzzzzzzz'$/);
  });

  it('refuses an allocator that the strategy cannot stand on', () => {
    expect(() => new ToyMachine('semispace', { allocator: 'malloc' })).toThrow(
      /semispace cannot stand on allocator 'malloc': it takes bump/,
    );
    expect(() => new ToyMachine('refcount', { allocator: 'bump' })).toThrow(UserError);
  });
});
