/** The generational cycle collector against what CPython 3.13 was seen to do. */
import { describe, expect, it } from 'vitest';
import { EVENT } from '../../../src/heap/clock.ts';
import { FLAG_COLLECTING, FLAG_MARK, FLAGS, GC_NEXT, GC_PREV, WEAK_CALLBACK } from '../../../src/heap/layout.ts';
import { type Address, WORDS as W } from '../../../src/heap/memory.ts';
import { PENDING } from '../../../src/heap/strategy.ts';
import { DEBUG_SAVEALL } from '../../../src/strategies/collectors/cycle-collector.ts';
import { type NodeOptions, ToyMachine, type ToyOptions } from '../../support/toy-model.ts';

const make = (options: ToyOptions = {}): ToyMachine =>
  new ToyMachine('refcount-cycle', { trackObjects: true, poison: true, verified: true, ...options });

/** A ring of nodes without any reference from outside; returns the first. */
function ring(machine: ToyMachine, length: number, options: NodeOptions = {}): Address {
  const nodes = Array.from({ length }, () => machine.node(2, options));
  for (const [index, node] of nodes.entries()) machine.set(node, 0, nodes[(index + 1) % length]!);
  for (const node of nodes) machine.strategy.release(node);
  return nodes[0]!;
}

const tags = (machine: ToyMachine, generation: number): number[] =>
  machine.strategy.gc.objects(generation).map((object) => machine.tag(object));

describe('when it runs', () => {
  it('at the first safepoint after the 2001st collectable object', () => {
    const machine = new ToyMachine('refcount-cycle');
    for (let index = 0; index < 2000; index++) machine.push(machine.node(0));
    machine.push(machine.leafObject(40));
    expect(machine.strategy.control[PENDING]).toBe(0);
    machine.push(machine.node(0));
    expect(machine.strategy.control[PENDING]).toBe(1);
    for (let index = 0; index < 4004; index++) machine.push(machine.node(0));
    expect(machine.strategy.collections.length).toBe(0);
    expect(machine.poll()).toBe(true);
    expect(machine.strategy.control[PENDING]).toBe(0);
    expect(machine.strategy.collections.map((record) => [record.generation, record.trigger, record.candidates])).toEqual([
      [0, 'threshold', 6005],
    ]);
    expect(machine.strategy.gc.counts()).toEqual([0, 1, 0]);
  });

  it('eleven times the youngest, then the middle one; the 133rd is the first of the oldest', () => {
    const machine = new ToyMachine('refcount-cycle', { thresholds: [20, 10, 10] });
    while (machine.strategy.collections.length < 140) {
      machine.strategy.release(ringNode(machine));
      machine.poll();
    }
    const generations = machine.strategy.collections.map((record) => record.generation);
    const pattern = Array.from({ length: 140 }, (_, index) =>
      index === 132 ? 2 : index < 132 ? ((index + 1) % 12 === 0 ? 1 : 0) : (index - 132) % 12 === 0 ? 1 : 0,
    );
    expect(generations).toEqual(pattern);
  });

  it('puts a full collection off until a quarter of the oldest is new, as CPython does with one growing list', () => {
    const machine = new ToyMachine('refcount-cycle', { heapBytes: 400 * 1024 * 1024, stackBytes: 16 * 1024 * 1024 });
    while (machine.strategy.collections.filter((record) => record.generation === 2).length < 5) {
      machine.push(machine.node(0));
      machine.poll();
    }
    const full = machine.strategy.collections.flatMap((record, index) => (record.generation === 2 ? [index + 1] : []));
    expect(full).toEqual([133, 266, 399, 532, 677]);
    expect(machine.strategy.collections[132]!.candidates).toBe(133 * 2001);
  });

  it.each([
    {
      what: 'it is off',
      stop: ({ strategy }: ToyMachine) => {
        strategy.gc.enabled = false;
      },
      resume: ({ strategy }: ToyMachine) => {
        strategy.gc.enabled = true;
      },
    },
    {
      what: 'its threshold is 0',
      stop: ({ strategy }: ToyMachine) => {
        strategy.gc.thresholds = [0, 10, 10];
      },
      resume: ({ strategy }: ToyMachine) => {
        strategy.gc.thresholds = [3, 10, 10];
        expect(strategy.gc.thresholds).toEqual([3, 10, 10]);
      },
    },
  ])('never while $what, but the count goes on', ({ stop, resume }) => {
    const machine = new ToyMachine('refcount-cycle', { thresholds: [3, 10, 10] });
    stop(machine);
    for (let index = 0; index < 50; index++) machine.push(machine.node(0));
    expect(machine.strategy.control[PENDING]).toBe(0);
    expect(machine.strategy.gc.counts()).toEqual([50, 0, 0]);
    expect(machine.collect()).toBe(0);
    expect(machine.strategy.collections.length).toBe(1);
    resume(machine);
    for (let index = 0; index < 4; index++) {
      expect(machine.strategy.control[PENDING]).toBe(0);
      machine.push(machine.node(0));
    }
    expect(machine.strategy.control[PENDING]).toBe(1);
  });

  it('not inside itself: a nested collection returns 0 and the trigger is out of reach', () => {
    const machine = make({ thresholds: [3, 10, 10] });
    const results: number[] = [];
    machine.onFinalize = () => {
      results.push(machine.collect());
      for (let index = 0; index < 9; index++) machine.push(machine.node(0));
      expect(machine.strategy.control[PENDING]).toBe(0);
      expect(machine.poll()).toBe(true);
      for (let index = 0; index < 9; index++) machine.drop();
    };
    ring(machine, 1, { finalizer: true });
    machine.collect();
    expect(results).toEqual([0]);
    expect(machine.strategy.collections.length).toBe(1);
  });

  it('under stress at every n-th safepoint, all generations', () => {
    const machine = make({ stress: 3 });
    for (let index = 0; index < 10; index++) machine.poll();
    expect(machine.strategy.collections.map((record) => [record.generation, record.trigger])).toEqual([
      [2, 'stress'],
      [2, 'stress'],
      [2, 'stress'],
    ]);
    expect(machine.verifications).toBe(3);
    expect(machine.strategy.control[PENDING]).toBe(1);
  });
});

describe('the beginning of a program', () => {
  it('puts what was made before into the middle generation, and the counts where CPython stands', () => {
    const machine = make({ thresholds: [20, 10, 10] });
    const nodes = Array.from({ length: 5 }, () => machine.node(1));
    for (const node of nodes) machine.push(node);
    machine.strategy.gc.beginProgram!({ collections: 3, collected: 24, youngCount: 7, objects: 5 });
    expect(machine.strategy.gc.objects(0)).toEqual([]);
    expect(machine.strategy.gc.objects(1)).toEqual(nodes);
    expect(machine.strategy.gc.counts()).toEqual([7, 3, 0]);
    expect(machine.strategy.gc.stats()).toEqual([
      [3, 24, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    machine.verify();
    while (machine.strategy.collections.length < 9) {
      machine.strategy.release(ringNode(machine));
      machine.poll();
    }
    // Three of the eleven young collections have been.
    expect(machine.strategy.collections.map(({ generation }) => generation)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(machine.strategy.collections[0]!.candidates).toBe(14);
  });
});

describe('objects that an interpreter has and this machine has not', () => {
  /** Generations of the collections while `count` objects come, after one of everything. */
  const generationsWith = (objects: number, count: number): number[] => {
    const machine = make({ thresholds: [50, 2, 2] });
    machine.push(machine.node(1));
    machine.strategy.gc.beginProgram!({ collections: 0, collected: 0, youngCount: 0, objects });
    machine.collect();
    for (let index = 0; index < count; index++) {
      machine.push(machine.node(1));
      machine.poll();
    }
    return machine.strategy.collections.slice(1).map(({ generation }) => generation);
  };

  it('count where a full collection is put off', () => {
    expect(generationsWith(1, 1000)).toContain(2);
    expect(generationsWith(5000, 1000)).not.toContain(2);
    expect(generationsWith(5000, 3000)).toContain(2);
  });
});

function ringNode(machine: ToyMachine): Address {
  const node = machine.node(1);
  machine.set(node, 0, node);
  return node;
}

describe('what it returns', () => {
  it('counts the objects of dead cycles and what hangs from them', () => {
    const machine = make();
    ring(machine, 10);
    expect(machine.collect()).toBe(10);
    const node = ringNode(machine);
    machine.setBuffer(node, 3);
    machine.give(node, 1, machine.node(0));
    machine.give(node, 2, machine.leafObject(40));
    machine.strategy.release(node);
    expect(machine.collect()).toBe(2);
    expect(machine.collect()).toBe(0);
    const stats = machine.strategy.gc.stats();
    expect(stats[2]).toEqual([3, 12, 0]);
    const record = machine.strategy.collections[0]!;
    expect(record.candidates).toBe(10);
    expect(record.usedBefore - record.usedAfter).toBe(480);
    expect(record.reclaimedBytes).toBe(480);
    expect(record.edges).toBeGreaterThanOrEqual(20);
    expect(record.kind).toBe('cycle');
    expect(machine.clock.count(EVENT.collection)).toBe(3);
    expect(record.eventsEnd[EVENT.object_visit]! - record.eventsStart[EVENT.object_visit]!).toBe(record.visited);
    expect(record.eventsEnd[EVENT.edge]! - record.eventsStart[EVENT.edge]!).toBe(record.edges);
  });

  it('0 for a lone self-cycle that is resurrected; at its second death 1, without a second finalizer', () => {
    const machine = make();
    const home = machine.push(0);
    const weak = machine.push(0);
    const node = machine.node(1, { finalizer: true });
    machine.set(node, 0, node);
    machine.W[weak] = machine.weakref(node);
    machine.strategy.release(node);
    machine.onFinalize = (object) => {
      // The collector, unlike the last release, has cleared the weak references by now.
      expect(machine.referent(machine.at(weak))).toBe(0);
      machine.strategy.retain(object);
      machine.W[home] = object;
    };
    expect(machine.collect()).toBe(0);
    expect(machine.strategy.collections[0]).toMatchObject({ finalizers: 1, resurrected: 1, weakrefsCleared: 1 });
    expect(machine.at(home)).toBe(node);
    machine.dropSlot(home);
    expect(machine.collect()).toBe(1);
    expect(machine.log).toEqual(['del 1']);
  });

  it('1 for what its last release resurrected, once it is a cycle: it is followed again, as the youngest object', () => {
    const machine = make();
    const home = machine.push(0);
    const node = machine.node(1, { finalizer: true });
    machine.push(machine.node(1));
    machine.onFinalize = (object) => {
      machine.strategy.retain(object);
      machine.W[home] = object;
    };
    machine.strategy.release(node);
    expect(machine.at(home)).toBe(node);
    expect([...machine.strategy.gc.objects(0)].at(-1)).toBe(node);
    machine.set(node, 0, node);
    machine.dropSlot(home);
    expect(machine.collect()).toBe(1);
    expect(machine.log).toEqual(['del 1']);
  });

  it('leaves alone what is referenced from outside, directly or not', () => {
    const machine = make();
    const first = ringNode(machine);
    machine.push(first);
    const next = machine.node(2);
    machine.give(first, 0, next);
    machine.set(next, 0, first);
    machine.give(next, 1, machine.node(0));
    expect(machine.collect()).toBe(0);
    expect(machine.strategy.gc.objects(2).length).toBe(3);
    for (const object of machine.strategy.gc.objects(-1))
      expect(machine.W[object + FLAGS] & (FLAG_COLLECTING | FLAG_MARK)).toBe(0);
  });
});

describe('the order of steps', () => {
  it('weak references are cleared, then callbacks run, then finalizers in order of allocation', () => {
    const machine = make();
    const callback = machine.node(0);
    machine.push(callback);
    const nodes = [0, 1, 2].map(() => machine.node(1, { finalizer: true }));
    for (const [index, node] of nodes.entries()) machine.set(node, 0, nodes[(index + 1) % 3]!);
    const weak = [nodes[2]!, nodes[0]!, nodes[0]!].map((node) => machine.push(machine.weakref(node, callback)));
    const weakTags = weak.map((slot) => machine.tag(machine.at(slot)));
    machine.onCallback = () => {
      for (const slot of weak) expect(machine.referent(machine.at(slot))).toBe(0);
    };
    for (const node of nodes) machine.strategy.release(node);
    expect(machine.collect()).toBe(3);
    expect(machine.log).toEqual([
      ...[weakTags[2], weakTags[1], weakTags[0]].map((tag) => `callback ${tag}`),
      'del 2',
      'del 3',
      'del 4',
    ]);
    // Unlike the last release, the collector leaves the callback in the dead weak reference.
    expect(machine.W[machine.at(weak[0]!) + WEAK_CALLBACK]).toBe(callback);
    expect(machine.strategy.collections[0]).toMatchObject({ weakrefsCleared: 3, finalizers: 3, resurrected: 0 });
    // Three callbacks and three finalizers.
    expect([EVENT.weakref_entry, EVENT.finalizer_call].map((event) => machine.clock.count(event))).toEqual([3, 6]);
  });

  it('callbacks of weak references that are trash themselves are not called', () => {
    const machine = make();
    const callback = machine.node(0);
    machine.push(callback);
    const node = machine.node(2);
    machine.set(node, 0, node);
    machine.give(node, 1, machine.weakref(node, callback));
    machine.strategy.release(node);
    expect(machine.collect()).toBe(2);
    expect(machine.log).toEqual([]);
    expect(machine.W[callback]).toBe(1);
  });

  it('a trash weak reference to a living object is cleared before anything runs', () => {
    const machine = make();
    const alive = machine.node(0);
    machine.push(alive);
    const node = machine.node(2, { finalizer: true });
    const weak = machine.weakref(alive, alive);
    machine.set(node, 0, node);
    machine.give(node, 1, weak);
    machine.strategy.release(node);
    machine.onFinalize = () => expect(machine.referent(weak)).toBe(0);
    machine.collect();
    expect(machine.log).toEqual(['del 2']);
    expect(machine.W[machine.model.weakListSlot(alive)]).toBe(0);
  });

  it('counts weak references that die in their callback', () => {
    const machine = make();
    const callback = machine.node(0);
    machine.push(callback);
    const node = ringNode(machine);
    const weak = machine.push(machine.weakref(node, callback));
    machine.strategy.release(node);
    machine.onCallback = () => machine.dropSlot(weak);
    expect(machine.collect()).toBe(2);
  });

  it('a resurrected object keeps what it leads to; the rest of the trash goes', () => {
    const machine = make();
    const home = machine.push(0);
    const kept = machine.node(1);
    const hub = machine.node(2, { finalizer: true });
    machine.set(hub, 0, hub);
    machine.set(hub, 1, kept);
    machine.set(kept, 0, hub);
    machine.strategy.release(kept);
    machine.strategy.release(hub);
    ring(machine, 3);
    machine.onFinalize = (object) => {
      machine.strategy.retain(object);
      machine.W[home] = object;
    };
    expect(machine.collect()).toBe(3);
    expect(machine.strategy.collections[0]!.resurrected).toBe(2);
    expect(machine.get(machine.at(home), 1)).toBe(kept);
    expect(tags(machine, 2).sort()).toEqual([1, 2]);
  });

  it('an object that a finalizer frees by itself is not touched again', () => {
    const machine = make();
    const nodes = [machine.node(2, { finalizer: true }), machine.node(2)];
    machine.set(nodes[0]!, 0, nodes[0]!);
    machine.set(nodes[0]!, 1, nodes[1]!);
    for (const node of nodes) machine.strategy.release(node);
    machine.onFinalize = (object) => machine.give(object, 1, 0);
    expect(machine.collect()).toBe(1);
    expect(machine.strategy.footprint().usedBytes).toBe(0);
  });
});

describe('generations', () => {
  it('take the survivors of the younger ones, in order', () => {
    const machine = make();
    const node = (): void => {
      machine.push(machine.node(0));
    };
    node();
    node();
    machine.collect(0);
    node();
    expect([tags(machine, 0), tags(machine, 1), tags(machine, 2)]).toEqual([[3], [1, 2], []]);
    machine.collect(1);
    node();
    machine.collect(0);
    node();
    expect([tags(machine, 0), tags(machine, 1), tags(machine, 2)]).toEqual([[5], [4], [1, 2, 3]]);
    expect(machine.strategy.gc.counts()).toEqual([1, 1, 1]);
    machine.collect(2);
    // The youngest is merged in first, as CPython does.
    expect([tags(machine, 0), tags(machine, 1), tags(machine, 2)]).toEqual([[], [], [1, 2, 3, 5, 4]]);
    expect(machine.strategy.gc.counts()).toEqual([0, 0, 0]);
    expect(tags(machine, -1)).toEqual([1, 2, 3, 5, 4]);
    expect(machine.strategy.gc.stats()).toEqual([
      [2, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
    ]);
  });

  it('put an object that is reached late behind those reached before', () => {
    const machine = make();
    // Objects 1 and 2 are only reachable through 4, which comes later in the list.
    const early = [machine.node(0), machine.node(0)];
    machine.push(machine.node(0));
    const late = machine.node(2);
    machine.push(late);
    machine.give(late, 0, early[1]!);
    machine.give(late, 1, early[0]!);
    machine.push(machine.node(0));
    machine.collect(0);
    expect(tags(machine, 1)).toEqual([3, 4, 5, 2, 1]);
  });

  it('do not see garbage of an older one', () => {
    const machine = make();
    const node = ringNode(machine);
    machine.push(node);
    machine.collect(1);
    machine.drop();
    expect(machine.collect(1)).toBe(0);
    expect(machine.collect(2)).toBe(1);
  });

  it('hold young what an older one refers to', () => {
    const machine = make();
    machine.push(machine.node(1));
    machine.collect(2);
    machine.give(machine.at(machine.stackStart), 0, ringNode(machine));
    expect(machine.collect(0)).toBe(0);
    expect(tags(machine, 1)).toEqual([2]);
  });

  it('can be frozen: nothing in them is examined until unfreeze, then it is old', () => {
    const machine = make();
    const node = ringNode(machine);
    machine.push(node);
    machine.collect(0);
    machine.strategy.release(ringNode(machine));
    const { gc } = machine.strategy;
    gc.freeze();
    expect(gc.freezeCount()).toBe(2);
    expect(gc.counts()).toEqual([0, 0, 0]);
    expect(gc.objects(-1)).toEqual([]);
    machine.drop();
    expect(machine.collect()).toBe(0);
    machine.verify();
    gc.unfreeze();
    expect(gc.freezeCount()).toBe(0);
    expect(machine.collect(1)).toBe(0);
    expect(machine.collect(2)).toBe(2);
  });
});

describe('tracking', () => {
  it('tuples leave in every collection, one level at a time; dicts in full ones', () => {
    const machine = make();
    const inner = machine.node(1, { untrack: 'always' });
    const dict = machine.node(0, { untrack: 'full' });
    const outer = machine.node(1, { untrack: 'always' });
    machine.set(outer, 0, inner);
    for (const node of [outer, dict, inner]) machine.push(node);
    machine.give(inner, 0, machine.leafObject(40));
    machine.collect(0);
    const tracked = (): boolean[] => [outer, inner, dict].map((node) => machine.strategy.gc.isTracked(node));
    // inner stands first in the list, so outer sees it untracked in the same pass.
    expect(tracked()).toEqual([false, false, true]);
    machine.collect(1);
    expect(tracked()).toEqual([false, false, true]);
    machine.collect(2);
    expect(tracked()).toEqual([false, false, false]);
    expect(machine.strategy.gc.objects(-1)).toEqual([]);
    machine.strategy.track(dict);
    expect(machine.strategy.gc.isTracked(dict)).toBe(true);
    machine.strategy.untrack(dict);
    machine.strategy.untrack(dict);
    machine.verify();
  });

  it('a nested tuple that stands before its content takes two collections', () => {
    const machine = make();
    const outer = machine.node(1, { untrack: 'always' });
    machine.push(outer);
    machine.give(outer, 0, machine.node(0, { untrack: 'always' }));
    machine.collect(0);
    expect(machine.strategy.gc.isTracked(outer)).toBe(true);
    machine.collect(1);
    expect(machine.strategy.gc.isTracked(outer)).toBe(false);
  });

  it('immortal objects leave the lists', () => {
    const machine = make();
    const node = machine.node(0);
    machine.push(node);
    machine.W[node] = -1;
    machine.collect(0);
    expect(machine.strategy.gc.isTracked(node)).toBe(false);
    expect(machine.strategy.collections[0]!.candidates).toBe(0);
    machine.verify();
  });

  it('what was never tracked is never examined, and dies by its count', () => {
    const machine = make();
    const node = machine.node(0, { tracked: false });
    machine.push(node);
    expect(machine.collect()).toBe(0);
    expect(machine.strategy.gc.objects(-1)).toEqual([]);
    machine.drop();
    machine.verify();
    expect(machine.strategy.footprint().usedBytes).toBe(0);
  });

  it('what was never tracked is in no list, whatever its header holds', () => {
    const machine = make();
    const tracked = machine.node(0);
    const other = machine.node(0, { tracked: false });
    machine.push(tracked);
    machine.push(other);
    W[other - GC_NEXT] = tracked;
    W[other - GC_PREV] = tracked;
    machine.strategy.untrack(other);
    machine.verify();
    machine.drop();
    machine.verify();
    expect(machine.strategy.gc.objects(-1)).toEqual([tracked]);
  });
});

describe('the gc module', () => {
  it('DEBUG_SAVEALL hands the trash over instead of freeing it', () => {
    const machine = make();
    const saved: Address[] = [];
    machine.strategy.gc.debug = DEBUG_SAVEALL;
    machine.strategy.gc.onGarbage = (object) => {
      machine.strategy.retain(object);
      saved.push(object);
      machine.push(object);
    };
    ring(machine, 3);
    expect(machine.collect()).toBe(3);
    expect(saved.map((object) => machine.tag(object))).toEqual([1, 2, 3]);
    machine.strategy.gc.debug = 0;
    expect(machine.collect()).toBe(0);
    machine.dropAll();
    expect(machine.collect()).toBe(3);
    expect(machine.strategy.footprint().usedBytes).toBe(0);
  });

  it('is told of the start and the end of each collection', () => {
    const machine = make();
    const phases: unknown[] = [];
    machine.strategy.gc.onPhase = (...facts) => phases.push(facts);
    ring(machine, 2);
    machine.collect(1);
    expect(phases).toEqual([
      ['start', 1, 0, 0],
      ['stop', 1, 2, 0],
    ]);
  });

  it('is told of what gc.set_debug asked for, and of nothing else', () => {
    const [DEBUG_STATS, DEBUG_COLLECTABLE] = [1, 2];
    const machine = make();
    const { gc } = machine.strategy;
    machine.push(machine.node(0));
    gc.freeze();
    machine.push(machine.node(0));
    machine.collect(0);
    let told: unknown[] = [];
    gc.reporter = {
      collecting: (generation, sizes, permanent) => told.push({ generation, sizes, permanent }),
      collectable: (object) => told.push(object),
      done: (unreachable) => told.push({ unreachable }),
    };
    const collectWith = (debug: number): readonly Address[] => {
      told = [];
      gc.debug = debug;
      const first = ring(machine, 2);
      const found = [first, machine.get(first, 0)];
      machine.collect(1);
      return found;
    };
    collectWith(0);
    expect(told).toEqual([]);
    collectWith(DEBUG_STATS);
    expect(told).toEqual([{ generation: 1, sizes: [2, 0, 1], permanent: 1 }, { unreachable: 2 }]);
    expect(collectWith(DEBUG_COLLECTABLE)).toEqual(told);
    expect(told.length).toBe(2);
  });

  it('of pure reference counting finds nothing and tracks nothing', () => {
    const machine = new ToyMachine('refcount', { trackObjects: true, thresholds: [2, 2, 2] });
    for (let index = 0; index < 10; index++) ring(machine, 2);
    expect(machine.strategy.control[PENDING]).toBe(0);
    expect(machine.collect()).toBe(0);
    expect(machine.strategy.gc.counts()).toEqual([0, 0, 0]);
    expect(machine.strategy.gc.isTracked(machine.node(0))).toBe(false);
    expect(machine.strategy.collections).toEqual([]);
    machine.strategy.finish();
  });
});

it('finish() runs a last full collection', () => {
  const machine = make();
  ring(machine, 4, { finalizer: true });
  machine.strategy.finish();
  expect(machine.log.length).toBe(4);
  expect(machine.strategy.collections.map((record) => record.trigger)).toEqual(['exit']);
});
