import * as Flags from '@oclif/core/flags';
import { UserError } from '../base/errors.ts';
import type { PythonVersion } from '../interp/python-version.ts';
import { argument } from './argument.ts';
import { exitCodeOfFilms, filmFlags, filmWarnings } from './film-flags.ts';
import { LabCommand } from './lab-command.ts';

/** Steps of one page; beyond them a browser gets slow. */
const MOST_STEPS = 20_000;

/** Writes a page on which a program is followed step by step. */
export default class Step extends LabCommand {
  static override summary = 'Write one offline page on which a program is followed step by step: source, stack, heap, map.';
  static override description =
    'Forward and back with the arrow keys; #step=N in the address opens step N. Several strategies stand side by side at the same point of the program.';
  static override args = {
    program: argument({ required: true, description: 'a workload, a Python file, or - for a program on standard input' }),
  };
  static override flags = {
    ...filmFlags,
    'max-steps': Flags.string({ default: '2000', helpValue: 'N', summary: 'steps that the page holds' }),
    out: Flags.string({ char: 'o', helpValue: 'FILE', summary: 'page to write [default: NAME-steps.html]' }),
    force: Flags.boolean({ summary: 'replace the file that is already there' }),
  };
  static override examples = [
    '<%= config.bin %> step program.py',
    '<%= config.bin %> step tutorial-cycle --strategies refcount,refcount-cycle,semispace --out cycle.html',
  ];

  async run(): Promise<object> {
    const { args, flags } = await this.parse(Step);
    const { refuseExisting, writeWholeFile } = await import('../results/whole-file.ts');
    const { filmRequest } = await import('./film-request.ts');
    const { program, strategies, limits, footer, stem } = filmRequest(this.argv, args.program, {
      ...flags,
      python: flags.python as PythonVersion,
    });
    const maxSteps = parseMaxSteps(flags['max-steps']);
    const target = flags.out ?? `${stem}-steps.html`;
    await refuseExisting(target, flags.force);

    const { makeStepper } = await import('../figure/stepper.ts');
    const { html, steps, films } = await makeStepper({
      program,
      strategies,
      maxSteps,
      limits,
      footer: `heaplab step ${footer}`,
    });
    await writeWholeFile(target, html);
    this.log(
      `${target}: ${steps.toLocaleString('en')} steps, ${Math.ceil(Buffer.byteLength(html) / 1024).toLocaleString('en')} KiB`,
    );
    const warnings = filmWarnings(films, `the page ends after ${maxSteps.toLocaleString('en')} steps; --max-steps shows more`);
    if (!this.jsonEnabled()) {
      process.stderr.write(films.find(({ stderr }) => stderr !== '')?.stderr ?? '');
      for (const warning of warnings) process.stderr.write(`heaplab: ${warning}\n`);
    }
    process.exitCode = exitCodeOfFilms(films);
    return { file: target, steps, bytes: Buffer.byteLength(html), warnings };
  }
}

function parseMaxSteps(text: string): number {
  const steps = Number(text.replaceAll('_', ''));
  if (Number.isInteger(steps) && steps >= 1 && steps <= MOST_STEPS) return steps;
  throw new UserError(`--max-steps ${text} is not a number of steps`, { hint: `give a whole number from 1 to ${MOST_STEPS}` });
}
