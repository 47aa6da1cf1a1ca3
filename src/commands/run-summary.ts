import { formatBytes, formatCount } from '../base/byte-size.ts';
import type { CellResult, CellStatus } from '../cell/cell.ts';
import { columns, sparkline } from './text-layout.ts';

const endings: Readonly<Record<CellStatus, string>> = {
  ok: 'ended',
  oom: 'OUT OF MEMORY: raise --heap, or choose a strategy that frees more',
  error: 'RAISED an exception that nothing caught',
  limit: 'STOPPED at the step limit: raise --steps if the program is only slow',
  bug: 'INTERNAL FAULT',
};

/** The memory summary of one run, for stderr. Ends with a line feed. */
export function runSummary(result: CellResult, directory: string | null): string {
  const { run } = result;
  if (run === null) return '';
  const ending =
    result.status === 'ok' && result.exitCode !== 0 ? `exited with status ${result.exitCode}` : endings[result.status];
  const lines = [`── ${run.workload} on ${run.strategy} (${run.allocator}, heap ${formatBytes(run.heap_limit_b)}): ${ending}`];
  if (result.status === 'error' && /^FileNotFoundError:.*$/mu.test(result.stderr.trimEnd().split('\n').at(-1) ?? '')) {
    lines.push(
      '   files           programs have no access to the files of the host: they see those that they wrote themselves',
    );
  }
  if (run.bytecodes > 0) lines.push(columns(figures(result)), ...sparklines(result));
  if (directory !== null) lines.push(`results in ${directory}`);
  return `${lines.join('\n')}\n`;
}

function figures(result: CellResult): string[][] {
  const { run, collections, pauses, samples } = result;
  if (run === null) return [];
  const longest = pauses.reduce((most, { cycles }) => Math.max(most, cycles), 0);
  const share = run.cycles_total > 0 ? (100 * run.cycles_gc) / run.cycles_total : 0;
  const rows = [
    ['allocated', `${formatBytes(run.alloc_b)} in ${formatCount(run.alloc_n)} blocks`],
    [
      'peak footprint',
      formatBytes(run.peak_footprint_b) +
        (run.peak_live_b === null ? '' : `, of it live at most ${formatBytes(run.peak_live_b)}`),
    ],
    [
      'cycles',
      `${formatCount(run.cycles_total)} (profile ${run.cost_profile}), ${share.toFixed(1)} % in memory management; ${formatCount(run.bytecodes)} bytecodes`,
    ],
    ['collections', `${collections.length}, longest pause ${formatCount(longest)} cycles`],
  ];
  const left = samples.at(-1)?.floating_b;
  if (left !== null && left !== undefined) {
    rows.push([
      'at the end',
      left === 0 ? 'nothing unreachable was left' : `LEAK: ${formatBytes(left)} unreachable and never freed`,
    ]);
  }
  return rows.map(([name = '', text = '']) => [`   ${name}`, text]);
}

function sparklines({ samples }: CellResult): string[] {
  if (samples.length < 2) return [];
  const rows = [['   footprint', sparkline(samples.map((sample) => sample.footprint_b))]];
  const live = samples.map((sample) => sample.live_b).filter((bytes) => bytes !== null);
  const garbage = samples.map((sample) => sample.floating_b).filter((bytes) => bytes !== null);
  if (live.length > 1) rows.push(['   live', sparkline(live)]);
  if (garbage.some((bytes) => bytes > 0)) rows.push(['   garbage', sparkline(garbage)]);
  return [columns(rows)];
}
