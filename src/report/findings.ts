/**
 * What a chart says, computed from the data: a title that states the finding, a subtitle that says how to read it, a description
 * for those who do not see it, and the values of the chart's parameters.
 */
import { formatBytes, formatCount } from '../base/byte-size.ts';
import { baseline, confidenceNeeded, contenders, costConfidence, timesBest } from '../results/comparison.ts';
import type { RunRow } from '../results/rows.ts';
import { type Facts, shownOf, strategiesOf, workloadsOf } from './facts.ts';
import { panelColumns } from './panels.ts';

export interface Finding {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  /** Values for `params` of the chart. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** A chart that draws one workload gets `workload`; the others ignore it. */
type FindingMaker = (facts: Facts, workload: string, strategies: readonly string[]) => Finding;

/** By `usermeta.heaplab.finding` of the chart file. */
export const findings: Readonly<Record<string, { readonly byWorkload: boolean; readonly make: FindingMaker }>> = {
  'memory-timeline': { byWorkload: true, make: memoryTimeline },
  'pause-distribution': { byWorkload: true, make: pauseDistribution },
  'cost-breakdown': { byWorkload: false, make: costBreakdown },
  ranking: { byWorkload: false, make: ranking },
};

/** The workload that a chart of one workload shows first, among those that every strategy finished if there is one. */
export function tellingWorkload(facts: Facts, finding: string | undefined): string {
  const score = finding === 'pause-distribution' ? pauseWealth : footprintSpread;
  const { compared } = facts.comparable;
  const candidates = compared.length > 0 ? compared : workloadsOf(facts);
  let best = { workload: candidates[0] ?? '', score: Number.NEGATIVE_INFINITY };
  for (const workload of candidates) {
    const own = score(facts, shownOf(facts, workload));
    if (own > best.score) best = { workload, score: own };
  }
  return best.workload;
}

/** How far apart the strategies are in memory: largest peak over smallest. */
function footprintSpread(_facts: Facts, runs: readonly RunRow[]): number {
  const peaks = rivalsOf(runs).map((run) => run.peak_footprint_b);
  return peaks.length === 0 ? 0 : Math.max(...peaks) / Math.min(...peaks);
}

/** How much there is to see of a distribution: the geometric mean of the number of pauses, as a logarithm. */
function pauseWealth(facts: Facts, runs: readonly RunRow[]): number {
  const count = (run: RunRow): number => (facts.pauses.get(run.run_id) ?? []).reduce((sum, pause) => sum + pause.weight, 0);
  return rivalsOf(runs).reduce((sum, run) => sum + Math.log(1 + count(run)), 0);
}

function memoryTimeline(facts: Facts, workload: string, strategies: readonly string[]): Finding {
  const runs = shownOf(facts, workload);
  const peaks = runs.map((run) => run.peak_footprint_b);
  const largest = Math.max(...peaks);
  const rival = rivalsOf(runs).sort((a, b) => a.peak_footprint_b - b.peak_footprint_b);
  const least = rival[0];
  const most = rival.at(-1);

  const [allocatedUnit, a_unit_b] = unitFor(Math.max(...runs.map((run) => run.alloc_b)));

  // A strategy that keeps everything must not press the others flat: past six times the middle, the scale ends earlier.
  const middle = [...peaks].sort((a, b) => a - b)[Math.floor((peaks.length - 1) / 2)] ?? 0;
  const [unit, unit_b] = unitFor(middle);
  const within = peaks.filter((peak) => peak <= 6 * middle);
  const scaleEnd = within.length === peaks.length ? null : Math.max(2.2 * middle, 1.1 * Math.max(...within));
  const top = scaleEnd === null ? null : scaleEnd / unit_b;

  const ratio = least === undefined || most === undefined ? 1 : most.peak_footprint_b / least.peak_footprint_b;
  const title =
    least === undefined || most === undefined
      ? `What ${runs[0]?.strategy ?? 'the strategy'} holds while ${shortName(workload)} runs`
      : ratio < 1.05
        ? `On ${shortName(workload)}, all strategies hold about the same memory`
        : `On ${shortName(workload)}, ${most.strategy} holds ${times(ratio)} the memory of ${least.strategy}`;
  // Three panels side by side are too narrow for a heading in one line, five for one in two.
  const separator = panelColumns(strategies.length) > 2 ? '|' : '  ·  ';
  const tail = panelColumns(strategies.length) > 4 ? '|' : ', ';
  const traced = runs.every((run) => run.peak_live_b !== null);
  const limit = runs[0]?.heap_limit_b ?? 0;
  const limitShown = limit <= 1.5 * largest && (top === null || limit <= top * unit_b);
  const subtitle = [
    `${unit} held against ${allocatedUnit} allocated so far`,
    ...(traced ? [] : ['live bytes were not traced']),
    'small ticks: collections',
    ...(limitShown ? [`dashed: limit ${formatBytes(limit)}`] : []),
  ].join(' · ');
  const description = `Memory held over bytes allocated for workload ${workload}, seed ${runs[0]?.seed ?? 0}, one panel a strategy. ${runs
    .map((run) => {
      const last = facts.samples.get(run.run_id)?.at(-1);
      const garbage =
        last?.floating_b === null || last === undefined ? '' : `, garbage at the end ${formatBytes(last.floating_b)}`;
      return `${run.strategy}: peak ${formatBytes(run.peak_footprint_b)}${garbage}${run.status === 'ok' ? '' : `, ${statusText(run)}`}.`;
    })
    .join(' ')}`;
  return {
    title,
    subtitle,
    description,
    params: { workload, seed: runs[0]?.seed ?? 0, strategies, a_unit_b, unit_b, top, separator, tail },
  };
}

function pauseDistribution(facts: Facts, workload: string, strategies: readonly string[]): Finding {
  const runs = shownOf(facts, workload);
  const longest = runs
    .map((run) => {
      const pauses = facts.pauses.get(run.run_id) ?? [];
      return {
        strategy: run.strategy,
        cycles: pauses.at(-1)?.cycles ?? 0,
        total: pauses.reduce((sum, pause) => sum + pause.cycles * pause.weight, 0),
        count: pauses.reduce((sum, pause) => sum + pause.weight, 0),
      };
    })
    .sort((a, b) => b.cycles - a.cycles);
  const pausing = longest.filter((entry) => entry.cycles > 0);
  const never = longest.filter((entry) => entry.cycles === 0).map((entry) => entry.strategy);
  const first = pausing[0];
  const last = pausing.at(-1);
  const title =
    first === undefined || last === undefined
      ? `On ${shortName(workload)}, no strategy stops the program`
      : first === last
        ? `On ${shortName(workload)}, ${first.strategy} stops the program for at most ${formatCount(first.cycles)} cycles`
        : `${first.strategy} stops ${shortName(workload)} for up to ${formatCount(first.cycles)} cycles, ${last.strategy} for ${formatCount(last.cycles)}`;
  const subtitle = [
    `share of all pauses that last at least so long`,
    ...(never.length > 0 ? [`${never.join(', ')}: no pauses`] : []),
    'cycles of the cost model, not time',
  ].join(' · ');
  const description = `Distribution of pauses for workload ${workload}, seed ${runs[0]?.seed ?? 0}. ${longest
    .map((entry) =>
      entry.count === 0
        ? `${entry.strategy}: no pauses.`
        : `${entry.strategy}: ${formatCount(entry.count)} pauses, longest ${formatCount(entry.cycles)} cycles, total ${formatCount(entry.total)} cycles.`,
    )
    .join(' ')}`;
  const shortest = Math.min(
    ...runs.flatMap((run) => facts.pauses.get(run.run_id)?.find((pause) => pause.cycles > 0)?.cycles ?? []),
  );
  return {
    title,
    subtitle,
    description,
    params: {
      workload,
      seed: runs[0]?.seed ?? 0,
      strategies,
      lengths: first === undefined ? [1, 1e6] : wholeDecades(shortest, first.cycles),
      least_share: Math.min(0.1, ...pausing.map((entry) => 1 / entry.count)),
    },
  };
}

/** The powers of ten around a range, at least one decade apart: a log scale over equal ends has no places on it. */
function wholeDecades(low: number, high: number): [number, number] {
  const from = Math.floor(Math.log10(Math.max(low, 1)));
  return [10 ** from, 10 ** Math.max(from + 1, Math.ceil(Math.log10(high)))];
}

/** Total cost of each strategy as a multiple of the base: mean over seeds, then over the programs that every strategy finished. */
export function meanOverheads(facts: Facts): Map<string, number> {
  const { compared } = facts.comparable;
  const sums = new Map<string, number>();
  for (const program of compared) {
    const runs = facts.runs.filter((run) => run.workload === program);
    const seeds = new Set(runs.map((run) => run.seed));
    for (const run of runs) {
      const peers = runs.filter((peer) => peer.seed === run.seed);
      const base = Math.min(...peers.map((peer) => peer.cycles_total - peer.cycles_gc));
      const share = run.cycles_total / base / seeds.size / compared.length;
      sums.set(run.strategy, (sums.get(run.strategy) ?? 0) + share);
    }
  }
  return sums;
}

function costBreakdown(facts: Facts): Finding {
  const overheads = [...meanOverheads(facts)].sort((a, b) => a[1] - b[1]);
  const rivals = overheads.filter(([strategy]) => contenders(strategiesOf(facts)).includes(strategy));
  const [least, most] = [rivals[0], rivals.at(-1)];
  const title =
    least === undefined || most === undefined
      ? nothingCompared
      : least === most
        ? `${least[0]} costs ${times(least[1])} the bare program`
        : `${least[0]} costs ${times(least[1])} the bare program, ${most[0]} ${times(most[1])}`;
  const subtitle = [
    'cycles by purpose, 1.0 = cheapest run without its collector work',
    meanOver(facts),
    `profile ${facts.runs[0]?.cost_profile ?? ''}`,
  ].join(' · ');
  const description = `Cycles by what they are spent on, as a multiple of the program's own work. ${overheads
    .map(([strategy, value]) => `${strategy} ${value.toFixed(2)}.`)
    .join(' ')}`;
  return { title, subtitle, description, params: {} };
}

const nothingCompared = 'No workload was finished by every strategy';

export type Metric = 'cycles_total' | 'peak_footprint_b';

/** Geometric mean of each strategy's multiple of the best strategy; empty where nothing can be compared. */
export function geometricMeans(facts: Facts, metric: Metric): Map<string, number> {
  return timesBest(facts.table, facts.comparable.compared, strategiesOf(facts), ({ run }) => run[metric]);
}

export interface Leaders {
  /** Of the contenders, by falling merit. */
  readonly cheapest: readonly string[];
  readonly smallest: readonly string[];
  /** Does the first beat the second in cycles in nearly every cost model? Always false for one alone. */
  readonly clear: boolean;
}

/** Who leads; null where nothing can be compared. */
export function leadersOf(facts: Facts): Leaders | null {
  const cost = geometricMeans(facts, 'cycles_total');
  const memory = geometricMeans(facts, 'peak_footprint_b');
  if (cost.size === 0) return null;
  const rivals = contenders(strategiesOf(facts));
  const by = (means: ReadonlyMap<string, number>): string[] => [...rivals].sort((a, b) => means.get(a)! - means.get(b)!);
  const cheapest = by(cost);
  const [first, second] = cheapest;
  const clear =
    first !== undefined &&
    second !== undefined &&
    costConfidence(facts.table, facts.comparable.compared, first, second) >= confidenceNeeded;
  return { cheapest, smallest: by(memory), clear };
}

/** Past this multiple of the best, a strategy stands at the edge of the ranking. */
const rankingCap = 8;

function ranking(facts: Facts): Finding {
  const cost = geometricMeans(facts, 'cycles_total');
  const memory = geometricMeans(facts, 'peak_footprint_b');
  const rivals = contenders(strategiesOf(facts));
  const seeds = new Set(facts.runs.map((run) => run.seed)).size;
  const subtitle = [
    '× best strategy on the workload, log scale',
    meanOver(facts),
    ...(seeds > 1 ? [`bars: spread of ${seeds} seeds`] : []),
    ...(strategiesOf(facts).length > rivals.length ? [`${baseline} is never the best`] : []),
  ].join(' · ');
  const description = `Total cost and peak footprint as multiples of the best strategy on each workload. Geometric means: ${[
    ...cost,
  ]
    .map(([strategy, value]) => `${strategy} cost ${value.toFixed(2)}, memory ${memory.get(strategy)!.toFixed(2)}.`)
    .join(' ')}`;
  return {
    title: rankingTitle(leadersOf(facts)),
    subtitle,
    description,
    params: { baseline: rivals.includes(baseline) ? '' : baseline, cap: rankingCap },
  };
}

function rankingTitle(leaders: Leaders | null): string {
  const [first, second] = leaders?.cheapest ?? [];
  const smallest = leaders?.smallest[0];
  if (first === undefined) return nothingCompared;
  if (second === undefined) return `${first} alone: nothing to compare it with`;
  if (!leaders!.clear) return `${first} and ${second} tie on cost, ${smallest} needs least memory`;
  return first === smallest
    ? `${first} costs least and needs least memory`
    : `${first} costs least, ${smallest} needs least memory`;
}

function meanOver(facts: Facts): string {
  const { compared, dropped } = facts.comparable;
  const names = dropped.map(({ program }) => shortName(program));
  const gap =
    names.length === 0 ? '' : `, without ${names.length > 2 ? `${names.length} that not all finished` : names.join(', ')}`;
  const count = compared.length;
  return count === 0 ? 'no workload finished by all' : `mean of ${count} workload${count === 1 ? '' : 's'}${gap}`;
}

/** Runs that others may be measured against: finished, and by a strategy that gives memory back. */
function rivalsOf(runs: readonly RunRow[]): RunRow[] {
  return runs.filter((run) => run.status === 'ok' && run.strategy !== baseline);
}

function statusText(run: RunRow): string {
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

/** The unit in which an axis up to `bytes` has short labels. */
function unitFor(bytes: number): [name: string, bytes: number] {
  return bytes >= 4 * 2 ** 20 ? ['MiB', 2 ** 20] : ['KiB', 2 ** 10];
}

/** A program file goes by its last name in titles. */
function shortName(workload: string): string {
  return workload.slice(workload.lastIndexOf('/') + 1);
}

/** `1.25×`, `3.1×`, `42×`. */
export function times(ratio: number): string {
  return `${ratio < 1.995 ? ratio.toFixed(2) : ratio < 9.95 ? ratio.toFixed(1) : ratio.toFixed(0)}×`;
}
