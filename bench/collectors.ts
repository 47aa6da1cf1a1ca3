/**
 * How long the collectors take on this host, and how much of its memory a heap needs. Run: `node bench/collectors.ts`.
 *
 * Wall time, so never part of a result: figures differ from machine to machine. What must hold: a full mark-sweep of a million objects
 * under 60 ns an object, a million live small objects in under 300 MB of host memory.
 */
import { Clock } from '../src/heap/clock.ts';
import { FLAGS, REFCOUNT, REP, TYPE } from '../src/heap/layout.ts';
import { type Address, Memory } from '../src/heap/memory.ts';
import type { ObjectModel } from '../src/heap/object-model.ts';
import type { Strategy } from '../src/heap/strategy.ts';
import { strategies } from '../src/strategies/catalogue.ts';

const OBJECTS = 1_000_000;
const MIB = 1024 * 1024;

/** Nodes of two slots: 48 bytes. */
class PairModel implements ObjectModel {
  bufferFreeList = 0;
  slotScratch = new Int32Array(4);
  byteScratch = new Int32Array(4);
  readonly freeListLimits = [0];
  traversed(object: Address): number {
    return this.slots(object);
  }
  slots(object: Address): number {
    const scratch = this.slotScratch;
    scratch[0] = object + 4;
    scratch[1] = object + 6;
    return 2;
  }
  teardown(object: Address): number {
    return this.slots(object);
  }
  clearable(object: Address): number {
    return this.slots(object);
  }
  cleared(): void {}
  buffers(): number {
    return 0;
  }
  size(): number {
    return 32;
  }
  preBytes(): number {
    return 0;
  }
  isCollectable(): boolean {
    return true;
  }
  canUntrack(): boolean {
    return false;
  }
  freeList(): number {
    return 0;
  }
  hasFinalizer(): boolean {
    return false;
  }
  finalize(): void {}
  weakListSlot(): Address {
    return 0;
  }
  isWeakref(): boolean {
    return false;
  }
  detachWeakref(): void {}
  runCallback(): void {}
  forget(): void {}
  moved(): void {}
  describe(): string {
    return 'pair';
  }
  check(): null {
    return null;
  }
}

interface Machine {
  readonly W: Int32Array;
  readonly strategy: Strategy;
  /** The one root slot. */
  readonly root: Address;
}

function machineFor(name: string): Machine {
  const memory = new Memory({ heapBytes: 512 * MIB, stackBytes: MIB });
  const clock = new Clock();
  const start = memory.stackStart;
  const entry = strategies.find((each) => each.name === name)!;
  const strategy = entry.create({
    memory,
    clock,
    model: new PairModel(),
    roots: { tableStart: start, tableEnd: () => start + 2, stackStart: start + 2, stackEnd: () => start + 2 },
    options: { stress: 0, poison: false, trackObjects: false, verify: null },
  });
  strategy.gc.enabled = false;
  return { W: memory.words, strategy, root: start };
}

function pair(machine: Machine): Address {
  const { W, strategy } = machine;
  const object = strategy.allocateGc(32, 0, 0);
  W[object + REFCOUNT] = 1;
  W[object + FLAGS] |= 0;
  W[object + TYPE] = 0;
  W[object + REP] = 1;
  W[object + 4] = 0;
  W[object + 6] = 0;
  strategy.track(object);
  return object;
}

/** A list of `objects` pairs hanging from the root, the newest first. */
function grow(machine: Machine, objects: number): void {
  const { W, root } = machine;
  for (let index = 0; index < objects; index++) {
    const object = pair(machine);
    W[object + 4] = W[root];
    W[root] = object;
  }
}

function timed(body: () => void): number {
  const start = performance.now();
  body();
  return performance.now() - start;
}

function line(name: string, what: string, value: string): void {
  console.log(`${name.padEnd(16)}${what.padEnd(44)}${value.padStart(12)}`);
}

function measure(name: string): void {
  const hostBefore = process.memoryUsage().rss;
  const machine = machineFor(name);
  const { strategy, W, root } = machine;
  const perObject = (milliseconds: number): string => `${((milliseconds * 1e6) / OBJECTS).toFixed(1)} ns`;
  line(name, 'allocate and link', perObject(timed(() => grow(machine, OBJECTS))));
  line(name, 'host memory, a million live pairs', `${((process.memoryUsage().rss - hostBefore) / MIB).toFixed(0)} MiB`);
  for (let round = 0; round < 3; round++) {
    line(name, `full collection, all live (${round + 1})`, perObject(timed(() => strategy.collect(2, 'explicit'))));
  }
  const died = timed(() => {
    const first = W[root];
    W[root] = 0;
    strategy.release(first);
  });
  line(name, 'last reference dropped, one chain', perObject(died));
  line(name, 'full collection, all dead', perObject(timed(() => strategy.collect(2, 'explicit'))));
  const churn = timed(() => {
    for (let index = 0; index < OBJECTS; index++) {
      strategy.release(pair(machine));
      if (strategy.control[0] !== 0) strategy.safepoint();
    }
  });
  line(name, 'allocate and drop one at a time', perObject(churn));
}

const wanted = process.argv.slice(2);
for (const entry of strategies) if (wanted.length === 0 || wanted.includes(entry.name)) measure(entry.name);
