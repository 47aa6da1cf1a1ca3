import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { timsort } from '../../../src/interp/runtime/timsort.ts';

// Inputs as timsort.py makes them; timsort.golden is what CPython 3.13 did with them.
let state = 12345n;

function draw(bound: number): number {
  state = (state * 1103515245n + 12345n) % 2147483648n;
  return Number(state >> 8n) % bound;
}

function numbers(length: number, value: (index: number) => number): number[] {
  return Array.from({ length }, (_, index) => value(index));
}

function nearlySorted(length: number): number[] {
  const values = numbers(length, (index) => index);
  for (let swap = 0; swap < Math.floor(length / 10); swap++) {
    const i = draw(length);
    const j = draw(length);
    [values[i], values[j]] = [values[j], values[i]];
  }
  return values;
}

const SHAPES: Record<string, (length: number) => number[]> = {
  shuffled: (n) => numbers(n, () => draw(n)),
  ascending: (n) => numbers(n, (i) => i),
  descending: (n) => numbers(n, (i) => n - i),
  'few values': (n) => numbers(n, () => draw(4)),
  'nearly sorted': nearlySorted,
  'descending stairs': (n) => numbers(n, (i) => -Math.floor(i / 7)),
  constant: (n) => numbers(n, () => 0),
  saw: (n) => numbers(n, (i) => i % 50),
  'ascending with noise': (n) => numbers(n, (i) => (i % 100 < 80 ? i : draw(n))),
  valley: (n) => numbers(n, (i) => (i < Math.floor(n / 2) ? n - i : i)),
  'flat then stairs down': (n) => {
    const flat = Math.floor(n / 3);
    return numbers(n, (i) => (i < flat ? 0 : Math.floor(-(i - flat) / 3)));
  },
};

const golden = readFileSync(new URL('timsort.golden', import.meta.url), 'utf8')
  .split('\n')
  .slice(1, -1);

describe('timsort', () => {
  test('compares what CPython compares, in its order', () => {
    expect(golden.length).toBeGreaterThan(100);
    for (const line of golden) {
      const [shape, length] = line.split('; ');
      const values = SHAPES[shape](Number(length));
      const order = Int32Array.from(values.keys());
      let count = 0;
      let trace = 0;
      timsort(order, (left, right) => {
        count++;
        trace = (trace * 31 + left * 7 + right) % 1000000007;
        return values[left] < values[right];
      });
      const sum = order.reduce((total, item) => (total * 31 + item) % 1000000007, 0);
      expect([shape, length, count, trace, sum].join('; ')).toBe(line);
    }
  });

  test('keeps every item when a comparison throws', () => {
    for (let at = 1; at < 400; at += 7) {
      const order = Int32Array.from({ length: 100 }, (_, index) => index);
      let count = 0;
      const fail = (): void =>
        timsort(order, (left, right) => {
          if (++count === at) throw new Error('comparison failed');
          return (left * 37) % 101 < (right * 37) % 101;
        });
      expect(fail).toThrow('comparison failed');
      expect([...order].sort((a, b) => a - b)).toEqual(numbers(100, (index) => index));
    }
  });
});
