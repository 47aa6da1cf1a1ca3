/**
 * Two run folders side by side: for each figure the geometric mean, over the runs that both have and both completed, of what B has over what A has, with a bootstrap interval
 * where there are replicates. As a gate it answers whether a figure grew past a bound.
 */
import { mean } from 'simple-statistics';
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import { bootstrapInterval, type Interval } from '../results/bootstrap.ts';
import { programKey } from '../results/comparison.ts';
import type { RunRow } from '../results/rows.ts';
import { openRunFolder, type RunFolder } from '../results/run-folder-reader.ts';

/** Figures that are compared, in the order of the table. All are better when smaller. */
export const comparedFigures = [
  'cycles_total',
  'cycles_gc',
  'peak_footprint_b',
  'peak_live_b',
  'alloc_b',
  'alloc_n',
  'bytecodes',
  'gc_n',
  'max_pause',
  'leaked_b',
] as const;
export type ComparedFigure = (typeof comparedFigures)[number];

/** `peak_footprint_b>+5%`: fails when the figure of B is more than 5 % above that of A. */
export interface Bound {
  readonly text: string;
  readonly figure: ComparedFigure;
  /** Share of A by which B may differ; negative asks for an improvement. */
  readonly share: number;
  /** `>` fails above the bound, `<` below it. */
  readonly above: boolean;
}

export interface Difference {
  readonly strategy: string;
  readonly figure: ComparedFigure;
  /** Geometric mean of B / A over the runs; null when A has 0 and B has not, where no ratio exists. */
  readonly ratio: number | null;
  /** 95 % bootstrap interval over seeds and heap limits; null without replicates. */
  readonly interval: Interval | null;
  /** Runs compared. */
  readonly runs: number;
}

export interface Failure {
  readonly bound: string;
  readonly strategy: string;
  readonly ratio: number | null;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  readonly failures: readonly Failure[];
  /** Run ids that only one folder has, or that only one completed. */
  readonly unpaired: readonly string[];
  /** Warnings: what makes the comparison one of different things. */
  readonly caveats: readonly string[];
}

/** Reads `metric>+5%`, `metric>0%`, `metric<-10%`. */
export function parseBound(text: string): Bound {
  const match = /^\s*(\w+)\s*([<>])\s*([+-]?\d+(?:\.\d+)?)\s*%\s*$/.exec(text);
  if (match === null) {
    throw new UserError(`--fail-if '${text}' is not figure>+N% or figure<-N%`, {
      hint: "for example --fail-if 'peak_footprint_b>+5%'",
    });
  }
  const figure = comparedFigures.find((known) => known === match[1]);
  if (figure === undefined) {
    const nearest = nearestName(match[1]!, comparedFigures);
    throw new UserError(`--fail-if '${text}': there is no figure '${match[1]}'`, {
      hint: `${nearest === null ? '' : `did you mean '${nearest}'? `}There are: ${comparedFigures.join(', ')}`,
    });
  }
  return { text, figure, share: Number(match[3]) / 100, above: match[2] === '>' };
}

type Figures = Readonly<Record<ComparedFigure, number | null>>;

interface Side {
  readonly folder: RunFolder;
  readonly figures: ReadonlyMap<string, Figures>;
}

/** Compares two folders. Throws a UserError when they have no completed run in common. */
export async function compareFolders(a: string, b: string, bounds: readonly Bound[]): Promise<Comparison> {
  const before = await readSide(a);
  const after = await readSide(b);
  const rowsAfter = new Map(after.folder.runs.map((run) => [run.run_id, run]));
  const rowsBefore = new Set(before.folder.runs.map((run) => run.run_id));
  const paired: RunRow[] = [];
  const unpaired: string[] = [];
  for (const run of before.folder.runs) {
    if (run.status === 'ok' && rowsAfter.get(run.run_id)?.status === 'ok') paired.push(run);
    else unpaired.push(run.run_id);
  }
  for (const id of rowsAfter.keys()) if (!rowsBefore.has(id)) unpaired.push(id);
  if (paired.length === 0) {
    throw new UserError(`${a} and ${b} have no run in common that both completed`, {
      hint: 'run the same programs, strategies, seeds and heap limits into both',
    });
  }
  const strategies = [...new Set(paired.map(({ strategy }) => strategy))];
  const differences = strategies.flatMap((strategy) =>
    comparedFigures.flatMap((figure) => {
      const runs = paired.filter((run) => run.strategy === strategy);
      const difference = differenceOf(strategy, figure, runs, before.figures, after.figures);
      return difference === null ? [] : [difference];
    }),
  );
  return {
    differences,
    failures: failuresOf(differences, bounds),
    unpaired,
    caveats: caveatsOf(before, after, paired, rowsAfter),
  };
}

async function readSide(directory: string): Promise<Side> {
  const pauses = new Map<string, number>();
  const collections = new Map<string, number>();
  const floating = new Map<string, number | null>();
  const folder = await openRunFolder(directory, () => ({
    pauses: ({ run_id, cycles }) => void pauses.set(run_id, Math.max(cycles, pauses.get(run_id) ?? 0)),
    collections: ({ run_id }) => void collections.set(run_id, (collections.get(run_id) ?? 0) + 1),
    samples: ({ run_id, floating_b }) => void floating.set(run_id, floating_b),
  }));
  const figures = new Map(
    folder.runs.map((run): [string, Figures] => [
      run.run_id,
      {
        cycles_total: run.cycles_total,
        cycles_gc: run.cycles_gc,
        peak_footprint_b: run.peak_footprint_b,
        peak_live_b: run.peak_live_b,
        alloc_b: run.alloc_b,
        alloc_n: run.alloc_n,
        bytecodes: run.bytecodes,
        gc_n: collections.get(run.run_id) ?? 0,
        max_pause: pauses.get(run.run_id) ?? 0,
        leaked_b: floating.get(run.run_id) ?? null,
      },
    ]),
  );
  return { folder, figures };
}

function differenceOf(
  strategy: string,
  figure: ComparedFigure,
  runs: readonly RunRow[],
  before: Side['figures'],
  after: Side['figures'],
): Difference | null {
  const programs = new Map<string, number[]>();
  let infinite = false;
  let count = 0;
  for (const run of runs) {
    const a = before.get(run.run_id)?.[figure] ?? null;
    const b = after.get(run.run_id)?.[figure] ?? null;
    if (a === null || b === null) continue;
    count++;
    if (a === 0 && b !== 0) infinite = true;
    // Nothing became nothing: no change. Something became nothing counts as one unit, so that a logarithm exists.
    const log = a === b ? 0 : Math.log(Math.max(b, 1) / Math.max(a, 1));
    const key = programKey(run);
    programs.set(key, [...(programs.get(key) ?? []), log]);
  }
  if (count === 0) return null;
  if (infinite) return { strategy, figure, ratio: null, interval: null, runs: count };
  const logs = [...programs.values()];
  const logMean = mean(logs.map((list) => mean(list)));
  const interval = bootstrapInterval(logs, `compare ${strategy} ${figure}`);
  return {
    strategy,
    figure,
    ratio: Math.exp(logMean),
    interval: interval === null ? null : { low: Math.exp(interval.low), high: Math.exp(interval.high) },
    runs: count,
  };
}

/** A bound is passed when the mean is past it and, where there is an interval, all of the interval on that side of no change. */
function failuresOf(differences: readonly Difference[], bounds: readonly Bound[]): Failure[] {
  return bounds.flatMap(({ text, figure, share, above }) =>
    differences.flatMap(({ strategy, figure: compared, ratio, interval }) => {
      if (compared !== figure) return [];
      const limit = 1 + share;
      const past = ratio === null ? above : above ? ratio > limit + 1e-12 : ratio < limit - 1e-12;
      const certain = interval === null || (above ? interval.low > Math.min(1, limit) : interval.high < Math.max(1, limit));
      return past && certain ? [{ bound: text, strategy, ratio }] : [];
    }),
  );
}

function caveatsOf(before: Side, after: Side, paired: readonly RunRow[], rowsAfter: ReadonlyMap<string, RunRow>): string[] {
  const caveats: string[] = [];
  const hashes = new Map(before.folder.manifest.programs.map(({ name, sha256 }) => [name, sha256]));
  for (const { name, sha256 } of after.folder.manifest.programs) {
    const other = hashes.get(name);
    if (other !== undefined && other !== sha256) caveats.push(`${name} is not the same program in both`);
  }
  if (paired.some((run) => run.cost_profile !== rowsAfter.get(run.run_id)?.cost_profile)) {
    caveats.push('the cost profiles differ, so cycles are not comparable: see heaplab recost');
  }
  if (paired.some((run) => run.heap_limit_b !== rowsAfter.get(run.run_id)?.heap_limit_b)) caveats.push('heap limits differ');
  for (const { folder } of [before, after]) {
    if (folder.manifest.status !== 'complete') caveats.push(`${folder.directory} is of an interrupted run`);
  }
  return caveats;
}
