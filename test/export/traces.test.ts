import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCell } from '../../src/cell/run-cell.ts';
import { AllocationProfile } from '../../src/export/allocation-profile.ts';
import { folderTrace } from '../../src/export/folder-trace.ts';
import { exportProgram } from '../../src/export/program-export.ts';
import { findStrategy, strategies } from '../../src/strategies/catalogue.ts';
import { cellSpec } from '../support/cell-spec.ts';
import { writeSyntheticRun } from '../support/synthetic-run.ts';

const SOURCE = `
class Node:
    def __init__(self, depth):
        self.kids = [Node(depth - 1) for _ in range(2)] if depth else []
    def __del__(self):
        self.kids = None
def grow(n):
    out = []
    for i in range(n):
        out.append(str(i) * 3)
    return sorted(out, key=lambda s: s[::-1])
def numbers():
    for i in range(5):
        yield [i]
grow(200)
tree = Node(4)
for x in numbers():
    pass
del tree
ring = [1]
ring.append(ring)
del ring
`;

const specOf = (strategy: string, source = SOURCE) =>
  cellSpec({ source, strategy, allocator: findStrategy(strategy).allocator, runId: `program.${strategy}.s1` });

function files(formats: Parameters<typeof exportProgram>[0]['formats'], names: readonly string[]): Map<string, string> {
  const { files: made } = exportProgram({
    cells: names.map((contestant) => ({ contestant, spec: specOf(contestant) })),
    formats,
    points: [],
    programOnly: false,
  });
  return new Map(made.map(({ name, text }) => [name, text]));
}

interface TraceEvent {
  ph: string;
  name: string;
  cat?: string;
  pid: number;
  tid: number;
  ts: number;
  dur: number;
  args: Record<string, number | string>;
}
const eventsOf = (text: string): TraceEvent[] => (JSON.parse(text) as { traceEvents: TraceEvent[] }).traceEvents;

describe('bytes by call stack', () => {
  test.each(strategies.map(({ name }) => name))('under %s they add up to what the program allocated', (strategy) => {
    const profile = new AllocationProfile();
    let before = 0;
    const result = runCell(specOf(strategy), {
      begin: (machine) => {
        before = machine.strategy.allocatedBytes;
        profile.begin(machine);
      },
      end: () => profile.end(),
    });
    const stacks = profile.stacks();
    expect(stacks.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(result.run!.alloc_b - before);
    expect(stacks.every(({ bytes }) => bytes > 0)).toBe(true);
    // Nobody noticed.
    expect(result.run).toEqual(runCell(specOf(strategy)).run);
  });

  test('collapsed stacks name function, file and line of every caller', () => {
    const lines = files(['collapsed'], ['arena-pools']).get('allocations.folded')!.trimEnd().split('\n');
    expect(lines).toEqual([...lines].sort());
    for (const text of lines) expect(text).toMatch(/^(\(interpreter\)|[^;]+ \([^;]+:\d+\)(;[^;]+ \([^;]+:\d+\))*) \d+$/);
    const bytesAt = (stack: string): number =>
      Number(
        lines
          .find((text) => text.startsWith(`${stack} `))
          ?.split(' ')
          .at(-1),
      );
    // 200 strings of three digits each: 41 bytes and the text.
    const texts = Array.from({ length: 200 }, (_, i) => 41 + 3 * String(i).length);
    const parts = Array.from({ length: 200 }, (_, i) => (i < 10 ? 0 : 41 + String(i).length));
    const least = [...texts, ...parts].reduce((sum, bytes) => sum + bytes, 0);
    expect(bytesAt('<module> (program.py:15);grow (program.py:10)')).toBeGreaterThanOrEqual(least);
    expect(lines.some((text) => text.includes('grow (program.py:11);grow.<locals>.<lambda> (program.py:11) '))).toBe(true);
    expect(lines.some((text) => text.includes('<module> (program.py:17);numbers (program.py:14) '))).toBe(true);
    expect(lines.some((text) => (text.match(/Node\.__init__/g) ?? []).length === 5)).toBe(true);
  });

  test('the speedscope file keeps its schema and holds the same', () => {
    const made = files(['speedscope', 'collapsed'], ['arena-pools', 'mark-sweep']);
    const file = JSON.parse(made.get('allocations.speedscope.json')!) as {
      $schema: string;
      shared: { frames: { name: string; file?: string; line?: number }[] };
      profiles: { type: string; unit: string; startValue: number; endValue: number; samples: number[][]; weights: number[] }[];
      activeProfileIndex: number;
    };
    expect(file.$schema).toBe('https://www.speedscope.app/file-format-schema.json');
    expect(file.activeProfileIndex).toBe(0);
    expect(file.profiles).toHaveLength(2);
    for (const [index, strategy] of ['arena-pools', 'mark-sweep'].entries()) {
      const { type, unit, startValue, endValue, samples, weights } = file.profiles[index]!;
      expect([type, unit, startValue]).toEqual(['sampled', 'bytes', 0]);
      expect(samples).toHaveLength(weights.length);
      expect(weights.reduce((sum, bytes) => sum + bytes, 0)).toBe(endValue);
      const folded = samples.map(
        (stack, at) => `${stack.map((frame) => file.shared.frames[frame]!.name).join(';')} ${weights[at]}`,
      );
      expect(folded.sort()).toEqual(made.get(`${strategy}.allocations.folded`)!.trimEnd().split('\n'));
    }
  });
});

describe('the trace of a program', () => {
  const names = ['arena-pools', 'mark-sweep', 'semispace'];
  const text = files(['chrome-trace'], names).get('trace.json')!;
  const events = eventsOf(text);

  test('has a process for each strategy, slices and counters in order', () => {
    const processes = events.filter(({ name }) => name === 'process_name');
    expect(processes.map(({ pid, args }) => [pid, args['name']])).toEqual(names.map((name, index) => [index + 1, name]));
    for (const pid of [1, 2, 3]) {
      const counters = events.filter((event) => event.ph === 'C' && event.pid === pid);
      expect(counters.length).toBeGreaterThan(3);
      expect(counters.map(({ ts }) => ts)).toEqual(counters.map(({ ts }) => ts).sort((a, b) => a - b));
      for (const { args } of counters) {
        expect(args['live']).toBeLessThanOrEqual(args['used'] as number);
        expect(args['used']).toBeLessThanOrEqual(args['footprint'] as number);
      }
    }
  });

  test('calls nest, and there is one for each call of a function', () => {
    for (const pid of [1, 2, 3]) {
      const calls = events.filter((event) => event.cat === 'call' && event.pid === pid);
      const count = (name: string): number => calls.filter((call) => call.name.startsWith(name)).length;
      expect(count('Node.__init__')).toBe(31);
      expect(count('grow (')).toBe(1);
      expect(count('grow.<locals>.<lambda>')).toBe(200);
      // Called once, resumed for five values and for the end.
      expect(count('numbers')).toBe(7);
      const open: number[] = [];
      for (const { ts, dur } of calls) {
        while (open.length > 0 && open.at(-1)! <= ts) open.pop();
        if (open.length > 0) expect(ts + dur).toBeLessThanOrEqual(open.at(-1)!);
        open.push(ts + dur);
      }
    }
  });

  test('pauses are those of the run, to the cycle', () => {
    for (const [index, strategy] of names.entries()) {
      const result = runCell(specOf(strategy));
      const pauses = events.filter((event) => event.cat === 'pause' && event.pid === index + 1);
      expect(pauses.map(({ name, dur }) => [name, dur])).toEqual(result.pauses.map(({ kind, cycles }) => [kind, cycles]));
      const collections = events.filter((event) => event.cat === 'collection' && event.pid === index + 1);
      expect(collections.map(({ dur }) => dur)).toEqual(result.collections.map((row) => row.c_pause));
      const last = Math.max(...events.filter(({ ph, pid }) => ph === 'C' && pid === index + 1).map(({ ts }) => ts));
      expect(last).toBe(result.run!.cycles_total);
    }
  });

  test('is the same again', () => {
    expect(files(['chrome-trace'], names).get('trace.json')).toBe(text);
  });
});

describe('the trace of a run folder', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'heaplab-export-'));
    await writeSyntheticRun(join(root, 'run'), { samples: 20, workloads: ['gcbench', 'richards'], seeds: [1, 2] });
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  test('has a process for each run with its rows', async () => {
    const { file } = await folderTrace(join(root, 'run'));
    const events = eventsOf(file.text);
    const runs = (await readFile(join(root, 'run/runs.csv'), 'utf8')).trimEnd().split('\n').length - 1;
    expect(events.filter(({ name }) => name === 'process_name')).toHaveLength(runs);
    for (const [csv, cat] of [
      ['pauses.csv', 'pause'],
      ['collections.csv', 'collection'],
    ] as const) {
      const rows = (await readFile(join(root, 'run', csv), 'utf8')).trimEnd().split('\n').length - 1;
      expect(events.filter((event) => event.cat === cat)).toHaveLength(rows);
    }
  });

  test('a damaged folder is named with file and line', async () => {
    const path = join(root, 'run/pauses.csv');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.slice(0, text.length / 2));
    await expect(folderTrace(join(root, 'run'))).rejects.toThrow(/pauses\.csv/);
  });
});
