/**
 * The plan of a shootout: programs × strategies as a list of cells in a stable order. Cells of one program with one seed are
 * neighbours, so that what they printed can be compared as soon as the last of them ends.
 */
import { assert } from '../base/assert.ts';
import type { CellParams, CellSpec } from '../cell/cell.ts';

/** A program with its parameters and seed in place. */
export interface PlannedProgram {
  readonly name: string;
  /** What its tracebacks show. */
  readonly path: string;
  readonly source: string;
  readonly params: CellParams;
  readonly seed: number;
  /** Must every strategy print the same? Not when the program looks at ids, or at the time of a death. */
  readonly comparable: boolean;
}

export interface PlannedStrategy {
  readonly name: string;
  readonly allocator: string;
  /** Is `allocator` another one than the strategy's own? Then it is part of the run id. */
  readonly swapped: boolean;
}

/** Limits and switches that all cells of a plan share. */
export type PlanLimits = Pick<CellSpec, 'heapBytes' | 'stepLimit' | 'stackBytes' | 'verify' | 'stress' | 'samples' | 'profile'>;

export interface PlannedCell extends CellSpec {
  /** How results call its strategy: see `contestantKey`. */
  readonly contestant: string;
}

/** The cells of one program and seed, one a strategy. */
export interface PlanGroup {
  readonly program: PlannedProgram;
  readonly cells: readonly PlannedCell[];
}

/** One group a program, in the order given; in each, one cell a strategy, in the order given. */
export function planShootout(
  programs: readonly PlannedProgram[],
  strategies: readonly PlannedStrategy[],
  limits: PlanLimits,
): PlanGroup[] {
  const ids = new Set<string>();
  return programs.map((program) => ({
    program,
    cells: strategies.map((strategy) => {
      const runId = runIdOf(program, strategy);
      assert(!ids.has(runId), 'a plan names the same program, seed and strategy twice');
      ids.add(runId);
      return { ...limits, ...cellOf(program, strategy), runId, contestant: contestantKey(strategy) };
    }),
  }));
}

/** `program.strategy.s1`, or `program.strategy+allocator.s1` where the allocator was swapped. */
export function runIdOf(program: PlannedProgram, strategy: PlannedStrategy): string {
  return `${program.name}.${contestantKey(strategy)}.s${program.seed}`;
}

/** How results call a strategy: its name, and the allocator where it was swapped. Two allocators make two contestants. */
export function contestantKey(strategy: PlannedStrategy): string {
  return strategy.swapped ? `${strategy.name}+${strategy.allocator}` : strategy.name;
}

function cellOf(program: PlannedProgram, strategy: PlannedStrategy) {
  return {
    programName: program.name,
    source: program.source,
    path: program.path,
    argv: [],
    params: program.params,
    seed: program.seed,
    strategy: strategy.name,
    allocator: strategy.allocator,
    heapFactor: null,
    stdin: null,
    wantStdout: false,
  };
}
