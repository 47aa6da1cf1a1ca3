/**
 * Costs from samples: non-negative least squares on relative errors, drawn a little towards a prior.
 *
 * Minimised over costs k >= 0 is the sum over samples of ((counts · k - time) / time)^2, plus `pull` times the sum over events of ((k - prior) / prior)^2. The
 * second part decides where the samples cannot: events that always come together (a reference taken and dropped) keep the ratio of the prior.
 *
 * Source: Van Benthem and Keenan, "Fast algorithm for the solution of large-scale non-negativity-constrained least squares problems" (J. Chemometrics 18, 2004).
 */
import { fcnnlsVector } from 'ml-fcnnls';

export interface FitSample {
  readonly counts: ArrayLike<number>;
  /** Cycles that a real machine needed. */
  readonly cycles: number;
}

/** Costs in cycles, one an event; 0 for an event that no sample counts and the prior leaves free. */
export function fitCosts(samples: readonly FitSample[], prior: ArrayLike<number>, pull: number): number[] {
  const events = prior.length;
  // Unknowns are multiples of the prior, so that all are of one size.
  const scale = Array.from({ length: events }, (_, event) => (prior[event]! > 0 ? prior[event]! : 1));
  const rows: number[][] = [];
  const wanted: number[] = [];
  for (const { counts, cycles } of samples) {
    rows.push(scale.map((unit, event) => (counts[event]! * unit) / cycles));
    wanted.push(1);
  }
  const weight = Math.sqrt(pull);
  for (let event = 0; event < events; event++) {
    rows.push(scale.map((_, other) => (other === event ? weight : 0)));
    wanted.push(prior[event]! > 0 ? weight : 0);
  }
  const solution = fcnnlsVector(rows, wanted).K.to1DArray();
  return scale.map((unit, event) => Math.max(0, solution[event]!) * unit);
}
