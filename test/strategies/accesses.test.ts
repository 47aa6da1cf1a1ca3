/** What collectors say that they touch (StrategyOptions.onAccess), from which a cache is simulated: every header, slot, copy and bitmap, and each as often as it is. */
import { expect, it, test } from 'vitest';
import { ShadowedMutator } from '../support/shadow-graph.ts';
import { makeRing, ToyMachine, type ToyOptions } from '../support/toy-model.ts';

type Access = readonly [where: string, words: number];

/** A machine that notes what its collector touches, by place and words. */
function watched(name: string, options: ToyOptions = {}): { machine: ToyMachine; accesses: Access[] } {
  const accesses: Access[] = [];
  const onAccess: NonNullable<ToyOptions['onAccess']> = (_, words, where) => accesses.push([where, words]);
  return { machine: new ToyMachine(name, { ...options, onAccess }), accesses };
}

const count = (accesses: readonly Access[], where: string, words: number): number =>
  accesses.filter(([place, length]) => place === where && length === words).length;

/** GC header and object header, 16 bytes each. */
const HEADERS = 8;

it.each([1, 2, 3, 4])('the cycle collector touches one header for each that its passes look at (seed %i)', (seed) => {
  const { machine, accesses } = watched('refcount-cycle', { thresholds: [30, 3, 3], trackObjects: true });
  new ShadowedMutator(machine, seed, { finalizers: true, weakrefs: true, slots: 5 }).run(4000, 500);
  const swept = machine.strategy.collections.reduce((sum, record) => sum + record.sweptCells, 0);
  expect(swept).toBeGreaterThan(200);
  expect(machine.strategy.collections.some(({ finalizers, weakrefsCleared }) => finalizers > 0 && weakrefsCleared > 0)).toBe(
    true,
  );
  expect(count(accesses, 'heap', HEADERS)).toBe(swept);
  expect(accesses.length).toBe(swept);
});

/** Slots of the root table of a toy machine, and the one on its stack. */
const ROOTS = 64 + 1;

test('mark-sweep touches the roots, and both bitmaps of all mapped memory', () => {
  const { machine, accesses } = watched('mark-sweep');
  makeRing(machine);
  machine.collect();
  // All three lie in one block of 16 KiB.
  expect(accesses.slice(0, ROOTS)).toEqual(Array.from({ length: ROOTS }, () => ['heap', 1]));
  expect(accesses.slice(ROOTS)).toEqual([
    ['starts', 4096],
    ['marks', 4096],
  ]);
});

test('semispace touches the roots, both sides of each copy, and the start bits of both spaces', () => {
  const { machine, accesses } = watched('semispace');
  makeRing(machine);
  machine.collect();
  expect(count(accesses, 'heap', 1)).toBe(ROOTS);
  // A node of 40 bytes is copied; then 4 words of to-space have been scanned, and three cells of 48 bytes are given up.
  expect(accesses.filter(([where, words]) => where !== 'heap' || words > 1)).toEqual([
    ['heap', 10],
    ['heap', 10],
    ['starts', 4],
    ['starts', 36],
  ]);
});

test('semispace copies buffers as it copies objects', () => {
  const { machine, accesses } = watched('semispace');
  const node = machine.node(0, { preheader: true });
  machine.push(node);
  machine.setBuffer(node, 30);
  machine.collect();
  // 32 bytes of node behind 16 of pre-header; 240 bytes of buffer.
  expect(accesses.filter(([where, words]) => where === 'heap' && words > 1)).toEqual([
    ['heap', 12],
    ['heap', 12],
    ['heap', 60],
    ['heap', 60],
  ]);
});
