import * as Flags from '@oclif/core/flags';
import { exitCodes } from '../base/errors.ts';
import type { Film } from '../figure/film.ts';
import { DEFAULT_PYTHON, PYTHON_VERSIONS } from '../interp/python-version.ts';

/** Flags of the commands that look at a program while it runs. */
export const filmFlags = {
  param: Flags.string({
    char: 'p',
    multiple: true,
    multipleNonGreedy: true,
    helpValue: 'NAME=VALUE',
    summary: 'set a parameter of the workload; may be repeated',
  }),
  strategies: Flags.string({ char: 's', default: 'arena-pools', helpValue: 'A,B', summary: 'memory strategies, side by side' }),
  allocator: Flags.string({ helpValue: 'NAME', summary: 'swap the allocator under a strategy that does not move objects' }),
  seed: Flags.string({ default: '1', helpValue: 'N', summary: 'seed of everything random' }),
  stdin: Flags.string({ helpValue: 'FILE', summary: 'what the program reads from standard input' }),
  heap: Flags.string({ default: '256m', helpValue: 'SIZE', summary: 'heap limit, such as 8m or 1g' }),
  'bytecode-limit': Flags.string({ default: '20_000_000', helpValue: 'N', summary: 'end a program after this many bytecodes' }),
  python: Flags.string({
    default: DEFAULT_PYTHON,
    options: [...PYTHON_VERSIONS],
    summary: 'be this Python: thresholds and rules of memory, sys.version_info',
  }),
} as const;

/** What came short, a sentence each; `cut` says that there is more than the films hold. */
export function filmWarnings(films: readonly Film[], cut: string): string[] {
  const warnings = new Set<string>();
  for (const { end, isCut, unmet, strategy } of films) {
    for (const sentence of unmet) warnings.add(sentence);
    if (isCut) warnings.add(cut);
    if (end === 'limit') warnings.add(`the run was ended by its limit of bytecodes under ${strategy.name}`);
  }
  return [...warnings];
}

/** As `run` ends for the same program. */
export function exitCodeOfFilms(films: readonly Film[]): number {
  const ends = films.map(({ end, exitCode }) => {
    if (end === 'oom') return exitCodes.outOfMemory;
    if (end === 'limit') return exitCodes.stepLimit;
    return exitCode === 0 ? exitCodes.ok : exitCodes.programRaised;
  });
  return Math.max(...ends);
}
