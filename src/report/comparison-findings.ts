/** What the charts that hold strategies against each other over all programs say. */
import { formatCount } from '../base/byte-size.ts';
import { baseline, contenders, nearestFlip } from '../results/comparison.ts';
import type { RunRow } from '../results/rows.ts';
import { type Facts, factorsOf, strategiesOf, workloadsOf } from './facts.ts';
import { type Finding, type Gap, isCrowded, listed, percent, shortName, times } from './finding.ts';
import { baseOf, geometricMeans, type Leaders, leadersOf, meanOverheads } from './leaders.ts';

const nothingCompared = 'No workload was finished by every strategy';

export function costBreakdown(facts: Facts): Finding {
  const overheads = [...meanOverheads(facts)].sort((a, b) => a[1] - b[1]);
  const rivals = overheads.filter(([strategy]) => contenders(strategiesOf(facts)).includes(strategy));
  const [least, most] = [rivals[0], rivals.at(-1)];
  const title =
    least === undefined || most === undefined
      ? nothingCompared
      : least === most
        ? `${least[0]} costs ${times(least[1])} the bare program`
        : times(least[1]) === times(most[1])
          ? `${rivals.length === 2 ? `${least[0]} and ${most[0]} both cost` : 'All strategies cost'} ${times(least[1])} the bare program`
          : `${least[0]} costs ${times(least[1])} the bare program, ${most[0]} ${times(most[1])}`;
  const subtitle = [
    'cycles by purpose, 1.0 = cheapest run without its collector work',
    meanOver(facts),
    `profile ${facts.runs[0]?.cost_profile ?? ''}`,
  ].join(' · ');
  const description = `Cycles by what they are spent on, as a multiple of the program's own work. ${
    overheads.length === 0
      ? `${nothingCompared}.`
      : overheads.map(([strategy, value]) => `${strategy} ${value.toFixed(2)}.`).join(' ')
  }`;
  return { title, subtitle, description, params: { compared: facts.comparable.compared } };
}

/** Past this multiple of the best, a strategy stands at the edge of the ranking. */
const rankingCap = 8;

export function ranking(facts: Facts): Finding {
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
  const description = `Total cost and peak footprint as multiples of the best strategy on each workload. ${
    cost.size === 0
      ? `${nothingCompared}.`
      : `Geometric means: ${[...cost]
          .map(([strategy, value]) => `${strategy} cost ${value.toFixed(2)}, memory ${memory.get(strategy)!.toFixed(2)}.`)
          .join(' ')}`
  }`;
  return {
    title: rankingTitle(leadersOf(facts)),
    subtitle,
    description,
    params: { baseline: rivals.includes(baseline) ? '' : baseline, cap: rankingCap, compared: facts.comparable.compared },
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

export const noSweep: Gap = (facts) =>
  factorsOf(facts).length > 1 ? null : 'it needs runs with several heap limits: give the shootout --heap 1x,1.5x,2x,4x';

/** The least multiple of the min heap from which on a strategy finishes; null when it never does. */
function leastFactor(facts: Facts, workload: string, strategy: string): number | null {
  let least: number | null = null;
  for (const factor of factorsOf(facts).reverse()) {
    const runs = facts.sweep.filter(
      (run) => run.workload === workload && run.strategy === strategy && run.heap_factor === factor,
    );
    if (runs.length === 0 || runs.some((run) => run.status !== 'ok')) break;
    least = factor;
  }
  return least;
}

export function timeSpace(facts: Facts): Finding {
  const workloads = workloadsOf(facts);
  const factors = factorsOf(facts);
  const rivals = contenders(strategiesOf(facts)).map((strategy) => {
    const each = workloads.map((workload) => leastFactor(facts, workload, strategy));
    return { strategy, worst: each.every((factor) => factor !== null) ? Math.max(...each) : null, each };
  });
  const able = rivals.filter(({ worst }) => worst !== null).sort((a, b) => a.worst! - b.worst!);
  const unable = rivals.filter(({ worst }) => worst === null).map(({ strategy }) => strategy);
  const [first, last] = [able[0], able.at(-1)];
  const scope = workloads.length === 1 ? shortName(workloads[0]!) : `all ${workloads.length} programs`;
  const needs = (factor: number): string => `${Number(factor.toFixed(2))}×`;
  const title =
    first === undefined || last === undefined
      ? `No strategy finishes ${scope}, even with ${needs(factors.at(-1) ?? 1)} the min heap`
      : first.worst === last.worst
        ? `${able.length === rivals.length && able.length > 1 ? 'All strategies' : listed(able.map(({ strategy }) => strategy))} ${able.length === 1 ? 'finishes' : 'finish'} ${scope} with ${needs(first.worst!)} the min heap`
        : `${first.strategy} finishes ${scope} with ${needs(first.worst!)} the min heap, ${last.strategy} needs ${needs(last.worst!)}`;
  const spread = new Set(facts.runs.map((run) => run.seed)).size > 1;
  const subtitle = [
    'total cost (1.0 = cheapest run without its collector) against the heap limit (× the least that any strategy needs)',
    'cross: out of memory there',
    ...(spread ? ['bars: spread of seeds'] : []),
    ...(unable.length > 0 ? [`${listed(unable)}: not all programs, even at ${needs(factors.at(-1) ?? 1)}`] : []),
  ].join(' · ');
  const description = `Total cost over the heap limit as a multiple of the min heap, one panel a workload, one line a strategy. ${rivals
    .map(
      ({ strategy, each }) =>
        `${strategy} finishes ${each.map((factor, index) => `${shortName(workloads[index]!)} ${factor === null ? 'at no limit' : `from ${needs(factor)}`}`).join(', ')}.`,
    )
    .join(' ')}`;
  // A run that hardly moves must not press all others flat: the scale ends at twice what nine of ten runs cost.
  const costs = facts.sweep.filter((run) => run.status === 'ok').map((run) => run.cycles_total / baseOf(facts.sweep, run));
  const most = [...costs].sort((a, b) => a - b);
  const usual = most[Math.floor(0.9 * (most.length - 1))] ?? 1;
  const top = (most.at(-1) ?? 1) > 2 * usual ? 2 * usual : null;
  return { title, subtitle, description, params: { factors, top }, panels: workloads.length };
}

/** Rows that a heat map has room for. */
const mostRows = 14;

export function overheadMap(facts: Facts, _workload: string, strategies: readonly string[]): Finding {
  const factors = factorsOf(facts);
  const rows = workloadsOf(facts).length * Math.max(1, factors.length);
  const shown = factors.length > 1 && rows > mostRows ? factors.slice(-1) : factors;
  const runs = facts.sweep.filter((run) => run.heap_factor === null || shown.includes(run.heap_factor));
  const cells = runs
    .filter((run) => run.status === 'ok' && contenders(strategiesOf(facts)).includes(run.strategy))
    .map((run) => ({ run, overhead: run.cycles_total / baseOf(facts.sweep, run) }))
    .sort((a, b) => a.overhead - b.overhead);
  const [least, most] = [cells[0], cells.at(-1)];
  const name = ({ strategy, workload, heap_factor }: RunRow): string =>
    `${strategy} on ${shortName(workload)}${heap_factor !== null && shown.length > 1 ? ` at ${heap_factor}×` : ''}`;
  const title =
    least === undefined || most === undefined
      ? 'No run ended well'
      : least === most
        ? `With ${least.run.strategy}, ${shortName(least.run.workload)} costs ${times(least.overhead)} the bare program`
        : times(least.overhead) === times(most.overhead)
          ? `Memory management costs ${times(least.overhead)} the bare program, whatever the strategy`
          : `Memory management costs from ${times(least.overhead)} the bare program (${name(least.run)}) to ${times(most.overhead)} (${name(most.run)})`;
  const failed = runs.filter((run) => run.status !== 'ok').length;
  const subtitle = [
    'total cost, 1.0 = cheapest run of the program without its collector work',
    ...(shown.length > 1 ? ['behind a name: heap limit, × the min heap'] : []),
    ...(failed > 0 ? ['–: did not finish'] : []),
  ].join(' · ');
  const ranges = strategies.map((strategy) => {
    const own = cells.filter(({ run }) => run.strategy === strategy);
    const [low, high] = [own[0], own.at(-1)];
    if (low !== undefined && low === high) return `${strategy}: ${low.overhead.toFixed(2)} on ${shortName(low.run.workload)}.`;
    return low === undefined || high === undefined
      ? `${strategy}: none that counts.`
      : `${strategy}: ${low.overhead.toFixed(2)} on ${shortName(low.run.workload)} to ${high.overhead.toFixed(2)} on ${shortName(high.run.workload)}.`;
  });
  const description = `Lower-bound overhead of every program and strategy. ${ranges.join(' ')}`;
  return {
    title,
    subtitle,
    description,
    params: { factors: shown.length === 0 ? null : shown, several: shown.length > 1, strategies },
  };
}

export const oneStrategy: Gap = (facts) =>
  leadersOf(facts) !== null && contenders(strategiesOf(facts)).length > 1
    ? null
    : 'it needs a program that at least two strategies finished: run more of them, or give more memory with --heap';

export function pareto(facts: Facts): Finding {
  const cost = geometricMeans(facts, 'cycles_total');
  const memory = geometricMeans(facts, 'peak_footprint_b');
  const rivals = contenders(strategiesOf(facts)).filter((strategy) => cost.has(strategy));
  const isBeaten = (strategy: string): boolean =>
    rivals.some(
      (other) =>
        cost.get(other)! <= cost.get(strategy)! &&
        memory.get(other)! <= memory.get(strategy)! &&
        (cost.get(other)! < cost.get(strategy)! || memory.get(other)! < memory.get(strategy)!),
    );
  const front = rivals.filter((strategy) => !isBeaten(strategy)).sort((a, b) => memory.get(a)! - memory.get(b)!);
  const title =
    front.length === rivals.length
      ? 'No strategy beats another in both memory and cost'
      : front.length === 1
        ? `${front[0]} beats all others in both memory and cost`
        : `${listed(front)} are a choice; the others are beaten in both memory and cost`;
  const subtitle = [
    '× the best strategy on the workload',
    meanOver(facts),
    'filled: beaten by none in both',
    'size: longest pause, cycles',
  ].join(' · ');
  const longest = (strategy: string): number =>
    Math.max(0, ...facts.runs.filter((run) => run.strategy === strategy).map((run) => run.longest_pause));
  const description = `Peak footprint and total cost of each strategy as multiples of the best, geometric means. ${[
    ...cost.keys(),
  ]
    .map(
      (strategy) =>
        `${strategy}: memory ${memory.get(strategy)!.toFixed(2)}, cost ${cost.get(strategy)!.toFixed(2)}, longest pause ${formatCount(longest(strategy))} cycles${front.includes(strategy) ? ', not beaten' : ''}.`,
    )
    .join(' ')}`;
  const baselineShown = rivals.includes(baseline) ? '' : baseline;
  return {
    title,
    subtitle,
    description,
    params: { compared: facts.comparable.compared, baseline: baselineShown, front, crowded: isCrowded(cost.size) },
  };
}

export function sensitivity(facts: Facts): Finding {
  const leaders = leadersOf(facts)!;
  const [first, second] = leaders.cheapest as [string, string];
  const { compared } = facts.comparable;
  const flip = nearestFlip(facts.table, compared, first, second);
  const title =
    flip === null
      ? `No single cost turns the lead of ${first} over ${second}`
      : `${first} is cheaper than ${second} unless ${flip.event.replaceAll('_', ' ')} costs ${times(flip.factor)} as much`;
  const subtitle = [
    `cycles of ${first} over those of ${second} when one cost is halved or doubled`,
    `below 1: ${first} is cheaper`,
    `with all costs drawn from ½ to 2 it leads in ${percent(leaders.confidence ?? 0)} of 200 models`,
  ].join(' · ');
  const means = geometricMeans(facts, 'cycles_total');
  const description = `Ratio of the cycles of ${first} to those of ${second}, ${(means.get(first)! / means.get(second)!).toFixed(3)} with the profile as it is, when the cost of one event is halved or doubled; the events that matter most. ${
    flip === null
      ? 'None turns the order round.'
      : `The order turns when ${flip.event} costs ${flip.factor.toFixed(2)} times as much.`
  }`;
  return { title, subtitle, description, params: { compared, first, second } };
}

function meanOver(facts: Facts): string {
  const { compared, dropped } = facts.comparable;
  const names = dropped.map(({ program }) => shortName(program));
  const gap =
    names.length === 0 ? '' : `, without ${names.length > 2 ? `${names.length} that not all finished` : names.join(', ')}`;
  const count = compared.length;
  return count === 0 ? 'no workload finished by all' : `mean of ${count} workload${count === 1 ? '' : 's'}${gap}`;
}
