import { exitCodes } from '../base/errors.ts';
import { argument } from './argument.ts';
import { benchFlags } from './fuzz-flags.ts';
import { LabCommand } from './lab-command.ts';

/** Runs a bank of stored findings. */
export default class FuzzRegress extends LabCommand {
  static override summary = 'Run every stored finding of a folder; mended ones must stay mended.';
  static override description =
    'Reads all .py files of the folder that have a header of a finding. Each is run under the strategy of its header, `all` meaning every one. A file ' +
    'without a signature must show nothing; one with a signature must still show it. Exit code 5 when one does not.';
  static override args = { directory: argument({ required: true, description: 'the folder' }) };
  static override flags = { python: benchFlags.python };
  static override examples = ['<%= config.bin %> fuzz regress test/findings'];

  async run(): Promise<object> {
    const { args, flags } = await this.parse(FuzzRegress);
    const { regress } = await import('../fuzz/regress.ts');
    const results = await regress(args.directory, flags.python);
    const wrong = results.filter(({ ok }) => !ok);
    process.exitCode = wrong.length > 0 ? exitCodes.disagreement : exitCodes.ok;
    for (const { file, strategy, expected, seen } of wrong) {
      this.log(`${file} under ${strategy}: expected ${expected ?? 'nothing'}, saw ${seen ?? 'nothing'}`);
    }
    this.log(`${results.length - wrong.length} of ${results.length} as expected`);
    return { results };
  }
}
