import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runCell } from '../../src/cell/run-cell.ts';
import { exportProgram } from '../../src/export/program-export.ts';
import { type SnapshotPoint, SnapshotTaker } from '../../src/export/snapshot-taker.ts';
import { findStrategy, strategies } from '../../src/strategies/catalogue.ts';
import { cellSpec } from '../support/cell-spec.ts';
import { type ParsedNode, parseSnapshot, reachable } from './snapshot-parser.ts';

const tutorials = fileURLToPath(new URL('../../src/workloads/tutorial/', import.meta.url));

interface Options {
  readonly strategy?: string;
  readonly points?: readonly SnapshotPoint[];
  readonly programOnly?: boolean;
  readonly stress?: number;
}

/** Snapshots by name: nodes, and what the list of files says of each. */
function snapshots(source: string, { strategy = 'arena-pools', points = [], programOnly = false, stress = 0 }: Options = {}) {
  const { files } = exportProgram({
    cells: [
      {
        contestant: strategy,
        spec: cellSpec({ source, strategy, allocator: findStrategy(strategy).allocator, stress }),
      },
    ],
    formats: ['heapsnapshot'],
    points,
    programOnly,
  });
  return new Map(
    files.map(({ name, shows, text }) => [name.replace('.heapsnapshot', ''), { nodes: parseSnapshot(text), shows, text }]),
  );
}

const line = (number: number, hit = 1): SnapshotPoint => ({ kind: 'line', line: number, hit });
const bytes = (nodes: Iterable<ParsedNode>): number => [...nodes].reduce((sum, { selfSize }) => sum + selfSize, 0);

const CYCLE = `
class Node:
    pass
a = Node()
b = Node()
a.partner = b
b.partner = a
del a, b
done = True
`;

const MIXED = `
import json, collections, weakref
class P:
    __slots__ = ('x', 'y')
    def __init__(self):
        self.x = [1000, 'text']
        self.y = {'k': 2.5}
def gen():
    yield P()
g = gen()
p = next(g)
d = collections.deque([p])
f = lambda n=p: n
def run(q):
    def inner():
        return q
    here = [inner]
    return here
run(p)
s = {(1, 2), frozenset('ab')}
big = list(range(1000))
t = json.loads('{"a": [1, 2]}')
`;

describe('sizes and reachability', () => {
  test.each(strategies.map(({ name }) => name))('under %s: sizes add up to the used bytes, at every point', (strategy) => {
    const taken = snapshots(MIXED, { strategy, points: [line(11), line(17), line(21)] });
    expect([...taken.keys()]).toEqual(['line-11', 'line-17', 'line-21', 'end']);
    for (const { nodes, shows } of taken.values()) {
      const [, objects, total] = /: (\d+) objects, (\d+) B/.exec(shows)!.map(Number);
      expect(bytes(nodes)).toBe(total);
      expect(objects).toBeGreaterThan(100);
      const reached = reachable(nodes);
      const garbage = nodes.filter((node) => !reached.has(node));
      const [, count, lost] = /of which (\d+) \((\d+) B\) unreachable/.exec(shows)?.map(Number) ?? [0, 0, 0];
      expect([garbage.length, bytes(garbage)]).toEqual([count, lost]);
    }
  });

  test.each(strategies.map(({ name }) => name))('under %s the sum is what the strategy counts as used', (strategy) => {
    const taker = new SnapshotTaker('program.py', [line(17), { kind: 'collection', number: 1 }], false);
    runCell(
      cellSpec({ source: `${MIXED}import gc\ngc.collect()\n`, strategy, allocator: findStrategy(strategy).allocator }),
      taker,
    );
    expect(taker.taken.length).toBeGreaterThanOrEqual(2);
    for (const { name, bytes: sum, usedBytes } of taker.taken) expect(sum, name).toBe(usedBytes);
  });

  test('a cycle that counting misses has no retaining path; marking reclaims it', () => {
    const nodes = snapshots(CYCLE, { strategy: 'refcount' }).get('end')!.nodes;
    const lost = nodes.filter(({ name, type }) => name === 'Node' && type === 'object');
    expect(lost).toHaveLength(2);
    expect(lost[0]!.edges.find(({ name }) => name === 'partner')?.to).toBe(lost[1]);
    const reached = reachable(nodes);
    expect(lost.filter((node) => reached.has(node))).toEqual([]);

    const collected = snapshots(`import gc\n${CYCLE}gc.collect()\nend = 1\n`, {
      strategy: 'mark-sweep',
      points: [{ kind: 'collection', number: 1 }],
    });
    const count = (name: string) =>
      collected.get(name)!.nodes.filter((node) => node.name === 'Node' && node.type === 'object').length;
    expect([count('gc-1-before'), count('gc-1-after'), count('end')]).toEqual([2, 0, 0]);
  });
});

describe('names', () => {
  const { nodes } = snapshots(MIXED, { points: [line(17)] }).get('line-17')!;
  const named = (name: string): ParsedNode => nodes.find((node) => node.name === name && node.selfSize > 0)!;
  const follow = (from: ParsedNode, ...labels: (string | number)[]): ParsedNode =>
    labels.reduce((node, label) => node.edges.find(({ name }) => name === label)!.to, from);

  test('objects by type, edges by attribute, index and key', () => {
    const p = named('P');
    expect(follow(p, 'x').name).toBe('list');
    expect(follow(p, 'x', 0)).toMatchObject({ type: 'number', name: '1000' });
    expect(follow(p, 'x', 1)).toMatchObject({ type: 'string', name: 'text' });
    expect(follow(p, 'y', "['k']")).toMatchObject({ type: 'number', name: '2.5' });
    expect(follow(p, '__class__').name).toBe('class P');
  });

  test('the fields of built-ins', () => {
    const source = `class C:
    def get(self): pass
    def put(self, value): pass
    p = property(get, put)
own = {'slice': slice(1001, 1002, 1003), 'range': range(2001, 2002, 2003), 'property': C.__dict__['p'], 'method': C().get}
end = 1
`;
    const nodesOf = snapshots(source).get('end')!.nodes;
    const fields = (name: string, ...labels: string[]) => {
      const own = follow(nodesOf[0]!, '__main__', '__dict__', "['own']", `['${name}']`);
      return labels.map((label) => follow(own, label).name);
    };
    expect(fields('slice', 'start', 'stop', 'step')).toEqual(['1001', '1002', '1003']);
    expect(fields('range', 'start', 'stop', 'step')).toEqual(['2001', '2002', '2003']);
    expect(fields('property', 'fget', 'fset')).toEqual(['C.get', 'C.put']);
    expect(fields('method', '__self__', '__func__')).toEqual(['C', 'C.get']);
  });

  test('the module and the frames are where paths begin', () => {
    const [root] = nodes;
    expect(follow(root!, '__main__', '__dict__', "['p']")).toBe(named('P'));
    const frame = root!.edges.find(({ name }) => String(name).startsWith('frame run'))!.to;
    expect(frame.name).toBe('frame run, program.py:17');
    expect(follow(frame, 'q', 'contents')).toBe(named('P'));
    expect(follow(frame, 'inner')).toMatchObject({ type: 'closure', name: 'run.<locals>.inner' });
  });

  test('what DevTools looks for by name is there', () => {
    const roots = nodes[0]!.edges.map(({ to }) => to);
    expect(roots.filter(({ type }) => type === 'synthetic').map(({ name }) => name)).toEqual(['(GC roots)']);
    // Odd ids are objects of the program's run; the rest is even.
    expect(nodes.filter(({ id }) => id % 2 === 1).length).toBeGreaterThan(50);
    expect(named('P').id % 2).toBe(1);
  });
});

test('an object keeps its id when a collector moves it', () => {
  const source = 'class Kept:\n    pass\nk = Kept()\nx = [[] for i in range(50)]\ny = 1\n';
  const taken = snapshots(source, { strategy: 'semispace', points: [line(4), line(5)], stress: 3 });
  const id = (name: string) => taken.get(name)!.nodes.find((node) => node.name === 'Kept')!.id;
  expect(new Set(['line-4', 'line-5', 'end'].map(id)).size).toBe(1);
});

test('--program-only leaves the library out and keeps every path of the program', () => {
  const whole = snapshots(MIXED).get('end')!.nodes;
  const own = snapshots(MIXED, { programOnly: true }).get('end')!.nodes;
  expect(own.length).toBeLessThan(whole.length / 2);
  expect(own.some(({ name }) => name === 'class JSONDecoder')).toBe(false);
  const reached = reachable(own);
  for (const name of ['P', 'collections.deque', 'class P'])
    expect(reached.has(own.find((node) => node.name === name)!), name).toBe(true);
  // A constant belongs to the code it stands in.
  expect(own.find(({ name }) => name === '1000')).toMatchObject({ type: 'number', selfSize: 28 });
});

test('the same run gives the same bytes, and looking changes no result', () => {
  const run = () => snapshots(MIXED, { strategy: 'semispace' }).get('end')!.text;
  expect(run()).toBe(run());
});

describe('a point that is never reached', () => {
  test.each([
    [line(40), 'line 40 of program.py never ran', 'lines that ran: 2-9.'],
    [line(6, 3), 'line 6 of program.py ran once, not 3 times', '--at 6:HIT takes a HIT of 1..1.'],
    [{ kind: 'collection', number: 5 } as const, 'there was no collection 5 while program.py ran', 'there were 0;'],
  ])('%j', (point, message, hint) => {
    const attempt = () => snapshots(CYCLE, { points: [point] });
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(expect.objectContaining({ hint: expect.stringContaining(hint) }));
  });
});

test('tutorials: every one can be exported', () => {
  for (const name of ['call_and_frame', 'traceback_keeps_frames', 'weak_references', 'finalizer_order']) {
    const taken = snapshots(readFileSync(`${tutorials}${name}.py`, 'utf8'));
    expect(taken.get('end')!.nodes.length, name).toBeGreaterThan(100);
  }
});
