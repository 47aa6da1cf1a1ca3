import { describe, expect, test } from 'vitest';
import { loadProfile } from '../../src/cell/cost-profile.ts';
import { profileDisagreement, profileOrders, profileSentence } from '../../src/cell/profile-orders.ts';
import { type ComparedRun, groupRuns } from '../../src/results/comparison.ts';
import { runRow } from '../support/run-row.ts';

const flat = loadProfile('flat-1');

/** A run of program p: what it counts, and its cycles under `flat-1`, worked out here. */
function entry(strategy: string, counts: Record<string, number>, cycles: number): ComparedRun {
  const countOf = new Map(Object.entries(counts));
  const run = runRow({ run_id: `p.${strategy}`, workload: 'p', strategy, cycles_total: cycles, cost_profile: flat.id });
  return { run, countOf, cyclesOf: countOf };
}

function ordersOf(...entries: ComparedRun[]) {
  const names = entries.map(({ run }) => run.strategy);
  return profileOrders(groupRuns(entries), ['p'], names, flat.id)!;
}

describe('orders under the profiles', () => {
  // A visit is 12 in flat-1; in cache-2 it is 6 and a miss 90.
  const near = entry('near', { object_visit: 100, collector_miss: 1 }, 1200);
  const far = entry('far', { object_visit: 50, collector_miss: 10 }, 600);

  test('that differ are said to', () => {
    // flat-1: 1200 and 600. cache-2: 600 + 90 = 690 and 300 + 900 = 1200.
    const orders = ordersOf(near, far);
    expect(orders.own).toEqual({ profile: 'flat-1', strategies: ['far', 'near'] });
    expect(orders.others).toEqual([{ profile: 'cache-2', strategies: ['near', 'far'] }]);
    expect(profileSentence(orders)).toBe(
      'Cost profiles rank differently: far leads under flat-1, near under cache-2; flat-1 has far < near, cache-2 has near < far.',
    );
  });

  test('that differ behind the leader are said to as well', () => {
    const orders = ordersOf(near, far, entry('none', { object_visit: 10, collector_miss: 1 }, 120));
    expect(profileDisagreement(orders)).toContain('none leads under both');
  });

  test('that agree are said to', () => {
    const orders = ordersOf(near, entry('farther', { object_visit: 200, collector_miss: 20 }, 2400));
    expect(profileDisagreement(orders)).toBe('');
    expect(profileSentence(orders)).toBe('The order is the same under cache-2.');
  });

  test('without a simulated cache say what would tell', () => {
    const orders = ordersOf(entry('a', { edge: 1 }, 4), entry('b', { edge: 2 }, 8));
    expect(orders.others).toEqual([]);
    expect(profileSentence(orders)).toContain('--cost-profile cache');
  });

  test('of one strategy, or of none that finished, there are none', () => {
    expect(profileOrders(groupRuns([near]), ['p'], ['near'], flat.id)).toBeNull();
    expect(profileOrders(groupRuns([near, far]), [], ['near', 'far'], flat.id)).toBeNull();
  });
});
