/** Every strategy, on every allocator it permits, against a shadow graph in plain JavaScript, under stress, poison and verification. */
import { describe, expect, it } from 'vitest';
import { verifyHeap } from '../../src/heap/verify.ts';
import { strategies } from '../../src/strategies/catalogue.ts';
import { ShadowedMutator } from '../support/shadow-graph.ts';
import { ToyMachine, type ToyOptions } from '../support/toy-model.ts';

const cases = strategies.flatMap((entry) => entry.allocators.map((allocator) => [entry.name, allocator] as const));

const settings: readonly {
  readonly name: string;
  readonly options: ToyOptions;
  readonly steps: number;
  readonly seeds: readonly number[];
}[] = [
  { name: 'stress 1', options: { stress: 1, poison: true, verified: true }, steps: 400, seeds: [1, 2, 3] },
  { name: 'stress 13', options: { stress: 13, poison: true, verified: true }, steps: 1500, seeds: [4, 5] },
  {
    name: 'no stress, low thresholds',
    options: { poison: true, verified: true, thresholds: [20, 3, 3] },
    steps: 2500,
    seeds: [6, 7],
  },
  {
    name: 'no poison, no leaf shortcut',
    options: { verified: true, leaf: false, thresholds: [50, 5, 5] },
    steps: 2500,
    seeds: [8],
  },
  {
    name: 'plain objects, stress 7',
    options: { stress: 7, poison: true, verified: true, plain: true },
    steps: 700,
    seeds: [9],
  },
];

describe.each(cases)('%s on %s', (name, allocator) => {
  for (const { name: setting, options, steps, seeds } of settings) {
    it.each(seeds)(`keeps the graph of seed %i (${setting})`, (seed) => {
      const machine = new ToyMachine(name, { ...options, allocator });
      const mutator = new ShadowedMutator(machine, seed, { finalizers: true, weakrefs: true, slots: 5 });
      mutator.run(steps, 25);
      verifyHeap(machine.context, machine.strategy);
      machine.onFinalize = () => {};
      machine.onCallback = () => {};
      mutator.dropRoots();
      machine.quiesce();
      const report = verifyHeap(machine.context, machine.strategy);
      if (!machine.strategy.capabilities.reclaimsCycles) return;
      expect(report.objects).toBe(0);
      expect(report.bytes).toBe(0);
      // Each finalizer ran exactly once, also those that ran after the last comparison.
      const finalizers = machine.log.filter((line) => line.startsWith('del '));
      expect(new Set(finalizers).size).toBe(finalizers.length);
    });
  }

  it('leaves exactly what it cannot reclaim', () => {
    const machine = new ToyMachine(name, { allocator, trackObjects: true, poison: true });
    const mutator = new ShadowedMutator(machine, 21, { finalizers: false, weakrefs: false, slots: 4 });
    mutator.run(3000, 50);
    mutator.dropRoots();
    machine.quiesce();
    const left: number[] = [];
    machine.strategy.objects((object) => left.push(machine.tag(object)));
    const { refcount, reclaimsCycles } = machine.strategy.capabilities;
    const expected = reclaimsCycles ? [] : refcount === 'eager' ? [...mutator.heldByCycles()] : [...mutator.byTag.keys()];
    expect(left.sort((l, r) => l - r)).toEqual(expected.sort((l, r) => l - r));
    expect(verifyHeap(machine.context, machine.strategy).objects).toBe(left.length);
  });

  it('does the same twice', () => {
    const run = (): unknown => {
      const machine = new ToyMachine(name, { allocator, thresholds: [30, 4, 4] });
      const mutator = new ShadowedMutator(machine, 5, { finalizers: true, weakrefs: true, slots: 4 });
      mutator.run(1500, 100);
      machine.strategy.clock.fold();
      return [
        machine.log,
        machine.strategy.footprint(),
        [...machine.clock.total],
        machine.strategy.collections,
        machine.strategy.pauses,
      ];
    };
    expect(run()).toEqual(run());
  });
});
