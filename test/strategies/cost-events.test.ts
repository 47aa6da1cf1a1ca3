/** Every event that a collector or an allocator performs is counted, and counted once: tiny traces with the counts worked out by hand. */
import { describe, expect, it, test } from 'vitest';
import { runCell } from '../../src/cell/run-cell.ts';
import { Clock, EVENTS } from '../../src/heap/clock.ts';
import type { Address } from '../../src/heap/memory.ts';
import { Memory } from '../../src/heap/memory.ts';
import { PageMap } from '../../src/heap/page-map.ts';
import { ArenaPools } from '../../src/strategies/allocators/arena-pools.ts';
import { Bump } from '../../src/strategies/allocators/bump.ts';
import { Malloc } from '../../src/strategies/allocators/malloc.ts';
import type { ReclaimingAllocator } from '../../src/strategies/allocators/reclaiming-allocator.ts';
import { Segregated } from '../../src/strategies/allocators/segregated.ts';
import { strategies } from '../../src/strategies/catalogue.ts';
import { CASCADE_LEAST } from '../../src/strategies/collectors/counting.ts';
import { cellSpec } from '../support/cell-spec.ts';
import { makeRing, ToyMachine } from '../support/toy-model.ts';

type Counts = Record<string, number>;

/** What `body` counts: events that it does not count are left out. */
function counted(clock: Clock, body: () => void): Counts {
  const before = EVENTS.map((_, event) => clock.count(event));
  body();
  return Object.fromEntries(
    EVENTS.map(({ name }, event): [string, number] => [name, clock.count(event) - before[event]!]).filter(
      ([, count]) => count !== 0,
    ),
  );
}

/** Root slots of a toy machine whose stack holds one reference: a table of 64 and that one. */
const ROOTS = 65;

describe('a ring of two that nothing holds, and a node that the stack holds', () => {
  function make(name: string): ToyMachine {
    const machine = new ToyMachine(name, { freeListLimits: [0, 0, 0] });
    makeRing(machine);
    return machine;
  }

  // Three headers to copy counts from; two that move to the unreachable and are unmarked; one that survives; two each for weak references, finalizers and
  // flags; the two once more for counts, move and mark; the first of them to be broken, which frees both.
  const passes = 3 + 2 + 2 + 1 + 2 + 2 + 2 + 2 + 2 + 2 + 1;

  test.each(['refcount-cycle', 'arena-pools'])('%s', (name) => {
    const machine = make(name);
    expect(counted(machine.clock, () => void machine.collect())).toEqual({
      collection: 1,
      // Subtraction looks into all three and then into the two again; the move into the one that is reached. Each has one slot.
      object_visit: 3 + 1 + 2,
      edge: 3 + 1 + 2,
      cell_sweep: passes,
      // The first is held while its slot is cleared. The second falls to zero by that, and lets go of the first, which is let go of once more.
      refcount_inc: 1,
      refcount_dec: 3,
      refcount_zero: 2,
      child_release: 2,
      free: 2,
    });
    expect(machine.strategy.collections[0]).toMatchObject({ visited: 6, edges: 6, sweptCells: passes, candidates: 3 });
    // Nodes of one slot are 40 bytes: three, and then the two again.
    expect(machine.strategy.collections[0]).toMatchObject({ tracedBytes: 3 * 40 + 2 * 40, copiedBytes: 0 });
  });

  test('mark-sweep', () => {
    const machine = make('mark-sweep');
    expect(counted(machine.clock, () => void machine.collect())).toEqual({
      collection: 1,
      root_slot: ROOTS,
      mark_push: 1,
      mark_pop: 1,
      object_visit: 1,
      edge: 1,
      // All three lie in one block of 16 KiB.
      cell_sweep: 3,
      block_sweep: 4,
      free: 2,
    });
    expect(machine.strategy.collections[0]).toMatchObject({ tracedBytes: 40, copiedBytes: 0 });
  });

  test('semispace', () => {
    const machine = make('semispace');
    expect(counted(machine.clock, () => void machine.collect())).toEqual({
      collection: 1,
      root_slot: ROOTS,
      object_visit: 1,
      edge: 1,
      copy_bytes: 40,
      // A page of to-space comes, the step of 32 KiB of from-space goes, and with it the start bits of 3 * 48 bytes, a word of them.
      page_map: 1,
      page_unmap: 8,
      zero_bytes: 1,
    });
    expect(machine.strategy.collections[0]).toMatchObject({ tracedBytes: 0, copiedBytes: 40 });
  });

  test('semispace looks up where a copied object went', () => {
    const machine = make('semispace');
    const node = machine.node(2);
    machine.push(node);
    machine.set(node, 0, node);
    machine.set(node, 1, machine.at(machine.stackStart));
    // One object of the two has an identity, which is carried over.
    machine.strategy.identity(node);
    expect(counted(machine.clock, () => void machine.collect())).toMatchObject({
      forwarding_lookup: 2 + 1,
      copy_bytes: 40 + 48,
      edge: 1 + 2,
      object_visit: 2,
      root_slot: ROOTS + 1,
    });
  });

  test.each([
    ['refcount-cycle', { kind: 'cycle', candidates: 3, roots: 0, copiedBytes: 0 }],
    ['arena-pools', { kind: 'cycle', candidates: 3, roots: 0, copiedBytes: 0 }],
    ['mark-sweep', { kind: 'mark-sweep', candidates: 3, roots: ROOTS, copiedBytes: 0 }],
    ['semispace', { kind: 'copy', candidates: 3, roots: ROOTS, copiedBytes: 40 }],
  ])('%s records it', (name, own) => {
    const machine = make(name);
    machine.collect();
    const elsewhere = ['eventsStart', 'eventsEnd', 'visited', 'edges', 'tracedBytes', 'sweptCells'];
    const fields = Object.entries(machine.strategy.collections[0]!).filter(([field]) => !elsewhere.includes(field));
    // Nodes of one slot are 40 bytes, without headers. Nothing has a finalizer, and no strategy promotes.
    expect(Object.fromEntries(fields)).toEqual({
      ...own,
      generation: 2,
      trigger: 'explicit',
      aStart: 120,
      usedBefore: 120,
      usedAfter: 40,
      reclaimedBytes: 80,
      promotedBytes: 0,
      finalizers: 0,
      weakrefsCleared: 0,
      resurrected: 0,
    });
  });

  test('refcount and no-gc do nothing', () => {
    for (const name of ['refcount', 'no-gc']) {
      const machine = make(name);
      expect(counted(machine.clock, () => void machine.collect())).toEqual({});
    }
  });
});

describe('a node whose finalizer runs, and a weak reference to it with a callback', () => {
  function make(name: string): { machine: ToyMachine; node: Address } {
    const machine = new ToyMachine(name, { freeListLimits: [0, 0, 0] });
    const callback = machine.node(0);
    machine.push(callback);
    const node = machine.node(0, { finalizer: true });
    machine.push(machine.weakref(node, callback));
    return { machine, node };
  }

  test.each(['arena-pools', 'refcount-cycle', 'refcount'])('%s', (name) => {
    const { machine, node } = make(name);
    // The toy's program holds what it is called with: one up and one down in each call.
    expect(counted(machine.clock, () => machine.strategy.release(node))).toEqual({
      finalizer_call: 2,
      weakref_entry: 1,
      // Kept alive for its finalizer, and the weak reference for its callback.
      refcount_inc: 2 + 2,
      // The release, those two, and the callback that is let go of.
      refcount_dec: 1 + 2 + 1 + 2,
      refcount_zero: 1,
      free: 1,
    });
    expect(counted(machine.clock, () => machine.drop())).toEqual({
      refcount_dec: 1,
      refcount_zero: 1,
      // It takes itself out of the chain that it is no longer in.
      weakref_entry: 1,
      free: 1,
    });
  });

  test.each(['mark-sweep', 'semispace'])('%s', (name) => {
    const { machine } = make(name);
    // One weak reference, and two entries in the register of what is to be told of its end: it keeps weak references apart.
    expect(counted(machine.clock, () => void machine.collect())).toMatchObject({
      finalizer_call: 2,
      weakref_entry: 1 + 1,
      root_slot: ROOTS + 1,
      object_visit: 3,
    });
    // The node has had its finalizer: it goes now, and its entry with it.
    expect(counted(machine.clock, () => void machine.collect())).toMatchObject({ weakref_entry: 2, object_visit: 2 });
    expect(counted(machine.clock, () => void machine.collect())).toMatchObject({ weakref_entry: 1 });
  });
});

test.each(['arena-pools', 'refcount-cycle'])('a weak reference that is trash with its referent, on %s', (name) => {
  const machine = new ToyMachine(name, { freeListLimits: [0, 0, 0] });
  const ring = machine.node(2);
  machine.set(ring, 0, ring);
  machine.give(ring, 1, machine.weakref(ring));
  machine.strategy.release(ring);
  // Cleared with the chain of its referent, looked at as trash itself, and taken out of its chain when it dies.
  expect(counted(machine.clock, () => void machine.collect())).toMatchObject({ weakref_entry: 1 + 1 + 1, free: 2 });
});

describe('a cascade is a pause with all that it counted', () => {
  test.each(['arena-pools', 'refcount-cycle', 'refcount'])('%s', (name) => {
    const machine = new ToyMachine(name, { freeListLimits: [0, 0, 0] });
    let first = 0;
    for (let index = 0; index < CASCADE_LEAST; index++) {
      const node = machine.node(1);
      if (first !== 0) machine.give(node, 0, first);
      first = node;
    }
    machine.push(machine.weakref(machine.get(first, 0)));
    machine.strategy.release(first);
    const { eventsStart, eventsEnd } = machine.strategy.pauses[0]!;
    const within = Object.fromEntries(
      EVENTS.map(({ name: event }, index): [string, number] => [event, eventsEnd[index]! - eventsStart[index]!]).filter(
        ([, count]) => count !== 0,
      ),
    );
    // The first decrement and zero are the release that sets it off.
    expect(within).toEqual({
      refcount_dec: CASCADE_LEAST - 1,
      refcount_zero: CASCADE_LEAST - 1,
      child_release: CASCADE_LEAST - 1,
      free: CASCADE_LEAST,
      weakref_entry: 1,
    });
  });
});

describe('headers are zeroed', () => {
  test.each(strategies.map(({ name, capabilities }) => [name, capabilities.gcHeaderBytes]))('%s: %i bytes', (name, header) => {
    const machine = new ToyMachine(name);
    machine.push(machine.node(1));
    const zeroed = (body: () => void): number => counted(machine.clock, body)['zero_bytes'] ?? 0;
    expect(zeroed(() => machine.push(machine.node(1)))).toBe(header);
    // A block of 4 more slots may come from a fresh run of cells, whose own header is zeroed as well.
    const preheader = zeroed(() => machine.push(machine.node(1, { preheader: true })));
    expect([header + 16, header + 16 + 192]).toContain(preheader);
  });
});

describe('allocators', () => {
  function fresh<A extends ReclaimingAllocator>(make: (memory: Memory, pages: PageMap) => A) {
    const memory = new Memory({ heapBytes: 64 * 1024 * 1024, stackBytes: 65536 });
    const clock = new Clock();
    const allocator = make(memory, new PageMap(memory, clock, new Int32Array(8)));
    return { allocator, step: (body: () => void) => counted(clock, body) };
  }

  it('malloc', () => {
    const { allocator, step } = fresh((_, pages) => new Malloc(pages));
    let block = 0;
    const resize = (from: number, to: number) => () => {
      block = allocator.resize(block, from, to);
    };
    // One page for 112 + 16 bytes, and the pad of 32.
    expect(step(() => (block = allocator.allocate(100)))).toEqual({ alloc_slow: 1, alloc_refill: 1, page_map: 33 });
    expect(step(() => allocator.free(block, 100))).toEqual({ free: 1 });
    expect(step(() => (block = allocator.allocate(100)))).toEqual({ alloc_fast: 1 });
    // The chunk holds 104; 200 take from the chunk behind it; 100 give back to it.
    expect(step(resize(100, 104))).toEqual({ alloc_fast: 1 });
    expect(step(resize(104, 200))).toEqual({ alloc_slow: 1 });
    expect(step(resize(200, 100))).toEqual({ alloc_slow: 1 });
    const fence = allocator.allocate(100);
    expect(step(resize(100, 200))).toEqual({ alloc_slow: 1, copy_bytes: 100, free: 1 });
    allocator.free(fence, 100);
    allocator.free(block, 200);
    // ceil((200,000 + 16) / 4096) pages of their own.
    expect(step(() => (block = allocator.allocate(200_000)))).toEqual({ alloc_slow: 1, page_map: 49 });
    expect(step(resize(200_000, 200_010))).toEqual({ alloc_fast: 1 });
    expect(step(resize(200_010, 204_000))).toEqual({ alloc_slow: 1, page_map: 1 });
    expect(step(() => allocator.free(block, 204_000))).toEqual({ free: 1, page_unmap: 50 });
  });

  it('segregated', () => {
    const { allocator, step } = fresh((_, pages) => new Segregated(pages));
    let block = 0;
    const opened = { alloc_slow: 1, alloc_refill: 1, page_map: 4, zero_bytes: 192 };
    expect(step(() => (block = allocator.allocate(40)))).toEqual(opened);
    expect(step(() => void allocator.allocate(40))).toEqual({ alloc_fast: 1 });
    expect(step(() => void allocator.resize(block, 40, 44))).toEqual({ alloc_fast: 1 });
    expect(step(() => (block = allocator.resize(block, 44, 100)))).toEqual({ ...opened, copy_bytes: 44, free: 1 });
    // The last block of a class stays.
    expect(step(() => allocator.free(block, 100))).toEqual({ free: 1 });
  });

  it('arena-pools', () => {
    const { allocator, step } = fresh((_, pages) => new ArenaPools(pages));
    let block = 0;
    const opened = { alloc_slow: 1, alloc_refill: 1, page_map: 4 };
    expect(step(() => (block = allocator.allocate(40)))).toEqual(opened);
    expect(step(() => void allocator.allocate(40))).toEqual({ alloc_fast: 1 });
    expect(step(() => void allocator.resize(block, 40, 44))).toEqual({ alloc_fast: 1 });
    expect(step(() => (block = allocator.resize(block, 44, 100)))).toEqual({ ...opened, copy_bytes: 44, free: 1 });
    expect(step(() => allocator.free(block, 100))).toEqual({ free: 1 });
    // The pool is empty and of this class still: nothing is carved.
    expect(step(() => (block = allocator.allocate(112)))).toEqual({ alloc_slow: 1 });
  });

  it('bump', () => {
    const { allocator, step } = fresh((memory, pages) => new Bump(memory, pages, 1, false));
    let block = 0;
    expect(step(() => (block = allocator.allocate(40)))).toEqual({ alloc_fast: 1, alloc_refill: 1, page_map: 8 });
    expect(step(() => void allocator.resize(block, 40, 100))).toEqual({ alloc_fast: 1 });
    const fence = allocator.allocate(16);
    expect(step(() => (block = allocator.resize(block, 100, 200)))).toEqual({ alloc_fast: 1, copy_bytes: 100 });
    expect(step(() => allocator.free(fence, 16))).toEqual({});
  });

  it('tell what lies in holes below 512 bytes', () => {
    const small = (make: (memory: Memory, pages: PageMap) => ReclaimingAllocator, ...sizes: number[]): number => {
      const { allocator } = fresh(make);
      const blocks = sizes.map((bytes) => allocator.allocate(bytes));
      allocator.free(blocks[0]!, sizes[0]!);
      return allocator.footprint().smallHoleBytes;
    };
    // A chunk of 112 bytes, and one of 1024.
    expect(small((_, pages) => new Malloc(pages), 100, 16)).toBe(112);
    expect(small((_, pages) => new Malloc(pages), 1016, 16)).toBe(0);
    // All cells of 48 bytes that a block of 16 KiB less its header of 192 holds, and of 1024.
    expect(small((_, pages) => new Segregated(pages), 40)).toBe(337 * 48);
    expect(small((_, pages) => new Segregated(pages), 1024)).toBe(0);
    // The one block in use is freed, and its pool is a hole as a whole; with another block in it there are 339 free ones.
    expect(small((_, pages) => new ArenaPools(pages), 40)).toBe(0);
    expect(small((_, pages) => new ArenaPools(pages), 40, 40)).toBe(339 * 48);
    expect(small((memory, pages) => new Bump(memory, pages, 1, false), 32_000, 400)).toBe(32_768 - 32_000 - 400);
  });
});

/** Events of collectors with a write barrier, which none of those that come with heaplab has. */
const unused = ['barrier_fast', 'barrier_slow', 'remembered_insert', 'remembered_drain'];
const simulated = ['collector_l2_hit', 'collector_miss'];

test('every event of the model is counted by some strategy, but those of write barriers', () => {
  const source = `
import gc, weakref
class N:
    def __del__(self): pass
keep = [bytearray(n) for n in range(0, 300000, 30000)]
for index in range(3000):
    a = N(); b = N(); a.o = b; b.o = a
    w = weakref.ref(a, lambda r: None)
    keep.append(float(index)); keep.append(id(b))
del keep, a, b
gc.collect(); gc.collect()
`;
  const seen = new Set<string>();
  for (const { name, allocator } of strategies) {
    const { counters, stderr } = runCell(cellSpec({ source, strategy: name, allocator }));
    expect(stderr).toBe('');
    for (const { event } of counters) seen.add(event);
  }
  const missing = EVENTS.map(({ name }) => name).filter((name) => !seen.has(name));
  expect(missing.sort()).toEqual([...unused, ...simulated].sort());
});
