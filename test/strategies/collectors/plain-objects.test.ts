/**
 * ObjectModel.plain is a fast path and nothing else: with it and without it the same blocks are freed in the same order, the same events are counted and
 * the same pauses recorded. So random programs run twice, and traces whose outcome is clear stand beside them.
 */
import { describe, expect, it } from 'vitest';
import { LabBug } from '../../../src/base/errors.ts';
import { stream } from '../../../src/base/random-streams.ts';
import { EVENT, EVENTS } from '../../../src/heap/clock.ts';
import { FLAG_DYING, FLAGS, IMMORTAL } from '../../../src/heap/layout.ts';
import type { Address } from '../../../src/heap/memory.ts';
import { ShadowedMutator } from '../../support/shadow-graph.ts';
import { ToyMachine, type ToyOptions } from '../../support/toy-model.ts';

const counting = ['arena-pools', 'refcount-cycle', 'refcount'];

/** Everything that can be told of what a machine did. */
interface Story {
  readonly freed: readonly string[];
  readonly log: readonly string[];
  readonly events: Readonly<Record<string, number>>;
  readonly pauses: readonly unknown[];
  readonly rest: readonly unknown[];
}

/** Runs `program` on a fresh machine and tells what became of it. */
function storyOf(name: string, options: ToyOptions, program: (machine: ToyMachine) => void): Story {
  const machine = new ToyMachine(name, { freeListLimits: [0, 2, 3], thresholds: [40, 3, 3], ...options });
  const freed: string[] = [];
  const { allocator } = machine.strategy as unknown as { allocator: { free(address: Address, bytes: number): void } };
  const free = allocator.free.bind(allocator);
  allocator.free = (address, bytes) => {
    freed.push(`${address} ${bytes}`);
    free(address, bytes);
  };
  program(machine);
  const { strategy, clock } = machine;
  strategy.clock.fold();
  return {
    freed,
    log: machine.log,
    events: Object.fromEntries(EVENTS.map((event, index) => [event.name, clock.count(index)])),
    pauses: strategy.pauses,
    rest: [strategy.footprint(), strategy.gc.counts(), strategy.collections, strategy.keptObjects?.()],
  };
}

/** The story without the fast path; asserts that the fast path tells the same one. */
function sameStory(name: string, options: ToyOptions, program: (machine: ToyMachine) => void): Story {
  const plain = storyOf(name, { ...options, plain: true }, program);
  const slow = storyOf(name, { ...options, plain: false }, program);
  expect(plain).toEqual(slow);
  return slow;
}

/** A node of random shape over nodes made before; some are shared, some slots are empty or hold what never dies. */
function growGraph(machine: ToyMachine, seed: number, nodes: number): void {
  const random = stream(['plain objects', seed]);
  const pool: Address[] = [];
  const made = (object: Address): void => {
    machine.push(object);
    pool.push(object);
  };
  made(machine.node(0));
  for (let index = 0; index < nodes; index++) {
    const slots = random.int(0, 17);
    const type = random.chance(0.2) ? random.pick(pool) : undefined;
    const node = machine.node(slots, {
      reversed: random.chance(0.5),
      preheader: random.chance(0.2),
      finalizer: random.chance(0.05),
      ...(type === undefined ? {} : { type }),
    });
    for (let slot = 0; slot < slots; slot++) {
      const kind = random.int(0, 9);
      if (kind < 3) machine.set(node, slot, random.pick(pool));
      else if (kind < 6) machine.give(node, slot, machine.leafObject(random.pick([24, 28, 60])));
      else if (kind < 7) machine.set(node, slot, machine.staticType);
      else if (kind < 8) machine.give(node, slot, machine.node(1));
    }
    if (random.chance(0.1)) machine.push(machine.weakref(node));
    made(node);
  }
}

describe.each(counting)('%s', (name) => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('frees a graph of seed %i alike', (seed) => {
    // One slot after the other: some deaths are of one object, some of long cascades.
    const story = sameStory(name, { poison: seed % 2 === 0 }, (machine) => {
      growGraph(machine, seed, 120);
      machine.onFinalize = () => {
        machine.strategy.release(machine.node(3));
        machine.strategy.release(machine.leafObject(24));
      };
      machine.dropAll();
    });
    expect(story.freed.length).toBeGreaterThan(300);
    expect(story.pauses.length).toBeGreaterThan(1);
  });

  it.each([1, 2, 3])('serves a mutator of seed %i alike', (seed) => {
    const story = sameStory(name, { trackObjects: true, poison: true }, (machine) => {
      new ShadowedMutator(machine, seed, { finalizers: true, weakrefs: true, slots: 6 }).run(1200, 100);
      machine.verify();
    });
    expect(story.freed.length).toBeGreaterThan(100);
  });

  it('lets go of many references in the order of the slots, and of the type last', () => {
    for (const reversed of [false, true]) {
      const story = sameStory(name, {}, (machine) => {
        const type = machine.node(0, { finalizer: true });
        const node = machine.node(4, { type, reversed });
        machine.strategy.release(type);
        for (const slot of [0, 1, 3]) machine.give(node, slot, machine.node(0, { finalizer: true }));
        machine.strategy.release(node);
      });
      // Tags: the type is 1, the node 2, its slots 3, 4, none and 5.
      expect(story.log).toEqual((reversed ? [5, 4, 3, 1] : [3, 4, 5, 1]).map((tag) => `del ${tag}`));
    }
  });

  it('says so when a reference leads to what was freed', () => {
    const machine = new ToyMachine(name, { plain: true, poison: true, freeListLimits: [0, 0, 0] });
    for (const child of [machine.leafObject(60), machine.node(2)]) {
      const owner = machine.node(2);
      machine.set(owner, 1, child);
      machine.strategy.release(child);
      machine.strategy.release(child);
      expect(() => machine.strategy.release(owner)).toThrow(LabBug);
    }
  });

  it('is not taken where a pause would be cut in two', () => {
    // The finalizer of a node deep in a cascade lets go of a plain object of its own.
    const story = sameStory(name, { freeListLimits: [0, 0, 0] }, (machine) => {
      machine.onFinalize = () => {
        const plain = machine.node(1);
        machine.give(plain, 0, machine.leafObject(60));
        machine.strategy.release(plain);
      };
      let chain = 0;
      for (let index = 0; index < 40; index++) {
        const node = machine.node(1, { finalizer: index === 20 });
        machine.give(node, 0, chain);
        chain = node;
      }
      machine.strategy.release(chain);
    });
    expect(story.pauses.length).toBe(1);
    expect(story.freed.length).toBe(42);
  });
});

describe('what a plain object leaves', () => {
  it('is a count of 0 and a block in its free list', () => {
    const machine = new ToyMachine('arena-pools', { plain: true, trackObjects: true });
    const node = machine.node(1);
    machine.give(node, 0, machine.leafObject(24));
    machine.strategy.release(node);
    expect(machine.strategy.keptObjects!().slice(1, 3)).toEqual([1, 1]);
    machine.verify();
    expect(machine.node(1)).toBe(node);
    expect(machine.clock.count(EVENT.alloc_freelist)).toBe(1);
  });

  it('is marked while its references wait', () => {
    const machine = new ToyMachine('refcount-cycle', { plain: true, trackObjects: true, poison: true });
    const seen: [count: number, dying: number][] = [];
    const owner = machine.node(2);
    machine.give(owner, 0, machine.node(0, { finalizer: true }));
    machine.give(owner, 1, machine.node(0));
    machine.onFinalize = () => {
      seen.push([machine.W[owner], machine.W[owner + FLAGS] & FLAG_DYING]);
      machine.verify();
    };
    machine.strategy.release(owner);
    expect(seen).toEqual([[0, FLAG_DYING]]);
    machine.verify();
  });

  it('never is an immortal that has lost a reference', () => {
    const machine = new ToyMachine('refcount', { plain: true });
    const owner = machine.node(2);
    const immortal = machine.node(0);
    machine.W[immortal] = IMMORTAL;
    machine.set(owner, 0, immortal);
    machine.set(owner, 1, immortal);
    machine.strategy.release(owner);
    expect(machine.W[immortal]).toBe(IMMORTAL);
    expect(machine.clock.count(EVENT.child_release)).toBe(2);
  });
});
