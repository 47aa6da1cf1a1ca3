/** The findings of all charts: what each one says, computed from the data, and what it needs to be drawn. */
import { type Chart, tablesOf } from './chart.ts';
import {
  costBreakdown,
  noSweep,
  oneStrategy,
  overheadMap,
  pareto,
  ranking,
  sensitivity,
  timeSpace,
} from './comparison-findings.ts';
import { type Facts, shownOf, workloadsOf } from './facts.ts';
import type { FindingMaker, Gap } from './finding.ts';
import { lifetimeMap, notFollowed, survival } from './life-findings.ts';
import {
  collections,
  collectionWealth,
  footprintSpread,
  heapMap,
  memoryTimeline,
  noCollections,
  noDelays,
  noFilm,
  noWindows,
  pauseDistribution,
  pauseWealth,
  reclaimDelay,
  utilization,
} from './workload-findings.ts';

interface Teller {
  /** Does the chart show one workload? */
  readonly byWorkload: boolean;
  readonly make: FindingMaker;
  /** What the run folder lacks for this chart, of one workload or at all. */
  readonly gap?: Gap;
  /** How much a workload has to show, for a chart of one; by default how far apart the strategies are in memory. */
  readonly score?: (facts: Facts, workload: string) => number;
  /** Files that the finding, its gap or its score read beside those that the chart binds to. */
  readonly reads?: readonly string[];
}

/** By `usermeta.heaplab.finding` of the chart file. */
export const findings: Readonly<Record<string, Teller>> = {
  ranking: { byWorkload: false, make: ranking },
  pareto: { byWorkload: false, make: pareto, gap: oneStrategy },
  'cost-breakdown': { byWorkload: false, make: costBreakdown },
  'overhead-map': { byWorkload: false, make: overheadMap },
  'time-space': { byWorkload: false, make: timeSpace, gap: noSweep },
  sensitivity: { byWorkload: false, make: sensitivity, gap: oneStrategy },
  'memory-timeline': { byWorkload: true, make: memoryTimeline },
  'heap-map': { byWorkload: true, make: heapMap, gap: noFilm },
  'pause-distribution': { byWorkload: true, make: pauseDistribution, score: pauseWealth },
  utilization: { byWorkload: true, make: utilization, gap: noWindows, score: pauseWealth, reads: ['pauses.csv'] },
  collections: { byWorkload: true, make: collections, gap: noCollections, score: collectionWealth },
  survival: { byWorkload: false, make: survival, gap: notFollowed, reads: ['lifetimes.csv'] },
  'lifetime-map': { byWorkload: true, make: lifetimeMap, gap: notFollowed },
  'reclaim-delay': { byWorkload: true, make: reclaimDelay, gap: noDelays, reads: ['lifetimes.csv'] },
};

/** Files of the run folder that drawing `charts` takes. */
export function filesOf(charts: readonly Chart[]): Set<string> {
  return new Set(charts.flatMap(({ spec, finding }) => [...tablesOf(spec), ...(findings[finding ?? '']?.reads ?? [])]));
}

/** What the folder lacks for a chart with `finding`, of one workload or of all; null when it can be drawn. */
export function gapOf(facts: Facts, finding: string | undefined, workload?: string): string | null {
  return findings[finding ?? '']?.gap?.(facts, workload) ?? null;
}

/** The workload that a chart of one workload shows first, among those that every strategy finished if there is one. */
export function tellingWorkload(facts: Facts, finding: string | undefined): string {
  const score = findings[finding ?? '']?.score ?? ((all: Facts, workload: string) => footprintSpread(shownOf(all, workload)));
  const { compared } = facts.comparable;
  const drawable = (workloads: readonly string[]): string[] =>
    workloads.filter((workload) => gapOf(facts, finding, workload) === null);
  const best = drawable(compared);
  const candidates = best.length > 0 ? best : drawable(workloadsOf(facts));
  let chosen = { workload: candidates[0] ?? workloadsOf(facts)[0] ?? '', score: Number.NEGATIVE_INFINITY };
  for (const workload of candidates) {
    const own = score(facts, workload);
    if (own > chosen.score) chosen = { workload, score: own };
  }
  return chosen.workload;
}
