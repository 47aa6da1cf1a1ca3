import { exitCodes } from '../base/errors.ts';
import { argument } from './argument.ts';
import { benchFlags } from './fuzz-flags.ts';
import { LabCommand } from './lab-command.ts';

/** Runs a finding or a case again. */
export default class FuzzReplay extends LabCommand {
  static override summary = 'Run a stored finding, or a generated case, again.';
  static override description =
    'A stored file is run with the strategy and configuration of its header, whatever the generator has become since; a case under every strategy. ' +
    'Prints the signatures that are seen, with a dump and the journal of the heap beside that of a sound strategy. Exit code 5 when something is seen.';
  static override args = {
    what: argument({ required: true, description: 'a .py file of a finding, SEED:INDEX, or a case name' }),
  };
  static override flags = { ...benchFlags };
  static override examples = [
    '<%= config.bin %> fuzz replay fuzz-1/findings/001-r-mark-sweep/shrunk.py',
    '<%= config.bin %> fuzz replay 1:17',
  ];

  async run(): Promise<object> {
    const { args, flags } = await this.parse(FuzzReplay);
    const { replay } = await import('../fuzz/replay.ts');
    const seen = await replay(args.what, { python: flags.python, fault: flags.fault ?? null });
    process.exitCode = seen.failures.length > 0 ? exitCodes.disagreement : exitCodes.ok;
    if (!this.jsonEnabled()) {
      for (const { signature, details } of seen.failures) this.log(`${signature}\n${details}\n`);
      if (seen.failures.length === 0) this.log('nothing was seen');
      if (seen.expected !== null) {
        const same = seen.failures.some(({ signature }) => signature === seen.expected);
        this.log(same ? 'the same signature as in the file' : `the file says: ${seen.expected}`);
      }
      for (const { strategy, metrics } of seen.metrics) this.log(`metrics of ${strategy}: ${metrics}`);
      if (seen.journal !== '') this.log(`\n${seen.journal.trimEnd()}`);
    }
    return seen;
  }
}
