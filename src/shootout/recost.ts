/**
 * `heaplab recost`: another cost profile on a finished run folder. Nothing is run: counters.csv and marks.csv hold the counts, and every figure of kind M is computed from
 * them with the arithmetic of the run itself, so that the same profile gives the same bytes.
 */
import { UserError } from '../base/errors.ts';
import { type CostProfile, isCalibrated } from '../cell/cost-profile.ts';
import { Costing } from '../cell/costing.ts';
import { addCounts } from '../cell/marks.ts';
import type { Pause } from '../cell/pause-list.ts';
import { EVENT, EVENTS, type EventName } from '../heap/clock.ts';
import { overheadRows } from '../results/overhead.ts';
import { type CellPart, type CounterRow, cellParts, type cellTables, type MarkRow, type RunRow } from '../results/rows.ts';
import { type CellRows, createRunFolder } from '../results/run-folder.ts';
import { openRunFolder } from '../results/run-folder-reader.ts';
import type { RowOf } from '../results/table.ts';

export interface RecostOptions {
  readonly directory: string;
  readonly profile: CostProfile;
  /** As the user named it: what the new run.json says in its command. */
  readonly profileName: string;
  readonly out: string;
  readonly force: boolean;
}

type Parts = { -readonly [P in CellPart]: RowOf<(typeof cellTables)[P]>[] };
type Gathered = { readonly run: RunRow } & Parts;

function emptyParts(): Parts {
  return Object.fromEntries(cellParts.map((part) => [part, []])) as unknown as Parts;
}

/** Reads, checks and recosts the folder; writes the new one to `out`. Returns how many runs it has. */
export async function recost({ directory, profile, profileName, out, force }: RecostOptions): Promise<number> {
  const cells = new Map<string, Gathered>();
  const { manifest } = await openRunFolder(directory, (runs) => {
    for (const run of runs) cells.set(run.run_id, { run, ...emptyParts() });
    const keep = (part: CellPart) => (row: { run_id: string }) => void (cells.get(row.run_id)![part] as object[]).push(row);
    return Object.fromEntries(cellParts.map((part) => [part, keep(part)]));
  });
  if (
    profile.cache &&
    ![...cells.values()].some(({ counters }) => counters.some(({ event }) => event.startsWith('collector_')))
  ) {
    throw new UserError(`${directory} was run without a simulated cache, so ${profileName} has no misses to charge`, {
      hint: `run it again with --cost-profile ${profileName}`,
    });
  }
  const same = manifest.parameters['costProfile'] === profile.id;
  const { argv, versions, programs, parameters } = manifest;
  const folder = await createRunFolder(
    out,
    {
      argv: same ? argv : withProfile(argv, profileName),
      versions,
      programs,
      parameters: { ...parameters, costProfile: profile.id },
    },
    { force },
  );
  try {
    const runs: RunRow[] = [];
    for (const cell of cells.values()) {
      const rows = recosted(cell, profile, directory);
      runs.push(rows.run);
      await folder.addCell(rows);
    }
    await folder.addOverheads(overheadRows(runs));
  } catch (error) {
    await folder.abandon();
    throw error;
  }
  await folder.finish(manifest.status);
  return cells.size;
}

/** The command line with `--cost-profile name`, in front of the program's own arguments. */
function withProfile(argv: readonly string[], name: string): string[] {
  const kept: string[] = [];
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  for (let index = 0; index < end; index++) {
    const word = argv[index]!;
    if (word === '--cost-profile') index++;
    else if (!word.startsWith('--cost-profile=')) kept.push(word);
  }
  return [...kept, '--cost-profile', name, ...argv.slice(end)];
}

/** The rows of one run under another profile. */
function recosted(cell: Gathered, profile: CostProfile, directory: string): CellRows {
  const { run } = cell;
  const refuse = (what: string): never => {
    throw new UserError(`${directory}: the counts of ${run.run_id} cannot be costed anew: ${what}`, {
      hint: 'the folder may come from another version of heaplab: run the command in its run.json again',
    });
  };
  const costing = new Costing(run.run_id, profile);
  const marks = placed(cell.marks, refuse);
  const markOf = (of: MarkRow['of'], no: number): PlacedMark =>
    marks.get(`${of} ${no}`) ?? refuse(`marks.csv lacks ${of} ${no}`);
  const pauses = cell.pauses.map(({ kind, pause_no }): Pause => ({ kind, ...markOf('pauses', pause_no) }));
  const costs = costing.rows(totals(cell.counters, refuse), pauses);
  return {
    ...cell,
    run: {
      ...run,
      cost_profile: profile.id,
      calibration: isCalibrated(profile, run.strategy.split('+', 1)[0]!) ? 'calibrated' : 'uncalibrated',
      cycles_total: costs.cyclesTotal,
      cycles_gc: costs.cyclesGc,
      longest_pause: costs.pauses.reduce((longest, { cycles }) => Math.max(longest, cycles), 0),
    },
    collections: cell.collections.map((row) => {
      const { start, end } = markOf('collections', row.gc_no);
      const began = costing.cycles(start);
      return { ...row, c_start: began, c_pause: costing.cycles(end) - began };
    }),
    samples: cell.samples.map((row, index) => ({ ...row, c: costing.cycles(markOf('samples', index + 1).start) })),
    pauses: costs.pauses,
    counters: costs.counters,
    utilization: costing.utilization(costs),
    overheads: [],
  };
}

interface PlacedMark {
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** Snapshots of the clock from the differences that the file holds. */
function placed(rows: readonly MarkRow[], refuse: (what: string) => never): Map<string, PlacedMark> {
  const found = new Map<string, PlacedMark>();
  let start: Float64Array = new Float64Array(EVENTS.length);
  for (const { of, no, since, within } of rows) {
    start = start.slice();
    if (!addCounts(start, since)) refuse(`marks.csv counts an event in '${since}' that the clock does not have`);
    const end = start.slice();
    if (!addCounts(end, within)) refuse(`marks.csv counts an event in '${within}' that the clock does not have`);
    found.set(`${of} ${no}`, { start, end });
  }
  return found;
}

function totals(rows: readonly CounterRow[], refuse: (what: string) => never): Float64Array {
  const counts = new Float64Array(EVENTS.length);
  for (const { event, count } of rows) {
    const index = EVENT[event as EventName] as number | undefined;
    if (index === undefined) return refuse(`counters.csv has an event '${event}' that the clock does not have`);
    counts[index] = count;
  }
  return counts;
}
