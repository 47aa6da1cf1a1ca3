/** What the charts of the lives of objects say. Lives belong to the program: one run of each workload tells of them. */
import { formatBytes, formatCount } from '../base/byte-size.ts';
import type { SurvivalRow } from '../results/rows.ts';
import { type Facts, workloadsOf } from './facts.ts';
import { type Finding, type Gap, isCrowded, percent, shortName, wholeDecades } from './finding.ts';

export const notFollowed: Gap = (facts, workload) =>
  (workload === undefined ? facts.followed.size > 0 : facts.followed.has(workload))
    ? null
    : 'it needs the lives of objects: give the shootout --oracle';

/** The age at which half of the bytes are dead; null when more than half live to the end of what was seen. */
function medianAge(rows: readonly SurvivalRow[]): number | null {
  return rows.find((row) => row.survival <= 0.5)?.age ?? null;
}

export function survival(facts: Facts): Finding {
  const curves = workloadsOf(facts).flatMap((workload) => {
    const run = facts.followed.get(workload);
    const rows = facts.survival.filter((row) => row.run_id === run?.run_id);
    return run === undefined || rows.length === 0
      ? []
      : [{ workload, run, rows, median: medianAge(rows), kept: rows.at(-1)!.survival }];
  });
  const order = [...curves].sort((a, b) => (a.median ?? Number.POSITIVE_INFINITY) - (b.median ?? Number.POSITIVE_INFINITY));
  const [first, last] = [order[0], order.at(-1)];
  const half = (median: number | null): string => (median === null ? 'outlive the run' : `die within ${formatBytes(median)}`);
  const title =
    first === undefined || last === undefined
      ? 'No object was followed'
      : first.median === last.median
        ? `Half of the bytes of ${order.length === 1 ? shortName(first.workload) : order.length === 2 ? 'both programs' : `all ${order.length} programs`} ${half(first.median)}`
        : `Half of ${shortName(first.workload)}'s bytes ${half(first.median)}, half of ${shortName(last.workload)}'s ${half(last.median)}`;
  const subtitle = 'share of bytes that lives to an age (Kaplan-Meier) · age in bytes allocated since, log scale';
  const description = `Share of bytes that lives to an age, one curve a workload. ${curves
    .map(
      ({ workload, median, kept }) =>
        `${workload}: ${median === null ? 'more than half live to the end' : `half are dead at an age of ${formatBytes(median)}`}, ${percent(kept)} outlive what was seen.`,
    )
    .join(' ')}`;
  const ages = curves.flatMap(({ rows }) => rows.map((row) => row.age)).filter((age) => age > 0);
  return {
    title,
    subtitle,
    description,
    params: {
      run_ids: curves.map(({ run }) => run.run_id),
      workloads: curves.map(({ workload }) => workload),
      crowded: isCrowded(curves.length),
      ages: ages.length === 0 ? [1, 1024] : wholeDecades(Math.min(...ages), Math.max(...ages)),
    },
  };
}

/** `64 to 127 B`, `4 to 8 KiB`: the class `n` of a binary logarithm, as lifetimes.csv has them. */
function classText(n: number): string {
  if (n === 0) return '0 B';
  const [low, high] = [2 ** (n - 1), 2 ** n];
  const [lowText, lowUnit] = formatBytes(low).split(' ') as [string, string];
  const [highText, highUnit] = formatBytes(high).split(' ') as [string, string];
  const short = (text: string): string => String(Number(text));
  return lowUnit === highUnit
    ? `${short(lowText)} to ${short(highText)} ${highUnit}`
    : `${short(lowText)} ${lowUnit} to ${short(highText)} ${highUnit}`;
}

export function lifetimeMap(facts: Facts, workload: string): Finding {
  const run = facts.followed.get(workload);
  const cells = facts.lifetimes.filter((row) => row.run_id === run?.run_id);
  const total = cells.reduce((sum, cell) => sum + cell.bytes, 0);
  const objects = cells.reduce((sum, cell) => sum + cell.objects, 0);
  const censored = cells.reduce((sum, cell) => sum + cell.censored, 0);
  const order = [...cells].sort((a, b) => b.bytes - a.bytes);
  const most = order[0];
  const title =
    most === undefined
      ? `No object of ${shortName(workload)} was followed`
      : `On ${shortName(workload)}, ${percent(most.bytes / total)} of bytes are objects of ${classText(most.log2_size)} that ${most.log2_life === 0 ? 'die before anything else is allocated' : `live for ${classText(most.log2_life)} of allocation`}`;
  const subtitle =
    'share of all bytes, by size of the object and by life in bytes allocated meanwhile · dot: most were alive at the end';
  const description = `Bytes of objects by size and life on workload ${workload}: ${formatCount(objects)} objects, ${formatBytes(total)}, ${percent(censored / Math.max(1, objects))} of the objects alive at the end. ${order
    .slice(0, 6)
    .map(
      ({ log2_size, log2_life, bytes }) =>
        `Size ${classText(log2_size)}, life ${classText(log2_life)}: ${percent(bytes / total)}.`,
    )
    .join(' ')}`;
  return { title, subtitle, description, params: { workload, run_ids: run === undefined ? [] : [run.run_id] } };
}
