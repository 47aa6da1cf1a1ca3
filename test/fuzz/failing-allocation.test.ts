/** Every allocation of small programs fails once: the heap stays sound, and nothing is left behind. */
import { describe, expect, it } from 'vitest';
import { contestantOf } from '../../src/fuzz/contestants.ts';
import { parseConfig } from '../../src/fuzz/fuzz-config.ts';
import { runProgram } from '../../src/fuzz/run-program.ts';
import { signatureOf } from '../../src/fuzz/signature.ts';

/** Allocations before it are those of the machine, which makes the module of the program. */
const FIRST = 20;

const programs = {
  'iterators that hold a tuple':
    'd = {"a": [1]}\nprint(list(d.items()), list(enumerate([[1]])), list(zip([[1]], [[2]])), list(reversed(d.items())))\n',
  'keywords that are gathered': 'def f(a, *b, **c):\n    return [a, b, c]\nprint(f(1, 2, x=[4]), f(*[1, [2]], **{"z": [1]}))\n',
  'the dict of an instance':
    'class C:\n    def __init__(self, x):\n        self.x = [x]\n        self.y = [x]\nprint(C([1]).__dict__)\n',
};

describe.each(Object.entries(programs))('%s', (_, source) => {
  it.each(['refcount', 'semispace'])('come out whole under %s', (strategy) => {
    const contestant = contestantOf(strategy, null);
    const config = parseConfig('stress=0 verify=some');
    const whole = runProgram(source, 'program.py', contestant, config);
    expect([whole.status, whole.failure]).toEqual(['ok', null]);
    let raised = 0;
    for (let failAt = FIRST; failAt < whole.allocatedObjects + FIRST; failAt++) {
      const { failure, stderr } = runProgram(source, 'program.py', contestant, { ...config, failAt });
      expect(failure === null ? '' : `allocation ${failAt}: ${signatureOf(failure)}`).toBe('');
      if (stderr.includes('MemoryError')) raised++;
    }
    expect(raised).toBeGreaterThan(5);
  });
});
