import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import { LabCommand } from './lab-command.ts';

/** Draws the charts of a run folder. */
export default class Report extends LabCommand {
  static override summary = 'Draw the charts of a run folder, as pictures and as one offline page.';
  static override description =
    'Reads the CSV files of a folder that a shootout or run wrote and makes DIR/report: every chart as Vega-Lite with its data inside ' +
    '(.vl.json), SVG and PNG, and index.html, which needs no network. The same folder gives the same bytes.';
  static override args = {
    directory: Args.string({ required: true, description: 'run folder' }),
  };
  static override flags = {
    theme: Flags.string({ default: 'slide', helpValue: 'NAME', summary: 'look of the pictures: slide, dark or paper' }),
    only: Flags.string({ helpValue: 'A,B', summary: 'charts to draw [default: all]' }),
    format: Flags.string({ helpValue: 'A,B', summary: 'files to write: vl.json, svg, png, html [default: all]' }),
    workload: Flags.string({
      helpValue: 'NAME',
      summary: 'workload of the charts that show one [default: the one whose strategies differ most]',
    }),
    force: Flags.boolean({ summary: 'replace a report that is already there' }),
  };
  static override examples = [
    '<%= config.bin %> report result',
    '<%= config.bin %> report result --theme paper --only ranking,memory-timeline --format svg --force',
  ];

  async run(): Promise<object> {
    const { args, flags } = await this.parse(Report);
    const { formats, renderReport } = await import('../report/report.ts');
    const only = listOf(flags.only);
    const wanted = listOf(flags.format)?.map((name) => {
      const format = formats.find((known) => known === name);
      if (format !== undefined) return format;
      const nearest = nearestName(name, formats);
      throw new UserError(`there is no format '${name}'`, {
        hint: `${nearest === null ? '' : `did you mean ${nearest}? `}formats are ${formats.join(', ')}`,
      });
    });
    const report = await renderReport(args.directory, {
      theme: flags.theme,
      force: flags.force,
      ...(only === undefined ? {} : { only }),
      ...(wanted === undefined ? {} : { formats: wanted }),
      ...(flags.workload === undefined ? {} : { workload: flags.workload }),
    });
    if (!this.jsonEnabled()) {
      for (const { name, title } of report.charts) this.log(`${name}: ${title}`);
      this.log(`${report.files.length} files in ${report.directory}`);
    }
    return report;
  }
}

/** The names in `A,B`; undefined where the flag was not given. */
function listOf(flag: string | undefined): string[] | undefined {
  if (flag === undefined) return undefined;
  const names = flag.split(',').map((name) => name.trim());
  if (names.includes(''))
    throw new UserError(`'${flag}' has an empty name in it`, { hint: 'write names with commas between: A,B' });
  return [...new Set(names)];
}
