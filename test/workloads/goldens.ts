/** Where the recorded outputs of the workloads are, and their shape; scripts/record-workload-goldens.ts writes them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ParamValues } from '../../src/workloads/workload.ts';

export interface OutputGolden {
  readonly params: ParamValues;
  readonly bytes: number;
  readonly sha256: string;
}

export interface WorkloadGolden {
  readonly small: OutputGolden;
  readonly default: OutputGolden;
  /** Random workloads only: hashes of the program and of its output with small parameters, by seed. */
  readonly seeds?: readonly { readonly seed: number; readonly program: string; readonly output: string }[];
}

export interface Goldens {
  /** The version of CPython that printed the outputs. */
  readonly python: string;
  readonly workloads: Record<string, WorkloadGolden | undefined>;
}

export const goldensFolder: string = fileURLToPath(new URL('../programs/workloads/', import.meta.url));
export const goldensFile: string = `${goldensFolder}goldens.json`;

/** The seeds whose programs and outputs are recorded. */
export const randomSeeds: readonly number[] = [0, 1, 2, 3, 4, 5, 1000, 2_147_483_647];

export function readGoldens(): Goldens {
  return JSON.parse(readFileSync(goldensFile, 'utf8')) as Goldens;
}

/** What CPython prints for the workload with small parameters. */
export function smallOutput(name: string): string {
  return readFileSync(`${goldensFolder}${name}.out`, 'utf8');
}
