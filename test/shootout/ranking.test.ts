import { describe, expect, test } from 'vitest';
import { type RunSummary, rankStrategies, ratio } from '../../src/shootout/ranking.ts';
import { runRow } from '../support/run-row.ts';

/** Runs as `program strategy cycles footprint [status]`, one a line; the cycles are of one event, so that no cost model changes an order. */
function runsOf(table: string): RunSummary[] {
  return table
    .trim()
    .split('\n')
    .map((line, index) => {
      const [program = '', strategy = '', cycles = '', footprint = '', status = 'ok'] = line.trim().split(/\s+/);
      const run = runRow({
        run_id: `${program}.${strategy}.s${index}`,
        workload: program,
        strategy,
        cycles_total: Number(cycles),
        cycles_gc: Number(cycles) / 4,
        longest_pause: index,
        peak_footprint_b: Number(footprint),
        status: status as 'ok' | 'oom',
      });
      const counts = new Map([['bytecode', Number(cycles)]]);
      return { run, cyclesOf: counts, countOf: counts, leakedBytes: null };
    });
}

const expected = { strategies: ['a', 'b'], programs: ['p', 'q'] };

describe('rankStrategies', () => {
  test('ranks by the geometric mean over programs, relative to the best on each', () => {
    const ranking = rankStrategies(
      runsOf(`
        p a 200 100
        p b 100 400
        q a 200 100
        q b 800 100`),
      expected,
    );
    // a: 2 and 1 -> sqrt(2); b: 1 and 4 -> 2. Footprints: a 1 and 1; b 4 and 1 -> 2.
    expect(ranking.rows.map(({ strategy }) => strategy)).toEqual(['a', 'b']);
    expect(ranking.rows[0]?.timesBestCycles).toBeCloseTo(Math.SQRT2);
    expect(ranking.rows[1]?.timesBestCycles).toBeCloseTo(2);
    expect(ranking.rows.map(({ timesBestFootprint }) => timesBestFootprint)).toEqual([1, 2]);
    expect(ranking.rows.map(({ gcShare }) => gcShare)).toEqual([0.25, 0.25]);
    expect(ranking.confidence).toBe(1);
    expect(ranking.verdict).toBe(
      'a needs the fewest cycles over 2 programs, ahead of b (1.41× as many) in 100 % of cost models, and the smallest footprint.',
    );
  });

  test('a program weighs the same however many seeds it has', () => {
    const ranking = rankStrategies(
      runsOf(`
        p a 100 1
        p a 100 1
        p b 200 1
        p b 800 1
        q a 400 1
        q b 100 1`),
      expected,
    );
    // b on p: the mean of 2 and 8 is 4; a on q: 4. Over programs both come to 2.
    expect(ranking.rows.map(({ timesBestCycles }) => timesBestCycles)).toEqual([expect.closeTo(2), expect.closeTo(2)]);
  });

  test('the baseline is shown, but nothing is measured against it', () => {
    const ranking = rankStrategies(
      runsOf(`
        p no-gc 50 100
        p a 100 10
        p b 200 20`),
      { strategies: ['no-gc', 'a', 'b'], programs: ['p'] },
    );
    expect(ranking.rows.map(({ strategy, timesBestCycles }) => [strategy, timesBestCycles])).toEqual([
      ['no-gc', expect.closeTo(0.5)],
      ['a', 1],
      ['b', expect.closeTo(2)],
    ]);
    expect(ranking.verdict).toMatch(/^a needs the fewest cycles over 1 program, ahead of b/);
  });

  test('leaves a program out for all when one cannot finish it, and says so', () => {
    const ranking = rankStrategies(
      runsOf(`
        p a 100 1
        p b 200 1
        q a 100 1 oom
        q b 1 1`),
      expected,
    );
    expect(ranking.compared).toEqual(['p']);
    expect(ranking.dropped).toEqual([{ program: 'q', strategies: ['a'] }]);
    expect(ranking.rows.map(({ strategy, finished, runs }) => [strategy, finished, runs])).toEqual([
      ['a', 1, 2],
      ['b', 2, 2],
    ]);
    expect(ranking.verdict).toContain('(1 left out: not every strategy finished)');
  });

  test('a seed that is missing, as after an interruption, leaves the program out', () => {
    const ranking = rankStrategies(
      runsOf(`
        p a 100 1
        p a 100 1
        p b 50 1`),
      { strategies: ['a', 'b'], programs: ['p'] },
    );
    expect(ranking.compared).toEqual([]);
    expect(ranking.verdict).toBe('No verdict: no program was finished by every strategy.');
  });

  /** A ranking of one run of each, with these cycles, of different events. */
  function rankTwo(a: number, b: number) {
    const summary = (strategy: string, cyclesOf: [string, number][]): RunSummary => ({
      run: runRow({
        run_id: `p.${strategy}.s1`,
        workload: 'p',
        strategy,
        cycles_total: cyclesOf.reduce((sum, [, cost]) => sum + cost, 0),
      }),
      cyclesOf: new Map(cyclesOf),
      countOf: new Map(cyclesOf),
      leakedBytes: null,
    });
    return rankStrategies([summary('a', [['edge', a]]), summary('b', [['refcount_inc', b]])], {
      strategies: ['a', 'b'],
      programs: ['p'],
    });
  }

  test('calls two strategies not distinguishable when the cost model decides', () => {
    const ranking = rankTwo(100, 101);
    expect(ranking.confidence).toBeGreaterThan(0.3);
    expect(ranking.confidence).toBeLessThan(0.7);
    expect(ranking.verdict).toContain('a and b are not distinguishable in cycles over 1 program');
  });

  test('nine cost models of ten are not enough, 95 of 100 are', () => {
    // In 1 - (2 - log2(2.15))^2 / 8 = 90 % of all models a leads, and with 3.2 in 99 %.
    const nine = rankTwo(1000, 2150);
    expect(nine.confidence).toBeGreaterThan(0.83);
    expect(nine.confidence).toBeLessThan(0.95);
    expect(nine.verdict).toContain('not distinguishable');
    expect(nine.verdict).toMatch(/and the cost of \S+ × \d\.\d\d turns it round|leads in \d+ % of cost models;/);
    const most = rankTwo(1000, 3200);
    expect(most.confidence).toBeGreaterThan(0.95);
    expect(most.verdict).toMatch(/^a needs the fewest cycles/);
  });

  test('a lead that the replicates do not bear out is none, and the spread is told', () => {
    const spread = rankStrategies(
      runsOf(`
        p a 100 1
        p b 101 1
        p a 140 1
        p b 130 1
        p a 100 1
        p b 120 1`),
      { strategies: ['a', 'b'], programs: ['p'] },
    );
    expect(spread.leadInterval!.low).toBeLessThan(1);
    expect(spread.leadInterval!.high).toBeGreaterThan(1);
    expect(spread.confidence).toBe(1);
    expect(spread.verdict).toMatch(
      /not distinguishable.*over the replicates its cycles are 0\.\d+ to 1\.\d+ times the other's/,
    );
  });

  test('of what is not compared nothing enters the shares, pauses and overheads; leaks do', () => {
    const runs = runsOf(`
      p a 100 1
      p b 200 1
      q a 1000 1
      q b 100 1 oom`).map((entry, index) => ({
      ...entry,
      leakedBytes: [5, null, 70, 9][index]!,
      run: { ...entry.run, cycles_gc: [50, 20, 1000, 0][index]! },
    }));
    const ranking = rankStrategies(runs, expected);
    expect(
      ranking.rows.map(({ strategy, gcShare, maxPauseCycles, leakedBytes }) => [
        strategy,
        gcShare,
        maxPauseCycles,
        leakedBytes,
      ]),
    ).toEqual([
      ['a', 0.5, 0, 70],
      ['b', 0.1, 1, 9],
    ]);
    // The base of p is a's 50 cycles without those of its collections.
    expect(ranking.rows.map(({ overhead }) => overhead)).toEqual([expect.closeTo(2, 9), expect.closeTo(4, 9)]);
  });

  test('one strategy alone wins nothing', () => {
    const ranking = rankStrategies(runsOf('p a 100 1'), { strategies: ['a'], programs: ['p'] });
    expect(ranking.confidence).toBeNull();
    expect(ranking.verdict).toBe('Only a was run, so there is nothing to compare over 1 program.');
  });
});

test('ratios lose a decimal past ten', () => {
  expect([1, 1.234, 12.34].map(ratio)).toEqual(['1.00×', '1.23×', '12.3×']);
});
