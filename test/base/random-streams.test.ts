import { createHash } from 'node:crypto';
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { type Stream, stream, type Ticketed } from '../../src/base/random-streams.ts';

/** The first draws of every kind, as text: any change of a stream shows here. */
function firstDraws(draws: Stream): string {
  const coins: Ticketed[] = [
    { key: 'heads', tickets: 3 },
    { key: 'tails', tickets: 2 },
    { key: 'edge', tickets: 1 },
  ];
  return [
    draws.real(),
    draws.int(1, 6),
    draws.int(-1000, 1000),
    draws.chance(0.5),
    draws.pick(['a', 'b', 'c', 'd']),
    draws.shuffle([1, 2, 3, 4, 5, 6]).join(''),
    draws.lottery(coins).key,
    draws.lottery(coins).key,
    draws.geometric(8),
    draws.exponential(10).toFixed(9),
    draws.logNormal(64, 1).toFixed(9),
    draws.powerLaw(1, 1e6, 1).toFixed(9),
  ].join(' ');
}

function mean(times: number, draw: () => number): number {
  let total = 0;
  for (let count = 0; count < times; count++) total += draw();
  return total / times;
}

describe('streams', () => {
  test('draw the same numbers for ever', () => {
    expect(firstDraws(stream(['golden', 1]))).toMatchInlineSnapshot(
      `"0.8008790303776144 4 245 true d 421653 heads tails 16 30.790757120 39.836866436 3.025150054"`,
    );
    expect(firstDraws(stream(['golden', 2]))).toMatchInlineSnapshot(
      `"0.6986244602170258 5 507 true a 265134 heads heads 20 11.750989446 18.642893964 10.839968593"`,
    );
    expect(firstDraws(stream(['mutator', 1, 'default', '7', 'sizes']))).toMatchInlineSnapshot(
      `"0.6668489638932849 4 717 true b 436251 heads heads 10 2.543877163 56.079272830 4.712971661"`,
    );
  });

  test('begin where the library begins with the hash of the path', () => {
    for (const path of [['golden', 1], ['a'], ['case', 7, 'drop', 12345]]) {
      const library = seedrandom.alea(createHash('sha256').update(JSON.stringify(path)).digest('hex'));
      const own = stream(path);
      for (let draw = 0; draw < 5; draw++) expect(own.real()).toBe(library.double());
    }
  });

  test('are equal at the same path and differ at any other', () => {
    const paths = [['a'], ['b'], ['ab'], ['abab'], ['a', 'b'], ['a', 1], ['a', '1'], ['a', 1, ''], [1], ['1'], [0], ['']];
    const draws = paths.map((path) => firstDraws(stream(path)));
    expect(new Set(draws).size).toBe(paths.length);
    expect(firstDraws(stream(['a', 1]))).toBe(draws[5]);
  });

  test('below another stream neither move it nor depend on how far it is', () => {
    const parent = stream(['parent']);
    const early = firstDraws(parent.at('child', 3));
    const first = parent.real();
    expect(firstDraws(parent.at('child', 3))).toBe(early);
    expect(firstDraws(stream(['parent', 'child', 3]))).toBe(early);
    expect(stream(['parent']).real()).toBe(first);
  });

  test('of neighbouring seeds are not correlated', () => {
    const first = Array.from({ length: 2000 }, (_, seed) => stream(['seed', seed]).real());
    const products = first.slice(1).map((value, index) => (value - 0.5) * ((first[index] as number) - 0.5));
    const correlation = (12 * products.reduce((sum, product) => sum + product, 0)) / products.length;
    expect(Math.abs(correlation)).toBeLessThan(0.07);
  });

  test('refuse an empty path, a fraction, and a range that is upside down', () => {
    expect(() => stream([])).toThrow('not empty');
    expect(() => stream([0.5])).toThrow('whole numbers');
    expect(() => stream(['a']).int(2, 1)).toThrow('range');
    expect(() => stream(['a']).pick([])).toThrow('something');
  });
});

describe('distributions', () => {
  test('int reaches both bounds, evenly', () => {
    const draws = stream(['int']);
    const seen = [0, 0, 0, 0, 0, 0];
    for (let count = 0; count < 12_000; count++) seen[draws.int(1, 6) - 1]!++;
    for (const times of seen) expect(Math.abs(times - 2000)).toBeLessThan(200);
  });

  test('have the mean or the median they are asked for', () => {
    const draws = stream(['means']);
    expect(mean(20_000, () => draws.geometric(6))).toBeCloseTo(6, 0);
    expect(mean(20_000, () => draws.exponential(10)) / 10).toBeCloseTo(1, 1);
    expect(mean(20_000, () => draws.powerLaw(1, 1000, 1)) / (Math.log(1000) / (1 - 1 / 1000))).toBeCloseTo(1, 0);
    expect(mean(20_000, () => (draws.logNormal(64, 1.5) < 64 ? 1 : 0))).toBeCloseTo(0.5, 1);
    expect(draws.geometric(0)).toBe(0);
    expect(draws.logNormal(48, 0)).toBe(48);
  });

  test('of a power law stay inside the bounds', () => {
    const draws = stream(['bounds']);
    for (let count = 0; count < 5000; count++) {
      const drawn = draws.powerLaw(16, 4096, 0.8);
      expect(drawn).toBeGreaterThanOrEqual(16);
      expect(drawn).toBeLessThanOrEqual(4096);
    }
    expect(draws.powerLaw(5, 5, 1)).toBe(5);
  });

  test('shuffle keeps the items and leaves its argument alone', () => {
    const items = [1, 2, 3, 4, 5, 6, 7];
    const shuffled = stream(['shuffle']).shuffle(items);
    expect(items).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([...shuffled].sort()).toEqual(items);
  });
});

describe('a lottery', () => {
  const choices = Array.from({ length: 20 }, (_, index) => ({ key: `kind ${index}`, tickets: 1 + index }));

  test('gives each choice its share', () => {
    const draws = stream(['shares']);
    const wins = new Map<string, number>();
    for (let count = 0; count < 21_000; count++) {
      const { key } = draws.lottery(choices);
      wins.set(key, (wins.get(key) ?? 0) + 1);
    }
    for (const { key, tickets } of choices)
      expect(Math.abs((wins.get(key) ?? 0) - 100 * tickets)).toBeLessThan(60 + 15 * tickets);
  });

  test('changes only what a new choice wins', () => {
    const before = stream(['stable']);
    const after = stream(['stable']);
    const more = [...choices.slice(0, 4), { key: 'new', tickets: 7 }, ...choices.slice(4)];
    for (let count = 0; count < 5000; count++) {
      const old = before.lottery(choices).key;
      const now = after.lottery(more).key;
      expect(now === old || now === 'new').toBe(true);
    }
  });

  test('never draws a choice without a ticket, and needs one with', () => {
    const draws = stream(['none']);
    const options = [
      { key: 'never', tickets: 0 },
      { key: 'always', tickets: 2 },
    ];
    for (let count = 0; count < 200; count++) expect(draws.lottery(options).key).toBe('always');
    expect(() => draws.lottery([{ key: 'never', tickets: 0 }])).toThrow('ticket');
  });
});
