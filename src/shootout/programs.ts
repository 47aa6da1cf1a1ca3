/**
 * Finds the programs a user named: workloads of the catalogue, Python files, or `-` for standard input.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isatty } from 'node:tty';
import { UserError } from '../base/errors.ts';
import { readAll } from '../base/pipes.ts';
import { findWorkload, paramValues, workloadSource, workloads } from '../workloads/catalogue.ts';
import type { Workload } from '../workloads/workload.ts';
import type { PlannedProgram } from './plan.ts';

/** A program before its parameters and seed are in place. */
export type NamedProgram =
  | { readonly kind: 'workload'; readonly workload: Workload }
  | { readonly kind: 'file'; readonly name: string; readonly path: string; readonly source: string };

/** Values given by the user, by parameter name, as typed. */
export type GivenParams = Readonly<Record<string, string>>;

/** File name that tracebacks show for a program read from standard input; CPython's own. */
const STDIN_PATH = '<stdin>';
const STDIN = 0;

/**
 * The program of that name. A name that ends in .py or holds a path separator is a file; any other is a workload, or else a file of that
 * name. Throws a UserError for what is not there or cannot be read.
 */
export function findProgram(name: string): NamedProgram {
  if (name === '-') return { kind: 'file', name: STDIN_PATH, path: STDIN_PATH, source: readStandardInput() };
  const looksLikeFile = name.endsWith('.py') || /[\\/]/.test(name);
  const isWorkload = workloads.some((workload) => workload.name === name.toLowerCase().replaceAll('_', '-'));
  if (!looksLikeFile && (isWorkload || !existsSync(name))) return { kind: 'workload', workload: findWorkload(name) };
  return { kind: 'file', name, path: name, source: readTextFile(name, 'program') };
}

/** Text of a file; `what` names its role in the error. Throws a UserError when it cannot be read as UTF-8. */
export function readTextFile(path: string, what: string): string {
  try {
    if (statSync(path).isDirectory()) {
      throw new UserError(`${what} '${path}' is a folder, not a file`, { hint: 'name a file in it' });
    }
    return decode(readFileSync(path), `${what} '${path}'`);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT')
      throw new UserError(`there is no file '${path}'`, {
        hint: 'check the path, or see heaplab workloads for programs that come with heaplab',
      });
    if (code === 'EACCES' || code === 'EPERM') throw new UserError(`${what} '${path}' may not be read: permission denied`);
    throw new UserError(`${what} '${path}' cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** All of this process's standard input, as text. */
export function readStandardInput(): string {
  if (isatty(STDIN)) process.stderr.write('heaplab: reading from the terminal; end with Ctrl-D\n');
  return decode(readAll(STDIN), 'standard input');
}

/**
 * The program once for each seed that makes a difference: a workload without a seed parameter draws nothing at random, so it is there
 * once, with the first seed. Throws a UserError for parameters that do not fit.
 */
export function placeProgram(program: NamedProgram, params: GivenParams, seeds: readonly number[]): PlannedProgram[] {
  if (program.kind === 'file') {
    const [name] = Object.keys(params);
    if (name !== undefined) {
      throw new UserError(`'${program.name}' has no parameter '${name}': only workloads have parameters`, {
        hint: 'give a program its own arguments after --',
      });
    }
    const { path, source } = program;
    return seeds.map((seed) => ({ name: program.name, path, source, params: {}, seed, comparable: true }));
  }
  const { workload } = program;
  const seeded = workload.params.some(({ name }) => name === 'seed') && !('seed' in params);
  return (seeded ? seeds : seeds.slice(0, 1)).map((seed) => {
    const given = seeded ? { ...params, seed } : params;
    return {
      name: workload.name,
      path: workload.fileName,
      source: workloadSource(workload, given),
      params: paramValues(workload, given),
      seed,
      comparable: workload.observes === 'nothing',
    };
  });
}

/** Of `params` those that the program has; the others belong to other programs of the same shootout. */
export function ownParams(program: NamedProgram, params: GivenParams): GivenParams {
  if (program.kind === 'file') return {};
  const names = new Set(program.workload.params.map(({ name }) => name));
  return Object.fromEntries(Object.entries(params).filter(([name]) => names.has(name.toLowerCase().replaceAll('-', '_'))));
}

/** Name of a program as the user knows it. */
export function programName(program: NamedProgram): string {
  return program.kind === 'workload' ? program.workload.name : program.name;
}

function decode(bytes: Uint8Array, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UserError(`${what} is not UTF-8 text`, { hint: 'save it as UTF-8: that is the encoding heaplab reads' });
  }
}
