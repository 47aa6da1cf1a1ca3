import { formatBytes, formatCount } from '../base/byte-size.ts';
import { type Ranking, type RankingRow, ratio } from '../shootout/ranking.ts';
import type { ShootoutOutcome } from '../shootout/run-shootout.ts';
import { columns } from './text-layout.ts';

/** The ranking as a table: the best of a column says so, not by colour alone. */
export function rankingTable(ranking: Ranking): string {
  const { rows, compared, dropped } = ranking;
  const scope =
    compared.length === 0
      ? 'No program was finished by every strategy, so there are no means.'
      : `Geometric means over ${compared.join(', ')}; 1.00× is the best strategy on a program.`;
  const lines = [
    columns(
      [
        ['#', 'strategy', 'cycles', '95 % interval', 'LBO', 'footprint', 'longest pause', 'gc share', 'leak', 'finished'],
        ...rows.map(cells),
      ],
      [0, 2, 3, 4, 5, 6, 7, 8, 9],
    ),
    scope,
    ...dropped.map(({ program, strategies }) => `Left out: ${program} (not finished by ${strategies.join(', ')}).`),
  ];
  if (rows.some((row) => row.timesBestCyclesInterval !== null))
    lines.push('Intervals: bootstrap over seeds and heap limits, the programs as they are.');
  if (rows.some((row) => row.overhead !== null))
    lines.push('LBO: total cycles over the least cost without GC of any run of the program.');
  return `${lines.join('\n')}\n`;
}

function cells(row: RankingRow): string[] {
  return [
    String(row.rank),
    row.strategy,
    timesBest(row.timesBestCycles),
    row.timesBestCyclesInterval === null
      ? '-'
      : `${row.timesBestCyclesInterval.low.toFixed(3)}..${row.timesBestCyclesInterval.high.toFixed(3)}`,
    row.overhead === null ? '-' : row.overhead.toFixed(3),
    timesBest(row.timesBestFootprint),
    row.timesBestCycles === null ? '-' : formatCount(row.maxPauseCycles),
    row.timesBestCycles === null ? '-' : `${(100 * row.gcShare).toFixed(1)} %`,
    row.leakedBytes === null ? '-' : row.leakedBytes === 0 ? 'none' : `LEAK ${formatBytes(row.leakedBytes)}`,
    `${row.finished}/${row.runs}`,
  ];
}

function timesBest(value: number | null): string {
  if (value === null) return '-';
  return value < 1.005 ? `best ${ratio(value)}` : ratio(value);
}

/** What went wrong, one line each with the fault of heaplab below it; empty when nothing did. */
export function faultLines({ runs, failed, diverged, missing }: ShootoutOutcome): string {
  const lines: string[] = [];
  for (const { runId, fault } of failed)
    lines.push(`heaplab: internal fault in ${runId}; the cell has no rows:`, indented(fault));
  if (diverged.length > 0) {
    lines.push(`heaplab: strategies DISAGREE: ${diverged.join(', ')} printed something else than the others did`);
  }
  const unfinished = runs.filter(({ run }) => run.status !== 'ok' && run.status !== 'diverged');
  for (const { run } of unfinished) lines.push(`heaplab: ${run.run_id} did not finish: ${endings[run.status] ?? run.status}`);
  if (missing > 0) lines.push(`heaplab: interrupted: ${missing} cells are missing`);
  return lines.map((line) => `${line}\n`).join('');
}

const endings: Readonly<Record<string, string>> = {
  oom: 'out of simulated memory (--heap)',
  error: 'the program raised an exception',
  'step-limit': 'it reached the step limit (--steps)',
};

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
