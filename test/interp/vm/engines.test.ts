/**
 * Two ways to run bytecode, one result: programs of the corpus run interpreted and translated, and everything that is counted must agree.
 * Each strategy takes another share of the topics.
 */
import { describe, expect, it } from 'vitest';
import { runCell } from '../../../src/cell/run-cell.ts';
import { strategies } from '../../../src/strategies/catalogue.ts';
import { programsOf, specOf, topics } from '../../support/program-corpus.ts';

const STEPS = 2_000_000;

describe.each(strategies.map((entry, index) => ({ name: entry.name, entry, index })))('on $name', ({ entry, index }) => {
  const share = topics().filter((_, place) => place % (2 * strategies.length) === index);
  it.each(share)(
    '%s: both engines count and print the same',
    (topic) => {
      for (const program of programsOf(topic)) {
        const [loop, translated] = (['loop', 'translated'] as const).map((engine) => {
          const result = runCell({ ...specOf(program, entry, { stepLimit: STEPS }), engine });
          return {
            program: program.name,
            status: result.status,
            stdout: result.stdout,
            stderr: result.stderr,
            run: { ...result.run, wallMs: 0 },
            counters: result.counters,
            collections: result.collections,
          };
        });
        // Where the step limit strikes inside a finalizer depends on how far a block was counted ahead.
        if (loop!.status === 'limit') continue;
        expect(translated).toEqual(loop);
      }
    },
    300_000,
  );
});
