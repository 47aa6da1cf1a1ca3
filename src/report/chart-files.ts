/** One chart as files: Vega-Lite, SVG, PNG, PDF. */
import { UserError } from '../base/errors.ts';
import { drawingBox, frame } from '../picture/frame.ts';
import { toPdf } from '../picture/pdf.ts';
import { toPng } from '../picture/png.ts';
import type { Theme } from '../picture/theme.ts';
import { bindChart, type Chart, inlineTables, linkTables, type Present, tablesOf } from './chart.ts';
import { brokenExpression, checkFields } from './chart-fields.ts';
import type { ChartTables } from './chart-tables.ts';
import { type Drawing, drawToFit } from './drawing.ts';
import type { Finding } from './finding.ts';

export const pictureFormats = ['vl.json', 'svg', 'png', 'pdf'] as const;
type PictureFormat = (typeof pictureFormats)[number];

/** Where a `.vl.json` has its data: inside, or in the CSV files of the run folder that its report is in. */
export const dataPlaces = ['inline', 'linked'] as const;
export type DataPlace = (typeof dataPlaces)[number];

/** A file's name in the report, and what is in it. */
export type ReportFile = readonly [name: string, content: string | Uint8Array];

export interface ChartDraft {
  readonly chart: Chart;
  readonly finding: Finding;
  readonly tables: ChartTables;
  readonly present: Present;
  readonly footer: string;
  readonly footerEnd: string;
}

/** Draws a chart for the canvas of `theme`, without its frame. Throws `UserError` for a fault in a chart that the user made. */
export async function drawChart({ chart, finding, tables, present }: ChartDraft, theme: Theme): Promise<Drawing> {
  if (chart.file !== undefined && tablesOf(chart.spec).every((name) => tables[name] !== undefined)) checkFields(chart, tables);
  const spec = bindChart(chart, finding, theme, present);
  return drawToFit(spec, tables, drawingBox(theme)).catch((error: unknown) => {
    throw chartError(chart, tables, error);
  });
}

/** A chart in every wanted format. Throws as `drawChart` does. */
export async function chartFiles(
  draft: ChartDraft,
  theme: Theme,
  wanted: ReadonlySet<string>,
  data: DataPlace,
): Promise<ReportFile[]> {
  const { chart, finding, tables, footer, footerEnd } = draft;
  const drawing = await drawChart(draft, theme);
  const svg = frame(drawing.svg, theme, { ...finding, footer, footerEnd });
  const files: ReportFile[] = [];
  const make: Readonly<Record<PictureFormat, () => string | Uint8Array | Promise<Uint8Array>>> = {
    svg: () => svg,
    png: () => toPng(svg, theme),
    pdf: () => toPdf(svg),
    'vl.json': () => {
      const bound = data === 'linked' ? linkTables(drawing.spec, '../') : inlineTables(drawing.spec, tables);
      return `${JSON.stringify(bound, null, 1)}\n`;
    },
  };
  for (const format of ['svg', 'png', 'pdf', 'vl.json'] as const)
    if (wanted.has(format)) files.push([`${chart.name}.${format}`, await make[format]()]);
  return files;
}

/** What goes wrong in a chart of ours is ours; in the user's own chart it is a message about his file. */
function chartError(chart: Chart, tables: ChartTables, error: unknown): unknown {
  if (chart.file === undefined || !(error instanceof Error)) return error;
  const unknown = tablesOf(chart.spec).find((name) => tables[name] === undefined);
  if (unknown !== undefined) {
    return new UserError(`${chart.file} reads ${unknown}, which is not a table of charts`, {
      hint: `tables are ${Object.keys(tables).join(', ')}`,
    });
  }
  // Vega-Lite repeats the whole chart, with what was bound to it.
  const message = error.message.replace(/ \{.*\}(?=\.)/s, '');
  const expression = brokenExpression(chart.spec);
  const what = expression === null ? message : `the expression '${expression}' is not one of Vega's (${message})`;
  return new UserError(`cannot draw ${chart.file}: ${what}`, {
    hint: 'check it against the Vega-Lite 6 schema; the files in reports/charts are working examples',
  });
}
