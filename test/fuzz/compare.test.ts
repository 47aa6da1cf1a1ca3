/** The D oracle: who is compared with whom, tier by tier. */
import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../src/fuzz/compare.ts';
import { contestantOf } from '../../src/fuzz/contestants.ts';
import { parseConfig } from '../../src/fuzz/fuzz-config.ts';
import type { ProgramRun } from '../../src/fuzz/run-program.ts';

const names = ['arena-pools', 'refcount-cycle', 'refcount', 'mark-sweep'] as const;
const contestants = names.map((name) => contestantOf(name, null));

const run = (strategy: string, stdout: string, more: Partial<ProgramRun> = {}): ProgramRun => ({
  strategy,
  status: 'ok',
  stdout,
  stderr: '',
  failure: null,
  bytecodes: 0,
  allocatedBytes: 0,
  allocatedObjects: 0,
  collections: 0,
  metrics: '',
  journal: [],
  ...more,
});
const runs = (outputs: readonly string[]): ProgramRun[] => outputs.map((text, index) => run(names[index], text));
const calm = parseConfig('stress=0');
const blamed = (failures: readonly { readonly strategy: string; readonly cause: string }[]): string[] =>
  failures.map(({ strategy, cause }) => `${strategy}: ${cause}`);

describe('tier A', () => {
  it('names the one that differs', () => {
    expect(blamed(compareRuns('A', calm, contestants, runs(['1', '1', '2', '1']), null))).toEqual([
      'refcount: prints differently',
    ]);
  });
  it('names all of them when they agree against CPython', () => {
    const cpython = { stdout: '2', stderr: '', exitCode: 0 };
    expect(blamed(compareRuns('A', calm, contestants, runs(['1', '1', '1', '1']), cpython))).toEqual([
      'all: prints differently',
    ]);
  });
  it('compares how programs end, without addresses', () => {
    const raised = run('refcount', '', { status: 'error', stderr: 'Traceback\nTypeError: <A at 0x7f12>\n' });
    const cpython = { stdout: '', stderr: 'Traceback\nTypeError: <A at 0x99>\n', exitCode: 1 };
    expect(compareRuns('A', calm, [contestants[2]], [raised], cpython)).toEqual([]);
    expect(blamed(compareRuns('A', calm, [contestants[2]], [run('refcount', '')], cpython))).toEqual([
      'refcount: ends differently',
    ]);
  });
  it('leaves out who had no memory', () => {
    const [first, ...rest] = runs(['1', '1', '', '1']);
    rest[1] = run('refcount', '', { status: 'oom' });
    expect(compareRuns('A', calm, contestants, [first, ...rest], null)).toEqual([]);
  });
});

describe('tier B', () => {
  const full = "x\nlog ['finalizer 1', 'finalizer 2']\n";
  it('lets pure counting log less, and nothing else', () => {
    const part = "x\nlog ['finalizer 2']\n";
    expect(compareRuns('B', calm, contestants, runs([full, full, part, full]), null)).toEqual([]);
    expect(blamed(compareRuns('B', calm, contestants, runs([full, full, full, part]), null))).toEqual([
      'mark-sweep: prints differently',
    ]);
    const more = "x\nlog ['finalizer 1', 'finalizer 1']\n";
    expect(blamed(compareRuns('B', calm, contestants, runs([full, full, more, full]), null))).toEqual([
      'refcount: logs what the others do not',
    ]);
  });
});

describe('tier C', () => {
  it('compares only those that count and find cycles, and only without stress', () => {
    const outputs = runs(['1', '2', '3', '4']);
    expect(blamed(compareRuns('C', calm, contestants, outputs, null))).toEqual(['refcount-cycle: prints differently']);
    expect(compareRuns('C', parseConfig('stress=3'), contestants, outputs, null)).toEqual([]);
  });
});
