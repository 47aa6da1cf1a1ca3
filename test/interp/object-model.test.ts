/** The fast answers of the object model agree with the slow ones: `leaf` and `plain` promise that nothing else is to be done for an object. */
import { expect, it } from 'vitest';
import { FLAG_FINALIZED, FLAGS, TYPE } from '../../src/heap/layout.ts';
import type { Address } from '../../src/heap/memory.ts';
import { PLAIN } from '../../src/heap/object-model.ts';
import { Machine } from '../../src/interp/machine.ts';
import { strategies } from '../../src/strategies/catalogue.ts';
import { type CorpusProgram, programsOf } from '../support/program-corpus.ts';

const MIB = 1024 * 1024;

/** What `plain` says of an object, in words that the slow questions answer too; null when it says nothing. */
interface Death {
  readonly slots: readonly Address[];
  readonly bytes: number;
  readonly freeList: number;
}

function quickDeath({ model, memory }: Machine, object: Address): Death | null {
  const leaf = model.leaf(object);
  if (leaf !== 0) return { slots: [], bytes: leaf & 0xffff, freeList: leaf >>> 16 };
  const plain = model.plain(object);
  if (plain === 0) return null;
  const first = object + ((plain >>> PLAIN.first) & 63);
  const slots = Array.from({ length: plain & 15 }, (_, index) => first + 2 * index);
  if ((plain & PLAIN.reversed) !== 0) slots.reverse();
  if ((plain & PLAIN.type) !== 0) slots.push(object + TYPE);
  return {
    slots: slots.filter((slot) => memory.words[slot] !== 0),
    bytes: plain >>> PLAIN.bytes,
    freeList: (plain >>> PLAIN.freeList) & 31,
  };
}

function slowDeath({ model, memory }: Machine, object: Address): Death {
  const found = model.teardown(object);
  const slots = [...model.slotScratch.subarray(0, found)].filter((slot) => memory.words[slot] !== 0);
  return { slots, bytes: model.size(object), freeList: model.freeList(object) };
}

/** Asks of every object on the heap; adds to `seen` the types of those that have a fast answer and references. */
function compareAll(machine: Machine, seen: Set<string>): void {
  const { model, memory } = machine;
  const { words } = memory;
  machine.strategy.objects((object) => {
    const quick = quickDeath(machine, object);
    if (quick === null) return;
    const what = model.describe(object);
    const slow = slowDeath(machine, object);
    if (JSON.stringify(quick) !== JSON.stringify(slow)) expect({ what, ...quick }).toEqual({ what, ...slow });
    const weakSlot = model.weakListSlot(object);
    const rest = {
      finalizer: (words[object + FLAGS] & FLAG_FINALIZED) === 0 && model.hasFinalizer(object),
      weakrefs: weakSlot !== 0 && words[weakSlot] !== 0,
      isWeakref: model.isWeakref(object),
      buffers: [...model.slotScratch.subarray(0, model.buffers(object))].filter((slot) => words[slot] !== 0).length,
    };
    if (rest.finalizer || rest.weakrefs || rest.isWeakref || rest.buffers !== 0)
      expect({ what, ...rest }).toEqual({ what, finalizer: false, weakrefs: false, isWeakref: false, buffers: 0 });
    if (quick.slots.length > 0) seen.add(what.split(' ')[0]!);
  });
}

function run(program: Pick<CorpusProgram, 'name' | 'source'>, strategy: string, stress: number, seen: Set<string>): string {
  const errors: string[] = [];
  const machine: Machine = new Machine({
    memory: { heapBytes: 64 * MIB, stackBytes: 4 * MIB },
    limits: { stepLimit: 2_000_000, engine: 'loop' },
    stdout: { write: () => {} },
    stderr: { write: (text) => errors.push(text) },
    stdin: null,
    argv: ['program.py'],
    readNeighbour: () => null,
    strategy: (context) => strategies.find((entry) => entry.name === strategy)!.create(context),
    strategyOptions: { stress, poison: false, trackObjects: true, verify: () => compareAll(machine, seen) },
  });
  machine.run(program.source, 'program.py');
  compareAll(machine, seen);
  return errors.join('');
}

/** Instances of every shape that may or may not be plain, each alive when a collection comes. */
const shapes = `
import gc, re, weakref, itertools, functools
class Empty: pass
class Fields:
    def __init__(self, n):
        for i in range(n): setattr(self, 'f%d' % i, [i])
class Slots: __slots__ = ('a', 'b')
class More(Slots): __slots__ = ('c',)
class Weak: __slots__ = ('a', '__weakref__')
class Dying:
    def __init__(self): self.a = [1]
    def __del__(self): pass
class One:
    def __init__(self): self.a = [1]
class Two(One):
    def __init__(self): self.a = [1]; self.b = None
def wide(n):
    class Wide:
        def __init__(self):
            for i in range(n): setattr(self, 'f%d' % i, [i])
    return Wide
class Text(str): pass
class Number(int): pass
class Many(list): pass
class Pair(tuple): pass
keep = []
def add(thing):
    keep.append(thing)
    return thing
# The first instances of a class have room for 30 attributes, later ones for what it needs.
for cls in (One, Two, Empty, Dying, *map(wide, range(12, 18))):
    for i in range(40): cls()
    if cls is Dying: continue
    add(cls()); add(weakref.ref(add(cls()))); add(cls()).__dict__; add(cls()).extra = [3]
for n in (0, 1, 5, 13, 14, 15, 29, 30, 40):
    add(Fields(n)); add(tuple([[i] for i in range(n)])); add(Pair([[i] for i in range(n)]))
    d = add(Fields(n)); d.__dict__
    w = add(Fields(n)); add(weakref.ref(w)); add(weakref.ref(w, print)); add(weakref.proxy(w))
for cls in (Slots, More, Weak):
    s = add(cls()); s.a = [1]
    s = add(cls()); s.a = [1]
    if cls is More: s.c = s.b = [2]
r = add(weakref.ref(keep[-1]))
add(Dying()); add(Text('x')); add(Number(2 ** 70)); add(Many([1])); add(slice([1], [2], [3])); add(2 ** 3000); add('x' * 70000); add(b'y' * 70000)
def cell():
    x = [1]
    return lambda: x
add(cell()); add(cell().__closure__[0]); m = add([].append); m = add(Fields(1).__init__); add(weakref.ref(m))
for it in (iter([1]), iter((1,)), iter({1: 2}), iter({1}), iter('ab'), iter(range(3)), enumerate([1]), zip([1], [2]), map(str, [1]), filter(None, [1]), reversed([1]),
           itertools.count([1] == 2), itertools.chain([1], [2]), itertools.islice([1, 2], 1), itertools.tee([1])[0], itertools.product([1], [2]), itertools.accumulate([1]),
           functools.partial(print, 1), re.match('(a)(b)', 'ab'), re.compile('a'), property(print), classmethod(print), staticmethod(print), super(More, More()), {1: 2}.items(), memoryview(b'a'), (i for i in [1]), Slots.a):
    add(it)
    try: add(weakref.ref(it))
    except TypeError: pass
gc.collect()
for i in range(200): Fields(i % 9)
`;

it.each(['arena-pools', 'refcount', 'mark-sweep'])('on %s: for instances and built-ins of every shape', (strategy) => {
  const seen = new Set<string>();
  expect(run({ name: 'shapes', source: shapes }, strategy, 101, seen)).toBe('');
  for (const type of ['tuple', 'cell', 'slice', 'map', 'One', 'Two', 'Slots', 'itertools.count']) expect(seen).toContain(type);
});

it.each(['classes', 'itertools', 'weakref', 'descriptors'])('in the programs of %s', (topic) => {
  const seen = new Set<string>();
  for (const program of programsOf(topic)) run(program, 'arena-pools', 5003, seen);
  expect(seen.size).toBeGreaterThan(2);
});
