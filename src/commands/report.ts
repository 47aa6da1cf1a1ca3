import * as Flags from '@oclif/core/flags';
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import { argument } from './argument.ts';
import { LabCommand } from './lab-command.ts';

/** Draws the charts of a run folder. */
export default class Report extends LabCommand {
  static override summary = 'Draw the charts of a run folder: Vega-Lite, SVG, PNG, PDF and one offline HTML page.';
  static override description =
    'Writes the folder DIR/report; index.html in it needs no network. The same run folder gives the same bytes.';
  static override args = {
    directory: argument({ required: true, description: 'the run folder: --out of run or shootout; or --out of fuzz' }),
  };
  static override flags = {
    only: Flags.string({ helpValue: 'A,B', summary: 'draw these charts only' }),
    chart: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'FILE',
      summary: 'a Vega-Lite file of your own; see reports/charts for examples',
    }),
    format: Flags.string({
      helpValue: 'A,B',
      summary: 'write these only: html, svg, png, vl.json, pdf [default: all but pdf]',
    }),
    theme: Flags.string({
      default: 'slide',
      helpValue: 'NAME',
      summary: 'theme of the pictures; the page has its own light and dark',
    }),
    workload: Flags.string({ helpValue: 'NAME', summary: 'workload of the charts that show one' }),
    data: Flags.option({ options: ['inline', 'linked'] as const })({
      default: 'inline',
      summary: 'where a .vl.json has its data: inside, or in the CSV files of the run folder',
    }),
    force: Flags.boolean({ summary: 'replace the report that is already there' }),
  };
  static override examples = [
    '<%= config.bin %> report result',
    '<%= config.bin %> report result --only ranking --format png --theme paper --force',
  ];

  async run(): Promise<object> {
    const { args, flags } = await this.parse(Report);
    const { formats, renderReport } = await import('../report/report.ts');
    const chosenFormats = names(flags.format)?.map((name) => {
      const format = formats.find((known) => known === name);
      if (format !== undefined) return format;
      const nearest = nearestName(name, formats);
      throw new UserError(`there is no format '${name}'`, {
        hint: `${nearest === null ? '' : `did you mean '${nearest}'? `}there are: ${formats.join(', ')}`,
      });
    });
    const only = names(flags.only);
    const report = await renderReport(args.directory, {
      theme: flags.theme,
      force: flags.force,
      data: flags.data,
      ...(flags.chart === undefined ? {} : { charts: flags.chart }),
      ...(only === undefined ? {} : { only }),
      ...(chosenFormats === undefined ? {} : { formats: chosenFormats }),
      ...(flags.workload === undefined ? {} : { workload: flags.workload }),
    });
    for (const { name, title } of report.charts) this.log(`${name}: ${title}`);
    for (const { name, reason } of report.omitted) this.log(`${name}: left out; ${reason}`);
    this.log(report.files.length > 8 ? `${report.files.length} files in ${report.directory}` : report.files.join('\n'));
    return { ...report };
  }
}

/** The names of a comma-separated list; undefined when the flag was not given. */
function names(list: string | undefined): string[] | undefined {
  return list
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
