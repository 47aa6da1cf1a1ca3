/**
 * What the page holds of a large run folder. Every program can be chosen on the page, so its tables grow with the number of runs; past the rows stated here each
 * run is thinned further, alike, down to a least that still shows its shape. Files of single charts are not touched.
 */
import type { CollectionRow, OccupancyRow, SampleRow } from '../results/rows.ts';
import type { Facts } from './facts.ts';
import { coarsePauses, fewerFrames, mostSlices, sketchOf, thinSamples } from './thinning.ts';

/** Rows of all runs together. */
const most = { samples: 24_000, pauses: 16_000, occupancy: 30_000, collections: 16_000 } as const;
/** Slices and rows that a run keeps however many runs there are. */
const least = { slices: 16, pauses: 40, frames: 6, collections: 40 } as const;

/** `facts` with no more rows than a page has room for. */
export function forPage(facts: Facts): Facts {
  const runs = Math.max(1, facts.shown.length);
  const slices = Math.max(least.slices, Math.floor(most.samples / runs / 3));
  const pauses = Math.max(least.pauses, Math.floor(most.pauses / runs));
  const collections = Math.max(least.collections, Math.floor(most.collections / runs));
  return {
    ...facts,
    samples:
      slices >= mostSlices ? facts.samples : mapped(facts.samples, (rows: readonly SampleRow[]) => thinSamples(rows, slices)),
    pauses: mapped(facts.pauses, (rows) => coarsePauses(rows, pauses)),
    occupancy: thinFilms(facts.occupancy),
    collections: byRun(facts.collections).flatMap((rows) => sketchOf(rows, collections)),
  };
}

function mapped<Row>(
  rows: ReadonlyMap<string, readonly Row[]>,
  thin: (rows: readonly Row[]) => readonly Row[],
): Map<string, readonly Row[]> {
  return new Map([...rows].map(([id, own]) => [id, thin(own)]));
}

/** Every second frame of all films goes until there is room. */
function thinFilms(rows: readonly OccupancyRow[]): readonly OccupancyRow[] {
  let kept = rows;
  while (kept.length > most.occupancy) {
    const fewer = byRun(kept).flatMap((film) => fewerFrames(film, least.frames));
    if (fewer.length === kept.length) break;
    kept = fewer;
  }
  return kept;
}

/** Rows of one table, run by run, in file order. */
function byRun<Row extends OccupancyRow | CollectionRow>(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.run_id);
    if (group === undefined) groups.set(row.run_id, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}
