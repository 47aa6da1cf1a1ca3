/** The exact oracle on programs whose lives can be worked out on paper, and against traces of whole programs. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CellResult } from '../../src/cell/cell.ts';
import { log2Class } from '../../src/cell/life-table.ts';
import { runCell } from '../../src/cell/run-cell.ts';
import { onCycles } from '../../src/cell/strong-components.ts';
import { strategies } from '../../src/strategies/catalogue.ts';
import { cellSpec } from '../support/cell-spec.ts';

const all = strategies.map(({ name, allocator }) => [name, allocator] as const);

function run(source: string, strategy: string, allocator: string, own = {}): CellResult {
  return runCell(cellSpec({ source, strategy, allocator, oracle: true, path: 'p.py', ...own }));
}

/** Lives of one class made at one line, as `objects × log2_life`, and how many were censored. */
function livesAt(result: CellResult, line: number, type: string): string {
  return result.lifetimes
    .filter((row) => row.site === `p.py:${line}` && row.type === type)
    .map(({ objects, log2_life, censored }) => `${objects}×${log2_life}${censored > 0 ? ` (${censored} censored)` : ''}`)
    .join(' ');
}

describe('on paper: a bytearray is a block of 56 bytes and a buffer of its length plus one', () => {
  // The names stand in the module's dict before, so that it grows for none of them.
  const source = `x = y = z = None
x = bytearray(5000)
y = bytearray(300)
x = None
z = bytearray(7000)
y = None
`;
  // Before each a tuple of 32 bytes is made that holds the argument until the array is there.
  // x lives its own buffer and y: 5001 + 32 + 56 + 301; y its own buffer and z: 301 + 32 + 56 + 7001; z is there at the end, 7001 later.
  const lives = { x: 5001 + 32 + 56 + 301, y: 301 + 32 + 56 + 7001, z: 7001 };

  test.each(all)('%s', (strategy, allocator) => {
    const result = run(source, strategy, allocator);
    expect(livesAt(result, 2, 'bytearray')).toBe(`1×${log2Class(lives.x)}`);
    expect(livesAt(result, 3, 'bytearray')).toBe(`1×${log2Class(lives.y)}`);
    expect(livesAt(result, 5, 'bytearray')).toBe(`1×${log2Class(lives.z)} (1 censored)`);
    // x was last used when it was bound to its name; from there to its death passes y. The tuple of y's argument waits for the array.
    const drag = result.delays.find(({ what, log2_b }) => what === 'drag' && log2_b === log2Class(32 + 56 + 301));
    expect(drag).toMatchObject({ objects: 2, bytes: 56 + 32, area: 56 * (32 + 56 + 301) + 32 * (56 + 301) });
  });
});

describe('on paper: demographics', () => {
  // Each turn makes a list, puts it into the older one, and the older one into it; the list of the turn before dies and holds one reference.
  const source = (turns: number): string => `
def main():
    box = [0]
    for turn in range(${turns}):
        young = [1]
        box[0] = young
        young[0] = box
main()
`;

  test.each(all)('%s', (strategy, allocator) => {
    const [few, many] = [100, 200].map((turns) => run(source(turns), strategy, allocator).demographics[0]!);
    const more = (figure: 'objects' | 'bytes' | 'references' | 'stores' | 'old_young_stores'): number =>
      many![figure] - few![figure];
    // A list object is 40 bytes.
    expect(more('objects')).toBe(100);
    expect(more('bytes')).toBe(4000);
    expect(more('stores')).toBe(200);
    expect(more('old_young_stores')).toBe(100);
    expect(more('references')).toBe(100);
    expect(many!.size_p10).toBeLessThanOrEqual(many!.size_p50);
    expect(many!.size_p50).toBeLessThanOrEqual(many!.size_p90);
    expect(many!.references_per_object).toBeCloseTo(many!.references / many!.objects, 5);
  });
});

describe('a ring dies when the last name of it goes, and waits for a collection', () => {
  const source = `
import gc
gc.disable()
class N: pass
a = N()
b = N()
a.o = b
b.o = a
del a
pad = bytearray(100000)
del b
pad = None
wait = bytearray(1000000)
gc.collect()
more = bytearray(3000000)
`;
  // From \`del b\` to the collection: the argument tuple, object and buffer of \`wait\`.
  const delay = 32 + 56 + 1000001;

  test.each(all.filter(([name]) => name !== 'refcount' && name !== 'no-gc'))('%s', (strategy, allocator) => {
    const { delays, leaks } = run(source, strategy, allocator);
    const row = delays.find(({ what, log2_b }) => what === 'reclaim' && log2_b === log2Class(delay));
    const counts = strategy.startsWith('refcount') || strategy === 'arena-pools';
    // A strategy that traces also finds what had died by counts a moment before.
    expect(row?.objects).toBeGreaterThanOrEqual(2);
    if (counts) expect(row?.area).toBe(row!.bytes * delay);
    expect(leaks).toEqual([]);
  });

  test('refcount leaks it, and says why', () => {
    const { leaks } = run(source, 'refcount', 'malloc');
    const ring = leaks.filter(({ type }) => type === 'N');
    expect(ring.map(({ cause, site, objects }) => [cause, site, objects])).toEqual([
      ['cycle', 'p.py:5', 1],
      ['cycle', 'p.py:6', 1],
    ]);
  });
});

test('what hangs from a ring is held by it', () => {
  const source = 'class N: pass\na = N()\na.self = a\na.load = [1.5, bytearray(10)]\ndel a\n';
  const { leaks } = run(source, 'refcount', 'malloc');
  const held = leaks.filter(({ site, cause }) => site === 'p.py:4' && cause === 'held-by-cycle');
  expect(held.map(({ type }) => type).sort()).toEqual(['bytearray', 'list']);
  expect(leaks.some(({ cause }) => cause === 'stuck-count')).toBe(false);
});

test('refcounting has no floating garbage on a program without cycles', () => {
  const source = 'keep = [[index, str(index)] for index in range(500)]\nfor index in range(500): keep[index] = None\n';
  for (const [strategy, allocator] of [
    ['refcount', 'malloc'],
    ['refcount-cycle', 'malloc'],
    ['arena-pools', 'arena-pools'],
  ] as const) {
    const reclaim = run(source, strategy, allocator).delays.filter(({ what, log2_b }) => what === 'reclaim' && log2_b > 0);
    // What the end of the program leaves for the last collection are its classes and modules, nothing of ours.
    const own = reclaim.reduce((sum, { objects }) => sum + objects, 0);
    expect(own).toBe(0);
  }
});

describe('is never charged, and agrees with a trace at every collection', () => {
  const source = readFileSync(new URL('../programs/gc/reachable_survive.py', import.meta.url), 'utf8');

  test.each(all)('%s', (strategy, allocator) => {
    const own = { samples: true, verify: true, stress: 3000, path: 'p.py' };
    const { timing: _with, lifetimes, survival, delays, leaks, demographics, ...seen } = run(source, strategy, allocator, own);
    const { timing: _without, ...plain } = run(source, strategy, allocator, { ...own, oracle: false });
    expect(seen).toEqual({
      ...plain,
      lifetimes: undefined,
      survival: undefined,
      delays: undefined,
      leaks: undefined,
      demographics: undefined,
    });
    expect(demographics).toHaveLength(1);
    expect(lifetimes.length).toBeGreaterThan(10);
    expect(delays.length).toBeGreaterThan(0);
    expect(leaks.some(({ cause }) => cause === 'stuck-count')).toBe(false);
    for (const [index, row] of survival.entries()) {
      expect(row.survival).toBeLessThanOrEqual(survival[index - 1]?.survival ?? 1);
      expect(row.at_risk_b).toBeLessThanOrEqual(survival[index - 1]?.at_risk_b ?? Number.POSITIVE_INFINITY);
    }
  });
});

test('lives are those of the program, not of the strategy', () => {
  const source = `
class Node:
    def __init__(self, value):
        self.value = value
        self.next = None
ring = None
for index in range(3000):
    node = Node(index)
    node.next = ring if index % 7 else node
    ring = node
    text = 'item ' + str(index)
`;
  const tables = all.map(([strategy, allocator]) => {
    const { lifetimes } = run(source, strategy, allocator);
    return lifetimes.filter(({ type }) => type === 'Node' || type === 'str').map((row) => ({ ...row, run_id: '' }));
  });
  for (const table of tables) expect(table).toEqual(tables[0]);
  expect(tables[0]!.reduce((sum, { objects }) => sum + objects, 0)).toBeGreaterThan(6000);
});

describe('cycles of a graph', () => {
  test.each([
    ['1>2 2>3', []],
    ['1>1', [1]],
    ['1>2 2>1 2>3', [1, 2]],
    ['1>2 2>3 3>4 4>2 4>5 5>6', [2, 3, 4]],
    ['1>2 2>1 3>4 4>3 2>3', [1, 2, 3, 4]],
    ['1>2 1>3 2>4 3>4', []],
  ])('%s', (notation, members) => {
    const children: number[][] = [[]];
    for (const edge of notation.split(' ')) {
      const [from = 0, to = 0] = edge.split('>').map(Number);
      for (const node of [from, to]) children[node] ??= [];
      children[from]!.push(to);
    }
    const starts = children.map((_, node) => children.slice(0, node).flat().length);
    const edges = Int32Array.from(children.flat());
    const found = onCycles({ nodes: children.length, starts: Int32Array.from([...starts, edges.length]), edges });
    expect([...found.keys()].filter((node) => found[node] === 1)).toEqual(members);
  });
});
