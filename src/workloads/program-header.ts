/**
 * Reads what a workload's .py file says about itself, and rewrites its parameters.
 *
 *     """Title of the program.
 *
 *     Purpose: why it exists; may go on
 *     over several lines.
 *     Exercises: tag, another tag
 *     Observes: nothing
 *     Source: optional
 *     """
 *
 *     SIZE = 10  # param: meaning; 1..100; small 2
 *
 * A parameter is one line that binds a constant to a whole number. Overriding it rewrites the number in that line and nothing else, so
 * line numbers in tracebacks and charts stay those of the file.
 */
import { LabBug } from '../base/errors.ts';
import type { Observes, ParamValues, WorkloadParam } from './workload.ts';

export interface ProgramHeader {
  readonly title: string;
  readonly purpose: string;
  readonly exercises: readonly string[];
  readonly observes: Observes;
  readonly source: string | null;
  readonly params: readonly WorkloadParam[];
}

const paramLine = /^([A-Z][A-Z0-9_]*) = (-?\d+) {2}# param: (.+); (-?\d+)\.\.(-?\d+); small (-?\d+)$/u;
const looksLikeParam = /#\s*param\b/u;

/** The header of a program. `name` is for the message of the LabBug that a malformed header is. */
export function readHeader(text: string, name: string): ProgramHeader {
  const docstring = /^"""([^\n]+)\.\n\n([\s\S]*?)\n"""\n/u.exec(text);
  const title = docstring?.[1];
  const body = docstring?.[2];
  if (title === undefined || body === undefined) throw malformed(name, 'it begins with a docstring: title, empty line, fields');
  const fields = readFields(body, name);
  const observes = required(fields, 'Observes', name);
  if (observes !== 'nothing' && observes !== 'time of death') throw malformed(name, 'Observes is "nothing" or "time of death"');
  return {
    title,
    purpose: required(fields, 'Purpose', name),
    exercises: required(fields, 'Exercises', name).split(', '),
    observes,
    source: fields.get('Source') ?? null,
    params: readParams(text, name),
  };
}

/** The text with the parameters' constants set to `values`; every other character stays. */
export function withParams(text: string, values: ParamValues): string {
  return text
    .split('\n')
    .map((line) => {
      const [, constant, number] = paramLine.exec(line) ?? [];
      const value = constant === undefined ? undefined : values[constant.toLowerCase()];
      return value === undefined ? line : line.replace(` = ${number} `, ` = ${value} `);
    })
    .join('\n');
}

function readFields(body: string, name: string): Map<string, string> {
  const fields = new Map<string, string>();
  let field: string | undefined;
  for (const line of body.split('\n')) {
    const [, key, rest] = /^([A-Z][a-z]+): (.*)$/u.exec(line) ?? [];
    if (key !== undefined && rest !== undefined) {
      field = key;
      fields.set(key, rest);
    } else if (field === undefined) {
      throw malformed(name, 'a field comes first in its docstring');
    } else {
      fields.set(field, `${fields.get(field)} ${line.trim()}`);
    }
  }
  return fields;
}

function readParams(text: string, name: string): WorkloadParam[] {
  const params: WorkloadParam[] = [];
  for (const line of text.split('\n')) {
    const match = paramLine.exec(line);
    if (match === null) {
      if (looksLikeParam.test(line)) throw malformed(name, `this is no parameter line: ${line}`);
      continue;
    }
    const [value, min, max, small] = [match[2], match[4], match[5], match[6]].map(Number) as [number, number, number, number];
    const param = { name: match[1]!.toLowerCase(), default: value, small, min, max, meaning: match[3]! };
    const isInBounds = (number: number) => min <= number && number <= max;
    if (!isInBounds(value) || !isInBounds(small)) throw malformed(name, `${param.name} is out of its own bounds`);
    if (params.some((other) => other.name === param.name)) throw malformed(name, `${param.name} is there twice`);
    params.push(param);
  }
  return params;
}

function required(fields: ReadonlyMap<string, string>, key: string, name: string): string {
  const value = fields.get(key);
  if (value === undefined || value === '') throw malformed(name, `its docstring has the field ${key}`);
  return value;
}

function malformed(name: string, rule: string): LabBug {
  return new LabBug(`The header of workload ${name} is malformed: ${rule}`);
}
