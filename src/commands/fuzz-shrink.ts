import * as Flags from '@oclif/core/flags';
import { exitCodes } from '../base/errors.ts';
import { argument } from './argument.ts';
import { benchFlags } from './fuzz-flags.ts';
import { LabCommand } from './lab-command.ts';

/** Makes a failing program small. */
export default class FuzzShrink extends LabCommand {
  static override summary = 'Shrink a Python program that makes a strategy fail.';
  static override description =
    'Runs the program with every oracle, then removes what the failure does not need, by the syntax tree. What fails stays the same. The small ' +
    'program is printed, or written with a header that heaplab fuzz replay reads.';
  static override args = {
    file: argument({ required: true, description: 'a Python file, with or without the header of a finding' }),
  };
  static override flags = {
    ...benchFlags,
    strategy: Flags.string({
      char: 's',
      helpValue: 'NAME',
      summary: 'strategy that fails; a module file works too [default: as in the header]',
    }),
    stress: Flags.string({ helpValue: 'N', summary: 'collect at every N-th safepoint [default: as in the header, else 1]' }),
    'shrink-runs': Flags.string({ default: '1000', helpValue: 'N', summary: 'runs it may take' }),
    out: Flags.string({ char: 'o', helpValue: 'FILE', summary: 'write the small program here' }),
    force: Flags.boolean({ summary: 'replace the file that is already there' }),
  };
  static override examples = ['<%= config.bin %> fuzz shrink program.py --strategy semispace --stress 1 --out small.py'];

  async run(): Promise<object> {
    const { args, flags } = await this.parse(FuzzShrink);
    const { shrinkFile } = await import('../fuzz/shrink-file.ts');
    const { listenForInterrupt } = await import('./interrupt.ts');
    const interrupt = listenForInterrupt(() => Promise.resolve());
    const shrunk = await shrinkFile(args.file, {
      strategy: flags.strategy,
      stress: flags.stress,
      python: flags.python,
      fault: flags.fault ?? null,
      runs: flags['shrink-runs'],
      out: flags.out ?? null,
      force: flags.force,
      signal: interrupt.signal,
    }).finally(() => interrupt.stop());
    process.exitCode = interrupt.signal.aborted ? exitCodes.interrupted : exitCodes.disagreement;
    if (!this.jsonEnabled()) {
      process.stderr.write(
        `${shrunk.signature}\n${shrunk.linesBefore} lines, then ${shrunk.lines}, after ${shrunk.runs} runs\n`,
      );
      this.log(flags.out === undefined ? shrunk.text.trimEnd() : `Written to ${flags.out}`);
    }
    return shrunk;
  }
}
