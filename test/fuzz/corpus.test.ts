/**
 * Programs of test/programs in the fuzzer's hands: collections at every few safepoints under the strategy that moves objects, and allocations that fail. What they print
 * is judged elsewhere (test/interp/programs.test.ts); here the heap must stay sound, and nothing be left behind.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contestantOf } from '../../src/fuzz/contestants.ts';
import { parseConfig, type RunConfig } from '../../src/fuzz/fuzz-config.ts';
import { type ProgramRun, runProgram } from '../../src/fuzz/run-program.ts';
import { signatureOf } from '../../src/fuzz/signature.ts';

const folder = new URL('../programs/', import.meta.url);

/** One program in so many, from each topic: all of them take minutes. */
const SHARE = 8;
/** Allocations that fail, in a program of any length. */
const FAILURES = 6;

/** Topics whose programs ask what a collection leaves, freeze the heap, or are long. */
const OTHERS = new Set(['gc', 'larger', 'memory', 'textbook']);

const programs = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !OTHERS.has(entry.name))
  .flatMap(({ name: topic }) => {
    const files = readdirSync(new URL(`${topic}/`, folder)).filter((file) => file.endsWith('.py') && !file.startsWith('_'));
    return files.sort().map((file) => `${topic}/${file}`);
  })
  .filter((_, index) => index % SHARE === 0);

function run(program: string, strategy: string, config: Partial<RunConfig>): ProgramRun {
  const source = readFileSync(new URL(program, folder), 'utf8');
  return runProgram(source, program, contestantOf(strategy, null), { ...parseConfig('stress=0 verify=some'), ...config });
}

/** What is wrong with a run; what does not end within the fuzzer's limit of steps is no business of this test. */
function damage({ failure }: ProgramRun): string {
  return failure === null || failure.oracle === 'T' ? '' : signatureOf(failure);
}

describe('a share of the corpus', () => {
  it('has some two hundred programs', () => {
    expect(programs.length).toBeGreaterThan(100);
  });

  it.each([2, 9])('stays whole where objects move at every %i safepoints', { timeout: 120_000 }, (stress) => {
    for (const program of programs) expect(`${program}: ${damage(run(program, 'semispace', { stress }))}`).toBe(`${program}: `);
  });

  it.each(['refcount-cycle', 'semispace'])('stays whole under %s where allocations fail', { timeout: 120_000 }, (strategy) => {
    for (const program of programs) {
      const whole = run(program, strategy, {});
      if (whole.failure !== null) continue;
      const step = Math.ceil(whole.allocatedObjects / FAILURES);
      for (let failAt = 20 + (step >> 1); failAt < whole.allocatedObjects; failAt += step)
        expect(`${program}, ${failAt}: ${damage(run(program, strategy, { failAt }))}`).toBe(`${program}, ${failAt}: `);
    }
  });
});
