/** A machine that was put back is, bit for bit, the machine that had just booted: memory, side tables, every field of its parts. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../src/heap/clock.ts';
import { WORDS } from '../../src/heap/memory.ts';
import { verifyHeap } from '../../src/heap/verify.ts';
import { Machine } from '../../src/interp/machine.ts';
import { MachineImage } from '../../src/interp/machine-image.ts';
import { CACHE, CODE } from '../../src/interp/runtime/code-space.ts';
import { FRAMES, R_PC } from '../../src/interp/vm/frame-record.ts';
import { strategies } from '../../src/strategies/catalogue.ts';

const MIB = 1024 * 1024;

const boot = (name: string, out: string[] = []): Machine =>
  new Machine({
    memory: { heapBytes: 4 * MIB, stackBytes: MIB },
    limits: { stepLimit: 1_000_000, engine: 'loop' },
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => out.push(text) },
    stdin: null,
    argv: ['program.py'],
    readNeighbour: () => null,
    strategy: (context) => strategies.find((entry) => entry.name === name)!.create(context),
    strategyOptions: { stress: 17, poison: true, trackObjects: true, verify: null },
  });

/** Touches what a program can touch: imports, classes made and dropped, built-in tables, registers of modules, limits, errors. */
const busy = `
import collections, gc, random, re, sys, weakref, enum
class A(list):
    def __del__(self): pass
class B(A): pass
class C(Exception): extra = 1
Point = collections.namedtuple('Point', 'x y')
gc.set_threshold(7, 2, 2)
sys.setrecursionlimit(500)
keep = [A(), B(), C('x'), Point(1, 2), weakref.ref(A)]
for i in range(60):
    class D(dict): value = i
    d = D(); d.me = d
    keep.append(d) if i % 9 == 0 else None
    random.seed(i)
    setattr(A, 'name%d' % i, i)
print(re.sub('a+', 'b', 'caaat'), random.random(), id(keep) % 16)
def f(n): return n if n == 0 else f(n - 1)
print(f(100))
gc.freeze()
sys.unraisablehook = None
big = ['x' * 1000 for i in range(300)]
undefined_name
`;

const plain = `
import gc
class N:
    pass
a = N(); b = N(); a.b = b; b.a = a
print(id(a), id(b), gc.get_threshold(), gc.get_count(), len(gc.get_objects()))
del a, b
print(gc.collect(), hash('x'), [i * i for i in range(20)])
`;

/** Everything that can be reached from the machine, as text; objects by the order in which they are met. */
function fingerprint(machine: Machine): string {
  const hash = createHash('sha256');
  const { memory } = machine;
  const regions = [
    [0, memory.staticEnd],
    [memory.stackStart, memory.stackStart + 65536],
    [memory.heapStart, memory.heapEnd],
  ] as const;
  for (const [from, to] of regions) hash.update(new Uint8Array(WORDS.buffer, from * 4, (to - from) * 4));
  hash.update(`${memory.staticTop} ${JSON.stringify(memory.touched)}`);
  const numbers = new Map<object, number>();
  const skipped = new Set<unknown>([WORDS, memory.bytes, memory.doubles, CODE, CACHE, FRAMES]);
  const waiting: unknown[] = [machine];
  const name = (value: unknown): string => {
    if (typeof value === 'function') return 'function';
    if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`;
    if (skipped.has(value)) return 'skipped';
    let number = numbers.get(value);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(value, number);
      waiting.push(value);
    }
    return `object ${number}`;
  };
  name(machine);
  for (const object of waiting) {
    if (ArrayBuffer.isView(object)) {
      hash.update(new Uint8Array(object.buffer, object.byteOffset, object.byteLength));
      continue;
    }
    const entries: [unknown, unknown][] =
      object instanceof Map
        ? [...object]
        : object instanceof Set
          ? [...object].map((item) => [item, 0])
          : Object.entries(object as object);
    hash.update(`${(object as object).constructor?.name} ${entries.length};`);
    for (const [key, value] of entries) hash.update(`${name(key)}=${name(value)};`);
  }
  return hash.digest('hex');
}

describe.each(strategies.map((entry) => entry.name))('a machine with %s', (strategy) => {
  it.each([[[]], [['gc', 'weakref', 'collections']]])(
    'is the same again after a busy program, with modules %j from the start',
    (modules) => {
      const out: string[] = [];
      const machine = boot(strategy, out);
      for (const name of modules) machine.rt.release(machine.rt.importModule(name));
      const image = new MachineImage(machine);
      const booted = fingerprint(machine);
      for (const engine of ['loop', 'translated'] as const) {
        machine.useEngine(engine);
        expect(machine.run(busy, 'busy.py').kind).toBe('error');
        expect(out.join('')).toContain("name 'undefined_name' is not defined");
        out.length = 0;
        expect(fingerprint(machine)).not.toBe(booted);
        image.restore();
        expect(fingerprint(machine)).toBe(booted);
      }
      verifyHeap(machine.context, machine.strategy);
    },
  );

  it('runs a program as one does that has just booted, also when another machine ran in between', () => {
    const run = (machine: Machine, out: string[]): unknown => {
      out.length = 0;
      const outcome = machine.run(plain, 'program.py');
      machine.clock.fold();
      const counts = EVENTS.map((_, index) => machine.clock.total[index]);
      return [outcome, out.join(''), counts, machine.strategy.allocatedBytes, machine.strategy.collections, machine.rt.steps];
    };
    const fresh: string[] = [];
    const wanted = run(boot(strategy, fresh), fresh);
    const out: string[] = [];
    const machine = boot(strategy, out);
    const image = new MachineImage(machine);
    expect(run(machine, out)).toEqual(wanted);
    for (const other of ['refcount', 'semispace', 'arena-pools']) {
      boot(other).run(plain, 'plain.py');
      image.restore();
      expect(run(machine, out)).toEqual(wanted);
    }
  });

  it('has no line of a damaged machine where nothing runs', () => {
    const out: string[] = [];
    const machine = boot(strategy, out);
    const image = new MachineImage(machine);
    const program = 'async def later():\n    pass\nkept = [later()]\n';
    const said = (runner: Machine): string => {
      out.length = 0;
      runner.run(program, 'program.py');
      return out.join('');
    };
    const wanted = said(machine);
    if (strategy === 'arena-pools') expect(wanted).toMatch(/^<sys>:0: RuntimeWarning: coroutine 'later' was never awaited/);
    FRAMES[R_PC] = 77;
    image.restore();
    expect(said(machine)).toBe(wanted);
    FRAMES[R_PC] = 77;
    expect(said(boot(strategy, out))).toBe(wanted);
  });
});
