/**
 * A plan file: an experiment as one file in a repository, in YAML or JSON. Its keys are the flags of `heaplab shootout` by their long names, and `programs`; a flag on the
 * command line overrides its key. reports/plan.schema.json is the same for editors.
 */
import { dirname, isAbsolute, join } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import { readTextFile } from './programs.ts';

export interface PlanFile {
  readonly programs: readonly string[];
  /** `name=value`, as --param takes them. */
  readonly params: readonly string[];
  /** Other flags by long name, as they would be typed; switches as booleans. */
  readonly flags: Readonly<Record<string, string | boolean>>;
  /** Where the value of a flag stands: `plan.yaml, line 3`. */
  readonly places: Readonly<Record<string, string>>;
}

type Kind = 'list' | 'text' | 'number' | 'switch' | 'params';

/** Every key of a plan and what it holds: `list` is one value or several, `number` and `text` one. */
export const planKeys: Readonly<Record<string, Kind>> = {
  programs: 'list',
  params: 'params',
  strategies: 'list',
  allocator: 'text',
  seeds: 'list',
  heap: 'list',
  'most-heap': 'text',
  jitter: 'number',
  stack: 'text',
  steps: 'number',
  python: 'text',
  'cost-profile': 'text',
  oracle: 'switch',
  verify: 'switch',
  stress: 'number',
  charts: 'switch',
  out: 'text',
};

/** Reads a plan. Programs that are files are named relative to it. Throws a UserError with file and line for whatever is wrong. */
export function readPlanFile(path: string): PlanFile {
  return parsePlan(readTextFile(path, 'plan'), path);
}

/** Reads the text of a plan; `path` is where it came from. */
export function parsePlan(text: string, path: string): PlanFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const refuse = (node: Node | null | undefined, what: string, hint?: string): never => {
    const line = lines.linePos(node?.range?.[0] ?? 0).line;
    throw new UserError(`${path}, line ${line}: ${what}`, hint === undefined ? {} : { hint });
  };
  const [problem] = document.errors;
  if (problem !== undefined) {
    const line = lines.linePos(problem.pos[0]).line;
    throw new UserError(`${path}, line ${line}: ${problem.message.split('\n', 1)[0]!.replace(/ at line \d+.*$/, '')}`);
  }
  const root = document.contents;
  if (!isMap(root)) return refuse(root, 'a plan is a list of key: value', 'see the example at the end of docs/metrics.md');

  const flags: Record<string, string | boolean> = {};
  const places: Record<string, string> = {};
  let programs: string[] = [];
  let params: string[] = [];
  for (const { key, value } of root.items as { key: Node; value: Node | null }[]) {
    const name = isScalar(key) ? String(key.value) : '';
    const kind = Object.hasOwn(planKeys, name) ? planKeys[name]! : undefined;
    if (kind === undefined) {
      const near = nearestName(name, Object.keys(planKeys));
      return refuse(
        key,
        `there is no key '${name}' in a plan`,
        near === null ? `there are ${Object.keys(planKeys).join(', ')}` : `did you mean '${near}'?`,
      );
    }
    places[name] = `${path}, line ${lines.linePos(value?.range?.[0] ?? key.range?.[0] ?? 0).line}`;
    if (kind === 'params') params = readParams(value, refuse);
    else if (kind === 'switch') {
      if (!isScalar(value) || typeof value.value !== 'boolean') return refuse(value ?? key, `${name} must be true or false`);
      flags[name] = value.value;
    } else if (kind === 'list') {
      const list = (isSeq(value) ? (value.items as Node[]) : [value]).map(
        (item) => scalarText(item) ?? refuse(item ?? key, `${name} must be a value or a list of values`),
      );
      if (list.length === 0) return refuse(value, `${name} is empty`);
      if (name === 'programs') programs = list.map((program) => placed(program, path));
      else flags[name] = list.join(',');
    } else {
      const single = scalarText(value);
      if (single === null) return refuse(value ?? key, `${name} must be one value`);
      if (kind === 'number' && !/^\d[\d_]*$/.test(single))
        return refuse(value, `${name} is '${single}'; it must be a whole number`);
      flags[name] = single;
    }
  }
  return { programs, params, flags, places };
}

/** An error about a flag whose value came from the plan, with its place there; any other as it is. `given` are the flags of the command line. */
export function placedError(error: unknown, { flags, places }: PlanFile, given: ReadonlySet<string>): unknown {
  if (!(error instanceof UserError)) return error;
  const flag = /^--([a-z-]+)\b/.exec(error.message)?.[1];
  if (flag === undefined || given.has(flag) || flags[flag] === undefined) return error;
  const { hint, exitCode } = error;
  return new UserError(`${places[flag]}: ${error.message}`, { exitCode, ...(hint === undefined ? {} : { hint }) });
}

function readParams(value: Node | null, refuse: (node: Node | null, what: string) => never): string[] {
  if (!isMap(value)) return refuse(value, 'params must be a list of name: value');
  return (value.items as { key: Node; value: Node | null }[]).map(({ key, value: given }) => {
    const text = scalarText(given);
    if (text === null) return refuse(key, `the value of the parameter '${String(key)}' must be one value`);
    return `${isScalar(key) ? String(key.value) : ''}=${text}`;
  });
}

/** A number or text as it would be typed; null for anything else. */
function scalarText(node: Node | null): string | null {
  if (!isScalar(node)) return null;
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** A program file beside the plan; a workload as it is. */
function placed(program: string, path: string): string {
  return program.endsWith('.py') && !isAbsolute(program) ? join(dirname(path), program) : program;
}
