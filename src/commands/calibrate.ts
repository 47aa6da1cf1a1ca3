import * as Flags from '@oclif/core/flags';
import { UserError } from '../base/errors.ts';
import { LabCommand } from './lab-command.ts';

/** Fits a cost profile to a real CPython. */
export default class Calibrate extends LabCommand {
  static override summary = 'Fit the costs of the reference-count family to the CPython of this machine.';
  static override description =
    'Runs microbenchmarks and some workloads on a real CPython 3.13 and on the simulated machine, fits one cost an event by non-negative least squares, and checks it on workloads ' +
    'that the fit has not seen. The three strategies that CPython can be made to be (its own allocator, malloc, malloc without the cycle collector) are called ' +
    'calibrated in results made with the profile; all others stay uncalibrated.';
  static override flags = {
    python: Flags.string({ helpValue: 'PATH', summary: 'a CPython 3.13 [default: python3.13]' }),
    out: Flags.string({
      char: 'o',
      default: 'calibrated.json',
      helpValue: 'FILE',
      summary: 'the profile; use it with --cost-profile FILE',
    }),
    name: Flags.string({ default: 'calibrated', helpValue: 'NAME', summary: 'name in the profile and in results' }),
    rounds: Flags.integer({
      default: 5,
      min: 1,
      max: 100,
      helpValue: 'N',
      summary: 'rounds of each timing; the shortest counts',
    }),
    ghz: Flags.string({ default: '3', helpValue: 'N', summary: 'nominal cycles of a nanosecond: the unit of the profile' }),
    force: Flags.boolean({ summary: 'replace the file' }),
  };
  static override examples = [
    '<%= config.bin %> calibrate --out mine.json',
    '<%= config.bin %> shootout gcbench --cost-profile mine.json',
  ];

  async run(): Promise<object> {
    const { flags } = await this.parse(Calibrate);
    const { findPython } = await import('../base/find-python.ts');
    const { refuseExisting, writeWholeFile } = await import('../results/whole-file.ts');
    const gigahertz = Number(flags.ghz);
    if (!(gigahertz > 0 && gigahertz <= 100)) {
      throw new UserError(`--ghz is '${flags.ghz}'; it must be above 0 and at most 100`, { hint: 'leave it out for 3' });
    }
    if (!flags.out.endsWith('.json')) throw new UserError(`--out ${flags.out} does not end in .json, as a profile must`);
    await refuseExisting(flags.out, flags.force);
    const python = findPython(flags.python);
    if (python === null) {
      throw new UserError('there is no python3.13 on this machine', { hint: 'give the path of a CPython 3.13 with --python' });
    }
    const { calibrate } = await import('../calibrate/calibrate.ts');
    const { columns } = await import('./text-layout.ts');
    const tty = process.stderr.isTTY === true && !this.jsonEnabled();
    const { text, checks, heldOutError } = calibrate({
      python,
      rounds: flags.rounds,
      gigahertz,
      name: flags.name,
      onProgress: (done, all, what) => {
        if (tty) process.stderr.write(`\r\u001b[K${done + 1}/${all} ${what}`);
      },
    });
    if (tty) process.stderr.write('\r\u001b[K');
    await writeWholeFile(flags.out, text);
    const shown = checks.filter((check) => !check.fitted);
    this.log(
      columns(
        [
          ['strategy', 'not seen by the fit', 'measured', 'modelled', 'ratio'],
          ...shown.map(({ strategy, program, measuredMs, modelledMs }) => [
            strategy,
            program,
            `${measuredMs.toFixed(1)} ms`,
            `${modelledMs.toFixed(1)} ms`,
            (modelledMs / measuredMs).toFixed(2),
          ]),
        ],
        [2, 3, 4],
      ),
    );
    for (const [strategy, error] of Object.entries(heldOutError)) {
      this.log(`${strategy}: median error ${(100 * error).toFixed(0)} % on workloads that the fit has not seen`);
    }
    this.log(flags.out);
    return { file: flags.out, heldOutError, checks };
  }
}
