/** What the charts of one workload say: its memory, pauses and collections under each strategy. */
import { formatBytes, formatCount } from '../base/byte-size.ts';
import type { CollectionRow, DelayRow, OccupancyRow, RunRow } from '../results/rows.ts';
import { type Facts, shownOf } from './facts.ts';
import {
  type Finding,
  type Gap,
  isCrowded,
  percent,
  rivalsOf,
  shortName,
  shownParams,
  statusText,
  times,
  unitFor,
  wholeDecades,
} from './finding.ts';
import { notFollowed } from './life-findings.ts';
import { panelColumns } from './panels.ts';

/** How far apart the strategies are in memory: largest peak over smallest. */
export function footprintSpread(runs: readonly RunRow[]): number {
  const peaks = rivalsOf(runs).map((run) => run.peak_footprint_b);
  return peaks.length === 0 ? 0 : Math.max(...peaks) / Math.min(...peaks);
}

/** How much there is to see of a distribution: the geometric mean of the number of pauses, as a logarithm. */
export function pauseWealth(facts: Facts, workload: string): number {
  const count = (run: RunRow): number => (facts.pauses.get(run.run_id) ?? []).reduce((sum, pause) => sum + pause.weight, 0);
  return rivalsOf(shownOf(facts, workload)).reduce((sum, run) => sum + Math.log(1 + count(run)), 0);
}

export function memoryTimeline(facts: Facts, workload: string, strategies: readonly string[]): Finding {
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
      ? runs.some((run) => run.status === 'ok')
        ? `On ${shortName(workload)}, ${runs.find((run) => run.status === 'ok')!.strategy} holds up to ${formatBytes(Math.max(...runs.filter((run) => run.status === 'ok').map((run) => run.peak_footprint_b)))}`
        : `No strategy finishes ${shortName(workload)}`
      : least === most
        ? `${runs.length > 1 ? `Of those that give memory back, only ${least.strategy} finishes ${shortName(workload)}: it` : `On ${shortName(workload)}, ${least.strategy}`} holds up to ${formatBytes(least.peak_footprint_b)}`
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
    params: { workload, ...shownParams(runs), strategies, a_unit_b, unit_b, top, separator, tail },
  };
}

export function pauseDistribution(facts: Facts, workload: string, strategies: readonly string[]): Finding {
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
      ? `On ${shortName(workload)}, ${runs.length === 1 ? `${runs[0]!.strategy} never stops` : 'no strategy stops'} the program`
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
      ...shownParams(runs),
      strategies,
      crowded: isCrowded(pausing.length),
      lengths: first === undefined ? [1, 1e6] : wholeDecades(shortest, first.cycles),
      least_share: Math.min(0.1, ...pausing.map((entry) => 1 / entry.count)),
    },
  };
}

/** Rows of one table by the strategy of their run, those of `runs` only. */
function byStrategy<R extends { readonly run_id: string }>(runs: readonly RunRow[], rows: readonly R[]): Map<string, R[]> {
  return new Map(runs.map(({ run_id, strategy }) => [strategy, rows.filter((row) => row.run_id === run_id)]));
}

export const noWindows: Gap = (facts) => (facts.utilization.length > 0 ? null : 'its table utilization.csv is empty');

export function utilization(facts: Facts, workload: string, strategies: readonly string[]): Finding {
  const runs = shownOf(facts, workload);
  const curves = [...byStrategy(runs, facts.utilization)].filter(([, rows]) => rows.length > 0);
  const at = (rows: readonly { window: number; bmu: number }[], window: number): number =>
    rows.find((row) => row.window >= window)?.bmu ?? rows.at(-1)!.bmu;
  // The width at which the strategies that can be compared lie furthest apart.
  const rivals = new Set(rivalsOf(runs).map((run) => run.strategy));
  const compared = curves.filter(([strategy]) => rivals.has(strategy));
  const shortest = Math.min(...compared.map(([, rows]) => rows.at(-1)!.window));
  let widest = { window: 0, gap: 0, best: '', worst: '', high: 0, low: 0 };
  for (const { window } of compared[0]?.[1] ?? []) {
    if (window > shortest) continue;
    const order = compared.map(([strategy, rows]) => ({ strategy, share: at(rows, window) })).sort((a, b) => b.share - a.share);
    const [best, worst] = [order[0]!, order.at(-1)!];
    const gap = best.share - worst.share;
    if (gap > widest.gap)
      widest = { window, gap, best: best.strategy, worst: worst.strategy, high: best.share, low: worst.share };
  }
  const title =
    compared.length === 0
      ? `What share of its time ${shortName(workload)} gets`
      : compared.length === 1
        ? `On ${shortName(workload)}, ${compared[0]![0]} leaves the program ${percent(compared[0]![1].at(-1)!.bmu)} of its time`
        : widest.gap === 0
          ? `On ${shortName(workload)}, all strategies leave the program the same share of its time`
          : `In any ${formatCount(widest.window)} cycles of ${shortName(workload)}, ${widest.best} leaves the program ${percent(widest.high)}, ${widest.worst} ${percent(widest.low)}`;
  const subtitle =
    'share of its time that the program gets in the worst window of a width · thick: of this width or wider (BMU), thin: of just this width (MMU)';
  const description = `Bounded minimum mutator utilization for workload ${workload}, seed ${runs[0]?.seed ?? 0}. ${curves
    .map(([strategy, rows]) => {
      const half = rows.find((row) => row.bmu >= 0.5);
      return `${strategy}: ${half === undefined ? 'never half of its time' : `half of its time in any ${formatCount(half.window)} cycles`}, ${percent(rows.at(-1)!.bmu)} of the whole run.`;
    })
    .join(' ')}`;
  const widths = curves.flatMap(([, rows]) => rows.map((row) => row.window));
  // Windows in which no strategy leaves the program anything show nothing: three octaves of them are enough.
  const some = compared.flatMap(([, rows]) => rows.filter((row) => row.mmu > 0).map((row) => row.window));
  const first = Math.max(Math.min(...widths), Math.min(...some, ...widths.slice(-1)) / 8);
  const windows = widths.length === 0 ? [1024, 1e6] : [first, Math.max(2 * first, ...widths)];
  return {
    title,
    subtitle,
    description,
    params: { workload, ...shownParams(runs), strategies, windows, crowded: isCrowded(curves.length) },
  };
}

/** How much there is to see of the work of collections: the geometric mean of how many freed something, as a logarithm. */
export function collectionWealth(facts: Facts, workload: string): number {
  return rivalsOf(shownOf(facts, workload)).reduce((sum, run) => {
    const useful = facts.collections.filter((row) => row.run_id === run.run_id && row.reclaimed_b > 0).length;
    return sum + Math.log(1 + useful);
  }, 0);
}

export const noCollections: Gap = (facts, workload) => {
  const ids = new Set(
    facts.shown.filter((run) => workload === undefined || run.workload === workload).map((run) => run.run_id),
  );
  return facts.collections.some((row) => ids.has(row.run_id))
    ? null
    : 'nothing was ever collected: give less memory with --heap';
};

export function collections(facts: Facts, workload: string, strategies: readonly string[]): Finding {
  const runs = shownOf(facts, workload);
  const sums = [...byStrategy(runs, facts.collections)]
    .filter(([, rows]) => rows.length > 0)
    .map(([strategy, rows]) => ({ strategy, count: rows.length, ...totalOf(rows) }));
  const useful = sums
    .filter(({ reclaimed }) => reclaimed > 0)
    .map((entry) => ({ ...entry, effort: (1024 * entry.visited) / entry.reclaimed }))
    .sort((a, b) => a.effort - b.effort);
  const effort = (value: number): string => (value < 9.95 ? value.toFixed(1) : formatCount(Math.round(value)));
  const [first, last] = [useful[0], useful.at(-1)];
  const title =
    first === undefined || last === undefined
      ? `On ${shortName(workload)}, collections find nothing to free`
      : first === last
        ? `On ${shortName(workload)}, ${first.strategy} visits ${effort(first.effort)} objects for each KiB it frees`
        : `For each KiB it frees of ${shortName(workload)}, ${last.strategy} visits ${effort(last.effort)} objects, ${first.strategy} ${effort(first.effort)}`;
  const without = runs.map((run) => run.strategy).filter((strategy) => !sums.some((entry) => entry.strategy === strategy));
  const subtitle = [
    'one mark a collection: objects it visited against bytes it freed, log scales',
    ...(without.length > 0 ? [`${without.join(', ')}: no collections`] : []),
  ].join(' · ');
  const description = `Collections of workload ${workload}, seed ${runs[0]?.seed ?? 0}, by objects visited and bytes freed. ${sums
    .map(
      ({ strategy, count, visited, reclaimed }) =>
        `${strategy}: ${formatCount(count)} collections, ${formatCount(visited)} visits, ${formatBytes(reclaimed)} freed.`,
    )
    .join(' ')}`;
  const ids = new Set(runs.map((run) => run.run_id));
  const rows = facts.collections.filter((row) => ids.has(row.run_id));
  return {
    title,
    subtitle,
    description,
    params: {
      workload,
      ...shownParams(runs),
      strategies,
      crowded: isCrowded(sums.length),
      visits: wholeDecades(
        Math.min(...rows.map((row) => Math.max(1, row.visited))),
        Math.max(10, ...rows.map((row) => row.visited)),
      ),
      freed: wholeDecades(1, Math.max(10, ...rows.map((row) => row.reclaimed_b))),
    },
  };
}

function totalOf(rows: readonly CollectionRow[]): { visited: number; reclaimed: number } {
  return {
    visited: rows.reduce((sum, row) => sum + row.visited, 0),
    reclaimed: rows.reduce((sum, row) => sum + row.reclaimed_b, 0),
  };
}

export const noDelays: Gap = (facts, workload) => {
  const gap = notFollowed(facts, workload);
  if (gap !== null) return gap;
  const ids = new Set(
    facts.shown.filter((run) => workload === undefined || run.workload === workload).map((run) => run.run_id),
  );
  return facts.delays.some((row) => ids.has(row.run_id) && row.what !== 'drag') ? null : 'no object of it died';
};

export function reclaimDelay(facts: Facts, workload: string, strategies: readonly string[]): Finding {
  const runs = shownOf(facts, workload);
  const waits = [...byStrategy(runs, facts.delays)]
    .map(([strategy, rows]) => ({ strategy, ...waitOf(rows) }))
    .filter(({ dead }) => dead > 0);
  const rivals = new Set(rivalsOf(runs).map((run) => run.strategy));
  const order = waits
    .filter(({ strategy }) => rivals.has(strategy))
    .sort((a, b) => (a.median ?? Number.POSITIVE_INFINITY) - (b.median ?? Number.POSITIVE_INFINITY) || b.atOnce - a.atOnce);
  const [first, last] = [order[0], order.at(-1)];
  const wait = (median: number | null): string =>
    median === null ? 'never' : median === 0 ? 'at once' : `within ${formatBytes(median)}`;
  const title =
    first === undefined || last === undefined
      ? `How long the dead of ${shortName(workload)} wait to be freed`
      : first === last || first.median === last.median
        ? `Half of what dies on ${shortName(workload)} is freed ${wait(first.median)}`
        : `${first.strategy} frees half of what dies on ${shortName(workload)} ${wait(first.median)}, ${last.strategy} ${wait(last.median)}`;
  const subtitle =
    'share of dead bytes freed within a delay · delay in bytes allocated between death and free, log scale · what is never freed keeps a curve below 100 %';
  const description = `How long the dead objects of workload ${workload} wait to be freed, seed ${runs[0]?.seed ?? 0}. ${waits
    .map(
      ({ strategy, atOnce, median, never }) =>
        `${strategy}: ${percent(atOnce)} at once, half ${wait(median)}, ${percent(never)} never.`,
    )
    .join(' ')}`;
  const ids = new Set(runs.map((run) => run.run_id));
  const longest = Math.max(
    11,
    ...facts.delays.filter((row) => ids.has(row.run_id) && row.what === 'reclaim').map((row) => row.log2_b),
  );
  return {
    title,
    subtitle,
    description,
    params: { workload, ...shownParams(runs), strategies, longest: 2 ** longest, crowded: isCrowded(waits.length) },
  };
}

/** Bytes that died, the share freed at once and never, and the delay within which half of all was freed. */
function waitOf(rows: readonly DelayRow[]): { dead: number; atOnce: number; never: number; median: number | null } {
  const freed = rows.filter((row) => row.what === 'reclaim').sort((a, b) => a.log2_b - b.log2_b);
  const bytesOf = (some: readonly DelayRow[]): number => some.reduce((sum, row) => sum + row.bytes, 0);
  const never = bytesOf(rows.filter((row) => row.what === 'unreclaimed'));
  const dead = bytesOf(freed) + never;
  let sum = 0;
  const middle = freed.find((row) => {
    sum += row.bytes;
    return 2 * sum >= dead;
  });
  const median = middle === undefined ? null : middle.log2_b === 0 ? 0 : 2 ** middle.log2_b;
  const share = (bytes: number): number => bytes / Math.max(1, dead);
  return { dead, atOnce: share(bytesOf(freed.filter((row) => row.log2_b === 0))), never: share(never), median };
}

export const noFilm: Gap = (facts) =>
  facts.occupancy.length > 0 ? null : 'its table occupancy.csv is empty: the runs were made without samples';

export function heapMap(facts: Facts, workload: string, strategies: readonly string[]): Finding {
  const runs = shownOf(facts, workload);
  const films = [...byStrategy(runs, facts.occupancy)].filter(([, rows]) => rows.length > 0);
  const shares = films.map(([strategy, rows]) => ({ strategy, alive: aliveShare(rows), frames: framesOf(rows) }));
  const rivals = new Set(rivalsOf(runs).map((run) => run.strategy));
  const order = shares.filter(({ strategy }) => rivals.has(strategy)).sort((a, b) => b.alive - a.alive);
  const [first, last] = [order[0], order.at(-1)];
  const title =
    first === undefined || last === undefined
      ? `What lies where while ${shortName(workload)} runs`
      : first === last
        ? `On ${shortName(workload)}, ${percent(first.alive)} of what ${first.strategy} maps is alive`
        : `On ${shortName(workload)}, ${percent(first.alive)} of what ${first.strategy} maps is alive, ${percent(last.alive)} of what ${last.strategy} maps`;
  const ends = films.map(([, rows]) => Math.max(...rows.map((row) => row.place_b + row.bin_b)));
  const middle = [...ends].sort((a, b) => a - b)[Math.floor((ends.length - 1) / 2)] ?? 1024;
  const within = ends.filter((end) => end <= 6 * middle);
  const scaleEnd = within.length === ends.length ? null : Math.max(2.2 * middle, ...within);
  const [unit, unit_b] = unitFor(scaleEnd ?? Math.max(1, ...ends));
  const [allocatedUnit, a_unit_b] = unitFor(Math.max(...runs.map((run) => run.alloc_b)));
  const subtitle = `up: address (${unit}, unused stretches left out) · right: ${allocatedUnit} allocated so far · colour: what a piece of memory mostly holds`;
  const description = `Heap by address over time for workload ${workload}, seed ${runs[0]?.seed ?? 0}, one panel a strategy. ${shares
    .map(
      ({ strategy, alive, frames }) =>
        `${strategy}: on average ${percent(alive)} of mapped bytes alive, over ${frames} moments.`,
    )
    .join(' ')}`;
  return {
    title,
    subtitle,
    description,
    params: { workload, ...shownParams(runs), strategies, unit_b, a_unit_b, top: scaleEnd === null ? null : scaleEnd / unit_b },
    panels: films.length,
  };
}

/** Share of mapped bytes that is alive, mean over the frames of a film; the last one is of the time after the program. */
function aliveShare(rows: readonly OccupancyRow[]): number {
  const frames = new Map<number, { mapped: number; live: number }>();
  for (const { a, mapped_b, live_b } of rows) {
    const frame = frames.get(a) ?? { mapped: 0, live: 0 };
    frames.set(a, { mapped: frame.mapped + mapped_b, live: frame.live + live_b });
  }
  const shares = [...frames.values()].map(({ mapped, live }) => live / Math.max(1, mapped));
  const running = shares.length > 1 ? shares.slice(0, -1) : shares;
  return running.reduce((sum, share) => sum + share, 0) / running.length;
}

function framesOf(rows: readonly OccupancyRow[]): number {
  return new Set(rows.map((row) => row.a)).size;
}
