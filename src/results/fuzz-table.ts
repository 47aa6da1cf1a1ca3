/** fuzz.csv: a row for each program and strategy. The file is the same for the same seed, on any machine and with any number of workers. */
import type { RowOf, Table } from './table.ts';

const text = <N extends string>(name: N, meaning: string) => ({ name, type: 'text', unit: '-', kind: 'D', meaning }) as const;
const count = <N extends string>(name: N, unit: string, meaning: string) =>
  ({ name, type: 'integer', unit, kind: 'D', meaning }) as const;

export const fuzzTable = {
  file: 'fuzz.csv',
  meaning: 'One row for each generated program and strategy: what was run, how it ended, what the oracles said.',
  columns: [
    text('case', 'g<generator version>:<profile>:<seed>:<index>; `heaplab fuzz show` prints the program'),
    { ...text('tier', 'what the program may observe of the moment of death'), values: ['A', 'B', 'C'] as const },
    count('blocks', 'blocks', 'blocks of the program tree, inline ones included'),
    text('hazards', 'hazard macros in it, separated by a space'),
    text('program_sha256', 'of the program text'),
    count('stress', 'safepoints', 'collected at every n-th safepoint; 0 is off'),
    count('heap_limit_b', 'B', 'heap limit'),
    count('gc_threshold', 'objects', 'threshold of the youngest generation'),
    text('strategy', 'name in the strategy catalogue; `all` where the worker of the case was lost'),
    {
      ...text('status', 'how the run ended; `bug`: an oracle ended it; `lost`: the worker crashed or did not answer'),
      values: ['ok', 'error', 'oom', 'limit', 'bug', 'lost'] as const,
    },
    count('bytecodes', 'bytecodes', 'bytecodes executed'),
    count('alloc_b', 'B', 'bytes requested; 0 when an oracle ended the run'),
    count('alloc_n', 'objects', 'objects allocated; 0 when an oracle ended the run'),
    count('gc_n', 'collections', 'collections, those of stress included'),
    text('output_sha256', 'of what the program printed'),
    text('signature', 'what the oracles found: oracle/strategy/phase/object/cause; empty when nothing'),
  ],
} as const satisfies Table;

export type FuzzRow = RowOf<typeof fuzzTable>;
