/** Each check of the verifier is shown to fail: a machine is damaged in one place, and the fault must be named. */
import { describe, expect, it } from 'vitest';
import { LabBug } from '../../src/base/errors.ts';
import {
  FLAG_COLLECTABLE,
  FLAG_DYING,
  FLAG_MARK,
  FLAG_PREHEADER,
  FLAG_TRACKED,
  FLAGS,
  POISON,
  TYPE,
  WEAK_NEXT,
  WEAK_PREV,
  WEAK_REFERENT,
} from '../../src/heap/layout.ts';
import type { Address } from '../../src/heap/memory.ts';
import { PLAIN } from '../../src/heap/object-model.ts';
import type { BlockInfo, Footprint } from '../../src/heap/strategy.ts';
import { Tracer } from '../../src/heap/trace.ts';
import { verifyHeap } from '../../src/heap/verify.ts';
import { ToyMachine } from '../support/toy-model.ts';

interface Scene {
  readonly machine: ToyMachine;
  readonly W: Int32Array;
  /** parent -> [child, leaf, buffered leaf ...], weakref -> child, other (preheader). */
  readonly parent: Address;
  readonly child: Address;
  readonly leaf: Address;
  readonly weakref: Address;
  readonly second: Address;
  readonly other: Address;
}

function scene(name: string): Scene {
  const machine = new ToyMachine(name, { trackObjects: true });
  const parent = machine.node(3);
  machine.push(parent);
  machine.setBuffer(parent, 4);
  const child = machine.node(1);
  machine.give(parent, 0, child);
  const leaf = machine.leafObject(24);
  machine.give(parent, 1, leaf);
  machine.give(parent, 4, machine.leafObject(60));
  const weakref = machine.weakref(child);
  machine.push(weakref);
  const second = machine.weakref(child);
  machine.push(second);
  const other = machine.node(1, { preheader: true });
  machine.push(other);
  return { machine, W: machine.W, parent, child, leaf, weakref, second, other };
}

function verify(machine: ToyMachine): void {
  verifyHeap(machine.context, machine.strategy);
}

const damages: { name: string; on: string; expected: RegExp; damage: (scene: Scene) => void }[] = [
  { name: 'count too high', on: 'arena-pools', expected: /count is 2, but 1 references/, damage: ({ W, child }) => W[child]++ },
  { name: 'count too low', on: 'refcount', expected: /count is 0, but 1 references/, damage: ({ W, leaf }) => W[leaf]-- },
  {
    name: 'slot leads to nothing',
    on: 'arena-pools',
    expected: /where no live object is/,
    damage: ({ machine, W, parent }) => {
      W[machine.slot(parent, 2)] = parent + 4;
    },
  },
  {
    name: 'slot leads between objects',
    on: 'semispace',
    expected: /where no live object is/,
    damage: ({ machine, W, parent, child }) => {
      W[machine.slot(parent, 2)] = child + 1;
    },
  },
  {
    name: 'slot in a buffer leads past the heap',
    on: 'mark-sweep',
    expected: /where no live object is/,
    damage: ({ machine, W, parent }) => {
      W[machine.slot(parent, 5)] = machine.memory.heapEnd + 8;
    },
  },
  {
    name: 'slot leads into the stack',
    on: 'mark-sweep',
    expected: /neither heap nor static/,
    damage: ({ machine, W, parent }) => {
      W[machine.slot(parent, 5)] = machine.stackStart;
    },
  },
  {
    name: 'slot leads into the null page',
    on: 'mark-sweep',
    expected: /neither heap nor static/,
    damage: ({ machine, W, parent }) => {
      W[machine.slot(parent, 5)] = 16;
    },
  },
  {
    name: 'slot is poisoned',
    on: 'mark-sweep',
    expected: /is poisoned/,
    damage: ({ machine, W, parent }) => {
      W[machine.slot(parent, 2)] = POISON;
    },
  },
  {
    name: 'slot leads to a mortal static object',
    on: 'refcount',
    expected: /not immortal/,
    damage: ({ machine, W, parent }) => {
      const still = machine.memory.allocateStatic(16);
      W[still] = 1;
      W[machine.slot(parent, 2)] = still;
    },
  },
  {
    name: 'root leads to nothing',
    on: 'mark-sweep',
    expected: /root slot refers to/,
    damage: ({ machine, W, parent }) => {
      W[machine.tableStart] = parent + 4;
    },
  },
  {
    name: 'object is poisoned',
    on: 'mark-sweep',
    expected: /object is poisoned/,
    damage: ({ W, child }) => {
      W[child + TYPE] = POISON;
    },
  },
  {
    name: 'scratch bit left',
    on: 'arena-pools',
    expected: /scratch bits are set: .*mark/,
    damage: ({ W, child }) => {
      W[child + FLAGS] |= FLAG_MARK;
    },
  },
  {
    name: 'collectable bit lost',
    on: 'mark-sweep',
    expected: /FLAG_COLLECTABLE/,
    damage: ({ W, child }) => {
      W[child + FLAGS] &= ~FLAG_COLLECTABLE;
    },
  },
  {
    name: 'preheader bit lost',
    on: 'mark-sweep',
    expected: /FLAG_PREHEADER/,
    damage: ({ W, other }) => {
      W[other + FLAGS] &= ~FLAG_PREHEADER;
    },
  },
  {
    name: 'kind unknown',
    on: 'semispace',
    expected: /FLAG_COLLECTABLE|kind 9 does not exist/,
    damage: ({ W, leaf }) => {
      W[leaf + 3] = (24 << 16) | 9;
    },
  },
  {
    name: 'object larger than its cell',
    on: 'arena-pools',
    expected: /larger than its cell/,
    damage: ({ W, leaf }) => {
      W[leaf + 3] = (48 << 16) | 2;
    },
  },
  {
    name: 'object of another size than asked for',
    on: 'refcount',
    expected: /was asked for/,
    damage: ({ W, leaf }) => {
      W[leaf + 3] = (20 << 16) | 2;
    },
  },
  {
    name: 'buffer pointer lost',
    on: 'refcount',
    expected: /neither an object nor a buffer/,
    damage: ({ W, parent }) => {
      W[parent + 6] = 0;
    },
  },
  {
    name: 'buffer with two owners',
    on: 'mark-sweep',
    expected: /something else owns/,
    damage: ({ W, parent, other }) => {
      W[other + 6] = W[parent + 6];
      W[other + 7] = 4;
    },
  },
  {
    name: 'buffer pointer off by a block',
    on: 'mark-sweep',
    expected: /is not a block in use/,
    damage: ({ W, parent }) => {
      W[parent + 6] += 4;
    },
  },
  {
    name: 'buffer pointer not aligned',
    on: 'mark-sweep',
    expected: /not aligned/,
    damage: ({ W, parent }) => {
      W[parent + 6] += 2;
    },
  },
  {
    name: 'bytes miscounted',
    on: 'mark-sweep',
    expected: /bytes in use, objects and buffers have/,
    damage: ({ W, parent }) => {
      W[parent + 7] -= 1;
    },
  },
  {
    name: 'tracked object not in a list',
    on: 'arena-pools',
    expected: /tracked object is in no GC list|not where its head/,
    damage: ({ machine, child }) => {
      machine.strategy.untrack(child);
      machine.W[child + FLAGS] |= FLAG_TRACKED;
    },
  },
  {
    name: 'listed object not tracked',
    on: 'arena-pools',
    expected: /has not FLAG_TRACKED/,
    damage: ({ W, child }) => {
      W[child + FLAGS] &= ~FLAG_TRACKED;
    },
  },
  {
    name: 'GC back link wrong',
    on: 'refcount-cycle',
    expected: /back link of the GC list/,
    damage: ({ W, child }) => {
      W[child - 2] = child;
    },
  },
  {
    name: 'GC list leads astray',
    on: 'refcount-cycle',
    expected: /GC list leads to .*, where no live object is/,
    damage: ({ W, child }) => {
      W[child - 4] = child + 8;
    },
  },
  {
    name: 'object listed twice',
    on: 'refcount-cycle',
    expected: /GC lists twice/,
    damage: ({ W, child, parent }) => {
      W[child - 4] = parent;
      W[child - 2] = parent;
    },
  },
  {
    name: 'GC list cut off',
    on: 'arena-pools',
    expected: /does not end where its head/,
    damage: ({ machine, W, child }) => {
      W[child - 4] = machine.strategy.audit!.gcListHeads()[0]!;
    },
  },
  {
    name: 'weakref to another object',
    on: 'arena-pools',
    expected: /in the chain of/,
    damage: ({ W, weakref, parent }) => {
      W[weakref + WEAK_REFERENT] = parent;
    },
  },
  {
    name: 'weakref to nothing',
    on: 'semispace',
    expected: /weak reference to .* where no live object/,
    damage: ({ W, weakref, second, parent }) => {
      W[second + WEAK_NEXT] = 0;
      W[weakref + WEAK_REFERENT] = parent + 4;
    },
  },
  {
    name: 'weak chain leads to a dead weakref',
    on: 'mark-sweep',
    expected: /where no weak reference is/,
    damage: ({ machine, W, second, child }) => {
      const dead = machine.weakref(child);
      machine.collect();
      W[second + WEAK_NEXT] = dead;
      W[dead + WEAK_REFERENT] = child;
      W[dead + WEAK_PREV] = second;
    },
  },
  {
    name: 'weak chain leads to what is no weakref',
    on: 'mark-sweep',
    expected: /where no weak reference is/,
    damage: ({ W, second, parent }) => {
      W[second + WEAK_NEXT] = parent;
    },
  },
  {
    name: 'weak back link wrong',
    on: 'mark-sweep',
    expected: /back link of a weak chain/,
    damage: ({ W, weakref }) => {
      W[weakref + WEAK_PREV] = 0;
    },
  },
  {
    name: 'weak chain cut off',
    on: 'refcount',
    expected: /weak references have a referent/,
    damage: ({ W, second }) => {
      W[second + WEAK_NEXT] = 0;
    },
  },
  {
    name: 'dead weakref still linked',
    on: 'mark-sweep',
    expected: /dead weak reference is still linked/,
    damage: ({ W, second, weakref }) => {
      W[second + WEAK_NEXT] = 0;
      W[weakref + WEAK_REFERENT] = 0;
    },
  },
  ...['refcount', 'mark-sweep'].map((on) => ({
    name: 'free run of pages without a page',
    on,
    expected: /page map: free run at page \d+ is empty/,
    damage: ({ machine }: Scene): void => {
      (machine.strategy as unknown as { pages: { runLengths: number[] } }).pages.runLengths[0] = 0;
    },
  })),
  {
    name: 'tag of a chunk says that the one in front is free',
    on: 'refcount',
    expected: /malloc: footer of a free chunk differs/,
    damage: ({ W, leaf }) => {
      W[leaf - 2] &= ~1;
    },
  },
  {
    name: 'block counts a cell too many',
    on: 'mark-sweep',
    expected: /segregated: block counts/,
    damage: ({ W, leaf }) => {
      W[leaf & ~4095]++;
    },
  },
  {
    name: 'dead weakref still leads on',
    on: 'mark-sweep',
    expected: /dead weak reference is still linked/,
    damage: ({ machine, W, second, weakref, child }) => {
      W[machine.model.weakListSlot(child)] = weakref;
      W[weakref + WEAK_PREV] = 0;
      W[second + WEAK_REFERENT] = 0;
    },
  },
  {
    name: 'something waits to be released though nothing dies',
    on: 'refcount',
    expected: /work stack is not empty between cascades/,
    damage: ({ machine }) => {
      (machine.strategy as unknown as { top: number }).top = 1;
    },
  },
  {
    name: 'object map lost an object',
    on: 'mark-sweep',
    expected: /neither an object|no live object/,
    damage: ({ machine, child }) => {
      (machine.strategy as unknown as { starts: { delete(a: Address): void } }).starts.delete(child);
    },
  },
  {
    name: 'object map has one too many',
    on: 'arena-pools',
    expected: /broken/,
    damage: ({ machine, child }) => {
      (machine.strategy as unknown as { starts: { add(a: Address): void } }).starts.add(child + 4);
    },
  },
];

describe('a damaged heap is found out', () => {
  for (const { name, on, expected, damage } of damages) {
    it(`${name} (${on})`, () => {
      const stage = scene(on);
      verify(stage.machine);
      damage(stage);
      let caught: unknown = null;
      try {
        verify(stage.machine);
      } catch (error) {
        caught = error;
      }
      expect(caught).toBeInstanceOf(LabBug);
      expect((caught as LabBug).message).toMatch(expected);
    });
  }
});

describe('the message', () => {
  it('names strategy and address and shows the object and the words around it', () => {
    const { machine, W, child } = scene('arena-pools');
    W[child]++;
    let caught: unknown = null;
    try {
      verify(machine);
    } catch (error) {
      caught = error;
    }
    const bug = caught as LabBug;
    expect(bug.message).toContain('arena-pools');
    expect(bug.message).toContain(`0x${child.toString(16)}`);
    expect(bug.details).toContain('node #2');
    expect(bug.details).toContain('tracked|collectable');
    expect(bug.details).toContain('region: heap');
    expect(bug.details).toMatch(/^> /m);
  });
});

describe('blocks', () => {
  const withBlocks = (change: (block: BlockInfo, index: number) => BlockInfo): (() => void) => {
    const { machine } = scene('refcount');
    const { strategy } = machine;
    const blocks: BlockInfo[] = [];
    strategy.blocks((block) => blocks.push({ ...block }));
    const altered = blocks.map(change);
    const spy = Object.create(strategy) as typeof strategy;
    Object.defineProperty(spy, 'blocks', {
      value: (visit: (block: BlockInfo) => void) => {
        for (const block of altered) visit(block);
      },
    });
    return () => verifyHeap(machine.context, spy);
  };
  it('must not overlap', () => {
    expect(withBlocks((block, index) => (index === 1 ? { ...block, address: block.address - 4 } : block))).toThrow(
      /block begins before/,
    );
  });
  it('must have a size and lie in the heap', () => {
    expect(withBlocks((block, index) => (index === 1 ? { ...block, bytes: 0 } : block))).toThrow(/does not fit the heap/);
    expect(withBlocks((block) => ({ ...block, bytes: 1 << 30 }))).toThrow(/does not fit the heap/);
  });
  it('must hold their payload', () => {
    expect(withBlocks((block, index) => (index === 1 ? { ...block, payload: block.address - 4 } : block))).toThrow(
      /outside its block/,
    );
    expect(
      withBlocks((block, index) => (index === 1 ? { ...block, payload: block.address + block.bytes / 4 } : block)),
    ).toThrow(/outside its block/);
  });
});

it('requires that cells hold what is used of them, and mapped memory the cells', () => {
  const { machine } = scene('semispace');
  const { strategy } = machine;
  const print = strategy.footprint();
  const told = (change: Partial<Footprint>): (() => void) => {
    const spy = Object.create(strategy) as typeof strategy;
    Object.defineProperty(spy, 'footprint', { value: () => ({ ...print, ...change }) });
    return () => verifyHeap(machine.context, spy);
  };
  expect(told({})).not.toThrow();
  expect(told({ cellBytes: print.usedBytes })).not.toThrow();
  expect(told({ cellBytes: print.usedBytes - 1 })).toThrow(/cells of \d+ bytes cannot hold \d+/);
  expect(told({ mappedBytes: print.cellBytes })).not.toThrow();
  expect(told({ mappedBytes: print.cellBytes - 1 })).toThrow(/cells of \d+ bytes in \d+ mapped ones/);
});

describe('a heap in the middle of things', () => {
  it('is accepted while a finalizer runs, a callback runs, and siblings wait to die', () => {
    for (const name of ['arena-pools', 'refcount-cycle', 'refcount']) {
      const machine = new ToyMachine(name, { trackObjects: true });
      let checks = 0;
      machine.onFinalize = () => {
        verify(machine);
        checks++;
      };
      machine.onCallback = () => {
        verify(machine);
        checks++;
      };
      const parent = machine.node(4);
      machine.push(parent);
      for (let index = 0; index < 4; index++) {
        const child = machine.node(2, { finalizer: true });
        machine.give(child, 0, machine.node(1, { finalizer: true }));
        machine.give(parent, index, child);
      }
      machine.push(machine.weakref(machine.get(parent, 1), machine.get(parent, 2)));
      machine.push(machine.weakref(parent, parent));
      machine.dropSlot(machine.stackStart + 4);
      machine.dropSlot(machine.stackStart + 2);
      const callback = machine.node(0);
      machine.push(machine.weakref(machine.get(machine.at(machine.stackStart), 2), callback));
      machine.strategy.release(callback);
      machine.dropSlot(machine.stackStart);
      expect(checks).toBe(9);
      verify(machine);
    }
  });

  it('may have higher counts while a native is pinned, but not lower ones', () => {
    const { machine, W, child } = scene('arena-pools');
    W[child]++;
    machine.pinned = 1;
    verify(machine);
    W[child] -= 2;
    expect(() => verify(machine)).toThrow(/count is 0, but 1/);
  });

  it('may hold a dying object with count 0, but with no other count', () => {
    const { machine, W, child } = scene('arena-pools');
    W[child + FLAGS] |= FLAG_DYING;
    expect(() => verify(machine)).toThrow(/dying object has count 1/);
  });
});

it('holds what the trace counts against the objects it reached', () => {
  const machine = new ToyMachine('arena-pools', { trackObjects: true, plain: true });
  machine.push(machine.node(1));
  verify(machine);
  const { plain } = machine.model;
  Object.assign(machine.model, { plain: (object: Address) => plain!(object) + (16 << PLAIN.bytes) });
  expect(() => verify(machine)).toThrow(/counts 1 objects of 56 bytes, those it reached are 1 of 40/);
});

it('refuses objects that lie outside the heap', () => {
  const machine = new ToyMachine('refcount', { trackObjects: true });
  machine.push(machine.node(1));
  for (const outside of [machine.staticType, machine.memory.heapEnd + 4]) {
    const strategy = Object.assign(Object.create(machine.strategy) as typeof machine.strategy, {
      objects: (visit: (object: Address) => void) => {
        machine.strategy.objects(visit);
        visit(outside);
      },
    });
    expect(() => verifyHeap(machine.context, strategy)).toThrow(/object lies outside the heap/);
  }
  verify(machine);
});

describe('the trace from the roots', () => {
  it('counts what is reachable, buffers included, and charges nothing', () => {
    for (const name of ['arena-pools', 'mark-sweep', 'semispace', 'no-gc']) {
      const { machine, parent } = scene(name);
      const events = [...machine.clock.hot];
      const tracer = new Tracer(machine.context);
      const before = tracer.trace(machine.strategy);
      expect(before).toEqual({ objects: 7, bytes: 32 + 24 + 32 + 40 + 24 + 60 + 56 + 56 + 40 });
      expect([...machine.clock.hot]).toEqual(events);
      expect(tracer.reached.has(parent)).toBe(true);
      machine.W[machine.stackStart] = 0;
      expect(tracer.trace(machine.strategy)).toEqual({ objects: 3, bytes: 56 + 56 + 40 });
      expect(tracer.reached.has(parent)).toBe(false);
    }
  });

  it('takes plain objects and leaves for what they are', () => {
    const seen = [false, true].map((plain) => {
      const machine = new ToyMachine('arena-pools', { trackObjects: true, plain, leaf: plain });
      const parent = machine.node(3, { type: machine.node(1) });
      machine.push(parent);
      machine.give(parent, 0, machine.leafObject(60));
      machine.give(parent, 1, machine.node(2, { reversed: true }));
      machine.give(parent, 2, machine.leafObject(24));
      machine.give(machine.get(parent, 1), 1, machine.node(0));
      const pieces: [number, number][] = [];
      const found = new Tracer(machine.context).trace(machine.strategy, (address, bytes) => pieces.push([address, bytes]));
      return { found, pieces: pieces.sort(([left], [right]) => left - right) };
    });
    expect(seen[0]!.found).toEqual({ objects: 6, bytes: 56 + 40 + 60 + 48 + 24 + 32 });
    expect(seen[1]).toEqual(seen[0]);
  });

  it('begins anew after a trace that ended half-way', () => {
    const { machine, parent } = scene('mark-sweep');
    const { model } = machine.context;
    const broken = Object.assign(Object.create(model) as typeof model, {
      size: (object: Address): number => {
        if (object !== parent) return model.size(object);
        throw new Error('damaged');
      },
    });
    const context = { ...machine.context, model: broken };
    const tracer = new Tracer(context);
    expect(() => tracer.trace(machine.strategy)).toThrow('damaged');
    machine.W[machine.stackStart] = 0;
    expect(tracer.trace(machine.strategy).objects).toBe(3);
  });

  it('follows as many references as wait at once', () => {
    const machine = new ToyMachine('arena-pools', { trackObjects: true });
    const parent = machine.node(0);
    machine.push(parent);
    machine.setBuffer(parent, 5000);
    for (let index = 0; index < 5000; index++) machine.give(parent, index, machine.node(0));
    const { objects, bytes } = new Tracer(machine.context).trace(machine.strategy);
    expect(objects).toBe(5001);
    expect(bytes).toBe(5001 * 32 + 5000 * 8);
  });

  it('starts from slots of static objects too', () => {
    const { machine, parent } = scene('mark-sweep');
    const slot = machine.memory.allocateStatic(16);
    Object.assign(machine, { extraSlots: (visit: (slot: Address) => void) => visit(slot) });
    machine.W[slot] = parent;
    machine.W[machine.stackStart] = 0;
    expect(new Tracer(machine.context).trace(machine.strategy).objects).toBe(7);
    machine.collect();
    verify(machine);
    expect(machine.at(slot)).toBe(parent);
    machine.W[slot] = parent + 4;
    expect(() => verify(machine)).toThrow(/root slot/);
  });
});
