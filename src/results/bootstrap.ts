/**
 * Bootstrap intervals of a mean over programs whose replicates (seeds, heap limits a few per cent apart) were measured for each program by itself.
 *
 * The statistic is the mean over programs of the mean over the program's replicates; a resample draws replicates within each program, so that a program weighs the same
 * however many it has. Figures that are ratios are given as logarithms. Programs are not resampled: the interval speaks of these programs.
 *
 * Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13 (percentile intervals).
 */
import { stream } from '../base/random-streams.ts';

export const RESAMPLES = 1000;
export const LEVEL = 0.95;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The interval, or null when no program has more than one replicate: a single run has no spread. `key` names the random stream. */
export function bootstrapInterval(programs: readonly (readonly number[])[], key: string): Interval | null {
  if (programs.every((replicates) => replicates.length < 2)) return null;
  const random = stream(['bootstrap', key]);
  const means = new Float64Array(RESAMPLES);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    let mean = 0;
    for (const replicates of programs) {
      let sum = 0;
      for (let draw = 0; draw < replicates.length; draw++) sum += replicates[random.int(0, replicates.length - 1)]!;
      mean += sum / replicates.length / programs.length;
    }
    means[resample] = mean;
  }
  means.sort();
  const tail = (1 - LEVEL) / 2;
  return { low: quantile(means, tail), high: quantile(means, 1 - tail) };
}

/** Linear between the two nearest ranks (type 7 of Hyndman and Fan). `sorted` is not empty. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (at - below) * (sorted[above]! - sorted[below]!);
}
