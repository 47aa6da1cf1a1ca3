import { describe, expect, test } from 'vitest';
import { EventTrace } from '../../src/cell/event-trace.ts';
import { runCell } from '../../src/cell/run-cell.ts';
import type { Machine } from '../../src/interp/machine.ts';
import { findStrategy } from '../../src/strategies/catalogue.ts';
import { cellSpec } from '../support/cell-spec.ts';

const program = `
import gc, weakref
class Node:
    def __del__(self):
        pass
def build(n):
    return [[i] for i in range(n)]
rows = build(3)
node = Node()
node.me = node
watch = weakref.ref(node, lambda r: None)
del rows
del node
gc.collect()
again = build(2)
`;

/** Lines that the run writes; those of the program itself only, unless `all`. */
function trace(strategy: string, { addresses = false, all = false, source = program } = {}): string[] {
  let text = '';
  let events: EventTrace | null = null;
  const result = runCell(cellSpec({ source, strategy, allocator: findStrategy(strategy).allocator }), {
    begin: (machine) => {
      events = new EventTrace(machine, {
        addresses,
        write: (piece) => {
          text += piece;
        },
      });
    },
    end: () => events?.finish(),
  });
  expect(result.status).toBe('ok');
  const lines = text.split('\n').slice(0, -1);
  return all ? lines : lines.filter((line) => line.includes('program.py'));
}

const numberOf = (line: string): string => /#(\d+)/u.exec(line)![1]!;

describe.each(['arena-pools', 'refcount', 'refcount-cycle', 'mark-sweep', 'semispace', 'no-gc'])('%s', (strategy) => {
  test('nothing is freed twice, nor before it was allocated', () => {
    const allocated = new Set<string>();
    const freed = new Set<string>();
    for (const line of trace(strategy, { all: true })) {
      if (line.startsWith('alloc')) allocated.add(numberOf(line));
      if (!line.startsWith('free #')) continue;
      expect(allocated.has(numberOf(line)), line).toBe(true);
      expect(freed.has(numberOf(line)), line).toBe(false);
      freed.add(numberOf(line));
    }
    expect(allocated.size).toBeGreaterThan(50);
    expect(freed.size > 0).toBe(strategy !== 'no-gc');
  });

  test('allocations come in the same order, at the same lines, as under arena-pools', () => {
    const allocations = (name: string): string[] => trace(name).filter((line) => line.startsWith('alloc'));
    expect(allocations(strategy)).toEqual(allocations('arena-pools'));
  });
});

test('a line names the object, its bytes, and the source line and function', () => {
  const lines = trace('arena-pools');
  const lists = lines.filter((line) => /^alloc #\d+ list 40 {2}program\.py:7 build$/u.test(line));
  expect(lists).toHaveLength(4 + 3);
  const freed = lines.filter((line) => /^free #\d+ list 40 {2}program\.py:12 <module>$/u.test(line));
  expect(freed.map(numberOf)).toEqual(lists.slice(0, 4).map(numberOf).reverse());
});

test('a collection, the callback and the finalizer in it, and the death of the cycle', () => {
  const lines = trace('refcount-cycle', { all: true });
  const begin = lines.indexOf('gc begin cycle 2 explicit  program.py:14 <module>');
  const end = lines.findIndex((line, index) => index > begin && line.startsWith('gc end'));
  expect(begin).toBeGreaterThan(0);
  expect(
    lines
      .slice(begin + 1, end)
      .filter((line) => !line.includes('<start>'))
      .map((line) => line.replace(/#\d+/u, '#n').split('  ')[0]),
  ).toEqual(['callback #n weakref.ReferenceType', 'finalize #n Node', expect.stringMatching(/^free #n Node \d+$/u)]);
  expect(lines[end]).toMatch(/^gc end cycle 2: freed \d+ B, 1 finalizers, 1 weak references cleared, 0 resurrected$/u);
});

test('addresses can be shown; a block that is used again shows the same one', () => {
  // A full collection gives the free lists back, in which CPython's start has left blocks too: more lists are made than those.
  const source = program.replace('again = build(2)', 'again = build(40)');
  const lines = trace('arena-pools', { addresses: true, source });
  const address = (line: string): string => /@([0-9a-f]+)/u.exec(line)![1]!;
  const freed = lines.find((line) => line.startsWith('free') && line.includes('list 40') && line.includes(':12 '))!;
  const later = lines.filter((line) => line.startsWith('alloc') && line.includes(' list 40') && line.includes(':7 ')).slice(4);
  expect(later.map(address)).toContain(address(freed));
});

test('a run that nobody traces keeps the methods of its class', () => {
  let seen: Machine | null = null;
  runCell(cellSpec({ source: program }), {
    begin: (machine) => {
      seen = machine;
    },
  });
  for (const method of ['allocate', 'allocateGc', 'reclaim', 'freeLeaf', 'openRecord']) {
    expect(Object.hasOwn(seen!.strategy, method), method).toBe(false);
  }
});
