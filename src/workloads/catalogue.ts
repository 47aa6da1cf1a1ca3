/**
 * The workloads, by name. A .py file in scripted/ or tutorial/ is a workload as soon as it is there; random ones are presets of
 * mutators/. Names are in lower case with hyphens: `binary_trees.py` is `binary-trees`, `tutorial/cycle.py` is `tutorial-cycle`.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import { codeFile } from '../base/package-files.ts';
import { mutatorWorkloads } from './mutators/presets.ts';
import { readHeader, withParams } from './program-header.ts';
import type { ParamValues, Workload, WorkloadKind } from './workload.ts';

/** Every workload: scripted, then random, then tutorial, each by name. */
export const workloads: readonly Workload[] = [
  ...programsIn('scripted', 'scripted', ''),
  ...mutatorWorkloads,
  ...programsIn('tutorial', 'tutorial', 'tutorial-'),
];

/**
 * The workloads of a shootout without arguments, with the parameters that differ from the default; sized so that CPython 3.13 needs
 * about a quarter of a second for each. They print the same under every strategy, and differ in what they ask of one: young and old
 * deaths, cycles, mutation of old objects, mixed sizes, floats, strings, frames on the heap.
 */
export const defaultShootout: readonly { readonly name: string; readonly params: ParamValues }[] = [
  { name: 'gcbench', params: {} },
  { name: 'splay', params: {} },
  { name: 'lru-cache', params: {} },
  { name: 'cycles', params: {} },
  { name: 'list-churn', params: {} },
  { name: 'sessions', params: {} },
  { name: 'fragmentation', params: {} },
  { name: 'mutator', params: {} },
];

/** The workload of that name; `_` and `-` are one, case does not count. Throws a UserError that proposes the nearest name. */
export function findWorkload(name: string): Workload {
  const wanted = folded(name);
  const found = workloads.find((workload) => workload.name === wanted);
  if (found !== undefined) return found;
  const nearest = nearestName(
    name,
    workloads.map((workload) => workload.name),
  );
  throw new UserError(`there is no workload '${name}'`, {
    hint: nearest === null ? 'heaplab workloads lists them' : `did you mean '${nearest}'? heaplab workloads lists all`,
  });
}

/**
 * A value for every parameter: the given ones, checked, and the defaults of the others. Text is read as a whole number. Throws a UserError
 * for a name the workload does not have and for a value that is no whole number or out of bounds.
 */
export function paramValues(workload: Workload, given: Readonly<Record<string, number | string>> = {}): ParamValues {
  const values: Record<string, number> = {};
  for (const param of workload.params) values[param.name] = param.default;
  for (const [typed, value] of Object.entries(given)) {
    const name = folded(typed).replaceAll('-', '_');
    const param = workload.params.find((candidate) => candidate.name === name);
    if (param === undefined) throw unknownParam(workload, typed);
    const number = typeof value === 'number' ? value : wholeNumber(value);
    if (!Number.isSafeInteger(number) || number < param.min || number > param.max) {
      throw new UserError(
        `parameter ${param.name} of ${workload.name} is '${value}', not a whole number of ${param.min}..${param.max}`,
        {
          hint: `it is: ${param.meaning}; the default is ${param.default}`,
        },
      );
    }
    values[param.name] = number;
  }
  return values;
}

/** The small value of every parameter: CPython needs less than 20 ms. */
export function smallParamValues(workload: Workload): ParamValues {
  return Object.fromEntries(workload.params.map((param) => [param.name, param.small]));
}

/** The Python program of a workload with some parameters changed. Errors: see paramValues. */
export function workloadSource(workload: Workload, given: Readonly<Record<string, number | string>> = {}): string {
  return workload.emit(paramValues(workload, given));
}

function programsIn(folder: string, kind: WorkloadKind, prefix: string): Workload[] {
  const path = fileURLToPath(codeFile(`workloads/${folder}/`));
  return readdirSync(path)
    .filter((fileName) => fileName.endsWith('.py'))
    .sort()
    .map((fileName) => {
      const filePath = `${path}${fileName}`;
      const name = prefix + folded(fileName.slice(0, -'.py'.length));
      // A checkout on Windows may have turned the line ends.
      const text = readFileSync(filePath, 'utf8').replaceAll('\r\n', '\n');
      return { name, kind, ...readHeader(text, name), fileName, filePath, emit: (values) => withParams(text, values) };
    });
}

function unknownParam(workload: Workload, typed: string): UserError {
  const names = workload.params.map((param) => param.name);
  if (names.length === 0) return new UserError(`${workload.name} has no parameters`, { hint: `leave '${typed}' out` });
  const nearest = nearestName(typed, names);
  return new UserError(`${workload.name} has no parameter '${typed}'`, {
    hint: `${nearest === null ? '' : `did you mean '${nearest}'? `}it has: ${names.join(', ')}`,
  });
}

function wholeNumber(text: string): number {
  const digits = text.trim().replaceAll('_', '');
  return /^-?\d+$/u.test(digits) ? Number(digits) : Number.NaN;
}

function folded(name: string): string {
  return name.trim().toLowerCase().replaceAll('_', '-');
}
