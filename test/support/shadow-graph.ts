/**
 * A random mutator of the toy language beside a shadow of the same graph in plain JavaScript objects. After every few steps the two are
 * walked side by side; finalizers and callbacks are held against what the shadow says is reachable.
 */

import { type Stream, stream } from '../../src/base/random-streams.ts';
import { WEAK_CALLBACK, WEAK_REFERENT } from '../../src/heap/layout.ts';
import type { Address } from '../../src/heap/memory.ts';
import { LEAF, NODE, type ToyMachine } from './toy-model.ts';

export interface Shadow {
  readonly tag: number;
  readonly kind: 'node' | 'leaf' | 'weakref';
  slots: (Shadow | null)[];
  inline: number;
  dict: Shadow | null;
  hasDict: boolean;
  type: Shadow | null;
  target: Shadow | null;
  callback: Shadow | null;
  identity: number | null;
  /** It was unreachable for a while and came back: weak references to it may be gone. */
  returned: boolean;
}

export interface Mix {
  readonly finalizers: boolean;
  readonly weakrefs: boolean;
  /** Most slots of a node. */
  readonly slots: number;
}

const ROOTS = 10;

export class ShadowedMutator {
  readonly machine: ToyMachine;
  readonly byTag = new Map<number, Shadow>();
  readonly finalized = new Set<number>();
  readonly fired = new Set<number>();
  readonly roots: (Shadow | null)[] = new Array<Shadow | null>(ROOTS).fill(null);
  private readonly rootSlots: Address[] = [];
  private readonly random: Stream;
  private readonly inFinalizer: Stream;
  private readonly mix: Mix;

  constructor(machine: ToyMachine, seed: number, mix: Mix) {
    this.machine = machine;
    this.mix = mix;
    this.random = stream(['shadow-graph', seed, 'steps']);
    this.inFinalizer = stream(['shadow-graph', seed, 'finalizers']);
    for (let index = 0; index < ROOTS; index++) {
      this.rootSlots.push(index < 4 ? machine.tableStart + 2 * index : machine.push(0));
    }
    machine.onFinalize = (object) => this.finalize(object);
    machine.onCallback = (weakref) => this.callback(weakref);
  }

  /** Takes `steps` random steps, polling after each and comparing after every `compareEvery`. */
  run(steps: number, compareEvery: number): void {
    for (let step = 1; step <= steps; step++) {
      this.step();
      if (!this.machine.poll()) throw new Error('the heap is full');
      if (step % compareEvery === 0) this.compare();
    }
  }

  /** Drops every root, on both sides. */
  dropRoots(): void {
    for (let index = 0; index < ROOTS; index++) this.setRoot(index, null, 0);
  }

  reachable(): Set<Shadow> {
    const found = new Set<Shadow>();
    for (const root of this.roots) this.reach(root, found);
    return found;
  }

  /** Tags of the objects that a pure reference count can never free: what cycles reach. */
  heldByCycles(): Set<number> {
    const held = new Set<Shadow>();
    for (const shadow of this.byTag.values()) {
      if (held.has(shadow)) continue;
      const below = new Set<Shadow>();
      for (const child of edges(shadow)) this.reach(child, below);
      if (below.has(shadow)) for (const each of below) held.add(each);
    }
    return new Set([...held].map((shadow) => shadow.tag));
  }

  /** Walks both graphs from the roots; throws at the first difference. */
  compare(): void {
    const { machine } = this;
    const seen = new Map<Shadow, Address>();
    const work: [Shadow, Address][] = [];
    const meet = (shadow: Shadow | null, address: Address, where: string): void => {
      if (shadow === null) {
        if (address !== 0) throw new Error(`${where}: shadow has nothing, heap has #${machine.tag(address)}`);
        return;
      }
      if (address === 0) throw new Error(`${where}: shadow has #${shadow.tag}, heap has nothing`);
      const known = seen.get(shadow);
      if (known !== undefined) {
        if (known !== address) throw new Error(`${where}: #${shadow.tag} is at two addresses`);
        return;
      }
      if (machine.tag(address) !== shadow.tag)
        throw new Error(`${where}: shadow has #${shadow.tag}, heap has #${machine.tag(address)}`);
      seen.set(shadow, address);
      work.push([shadow, address]);
    };
    for (let index = 0; index < ROOTS; index++) meet(this.roots[index]!, machine.at(this.rootSlots[index]!), `root ${index}`);
    for (let next = work.pop(); next !== undefined; next = work.pop()) {
      const [shadow, address] = next;
      const where = `#${shadow.tag}`;
      if (shadow.identity !== null && machine.strategy.identity(address) !== shadow.identity)
        throw new Error(`${where}: identity changed`);
      const kind = machine.model.kind(address);
      if ((kind === NODE ? 'node' : kind === LEAF ? 'leaf' : 'weakref') !== shadow.kind)
        throw new Error(`${where}: kind changed`);
      if (shadow.kind === 'node') {
        if (machine.slotCount(address) !== shadow.slots.length) {
          throw new Error(`${where}: ${shadow.slots.length} slots, heap has ${machine.slotCount(address)}`);
        }
        for (let index = 0; index < shadow.slots.length; index++) {
          meet(shadow.slots[index]!, machine.get(address, index), `${where}[${index}]`);
        }
        if (shadow.hasDict) meet(shadow.dict, machine.at(address - machine.model.preDict), `${where}.dict`);
        if (shadow.type !== null) meet(shadow.type, machine.at(address + 2), `${where}.type`);
      } else if (shadow.kind === 'weakref') this.compareWeakref(shadow, address, meet);
    }
    for (const [shadow, address] of seen) {
      if (shadow.kind !== 'weakref') continue;
      const referent = machine.referent(address);
      if (referent !== 0 && shadow.target !== null && seen.has(shadow.target) && seen.get(shadow.target) !== referent) {
        throw new Error(`#${shadow.tag}: referent is at two addresses`);
      }
      if (referent === 0 && shadow.target !== null && seen.has(shadow.target) && !shadow.target.returned) {
        throw new Error(`#${shadow.tag}: cleared, but #${shadow.target.tag} has always been reachable`);
      }
    }
  }

  private compareWeakref(
    shadow: Shadow,
    address: Address,
    meet: (shadow: Shadow | null, address: Address, where: string) => void,
  ): void {
    const { machine } = this;
    const referent = machine.W[address + WEAK_REFERENT];
    if (referent !== 0 && (shadow.target === null || machine.tag(referent) !== shadow.target.tag)) {
      throw new Error(`#${shadow.tag}: refers to #${machine.tag(referent)}`);
    }
    const callback = machine.W[address + WEAK_CALLBACK];
    if (callback === 0 && this.fired.has(shadow.tag)) shadow.callback = null;
    meet(shadow.callback, callback, `#${shadow.tag}.callback`);
  }

  private step(): void {
    const { random } = this;
    const choice = random.lottery([
      { key: 'node', tickets: 8 },
      { key: 'leaf', tickets: 4 },
      { key: 'store', tickets: 12 },
      { key: 'load', tickets: 6 },
      { key: 'drop', tickets: 3 },
      { key: 'buffer', tickets: 3 },
      { key: 'dict', tickets: 2 },
      { key: 'identity', tickets: 1 },
      { key: 'weakref', tickets: this.mix.weakrefs ? 4 : 0 },
      { key: 'deref', tickets: this.mix.weakrefs ? 2 : 0 },
      { key: 'collect', tickets: 1 },
    ]).key;
    const a = random.int(0, ROOTS - 1);
    const b = random.int(0, ROOTS - 1);
    const c = random.int(0, 1 << 20);
    switch (choice) {
      case 'node':
        return this.makeNode(a, b, c);
      case 'leaf':
        return this.makeLeaf(a, c);
      case 'store':
        return this.store(a, b, c);
      case 'load':
        return this.load(a, b, c);
      case 'drop':
        return this.setRoot(a, null, 0);
      case 'buffer':
        return this.buffer(a, c);
      case 'dict':
        return this.storeDict(a, b);
      case 'identity':
        return this.identify(a);
      case 'weakref':
        return this.makeWeakref(a, b, c);
      case 'deref':
        return this.deref(a, b);
      default:
        if (c % 4 === 0) this.machine.collect(c % 3);
    }
  }

  private at(root: number): Address {
    return this.machine.at(this.rootSlots[root]!);
  }

  /** Puts an owned reference into a root. */
  private setRoot(root: number, shadow: Shadow | null, object: Address): void {
    const slot = this.rootSlots[root]!;
    const old = this.machine.at(slot);
    this.roots[root] = shadow;
    this.machine.W[slot] = object;
    this.machine.strategy.release(old);
  }

  private add(tag: number, kind: Shadow['kind'], part: Partial<Shadow>): Shadow {
    const shadow: Shadow = {
      tag,
      kind,
      slots: [],
      inline: 0,
      dict: null,
      hasDict: false,
      type: null,
      target: null,
      callback: null,
      identity: null,
      returned: false,
      ...part,
    };
    this.byTag.set(tag, shadow);
    return shadow;
  }

  private makeNode(a: number, b: number, c: number): void {
    const { machine } = this;
    const inline = c % (this.mix.slots + 1);
    const finalizer = this.mix.finalizers && c % 5 === 0;
    const preheader = c % 7 < 3;
    const type = c % 11 === 0 && this.roots[b]?.kind === 'node' ? this.roots[b]! : null;
    const object = machine.node(inline, {
      finalizer,
      preheader,
      reversed: c % 13 < 4,
      ...(type === null ? {} : { type: this.at(b) }),
    });
    const shadow = this.add(machine.tag(object), 'node', {
      slots: new Array<Shadow | null>(inline).fill(null),
      inline,
      hasDict: preheader,
      type,
    });
    this.setRoot(a, shadow, object);
  }

  private makeLeaf(a: number, c: number): void {
    const sizes = [24, 28, 32, 60, 100, 500, 513, 600, 2000, 5000];
    const object = this.machine.leafObject(sizes[c % sizes.length]!);
    this.setRoot(a, this.add(this.machine.tag(object), 'leaf', {}), object);
  }

  private store(a: number, b: number, c: number): void {
    const owner = this.roots[a];
    if (owner === null || owner === undefined || owner.slots.length === 0) return;
    const index = c % owner.slots.length;
    owner.slots[index] = this.roots[b]!;
    this.machine.set(this.at(a), index, this.at(b));
  }

  private load(a: number, b: number, c: number): void {
    const owner = this.roots[a];
    if (owner === null || owner === undefined || owner.slots.length === 0) return;
    const index = c % owner.slots.length;
    const object = this.machine.get(this.at(a), index);
    this.machine.strategy.retain(object);
    this.setRoot(b, owner.slots[index]!, object);
  }

  private buffer(a: number, c: number): void {
    const owner = this.roots[a];
    if (owner === null || owner === undefined || owner.kind !== 'node') return;
    const sizes = [0, 1, 2, 3, 8, 40, 64, 65, 100, 700];
    const slots = sizes[c % sizes.length]!;
    const before = owner.slots;
    owner.slots = Array.from({ length: owner.inline + slots }, (_, index) => before[index] ?? null);
    this.machine.setBuffer(this.at(a), slots);
  }

  private storeDict(a: number, b: number): void {
    const owner = this.roots[a];
    if (owner === null || owner === undefined || !owner.hasDict) return;
    const { machine } = this;
    const slot = this.at(a) - machine.model.preDict;
    const old = machine.at(slot);
    const value = this.at(b);
    owner.dict = this.roots[b]!;
    machine.strategy.retain(value);
    machine.strategy.store(this.at(a), slot, value);
    machine.strategy.release(old);
  }

  private identify(a: number): void {
    const shadow = this.roots[a];
    if (shadow !== null && shadow !== undefined) shadow.identity = this.machine.strategy.identity(this.at(a));
  }

  private makeWeakref(a: number, b: number, c: number): void {
    const target = this.roots[a];
    if (target === null || target === undefined || target.kind !== 'node') return;
    const callback = c % 3 === 0 ? this.roots[(b + 1) % ROOTS]! : null;
    const object = this.machine.weakref(this.at(a), callback === null ? 0 : this.at((b + 1) % ROOTS));
    this.setRoot(b, this.add(this.machine.tag(object), 'weakref', { target, callback }), object);
  }

  private deref(a: number, b: number): void {
    const weakref = this.roots[a];
    if (weakref === null || weakref === undefined || weakref.kind !== 'weakref') return;
    const referent = this.machine.referent(this.at(a));
    if (referent === 0) return;
    this.machine.strategy.retain(referent);
    const target = weakref.target!;
    // It may have been unreachable for the shadow and still be there: then it comes back, with all it leads to.
    const before = this.reachable();
    if (!before.has(target)) this.markReturned(target, before);
    this.setRoot(b, target, referent);
  }

  private finalize(object: Address): void {
    const tag = this.machine.tag(object);
    const shadow = this.byTag.get(tag)!;
    if (this.finalized.has(tag)) throw new Error(`#${tag} is finalized twice`);
    this.finalized.add(tag);
    const before = this.reachable();
    // One that waits for its finalizer may have been brought back by another's.
    if (before.has(shadow) && !shadow.returned) throw new Error(`#${tag} is finalized while it is reachable`);
    shadow.returned = true;
    if (this.inFinalizer.chance(0.3)) {
      this.markReturned(shadow, before);
      this.machine.strategy.retain(object);
      this.setRoot(this.inFinalizer.int(0, ROOTS - 1), shadow, object);
    }
    if (this.inFinalizer.chance(0.3)) this.makeNode(this.inFinalizer.int(0, ROOTS - 1), 0, 1 + 7 * this.inFinalizer.int(0, 9));
    if (this.inFinalizer.chance(0.3)) this.setRoot(this.inFinalizer.int(0, ROOTS - 1), null, 0);
    if (this.inFinalizer.chance(0.2)) this.machine.collect();
    if (!this.machine.poll()) throw new Error('the heap is full');
  }

  private callback(weakref: Address): void {
    const tag = this.machine.tag(weakref);
    if (this.machine.referent(weakref) !== 0) throw new Error(`callback of #${tag} while its referent is there`);
    if (this.fired.has(tag)) throw new Error(`callback of #${tag} is called twice`);
    this.fired.add(tag);
    if (this.inFinalizer.chance(0.5)) this.setRoot(this.inFinalizer.int(0, ROOTS - 1), null, 0);
    if (this.inFinalizer.chance(0.3)) this.makeNode(this.inFinalizer.int(0, ROOTS - 1), 0, 1 + 7 * this.inFinalizer.int(0, 9));
  }

  private markReturned(shadow: Shadow, before: Set<Shadow>): void {
    const back = new Set<Shadow>();
    this.reach(shadow, back);
    for (const each of back) if (!before.has(each)) each.returned = true;
  }

  private reach(from: Shadow | null | undefined, found: Set<Shadow>): void {
    if (from === null || from === undefined || found.has(from)) return;
    const work = [from];
    found.add(from);
    for (let next = work.pop(); next !== undefined; next = work.pop()) {
      for (const child of edges(next, this.fired)) {
        if (found.has(child)) continue;
        found.add(child);
        work.push(child);
      }
    }
  }
}

/** Strong edges; the callback of a weak reference that fired may be gone. */
function edges(shadow: Shadow, fired: ReadonlySet<number> | null = null): Shadow[] {
  const children: (Shadow | null)[] = [...shadow.slots, shadow.dict, shadow.type];
  if (fired === null || !fired.has(shadow.tag)) children.push(shadow.callback);
  return children.filter((child) => child !== null);
}
