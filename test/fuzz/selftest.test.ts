/** The fuzzer is worth something only when it finds what is broken, and nothing where nothing is. */
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { contestantOf } from '../../src/fuzz/contestants.ts';
import { faults, findFault } from '../../src/fuzz/faults.ts';
import { parseConfig } from '../../src/fuzz/fuzz-config.ts';
import { runProgram } from '../../src/fuzz/run-program.ts';
import { runSelftest } from '../../src/fuzz/selftest.ts';
import { signatureOf } from '../../src/fuzz/signature.ts';
import { strategies } from '../../src/strategies/catalogue.ts';

const plain = parseConfig('stress=1');

/** Programs on which a fault must show, one for each oracle. */
const witnesses: readonly { readonly fault: string; readonly oracle: string; readonly source: string }[] = [
  {
    fault: 'cell-not-traced',
    oracle: 'R',
    source: 'def f(a):\n    def g():\n        return a\n    return g\nh = f([1])\nprint(h())\n',
  },
  { fault: 'retain-missed-list', oracle: 'P', source: 'a = [1]\nfor i in range(20):\n    b = a\n    c = b\n' },
  { fault: 'bytes-miscounted', oracle: 'I', source: 'a = []\nfor i in range(100):\n    a.append(i)\n' },
  { fault: 'cycle-not-broken', oracle: 'L', source: 'class A:\n    __slots__ = ("me",)\na = A()\na.me = a\ndel a\n' },
  {
    fault: 'callback-twice',
    oracle: 'F',
    source: 'import weakref\nclass A:\n    pass\na = A()\nw = weakref.ref(a, lambda dead: None)\ndel a\n',
  },
  { fault: 'decrement-charged-twice', oracle: 'B', source: 'a = [[i] for i in range(50)]\ndel a[10:40]\n' },
  { fault: 'resize-not-charged', oracle: 'B', source: 'a = []\nfor i in range(100):\n    a.append(i)\n' },
];

describe('oracles', () => {
  it.each(witnesses)('$oracle sees $fault', ({ fault, oracle, source }) => {
    const { strategy } = findFault(fault);
    const { failure } = runProgram(source, 'program.py', contestantOf(strategy, fault), plain);
    expect(failure?.oracle).toBe(oracle);
    expect(failure?.strategy).toBe(strategy);
    expect(runProgram(source, 'program.py', contestantOf(strategy, null), plain).failure).toBeNull();
  });

  it('leave no address and no number in a signature', () => {
    const { failure } = runProgram(witnesses[0].source, 'program.py', contestantOf('mark-sweep', 'cell-not-traced'), plain);
    expect(signatureOf(failure!)).toMatch(/^R\/mark-sweep\/collect\/\w+\/[^\d]+$/);
  });

  it.each(strategies.map(({ name }) => name))('%s survives every allocation of a program that fails', (name) => {
    const source = 'class A:\n    pass\na = [A() for i in range(3)]\nd = {"k": a, 1: (a, 2)}\nprint(len(d))\n';
    for (const failAt of [20, 60, 110, 140, 165, 180]) {
      const run = runProgram(source, 'program.py', contestantOf(name, null), parseConfig(`stress=2 fail-at=${failAt}`));
      expect(run.failure).toBeNull();
      expect(run.status === 'ok' || run.status === 'oom').toBe(true);
    }
  });

  it('let a long program collect less and less often under stress', () => {
    const source = 'for i in range(3000):\n    a = [i]\n';
    const run = runProgram(source, 'program.py', contestantOf('refcount-cycle', null), { ...plain, verify: 'some' });
    expect(run.status).toBe('ok');
    expect(run.collections).toBeGreaterThan(24);
    expect(run.collections).toBeLessThan(64 * 4);
  });

  it('stop a program that does not end', () => {
    const run = runProgram('while True:\n    pass\n', 'program.py', contestantOf('no-gc', null), plain);
    expect(run.status).toBe('limit');
    expect(run.failure?.oracle).toBe('T');
    const sooner = runProgram('while True:\n    pass\n', 'program.py', contestantOf('no-gc', null), plain, null, 20_000);
    expect(sooner.failure?.details).toBe('no end after 20000 bytecodes');
    expect(sooner.bytecodes).toBeLessThan(run.bytecodes);
  });
});

describe('planted faults', () => {
  it('have names of their own, and strategies that exist', () => {
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
    for (const { strategy } of faults) expect(strategies.map(({ name }) => name)).toContain(strategy);
    expect(() => findFault('no-such-fault')).toThrow(UserError);
  });

  it('can be planted: what they replace is there', () => {
    for (const { name, strategy } of faults) {
      const run = runProgram('pass\n', 'program.py', contestantOf(strategy, name), parseConfig('stress=0'));
      expect(run.failure?.cause ?? '', name).not.toContain('planted fault');
    }
  });

  it('leave other strategies alone', () => {
    expect(contestantOf('refcount', 'cell-not-traced').create).not.toBe(contestantOf('mark-sweep', 'cell-not-traced').create);
    const { failure } = runProgram(witnesses[0].source, 'program.py', contestantOf('semispace', 'cell-not-traced'), plain);
    expect(failure).toBeNull();
  });

  it('begin anew in each run of a machine that is put back', () => {
    for (const name of ['retain-missed-list', 'restore-skips-dict', 'finalizer-lost', 'freed-twice', 'identity-lost']) {
      const { strategy } = findFault(name);
      const run = (): unknown => {
        const { failure, metrics } = runProgram(witnesses[1].source, 'program.py', contestantOf(strategy, name), plain);
        return [failure === null ? null : signatureOf(failure), metrics];
      };
      const first = run();
      expect([name, run()]).toEqual([name, first]);
      expect([name, run()]).toEqual([name, first]);
    }
  });

  it('are scored as far as it came when the work is interrupted', async () => {
    const interrupt = new AbortController();
    const result = await runSelftest({
      seed: 1,
      cases: 100,
      only: ['retain-missed-instance', 'cell-not-traced'],
      reductionRuns: 20,
      signal: interrupt.signal,
      onScore: () => interrupt.abort(),
      onControl: () => {},
    });
    expect(result.scores.map(({ fault }) => fault)).toEqual(['retain-missed-instance']);
    expect(result.controlCases).toBe(0);
  });

  it('are found and shrunk to a few lines, and the control arm is silent', async () => {
    const only = ['tuple-end-not-marked'];
    const result = await runSelftest({
      seed: 1,
      cases: 2,
      only,
      reductionRuns: 200,
      signal: null,
      onScore: () => {},
      onControl: () => {},
    });
    expect(result.scores.map(({ fault }) => fault).sort()).toEqual([...only].sort());
    for (const { cases, lines } of result.scores) {
      expect(cases).not.toBeNull();
      expect(lines).toBeLessThanOrEqual(8);
    }
    expect(result.controlCases).toBeGreaterThan(0);
    expect(result.alarms).toEqual([]);
  });
});
