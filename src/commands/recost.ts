import * as Flags from '@oclif/core/flags';
import { argument } from './argument.ts';
import { LabCommand } from './lab-command.ts';

/** Applies another cost profile to a finished run folder. */
export default class Recost extends LabCommand {
  static override summary = 'Apply another cost profile to a run folder, without running anything.';
  static override description =
    'Computes every figure in cycles anew from the counts in the folder and writes a second folder. The profile the folder already has gives the same bytes.';
  static override args = {
    directory: argument({ required: true, description: 'the run folder: --out of run or shootout' }),
  };
  static override flags = {
    'cost-profile': Flags.string({
      required: true,
      helpValue: 'NAME',
      summary: 'a profile by name, or a file that ends in .json',
    }),
    out: Flags.string({ char: 'o', helpValue: 'DIR', summary: 'write the new folder here [default: DIR-PROFILE]' }),
    force: Flags.boolean({ summary: 'replace the run folder that is already there' }),
  };
  static override examples = ['<%= config.bin %> recost result --cost-profile mine.json --out result-mine'];

  async run(): Promise<object> {
    const { args, flags } = await this.parse(Recost);
    const { loadProfile } = await import('../cell/cost-profile.ts');
    const { recost } = await import('../shootout/recost.ts');
    const profile = loadProfile(flags['cost-profile']);
    const out = flags.out ?? `${args.directory.replace(/[\\/]+$/, '')}-${profile.id.split('@', 1)[0]}`;
    const runs = await recost({
      directory: args.directory,
      profile,
      profileName: flags['cost-profile'],
      out,
      force: flags.force,
    });
    this.log(`${runs} ${runs === 1 ? 'run' : 'runs'} under ${profile.id} in ${out}`);
    return { directory: out, costProfile: profile.id, runs };
  }
}
