/** What run.json says about a plan: nothing that differs when the same command is run again. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { heaplabVersion } from '../base/version.ts';
import { DEFAULT_PYTHON } from '../interp/python-version.ts';
import { reproducingArgv } from '../results/argv.ts';
import type { RunDescription } from '../results/run-folder.ts';
import type { PlanLimits, PlannedProgram, PlannedStrategy } from './plan.ts';

/** Describes a plan. `argv` is the command line without the program name. */
export function describePlan(
  argv: readonly string[],
  programs: readonly PlannedProgram[],
  strategies: readonly PlannedStrategy[],
  limits: PlanLimits,
): RunDescription {
  return {
    argv: reproducingArgv(argv),
    versions: { heaplab: heaplabVersion, python: limits.python ?? DEFAULT_PYTHON },
    programs: programs.map(({ name, seed, source }) => ({
      name: programs.filter((other) => other.name === name).length > 1 ? `${name}.s${seed}` : name,
      sha256: createHash('sha256').update(source).digest('hex'),
    })),
    parameters: {
      programs: programs.map(({ name, seed, params }) => ({ name, seed, params })),
      strategies: strategies.map(({ name, allocator }) => ({ name, allocator })),
      heapBytes: limits.heapBytes,
      stackBytes: limits.stackBytes,
      stepLimit: limits.stepLimit,
      verify: limits.verify,
      stress: limits.stress,
      costProfile: limits.profile.id,
    },
  };
}

/** The first of `parent/prefix-001`, `-002`, ... above every one that is there. */
export function nextFreeFolder(parent: string, prefix: string): string {
  let highest = 0;
  for (const name of namesIn(parent)) {
    const match = name.startsWith(`${prefix}-`) ? /^\d+$/.exec(name.slice(prefix.length + 1)) : null;
    if (match) highest = Math.max(highest, Number(match[0]));
  }
  return join(parent, `${prefix}-${String(highest + 1).padStart(3, '0')}`);
}

/** A folder that cannot be listed holds no names; making one in it will say why. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
