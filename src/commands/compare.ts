import * as Flags from '@oclif/core/flags';
import { exitCodes } from '../base/errors.ts';
import type { Comparison, Difference } from '../shootout/compare.ts';
import { argument } from './argument.ts';
import { LabCommand } from './lab-command.ts';

/** Compares two run folders. */
export default class Compare extends LabCommand {
  static override summary = 'Compare two run folders figure by figure; as a gate in CI, fail when one grew past a bound.';
  static override description =
    'Prints B over A, a geometric mean over the runs that both completed, with a 95 % bootstrap interval where seeds or heap limits give replicates. With --fail-if the exit ' +
    'code is 99 when a bound is passed; where there is an interval, only when it lies beyond no change.';
  static override args = {
    before: argument({ required: true, description: 'the run folder to compare with (A)' }),
    after: argument({ required: true, description: 'the run folder that is compared (B)' }),
  };
  static override flags = {
    'fail-if': Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'BOUND',
      summary: 'a bound such as peak_footprint_b>+5%; may be repeated',
    }),
    all: Flags.boolean({ summary: 'show figures without a difference too' }),
  };
  static override examples = [
    "<%= config.bin %> compare main branch --fail-if 'peak_footprint_b>+5%' --fail-if 'cycles_total>+2%'",
  ];

  async run(): Promise<object> {
    const { args, flags } = await this.parse(Compare);
    const { compareFolders, parseBound } = await import('../shootout/compare.ts');
    const bounds = (flags['fail-if'] ?? []).map(parseBound);
    const comparison = await compareFolders(args.before, args.after, bounds);
    if (comparison.failures.length > 0) process.exitCode = exitCodes.threshold;
    this.log(await describe(comparison, flags.all));
    return { before: args.before, after: args.after, ...comparison };
  }
}

async function describe({ differences, failures, unpaired, caveats }: Comparison, all: boolean): Promise<string> {
  const { columns } = await import('./text-layout.ts');
  const shown = differences.filter(({ ratio }) => all || ratio !== 1);
  const lines: string[] = [];
  if (shown.length === 0) lines.push(`No difference in ${differences.length} figures.`);
  else {
    const rows = shown.map((difference) => [
      difference.strategy,
      difference.figure,
      change(difference),
      interval(difference),
      String(difference.runs),
    ]);
    lines.push(columns([['strategy', 'figure', 'B over A', '95 % interval', 'runs'], ...rows], [2, 3, 4]));
  }
  for (const caveat of caveats) lines.push(`Caveat: ${caveat}.`);
  if (unpaired.length > 0) lines.push(`Not compared (not completed in both): ${unpaired.join(', ')}.`);
  for (const { bound, strategy, ratio } of failures) {
    lines.push(`FAILED ${bound}: ${strategy} ${ratio === null ? 'went from 0 to more' : percent(ratio)}.`);
  }
  return lines.join('\n');
}

function change({ ratio }: Difference): string {
  return ratio === null ? 'was 0' : percent(ratio);
}

function percent(ratio: number): string {
  const value = (ratio - 1) * 100;
  return `${value > 0 ? '+' : ''}${value.toFixed(Math.abs(value) < 0.1 && value !== 0 ? 3 : 1)} %`;
}

function interval({ interval: bounds }: Difference): string {
  return bounds === null ? '-' : `${percent(bounds.low)} .. ${percent(bounds.high)}`;
}
