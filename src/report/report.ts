/** Makes the report of a run folder: charts as .vl.json, SVG, PNG and PDF, and one offline page, all in its folder `report`. */
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../base/errors.ts';
import { inPaletteOrder, loadTheme, type Theme } from '../picture/theme.ts';
import { shellLine } from '../results/argv.ts';
import { REPORT } from '../results/run-folder.ts';
import { type FolderKind, refuseOccupied, writeWholeFolder } from '../results/whole-folder.ts';
import { type Campaign, campaignDraft, readCampaign } from './campaign.ts';
import { type CampaignPicture, campaignPage, campaignPicture } from './campaign-page.ts';
import { type Chart, chartNames, loadChart, ownText, readChart } from './chart.ts';
import { type ChartDraft, chartFiles, type DataPlace, drawChart, pictureFormats, type ReportFile } from './chart-files.ts';
import { chartTables } from './chart-tables.ts';
import { type Facts, readFacts, shownOf, workloadsOf } from './facts.ts';
import type { Finding } from './finding.ts';
import { filesOf, findings, gapOf, tellingWorkload } from './findings.ts';
import { renderPage } from './page.ts';
import type { PageChart } from './page-figure.ts';
import { presentIn } from './present.ts';

export const formats = [...pictureFormats, 'html'] as const;
const reportFolder: FolderKind = {
  noun: 'a report',
  mark: null,
  owned: async () => (name) => formats.some((format) => name.endsWith(`.${format}`)),
};

const usualFormats: readonly Format[] = ['vl.json', 'svg', 'png', 'html'];
export type Format = (typeof formats)[number];

export interface ReportOptions {
  /** Name of a theme for the pictures; the page has its own light and dark. Default `slide`. */
  readonly theme?: string;
  /** Names of charts; default all that the folder has the figures for. */
  readonly only?: readonly string[];
  /** Paths of chart files that the user made; drawn after the others, and instead of one with the same name. */
  readonly charts?: readonly string[];
  /** Default all but PDF. */
  readonly formats?: readonly Format[];
  /** Where the data of `.vl.json` files are. Default `inline`. */
  readonly data?: DataPlace;
  /** Workload of the charts that show one; by default each chart takes the one that shows most. */
  readonly workload?: string;
  /** Replace a report that is already there. */
  readonly force?: boolean;
}

export interface Report {
  /** `DIR/report`. */
  readonly directory: string;
  /** Paths of the files written, `directory` included, in the order they are to be read. */
  readonly files: readonly string[];
  readonly charts: readonly { readonly name: string; readonly title: string; readonly description: string }[];
  /** Charts that the folder lacks the figures for, and what would give them. */
  readonly omitted: readonly { readonly name: string; readonly reason: string }[];
}

/** The one chart of a fuzz campaign. */
const campaignChart = 'fuzz-campaign';
const notOfCampaign = 'it needs a run folder, and this one is of a fuzz campaign';
const onlyOfCampaign = 'it needs the folder of a fuzz campaign: heaplab fuzz --out';

/**
 * Draws the run folder or the folder of a fuzz campaign `directory`. The same folder and options give the same bytes. Throws `UserError` for a damaged folder
 * (naming file and line), an unknown chart, theme or workload, a chart in `only` whose figures the folder lacks, and a report that is there already.
 */
export async function renderReport(directory: string, options: ReportOptions = {}): Promise<Report> {
  const theme = await loadTheme(options.theme ?? 'slide');
  const own = await Promise.all((options.charts ?? []).map(readChart));
  const ours = await Promise.all((options.only ?? (await chartNames())).map(loadChart));
  const charts = [...ours.filter((chart) => !own.some((other) => other.name === chart.name)), ...own];
  const wanted = new Set<Format>(options.formats ?? usualFormats);
  const target = join(directory, REPORT);
  const folder = await readFolder(directory, theme, options, wanted.has('html') ? undefined : filesOf(charts));
  const gaps = charts.flatMap((chart) => {
    const reason = folder.gap(chart);
    return reason === null ? [] : [{ name: chart.name, reason }];
  });
  const asked = gaps.find(({ name }) => options.only?.includes(name));
  if (asked !== undefined) throw new UserError(`${directory} has no figures for the chart ${asked.name}: ${asked.reason}`);
  const drawn = charts.filter((chart) => !gaps.some(({ name }) => name === chart.name));
  await refuseOccupied(target, reportFolder, options.force === true);

  const files: ReportFile[] = [];
  const titles: { name: string; title: string; description: string }[] = [];
  for (const chart of drawn) {
    const draft = folder.draft(chart);
    titles.push({ name: chart.name, title: draft.finding.title, description: draft.finding.description });
    if (pictureFormats.some((format) => wanted.has(format)))
      files.push(...(await chartFiles(draft, theme, wanted, options.data ?? 'inline')));
    // The page would draw it too; a fault in a chart of the user's is told in the same words.
    else if (chart.file !== undefined) await drawChart(draft, theme);
  }
  if (wanted.has('html')) files.unshift(...(await folder.page(drawn, gaps)));
  await writeWholeFolder(target, reportFolder, async (draft) => {
    for (const [name, content] of files) await writeFile(join(draft, name), content);
  });
  return { directory: target, files: files.map(([name]) => join(target, name)), charts: titles, omitted: gaps };
}

/** What a folder can be asked, of whichever kind it is. */
interface Folder {
  gap(chart: Chart): string | null;
  draft(chart: Chart): ChartDraft;
  page(charts: readonly Chart[], omitted: Report['omitted']): Promise<ReportFile[]>;
}

/** `files` are those that the charts take; without it all are read, which the page needs. */
async function readFolder(
  directory: string,
  theme: Theme,
  options: ReportOptions,
  files: ReadonlySet<string> | undefined,
): Promise<Folder> {
  const has = (file: string): Promise<boolean> =>
    stat(join(directory, file)).then(
      () => true,
      () => false,
    );
  if (!(await has('run.json')) && (await has('fuzz.csv'))) return campaignFolder(await readCampaign(directory), theme, options);
  const facts = await readFacts(directory, files);
  if (facts.runs.length === 0) {
    throw new UserError(`${directory} has no finished run to draw`, {
      hint: 'run its command again and let at least one cell end',
    });
  }
  checkWorkload(facts, options.workload);
  return runFolder(facts, theme, options);
}

function runFolder(facts: Facts, theme: Theme, options: ReportOptions): Folder {
  const workloadOf = (chart: Chart): string => options.workload ?? tellingWorkload(facts, chart.finding);
  const isByWorkload = (chart: Chart): boolean => findings[chart.finding ?? '']?.byWorkload === true;
  return {
    gap: (chart) =>
      chart.finding === campaignChart
        ? onlyOfCampaign
        : gapOf(facts, chart.finding, isByWorkload(chart) ? options.workload : undefined),
    draft(chart) {
      const workload = workloadOf(chart);
      const scope = isByWorkload(chart) ? workload : undefined;
      const finding = makeFinding(facts, chart, workload, theme);
      return {
        chart,
        finding,
        tables: chartTables(facts, scope),
        present: presentIn(facts, theme, scope),
        ...footerOf(facts, chart),
      };
    },
    async page(charts, omitted) {
      const entries = charts.map((chart): PageChart => {
        const workload = workloadOf(chart);
        const choices = isByWorkload(chart)
          ? workloadsOf(facts).filter((one) => gapOf(facts, chart.finding, one) === null)
          : [workload];
        return {
          chart,
          shown: workload,
          findings: new Map(choices.map((one) => [one, makeFinding(facts, chart, one, theme)])),
        };
      });
      // A run never has the chart of a campaign: nothing that a reader could do would give it.
      const gaps = omitted.filter(({ name }) => name !== campaignChart);
      return [['index.html', await renderPage(facts, entries, gaps)]];
    },
  };
}

function campaignFolder(campaign: Campaign, theme: Theme, options: ReportOptions): Folder {
  if (options.workload !== undefined)
    throw new UserError(`${campaign.directory} is of a fuzz campaign, which has no workloads`);
  return {
    gap: (chart) => (chart.finding === undefined || chart.finding === campaignChart ? null : notOfCampaign),
    draft: (chart) => campaignDraft(campaign, chart, theme),
    async page(charts) {
      const light = await loadTheme('slide');
      const dark = await loadTheme('dark');
      const strategies = inPaletteOrder(
        light,
        campaign.rows.map((row) => row.strategy),
      );
      const pictures: CampaignPicture[] = [];
      for (const chart of charts) {
        const drawn = async (one: Theme): Promise<string> => {
          const draft = campaignDraft(campaign, chart, one);
          return campaignPicture((await drawChart(draft, one)).svg, draft, one);
        };
        pictures.push({ draft: campaignDraft(campaign, chart, light), light: await drawn(light), dark: await drawn(dark) });
      }
      return [['index.html', await campaignPage(campaign, strategies, pictures)]];
    },
  };
}

function checkWorkload(facts: Facts, wanted: string | undefined): void {
  const workloads = workloadsOf(facts);
  if (wanted === undefined || workloads.includes(wanted)) return;
  throw new UserError(`the run has no workload '${wanted}'`, { hint: `its workloads are ${workloads.join(', ')}` });
}

/** The finding of a chart for one workload; a chart without one keeps its own title. */
function makeFinding(facts: Facts, chart: Chart, workload: string, theme: Theme): Finding {
  const maker = findings[chart.finding ?? ''];
  const strategies = inPaletteOrder(
    theme,
    shownOf(facts, workload).map((run) => run.strategy),
  );
  if (maker !== undefined) return maker.make(facts, workload, strategies);
  return { ...ownText(chart), params: { workload, seed: shownOf(facts, workload)[0]?.seed ?? 0, strategies } };
}

function footerOf({ manifest, runs }: Facts, chart: Chart): { footer: string; footerEnd: string } {
  const state = manifest.status === 'interrupted' ? ['interrupted: only the cells that had ended'] : [];
  const profiles = [...new Set(runs.map((run) => `${run.cost_profile.split('@', 1)[0]}, ${run.calibration}`))];
  const report = chart.file === undefined ? `--only ${chart.name}` : `--chart ${chart.name}.vl.json`;
  return {
    footer: `heaplab ${shellLine(manifest.argv)}`,
    footerEnd: [
      `heaplab report ${report}`,
      `heaplab ${manifest.versions['heaplab'] ?? ''}`,
      ...(profiles.length === 1 ? [`cycles of profile ${profiles[0]}`] : []),
      ...state,
    ].join(' · '),
  };
}
