/** What a chart says, and the words that all charts say it with. */
import { baseline } from '../results/comparison.ts';
import type { RunRow } from '../results/rows.ts';
import type { Facts } from './facts.ts';

export interface Finding {
  readonly title: string;
  /** How to read the chart. */
  readonly subtitle: string;
  /** For those who do not see it. */
  readonly description: string;
  /** Values for `params` of the chart. */
  readonly params: Readonly<Record<string, unknown>>;
  /** How many panels a chart of small multiples has; one a strategy unless stated. */
  readonly panels?: number;
}

/** A chart that draws one workload gets `workload`; the others ignore it. */
export type FindingMaker = (facts: Facts, workload: string, strategies: readonly string[]) => Finding;

/** Why the figures of a chart are not in the run folder, and which flag gives them; null when they are there. */
export type Gap = (facts: Facts, workload: string | undefined) => string | null;

/** Runs that others may be measured against: finished, and by a strategy that gives memory back. */
export function rivalsOf(runs: readonly RunRow[]): RunRow[] {
  return runs.filter((run) => run.status === 'ok' && run.strategy !== baseline);
}

/** The unit in which an axis up to `bytes` has short labels. */
export function unitFor(bytes: number): [name: string, bytes: number] {
  return bytes >= 4 * 2 ** 20 ? ['MiB', 2 ** 20] : ['KiB', 2 ** 10];
}

/** A program file goes by its last name in titles. */
export function shortName(workload: string): string {
  return workload.slice(workload.lastIndexOf('/') + 1);
}

/** `1.25×`, `3.1×`, `42×`. */
export function times(ratio: number): string {
  return `${ratio < 1.995 ? ratio.toFixed(2) : ratio < 9.95 ? ratio.toFixed(1) : ratio.toFixed(0)}×`;
}

/** `61 %`, `0.4 %`. */
export function percent(share: number): string {
  const value = 100 * share;
  return `${value > 0 && value < 1 ? value.toFixed(1) : value > 99 && value < 100 ? Math.floor(value) : value.toFixed(0)} %`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The powers of ten around a range, at least one decade apart: a log scale over equal ends has no places on it. */
export function wholeDecades(low: number, high: number): [number, number] {
  const from = Math.floor(Math.log10(Math.max(low, 1)));
  return [10 ** from, 10 ** Math.max(from + 1, Math.ceil(Math.log10(Math.max(high, 1))))];
}

export function statusText(run: RunRow): string {
  switch (run.status) {
    case 'ok':
      return 'finished';
    case 'oom':
      return 'out of memory';
    case 'error':
      return 'ended with an error';
    case 'step-limit':
      return 'stopped at the step limit';
    case 'diverged':
      return 'printed something else';
  }
}

/** A list of so many curves beside a plot has room for their names and one line of figures, and not for two. */
export function isCrowded(curves: number): boolean {
  return curves > 6;
}

/** Of the runs that a chart of one workload shows. */
export function shownParams(runs: readonly RunRow[]): { run_ids: string[]; seed: number } {
  return { run_ids: runs.map((run) => run.run_id), seed: runs[0]?.seed ?? 0 };
}
