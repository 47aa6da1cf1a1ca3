/**
 * Bootstrap intervals of a mean over programs whose replicates (seeds, heap limits a few per cent apart) were measured for each program by itself.
 *
 * The statistic is the mean over programs of the mean over the program's replicates; a resample draws replicates within each program, so that a program weighs the same
 * however many it has. Figures that are ratios are given as logarithms. Programs are not resampled: the interval speaks of these programs.
 *
 * Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13 (percentile intervals).
 */
import { mean, quantileSorted, sampleWithReplacement } from 'simple-statistics';
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
  const draw = (): number => random.real();
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(programs.map((replicates) => mean(sampleWithReplacement([...replicates], replicates.length, draw)))),
  ).sort((a, b) => a - b);
  const tail = (1 - LEVEL) / 2;
  return { low: quantileSorted(means, tail), high: quantileSorted(means, 1 - tail) };
}
