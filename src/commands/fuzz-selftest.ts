import * as Flags from '@oclif/core/flags';
import { exitCodes } from '../base/errors.ts';
import type { Score } from '../fuzz/selftest.ts';
import { LabCommand } from './lab-command.ts';

/** Measures the fuzzer by planted faults. */
export default class FuzzSelftest extends LabCommand {
  static override summary = 'Plant each fault of the catalogue and see how soon the fuzzer finds it.';
  static override description =
    'Prints for each fault the number of cases it took, what saw it and the size of the shrunk program, then the control arm: the same cases without any ' +
    'fault, which must raise no alarm. Exit code 5 when a fault was missed or an alarm was false.';
  static override flags = {
    seed: Flags.string({ default: '1', helpValue: 'N', summary: 'seed of the cases' }),
    cases: Flags.string({ char: 'n', default: '100', helpValue: 'N', summary: 'cases that each fault gets' }),
    faults: Flags.string({ helpValue: 'A,B', summary: 'faults to plant [default: all]' }),
    'shrink-runs': Flags.string({
      default: '300',
      helpValue: 'N',
      summary: 'runs that shrinking one program may take; 0: none is shrunk',
    }),
    list: Flags.boolean({ summary: 'list the faults and what they break' }),
  };
  static override examples = [
    '<%= config.bin %> fuzz selftest',
    '<%= config.bin %> fuzz selftest --cases 1000 --shrink-runs 0',
  ];

  async run(): Promise<object> {
    const { flags } = await this.parse(FuzzSelftest);
    const { faults, findFault } = await import('../fuzz/faults.ts');
    const { runSelftest } = await import('../fuzz/selftest.ts');
    const { wholeNumber } = await import('../fuzz/plan.ts');
    const { columns } = await import('./text-layout.ts');
    const { listenForInterrupt } = await import('./interrupt.ts');
    if (flags.list) {
      this.log(columns(faults.map(({ name, strategy, summary }) => [name, strategy, summary])));
      return { faults: faults.map(({ name, strategy, summary }) => ({ name, strategy, summary })) };
    }
    const only = flags.faults === undefined ? [] : flags.faults.split(',').map((name) => findFault(name.trim()).name);
    const cases = wholeNumber('cases', flags.cases, 1, 1_000_000);
    const interrupt = listenForInterrupt(() => Promise.resolve());
    const show = (score: Score): void => {
      const found = score.cases === null ? `not found in ${cases} cases` : `case ${score.cases}: ${score.signature}`;
      process.stderr.write(`${score.fault}: ${found}\n`);
    };
    const result = await runSelftest({
      seed: wholeNumber('seed', flags.seed, 0, Number.MAX_SAFE_INTEGER),
      cases,
      only,
      reductionRuns: wholeNumber('shrink-runs', flags['shrink-runs'], 0, 100_000),
      signal: interrupt.signal,
      onScore: this.jsonEnabled() ? () => {} : show,
      onControl: () => {},
    });
    interrupt.stop();
    const { scores, alarms, controlCases } = result;
    const found = scores.filter((score) => score.cases !== null);
    if (!this.jsonEnabled()) {
      const rows = scores.map((score) => [
        score.fault,
        score.strategy,
        score.cases === null ? '-' : String(score.cases),
        score.lines === null ? '-' : String(score.lines),
        score.signature?.split('/')[1] === score.strategy ? 'yes' : score.signature === null ? '-' : 'no',
        score.signature ?? 'not found',
      ]);
      this.log(columns([['fault', 'strategy', 'cases', 'lines', 'named', 'signature'], ...rows]));
      for (const bound of [100, 1000, 10_000].filter((each) => each <= Math.max(cases, 100))) {
        this.log(
          `within ${bound} cases: ${scores.filter((score) => score.cases !== null && score.cases <= bound).length} of ${scores.length}`,
        );
      }
      this.log(
        `median cases: ${quantile(
          found.map((score) => score.cases!),
          0.5,
        )}; lines of the shrunk programs: median ${quantile(linesOf(scores), 0.5)}, p90 ${quantile(linesOf(scores), 0.9)}`,
      );
      this.log(
        `control arm: ${alarms.length} alarms in ${controlCases} cases${alarms.length > 0 ? `\n  ${[...new Set(alarms)].join('\n  ')}` : ''}`,
      );
    }
    const failed = found.length < scores.length || alarms.length > 0;
    process.exitCode = interrupt.signal.aborted ? exitCodes.interrupted : failed ? exitCodes.disagreement : exitCodes.ok;
    return { ...result };
  }
}

function linesOf(scores: readonly Score[]): number[] {
  return scores.flatMap(({ lines }) => (lines === null ? [] : [lines]));
}

function quantile(numbers: readonly number[], share: number): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return value === undefined ? '-' : String(value);
}
