import { expect, test } from 'vitest';
import { runCell } from '../../src/cell/run-cell.ts';
import { findStrategy } from '../../src/strategies/catalogue.ts';
import { cellSpec } from '../support/cell-spec.ts';

const program = `
import sys
rows = [[i, str(i), (i, i), {i: i}] for i in range(5000)]
del rows[::3]
pairs = [(i, i) for i in range(30)]
del pairs[:]
sys._debugmallocstats()
`;

function books(strategy: string): string {
  return runCell(cellSpec({ source: program, strategy, allocator: findStrategy(strategy).allocator })).stderr;
}

const numbers = (text: string): number => Number(text.replaceAll(',', ''));

test('the books of the arenas balance: the parts add up to the total, and that to whole arenas', () => {
  const text = books('arena-pools');
  const [, arenas, arenaBytes] = /^(\d+) arenas \* 1048576 bytes\/arena\s+=\s+([\d,]+)$/mu.exec(text)!;
  const start = text.indexOf('# bytes in allocated blocks');
  const end = text.indexOf('Total', start);
  const parts = [...text.slice(start, end).matchAll(/=\s+([\d,]+)$/gmu)].map(([, value]) => numbers(value!));
  const [, total] = /^Total\s+=\s+([\d,]+)$/mu.exec(text)!;
  expect(parts).toHaveLength(6);
  expect(parts.reduce((sum, part) => sum + part)).toBe(numbers(total!));
  expect(numbers(total!)).toBe(numbers(arenaBytes!));
  expect(numbers(total!)).toBe(Number(arenas) * 1048576);
});

test('each class holds as many blocks as its pools have room for', () => {
  const rows = [...books('arena-pools').matchAll(/^ +(\d+) +(\d+) +(\d+) +(\d+) +(\d+)$/gmu)].map((row) =>
    row.slice(1).map(Number),
  );
  expect(rows.length).toBeGreaterThan(8);
  for (const [index, size, pools, used, available] of rows as [number, number, number, number, number][]) {
    expect(size).toBe(16 * (index + 1));
    expect(used + available).toBe(pools * Math.floor((16384 - 48) / size));
  }
});

test('the free lists hold what died last', () => {
  const [, pairs] = /^ *(\d+) free 2-sized PyTupleObjects \* 40 bytes each =/mu.exec(books('arena-pools'))!;
  expect(Number(pairs)).toBeGreaterThanOrEqual(30);
});

test('without pools only the free lists are shown, and they are empty', () => {
  const lines = books('mark-sweep').trimEnd().split('\n');
  expect(lines).toHaveLength(24);
  expect(lines.every((line) => /^ +0 free .* = {2,}0$/u.test(line))).toBe(true);
});
