import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Moment } from '../../src/cell/moment.ts';
import { MomentRecorder, type ProgramPoint } from '../../src/cell/moment-recorder.ts';
import { runCell } from '../../src/cell/run-cell.ts';
import { findStrategy } from '../../src/strategies/catalogue.ts';
import { cellSpec } from '../support/cell-spec.ts';

const tutorials = fileURLToPath(new URL('../../src/workloads/tutorial/', import.meta.url));

function record(source: string, strategy: string, wants: (point: ProgramPoint) => boolean = () => true): readonly Moment[] {
  const recorder = new MomentRecorder({ wants });
  const result = runCell(cellSpec({ source, strategy, allocator: findStrategy(strategy).allocator }), recorder);
  expect(result.status, result.stderr).toBe('ok');
  return recorder.moments;
}

/** Names of the innermost frame with the text of what they are bound to. */
function names(moment: Moment): Record<string, string> {
  const texts = new Map(moment.objects.map(({ key, text }) => [key, text]));
  return Object.fromEntries(moment.frames.at(-1)!.variables.map(({ name, to }) => [name, texts.get(to)!]));
}

const mixed = `
import collections
def gen(n):
    for i in range(n):
        yield [i] * 2
class Slotted:
    __slots__ = ('a', 'b')
    def __init__(self, a):
        self.a = a
        self.b = None
def outer():
    total = 0
    def add(n):
        nonlocal total
        total += n
        return total
    return add
many = [Slotted(i) for i in range(4)]
for i in range(4):
    many[i].b = many[i - 1]
add = outer()
add(1000)
g = gen(3)
next(g)
try:
    raise ValueError('x', 7)
except ValueError as error:
    kept = error
ordered = sorted(many, key=lambda m: -m.a)
queue = collections.deque(ordered, 3)
bound = queue.append
table = {n: str(n) for n in range(300, 303)}
some = {(1, 2), frozenset('ab')}
del many
`;

describe('reference counts', () => {
  const programs = readdirSync(tutorials).filter((file) => file.endsWith('.py'));

  test.each([...programs, 'mixed'])('of %s are arrows and named references, at every moment', (name) => {
    const source = name === 'mixed' ? mixed : readFileSync(`${tutorials}${name}`, 'utf8');
    const moments = record(source, 'arena-pools');
    expect(moments.length).toBeGreaterThan(5);
    let counted = 0;
    for (const { step, objects } of moments) {
      for (const { key, refcount, arrows, hidden } of objects) {
        if (refcount === null) continue;
        counted++;
        expect(arrows + hidden.reduce((sum, { count }) => sum + count, 0), `${key} at step ${step}`).toBe(refcount);
        // The collector itself holds a weak reference while its callback runs.
        if (name !== 'weak_references.py')
          expect(
            hidden.filter(({ what }) => what.startsWith('in no slot')),
            `${key} at step ${step}`,
          ).toEqual([]);
      }
    }
    // That program has small ints only, and nobody counts those.
    expect(counted > 5).toBe(name !== 'two_names_one_object.py');
  });

  test('an arrow is drawn for each reference of a variable or an object shown', () => {
    for (const { step, frames, objects } of record(mixed, 'arena-pools')) {
      const arrows = new Map<string, number>();
      const draw = (to: string): unknown => arrows.set(to, (arrows.get(to) ?? 0) + 1);
      for (const { variables, returns } of frames) {
        for (const { to } of variables) draw(to);
        if (returns !== null) draw(returns);
      }
      for (const { references } of objects) for (const { to } of references) draw(to);
      for (const { key, arrows: told } of objects) expect(arrows.get(key) ?? 0, `${key} at step ${step}`).toBe(told);
    }
  });
});

describe('moments', () => {
  const source = `
def double(n):
    result = n * 2
    return result
x = double(500)
pair = [x, x]
pair = None
`;

  test('follow the lines, the call and the return', () => {
    const moments = record(source, 'arena-pools');
    expect(moments.map(({ event, line }) => `${event} ${line}`)).toEqual([
      'line 2',
      'line 5',
      'call 2',
      'line 3',
      'line 4',
      'return 4',
      'line 6',
      'line 7',
      'end 7',
    ]);
    expect(moments.map((moment) => moment.step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const returning = moments[5]!;
    expect(names(returning)).toEqual({ n: '500', result: '1000' });
    expect(returning.frames.map(({ name, line }) => `${name} ${line}`)).toEqual(['<module> 5', 'double 4']);
    const result = returning.objects.find(({ text }) => text === '1000')!;
    expect(returning.frames[1]!.returns).toBe(result.key);
    expect(names(moments[6]!)).toMatchObject({ x: '1000' });
  });

  test('tell what is new and what has been freed', () => {
    const moments = record(source, 'arena-pools');
    const made = moments[7]!.objects.find(({ type }) => type === 'list')!;
    expect(made).toMatchObject({ fresh: true, refcount: 1, state: 'live', interned: false, bytes: 72 });
    expect(made.references.map(({ label }) => label)).toEqual(['[1]', '[0]'].sort());
    expect(moments[8]!.freed.map(({ key }) => key)).toContain(made.key);
    expect(moments[8]!.events).toContainEqual({ kind: 'free', what: made.key, type: 'list', bytes: 40 });
  });

  test('are taken only where they are wanted, and a line knows how often it has come', () => {
    const loop = 'for i in range(5):\n    x = [i]\n';
    const moments = record(loop, 'arena-pools', ({ event, line, hit }) => event === 'line' && line === 2 && hit === 3);
    expect(moments).toHaveLength(1);
    expect(names(moments[0]!)).toMatchObject({ i: '2' });
  });

  test('before a collection show what it will find', () => {
    const cycle = 'import gc\na = []\na.append(a)\ndel a\ngc.collect()\n';
    for (const strategy of ['arena-pools', 'refcount-cycle', 'mark-sweep', 'semispace']) {
      const moments = record(cycle, strategy);
      const before = moments.findLast(({ event }) => event === 'collection')!;
      const list = before.objects.find(({ type, state }) => type === 'list' && state === 'unreachable')!;
      expect(list.references, strategy).toEqual([{ label: '[0]', to: list.key }]);
      const end = moments.at(-1)!;
      expect(end.objects.map(({ key }) => key)).not.toContain(list.key);
      const after = moments[moments.indexOf(before) + 1]!;
      expect(after.event).toBe('collected');
      expect(after.step).toBe(before.step);
      expect(after.freed.map(({ key }) => key)).toContain(list.key);
    }
    const kept = record(cycle, 'refcount').at(-1)!;
    expect(kept.objects.filter(({ state }) => state === 'unreachable').map(({ type }) => type)).toEqual(['list']);
  });

  test('end the run when there are enough', () => {
    const recorder = new MomentRecorder({
      wants: ({ line, hit }) => line === 3 && hit === 5,
      enough: () => recorder.moments.length === 1,
    });
    const result = runCell(cellSpec({ source: 'n = 0\nwhile True:\n    n += 1\n' }), recorder);
    expect(result.status).toBe('limit');
    expect(recorder.moments.map(({ event, line, hit }) => [event, line, hit])).toEqual([['line', 3, 5]]);
    expect(recorder.points).toBeLessThan(20);
  });

  test('follow an object that moves', () => {
    const program = 'import gc\nkeep = [1000]\nfirst = 0\ngc.collect()\nlast = 0\n';
    const moments = record(program, 'semispace');
    const places = moments
      .map(({ objects }) => objects.find(({ type, references }) => type === 'list' && references.length === 1))
      .filter((list) => list !== undefined);
    expect(new Set(places.map(({ key }) => key)).size).toBe(1);
    expect(new Set(places.map(({ address }) => address)).size).toBeGreaterThan(1);
    expect(
      moments.flatMap(({ events }) => events).filter(({ kind, what }) => kind === 'move' && what === places[0]!.key),
    ).not.toEqual([]);
  });

  test('name the same objects under every strategy', () => {
    const keysOf = (strategy: string): string[] =>
      record(source, strategy).map(({ frames }) =>
        frames.flatMap(({ variables }) => variables.map(({ name, to }) => `${name}=${to}`)).join(' '),
      );
    const reference = keysOf('arena-pools');
    for (const strategy of ['refcount', 'mark-sweep', 'semispace', 'no-gc']) expect(keysOf(strategy)).toEqual(reference);
  });

  test('change nothing: a run that is watched has the same rows', () => {
    const spec = cellSpec({ source: mixed, strategy: 'arena-pools', allocator: 'arena-pools' });
    const plain = runCell(spec);
    const watched = runCell(spec, new MomentRecorder({ wants: () => true }));
    expect({ ...watched, timing: null }).toEqual({ ...plain, timing: null });
  });
});
