import { basename } from 'node:path';
import { assert } from '../base/assert.ts';
import type { FilmLimits, FilmProgram, FilmStrategy } from '../figure/film.ts';
import type { PythonVersion } from '../interp/python-version.ts';
import { reproducingArgv, shellLine } from '../results/argv.ts';
import { checkLimits, parseHeap, parseParams, parseSeed, parseSteps } from '../shootout/choices.ts';
import { parseContestants } from '../shootout/contestants.ts';
import { findProgram, placeProgram, programName, readTextFile } from '../shootout/programs.ts';

/** The values of `filmFlags`, as typed. */
export interface FilmFlagValues {
  readonly param?: readonly string[] | undefined;
  readonly strategies: string;
  readonly allocator?: string | undefined;
  readonly seed: string;
  readonly stdin?: string | undefined;
  readonly heap: string;
  readonly 'bytecode-limit': string;
  readonly python: PythonVersion;
}

export interface FilmRequest {
  readonly program: FilmProgram;
  readonly strategies: readonly FilmStrategy[];
  readonly limits: FilmLimits;
  /** The command line that makes the same again, without the name of the command. */
  readonly footer: string;
  /** Name for files: that of the program without its ending. */
  readonly stem: string;
}

/** What the user asked to be filmed. Throws a UserError for what cannot be. */
export function filmRequest(argv: readonly string[], program: string, flags: FilmFlagValues): FilmRequest {
  const named = findProgram(program);
  const strategies = parseContestants(flags.strategies, flags.allocator);
  const placed = placeProgram(named, parseParams([...(flags.param ?? [])]), [parseSeed(flags.seed)])[0];
  assert(placed !== undefined, 'a program with one seed is placed once');
  const { name, path, source, params, seed } = placed;
  const limits = checkLimits({ heapBytes: parseHeap(flags.heap), stackBytes: 2 ** 23 });
  return {
    program: {
      name: basename(name),
      path,
      source,
      params,
      seed,
      stdin: flags.stdin === undefined ? null : readTextFile(flags.stdin, 'standard input'),
    },
    strategies,
    limits: { ...limits, stepLimit: parseSteps(flags['bytecode-limit']), python: flags.python },
    footer: shellLine(reproducingArgv(argv)),
    stem: basename(programName(named)).replace(/\.py$/, '').replace(/[<>]/g, ''),
  };
}
