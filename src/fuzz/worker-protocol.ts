/** What the campaign asks of its workers, and what they answer: plain data. */
import type { Program } from '../workloads/programs/block.ts';
import type { CaseId } from '../workloads/programs/case-id.ts';
import type { Lineup } from './contestants.ts';
import type { ClauseResult } from './contract.ts';
import type { StoredFinding } from './finding-file.ts';
import type { CaseOptions, CaseOutcome } from './run-case.ts';

export interface WorkerSetup {
  readonly lineup: Lineup;
  /** Path of a CPython, or null. */
  readonly python: string | null;
}

export type Request =
  | { readonly kind: 'case'; readonly id: CaseId; readonly options: CaseOptions }
  | { readonly kind: 'reduce'; readonly finding: StoredFinding; readonly program: Program | null; readonly runs: number }
  | { readonly kind: 'replay'; readonly finding: StoredFinding }
  /** The contract suite on the strategy that a module exports. */
  | { readonly kind: 'contract'; readonly module: string };

export interface ReducedAnswer {
  readonly finding: StoredFinding;
  readonly runs: number;
}

export interface ReplayAnswer {
  /** What was seen, or null. */
  readonly signature: string | null;
  /** The failure in full, or an empty text. */
  readonly details: string;
  /** Metrics of the run: equal on every replay. */
  readonly metrics: string;
  /** The journals of the strategy and of a sound one beside it. */
  readonly journals: readonly (readonly [strategy: string, lines: readonly string[]])[];
}

export type Answer =
  | { readonly kind: 'case'; readonly outcome: CaseOutcome }
  | { readonly kind: 'reduce'; readonly reduced: ReducedAnswer }
  | { readonly kind: 'replay'; readonly replay: ReplayAnswer }
  | { readonly kind: 'contract'; readonly clauses: readonly ClauseResult[] }
  | { readonly kind: 'crash'; readonly message: string };
