/** What collectors say that they touch (StrategyOptions.onAccess), from which a cache is simulated: every header, slot, copy and bitmap, and each as often as it is. */
import { expect, it, test } from 'vitest';
import type { Address } from '../../src/heap/memory.ts';
import type { ObjectMap } from '../../src/heap/object-map.ts';
import { ShadowedMutator } from '../support/shadow-graph.ts';
import { makeRing, ToyMachine, type ToyOptions } from '../support/toy-model.ts';

type Access = readonly [where: string, words: number, address: Address];

/** A machine that notes what its collector touches. */
function watched(name: string, options: ToyOptions = {}): { machine: ToyMachine; accesses: Access[] } {
  const accesses: Access[] = [];
  const onAccess: NonNullable<ToyOptions['onAccess']> = (address, words, where) => accesses.push([where, words, address]);
  return { machine: new ToyMachine(name, { ...options, onAccess }), accesses };
}

/** Words of a GC header; an object's own header has as many. */
const HEADER = 4;

it.each([1, 2, 3, 4])('the cycle collector touches one header for each that its passes look at (seed %i)', (seed) => {
  const seen = { headers: 0, others: 0 };
  const machine: ToyMachine = new ToyMachine('refcount-cycle', {
    thresholds: [30, 3, 3],
    trackObjects: true,
    onAccess: (address, words, where) => {
      const { starts } = machine.strategy as unknown as { starts: ObjectMap };
      if (where === 'heap' && words === 2 * HEADER && starts.has(address + HEADER)) seen.headers++;
      else seen.others++;
    },
  });
  new ShadowedMutator(machine, seed, { finalizers: true, weakrefs: true, slots: 5 }).run(4000, 500);
  const swept = machine.strategy.collections.reduce((sum, record) => sum + record.sweptCells, 0);
  expect(swept).toBeGreaterThan(200);
  expect(machine.strategy.collections.some(({ finalizers, weakrefsCleared }) => finalizers > 0 && weakrefsCleared > 0)).toBe(
    true,
  );
  expect(seen).toEqual({ headers: swept, others: 0 });
});

/** What going through the roots of a toy machine touches: 64 slots of the table, and one on the stack. */
const rootsOf = (machine: ToyMachine): Access[] => [
  ...Array.from({ length: 64 }, (_, index): Access => ['heap', 1, machine.tableStart + 2 * index]),
  ['heap', 1, machine.stackStart],
];

test('mark-sweep touches the roots, and both bitmaps of all mapped memory', () => {
  const { machine, accesses } = watched('mark-sweep');
  makeRing(machine);
  machine.collect();
  // All three lie in one block of 16 KiB.
  const block = machine.at(machine.stackStart) & ~4095;
  expect(accesses).toEqual([...rootsOf(machine), ['starts', 4096, block], ['marks', 4096, block]]);
});

test('semispace touches the roots, both sides of each copy, and the start bits of both spaces', () => {
  const { machine, accesses } = watched('semispace');
  makeRing(machine);
  const before = machine.at(machine.stackStart);
  machine.collect();
  const after = machine.at(machine.stackStart);
  // A node of 40 bytes is copied; then 4 words of to-space have been scanned, and three cells of 48 bytes are given up.
  expect(accesses).toEqual([
    ...rootsOf(machine),
    ['heap', 10, before],
    ['heap', 10, after],
    ['starts', 4, after],
    ['starts', 36, before],
  ]);
});

test('semispace copies buffers as it copies objects', () => {
  const { machine, accesses } = watched('semispace');
  const slot = machine.push(machine.node(0, { preheader: true }));
  machine.setBuffer(machine.at(slot), 30);
  const places = (): [node: Address, buffer: Address] => [machine.at(slot), machine.W[machine.at(slot) + 6]!];
  const [node, buffer] = places();
  machine.collect();
  const [copiedNode, copiedBuffer] = places();
  // 32 bytes of node behind 16 of pre-header; 240 bytes of buffer.
  expect(accesses.filter(([where, words]) => where === 'heap' && words > 1)).toEqual([
    ['heap', 12, node - 4],
    ['heap', 12, copiedNode - 4],
    ['heap', 60, buffer],
    ['heap', 60, copiedBuffer],
  ]);
});
