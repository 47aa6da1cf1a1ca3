/** Reference counting: order of death, depth, re-entrance, free lists, pauses. Checked on the three strategies that count. */
import { describe, expect, it } from 'vitest';
import { LabBug } from '../../../src/base/errors.ts';
import { EVENT } from '../../../src/heap/clock.ts';
import { FLAGS, IMMORTAL, POISON, REFCOUNT, WEAK_CALLBACK } from '../../../src/heap/layout.ts';
import type { Address } from '../../../src/heap/memory.ts';
import { type Footprint, PENDING } from '../../../src/heap/strategy.ts';
import { CASCADE_LEAST } from '../../../src/strategies/collectors/counting.ts';
import { LEAF_LIST, NODE_LIST, ToyMachine, type ToyOptions } from '../../support/toy-model.ts';

const counting = ['arena-pools', 'refcount-cycle', 'refcount'];

function nodeWith(machine: ToyMachine, children: readonly Address[], finalizer = true): Address {
  const node = machine.node(children.length, { finalizer });
  for (const [index, child] of children.entries()) machine.give(node, index, child);
  return node;
}

describe.each(counting)('%s', (name) => {
  const make = (options: ToyOptions = {}): ToyMachine => new ToyMachine(name, { trackObjects: true, poison: true, ...options });

  it('tears down depth first, each child completely before its next sibling', () => {
    const machine = make();
    const tree = (depth: number): Address => nodeWith(machine, depth === 0 ? [] : [tree(depth - 1), tree(depth - 1)]);
    const root = tree(2);
    expect(machine.tag(root)).toBe(7);
    machine.strategy.release(root);
    // Tags are given bottom up: 1, 2 under 3; 4, 5 under 6; 3 and 6 under 7.
    expect(machine.log).toEqual([7, 3, 1, 2, 6, 4, 5].map((tag) => `del ${tag}`));
  });

  it('frees a block after the blocks below it, and its buffer before it', () => {
    const machine = make({ leaf: false });
    const freed: string[] = [];
    const { allocator } = machine.strategy as unknown as { allocator: { free(address: Address, bytes: number): void } };
    const free = allocator.free.bind(allocator);
    const names = new Map<Address, string>();
    allocator.free = (address, bytes) => {
      freed.push(names.get(address) ?? '?');
      free(address, bytes);
    };
    const header = machine.strategy.capabilities.gcHeaderBytes / 4;
    const child = machine.node(2);
    const leaf = machine.leafObject(60);
    const parent = nodeWith(machine, [child, leaf], false);
    machine.setBuffer(parent, 6);
    names
      .set(child - header, 'child')
      .set(leaf, 'leaf')
      .set(parent - header, 'parent')
      .set(machine.W[parent + 6], 'buffer');
    machine.strategy.release(parent);
    expect(freed).toEqual(['child', 'leaf', 'buffer', 'parent']);
  });

  it('keeps an object until its last reference goes', () => {
    const machine = make();
    const node = machine.node(0, { finalizer: true });
    machine.strategy.retain(node);
    machine.strategy.retain(node);
    expect(machine.W[node + REFCOUNT]).toBe(3);
    machine.strategy.release(node);
    machine.strategy.release(node);
    expect(machine.log).toEqual([]);
    machine.strategy.release(node);
    expect(machine.log).toEqual(['del 1']);
  });

  it('runs a finalizer once; a resurrected object keeps its weak references and its children', () => {
    const machine = make();
    const leaf = machine.leafObject(60);
    const node = nodeWith(machine, [leaf]);
    const weak = machine.push(machine.weakref(node));
    const home = machine.push(0);
    machine.onFinalize = (object) => {
      expect(machine.referent(machine.at(weak))).toBe(object);
      expect(machine.W[object + REFCOUNT]).toBe(2);
      machine.strategy.retain(object);
      machine.W[home] = object;
    };
    machine.strategy.release(node);
    expect(machine.at(home)).toBe(node);
    expect(machine.W[node + REFCOUNT]).toBe(1);
    expect(machine.isFinalized(node)).toBe(true);
    expect(machine.get(node, 0)).toBe(leaf);
    expect(machine.referent(machine.at(weak))).toBe(node);
    machine.verify();
    machine.dropSlot(home);
    expect(machine.log).toEqual(['del 2']);
    expect(machine.referent(machine.at(weak))).toBe(0);
    expect(machine.forgotten).toEqual([2]);
    machine.verify();
  });

  it('finds out a finalizer that drops a reference which it does not own', () => {
    const machine = make({ poison: false });
    const node = nodeWith(machine, []);
    let first = true;
    machine.model.finalize = (object) => {
      if (first) {
        first = false;
        machine.strategy.release(object);
      }
    };
    expect(() => machine.strategy.release(node)).toThrow(/one reference too many dropped by the finalizer/);
  });

  it('clears weak references after the finalizer and calls their callbacks newest first', () => {
    const machine = make();
    const callback = machine.node(0);
    machine.push(callback);
    const node = nodeWith(machine, []);
    const slots = [callback, 0, callback, callback].map((each) => machine.push(machine.weakref(node, each)));
    const tags = slots.map((slot) => machine.tag(machine.at(slot)));
    machine.onCallback = () => {
      for (const slot of slots) expect(machine.referent(machine.at(slot))).toBe(0);
    };
    machine.strategy.release(node);
    expect(machine.log).toEqual([`del ${machine.tag(callback) + 1}`, ...[3, 2, 0].map((index) => `callback ${tags[index]}`)]);
    // The callbacks have been let go of.
    expect(machine.W[machine.at(slots[0]!) + WEAK_CALLBACK]).toBe(0);
    expect(machine.W[callback]).toBe(1);
    machine.verify();
  });

  it('calls every callback even if an earlier one drops the weak reference', () => {
    const machine = make();
    const callback = machine.node(0);
    machine.push(callback);
    const node = machine.node(0);
    const first = machine.push(machine.weakref(node, callback));
    const second = machine.push(machine.weakref(node, callback));
    machine.onCallback = () => {
      machine.dropSlot(first);
      machine.verify();
    };
    machine.strategy.release(node);
    expect(machine.log).toEqual(['callback 4', 'callback 3']);
    machine.dropSlot(second);
    machine.verify();
    expect(machine.W[callback]).toBe(1);
  });

  it('does not call the callback of a weak reference that dies with its referent', () => {
    const machine = make();
    const node = machine.node(1);
    const callback = machine.node(0);
    machine.give(node, 0, machine.weakref(node, callback));
    machine.strategy.release(callback);
    // The weak reference is a child: it is alive when its referent's turn comes, so CPython calls it.
    machine.strategy.release(node);
    expect(machine.log).toEqual(['callback 3']);
    const other = machine.node(1);
    const quiet = machine.weakref(other, other);
    machine.strategy.release(quiet);
    expect(machine.W[other]).toBe(1);
    machine.strategy.release(other);
    expect(machine.log).toEqual(['callback 3']);
    machine.verify();
  });

  it('takes a dying weak reference out of its chain', () => {
    const machine = make();
    const node = machine.node(0);
    machine.push(node);
    const weakrefs = [0, 1, 2].map(() => machine.weakref(node));
    machine.strategy.release(weakrefs[1]!);
    machine.push(weakrefs[0]!);
    machine.push(weakrefs[2]!);
    machine.verify();
    machine.drop();
    machine.verify();
    machine.drop();
    expect(machine.W[machine.model.weakListSlot(node)]).toBe(0);
    machine.verify();
  });

  it('completes the cascade of a release inside a finalizer before the outer one goes on', () => {
    const machine = make();
    const side = machine.push(nodeWith(machine, [nodeWith(machine, []), nodeWith(machine, [])]));
    const root = nodeWith(machine, [nodeWith(machine, []), nodeWith(machine, [])]);
    machine.onFinalize = (object) => {
      if (machine.tag(object) === 4) machine.dropSlot(side);
    };
    machine.strategy.release(root);
    expect(machine.log).toEqual([6, 4, 3, 1, 2, 5].map((tag) => `del ${tag}`));
    machine.dropAll();
    machine.verify();
  });

  it('runs 200,000 finalizers of one chain, head to tail', () => {
    const machine = new ToyMachine(name, { heapBytes: 512 * 1024 * 1024, freeListLimits: [0, 0, 0] });
    machine.strategy.gc.enabled = false;
    let first = 0;
    for (let index = 0; index < 200_000; index++) {
      const node = machine.node(1, { finalizer: true });
      machine.W[machine.slot(node, 0)] = first;
      first = node;
    }
    machine.strategy.release(first);
    expect(machine.log.length).toBe(200_000);
    expect(machine.log[0]).toBe('del 200000');
    expect(machine.log[199_999]).toBe('del 1');
    expect(machine.strategy.footprint().usedBytes).toBe(0);
    expect(machine.strategy.pauses.length).toBe(1);
  });

  it('releases the heap type of an object with it', () => {
    const machine = make();
    const type = machine.node(0, { finalizer: true });
    const node = machine.node(1, { type });
    machine.push(node);
    machine.strategy.release(type);
    expect(machine.log).toEqual([]);
    machine.verify();
    machine.drop();
    expect(machine.log).toEqual(['del 1']);
    machine.verify();
  });

  it('ignores null and immortal objects, and counts the check', () => {
    const machine = make();
    const { strategy, clock } = machine;
    for (const object of [0, machine.staticType]) {
      strategy.retain(object);
      strategy.release(object);
      expect(machine.W[object]).toBe(IMMORTAL);
    }
    expect(clock.count(EVENT.immortal_check)).toBe(4);
    expect(clock.count(EVENT.refcount_inc) + clock.count(EVENT.refcount_dec)).toBe(0);
  });

  it('charges a touch as a reference made and dropped, and leaves the count alone', () => {
    const machine = make();
    const { strategy, clock } = machine;
    const node = machine.node(0);
    machine.push(node);
    const counted = (): number[] =>
      [EVENT.refcount_inc, EVENT.refcount_dec, EVENT.immortal_check].map((event) => clock.count(event));
    const before = counted();
    strategy.touch(node);
    expect(counted()).toEqual([before[0]! + 1, before[1]! + 1, before[2]]);
    expect(machine.W[node + REFCOUNT]).toBe(1);
    strategy.touch(machine.staticType);
    expect(counted()).toEqual([before[0]! + 1, before[1]! + 1, before[2]! + 2]);
  });

  it('leaves immortal children alone when their owner dies', () => {
    const machine = make();
    const immortal = machine.node(0, { finalizer: true });
    machine.push(immortal);
    machine.W[immortal] = IMMORTAL;
    machine.W[machine.staticType + 3] = 2;
    for (const child of [machine.staticType, immortal]) {
      const node = machine.node(2);
      machine.set(node, 0, child);
      machine.set(node, 1, child);
      machine.strategy.release(node);
      expect(machine.W[child]).toBe(IMMORTAL);
    }
    expect(machine.log).toEqual([]);
    // Two stores each, with the null that they replace, and two releases of children.
    expect(machine.clock.count(EVENT.immortal_check)).toBe(12);
    expect(machine.clock.count(EVENT.child_release)).toBe(4);
    machine.verify();
  });

  it('counts increments, decrements, zeros and releases of children', () => {
    const machine = make({ leaf: name !== 'refcount' });
    const { clock, strategy } = machine;
    const parent = nodeWith(machine, [machine.leafObject(60), nodeWith(machine, [], false), machine.leafObject(24)], false);
    const shared = machine.leafObject(60);
    machine.push(shared);
    const other = machine.node(2);
    machine.set(other, 0, shared);
    machine.give(other, 1, parent);
    const base = [EVENT.refcount_inc, EVENT.refcount_dec, EVENT.refcount_zero, EVENT.child_release].map((event) =>
      clock.count(event),
    );
    expect(base).toEqual([1, 0, 0, 0]);
    strategy.release(other);
    const after = [EVENT.refcount_dec, EVENT.refcount_zero, EVENT.child_release].map((event) => clock.count(event));
    expect(after).toEqual([6, 5, 5]);
  });

  it('says so when a freed object is touched', () => {
    for (const poison of [true, false]) {
      const machine = make({ poison });
      for (const object of [machine.leafObject(60), machine.node(1)]) {
        machine.strategy.release(object);
        expect(() => machine.strategy.release(object)).toThrow(LabBug);
        expect(() => machine.strategy.retain(object)).toThrow(
          new RegExp(`${name}: reference taken .*0x${object.toString(16)}.*freed`),
        );
      }
    }
  });

  it('fills freed memory, headers and buffers too, with poison', () => {
    const machine = make();
    const keep = machine.node(2);
    machine.push(keep);
    const node = machine.node(2, { preheader: true });
    machine.setBuffer(node, 3);
    const buffer = machine.W[node + 6];
    const leaf = machine.leafObject(60);
    machine.strategy.release(node);
    machine.strategy.release(leaf);
    expect(machine.W[node + 2]).toBe(POISON);
    expect(machine.W[node + 8]).toBe(POISON);
    expect(machine.W[buffer + 5]).toBe(POISON);
    expect(machine.W[leaf + 14]).toBe(POISON);
    expect(machine.W[leaf + REFCOUNT]).toBe(POISON);
    const header = machine.strategy.capabilities.gcHeaderBytes / 4;
    expect(machine.W[node - header - 4 + 2]).toBe(POISON);
  });

  it('moves a buffer at every resize under poison and stress, and keeps its content', () => {
    const machine = make({ stress: 1 });
    const buffer = machine.strategy.allocateBuffer(100);
    machine.W[buffer] = 11;
    machine.W[buffer + 24] = 35;
    const moved = machine.strategy.resizeBuffer(buffer, 100, 104);
    expect(moved).not.toBe(buffer);
    expect(machine.W[moved]).toBe(11);
    expect(machine.W[moved + 24]).toBe(35);
    expect(machine.W[buffer + 3]).toBe(POISON);
    expect(machine.strategy.allocatedBytes).toBe(104);
    const copied = machine.clock.count(EVENT.copy_bytes);
    expect(copied).toBe(100);
    machine.strategy.resizeBuffer(moved, 104, 50);
    // Whole words: 13 of them.
    expect(machine.clock.count(EVENT.copy_bytes)).toBe(copied + 52);
    expect(machine.strategy.allocatedBytes).toBe(104);
    expect(machine.strategy.allocatedObjects).toBe(0);
  });
});

describe('depth', () => {
  it('frees a chain of a million without recursion', () => {
    const machine = new ToyMachine('arena-pools', { heapBytes: 512 * 1024 * 1024 });
    machine.strategy.gc.enabled = false;
    let first = 0;
    for (let index = 0; index < 1_000_000; index++) {
      const node = machine.node(1);
      machine.W[machine.slot(node, 0)] = first;
      first = node;
    }
    machine.strategy.release(first);
    expect(machine.strategy.footprint().usedBytes).toBe(0);
  });
});

describe('free lists', () => {
  it('keep dead blocks up to their limit and hand the last one out first, on arena-pools alone', () => {
    for (const name of counting) {
      const machine = new ToyMachine(name, { trackObjects: true, poison: true });
      const leaves = Array.from({ length: 8 }, () => machine.leafObject(24));
      for (const leaf of leaves) machine.strategy.release(leaf);
      const before = machine.clock.count(EVENT.alloc_freelist);
      expect(machine.leafObject(24)).toBe(name === 'arena-pools' ? leaves[4] : leaves[6]);
      expect(machine.clock.count(EVENT.alloc_freelist) - before).toBe(name === 'arena-pools' ? 1 : 0);
      if (name === 'arena-pools') {
        expect([0, 1, 2, 3].map(() => machine.leafObject(24))).toEqual([3, 2, 1, 0].map((index) => leaves[index]));
        expect(machine.leafObject(24)).toBe(leaves[7]);
      }
    }
  });

  it('serve collectable objects with a clean header, and do not count as allocations of the young generation', () => {
    const machine = new ToyMachine('arena-pools', { trackObjects: true, freeListLimits: [0, 0, 2] });
    const nodes = [0, 1, 2, 3].map(() => machine.node(1));
    expect(machine.strategy.gc.counts()[0]).toBe(4);
    for (const node of nodes) machine.strategy.release(node);
    // Two were kept, two were freed: only those count downwards.
    expect(machine.strategy.gc.counts()[0]).toBe(2);
    expect(machine.strategy.footprint().usedBytes).toBe(0);
    machine.verify();
    const again = machine.node(1);
    expect(again).toBe(nodes[1]);
    expect(machine.strategy.gc.counts()[0]).toBe(2);
    machine.push(again);
    machine.verify();
    machine.push(machine.node(1));
    machine.push(machine.node(1));
    expect(machine.strategy.gc.counts()[0]).toBe(3);
    machine.verify();
  });

  it('keep buffers too, which are requests that a list answers', () => {
    const machine = new ToyMachine('arena-pools', { trackObjects: true, poison: true, freeListLimits: [0, 0, 0, 1] });
    const { strategy, clock } = machine;
    const [one, other] = [strategy.allocateBuffer(200, 3), strategy.allocateBuffer(200, 3)];
    const answered = clock.count(EVENT.alloc_fast) + clock.count(EVENT.alloc_slow);
    strategy.freeBuffer(one, 200, 3);
    // The list has room for one.
    strategy.freeBuffer(other, 200, 3);
    expect(clock.count(EVENT.free)).toBe(1);
    expect(strategy.footprint().usedBytes).toBe(0);
    machine.verify();
    expect(strategy.allocateBuffer(200, 3)).toBe(one);
    expect(clock.count(EVENT.alloc_freelist)).toBe(1);
    expect(clock.count(EVENT.alloc_fast) + clock.count(EVENT.alloc_slow)).toBe(answered);
    expect(strategy.allocatedBytes).toBe(600);
    expect(strategy.footprint().usedBytes).toBe(200);
    // A buffer that is made without a list never comes from one.
    strategy.freeBuffer(one, 200, 3);
    expect(strategy.allocateBuffer(200)).not.toBe(one);
    expect(clock.count(EVENT.alloc_freelist)).toBe(1);
  });

  it('are free memory in small holes, headers included', () => {
    const machine = new ToyMachine('arena-pools', { trackObjects: true });
    machine.push(machine.node(0));
    machine.strategy.release(machine.leafObject(24));
    machine.strategy.release(machine.node(1));
    const cells = (machine.strategy as unknown as { allocator: { footprint(): Footprint } }).allocator.footprint();
    expect(cells.smallHoleBytes).toBeGreaterThan(0);
    // In use is a node of 32 bytes behind a header of 16; a leaf of 24 and a node of 40 with its header are kept.
    const kept = 24 + 40 + 16;
    expect(machine.strategy.footprint()).toEqual({
      ...cells,
      usedBytes: 32,
      cellBytes: cells.cellBytes - kept,
      metadataBytes: cells.metadataBytes + 16,
      freeBytes: cells.freeBytes + kept,
      smallHoleBytes: cells.smallHoleBytes + kept,
    });
  });

  it('are emptied by a full collection only', () => {
    const machine = new ToyMachine('arena-pools', { trackObjects: true });
    machine.strategy.release(machine.leafObject(24));
    machine.strategy.release(machine.node(1));
    const kept = (): number => {
      let blocks = 0;
      machine.strategy.audit!.keptBlocks(() => blocks++);
      return blocks;
    };
    expect(kept()).toBe(2);
    machine.collect(1);
    expect(kept()).toBe(2);
    machine.collect(2);
    expect(kept()).toBe(0);
    machine.verify();
    expect(machine.clock.count(EVENT.free)).toBe(2);
  });

  it('are stocked with dead blocks that nobody is charged for, as many as they keep', () => {
    const machine = new ToyMachine('arena-pools', { trackObjects: true, poison: true, freeListLimits: [0, 2, 3] });
    const { strategy, clock } = machine;
    const charged = clock.hot.slice();
    strategy.stock!([
      { list: LEAF_LIST, count: 1, bytes: 24, collectable: false },
      { list: NODE_LIST, count: 9, bytes: 40, collectable: true },
    ]);
    expect(clock.hot).toEqual(charged);
    expect(strategy.keptObjects!()).toEqual([0, 1, 3]);
    expect([strategy.allocatedBytes, strategy.footprint().usedBytes]).toEqual([0, 0]);
    strategy.audit!.keptBlocks((block) => expect(machine.W[block + REFCOUNT]).toBe(POISON));
    machine.verify();
    machine.push(machine.leafObject(24));
    for (let index = 0; index < 3; index++) machine.push(machine.node(1));
    expect(clock.count(EVENT.alloc_freelist)).toBe(4);
    expect(strategy.keptObjects!()).toEqual([0, 0, 0]);
    machine.verify();
  });

  it('refuse a block of another size, and one that was written to after its death', () => {
    const machine = new ToyMachine('arena-pools', { poison: true });
    const leaf = machine.leafObject(24);
    machine.strategy.release(leaf);
    expect(() => machine.strategy.allocate(32, LEAF_LIST)).toThrow(/keeps blocks of 24 bytes, asked for 32/);
    machine.W[leaf + 2] = 1;
    expect(() => machine.leafObject(24)).toThrow(`the dead block at word 0x${leaf.toString(16)} was written to`);
  });

  it('are checked', () => {
    const machine = new ToyMachine('arena-pools', { trackObjects: true });
    const leaf = machine.leafObject(24);
    const other = machine.leafObject(24);
    machine.strategy.release(leaf);
    machine.strategy.release(other);
    machine.verify();
    machine.W[leaf] = 1;
    expect(() => machine.verify()).toThrow(`the block at word 0x${leaf.toString(16)} has count 1`);
    machine.W[leaf] = 0;
    machine.W[other + FLAGS] = 0;
    expect(() => machine.verify()).toThrow(/counts 2 blocks, links 1/);
  });
});

describe('the count of young objects', () => {
  it('goes up with collectable blocks and down with their frees, never below 0', () => {
    const machine = new ToyMachine('refcount-cycle');
    const nodes = Array.from({ length: 10 }, () => machine.node(2));
    machine.push(machine.leafObject(60));
    expect(machine.strategy.gc.counts()).toEqual([10, 0, 0]);
    for (const node of nodes.slice(0, 4)) machine.strategy.release(node);
    expect(machine.strategy.gc.counts()).toEqual([6, 0, 0]);
    machine.collect(0);
    expect(machine.strategy.gc.counts()).toEqual([0, 1, 0]);
    for (const node of nodes.slice(4)) machine.strategy.release(node);
    expect(machine.strategy.gc.counts()).toEqual([0, 1, 0]);
  });
});

describe('pauses', () => {
  it('are cascades of at least so many objects, with the events of the cascade alone', () => {
    for (const name of counting) {
      const machine = new ToyMachine(name, { freeListLimits: [0, 0, 0] });
      const chain = (length: number): Address => (length === 0 ? 0 : nodeWith(machine, [chain(length - 1)], false));
      machine.strategy.release(chain(CASCADE_LEAST - 1));
      expect(machine.strategy.pauses).toEqual([]);
      const long = chain(CASCADE_LEAST);
      const a = machine.strategy.allocatedBytes;
      const dec = machine.clock.count(EVENT.refcount_dec);
      machine.strategy.release(long);
      expect(machine.strategy.pauses.length).toBe(1);
      const pause = machine.strategy.pauses[0]!;
      expect(pause.kind).toBe('cascade');
      expect(pause.aStart).toBe(a);
      const during = (event: number): number => pause.eventsEnd[event]! - pause.eventsStart[event]!;
      expect(during(EVENT.child_release)).toBe(CASCADE_LEAST - 1);
      expect(during(EVENT.free)).toBe(CASCADE_LEAST);
      expect(during(EVENT.alloc_fast) + during(EVENT.alloc_slow)).toBe(0);
      // The first decrement is the release itself.
      expect(pause.eventsStart[EVENT.refcount_dec]).toBe(dec + 1);
    }
  });

  it('are finalizers that ran in short cascades; what they did is in the record', () => {
    const machine = new ToyMachine('refcount');
    machine.onFinalize = () => {
      machine.clock.hot[EVENT.bytecode] += 77;
      machine.strategy.release(machine.node(0, { finalizer: false }));
    };
    machine.strategy.release(nodeWith(machine, [nodeWith(machine, [])]));
    expect(machine.strategy.pauses.map((pause) => pause.kind)).toEqual(['finalizer']);
    const pause = machine.strategy.pauses[0]!;
    expect(pause.eventsEnd[EVENT.bytecode]! - pause.eventsStart[EVENT.bytecode]!).toBe(154);
    expect(pause.eventsEnd[EVENT.finalizer_call]! - pause.eventsStart[EVENT.finalizer_call]!).toBe(2);
  });
});

describe('weak reference callbacks', () => {
  it('are pauses, and their entries are counted', () => {
    for (const name of counting) {
      const machine = new ToyMachine(name, { freeListLimits: [0, 0, 0] });
      const callback = machine.node(0);
      machine.push(callback);
      const node = machine.node(0);
      for (const each of [callback, 0, callback]) machine.push(machine.weakref(node, each));
      machine.onCallback = () => {
        machine.clock.hot[EVENT.bytecode] += 50;
      };
      machine.strategy.release(node);
      expect(machine.clock.count(EVENT.weakref_entry)).toBe(3);
      expect(machine.strategy.pauses.map((pause) => pause.kind)).toEqual(['finalizer']);
      const pause = machine.strategy.pauses[0]!;
      expect(pause.eventsEnd[EVENT.bytecode]! - pause.eventsStart[EVENT.bytecode]!).toBe(100);
    }
  });
});

describe('a full heap', () => {
  it('is reported at the safepoint when nothing can be freed, and forgotten when room was made', () => {
    for (const name of counting) {
      const machine = new ToyMachine(name, { heapBytes: 1024 * 1024 });
      const slots: number[] = [];
      let ok = true;
      while (ok) {
        const node = machine.node(60);
        expect(node).not.toBe(0);
        slots.push(machine.push(node));
        ok = machine.poll();
      }
      const used = machine.strategy.footprint();
      expect(used.mappedBytes).toBeGreaterThan(1024 * 1024);
      expect(used.usedBytes).toBeGreaterThan(900 * 1024);
      for (const slot of slots) machine.dropSlot(slot);
      for (let index = 0; index < 100; index++) {
        machine.push(machine.node(60));
        expect(machine.poll()).toBe(true);
      }
    }
  });

  it('is saved by the cycle collector when the garbage is cyclic', () => {
    const machine = new ToyMachine('refcount-cycle', { heapBytes: 1024 * 1024, thresholds: [1_000_000, 10, 10] });
    for (let index = 0; index < 20_000; index++) {
      const node = machine.node(20);
      machine.set(node, 0, node);
      machine.strategy.release(node);
      expect(machine.poll()).toBe(true);
    }
    const triggers = new Set(machine.strategy.collections.map((record) => record.trigger));
    expect([...triggers]).toEqual(['heap-full']);
  });

  it('answers 0 when even the overdraft is used up', () => {
    for (const name of counting) {
      const machine = new ToyMachine(name, { heapBytes: 1024 * 1024 });
      let blocks = 0;
      while (machine.strategy.allocateBuffer(4000) !== 0) blocks++;
      expect(blocks * 4000).toBeGreaterThan(2.5 * 1024 * 1024);
      expect(machine.strategy.allocateGc(4000, 16, 0)).toBe(0);
      expect(machine.strategy.allocate(4000, 0)).toBe(0);
      expect(machine.strategy.control[PENDING]).toBe(1);
    }
  });
});
