/** The folder of a fuzz campaign, as its chart shows it. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../base/errors.ts';
import { heaplabVersion } from '../base/version.ts';
import { inPaletteOrder, type Theme } from '../picture/theme.ts';
import { badLine, readCsv } from '../results/csv.ts';
import { type FuzzRow, fuzzTable } from '../results/fuzz-table.ts';
import { type Chart, ownText } from './chart.ts';
import type { ChartDraft } from './chart-files.ts';
import type { Finding } from './finding.ts';

export interface Campaign {
  readonly directory: string;
  /** In file order: case by case. */
  readonly rows: readonly FuzzRow[];
  /** Was it broken off, so that it can be resumed? */
  readonly unfinished: boolean;
}

/** Reads and checks fuzz.csv; throws `UserError` naming file and line. */
export async function readCampaign(directory: string): Promise<Campaign> {
  const path = join(directory, fuzzTable.file);
  const rows: FuzzRow[] = [];
  const seen = new Set<string>();
  await readCsv(path, fuzzTable, (row, line) => {
    const last = rows.at(-1);
    const key = `${row.case} ${row.strategy}`;
    if (seen.has(key)) throw badLine(path, line, `case ${row.case} on ${row.strategy} is there twice`);
    if (last !== undefined && last.case !== row.case && seen.has(row.case))
      throw badLine(path, line, `case ${row.case} goes on after another one`);
    seen.add(key).add(row.case);
    rows.push(row);
  });
  if (rows.length === 0)
    throw new UserError(`${path} has no case to draw`, { hint: 'run the campaign again and let a case end' });
  const unfinished = await stat(join(directory, 'progress.jsonl')).then(
    () => true,
    () => false,
  );
  return { directory, rows, unfinished };
}

type Outcome = 'ok' | 'error' | 'limit' | 'finding';

export function outcomeOf({ status, signature }: FuzzRow): Outcome {
  if (signature !== '' || status === 'bug' || status === 'lost') return 'finding';
  return status === 'oom' || status === 'limit' ? 'limit' : status;
}

/** Columns that the chart has room for. */
const mostColumns = 120;

function campaignFinding({ rows, unfinished }: Campaign, strategies: readonly string[]): Finding {
  const cases = [...new Set(rows.map((row) => row.case))];
  const found = rows.filter((row) => outcomeOf(row) === 'finding');
  const signatures = new Set(found.map((row) => row.signature));
  const hit = [...new Set(found.map((row) => row.strategy))];
  const programs = `${cases.length} ${cases.length === 1 ? 'program' : 'programs'}`;
  const title =
    found.length === 0
      ? `${programs} under ${strategies.length} strategies: no finding`
      : `${signatures.size} ${signatures.size === 1 ? 'finding' : 'findings'} in ${programs}, on ${hit.length > 3 ? `${hit.length} strategies` : hit.join(', ')}`;
  const perColumn = Math.ceil(cases.length / mostColumns);
  const tiers = fuzzTable.columns[1].values.map((tier) => {
    const count = new Set(rows.filter((row) => row.tier === tier).map((row) => row.case)).size;
    return `${count} of tier ${tier}`;
  });
  const subtitle = [
    'how each generated program ended under each strategy',
    perColumn === 1 ? 'column: one program' : `column: ${perColumn} programs, the worst of them`,
    tiers.join(', '),
    ...(unfinished ? ['unfinished'] : []),
  ].join(' · ');
  const counts = strategies.map((strategy) => {
    const own = rows.filter((row) => row.strategy === strategy);
    const of = (outcome: Outcome): number => own.filter((row) => outcomeOf(row) === outcome).length;
    return `${strategy}: ${of('ok')} ended, ${of('error')} raised, ${of('limit')} hit a limit, ${of('finding')} with a finding.`;
  });
  const list = [...signatures].map((signature) => `Finding ${signature}.`);
  return {
    title,
    subtitle,
    description: `Outcomes of ${programs} of a fuzz campaign. ${[...counts, ...list].join(' ')}`,
    params: { strategies, per_column: perColumn },
  };
}

/** What `chartFiles` draws; a chart without a finding keeps its own title. */
export function campaignDraft(campaign: Campaign, chart: Chart, theme: Theme): ChartDraft {
  const { rows } = campaign;
  const strategies = inPaletteOrder(
    theme,
    rows.map((row) => row.strategy),
  );
  const finding =
    chart.finding === undefined ? { ...ownText(chart), params: { strategies } } : campaignFinding(campaign, strategies);
  const columns = fuzzTable.columns.map((column) => column.name);
  return {
    chart,
    finding,
    tables: { [fuzzTable.file]: { columns, rows: rows.map((row) => columns.map((name) => row[name])) } },
    present: { strategies, scopes: new Set(), workloads: [] },
    footer: `heaplab fuzz, cases ${rows[0]!.case} to ${rows.at(-1)!.case}`,
    footerEnd: `heaplab report ${chart.file === undefined ? `--only ${chart.name}` : `--chart ${chart.name}.vl.json`} · heaplab ${heaplabVersion}`,
  };
}
