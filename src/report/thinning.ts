/** Fewer rows that draw the same picture. */
import type { CollectionRow, OccupancyRow, SampleRow } from '../results/rows.ts';

/** Slices of clock A; each keeps its extremes, so a run has at most three times as many rows. A panel is some 400 pixels wide. */
export const mostSlices = 72;

/**
 * Samples of one run, in order of clock A: the first and last, and in each of equal slices of the clock the rows with the most
 * and the least bytes in use and the largest footprint. The teeth of a collector's saw stay, at their height.
 */
export function thinSamples(rows: readonly SampleRow[], slices = mostSlices): SampleRow[] {
  const last = rows.at(-1);
  if (last === undefined || rows.length <= 3 * slices) return [...rows];
  const kept = new Set<number>([0, rows.length - 1]);
  const width = (last.a + 1) / slices;
  for (let start = 0; start < rows.length; ) {
    const slice = Math.floor(rows[start]!.a / width);
    let most = start;
    let least = start;
    let largest = start;
    let index = start;
    for (; index < rows.length && Math.floor(rows[index]!.a / width) === slice; index++) {
      const row = rows[index]!;
      if (row.used_b > rows[most]!.used_b) most = index;
      if (row.used_b < rows[least]!.used_b) least = index;
      if (row.footprint_b > rows[largest]!.footprint_b) largest = index;
    }
    kept.add(most).add(least).add(largest);
    start = index;
  }
  return [...kept].sort((a, b) => a - b).map((index) => rows[index]!);
}

export interface WeightedPause {
  readonly cycles: number;
  /** How many pauses of the run this row stands for. */
  readonly weight: number;
}

/** Past so many different lengths, lengths within 1 % of each other count as the longest of them. */
const mostLengths = 400;
const classesPerOctave = 64;

/** Counts pauses by length, without keeping each. */
export class PauseTally {
  readonly #weights = new Map<number, number>();

  add(cycles: number): void {
    this.#weights.set(cycles, (this.#weights.get(cycles) ?? 0) + 1);
  }

  /** By rising length. The longest and the shortest are exact, all others at most 1.1 % too long. */
  pauses(): WeightedPause[] {
    const exact = [...this.#weights].map(([cycles, weight]) => ({ cycles, weight })).sort((a, b) => a.cycles - b.cycles);
    return exact.length <= mostLengths ? exact : joinLengths(exact, classesPerOctave);
  }
}

/** Pauses by rising length with those of one length class joined, as the longest of them; the shortest stays as it is. */
function joinLengths(pauses: readonly WeightedPause[], perOctave: number): WeightedPause[] {
  const joined: WeightedPause[] = [];
  let previous = Number.NaN;
  for (const { cycles, weight } of pauses) {
    const lengthClass = Math.floor(Math.log2(Math.max(cycles, 1)) * perOctave);
    if (lengthClass === previous && joined.length > 1) joined.push({ cycles, weight: weight + joined.pop()!.weight });
    else joined.push({ cycles, weight });
    previous = lengthClass;
  }
  return joined;
}

/** Pauses by rising length, joined to no more than `most` where classes of a quarter of an octave allow it. */
export function coarsePauses(pauses: readonly WeightedPause[], most: number): readonly WeightedPause[] {
  let joined = pauses;
  for (let perOctave = classesPerOctave; joined.length > most && perOctave >= 4; perOctave /= 2) {
    joined = joinLengths(pauses, perOctave);
  }
  return joined;
}

/** Collections of one run: past `most`, one of those that lie on the same spot of the chart, where spots grow until there is room. */
export function sketchOf(rows: readonly CollectionRow[], most: number): readonly CollectionRow[] {
  let kept = rows;
  for (let perOctave = 16; kept.length > most && perOctave >= 2; perOctave /= 2) {
    const spot = (count: number): number => Math.round(Math.log2(1 + count) * perOctave);
    const spots = new Map<string, CollectionRow>();
    for (const row of rows) {
      const key = `${spot(row.visited)} ${spot(row.reclaimed_b)} ${row.trigger}`;
      if (!spots.has(key)) spots.set(key, row);
    }
    kept = [...spots.values()];
  }
  return kept;
}

/** The film of one run without every second frame; the last one, after the program, stays, and so do `least` of them. */
export function fewerFrames(rows: readonly OccupancyRow[], least: number): readonly OccupancyRow[] {
  const moments = [...new Set(rows.map((row) => row.a))].sort((a, b) => a - b);
  if (moments.length < 2 * least) return rows;
  const last = moments.length - 1;
  const kept = new Set(moments.filter((_, index) => index === last || (index % 2 === 0 && index < last - 1)));
  return rows.filter((row) => kept.has(row.a));
}

/** What a bin of the heap looks like: how much of it is alive, else what the rest of it is. The chart heap-map has the same bounds. */
function binLook({ mapped_b, used_b, live_b }: OccupancyRow): string {
  const alive = live_b / mapped_b;
  if (alive >= 0.75) return 'full';
  if (alive >= 0.5) return 'half';
  if (alive >= 0.25) return 'quarter';
  return used_b - live_b > mapped_b - used_b ? 'garbage' : live_b > 0 ? 'sparse' : 'free';
}

/** Neighbouring bins of one moment that look alike, joined into one; the shares that a look is made of stay within its bounds. */
export function joinBins(rows: readonly OccupancyRow[]): OccupancyRow[] {
  const joined: OccupancyRow[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    const isNext =
      last !== undefined &&
      last.run_id === row.run_id &&
      last.a === row.a &&
      last.place_b + last.bin_b === row.place_b &&
      binLook(last) === binLook(row);
    if (!isNext) joined.push({ ...row });
    else {
      joined[joined.length - 1] = {
        ...last,
        bin_b: last.bin_b + row.bin_b,
        cell_b: last.cell_b === row.cell_b ? row.cell_b : null,
        mapped_b: last.mapped_b + row.mapped_b,
        used_b: last.used_b + row.used_b,
        live_b: last.live_b + row.live_b,
      };
    }
  }
  return joined;
}
