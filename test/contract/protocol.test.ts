/** What the interpreter and the cell rely on, on every strategy. */
import { describe, expect, it } from 'vitest';
import { EVENT } from '../../src/heap/clock.ts';
import { FLAG_COLLECTABLE, FLAG_PREHEADER, FLAGS } from '../../src/heap/layout.ts';
import { PENDING } from '../../src/heap/strategy.ts';
import { strategies } from '../../src/strategies/catalogue.ts';
import { ToyMachine, type ToyOptions } from '../support/toy-model.ts';

const MIB = 1024 * 1024;

describe.each(strategies.map((entry) => entry.name))('%s', (name) => {
  const make = (options: ToyOptions = {}): ToyMachine => new ToyMachine(name, { trackObjects: true, ...options });

  it('gives aligned blocks, header and pre-header zeroed, flags written', () => {
    const machine = make({ poison: true });
    for (let index = 0; index < 50; index++) {
      const dead = machine.strategy.allocateBuffer(64 + index);
      machine.W.fill(-1, dead, dead + 16);
      machine.strategy.freeBuffer(dead, 64 + index);
    }
    const header = machine.strategy.capabilities.gcHeaderBytes / 4;
    for (const preBytes of [0, 16]) {
      for (const bytes of [16, 24, 40, 48, 500, 700, 200_000]) {
        const object = machine.strategy.allocateGc(bytes, preBytes, 0);
        expect(object % 4).toBe(0);
        expect(machine.W[object + FLAGS]).toBe(FLAG_COLLECTABLE | (preBytes === 16 ? FLAG_PREHEADER : 0));
        const front = header + preBytes / 4;
        expect([...machine.W.subarray(object - front, object)]).toEqual(new Array(front).fill(0));
        expect(machine.strategy.allocate(bytes, 0) % 4).toBe(0);
        expect(machine.strategy.allocateBuffer(bytes) % 4).toBe(0);
      }
    }
  });

  it('counts allocated bytes and objects as every other does', () => {
    const machine = make();
    const { strategy } = machine;
    machine.push(machine.node(3, { preheader: true }));
    machine.push(machine.leafObject(28));
    const buffer = strategy.allocateBuffer(1000);
    expect(strategy.allocatedBytes).toBe(56 + 28 + 1000);
    const moved = strategy.resizeBuffer(buffer, 1000, 1500);
    expect(strategy.allocatedBytes).toBe(56 + 28 + 1500);
    const shrunk = strategy.resizeBuffer(moved, 1500, 100);
    expect(strategy.allocatedBytes).toBe(56 + 28 + 1500);
    expect(strategy.footprint().usedBytes).toBe(56 + 28 + 100);
    strategy.freeBuffer(shrunk, 100);
    expect(strategy.footprint().usedBytes).toBe(56 + 28);
    expect(strategy.allocatedObjects).toBe(2);
    strategy.clock.fold();
    expect(strategy.allocatedObjects).toBe(2);
  });

  it('counts what is asked for and cannot be had, however large', () => {
    const { strategy } = make();
    expect(strategy.allocateBuffer(1.5 * 2 ** 30)).toBe(0);
    expect(strategy.allocatedBytes).toBe(1.5 * 2 ** 30);
  });

  it('counts on past what one budget holds', () => {
    const machine = make({ heapBytes: 16 * MIB });
    const { strategy } = machine;
    let expected = 0;
    if (name === 'no-gc') return;
    for (let round = 0; round < 1100; round++) {
      const buffer = strategy.allocateBuffer(2 * MIB);
      strategy.release(machine.leafObject(40));
      strategy.freeBuffer(buffer, 2 * MIB);
      expected += 2 * MIB + 40;
      // A space of bumped blocks is given back as a whole only.
      if (strategy.capabilities.moves !== 'never') machine.collect();
      if (!machine.poll()) throw new Error('full');
    }
    expect(strategy.allocatedBytes).toBe(expected);
    expect(strategy.allocatedBytes).toBeGreaterThan(2 ** 31);
    expect(strategy.allocatedObjects).toBe(1100);
  });

  it('keeps its books: footprint adds up', () => {
    const machine = make();
    for (let index = 0; index < 3000; index++) {
      const node = machine.node(index % 9, { preheader: index % 2 === 0 });
      machine.push(node);
      if (index % 5 === 0) machine.setBuffer(machine.at(machine.stackEnd() - 2), index % 70);
    }
    const print = machine.strategy.footprint();
    expect(print.cellBytes).toBeGreaterThanOrEqual(print.usedBytes);
    expect(print.mappedBytes).toBeGreaterThanOrEqual(print.cellBytes);
    expect(print.cellBytes + print.freeBytes).toBeLessThanOrEqual(print.mappedBytes);
    expect(print.mappedBytes).toBeLessThan(4 * print.usedBytes);
    expect(print.largestFreeBytes).toBeLessThanOrEqual(print.freeBytes);
    expect(print.metadataBytes).toBeGreaterThanOrEqual(print.sideBytes);
    expect(machine.strategy.peakMappedBytes).toBe(print.mappedBytes);
  });

  it('keeps retain(0) and release(0) harmless', () => {
    const machine = make({ poison: true });
    machine.strategy.retain(0);
    machine.strategy.release(0);
    machine.strategy.release(0);
    expect(machine.W[0]).toBe(-1);
    expect(machine.W[1]).toBe(0);
  });

  it('stores by the barrier without touching counts', () => {
    const machine = make();
    const node = machine.node(1);
    machine.push(node);
    const leaf = machine.leafObject(28);
    machine.strategy.store(node, machine.slot(node, 0), leaf);
    expect(machine.get(node, 0)).toBe(leaf);
    expect(machine.W[leaf]).toBe(1);
    machine.verify();
  });

  it('samples at the first safepoint after each stride, once', () => {
    const samples: number[] = [];
    const machine = make({ sampleStrideBytes: 10_000, onSample: () => samples.push(machine.strategy.allocatedBytes) });
    const { strategy } = machine;
    expect(strategy.control[PENDING]).toBe(0);
    machine.strategy.allocateBuffer(9_999);
    expect(machine.poll()).toBe(true);
    expect(samples).toEqual([]);
    machine.strategy.allocateBuffer(1);
    expect(strategy.control[PENDING]).toBe(1);
    machine.poll();
    machine.poll();
    expect(samples).toEqual([10_000]);
    machine.strategy.allocateBuffer(25_000);
    machine.poll();
    machine.poll();
    machine.strategy.allocateBuffer(4_999);
    machine.poll();
    expect(samples).toEqual([10_000, 35_000]);
    machine.strategy.allocateBuffer(1);
    machine.poll();
    expect(samples).toEqual([10_000, 35_000, 40_000]);
  });

  it('folds the clock when the budget is spent', () => {
    const machine = make({ sampleStrideBytes: 1000 });
    machine.clock.hot[EVENT.bytecode] = 5;
    machine.strategy.allocateBuffer(1000);
    expect(machine.clock.total[EVENT.bytecode]).toBe(5);
    expect(machine.clock.hot[EVENT.bytecode]).toBe(0);
  });

  it.each([1, 4])('under stress %i collects at every safepoint of that number, and says what it is', (stress) => {
    const machine = make({ stress, verified: true });
    const collects = name !== 'refcount' && name !== 'no-gc';
    for (let polled = 1; polled <= 12; polled++) {
      expect(machine.strategy.control[PENDING]).toBe(1);
      machine.poll();
      expect(machine.strategy.collections.length).toBe(collects ? Math.floor(polled / stress) : 0);
    }
    const expected = collects ? 12 / stress : 0;
    expect(machine.verifications).toBe(expected);
    expect(machine.strategy.collections.every((record) => record.trigger === 'stress')).toBe(true);
    expect(machine.clock.count(EVENT.collection)).toBe(expected);
  });

  it('serves nothing at a safepoint inside a collection, and all of it at the next one', () => {
    if (name === 'refcount' || name === 'no-gc') return;
    let samples = 0;
    const machine = make({ heapBytes: MIB, sampleStrideBytes: 100_000, onSample: () => samples++ });
    const { strategy } = machine;
    let polls = 0;
    machine.onFinalize = () => {
      while (strategy.footprint().mappedBytes <= MIB) machine.push(machine.leafObject(4000));
      expect(strategy.control[PENDING]).toBe(1);
      expect(machine.poll()).toBe(true);
      expect([strategy.control[PENDING], samples]).toEqual([0, 0]);
      polls++;
    };
    const ring = machine.node(1, { finalizer: true });
    machine.set(ring, 0, ring);
    strategy.release(ring);
    machine.collect();
    expect(polls).toBe(1);
    expect(strategy.control[PENDING]).toBe(1);
    expect(machine.poll()).toBe(false);
    expect(samples).toBe(1);
    expect(strategy.collections.at(-1)!.trigger).toBe('heap-full');
  });

  it('does nothing at a safepoint without a reason', () => {
    const machine = make();
    for (let index = 0; index < 100; index++) machine.push(machine.node(1));
    expect(machine.strategy.safepoint()).toBe(true);
    expect(machine.strategy.collections).toEqual([]);
    expect(machine.strategy.pauses).toEqual([]);
  });

  it('asks for a safepoint when the heap passes its limit, and MemoryError is raised once', () => {
    const machine = make({ heapBytes: MIB });
    const share = 1 - machine.strategy.capabilities.copyReserve;
    let bytes = 0;
    while (machine.strategy.control[PENDING] === 0) {
      machine.push(machine.node(100));
      bytes += 832;
    }
    expect(bytes).toBeGreaterThan(0.8 * share * MIB);
    expect(bytes).toBeLessThan(1.1 * share * MIB);
    let failures = 0;
    for (let index = 0; index < 400; index++) {
      const node = machine.node(100);
      expect(node).not.toBe(0);
      machine.push(node);
      if (!machine.poll()) failures++;
    }
    expect(failures).toBeGreaterThan(0);
    const before = machine.strategy.control[PENDING];
    expect(machine.poll()).toBe(true);
    expect(machine.poll()).toBe(true);
    expect(before === 0 || before === 1).toBe(true);
  });

  it('takes limits that leave room for one block, however large', () => {
    const machine = make({ heapBytes: 32 * MIB });
    const share = 1 - machine.strategy.capabilities.copyReserve;
    const bytes = Math.floor(32 * MIB * share) - 64 * 1024;
    const buffer = machine.strategy.allocateBuffer(bytes);
    expect(buffer).not.toBe(0);
    machine.W[buffer + bytes / 4 - 1] = 9;
    expect(machine.poll()).toBe(true);
    expect(machine.strategy.allocateBuffer(64 * MIB)).toBe(0);
  });

  it('finds every object, dead or alive, in one order', () => {
    const machine = make();
    for (let index = 0; index < 300; index++) {
      const node = machine.node(index % 4, { preheader: index % 3 === 0 });
      if (index % 2 === 0) machine.push(node);
      else machine.strategy.release(node);
      machine.push(machine.leafObject(24 + index * 8));
    }
    const walk = (): number[] => {
      const found: number[] = [];
      machine.strategy.objects((object) => found.push(object));
      return found;
    };
    const found = walk();
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(walk());
    const prompt = machine.strategy.capabilities.refcount === 'eager';
    expect(found.length).toBe(prompt ? 450 : 600);
    machine.verify();
  });

  it('gives distinct identities that do not change', () => {
    const machine = make();
    const slots = Array.from({ length: 50 }, () => machine.push(machine.node(0)));
    const identities = slots.map((slot) => machine.strategy.identity(machine.at(slot)));
    expect(new Set(identities).size).toBe(50);
    machine.collect();
    machine.collect();
    expect(slots.map((slot) => machine.strategy.identity(machine.at(slot)))).toEqual(identities);
    expect(identities.every((identity) => identity % 16 === 0 && identity > 0x7f0000000000)).toBe(true);
  });

  it('takes static objects that are stored into for roots, buffers included', () => {
    const machine = make({ poison: true, verified: true });
    const { strategy, W } = machine;
    // A static node with two slots and a static buffer of two more, as booting leaves them.
    const fixed = machine.memory.allocateStatic(48);
    const buffer = machine.memory.allocateStatic(16);
    W[fixed] = -1;
    W[fixed + 3] = (2 << 16) | 1;
    W[fixed + 6] = buffer;
    W[fixed + 7] = 2;
    const tags = (): number[] =>
      [0, 1, 2, 3].map((index) => (machine.get(fixed, index) === 0 ? 0 : machine.tag(machine.get(fixed, index))));
    machine.give(fixed, 0, machine.node(0));
    machine.give(fixed, 3, machine.leafObject(60));
    machine.collect();
    machine.verify();
    expect(tags()).toEqual([1, 0, 0, 2]);
    machine.setBuffer(fixed, 4);
    expect(W[fixed + 6]).toBeGreaterThan(machine.memory.heapStart);
    machine.give(fixed, 2, machine.leafObject(24));
    machine.collect();
    machine.collect();
    machine.verify();
    expect(tags()).toEqual([1, 0, 3, 2]);
    if (strategy.capabilities.refcount === 'eager') expect(W[machine.get(fixed, 2)]).toBe(1);
    machine.setBuffer(fixed, 0);
    machine.give(fixed, 0, 0);
    machine.collect();
    machine.verify();
    expect(strategy.footprint().usedBytes).toBe(name === 'no-gc' ? 32 + 60 + 24 : 0);
    strategy.freeBuffer(buffer, 16);
    expect(W[buffer + 2]).not.toBe(0xdbdbdbdb | 0);
  });

  it('never finalizes what finish() cannot know to be dead, and everything else', () => {
    const machine = make();
    const node = machine.node(1, { finalizer: true });
    machine.push(node);
    const cycle = machine.node(1, { finalizer: true });
    machine.set(cycle, 0, cycle);
    machine.strategy.release(cycle);
    machine.strategy.finish();
    const reclaims = machine.strategy.capabilities.reclaimsCycles;
    expect(machine.log).toEqual(reclaims ? ['del 2'] : []);
    machine.dropAll();
    machine.strategy.finish();
    const expected = name === 'no-gc' ? [] : reclaims ? ['del 2', 'del 1'] : ['del 1'];
    expect(machine.log).toEqual(expected);
  });
});

it('objects() says which option it needs', () => {
  expect(() => new ToyMachine('refcount').strategy.objects(() => {})).toThrow(/trackObjects/);
});

it('keeps at most 20,000 finalizer pauses', () => {
  const machine = new ToyMachine('refcount');
  for (let index = 0; index < 20_050; index++) machine.strategy.release(machine.node(0, { finalizer: true }));
  expect(machine.log.length).toBe(20_050);
  expect(machine.strategy.pauses.length).toBe(20_000);
});
