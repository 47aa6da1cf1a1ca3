/**
 * Fits a cost profile to the CPython of this machine. Only strategies of the reference-count family have a real counterpart, so only those are called
 * calibrated; every other strategy's cycles remain a model that nothing has checked.
 */
import { median } from 'simple-statistics';
import { costVector, defaultProfileName, loadProfile, parseProfile } from '../cell/cost-profile.ts';
import { EVENTS } from '../heap/clock.ts';
import { fitCosts } from './fit.ts';
import { counterparts, fittedPrograms, heldOutPrograms, microbenchmarks, type Sample, sample } from './samples.ts';

export interface CalibrationRequest {
  /** Path of a CPython 3.13. */
  readonly python: string;
  /** Rounds of each timing; the shortest counts. */
  readonly rounds: number;
  /** Nominal cycles of a nanosecond: the unit of the profile, not a measurement. */
  readonly gigahertz: number;
  readonly name: string;
  readonly onProgress?: (done: number, all: number, what: string) => void;
}

export interface Check {
  readonly strategy: string;
  readonly program: string;
  /** Has the fit seen it? */
  readonly fitted: boolean;
  readonly measuredMs: number;
  readonly modelledMs: number;
}

export interface Calibration {
  /** The profile as the text of a file. */
  readonly text: string;
  readonly checks: readonly Check[];
  /** By strategy, over the programs that the fit has not seen: median of |modelled / measured - 1|. */
  readonly heldOutError: Readonly<Record<string, number>>;
}

/** How much the prior weighs against one sample. */
const PULL = 0.02;
/** Costs are multiples of this many cycles (cost-profile.ts). */
const STEP = 1 / 16;

export function calibrate(request: CalibrationRequest): Calibration {
  const { python, rounds, gigahertz, name } = request;
  const probes = [
    ...[...microbenchmarks(), ...fittedPrograms()].map((probe) => ({ probe, fitted: true })),
    ...heldOutPrograms().map((probe) => ({ probe, fitted: false })),
  ];
  const all = probes.length * counterparts.length;
  const found: { sample: Sample; fitted: boolean }[] = [];
  let done = 0;
  for (const counterpart of counterparts) {
    for (const { probe, fitted } of probes) {
      request.onProgress?.(done++, all, `${probe.name} on ${counterpart.strategy}`);
      const taken = sample(python, probe, counterpart, rounds);
      if (taken !== null) found.push({ sample: taken, fitted });
    }
  }
  const prior = loadProfile(defaultProfileName);
  const samples = found
    .filter(({ fitted }) => fitted)
    .map(({ sample: { counts, nanoseconds } }) => ({ counts, cycles: nanoseconds * gigahertz }));
  const costs = fitCosts(samples, costVector(prior), PULL).map((cost) => Math.round(cost / STEP) * STEP);
  const cost = (counts: Float64Array): number => counts.reduce((sum, count, event) => sum + count * costs[event]!, 0);
  const checks = found.map(
    ({ sample: { strategy, name: program, counts, nanoseconds }, fitted }): Check => ({
      strategy,
      program,
      fitted,
      measuredMs: nanoseconds / 1e6,
      modelledMs: cost(counts) / gigahertz / 1e6,
    }),
  );
  const heldOutError = Object.fromEntries(
    counterparts.map(({ strategy }) => [
      strategy,
      medianError(checks.filter((check) => check.strategy === strategy && !check.fitted)),
    ]),
  );
  const errors = Object.entries(heldOutError).map(([strategy, error]) => `${strategy} ${(100 * error).toFixed(0)} %`);
  const profile = {
    name,
    version: 1,
    description:
      `Fitted to CPython 3.13 at ${gigahertz} nominal cycles a nanosecond: non-negative least squares over ${samples.length} runs of microbenchmarks and workloads. ` +
      `Median error on workloads the fit has not seen: ${errors.join(', ')}.`,
    calibrated: counterparts.map(({ strategy }) => strategy),
    costs: Object.fromEntries(EVENTS.map((event, index) => [event.name, costs[index]!])),
  };
  const text = `${JSON.stringify(profile, null, 2)}\n`;
  parseProfile(text, name);
  return { text, checks, heldOutError };
}

function medianError(checks: readonly Check[]): number {
  const errors = checks.map(({ measuredMs, modelledMs }) => Math.abs(modelledMs / measuredMs - 1));
  return errors.length === 0 ? Number.NaN : median(errors);
}
