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
export type PlanLimits = Pick<
  CellSpec,
  'heapBytes' | 'stepLimit' | 'stackBytes' | 'python' | 'verify' | 'stress' | 'samples' | 'oracle' | 'profile'
>;

export interface PlannedCell extends CellSpec {
  /** How results call its strategy: see `contestantKey`. */
  readonly contestant: string;
}

/** A heap limit of a plan. */
export interface PlannedHeap {
  /** Part of the run id, in front of the seed; empty where a plan has one limit only. */
  readonly label: string;
  /** The limit as a multiple of the program's min heap; null when it was given in bytes. */
  readonly factor: number | null;
  readonly bytesOf: (program: PlannedProgram) => number;
}

/** The cells of one program, seed and heap limit, one a strategy. */
export interface PlanGroup {
  readonly program: PlannedProgram;
  readonly cells: readonly PlannedCell[];
}

/** One group a program and heap limit, in the order given; in each, one cell a strategy, in the order given. */
export function planShootout(
  programs: readonly PlannedProgram[],
  strategies: readonly PlannedStrategy[],
  limits: PlanLimits,
  heaps: readonly PlannedHeap[] = [{ label: '', factor: null, bytesOf: () => limits.heapBytes }],
): PlanGroup[] {
  const ids = new Set<string>();
  return programs.flatMap((program) =>
    heaps.map(({ label, factor, bytesOf }) => ({
      program,
      cells: strategies.map((strategy) => {
        const runId = runIdOf(program, strategy, label);
        assert(!ids.has(runId), 'a plan names the same program, seed, heap and strategy twice');
        ids.add(runId);
        const contestant = contestantKey(strategy);
        return { ...limits, ...cellOf(program, strategy), heapBytes: bytesOf(program), heapFactor: factor, runId, contestant };
      }),
    })),
  );
}

/** `program.strategy.s1`, or `program.strategy+allocator.h2x.s1` where the allocator was swapped and several heaps are run. */
export function runIdOf(program: PlannedProgram, strategy: PlannedStrategy, heapLabel = ''): string {
  return `${program.name}.${contestantKey(strategy)}${heapLabel === '' ? '' : `.${heapLabel}`}.s${program.seed}`;
}

/** How results call a strategy: its name, and the allocator where it was swapped. Two allocators make two contestants. */
export function contestantKey(strategy: PlannedStrategy): string {
  return strategy.swapped ? `${strategy.name}+${strategy.allocator}` : strategy.name;
}

/** A cell without its limits. */
export function cellOf(program: PlannedProgram, strategy: PlannedStrategy) {
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
